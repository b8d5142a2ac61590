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

/// What waits of one space, language and kind.
#[derive(FromQueryResult)]
struct Group {
    space_id: Option<SpaceId>,
    language: Option<String>,
    kind: String,
    count: i64,
    /// For a day or longer.
    team: i64,
    /// For two days or longer.
    everybody: i64,
    oldest: Time,
}

impl Group {
    fn pair(&self) -> (Option<SpaceId>, Option<&str>) {
        (self.space_id, self.language.as_deref())
    }

    /// How many of each age wait, the youngest first.
    fn ages(&self) -> [(Duration, i64); 3] {
        [
            (Duration::ZERO, self.count - self.team),
            (TEAM, self.team - self.everybody),
            (EVERYBODY, self.everybody),
        ]
    }
}

/// A waiting case that the actor is on, or whose text the actor wrote.
#[derive(FromQueryResult)]
struct Near {
    space_id: Option<SpaceId>,
    language: Option<String>,
    kind: String,
    opened_at: Time,
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
    let (now, all, groups) = (db.now(), duties(db).await?, groups(db, actor).await?);
    let mine = |(space, language): (Option<SpaceId>, Option<&str>), waited| {
        whose(&all, space, language, waited, now).contains(&me)
    };
    let mut tally = Tally { filter: Ours(ours(&groups, me, now, mine)), ..Tally::default() };
    for group in &groups {
        let own = group.ages().into_iter().filter(|(waited, _)| mine(group.pair(), *waited));
        tally.ours.add(&group.kind, own.map(|(_, count)| count).sum(), group.oldest);
        tally.all.add(&group.kind, group.count, group.oldest);
    }
    let is_mine =
        |one: &Near| mine((one.space_id, one.language.as_deref()), now.since(one.opened_at));
    let claimed = claimed(db, actor, me).await?;
    for one in claimed.iter().filter(|one| !is_mine(one)) {
        tally.ours.add(&one.kind, 1, one.opened_at);
    }
    let on = i64::try_from(claimed.len()).unwrap_or(0);
    (tally.all.mine, tally.ours.mine) = (on, on);
    let written = written(db, actor, me).await?.iter().filter(|one| is_mine(one)).count();
    tally.badge = u64::try_from(tally.ours.open).unwrap_or(0).saturating_sub(written as u64);
    Ok(tally)
}

impl Counts {
    fn add(&mut self, kind: &str, count: i64, oldest: Time) {
        let Some(kind) = CaseKind::parse(kind).filter(|_| count > 0) else { return };
        self.open += count;
        self.oldest = self.oldest.into_iter().chain([oldest]).min();
        *self.kinds.entry(kind).or_default() += count;
    }
}

/// The actor's cases, and those the actor is on, as a condition; of those he may see.
fn ours(
    groups: &[Group],
    me: MemberId,
    now: Time,
    mine: impl Fn((Option<SpaceId>, Option<&str>), Duration) -> bool,
) -> Condition {
    let claimed = Condition::all()
        .add(case::Column::ClaimedBy.eq(me))
        .add(case::Column::ClaimedUntil.gt(now));
    let old = case::Column::OpenedAt.lte(now.minus(EVERYBODY));
    let mut any = Condition::any().add(old).add(claimed);
    let pairs: BTreeSet<_> = groups.iter().map(Group::pair).collect();
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

/// The spaces the actor moderates, as a part of a statement, with its values.
fn scope(actor: &Actor) -> (String, Vec<sea_orm::Value>) {
    match actor.moderates() {
        Scope::All => (String::new(), Vec::new()),
        Scope::Some(spaces) => (
            format!("AND space_id IN ({})", marks(spaces.len())),
            spaces.into_iter().map(sea_orm::Value::from).collect(),
        ),
    }
}

/// One reading of an index that has all of it, in its order.
async fn groups(db: &impl Reads, actor: &Actor) -> Result<Vec<Group>, Fault> {
    let (scope, spaces) = scope(actor);
    let sql = format!(
        "SELECT space_id, language, kind, CAST(COUNT(*) AS BIGINT) AS count, \
           CAST(SUM(CASE WHEN opened_at <= ? THEN 1 ELSE 0 END) AS BIGINT) AS team, \
           CAST(SUM(CASE WHEN opened_at <= ? THEN 1 ELSE 0 END) AS BIGINT) AS everybody, \
           MIN(opened_at) AS oldest \
         FROM cases WHERE state = 'open' {scope} GROUP BY space_id, language, kind"
    );
    let ages = [db.now().minus(TEAM).into(), db.now().minus(EVERYBODY).into()];
    rows(db, &sql, ages.into_iter().chain(spaces).collect()).await
}

async fn claimed(db: &impl Reads, actor: &Actor, me: MemberId) -> Result<Vec<Near>, Fault> {
    let (scope, spaces) = scope(actor);
    let sql = format!(
        "SELECT space_id, language, kind, opened_at FROM cases \
         WHERE claimed_by = ? AND state = 'open' AND claimed_until > ? {scope}"
    );
    let values: [sea_orm::Value; 2] = [me.into(), db.now().into()];
    rows(db, &sql, values.into_iter().chain(spaces).collect()).await
}

async fn written(db: &impl Reads, actor: &Actor, me: MemberId) -> Result<Vec<Near>, Fault> {
    let (scope, spaces) = scope(actor);
    let sql = format!(
        "SELECT space_id, language, kind, opened_at FROM cases \
         WHERE author_id = ? AND state = 'open' {scope}"
    );
    rows(db, &sql, std::iter::once(me.into()).chain(spaces).collect()).await
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
