//! Posts in other languages.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::PostId;
use stoa_kernel::{Fault, Time};
use stoa_threads::translations::{Improved, Stage};
use stoa_threads::views::{self, Translation};
use utoipa::ToSchema;

use super::version;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::improve::{Place, Words};
use crate::pages::threads::{Of, want};
use crate::pages::translated::PATIENCE;
use crate::submit::{self, Room};

/// Seconds after which a translation that was asked for may be there.
const SOON: &str = "2";

/// A post in another language.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TranslationOut {
    /// The post.
    #[schema(value_type = String)]
    post: PostId,
    /// The language.
    language: String,
    /// `made`, `asked` (it is being made), `failed` (the translator cannot).
    state: &'static str,
    /// `machine`, or `member` who improved it.
    by: &'static str,
    /// The member's id.
    editor: Option<String>,
    /// Which edition, from 1; for `If-Match`.
    edition: i32,
    /// The version of the post it belongs to.
    version: i32,
    /// The thread's title, for opening posts.
    title: Option<String>,
    /// The text, sanitised; empty until it is made.
    html: String,
    /// The Markdown as it is typed.
    markdown: String,
    /// When it was made, or asked for.
    #[schema(value_type = String)]
    made_at: Time,
}

async fn out(app: &App, visitor: &Visitor, one: Translation) -> Result<TranslationOut, Fault> {
    let card = views::post(&app.db, &visitor.actor, one.post).await?;
    let room = Room::of(card.post.space, card.facts.visibility)
        .in_thread(card.post.thread)
        .by(card.post.author);
    Ok(TranslationOut {
        post: one.post,
        state: one.stage.name(),
        by: if one.editor.is_some() { "member" } else { "machine" },
        editor: one.editor.map(|id| id.to_string()),
        edition: one.edition,
        version: one.version,
        title: one.title,
        html: one.html,
        markdown: submit::readable(app, &visitor.actor, room, &one.markdown).await?,
        made_at: one.made_at,
        language: one.language,
    })
}

/// A post in another language. Where it has not been made, a member's request asks for it: 202,
/// and it is there a little later.
#[utoipa::path(
    get, path = "/api/v1/posts/{id}/translations/{language}", tag = "threads",
    params(("id" = String, Path, description = "The post"), ("language" = String, Path, description = "The language's tag")),
    responses(
        (status = 200, body = TranslationOut), (status = 202, body = TranslationOut, description = "It is being made"),
        (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)
    )
)]
pub(super) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, language)): Path<(PostId, String)>,
) -> Result<Response, Refusal> {
    let language = submit::written(&app, &visitor, &language)?;
    let found = views::translation(&app.db, &visitor.actor, id, &language).await?;
    let fresh = |one: &Translation| {
        one.stage == Stage::Made || app.db.clock().now().since(one.made_at) < PATIENCE
    };
    if let Some(there) = found.filter(fresh) {
        return answer(&app, &visitor, there).await;
    }
    // Who may not see the post is told that there is none before anything else is said.
    stoa_threads::posts::facts(&app.db, &visitor.actor, id).await?;
    if visitor.me.is_none() || !app.translator.is_on() {
        return Err(Refusal::not_found());
    }
    want(&app, &visitor, Of::Posts(&[id]), &language).await?;
    let asked = views::translation(&app.db, &visitor.actor, id, &language).await?;
    answer(&app, &visitor, asked.ok_or(Fault::NotFound)?).await
}

async fn answer(app: &App, visitor: &Visitor, one: Translation) -> Result<Response, Refusal> {
    let asked = one.stage == Stage::Asked;
    let told = Json(out(app, visitor, one).await?);
    Ok(match asked {
        true => (StatusCode::ACCEPTED, [(header::RETRY_AFTER, SOON)], told).into_response(),
        false => told.into_response(),
    })
}

/// Better words for a translation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TranslationIn {
    /// The Markdown: it links, quotes and names what the original does, and nothing else.
    markdown: String,
    /// The thread's title, for opening posts.
    #[serde(default)]
    title: String,
    /// The version of the post that was translated.
    version: i32,
}

/// Puts better words in the place of a translation, or the first ones. `If-Match` carries the
/// edition that was read, 0 for none.
#[utoipa::path(
    put, path = "/api/v1/posts/{id}/translations/{language}", tag = "threads",
    params(
        ("id" = String, Path, description = "The post"), ("language" = String, Path, description = "The language's tag"),
        ("If-Match" = String, Header, description = "The edition, quoted")
    ),
    request_body = TranslationIn,
    responses(
        (status = 200, body = TranslationOut), (status = 400, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 428, body = Problem)
    )
)]
pub(super) async fn improve(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, language)): Path<(PostId, String)>,
    headers: HeaderMap,
    body: Body<TranslationIn>,
) -> Result<Response, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let there = Place::of(&app, &visitor, id, &language).await?;
    let edition = version::asked(&headers)?;
    let words = Words { title: &body.json.title, body: &body.json.markdown };
    let read = there.read(&app, &visitor, words).await?;
    let seen = (body.json.version, edition);
    match there.improve(&app, &visitor, seen, read).await? {
        Improved::Stale => Err(Fault::Conflict("threads-translation-stale").into()),
        Improved::Done(_) => {
            let now = Place::of(&app, &visitor, id, &language).await?;
            answer(&app, &visitor, now.latest.ok_or(Fault::NotFound)?).await
        }
    }
}
