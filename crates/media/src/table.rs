//! A table of text (CSV): the one kind that has nothing to be known by, so that its name must say
//! it and its text must not begin like anything that programs run or show.
//!
//! Formulas (`=HYPERLINK(…)`) stay: they are text, and whoever opens the table in a spreadsheet is
//! asked by the spreadsheet. The file is served as an attachment.

use crate::Refused;
use crate::bytes::{contains, head};

/// How UTF-8 is marked at the beginning of a file.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// What a table must not begin with, in lower case: HTML and XML, PDF, PostScript, scripts, RTF,
/// mail with web pages inside, shortcuts, and SYLK, in which spreadsheets run macros.
const BEGINNINGS: [&str; 14] = [
    "<",
    "%pdf",
    "%!",
    "#!",
    "{\\rtf",
    "mime-version:",
    "content-type:",
    "from:",
    "[internetshortcut]",
    "[desktop entry]",
    "[autorun]",
    "@echo",
    "javascript:",
    "id;p",
];

/// The text by which scanners of viruses are tried, in two parts lest this file be taken for it.
const TRIAL: [&str; 2] =
    [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];

/// The text of a table in UTF-8.
///
/// UTF-8 is kept as it is, with its mark or without. UTF-16 needs its mark and becomes UTF-8 with
/// a mark, by which spreadsheets know it. Text in an older code page cannot be told from noise,
/// and a guess would spoil names: it is refused, and saving as UTF-8 helps.
///
/// # Errors
/// [`Refused::Unknown`] when the name does not end in `.csv` or the text begins like something
/// else, [`Refused::Encoding`] when it is not UTF-8, [`Refused::Damaged`] when it holds control
/// characters,
/// [`Refused::Empty`] when there is only white space, [`Refused::TooLarge`] when it outgrows that
/// many bytes as UTF-8.
pub(crate) fn text(bytes: Vec<u8>, name: &str, most: usize) -> Result<Vec<u8>, Refused> {
    let name = name.trim_end_matches(['.', ' ']).as_bytes();
    if !name.last_chunk::<4>().is_some_and(|end| end.eq_ignore_ascii_case(b".csv")) {
        return Err(Refused::Unknown);
    }
    let bytes = in_utf8(bytes)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Refused::Encoding)?;
    judge(text)?;
    if bytes.len() > most { Err(Refused::TooLarge) } else { Ok(bytes) }
}

fn in_utf8(bytes: Vec<u8>) -> Result<Vec<u8>, Refused> {
    let (rest, greater_first) = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => (rest, false),
        [0xFE, 0xFF, rest @ ..] => (rest, true),
        _ => return Ok(bytes),
    };
    let number = if greater_first { u16::from_be_bytes } else { u16::from_le_bytes };
    let (pairs, []) = rest.as_chunks::<2>() else {
        return Err(Refused::Damaged);
    };
    let letters = char::decode_utf16(pairs.iter().map(|pair| number(*pair)));
    let text: String = letters.collect::<Result<_, _>>().map_err(|_| Refused::Damaged)?;
    Ok([MARK, text.as_bytes()].concat())
}

fn judge(text: &str) -> Result<(), Refused> {
    let start =
        text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{FEFF}');
    if start.is_empty() {
        return Err(Refused::Empty);
    }
    if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n')) {
        return Err(Refused::Damaged);
    }
    let first = head(start.as_bytes(), 64);
    let begins = |with: &&str| {
        first.get(..with.len()).is_some_and(|first| first.eq_ignore_ascii_case(with.as_bytes()))
    };
    if BEGINNINGS.iter().any(begins) || contains(text.as_bytes(), TRIAL.concat().as_bytes()) {
        return Err(Refused::Unknown);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
        text(bytes.to_vec(), "Members.CSV", 1_000)
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn text_called_a_table_is_kept() {
        for good in ["a,b\r\n1,2\n", "\u{FEFF}naïve;日本\n", "=1+1,@SUM(A1)", "\n\na\tb"] {
            assert_eq!(table(good.as_bytes()), Ok(good.as_bytes().to_vec()));
        }
        assert_eq!(text(b"a,b".to_vec(), "a.txt", 9), Err(Refused::Unknown));
        assert_eq!(text(b"a,b".to_vec(), "csv", 9), Err(Refused::Unknown));
        assert_eq!(text(b"a,b".to_vec(), "日.csv", 9), Ok(b"a,b".to_vec()));
    }

    #[test]
    fn utf_16_becomes_utf_8() {
        let kept = "\u{FEFF}é,日\n".as_bytes().to_vec();
        assert_eq!(table(&utf16("é,日\n", u16::to_le_bytes)), Ok(kept.clone()));
        assert_eq!(table(&utf16("é,日\n", u16::to_be_bytes)), Ok(kept));
        assert_eq!(table(b"\xFF\xFEa"), Err(Refused::Damaged));
        assert_eq!(table(b"\xFF\xFE\x00\xD8"), Err(Refused::Damaged));
        assert_eq!(table(&utf16("<script>", u16::to_le_bytes)), Err(Refused::Unknown));
        assert_eq!(table(&utf16(&"日".repeat(400), u16::to_le_bytes)), Err(Refused::TooLarge));
    }

    #[test]
    fn what_begins_like_something_else_is_not() {
        for bad in [
            "<b>",
            " \u{FEFF}\n<?php",
            "%PDF-1",
            "#!/bin/sh",
            "{\\RTF1",
            "ID;PWXL",
            "MIME-Version: 1",
        ] {
            assert_eq!(table(bad.as_bytes()), Err(Refused::Unknown), "{bad}");
        }
        assert_eq!(table(TRIAL.concat().as_bytes()), Err(Refused::Unknown));
        for bad in [&b"a\0b"[..], b"a,\x1B[2J", b"a\x7F"] {
            assert_eq!(table(bad), Err(Refused::Damaged));
        }
        assert_eq!(table(b"caf\xE9,1"), Err(Refused::Encoding));
        assert_eq!(table(b" \r\n"), Err(Refused::Empty));
    }
}
