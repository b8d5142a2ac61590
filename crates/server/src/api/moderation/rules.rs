//! Rules that hold, flag or refuse texts.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{RuleId, SpaceId};
use stoa_kernel::{Fault, Reads, Time, Tx};
use stoa_moderation::watch::{self, NewRule, Rule, RuleAct, RuleKind};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::desk;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Body, Refusal, Visitor};
use crate::rules;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(change, drop))
        .routes(routes!(try_out))
}

/// A rule as it is written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RuleIn {
    /// `words`, `patterns`, `new_host`, `mentions`, `repeats`.
    kind: String,
    /// `hold`, `flag`, `refuse`.
    act: String,
    /// The slug of the one space it is for; null for all, by who moderates all.
    #[serde(default)]
    space: Option<String>,
    /// The one language it is for, BCP 47; null for all.
    #[serde(default)]
    language: Option<String>,
    /// What moderators call it.
    title: String,
    /// Words, patterns, or hosts that are always known.
    #[serde(default)]
    lines: Vec<String>,
    /// From how many on, of people named (10 without it) or times written (3), 2 to 100.
    #[serde(default)]
    most: Option<i32>,
    /// Whether it is in force.
    active: bool,
    /// For a change: the version that was read.
    #[serde(default)]
    version: Option<i32>,
}

/// A rule.
#[derive(Debug, Serialize, ToSchema)]
struct RuleOut {
    /// Which.
    id: String,
    /// `words`, `patterns`, `new_host`, `mentions`, `repeats`.
    kind: &'static str,
    /// `hold`, `flag`, `refuse`.
    act: &'static str,
    /// The slug of the one space it is for; null for all.
    space: Option<String>,
    /// The one language it is for; null for all.
    language: Option<String>,
    /// What moderators call it.
    title: String,
    /// Words, patterns, or hosts that are always known.
    lines: Vec<String>,
    /// From how many on; 0 for what counts nothing.
    most: i32,
    /// Whether it is in force.
    active: bool,
    /// Raised by every change.
    version: i32,
    /// When it was changed last.
    #[schema(value_type = String, format = DateTime)]
    changed_at: Time,
}

/// All rules that concern the reader.
#[derive(Debug, Serialize, ToSchema)]
struct RulesOut {
    /// By name.
    items: Vec<RuleOut>,
    /// Always null: there is one page.
    next: Option<String>,
}

/// What a dry run came to.
#[derive(Debug, Serialize, ToSchema)]
struct TrialOut {
    /// How many texts of the last thirty days were looked at.
    looked: usize,
    /// How many of them the rule would have met.
    met: usize,
    /// The newest of them, 30 at most.
    matches: Vec<MatchOut>,
}

/// A text that a rule would have met.
#[derive(Debug, Serialize, ToSchema)]
struct MatchOut {
    /// The post.
    post: String,
    /// What the rule found in it.
    found: String,
}

/// The slugs of the spaces that the reader sees, by id.
async fn spaces(app: &App, visitor: &Visitor) -> Result<Vec<(SpaceId, String)>, Fault> {
    let all = stoa_threads::views::spaces(&app.db, &visitor.actor).await?;
    Ok(all.into_iter().map(|space| (space.id, space.slug)).collect())
}

fn shown(rule: Rule, spaces: &[(SpaceId, String)]) -> RuleOut {
    let slug = |id| spaces.iter().find(|(space, _)| *space == id).map(|(_, slug)| slug.clone());
    RuleOut {
        id: rule.id.to_string(),
        kind: rule.kind.name(),
        act: rule.act.name(),
        space: rule.space.and_then(slug),
        language: rule.language,
        title: rule.title,
        lines: rule.lines,
        most: rule.most,
        active: rule.active,
        version: rule.version,
        changed_at: rule.changed_at,
    }
}

impl RuleIn {
    fn rule(&self, spaces: &[(SpaceId, String)]) -> Result<NewRule, Fault> {
        let unknown = |field| Fault::invalid(field, "moderation-filter-unknown");
        let space = |slug: &String| {
            let found = spaces.iter().find(|(_, known)| known == slug);
            found.map(|(id, _)| *id).ok_or(unknown("space"))
        };
        let kind = RuleKind::parse(&self.kind).ok_or(unknown("kind"))?;
        Ok(NewRule {
            kind,
            act: RuleAct::parse(&self.act).ok_or(unknown("act"))?,
            space: self.space.as_ref().map(space).transpose()?,
            language: self.language.clone(),
            title: self.title.clone(),
            lines: self.lines.join("\n"),
            most: self.most.unwrap_or(kind.usual()),
            active: self.active,
        })
    }
}

/// Rules
///
/// Those of all spaces, and of the spaces the reader moderates.
#[utoipa::path(
    get, path = "/api/v1/moderation/rules", tag = "moderation",
    responses((status = 200, body = RulesOut), (status = 401, description = "Not signed in"),
        (status = 404, description = "Moderates nothing"))
)]
async fn list(State(app): State<App>, visitor: Visitor) -> Result<Json<RulesOut>, Refusal> {
    desk(&visitor)?;
    let spaces = spaces(&app, &visitor).await?;
    let all = watch::list(&app.db, &visitor.actor).await?;
    let items = all.into_iter().map(|rule| shown(rule, &spaces)).collect();
    Ok(Json(RulesOut { items, next: None }))
}

/// Add a rule
#[utoipa::path(
    post, path = "/api/v1/moderation/rules", tag = "moderation", request_body = RuleIn,
    responses((status = 201, body = RuleOut), (status = 400, description = "It cannot be used"),
        (status = 404, description = "Moderates nothing there"),
        (status = 409, description = "There are too many"))
)]
async fn add(
    State(app): State<App>,
    visitor: Visitor,
    body: Body<RuleIn>,
) -> Result<Response, Refusal> {
    counted(&app, &visitor)?;
    let spaces = spaces(&app, &visitor).await?;
    let (actor, new) = (&visitor.actor, body.json.rule(&spaces)?);
    let rule = app.db.write(async |tx: &mut Tx| watch::add(tx, actor, &new).await).await?;
    Ok((StatusCode::CREATED, Json(shown(rule, &spaces))).into_response())
}

fn counted(app: &App, visitor: &Visitor) -> Result<(), Refusal> {
    desk(visitor)?;
    let member = visitor.member()?;
    app.limits.count(Rate::Write, &member.to_string(), app.db.clock().now())?;
    Ok(())
}

/// Change a rule
#[utoipa::path(
    put, path = "/api/v1/moderation/rules/{id}", tag = "moderation", request_body = RuleIn,
    params(("id" = String, Path, description = "The rule")),
    responses((status = 200, body = RuleOut), (status = 400, description = "It cannot be used"),
        (status = 404, description = "No such rule that the reader keeps"),
        (status = 409, description = "It was changed meanwhile"))
)]
async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<RuleId>,
    body: Body<RuleIn>,
) -> Result<Json<RuleOut>, Refusal> {
    counted(&app, &visitor)?;
    let spaces = spaces(&app, &visitor).await?;
    let (actor, new, version) =
        (&visitor.actor, body.json.rule(&spaces)?, body.json.version.unwrap_or(0));
    let change = async |tx: &mut Tx| watch::change(tx, actor, id, version, &new).await;
    Ok(Json(shown(app.db.write(change).await?, &spaces)))
}

/// Drop a rule
///
/// What it found stays with the cases.
#[utoipa::path(
    delete, path = "/api/v1/moderation/rules/{id}", tag = "moderation",
    params(("id" = String, Path, description = "The rule")),
    responses((status = 204, description = "It is gone"),
        (status = 404, description = "No such rule that the reader keeps"))
)]
async fn drop(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<RuleId>,
) -> Result<StatusCode, Refusal> {
    counted(&app, &visitor)?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| watch::drop(tx, actor, id).await).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Try a rule
///
/// What it would have found in the last thirty days, in spaces the reader moderates. Nothing is kept.
#[utoipa::path(
    post, path = "/api/v1/moderation/rules/trial", tag = "moderation", request_body = RuleIn,
    responses((status = 200, body = TrialOut), (status = 400, description = "It cannot be used"),
        (status = 404, description = "Moderates nothing there"))
)]
async fn try_out(
    State(app): State<App>,
    visitor: Visitor,
    body: Body<RuleIn>,
) -> Result<Json<TrialOut>, Refusal> {
    counted(&app, &visitor)?;
    let spaces = spaces(&app, &visitor).await?;
    let (now, new) = (app.db.now(), body.json.rule(&spaces)?);
    let id = RuleId::from_uuid(app.db.entropy().id(now));
    let rule = watch::draft(&visitor.actor, id, now, &new)?;
    let trial = rules::tried(&app, &visitor.actor, &rule).await?;
    let matches = trial.matches.into_iter().rev();
    let matches = matches.map(|one| MatchOut { post: one.post.to_string(), found: one.found });
    Ok(Json(TrialOut { looked: trial.looked, met: trial.met, matches: matches.collect() }))
}
