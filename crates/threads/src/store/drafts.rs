//! Drafts.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::{DraftId, MemberId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "drafts")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: DraftId,
    pub(crate) member_id: MemberId,
    pub(crate) slot: String,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) fields: String,
    pub(crate) returned_reason: Option<String>,
    pub(crate) sequence: i64,
    pub(crate) updated_at: Time,
    pub(crate) publish_at: Option<Time>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
