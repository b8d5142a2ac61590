//! Guests' thread pages, ready and compressed: one look into memory for each hit.

use std::io::Write as _;

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use http_body_util::BodyExt;
use sea_orm_migration::sea_orm::DbBackend;
use stoa_kernel::Fault;
use stoa_kernel::ids::ThreadId;

use crate::app::App;
use crate::http::{Refusal, Visitor, assets};
use crate::pages::cache::{Generation, Kept};

/// The longest address that is kept; longer ones are nobody's.
const LONGEST: usize = 300;
/// Brotli's quality and window: pages are compressed once and handed out often.
const QUALITY: u32 = 5;
const WINDOW: u32 = 20;

/// Under which name a page is kept, and how it is encoded.
pub(super) struct Key {
    /// Everything that changes the page.
    pub name: String,
    encoding: &'static str,
}

/// The name of a page that may be kept: a guest's, without a message for him
/// alone, with nothing in its address but the page and the language.
pub(super) fn key(visitor: &Visitor, headers: &HeaderMap) -> Option<Key> {
    let path = visitor.path.as_str();
    let plain = visitor.me.is_none() && visitor.flash.is_none() && path.len() <= LONGEST;
    if !plain || !ordinary(path) {
        return None;
    }
    let encoding = encoding(headers);
    let prefers = visitor.prefers.map_or("", |locale| locale.code());
    let name = format!("{path} {} {prefers} {encoding}", visitor.locale.code());
    Some(Key { name, encoding })
}

fn ordinary(path: &str) -> bool {
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let known = |pair: &str| pair.starts_with("page=") || pair.starts_with("lang=");
    query.is_empty() || query.split('&').all(known)
}

fn encoding(headers: &HeaderMap) -> &'static str {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let accepted = accepted.unwrap_or_default();
    match (assets::accepts(accepted, "br"), assets::accepts(accepted, "gzip")) {
        (true, _) => "br",
        (false, true) => "gzip",
        (false, false) => "",
    }
}

/// The state of the thread: counted in memory where this process alone writes,
/// read from its row where others may.
pub(super) async fn generation(app: &App, id: ThreadId) -> Result<Generation, Fault> {
    if app.db.backend() != DbBackend::Postgres {
        return Ok(app.pages.generation(&format!("thread:{id}")));
    }
    let pulse = stoa_threads::views::pulse(&app.db, id).await?.ok_or(Fault::NotFound)?;
    Ok((pulse.rights_version.unsigned_abs(), pulse.seq.unsigned_abs()))
}

/// Keeps a fresh page that is asked for again, unless it is a redirect or says that something is
/// gone.
pub(super) async fn keep(
    app: &App,
    key: Key,
    generation: Generation,
    fresh: Response,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let wanted = app.config.cache.pages_mib > 0 && app.pages.is_wanted(&key.name);
    if fresh.status() != StatusCode::OK || !wanted {
        return Ok(fresh);
    }
    let body = fresh.into_body().collect().await.map_err(Fault::broken)?.to_bytes();
    let body = compressed(&body, key.encoding)?;
    let ready = app.pages.keep(key.name, generation, key.encoding, body);
    Ok(answer(&ready, headers))
}

fn compressed(plain: &Bytes, encoding: &str) -> Result<Bytes, Fault> {
    let out = match encoding {
        "br" => {
            let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 14, QUALITY, WINDOW);
            writer.write_all(plain).map_err(Fault::broken)?;
            writer.into_inner()
        }
        "gzip" => {
            let level = flate2::Compression::new(QUALITY);
            let mut writer = flate2::write::GzEncoder::new(Vec::new(), level);
            writer.write_all(plain).map_err(Fault::broken)?;
            writer.finish().map_err(Fault::broken)?
        }
        _ => return Ok(plain.clone()),
    };
    Ok(Bytes::from(out))
}

/// A kept page, or that the browser has it already.
pub(super) fn answer(ready: &Kept, headers: &HeaderMap) -> Response {
    let asked = headers.get(header::IF_NONE_MATCH).map(HeaderValue::as_bytes);
    let same = asked.is_some_and(|tag| tag == ready.etag.as_bytes());
    let body = if same { Body::empty() } else { Body::from(ready.body.clone()) };
    let mut response = Response::new(body);
    let answer = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(&ready.etag) {
        answer.insert(header::ETAG, tag);
    }
    let vary = "accept-encoding, accept-language, cookie, authorization";
    answer.insert(header::VARY, HeaderValue::from_static(vary));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if same {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    if !ready.encoding.is_empty() {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(ready.encoding));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_pages_are_kept() {
        assert!(ordinary("/t/a/b") && ordinary("/t/a/b?page=2&lang=es"));
        assert!(!ordinary("/t/a/b?quote=x") && !ordinary("/t/a/b?page=2&x=1"));
    }

    #[test]
    fn pages_are_compressed_as_asked_for() {
        let page = Bytes::from("<p>stoa</p>".repeat(100));
        for coding in ["br", "gzip"] {
            assert!(compressed(&page, coding).unwrap().len() < page.len() / 4, "{coding}");
        }
        assert_eq!(compressed(&page, "").unwrap(), page);
    }
}
