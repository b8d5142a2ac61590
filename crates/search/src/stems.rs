//! Stems of words, by language.

use std::sync::LazyLock;

use tantivy::tokenizer::{
    Language, RawTokenizer, Stemmer, StopWordFilter, TextAnalyzer, TokenStream,
};

/// Languages with a stemmer, by their two letters.
const LANGUAGES: [(&str, Language); 18] = [
    ("ar", Language::Arabic),
    ("da", Language::Danish),
    ("de", Language::German),
    ("el", Language::Greek),
    ("en", Language::English),
    ("es", Language::Spanish),
    ("fi", Language::Finnish),
    ("fr", Language::French),
    ("hu", Language::Hungarian),
    ("it", Language::Italian),
    ("nb", Language::Norwegian),
    ("nl", Language::Dutch),
    ("pt", Language::Portuguese),
    ("ro", Language::Romanian),
    ("ru", Language::Russian),
    ("sv", Language::Swedish),
    ("ta", Language::Tamil),
    ("tr", Language::Turkish),
];

/// One language's stemmer, and the words it takes for empty.
#[derive(Clone)]
pub(crate) struct Tongue {
    code: &'static str,
    stemmer: TextAnalyzer,
    telling: TextAnalyzer,
}

static TONGUES: LazyLock<Vec<Tongue>> = LazyLock::new(|| LANGUAGES.iter().map(tongue).collect());

fn tongue((code, language): &(&'static str, Language)) -> Tongue {
    let raw = TextAnalyzer::builder(RawTokenizer::default());
    let telling = match StopWordFilter::new(*language) {
        Some(filter) => raw.filter(filter).build(),
        None => raw.build(),
    };
    let stemmer = TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(*language));
    Tongue { code, stemmer: stemmer.build(), telling }
}

impl Tongue {
    /// The stemmer of a language, if there is one; `no` and `nn` are stemmed as Bokmål.
    pub(crate) fn of(language: &str) -> Option<Self> {
        let base = language.split('-').next().unwrap_or(language);
        let base = if matches!(base, "no" | "nn") { "nb" } else { base };
        TONGUES.iter().find(|tongue| tongue.code == base).cloned()
    }

    /// The stemmers of all languages.
    pub(crate) fn all() -> Vec<Self> {
        TONGUES.clone()
    }

    /// The stem of a word in lower case.
    pub(crate) fn stem(&mut self, word: &str) -> String {
        let stem = only(&mut self.stemmer, word).unwrap_or_else(|| word.to_owned());
        // Snowball's French leaves plurals behind a vowel as they are: "vélos", "panneaux" aside.
        match stem.strip_suffix('s') {
            Some(one) if self.code == "fr" && one.chars().count() > 3 => one.to_owned(),
            _ => stem,
        }
    }

    /// Whether a word in lower case says something by itself: not "the", not "of".
    pub(crate) fn tells(&mut self, word: &str) -> bool {
        only(&mut self.telling, word).is_some()
    }
}

fn only(analyzer: &mut TextAnalyzer, word: &str) -> Option<String> {
    let mut stream = analyzer.token_stream(word);
    stream.advance().then(|| stream.token().text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_stem_meet_in_their_language() {
        for (code, one, other) in [
            ("en", "planting", "plants"),
            ("es", "árboles", "árbol"),
            ("fr", "quartiers", "quartier"),
            ("fr", "vélos", "vélo"),
            ("de", "häuser", "haus"),
            ("pt", "cidades", "cidade"),
            ("ar", "المدينة", "مدينة"),
        ] {
            let mut tongue = Tongue::of(code).unwrap();
            assert_eq!(tongue.stem(one), tongue.stem(other), "{code}");
        }
        assert!(Tongue::of("ja").is_none());
        assert!(Tongue::of("en-GB").is_some() && Tongue::of("nn").is_some());
    }

    #[test]
    fn empty_words_are_known() {
        let mut english = Tongue::of("en").unwrap();
        assert!(!english.tells("the") && english.tells("heat"));
    }
}
