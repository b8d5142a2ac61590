//! Writing: threads, replies, new wordings.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{FileId, PostId, ThreadId};
use stoa_kernel::once::Saved;
use stoa_kernel::{Fault, Tx};
use stoa_threads::drafts::Slot;
use stoa_threads::{
    Body as Text, Edited, Opened, Replied, ThreadKind, Wording, files, hold_reason_name, leaving,
    posts, views,
};
use utoipa::ToSchema;

use super::version;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::threads::send::{self, Reply, Reworded, Rewording, Thread};
use crate::submit::{self, Room, Typed};

/// A thread to be opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewThreadIn {
    /// One line of at most 255 characters.
    title: String,
    /// Markdown, at most 64 KiB.
    body: String,
    /// `question` if left out.
    kind: Option<String>,
    /// BCP 47; found by itself if left out.
    language: Option<String>,
    /// Slugs of at most five themes.
    #[serde(default)]
    themes: Vec<String>,
    /// The slug of the caller's own city.
    affiliation: Option<String>,
    /// Files of the caller's that the text is to show or lead to, at its end.
    #[serde(default)]
    attachments: Vec<AttachmentIn>,
}

/// What became of a text that was sent.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SentOut {
    /// `published` or `held`.
    state: &'static str,
    /// Why it waits: `newcomer`, `space_holds_all`.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// The thread that was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    thread: Option<String>,
    /// The post.
    post: String,
    /// Its number, once published.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<i32>,
}

fn saved(status: u16, out: &impl Serialize) -> Saved {
    Saved { status: i32::from(status), body: serde_json::to_string(out).unwrap_or_default() }
}

/// A kept answer, sent as it was.
pub(super) fn sent(saved: Saved) -> Response {
    let status = u16::try_from(saved.status).ok().and_then(|code| StatusCode::from_u16(code).ok());
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (status.unwrap_or(StatusCode::OK), kind, saved.body).into_response()
}

/// A file of the caller's: its id, or its id and what the picture shows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
pub(super) enum AttachmentIn {
    /// The file.
    Id(String),
    /// The file, described.
    Described(DescribedIn),
}

/// A file with what its picture shows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DescribedIn {
    /// The file.
    id: String,
    /// What the picture shows, for people who cannot see it.
    description: String,
}

impl AttachmentIn {
    fn read(&self) -> (Option<FileId>, &str) {
        match self {
            Self::Id(id) => (id.parse().ok(), ""),
            Self::Described(one) => (one.id.parse().ok(), &one.description),
        }
    }
}

/// The text with its files at the end, as far as it does not name them itself.
async fn attached(
    app: &App,
    visitor: &Visitor,
    body: &str,
    attachments: &[AttachmentIn],
) -> Result<String, Fault> {
    stoa_threads::limits::few(attachments.len(), "attachments")?;
    let read: Vec<_> = attachments.iter().map(AttachmentIn::read).collect();
    let ids: Vec<FileId> = read.iter().filter_map(|(id, _)| *id).collect();
    let own = files::of(&app.db, visitor.actor.signed_in()?, &ids).await?;
    let mut text = body.to_owned();
    for (id, described) in read {
        let kept = id.and_then(|id| own.get(&id));
        let kept = kept.ok_or_else(|| Fault::invalid("attachments", "files-unknown"))?;
        if !text.contains(&files::address(kept.id)) {
            text = format!("{}\n\n{}", text.trim_end(), crate::files::markdown(kept, described));
        }
    }
    Ok(text)
}

pub(super) fn opened(outcome: &Opened) -> Saved {
    let out = match *outcome {
        Opened::Published { thread, post, .. } => SentOut {
            state: "published",
            reason: None,
            thread: Some(thread.to_string()),
            post: post.to_string(),
            number: Some(1),
        },
        Opened::Held { thread, post, reason } => SentOut {
            state: "held",
            reason: Some(hold_reason_name(reason)),
            thread: Some(thread.to_string()),
            post: post.to_string(),
            number: None,
        },
    };
    saved(201, &out)
}

fn replied(outcome: &Replied) -> Saved {
    let out = match *outcome {
        Replied::Published { post, number, .. } => SentOut {
            state: "published",
            reason: None,
            thread: None,
            post: post.to_string(),
            number: Some(number),
        },
        Replied::Held { post, reason } => SentOut {
            state: "held",
            reason: Some(hold_reason_name(reason)),
            thread: None,
            post: post.to_string(),
            number: None,
        },
    };
    saved(201, &out)
}

/// Opens a thread. Its first post and it are published together, or wait together.
#[utoipa::path(
    post, path = "/api/v1/spaces/{slug}/threads", tag = "threads",
    params(("slug" = String, Path, description = "The space's name in addresses")),
    request_body = NewThreadIn,
    responses((status = 201, body = SentOut), (status = 400, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem))
)]
pub(super) async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    body: Body<NewThreadIn>,
) -> Result<Response, Refusal> {
    let new = body.json;
    let kept = new.body.clone();
    let done = async {
        let text = attached(&app, &visitor, &new.body, &new.attachments).await?;
        views::space(&app.db, &visitor.actor, &slug).await?;
        let thread = Thread {
            space: &slug,
            kind: new.kind.as_deref().unwrap_or(ThreadKind::Question.name()),
            title: &new.title,
            body: &text,
            language: new.language.as_deref().unwrap_or_default(),
            themes: &new.themes,
            affiliation: new.affiliation.as_deref(),
            drafts: &[],
            due: None,
        };
        send::open(&app, &visitor, &thread, body.once, opened).await
    };
    done.await.map(sent).map_err(|fault| Refusal::from(fault).keeping(&kept))
}

/// A reply to be written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewReplyIn {
    /// Markdown, at most 64 KiB.
    body: String,
    /// The post of the same thread that is answered.
    reply_to: Option<String>,
    /// BCP 47; found by itself if left out.
    language: Option<String>,
    /// The slug of the caller's own city.
    affiliation: Option<String>,
    /// Files of the caller's that the text is to show or lead to, at its end.
    #[serde(default)]
    attachments: Vec<AttachmentIn>,
}

/// Writes a reply.
#[utoipa::path(
    post, path = "/api/v1/threads/{id}/posts", tag = "threads",
    params(("id" = String, Path, description = "The thread")),
    request_body = NewReplyIn,
    responses((status = 201, body = SentOut), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 429, body = Problem))
)]
pub(super) async fn reply(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    body: Body<NewReplyIn>,
) -> Result<Response, Refusal> {
    let new = body.json;
    let kept = new.body.clone();
    let done = async {
        let text = attached(&app, &visitor, &new.body, &new.attachments).await?;
        let reply = Reply {
            thread: id,
            body: &text,
            language: new.language.as_deref().unwrap_or_default(),
            reply_to: new.reply_to.as_deref(),
            affiliation: new.affiliation.as_deref(),
            drafts: &[Slot::Reply(id)],
            due: None,
        };
        send::reply(&app, &visitor, &reply, body.once, replied).await
    };
    done.await.map(sent).map_err(|fault| Refusal::from(fault).keeping(&kept))
}

/// A new wording.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EditIn {
    /// A new title, for first posts.
    title: Option<String>,
    /// Markdown, at most 64 KiB; left as it is if left out.
    body: Option<String>,
    /// BCP 47; found by itself if left out.
    language: Option<String>,
}

/// What became of a new wording.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EditedOut {
    /// `published`, or `held` while it waits and the old wording stays.
    state: &'static str,
    /// Why it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// The post.
    post: String,
    /// The version it has now; null while the new wording waits.
    version: Option<i32>,
}

/// Two wordings of one post: what is there, and what was sent.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConflictOut {
    #[serde(flatten)]
    problem: Problem,
    /// The wording that is there.
    current: WordingOut,
    /// The wording that was sent.
    yours: WordingOut,
}

/// A wording.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WordingOut {
    /// Its version; null for one that was not taken.
    version: Option<i32>,
    /// The title, for first posts.
    title: Option<String>,
    /// The Markdown.
    body: String,
}

/// Changes the wording of one's own post. `If-Match` carries the version that was edited.
#[utoipa::path(
    patch, path = "/api/v1/posts/{id}", tag = "threads",
    params(("id" = String, Path, description = "The post"), ("If-Match" = String, Header, description = "Its version, quoted")),
    request_body = EditIn,
    responses((status = 200, body = EditedOut), (status = 409, body = ConflictOut), (status = 428, body = Problem))
)]
pub(super) async fn edit(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    headers: HeaderMap,
    body: Body<EditIn>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let version = version::asked(&headers)?;
    let new = body.json;
    let text = match new.body {
        Some(text) => text,
        None => present(&app, &visitor, id).await?,
    };
    let wording = Rewording {
        post: id,
        version,
        title: new.title.as_deref(),
        body: &text,
        language: new.language.as_deref().unwrap_or_default(),
    };
    let say = |edited: &Edited| edited_out(id, edited);
    match send::edit(&app, &visitor, &wording, body.once, say).await {
        Ok(Reworded::Done(saved)) => Ok(sent(saved)),
        Ok(Reworded::Stale(there)) => conflict(&app, &visitor, there, &wording).await,
        Err(fault) => Err(Refusal::from(fault).keeping(&text)),
    }
}

async fn present(app: &App, visitor: &Visitor, id: PostId) -> Result<String, Fault> {
    let card = views::post(&app.db, &visitor.actor, id).await?;
    submit::typed(app, &card.post.markdown.unwrap_or_default()).await
}

fn edited_out(post: PostId, edited: &Edited) -> Saved {
    let out = match edited {
        Edited::Published { version } => EditedOut {
            state: "published",
            reason: None,
            post: post.to_string(),
            version: Some(*version),
        },
        Edited::Held { reason, .. } => EditedOut {
            state: "held",
            reason: Some(hold_reason_name(*reason)),
            post: post.to_string(),
            version: None,
        },
        Edited::Stale { current } => EditedOut {
            state: "published",
            reason: None,
            post: post.to_string(),
            version: Some(current.version),
        },
    };
    saved(200, &out)
}

/// 409 with both texts.
async fn conflict(
    app: &App,
    visitor: &Visitor,
    there: Wording,
    wording: &Rewording<'_>,
) -> Result<Response, Refusal> {
    let refusal = Refusal::new(StatusCode::CONFLICT, "threads-stale");
    let out = ConflictOut {
        problem: Problem::of(&refusal, visitor.words()),
        current: WordingOut {
            version: Some(there.version),
            title: there.title,
            body: submit::typed(app, &there.markdown).await?,
        },
        yours: WordingOut {
            version: None,
            title: wording.title.map(str::to_owned),
            body: wording.body.to_owned(),
        },
    };
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    let json = serde_json::to_vec(&out).map_err(Fault::broken)?;
    Ok((StatusCode::CONFLICT, kind, json).into_response())
}

/// Takes back one's own post.
#[utoipa::path(
    delete, path = "/api/v1/posts/{id}", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn delete(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| posts::delete(tx, actor, id).await).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Erases one's own text, with all its wordings
///
/// Whatever became of it; the place stays where others have answered. Quotes of
/// it lose its words. It cannot be undone.
#[utoipa::path(
    post, path = "/api/v1/posts/{id}/erasure", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn erase(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<StatusCode, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| leaving::erase_text(tx, actor, id).await).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Erases the earlier wordings of one's own post
#[utoipa::path(
    delete, path = "/api/v1/posts/{id}/revisions", tag = "threads",
    params(("id" = String, Path, description = "The post")),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn erase_wordings(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<StatusCode, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| leaving::erase_wordings(tx, actor, id).await).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A text to be looked at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PreviewIn {
    /// Markdown.
    body: String,
    /// BCP 47; found by itself if left out.
    language: Option<String>,
    /// The thread it is to stand in.
    thread: Option<String>,
    /// The slug of the space it is to stand in.
    space: Option<String>,
}

/// A text as it would stand there.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PreviewOut {
    /// The sanitised HTML.
    html: String,
    /// The language that was named or found.
    language: String,
}

/// Renders a text without keeping it.
#[utoipa::path(
    post, path = "/api/v1/posts/preview", tag = "threads", request_body = PreviewIn,
    responses((status = 200, body = PreviewOut), (status = 400, body = Problem))
)]
pub(super) async fn preview(
    State(app): State<App>,
    visitor: Visitor,
    body: Body<PreviewIn>,
) -> Result<Json<PreviewOut>, Refusal> {
    let me = visitor.me()?;
    app.limits.count(Rate::Light, &me.id.to_string(), app.db.clock().now())?;
    let look = body.json;
    let text = Text::parse(&look.body)?;
    let room = room(&app, &visitor, &look).await?;
    let language = look.language.as_deref().unwrap_or_default();
    let typed = Typed { body: &text, title: "", language, own: &me.languages, around: "" };
    let made = submit::prepare(&app, &visitor.actor, room, typed).await?;
    Ok(Json(PreviewOut { html: made.html, language: made.language }))
}

async fn room(app: &App, visitor: &Visitor, look: &PreviewIn) -> Result<Room, Fault> {
    match look.thread.as_deref().map(str::parse::<ThreadId>) {
        Some(Ok(thread)) => {
            let place = stoa_threads::threads::facts(&app.db, &visitor.actor, thread).await?;
            Ok(Room::of(place.space, place.facts.visibility).in_thread(thread))
        }
        Some(Err(_)) => Err(Fault::NotFound),
        None => send::room_of(app, visitor, look.space.as_deref().unwrap_or_default()).await,
    }
}
