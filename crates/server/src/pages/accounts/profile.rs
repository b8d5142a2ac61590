//! `/settings/profile`: who one is to others, and how pages look.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{Redirect, Response};
use axum::routing::get;
use http::StatusCode;
use serde::Deserialize;
use stoa_accounts::settings::{self, Changed};
use stoa_accounts::{
    Audience, Bio, Changes, CityWish, DisplayName, LanguageTag, Languages, Place, Settings, Theme,
    Tie, Zone, views,
};
use stoa_exchange::CityCard;
use stoa_kernel::{Fault, Problems, Tx};
use stoa_render::Words;

use super::{Said, choices, city, doors, said, tabs};
use crate::app::App;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field, Link, Problem};
use crate::pages::{go, show, show_as};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/settings", get(|| async { Redirect::to("/settings/profile") }))
        .route("/settings/profile", get(open).post(send))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act: String,
    version: i32,
    display_name: String,
    bio: String,
    languages: Vec<String>,
    time_zone: String,
    locale: String,
    audience: String,
    tie: String,
    city: String,
    looked_for: String,
    city_choice: String,
    country: String,
    theme: String,
    keys: String,
    translated: String,
    approachable: String,
}

#[derive(Template)]
#[template(path = "accounts/profile.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<Link>,
    problems: Vec<Problem>,
    version: i32,
    handle: String,
    email: String,
    person: String,
    name: Field,
    bio: Field,
    tie: Field,
    ties: Vec<Choice>,
    city: city::View,
    audience: Field,
    audiences: Vec<Choice>,
    languages: Field,
    tongues: Vec<Choice>,
    locale: Field,
    locales: Vec<Choice>,
    zone: Field,
    zones: Vec<Choice>,
    theme: Field,
    themes: Vec<Choice>,
    keys: Field,
    keys_on: bool,
    translated: Field,
    translated_on: bool,
    approachable: Field,
    approachable_on: bool,
}

async fn open(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let own = views::settings(&app.db, &visitor.actor).await?;
    let ids: Vec<_> = own.city.into_iter().collect();
    let cities = stoa_exchange::views::cards_for(&app.db, &visitor.actor, &ids).await?;
    let city = own.city.and_then(|id| cities.get(&id)).cloned();
    let typed = as_kept(&own, city.as_ref());
    let found = city::Found::kept(city);
    show(&page(&app, &visitor, &own, &typed, (&found, Said::default())).await?)
}

/// The form as it stands before anybody types.
fn as_kept(own: &Settings, city: Option<&CityCard>) -> Typed {
    let name = city.map(|card| card.name.clone()).unwrap_or_default();
    Typed {
        act: String::new(),
        version: own.version,
        display_name: own.display_name.clone(),
        bio: own.bio.clone(),
        languages: own.languages.clone(),
        time_zone: own.time_zone.clone(),
        locale: own.locale.clone(),
        audience: own.audience.slug().to_owned(),
        tie: own.tie.slug().to_owned(),
        looked_for: name.clone(),
        city: name,
        city_choice: city.map(|card| card.slug.clone()).unwrap_or_default(),
        country: String::new(),
        theme: own.theme.slug().to_owned(),
        keys: if own.keys_enabled { "true".to_owned() } else { String::new() },
        translated: if own.translated { "true".to_owned() } else { String::new() },
        approachable: if own.approachable { "true".to_owned() } else { String::new() },
    }
}

async fn send(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let typed = form.fields;
    let mut problems = Problems::default();
    let looking = typed.act == "find";
    let (tie, place) = (Tie::parse(&typed.tie), typed.place());
    let found = city::find(&app, &visitor.actor, tie, &place, looking, &mut problems).await?;
    if looking {
        return again(&app, &visitor, &typed, (&found, Said::default()), StatusCode::OK).await;
    }
    let changes = typed.read(&found, &mut problems);
    let done = match problems.into_result() {
        Ok(()) => change(&app, &visitor, changes, tie.zip(found.wish.clone())).await,
        Err(wrong) => Err(wrong),
    };
    match done {
        Ok(Changed::Done(_)) => Ok(go("/settings/profile", Some("flash-saved"))),
        Ok(Changed::Stale(now)) => stale(&app, &visitor, typed, &found, &now).await,
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            again(&app, &visitor, &typed, (&found, said), status).await
        }
    }
}

/// One transaction: the settings, and the city that is to be added.
async fn change(
    app: &App,
    visitor: &Visitor,
    changes: Changes,
    wish: Option<(Tie, CityWish)>,
) -> Result<Changed, Fault> {
    let actor = visitor.actor.clone();
    app.db
        .write(async move |tx: &mut Tx| {
            let mut changes = changes.clone();
            if let Some((tie, wish)) = &wish {
                let city = doors::claim(tx, actor.signed_in()?, wish).await?;
                changes.place = Place::new(*tie, Some(city));
            }
            settings::change(tx, &actor, &changes).await
        })
        .await
}

/// Somebody (oneself, elsewhere) was first: the typed words stay, the new version is taken, and
/// the next press replaces what is there.
async fn stale(
    app: &App,
    visitor: &Visitor,
    typed: Typed,
    found: &city::Found,
    now: &Settings,
) -> Result<Response, Refusal> {
    let said = Said::whole(visitor.words().a("accounts-stale", "name", now.display_name.clone()));
    let typed = Typed { version: now.version, ..typed };
    again(app, visitor, &typed, (found, said), StatusCode::CONFLICT).await
}

impl Typed {
    fn place(&self) -> city::Typed {
        city::Typed {
            city: self.city.clone(),
            looked_for: self.looked_for.clone(),
            choice: self.city_choice.clone(),
            country: self.country.clone(),
        }
    }

    fn read(&self, found: &city::Found, problems: &mut Problems) -> Changes {
        let mut changes = Changes { version: Some(self.version), ..Changes::default() };
        let mut note = |field, key| problems.add(field, key);
        changes.display_name =
            DisplayName::parse(&self.display_name).map_err(|key| note("display_name", key)).ok();
        changes.bio = Bio::parse(&self.bio).map_err(|key| note("bio", key)).ok();
        changes.languages =
            Languages::parse(&self.languages).map_err(|key| note("languages", key)).ok();
        changes.time_zone = Zone::parse(&self.time_zone).map_err(|key| note("time_zone", key)).ok();
        changes.locale = spoken(&self.locale).map_err(|key| note("locale", key)).ok();
        changes.audience = Audience::parse(&self.audience);
        changes.theme = Theme::parse(&self.theme);
        changes.keys_enabled = Some(self.keys == "true");
        changes.translated = Some(self.translated == "true");
        changes.approachable = Some(self.approachable == "true");
        if changes.audience.is_none() {
            note("audience", "accounts-audience-empty");
        }
        match Tie::parse(&self.tie) {
            None => note("tie", "accounts-tie-empty"),
            Some(tie) => changes.place = Place::new(tie, found.city),
        }
        changes
    }
}

/// A language that pages are written in.
pub(crate) fn spoken(typed: &str) -> Result<LanguageTag, &'static str> {
    let known = stoa_render::locale(typed).ok_or("accounts-locale-bad")?;
    LanguageTag::parse(known.code())
}

async fn again(
    app: &App,
    visitor: &Visitor,
    typed: &Typed,
    shown: (&city::Found, Said),
    status: StatusCode,
) -> Result<Response, Refusal> {
    let own = views::settings(&app.db, &visitor.actor).await?;
    show_as(status, &page(app, visitor, &own, typed, shown).await?)
}

async fn page(
    app: &App,
    visitor: &Visitor,
    own: &Settings,
    typed: &Typed,
    (found, said): (&city::Found, Said),
) -> Result<Page, Fault> {
    let w = visitor.words();
    let field = |field: Field| {
        let error = said.field(field.name);
        field.error(error)
    };
    let [name, bio, audience] = about(w, typed).map(field);
    let [languages, locale, zone] = spoken_in(w).map(field);
    Ok(Page {
        tabs: tabs(visitor),
        version: typed.version,
        handle: own.handle.clone(),
        email: own.email.clone(),
        person: format!("/people/{}", visitor.actor.signed_in()?),
        tie: field(Field::text("tie", w.say("accounts-tie"))),
        ties: choices::ties(w, &typed.tie),
        city: city::View::of(w, typed.place(), found, &said),
        audiences: choices::audiences(w, &typed.audience, false),
        tongues: choices::languages(app, &typed.languages),
        locales: choices::locales(&typed.locale),
        zones: choices::zones(w, &typed.time_zone, false),
        theme: Field::text("theme", w.say("accounts-theme")),
        themes: choices::themes(w, Theme::parse(&typed.theme).unwrap_or(own.theme)),
        keys: Field::text("keys", w.say("accounts-keys")).hint(w.say("accounts-keys-hint")),
        keys_on: typed.keys == "true",
        translated: Field::text("translated", w.say("accounts-translated"))
            .hint(w.say("accounts-translated-hint")),
        translated_on: typed.translated == "true",
        approachable: Field::text("approachable", w.say("accounts-approachable"))
            .hint(w.say("accounts-approachable-hint")),
        approachable_on: typed.approachable == "true",
        chrome: Chrome::of(app, visitor).await?,
        problems: said.0,
        name,
        bio,
        audience,
        languages,
        locale,
        zone,
    })
}

fn about(w: Words, typed: &Typed) -> [Field; 3] {
    [
        Field::text("display_name", w.say("accounts-name"))
            .hint(w.say("accounts-name-hint"))
            .autocomplete("name")
            .value(typed.display_name.as_str()),
        Field::text("bio", w.say("accounts-bio"))
            .hint(w.say("accounts-bio-hint"))
            .value(typed.bio.as_str())
            .most(2000)
            .rows(5)
            .optional(),
        Field::text("audience", w.say("accounts-audience")).hint(w.say("accounts-audience-hint")),
    ]
}

fn spoken_in(w: Words) -> [Field; 3] {
    [
        Field::text("languages", w.say("accounts-languages")),
        Field::text("locale", w.say("accounts-locale")).hint(w.say("accounts-locale-hint")),
        Field::text("time_zone", w.say("accounts-zone")).hint(w.say("accounts-zone-hint")),
    ]
}
