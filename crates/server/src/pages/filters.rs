//! What lists can be narrowed to, as choices of a form: one place for all lists.

use stoa_exchange::regions;
use stoa_render::Words;
use stoa_threads::views::SpaceView;
use stoa_threads::{ThreadKind, themes};

use super::parts::{Choice, Tongue};
use super::threads::words::{self, Reader};
use crate::app::App;

/// Kinds of threads.
pub fn kinds(reader: &Reader, chosen: &str) -> Vec<Choice> {
    let all = Choice::new("", reader.w.say("threads-filter-kinds"), chosen);
    let named = ThreadKind::of_spaces()
        .map(|kind| Choice::new(kind.name(), words::kind(reader.w, kind), chosen));
    std::iter::once(all).chain(named).collect()
}

/// Both levels of themes in one list; those of the lower one are set off.
pub fn themes(reader: &Reader, chosen: &str) -> Vec<Choice> {
    let locale = reader.locale().code();
    let mut choices = vec![Choice::new("", reader.w.say("threads-filter-themes"), chosen)];
    for top in themes::all() {
        choices.push(Choice::new(top.slug.clone(), top.label(locale), chosen));
        for below in &top.children {
            choices.push(Choice::new(
                below.slug.clone(),
                format!("– {}", below.label(locale)),
                chosen,
            ));
        }
    }
    choices
}

/// Languages that are written here.
pub fn languages(app: &App, reader: &Reader, chosen: &str) -> Vec<Choice> {
    let all = Choice::new("", reader.w.say("threads-filter-languages"), chosen);
    let site = app.site();
    let tongues = site.languages.iter().filter_map(|tag| reader.tongue(tag));
    std::iter::once(all)
        .chain(tongues.map(|tongue: Tongue| Choice::tongue(&tongue, chosen)))
        .collect()
}

/// Continents and the regions within them.
pub fn regions(w: Words, chosen: &str) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", w.say("exchange-list-region-all"), chosen)];
    for continent in regions::CONTINENTS {
        choices.push(Choice::new(continent, region_name(w, continent), chosen));
        for region in regions::within(continent) {
            let name = w.a("exchange-list-region-in", "region", region_name(w, region));
            choices.push(Choice::new(region, name, chosen));
        }
    }
    choices
}

/// The name of a region, by its code.
pub fn region_name(w: Words, code: &str) -> String {
    w.say(&format!("exchange-region-{code}"))
}

/// The spaces a reader may enter.
pub fn spaces(reader: &Reader, spaces: &[SpaceView], chosen: &str) -> Vec<Choice> {
    let locale = reader.locale().code();
    let all = Choice::new("", reader.w.say("threads-filter-spaces"), chosen);
    let named =
        spaces.iter().map(|space| Choice::new(space.slug.clone(), space.names.say(locale), chosen));
    std::iter::once(all).chain(named).collect()
}
