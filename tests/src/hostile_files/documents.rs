//! PDFs, archives, and documents that are archives.

use super::Hostile;
use super::make::*;

pub(super) fn pdfs() -> Vec<Hostile> {
    vec![
        // An attachment that nothing of ours opens: what it may do is for the reader's program.
        accepted("script.pdf", "pdf", pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")),
        accepted("launch.pdf", "pdf", pdf("/OpenAction << /S /Launch /F (cmd.exe) >>")),
        accepted("fetch.pdf", "pdf", pdf("/OpenAction << /S /URI /URI (http://e.org) >>")),
        accepted("pdf.html", "pdf", pdf("")),
        accepted("a.pdf.exe", "pdf", pdf("")),
        accepted("loop.pdf", "pdf", pdf("/Pages 1 0 R")),
        refused("pdf-and-zip.pdf", joined(&[&pdf(""), &jar()])),
        refused("pdf-and-zip-and-end.pdf", joined(&[&pdf(""), &jar(), b"%%EOF"])),
        refused("pdf-and-page.pdf", pdf("<html><script>alert(1)</script>")),
        refused("pdf-and-script.html", pdf("/X (<ScRiPt src=//e.org></sCrIpT>)")),
        refused("pdf-and-php.pdf", pdf("<?php system('id'); ?>")),
        refused("pdf-and-svg.pdf", pdf("<svg onload=alert(1)>")),
        refused("no-end.pdf", b"%PDF-1.7\n1 0 obj\n"),
        refused("end-far-off.pdf", joined(&[&pdf(""), &[b' '; 4_000]])),
        refused("page-behind.pdf", joined(&[&pdf(""), &PAGE.repeat(60)])),
        refused("late-start.pdf", joined(&[b"\n", &pdf("")])),
        refused("late-start.csv", joined(&[b" \n", &pdf("")])),
        refused("lower-case.pdf", b"%pdf-1.7\n%%EOF"),
        refused("start-only.pdf", b"%PDF-"),
    ]
}

pub(super) fn archives() -> Vec<Hostile> {
    let zeros = vec![0; 20 << 20];
    let inner = archive(&[("zeros", &zeros)]);
    let nested = (0..4).fold(inner.clone(), |inside, _| {
        archive(&[("1.zip", &inside), ("2.zip", &inside), ("3.zip", &inside)])
    });
    let rar: &[u8] = b"Rar!\x1A\x07\x01\0";
    vec![
        refused("bomb.zip", inner.clone()),
        refused("nested.zip", nested),
        refused("a.jar", jar()),
        refused("jar.docx", jar()),
        refused("a.apk", archive(&[("AndroidManifest.xml", b"x"), ("classes.dex", b"dex\n035")])),
        refused("a.epub", archive(&[("mimetype", b"application/epub+zip"), ("a.xhtml", PAGE)])),
        refused(
            "a.ods",
            archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]),
        ),
        refused("empty.zip", joined(&[b"PK\x05\x06", &[0; 18]])),
        refused("empty.docx", joined(&[b"PK\x05\x06", &[0; 18]])),
        refused("header-only.zip", joined(&[b"PK\x03\x04", &[0; 26]])),
        refused("end-only.zip", joined(&[b"PK\x03\x04", &[0; 30], b"PK\x05\x06", &[0; 18]])),
        refused("many.zip", many_entries(65_535)),
        refused("100000.docx", many_entries(100_000)),
        refused("a.rar", rar),
        refused("a.7z", b"7z\xBC\xAF\x27\x1C\0\x04"),
        refused("a.tar", joined(&[b"../../etc/passwd", &[0; 241], b"ustar\0"])),
        refused("a.gz", joined(&[b"\x1F\x8B\x08\0\0\0\0\0\0\x03", &noughts(8)])),
        refused("a.xz", b"\xFD7zXZ\0"),
        refused("a.cab", b"MSCF\0\0\0\0"),
    ]
}

/// An archive that says in its end that it has so many entries, all of them the same one.
fn many_entries(entries: usize) -> Vec<u8> {
    let local = joined(&[b"PK\x03\x04\x14\0", &[0; 20], b"\x01\0\0\0a"]);
    let listed = joined(&[b"PK\x01\x02\x14\0\x14\0", &[0; 20], b"\x01\0", &[0; 16], b"a"]);
    let count = (entries.min(65_535) as u16).to_le_bytes();
    let (length, start) = ((listed.len() * entries) as u32, local.len() as u32);
    let numbers = joined(&[&count, &count, &length.to_le_bytes(), &start.to_le_bytes()]);
    joined(&[&local, &listed.repeat(entries), b"PK\x05\x06\0\0\0\0", &numbers, b"\0\0"])
}

const TEXT: &str = "wordprocessingml.document.main+xml";

const SHEET: &str = "spreadsheetml.sheet.main+xml";

fn types(of: &str) -> String {
    let kind = format!("application/vnd.openxmlformats-officedocument.{of}");
    format!("<Types><Override PartName=\"/a\" ContentType=\"{kind}\"/></Types>")
}

/// A document of Word and whatever else it holds.
fn docx(more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types(TEXT);
    let start: [(&str, &[u8]); 2] =
        [("[Content_Types].xml", types.as_bytes()), ("word/document.xml", b"<w:document/>")];
    archive(&[&start[..], more].concat())
}

fn xlsx(more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types(SHEET);
    let start: [(&str, &[u8]); 2] =
        [("[Content_Types].xml", types.as_bytes()), ("xl/workbook.xml", b"<workbook/>")];
    archive(&[&start[..], more].concat())
}

/// A document in which an entry was given another name of the same length.
fn renamed(name: &str) -> Vec<u8> {
    let place = "q".repeat(name.len());
    changed(docx(&[(&place, b"x")]), place.as_bytes(), name.as_bytes())
}

/// A document whose directory has other bytes at a place of every entry's record.
fn relisted(bytes: Vec<u8>, at: usize, to: &[u8]) -> Vec<u8> {
    let mut out = bytes.clone();
    let found = (0..bytes.len()).filter(|place| bytes[*place..].starts_with(b"PK\x01\x02"));
    found.for_each(|place| out[place + at..place + at + to.len()].copy_from_slice(to));
    out
}

pub(super) fn offices() -> Vec<Hostile> {
    let whole = docx(&[]);
    let directory = whole.windows(4).position(|four| four == b"PK\x01\x02").expect("a directory");
    let zeros = vec![0; 8 << 20];
    let lying = docx(&[("word/a.xml", &zeros[..1 << 20])]);
    let old = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        joined(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &[0; 504], &name])
    };
    let mut files = vec![
        refused("bomb.docx", docx(&[("word/media/a.bin", &zeros)])),
        refused("bomb.xlsx", xlsx(&[("xl/worksheets/sheet1.xml", &zeros)])),
        refused("lying.docx", changed(lying, &(1_u32 << 20).to_le_bytes(), &9_u32.to_le_bytes())),
        refused("comment.docx", joined(&[&whole[..whole.len() - 2], b"\x04\0<a/>"])),
        refused("docx-and-page.docx", joined(&[&whole, PAGE])),
        refused("docx-and-docx.docx", joined(&[&whole, &whole])),
        refused("docx-and-jar.docx", joined(&[&whole, &jar()])),
        refused("between.docx", joined(&[&whole[..directory], PAGE, &whole[directory..]])),
        refused("page-and-docx.docx", joined(&[PAGE, &whole])),
        refused("program-and-docx.docx", joined(&[b"MZ\x90\0", &whole])),
        refused("locked-entry.docx", relisted(whole.clone(), 8, &[1])),
        refused("overlapping.docx", relisted(docx(&[("word/b", b"x")]), 42, &[0; 4])),
        refused("odd-packing.docx", relisted(whole.clone(), 10, &[14])),
        refused("other-sum.docx", relisted(whole.clone(), 16, &[1, 2, 3, 4])),
        refused("far-entry.docx", relisted(whole.clone(), 42, &[0xFF; 4])),
        refused(
            "two-names.docx",
            changed(docx(&[("word/aa", b"x"), ("word/ab", b"y")]), b"word/ab", b"word/aa"),
        ),
        refused("no-types.docx", archive(&[("word/document.xml", b"<w:document/>")])),
        refused("no-text.docx", archive(&[("[Content_Types].xml", types(TEXT).as_bytes())])),
        refused(
            "a.pptx",
            archive(&[
                ("[Content_Types].xml", types("presentationml.presentation.main+xml").as_bytes()),
                ("ppt/presentation.xml", b"x"),
            ]),
        ),
        refused(
            "entities.docx",
            archive(&[
                (
                    "[Content_Types].xml",
                    b"<!DOCTYPE t [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><Types/>",
                ),
                ("word/document.xml", b"x"),
            ]),
        ),
        refused("a.doc", old("WordDocument")),
        refused("doc.docx", old("WordDocument")),
        refused("a.xls", old("Workbook")),
        refused("a.msi", old("Installer")),
        refused("locked.docx", old("EncryptedPackage")),
        refused("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n"),
        accepted("docx.html", "docx", whole.clone()),
        accepted("xlsx.docx", "xlsx", xlsx(&[])),
        accepted(
            "link.docx",
            "docx",
            docx(&[(
                "word/_rels/document.xml.rels",
                relation("hyperlink", "javascript:alert(1)").as_bytes(),
            )]),
        ),
        accepted(
            "laughs-inside.docx",
            "docx",
            docx(&[("docProps/app.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]),
        ),
    ];
    for name in [
        "../../../etc/cron.d/a",
        "/etc/passwd",
        "..\\..\\a.exe",
        "C:\\a.exe",
        "C:a",
        "a/../../b",
        "a\0.xml",
        "..",
    ] {
        files.push(refused("slip.docx", renamed(name)));
    }
    for part in [2, 5, 9] {
        files.push(refused(&format!("cut-{part}.docx"), &whole[..whole.len() * part / 10]));
    }
    files
}

fn relation(kind: &str, target: &str) -> String {
    format!(
        "<Relationships><Relationship Type=\"http://o.org/relationships/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>"
    )
}

pub(super) fn macros() -> Vec<Hostile> {
    let ole: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1macros";
    let enabled =
        |of: &str| format!("<Types><Override ContentType=\"application/vnd.ms-{of}\"/></Types>");
    let docm = enabled("word.document.macroEnabled.main+xml");
    let xlsm = enabled("excel.sheet.macroEnabled.main+xml");
    let docm = archive(&[("[Content_Types].xml", docm.as_bytes()), ("word/document.xml", b"x")]);
    let xlsm = archive(&[("[Content_Types].xml", xlsm.as_bytes()), ("xl/workbook.xml", b"x")]);
    let template = relation("attachedTemplate", "http://e.org/a.dotm");
    let wide: Vec<u8> = template.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let written = template.replace("External", "&#x45;xternal");
    let mut files = vec![
        refused("a.docm", docm.clone()),
        refused("docm.docx", docm),
        refused("xlsm.xlsx", xlsm),
        refused("macros-as-picture.docx", docx(&[("word/media/image1.png", ole)])),
        refused("program-inside.docx", docx(&[("word/media/image1.png", b"MZ\x90\0\x03")])),
        refused("template-wide.docx", docx(&[("word/_rels/settings.xml.rels", &wide)])),
        refused(
            "template-in-numbers.docx",
            docx(&[("word/_rels/settings.xml.rels", written.as_bytes())]),
        ),
    ];
    for name in [
        "word/vbaProject.bin",
        "word/VbaProject.BIN",
        "word/vbaData.xml",
        "word/activeX/activeX1.bin",
        "word/activeX/activeX1.xml",
        "word/embeddings/oleObject1.bin",
        "word/embeddings/a.exe",
        "word/embeddings/a.docm",
    ] {
        files.push(refused(&name.replace('/', "-"), docx(&[(name, b"x")])));
    }
    for name in [
        "xl/vbaProject.bin",
        "xl/macrosheets/sheet1.xml",
        "xl/MacroSheets/sheet1.xml",
        "xl/embeddings/oleObject1.bin",
    ] {
        files.push(refused("macros.xlsx", xlsx(&[(name, b"x")])));
    }
    for kind in ["attachedTemplate", "oleObject", "frame", "subDocument", "control"] {
        let list = relation(kind, "http://e.org/a");
        files.push(refused(
            &format!("{kind}.docx"),
            docx(&[("word/_rels/document.xml.rels", list.as_bytes())]),
        ));
    }
    files
}

pub(super) fn open_documents() -> Vec<Hostile> {
    let kind: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.text");
    let odt = |name: &str, content: &[u8]| {
        archive(&[kind, ("content.xml", b"<office:document-content/>"), (name, content)])
    };
    let call = b"<script:event-listener xlink:href='vnd.sun.star.script:../../a.py$x'/>";
    let bent = changed(
        odt("a", b""),
        b"opendocument.text",
        b"opendocument.text".to_ascii_uppercase().as_slice(),
    );
    vec![
        refused("basic.odt", odt("Basic/Standard/Module1.xml", b"Sub Main")),
        refused("scripts.odt", odt("Scripts/python/a.py", b"import os")),
        refused("inner-basic.odt", odt("Object 1/Basic/Standard/a.xml", b"x")),
        refused("call.odt", archive(&[kind, ("content.xml", call)])),
        refused("ole.odt", odt("Object 1", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")),
        refused("locked.odt", odt("META-INF/manifest.xml", b"<manifest:encryption-data/>")),
        refused("packed-whole.odt", odt("encrypted-package", b"x")),
        refused("late-mimetype.odt", archive(&[("content.xml", b"x"), kind])),
        refused("other-mimetype.odt", bent),
        refused(
            "ott.odt",
            archive(&[("mimetype", b"application/vnd.oasis.opendocument.text-template")]),
        ),
        refused("odt-and-docx.odt", odt_and_docx()),
        refused("bomb.odt", odt("Pictures/a.png", &vec![0; 8 << 20])),
        accepted("odt.exe", "odt", odt("Pictures/a.png", b"x")),
        accepted("page-inside.odt", "odt", odt("Pictures/a.html", PAGE)),
    ]
}

fn odt_and_docx() -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("[Content_Types].xml", types(TEXT).as_bytes()),
        ("word/document.xml", b"x"),
    ])
}
