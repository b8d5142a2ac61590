//! What every answer carries.

use std::sync::LazyLock;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine;
use http::{HeaderName, HeaderValue, header};
use sha2::{Digest, Sha256};

use crate::app::App;

/// The one inline script: it tells styles that scripts run.
pub const INLINE: &str = "document.documentElement.classList.add('js')";

static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(INLINE));
    let policy = format!(
        "default-src 'self'; script-src 'self' 'sha256-{hash}'; style-src 'self'; img-src 'self' data:; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy)
        .unwrap_or_else(|_| HeaderValue::from_static("default-src 'self'"))
});

/// Puts the common headers on an answer that does not bring its own.
pub async fn put(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: HeaderValue| {
        headers.entry(name).or_insert(value);
    };
    put(header::CONTENT_SECURITY_POLICY, POLICY.clone());
    put(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    put(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    put(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
    put(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=()"),
    );
    put(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if app.config.server.public_url.starts_with("https") {
        let year = HeaderValue::from_static("max-age=31536000");
        put(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}
