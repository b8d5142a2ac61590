//! The public log.

use std::collections::HashMap;
use std::time::Duration;

use stoa_kernel::ids::{EntryId, SpaceId};
use stoa_kernel::{Actor, Cursor, Fault, Limit, Page, Reads, Time};

use crate::model::{Act, CaseKind};
use crate::reasons::Reason;
use crate::store::log::{Model, UNDONE, Wanted, lines, tally};
use crate::tending::Tended;

/// What the log says was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LogAction {
    /// A decision.
    Made(Act),
    /// A decision was taken back.
    Undone,
    /// A thread was tended.
    Tended(Tended),
}

impl LogAction {
    /// Decisions and their end, in the order in which they are offered.
    pub const DECISIONS: [Self; 7] = [
        Self::Made(Act::Approve),
        Self::Made(Act::Revise),
        Self::Made(Act::Decline),
        Self::Made(Act::Agree),
        Self::Made(Act::Disagree),
        Self::Made(Act::Ignore),
        Self::Undone,
    ];

    /// Every action, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::DECISIONS.into_iter().chain(Tended::ALL.into_iter().map(Self::Tended))
    }

    /// The name in the database and in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Made(act) => act.name(),
            Self::Undone => UNDONE,
            Self::Tended(how) => how.name(),
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::all().find(|one| one.name() == name)
    }
}

/// Which lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Of this action.
    pub action: Option<LogAction>,
    /// For this reason.
    pub reason: Option<Reason>,
    /// In this space.
    pub space: Option<SpaceId>,
}

/// A line: what was done, why, where and when; nobody's name, nobody's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Which.
    pub id: EntryId,
    /// What was done.
    pub action: LogAction,
    /// About what kind of case; none where a thread was tended.
    pub kind: Option<CaseKind>,
    /// Why.
    pub reason: Option<Reason>,
    /// Where; none for what concerns the whole instance.
    pub space: Option<SpaceId>,
    /// When.
    pub at: Time,
}

const LIST: &str = "log";

/// The log, newest first: every space the reader may enter, and no other.
///
/// # Errors
/// [`Fault::Invalid`] for a cursor of another list.
pub async fn log(
    db: &impl Reads,
    actor: &Actor,
    filter: &LogFilter,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<LogLine>, Fault> {
    let before = cursor.map(|cursor| Cursor::decode::<(i64, EntryId)>(LIST, cursor)).transpose()?;
    let spaces = stoa_threads::views::spaces(db, actor).await?;
    let entered: Vec<SpaceId> = spaces.iter().map(|space| space.id).collect();
    let wanted = Wanted {
        action: filter.action.map(LogAction::name),
        reason: filter.reason.map(Reason::name),
        space: filter.space,
        before: before.map(|(at, id)| (Time(at), id)),
    };
    let rows = lines(db, &entered, &wanted, limit.get() + 1).await?;
    let found: Vec<_> = rows.into_iter().filter_map(line).collect();
    Ok(Page::cut(found, limit, LIST, |one| (one.at.0, one.id)))
}

/// How often each thing was done within the last `span`, in the spaces the reader may enter.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn log_tally(
    db: &impl Reads,
    actor: &Actor,
    span: Duration,
) -> Result<HashMap<LogAction, i64>, Fault> {
    let spaces = stoa_threads::views::spaces(db, actor).await?;
    let entered: Vec<SpaceId> = spaces.iter().map(|space| space.id).collect();
    let rows = tally(db, &entered, db.now().minus(span)).await?;
    let known =
        rows.into_iter().filter_map(|(name, count)| Some((LogAction::parse(&name)?, count)));
    Ok(known.collect())
}

/// A line written by a later release is left out, not a fault.
fn line(row: Model) -> Option<LogLine> {
    Some(LogLine {
        id: row.id,
        action: LogAction::parse(&row.action)?,
        kind: CaseKind::parse(&row.kind),
        reason: row.reason.as_deref().and_then(Reason::parse),
        space: row.space_id,
        at: row.at,
    })
}
