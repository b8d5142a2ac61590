use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::*;

fn words_of(code: &str) -> Words {
    locale(code).unwrap().words()
}

/// Every message and attribute of a language with the variables it uses.
fn keys(code: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for path in Catalogues::iter().filter(|path| path.starts_with(&format!("{code}/"))) {
        let source = String::from_utf8(Catalogues::get(&path).unwrap().data.into_owned()).unwrap();
        let mut current = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('=').next().unwrap_or_default().trim();
            if !line.starts_with([' ', '\t', '}', '*', '[']) && line.contains('=') {
                current = name.to_owned();
            } else if let Some(attribute) = name.strip_prefix('.').filter(|_| line.contains('=')) {
                let message = current.split('.').next().unwrap().to_owned();
                current = format!("{message}.{attribute}");
            }
            if !current.is_empty() {
                keys.entry(current.clone()).or_insert_with(BTreeSet::new).extend(variables(line));
            }
        }
    }
    keys
}

fn variables(line: &str) -> Vec<String> {
    let name = |rest: &str| {
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).collect()
    };
    line.split('$').skip(1).map(name).collect()
}

#[test]
fn catalogues_are_sound() {
    assert_eq!(faults(), Vec::<String>::new());
    let codes: Vec<&str> = LOCALES.iter().map(|locale| locale.code()).collect();
    assert!(codes.contains(&"en") && codes.contains(&"es"), "{codes:?}");
    for locale in LOCALES.iter() {
        assert_ne!(locale.endonym(), locale.code());
    }
}

#[test]
fn languages_have_the_same_keys_and_variables() {
    let english = keys("en");
    assert!(english.len() > 20);
    for locale in LOCALES.iter() {
        let other = keys(locale.code());
        let names = |keys: &BTreeMap<String, _>| keys.keys().cloned().collect::<BTreeSet<String>>();
        let (own, all) = (names(&other), names(&english));
        assert_eq!(all.difference(&own).collect::<Vec<_>>(), Vec::<&String>::new(), "{locale}");
        assert_eq!(own.difference(&all).collect::<Vec<_>>(), Vec::<&String>::new(), "{locale}");
        for (key, used) in &english {
            assert_eq!(used, &other[key], "variables of {key} in {locale}");
        }
    }
}

#[test]
fn every_message_can_be_said() {
    for locale in LOCALES.iter() {
        for (key, used) in keys(locale.code()).iter().filter(|(key, _)| !key.starts_with('-')) {
            for n in [0, 1, 2, 11, 1_000_000] {
                say_strictly(*locale, key, used, n);
            }
        }
    }
}

fn say_strictly(locale: Locale, key: &str, used: &BTreeSet<String>, n: i64) {
    let mut args = FluentArgs::new();
    for name in used {
        args.set(name.as_str(), n);
    }
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
    let message = locale.catalogue.bundle.get_message(id);
    let message = message.unwrap_or_else(|| panic!("{key} is not a message in {locale}"));
    let pattern = match attribute {
        Some(name) => message.get_attribute(name).map(|a| a.value()),
        None => message.value(),
    };
    let Some(pattern) = pattern else { return };
    let mut errors = Vec::new();
    let text = locale.catalogue.bundle.format_pattern(pattern, Some(&args), &mut errors);
    assert!(errors.is_empty(), "{key} in {locale}: {errors:?}");
    assert!(!text.trim().is_empty(), "{key} in {locale} is empty");
}

#[test]
fn sentences_choose_their_plural() {
    assert_eq!(words_of("en").n("core-minutes", 1), "\u{2068}1\u{2069} minute");
    assert_eq!(words_of("en").n("core-minutes", 5), "\u{2068}5\u{2069} minutes");
    assert_eq!(words_of("es").n("core-hours", 1), "\u{2068}1\u{2069} hora");
    assert_eq!(words_of("es").say("core-way-spaces"), "Ver todos los espacios");
}

#[test]
fn unknown_keys_say_themselves_and_are_noted() {
    assert_eq!(words_of("es").say("core-no-such-key"), "core-no-such-key");
    assert!(missing().contains(&("es".to_owned(), "core-no-such-key".to_owned())));
    assert!(missing().contains(&("en".to_owned(), "core-no-such-key".to_owned())));
}

#[test]
fn a_key_that_a_language_lacks_is_said_in_english() {
    let mut bundle = FluentBundle::new_concurrent(vec!["xx".parse().unwrap()]);
    bundle.add_resource(FluentResource::try_new("a = b".to_owned()).unwrap()).unwrap();
    let poor: &'static Catalogue = Box::leak(Box::new(Catalogue {
        code: "xx".into(),
        format: "xx".into(),
        bundle,
        plain: Plain::default(),
        faults: Vec::new(),
    }));
    let words = Locale { catalogue: poor }.words();
    assert_eq!(words.say("a"), "b");
    assert_eq!(words.say("core-way-spaces"), "See all spaces");
    assert!(missing().contains(&("xx".to_owned(), "core-way-spaces".to_owned())));
}

#[test]
fn rich_sentences_escape_all_but_their_parts() {
    let link = SafeHtml::link("/people/1", "Zoë <b>");
    let html = words_of("en").rich_with(
        "live-typing-two",
        &[("other", "<i>\u{E000}0\u{E001}".into())],
        &[("name", link)],
    );
    assert_eq!(
        html.as_str(),
        "\u{2068}<a href=\"/people/1\">Zoë &lt;b&gt;</a>\u{2069} and \u{2068}&lt;i&gt;0\u{2069} are writing"
    );
}

#[test]
fn visitors_get_a_language_they_asked_for() {
    let code = |header: &str| negotiate(header).map(Locale::code);
    assert_eq!(code("es-MX,es;q=0.9,en;q=0.8"), Some("es"));
    assert_eq!(code("en-GB"), Some("en"));
    assert_eq!(code("tlh, en;q=0.5, es;q=0.7"), Some("es"));
    assert_eq!(code("es;q=0, en;q=0.1"), Some("en"));
    assert_eq!(code("tlh"), None);
    assert_eq!(code(""), None);
    assert_eq!(code("\u{0};;;q=é"), None);
    assert_eq!(locale("ES").map(Locale::code), Some("es"));
    assert!(locale("../en").is_none());
}

#[test]
fn plain_sentences_are_said_as_fluent_says_them() {
    let values: [FluentValue<'_>; 6] = [
        "Zoë".into(),
        1_234_567.into(),
        "".into(),
        "{ $n }".into(),
        (-0.5).into(),
        "عمّان \u{2069}".into(),
    ];
    let mut compared = 0;
    for catalogue in CATALOGUES.iter() {
        for (key, names) in catalogue.plain.keys() {
            let arguments: Vec<(&str, FluentValue<'_>)> =
                names.iter().copied().zip(values.iter().cloned().cycle()).collect();
            let mut args = FluentArgs::new();
            arguments.iter().for_each(|(name, value)| args.set(*name, value.clone()));
            let whole = say_from(catalogue, key, &args).unwrap();
            assert_eq!(catalogue.plain.say(key, &arguments), Some(whole), "{key}");
            compared += 1;
        }
        assert!(catalogue.plain.say("chrome-skip", &[]).is_some(), "{}", catalogue.code);
    }
    assert!(compared > 500, "{compared}");
    let english = &fallback().catalogue.plain;
    assert_eq!(english.say("chrome-post-fresh", &[("n", 2.into())]), None, "a plural is a choice");
}
