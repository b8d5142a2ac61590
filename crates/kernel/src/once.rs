//! Acts that must not happen twice: a key, what was asked, and what was answered.

use std::time::Duration;

use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};

use crate::db::{Reads, Tx, rows};
use crate::fault::violates;
use crate::ids::MemberId;
use crate::{Fault, Time};

/// How long an answer is kept.
const KEPT: Duration = Duration::from_secs(24 * 3600);
const LONGEST_KEY: usize = 200;

/// The key of an unsafe request and a fingerprint of what it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once {
    key: String,
    fingerprint: String,
}

/// An answer given before.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Saved {
    /// HTTP status, or 0 where the caller has none.
    pub status: i32,
    /// The body, or the address the caller was sent to.
    pub body: String,
}

#[derive(FromQueryResult)]
struct Row {
    fingerprint: String,
    status: i32,
    body: String,
    created_at: Time,
}

impl Once {
    /// A key (1 to 200 printable ASCII characters) for a request on `place` with `body`.
    ///
    /// # Errors
    /// [`Fault::Invalid`] for a key that is empty, too long or not printable.
    pub fn new(key: &str, place: &str, body: &[u8]) -> Result<Self, Fault> {
        let fits = !key.is_empty() && key.len() <= LONGEST_KEY;
        if !fits || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Fault::invalid("once", "core-once-bad"));
        }
        let mut hash = Sha256::new();
        hash.update(place.as_bytes());
        hash.update([0]);
        hash.update(body);
        Ok(Self { key: key.to_owned(), fingerprint: crate::secret::hex(&hash.finalize()) })
    }

    /// What was answered to this request within the last day.
    ///
    /// # Errors
    /// [`Fault::Conflict`] when the key was used for something else.
    pub async fn recall(&self, tx: &mut Tx, owner: MemberId) -> Result<Option<Saved>, Fault> {
        let sql = "SELECT fingerprint, status, body, created_at FROM idempotency \
                   WHERE member_id = ? AND key = ?";
        let found: Vec<Row> = rows(tx, sql, vec![owner.into(), self.key.clone().into()]).await?;
        match found.into_iter().next() {
            None => Ok(None),
            Some(row) if row.created_at < tx.now().minus(KEPT) => self.forget(tx, owner).await,
            Some(row) if row.fingerprint != self.fingerprint => {
                Err(Fault::Conflict("core-once-reused"))
            }
            Some(row) => Ok(Some(Saved { status: row.status, body: row.body })),
        }
    }

    async fn forget(&self, tx: &Tx, owner: MemberId) -> Result<Option<Saved>, Fault> {
        let sql = "DELETE FROM idempotency WHERE member_id = ? AND key = ?";
        tx.run(sql, vec![owner.into(), self.key.clone().into()]).await?;
        Ok(None)
    }

    /// Keeps the answer, in the transaction of the act.
    ///
    /// # Errors
    /// When the same request commits at the same moment, the transaction is
    /// repeated and then recalls that answer.
    pub async fn remember(&self, tx: &mut Tx, owner: MemberId, saved: &Saved) -> Result<(), Fault> {
        use sea_orm::ConnectionTrait;
        let sql = "INSERT INTO idempotency (member_id, key, fingerprint, status, body, created_at) \
                   VALUES (?, ?, ?, ?, ?, ?)";
        let values = vec![
            owner.into(),
            self.key.clone().into(),
            self.fingerprint.clone().into(),
            saved.status.into(),
            saved.body.clone().into(),
            tx.now().into(),
        ];
        let conn = tx.conn();
        let statement = crate::db::statement(conn.get_database_backend(), sql, values);
        match conn.execute_raw(statement).await {
            Err(error) if violates(&error, "idempotency_pkey", "idempotency.member_id") => {
                Err(Fault::again())
            }
            done => done.map(|_| ()).map_err(Fault::from),
        }
    }
}

/// Drops answers older than a day.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn sweep(tx: &mut Tx) -> Result<u64, Fault> {
    let old = tx.now().minus(KEPT);
    let done = tx.run("DELETE FROM idempotency WHERE created_at < ?", vec![old.into()]).await?;
    Ok(done.rows_affected())
}
