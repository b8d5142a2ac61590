//! The one door for text. Every page, route and letter that lets people write
//! goes through here: whether this person wrote too much in too little time,
//! whether a person has to look first; then the verb that writes.
//!
//! What holds a text, in its order (the first that fits is told to its author and
//! to moderators): the author is a newcomer; the space holds everything; a rule
//! of the moderators ([`watch`]). The first two need no more than the judge
//! knows, and the verbs of `threads` ask the judge with the facts they read
//! anyway; where no rule is in force the door costs a text that links nowhere no
//! statement of its own.
//! What the rules find is carried in the [`Screened`] value.

use std::sync::Arc;

use stoa_kernel::ids::{PostId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Screened, Tx};
use stoa_policy::{Action, HoldReason, SpaceFacts};
use stoa_threads::conversations::{self, NewConversation};
use stoa_threads::limits::{self, Asked};
use stoa_threads::model::{Edit, Edited, NewReply, NewThread, Opened, Prepared, Replied, State};
use stoa_threads::translations::{self, Improved, Improvement};
use stoa_threads::{posts, spaces, threads};

use crate::watch::{self, Book, Seen};
use crate::{cases, reports};

/// How the community's limits and the moderators' rules apply.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Raises every limit; 0 lifts them.
    pub factor: f64,
    /// The moderators' rules; none lifts them.
    pub book: Option<Arc<Book>>,
}

impl Rules {
    /// No limits and no rules.
    pub const NONE: Self = Self { factor: 0.0, book: None };

    /// What the rules find in a text; private conversations are looked at by none, and what they
    /// link to makes no host known.
    async fn screen(
        &self,
        tx: &Tx,
        actor: &Actor,
        space: SpaceId,
        title: &str,
        body: &Prepared,
    ) -> Result<Seen, Fault> {
        if space == SpaceId::CONVERSATIONS {
            return Ok(Seen::default());
        }
        watch::screen(tx, actor, self.book.as_deref(), space, title, body).await
    }

    /// Whether any rule is in force.
    fn any(&self) -> bool {
        self.book.as_ref().is_some_and(|book| !book.is_empty())
    }

    /// Whether a text has to be looked at: by a rule, or for the hosts that it links to.
    fn concern(&self, body: &Prepared) -> bool {
        self.any() || !body.links.is_empty()
    }
}

/// Opens a thread: published with its first post, or held with it.
///
/// # Errors
/// [`Fault::NotFound`] or [`Fault::Forbidden`] where the actor may not open
/// one, [`Fault::TooSoon`] when he wrote too much in too little time,
/// [`Fault::Invalid`] for what the thread's own rules refuse.
pub async fn open(
    tx: &mut Tx,
    actor: &Actor,
    rules: &Rules,
    new: &NewThread,
) -> Result<Opened, Fault> {
    limits::files(actor, &new.body.files, rules.factor)?;
    limits::check(tx, actor, Asked::Thread, &new.body.markdown, rules.factor).await?;
    let seen = match rules.concern(&new.body) {
        true => {
            // Guarded first: a space's rules tell nothing to who may not see it.
            spaces::facts(tx, actor, new.space).await?;
            rules.screen(tx, actor, new.space, new.title.as_str(), &new.body).await?
        }
        false => Seen::default(),
    };
    let opened = threads::open(tx, actor, screened(&seen), new).await?;
    match &opened {
        Opened::Published { post, .. } => published(tx, actor, &seen, *post).await?,
        Opened::Held { post, .. } => seen.keep(tx, *post, false).await?,
    }
    Ok(opened)
}

/// What was found in a text stands beside it; what was flagged becomes a case.
async fn published(tx: &mut Tx, actor: &Actor, seen: &Seen, post: PostId) -> Result<(), Fault> {
    seen.keep(tx, post, true).await?;
    for (rule, found) in seen.flagged() {
        reports::by_rule(tx, actor, post, rule, found).await?;
    }
    Ok(())
}

/// Writes a reply: published with its number, or held without one.
///
/// # Errors
/// As [`open`].
pub async fn reply(
    tx: &mut Tx,
    actor: &Actor,
    rules: &Rules,
    new: &NewReply,
) -> Result<Replied, Fault> {
    limits::files(actor, &new.body.files, rules.factor)?;
    limits::check(tx, actor, Asked::Reply, &new.body.markdown, rules.factor).await?;
    let seen = match rules.concern(&new.body) {
        true => {
            let there = threads::facts(tx, actor, new.thread).await?;
            rules.screen(tx, actor, there.space, "", &new.body).await?
        }
        false => Seen::default(),
    };
    let replied = posts::reply(tx, actor, screened(&seen), new).await?;
    match &replied {
        Replied::Published { post, .. } => published(tx, actor, &seen, *post).await?,
        Replied::Held { post, .. } => seen.keep(tx, *post, false).await?,
    }
    Ok(replied)
}

/// Begins a conversation.
///
/// # Errors
/// As [`open`], and what [`conversations::open`] refuses.
pub async fn converse(
    tx: &mut Tx,
    actor: &Actor,
    rules: &Rules,
    new: &NewConversation,
) -> Result<Opened, Fault> {
    limits::files(actor, &new.body.files, rules.factor)?;
    limits::check(tx, actor, Asked::Thread, &new.body.markdown, rules.factor).await?;
    limits::conversations(tx, actor, rules.factor).await?;
    conversations::open(tx, actor, screened(&Seen::default()), new).await
}

/// Changes the wording of one's own post. A waiting text stays in the queue,
/// and its case's version is raised in the same transaction: nobody approves a
/// wording he has not read. A case in which a change was asked for opens again.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`], or [`Fault::Conflict`] for a post
/// that can be edited no more.
pub async fn edit(tx: &mut Tx, actor: &Actor, rules: &Rules, new: &Edit) -> Result<Edited, Fault> {
    let author = actor.signed_in()?;
    limits::files(actor, &new.body.files, rules.factor)?;
    // Guarded first: who may not see the post must not wait for its case's lock.
    let found = posts::facts(tx, actor, new.post).await?;
    posts::may_edit(actor, &found)?;
    let cases = cases::lock_for_edit(tx, new.post).await?;
    let space = found.place.space;
    let title = new.title.as_ref().map(|title| title.as_str()).unwrap_or_default();
    let seen = rules.screen(tx, actor, space, title, &new.body).await?;
    let edited = posts::edit(tx, actor, screened(&seen), new).await?;
    if rules.any() && !matches!(edited, Edited::Stale { .. }) {
        watch::forget(tx, new.post).await?;
    }
    match &edited {
        Edited::Held { revision, .. } => {
            cases::text_changed(tx, &cases, Some(*revision), author).await?;
            seen.keep(tx, new.post, false).await?;
        }
        Edited::Published { .. } => {
            cases::text_changed(tx, &cases, None, author).await?;
            match found.state {
                State::Published => published(tx, actor, &seen, new.post).await?,
                _ => seen.keep(tx, new.post, false).await?,
            }
        }
        Edited::Stale { .. } => {}
    }
    Ok(edited)
}

/// Puts better words in the place of a translation. There is no queue for these: who would be
/// held may not.
///
/// # Errors
/// As [`translations::improve`].
pub async fn improve(tx: &mut Tx, actor: &Actor, new: &Improvement) -> Result<Improved, Fault> {
    translations::improve(tx, actor, screened(&Seen::default()), new).await
}

/// The seal: what the rules of this door found; what the judge holds, the verb holds.
fn screened(seen: &Seen) -> Screened {
    Screened::by_submissions(seen.holds())
}

/// Where somebody is about to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A new thread in a space.
    Space(SpaceId),
    /// A reply in a thread.
    Thread(ThreadId),
    /// A new wording of a post.
    Post(PostId),
}

/// Whether what the actor is about to write will wait, and why: so that the
/// composer says it beforehand.
///
/// # Errors
/// [`Fault::NotFound`] or [`Fault::Forbidden`] where the actor may not write.
pub async fn screening(
    db: &impl Reads,
    actor: &Actor,
    place: Place,
) -> Result<Option<HoldReason>, Fault> {
    match place {
        Place::Space(space) => {
            let there = spaces::facts(db, actor, space).await?;
            opening(actor, space, there.facts)
        }
        Place::Thread(thread) => {
            let there = threads::facts(db, actor, thread).await?;
            replying(actor, there.space, there.facts, there.closed)
        }
        Place::Post(post) => {
            let there = posts::facts(db, actor, post).await?;
            let judged = posts::may_edit(actor, &there)?;
            // A text that waits goes on waiting, whatever the judge would say of a new one.
            Ok(judged.or(there.hold_reason.filter(|_| there.state == State::Held)))
        }
    }
}

/// As [`screening`] for a new thread, by facts that are at hand.
///
/// # Errors
/// As [`screening`].
pub fn opening(
    actor: &Actor,
    space: SpaceId,
    facts: SpaceFacts,
) -> Result<Option<HoldReason>, Fault> {
    actor.may_in(space, Action::OpenThread(facts))
}

/// As [`screening`] for a reply, by facts that are at hand.
///
/// # Errors
/// As [`screening`].
pub fn replying(
    actor: &Actor,
    space: SpaceId,
    facts: SpaceFacts,
    closed: bool,
) -> Result<Option<HoldReason>, Fault> {
    actor.may_in(space, Action::Reply { space: facts, closed })
}

#[cfg(test)]
#[path = "submissions_tests.rs"]
mod tests;
