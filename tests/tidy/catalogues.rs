//! The catalogues: complete in every language, in the community's voice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::none;
use crate::repo::{self, File};

/// A message of a catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    /// The file it stands in.
    pub path: String,
    /// All of its text, selectors included.
    pub text: String,
    /// The arguments it names.
    pub arguments: BTreeSet<String>,
    /// Other messages that it quotes.
    pub quotes: BTreeSet<String>,
}

/// Messages by key.
pub type Catalogue = BTreeMap<String, Message>;

/// The language that has every key.
pub static ENGLISH: LazyLock<Catalogue> =
    LazyLock::new(|| read(&repo::files("web/locales/en", &[".ftl"])));

/// The words that a language may share with English as whole sentences: names and terms.
const SAME: [&str; 4] = ["RSS", "OpenAPI", "Markdown", "Stoa"];

fn read(files: &[File]) -> Catalogue {
    let mut catalogue = Catalogue::new();
    for file in files {
        let mut key = None;
        for line in file.text.lines() {
            if let Some((name, text)) = head(line) {
                let message = Message {
                    path: file.path.clone(),
                    text: text.to_owned(),
                    ..Message::default()
                };
                catalogue.insert(name.to_owned(), message);
                key = Some(name.to_owned());
            } else if line.starts_with([' ', '\t', '}']) {
                if let Some(message) = key.as_ref().and_then(|key| catalogue.get_mut(key)) {
                    message.text.push('\n');
                    message.text.push_str(line);
                }
            } else if !line.is_empty() {
                key = None;
            }
        }
    }
    for message in catalogue.values_mut() {
        message.arguments = names(&message.text, '$');
        message.quotes = quoted(&message.text);
    }
    catalogue
}

fn head(line: &str) -> Option<(&str, &str)> {
    let (name, text) = line.split_once('=')?;
    let name = name.trim_end();
    let first = name.chars().next()?;
    let named = first.is_ascii_lowercase() || first == '-';
    (named && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)))
        .then_some((name, text))
}

/// Names behind a mark: `$n`.
fn names(text: &str, mark: char) -> BTreeSet<String> {
    let parts = text.split(mark).skip(1);
    let names = parts.map(|rest| {
        rest.chars().take_while(|c| c.is_alphanumeric() || "_-".contains(*c)).collect()
    });
    names.filter(|name: &String| !name.is_empty()).collect()
}

/// Messages named in braces: `{ core-yes }`.
fn quoted(text: &str) -> BTreeSet<String> {
    let inner = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let keys = inner.map(str::trim).filter(|name| {
        name.contains('-') && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    keys.map(|key| key.trim_start_matches('-').to_owned()).collect()
}

/// What is said: without placeables, selectors and the marks of their branches.
fn spoken(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.contains("->"));
    lines.map(|line| without_braces(without_mark(line))).collect::<Vec<_>>().join(" ")
}

/// A branch's text without `[one]` or `*[other]` before it.
fn without_mark(line: &str) -> &str {
    let trimmed = line.trim().trim_start_matches('*');
    match trimmed.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((_, text)) => text,
        None => line.trim(),
    }
}

fn without_braces(line: &str) -> String {
    let (mut depth, mut out) = (0_i32, String::new());
    for c in line.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth <= 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// Keys that one language has and another lacks, and arguments that differ.
fn differences(one: &Catalogue, other: &Catalogue) -> Vec<String> {
    let lost = one.iter().filter(|(key, _)| !other.contains_key(*key));
    let mut wrong: Vec<String> =
        lost.map(|(key, message)| format!("{}: only here: {key}", message.path)).collect();
    for (key, message) in one {
        let Some(twin) = other.get(key) else { continue };
        // A language may leave out a number that its plural forms spell; it may not ask for more.
        let more: Vec<_> = twin.arguments.difference(&message.arguments).collect();
        if !more.is_empty() {
            wrong.push(format!("{}: {key} asks for {more:?}", twin.path));
        }
    }
    wrong
}

/// Sentences that were copied and not translated.
fn untranslated(english: &Catalogue, other: &Catalogue) -> Vec<String> {
    let same = other.iter().filter(|(key, message)| {
        let words = spoken(&message.text);
        let long =
            words.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
                > 2;
        let name = SAME.iter().any(|name| words.trim() == *name);
        long && !name && english.get(*key).is_some_and(|twin| twin.text == message.text)
    });
    same.map(|(key, message)| format!("{}: {key} is still English", message.path)).collect()
}

/// What the voice does not do: shout, beg, call itself a system.
fn unspoken(catalogue: &Catalogue) -> Vec<String> {
    let never = [
        "!",
        "¡",
        "please",
        "Please",
        "por favor",
        "Por favor",
        "veuillez",
        "Veuillez",
        "s’il vous plaît",
        "s'il vous plaît",
        "يرجى",
        "الرجاء",
        "من فضلك",
        "お願い",
        "！",
        "the system",
        "el sistema",
        "le système",
        "システムが",
        "Oops",
        "Submit",
    ];
    let found = catalogue.iter().flat_map(|(key, message)| {
        let words = spoken(&message.text);
        let hits = never.iter().filter(move |word| words.contains(**word));
        hits.map(move |word| format!("{}: {key} says {word:?}", message.path))
    });
    found.collect()
}

fn languages() -> Vec<(String, Catalogue)> {
    let files = repo::files("web/locales", &[".ftl"]);
    let mut by_language: BTreeMap<String, Vec<File>> = BTreeMap::new();
    for file in files {
        let code = file.path.split('/').nth(2).expect("a language").to_owned();
        by_language.entry(code).or_default().push(file);
    }
    by_language.into_iter().map(|(code, files)| (code, read(&files))).collect()
}

#[test]
fn every_language_has_every_key() {
    let all = languages();
    assert!(all.len() > 1 && ENGLISH.len() > 50, "the catalogues are read");
    let pairs = all.iter().flat_map(|(_, other)| [(&*ENGLISH, other), (other, &*ENGLISH)]);
    none(
        &pairs
            .flat_map(|(one, other)| differences(one, other))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>(),
    );
}

#[test]
fn every_language_is_translated() {
    let others = languages().into_iter().filter(|(code, _)| code != "en");
    none(&others.flat_map(|(_, other)| untranslated(&ENGLISH, &other)).collect::<Vec<_>>());
}

#[test]
fn the_voice_neither_shouts_nor_begs() {
    none(&languages().iter().flat_map(|(_, catalogue)| unspoken(catalogue)).collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue(text: &str) -> Catalogue {
        read(&[File { path: "a.ftl".into(), text: text.into() }])
    }

    #[test]
    fn messages_are_read_whole() {
        let read = catalogue(
            "# x\na-b =\n    { $n ->\n        [one] one\n       *[other] { $n } of { a-c }\n    }\na-c = { $who }: yes\n",
        );
        assert_eq!(read["a-b"].arguments, BTreeSet::from(["n".to_owned()]));
        assert_eq!(read["a-b"].quotes, BTreeSet::from(["a-c".to_owned()]));
        assert_eq!(read["a-c"].text.trim(), "{ $who }: yes");
    }

    #[test]
    fn a_lost_key_and_a_new_argument_are_found() {
        assert_eq!(differences(&catalogue("a-b = x"), &catalogue("a-c = x")).len(), 1);
        assert_eq!(differences(&catalogue("a-b = x"), &catalogue("a-b = { $n }")).len(), 1);
        none(&differences(&catalogue("a-b = { $n } x"), &catalogue("a-b = y")));
    }

    #[test]
    fn a_copied_sentence_and_a_shout_are_found() {
        let english = catalogue("a-b = Somebody wrote this here");
        assert_eq!(untranslated(&english, &english).len(), 1);
        assert_eq!(unspoken(&catalogue("a-b = Welcome!")).len(), 1);
        assert_eq!(
            unspoken(&catalogue("a-b =\n    { $n ->\n       *[x] Welcome!\n    }\n")).len(),
            1
        );
        none(&unspoken(&catalogue("a-b = Welcome { $please }\n")));
    }
}
