//! `/api/v1/people/{id}`: somebody's public page.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use stoa_kernel::Time;
use stoa_kernel::ids::MemberId;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::post::CityRefOut;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(one))
}

/// A member as everybody sees him.
#[derive(Serialize, ToSchema)]
struct ProfileOut {
    /// The member.
    id: String,
    /// The name used in mentions, without `@`.
    handle: String,
    /// The display name.
    name: String,
    /// For whom the member speaks.
    audience: &'static str,
    /// `city`, `citizen`, `across`.
    tie: &'static str,
    /// Which city.
    city: Option<CityRefOut>,
    /// Plain text.
    bio: String,
    /// Languages read and written, BCP 47.
    languages: Vec<String>,
    /// Moderates some space, or administers.
    moderator: bool,
    /// When the address was confirmed.
    #[schema(value_type = String)]
    joined_at: Time,
}

/// A member.
#[utoipa::path(
    get, path = "/api/v1/people/{id}", tag = "people",
    params(("id" = String, Path, description = "The member")),
    responses((status = 200, body = ProfileOut), (status = 404, description = "Nobody"))
)]
async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
) -> Result<Json<ProfileOut>, Refusal> {
    let found = stoa_accounts::views::person(&app.db, &visitor.actor, id).await?;
    let profile = found.ok_or_else(Refusal::not_found)?;
    let ids: Vec<_> = profile.card.city.into_iter().collect();
    let cities = stoa_exchange::views::cards_for(&app.db, &visitor.actor, &ids).await?;
    Ok(Json(ProfileOut {
        id: id.to_string(),
        city: profile.card.city.and_then(|id| cities.get(&id)).map(CityRefOut::from),
        handle: profile.card.handle,
        name: profile.card.name,
        audience: profile.card.audience.slug(),
        tie: profile.card.tie.slug(),
        moderator: profile.card.moderator,
        bio: profile.bio,
        languages: profile.languages,
        joined_at: profile.joined_at,
    }))
}
