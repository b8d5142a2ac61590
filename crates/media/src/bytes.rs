//! Looking for bytes in bytes, and reading numbers from them, without a step outside.

/// Whether a needle occurs.
pub(crate) fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len().max(1)).any(|window| window == needle)
}

/// Whether a needle, given in lower case, occurs in any mixture of ASCII cases.
pub(crate) fn contains_any_case(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len().max(1)).any(|window| window.eq_ignore_ascii_case(needle))
}

/// The last so many bytes, or all when there are fewer.
pub(crate) fn tail(bytes: &[u8], most: usize) -> &[u8] {
    bytes.get(bytes.len().saturating_sub(most)..).unwrap_or(bytes)
}

/// The first so many bytes, or all when there are fewer.
pub(crate) fn head(bytes: &[u8], most: usize) -> &[u8] {
    bytes.get(..most).unwrap_or(bytes)
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

/// Two bytes, the lesser first.
pub(crate) fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    array(bytes, at).map(u16::from_le_bytes)
}

/// Two bytes, the greater first.
pub(crate) fn u16_be(bytes: &[u8], at: usize) -> Option<u16> {
    array(bytes, at).map(u16::from_be_bytes)
}

/// Four bytes, the least first.
pub(crate) fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_le_bytes)
}

/// Four bytes, the greatest first.
pub(crate) fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_no_cliffs() {
        assert_eq!(u32_be(&[0, 0, 1, 0], 0), Some(256));
        assert_eq!(u16_le(&[1, 0], 1), None);
        assert_eq!(u16_be(&[1, 0], usize::MAX), None);
        assert_eq!((tail(b"abc", 2), tail(b"abc", 9)), (&b"bc"[..], &b"abc"[..]));
        assert_eq!((head(b"abc", 2), head(b"abc", 9)), (&b"ab"[..], &b"abc"[..]));
        assert!(contains(b"abc", b"bc") && !contains(b"b", b"bc"));
        assert!(contains_any_case(b"<SCRIPT", b"<script"));
    }
}
