//! `/cities`: the cities that take part, and each one's page with its facts,
//! its people and its threads.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use stoa_accounts::Card;
use stoa_exchange::{City, CityState, Country, Filter, MissionLabel, regions, views};
use stoa_kernel::ids::CityId;
use stoa_kernel::{Fault, Limit};
use stoa_render::{Words, endonym, names};
use stoa_threads::learning;
use stoa_threads::subscriptions::Target;

use super::cast::{Cast, Named};
use super::chrome::Chrome;
use super::following::FollowView;
use super::parts::{Choice, Field, Link, PagerView, PersonView, PlateView, ThreadRow, Tongue};
use super::threads::learned::stage;
use super::threads::rows::{self, Beside};
use super::threads::words::Reader;
use super::{encode, filters, show};
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::query;
use crate::http::{Refusal, Visitor};

/// Cities on one page of the list, and people and threads on a city's page.
const ROWS: u64 = 50;
const THREADS: u64 = 20;

/// The pages' routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cities", get(list)).route("/cities/{slug}", get(one))
}

/// What the list's form sends; an empty field asks for nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    side: String,
    country: String,
    region: String,
    invented: String,
    cursor: Option<String>,
}

impl Asked {
    /// What is not understood is let be: the list then holds more, and the form says which.
    fn filter(&self) -> Filter {
        Filter {
            mission: match self.side.as_str() {
                "mission" => Some(true),
                "world" => Some(false),
                _ => None,
            },
            country: Country::parse(&self.country).ok(),
            region: regions::parse(&self.region),
            q: Some(self.q.trim().to_owned()).filter(|q| !q.is_empty()),
            invented: self.invented == "true",
        }
    }

    /// What was chosen beside the name.
    fn beside_name(&self) -> Vec<(&'static str, &str)> {
        let fields = [
            ("side", self.side.as_str()),
            ("country", &self.country),
            ("region", &self.region),
            ("invented", &self.invented),
        ];
        fields.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The address of this list, going on at `cursor`.
    fn address(&self, cursor: Option<&str>) -> String {
        let invented = self.invented.as_str();
        let fields = [
            ("q", self.q.trim()),
            ("side", &self.side),
            ("country", &self.country),
            ("region", &self.region),
            ("invented", invented),
            ("cursor", cursor.unwrap_or_default()),
        ];
        query::address("/cities", &fields)
    }
}

/// A city in the list.
struct Line {
    plate: PlateView,
    country: String,
    people: String,
}

#[derive(Template)]
#[template(path = "exchange/list.html")]
struct ListPage {
    chrome: Chrome,
    asked: Asked,
    choices: Vec<(&'static str, &'static str, Vec<Choice>)>,
    invented: Option<Field>,
    with_invented: bool,
    count: String,
    lines: Vec<Line>,
    pager: PagerView,
    all: Option<String>,
}

async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let (w, filter) = (visitor.words(), asked.filter());
    let limit = Limit::parse(Some(ROWS))?;
    let page = views::list(
        &app.db,
        &filter,
        limit,
        asked.cursor.as_deref().filter(|place| !place.is_empty()),
    )
    .await?;
    let count = views::count(&app.db, &filter).await?;
    let countries = views::countries(&app.db, filter.invented).await?;
    let invented = || Field::text("invented", w.say("exchange-list-invented"));
    show(&ListPage {
        choices: choices(w, &asked, &countries),
        invented: app.config.demo.then(invented),
        with_invented: filter.invented,
        count: w.n("exchange-list-count", i64::try_from(count).unwrap_or(i64::MAX)),
        lines: page.items.iter().map(|city| line(w, city)).collect(),
        pager: pager(&asked, page.next.as_deref()),
        all: (filter != Filter::default()).then(|| "/cities".to_owned()),
        chrome: Chrome::of(&app, &visitor).await?,
        asked,
    })
}

fn pager(asked: &Asked, next: Option<&str>) -> PagerView {
    PagerView {
        previous: asked
            .cursor
            .as_ref()
            .filter(|place| !place.is_empty())
            .map(|_| asked.address(None)),
        next: next.map(|next| asked.address(Some(next))),
        position: String::new(),
    }
}

/// What may be chosen beside the name: the field, its label's key, its answers.
fn choices(
    w: Words,
    asked: &Asked,
    countries: &[String],
) -> Vec<(&'static str, &'static str, Vec<Choice>)> {
    vec![
        ("side", "exchange-list-side", sides(w, asked)),
        ("region", "exchange-list-region", filters::regions(w, &asked.region)),
        ("country", "exchange-list-country", country_choices(w, asked, countries)),
    ]
}

fn line(w: Words, city: &City) -> Line {
    let people = |people: i64| w.a("exchange-list-people", "people", w.number(people));
    Line {
        plate: plate(city),
        country: names::country(w.locale(), &city.country).to_owned(),
        people: city.population.map(people).unwrap_or_default(),
    }
}

fn plate(city: &City) -> PlateView {
    let pending = city.state != CityState::Listed;
    PlateView {
        name: city.name.clone(),
        country: city.country.clone(),
        slug: city.slug.clone(),
        mission: (!pending).then_some(city.mission),
    }
}

fn sides(w: Words, asked: &Asked) -> Vec<Choice> {
    let choice = |value: &str, key: &str| Choice::new(value, w.say(key), &asked.side);
    vec![
        choice("", "exchange-side-all"),
        choice("mission", "exchange-side-mission"),
        choice("world", "exchange-side-world"),
    ]
}

fn country_choices(w: Words, asked: &Asked, countries: &[String]) -> Vec<Choice> {
    let here = |code: &&(&str, &str)| countries.iter().any(|one| one == code.0);
    let known = names::countries(w.locale());
    let named = known.iter().filter(here);
    let named = named.map(|(code, name)| Choice::new(*code, *name, &asked.country));
    let all = Choice::new("", w.say("exchange-list-country-all"), &asked.country);
    std::iter::once(all).chain(named).collect()
}

/// A fact and what is to be known beside it.
struct Fact {
    name: String,
    value: String,
    beside: String,
}

/// How much of what a city uses its page lists.
const USED: u64 = 20;

/// What stands under the city's name.
struct Head {
    name: String,
    invented: bool,
    pending: bool,
    plate: PlateView,
    aliases: String,
    label: Option<String>,
    source: Option<String>,
    networks: Vec<(String, String)>,
    tongues: Vec<Tongue>,
}

#[derive(Template)]
#[template(path = "exchange/show.html")]
struct CityPage {
    chrome: Chrome,
    follow: Option<FollowView>,
    crumbs: Vec<Link>,
    head: Head,
    facts: Vec<Fact>,
    people: Vec<PersonView>,
    more_people: String,
    /// What the city uses: where it is told, how far it has come.
    uses: Vec<(Link, String)>,
    threads: Vec<ThreadRow>,
    more_threads: bool,
    next: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct From {
    cursor: Option<String>,
}

async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(from): Query<From>,
) -> Result<Response, Refusal> {
    let city = views::by_slug(&app.db, &visitor.actor, &slug).await?;
    let limit = Limit::parse(Some(ROWS))?;
    let (people, count) = stoa_accounts::views::by_city(&app.db, city.id, limit).await?;
    let said = Said::of(&app, &visitor, &city, &people, from.cursor.as_deref()).await?;
    let w = visitor.words();
    let more = count - i64::try_from(people.len()).unwrap_or(0);
    let address = |next: &str| format!("/cities/{}?cursor={}#threads", city.slug, encode(next));
    let follow =
        FollowView::of(&app, &visitor, Target::City(city.id), "threads-follow-city").await?;
    show(&CityPage {
        follow,
        crumbs: crumbs(w, &city),
        head: head(w, &city),
        facts: facts(w, &city),
        people: people.iter().map(|card| said.cast.person_at_home(card.id)).collect(),
        more_people: if more > 0 { w.n("exchange-city-people-more", more) } else { String::new() },
        uses: uses(&app, &visitor, city.id).await?,
        threads: said.rows,
        more_threads: said.next.is_some(),
        next: said.next.as_deref().map(address).unwrap_or_default(),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

/// What a city uses of what is told here, the last said first.
async fn uses(app: &App, visitor: &Visitor, city: CityId) -> Result<Vec<(Link, String)>, Fault> {
    let (db, actor) = (&app.db, &visitor.actor);
    let used = learning::used_by(db, actor, city, Limit::parse(Some(USED))?).await?;
    let ids: Vec<_> = used.iter().map(|one| one.post).collect();
    let cards = stoa_threads::views::found(db, actor, &ids).await?;
    let line = |one: &learning::Used| {
        let card = cards.iter().find(|card| card.post.id == one.post)?;
        let title = card.title.clone()?;
        let stage = stage(visitor.words(), one.stage, &one.since);
        Some((Link::new(format!("/p/{}", one.post), title), stage))
    };
    Ok(used.iter().filter_map(line).collect())
}

/// What was said for the city, and who is named.
struct Said {
    cast: Cast,
    rows: Vec<ThreadRow>,
    next: Option<String>,
}

impl Said {
    async fn of(
        app: &App,
        visitor: &Visitor,
        city: &City,
        people: &[Card],
        cursor: Option<&str>,
    ) -> Result<Self, Fault> {
        let limit = Limit::parse(Some(THREADS))?;
        let by_city = stoa_threads::views::by_city;
        let page = by_city(&app.db, &visitor.actor, city.id, limit, cursor).await?;
        let mut named = Named::default();
        named.city(city.id);
        people.iter().for_each(|card| named.person(card.id));
        rows::name(&mut named, &page.items);
        let reader = Reader::of(visitor).with_titles(&app.db, &visitor.actor, &page.items).await?;
        let cast = Cast::of(&app.db, &visitor.actor, reader.w, named, false).await?;
        let beside = Beside { space: true, kind: true };
        let row = |thread| rows::row(thread, &cast, &reader, beside, None);
        let rows = page.items.iter().map(row).collect();
        Ok(Self { cast, rows, next: page.next })
    }
}

fn crumbs(w: Words, city: &City) -> Vec<Link> {
    let mut crumbs = vec![Link::new("/cities", w.say("chrome-nav-cities"))];
    if let Some(region) = city.region.as_deref().and_then(regions::parse) {
        crumbs.push(Link::new(format!("/cities?region={region}"), filters::region_name(w, region)));
    }
    let country = names::country(w.locale(), &city.country);
    crumbs.push(Link::new(format!("/cities?country={}", city.country), country));
    crumbs
}

fn head(w: Words, city: &City) -> Head {
    let known = |network: &String| {
        let slug = network.to_ascii_lowercase();
        (network.clone(), w.say(&format!("exchange-network-{slug}")))
    };
    let tongue = |code: &String| Tongue { code: code.clone(), endonym: endonym(code).to_owned() };
    Head {
        name: city.name.clone(),
        invented: city.invented,
        pending: city.state != CityState::Listed,
        plate: plate(city),
        aliases: city.aliases.join(" · "),
        label: label(w, city),
        source: city.mission_source.clone(),
        networks: city.networks.iter().map(known).collect(),
        tongues: city.languages.iter().map(tongue).collect(),
    }
}

fn label(w: Words, city: &City) -> Option<String> {
    match (city.mission_label, &city.mission_label_on) {
        (MissionLabel::Awarded, Some(on)) => {
            Some(w.a("exchange-label-awarded-on", "date", month(w, on)))
        }
        (MissionLabel::Awarded, None) => Some(w.say("exchange-label-awarded")),
        (MissionLabel::NotConfirmed, _) => Some(w.say("exchange-label-not-confirmed")),
        (MissionLabel::None, _) => None,
    }
}

/// `2025-05-17` as a day, `2025-05` as a month, in words.
fn month(w: Words, on: &str) -> String {
    let whole = on.len() > "2025-05".len();
    let day = if whole { on.to_owned() } else { format!("{on}-01") };
    let Ok(date) = day.parse::<jiff::civil::Date>() else {
        return on.to_owned();
    };
    let Ok(at) = date.to_zoned(jiff::tz::TimeZone::UTC) else {
        return on.to_owned();
    };
    if whole {
        return w.date(at.timestamp(), &jiff::tz::TimeZone::UTC);
    }
    let year = date.year().to_string();
    w.with(&format!("exchange-month-{}", date.month()), &[("year", year.into())])
}

fn facts(w: Words, city: &City) -> Vec<Fact> {
    let unknown = || w.say("exchange-unknown");
    let people = city.population.map_or_else(unknown, |people| w.number(people));
    let sentence = |code: &String| w.say(&format!("exchange-koppen-{}", code.to_ascii_lowercase()));
    let climate = city.koppen.as_ref().map(sentence).unwrap_or_default();
    let class = city.koppen.clone().unwrap_or_else(unknown);
    let fact = |key: &str, value: String, beside: String| Fact { name: w.say(key), value, beside };
    let mut facts = vec![
        fact("exchange-fact-people", people, String::new()),
        fact("exchange-fact-climate", class, climate),
    ];
    if let Some(group) = &city.income_group {
        let value = w.say(&format!("exchange-income-{group}"));
        facts.push(fact("exchange-fact-income", value, w.say("exchange-fact-income-of")));
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_on_with_what_was_chosen() {
        let asked = Asked { q: " São ".into(), side: "world".into(), ..Asked::default() };
        assert_eq!(asked.address(Some("abc")), "/cities?q=S%C3%A3o&side=world&cursor=abc");
        assert_eq!(Asked::default().address(None), "/cities");
        let odd = Asked { country: "ZZ".into(), region: "999".into(), ..Asked::default() };
        assert_eq!(odd.filter(), Filter::default());
    }

    #[test]
    fn a_label_is_dated_as_exactly_as_it_is_known() {
        let w = stoa_render::locale("en").unwrap().words();
        assert_eq!(month(w, "2023-10-12"), "12 October 2023");
        let plain = month(w, "2025-05").replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain, "May 2025");
        assert_eq!(month(w, "soon"), "soon");
    }
}
