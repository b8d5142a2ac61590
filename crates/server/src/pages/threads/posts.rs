//! Posts as places of a thread page: what is shown of each, and what the reader may do with it.

use std::collections::HashMap;

use stoa_accounts::hours::Presence;
use stoa_kernel::ids::{CityId, PostId};
use stoa_kernel::policy::{Action, Judgement, Sight, SpaceFacts, Standing, Who, judge};
use stoa_kernel::{Fault, Time};
use stoa_moderation::model::Act;
use stoa_moderation::views::Statement;
use stoa_render::{SafeHtml, prose};
use stoa_threads::views::{HeldEdit, PostView, ThreadView};
use stoa_threads::{State, ThreadKind, page_of};

use super::learned::Learned;
use super::polls::{self, Polls};
use super::rows::{address, number_address, page_address};
use super::words::{self, Reader};
use crate::app::App;
use crate::http::Visitor;
use crate::pages::cast::{Cast, Named};
use crate::pages::parts::{
    self, AcceptedView, Entry, GoneView, Link, PostActions, PostState, Tongue,
};
use crate::pages::translated::{Translated, Where};

/// A place on the page: a post or where one was, and below it a new wording that waits.
#[derive(Clone, Debug)]
pub struct Item {
    /// The place.
    pub entry: Entry,
    /// The new wording, for author and moderators.
    pub edit: Option<WaitingEdit>,
}

impl Item {
    /// The post, where there is one.
    #[must_use]
    pub fn post(self) -> Option<Box<parts::PostView>> {
        if let Entry::Post(post) = self.entry { Some(post) } else { None }
    }
}

/// A new wording that waits while the approved one stays.
#[derive(Clone, Debug)]
pub struct WaitingEdit {
    /// The new title, where it changes.
    pub title: Option<String>,
    /// The new text.
    pub html: SafeHtml,
    /// Its language.
    pub language: Option<Tongue>,
    /// Why it waits.
    pub why: String,
    /// When a person will look.
    pub when: String,
}

/// What is known about the texts of the page that wait or were given back.
#[derive(Clone, Debug, Default)]
pub struct Fate {
    /// When the next moderator is here.
    pub presence: Option<Presence>,
    /// What was decided about them, newest first.
    pub decisions: HashMap<PostId, Vec<Statement>>,
}

impl Fate {
    /// Asks about texts that wait only when the page shows some.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn of(
        app: &App,
        visitor: &Visitor,
        thread: &ThreadView,
        posts: &[PostView],
        held: &[PostView],
    ) -> Result<Self, Fault> {
        let waits = posts.iter().any(|post| post.held_edit.is_some()) || !held.is_empty();
        if !waits {
            return Ok(Self::default());
        }
        let own = thread.summary.language.as_str();
        let language = held.first().map_or(own, |post| &post.language);
        let space = thread.summary.space;
        let presence = stoa_moderation::waiting::next(&app.db, space, language).await?;
        let ids: Vec<PostId> = held.iter().map(|post| post.id).collect();
        let decisions =
            stoa_moderation::views::decisions_for_all(&app.db, &visitor.actor, &ids).await?;
        Ok(Self { presence, decisions })
    }
}

/// The page around a post.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// For whom.
    pub reader: &'a Reader,
    /// Who is named.
    pub cast: &'a Cast,
    /// The thread.
    pub thread: &'a ThreadView,
    /// The page of the thread, from 1; 0 where the posts stand on no page of it.
    pub page: i32,
    /// The reader, seen from the thread's space.
    pub who: Who,
    /// What is known about texts that wait.
    pub fate: &'a Fate,
    /// The program.
    pub app: &'a App,
    /// The posts in other languages.
    pub translated: &'a Translated,
    /// The polls among them.
    pub polls: &'a Polls,
    /// What was learned from them.
    pub learned: &'a Learned,
    /// The city that the reader works for.
    pub city: Option<CityId>,
    /// Now.
    pub now: Time,
}

/// The place of a thread's texts, for their translations.
#[must_use]
pub fn place(thread: &ThreadView) -> Where {
    Where { space: thread.summary.space, facts: thread.facts, translated: thread.translated }
}

/// Notes whom and which cities these posts name.
pub fn name(named: &mut Named, posts: &[PostView]) {
    for post in posts {
        named.person(post.author);
        named.person(post.reply_author);
        named.person(post.editor);
        named.city(post.city);
    }
}

impl Around<'_> {
    /// The place of a post.
    #[must_use]
    pub fn item(&self, post: &PostView) -> Item {
        if post.sight <= Sight::Placeholder {
            let number = i64::from(post.number.unwrap_or_default());
            let removed = post.state == State::Removed;
            return Item { entry: Entry::Gone(GoneView { number, removed }), edit: None };
        }
        let edit = post.held_edit.as_ref().map(|held| self.edit(held));
        Item { entry: Entry::Post(Box::new(self.post(post))), edit }
    }

    fn post(&self, post: &PostView) -> parts::PostView {
        let reader = self.reader;
        let mut other = self.translated.other(self.app, reader, self.cast, post);
        let poll = self.poll(post, &other);
        let mut html = SafeHtml::sanitised_earlier(post.html.clone());
        if poll.is_some() {
            html = prose::without_options(&html);
            other.map(prose::without_options);
        }
        parts::PostView {
            poll,
            id: post.id.to_string(),
            number: post.number.map(i64::from),
            opening: post.opening,
            author: self.cast.person(post.author, post.city),
            at: post.published_at.unwrap_or(post.created_at).timestamp(),
            edited_at: post.edited_at.map(Time::timestamp),
            html,
            language: reader.tongue(&post.language),
            foreign: reader.foreign(&post.language),
            reply_to: self.reply_to(post),
            new: self.is_new(post),
            own: post.own,
            folded: post.blocked,
            wiki: post.wiki.then(|| self.wiki(post)),
            state: self.state(post),
            accepted: self.accepted(post),
            tried: self.learned.tried(reader.w, self.cast, post.id),
            used: self.learned.used(reader.w, self.cast, post.id),
            useful: u64::try_from(post.useful).unwrap_or(0),
            found_useful: post.marked,
            other,
            can: self.actions(post),
        }
    }

    /// Its options in the reader's language, where its text is translated.
    fn poll(&self, post: &PostView, other: &parts::Other) -> Option<parts::PollView> {
        let (w, known) = (self.reader.w, self.polls.get(post.id)?);
        let keeps = post.own || self.who.moderates();
        let over = known.poll.over || self.thread.summary.closed;
        let shown = over || known.poll.mine.is_some() || keeps;
        let made = other.shown().map(|made| (prose::options(made.html.as_str()), &made.language));
        let made = made.filter(|(labels, _)| labels.len() == known.options.len());
        let (labels, language) = made.map_or_else(
            || (known.options.clone(), self.reader.tongue(&post.language)),
            |(labels, language)| (labels, language.clone()),
        );
        Some(parts::PollView {
            id: post.id.to_string(),
            options: parts::poll::options(w, known, &labels, self.cast, shown),
            language,
            said: self.said(known, over),
            may: !over && polls::votes(self.who),
            voted: known.poll.mine.is_some(),
            over,
            keep: keeps.then(|| format!("/p/{}/poll", post.id)),
            outcome: known.outcome.clone(),
            ballot: known.mark.clone(),
            once: crate::pages::once(self.app),
        })
    }

    /// That everybody may edit it, and whose words stand there.
    fn wiki(&self, post: &PostView) -> String {
        let w = self.reader.w;
        match post.editor {
            Some(_) => w.a("threads-wiki-by", "name", self.cast.name(post.editor)),
            None => w.say("threads-wiki"),
        }
    }

    fn said(&self, known: &polls::Known, over: bool) -> Vec<String> {
        let w = self.reader.w;
        let voters = parts::poll::voters(w, known, self.cast);
        let until = match known.poll.closes_at {
            _ if over => Some(w.say("threads-poll-over")),
            Some(at) => Some(w.a(
                "threads-closes-at",
                "time",
                w.date_time(at.timestamp(), &self.reader.zone),
            )),
            None => None,
        };
        let new = !over && self.who.standing == Standing::Newcomer;
        let early = new.then(|| w.say("threads-poll-newcomer"));
        std::iter::once(voters).chain(until).chain(early).collect()
    }

    fn is_new(&self, post: &PostView) -> bool {
        let read = self.thread.summary.read;
        !post.own && post.number.is_some_and(|number| read.is_some_and(|upto| number > upto))
    }

    fn reply_to(&self, post: &PostView) -> Option<Link> {
        let number = post.reply_number?;
        let name = self.cast.name(post.reply_author);
        let thread = &self.thread.summary;
        let label = self.reader.w.a("threads-in-reply-to", "name", name);
        let href = match page_of(number) == self.page {
            true => format!("#p{number}"),
            false => number_address(thread.id, &thread.slug, number),
        };
        Some(Link::new(href, label))
    }

    fn accepted(&self, post: &PostView) -> Option<AcceptedView> {
        let standing = post.accepted && post.state == State::Published;
        standing.then(|| AcceptedView {
            by: self.cast.name(self.thread.accepted_by),
            at: self.thread.accepted_at.unwrap_or(post.created_at).timestamp(),
        })
    }

    fn state(&self, post: &PostView) -> PostState {
        let w = self.reader.w;
        match post.state {
            State::Published => PostState::Published,
            State::Held => self.held(post),
            State::Declined => {
                let told = self.last(post, Act::Decline).map(|one| reason(w, one));
                PostState::Declined { reason: told.unwrap_or_else(|| w.say("threads-declined")) }
            }
            State::Removed => PostState::Removed { reason: w.say("threads-removed") },
            State::Deleted | State::Merged => PostState::Deleted,
        }
    }

    fn held(&self, post: &PostView) -> PostState {
        let w = self.reader.w;
        if let Some(asked) = self.last(post, Act::Revise) {
            return PostState::Revise { note: reason(w, asked) };
        }
        PostState::Held {
            why: words::held_because(w, post.hold_reason),
            when: self.when(&post.language),
        }
    }

    fn when(&self, language: &str) -> String {
        words::looked_at(self.reader, self.fate.presence, language, self.now)
    }

    /// The decision that stands, if it is of this kind.
    fn last(&self, post: &PostView, act: Act) -> Option<&Statement> {
        let standing =
            self.fate.decisions.get(&post.id)?.iter().find(|one| one.undone_at.is_none())?;
        (standing.act == act && !standing.superseded).then_some(standing)
    }

    fn edit(&self, held: &HeldEdit) -> WaitingEdit {
        WaitingEdit {
            title: held.title.clone().filter(|new| Some(new) != self.thread.summary.title.as_ref()),
            html: SafeHtml::sanitised_earlier(held.html.clone()),
            language: self.reader.tongue(&held.language),
            why: words::held_because(self.reader.w, held.reason),
            when: self.when(&held.language),
        }
    }

    fn actions(&self, post: &PostView) -> PostActions {
        let (published, held) = (post.state == State::Published, post.state == State::Held);
        let at = |what: &str| format!("/p/{}/{what}", post.id);
        let yes = |may: bool, what: &str| may.then(|| at(what));
        let may = |action: Action| !matches!(judge(self.who, action), Judgement::Deny(_));
        let writes = may_reply(self.who, self.thread) && published;
        let answers =
            published && !post.opening && self.thread.summary.kind == ThreadKind::Question;
        let chooses = answers && may(Action::Accept { asker: self.thread.summary.own });
        let edits = post.own && (published || held);
        let shared = Action::Improve(self.thread.facts);
        let others = post.wiki && !post.own && published && may(shared);
        let keeps = published && (post.own || self.who.moderates());
        let signed_in = self.who.standing != Standing::Guest;
        let useful = published && may(Action::MarkUseful { own: post.own });
        PostActions {
            useful: yes(useful, "useful"),
            accept: yes(chooses && !post.accepted, "accept"),
            unaccept: yes(chooses && post.accepted, "unaccept"),
            delete: yes(post.own && published, "delete"),
            withdraw: yes(post.own && held, "delete"),
            reply: writes.then(|| self.compose("reply", post.id)),
            bookmark: yes(published && signed_in && !post.bookmarked, "bookmark"),
            bookmarked: yes(published && post.bookmarked, "bookmark"),
            quote: writes.then(|| self.compose("quote", post.id)),
            edit: yes((edits && may(self.rewording())) || others, "edit"),
            wiki: yes(keeps && !post.wiki, "wiki"),
            unwiki: yes(keeps && post.wiki, "wiki"),
            history: post.edited_at.map(|_| at("history")),
            case: yes(held && self.who.moderates(), "case"),
            trial: yes(published && post.accepted && self.asked(post), "trial"),
            adopt: yes(published && self.adopts(post) && may(Action::Adopt), "adoption"),
            adopted: self.learned.uses(post.id, self.city),
            report: yes(published && may(Action::Report { own: post.own }), "report"),
            ..PostActions::default()
        }
    }

    /// The reader speaks for a city, which can use what a post tells, but not what it asks.
    fn adopts(&self, post: &PostView) -> bool {
        self.city.is_some() && !(post.opening && self.thread.summary.kind.asks())
    }

    /// The reader asked, and somebody else answered.
    fn asked(&self, post: &PostView) -> bool {
        self.thread.summary.own && !post.own && self.who.writes()
    }

    fn rewording(&self) -> Action {
        Action::Edit { space: self.thread.facts, own: true }
    }

    fn compose(&self, what: &str, post: PostId) -> String {
        let thread = &self.thread.summary;
        let page = page_address(thread.id, &thread.slug, thread.pages());
        let sign = if page.contains('?') { '&' } else { '?' };
        format!("{page}{sign}{what}={post}#reply")
    }
}

/// Whether the reader may reply in the thread now.
#[must_use]
pub fn may_reply(who: Who, thread: &ThreadView) -> bool {
    let closed = thread.summary.closed || thread.summary.state != State::Published;
    let action = Action::Reply { space: thread.facts, closed };
    !matches!(judge(who, action), Judgement::Deny(_))
}

/// Whether the reader may open threads in a space.
#[must_use]
pub fn may_open(who: Who, space: SpaceFacts) -> bool {
    !matches!(judge(who, Action::OpenThread(space)), Judgement::Deny(_))
}

/// Why, in the words its author reads: the reason, then the moderator's own words.
#[must_use]
pub fn reason(w: stoa_render::Words, told: &Statement) -> String {
    let body = told.reason.map(|reason| w.say(&format!("{}-body", reason.key())));
    let words: Vec<String> = body.into_iter().chain(told.note.clone()).collect();
    words.join(" ")
}

/// The thread's own address.
#[must_use]
pub fn thread_address(thread: &ThreadView) -> String {
    address(thread.summary.id, &thread.summary.slug)
}
