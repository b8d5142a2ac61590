//! A question that nobody answered, as the page of whom it was put before: why just him, and where
//! he passes it on or lets it go.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_accounts::views::{actor, by_handles, cards};
use stoa_kernel::ids::{MemberId, ThreadId};
use stoa_kernel::{Actor, Fault, Tx};
use stoa_render::Words;
use stoa_threads::requests::{self, Outcome, Request};
use stoa_threads::views::{self, ThreadView};
use stoa_threads::{Direction, ThreadKind, conversations, themes};

use super::rows::address;
use super::word::handles;
use super::words::Reader;
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::pages::accounts::{Said, said};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Field, Link, Problem, Titled};
use crate::pages::{go, show_as};
use crate::sides;

/// Why just this reader is asked, in a sentence; and the thread that shows it, where it is there for
/// him.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn reason(
    app: &App,
    w: Words,
    actor: &Actor,
    request: &Request,
) -> Result<(String, Option<Link>), Fault> {
    let key = format!("threads-request-why-{}", request.reason.name());
    let theme = request.theme.as_deref().unwrap_or_default();
    let theme = themes::label(theme, w.locale().code()).to_owned();
    let name = match request.passed_by {
        Some(by) => cards(&app.db, &[by]).await?.remove(&by).filter(|card| !card.former),
        None => None,
    };
    let name = name.map_or_else(|| w.say("threads-person-former"), |card| card.name);
    let sentence = w.with(&key, &[("theme", theme.into()), ("name", name.into())]);
    let because = match request.because {
        Some(thread) => shown(app, actor, thread).await?,
        None => None,
    };
    Ok((sentence, because))
}

async fn shown(app: &App, actor: &Actor, thread: ThreadId) -> Result<Option<Link>, Fault> {
    match views::thread(&app.db, actor, thread).await {
        Ok(view) => {
            let title = view.summary.title.clone();
            Ok(title.map(|title| Link::new(address(thread, &view.summary.slug), title)))
        }
        Err(Fault::NotFound | Fault::Forbidden(_)) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// What the thread's page says to a reader before whom it was put: why just him.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn told(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
) -> Result<Option<String>, Fault> {
    let head = &thread.summary;
    // What was said much of was answered: the page of a long thread asks the database nothing.
    let few = head.posts <= 5 && head.accepted.is_none() && !head.closed;
    let waits = head.kind == ThreadKind::Question && few;
    if !waits || head.own || visitor.me.is_none() {
        return Ok(None);
    }
    let found = requests::request(&app.db, &visitor.actor, head.id).await?;
    let Some(request) = found.filter(|one| one.outcome.is_none()) else { return Ok(None) };
    if requests::waiting(&app.db, head.id).await?.is_none() {
        return Ok(None);
    }
    Ok(Some(reason(app, visitor.words(), &visitor.actor, &request).await?.0))
}

/// What the page of a request sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    to: String,
    act: String,
}

#[derive(Template)]
#[template(path = "threads/request.html")]
struct Page {
    chrome: Chrome,
    problems: Vec<Problem>,
    id: ThreadId,
    thread: String,
    title: Titled,
    why: String,
    because: Option<Link>,
    over: Option<String>,
    to: Field,
}

/// `GET /threads/{id}/request`.
pub(super) async fn page(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    rendered(&app, &visitor, id, &Typed::default(), (Said::default(), StatusCode::OK)).await
}

/// `POST /threads/{id}/request`.
pub(super) async fn answer(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let typed = form.fields;
    let done = match typed.act.as_str() {
        "decline" => let_go(&app, &visitor, id).await.map(|()| "flash-request-let-go"),
        _ => pass_on(&app, &visitor, id, &typed.to).await.map(|()| "flash-request-passed"),
    };
    match done {
        Ok(flash) => Ok(go(&format!("/t/{id}"), Some(flash))),
        Err(fault @ (Fault::Invalid(_) | Fault::TooSoon(_))) => {
            let (status, said) = said(&visitor, fault)?;
            rendered(&app, &visitor, id, &typed, (said, status)).await
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Lets the visitor's request go.
///
/// # Errors
/// As [`requests::decline`].
pub async fn let_go(app: &App, visitor: &Visitor, id: ThreadId) -> Result<(), Fault> {
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| requests::decline(tx, actor, id).await).await
}

/// Passes the visitor's request on to the member of a handle.
///
/// # Errors
/// As [`requests::pass_on`]; [`Fault::Invalid`] in field `to` for nobody, and for who cannot or does
/// not want to be asked: which of both is not told.
pub async fn pass_on(app: &App, visitor: &Visitor, id: ThreadId, to: &str) -> Result<(), Fault> {
    let me = visitor.actor.signed_in()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    // Whoever was not asked learns nothing of others here.
    requests::open(&app.db, &visitor.actor, id).await?;
    let named = handles(to);
    let [handle] = named.as_slice() else {
        return Err(Fault::invalid("to", "threads-request-one"));
    };
    let known = by_handles(&app.db, std::slice::from_ref(handle)).await?;
    let Some((to, _)) = known.get(handle) else {
        return Err(Fault::invalid("to", "threads-request-nobody"));
    };
    if !willing(app, (me, thread.summary.author), *to, id).await? {
        return Err(Fault::invalid("to", "threads-request-closed"));
    }
    let side = sides::of_members(app, &[*to]).await?.get(to).copied().unwrap_or(Direction::Neither);
    let (actor, to) = (&visitor.actor, *to);
    app.db.write(async |tx: &mut Tx| requests::pass_on(tx, actor, id, to, side).await).await
}

/// The member can answer there, wants to be asked, mutes nothing of it, and there is no block between
/// him and the two.
async fn willing(
    app: &App,
    (me, author): (MemberId, Option<MemberId>),
    to: MemberId,
    thread: ThreadId,
) -> Result<bool, Fault> {
    let Some(who) = actor(&app.db, to).await? else { return Ok(false) };
    for one in std::iter::once(me).chain(author).filter(|one| *one != to) {
        if !conversations::apart(&app.db, one, &[to]).await?.is_empty() {
            return Ok(false);
        }
    }
    if let Some(author) = author
        && requests::deaf(&app.db, thread, author).await?.contains(&to)
    {
        return Ok(false);
    }
    let wants = stoa_digests::preferences::not_to_be_asked(&app.db, &[to]).await?.is_empty();
    Ok(wants && requests::may_be_asked(&app.db, &who, thread).await?)
}

async fn rendered(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    typed: &Typed,
    (said, status): (Said, StatusCode),
) -> Result<Response, Refusal> {
    let (db, actor, w) = (&app.db, &visitor.actor, visitor.words());
    let thread = views::thread(db, actor, id).await?;
    let request = requests::request(db, actor, id).await?.ok_or(Fault::NotFound)?;
    let answered = requests::waiting(db, id).await?.is_none();
    let reader = Reader::of(visitor).with_titles(db, actor, [&thread.summary]).await?;
    let (why, because) = reason(app, w, actor, &request).await?;
    let page = Page {
        id,
        thread: address(id, &thread.summary.slug),
        title: reader.title(&thread.summary).0,
        why,
        because,
        over: over(w, request.outcome, answered),
        to: Field::text("to", w.say("threads-request-to"))
            .hint(w.say("threads-request-to-hint"))
            .value(typed.to.clone())
            .error(said.field("to")),
        problems: said.into_list(),
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}

/// Why there is nothing to do any more.
fn over(w: Words, outcome: Option<Outcome>, answered: bool) -> Option<String> {
    match (outcome, answered) {
        (Some(Outcome::Passed), _) => Some(w.say("threads-request-passed")),
        (Some(Outcome::Declined), _) => Some(w.say("threads-request-let-go")),
        (None, true) => Some(w.say("threads-request-answered")),
        (None, false) => None,
    }
}
