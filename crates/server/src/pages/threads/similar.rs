//! Threads that resemble a title, before the same is asked again.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use serde::Deserialize;
use stoa_kernel::Fault;
use stoa_render::Words;
use stoa_threads::views::{ThreadSummary, Titled};

use super::rows;
use super::words::Reader;
use crate::app::App;
use crate::http::frame::Query;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::pages::parts::{Link, Tongue};
use crate::pages::show;
use crate::search::find;
use crate::search::related::related as find_related;

/// A thread that resembles.
#[derive(Clone, Debug)]
pub(super) struct Like {
    /// Its page.
    pub link: Link,
    /// The language of its title.
    pub language: Option<Tongue>,
    /// It has an accepted answer.
    pub answered: bool,
}

/// Up to five, the closest first; none for a title that says too little.
pub(super) async fn like(
    app: &App,
    visitor: &Visitor,
    title: &str,
    language: &str,
) -> Result<Vec<Like>, Fault> {
    let language = if language.is_empty() { visitor.locale.code() } else { language };
    let found = find::similar(app, &visitor.actor, title, language).await?;
    Ok(likes(visitor, &found))
}

/// Other threads that resemble one, the closest first; none for guests: their pages are kept until
/// something happens in the thread itself, and would go on naming others that are gone. An index
/// that does not answer keeps nobody from reading.
pub(super) async fn related(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadSummary,
) -> Result<Vec<Like>, Fault> {
    let (Some(title), Some(_)) = (thread.title.as_deref(), &visitor.me) else {
        return Ok(Vec::new());
    };
    let (actor, language) = (&visitor.actor, thread.language.as_str());
    match find_related(app, actor, thread.id, title, language).await {
        Ok(found) => Ok(likes(visitor, &found)),
        Err(fault) => {
            tracing::warn!(cause = %fault, "related threads are not known");
            Ok(Vec::new())
        }
    }
}

fn likes(visitor: &Visitor, found: &[Titled]) -> Vec<Like> {
    let reader = Reader::of(visitor);
    let like = |one: &Titled| Like {
        link: Link::new(rows::address(one.thread, &one.slug), one.title.clone()),
        language: reader.tongue(&one.language),
        answered: one.answered(),
    };
    found.iter().map(like).collect()
}

/// What was typed so far.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    title: String,
    language: String,
}

#[derive(Template)]
#[template(path = "threads/similar.html")]
struct Fragment {
    w: Words,
    similar: Vec<Like>,
}

/// `GET /new/similar`: the list alone, for the script beside the title.
pub(super) async fn fragment(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Light, &me.to_string(), app.db.clock().now())?;
    let similar = like(&app, &visitor, &asked.title, &asked.language).await?;
    show(&Fragment { w: visitor.words(), similar })
}
