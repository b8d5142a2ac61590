//! Who may listen to what. Asked when a topic is joined, when rights change,
//! and for every look into a topic's history.

use sea_orm_migration::sea_orm::prelude::Uuid;
use stoa_kernel::ids::{MemberId, ThreadId};
use stoa_kernel::policy::{Action, Judgement, Sight, Standing, Visibility, judge};
use stoa_kernel::{Actor, Fault, Role, RoleKind};
use stoa_live::{Topic, streams};
use stoa_threads::views::{self, ThreadView};

use crate::app::App;

/// What a listener may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The topic's newest number.
    pub newest: i64,
    /// Counted among those who are there.
    pub shown: bool,
    /// May let others know that he writes.
    pub types: bool,
}

/// Judges whether the person may listen to the topic.
///
/// # Errors
/// [`Fault::NotFound`] where there is nothing to listen to for this person.
pub async fn allowed(app: &App, actor: &Actor, topic: Topic) -> Result<Allowed, Fault> {
    match topic {
        Topic::Thread(thread) => to_thread(app, actor, thread).await,
        Topic::Inbox(member) => own(app, actor, member, topic).await,
        Topic::Moderation(_) if actor.moderates().is_empty() => Err(Fault::NotFound),
        Topic::Moderation(member) => own(app, actor, member, topic).await,
    }
}

async fn own(app: &App, actor: &Actor, member: MemberId, topic: Topic) -> Result<Allowed, Fault> {
    if !actor.is(member) {
        return Err(Fault::NotFound);
    }
    let newest = streams::newest(&app.db, topic).await?;
    Ok(Allowed { newest, shown: false, types: false })
}

async fn to_thread(app: &App, actor: &Actor, thread: ThreadId) -> Result<Allowed, Fault> {
    let found = views::thread(&app.db, actor, thread).await?;
    if found.summary.sight < Sight::Marked {
        return Err(Fault::NotFound);
    }
    // Who is in a private space is nobody's business, not even there.
    let shown = found.facts.visibility != Visibility::Private;
    Ok(Allowed { newest: found.seq, shown, types: shown && writes(actor, &found) })
}

/// Only who would be published at once is told to be writing: what is held leaves no trace.
fn writes(actor: &Actor, thread: &ThreadView) -> bool {
    let reply = Action::Reply { space: thread.facts, closed: thread.summary.closed };
    judge(actor.who_in(thread.summary.space), reply) == Judgement::Allow
}

/// Somebody who may enter every space and has neither written anything nor any
/// duty: what he sees of a thread's posts, everybody who may listen to the
/// thread may see.
#[must_use]
pub fn anybody() -> Actor {
    let role = Role { kind: RoleKind::Participant, space: None };
    // No member has this id, so no text is his own.
    Actor::member(MemberId::from_uuid(Uuid::nil()), Standing::Member, vec![role])
}

#[cfg(test)]
mod tests {
    use super::*;
    use stoa_kernel::ids::SpaceId;
    use stoa_kernel::policy::{TextState, sight};

    #[test]
    fn anybody_sees_what_is_published_and_nothing_that_waits() {
        let space = SpaceId::from_uuid(Uuid::from_u128(7));
        let sees = |state| sight(anybody().who_in(space), state, false, Visibility::Private);
        assert_eq!(sees(TextState::Published), Sight::Full);
        assert_eq!(sees(TextState::Removed), Sight::Placeholder);
        assert_eq!(sees(TextState::Held), Sight::Nothing);
        assert_eq!(sees(TextState::Declined), Sight::Nothing);
        assert!(anybody().moderates().is_empty());
    }
}
