//! `/moderation/history`: what was decided, the last first.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use stoa_kernel::{Fault, Limit, Reads};
use stoa_moderation::views::{self, Filter, LogAction};
use stoa_moderation::{Act, Case, Decision, Subject};
use stoa_threads::views::PostCard;

use super::form::Typed;
use super::item::{Making, undo_words};
use super::queue::{self, LastAction};
use super::{settings, words};
use crate::app::App;
use crate::http::frame::Query;
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{DayView, PagerView};
use crate::pages::threads::words::Reader;
use crate::pages::translated::Translated;
use crate::pages::{encode, show};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    cursor: Option<String>,
}

/// A case that is over.
struct Row {
    href: String,
    at: DayView,
    title: String,
    kind: String,
    colour: &'static str,
    done: String,
    reason: Option<String>,
    by: Option<String>,
    undo: Option<UndoView>,
}

/// The button that takes a decision back.
struct UndoView {
    reference: String,
    key: &'static str,
    named: String,
}

#[derive(Template)]
#[template(path = "moderation/history.html")]
struct Page {
    chrome: Chrome,
    last: Option<LastAction>,
    rows: Vec<Row>,
    pager: PagerView,
}

/// What was decided in the spaces the reader moderates.
pub(super) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    queue::desk(&visitor)?;
    let (cursor, all) = (asked.cursor.as_deref(), Filter::default());
    let past = views::history(&app.db, &visitor.actor, &all, Limit::PAGE, cursor).await?;
    let pager = PagerView {
        previous: asked.cursor.as_ref().map(|_| "/moderation/history".to_owned()),
        next: past.next.map(|next| format!("/moderation/history?cursor={}", encode(&next))),
        position: String::new(),
    };
    let rows = rows(&app, &visitor, &past.items).await?;
    let last = queue::last_action(&app, &visitor, "/moderation").await?;
    show(&Page { last, rows, pager, chrome: Chrome::of(&app, &visitor).await? })
}

async fn rows(
    app: &App,
    visitor: &Visitor,
    past: &[(Case, Option<Decision>)],
) -> Result<Vec<Row>, Fault> {
    let reader = Reader::of(visitor);
    let posts: Vec<_> = past.iter().filter_map(|(case, _)| case.subject.post()).collect();
    let texts = stoa_threads::views::posts_by_ids(&app.db, &visitor.actor, &posts).await?;
    let mut named = Named::default();
    past.iter().for_each(|(_, made)| named.person(made.as_ref().map(|made| made.by)));
    let cast = Cast::of(&app.db, &visitor.actor, reader.w, named, false).await?;
    let (settings, typed) = (settings(app), Typed::default());
    let translated = Translated::default();
    let making = Making {
        app,
        translated: &translated,
        reader: &reader,
        actor: &visitor.actor,
        cast: &cast,
        told: None,
        settings: &settings,
        typed: &typed,
        back: "",
        skip: None,
        now: app.db.now(),
    };
    let mut rows = Vec::with_capacity(past.len());
    for (case, made) in past {
        let title = title(app, &reader, case, &texts).await?;
        rows.push(row(&making, case, made.as_ref(), title));
    }
    Ok(rows)
}

async fn title(
    app: &App,
    reader: &Reader,
    case: &Case,
    texts: &[PostCard],
) -> Result<String, Fault> {
    let city = match case.subject {
        Subject::City(id) => stoa_exchange::views::claim(&app.db, id).await?.map(|one| one.name),
        _ => None,
    };
    let text = texts.iter().find(|card| Some(card.post.id) == case.subject.post());
    Ok(words::title(reader.w, case.subject, text, city.as_deref()))
}

fn row(making: &Making<'_>, case: &Case, made: Option<&Decision>, title: String) -> Row {
    let w = making.reader.w;
    let standing = made.filter(|made| made.undone_at.is_none());
    let action = standing.map(|made| LogAction::Made(made.act));
    let at = case.decided_at.unwrap_or(case.opened_at);
    let closed = case.state == stoa_moderation::CaseState::Closed;
    let (colour, done) = match action.filter(|_| !closed) {
        Some(action) => (words::colour(action), words::done(w, action)),
        None => ("off", w.say("moderation-did-closed")),
    };
    let standing = standing.filter(|_| !closed);
    Row {
        href: format!("/moderation/cases/{}", case.id),
        at: DayView::of(at.timestamp(), &w),
        kind: words::kind(w, case.kind()),
        colour,
        done,
        reason: standing.and_then(|made| made.reason).map(|reason| words::reason(w, reason)),
        by: standing.map(|made| making.cast.name(Some(made.by))),
        undo: standing.and_then(|made| undo(making, case, made, &title)),
        title,
    }
}

/// Offered here is what the row shows to have been decided; the verb judges again.
fn undo(making: &Making<'_>, case: &Case, made: &Decision, title: &str) -> Option<UndoView> {
    let w = making.reader.w;
    let own = case.author.is_some_and(|author| making.actor.is(author));
    let who = case.space.map_or_else(|| making.actor.who(), |space| making.actor.who_in(space));
    let key = undo_words(making, made, who.administers()).filter(|_| !own)?;
    let named = match made.act {
        Act::Decline | Act::Agree => w.a("moderation-restore-named", "title", title),
        Act::Approve | Act::Revise | Act::Disagree | Act::Ignore => {
            w.a("moderation-undo-named", "title", title)
        }
    };
    Some(UndoView { reference: made.reference.clone(), key, named })
}
