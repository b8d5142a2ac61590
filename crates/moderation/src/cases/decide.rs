//! Deciding a case.

use stoa_accounts::hours;
use stoa_kernel::ids::{CaseId, MemberId};
use stoa_kernel::secret::hex;
use stoa_kernel::{Actor, Fault, Problems, Reads, Tx, text};

use super::open::{close, edited};
use super::{Effects, effects, others, take, turn};
use crate::events::CaseDecided;
use crate::model::{
    Act, Case, CaseState, Decision, LONGEST_NOTE, Lease, Line, PATIENCE, Settings, Verdict,
};
use crate::reasons::Reason;
use crate::reports::{self, Outcome};
use crate::sanctions;
use crate::store::{case, decision, history, log};

/// What became of a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// It is the decision.
    Done {
        /// The decision.
        decision: Decision,
        /// The case's version now.
        version: i32,
    },
    /// Another decision was first; nothing was changed.
    Already(Decision),
    /// The case changed since the moderator read it; nothing was changed.
    Stale {
        /// The case's version now.
        version: i32,
        /// What happened since, oldest first.
        since: Vec<Line>,
    },
    /// Another moderator is on it; nothing was changed.
    Taken(Lease),
    /// The author took the text away; there is nothing to decide.
    Closed,
}

/// Decides a case that was read in `version`: publishes the text, asks for a
/// change, or gives it back; keeps a reported post or takes it away; leaves the decision, its history and its line in
/// the public log in the same transaction.
///
/// # Errors
/// [`Fault::NotFound`] for a case of spaces the actor does not moderate,
/// [`Fault::Forbidden`] for one about the actor's own text or report, [`Fault::Invalid`]
/// for a verdict without the reason it needs, or that this kind of case does not take.
pub async fn decide(
    tx: &mut Tx,
    actor: &Actor,
    id: CaseId,
    version: i32,
    verdict: &Verdict,
    settings: &Settings,
) -> Result<Decided, Fault> {
    let me = actor.signed_in()?;
    let found = take(tx, actor, id).await?;
    reports::not_by(tx, &found, me).await?;
    if !found.subject.acts().contains(&verdict.act) {
        return Err(effects::no_such_act());
    }
    if let Some(obstacle) = obstacle(tx, &found, me, version).await? {
        return Ok(obstacle);
    }
    let verdict = checked(verdict)?;
    if let Some(sanction) = verdict.sanction {
        sanctions::may(tx, actor, found.author, sanction).await?;
    }
    let effects = effects::apply(tx, &found, &verdict).await?;
    conclude(tx, &found, me, verdict, effects, settings).await
}

/// What stands in the way of a decision: another one, a change, another
/// moderator, or that there is nothing left to decide.
async fn obstacle(
    tx: &mut Tx,
    found: &Case,
    me: MemberId,
    version: i32,
) -> Result<Option<Decided>, Fault> {
    Ok(match found.state {
        CaseState::Closed => Some(Decided::Closed),
        CaseState::Decided => decision::standing(tx, found.id).await?.map(Decided::Already),
        CaseState::Open if found.version != version => {
            let since = history::since(tx, found.id, version).await?;
            Some(Decided::Stale { version: found.version, since })
        }
        CaseState::Open => match others(found, me) {
            Some(other) => Some(Decided::Taken(other)),
            None => unseen(tx, found).await?,
        },
    })
}

/// The text vanished, or was changed by a transaction that had begun before
/// the case was opened and so could not raise its version.
async fn unseen(tx: &mut Tx, found: &Case) -> Result<Option<Decided>, Fault> {
    let waits = effects::waiting(tx, found.subject, found.author, found.space).await?;
    match (waits, found.author) {
        (None, _) => {
            close(tx, found, None).await?;
            Ok(Some(Decided::Closed))
        }
        (Some(text), Some(author)) if text.wording != found.wording => {
            edited(tx, found, author).await?;
            let version = found.version + 1;
            let since = history::since(tx, found.id, found.version).await?;
            Ok(Some(Decided::Stale { version, since }))
        }
        _ => Ok(None),
    }
}

/// The verdict with its words trimmed, if it says all it has to.
fn checked(verdict: &Verdict) -> Result<Verdict, Fault> {
    let note = verdict.note.as_deref().map(|words| text::body(words).trim().to_owned());
    let note = note.filter(|words| !words.is_empty());
    let mut problems = Problems::default();
    if verdict.act.needs_reason() && verdict.reason.is_none() {
        problems.add("reason", "moderation-reason-missing");
    }
    if verdict.reason == Some(Reason::Other) && verdict.act.needs_reason() && note.is_none() {
        problems.add("note", "moderation-note-missing");
    }
    if note.as_ref().is_some_and(|words| words.chars().count() > LONGEST_NOTE) {
        problems.add("note", "moderation-note-long");
    }
    if verdict.sanction.is_some() && !verdict.act.takes_away() {
        problems.add("sanction", "moderation-sanction-act");
    }
    problems.into_result()?;
    let approves = verdict.act == Act::Approve;
    let reason = verdict.reason.filter(|_| verdict.act.needs_reason());
    let (welcome, sanction) = (verdict.welcome && approves, verdict.sanction);
    Ok(Verdict { act: verdict.act, reason, note, welcome, sanction })
}

async fn conclude(
    tx: &mut Tx,
    found: &Case,
    me: MemberId,
    verdict: Verdict,
    mut effects: Effects,
    settings: &Settings,
) -> Result<Decided, Fault> {
    let mut imposed = None;
    if let Some((author, sanction)) = found.author.zip(verdict.sanction) {
        let (done, silenced) = sanctions::impose(tx, author, sanction).await?;
        effects.silenced = silenced;
        imposed = Some(done);
    }
    let decision = Decision {
        id: tx.new_id(),
        reference: format!("d-{}", hex(&tx.bytes::<8>())),
        case: found.id,
        author: found.author,
        act: verdict.act,
        reason: verdict.reason,
        note: verdict.note,
        welcome: verdict.welcome,
        sanction: imposed,
        by: me,
        at: tx.now(),
        tell_at: tx.now().plus(settings_for(tx, me, settings).await?.undo),
        undone_at: None,
    };
    decision::insert(tx, &decision, case::subject_id(found.subject), &effects).await?;
    if let Some((author, imposed)) = found.author.zip(decision.sanction.as_ref()) {
        sanctions::strike(tx, decision.id, author, imposed).await?;
    }
    let next = case::Change {
        state: CaseState::Decided,
        version: found.version + 1,
        claim: None,
        opened_at: found.opened_at,
        decided_at: Some(tx.now()),
    };
    turn(tx, found, next, Some(me), verdict.act.happened()).await?;
    log::add(tx, found, &decision, verdict.act.name()).await?;
    tx.emit(&told(found, &decision))?;
    if let Some(outcome) = Outcome::of(decision.act) {
        reports::answer(tx, found, outcome, Some(&decision)).await?;
    }
    Ok(Decided::Done { decision, version: next.version })
}

/// The times of the desk as they are for one moderator, who may want more time to take a decision
/// back; none where the instance gives none.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn settings_for(
    db: &impl Reads,
    me: MemberId,
    settings: &Settings,
) -> Result<Settings, Fault> {
    let longer = !settings.undo.is_zero() && hours::patient(db, me).await?;
    let undo = if longer { settings.undo.max(PATIENCE) } else { settings.undo };
    Ok(Settings { undo, ..*settings })
}

fn told(found: &Case, decision: &Decision) -> CaseDecided {
    CaseDecided {
        case: found.id,
        decision: decision.id,
        reference: decision.reference.clone(),
        space: found.space,
        action: decision.act.name().to_owned(),
        kind: found.kind().name().to_owned(),
        author: found.author,
        post: found.subject.post(),
        tell_at: decision.tell_at,
    }
}
