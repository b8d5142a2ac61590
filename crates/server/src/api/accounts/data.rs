//! `/api/v1/me/export` and `/api/v1/me/erasure`: what is kept of oneself.

use axum::Json;
use axum::extract::{FromRequest, Request, State};
use axum::response::Response;
use http::{StatusCode, header};
use serde::{Deserialize, Serialize};
use stoa_accounts::leaving::{Choice, Wish};
use stoa_accounts::sessions;
use stoa_kernel::Fault;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::{Body, Refusal, Visitor};
use crate::{archive, leaving};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(export)).routes(routes!(erase))
}

/// All that is kept of oneself, as an archive
///
/// A ZIP with one JSON file for each kind of record, `schema.json` that describes
/// them, and `README.html`. Made while it is sent. Needs a session opened within
/// the last hour; five a day.
#[utoipa::path(
    get, path = "/api/v1/me/export", tag = "people",
    responses(
        (status = 200, description = "The archive", content_type = "application/zip", body = Vec<u8>),
        (status = 401, description = "Not signed in"),
        (status = 403, description = "Signed in more than an hour ago: sign in anew"),
        (status = 429, description = "Five were made today")
    )
)]
async fn export(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    archive::send(&app, &visitor).await
}

/// How to leave.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
struct ErasureIn {
    /// `keep_posts` (if left out): they stay, without the name. `delete_posts`: their words go.
    choice: Option<String>,
    /// With `delete_posts`: titles of threads in which others wrote go too.
    titles: bool,
}

/// What is being done.
#[derive(Debug, Serialize, ToSchema)]
struct ErasureOut {
    /// `keep_posts` or `delete_posts`.
    choice: &'static str,
    /// Whether titles go too.
    titles: bool,
}

/// Leaves: the account is erased at once
///
/// Name, address, settings, drafts and sessions are gone with the answer; texts
/// follow within minutes, traces in files within a day. It cannot be undone.
/// Needs a session opened within the last hour. The body may be left out.
#[utoipa::path(
    post, path = "/api/v1/me/erasure", tag = "people", request_body = Option<ErasureIn>,
    responses(
        (status = 202, body = ErasureOut),
        (status = 400, description = "What is wrong, by field"),
        (status = 401, description = "Not signed in"),
        (status = 403, description = "Signed in more than an hour ago: sign in anew"),
        (status = 409, description = "The last administrator stays")
    )
)]
async fn erase(
    State(app): State<App>,
    visitor: Visitor,
    request: Request,
) -> Result<(StatusCode, Json<ErasureOut>), Refusal> {
    visitor.member()?;
    let sent = match request.headers().contains_key(header::CONTENT_TYPE) {
        true => Body::<ErasureIn>::from_request(request, &app).await?.json,
        false => ErasureIn::default(),
    };
    let choice = match &sent.choice {
        None => Choice::Keep,
        Some(name) => {
            Choice::parse(name).ok_or_else(|| Fault::invalid("choice", "rights-leave-choose"))?
        }
    };
    sessions::must_be_fresh(&app.db, visitor.session).await?;
    let wish = Wish { choice, titles: sent.titles };
    leaving::leave(&app, &visitor.actor, wish).await?;
    Ok((StatusCode::ACCEPTED, Json(ErasureOut { choice: choice.name(), titles: wish.titles })))
}
