//! Why a file is not kept.

use std::fmt;

/// Why a file is not kept. Only the first reason that is met is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// It has more bytes than it may.
    TooLarge,
    /// It is nothing that is kept here, or nothing that is known.
    Unknown,
    /// A drawing that can hold programs.
    Svg,
    /// A GIF, which is not kept.
    Gif,
    /// A picture in HEIC, HEIF or AVIF, as some telephones make them.
    Heic,
    /// A document of Office before 2007 (.doc, .xls, .ppt).
    OldOffice,
    /// It holds macros, controls, embedded programs, or fetches a template from elsewhere.
    Macros,
    /// It is locked with a password.
    Encrypted,
    /// It breaks the rules of its own kind, or breaks off.
    Damaged,
    /// It is a table in an old code page, in which letters cannot be told.
    Encoding,
    /// It has more pixels than may be decoded.
    TooManyPixels,
    /// It is a WebP packed without loss, larger than may be decoded.
    Lossless,
    /// It is an archive that unpacks to too much, or to too many entries.
    Bomb,
    /// It is two kinds of file in one, or something stands before, between or behind its parts.
    Mixed,
    /// It is a zip archive but none of the documents that are kept.
    Archive,
}

impl Refused {
    /// Every reason.
    pub const ALL: [Self; 16] = [
        Self::Empty,
        Self::TooLarge,
        Self::Unknown,
        Self::Svg,
        Self::Gif,
        Self::Heic,
        Self::OldOffice,
        Self::Macros,
        Self::Encrypted,
        Self::Damaged,
        Self::Encoding,
        Self::TooManyPixels,
        Self::Lossless,
        Self::Bomb,
        Self::Mixed,
        Self::Archive,
    ];

    /// The key of the sentence that says so.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "files-refused-empty",
            Self::TooLarge => "files-refused-too-large",
            Self::Unknown => "files-refused-unknown",
            Self::Svg => "files-refused-svg",
            Self::Gif => "files-refused-gif",
            Self::Heic => "files-refused-heic",
            Self::OldOffice => "files-refused-old-office",
            Self::Macros => "files-refused-macros",
            Self::Encrypted => "files-refused-encrypted",
            Self::Damaged => "files-refused-damaged",
            Self::Encoding => "files-refused-encoding",
            Self::Lossless => "files-refused-lossless",
            Self::TooManyPixels => "files-refused-too-many-pixels",
            Self::Bomb => "files-refused-bomb",
            Self::Mixed => "files-refused-mixed",
            Self::Archive => "files-refused-archive",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.key())
    }
}

impl std::error::Error for Refused {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_key_of_its_own() {
        let keys: std::collections::BTreeSet<_> =
            Refused::ALL.iter().map(|why| why.key()).collect();
        assert_eq!(keys.len(), Refused::ALL.len());
        for (why, key) in Refused::ALL.iter().map(|why| (format!("{why:?}"), why.key())) {
            let words = key.trim_start_matches("files-refused-").replace('-', "");
            assert_eq!(words, why.to_lowercase());
        }
    }
}
