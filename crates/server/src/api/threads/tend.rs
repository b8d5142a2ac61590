//! Moderators keep threads in order.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Fault, Time, Tx};
use stoa_moderation::tending;
use stoa_threads::tending::{Closing, close_at};
use stoa_threads::{Title, views};
use utoipa::ToSchema;

use super::shapes::{self, ThreadOut};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::threads::order;
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
    closed(&app, &visitor, id, Closing::ForGood).await
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
    closed(&app, &visitor, id, Closing::Open).await
}

async fn closed(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    how: Closing,
) -> Result<Json<ThreadOut>, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| tending::close(tx, actor, id, how).await).await?;
    now(app, visitor, id).await
}

/// What the clock is to do with a thread.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct TimerIn {
    /// An open thread closes then, at most two years ahead; null for never.
    #[schema(value_type = Option<String>, format = DateTime)]
    closes_at: Option<Time>,
    /// It is closed now and opens again then; left out, it stays as it is.
    #[schema(value_type = Option<String>, format = DateTime)]
    opens_at: Option<Time>,
}

/// Closes a thread at a moment to come, or until a moment to come; within a minute.
#[utoipa::path(
    put, path = "/api/v1/threads/{id}/timer", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = TimerIn,
    responses((status = 200, body = ThreadOut), (status = 400, body = Problem), (status = 403, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn timer(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<TimerIn>,
) -> Result<Json<ThreadOut>, Refusal> {
    visitor.member()?;
    let (actor, asked) = (&visitor.actor, body.json);
    if let Some(at) = asked.opens_at {
        return closed(&app, &visitor, id, Closing::Until(at)).await;
    }
    app.db.write(async |tx: &mut Tx| close_at(tx, actor, id, asked.closes_at).await).await?;
    now(&app, &visitor, id).await
}

/// How slow a thread is.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SlowIn {
    /// Everybody but moderators writes once in so many seconds: 300, 900, 3600, 14400, 86400;
    /// null as often as elsewhere.
    every: Option<i32>,
}

/// Slow mode: everybody writes once in a while only.
#[utoipa::path(
    put, path = "/api/v1/threads/{id}/slow", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = SlowIn,
    responses((status = 200, body = ThreadOut), (status = 400, body = Problem), (status = 403, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn slow(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<SlowIn>,
) -> Result<Json<ThreadOut>, Refusal> {
    visitor.member()?;
    let (actor, every) = (&visitor.actor, body.json.every);
    app.db.write(async |tx: &mut Tx| tending::slow(tx, actor, id, every).await).await?;
    now(&app, &visitor, id).await
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

/// Which threads go where.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MovesIn {
    /// The threads, 1 to 100.
    #[schema(value_type = Vec<String>)]
    threads: Vec<ThreadId>,
    /// The slug of the space they go to.
    to: String,
}

/// A thread that could not be moved.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct UnmovedOut {
    /// The thread.
    thread: String,
    /// Why, for programs.
    code: &'static str,
    /// Why, in the caller's language.
    detail: String,
}

/// What became of threads that were to be moved.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MovesOut {
    /// These stand in the other space now.
    moved: Vec<String>,
    /// These stayed.
    refused: Vec<UnmovedOut>,
}

/// Moves many threads to another space, each for itself.
#[utoipa::path(
    post, path = "/api/v1/threads/moves", tag = "threads", request_body = MovesIn,
    responses((status = 200, body = MovesOut), (status = 400, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn moves(
    State(app): State<App>,
    visitor: Visitor,
    body: Body<MovesIn>,
) -> Result<Json<MovesOut>, Refusal> {
    visitor.member()?;
    let MovesIn { threads, to } = body.json;
    if threads.is_empty() || threads.len() > order::MOST {
        return Err(Fault::invalid("threads", "threads-order-none").into());
    }
    let refused = order::moved(&app, &visitor, &threads, &to).await?;
    let stayed = |id: &&ThreadId| !refused.contains_key(id);
    let moved = threads.iter().filter(stayed).map(ToString::to_string).collect();
    let w = visitor.words();
    let out = |(id, key): (&ThreadId, &&'static str)| UnmovedOut {
        thread: id.to_string(),
        code: key,
        detail: w.say(key),
    };
    Ok(Json(MovesOut { moved, refused: refused.iter().map(out).collect() }))
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
