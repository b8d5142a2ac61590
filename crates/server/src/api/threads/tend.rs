//! Moderators keep threads in order.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use stoa_kernel::Tx;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_moderation::tending;
use stoa_threads::{Title, views};
use utoipa::ToSchema;

use super::shapes::{self, ThreadOut};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::threads::tend::author;

/// The thread as it is now.
async fn now(app: &App, visitor: &Visitor, id: ThreadId) -> Result<Json<ThreadOut>, Refusal> {
    let view = views::thread(&app.db, &visitor.actor, id).await?;
    Ok(Json(shapes::thread(app, visitor, &view).await?))
}

/// Closes a thread: only moderators reply then.
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/close", tag = "threads",
    params(("id" = String, Path, description = "The thread")),
    responses((status = 200, body = ThreadOut), (status = 403, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn close(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<Json<ThreadOut>, Refusal> {
    closed(&app, &visitor, id, true).await
}

/// Opens a closed thread again.
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/reopen", tag = "threads",
    params(("id" = String, Path, description = "The thread")),
    responses((status = 200, body = ThreadOut), (status = 403, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn reopen(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<Json<ThreadOut>, Refusal> {
    closed(&app, &visitor, id, false).await
}

async fn closed(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    closed: bool,
) -> Result<Json<ThreadOut>, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| tending::close(tx, actor, id, closed).await).await?;
    now(app, visitor, id).await
}

/// Whether the thread stands first in its space.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PinIn {
    /// `true` if left out.
    pinned: Option<bool>,
}

/// Puts a thread first in its space, or back into its place.
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/pin", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = PinIn,
    responses((status = 200, body = ThreadOut), (status = 403, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn pin(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<PinIn>,
) -> Result<Json<ThreadOut>, Refusal> {
    visitor.member()?;
    let (actor, pinned) = (&visitor.actor, body.json.pinned.unwrap_or(true));
    app.db.write(async |tx: &mut Tx| tending::pin(tx, actor, id, pinned).await).await?;
    now(&app, &visitor, id).await
}

/// Where a thread goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MoveIn {
    /// The space's slug.
    space: String,
}

/// Moves a thread to another space, which its author may enter as well.
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/move", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = MoveIn,
    responses((status = 200, body = ThreadOut), (status = 403, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn relocate(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<MoveIn>,
) -> Result<Json<ThreadOut>, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    let space = views::space(&app.db, actor, &body.json.space).await?.id;
    let author = &author(&app, actor, id).await?;
    app.db.write(async |tx: &mut Tx| tending::relocate(tx, actor, id, space, author).await).await?;
    now(&app, &visitor, id).await
}

/// To which thread the posts go.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MergeIn {
    /// The thread.
    #[schema(value_type = String)]
    into: ThreadId,
}

/// Puts all posts at the end of another thread; the old address leads there.
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/merge", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = MergeIn,
    responses((status = 200, body = ThreadOut), (status = 403, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn merge(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<MergeIn>,
) -> Result<Json<ThreadOut>, Refusal> {
    visitor.member()?;
    let (actor, into) = (&visitor.actor, body.json.into);
    let author = &author(&app, actor, id).await?;
    app.db.write(async |tx: &mut Tx| tending::join(tx, actor, id, into, author).await).await?;
    now(&app, &visitor, into).await
}

/// Which replies become a thread.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SplitIn {
    /// The replies, 1 to 200, in any order.
    #[schema(value_type = Vec<String>)]
    posts: Vec<PostId>,
    /// The new thread's title.
    title: String,
}

/// Makes a thread of some replies, in their order; their old addresses lead there.
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/split", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = SplitIn,
    responses((status = 200, body = ThreadOut, description = "The new thread"), (status = 403, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn split(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<SplitIn>,
) -> Result<Json<ThreadOut>, Refusal> {
    visitor.member()?;
    let title = Title::parse(&body.json.title)?;
    let (actor, posts) = (&visitor.actor, &body.json.posts);
    let part = async |tx: &mut Tx| tending::part(tx, actor, id, posts, &title).await;
    let new = app.db.write(part).await?;
    now(&app, &visitor, new).await
}
