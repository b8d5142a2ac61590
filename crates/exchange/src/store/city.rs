//! `cities`.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::CityId;

use crate::model::{City, CityCard, CityState, MissionLabel, NewCity, search_key, sought};
use crate::regions;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "cities")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CityId,
    pub slug: String,
    pub name: String,
    /// The name as [`sought`] makes it: for order and for sameness.
    pub name_key: String,
    /// A JSON list.
    pub aliases: String,
    /// All names, each on a line of its own that begins with a line end.
    pub search_key: String,
    pub country: String,
    pub mission: bool,
    pub mission_label: String,
    pub mission_label_on: Option<String>,
    pub mission_source: Option<String>,
    pub invented: bool,
    pub state: String,
    pub region: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub population: Option<i64>,
    pub koppen: Option<String>,
    /// A JSON list.
    pub languages: String,
    pub income_group: Option<String>,
    /// A JSON list.
    pub networks: String,
    pub note: Option<String>,
    pub created_at: Time,
}

/// What stands beside a name.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub(crate) struct CardRow {
    pub id: CityId,
    pub slug: String,
    pub name: String,
    pub country: String,
    pub mission: bool,
    pub invented: bool,
    pub state: String,
}

impl CardRow {
    pub(crate) fn card(self) -> CityCard {
        CityCard {
            id: self.id,
            slug: self.slug,
            name: self.name,
            country: self.country,
            mission: self.mission,
            invented: self.invented,
            pending: self.state != CityState::Listed.name(),
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A row for a city that is listed at once.
pub(crate) fn listed(id: CityId, new: &NewCity, now: Time) -> Model {
    let region = new.region.clone().or_else(|| regions::of(&new.country).map(str::to_owned));
    Model {
        id,
        slug: new.slug.clone(),
        name: new.name.clone(),
        name_key: sought(&new.name),
        aliases: json(&new.aliases),
        search_key: search_key(&new.name, &new.aliases, &new.slug),
        country: new.country.clone(),
        mission: new.mission,
        mission_label: new.mission_label.name().to_owned(),
        mission_label_on: new.mission_label_on.clone(),
        mission_source: new.mission_source.clone(),
        invented: new.invented,
        state: CityState::Listed.name().to_owned(),
        region,
        lat: new.lat,
        lon: new.lon,
        population: new.population,
        koppen: new.koppen.clone(),
        languages: json(&new.languages),
        income_group: new.income_group.clone(),
        networks: json(&new.networks),
        note: new.note.clone(),
        created_at: now,
    }
}

fn json(list: &[String]) -> String {
    serde_json::to_string(list).unwrap_or_else(|_| "[]".to_owned())
}

fn list(json: &str) -> Vec<String> {
    serde_json::from_str(json).unwrap_or_default()
}

impl From<Model> for City {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            name: row.name,
            aliases: list(&row.aliases),
            country: row.country,
            mission: row.mission,
            mission_label: MissionLabel::parse(&row.mission_label),
            mission_label_on: row.mission_label_on,
            mission_source: row.mission_source,
            invented: row.invented,
            state: CityState::parse(&row.state),
            region: row.region,
            lat: row.lat,
            lon: row.lon,
            population: row.population,
            koppen: row.koppen,
            languages: list(&row.languages),
            income_group: row.income_group,
            networks: list(&row.networks),
            note: row.note,
        }
    }
}
