//! "Our city uses this": how far a city has come with what a post tells, and since when. Who works
//! for a city says it for the city; whoever does so later changes it.

use std::collections::HashMap;
use std::time::Duration;

use sea_orm::sea_query::{Alias, ExprTrait, Order, Query};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{CityId, MemberId, PostId};
use stoa_kernel::{Actor, Fault, Limit, Reads, Time, Tx};
use stoa_policy::Action;

use super::Stage;
use crate::model::State;
use crate::posts::{announce, facts};
use crate::store::rows::at;
use crate::store::{self, posts as post_rows, spaces, threads as table, unknown, visible};

const DAY: Duration = Duration::from_secs(86_400);

/// A city that uses what a post tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// Which.
    pub city: CityId,
    /// How far it has come.
    pub stage: Stage,
    /// Since which day, `YYYY-MM-DD`.
    pub since: String,
    /// Who said so last; none where that person has left.
    pub by: Option<MemberId>,
}

/// Says how far a city has come with what a post tells. That the actor works for the city is the
/// caller's to check.
///
/// # Errors
/// [`Fault::NotFound`] where the post is not there for the actor, [`Fault::Forbidden`] for guests,
/// newcomers and who is silenced, [`Fault::Conflict`] for what does not stand; [`Fault::Invalid`] in
/// field `since` for a day that is no day or lies ahead.
pub async fn adopt(
    tx: &mut Tx,
    actor: &Actor,
    post: PostId,
    city: CityId,
    stage: Stage,
    since: &str,
) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    let found = facts(tx, actor, post).await?;
    actor.may_in(found.place.space, Action::Adopt)?;
    if found.state != State::Published {
        return Err(Fault::Conflict("threads-post-gone"));
    }
    let since = day(tx.now(), since)?;
    let sql = "INSERT INTO adoptions (post_id, city_id, stage, since, member_id, set_at) \
               VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (post_id, city_id) DO UPDATE SET \
               stage = excluded.stage, since = excluded.since, member_id = excluded.member_id, \
               set_at = excluded.set_at";
    let values = vec![
        post.into(),
        city.into(),
        stage.name().into(),
        since.into(),
        me.into(),
        tx.now().into(),
    ];
    tx.run(sql, values).await?;
    told(tx, &found).await
}

async fn told(tx: &mut Tx, found: &crate::model::PostFacts) -> Result<(), Fault> {
    let raised = table::step(tx, found.place.thread).await?;
    announce(tx, found.place.thread, raised.seq, "post.marked", found.post, found.number);
    Ok(())
}

/// A day that was, as `YYYY-MM-DD`.
fn day(now: Time, typed: &str) -> Result<String, Fault> {
    let bad = |_| Fault::invalid("since", "threads-day-bad");
    let day: jiff::civil::Date = typed.trim().parse().map_err(bad)?;
    // Wherever it is tomorrow already, it may be said.
    let latest = now.plus(DAY).timestamp().to_zoned(jiff::tz::TimeZone::UTC).date();
    if day > latest {
        return Err(Fault::invalid("since", "threads-day-ahead"));
    }
    Ok(day.to_string())
}

/// Takes back that a city uses what a post tells.
///
/// # Errors
/// As [`adopt`].
pub async fn drop_adoption(
    tx: &mut Tx,
    actor: &Actor,
    post: PostId,
    city: CityId,
) -> Result<(), Fault> {
    let found = facts(tx, actor, post).await?;
    actor.may_in(found.place.space, Action::Adopt)?;
    let sql = "DELETE FROM adoptions WHERE post_id = ? AND city_id = ?";
    if tx.run(sql, vec![post.into(), city.into()]).await?.rows_affected() == 0 {
        return Ok(());
    }
    told(tx, &found).await
}

#[derive(FromQueryResult)]
struct Row {
    post_id: PostId,
    city_id: CityId,
    stage: String,
    since: String,
    member_id: Option<MemberId>,
}

/// The cities that use what these posts tell, the furthest first; of posts that the caller has
/// judged.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn adoptions(
    db: &impl Reads,
    posts: &[PostId],
) -> Result<HashMap<PostId, Vec<Adoption>>, Fault> {
    let mut all: HashMap<PostId, Vec<Adoption>> = HashMap::new();
    if posts.is_empty() {
        return Ok(all);
    }
    let sql = format!(
        "SELECT post_id, city_id, stage, since, member_id FROM adoptions WHERE post_id IN ({}) \
         ORDER BY CASE stage WHEN 'adopted' THEN 0 WHEN 'piloting' THEN 1 \
         WHEN 'considering' THEN 2 ELSE 3 END, since, city_id",
        marks(posts.len())
    );
    let found: Vec<Row> = rows(db, &sql, posts.iter().map(|id| (*id).into()).collect()).await?;
    for row in found {
        let stage = Stage::parse(&row.stage).ok_or_else(|| unknown("stage", &row.stage))?;
        let one = Adoption { city: row.city_id, stage, since: row.since, by: row.member_id };
        all.entry(row.post_id).or_default().push(one);
    }
    Ok(all)
}

/// Something that a city uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// The post that tells it.
    pub post: PostId,
    /// How far the city has come.
    pub stage: Stage,
    /// Since which day, `YYYY-MM-DD`.
    pub since: String,
}

#[derive(FromQueryResult)]
struct UsedRow {
    id: PostId,
    stage: String,
    since: String,
}

/// What a city uses, as far as the actor may read of it, the last said first.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn used_by(
    db: &impl Reads,
    actor: &Actor,
    city: CityId,
    most: Limit,
) -> Result<Vec<Used>, Fault> {
    let used = Alias::new("adoptions");
    let of = |name: &'static str| sea_orm::sea_query::Expr::col((used.clone(), Alias::new(name)));
    let mut query = Query::select();
    query
        .column((post_rows::Entity, post_rows::Column::Id))
        .expr_as(of("stage"), Alias::new("stage"))
        .expr_as(of("since"), Alias::new("since"))
        .from(used.clone())
        .inner_join(post_rows::Entity, at(post_rows::Column::Id).eq(of("post_id")))
        .inner_join(table::Entity, at(table::Column::Id).eq(at(post_rows::Column::ThreadId)))
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(table::Column::SpaceId)))
        .cond_where(visible::published(actor))
        .and_where(of("city_id").eq(city))
        .order_by_expr(of("set_at"), Order::Desc)
        .order_by(post_rows::Column::Id.as_column_ref(), Order::Desc)
        .limit(most.get());
    let found = store::all::<UsedRow>(db, &query).await?;
    let view = |row: UsedRow| {
        let stage = Stage::parse(&row.stage).ok_or_else(|| unknown("stage", &row.stage))?;
        Ok(Used { post: row.id, stage, since: row.since })
    };
    found.into_iter().map(view).collect()
}
