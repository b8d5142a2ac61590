//! Names of countries.

use std::{collections::HashMap, sync::LazyLock};

use crate::Locale;

/// Lines of `CODE` and a name in each of [`LANGUAGES`], separated by tabs; see `data/README.md`.
const TABLE: &str = include_str!("../data/countries.tsv");
/// The languages of the names, in the order of the table.
const LANGUAGES: [&str; 5] = ["en", "es", "fr", "ar", "ja"];

type Names = [&'static str; LANGUAGES.len()];

static COUNTRIES: LazyLock<HashMap<&'static str, Names>> =
    LazyLock::new(|| TABLE.lines().filter_map(line).collect());

fn line(line: &'static str) -> Option<(&'static str, Names)> {
    let (code, names) = line.split_once('\t')?;
    let names: Vec<&str> = names.split('\t').collect();
    Some((code, names.try_into().ok()?))
}

/// The name of a country by ISO 3166-1 alpha-2 code in upper case (`LV`), in the locale's
/// language or else in English; the code itself when unknown.
pub fn country(locale: Locale, code: &str) -> &str {
    let Some(names) = COUNTRIES.get(code) else {
        return code;
    };
    let [english, ..] = names;
    let language = LANGUAGES.iter().position(|language| *language == locale.code());
    language.and_then(|at| names.get(at)).unwrap_or(english)
}

/// All codes with a name, sorted by their name in the locale's language (by plain letters).
pub fn countries(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let mut list: Vec<(&str, &str)> =
        COUNTRIES.keys().map(|code| (*code, country(locale, code))).collect();
    list.sort_by_key(|(_, name)| crate::prose::fold(name));
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::locale;

    #[test]
    fn every_country_has_a_name_in_each_language() {
        assert!(COUNTRIES.len() >= 249);
        assert_eq!(TABLE.lines().count(), COUNTRIES.len());
        for (code, country) in COUNTRIES.iter() {
            assert!(code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()));
            assert!(country.iter().all(|name| !name.is_empty()), "{code}");
        }
    }

    #[test]
    fn countries_are_named_in_the_language() {
        let (english, spanish) = (locale("en").unwrap(), locale("es").unwrap());
        assert_eq!(country(english, "LV"), "Latvia");
        assert_eq!(country(spanish, "LV"), "Letonia");
        assert_eq!(country(locale("ja").unwrap(), "LV"), "ラトビア");
        assert_eq!(country(english, "ZZ"), "ZZ");
        assert_eq!(countries(spanish).first().map(|(code, _)| *code), Some("AF"));
    }
}
