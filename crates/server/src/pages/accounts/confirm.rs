//! `/confirm/{token}`: a page with one button, so that mail scanners confirm
//! nothing; and `/confirm`, where a new letter is asked for.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use serde::Deserialize;
use stoa_accounts::{EmailAddress, Link, Purpose, links};
use stoa_kernel::Fault;

use super::{Said, doors, join, said};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Field, Problem};
use crate::pages::{go, show, show_as};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/confirm", get(open).post(ask))
        .route("/confirm/{token}", get(look).post(confirm))
        .route("/confirm/sent", get(sent))
}

/// A page with one button.
#[derive(Template)]
#[template(path = "accounts/press.html")]
struct Press {
    chrome: Chrome,
    title: String,
    lede: String,
    action: String,
    button: String,
    problems: Vec<Problem>,
}

/// A link that does not work any more, and the way on.
#[derive(Template)]
#[template(path = "accounts/ended.html")]
struct Ended {
    chrome: Chrome,
    title: String,
    lede: String,
    href: &'static str,
    way: String,
}

/// A page that asks for an address.
#[derive(Template)]
#[template(path = "accounts/ask.html")]
struct Ask {
    chrome: Chrome,
    title: String,
    lede: String,
    action: &'static str,
    button: String,
    email: Field,
    problems: Vec<Problem>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Address {
    email: String,
}

/// The words and addresses of one purpose: the middle of its keys, where one asks and what
/// page follows.
pub(super) struct Kind {
    pub(super) purpose: Purpose,
    pub(super) key: &'static str,
    pub(super) ask: &'static str,
    pub(super) sent: &'static str,
}

const CONFIRM: Kind =
    Kind { purpose: Purpose::Confirm, key: "confirm", ask: "/confirm", sent: "/confirm/sent" };

async fn open(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    show(&asking(&app, &visitor, &CONFIRM, "", Said::default()).await?)
}

async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Address>,
) -> Result<Response, Refusal> {
    wish(&app, &visitor, &CONFIRM, form.fields).await
}

async fn sent(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    join::look_into_your_mail(&app, &visitor, "accounts-sent-confirm", "/confirm").await
}

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let link = links::look(&app.db, &app.instance.secret, Purpose::Confirm, &token).await?;
    match link {
        Link::Good { .. } => show(&press(&app, &visitor, &CONFIRM, &token, Said::default()).await?),
        other => ended(&app, &visitor, &CONFIRM, other).await,
    }
}

async fn confirm(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    match doors::confirm(&app, &visitor, &token).await {
        Ok(Ok(entered)) => Ok(doors::enter(&app, &entered, None, "/", "flash-confirmed")),
        Ok(Err(link)) => ended(&app, &visitor, &CONFIRM, link).await,
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            show_as(status, &press(&app, &visitor, &CONFIRM, &token, said).await?)
        }
    }
}

/// Takes an address and leads to the page that sends to the mail, known or not.
///
/// # Errors
/// A refusal when the page cannot be made.
pub(super) async fn wish(
    app: &App,
    visitor: &Visitor,
    kind: &Kind,
    typed: Address,
) -> Result<Response, Refusal> {
    let asked = match EmailAddress::parse(&typed.email) {
        Ok(email) => doors::ask(app, visitor, &email, kind.purpose).await,
        Err(key) => Err(Fault::invalid("email", key)),
    };
    match asked {
        Ok(()) => Ok(go(kind.sent, None)),
        Err(fault) => {
            let (status, said) = said(visitor, fault)?;
            show_as(status, &asking(app, visitor, kind, &typed.email, said).await?)
        }
    }
}

/// The page that asks for an address.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn asking(
    app: &App,
    visitor: &Visitor,
    kind: &Kind,
    typed: &str,
    said: Said,
) -> Result<impl Template + use<>, Fault> {
    let w = visitor.words();
    let error = said.field("email");
    Ok(Ask {
        chrome: Chrome::of(app, visitor).await?,
        title: w.say(&format!("accounts-{}-ask-title", kind.key)),
        lede: w.say(&format!("accounts-{}-ask-lede", kind.key)),
        action: kind.ask,
        button: w.say(&format!("accounts-{}-ask-button", kind.key)),
        email: Field::email("email", w.say("accounts-email")).value(typed).error(error),
        problems: said.0,
    })
}

/// The page with one button.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn press(
    app: &App,
    visitor: &Visitor,
    kind: &Kind,
    token: &str,
    said: Said,
) -> Result<impl Template + use<>, Fault> {
    let w = visitor.words();
    Ok(Press {
        chrome: Chrome::of(app, visitor).await?,
        title: w.say(&format!("accounts-{}-title", kind.key)),
        lede: w.say(&format!("accounts-{}-lede", kind.key)),
        action: format!("/{}/{token}", kind.purpose.name()),
        button: w.say(&format!("accounts-{}-button", kind.key)),
        problems: said.0,
    })
}

/// The page of a link that was used or has run out; one that is not ours is not found.
///
/// # Errors
/// The refusal for a link that is not ours.
pub(super) async fn ended(
    app: &App,
    visitor: &Visitor,
    kind: &Kind,
    link: Link,
) -> Result<Response, Refusal> {
    let Some((title, lede)) = last_words(kind.purpose, link) else {
        return Err(Refusal::not_found());
    };
    let w = visitor.words();
    let done = kind.purpose == Purpose::Confirm && link == Link::Used;
    let (href, way) =
        if done { ("/sign-in", "accounts-way-sign-in") } else { (kind.ask, "accounts-way-new") };
    let page = Ended {
        chrome: Chrome::of(app, visitor).await?,
        title: w.say(title),
        lede: w.say(lede),
        way: w.say(way),
        href,
    };
    show_as(StatusCode::GONE, &page)
}

/// Title and sentence for a link of ours that leads no further.
fn last_words(purpose: Purpose, link: Link) -> Option<(&'static str, &'static str)> {
    Some(match (purpose, link) {
        (Purpose::Confirm, Link::Used) => ("accounts-confirm-used-title", "accounts-confirm-used"),
        (Purpose::Confirm, Link::Expired) => {
            ("accounts-confirm-expired-title", "accounts-confirm-expired")
        }
        (Purpose::SignIn, Link::Used) => {
            ("accounts-sign-in-link-used-title", "accounts-sign-in-link-used")
        }
        (Purpose::SignIn, Link::Expired) => {
            ("accounts-sign-in-link-expired-title", "accounts-sign-in-link-expired")
        }
        (Purpose::Reset, Link::Used) => ("accounts-reset-used-title", "accounts-reset-used"),
        (Purpose::Reset, Link::Expired) => {
            ("accounts-reset-expired-title", "accounts-reset-expired")
        }
        _ => return None,
    })
}
