//! Who is there now: how many, from which cities, and who is writing.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::Serialize;
use stoa_kernel::ids::{MemberId, SessionId};

/// For how many ticks of the hub a person counts as writing after the last sign of it.
const TYPING_TICKS: u8 = 12;

/// A city, as presence tells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
    /// One of the Mission cities.
    pub mission: bool,
}

/// Who listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The member.
    pub member: MemberId,
    /// The session it listens by.
    pub session: SessionId,
    /// The name others are told while the member writes.
    pub name: String,
    /// Where the member is from, if it is told.
    pub place: Option<Place>,
}

/// How many people are in a topic, each counted once however many windows are open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// People.
    pub count: usize,
    /// People by city, cities in the order of their names; who has none is in `count` alone.
    pub cities: Vec<(Place, usize)>,
}

/// What has changed in a topic since the last tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The topic's stored name.
    pub topic: Arc<str>,
    /// Who is there now, if that has changed.
    pub presence: Option<Presence>,
    /// Who writes now, if that has changed: members and names, by name.
    pub typing: Option<Vec<(MemberId, String)>>,
}

#[derive(Debug)]
struct There {
    windows: usize,
    place: Option<Place>,
}

#[derive(Debug)]
struct Writing {
    name: String,
    ticks: u8,
}

/// The people of one topic.
#[derive(Debug, Default)]
pub(crate) struct Crowd {
    there: HashMap<MemberId, There>,
    writing: HashMap<MemberId, Writing>,
    moved: bool,
    wrote: bool,
}

impl Crowd {
    pub(crate) fn enter(&mut self, reader: &Reader) {
        let fresh = || There { windows: 0, place: reader.place.clone() };
        self.there.entry(reader.member).or_insert_with(fresh).windows += 1;
        self.moved = true;
    }

    pub(crate) fn leave(&mut self, member: MemberId) {
        let Some(there) = self.there.get_mut(&member) else {
            return;
        };
        there.windows = there.windows.saturating_sub(1);
        if there.windows == 0 {
            self.there.remove(&member);
            self.wrote |= self.writing.remove(&member).is_some();
            self.moved = true;
        }
    }

    /// Counts the member as writing; only who is there can be.
    pub(crate) fn write(&mut self, reader: &Reader) {
        if !self.there.contains_key(&reader.member) {
            return;
        }
        let writing = Writing { name: reader.name.clone(), ticks: TYPING_TICKS };
        self.wrote |= self.writing.insert(reader.member, writing).is_none();
    }

    /// The member sent what was being written.
    pub(crate) fn stop_writing(&mut self, member: MemberId) {
        self.wrote |= self.writing.remove(&member).is_some();
    }

    pub(crate) fn tick(&mut self, topic: &Arc<str>) -> Option<Change> {
        let before = self.writing.len();
        self.writing.retain(|_, writing| {
            writing.ticks = writing.ticks.saturating_sub(1);
            writing.ticks > 0
        });
        let wrote = std::mem::take(&mut self.wrote) || self.writing.len() != before;
        let moved = std::mem::take(&mut self.moved);
        let presence = moved.then(|| self.presence());
        let typing = wrote.then(|| self.typing());
        let any = presence.is_some() || typing.is_some();
        any.then(|| Change { topic: Arc::clone(topic), presence, typing })
    }

    pub(crate) fn presence(&self) -> Presence {
        let mut cities = BTreeMap::new();
        for place in self.there.values().filter_map(|there| there.place.as_ref()) {
            *cities.entry((place.name.clone(), place.clone())).or_insert(0_usize) += 1;
        }
        let cities = cities.into_iter().map(|((_, place), count)| (place, count)).collect();
        Presence { count: self.there.len(), cities }
    }

    fn typing(&self) -> Vec<(MemberId, String)> {
        let named = |(member, writing): (&MemberId, &Writing)| (*member, writing.name.clone());
        let mut names: Vec<_> = self.writing.iter().map(named).collect();
        names.sort_by(|one, other| one.1.cmp(&other.1).then(one.0.cmp(&other.0)));
        names
    }
}
