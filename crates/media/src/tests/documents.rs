use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::made::*;
use super::tried;
use crate::{Kind, Refused};

fn why(bytes: &[u8]) -> Refused {
    tried(bytes).unwrap_err()
}

fn change(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    let places: Vec<usize> =
        (0..=bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    assert!(!places.is_empty());
    places.into_iter().for_each(|at| bytes[at..at + to.len()].copy_from_slice(to));
}

#[test]
fn honest_documents_are_kept_as_they_are() {
    let link = relation("hyperlink", "https://example.org/frame", "External");
    let more: [(&str, &[u8]); 3] = [
        ("word/_rels/document.xml.rels", link.as_bytes()),
        ("word/media/image1.png", b"\x89PNG"),
        ("word/embeddings/table.xlsx", b"PK"),
    ];
    for (bytes, kind) in [
        (docx(&more), Kind::Docx),
        (xlsx(&[("xl/worksheets/sheet1.xml", b"<worksheet/>")]), Kind::Xlsx),
        (odt(&[("Pictures/日.png", b"x"), ("Object 1/content.xml", b"<a/>")]), Kind::Odt),
        (pdf(), Kind::Pdf),
    ] {
        let kept = tried(&bytes).unwrap();
        assert_eq!((kept.kind, kept.small, kept.size), (kind, None, None));
        assert_eq!(kept.bytes, bytes);
    }
}

#[test]
fn other_archives_are_none() {
    assert_eq!(why(&archive(&[("a.txt", b"x")])), Refused::Archive);
    let epub: &[u8] = b"application/epub+zip";
    assert_eq!(why(&archive(&[("mimetype", epub), ("content.opf", b"x")])), Refused::Archive);
    let slides = types(&["vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"]);
    let slides =
        archive(&[("[Content_Types].xml", slides.as_bytes()), ("ppt/presentation.xml", b"x")]);
    assert_eq!(why(&slides), Refused::Archive);
    let late: &[u8] = b"application/vnd.oasis.opendocument.text";
    assert_eq!(why(&archive(&[("content.xml", b"x"), ("mimetype", late)])), Refused::Damaged);
}

#[test]
fn macros_are_refused_wherever_they_are() {
    let ole: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest";
    for name in [
        "word/vbaProject.bin",
        "word/VBAPROJECT.BIN",
        "word/vbaData.xml",
        "word/activeX/activeX1.xml",
        "word/embeddings/oleObject1.bin",
        "xl/macrosheets/sheet1.xml",
        "Basic/Standard/Module1.xml",
        "Scripts/python/a.py",
    ] {
        assert_eq!(why(&docx(&[(name, b"x")])), Refused::Macros, "{name}");
        assert_eq!(why(&odt(&[(name, b"x")])), Refused::Macros, "{name}");
    }
    assert_eq!(why(&docx(&[("word/media/image1.png", ole)])), Refused::Macros);
    assert_eq!(why(&odt(&[("Object 1", ole)])), Refused::Macros);
    let call = [b" ".repeat(65_530), b"vnd.sun.star.script:".to_vec()].concat();
    assert_eq!(why(&odt(&[("Object 1/content.xml", &call)])), Refused::Macros);
    let types = types(&["vnd.ms-word.document.macroEnabled.main+xml"]);
    let docm = [("[Content_Types].xml", types.as_bytes()), ("word/document.xml", b"x")];
    assert_eq!(why(&archive(&docm)), Refused::Macros);
}

#[test]
fn templates_from_elsewhere_are_refused() {
    let with = |text: &[u8]| docx(&[("word/_rels/settings.xml.rels", text)]);
    let text = relation("attachedTemplate", "http://e.org/a.dotm", "External");
    assert_eq!(why(&with(text.as_bytes())), Refused::Macros);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(why(&with(&wide)), Refused::Macros);
    let hidden = text.replace("External", "&#69;xternal").replace("Template", "&#x54;emplate");
    assert_eq!(why(&with(hidden.as_bytes())), Refused::Macros);
    let masked = text.replace("Target='", &["Target='x", "Type=\"hyperlink\"", ""].join(" "));
    assert_eq!(why(&with(masked.as_bytes())), Refused::Macros);
    let own = relation("attachedTemplate", "own.dotx", "Internal");
    assert!(tried(&with(own.as_bytes())).is_ok());
    let ole = relation("oleObject", "a.bin", "Internal");
    assert_eq!(why(&with(ole.as_bytes())), Refused::Macros);
    assert_eq!(why(&with(b"<!DOCTYPE a [<!ENTITY e 'External'>]><a/>")), Refused::Damaged);
}

#[test]
fn nothing_may_stand_before_between_or_behind() {
    let whole = docx(&[]);
    assert_eq!(why(&[&whole[..], b"x"].concat()), Refused::Mixed);
    assert_eq!(why(&[&whole[..], &whole[..]].concat()), Refused::Mixed);
    assert_eq!(why(&[b"x", &whole[..]].concat()), Refused::Unknown);
    let directory = whole.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    let gap = [&whole[..directory], b"hidden", &whole[directory..]].concat();
    assert_eq!(why(&gap), Refused::Mixed);
    let mut told = gap;
    let end = told.len() - 6;
    told[end..end + 4].copy_from_slice(&(directory as u32 + 6).to_le_bytes());
    assert_eq!(why(&told), Refused::Mixed);
    let both = docx(&[("xl/workbook.xml", b"x")]);
    assert_eq!(tried(&both).unwrap().kind, Kind::Docx);
    let types = types(&[TEXT, SHEET]);
    let both = [
        ("[Content_Types].xml", types.as_bytes()),
        ("word/document.xml", b"x"),
        ("xl/workbook.xml", b"x"),
    ];
    assert_eq!(why(&archive(&both)), Refused::Mixed);
}

#[test]
fn bombs_are_refused() {
    let noughts = vec![0; 3 << 20];
    assert_eq!(why(&docx(&[("word/a.xml", &noughts)])), Refused::Bomb);
    assert!(tried(&docx(&[("word/a.xml", &noughts[..1 << 20])])).is_ok());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..=10_000 {
        zip.start_file(number.to_string(), SimpleFileOptions::default()).unwrap();
    }
    assert_eq!(why(&zip.finish().unwrap().into_inner()), Refused::Bomb);
}

#[test]
fn a_size_that_lies_is_damage() {
    let noughts = vec![0; 500_000];
    let mut lying = docx(&[("word/a.xml", &noughts)]);
    change(&mut lying, &500_000_u32.to_le_bytes(), &500_u32.to_le_bytes());
    assert_eq!(why(&lying), Refused::Damaged);
    let mut spoilt = docx(&[]);
    spoilt[60] ^= 0x55;
    assert_eq!(why(&spoilt), Refused::Damaged);
}

#[test]
fn names_that_lead_elsewhere_are_damage() {
    for name in ["../evil", "a/../../b", "/etc/passwd", "a\\b", "C:evil", "a\0b"] {
        let mut placed = docx(&[(&"q".repeat(name.len()), b"x")]);
        change(&mut placed, "q".repeat(name.len()).as_bytes(), name.as_bytes());
        assert_eq!(why(&placed), Refused::Damaged, "{name:?}");
    }
    let mut twice = docx(&[("word/b", b"x"), ("word/c", b"y")]);
    change(&mut twice, b"word/c", b"word/b");
    assert_eq!(why(&twice), Refused::Damaged);
    let mut two_faced = docx(&[("word/b", b"x")]);
    let local = two_faced.windows(6).position(|six| six == b"word/b").unwrap();
    two_faced[local + 5] = b'c';
    assert_eq!(why(&two_faced), Refused::Damaged);
}

#[test]
fn locks_are_told() {
    let mut locked = docx(&[]);
    let entries: Vec<usize> =
        (0..locked.len() - 4).filter(|at| locked[*at..].starts_with(b"PK\x01\x02")).collect();
    entries.into_iter().for_each(|at| locked[at + 8] |= 1);
    assert_eq!(why(&locked), Refused::Encrypted);
    let manifest: &[u8] = b"<manifest:encryption-data/>";
    assert_eq!(why(&odt(&[("META-INF/manifest.xml", manifest)])), Refused::Encrypted);
    assert_eq!(why(&odt(&[("encrypted-package", b"x")])), Refused::Encrypted);
}

#[test]
fn an_archive_written_as_a_stream_is_kept() {
    let mut zip = ZipWriter::new_stream(Vec::new());
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in
        [("[Content_Types].xml", types(&[SHEET])), ("xl/workbook.xml", "x".into())]
    {
        zip.start_file(name, plain).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert_eq!(tried(&bytes).unwrap().kind, Kind::Xlsx);
}
