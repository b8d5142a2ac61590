//! A thread: what is read for it, and how it becomes a page.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use stoa_kernel::ids::{DraftId, PostId, ThreadId};
use stoa_kernel::policy::{Action, Sight};
use stoa_kernel::{Fault, Limit, Reads, Time};
use stoa_render::prose;
use stoa_threads::conversations::Person;
use stoa_threads::tending::slow_until;
use stoa_threads::views::{self, PostView, SpaceView, ThreadView};
use stoa_threads::{POSTS_A_PAGE, page_of};

use super::beside;
use super::conversations::{self, People};
use super::head::Head;
use super::learned::{Study, StudyView};
use super::polls::Polls;
use super::posts::{self, Around, Fate, Item};
use super::rows::{self, number_address, page_address};
use super::similar::{self, Like};
use super::summary::{self, Ways};
use super::tend::Tending;
use super::told::{self, Told};
use super::words::{self, Reader};
use super::{adoption, compose, joined, kept, pace};
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::marks::Colonnade;
use crate::pages::parts::{
    self, Choice, ComposerView, Link, PagerView, PersonView, PlateView, Tongue,
};
use crate::pages::translated::Translated;

/// What an address of a thread may ask for; anything else is let be.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// Which page, from 1.
    pub(super) page: Option<i32>,
    /// The post to be answered.
    pub(super) reply: Option<PostId>,
    /// The post to be quoted.
    pub(super) quote: Option<PostId>,
    /// The draft to go on with.
    pub(super) draft: Option<DraftId>,
}

/// The accepted answer, told beside the question.
pub(super) struct Answer {
    after: usize,
    author: PersonView,
    excerpt: String,
    language: Option<Tongue>,
    href: String,
}

#[derive(Template)]
#[template(path = "threads/show.html")]
struct Page {
    chrome: Chrome,
    crumbs: Vec<Link>,
    head: Head,
    refused: Option<String>,
    items: Vec<Item>,
    held: Vec<Item>,
    fresh: Option<(usize, String)>,
    answer: Option<Answer>,
    pager: PagerView,
    composer: Option<ComposerView>,
    composing: String,
    hint: Option<String>,
    elsewhere: Option<Link>,
    closed: String,
    strip: Colonnade,
    since: (String, String),
    cities: Vec<(PlateView, String)>,
    levels: Vec<Choice>,
    keys: Vec<(String, String)>,
    /// Numbers of this page whose posts stand in another thread now.
    gone: Vec<(i32, Link)>,
    tending: Option<Tending>,
    told: Option<Told>,
    /// What stands on top, where it is written and taken away.
    summary: Option<Box<parts::PostView>>,
    summing: Ways,
    study: StudyView,
    related: Vec<Like>,
    /// A long thread has a table of its posts.
    table: bool,
    /// When the clock closes it or opens it again.
    timed: Option<String>,
    /// How often everybody may write here, and from when the reader may.
    slow: Option<String>,
    /// Whom a conversation is between.
    people: Option<People>,
}

/// `/t/{id}`: on to the whole address; a thread that was taken away has no other.
pub(super) async fn by_id(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    if thread.summary.slug.is_empty() {
        return whole(&app, &visitor, thread, &asked).await;
    }
    Ok(moved(&visitor, &posts::thread_address(&thread)))
}

/// `/t/{id}/{slug}`.
pub(super) async fn by_slug(
    Shared(app): Shared<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path((id, slug)): Path<(ThreadId, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let Some(key) = kept::key(&visitor, &headers) else {
        let thread = views::thread(&app.db, &visitor.actor, id).await?;
        return shown(&app, &visitor, thread, &slug, &asked).await;
    };
    // Taken before anything is read: what changes meanwhile makes the page old at once.
    let generation = kept::generation(&app, id).await?;
    if let Some(ready) = app.pages.find(&key.name, generation) {
        return Ok(kept::answer(&ready, &headers));
    }
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    let fresh = shown(&app, &visitor, thread, &slug, &asked).await?;
    kept::keep(&app, key, generation, fresh, &headers).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    thread: ThreadView,
    slug: &str,
    asked: &Asked,
) -> Result<Response, Refusal> {
    let own = &thread.summary.slug;
    if own.as_str() != slug {
        return Ok(moved(visitor, &posts::thread_address(&thread)));
    }
    whole(app, visitor, thread, asked).await
}

/// On to where the thread is (308), with what the address asked for.
fn moved(visitor: &Visitor, to: &str) -> Response {
    let query = visitor.path.split_once('?').map(|(_, query)| format!("?{query}"));
    let to = format!("{to}{}", query.unwrap_or_default());
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    if let Ok(value) = HeaderValue::from_str(&to) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

async fn whole(
    app: &App,
    visitor: &Visitor,
    thread: ThreadView,
    asked: &Asked,
) -> Result<Response, Refusal> {
    let pages = thread.summary.pages();
    let page = asked.page.unwrap_or(1);
    if page < 1 || page > pages {
        return Err(
            Refusal::not_found().towards(posts::thread_address(&thread), "threads-way-thread")
        );
    }
    let gone = thread.summary.sight <= Sight::Placeholder;
    let status = if gone { StatusCode::GONE } else { StatusCode::OK };
    let start = compose::start(app, visitor, &thread, asked).await?;
    rendered(app, visitor, thread, page, start, status).await
}

/// The page with what is in the composer: also after a refusal or a preview.
pub(super) async fn rendered(
    app: &App,
    visitor: &Visitor,
    thread: ThreadView,
    page: i32,
    start: compose::Start,
    status: StatusCode,
) -> Result<Response, Refusal> {
    let read = Read::of(app, visitor, &thread, page).await?;
    let chrome = Chrome::of(app, visitor).await?.with_live();
    let built = Building { app, visitor, thread: &thread, page, read: &read };
    let html = built.page(chrome, start).render()?;
    Ok((status, Html(html)).into_response())
}

/// What one page of a thread is made of.
pub(super) struct Read {
    pub(super) reader: Reader,
    pub(super) posts: Vec<PostView>,
    held: Vec<PostView>,
    accepted: Option<PostView>,
    fate: Fate,
    cast: Cast,
    pub(super) translated: Translated,
    polls: Polls,
    gone: Vec<(i32, Link)>,
    spaces: Vec<SpaceView>,
    people: Vec<Person>,
    related: Vec<Like>,
    summary: Option<PostView>,
    study: Study,
    /// From when the reader may write here, in slow mode.
    slow_until: Option<Time>,
}

impl Read {
    async fn of(
        app: &App,
        visitor: &Visitor,
        thread: &ThreadView,
        page: i32,
    ) -> Result<Self, Fault> {
        let (db, actor, id) = (&app.db, &visitor.actor, thread.summary.id);
        let after = (page - 1) * POSTS_A_PAGE;
        let posts = on_page(views::posts(db, actor, id, after, Limit::PAGE).await?.items, page);
        let last = page == thread.summary.pages();
        let held = if last { views::held(db, actor, id).await? } else { Vec::new() };
        let accepted = accepted_elsewhere(app, visitor, thread, page).await?;
        let fate = Fate::of(app, visitor, thread, &posts, &held).await?;
        let mut named = named(visitor, thread, &posts, &held, accepted.as_ref());
        let people = conversations::read(app, visitor, thread).await?;
        conversations::name(&mut named, &people);
        let study = Study::of(app, visitor, thread, &posts, page).await?;
        study.name(&mut named);
        let titles = std::iter::once(&thread.summary).chain(study.threads());
        let reader = Reader::of(visitor).with_titles(db, actor, titles).await?;
        let summary = summary::of(app, visitor, thread, page).await?;
        posts::name(&mut named, summary.as_slice());
        let all = posts.iter().chain(&held).chain(&summary).chain(study.words());
        let translated = Translated::of(app, actor, &reader, posts::place(thread), all).await?;
        translated.name(&mut named);
        let polls = Polls::of(app, actor, &posts).await?;
        polls.name(&mut named);
        let cast = Cast::of(db, actor, reader.w, named, !people.is_empty()).await?;
        let cast = cast.within(&app.instance.secret, thread.summary.id);
        let gone = joined::gone(app, visitor, thread, page, posts.len()).await?;
        let tends = visitor.actor.may_in(thread.summary.space, Action::Tend).is_ok();
        let spaces = if tends { views::spaces(db, actor).await? } else { Vec::new() };
        let (space, slow) = (thread.summary.space, thread.slow);
        let slow_until = slow_until(db, actor, id, space, slow).await?;
        let related = similar::related(app, visitor, &thread.summary).await?;
        Ok(Self {
            reader,
            posts,
            held,
            accepted,
            fate,
            cast,
            translated,
            polls,
            gone,
            spaces,
            people,
            related,
            summary,
            study,
            slow_until,
        })
    }
}

/// Posts whose numbers belong to a page: where some went elsewhere, the next ones do not move up,
/// or addresses of pages would lead to other posts than before.
pub(super) fn on_page(mut posts: Vec<PostView>, page: i32) -> Vec<PostView> {
    posts.retain(|post| post.number.is_some_and(|number| page_of(number) <= page));
    posts
}

/// The accepted answer, when the question is on this page and the answer on another.
async fn accepted_elsewhere(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    page: i32,
) -> Result<Option<PostView>, Fault> {
    let far = thread.summary.accepted_number.is_some_and(|number| page_of(number) != page);
    let Some(post) = thread.summary.accepted.filter(|_| page == 1 && far) else { return Ok(None) };
    let found = views::posts_by_ids(&app.db, &visitor.actor, &[post]).await?;
    Ok(found.into_iter().next().map(|card| card.post))
}

/// Notes whom and which cities a page of posts names.
pub(super) fn named(
    visitor: &Visitor,
    thread: &ThreadView,
    shown: &[PostView],
    held: &[PostView],
    accepted: Option<&PostView>,
) -> Named {
    let mut named = Named::default();
    rows::name(&mut named, std::slice::from_ref(&thread.summary));
    posts::name(&mut named, shown);
    posts::name(&mut named, held);
    named.person(accepted.and_then(|post| post.author));
    named.city(accepted.and_then(|post| post.city));
    named.person(thread.accepted_by);
    named.city(visitor.me.as_ref().and_then(|me| me.city));
    named
}

/// Everything at hand from which the page is put together.
pub(super) struct Building<'a> {
    pub(super) app: &'a App,
    pub(super) visitor: &'a Visitor,
    pub(super) thread: &'a ThreadView,
    pub(super) page: i32,
    pub(super) read: &'a Read,
}

impl Building<'_> {
    fn page(&self, chrome: Chrome, start: compose::Start) -> Page {
        let around = Around {
            reader: &self.read.reader,
            cast: &self.read.cast,
            thread: self.thread,
            page: self.page,
            who: self.visitor.actor.who_in(self.thread.summary.space),
            fate: &self.read.fate,
            app: self.app,
            translated: &self.read.translated,
            polls: &self.read.polls,
            learned: &self.read.study.learned,
            city: adoption::speaks_for(self.visitor.me.as_ref()).ok(),
            now: self.app.db.now(),
        };
        let head = self.head();
        let mut place =
            compose::place(self.app, self.visitor, self.thread, &self.read.cast, head.end, start);
        if conversations::alone(self.visitor, &self.read.people) {
            place.composer = None;
            place.closed = chrome.w.say("threads-conversation-alone");
        }
        Page {
            crumbs: self.crumbs(),
            items: self.read.posts.iter().map(|post| around.item(post)).collect(),
            held: self.read.held.iter().map(|post| around.item(post)).collect(),
            fresh: self.fresh(),
            answer: self.answer(),
            pager: self.pager(),
            refused: place.refused,
            composer: place.composer,
            composing: place.title,
            hint: place.hint,
            elsewhere: place.elsewhere,
            closed: place.closed,
            strip: rows::strip(&self.thread.summary, &self.read.cast, &self.read.reader).large(),
            since: beside::since(self.thread, chrome.w),
            cities: beside::cities(self.thread, &self.read.cast, chrome.w),
            levels: words::level_choices(chrome.w, self.thread.summary.level),
            keys: words::keys(chrome.w),
            gone: self.read.gone.clone(),
            told: self.told(&head.canonical),
            summary: self.read.summary.as_ref().and_then(|post| summary::shown(&around, post)),
            study: self.read.study.shown(&around, self.visitor),
            summing: Ways::of(self.visitor, self.thread, self.read.summary.as_ref()),
            related: self.read.related.clone(),
            table: self.thread.summary.pages() > 1,
            timed: pace::timed(self.visitor, self.thread),
            slow: pace::slow(self.visitor, self.thread, self.read.slow_until),
            tending: Tending::of(self.visitor, self.thread, &self.read.spaces),
            people: conversations::shown(self.visitor, &self.read.cast, &self.read.people),
            head,
            chrome,
        }
    }

    /// What programs are told that read pages: they come as guests.
    fn told(&self, url: &str) -> Option<Told> {
        if self.visitor.me.is_some() {
            return None;
        }
        let here = self.read.posts.iter().find(|post| post.accepted);
        let answer = here.or(self.read.accepted.as_ref());
        told::told(self.thread, &self.read.posts, answer, &self.read.cast, url)
    }

    /// Where what is new begins on this page, and how much of it there is, in words.
    fn fresh(&self) -> Option<(usize, String)> {
        let thread = &self.thread.summary;
        let read = thread.read.filter(|_| thread.unread > 0)?;
        let first = |post: &PostView| post.number.is_some_and(|number| number > read);
        let at = self.read.posts.iter().position(first)?;
        let begins = at > 0 || page_of(read + 1) == self.page;
        let said = self.read.reader.w.n("chrome-post-fresh", thread.unread);
        begins.then_some((at, said))
    }

    /// Not when the answer is the very next post.
    fn answer(&self) -> Option<Answer> {
        let thread = &self.thread.summary;
        let number = thread.accepted_number.filter(|number| self.page == 1 && *number > 2)?;
        let here = self.read.posts.iter().find(|post| post.accepted);
        let post = here.or(self.read.accepted.as_ref()).filter(|post| !post.blocked)?;
        Some(Answer {
            after: 0,
            author: self.read.cast.person(post.author, post.city),
            excerpt: prose::excerpt(&prose::own_words(&post.html), 240),
            language: self.read.reader.tongue(&post.language),
            href: number_address(thread.id, &thread.slug, number),
        })
    }

    fn pager(&self) -> PagerView {
        let (thread, pages) = (&self.thread.summary, self.thread.summary.pages());
        let to = |page: i32| page_address(thread.id, &thread.slug, page);
        let numbers = [("page", self.page.into()), ("pages", pages.into())];
        PagerView {
            previous: (self.page > 1).then(|| to(self.page - 1)),
            next: (self.page < pages).then(|| to(self.page + 1)),
            position: self.read.reader.w.with("threads-position", &numbers),
        }
    }
}
