//! How kinds, reasons, waiting and languages are worded.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use stoa_accounts::hours::Presence;
use stoa_kernel::ids::ThreadId;
use stoa_kernel::policy::HoldReason;
use stoa_kernel::{Actor, Fault, Reads, Time};
use stoa_render::language::endonym;
use stoa_render::{Locale, Words};
use stoa_threads::views::{ThreadSummary, TitleIn};
use stoa_threads::{Level, ThreadKind};

use crate::app::App;
use crate::http::Visitor;
use crate::pages::parts::{Choice, Titled, Tongue};
use crate::submit;

/// For whom a page is worded: the language, the zone, and what the person reads.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The catalogue.
    pub w: Words,
    /// The zone of hours.
    pub zone: TimeZone,
    /// Short tags of the languages read.
    pub languages: Vec<String>,
    /// Those in which a text in another language is wanted, the best first.
    pub wants: Vec<String>,
    /// Whether a translation is shown in the place of the original, which is one press away.
    pub translated: bool,
    /// Titles of threads in a language that is wanted.
    pub titles: HashMap<ThreadId, TitleIn>,
}

impl Reader {
    /// The visitor as a reader; a guest reads the language of the page.
    #[must_use]
    pub fn of(visitor: &Visitor) -> Self {
        let page = visitor.locale.code().to_owned();
        let short = |tag: &String| tag.split('-').next().unwrap_or_default().to_owned();
        let own: Vec<String> = visitor.me.iter().flat_map(|me| &me.languages).map(short).collect();
        let mut wants = own.clone();
        if !wants.contains(&page) {
            wants.push(page.clone());
        }
        Self {
            w: visitor.words(),
            zone: visitor.zone.clone(),
            languages: std::iter::once(page).chain(own).collect(),
            wants,
            translated: visitor.me.as_ref().is_some_and(|me| me.translated),
            titles: HashMap::new(),
        }
    }

    /// The reader with the titles of those of these threads that are in none of the languages
    /// read, as far as they have been translated: one statement, none where all can be read.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn with_titles(
        mut self,
        db: &impl Reads,
        actor: &Actor,
        threads: impl IntoIterator<Item = &ThreadSummary>,
    ) -> Result<Self, Fault> {
        let foreign =
            |one: &&ThreadSummary| one.title.is_some() && !one.own && self.foreign(&one.language);
        let ids: Vec<ThreadId> = threads.into_iter().filter(foreign).map(|one| one.id).collect();
        self.titles = stoa_threads::views::titles(db, actor, &ids, &self.wants).await?;
        Ok(self)
    }

    /// A title as this reader is given it: what stands first, and what stands below it.
    #[must_use]
    pub fn title(&self, thread: &ThreadSummary) -> (Titled, Option<Titled>) {
        let original = Titled {
            text: thread.title.clone().unwrap_or_else(|| self.w.say("threads-title-gone")),
            language: self.tongue(&thread.language).filter(|_| thread.title.is_some()),
        };
        let other = self.titles.get(&thread.id).filter(|_| thread.title.is_some());
        let Some(other) = other else { return (original, None) };
        let other = Titled { text: other.title.clone(), language: self.tongue(&other.language) };
        if self.translated { (other, Some(original)) } else { (original, Some(other)) }
    }

    /// The page's language.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.w.locale()
    }

    /// A language with its own name; `None` where it is not known.
    #[must_use]
    pub fn tongue(&self, code: &str) -> Option<Tongue> {
        let known = !code.is_empty();
        known.then(|| Tongue { code: code.to_owned(), endonym: endonym(code).to_owned() })
    }

    /// Whether the reader reads none of it, so that it is named.
    #[must_use]
    pub fn foreign(&self, code: &str) -> bool {
        let short = code.split('-').next().unwrap_or_default();
        !short.is_empty() && !self.languages.iter().any(|own| own == short)
    }
}

/// A kind of thread: "question".
#[must_use]
pub fn kind(w: Words, kind: ThreadKind) -> String {
    w.say(&format!("threads-kind-{}", slug(kind)))
}

/// What a kind is for, in a sentence.
#[must_use]
pub fn kind_hint(w: Words, kind: ThreadKind) -> String {
    w.say(&format!("threads-kind-{}-hint", slug(kind)))
}

/// The words of the link that begins a thread of that kind: "Ask a question".
#[must_use]
pub fn begin(w: Words, kind: ThreadKind) -> String {
    w.say(&format!("threads-begin-{}", slug(kind)))
}

fn slug(kind: ThreadKind) -> String {
    kind.name().replace('_', "-")
}

/// The kinds a member starts by hand; a follow-up of a dialogue begins in the dialogue.
pub fn kinds() -> impl Iterator<Item = ThreadKind> {
    ThreadKind::of_spaces().filter(|kind| *kind != ThreadKind::DialogueFollowup)
}

/// Why a text waits, for its author.
#[must_use]
pub fn held_because(w: Words, reason: Option<HoldReason>) -> String {
    w.say(match reason {
        Some(HoldReason::Newcomer) | None => "threads-held-newcomer",
        Some(HoldReason::SpaceHoldsAll) => "threads-held-space",
        Some(HoldReason::Word) => "threads-held-word",
        Some(HoldReason::NewHost) => "threads-held-new-host",
        Some(HoldReason::Mentions) => "threads-held-mentions",
        Some(HoldReason::Repeats) => "threads-held-repeats",
    })
}

/// When a person will look at a text that waits, by the moderators' own stated hours.
#[must_use]
pub fn looked_at(reader: &Reader, presence: Option<Presence>, language: &str, now: Time) -> String {
    let w = reader.w;
    let Some(next) = presence else {
        return w.say("threads-wait-no-hours");
    };
    if next.at <= now {
        let until = w.weekday_time(next.until.timestamp(), &reader.zone);
        return w.a("threads-wait-here", "time", until);
    }
    let at = w.weekday_time(next.at.timestamp(), &reader.zone);
    if next.speaks_language && !language.is_empty() {
        let tongue = endonym(language).to_owned();
        return w.with("threads-wait-reads", &[("time", at.into()), ("language", tongue.into())]);
    }
    w.a("threads-wait-next", "time", at)
}

/// The languages to choose from for a text: found by itself first, then the own, then the site's.
#[must_use]
pub fn language_choices(app: &App, visitor: &Visitor, chosen: &str) -> Vec<Choice> {
    let own = visitor.me.as_ref().map(|me| me.languages.clone()).unwrap_or_default();
    let found = Choice::new("", visitor.words().say("threads-language-found"), chosen);
    let mut tags = submit::languages(app, &own);
    if !chosen.is_empty() && !tags.iter().any(|tag| tag == chosen) {
        tags.push(chosen.to_owned());
    }
    let named = tags.iter().map(|tag| {
        Choice::tongue(&Tongue { code: tag.clone(), endonym: endonym(tag).to_owned() }, chosen)
    });
    std::iter::once(found).chain(named).collect()
}

/// How closely something may be followed, with what is chosen now.
#[must_use]
pub fn level_choices(w: Words, chosen: Option<Level>) -> Vec<Choice> {
    levels(w, chosen, &[Level::Muted, Level::Normal, Level::Tracking, Level::Watching])
}

/// The same for a person, whom one may block as well.
#[must_use]
pub fn person_choices(w: Words, chosen: Option<Level>) -> Vec<Choice> {
    levels(w, chosen, Level::ALL)
}

fn levels(w: Words, chosen: Option<Level>, offered: &[Level]) -> Vec<Choice> {
    let now = chosen.unwrap_or(Level::Normal).name();
    let choice = |level: &Level| Choice {
        hint: w.say(&format!("threads-level-{}-hint", level.name())),
        ..Choice::new(level.name(), w.say(&format!("threads-level-{}", level.name())), now)
    };
    offered.iter().map(choice).collect()
}

/// The keys of a thread page, for who wants to know them.
pub(super) fn keys(w: stoa_render::Words) -> Vec<(String, String)> {
    let all = ["j", "k", "n", "a", "r", "q", "u", "b", "t"];
    let mut keys: Vec<_> =
        all.iter().map(|key| ((*key).to_owned(), w.say(&format!("threads-key-{key}")))).collect();
    keys.push(("Ctrl+Enter".to_owned(), w.say("threads-key-send")));
    keys
}
