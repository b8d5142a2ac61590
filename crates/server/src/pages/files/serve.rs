//! `/f/{id}`: the bytes of a file, for whoever reads a text that names it.
//!
//! **Whether it may be seen is asked at each request, before anything else is said**, so a browser
//! may keep a file and must ask whether it still may show it. Nothing in a file can run: documents
//! are saved, not shown, and all of them come from a sandbox without an origin.

use axum::body::Body;
use axum::extract::State as Shared;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use stoa_kernel::Fault;
use stoa_kernel::ids::FileId;
use stoa_media::Kind;
use stoa_threads::files::{self as rows, Kept};

use crate::app::App;
use crate::files::{Part, Stored};
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::pages::encode;

/// Nothing loads, nothing runs, nobody frames it.
const POLICY: HeaderValue =
    HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'");

pub(super) async fn whole(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<FileId>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    send(&app, &visitor, id, Part::Whole, &headers).await
}

pub(super) async fn small(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<FileId>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    send(&app, &visitor, id, Part::Small, &headers).await
}

async fn send(
    app: &App,
    visitor: &Visitor,
    id: FileId,
    part: Part,
    asked: &HeaderMap,
) -> Result<Response, Refusal> {
    let kept = rows::readable(&app.db, &visitor.actor, id).await?;
    if part == Part::Small && !kept.small {
        return Err(Refusal::not_found());
    }
    let tag = tag(&kept, part);
    let known = asked.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let mut response = match known.is_some_and(|tags| tags.contains(&tag)) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => with_bytes(app, &kept, part).await?,
    };
    let headers = response.headers_mut();
    headers.insert(header::ETAG, HeaderValue::try_from(tag).map_err(Fault::broken)?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    // What somebody signed in sees is not for other sites to show; feeds are read as a guest.
    let whose = if visitor.actor.id().is_some() { "same-origin" } else { "cross-origin" };
    let whose = HeaderValue::from_static(whose);
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), whose);
    Ok(response)
}

fn tag(kept: &Kept, part: Part) -> String {
    let small = if part == Part::Small { "-small" } else { "" };
    format!("\"{}{small}\"", kept.sha256)
}

async fn with_bytes(app: &App, kept: &Kept, part: Part) -> Result<Response, Refusal> {
    // A store that is slow must not keep readers from the database.
    stoa_kernel::let_go().await;
    let found = app.files.get(kept.id, part).await?;
    let Stored { size, bytes } = found.ok_or_else(|| {
        tracing::warn!(file = %kept.id, "a file has a row and no bytes");
        Refusal::not_found()
    })?;
    let mut response = Body::from_stream(bytes).into_response();
    let headers = response.headers_mut();
    let kind = Kind::parse(&kept.kind);
    let media = kind.map_or("application/octet-stream", Kind::mime);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    let shown = kind.is_some_and(Kind::is_picture);
    headers.insert(header::CONTENT_DISPOSITION, disposition(shown, &kept.name)?);
    Ok(response)
}

/// RFC 6266: the name in ASCII for old programs, and whole for the others (RFC 8187).
fn disposition(shown: bool, name: &str) -> Result<HeaderValue, Fault> {
    let how = if shown { "inline" } else { "attachment" };
    let plain: String = name
        .chars()
        .map(|letter| match letter {
            '"' | '\\' | '%' | '/' | ';' => '_',
            ' '..='~' => letter,
            _ => '_',
        })
        .collect();
    let whole = encode(name).replace('/', "%2F");
    let value = format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{whole}");
    HeaderValue::try_from(value).map_err(Fault::broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_to_old_and_new_programs() {
        let told = |name| disposition(false, name).unwrap().to_str().unwrap().to_owned();
        assert_eq!(
            told("plan.pdf"),
            "attachment; filename=\"plan.pdf\"; filename*=UTF-8''plan.pdf"
        );
        assert_eq!(
            told("Liepāja \"A\".pdf"),
            "attachment; filename=\"Liep_ja _A_.pdf\"; filename*=UTF-8''Liep%C4%81ja%20%22A%22.pdf"
        );
    }
}
