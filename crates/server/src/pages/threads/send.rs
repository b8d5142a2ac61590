//! What pages and API do alike with a text that was sent: make it ready, put it
//! through the one door, keep the answer under its key, drop the draft it was.

use axum::response::Response;
use serde_json::Value;
use stoa_accounts::Me;
use stoa_kernel::ids::{PostId, SpaceId, ThreadId};
use stoa_kernel::once::Saved;
use stoa_kernel::{Fault, Once, Problems, Reads, Tx};
use stoa_moderation::submissions;
use stoa_threads::drafts::{self, Draft, Draughted, Slot};
use stoa_threads::reading;
use stoa_threads::views::ThreadView;
use stoa_threads::{
    Body, Direction, Edit, Edited, NewReply, NewThread, Opened, Prepared, Replied, SpacePlace,
    ThreadKind, Title, Wording,
};

use super::once::{gone, recall, remember};
use super::{later, paths};
use crate::app::App;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::pages::go;
use crate::rules;
use crate::submit::{self, Room, Typed};

/// A reply as it was sent.
#[derive(Clone, Copy, Debug)]
pub struct Reply<'a> {
    /// Where.
    pub thread: ThreadId,
    /// The Markdown.
    pub body: &'a str,
    /// The language named; empty to find it.
    pub language: &'a str,
    /// The post that is answered.
    pub reply_to: Option<&'a str>,
    /// The slug of the city the author speaks for, where it is named.
    pub affiliation: Option<&'a str>,
    /// Drafts that go once it is sent.
    pub drafts: &'a [Slot],
    /// The draft whose moment has come, where nobody sends it by hand.
    pub due: Option<&'a Draft>,
}

/// A thread as it was sent.
#[derive(Clone, Copy, Debug)]
pub struct Thread<'a> {
    /// The slug of its space.
    pub space: &'a str,
    /// What for.
    pub kind: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The Markdown of its first post.
    pub body: &'a str,
    /// The language named; empty to find it.
    pub language: &'a str,
    /// Slugs of its themes.
    pub themes: &'a [String],
    /// The slug of the city the author speaks for, where it is named.
    pub affiliation: Option<&'a str>,
    /// Drafts that go once it is sent.
    pub drafts: &'a [Slot],
    /// The draft whose moment has come, where nobody sends it by hand.
    pub due: Option<&'a Draft>,
}

/// A new wording as it was sent.
#[derive(Clone, Copy, Debug)]
pub struct Rewording<'a> {
    /// Of which post.
    pub post: PostId,
    /// The version its author had before him.
    pub version: i32,
    /// A new title, for first posts.
    pub title: Option<&'a str>,
    /// The Markdown.
    pub body: &'a str,
    /// The language named; empty to find it.
    pub language: &'a str,
}

/// A new wording was taken, or somebody was first.
#[derive(Clone, Debug)]
pub enum Reworded {
    /// Taken, or waiting; with the answer that was kept.
    Done(Saved),
    /// Nothing was written.
    Stale(Wording),
}

/// Writes a reply and reads the thread up to it; answers what `say` makes of the outcome.
///
/// # Errors
/// What [`submissions::reply`] refuses; [`Fault::Invalid`] for what cannot be taken as it is.
pub async fn reply(
    app: &App,
    visitor: &Visitor,
    sent: &Reply<'_>,
    once: Option<Once>,
    say: impl Fn(&Replied) -> Saved,
) -> Result<Saved, Fault> {
    let me = writer(app, visitor)?;
    let mut problems = Problems::default();
    let body = taken(Body::parse(sent.body), &mut problems)?;
    let reply_to = post_of(sent.reply_to, &mut problems);
    affiliated(app, visitor, me, sent.affiliation, &mut problems).await?;
    let (Some(body), true) = (body, problems.0.is_empty()) else {
        return Err(Fault::Invalid(problems));
    };
    let place = stoa_threads::threads::facts(&app.db, &visitor.actor, sent.thread).await?;
    let room = Room::of(place.space, place.facts.visibility).in_thread(sent.thread);
    let around = place.language.as_str();
    let typed =
        Typed { body: &body, title: "", language: sent.language, own: &me.languages, around };
    let body = submit::prepare(app, &visitor.actor, room, typed).await?;
    let new = NewReply { thread: sent.thread, reply_to, city: me.city, body };
    let rules = rules::in_force(app).await?;
    let (actor, once) = (&visitor.actor, &once);
    app.db
        .write(async |tx: &mut Tx| {
            if let Some(saved) = recall(tx, me.id, once).await? {
                return Ok(saved);
            }
            if !later::still(tx, actor, sent.due, sent.drafts).await? {
                return Ok(later::nothing());
            }
            let replied = submissions::reply(tx, actor, &rules, &new).await?;
            if let Replied::Published { number, .. } = replied {
                reading::written(tx, actor, new.thread, number).await?;
            }
            gone(tx, actor, sent.drafts).await?;
            remember(tx, me.id, once, say(&replied)).await
        })
        .await
}

/// Whether a thread could be opened as it was sent.
///
/// # Errors
/// [`Fault::Invalid`] with everything that is wrong.
pub async fn check(app: &App, visitor: &Visitor, sent: &Thread<'_>) -> Result<(), Fault> {
    let me = writer(app, visitor)?;
    checked(app, visitor, me, sent).await.map(|_| ())
}

/// Opens a thread; answers what `say` makes of the outcome.
///
/// # Errors
/// What [`submissions::open`] refuses; [`Fault::Invalid`] for what cannot be taken as it is.
pub async fn open(
    app: &App,
    visitor: &Visitor,
    sent: &Thread<'_>,
    once: Option<Once>,
    say: impl Fn(&Opened) -> Saved,
) -> Result<Saved, Fault> {
    let me = writer(app, visitor)?;
    let (place, checked) = checked(app, visitor, me, sent).await?;
    let room = Room::of(place.id, place.facts.visibility);
    let typed = Typed {
        body: &checked.body,
        title: checked.title.as_str(),
        language: sent.language,
        own: &me.languages,
        around: "",
    };
    let body = submit::prepare(app, &visitor.actor, room, typed).await?;
    if checked.kind == ThreadKind::Path {
        paths::check(app, &visitor.actor, &body.markdown).await?;
    }
    let (city, direction) = submit::side(app, &visitor.actor, me).await?;
    let new = checked.thread(place.id, sent, city, direction, body);
    let rules = rules::in_force(app).await?;
    let (actor, once) = (&visitor.actor, &once);
    app.db
        .write(async |tx: &mut Tx| {
            if let Some(saved) = recall(tx, me.id, once).await? {
                return Ok(saved);
            }
            if !later::still(tx, actor, sent.due, sent.drafts).await? {
                return Ok(later::nothing());
            }
            let opened = submissions::open(tx, actor, &rules, &new).await?;
            if let Opened::Published { thread, .. } = opened {
                reading::written(tx, actor, thread, 1).await?;
            }
            gone(tx, actor, sent.drafts).await?;
            remember(tx, me.id, once, say(&opened)).await
        })
        .await
}

/// Changes the wording of one's own post; answers what `say` makes of the outcome.
///
/// # Errors
/// What [`submissions::edit`] refuses; [`Fault::Invalid`] for what cannot be taken as it is.
pub async fn edit(
    app: &App,
    visitor: &Visitor,
    sent: &Rewording<'_>,
    once: Option<Once>,
    say: impl Fn(&Edited) -> Saved,
) -> Result<Reworded, Fault> {
    let me = writer(app, visitor)?;
    let mut problems = Problems::default();
    let body = taken(Body::parse(sent.body), &mut problems)?;
    let title = match sent.title {
        Some(title) => taken(Title::parse(title), &mut problems)?,
        None => None,
    };
    let (Some(body), true) = (body, problems.0.is_empty()) else {
        return Err(Fault::Invalid(problems));
    };
    let found = stoa_threads::posts::facts(&app.db, &visitor.actor, sent.post).await?;
    let place = &found.place;
    let room = Room::of(place.space, place.facts.visibility).in_thread(place.thread);
    let room = room.by(Some(found.author));
    let heading = title.as_ref().map(Title::as_str).unwrap_or_default();
    let around = found.language.as_str();
    let typed =
        Typed { body: &body, title: heading, language: sent.language, own: &me.languages, around };
    let body = submit::prepare(app, &visitor.actor, room, typed).await?;
    if found.opening && found.place.kind == ThreadKind::Path {
        paths::check(app, &visitor.actor, &body.markdown).await?;
    }
    let new = Edit { post: sent.post, version: sent.version, title, body };
    let rules = rules::in_force(app).await?;
    let (actor, once) = (&visitor.actor, &once);
    app.db
        .write(async |tx: &mut Tx| {
            if let Some(saved) = recall(tx, me.id, once).await? {
                return Ok(Reworded::Done(saved));
            }
            let edited = submissions::edit(tx, actor, &rules, &new).await?;
            if let Edited::Stale { current } = edited {
                return Ok(Reworded::Stale(current));
            }
            gone(tx, actor, &[Slot::Edit(new.post), Slot::Returned(new.post)]).await?;
            remember(tx, me.id, once, say(&edited)).await.map(Reworded::Done)
        })
        .await
}

/// A text made ready for a thread, without being sent.
///
/// # Errors
/// As [`submit::prepare`].
pub async fn prepared_in(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    body: &Body,
    language: &str,
) -> Result<Prepared, Fault> {
    let own: &[String] = visitor.me.as_ref().map_or(&[], |me| &me.languages);
    let room = Room::of(thread.summary.space, thread.facts.visibility);
    let room = room.in_thread(thread.summary.id);
    let typed = Typed { body, title: "", language, own, around: &thread.summary.language };
    submit::prepare(app, &visitor.actor, room, typed).await
}

/// What a text may quote in a space; nowhere yet when it is not named.
///
/// # Errors
/// [`Fault::Invalid`] in field `space` for one that is not there for the visitor.
pub async fn room_of(app: &App, visitor: &Visitor, slug: &str) -> Result<Room, Fault> {
    if slug.is_empty() {
        return Ok(Room::ANYWHERE);
    }
    let place = space_of(app, visitor, slug).await?;
    Ok(Room::of(place.id, place.facts.visibility))
}

/// The member who writes, counted.
pub(crate) fn writer<'v>(app: &App, visitor: &'v Visitor) -> Result<&'v Me, Fault> {
    let me = visitor.me.as_ref().ok_or(Fault::Forbidden("core-refused-sign-in"))?;
    app.limits.count(Rate::Write, &me.id.to_string(), app.db.now())?;
    Ok(me)
}

/// What was parsed; problems are gathered, other faults end it.
pub(crate) fn taken<T>(
    parsed: Result<T, Fault>,
    problems: &mut Problems,
) -> Result<Option<T>, Fault> {
    match parsed {
        Ok(value) => Ok(Some(value)),
        Err(Fault::Invalid(found)) => {
            problems.0.extend(found.0);
            Ok(None)
        }
        Err(fault) => Err(fault),
    }
}

fn post_of(named: Option<&str>, problems: &mut Problems) -> Option<PostId> {
    let found = named.map(str::parse);
    if let Some(Err(_)) = found {
        problems.add("reply_to", "threads-reply-to-unknown");
    }
    found.and_then(Result::ok)
}

/// A member speaks for his own city, and for no other.
async fn affiliated(
    app: &App,
    visitor: &Visitor,
    me: &Me,
    named: Option<&str>,
    problems: &mut Problems,
) -> Result<(), Fault> {
    let Some(slug) = named else { return Ok(()) };
    let own: Vec<_> = me.city.into_iter().collect();
    let cards = stoa_exchange::views::cards_for(&app.db, &visitor.actor, &own).await?;
    if !cards.values().any(|card| card.slug == slug) {
        problems.add("affiliation", "threads-affiliation-unknown");
    }
    Ok(())
}

/// A space that is named wrongly is a problem of its field, not a page that is not there.
async fn space_of(app: &App, visitor: &Visitor, slug: &str) -> Result<SpacePlace, Fault> {
    match stoa_threads::spaces::facts_by_slug(&app.db, &visitor.actor, slug).await {
        Err(Fault::NotFound) => Err(Fault::invalid("space", "threads-space-missing")),
        found => found,
    }
}

/// What of a thread can be checked before anything is rendered.
struct Checked {
    kind: ThreadKind,
    title: Title,
    body: Body,
}

impl Checked {
    fn thread(
        self,
        space: SpaceId,
        sent: &Thread<'_>,
        city: Option<stoa_kernel::ids::CityId>,
        direction: Direction,
        body: Prepared,
    ) -> NewThread {
        NewThread {
            space,
            kind: self.kind,
            title: self.title,
            language: body.language.clone(),
            themes: sent.themes.to_vec(),
            city,
            direction,
            body,
        }
    }
}

/// All that is wrong is gathered, before anything is refused.
async fn checked(
    app: &App,
    visitor: &Visitor,
    me: &Me,
    sent: &Thread<'_>,
) -> Result<(SpacePlace, Checked), Fault> {
    let mut problems = Problems::default();
    let place = taken(space_of(app, visitor, sent.space).await, &mut problems)?;
    let kind = ThreadKind::parse(sent.kind).filter(|kind| *kind != ThreadKind::Conversation);
    if kind.is_none() {
        problems.add("kind", "threads-kind-unknown");
    }
    let title = taken(Title::parse(sent.title), &mut problems)?;
    let body = taken(Body::parse(sent.body), &mut problems)?;
    taken(stoa_threads::themes::check(sent.themes), &mut problems)?;
    affiliated(app, visitor, me, sent.affiliation, &mut problems).await?;
    match (place, kind, title, body) {
        (Some(place), Some(kind), Some(title), Some(body)) if problems.0.is_empty() => {
            Ok((place, Checked { kind, title, body }))
        }
        _ => Err(Fault::Invalid(problems)),
    }
}

/// What is kept of a form for later.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The title; empty where there is none.
    pub title: String,
    /// The Markdown as typed.
    pub body: String,
    /// The other fields.
    pub fields: Value,
}

/// Keeps what was typed and leads to the list of drafts.
pub(crate) async fn keep(
    app: &App,
    visitor: &Visitor,
    slot: Slot,
    kept: &Kept,
) -> Result<Response, Refusal> {
    visitor.member()?;
    keep_quietly(app, visitor, slot, kept).await?;
    Ok(go("/drafts", Some("flash-draft-saved")))
}

/// Keeps what was typed, over whatever was kept before: the person pressed a button.
pub(crate) async fn keep_quietly(
    app: &App,
    visitor: &Visitor,
    slot: Slot,
    kept: &Kept,
) -> Result<(), Fault> {
    let actor = &visitor.actor;
    app.db
        .write(async |tx: &mut Tx| {
            let before = drafts::get(tx, actor, slot).await?.map_or(0, |draft| draft.sequence);
            let draft = Draughted {
                slot,
                title: kept.title.clone(),
                body: kept.body.clone(),
                fields: kept.fields.clone(),
                sequence: (tx.now().0 / 1000).max(before + 1),
            };
            drafts::save(tx, actor, &draft).await.map(|_| ())
        })
        .await
}

/// The answer of a page: where it leads, and the message for there.
fn leads(flash: &str, to: &str) -> Saved {
    Saved { status: 303, body: format!("{flash} {to}") }
}

/// A reply leads to its post.
#[must_use]
pub fn replied_to_page(replied: &Replied) -> Saved {
    match replied {
        Replied::Published { post, .. } => leads("flash-published", &format!("/p/{post}")),
        Replied::Held { post, .. } => leads("flash-held", &format!("/p/{post}")),
    }
}

/// A thread leads to itself.
#[must_use]
pub fn opened_to_page(opened: &Opened) -> Saved {
    match opened {
        Opened::Published { thread, .. } => leads("flash-published", &format!("/t/{thread}")),
        Opened::Held { thread, .. } => leads("flash-held", &format!("/t/{thread}")),
    }
}

/// A new wording leads to its post.
pub fn edited_to_page(post: PostId) -> impl Fn(&Edited) -> Saved {
    move |edited| match edited {
        Edited::Held { .. } => leads("flash-edit-held", &format!("/p/{post}")),
        Edited::Published { .. } | Edited::Stale { .. } => {
            leads("flash-edited", &format!("/p/{post}"))
        }
    }
}

/// On to where a kept answer leads.
#[must_use]
pub fn gone_to(saved: &Saved) -> Response {
    let (flash, to) = saved.body.split_once(' ').unwrap_or(("", "/"));
    let known = ["flash-published", "flash-held", "flash-edited", "flash-edit-held"];
    go(to, known.into_iter().find(|known| *known == flash))
}
