//! Text as people type it, made fit to be kept and compared.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The form in which names and addresses are compared: compatibility-composed
/// and lower-cased, so that both databases agree on what is the same.
#[must_use]
pub fn fold(text: &str) -> String {
    text.trim().nfkc().flat_map(char::to_lowercase).nfkc().collect()
}

/// The form in which names are searched: folded, without accents and strokes.
#[must_use]
pub fn plain(text: &str) -> String {
    let marks = |c: &char| !unicode_normalization::char::is_combining_mark(*c);
    let mut out = String::with_capacity(text.len());
    for c in fold(text).nfkd().filter(marks) {
        match unstroked(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

/// Latin letters that Unicode does not take apart although people type them without.
#[must_use]
pub fn unstroked(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

/// One line: composed, without control characters and without the marks that
/// turn the direction of everything after them; runs of white space become one blank.
#[must_use]
pub fn line(text: &str) -> String {
    let kept: String = text.nfc().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let turned: String = kept.chars().filter(|c| !turns_direction(*c)).collect();
    turned.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines: composed, with `\n` alone as line end, without other control
/// characters than tabs, without blanks at its end.
#[must_use]
pub fn body(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let stays = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    // Nearly every text is as it should be, and a look costs less than composing it anew.
    if is_nfc_quick(lines.chars()) == IsNormalized::Yes && lines.chars().all(|c| stays(&c)) {
        return lines.trim_end().to_owned();
    }
    lines.nfc().filter(stays).collect::<String>().trim_end().to_owned()
}

/// The overrides and embeddings of the bidirectional algorithm (U+202A to
/// U+202E) and its isolates (U+2066 to U+2069): in a name they could make the
/// rest of the line read backwards.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A readable tail for an address: up to 60 characters of a-z, 0-9 and hyphens;
/// `fallback` when the text has none of them.
#[must_use]
pub fn slug(text: &str, fallback: &str) -> String {
    let mut out = String::new();
    for c in plain(text).chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
        if out.len() >= 60 {
            break;
        }
    }
    let trimmed = out.trim_matches('-');
    if trimmed.is_empty() { fallback.to_owned() } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_and_lines_lose_what_could_trick() {
        assert_eq!(fold(" ＺＯË "), "zoë");
        assert_eq!(plain("Łódź Åke"), "lodz ake");
        assert_eq!(line("a\u{202e}b\r\n\0c"), "ab c");
        assert_eq!(body("a\r\nb\u{7}\tc \n\n"), "a\nb\tc");
        assert_eq!(slug("How did Łódź do it?", "thread"), "how-did-lodz-do-it");
        assert_eq!(slug("雨庭", "thread"), "thread");
    }
}
