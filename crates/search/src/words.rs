//! Words of a text in any script, and the form in which they are compared.

use stoa_kernel::text::unstroked;
use tantivy::tokenizer::{PreTokenizedString, Token};
use unicode_normalization::UnicodeNormalization;

use crate::stems::Tongue;

/// Longer words, in bytes of their folded form, are no words: addresses, keys, noise.
const LONGEST: usize = 80;

/// A run of letters, or of signs of a script that sets no blanks between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run<'t> {
    /// As it stands in the text.
    pub(crate) text: &'t str,
    /// Where it begins, in bytes.
    pub(crate) from: usize,
    /// Signs, compared in pairs, and not letters, compared as a whole.
    pub(crate) signs: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Letter,
    Sign,
    /// Belongs to whatever stands before it.
    Mark,
    Other,
}

fn class(c: char) -> Class {
    if unicode_normalization::char::is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}') {
        Class::Mark
    } else if is_sign(c) {
        Class::Sign
    } else if c.is_alphanumeric() {
        Class::Letter
    } else {
        Class::Other
    }
}

/// Scripts written without blanks between words, and Korean, whose words carry their endings.
fn is_sign(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}'
        | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
        && c.is_alphanumeric()
}

/// The runs of a text, in order.
pub(crate) fn runs(text: &str) -> Vec<Run<'_>> {
    let mut found: Vec<Run<'_>> = Vec::new();
    let mut open: Option<(usize, Class)> = None;
    for (at, c) in text.char_indices() {
        let class = class(c);
        match open {
            Some((_, of)) if class == of || class == Class::Mark => {}
            Some((from, of)) => {
                found.extend(run(text, from, at, of));
                open = begins(at, class);
            }
            None => open = begins(at, class),
        }
    }
    if let Some((from, of)) = open {
        found.extend(run(text, from, text.len(), of));
    }
    found
}

fn begins(at: usize, class: Class) -> Option<(usize, Class)> {
    matches!(class, Class::Letter | Class::Sign).then_some((at, class))
}

fn run(text: &str, from: usize, to: usize, class: Class) -> Option<Run<'_>> {
    text.get(from..to).map(|text| Run { text, from, signs: class == Class::Sign })
}

/// A word in lower case, composed: what stemmers expect.
pub(crate) fn lower(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).filter(|c| *c != '\u{640}').collect()
}

/// The form in which words in lower case are compared: without accents, strokes
/// and vowel marks, Arabic endings alike. Signs keep their marks: they tell か from が.
pub(crate) fn fold(lower: &str) -> String {
    let mut out = String::with_capacity(lower.len());
    for c in lower.nfkd().filter(|c| !is_accent(*c)) {
        match alike(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out.nfc().collect()
}

/// Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel marks.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Letters that Unicode does not take apart although people write them in two ways.
fn alike(c: char) -> Option<&'static str> {
    unstroked(c).or(match c {
        'ς' => Some("σ"),
        'ة' => Some("ه"),
        'ى' => Some("ي"),
        _ => None,
    })
}

/// The pairs of a run of signs, each with its place in the run in bytes; a run of one sign is that sign.
pub(crate) fn pairs(run: &str) -> Vec<(usize, usize, String)> {
    let places: Vec<usize> = letters(run);
    let end = |number: usize| places.get(number).copied().unwrap_or(run.len());
    let size = if places.len() < 2 { 1 } else { 2 };
    let starts = places.len().saturating_sub(size - 1);
    let pair = |(number, from): (usize, &usize)| {
        let to = end(number + size);
        (*from, to, lower(run.get(*from..to).unwrap_or_default()))
    };
    places.iter().take(starts).enumerate().map(pair).collect()
}

/// Where each sign begins; marks belong to the sign before them.
fn letters(run: &str) -> Vec<usize> {
    run.char_indices().filter(|(_, c)| class(*c) != Class::Mark).map(|(at, _)| at).collect()
}

/// The signs of a run, one by one.
pub(crate) fn singles(run: &str) -> Vec<String> {
    let places = letters(run);
    let ends = places.iter().skip(1).copied().chain([run.len()]);
    places.iter().zip(ends).filter_map(|(from, to)| run.get(*from..to)).map(lower).collect()
}

/// The words of several texts as the index compares them as they are.
pub(crate) fn plain(text: &str) -> PreTokenizedString {
    let mut tokens = Tokens::default();
    for run in runs(text) {
        if run.signs {
            pairs(&lower(run.text)).into_iter().for_each(|(_, _, pair)| tokens.push(pair));
        } else {
            tokens.push(fold(&lower(run.text)));
        }
    }
    tokens.done()
}

/// The stems of a text, and its signs one by one.
pub(crate) fn stems(texts: &[&str], language: &str) -> PreTokenizedString {
    let mut tokens = Tokens::default();
    let mut tongue = Tongue::of(language);
    for run in texts.iter().flat_map(|text| runs(text)) {
        if run.signs {
            singles(&lower(run.text)).into_iter().for_each(|sign| tokens.push(sign));
        } else if let Some(tongue) = &mut tongue {
            tokens.push(fold(&tongue.stem(&lower(run.text))));
        }
    }
    tokens.done()
}

#[derive(Default)]
struct Tokens {
    tokens: Vec<Token>,
    position: usize,
}

impl Tokens {
    /// A word too long to be one leaves its place empty.
    fn push(&mut self, text: String) {
        if !text.is_empty() && text.len() <= LONGEST {
            self.tokens.push(Token { position: self.position, text, ..Token::default() });
        }
        self.position += 1;
    }

    fn done(self) -> PreTokenizedString {
        PreTokenizedString { text: String::new(), tokens: self.tokens }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        plain(text).tokens.into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn words_lose_case_accents_and_strokes() {
        assert_eq!(words("L’ÉTÉ à Łódź, Straße!"), ["l", "ete", "a", "lodz", "strasse"]);
        assert_eq!(words("مدينةٌ أُخرى"), ["مدينه", "اخري"]);
        assert_eq!(words("２０３０ co2"), ["2030", "co2"]);
    }

    #[test]
    fn signs_come_in_pairs_and_keep_their_marks() {
        assert_eq!(words("雨庭を作る"), ["雨庭", "庭を", "を作", "作る"]);
        assert_eq!(words("水"), ["水"]);
        assert_ne!(words("か"), words("が"));
        assert_eq!(words("ﾋﾞﾙ"), words("ビル"), "half-width kana are the same signs");
        assert_eq!(words("東京 tree 計画"), ["東京", "tree", "計画"]);
    }

    #[test]
    fn stems_follow_the_language() {
        let stems = |text, language| -> Vec<String> {
            stems(&[text], language).tokens.into_iter().map(|token| token.text).collect()
        };
        assert_eq!(stems("Häuser", "de"), stems("Haus", "de"));
        assert_eq!(stems("trees", "xx"), Vec::<String>::new());
        assert_eq!(stems("水道", "ja"), ["水", "道"]);
    }

    #[test]
    fn what_is_too_long_to_be_a_word_keeps_its_place() {
        let long = "a".repeat(LONGEST + 1);
        let tokens = plain(&format!("x {long} y")).tokens;
        let places: Vec<_> = tokens.iter().map(|token| (&*token.text, token.position)).collect();
        assert_eq!(places, [("x", 0), ("y", 2)]);
    }
}
