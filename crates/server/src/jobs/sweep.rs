//! What goes with time: the spans stand in the configuration, under
//! `retention`, and in the table of the manual.

use std::time::Duration;

use stoa_accounts::sweep as accounts;
use stoa_digests::{letters, weekly};
use stoa_kernel::{Fault, Reads, Time, Tx, once};
use stoa_live::history;
use stoa_threads::{drafts, leaving as texts};

use super::Registry;
use crate::app::App;
use crate::files;

const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);
/// Texts emptied in one transaction.
const BATCH: i64 = 100;
/// Conversations emptied in one transaction.
const FEW: i64 = 10;

pub(super) fn register(registry: &mut Registry) {
    registry.every(HOUR, "kernel.sweep");
    registry.on("kernel.sweep", |app: App, (): ()| async move { answers(&app).await });
    registry.every(HOUR, "accounts.sweep");
    registry.on("accounts.sweep", |app: App, (): ()| async move { people(&app).await });
    registry.every(HOUR, "live.sweep");
    registry.on("live.sweep", |app: App, (): ()| async move { events(&app).await });
    registry.every(DAY, "digests.sweep");
    registry.on("digests.sweep", |app: App, (): ()| async move { mail(&app).await });
    registry.every(DAY, "threads.sweep_drafts");
    registry.on("threads.sweep_drafts", |app: App, (): ()| async move { unsent(&app).await });
    registry.every(DAY, "threads.sweep_texts");
    registry.on("threads.sweep_texts", |app: App, (): ()| async move { wordings(&app).await });
    registry.every(DAY, "threads.sweep_files");
    registry.on("threads.sweep_files", |app: App, (): ()| async move { files::round(&app).await });
}

/// So many days before now.
fn before(now: Time, days: u64) -> Time {
    now.minus(DAY.saturating_mul(u32::try_from(days).unwrap_or(u32::MAX)))
}

/// Answers to repeated requests, and rates that have recovered.
async fn answers(app: &App) -> Result<(), Fault> {
    app.limits.sweep();
    app.db.write(async |tx: &mut Tx| once::sweep(tx).await.map(|_| ())).await
}

async fn people(app: &App) -> Result<(), Fault> {
    let networks = before(app.db.now(), app.config.retention.networks_days);
    app.db.write(async |tx: &mut Tx| accounts::sweep(tx, networks).await.map(|_| ())).await
}

async fn events(app: &App) -> Result<(), Fault> {
    let told = before(app.db.now(), app.config.retention.events_days);
    while app.db.write(async |tx: &mut Tx| history::sweep(tx, told).await).await? > 0 {}
    Ok(())
}

async fn mail(app: &App) -> Result<(), Fault> {
    let sent = before(app.db.now(), app.config.retention.letters_days);
    app.db
        .write(async |tx: &mut Tx| {
            letters::sweep(tx, sent).await?;
            weekly::enough_of(tx, sent).await.map(|_| ())
        })
        .await
}

async fn unsent(app: &App) -> Result<(), Fault> {
    let touched = before(app.db.now(), app.config.retention.drafts_days);
    app.db.write(async |tx: &mut Tx| drafts::sweep(tx, touched).await.map(|_| ())).await
}

async fn wordings(app: &App) -> Result<(), Fault> {
    let keep = app.config.retention;
    let now = app.db.now();
    let (deleted, refused) =
        (before(now, keep.deleted_texts_days), before(now, keep.refused_texts_days));
    let alone = async |tx: &mut Tx| texts::forget_conversations(tx, FEW).await;
    while app.db.write(alone).await? > 0 {}
    let some = async |tx: &mut Tx| texts::sweep(tx, deleted, refused, BATCH).await;
    while app.db.write(some).await? > 0 {}
    Ok(())
}
