//! `application/problem+json` (RFC 9457): how the API refuses.

use std::collections::BTreeMap;

use axum::response::{IntoResponse, Response};
use http::header;
use serde::Serialize;
use stoa_render::Words;
use utoipa::ToSchema;

use super::refusal::{Refusal, arguments};

/// A refusal of the API.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the code says what kind it is.
    pub r#type: &'static str,
    /// The status in words, in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What to do about it, in the reader's language.
    pub detail: String,
    /// A stable code for programs.
    pub code: String,
    /// What is wrong, by field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub errors: BTreeMap<String, Vec<String>>,
    /// What the caller sent and would otherwise lose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
}

impl Problem {
    /// The refusal in the words of a language.
    #[must_use]
    pub fn of(refusal: &Refusal, w: Words) -> Self {
        let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for problem in &refusal.problems {
            let text = w.with(problem.key, &arguments(problem));
            errors.entry(problem.field.to_owned()).or_default().push(text);
        }
        Self {
            r#type: "about:blank",
            title: refusal.status.canonical_reason().unwrap_or_default().to_owned(),
            status: refusal.status.as_u16(),
            detail: w.say(refusal.key),
            code: code(refusal.key),
            errors,
            kept: refusal.kept.as_deref().map(str::to_owned),
        }
    }
}

/// `core-refused-not-found` is `not_found` to programs.
fn code(key: &str) -> String {
    let tail = key.strip_prefix("core-refused-").unwrap_or(key);
    tail.strip_prefix("core-").unwrap_or(tail).replace('-', "_")
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let json = serde_json::to_vec(&self).unwrap_or_default();
        ([(header::CONTENT_TYPE, "application/problem+json")], json).into_response()
    }
}
