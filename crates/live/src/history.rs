//! Events that were told, kept for a while for those who missed them.

use sea_orm::{FromQueryResult, Value};
use stoa_kernel::db::rows;
use stoa_kernel::{Fault, Reads, Time, Tx};

use crate::topic::Topic;

/// How many events are given at once.
pub const MOST: i64 = 1000;
/// How many rows one sweep drops, so that it never holds the writer for long.
const SWEPT: i64 = 5000;
/// Topics asked after in one statement.
const BATCH: usize = 200;

/// An event as it was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The topic's stored name.
    pub topic: String,
    /// Its number.
    pub seq: i64,
    /// Past tense and dotted.
    pub kind: String,
    /// When it happened.
    pub at: Time,
    /// Ids.
    pub data: serde_json::Value,
}

/// What was missed.
#[derive(Clone, Debug, PartialEq)]
pub enum Since {
    /// All of it, in order, without a hole; at most [`MOST`], the oldest first.
    Events(Vec<Stored>),
    /// Some of it is no longer kept.
    Gone,
}

#[derive(FromQueryResult)]
struct Row {
    topic: String,
    seq: i64,
    kind: String,
    at: Time,
    data: String,
}

impl From<Row> for Stored {
    fn from(row: Row) -> Self {
        let data = serde_json::from_str(&row.data).unwrap_or_default();
        Self { topic: row.topic, seq: row.seq, kind: row.kind, at: row.at, data }
    }
}

/// The events of a topic after number `after`, up to and with `to` (all, if
/// `None`); `newest` is the topic's newest number, read before.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn since(
    db: &impl Reads,
    topic: Topic,
    after: i64,
    to: Option<i64>,
    newest: i64,
) -> Result<Since, Fault> {
    let (after, to) = (after.max(0), to.unwrap_or(newest).min(newest));
    if after >= to {
        return Ok(Since::Events(Vec::new()));
    }
    let sql = "SELECT topic, seq, kind, at, data FROM events \
               WHERE topic = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?";
    let values: Vec<Value> = vec![topic.to_string().into(), after.into(), to.into(), MOST.into()];
    let found: Vec<Row> = rows(db, sql, values).await?;
    let whole = !found.is_empty() && found.iter().map(|row| row.seq).eq_by_count(after);
    Ok(if whole {
        Since::Events(found.into_iter().map(Stored::from).collect())
    } else {
        Since::Gone
    })
}

trait Unbroken: Iterator<Item = i64> + Sized {
    /// Whether the numbers go up by one from `after`.
    fn eq_by_count(self, after: i64) -> bool {
        self.zip(after + 1..).all(|(seq, expected)| seq == expected)
    }
}

impl<I: Iterator<Item = i64>> Unbroken for I {}

/// Events of any of these topics with numbers above the ones given, in order
/// within each topic; at most [`MOST`]. For processes that share a database
/// and hear of each other's commits by looking.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn above(db: &impl Reads, heads: &[(String, i64)]) -> Result<Vec<Stored>, Fault> {
    let mut found: Vec<Stored> = Vec::new();
    for batch in heads.chunks(BATCH) {
        let each = vec!["(topic = ? AND seq > ?)"; batch.len()].join(" OR ");
        let sql = format!(
            "SELECT topic, seq, kind, at, data FROM events WHERE {each} ORDER BY topic, seq LIMIT ?"
        );
        let pairs = batch.iter().flat_map(|(topic, seq)| [topic.clone().into(), (*seq).into()]);
        let values: Vec<Value> = pairs.chain([MOST.into()]).collect();
        let rows: Vec<Row> = rows(db, &sql, values).await?;
        found.extend(rows.into_iter().map(Stored::from));
    }
    Ok(found)
}

/// Drops events told before `before`, a few thousand at a time; answers how many.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn sweep(tx: &mut Tx, before: Time) -> Result<u64, Fault> {
    let sql = "DELETE FROM events WHERE (topic, seq) IN \
               (SELECT topic, seq FROM events WHERE at < ? ORDER BY at LIMIT ?)";
    let done = tx.run(sql, vec![before.into(), SWEPT.into()]).await?;
    Ok(done.rows_affected())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::streams;
    use crate::testing::{fresh, member};
    use std::time::Duration;
    use stoa_kernel::Db;

    const KEPT: Duration = Duration::from_secs(30 * 86_400);

    async fn sweeps(db: &Db) -> u64 {
        db.write(async |tx: &mut Tx| sweep(tx, tx.now().minus(KEPT)).await).await.unwrap()
    }

    async fn told(db: &Db, topic: Topic, count: usize) {
        for _ in 0..count {
            db.write(async |tx: &mut Tx| {
                streams::tell(tx, topic, "case.opened", serde_json::json!({"case": "x"})).await
            })
            .await
            .unwrap();
        }
    }

    async fn seqs(db: &Db, topic: Topic, after: i64, to: Option<i64>) -> Option<Vec<i64>> {
        let newest = streams::newest(db, topic).await.unwrap();
        match since(db, topic, after, to, newest).await.unwrap() {
            Since::Events(events) => Some(events.iter().map(|event| event.seq).collect()),
            Since::Gone => None,
        }
    }

    #[tokio::test]
    async fn what_was_missed_comes_in_order_between_two_numbers() {
        let db = fresh().await;
        let (mine, other) = (Topic::Moderation(member(1)), Topic::Moderation(member(2)));
        told(&db, mine, 5).await;
        told(&db, other, 2).await;
        assert_eq!(seqs(&db, mine, 2, None).await.unwrap(), [3, 4, 5]);
        assert_eq!(seqs(&db, mine, 0, Some(2)).await.unwrap(), [1, 2]);
        assert!(seqs(&db, mine, 5, None).await.unwrap().is_empty());
        assert!(seqs(&db, mine, 9, Some(20)).await.unwrap().is_empty());
        assert_eq!(seqs(&db, mine, -3, Some(1)).await.unwrap(), [1]);
    }

    #[tokio::test]
    async fn what_is_no_longer_kept_is_said_to_be_gone() {
        let db = fresh().await;
        let topic = Topic::Inbox(member(1));
        told(&db, topic, 3).await;
        db.clock().advance(KEPT + Duration::from_secs(1));
        told(&db, topic, 2).await;
        assert_eq!(sweeps(&db).await, 3);
        assert_eq!(seqs(&db, topic, 3, None).await.unwrap(), [4, 5]);
        assert_eq!(seqs(&db, topic, 2, None).await, None);
        db.clock().advance(KEPT + Duration::from_secs(1));
        sweeps(&db).await;
        assert_eq!(seqs(&db, topic, 3, None).await, None, "nothing is left, yet 4 and 5 were");
        assert_eq!(seqs(&db, topic, 5, None).await.unwrap(), [0_i64; 0]);
    }

    #[tokio::test]
    async fn news_of_many_topics_comes_by_one_look() {
        let db = fresh().await;
        let (one, two) = (Topic::Inbox(member(1)), Topic::Inbox(member(2)));
        told(&db, one, 3).await;
        told(&db, two, 2).await;
        let heads = [(one.to_string(), 1), (two.to_string(), 2), ("thread:x".to_owned(), 0)];
        let found = above(&db, &heads).await.unwrap();
        let found: Vec<_> = found.iter().map(|event| (event.topic.clone(), event.seq)).collect();
        assert_eq!(found, [(one.to_string(), 2), (one.to_string(), 3)]);
        assert!(above(&db, &[]).await.unwrap().is_empty());
    }
}
