//! A look into SQLite's write-ahead log before it is opened.
//!
//! SQLite reads its log up to the first frame whose checksum does not fit, and
//! takes that for the end, whatever stands behind it: a byte that went bad in
//! the middle loses every later transaction without a word. A log whose last
//! transaction was being written when the power went is read up to there as
//! well, and that is right: nobody was told it was kept.
//!
//! The two are told apart by what follows: a transaction is acknowledged once
//! it has reached the disk, and only then the next is written. So behind a bad
//! frame there may be the rest of one transaction, and no second one.
//!
//! Source: the file format of SQLite, section 4 (the write-ahead log).

use std::path::Path;

const HEADER: usize = 32;
const FRAME: usize = 24;
/// Checksums over words with the lowest byte first, or (odd) with the highest.
const MAGIC: u32 = 0x377f_0682;

/// What became of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    /// There is none.
    Absent,
    /// Every transaction that was acknowledged can be read.
    Whole,
    /// Transactions that were acknowledged would be lost.
    Damaged {
        /// The first byte of the frame that does not fit.
        at: usize,
        /// How many transactions stand behind it, one of which may not have been acknowledged.
        transactions: usize,
    },
}

/// Looks into the log at `path`; reads all of it, a few megabytes as a rule.
///
/// # Errors
/// What the file system answers.
pub fn look(path: &Path) -> std::io::Result<Log> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(judge(&bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Log::Absent),
        Err(error) => Err(error),
    }
}

type Sum = (u32, u32);

/// The numbers that stand at the head of the log, or of a frame.
fn word(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    u32::from_be_bytes(four.unwrap_or_default())
}

fn pair(bytes: &[u8], at: usize) -> Sum {
    (word(bytes, at), word(bytes, at + 4))
}

fn summed(mut sum: Sum, bytes: &[u8], highest_first: bool) -> Sum {
    let number = |four: &[u8]| {
        let four = four.try_into().unwrap_or_default();
        if highest_first { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
    };
    for eight in bytes.chunks_exact(8) {
        let (first, second) = eight.split_at(4);
        sum.0 = sum.0.wrapping_add(number(first)).wrapping_add(sum.1);
        sum.1 = sum.1.wrapping_add(number(second)).wrapping_add(sum.0);
    }
    sum
}

/// A log, taken apart.
struct Frames<'b> {
    bytes: &'b [u8],
    highest_first: bool,
    size: usize,
    salt: Sum,
    header: Sum,
}

fn judge(bytes: &[u8]) -> Log {
    if bytes.len() <= HEADER {
        return Log::Whole;
    }
    let size = word(bytes, 8) as usize;
    if word(bytes, 0) & !1 != MAGIC || !size.is_power_of_two() || size < 512 {
        return Log::Damaged { at: 0, transactions: (bytes.len() - HEADER).div_ceil(4096) };
    }
    let frames = Frames {
        bytes,
        highest_first: word(bytes, 0) & 1 == 1,
        size,
        salt: pair(bytes, 16),
        header: pair(bytes, 24),
    };
    frames.judge()
}

impl Frames<'_> {
    fn judge(&self) -> Log {
        let head = self.bytes.get(..24).unwrap_or_default();
        let whole = summed((0, 0), head, self.highest_first) == self.header;
        let good = if whole { self.good() } else { 0 };
        let behind = (good + 1..self.count()).filter(|frame| self.ends_one(*frame));
        let from = if whole { 2 } else { 1 };
        match behind.count() {
            some if some >= from => Log::Damaged { at: self.place(good), transactions: some },
            _ => Log::Whole,
        }
    }

    fn count(&self) -> usize {
        (self.bytes.len() - HEADER) / (self.size + FRAME)
    }

    fn place(&self, frame: usize) -> usize {
        HEADER + frame * (self.size + FRAME)
    }

    fn frame(&self, frame: usize) -> &[u8] {
        let at = self.place(frame);
        self.bytes.get(at..at + FRAME + self.size).unwrap_or_default()
    }

    /// How many frames from the beginning SQLite reads.
    fn good(&self) -> usize {
        let mut sum = self.header;
        (0..self.count())
            .find(|number| {
                sum = self.sum_of(*number, sum);
                let frame = self.frame(*number);
                pair(frame, 8) != self.salt || pair(frame, 16) != sum
            })
            .unwrap_or(self.count())
    }

    fn sum_of(&self, frame: usize, before: Sum) -> Sum {
        let frame = self.frame(frame);
        let head = summed(before, frame.get(..8).unwrap_or_default(), self.highest_first);
        summed(head, frame.get(FRAME..).unwrap_or_default(), self.highest_first)
    }

    /// Whether a frame of this log, and not of an earlier one, ends a transaction. It fits to what
    /// the frame before says of itself, though that one may not fit to its own before.
    fn ends_one(&self, number: usize) -> bool {
        let frame = self.frame(number);
        let before = pair(self.frame(number - 1), 16);
        word(frame, 4) != 0
            && pair(frame, 8) == self.salt
            && pair(frame, 16) == self.sum_of(number, before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::Connection;
    use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode};

    /// A database whose log holds thirty transactions, copied while it was open.
    async fn written() -> (std::path::PathBuf, Vec<u8>) {
        let name =
            format!("stoa-wal-{}", crate::secret::hex(&crate::Entropy::system().bytes::<8>()));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join("a.db");
        let options = SqliteConnectOptions::new()
            .filename(&path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal);
        let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
        sqlx::query("CREATE TABLE a (id INTEGER PRIMARY KEY, t TEXT)")
            .execute(&mut conn)
            .await
            .unwrap();
        for number in 0..30 {
            // Some take several pages.
            let text = "x".repeat(if number % 3 == 0 { 9000 } else { 10 });
            let insert = sqlx::query("INSERT INTO a (t) VALUES (?)").bind(text);
            insert.execute(&mut conn).await.unwrap();
        }
        let log = std::fs::read(folder.join("a.db-wal")).unwrap();
        drop(conn);
        (folder, log)
    }

    #[tokio::test]
    async fn a_log_is_whole_at_whatever_byte_its_writing_was_cut() {
        let (folder, log) = written().await;
        assert_eq!(judge(&log), Log::Whole);
        for cut in (0..log.len()).step_by(1013) {
            assert_eq!(judge(&log[..cut]), Log::Whole, "cut at {cut}");
        }
        assert_eq!(look(&folder.join("none")).unwrap(), Log::Absent);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[tokio::test]
    async fn a_byte_gone_bad_before_the_last_transactions_is_noticed() {
        let (folder, log) = written().await;
        let frame = FRAME + 4096;
        let last = log.len() - 8 * frame;
        let mut noticed = 0;
        for at in (0..last).step_by(509) {
            let mut bad = log.clone();
            bad[at] ^= 0x55;
            let found = judge(&bad);
            let Log::Damaged { at: place, transactions } = found else {
                panic!("byte {at}: {found:?}")
            };
            assert!(place <= at && at < place + frame + HEADER && transactions >= 1);
            noticed += 1;
        }
        assert!(noticed > 100);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[tokio::test]
    async fn frames_of_an_earlier_log_behind_the_end_are_no_loss() {
        let (folder, mut log) = written().await;
        // As after a checkpoint: a new head and one frame over the old ones.
        let frame = FRAME + 4096;
        let old = log.split_off(HEADER + frame);
        let half = Frames {
            bytes: &log,
            highest_first: word(&log, 0) & 1 == 1,
            size: 4096,
            salt: (0, 0),
            header: (0, 0),
        };
        let mut head = log[..24].to_vec();
        head[16] ^= 1;
        let sum = summed((0, 0), &head, half.highest_first);
        let mut fresh = head;
        fresh.extend(sum.0.to_be_bytes());
        fresh.extend(sum.1.to_be_bytes());
        fresh.extend(old);
        assert_eq!(judge(&fresh), Log::Whole);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
