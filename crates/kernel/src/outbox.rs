//! Events and announcements, written in the transaction that made them true.

use sea_orm::sea_query::{Alias, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashMap;

use crate::db::Tx;
use crate::holdings::Subject;
use crate::ids::{JobId, MemberId};
use crate::{Entropy, Fault, Time};

/// Something that happened, in the past tense: ids and little else.
///
/// Payloads stay readable by the next release: fields are added, never renamed.
pub trait Event: Serialize + Send + Sync {
    /// The event's name in the outbox.
    const KIND: &'static str;
}

/// Which jobs an event leaves. Made once, at boot.
#[derive(Clone, Debug, Default)]
pub struct Subscriptions(HashMap<&'static str, Vec<&'static str>>);

impl Subscriptions {
    /// Lets every event `E` leave a job of kind `job`.
    #[must_use]
    pub fn once<E: Event>(mut self, job: &'static str) -> Self {
        self.0.entry(E::KIND).or_default().push(job);
        self
    }

    pub(crate) fn of(&self, kind: &str) -> &[&'static str] {
        self.0.get(kind).map_or(&[], Vec::as_slice)
    }
}

/// How urgent a job is; lower runs first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Somebody waits for it now: a confirmation, a sign-in link, a case.
    Now = 0,
    /// The usual.
    Soon = 5,
    /// Digests, sweeping.
    Later = 9,
}

/// A job to be left in the outbox.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// Which handler runs it.
    pub kind: &'static str,
    /// What the handler reads.
    pub payload: Value,
    /// While a job with this key waits, a second is not left.
    pub dedupe: Option<String>,
    /// Not before.
    pub run_at: Time,
    /// Order among those due.
    pub urgency: Urgency,
}

impl NewJob {
    /// A job due at once.
    #[must_use]
    pub fn now(kind: &'static str, payload: Value, now: Time) -> Self {
        Self { kind, payload, dedupe: None, run_at: now, urgency: Urgency::Soon }
    }

    /// Keeps a second one with the same key away while this waits.
    #[must_use]
    pub fn keyed(mut self, key: String) -> Self {
        self.dedupe = Some(key);
        self
    }

    /// Sets the urgency.
    #[must_use]
    pub fn urgent(mut self, urgency: Urgency) -> Self {
        self.urgency = urgency;
        self
    }
}

/// A numbered event of a topic, for those who listen live.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Announcement {
    /// `thread:ID`, `inbox:MEMBER`, `moderation:MEMBER`, or `rights` (not stored).
    pub topic: String,
    /// The number in the topic: raised by one under the row's lock, so order is commit order.
    pub seq: i64,
    /// Past tense and dotted: `post.published`.
    pub kind: Cow<'static, str>,
    /// When.
    pub at: Time,
    /// Ids; what a listener sees is read when it is delivered.
    pub data: Value,
}

impl Announcement {
    /// A change of somebody's rights: heard by the sockets of this process, kept nowhere.
    #[must_use]
    pub fn rights(data: Value, at: Time) -> Self {
        Self { topic: RIGHTS.to_owned(), seq: 0, kind: "rights.changed".into(), at, data }
    }
}

impl Announcement {
    /// Somebody left: the sockets end, and no page that was kept shows the name any more.
    #[must_use]
    pub fn left(member: MemberId, at: Time) -> Self {
        Self::rights(serde_json::json!({ "left": member }), at)
    }
}

/// Forgets what a person's own streams told, and every job laid aside, or every answer kept for a
/// repeated request, in which the person is named.
///
/// # Errors
/// What the database answers.
pub async fn forget(tx: &Tx, subject: &Subject) -> Result<(), Fault> {
    for own in ["inbox", "moderation"] {
        for table in ["events", "streams"] {
            let sql = format!("DELETE FROM {table} WHERE topic = ?");
            tx.run(&sql, vec![format!("{own}:{}", subject.member).into()]).await?;
        }
    }
    let number = format!("%{}%", subject.member);
    let safe = subject.address.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    let (whole, said) = (format!("%\"{safe}\"%"), format!("%{safe}%"));
    let sql = "DELETE FROM jobs WHERE (dead_at IS NOT NULL AND payload LIKE ?) \
               OR LOWER(payload) LIKE ? ESCAPE '!' \
               OR (dead_at IS NOT NULL AND LOWER(last_error) LIKE ? ESCAPE '!')";
    let values = vec![number.clone().into(), whole.into(), said.into()];
    tx.run(sql, values).await?;
    let sql = "DELETE FROM idempotency WHERE body LIKE ?";
    tx.run(sql, vec![number.into()]).await.map(|_| ())
}

/// The topic of changed rights.
pub const RIGHTS: &str = "rights";

fn column(name: &str) -> Alias {
    Alias::new(name)
}

pub(crate) async fn flush_jobs(
    conn: &DatabaseTransaction,
    entropy: &Entropy,
    jobs: &[NewJob],
) -> Result<(), Fault> {
    if jobs.is_empty() {
        return Ok(());
    }
    let columns =
        ["id", "kind", "payload", "dedupe", "run_at", "lease_until", "attempts", "urgency"];
    let mut insert = Query::insert();
    insert.into_table(column("jobs")).columns(columns.map(column));
    for job in jobs {
        let id = JobId::from_uuid(entropy.id(job.run_at));
        insert.values_panic([
            id.into(),
            job.kind.into(),
            job.payload.to_string().into(),
            job.dedupe.clone().into(),
            job.run_at.into(),
            0_i64.into(),
            0_i32.into(),
            (job.urgency as i32).into(),
        ]);
    }
    insert.on_conflict(OnConflict::new().do_nothing().to_owned());
    conn.execute(&insert).await?;
    Ok(())
}

pub(crate) async fn flush_announcements(
    conn: &DatabaseTransaction,
    announcements: &[Announcement],
) -> Result<(), Fault> {
    let stored: Vec<_> = announcements.iter().filter(|one| one.topic != RIGHTS).collect();
    if stored.is_empty() {
        return Ok(());
    }
    let mut insert = Query::insert();
    let columns = ["topic", "seq", "kind", "at", "data"].map(column);
    insert.into_table(column("events")).columns(columns);
    for one in stored {
        insert.values_panic([
            one.topic.clone().into(),
            one.seq.into(),
            one.kind.as_ref().into(),
            one.at.into(),
            one.data.to_string().into(),
        ]);
    }
    conn.execute(&insert).await?;
    Ok(())
}
