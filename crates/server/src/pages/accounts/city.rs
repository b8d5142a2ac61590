//! The part of a form that finds a city: a line of text and a button that
//! looks, then the cities found, and "add it" for one that is not listed.
//! It works by sending the form; what was typed elsewhere in it stays.

use stoa_accounts::{CityWish, Tie};
use stoa_exchange::{CityCard, CityName, Country, views};
use stoa_kernel::ids::CityId;
use stoa_kernel::{Actor, Fault, Problems};
use stoa_render::Words;

use super::{Said, choices};
use crate::app::App;
use crate::pages::parts::{Choice, PlateView};

/// So many cities are offered.
const MOST: u64 = 8;
/// The value that stands for adding the city.
const NEW: &str = "new";

/// As sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// What stands in the line.
    pub(super) city: String,
    /// What stood in it when the cities below were looked for.
    pub(super) looked_for: String,
    /// A slug, [`NEW`], or nothing.
    pub(super) choice: String,
    /// The country of one to be added.
    pub(super) country: String,
}

/// What the typed text stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// A listed city (or, for a member, one that the member has claimed).
    pub(super) city: Option<CityId>,
    /// One to be added.
    pub(super) wish: Option<CityWish>,
    /// What to choose from, when the text alone does not say.
    offered: Option<Vec<CityCard>>,
}

/// A city that is offered.
pub(super) struct Offer {
    pub(super) slug: String,
    pub(super) plate: PlateView,
    pub(super) chosen: bool,
}

/// The part as the template prints it.
pub(super) struct View {
    pub(super) typed: Typed,
    pub(super) offers: Option<Vec<Offer>>,
    pub(super) adding: bool,
    pub(super) countries: Vec<Choice>,
    pub(super) error: String,
    pub(super) country_error: String,
}

impl Typed {
    /// A choice counts only for the text it was offered for.
    fn chosen(&self) -> Option<&str> {
        let fresh = self.looked_for.trim() == self.city.trim() && !self.choice.is_empty();
        fresh.then_some(self.choice.as_str())
    }
}

/// Finds the city. `looking` offers even where the text says all; problems are noted only when
/// the form is to be taken.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn find(
    app: &App,
    actor: &Actor,
    tie: Option<Tie>,
    typed: &Typed,
    looking: bool,
    problems: &mut Problems,
) -> Result<Found, Fault> {
    if !looking && !matches!(tie, Some(Tie::City | Tie::Citizen)) {
        return Ok(Found::default());
    }
    match typed.chosen() {
        Some(NEW) => Ok(added(typed, looking, problems)),
        Some(slug) => chosen(app, actor, typed, slug, problems).await,
        None => sought(app, typed, looking, problems).await,
    }
}

async fn chosen(
    app: &App,
    actor: &Actor,
    typed: &Typed,
    slug: &str,
    problems: &mut Problems,
) -> Result<Found, Fault> {
    match views::by_slug(&app.db, actor, slug).await {
        Ok(city) => {
            let mut offered = offers(app, typed).await?;
            let id = city.id;
            if !offered.iter().any(|card| card.id == id) {
                offered.insert(0, city.card());
            }
            Ok(Found { city: Some(id), offered: Some(offered), wish: None })
        }
        Err(Fault::NotFound) => {
            problems.add("city", "accounts-city-gone");
            Ok(Found { offered: Some(offers(app, typed).await?), ..Found::default() })
        }
        Err(other) => Err(other),
    }
}

async fn offers(app: &App, typed: &Typed) -> Result<Vec<CityCard>, Fault> {
    views::search(&app.db, &typed.city, MOST).await
}

impl Found {
    /// The city somebody has already, to be kept or changed.
    pub(super) fn kept(card: Option<CityCard>) -> Self {
        Self { offered: card.map(|card| vec![card]), ..Self::default() }
    }
}

fn added(typed: &Typed, looking: bool, problems: &mut Problems) -> Found {
    let (name, country) = (CityName::parse(&typed.city), Country::parse(&typed.country));
    let offered = Some(Vec::new());
    match (name, country) {
        (Ok(name), Ok(country)) => {
            let wish =
                CityWish { name: name.as_str().to_owned(), country: country.code().to_owned() };
            Found { wish: Some(wish), offered, city: None }
        }
        (name, country) if !looking => {
            if name.is_err() {
                problems.add("city", "accounts-city-name-bad");
            }
            if country.is_err() {
                problems.add("country", "accounts-country-empty");
            }
            Found { offered, ..Found::default() }
        }
        _ => Found { offered, ..Found::default() },
    }
}

async fn sought(
    app: &App,
    typed: &Typed,
    looking: bool,
    problems: &mut Problems,
) -> Result<Found, Fault> {
    if typed.city.trim().is_empty() {
        problems.add("city", "accounts-city-empty");
        return Ok(Found::default());
    }
    let cards = views::search(&app.db, &typed.city, MOST).await?;
    let wanted = stoa_kernel::text::plain(&typed.city);
    let named: Vec<&CityCard> =
        cards.iter().filter(|card| stoa_kernel::text::plain(&card.name) == wanted).collect();
    if let ([only], false) = (named.as_slice(), looking) {
        return Ok(Found { city: Some(only.id), ..Found::default() });
    }
    if !looking {
        let none = cards.is_empty();
        problems.add("city", if none { "accounts-city-unknown" } else { "accounts-city-choose" });
    }
    Ok(Found { offered: Some(cards), ..Found::default() })
}

impl View {
    /// The part with what was typed, found and wrong.
    pub(super) fn of(w: Words, mut typed: Typed, found: &Found, said: &Said) -> Self {
        let choice = typed.chosen().unwrap_or_default().to_owned();
        let offer = |card: &CityCard| Offer {
            plate: plate(card),
            chosen: card.slug == choice,
            slug: card.slug.clone(),
        };
        let offers = found.offered.as_ref().map(|cards| cards.iter().map(offer).collect());
        typed.looked_for.clone_from(&typed.city);
        Self {
            adding: choice == NEW,
            countries: choices::countries(w, &typed.country),
            error: said.field("city").unwrap_or_default(),
            country_error: said.field("country").unwrap_or_default(),
            offers,
            typed,
        }
    }
}

/// A city as it stands beside names.
pub(super) fn plate(card: &CityCard) -> PlateView {
    PlateView {
        name: card.name.clone(),
        country: card.country.clone(),
        slug: if card.pending { String::new() } else { card.slug.clone() },
        mission: (!card.pending).then_some(card.mission),
    }
}
