//! What is asked of a JPEG before it is decoded. Its reader is forgiving: it fills with grey what
//! is missing, be it all of the picture.

use crate::Refused;
use crate::bytes::{contains, u16_be};

/// Pixels that a byte can stand for: a block of 64 takes a bit at the least.
const PIXELS_PER_BYTE: u64 = 512;

const START_OF_SCAN: u8 = 0xDA;
const END_OF_IMAGE: &[u8] = &[0xFF, 0xD9];

/// Whether a JPEG has an end, and enough in it for a picture of that many pixels.
///
/// # Errors
/// [`Refused::Damaged`] when it does not.
pub(crate) fn check(bytes: &[u8], pixels: u64) -> Result<(), Refused> {
    let scan = scan(bytes).ok_or(Refused::Damaged)?;
    let enough = pixels <= PIXELS_PER_BYTE.saturating_mul(scan.len() as u64);
    if enough && contains(scan, END_OF_IMAGE) { Ok(()) } else { Err(Refused::Damaged) }
}

/// All that follows the first scan's header: pictures within the metadata are passed over.
fn scan(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes.get(2..)?;
    loop {
        match rest {
            // A marker may be filled up in front.
            [0xFF, 0xFF, ..] => rest = rest.get(1..)?,
            [0xFF, marker, ..] => {
                let length = usize::from(u16_be(rest, 2)?).max(2);
                let behind = rest.get(length.checked_add(2)?..)?;
                if *marker == START_OF_SCAN {
                    return Some(behind);
                }
                rest = behind;
            }
            // The reader, too, looks for the next marker over bytes that are none.
            [_, behind @ ..] => rest = behind,
            [] => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_within_the_metadata_is_none() {
        let whole = b"\xFF\xD8\xFF\xE1\x00\x04\xFF\xD9\xFF\xDA\x00\x02data\xFF\xD9";
        assert_eq!(check(whole, 64), Ok(()));
        assert_eq!(check(&whole[..whole.len() - 2], 64), Err(Refused::Damaged));
        assert_eq!(check(whole, 512 * 6 + 1), Err(Refused::Damaged));
        assert_eq!(check(b"\xFF\xD8\xFF", 1), Err(Refused::Damaged));
        assert_eq!(check(b"\xFF\xD8\xFF\xE1\xFF", 1), Err(Refused::Damaged));
    }
}
