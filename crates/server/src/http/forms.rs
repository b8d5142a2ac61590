//! Forms as browsers send them.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;
use stoa_kernel::Once;

use super::refusal::Refusal;

/// A form's fields, and the key under which it acts at most once (the hidden
/// field `once`). Missing fields are for the fields' own defaults to fill:
/// what is wrong with their values is collected later, with what was typed kept.
pub struct Form<T> {
    /// The fields.
    pub fields: T,
    /// The key of `once`, when the form carries one.
    pub once: Option<Once>,
}

impl<S, T> FromRequest<S> for Form<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let path = request.uri().path().to_owned();
        let key = request.headers().get("idempotency-key").cloned();
        let bytes = read(request, state).await?;
        let malformed = |_| Refusal::bad("core-refused-malformed");
        let fields = serde_html_form::from_bytes::<T>(&bytes).map_err(malformed)?;
        let pairs: Vec<(String, String)> =
            serde_html_form::from_bytes(&bytes).map_err(malformed)?;
        chosen_and_left(&pairs)?;
        let hidden = pairs.into_iter().find(|(name, _)| name == "once").map(|(_, key)| key);
        let named = key.and_then(|value| value.to_str().ok().map(str::to_owned));
        let key = named.or(hidden).filter(|key| !key.is_empty());
        let once = key.map(|key| Once::new(&key, &path, &bytes)).transpose()?;
        Ok(Self { fields, once })
    }
}

/// Without a script a file goes by a button of its own: another button would send its name alone,
/// and the text without it.
fn chosen_and_left(pairs: &[(String, String)]) -> Result<(), Refusal> {
    let value = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value);
    match value("file").is_some_and(|file| !file.is_empty()) {
        true => {
            let typed = value("body").map(String::as_str).unwrap_or_default();
            Err(Refusal::bad("files-attach-first").keeping(typed))
        }
        false => Ok(()),
    }
}

/// Reads the body, which must be UTF-8 once its percent signs are undone.
async fn read<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Refusal> {
    let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
        Refusal::new(
            rejection.status(),
            match rejection.status().as_u16() {
                413 => "core-refused-too-large",
                _ => "core-refused-malformed",
            },
        )
    })?;
    if decodes(&bytes) { Ok(bytes) } else { Err(Refusal::bad("core-refused-utf8")) }
}

/// Percent-decoding that would put in replacement characters is refused
/// instead: nobody's text is changed behind his back.
fn decodes(bytes: &[u8]) -> bool {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let value =
            hex.filter(|_| *first == b'%').and_then(|pair| u8::from_str_radix(pair, 16).ok());
        plain.push(value.unwrap_or(*first));
        rest = if value.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    std::str::from_utf8(&plain).is_ok()
}

#[cfg(test)]
mod tests {
    use super::decodes;

    #[test]
    fn broken_utf8_is_noticed_even_when_escaped() {
        assert!(decodes(b"body=%C3%A9t%C3%A9&x=1%"));
        assert!(!decodes(b"body=%C3%28"));
        assert!(!decodes(b"body=\xff"));
    }
}
