//! Moderators keep threads in order: forms of the thread's page, and the page on which replies
//! are chosen that become a thread of their own.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use serde::Deserialize;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::policy::Action;
use stoa_kernel::{Actor, Fault, Limit, Reads, Time, Tx};
use stoa_moderation::tending;
use stoa_render::{Words, prose};
use stoa_threads::tending::{Closing, SPANS, close_at};
use stoa_threads::views::{self, PostView, SpaceView, ThreadView};
use stoa_threads::{POSTS_A_PAGE, State, Title, threads};

use super::posts::thread_address;
use super::rows::number_address;
use super::show::on_page;
use super::words::Reader;
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::moments::{self, MomentView};
use crate::pages::parts::{Choice, Link, PersonView, Tongue};
use crate::pages::{go, show};

/// What the thread's page offers to its moderators.
pub(super) struct Tending {
    /// The thread.
    pub id: ThreadId,
    /// It takes no more replies.
    pub closed: bool,
    /// It stands first in its space.
    pub pinned: bool,
    /// Spaces it could be moved to: those the reader looks after, its own chosen.
    pub spaces: Vec<Choice>,
    /// It has replies that could become a thread of their own.
    pub parts: bool,
    /// Until when it could be closed.
    pub closing: MomentView,
    /// When it could close by itself, or will.
    pub timer: MomentView,
    /// How slow it could be.
    pub slow: Vec<Choice>,
}

impl Tending {
    /// For the space's moderators, while the thread stands.
    pub(super) fn of(visitor: &Visitor, thread: &ThreadView, spaces: &[SpaceView]) -> Option<Self> {
        let summary = &thread.summary;
        visitor.actor.may_in(summary.space, Action::Tend).ok()?;
        let locale = visitor.locale.code();
        let tends = |space| visitor.actor.may_in(space, Action::Tend).is_ok();
        let choice = |space: &SpaceView| {
            Choice::new(space.slug.clone(), space.names.say(locale), &summary.space_slug)
        };
        (summary.state == State::Published).then(|| Self {
            id: summary.id,
            closed: summary.closed,
            pinned: summary.pinned,
            spaces: spaces.iter().filter(|space| tends(space.id)).map(choice).collect(),
            parts: summary.posts > 1,
            closing: closing(visitor),
            timer: timer(visitor, thread),
            slow: slow_choices(visitor, thread),
        })
    }
}

fn closing(visitor: &Visitor) -> MomentView {
    let label = visitor.words().say("threads-tend-opens");
    MomentView::of(visitor, "closing", label, "threads-tend-opens-never", None)
}

fn timer(visitor: &Visitor, thread: &ThreadView) -> MomentView {
    let label = visitor.words().say("threads-tend-timer");
    MomentView::of(visitor, "timer", label, "threads-tend-timer-never", thread.closes_at)
}

fn slow_choices(visitor: &Visitor, thread: &ThreadView) -> Vec<Choice> {
    let w = visitor.words();
    let now = thread.slow.map(|span| span.as_secs().to_string()).unwrap_or_default();
    let none = Choice::new("", w.say("threads-slow-off"), &now);
    let spans = SPANS.iter().map(|span| Choice::new(span.to_string(), slowness(w, *span), &now));
    std::iter::once(none).chain(spans).collect()
}

/// "Every 15 minutes", from seconds.
pub(super) fn slowness(w: Words, seconds: i32) -> String {
    let minutes = i64::from(seconds) / 60;
    if minutes < 60 {
        w.n("threads-slow-minutes", minutes)
    } else {
        w.n("threads-slow-hours", minutes / 60)
    }
}

/// `on`: what the thread is to be; `when` and `at`: until when.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Switch {
    on: String,
    when: String,
    at: String,
}

impl Switch {
    fn moment(&self, app: &App, visitor: &Visitor) -> Result<Option<Time>, Fault> {
        moments::read(&visitor.zone, app.db.now(), &self.when, &self.at)
    }

    fn closing(&self, app: &App, visitor: &Visitor) -> Result<Closing, Fault> {
        if self.on == "false" {
            return Ok(Closing::Open);
        }
        Ok(self.moment(app, visitor)?.map_or(Closing::ForGood, Closing::Until))
    }
}

/// `POST /threads/{id}/close`.
pub(super) async fn close(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Switch>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let (actor, how) = (&visitor.actor, form.fields.closing(&app, &visitor)?);
    app.db.write(async |tx: &mut Tx| tending::close(tx, actor, id, how).await).await?;
    let open = how == Closing::Open;
    Ok(go(&format!("/t/{id}"), Some(if open { "flash-reopened" } else { "flash-closed" })))
}

/// `POST /threads/{id}/timer`: it closes by itself then, or does not.
pub(super) async fn set_timer(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Switch>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let (actor, at) = (&visitor.actor, form.fields.moment(&app, &visitor)?);
    app.db.write(async |tx: &mut Tx| close_at(tx, actor, id, at).await).await?;
    let flash = if at.is_some() { "flash-timer" } else { "flash-timer-off" };
    Ok(go(&format!("/t/{id}"), Some(flash)))
}

/// How slow.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Slow {
    every: String,
}

/// `POST /threads/{id}/slow`.
pub(super) async fn slow(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Slow>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let every = match form.fields.every.as_str() {
        "" => None,
        // What is no number is none of the spans that are offered.
        typed => Some(typed.parse().unwrap_or(0)),
    };
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| tending::slow(tx, actor, id, every).await).await?;
    let flash = if every.is_some() { "flash-slow" } else { "flash-slow-off" };
    Ok(go(&format!("/t/{id}"), Some(flash)))
}

/// `POST /threads/{id}/pin`.
pub(super) async fn pin(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Switch>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let (actor, on) = (&visitor.actor, form.fields.on != "false");
    app.db.write(async |tx: &mut Tx| tending::pin(tx, actor, id, on).await).await?;
    Ok(go(&format!("/t/{id}"), Some(if on { "flash-pinned" } else { "flash-unpinned" })))
}

/// Where to.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Goal {
    space: String,
    into: String,
}

/// The author of a thread, as somebody who looks for it.
pub async fn author(app: &App, actor: &Actor, thread: ThreadId) -> Result<Actor, Fault> {
    let author = threads::facts(&app.db, actor, thread).await?.author;
    let found = stoa_accounts::views::actor(&app.db, author).await?;
    Ok(found.unwrap_or_else(Actor::guest))
}

/// `POST /threads/{id}/move`.
pub(super) async fn relocate(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Goal>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    let space = views::space(&app.db, actor, &form.fields.space).await?.id;
    let author = &author(&app, actor, id).await?;
    app.db.write(async |tx: &mut Tx| tending::relocate(tx, actor, id, space, author).await).await?;
    Ok(go(&format!("/t/{id}"), Some("flash-moved")))
}

/// The thread that an address or an id names.
fn meant(typed: &str) -> Result<ThreadId, Fault> {
    let unknown = || Fault::invalid("into", "threads-merge-unknown");
    let typed = typed.trim();
    let name = typed.split("/t/").nth(1).unwrap_or(typed);
    let name = name.split(['/', '?', '#']).next().unwrap_or_default();
    name.parse().map_err(|_| unknown())
}

/// `POST /threads/{id}/merge`.
pub(super) async fn merge(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Goal>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    let back =
        |fault: Fault| Refusal::from(fault).towards(format!("/t/{id}"), "threads-way-thread");
    let into = meant(&form.fields.into).map_err(back)?;
    let author = &author(&app, actor, id).await?;
    let join = async |tx: &mut Tx| tending::join(tx, actor, id, into, author).await;
    let joined = app.db.write(join).await.map_err(back)?;
    Ok(go(&format!("/t/{}", joined.into), Some("flash-merged")))
}

/// A reply that can be chosen.
struct Line {
    id: String,
    number: i32,
    href: String,
    person: PersonView,
    excerpt: String,
    language: Option<Tongue>,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "threads/split.html")]
struct Split {
    chrome: Chrome,
    crumbs: Vec<Link>,
    id: ThreadId,
    title: String,
    lines: Vec<Line>,
    error: String,
    previous: Option<String>,
    next: Option<String>,
}

/// Which page of replies.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: i32,
}

/// `GET /threads/{id}/split`.
pub(super) async fn choose(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    show(
        &split_page(&app, &visitor, id, asked.page.max(1), &Chosen::default(), String::new())
            .await?,
    )
}

/// What was chosen; a box that is not ticked is not sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    post: Vec<String>,
    title: String,
    page: i32,
}

/// `POST /threads/{id}/split`.
pub(super) async fn split(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Chosen>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let chosen = form.fields;
    match parted(&app, &visitor, id, &chosen).await {
        Ok(new) => Ok(go(&format!("/t/{new}"), Some("flash-split"))),
        Err(Fault::Invalid(problems)) => {
            let w = visitor.words();
            let said = problems.0.iter().map(|problem| w.say(problem.key));
            let error = said.collect::<Vec<_>>().join(" ");
            let page = split_page(&app, &visitor, id, chosen.page.max(1), &chosen, error).await?;
            crate::pages::show_as(http::StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn parted(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    chosen: &Chosen,
) -> Result<ThreadId, Fault> {
    let title = Title::parse(&chosen.title)?;
    let posts: Result<Vec<PostId>, _> = chosen.post.iter().map(|id| id.parse()).collect();
    let posts = posts.map_err(|_| Fault::invalid("posts", "threads-split-elsewhere"))?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| tending::part(tx, actor, id, &posts, &title).await).await
}

async fn split_page(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    page: i32,
    chosen: &Chosen,
    error: String,
) -> Result<Split, Refusal> {
    let (db, actor) = (&app.db, &visitor.actor);
    let thread = views::thread(db, actor, id).await?;
    actor.may_in(thread.summary.space, Action::Tend)?;
    let after = (page - 1).saturating_mul(POSTS_A_PAGE);
    let posts = on_page(views::posts(db, actor, id, after, Limit::PAGE).await?.items, page);
    let reader = Reader::of(visitor);
    let mut named = Named::default();
    posts.iter().for_each(|post| {
        named.person(post.author);
        named.city(post.city);
    });
    let cast = Cast::of(db, actor, reader.w, named, false).await?;
    let parts = |post: &&PostView| !post.opening && post.state == State::Published;
    let line = |post: &PostView| line(&thread, post, &cast, &reader, chosen);
    let to = |page: i32| format!("/threads/{id}/split?page={page}");
    let name = thread.summary.title.clone().unwrap_or_default();
    Ok(Split {
        crumbs: vec![Link::new(thread_address(&thread), name)],
        id,
        title: chosen.title.clone(),
        lines: posts.iter().filter(parts).map(line).collect(),
        error,
        previous: (page > 1).then(|| to(page - 1)),
        next: (page < thread.summary.pages()).then(|| to(page + 1)),
        chrome: Chrome::of(app, visitor).await?,
    })
}

fn line(
    thread: &ThreadView,
    post: &PostView,
    cast: &Cast,
    reader: &Reader,
    chosen: &Chosen,
) -> Line {
    let number = post.number.unwrap_or_default();
    let id = post.id.to_string();
    Line {
        number,
        href: number_address(thread.summary.id, &thread.summary.slug, number),
        person: cast.person(post.author, post.city),
        excerpt: prose::excerpt(&prose::own_words(&post.html), 160),
        language: reader.tongue(&post.language),
        chosen: chosen.post.contains(&id),
        id,
    }
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_thread_is_named_by_its_address_or_its_id() {
        let id = "01hf7yg9s0f3aa62g8as55hsze";
        for typed in ["ID", " /t/ID ", "https://stoa.example/t/ID/soil?page=2#p21"] {
            assert_eq!(meant(&typed.replace("ID", id)).unwrap().to_string(), id);
        }
        assert!(meant("https://stoa.example/s/questions").is_err() && meant("").is_err());
    }
}
