//! `/settings/password`: a new one for who knows the old one.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use stoa_accounts::{passwords, settings, views};
use stoa_kernel::{Fault, Problems, Tx};

use super::{Said, doors, reset, said, tabs};
use crate::app::App;
use crate::http::limits::Rate;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Field, Link, Problem};
use crate::pages::{go, show, show_as};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/settings/password", get(open).post(send))
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    current: String,
    password: String,
}

#[derive(Template)]
#[template(path = "accounts/password.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<Link>,
    /// Without a password only a mailed link sets one.
    has_password: bool,
    email: String,
    current: Field,
    password: Field,
    problems: Vec<Problem>,
}

async fn open(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.member()?;
    show(&page(&app, &visitor, Said::default()).await?)
}

async fn page(app: &App, visitor: &Visitor, said: Said) -> Result<Page, Fault> {
    let w = visitor.words();
    let own = views::settings(&app.db, &visitor.actor).await?;
    Ok(Page {
        chrome: Chrome::of(app, visitor).await?,
        tabs: tabs(visitor),
        has_password: own.has_password,
        email: own.email,
        current: Field::password("current", w.say("accounts-password-current"), "current-password")
            .error(said.field("current")),
        password: Field::password("password", w.say("accounts-password-new"), "new-password")
            .hint(w.say("accounts-password-hint"))
            .error(said.field("password")),
        problems: said.0,
    })
}

async fn send(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    match set(&app, &visitor, &form.fields).await {
        Ok(()) => Ok(go("/settings/password", Some("flash-password-changed"))),
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            show_as(status, &page(&app, &visitor, said).await?)
        }
    }
}

async fn set(app: &App, visitor: &Visitor, typed: &Typed) -> Result<(), Fault> {
    let member = visitor.actor.signed_in()?;
    doors::count(app, Rate::SignIn, &format!("own:{member}"))?;
    let new = reset::fit(app, member, &typed.password).await?;
    let secret = typed.current.as_str().into();
    let proven = passwords::check_own(&app.db, &app.hasher, member, &secret).await?;
    let proven = proven.ok_or_else(wrong)?;
    let hash = app.hasher.hash(&new).await?;
    let (actor, here) = (visitor.actor.clone(), visitor.session);
    let done = app.db.write(async move |tx: &mut Tx| {
        settings::change_password(tx, &actor, &proven, &hash, here).await
    });
    if done.await? { Ok(()) } else { Err(wrong()) }
}

fn wrong() -> Fault {
    let mut problems = Problems::default();
    problems.add("current", "accounts-password-wrong");
    Fault::Invalid(problems)
}
