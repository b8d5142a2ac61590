//! From bytes to a file that may be kept.

use crate::sniff::{Found, sniff};
use crate::{Kind, Refused, document, pdf, picture, table};

/// How much a file may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file, as sent and as kept.
    pub bytes: usize,
    /// Pixels of a picture as sent, width times height.
    pub pixels: u64,
    /// Pixels of the longer side of a picture as kept.
    pub side: u32,
    /// Pixels of the longer side of the small picture.
    pub small: u32,
}

impl Limits {
    /// 8 MiB, 25 million pixels, 2,560 and 800 pixels a side. What telephones take by themselves is
    /// within it; more pixels would ask for more memory than a small server has.
    pub const USUAL: Self =
        Self { bytes: 8 * 1024 * 1024, pixels: 25_000_000, side: 2_560, small: 800 };
}

impl Default for Limits {
    /// [`Limits::USUAL`].
    fn default() -> Self {
        Self::USUAL
    }
}

/// A file that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What it is, which need not be what its name said.
    pub kind: Kind,
    /// What to keep: pixels written anew, text in UTF-8, or a document as it was sent.
    pub bytes: Vec<u8>,
    /// The same picture, of the same kind, no larger than [`Limits::small`] a side; `None` for a
    /// picture that is so small already, and for documents.
    pub small: Option<Vec<u8>>,
    /// Width and height of [`Ready::bytes`] in pixels, as shown; `None` for documents.
    pub size: Option<(u32, u32)>,
}

impl Ready {
    /// A document, which is kept as it is.
    pub(crate) fn document(kind: Kind, bytes: Vec<u8>) -> Self {
        Self { kind, bytes, small: None, size: None }
    }
}

/// Finds out what a file is and makes of it what may be kept. The name, as its sender gives it,
/// decides only whether a text is a table.
///
/// Blocks for up to two or three seconds with the default limits, and takes up to a dozen bytes of
/// memory for each pixel.
///
/// # Errors
/// The first [`Refused`] reason that is met.
pub fn ready(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<Ready, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if bytes.len() > limits.bytes {
        return Err(Refused::TooLarge);
    }
    match sniff(&bytes)? {
        Found::Png => picture::from_png(bytes, limits),
        Found::Jpeg => picture::from_jpeg(bytes, limits),
        Found::Webp => picture::from_webp(bytes, limits),
        Found::Pdf => pdf::check(&bytes).map(|()| Ready::document(Kind::Pdf, bytes)),
        Found::Zip => document::kind(&bytes).map(|kind| Ready::document(kind, bytes)),
        Found::Other => {
            let text = table::text(bytes, name, limits.bytes)?;
            Ok(Ready::document(Kind::Csv, text))
        }
    }
}
