//! Files: their bytes at `/f/{id}`, a form's file without scripts, and one's own files.

mod serve;

use askama::Template;
use axum::Router;
use axum::extract::State as Shared;
use axum::response::Response;
use axum::routing::{get, post};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};
use stoa_kernel::Fault;
use stoa_kernel::ids::FileId;
use stoa_render::{SafeHtml, Words};
use stoa_threads::drafts::{self, Slot};
use stoa_threads::files as rows;

use crate::app::App;
use crate::files;
use crate::http::frame::{Path, Query};
use crate::http::multipart::Parts;
use crate::http::{Refusal, Visitor};
use crate::pages::accounts::tabs;
use crate::pages::chrome::Chrome;
use crate::pages::parts::Link;
use crate::pages::threads::{draughts, send};
use crate::pages::{go, show};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/f/{id}", get(serve::whole))
        .route("/f/{id}/small", get(serve::small))
        .route("/settings/files", get(own))
        .route("/settings/files/{id}/delete", get(back).post(delete))
}

/// The form that carries a file.
pub fn large() -> Router<App> {
    Router::new().route("/files", post(attach).get(back))
}

/// Which draft the text is.
#[derive(Deserialize)]
struct Of {
    draft: String,
}

/// `POST /files?draft=SLOT`: attaches a file to the text beside it and leads back to that text,
/// which is kept as a draft: so whatever becomes of the file, nothing that was typed is lost.
async fn attach(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Query(of): Query<Of>,
    mut form: Parts,
) -> Result<Response, Refusal> {
    let typed = form.value("body").to_owned();
    let keeping = |refusal: Refusal| refusal.keeping(&typed);
    visitor.member().map_err(keeping)?;
    let slot: Slot = of.draft.parse().map_err(|_: Fault| Refusal::bad("core-refused-malformed"))?;
    // Kept first: whoever closes the page while the picture is made has the text.
    let there = keep(&app, &visitor, slot, &form, typed.clone()).await.map_err(keeping)?;
    let sent = match form.chosen() {
        Ok((name, bytes)) => files::take(&app, &visitor, &name, bytes).await,
        Err(refusal) => Err(refusal),
    };
    let kept = sent.map_err(|refusal| refusal.towards(there.clone(), "files-back-to-text"))?;
    let body = with(&typed, &files::markdown(&kept, form.value("described")));
    keep(&app, &visitor, slot, &form, body).await.map_err(keeping)?;
    Ok(go(&there, Some("flash-file-attached")))
}

/// Keeps the text as a draft; answers where it is written on.
async fn keep(
    app: &App,
    visitor: &Visitor,
    slot: Slot,
    form: &Parts,
    body: String,
) -> Result<String, Refusal> {
    let text = send::Kept { title: form.value("title").to_owned(), body, fields: fields(form) };
    send::keep_quietly(app, visitor, slot, &text).await?;
    let draft = drafts::get(&app.db, &visitor.actor, slot).await?.ok_or(Fault::NotFound)?;
    Ok(draughts::href(&draft))
}

/// The text with the file at its end.
fn with(body: &str, file: &str) -> String {
    match body.trim_end() {
        "" => format!("{file}\n"),
        body => format!("{body}\n\n{file}\n"),
    }
}

/// Everything else of the form, as drafts keep it.
fn fields(form: &Parts) -> Value {
    let own = ["body", "title", "once", "act", "draft", "described", "themes"];
    let others = form.fields.iter().filter(|(name, _)| !own.contains(&name.as_str()));
    let mut all: Map<String, Value> =
        others.map(|(name, value)| (name.clone(), Value::from(value.clone()))).collect();
    let themes = form.fields.iter().filter(|(name, _)| name == "themes");
    all.insert("themes".to_owned(), themes.map(|(_, theme)| theme.clone()).collect());
    Value::Object(all)
}

/// A file on the page.
struct Line {
    id: String,
    name: String,
    kind: String,
    size: String,
    /// The address of the smaller picture; empty for a document.
    picture: String,
    /// Nothing names it.
    loose: bool,
    posts: Vec<Link>,
    at: Timestamp,
}

impl Line {
    fn time(&self, w: &Words) -> SafeHtml {
        w.time_tag(self.at)
    }
}

#[derive(Template)]
#[template(path = "files/own.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<Link>,
    lines: Vec<Line>,
    /// How much room they take, of how much.
    used: String,
}

/// `GET /settings/files`: one's own files, and which texts name them.
async fn own(Shared(app): Shared<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.member()?;
    let w = visitor.words();
    let found = rows::list(&app.db, &visitor.actor, files::MOST_LISTED).await?;
    let used = rows::used(&app.db, &visitor.actor).await?;
    show(&Page {
        tabs: tabs(&visitor),
        lines: found.iter().map(|one| line(w, one)).collect(),
        used: room(w, used, files::quota(&app)),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

/// How much room is taken, of how much, in bytes.
fn room(w: Words, used: i64, quota: i64) -> String {
    let bytes = |size: i64| w.bytes(u64::try_from(size).unwrap_or_default());
    w.with("files-own-used", &[("used", bytes(used).into()), ("quota", bytes(quota).into())])
}

fn line(w: Words, one: &rows::Listed) -> Line {
    let file = &one.file;
    let kind = stoa_media::Kind::parse(&file.kind);
    let address = rows::address(file.id);
    let picture = match (file.dimensions.is_some(), file.small) {
        (true, true) => format!("{address}/small"),
        (true, false) => address,
        (false, _) => String::new(),
    };
    let posts = one.posts.iter().enumerate().map(|(at, post)| {
        let number = i64::try_from(at + 1).unwrap_or_default();
        Link::new(format!("/p/{post}"), w.a("files-in-text", "n", number))
    });
    Line {
        id: file.id.to_string(),
        name: file.name.clone(),
        kind: kind.map(|kind| kind.label().to_owned()).unwrap_or_default(),
        size: w.bytes(u64::try_from(file.size).unwrap_or_default()),
        picture,
        loose: one.loose,
        posts: posts.collect(),
        at: one.created_at.timestamp(),
    }
}

/// `POST /settings/files/{id}/delete`: a file that no text names.
async fn delete(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<FileId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    files::withdraw(&app, &visitor, id).await?;
    Ok(go("/settings/files", Some("flash-file-deleted")))
}

/// An action that is opened instead of sent leads to the list.
async fn back() -> Response {
    go("/settings/files", None)
}
