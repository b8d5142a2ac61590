//! Questions that nobody answered: whom they were put before, and how questions fare.

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::ThreadId;
use stoa_kernel::{Fault, Time};
use stoa_threads::requests::{self, Request};
use stoa_threads::views::{self, Tally};
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::threads::{answering, asking};

/// A question put before the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RequestOut {
    /// Why just he: `answered`, `offered`, `practised`, `follows`, `near`, `passed`.
    reason: &'static str,
    /// The slug of the theme it is about.
    theme: Option<String>,
    /// The reason in a sentence, in the caller's language.
    why: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    asked_at: Time,
    /// `passed` or `declined`; null while it waits for him.
    outcome: Option<&'static str>,
}

/// Am I asked?
///
/// Whether this question, which nobody answered, was put before the caller.
#[utoipa::path(
    get, path = "/api/v1/threads/{id}/request", tag = "threads",
    params(("id" = String, Path, description = "The question")),
    responses((status = 200, body = RequestOut), (status = 401, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn request(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<Json<RequestOut>, Refusal> {
    visitor.member()?;
    views::thread(&app.db, &visitor.actor, id).await?;
    let found = requests::request(&app.db, &visitor.actor, id).await?.ok_or(Fault::NotFound)?;
    Ok(Json(shown(&app, &visitor, found).await?))
}

async fn shown(app: &App, visitor: &Visitor, request: Request) -> Result<RequestOut, Fault> {
    let (why, _) = asking::reason(app, visitor.words(), &visitor.actor, &request).await?;
    Ok(RequestOut {
        reason: request.reason.name(),
        why,
        asked_at: request.asked_at,
        outcome: request.outcome.map(requests::Outcome::name),
        theme: request.theme,
    })
}

/// What becomes of a request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RequestIn {
    /// The handle of whom it is passed on to; left out, it is let go.
    to: Option<String>,
}

/// Pass it on, or let it go
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/request", tag = "threads",
    params(("id" = String, Path, description = "The question")), request_body = RequestIn,
    responses((status = 204, description = "Done"), (status = 400, body = Problem), (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<RequestIn>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    match &body.json.to {
        Some(to) => asking::pass_on(&app, &visitor, id, to).await?,
        None => asking::let_go(&app, &visitor, id).await?,
    }
    Ok(StatusCode::NO_CONTENT)
}

/// How some questions fared.
#[derive(Debug, Serialize, ToSchema)]
struct TallyOut {
    /// What they have in common: the slug of a space or theme, or both sides, as
    /// `mission-worldwide`: who asked, who answered.
    of: String,
    /// How many were asked.
    asked: usize,
    /// How many somebody else answered; between sides, a city of the answering one.
    answered: usize,
    /// The median of hours to the first answer from another city.
    hours: Option<f64>,
}

fn tally(of: String, one: &Tally) -> TallyOut {
    TallyOut { of, asked: one.asked, answered: one.answered, hours: one.hours }
}

/// How questions fare.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AnswersOut {
    /// All.
    all: TallyOut,
    /// By space.
    spaces: Vec<TallyOut>,
    /// By theme of the upper level.
    themes: Vec<TallyOut>,
    /// By who asks and who answers.
    ways: Vec<TallyOut>,
}

/// Over which time.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct Over {
    /// 30, 90 or 365; 365 if left out.
    days: Option<u32>,
}

/// How questions fare
///
/// Of questions that the caller reads, the latest 5,000: how many were answered, and the median of
/// hours to the first answer from another city.
#[utoipa::path(
    get, path = "/api/v1/answers", tag = "threads", params(Over),
    responses((status = 200, body = AnswersOut), (status = 400, body = Problem))
)]
pub(super) async fn figures(
    State(app): State<App>,
    visitor: Visitor,
    Query(over): Query<Over>,
) -> Result<Json<AnswersOut>, Refusal> {
    let days = over.days.unwrap_or(365);
    if !answering::SPANS.contains(&days) {
        return Err(Fault::invalid("days", "threads-answers-span-unknown").into());
    }
    let found = answering::figures(&app, &visitor, days).await?;
    let spaces = views::spaces(&app.db, &visitor.actor).await?;
    let slug = |id| spaces.iter().find(|space| space.id == id).map(|space| space.slug.clone());
    Ok(Json(AnswersOut {
        all: tally("all".to_owned(), &found.all),
        spaces: found.spaces.iter().filter_map(|(id, one)| Some(tally(slug(*id)?, one))).collect(),
        themes: found.themes.iter().map(|(slug, one)| tally(slug.clone(), one)).collect(),
        ways: found
            .ways
            .iter()
            .map(|((from, to), one)| tally(format!("{}-{}", from.name(), to.name()), one))
            .collect(),
    }))
}
