//! Texts for a translator, and its answers back in the Markdown.
//!
//! A translator is given the sentences of a text and nothing else: quotes, code, names, pictures
//! and addresses stay as they are and are not sent. **What comes back is text, whatever it looks
//! like**: it is escaped, so that no answer can bring a link, a name or a tag that the original
//! did not have; the Markdown that comes out is rendered and cleaned like any other.
//!
//! One line of a paragraph, heading or cell is one [`Unit`]. Where a line holds marks (emphasis,
//! links, code, names) it is written as HTML: `<b id="1">…</b>` around marked words,
//! `<span id="2" translate="no">…</span>` for what stays. A translator that loses such marks is
//! asked again for the [`runs`] between them.

mod inline;
mod marked;

use std::collections::BTreeSet;

use comrak::{
    Arena, Node, format_commonmark,
    nodes::{AstNode, NodeValue},
};

use super::{handles, quotes};
use inline::{Line, Part};
use marked::Piece;

/// What a translator is asked for at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Plain text, or HTML.
    pub text: String,
    /// Whether it is HTML with marks.
    pub html: bool,
}

/// The texts of stored Markdown, in their order. Lines without a letter are left out.
#[must_use]
pub fn units(markdown: &str) -> Vec<Unit> {
    let arena = Arena::new();
    let root = super::parse(&arena, markdown);
    lines(&arena, root).iter().map(Line::unit).collect()
}

/// Whether an answer holds every mark of its unit, each once and in a way that can be written.
#[must_use]
pub fn keeps_marks(unit: &Unit, answer: &str) -> bool {
    !unit.html || marked::ids(&unit.text) == marked::ids(answer) && marked::is_whole(answer)
}

/// The texts between the marks of a unit, for a translator that loses marks.
#[must_use]
pub fn runs(unit: &Unit) -> Vec<String> {
    let pieces = marked::read(&unit.text);
    pieces.into_iter().filter_map(Piece::text).filter(|text| is_worded(text)).collect()
}

/// The answer for a unit, put together from the answers for its [`runs`].
#[must_use]
pub fn from_runs(unit: &Unit, answers: &[String]) -> String {
    let mut answers = answers.iter();
    let mut html = String::new();
    for piece in marked::read(&unit.text) {
        let other = match &piece {
            Piece::Text(text) if is_worded(text) => answers.next().map(|new| around(text, new)),
            _ => None,
        };
        other.map_or(piece, Piece::Text).write(&mut html);
    }
    html
}

/// Every address that a text links to or shows, ours and others', each once.
#[must_use]
pub fn addresses(markdown: &str) -> BTreeSet<String> {
    let arena = Arena::new();
    let root = super::parse(&arena, markdown);
    let address = |node: Node<'_>| match &node.data().value {
        NodeValue::Link(link) | NodeValue::Image(link) => Some(link.url.clone()),
        _ => None,
    };
    root.descendants().filter_map(address).collect()
}

/// Blanks at the ends of a text belong to the line, not to what is translated.
fn around(text: &str, new: &str) -> String {
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let ends = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    format!("{}{}{}", ends.0, new.trim(), ends.1)
}

/// The Markdown with the answers, one for each of its [`units`], in the place of its texts.
/// `None` when there are not as many.
#[must_use]
pub fn with_answers(markdown: &str, answers: &[String]) -> Option<String> {
    let arena = Arena::new();
    let root = super::parse(&arena, markdown);
    let lines = lines(&arena, root);
    if lines.len() != answers.len() {
        return None;
    }
    if lines.is_empty() {
        return Some(markdown.to_owned());
    }
    for (line, answer) in lines.iter().zip(answers) {
        line.replace(&arena, answer);
    }
    plain_writing(root);
    let mut written = String::new();
    format_commonmark(root, &super::OPTIONS, &mut written).ok()?;
    Some(without_separators(&written))
}

/// The writer of the library parts two lists by a comment, which here would be shown.
fn without_separators(written: &str) -> String {
    let separates = |line: &str| line.trim_start_matches([' ', '>']) == "<!-- end list -->";
    let kept: Vec<&str> = written.lines().filter(|line| !separates(line)).collect();
    kept.join("\n").trim_end().to_owned()
}

fn is_worded(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn lines<'a>(arena: &'a Arena<'a>, root: Node<'a>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    gather(arena, root, &mut lines);
    lines
}

fn gather<'a>(arena: &'a Arena<'a>, node: Node<'a>, lines: &mut Vec<Line<'a>>) {
    let leaf = match node.data().value {
        // Somebody else's words, and what is no sentence.
        NodeValue::BlockQuote | NodeValue::CodeBlock(_) | NodeValue::HtmlBlock(_) => return,
        // A quote may be written as an alert; most alerts are the author's own.
        NodeValue::Alert(_) if quotes::source_link(node).is_some() => return,
        NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::TableCell => true,
        _ => false,
    };
    if leaf {
        let found = inline::lines(arena, node);
        return lines.extend(found.into_iter().filter(|line| is_worded(&line.words())));
    }
    let children: Vec<_> = node.children().collect();
    children.into_iter().for_each(|child| gather(arena, child, lines));
}

/// Writes every text with as few escapes as it needs: the writer of the library escapes signs
/// that mean nothing where they stand, and a person is to read and change this.
fn plain_writing(root: Node<'_>) {
    let all: Vec<_> = root.descendants().collect();
    for node in all {
        let value = node.data().value.clone();
        match value {
            NodeValue::Text(text) => {
                let raw = inline::escaped(&text, inline::begins_line(node), before_link(node));
                node.data_mut().value = NodeValue::Raw(raw);
            }
            NodeValue::Link(link) => {
                if let Some(address) = inline::bare_address(node, &link.url) {
                    node.children().collect::<Vec<_>>().iter().for_each(|words| words.detach());
                    node.data_mut().value = NodeValue::Raw(format!("<{address}>"));
                }
            }
            // A tag that is alone on its line would make a block of what follows.
            NodeValue::HtmlInline(raw) if inline::begins_line(node) => {
                node.data_mut().value = NodeValue::Raw(format!("\\{raw}"));
            }
            NodeValue::LineBreak if inline::is_between(node) => {
                node.data_mut().value = NodeValue::SoftBreak;
            }
            _ => {}
        }
    }
}

fn before_link(node: Node<'_>) -> bool {
    node.next_sibling().is_some_and(|next| matches!(next.data().value, NodeValue::Link(_)))
}

impl<'a> Line<'a> {
    fn unit(&self) -> Unit {
        match self.parts.as_slice() {
            [Part::Text(text)] => Unit { text: text.clone(), html: false },
            _ => Unit { text: self.html(), html: true },
        }
    }

    /// Puts an answer in the place of the line's nodes.
    fn replace(&self, arena: &'a Arena<'a>, answer: &str) {
        let Some(place) = self.nodes.first() else { return };
        let here = arena.alloc(AstNode::from(NodeValue::Text("".into())));
        place.insert_before(here);
        self.nodes.iter().for_each(|node| node.detach());
        match self.parts.as_slice() {
            [Part::Text(_)] => text_before(arena, here, answer),
            _ => self.put(arena, here, answer),
        }
        here.detach();
    }

    fn put(&self, arena: &'a Arena<'a>, here: Node<'a>, answer: &str) {
        let known = self.by_id();
        let mut open: Vec<Node<'a>> = Vec::new();
        for piece in marked::read(answer) {
            let add = |new: Node<'a>| match open.last() {
                Some(parent) => parent.append(new),
                None => here.insert_before(new),
            };
            match piece {
                Piece::Text(text) => {
                    add(arena.alloc(AstNode::from(NodeValue::Text(line_of(&text).into()))));
                }
                Piece::Kept(id) => {
                    if let Some(node) = known.get(&id) {
                        add(node);
                    }
                }
                Piece::Open(id) => {
                    if let Some(node) = known.get(&id) {
                        node.children().collect::<Vec<_>>().iter().for_each(|old| old.detach());
                        add(node);
                        open.push(node);
                    }
                }
                Piece::Close => drop(open.pop()),
            }
        }
    }
}

fn text_before<'a>(arena: &'a Arena<'a>, here: Node<'a>, text: &str) {
    here.insert_before(arena.alloc(AstNode::from(NodeValue::Text(line_of(text).into()))));
}

/// An answer is one line: breaks and control signs in it become blanks. What tells of a mention
/// in stored text loses its form.
fn line_of(text: &str) -> String {
    let blank = |sign: char| if sign.is_control() { ' ' } else { sign };
    let line: String = text.chars().map(blank).collect();
    if handles::tokens(&line).is_empty() { line } else { line.replace("@{", "@ {") }
}

#[cfg(test)]
mod tests;
