//! `/unsubscribe/{token}`: a page with one button, and the mail program's own button.
//!
//! **Looking changes nothing; a POST acts at once**, without cookies and without a redirect
//! (RFC 8058). The page names no thread, space or city: whoever holds the letter may open it.

use askama::Template;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use http::HeaderMap;
use serde::Deserialize;
use stoa_digests::leaving::{self, Before};
use stoa_digests::{Scope, leaving::left};
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Fault, Tx};

use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::show;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/unsubscribe/{token}", get(open).post(press))
}

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// One button.
    Ask,
    /// There is nothing to leave any more.
    Already,
    /// Left; it can be taken back.
    Left,
    /// Taken back.
    Back,
}

#[derive(Template)]
#[template(path = "digests/leave.html")]
struct Page {
    chrome: Chrome,
    stage: Stage,
    address: String,
    title: String,
    lede: String,
    button: String,
    before: String,
}

/// Only a page of ours sends these; a mail program sends `List-Unsubscribe=One-Click`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act: String,
    before: String,
}

async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let (member, scope) = known(&app, &token)?;
    let gone = left(&app.db, member, scope).await?;
    let stage = if gone { Stage::Already } else { Stage::Ask };
    page(&app, visitor, (member, scope), &token, stage, String::new()).await
}

async fn press(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let (member, scope) = known(&app, &token)?;
    let typed = typed(&headers, &body);
    if typed.act == "undo" {
        let before = Before(typed.before);
        let back = async move |tx: &mut Tx| leaving::rejoin(tx, member, scope, &before).await;
        app.db.write(back).await?;
        return page(&app, visitor, (member, scope), &token, Stage::Back, String::new()).await;
    }
    let leave = async move |tx: &mut Tx| leaving::leave(tx, member, scope).await;
    let before = app.db.write(leave).await?;
    page(&app, visitor, (member, scope), &token, Stage::Left, before.0).await
}

fn known(app: &App, token: &str) -> Result<(MemberId, Scope), Fault> {
    leaving::open(&app.instance.secret, token).ok_or(Fault::NotFound)
}

/// What a form of ours sent; anything else (multipart too) means to leave.
fn typed(headers: &HeaderMap, body: &[u8]) -> Typed {
    let kind = headers.get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !kind.unwrap_or_default().starts_with("application/x-www-form-urlencoded") {
        return Typed::default();
    }
    serde_html_form::from_bytes(body).unwrap_or_default()
}

async fn page(
    app: &App,
    visitor: Visitor,
    whose: (MemberId, Scope),
    token: &str,
    stage: Stage,
    before: String,
) -> Result<Response, Refusal> {
    let visitor = in_their_language(app, visitor, whose.0).await?;
    let w = visitor.words();
    let key = |part: &str| format!("digests-leave-{}-{part}", whose.1.name());
    let (title, lede) = match stage {
        Stage::Ask => (w.say(&key("title")), w.say(&key("lede"))),
        Stage::Already => (w.say(&key("title")), w.say("digests-leave-already")),
        Stage::Left => (w.say(&key("done")), w.say("digests-leave-still")),
        Stage::Back => (w.say("digests-leave-back-title"), w.say("digests-leave-back-lede")),
    };
    show(&Page {
        stage,
        address: format!("/unsubscribe/{token}"),
        title,
        lede,
        button: w.say(&key("button")),
        before,
        chrome: Chrome::of(app, &visitor).await?,
    })
}

/// Who has not signed in reads this page in the language of his letters, unless he asks for another.
async fn in_their_language(
    app: &App,
    visitor: Visitor,
    member: MemberId,
) -> Result<Visitor, Fault> {
    if visitor.me.is_some() || visitor.path.contains("lang=") {
        return Ok(visitor);
    }
    let contact = stoa_accounts::views::contact(&app.db, member).await?.ok_or(Fault::NotFound)?;
    let locale = stoa_render::locale(&contact.locale).unwrap_or(visitor.locale);
    Ok(Visitor { locale, ..visitor })
}
