//! Spaces.

use sea_orm::entity::prelude::*;
use stoa_kernel::ids::SpaceId;
use stoa_kernel::{Fault, Time};
use stoa_policy::SpaceFacts;

use crate::model;
use crate::store::unknown;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "spaces")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: SpaceId,
    pub(crate) slug: String,
    pub(crate) names: String,
    pub(crate) summaries: String,
    pub(crate) languages: String,
    pub(crate) visibility: String,
    pub(crate) posting: String,
    pub(crate) holding: String,
    pub(crate) public_history: bool,
    pub(crate) neutral_subject: bool,
    pub(crate) translated: bool,
    pub(crate) place: i32,
    pub(crate) rights_version: i64,
    pub(crate) version: i32,
    pub(crate) created_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What a space allows, from the names in its row.
pub(crate) fn facts(visibility: &str, posting: &str, holding: &str) -> Result<SpaceFacts, Fault> {
    Ok(SpaceFacts {
        visibility: model::visibility(visibility)
            .ok_or_else(|| unknown("visibility", visibility))?,
        posting: model::posting(posting).ok_or_else(|| unknown("posting", posting))?,
        holding: model::holding(holding).ok_or_else(|| unknown("holding", holding))?,
    })
}

/// A list kept as JSON text.
pub(crate) fn list(json: &str) -> Result<Vec<String>, Fault> {
    serde_json::from_str(json).map_err(Fault::broken)
}

/// Texts by locale kept as JSON text.
pub(crate) fn texts(json: &str) -> Result<model::Texts, Fault> {
    serde_json::from_str(json).map_err(Fault::broken)
}
