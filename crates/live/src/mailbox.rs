//! What waits for one listener, bounded.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::sync::Notify;

use crate::presence::Reader;

/// Frames that may wait.
pub(crate) const FRAMES: usize = 256;
/// Bytes that may wait.
pub(crate) const BYTES: usize = 1 << 20;

/// Kinds of state that have no number and of which the newest alone counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// Who is there.
    Presence,
    /// Who writes.
    Typing,
}

/// What a listener gets next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Rights have changed: what the listener hears is to be judged again.
    Recheck,
    /// Events were dropped: those after `after` up to and with `to` are to be fetched.
    Gap {
        /// The topic's stored name.
        topic: Arc<str>,
        /// The last number before the gap.
        after: i64,
        /// The last number within it.
        to: i64,
    },
    /// An event, encoded.
    Event {
        /// The topic's stored name.
        topic: Arc<str>,
        /// Its number.
        seq: i64,
        /// The frame.
        frame: Bytes,
    },
    /// Presence or typing, encoded.
    Note(Bytes),
}

#[derive(Debug)]
struct Waiting {
    topic: Arc<str>,
    seq: i64,
    frame: Bytes,
}

#[derive(Debug, Default)]
struct Inside {
    recheck: bool,
    gaps: BTreeMap<Arc<str>, (i64, i64)>,
    events: VecDeque<Waiting>,
    bytes: usize,
    notes: BTreeMap<(Arc<str>, NoteKind), Bytes>,
}

/// One listener's waiting frames.
#[derive(Debug)]
pub(crate) struct Mailbox {
    pub(crate) number: u64,
    pub(crate) reader: Reader,
    inside: Mutex<Inside>,
    wake: Notify,
}

impl Mailbox {
    pub(crate) fn new(number: u64, reader: Reader) -> Self {
        Self { number, reader, inside: Mutex::default(), wake: Notify::new() }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        // Nothing in here can panic halfway: what is inside is whole.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets an event wait; answers whether there was no room, and a gap stands instead.
    pub(crate) fn put(&self, topic: &Arc<str>, seq: i64, frame: &Bytes) -> bool {
        let full = {
            let mut inside = self.inside();
            inside.bytes += frame.len();
            inside.events.push_back(Waiting {
                topic: Arc::clone(topic),
                seq,
                frame: frame.clone(),
            });
            let full = inside.events.len() > FRAMES || inside.bytes > BYTES;
            if full {
                inside.drop_all();
            }
            full
        };
        self.wake.notify_one();
        full
    }

    pub(crate) fn note(&self, topic: &Arc<str>, kind: NoteKind, frame: Bytes) {
        self.inside().notes.insert((Arc::clone(topic), kind), frame);
        self.wake.notify_one();
    }

    pub(crate) fn recheck(&self) {
        self.inside().recheck = true;
        self.wake.notify_one();
    }

    /// Drops all that waits of a topic.
    pub(crate) fn forget(&self, topic: &str) {
        let mut inside = self.inside();
        inside.events.retain(|waiting| &*waiting.topic != topic);
        inside.bytes = inside.events.iter().map(|waiting| waiting.frame.len()).sum();
        inside.gaps.remove(topic);
        inside.notes.retain(|(of, _), _| &**of != topic);
    }

    /// What comes next, if anything waits: rights first, then gaps, then events, then notes.
    pub(crate) fn take(&self) -> Option<Delivery> {
        let mut inside = self.inside();
        if std::mem::take(&mut inside.recheck) {
            return Some(Delivery::Recheck);
        }
        if let Some((topic, (after, to))) = inside.gaps.pop_first() {
            return Some(Delivery::Gap { topic, after, to });
        }
        if let Some(next) = inside.events.pop_front() {
            inside.bytes -= next.frame.len();
            return Some(Delivery::Event { topic: next.topic, seq: next.seq, frame: next.frame });
        }
        inside.notes.pop_first().map(|(_, frame)| Delivery::Note(frame))
    }

    /// Waits until something may wait. Cancelling it loses nothing.
    pub(crate) async fn woken(&self) {
        self.wake.notified().await;
    }

    #[cfg(test)]
    pub(crate) fn waiting(&self) -> (usize, usize) {
        let inside = self.inside();
        (inside.events.len(), inside.bytes)
    }
}

impl Inside {
    /// Empties the queue; a gap per topic tells from where to where. A gap that
    /// still waits grows: the reader is told once.
    fn drop_all(&mut self) {
        for dropped in self.events.drain(..) {
            let gap = self.gaps.entry(dropped.topic).or_insert((dropped.seq - 1, dropped.seq));
            gap.0 = gap.0.min(dropped.seq - 1);
            gap.1 = gap.1.max(dropped.seq);
        }
        self.bytes = 0;
    }
}
