//! What is sent once: the second time it is answered as it was the first time.

use stoa_kernel::ids::MemberId;
use stoa_kernel::once::Saved;
use stoa_kernel::{Actor, Fault, Once, Tx};
use stoa_threads::drafts::{self, Slot};

/// The drafts of what was sent go with it.
pub(crate) async fn gone(tx: &mut Tx, actor: &Actor, slots: &[Slot]) -> Result<(), Fault> {
    for slot in slots {
        drafts::discard(tx, actor, *slot).await?;
    }
    Ok(())
}

pub(crate) async fn recall(
    tx: &mut Tx,
    me: MemberId,
    once: &Option<Once>,
) -> Result<Option<Saved>, Fault> {
    match once {
        Some(once) => once.recall(tx, me).await,
        None => Ok(None),
    }
}

pub(crate) async fn remember(
    tx: &mut Tx,
    me: MemberId,
    once: &Option<Once>,
    saved: Saved,
) -> Result<Saved, Fault> {
    if let Some(once) = once {
        once.remember(tx, me, &saved).await?;
    }
    Ok(saved)
}
