//! What happened to each case, line by line.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder};
use stoa_kernel::ids::{CaseId, EntryId, MemberId};
use stoa_kernel::{Fault, Reads, Time, Tx};

use crate::model::{Happened, Line};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_history")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: EntryId,
    pub(crate) case_id: CaseId,
    pub(crate) actor_id: Option<MemberId>,
    pub(crate) event: String,
    pub(crate) version: i32,
    pub(crate) detail: String,
    pub(crate) at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Adds a line; `detail` is what the words of `what` leave open, mostly nothing.
pub(crate) async fn add(
    tx: &Tx,
    case: CaseId,
    by: Option<MemberId>,
    what: Happened,
    version: i32,
    detail: &str,
) -> Result<(), Fault> {
    let row = ActiveModel {
        id: Set(tx.new_id()),
        case_id: Set(case),
        actor_id: Set(by),
        event: Set(what.name().to_owned()),
        version: Set(version),
        detail: Set(detail.to_owned()),
        at: Set(tx.now()),
    };
    Entity::insert(row).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

/// The lines of a case, oldest first.
pub(crate) async fn of(db: &impl Reads, case: CaseId) -> Result<Vec<Line>, Fault> {
    let query = Entity::find()
        .filter(Column::CaseId.eq(case))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Version)
        .order_by_asc(Column::Id);
    Ok(query.all(&db.conn()).await?.into_iter().filter_map(Model::into_line).collect())
}

/// What raised a case's version above `seen`, oldest first.
pub(crate) async fn since(db: &impl Reads, case: CaseId, seen: i32) -> Result<Vec<Line>, Fault> {
    let query = Entity::find()
        .filter(Column::CaseId.eq(case))
        .filter(Column::Version.gt(seen))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Version)
        .order_by_asc(Column::Id);
    Ok(query.all(&db.conn()).await?.into_iter().filter_map(Model::into_line).collect())
}

impl Model {
    /// A line written by a later release is left out, not a fault.
    fn into_line(self) -> Option<Line> {
        let what = Happened::parse(&self.event)?;
        Some(Line { what, by: self.actor_id, version: self.version, at: self.at })
    }
}
