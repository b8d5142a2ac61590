//! What can be seen of cities: listed ones by everybody, the rest as the
//! crate's rules say, in SQL.

use std::collections::HashMap;

use sea_orm::sea_query::{Cond, Expr, ExprTrait, LikeExpr, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, Select,
};
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::policy::Action;
use stoa_kernel::{Actor, Cursor, Fault, Limit, Page, Reads};

use crate::model::{City, CityCard, CityState, Claim, Filter, sought};
use crate::regions;
use crate::store::{city, claim};

const LIST: &str = "cities";

/// What this person may see: the one predicate of this feature.
fn visible(actor: &Actor) -> Condition {
    let listed = city::Column::State.eq(CityState::Listed.name());
    let moderates = actor.may(Action::SeeCase).is_ok();
    match (moderates, actor.id()) {
        (true, _) => Condition::all(),
        (false, Some(member)) => Condition::any().add(listed).add(own_claim(member)),
        (false, None) => Condition::all().add(listed),
    }
}

fn own_claim(member: MemberId) -> Condition {
    let mine = Query::select()
        .column(claim::Column::CityId)
        .from(claim::Entity)
        .and_where(claim::Column::MemberId.eq(member))
        .to_owned();
    Cond::all()
        .add(city::Column::State.eq(CityState::Claimed.name()))
        .add(city::Column::Id.in_subquery(mine))
}

fn listed() -> Select<city::Entity> {
    city::Entity::find().filter(city::Column::State.eq(CityState::Listed.name()))
}

/// One city.
///
/// # Errors
/// [`Fault::NotFound`] when there is none that this person may see.
pub async fn city(db: &impl Reads, actor: &Actor, id: CityId) -> Result<City, Fault> {
    let found = city::Entity::find_by_id(id).filter(visible(actor)).one(&db.conn()).await?;
    found.map(City::from).ok_or(Fault::NotFound)
}

/// The city with that name in addresses.
///
/// # Errors
/// [`Fault::NotFound`] when there is none that this person may see.
pub async fn by_slug(db: &impl Reads, actor: &Actor, slug: &str) -> Result<City, Fault> {
    let named = city::Entity::find().filter(city::Column::Slug.eq(slug));
    let found = named.filter(visible(actor)).one(&db.conn()).await?;
    found.map(City::from).ok_or(Fault::NotFound)
}

/// Listed cities by their names in addresses; absent ones are left out.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn by_slugs(
    db: &impl Reads,
    slugs: &[String],
) -> Result<HashMap<String, CityCard>, Fault> {
    if slugs.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = listed().filter(city::Column::Slug.is_in(slugs)).all(&db.conn()).await?;
    Ok(rows.into_iter().map(|row| (row.slug.clone(), City::from(row).card())).collect())
}

/// Listed cities as they stand beside names; others are left out.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn cards(db: &impl Reads, ids: &[CityId]) -> Result<HashMap<CityId, CityCard>, Fault> {
    cards_for(db, &Actor::guest(), ids).await
}

/// Cities as they stand beside names, with those that wait and that this person may see.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn cards_for(
    db: &impl Reads,
    actor: &Actor,
    ids: &[CityId],
) -> Result<HashMap<CityId, CityCard>, Fault> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let wanted = city::Entity::find().filter(city::Column::Id.is_in(ids.iter().copied()));
    // Every page of a thread asks: only what a card shows is read.
    let wanted = wanted.filter(visible(actor)).into_partial_model::<city::CardRow>();
    let rows = wanted.all(&db.conn()).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.card())).collect())
}

/// Up to `limit` listed cities with a name that holds `q`, those that begin
/// with it first, then Mission cities, then the larger ones. An empty `q` finds nothing.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn search(db: &impl Reads, q: &str, limit: u64) -> Result<Vec<CityCard>, Fault> {
    let plain = sought(q);
    if plain.is_empty() {
        return Ok(Vec::new());
    }
    let begins = city::Column::SearchKey.like(like(&format!("\n{plain}")));
    let rank: SimpleExpr = Expr::case(begins, 0).finally(1).into();
    let rows = listed()
        .filter(city::Column::SearchKey.like(like(&plain)))
        .order_by(rank, Order::Asc)
        .order_by_desc(city::Column::Mission)
        .order_by_desc(Expr::col(city::Column::Population).if_null(0))
        .order_by_asc(city::Column::NameKey)
        .limit(limit)
        .all(&db.conn())
        .await?;
    Ok(rows.into_iter().map(|row| City::from(row).card()).collect())
}

/// A pattern for text anywhere, in which `%`, `_` and `\` stand for themselves.
fn like(part: &str) -> LikeExpr {
    let mut pattern = String::with_capacity(part.len() + 2);
    for c in part.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    LikeExpr::new(format!("%{pattern}%")).escape('\\')
}

/// Listed cities by name; each of them once over all pages.
///
/// # Errors
/// [`Fault::Invalid`] for a cursor of another list.
pub async fn list(
    db: &impl Reads,
    filter: &Filter,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<City>, Fault> {
    let mut query = listed().filter(asked_for(filter));
    if let Some(cursor) = cursor {
        let (name, id): (String, CityId) = Cursor::decode(LIST, cursor)?;
        let same_name = Condition::all()
            .add(city::Column::NameKey.eq(name.as_str()))
            .add(city::Column::Id.gt(id));
        query = query.filter(Condition::any().add(city::Column::NameKey.gt(name)).add(same_name));
    }
    let rows = query
        .order_by_asc(city::Column::NameKey)
        .order_by_asc(city::Column::Id)
        .limit(limit.get() + 1)
        .all(&db.conn())
        .await?;
    let place = |row: &city::Model| (row.name_key.clone(), row.id);
    Ok(Page::cut(rows, limit, LIST, place).map(City::from))
}

/// The ids of all cities that a filter leaves.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ids(db: &impl Reads, filter: &Filter) -> Result<Vec<CityId>, Fault> {
    let query = listed().filter(asked_for(filter)).select_only().column(city::Column::Id);
    Ok(query.into_tuple().all(&db.conn()).await?)
}

/// How many cities a filter leaves.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn count(db: &impl Reads, filter: &Filter) -> Result<u64, Fault> {
    use sea_orm::PaginatorTrait;
    Ok(listed().filter(asked_for(filter)).count(&db.conn()).await?)
}

fn asked_for(filter: &Filter) -> Condition {
    let q = filter.q.as_deref().map(sought).filter(|plain| !plain.is_empty());
    Condition::all()
        .add_option(filter.mission.map(|mission| city::Column::Mission.eq(mission)))
        .add_option(filter.country.map(|country| city::Column::Country.eq(country.code())))
        .add_option(filter.region.map(|region| city::Column::Region.is_in(regions::within(region))))
        .add_option(q.map(|plain| city::Column::SearchKey.like(like(&plain))))
        .add_option((!filter.invented).then(|| city::Column::Invented.eq(false)))
}

/// The countries that have a listed city, by code; invented cities count when asked for.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn countries(db: &impl Reads, invented: bool) -> Result<Vec<String>, Fault> {
    let filter = Filter { invented, ..Filter::default() };
    let rows = listed()
        .filter(asked_for(&filter))
        .select_only()
        .column(city::Column::Country)
        .distinct()
        .order_by_asc(city::Column::Country)
        .into_tuple()
        .all(&db.conn())
        .await?;
    Ok(rows)
}

/// A city that was added by name and who added it, for the moderators' queue,
/// which has judged who may look; `None` for a city that nobody claimed.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn claim(db: &impl Reads, id: CityId) -> Result<Option<Claim>, Fault> {
    let Some(row) = city::Entity::find_by_id(id).one(&db.conn()).await? else {
        return Ok(None);
    };
    let claims = claim::Entity::find()
        .filter(claim::Column::CityId.eq(id))
        .order_by_asc(claim::Column::ClaimedAt)
        .order_by_asc(claim::Column::MemberId)
        .all(&db.conn())
        .await?;
    let Some(first) = claims.first() else {
        return Ok(None);
    };
    Ok(Some(Claim {
        city: id,
        slug: row.slug,
        name: row.name,
        country: row.country,
        state: CityState::parse(&row.state),
        claimed_at: first.claimed_at,
        members: claims.iter().map(|claim| claim.member_id).collect(),
    }))
}
