//! Which language a text is in, what languages call themselves, and which way they run.

use serde::Serialize;
use whatlang::{Detector, Lang, Script};

/// The direction of a script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// `ltr` or `rtl`, for `dir="…"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl std::fmt::Display for Direction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Fewer letters than this prove nothing against what is known of the author.
const FEW_LETTERS: usize = 40;

/// Characters that are looked at: more cost more and find nothing else.
const LOOK: usize = 200;

/// Finds the language of a text, as an ISO 639-1 code (`fil` has none and is not detected).
///
/// Only languages in `allow` (the site's) are considered; without such a list short texts are
/// mostly misjudged. `prior` holds the author's languages, the likeliest first: when the text is
/// short or the finding unsure, they decide among those of the same script. `None` when there is
/// no letter to go by or no allowed language is written so.
pub fn detect(text: &str, allow: &[&str], prior: &[&str]) -> Option<&'static str> {
    let text =
        text.char_indices().nth(LOOK).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    let allowed = langs(allow);
    let script = whatlang::detect_script(text)?;
    let candidates: Vec<Lang> =
        allowed.into_iter().filter(|lang| is_written(*lang, script)).collect();
    match candidates.as_slice() {
        [] => None,
        [only] => code_of(*only),
        _ => among(text, candidates, &langs(prior)).and_then(code_of),
    }
}

fn among(text: &str, candidates: Vec<Lang>, prior: &[Lang]) -> Option<Lang> {
    let expected = prior.iter().copied().find(|lang| candidates.contains(lang));
    if candidates.contains(&Lang::Jpn) && text.chars().any(is_kana) {
        return Some(Lang::Jpn);
    }
    let info = Detector::with_allowlist(candidates.clone()).detect(text);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    match (info, expected) {
        (Some(info), Some(known)) if !info.is_reliable() || letters < FEW_LETTERS => {
            second_opinion(text, info.lang(), known, prior, &candidates)
        }
        (Some(info), _) => Some(info.lang()),
        (None, expected) => expected,
    }
}

/// For a short or doubtful text: the author's languages are weighed among themselves. A finding
/// outside them stands only if it is sure in itself.
fn second_opinion(
    text: &str,
    found: Lang,
    known: Lang,
    prior: &[Lang],
    candidates: &[Lang],
) -> Option<Lang> {
    if prior.contains(&found) {
        return Some(found);
    }
    let own: Vec<Lang> = prior.iter().copied().filter(|lang| candidates.contains(lang)).collect();
    if own.len() < 2 {
        return Some(known);
    }
    Detector::with_allowlist(own).detect_lang(text).or(Some(known))
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}')
}

/// The language of a Chinese character alone is Chinese or Japanese; kana decide.
fn is_written(lang: Lang, script: Script) -> bool {
    match script {
        Script::Mandarin => matches!(lang, Lang::Cmn | Lang::Jpn),
        Script::Hiragana | Script::Katakana => lang == Lang::Jpn,
        other => other.langs().contains(&lang),
    }
}

fn langs(codes: &[&str]) -> Vec<Lang> {
    let known = |code: &&str| {
        let short = code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        TONGUES.iter().find(|tongue| tongue.code == short).and_then(|tongue| tongue.lang)
    };
    codes.iter().filter_map(known).collect()
}

fn code_of(lang: Lang) -> Option<&'static str> {
    TONGUES.iter().find(|tongue| tongue.lang == Some(lang)).map(|tongue| tongue.code)
}

/// What a language calls itself, by ISO 639 code (a region is ignored); the code itself when
/// unknown, with the lifetime of the argument.
pub fn endonym(code: &str) -> &str {
    tongue(code).map_or(code, |tongue| tongue.endonym)
}

/// The direction in which a language is written; left to right when unknown.
pub fn dir_of(code: &str) -> Direction {
    let short = code.split(['-', '_']).next().unwrap_or_default();
    match RIGHT_TO_LEFT.contains(&short.to_ascii_lowercase().as_str()) {
        true => Direction::Rtl,
        false => Direction::Ltr,
    }
}

/// The codes with a known endonym, in the order of the table: languages a person may choose.
pub fn known_languages() -> impl Iterator<Item = &'static str> {
    TONGUES.iter().map(|tongue| tongue.code)
}

fn tongue(code: &str) -> Option<&'static Tongue> {
    let short = code.split(['-', '_']).next().unwrap_or_default();
    TONGUES.iter().find(|tongue| tongue.code.eq_ignore_ascii_case(short))
}

/// The direction of the first letter that has one.
pub(crate) fn first_direction(text: &str) -> Option<Direction> {
    text.chars().find_map(|letter| match letter {
        letter if is_right_to_left(letter) => Some(Direction::Rtl),
        letter if letter.is_alphabetic() => Some(Direction::Ltr),
        _ => None,
    })
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and the historic scripts of these blocks;
/// Arabic digits have no direction of their own.
fn is_right_to_left(c: char) -> bool {
    let blocks = matches!(u32::from(c),
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF);
    blocks && c.is_alphabetic()
}

const RIGHT_TO_LEFT: [&str; 11] =
    ["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "ku-arab"];

struct Tongue {
    code: &'static str,
    endonym: &'static str,
    lang: Option<Lang>,
}

const fn tongue_of(code: &'static str, endonym: &'static str, lang: Option<Lang>) -> Tongue {
    Tongue { code, endonym, lang }
}

/// Languages people here write, with their own names.
static TONGUES: [Tongue; 68] = [
    tongue_of("af", "Afrikaans", Some(Lang::Afr)),
    tongue_of("am", "አማርኛ", Some(Lang::Amh)),
    tongue_of("ar", "العربية", Some(Lang::Ara)),
    tongue_of("az", "azərbaycan", Some(Lang::Aze)),
    tongue_of("be", "беларуская", Some(Lang::Bel)),
    tongue_of("bg", "български", Some(Lang::Bul)),
    tongue_of("bn", "বাংলা", Some(Lang::Ben)),
    tongue_of("bs", "bosanski", None),
    tongue_of("ca", "català", Some(Lang::Cat)),
    tongue_of("cs", "čeština", Some(Lang::Ces)),
    tongue_of("cy", "Cymraeg", Some(Lang::Cym)),
    tongue_of("da", "dansk", Some(Lang::Dan)),
    tongue_of("de", "Deutsch", Some(Lang::Deu)),
    tongue_of("el", "Ελληνικά", Some(Lang::Ell)),
    tongue_of("en", "English", Some(Lang::Eng)),
    tongue_of("eo", "Esperanto", Some(Lang::Epo)),
    tongue_of("es", "español", Some(Lang::Spa)),
    tongue_of("et", "eesti", Some(Lang::Est)),
    tongue_of("eu", "euskara", None),
    tongue_of("fa", "فارسی", Some(Lang::Pes)),
    tongue_of("fi", "suomi", Some(Lang::Fin)),
    tongue_of("fil", "Filipino", None),
    tongue_of("fr", "français", Some(Lang::Fra)),
    tongue_of("ga", "Gaeilge", None),
    tongue_of("gl", "galego", None),
    tongue_of("gu", "ગુજરાતી", Some(Lang::Guj)),
    tongue_of("he", "עברית", Some(Lang::Heb)),
    tongue_of("hi", "हिन्दी", Some(Lang::Hin)),
    tongue_of("hr", "hrvatski", Some(Lang::Hrv)),
    tongue_of("hu", "magyar", Some(Lang::Hun)),
    tongue_of("hy", "հայերեն", Some(Lang::Hye)),
    tongue_of("id", "Bahasa Indonesia", Some(Lang::Ind)),
    tongue_of("is", "íslenska", None),
    tongue_of("it", "italiano", Some(Lang::Ita)),
    tongue_of("ja", "日本語", Some(Lang::Jpn)),
    tongue_of("ka", "ქართული", Some(Lang::Kat)),
    tongue_of("km", "ខ្មែរ", Some(Lang::Khm)),
    tongue_of("ko", "한국어", Some(Lang::Kor)),
    tongue_of("lb", "Lëtzebuergesch", None),
    tongue_of("lt", "lietuvių", Some(Lang::Lit)),
    tongue_of("lv", "latviešu", Some(Lang::Lav)),
    tongue_of("mk", "македонски", Some(Lang::Mkd)),
    tongue_of("mr", "मराठी", Some(Lang::Mar)),
    tongue_of("ms", "Bahasa Melayu", None),
    tongue_of("mt", "Malti", None),
    tongue_of("nb", "norsk bokmål", Some(Lang::Nob)),
    tongue_of("ne", "नेपाली", Some(Lang::Nep)),
    tongue_of("nl", "Nederlands", Some(Lang::Nld)),
    tongue_of("pa", "ਪੰਜਾਬੀ", Some(Lang::Pan)),
    tongue_of("pl", "polski", Some(Lang::Pol)),
    tongue_of("pt", "português", Some(Lang::Por)),
    tongue_of("ro", "română", Some(Lang::Ron)),
    tongue_of("ru", "русский", Some(Lang::Rus)),
    tongue_of("sk", "slovenčina", Some(Lang::Slk)),
    tongue_of("sl", "slovenščina", Some(Lang::Slv)),
    tongue_of("sq", "shqip", None),
    tongue_of("sr", "српски", Some(Lang::Srp)),
    tongue_of("sv", "svenska", Some(Lang::Swe)),
    tongue_of("sw", "Kiswahili", None),
    tongue_of("ta", "தமிழ்", Some(Lang::Tam)),
    tongue_of("te", "తెలుగు", Some(Lang::Tel)),
    tongue_of("th", "ไทย", Some(Lang::Tha)),
    tongue_of("tr", "Türkçe", Some(Lang::Tur)),
    tongue_of("uk", "українська", Some(Lang::Ukr)),
    tongue_of("ur", "اردو", Some(Lang::Urd)),
    tongue_of("vi", "Tiếng Việt", Some(Lang::Vie)),
    tongue_of("yi", "ייִדיש", Some(Lang::Yid)),
    tongue_of("zh", "中文", Some(Lang::Cmn)),
];

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: [&str; 12] =
        ["en", "es", "de", "fr", "pt", "it", "ja", "zh", "ar", "hi", "el", "sv"];

    #[test]
    fn short_texts_are_placed() {
        let texts = [
            ("¿Cómo convencieron a los propietarios que no querían firmar?", "es"),
            ("Guten Morgen zusammen, wer hat Erfahrung mit Wärmenetzen?", "de"),
            ("Bonjour à tous, je cherche un groupe pour apprendre", "fr"),
            ("集合住宅の断熱改修と合意形成", "ja"),
            ("我们正在寻找合作城市", "zh"),
            ("مرحبا بالجميع، نبحث عن مدينة شريكة", "ar"),
            ("हमारे शहर में बस", "hi"),
            ("Thanks! We will try this in the spring.", "en"),
        ];
        for (text, code) in texts {
            assert_eq!(detect(text, &SITE, &[]), Some(code), "{text}");
        }
    }

    #[test]
    fn the_author_decides_short_texts() {
        assert_eq!(detect("Ok, si!", &SITE, &["it"]), Some("it"));
        assert_eq!(detect("Ok, si!", &SITE, &["es", "en"]), Some("es"));
        let long =
            "Guten Morgen zusammen, wir suchen Erfahrungen mit kalten Wärmenetzen in Städten.";
        assert_eq!(detect(long, &SITE, &["en"]), Some("de"));
    }

    #[test]
    fn what_is_not_allowed_is_not_found() {
        assert_eq!(detect("Привет всем", &SITE, &["ru"]), None);
        assert_eq!(detect("12:30 !!!", &SITE, &["en"]), None);
        assert_eq!(detect("", &SITE, &["en"]), None);
    }

    #[test]
    fn languages_know_their_names_and_directions() {
        assert_eq!(endonym("pt-BR"), "português");
        assert_eq!(endonym("tlh"), "tlh");
        assert_eq!(dir_of("ar-EG"), Direction::Rtl);
        assert_eq!(dir_of("es"), Direction::Ltr);
        assert!(TONGUES.is_sorted_by_key(|tongue| tongue.code));
        assert_eq!(first_direction("123 — مرحبا"), Some(Direction::Rtl));
        assert_eq!(first_direction("١٢٣ abc"), Some(Direction::Ltr));
    }
}
