//! `/settings/sessions`: where one is signed in.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use http::header;
use stoa_accounts::sessions;
use stoa_kernel::Tx;
use stoa_kernel::ids::SessionId;
use stoa_render::{SafeHtml, Words};

use super::{doors, tabs};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor, cookies};
use crate::pages::chrome::Chrome;
use crate::pages::parts::Link;
use crate::pages::{go, show, with_header};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/settings/sessions", get(list))
        .route("/settings/sessions/end", post(end_others))
        .route("/settings/sessions/{id}/end", post(end))
}

/// One session, in words.
struct Row {
    id: String,
    device: String,
    agent: String,
    network: String,
    seen: SafeHtml,
    since: SafeHtml,
    here: bool,
}

#[derive(Template)]
#[template(path = "accounts/sessions.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<Link>,
    rows: Vec<Row>,
    others: bool,
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let w = visitor.words();
    let mut rows: Vec<Row> = sessions::list(&app.db, &visitor.actor)
        .await?
        .into_iter()
        .map(|one| Row {
            here: visitor.session == Some(one.id),
            id: one.id.to_string(),
            device: device(w, &one.agent),
            agent: one.agent,
            network: one.address_prefix,
            seen: w.time_tag(one.seen_at.timestamp()),
            since: w.time_tag(one.created_at.timestamp()),
        })
        .collect();
    // The browser in use stands first.
    rows.sort_by_key(|row| !row.here);
    let others = rows.iter().any(|row| !row.here);
    show(&Page { chrome: Chrome::of(&app, &visitor).await?, tabs: tabs(&visitor), rows, others })
}

/// Browser and system as their names stand in the browser's description.
fn device(w: Words, agent: &str) -> String {
    let find = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = find(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => w.with(
            "accounts-session-device",
            &[("browser", browser.into()), ("system", system.into())],
        ),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => w.say("accounts-session-unknown"),
    }
}

async fn end(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<SessionId>,
) -> Result<Response, Refusal> {
    let actor = visitor.actor.clone();
    app.db.write(async move |tx: &mut Tx| sessions::end(tx, &actor, id).await).await?;
    if visitor.session == Some(id) {
        let response = go("/", Some("flash-signed-out"));
        let cookie = cookies::end_session(doors::https(&app));
        return Ok(with_header(response, header::SET_COOKIE, cookie));
    }
    Ok(go("/settings/sessions", Some("flash-session-ended")))
}

async fn end_others(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let (actor, here) = (visitor.actor.clone(), visitor.session);
    let ended = async move |tx: &mut Tx| sessions::end_others(tx, &actor, here).await;
    app.db.write(ended).await?;
    Ok(go("/settings/sessions", Some("flash-sessions-ended")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_told_by_name() {
        let w = stoa_render::Locale::default().words();
        let told =
            device(w, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        assert!(told.contains("Firefox") && told.contains("Linux"), "{told}");
        let told = device(
            w,
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/150.0 Safari/537.36",
        );
        assert!(told.contains("Chrome") && told.contains("Android"), "{told}");
        assert_eq!(device(w, "curl/8.0"), "curl");
        assert_eq!(device(w, ""), w.say("accounts-session-unknown"));
    }
}
