//! `/dev/mail`: the demonstration's letters. Elsewhere these pages do not exist.

use std::path::{Path as File, PathBuf};

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use http::{HeaderName, HeaderValue, header};
use secrecy::ExposeSecret;
use stoa_kernel::Fault;
use stoa_kernel::ids::LetterId;

use super::chrome::Chrome;
use super::show;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::mail::reader::{Read, read};

/// How many letters are listed.
const LISTED: usize = 200;

/// The pages' routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/dev/mail", get(list))
        .route("/dev/mail/{id}", get(one))
        .route("/dev/mail/{id}/html", get(html))
}

struct Line {
    href: String,
    subject: String,
    to: String,
    name: String,
    date: String,
}

#[derive(Template)]
#[template(path = "digests/mailbox.html")]
struct ListPage {
    chrome: Chrome,
    lines: Vec<Line>,
}

/// A line of the text twin; an address leads where it says.
struct TextLine {
    text: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "digests/letter.html")]
struct LetterPage {
    chrome: Chrome,
    subject: String,
    headers: Vec<(String, String)>,
    lines: Vec<TextLine>,
    frame: String,
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let dir = folder(&app)?;
    let mut ids: Vec<LetterId> = ids(&dir).await;
    ids.sort_unstable();
    let mut lines = Vec::new();
    for id in ids.into_iter().rev().take(LISTED) {
        if let Some(letter) = letter(&dir, id).await {
            lines.push(line(id, &letter));
        }
    }
    show(&ListPage { chrome: Chrome::of(&app, &visitor).await?, lines })
}

fn line(id: LetterId, letter: &Read) -> Line {
    Line {
        href: format!("/dev/mail/{id}"),
        subject: letter.header("subject").to_owned(),
        to: letter.header("to").to_owned(),
        name: letter.header("stoa-letter").to_owned(),
        date: letter.header("date").to_owned(),
    }
}

async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<LetterId>,
) -> Result<Response, Refusal> {
    let letter = letter(&folder(&app)?, id).await.ok_or_else(Refusal::not_found)?;
    let origin = app.url("/");
    let line = |text: &str| {
        let ours = text.trim().strip_prefix(&origin).map(|path| format!("/{path}"));
        TextLine { text: text.to_owned(), href: ours }
    };
    show(&LetterPage {
        subject: letter.header("subject").to_owned(),
        lines: letter.text.lines().map(line).collect(),
        headers: letter.headers,
        frame: format!("/dev/mail/{id}/html"),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

/// The HTML twin for its frame: no script runs in it, nothing is loaded, links open in the page.
async fn html(State(app): State<App>, Path(id): Path<LetterId>) -> Result<Response, Refusal> {
    let letter = letter(&folder(&app)?, id).await.ok_or_else(Refusal::not_found)?;
    let page = letter.html.replacen("<head>", "<head><base target=\"_top\">", 1);
    let mut response = Html(page).into_response();
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                  form-action 'none'; frame-ancestors 'self'; \
                  sandbox allow-top-navigation-by-user-activation";
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    Ok(response)
}

/// Where the letters are; in the demonstration alone.
fn folder(app: &App) -> Result<PathBuf, Fault> {
    let url = app.config.mail.url.expose_secret();
    let dir = url.strip_prefix("file:").filter(|_| app.config.demo);
    dir.map(PathBuf::from).ok_or(Fault::NotFound)
}

/// Letters by their file names; anything else in the folder is let be.
async fn ids(dir: &File) -> Vec<LetterId> {
    let mut found = Vec::new();
    let Ok(mut entries) = tokio::fs::read_dir(dir).await else {
        return found;
    };
    while let Ok(Some(entry)) = entries.next_entry().await {
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.strip_suffix(".eml"));
        found.extend(id.and_then(|id| id.parse::<LetterId>().ok()));
    }
    found
}

async fn letter(dir: &File, id: LetterId) -> Option<Read> {
    let raw = tokio::fs::read(dir.join(format!("{id}.eml"))).await.ok()?;
    Some(read(&String::from_utf8_lossy(&raw)))
}
