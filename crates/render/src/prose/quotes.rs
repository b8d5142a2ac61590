//! Quotes that point to their source.

use std::ops::Range;

use comrak::{
    Arena, Node, escape_commonmark_inline,
    nodes::{AstNode, NodeValue, Sourcepos},
};

/// What has become of a quoted post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuoteState {
    /// It can be read; the name in the quote stays as it was typed.
    Visible,
    /// It can be read, and its author is called this now.
    By(String),
    /// It was removed, withdrawn or hidden: its words go from the quote.
    Gone,
}

/// Markdown that quotes `text`: `> [Author](/p/ID):`, an empty line, then the text, every line
/// behind `> `. `author` and `post_id` are plain; `text` is Markdown and stays as it is.
pub fn quote_markdown(author: &str, post_id: &str, text: &str) -> String {
    let author = author.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut quote = format!("> [{}](/p/{post_id}):\n>\n", escape_commonmark_inline(&author));
    for line in text.trim().lines() {
        quote.push_str(if line.is_empty() { ">" } else { "> " });
        quote.push_str(line);
        quote.push('\n');
    }
    quote
}

/// The Markdown without those quotes whose source is gone; `> …` stands in the place of each.
/// For readers other than the author, to whom the words are lost in the HTML as well.
pub fn without_gone(markdown: &str, origin: &str, gone: &dyn Fn(&str) -> bool) -> String {
    let arena = Arena::new();
    let mut cut = Vec::new();
    for node in super::parse(&arena, markdown).descendants() {
        let data = node.data();
        let quoted = matches!(data.value, NodeValue::BlockQuote | NodeValue::Alert(_));
        let lines = data.sourcepos.start.line..=data.sourcepos.end.line;
        drop(data);
        if quoted && source(node, origin).is_some_and(|id| gone(&id)) {
            cut.push(lines);
        }
    }
    if cut.is_empty() {
        return markdown.to_owned();
    }
    let mut kept: Vec<&str> = Vec::new();
    for (number, line) in (1..).zip(markdown.lines()) {
        match cut.iter().find(|lines| lines.contains(&number)) {
            Some(lines) if *lines.start() == number => kept.push("> …"),
            Some(_) => {}
            None => kept.push(line),
        }
    }
    kept.join("\n")
}

/// The Markdown with `name` in the place of the names that stand before quotes of certain posts:
/// their author has left. The quoted words stay.
pub fn without_names(
    markdown: &str,
    origin: &str,
    name: &str,
    of: &dyn Fn(&str) -> bool,
) -> String {
    let arena = Arena::new();
    let mut spans = Vec::new();
    for node in super::parse(&arena, markdown).descendants() {
        let quoted = matches!(node.data().value, NodeValue::BlockQuote | NodeValue::Alert(_));
        if quoted
            && source(node, origin).is_some_and(|id| of(&id))
            && let Some(link) = source_link(node)
        {
            spans.extend(inside(markdown, link));
        }
    }
    let mut out = markdown.to_owned();
    // From the end, so that the places before stay true.
    spans.sort_unstable_by_key(|span| std::cmp::Reverse(span.start));
    for span in spans {
        out.replace_range(span, &escape_commonmark_inline(name));
    }
    out
}

/// Where the words of an inline link stand: between its bracket and its address, which is ours
/// and holds no bracket.
fn inside(text: &str, link: Node<'_>) -> Option<Range<usize>> {
    let whole = bytes(text, link.data().sourcepos)?;
    let end = text.get(whole.clone())?.rfind("](")?;
    Some(whole.start + 1..whole.start + end)
}

/// Lines and columns, both from 1 and the end included, as a range of bytes.
fn bytes(text: &str, place: Sourcepos) -> Option<Range<usize>> {
    let mut begins = vec![0];
    begins.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    let at = |line: usize, column: usize| Some(begins.get(line.checked_sub(1)?)? + column);
    let start = at(place.start.line, place.start.column.checked_sub(1)?)?;
    let end = at(place.end.line, place.end.column)?;
    text.get(start..end).map(|_| start..end)
}

/// The id of the post that a block quote names in its first line.
pub(super) fn source(block: Node<'_>, origin: &str) -> Option<String> {
    let link = source_link(block)?;
    match &link.data().value {
        NodeValue::Link(link) => post_id(&link.url, origin).map(str::to_owned),
        _ => None,
    }
}

/// Writes the author's present name into the link to the source.
pub(super) fn rename<'a>(arena: &'a Arena<'a>, block: Node<'a>, name: String) {
    let Some(link) = source_link(block) else {
        return;
    };
    while let Some(child) = link.first_child() {
        child.detach();
    }
    link.append(arena.alloc(AstNode::from(NodeValue::Text(name.into()))));
}

pub(super) fn source_link<'a>(block: Node<'a>) -> Option<Node<'a>> {
    let opening = block.first_child()?;
    if !matches!(opening.data().value, NodeValue::Paragraph) {
        return None;
    }
    let link = opening.first_child()?;
    matches!(link.data().value, NodeValue::Link(_)).then_some(link)
}

/// The id in `/p/ID`, or in the same address below `origin`; `?…` and `#…` are left out.
fn post_id<'u>(url: &'u str, origin: &str) -> Option<&'u str> {
    let path = if origin.is_empty() { url } else { url.strip_prefix(origin).unwrap_or(url) };
    let rest = path.strip_prefix("/p/")?;
    let id = rest.split(['?', '#', '/']).next()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (!id.is_empty() && id.len() <= 64 && id.bytes().all(plain)).then_some(id)
}
