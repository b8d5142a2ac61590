//! Rules that moderators keep: words, patterns, hosts nobody linked to before, floods of names and
//! of the same text. Each holds a text for a person, flags it for one, or refuses it.
//!
//! **A rule never decides alone over a text that its author wrote in good faith**: what is held or
//! flagged is a case for a person, and who is refused is told the word and keeps the text.
//! **No rule can hang the program**: words are one automaton, patterns are bounded in size, in the
//! parts they look at and in time. Who moderates a space is held by none of its rules; private
//! conversations are looked at by none.

mod book;
mod fold;
mod screen;
mod store;
mod trial;

use stoa_kernel::ids::{MemberId, RuleId, SpaceId};
use stoa_kernel::{Actor, Fault, Problems, Reads, Time, Tx, text};
use stoa_policy::Action;

pub use book::{Book, Hit, MOST_PATTERNS, MOST_WORDS, Text};
pub use screen::forget;
pub use screen::{Found, found};
pub(crate) use screen::{Seen, approved, screen};
pub use store::edition;
pub use trial::{Look, Match, SHOWN, Trial};

use crate::model::named;

named! {
    /// What a rule looks for.
    RuleKind {
        /// Words, one in a line; a star at its beginning or end leaves that end open.
        Words = "words",
        /// Regular expressions, one in a line.
        Patterns = "patterns",
        /// A link to a host that no published text has linked to.
        NewHost = "new_host",
        /// More than so many people named in one text.
        Mentions = "mentions",
        /// The same text so many times within ten minutes.
        Repeats = "repeats",
    }
}

named! {
    /// What a rule does.
    RuleAct {
        /// The text waits for a moderator.
        Hold = "hold",
        /// The text is published, and a case is opened.
        Flag = "flag",
        /// The text is not taken; its author is told why and keeps it.
        Refuse = "refuse",
    }
}

impl RuleKind {
    /// How many make a flood, where nobody says otherwise.
    #[must_use]
    pub const fn usual(self) -> i32 {
        match self {
            Self::Mentions => 10,
            Self::Repeats => 3,
            Self::Words | Self::Patterns | Self::NewHost => 0,
        }
    }

    /// Whether it counts something.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Mentions | Self::Repeats)
    }
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which.
    pub id: RuleId,
    /// What it looks for.
    pub kind: RuleKind,
    /// What it does.
    pub act: RuleAct,
    /// In which space alone; none for all.
    pub space: Option<SpaceId>,
    /// In which language alone (a primary tag of BCP 47); none for all.
    pub language: Option<String>,
    /// What moderators call it.
    pub title: String,
    /// Its words or patterns; of hosts those that are always known.
    pub lines: Vec<String>,
    /// From how many on, of what it counts.
    pub most: i32,
    /// Whether it is in force.
    pub active: bool,
    /// Raised by every change.
    pub version: i32,
    /// Who changed it last.
    pub changed_by: Option<MemberId>,
    /// When.
    pub changed_at: Time,
}

impl Rule {
    fn applies(&self, text: &Text<'_>) -> bool {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let here = self.space.is_none_or(|space| space == text.space);
        here && self.language.as_deref().is_none_or(|own| primary(own) == primary(text.language))
    }
}

/// What a moderator says of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRule {
    /// What it looks for.
    pub kind: RuleKind,
    /// What it does.
    pub act: RuleAct,
    /// In which space alone.
    pub space: Option<SpaceId>,
    /// In which language alone.
    pub language: Option<String>,
    /// What moderators call it.
    pub title: String,
    /// Its words or patterns, one in a line.
    pub lines: String,
    /// From how many on.
    pub most: i32,
    /// Whether it is in force.
    pub active: bool,
}

/// The longest name of a rule, in characters.
const LONGEST_TITLE: usize = 100;
/// Rules there are at most.
const MOST_RULES: usize = 200;
/// What a rule counts lies within this.
const COUNTED: std::ops::RangeInclusive<i32> = 2..=100;

/// Whether the actor keeps the rules of a space; of all spaces where it is none.
fn may(actor: &Actor, space: Option<SpaceId>) -> Result<(), Fault> {
    actor.signed_in()?;
    let judged = match space {
        Some(space) => actor.may_in(space, Action::SeeCase),
        None => actor.may(Action::SeeCase),
    };
    judged.map(|_| ())
}

/// The rules of all spaces and of those that the actor moderates, in the order of their names.
///
/// # Errors
/// [`Fault::NotFound`] for who moderates nothing.
pub async fn list(db: &impl Reads, actor: &Actor) -> Result<Vec<Rule>, Fault> {
    if actor.moderates().is_empty() {
        return Err(Fault::NotFound);
    }
    let scope = actor.moderates();
    let mut all = store::all(db).await?;
    all.retain(|rule| rule.space.is_none_or(|space| scope.contains(space)));
    Ok(all)
}

/// A rule that the actor may see, and whether he may change it.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn rule(db: &impl Reads, actor: &Actor, id: RuleId) -> Result<(Rule, bool), Fault> {
    let found = list(db, actor).await?.into_iter().find(|rule| rule.id == id);
    let rule = found.ok_or(Fault::NotFound)?;
    let own = may(actor, rule.space).is_ok();
    Ok((rule, own))
}

/// A rule as it would be, checked and compiled.
///
/// # Errors
/// [`Fault::NotFound`] or [`Fault::Forbidden`] where the actor keeps no rules, [`Fault::Invalid`] in
/// fields `title`, `lines` or `most`.
pub fn draft(actor: &Actor, id: RuleId, now: Time, new: &NewRule) -> Result<Rule, Fault> {
    may(actor, new.space)?;
    let title = text::line(&new.title);
    let mut problems = Problems::default();
    if title.is_empty() || title.chars().count() > LONGEST_TITLE {
        problems.add("title", "moderation-rule-title");
    }
    let lines = lines(&new.lines);
    let listed = matches!(new.kind, RuleKind::Words | RuleKind::Patterns);
    if listed && lines.is_empty() {
        problems.add("lines", "moderation-rule-lines-missing");
    }
    if new.kind.counts() && !COUNTED.contains(&new.most) {
        problems.add("most", "moderation-rule-most");
    }
    if new.act == RuleAct::Flag && new.kind == RuleKind::Repeats {
        // Every copy would be a case of its own.
        problems.add("act", "moderation-rule-repeats-flag");
    }
    let rule = Rule {
        id,
        kind: new.kind,
        act: new.act,
        space: new.space,
        language: new.language.clone().filter(|tag| !tag.is_empty()),
        title,
        lines,
        most: if new.kind.counts() { new.most } else { 0 },
        active: new.active,
        version: 1,
        changed_by: actor.id(),
        changed_at: now,
    };
    match Book::of(0, vec![Rule { active: true, ..rule.clone() }]) {
        Err(Fault::Invalid(found)) => problems.0.extend(found.0),
        Err(other) => return Err(other),
        Ok(_) => {}
    }
    problems.into_result().map(|()| rule)
}

fn lines(typed: &str) -> Vec<String> {
    let mut lines: Vec<String> =
        typed.lines().map(text::line).filter(|line| !line.is_empty()).collect();
    let mut seen = std::collections::HashSet::new();
    lines.retain(|line| seen.insert(line.clone()));
    lines
}

/// Adds a rule.
///
/// # Errors
/// As [`draft`]; [`Fault::Conflict`] when there are too many.
pub async fn add(tx: &mut Tx, actor: &Actor, new: &NewRule) -> Result<Rule, Fault> {
    let rule = draft(actor, tx.new_id(), tx.now(), new)?;
    store::next_edition(tx).await?;
    fits(tx, &rule).await?;
    store::insert(tx, &rule).await?;
    Ok(rule)
}

/// Changes a rule that was read in `version`.
///
/// # Errors
/// As [`draft`]; [`Fault::Conflict`] when it was changed meanwhile.
pub async fn change(
    tx: &mut Tx,
    actor: &Actor,
    id: RuleId,
    version: i32,
    new: &NewRule,
) -> Result<Rule, Fault> {
    store::next_edition(tx).await?;
    let (known, _) = rule(tx, actor, id).await?;
    may(actor, known.space)?;
    if known.version != version {
        return Err(Fault::Conflict("moderation-rule-changed"));
    }
    let rule = Rule { version: version + 1, ..draft(actor, id, tx.now(), new)? };
    fits(tx, &rule).await?;
    store::update(tx, &rule).await?;
    Ok(rule)
}

/// Drops a rule; what it found stays with the cases.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`].
pub async fn drop(tx: &mut Tx, actor: &Actor, id: RuleId) -> Result<(), Fault> {
    store::next_edition(tx).await?;
    let (known, _) = rule(tx, actor, id).await?;
    may(actor, known.space)?;
    store::delete(tx, id).await
}

/// All rules together stay within what is looked for in one text.
async fn fits(tx: &Tx, new: &Rule) -> Result<(), Fault> {
    let mut all = store::all(tx).await?;
    all.retain(|rule| rule.id != new.id);
    all.push(new.clone());
    if all.len() > MOST_RULES {
        return Err(Fault::Conflict("moderation-rules-many"));
    }
    let lines = |fits: &dyn Fn(&Rule) -> bool| -> usize {
        all.iter().filter(|rule| fits(rule)).map(|rule| rule.lines.len()).sum()
    };
    let words = lines(&|rule| rule.kind == RuleKind::Words && rule.act == new.act);
    let patterns = lines(&|rule| rule.kind == RuleKind::Patterns);
    match (words > MOST_WORDS, patterns > MOST_PATTERNS) {
        (true, _) => Err(Fault::invalid("lines", "moderation-rule-words-many")),
        (_, true) => Err(Fault::invalid("lines", "moderation-rule-patterns-many")),
        _ => Ok(()),
    }
}

/// All rules, compiled.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn book(db: &impl Reads) -> Result<Book, Fault> {
    let edition = edition(db).await?;
    Book::of(edition, store::all(db).await?)
}

#[cfg(test)]
mod tests;
