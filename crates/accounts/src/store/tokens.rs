//! The table `tokens`.

use sea_orm::FromQueryResult;
use sea_orm::entity::prelude::*;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, TokenId};
use stoa_kernel::{Fault, Reads, Time};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tokens")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: TokenId,
    pub(crate) member_id: MemberId,
    pub(crate) purpose: String,
    pub(crate) email_key: String,
    pub(crate) created_at: Time,
    pub(crate) expires_at: Time,
    pub(crate) used_at: Option<Time>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A token beside the address its member has now.
#[derive(FromQueryResult)]
pub(crate) struct Row {
    pub(crate) id: TokenId,
    pub(crate) member_id: MemberId,
    pub(crate) expires_at: Time,
    pub(crate) used_at: Option<Time>,
    /// The address for which it was given out.
    pub(crate) email_key: String,
    /// The address now.
    pub(crate) present_key: String,
}

/// The token with this id, if it serves this purpose.
pub(crate) async fn by_id(
    db: &impl Reads,
    id: TokenId,
    purpose: &str,
) -> Result<Option<Row>, Fault> {
    let sql = "SELECT t.id AS id, t.member_id AS member_id, t.expires_at AS expires_at, \
        t.used_at AS used_at, t.email_key AS email_key, m.email_key AS present_key \
        FROM tokens t JOIN members m ON m.id = t.member_id \
        WHERE t.id = ? AND t.purpose = ? AND m.state = 'active'";
    Ok(rows(db, sql, vec![id.into(), purpose.into()]).await?.into_iter().next())
}
