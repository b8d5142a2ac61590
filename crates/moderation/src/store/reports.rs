//! Reports.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::{CaseId, EntryId, MemberId, PostId, RuleId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: EntryId,
    pub(crate) case_id: CaseId,
    pub(crate) post_id: PostId,
    pub(crate) reporter_id: Option<MemberId>,
    pub(crate) rule_id: Option<RuleId>,
    pub(crate) reason: String,
    pub(crate) note: String,
    pub(crate) version: i32,
    pub(crate) outcome: Option<String>,
    pub(crate) verdict: Option<String>,
    pub(crate) trust: i32,
    pub(crate) agreed: i32,
    pub(crate) judged: i32,
    pub(crate) accuracy: i32,
    pub(crate) bonus: i32,
    pub(crate) score: i32,
    pub(crate) reported_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
