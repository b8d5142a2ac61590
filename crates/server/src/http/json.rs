//! JSON bodies of the API.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use http::{StatusCode, header};
use serde::de::DeserializeOwned;
use stoa_kernel::Once;

use super::refusal::Refusal;

/// A JSON body and the key under which the request acts at most once
/// (`Idempotency-Key`). Types refuse unknown fields themselves
/// (`#[serde(deny_unknown_fields)]`).
pub struct Body<T> {
    /// What was sent.
    pub json: T,
    /// The key, when the request carries one.
    pub once: Option<Once>,
}

impl<S, T> FromRequest<S> for Body<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let path = request.uri().path().to_owned();
        let headers = request.headers().clone();
        if !is_json(&headers) {
            return Err(Refusal::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "core-refused-media-type",
            ));
        }
        let key =
            headers.get("idempotency-key").map(|key| key.to_str().unwrap_or_default().to_owned());
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| Refusal::new(rejection.status(), "core-refused-too-large"))?;
        let once = key.map(|key| Once::new(&key, &path, &bytes)).transpose()?;
        let json = serde_json::from_slice(&bytes).map_err(|error| {
            tracing::debug!(%error, "a body was refused");
            Refusal::bad("core-refused-json").keeping(&short(&error.to_string()))
        })?;
        Ok(Self { json, once })
    }
}

/// The parser's words name the field and the place; they hold no more than the sender sent.
fn short(text: &str) -> String {
    text.chars().take(200).collect()
}

fn is_json(headers: &http::HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}
