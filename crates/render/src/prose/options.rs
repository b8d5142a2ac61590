//! A poll in a text: a list each of whose items begins with a round box, `- ( ) Trams`.
//!
//! So a poll is translated, quoted, held, edited and mailed as any other text, and reads as a list
//! wherever nobody can vote.

use super::excerpt::{own_words, tag_end};

/// What an item begins with.
const BOX: &str = "( )";
/// Fewer than these are no choice.
const FEWEST: usize = 2;

/// The options of the HTML that [`super::render`] made, without their boxes; none where it is no
/// poll. Quotes have none: they are voted on where they stand.
#[must_use]
pub fn options(html: &str) -> Vec<String> {
    // Most texts are no polls, and are not looked through.
    if !html.contains(BOX) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut quotes, mut rest) = (0_usize, html);
    while let Some(at) = rest.find('<') {
        let tag = rest.get(at..).unwrap_or_default();
        let end = tag_end(tag);
        rest = tag.get(end..).unwrap_or_default();
        if tag.starts_with("<blockquote") {
            quotes += 1;
        } else if tag.starts_with("</blockquote") {
            quotes = quotes.saturating_sub(1);
        } else if quotes == 0 && tag.starts_with("<li") {
            found.extend(boxed(rest));
        }
    }
    if found.len() < FEWEST { Vec::new() } else { found }
}

/// The words of an item that begins with a box.
fn boxed(rest: &str) -> Option<String> {
    let ends = ["</li", "<ul", "<ol", "<blockquote"].iter().filter_map(|end| rest.find(end)).min();
    let words = own_words(rest.get(..ends?)?);
    let option = words.strip_prefix(BOX)?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!option.is_empty()).then_some(option)
}

/// What tells one set of options from another, out of the Markdown that is kept: a slip of the pen
/// elsewhere in the text, or a new name of somebody who is mentioned, leaves it as it is.
#[must_use]
pub fn ballot(markdown: &str) -> String {
    let option = |line: &str| -> Option<String> {
        let item = line.trim_start().strip_prefix(['-', '*', '+'])?.trim_start();
        Some(item.strip_prefix(BOX)?.trim().to_owned())
    };
    markdown.lines().filter_map(option).collect::<Vec<_>>().join("\n")
}
