//! The people of conversations.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::{MemberId, ThreadId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "conversation_members")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) thread_id: ThreadId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member_id: MemberId,
    pub(crate) state: String,
    pub(crate) since: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
