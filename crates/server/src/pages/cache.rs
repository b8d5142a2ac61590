//! Guests' pages, ready and compressed.
//!
//! A page is kept under what it shows, its language and its encoding, with the
//! generation of its subject at the moment *before* it was read. Whatever
//! changes a subject raises its generation with the commit, so a page made
//! from an older state is never handed out again: not even one that was being
//! made while the change was committed.
//!
//! Where one process serves, the generations are counters that follow what it
//! commits; where several share a database, the caller reads them from the row.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use moka::sync::Cache;
use stoa_kernel::Announcement;
use stoa_kernel::outbox::RIGHTS;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::TryRecvError;

const SHARDS: usize = 4096;
/// How many pages that were asked for once are remembered.
const ONCE: usize = 1 << 16;
/// What no thread's event tells of (an author's new name) is shown after this at the latest.
const KEPT: Duration = Duration::from_secs(600);

/// A state of a page's subject: what concerns all pages, and what concerns this one.
pub type Generation = (u64, u64);

/// What is handed out.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The body, encoded.
    pub body: Bytes,
    /// `br`, `gzip` or empty.
    pub encoding: &'static str,
    /// The entity tag, quoted.
    pub etag: String,
    generation: Generation,
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// All kept pages.
pub struct PageCache {
    pages: Cache<String, Kept>,
    subjects: Vec<AtomicU64>,
    all: AtomicU64,
    once: Vec<AtomicU32>,
    heard: Mutex<Receiver<Announcement>>,
}

impl PageCache {
    /// Keeps at most so many MiB; `heard` brings what this process commits.
    #[must_use]
    pub fn new(mib: u64, heard: Receiver<Announcement>) -> Self {
        let pages = Cache::builder()
            .max_capacity(mib * 1024 * 1024)
            .time_to_live(KEPT)
            .weigher(|key: &String, kept: &Kept| {
                u32::try_from(key.len() + kept.body.len() + 256).unwrap_or(u32::MAX)
            })
            .build();
        let subjects = (0..SHARDS).map(|_| AtomicU64::new(0)).collect();
        let once = (0..ONCE).map(|_| AtomicU32::new(0)).collect();
        Self { pages, subjects, all: AtomicU64::new(0), once, heard: Mutex::new(heard) }
    }

    /// Whether a page is worth keeping: it was asked for before, as far as is remembered. Pressing
    /// it well takes as long as making it, and of the many that are asked for once, by machines
    /// that walk everywhere, none is kept for long.
    #[must_use]
    pub fn is_wanted(&self, key: &str) -> bool {
        let sum = hash(key);
        let (place, mark) =
            (usize::try_from(sum % ONCE as u64).unwrap_or(0), (sum >> 32) as u32 | 1);
        let seen = self.once.get(place).map(|slot| slot.swap(mark, Ordering::Relaxed));
        seen == Some(mark)
    }

    fn subject(&self, subject: &str) -> &AtomicU64 {
        let sum = hash(subject);
        let shard = usize::try_from(sum % SHARDS as u64).unwrap_or(0);
        self.subjects.get(shard).unwrap_or(&self.all)
    }

    /// The generation of a subject now; taken before its page is read from the database.
    #[must_use]
    pub fn generation(&self, subject: &str) -> Generation {
        self.catch_up();
        (self.all.load(Ordering::Acquire), self.subject(subject).load(Ordering::Acquire))
    }

    /// The page, if it is kept and was made at this generation.
    #[must_use]
    pub fn find(&self, key: &str, generation: Generation) -> Option<Kept> {
        let found = self.pages.get(key).filter(|kept| kept.generation == generation);
        let hit = if found.is_some() { "yes" } else { "no" };
        metrics::counter!("stoa_pages_asked_total", "kept" => hit).increment(1);
        found
    }

    /// Counts what was committed since the last look: at once, so that nobody
    /// is shown a page from before his own change.
    fn catch_up(&self) {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match heard.try_recv() {
                // A member's own rights change nothing that guests are shown.
                Ok(news) if news.topic == RIGHTS && news.data.get("member").is_some() => {}
                Ok(news) if news.topic == RIGHTS => self.all_changed(),
                Ok(news) => self.changed(&news.topic),
                Err(TryRecvError::Lagged(_)) => self.all_changed(),
                Err(TryRecvError::Empty | TryRecvError::Closed) => return,
            }
        }
    }

    /// Keeps a page made from what was read at `generation`.
    pub fn keep(
        &self,
        key: String,
        generation: Generation,
        encoding: &'static str,
        body: Bytes,
    ) -> Kept {
        let etag = format!("\"{}\"", short_hash(&body));
        let kept = Kept { body, encoding, etag, generation };
        self.pages.insert(key, kept.clone());
        kept
    }

    /// The subject has changed.
    pub fn changed(&self, subject: &str) {
        self.subject(subject).fetch_add(1, Ordering::AcqRel);
    }

    /// Anything may have changed.
    pub fn all_changed(&self) {
        self.all.fetch_add(1, Ordering::AcqRel);
    }
}

fn short_hash(body: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let full = stoa_kernel::secret::hex(&Sha256::digest(body));
    full.chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use stoa_kernel::Time;
    use tokio::sync::broadcast::{Sender, channel};

    const THREAD: &str = "thread:a";

    fn cache() -> (PageCache, Sender<Announcement>) {
        let (told, heard) = channel(2);
        (PageCache::new(1, heard), told)
    }

    fn news(topic: &str) -> Announcement {
        let data = serde_json::Value::Null;
        Announcement {
            topic: topic.into(),
            seq: 1,
            kind: "post.published".into(),
            at: Time(0),
            data,
        }
    }

    fn found(cache: &PageCache) -> bool {
        cache.find("k", cache.generation(THREAD)).is_some()
    }

    fn keep(cache: &PageCache, generation: Generation) {
        cache.keep("k".into(), generation, "", Bytes::from_static(b"page"));
    }

    #[test]
    fn a_page_read_before_a_change_is_not_handed_out_after_it() {
        let (cache, told) = cache();
        let before = cache.generation(THREAD);
        told.send(news(THREAD)).unwrap();
        keep(&cache, before);
        assert!(!found(&cache));
        keep(&cache, cache.generation(THREAD));
        assert!(found(&cache));
    }

    #[test]
    fn other_threads_do_not_matter_but_rights_and_lost_news_do() {
        let (cache, told) = cache();
        keep(&cache, cache.generation(THREAD));
        told.send(news("thread:b")).unwrap();
        assert!(found(&cache));
        told.send(news(RIGHTS)).unwrap();
        assert!(!found(&cache));
        keep(&cache, cache.generation(THREAD));
        for _ in 0..3 {
            told.send(news("thread:c")).unwrap();
        }
        assert!(!found(&cache), "one was lost");
    }
}
