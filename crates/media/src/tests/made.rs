//! Files as honest programs write them.

use std::io::{Cursor, Write};

use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A picture in which every pixel differs from its neighbours.
pub(super) fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x * 5) as u8, (y * 7) as u8, ((x * y) >> 3) as u8])
    })
}

/// The same with a transparent corner.
pub(super) fn sheer(width: u32, height: u32) -> RgbaImage {
    let mut sheer = DynamicImage::ImageRgb8(picture(width, height)).into_rgba8();
    sheer.put_pixel(0, 0, image::Rgba([9, 9, 9, 0]));
    sheer
}

pub(super) fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.into().write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// EXIF that tells how the camera was held, and where.
pub(super) fn exif(orientation: u16) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x02".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01");
    exif.extend(orientation.to_be_bytes());
    exif.extend(b"\0\0\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0");
    exif.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0GPS-52.5N");
    exif
}

/// A JPEG with a segment put right behind its start.
pub(super) fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, content, &jpeg[2..]].concat()
}

pub(super) fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(name);
    crc.update(content);
    let length = (content.len() as u32).to_be_bytes();
    [&length, &name[..], content, &crc.sum().to_be_bytes()].concat()
}

/// A PNG with a chunk put right behind its header.
pub(super) fn with_chunk(png: &[u8], name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&png[..33], &chunk(name, content), &png[33..]].concat()
}

/// So many noughts, packed.
pub(super) fn packed_noughts(length: usize) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let piece = vec![0; 1 << 20];
    for _ in 0..length / piece.len() {
        packed.write_all(&piece).unwrap();
    }
    packed.finish().unwrap()
}

/// An archive of those entries in that order; a `mimetype` is not packed.
pub(super) fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        let method = match *name {
            "mimetype" => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A list of types that names those.
pub(super) fn types(names: &[&str]) -> String {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Types xmlns=\"t\">";
    let each = names.iter().enumerate().map(|(number, name)| {
        format!("<Override PartName=\"/p{number}\" ContentType=\"application/{name}\"/>")
    });
    format!("{head}{}</Types>", each.collect::<String>())
}

pub(super) const TEXT: &str =
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
pub(super) const SHEET: &str = "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/// A list with one relation.
pub(super) fn relation(kind: &str, target: &str, mode: &str) -> String {
    format!(
        "<Relationships><Relationship Id='r1' Type='http://o.org/relationships/{kind}' \
         Target='{target}' TargetMode='{mode}'/></Relationships>"
    )
}

/// A document of Word, and whatever else it shall hold.
pub(super) fn docx(more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types(&[TEXT]);
    let main = "<w:document><w:p>Hello</w:p></w:document>".repeat(20);
    let start: [(&str, &[u8]); 2] =
        [("[Content_Types].xml", types.as_bytes()), ("word/document.xml", main.as_bytes())];
    archive(&[&start[..], more].concat())
}

pub(super) fn xlsx(more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types(&[SHEET]);
    let start: [(&str, &[u8]); 2] =
        [("[Content_Types].xml", types.as_bytes()), ("xl/workbook.xml", b"<workbook/>")];
    archive(&[&start[..], more].concat())
}

pub(super) fn odt(more: &[(&str, &[u8])]) -> Vec<u8> {
    let start: [(&str, &[u8]); 2] = [
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office:document-content/>"),
    ];
    archive(&[&start[..], more].concat())
}

pub(super) fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n".to_vec()
}
