//! A text that stands twice on a page.

use super::excerpt::tag_end;
use crate::SafeHtml;

/// The text without the names of places in it: links to its notes lead to where it stands first.
#[must_use]
pub fn without_places(html: &SafeHtml) -> SafeHtml {
    let text = html.as_str();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        let (tag, after) = tag.split_at(tag_end(tag));
        out.push_str(words);
        out.push_str(&nameless(tag));
        rest = after;
    }
    out.push_str(rest);
    SafeHtml::made_here(out)
}

/// A tag without its `id`.
fn nameless(tag: &str) -> String {
    let place = tag.find(" id=\"");
    let end = place.and_then(|at| tag.get(at + 5..)?.find('"').map(|end| (at, at + 5 + end + 1)));
    match end.and_then(|(from, to)| Some((tag.get(..from)?, tag.get(to..)?))) {
        Some((before, after)) => format!("{before}{after}"),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lose_their_names_and_words_keep_theirs() {
        let html = "<p id=\"a\">say id=\"x\" <a href=\"#b\" id=\"c\" class=\"d\">b</a></p>";
        let left = without_places(&SafeHtml::made_here(html.to_owned()));
        assert_eq!(left.as_str(), "<p>say id=\"x\" <a href=\"#b\" class=\"d\">b</a></p>");
    }
}
