//! Cohorts: spaces that begin and end, with the cities that take part and one that leads. When one
//! ends, those who lead it are asked what came of it; the thread that says so stands on top of its
//! space.

use std::collections::HashMap;

use jiff::civil::Date;
use sea_orm::FromQueryResult;
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{CityId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Problems, Reads, Time, Tx};
use stoa_policy::Action;

use crate::events::CohortEnded;
use crate::model::State;

/// How many cities take part at most.
pub const MOST: usize = 60;
/// The longest one, in days: five years.
const LONGEST: i32 = 5 * 366;

/// When a cohort is, and who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// Its first day, `YYYY-MM-DD`.
    pub starts_on: String,
    /// Its last day.
    pub ends_on: String,
    /// The city that leads.
    pub lead: Option<CityId>,
    /// The cities that take part, the leading one among them or not.
    pub cities: Vec<CityId>,
    /// The thread that says what came of it.
    pub outcome: Option<ThreadId>,
}

/// Where a cohort stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has not begun.
    Ahead,
    /// It is going on.
    Running,
    /// It is over.
    Over,
}

impl Cohort {
    /// Where it stands on that day, in universal time.
    #[must_use]
    pub fn standing(&self, now: Time) -> Standing {
        let today = today(now);
        if today < self.starts_on {
            Standing::Ahead
        } else if today > self.ends_on {
            Standing::Over
        } else {
            Standing::Running
        }
    }
}

fn today(now: Time) -> String {
    now.timestamp().to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}

/// Makes a space a cohort, changes when it is and who takes part, or lets it be none.
///
/// # Errors
/// [`Fault::Forbidden`] for others than administrators; [`Fault::Invalid`] in fields `starts_on`,
/// `ends_on` and `cities`.
pub async fn set(
    tx: &mut Tx,
    actor: &Actor,
    space: SpaceId,
    cohort: Option<&Cohort>,
) -> Result<(), Fault> {
    actor.may(Action::ManageSpace)?;
    tx.run("DELETE FROM cohort_cities WHERE space_id = ?", vec![space.into()]).await?;
    let Some(cohort) = cohort else {
        return tx
            .run("DELETE FROM cohorts WHERE space_id = ?", vec![space.into()])
            .await
            .map(|_| ());
    };
    let (starts, ends) = checked(cohort)?;
    let sql = "INSERT INTO cohorts (space_id, starts_on, ends_on, lead_id) VALUES (?, ?, ?, ?) \
               ON CONFLICT (space_id) DO UPDATE SET starts_on = excluded.starts_on, \
               ends_on = excluded.ends_on, lead_id = excluded.lead_id, asked_at = CASE \
               WHEN cohorts.ends_on = excluded.ends_on THEN cohorts.asked_at ELSE NULL END";
    let values = vec![space.into(), starts.into(), ends.into(), cohort.lead.into()];
    tx.run(sql, values).await?;
    let mut cities = cohort.cities.clone();
    cities.sort_unstable();
    cities.dedup();
    for city in cities {
        let sql = "INSERT INTO cohort_cities (space_id, city_id) VALUES (?, ?)";
        tx.run(sql, vec![space.into(), city.into()]).await?;
    }
    Ok(())
}

/// Both days, in their one spelling.
///
/// # Errors
/// [`Fault::Invalid`] with everything that is wrong.
pub fn checked(cohort: &Cohort) -> Result<(String, String), Fault> {
    let mut problems = Problems::default();
    let mut day = |typed: &str, field| match typed.trim().parse::<Date>() {
        Ok(day) => Some(day),
        Err(_) => {
            problems.add(field, "threads-day-bad");
            None
        }
    };
    let days = (day(&cohort.starts_on, "starts_on"), day(&cohort.ends_on, "ends_on"));
    if let (Some(starts), Some(ends)) = days {
        let span = (ends - starts).get_days();
        if ends < starts {
            problems.add("ends_on", "threads-cohort-ends-first");
        } else if span > LONGEST {
            problems.add("ends_on", "threads-cohort-long");
        }
    }
    if cohort.cities.len() > MOST {
        problems.add("cities", "threads-cohort-cities");
    }
    problems.into_result()?;
    let (starts, ends) = days;
    Ok((starts.unwrap_or_default().to_string(), ends.unwrap_or_default().to_string()))
}

#[derive(FromQueryResult)]
struct Row {
    space_id: SpaceId,
    starts_on: String,
    ends_on: String,
    lead_id: Option<CityId>,
    outcome_id: Option<ThreadId>,
}

#[derive(FromQueryResult)]
struct City {
    space_id: SpaceId,
    city_id: CityId,
}

/// Those of these spaces that are cohorts; of spaces that the caller has judged.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn of(db: &impl Reads, spaces: &[SpaceId]) -> Result<HashMap<SpaceId, Cohort>, Fault> {
    if spaces.is_empty() {
        return Ok(HashMap::new());
    }
    let some = marks(spaces.len());
    let values = || spaces.iter().map(|id| (*id).into()).collect();
    let sql = format!(
        "SELECT space_id, starts_on, ends_on, lead_id, outcome_id FROM cohorts \
         WHERE space_id IN ({some})"
    );
    let found: Vec<Row> = rows(db, &sql, values()).await?;
    if found.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT space_id, city_id FROM cohort_cities WHERE space_id IN ({some}) ORDER BY city_id"
    );
    let cities: Vec<City> = rows(db, &sql, values()).await?;
    let here = |space: SpaceId| {
        cities.iter().filter(|one| one.space_id == space).map(|one| one.city_id).collect()
    };
    let cohort = |row: Row| {
        let (starts_on, ends_on) = (row.starts_on, row.ends_on);
        let cities = here(row.space_id);
        let (lead, outcome) = (row.lead_id, row.outcome_id);
        (row.space_id, Cohort { starts_on, ends_on, lead, cities, outcome })
    };
    Ok(found.into_iter().map(cohort).collect())
}

#[derive(FromQueryResult)]
struct Ended {
    space_id: SpaceId,
}

/// Lets it be asked what came of cohorts that have ended, up to `most`; answers how many. Each is
/// asked about once.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ask(tx: &mut Tx, most: i64) -> Result<usize, Fault> {
    let sql = "SELECT space_id FROM cohorts WHERE ends_on < ? AND asked_at IS NULL \
               AND outcome_id IS NULL ORDER BY ends_on LIMIT ?";
    let found: Vec<Ended> = rows(tx, sql, vec![today(tx.now()).into(), most.into()]).await?;
    for one in &found {
        let sql = "UPDATE cohorts SET asked_at = ? WHERE space_id = ? AND asked_at IS NULL";
        let values = vec![tx.now().into(), one.space_id.into()];
        if tx.run(sql, values).await?.rows_affected() > 0 {
            tx.emit(&CohortEnded { space: one.space_id })?;
        }
    }
    Ok(found.len())
}

/// Lets a thread of the space say what came of its cohort. `leads` when the actor works for the city
/// that leads it.
///
/// # Errors
/// [`Fault::NotFound`] where thread or cohort are not there, [`Fault::Forbidden`] for who neither
/// leads nor moderates, [`Fault::Conflict`] for a thread that does not stand.
pub async fn conclude(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    leads: bool,
) -> Result<(), Fault> {
    let place = crate::threads::facts(tx, actor, thread).await?;
    if !leads {
        actor.may_in(place.space, Action::Tend)?;
    }
    if place.state != State::Published {
        return Err(Fault::Conflict("threads-thread-gone"));
    }
    let sql = "UPDATE cohorts SET outcome_id = ? WHERE space_id = ?";
    let done = tx.run(sql, vec![thread.into(), place.space.into()]).await?;
    if done.rows_affected() == 0 { Err(Fault::NotFound) } else { Ok(()) }
}
