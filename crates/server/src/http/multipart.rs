//! Forms that carry a file (`multipart/form-data`, RFC 7578).

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use http::StatusCode;

use super::refusal::Refusal;
use crate::files::LONGEST;

/// Parts of one form; more are nobody's who fills in a form.
const MOST_PARTS: usize = 100;

/// A form with its file.
#[derive(Debug, Default)]
pub struct Parts {
    /// Names and values of the other fields, in order.
    pub fields: Vec<(String, String)>,
    /// The file's name as it was given, and its bytes; `None` when none was chosen.
    pub file: Option<(String, Vec<u8>)>,
    /// Why the file could not be read.
    pub refused: Option<Refusal>,
}

impl Parts {
    /// The first value of that name; empty where there is none.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// The file, or the refusal that asks for one.
    ///
    /// # Errors
    /// A refusal with status 400 where none was chosen, 413 for one that is too large.
    pub fn chosen(&mut self) -> Result<(String, Vec<u8>), Refusal> {
        if let Some(refusal) = self.refused.take() {
            return Err(refusal);
        }
        self.file.take().ok_or_else(|| Refusal::bad("files-refused-none"))
    }
}

impl<S: Send + Sync> FromRequest<S> for Parts {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let mut form = Multipart::from_request(request, state).await.map_err(|_| {
            Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "core-refused-media-type")
        })?;
        let mut parts = Self::default();
        for _ in 0..MOST_PARTS {
            match form.next_field().await.map_err(|error| broken(&error))? {
                Some(field) => match parts.add(field).await {
                    Ok(()) => {}
                    // What was typed stands before the file, and is not lost with it.
                    Err(refusal) if refusal.status == StatusCode::PAYLOAD_TOO_LARGE => {
                        parts.refused = Some(refusal);
                        return Ok(parts);
                    }
                    Err(refusal) => return Err(refusal),
                },
                None => return Ok(parts),
            }
        }
        Err(Refusal::bad("core-refused-malformed"))
    }
}

impl Parts {
    /// The part `file` is the file; browsers send it empty and without a name when none is chosen.
    async fn add(&mut self, mut field: Field<'_>) -> Result<(), Refusal> {
        let name = field.name().unwrap_or_default().to_owned();
        let called = field.file_name().map(str::to_owned);
        let mut bytes = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(|error| broken(&error))? {
            // What is too large is read to its end, and kept no further.
            if bytes.len() <= LONGEST {
                bytes.extend_from_slice(&piece);
            }
        }
        if name == "file" {
            let called = called.unwrap_or_default();
            if self.file.is_none() && !(called.is_empty() && bytes.is_empty()) {
                self.file = Some((called, bytes));
            }
            return Ok(());
        }
        let value = String::from_utf8(bytes);
        let value = value.map_err(|_| Refusal::bad("core-refused-utf8"))?;
        self.fields.push((name, value));
        Ok(())
    }
}

fn broken(error: &MultipartError) -> Refusal {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "files-refused-too-large")
        }
        _ => Refusal::bad("core-refused-malformed"),
    }
}
