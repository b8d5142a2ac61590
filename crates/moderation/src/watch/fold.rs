//! Texts as rules compare them: without case, width, and signs that nobody sees; and where in them
//! a word begins and ends.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case and in Unicode's form NFKC, without zero-width signs and other format
/// characters, which would part a word for a rule and for no reader.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(text.to_ascii_lowercase()),
            false => Cow::Borrowed(text),
        };
    }
    Cow::Owned(simple(text).unwrap_or_else(|| whole(text)))
}

/// The same, for texts of signs that stand for themselves in NFKC: most texts, at the price of
/// copying them.
fn simple(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (head, tail) = rest.split_at(ascii);
        folded.push_str(head);
        let mut signs = tail.chars();
        if let Some(sign) = signs.next() {
            folded.extend(settled(sign).then(|| sign.to_lowercase())?);
        }
        rest = signs.as_str();
    }
    folded.make_ascii_lowercase();
    Some(folded)
}

/// Letters and marks that NFKC leaves alone whatever stands around them, as long as that is settled
/// too: Latin with accents, Greek, Cyrillic, Arabic, Chinese, kana, quotation marks and dashes.
fn settled(sign: char) -> bool {
    matches!(sign, '\u{ab}' | '\u{bb}' | '\u{bf}' | '\u{a1}' | '\u{c0}'..='\u{131}'
        | '\u{134}'..='\u{13e}' | '\u{141}'..='\u{148}' | '\u{14a}'..='\u{17e}'
        | '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3ce}' | '\u{400}'..='\u{481}'
        | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | '\u{2013}' | '\u{2014}'
        | '\u{2018}'..='\u{201e}' | '\u{2022}' | '\u{20ac}' | '\u{3001}' | '\u{3002}'
        | '\u{300c}'..='\u{300f}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}'
        | '\u{4e00}'..='\u{9fff}')
}

fn whole(text: &str) -> String {
    text.chars().filter(|sign| !unseen(*sign)).nfkc().collect::<String>().to_lowercase()
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
        assert_eq!(fold("NON\u{a0}SÉCABLE"), "non sécable");
    }

    #[test]
    fn settled_signs_are_those_that_the_whole_way_leaves_alone() {
        for sign in ('\0'..=char::MAX).filter(|sign| settled(*sign)) {
            let text = format!("a{sign}b");
            assert_eq!(simple(&text), Some(whole(&text)), "{sign:?}");
        }
        assert_eq!(simple("e\u{301}"), None, "a mark that joins the letter before it");
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
