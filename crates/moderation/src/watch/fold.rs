//! Texts as rules compare them: without case, width, and signs that nobody sees; and where in them
//! a word begins and ends.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The text in lower case and in Unicode's form NFKC, without zero-width signs and other format
/// characters, which would part a word for a rule and for no reader.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(text.to_ascii_lowercase()),
            false => Cow::Borrowed(text),
        };
    }
    let plain = is_nfkc_quick(text.chars()) == IsNormalized::Yes && !text.chars().any(unseen);
    if plain {
        return Cow::Owned(text.to_lowercase());
    }
    Cow::Owned(text.chars().filter(|sign| !unseen(*sign)).nfkc().collect::<String>().to_lowercase())
}

/// Soft hyphens, zero-width signs, directions, joiners, the byte order mark, variation selectors.
fn unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether a word may begin or end between these two: not inside of letters and digits, but anywhere
/// in scripts that put no space between words.
fn apart(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return true };
    !joins(before) || !joins(after) || unspaced(before) || unspaced(after)
}

fn joins(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_' || is_combining_mark(sign)
}

/// Chinese, Japanese, Thai, Lao, Khmer and Burmese.
fn unspaced(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
        | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Whether a word stands there by itself: with an open end it may go on.
pub(super) fn stands(text: &str, at: std::ops::Range<usize>, open: (bool, bool)) -> bool {
    let (Some(head), Some(word), Some(tail)) =
        (text.get(..at.start), text.get(at.clone()), text.get(at.end..))
    else {
        return false;
    };
    let begins = open.0 || apart(head.chars().next_back(), word.chars().next());
    begins && (open.1 || apart(word.chars().next_back(), tail.chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_width_and_what_nobody_sees_make_no_difference() {
        assert_eq!(fold("CASINO"), "casino");
        assert_eq!(fold("plain"), "plain");
        assert_eq!(fold("ＣＡＳＩＮＯ"), "casino");
        assert_eq!(fold("ca\u{200b}si\u{ad}no\u{202e}"), "casino");
        assert_eq!(fold("CAFE\u{301} ÉTÉ"), "café été");
    }

    #[test]
    fn a_word_ends_where_its_letters_end_and_anywhere_in_chinese() {
        let whole = |text: &str, word: &str| {
            let at = text.find(word).unwrap();
            stands(text, at..at + word.len(), (false, false))
        };
        assert!(whole("a casino.", "casino") && whole("casino", "casino"));
        assert!(!whole("casinos", "casino") && !whole("xcasino", "casino"));
        assert!(!whole("cafe\u{301}", "cafe"), "a mark belongs to its letter");
        assert!(whole("在线赌场平台", "赌场") && whole("カジノへ行く", "カジノ"));
        assert!(stands("casinos", 0..6, (false, true)) && !stands("xcasinos", 1..7, (false, true)));
    }
}
