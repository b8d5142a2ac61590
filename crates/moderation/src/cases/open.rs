//! Opening cases, from the events that make them; and what their authors do meanwhile.

use stoa_kernel::ids::{CaseId, CityId, MemberId, PostId, RevisionId};
use stoa_kernel::{Fault, Reads, Tx};
use stoa_threads::events::{EditHeld, PostDeleted, PostHeld};
use stoa_threads::tending::place;

use super::effects::waiting;
use super::{changed, open_again, standing, turn};
use crate::events::CaseOpened;
use crate::model::{Act, Case, CaseState, Happened, Subject};
use crate::reports::{self, Outcome};
use crate::store::{case, decision, history};
use crate::watch;

/// Why a claimed city is here.
const CITY_UNKNOWN: &str = "city_unknown";

/// Opens the case of a held post. Running it again, or after the post is
/// no longer held, changes nothing.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn open_for_post(tx: &mut Tx, event: &PostHeld) -> Result<(), Fault> {
    let post = event.post;
    let Some((thread, space)) = place(tx, event.thread).await? else { return Ok(()) };
    let subject = match event.opening {
        true => Subject::Thread { thread, post },
        false => Subject::Reply { thread, post },
    };
    let (author, space) = (Some(event.author), Some(space));
    let Some(text) = waiting(tx, subject, author, space).await? else {
        return Ok(());
    };
    let language = Some(text.language.as_str());
    let (wording, since, reason) = (text.wording, text.since, event.reason.as_str());
    let fresh = case::Fresh { subject, wording, space, language, author, reason, since };
    open(tx, &fresh).await.map(|_| ())
}

/// Opens the case of a held wording, or opens the case of an earlier wording
/// of the same post again. Running it again changes nothing.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn open_for_revision(tx: &mut Tx, event: &EditHeld) -> Result<(), Fault> {
    let (post, revision) = (event.post, event.revision);
    let Some((thread, space)) = place(tx, event.thread).await? else { return Ok(()) };
    let subject = Subject::Edit { thread, post, revision };
    let (author, space) = (Some(event.author), Some(space));
    let Some(text) = waiting(tx, subject, author, space).await? else {
        return Ok(());
    };
    let language = Some(text.language.as_str());
    let (wording, since, reason) = (text.wording, text.since, event.reason.as_str());
    let fresh = case::Fresh { subject, wording, space, language, author, reason, since };
    match open(tx, &fresh).await? {
        Some(known) if known.subject != subject => {
            case::set_wording(tx, known.id, Some(revision), wording, &text.language).await?;
            reopen(tx, &known, author).await
        }
        _ => Ok(()),
    }
}

/// Opens the case of a city somebody named. Running it again changes nothing.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn open_for_city(tx: &mut Tx, city: CityId, by: MemberId) -> Result<(), Fault> {
    let fresh = case::Fresh {
        subject: Subject::City(city),
        wording: 0,
        space: None,
        language: None,
        author: Some(by),
        reason: CITY_UNKNOWN,
        since: tx.now(),
    };
    open(tx, &fresh).await.map(|_| ())
}

/// The case of a reported post: a new one, the one that waits, or the one that was over and is open
/// again.
pub(crate) async fn open_for_report(tx: &mut Tx, fresh: &case::Fresh<'_>) -> Result<CaseId, Fault> {
    let Some(known) = open(tx, fresh).await? else {
        let made = case::locked_of(tx, fresh.subject).await?;
        return made.map(|one| one.id).ok_or(Fault::NotFound);
    };
    let language = fresh.language.unwrap_or_default();
    case::set_wording(tx, known.id, None, fresh.wording, language).await?;
    match known.state {
        CaseState::Open => changed(tx, &known)?,
        CaseState::Decided | CaseState::Closed => reopen(tx, &known, None).await?,
    }
    Ok(known.id)
}

/// Closes the cases of a post that its author took back, also one in which a
/// change had been asked for.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn close_for_post(tx: &mut Tx, event: &PostDeleted) -> Result<(), Fault> {
    watch::forget(tx, event.post).await?;
    for found in case::locked_of_post(tx, event.post).await? {
        if found.state == CaseState::Open || was_sent_back(tx, &found).await? {
            close(tx, &found, Some(event.author)).await?;
        }
    }
    Ok(())
}

/// Closes the cases of texts that wait no more though their post stays: the author left.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn close_for_lost_wordings(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    for found in case::locked_of_post(tx, post).await? {
        let open = found.state == CaseState::Open || was_sent_back(tx, &found).await?;
        if open && waiting(tx, found.subject, found.author, found.space).await?.is_none() {
            close(tx, &found, None).await?;
        }
    }
    Ok(())
}

/// Ends a case without a decision.
pub(super) async fn close(tx: &mut Tx, found: &Case, by: Option<MemberId>) -> Result<(), Fault> {
    let next = case::Change {
        state: CaseState::Closed,
        version: found.version + 1,
        claim: None,
        decided_at: Some(tx.now()),
        ..standing(found)
    };
    turn(tx, found, next, by, Happened::Closed).await?;
    if matches!(found.subject, Subject::Report { .. }) {
        reports::answer(tx, found, Outcome::Gone, None).await?;
    }
    changed(tx, found)
}

/// Locks the cases of a post before its text is edited, in the order in which
/// decisions lock: first the case, then the post.
pub(crate) async fn lock_for_edit(tx: &Tx, post: PostId) -> Result<Vec<Case>, Fault> {
    case::locked_of_post(tx, post).await
}

/// Notes in the transaction of an edit that the waiting text is another one
/// now: a moderator who has read the old one gets a conflict. A case in which
/// a change was asked for is open again; one whose waiting wording the edit
/// has made void is closed.
pub(crate) async fn text_changed(
    tx: &mut Tx,
    cases: &[Case],
    revision: Option<RevisionId>,
    author: MemberId,
) -> Result<(), Fault> {
    for found in cases {
        let same = found.subject.revision() == revision;
        // The wording that was reported stays in its place while another one waits.
        if matches!(found.subject, Subject::Report { .. }) && !same {
            continue;
        }
        match found.state {
            CaseState::Open if same => edited(tx, found, author).await?,
            CaseState::Open => close(tx, found, Some(author)).await?,
            CaseState::Decided if same && was_sent_back(tx, found).await? => {
                renew(tx, found).await?;
                reopen(tx, found, Some(author)).await?;
            }
            CaseState::Decided | CaseState::Closed => {}
        }
    }
    Ok(())
}

/// The case stands for another wording from now on.
pub(super) async fn edited(tx: &mut Tx, found: &Case, author: MemberId) -> Result<(), Fault> {
    renew(tx, found).await?;
    let next = case::Change { version: found.version + 1, ..standing(found) };
    turn(tx, found, next, Some(author), Happened::Edited).await?;
    changed(tx, found)
}

async fn renew(tx: &Tx, found: &Case) -> Result<(), Fault> {
    let Some(text) = waiting(tx, found.subject, found.author, found.space).await? else {
        return Ok(());
    };
    case::set_wording(tx, found.id, found.subject.revision(), text.wording, &text.language).await
}

/// Whether the decision that stands asked the author for a change.
async fn was_sent_back(db: &impl Reads, found: &Case) -> Result<bool, Fault> {
    if found.state != CaseState::Decided {
        return Ok(false);
    }
    Ok(decision::standing(db, found.id).await?.is_some_and(|made| made.act == Act::Revise))
}

/// Opens the case, or gives back the one its subject has.
async fn open(tx: &mut Tx, fresh: &case::Fresh<'_>) -> Result<Option<Case>, Fault> {
    let id: CaseId = tx.new_id();
    if !case::insert(tx, id, fresh).await? {
        return case::locked_of(tx, fresh.subject).await;
    }
    history::add(tx, id, fresh.author, Happened::Opened, 1, fresh.reason).await?;
    tx.emit(&CaseOpened { case: id, space: fresh.space })?;
    Ok(None)
}

async fn reopen(tx: &mut Tx, found: &Case, by: Option<MemberId>) -> Result<(), Fault> {
    let next = open_again(found, tx);
    turn(tx, found, next, by, Happened::Reopened).await?;
    tx.emit(&CaseOpened { case: found.id, space: found.space })
}
