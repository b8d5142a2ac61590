//! Every visible sentence: Fluent catalogues in `web/locales/<language>/<feature>.ftl`.
//!
//! A language exists when its folder does. Keys are unique over all files of a language.
//! **A key that a language lacks is said in English; one that English lacks is said as the key
//! itself**, and both are noted in [`missing`]. Values are kept apart from the sentence by
//! Unicode isolation marks, so that a right-to-left name cannot turn the sentence around.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::{LazyLock, Mutex, PoisonError, RwLock},
};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rust_embed::RustEmbed;
use serde::{Serialize, Serializer};

use crate::words::plain::Plain;
use crate::{
    SafeHtml,
    html::escape,
    language::{Direction, dir_of, endonym},
};

/// The language that has every key.
const FALLBACK: &str = "en";

#[derive(RustEmbed)]
#[folder = "../../web/locales"]
struct Catalogues;

struct Catalogue {
    code: String,
    /// The tag by which dates and numbers are written.
    format: String,
    bundle: FluentBundle<FluentResource>,
    /// What needs no bundle to be said.
    plain: Plain,
    faults: Vec<String>,
}

static CATALOGUES: LazyLock<Vec<Catalogue>> = LazyLock::new(load);

/// Every language the interface speaks, sorted by code.
pub static LOCALES: LazyLock<Vec<Locale>> =
    LazyLock::new(|| CATALOGUES.iter().map(|catalogue| Locale { catalogue }).collect());

static MISSING: Mutex<BTreeSet<(String, String)>> = Mutex::new(BTreeSet::new());

/// A language of the interface. Small and copied freely; exists only for languages with a
/// catalogue.
#[derive(Clone, Copy)]
pub struct Locale {
    catalogue: &'static Catalogue,
}

impl Locale {
    /// The BCP 47 code, as the folder is named: `en`, `es`.
    pub fn code(self) -> &'static str {
        &self.catalogue.code
    }

    /// The language's own name: `English`, `español`.
    pub fn endonym(self) -> &'static str {
        endonym(self.code())
    }

    /// The direction of its script, for `dir="…"`.
    pub fn dir(self) -> Direction {
        dir_of(self.code())
    }

    /// Its words.
    pub fn words(self) -> Words {
        Words { locale: self }
    }

    /// The BCP 47 tag by which dates and numbers are written: English is written as in Europe.
    pub(crate) fn format_tag(self) -> &'static str {
        &self.catalogue.format
    }
}

impl Default for Locale {
    /// English.
    fn default() -> Self {
        fallback()
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Locale {}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.code())
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// The locale with exactly this code; case does not matter.
pub fn locale(code: &str) -> Option<Locale> {
    LOCALES.iter().copied().find(|locale| locale.code().eq_ignore_ascii_case(code))
}

/// Headers that were read already: browsers send few different ones.
static READ: RwLock<BTreeMap<String, Option<Locale>>> = RwLock::new(BTreeMap::new());
/// So many are remembered, and none that is longer: what a stranger sends must not fill the memory.
const REMEMBERED: usize = 500;
const LONGEST_HEADER: usize = 200;

/// The best locale for an `Accept-Language` header; `None` when it names none that we speak.
pub fn negotiate(accept_language: &str) -> Option<Locale> {
    let known = READ.read().unwrap_or_else(PoisonError::into_inner).get(accept_language).copied();
    if let Some(found) = known {
        return found;
    }
    let found = chosen(accept_language);
    let mut read = READ.write().unwrap_or_else(PoisonError::into_inner);
    if read.len() < REMEMBERED && accept_language.len() <= LONGEST_HEADER {
        read.insert(accept_language.to_owned(), found);
    }
    found
}

fn chosen(accept_language: &str) -> Option<Locale> {
    use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages};
    let wanted = fluent_langneg::accepted_languages::parse(&by_preference(accept_language));
    let available: Vec<LanguageIdentifier> =
        LOCALES.iter().filter_map(|locale| locale.code().parse().ok()).collect();
    let strategy = NegotiationStrategy::Filtering;
    let best = negotiate_languages(&wanted, &available, None, strategy);
    best.first().and_then(|language| locale(&language.to_string()))
}

/// The tags of the header without their weights, the dearest first; refused ones (`q=0`) left
/// out. The parser that follows reads tags only.
fn by_preference(accept_language: &str) -> String {
    let weighed = |item: &str| {
        let (tag, weight) = item.split_once(';').unwrap_or((item, "q=1"));
        let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
        (weight > 0.0).then(|| (tag.trim().to_owned(), weight))
    };
    let mut wanted: Vec<(String, f32)> = accept_language.split(',').filter_map(weighed).collect();
    wanted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let tags: Vec<String> = wanted.into_iter().map(|(tag, _)| tag).collect();
    tags.join(",")
}

/// The words of a locale.
pub fn words(locale: &Locale) -> Words {
    locale.words()
}

/// Pairs of language and key that were asked for and not found since the program started.
pub fn missing() -> Vec<(String, String)> {
    MISSING.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
}

/// What is wrong with the catalogues: syntax errors and keys given twice, with the file's name.
/// Empty in a sound build.
pub fn faults() -> Vec<String> {
    CATALOGUES.iter().flat_map(|catalogue| catalogue.faults.iter().cloned()).collect()
}

/// The catalogue of one language, as templates use it (`w`). Nothing here escapes: the template
/// does, except for what is [`SafeHtml`] already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    locale: Locale,
}

impl Words {
    /// The locale that speaks.
    pub fn locale(self) -> Locale {
        self.locale
    }

    /// A sentence without arguments.
    pub fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A sentence with a number, `$n`, which may choose the plural.
    pub fn n<T: Into<FluentValue<'static>>>(self, key: &str, count: T) -> String {
        self.with(key, &[("n", count.into())])
    }

    /// A sentence with one argument.
    pub fn a<'v, T: Into<FluentValue<'v>>>(self, key: &str, name: &str, value: T) -> String {
        self.with(key, &[(name, value.into())])
    }

    /// A sentence with arguments: `&[("name", name.into()), ("n", n.into())]`.
    pub fn with(self, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        if let Some(said) = self.locale.catalogue.plain.say(key, arguments) {
            return said;
        }
        let mut args = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            args.set(*name, value.clone());
        }
        self.format(key, &args)
    }

    /// A sentence whose placeholders are HTML, such as links; the sentence itself is escaped.
    pub fn rich(self, key: &str, parts: &[(&str, SafeHtml)]) -> SafeHtml {
        self.rich_with(key, &[], parts)
    }

    /// As [`Words::rich`], with plain arguments (numbers for plurals, names) besides.
    pub fn rich_with(
        self,
        key: &str,
        arguments: &[(&str, FluentValue<'_>)],
        parts: &[(&str, SafeHtml)],
    ) -> SafeHtml {
        let mut all: Vec<(&str, FluentValue<'_>)> = arguments.iter().map(without_seats).collect();
        for (number, (name, _)) in parts.iter().enumerate() {
            all.push((name, seat(number).into()));
        }
        let mut html = String::new();
        escape(&mut html, &self.with(key, &all));
        for (number, (_, part)) in parts.iter().enumerate() {
            html = html.replace(&seat(number), part.as_str());
        }
        SafeHtml::made_here(html)
    }

    fn format(self, key: &str, args: &FluentArgs<'_>) -> String {
        say_from(self.locale.catalogue, key, args)
            .or_else(|| say_from(fallback().catalogue, key, args))
            .unwrap_or_else(|| key.to_owned())
    }
}

/// The place in a sentence that a piece of HTML will take: private-use letters, which no
/// argument keeps (see [`without_seats`]), so that no value can pose as one.
fn seat(number: usize) -> String {
    format!("\u{E000}{number}\u{E001}")
}

fn without_seats<'a, 'v>(argument: &(&'a str, FluentValue<'v>)) -> (&'a str, FluentValue<'v>) {
    let (name, value) = argument;
    match value {
        FluentValue::String(text) if text.contains(['\u{E000}', '\u{E001}']) => {
            (name, text.replace(['\u{E000}', '\u{E001}'], "").into())
        }
        other => (name, other.clone()),
    }
}

/// `key` is a message or `message.attribute`.
fn say_from(catalogue: &Catalogue, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, name)| (id, Some(name)));
    let message = catalogue.bundle.get_message(id);
    let pattern = message.and_then(|message| match attribute {
        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        None => message.value(),
    });
    let Some(pattern) = pattern else {
        note_missing(&catalogue.code, key);
        return None;
    };
    // A missing argument shows as `{$name}` in the text; the tests find it.
    let mut errors = Vec::new();
    Some(catalogue.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}

fn note_missing(code: &str, key: &str) {
    let mut missing = MISSING.lock().unwrap_or_else(PoisonError::into_inner);
    missing.insert((code.to_owned(), key.to_owned()));
}

fn fallback() -> Locale {
    let english = CATALOGUES.iter().find(|catalogue| catalogue.code == FALLBACK);
    let any = english.unwrap_or(&*EMPTY);
    Locale { catalogue: any }
}

/// What speaks when there is no catalogue at all: keys, under the name of English.
static EMPTY: LazyLock<Catalogue> = LazyLock::new(|| catalogue(FALLBACK.to_owned(), &[]));

fn load() -> Vec<Catalogue> {
    let paths: Vec<String> = Catalogues::iter().map(|path| path.replace('\\', "/")).collect();
    let codes: BTreeSet<&str> =
        paths.iter().filter_map(|path| path.split_once('/')).map(|(code, _)| code).collect();
    codes.into_iter().map(|code| catalogue(code.to_owned(), &paths)).collect()
}

fn catalogue(code: String, paths: &[String]) -> Catalogue {
    let language = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(true);
    let (mut plain, mut faults) = (Plain::default(), Vec::new());
    let prefix = format!("{code}/");
    let mut own: Vec<&String> = paths.iter().filter(|path| path.starts_with(&prefix)).collect();
    own.sort();
    for path in own.into_iter().filter(|path| path.ends_with(".ftl")) {
        add_file(&mut bundle, &mut plain, path, &mut faults);
    }
    let format = match code.as_str() {
        FALLBACK => "en-GB".to_owned(),
        // Arabic is written with two sets of digits; the western ones are read everywhere, and
        // numbers in sentences, posts and addresses carry them already.
        "ar" => "ar-u-nu-latn".to_owned(),
        _ => code.clone(),
    };
    Catalogue { code, format, bundle, plain, faults }
}

fn add_file(
    bundle: &mut FluentBundle<FluentResource>,
    plain: &mut Plain,
    path: &str,
    faults: &mut Vec<String>,
) {
    let Some(file) = Catalogues::get(path) else {
        return;
    };
    let source = String::from_utf8_lossy(&file.data).into_owned();
    let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.iter().map(|error| format!("{path}: {error}")));
        resource
    });
    plain.add(&resource);
    if let Err(errors) = bundle.add_resource(resource) {
        faults.extend(errors.iter().map(|error| format!("{path}: {error}")));
    }
}

mod plain;
#[cfg(test)]
mod tests;
