//! What stands beside a case: who reported it and what that weighs, what rules found, whose it is.

use serde::Serialize;
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Fault, Time};
use stoa_moderation::score::{Factors, POINT};
use stoa_moderation::views::CaseView;
use stoa_moderation::watch::Found;
use utoipa::ToSchema;

use crate::api::post::PersonOut;
use crate::app::App;

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
