//! How cities come in: with the program, with the demonstration, by name.

use std::collections::HashSet;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set,
};
use serde::Deserialize;
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::{Fault, Reads, Tx, text};

use crate::events::CityClaimed;
use crate::model::{CityName, CityState, Country, MissionLabel, NewCity, search_key, sought};
use crate::store::{city, claim as claims};

/// The cities that come with the program.
const CITIES: &str = include_str!("../data/cities.csv");
/// Rows of one statement, far below either database's limit of values.
const BATCH: usize = 200;

/// A line of the file; lists are separated by semicolons.
#[derive(Deserialize)]
struct Line {
    slug: String,
    name: String,
    aliases: String,
    country: String,
    mission: bool,
    mission_label: MissionLabel,
    mission_label_date: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
    population: Option<i64>,
    koppen: Option<String>,
    m49_subregion: Option<String>,
    working_languages: String,
    income_group: Option<String>,
    networks: String,
    mission_source: Option<String>,
    note: Option<String>,
}

impl From<Line> for NewCity {
    fn from(line: Line) -> Self {
        Self {
            slug: line.slug,
            name: line.name,
            aliases: split(&line.aliases),
            country: line.country,
            mission: line.mission,
            mission_label: line.mission_label,
            mission_label_on: line.mission_label_date,
            mission_source: line.mission_source,
            invented: false,
            region: line.m49_subregion,
            lat: line.lat,
            lon: line.lon,
            population: line.population,
            koppen: line.koppen,
            languages: split(&line.working_languages),
            income_group: line.income_group,
            networks: split(&line.networks),
            note: line.note,
        }
    }
}

fn split(list: &str) -> Vec<String> {
    list.split(';').filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

/// The cities that come with the program, in the order of their file.
fn known() -> Result<Vec<NewCity>, Fault> {
    let mut reader = csv::Reader::from_reader(CITIES.as_bytes());
    let lines = reader.deserialize::<Line>();
    lines.map(|line| line.map(NewCity::from).map_err(Fault::broken)).collect()
}

/// Lists the cities that come with the program and are not there yet; answers
/// how many came new. Cities that are there are left as they are.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn seed(tx: &mut Tx) -> Result<usize, Fault> {
    let slugs: Vec<String> = city::Entity::find()
        .select_only()
        .column(city::Column::Slug)
        .into_tuple()
        .all(&tx.conn())
        .await?;
    let there: HashSet<String> = slugs.into_iter().collect();
    let fresh: Vec<_> = known()?.into_iter().filter(|new| !there.contains(&new.slug)).collect();
    for batch in fresh.chunks(BATCH) {
        let rows =
            batch.iter().map(|new| city::listed(tx.new_id(), new, tx.now()).into_active_model());
        city::Entity::insert_many(rows)
            .on_conflict(slug_taken())
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(fresh.len())
}

/// Two processes may seed at once: the second leaves what the first has written.
fn slug_taken() -> OnConflict {
    OnConflict::column(city::Column::Slug).do_nothing().to_owned()
}

/// Lists one city; a city that has this slug is left as it is and answered.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn add(tx: &mut Tx, new: &NewCity) -> Result<CityId, Fault> {
    let row = city::listed(tx.new_id(), new, tx.now()).into_active_model();
    city::Entity::insert(row).on_conflict(slug_taken()).exec_without_returning(&tx.conn()).await?;
    let found =
        city::Entity::find().filter(city::Column::Slug.eq(&*new.slug)).one(&tx.conn()).await?;
    found.map(|row| row.id).ok_or_else(|| Fault::broken("a city that was just added is gone"))
}

/// Adds a city by name and country for a member. A listed city of that name
/// (or alias) in that country is taken instead; a claim that waits is shared.
/// Emits [`CityClaimed`] for the first claim of a city.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn claim(
    tx: &mut Tx,
    member: MemberId,
    name: &CityName,
    country: Country,
) -> Result<CityId, Fault> {
    if let Some(listed) = listed_as(tx, name, country).await? {
        return Ok(listed);
    }
    let fresh = write_claimed(tx, name, country).await?;
    let city = claimed_as(tx, name, country).await?;
    let row = claims::ActiveModel {
        city_id: Set(city),
        member_id: Set(member),
        claimed_at: Set(tx.now()),
    };
    let twice = OnConflict::columns([claims::Column::CityId, claims::Column::MemberId])
        .do_nothing()
        .to_owned();
    claims::Entity::insert(row).on_conflict(twice).exec_without_returning(&tx.conn()).await?;
    if fresh == city {
        tx.emit(&CityClaimed { city, member })?;
    }
    Ok(city)
}

/// The best known listed city of that name or alias in that country.
async fn listed_as(tx: &Tx, name: &CityName, country: Country) -> Result<Option<CityId>, Fault> {
    let found = city::Entity::find()
        .filter(city::Column::State.eq(CityState::Listed.name()))
        .filter(city::Column::Country.eq(country.code()))
        .order_by_desc(city::Column::Mission)
        .order_by_asc(city::Column::CreatedAt)
        .all(&tx.conn())
        .await?;
    let typed = sought(name.as_str());
    let named = |row: &city::Model| row.search_key.split('\n').any(|key| key == typed);
    Ok(found.into_iter().find(named).map(|row| row.id))
}

/// Writes a claimed city unless one of that name waits already; answers the id it would have.
async fn write_claimed(tx: &mut Tx, name: &CityName, country: Country) -> Result<CityId, Fault> {
    let id: CityId = tx.new_id();
    let slug = free_slug(tx, name, country, id).await?;
    let new = NewCity {
        slug,
        name: name.as_str().to_owned(),
        country: country.code().to_owned(),
        ..NewCity::default()
    };
    let mut row = city::listed(id, &new, tx.now());
    row.state = CityState::Claimed.name().to_owned();
    // The slug is derived: only what was typed is to be found.
    row.search_key = search_key(&new.name, &[], "");
    let waits = OnConflict::new().do_nothing().to_owned();
    city::Entity::insert(row.into_active_model())
        .on_conflict(waits)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// The name, else with its country, else with a part of the id: `springfield`, `springfield-us`.
async fn free_slug(
    tx: &Tx,
    name: &CityName,
    country: Country,
    id: CityId,
) -> Result<String, Fault> {
    let base = text::slug(name.as_str(), "city");
    let longer = format!("{base}-{}", country.code().to_ascii_lowercase());
    for slug in [&base, &longer] {
        let taken = city::Entity::find()
            .filter(city::Column::Slug.eq(slug.as_str()))
            .one(&tx.conn())
            .await?;
        if taken.is_none() {
            return Ok(slug.clone());
        }
    }
    let tail: String = id.to_string().chars().skip(18).collect();
    Ok(format!("{longer}-{tail}"))
}

async fn claimed_as(tx: &Tx, name: &CityName, country: Country) -> Result<CityId, Fault> {
    let found = city::Entity::find()
        .filter(city::Column::State.eq(CityState::Claimed.name()))
        .filter(city::Column::NameKey.eq(sought(name.as_str())))
        .filter(city::Column::Country.eq(country.code()))
        .one(&tx.conn())
        .await?;
    found.map(|row| row.id).ok_or_else(|| Fault::broken("a claim that was just written is gone"))
}

/// Lists a claimed (or once declined) city. Moderation has judged who may.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such city.
pub async fn approve_claim(tx: &mut Tx, city: CityId) -> Result<(), Fault> {
    turn(tx, city, CityState::Listed).await
}

/// Does not take a claimed city up: from now on it exists for moderators alone.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such city.
pub async fn decline_claim(tx: &mut Tx, city: CityId) -> Result<(), Fault> {
    turn(tx, city, CityState::Declined).await
}

/// Puts a decided claim back to waiting, when a decision is undone.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such city, [`Fault::Conflict`] when
/// somebody has claimed the same city since.
pub async fn reopen_claim(tx: &mut Tx, city: CityId) -> Result<(), Fault> {
    let row = locked(tx, city).await?;
    let twin = city::Entity::find()
        .filter(city::Column::State.eq(CityState::Claimed.name()))
        .filter(city::Column::NameKey.eq(row.name_key))
        .filter(city::Column::Country.eq(row.country))
        .filter(city::Column::Id.ne(city))
        .one(&tx.conn())
        .await?;
    match twin {
        Some(_) => Err(Fault::Conflict("exchange-claim-twin")),
        None => turn(tx, city, CityState::Claimed).await,
    }
}

async fn locked(tx: &Tx, city: CityId) -> Result<city::Model, Fault> {
    let row = city::Entity::find_by_id(city).lock_exclusive().one(&tx.conn()).await?;
    row.ok_or(Fault::NotFound)
}

async fn turn(tx: &mut Tx, city: CityId, state: CityState) -> Result<(), Fault> {
    let sql = "UPDATE cities SET state = ? WHERE id = ?";
    let changed = tx.run(sql, vec![state.name().into(), city.into()]).await?;
    if changed.rows_affected() == 0 { Err(Fault::NotFound) } else { Ok(()) }
}

#[cfg(test)]
#[path = "cities_tests.rs"]
mod tests;
