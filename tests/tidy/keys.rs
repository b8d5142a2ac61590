//! Keys of the catalogues and the code that asks for them.

use std::collections::BTreeSet;

use crate::catalogues::{Catalogue, ENGLISH};
use crate::none;
use crate::repo;
use crate::rust::CODE;
use crate::templates::{TEMPLATES, is_sentence};

/// Literals that look like keys and are something else.
const NO_KEYS: [&str; 1] = [
    // The id of a heading.
    "threads-head",
];

/// Keys built of two parts, with what the last part may be.
const BUILT: [(&str, &[&str]); 1] =
    [("letters-{}-{part}", &["subject", "preheader", "lead", "button", "after"])];

/// A literal that may be a key, and where it stands.
#[derive(Clone, Debug)]
struct Literal {
    place: String,
    text: String,
}

/// Code that may ask for words: offsets of `bare` and of the strings agree.
struct Source<'a> {
    path: &'a str,
    bare: &'a str,
    strings: &'a [(usize, String)],
}

fn sources() -> Vec<Source<'static>> {
    let rust = CODE.iter().map(|c| Source { path: &c.path, bare: &c.bare, strings: &c.strings });
    let pages =
        TEMPLATES.iter().map(|t| Source { path: &t.path, bare: &t.bare, strings: &t.strings });
    rust.chain(pages).collect()
}

fn literals(source: &Source<'_>) -> Vec<Literal> {
    let line = |at: usize| source.bare[..at].matches('\n').count() + 1;
    let asked = |at: usize, text: &str| looks_like_key(text) && !is_compared(source.bare, at);
    let found = source.strings.iter().filter(|(at, text)| asked(*at, text));
    let each = found.flat_map(|(at, text)| {
        let place = format!("{}:{}", source.path, line(*at));
        spelt(text).into_iter().map(move |text| Literal { place: place.clone(), text })
    });
    each.collect()
}

/// A built key with its last part spelt out.
fn spelt(text: &str) -> Vec<String> {
    match BUILT.iter().find(|(built, _)| *built == text) {
        Some((built, parts)) => {
            let stem = built.rsplit_once('{').map_or(*built, |(stem, _)| stem);
            parts.iter().map(|part| format!("{stem}{part}")).collect()
        }
        None => vec![text.to_owned()],
    }
}

/// Whether a literal is only looked for in other texts.
fn is_compared(bare: &str, at: usize) -> bool {
    ["prefix(\"", "suffix(\"", "starts_with(\"", "ends_with(\""]
        .iter()
        .any(|call| bare[..at].ends_with(call))
}

fn families(catalogue: &Catalogue) -> BTreeSet<String> {
    catalogue.keys().filter_map(|key| key.split('-').next()).map(str::to_owned).collect()
}

/// Lower case in parts with hyphens; a part may have a hole: `core-error-{code}`.
fn looks_like_key(text: &str) -> bool {
    let plain = without_holes(text);
    let shaped =
        plain.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-*.".contains(c));
    shaped && plain.contains('-') && plain.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Holes of a format as `*`; a text that ends in a hyphen goes on elsewhere.
fn without_holes(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, hole)) = rest.split_once('{') {
        plain.push_str(before);
        plain.push('*');
        rest = hole.split_once('}').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    if plain.ends_with('-') {
        plain.push('*');
    }
    plain
}

/// Whether a key fits a pattern with `*`.
fn fits(pattern: &str, key: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = key.strip_prefix(first) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    for (number, part) in parts.iter().enumerate() {
        if number + 1 == parts.len() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.is_empty()
}

fn pattern(literal: &Literal) -> String {
    let plain = without_holes(&literal.text);
    plain.split('.').next().unwrap_or_default().to_owned()
}

fn unknown(literals: &[Literal], catalogue: &Catalogue) -> Vec<String> {
    let families = families(catalogue);
    let wrong = literals.iter().filter(|literal| {
        let pattern = pattern(literal);
        let family = pattern.split('-').next().unwrap_or_default();
        families.contains(family)
            && !NO_KEYS.contains(&literal.text.as_str())
            && !catalogue.keys().any(|key| fits(&pattern, key))
    });
    wrong
        .map(|literal| format!("{}: {:?} is in no catalogue", literal.place, literal.text))
        .collect()
}

/// Patterns so wide that they would hide unused keys.
fn too_wide(literals: &[Literal], catalogue: &Catalogue) -> Vec<String> {
    let families = families(catalogue);
    let wide = literals.iter().filter(|literal| {
        let pattern = pattern(literal);
        let known: Vec<&str> = pattern.split('-').filter(|part| !part.contains('*')).collect();
        pattern.contains('*')
            && known.len() < 2
            && known.iter().all(|part| families.contains(*part))
    });
    wide.map(|literal| format!("{}: {:?} hides unused keys", literal.place, literal.text)).collect()
}

fn unused(literals: &[Literal], catalogue: &Catalogue) -> Vec<String> {
    let patterns: BTreeSet<String> = literals.iter().map(pattern).collect();
    let (open, exact): (Vec<_>, Vec<_>) =
        patterns.iter().partition(|pattern| pattern.contains('*'));
    let exact: BTreeSet<&str> = exact.into_iter().map(String::as_str).collect();
    let quoted: BTreeSet<&str> =
        catalogue.values().flat_map(|message| message.quotes.iter().map(String::as_str)).collect();
    let idle = catalogue.iter().filter(|(key, _)| {
        let name = key.trim_start_matches('-');
        !exact.contains(key.as_str())
            && !quoted.contains(name)
            && !open.iter().any(|pattern| fits(pattern, key))
    });
    idle.map(|(key, message)| format!("{}: {key} is never said", message.path)).collect()
}

/// Messages asked for without a value that they name: people would see `{$name}`.
fn unanswered(source: &Source<'_>, catalogue: &Catalogue) -> Vec<String> {
    let mut wrong = Vec::new();
    for (at, key) in source.strings {
        let Some(message) = catalogue.get(key) else {
            continue;
        };
        let Some(given) = given(source, *at) else {
            continue;
        };
        let lost: Vec<_> =
            message.arguments.iter().filter(|name| !given.contains(name.as_str())).collect();
        if !lost.is_empty() {
            let line = source.bare[..*at].matches('\n').count() + 1;
            wrong.push(format!("{}:{line}: {key} is said without {lost:?}", source.path));
        }
    }
    wrong
}

/// The arguments given with the key at `at`; nothing when that cannot be told.
fn given<'a>(source: &Source<'a>, at: usize) -> Option<BTreeSet<&'a str>> {
    let before = source.bare[..at].strip_suffix('"')?.trim_end();
    let call = ["say", "n", "a", "with", "rich", "rich_with"]
        .into_iter()
        .find(|name| before.ends_with(&format!(".{name}(")))?;
    let all = &source.bare[at..];
    let arguments = &all[..closing(all)];
    let names =
        source.strings.iter().filter(|(place, _)| *place > at && *place < at + arguments.len());
    match call {
        "say" => Some(BTreeSet::new()),
        "n" => Some(BTreeSet::from(["n"])),
        "a" => Some(names.take(1).map(|(_, name)| name.as_str()).collect()),
        _ if arguments.contains("&[") => {
            let opened = names.filter(|(place, _)| source.bare[..*place].ends_with("(\""));
            Some(opened.map(|(_, name)| name.as_str()).collect())
        }
        _ => None,
    }
}

/// Where the call ends whose arguments begin here.
fn closing(text: &str) -> usize {
    let mut depth = 1_i32;
    for (at, c) in text.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// Sentences in the code of what people see.
fn spoken(source: &Source<'_>) -> Vec<String> {
    let found = source
        .strings
        .iter()
        .filter(|(at, text)| is_sentence(text) && !is_attribute(source.bare, *at));
    let line = |at: usize| source.bare[..at].matches('\n').count() + 1;
    found.map(|(at, text)| format!("{}:{}: {text:?}", source.path, line(*at))).collect()
}

/// Whether a string stands in an attribute, such as the reason of an exception or a text of the API's document.
fn is_attribute(bare: &str, at: usize) -> bool {
    let before = &bare[..at];
    let opened = before.rfind("#[");
    opened.is_some_and(|open| {
        let inside = &before[open..];
        inside.matches('[').count() > inside.matches(']').count()
    })
}

fn all_literals() -> Vec<Literal> {
    let mut all: Vec<Literal> = sources().iter().flat_map(literals).collect();
    for file in repo::files("web/scripts", &[".js"]) {
        let words = file.text.split(['"', '\'', '`']).filter(|text| looks_like_key(text));
        all.extend(words.map(|text| Literal { place: file.path.clone(), text: text.to_owned() }));
    }
    all
}

#[test]
fn every_key_asked_for_is_in_the_catalogues() {
    none(&unknown(&all_literals(), &ENGLISH));
}

#[test]
fn every_key_of_the_catalogues_is_asked_for() {
    let all = all_literals();
    none(&too_wide(&all, &ENGLISH));
    none(&unused(&all, &ENGLISH));
}

#[test]
fn every_message_gets_its_values() {
    none(&sources().iter().flat_map(|source| unanswered(source, &ENGLISH)).collect::<Vec<_>>());
}

#[test]
fn no_sentence_stands_in_code() {
    let silent = [
        "crates/server/src/cli",
        "crates/server/src/config.rs",
        "crates/server/src/boot.rs",
        // Files that programs read.
        "crates/server/src/http/known.rs",
        "web/",
    ];
    let sources = sources();
    let seen = sources.iter().filter(|source| {
        source.path.starts_with("crates/")
            && !silent.iter().any(|place| source.path.starts_with(place))
    });
    none(&seen.flat_map(spoken).collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogues::Message;
    use crate::repo::File;
    use crate::rust::Code;

    fn catalogue(entries: &[(&str, &str)]) -> Catalogue {
        let message = |argument: &str| Message {
            arguments: argument
                .split(' ')
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            ..Message::default()
        };
        entries.iter().map(|(key, argument)| ((*key).to_owned(), message(argument))).collect()
    }

    fn check(text: &str, entries: &[(&str, &str)]) -> (usize, usize, usize) {
        let code = Code::of(&File { path: "crates/x/src/a.rs".into(), text: text.into() });
        let source = Source { path: &code.path, bare: &code.bare, strings: &code.strings };
        let catalogue = catalogue(entries);
        let all = literals(&source);
        (
            unknown(&all, &catalogue).len(),
            unused(&all, &catalogue).len(),
            unanswered(&source, &catalogue).len(),
        )
    }

    #[test]
    fn unknown_and_unused_keys_are_found() {
        assert_eq!(check("f(\"a-b\")", &[("a-b", "")]), (0, 0, 0));
        assert_eq!(check("f(\"a-x\")", &[("a-b", "")]), (1, 1, 0));
        assert_eq!(check("f(\"z-x\")", &[("a-b", "")]), (0, 1, 0));
    }

    #[test]
    fn built_keys_stand_for_all_they_may_become() {
        assert_eq!(check("f(format!(\"a-b-{x}\"))", &[("a-b-c", ""), ("a-b-d", "")]), (0, 0, 0));
        assert_eq!(check("f(\"a-b-\")", &[("a-b-c", ""), ("a-c-d", "")]), (0, 1, 0));
        assert!(fits("a-*-c", "a-b-c") && !fits("a-*-c", "a-b-d") && !fits("a-b", "a-b-c"));
        let wide = Literal { place: "x".into(), text: "a-{x}".into() };
        assert_eq!(too_wide(&[wide], &catalogue(&[("a-b", "")])).len(), 1);
    }

    #[test]
    fn what_is_only_compared_is_no_use() {
        assert_eq!(check("key.strip_prefix(\"a-b\")", &[("a-b", "")]), (0, 1, 0));
    }

    #[test]
    fn a_message_without_its_values_is_found() {
        assert_eq!(check("w.say(\"a-b\")", &[("a-b", "n")]).2, 1);
        assert_eq!(check("w.n(\"a-b\", 3)", &[("a-b", "n")]).2, 0);
        assert_eq!(check("w.a(\"a-b\", \"who\", x)", &[("a-b", "who n")]).2, 1);
        assert_eq!(
            check("w.with(\"a-b\", &[(\"who\", f(x)), (\"n\", y)])", &[("a-b", "who n")]).2,
            0
        );
        assert_eq!(check("w.rich(\"a-b\", &[(\"who\", x)])", &[("a-b", "link")]).2, 1);
        assert_eq!(check("w.with(\"a-b\", &all)", &[("a-b", "who")]).2, 0);
    }

    #[test]
    fn a_sentence_in_code_is_found() {
        let text = "#[expect(x, reason = \"It is so.\")]\nfn f() { say(\"Hello there\") }";
        let code = Code::of(&File { path: "crates/x/src/a.rs".into(), text: text.into() });
        let source = Source { path: &code.path, bare: &code.bare, strings: &code.strings };
        assert_eq!(spoken(&source).len(), 1);
    }
}
