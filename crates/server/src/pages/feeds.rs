//! Feeds of spaces and threads (Atom, RFC 4287) and the map of the site: what
//! everybody may read, whoever asks.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use stoa_kernel::ids::ThreadId;
use stoa_kernel::{Actor, Fault, Limit, Reads, Time};
use stoa_threads::views::{self, Mapped, PostCard};

use super::cast::{Cast, Named};
use super::threads::rows;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};

/// Threads in one part of the map; the protocol allows 50,000.
const PART: u16 = 10_000;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/feeds/spaces/{file}", get(of_space))
        .route("/feeds/threads/{file}", get(of_thread))
        .route("/sitemap.xml", get(map))
        .route("/sitemaps/{file}", get(part))
}

/// A post in a feed.
struct Entry {
    id: String,
    title: String,
    href: String,
    author: String,
    language: String,
    published: String,
    updated: String,
    html: String,
}

#[derive(Template)]
#[template(path = "feeds/atom.xml")]
struct Feed {
    id: String,
    title: String,
    subtitle: String,
    language: String,
    own: String,
    page: String,
    updated: String,
    entries: Vec<Entry>,
}

fn stamp(at: Time) -> String {
    format!("{:.0}", at.timestamp())
}

/// The name in `NAME.ending`.
fn named<'f>(file: &'f str, ending: &str) -> Result<&'f str, Fault> {
    file.strip_suffix(ending).ok_or(Fault::NotFound)
}

async fn of_space(
    State(app): State<App>,
    visitor: Visitor,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let guest = Actor::guest();
    let slug = named(&file, ".atom")?;
    let space = views::space(&app.db, &guest, slug).await.map_err(unseen)?;
    let cards = views::newest_threads(&app.db, &guest, space.id, Limit::PAGE).await?;
    let locale = visitor.locale.code();
    let feed = Feed {
        id: app.url(&format!("/feeds/spaces/{slug}.atom")),
        title: format!("{} · {}", space.names.say(locale), app.site().name),
        subtitle: space.summaries.say(locale).to_owned(),
        language: locale.to_owned(),
        own: app.url(&format!("/feeds/spaces/{slug}.atom")),
        page: app.url(&format!("/s/{slug}")),
        updated: updated(&cards, app.db.now()),
        entries: entries(&app, &visitor, &cards).await?,
    };
    atom(&feed, &headers)
}

async fn of_thread(
    State(app): State<App>,
    visitor: Visitor,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let guest = Actor::guest();
    let id: ThreadId = named(&file, ".atom")?.parse().map_err(|_| Fault::NotFound)?;
    let cards = views::newest_posts(&app.db, &guest, id, Limit::PAGE).await?;
    let first = cards.first().ok_or(Fault::NotFound)?;
    let feed = Feed {
        id: app.url(&format!("/t/{id}")),
        title: first.title.clone().unwrap_or_default(),
        subtitle: first.space_names.say(visitor.locale.code()).to_owned(),
        language: first.title_language.clone(),
        own: app.url(&format!("/feeds/threads/{id}.atom")),
        page: app.url(&rows::address(id, &first.slug)),
        updated: updated(&cards, app.db.now()),
        entries: entries(&app, &visitor, &cards).await?,
    };
    atom(&feed, &headers)
}

/// A space that guests may not enter is not there for a feed.
fn unseen(fault: Fault) -> Fault {
    match fault {
        Fault::Forbidden(_) => Fault::NotFound,
        other => other,
    }
}

fn changed(card: &PostCard) -> Time {
    let post = &card.post;
    post.edited_at.or(post.published_at).unwrap_or(post.created_at)
}

fn updated(cards: &[PostCard], now: Time) -> String {
    stamp(cards.iter().map(changed).max().unwrap_or(now))
}

async fn entries(app: &App, visitor: &Visitor, cards: &[PostCard]) -> Result<Vec<Entry>, Fault> {
    let mut people = Named::default();
    cards.iter().for_each(|card| {
        people.person(card.post.author);
        people.city(card.post.city);
    });
    let cast = Cast::of(&app.db, &Actor::guest(), visitor.words(), people, false).await?;
    let entry = |card: &PostCard| {
        let post = &card.post;
        let person = cast.person(post.author, post.city);
        let city = person.plate.map(|city| format!(", {} ({})", city.name, city.country));
        Entry {
            id: app.url(&format!("/p/{}", post.id)),
            title: card.title.clone().unwrap_or_default(),
            href: app.url(&format!("/p/{}", post.id)),
            author: format!("{}{}", person.name, city.unwrap_or_default()),
            language: post.language.clone(),
            published: stamp(post.published_at.unwrap_or(post.created_at)),
            updated: stamp(changed(card)),
            html: absolute(app, &post.html),
        }
    };
    Ok(cards.iter().map(entry).collect())
}

/// Own links lead to the site from wherever the feed is read.
fn absolute(app: &App, html: &str) -> String {
    let site = &app.config.server.public_url;
    let linked = html.replace("href=\"/", &format!("href=\"{site}/"));
    linked.replace("src=\"/", &format!("src=\"{site}/"))
}

fn atom(feed: &Feed, headers: &HeaderMap) -> Result<Response, Refusal> {
    answer(feed.render()?, "application/atom+xml; charset=utf-8", headers)
}

/// Characters that XML 1.0 allows (its production 2); one other makes a feed unreadable.
fn in_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Readers ask again and again: what has not changed is not sent twice.
fn answer(mut body: String, kind: &'static str, headers: &HeaderMap) -> Result<Response, Refusal> {
    body.retain(in_xml);
    let sum = stoa_kernel::secret::hex(&Sha256::digest(&body));
    let tag = format!("\"{}\"", sum.chars().take(20).collect::<String>());
    let same =
        headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = match same {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => body.into_response(),
    };
    let tag = HeaderValue::from_str(&tag).map_err(Fault::broken)?;
    let kept = response.headers_mut();
    kept.insert(header::ETAG, tag);
    kept.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    kept.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    kept.insert(header::VARY, HeaderValue::from_static("accept-language, accept-encoding"));
    Ok(response)
}

#[derive(Template)]
#[template(path = "feeds/sitemap.xml")]
struct Map {
    places: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "feeds/sitemaps.xml")]
struct Maps {
    parts: Vec<String>,
}

/// `GET /sitemap.xml`: the parts of the map.
async fn map(State(app): State<App>, headers: HeaderMap) -> Result<Response, Refusal> {
    let ends = views::map_parts(&app.db, &Actor::guest(), PART.into()).await?;
    let first = std::iter::once(app.url("/sitemaps/first.xml"));
    let others = ends.iter().map(|end| app.url(&format!("/sitemaps/{end}.xml")));
    let maps = Maps { parts: first.chain(others).collect() };
    answer(maps.render()?, "application/xml; charset=utf-8", &headers)
}

/// `GET /sitemaps/{after}.xml`: public threads after one; the first part names the pages as well.
async fn part(
    State(app): State<App>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let guest = Actor::guest();
    let name = named(&file, ".xml")?;
    let after = match name {
        "first" => None,
        id => Some(id.parse::<ThreadId>().map_err(|_| Fault::NotFound)?),
    };
    let mut places = if after.is_none() { fixed(&app).await? } else { Vec::new() };
    let threads = views::mapped(&app.db, &guest, after, PART.into()).await?;
    let place =
        |one: &Mapped| (app.url(&rows::address(one.id, &one.slug)), stamp(one.last_post_at));
    places.extend(threads.iter().map(place));
    answer(Map { places }.render()?, "application/xml; charset=utf-8", &headers)
}

async fn fixed(app: &App) -> Result<Vec<(String, String)>, Fault> {
    let spaces = views::spaces(&app.db, &Actor::guest()).await?;
    let pages = ["/", "/spaces", "/cities"].map(|path| (app.url(path), String::new()));
    let spaces = spaces.iter().map(|space| {
        let last = space.last_post_at.map(stamp).unwrap_or_default();
        (app.url(&format!("/s/{}", space.slug)), last)
    });
    Ok(pages.into_iter().chain(spaces).collect())
}
