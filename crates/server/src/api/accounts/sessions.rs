//! `/api/v1/members`, `/confirmations`, `/sessions`: the ways in and out.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Serialize};
use stoa_accounts::{Link, Tie, joining, sessions};
use stoa_kernel::ids::SessionId;
use stoa_kernel::{Fault, Problems, Time, Tx};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::post::PersonOut;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Body, Refusal, Visitor, cookies};
use crate::pages::accounts::doors;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(join))
        .routes(routes!(confirm))
        .routes(routes!(list, sign_in))
        .routes(routes!(end))
}

/// Somebody who joins.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct JoinIn {
    /// The address; a letter with a link goes to it.
    email: String,
    /// 10 to 200 characters.
    password: String,
    /// 1 to 60 characters.
    display_name: String,
    /// Language of pages and letters; the request's own without it.
    locale: Option<String>,
    /// Languages read and written, BCP 47; the locale without it.
    languages: Option<Vec<String>>,
    /// IANA zone; UTC without it.
    time_zone: Option<String>,
    /// `local-authority`, `international-organisation`, `policy-maker`, `researcher`,
    /// `practitioner` (without it), `industry`, `civil-society`, `citizen`.
    audience: Option<String>,
    /// `city`, `citizen`, `across`; without it `city` when a city is named, else `across`.
    tie: Option<String>,
    /// A city's slug.
    city: Option<String>,
    /// A word to the moderators, at most 1000 characters.
    note: Option<String>,
}

/// What happens next.
#[derive(Serialize, ToSchema)]
struct JoinedOut {
    /// Always `letter_sent`, whether or not the address was known.
    state: &'static str,
}

/// Joins. The answer is the same whether or not the address is known; the letter is not.
#[utoipa::path(
    post, path = "/api/v1/members", tag = "people", request_body = JoinIn,
    responses(
        (status = 202, body = JoinedOut), (status = 400, description = "What is wrong, by field"),
        (status = 429, description = "Too often"), (status = 503, description = "Too many at once")
    )
)]
async fn join(
    State(app): State<App>,
    visitor: Visitor,
    body: Body<JoinIn>,
) -> Result<Response, Refusal> {
    let sent = body.json;
    let mut problems = Problems::default();
    let locale = locale(&visitor, sent.locale.as_deref(), &mut problems);
    let tie = sent.tie.clone().unwrap_or_else(|| tie_of(&sent).to_owned());
    let languages = sent.languages.clone().unwrap_or_else(|| vec![locale.clone()]);
    let typed = joining::Typed {
        email: &sent.email,
        password: &sent.password,
        display_name: &sent.display_name,
        locale: &locale,
        languages: &languages,
        time_zone: sent.time_zone.as_deref().unwrap_or_default(),
        audience: sent.audience.as_deref().unwrap_or("practitioner"),
        tie: &tie,
        note: sent.note.as_deref().unwrap_or_default(),
    };
    let applicant = typed.check(&mut problems);
    let city = city(&app, &visitor, Tie::parse(&tie), sent.city.as_deref(), &mut problems).await?;
    problems.into_result()?;
    let broken = || Fault::broken("an applicant is refused without a reason");
    doors::join(&app, &visitor, applicant.ok_or_else(broken)?, city, None).await?;
    Ok((StatusCode::ACCEPTED, Json(JoinedOut { state: "letter_sent" })).into_response())
}

fn tie_of(sent: &JoinIn) -> &'static str {
    if sent.city.is_some() { Tie::City.slug() } else { Tie::Across.slug() }
}

fn locale(visitor: &Visitor, wanted: Option<&str>, problems: &mut Problems) -> String {
    let Some(wanted) = wanted else {
        return visitor.locale.code().to_owned();
    };
    match stoa_render::locale(wanted) {
        Some(known) => known.code().to_owned(),
        None => {
            problems.add("locale", "accounts-locale-bad");
            visitor.locale.code().to_owned()
        }
    }
}

/// The city of a slug, where the tie asks for one.
pub(super) async fn city(
    app: &App,
    visitor: &Visitor,
    tie: Option<Tie>,
    slug: Option<&str>,
    problems: &mut Problems,
) -> Result<Option<stoa_kernel::ids::CityId>, Fault> {
    let needed = matches!(tie, Some(Tie::City | Tie::Citizen));
    let Some(slug) = slug else {
        if needed {
            problems.add("city", "accounts-city-missing");
        }
        return Ok(None);
    };
    match stoa_exchange::views::by_slug(&app.db, &visitor.actor, slug).await {
        Ok(city) => Ok(Some(city.id)),
        Err(Fault::NotFound) => {
            problems.add("city", "accounts-city-unlisted");
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// The token of a confirmation letter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ConfirmIn {
    /// The last part of the letter's link.
    token: String,
}

/// An address that is confirmed.
#[derive(Serialize, ToSchema)]
struct ConfirmedOut {
    /// Always `confirmed`.
    state: &'static str,
    /// The member.
    member: String,
}

/// Confirms an address. Nobody is signed in by it.
#[utoipa::path(
    post, path = "/api/v1/confirmations", tag = "people", request_body = ConfirmIn,
    responses(
        (status = 200, body = ConfirmedOut), (status = 404, description = "Not a token of ours"),
        (status = 410, description = "Used, or no longer valid")
    )
)]
async fn confirm(
    State(app): State<App>,
    visitor: Visitor,
    body: Body<ConfirmIn>,
) -> Result<Json<ConfirmedOut>, Refusal> {
    match doors::confirm_only(&app, &visitor, &body.json.token).await? {
        Ok(member) => Ok(Json(ConfirmedOut { state: "confirmed", member: member.to_string() })),
        Err(Link::Used) => Err(Refusal::new(StatusCode::GONE, "accounts-confirm-used")),
        Err(Link::Expired) => Err(Refusal::new(StatusCode::GONE, "accounts-confirm-expired")),
        Err(_) => Err(Refusal::not_found()),
    }
}

/// Who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SignInIn {
    /// The address.
    email: String,
    /// The password.
    password: String,
}

/// A session that was opened; a cookie carries the same token.
#[derive(Serialize, ToSchema)]
struct SignedInOut {
    /// For `Authorization: Bearer`.
    token: String,
    /// Who signed in.
    member: PersonOut,
}

/// Signs in with a password.
#[utoipa::path(
    post, path = "/api/v1/sessions", tag = "people", request_body = SignInIn,
    responses(
        (status = 201, body = SignedInOut),
        (status = 401, description = "Address and password do not belong together, or the address is not confirmed"),
        (status = 429, description = "Too often"), (status = 503, description = "Too many at once")
    )
)]
async fn sign_in(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body<SignInIn>,
) -> Result<Response, Refusal> {
    let SignInIn { email, password } = body.json;
    let entered = doors::sign_in(&app, &visitor, &headers, (&email, password.into())).await?;
    let wrong = || Refusal::new(StatusCode::UNAUTHORIZED, "accounts-sign-in-wrong");
    let entered = entered.ok_or_else(wrong)?;
    let cards = stoa_accounts::views::cards(&app.db, &[entered.member]).await?;
    let member = cards.get(&entered.member).map(PersonOut::from).ok_or_else(wrong)?;
    let cookie = cookies::set_session(&entered.token, doors::https(&app));
    let out = SignedInOut { token: entered.token, member };
    Ok((StatusCode::CREATED, [(header::SET_COOKIE, cookie)], Json(out)).into_response())
}

/// One of the own sessions.
#[derive(Serialize, ToSchema)]
struct SessionOut {
    /// Which.
    id: String,
    /// The browser's or client's own description.
    agent: String,
    /// The network part of its address.
    network: String,
    /// Since when.
    #[schema(value_type = String)]
    created_at: Time,
    /// Last visit, to the hour.
    #[schema(value_type = String)]
    seen_at: Time,
    /// When it ends.
    #[schema(value_type = String)]
    expires_at: Time,
    /// The session of this request.
    current: bool,
}

/// The own sessions.
#[derive(Serialize, ToSchema)]
struct SessionsOut {
    /// Newest visit first.
    items: Vec<SessionOut>,
    /// Always null: the list is whole.
    next: Option<String>,
}

/// The own sessions.
#[utoipa::path(
    get, path = "/api/v1/sessions", tag = "people",
    responses((status = 200, body = SessionsOut), (status = 401, description = "Not signed in"))
)]
async fn list(State(app): State<App>, visitor: Visitor) -> Result<Json<SessionsOut>, Refusal> {
    let own = sessions::list(&app.db, &visitor.actor).await?;
    let out = |one: sessions::Session| SessionOut {
        current: visitor.session == Some(one.id),
        id: one.id.to_string(),
        agent: one.agent,
        network: one.address_prefix,
        created_at: one.created_at,
        seen_at: one.seen_at,
        expires_at: one.expires_at,
    };
    Ok(Json(SessionsOut { items: own.into_iter().map(out).collect(), next: None }))
}

/// Ends one of the own sessions; `current` is the one of this request.
#[utoipa::path(
    delete, path = "/api/v1/sessions/{id}", tag = "people",
    params(("id" = String, Path, description = "A session's id, or `current`")),
    responses(
        (status = 204, description = "Ended"), (status = 401, description = "Not signed in"),
        (status = 404, description = "Not an own session")
    )
)]
async fn end(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let session: Option<SessionId> =
        if id == "current" { visitor.session } else { id.parse().ok() };
    let session = session.ok_or_else(Refusal::not_found)?;
    let actor = visitor.actor.clone();
    app.db.write(async move |tx: &mut Tx| sessions::end(tx, &actor, session).await).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    if visitor.session == Some(session) {
        let cookie = cookies::end_session(doors::https(&app));
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
