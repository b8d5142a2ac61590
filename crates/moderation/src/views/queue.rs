//! Lists of cases.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use stoa_kernel::ids::{CaseId, MemberId, SpaceId};
use stoa_kernel::{Actor, Cursor, Fault, Limit, Page, Reads, Time};

use crate::model::{Act, Case, CaseKind, CaseState, Decision, Order};
use crate::routing::Ours;
use crate::store::{case, decision};

/// Which cases.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Where they stand; `None` means those that wait.
    pub state: Option<CaseState>,
    /// About what.
    pub kind: Option<CaseKind>,
    /// Of which space.
    pub space: Option<SpaceId>,
    /// In which language.
    pub language: Option<String>,
    /// Only those this moderator is on.
    pub claimed_by: Option<MemberId>,
    /// Only those that are somebody's now.
    pub ours: Option<Ours>,
    /// In what order.
    pub order: Order,
}

/// The last decision its maker may still take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// The decision.
    pub decision: Decision,
    /// The case it decided.
    pub case: Case,
    /// Until when.
    pub until: Time,
}

const LIST: &str = "cases";
const WEIGHED: &str = "cases-weighed";
const HISTORY: &str = "decided";

/// Cases in the order asked for, only of spaces the actor moderates.
///
/// # Errors
/// [`Fault::Invalid`] for a cursor of another list.
pub async fn queue(
    db: &impl Reads,
    actor: &Actor,
    filter: &Filter,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<Case>, Fault> {
    let list = match filter.order {
        Order::Age => LIST,
        Order::Score => WEIGHED,
    };
    let mut query = filtered(actor, filter, db.now());
    if let Some(cursor) = cursor {
        let (score, at, id): (i64, i64, CaseId) = Cursor::decode(list, cursor)?;
        query = query.filter(beyond(filter.order, Way::On, (score, Time(at), id)));
    }
    let rows = ordered(query, filter.order, Way::On).limit(limit.get() + 1).all(&db.conn()).await?;
    let cases = cases(rows, db.now())?;
    Ok(Page::cut(cases, limit, list, |one| (one.score, one.opened_at.0, one.id)))
}

/// Along a list or against it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

fn ordered(mut query: Select<case::Entity>, order: Order, way: Way) -> Select<case::Entity> {
    use sea_orm::Order::{Asc, Desc};
    let (along, against) = if way == Way::On { (Asc, Desc) } else { (Desc, Asc) };
    if order == Order::Score {
        query = query.order_by(case::Column::Score, against);
    }
    query.order_by(case::Column::OpenedAt, along.clone()).order_by(case::Column::Id, along)
}

/// What comes behind a place in the list, or before it.
fn beyond(order: Order, way: Way, (score, at, id): (i64, Time, CaseId)) -> Condition {
    let there = Expr::tuple([at.into(), id.into()]);
    let (aged, weighed) = match way {
        Way::On => (place().gt(there), case::Column::Score.lt(score)),
        Way::Back => (place().lt(there), case::Column::Score.gt(score)),
    };
    let alike = Condition::all().add(case::Column::Score.eq(score)).add(aged.clone());
    match order {
        Order::Age => Condition::all().add(aged),
        Order::Score => Condition::any().add(weighed).add(alike),
    }
}

/// Cases that were decided or closed, the last first, each with its newest decision.
///
/// # Errors
/// [`Fault::Invalid`] for a cursor of another list.
pub async fn history(
    db: &impl Reads,
    actor: &Actor,
    filter: &Filter,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<(Case, Option<Decision>)>, Fault> {
    let mut query = case::Entity::find()
        .filter(case::visible(actor))
        .filter(case::Column::DecidedAt.is_not_null());
    query = narrowed(query, filter, db.now());
    if let Some(cursor) = cursor {
        let (at, id): (i64, CaseId) = Cursor::decode(HISTORY, cursor)?;
        let place = Expr::tuple([column(case::Column::DecidedAt), column(case::Column::Id)]);
        query = query.filter(place.lt(Expr::tuple([Time(at).into(), id.into()])));
    }
    let rows = query
        .order_by_desc(case::Column::DecidedAt)
        .order_by_desc(case::Column::Id)
        .limit(limit.get() + 1)
        .all(&db.conn())
        .await?;
    let page = Page::cut(cases(rows, db.now())?, limit, HISTORY, |one| {
        (one.decided_at.unwrap_or_default().0, one.id)
    });
    with_decisions(db, page).await
}

async fn with_decisions(
    db: &impl Reads,
    page: Page<Case>,
) -> Result<Page<(Case, Option<Decision>)>, Fault> {
    let ids: Vec<_> = page.items.iter().map(|one| one.id).collect();
    let made = decision::of_cases(db, &ids).await?;
    let newest = |id: CaseId| made.iter().rev().find(|one| one.case == id).cloned();
    Ok(page.map(|one| {
        let decision = newest(one.id);
        (one, decision)
    }))
}

/// The open cases before and after one in a list of the queue.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn neighbours(
    db: &impl Reads,
    actor: &Actor,
    filter: &Filter,
    of: &Case,
) -> Result<(Option<CaseId>, Option<CaseId>), Fault> {
    let here = (of.score, of.opened_at, of.id);
    let one = async |way: Way| {
        let near = beyond(filter.order, way, here);
        let query = filtered(actor, filter, db.now()).filter(near);
        let row = ordered(query, filter.order, way).one(&db.conn()).await;
        row.map(|row| row.map(|row| row.id))
    };
    Ok((one(Way::Back).await?, one(Way::On).await?))
}

/// What the actor decided last and may still take back.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn undoable(db: &impl Reads, actor: &Actor) -> Result<Option<Undoable>, Fault> {
    let Some(me) = actor.id() else {
        return Ok(None);
    };
    let query = decision::Entity::find()
        .filter(decision::Column::MadeBy.eq(me))
        .filter(decision::Column::TellAt.gte(db.now()))
        .order_by_desc(decision::Column::MadeAt)
        .order_by_desc(decision::Column::Id);
    let Some(made) = query.one(&db.conn()).await? else {
        return Ok(None);
    };
    let made = made.into_decision()?;
    let case = case::seen(db, actor, made.case).await?;
    let stands = made.undone_at.is_none();
    let until = made.tell_at;
    let case = case.filter(|one| stands && one.state == CaseState::Decided);
    Ok(case.map(|case| Undoable { decision: made, case, until }))
}

impl Undoable {
    /// What was decided.
    #[must_use]
    pub fn act(&self) -> Act {
        self.decision.act
    }
}

fn filtered(actor: &Actor, filter: &Filter, now: Time) -> Select<case::Entity> {
    let state = filter.state.unwrap_or(CaseState::Open);
    let query = case::Entity::find()
        .filter(case::visible(actor))
        .filter(case::Column::State.eq(state.name()));
    narrowed(query, filter, now)
}

fn narrowed(mut query: Select<case::Entity>, filter: &Filter, now: Time) -> Select<case::Entity> {
    if let Some(kind) = filter.kind {
        query = query.filter(case::Column::Kind.eq(kind.name()));
    }
    if let Some(space) = filter.space {
        query = query.filter(case::Column::SpaceId.eq(space));
    }
    if let Some(language) = &filter.language {
        query = query.filter(case::Column::Language.eq(language.as_str()));
    }
    if let Some(Ours(ours)) = &filter.ours {
        query = query.filter(ours.clone());
    }
    if let Some(moderator) = filter.claimed_by {
        query = query
            .filter(case::Column::ClaimedBy.eq(moderator))
            .filter(case::Column::ClaimedUntil.gt(now));
    }
    query
}

fn column(column: case::Column) -> Expr {
    use sea_orm::sea_query::IntoColumnRef;
    Expr::col(column.into_column_ref())
}

/// A case's place in the queue.
fn place() -> Expr {
    Expr::tuple([column(case::Column::OpenedAt), column(case::Column::Id)])
}

fn cases(rows: Vec<case::Model>, now: Time) -> Result<Vec<Case>, Fault> {
    rows.into_iter().map(|row| row.into_case(now)).collect()
}
