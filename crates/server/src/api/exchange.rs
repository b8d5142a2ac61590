//! `/api/v1/cities`: cities and what is known of them.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use stoa_exchange::{City, Country, Filter, regions, views};
use stoa_kernel::{Fault, Limit};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};

/// The routes of cities.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(one))
}

/// A city. What is not known is null or absent from its list: never zero, never "no".
#[derive(Debug, Serialize, ToSchema)]
struct CityOut {
    /// Its name in addresses.
    slug: String,
    /// Its name in English use.
    name: String,
    /// Other names under which people look for it.
    aliases: Vec<String>,
    /// ISO 3166-1 alpha-2.
    country: String,
    /// UN M49 code of the region below the continent.
    region: Option<String>,
    /// One of the 112 cities of the EU Mission.
    mission: bool,
    /// The EU Mission Label: `awarded`, `not_confirmed`, `none`.
    mission_label: &'static str,
    /// When the label was announced: `YYYY-MM` or `YYYY-MM-DD`.
    mission_label_on: Option<String>,
    /// Where the city is named as a Mission city.
    mission_source: Option<String>,
    /// Degrees north, WGS 84.
    lat: Option<f64>,
    /// Degrees east, WGS 84.
    lon: Option<f64>,
    /// People.
    population: Option<i64>,
    /// Class of Köppen and Geiger.
    koppen: Option<String>,
    /// BCP 47 codes.
    working_languages: Vec<String>,
    /// The World Bank's group of the country.
    income_group: Option<String>,
    /// `C40`, `IUC`, `IURC`, `UTM`, `GCOM`, only where a source names the city.
    networks: Vec<String>,
    /// What to know about these figures.
    note: Option<String>,
    /// Belongs to the demonstration and does not exist.
    invented: bool,
}

impl From<City> for CityOut {
    fn from(city: City) -> Self {
        Self {
            slug: city.slug,
            name: city.name,
            aliases: city.aliases,
            country: city.country,
            region: city.region,
            mission: city.mission,
            mission_label: city.mission_label.name(),
            mission_label_on: city.mission_label_on,
            mission_source: city.mission_source,
            lat: city.lat,
            lon: city.lon,
            population: city.population,
            koppen: city.koppen,
            working_languages: city.languages,
            income_group: city.income_group,
            networks: city.networks,
            note: city.note,
            invented: city.invented,
        }
    }
}

/// A page of cities.
#[derive(Debug, Serialize, ToSchema)]
struct CitiesOut {
    /// By name.
    items: Vec<CityOut>,
    /// Where the list goes on; null at its end.
    next: Option<String>,
}

/// Which cities.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// Mission cities only (`true`), or the others only (`false`).
    mission: Option<bool>,
    /// ISO 3166-1 alpha-2.
    country: Option<String>,
    /// UN M49 code of a region or of a grouping such as 202.
    region: Option<String>,
    /// A part of a name; accents and case do not matter.
    q: Option<String>,
    /// Invented cities of the demonstration too.
    #[serde(default)]
    invented: bool,
    /// 1 to 100.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// The language of messages.
    #[expect(dead_code, reason = "who asks reads it; it is named here so that it is not refused")]
    lang: Option<String>,
}

impl Asked {
    fn filter(&self) -> Result<Filter, Fault> {
        let country = self.country.as_deref().map(Country::parse).transpose()?;
        let unknown = || Fault::invalid("region", "exchange-region-unknown");
        let region = |code: &str| regions::parse(code).ok_or_else(unknown);
        Ok(Filter {
            mission: self.mission,
            country,
            region: self.region.as_deref().map(region).transpose()?,
            q: self.q.clone(),
            invented: self.invented,
        })
    }
}

/// Cities
///
/// By name. The invented cities of the demonstration are left out unless asked for.
#[utoipa::path(
    get, path = "/api/v1/cities", tag = "cities", params(Asked),
    responses((status = 200, body = CitiesOut), (status = 400, description = "An unknown country, region or cursor"))
)]
async fn list(
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Json<CitiesOut>, Refusal> {
    let limit = Limit::parse(asked.limit)?;
    let page = views::list(&app.db, &asked.filter()?, limit, asked.cursor.as_deref()).await?;
    let page = page.map(CityOut::from);
    Ok(Json(CitiesOut { items: page.items, next: page.next }))
}

/// A city
#[utoipa::path(
    get, path = "/api/v1/cities/{slug}", tag = "cities",
    params(("slug" = String, Path, description = "Its name in addresses")),
    responses((status = 200, body = CityOut), (status = 404, description = "No such city"))
)]
async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<Json<CityOut>, Refusal> {
    Ok(Json(views::by_slug(&app.db, &visitor.actor, &slug).await?.into()))
}
