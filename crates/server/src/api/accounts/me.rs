//! `/api/v1/me`: oneself.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use stoa_accounts::settings::{self, Changed};
use stoa_accounts::{
    Audience, Bio, Changes, DisplayName, LanguageTag, Languages, Place, Settings, Theme, Tie, Zone,
    views,
};
use stoa_kernel::policy::Standing;
use stoa_kernel::{Fault, Problems, Time, Tx};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::sessions::city;
use crate::api::post::CityRefOut;
use crate::app::App;
use crate::http::{Body, Refusal, Visitor};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get, patch))
}

/// A role held.
#[derive(Serialize, ToSchema)]
struct RoleOut {
    /// `participant`, `moderator`, `curator`, `administrator`.
    role: &'static str,
    /// The space's slug; null for everywhere.
    space: Option<String>,
}

/// Oneself.
#[derive(Serialize, ToSchema)]
pub(super) struct MeOut {
    /// The member.
    id: String,
    /// The address letters go to.
    email: String,
    /// The name used in mentions, without `@`.
    handle: String,
    /// The name beside texts.
    display_name: String,
    /// Plain text of the profile.
    bio: String,
    /// Languages read and written, BCP 47.
    languages: Vec<String>,
    /// Language of pages and letters.
    locale: String,
    /// IANA zone.
    time_zone: String,
    /// For whom the member speaks.
    audience: &'static str,
    /// `city`, `citizen`, `across`.
    tie: &'static str,
    /// Which city.
    city: Option<CityRefOut>,
    /// `auto`, `light`, `dark`.
    theme: &'static str,
    /// Single letters act as keys.
    keys: bool,
    /// Texts in other languages are shown translated, where they are.
    translated: bool,
    /// Others may begin a conversation.
    approachable: bool,
    /// `newcomer`, `member`, `suspended`.
    standing: &'static str,
    /// Silenced until then.
    #[schema(value_type = Option<String>)]
    suspended_until: Option<Time>,
    /// Roles held.
    roles: Vec<RoleOut>,
    /// Raised by each change; see `PATCH`.
    version: i32,
}

/// Who is signed in.
#[utoipa::path(
    get, path = "/api/v1/me", tag = "people",
    responses((status = 200, body = MeOut), (status = 401, description = "Not signed in"))
)]
async fn get(State(app): State<App>, visitor: Visitor) -> Result<Json<MeOut>, Refusal> {
    let own = views::settings(&app.db, &visitor.actor).await?;
    Ok(Json(me(&app, &visitor, own).await?))
}

async fn me(app: &App, visitor: &Visitor, own: Settings) -> Result<MeOut, Fault> {
    let ids: Vec<_> = own.city.into_iter().collect();
    let cities = stoa_exchange::views::cards_for(&app.db, &visitor.actor, &ids).await?;
    Ok(MeOut {
        id: visitor.actor.signed_in()?.to_string(),
        city: own.city.and_then(|id| cities.get(&id)).map(CityRefOut::from),
        standing: match visitor.actor.standing() {
            Standing::Member => "member",
            Standing::Suspended => "suspended",
            Standing::Guest | Standing::Newcomer => "newcomer",
        },
        suspended_until: visitor.me.as_ref().and_then(|me| me.suspended_until),
        roles: roles(app, visitor).await?,
        email: own.email,
        handle: own.handle,
        display_name: own.display_name,
        bio: own.bio,
        languages: own.languages,
        locale: own.locale,
        time_zone: own.time_zone,
        audience: own.audience.slug(),
        tie: own.tie.slug(),
        theme: own.theme.slug(),
        keys: own.keys_enabled,
        translated: own.translated,
        approachable: own.approachable,
        version: own.version,
    })
}

async fn roles(app: &App, visitor: &Visitor) -> Result<Vec<RoleOut>, Fault> {
    let held = visitor.actor.roles();
    if held.iter().all(|role| role.space.is_none()) {
        return Ok(held
            .iter()
            .map(|role| RoleOut { role: role.kind.name(), space: None })
            .collect());
    }
    let spaces = stoa_threads::views::spaces(&app.db, &visitor.actor).await?;
    let slug = |id| spaces.iter().find(|one| one.id == id).map(|one| one.slug.clone());
    let out = held.iter().filter_map(|role| match role.space {
        None => Some(RoleOut { role: role.kind.name(), space: None }),
        // A role in a space that is gone is no role.
        Some(id) => slug(id).map(|slug| RoleOut { role: role.kind.name(), space: Some(slug) }),
    });
    Ok(out.collect())
}

/// What is to change; what is not named stays.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
struct MeIn {
    /// The name beside texts.
    display_name: Option<String>,
    /// Plain text, at most 2000 characters.
    bio: Option<String>,
    /// Languages read and written, BCP 47.
    languages: Option<Vec<String>>,
    /// Language of pages and letters.
    locale: Option<String>,
    /// IANA zone.
    time_zone: Option<String>,
    /// For whom; leaving `industry` needs a moderator.
    audience: Option<String>,
    /// `city`, `citizen`, `across`.
    tie: Option<String>,
    /// A city's slug.
    city: Option<String>,
    /// `auto`, `light`, `dark`.
    theme: Option<String>,
    /// Single letters act as keys.
    keys: Option<bool>,
    /// Texts in other languages are shown translated, where they are.
    translated: Option<bool>,
    /// Others may begin a conversation.
    approachable: Option<bool>,
    /// The version the change was made from; 409 when it is not the present one.
    version: Option<i32>,
}

/// Changes one's own settings.
#[utoipa::path(
    patch, path = "/api/v1/me", tag = "people", request_body = MeIn,
    responses(
        (status = 200, body = MeOut), (status = 400, description = "What is wrong, by field"),
        (status = 401, description = "Not signed in"), (status = 409, description = "Changed meanwhile")
    )
)]
async fn patch(
    State(app): State<App>,
    visitor: Visitor,
    body: Body<MeIn>,
) -> Result<Json<MeOut>, Refusal> {
    visitor.member()?;
    let sent = body.json;
    let mut problems = Problems::default();
    let mut changes = read(&sent, &mut problems);
    if sent.tie.is_some() || sent.city.is_some() {
        changes.place = place(&app, &visitor, &sent, &mut problems).await?;
    }
    problems.into_result()?;
    let actor = visitor.actor.clone();
    let change = async move |tx: &mut Tx| settings::change(tx, &actor, &changes).await;
    match app.db.write(change).await? {
        Changed::Done(own) => Ok(Json(me(&app, &visitor, *own).await?)),
        Changed::Stale(_) => Err(Fault::Conflict("accounts-changed-meanwhile").into()),
    }
}

fn read(sent: &MeIn, problems: &mut Problems) -> Changes {
    let mut note = |field, key| problems.add(field, key);
    Changes {
        version: sent.version,
        display_name: checked("display_name", &sent.display_name, DisplayName::parse, &mut note),
        bio: checked("bio", &sent.bio, Bio::parse, &mut note),
        time_zone: checked("time_zone", &sent.time_zone, Zone::parse, &mut note),
        locale: checked("locale", &sent.locale, spoken, &mut note),
        audience: checked(
            "audience",
            &sent.audience,
            |slug| Audience::parse(slug).ok_or("accounts-audience-empty"),
            &mut note,
        ),
        theme: checked(
            "theme",
            &sent.theme,
            |slug| Theme::parse(slug).ok_or("accounts-theme-bad"),
            &mut note,
        ),
        languages: sent
            .languages
            .as_ref()
            .and_then(|tags| Languages::parse(tags).map_err(|key| note("languages", key)).ok()),
        keys_enabled: sent.keys,
        translated: sent.translated,
        approachable: sent.approachable,
        place: None,
    }
}

fn checked<T>(
    field: &'static str,
    sent: &Option<String>,
    parse: impl Fn(&str) -> Result<T, &'static str>,
    note: &mut impl FnMut(&'static str, &'static str),
) -> Option<T> {
    sent.as_deref().and_then(|text| parse(text).map_err(|key| note(field, key)).ok())
}

/// A language that pages are written in.
fn spoken(code: &str) -> Result<LanguageTag, &'static str> {
    let known = stoa_render::locale(code).ok_or("accounts-locale-bad")?;
    LanguageTag::parse(known.code())
}

/// The tie and city as they will be: what is not named stays as it is.
async fn place(
    app: &App,
    visitor: &Visitor,
    sent: &MeIn,
    problems: &mut Problems,
) -> Result<Option<Place>, Fault> {
    let own = views::settings(&app.db, &visitor.actor).await?;
    let tie = match &sent.tie {
        None if own.tie == Tie::Across => Tie::City,
        None => own.tie,
        Some(slug) => match Tie::parse(slug) {
            Some(tie) => tie,
            None => {
                problems.add("tie", "accounts-tie-empty");
                return Ok(None);
            }
        },
    };
    let kept = own.city.filter(|_| sent.city.is_none());
    let found = match kept {
        Some(city) => Some(city),
        None => city(app, visitor, Some(tie), sent.city.as_deref(), problems).await?,
    };
    Ok(Place::new(tie, found))
}
