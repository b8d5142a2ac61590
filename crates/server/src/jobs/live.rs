//! Moderators hear of their cases at once.

use serde_json::json;
use stoa_kernel::ids::{CaseId, SpaceId};
use stoa_kernel::{Fault, Subscriptions, Tx};
use stoa_live::{Topic, streams};
use stoa_moderation::events::{CaseChanged, CaseDecided, CaseOpened, DecisionUndone};

use super::Registry;
use crate::app::App;

const OPENED: &str = "live.case_opened";
const CHANGED: &str = "live.case_changed";
const DECIDED: &str = "live.case_decided";
const UNDONE: &str = "live.decision_undone";

/// Moderators told in one transaction.
const AT_ONCE: usize = 20;

pub(super) fn subscribe(to: Subscriptions) -> Subscriptions {
    to.once::<CaseOpened>(OPENED)
        .once::<CaseChanged>(CHANGED)
        .once::<CaseDecided>(DECIDED)
        .once::<DecisionUndone>(UNDONE)
}

pub(super) fn register(registry: &mut Registry) {
    registry.on(OPENED, |app: App, e: CaseOpened| async move {
        told(&app, e.case, e.space, "case.opened").await
    });
    registry.on(CHANGED, |app: App, e: CaseChanged| async move {
        told(&app, e.case, e.space, "case.changed").await
    });
    registry.on(DECIDED, |app: App, e: CaseDecided| async move {
        told(&app, e.case, e.space, "case.decided").await
    });
    registry.on(UNDONE, |app: App, e: DecisionUndone| async move {
        told(&app, e.case, e.space, "case.reopened").await
    });
}

/// Advances the stream of each moderator who may see the case. Running twice
/// tells twice, which says nothing else than once: the event names the case,
/// and what is shown of it is read when it is told.
async fn told(
    app: &App,
    case: CaseId,
    space: Option<SpaceId>,
    kind: &'static str,
) -> Result<(), Fault> {
    let mut watchers = stoa_moderation::views::watchers(&app.db, space).await?;
    // Streams are advanced in one order by all, or two transactions would wait for each other.
    watchers.sort_unstable();
    for some in watchers.chunks(AT_ONCE) {
        let some = some.to_vec();
        let tell = async move |tx: &mut Tx| {
            for member in some {
                streams::tell(tx, Topic::Moderation(member), kind, json!({ "case": case })).await?;
            }
            Ok(())
        };
        app.db.write(tell).await?;
    }
    Ok(())
}
