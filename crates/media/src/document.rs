//! Documents that are zip archives: ODT, DOCX and XLSX. They are kept as they were sent, after a
//! look at every entry.

use crate::archive::{Archive, open};
use crate::bytes::{contains, tail};
use crate::sniff::OLE2;
use crate::{Kind, Refused, relations};

/// The list of the types of parts, in lower case.
const TYPES: &str = "[content_types].xml";

/// Bytes of a list, and of all lists of relations together.
const LIST: u64 = 1024 * 1024;
const LISTS: u64 = 8 * LIST;

/// What the first entry of an ODT says.
const ODT: &[u8] = b"application/vnd.oasis.opendocument.text";

/// What may be embedded in a document: documents of today without macros, such as the table
/// behind a chart.
const EMBEDDED: [&str; 4] = [".docx", ".xlsx", ".pptx", "/"];

/// How a document of LibreOffice calls a script when something happens.
const CALL: &[u8] = b"vnd.sun.star.script";

/// Finds out which document an archive is, and whether it may be kept.
///
/// # Errors
/// [`Refused::Archive`] when it is none, [`Refused::Macros`], [`Refused::Encrypted`],
/// [`Refused::Bomb`], [`Refused::Mixed`] and [`Refused::Damaged`].
pub(crate) fn kind(bytes: &[u8]) -> Result<Kind, Refused> {
    let mut archive = open(bytes)?;
    if archive.names.iter().any(|name| runs(name)) {
        return Err(Refused::Macros);
    }
    let found = [office(&mut archive)?, open_document(&mut archive)?];
    check_relations(&mut archive)?;
    check_contents(&mut archive)?;
    match found {
        [Some(_), Some(_)] => Err(Refused::Mixed),
        [Some(kind), None] | [None, Some(kind)] => Ok(kind),
        [None, None] => Err(Refused::Archive),
    }
}

/// Whether an entry of that name, in lower case, holds macros, controls or embedded programs.
fn runs(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    let within = |folder: &str| name.split('/').rev().skip(1).any(|part| part == folder);
    let strange = within("embeddings") && !EMBEDDED.iter().any(|end| name.ends_with(end));
    last.starts_with("vbaproject")
        || last.starts_with("vbadata")
        || ["basic", "scripts", "macrosheets", "activex"].into_iter().any(within)
        || strange
}

/// Which document of Office it is, by its list of types and its main part. The main part can have
/// a number (`word/document2.xml`), as Word on the web writes it.
fn office(archive: &mut Archive<'_>) -> Result<Option<Kind>, Refused> {
    let Some(index) = archive.find(TYPES) else {
        return Ok(None);
    };
    let list = archive.read(index, LIST)?;
    let types = relations::types(&list)?;
    let is = |start: &str, of: &str| {
        let main = |name: &&String| name.starts_with(start) && name.ends_with(".xml");
        types.contains(of) && archive.names.iter().any(|name| main(&name))
    };
    let text = is("word/document", "wordprocessingml.document.main+xml");
    let sheet = is("xl/workbook", "spreadsheetml.sheet.main+xml");
    match (text, sheet) {
        (true, true) => Err(Refused::Mixed),
        (true, false) => Ok(Some(Kind::Docx)),
        (false, true) => Ok(Some(Kind::Xlsx)),
        (false, false) => Ok(None),
    }
}

/// Whether it is an ODT: the entry that says so must come first and lie there unpacked, so that
/// the first bytes of the file say so as well.
fn open_document(archive: &mut Archive<'_>) -> Result<Option<Kind>, Refused> {
    let Some(index) = archive.find("mimetype") else {
        return Ok(None);
    };
    let first = archive.place(index) == Some((0, true));
    if archive.read(index, 256)? != ODT {
        return Ok(None);
    }
    if archive.find("encrypted-package").is_some() || has_locked_parts(archive)? {
        return Err(Refused::Encrypted);
    }
    if first { Ok(Some(Kind::Odt)) } else { Err(Refused::Damaged) }
}

/// LibreOffice locks entries by itself, and says so in its list of them.
fn has_locked_parts(archive: &mut Archive<'_>) -> Result<bool, Refused> {
    match archive.find("meta-inf/manifest.xml") {
        Some(index) => Ok(contains(&archive.read(index, LISTS)?, b"encryption-data")),
        None => Ok(false),
    }
}

fn check_relations(archive: &mut Archive<'_>) -> Result<(), Refused> {
    let mut left = LISTS;
    let names = archive.names.iter().enumerate();
    let lists: Vec<usize> =
        names.filter(|(_, name)| name.ends_with(".rels")).map(|(index, _)| index).collect();
    for index in lists {
        let list = archive.read(index, left.min(LIST))?;
        left = left.saturating_sub(list.len() as u64);
        relations::check(&list)?;
    }
    Ok(())
}

/// Unpacks every entry once, so that what the directory says of sizes and sums is known to be
/// true, and looks for programs under harmless names.
fn check_contents(archive: &mut Archive<'_>) -> Result<(), Refused> {
    for index in 0..archive.names.len() {
        let name = archive.names.get(index).cloned().unwrap_or_default();
        let calls =
            matches!(name.as_str(), "content.xml" | "styles.xml") || name.ends_with("/content.xml");
        let (mut first, mut end) = (true, Vec::new());
        archive.each_piece(index, |piece| {
            if std::mem::take(&mut first) && is_program(piece) {
                return Err(Refused::Macros);
            }
            if calls {
                // A call can lie across two pieces.
                end.extend_from_slice(piece);
                if contains(&end, CALL) {
                    return Err(Refused::Macros);
                }
                end = tail(&end, CALL.len()).to_vec();
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Files of the old Office carry macros and embedded objects; the others are programs of Windows
/// and Linux.
fn is_program(start: &[u8]) -> bool {
    [OLE2, b"MZ\x90\0", b"\x7FELF"].iter().any(|magic| start.starts_with(magic))
}
