//! `/settings/data`: taking along what is kept of oneself, and leaving.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use http::header;
use serde::Deserialize;
use stoa_accounts::leaving::{Choice as Posts, Wish};
use stoa_accounts::sessions;
use stoa_kernel::{Fault, Problems, Tx};

use super::{Said, doors, said, tabs};
use crate::app::App;
use crate::http::{Form, Refusal, Visitor, cookies};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field, Link, Problem};
use crate::pages::{go, show, show_as, with_header};
use crate::{archive, leaving};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/settings/data", get(open))
        .route("/settings/data/archive", get(take_along))
        .route("/settings/data/anew", post(anew))
        .route("/settings/data/leave", get(ask).post(leave))
}

#[derive(Template)]
#[template(path = "accounts/data.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<Link>,
    /// Signed in so lately that archive and leaving are open.
    fresh: bool,
}

async fn open(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.member()?;
    let fresh = is_fresh(&app, &visitor).await?;
    show(&Page { chrome: Chrome::of(&app, &visitor).await?, tabs: tabs(&visitor), fresh })
}

async fn is_fresh(app: &App, visitor: &Visitor) -> Result<bool, Fault> {
    match sessions::must_be_fresh(&app.db, visitor.session).await {
        Ok(()) => Ok(true),
        Err(Fault::Forbidden(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}

async fn take_along(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.member()?;
    match is_fresh(&app, &visitor).await? {
        true => archive::send(&app, &visitor).await,
        false => Ok(go("/settings/data", None)),
    }
}

/// Signs out and leads back here by way of signing in.
async fn anew(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let (actor, here) = (visitor.actor.clone(), visitor.session);
    if let Some(here) = here {
        app.db.write(async move |tx: &mut Tx| sessions::end(tx, &actor, here).await).await?;
    }
    let response = go("/sign-in?next=/settings/data", None);
    Ok(with_header(response, header::SET_COOKIE, cookies::end_session(doors::https(&app))))
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    posts: String,
    titles: String,
    sure: String,
}

#[derive(Template)]
#[template(path = "accounts/leave.html")]
struct Leave {
    chrome: Chrome,
    tabs: Vec<Link>,
    problems: Vec<Problem>,
    posts: Field,
    choices: Vec<Choice>,
    titles: Field,
    titles_too: bool,
    sure: Field,
}

async fn ask(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.member()?;
    if !is_fresh(&app, &visitor).await? {
        return Ok(go("/settings/data", None));
    }
    let typed = Typed { posts: Posts::Keep.name().to_owned(), ..Typed::default() };
    show(&page(&app, &visitor, &typed, Said::default()).await?)
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed, said: Said) -> Result<Leave, Fault> {
    let w = visitor.words();
    let choice = |value: Posts, label: &str, hint: &str| Choice {
        hint: w.say(hint),
        ..Choice::new(value.name(), w.say(label), &typed.posts)
    };
    Ok(Leave {
        chrome: Chrome::of(app, visitor).await?,
        tabs: tabs(visitor),
        posts: Field::text("posts", w.say("rights-leave-posts")).error(said.field("posts")),
        choices: vec![
            choice(Posts::Keep, "rights-leave-keep", "rights-leave-keep-hint"),
            choice(Posts::Delete, "rights-leave-delete", "rights-leave-delete-hint"),
        ],
        titles: Field::text("titles", w.say("rights-leave-titles"))
            .hint(w.say("rights-leave-titles-hint")),
        titles_too: typed.titles == "true",
        sure: Field::text("sure", w.say("rights-leave-sure")).error(said.field("sure")),
        problems: said.0,
    })
}

async fn leave(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    match gone(&app, &visitor, &form.fields).await {
        Ok(()) => {
            let response = go("/", Some("flash-erased"));
            let cookie = cookies::end_session(doors::https(&app));
            Ok(with_header(response, header::SET_COOKIE, cookie))
        }
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            show_as(status, &page(&app, &visitor, &form.fields, said).await?)
        }
    }
}

async fn gone(app: &App, visitor: &Visitor, typed: &Typed) -> Result<(), Fault> {
    sessions::must_be_fresh(&app.db, visitor.session).await?;
    let mut problems = Problems::default();
    let choice = Posts::parse(&typed.posts);
    if choice.is_none() {
        problems.add("posts", "rights-leave-choose");
    }
    if typed.sure != "true" {
        problems.add("sure", "rights-leave-not-sure");
    }
    problems.into_result()?;
    let wish = Wish { choice: choice.unwrap_or(Posts::Keep), titles: typed.titles == "true" };
    leaving::leave(app, &visitor.actor, wish).await
}
