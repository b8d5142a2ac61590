//! What this feature tells.

use serde::{Deserialize, Serialize};
use stoa_kernel::Event;
use stoa_kernel::ids::{CityId, MemberId};

/// Somebody added a city by name; a moderator is to look at it. Told once per
/// city, however many people add it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CityClaimed {
    /// Which.
    pub city: CityId,
    /// Who was first.
    pub member: MemberId,
}

impl Event for CityClaimed {
    const KIND: &'static str = "city.claimed";
}
