//! A dry run: what a rule would have found in texts that are there.

use std::collections::{HashMap, HashSet};

use stoa_kernel::ids::{MemberId, PostId};
use stoa_kernel::{Fault, Time};

use super::book::{Book, Text, host};
use super::screen::{SPAN, alike, known};
use super::{Rule, RuleKind};

/// So many matches are kept to be shown.
pub const SHOWN: usize = 30;

/// A text of a dry run, from the oldest to the newest.
#[derive(Clone, Copy, Debug)]
pub struct Look<'t> {
    /// The post.
    pub post: PostId,
    /// Who wrote it.
    pub author: MemberId,
    /// When it was published.
    pub at: Time,
    /// What it says.
    pub text: Text<'t>,
}

/// A text that the rule would have met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The post.
    pub post: PostId,
    /// What was found in it.
    pub found: String,
}

/// One rule on its way through texts.
#[derive(Debug)]
pub struct Trial {
    book: Book,
    rule: Rule,
    hosts: HashSet<String>,
    recent: HashMap<MemberId, Vec<(Time, String)>>,
    /// How many texts were looked at.
    pub looked: usize,
    /// How many would have been met.
    pub met: usize,
    /// The newest of them.
    pub matches: Vec<Match>,
}

impl Trial {
    /// Begins with a rule as it is written, whether it is in force or not.
    ///
    /// # Errors
    /// As [`Book::of`].
    pub fn of(rule: &Rule) -> Result<Self, Fault> {
        let rule = Rule { active: true, ..rule.clone() };
        Ok(Self {
            book: Book::of(0, vec![rule.clone()])?,
            rule,
            hosts: HashSet::new(),
            recent: HashMap::new(),
            looked: 0,
            met: 0,
            matches: Vec::new(),
        })
    }

    /// Looks at a text. Hosts count as known that an earlier text of the run linked to.
    pub fn look(&mut self, at: &Look<'_>) {
        if !self.rule.applies(&at.text) {
            return;
        }
        self.looked += 1;
        let Some(found) = self.finds(at) else { return };
        self.met += 1;
        if self.matches.len() == SHOWN {
            self.matches.remove(0);
        }
        self.matches.push(Match { post: at.post, found });
    }

    /// What the rule finds in a text.
    fn finds(&mut self, at: &Look<'_>) -> Option<String> {
        match self.rule.kind {
            RuleKind::NewHost => self.new_host(&at.text),
            RuleKind::Repeats => self.repeats(at),
            RuleKind::Words | RuleKind::Patterns | RuleKind::Mentions => {
                self.book.look(&at.text).into_iter().next().map(|hit| hit.found)
            }
        }
    }

    fn new_host(&mut self, text: &Text<'_>) -> Option<String> {
        let hosts: Vec<String> = text.links.iter().filter_map(|link| host(link)).collect();
        let new = hosts.iter().find(|host| !self.hosts.contains(*host) && !known(&self.rule, host));
        let new = new.cloned();
        self.hosts.extend(hosts);
        new
    }

    fn repeats(&mut self, at: &Look<'_>) -> Option<String> {
        let own = alike(at.text.plain);
        let before = self.recent.entry(at.author).or_default();
        before.retain(|(when, _)| when.plus(SPAN) >= at.at);
        let times = 1 + before.iter().filter(|(_, text)| *text == own).count();
        before.push((at.at, own));
        let flood = times >= usize::try_from(self.rule.most).unwrap_or(usize::MAX);
        flood.then(|| times.to_string())
    }
}
