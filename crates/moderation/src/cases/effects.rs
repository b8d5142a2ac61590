//! What decisions do to their subjects, and how it is taken back.

use serde::{Deserialize, Serialize};
use stoa_accounts::members;
use stoa_exchange::cities;
use stoa_kernel::actor::refusal_key;
use stoa_kernel::ids::{CityId, MemberId, PostId, RevisionId};
use stoa_kernel::{Actor, Fault, Reads, Role, RoleKind, Time, Tx};
use stoa_policy::{Refusal, Standing};
use stoa_threads::model::State;
use stoa_threads::posts;
use stoa_threads::views::PostView;

use crate::model::{Act, Case, Subject, Verdict};
use crate::sanctions::Silenced;
use crate::watch;

/// What a decision did, noted so that undoing it reverses no more and no less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Effects {
    /// It counted towards the author's first approvals.
    pub(crate) counted: bool,
    /// It silenced the author.
    #[serde(default)]
    pub(crate) silenced: Option<Silenced>,
}

/// The text a case is about, as it waits now.
pub(crate) struct Waiting {
    /// See [`Case::wording`].
    pub(crate) wording: i64,
    /// Its language.
    pub(crate) language: String,
    /// Since when: it waits from the moment it was written.
    pub(crate) since: Time,
}

/// The text of a subject while it waits; `None` when it waits no more.
pub(crate) async fn waiting(
    db: &impl Reads,
    subject: Subject,
    author: Option<MemberId>,
    space: Option<stoa_kernel::ids::SpaceId>,
) -> Result<Option<Waiting>, Fault> {
    let Some(post) = subject.post() else {
        return Ok(Some(Waiting { wording: 0, language: String::new(), since: db.now() }));
    };
    let desk = desk(author, space)?;
    let found = stoa_threads::views::posts_by_ids(db, &desk, &[post]).await?;
    let Some(text) = found.into_iter().next().map(|card| card.post) else {
        return Ok(None);
    };
    Ok(match (subject, subject.revision()) {
        (Subject::Report { .. }, _) => in_state(text, State::Published),
        (_, Some(revision)) => held_edit(text, revision),
        (_, None) => in_state(text, State::Held),
    })
}

fn in_state(text: PostView, state: State) -> Option<Waiting> {
    (text.state == state).then(|| Waiting {
        wording: i64::from(text.version),
        language: text.language,
        since: text.created_at,
    })
}

fn held_edit(text: PostView, revision: RevisionId) -> Option<Waiting> {
    let edit = text.held_edit.filter(|edit| edit.revision == revision)?;
    let since = edit.written_at;
    Some(Waiting { wording: since.0, language: edit.language, since })
}

/// Whoever reads for the desk sees what the space's moderators see.
fn desk(
    author: Option<MemberId>,
    space: Option<stoa_kernel::ids::SpaceId>,
) -> Result<Actor, Fault> {
    let reader = author.ok_or(Fault::Forbidden(refusal_key(Refusal::Role)))?;
    let role = Role { kind: RoleKind::Moderator, space };
    Ok(Actor::member(reader, Standing::Member, vec![role]))
}

/// Carries a verdict out.
///
/// # Errors
/// [`Fault::Conflict`] when the subject cannot take it: its thread is gone, or
/// it was changed by a transaction that began before the case was opened.
pub(crate) async fn apply(tx: &mut Tx, found: &Case, verdict: &Verdict) -> Result<Effects, Fault> {
    match (verdict.act, found.subject) {
        (Act::Approve, Subject::Thread { post, .. } | Subject::Reply { post, .. }) => {
            publish(tx, found, post).await
        }
        (Act::Approve, Subject::Edit { post, revision, .. }) => {
            posts::publish_revision(tx, revision).await?;
            watch::approved(tx, post).await?;
            Ok(Effects::default())
        }
        (Act::Approve, Subject::City(city)) => plain(cities::approve_claim(tx, city).await),
        (Act::Agree, Subject::Report { post, .. }) => plain(posts::remove(tx, post).await),
        (Act::Decline, subject) => decline(tx, subject, verdict).await,
        (Act::Revise | Act::Disagree | Act::Ignore, _) => Ok(Effects::default()),
        (Act::Approve, Subject::Report { .. }) | (Act::Agree, _) => Err(no_such_act()),
    }
}

/// Not offered for this kind of case.
pub(crate) fn no_such_act() -> Fault {
    Fault::invalid("action", "moderation-action-unknown")
}

fn plain(done: Result<(), Fault>) -> Result<Effects, Fault> {
    done.map(|()| Effects::default())
}

async fn publish(tx: &mut Tx, found: &Case, post: PostId) -> Result<Effects, Fault> {
    let published = posts::publish(tx, post).await?;
    // The row is locked now, so what is read here is what became public.
    let desk = desk(found.author, found.space)?;
    let facts = posts::facts(tx, &desk, post).await?;
    if i64::from(facts.version) != found.wording {
        return Err(Fault::Conflict("moderation-text-changed"));
    }
    watch::approved(tx, post).await?;
    members::count_approval(tx, published.author).await?;
    Ok(Effects { counted: true, ..Effects::default() })
}

async fn decline(tx: &mut Tx, subject: Subject, verdict: &Verdict) -> Result<Effects, Fault> {
    let reason = verdict.reason.map_or("", crate::reasons::Reason::name);
    plain(match subject {
        Subject::Thread { post, .. } | Subject::Reply { post, .. } => {
            posts::decline(tx, post, reason).await
        }
        Subject::Edit { revision, .. } => posts::decline_revision(tx, revision, reason).await,
        Subject::City(city) => cities::decline_claim(tx, city).await,
        Subject::Report { .. } => Err(no_such_act()),
    })
}

/// Reverses what a decision did; `false` when its subject has moved on.
pub(crate) async fn reverse(
    tx: &mut Tx,
    found: &Case,
    act: Act,
    done: &Effects,
) -> Result<bool, Fault> {
    let reversed = match (act, found.subject) {
        (Act::Approve, Subject::Thread { post, .. } | Subject::Reply { post, .. }) => {
            posts::unpublish(tx, post).await
        }
        (Act::Approve, Subject::Edit { revision, .. }) => {
            posts::unpublish_revision(tx, revision).await.map(|_| ())
        }
        (Act::Decline, Subject::Thread { post, .. } | Subject::Reply { post, .. }) => {
            posts::reopen(tx, post).await
        }
        (Act::Decline, Subject::Edit { revision, .. }) => {
            posts::reopen_revision(tx, revision).await
        }
        (Act::Approve | Act::Decline, Subject::City(city)) => reopen_city(tx, city).await,
        (Act::Agree, Subject::Report { post, .. }) => posts::restore(tx, post).await,
        (Act::Revise | Act::Disagree | Act::Ignore, _) => Ok(()),
        (Act::Approve | Act::Decline, Subject::Report { .. }) | (Act::Agree, _) => {
            Err(no_such_act())
        }
    };
    match reversed {
        Err(Fault::Conflict(_) | Fault::NotFound) => return Ok(false),
        other => other?,
    }
    if let (true, Some(author)) = (done.counted, found.author) {
        members::uncount_approval(tx, author).await?;
    }
    Ok(true)
}

async fn reopen_city(tx: &mut Tx, city: CityId) -> Result<(), Fault> {
    cities::reopen_claim(tx, city).await
}
