//! Before whom a question is put: a pure choice among people who may be asked.

use super::{Candidate, MOST, NewRequest, Sought};
use crate::model::Direction;

/// People of the other side who must be asked, and how many are asked if there are enough.
const OTHER: (usize, usize) = (2, 3);
/// The same of the asker's own side.
const OWN: (usize, usize) = (1, 2);

/// How many were asked on each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Of the other side.
    pub other: usize,
    /// Of the asker's own.
    pub own: usize,
    /// In all.
    pub all: usize,
}

impl Asked {
    /// Both sides were asked, as many as must.
    #[must_use]
    pub const fn both(self) -> bool {
        self.other >= OTHER.0 && self.own >= OWN.0
    }
}

/// A choice that goes on: candidates come one after the other, the likeliest first, and are taken as
/// long as there is room for what must be.
#[derive(Clone, Debug)]
pub struct Choosing {
    other: Direction,
    own: Direction,
    asked: Asked,
    taken: Vec<NewRequest>,
}

impl Choosing {
    /// Begins with who was asked before. Who asks from no side looks to both: what is worldwide
    /// counts as the other.
    #[must_use]
    pub fn of(sought: &Sought) -> Self {
        let (own, other) = match sought.side {
            Direction::Worldwide => (Direction::Worldwide, Direction::Mission),
            Direction::Mission | Direction::Neither => (Direction::Mission, Direction::Worldwide),
        };
        let mut new = Self { other, own, asked: Asked::default(), taken: Vec::new() };
        sought.asked.iter().for_each(|(_, side)| new.count(*side));
        new
    }

    fn count(&mut self, side: Direction) {
        self.asked.all += 1;
        if side == self.other {
            self.asked.other += 1;
        } else if side == self.own {
            self.asked.own += 1;
        }
    }

    /// Whether he is wanted now. `filling` lets anybody take the room that is left once each side had
    /// its turn. Where people are asked often, only those are wanted who must be: the rest is for
    /// questions to come.
    #[must_use]
    pub fn wants(&self, one: &Candidate, side: Direction, filling: bool) -> bool {
        let missing = |asked: usize, (least, _): (usize, usize)| least.saturating_sub(asked);
        let (other, own) = (missing(self.asked.other, OTHER), missing(self.asked.own, OWN));
        let (must, enough) = match side {
            side if side == self.other => (other > 0, self.asked.other >= OTHER.1),
            side if side == self.own => (own > 0, self.asked.own >= OWN.1),
            _ => (false, true),
        };
        let reserved = (other + own).saturating_sub(usize::from(must));
        let room = MOST.saturating_sub(self.asked.all) > reserved;
        room && (must || (one.rested && (filling || !enough)))
    }

    /// Takes one.
    pub fn take(&mut self, one: &Candidate, side: Direction) {
        self.count(side);
        self.taken.push(NewRequest {
            member: one.member,
            side,
            reason: one.reason,
            theme: one.theme.clone(),
            because: one.because,
        });
    }

    /// There is room for nobody more.
    #[must_use]
    pub const fn full(&self) -> bool {
        self.asked.all >= MOST
    }

    /// Who was taken, and how many stand asked with them.
    #[must_use]
    pub fn done(self) -> (Vec<NewRequest>, Asked) {
        (self.taken, self.asked)
    }
}

#[cfg(test)]
mod tests {
    use stoa_kernel::ids::{MemberId, SpaceId, ThreadId};

    use super::super::Reason;
    use super::*;

    fn id(n: u128) -> sea_orm::prelude::Uuid {
        sea_orm::prelude::Uuid::from_u128(n)
    }

    fn sought(side: Direction, asked: &[Direction]) -> Sought {
        let member = |n| MemberId::from_uuid(id(n));
        let asked = asked.iter().enumerate();
        Sought {
            thread: ThreadId::from_uuid(id(1)),
            space: SpaceId::from_uuid(id(2)),
            author: member(3),
            side,
            themes: Vec::new(),
            asked: asked.map(|(n, side)| (member(100 + n as u128), *side)).collect(),
        }
    }

    fn chosen(sought: &Sought, people: &[Direction]) -> (Vec<Direction>, Asked) {
        of(sought, people, true)
    }

    fn of(sought: &Sought, people: &[Direction], rested: bool) -> (Vec<Direction>, Asked) {
        let mut choosing = Choosing::of(sought);
        let mut taken = Vec::new();
        for filling in [false, true] {
            for (n, side) in people.iter().enumerate() {
                let one = Candidate {
                    member: MemberId::from_uuid(id(10 + n as u128)),
                    reason: Reason::Answered,
                    theme: None,
                    because: None,
                    weight: 1,
                    rested,
                };
                if !taken.contains(&n) && choosing.wants(&one, *side, filling) {
                    choosing.take(&one, *side);
                    taken.push(n);
                }
            }
        }
        let (all, asked) = choosing.done();
        (all.into_iter().map(|one| one.side).collect(), asked)
    }

    use Direction::{Mission as M, Neither as N, Worldwide as W};

    #[test]
    fn three_of_the_other_side_and_two_of_the_own() {
        let (taken, asked) = chosen(&sought(M, &[]), &[M, M, M, N, W, W, W, W]);
        assert_eq!(taken, [M, M, W, W, W]);
        assert!(asked.both());
        assert_eq!(chosen(&sought(W, &[]), &[W, W, W, M, M, M]).0, [W, W, M, M, M]);
    }

    #[test]
    fn room_is_kept_for_a_side_from_which_nobody_is_free_now() {
        let (taken, asked) = chosen(&sought(M, &[]), &[M, M, M, M, M, N]);
        assert_eq!((taken, asked.both()), (vec![M, M, M], false));
        let later = sought(M, &[M, M, M]);
        assert_eq!(chosen(&later, &[M, W]), (vec![W], Asked { other: 1, own: 3, all: 4 }));
        assert!(chosen(&sought(M, &[M, M, M, W]), &[M, W, W]).1.both());
    }

    #[test]
    fn of_people_who_are_asked_often_only_those_who_must_be() {
        let (taken, asked) = of(&sought(M, &[]), &[M, M, M, N, W, W, W, W], false);
        assert_eq!((taken, asked.both()), (vec![M, W, W], true));
    }

    #[test]
    fn the_rest_is_filled_with_whoever_is_there() {
        assert_eq!(chosen(&sought(M, &[]), &[M, W, W, N, N, N]).0, [M, W, W, N, N]);
        assert_eq!(chosen(&sought(N, &[]), &[M, W, W]).0, [M, W, W]);
        assert_eq!(chosen(&sought(M, &[M, W, W, N, N]), &[M, W]).0, []);
    }
}
