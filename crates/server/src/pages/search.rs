//! `/search`: threads and replies by their words.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use stoa_exchange::regions;
use stoa_kernel::Limit;
use stoa_render::prose;
use stoa_search::{Among, Filter, Piece, Query as Question};
use stoa_threads::views::{self, PostCard, SpaceView};
use stoa_threads::{ThreadKind, themes};

use super::cast::{Cast, Named};
use super::chrome::Chrome;
use super::parts::{Choice, DayView, Link, PersonView, Titled, Tongue};
use super::threads::rows;
use super::threads::words::{self, Reader};
use super::{filters, show};
use crate::app::App;
use crate::http::frame::Query;
use crate::http::{Refusal, Visitor};
use crate::others::Others;
use crate::search::find::{Found, find};

/// The page's route.
pub fn routes() -> Router<App> {
    Router::new().route("/search", get(page))
}

/// What the form sends; an empty field asks for nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    #[serde(rename = "in")]
    among: String,
    space: String,
    kind: String,
    theme: String,
    region: String,
    language: String,
    cursor: String,
}

impl Asked {
    /// What is not understood is let be: more is found then, and the form says by what.
    fn filter(&self, spaces: &[SpaceView]) -> Filter {
        let space = spaces.iter().find(|space| space.slug == self.space);
        let theme = themes::family(&self.theme).unwrap_or_default();
        Filter {
            among: among(&self.among).unwrap_or_default(),
            hidden: Vec::new(),
            space: space.map(|space| space.id),
            kind: ThreadKind::parse(&self.kind).map(|kind| kind.name().to_owned()),
            themes: theme.into_iter().map(str::to_owned).collect(),
            region: regions::parse(&self.region).map(str::to_owned),
            language: Some(self.language.clone()).filter(|tag| !tag.is_empty()),
        }
    }

    fn address(&self, cursor: &str) -> String {
        let mut values = vec![("q", self.q.trim())];
        values.extend(self.beside_words());
        values.push(("cursor", cursor));
        filters::address("/search", &values)
    }

    /// What narrows the search, for the form that does not show it.
    fn beside_words(&self) -> Vec<(&'static str, &str)> {
        let fields = [
            ("in", self.among.as_str()),
            ("space", &self.space),
            ("kind", &self.kind),
            ("theme", &self.theme),
            ("region", &self.region),
            ("language", &self.language),
        ];
        fields.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The same words without a filter.
    fn unfiltered(&self) -> Option<String> {
        let plain = filters::address("/search", &[("q", self.q.trim())]);
        (self.address("") != plain).then_some(plain)
    }
}

/// The names of what is searched, in addresses.
#[must_use]
pub fn among(name: &str) -> Option<Among> {
    match name {
        "all" => Some(Among::All),
        "threads" => Some(Among::Threads),
        "replies" => Some(Among::Replies),
        _ => None,
    }
}

/// Something that was found.
struct Line {
    href: String,
    title: Vec<Piece>,
    below: Option<Titled>,
    language: Option<Tongue>,
    foreign: Option<Tongue>,
    kind: String,
    person: PersonView,
    space: Link,
    day: DayView,
    passage: Vec<Piece>,
    tongue: Option<Tongue>,
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct Page {
    chrome: Chrome,
    asked: Asked,
    amongs: Vec<Choice>,
    choices: Vec<(&'static str, &'static str, Vec<Choice>)>,
    /// Something was looked for.
    looked: bool,
    lines: Vec<Line>,
    /// No text has all the words.
    half: bool,
    first: Option<String>,
    next: Option<String>,
    unfiltered: Option<String>,
    /// The index is being made: something may be missing.
    making: bool,
}

async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let spaces = views::spaces(&app.db, &visitor.actor).await?;
    let cursor = Some(asked.cursor.as_str()).filter(|cursor| !cursor.is_empty());
    let filter = asked.filter(&spaces);
    let found = find(&app, &visitor, &asked.q, filter, Limit::PAGE, cursor).await?;
    let reader = Reader::of(&visitor);
    let mut named = Named::default();
    found.cards.iter().for_each(|card| {
        named.person(card.post.author);
        named.city(card.post.city);
    });
    let cast = Cast::of(&app.db, &visitor.actor, reader.w, named, false).await?;
    let (actor, reads) = (&visitor.actor, reader.wants.clone());
    let cards: Vec<&PostCard> = found.cards.iter().collect();
    let others = Others::of(&app, actor, reads, &cards, &[]).await?;
    show(&Page {
        amongs: amongs(&reader, &asked.among),
        choices: choices(&app, &reader, &spaces, &asked),
        looked: !found.query.is_empty(),
        lines: found.cards.iter().map(|card| line(card, &found, &cast, &reader, &others)).collect(),
        half: found.half && !found.cards.is_empty(),
        first: cursor.map(|_| asked.address("")),
        next: found.next.as_deref().map(|next| asked.address(next)),
        unfiltered: asked.unfiltered(),
        making: app.search.position().is_none(),
        chrome: Chrome::of(&app, &visitor).await?,
        asked,
    })
}

fn amongs(reader: &Reader, chosen: &str) -> Vec<Choice> {
    let choice = |(value, key)| Choice::new(value, reader.w.say(key), chosen);
    [("", "search-in-all"), ("threads", "search-in-threads"), ("replies", "search-in-replies")]
        .map(choice)
        .into()
}

fn choices(
    app: &App,
    reader: &Reader,
    spaces: &[SpaceView],
    asked: &Asked,
) -> Vec<(&'static str, &'static str, Vec<Choice>)> {
    vec![
        ("space", "threads-filter-space", filters::spaces(reader, spaces, &asked.space)),
        ("kind", "threads-filter-kind", filters::kinds(reader, &asked.kind)),
        ("theme", "threads-filter-theme", filters::themes(reader, &asked.theme)),
        ("region", "exchange-list-region", filters::regions(reader.w, &asked.region)),
        ("language", "chrome-write-language", filters::languages(app, reader, &asked.language)),
    ]
}

fn line(card: &PostCard, found: &Found, cast: &Cast, reader: &Reader, others: &Others) -> Line {
    let (post, locale) = (&card.post, reader.locale().code());
    let w = reader.w;
    let (below, below_language) = others.title(post.thread);
    let (html, language) = others.quoted(card);
    let passage = found.query.passage(&prose::own_words(html), language);
    Line {
        href: address(card),
        title: title(card, &found.query, reader),
        below: (!below.is_empty())
            .then(|| Titled { text: below, language: reader.tongue(&below_language) }),
        language: reader.tongue(&card.title_language),
        foreign: reader.tongue(&post.language).filter(|_| reader.foreign(&post.language)),
        kind: match reply(card) {
            Some(number) => w.n("search-reply", i64::from(number)),
            None => words::kind(w, card.kind),
        },
        person: cast.person(post.author, post.city),
        space: Link::new(format!("/s/{}", card.space_slug), card.space_names.say(locale)),
        day: DayView::of(post.published_at.unwrap_or(post.created_at).timestamp(), &w),
        passage,
        tongue: reader.tongue(language),
    }
}

/// The number of a reply; none for the post that opens a thread.
fn reply(card: &PostCard) -> Option<i32> {
    card.post.number.filter(|_| !card.post.opening)
}

/// Where a hit is read.
#[must_use]
pub fn address(card: &PostCard) -> String {
    match reply(card) {
        Some(number) => rows::number_address(card.post.thread, &card.slug, number),
        None => rows::address(card.post.thread, &card.slug),
    }
}

fn title(card: &PostCard, query: &Question, reader: &Reader) -> Vec<Piece> {
    let title = card.title.clone().unwrap_or_else(|| reader.w.say("threads-title-gone"));
    if card.post.opening {
        query.marked(&title, &card.title_language)
    } else {
        vec![Piece { text: title, marked: false }]
    }
}

/// The author's own words around what was looked for.
#[must_use]
pub fn passage(card: &PostCard, query: &Question) -> Vec<Piece> {
    query.passage(&prose::own_words(&card.post.html), &card.post.language)
}
