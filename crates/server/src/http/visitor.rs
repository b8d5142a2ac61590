//! Who asks, in which language, from where.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use http::request::Parts;
use http::{HeaderMap, header};
use jiff::tz::TimeZone;
use stoa_accounts::{Me, Signed};
use stoa_kernel::ids::{MemberId, SessionId};
use stoa_kernel::{Actor, Fault, Reads, Tx};
use stoa_render::{Locale, Words};

use super::cookies;
use super::refusal::Refusal;
use crate::app::App;

/// The person behind a request.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Who acts.
    pub actor: Actor,
    /// What pages say about and to the member.
    pub me: Option<Me>,
    /// The session, when signed in.
    pub session: Option<SessionId>,
    /// The language of the page.
    pub locale: Locale,
    /// The zone of dates.
    pub zone: TimeZone,
    /// Whom limits count: an IPv4 address or an IPv6 /64.
    pub address: String,
    /// The browser's own name.
    pub agent: String,
    /// The path and query asked for.
    pub path: String,
    /// A message left by the request before.
    pub flash: Option<&'static str>,
    /// The browser's first language, when it is not the page's.
    pub prefers: Option<Locale>,
}

impl Visitor {
    /// The catalogue of the page's language.
    #[must_use]
    pub fn words(&self) -> Words {
        self.locale.words()
    }

    /// The member's id, or the refusal that leads to the sign-in page.
    ///
    /// # Errors
    /// A refusal with status 401 for a guest.
    pub fn member(&self) -> Result<MemberId, Refusal> {
        Ok(self.actor.signed_in()?)
    }

    /// What is told of the member, or the refusal that leads to the sign-in page.
    ///
    /// # Errors
    /// A refusal with status 401 for a guest.
    pub fn me(&self) -> Result<&Me, Refusal> {
        self.me.as_ref().ok_or_else(|| Fault::Forbidden("core-refused-sign-in").into())
    }
}

impl Visitor {
    /// A member for whom the program acts by itself, at a moment that he chose; `None` for who is
    /// not there any more.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub(crate) async fn for_member(app: &App, member: MemberId) -> Result<Option<Self>, Fault> {
        let found = stoa_accounts::sessions::without(&app.db, member).await?;
        let Some((actor, me)) = found else { return Ok(None) };
        Ok(Some(Self {
            locale: stoa_render::locale(&me.locale).unwrap_or_else(|| fallback(app)),
            zone: TimeZone::get(&me.time_zone).unwrap_or(TimeZone::UTC),
            actor,
            me: Some(me),
            session: None,
            address: String::new(),
            agent: String::new(),
            path: "/".to_owned(),
            flash: None,
            prefers: None,
        }))
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let found = parts.extensions.get::<Arc<Self>>().map(|visitor| Self::clone(visitor));
        found.ok_or_else(|| Fault::broken("a route outside the frame asked who visits").into())
    }
}

/// Works out who asks.
///
/// # Errors
/// [`Fault::Unavailable`] when the session cannot be looked up.
pub(crate) async fn resolve(app: &App, parts: &Parts) -> Result<Visitor, Fault> {
    let guest = stranger(app, parts);
    let Some(token) = token(app, &parts.headers) else {
        return Ok(guest);
    };
    Ok(match stoa_accounts::sessions::find(&app.db, &token).await? {
        Some(signed) => {
            if signed.due {
                note_visit(app, signed.session);
            }
            known(app, parts, guest, signed)
        }
        None => guest,
    })
}

/// Writes the visit beside the request: once an hour, and reading goes on when writing cannot.
fn note_visit(app: &App, session: SessionId) {
    let (app, at) = (app.clone(), app.db.now());
    tokio::spawn(async move {
        let touch = async move |tx: &mut Tx| stoa_accounts::sessions::touch(tx, session, at).await;
        if let Err(fault) = app.db.write(touch).await {
            tracing::warn!(cause = %fault, "a visit was not noted");
        }
    });
}

/// The request's sender before any session is looked up.
pub(crate) fn stranger(app: &App, parts: &Parts) -> Visitor {
    let prefers = asked(&parts.headers);
    Visitor {
        actor: Actor::guest(),
        me: None,
        session: None,
        locale: chosen(parts).or(prefers).unwrap_or_else(|| fallback(app)),
        zone: TimeZone::UTC,
        address: super::address::of(parts, &app.config.server.trusted_proxies),
        agent: short(&parts.headers, header::USER_AGENT, 200),
        path: parts.uri.path_and_query().map_or("/", |whole| whole.as_str()).to_owned(),
        flash: cookies::flash(&parts.headers),
        prefers,
    }
}

fn known(app: &App, parts: &Parts, guest: Visitor, signed: Signed) -> Visitor {
    let own = stoa_render::locale(&signed.me.locale);
    let locale = in_query(parts).or(own).unwrap_or_else(|| fallback(app));
    let zone = TimeZone::get(&signed.me.time_zone).unwrap_or(TimeZone::UTC);
    Visitor {
        actor: signed.actor,
        session: Some(signed.session),
        me: Some(signed.me),
        locale,
        zone,
        ..guest
    }
}

/// A bearer token goes before the cookie: who sends it means it.
fn token(app: &App, headers: &HeaderMap) -> Option<String> {
    bearer(headers)
        .or_else(|| cookies::session(headers, app.config.server.public_url.starts_with("https")))
}

/// The token of an `Authorization: Bearer` header.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ").map(str::to_owned)
}

fn chosen(parts: &Parts) -> Option<Locale> {
    in_query(parts).or_else(|| cookies::language(&parts.headers))
}

/// The language `?lang=` asks for.
pub(crate) fn in_query(parts: &Parts) -> Option<Locale> {
    let query = parts.uri.query()?;
    let pair = query.split('&').find_map(|pair| pair.strip_prefix("lang="))?;
    stoa_render::locale(pair)
}

fn asked(headers: &HeaderMap) -> Option<Locale> {
    stoa_render::negotiate(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?)
}

fn fallback(app: &App) -> Locale {
    stoa_render::locale(&app.site().language).unwrap_or_default()
}

fn short(headers: &HeaderMap, name: header::HeaderName, most: usize) -> String {
    let text = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    text.chars().filter(|c| !c.is_control()).take(most).collect()
}
