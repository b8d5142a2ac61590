//! The one place that knows which status a fault has.
//!
//! A handler answers `Err(Refusal)`; the response then carries it as an
//! extension, and [`super::frame`] gives it a face: a page in the reader's
//! language, or `application/problem+json` under `/api/`.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use stoa_kernel::fault::{Detail, Problem};
use stoa_kernel::{Fault, Time};

/// Why a request was refused, what was typed, and where the way goes on.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// HTTP status.
    pub status: StatusCode,
    /// A key into the catalogues: `core-refused-…`; also the API's `code`.
    pub key: &'static str,
    /// Problems by field.
    pub problems: Vec<Problem>,
    /// When it may be tried again.
    pub again_at: Option<Time>,
    /// What the person typed, so that it is not lost.
    pub kept: Option<Box<str>>,
    /// A way on: an address and the key of its words.
    pub way_on: Option<Box<(String, &'static str)>>,
}

impl Refusal {
    /// A refusal with nothing kept.
    #[must_use]
    pub fn new(status: StatusCode, key: &'static str) -> Self {
        Self { status, key, problems: Vec::new(), again_at: None, kept: None, way_on: None }
    }

    /// It does not exist, or must not be known to.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "core-refused-not-found")
    }

    /// The request itself is malformed.
    #[must_use]
    pub fn bad(key: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, key)
    }

    /// Keeps what was typed: the page shows it, to be copied or sent again.
    #[must_use]
    pub fn keeping(mut self, text: &str) -> Self {
        self.kept = (!text.is_empty()).then(|| text.into());
        self
    }

    /// Shows a way on.
    #[must_use]
    pub fn towards(mut self, address: impl Into<String>, key: &'static str) -> Self {
        self.way_on = Some(Box::new((address.into(), key)));
        self
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Invalid(problems) => {
                Self { problems: problems.0, ..Self::bad("core-refused-invalid") }
            }
            Fault::NotFound => Self::not_found(),
            Fault::Forbidden("core-refused-sign-in") => {
                Self::new(StatusCode::UNAUTHORIZED, "core-refused-sign-in")
            }
            Fault::Forbidden(key) => Self::new(StatusCode::FORBIDDEN, key),
            Fault::Conflict(key) => Self::new(StatusCode::CONFLICT, key),
            Fault::TooSoon(until) => Self {
                again_at: Some(until),
                ..Self::new(StatusCode::TOO_MANY_REQUESTS, "core-refused-too-soon")
            },
            Fault::Unavailable(why) => {
                tracing::warn!(cause = %why, "answered 503");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "core-refused-unavailable")
            }
            Fault::Broken(cause) => {
                tracing::error!(cause = %cause, "answered 500");
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, "core-refused-broken")
            }
        }
    }
}

impl From<askama::Error> for Refusal {
    fn from(error: askama::Error) -> Self {
        Fault::broken(error).into()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// The values of a problem, as the catalogues take them.
#[must_use]
pub fn arguments(problem: &Problem) -> Vec<(&'static str, stoa_render::FluentValue<'static>)> {
    let value = |detail: &Detail| match detail {
        Detail::Number(number) => (*number).into(),
        Detail::Text(text) => text.clone().into(),
    };
    problem.details.iter().map(|(name, detail)| (*name, value(detail))).collect()
}
