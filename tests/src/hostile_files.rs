//! Files that somebody with bad intentions, a broken program or strange names might send, all of
//! them made here.
//!
//! What may be kept of them is harmless: a picture written anew, a text, or an attachment that
//! nothing of ours opens. [`all`] gives them in the same order with the same bytes each time.

mod documents;
mod make;
mod pictures;
mod texts;

/// One file as it is sent.
#[derive(Clone, Debug)]
pub struct Hostile {
    /// The name under which it is sent; it can hold anything.
    pub name: String,
    /// At most nine million bytes.
    pub bytes: Vec<u8>,
    /// The name of the kind as which it may be kept (`png`, `jpg`, …), or `None` when it must be
    /// refused.
    pub accepted: Option<&'static str>,
}

/// All of them, more than two hundred. Takes a second or two, and some forty megabytes.
pub fn all() -> Vec<Hostile> {
    let groups = [
        pictures::pngs(),
        pictures::jpegs(),
        pictures::webps(),
        pictures::foreign(),
        pictures::polyglots(),
        documents::pdfs(),
        documents::archives(),
    ];
    let more = [
        documents::offices(),
        documents::macros(),
        documents::open_documents(),
        texts::tables(),
        texts::programs(),
        texts::sizes(),
        texts::names(),
    ];
    groups.into_iter().chain(more).flatten().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use stoa_media::{Kind, Limits, clean_name, ready};

    #[test]
    fn each_is_judged_as_it_should_be() {
        let mut wrong = Vec::new();
        for Hostile { name, bytes, accepted } in all() {
            let judged = ready(bytes, &name, &Limits::default());
            if judged.as_ref().ok().map(|kept| kept.kind.name()) != accepted {
                let judged = judged.map(|kept| kept.kind);
                wrong.push(format!("{name:?}: {judged:?} instead of {accepted:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn nothing_of_ours_is_left_in_what_is_kept_of_pictures() {
        for Hostile { name, bytes, .. } in all() {
            let Ok(kept) = ready(bytes, &name, &Limits::default()) else { continue };
            let text = String::from_utf8_lossy(&kept.bytes);
            let traces = ["script", "<?php", "Exif", "META-INF", "%PDF"];
            let trace = traces.iter().find(|trace| text.contains(**trace));
            assert!(!kept.kind.is_picture() || trace.is_none(), "{name:?}: {trace:?}");
        }
    }

    #[test]
    fn names_become_safe() {
        for Hostile { name, .. } in all() {
            let clean = clean_name(&name, Kind::Png);
            let bad = clean.contains(['/', '\\', '"', ';', ':', '<', '\r', '\n', '\0', '\u{202E}']);
            assert!(!bad && clean.len() > 4 && clean.chars().count() <= 100, "{clean:?}");
            assert!(clean.ends_with(".png") && !clean.starts_with('.'), "{clean:?}");
        }
    }

    #[test]
    fn they_are_many_and_all_different() {
        let all = all();
        let different: BTreeSet<_> = all.iter().map(|file| (&file.name, &file.bytes)).collect();
        assert!(all.len() >= 200, "{}", all.len());
        assert_eq!(different.len(), all.len());
        assert!(all.iter().all(|file| file.bytes.len() < 9_100_000));
    }
}
