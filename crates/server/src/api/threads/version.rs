//! Versions in headers: `If-Match: "3"` and `ETag: "3"`.

use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::http::Refusal;

/// The version the caller had before him.
///
/// # Errors
/// A refusal with status 428 without the header, 400 for what is no version.
pub(super) fn asked(headers: &HeaderMap) -> Result<i32, Refusal> {
    let Some(value) = headers.get(header::IF_MATCH) else {
        return Err(Refusal::new(StatusCode::PRECONDITION_REQUIRED, "threads-if-match"));
    };
    let text = value.to_str().unwrap_or_default().trim();
    let plain = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    plain.and_then(|number| number.parse().ok()).ok_or_else(|| Refusal::bad("threads-if-match"))
}

/// A version as an entity tag.
pub(super) fn tag(version: i32) -> HeaderValue {
    // Digits between quotes are always a header value.
    HeaderValue::from_str(&format!("\"{version}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("\"0\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_quoted_numbers_are_versions() {
        let mut headers = HeaderMap::new();
        assert_eq!(asked(&headers).unwrap_err().status.as_u16(), 428);
        headers.insert(header::IF_MATCH, tag(3));
        assert_eq!(asked(&headers).unwrap(), 3);
        for bad in ["3", "\"\"", "*", "\"x\""] {
            headers.insert(header::IF_MATCH, HeaderValue::from_static(bad));
            assert_eq!(asked(&headers).unwrap_err().status.as_u16(), 400, "{bad}");
        }
    }
}
