//! `/s/{slug}/tend`: a moderator chooses threads of a space and moves them to another at once.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::ids::ThreadId;
use stoa_kernel::policy::Action;
use stoa_kernel::{Fault, Limit, Tx};
use stoa_moderation::tending;
use stoa_threads::views::{self, Filter, SpaceView, ThreadSummary};

use super::rows;
use super::tend::author;
use super::words::Reader;
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, DayView, Link, Tongue};
use crate::pages::{encode, go, show_as};

/// Threads moved at once at most: a page of them.
pub const MOST: usize = 100;

/// Threads that could not be moved, each with the key of the reason.
pub type Untouched = BTreeMap<ThreadId, &'static str>;

/// A thread that can be chosen.
struct Line {
    id: String,
    link: Link,
    language: Option<Tongue>,
    replies: String,
    day: DayView,
    chosen: bool,
    /// Why it was not moved; empty before it was tried.
    refused: String,
}

#[derive(Template)]
#[template(path = "threads/order.html")]
struct Page {
    chrome: Chrome,
    crumbs: Vec<Link>,
    slug: String,
    spaces: Vec<Choice>,
    lines: Vec<Line>,
    error: String,
    /// Where this page of the list begins.
    cursor: String,
    next: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    cursor: String,
}

/// What was chosen; a box that is not ticked is not sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    thread: Vec<String>,
    to: String,
    cursor: String,
}

/// `GET /s/{slug}/tend`.
pub(super) async fn choose(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let space = tended(&app, &visitor, &slug).await?;
    let chosen = Chosen { cursor: asked.cursor, ..Chosen::default() };
    let none = Untouched::new();
    page(&app, &visitor, &space, &chosen, &none, String::new(), StatusCode::OK).await
}

/// The space, for those who look after it.
async fn tended(app: &App, visitor: &Visitor, slug: &str) -> Result<SpaceView, Refusal> {
    visitor.member()?;
    let space = views::space(&app.db, &visitor.actor, slug).await?;
    visitor.actor.may_in(space.id, Action::Tend)?;
    Ok(space)
}

/// `POST /s/{slug}/tend`: each thread for itself; those that cannot go are named with the reason.
pub(super) async fn relocate(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    form: Form<Chosen>,
) -> Result<Response, Refusal> {
    let space = tended(&app, &visitor, &slug).await?;
    let chosen = form.fields;
    let threads: Vec<ThreadId> = chosen.thread.iter().filter_map(|id| id.parse().ok()).collect();
    let w = visitor.words();
    if threads.is_empty() || threads.len() > MOST {
        let (error, status) = (w.say("threads-order-none"), StatusCode::UNPROCESSABLE_ENTITY);
        return page(&app, &visitor, &space, &chosen, &Untouched::new(), error, status).await;
    }
    let refused = moved(&app, &visitor, &threads, &chosen.to).await?;
    if refused.is_empty() {
        return Ok(go(&format!("/s/{}", encode(&chosen.to)), Some("flash-moved-all")));
    }
    let error = w.n("threads-order-refused", i64::try_from(refused.len()).unwrap_or(i64::MAX));
    page(&app, &visitor, &space, &chosen, &refused, error, StatusCode::CONFLICT).await
}

/// Moves threads to the space of that slug; answers those that could not go.
///
/// # Errors
/// [`Fault::NotFound`] for a space that is not there, [`Fault::Unavailable`] when the database is
/// away: what was moved before stays moved.
pub async fn moved(
    app: &App,
    visitor: &Visitor,
    threads: &[ThreadId],
    to: &str,
) -> Result<Untouched, Fault> {
    let actor = &visitor.actor;
    let space = views::space(&app.db, actor, to).await?.id;
    let mut refused = Untouched::new();
    for id in threads {
        let one = async {
            let author = author(app, actor, *id).await?;
            let relocate =
                async |tx: &mut Tx| tending::relocate(tx, actor, *id, space, &author).await;
            app.db.write(relocate).await
        };
        match one.await {
            Ok(()) => {}
            Err(fault @ (Fault::Unavailable(_) | Fault::Broken(_))) => return Err(fault),
            Err(fault) => drop(refused.insert(*id, Refusal::from(fault).key)),
        }
    }
    Ok(refused)
}

async fn page(
    app: &App,
    visitor: &Visitor,
    space: &SpaceView,
    chosen: &Chosen,
    refused: &Untouched,
    error: String,
    status: StatusCode,
) -> Result<Response, Refusal> {
    let (db, actor, locale) = (&app.db, &visitor.actor, visitor.locale.code());
    let filter = Filter { space: Some(space.id), ..Filter::default() };
    let cursor = Some(chosen.cursor.as_str()).filter(|cursor| !cursor.is_empty());
    let found = views::list(db, actor, &filter, Limit::MOST, cursor).await?;
    let reader = Reader::of(visitor);
    let tends = |one: &&SpaceView| one.id != space.id && actor.may_in(one.id, Action::Tend).is_ok();
    let all = views::spaces(db, actor).await?;
    let choice = |one: &SpaceView| Choice::new(one.slug.clone(), one.names.say(locale), &chosen.to);
    let line = |thread: &ThreadSummary| line(thread, &reader, chosen, refused);
    let here = format!("/s/{}", space.slug);
    show_as(
        status,
        &Page {
            crumbs: vec![Link::new(here.clone(), space.names.say(locale))],
            slug: space.slug.clone(),
            spaces: all.iter().filter(tends).map(choice).collect(),
            lines: found.items.iter().map(line).collect(),
            next: found.next.map(|next| format!("{here}/tend?cursor={}", encode(&next))),
            error,
            cursor: chosen.cursor.clone(),
            chrome: Chrome::of(app, visitor).await?,
        },
    )
}

fn line(thread: &ThreadSummary, reader: &Reader, chosen: &Chosen, refused: &Untouched) -> Line {
    let id = thread.id.to_string();
    Line {
        link: Link::new(
            rows::address(thread.id, &thread.slug),
            thread.title.clone().unwrap_or_default(),
        ),
        language: reader.tongue(&thread.language),
        replies: reader.w.n("threads-replies", i64::from(thread.replies())),
        day: DayView::of(thread.last_post_at.timestamp(), &reader.w),
        chosen: chosen.thread.contains(&id),
        refused: refused.get(&thread.id).map(|key| reader.w.say(key)).unwrap_or_default(),
        id,
    }
}
