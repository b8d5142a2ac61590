//! Lines of a paragraph, heading or cell: their words, their marks, and what stays.

use std::collections::HashMap;

use comrak::{
    Arena, Node,
    nodes::{AstNode, NodeValue},
};

use super::marked::Piece;
use crate::prose::handles;

/// A line and the nodes it is made of.
pub(super) struct Line<'a> {
    pub(super) nodes: Vec<Node<'a>>,
    pub(super) parts: Vec<Part<'a>>,
}

/// A part of a line.
pub(super) enum Part<'a> {
    /// Words.
    Text(String),
    /// Words inside a mark.
    Marked(Node<'a>, Vec<Part<'a>>),
    /// What stays; the translator is told that something stands there, and not what.
    Kept(Node<'a>),
}

/// The lines of a leaf. Names in its texts become nodes of their own.
pub(super) fn lines<'a>(arena: &'a Arena<'a>, leaf: Node<'a>) -> Vec<Line<'a>> {
    let mut lines = vec![Line { nodes: Vec::new(), parts: Vec::new() }];
    part_names(arena, leaf);
    for node in leaf.children() {
        if is_break(node) {
            lines.push(Line { nodes: Vec::new(), parts: Vec::new() });
        } else if let Some(line) = lines.last_mut() {
            line.nodes.push(node);
            push(&mut line.parts, part(node));
        }
    }
    lines.retain(|line| !line.nodes.is_empty());
    lines
}

fn is_break(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::SoftBreak | NodeValue::LineBreak)
}

/// The parser leaves texts beside each other; to a translator they are one.
fn push<'a>(parts: &mut Vec<Part<'a>>, part: Part<'a>) {
    match (parts.last_mut(), part) {
        (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
        (_, part) => parts.push(part),
    }
}

fn part(node: Node<'_>) -> Part<'_> {
    let value = node.data().value.clone();
    match value {
        NodeValue::Text(text) => Part::Text(text.into_owned()),
        NodeValue::Emph
        | NodeValue::Strong
        | NodeValue::Strikethrough
        | NodeValue::SpoileredText => Part::Marked(node, parts(node)),
        NodeValue::Link(link) if !is_address(node, &link.url) => Part::Marked(node, parts(node)),
        _ => Part::Kept(node),
    }
}

fn parts<'a>(node: Node<'a>) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    node.children().for_each(|child| push(&mut parts, part(child)));
    parts
}

/// A link whose words are its address.
fn is_address(node: Node<'_>, url: &str) -> bool {
    let words = node.collect_text();
    let bare = |text: &str| {
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        let text = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or(text);
        text.trim_end_matches('/').to_owned()
    };
    bare(words.trim()) == bare(url)
}

/// The address of a link that is written as nothing else, between angles: what follows it in
/// another language (which may put no blank there) is not taken for a part of it.
pub(super) fn bare_address(node: Node<'_>, url: &str) -> Option<String> {
    let words = node.collect_text();
    let mail = url.strip_prefix("mailto:").filter(|address| *address == words);
    let web = (words == url && url.contains("://")).then_some(url);
    let plain = |address: &&str| !address.contains(['<', '>', ' ', '\\']);
    mail.or(web).filter(plain).map(str::to_owned)
}

/// Mentions become nodes that stay, written as they are stored.
fn part_names<'a>(arena: &'a Arena<'a>, leaf: Node<'a>) {
    let texts: Vec<_> = leaf.descendants().collect();
    for node in texts {
        let NodeValue::Text(text) = node.data().value.clone() else { continue };
        let mut from = 0;
        for token in handles::tokens(&text) {
            let between = text.get(from..token.span.start).unwrap_or_default();
            before(arena, node, NodeValue::Text(between.to_owned().into()));
            let name = text.get(token.span.clone()).unwrap_or_default();
            before(arena, node, NodeValue::Raw(name.to_owned()));
            from = token.span.end;
        }
        if from > 0 {
            let rest = text.get(from..).unwrap_or_default().to_owned();
            before(arena, node, NodeValue::Text(rest.into()));
            node.detach();
        }
    }
}

fn before<'a>(arena: &'a Arena<'a>, place: Node<'a>, value: NodeValue) {
    if !matches!(&value, NodeValue::Text(text) if text.is_empty()) {
        place.insert_before(arena.alloc(AstNode::from(value)));
    }
}

impl<'a> Line<'a> {
    /// The words alone.
    pub(super) fn words(&self) -> String {
        let mut words = String::new();
        say(&self.parts, &mut words);
        words
    }

    /// The line as HTML with marks, numbered in their order.
    pub(super) fn html(&self) -> String {
        let (mut html, mut id) = (String::new(), 0);
        write(&self.parts, &mut id, &mut html);
        html
    }

    /// The nodes behind the numbers.
    pub(super) fn by_id(&self) -> HashMap<usize, Node<'a>> {
        let mut found = HashMap::new();
        number(&self.parts, &mut found);
        found
    }
}

fn say(parts: &[Part<'_>], words: &mut String) {
    for part in parts {
        match part {
            Part::Text(text) => words.push_str(text),
            Part::Marked(_, inside) => say(inside, words),
            Part::Kept(_) => {}
        }
    }
}

fn write(parts: &[Part<'_>], id: &mut usize, html: &mut String) {
    for part in parts {
        match part {
            Part::Text(text) => Piece::Text(text.clone()).write(html),
            Part::Marked(_, inside) => {
                *id += 1;
                Piece::Open(*id).write(html);
                write(inside, id, html);
                Piece::Close.write(html);
            }
            Part::Kept(_) => {
                *id += 1;
                Piece::Kept(*id).write(html);
            }
        }
    }
}

fn number<'a>(parts: &[Part<'a>], found: &mut HashMap<usize, Node<'a>>) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Kept(node) => drop(found.insert(found.len() + 1, node)),
            Part::Marked(node, inside) => {
                found.insert(found.len() + 1, node);
                number(inside, found);
            }
        }
    }
}

/// Whether what is written here stands at the beginning of a line.
pub(super) fn begins_line(node: Node<'_>) -> bool {
    node.previous_sibling().is_none_or(is_break)
}

/// Whether a break stands between words on both sides, where a plain line end means the same.
pub(super) fn is_between(node: Node<'_>) -> bool {
    let worded = |side: Option<Node<'_>>| side.is_some_and(|node| !is_break(node));
    worded(node.previous_sibling()) && worded(node.next_sibling())
}

/// A text as Markdown that means the text and nothing more.
pub(super) fn escaped(text: &str, begins: bool, before_link: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let signs: Vec<char> = text.chars().collect();
    for (at, sign) in signs.iter().enumerate() {
        let next = signs.get(at + 1).copied();
        let before = at.checked_sub(1).and_then(|before| signs.get(before)).copied();
        let special = match sign {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
            // Inside a word it marks nothing.
            '_' => !(is_word(before) && is_word(next)),
            '@' => next.is_some_and(|next| next.is_alphanumeric() || next == '{' || next == '_'),
            '&' => next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#'),
            '!' => next == Some('[') || next.is_none() && before_link,
            '#' | '>' | '+' | '-' | '=' => begins && at == 0,
            '.' | ')' => begins && is_number(signs.get(..at)),
            ':' => signs.get(at + 1..at + 3) == Some(&['/', '/']),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(*sign);
    }
    unlinked(out)
}

fn is_word(sign: Option<char>) -> bool {
    sign.is_some_and(char::is_alphanumeric)
}

fn is_number(signs: Option<&[char]>) -> bool {
    signs.is_some_and(|signs| !signs.is_empty() && signs.iter().all(char::is_ascii_digit))
}

/// `www.` becomes a link by itself; a text that says it is none.
fn unlinked(text: String) -> String {
    if text.contains("www.") { text.replace("www.", "www\\.") } else { text }
}
