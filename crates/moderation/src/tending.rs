//! Threads are tended and everybody can see that they were: each verb of
//! [`stoa_threads::tending`] with its line in the public log, in one transaction.

use stoa_kernel::ids::{PostId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Tx};
use stoa_threads::events::PostsMoved;
use stoa_threads::learning::{self, NewLesson};
use stoa_threads::tending::{self, Closing, Joined};
use stoa_threads::{Title, threads};

use crate::store::{case, log};

/// How a thread was tended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tended {
    /// Closed to replies.
    Closed,
    /// Opened again.
    Reopened,
    /// Put first in its space.
    Pinned,
    /// No longer first.
    Unpinned,
    /// Moved to another space; told where it went.
    Moved,
    /// Joined to another thread.
    Joined,
    /// Replies of it became a thread of their own.
    Parted,
    /// Everybody writes in it once in a while only.
    Slowed,
    /// No longer.
    Unslowed,
}

impl Tended {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Closed,
        Self::Reopened,
        Self::Pinned,
        Self::Unpinned,
        Self::Moved,
        Self::Joined,
        Self::Parted,
        Self::Slowed,
        Self::Unslowed,
    ];

    /// The name in the database and in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::Pinned => "pinned",
            Self::Unpinned => "unpinned",
            Self::Moved => "moved",
            Self::Joined => "joined",
            Self::Parted => "parted",
            Self::Slowed => "slowed",
            Self::Unslowed => "unslowed",
        }
    }
}

async fn noted(tx: &Tx, space: SpaceId, how: Tended) -> Result<(), Fault> {
    log::add_tended(tx, space, how.name()).await
}

async fn space_of(tx: &Tx, actor: &Actor, thread: ThreadId) -> Result<SpaceId, Fault> {
    Ok(threads::facts(tx, actor, thread).await?.space)
}

/// Closes a thread to replies, or opens it again.
///
/// # Errors
/// As [`tending::close`].
pub async fn close(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    closing: Closing,
) -> Result<(), Fault> {
    let space = space_of(tx, actor, thread).await?;
    if tending::close(tx, actor, thread, closing).await? {
        let open = closing == Closing::Open;
        let how = if open { Tended::Reopened } else { Tended::Closed };
        noted(tx, space, how).await?;
    }
    Ok(())
}

/// Notes what the asker has learned from a thread, and closes it where he wants that.
///
/// # Errors
/// As [`learning::conclude`].
pub async fn conclude(tx: &mut Tx, actor: &Actor, new: &NewLesson) -> Result<(), Fault> {
    let place = stoa_threads::posts::facts(tx, actor, new.post).await?.place;
    if learning::conclude(tx, actor, new).await? && place.space != SpaceId::CONVERSATIONS {
        noted(tx, place.space, Tended::Closed).await?;
    }
    Ok(())
}

/// Closes and opens the threads whose moment has come; answers whether there may be more.
///
/// # Errors
/// As [`tending::by_the_clock`].
pub async fn by_the_clock(tx: &mut Tx, most: u32) -> Result<bool, Fault> {
    let done = tending::by_the_clock(tx, i64::from(most)).await?;
    for one in &done.closed {
        noted(tx, one.space_id, Tended::Closed).await?;
    }
    for one in &done.opened {
        noted(tx, one.space_id, Tended::Reopened).await?;
    }
    Ok(done.closed.len().max(done.opened.len()) >= most as usize)
}

/// Lets everybody write in a thread once in so many seconds, or as often as elsewhere.
///
/// # Errors
/// As [`tending::slow`].
pub async fn slow(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    every: Option<i32>,
) -> Result<(), Fault> {
    let space = space_of(tx, actor, thread).await?;
    if tending::slow(tx, actor, thread, every).await? {
        let how = if every.is_some() { Tended::Slowed } else { Tended::Unslowed };
        noted(tx, space, how).await?;
    }
    Ok(())
}

/// Puts a thread first in its space, or no longer.
///
/// # Errors
/// As [`tending::pin`].
pub async fn pin(tx: &mut Tx, actor: &Actor, thread: ThreadId, pinned: bool) -> Result<(), Fault> {
    let space = space_of(tx, actor, thread).await?;
    if tending::pin(tx, actor, thread, pinned).await? {
        let how = if pinned { Tended::Pinned } else { Tended::Unpinned };
        noted(tx, space, how).await?;
    }
    Ok(())
}

/// Moves a thread to another space.
///
/// # Errors
/// As [`tending::relocate`].
pub async fn relocate(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    space: SpaceId,
    author: &Actor,
) -> Result<(), Fault> {
    let before = space_of(tx, actor, thread).await?;
    tending::relocate(tx, actor, thread, space, author).await?;
    if before == space { Ok(()) } else { noted(tx, space, Tended::Moved).await }
}

/// Puts all posts of a thread at the end of another.
///
/// # Errors
/// As [`tending::join`].
pub async fn join(
    tx: &mut Tx,
    actor: &Actor,
    from: ThreadId,
    into: ThreadId,
    author: &Actor,
) -> Result<Joined, Fault> {
    let joined = tending::join(tx, actor, from, into, author).await?;
    let space = space_of(tx, actor, into).await?;
    noted(tx, space, Tended::Joined).await?;
    Ok(joined)
}

/// Makes a thread of some replies.
///
/// # Errors
/// As [`tending::part`].
pub async fn part(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    posts: &[PostId],
    title: &Title,
) -> Result<ThreadId, Fault> {
    let new = tending::part(tx, actor, thread, posts, title).await?;
    let space = space_of(tx, actor, thread).await?;
    noted(tx, space, Tended::Parted).await?;
    Ok(new)
}

/// Cases about posts that were moved follow them, to the moderators who look after them now.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn follow(tx: &mut Tx, moved: &PostsMoved) -> Result<(), Fault> {
    case::follow(tx, moved).await
}
