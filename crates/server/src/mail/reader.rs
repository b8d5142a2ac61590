//! Reads letters back that this program wrote into files: for the demonstration's mailbox.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A letter read back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Its headers in order, unfolded and decoded.
    pub headers: Vec<(String, String)>,
    /// The text twin.
    pub text: String,
    /// The HTML twin.
    pub html: String,
}

impl Read {
    /// The first header of that name; empty where there is none.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }
}

/// A letter from its file. What is not understood is left empty.
#[must_use]
pub fn read(raw: &str) -> Read {
    let (head, body) = split(raw);
    let mut letter = Read { headers: headers(head), ..Read::default() };
    let kind = letter.header("content-type").to_owned();
    match boundary(&kind) {
        None => letter.text = decoded(&letter.headers, body),
        Some(boundary) => {
            for part in parts(body, &boundary) {
                let (head, body) = split(part);
                let headers = headers(head);
                let is_html = headers.iter().any(|(name, value)| {
                    name.eq_ignore_ascii_case("content-type") && value.starts_with("text/html")
                });
                let into = if is_html { &mut letter.html } else { &mut letter.text };
                *into = decoded(&headers, body);
            }
        }
    }
    letter
}

fn split(raw: &str) -> (&str, &str) {
    let raw = raw.trim_start_matches("\r\n");
    raw.split_once("\r\n\r\n").or_else(|| raw.split_once("\n\n")).unwrap_or((raw, ""))
}

fn headers(head: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        match (line.starts_with([' ', '\t']), found.last_mut()) {
            (true, Some((_, value))) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            _ => {
                if let Some((name, value)) = line.split_once(':') {
                    found.push((name.trim().to_owned(), value.trim().to_owned()));
                }
            }
        }
    }
    found.into_iter().map(|(name, value)| (name, words(&value))).collect()
}

fn boundary(kind: &str) -> Option<String> {
    let rest = kind.strip_prefix("multipart/")?.split_once("boundary=")?.1;
    Some(rest.trim_matches(['"', ' ', ';']).to_owned())
}

fn parts<'a>(body: &'a str, boundary: &str) -> Vec<&'a str> {
    let mark = format!("--{boundary}");
    let inside = body.split(mark.as_str()).skip(1);
    inside.take_while(|part| !part.starts_with("--")).collect()
}

fn decoded(headers: &[(String, String)], body: &str) -> String {
    let coding =
        headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-transfer-encoding"));
    let body = body.trim_end_matches("\r\n");
    let plain = match coding.map(|(_, value)| value.to_ascii_lowercase()).as_deref() {
        Some("quoted-printable") => {
            text(quoted(&body.replace("=\r\n", "").replace("=\n", ""), false))
        }
        Some("base64") => {
            text(STANDARD.decode(body.split_whitespace().collect::<String>()).unwrap_or_default())
        }
        _ => body.to_owned(),
    };
    plain.replace("\r\n", "\n")
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

/// `=C3=B3` as bytes; in headers `_` is a blank.
fn quoted(body: &str, in_header: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let value =
            hex.filter(|_| *first == b'=').and_then(|pair| u8::from_str_radix(pair, 16).ok());
        out.push(match (value, first) {
            (Some(value), _) => value,
            (None, b'_') if in_header => b' ',
            (None, plain) => *plain,
        });
        rest = if value.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    out
}

/// `=?utf-8?b?…?=` in headers; blanks between two such words belong to neither.
fn words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    let mut after_word = false;
    while let Some((before, tail)) = rest.split_once("=?") {
        let Some((word, end)) = tail.split_once("?=").and_then(|_| word(tail)) else {
            break;
        };
        if !(after_word && before.trim().is_empty()) {
            out.push_str(before);
        }
        out.push_str(&word);
        rest = end;
        after_word = true;
    }
    out.push_str(rest);
    out
}

/// The decoded word at the beginning of `charset?coding?text?=rest`, and the rest.
fn word(tail: &str) -> Option<(String, &str)> {
    let (_, tail) = tail.split_once('?')?;
    let (coding, tail) = tail.split_once('?')?;
    let (body, rest) = tail.split_once("?=")?;
    let bytes = match coding {
        "b" | "B" => STANDARD.decode(body).ok()?,
        "q" | "Q" => quoted(body, true),
        _ => return None,
    };
    Some((text(bytes), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message::{Coding, compose};
    use crate::mail::{Letter, List};
    use stoa_kernel::Time;

    fn letter() -> Letter {
        Letter {
            id: "01j6".into(),
            kind: "mention",
            member: "01j00000000000000000000001".parse().unwrap(),
            name: "Łucja Ążółw".into(),
            email: "lucja@example.org".into(),
            subject: "José María Fernández de la Cruz te mencionó en «Techos verdes para escuelas»"
                .into(),
            text: "¿Cómo?\n\nhttp://stoa.example/p/1\n= 100 %\n".into(),
            html: "<p>¿Cómo? = 100 %</p>".into(),
            thread: None,
            list: Some(List { id: "x".into(), leave: "http://stoa.example/unsubscribe/t".into() }),
            at: Time(1_764_000_000_000_000),
        }
    }

    #[test]
    fn what_was_written_reads_back() {
        let from = "Stoa <stoa@stoa.example>".parse().unwrap();
        for coding in [Coding::Plain, Coding::SevenBit] {
            let letter = letter();
            let raw = compose(&letter, &from, "stoa.example", coding).unwrap().formatted();
            let back = read(&String::from_utf8(raw).unwrap());
            assert_eq!(back.header("subject"), letter.subject);
            assert!(back.header("to").contains("Łucja Ążółw"), "{}", back.header("to"));
            assert_eq!(back.header("list-unsubscribe"), "<http://stoa.example/unsubscribe/t>");
            assert_eq!(back.text.trim(), letter.text.trim());
            assert_eq!(back.html.trim(), letter.html);
        }
    }

    #[test]
    fn what_is_no_letter_is_empty() {
        assert_eq!(read("").text, "");
        assert_eq!(read("nonsense").headers, []);
        assert_eq!(words("=?utf-8?b?broken"), "=?utf-8?b?broken");
    }
}
