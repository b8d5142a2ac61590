//! The public log.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use stoa_kernel::{Fault, Limit, Time};
use stoa_moderation::Reason;
use stoa_moderation::views::{self, LogAction, LogFilter, LogLine};
use stoa_threads::views::SpaceView;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::frame::Query;
use crate::http::{Refusal, Visitor};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(log))
}

/// A line of the log: nobody's name, nobody's text.
#[derive(Debug, Serialize, ToSchema)]
struct LineOut {
    /// The line.
    id: String,
    /// `approve`, `revise`, `decline`, `undone`; of threads `closed`, `reopened`, `pinned`,
    /// `unpinned`, `moved`, `joined`, `parted`, `slowed`, `unslowed`.
    action: &'static str,
    /// What it was about: `held_thread`, `held_reply`, `held_edit`, `city_claim` …, or `thread`.
    kind: &'static str,
    /// The code of the reason.
    reason: Option<&'static str>,
    /// The slug of the space; null for what concerns the whole instance.
    space: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Time,
}

/// A page of the log.
#[derive(Debug, Serialize, ToSchema)]
struct LogOut {
    /// Newest first.
    items: Vec<LineOut>,
    /// Where the list goes on; null at its end.
    next: Option<String>,
}

/// Which lines.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// `approve`, `revise`, `decline`, `undone`.
    action: Option<String>,
    /// A code of `/moderation/reasons`.
    reason: Option<String>,
    /// The slug of a space the reader may enter.
    space: Option<String>,
    /// 1 to 100.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

impl Asked {
    fn filter(&self, spaces: &[SpaceView]) -> Result<LogFilter, Fault> {
        let unknown = |field| Fault::invalid(field, "moderation-filter-unknown");
        let action = |name: &str| LogAction::parse(name).ok_or(unknown("action"));
        let reason = |name: &str| Reason::parse(name).ok_or(unknown("reason"));
        let space = |slug: &str| {
            let found = spaces.iter().find(|space| space.slug == slug);
            found.map(|space| space.id).ok_or(unknown("space"))
        };
        Ok(LogFilter {
            action: self.action.as_deref().map(action).transpose()?,
            reason: self.reason.as_deref().map(reason).transpose()?,
            space: self.space.as_deref().map(space).transpose()?,
        })
    }
}

/// The moderation log
///
/// Every decision, newest first, in the spaces the reader may enter.
#[utoipa::path(
    get, path = "/api/v1/moderation/log", tag = "moderation", params(Asked),
    responses((status = 200, body = LogOut), (status = 400, description = "An unknown filter or cursor"))
)]
async fn log(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Json<LogOut>, Refusal> {
    let limit = Limit::parse(asked.limit)?;
    let spaces = stoa_threads::views::spaces(&app.db, &visitor.actor).await?;
    let filter = asked.filter(&spaces)?;
    let page = views::log(&app.db, &visitor.actor, &filter, limit, asked.cursor.as_deref()).await?;
    let page = page.map(|line| out(&line, &spaces));
    Ok(Json(LogOut { items: page.items, next: page.next }))
}

fn out(line: &LogLine, spaces: &[SpaceView]) -> LineOut {
    let slug = |id| spaces.iter().find(|space| space.id == id).map(|space| space.slug.clone());
    LineOut {
        id: line.id.to_string(),
        action: line.action.name(),
        kind: line.kind.map_or("thread", stoa_moderation::CaseKind::name),
        reason: line.reason.map(Reason::name),
        space: line.space.and_then(slug),
        at: line.at,
    }
}
