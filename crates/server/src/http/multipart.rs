//! Forms that carry a file (`multipart/form-data`, RFC 7578).

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use http::StatusCode;

use super::refusal::Refusal;
use super::visitor::Visitor;

/// Parts of one form; more are nobody's who fills in a form.
const MOST_PARTS: usize = 100;
/// What is said when the file, or the form because of it, is too large.
const TOO_LARGE: &str = "files-refused-too-large";
/// Bytes of all fields that are no file.
const LONGEST_FIELDS: usize = 1 << 20;
/// One byte more of a file is kept than it may have, by which it is known to be too large.
const LONGEST_FILE: usize = stoa_media::Limits::USUAL.bytes + 1;

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
        // Of a file that nobody signed in sends, nothing is kept: it will be refused.
        let (mut head, body) = request.into_parts();
        let visitor = Visitor::from_request_parts(&mut head, state).await?;
        let most = if visitor.actor.id().is_some() { LONGEST_FILE } else { 0 };
        let request = Request::from_parts(head, body);
        let mut form = Multipart::from_request(request, state).await.map_err(|_| {
            Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "core-refused-media-type")
        })?;
        let mut parts = Self::default();
        for _ in 0..MOST_PARTS {
            match form.next_field().await.map_err(|error| broken(&error))? {
                Some(field) => match parts.add(field, most).await {
                    Ok(()) => {}
                    // What was typed stands before the file, and is not lost with it.
                    Err(refusal) if refusal.key == TOO_LARGE => {
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
    async fn add(&mut self, field: Field<'_>, longest: usize) -> Result<(), Refusal> {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let called = field.file_name().unwrap_or_default().to_owned();
            let bytes = beginning(field, longest).await?;
            if self.file.is_none() && !(called.is_empty() && bytes.is_empty()) {
                self.file = Some((called, bytes));
            }
            return Ok(());
        }
        let taken: usize = self.fields.iter().map(|(_, value)| value.len()).sum();
        let room = LONGEST_FIELDS.saturating_sub(taken);
        let bytes = beginning(field, room + 1).await?;
        if bytes.len() > room {
            return Err(Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "core-refused-too-large"));
        }
        let value = String::from_utf8(bytes);
        let value = value.map_err(|_| Refusal::bad("core-refused-utf8"))?;
        self.fields.push((name, value));
        Ok(())
    }
}

/// The first bytes of a part, which is read to its end: what follows it is not lost.
async fn beginning(mut field: Field<'_>, most: usize) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|error| broken(&error))? {
        let room = most.saturating_sub(bytes.len()).min(piece.len());
        bytes.extend_from_slice(piece.get(..room).unwrap_or_default());
    }
    Ok(bytes)
}

fn broken(error: &MultipartError) -> Refusal {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, TOO_LARGE),
        _ => Refusal::bad("core-refused-malformed"),
    }
}
