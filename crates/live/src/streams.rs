//! Streams that have no row of their own to number their events: a member's
//! inbox, a moderator's desk.

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::{Announcement, Fault, Reads, Tx};

use crate::topic::Topic;

#[derive(FromQueryResult)]
struct Row {
    seq: i64,
}

/// Raises a stream's number by one, under the row's lock, and answers it: the
/// order of numbers is the order of commits. Who advances several streams in
/// one transaction does so in the order of their topics, or two transactions
/// may wait for each other.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn advance(tx: &mut Tx, topic: Topic) -> Result<i64, Fault> {
    let sql = "INSERT INTO streams (topic, seq) VALUES (?, 1) \
               ON CONFLICT (topic) DO UPDATE SET seq = streams.seq + 1 RETURNING seq";
    let found: Vec<Row> = rows(tx, sql, vec![topic.to_string().into()]).await?;
    found.first().map(|row| row.seq).ok_or_else(|| Fault::broken("a stream has a number"))
}

/// Advances a stream and leaves an event in it; `data` holds ids.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn tell(
    tx: &mut Tx,
    topic: Topic,
    kind: &'static str,
    data: serde_json::Value,
) -> Result<i64, Fault> {
    let seq = advance(tx, topic).await?;
    let at = tx.now();
    tx.announce(Announcement { topic: topic.to_string(), seq, kind: kind.into(), at, data });
    Ok(seq)
}

/// The newest number of a stream; 0 for one in which nothing has happened.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn newest(db: &impl Reads, topic: Topic) -> Result<i64, Fault> {
    let sql = "SELECT seq FROM streams WHERE topic = ?";
    let found: Vec<Row> = rows(db, sql, vec![topic.to_string().into()]).await?;
    Ok(found.first().map_or(0, |row| row.seq))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fresh, member};
    use serde_json::json;
    use stoa_kernel::Db;

    async fn five(db: Db, inbox: Topic) {
        for _ in 0..5 {
            let told = async move |tx: &mut Tx| tell(tx, inbox, "notice.left", json!({})).await;
            db.write(told).await.unwrap();
        }
    }

    #[tokio::test]
    async fn numbers_of_a_stream_have_no_holes_whoever_writes() {
        let db = fresh().await;
        let inbox = Topic::Inbox(member(1));
        let writers: Vec<_> = (0..8).map(|_| tokio::spawn(five(db.clone(), inbox))).collect();
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(newest(&db, inbox).await.unwrap(), 40);
        assert_eq!(newest(&db, Topic::Inbox(member(2))).await.unwrap(), 0);
        let events = crate::history::since(&db, inbox, 0, None, 40).await.unwrap();
        let crate::Since::Events(events) = events else { panic!("{events:?}") };
        assert!(events.iter().map(|event| event.seq).eq(1..=40));
    }

    #[tokio::test]
    async fn a_transaction_that_fails_leaves_no_number_behind() {
        let db = fresh().await;
        let desk = Topic::Moderation(member(1));
        let failed = db
            .write(async |tx: &mut Tx| -> Result<(), Fault> {
                tell(tx, desk, "case.opened", json!({})).await?;
                Err(Fault::NotFound)
            })
            .await;
        assert!(failed.is_err());
        assert_eq!(newest(&db, desk).await.unwrap(), 0);
        let first = db.write(async |tx: &mut Tx| advance(tx, desk).await).await.unwrap();
        assert_eq!(first, 1);
    }
}
