//! Letters that tell of posts: replies, mentions, new threads.

use askama::Template;
use stoa_digests::{LetterKind, Scope, Told, Why};
use stoa_kernel::ids::{CityId, MemberId, PostId};
use stoa_kernel::text::line;
use stoa_kernel::{Actor, Fault};
use stoa_render::Words;
use stoa_threads::views::{PostCard, posts_by_ids, unread_among};
use stoa_threads::{ThreadKind, bookmarks, learning, requests};

use super::beginning;
use super::frame::Frame;
use super::people::{Known, Person};
use super::{Desk, Draft};
use crate::mail::Letter;
use crate::others::Others;
use crate::pages::parts::Link;
use crate::pages::threads::asking;

/// How much of a post is quoted, in letters of its script.
const QUOTED: usize = 600;
/// How much of it mail programs show after the subject.
const GLIMPSE: usize = 140;
/// How many posts of a thread are quoted in one letter.
const EACH: usize = 5;

/// One post.
#[derive(Clone, Debug)]
pub struct Item {
    /// Who wrote it.
    pub person: Person,
    /// How it concerns the reader; empty where the subject says it.
    pub what: String,
    /// Its beginning.
    pub quote: String,
    /// Its language's tag.
    pub lang: String,
    /// Its language's own name, where it is not the reader's; else empty.
    pub foreign: String,
}

impl Item {
    /// Who, how, in which language: one line of the text twin.
    #[must_use]
    pub fn line(&self, w: &Words) -> String {
        let parts = [self.person.line(*w), self.what.clone(), self.foreign.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// The posts of one thread.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// The title's language.
    pub lang: String,
    /// The title in a language the reader reads, where it has been translated, and that language.
    pub below: (String, String),
    /// The thread.
    pub href: String,
    /// The first post told of, or where it is asked what came of it.
    pub read: String,
    /// What the button says that leads there.
    pub button: String,
    /// The posts.
    pub items: Vec<Item>,
    /// How many more there are.
    pub more: usize,
}

#[derive(Template)]
#[template(path = "letters/posts.html")]
struct Html<'a> {
    frame: &'a Frame,
    threads: &'a [Part],
    headed: bool,
}

#[derive(Template)]
#[template(path = "letters/posts.txt", escape = "none")]
struct Text<'a> {
    frame: &'a Frame,
    threads: &'a [Part],
}

/// A post that is still worth telling.
struct Fresh {
    why: Why,
    card: PostCard,
    /// What the reader wrote beside it, when keeping it.
    note: String,
}

pub(super) async fn write(desk: &Desk<'_>) -> Result<Option<Letter>, Fault> {
    let Some(actor) = &desk.actor else { return Ok(None) };
    let fresh = fresh(desk, actor).await?;
    let Some(first) = fresh.iter().min_by_key(|one| one.why) else {
        return Ok(None);
    };
    let known = known(desk, actor, &fresh).await?;
    let cards: Vec<&PostCard> = fresh.iter().map(|one| &one.card).collect();
    let others = Others::look_up(desk.app, actor, desk.w, &cards, &[]).await?;
    let threads = parts(desk, &known, &others, &fresh);
    let draft = draft(desk, &known, first, &fresh, threads.len());
    let frame = desk.frame(&draft);
    let html = Html { frame: &frame, threads: &threads, headed: threads.len() > 1 };
    let text = Text { frame: &frame, threads: &threads };
    desk.finish(draft, &html, &text)
}

/// What is there for the reader now and was read neither in its thread nor in the inbox.
async fn fresh(desk: &Desk<'_>, actor: &Actor) -> Result<Vec<Fresh>, Fault> {
    match desk.letter.kind {
        LetterKind::Reminder => return reminded(desk, actor).await,
        LetterKind::Trial => return to_be_tried(desk, actor).await,
        LetterKind::Asked => return asked(desk, actor).await,
        _ => {}
    }
    let told: Vec<Told> = desk.letter.tells.iter().copied().filter(|one| !one.read).collect();
    let ids: Vec<PostId> = told.iter().map(|one| one.post).collect();
    let ids = unread_among(&desk.app.db, actor, &ids).await?;
    let cards = posts_by_ids(&desk.app.db, actor, &ids).await?;
    let why = |card: &PostCard| told.iter().find(|one| one.post == card.post.id).map(|one| one.why);
    let found = cards.into_iter().filter(|card| card.title.is_some());
    let fresh = |card| Some(Fresh { why: why(&card)?, card, note: String::new() });
    Ok(found.filter_map(fresh).collect())
}

/// A post that is kept still, though it was read long ago; unless the reminder was seen.
async fn reminded(desk: &Desk<'_>, actor: &Actor) -> Result<Vec<Fresh>, Fault> {
    let Some(told) = desk.letter.tells.first().filter(|one| !one.read) else {
        return Ok(Vec::new());
    };
    let (db, why) = (&desk.app.db, told.why);
    let Some(kept) = bookmarks::get(db, actor, told.post).await? else { return Ok(Vec::new()) };
    let cards = posts_by_ids(db, actor, &[told.post]).await?;
    let shown = cards.into_iter().filter(|card| card.title.is_some() && !card.post.html.is_empty());
    Ok(shown.map(|card| Fresh { why, card, note: kept.note.clone() }).collect())
}

/// The accepted answer, read long ago; unless the question was seen or answered.
async fn to_be_tried(desk: &Desk<'_>, actor: &Actor) -> Result<Vec<Fresh>, Fault> {
    let Some(told) = desk.letter.tells.first().filter(|one| !one.read) else {
        return Ok(Vec::new());
    };
    let (db, why, post) = (&desk.app.db, told.why, told.post);
    match learning::may_answer(db, actor, post).await {
        Err(Fault::Unavailable(cause)) => return Err(Fault::Unavailable(cause)),
        Err(_) => return Ok(Vec::new()),
        Ok(_) if learning::trials(db, &[post]).await?.contains_key(&post) => {
            return Ok(Vec::new());
        }
        Ok(_) => {}
    }
    let cards = posts_by_ids(db, actor, &[post]).await?;
    let shown = cards.into_iter().filter(|card| card.title.is_some() && !card.post.html.is_empty());
    Ok(shown.map(|card| Fresh { why, card, note: String::new() }).collect())
}

/// A question that waits still, unless it was seen; its reader says beside it why just he is asked.
async fn asked(desk: &Desk<'_>, actor: &Actor) -> Result<Vec<Fresh>, Fault> {
    let Some(told) = desk.letter.tells.first().filter(|one| !one.read) else {
        return Ok(Vec::new());
    };
    let db = &desk.app.db;
    let cards = posts_by_ids(db, actor, &[told.post]).await?;
    let Some(card) = cards.into_iter().find(|card| card.title.is_some()) else {
        return Ok(Vec::new());
    };
    let request = requests::request(db, actor, card.post.thread).await?;
    let waits = requests::waiting(db, card.post.thread).await?.is_some();
    let request = request.filter(|one| waits && one.outcome.is_none());
    let Some(request) = request else { return Ok(Vec::new()) };
    let note = asking::reason(desk.app, desk.w, actor, &request).await?.0;
    Ok(vec![Fresh { why: told.why, card, note }])
}

async fn known(desk: &Desk<'_>, actor: &Actor, fresh: &[Fresh]) -> Result<Known, Fault> {
    let members: Vec<MemberId> = fresh.iter().filter_map(|one| one.card.post.author).collect();
    let cities: Vec<CityId> = fresh.iter().filter_map(|one| one.card.post.city).collect();
    Known::look_up(desk.app, actor, &members, &cities).await
}

fn parts(desk: &Desk<'_>, known: &Known, others: &Others, fresh: &[Fresh]) -> Vec<Part> {
    let mut threads = Vec::new();
    for one in fresh {
        if !threads.contains(&one.card.post.thread) {
            threads.push(one.card.post.thread);
        }
    }
    let of = |thread| fresh.iter().filter(move |one| one.card.post.thread == thread);
    threads
        .into_iter()
        .filter_map(|thread| part(desk, known, others, &of(thread).collect::<Vec<_>>()))
        .collect()
}

fn part(desk: &Desk<'_>, known: &Known, others: &Others, fresh: &[&Fresh]) -> Option<Part> {
    let first = fresh.first()?;
    let card = &first.card;
    let items = fresh.iter().take(EACH).map(|one| item(desk.w, known, others, one));
    let (button, then) = match first.why {
        Why::Trial => ("letters-trial-button", "/trial"),
        Why::Asked => ("letters-asked-button", ""),
        _ => ("letters-posts-read", ""),
    };
    Some(Part {
        button: desk.w.say(button),
        title: line(card.title.as_deref().unwrap_or_default()),
        lang: card.title_language.clone(),
        below: others.title(card.post.thread),
        href: desk.url(&format!("/t/{}/{}", card.post.thread, card.slug)),
        read: desk.url(&format!("/p/{}{then}", card.post.id)),
        items: items.collect(),
        more: fresh.len().saturating_sub(EACH),
    })
}

fn item(w: Words, known: &Known, others: &Others, fresh: &Fresh) -> Item {
    let card = &fresh.card;
    let (html, lang) = others.quoted(card);
    let person = known.person(w, card.post.author, card.post.city);
    let what = match fresh.why {
        Why::Reminder if !fresh.note.is_empty() => {
            w.a("letters-reminder-note", "note", fresh.note.as_str())
        }
        Why::Mentioned => w.say("letters-digest-why-mentioned"),
        Why::Quoted => w.say("letters-digest-why-quoted"),
        Why::Replied => w.say("letters-digest-why-replied"),
        Why::Conversation => w.say("letters-digest-why-conversation"),
        Why::Asked => fresh.note.clone(),
        _ => String::new(),
    };
    Item {
        person,
        what,
        quote: beginning(html, QUOTED),
        lang: lang.to_owned(),
        foreign: others.named(w, Some(card.post.id), &card.post.language),
    }
}

fn draft(desk: &Desk<'_>, known: &Known, first: &Fresh, fresh: &[Fresh], threads: usize) -> Draft {
    let w = desk.w;
    let neutral = fresh.iter().any(|one| one.card.neutral_subject);
    let glimpse = beginning(&first.card.post.html, GLIMPSE);
    let reminder = desk.letter.kind == LetterKind::Reminder;
    let scope = (!reminder).then(|| scope(first, threads));
    let links = scope.map_or_else(|| kept(desk), |scope| leaving(desk, scope));
    let conversation = match threads {
        1 => format!("thread-{}", first.card.post.thread),
        _ => "folded".to_owned(),
    };
    Draft {
        subject: if neutral {
            neutral_subject(w, fresh)
        } else {
            subject(w, known, first, fresh, threads)
        },
        preheader: if neutral || glimpse.is_empty() {
            String::new()
        } else {
            format!("“{glimpse}”")
        },
        footer: reasons(desk, fresh, threads),
        links,
        squares: fresh.iter().any(|one| one.card.post.city.is_some()),
        leave: scope,
        conversation: Some(conversation),
    }
}

/// Where a letter like this is left, more and more of them.
fn leaving(desk: &Desk<'_>, scope: Scope) -> Vec<Link> {
    let wider = match desk.letter.kind {
        LetterKind::Mention => Scope::Mentions,
        LetterKind::Asked => Scope::Requests,
        _ => Scope::Replies,
    };
    let mut links: Vec<Link> = pass(desk).into_iter().collect();
    links.push(desk.leave_link(scope));
    if scope != wider {
        links.push(desk.leave_link(wider));
    }
    links.push(desk.change());
    links
}

/// Where who is asked passes the question on.
fn pass(desk: &Desk<'_>) -> Option<Link> {
    let thread = desk.letter.thread.filter(|_| desk.letter.kind == LetterKind::Asked)?;
    let to = desk.url(&format!("/threads/{thread}/request"));
    Some(Link::new(to, desk.w.say("letters-asked-pass")))
}

/// A reminder was asked for by its reader: it comes once, and there is nothing to leave.
fn kept(desk: &Desk<'_>) -> Vec<Link> {
    vec![Link::new(desk.url("/bookmarks"), desk.w.say("threads-bookmarks"))]
}

/// What the mail program's own button leaves.
fn scope(first: &Fresh, threads: usize) -> Scope {
    let post = &first.card.post;
    match first.why {
        Why::Mentioned | Why::Quoted => Scope::Mentions,
        Why::Asked => Scope::Requests,
        _ if threads > 1 => Scope::Replies,
        Why::WatchesSpace if post.opening => Scope::Space(post.space),
        Why::WatchesPerson => post.author.map_or(Scope::Thread(post.thread), Scope::Person),
        Why::WatchesCity => post.city.map_or(Scope::Thread(post.thread), Scope::City),
        _ => Scope::Thread(post.thread),
    }
}

fn neutral_subject(w: Words, fresh: &[Fresh]) -> String {
    w.n("letters-neutral-subject", count(fresh.len()))
}

fn subject(w: Words, known: &Known, first: &Fresh, fresh: &[Fresh], threads: usize) -> String {
    if threads > 1 {
        return w.n("letters-folded-subject", count(fresh.len()));
    }
    let name = known.person(w, first.card.post.author, None).name;
    let title = line(first.card.title.as_deref().unwrap_or_default());
    let question = first.card.kind == ThreadKind::Question;
    let many = fresh.len() > 1;
    let key = match first.why {
        Why::Mentioned => "letters-mention-subject",
        Why::Quoted => "letters-quote-subject",
        Why::Reminder => "letters-reminder-subject",
        Why::Trial => "letters-trial-subject",
        Why::Asked => "letters-asked-subject",
        Why::YourThread if question && many => "letters-reply-question-many",
        _ if many => "letters-reply-many",
        Why::Replied => "letters-reply-post-subject",
        Why::YourThread if question => "letters-reply-question-subject",
        Why::YourThread => "letters-reply-thread-subject",
        _ if first.card.post.opening => "letters-opened-subject",
        _ => "letters-reply-watched-subject",
    };
    let others = count(fresh.len().saturating_sub(1));
    w.with(key, &[("name", name.into()), ("title", title.into()), ("n", others.into())])
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Why the letter came, each reason once.
fn reasons(desk: &Desk<'_>, fresh: &[Fresh], threads: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for one in fresh {
        let said = reason(desk, one);
        if !lines.contains(&said) && lines.len() < 3 {
            lines.push(said);
        }
    }
    if threads > 1 {
        lines.push(desk.w.say("letters-why-folded"));
    }
    lines
}

fn reason(desk: &Desk<'_>, fresh: &Fresh) -> String {
    if fresh.why == Why::Asked {
        return desk.w.a("letters-why-asked", "why", fresh.note.as_str());
    }
    let key = format!("letters-why-{}", fresh.why.name().replace('_', "-"));
    let space = fresh.card.space_names.say(desk.w.locale().code()).to_owned();
    desk.w.a(&key, "space", space)
}

/// Links that every letter about posts may show.
pub(super) fn ways(desk: &Desk<'_>, scope: Scope) -> Vec<Link> {
    vec![desk.change(), desk.leave_link(scope)]
}
