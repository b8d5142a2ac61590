//! A conflict that says who was first: the problem's usual members and what is there now.

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use serde::Serialize;
use stoa_kernel::{Fault, Time};
use stoa_moderation::{Decision, Lease};
use utoipa::ToSchema;

use crate::api::post::PersonOut;
use crate::app::App;
use crate::http::Visitor;

/// A decision as moderators see it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct DecisionOut {
    /// Its name in addresses and letters.
    pub reference: String,
    /// `approve`, `revise`, `decline`.
    pub action: &'static str,
    /// The code of the reason.
    pub reason: Option<&'static str>,
    /// The words for the author.
    pub note: Option<String>,
    /// What was done to the author beside the text.
    pub restriction: Option<ImposedOut>,
    /// Who decided.
    pub decided_by: Option<PersonOut>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub decided_at: Time,
    /// When it was taken back.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub undone_at: Option<Time>,
}

impl DecisionOut {
    /// The decision with its maker.
    pub(super) fn of(made: &Decision, by: Option<PersonOut>) -> Self {
        Self {
            reference: made.reference.clone(),
            action: made.act.name(),
            reason: made.reason.map(stoa_moderation::Reason::name),
            note: made.note.clone(),
            restriction: made
                .sanction
                .as_ref()
                .map(|one| ImposedOut { kind: one.kind.clone(), ends_at: one.until() }),
            decided_by: by,
            decided_at: made.at,
            undone_at: made.undone_at,
        }
    }
}

/// What a decision did to an author.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ImposedOut {
    /// `warn`, `suspend`.
    kind: String,
    /// When it ends; null for a warning.
    #[schema(value_type = Option<String>, format = DateTime)]
    ends_at: Option<Time>,
}

/// The members of a conflict.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ConflictOut {
    /// Always `about:blank`: the code says what kind it is.
    r#type: &'static str,
    /// The status in words.
    title: &'static str,
    /// Always 409.
    status: u16,
    /// What happened, in the reader's language.
    detail: String,
    /// `already_decided`, `stale`, `claimed`, `closed`.
    code: &'static str,
    /// The decision that was first.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<DecisionOut>,
    /// Who is on the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_by: Option<PersonOut>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    claimed_until: Option<Time>,
    /// The case's version now.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
}

impl ConflictOut {
    fn new(visitor: &Visitor, code: &'static str, key: &str) -> Self {
        Self {
            r#type: "about:blank",
            title: "Conflict",
            status: StatusCode::CONFLICT.as_u16(),
            detail: visitor.words().say(key),
            code,
            decision: None,
            claimed_by: None,
            claimed_until: None,
            version: None,
        }
    }

    /// Another decision was first.
    pub(super) async fn decided(
        app: &App,
        visitor: &Visitor,
        made: &Decision,
    ) -> Result<Self, Fault> {
        let by = person(app, made.by).await?;
        let decision = Some(DecisionOut::of(made, by));
        Ok(Self { decision, ..Self::new(visitor, "already_decided", "moderation-api-decided") })
    }

    /// The case changed since it was read.
    pub(super) fn stale(visitor: &Visitor, version: i32) -> Self {
        let version = Some(version);
        Self { version, ..Self::new(visitor, "stale", "moderation-conflict-stale-title") }
    }

    /// Another moderator is on it.
    pub(super) async fn claimed(app: &App, visitor: &Visitor, lease: Lease) -> Result<Self, Fault> {
        Ok(Self {
            claimed_by: person(app, lease.by).await?,
            claimed_until: Some(lease.until),
            ..Self::new(visitor, "claimed", "moderation-api-claimed")
        })
    }

    /// It ended without a decision.
    pub(super) fn closed(visitor: &Visitor) -> Self {
        Self::new(visitor, "closed", "moderation-conflict-closed")
    }
}

impl IntoResponse for ConflictOut {
    fn into_response(self) -> Response {
        let json = serde_json::to_vec(&self).unwrap_or_default();
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        (StatusCode::CONFLICT, kind, json).into_response()
    }
}

/// A moderator's card, for other moderators.
pub(super) async fn person(
    app: &App,
    id: stoa_kernel::ids::MemberId,
) -> Result<Option<PersonOut>, Fault> {
    let cards = stoa_accounts::views::cards(&app.db, &[id]).await?;
    Ok(cards.get(&id).filter(|card| !card.former).map(PersonOut::from))
}
