//! All stored events in one order, for processes that follow everything.
//!
//! The order is that of commits, as far as a reader can tell: whoever has read
//! up to a position and asks for what comes after it misses nothing and reads
//! nothing twice. On PostgreSQL an event is given out once no older transaction
//! runs any more; a transaction that never ends would hold the feed back.

use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::Fault;
use crate::db::{Reads, rows};

/// A place in the order of all events; the default is before the first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Position {
    /// The transaction, on PostgreSQL; 0 on SQLite.
    pub tx: i64,
    /// The number within it.
    pub place: i64,
}

/// An event in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Where it stands.
    pub position: Position,
    /// Its topic, such as `thread:ID`.
    pub topic: String,
    /// Past tense and dotted.
    pub kind: String,
    /// Ids.
    pub data: Json,
}

#[derive(FromQueryResult)]
struct Row {
    tx: i64,
    place: i64,
    topic: String,
    kind: String,
    data: String,
}

impl From<Row> for Placed {
    fn from(row: Row) -> Self {
        let data = serde_json::from_str(&row.data).unwrap_or_default();
        let position = Position { tx: row.tx, place: row.place };
        Self { position, topic: row.topic, kind: row.kind, data }
    }
}

/// Below this every transaction has ended: what it wrote is there or never will be.
const ENDED: &str = "tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

fn on_postgres(db: &impl Reads) -> bool {
    db.conn().get_database_backend() == DbBackend::Postgres
}

/// Up to `limit` events after a position, in order.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn after(db: &impl Reads, position: Position, limit: i64) -> Result<Vec<Placed>, Fault> {
    let (sql, values): (String, Vec<Value>) = if on_postgres(db) {
        let sql = format!(
            "SELECT tx, place, topic, kind, data FROM events \
             WHERE (tx, place) > (?, ?) AND {ENDED} ORDER BY tx, place LIMIT ?"
        );
        (sql, vec![position.tx.into(), position.place.into(), limit.into()])
    } else {
        let sql = "SELECT CAST(0 AS BIGINT) AS tx, place, topic, kind, data FROM events \
                   WHERE place > ? ORDER BY place LIMIT ?";
        (sql.into(), vec![position.place.into(), limit.into()])
    };
    Ok(rows::<Row>(db, &sql, values).await?.into_iter().map(Placed::from).collect())
}

#[derive(FromQueryResult)]
struct Place {
    tx: i64,
    place: i64,
}

/// The newest position that may be read; taken before a state is read, it says
/// which events that state may lack.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn newest(db: &impl Reads) -> Result<Position, Fault> {
    let sql = if on_postgres(db) {
        format!("SELECT tx, place FROM events WHERE {ENDED} ORDER BY tx DESC, place DESC LIMIT 1")
    } else {
        "SELECT CAST(0 AS BIGINT) AS tx, place FROM events ORDER BY place DESC LIMIT 1".into()
    };
    let found: Vec<Place> = rows(db, &sql, vec![]).await?;
    Ok(found
        .first()
        .map_or_else(Position::default, |row| Position { tx: row.tx, place: row.place }))
}

/// Whether everything after a position is still kept: its own event is. Events
/// are swept from the oldest on, so one that is kept has lost nothing after it.
/// On PostgreSQL it must also have ended by the server's own count: in a copy that
/// was restored into another server the count begins anew, below old positions.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn kept(db: &impl Reads, position: Position) -> Result<bool, Fault> {
    #[derive(FromQueryResult)]
    struct One {
        #[expect(dead_code, reason = "only the row's presence counts")]
        one: i32,
    }
    let (sql, values): (String, Vec<Value>) = if on_postgres(db) {
        let sql = format!("SELECT 1 AS one FROM events WHERE tx = ? AND place = ? AND {ENDED}");
        (sql, vec![position.tx.into(), position.place.into()])
    } else {
        ("SELECT 1 AS one FROM events WHERE place = ?".into(), vec![position.place.into()])
    };
    Ok(!rows::<One>(db, &sql, values).await?.is_empty())
}
