//! A PDF, as far as it is looked at: that it is one, and nothing else besides.
//!
//! It is not taken apart. What a PDF may do when opened is for the reader on the other side, and
//! a parser here would be one more thing to attack. It is served as an attachment, with `nosniff`
//! and a `sandbox` policy, and never shown within a page of ours.

use crate::Refused;
use crate::bytes::{contains, contains_any_case, head, tail};

/// Bytes at the end in which `%%EOF` must stand.
const END: usize = 2_048;

/// Bytes at the end in which an archive's directory may end, its comment being the longest.
const DIRECTORY_END: usize = 65_535 + 22;

/// Bytes at the beginning in which browsers that guess look for HTML.
const GUESSED: usize = 1_024;

/// Beginnings of HTML and of programs for servers, in lower case.
const TAGS: [&[u8]; 10] = [
    b"<script",
    b"<html",
    b"<!doctype",
    b"<svg",
    b"<body",
    b"<head",
    b"<iframe",
    b"<img",
    b"<?php",
    b"<%",
];

/// Whether a file that begins like a PDF also ends like one and is nothing else.
///
/// # Errors
/// [`Refused::Damaged`] when it has no end, [`Refused::Mixed`] when it also is an archive or HTML.
pub(crate) fn check(bytes: &[u8]) -> Result<(), Refused> {
    if !contains(tail(bytes, END), b"%%EOF") {
        return Err(Refused::Damaged);
    }
    let start = head(bytes, GUESSED);
    let is_page = TAGS.iter().any(|tag| contains_any_case(start, tag));
    if is_page || contains(tail(bytes, DIRECTORY_END), b"PK\x05\x06") {
        return Err(Refused::Mixed);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdf_ends_like_one_and_is_nothing_else() {
        let pdf = |middle: &str, end: &str| format!("%PDF-1.7\n{middle}\n%%EOF{end}").into_bytes();
        assert_eq!(check(&pdf("1 0 obj", "\n")), Ok(()));
        assert_eq!(check(b"%PDF-1.7\n1 0 obj"), Err(Refused::Damaged));
        assert_eq!(check(&pdf("", &"x".repeat(3_000))), Err(Refused::Damaged));
        assert_eq!(check(&pdf("<ScRiPt>alert(1)", "")), Err(Refused::Mixed));
        assert_eq!(check(&pdf("", "PK\x05\x06")), Err(Refused::Mixed));
        assert_eq!(check(&pdf(&format!("{}<html>", " ".repeat(1_100)), "")), Ok(()));
    }
}
