//! Mentions between their typed form (`@ilze`) and their stored form (`@{member:ID}`).
//!
//! Whether an `@` in the raw Markdown is a mention is not guessed: each candidate is given a
//! unique mark, the marked text is parsed, and the marks that arrive as ordinary text are the
//! living ones.

use std::{collections::HashMap, ops::Range};

use comrak::{Arena, Node, nodes::NodeValue};
use unicode_normalization::UnicodeNormalization;

use super::{Distinct, clean, parse, quotes};

/// The longest handle or slug that is looked at, in bytes.
const LONGEST: usize = 128;

/// What a mention points to, by id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A person: `@{member:ID}`.
    Member(String),
    /// A city: `@{city:ID}`.
    City(String),
}

impl Target {
    /// The stored form.
    fn token(&self) -> String {
        match self {
            Self::Member(id) => format!("@{{member:{id}}}"),
            Self::City(id) => format!("@{{city:{id}}}"),
        }
    }
}

/// What a typed text refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Handles and slugs behind `@`, folded, each once. A handle that runs on into another
    /// script (`@zoeさん`) is listed whole and as its ASCII beginning.
    pub handles: Vec<String>,
    /// Outside addresses, of links and of pictures, each once.
    pub links: Vec<String>,
    /// Ids of the posts that are quoted, each once.
    pub quoted_posts: Vec<String>,
}

/// The form in which handles are compared: NFKC, lower case.
pub fn fold(handle: &str) -> String {
    handle.nfkc().flat_map(char::to_lowercase).nfkc().collect()
}

/// Lists what a typed or stored text refers to, before anything is looked up.
pub fn scan(markdown: &str) -> Scan {
    let (mut handles, mut links, mut quoted) =
        (Distinct::default(), Distinct::default(), Distinct::default());
    for span in living(markdown, typed(markdown)) {
        for handle in readings(markdown.get(span).unwrap_or_default()) {
            handles.add(&fold(handle));
        }
    }
    let arena = Arena::new();
    for node in parse(&arena, markdown).descendants() {
        look(node, &mut links, &mut quoted);
    }
    Scan { handles: handles.list(), links: links.list(), quoted_posts: quoted.list() }
}

/// Typed text to stored text. The keys of `targets` are folded as in [`Scan::handles`]; handles
/// without a target stay as they are.
pub fn bind(markdown: &str, targets: &HashMap<String, Target>) -> String {
    let spans = living(markdown, typed(markdown));
    replace(markdown, spans, |handle| {
        readings(handle).into_iter().find_map(|reading| {
            let target = targets.get(&fold(reading))?;
            Some(target.token() + handle.get(1 + reading.len()..).unwrap_or_default())
        })
    })
}

/// Stored text to typed text, for the editor. `names` gives the handle or slug of a target;
/// a token it does not know stays as it is.
pub fn unbind(markdown: &str, names: &dyn Fn(&Target) -> Option<String>) -> String {
    let spans = tokens(markdown).into_iter().map(|token| token.span).collect();
    replace(markdown, living(markdown, spans), |token| {
        let target = tokens(token).pop()?.target;
        names(&target).map(|name| format!("@{name}"))
    })
}

/// Whom and what a stored text mentions: all that [`unbind`] and [`super::render`] may ask for.
/// Mentions inside code are among them; each once, in order.
pub fn targets(markdown: &str) -> Vec<Target> {
    let mut found = Vec::new();
    for token in tokens(markdown) {
        if !found.contains(&token.target) {
            found.push(token.target);
        }
    }
    found
}

/// A stored mention inside a text.
pub(super) struct Token {
    pub(super) span: Range<usize>,
    pub(super) target: Target,
}

/// All stored mentions in a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    text.match_indices("@{").filter_map(|(start, _)| token_at(text, start)).collect()
}

fn token_at(text: &str, start: usize) -> Option<Token> {
    let inner = text.get(start + 2..)?;
    let (kind, rest) = inner.split_once(':')?;
    let length = rest.bytes().take(65).take_while(|b| b.is_ascii_alphanumeric() || *b == b'-');
    let id = rest.get(..length.count())?;
    if id.is_empty() || id.len() > 64 || rest.as_bytes().get(id.len()) != Some(&b'}') {
        return None;
    }
    let target = match kind {
        "member" => Target::Member(id.to_owned()),
        "city" => Target::City(id.to_owned()),
        _ => return None,
    };
    Some(Token { span: start..start + 2 + kind.len() + 1 + id.len() + 1, target })
}

/// Spans of possible handles, from `@` to their end.
fn typed(markdown: &str) -> Vec<Range<usize>> {
    markdown.match_indices('@').filter_map(|(at, _)| typed_at(markdown, at)).collect()
}

fn typed_at(markdown: &str, at: usize) -> Option<Range<usize>> {
    let (before, after) = (markdown.get(..at)?, markdown.get(at + 1..)?);
    if before.chars().next_back().is_some_and(forbids_mention) {
        return None;
    }
    let run = after.find(|c: char| !is_handle_char(c)).unwrap_or(after.len());
    let handle = after.get(..run)?.trim_end_matches(['_', '-']);
    let begins = handle.chars().next().is_some_and(char::is_alphanumeric);
    // `@zoe@example.social` is an address elsewhere.
    let is_address = after.get(run..).is_some_and(|rest| rest.starts_with('@'));
    (begins && !is_address && handle.len() <= LONGEST).then_some(at..at + 1 + handle.len())
}

/// No mention directly behind a letter of a script with word spaces, or behind a sign that makes
/// it part of an address, a label or an escape.
fn forbids_mention(before: char) -> bool {
    let spaced_script = before.is_alphanumeric() && u32::from(before) < 0x2E80;
    spaced_script || matches!(before, '/' | '\\' | '[' | '^' | '@' | '.' | '+' | '=' | '&')
}

fn is_handle_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// The ways to read a candidate with its `@`: whole, then up to where ASCII ends.
fn readings(candidate: &str) -> Vec<&str> {
    let whole = candidate.strip_prefix('@').unwrap_or(candidate);
    let ascii = whole.find(|c: char| !c.is_ascii()).and_then(|end| whole.get(..end));
    let ascii = ascii.map(|part| part.trim_end_matches(['_', '-']));
    std::iter::once(whole).chain(ascii.filter(|part| !part.is_empty())).collect()
}

/// Those spans that the parser takes for ordinary text.
fn living(markdown: &str, spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if spans.is_empty() {
        return spans;
    }
    let stem = unused_stem(markdown);
    let mut number = 0..;
    let marked =
        replace(markdown, spans.clone(), |_| number.next().map(|n: usize| format!("@{stem}{n}x")));
    let alive = marks_alive(&marked, &stem, spans.len());
    spans.into_iter().zip(alive).filter_map(|(span, alive)| alive.then_some(span)).collect()
}

/// Letters that do not occur in the text.
fn unused_stem(markdown: &str) -> String {
    let free = (0..).map(|n: usize| format!("zq{n}qz")).find(|stem| !markdown.contains(stem));
    free.unwrap_or_default()
}

fn marks_alive(marked: &str, stem: &str, count: usize) -> Vec<bool> {
    let mut alive = vec![false; count];
    let arena = Arena::new();
    let mut open = vec![parse(&arena, marked)];
    while let Some(node) = open.pop() {
        match &node.data().value {
            NodeValue::Text(text) => note_marks(text, stem, &mut alive),
            NodeValue::Link(_) | NodeValue::Image(_) => continue,
            _ => {}
        }
        open.extend(node.children());
    }
    alive
}

fn note_marks(text: &str, stem: &str, alive: &mut [bool]) {
    for mark in text.split(stem).skip(1) {
        let digits = mark.split('x').next().unwrap_or_default();
        if let Some(flag) = digits.parse().ok().and_then(|n: usize| alive.get_mut(n)) {
            *flag = true;
        }
    }
}

/// Replaces each span by what `with` makes of it; `None` leaves it.
fn replace(
    text: &str,
    spans: Vec<Range<usize>>,
    mut with: impl FnMut(&str) -> Option<String>,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans {
        let Some(old) = text.get(span.clone()) else {
            continue;
        };
        out.push_str(text.get(from..span.start).unwrap_or_default());
        match with(old) {
            Some(new) => out.push_str(&new),
            None => out.push_str(old),
        }
        from = span.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

fn look(node: Node<'_>, links: &mut Distinct, quoted: &mut Distinct) {
    match &node.data().value {
        NodeValue::Link(link) | NodeValue::Image(link) if clean::is_outside(&link.url) => {
            links.add(&link.url);
        }
        NodeValue::BlockQuote | NodeValue::Alert(_) => {
            if let Some(id) = quotes::source(node, "") {
                quoted.add(&id);
            }
        }
        _ => {}
    }
}
