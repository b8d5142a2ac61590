//! Posts in other languages.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::{MemberId, PostId, RevisionId, TranslationId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "translations")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: TranslationId,
    pub(crate) post_id: PostId,
    pub(crate) language: String,
    pub(crate) version: i32,
    pub(crate) edition: i32,
    pub(crate) latest: bool,
    pub(crate) state: String,
    pub(crate) title: Option<String>,
    pub(crate) markdown: String,
    pub(crate) html: String,
    pub(crate) renderer: i32,
    pub(crate) editor_id: Option<MemberId>,
    pub(crate) revision_id: Option<RevisionId>,
    pub(crate) made_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
