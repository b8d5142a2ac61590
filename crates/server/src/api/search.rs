//! `/api/v1/search`: threads and replies by their words.

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_accounts::Card;
use stoa_digests::searches::{self as saved, Saved};
use stoa_exchange::CityCard;
use stoa_kernel::ids::SavedSearchId;
use stoa_kernel::{Limit, Time, Tx, text};
use stoa_search::{Piece, Query as Question};
use stoa_threads::themes;
use stoa_threads::views::PostCard;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::post::{CityRefOut, PersonOut};
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::query;
use crate::http::{Refusal, Visitor};
use crate::pages::search::{self as page, address, named_like, passage};
use crate::pages::threads::words::Reader;
use crate::search::find::{begun, find};
use crate::search::wanted::Wanted;

/// The routes of the search.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(hits))
        .routes(routes!(suggestions))
        .routes(routes!(searches, keep))
        .routes(routes!(forget))
}

/// Something that was found.
#[derive(Debug, Serialize, ToSchema)]
struct HitOut {
    /// `thread` (its title and first post) or `post` (a reply).
    #[serde(rename = "type")]
    kind: &'static str,
    /// The thread, or the reply.
    id: String,
    /// The reply's thread.
    #[serde(skip_serializing_if = "Option::is_none")]
    thread: Option<String>,
    /// Its page.
    url: String,
    /// The thread's title.
    title: Option<String>,
    /// The passage that shows why it was found: plain text, not HTML.
    snippet: String,
    /// The same in pieces, those that were looked for marked.
    passage: Vec<PieceOut>,
    /// BCP 47.
    language: String,
}

/// A piece of a passage.
#[derive(Debug, Serialize, ToSchema)]
struct PieceOut {
    /// Plain text.
    text: String,
    /// It is what was looked for.
    marked: bool,
}

/// What was found, the best first.
#[derive(Debug, Serialize, ToSchema)]
struct HitsOut {
    /// At most as many as the limit; what the caller may not read is left out.
    items: Vec<HitOut>,
    /// No text has all the words; these have some of them.
    half: bool,
    /// Where the list goes on; null at its end.
    next: Option<String>,
    /// Up to three people of that name.
    people: Vec<PersonOut>,
    /// Up to three cities of that name.
    cities: Vec<CityRefOut>,
}

/// What is looked for.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// Words, `"phrases"`, `-words that must not be there`.
    q: String,
    /// `all`, `threads` or `replies`; `all` if left out.
    #[serde(rename = "in")]
    among: Option<String>,
    /// In the space of this slug.
    space: Option<String>,
    /// In threads of this kind.
    kind: Option<String>,
    /// With this theme, or one below it.
    theme: Option<String>,
    /// From cities in this region: a UN M49 code.
    region: Option<String>,
    /// In this language.
    language: Option<String>,
    /// Written for the city of this slug or name.
    city: Option<String>,
    /// Written by the person of this handle.
    by: Option<String>,
    /// Published on this day or later: `YYYY-MM-DD`, in the caller's time zone.
    from: Option<String>,
    /// Published on this day or before.
    to: Option<String>,
    /// `yes` or `no`: in questions with an accepted answer, or without.
    answered: Option<String>,
    /// 1 to 100, 20 if left out.
    limit: Option<u64>,
    /// Where to go on.
    cursor: Option<String>,
    /// The language of messages.
    #[expect(dead_code, reason = "who asks reads it; it is named here so that it is not refused")]
    lang: Option<String>,
}

/// Published threads and replies that the caller may read, by their words.
#[utoipa::path(
    get, path = "/api/v1/search", tag = "search", params(Asked),
    responses(
        (status = 200, body = HitsOut), (status = 400, description = "An unknown name or cursor"),
        (status = 429, description = "Too often")
    )
)]
async fn hits(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Json<HitsOut>, Refusal> {
    let wanted = asked.wanted();
    let first = Reader::of(&visitor).wants;
    let (filter, problems) = wanted.filter(&app, &visitor.actor, &visitor.zone, first).await?;
    problems.into_result()?;
    let limit = Limit::parse(asked.limit)?;
    let cursor = asked.cursor.as_deref();
    let found = find(&app, &visitor, &wanted.q, &filter, limit, cursor).await?;
    let items = found.cards.iter().map(|card| hit(&app, card, &found.query)).collect();
    let (people, cities) = named_like(&app, &wanted.q).await?;
    Ok(Json(HitsOut {
        items,
        half: found.half,
        next: found.next,
        people: people.iter().map(PersonOut::from).collect(),
        cities: cities.iter().map(CityRefOut::from).collect(),
    }))
}

impl Asked {
    fn wanted(&self) -> Wanted {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Wanted {
            q: self.q.clone(),
            among: text(&self.among),
            space: text(&self.space),
            kind: text(&self.kind),
            theme: text(&self.theme),
            region: text(&self.region),
            language: text(&self.language),
            city: text(&self.city),
            by: text(&self.by),
            from: text(&self.from),
            to: text(&self.to),
            answered: text(&self.answered),
        }
    }
}

/// What is being typed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Typed {
    /// Its beginning; the last word may go on.
    q: String,
}

/// Something that may be meant.
#[derive(Debug, Serialize, ToSchema)]
struct SuggestionOut {
    /// `thread`, `person`, `city` or `theme`.
    #[serde(rename = "type")]
    kind: &'static str,
    /// Its title or name.
    label: String,
    /// Its page.
    url: String,
}

/// What may be meant
///
/// Titles of threads that the caller may read, people, cities and themes, from what is being typed.
#[utoipa::path(
    get, path = "/api/v1/search/suggestions", tag = "search", params(Typed),
    responses((status = 200, body = Vec<SuggestionOut>), (status = 429, description = "Too often"))
)]
async fn suggestions(
    State(app): State<App>,
    visitor: Visitor,
    Query(typed): Query<Typed>,
) -> Result<Json<Vec<SuggestionOut>>, Refusal> {
    let threads = begun(&app, &visitor, &typed.q, Reader::of(&visitor).wants).await?;
    let (people, cities) = named_like(&app, &typed.q).await?;
    let out =
        |kind, label: String, path: String| SuggestionOut { kind, label, url: app.url(&path) };
    let mut all: Vec<SuggestionOut> = threads
        .iter()
        .filter_map(|card| Some(out("thread", card.title.clone()?, address(card))))
        .collect();
    let locale = visitor.locale.code();
    let themes = themed(&typed.q, locale).into_iter();
    all.extend(themes.map(|(slug, label)| out("theme", label, theme_address(&slug))));
    let person = |card: &Card| out("person", card.name.clone(), format!("/people/{}", card.id));
    all.extend(people.iter().map(person));
    let city = |card: &CityCard| out("city", card.name.clone(), format!("/cities/{}", card.slug));
    all.extend(cities.iter().map(city));
    Ok(Json(all))
}

/// Up to three themes with a word of whose name begins so.
fn themed(typed: &str, locale: &str) -> Vec<(String, String)> {
    let typed = text::plain(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let begins = |label: &str| {
        let label = text::plain(label);
        label.starts_with(&typed) || label.contains(&format!(" {typed}"))
    };
    let every = themes::all().iter().flat_map(|top| std::iter::once(top).chain(&top.children));
    let named = every.map(|theme| (theme.slug.clone(), theme.label(locale).to_owned()));
    named.filter(|(_, label)| begins(label)).take(3).collect()
}

fn theme_address(slug: &str) -> String {
    query::address("/search", &[("theme", slug)])
}

/// A search that the caller keeps.
#[derive(Debug, Serialize, ToSchema)]
struct SavedOut {
    /// Which.
    id: String,
    /// Its words.
    q: String,
    /// Its page, with all that narrows it.
    url: String,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    at: Time,
}

/// The searches that one keeps
///
/// What they find anew comes with the digest.
#[utoipa::path(
    get, path = "/api/v1/me/searches", tag = "search",
    responses((status = 200, body = Vec<SavedOut>), (status = 401, description = "Not signed in"))
)]
async fn searches(
    State(app): State<App>,
    visitor: Visitor,
) -> Result<Json<Vec<SavedOut>>, Refusal> {
    visitor.member()?;
    let kept = saved::list(&app.db, &visitor.actor).await?;
    let out = |one: Saved| SavedOut {
        id: one.id.to_string(),
        url: app.url(&one.address),
        q: one.words,
        at: one.at,
    };
    Ok(Json(kept.into_iter().map(out).collect()))
}

/// Keep a search
///
/// With the words and filters of the search itself; at most twenty.
#[utoipa::path(
    post, path = "/api/v1/me/searches", tag = "search", params(Asked),
    responses(
        (status = 204, description = "Kept"), (status = 400, description = "No words, or an unknown name"),
        (status = 401, description = "Not signed in"), (status = 409, description = "Twenty are kept")
    )
)]
async fn keep(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    page::keep(&app, &visitor, &asked.wanted()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Keep a search no more
#[utoipa::path(
    delete, path = "/api/v1/me/searches/{id}", tag = "search",
    params(("id" = String, Path, description = "The search")),
    responses(
        (status = 204, description = "Gone"), (status = 401, description = "Not signed in"),
        (status = 404, description = "Not one of yours")
    )
)]
async fn forget(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<SavedSearchId>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| saved::forget(tx, actor, id).await).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn hit(app: &App, card: &PostCard, query: &Question) -> HitOut {
    let post = &card.post;
    let pieces = passage(card, query);
    HitOut {
        kind: if post.opening { "thread" } else { "post" },
        id: if post.opening { post.thread.to_string() } else { post.id.to_string() },
        thread: (!post.opening).then(|| post.thread.to_string()),
        url: app.url(&address(card)),
        title: card.title.clone(),
        snippet: pieces.iter().map(|piece| piece.text.as_str()).collect(),
        passage: pieces.into_iter().map(PieceOut::from).collect(),
        language: post.language.clone(),
    }
}

impl From<Piece> for PieceOut {
    fn from(piece: Piece) -> Self {
        Self { text: piece.text, marked: piece.marked }
    }
}
