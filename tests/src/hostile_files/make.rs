//! What the hostile files are made of: honest files, and ways to spoil them.

use std::io::{Cursor, Write};

use image::{DynamicImage, ImageFormat, RgbImage};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::Hostile;

pub(super) fn refused(name: &str, bytes: impl Into<Vec<u8>>) -> Hostile {
    Hostile { name: name.to_owned(), bytes: bytes.into(), accepted: None }
}

pub(super) fn accepted(name: &str, kind: &'static str, bytes: impl Into<Vec<u8>>) -> Hostile {
    Hostile { name: name.to_owned(), bytes: bytes.into(), accepted: Some(kind) }
}

pub(super) fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// Puts other bytes in the place of every occurrence.
pub(super) fn changed(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let found: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    assert!(!found.is_empty() && from.len() == to.len(), "nothing to change");
    found.into_iter().for_each(|at| bytes[at..at + to.len()].copy_from_slice(to));
    bytes
}

pub(super) fn deflated(piece: &[u8], times: usize) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(6));
    (0..times).for_each(|_| packed.write_all(piece).expect("memory takes it"));
    packed.finish().expect("memory takes it")
}

/// So many mebibytes of noughts.
pub(super) fn noughts(mebibytes: usize) -> Vec<u8> {
    deflated(&vec![0; 1 << 20], mebibytes)
}

pub(super) fn photo(format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(48, 32, |x, y| image::Rgb([x as u8 * 5, y as u8 * 7, 99]));
    let mut out = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut out, format).expect("memory takes it");
    out.into_inner()
}

pub(super) const PNG: &[u8] = b"\x89PNG\r\n\x1A\n";

pub(super) fn chunk(name: &str, content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(name.as_bytes());
    sum.update(content);
    let length = (content.len() as u32).to_be_bytes();
    joined(&[&length, name.as_bytes(), content, &sum.sum().to_be_bytes()])
}

/// The header of a PNG: sizes, bits a channel, sort of colour, interlacing.
pub(super) fn header(width: u32, height: u32, [bits, colour, interlaced]: [u8; 3]) -> Vec<u8> {
    let rest = [bits, colour, 0, 0, interlaced];
    chunk("IHDR", &joined(&[&width.to_be_bytes(), &height.to_be_bytes(), &rest]))
}

/// A PNG of that header and those chunks.
pub(super) fn png(header: Vec<u8>, chunks: &[Vec<u8>]) -> Vec<u8> {
    joined(&[PNG, &header, &chunks.concat(), &chunk("IEND", b"")])
}

/// A PNG of one grey pixel, with chunks before its content.
pub(super) fn dot(before: &[Vec<u8>]) -> Vec<u8> {
    let content = chunk("IDAT", &deflated(&[0, 99], 1));
    png(header(1, 1, [8, 0, 0]), &[before, &[content]].concat())
}

/// A JPEG with a segment behind its start.
pub(super) fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u16 + 2).to_be_bytes();
    joined(&[&jpeg[..2], &[0xFF, marker], &length, content, &jpeg[2..]])
}

pub(super) const PAGE: &[u8] =
    b"<!DOCTYPE html><html><script>alert(document.cookie)</script></html>";

pub(super) fn pdf(inside: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj\n<< /Type /Catalog {inside} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n")
        .into_bytes()
}

/// An archive of those entries; a `mimetype` is not packed.
pub(super) fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        let stored = *name == "mimetype";
        let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(*name, options).expect("memory takes it");
        zip.write_all(content).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

pub(super) fn jar() -> Vec<u8> {
    archive(&[("META-INF/MANIFEST.MF", b"Main-Class: A\n"), ("A.class", b"\xCA\xFE\xBA\xBE")])
}

pub(super) fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
}
