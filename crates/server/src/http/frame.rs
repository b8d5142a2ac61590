//! Around every handler: who asks on the way in, a face for refusals on the way out.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use tower_http::csrf::ProtectionError;

use super::cookies;
use super::problem::Problem;
use super::refusal::Refusal;
use super::visitor::{self, Visitor};
use crate::app::App;
use crate::pages::errors;
use crate::pages::threads::joined;

/// Resolves the visitor, runs the handler, renders a refusal. What only reads does so over one
/// connection; what writes may also hash a password or send a letter, and keeps none meanwhile.
pub async fn around(State(app): State<App>, request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        return stoa_kernel::holding_one(answered(app, request, next)).await;
    }
    answered(app, request, next).await
}

async fn answered(app: App, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let method = parts.method.clone();
    let resolved = visitor::resolve(&app, &parts).await;
    let (visitor, fault) = match resolved {
        Ok(visitor) => (Arc::new(visitor), None),
        Err(fault) => (Arc::new(visitor::stranger(&app, &parts)), Some(fault)),
    };
    let remembers = remembers_language(&parts.method, &parts.headers, &visitor, &parts);
    parts.extensions.insert(Arc::clone(&visitor));
    let response = match fault {
        None => next.run(Request::from_parts(parts, body)).await,
        Some(fault) => Refusal::from(fault).into_response(),
    };
    let response = led_on(&app, &visitor, &method, response).await;
    finish(&app, &visitor, response, remembers).await
}

/// What is not there may have become part of something else.
async fn led_on(app: &App, visitor: &Visitor, method: &Method, response: Response) -> Response {
    if response.status() != StatusCode::NOT_FOUND {
        return response;
    }
    match joined::way(app, visitor, method).await {
        Ok(Some(way)) => way,
        Ok(None) => response,
        Err(fault) => Refusal::from(fault).into_response(),
    }
}

async fn finish(app: &App, visitor: &Visitor, response: Response, remembers: bool) -> Response {
    let mut response = match refusal_of(&response) {
        Some(refusal) => face(app, visitor, refusal, response).await,
        None => response,
    };
    let showed_flash = visitor.flash.is_some() && is_page(&response);
    if showed_flash {
        response.headers_mut().append(header::SET_COOKIE, cookies::end_flash());
    }
    if remembers {
        response.headers_mut().append(header::SET_COOKIE, cookies::set_language(visitor.locale));
    }
    response
}

/// A refusal of a handler, of the cross-site check, or of axum itself (a
/// method not allowed, a body that cannot be read).
fn refusal_of(response: &Response) -> Option<Refusal> {
    if let Some(refusal) = response.extensions().get::<Refusal>() {
        return Some(refusal.clone());
    }
    if response.extensions().get::<ProtectionError>().is_some() {
        return Some(Refusal::new(StatusCode::FORBIDDEN, "core-refused-cross-site"));
    }
    let typed = response.headers().contains_key(header::CONTENT_TYPE);
    let key = match response.status() {
        StatusCode::NOT_FOUND if !typed => "core-refused-not-found",
        StatusCode::METHOD_NOT_ALLOWED => "core-refused-method",
        StatusCode::PAYLOAD_TOO_LARGE => "core-refused-too-large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE if !typed => "core-refused-media-type",
        StatusCode::SERVICE_UNAVAILABLE if !typed => "core-refused-unavailable",
        StatusCode::BAD_REQUEST
            if response.headers().get(header::CONTENT_TYPE).is_some_and(is_text) =>
        {
            "core-refused-malformed"
        }
        _ => return None,
    };
    Some(Refusal::new(response.status(), key))
}

fn is_text(value: &HeaderValue) -> bool {
    value.as_bytes().starts_with(b"text/plain")
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

async fn face(app: &App, visitor: &Visitor, refusal: Refusal, bare: Response) -> Response {
    let mut dressed = if visitor.path.starts_with("/api/") {
        Problem::of(&refusal, visitor.words()).into_response()
    } else {
        errors::page(app, visitor, &refusal).await
    };
    *dressed.status_mut() = refusal.status;
    if let Some(until) = refusal.again_at {
        let wait = until.since(app.db.clock().now()).as_secs().max(1);
        dressed.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = bare.headers().get(&name) {
            dressed.headers_mut().insert(name, value.clone());
        }
    }
    for cookie in bare.headers().get_all(header::SET_COOKIE) {
        dressed.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    dressed
}

/// A guest's choice by the switch in the header is kept; a `?lang=` in a link
/// that somebody sent changes that page alone.
fn remembers_language(
    method: &Method,
    headers: &HeaderMap,
    visitor: &Visitor,
    parts: &http::request::Parts,
) -> bool {
    let own = headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin");
    method == Method::GET && own && visitor.me.is_none() && visitor::in_query(parts).is_some()
}

/// A handler for addresses that lead nowhere.
pub async fn nowhere() -> Refusal {
    Refusal::not_found()
}

/// The answer to a handler that panicked; its words are for the reader, the cause for the log.
pub fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response<Body> {
    let text = cause.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| cause.downcast_ref::<&str>().copied()).unwrap_or("unknown");
    tracing::error!(cause = %text, "a handler panicked");
    Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "core-refused-broken").into_response()
}

/// A part of an address, such as an id: what cannot be read leads nowhere.
pub struct Path<T>(pub T);

impl<S, T> FromRequestParts<S> for Path<T>
where
    S: Send + Sync,
    T: serde::de::DeserializeOwned + Send,
{
    type Rejection = Refusal;

    async fn from_request_parts(
        parts: &mut http::request::Parts,
        state: &S,
    ) -> Result<Self, Refusal> {
        if holds_nul(parts.uri.path()) {
            return Err(Refusal::not_found());
        }
        let read = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        read.map(|path| Self(path.0)).map_err(|_| Refusal::not_found())
    }
}

/// The query of an address; unknown or unreadable parts are refused with 400.
pub struct Query<T>(pub T);

impl<S, T> FromRequestParts<S> for Query<T>
where
    S: Send + Sync,
    T: serde::de::DeserializeOwned + Send,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut http::request::Parts, _: &S) -> Result<Self, Refusal> {
        let query = parts.uri.query().unwrap_or_default();
        if holds_nul(query) {
            return Err(Refusal::bad("core-refused-malformed"));
        }
        serde_html_form::from_str(query)
            .map(Self)
            .map_err(|_| Refusal::bad("core-refused-malformed"))
    }
}

/// Whether an address hides a NUL: no name of ours has one, and PostgreSQL takes none.
fn holds_nul(encoded: &str) -> bool {
    encoded.contains("%00")
}
