//! What forms about people offer to choose from.

use std::sync::LazyLock;

use stoa_accounts::{Audience, Theme, Tie};
use stoa_render::language::endonym;
use stoa_render::{LOCALES, Words};

use crate::app::App;
use crate::pages::parts::{Choice, Tongue};

/// Zones that people live in, by the names of the IANA database; links and relics left out.
static ZONES: LazyLock<Vec<String>> = LazyLock::new(|| {
    const PARTS: [&str; 10] = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Arctic/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    let all = jiff::tz::db().available().map(|name| name.to_string());
    let mut zones: Vec<String> =
        all.filter(|name| PARTS.iter().any(|part| name.starts_with(part))).collect();
    zones.sort_unstable();
    zones.dedup();
    zones.push("UTC".to_owned());
    zones
});

/// For whom somebody speaks; `none` puts an empty choice first.
pub(super) fn audiences(w: Words, chosen: &str, none: bool) -> Vec<Choice> {
    let empty = none.then(|| Choice::new("", w.say("accounts-choose"), chosen));
    let all = Audience::ALL.iter().map(|one| {
        Choice::new(one.slug(), w.say(&format!("accounts-audience-{}", one.slug())), chosen)
    });
    empty.into_iter().chain(all).collect()
}

/// How tied to a place, each with a sentence.
pub(super) fn ties(w: Words, chosen: &str) -> Vec<Choice> {
    let choice = |tie: &Tie| Choice {
        hint: w.say(&format!("accounts-tie-{}-hint", tie.slug())),
        ..Choice::new(tie.slug(), w.say(&format!("accounts-tie-{}", tie.slug())), chosen)
    };
    Tie::ALL.iter().map(choice).collect()
}

/// In which light.
pub(super) fn themes(w: Words, chosen: Theme) -> Vec<Choice> {
    let all = Theme::ALL.iter();
    all.map(|one| {
        Choice::new(one.slug(), w.say(&format!("accounts-theme-{}", one.slug())), chosen.slug())
    })
    .collect()
}

/// Languages people write in here, and those somebody has beside them.
pub(crate) fn languages(app: &App, chosen: &[String]) -> Vec<Choice> {
    let mut codes = app.site().languages.clone();
    codes.extend(chosen.iter().filter(|own| !app.site().languages.contains(own)).cloned());
    let choice = |code: &String| {
        let tongue = Tongue { code: code.clone(), endonym: endonym(code).to_owned() };
        let picked = if chosen.contains(code) { code.as_str() } else { "" };
        Choice::tongue(&tongue, picked)
    };
    codes.iter().map(choice).collect()
}

/// Languages of pages and letters.
pub(crate) fn locales(chosen: &str) -> Vec<Choice> {
    let choice = |(code, name): (&str, &str)| {
        let tongue = Tongue { code: code.to_owned(), endonym: name.to_owned() };
        Choice::tongue(&tongue, chosen)
    };
    LOCALES.iter().map(|locale| choice((locale.code(), locale.endonym()))).collect()
}

/// Time zones; `none` puts an empty choice first, which a script fills in.
pub(super) fn zones(w: Words, chosen: &str, none: bool) -> Vec<Choice> {
    let empty = none.then(|| Choice::new("", w.say("accounts-zone-later"), chosen));
    let own = (!chosen.is_empty() && !ZONES.iter().any(|zone| zone == chosen))
        .then(|| Choice::new(chosen, chosen, chosen));
    let all = ZONES.iter().map(|zone| Choice::new(zone.as_str(), readable(zone), chosen));
    empty.into_iter().chain(own).chain(all).collect()
}

fn readable(zone: &str) -> String {
    zone.replace('_', " ")
}

/// Countries by their names in the page's language.
pub(super) fn countries(w: Words, chosen: &str) -> Vec<Choice> {
    let empty = Choice::new("", w.say("accounts-choose"), chosen);
    let all = stoa_render::names::countries(w.locale());
    let all = all.into_iter().map(|(code, name)| Choice::new(code, name, chosen));
    std::iter::once(empty).chain(all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_places_and_known() {
        assert!(ZONES.len() > 300);
        assert!(ZONES.iter().any(|zone| zone == "Asia/Kathmandu"));
        assert!(ZONES.iter().all(|zone| stoa_accounts::Zone::parse(zone).is_ok()));
    }
}
