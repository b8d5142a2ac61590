//! What is dropped with time: answers to repeated requests, limits that have recovered.

use std::time::Duration;

use stoa_kernel::{Fault, Tx, once};

use super::Registry;
use crate::app::App;

pub(super) fn register(registry: &mut Registry) {
    registry.every(Duration::from_secs(3600), "kernel.sweep");
    registry.on("kernel.sweep", |app: App, (): ()| async move { sweep(&app).await });
}

async fn sweep(app: &App) -> Result<(), Fault> {
    app.limits.sweep();
    app.db.write(async |tx: &mut Tx| once::sweep(tx).await.map(|_| ())).await
}
