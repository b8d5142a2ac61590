//! The caller's bookmarks.

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::PostId;
use stoa_kernel::{Fault, Limit, Time, Tx};
use stoa_threads::bookmarks::{self, Bookmark};
use utoipa::{IntoParams, ToSchema};

use super::shapes::ListOut;
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::limits::Rate;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};

/// A post that is kept.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BookmarkOut {
    /// The post.
    post: String,
    /// What the caller wrote beside it; empty for nothing.
    note: String,
    /// When the caller is reminded.
    #[schema(value_type = Option<String>, format = DateTime)]
    remind_at: Option<Time>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    made_at: Time,
}

impl From<Bookmark> for BookmarkOut {
    fn from(kept: Bookmark) -> Self {
        let Bookmark { post, note, remind_at, made_at } = kept;
        Self { post: post.to_string(), note, remind_at, made_at }
    }
}

/// What is to be kept with a post; both may be left out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct BookmarkIn {
    /// At most 300 characters.
    note: String,
    /// When to be reminded, at most two years ahead; within a minute.
    #[schema(value_type = Option<String>, format = DateTime)]
    remind_at: Option<Time>,
}

/// Keeps a post, or changes the note and the reminder of one that is kept.
#[utoipa::path(
    put, path = "/api/v1/posts/{id}/bookmark", tag = "threads",
    params(("id" = String, Path, description = "The post")), request_body = BookmarkIn,
    responses((status = 200, body = BookmarkOut), (status = 400, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn keep(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    body: Body<BookmarkIn>,
) -> Result<Json<BookmarkOut>, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let (actor, new) = (&visitor.actor, body.json);
    let set = async |tx: &mut Tx| bookmarks::set(tx, actor, id, &new.note, new.remind_at).await;
    app.db.write(set).await?;
    let kept = bookmarks::get(&app.db, actor, id).await?.ok_or(Fault::NotFound)?;
    Ok(Json(kept.into()))
}

/// Lets a post go.
#[utoipa::path(
    delete, path = "/api/v1/posts/{id}/bookmark", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 204), (status = 401, body = Problem))
)]
pub(super) async fn forget(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| bookmarks::forget(tx, actor, id).await).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which page of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PageIn {
    /// How many, 1 to 100; 20 if left out.
    pub(super) limit: Option<u64>,
    /// From `next` of the page before.
    pub(super) cursor: Option<String>,
}

/// Everything the caller keeps, the newest first. Posts that were taken away are among them.
#[utoipa::path(
    get, path = "/api/v1/me/bookmarks", tag = "threads", params(PageIn),
    responses((status = 200, body = ListOut<BookmarkOut>), (status = 400, body = Problem), (status = 401, body = Problem))
)]
pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Query(page): Query<PageIn>,
) -> Result<Json<ListOut<BookmarkOut>>, Refusal> {
    visitor.member()?;
    let (limit, cursor) = (Limit::parse(page.limit)?, page.cursor.as_deref());
    let found = bookmarks::list(&app.db, &visitor.actor, limit, cursor).await?;
    let items = found.items.into_iter().map(BookmarkOut::from).collect();
    Ok(Json(ListOut { items, next: found.next }))
}
