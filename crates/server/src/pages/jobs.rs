//! `/admin/jobs`: what waits, what failed, try again.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use stoa_kernel::ids::JobId;
use stoa_kernel::jobs::{self, Backlog};
use stoa_kernel::{Tx, policy};
use stoa_render::SafeHtml;

use super::chrome::Chrome;
use super::{go, show};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};

/// The page's routes.
pub fn routes() -> Router<App> {
    Router::new().route("/admin/jobs", get(list)).route("/admin/jobs/{id}/retry", post(retry))
}

struct Row {
    id: String,
    kind: String,
    attempts: i32,
    error: String,
    laid_aside: SafeHtml,
}

#[derive(Template)]
#[template(path = "jobs/list.html")]
struct Page {
    chrome: Chrome,
    backlog: Backlog,
    rows: Vec<Row>,
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.actor.may(policy::Action::Administer)?;
    let w = visitor.words();
    let dead = jobs::dead(&app.db).await?;
    let rows = dead.into_iter().map(|job| Row {
        id: job.id.to_string(),
        kind: job.kind,
        attempts: job.attempts,
        error: job.last_error.unwrap_or_default(),
        laid_aside: w.time_tag(job.dead_at.timestamp()),
    });
    let rows = rows.collect();
    let backlog = jobs::backlog(&app.db).await?;
    show(&Page { chrome: Chrome::of(&app, &visitor).await?, backlog, rows })
}

async fn retry(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<JobId>,
) -> Result<Response, Refusal> {
    visitor.actor.may(policy::Action::Administer)?;
    app.db.write(async |tx: &mut Tx| jobs::retry(tx, id).await).await?;
    Ok(go("/admin/jobs", Some("flash-retried")))
}
