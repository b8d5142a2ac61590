//! People and their cities, as letters name them.

use std::collections::HashMap;

use stoa_accounts::Card;
use stoa_exchange::CityCard;
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::text::line;
use stoa_kernel::{Actor, Fault};
use stoa_render::Words;

use crate::app::App;

/// A city beside a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// A Mission city.
    pub mission: bool,
}

/// Who wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The display name: one line.
    pub name: String,
    /// The city the person spoke for.
    pub city: Option<Place>,
}

impl Person {
    /// "Ilze Ozola, Liepāja (LV, Mission city)".
    #[must_use]
    pub fn line(&self, w: Words) -> String {
        let Some(city) = &self.city else {
            return self.name.clone();
        };
        let key = if city.mission { "letters-person-mission" } else { "letters-person-world" };
        let place = w.with(
            key,
            &[("city", city.name.clone().into()), ("country", city.country.clone().into())],
        );
        w.with("letters-person-city", &[("name", self.name.clone().into()), ("city", place.into())])
    }
}

/// Names looked up once for a whole letter.
#[derive(Debug, Default)]
pub struct Known {
    members: HashMap<MemberId, Card>,
    cities: HashMap<CityId, CityCard>,
}

impl Known {
    /// Looks up these people and cities, as the reader may see them.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn look_up(
        app: &App,
        actor: &Actor,
        members: &[MemberId],
        cities: &[CityId],
    ) -> Result<Self, Fault> {
        let members = stoa_accounts::views::cards(&app.db, members).await?;
        let cities = stoa_exchange::views::cards_for(&app.db, actor, cities).await?;
        Ok(Self { members, cities })
    }

    /// A person with the city he spoke for; the word for somebody who has left where there is no name.
    #[must_use]
    pub fn person(&self, w: Words, member: Option<MemberId>, city: Option<CityId>) -> Person {
        let card = member.and_then(|id| self.members.get(&id)).filter(|card| !card.former);
        let name = card.map_or_else(|| w.say("letters-person-former"), |card| line(&card.name));
        let place = city.and_then(|id| self.cities.get(&id)).map(|card| Place {
            name: line(&card.name),
            country: card.country.clone(),
            mission: card.mission,
        });
        Person { name, city: place }
    }
}
