//! Frames of the live protocol, encoded. The same bytes go over sockets and,
//! as items of a list, over HTTP.

use std::collections::HashMap;

use bytes::Bytes;
use serde::Serialize;
use serde_json::{Value, json};
use stoa_kernel::ids::{MemberId, PostId, ThreadId};
use stoa_kernel::{Fault, Time};
use stoa_live::{Place, Presence, Stored, Topic};
use stoa_threads::views::PostView;

use super::rights;
use crate::api::post;
use crate::app::App;

/// Cities that presence names; the others are in its count.
const CITIES: usize = 20;
/// A post went back to wait for a moderator.
const HIDDEN: &str = "post.hidden";
/// Names that typing tells.
const NAMES: usize = 4;

#[derive(Serialize)]
struct Event<'a> {
    r#type: &'static str,
    topic: String,
    seq: i64,
    kind: &'a str,
    at: Time,
    data: Value,
}

/// Events of one topic as frames, in their order.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn events(
    app: &App,
    topic: Topic,
    stored: &[Stored],
) -> Result<Vec<(i64, Bytes)>, Fault> {
    let values = values(app, topic, stored).await?;
    let seqs = stored.iter().map(|event| event.seq);
    Ok(seqs.zip(values.iter().map(bytes)).collect())
}

/// Events of one topic as JSON, in their order.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn values(app: &App, topic: Topic, stored: &[Stored]) -> Result<Vec<Value>, Fault> {
    let data = match topic {
        Topic::Thread(thread) => of_thread(app, thread, stored).await?,
        Topic::Inbox(member) => of_inbox(app, member, stored).await?,
        Topic::Moderation(member) => of_desk(app, member, stored).await?,
    };
    let frame = |(event, data): (&Stored, Value)| {
        let (seq, kind, at) = (event.seq, event.kind.as_str(), event.at);
        serde_json::to_value(Event { r#type: "event", topic: topic.told(), seq, kind, at, data })
    };
    stored.iter().zip(data).map(frame).collect::<Result<_, _>>().map_err(Fault::broken)
}

fn bytes(value: &Value) -> Bytes {
    Bytes::from(value.to_string())
}

/// Each event carries its post as everybody in the space sees it now; `null`
/// for a post that is nobody's to see any more.
async fn of_thread(app: &App, thread: ThreadId, stored: &[Stored]) -> Result<Vec<Value>, Fault> {
    let named =
        |event: &Stored| -> Option<PostId> { event.data.get("post")?.as_str()?.parse().ok() };
    let mut ids: Vec<PostId> = stored.iter().filter_map(named).collect();
    ids.sort_unstable();
    ids.dedup();
    let posts = posts(app, thread, &ids).await?;
    Ok(stored.iter().map(|event| told(event, named(event), &posts)).collect())
}

/// Who had a post on the page before it was hidden must learn which it was:
/// its id was public then, and says nothing else.
fn told(event: &Stored, post: Option<PostId>, posts: &HashMap<PostId, Value>) -> Value {
    let shown = post.and_then(|id| posts.get(&id));
    if event.kind == HIDDEN {
        json!({ "post": shown, "id": post })
    } else {
        json!({ "post": shown })
    }
}

async fn posts(
    app: &App,
    thread: ThreadId,
    ids: &[PostId],
) -> Result<HashMap<PostId, Value>, Fault> {
    let anybody = rights::anybody();
    let found = stoa_threads::views::posts_by_ids(&app.db, &anybody, ids).await?;
    // A post that was moved to another thread is told there, to those who may listen there.
    let here = found.into_iter().map(|card| card.post).filter(|post| post.thread == thread);
    let here: Vec<PostView> = here.map(|post| PostView { markdown: None, ..post }).collect();
    let shapes = post::all(app, &anybody, &here).await?;
    let shape = |(post, out)| Ok((post, serde_json::to_value(out).map_err(Fault::broken)?));
    here.iter().map(|post| post.id).zip(shapes).map(shape).collect()
}

/// Each notice comes with how many wait now.
async fn of_inbox(app: &App, member: MemberId, stored: &[Stored]) -> Result<Vec<Value>, Fault> {
    let unread = match stoa_accounts::views::actor(&app.db, member).await? {
        Some(actor) => stoa_digests::notices::unread(&app.db, &actor).await?,
        None => 0,
    };
    let told = |event: &Stored| json!({ "notice": event.data.get("notice"), "unread": unread });
    Ok(stored.iter().map(told).collect())
}

/// Each case comes with how many wait for this moderator now.
async fn of_desk(app: &App, member: MemberId, stored: &[Stored]) -> Result<Vec<Value>, Fault> {
    let open = match stoa_accounts::views::actor(&app.db, member).await? {
        Some(actor) => stoa_moderation::views::tally(&app.db, &actor).await?.badge,
        None => 0,
    };
    let told = |event: &Stored| json!({ "case": event.data.get("case"), "open": open });
    Ok(stored.iter().map(told).collect())
}

/// Who is there: `{"type":"presence","topic","count","cities":[{"city","count"}]}`.
#[must_use]
pub fn presence(topic: Topic, now: &Presence) -> Bytes {
    let mut cities: Vec<&(Place, usize)> = now.cities.iter().collect();
    cities.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let city = |(place, count): &&(Place, usize)| json!({ "city": place, "count": count });
    let cities: Vec<Value> = cities.iter().take(CITIES).map(city).collect();
    let told = topic.told();
    bytes(&json!({"type": "presence", "topic": told, "count": now.count, "cities": cities}))
}

/// Who writes: `{"type":"typing","topic","names"}`.
#[must_use]
pub fn typing(topic: Topic, names: &[&str]) -> Bytes {
    let names: Vec<&&str> = names.iter().take(NAMES).collect();
    bytes(&json!({"type": "typing", "topic": topic.told(), "names": names}))
}

/// The beginning of a connection.
#[must_use]
pub fn hello(session: &str, heartbeat_s: u64) -> Bytes {
    bytes(&json!({"type": "hello", "session": session, "heartbeat_s": heartbeat_s}))
}

/// A topic was joined; `seq` is its newest number.
#[must_use]
pub fn joined(topic: Topic, epoch: &str, seq: i64) -> Bytes {
    bytes(&json!({"type": "joined", "topic": topic.told(), "epoch": epoch, "seq": seq}))
}

/// Events after `after` up to and with `to` are to be fetched over HTTP.
#[must_use]
pub fn gap(topic: Topic, after: i64, to: i64) -> Bytes {
    bytes(&json!({"type": "gap", "topic": topic.told(), "after": after, "to": to}))
}

/// What is known of the topic is void: start again.
#[must_use]
pub fn reset(topic: Topic) -> Bytes {
    bytes(&json!({"type": "reset", "topic": topic.told()}))
}

/// A topic is no longer heard: the right to it was lost, or it was left.
#[must_use]
pub fn left(topic: &str, code: &str) -> Bytes {
    bytes(&json!({"type": "left", "topic": topic, "code": code}))
}

/// The answer to a ping.
#[must_use]
pub fn pong() -> Bytes {
    Bytes::from_static(br#"{"type":"pong"}"#)
}

/// Something was wrong with a frame.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wrong<'a> {
    /// For programs.
    pub code: &'static str,
    /// The topic it was about.
    pub topic: Option<&'a str>,
    /// The key of the text it carried.
    pub once: Option<&'a str>,
}

/// A frame was not taken; `detail` is a sentence in the listener's language.
#[must_use]
pub fn error(wrong: Wrong<'_>, detail: &str) -> Bytes {
    #[derive(Serialize)]
    struct Refused<'a> {
        r#type: &'static str,
        code: &'static str,
        detail: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        topic: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        once: Option<&'a str>,
    }
    let Wrong { code, topic, once } = wrong;
    let refused = Refused { r#type: "error", code, detail, topic, once };
    Bytes::from(serde_json::to_vec(&refused).unwrap_or_default())
}
