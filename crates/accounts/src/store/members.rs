//! The table `members`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{FromQueryResult, QuerySelect};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::{Fault, Reads, Time, Tx};

use super::damaged;
use crate::model::{Audience, Card, Settings, Theme, Tie};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "members")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: MemberId,
    pub(crate) email: String,
    pub(crate) email_key: String,
    pub(crate) handle: String,
    pub(crate) handle_key: String,
    pub(crate) display_name: String,
    pub(crate) name_key: String,
    pub(crate) password_hash: Option<String>,
    pub(crate) locale: String,
    pub(crate) languages: String,
    pub(crate) time_zone: String,
    pub(crate) audience: String,
    pub(crate) tie: String,
    pub(crate) city_id: Option<CityId>,
    pub(crate) bio: String,
    pub(crate) note: String,
    pub(crate) state: String,
    pub(crate) approved_posts: i32,
    pub(crate) keys_enabled: bool,
    pub(crate) translated: bool,
    pub(crate) approachable: bool,
    pub(crate) theme: String,
    pub(crate) created_at: Time,
    pub(crate) confirmed_at: Option<Time>,
    pub(crate) suspended_until: Option<Time>,
    pub(crate) seen_at: Option<Time>,
    pub(crate) rights_version: i64,
    pub(crate) version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// In use; the other state, `former`, is of people who left.
pub(crate) const ACTIVE: &str = "active";

impl Model {
    pub(crate) fn audience(&self) -> Result<Audience, Fault> {
        Audience::parse(&self.audience).ok_or_else(|| damaged("audience", &self.audience))
    }

    pub(crate) fn tie(&self) -> Result<Tie, Fault> {
        Tie::parse(&self.tie).ok_or_else(|| damaged("tie", &self.tie))
    }

    pub(crate) fn settings(&self) -> Result<Settings, Fault> {
        Ok(Settings {
            version: self.version,
            email: self.email.clone(),
            handle: self.handle.clone(),
            display_name: self.display_name.clone(),
            bio: self.bio.clone(),
            languages: languages(&self.languages)?,
            time_zone: self.time_zone.clone(),
            locale: self.locale.clone(),
            audience: self.audience()?,
            tie: self.tie()?,
            city: self.city_id,
            theme: Theme::parse(&self.theme).ok_or_else(|| damaged("theme", &self.theme))?,
            keys_enabled: self.keys_enabled,
            translated: self.translated,
            approachable: self.approachable,
            has_password: self.password_hash.is_some(),
        })
    }
}

/// The list of tags in a column.
pub(crate) fn languages(json: &str) -> Result<Vec<String>, Fault> {
    serde_json::from_str(json).map_err(|_| damaged("languages", json))
}

/// A list of tags for a column.
pub(crate) fn as_json(tags: &[String]) -> String {
    serde_json::Value::from(tags.to_vec()).to_string()
}

/// The member's row.
pub(crate) async fn by_id(db: &impl Reads, id: MemberId) -> Result<Option<Model>, Fault> {
    Ok(Entity::find_by_id(id).one(&db.conn()).await?)
}

/// The member's row, kept from others until the transaction ends.
pub(crate) async fn locked(tx: &Tx, id: MemberId) -> Result<Model, Fault> {
    let found = Entity::find_by_id(id).lock_exclusive().one(&tx.conn()).await?;
    found.ok_or(Fault::NotFound)
}

/// The row of an address, kept from others until the transaction ends.
pub(crate) async fn by_address(tx: &Tx, key: &str) -> Result<Option<Model>, Fault> {
    let found = Entity::find().filter(Column::EmailKey.eq(key)).lock_exclusive();
    Ok(found.one(&tx.conn()).await?)
}

#[derive(FromQueryResult)]
struct SecretRow {
    id: MemberId,
    password_hash: Option<String>,
}

async fn secret(
    db: &impl Reads,
    place: &str,
    value: sea_orm::Value,
) -> Result<Option<(MemberId, String)>, Fault> {
    let sql = format!(
        "SELECT id, password_hash FROM members \
         WHERE {place} = ? AND state = 'active' AND confirmed_at IS NOT NULL"
    );
    let found: Vec<SecretRow> = rows(db, &sql, vec![value]).await?;
    Ok(found.into_iter().next().and_then(|row| row.password_hash.map(|hash| (row.id, hash))))
}

/// The hash behind an address that is confirmed.
pub(crate) async fn secret_by_address(
    db: &impl Reads,
    key: &str,
) -> Result<Option<(MemberId, String)>, Fault> {
    secret(db, "email_key", key.into()).await
}

/// The hash of a member.
pub(crate) async fn secret_by_id(
    db: &impl Reads,
    id: MemberId,
) -> Result<Option<(MemberId, String)>, Fault> {
    secret(db, "id", id.into()).await
}

/// The columns of a card and the count that tells who moderates; the table is `m`.
pub(crate) const CARD: &str = "m.id AS id, m.handle AS handle, m.display_name AS display_name, \
    m.audience AS audience, m.tie AS tie, m.city_id AS city_id, m.state AS state, \
    (SELECT COUNT(*) FROM roles r WHERE r.member_id = m.id \
     AND r.role IN ('moderator', 'administrator')) AS duties";

#[derive(FromQueryResult)]
pub(crate) struct CardRow {
    pub(crate) id: MemberId,
    pub(crate) handle: String,
    pub(crate) display_name: String,
    pub(crate) audience: String,
    pub(crate) tie: String,
    pub(crate) city_id: Option<CityId>,
    pub(crate) state: String,
    pub(crate) duties: i64,
}

impl CardRow {
    pub(crate) fn card(self) -> Result<Card, Fault> {
        Ok(Card {
            id: self.id,
            handle: self.handle,
            name: self.display_name,
            audience: Audience::parse(&self.audience)
                .ok_or_else(|| damaged("audience", &self.audience))?,
            tie: Tie::parse(&self.tie).ok_or_else(|| damaged("tie", &self.tie))?,
            city: self.city_id,
            former: self.state != ACTIVE,
            moderator: self.duties > 0,
        })
    }
}

/// A change of one row: the new values, with the version raised.
pub(crate) fn change(row: &Model) -> ActiveModel {
    let version = Set(row.version.saturating_add(1));
    ActiveModel { id: Set(row.id), version, ..Default::default() }
}

/// Writes a change.
pub(crate) async fn save(tx: &Tx, change: ActiveModel) -> Result<Model, Fault> {
    Ok(change.update(&tx.conn()).await?)
}

/// Raises the version of somebody's rights, so that whoever keeps a copy reads again.
pub(crate) async fn raise_rights(tx: &Tx, id: MemberId) -> Result<(), Fault> {
    let sql = "UPDATE members SET rights_version = rights_version + 1 WHERE id = ?";
    tx.run(sql, vec![id.into()]).await.map(|_| ())
}
