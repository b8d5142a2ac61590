//! The table `sessions`.

use sea_orm::FromQueryResult;
use sea_orm::entity::prelude::*;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{CityId, MemberId, SessionId};
use stoa_kernel::{Fault, Reads, Time};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: SessionId,
    pub(crate) member_id: MemberId,
    pub(crate) token_hash: String,
    pub(crate) agent: String,
    pub(crate) address_prefix: String,
    pub(crate) created_at: Time,
    pub(crate) seen_at: Time,
    pub(crate) expires_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A session and its member in one row.
#[derive(FromQueryResult)]
pub(crate) struct SignedRow {
    pub(crate) session: SessionId,
    pub(crate) session_seen_at: Time,
    pub(crate) id: MemberId,
    pub(crate) handle: String,
    pub(crate) display_name: String,
    pub(crate) locale: String,
    pub(crate) languages: String,
    pub(crate) time_zone: String,
    pub(crate) audience: String,
    pub(crate) tie: String,
    pub(crate) city_id: Option<CityId>,
    pub(crate) approved_posts: i32,
    pub(crate) keys_enabled: bool,
    pub(crate) translated: bool,
    pub(crate) theme: String,
    pub(crate) suspended_until: Option<Time>,
    pub(crate) seen_at: Option<Time>,
    pub(crate) rights_version: i64,
}

/// The session of a token's hash, unless it ended or was idle since `idle`.
pub(crate) async fn signed(
    db: &impl Reads,
    hash: &str,
    idle: Time,
) -> Result<Option<SignedRow>, Fault> {
    let sql = "SELECT s.id AS session, s.seen_at AS session_seen_at, m.id AS id, m.handle AS handle, \
        m.display_name AS display_name, m.locale AS locale, m.languages AS languages, \
        m.time_zone AS time_zone, m.audience AS audience, m.tie AS tie, m.city_id AS city_id, \
        m.approved_posts AS approved_posts, m.keys_enabled AS keys_enabled, m.theme AS theme, \
        m.translated AS translated, \
        m.suspended_until AS suspended_until, m.seen_at AS seen_at, \
        m.rights_version AS rights_version \
        FROM sessions s JOIN members m ON m.id = s.member_id \
        WHERE s.token_hash = ? AND s.expires_at > ? AND s.seen_at > ? \
        AND m.state = 'active' AND m.confirmed_at IS NOT NULL";
    let values = vec![hash.into(), db.now().into(), idle.into()];
    Ok(rows(db, sql, values).await?.into_iter().next())
}
