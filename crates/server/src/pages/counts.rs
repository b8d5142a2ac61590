//! The two numbers of the header.

use stoa_kernel::Fault;

use crate::app::App;
use crate::http::Visitor;

/// What waits for a member.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Unread notices.
    pub inbox: u64,
    /// Open cases the member may decide.
    pub cases: u64,
}

/// Counts for the visitor; nothing for a guest.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn of(app: &App, visitor: &Visitor) -> Result<Counts, Fault> {
    if visitor.me.is_none() {
        return Ok(Counts::default());
    }
    let inbox = stoa_digests::notices::unread(&app.db, &visitor.actor).await?;
    let cases = stoa_moderation::views::tally(&app.db, &visitor.actor).await?.badge;
    Ok(Counts { inbox, cases })
}
