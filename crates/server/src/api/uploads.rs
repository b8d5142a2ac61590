//! `/api/v1/uploads`: files, at once as a form or piece by piece.
//!
//! Piece by piece is tus 1.0.0 (<https://tus.io/protocols/resumable-upload>), its core and the
//! extensions creation and termination: any client of it will do.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde::Serialize;
use stoa_kernel::Fault;
use stoa_kernel::ids::FileId;
use stoa_media::Kind;
use stoa_threads::files::{self as rows, Kept, Own};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::files::{self, Piece};
use crate::http::frame::Path;
use crate::http::multipart::Parts;
use crate::http::problem::Problem;
use crate::http::{Refusal, Visitor};

const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const VERSION: HeaderValue = HeaderValue::from_static("1.0.0");
const PIECES: &str = "application/offset+octet-stream";

/// The routes of files; their bodies may be as large as files are.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, send))
        .routes(routes!(one, resume, withdraw))
        .routes(routes!(how_far))
}

/// A file.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileOut {
    /// The file.
    id: String,
    /// Its address, as texts name it; it opens for whoever reads such a text.
    url: String,
    /// Its name.
    name: String,
    /// `png`, `jpg`, `webp`, `pdf`, `odt`, `docx`, `xlsx`, `csv`: what is in it, whatever it was called.
    kind: String,
    /// Its media type.
    media_type: String,
    /// Bytes.
    size: i32,
    /// Width of a picture, pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<i32>,
    /// Height of a picture, pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<i32>,
    /// How a text shows it, or leads to it; a picture wants its description between the brackets.
    markdown: String,
    /// The posts that name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    posts: Option<Vec<String>>,
}

impl From<&Kept> for FileOut {
    fn from(kept: &Kept) -> Self {
        let kind = Kind::parse(&kept.kind);
        Self {
            id: kept.id.to_string(),
            url: rows::address(kept.id),
            name: kept.name.clone(),
            kind: kept.kind.clone(),
            media_type: kind.map(Kind::mime).unwrap_or("application/octet-stream").to_owned(),
            size: kept.size,
            width: kept.dimensions.map(|(width, _)| width),
            height: kept.dimensions.map(|(_, height)| height),
            markdown: files::markdown(kept, ""),
            posts: None,
        }
    }
}

/// The caller's files.
#[derive(Debug, Serialize, ToSchema)]
struct FilesOut {
    /// The files, the newest first.
    items: Vec<FileOut>,
    /// Null: there are no more.
    next: Option<String>,
    /// Bytes of all of them.
    used: i64,
    /// Bytes that they may be.
    quota: i64,
}

/// The caller's files, the newest first
#[utoipa::path(
    get, path = "/api/v1/uploads", tag = "files",
    responses((status = 200, body = FilesOut), (status = 401, body = Problem))
)]
async fn list(State(app): State<App>, visitor: Visitor) -> Result<Json<FilesOut>, Refusal> {
    visitor.member()?;
    let found = rows::list(&app.db, &visitor.actor, files::MOST_LISTED).await?;
    let out = |one: &rows::Listed| FileOut {
        posts: Some(one.posts.iter().map(ToString::to_string).collect()),
        ..FileOut::from(&one.file)
    };
    Ok(Json(FilesOut {
        items: found.iter().map(out).collect(),
        next: None,
        used: rows::used(&app.db, &visitor.actor).await?,
        quota: files::quota(&app),
    }))
}

/// A file as a form sends it.
#[derive(ToSchema)]
#[expect(dead_code, reason = "for the document; the form is read as it comes")]
struct FileIn {
    /// The file, at most 8 MiB: png, jpg, webp, pdf, odt, docx, xlsx, csv.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Sends a file at once, or begins to send it piece by piece
///
/// At once: a form with one part `file`. Piece by piece: no body, `Upload-Length` and
/// `Upload-Metadata: filename BASE64` (tus 1.0.0); `Location` says where the pieces go. What is
/// in a file decides what it is, pictures are written anew without where and when they were taken,
/// and until a text names it, its owner alone opens it.
#[utoipa::path(
    post, path = "/api/v1/uploads", tag = "files",
    request_body(content = FileIn, content_type = "multipart/form-data"),
    responses((status = 201, body = FileOut), (status = 400, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem), (status = 429, body = Problem), (status = 507, body = Problem))
)]
async fn send(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Refusal> {
    visitor.member()?;
    if headers.contains_key(&LENGTH) {
        return begin(&app, &visitor, &headers).await;
    }
    let (name, bytes) = Parts::from_request(request, &app).await?.chosen()?;
    let kept = files::take(&app, &visitor, &name, bytes).await?;
    let at = HeaderValue::try_from(address(kept.id)).map_err(Fault::broken)?;
    Ok((StatusCode::CREATED, [(header::LOCATION, at)], Json(FileOut::from(&kept))).into_response())
}

fn address(file: FileId) -> String {
    format!("/api/v1/uploads/{file}")
}

async fn begin(app: &App, visitor: &Visitor, headers: &HeaderMap) -> Result<Response, Refusal> {
    let length = number(headers, &LENGTH)?;
    let id = files::begin(app, visitor, &named(headers), length).await?;
    let mut response = with_offset(StatusCode::CREATED, 0);
    let at = HeaderValue::try_from(address(id)).map_err(Fault::broken)?;
    response.headers_mut().insert(header::LOCATION, at);
    Ok(response)
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u64, Refusal> {
    let text = headers.get(name).and_then(|value| value.to_str().ok());
    let number = text.and_then(|text| text.parse().ok());
    number.ok_or_else(|| Refusal::bad("core-refused-malformed"))
}

/// The file's name in `Upload-Metadata`: pairs of a key and base 64, between commas.
fn named(headers: &HeaderMap) -> String {
    let text = headers.get(METADATA).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let pairs = text.split(',').filter_map(|pair| pair.trim().split_once(' '));
    let name = pairs.filter(|(key, _)| *key == "filename").find_map(|(_, value)| {
        let bytes = base64::engine::general_purpose::STANDARD.decode(value.trim()).ok()?;
        String::from_utf8(bytes).ok()
    });
    name.unwrap_or_default()
}

fn with_offset(status: StatusCode, offset: i32) -> Response {
    let mut response = status.into_response();
    response.headers_mut().insert(RESUMABLE, VERSION);
    response.headers_mut().insert(OFFSET, HeaderValue::from(offset));
    response
}

/// A file of the caller's
///
/// 404 while it is on its way: `HEAD` says how far it has come.
#[utoipa::path(
    get, path = "/api/v1/uploads/{id}", tag = "files",
    params(("id" = String, Path, description = "The file")),
    responses((status = 200, body = FileOut), (status = 401, body = Problem), (status = 404, body = Problem))
)]
async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<FileId>,
) -> Result<Json<FileOut>, Refusal> {
    match rows::own(&app.db, &visitor.actor, id).await? {
        Own::Kept(kept) => Ok(Json(FileOut::from(&kept))),
        Own::Unfinished(_) => Err(Refusal::not_found()),
    }
}

/// How far a file on its way has come (tus 1.0.0)
#[utoipa::path(
    head, path = "/api/v1/uploads/{id}", tag = "files",
    params(("id" = String, Path, description = "The file")),
    responses((status = 200, description = "`Upload-Offset` and `Upload-Length`"), (status = 401), (status = 404))
)]
async fn how_far(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<FileId>,
) -> Result<Response, Refusal> {
    let (received, length) = match rows::own(&app.db, &visitor.actor, id).await? {
        Own::Unfinished(there) => (there.received, there.length),
        Own::Kept(kept) => (kept.size, kept.size),
    };
    let mut response = with_offset(StatusCode::OK, received);
    response.headers_mut().insert(LENGTH, HeaderValue::from(length));
    Ok(response)
}

/// Sends the next piece of a file (tus 1.0.0)
///
/// 409 when it does not begin where the file goes on; `HEAD` says where that is. With the last
/// piece the file is looked into: 415 when it is refused, and it is gone.
#[utoipa::path(
    patch, path = "/api/v1/uploads/{id}", tag = "files",
    params(("id" = String, Path, description = "The file"), ("Upload-Offset" = u64, Header, description = "Where the piece begins, in bytes")),
    request_body(content = Vec<u8>, content_type = "application/offset+octet-stream"),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem), (status = 415, body = Problem), (status = 507, body = Problem))
)]
async fn resume(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<FileId>,
    request: Request,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let headers = request.headers().clone();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if kind != Some(PIECES) {
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "core-refused-media-type"));
    }
    let from = i32::try_from(number(&headers, &OFFSET)?).unwrap_or(i32::MAX);
    let bytes = Bytes::from_request(request, &app)
        .await
        .map_err(|rejection| Refusal::new(rejection.status(), "files-refused-too-large"))?;
    match files::piece(&app, &visitor, id, from, bytes).await? {
        Piece::Received(offset) | Piece::Done(offset) => {
            Ok(with_offset(StatusCode::NO_CONTENT, offset))
        }
        Piece::Elsewhere(_) => Err(Fault::Conflict("files-elsewhere").into()),
    }
}

/// Takes back a file that no text names, or one that is on its way
#[utoipa::path(
    delete, path = "/api/v1/uploads/{id}", tag = "files",
    params(("id" = String, Path, description = "The file")),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem))
)]
async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<FileId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    files::withdraw(&app, &visitor, id).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.headers_mut().insert(RESUMABLE, VERSION);
    Ok(response)
}
