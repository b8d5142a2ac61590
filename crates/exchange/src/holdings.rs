//! What is kept of people beside cities: for the archive, and for leaving.

use stoa_kernel::holdings::{Column, Holding, Kind, Leaving, Withheld};

/// Every table of this crate that says something of people.
pub const HOLDINGS: &[Holding] = &[Holding {
    table: "city_claims",
    name: "cities_added",
    whose: "member_id = {member}",
    key: Some(Column("city_id", Kind::Id)),
    shown: &[Column("city_id", Kind::Id), Column("claimed_at", Kind::Time)],
    withheld: &[("member_id", Withheld::Again)],
    page: None,
    leaving: Leaving::Deleted,
}];
