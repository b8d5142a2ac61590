//! `/`: for a guest what this is, for a member what waits for him, in the order of obligation.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use stoa_accounts::Me;
use stoa_digests::model::{Notice, Why};
use stoa_kernel::ids::PostId;
use stoa_kernel::{Fault, Limit, Reads};
use stoa_threads::drafts::{self, Draft, Slot};
use stoa_threads::views::{self, Filter, Order, PostCard, SpaceView, ThreadSummary, Waiting};
use stoa_threads::{Level, ThreadKind};

use super::rows::{self, Beside};
use super::spaces::{Door, doors};
use super::words::{self, Reader};
use crate::app::App;
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::marks::Colonnade;
use crate::pages::parts::{DayView, Link, PlateView, ThreadRow, Tongue};
use crate::pages::show;

/// The most lines under "for you", and threads in each list.
const LINES: usize = 8;
const EACH: u64 = 6;
const FACING: u64 = 4;

/// Something that asks for the member: a line under "for you".
struct Line {
    day: DayView,
    href: String,
    words: String,
    /// The thread it is about.
    title: String,
    language: Option<Tongue>,
    plate: Option<PlateView>,
    waits: bool,
}

/// A need or an offer in a facing column.
struct Facing {
    href: String,
    title: String,
    language: Option<Tongue>,
    plate: Option<PlateView>,
    name: String,
}

#[derive(Template)]
#[template(path = "threads/home.html")]
struct Page {
    chrome: Chrome,
    doors: Vec<Door>,
    day: String,
    title: String,
    begin: Vec<Link>,
    lines: Vec<Line>,
    first: Option<String>,
    follows: Vec<ThreadRow>,
    needs: Vec<Facing>,
    offers: Vec<Facing>,
    open: Vec<ThreadRow>,
    newest: Vec<ThreadRow>,
    example: Colonnade,
}

/// `GET /`.
pub(super) async fn page(Shared(app): Shared<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let read = Read::of(&app, &visitor).await?;
    let chrome = Chrome::of(&app, &visitor).await?;
    show(&read.page(&app, &visitor, chrome))
}

/// What the page is made of.
struct Read {
    reader: Reader,
    spaces: Vec<SpaceView>,
    own: Own,
    unread: Vec<ThreadSummary>,
    needs: Vec<ThreadSummary>,
    offers: Vec<ThreadSummary>,
    open: Vec<ThreadSummary>,
    newest: Vec<ThreadSummary>,
    cast: Cast,
}

/// What concerns the member alone.
#[derive(Default)]
struct Own {
    returned: Vec<Draft>,
    waiting: Vec<Waiting>,
    notices: Vec<(Notice, Option<PostCard>)>,
    /// Nobody has opened a thread for his city yet.
    first: bool,
}

impl Own {
    async fn of(app: &App, visitor: &Visitor) -> Result<Self, Fault> {
        let Some(me) = visitor.me.as_ref() else { return Ok(Self::default()) };
        let (db, actor) = (&app.db, &visitor.actor);
        let mut returned = drafts::list(db, actor).await?;
        returned.retain(|draft| matches!(draft.slot, Slot::Returned(_)));
        Ok(Self {
            returned,
            waiting: views::waiting(db, actor).await?,
            notices: notices(app, visitor).await?,
            first: is_first(app, visitor, me).await?,
        })
    }
}

async fn is_first(app: &App, visitor: &Visitor, me: &Me) -> Result<bool, Fault> {
    let Some(city) = me.city else { return Ok(false) };
    let filter = Filter { city: Some(city), ..Filter::default() };
    Ok(views::count(&app.db, &visitor.actor, &filter).await? == 0)
}

/// Unread notices with the posts they tell of; what the member follows stands in a list of its own.
async fn notices(app: &App, visitor: &Visitor) -> Result<Vec<(Notice, Option<PostCard>)>, Fault> {
    let page = stoa_digests::notices::inbox(&app.db, &visitor.actor, Limit::PAGE, None).await?;
    let mut notices = page.items;
    notices.retain(|one| !one.read && words_of(one.why).is_some());
    notices.truncate(LINES);
    let ids: Vec<PostId> = notices.iter().filter_map(|one| one.post).collect();
    let cards = views::posts_by_ids(&app.db, &visitor.actor, &ids).await?;
    let card = |one: &Notice| cards.iter().find(|card| Some(card.post.id) == one.post).cloned();
    Ok(notices.into_iter().map(|one| (card(&one), one)).map(|(card, one)| (one, card)).collect())
}

/// The sentence of a notice; `None` for what is only followed.
fn words_of(why: Why) -> Option<&'static str> {
    match why {
        Why::Mentioned => Some("threads-home-mentioned"),
        Why::Quoted => Some("threads-home-quoted"),
        Why::Replied => Some("threads-home-replied"),
        Why::Conversation => Some("threads-home-conversation"),
        Why::Removed => Some("threads-home-removed"),
        Why::YourThread => Some("threads-home-your-thread"),
        Why::Reminder => Some("threads-home-reminder"),
        Why::Trial => Some("threads-home-trial"),
        Why::Asked => Some("threads-home-asked"),
        Why::CohortEnded => Some("threads-home-cohort-ended"),
        Why::PollClosed => Some("threads-home-poll-closed"),
        Why::Accepted => Some("threads-home-accepted"),
        Why::Approved => Some("threads-home-approved"),
        Why::Revise => Some("threads-home-revise"),
        // A declined text stands among the drafts given back.
        Why::Declined
        | Why::Unsent
        | Why::ReportKept
        | Why::ReportRemoved
        | Why::ReportGone
        | Why::WatchesThread
        | Why::WatchesSpace
        | Why::WatchesCity
        | Why::WatchesTheme
        | Why::WatchesPerson => None,
    }
}

impl Read {
    async fn of(app: &App, visitor: &Visitor) -> Result<Self, Fault> {
        let (db, actor) = (&app.db, &visitor.actor);
        let (each, facing) = (Limit::parse(Some(EACH))?, Limit::parse(Some(FACING))?);
        let own = Own::of(app, visitor).await?;
        let unread = views::unread(db, actor, each).await?;
        let needs = others(app, visitor, ThreadKind::Need, facing).await?;
        let offers = others(app, visitor, ThreadKind::Offer, facing).await?;
        let unreplied = Filter { unreplied: true, ..of_kind(ThreadKind::Question) };
        let mut open = views::list(db, actor, &unreplied, each, None).await?.items;
        open.retain(|thread| !thread.own);
        let mut newest = views::list(db, actor, &Filter::default(), Limit::PAGE, None).await?.items;
        let told = |id| unread.iter().chain(&open).any(|thread: &ThreadSummary| thread.id == id);
        newest.retain(|thread| !told(thread.id));
        newest.truncate(usize::try_from(EACH).unwrap_or(LINES));
        let mut named = Named::default();
        for list in [&unread, &needs, &offers, &open, &newest] {
            rows::name(&mut named, list);
        }
        name(&mut named, visitor, &own);
        let all = [&unread, &needs, &offers, &open, &newest].into_iter().flatten();
        let reader = Reader::of(visitor).with_titles(db, actor, all).await?;
        let cast = Cast::of(db, actor, reader.w, named, false).await?;
        let spaces = views::spaces(db, actor).await?;
        Ok(Self { reader, spaces, own, unread, needs, offers, open, newest, cast })
    }

    fn page(&self, app: &App, visitor: &Visitor, chrome: Chrome) -> Page {
        let w = chrome.w;
        let row = |thread: &ThreadSummary, why: Option<String>| {
            rows::row(thread, &self.cast, &self.reader, Beside { space: true, kind: true }, why)
        };
        let follows = self.unread.iter().map(|thread| row(thread, Some(self.why(thread))));
        let open =
            self.open.iter().map(|thread| row(thread, Some(w.say("threads-why-unanswered"))));
        Page {
            doors: doors(&self.spaces, &self.reader, ""),
            day: w.date(app.db.now().timestamp(), &visitor.zone),
            title: self.title(visitor),
            begin: words::kinds().map(|kind| begin(w, kind)).collect(),
            lines: self.lines(),
            first: self.first(visitor),
            follows: follows.collect(),
            needs: self.facing(visitor, &self.needs),
            offers: self.facing(visitor, &self.offers),
            open: open.collect(),
            newest: self.newest.iter().map(|thread| row(thread, None)).collect(),
            example: rows::example(&self.reader),
            chrome,
        }
    }

    fn title(&self, visitor: &Visitor) -> String {
        let w = self.reader.w;
        let Some(me) = visitor.me.as_ref() else { return w.say("threads-home-guest") };
        match self.cast.plate(me.city) {
            Some(city) => w.a("threads-home-city", "city", city.name),
            None => w.say("threads-home-across"),
        }
    }

    /// Said to the first person of a city, until somebody has opened a thread for it.
    fn first(&self, visitor: &Visitor) -> Option<String> {
        let me = visitor.me.as_ref().filter(|_| self.own.first)?;
        let city = self.cast.plate(me.city)?;
        Some(self.reader.w.a("threads-home-first", "city", city.name))
    }

    /// Why a thread is among what the member follows.
    fn why(&self, thread: &ThreadSummary) -> String {
        let key = match (thread.own, thread.level) {
            (true, _) => "threads-why-yours",
            (false, Some(Level::Watching | Level::Tracking)) => "threads-why-follow",
            (false, _) => "threads-why-read",
        };
        self.reader.w.say(key)
    }

    /// Texts given back first, then what waits, then what others wrote to the member.
    fn lines(&self) -> Vec<Line> {
        let returned = self.own.returned.iter().map(|draft| self.returned(draft));
        let waiting = self.own.waiting.iter().take(LINES).map(|one| self.waiting(one));
        let told = self.own.notices.iter().filter_map(|(one, card)| self.told(one, card.as_ref()));
        returned.chain(told).chain(waiting).take(2 * LINES).collect()
    }

    fn returned(&self, draft: &Draft) -> Line {
        Line {
            day: self.day(draft.updated_at),
            href: "/drafts".to_owned(),
            words: self.reader.w.say("threads-home-returned"),
            title: draft.title.clone(),
            language: None,
            plate: None,
            waits: true,
        }
    }

    fn waiting(&self, one: &Waiting) -> Line {
        Line {
            day: self.day(one.since),
            href: format!("/p/{}", one.post),
            words: self.reader.w.say("threads-home-waits"),
            title: one.title.clone(),
            language: None,
            plate: None,
            waits: true,
        }
    }

    fn told(&self, one: &Notice, card: Option<&PostCard>) -> Option<Line> {
        let name = self.cast.name(one.by.or(card.and_then(|card| card.post.author)));
        let post = one.post?;
        let own = one.why.of_a_decision() || one.why == Why::Accepted;
        let city = card.and_then(|card| card.post.city).filter(|_| !own);
        Some(Line {
            day: self.day(one.at),
            href: format!("/p/{post}"),
            words: self.reader.w.a(words_of(one.why)?, "name", name),
            title: card.and_then(|card| card.title.clone()).unwrap_or_default(),
            language: card.and_then(|card| self.reader.tongue(&card.title_language)),
            plate: self.cast.plate(city),
            waits: one.why == Why::Revise,
        })
    }

    fn day(&self, at: stoa_kernel::Time) -> DayView {
        DayView::of(at.timestamp(), &self.reader.w)
    }

    /// The other side first: what one's own side needs, one's neighbours see anyway.
    fn facing(&self, visitor: &Visitor, threads: &[ThreadSummary]) -> Vec<Facing> {
        let own = visitor.me.as_ref().and_then(|me| me.city);
        let side = self.cast.mission(own);
        let mut sorted: Vec<&ThreadSummary> = threads.iter().collect();
        sorted.sort_by_key(|thread| own.is_some() && self.cast.mission(thread.city) == side);
        sorted.into_iter().map(|thread| self.column(thread)).collect()
    }

    fn column(&self, thread: &ThreadSummary) -> Facing {
        Facing {
            href: rows::resume(thread),
            title: thread.title.clone().unwrap_or_default(),
            language: self.reader.tongue(&thread.language),
            plate: self.cast.plate(thread.city),
            name: self.cast.name(thread.author),
        }
    }
}

/// What others need or offer: one's own stand among what one follows.
async fn others(
    app: &App,
    visitor: &Visitor,
    kind: ThreadKind,
    most: Limit,
) -> Result<Vec<ThreadSummary>, Fault> {
    let page = views::list(&app.db, &visitor.actor, &of_kind(kind), most, None).await?;
    Ok(page.items.into_iter().filter(|thread| !thread.own).collect())
}

fn of_kind(kind: ThreadKind) -> Filter {
    Filter { kinds: vec![kind], answered: Some(false), order: Order::Newest, ..Filter::default() }
}

fn begin(w: stoa_render::Words, kind: ThreadKind) -> Link {
    Link::new(format!("/new?kind={}", kind.name()), words::begin(w, kind))
}

fn name(named: &mut Named, visitor: &Visitor, own: &Own) {
    named.city(visitor.me.as_ref().and_then(|me| me.city));
    for (notice, card) in &own.notices {
        named.person(notice.by);
        named.person(card.as_ref().and_then(|card| card.post.author));
        named.city(card.as_ref().and_then(|card| card.post.city));
    }
}
