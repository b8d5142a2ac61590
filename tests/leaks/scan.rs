//! Finds canaries in whatever somebody was given, however it is coded.

use std::collections::BTreeSet;

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// How every canary begins. Letters and digits only, lower case: so it
/// survives slugs, folding, links and headers.
const MARK: &str = "zqx";
/// How long every canary is.
const LENGTH: usize = 15;
/// Codings within codings that are undone.
const DEPTH: usize = 3;
/// A run shorter than this, in base 64, cannot hold a canary.
const SHORTEST: usize = LENGTH * 4 / 3;

/// A canary for a name; the same name gives the same canary.
#[must_use]
pub fn canary(name: &str) -> String {
    // FNV-1a: no two names of these tests share a hash, and a test says so.
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{MARK}{:012x}", hash >> 16)
}

/// Every canary in a text, with codings undone.
#[must_use]
pub fn canaries(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut layer = vec![text.to_ascii_lowercase()];
    let mut raw = vec![text.to_owned()];
    for _ in 0..=DEPTH {
        layer.iter().for_each(|text| collect(text, &mut found));
        raw = raw.iter().flat_map(|text| undone(text)).collect();
        if raw.is_empty() {
            break;
        }
        layer = raw.iter().map(|text| text.to_ascii_lowercase()).collect();
    }
    found
}

fn collect(text: &str, found: &mut BTreeSet<String>) {
    for (at, _) in text.match_indices(MARK) {
        let candidate = text.get(at..at + LENGTH).unwrap_or_default();
        if candidate.len() == LENGTH
            && candidate.bytes().skip(MARK.len()).all(|b| b.is_ascii_hexdigit())
        {
            found.insert(candidate.to_owned());
        }
    }
}

/// What a text says once each coding that it may have is undone.
fn undone(text: &str) -> Vec<String> {
    let mut out: Vec<String> =
        [percent(text), entities(text), quoted_printable(text), escapes(text)]
            .into_iter()
            .flatten()
            .collect();
    out.extend(base64_runs(text));
    out
}

fn hex(pair: Option<&str>) -> Option<u8> {
    u8::from_str_radix(pair?, 16).ok()
}

/// Undoes `mark` followed by two hexadecimal digits.
fn bytes_behind(text: &str, mark: char) -> Option<String> {
    let mut parts = text.split(mark);
    let mut out = parts.next().unwrap_or_default().as_bytes().to_vec();
    let mut changed = false;
    for part in parts {
        if let Some(byte) = hex(part.get(..2)) {
            out.push(byte);
            out.extend_from_slice(&part.as_bytes()[2..]);
            changed = true;
        } else {
            out.extend_from_slice(mark.to_string().as_bytes());
            out.extend_from_slice(part.as_bytes());
        }
    }
    changed.then(|| String::from_utf8_lossy(&out).into_owned())
}

fn percent(text: &str) -> Option<String> {
    bytes_behind(text, '%')
}

fn quoted_printable(text: &str) -> Option<String> {
    let joined = text.replace("=\r\n", "").replace("=\n", "");
    // Words of headers write a space as an underscore.
    bytes_behind(&joined, '=').or_else(|| (joined != text).then_some(joined))
}

fn entities(text: &str) -> Option<String> {
    let mut parts = text.split("&#");
    let mut out = parts.next().unwrap_or_default().to_owned();
    let mut changed = false;
    for part in parts {
        let number = part.split_once(';').and_then(|(digits, rest)| {
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => digits.parse().ok(),
            };
            Some((char::from_u32(code?)?, rest))
        });
        match number {
            Some((letter, rest)) => {
                out.push(letter);
                out.push_str(rest);
                changed = true;
            }
            None => {
                out.push_str("&#");
                out.push_str(part);
            }
        }
    }
    changed.then_some(out)
}

/// `\u0041` of JSON and scripts.
fn escapes(text: &str) -> Option<String> {
    let mut parts = text.split("\\u");
    let mut out = parts.next().unwrap_or_default().to_owned();
    let mut changed = false;
    for part in parts {
        let letter = part
            .get(..4)
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        match letter {
            Some(letter) => {
                out.push(letter);
                out.push_str(&part[4..]);
                changed = true;
            }
            None => {
                out.push_str("\\u");
                out.push_str(part);
            }
        }
    }
    changed.then_some(out)
}

/// Runs of base 64 (also over lines, also the URL's alphabet), read from each
/// of the four places where a group may begin.
fn base64_runs(text: &str) -> Vec<String> {
    let config = GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let engine = GeneralPurpose::new(&alphabet::STANDARD, config);
    let coded = |c: char| c.is_ascii_alphanumeric() || "+/-_".contains(c);
    let joined = text.replace("\r\n", "").replace('\n', "");
    let mut sources = vec![text];
    if joined.len() != text.len() {
        sources.push(&joined);
    }
    let mut out = Vec::new();
    for source in sources {
        for run in source.split(|c| !coded(c)).filter(|run| run.len() >= SHORTEST) {
            let plain = run.replace('-', "+").replace('_', "/");
            for shift in 0..4 {
                let part = &plain[shift..];
                // The last group may be short by its padding, but holds two letters at least.
                let whole = part.len() - usize::from(part.len() % 4 == 1);
                if let Ok(bytes) = engine.decode(&part[..whole]) {
                    let decoded = String::from_utf8_lossy(&bytes).into_owned();
                    // What is no text in any coding cannot hold a canary in the next.
                    if decoded.to_ascii_lowercase().contains(MARK) || is_text(&decoded) {
                        out.push(decoded);
                    }
                }
            }
        }
    }
    out
}

fn is_text(decoded: &str) -> bool {
    decoded.chars().all(|c| !c.is_control() || c.is_whitespace()) && !decoded.contains('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn engine() -> base64::engine::GeneralPurpose {
        base64::engine::general_purpose::STANDARD
    }

    fn finds(text: &str) {
        assert!(canaries(text).contains(&canary("x")), "not found in {text}");
    }

    #[test]
    fn a_canary_is_found_in_every_coding() {
        let canary = canary("x");
        finds(&format!("<p>{canary}</p>"));
        finds(&canary.to_uppercase());
        let percent: String = canary.bytes().map(|byte| format!("%{byte:02X}")).collect();
        finds(&percent);
        finds(&percent.replace('%', "%25"));
        let entities: String = canary.bytes().map(|byte| format!("&#x{byte:x};")).collect();
        finds(&entities);
        let printable: String = canary.bytes().map(|byte| format!("={byte:02X}")).collect();
        finds(&printable);
        finds(&format!("{}=\r\n{}", &canary[..7], &canary[7..]));
        let escapes: String =
            canary.bytes().map(|byte| format!("\\u{:04x}", u32::from(byte))).collect();
        finds(&escapes);
        for before in ["", "a", "ab", "abc"] {
            let coded = engine().encode(format!("{before}{canary} and more"));
            finds(&coded);
            finds(&format!("token={}", coded.replace('+', "-").replace('/', "_")));
            finds(&format!("{}\r\n{}", &coded[..12], &coded[12..]));
            finds(&format!("=?utf-8?B?{}?=", engine().encode(format!("{before}{canary}"))));
        }
        finds(&engine().encode(engine().encode(entities)));
    }

    #[test]
    fn other_texts_hold_none() {
        assert!(canaries("zqx and zqx0123, or zqxghijklmnopqrs").is_empty());
        let canary = canary("y");
        assert!(!canaries(&canary).contains(&super::canary("x")));
    }

    #[test]
    fn all_canaries_in_a_text_are_found() {
        let text = format!("{} {}", canary("a"), engine().encode(canary("b")));
        assert_eq!(canaries(&text).len(), 2);
    }
}
