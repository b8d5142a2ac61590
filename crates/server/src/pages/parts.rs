//! What the shared parts of pages show: plain values that a handler fills and
//! the macros of `web/templates/parts` print. Nothing here asks a database or
//! decides who may see what: a view that must not be seen is not made.

use crate::pages::marks::Colonnade;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use stoa_render::Words;

#[cfg(test)]
mod contrast;
mod fields;
pub mod poll;
mod posts;

pub use fields::{Choice, ComposerView, Field, Problem};
pub use poll::PollView;
pub use posts::{
    AcceptedView, Entry, GoneView, Other, PostActions, PostState, PostView, Standing,
    TranslationView,
};

/// A language a text is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tongue {
    /// Its BCP 47 code, for `lang` attributes.
    pub code: String,
    /// Its name in itself: "español".
    pub endonym: String,
}

/// An address with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: String,
}

impl Link {
    /// A link from its two halves.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into() }
    }
}

/// An instant in a list, where a day is enough. A script puts the hour in its
/// place when the day is today; neither changes the width of its box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayView {
    /// RFC 3339, in UTC, whole seconds.
    pub stamp: String,
    /// The day in UTC, in words.
    pub text: String,
}

impl DayView {
    /// The day of an instant, the same for every reader.
    #[must_use]
    pub fn of(at: Timestamp, w: &Words) -> Self {
        Self { stamp: format!("{at:.0}"), text: w.date_short(at, &TimeZone::UTC) }
    }
}

/// A city as it stands beside a name: its square says Mission city or worldwide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlateView {
    /// The city's name in the reader's language.
    pub name: String,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
    /// Its page's name in addresses; empty for a city that has no page yet.
    pub slug: String,
    /// `None` for a city that was added by name and waits for confirmation.
    pub mission: Option<bool>,
}

impl PlateView {
    /// The class that fills the square: `m` filled, nothing hollow, `p` dashed.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match self.mission {
            Some(true) => "m",
            Some(false) => "",
            None => "p",
        }
    }

    /// The meaning of the square in words.
    #[must_use]
    pub fn meaning(&self, w: &Words) -> String {
        w.say(match self.mission {
            Some(true) => "chrome-plate-mission",
            Some(false) => "chrome-plate-world",
            None => "chrome-plate-pending",
        })
    }
}

/// A member as others see her beside what she wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// The member's id.
    pub id: String,
    /// Display name; for an erased account the words that stand for it.
    pub name: String,
    /// One or two letters for the square beside a post.
    pub initials: String,
    /// The person's page; empty where there is none (erased accounts).
    pub href: String,
    /// Who she is among others, in words: "city administration".
    pub audience_label: String,
    /// The city she speaks for or lives in.
    pub plate: Option<PlateView>,
    /// Whether she lives there and speaks as a citizen, not for the city.
    pub citizen: bool,
    /// Whether she works across cities and has no plate.
    pub across: bool,
    /// A role shown beside the name, in words: "moderator".
    pub role: Option<String>,
}

impl PersonView {
    /// Whether the avatar is filled.
    #[must_use]
    pub fn mission(&self) -> bool {
        self.plate.as_ref().and_then(|plate| plate.mission).unwrap_or(false)
    }

    /// The words after the plate: lives there, or works across cities.
    #[must_use]
    pub fn tie(&self, w: &Words) -> Option<String> {
        match (self.citizen, self.across) {
            (true, _) => Some(w.say("chrome-person-citizen")),
            (_, true) => Some(w.say("chrome-person-across")),
            _ => None,
        }
    }
}

/// What a thread's row says before its author.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowState {
    /// Nothing.
    #[default]
    Plain,
    /// It has an accepted answer.
    Answered,
    /// A question that has none.
    Unanswered,
    /// It waits for a moderator; only its author and moderators get this row.
    Held,
}

impl RowState {
    /// Class and key of the state bar.
    #[must_use]
    pub fn bar(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Plain => None,
            Self::Answered => Some(("ok", "chrome-row-answered")),
            Self::Unanswered => Some(("wait", "chrome-row-unanswered")),
            Self::Held => Some(("wait", "chrome-post-held")),
        }
    }
}

/// A title in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// The words.
    pub text: String,
    /// Their language, where known.
    pub language: Option<Tongue>,
}

/// A thread in a list.
#[derive(Clone, Debug)]
pub struct ThreadRow {
    /// Where it leads: the first unread post, or the thread.
    pub href: String,
    /// Its title.
    pub title: Titled,
    /// The title in the other language: the original's below a translation, or the other way round.
    pub below: Option<Titled>,
    /// The language of the thread, where the reader reads it not.
    pub foreign: Option<Tongue>,
    /// Whether it holds something new to the reader.
    pub unread: bool,
    /// Whether it is pinned.
    pub pinned: bool,
    /// Whether it is closed.
    pub closed: bool,
    /// Answered, unanswered, held.
    pub state: RowState,
    /// Its kind in words, unless it is the plain kind: "need".
    pub kind: Option<String>,
    /// Who opened it.
    pub author: PersonView,
    /// How many cities speak in it.
    pub cities: u64,
    /// Why it is in this list, in words.
    pub why: Option<String>,
    /// Its space, in lists that join several.
    pub space: Option<Link>,
    /// Its replies.
    pub strip: Colonnade,
    /// How many replies are new to the reader.
    pub fresh: u64,
    /// Who wrote last.
    pub last_by: Option<String>,
    /// When that was.
    pub last_at: Timestamp,
}

impl ThreadRow {
    /// When somebody wrote last.
    #[must_use]
    pub fn day(&self, w: &Words) -> DayView {
        DayView::of(self.last_at, w)
    }
}

/// The way through pages of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PagerView {
    /// The page before this one.
    pub previous: Option<String>,
    /// The page after this one.
    pub next: Option<String>,
    /// Where this page stands, in words.
    pub position: String,
}

/// Something the server could not do, as a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorView {
    /// The heading: what did not happen.
    pub title: String,
    /// Why, and what happens next.
    pub sentence: String,
    /// What the person had typed, so that nothing is lost.
    pub kept: Option<String>,
    /// Ways on; the first is the main one.
    pub ways: Vec<Link>,
    /// A short number to tell the operators; empty for none.
    pub number: String,
}

/// Whether an address of the main navigation is the page itself (`page`),
/// holds it (`true`), or neither (empty). `also` names further beginnings of
/// addresses, with spaces between them: `"/s /t"`.
#[must_use]
pub fn current(path: &str, section: &str, also: &str) -> &'static str {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let within = |start: &str| path.strip_prefix(start).is_some_and(|rest| rest.starts_with('/'));
    if path == section {
        "page"
    } else if (section != "/" && within(section)) || also.split_whitespace().any(within) {
        "true"
    } else {
        ""
    }
}

/// How the button "2 new replies" reads for 1 to 20 replies and beyond, joined
/// by bars: a script counts, and plural rules stay with the catalogue.
#[must_use]
pub fn arrival_texts(w: &Words) -> String {
    let mut texts: Vec<String> = (1..=20_i64).map(|n| w.n("chrome-arrivals", n)).collect();
    texts.push(w.n("chrome-arrivals-many", 20_i64));
    texts.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_knows_its_pages() {
        assert_eq!(current("/spaces?lang=es", "/spaces", ""), "page");
        assert_eq!(current("/t/01/slug", "/spaces", "/s /t"), "true");
        assert_eq!(current("/terms", "/spaces", "/s /t"), "");
        assert_eq!(current("/cities/lodz", "/", ""), "");
        assert_eq!(current("/?lang=es", "/", ""), "page");
    }
}
