//! `/api/v1/live`: the only place that knows sockets.
//!
//! Who may open one: a member with the session cookie **and** our own
//! `Origin`, or with a bearer token and no `Origin` or our own. A browser
//! sends cookies along for foreign pages too, and no cross-site check stands
//! before an upgrade: the `Origin` is all that tells them apart. Nothing in
//! the address is read, so that no token ends in a log.
//!
//! **What was missed is healed from the rows, what is lost is said as a gap.**
//! **A right that is gone ends its topic within a second, a session its sockets.**
//! **Nothing that waits for a reader is unbounded, and nobody waits for him.**
//!
//! `talk` holds the conversation, `deliver` brings what the hub has, and
//! `answer` what the client wants; `asked` names what may be said to us.

mod answer;
mod asked;
mod deliver;
mod origin;
mod pace;
mod talk;

use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::response::Response;
use http::{HeaderMap, StatusCode, Uri, header};
use stoa_kernel::Fault;
use stoa_live::{Place, Reader};

use super::cookies;
use super::refusal::Refusal;
use super::visitor::{Visitor, bearer};
use crate::app::App;

/// The subprotocol.
const PROTOCOL: &str = "stoa.v1";
/// The library's own buffers would be 128 KiB for each socket.
const BUFFER: usize = 4096;
/// What may wait to be written; a frame is never larger (see [`talk`]).
const WAITING: usize = 256 << 10;
/// The largest frame and message that is read.
const LONGEST: usize = 64 << 10;

/// Live events, as a WebSocket
///
/// Subprotocol `stoa.v1`, JSON text frames. Needs the session cookie and the own
/// `Origin`, or a bearer token.
#[utoipa::path(
    get, path = "/api/v1/live", tag = "live",
    responses(
        (status = 101, description = "The conversation begins with a frame `hello`"),
        (status = 400, description = "The address carries a query"),
        (status = 401, description = "Not signed in"),
        (status = 403, description = "Opened by a page of another website"),
        (status = 426, description = "Not asked for as a WebSocket")
    )
)]
pub async fn open(
    State(app): State<App>,
    visitor: Visitor,
    uri: Uri,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, Refusal> {
    if uri.query().is_some() {
        return Err(Refusal::bad("live-refused-query"));
    }
    let token = token(&app, &headers).ok_or(Fault::Forbidden("core-refused-sign-in"))?;
    let reader = reader(&app, &visitor).await?;
    if !from_here(&app, &headers) {
        return Err(Refusal::new(StatusCode::FORBIDDEN, "core-refused-cross-site"));
    }
    let no_socket = |_| Refusal::new(StatusCode::UPGRADE_REQUIRED, "live-refused-upgrade");
    let upgrade = upgrade
        .map_err(no_socket)?
        .protocols([PROTOCOL])
        .read_buffer_size(BUFFER)
        .write_buffer_size(BUFFER)
        .max_write_buffer_size(WAITING)
        .max_message_size(LONGEST)
        .max_frame_size(LONGEST);
    Ok(upgrade.on_upgrade(move |socket| talk::hold(app, socket, reader, visitor, token)))
}

/// The token by which the session is looked up again when rights change.
fn token(app: &App, headers: &HeaderMap) -> Option<String> {
    let https = app.config.server.public_url.starts_with("https");
    bearer(headers).or_else(|| cookies::session(headers, https))
}

/// A bearer token is sent by who means it; a cookie also by a page of another website.
fn from_here(app: &App, headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("null"));
    let host = text(header::HOST).unwrap_or_default();
    let own = |from| origin::is_own(from, &app.config.server.public_url, host);
    text(header::ORIGIN).map_or_else(|| bearer(headers).is_some(), own)
}

async fn reader(app: &App, visitor: &Visitor) -> Result<Reader, Refusal> {
    let me = visitor.me()?;
    let session = visitor.session.ok_or(Fault::Forbidden("core-refused-sign-in"))?;
    let cities: Vec<_> = me.city.into_iter().collect();
    let cards = stoa_exchange::views::cards(&app.db, &cities).await?;
    let place = cards.into_values().next().map(|card| Place {
        slug: card.slug,
        name: card.name,
        country: card.country,
        mission: card.mission,
    });
    Ok(Reader { member: me.id, session, name: me.name.clone(), place })
}
