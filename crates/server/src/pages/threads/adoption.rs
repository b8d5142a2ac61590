//! The page on which who works for a city says that it uses what a post tells.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_accounts::{Me, Tie};
use stoa_kernel::ids::{CityId, PostId};
use stoa_kernel::policy::Action;
use stoa_kernel::{Fault, Tx};
use stoa_threads::learning::{self, Stage};
use stoa_threads::views;

use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::pages::accounts::{Said, said};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field, PlateView, Problem};
use crate::pages::{go, show_as};

/// What the page of an adoption sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Adopted {
    stage: String,
    since: String,
    act: String,
}

#[derive(Template)]
#[template(path = "threads/adoption.html")]
struct Page {
    chrome: Chrome,
    problems: Vec<Problem>,
    id: PostId,
    title: String,
    city: PlateView,
    stage: Field,
    stages: Vec<Choice>,
    since: Field,
    said: bool,
}

/// The city that a member works for, and may speak for.
///
/// # Errors
/// [`Fault::Forbidden`] for guests and who works for none.
pub fn speaks_for(me: Option<&Me>) -> Result<CityId, Fault> {
    let me = me.ok_or(Fault::Forbidden("core-refused-sign-in"))?;
    let works = me.tie == Tie::City;
    me.city.filter(|_| works).ok_or(Fault::Forbidden("threads-adopt-no-city"))
}

/// `GET /p/{id}/adoption`.
pub(super) async fn page(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    views::post(&app.db, &visitor.actor, id).await?;
    let city = speaks_for(visitor.me.as_ref())?;
    let all = learning::adoptions(&app.db, &[id]).await?;
    let kept = all.get(&id).and_then(|all| all.iter().find(|one| one.city == city));
    let now = app.db.clock().now().timestamp();
    let today = now.to_zoned(visitor.zone.clone()).date().to_string();
    let typed = Adopted {
        stage: kept.map(|one| one.stage.name().to_owned()).unwrap_or_default(),
        since: kept.map_or(today, |one| one.since.clone()),
        act: String::new(),
    };
    let said = kept.is_some();
    rendered(&app, &visitor, id, &typed, said, (Said::default(), StatusCode::OK)).await
}

/// `POST /p/{id}/adoption`.
pub(super) async fn adopt(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Adopted>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let typed = form.fields;
    let done = match typed.act.as_str() {
        "drop" => drop_it(&app, &visitor, id).await.map(|()| "flash-adoption-gone"),
        _ => uses(&app, &visitor, id, &typed.stage, &typed.since).await.map(|()| "flash-adoption"),
    };
    match done {
        Ok(flash) => Ok(go(&format!("/p/{id}"), Some(flash))),
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            rendered(&app, &visitor, id, &typed, true, (said, status)).await
        }
    }
}

/// Says for the visitor's city that it uses what a post tells.
///
/// # Errors
/// As [`learning::adopt`] and [`speaks_for`]; [`Fault::Invalid`] in field `stage`.
pub async fn uses(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    stage: &str,
    since: &str,
) -> Result<(), Fault> {
    let me = visitor.actor.signed_in()?;
    views::post(&app.db, &visitor.actor, id).await?;
    let city = speaks_for(visitor.me.as_ref())?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let wrong = || Fault::invalid("stage", "threads-adopt-stage");
    let stage = Stage::parse(stage).ok_or_else(wrong)?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| learning::adopt(tx, actor, id, city, stage, since).await).await
}

/// Takes back that the visitor's city uses what a post tells.
///
/// # Errors
/// As [`learning::drop_adoption`] and [`speaks_for`].
pub async fn drop_it(app: &App, visitor: &Visitor, id: PostId) -> Result<(), Fault> {
    views::post(&app.db, &visitor.actor, id).await?;
    let city = speaks_for(visitor.me.as_ref())?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| learning::drop_adoption(tx, actor, id, city).await).await
}

async fn rendered(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    typed: &Adopted,
    kept: bool,
    (said, status): (Said, StatusCode),
) -> Result<Response, Refusal> {
    let city = speaks_for(visitor.me.as_ref())?;
    let card = views::post(&app.db, &visitor.actor, id).await?;
    visitor.actor.may_in(card.post.space, Action::Adopt)?;
    let w = visitor.words();
    let mut named = Named::default();
    named.city(city);
    let cast = Cast::of(&app.db, &visitor.actor, w, named, false).await?;
    let stage = |one: &Stage| {
        let label = w.say(&format!("threads-stage-{}", one.name()));
        Choice::new(one.name(), label, &typed.stage)
    };
    let page = Page {
        id,
        title: card.title.unwrap_or_default(),
        city: cast.plate(Some(city)).ok_or_else(Refusal::not_found)?,
        stage: Field::text("stage", w.say("threads-adopt-stage-label")).error(said.field("stage")),
        stages: Stage::ALL.iter().map(stage).collect(),
        since: Field { kind: "date", ..Field::text("since", w.say("threads-adopt-since")) }
            .value(typed.since.clone())
            .error(said.field("since")),
        said: kept,
        problems: said.into_list(),
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}
