//! A poll in a text: a list each of whose items begins with a round box, `- ( ) Trams`.
//!
//! So a poll is translated, quoted, held, edited and mailed as any other text, and reads as a list
//! wherever nobody can vote.

use super::excerpt::{own_words, tag_end};
use crate::SafeHtml;

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

/// The text without the list of its options: where they can be chosen they stand only once.
#[must_use]
pub fn without_options(html: &SafeHtml) -> SafeHtml {
    let text = html.as_str();
    let cut = list(text).map(|(from, to)| {
        let parts = [text.get(..from), text.get(to..)];
        parts.into_iter().flatten().collect::<String>()
    });
    cut.map_or_else(|| html.clone(), SafeHtml::made_here)
}

/// Where the list of options begins and ends: the first list outside of quotes whose first item is
/// one. None where it says more than its options: nothing else may be lost with it.
fn list(html: &str) -> Option<(usize, usize)> {
    let (mut quotes, mut begun) = (0_usize, None);
    let mut at = 0;
    while let Some(next) = html.get(at..)?.find('<') {
        let from = at + next;
        let tag = html.get(from..)?;
        at = from + tag_end(tag);
        if tag.starts_with("<blockquote") {
            quotes += 1;
        } else if tag.starts_with("</blockquote") {
            quotes = quotes.saturating_sub(1);
        } else if tag.starts_with("<ul") && begun.is_none() {
            begun = (quotes == 0 && of_options(html.get(at..)?)).then_some(from);
        } else if tag.starts_with("</ul") && begun.is_some() {
            let from = begun?;
            return bare(html.get(from..at)?).then_some((from, at));
        }
    }
    None
}

/// Whether a list holds options alone: an item each, no list in an item, no second paragraph, no
/// link and no picture.
fn bare(list: &str) -> bool {
    let items = list.matches("<li").count();
    let more = ["<a ", "<img", "<ol", "<blockquote", "<pre", "<table"];
    items == options(list).len()
        && list.matches("<ul").count() == 1
        && list.matches("<p").count() <= items
        && !more.iter().any(|tag| list.contains(tag))
}

fn of_options(rest: &str) -> bool {
    let item = rest.find("<li").and_then(|at| rest.get(at..));
    let inside = item.and_then(|item| item.get(tag_end(item)..));
    inside.and_then(boxed).is_some()
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
    let mut options: Vec<String> = Vec::new();
    let mut inside = false;
    for line in markdown.lines() {
        let item = line.trim_start().strip_prefix(['-', '*', '+']).map(str::trim_start);
        if let Some(option) = item.and_then(|item| item.strip_prefix(BOX)) {
            options.push(option.trim().to_owned());
            inside = true;
        } else if inside && item.is_none() && line.starts_with(' ') && !line.trim().is_empty() {
            // An option goes on in lines that are set in.
            let more = line.trim();
            options.last_mut().into_iter().for_each(|last| *last = format!("{last} {more}"));
        } else {
            inside = false;
        }
    }
    options.join("\n")
}
