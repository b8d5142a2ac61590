//! Who and which cities a page names: their cards, asked for once, and how they
//! stand beside a text. Features give ids; what joins them is here.

use std::collections::{HashMap, HashSet};

use stoa_accounts::{Card, Tie};
use stoa_exchange::CityCard;
use stoa_kernel::ids::{CityId, MemberId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Secret};
use stoa_render::Words;

use super::chrome::initials;
use super::parts::{PersonView, PlateView};

/// People who have left are numbered from here, by three digits.
const FIRST: u32 = 100;
const NUMBERS: u32 = 900;

/// The ids a page names, gathered before anything is asked.
#[derive(Clone, Debug, Default)]
pub struct Named {
    people: HashSet<MemberId>,
    cities: HashSet<CityId>,
}

impl Named {
    /// Notes a person.
    pub fn person(&mut self, id: impl Into<Option<MemberId>>) {
        self.people.extend(id.into());
    }

    /// Notes a city.
    pub fn city(&mut self, id: impl Into<Option<CityId>>) {
        self.cities.extend(id.into());
    }
}

/// The cards of a page, and the language they are worded in.
#[derive(Clone, Debug)]
pub struct Cast {
    w: Words,
    people: HashMap<MemberId, Card>,
    cities: HashMap<CityId, CityCard>,
    room: Option<(Secret, ThreadId)>,
}

impl Cast {
    /// Asks for all cards: two statements, none where nothing is named. With
    /// `home`, the cities that the people belong to are there as well.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn of(
        db: &impl Reads,
        actor: &Actor,
        w: Words,
        named: Named,
        home: bool,
    ) -> Result<Self, Fault> {
        let ids: Vec<_> = named.people.into_iter().collect();
        let people = stoa_accounts::views::cards(db, &ids).await?;
        let mut cities = named.cities;
        if home {
            cities.extend(people.values().filter_map(|card| card.city));
        }
        let ids: Vec<_> = cities.into_iter().collect();
        let cities = stoa_exchange::views::cards_for(db, actor, &ids).await?;
        Ok(Self { w, people, cities, room: None })
    }

    /// The cast of one thread: people who have left are told apart by a number that means
    /// something in this thread alone.
    #[must_use]
    pub fn within(self, secret: &Secret, thread: ThreadId) -> Self {
        Self { room: Some((secret.clone(), thread)), ..self }
    }

    /// A person's card.
    #[must_use]
    pub fn card(&self, id: MemberId) -> Option<&Card> {
        self.people.get(&id)
    }

    /// A city's card.
    #[must_use]
    pub fn city(&self, id: CityId) -> Option<&CityCard> {
        self.cities.get(&id)
    }

    /// Whether that is a Mission city; no city is none.
    #[must_use]
    pub fn mission(&self, id: Option<CityId>) -> bool {
        id.and_then(|id| self.cities.get(&id)).is_some_and(|card| card.mission)
    }

    /// A person's name; words of ours for an account that is gone.
    #[must_use]
    pub fn name(&self, id: Option<MemberId>) -> String {
        let card = id.and_then(|id| self.people.get(&id)).filter(|card| !card.former);
        card.map_or_else(|| self.former(id), |card| card.name.clone())
    }

    fn former(&self, id: Option<MemberId>) -> String {
        let (Some((secret, thread)), Some(id)) = (&self.room, id) else {
            return self.w.say("threads-person-former");
        };
        let both = [thread.uuid().into_bytes(), id.uuid().into_bytes()].concat();
        let number = FIRST + secret.number("former", &both, NUMBERS);
        self.w.a("threads-person-former-number", "number", number.to_string())
    }

    /// A city as a plate; `None` for one this reader may not see.
    #[must_use]
    pub fn plate(&self, id: Option<CityId>) -> Option<PlateView> {
        let card = self.cities.get(&id?)?;
        Some(PlateView {
            name: card.name.clone(),
            country: card.country.clone(),
            slug: if card.pending { String::new() } else { card.slug.clone() },
            mission: (!card.pending).then_some(card.mission),
        })
    }

    /// The author of a text that was written for `city`.
    #[must_use]
    pub fn person(&self, id: Option<MemberId>, city: Option<CityId>) -> PersonView {
        let name = self.name(id);
        let known = id.and_then(|id| self.people.get(&id)).filter(|card| !card.former);
        let plate = self.plate(city);
        let tie = known.map(|card| card.tie);
        PersonView {
            id: known.map(|card| card.id.to_string()).unwrap_or_default(),
            initials: initials(&name),
            href: known.map(|card| format!("/people/{}", card.id)).unwrap_or_default(),
            audience_label: known.map(|card| audience(self.w, card)).unwrap_or_default(),
            citizen: tie == Some(Tie::Citizen) && plate.is_some(),
            across: tie == Some(Tie::Across) && plate.is_none(),
            role: known.filter(|card| card.moderator).map(|_| self.w.say("threads-role-moderator")),
            plate,
            name,
        }
    }

    /// A person with the city he belongs to now; needs `home`.
    #[must_use]
    pub fn person_at_home(&self, id: MemberId) -> PersonView {
        self.person(Some(id), self.people.get(&id).and_then(|card| card.city))
    }
}

/// For whom a person speaks, in words.
fn audience(w: Words, card: &Card) -> String {
    w.say(&format!("accounts-audience-{}", card.audience.slug()))
}
