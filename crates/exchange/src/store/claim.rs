//! `city_claims`: who added which city by name.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::{CityId, MemberId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "city_claims")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub city_id: CityId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: MemberId,
    pub claimed_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
