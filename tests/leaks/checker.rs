//! Compares what somebody was given with what he may be given.

use std::collections::{BTreeMap, BTreeSet};

use crate::oracle::{Oracle, State, Surface, Who};
use crate::plant::Meaning;
use crate::scan::canaries;

/// Something that somebody was given.
#[derive(Clone, Debug)]
pub struct Given {
    /// To whom.
    pub who: Who,
    /// What kind of thing.
    pub surface: Surface,
    /// Which of its kind: a route with its method, a kind of letter, a topic.
    pub name: String,
    /// Exactly which.
    pub place: String,
    /// Everything that came, heads included.
    pub text: String,
}

/// What was looked at, and what was found.
pub struct Checker<'a> {
    oracle: Oracle,
    canaries: &'a BTreeMap<String, Meaning>,
    /// Traces that should not be there.
    pub leaks: Vec<String>,
    /// Surfaces by name, and by whom they were looked at.
    pub covered: BTreeMap<(Surface, String), BTreeSet<Who>>,
    /// What was seen by those who may: proof that the eyes are open.
    pub seen: BTreeSet<(Who, State, Surface)>,
    /// How many things were read.
    pub read: usize,
}

impl<'a> Checker<'a> {
    /// Nothing looked at yet.
    #[must_use]
    pub fn new(canaries: &'a BTreeMap<String, Meaning>) -> Self {
        Self {
            oracle: Oracle::published(),
            canaries,
            leaks: Vec::new(),
            covered: BTreeMap::new(),
            seen: BTreeSet::new(),
            read: 0,
        }
    }

    /// Looks at one thing.
    pub fn look(&mut self, given: &Given) {
        self.read += 1;
        self.covered.entry((given.surface, given.name.clone())).or_default().insert(given.who);
        for token in canaries(&given.text) {
            let Some(meaning) = self.canaries.get(&token) else {
                self.leaks.push(format!(
                    "{:?} got {token} at {}, which nobody planted",
                    given.who, given.place
                ));
                continue;
            };
            if self.oracle.may_read(given.who, meaning.state, meaning.place, given.surface) {
                self.seen.insert((given.who, meaning.state, given.surface));
            } else {
                self.leaks.push(format!(
                    "{:?} got [{}] at {:?} {} ({})",
                    given.who, meaning.name, given.surface, given.place, given.name
                ));
            }
        }
    }

    /// Looks at all of them.
    pub fn look_at(&mut self, all: &[Given]) {
        all.iter().for_each(|given| self.look(given));
    }

    /// Fails with every trace that was found.
    pub fn is_clean(&self) {
        let some: Vec<&str> = self.leaks.iter().take(60).map(String::as_str).collect();
        assert!(self.leaks.is_empty(), "{} traces, such as\n{}", self.leaks.len(), some.join("\n"));
    }
}
