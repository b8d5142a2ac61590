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

/// The table `moderator_absences`; days as `2026-08-01`.
pub(crate) mod absences {
    use super::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "moderator_absences")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) member_id: MemberId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) first_day: String,
        pub(crate) last_day: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The table `moderator_desks`.
pub(crate) mod desks {
    use super::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "moderator_desks")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) member_id: MemberId,
        pub(crate) patient: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Somebody who may decide, by one of his roles.
#[derive(FromQueryResult)]
pub(crate) struct Row {
    pub(crate) id: MemberId,
    pub(crate) role: String,
    pub(crate) space_id: Option<SpaceId>,
    pub(crate) time_zone: String,
    pub(crate) languages: String,
}

/// All who may decide somewhere and are not silenced, a row for each of their roles.
pub(crate) async fn on_duty(db: &impl Reads) -> Result<Vec<Row>, Fault> {
    let sql = "SELECT m.id AS id, r.role AS role, r.space_id AS space_id, \
        m.time_zone AS time_zone, m.languages AS languages \
        FROM members m JOIN roles r ON r.member_id = m.id \
        WHERE r.role IN ('moderator', 'administrator') \
        AND m.state = 'active' AND m.confirmed_at IS NOT NULL \
        AND (m.suspended_until IS NULL OR m.suspended_until <= ?) ORDER BY m.id";
    rows(db, sql, vec![db.now().into()]).await
}
