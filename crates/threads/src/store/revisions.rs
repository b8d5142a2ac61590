//! Earlier, waiting and declined wordings of posts.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::{MemberId, PostId, RevisionId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revisions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: RevisionId,
    pub(crate) post_id: PostId,
    pub(crate) version: i32,
    pub(crate) state: String,
    pub(crate) title: Option<String>,
    pub(crate) markdown: String,
    pub(crate) html: String,
    pub(crate) editor_id: MemberId,
    pub(crate) language: String,
    pub(crate) hold_reason: Option<String>,
    pub(crate) written_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
