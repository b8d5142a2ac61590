//! Valid files, cut and changed at random: nothing may panic, and what is kept keeps the rules.

use image::ImageFormat;
use proptest::prelude::*;

use super::made::*;
use crate::{Limits, ready};

fn valid() -> Vec<Vec<u8>> {
    let jpeg = with_segment(&file(picture(40, 30), ImageFormat::Jpeg), 0xE1, &exif(6));
    let png = with_chunk(&file(sheer(20, 20), ImageFormat::Png), b"eXIf", &exif(3)[6..]);
    let link = relation("hyperlink", "https://example.org", "External");
    vec![
        jpeg,
        png,
        file(picture(20, 20), ImageFormat::WebP),
        file(sheer(20, 20), ImageFormat::WebP),
        pdf(),
        docx(&[("word/_rels/document.xml.rels", link.as_bytes())]),
        xlsx(&[]),
        odt(&[]),
        b"a,b\n1,2\n".to_vec(),
        "\u{FEFF}a,b\n".encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn nothing_panics(
        which in any::<prop::sample::Index>(),
        cut in prop::option::of(any::<prop::sample::Index>()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        doubled in any::<bool>(),
    ) {
        let files = valid();
        let mut bytes = which.get(&files).clone();
        for (place, value) in changes {
            let at = place.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if doubled {
            bytes.extend_from_within(..);
        }
        let limits = Limits { pixels: 1_000_000, ..Limits::default() };
        if let Ok(kept) = ready(bytes, "a.csv", &limits) {
            prop_assert!(!kept.bytes.is_empty() && kept.bytes.len() <= limits.bytes);
            prop_assert_eq!(kept.size.is_some(), kept.kind.is_picture());
        }
    }

    #[test]
    fn noise_behind_a_signature_is_harmless(
        start in prop::sample::select(vec![
            &b"\x89PNG\r\n\x1A\n"[..], b"\xFF\xD8\xFF\xE0", b"RIFF\x40\0\0\0WEBPVP8L", b"PK\x03\x04",
            b"RIFF\x40\0\0\0WEBPVP8 ", b"RIFF\x40\0\0\0WEBPVP8X", b"%PDF-", b"",
        ]),
        noise in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let limits = Limits { pixels: 1_000_000, ..Limits::default() };
        let _judged = ready([start, &noise].concat(), "a.csv", &limits);
    }
}
