//! A zip archive that is whole, tidy and no bomb.
//!
//! A zip archive is read from its end, so that anything can stand before, between and behind its
//! parts, and two readers can see two archives in one file. Here the parts must lie side by side
//! from the first byte to the last, and what is said of an entry twice must agree.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use zip::CompressionMethod;
use zip::read::{ArchiveOffset, Config, ZipArchive};

use crate::Refused;
use crate::bytes::{contains, tail, u16_le, u32_le};

/// Entries of an archive.
const ENTRIES: usize = 10_000;

/// Bytes that all entries unpack to.
const UNPACKED: u64 = 200 * 1024 * 1024;

/// Bytes up to which an entry may be packed as tightly as it likes.
const SMALL: u64 = 1024 * 1024;

/// Bytes that one packed byte may unpack to.
const RATIO: u64 = 200;

/// Bytes of the record that ends an archive.
const END: usize = 22;

/// Bytes of the two further records that some writers put before it (zip64).
const LARGE_END: usize = 76;

/// Lengths of what may follow an entry that was packed before its size was known.
const DESCRIPTORS: [u64; 5] = [0, 12, 16, 20, 24];

/// A zip archive that was found in order.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Names of the entries in lower case: programs differ in whether case counts. In the order
    /// of the directory.
    pub(crate) names: Vec<String>,
}

/// Opens an archive and looks through its directory; what the entries hold is not read yet.
///
/// # Errors
/// [`Refused::Mixed`] for bytes that belong to no entry, [`Refused::Bomb`], [`Refused::Encrypted`],
/// [`Refused::Damaged`] for everything else that is not in order.
pub(crate) fn open(bytes: &[u8]) -> Result<Archive<'_>, Refused> {
    let directory = end(bytes)?;
    let config = Config { archive_offset: ArchiveOffset::Known(0) };
    let mut zip =
        ZipArchive::with_config(config, Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
    let same = zip.central_directory_start() == directory.start;
    if !same || zip.len() != directory.entries {
        return Err(Refused::Damaged);
    }
    let names = entries(&mut zip)?;
    side_by_side(&mut zip, bytes)?;
    // Duplicates, overlaps, and local headers that say otherwise than the directory.
    zip.validate_header_consistency().map_err(|_| Refused::Damaged)?;
    Ok(Archive { zip, names })
}

struct Directory {
    start: u64,
    entries: usize,
}

/// Reads the record at the very end of the file.
fn end(bytes: &[u8]) -> Result<Directory, Refused> {
    let record = tail(bytes, END);
    let without_comment = u16_le(record, 20) == Some(0);
    if !record.starts_with(b"PK\x05\x06") || !without_comment {
        // It stands further in, then: a comment or another file follows.
        let further = contains(tail(bytes, END + 65_535), b"PK\x05\x06");
        return Err(if further { Refused::Mixed } else { Refused::Damaged });
    }
    let number = |at| u32_le(record, at).ok_or(Refused::Damaged);
    let entries = usize::from(u16_le(record, 10).ok_or(Refused::Damaged)?);
    let (length, start) = (u64::from(number(12)?), u64::from(number(16)?));
    if entries > ENTRIES {
        return Err(Refused::Bomb);
    }
    if number(4)? != 0 || u16_le(record, 8) != u16_le(record, 10) {
        return Err(Refused::Damaged);
    }
    match (bytes.len().saturating_sub(END) as u64).checked_sub(start + length) {
        Some(0) => Ok(Directory { start, entries }),
        Some(gap) if gap == LARGE_END as u64 && has_large_end(bytes) => {
            Ok(Directory { start, entries })
        }
        Some(_) => Err(Refused::Mixed),
        None => Err(Refused::Damaged),
    }
}

fn has_large_end(bytes: &[u8]) -> bool {
    let records = tail(bytes, END + LARGE_END);
    records.starts_with(b"PK\x06\x06") && tail(bytes, END + 20).starts_with(b"PK\x06\x07")
}

/// Looks at what the directory says of each entry, and gives their names.
fn entries(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<String>, Refused> {
    let mut names = Vec::with_capacity(zip.len());
    let mut seen = HashSet::with_capacity(zip.len());
    let mut unpacked = 0_u64;
    for index in 0..zip.len() {
        let entry = zip.by_index_raw(index).map_err(|_| Refused::Damaged)?;
        if entry.encrypted() || entry.flags().as_u16() & 0x2041 != 0 {
            return Err(Refused::Encrypted);
        }
        let known =
            matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
        let name = std::str::from_utf8(entry.name_raw()).map_err(|_| Refused::Damaged)?;
        if !known || entry.is_symlink() || !is_tame(name) {
            return Err(Refused::Damaged);
        }
        let (size, packed) = (entry.size(), entry.compressed_size());
        unpacked = unpacked.saturating_add(size);
        if unpacked > UNPACKED || (size > SMALL && size / RATIO > packed) {
            return Err(Refused::Bomb);
        }
        let name = name.to_lowercase();
        if !seen.insert(name.clone()) {
            return Err(Refused::Damaged);
        }
        names.push(name);
    }
    Ok(names)
}

/// Whether a name stays inside whatever it is unpacked into, on every system.
fn is_tame(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('/')
        && !name.contains(['\\', '\0', ':'])
        && !name.split('/').any(|part| part == "..")
}

/// Looks whether the entries follow one another from the first byte to the directory.
fn side_by_side(zip: &mut ZipArchive<Cursor<&[u8]>>, bytes: &[u8]) -> Result<(), Refused> {
    let mut places = Vec::with_capacity(zip.len());
    for index in 0..zip.len() {
        let entry = zip.by_index_raw(index).map_err(|_| Refused::Damaged)?;
        let data = entry.data_start().ok_or(Refused::Damaged)?;
        let end = data.checked_add(entry.compressed_size()).ok_or(Refused::Damaged)?;
        places.push((entry.header_start(), end, entry.flags().is_using_data_descriptor()));
    }
    places.sort_unstable();
    let starts = places.iter().skip(1).map(|place| place.0);
    let starts = starts.chain([zip.central_directory_start()]);
    let mut whole = places.first().is_none_or(|place| place.0 == 0);
    for ((_, end, described), next) in places.iter().zip(starts) {
        // An entry that reaches into the next is damage, found elsewhere as well.
        let gap = next.checked_sub(*end).ok_or(Refused::Damaged)?;
        whole &= gap == 0 || (*described && DESCRIPTORS.contains(&gap));
    }
    let begins = bytes.starts_with(b"PK\x03\x04");
    if whole && begins { Ok(()) } else { Err(Refused::Mixed) }
}

impl Archive<'_> {
    /// The index of the entry of that name, which is in lower case.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// The content of an entry.
    ///
    /// # Errors
    /// [`Refused::Bomb`] when it is longer than so many bytes, [`Refused::Damaged`] when it cannot
    /// be unpacked or there is none.
    pub(crate) fn read(&mut self, index: usize, most: u64) -> Result<Vec<u8>, Refused> {
        let mut content = Vec::new();
        self.each_piece(index, |piece| {
            content.extend_from_slice(piece);
            if content.len() as u64 > most { Err(Refused::Bomb) } else { Ok(()) }
        })?;
        Ok(content)
    }

    /// Where the entry's header stands, and whether it is kept unpacked.
    pub(crate) fn place(&mut self, index: usize) -> Option<(u64, bool)> {
        let entry = self.zip.by_index_raw(index).ok()?;
        Some((entry.header_start(), entry.compression() == CompressionMethod::Stored))
    }

    /// Unpacks an entry and hands it on in pieces of up to 64 KiB, at least one, perhaps empty.
    ///
    /// # Errors
    /// [`Refused::Damaged`] when it does not unpack to what the directory says: neither to other
    /// bytes, nor to more or fewer. And whatever the taker of the pieces finds.
    pub(crate) fn each_piece(
        &mut self,
        index: usize,
        mut take: impl FnMut(&[u8]) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let mut entry = self.zip.by_index(index).map_err(|_| Refused::Damaged)?;
        let (size, mut read) = (entry.size(), 0_u64);
        let mut piece = Vec::with_capacity(64 * 1024);
        loop {
            piece.clear();
            let most = 64 * 1024;
            (&mut entry).take(most).read_to_end(&mut piece).map_err(|_| Refused::Damaged)?;
            read += piece.len() as u64;
            if read > size {
                return Err(Refused::Damaged);
            }
            take(&piece)?;
            if (piece.len() as u64) < most {
                return if read == size { Ok(()) } else { Err(Refused::Damaged) };
            }
        }
    }
}
