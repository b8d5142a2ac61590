//! Spaces as their visitors see them.

use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::db::rows;
use stoa_kernel::ids::SpaceId;
use stoa_kernel::{Actor, Fault, Reads, Time};
use stoa_policy::Action;

use crate::store::readings::subscriptions;
use crate::store::rows::{at, level};
use crate::store::{self, spaces as table, threads, visible};
use crate::views::SpaceView;

#[derive(FromQueryResult)]
struct Row {
    id: SpaceId,
    slug: String,
    names: String,
    summaries: String,
    languages: String,
    visibility: String,
    posting: String,
    holding: String,
    public_history: bool,
    neutral_subject: bool,
    place: i32,
    version: i32,
    rights_version: i64,
    threads: i64,
    posts: Option<i64>,
    last_post_at: Option<Time>,
    level: Option<String>,
}

/// A number that grows whenever the rights in some space change, or what stands on all its pages.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn rights_versions(db: &impl Reads) -> Result<i64, Fault> {
    #[derive(FromQueryResult)]
    struct Sum {
        sum: i64,
    }
    let sql = "SELECT CAST(COALESCE(SUM(rights_version), 0) AS BIGINT) AS sum FROM spaces";
    let found: Vec<Sum> = rows(db, sql, vec![]).await?;
    Ok(found.first().map_or(0, |row| row.sum))
}

/// The spaces that the actor may enter, in their order.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn spaces(db: &impl Reads, actor: &Actor) -> Result<Vec<SpaceView>, Fault> {
    let mut query = query(actor);
    query
        .cond_where(visible::spaces(actor))
        .order_by(table::Column::Place.as_column_ref(), Order::Asc)
        .order_by(table::Column::Id.as_column_ref(), Order::Asc);
    store::all::<Row>(db, &query).await?.into_iter().map(Row::view).collect()
}

#[derive(FromQueryResult)]
struct Id {
    id: SpaceId,
}

/// The ids of all spaces that the actor may not enter: for the search index,
/// which leaves them out.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn hidden_spaces(db: &impl Reads, actor: &Actor) -> Result<Vec<SpaceId>, Fault> {
    let mut query = Query::select();
    query
        .column((table::Entity, table::Column::Id))
        .from(table::Entity)
        .cond_where(visible::spaces(actor).not());
    Ok(store::all::<Id>(db, &query).await?.into_iter().map(|row| row.id).collect())
}

/// The space of that slug.
///
/// # Errors
/// [`Fault::NotFound`] where there is none for the actor;
/// [`Fault::Forbidden`] for a guest at the door of a members' space.
pub async fn space(db: &impl Reads, actor: &Actor, slug: &str) -> Result<SpaceView, Fault> {
    entered(db, actor, table::Column::Slug.eq(slug)).await
}

/// The space of that id.
///
/// # Errors
/// As [`space`].
pub async fn space_by_id(db: &impl Reads, actor: &Actor, id: SpaceId) -> Result<SpaceView, Fault> {
    entered(db, actor, table::Column::Id.eq(id)).await
}

/// The judge is asked in words of its own here, because a members' space is no
/// secret: its guests are asked to sign in.
async fn entered(db: &impl Reads, actor: &Actor, which: Expr) -> Result<SpaceView, Fault> {
    let mut query = query(actor);
    query.and_where(which).and_where(crate::spaces::entered());
    let view = store::one::<Row>(db, &query).await?.ok_or(Fault::NotFound)?.view()?;
    actor.may_in(view.id, Action::Enter(view.facts.visibility))?;
    Ok(view)
}

fn query(actor: &Actor) -> SelectStatement {
    use table::Column as S;
    let mut query = Query::select();
    query.from(table::Entity);
    for column in [
        S::Id,
        S::Slug,
        S::Names,
        S::Summaries,
        S::Languages,
        S::Visibility,
        S::Posting,
        S::Holding,
        S::PublicHistory,
        S::NeutralSubject,
        S::Place,
        S::Version,
        S::RightsVersion,
    ] {
        query.column((table::Entity, column));
    }
    query
        .expr_as(of_threads(Expr::col(threads::Column::Id).count()), Alias::new("threads"))
        .expr_as(of_threads(Expr::col(threads::Column::Posts).sum()), Alias::new("posts"))
        .expr_as(
            of_threads(Expr::col(threads::Column::LastPostAt).max()),
            Alias::new("last_post_at"),
        );
    join_following(&mut query, actor);
    query
}

/// Something reckoned over the published threads of the space around it.
fn of_threads(what: Expr) -> Expr {
    let mut query = Query::select();
    query
        .expr(what)
        .from(threads::Entity)
        .and_where(at(threads::Column::SpaceId).eq(at(table::Column::Id)))
        .and_where(threads::Column::State.eq(crate::State::Published.name()));
    Expr::SubQuery(None, Box::new(query.into()))
}

fn join_following(query: &mut SelectStatement, actor: &Actor) {
    let Some(me) = actor.id() else {
        query.expr_as(Expr::cust("NULL"), Alias::new("level"));
        return;
    };
    let mine = Condition::all()
        .add(subscriptions::Column::MemberId.eq(me))
        .add(subscriptions::Column::Target.eq("space"))
        .add(at(subscriptions::Column::TargetId).eq(at(table::Column::Id)));
    query
        .left_join(subscriptions::Entity, mine)
        .expr_as(at(subscriptions::Column::Level), Alias::new("level"));
}

impl Row {
    fn view(self) -> Result<SpaceView, Fault> {
        Ok(SpaceView {
            id: self.id,
            slug: self.slug,
            names: table::texts(&self.names)?,
            summaries: table::texts(&self.summaries)?,
            languages: table::list(&self.languages)?,
            facts: table::facts(&self.visibility, &self.posting, &self.holding)?,
            public_history: self.public_history,
            neutral_subject: self.neutral_subject,
            place: self.place,
            version: self.version,
            rights_version: self.rights_version,
            threads: self.threads,
            posts: self.posts.unwrap_or(0),
            last_post_at: self.last_post_at,
            level: level(self.level.as_deref())?,
        })
    }
}
