//! `/settings/digest`: the next digest as it would be if it were sent now.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use stoa_digests::weekly;

use crate::app::App;
use crate::http::{Refusal, Visitor};
use crate::letters::digest::{Section, word};
use crate::pages::accounts::tabs;
use crate::pages::chrome::Chrome;
use crate::pages::parts::Link;
use crate::pages::show;
use crate::search::saved::composed;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/settings/digest", get(open))
}

#[derive(Template)]
#[template(path = "digests/ahead.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<Link>,
    subject: String,
    gist: String,
    sections: Vec<Section>,
    next: Option<String>,
}

async fn open(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let me = visitor.me()?;
    let (next, (from, to)) = weekly::ahead(&app.db, me.id, &me.time_zone).await?;
    let digest = composed(&app, &visitor.actor, from, to).await?;
    let w = visitor.words();
    let worded = word(&app, &visitor.actor, w, &digest, &str::to_owned).await?;
    show(&Page {
        tabs: tabs(&visitor),
        subject: if digest.is_empty() { String::new() } else { worded.subject },
        gist: worded.gist,
        sections: worded.sections,
        next: next.map(|at| w.weekday_time(at.timestamp(), &visitor.zone)),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}
