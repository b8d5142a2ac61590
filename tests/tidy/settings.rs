//! Every key of the configuration has a sentence, a field and a reader.

use crate::none;
use crate::repo;
use crate::rust::{CODE, Code};

/// A key of the file: section, name, whether a comment stands above it.
#[derive(Debug, PartialEq)]
struct Key {
    section: String,
    name: String,
    explained: bool,
}

fn keys(text: &str) -> Vec<Key> {
    let (mut section, mut explained, mut found) = (String::new(), false, Vec::new());
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']').to_owned();
            explained = false;
        } else if line.starts_with('#') {
            explained = line.trim_end().ends_with(['.', '?']) || explained;
        } else if let Some((name, _)) = line.split_once(" = ") {
            found.push(Key { section: section.clone(), name: name.to_owned(), explained });
            explained = false;
        }
    }
    found
}

/// Keys that no code looks at: a field is read as `.section.name`, or as
/// `.name` where the section was handed over.
fn unread(keys: &[Key], code: &[Code]) -> Vec<String> {
    let server: Vec<&Code> =
        code.iter().filter(|code| code.path.starts_with("crates/server/src")).collect();
    let lost = keys.iter().filter(|key| {
        let field = format!(".{}", key.name);
        !server.iter().any(|code| {
            let mut hits = code.bare.match_indices(&field);
            hits.any(|(at, _)| {
                !code.bare[at + field.len()..]
                    .starts_with(|c: char| c.is_alphanumeric() || c == '_')
            })
        })
    });
    lost.map(|key| format!("{}.{} is never read", key.section, key.name)).collect()
}

#[test]
fn every_key_is_explained() {
    let keys = keys(&repo::file("config/default.toml").text);
    assert!(keys.len() > 20, "the file is read");
    let silent = keys.iter().filter(|key| !key.explained);
    none(
        &silent
            .map(|key| format!("{}.{} has no sentence", key.section, key.name))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_key_is_read() {
    none(&unread(&keys(&repo::file("config/default.toml").text), &CODE));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::File;

    #[test]
    fn a_silent_or_idle_key_is_found() {
        let read = keys("[a]\n# What it does.\nb = 1\nc = 2\n");
        assert!(read[0].explained && !read[1].explained);
        let code = Code::of(&File {
            path: "crates/server/src/x.rs".into(),
            text: "fn f() { config.a.b; config.a.cd }".into(),
        });
        assert_eq!(unread(&read, &[code]), ["a.c is never read"]);
    }
}
