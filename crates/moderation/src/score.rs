//! What a report weighs: by whom, how often he was right, and of what.
//!
//! The formula and its figures are those by which Discourse weighs its flags: one point, the trust
//! the community puts in its maker, and how many of his last hundred that were judged were right.
//! What nobody judged right or wrong (ignored, taken back by the author) counts for neither. All
//! figures are hundredths of a point, so that sums and orders are exact.

use std::time::Duration;

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Actor, Fault, Reads};
use stoa_policy::{Action, Standing};
use stoa_threads::PostFacts;

use crate::model::Act;
use crate::reasons::Reason;
use crate::sanctions;

/// A point.
pub const POINT: i32 = 100;
/// The trust put in who moderates the space.
const MODERATOR: i32 = 5 * POINT;
/// What was judged longer ago than so many reports says nothing of today.
const LAST: usize = 100;
/// As many say nothing of somebody's judgement.
const TOO_FEW: i32 = 5;
/// Whoever is right as often is neither better nor worse than others.
const USUAL: f64 = 0.7;
/// How many approved posts make a member well known.
const KNOWN: i32 = 5;
/// How long a report that was right stands against its post's author.
const AGAINST: Duration = Duration::from_secs(90 * 86_400);

/// What a report weighs, in hundredths of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Factors {
    /// The trust put in its maker.
    pub trust: i32,
    /// How many of the maker's reports were right.
    pub agreed: i32,
    /// Of how many that were judged.
    pub judged: i32,
    /// What follows from that; negative for who is mostly wrong.
    pub accuracy: i32,
    /// More for what does harm while it stands.
    pub bonus: i32,
}

impl Factors {
    /// All of it together, never less than nothing.
    #[must_use]
    pub fn score(&self) -> i32 {
        (POINT + self.trust + self.accuracy + self.bonus).max(0)
    }
}

/// The factors of a report that the actor makes.
pub(crate) async fn factors(
    db: &impl Reads,
    actor: &Actor,
    found: &PostFacts,
    reason: Reason,
) -> Result<Factors, Fault> {
    let me = actor.signed_in()?;
    let moderates = actor.may_in(found.place.space, Action::SeeCase).is_ok();
    let trust = if moderates { MODERATOR } else { level(db, actor).await? * POINT };
    let (agreed, judged) = judged(db, me).await?;
    let accuracy = accuracy(agreed, judged);
    Ok(Factors { trust, agreed, judged, accuracy, bonus: bonus(reason) })
}

/// The level of trust: 0 for newcomers, 2 for well-known members whose posts nobody was right to
/// report for 90 days, 1 for all others; one less for who has a strike.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn level(db: &impl Reads, actor: &Actor) -> Result<i32, Fault> {
    let me = actor.signed_in()?;
    if actor.standing() != Standing::Member {
        return Ok(0);
    }
    let known = stoa_accounts::members::approved(db, me).await? >= KNOWN;
    let level = if known && !reported(db, me).await? { 2 } else { 1 };
    let struck = sanctions::strikes(db, me).await? > 0;
    Ok(level - i32::from(struck))
}

#[derive(FromQueryResult)]
struct Found {
    verdict: String,
}

async fn reported(db: &impl Reads, me: MemberId) -> Result<bool, Fault> {
    let sql = "SELECT action AS verdict FROM decisions WHERE author_id = ? AND action = ? \
               AND undone_at IS NULL AND made_at > ? LIMIT 1";
    let since = db.now().minus(AGAINST);
    let values = vec![me.into(), Act::Agree.name().into(), since.into()];
    Ok(!rows::<Found>(db, sql, values).await?.is_empty())
}

/// How many of somebody's last reports that were judged were right, and how many were judged.
async fn judged(db: &impl Reads, me: MemberId) -> Result<(i32, i32), Fault> {
    let sql = format!(
        "SELECT verdict FROM reports WHERE reporter_id = ? AND verdict IN (?, ?) \
         ORDER BY reported_at DESC, id DESC LIMIT {LAST}"
    );
    let values = vec![me.into(), Act::Agree.name().into(), Act::Disagree.name().into()];
    let found: Vec<Found> = rows(db, &sql, values).await?;
    let right = found.iter().filter(|row| row.verdict == Act::Agree.name()).count();
    let count = |some: usize| i32::try_from(some).unwrap_or(i32::MAX);
    Ok((count(right), count(found.len())))
}

/// What somebody's earlier reports say of a new one.
fn accuracy(agreed: i32, judged: i32) -> i32 {
    if judged <= TOO_FEW {
        return 0;
    }
    let share = f64::from(agreed) / f64::from(judged);
    let lean =
        if share >= USUAL { (share - USUAL) / (1.0 - USUAL) } else { (share - USUAL) / USUAL };
    let points = lean * f64::from(judged).log(4.0) * 5.0;
    (points * f64::from(POINT)).round() as i32
}

/// What shows people's data or attacks somebody goes on doing harm.
fn bonus(reason: Reason) -> i32 {
    match reason {
        Reason::PersonalData | Reason::Insult => 2 * POINT,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_was_mostly_right_weighs_more_and_whoever_was_not_less() {
        assert_eq!(accuracy(5, 5), 0, "five say nothing");
        assert_eq!(accuracy(16, 16), 1000);
        assert_eq!(accuracy(64, 64), 1500);
        assert_eq!(accuracy(0, 16), -1000);
        assert_eq!(accuracy(7, 10), 0);
        assert_eq!(accuracy(8, 10), 277);
        assert_eq!(accuracy(35, 64), -328);
    }

    #[test]
    fn a_report_never_weighs_less_than_nothing() {
        let wrong = Factors { accuracy: -1500, ..Factors::default() };
        assert_eq!((wrong.score(), Factors::default().score()), (0, POINT));
        let all = Factors { trust: 200, accuracy: 277, bonus: 200, ..Factors::default() };
        assert_eq!(all.score(), 777);
    }
}
