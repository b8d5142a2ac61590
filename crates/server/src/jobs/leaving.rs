//! What follows when somebody has left or a text is erased.

use stoa_accounts::events::MemberLeft;
use stoa_kernel::Subscriptions;
use stoa_threads::events::TextErased;
use stoa_threads::leaving::Lost;

use super::Registry;
use crate::app::App;
use crate::leaving;
use crate::submit::Without;

const LEFT: &str = "accounts.carry_out_leaving";
const ERASED: &str = "threads.take_out_erased";
pub(super) fn subscribe(to: Subscriptions) -> Subscriptions {
    to.once::<MemberLeft>(LEFT).once::<TextErased>(ERASED)
}

pub(super) fn register(registry: &mut Registry) {
    registry.on(
        LEFT,
        |app: App, e: MemberLeft| async move { leaving::carry_out(&app, e.member).await },
    );
    registry.on(ERASED, |app: App, e: TextErased| async move {
        leaving::take_out(&app, Lost::Post(e.post), Without::Words).await
    });
}
