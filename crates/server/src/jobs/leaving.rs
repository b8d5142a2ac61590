//! What follows when somebody has left or a text is erased.

use std::time::Duration;

use stoa_accounts::events::MemberLeft;
use stoa_kernel::outbox::NewJob;
use stoa_kernel::{Fault, Reads, Subscriptions, Tx};
use stoa_threads::events::TextErased;
use stoa_threads::leaving::Lost;

use super::Registry;
use crate::app::App;
use crate::submit::Without;
use crate::{files, leaving};

const LEFT: &str = "accounts.carry_out_leaving";
const AGAIN: &str = "accounts.look_after_leaving";
const ERASED: &str = "threads.take_out_erased";

/// What was under way while somebody left has arrived by then.
const ARRIVED: Duration = Duration::from_secs(120);

pub(super) fn subscribe(to: Subscriptions) -> Subscriptions {
    to.once::<MemberLeft>(LEFT).once::<TextErased>(ERASED)
}

pub(super) fn register(registry: &mut Registry) {
    registry.on(LEFT, |app: App, e: MemberLeft| async move {
        leaving::carry_on(&app, e.member).await?;
        look_again(&app, e).await
    });
    registry.on(
        AGAIN,
        |app: App, e: MemberLeft| async move { leaving::carry_on(&app, e.member).await },
    );
    registry.on(ERASED, |app: App, e: TextErased| async move {
        files::text_erased(&app, e.post).await?;
        leaving::take_out(&app, Lost::Post(e.post), Without::Words).await
    });
}

/// A request that had begun before the account was empty may have written after it.
async fn look_again(app: &App, left: MemberLeft) -> Result<(), Fault> {
    let payload = serde_json::to_value(left).map_err(Fault::broken)?;
    let later = async |tx: &mut Tx| {
        let job = NewJob::now(AGAIN, payload.clone(), tx.now().plus(ARRIVED));
        tx.enqueue(job.keyed(format!("{AGAIN}:{}", left.member)));
        Ok(())
    };
    app.db.write(later).await
}
