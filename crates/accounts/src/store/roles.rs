//! The table `roles`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{FromQueryResult, QuerySelect};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, RoleId, SpaceId};
use stoa_kernel::{Fault, Reads, Role, RoleKind, Time, Tx};

use super::{damaged, marks};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "roles")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: RoleId,
    pub(crate) member_id: MemberId,
    pub(crate) role: String,
    pub(crate) space_id: Option<SpaceId>,
    pub(crate) given_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

#[derive(FromQueryResult)]
struct Row {
    member_id: MemberId,
    role: String,
    space_id: Option<SpaceId>,
}

impl Row {
    fn role(&self) -> Result<Role, Fault> {
        let kind = RoleKind::parse(&self.role).ok_or_else(|| damaged("role", &self.role))?;
        Ok(Role { kind, space: self.space_id })
    }
}

/// The roles of one member.
pub(crate) async fn of(db: &impl Reads, member: MemberId) -> Result<Vec<Role>, Fault> {
    let all = of_many(db, &[member]).await?;
    Ok(all.into_iter().map(|(_, role)| role).collect())
}

/// The roles of several members.
pub(crate) async fn of_many(
    db: &impl Reads,
    members: &[MemberId],
) -> Result<Vec<(MemberId, Role)>, Fault> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT member_id, role, space_id FROM roles WHERE member_id IN ({}) ORDER BY given_at, id",
        marks(members.len())
    );
    let found: Vec<Row> = rows(db, &sql, members.iter().map(|id| (*id).into()).collect()).await?;
    found.iter().map(|row| row.role().map(|role| (row.member_id, role))).collect()
}

/// Gives a role; `false` when it was held already.
pub(crate) async fn give(tx: &Tx, member: MemberId, role: Role) -> Result<bool, Fault> {
    let fresh = ActiveModel {
        id: Set(tx.new_id()),
        member_id: Set(member),
        role: Set(role.kind.name().to_owned()),
        space_id: Set(role.space),
        given_at: Set(tx.now()),
    };
    let quiet = OnConflict::new().do_nothing().to_owned();
    let done = Entity::insert(fresh).on_conflict(quiet).exec_without_returning(&tx.conn()).await?;
    Ok(done > 0)
}

/// Takes a role; `false` when it was not held.
pub(crate) async fn take(tx: &Tx, member: MemberId, role: Role) -> Result<bool, Fault> {
    let held = Entity::delete_many()
        .filter(Column::MemberId.eq(member))
        .filter(Column::Role.eq(role.kind.name()));
    let here = match role.space {
        Some(space) => held.filter(Column::SpaceId.eq(space)),
        None => held.filter(Column::SpaceId.is_null()),
    };
    Ok(here.exec(&tx.conn()).await?.rows_affected > 0)
}

/// Administrators, whose rows nobody else changes until the transaction ends: two who take the
/// role from each other at the same moment follow one another.
pub(crate) async fn administrators(tx: &Tx) -> Result<Vec<MemberId>, Fault> {
    let name = RoleKind::Administrator.name();
    let held = Entity::find().filter(Column::Role.eq(name)).filter(Column::SpaceId.is_null());
    let held = held.lock_exclusive().all(&tx.conn()).await?;
    Ok(held.into_iter().map(|row| row.member_id).collect())
}
