//! As much XML as the lists in a document need: the attributes of elements.
//!
//! A list that uses what lists do not need (entities of its own, a document type, an odd encoding)
//! is refused, because two programs may read two things in it.

use crate::Refused;

/// The text of a list in lower case.
///
/// # Errors
/// [`Refused::Damaged`] when it is no text, declares a type, or is in an encoding other than
/// UTF-8 or UTF-16.
pub(crate) fn text(bytes: &[u8]) -> Result<String, Refused> {
    // Names in these lists are ASCII: without its noughts, UTF-16 reads the same.
    let bytes: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    let declared = text.split("?>").next().unwrap_or_default();
    let encoding = declared.split_once("encoding").map(|(_, rest)| {
        rest.trim_start_matches(['=', ' ', '\t', '\r', '\n', '"', '\'']).to_owned()
    });
    let known = ["utf-8", "utf-16", "utf8", "us-ascii", "ascii"];
    let odd = text.contains("<?xml")
        && encoding.is_some_and(|encoding| !known.iter().any(|known| encoding.starts_with(known)));
    if odd || text.contains("<!doctype") || text.contains("<!entity") {
        return Err(Refused::Damaged);
    }
    Ok(text)
}

/// The elements of a text as their attributes, names and values in the text's case.
///
/// # Errors
/// [`Refused::Damaged`] when an attribute has no value.
pub(crate) fn elements(text: &str) -> Result<Vec<Vec<(String, String)>>, Refused> {
    let tags = text.split('<').skip(1).filter(|tag| !tag.starts_with(['?', '!', '/']));
    tags.map(|tag| attributes(tag).ok_or(Refused::Damaged)).collect()
}

fn attributes(tag: &str) -> Option<Vec<(String, String)>> {
    let name = tag.find(|letter: char| letter.is_whitespace() || "/>".contains(letter));
    let mut rest = tag.get(name?..)?.trim_start();
    let mut found = Vec::new();
    while !rest.starts_with(['>', '/']) {
        let (name, behind) = rest.split_once('=')?;
        let behind = behind.trim_start();
        let quote = behind.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
        let (value, behind) = behind.get(1..)?.split_once(quote)?;
        found.push((name.trim().to_owned(), plain(value)));
        rest = behind.trim_start();
    }
    Some(found)
}

/// A value with its characters in numbers (`&#101;`) written out, in lower case again.
fn plain(value: &str) -> String {
    let mut parts = value.split("&#");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once(';').unwrap_or((part, ""));
        let code = match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        let letter = code.ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
        out.extend(letter.to_lowercase());
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_in_turn() {
        let text = text(br#"<?xml version="1.0"?><A x = "1" y='t="2"'/><b>c</b>"#).unwrap();
        let found = elements(&text).unwrap();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(found, [vec![pair("x", "1"), pair("y", "t=\"2\"")], vec![]]);
        assert!(elements("<a x>").is_err() && elements("<a x=1>").is_err());
        assert!(elements("<a x=\"").is_err() && elements("<").is_err());
    }

    #[test]
    fn numbers_are_written_out() {
        assert_eq!(plain("&#69;xt&#x65;r&amp;"), "exter&amp;");
        assert_eq!(plain("&#x110000;a&#;"), "\u{FFFD}a\u{FFFD}");
    }

    #[test]
    fn odd_texts_are_refused() {
        let wide: Vec<u8> = "<A B='C'/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(text(&wide).unwrap().contains("<a b='c'/>"));
        assert!(text(b"<?xml encoding='utf-7'?><a/>").is_err());
        assert!(text(b"<?xml encoding = \"UTF-8\" ?><a/>").is_ok());
        assert!(text(b"<!DOCTYPE a><a/>").is_err());
    }
}
