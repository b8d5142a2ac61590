//! The plain types others may see.

use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::{Role, Time};

use crate::parse::{Bio, DisplayName, EmailAddress, LanguageTag, Languages, Note, Zone};
use crate::passwords::PasswordHash;

/// An enum whose variants have one spelling in the database, in forms and in the API.
macro_rules! slugs {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $slug:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $slug)] $variant,)* }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The one spelling: in the database, in forms and in the API.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)* }
            }

            /// The one spelled so; `None` for anything else.
            #[must_use]
            pub fn parse(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.slug() == slug)
            }
        }
    };
}

slugs! {
    /// For whom a member speaks. Chosen once at joining and shown beside each post.
    Audience {
        /// Local authorities and sub-national administrations.
        LocalAuthority = "local-authority",
        /// International and multilateral organisations.
        InternationalOrganisation = "international-organisation",
        /// National administrations and other policymakers.
        PolicyMaker = "policy-maker",
        /// Researchers and academia.
        Researcher = "researcher",
        /// Urban practitioners.
        Practitioner = "practitioner",
        /// Industry and the private sector; left only with a moderator's consent.
        Industry = "industry",
        /// Civil society.
        CivilSociety = "civil-society",
        /// Citizens.
        Citizen = "citizen",
    }
}

slugs! {
    /// How a member belongs to a place.
    Tie {
        /// Works for or with the city.
        City = "city",
        /// Lives there and takes part as a citizen.
        Citizen = "citizen",
        /// Works across cities; has none.
        Across = "across",
    }
}

slugs! {
    /// In which light pages are shown.
    Theme {
        /// As the device says.
        Auto = "auto",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

impl Theme {
    /// The value of `data-theme`; empty for what the device says.
    #[must_use]
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::Auto => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What stands beside a member's texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Who.
    pub id: MemberId,
    /// The name used in mentions, without `@`.
    pub handle: String,
    /// The display name.
    pub name: String,
    /// For whom.
    pub audience: Audience,
    /// How tied to a place.
    pub tie: Tie,
    /// Which place.
    pub city: Option<CityId>,
    /// Has left; the name is no longer kept.
    pub former: bool,
    /// Moderates some space, or administers.
    pub moderator: bool,
}

/// A member's public page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// What stands beside texts.
    pub card: Card,
    /// What the member says of himself; plain text.
    pub bio: String,
    /// Languages read and written, BCP 47.
    pub languages: Vec<String>,
    /// When the address was confirmed.
    pub joined_at: Time,
}

/// All that a member may look at and change of the own account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Raised by each change; a change made from an older one is refused.
    pub version: i32,
    /// The address letters go to.
    pub email: String,
    /// The name used in mentions, without `@`.
    pub handle: String,
    /// The display name.
    pub display_name: String,
    /// Plain text of the profile.
    pub bio: String,
    /// Languages read and written, BCP 47.
    pub languages: Vec<String>,
    /// IANA name.
    pub time_zone: String,
    /// Language of pages and letters, BCP 47.
    pub locale: String,
    /// For whom.
    pub audience: Audience,
    /// How tied to a place.
    pub tie: Tie,
    /// Which place.
    pub city: Option<CityId>,
    /// In which light.
    pub theme: Theme,
    /// Whether single letters act as keys.
    pub keys_enabled: bool,
    /// Whether texts in other languages are shown translated, where they are.
    pub translated: bool,
    /// Whether others may begin a conversation with the member.
    pub approachable: bool,
    /// Whether there is a password; without one only mailed links sign in.
    pub has_password: bool,
}

/// A change of one's own settings; `None` leaves a thing as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The version the change was made from; `None` does not compare.
    pub version: Option<i32>,
    /// New display name.
    pub display_name: Option<DisplayName>,
    /// New profile text.
    pub bio: Option<Bio>,
    /// New languages.
    pub languages: Option<Languages>,
    /// New zone.
    pub time_zone: Option<Zone>,
    /// New language of pages and letters.
    pub locale: Option<LanguageTag>,
    /// New audience.
    pub audience: Option<Audience>,
    /// New tie with its place.
    pub place: Option<Place>,
    /// New light.
    pub theme: Option<Theme>,
    /// Keys on or off.
    pub keys_enabled: Option<bool>,
    /// Texts in other languages translated, or as they were written.
    pub translated: Option<bool>,
    /// Others may begin a conversation, or not.
    pub approachable: Option<bool>,
}

/// A tie and the city it needs: only made by [`Place::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub(crate) tie: Tie,
    pub(crate) city: Option<CityId>,
}

impl Place {
    /// A tie with its city; one across cities has none.
    #[must_use]
    pub fn new(tie: Tie, city: Option<CityId>) -> Option<Self> {
        match (tie, city) {
            (Tie::Across, _) => Some(Self { tie, city: None }),
            (_, None) => None,
            (_, Some(_)) => Some(Self { tie, city }),
        }
    }
}

/// A city that was not in the list, as typed at joining.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CityWish {
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
}

/// Somebody who joins, checked and with the password hashed.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// Where letters go; unique when folded.
    pub email: EmailAddress,
    /// Display name.
    pub name: DisplayName,
    /// The hashed password; without one only mailed links sign in.
    pub password: Option<PasswordHash>,
    /// Language of pages and letters.
    pub locale: LanguageTag,
    /// Languages read and written.
    pub languages: Languages,
    /// IANA zone.
    pub time_zone: Zone,
    /// For whom.
    pub audience: Audience,
    /// How tied to a place.
    pub tie: Tie,
    /// Which, when it is in the list.
    pub city: Option<CityId>,
    /// Which, when it is not.
    pub wish: Option<CityWish>,
    /// A word to the moderators; may be empty.
    pub note: Note,
}

/// What letters need to know of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The address.
    pub email: String,
    /// The display name.
    pub name: String,
    /// Language of letters, BCP 47.
    pub locale: String,
    /// IANA zone.
    pub time_zone: String,
    /// The address has been confirmed; before, only the confirmation is sent.
    pub confirmed: bool,
    /// Silenced for now.
    pub suspended: bool,
    /// Last visit, to the hour; `None` for who has not been here.
    pub seen_at: Option<Time>,
}

/// A line of the administrators' list of members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberLine {
    /// What stands beside texts.
    pub card: Card,
    /// The address.
    pub email: String,
    /// Roles held.
    pub roles: Vec<Role>,
    /// When the account was made.
    pub created_at: Time,
    /// When the address was confirmed.
    pub confirmed_at: Option<Time>,
    /// Silenced until then; [`crate::members::FOREVER`] without end.
    pub suspended_until: Option<Time>,
    /// Last visit, to the hour.
    pub seen_at: Option<Time>,
    /// Approved posts so far.
    pub approved_posts: i32,
    /// What was written to the moderators at joining, while it is kept.
    pub note: String,
}

/// Which members the administrators' list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All.
    #[default]
    Everybody,
    /// Those who hold a role.
    WithRoles,
    /// Those silenced now.
    Suspended,
    /// Those whose address is not confirmed.
    Unconfirmed,
}

impl Shown {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] =
        &[Self::Everybody, Self::WithRoles, Self::Suspended, Self::Unconfirmed];

    /// The spelling in addresses.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Everybody => "all",
            Self::WithRoles => "roles",
            Self::Suspended => "suspended",
            Self::Unconfirmed => "unconfirmed",
        }
    }

    /// The one spelled so.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.slug() == slug)
    }
}
