//! The API: the same verbs and views as the pages, in JSON.

use axum::Router;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use http::header;
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::http::{Refusal, Visitor};

pub mod accounts;
pub mod digests;
pub mod docs;
pub mod exchange;
pub mod live;
pub mod moderation;
pub mod post;
pub mod search;
pub mod threads;
pub mod uploads;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Stoa",
        description = "A moderated learning community of cities. Sign in with the session cookie or \
                       `Authorization: Bearer TOKEN`; errors are `application/problem+json`; lists take \
                       `limit` (1 to 100) and `cursor`; unsafe requests may carry `Idempotency-Key`.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    servers((url = "/"))
)]
struct About;

fn all() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(About::openapi())
        .merge(accounts::routes())
        .merge(digests::routes())
        .merge(exchange::routes())
        .merge(live::routes())
        .merge(threads::routes())
        .merge(moderation::routes())
        .merge(search::routes())
}

/// The OpenAPI document, made from the code.
#[must_use]
pub fn document() -> Document {
    all().merge(uploads::routes()).into_openapi()
}

/// Every other route of the API, the document and its page.
pub fn routes() -> Router<App> {
    let (router, _) = all().split_for_parts();
    router.route("/api/openapi.json", get(json)).route("/api/docs", get(page))
}

/// Routes whose bodies may be as large as files are.
pub fn large() -> Router<App> {
    uploads::routes().split_for_parts().0
}

async fn json() -> Response {
    let text = document().to_json().unwrap_or_default();
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

async fn page(State(app): State<App>, visitor: Visitor) -> Result<Html<String>, Refusal> {
    docs::page(&app, &visitor, &document()).await
}
