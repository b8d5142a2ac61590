//! Typed identifiers: one newtype per table over a UUIDv7, printed as 26
//! characters of Crockford's base 32 in lower case.

use std::fmt::{self, Display, Formatter};
use uuid::Uuid;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Prints 128 bits as 26 characters (the ULID alphabet, lower case).
pub(crate) fn encode(id: Uuid) -> String {
    with_text(id, str::to_owned)
}

/// The same characters without a place of their own: a page prints hundreds.
fn with_text<T>(id: Uuid, then: impl FnOnce(&str) -> T) -> T {
    let mut bits = id.as_u128();
    let mut out = [b'0'; 26];
    for place in out.iter_mut().rev() {
        *place = ALPHABET.get((bits & 31) as usize).copied().unwrap_or(b'0');
        bits >>= 5;
    }
    // Every letter of the alphabet is ASCII.
    then(std::str::from_utf8(&out).unwrap_or_default())
}

/// Reads 26 characters back; `None` for anything else. Only the spelling that
/// [`encode`] prints is taken, so that one thing has one address.
pub(crate) fn decode(text: &str) -> Option<Uuid> {
    if text.len() != 26 || text.as_bytes().first().is_none_or(|first| *first > b'7') {
        return None;
    }
    let digit = |byte: &u8| ALPHABET.iter().position(|known| known == byte);
    let bits = text
        .as_bytes()
        .iter()
        .try_fold(0_u128, |sum, byte| digit(byte).map(|value| (sum << 5) | value as u128))?;
    Some(Uuid::from_u128(bits))
}

/// The text was not an identifier of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl Display for NotAnId {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("not an identifier")
    }
}

impl std::error::Error for NotAnId {}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident, $kind:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sea_orm::DeriveValueType)]
        pub struct $name(Uuid);

        impl $name {
            /// The identifier with these bits.
            #[must_use]
            pub const fn from_uuid(id: Uuid) -> Self { Self(id) }

            /// The bits.
            #[must_use]
            pub const fn uuid(self) -> Uuid { self.0 }
        }

        impl Display for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                with_text(self.0, |text| f.write_str(text))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                write!(f, concat!($kind, "_{}"), encode(self.0))
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> { decode(text).map(Self).ok_or(NotAnId) }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                with_text(self.0, |text| s.serialize_str(text))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )*};
}

id! {
    /// A member.
    MemberId, "member";
    /// A role given to a member.
    RoleId, "role";
    /// A signed-in browser or client.
    SessionId, "session";
    /// A single-use link sent by letter.
    TokenId, "token";
    /// A city.
    CityId, "city";
    /// A space.
    SpaceId, "space";
    /// A thread.
    ThreadId, "thread";
    /// A post.
    PostId, "post";
    /// One wording of a post.
    RevisionId, "revision";
    /// A text in another language.
    TranslationId, "translation";
    /// A draft.
    DraftId, "draft";
    /// A search that somebody keeps.
    SavedSearchId, "saved search";
    /// A file that somebody sent.
    FileId, "file";
    /// A case of the moderators' queue.
    CaseId, "case";
    /// A decision on a case.
    DecisionId, "decision";
    /// A rule that holds, flags or refuses texts.
    RuleId, "rule";
    /// A line of the moderation log, of a case's history.
    EntryId, "entry";
    /// A background job.
    JobId, "job";
    /// A notice in a member's inbox.
    NoticeId, "notice";
    /// A letter.
    LetterId, "letter";
}

impl SpaceId {
    /// Where conversations stand: the one space that nobody enters as such. Whom one of its threads
    /// is there for is said of each thread.
    pub const CONVERSATIONS: Self = Self(Uuid::from_u128(1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_and_has_one_spelling() {
        let id = PostId::from_uuid(Uuid::from_u128(0x0192_4b3c_55aa_7def_8123_4567_89ab_cdef));
        let text = id.to_string();
        assert_eq!(text.len(), 26);
        assert_eq!(text.parse::<PostId>(), Ok(id));
        assert_eq!(text.to_uppercase().parse::<PostId>(), Err(NotAnId));
        assert_eq!("8zzzzzzzzzzzzzzzzzzzzzzzzz".parse::<PostId>(), Err(NotAnId));
        assert!("".parse::<PostId>().is_err());
        assert!("ü".repeat(13).parse::<PostId>().is_err());
    }
}
