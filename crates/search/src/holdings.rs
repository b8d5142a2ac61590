//! What is kept of what somebody looks for: for the archive, and for leaving.

use stoa_kernel::holdings::{Column, Holding, Kind, Leaving, Withheld};

/// Every table of this crate that says something of people.
pub const HOLDINGS: &[Holding] = &[Holding {
    table: "saved_searches",
    name: "saved_searches",
    whose: "member_id = {member}",
    key: Some(Column("id", Kind::Id)),
    shown: &[
        Column("id", Kind::Id),
        Column("words", Kind::Text),
        Column("address", Kind::Text),
        Column("saved_at", Kind::Time),
    ],
    withheld: &[("member_id", Withheld::Again)],
    page: None,
    leaving: Leaving::Deleted,
}];
