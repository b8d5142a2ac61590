//! What is asked of a WebP before it is decoded. Its reader believes a frame about its own size,
//! and about the tables by which it is packed, before it compares them with the picture's.

use crate::bytes::{u16_le, u32_le};
use crate::{Limits, Refused};

/// Bytes of memory that a byte packed without loss can ask for: fifteen bytes describe a table
/// of four kilobytes, and longer descriptions a little more each.
const TABLES: u64 = 512;

/// Bytes of memory a pixel that tables may take, as much as all else that is decoded here.
const BYTES_PER_PIXEL: u64 = 10;

/// Bytes before the first chunk, and before the chunks within a frame of an animation.
const FILE: usize = 12;
const FRAME: usize = 16;

/// Whether no frame is larger than the picture, nor packed into more tables than there may be.
///
/// # Errors
/// [`Refused::TooManyPixels`], [`Refused::Damaged`] for a frame that is larger than the picture,
/// [`Refused::Lossless`] for one that is packed without loss into more bytes than allowed, which
/// are 780,000 by default.
pub(crate) fn check(bytes: &[u8], limits: &Limits) -> Result<(), Refused> {
    let mut rest = bytes.get(FILE..).unwrap_or_default();
    let mut canvas = None;
    while let Some((name, content)) = chunk(&mut rest) {
        match name {
            b"VP8X" => canvas = canvas.or(extent(content, 4)),
            b"ANMF" => {
                let size = extent(content, 6);
                let mut inner = content.get(FRAME..).unwrap_or_default();
                while let Some((name, content)) = chunk(&mut inner) {
                    frame(name, content, size, limits)?;
                }
            }
            _ => frame(name, content, canvas, limits)?,
        }
    }
    Ok(())
}

/// Takes the next chunk: its name and content. The last may be shorter than it says, as the
/// reader takes it, too.
fn chunk<'a>(rest: &mut &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let (name, length) = (rest.get(..4)?, usize::try_from(u32_le(rest, 4)?).ok()?);
    let behind = rest.get(8..)?;
    let (content, _) = behind.split_at(length.min(behind.len()));
    // An odd length is followed by a byte that stands for nothing.
    *rest = behind.get(length.saturating_add(length % 2)..).unwrap_or_default();
    Some((name, content))
}

/// Width and height, three bytes each and counted from nought.
fn extent(content: &[u8], at: usize) -> Option<(u32, u32)> {
    let three =
        |at: usize| Some(u32::from(u16_le(content, at)?) | u32::from(*content.get(at + 2)?) << 16);
    Some((three(at)? + 1, three(at + 3)? + 1))
}

fn frame(
    name: &[u8],
    content: &[u8],
    most: Option<(u32, u32)>,
    limits: &Limits,
) -> Result<(), Refused> {
    let tables = limits.pixels.saturating_mul(BYTES_PER_PIXEL) / TABLES;
    match name {
        b"VP8L" | b"ALPH" if content.len() as u64 > tables => Err(Refused::Lossless),
        b"VP8 " => {
            let side = |at| u32::from(u16_le(content, at).unwrap_or_default() & 0x3FFF);
            let (width, height) = (side(6), side(8));
            if u64::from(width) * u64::from(height) > limits.pixels {
                return Err(Refused::TooManyPixels);
            }
            let larger = most.is_some_and(|most| width > most.0 || height > most.1);
            if larger { Err(Refused::Damaged) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(chunks: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let each = chunks.iter().map(|(name, content)| {
            let pad = vec![0; content.len() % 2];
            [name.as_bytes(), &(content.len() as u32).to_le_bytes(), content, &pad].concat()
        });
        [&b"RIFF\0\0\0\0WEBP"[..], &each.collect::<Vec<_>>().concat()].concat()
    }

    fn lossy(width: u16, height: u16) -> Vec<u8> {
        [&[0, 0, 0, 0x9D, 1, 0x2A][..], &width.to_le_bytes(), &height.to_le_bytes()].concat()
    }

    fn canvas(side: u8) -> Vec<u8> {
        vec![2, 0, 0, 0, side - 1, 0, 0, side - 1, 0, 0]
    }

    fn checked(chunks: &[(&str, Vec<u8>)]) -> Result<(), Refused> {
        check(&file(chunks), &Limits::default())
    }

    #[test]
    fn a_frame_is_no_larger_than_the_picture() {
        assert_eq!(checked(&[("VP8 ", lossy(9, 9))]), Ok(()));
        assert_eq!(checked(&[("VP8 ", lossy(16_383, 16_383))]), Err(Refused::TooManyPixels));
        assert_eq!(checked(&[("VP8X", canvas(9)), ("VP8 ", lossy(9, 9))]), Ok(()));
        let larger = [("VP8X", canvas(9)), ("EXIF", vec![1]), ("VP8 ", lossy(10, 9))];
        assert_eq!(checked(&larger), Err(Refused::Damaged));
        let inner = file(&[("ALPH", vec![0; 3]), ("VP8 ", lossy(10, 9))]);
        let frame = [&[0; 6][..], &canvas(9)[4..], &[0; 4], &inner[12..]].concat();
        assert_eq!(checked(&[("VP8X", canvas(200)), ("ANMF", frame)]), Err(Refused::Damaged));
    }

    #[test]
    fn what_is_packed_without_loss_is_not_long() {
        assert_eq!(checked(&[("VP8L", vec![0; 488_281])]), Ok(()));
        assert_eq!(checked(&[("VP8L", vec![0; 488_282])]), Err(Refused::Lossless));
        assert_eq!(checked(&[("ALPH", vec![0; 488_282])]), Err(Refused::Lossless));
    }

    #[test]
    fn a_chunk_that_breaks_off_is_looked_at() {
        let mut cut = file(&[("VP8 ", lossy(16_383, 16_383))]);
        cut[16] = 0xFF;
        assert_eq!(check(&cut, &Limits::default()), Err(Refused::TooManyPixels));
        assert_eq!(check(b"RIFF", &Limits::default()), Ok(()));
    }
}
