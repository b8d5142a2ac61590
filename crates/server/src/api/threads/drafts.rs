//! The caller's drafts.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use stoa_kernel::{Fault, Reads, Time, Tx};
use stoa_threads::drafts::{self, Draft, Draughted, Saved, Slot};
use utoipa::ToSchema;

use super::shapes::ListOut;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::threads::later;
use crate::submit;

/// A draft.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DraftOut {
    /// The draft.
    id: String,
    /// What it is for: `new`, `new:SPACE`, `reply:THREAD`, `edit:POST`, `returned:POST`, `later:DRAFT`.
    slot: String,
    /// The title; empty where there is none.
    title: String,
    /// The Markdown, as typed.
    body: String,
    /// Everything else of the form.
    #[schema(value_type = Object)]
    fields: Value,
    /// The code of the reason for which a moderator gave the text back.
    returned_reason: Option<String>,
    /// How far the writer had come.
    sequence: i64,
    /// When it was saved.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Time,
    /// When it is published by itself.
    #[schema(value_type = Option<String>, format = DateTime)]
    publish_at: Option<Time>,
}

async fn out(app: &App, draft: Draft) -> Result<DraftOut, Fault> {
    // Only what was given back is kept with ids; the rest is as it was typed.
    let body = match draft.slot {
        Slot::Returned(_) => submit::typed(app, &draft.body).await?,
        _ => draft.body,
    };
    Ok(DraftOut {
        id: draft.id.to_string(),
        slot: draft.slot.to_string(),
        title: draft.title,
        body,
        fields: draft.fields,
        returned_reason: draft.returned_reason,
        sequence: draft.sequence,
        updated_at: draft.updated_at,
        publish_at: draft.publish_at,
    })
}

/// The caller's drafts, the last touched first: texts not sent yet, and texts given back.
#[utoipa::path(
    get, path = "/api/v1/me/drafts", tag = "threads",
    responses((status = 200, body = ListOut<DraftOut>), (status = 401, body = Problem))
)]
pub(super) async fn list(
    State(app): State<App>,
    visitor: Visitor,
) -> Result<Json<ListOut<DraftOut>>, Refusal> {
    visitor.member()?;
    let mut items = Vec::new();
    for draft in drafts::list(&app.db, &visitor.actor).await? {
        items.push(out(&app, draft).await?);
    }
    Ok(Json(ListOut { items, next: None }))
}

fn slot(named: &str) -> Result<Slot, Refusal> {
    named.parse().map_err(|_: Fault| Refusal::not_found())
}

/// One draft.
#[utoipa::path(
    get, path = "/api/v1/me/drafts/{slot}", tag = "threads",
    params(("slot" = String, Path, description = "What it is for")),
    responses((status = 200, body = DraftOut), (status = 404, body = Problem))
)]
pub(super) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
) -> Result<Json<DraftOut>, Refusal> {
    visitor.member()?;
    let found = drafts::get(&app.db, &visitor.actor, slot(&named)?).await?;
    Ok(Json(out(&app, found.ok_or(Fault::NotFound)?).await?))
}

/// A draft to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DraftIn {
    /// The title; empty where there is none.
    #[serde(default)]
    title: String,
    /// The Markdown, as typed.
    body: String,
    /// Everything else of the form.
    #[serde(default)]
    #[schema(value_type = Object)]
    fields: Value,
    /// Grows with every change; milliseconds since 1970 will do, and are taken if it is left out.
    sequence: Option<i64>,
}

/// A newer draft is there.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NewerOut {
    #[serde(flatten)]
    problem: Problem,
    /// What is there.
    current: DraftOut,
}

/// Saves a draft; one that is older than what is there changes nothing.
#[utoipa::path(
    put, path = "/api/v1/me/drafts/{slot}", tag = "threads",
    params(("slot" = String, Path, description = "What it is for")), request_body = DraftIn,
    responses((status = 200, body = DraftOut), (status = 409, body = NewerOut))
)]
pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    body: Body<DraftIn>,
) -> Result<Response, Refusal> {
    let me = visitor.member()?;
    let kept = body.json.body.clone();
    app.limits.count(Rate::Light, &me.to_string(), app.db.clock().now())?;
    let (slot, new, actor) = (slot(&named)?, body.json, &visitor.actor);
    let fields =
        if new.fields.is_null() { Value::Object(serde_json::Map::new()) } else { new.fields };
    let save = app.db.write(async |tx: &mut Tx| {
        let draft = Draughted {
            slot,
            title: new.title.clone(),
            body: new.body.clone(),
            fields: fields.clone(),
            sequence: new.sequence.unwrap_or(tx.now().0 / 1000),
        };
        drafts::save(tx, actor, &draft).await
    });
    match save.await.map_err(|fault| Refusal::from(fault).keeping(&kept))? {
        Saved::Kept(draft) => Ok(Json(out(&app, draft).await?).into_response()),
        Saved::Newer(draft) => newer(&app, &visitor, draft).await,
    }
}

async fn newer(app: &App, visitor: &Visitor, draft: Draft) -> Result<Response, Refusal> {
    let refusal = Refusal::new(StatusCode::CONFLICT, "threads-stale");
    let problem = Problem::of(&refusal, visitor.words());
    let there = NewerOut { problem, current: out(app, draft).await? };
    let json = serde_json::to_vec(&there).map_err(Fault::broken)?;
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    Ok((StatusCode::CONFLICT, kind, json).into_response())
}

/// When a draft is to be published.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicationIn {
    /// The moment, at most two years ahead, within a minute; null for not by itself.
    #[schema(value_type = Option<String>, format = DateTime)]
    publish_at: Option<Time>,
}

/// Lets a draft of a thread or a reply be published by itself. It moves to a slot of its own, so
/// that what is begun meanwhile leaves it alone.
#[utoipa::path(
    put, path = "/api/v1/me/drafts/{slot}/publication", tag = "threads",
    params(("slot" = String, Path, description = "What it is for")), request_body = PublicationIn,
    responses((status = 200, body = DraftOut), (status = 400, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
pub(super) async fn publication(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    body: Body<PublicationIn>,
) -> Result<Json<DraftOut>, Refusal> {
    visitor.member()?;
    let (slot, actor) = (slot(&named)?, &visitor.actor);
    let draft = drafts::get(&app.db, actor, slot).await?.ok_or(Fault::NotFound)?;
    let slot = match body.json.publish_at {
        Some(at) => Slot::Later(later::schedule_draft(&app, &visitor, draft, at).await?),
        None => {
            app.db.write(async |tx: &mut Tx| drafts::unschedule(tx, actor, slot).await).await?;
            slot
        }
    };
    let kept = drafts::get(&app.db, actor, slot).await?.ok_or(Fault::NotFound)?;
    Ok(Json(out(&app, kept).await?))
}

/// Throws a draft away.
#[utoipa::path(
    delete, path = "/api/v1/me/drafts/{slot}", tag = "threads",
    params(("slot" = String, Path, description = "What it is for")),
    responses((status = 204), (status = 404, body = Problem))
)]
pub(super) async fn discard(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    let (slot, actor) = (slot(&named)?, &visitor.actor);
    app.db.write(async |tx: &mut Tx| drafts::discard(tx, actor, slot).await).await?;
    Ok(StatusCode::NO_CONTENT)
}
