//! `/spaces` and `/s/{slug}`: where people talk, and what they talk about there.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use serde::Deserialize;
use stoa_exchange::regions;
use stoa_kernel::ids::CityId;
use stoa_kernel::policy::Action;
use stoa_kernel::{Fault, Limit};
use stoa_threads::views::{self, Filter, Order, SpaceView, ThreadSummary};
use stoa_threads::{Direction, ThreadKind, themes};

use super::cohort::{self, CohortView, Known};
use super::posts;
use super::rows::{self, Beside};
use super::words::{self, Reader};
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::query;
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, DayView, Link, PersonView, ThreadRow};
use crate::pages::{encode, filters, show};

/// The name of the other order in addresses.
const NEWEST: &str = "newest";

/// The status of threads that nobody has replied to.
const UNREPLIED: &str = "unreplied";
/// What waits for a reply.
const WAITING: [ThreadKind; 3] = [ThreadKind::Question, ThreadKind::Need, ThreadKind::Offer];

/// A space in the list of all.
pub(super) struct Door {
    /// Its page.
    pub link: Link,
    summary: String,
    threads: String,
    last: Option<DayView>,
    closed: bool,
    /// It is the one whose page this is.
    pub here: bool,
}

#[derive(Template)]
#[template(path = "threads/spaces.html")]
struct All {
    chrome: Chrome,
    spaces: Vec<Door>,
}

/// The spaces a reader may enter, for walls and lists.
pub(super) fn doors(spaces: &[SpaceView], reader: &Reader, here: &str) -> Vec<Door> {
    let (w, locale) = (reader.w, reader.locale().code());
    let door = |space: &SpaceView| Door {
        link: Link::new(format!("/s/{}", space.slug), space.names.say(locale)),
        summary: space.summaries.say(locale).to_owned(),
        threads: w.n("threads-count", space.threads),
        last: space.last_post_at.map(|at| DayView::of(at.timestamp(), &w)),
        closed: space.facts.visibility != stoa_kernel::policy::Visibility::Public,
        here: space.slug == here,
    };
    spaces.iter().map(door).collect()
}

/// `GET /spaces`.
pub(super) async fn all(Shared(app): Shared<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let spaces = views::spaces(&app.db, &visitor.actor).await?;
    let chrome = Chrome::of(&app, &visitor).await?;
    show(&All { spaces: doors(&spaces, &Reader::of(&visitor), ""), chrome })
}

/// What an address of a space may ask for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
    theme: String,
    language: String,
    status: String,
    direction: String,
    region: String,
    order: String,
    cursor: String,
}

#[derive(Template)]
#[template(path = "threads/space.html")]
struct Page {
    chrome: Chrome,
    crumbs: Vec<Link>,
    doors: Vec<Door>,
    slug: String,
    /// Everybody may read it, so it has a feed.
    public: bool,
    title: String,
    lede: String,
    begin: Vec<Link>,
    levels: Vec<Choice>,
    kinds: Vec<Choice>,
    themes: Vec<Choice>,
    languages: Vec<Choice>,
    statuses: Vec<Choice>,
    directions: Vec<Choice>,
    regions: Vec<Choice>,
    orders: Vec<Choice>,
    filtered: bool,
    count: String,
    /// How many threads nobody has replied to, in words, and where they are; none where all have.
    unreplied: Option<Link>,
    held: Vec<ThreadRow>,
    rows: Vec<ThreadRow>,
    first: Option<String>,
    next: Option<String>,
    example: crate::pages::marks::Colonnade,
    cohort: Option<CohortView>,
    carers: Vec<PersonView>,
    /// The reader looks after the space.
    tends: bool,
}

/// `GET /s/{slug}`.
pub(super) async fn one(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let space = views::space(&app.db, &visitor.actor, &slug).await?;
    let filter = filter(&app, &space, &asked).await?;
    let read = Read::of(&app, &visitor, &space, &filter, &asked).await;
    let read = read
        .map_err(|fault| Refusal::from(fault).towards(format!("/s/{slug}"), "threads-way-space"))?;
    let chrome = Chrome::of(&app, &visitor).await?;
    show(&page(&app, &visitor, chrome, &space, &asked, read))
}

/// What is not understood is let be: the list then holds more, and the form says which.
async fn filter(app: &App, space: &SpaceView, asked: &Asked) -> Result<Filter, Fault> {
    let kind = ThreadKind::parse(&asked.kind);
    let language = Some(asked.language.clone()).filter(|tag| !tag.is_empty());
    Ok(Filter {
        kinds: match asked.status.as_str() {
            // News wait for no reply.
            UNREPLIED if kind.is_none() => WAITING.to_vec(),
            _ => kind.into_iter().collect(),
        },
        space: Some(space.id),
        theme: themes::find(&asked.theme).map(|theme| theme.slug.clone()),
        language,
        answered: match asked.status.as_str() {
            "answered" => Some(true),
            "open" => Some(false),
            _ => None,
        },
        unreplied: asked.status == UNREPLIED,
        learned: asked.status == "learned",
        unread: asked.status == "unread",
        direction: Direction::parse(&asked.direction).filter(|side| *side != Direction::Neither),
        cities: cities_in(app, &asked.region).await?,
        order: if asked.order == NEWEST { Order::Newest } else { Order::LastPost },
        ..Filter::default()
    })
}

async fn cities_in(app: &App, region: &str) -> Result<Option<Vec<CityId>>, Fault> {
    let Some(region) = regions::parse(region) else { return Ok(None) };
    let invented = app.config.demo;
    let there = stoa_exchange::Filter { region: Some(region), invented, ..Default::default() };
    Ok(Some(stoa_exchange::views::ids(&app.db, &there).await?))
}

struct Read {
    reader: Reader,
    spaces: Vec<SpaceView>,
    threads: Vec<ThreadSummary>,
    next: Option<String>,
    held: Vec<ThreadSummary>,
    count: i64,
    unreplied: i64,
    cast: Cast,
    carers: Vec<stoa_kernel::ids::MemberId>,
    cohort: Option<Known>,
}

impl Read {
    async fn of(
        app: &App,
        visitor: &Visitor,
        space: &SpaceView,
        filter: &Filter,
        asked: &Asked,
    ) -> Result<Self, Fault> {
        let (db, actor) = (&app.db, &visitor.actor);
        let cursor = Some(asked.cursor.as_str()).filter(|cursor| !cursor.is_empty());
        let page = views::list(db, actor, filter, Limit::PAGE, cursor).await?;
        let held = match cursor {
            None => views::held_threads(db, actor, Some(space.id)).await?,
            Some(_) => Vec::new(),
        };
        let mut carers = stoa_accounts::views::moderators_of(db, space.id).await?;
        carers.truncate(12);
        let mut named = Named::default();
        rows::name(&mut named, &page.items);
        rows::name(&mut named, &held);
        carers.iter().for_each(|one| named.person(*one));
        let cohort = cohort::of(app, visitor, space).await?;
        cohort.iter().for_each(|one| one.name(&mut named));
        let all = page.items.iter().chain(&held);
        let reader = Reader::of(visitor).with_titles(db, actor, all).await?;
        Ok(Self {
            spaces: views::spaces(db, actor).await?,
            count: views::count(db, actor, filter).await?,
            unreplied: views::count(db, actor, &unreplied(space)).await?,
            cast: Cast::of(db, actor, reader.w, named, true).await?,
            threads: page.items,
            next: page.next,
            held,
            carers,
            cohort,
            reader,
        })
    }
}

fn page(
    app: &App,
    visitor: &Visitor,
    chrome: Chrome,
    space: &SpaceView,
    asked: &Asked,
    read: Read,
) -> Page {
    let (w, locale) = (chrome.w, chrome.locale.code());
    let reader = &read.reader;
    let row = |thread: &ThreadSummary| {
        let beside = Beside { space: false, kind: asked.kind.is_empty() };
        rows::row(thread, &read.cast, reader, beside, None)
    };
    Page {
        crumbs: vec![Link::new("/spaces", w.say("chrome-nav-spaces"))],
        doors: doors(&read.spaces, reader, &space.slug),
        slug: space.slug.clone(),
        public: space.facts.visibility == stoa_kernel::policy::Visibility::Public,
        title: space.names.say(locale).to_owned(),
        lede: space.summaries.say(locale).to_owned(),
        begin: begin(visitor, space, asked),
        levels: words::level_choices(w, space.level),
        kinds: filters::kinds(reader, &asked.kind),
        themes: filters::themes(reader, &asked.theme),
        languages: filters::languages(app, reader, &asked.language),
        statuses: statuses(visitor, reader, &asked.status),
        directions: directions(reader, &asked.direction),
        regions: filters::regions(w, &asked.region),
        orders: orders(reader, &asked.order),
        filtered: filtered(asked),
        count: w.n("threads-count", read.count),
        unreplied: (read.unreplied > 0).then(|| {
            let href = format!("/s/{}?status={UNREPLIED}", space.slug);
            Link::new(href, w.n("threads-unreplied", read.unreplied))
        }),
        held: read.held.iter().map(row).collect(),
        rows: read.threads.iter().map(row).collect(),
        first: (!asked.cursor.is_empty()).then(|| address(&space.slug, asked, None)),
        next: read.next.as_deref().map(|next| address(&space.slug, asked, Some(next))),
        example: rows::example(reader),
        tends: visitor.actor.may_in(space.id, Action::Tend).is_ok(),
        cohort: read.cohort.as_ref().map(|one| one.shown(app, visitor, space, &read.cast)),
        carers: read.carers.iter().map(|id| read.cast.person_at_home(*id)).collect(),
        chrome,
    }
}

/// What nobody in a space has replied to.
fn unreplied(space: &SpaceView) -> Filter {
    Filter { space: Some(space.id), kinds: WAITING.to_vec(), unreplied: true, ..Filter::default() }
}

fn filtered(asked: &Asked) -> bool {
    [&asked.kind, &asked.theme, &asked.language, &asked.status, &asked.direction, &asked.region]
        .iter()
        .any(|value| !value.is_empty())
}

/// The ways to begin a thread here; for a guest, to join.
fn begin(visitor: &Visitor, space: &SpaceView, asked: &Asked) -> Vec<Link> {
    let w = visitor.words();
    if visitor.me.is_none() {
        return vec![Link::new("/join", w.say("threads-join-to-write"))];
    }
    if !posts::may_open(visitor.actor.who_in(space.id), space.facts) {
        return Vec::new();
    }
    let theme = if asked.theme.is_empty() {
        String::new()
    } else {
        format!("&theme={}", encode(&asked.theme))
    };
    let link = |kind: ThreadKind| {
        let href = format!("/new?space={}&kind={}{theme}", space.slug, kind.name());
        Link::new(href, words::begin(w, kind))
    };
    words::kinds().map(link).collect()
}

fn address(slug: &str, asked: &Asked, cursor: Option<&str>) -> String {
    let values = [
        ("kind", asked.kind.as_str()),
        ("theme", &asked.theme),
        ("language", &asked.language),
        ("status", &asked.status),
        ("direction", &asked.direction),
        ("region", &asked.region),
        ("order", &asked.order),
        ("cursor", cursor.unwrap_or_default()),
    ];
    query::address(&format!("/s/{slug}"), &values)
}

fn directions(reader: &Reader, chosen: &str) -> Vec<Choice> {
    let choice = |(value, key)| Choice::new(value, reader.w.say(key), chosen);
    let sides = [
        ("", "threads-filter-both"),
        (Direction::Mission.name(), "threads-filter-mission"),
        (Direction::Worldwide.name(), "threads-filter-worldwide"),
    ];
    sides.map(choice).into()
}

fn orders(reader: &Reader, chosen: &str) -> Vec<Choice> {
    let choice = |(value, key)| Choice::new(value, reader.w.say(key), chosen);
    [("", "threads-order-latest"), (NEWEST, "threads-order-newest")].map(choice).into()
}

fn statuses(visitor: &Visitor, reader: &Reader, chosen: &str) -> Vec<Choice> {
    let names = ["", "open", UNREPLIED, "answered", "learned", "unread"];
    let shown = if visitor.me.is_some() { names.len() } else { names.len() - 1 };
    let words = |name: &str| match name {
        "" => "threads-filter-all",
        "open" => "threads-filter-open",
        UNREPLIED => "threads-filter-unreplied",
        "answered" => "threads-filter-answered",
        "learned" => "threads-filter-learned",
        _ => "threads-filter-unread",
    };
    names
        .iter()
        .take(shown)
        .map(|name| Choice::new(*name, reader.w.say(words(name)), chosen))
        .collect()
}
