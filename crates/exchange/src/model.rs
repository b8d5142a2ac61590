//! The plain types of cities, and how what people type becomes one of them.

use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::{Fault, Time, text};

use crate::regions;

/// A name longer than this is a sentence.
const LONGEST_NAME: usize = 120;

/// Whether a city is known to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CityState {
    /// Listed; everybody sees it.
    Listed,
    /// Added by name; waits for a moderator.
    Claimed,
    /// Not taken up.
    Declined,
}

impl CityState {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Claimed => "claimed",
            Self::Declined => "declined",
        }
    }

    /// The state of that name; an unknown one hides the city.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        match name {
            "listed" => Self::Listed,
            "claimed" => Self::Claimed,
            _ => Self::Declined,
        }
    }
}

/// The EU Mission Label of a city.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissionLabel {
    /// Awarded.
    Awarded,
    /// A Mission city for which no announcement of its label was found.
    NotConfirmed,
    /// Not a Mission city.
    #[default]
    None,
}

impl MissionLabel {
    /// The name in the database and in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Awarded => "awarded",
            Self::NotConfirmed => "not_confirmed",
            Self::None => "none",
        }
    }

    /// The label of that name; an unknown one is none.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        match name {
            "awarded" => Self::Awarded,
            "not_confirmed" => Self::NotConfirmed,
            _ => Self::None,
        }
    }
}

/// The name of a city as people write it: one line of 1 to 120 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CityName(String);

impl CityName {
    /// A name from what was typed into `city_name`.
    ///
    /// # Errors
    /// [`Fault::Invalid`] for an empty or over-long name, one without a letter,
    /// or one that carries an address.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let name = text::line(typed);
        let key = match name.chars().count() {
            0 => Some("exchange-name-empty"),
            1..=LONGEST_NAME if !plausible(&name) => Some("exchange-name-bad"),
            1..=LONGEST_NAME => None,
            _ => Some("exchange-name-long"),
        };
        key.map_or(Ok(Self(name)), |key| Err(Fault::invalid("city_name", key)))
    }

    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn plausible(name: &str) -> bool {
    let address = ["@", "://", "www."].iter().any(|mark| name.to_lowercase().contains(mark));
    name.chars().any(char::is_alphabetic) && !address
}

/// A country, ISO 3166-1 alpha-2 in upper case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Country(&'static str);

impl Country {
    /// A country from what was chosen in `country`, in either case.
    ///
    /// # Errors
    /// [`Fault::Invalid`] for a code that stands for no country.
    pub fn parse(code: &str) -> Result<Self, Fault> {
        let upper = code.trim().to_ascii_uppercase();
        regions::country(&upper)
            .map(Self)
            .ok_or_else(|| Fault::invalid("country", "exchange-country-unknown"))
    }

    /// The code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The M49 region below the continent that the country is in.
    #[must_use]
    pub fn region(self) -> &'static str {
        regions::of(self.0).unwrap_or(regions::WORLD)
    }
}

/// A city as it stands beside a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CityCard {
    /// Which.
    pub id: CityId,
    /// Its name in addresses.
    pub slug: String,
    /// Its name in English use.
    pub name: String,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
    /// One of the 112 Mission cities.
    pub mission: bool,
    /// Belongs to the demonstration.
    pub invented: bool,
    /// Waits for a moderator; never true in [`crate::views::cards`].
    pub pending: bool,
}

/// All that is known of a city.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Which.
    pub id: CityId,
    /// Its name in addresses.
    pub slug: String,
    /// Its name in English use.
    pub name: String,
    /// Other names under which people look for it.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
    /// One of the 112 Mission cities.
    pub mission: bool,
    /// The EU Mission Label.
    pub mission_label: MissionLabel,
    /// When the label was announced: `YYYY-MM` or `YYYY-MM-DD`.
    pub mission_label_on: Option<String>,
    /// Where it is named as a Mission city: an address on the web.
    pub mission_source: Option<String>,
    /// Belongs to the demonstration.
    pub invented: bool,
    /// Whether it is known to all.
    pub state: CityState,
    /// M49 region below the continent: three digits.
    pub region: Option<String>,
    /// Degrees north, WGS 84.
    pub lat: Option<f64>,
    /// Degrees east, WGS 84.
    pub lon: Option<f64>,
    /// People.
    pub population: Option<i64>,
    /// Class of Köppen and Geiger.
    pub koppen: Option<String>,
    /// What an officer of the city works in: BCP 47 codes.
    pub languages: Vec<String>,
    /// The World Bank's group of the country: `low`, `lower-middle`, `upper-middle`, `high`.
    pub income_group: Option<String>,
    /// Networks a source names it in: `C40`, `IUC`, `IURC`, `UTM`, `GCOM`.
    pub networks: Vec<String>,
    /// What to know about these figures.
    pub note: Option<String>,
}

impl City {
    /// The city as it stands beside a name.
    #[must_use]
    pub fn card(&self) -> CityCard {
        CityCard {
            id: self.id,
            slug: self.slug.clone(),
            name: self.name.clone(),
            country: self.country.clone(),
            mission: self.mission,
            invented: self.invented,
            pending: self.state != CityState::Listed,
        }
    }
}

/// A city to be listed at once: one that comes with the program, or with the demonstration.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct NewCity {
    /// Its name in addresses: unique, never reused.
    pub slug: String,
    /// Its name in English use.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
    /// One of the 112 Mission cities, or a Mission city of the demonstration.
    pub mission: bool,
    /// The EU Mission Label.
    pub mission_label: MissionLabel,
    /// `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(rename = "mission_label_date")]
    pub mission_label_on: Option<String>,
    /// Where it is named as a Mission city.
    pub mission_source: Option<String>,
    /// Belongs to the demonstration.
    pub invented: bool,
    /// M49 region; derived from the country when absent.
    #[serde(rename = "m49_subregion")]
    pub region: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// People.
    pub population: Option<i64>,
    /// Class of Köppen and Geiger.
    pub koppen: Option<String>,
    /// BCP 47 codes.
    #[serde(rename = "working_languages")]
    pub languages: Vec<String>,
    /// The World Bank's group of the country.
    pub income_group: Option<String>,
    /// Networks.
    pub networks: Vec<String>,
    /// What to know about these figures.
    pub note: Option<String>,
}

/// Which cities a list holds; everything left at its default lists all that are not invented.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Mission cities only (`true`) or cities worldwide only (`false`).
    pub mission: Option<bool>,
    /// One country.
    pub country: Option<Country>,
    /// One M49 region or grouping; see [`crate::regions::parse`].
    pub region: Option<&'static str>,
    /// A part of a name, accents and case aside.
    pub q: Option<String>,
    /// Invented cities too.
    pub invented: bool,
}

/// A city that waits for a moderator, and who asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which.
    pub city: CityId,
    /// Its name in addresses.
    pub slug: String,
    /// The name that was typed.
    pub name: String,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
    /// Where it stands.
    pub state: CityState,
    /// Who added it, first one first; never empty unless all of them left.
    pub members: Vec<MemberId>,
    /// When it was added first.
    pub claimed_at: Time,
}

/// The form in which names are compared and searched: as [`text::plain`], and letters
/// that are not a letter with an accent (ø, ł, ß …) as people without that key type them.
pub(crate) fn sought(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in text::plain(name).chars() {
        match c {
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ħ' => out.push('h'),
            'ı' => out.push('i'),
            'ŧ' => out.push('t'),
            'þ' => out.push_str("th"),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            other => out.push(other),
        }
    }
    out
}

/// The lines of all names, each begun by a line end, in the form in which they are searched.
pub(crate) fn search_key(name: &str, aliases: &[String], slug: &str) -> String {
    let slug = slug.replace('-', " ");
    let names = std::iter::once(name).chain(aliases.iter().map(String::as_str));
    names.chain([slug.as_str()]).map(|one| format!("\n{}", sought(one))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_with_a_letter_and_no_address() {
        assert_eq!(CityName::parse(" Saint\u{202e}\n Louis ").unwrap().as_str(), "Saint Louis");
        assert_eq!(CityName::parse("所沢市").unwrap().as_str(), "所沢市");
        let longest = "x".repeat(LONGEST_NAME);
        assert!(CityName::parse(&longest).is_ok());
        let too_long = "x".repeat(LONGEST_NAME + 1);
        for bad in ["", "  ", "12", "buy@shop", "http://x", "WWW.shop", &too_long] {
            assert!(matches!(CityName::parse(bad), Err(Fault::Invalid(_))), "{bad}");
        }
    }

    #[test]
    fn a_country_is_one_of_the_list() {
        assert_eq!(Country::parse("lv").unwrap().code(), "LV");
        assert_eq!(Country::parse("LV").unwrap().region(), "154");
        assert!(matches!(Country::parse("ZZ"), Err(Fault::Invalid(_))));
        assert!(matches!(Country::parse("LVA"), Err(Fault::Invalid(_))));
    }

    #[test]
    fn all_names_are_searched_without_accents() {
        let key = search_key("Łódź", &["Lodsch".to_owned()], "lodz");
        assert_eq!(key, "\nlodz\nlodsch\nlodz");
        assert_eq!(sought("Sønderborg Æbelø"), "sonderborg aebelo");
    }
}
