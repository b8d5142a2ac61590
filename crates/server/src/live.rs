//! From committed events to the hub: each announcement becomes one encoded
//! frame, however many listen, in the order of its topic's numbers.
//!
//! What this process commits is heard at once; what another process commits
//! on the same PostgreSQL is found by looking once a second. A topic nobody
//! listens to costs nothing.
//!
//! **A frame says what anybody who may listen may read: it is made from the
//! rows as they are now, never from what they were when it was announced.**

pub mod frames;
pub mod rights;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use sea_orm_migration::sea_orm::DbBackend;
use stoa_kernel::ids::MemberId;
use stoa_kernel::outbox::RIGHTS;
use stoa_kernel::{Announcement, Fault};
use stoa_live::{Bus, News, NoteKind, Reader, Stored, Topic, history};
use stoa_render::Words;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;

/// Counts whose sentence a page brings along; above, one says "more than".
const COUNTED: i64 = 20;

/// What [`counted`] has made, by language and key.
static COUNTS: Mutex<BTreeMap<&'static str, BTreeMap<&'static str, Arc<str>>>> =
    Mutex::new(BTreeMap::new());

/// How often presence and typing are told.
const TICK: Duration = Duration::from_millis(500);
/// How often another process's commits are looked for.
const LOOK: Duration = Duration::from_secs(1);

/// How long sockets may take to close when the program stops.
const DRAIN: Duration = Duration::from_secs(5);

/// After these a listener's right to the thread itself may be gone.
const CLOSING: [&str; 5] =
    ["post.hidden", "post.removed", "post.deleted", "thread.moved", "thread.merged"];

/// The sentences of `key` for 1 to 20, and that of `many` for more, joined by
/// bars: a script counts, and plural rules stay with the catalogue. Made once
/// for each language.
#[must_use]
pub fn counted(w: &Words, key: &'static str, many: &'static str) -> Arc<str> {
    let mut made = COUNTS.lock().unwrap_or_else(PoisonError::into_inner);
    let language = made.entry(w.locale().code()).or_default();
    Arc::clone(language.entry(key).or_insert_with(|| counts(w, key, many).into()))
}

fn counts(w: &Words, key: &str, many: &str) -> String {
    let mut texts: Vec<String> = (1..=COUNTED).map(|n| w.n(key, n)).collect();
    texts.push(w.n(many, COUNTED));
    texts.join("|")
}

/// The sentence about two who write, with places for their names.
#[must_use]
pub fn two_write(w: &Words) -> String {
    w.with("live-typing-two", &[("name", "{name}".into()), ("other", "{other}".into())])
}

/// Feeds the hub until the program stops.
pub async fn feed(app: App) {
    let mut bus = Bus::local(&app.db);
    let (mut tick, mut look) = (interval(TICK), interval(LOOK));
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let shared = app.db.backend() == DbBackend::Postgres;
    loop {
        let done = tokio::select! {
            () = app.stop.cancelled() => return drained(&app).await,
            () = async { tick.tick().await; } => { tell(&app); Ok(()) }
            () = async { look.tick().await; }, if shared => catch_up(&app).await,
            news = bus.next() => match news {
                News::Announced(announcement) => announced(&app, announcement).await,
                News::Missed => missed(&app).await,
                News::Ended => return,
            },
        };
        if let Err(fault) = done {
            tracing::warn!(cause = %fault, "listeners wait for the database");
        }
    }
}

/// Sockets close by themselves when the program stops; it does not end before they have.
async fn drained(app: &App) {
    let mut pause = interval(DRAIN / 100);
    for _ in 0..100 {
        if app.hub.listening() == 0 {
            return;
        }
        pause.tick().await;
    }
}

async fn announced(app: &App, news: Announcement) -> Result<(), Fault> {
    if news.topic == RIGHTS {
        rights_changed(app, &news.data);
        return Ok(());
    }
    let Some(head) = app.hub.head(&news.topic) else {
        return Ok(());
    };
    if head != 0 && news.seq > head + 1 {
        // Two transactions may announce in the other order than they committed.
        let found = history::above(&app.db, &[(news.topic, head)]).await?;
        return publish(app, found).await;
    }
    if news.seq <= head {
        return Ok(());
    }
    let Announcement { topic, seq, kind, at, data } = news;
    publish(app, vec![Stored { topic, seq, kind: kind.into_owned(), at, data }]).await
}

/// Announcements were dropped before they were heard: rows and rights are looked at anew.
async fn missed(app: &App) -> Result<(), Fault> {
    app.hub.recheck(|_| true);
    catch_up(app).await
}

async fn catch_up(app: &App) -> Result<(), Fault> {
    let heads = app.hub.heads();
    // A topic without a number was joined just now: its listener reads the rows itself.
    let known: Vec<_> = heads.into_iter().filter(|(_, head)| *head > 0).collect();
    let found = history::above(&app.db, &known).await?;
    publish(app, found).await
}

async fn publish(app: &App, events: Vec<Stored>) -> Result<(), Fault> {
    let mut topics: BTreeMap<String, Vec<Stored>> = BTreeMap::new();
    for event in events {
        topics.entry(event.topic.clone()).or_default().push(event);
    }
    for (name, events) in topics {
        let Some(topic) = Topic::stored(&name) else {
            continue;
        };
        let closing = events.iter().any(|event| CLOSING.contains(&event.kind.as_str()));
        for (seq, frame) in frames::events(app, topic, &events).await? {
            app.hub.publish(&name, seq, &frame);
        }
        if closing {
            app.hub.recheck_topic(&name);
        }
    }
    Ok(())
}

/// Whose rights changed judges anew; a space's change concerns whoever is in it, so everybody.
fn rights_changed(app: &App, data: &serde_json::Value) {
    let member = data.get("member").or_else(|| data.get("left"));
    let member = member.and_then(serde_json::Value::as_str);
    let member: Option<MemberId> = member.and_then(|id| id.parse().ok());
    match member {
        Some(id) => app.hub.recheck(|reader| reader.member == id),
        None => app.hub.recheck(|_| true),
    }
}

/// Tells who came, went, began and stopped writing since the last time.
fn tell(app: &App) {
    for change in app.hub.tick() {
        let Some(topic) = Topic::stored(&change.topic) else {
            continue;
        };
        if let Some(presence) = change.presence {
            let frame = frames::presence(topic, &presence);
            app.hub.note(&change.topic, NoteKind::Presence, |_| frame.clone());
        }
        if let Some(writing) = change.typing {
            let frame = |who: &Reader| typing(topic, &writing, who);
            app.hub.note(&change.topic, NoteKind::Typing, frame);
        }
    }
}

/// Nobody is told of himself.
fn typing(topic: Topic, writing: &[(MemberId, String)], who: &Reader) -> Bytes {
    let others = writing.iter().filter(|(member, _)| *member != who.member);
    let names: Vec<&str> = others.map(|(_, name)| name.as_str()).collect();
    frames::typing(topic, &names)
}
