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

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

const HEADER: usize = 32;
const FRAME: usize = 24;
/// The size of pages that this program makes.
const USUAL: usize = 4096;
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

/// Looks into the log at `path`, frame by frame.
///
/// # Errors
/// What the file system answers.
pub fn look(path: &Path) -> std::io::Result<Log> {
    match File::open(path) {
        Ok(file) => judge(BufReader::with_capacity(1 << 16, file)),
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

/// Reads a whole piece; `false` at the end, or where only a part of it is left.
fn filled(from: &mut impl Read, piece: &mut [u8]) -> std::io::Result<bool> {
    match from.read_exact(piece) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

fn judge(mut log: impl Read) -> std::io::Result<Log> {
    let mut header = [0; HEADER];
    if !filled(&mut log, &mut header)? {
        return Ok(Log::Whole);
    }
    let size = word(&header, 8) as usize;
    let fits = word(&header, 0) & !1 == MAGIC && size.is_power_of_two() && size >= 512;
    let highest_first = word(&header, 0) & 1 == 1;
    let told = pair(&header, 24);
    let whole = fits && summed((0, 0), &header[..24], highest_first) == told;
    let mut reading = Reading {
        // A header that does not fit tells neither size nor order nor salt: SQLite lets the whole
        // log go, and what the frames say of themselves is tried with the usual ones.
        size: if whole { size } else { USUAL },
        highest_first: whole && highest_first,
        salt: whole.then(|| pair(&header, 16)),
        expected: told,
        before: told,
        number: 0,
        bad: (!whole).then_some(0),
        bad_ends_one: false,
        behind: 0,
    };
    let mut frame = vec![0; FRAME + reading.size];
    while filled(&mut log, &mut frame)? {
        reading.frame(&frame);
    }
    Ok(reading.verdict())
}

/// What was found so far.
struct Reading {
    size: usize,
    highest_first: bool,
    /// By which frames of this log are known; of the first frame, where the header is bad.
    salt: Option<Sum>,
    /// The sum up to the last good frame.
    expected: Sum,
    /// What the frame before says of itself, good or not.
    before: Sum,
    number: usize,
    /// The first frame that does not fit.
    bad: Option<usize>,
    bad_ends_one: bool,
    /// Transactions that end behind it.
    behind: usize,
}

impl Reading {
    fn frame(&mut self, frame: &[u8]) {
        let (salt, told) = (pair(frame, 8), pair(frame, 16));
        let ours = *self.salt.get_or_insert(salt) == salt;
        let ends_one = ours && word(frame, 4) != 0;
        match self.bad {
            None => {
                self.expected = self.sum(self.expected, frame);
                if !ours || told != self.expected {
                    self.bad = Some(self.number);
                    self.bad_ends_one = ends_one;
                }
            }
            // It fits to what the frame before says, though that one may not fit to its own before.
            Some(_) if ends_one && told == self.sum(self.before, frame) => self.behind += 1,
            Some(_) => {}
        }
        self.before = told;
        self.number += 1;
    }

    fn sum(&self, before: Sum, frame: &[u8]) -> Sum {
        let head = summed(before, frame.get(..8).unwrap_or_default(), self.highest_first);
        summed(head, frame.get(FRAME..).unwrap_or_default(), self.highest_first)
    }

    /// One transaction behind a bad frame may be the one that was being written, unless the bad
    /// frame ended one itself: then it had reached the disk before the next was begun.
    fn verdict(&self) -> Log {
        let spared = usize::from(!self.bad_ends_one && self.bad != Some(0));
        match self.bad {
            Some(frame) if self.behind > spared => Log::Damaged {
                at: if frame == 0 { 0 } else { HEADER + frame * (self.size + FRAME) },
                transactions: self.behind,
            },
            _ => Log::Whole,
        }
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
        assert_eq!(judge(&log[..]).unwrap(), Log::Whole);
        for cut in (0..log.len()).step_by(1013) {
            assert_eq!(judge(&log[..cut]).unwrap(), Log::Whole, "cut at {cut}");
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
        for at in (0..HEADER).chain((HEADER..last).step_by(509)) {
            let mut bad = log.clone();
            bad[at] ^= 0x55;
            let found = judge(&bad[..]).unwrap();
            let Log::Damaged { at: place, transactions } = found else {
                panic!("byte {at}: {found:?}")
            };
            assert!(
                place <= at && at < place + frame + HEADER && transactions >= 1,
                "{at} {place}"
            );
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
        let highest_first = word(&log, 0) & 1 == 1;
        let mut head = log[..24].to_vec();
        head[16] ^= 1;
        let sum = summed((0, 0), &head, highest_first);
        let mut fresh = head;
        fresh.extend(sum.0.to_be_bytes());
        fresh.extend(sum.1.to_be_bytes());
        fresh.extend(old);
        assert_eq!(judge(&fresh[..]).unwrap(), Log::Whole);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
