//! What members do with posts, threads, spaces and cities by one request.

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{CityId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Fault, Tx};
use stoa_threads::reading::{self, Move};
use stoa_threads::subscriptions::{self, Target};
use stoa_threads::{Level, answers, marks, views};
use stoa_threads::{posts, summaries};
use utoipa::ToSchema;

use super::shapes::ListOut;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::following;

/// The answer of a question.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerIo {
    /// The post; null takes the choice back.
    #[schema(value_type = Option<String>)]
    post: Option<PostId>,
}

/// Chooses the answer of a question: by who asked, or by a moderator.
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/answer", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = AnswerIo,
    responses((status = 200, body = AnswerIo), (status = 403, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<AnswerIo>,
) -> Result<Json<AnswerIo>, Refusal> {
    visitor.member()?;
    let (actor, post) = (&visitor.actor, body.json.post);
    app.db
        .write(async |tx: &mut Tx| match post {
            Some(post) => answers::accept(tx, actor, id, post).await,
            None => answers::unaccept(tx, actor, id).await,
        })
        .await?;
    Ok(Json(body.json))
}

/// Who may edit a post.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WikiIo {
    /// Everybody, or its author alone.
    wiki: bool,
}

/// Lets everybody edit a post, or its author alone: by the author, or a moderator.
#[utoipa::path(
    put, path = "/api/v1/posts/{id}/wiki", tag = "threads",
    params(("id" = String, Path, description = "The post")), request_body = WikiIo,
    responses((status = 200, body = WikiIo), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn wiki(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    body: Body<WikiIo>,
) -> Result<Json<WikiIo>, Refusal> {
    visitor.member()?;
    let (actor, on) = (&visitor.actor, body.json.wiki);
    app.db.write(async |tx: &mut Tx| posts::wiki(tx, actor, id, on).await).await?;
    Ok(Json(body.json))
}

/// The reply that sums a thread up.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SummaryIo {
    /// A reply of the thread.
    #[schema(value_type = String)]
    post: PostId,
}

/// Lets a reply stand on top of its thread, in the place of another.
#[utoipa::path(
    put, path = "/api/v1/threads/{id}/summary", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = SummaryIo,
    responses((status = 200, body = SummaryIo), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn summarise(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<SummaryIo>,
) -> Result<Json<SummaryIo>, Refusal> {
    visitor.member()?;
    let (actor, post) = (&visitor.actor, body.json.post);
    app.db.write(async |tx: &mut Tx| summaries::set(tx, actor, id, post).await).await?;
    Ok(Json(body.json))
}

/// Lets a reply no longer stand on top of its thread: by its author, or a moderator.
#[utoipa::path(
    delete, path = "/api/v1/posts/{id}/summary", tag = "threads",
    params(("id" = String, Path, description = "The reply")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn unsummarise(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| summaries::unset(tx, actor, id).await).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How many found a post useful.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct UsefulOut {
    /// The number.
    useful: i32,
}

/// Marks somebody else's post as useful.
#[utoipa::path(
    put, path = "/api/v1/posts/{id}/useful", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 200, body = UsefulOut), (status = 403, body = Problem))
)]
pub(super) async fn useful(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Json<UsefulOut>, Refusal> {
    mark(&app, &visitor, id, true).await
}

/// Takes the mark back.
#[utoipa::path(
    delete, path = "/api/v1/posts/{id}/useful", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 200, body = UsefulOut), (status = 403, body = Problem))
)]
pub(super) async fn not_useful(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Json<UsefulOut>, Refusal> {
    mark(&app, &visitor, id, false).await
}

async fn mark(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    on: bool,
) -> Result<Json<UsefulOut>, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let actor = &visitor.actor;
    let count = app.db.write(async |tx: &mut Tx| match on {
        true => marks::useful(tx, actor, id).await,
        false => marks::not_useful(tx, actor, id).await,
    });
    Ok(Json(UsefulOut { useful: count.await? }))
}

/// How far a thread was read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadIn {
    /// The number of the last post that was read.
    number: i32,
}

/// Notes how far the caller has read a thread; a position never goes back.
#[utoipa::path(
    put, path = "/api/v1/threads/{id}/read", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = ReadIn,
    responses((status = 204), (status = 404, body = Problem))
)]
pub(super) async fn read(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<ReadIn>,
) -> Result<StatusCode, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Light, &me.to_string(), app.db.clock().now())?;
    let (actor, number) = (&visitor.actor, body.json.number);
    app.db
        .write(async |tx: &mut Tx| reading::mark(tx, actor, id, number, Move::Forward).await)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How closely something is followed.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelIo {
    /// `muted`, `normal`, `tracking`, `watching`; of a person also `blocked`.
    level: String,
}

async fn follow(
    app: &App,
    visitor: &Visitor,
    target: Target,
    body: LevelIo,
) -> Result<Json<LevelIo>, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let unknown = || Fault::invalid("level", "threads-level-unknown");
    let level = Level::parse(&body.level).ok_or_else(unknown)?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| subscriptions::set(tx, actor, target, level).await).await?;
    Ok(Json(body))
}

/// Sets how closely the caller follows a thread.
#[utoipa::path(
    put, path = "/api/v1/threads/{id}/subscription", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = LevelIo,
    responses((status = 200, body = LevelIo), (status = 400, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn follow_thread(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<LevelIo>,
) -> Result<Json<LevelIo>, Refusal> {
    follow(&app, &visitor, Target::Thread(id), body.json).await
}

/// Sets how closely the caller follows a space.
#[utoipa::path(
    put, path = "/api/v1/spaces/{slug}/subscription", tag = "threads",
    params(("slug" = String, Path, description = "The space: its id or its name in addresses")), request_body = LevelIo,
    responses((status = 200, body = LevelIo), (status = 400, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn follow_space(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    body: Body<LevelIo>,
) -> Result<Json<LevelIo>, Refusal> {
    visitor.member()?;
    let space = match named.parse::<SpaceId>() {
        Ok(id) => id,
        Err(_) => views::space(&app.db, &visitor.actor, &named).await?.id,
    };
    follow(&app, &visitor, Target::Space(space), body.json).await
}

/// Sets how closely the caller follows a theme, with all below it.
#[utoipa::path(
    put, path = "/api/v1/themes/{slug}/subscription", tag = "threads",
    params(("slug" = String, Path, description = "The theme, such as `mobility`, or `mobility%2Fparking` of the lower level")), request_body = LevelIo,
    responses((status = 200, body = LevelIo), (status = 400, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn follow_theme(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    body: Body<LevelIo>,
) -> Result<Json<LevelIo>, Refusal> {
    visitor.member()?;
    let theme = following::theme(&slug)?;
    follow(&app, &visitor, theme, body.json).await
}

/// Sets how closely the caller follows a person.
#[utoipa::path(
    put, path = "/api/v1/people/{id}/subscription", tag = "threads",
    params(("id" = String, Path, description = "The person")), request_body = LevelIo,
    responses((status = 200, body = LevelIo), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn follow_person(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    body: Body<LevelIo>,
) -> Result<Json<LevelIo>, Refusal> {
    visitor.member()?;
    let person = following::person(&app, &visitor, id).await?;
    follow(&app, &visitor, person, body.json).await
}

/// Something that is followed, or of which nothing is told.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FollowedOut {
    /// `thread`, `space`, `theme`, `city`, `person`.
    target: &'static str,
    /// Its id; the slug of a theme.
    id: String,
    /// `blocked`, `muted`, `tracking`, `watching`.
    level: &'static str,
}

/// Everything the caller follows, the last set first.
#[utoipa::path(
    get, path = "/api/v1/me/subscriptions", tag = "threads",
    responses((status = 200, body = ListOut<FollowedOut>), (status = 401, body = Problem))
)]
pub(super) async fn followed(
    State(app): State<App>,
    visitor: Visitor,
) -> Result<Json<ListOut<FollowedOut>>, Refusal> {
    let all = subscriptions::list(&app.db, &visitor.actor).await?;
    let out = |one: subscriptions::Followed| {
        let (target, id) = following::spelt(one.target);
        FollowedOut { target, id, level: one.level.name() }
    };
    Ok(Json(ListOut { items: all.into_iter().map(out).collect(), next: None }))
}

/// Sets how closely the caller follows a city.
#[utoipa::path(
    put, path = "/api/v1/cities/{slug}/subscription", tag = "threads",
    params(("slug" = String, Path, description = "The city: its id or its name in addresses")), request_body = LevelIo,
    responses((status = 200, body = LevelIo), (status = 400, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn follow_city(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    body: Body<LevelIo>,
) -> Result<Json<LevelIo>, Refusal> {
    visitor.member()?;
    let city = match named.parse::<CityId>() {
        Ok(id) => stoa_exchange::views::city(&app.db, &visitor.actor, id).await?.id,
        Err(_) => stoa_exchange::views::by_slug(&app.db, &visitor.actor, &named).await?.id,
    };
    follow(&app, &visitor, Target::City(city), body.json).await
}
