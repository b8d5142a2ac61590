//! Lines with marks as HTML: writing them, and reading what came back.

use std::collections::BTreeSet;

use crate::html::escape;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// A mark begins.
    Open(usize),
    /// The mark that began last ends.
    Close,
    /// What stays.
    Kept(usize),
}

impl Piece {
    pub(super) fn text(self) -> Option<String> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn write(&self, html: &mut String) {
        match self {
            Self::Text(text) => escape(html, text),
            Self::Open(id) => html.push_str(&format!("<b id=\"{id}\">")),
            Self::Close => html.push_str("</b>"),
            Self::Kept(id) => {
                html.push_str(&format!("<span id=\"{id}\" translate=\"no\">·</span>"));
            }
        }
    }
}

/// The numbers of the marks and of what stays.
pub(super) fn ids(html: &str) -> BTreeSet<usize> {
    read(html).into_iter().filter_map(number).collect()
}

fn number(piece: Piece) -> Option<usize> {
    match piece {
        Piece::Open(id) | Piece::Kept(id) => Some(id),
        Piece::Text(_) | Piece::Close => None,
    }
}

/// Whether every number comes once and every mark that begins ends.
pub(super) fn is_whole(html: &str) -> bool {
    let (mut open, mut seen) = (0_i32, BTreeSet::new());
    for piece in read(html) {
        match piece {
            Piece::Open(_) => open += 1,
            Piece::Close => open -= 1,
            Piece::Text(_) | Piece::Kept(_) => {}
        }
        let again = number(piece).is_some_and(|id| !seen.insert(id));
        if again || open < 0 {
            return false;
        }
    }
    open == 0
}

/// Reads a line; tags that are none of ours are left out.
pub(super) fn read(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        push_text(&mut pieces, text);
        let Some(end) = tag.find('>') else {
            push_text(&mut pieces, tag);
            return pieces;
        };
        let (inside, after) = (tag.get(1..end).unwrap_or_default(), tag.get(end + 1..));
        rest = tagged(&mut pieces, inside.trim(), after.unwrap_or_default());
    }
    push_text(&mut pieces, rest);
    pieces
}

/// Takes a tag in; answers what comes after it, or after the end of what stays.
fn tagged<'t>(pieces: &mut Vec<Piece>, tag: &str, after: &'t str) -> &'t str {
    let name = tag.split([' ', '\n', '\t']).next().unwrap_or_default().to_ascii_lowercase();
    match (name.as_str(), id_of(tag)) {
        ("b", Some(id)) => pieces.push(Piece::Open(id)),
        ("/b", _) => pieces.push(Piece::Close),
        ("span", Some(id)) => {
            pieces.push(Piece::Kept(id));
            let end = after.to_ascii_lowercase().find("</span>");
            return end.and_then(|end| after.get(end + "</span>".len()..)).unwrap_or_default();
        }
        _ => {}
    }
    after
}

fn id_of(tag: &str) -> Option<usize> {
    let (_, value) = tag.split_once("id=")?;
    let digits = value.trim_start_matches(['"', '\'']);
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    digits.get(..length)?.parse().ok()
}

fn push_text(pieces: &mut Vec<Piece>, html: &str) {
    if !html.is_empty() {
        pieces.push(Piece::Text(plain(html)));
    }
}

/// The text that character references stand for.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at(at);
        text.push_str(before);
        let named = reference.find(';').filter(|end| *end <= 10);
        let sign = named.and_then(|end| sign_of(reference.get(1..end)?));
        match (sign, named) {
            (Some(sign), Some(end)) => {
                text.push(sign);
                rest = reference.get(end + 1..).unwrap_or_default();
            }
            _ => {
                text.push('&');
                rest = reference.get(1..).unwrap_or_default();
            }
        }
    }
    text.push_str(rest);
    text
}

fn sign_of(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}
