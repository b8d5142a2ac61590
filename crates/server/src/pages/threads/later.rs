//! Texts that are published later: kept with their moment, sent through the one door when it comes.

use axum::extract::State as Shared;
use axum::response::Response;
use serde_json::Value;
use stoa_digests::notices;
use stoa_kernel::ids::{DraftId, ThreadId};
use stoa_kernel::once::Saved;
use stoa_kernel::{Actor, Fault, Reads, Tx};
use stoa_threads::drafts::{self, Draft, Draughted, Due, Slot};
use stoa_threads::views;

use super::send::{self, Kept};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::pages::go;
use crate::pages::moments::{self, MomentView};
use crate::submit;

/// The moments that a composer offers, with what was chosen there before.
#[must_use]
pub(super) fn view(
    visitor: &Visitor,
    when: &str,
    at: &str,
    wrong: Option<String>,
    open: bool,
) -> MomentView {
    let w = visitor.words();
    let label = w.say("threads-later-when");
    let view = MomentView::of(visitor, "later", label, "threads-later-choose-when", None);
    MomentView { open, ..view.typed(when, at, wrong) }
}

/// The moment that a form chose.
///
/// # Errors
/// [`Fault::Invalid`] in field `at` for none, and for what cannot be read.
pub(super) fn moment(
    app: &App,
    visitor: &Visitor,
    when: &str,
    at: &str,
) -> Result<stoa_kernel::Time, Fault> {
    let chosen = moments::read(&visitor.zone, app.db.now(), when, at)?;
    chosen.ok_or_else(|| Fault::invalid("at", "moment-unread"))
}

/// Keeps a text for its moment; answers its draft.
///
/// # Errors
/// As [`drafts::schedule`].
pub async fn schedule(
    app: &App,
    visitor: &Visitor,
    slot: Slot,
    kept: Kept,
    at: stoa_kernel::Time,
) -> Result<DraftId, Fault> {
    let actor = &visitor.actor;
    let sequence = app.db.now().0 / 1000;
    let Kept { title, body, fields } = kept;
    let draft = Draughted { slot, title, body, fields, sequence };
    app.db.write(async |tx: &mut Tx| drafts::schedule(tx, actor, &draft, at).await).await
}

/// Keeps a draft that is there for its moment.
///
/// # Errors
/// As [`drafts::schedule`]; [`Fault::Conflict`] for what is no new thread and no reply.
pub async fn schedule_draft(
    app: &App,
    visitor: &Visitor,
    draft: Draft,
    at: stoa_kernel::Time,
) -> Result<DraftId, Fault> {
    let (slot, mut fields) = (draft.slot, draft.fields);
    match slot {
        Slot::Reply(thread) => answering(&mut fields, thread),
        Slot::New(_) | Slot::Later(_) => {}
        Slot::Conversation | Slot::Edit(_) | Slot::Returned(_) => {
            return Err(Fault::Conflict("threads-later-not-this"));
        }
    }
    let kept = Kept { title: draft.title, body: draft.body, fields };
    schedule(app, visitor, slot, kept, at).await
}

/// Notes the thread that is answered: a slot of its own does not say it.
pub(super) fn answering(fields: &mut Value, thread: ThreadId) {
    if let Some(fields) = fields.as_object_mut() {
        fields.insert("thread".to_owned(), thread.to_string().into());
    }
}

/// `POST /drafts/{slot}/unschedule`.
pub(super) async fn unschedule(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(slot): Path<String>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let slot: Slot = slot.parse().map_err(|_: Fault| Refusal::not_found())?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| drafts::unschedule(tx, actor, slot).await).await?;
    Ok(go("/drafts", Some("flash-later-not")))
}

/// Publishes what is due: as its author, through the same door and with the same rules as if it
/// were sent now. What is refused stays a draft, and its author is told.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away: the next minute tries again.
pub async fn publish(app: &App, due: &Due) -> Result<(), Fault> {
    let Some(author) = Visitor::for_member(app, due.member).await? else {
        return unsent(app, due).await;
    };
    let (member, slot) = (due.member, due.draft.slot);
    match sent(app, &author, &due.draft).await {
        Ok(()) => Ok(()),
        Err(Fault::TooSoon(until)) => {
            let wait = async |tx: &mut Tx| drafts::postpone(tx, member, slot, until).await;
            app.db.write(wait).await
        }
        Err(fault @ Fault::Unavailable(_)) => Err(fault),
        Err(fault) => {
            tracing::info!(cause = %fault, draft = %due.draft.id, "a text was not published");
            unsent(app, due).await
        }
    }
}

async fn unsent(app: &App, due: &Due) -> Result<(), Fault> {
    let (member, slot, draft) = (due.member, due.draft.slot, due.draft.id);
    app.db
        .write(async |tx: &mut Tx| {
            if drafts::failed(tx, member, slot).await? {
                notices::unsent(tx, member, draft).await?;
            }
            Ok(())
        })
        .await
}

async fn sent(app: &App, author: &Visitor, draft: &Draft) -> Result<(), Fault> {
    let body = submit::typed(app, &draft.body).await?;
    match thread_of(draft) {
        Some(thread) => reply(app, author, draft, thread, &body).await,
        None => open(app, author, draft, &body).await,
    }
}

/// The thread that a kept text answers; none for a thread to be opened.
fn thread_of(draft: &Draft) -> Option<ThreadId> {
    field(draft, "thread").parse().ok()
}

fn field<'a>(draft: &'a Draft, name: &str) -> &'a str {
    draft.fields.get(name).and_then(Value::as_str).unwrap_or_default()
}

async fn reply(
    app: &App,
    author: &Visitor,
    draft: &Draft,
    thread: ThreadId,
    body: &str,
) -> Result<(), Fault> {
    // It may have been joined to another meanwhile.
    let there = views::joined_to(&app.db, &author.actor, thread).await?;
    let answered = Some(field(draft, "reply_to")).filter(|id| !id.is_empty());
    let reply = send::Reply {
        thread: there.unwrap_or(thread),
        body,
        language: field(draft, "language"),
        reply_to: answered,
        affiliation: None,
        drafts: &[],
        due: Some(draft),
    };
    send::reply(app, author, &reply, None, send::replied_to_page).await.map(|_| ())
}

async fn open(app: &App, author: &Visitor, draft: &Draft, body: &str) -> Result<(), Fault> {
    let listed = draft.fields.get("themes").and_then(Value::as_array);
    let themes: Vec<String> =
        listed.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let thread = send::Thread {
        space: field(draft, "space"),
        kind: field(draft, "kind"),
        title: &draft.title,
        body,
        language: field(draft, "language"),
        themes: &themes,
        affiliation: None,
        drafts: &[],
        due: Some(draft),
    };
    send::open(app, author, &thread, None, send::opened_to_page).await.map(|_| ())
}

/// Whether a text is still to be sent: by its job if its draft is due as it was read, so that of two
/// processes the second one finds it gone; by hand if its job has not sent it meanwhile.
pub(super) async fn still(
    tx: &mut Tx,
    actor: &Actor,
    due: Option<&Draft>,
    slots: &[Slot],
) -> Result<bool, Fault> {
    if let Some(draft) = due {
        return drafts::claim(tx, actor.signed_in()?, draft).await;
    }
    for slot in slots.iter().filter(|slot| matches!(slot, Slot::Later(_))) {
        if drafts::get(tx, actor, *slot).await?.is_none() {
            return Err(Fault::Conflict("threads-later-gone"));
        }
    }
    Ok(true)
}

/// What is answered where nothing was to be sent any more.
pub(super) fn nothing() -> Saved {
    Saved { status: 0, body: String::new() }
}
