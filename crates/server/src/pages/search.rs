//! `/search`: threads and replies by their words.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use stoa_digests::searches::{self as saved, Saved};
use stoa_exchange::CityCard;
use stoa_kernel::ids::SavedSearchId;
use stoa_kernel::{Fault, Limit, Tx};
use stoa_render::{Words, prose};
use stoa_search::{Piece, Query as Question};
use stoa_threads::views::{self, PostCard, SpaceView};

use super::accounts::Said;
use super::cast::{Cast, Named};
use super::chrome::Chrome;
use super::parts::{Choice, DayView, Field, Link, PersonView, PlateView, Problem, Titled, Tongue};
use super::threads::rows;
use super::threads::words::{self, Reader};
use super::{filters, go, show};
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::others::Others;
use crate::search::find::{Found, find};
use crate::search::wanted::Wanted;

/// The page's route.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/search", get(page))
        .route("/search/saved", get(back).post(save))
        .route("/search/saved/{id}/delete", get(back_from).post(forget))
}

/// What the form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    #[serde(flatten)]
    wanted: Wanted,
    cursor: String,
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
    asked: Wanted,
    problems: Vec<Problem>,
    amongs: Vec<Choice>,
    /// City, person, first and last day.
    fields: Vec<Field>,
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
    /// People and cities of that name, on the first page.
    people: Vec<(String, PersonView)>,
    cities: Vec<PlateView>,
    /// The reader's searches: id, address, words; and whether this is one of them.
    saved: Vec<(String, Link)>,
    kept: bool,
}

async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let spaces = views::spaces(&app.db, &visitor.actor).await?;
    let cursor = Some(asked.cursor.as_str()).filter(|cursor| !cursor.is_empty()).map(str::to_owned);
    let cursor = cursor.as_deref();
    let reader = Reader::of(&visitor);
    let (actor, first) = (&visitor.actor, reader.wants.clone());
    let (filter, problems) = asked.wanted.filter(&app, actor, &visitor.zone, first).await?;
    let found = find(&app, &visitor, &asked.wanted.q, &filter, Limit::PAGE, cursor).await?;
    let asked = asked.wanted.clone();
    let mut named = Named::default();
    found.cards.iter().for_each(|card| {
        named.person(card.post.author);
        named.city(card.post.city);
    });
    let cast = Cast::of(&app.db, &visitor.actor, reader.w, named, false).await?;
    let (people, cities) = named_so(&app, &visitor, &asked, cursor).await?;
    let saved = saved::list(&app.db, &visitor.actor).await?;
    let (actor, reads) = (&visitor.actor, reader.wants.clone());
    let cards: Vec<&PostCard> = found.cards.iter().collect();
    let others = Others::of(&app, actor, reads, &cards, &[]).await?;
    // What is not understood narrows nothing: more is found then, and the form says by what.
    let said = Said::of(reader.w, &problems);
    show(&Page {
        fields: fields(reader.w, &asked, &said),
        problems: said.into_list(),
        amongs: amongs(&reader, &asked.among),
        choices: choices(&app, &reader, &spaces, &asked),
        looked: !found.query.is_empty() || filter.narrows(),
        lines: found.cards.iter().map(|card| line(card, &found, &cast, &reader, &others)).collect(),
        half: found.half && !found.cards.is_empty(),
        first: cursor.map(|_| asked.address("")),
        next: found.next.as_deref().map(|next| asked.address(next)),
        unfiltered: asked.unfiltered(),
        making: app.search.position().is_none(),
        people,
        cities,
        kept: saved.iter().any(|one| one.address == asked.address("")),
        saved: saved.into_iter().map(shown).collect(),
        chrome: Chrome::of(&app, &visitor).await?,
        asked,
    })
}

fn shown(one: Saved) -> (String, Link) {
    (one.id.to_string(), Link::new(one.address, one.words))
}

/// A search that is kept is no longer than this, in bytes of its address: more than any words need
/// that are looked for, and less than an index of the database takes.
const LONGEST: usize = 2000;
/// How many people and cities of a name are shown.
const NAMED: u64 = 3;

/// People and cities whose names begin as what is looked for, where nothing narrows it.
async fn named_so(
    app: &App,
    visitor: &Visitor,
    asked: &Wanted,
    cursor: Option<&str>,
) -> Result<(Vec<(String, PersonView)>, Vec<PlateView>), Fault> {
    if cursor.is_some() || asked.unfiltered().is_some() {
        return Ok((Vec::new(), Vec::new()));
    }
    let (people, cities) = named_like(app, &asked.q).await?;
    let mut named = Named::default();
    people.iter().for_each(|card| named.person(Some(card.id)));
    people.iter().for_each(|card| named.city(card.city));
    cities.iter().for_each(|card| named.city(Some(card.id)));
    let cast = Cast::of(&app.db, &visitor.actor, visitor.words(), named, false).await?;
    let person = |card: &stoa_accounts::Card| {
        (format!("/people/{}", card.id), cast.person(Some(card.id), card.city))
    };
    let plates = cities.iter().filter_map(|card| cast.plate(Some(card.id)));
    Ok((people.iter().map(person).collect(), plates.collect()))
}

/// Up to three people and three cities of a name, as far as it was typed.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn named_like(
    app: &App,
    typed: &str,
) -> Result<(Vec<stoa_accounts::Card>, Vec<CityCard>), Fault> {
    let people = stoa_accounts::views::named(&app.db, typed, Limit::parse(Some(NAMED))?).await?;
    Ok((people, stoa_exchange::views::search(&app.db, typed, NAMED).await?))
}

/// `POST /search/saved`: keeps a search for the digest.
async fn save(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Wanted>,
) -> Result<Response, Refusal> {
    let address = keep(&app, &visitor, &form.fields).await?;
    Ok(go(&address, Some("flash-search-saved")))
}

/// Keeps a search; answers its address.
///
/// # Errors
/// As [`saved::save`]; [`Fault::Invalid`] in field `q` for no words, and for what is not understood.
pub async fn keep(app: &App, visitor: &Visitor, wanted: &Wanted) -> Result<String, Fault> {
    let actor = &visitor.actor;
    actor.signed_in()?;
    if Question::parse(&wanted.q).is_empty() {
        return Err(Fault::invalid("q", "search-saved-nothing"));
    }
    wanted.filter(app, actor, &visitor.zone, Vec::new()).await?.1.into_result()?;
    let (address, words) = (wanted.address(""), wanted.q.trim().to_owned());
    if address.len() > LONGEST || words.contains(char::is_control) {
        return Err(Fault::invalid("q", "search-saved-long"));
    }
    let kept = address.as_str();
    app.db.write(async |tx: &mut Tx| saved::save(tx, actor, &words, kept).await).await?;
    Ok(address)
}

/// `POST /search/saved/{id}/delete`.
async fn forget(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<SavedSearchId>,
) -> Result<Response, Refusal> {
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| saved::forget(tx, actor, id).await).await?;
    Ok(go("/search", Some("flash-search-forgotten")))
}

/// Whoever comes back to these addresses after signing in.
async fn back() -> Response {
    go("/search", None)
}

async fn back_from(Path(_): Path<SavedSearchId>) -> Response {
    go("/search", None)
}

/// What is typed to narrow the search.
fn fields(w: Words, asked: &Wanted, said: &Said) -> Vec<Field> {
    let field = |name: &'static str, key: &str, value: &str| {
        Field::text(name, w.say(key)).value(value.to_owned()).optional().error(said.field(name))
    };
    // A field for days can show nothing but a day.
    let is_day = |value: &str| value.parse::<jiff::civil::Date>().is_ok();
    let day = |name, key, value| Field {
        kind: "date",
        ..field(name, key, if is_day(value) { value } else { "" })
    };
    vec![
        field("city", "search-city", &asked.city),
        field("by", "search-person", &asked.by).hint(w.say("search-person-hint")),
        day("from", "search-from", &asked.from),
        day("to", "search-to", &asked.to),
    ]
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
    asked: &Wanted,
) -> Vec<(&'static str, &'static str, Vec<Choice>)> {
    vec![
        ("space", "threads-filter-space", filters::spaces(reader, spaces, &asked.space)),
        ("kind", "threads-filter-kind", filters::kinds(reader, &asked.kind)),
        ("theme", "threads-filter-theme", filters::themes(reader, &asked.theme)),
        ("region", "exchange-list-region", filters::regions(reader.w, &asked.region)),
        ("language", "chrome-write-language", filters::languages(app, reader, &asked.language)),
        ("answered", "search-answered", answered(reader.w, &asked.answered)),
    ]
}

fn answered(w: Words, chosen: &str) -> Vec<Choice> {
    [("", "search-answered-any"), ("yes", "search-answered-yes"), ("no", "search-answered-no")]
        .map(|(value, key)| Choice::new(value, w.say(key), chosen))
        .into()
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
