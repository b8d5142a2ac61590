//! References between files, rewritten to served names.

use std::collections::{BTreeSet, HashMap};

use sha2::{Digest, Sha256};

use super::{Files, file_name, served};

/// Where a reference may stand in a style sheet: what opens it, and its closing sign.
const IN_STYLES: [(&str, char); 6] = [
    ("url(\"", '"'),
    ("url('", '\''),
    ("url(", ')'),
    ("@import \"", '"'),
    ("@import '", '\''),
    ("@import\"", '"'),
];

/// Where a reference may stand in a script.
const IN_SCRIPTS: [(&str, char); 9] = [
    ("from \"", '"'),
    ("from '", '\''),
    ("from\"", '"'),
    ("import \"", '"'),
    ("import '", '\''),
    ("import\"", '"'),
    ("import(\"", '"'),
    ("import('", '\''),
    ("import(`", '`'),
];

/// The served path of every file, by its plain name.
///
/// The hash covers the file and everything it leads to, so that a change in a script renames
/// every script that imports it, also through others and in circles.
pub(super) fn paths(files: &Files) -> HashMap<String, String> {
    let next: HashMap<&str, Vec<&str>> =
        files.iter().map(|(name, bytes)| (name.as_str(), leads_to(name, bytes, files))).collect();
    let path = |name: &String| {
        let reached = reachable(name, &next);
        (name.clone(), served(name, &digest(&reached, files)))
    };
    files.keys().map(path).collect()
}

/// A file with its references rewritten to the served paths.
pub(super) fn rewritten(name: &str, source: Vec<u8>, paths: &HashMap<String, String>) -> Vec<u8> {
    let places = places(name);
    if places.is_empty() {
        return source;
    }
    let source = String::from_utf8_lossy(&source).into_owned();
    let (mut out, mut rest) = (String::with_capacity(source.len()), source.as_str());
    while let Some((start, end)) = next_reference(rest, places) {
        out.push_str(rest.get(..start).unwrap_or_default());
        let reference = rest.get(start..end).unwrap_or_default();
        let path = ours(reference).and_then(|name| paths.get(name));
        out.push_str(path.map_or(reference, String::as_str));
        rest = rest.get(end..).unwrap_or_default();
    }
    out.push_str(rest);
    out.into_bytes()
}

/// References to files that stayed as they were, after rewriting.
#[cfg(test)]
pub(super) fn unresolved<'t>(name: &str, text: &'t str) -> Vec<&'t str> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some((start, end)) = next_reference(rest, places(name)) {
        let reference = rest.get(start..end).unwrap_or_default();
        found.extend(ours(reference).filter(|name| name.contains('.')));
        rest = rest.get(end..).unwrap_or_default();
    }
    found
}

fn places(name: &str) -> &'static [(&'static str, char)] {
    match name.rsplit('.').next() {
        Some("css") => &IN_STYLES,
        Some("js") => &IN_SCRIPTS,
        _ => &[],
    }
}

/// Names of the files that a file refers to.
fn leads_to<'f>(name: &str, bytes: &[u8], files: &'f Files) -> Vec<&'f str> {
    let places = places(name);
    let source = String::from_utf8_lossy(bytes);
    let (mut found, mut rest) = (Vec::new(), &*source);
    while let Some((start, end)) = next_reference(rest, places) {
        let target = rest.get(start..end).and_then(ours);
        found.extend(target.and_then(|name| files.get_key_value(name)).map(|(name, _)| &**name));
        rest = rest.get(end..).unwrap_or_default();
    }
    found
}

fn reachable<'f>(from: &'f str, next: &HashMap<&'f str, Vec<&'f str>>) -> BTreeSet<&'f str> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            open.extend(next.get(name).into_iter().flatten());
        }
    }
    reached
}

fn digest(names: &BTreeSet<&str>, files: &Files) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for name in names {
        let bytes = files.get(*name).map(Vec::as_slice).unwrap_or_default();
        hasher.update((name.len() as u64).to_be_bytes());
        hasher.update(name);
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    }
    hasher.finalize().into()
}

/// The span of the first reference, without its quotes.
fn next_reference(text: &str, places: &[(&str, char)]) -> Option<(usize, usize)> {
    let found = places.iter().filter_map(|(opening, closing)| {
        let start = text.find(opening)? + opening.len();
        let length = text.get(start..)?.find(*closing)?;
        Some((start, start + length))
    });
    // Of two that begin together (`url(` and `url("`) the one behind the quote is meant.
    found.min_by_key(|(start, end)| (*end, std::cmp::Reverse(*start)))
}

fn ours(reference: &str) -> Option<&str> {
    let elsewhere = reference.contains(':') || reference.starts_with(['#', '/']);
    let name = file_name(reference.split(['?', '#']).next()?);
    (!elsewhere && !name.is_empty()).then_some(name)
}
