//! What was learned: lessons, trials, adoptions; and cohorts.

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_kernel::Fault;
use stoa_kernel::ids::{CityId, PostId, ThreadId};
use stoa_threads::cohorts::{self, Standing};
use stoa_threads::{learning, views};
use utoipa::ToSchema;

use crate::api::post::CityRefOut;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::threads::learning::{self as page, Told};
use crate::pages::threads::{adoption, cohort, learned};
use stoa_kernel::Reads;

/// What was learned from a thread.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LessonOut {
    /// The reply that says it.
    post: String,
    /// `worked`, `partly`, `failed`, `early`.
    effect: &'static str,
    /// `nothing`, `under_10k` … `over_10m`, `unknown`; in euros.
    cost: &'static str,
    /// The city it was tried in.
    city: Option<CityRefOut>,
    /// Where exactly; may be empty.
    place: String,
}

/// What was learned
///
/// Of a question or a need, as far as its words stand for the caller.
#[utoipa::path(
    get, path = "/api/v1/threads/{id}/lesson", tag = "threads",
    params(("id" = String, Path, description = "The thread")),
    responses((status = 200, body = LessonOut), (status = 404, body = Problem))
)]
pub(super) async fn lesson(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<Json<LessonOut>, Refusal> {
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    let found = learned::lesson(&app, &visitor, &thread, 1).await?;
    let (lesson, post) = found.ok_or(Fault::NotFound)?;
    let cities = cities(&app, &visitor, lesson.city.as_slice()).await?;
    Ok(Json(LessonOut {
        post: post.id.to_string(),
        effect: lesson.effect.name(),
        cost: lesson.cost.name(),
        city: cities.into_iter().next().map(|(_, city)| city),
        place: lesson.place,
    }))
}

async fn cities(
    app: &App,
    visitor: &Visitor,
    ids: &[CityId],
) -> Result<Vec<(CityId, CityRefOut)>, Fault> {
    let cards = stoa_exchange::views::cards_for(&app.db, &visitor.actor, ids).await?;
    let one = |id: &CityId| cards.get(id).map(|card| (*id, CityRefOut::from(card)));
    Ok(ids.iter().filter_map(one).collect())
}

/// What was learned.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LessonIn {
    /// What was tried, and what came of it, as Markdown; becomes a reply.
    body: String,
    /// BCP 47; found by itself if left out.
    language: Option<String>,
    /// `worked`, `partly`, `failed`, `early`.
    effect: String,
    /// `nothing`, `under_10k`, `under_100k`, `under_1m`, `under_10m`, `over_10m`, `unknown`; in euros.
    cost: Option<String>,
    /// Where in the caller's city.
    #[serde(default)]
    place: String,
    /// The thread takes no more replies.
    #[serde(default)]
    closes: bool,
}

/// A reply that was written.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SaidOut {
    /// The reply.
    post: String,
}

/// Say what was learned
///
/// By who asked the question or sought what was needed.
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/lesson", tag = "threads",
    params(("id" = String, Path, description = "The thread")), request_body = LessonIn,
    responses((status = 201, body = SaidOut), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn conclude(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<LessonIn>,
) -> Result<(StatusCode, Json<SaidOut>), Refusal> {
    visitor.member()?;
    let (new, once) = (body.json, body.once);
    let told = Told {
        body: &new.body,
        language: new.language.as_deref().unwrap_or_default(),
        effect: &new.effect,
        cost: new.cost.as_deref().unwrap_or_default(),
        place: &new.place,
        closes: new.closes,
    };
    let said = page::say(&app, &visitor, id, told, once).await;
    let post = said.map_err(|fault| Refusal::from(fault).keeping(&new.body))?;
    Ok((StatusCode::CREATED, Json(SaidOut { post: post.to_string() })))
}

/// What came of an accepted answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TrialIn {
    /// `worked`, `partly`, `failed`, `early`, `untried`.
    effect: String,
    /// What happened, as Markdown; becomes a reply to the answer.
    #[serde(default)]
    body: String,
}

/// Say what came of the accepted answer
///
/// By who asked the question.
#[utoipa::path(
    put, path = "/api/v1/posts/{id}/trial", tag = "threads",
    params(("id" = String, Path, description = "The accepted answer")), request_body = TrialIn,
    responses((status = 204), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn trial(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    body: Body<TrialIn>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    let (new, once) = (body.json, body.once);
    let done = page::tried(&app, &visitor, id, &new.effect, &new.body, once).await;
    done.map_err(|fault| Refusal::from(fault).keeping(&new.body))?;
    Ok(StatusCode::NO_CONTENT)
}

/// A city that uses what a post tells.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AdoptionOut {
    /// The city.
    city: CityRefOut,
    /// `considering`, `piloting`, `adopted`, `stopped`.
    stage: &'static str,
    /// Since which day.
    since: String,
}

/// All of them.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AdoptionsOut {
    /// The furthest first.
    items: Vec<AdoptionOut>,
    /// Always null: there is one page.
    next: Option<String>,
}

/// The cities that use what a post tells.
#[utoipa::path(
    get, path = "/api/v1/posts/{id}/adoptions", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 200, body = AdoptionsOut), (status = 404, body = Problem))
)]
pub(super) async fn adoptions(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Json<AdoptionsOut>, Refusal> {
    let shown = views::found(&app.db, &visitor.actor, &[id]).await?;
    shown.first().ok_or(Fault::NotFound)?;
    let all = learning::adoptions(&app.db, &[id]).await?.remove(&id).unwrap_or_default();
    let ids: Vec<CityId> = all.iter().map(|one| one.city).collect();
    let mut cities: std::collections::HashMap<_, _> =
        cities(&app, &visitor, &ids).await?.into_iter().collect();
    let out = all.into_iter().filter_map(|one| {
        let city = cities.remove(&one.city)?;
        Some(AdoptionOut { city, stage: one.stage.name(), since: one.since })
    });
    Ok(Json(AdoptionsOut { items: out.collect(), next: None }))
}

/// How far the caller's city has come.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AdoptionIn {
    /// `considering`, `piloting`, `adopted`, `stopped`.
    stage: String,
    /// Since which day, `YYYY-MM-DD`.
    since: String,
}

/// Say that the caller's city uses what a post tells
///
/// By who works for a city.
#[utoipa::path(
    put, path = "/api/v1/posts/{id}/adoption", tag = "threads",
    params(("id" = String, Path, description = "The post")), request_body = AdoptionIn,
    responses((status = 204), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn adopt(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    body: Body<AdoptionIn>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    adoption::uses(&app, &visitor, id, &body.json.stage, &body.json.since).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take back that the caller's city uses what a post tells.
#[utoipa::path(
    delete, path = "/api/v1/posts/{id}/adoption", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn drop_it(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    adoption::drop_it(&app, &visitor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A space that begins and ends.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CohortOut {
    /// Its first day.
    starts_on: String,
    /// Its last day.
    ends_on: String,
    /// `ahead`, `running`, `over`.
    standing: &'static str,
    /// The city that leads.
    lead: Option<CityRefOut>,
    /// The cities that take part.
    cities: Vec<CityRefOut>,
    /// The thread that says what came of it.
    outcome: Option<String>,
}

/// The cohort of a space.
#[utoipa::path(
    get, path = "/api/v1/spaces/{slug}/cohort", tag = "threads",
    params(("slug" = String, Path, description = "The space's name in addresses")),
    responses((status = 200, body = CohortOut), (status = 404, body = Problem))
)]
pub(super) async fn cohort_of(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<Json<CohortOut>, Refusal> {
    let space = views::space(&app.db, &visitor.actor, &slug).await?;
    let found = cohorts::of(&app.db, &[space.id]).await?.remove(&space.id);
    let one = found.ok_or(Fault::NotFound)?;
    let standing = match one.standing(app.db.now()) {
        Standing::Ahead => "ahead",
        Standing::Running => "running",
        Standing::Over => "over",
    };
    let lead = cities(&app, &visitor, one.lead.as_slice()).await?.into_iter().next();
    let part = cities(&app, &visitor, &one.cities).await?;
    Ok(Json(CohortOut {
        standing,
        lead: lead.map(|(_, city)| city),
        cities: part.into_iter().map(|(_, city)| city).collect(),
        outcome: outcome(&app, &visitor, one.outcome).await?,
        starts_on: one.starts_on,
        ends_on: one.ends_on,
    }))
}

async fn outcome(
    app: &App,
    visitor: &Visitor,
    thread: Option<ThreadId>,
) -> Result<Option<String>, Fault> {
    let Some(thread) = thread else { return Ok(None) };
    match views::thread(&app.db, &visitor.actor, thread).await {
        Ok(view) => Ok(view.summary.title.map(|_| thread.to_string())),
        Err(Fault::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// When a space begins and ends, and who takes part.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CohortIn {
    /// Its first day, `YYYY-MM-DD`.
    starts_on: String,
    /// Its last day.
    ends_on: String,
    /// The slug of the city that leads.
    lead: Option<String>,
    /// Slugs of the cities that take part, at most 60.
    #[serde(default)]
    cities: Vec<String>,
}

/// Make a space a cohort
///
/// By administrators.
#[utoipa::path(
    put, path = "/api/v1/spaces/{slug}/cohort", tag = "threads",
    params(("slug" = String, Path, description = "The space's name in addresses")), request_body = CohortIn,
    responses((status = 204), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn set_cohort(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    body: Body<CohortIn>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    let (new, space) = (body.json, views::space(&app.db, &visitor.actor, &slug).await?);
    visitor.actor.may(stoa_kernel::policy::Action::ManageSpace)?;
    let lead = new.lead.unwrap_or_default();
    let one =
        cohort::read(&app, &new.starts_on, &new.ends_on, &lead, &new.cities.join(",")).await?;
    cohort::put(&app, &visitor, &space, Some(&one)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Let a space be no cohort.
#[utoipa::path(
    delete, path = "/api/v1/spaces/{slug}/cohort", tag = "threads",
    params(("slug" = String, Path, description = "The space's name in addresses")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn drop_cohort(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    let space = views::space(&app.db, &visitor.actor, &slug).await?;
    cohort::put(&app, &visitor, &space, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Let a thread say what came of the cohort of its space
///
/// By moderators, and by who works for the city that leads it.
#[utoipa::path(
    put, path = "/api/v1/threads/{id}/outcome", tag = "threads",
    params(("id" = String, Path, description = "The thread")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn conclude_cohort(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    cohort::outcome(&app, &visitor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
