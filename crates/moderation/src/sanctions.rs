//! What a decision does to an author beside the text: a warning, or silence for some days.
//!
//! Each is a **strike**, which counts for 180 days and is overruled with its decision. Whoever is
//! silenced reads, signs in, reads the decision, takes along and erases what is kept of him; he
//! writes nothing until the day that the decision names. Nothing is done in secret: the author
//! reads it in the decision, on its page and in its letter.

use std::time::Duration;

use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use stoa_accounts::members;
use stoa_accounts::roles::By;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{DecisionId, MemberId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};
use stoa_policy::Action;

use crate::model::named;

named! {
    /// What is done.
    SanctionKind {
        /// The author is warned.
        Warn = "warn",
        /// The author writes nothing for some days.
        Suspend = "suspend",
    }
}

/// What a moderator wants to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sanction {
    /// What.
    pub kind: SanctionKind,
    /// For how many days, 1 to 365; warnings have none.
    pub days: i32,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imposed {
    /// The name of a [`SanctionKind`].
    pub kind: String,
    /// When silence ends; none for a warning.
    pub ends_at: Option<i64>,
}

impl Imposed {
    /// What was done; none for what a later release did.
    #[must_use]
    pub fn kind(&self) -> Option<SanctionKind> {
        SanctionKind::parse(&self.kind)
    }

    /// When silence ends.
    #[must_use]
    pub fn until(&self) -> Option<Time> {
        self.ends_at.map(Time)
    }
}

/// How long a strike counts.
pub const COUNTS: Duration = Duration::from_secs(180 * 86_400);
/// The longest silence, in days.
pub const LONGEST: i32 = 365;
/// For how many days the form offers silence.
pub const OFFERED: [i32; 4] = [1, 7, 30, 90];

/// What was true of an author before and after, so that undoing reverses no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Silenced {
    before: Option<i64>,
    after: i64,
}

/// Whether the actor may do this to an author: everybody who decides may warn; who moderates
/// everywhere may silence, and nobody silences who has a duty but administrators.
pub(crate) async fn may(
    db: &impl Reads,
    actor: &Actor,
    author: Option<MemberId>,
    sanction: Sanction,
) -> Result<(), Fault> {
    let author = author.ok_or(Fault::invalid("sanction", "moderation-sanction-nobody"))?;
    if sanction.kind == SanctionKind::Warn {
        return Ok(());
    }
    if !(1..=LONGEST).contains(&sanction.days) {
        return Err(Fault::invalid("sanction", "moderation-sanction-days"));
    }
    if actor.may(Action::SeeCase).is_err() {
        return Err(Fault::invalid("sanction", "moderation-sanction-everywhere"));
    }
    let duties = stoa_accounts::hours::duties(db).await?;
    let has_duty = duties.iter().any(|duty| duty.member == author);
    if has_duty && actor.may(Action::Administer).is_err() {
        return Err(Fault::invalid("sanction", "moderation-sanction-duty"));
    }
    Ok(())
}

/// Does it to the author; a longer silence that is there already stays.
pub(crate) async fn impose(
    tx: &mut Tx,
    author: MemberId,
    sanction: Sanction,
) -> Result<(Imposed, Option<Silenced>), Fault> {
    let kind = sanction.kind.name().to_owned();
    if sanction.kind == SanctionKind::Warn {
        return Ok((Imposed { kind, ends_at: None }, None));
    }
    let before = members::suspended_until(tx, author).await?;
    let days = u64::try_from(sanction.days).unwrap_or(1);
    let wanted = tx.now().plus(Duration::from_secs(days * 86_400));
    let until = before.map_or(wanted, |before| before.max(wanted));
    members::suspend(tx, By::Decision, author, Some(until)).await?;
    let silenced = Silenced { before: before.map(|at| at.0), after: until.0 };
    Ok((Imposed { kind, ends_at: Some(until.0) }, Some(silenced)))
}

/// Notes the strike.
pub(crate) async fn strike(
    tx: &Tx,
    decision: DecisionId,
    author: MemberId,
    imposed: &Imposed,
) -> Result<(), Fault> {
    let sql = "INSERT INTO strikes (decision_id, member_id, kind, at, ends_at) \
               VALUES (?, ?, ?, ?, ?)";
    let (now, ends) = (tx.now(), tx.now().plus(COUNTS));
    let kind = imposed.kind.as_str();
    let values = vec![decision.into(), author.into(), kind.into(), now.into(), ends.into()];
    tx.run(sql, values).await.map(|_| ())
}

/// Takes it back with its decision: the strike counts no more, and silence ends unless somebody has
/// changed it since.
pub(crate) async fn overrule(
    tx: &mut Tx,
    decision: DecisionId,
    author: Option<MemberId>,
    silenced: Option<Silenced>,
) -> Result<(), Fault> {
    let sql = "UPDATE strikes SET overruled_at = ? WHERE decision_id = ?";
    tx.run(sql, vec![tx.now().into(), decision.into()]).await?;
    let (Some(author), Some(silenced)) = (author, silenced) else { return Ok(()) };
    if members::suspended_until(tx, author).await? != Some(Time(silenced.after)) {
        return Ok(());
    }
    let before = silenced.before.map(Time).filter(|until| *until > tx.now());
    members::suspend(tx, By::Decision, author, before).await
}

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

/// How many strikes count against somebody now.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn strikes(db: &impl Reads, member: MemberId) -> Result<i64, Fault> {
    let sql = "SELECT COUNT(*) AS count FROM strikes \
               WHERE member_id = ? AND ends_at > ? AND overruled_at IS NULL";
    let found: Vec<Count> = rows(db, sql, vec![member.into(), db.now().into()]).await?;
    Ok(found.first().map_or(0, |row| row.count))
}
