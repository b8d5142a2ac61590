//! `/answers`: how questions fare here. How many are answered, how soon a city answers another, and
//! whether it goes both ways; by space and by theme.

use std::time::Duration;

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use serde::Deserialize;
use stoa_kernel::ids::CityId;
use stoa_kernel::{Fault, Reads};
use stoa_render::Words;
use stoa_threads::views::{self, Answering, SpaceView, Tally};
use stoa_threads::{Direction, themes};

use super::words::Reader;
use crate::app::App;
use crate::http::frame::Query;
use crate::http::{Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::Choice;
use crate::pages::show;
use crate::sides;

const DAY: Duration = Duration::from_secs(86_400);

/// Over which time is looked; a year where nothing or nonsense is said.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    days: String,
}

impl Asked {
    /// How many days: 30, 90 or 365.
    #[must_use]
    pub fn days(&self) -> u32 {
        self.days.parse().ok().filter(|days| SPANS.contains(days)).unwrap_or(365)
    }
}

/// The spans that can be chosen, in days.
pub const SPANS: [u32; 3] = [30, 90, 365];

/// One line of a table.
struct Line {
    name: String,
    href: Option<String>,
    asked: usize,
    share: String,
    hours: String,
}

#[derive(Template)]
#[template(path = "threads/answers.html")]
struct Page {
    chrome: Chrome,
    spans: Vec<Choice>,
    all: Line,
    tables: Vec<(&'static str, String, Vec<Line>)>,
}

/// How questions fared that the visitor reads, over so many days.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn figures(app: &App, visitor: &Visitor, days: u32) -> Result<Answering, Fault> {
    let since = app.db.now().minus(DAY * days);
    let all = views::fared(&app.db, &visitor.actor, since).await?;
    let cities: Vec<CityId> =
        all.iter().flat_map(|one| one.cities.iter().map(|(city, _)| *city)).collect();
    let cards = stoa_exchange::views::cards(&app.db, &cities).await?;
    Ok(views::answering(&all, |city| sides::of_city(&cards, city)))
}

/// `GET /answers`.
pub(super) async fn page(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let days = asked.days();
    let found = figures(&app, &visitor, days).await?;
    let spaces = views::spaces(&app.db, &visitor.actor).await?;
    let reader = Reader::of(&visitor);
    let w = reader.w;
    let chosen = days.to_string();
    let span =
        |days: &u32| Choice::new(days.to_string(), w.n("threads-answers-days", *days), &chosen);
    let tables = vec![
        ("ways", w.say("threads-answers-ways"), ways(w, &found)),
        ("spaces", w.say("threads-answers-spaces"), in_spaces(&reader, &found, &spaces)),
        ("themes", w.say("threads-answers-themes"), in_themes(w, &found)),
    ];
    show(&Page {
        spans: SPANS.iter().map(span).collect(),
        all: line(w, w.say("threads-answers-all"), None, &found.all),
        tables: tables.into_iter().filter(|(_, _, lines)| !lines.is_empty()).collect(),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

fn ways(w: Words, found: &Answering) -> Vec<Line> {
    let way = |((from, to), tally): &((Direction, Direction), Tally)| {
        let key = format!("threads-answers-{}-{}", from.name(), to.name());
        line(w, w.say(&key), None, tally)
    };
    found.ways.iter().map(way).collect()
}

fn in_spaces(reader: &Reader, found: &Answering, spaces: &[SpaceView]) -> Vec<Line> {
    let name = |space: &SpaceView| space.names.say(reader.locale().code()).to_owned();
    let of = |space: &SpaceView| {
        let (_, tally) = found.spaces.iter().find(|(id, _)| *id == space.id)?;
        let href = format!("/s/{}?status=unreplied", space.slug);
        Some(line(reader.w, name(space), Some(href), tally))
    };
    spaces.iter().filter_map(of).collect()
}

fn in_themes(w: Words, found: &Answering) -> Vec<Line> {
    let name = |slug: &str| themes::label(slug, w.locale().code()).to_owned();
    found.themes.iter().map(|(slug, tally)| line(w, name(slug), None, tally)).collect()
}

fn line(w: Words, name: String, href: Option<String>, tally: &Tally) -> Line {
    let dash = || "–".to_owned();
    Line {
        name,
        href,
        asked: tally.asked,
        share: tally.percent().map_or_else(dash, |n| w.a("threads-answers-percent", "n", n)),
        hours: tally
            .hours
            .map_or_else(dash, |hours| w.a("threads-answers-hours", "n", hours.round())),
    }
}
