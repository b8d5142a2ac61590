//! How questions fare: how many are answered, how soon, and between which sides.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{CityId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time};

use crate::model::{Direction, ThreadKind};
use crate::store::rows::at;
use crate::store::{self, spaces, threads as table, visible};
use crate::themes;

/// As many questions are looked at, the latest first.
const MOST: u64 = 5000;
/// Values in one statement.
const CHUNK: usize = 500;

/// A question that was asked, and when it was answered by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fared {
    /// Where.
    pub space: SpaceId,
    /// The upper themes it is about, as slugs.
    pub themes: Vec<String>,
    /// From which side it was asked.
    pub side: Direction,
    /// When.
    pub asked: Time,
    /// Somebody else answered.
    pub answered: bool,
    /// Cities other than the asker's, each with its first answer.
    pub cities: Vec<(CityId, Time)>,
}

/// How some questions fared.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// How many were asked.
    pub asked: usize,
    /// How many of them somebody else answered.
    pub answered: usize,
    /// The median time until the first answer from another city, in hours; of those that got one.
    pub hours: Option<f64>,
}

impl Tally {
    /// The share answered, in whole per cent; none where none was asked.
    #[must_use]
    pub fn percent(&self) -> Option<usize> {
        (self.asked > 0).then(|| (self.answered * 100 + self.asked / 2) / self.asked)
    }
}

/// Questions by where they were asked, what they are about, and between which sides they went.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answering {
    /// All.
    pub all: Tally,
    /// By space.
    pub spaces: Vec<(SpaceId, Tally)>,
    /// By theme of the upper level, as slugs.
    pub themes: Vec<(String, Tally)>,
    /// From the asking side to the answering one: how many of its questions a city of the other one
    /// answered, and how soon.
    pub ways: Vec<((Direction, Direction), Tally)>,
}

#[derive(FromQueryResult)]
struct Row {
    id: ThreadId,
    space_id: SpaceId,
    city_id: Option<CityId>,
    direction: String,
    published_at: Time,
}

/// The questions asked since a moment, as far as the actor reads them; at most 5,000, the latest.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn fared(db: &impl Reads, actor: &Actor, since: Time) -> Result<Vec<Fared>, Fault> {
    use table::Column as T;
    let mut query = Query::select();
    for column in [T::Id, T::SpaceId, T::CityId, T::Direction, T::PublishedAt] {
        query.column((table::Entity, column));
    }
    query
        .from(table::Entity)
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(T::SpaceId)))
        .cond_where(visible::listed(actor))
        .and_where(T::Kind.eq(ThreadKind::Question.name()))
        .and_where(Expr::col((Alias::new("threads"), Alias::new("published_at"))).gte(since))
        .order_by(T::PublishedAt.as_column_ref(), Order::Desc)
        .limit(MOST);
    let found: Vec<Row> = store::all(db, &query).await?;
    let ids: Vec<ThreadId> = found.iter().map(|row| row.id).collect();
    let (answers, themes) = (answers(db, &ids).await?, upper_themes(db, &ids).await?);
    Ok(found.into_iter().map(|row| row.fared(&answers, &themes)).collect())
}

type Answers = HashMap<ThreadId, Vec<(Option<CityId>, Time)>>;

impl Row {
    fn fared(self, answers: &Answers, themes: &HashMap<ThreadId, Vec<String>>) -> Fared {
        let answers = answers.get(&self.id).map(Vec::as_slice).unwrap_or_default();
        let other = |(city, at): &(Option<CityId>, Time)| Some(((*city)?, *at));
        let elsewhere = answers.iter().filter_map(other);
        Fared {
            space: self.space_id,
            themes: themes.get(&self.id).cloned().unwrap_or_default(),
            side: Direction::parse(&self.direction).unwrap_or(Direction::Neither),
            asked: self.published_at,
            answered: !answers.is_empty(),
            cities: elsewhere.filter(|(city, _)| Some(*city) != self.city_id).collect(),
        }
    }
}

/// For each of these threads the first answer of each city, and of people without one.
async fn answers(db: &impl Reads, threads: &[ThreadId]) -> Result<Answers, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        thread_id: ThreadId,
        city_id: Option<CityId>,
        first_at: Time,
    }
    let mut found: Answers = HashMap::new();
    for some in threads.chunks(CHUNK) {
        let sql = format!(
            "SELECT p.thread_id, p.city_id, MIN(p.published_at) AS first_at FROM posts p \
             JOIN threads t ON t.id = p.thread_id WHERE p.state = 'published' \
             AND p.published_at IS NOT NULL AND p.author_id <> t.author_id \
             AND p.thread_id IN ({}) GROUP BY p.thread_id, p.city_id",
            marks(some.len())
        );
        let values = some.iter().map(|id| (*id).into()).collect();
        for row in rows::<Row>(db, &sql, values).await? {
            found.entry(row.thread_id).or_default().push((row.city_id, row.first_at));
        }
    }
    Ok(found)
}

/// The upper themes of each of these threads, each once.
async fn upper_themes(
    db: &impl Reads,
    threads: &[ThreadId],
) -> Result<HashMap<ThreadId, Vec<String>>, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        thread_id: ThreadId,
        theme: String,
    }
    let mut found: HashMap<ThreadId, Vec<String>> = HashMap::new();
    for some in threads.chunks(CHUNK) {
        let some_marks = marks(some.len());
        let sql =
            format!("SELECT thread_id, theme FROM thread_themes WHERE thread_id IN ({some_marks})");
        let values = some.iter().map(|id| (*id).into()).collect();
        for row in rows::<Row>(db, &sql, values).await? {
            let above = themes::above(&row.theme).unwrap_or(&row.theme).to_owned();
            let its = found.entry(row.thread_id).or_default();
            if !its.contains(&above) {
                its.push(above);
            }
        }
    }
    Ok(found)
}

/// Counts how questions fared. `side` says on which side a city stands.
#[must_use]
pub fn answering(all: &[Fared], side: impl Fn(CityId) -> Direction) -> Answering {
    let mut spaces: BTreeMap<SpaceId, Vec<&Fared>> = BTreeMap::new();
    let mut themes: BTreeMap<&str, Vec<&Fared>> = BTreeMap::new();
    for one in all {
        spaces.entry(one.space).or_default().push(one);
        one.themes.iter().for_each(|theme| themes.entry(theme).or_default().push(one));
    }
    let any = |_: CityId| true;
    let sides = [Direction::Mission, Direction::Worldwide];
    let ways = sides.iter().flat_map(|asker| sides.iter().map(move |other| (*asker, *other)));
    let way = |(asker, other): (Direction, Direction)| {
        let asked: Vec<&Fared> = all.iter().filter(|one| one.side == asker).collect();
        let here = |city: CityId| side(city) == other;
        let answered = asked.iter().filter(|one| one.cities.iter().any(|(c, _)| here(*c))).count();
        ((asker, other), Tally { answered, ..tally(&asked, here) })
    };
    Answering {
        all: tally(&all.iter().collect::<Vec<_>>(), any),
        spaces: spaces.into_iter().map(|(space, some)| (space, tally(&some, any))).collect(),
        themes: themes.into_iter().map(|(slug, some)| (slug.into(), tally(&some, any))).collect(),
        ways: ways.map(way).collect(),
    }
}

fn tally(some: &[&Fared], counts: impl Fn(CityId) -> bool) -> Tally {
    let first = |one: &&Fared| {
        let cities = one.cities.iter().filter(|(city, _)| counts(*city));
        cities.map(|(_, at)| at.since(one.asked)).min()
    };
    let waits: Vec<Duration> = some.iter().filter_map(first).collect();
    Tally {
        asked: some.len(),
        answered: some.iter().filter(|one| one.answered).count(),
        hours: median(waits),
    }
}

fn median(mut waits: Vec<Duration>) -> Option<f64> {
    waits.sort_unstable();
    let (low, high) = (waits.get(waits.len().checked_sub(1)? / 2)?, waits.get(waits.len() / 2)?);
    Some((low.as_secs_f64() + high.as_secs_f64()) / 2.0 / 3600.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> sea_orm::prelude::Uuid {
        sea_orm::prelude::Uuid::from_u128(n)
    }

    /// A question of a side, answered after so many hours by these cities; even ones are Mission.
    fn one(side: Direction, answers: &[(u128, i64)]) -> Fared {
        let city =
            |(n, hours): &(u128, i64)| (CityId::from_uuid(id(*n)), Time(hours * 3_600_000_000));
        Fared {
            space: SpaceId::from_uuid(id(1)),
            themes: vec!["energy".to_owned()],
            side,
            asked: Time(0),
            answered: !answers.is_empty(),
            cities: answers.iter().map(city).collect(),
        }
    }

    fn side(city: CityId) -> Direction {
        let even = city.uuid().as_u128().is_multiple_of(2);
        if even { Direction::Mission } else { Direction::Worldwide }
    }

    #[test]
    fn shares_and_medians_are_counted_by_side() {
        use Direction::{Mission, Worldwide};
        let all = [
            one(Mission, &[(3, 10), (2, 4)]),
            one(Mission, &[(5, 20)]),
            one(Mission, &[]),
            one(Worldwide, &[(2, 1)]),
        ];
        let found = answering(&all, side);
        assert_eq!(found.all, Tally { asked: 4, answered: 3, hours: Some(4.0) });
        assert_eq!(found.all.percent(), Some(75));
        let way = |from, to| found.ways.iter().find(|(way, _)| *way == (from, to)).map(|w| w.1);
        let over = Tally { asked: 3, answered: 2, hours: Some(15.0) };
        assert_eq!(way(Mission, Worldwide), Some(over));
        let own = Tally { asked: 3, answered: 1, hours: Some(4.0) };
        assert_eq!(way(Mission, Mission), Some(own));
        let back = Tally { asked: 1, answered: 1, hours: Some(1.0) };
        assert_eq!(way(Worldwide, Mission), Some(back));
        assert_eq!(found.themes.len(), 1);
        assert_eq!(answering(&[], side).all.percent(), None);
    }
}
