//! The public log: decisions without names or texts.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use stoa_kernel::ids::{DecisionId, EntryId, SpaceId};
use stoa_kernel::{Fault, Reads, Time, Tx};

use crate::chain;
use crate::model::{Case, Decision};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "moderation_log")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: EntryId,
    pub(crate) space_id: Option<SpaceId>,
    pub(crate) decision_id: Option<DecisionId>,
    pub(crate) action: String,
    pub(crate) kind: String,
    pub(crate) reason: Option<String>,
    pub(crate) at: Time,
    /// Where it stands in the chain; none for lines from before there was one.
    pub(crate) place: Option<i64>,
    /// See [`crate::chain`].
    pub(crate) sum: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The log's word for a decision that was taken back.
pub(crate) const UNDONE: &str = "undone";

/// The log's word for what a tended thread is.
const THREAD: &str = "thread";

/// Adds a line: `action` is the decision's, or [`UNDONE`].
pub(crate) async fn add(
    tx: &Tx,
    case: &Case,
    decision: &Decision,
    action: &str,
) -> Result<(), Fault> {
    let mut row = line(tx, case.space, action, case.kind().name());
    row.decision_id = Some(decision.id);
    row.reason = decision.reason.map(|reason| reason.name().to_owned());
    chain::add(tx, row).await
}

/// Adds a line about a thread that was tended.
pub(crate) async fn add_tended(tx: &Tx, space: SpaceId, action: &str) -> Result<(), Fault> {
    chain::add(tx, line(tx, Some(space), action, THREAD)).await
}

fn line(tx: &Tx, space: Option<SpaceId>, action: &str, kind: &str) -> Model {
    Model {
        id: tx.new_id(),
        space_id: space,
        decision_id: None,
        action: action.to_owned(),
        kind: kind.to_owned(),
        reason: None,
        at: tx.now(),
        place: None,
        sum: String::new(),
    }
}

/// What the reader of the log asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted<'a> {
    pub(crate) action: Option<&'a str>,
    pub(crate) reason: Option<&'a str>,
    pub(crate) space: Option<SpaceId>,
    pub(crate) before: Option<(Time, EntryId)>,
}

/// Lines newest first, of these spaces and of none.
pub(crate) async fn lines(
    db: &impl Reads,
    spaces: &[SpaceId],
    wanted: &Wanted<'_>,
    limit: u64,
) -> Result<Vec<Model>, Fault> {
    let mut query = Entity::find().filter(readable(spaces));
    if let Some(action) = wanted.action {
        query = query.filter(Column::Action.eq(action));
    }
    if let Some(reason) = wanted.reason {
        query = query.filter(Column::Reason.eq(reason));
    }
    if let Some(space) = wanted.space {
        query = query.filter(Column::SpaceId.eq(space));
    }
    if let Some((at, id)) = wanted.before {
        let older = Expr::tuple([Column::At.into_expr(), Column::Id.into_expr()]);
        query = query.filter(older.lt(Expr::tuple([at.into(), id.into()])));
    }
    let query = query.order_by_desc(Column::At).order_by_desc(Column::Id).limit(limit);
    Ok(query.all(&db.conn()).await?)
}

/// How often each action stands in the log since an instant.
pub(crate) async fn tally(
    db: &impl Reads,
    spaces: &[SpaceId],
    since: Time,
) -> Result<Vec<(String, i64)>, Fault> {
    let query = Entity::find()
        .select_only()
        .column(Column::Action)
        .column_as(Column::Id.count(), "count")
        .filter(readable(spaces))
        .filter(Column::At.gte(since))
        .group_by(Column::Action);
    Ok(query.into_tuple().all(&db.conn()).await?)
}

fn readable(spaces: &[SpaceId]) -> Condition {
    let unbound = Condition::any().add(Column::SpaceId.is_null());
    if spaces.is_empty() {
        return unbound;
    }
    unbound.add(Column::SpaceId.is_in(spaces.iter().copied()))
}
