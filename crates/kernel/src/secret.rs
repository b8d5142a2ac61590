//! Links that prove themselves: an identifier and a keyed hash of it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

const MAC: usize = 16;

/// The instance's key, 32 bytes, made at the first start and kept in the database.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// The key with these bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    fn mac(&self, purpose: &str, message: &[u8]) -> [u8; MAC] {
        let mut out = [0_u8; MAC];
        // A key of 32 bytes is always taken; the zero hash below matches nothing that was given out.
        if let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(&self.0) {
            hmac.update(purpose.as_bytes());
            hmac.update(&[0]);
            hmac.update(message);
            let full = hmac.finalize().into_bytes();
            out.iter_mut().zip(full).for_each(|(to, from)| *to = from);
        }
        out
    }

    /// A token for `message` that only this instance can make, and only for this purpose.
    /// URL-safe; 22 characters longer than the message in base 64.
    #[must_use]
    pub fn seal(&self, purpose: &str, message: &[u8]) -> String {
        let mut all = self.mac(purpose, message).to_vec();
        all.extend_from_slice(message);
        URL_SAFE_NO_PAD.encode(all)
    }

    /// The message of a token of ours; `None` for any other. Takes the same time for both.
    #[must_use]
    pub fn open(&self, purpose: &str, token: &str) -> Option<Vec<u8>> {
        let all = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (mac, message) = all.split_at_checked(MAC)?;
        let fits: bool = self.mac(purpose, message).ct_eq(mac).into();
        fits.then(|| message.to_vec())
    }

    /// A number from 0 up to, not including, `below`, that only this instance can reckon from the
    /// message; the same for the same message and purpose.
    #[must_use]
    pub fn number(&self, purpose: &str, message: &[u8], below: u32) -> u32 {
        let [a, b, c, d, ..] = self.mac(purpose, message);
        u32::from_be_bytes([a, b, c, d]) % below.max(1)
    }

    /// A token for an identifier.
    #[must_use]
    pub fn seal_id(&self, purpose: &str, id: Uuid) -> String {
        self.seal(purpose, id.as_bytes())
    }

    /// The identifier of a token of ours.
    #[must_use]
    pub fn open_id(&self, purpose: &str, token: &str) -> Option<Uuid> {
        Uuid::from_slice(&self.open(purpose, token)?).ok()
    }
}

/// Random bytes as a URL-safe token.
#[must_use]
pub fn token(bytes: &[u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What the database keeps of a token: its SHA-256, in hexadecimal.
#[must_use]
pub fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// Bytes in hexadecimal, lower case.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_opens_for_its_purpose_and_key_only() {
        let secret = Secret::new([7; 32]);
        let id = Uuid::from_u128(42);
        let token = secret.seal_id("reset", id);
        assert_eq!(secret.open_id("reset", &token), Some(id));
        assert_eq!(secret.open_id("confirm", &token), None);
        assert_eq!(Secret::new([8; 32]).open_id("reset", &token), None);
        assert_eq!(secret.open_id("reset", "x"), None);
    }
}
