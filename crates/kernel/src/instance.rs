//! What belongs to the instance itself: its key and the epoch of its history.

use sea_orm::FromQueryResult;

use crate::db::{Db, Reads, Tx, rows};
use crate::secret::hex;
use crate::{Fault, Secret};

/// The instance's own values.
#[derive(Clone, Debug)]
pub struct Instance {
    /// Signs links.
    pub secret: Secret,
    /// Changes only when history is void (a restore).
    pub epoch: String,
}

#[derive(FromQueryResult)]
struct Row {
    value: String,
}

/// The instance's values, made at the first start.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ensure(db: &Db) -> Result<Instance, Fault> {
    db.write(async |tx: &mut Tx| {
        let fresh = (hex(&tx.bytes::<32>()), hex(&tx.bytes::<8>()));
        let secret = value_or(tx, "secret", &fresh.0).await?;
        let epoch = value_or(tx, "epoch", &fresh.1).await?;
        let bytes = unhex(&secret).ok_or_else(|| Fault::broken("the instance's key is damaged"))?;
        Ok(Instance { secret: Secret::new(bytes), epoch })
    })
    .await
}

/// History is void (a restore, a loss that was accepted): whoever followed it begins again.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn new_epoch(tx: &Tx) -> Result<(), Fault> {
    keep(tx, "epoch", &hex(&tx.bytes::<8>())).await
}

/// A value kept for the instance.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn value(db: &impl Reads, key: &str) -> Result<Option<String>, Fault> {
    let sql = "SELECT value FROM instance WHERE name = ?";
    let found: Vec<Row> = rows(db, sql, vec![key.into()]).await?;
    Ok(found.into_iter().next().map(|row| row.value))
}

/// Keeps a value for the instance, in the place of an earlier one.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn keep(tx: &Tx, key: &str, value: &str) -> Result<(), Fault> {
    let sql = "INSERT INTO instance (name, value) VALUES (?, ?) \
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    tx.run(sql, vec![key.into(), value.into()]).await.map(|_| ())
}

/// Lets go of a value; `false` when there was none: of several who try at once, one hears `true`.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn drop_value(tx: &Tx, key: &str) -> Result<bool, Fault> {
    let sql = "DELETE FROM instance WHERE name = ?";
    Ok(tx.run(sql, vec![key.into()]).await?.rows_affected() == 1)
}

async fn value_or(tx: &mut Tx, key: &str, fresh: &str) -> Result<String, Fault> {
    let sql = "INSERT INTO instance (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";
    tx.run(sql, vec![key.into(), fresh.into()]).await?;
    value(tx, key).await.map(|kept| kept.unwrap_or_else(|| fresh.to_owned()))
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let pairs: Option<Vec<u8>> = (0..text.len())
        .step_by(2)
        .map(|at| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect();
    pairs?.try_into().ok()
}
