//! What stands beside a case: who reported it and what that weighs, what rules found, whose it is.

use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{CaseId, MemberId};
use stoa_kernel::{Fault, Time, Tx};
use stoa_moderation::score::{Factors, POINT};
use stoa_moderation::views::CaseView;
use stoa_moderation::watch::Found;
use utoipa::ToSchema;

use crate::api::post::PersonOut;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Body, Refusal, Visitor};

/// What a rule found in a text.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FoundOut {
    /// What the rule looks for: `words`, `patterns`, `new_host`, `mentions`, `repeats`.
    kind: &'static str,
    /// What it did: `hold`, `flag`.
    act: &'static str,
    /// What moderators call it; null when it was dropped.
    title: Option<String>,
    /// What it found.
    found: String,
}

impl FoundOut {
    pub(super) fn of(one: &Found) -> Self {
        let (kind, act) = (one.kind.name(), one.act.name());
        Self { kind, act, title: one.title.clone(), found: one.found.clone() }
    }
}

/// Whose a case is: theirs who read its language and are at work; after a day all of theirs who
/// look after its space, after two days everybody's who may decide it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoutedOut {
    /// Theirs.
    members: Vec<PersonOut>,
    /// When it becomes more people's; null when it is everybody's.
    #[schema(value_type = Option<String>, format = DateTime)]
    widens_at: Option<Time>,
}

pub(super) async fn routed(app: &App, view: &CaseView) -> Result<Option<RoutedOut>, Fault> {
    let Some(routed) = &view.routed else { return Ok(None) };
    let cards = stoa_accounts::views::cards(&app.db, &routed.members).await?;
    let members = routed.members.iter().filter_map(|id| cards.get(id)).map(PersonOut::from);
    Ok(Some(RoutedOut { members: members.collect(), widens_at: routed.widens_at }))
}

/// What a report weighs, in points.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WeightOut {
    /// All of it.
    score: f64,
    /// For the trust put in its maker.
    trust: f64,
    /// For how often the maker was right; may be negative.
    accuracy: f64,
    /// How many of the maker's last reports were right.
    agreed: i32,
    /// Of how many that were judged, 100 at most.
    judged: i32,
    /// For what does harm while it stands.
    bonus: f64,
}

impl WeightOut {
    pub(super) fn of(factors: &Factors) -> Self {
        Self {
            score: points(factors.score().into()),
            trust: points(factors.trust.into()),
            accuracy: points(factors.accuracy.into()),
            agreed: factors.agreed,
            judged: factors.judged,
            bonus: points(factors.bonus.into()),
        }
    }
}

/// Points of hundredths.
pub(super) fn points(hundredths: i64) -> f64 {
    hundredths as f64 / f64::from(POINT)
}

/// A report.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReportOut {
    /// Who made it; null for somebody who has left.
    by: Option<PersonOut>,
    /// A rule made it; `note` is what it found.
    by_rule: bool,
    /// A code of `/moderation/reasons`; null for a rule.
    reason: Option<&'static str>,
    /// In words; may be empty.
    note: String,
    /// The version of the post that was reported.
    version: i32,
    /// What it weighs: 1 and the other points, never less than 0.
    weight: WeightOut,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    reported_at: Time,
}

pub(super) async fn reports(app: &App, view: &CaseView) -> Result<Vec<ReportOut>, Fault> {
    let makers: Vec<MemberId> = view.reports.iter().filter_map(|one| one.by).collect();
    let makers = stoa_accounts::views::cards(&app.db, &makers).await?;
    let by = |id: Option<MemberId>| id.and_then(|id| makers.get(&id)).filter(|card| !card.former);
    let out = view.reports.iter().map(|one| ReportOut {
        by: by(one.by).map(PersonOut::from),
        by_rule: one.rule,
        reason: one.reason.map(stoa_moderation::Reason::name),
        note: one.note.clone(),
        version: one.version,
        weight: WeightOut::of(&one.factors),
        reported_at: one.at,
    });
    Ok(out.collect())
}

/// A moderator's words to colleagues.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NoteOut {
    /// Who wrote it; null for somebody who has left.
    by: Option<PersonOut>,
    /// What it says.
    note: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Time,
}

pub(super) async fn notes(app: &App, view: &CaseView) -> Result<Vec<NoteOut>, Fault> {
    let makers: Vec<MemberId> = view.notes.iter().filter_map(|one| one.author_id).collect();
    let makers = stoa_accounts::views::cards(&app.db, &makers).await?;
    let by = |id: Option<MemberId>| id.and_then(|id| makers.get(&id)).filter(|card| !card.former);
    let said = view.notes.iter().filter(|note| !note.body.is_empty());
    let out = said.map(|one| NoteOut {
        by: by(one.author_id).map(PersonOut::from),
        note: one.body.clone(),
        at: one.at,
    });
    Ok(out.collect())
}

/// Words for colleagues.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteIn {
    /// At most 2000 characters.
    note: String,
}

/// Add a note
///
/// For those who moderate the case's space, and for nobody else.
#[utoipa::path(
    post, path = "/api/v1/moderation/cases/{id}/notes", tag = "moderation", request_body = NoteIn,
    params(("id" = String, Path, description = "The case")),
    responses((status = 201, description = "It stands on the case"),
        (status = 400, description = "No words, or too many"),
        (status = 404, description = "No such case"), (status = 409, description = "A hundred notes"))
)]
pub(super) async fn add_note(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
    body: Body<NoteIn>,
) -> Result<StatusCode, Refusal> {
    super::desk(&visitor)?;
    let member = visitor.member()?;
    app.limits.count(Rate::Write, &member.to_string(), app.db.clock().now())?;
    let (actor, words) = (&visitor.actor, &body.json.note);
    let add = async |tx: &mut Tx| stoa_moderation::notes::add(tx, actor, id, words).await;
    app.db.write(add).await?;
    Ok(StatusCode::CREATED)
}
