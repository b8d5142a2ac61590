//! What waits becomes a case; what its author took back is no longer one.

use stoa_exchange::events::CityClaimed;
use stoa_kernel::{Subscriptions, Tx};
use stoa_moderation::{cases, tending, watch};
use stoa_threads::events::{
    EditHeld, HeldTextChanged, PostDeleted, PostHeld, PostsMoved, TextErased,
};

use super::Registry;
use super::threads::MINUTE;
use crate::app::App;

const HELD: &str = "moderation.post_held";
const EDIT: &str = "moderation.edit_held";
const DELETED: &str = "moderation.post_deleted";
const CHANGED: &str = "moderation.held_text_changed";
const ERASED: &str = "moderation.text_erased";
const MOVED: &str = "moderation.posts_moved";
const CLOCK: &str = "moderation.clock";
const CITY: &str = "moderation.city_claimed";

/// Threads that the clock closes in one transaction.
const THREADS: u32 = 100;

pub(super) fn subscribe(to: Subscriptions) -> Subscriptions {
    to.once::<PostHeld>(HELD)
        .once::<EditHeld>(EDIT)
        .once::<PostDeleted>(DELETED)
        .once::<HeldTextChanged>(CHANGED)
        .once::<TextErased>(ERASED)
        .once::<PostsMoved>(MOVED)
        .once::<CityClaimed>(CITY)
}

pub(super) fn register(registry: &mut Registry) {
    registry.on(HELD, |app: App, e: PostHeld| async move {
        app.db.write(async |tx: &mut Tx| cases::open_for_post(tx, &e).await).await
    });
    registry.on(EDIT, |app: App, e: EditHeld| async move {
        app.db.write(async |tx: &mut Tx| cases::open_for_revision(tx, &e).await).await
    });
    registry.on(DELETED, |app: App, e: PostDeleted| async move {
        app.db.write(async |tx: &mut Tx| cases::close_for_post(tx, &e).await).await
    });
    registry.on(CHANGED, |app: App, e: HeldTextChanged| async move {
        app.db.write(async |tx: &mut Tx| cases::close_for_lost_wordings(tx, e.post).await).await
    });
    registry.on(ERASED, |app: App, e: TextErased| async move {
        app.db.write(async |tx: &mut Tx| watch::forget(tx, e.post).await).await
    });
    registry.on(MOVED, |app: App, e: PostsMoved| async move {
        app.db.write(async |tx: &mut Tx| tending::follow(tx, &e).await).await
    });
    registry.every(MINUTE, CLOCK);
    registry.on(CLOCK, |app: App, (): ()| async move {
        let some = async |tx: &mut Tx| tending::by_the_clock(tx, THREADS).await;
        while app.db.write(some).await? {}
        Ok(())
    });
    registry.on(CITY, |app: App, e: CityClaimed| async move {
        app.db.write(async |tx: &mut Tx| cases::open_for_city(tx, e.city, e.member).await).await
    });
}
