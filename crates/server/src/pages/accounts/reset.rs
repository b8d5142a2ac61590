//! `/reset`: a forgotten password.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use http::header;
use serde::Deserialize;
use stoa_accounts::{Link, Password, Purpose, links, settings, views};
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Fault, Tx};

use super::confirm::{Address, Kind, asking, ended, wish};
use super::{Said, doors, join, said};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Form, Refusal, Visitor, cookies};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Field, Problem};
use crate::pages::{go, show, show_as, with_header};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/reset", get(open).post(ask))
        .route("/reset/sent", get(sent))
        .route("/reset/{token}", get(look).post(change))
}

const RESET: Kind =
    Kind { purpose: Purpose::Reset, key: "reset", ask: "/reset", sent: "/reset/sent" };

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    password: String,
}

#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct Page {
    chrome: Chrome,
    action: String,
    password: Field,
    problems: Vec<Problem>,
}

async fn open(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    show(&asking(&app, &visitor, &RESET, "", Said::default()).await?)
}

async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Address>,
) -> Result<Response, Refusal> {
    wish(&app, &visitor, &RESET, form.fields).await
}

async fn sent(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    join::look_into_your_mail(&app, &visitor, "accounts-sent-reset", "/reset").await
}

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    match links::look(&app.db, &app.instance.secret, Purpose::Reset, &token).await? {
        Link::Good { .. } => show(&page(&app, &visitor, &token, Said::default()).await?),
        other => ended(&app, &visitor, &RESET, other).await,
    }
}

async fn page(app: &App, visitor: &Visitor, token: &str, said: Said) -> Result<Page, Fault> {
    let w = visitor.words();
    Ok(Page {
        chrome: Chrome::of(app, visitor).await?,
        action: format!("/reset/{token}"),
        password: Field::password("password", w.say("accounts-password-new"), "new-password")
            .hint(w.say("accounts-password-hint"))
            .error(said.field("password")),
        problems: said.0,
    })
}

async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    match set(&app, &visitor, &token, &form.fields.password).await {
        Ok(Link::Good { .. }) => {
            // Every session ended, this browser's with them.
            let response = go("/sign-in", Some("flash-password-changed"));
            let cookie = cookies::end_session(doors::https(&app));
            Ok(with_header(response, header::SET_COOKIE, cookie))
        }
        Ok(link) => ended(&app, &visitor, &RESET, link).await,
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            show_as(status, &page(&app, &visitor, &token, said).await?)
        }
    }
}

/// Looks before it hashes, so that a dead link costs nothing.
async fn set(app: &App, visitor: &Visitor, token: &str, typed: &str) -> Result<Link, Fault> {
    doors::count(app, Rate::SignIn, &format!("from:{}", visitor.address))?;
    let link = links::look(&app.db, &app.instance.secret, Purpose::Reset, token).await?;
    let Link::Good { member, .. } = link else {
        return Ok(link);
    };
    let password = fit(app, member, typed).await?;
    let hash = app.hasher.hash(&password).await?;
    let (secret, token) = (app.instance.secret.clone(), token.to_owned());
    app.db
        .write(async move |tx: &mut Tx| settings::reset_password(tx, &secret, &token, &hash).await)
        .await
}

/// A new password that is neither short nor common nor the member's own name or address.
///
/// # Errors
/// [`Fault::Invalid`] in field `password`.
pub(super) async fn fit(app: &App, member: MemberId, typed: &str) -> Result<Password, Fault> {
    let contact = views::contact(&app.db, member).await?.ok_or(Fault::NotFound)?;
    Password::parse(typed, &contact.email, &contact.name)
}
