//! Styles, scripts and faces: hashed names, compressed once, kept for a year.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, header};

use super::refusal::Refusal;

/// `/assets/{file}`.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Result<Response, Refusal> {
    let asset =
        stoa_render::assets::find(&format!("/assets/{file}")).ok_or_else(Refusal::not_found)?;
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let accepted = accepted.unwrap_or_default();
    let (encoding, bytes) = match (asset.br(), asset.gz()) {
        (Some(br), _) if accepts(accepted, "br") => (Some("br"), br),
        (_, Some(gz)) if accepts(accepted, "gzip") => (Some("gzip"), gz),
        _ => (None, &*asset.bytes),
    };
    let mut response = axum::body::Bytes::from_static(bytes).into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.mime));
    answer.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Ok(response)
}

/// Whether an `Accept-Encoding` takes this coding (a weight of 0 refuses it).
#[must_use]
pub fn accepts(header: &str, coding: &str) -> bool {
    header.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        let named = pieces.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        named && !pieces.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}
