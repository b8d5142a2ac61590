//! `/api/v1/live` and the histories beside it: what was missed, over HTTP.

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use stoa_kernel::Fault;
use stoa_kernel::ids::ThreadId;
use stoa_live::{Since, Topic, history};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor, socket};
use crate::live::{frames, rights};

/// The routes of live events.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(socket::open))
        .routes(routes!(of_thread))
        .routes(routes!(of_inbox))
        .routes(routes!(of_desk))
}

/// Which events.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// The last number known.
    #[serde(default)]
    after: i64,
    /// The last number wanted; all, if left out.
    to: Option<i64>,
    /// The language of messages.
    #[expect(dead_code, reason = "who asks reads it; it is named here so that it is not refused")]
    lang: Option<String>,
}

/// Events in order, at most 1000.
#[derive(Debug, Serialize, ToSchema)]
struct EventsOut {
    /// As the socket sends them.
    #[schema(value_type = Vec<Object>)]
    items: Vec<Value>,
    /// The number to go on `after`; null when all were given.
    next: Option<String>,
}

/// Events of a thread
///
/// What a listener of `thread:{id}` was told, made from what may be read now.
#[utoipa::path(
    get, path = "/api/v1/threads/{id}/events", tag = "live",
    params(("id" = String, Path, description = "The thread"), Asked),
    responses(
        (status = 200, body = EventsOut), (status = 404, description = "No such thread"),
        (status = 410, description = "Some of these events are no longer kept")
    )
)]
async fn of_thread(
    State(app): State<App>,
    visitor: Visitor,
    Path(thread): Path<ThreadId>,
    Query(asked): Query<Asked>,
) -> Result<Json<EventsOut>, Refusal> {
    events(&app, &visitor, Topic::Thread(thread), &asked).await
}

/// Events of the own inbox
#[utoipa::path(
    get, path = "/api/v1/me/events", tag = "live", params(Asked),
    responses(
        (status = 200, body = EventsOut), (status = 401, description = "Not signed in"),
        (status = 410, description = "Some of these events are no longer kept")
    )
)]
async fn of_inbox(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Json<EventsOut>, Refusal> {
    events(&app, &visitor, Topic::Inbox(visitor.member()?), &asked).await
}

/// Events of the own desk, for moderators
#[utoipa::path(
    get, path = "/api/v1/moderation/events", tag = "live", params(Asked),
    responses(
        (status = 200, body = EventsOut), (status = 401, description = "Not signed in"),
        (status = 404, description = "Not a moderator"),
        (status = 410, description = "Some of these events are no longer kept")
    )
)]
async fn of_desk(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Json<EventsOut>, Refusal> {
    events(&app, &visitor, Topic::Moderation(visitor.member()?), &asked).await
}

async fn events(
    app: &App,
    visitor: &Visitor,
    topic: Topic,
    asked: &Asked,
) -> Result<Json<EventsOut>, Refusal> {
    if asked.after < 0 {
        return Err(Fault::invalid("after", "live-after-bad").into());
    }
    let allowed = rights::allowed(app, &visitor.actor, topic).await?;
    let (to, newest) = (asked.to, allowed.newest);
    match history::since(&app.db, topic, asked.after, to, newest).await? {
        Since::Gone => Err(Refusal::new(StatusCode::GONE, "live-refused-gone")),
        Since::Events(stored) => {
            let last = stored.last().map_or(asked.after, |event| event.seq);
            let more = last < to.unwrap_or(newest).min(newest);
            let items = frames::values(app, topic, &stored).await?;
            Ok(Json(EventsOut { items, next: more.then(|| last.to_string()) }))
        }
    }
}
