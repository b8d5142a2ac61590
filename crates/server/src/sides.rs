//! On which side people and cities stand: Mission cities, cities worldwide, or neither.

use std::collections::HashMap;

use stoa_exchange::CityCard;
use stoa_kernel::Fault;
use stoa_kernel::ids::{CityId, MemberId};
use stoa_threads::Direction;

use crate::app::App;

/// The side of a city; neither for one that is not among the cards.
#[must_use]
pub fn of_city(cards: &HashMap<CityId, CityCard>, city: CityId) -> Direction {
    match cards.get(&city).map(|card| card.mission) {
        Some(true) => Direction::Mission,
        Some(false) => Direction::Worldwide,
        None => Direction::Neither,
    }
}

/// On which side each of these members stands, by the city he works in or for.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn of_members(
    app: &App,
    ids: &[MemberId],
) -> Result<HashMap<MemberId, Direction>, Fault> {
    let people = stoa_accounts::views::cards(&app.db, ids).await?;
    let cities: Vec<CityId> = people.values().filter_map(|card| card.city).collect();
    let cities = stoa_exchange::views::cards(&app.db, &cities).await?;
    let side = |city: Option<CityId>| city.map_or(Direction::Neither, |id| of_city(&cities, id));
    Ok(people.iter().map(|(id, card)| (*id, side(card.city))).collect())
}
