//! Spaces that begin and end: what their pages say of it, the form by which administrators set it, and
//! the thread that says what came of it.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::fault::Detail;
use stoa_kernel::ids::{CityId, ThreadId};
use stoa_kernel::policy::Action;
use stoa_kernel::{Fault, Problems, Reads, Tx};
use stoa_render::Words;
use stoa_threads::ThreadKind;
use stoa_threads::cohorts::{self, Cohort, Standing};
use stoa_threads::views::{self, SpaceView, ThreadView};

use super::adoption::speaks_for;
use super::learned::day;
use super::rows::address;
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::pages::accounts::{Said, said};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Field, Link, PlateView, Problem};
use crate::pages::{go, show_as};

/// What a space's page says of its cohort.
pub(super) struct CohortView {
    /// When it is, and where it stands.
    pub(super) said: String,
    /// The city that leads.
    pub(super) lead: Option<PlateView>,
    /// The cities that take part.
    pub(super) cities: Vec<PlateView>,
    /// The thread that says what came of it.
    pub(super) outcome: Option<Link>,
    /// It is over, and whoever leads it has not said what came of it: where that is written.
    pub(super) write: Option<Link>,
}

/// A cohort with what its outcome is called, where the reader sees it.
pub(super) struct Known {
    cohort: Cohort,
    outcome: Option<ThreadView>,
}

/// The cohort of a space that the visitor has entered.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn of(
    app: &App,
    visitor: &Visitor,
    space: &SpaceView,
) -> Result<Option<Known>, Fault> {
    let Some(cohort) = cohorts::of(&app.db, &[space.id]).await?.remove(&space.id) else {
        return Ok(None);
    };
    let outcome = match cohort.outcome {
        Some(thread) => match views::thread(&app.db, &visitor.actor, thread).await {
            Err(Fault::NotFound) => None,
            found => Some(found?),
        },
        None => None,
    };
    Ok(Some(Known { cohort, outcome }))
}

impl Known {
    /// Notes the cities that take part.
    pub(super) fn name(&self, named: &mut Named) {
        named.city(self.cohort.lead);
        self.cohort.cities.iter().for_each(|city| named.city(*city));
    }

    /// As the page shows it.
    pub(super) fn shown(
        &self,
        app: &App,
        visitor: &Visitor,
        space: &SpaceView,
        cast: &Cast,
    ) -> CohortView {
        let w = visitor.words();
        let standing = self.cohort.standing(app.db.now());
        let outcome = self.outcome.as_ref().and_then(|thread| {
            let title = thread.summary.title.clone()?;
            Some(Link::new(address(thread.summary.id, &thread.summary.slug), title))
        });
        let asks =
            standing == Standing::Over && outcome.is_none() && leads(visitor, space, &self.cohort);
        let to = format!("/new?space={}&kind={}", space.slug, ThreadKind::Experience.name());
        let plate = |city: &CityId| cast.plate(Some(*city));
        let others = self.cohort.cities.iter().filter(|city| Some(**city) != self.cohort.lead);
        CohortView {
            said: standing_of(w, &self.cohort, standing),
            lead: cast.plate(self.cohort.lead),
            cities: others.filter_map(plate).collect(),
            outcome,
            write: asks.then(|| Link::new(to, w.say("threads-cohort-write"))),
        }
    }
}

fn leads(visitor: &Visitor, space: &SpaceView, cohort: &Cohort) -> bool {
    let city = speaks_for(visitor.me.as_ref()).ok();
    let tends = visitor.actor.may_in(space.id, Action::Tend).is_ok();
    tends || (city.is_some() && city == cohort.lead)
}

fn standing_of(w: Words, cohort: &Cohort, standing: Standing) -> String {
    let key = match standing {
        Standing::Ahead => "threads-cohort-ahead",
        Standing::Running => "threads-cohort-running",
        Standing::Over => "threads-cohort-over",
    };
    let (from, to) = (day(w, &cohort.starts_on), day(w, &cohort.ends_on));
    w.with(key, &[("from", from.into()), ("to", to.into())])
}

/// Whether a thread may say what came of its cohort, by a press of this visitor's.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn may_conclude(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
) -> Result<bool, Fault> {
    let space = thread.summary.space;
    let city = speaks_for(visitor.me.as_ref()).ok();
    let tends = visitor.actor.may_in(space, Action::Tend).is_ok();
    if city.is_none() && !tends {
        return Ok(false);
    }
    let found = cohorts::of(&app.db, &[space]).await?.remove(&space);
    Ok(found.is_some_and(|one| {
        let over = one.standing(app.db.now()) == Standing::Over;
        let other = one.outcome != Some(thread.summary.id);
        over && other && (tends || one.lead == city)
    }))
}

/// `POST /threads/{id}/outcome`: this says what came of the cohort.
pub(super) async fn conclude(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    outcome(&app, &visitor, id).await?;
    Ok(go(&format!("/t/{id}"), Some("flash-outcome")))
}

/// Lets a thread say what came of the cohort of its space.
///
/// # Errors
/// As [`cohorts::conclude`].
pub async fn outcome(app: &App, visitor: &Visitor, id: ThreadId) -> Result<(), Fault> {
    let actor = &visitor.actor;
    let place = stoa_threads::threads::facts(&app.db, actor, id).await?;
    let found = cohorts::of(&app.db, &[place.space]).await?.remove(&place.space);
    let lead = found.and_then(|one| one.lead);
    let leads = lead.is_some() && lead == speaks_for(visitor.me.as_ref()).ok();
    app.db.write(async |tx: &mut Tx| cohorts::conclude(tx, actor, id, leads).await).await
}

/// What the form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Typed {
    starts_on: String,
    ends_on: String,
    lead: String,
    cities: String,
    act: String,
}

#[derive(Template)]
#[template(path = "threads/cohort.html")]
struct Page {
    chrome: Chrome,
    problems: Vec<Problem>,
    name: String,
    slug: String,
    starts: Field,
    ends: Field,
    lead: Field,
    cities: Field,
    kept: bool,
}

/// `GET /admin/spaces/{slug}/cohort`.
pub(in crate::pages) async fn form(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<Response, Refusal> {
    visitor.actor.may(Action::ManageSpace)?;
    let space = views::space(&app.db, &visitor.actor, &slug).await?;
    let kept = cohorts::of(&app.db, &[space.id]).await?.remove(&space.id);
    let typed = match &kept {
        Some(cohort) => as_kept(&app, &visitor, cohort).await?,
        None => Typed::default(),
    };
    page(&app, &visitor, &space, &typed, kept.is_some(), (Said::default(), StatusCode::OK)).await
}

async fn as_kept(app: &App, visitor: &Visitor, cohort: &Cohort) -> Result<Typed, Fault> {
    let ids: Vec<CityId> = cohort.cities.iter().copied().chain(cohort.lead).collect();
    let cards = stoa_exchange::views::cards_for(&app.db, &visitor.actor, &ids).await?;
    let slug = |id: &CityId| cards.get(id).map(|card| card.slug.clone());
    Ok(Typed {
        starts_on: cohort.starts_on.clone(),
        ends_on: cohort.ends_on.clone(),
        lead: cohort.lead.as_ref().and_then(slug).unwrap_or_default(),
        cities: cohort.cities.iter().filter_map(slug).collect::<Vec<_>>().join(", "),
        act: String::new(),
    })
}

/// `POST /admin/spaces/{slug}/cohort`.
pub(in crate::pages) async fn set(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    visitor.actor.may(Action::ManageSpace)?;
    let space = views::space(&app.db, &visitor.actor, &slug).await?;
    let typed = form.fields;
    let done = match typed.act.as_str() {
        "drop" => put(&app, &visitor, &space, None).await,
        _ => match read(&app, &typed.starts_on, &typed.ends_on, &typed.lead, &typed.cities).await {
            Ok(cohort) => put(&app, &visitor, &space, Some(&cohort)).await,
            Err(fault) => Err(fault),
        },
    };
    match done {
        Ok(()) => Ok(go(&format!("/s/{slug}"), Some("flash-saved"))),
        Err(fault) => {
            let wrong = said(&visitor, fault)?;
            page(&app, &visitor, &space, &typed, true, (wrong.1, wrong.0)).await
        }
    }
}

/// Makes a space a cohort, or lets it be none.
///
/// # Errors
/// As [`cohorts::set`].
pub async fn put(
    app: &App,
    visitor: &Visitor,
    space: &SpaceView,
    cohort: Option<&Cohort>,
) -> Result<(), Fault> {
    let (actor, id) = (&visitor.actor, space.id);
    app.db.write(async |tx: &mut Tx| cohorts::set(tx, actor, id, cohort).await).await
}

/// A cohort as it was typed: days, and cities by their names in addresses or as they are called.
///
/// # Errors
/// [`Fault::Invalid`] with everything that is wrong.
pub async fn read(
    app: &App,
    starts_on: &str,
    ends_on: &str,
    lead: &str,
    cities: &str,
) -> Result<Cohort, Fault> {
    let mut problems = Problems::default();
    let leading = named(app, "lead", lead, &mut problems).await?;
    if leading.len() > 1 {
        problems.add("lead", "threads-cohort-one-lead");
    }
    let cohort = Cohort {
        starts_on: starts_on.to_owned(),
        ends_on: ends_on.to_owned(),
        lead: leading.first().copied(),
        cities: named(app, "cities", cities, &mut problems).await?,
        outcome: None,
    };
    if let Err(Fault::Invalid(more)) = cohorts::checked(&cohort) {
        problems.0.extend(more.0);
    }
    problems.into_result().map(|()| cohort)
}

async fn named(
    app: &App,
    field: &'static str,
    typed: &str,
    problems: &mut Problems,
) -> Result<Vec<CityId>, Fault> {
    let names =
        typed.split([',', ';', '\n', '،', '、']).map(str::trim).filter(|name| !name.is_empty());
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for name in names.take(2 * cohorts::MOST) {
        match city(app, name).await? {
            Some(id) => found.push(id),
            None => missing.push(name.to_owned()),
        }
    }
    if !missing.is_empty() {
        let names = Detail::Text(missing.join(", "));
        problems.add_with(field, "threads-cohort-unknown", vec![("names", names)]);
    }
    Ok(found)
}

async fn city(app: &App, name: &str) -> Result<Option<CityId>, Fault> {
    let slug = [name.trim_start_matches('@').to_lowercase()];
    let known = stoa_exchange::views::by_slugs(&app.db, &slug).await?;
    if let Some(card) = known.values().next() {
        return Ok(Some(card.id));
    }
    let wanted = stoa_kernel::text::plain(name);
    let found = stoa_exchange::views::search(&app.db, name, 8).await?;
    let mut same = found.iter().filter(|card| stoa_kernel::text::plain(&card.name) == wanted);
    match (same.next(), same.next()) {
        (Some(card), None) => Ok(Some(card.id)),
        _ => Ok(None),
    }
}

async fn page(
    app: &App,
    visitor: &Visitor,
    space: &SpaceView,
    typed: &Typed,
    kept: bool,
    (said, status): (Said, StatusCode),
) -> Result<Response, Refusal> {
    let w = visitor.words();
    let text = |name: &'static str, key: &str, value: &str| {
        Field::text(name, w.say(key)).value(value).error(said.field(name))
    };
    let date = |field: Field| Field { kind: "date", ..field };
    let page = Page {
        name: space.names.say(visitor.locale.code()).to_owned(),
        slug: space.slug.clone(),
        starts: date(text("starts_on", "threads-cohort-starts", &typed.starts_on)),
        ends: date(text("ends_on", "threads-cohort-ends", &typed.ends_on)),
        lead: text("lead", "threads-cohort-lead", &typed.lead)
            .hint(w.say("threads-cohort-lead-hint"))
            .optional(),
        cities: text("cities", "threads-cohort-part", &typed.cities)
            .hint(w.say("threads-cohort-part-hint"))
            .optional()
            .rows(3),
        kept,
        problems: said.into_list(),
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}
