//! Guests' pages, ready and compressed.
//!
//! A page is kept under what it shows, its language and its encoding, with the
//! generation of its subject at the moment *before* it was read. Whatever
//! changes a subject raises its generation after the commit, so a page made
//! from an older state is never handed out again: not even one that was being
//! made while the change was committed.

use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use moka::sync::Cache;

const SHARDS: usize = 4096;

/// What is handed out.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The body, encoded.
    pub body: Bytes,
    /// `br`, `gzip` or empty.
    pub encoding: &'static str,
    /// The entity tag, quoted.
    pub etag: String,
    generation: (u64, u64),
}

/// All kept pages.
pub struct PageCache {
    pages: Cache<String, Kept>,
    subjects: Vec<AtomicU64>,
    all: AtomicU64,
}

impl PageCache {
    /// Keeps at most so many MiB.
    #[must_use]
    pub fn new(mib: u64) -> Self {
        let pages = Cache::builder()
            .max_capacity(mib * 1024 * 1024)
            .weigher(|key: &String, kept: &Kept| {
                u32::try_from(key.len() + kept.body.len() + 256).unwrap_or(u32::MAX)
            })
            .build();
        let subjects = (0..SHARDS).map(|_| AtomicU64::new(0)).collect();
        Self { pages, subjects, all: AtomicU64::new(0) }
    }

    fn subject(&self, subject: &str) -> &AtomicU64 {
        let sum = subject.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let shard = usize::try_from(sum % SHARDS as u64).unwrap_or(0);
        self.subjects.get(shard).unwrap_or(&self.all)
    }

    /// The generation of a subject now; taken before its page is read from the database.
    #[must_use]
    pub fn generation(&self, subject: &str) -> (u64, u64) {
        (self.all.load(Ordering::Acquire), self.subject(subject).load(Ordering::Acquire))
    }

    /// The page, if it is kept and nothing has changed since.
    #[must_use]
    pub fn find(&self, key: &str, subject: &str) -> Option<Kept> {
        let kept = self.pages.get(key)?;
        (kept.generation == self.generation(subject)).then_some(kept)
    }

    /// Keeps a page made from what was read at `generation`.
    pub fn keep(&self, key: String, generation: (u64, u64), encoding: &'static str, body: Bytes) -> Kept {
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

    #[test]
    fn a_page_read_before_a_change_is_not_handed_out_after_it() {
        let cache = PageCache::new(1);
        let before = cache.generation("thread:a");
        cache.changed("thread:a");
        cache.keep("k".into(), before, "", Bytes::from_static(b"old"));
        assert!(cache.find("k", "thread:a").is_none());
        cache.keep("k".into(), cache.generation("thread:a"), "", Bytes::from_static(b"new"));
        assert!(cache.find("k", "thread:a").is_some());
        cache.all_changed();
        assert!(cache.find("k", "thread:a").is_none());
    }
}
