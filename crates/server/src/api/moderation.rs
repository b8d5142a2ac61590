//! `/api/v1/moderation`: reasons, cases, claims, decisions, the public log.

mod beside;
mod cases;
mod conflict;
mod decisions;
mod log;
mod reports;
mod rules;

use axum::Json;
use serde::Serialize;
use stoa_moderation::Reason;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::{Refusal, Visitor};

/// The routes of moderation.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(reasons))
        .merge(cases::routes())
        .merge(decisions::routes())
        .merge(log::routes())
        .merge(rules::routes())
        .routes(routes!(beside::add_note))
        .routes(routes!(reports::report))
}

/// Why a text may be declined.
#[derive(Debug, Serialize, ToSchema)]
struct ReasonOut {
    /// What a decision names.
    code: &'static str,
    /// Its name, in the reader's language.
    name: String,
    /// What the author reads first.
    title: String,
    /// What the author reads.
    body: String,
    /// The rule it rests on.
    rule: String,
}

/// All reasons.
#[derive(Debug, Serialize, ToSchema)]
struct ReasonsOut {
    /// In the order in which they are offered.
    items: Vec<ReasonOut>,
    /// Always null: there is one page.
    next: Option<String>,
}

/// Reasons
///
/// The built-in reasons for which a text may be sent back or declined, in the reader's language.
#[utoipa::path(
    get, path = "/api/v1/moderation/reasons", tag = "moderation",
    responses((status = 200, body = ReasonsOut))
)]
async fn reasons(visitor: Visitor) -> Json<ReasonsOut> {
    let w = visitor.words();
    let reason = |reason: &Reason| {
        let key = reason.key();
        let part = |name: &str| w.say(&format!("{key}-{name}"));
        ReasonOut {
            code: reason.name(),
            name: w.say(&key),
            title: part("title"),
            body: part("body"),
            rule: part("rule"),
        }
    };
    Json(ReasonsOut { items: Reason::ALL.iter().map(reason).collect(), next: None })
}

/// Refuses guests (401) and those who moderate nothing (404).
fn desk(visitor: &Visitor) -> Result<(), Refusal> {
    visitor.member()?;
    if visitor.actor.moderates().is_empty() { Err(Refusal::not_found()) } else { Ok(()) }
}
