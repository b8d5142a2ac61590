//! Cities: which there are, what is known of them, and how one is added.
//!
//! 233 cities come with the program ([`cities::seed`]; `data/README.md` names
//! the sources). Everything known of a city is a fact with a source or is
//! absent: an empty field means "not known", never "none". A city that is
//! missing is added by name and country ([`cities::claim`]): whoever added it
//! uses it at once, everybody else sees it after a moderator has approved it.
//! Two people who add the same city share one claim.
//!
//! The demonstration's cities are invented and say so. Lists leave them out
//! unless they are asked for; they are found by name like any other.
//!
//! A region is a code of the United Nations' M49 and is derived from the
//! country ([`regions`]); asking for a grouping asks for all below it.
//!
//! **A claimed or declined city exists for those who claimed it (claimed
//! only) and for moderators of all spaces alone**; [`views::cards`] never
//! gives one, [`views::cards_for`] asks who looks.
//! **A slug is never given to another city.**
//!
//! Read `model.rs` first, then `cities.rs`, then `views.rs`.

pub mod cities;
pub mod events;
pub mod holdings;
mod model;
pub mod regions;
mod store;
#[cfg(test)]
mod testing;
pub mod views;

pub use model::{
    City, CityCard, CityName, CityState, Claim, Country, Filter, MissionLabel, NewCity,
};
