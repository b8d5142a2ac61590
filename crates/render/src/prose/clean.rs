//! The last step: ammonia decides what may stay.
//!
//! People cannot write HTML, so what arrives here is ours and the parser's; the cleaner holds
//! even if both are wrong. It also adds what every tag of a kind carries, so that nothing has to
//! be added behind it.

use std::{borrow::Cow, collections::HashSet};

use ammonia::{Builder, UrlRelative};

use super::Context;
use crate::{SafeHtml, Words};

const REL: &str = "nofollow ugc noopener noreferrer";

const TAGS: [&str; 28] = [
    "a",
    "abbr",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

const CLASSES: [(&str, &[&str]); 7] = [
    ("a", &["mention", "plate", "m", "w", "footnote-backref", "pic"]),
    (
        "div",
        &[
            "scroll",
            "markdown-alert",
            "markdown-alert-note",
            "markdown-alert-tip",
            "markdown-alert-important",
            "markdown-alert-warning",
            "markdown-alert-caution",
        ],
    ),
    ("li", &["task", "done"]),
    ("p", &["markdown-alert-title", "gone"]),
    ("section", &["footnotes"]),
    ("span", &["spoiler", "box", "file"]),
    ("sup", &["footnote-ref"]),
];

const ATTRIBUTES: [(&str, &[&str]); 14] = [
    ("a", &["href", "title", "id", "data-footnote-ref", "data-footnote-backref", "aria-label"]),
    ("blockquote", &["dir"]),
    ("code", &["class"]),
    ("div", &["dir", "role", "tabindex", "aria-label"]),
    ("img", &["src", "alt", "title", "width", "height"]),
    ("li", &["id", "dir"]),
    ("ol", &["start", "dir"]),
    ("p", &["dir"]),
    ("section", &["data-footnotes"]),
    ("span", &["role", "aria-label"]),
    ("table", &["dir"]),
    ("td", &["align"]),
    ("th", &["align", "scope"]),
    ("ul", &["dir"]),
];

/// Attributes that each such tag gets, whatever it had.
const FIXED: [(&str, &str, &str); 12] = [
    ("p", "dir", "auto"),
    ("td", "dir", "auto"),
    ("th", "dir", "auto"),
    ("th", "scope", "col"),
    ("h4", "dir", "auto"),
    ("h5", "dir", "auto"),
    ("h6", "dir", "auto"),
    ("pre", "dir", "ltr"),
    // A block of code may scroll sideways: the keyboard must reach it.
    ("pre", "tabindex", "0"),
    ("code", "dir", "ltr"),
    ("img", "loading", "lazy"),
    ("img", "decoding", "async"),
];

/// Bytes of text between two divisions.
const LONGEST_TEXT: usize = 2_048;

/// Bytes of an address.
const LONGEST_URL: usize = 2_048;

/// Paths of ours that a post may link to.
const OWN_PATHS: [&str; 9] =
    ["/p/", "/t/", "/s/", "/people/", "/cities/", "/practices/", "/live/", "/opportunities", "/f/"];

pub(super) fn clean(rough: &str, context: &Context<'_>) -> SafeHtml {
    let words = context.words;
    let prefix = context.id_prefix.to_owned();
    let mut builder = rules();
    builder
        .id_prefix(Some(context.id_prefix))
        .attribute_filter(move |tag, name, value| attribute(tag, name, value, &prefix, words));
    SafeHtml::made_here(builder.clean(&in_short_texts(rough)).to_string())
}

/// Divides long stretches of text by empty comments, which the cleaner drops again.
///
/// The serialiser behind the cleaner looks, at each `&` and `£`, for the next `<` to the end of
/// the text node: 64 KiB of them would take seconds.
fn in_short_texts(rough: &str) -> String {
    let mut divided = String::with_capacity(rough.len() + 64);
    for (number, part) in rough.split('<').enumerate() {
        if number > 0 {
            divided.push('<');
        }
        let text = part.find('>').map_or(0, |end| end + 1);
        let (tag, text) = part.split_at(text);
        divided.push_str(tag);
        push_divided(&mut divided, text);
    }
    divided
}

/// Never cuts inside a character reference: those of the writer end within sixteen bytes.
fn push_divided(to: &mut String, text: &str) {
    if text.len() <= LONGEST_TEXT {
        return to.push_str(text);
    }
    let (mut length, mut since_sign) = (0, 0);
    for letter in text.chars() {
        if length > LONGEST_TEXT && (letter == '&' || since_sign > 16) {
            to.push_str("<!---->");
            length = 0;
        }
        to.push(letter);
        length += letter.len_utf8();
        since_sign = if letter == '&' { 0 } else { since_sign + letter.len_utf8() };
    }
}

/// Whether a post may link to `url`: not longer than any real one, relative addresses only to pages that people share.
pub(super) fn may_link(url: &str) -> bool {
    let own = url.starts_with('#') || OWN_PATHS.iter().any(|path| url.starts_with(path));
    url.len() <= LONGEST_URL && (own || is_outside(url) || has_scheme(url, "mailto:"))
}

/// Whether `url` leads to the web at large.
pub(super) fn is_outside(url: &str) -> bool {
    has_scheme(url, "https://") || has_scheme(url, "http://")
}

fn has_scheme(url: &str, scheme: &str) -> bool {
    url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// Whether `url` is a picture kept here.
pub(super) fn may_show(url: &str) -> bool {
    url.starts_with("/f/") && !url.contains("..")
}

fn rules<'a>() -> Builder<'a> {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(TAGS))
        .clean_content_tags(HashSet::from(["script", "style"]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some(REL));
    for (tag, names) in ATTRIBUTES {
        builder.add_tag_attributes(tag, names);
    }
    for (tag, names) in CLASSES {
        builder.add_allowed_classes(tag, names);
    }
    for (tag, name, value) in FIXED {
        builder.set_tag_attribute_value(tag, name, value);
    }
    builder
}

/// Looks at each attribute that stays: addresses, the language of code, directions, and the
/// label of the way back from a footnote, which the parser writes in English.
fn attribute<'v>(
    tag: &str,
    name: &str,
    value: &'v str,
    prefix: &str,
    words: Words,
) -> Option<Cow<'v, str>> {
    match (tag, name) {
        ("a", "href") => href(value, prefix),
        ("img", "src") => may_show(value).then(|| value.into()),
        ("code", "class") => is_code_language(value).then(|| value.into()),
        ("a", "aria-label") => Some(words.a("core-footnote-back", "n", number(value)).into()),
        (_, "dir") => matches!(value, "auto" | "ltr" | "rtl").then(|| value.into()),
        _ => Some(value.into()),
    }
}

/// Ids get the post's prefix from ammonia; so must the addresses that point to them.
fn href<'v>(value: &'v str, prefix: &str) -> Option<Cow<'v, str>> {
    match value.strip_prefix('#') {
        Some(id) if !id.starts_with(prefix) => Some(format!("#{prefix}{id}").into()),
        _ => may_link(value).then(|| value.into()),
    }
}

fn number(label: &str) -> String {
    label.rsplit(' ').next().unwrap_or_default().to_owned()
}

fn is_code_language(class: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'#');
    let name = class.strip_prefix("language-");
    name.is_some_and(|name| !name.is_empty() && name.len() < 24 && name.bytes().all(known))
}
