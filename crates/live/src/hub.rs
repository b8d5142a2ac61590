//! Who listens to what in this process.

use std::collections::hash_map::DefaultHasher;
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

use crate::mailbox::{Delivery, Mailbox, NoteKind};
use crate::presence::{Change, Crowd, Reader};

/// Topics are kept in so many parts, so that busy ones rarely meet at one lock.
const SHARDS: usize = 16;

#[derive(Debug)]
struct Room {
    name: Arc<str>,
    /// The newest number handed out or known; 0 as long as none is.
    head: i64,
    listeners: Vec<Arc<Mailbox>>,
    crowd: Crowd,
}

type Rooms = HashMap<Arc<str>, Room>;

/// Topics and their listeners. Hands out bytes; what they say, and where they
/// go from a listener, it does not know.
#[derive(Debug)]
pub struct Hub {
    shards: Vec<Mutex<Rooms>>,
    everybody: Mutex<HashMap<u64, Arc<Mailbox>>>,
    next: AtomicU64,
    listening: AtomicUsize,
}

impl Default for Hub {
    fn default() -> Self {
        Self::new()
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic between two steps of one update cannot happen: nothing in between can panic.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Hub {
    /// A hub nobody listens to yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            shards: (0..SHARDS).map(|_| Mutex::default()).collect(),
            everybody: Mutex::default(),
            next: AtomicU64::new(0),
            listening: AtomicUsize::new(0),
        }
    }

    fn with<T>(&self, topic: &str, change: impl FnOnce(&mut Rooms) -> T) -> Option<T> {
        let mut hasher = DefaultHasher::new();
        topic.hash(&mut hasher);
        let place = usize::try_from(hasher.finish() % SHARDS as u64).unwrap_or(0);
        self.shards.get(place).map(|shard| change(&mut locked(shard)))
    }

    /// A new listener, which has joined nothing yet.
    #[must_use]
    pub fn listen(self: &Arc<Self>, reader: Reader) -> Listener {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let mailbox = Arc::new(Mailbox::new(number, reader));
        locked(&self.everybody).insert(number, Arc::clone(&mailbox));
        let count = self.listening.fetch_add(1, Ordering::Relaxed) + 1;
        measure(count);
        Listener { hub: Arc::clone(self), mailbox, joined: HashMap::new() }
    }

    /// How many listen.
    #[must_use]
    pub fn listening(&self) -> usize {
        self.listening.load(Ordering::Relaxed)
    }

    /// Hands an event to all who have joined its topic; answers how many they are.
    pub fn publish(&self, topic: &str, seq: i64, frame: &Bytes) -> usize {
        let handed = self.with(topic, |rooms| {
            let Some(room) = rooms.get_mut(topic) else {
                return (0, 0);
            };
            room.head = room.head.max(seq);
            let full = room.listeners.iter().filter(|one| one.put(&room.name, seq, frame)).count();
            (room.listeners.len(), full)
        });
        let (count, full) = handed.unwrap_or_default();
        metrics::counter!("stoa_live_frames_total").increment(count as u64);
        metrics::counter!("stoa_live_overflows_total").increment(full as u64);
        count
    }

    /// The newest number of a topic that is listened to (0: not known yet);
    /// `None` when nobody listens.
    #[must_use]
    pub fn head(&self, topic: &str) -> Option<i64> {
        self.with(topic, |rooms| rooms.get(topic).map(|room| room.head)).flatten()
    }

    /// Tells the newest number of a topic as the database has it, if none is known yet.
    pub fn seed(&self, topic: &str, seq: i64) {
        self.with(topic, |rooms| {
            if let Some(room) = rooms.get_mut(topic).filter(|room| room.head == 0) {
                room.head = seq;
            }
        });
    }

    /// All topics that are listened to, with their newest numbers.
    #[must_use]
    pub fn heads(&self) -> Vec<(String, i64)> {
        let mut heads = Vec::new();
        for shard in &self.shards {
            let rooms = locked(shard);
            heads.extend(rooms.values().map(|room| (room.name.to_string(), room.head)));
        }
        heads
    }

    /// Leaves the newest state of presence or typing with each who has joined
    /// the topic; `frame` may say something else to each.
    pub fn note(&self, topic: &str, kind: NoteKind, frame: impl Fn(&Reader) -> Bytes) {
        self.with(topic, |rooms| {
            let Some(room) = rooms.get(topic) else { return };
            for one in &room.listeners {
                one.note(&room.name, kind, frame(&one.reader));
            }
        });
    }

    /// Has the listeners that fit judge anew what they may hear.
    pub fn recheck(&self, fits: impl Fn(&Reader) -> bool) {
        for mailbox in locked(&self.everybody).values().filter(|one| fits(&one.reader)) {
            mailbox.recheck();
        }
    }

    /// Has the listeners of one topic judge anew what they may hear.
    pub fn recheck_topic(&self, topic: &str) {
        self.with(topic, |rooms| {
            let listeners = rooms.get(topic).map(|room| room.listeners.iter());
            listeners.into_iter().flatten().for_each(|one| one.recheck());
        });
    }

    /// Everybody who listens, as often as there are listeners.
    #[must_use]
    pub fn readers(&self) -> Vec<Reader> {
        locked(&self.everybody).values().map(|one| one.reader.clone()).collect()
    }

    /// Lets time pass for those who write, and collects what has changed. Called
    /// twice a second, so that a crowd that comes at once is told once.
    #[must_use]
    pub fn tick(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for shard in &self.shards {
            let mut rooms = locked(shard);
            changes.extend(rooms.values_mut().filter_map(|room| room.crowd.tick(&room.name)));
        }
        changes
    }

    fn enter(&self, topic: &str, mailbox: &Arc<Mailbox>, shown: bool) {
        self.with(topic, |rooms| {
            let name: Arc<str> = Arc::from(topic);
            let room = rooms.entry(Arc::clone(&name)).or_insert_with(|| Room {
                name,
                head: 0,
                listeners: Vec::new(),
                crowd: Crowd::default(),
            });
            room.listeners.push(Arc::clone(mailbox));
            if shown {
                room.crowd.enter(&mailbox.reader);
            }
        });
    }

    fn leave(&self, topic: &str, mailbox: &Mailbox, shown: bool) {
        self.with(topic, |rooms| {
            let Some(room) = rooms.get_mut(topic) else {
                return;
            };
            room.listeners.retain(|one| one.number != mailbox.number);
            if shown {
                room.crowd.leave(mailbox.reader.member);
            }
            if room.listeners.is_empty() {
                rooms.remove(topic);
            }
        });
        // After it is out of the room, so that nothing comes in behind.
        mailbox.forget(topic);
    }

    fn crowd(&self, topic: &str, change: impl FnOnce(&mut Crowd)) {
        self.with(topic, |rooms| {
            if let Some(room) = rooms.get_mut(topic) {
                change(&mut room.crowd);
            }
        });
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of listeners is far below 2^52")]
fn measure(listening: usize) {
    metrics::gauge!("stoa_live_listeners").set(listening as f64);
}

/// Somebody who listens to any number of topics; leaves them all when dropped.
#[derive(Debug)]
pub struct Listener {
    hub: Arc<Hub>,
    mailbox: Arc<Mailbox>,
    joined: HashMap<String, bool>,
}

impl Listener {
    /// Joins a topic by its stored name; `shown` counts the person as present.
    /// Joining again changes nothing.
    pub fn join(&mut self, topic: &str, shown: bool) {
        if !self.joined.contains_key(topic) {
            self.joined.insert(topic.to_owned(), shown);
            self.hub.enter(topic, &self.mailbox, shown);
        }
    }

    /// Counts the person as present in a topic that was joined unseen.
    pub fn show(&mut self, topic: &str) {
        if let Some(shown @ false) = self.joined.get_mut(topic) {
            *shown = true;
            self.hub.crowd(topic, |crowd| crowd.enter(&self.mailbox.reader));
        }
    }

    /// Leaves a topic; nothing of it comes any more.
    pub fn leave(&mut self, topic: &str) {
        if let Some(shown) = self.joined.remove(topic) {
            self.hub.leave(topic, &self.mailbox, shown);
        }
    }

    /// The topics joined.
    #[must_use]
    pub fn topics(&self) -> HashSet<String> {
        self.joined.keys().cloned().collect()
    }

    /// Whether the topic is joined.
    #[must_use]
    pub fn hears(&self, topic: &str) -> bool {
        self.joined.contains_key(topic)
    }

    /// How many topics are joined.
    #[must_use]
    pub fn count(&self) -> usize {
        self.joined.len()
    }

    /// Who listens.
    #[must_use]
    pub fn reader(&self) -> &Reader {
        &self.mailbox.reader
    }

    /// The person writes in a topic that is joined and shown.
    pub fn types(&self, topic: &str) {
        if self.joined.get(topic) == Some(&true) {
            self.hub.crowd(topic, |crowd| crowd.write(&self.mailbox.reader));
        }
    }

    /// The person no longer writes there.
    pub fn stops_typing(&self, topic: &str) {
        self.hub.crowd(topic, |crowd| crowd.stop_writing(self.mailbox.reader.member));
    }

    /// What waits, if anything does.
    #[must_use]
    pub fn take(&self) -> Option<Delivery> {
        self.mailbox.take()
    }

    /// What comes next. Cancelling the wait loses nothing.
    pub async fn next(&self) -> Delivery {
        loop {
            if let Some(delivery) = self.mailbox.take() {
                return delivery;
            }
            self.mailbox.woken().await;
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for (topic, shown) in std::mem::take(&mut self.joined) {
            self.hub.leave(&topic, &self.mailbox, shown);
        }
        locked(&self.hub.everybody).remove(&self.mailbox.number);
        measure(self.hub.listening.fetch_sub(1, Ordering::Relaxed).saturating_sub(1));
    }
}

#[cfg(test)]
#[path = "hub_tests.rs"]
mod tests;
