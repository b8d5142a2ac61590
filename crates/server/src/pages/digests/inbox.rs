//! `/inbox`: what one was told, and why.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use stoa_digests::{Notice, Why, notices};
use stoa_kernel::ids::{NoticeId, PostId};
use stoa_kernel::{Fault, Limit, Tx};
use stoa_render::{SafeHtml, Words};
use stoa_threads::ThreadKind;
use stoa_threads::views::{PostCard, posts_by_ids};

use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{PlateView, Tongue};
use crate::pages::threads::words::Reader;
use crate::pages::{encode, go, show};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/inbox", get(list))
        .route("/inbox/read-all", post(read_all))
        .route("/inbox/{id}/read", post(read))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    cursor: Option<String>,
    /// The language of the page, read elsewhere.
    #[serde(default, rename = "lang")]
    _lang: Option<String>,
}

/// A notice as a line.
struct Line {
    id: String,
    unread: bool,
    what: String,
    href: String,
    title: String,
    language: Option<Tongue>,
    plate: Option<PlateView>,
    why: String,
    statement: Option<String>,
    time: SafeHtml,
}

#[derive(Template)]
#[template(path = "digests/inbox.html")]
struct Page {
    chrome: Chrome,
    lines: Vec<Line>,
    unread: bool,
    first: bool,
    older: Option<String>,
}

async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let cursor = asked.cursor.as_deref();
    let page = notices::inbox(&app.db, &visitor.actor, Limit::PAGE, cursor).await?;
    let chrome = Chrome::of(&app, &visitor).await?;
    let lines = lines(&app, &visitor, &page.items).await?;
    let unread = chrome.inbox > 0 || lines.iter().any(|line| line.unread);
    let older = page.next.map(|next| format!("/inbox?cursor={}", encode(&next)));
    show(&Page { chrome, lines, unread, first: cursor.is_none(), older })
}

async fn lines(app: &App, visitor: &Visitor, found: &[Notice]) -> Result<Vec<Line>, Fault> {
    let ids: Vec<PostId> = found.iter().filter_map(|notice| notice.post).collect();
    let posts = posts_by_ids(&app.db, &visitor.actor, &ids).await?;
    let mut named = Named::default();
    found.iter().for_each(|notice| named.person(notice.by));
    posts.iter().for_each(|card| named.city(card.post.city));
    let w = visitor.words();
    let cast = Cast::of(&app.db, &visitor.actor, w, named, false).await?;
    let posts: HashMap<PostId, PostCard> =
        posts.into_iter().map(|card| (card.post.id, card)).collect();
    let reader = Reader::of(visitor);
    let line =
        |notice: &Notice| line(&reader, &cast, notice, notice.post.and_then(|id| posts.get(&id)));
    Ok(found.iter().map(line).collect())
}

fn line(reader: &Reader, cast: &Cast, notice: &Notice, card: Option<&PostCard>) -> Line {
    let w = reader.w;
    let question = card.is_some_and(|card| card.kind == ThreadKind::Question);
    let space = card.map(|card| card.space_names.say(w.locale().code()).to_owned());
    let language = card.map(|card| card.title_language.as_str()).unwrap_or_default();
    Line {
        id: notice.id.to_string(),
        unread: !notice.read,
        what: what(w, notice, cast.name(notice.by), question),
        href: href(notice),
        title: card.and_then(|card| card.title.clone()).unwrap_or_default(),
        language: reader.tongue(language),
        plate: card.filter(|_| notice.by.is_some()).and_then(|card| cast.plate(card.post.city)),
        why: why(w, notice.why, question, space.unwrap_or_default()),
        statement: decided(notice).map(|reference| format!("/decisions/{reference}")),
        time: w.time_tag(notice.at.timestamp()),
    }
}

/// The reference of a decision.
fn decided(notice: &Notice) -> Option<&String> {
    notice.reference.as_ref().filter(|_| notice.why.of_a_decision())
}

/// The notice in a sentence.
fn what(w: Words, notice: &Notice, name: String, question: bool) -> String {
    let city = notice.post.is_none();
    let key = match notice.why {
        Why::YourThread if question => "digests-inbox-your-question",
        Why::Approved if city => "digests-inbox-approved-city",
        Why::Declined | Why::Revise if city => "digests-inbox-declined-city",
        why => return w.a(&format!("digests-inbox-{}", slug(why)), "name", name),
    };
    w.a(key, "name", name)
}

fn why(w: Words, why: Why, question: bool, space: String) -> String {
    match why {
        Why::YourThread if question => w.say("digests-why-your-question"),
        Why::Approved | Why::Revise | Why::Declined | Why::Removed => w.say("digests-why-decision"),
        report if report.of_a_report() => w.say("digests-why-report"),
        other => w.a(&format!("digests-why-{}", slug(other)), "space", space),
    }
}

fn slug(why: Why) -> String {
    why.name().replace('_', "-")
}

fn href(notice: &Notice) -> String {
    match (notice.why, notice.post) {
        (Why::Declined | Why::Unsent, _) => "/drafts".to_owned(),
        (Why::ReportKept | Why::ReportRemoved | Why::ReportGone, _) => "/inbox".to_owned(),
        (Why::Removed, _) if notice.reference.is_some() => {
            format!("/decisions/{}", notice.reference.as_deref().unwrap_or_default())
        }
        (Why::CohortEnded, _) => {
            format!("/s/{}", notice.reference.as_deref().unwrap_or_default())
        }
        (Why::Trial, Some(post)) => format!("/p/{post}/trial"),
        (Why::PollClosed, Some(post)) => format!("/p/{post}/poll"),
        (_, Some(post)) => format!("/p/{post}"),
        (_, None) => "/settings/profile".to_owned(),
    }
}

async fn read(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<NoticeId>,
) -> Result<Response, Refusal> {
    let actor = visitor.actor.clone();
    app.db.write(async move |tx: &mut Tx| notices::read(tx, &actor, id).await).await?;
    Ok(go("/inbox", None))
}

async fn read_all(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let actor = visitor.actor.clone();
    app.db.write(async move |tx: &mut Tx| notices::read_all(tx, &actor).await).await?;
    Ok(go("/inbox", Some("flash-read-all")))
}
