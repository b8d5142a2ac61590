//! The table `applications`: what was asked at joining, beside the link that confirms it.

use sea_orm::entity::prelude::*;
use stoa_kernel::ids::{CityId, MemberId, TokenId};
use stoa_kernel::{Fault, Reads, Time, Tx};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "applications")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) token_id: TokenId,
    pub(crate) member_id: MemberId,
    pub(crate) display_name: String,
    pub(crate) password_hash: Option<String>,
    pub(crate) locale: String,
    pub(crate) languages: String,
    pub(crate) time_zone: String,
    pub(crate) audience: String,
    pub(crate) tie: String,
    pub(crate) city_id: Option<CityId>,
    pub(crate) wish_name: Option<String>,
    pub(crate) wish_country: Option<String>,
    pub(crate) note: String,
    pub(crate) written_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The newest of a member's applications.
pub(crate) async fn newest(tx: &Tx, member: MemberId) -> Result<Option<Model>, Fault> {
    use sea_orm::QueryOrder;
    let mine = Entity::find().filter(Column::MemberId.eq(member));
    Ok(mine.order_by_desc(Column::WrittenAt).order_by_desc(Column::TokenId).one(&tx.conn()).await?)
}

/// The application that a link confirms.
pub(crate) async fn of_token(tx: &Tx, token: TokenId) -> Result<Option<Model>, Fault> {
    Ok(Entity::find_by_id(token).one(&tx.conn()).await?)
}

/// Drops the passwords and wishes of all of them; called when one was confirmed.
pub(crate) async fn drop_all(tx: &Tx, member: MemberId) -> Result<(), Fault> {
    Entity::delete_many().filter(Column::MemberId.eq(member)).exec(&tx.conn()).await?;
    Ok(())
}
