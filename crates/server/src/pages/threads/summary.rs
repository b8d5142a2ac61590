//! What stands on top of a long thread, and the page on which it is written.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::once::Saved;
use stoa_kernel::policy::{Action, Sight};
use stoa_kernel::{Fault, Limit, Once, Tx};
use stoa_render::prose;
use stoa_threads::views::{self, PostView, ThreadView};
use stoa_threads::{Replied, State, summaries};

use super::compose::said;
use super::learned::Learned;
use super::polls::Polls;
use super::posts::{Around, thread_address};
use super::send;
use super::words;
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{self, ComposerView, Link};
use crate::pages::{go, show_as};
use crate::submit::{self, Room};

/// The summary, for the first page of a thread, where it stands for this reader.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn of(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    page: i32,
) -> Result<Option<PostView>, Fault> {
    let Some(id) = thread.summary_post.filter(|_| page == 1) else { return Ok(None) };
    let here = thread.summary.id;
    let found = views::posts_by_ids(&app.db, &visitor.actor, &[id]).await?;
    let stands = |post: &PostView| {
        post.thread == here && post.state == State::Published && post.sight > Sight::Placeholder
    };
    Ok(found.into_iter().map(|card| card.post).find(stands))
}

/// As it stands on top: the reply stands below as well, with its poll and the places that links lead
/// to.
pub(super) fn shown(around: &Around<'_>, post: &PostView) -> Option<Box<parts::PostView>> {
    let (polls, learned) = (&Polls::default(), &Learned::default());
    let without = Around { polls, learned, ..*around };
    let mut view = without.item(post).post()?;
    view.html = prose::without_places(&view.html);
    view.other.map(prose::without_places);
    Some(view)
}

/// What the reader may do about it: write one, or let it be none.
pub(super) struct Ways {
    /// Where it is written, and in which words.
    pub write: Option<Link>,
    /// Where it is taken away.
    pub unset: Option<String>,
}

impl Ways {
    /// A short thread wants no summary.
    pub(super) fn of(visitor: &Visitor, thread: &ThreadView, summary: Option<&PostView>) -> Self {
        let (w, head) = (visitor.words(), &thread.summary);
        let may = visitor.actor.may_in(head.space, Action::Improve(thread.facts)).is_ok();
        let long = head.posts >= summaries::FROM || summary.is_some();
        let key = if summary.is_some() { "threads-summary-anew" } else { "threads-summary-write" };
        let to = format!("/threads/{}/summary", head.id);
        let tends = visitor.actor.may_in(head.space, Action::Tend).is_ok();
        let unset = summary.filter(|post| post.own || tends);
        Self {
            write: (may && long && !head.closed).then(|| Link::new(to, w.say(key))),
            unset: unset.map(|post| format!("/p/{}/unsummary", post.id)),
        }
    }
}

/// What the page sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    body: String,
    language: String,
    act: String,
    once: String,
}

/// A post that a summary may lead to.
struct Source {
    number: i32,
    name: String,
    markdown: String,
}

#[derive(Template)]
#[template(path = "threads/summary.html")]
struct Page {
    chrome: Chrome,
    crumbs: Vec<Link>,
    composer: ComposerView,
    sources: Vec<Source>,
    back: String,
}

/// `GET /threads/{id}/summary`: begins with the words that stand there.
pub(super) async fn blank(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<Response, Refusal> {
    let thread = may_write(&app, &visitor, id).await?;
    let standing = of(&app, &visitor, &thread, 1).await?;
    let body = match standing.as_ref().and_then(|post| post.markdown.as_deref()) {
        Some(markdown) => {
            let room = Room::of(thread.summary.space, thread.facts.visibility)
                .in_thread(thread.summary.id);
            let words = submit::readable(&app, &visitor.actor, room, markdown).await?;
            submit::typed(&app, &words).await?
        }
        None => String::new(),
    };
    let language = standing.map(|post| post.language).unwrap_or_default();
    let typed = Typed { body, language, ..Typed::default() };
    page(&app, &visitor, &thread, &typed, String::new(), None, StatusCode::OK).await
}

async fn may_write(app: &App, visitor: &Visitor, id: ThreadId) -> Result<ThreadView, Refusal> {
    visitor.member()?;
    let place = stoa_threads::threads::facts(&app.db, &visitor.actor, id).await?;
    summaries::may(&visitor.actor, &place)?;
    Ok(views::thread(&app.db, &visitor.actor, id).await?)
}

/// `POST /threads/{id}/summary`.
pub(super) async fn send(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    let Form { fields: typed, once, .. } = form;
    let kept = typed.body.clone();
    let done = match typed.act.as_str() {
        "preview" => preview(&app, &visitor, id, &typed).await,
        _ => sent(&app, &visitor, id, &typed, once).await,
    };
    done.map_err(|refusal| refusal.keeping(&kept))
}

async fn preview(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    typed: &Typed,
) -> Result<Response, Refusal> {
    let thread = may_write(app, visitor, id).await?;
    let made = match stoa_threads::Body::parse(&typed.body) {
        Ok(body) => send::prepared_in(app, visitor, &thread, &body, &typed.language).await,
        Err(fault) => Err(fault),
    };
    match made {
        Ok(made) => {
            let html = stoa_render::SafeHtml::sanitised_earlier(made.html);
            page(app, visitor, &thread, typed, String::new(), Some(html), StatusCode::OK).await
        }
        Err(fault) => wrong(app, visitor, &thread, typed, fault).await,
    }
}

async fn sent(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    typed: &Typed,
    once: Option<Once>,
) -> Result<Response, Refusal> {
    let thread = may_write(app, visitor, id).await?;
    match write(app, visitor, id, &typed.body, &typed.language, once).await {
        Ok(_) => Ok(go(&thread_address(&thread), Some("flash-summary"))),
        Err(fault) => wrong(app, visitor, &thread, typed, fault).await,
    }
}

/// What can be set right is said beside the text; the rest ends the page, with the text kept.
async fn wrong(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    typed: &Typed,
    fault: Fault,
) -> Result<Response, Refusal> {
    match fault {
        Fault::Invalid(problems) => {
            let error = said(visitor, &problems);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(app, visitor, thread, typed, error, None, status).await
        }
        other => Err(other.into()),
    }
}

/// Writes a summary: a reply that stands on top of its thread from now on. Answers the reply.
///
/// # Errors
/// As [`summaries::set`], and what refuses a reply.
pub async fn write(
    app: &App,
    visitor: &Visitor,
    thread: ThreadId,
    body: &str,
    language: &str,
    once: Option<Once>,
) -> Result<PostId, Fault> {
    let place = stoa_threads::threads::facts(&app.db, &visitor.actor, thread).await?;
    summaries::may(&visitor.actor, &place)?;
    let reply = send::Reply {
        thread,
        body,
        language,
        reply_to: None,
        affiliation: None,
        drafts: &[],
        due: None,
    };
    let say = |replied: &Replied| match replied {
        Replied::Published { post, .. } | Replied::Held { post, .. } => {
            Saved { status: 201, body: post.to_string() }
        }
    };
    let saved = send::reply(app, visitor, &reply, once, say).await?;
    let post: PostId = saved.body.parse().map_err(|_| Fault::NotFound)?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| summaries::set(tx, actor, thread, post).await).await?;
    Ok(post)
}

/// `POST /p/{id}/unsummary`: the reply stays a reply.
pub(super) async fn unset(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| summaries::unset(tx, actor, id).await).await?;
    Ok(go(&format!("/p/{id}"), Some("flash-summary-gone")))
}

async fn page(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    typed: &Typed,
    error: String,
    preview: Option<stoa_render::SafeHtml>,
    status: StatusCode,
) -> Result<Response, Refusal> {
    let (w, id) = (visitor.words(), thread.summary.id);
    let title = thread.summary.title.clone().unwrap_or_default();
    let composer = ComposerView {
        action: format!("/threads/{id}/summary"),
        id: "body",
        label: w.say("threads-summary-text"),
        submit: w.say("threads-summary-send"),
        once: if typed.once.is_empty() { crate::pages::once(app) } else { typed.once.clone() },
        body: typed.body.clone(),
        error,
        languages: words::language_choices(app, visitor, &typed.language),
        preview,
        ..ComposerView::default()
    };
    let page = Page {
        crumbs: vec![Link::new(thread_address(thread), title)],
        composer,
        sources: sources(app, visitor, id).await?,
        back: thread_address(thread),
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}

/// The first hundred posts, each as a link that can be put into the text.
async fn sources(app: &App, visitor: &Visitor, id: ThreadId) -> Result<Vec<Source>, Fault> {
    let found = views::posts(&app.db, &visitor.actor, id, 0, Limit::MOST).await?.items;
    let mut named = Named::default();
    found.iter().for_each(|post| named.person(post.author));
    let cast = Cast::of(&app.db, &visitor.actor, visitor.words(), named, false).await?;
    let cast = cast.within(&app.instance.secret, id);
    let stands = |post: &&PostView| post.sight > Sight::Placeholder;
    let source = |post: &PostView| {
        let name = cast.name(post.author);
        let plain: String = name.chars().filter(|c| !"[]()\\*_`<>".contains(*c)).collect();
        let number = post.number?;
        Some(Source { number, markdown: format!("[{plain}](/p/{})", post.id), name })
    };
    Ok(found.iter().filter(stands).filter_map(source).collect())
}
