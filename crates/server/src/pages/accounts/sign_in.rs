//! `/sign-in`: a password, or a letter with a link; and signing out.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde::Deserialize;
use stoa_accounts::{EmailAddress, Link, Purpose, links, sessions};
use stoa_kernel::{Fault, Tx};

use super::confirm::{Address, Kind, asking, ended, press, wish};
use super::{Said, doors, join, said};
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Form, Refusal, Visitor, cookies};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Field, Problem};
use crate::pages::{go, own_address, show, show_as, with_header};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(open).post(send))
        .route("/sign-in/link", get(open_link).post(ask))
        .route("/sign-in/sent", get(sent))
        .route("/sign-in/{token}", get(look).post(enter))
        .route("/sign-out", post(leave))
}

const SIGN_IN: Kind = Kind {
    purpose: Purpose::SignIn,
    key: "sign-in-link",
    ask: "/sign-in/link",
    sent: "/sign-in/sent",
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    next: String,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    email: String,
    password: String,
    next: String,
}

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct Page {
    chrome: Chrome,
    email: Field,
    password: Field,
    next: String,
    problems: Vec<Problem>,
}

async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    if visitor.me.is_some() {
        return Ok(go(own_address(&asked.next), None));
    }
    let typed = Typed { next: asked.next, ..Typed::default() };
    show(&page(&app, &visitor, &typed, Said::default()).await?)
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed, said: Said) -> Result<Page, Fault> {
    let w = visitor.words();
    Ok(Page {
        chrome: Chrome::of(app, visitor).await?,
        email: Field::email("email", w.say("accounts-email"))
            .autocomplete("username")
            .value(typed.email.as_str())
            .error(said.field("email")),
        password: Field::password("password", w.say("accounts-password"), "current-password")
            .error(said.field("password")),
        next: own_address(&typed.next).to_owned(),
        problems: said.0,
    })
}

async fn send(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    let typed = form.fields;
    let secret = typed.password.as_str().into();
    match doors::sign_in(&app, &visitor, &headers, (&typed.email, secret)).await {
        Ok(Some(entered)) => {
            let email = EmailAddress::parse(&typed.email).ok();
            let to = own_address(&typed.next);
            Ok(doors::enter(&app, &entered, email.as_ref(), to, "flash-signed-in"))
        }
        Ok(None) => {
            let said = Said::whole(visitor.words().say("accounts-sign-in-wrong"));
            let page = page(&app, &visitor, &typed, said).await?;
            show_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            show_as(status, &page(&app, &visitor, &typed, said).await?)
        }
    }
}

async fn open_link(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    show(&asking(&app, &visitor, &SIGN_IN, "", Said::default()).await?)
}

async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Address>,
) -> Result<Response, Refusal> {
    wish(&app, &visitor, &SIGN_IN, form.fields).await
}

async fn sent(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    join::look_into_your_mail(&app, &visitor, "accounts-sent-sign-in", "/sign-in/link").await
}

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    match links::look(&app.db, &app.instance.secret, Purpose::SignIn, &token).await? {
        Link::Good { .. } => show(&press(&app, &visitor, &SIGN_IN, &token, Said::default()).await?),
        other => ended(&app, &visitor, &SIGN_IN, other).await,
    }
}

async fn enter(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    match doors::sign_in_by_link(&app, &visitor, &token).await {
        Ok(Ok(entered)) => Ok(doors::enter(&app, &entered, None, "/", "flash-signed-in")),
        Ok(Err(link)) => ended(&app, &visitor, &SIGN_IN, link).await,
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            show_as(status, &press(&app, &visitor, &SIGN_IN, &token, said).await?)
        }
    }
}

/// Ends the session and asks the browser to drop what it kept of the pages.
async fn leave(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    if let Some(session) = visitor.session {
        let actor = visitor.actor.clone();
        let ended = app.db.write(async move |tx: &mut Tx| sessions::end(tx, &actor, session).await);
        match ended.await {
            // It was ended elsewhere a moment ago.
            Ok(()) | Err(Fault::NotFound) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    let response = go("/", Some("flash-signed-out"));
    let response =
        with_header(response, header::SET_COOKIE, cookies::end_session(doors::https(&app)));
    let clear = HeaderName::from_static("clear-site-data");
    Ok(with_header(response, clear, HeaderValue::from_static("\"cache\", \"storage\"")))
}
