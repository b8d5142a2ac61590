//! `/drafts`: texts not sent yet, and texts that were given back with the reason.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use jiff::Timestamp;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Fault, Time, Tx};
use stoa_moderation::reasons::Reason;
use stoa_moderation::views::Statement;
use stoa_render::prose;
use stoa_threads::drafts::{self, Draft, Slot};
use stoa_threads::views::{self, Waiting};

use super::words;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::{go, show};
use crate::submit;

/// The most threads whose titles are looked up for the list.
const MOST_TITLES: usize = 40;

/// A text on the page.
struct Line {
    slot: String,
    what: String,
    title: String,
    text: String,
    reason: String,
    /// The statement with all reasons.
    statement: String,
    href: String,
    at: Timestamp,
    /// When it is published, in words; empty for what is not by itself.
    publish: String,
}

/// A text that waits for a moderator.
struct Waits {
    href: String,
    title: String,
    why: String,
    at: Timestamp,
}

#[derive(Template)]
#[template(path = "threads/drafts.html")]
struct Page {
    chrome: Chrome,
    returned: Vec<Line>,
    /// To be published at their moments.
    later: Vec<Line>,
    waiting: Vec<Waits>,
    drafts: Vec<Line>,
}

/// `GET /drafts`.
pub(super) async fn list(Shared(app): Shared<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.member()?;
    let all = drafts::list(&app.db, &visitor.actor).await?;
    let waiting = views::waiting(&app.db, &visitor.actor).await?;
    let (returned, kept): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|draft| matches!(draft.slot, Slot::Returned(_)));
    let told = Told::of(&app, &visitor, &returned, &kept).await?;
    let (mut later, kept): (Vec<_>, Vec<_>) =
        kept.into_iter().partition(|draft| draft.publish_at.is_some());
    later.sort_by_key(|draft| draft.publish_at);
    let page = Page {
        returned: lines(&app, &visitor, &told, &returned).await?,
        later: lines(&app, &visitor, &told, &later).await?,
        drafts: lines(&app, &visitor, &told, &kept).await?,
        waiting: waiting.iter().map(|one| waits(&visitor, one)).collect(),
        chrome: Chrome::of(&app, &visitor).await?,
    };
    show(&page)
}

/// What is looked up for the lines: titles of threads, decisions on texts given back.
struct Told {
    titles: HashMap<ThreadId, String>,
    decisions: HashMap<PostId, Vec<Statement>>,
}

impl Told {
    async fn of(
        app: &App,
        visitor: &Visitor,
        returned: &[Draft],
        kept: &[Draft],
    ) -> Result<Self, Fault> {
        let posts: Vec<PostId> = returned.iter().filter_map(returned_post).collect();
        let decisions =
            stoa_moderation::views::decisions_for_all(&app.db, &visitor.actor, &posts).await?;
        let mut titles = HashMap::new();
        let threads = returned.iter().chain(kept).filter_map(thread_of).take(MOST_TITLES);
        for thread in threads {
            if titles.contains_key(&thread) {
                continue;
            }
            match views::thread(&app.db, &visitor.actor, thread).await {
                Ok(view) => titles.insert(thread, view.summary.title.unwrap_or_default()),
                Err(Fault::NotFound) => None,
                Err(fault) => return Err(fault),
            };
        }
        Ok(Self { titles, decisions })
    }

    fn statement(&self, post: Option<PostId>) -> Option<&Statement> {
        self.decisions.get(&post?)?.iter().find(|one| one.undone_at.is_none())
    }
}

fn returned_post(draft: &Draft) -> Option<PostId> {
    match draft.slot {
        Slot::Returned(post) => Some(post),
        _ => None,
    }
}

fn field<T: std::str::FromStr>(draft: &Draft, name: &str) -> Option<T> {
    draft.fields.get(name)?.as_str()?.parse().ok()
}

fn opening(draft: &Draft) -> bool {
    draft.fields.get("opening").and_then(serde_json::Value::as_bool).unwrap_or(false)
}

/// The thread a draft answers.
fn thread_of(draft: &Draft) -> Option<ThreadId> {
    match draft.slot {
        Slot::Reply(thread) => Some(thread),
        Slot::Returned(_) if !opening(draft) => field(draft, "thread"),
        Slot::Later(_) => field(draft, "thread"),
        _ => None,
    }
}

async fn lines(
    app: &App,
    visitor: &Visitor,
    told: &Told,
    drafts: &[Draft],
) -> Result<Vec<Line>, Fault> {
    let mut lines = Vec::with_capacity(drafts.len());
    for draft in drafts {
        // Only what was given back is kept with ids; the rest is as it was typed.
        let text = match draft.slot {
            Slot::Returned(_) => submit::typed(app, &draft.body).await?,
            _ => draft.body.clone(),
        };
        lines.push(line(visitor, told, draft, &text));
    }
    Ok(lines)
}

fn line(visitor: &Visitor, told: &Told, draft: &Draft, text: &str) -> Line {
    let w = visitor.words();
    let thread = thread_of(draft);
    let statement = told.statement(returned_post(draft));
    let title = thread.and_then(|thread| told.titles.get(&thread).cloned());
    Line {
        slot: draft.slot.to_string(),
        what: w.say(what(draft)),
        title: title.unwrap_or_else(|| draft.title.clone()),
        text: prose::excerpt(text, 280),
        reason: reason(visitor, draft, statement),
        statement: statement.map(|one| format!("/decisions/{}", one.reference)).unwrap_or_default(),
        href: href(draft),
        at: draft.updated_at.timestamp(),
        publish: draft.publish_at.map(|at| publish(visitor, at)).unwrap_or_default(),
    }
}

fn publish(visitor: &Visitor, at: Time) -> String {
    let w = visitor.words();
    w.a("threads-later-at", "time", w.date_time(at.timestamp(), &visitor.zone))
}

fn what(draft: &Draft) -> &'static str {
    match draft.slot {
        Slot::New(_) => "threads-draft-new",
        Slot::Conversation => "threads-draft-conversation",
        Slot::Edit(_) => "threads-draft-edit",
        Slot::Reply(_) => "threads-draft-reply",
        Slot::Later(_) if thread_of(draft).is_none() => "threads-draft-new",
        Slot::Later(_) => "threads-draft-reply",
        Slot::Returned(_) if opening(draft) => "threads-draft-new",
        Slot::Returned(_) if draft.fields.get("edit").is_some() => "threads-draft-edit",
        Slot::Returned(_) => "threads-draft-reply",
    }
}

fn reason(visitor: &Visitor, draft: &Draft, statement: Option<&Statement>) -> String {
    let w = visitor.words();
    if let Some(statement) = statement {
        return super::posts::reason(w, statement);
    }
    let named = draft.returned_reason.as_deref().and_then(Reason::parse);
    named.map(|reason| w.say(&format!("{}-body", reason.key()))).unwrap_or_default()
}

/// Where the writer goes on with a draft.
pub(crate) fn href(draft: &Draft) -> String {
    let id = draft.id;
    let edited: Option<PostId> = field(draft, "edit");
    match (draft.slot, thread_of(draft), edited) {
        (Slot::Edit(post), _, _) | (Slot::Returned(_), _, Some(post)) => {
            format!("/p/{post}/edit?draft={id}")
        }
        (Slot::Conversation, _, _) => format!("/conversations/new?draft={id}"),
        (_, Some(thread), _) => format!("/drafts/{thread}/go/{id}"),
        _ => format!("/new?draft={id}"),
    }
}

fn waits(visitor: &Visitor, one: &Waiting) -> Waits {
    let reason = one.reason.as_deref().and_then(stoa_threads::hold_reason);
    Waits {
        href: format!("/p/{}", one.post),
        title: one.title.clone(),
        why: words::held_because(visitor.words(), reason),
        at: one.since.timestamp(),
    }
}

/// `/drafts/{thread}/go/{draft}`: to the end of the thread, where it is written on.
pub(super) async fn onwards(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path((thread, draft)): Path<(ThreadId, stoa_kernel::ids::DraftId)>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let thread = views::thread(&app.db, &visitor.actor, thread).await?.summary;
    let page = super::rows::page_address(thread.id, &thread.slug, thread.pages());
    let sign = if page.contains('?') { '&' } else { '?' };
    Ok(go(&format!("{page}{sign}draft={draft}#reply"), None))
}

/// A draft's action that is opened instead of sent leads to the list.
pub(super) async fn back() -> Response {
    go("/drafts", None)
}

/// `POST /drafts/{slot}/delete`.
pub(super) async fn delete(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(slot): Path<String>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let slot: Slot = slot.parse().map_err(|_: Fault| Refusal::not_found())?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| drafts::discard(tx, actor, slot).await).await?;
    Ok(go("/drafts", Some("flash-draft-deleted")))
}

impl Line {
    fn time(&self, w: &stoa_render::Words) -> stoa_render::SafeHtml {
        w.time_tag(self.at)
    }
}

impl Waits {
    fn time(&self, w: &stoa_render::Words) -> stoa_render::SafeHtml {
        w.time_tag(self.at)
    }
}
