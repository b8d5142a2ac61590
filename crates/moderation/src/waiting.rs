//! What an author whose text waits may be told about when a person will look.
//!
//! **No hours are promised that no moderator has stated**: without them there
//! is nothing to tell, and the page says only that a person will look.

use stoa_accounts::hours::{self, Presence};
use stoa_kernel::ids::SpaceId;
use stoa_kernel::{Fault, Reads};

/// When the next moderator of the space (one who reads the language, if any
/// does) is at the desk by his own stated hours; `None` when none stated any.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn next(
    db: &impl Reads,
    space: SpaceId,
    language: &str,
) -> Result<Option<Presence>, Fault> {
    hours::next_presence(db, db.now(), space, language).await
}
