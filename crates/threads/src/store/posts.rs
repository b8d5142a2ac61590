//! Posts.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::{CityId, MemberId, PostId, ThreadId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "posts")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: PostId,
    pub(crate) thread_id: ThreadId,
    pub(crate) author_id: MemberId,
    pub(crate) city_id: Option<CityId>,
    pub(crate) number: Option<i32>,
    pub(crate) opening: bool,
    pub(crate) state: String,
    pub(crate) hold_reason: Option<String>,
    pub(crate) markdown: String,
    pub(crate) html: String,
    pub(crate) renderer: i32,
    pub(crate) language: String,
    pub(crate) reply_to: Option<PostId>,
    pub(crate) useful: i32,
    pub(crate) version: i32,
    pub(crate) created_at: Time,
    pub(crate) published_at: Option<Time>,
    pub(crate) edited_at: Option<Time>,
    pub(crate) removed_at: Option<Time>,
    pub(crate) wiki: bool,
    /// Who wrote the words that stand there, where that is not the author.
    pub(crate) editor_id: Option<MemberId>,
    /// When somebody last found something wrong with it.
    pub(crate) reported_at: Option<Time>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
