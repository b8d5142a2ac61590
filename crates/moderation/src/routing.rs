//! Whose a case is: first theirs who look after its space, read its language and are at work; after
//! a day all of theirs who look after the space; after two days everybody's who may decide it.
//!
//! **Routing shows nobody a case that he may not see**: it only orders what there is to do, and
//! narrows what [`crate::store::case::visible`] allows.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use sea_orm::{ColumnTrait, Condition, FromQueryResult};
use stoa_accounts::hours::{Duty, duties};
use stoa_kernel::actor::Scope;
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Actor, Fault, Reads, Time};

use crate::model::{Case, CaseKind};
use crate::store::case;

/// How many cases wait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub open: i64,
    /// Those the actor is on.
    pub mine: i64,
    /// By kind; kinds without a case are left out.
    pub kinds: BTreeMap<CaseKind, i64>,
    /// Since when the oldest waits.
    pub oldest: Option<Time>,
}

/// After so long a case is for all who look after its space.
pub(crate) const TEAM: Duration = Duration::from_secs(24 * 3600);
/// After so long it is for everybody who may decide it.
pub(crate) const EVERYBODY: Duration = Duration::from_secs(48 * 3600);

/// Whose a case of a space and a language is that has waited so long.
fn whose(
    duties: &[Duty],
    space: Option<SpaceId>,
    language: Option<&str>,
    waited: Duration,
    now: Time,
) -> Vec<MemberId> {
    let team: Vec<&Duty> = duties.iter().filter(|duty| duty.moderates(space)).collect();
    let others = || duties.iter().filter(|duty| duty.administers).collect::<Vec<_>>();
    if waited >= EVERYBODY {
        return ids(team.iter().copied().chain(others()));
    }
    let team = or_all(team, |duty| duty.at_work(now));
    let team = if team.is_empty() { or_all(others(), |duty| duty.at_work(now)) } else { team };
    match language {
        Some(language) if waited < TEAM => ids(or_all(team, |duty| duty.reads(language))),
        _ => ids(team),
    }
}

/// Those who fit; all where nobody does.
fn or_all(all: Vec<&Duty>, fits: impl Fn(&Duty) -> bool) -> Vec<&Duty> {
    let some: Vec<&Duty> = all.iter().copied().filter(|duty| fits(duty)).collect();
    if some.is_empty() { all } else { some }
}

fn ids<'a>(some: impl IntoIterator<Item = &'a Duty>) -> Vec<MemberId> {
    let mut found: Vec<MemberId> = some.into_iter().map(|duty| duty.member).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whose a waiting case is, and when it becomes more people's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routed {
    /// Whose it is now.
    pub members: Vec<MemberId>,
    /// When it becomes more people's; none when it is everybody's.
    pub widens_at: Option<Time>,
}

/// Whose a case is now.
pub(crate) async fn of(db: &impl Reads, found: &Case) -> Result<Routed, Fault> {
    let (now, all) = (db.now(), duties(db).await?);
    let waited = now.since(found.opened_at);
    let members = whose(&all, found.space, found.language.as_deref(), waited, now);
    let next = [TEAM, EVERYBODY].into_iter().find(|span| waited < *span);
    Ok(Routed { members, widens_at: next.map(|span| found.opened_at.plus(span)) })
}

/// What waits of one space, language, kind and age.
#[derive(FromQueryResult)]
struct Cell {
    space_id: Option<SpaceId>,
    language: Option<String>,
    kind: String,
    /// 0 for less than a day, 1 for less than two, 2.
    age: i32,
    /// The actor wrote the texts.
    own: i32,
    count: i64,
    /// Of these the actor is on so many.
    claimed: i64,
    oldest: Time,
}

impl Cell {
    fn waited(&self) -> Duration {
        [Duration::ZERO, TEAM]
            .into_iter()
            .nth(usize::try_from(self.age).unwrap_or(2))
            .unwrap_or(EVERYBODY)
    }

    fn pair(&self) -> (Option<SpaceId>, Option<&str>) {
        (self.space_id, self.language.as_deref())
    }
}

/// All that waits, for one moderator, in one reading of it.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// All cases that the actor may see.
    pub all: Counts,
    /// Those that are the actor's now.
    pub ours: Counts,
    /// Those of them that the actor may decide: not about texts of the actor's own.
    pub badge: u64,
    /// Which those are.
    pub filter: Ours,
}

/// The cases that are somebody's to decide now; by default every case.
#[derive(Clone, Debug, PartialEq)]
pub struct Ours(pub(crate) Condition);

impl Default for Ours {
    fn default() -> Self {
        Self(Condition::all())
    }
}

/// Counts what waits for the actor; nothing for who moderates nothing.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn tally(db: &impl Reads, actor: &Actor) -> Result<Tally, Fault> {
    let Some(me) = actor.id().filter(|_| !actor.moderates().is_empty()) else {
        return Ok(Tally::default());
    };
    let (now, all, cells) = (db.now(), duties(db).await?, cells(db, actor, me).await?);
    let mine = |(space, language): (Option<SpaceId>, Option<&str>), waited| {
        whose(&all, space, language, waited, now).contains(&me)
    };
    let mut tally = Tally { filter: Ours(ours(&cells, me, now, mine)), ..Tally::default() };
    for cell in &cells {
        tally.all.add(cell, cell.count);
        let count = if mine(cell.pair(), cell.waited()) { cell.count } else { cell.claimed };
        if count > 0 {
            tally.ours.add(cell, count);
        }
        if cell.own == 0 {
            tally.badge += u64::try_from(count).unwrap_or(0);
        }
    }
    Ok(tally)
}

impl Counts {
    fn add(&mut self, cell: &Cell, count: i64) {
        self.open += count;
        self.mine += cell.claimed;
        self.oldest = self.oldest.into_iter().chain([cell.oldest]).min();
        if let Some(kind) = CaseKind::parse(&cell.kind) {
            *self.kinds.entry(kind).or_default() += count;
        }
    }
}

/// The actor's cases, and those the actor is on, as a condition; of those he may see.
fn ours(
    cells: &[Cell],
    me: MemberId,
    now: Time,
    mine: impl Fn((Option<SpaceId>, Option<&str>), Duration) -> bool,
) -> Condition {
    let claimed = Condition::all()
        .add(case::Column::ClaimedBy.eq(me))
        .add(case::Column::ClaimedUntil.gt(now));
    let old = case::Column::OpenedAt.lte(now.minus(EVERYBODY));
    let mut any = Condition::any().add(old).add(claimed);
    let pairs: BTreeSet<_> = cells.iter().map(Cell::pair).collect();
    for pair in pairs {
        if mine(pair, Duration::ZERO) {
            any = any.add(condition(pair));
        } else if mine(pair, TEAM) {
            let older = case::Column::OpenedAt.lte(now.minus(TEAM));
            any = any.add(condition(pair).add(older));
        }
    }
    any
}

async fn cells(db: &impl Reads, actor: &Actor, me: MemberId) -> Result<Vec<Cell>, Fault> {
    let (scope, spaces) = match actor.moderates() {
        Scope::All => (String::new(), Vec::new()),
        Scope::Some(spaces) => (format!("AND space_id IN ({})", marks(spaces.len())), spaces),
    };
    let sql = format!(
        "SELECT space_id, language, kind, age, own, CAST(COUNT(*) AS BIGINT) AS count, \
           CAST(SUM(claimed) AS BIGINT) AS claimed, MIN(opened_at) AS oldest \
         FROM (SELECT space_id, language, kind, opened_at, \
           CASE WHEN opened_at <= ? THEN 2 WHEN opened_at <= ? THEN 1 ELSE 0 END AS age, \
           CASE WHEN author_id = ? THEN 1 ELSE 0 END AS own, \
           CASE WHEN claimed_by = ? AND claimed_until > ? THEN 1 ELSE 0 END AS claimed \
           FROM cases WHERE state = 'open' {scope}) AS waiting \
         GROUP BY space_id, language, kind, age, own"
    );
    let now = db.now();
    let mut values: Vec<sea_orm::Value> =
        vec![now.minus(EVERYBODY).into(), now.minus(TEAM).into(), me.into(), me.into(), now.into()];
    values.extend(spaces.into_iter().map(sea_orm::Value::from));
    rows(db, &sql, values).await
}

fn condition((space, language): (Option<SpaceId>, Option<&str>)) -> Condition {
    let space = match space {
        Some(space) => case::Column::SpaceId.eq(space),
        None => case::Column::SpaceId.is_null(),
    };
    let language = match language {
        Some(language) => case::Column::Language.eq(language),
        None => case::Column::Language.is_null(),
    };
    Condition::all().add(space).add(language)
}
