//! The tables of rules.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, FromQueryResult, QueryOrder};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, RuleId, SpaceId};
use stoa_kernel::{Fault, Reads, Time, Tx};

use super::{Rule, RuleAct, RuleKind};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rules")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: RuleId,
    pub(crate) kind: String,
    pub(crate) act: String,
    pub(crate) space_id: Option<SpaceId>,
    pub(crate) language: Option<String>,
    pub(crate) title: String,
    pub(crate) lines: String,
    pub(crate) most: i32,
    pub(crate) active: bool,
    pub(crate) version: i32,
    pub(crate) changed_by: Option<MemberId>,
    pub(crate) changed_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

#[derive(FromQueryResult)]
struct Edition {
    edition: i64,
}

/// Which edition of the rules is in force: raised by every change of one.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn edition(db: &impl Reads) -> Result<i64, Fault> {
    let found: Vec<Edition> =
        rows(db, "SELECT edition FROM rule_books WHERE id = 1", vec![]).await?;
    Ok(found.first().map_or(0, |row| row.edition))
}

/// Locks the rules against other changes, and lets every process read them anew.
pub(super) async fn next_edition(tx: &Tx) -> Result<(), Fault> {
    let sql = "UPDATE rule_books SET edition = edition + 1 WHERE id = 1";
    tx.run(sql, vec![]).await.map(|_| ())
}

/// All rules, by name. A kind that a later release knows is left out.
pub(super) async fn all(db: &impl Reads) -> Result<Vec<Rule>, Fault> {
    let sorted = Entity::find().order_by_asc(Column::Title).order_by_asc(Column::Id);
    Ok(sorted.all(&db.conn()).await?.into_iter().filter_map(Model::into_rule).collect())
}

impl Model {
    fn into_rule(self) -> Option<Rule> {
        Some(Rule {
            id: self.id,
            kind: RuleKind::parse(&self.kind)?,
            act: RuleAct::parse(&self.act)?,
            space: self.space_id,
            language: self.language,
            title: self.title,
            lines: self.lines.lines().map(str::to_owned).collect(),
            most: self.most,
            active: self.active,
            version: self.version,
            changed_by: self.changed_by,
            changed_at: self.changed_at,
        })
    }
}

fn row(rule: &Rule) -> ActiveModel {
    ActiveModel {
        id: Set(rule.id),
        kind: Set(rule.kind.name().to_owned()),
        act: Set(rule.act.name().to_owned()),
        space_id: Set(rule.space),
        language: Set(rule.language.clone()),
        title: Set(rule.title.clone()),
        lines: Set(rule.lines.join("\n")),
        most: Set(rule.most),
        active: Set(rule.active),
        version: Set(rule.version),
        changed_by: Set(rule.changed_by),
        changed_at: Set(rule.changed_at),
    }
}

pub(super) async fn insert(tx: &Tx, rule: &Rule) -> Result<(), Fault> {
    Entity::insert(row(rule))
        .exec_without_returning(&tx.conn())
        .await
        .map(|_| ())
        .map_err(Fault::from)
}

pub(super) async fn update(tx: &Tx, rule: &Rule) -> Result<(), Fault> {
    Entity::update(row(rule)).exec(&tx.conn()).await.map(|_| ()).map_err(Fault::from)
}

pub(super) async fn delete(tx: &Tx, id: RuleId) -> Result<(), Fault> {
    Entity::delete_by_id(id).exec(&tx.conn()).await.map(|_| ()).map_err(Fault::from)
}
