//! Giving and taking roles.

use sea_orm::FromQueryResult;
use stoa_kernel::actor::refusal_key;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Actor, Fault, Role, RoleKind, Tx};
use stoa_policy::{Action, Refusal};

use crate::events::RolesChanged;
use crate::members::rights_changed;
use crate::store;

/// On whose word something is done.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// The operator, on the machine itself.
    Operator,
    /// A decision of moderators, who were judged where they made it.
    Decision,
    /// Somebody who signed in.
    Actor(&'a Actor),
}

impl<'a> From<&'a Actor> for By<'a> {
    fn from(actor: &'a Actor) -> Self {
        Self::Actor(actor)
    }
}

impl By<'_> {
    /// The operator may; others are judged.
    pub(crate) fn may(self, action: Action) -> Result<(), Fault> {
        match self {
            Self::Operator | Self::Decision => Ok(()),
            Self::Actor(actor) => actor.may(action).map(|_| ()),
        }
    }

    /// Nobody does this to himself.
    pub(crate) fn is_another(self, member: MemberId) -> Result<(), Fault> {
        match self {
            Self::Actor(actor) if actor.is(member) => {
                Err(Fault::Forbidden(refusal_key(Refusal::Own)))
            }
            _ => Ok(()),
        }
    }
}

/// A role and where it is held: curators and administrators everywhere, participants in a space.
///
/// # Errors
/// [`Fault::Invalid`] when the role is not of that place.
pub fn at(kind: RoleKind, space: Option<SpaceId>) -> Result<Role, Fault> {
    match (kind, space) {
        (RoleKind::Curator | RoleKind::Administrator, Some(_)) => {
            Err(Fault::invalid("space", "accounts-role-everywhere"))
        }
        (RoleKind::Participant, None) => Err(Fault::invalid("space", "accounts-role-needs-space")),
        _ => Ok(Role { kind, space }),
    }
}

/// Gives a role; `false` when it was held already.
///
/// # Errors
/// [`Fault::Forbidden`] for who may not, [`Fault::Invalid`] for a role that is not of that place,
/// [`Fault::NotFound`] for nobody or for an address that is not confirmed.
pub async fn give_role(
    tx: &mut Tx,
    by: By<'_>,
    member: MemberId,
    kind: RoleKind,
    space: Option<SpaceId>,
) -> Result<bool, Fault> {
    by.may(Action::Administer)?;
    let role = at(kind, space)?;
    let row = store::members::locked(tx, member).await?;
    if row.confirmed_at.is_none() || row.state != store::members::ACTIVE {
        return Err(Fault::NotFound);
    }
    let fresh = store::roles::give(tx, member, role).await?;
    if fresh {
        told(tx, member).await?;
    }
    Ok(fresh)
}

/// Takes a role; `false` when it was not held.
///
/// # Errors
/// As [`give_role`], and [`Fault::Conflict`] for the last administrator.
pub async fn take_role(
    tx: &mut Tx,
    by: By<'_>,
    member: MemberId,
    kind: RoleKind,
    space: Option<SpaceId>,
) -> Result<bool, Fault> {
    by.may(Action::Administer)?;
    let role = at(kind, space)?;
    if kind == RoleKind::Administrator {
        keep_one_administrator(tx, member).await?;
    }
    let held = store::roles::take(tx, member, role).await?;
    if held {
        told(tx, member).await?;
    }
    Ok(held)
}

async fn told(tx: &mut Tx, member: MemberId) -> Result<(), Fault> {
    rights_changed(tx, member).await?;
    tx.emit(&RolesChanged { member })
}

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

/// Refuses when `member` administers and nobody else does who is not silenced.
pub(crate) async fn keep_one_administrator(tx: &Tx, member: MemberId) -> Result<(), Fault> {
    let all = store::roles::administrators(tx).await?;
    if !all.contains(&member) {
        return Ok(());
    }
    let others: Vec<MemberId> = all.into_iter().filter(|id| *id != member).collect();
    if able(tx, &others).await? > 0 {
        return Ok(());
    }
    Err(Fault::Conflict("accounts-role-last-administrator"))
}

async fn able(tx: &Tx, members: &[MemberId]) -> Result<i64, Fault> {
    if members.is_empty() {
        return Ok(0);
    }
    let sql = format!(
        "SELECT COUNT(*) AS count FROM members WHERE id IN ({}) AND state = 'active' \
         AND confirmed_at IS NOT NULL AND (suspended_until IS NULL OR suspended_until <= ?)",
        store::marks(members.len())
    );
    let mut values: Vec<sea_orm::Value> = members.iter().map(|id| (*id).into()).collect();
    values.push(stoa_kernel::Reads::now(tx).into());
    let found: Vec<Count> = rows(tx, &sql, values).await?;
    Ok(found.first().map_or(0, |row| row.count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::{FOREVER, suspend};
    use crate::testing::World;
    use crate::views;
    use stoa_policy::Standing;

    #[tokio::test]
    async fn roles_are_given_once_and_raise_the_rights() {
        let world = World::new().await;
        let (ada, mo) = (world.administrator("ada").await, world.member("mo").await);
        let boss = views::actor(&world.db, ada).await.unwrap().unwrap();
        let before = world.rights_version(mo).await;
        let mut heard = world.db.listen();
        let give = world.give(By::Actor(&boss), mo, RoleKind::Moderator).await;
        assert!(give.unwrap());
        assert_eq!(world.rights_version(mo).await, before + 1);
        let told = heard.recv().await.unwrap();
        assert_eq!(
            (told.topic.as_str(), told.data["member"].clone()),
            ("rights", mo.to_string().into())
        );
        assert!(!world.give(By::Actor(&boss), mo, RoleKind::Moderator).await.unwrap());
        assert_eq!(world.rights_version(mo).await, before + 1);
        let actor = views::actor(&world.db, mo).await.unwrap().unwrap();
        assert_eq!(actor.roles(), [Role { kind: RoleKind::Moderator, space: None }]);
        assert_eq!(actor.standing(), Standing::Member, "a duty is trust");
        assert!(world.take(By::Actor(&boss), mo, RoleKind::Moderator).await.unwrap());
        assert!(views::actor(&world.db, mo).await.unwrap().unwrap().roles().is_empty());
    }

    #[tokio::test]
    async fn only_administrators_and_the_operator_give_roles() {
        let world = World::new().await;
        let mo = world.member("mo").await;
        world.give(By::Operator, mo, RoleKind::Moderator).await.unwrap();
        let actor = views::actor(&world.db, mo).await.unwrap().unwrap();
        let tried = world.give(By::Actor(&actor), mo, RoleKind::Administrator).await;
        assert!(matches!(tried, Err(Fault::Forbidden("core-refused-role"))));
        let guest = world.give(By::Actor(&Actor::guest()), mo, RoleKind::Administrator).await;
        assert!(matches!(guest, Err(Fault::Forbidden("core-refused-sign-in"))));
    }

    #[tokio::test]
    async fn the_last_administrator_stays() {
        let world = World::new().await;
        let (ada, bo) = (world.administrator("ada").await, world.administrator("bo").await);
        let kind = RoleKind::Administrator;
        let last = |done: Result<bool, Fault>| {
            matches!(done, Err(Fault::Conflict("accounts-role-last-administrator")))
        };
        world.suspend(By::Operator, bo, Some(FOREVER)).await.unwrap();
        assert!(last(world.take(By::Operator, ada, kind).await), "a silenced one does not count");
        world.suspend(By::Operator, bo, None).await.unwrap();
        assert!(world.take(By::Operator, ada, kind).await.unwrap());
        assert!(last(world.take(By::Operator, bo, kind).await));
        let silenced = world.suspend(By::Operator, bo, Some(FOREVER)).await;
        assert!(matches!(silenced, Err(Fault::Conflict("accounts-role-last-administrator"))));
    }

    #[tokio::test]
    async fn two_administrators_cannot_unseat_each_other() {
        let world = World::new().await;
        let (ada, bo) = (world.administrator("ada").await, world.administrator("bo").await);
        let tries = [ada, bo].map(|member| {
            let db = world.db.clone();
            let kind = RoleKind::Administrator;
            let take =
                async move |tx: &mut Tx| take_role(tx, By::Operator, member, kind, None).await;
            tokio::spawn(async move { db.write(take).await.is_ok() })
        });
        let mut done = 0;
        for attempt in tries {
            done += i32::from(attempt.await.unwrap());
        }
        assert_eq!(done, 1);
    }

    #[tokio::test]
    async fn nobody_silences_himself() {
        let world = World::new().await;
        let ada = world.administrator("ada").await;
        world.administrator("bo").await;
        let actor = views::actor(&world.db, ada).await.unwrap().unwrap();
        let done = world
            .db
            .write(async |tx: &mut Tx| suspend(tx, By::Actor(&actor), ada, Some(FOREVER)).await)
            .await;
        assert!(matches!(done, Err(Fault::Forbidden("core-refused-own"))));
    }

    #[test]
    fn places_fit_roles() {
        let space = Some(SpaceId::from_uuid(sea_orm::prelude::Uuid::from_u128(1)));
        assert!(at(RoleKind::Moderator, space).is_ok() && at(RoleKind::Moderator, None).is_ok());
        assert!(
            at(RoleKind::Administrator, space).is_err() && at(RoleKind::Curator, space).is_err()
        );
        assert!(at(RoleKind::Participant, None).is_err());
    }
}
