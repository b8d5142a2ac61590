//! What pages and API share: coming in by joining, a password or a letter.

use axum::response::Response;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::{HeaderMap, HeaderValue, header};
use secrecy::SecretString;
use sha2::{Digest, Sha256};
use stoa_accounts::members::{self, Confirming};
use stoa_accounts::{Applicant, CityWish, EmailAddress, Link, Purpose, links, passwords, sessions};
use stoa_exchange::{CityName, Country, cities};
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::{Fault, Reads, Secret, Tx};

use crate::app::App;
use crate::http::limits::Rate;
use crate::http::{Visitor, address, cookies};
use crate::jobs;
use crate::pages::go;

/// Says that this browser has signed in with an address before.
const KNOWN: &str = "known";

/// Somebody who has just come in.
#[derive(Clone, Debug)]
pub(crate) struct Entered {
    /// Who.
    pub(crate) member: MemberId,
    /// The session's token.
    pub(crate) token: String,
}

/// Joining: a hash, one transaction and a letter, whether or not the address is known.
///
/// # Errors
/// [`Fault::TooSoon`], [`Fault::Unavailable`].
pub(crate) async fn join(
    app: &App,
    visitor: &Visitor,
    applicant: Applicant,
    city: Option<CityId>,
    wish: Option<CityWish>,
) -> Result<(), Fault> {
    count(app, Rate::Join, &format!("join:{}", visitor.address))?;
    count(app, Rate::Link, &inbox(applicant.email()))?;
    let hash = app.hasher.hash(applicant.password()).await?;
    let new = applicant.into_member(hash, city, wish);
    app.db.write(async move |tx: &mut Tx| members::join(tx, &new).await.map(|_| ())).await
}

/// A letter with a link is wished for. The address is looked up by a job, later.
///
/// # Errors
/// [`Fault::TooSoon`], [`Fault::Unavailable`].
pub(crate) async fn ask(
    app: &App,
    visitor: &Visitor,
    email: &EmailAddress,
    purpose: Purpose,
) -> Result<(), Fault> {
    count(app, Rate::SignIn, &format!("ask:{}", visitor.address))?;
    count(app, Rate::Link, &inbox(email))?;
    jobs::accounts::ask(app, email, purpose).await
}

/// Signing in with a password; `None` for whatever does not fit.
///
/// # Errors
/// [`Fault::TooSoon`], [`Fault::Unavailable`].
pub(crate) async fn sign_in(
    app: &App,
    visitor: &Visitor,
    headers: &HeaderMap,
    (email, secret): (&str, SecretString),
) -> Result<Option<Entered>, Fault> {
    count(app, Rate::SignIn, &format!("from:{}", visitor.address))?;
    let Ok(email) = EmailAddress::parse(email) else {
        return Ok(None);
    };
    count(app, Rate::SignIn, &tries(app, headers, &email))?;
    let Some(proven) = passwords::check(&app.db, &app.hasher, &email, &secret).await? else {
        return Ok(None);
    };
    let (agent, prefix) = device(visitor);
    let member = proven.member();
    let opened = app
        .db
        .write(async move |tx: &mut Tx| sessions::sign_in(tx, &proven, &agent, &prefix).await);
    Ok(opened.await?.map(|(_, token)| Entered { member, token }))
}

/// Signing in with a mailed link, or what else the link is.
///
/// # Errors
/// [`Fault::TooSoon`], [`Fault::Unavailable`].
pub(crate) async fn sign_in_by_link(
    app: &App,
    visitor: &Visitor,
    text: &str,
) -> Result<Result<Entered, Link>, Fault> {
    count(app, Rate::SignIn, &format!("from:{}", visitor.address))?;
    let (agent, prefix) = device(visitor);
    let (secret, text) = (app.instance.secret.clone(), text.to_owned());
    app.db
        .write(async move |tx: &mut Tx| {
            let link = links::consume(tx, &secret, Purpose::SignIn, &text).await?;
            let Link::Good { member, .. } = link else {
                return Ok(Err(link));
            };
            let (_, token) = sessions::open(tx, member, &agent, &prefix).await?;
            Ok(Ok(Entered { member, token }))
        })
        .await
}

/// Confirming an address without signing in; or what else the link is.
///
/// # Errors
/// [`Fault::TooSoon`], [`Fault::Unavailable`].
pub(crate) async fn confirm_only(
    app: &App,
    visitor: &Visitor,
    text: &str,
) -> Result<Result<MemberId, Link>, Fault> {
    count(app, Rate::SignIn, &format!("from:{}", visitor.address))?;
    let (secret, text) = (app.instance.secret.clone(), text.to_owned());
    app.db.write(async move |tx: &mut Tx| confirmed(tx, &secret, &text).await).await
}

/// Confirms, and claims the city that was named and not listed.
async fn confirmed(
    tx: &mut Tx,
    secret: &Secret,
    text: &str,
) -> Result<Result<MemberId, Link>, Fault> {
    let done = match members::confirm(tx, secret, text).await? {
        Confirming::Done(done) => done,
        Confirming::Not(link) => return Ok(Err(link)),
    };
    if let Some(wish) = &done.claim {
        let city = claim(tx, done.member, wish).await?;
        members::settle(tx, done.member, city).await?;
    }
    Ok(Ok(done.member))
}

/// Confirming an address and signing in; or what else the link is.
///
/// # Errors
/// [`Fault::TooSoon`], [`Fault::Unavailable`].
pub(crate) async fn confirm(
    app: &App,
    visitor: &Visitor,
    text: &str,
) -> Result<Result<Entered, Link>, Fault> {
    count(app, Rate::SignIn, &format!("from:{}", visitor.address))?;
    let (agent, prefix) = device(visitor);
    let (secret, text) = (app.instance.secret.clone(), text.to_owned());
    app.db
        .write(async move |tx: &mut Tx| {
            let member = match confirmed(tx, &secret, &text).await? {
                Ok(member) => member,
                Err(link) => return Ok(Err(link)),
            };
            let (_, token) = sessions::open(tx, member, &agent, &prefix).await?;
            Ok(Ok(Entered { member, token }))
        })
        .await
}

/// Adds a city that was not in the list; it waits for a moderator.
///
/// # Errors
/// [`Fault::Invalid`] for a name or country that is none.
pub(crate) async fn claim(tx: &mut Tx, member: MemberId, wish: &CityWish) -> Result<CityId, Fault> {
    let (name, country) = (CityName::parse(&wish.name)?, Country::parse(&wish.country)?);
    cities::claim(tx, member, &name, country).await
}

/// On to a page, signed in; the browser is known for this address from now on.
pub(crate) fn enter(
    app: &App,
    entered: &Entered,
    email: Option<&EmailAddress>,
    to: &str,
    flash: &'static str,
) -> Response {
    let mut response = go(to, Some(flash));
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, cookies::set_session(&entered.token, https(app)));
    if let Some(email) = email {
        headers.append(header::SET_COOKIE, known(app, email));
    }
    response
}

/// Whether the site is reached by https.
pub(crate) fn https(app: &App) -> bool {
    app.config.server.public_url.starts_with("https")
}

/// Counts one act.
///
/// # Errors
/// [`Fault::TooSoon`].
pub(crate) fn count(app: &App, rate: Rate, key: &str) -> Result<(), Fault> {
    app.limits.count(rate, key, app.db.now())
}

/// What a session remembers of where it was opened.
pub(crate) fn device(visitor: &Visitor) -> (String, String) {
    (visitor.agent.clone(), address::prefix(&visitor.address))
}

/// The inbox behind an address, as most providers know it: no `+tag`, no dots in the local
/// part. Spelling an address anew does not bring more letters.
fn inbox(email: &EmailAddress) -> String {
    let (local, domain) = email.key().split_once('@').unwrap_or((email.key(), ""));
    let plain = local.split('+').next().unwrap_or_default().replace('.', "");
    format!("mail:{plain}@{domain}")
}

/// Under which key tries are counted: strangers share one for the address, a browser that has
/// signed in with it before has its own. So guessing from outside does not shut the member out.
fn tries(app: &App, headers: &HeaderMap, email: &EmailAddress) -> String {
    let jar = CookieJar::from_headers(headers);
    let shown = jar.get(KNOWN).map(Cookie::value).unwrap_or_default();
    let own = app.instance.secret.open(KNOWN, shown);
    match own.is_some_and(|address| address == fingerprint(email)) {
        true => format!("known:{shown}"),
        false => format!("member:{}", email.key()),
    }
}

fn fingerprint(email: &EmailAddress) -> Vec<u8> {
    Sha256::digest(email.key().as_bytes()).to_vec()
}

fn known(app: &App, email: &EmailAddress) -> HeaderValue {
    let mut cookie = Cookie::new(KNOWN, app.instance.secret.seal(KNOWN, &fingerprint(email)));
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_secure(https(app));
    cookie.set_same_site(SameSite::Lax);
    let year = 365 * 86_400;
    HeaderValue::from_str(&format!("{cookie}; Max-Age={year}"))
        .unwrap_or_else(|_| HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_spelt_anew_is_the_same_inbox() {
        let key = |text: &str| inbox(&EmailAddress::parse(text).unwrap());
        assert_eq!(key("A.da+x@City.example"), key("ada@city.example"));
        assert_ne!(key("ada@city.example"), key("ada@town.example"));
    }
}
