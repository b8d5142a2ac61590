//! Decisions.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect};
use stoa_kernel::ids::{CaseId, DecisionId, MemberId};
use stoa_kernel::{Fault, Reads, Time, Tx};

use crate::cases::Effects;
use crate::model::{Act, Decision};
use crate::reasons::Reason;
use crate::sanctions::Imposed;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "decisions")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: DecisionId,
    pub(crate) reference: String,
    pub(crate) case_id: CaseId,
    pub(crate) subject_id: Uuid,
    pub(crate) author_id: Option<MemberId>,
    pub(crate) made_by: MemberId,
    pub(crate) action: String,
    pub(crate) reason: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) welcome: bool,
    pub(crate) restrictions: String,
    pub(crate) effects: String,
    pub(crate) made_at: Time,
    pub(crate) tell_at: Time,
    pub(crate) undone_at: Option<Time>,
    pub(crate) undone_by: Option<MemberId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Writes a decision.
pub(crate) async fn insert(
    tx: &Tx,
    decision: &Decision,
    subject: Uuid,
    effects: &Effects,
) -> Result<(), Fault> {
    let row = ActiveModel {
        id: Set(decision.id),
        reference: Set(decision.reference.clone()),
        case_id: Set(decision.case),
        subject_id: Set(subject),
        author_id: Set(decision.author),
        made_by: Set(decision.by),
        action: Set(decision.act.name().to_owned()),
        reason: Set(decision.reason.map(|reason| reason.name().to_owned())),
        note: Set(decision.note.clone()),
        welcome: Set(decision.welcome),
        restrictions: Set(serde_json::to_string(&decision.sanction.iter().collect::<Vec<_>>())
            .map_err(Fault::broken)?),
        effects: Set(serde_json::to_string(effects).map_err(Fault::broken)?),
        made_at: Set(decision.at),
        tell_at: Set(decision.tell_at),
        undone_at: Set(None),
        undone_by: Set(None),
    };
    Entity::insert(row).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

/// The newest decision of a case that was not taken back.
pub(crate) async fn standing(db: &impl Reads, case: CaseId) -> Result<Option<Decision>, Fault> {
    let query = Entity::find()
        .filter(Column::CaseId.eq(case))
        .filter(Column::UndoneAt.is_null())
        .order_by_desc(Column::MadeAt)
        .order_by_desc(Column::Id);
    query.one(&db.conn()).await?.map(Model::into_decision).transpose()
}

/// Every decision of a case, oldest first.
pub(crate) async fn of_case(db: &impl Reads, case: CaseId) -> Result<Vec<Decision>, Fault> {
    of_cases(db, &[case]).await
}

/// Every decision of several cases, oldest first.
pub(crate) async fn of_cases(db: &impl Reads, cases: &[CaseId]) -> Result<Vec<Decision>, Fault> {
    if cases.is_empty() {
        return Ok(Vec::new());
    }
    let query = Entity::find()
        .filter(Column::CaseId.is_in(cases.iter().copied()))
        .order_by_asc(Column::MadeAt)
        .order_by_asc(Column::Id);
    query.all(&db.conn()).await?.into_iter().map(Model::into_decision).collect()
}

/// The decision of that name.
pub(crate) async fn by_reference(
    db: &impl Reads,
    reference: &str,
) -> Result<Option<Decision>, Fault> {
    let query = Entity::find().filter(Column::Reference.eq(reference));
    query.one(&db.conn()).await?.map(Model::into_decision).transpose()
}

/// What a decision did, as it was noted for undoing it.
pub(crate) async fn effects(tx: &Tx, id: DecisionId) -> Result<Effects, Fault> {
    let query = Entity::find_by_id(id).select_only().column(Column::Effects);
    let found: Option<String> = query.into_tuple().one(&tx.conn()).await?;
    serde_json::from_str(&found.ok_or(Fault::NotFound)?).map_err(Fault::broken)
}

/// Notes that a decision was taken back.
pub(crate) async fn undo(tx: &Tx, id: DecisionId, by: MemberId) -> Result<(), Fault> {
    let row = ActiveModel {
        id: Set(id),
        undone_at: Set(Some(tx.now())),
        undone_by: Set(Some(by)),
        ..Default::default()
    };
    Entity::update(row).exec(&tx.conn()).await?;
    Ok(())
}

impl Model {
    pub(crate) fn into_decision(self) -> Result<Decision, Fault> {
        let act = Act::parse(&self.action);
        let act =
            act.ok_or_else(|| Fault::broken(format!("{:?} decided nothing known", self.id)))?;
        Ok(Decision {
            id: self.id,
            reference: self.reference,
            case: self.case_id,
            author: self.author_id,
            act,
            reason: self.reason.as_deref().and_then(Reason::parse),
            note: self.note,
            welcome: self.welcome,
            sanction: imposed(&self.restrictions),
            by: self.made_by,
            at: self.made_at,
            tell_at: self.tell_at,
            undone_at: self.undone_at,
        })
    }
}

/// What is written there by an earlier or a later release stands for nothing here.
fn imposed(json: &str) -> Option<Imposed> {
    let all: Vec<Imposed> = serde_json::from_str(json).unwrap_or_default();
    all.into_iter().next()
}
