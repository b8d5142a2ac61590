//! Files.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::{FileId, MemberId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "files")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: FileId,
    pub(crate) owner_id: MemberId,
    pub(crate) address: String,
    pub(crate) name: String,
    pub(crate) kind: Option<String>,
    pub(crate) size: i32,
    pub(crate) received: i32,
    pub(crate) small: bool,
    pub(crate) width: Option<i32>,
    pub(crate) height: Option<i32>,
    pub(crate) sha256: String,
    pub(crate) created_at: Time,
    pub(crate) touched_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
