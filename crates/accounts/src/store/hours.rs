//! The table `moderator_hours`.

use sea_orm::FromQueryResult;
use sea_orm::entity::prelude::*;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Fault, Reads};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "moderator_hours")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member_id: MemberId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) weekday: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) from_minute: i32,
    pub(crate) to_minute: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A span of a moderator's week with the zone it is meant in.
#[derive(FromQueryResult)]
pub(crate) struct Row {
    pub(crate) weekday: i32,
    pub(crate) from_minute: i32,
    pub(crate) to_minute: i32,
    pub(crate) time_zone: String,
    pub(crate) languages: String,
}

/// The hours of all who may decide in a space and are not silenced.
pub(crate) async fn in_space(db: &impl Reads, space: SpaceId) -> Result<Vec<Row>, Fault> {
    let sql = "SELECT h.weekday AS weekday, h.from_minute AS from_minute, h.to_minute AS to_minute, \
        m.time_zone AS time_zone, m.languages AS languages \
        FROM moderator_hours h JOIN members m ON m.id = h.member_id \
        WHERE m.state = 'active' AND m.confirmed_at IS NOT NULL \
        AND (m.suspended_until IS NULL OR m.suspended_until <= ?) \
        AND EXISTS (SELECT 1 FROM roles r WHERE r.member_id = m.id \
          AND r.role IN ('moderator', 'administrator') \
          AND (r.space_id IS NULL OR r.space_id = ?))";
    rows(db, sql, vec![db.now().into(), space.into()]).await
}
