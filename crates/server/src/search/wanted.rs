//! What somebody looks for, in the words of an address: of page, API and searches that are kept.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use stoa_accounts::views::by_handles;
use stoa_exchange::regions;
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::{Actor, Fault, Problems, Time};
use stoa_search::{Among, Filter};
use stoa_threads::views;
use stoa_threads::{ThreadKind, themes};

use crate::app::App;
use crate::http::query;

/// What is looked for; an empty field asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// Words, `"phrases"`, `-words that must not be there`.
    pub q: String,
    /// `all`, `threads` or `replies`.
    #[serde(rename = "in")]
    pub among: String,
    /// The slug of a space.
    pub space: String,
    /// A kind of threads.
    pub kind: String,
    /// The slug of a theme; those below it count.
    pub theme: String,
    /// A UN M49 code.
    pub region: String,
    /// BCP 47.
    pub language: String,
    /// The slug of a city, or its name.
    pub city: String,
    /// A handle, with `@` or without.
    pub by: String,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// `yes` or `no`: in questions with an accepted answer, or without.
    pub answered: String,
}

impl Wanted {
    /// What narrows the search, as an address says it.
    #[must_use]
    pub fn beside_words(&self) -> Vec<(&'static str, &str)> {
        let fields = [
            ("in", self.among.as_str()),
            ("space", &self.space),
            ("kind", &self.kind),
            ("theme", &self.theme),
            ("region", &self.region),
            ("language", &self.language),
            ("city", &self.city),
            ("by", &self.by),
            ("from", &self.from),
            ("to", &self.to),
            ("answered", &self.answered),
        ];
        let trimmed = fields.into_iter().map(|(name, value)| (name, value.trim()));
        trimmed.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The address of a page of it.
    #[must_use]
    pub fn address(&self, cursor: &str) -> String {
        let mut values = vec![("q", self.q.trim())];
        values.extend(self.beside_words());
        values.push(("cursor", cursor));
        query::address("/search", &values)
    }

    /// The same words without a filter; nothing where there is none.
    #[must_use]
    pub fn unfiltered(&self) -> Option<String> {
        let plain = query::address("/search", &[("q", self.q.trim())]);
        (self.address("") != plain).then_some(plain)
    }

    /// What counts at all, and what of it was not understood: a part that means nothing narrows
    /// nothing. `zone` says when days begin; what is in the languages of `first` comes first.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn filter(
        &self,
        app: &App,
        actor: &Actor,
        zone: &TimeZone,
        first: Vec<String>,
    ) -> Result<(Filter, Problems), Fault> {
        let mut problems = Problems::default();
        let mut read = Reading { problems: &mut problems };
        let among = read.word("in", &self.among, "search-in-unknown", among);
        let kind = read.word("kind", &self.kind, "threads-kind-unknown", ThreadKind::parse);
        let region = read.word("region", &self.region, "exchange-region-unknown", regions::parse);
        let family = |slug: &str| themes::family(slug).ok();
        let themes = read.word("theme", &self.theme, "threads-theme-unknown", family);
        let answered = read.word("answered", &self.answered, "search-answered-unknown", yes);
        let from = read.word("from", &self.from, "search-day-bad", |day| begins(day, zone, 0));
        let before = read.word("to", &self.to, "search-day-bad", |day| begins(day, zone, 1));
        let space = self.space_of(app, actor).await?;
        let space = read.word("space", &self.space, "threads-space-missing", |_| space);
        let city = self.city_of(app).await?;
        let city = read.word("city", &self.city, "search-city-unknown", |_| city);
        let author = self.author_of(app).await?;
        let author = read.word("by", &self.by, "search-person-unknown", |_| author);
        let language = Some(self.language.trim().to_owned()).filter(|tag| !tag.is_empty());
        let filter = Filter {
            among: among.unwrap_or_default(),
            hidden: views::hidden_spaces(&app.db, actor).await?,
            space,
            kind: kind.map(|kind| kind.name().to_owned()),
            themes: themes.into_iter().flatten().map(str::to_owned).collect(),
            region: region.map(str::to_owned),
            language,
            city,
            author,
            from,
            before,
            answered,
            first,
        };
        Ok((filter, problems))
    }

    async fn space_of(
        &self,
        app: &App,
        actor: &Actor,
    ) -> Result<Option<stoa_kernel::ids::SpaceId>, Fault> {
        if self.space.trim().is_empty() {
            return Ok(None);
        }
        match views::space(&app.db, actor, self.space.trim()).await {
            Ok(space) => Ok(Some(space.id)),
            Err(Fault::NotFound | Fault::Forbidden(_)) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// By its slug, else the first whose name begins so.
    async fn city_of(&self, app: &App) -> Result<Option<CityId>, Fault> {
        let typed = self.city.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let slug = vec![typed.to_lowercase()];
        let known = stoa_exchange::views::by_slugs(&app.db, &slug).await?;
        if let Some(card) = known.into_values().next() {
            return Ok(Some(card.id));
        }
        let found = stoa_exchange::views::search(&app.db, typed, 1).await?;
        Ok(found.first().map(|card| card.id))
    }

    async fn author_of(&self, app: &App) -> Result<Option<MemberId>, Fault> {
        let handle = self.by.trim().trim_start_matches('@').replace(char::is_control, "");
        if handle.is_empty() {
            return Ok(None);
        }
        let known = by_handles(&app.db, &[handle]).await?;
        Ok(known.into_values().next().map(|(member, _)| member))
    }
}

struct Reading<'a> {
    problems: &'a mut Problems,
}

impl Reading<'_> {
    fn word<T>(
        &mut self,
        field: &'static str,
        typed: &str,
        bad: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let found = read(typed);
        if found.is_none() {
            self.problems.add(field, bad);
        }
        found
    }
}

/// The names of what is searched.
fn among(name: &str) -> Option<Among> {
    match name {
        "all" => Some(Among::All),
        "threads" => Some(Among::Threads),
        "replies" => Some(Among::Replies),
        _ => None,
    }
}

fn yes(name: &str) -> Option<bool> {
    match name {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// When a day begins, or one some days later.
fn begins(day: &str, zone: &TimeZone, later: i64) -> Option<Time> {
    let day: Date = day.parse().ok()?;
    let day = day.checked_add(jiff::Span::new().days(later)).ok()?;
    let at = day.to_zoned(zone.clone()).ok()?.timestamp();
    Some(Time(at.as_microsecond()))
}
