//! What members do with posts, threads and spaces by one press.

use axum::extract::State as Shared;
use axum::response::Response;
use serde::Deserialize;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Fault, Tx};
use stoa_threads::reading::{self, Move};
use stoa_threads::subscriptions::{self, Target};
use stoa_threads::views;
use stoa_threads::{Body, Level, State, answers, marks, posts};

use super::rows::{anchor, page_address};
use super::send;
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::pages::{go, own_address, show};
use crate::readers::{self, Place};
use crate::submit::{self, Room, Typed};

/// `/p/{id}`: on to the post on its page (303). Also where an action's address is opened.
pub(super) async fn find(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    let there = views::locate(&app.db, &visitor.actor, id).await?;
    if there.number.is_none()
        && let Some(to) = given_back(&app, &visitor, id).await?
    {
        return Ok(go(&to, None));
    }
    let page = page_address(there.thread, &there.slug, there.page);
    let page = with_language(page, &visitor.path);
    Ok(go(&format!("{page}#{}", anchor(there.post, there.number)), None))
}

/// A text that was not published stands in no thread: its author has it among
/// his drafts, moderators with its case.
async fn given_back(app: &App, visitor: &Visitor, id: PostId) -> Result<Option<String>, Fault> {
    let facts = posts::facts(&app.db, &visitor.actor, id).await?;
    Ok(match (facts.state, visitor.actor.is(facts.author)) {
        (State::Declined, true) => Some("/drafts".to_owned()),
        (State::Declined, false) => Some(format!("/p/{id}/case")),
        _ => None,
    })
}

/// A language that was asked for in a shared link goes on with it.
fn with_language(address: String, asked: &str) -> String {
    let query = asked.split_once('?').map_or("", |(_, query)| query);
    match query.split('&').find(|pair| pair.starts_with("lang=")) {
        Some(pair) if address.contains('?') => format!("{address}&{pair}"),
        Some(pair) => format!("{address}?{pair}"),
        None => address,
    }
}

/// A thread's action that is opened instead of sent leads to the thread.
pub(super) async fn thread(Path(id): Path<ThreadId>) -> Response {
    go(&format!("/t/{id}"), None)
}

/// The same for a space's.
pub(super) async fn space(Path(slug): Path<String>) -> Response {
    go(&format!("/s/{}", crate::pages::encode(&slug)), None)
}

/// The same for what belongs to the home page.
pub(super) async fn home() -> Response {
    go("/", None)
}

/// `on`: whether the mark is to be there.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Switch {
    on: String,
}

/// `POST /p/{id}/useful`: on or off.
pub(super) async fn useful(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Switch>,
) -> Result<Response, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), now(&app))?;
    let (actor, on) = (&visitor.actor, form.fields.on != "false");
    app.db
        .write(async |tx: &mut Tx| match on {
            true => marks::useful(tx, actor, id).await,
            false => marks::not_useful(tx, actor, id).await,
        })
        .await?;
    Ok(go(&format!("/p/{id}"), Some(if on { "flash-marked" } else { "flash-unmarked" })))
}

/// `POST /p/{id}/wiki`: everybody may edit it, or its author alone.
pub(super) async fn wiki(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Switch>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let (actor, on) = (&visitor.actor, form.fields.on != "false");
    app.db.write(async |tx: &mut Tx| posts::wiki(tx, actor, id, on).await).await?;
    Ok(go(&format!("/p/{id}"), Some(if on { "flash-wiki" } else { "flash-wiki-off" })))
}

/// `POST /p/{id}/accept`: this is the answer.
pub(super) async fn accept(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db
        .write(async |tx: &mut Tx| {
            let thread = posts::facts(tx, actor, id).await?.place.thread;
            answers::accept(tx, actor, thread, id).await
        })
        .await?;
    Ok(go(&format!("/p/{id}"), Some("flash-accepted")))
}

/// `POST /p/{id}/unaccept`: it is not.
pub(super) async fn unaccept(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db
        .write(async |tx: &mut Tx| {
            let thread = posts::facts(tx, actor, id).await?.place.thread;
            answers::unaccept(tx, actor, thread).await
        })
        .await?;
    Ok(go(&format!("/p/{id}"), Some("flash-unaccepted")))
}

/// How far a thread was read.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Upto {
    number: i32,
}

/// `POST /threads/{id}/read`.
pub(super) async fn read(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Upto>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let (actor, number) = (&visitor.actor, form.fields.number);
    app.db
        .write(async |tx: &mut Tx| reading::mark(tx, actor, id, number, Move::Forward).await)
        .await?;
    Ok(go(&format!("/t/{id}"), Some("flash-read")))
}

/// Which threads are read now, and where to go on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Everything {
    space: String,
    next: String,
}

/// `POST /all-read`: every thread, or those of one space.
pub(super) async fn all_read(
    Shared(app): Shared<App>,
    visitor: Visitor,
    form: Form<Everything>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let space = match form.fields.space.as_str() {
        "" => None,
        slug => Some(views::space(&app.db, &visitor.actor, slug).await?.id),
    };
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| reading::mark_all(tx, actor, space).await).await?;
    Ok(go(own_address(&form.fields.next), Some("flash-read-all")))
}

/// How closely to follow.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Following {
    level: String,
}

impl Following {
    fn level(&self) -> Result<Level, Fault> {
        Level::parse(&self.level).ok_or_else(|| Fault::invalid("level", "threads-level-unknown"))
    }
}

/// `POST /threads/{id}/subscription`.
pub(super) async fn follow(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Following>,
) -> Result<Response, Refusal> {
    set(&app, &visitor, Target::Thread(id), &form.fields).await?;
    Ok(go(&format!("/t/{id}"), Some("flash-followed")))
}

/// `POST /s/{slug}/subscription`.
pub(super) async fn follow_space(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    form: Form<Following>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let space = views::space(&app.db, &visitor.actor, &slug).await?;
    set(&app, &visitor, Target::Space(space.id), &form.fields).await?;
    Ok(go(&format!("/s/{}", space.slug), Some("flash-followed")))
}

async fn set(
    app: &App,
    visitor: &Visitor,
    target: Target,
    form: &Following,
) -> Result<(), Refusal> {
    visitor.member()?;
    let (actor, level) = (&visitor.actor, form.level()?);
    app.db.write(async |tx: &mut Tx| subscriptions::set(tx, actor, target, level).await).await?;
    Ok(())
}

/// What is to be looked at before it is sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Look {
    body: String,
    language: String,
    space: String,
    thread: String,
}

#[derive(askama::Template)]
#[template(path = "threads/preview.html")]
struct Preview {
    html: stoa_render::SafeHtml,
    language: String,
    readers: Option<String>,
}

/// `POST /preview`: the text as it would stand there, for the script beside the text area.
pub(super) async fn preview(
    Shared(app): Shared<App>,
    visitor: Visitor,
    form: Form<Look>,
) -> Result<Response, Refusal> {
    let look = form.fields;
    let me = visitor.me()?;
    app.limits.count(Rate::Light, &me.id.to_string(), now(&app))?;
    let body = Body::parse(&look.body)?;
    let room = room(&app, &visitor, &look).await?;
    let own = &me.languages;
    let typed = Typed { body: &body, title: "", language: &look.language, own, around: "" };
    let made = submit::prepare(&app, &visitor.actor, room, typed).await?;
    let html = stoa_render::SafeHtml::sanitised_earlier(made.html);
    let thread: Option<ThreadId> = look.thread.parse().ok();
    let place = thread.map(Place::Thread).or(room.space.map(Place::Space));
    let readers = readers::told(&app, visitor.words(), me.id, place, &made.language).await?;
    show(&Preview { html, language: made.language, readers })
}

/// Where the text is to stand; nowhere yet is a place where only public posts may be quoted.
async fn room(app: &App, visitor: &Visitor, look: &Look) -> Result<Room, Fault> {
    if let Ok(thread) = look.thread.parse::<ThreadId>() {
        let place = stoa_threads::threads::facts(&app.db, &visitor.actor, thread).await?;
        return Ok(Room::of(place.space, place.facts.visibility).in_thread(thread));
    }
    send::room_of(app, visitor, &look.space).await
}

/// `/p/{id}/case`: on to the moderators' case about a post.
pub(super) async fn case(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let case = stoa_moderation::views::case_about(&app.db, &visitor.actor, id).await?;
    Ok(go(&format!("/moderation/cases/{case}"), None))
}

fn now(app: &App) -> stoa_kernel::Time {
    app.db.clock().now()
}
