//! Private conversations.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::ThreadId;
use stoa_kernel::{Fault, Limit, Time, Tx};
use stoa_threads::conversations::{self, Conversation, Seat};
use stoa_threads::drafts::Slot;
use utoipa::ToSchema;

use super::bookmarks::PageIn;
use super::shapes::ListOut;
use super::write::{SentOut, opened, sent};
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::limits::Rate;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::threads::word::{self, Word};

/// One of the people of a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SeatOut {
    /// The member.
    member: String,
    /// `asked`, `joined`, `declined`, `left`; the first two read.
    seat: &'static str,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    since: Time,
}

/// A conversation: a thread whose readers are its people.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConversationOut {
    /// Its thread, under `/threads/{id}`.
    thread: String,
    /// What it is about; null where that was taken away.
    title: Option<String>,
    /// Its people, who began it first.
    people: Vec<SeatOut>,
    /// When somebody last wrote.
    #[schema(value_type = String, format = DateTime)]
    last_post_at: Time,
    /// Posts that the caller has not read.
    unread: i64,
}

impl From<Conversation> for ConversationOut {
    fn from(one: Conversation) -> Self {
        let seat = |person: &conversations::Person| SeatOut {
            member: person.member.to_string(),
            seat: person.seat.name(),
            since: person.since,
        };
        Self {
            thread: one.thread.id.to_string(),
            people: one.people.iter().map(seat).collect(),
            title: one.thread.title,
            last_post_at: one.thread.last_post_at,
            unread: one.thread.unread,
        }
    }
}

/// The conversations that the caller takes part in, the last written first.
#[utoipa::path(
    get, path = "/api/v1/conversations", tag = "threads", params(PageIn),
    responses((status = 200, body = ListOut<ConversationOut>), (status = 400, body = Problem), (status = 401, body = Problem))
)]
pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Query(page): Query<PageIn>,
) -> Result<Json<ListOut<ConversationOut>>, Refusal> {
    visitor.member()?;
    let (limit, cursor) = (Limit::parse(page.limit)?, page.cursor.as_deref());
    let found = conversations::list(&app.db, &visitor.actor, limit, cursor).await?;
    let items = found.items.into_iter().map(ConversationOut::from).collect();
    Ok(Json(ListOut { items, next: found.next }))
}

/// A conversation to be begun.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ConversationIn {
    /// Handles of one to seven members.
    to: Vec<String>,
    /// What it is about.
    title: String,
    /// What is said first, as Markdown.
    body: String,
    /// Its language; found if left out.
    language: Option<String>,
}

/// Begins a conversation.
#[utoipa::path(
    post, path = "/api/v1/conversations", tag = "threads", request_body = ConversationIn,
    responses((status = 201, body = SentOut), (status = 400, body = Problem), (status = 401, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem))
)]
pub(super) async fn begin(
    State(app): State<App>,
    visitor: Visitor,
    body: Body<ConversationIn>,
) -> Result<Response, Refusal> {
    let (new, once) = (body.json, body.once);
    let to: Vec<String> = new.to.iter().map(|one| one.trim_start_matches('@').to_owned()).collect();
    let word = Word {
        to: &to,
        title: &new.title,
        body: &new.body,
        language: new.language.as_deref().unwrap_or_default(),
        drafts: &[Slot::Conversation],
    };
    let done = word::begin(&app, &visitor, &word, once, opened).await;
    done.map(sent).map_err(|fault| Refusal::from(fault).keeping(&new.body))
}

/// Where the caller wants to stand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SeatIn {
    /// `joined`, `declined`, `left`.
    seat: String,
}

/// Joins, declines or leaves a conversation. Who declines or leaves reads no more of it.
#[utoipa::path(
    put, path = "/api/v1/conversations/{id}/seat", tag = "threads",
    params(("id" = String, Path, description = "Its thread")), request_body = SeatIn,
    responses((status = 204), (status = 400, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn seat(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<SeatIn>,
) -> Result<StatusCode, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let bad = || Fault::invalid("seat", "threads-conversation-seat");
    let seat = Seat::parse(&body.json.seat).ok_or_else(bad)?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| conversations::answer(tx, actor, id, seat).await).await?;
    Ok(StatusCode::NO_CONTENT)
}
