//! The parts of a PNG that make the picture, without the rest.
//!
//! Comments and colour profiles in a PNG are packed, and a few kilobytes can unpack to gigabytes.
//! The reader is therefore never shown them: nor the frames of an animation, of which the first
//! is the picture itself, nor anything behind the end.

use crate::Refused;
use crate::bytes::u32_be;

/// Bytes before the first part.
const SIGNATURE: usize = 8;

/// Bytes of a part beside its content: length, name and sum.
const FRAME: usize = 12;

/// Parts that the picture consists of.
const PICTURE: [&[u8]; 4] = [b"PLTE", b"tRNS", b"IDAT", b"IEND"];

/// A PNG of its essential parts.
#[derive(Debug)]
pub(crate) struct Essence {
    pub(crate) bytes: Vec<u8>,
    /// Width and height in pixels, as the header says.
    pub(crate) size: (u32, u32),
}

/// Copies the essential parts of a PNG.
///
/// # Errors
/// [`Refused::Damaged`] when the parts do not follow one another from the header to the end.
pub(crate) fn essence(bytes: &[u8]) -> Result<Essence, Refused> {
    parts(bytes).ok_or(Refused::Damaged)
}

fn parts(bytes: &[u8]) -> Option<Essence> {
    let (signature, mut rest) = bytes.split_at_checked(SIGNATURE)?;
    let (header, mut turned, mut picture) = (part(&mut rest)?, None, Vec::new());
    if header.0 != b"IHDR" {
        return None;
    }
    loop {
        let (name, whole) = part(&mut rest)?;
        match name {
            // It may stand behind the picture, where the reader would come too late upon it.
            b"eXIf" => turned = turned.or(Some(whole)),
            name if PICTURE.contains(&name) => picture.push(whole),
            _ => {}
        }
        if name == b"IEND" {
            break;
        }
    }
    let size = (u32_be(header.1, SIGNATURE)?, u32_be(header.1, SIGNATURE + 4)?);
    let start = [signature, header.1, turned.unwrap_or_default()];
    Some(Essence { bytes: [start.concat(), picture.concat()].concat(), size })
}

/// Takes the next part: its name, and the whole of it.
fn part<'a>(rest: &mut &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let length = usize::try_from(u32_be(rest, 0)?).ok()?;
    let (whole, behind) = rest.split_at_checked(length.checked_add(FRAME)?)?;
    *rest = behind;
    Some((whole.get(4..8)?, whole))
}
