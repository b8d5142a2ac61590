//! What a file is, by its first bytes. Only the very beginning counts: a signature further in
//! belongs to something that another program may take for another kind.

use crate::Refused;
use crate::bytes::{contains, contains_any_case, head};

/// What the first bytes promise; whether it is true, the reader of that kind finds out.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Png,
    Jpeg,
    Webp,
    Pdf,
    /// A zip archive, perhaps a document.
    Zip,
    /// Perhaps text.
    Other,
}

/// Microsoft's file of files, in which Office kept documents before 2007 and keeps macros now.
pub(crate) const OLE2: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Brands of pictures in the container of MPEG-4, in which HEIC and AVIF are kept.
const STILLS: [&[u8; 4]; 12] = [
    b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1",
    b"avif", b"avis",
];

/// Bytes in which a drawing shows what it is.
const DRAWING: usize = 4_096;

/// The name of the stream in which Office keeps a locked document.
const LOCKED: &str = "EncryptedPackage";

/// Tells by the first bytes what a file is.
///
/// # Errors
/// The kinds that are known and not kept: [`Refused::Gif`], [`Refused::Svg`], [`Refused::Heic`],
/// [`Refused::OldOffice`], [`Refused::Encrypted`], and [`Refused::Archive`] for an empty one.
pub(crate) fn sniff(bytes: &[u8]) -> Result<Found, Refused> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Found::Png),
        [0xFF, 0xD8, 0xFF, ..] => Ok(Found::Jpeg),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Found::Webp),
        [b'%', b'P', b'D', b'F', b'-', ..] => Ok(Found::Pdf),
        [b'P', b'K', 3, 4, ..] => Ok(Found::Zip),
        [b'P', b'K', 5, 6, ..] => Err(Refused::Archive),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Err(Refused::Gif),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if still(brand) => Err(Refused::Heic),
        _ if bytes.starts_with(OLE2) => Err(old_office(bytes)),
        _ if is_drawing(bytes) => Err(Refused::Svg),
        _ => Ok(Found::Other),
    }
}

fn still(brand: &[u8]) -> bool {
    STILLS.iter().any(|known| brand.starts_with(*known))
}

/// A locked document of today's Office lies in a file of the old kind.
fn old_office(bytes: &[u8]) -> Refused {
    let name: Vec<u8> = LOCKED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    if contains(bytes, &name) { Refused::Encrypted } else { Refused::OldOffice }
}

/// A page of HTML may hold a drawing and is none.
fn is_drawing(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let start = head(text, DRAWING);
    text.starts_with(b"<")
        && contains_any_case(start, b"<svg")
        && !contains_any_case(start, b"<html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_decide() {
        assert_eq!(sniff(b"\x89PNG\r\n\x1A\nrest"), Ok(Found::Png));
        assert_eq!(sniff(b"RIFF\0\0\0\0WEBPVP8 "), Ok(Found::Webp));
        assert_eq!(sniff(b"%PDF-1.7"), Ok(Found::Pdf));
        assert_eq!(sniff(b" %PDF-1.7"), Ok(Found::Other));
        assert_eq!(sniff(b"GIF89a"), Err(Refused::Gif));
        assert_eq!(sniff(b"\0\0\0\x18ftypheic"), Err(Refused::Heic));
        assert_eq!(sniff(b"\0\0\0\x18ftypisom"), Ok(Found::Other));
        assert_eq!(sniff(b"PK\x05\x06"), Err(Refused::Archive));
        assert_eq!(sniff(b""), Ok(Found::Other));
    }

    #[test]
    fn drawings_are_known() {
        assert_eq!(sniff(b"<svg xmlns='x'/>"), Err(Refused::Svg));
        assert_eq!(
            sniff(b"\xEF\xBB\xBF \n<?xml version='1.0'?><!-- a --><SVG/>"),
            Err(Refused::Svg)
        );
        assert_eq!(sniff(b"<html><svg/></html>"), Ok(Found::Other));
        assert_eq!(sniff(b"name,<svg>"), Ok(Found::Other));
    }

    #[test]
    fn a_locked_document_is_told_from_an_old_one() {
        let old = [OLE2, b"WordDocument"].concat();
        assert_eq!(sniff(&old), Err(Refused::OldOffice));
        let name: Vec<u8> = LOCKED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(sniff(&[OLE2, &name].concat()), Err(Refused::Encrypted));
    }
}
