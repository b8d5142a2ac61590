//! How files stand in a text: a picture as itself, a document as a link with its kind and size.
//!
//! What is written here goes through the cleaner as everything does.

use super::{Context, FileFacts};
use crate::Words;
use crate::html::escape;

/// The id of the file that an address leads to, and what is known of it.
pub(super) fn of<'u>(url: &'u str, context: &Context<'_>) -> Option<(&'u str, FileFacts)> {
    let id = url.strip_prefix("/f/").or_else(|| {
        let own = url.strip_prefix(context.origin).filter(|_| !context.origin.is_empty());
        own.and_then(|path| path.strip_prefix("/f/"))
    })?;
    // A page of a document, or the smaller picture, is the same file.
    let id = id.split(['/', '#', '?']).next().unwrap_or_default();
    Some((id, (context.file)(id)?))
}

/// Behind a link: what kind of file it leads to and how large it is.
pub(super) fn note(facts: &FileFacts, words: Words) -> String {
    let mut html = String::from(" <span class=\"file\">");
    escape(&mut html, &format!("({}, {})", facts.kind, words.bytes(facts.size)));
    html.push_str("</span>");
    html
}

/// A picture of the size it takes, so that the text does not jump when it comes; the whole of it
/// is a press away, unless it stands in a link already. One that nobody described says so: the
/// link must have a name.
pub(super) fn picture(
    id: &str,
    facts: &FileFacts,
    described: &str,
    linked: bool,
    words: Words,
) -> String {
    let (width, height) = shown(facts);
    let small = if facts.small { "/small" } else { "" };
    let mut html = String::new();
    if linked {
        html.push_str(&format!("<a class=\"pic\" href=\"/f/{id}\">"));
    }
    html.push_str(&format!(
        "<img src=\"/f/{id}{small}\" width=\"{width}\" height=\"{height}\" alt=\""
    ));
    match described.is_empty() {
        true => escape(&mut html, &words.say("core-picture-undescribed")),
        false => escape(&mut html, described),
    }
    html.push_str(if linked { "\"></a>" } else { "\">" });
    html
}

/// Width and height of what is shown.
fn shown(facts: &FileFacts) -> (u32, u32) {
    let (width, height) = facts.picture.unwrap_or_default();
    let longest = width.max(height).max(1);
    if !facts.small || longest <= FileFacts::SMALL {
        return (width, height);
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(FileFacts::SMALL) / u64::from(longest);
        u32::try_from(side).unwrap_or(1).max(1)
    };
    (scaled(width), scaled(height))
}
