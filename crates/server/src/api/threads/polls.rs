//! Polls: votes, reasons, outcomes.

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::PostId;
use stoa_kernel::{Fault, Time, Tx};
use stoa_threads::{polls, views};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::frame::Path;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::parts::poll::Sides;
use crate::pages::threads::polls::{self as page, Known, Polls};

/// An option of a poll.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OptionOut {
    /// Its words, in the language of the post.
    text: String,
    /// How many voted for it; null before the caller has voted, while the poll is open.
    votes: Option<i64>,
    /// Those who speak for Mission cities.
    mission: Option<i64>,
    /// Those who speak for cities worldwide.
    worldwide: Option<i64>,
}

/// A poll.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PollOut {
    /// Its options, in their order.
    options: Vec<OptionOut>,
    /// What tells these options from others.
    ballot: String,
    /// How many have voted.
    voters: i64,
    /// Which option the caller voted for, from 0.
    choice: Option<usize>,
    /// When it closes by itself, or did.
    #[schema(value_type = Option<String>, format = DateTime)]
    closes_at: Option<Time>,
    /// Nobody votes any more.
    closed: bool,
    /// The reply that says what came of it.
    outcome: Option<String>,
}

/// The poll of a post, as far as its options' votes are the caller's to know.
async fn now(app: &App, visitor: &Visitor, id: PostId) -> Result<Json<PollOut>, Refusal> {
    let actor = &visitor.actor;
    let post = views::post(&app.db, actor, id).await?.post;
    let closed = stoa_threads::posts::facts(&app.db, actor, id).await?.place.closed;
    let found = Polls::of(app, actor, [&post]).await?;
    let known = found.get(id).ok_or(Fault::NotFound)?;
    let mut named = Named::default();
    found.name(&mut named);
    let cast = Cast::of(&app.db, actor, visitor.words(), named, false).await?;
    let over = known.poll.over || closed;
    let keeps = polls::kept(&app.db, actor, id).await.is_ok();
    let shown = over || keeps || known.poll.mine.is_some();
    Ok(Json(PollOut {
        options: options(known, &cast, shown),
        ballot: known.mark.clone(),
        voters: Sides::of(known, &cast, None).all,
        choice: known.poll.mine,
        closes_at: known.poll.closes_at,
        closed: over,
        outcome: known.poll.outcome.filter(|_| known.outcome.is_some()).map(|id| id.to_string()),
    }))
}

fn options(known: &Known, cast: &Cast, shown: bool) -> Vec<OptionOut> {
    let option = |(value, text): (usize, &String)| {
        let sides = Sides::of(known, cast, Some(value));
        let told = |votes: i64| shown.then_some(votes);
        OptionOut {
            text: text.clone(),
            votes: told(sides.all),
            mission: told(sides.mission),
            worldwide: told(sides.world),
        }
    };
    known.options.iter().enumerate().map(option).collect()
}

/// The poll of a post: a list in its text whose items begin with `( )`.
#[utoipa::path(
    get, path = "/api/v1/posts/{id}/poll", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 200, body = PollOut), (status = 404, body = Problem))
)]
pub(super) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Json<PollOut>, Refusal> {
    now(&app, &visitor, id).await
}

/// A vote.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct VoteIn {
    /// Which option, from 0.
    choice: usize,
    /// `ballot` of the poll as it was read: where the options have changed since, 409.
    #[serde(default)]
    ballot: Option<String>,
    /// Why: becomes a reply to the post.
    #[serde(default)]
    reason: String,
}

/// Votes, or changes the caller's vote.
#[utoipa::path(
    put, path = "/api/v1/posts/{id}/vote", tag = "threads",
    params(("id" = String, Path, description = "The post")), request_body = VoteIn,
    responses((status = 200, body = PollOut), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn vote(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    body: Body<VoteIn>,
) -> Result<Json<PollOut>, Refusal> {
    visitor.member()?;
    let Body { json, once, .. } = body;
    let given = page::Given {
        choice: Some(json.choice),
        ballot: json.ballot.as_deref(),
        reason: &json.reason,
    };
    let voted = page::cast(&app, &visitor, id, given, once).await;
    voted.map_err(|fault| Refusal::from(fault).keeping(&json.reason))?;
    now(&app, &visitor, id).await
}

/// Takes the caller's vote back.
#[utoipa::path(
    delete, path = "/api/v1/posts/{id}/vote", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    page::withdraw(&app, &visitor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// When a poll closes.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PollIn {
    /// At most two years ahead; null for not by itself.
    #[schema(value_type = Option<String>, format = DateTime)]
    closes_at: Option<Time>,
}

/// Lets a poll close at a moment: by its author, or a moderator.
#[utoipa::path(
    put, path = "/api/v1/posts/{id}/poll", tag = "threads",
    params(("id" = String, Path, description = "The post")), request_body = PollIn,
    responses((status = 200, body = PollOut), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn set(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    body: Body<PollIn>,
) -> Result<Json<PollOut>, Refusal> {
    visitor.member()?;
    let (actor, at) = (&visitor.actor, body.json.closes_at);
    page::a_poll(&app, &visitor, id).await?;
    app.db.write(async |tx: &mut Tx| polls::close_at(tx, actor, id, at).await).await?;
    now(&app, &visitor, id).await
}

/// What came of a poll.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomeIn {
    /// The Markdown: becomes a reply to the post.
    body: String,
}

/// Closes a poll with what came of it: by its author, or a moderator.
#[utoipa::path(
    post, path = "/api/v1/posts/{id}/poll/outcome", tag = "threads",
    params(("id" = String, Path, description = "The post")), request_body = OutcomeIn,
    responses((status = 200, body = PollOut), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn outcome(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    body: Body<OutcomeIn>,
) -> Result<Json<PollOut>, Refusal> {
    visitor.member()?;
    let Body { json, once, .. } = body;
    let done = page::conclude(&app, &visitor, id, &json.body, once).await;
    done.map_err(|fault| Refusal::from(fault).keeping(&json.body))?;
    now(&app, &visitor, id).await
}
