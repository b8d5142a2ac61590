//! Whose a case is: first theirs who look after its space, read its language and are at work; after
//! a day all of theirs who look after the space; after two days everybody's who may decide it.
//!
//! **Routing shows nobody a case that he may not see**: it only orders what there is to do, and
//! narrows what [`crate::store::case::visible`] allows.

use std::time::Duration;

use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use stoa_accounts::hours::{Duty, duties};
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Actor, Fault, Reads, Time};

use crate::model::{Case, CaseState};
use crate::store::case;

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

#[derive(FromQueryResult)]
struct Pair {
    space_id: Option<SpaceId>,
    language: Option<String>,
}

/// The cases that are the actor's now, and those the actor is on; of those he may see.
pub(crate) async fn ours(db: &impl Reads, actor: &Actor) -> Result<Condition, Fault> {
    let (me, now) = (actor.signed_in()?, db.now());
    let all = duties(db).await?;
    let mut any = Condition::any().add(case::Column::OpenedAt.lte(now.minus(EVERYBODY))).add(
        Condition::all()
            .add(case::Column::ClaimedBy.eq(me))
            .add(case::Column::ClaimedUntil.gt(now)),
    );
    for pair in pairs(db, actor).await? {
        let mine = |waited| {
            whose(&all, pair.space_id, pair.language.as_deref(), waited, now).contains(&me)
        };
        if mine(Duration::ZERO) {
            any = any.add(pair.condition());
        } else if mine(TEAM) {
            let older = case::Column::OpenedAt.lte(now.minus(TEAM));
            any = any.add(pair.condition().add(older));
        }
    }
    Ok(any)
}

/// Of which spaces and in which languages cases wait that the actor may see.
async fn pairs(db: &impl Reads, actor: &Actor) -> Result<Vec<Pair>, Fault> {
    let query = case::Entity::find()
        .select_only()
        .column(case::Column::SpaceId)
        .column(case::Column::Language)
        .distinct()
        .filter(case::visible(actor))
        .filter(case::Column::State.eq(CaseState::Open.name()));
    Ok(query.into_model().all(&db.conn()).await?)
}

impl Pair {
    fn condition(&self) -> Condition {
        let space = match self.space_id {
            Some(space) => case::Column::SpaceId.eq(space),
            None => case::Column::SpaceId.is_null(),
        };
        let language = match &self.language {
            Some(language) => case::Column::Language.eq(language.as_str()),
            None => case::Column::Language.is_null(),
        };
        Condition::all().add(space).add(language)
    }
}
