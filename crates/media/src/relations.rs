//! What the parts of a document of Office are to each other, and to places elsewhere.

use crate::{Refused, xml};

/// Relations that run something, wherever their target is.
const RUNNING: [&str; 8] = [
    "vbaproject",
    "wordvbadata",
    "control",
    "activexcontrolbinary",
    "xlmacrosheet",
    "xlintlmacrosheet",
    "oleobject",
    "attachedtoolbars",
];

/// Relations that are fetched when the document is opened and may bring macros, when their target
/// is elsewhere. Links that somebody clicks and pictures are not among them.
const FETCHED: [&str; 5] = ["attachedtemplate", "frame", "subdocument", "package", "afchunk"];

/// Types of parts that hold or are macros, as they occur in the list of types.
const TYPES: [&str; 5] = ["macroenabled", "vbaproject", "activex", "macrosheet", "vbadata"];

/// Looks through the list of the types of parts (`[Content_Types].xml`), and gives it as text in
/// lower case.
///
/// # Errors
/// [`Refused::Macros`] when it names any, [`Refused::Damaged`] when it cannot be read.
pub(crate) fn types(list: &[u8]) -> Result<String, Refused> {
    let text = xml::text(list)?;
    let values: Vec<String> =
        xml::elements(&text)?.into_iter().flatten().map(|(_, value)| value).collect();
    let text = values.join("\n");
    if TYPES.iter().any(|of| text.contains(of)) { Err(Refused::Macros) } else { Ok(text) }
}

/// Looks through a list of relations (`*.rels`).
///
/// # Errors
/// [`Refused::Macros`] for one that runs something or fetches a template from elsewhere,
/// [`Refused::Damaged`] when the list cannot be read.
pub(crate) fn check(list: &[u8]) -> Result<(), Refused> {
    let text = xml::text(list)?;
    for element in xml::elements(&text)? {
        let value = |name: &str| {
            let found = element.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.trim()).unwrap_or_default()
        };
        let kind = value("type").rsplit('/').next().unwrap_or_default();
        let elsewhere = value("targetmode") == "external";
        if RUNNING.contains(&kind) || (elsewhere && FETCHED.contains(&kind)) {
            return Err(Refused::Macros);
        }
    }
    Ok(())
}
