//! Reading posts.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::policy::Sight;
use stoa_kernel::{Fault, Limit, Time};
use stoa_threads::views::{self, PostCard, RevisionView};
use utoipa::{IntoParams, ToSchema};

use super::shapes::ListOut;
use super::version;
use crate::api::post::{self, PersonOut, PostOut};
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::submit::{self, Room};

/// Which posts of a thread.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Those with numbers above this one.
    after: Option<i32>,
    /// 1 to 100, 20 if left out.
    limit: Option<u64>,
    /// Where to go on.
    cursor: Option<String>,
    /// The language of messages.
    #[expect(dead_code, reason = "who asks reads it; it is named here so that it is not refused")]
    lang: Option<String>,
}

/// Posts of a thread in order; after the last one those that wait, for their
/// author and the space's moderators.
#[utoipa::path(
    get, path = "/api/v1/threads/{id}/posts", tag = "threads",
    params(("id" = String, Path, description = "The thread"), Asked),
    responses((status = 200, body = ListOut<PostOut>), (status = 404, description = "No such thread for the caller"))
)]
pub(super) async fn of_thread(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    Query(asked): Query<Asked>,
) -> Result<Json<ListOut<PostOut>>, Refusal> {
    let (db, actor) = (&app.db, &visitor.actor);
    stoa_threads::threads::facts(db, actor, id).await?;
    let page = views::posts(db, actor, id, from(&asked)?, Limit::parse(asked.limit)?).await?;
    let mut posts = page.items;
    if page.next.is_none() {
        let mut held = views::held(db, actor, id).await?;
        // Lists hold no Markdown: what waits is no exception.
        held.iter_mut().for_each(|post| post.markdown = None);
        posts.extend(held);
    }
    let items = post::all(&app, actor, &posts).await?;
    Ok(Json(ListOut { items, next: page.next }))
}

/// The number to go on after.
fn from(asked: &Asked) -> Result<i32, Fault> {
    match &asked.cursor {
        Some(cursor) => cursor.parse().map_err(|_| Fault::invalid("cursor", "core-cursor-bad")),
        None => Ok(asked.after.unwrap_or(0).max(0)),
    }
}

/// A post with its thread.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PostFullOut {
    /// The post.
    #[serde(flatten)]
    post: PostOut,
    /// Its thread.
    thread: String,
    /// The thread's title.
    title: Option<String>,
    /// The slug of its space.
    space: String,
    /// Its place.
    url: String,
}

/// One post with its Markdown, as its author typed it.
#[utoipa::path(
    get, path = "/api/v1/posts/{id}", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 200, body = PostFullOut, description = "`ETag` is its version"), (status = 404, description = "None for the caller"))
)]
pub(super) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    let card = views::post(&app.db, &visitor.actor, id).await?;
    let full = full(&app, &visitor, card).await?;
    Ok(([(header::ETAG, version::tag(full.post.version))], Json(full)).into_response())
}

async fn full(app: &App, visitor: &Visitor, mut card: PostCard) -> Result<PostFullOut, Fault> {
    if let Some(stored) = card.post.markdown.take() {
        // Its author edits the text as it is; to others a quote of what is gone has no words.
        let text = match card.post.own {
            true => submit::typed(app, &stored).await?,
            false => submit::readable(app, &visitor.actor, room(&card), &stored).await?,
        };
        card.post.markdown = Some(text);
    }
    let posts = [card.post];
    let mut out = post::all(app, &visitor.actor, &posts).await?;
    let [post] = posts;
    Ok(PostFullOut {
        post: out.pop().ok_or(Fault::NotFound)?,
        thread: post.thread.to_string(),
        title: card.title,
        space: card.space_slug,
        url: format!("/p/{}", post.id),
    })
}

fn room(card: &PostCard) -> Room {
    Room::of(card.post.space, card.facts.visibility)
        .in_thread(card.post.thread)
        .by(card.post.author)
}

/// A wording of a post.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RevisionOut {
    /// The wording.
    id: String,
    /// The version it had.
    version: i32,
    /// `public` (an earlier wording), `held`, `declined`.
    state: String,
    /// The title, for first posts.
    title: Option<String>,
    /// The sanitised HTML.
    html: String,
    /// The Markdown.
    markdown: String,
    /// Who wrote it; null for an account that is gone.
    editor: Option<PersonOut>,
    /// BCP 47.
    language: String,
    /// When it was written.
    #[schema(value_type = String, format = DateTime)]
    written_at: Time,
}

/// Earlier wordings of a post, and for its author and moderators those that wait; the newest first.
#[utoipa::path(
    get, path = "/api/v1/posts/{id}/revisions", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 200, body = ListOut<RevisionOut>), (status = 404, description = "None for the caller"))
)]
pub(super) async fn revisions(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Json<ListOut<RevisionOut>>, Refusal> {
    let card = views::post(&app.db, &visitor.actor, id).await?;
    if card.post.sight < Sight::Marked {
        return Err(Refusal::not_found());
    }
    let found = views::revisions(&app.db, &visitor.actor, id).await?;
    let mut named = Named::default();
    found.iter().for_each(|one| named.person(one.editor));
    let cast = Cast::of(&app.db, &visitor.actor, visitor.words(), named, false).await?;
    let mut items = Vec::with_capacity(found.len());
    for one in found {
        items.push(revision(&app, &visitor, &card, &cast, one).await?);
    }
    Ok(Json(ListOut { items, next: None }))
}

/// Rendered at the moment: what a wording quotes may be gone since it was written.
async fn revision(
    app: &App,
    visitor: &Visitor,
    card: &PostCard,
    cast: &Cast,
    one: RevisionView,
) -> Result<RevisionOut, Fault> {
    let (actor, room) = (&visitor.actor, room(card));
    let html = submit::again(app, actor, room, &one.markdown, &one.language).await?.html;
    let editor = cast.card(one.editor).filter(|card| !card.former);
    Ok(RevisionOut {
        id: one.id.to_string(),
        version: one.version,
        state: one.state,
        title: one.title,
        html,
        markdown: submit::readable(app, actor, room, &one.markdown).await?,
        editor: editor.map(PersonOut::from),
        language: one.language,
        written_at: one.written_at,
    })
}
