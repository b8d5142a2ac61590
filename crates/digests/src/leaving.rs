//! Leaving by the link at the end of a letter: one press, no sign-in.
//!
//! A link names a member and what is left; it is sealed with the instance's key, does not expire
//! and opens nothing else. **Looking at it changes nothing; a POST leaves at once.**

use stoa_accounts::views::{actor, contact};
use stoa_kernel::ids::{CityId, MemberId, SpaceId, ThreadId};
use stoa_kernel::{Fault, Reads, Secret, Tx};
use stoa_threads::Level;
use stoa_threads::subscriptions::{self, Target};

use crate::model::{Preferences, Rhythm, Scope};
use crate::{calendar, preferences};

const PURPOSE: &str = "unsubscribe";
const ID: usize = 16;

impl Scope {
    /// The name in the catalogues: `digest`, `replies`, `mentions`, `thread`, `space`, `city`,
    /// `person`, `everything`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::Replies => "replies",
            Self::Mentions => "mentions",
            Self::Requests => "requests",
            Self::Thread(_) => "thread",
            Self::Space(_) => "space",
            Self::City(_) => "city",
            Self::Person(_) => "person",
            Self::Everything => "everything",
        }
    }

    fn bytes(self) -> Vec<u8> {
        let of = |tag: u8, id: sea_orm::prelude::Uuid| {
            let mut all = vec![tag];
            all.extend_from_slice(id.as_bytes());
            all
        };
        match self {
            Self::Digest => vec![b'd'],
            Self::Replies => vec![b'r'],
            Self::Mentions => vec![b'm'],
            Self::Requests => vec![b'q'],
            Self::Everything => vec![b'e'],
            Self::Thread(id) => of(b't', id.uuid()),
            Self::Space(id) => of(b's', id.uuid()),
            Self::City(id) => of(b'c', id.uuid()),
            Self::Person(id) => of(b'p', id.uuid()),
        }
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (tag, rest) = bytes.split_first()?;
        let id = || sea_orm::prelude::Uuid::from_slice(rest).ok();
        match (tag, rest.is_empty()) {
            (b'd', true) => Some(Self::Digest),
            (b'r', true) => Some(Self::Replies),
            (b'm', true) => Some(Self::Mentions),
            (b'q', true) => Some(Self::Requests),
            (b'e', true) => Some(Self::Everything),
            (b't', false) => id().map(|id| Self::Thread(ThreadId::from_uuid(id))),
            (b's', false) => id().map(|id| Self::Space(SpaceId::from_uuid(id))),
            (b'c', false) => id().map(|id| Self::City(CityId::from_uuid(id))),
            (b'p', false) => id().map(|id| Self::Person(MemberId::from_uuid(id))),
            _ => None,
        }
    }

    fn target(self) -> Option<Target> {
        match self {
            Self::Thread(id) => Some(Target::Thread(id)),
            Self::Space(id) => Some(Target::Space(id)),
            Self::City(id) => Some(Target::City(id)),
            Self::Person(id) => Some(Target::Person(id)),
            _ => None,
        }
    }
}

/// The text of a link by which this member leaves this.
#[must_use]
pub fn seal(secret: &Secret, member: MemberId, scope: Scope) -> String {
    let mut message = member.uuid().as_bytes().to_vec();
    message.extend(scope.bytes());
    secret.seal(PURPOSE, &message)
}

/// Who leaves what by this link; `None` for a text that is not ours.
#[must_use]
pub fn open(secret: &Secret, text: &str) -> Option<(MemberId, Scope)> {
    let message = secret.open(PURPOSE, text)?;
    let (member, scope) = message.split_at_checked(ID)?;
    let member = sea_orm::prelude::Uuid::from_slice(member).ok()?;
    Some((MemberId::from_uuid(member), Scope::read(scope)?))
}

/// What leaving put an end to, so that it can be taken back: it stands in the page's Undo button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before(pub String);

/// Leaves. Doing it again changes nothing.
///
/// # Errors
/// [`Fault::NotFound`] when the member is no longer there.
pub async fn leave(tx: &mut Tx, member: MemberId, scope: Scope) -> Result<Before, Fault> {
    let who = actor(tx, member).await?.ok_or(Fault::NotFound)?;
    if let Some(target) = scope.target() {
        let level = subscriptions::level(tx, &who, target).await?;
        let less = if matches!(scope, Scope::Thread(_)) { Level::Muted } else { Level::Normal };
        // What is no longer there for this member tells nothing any more.
        match subscriptions::set(tx, &who, target, less).await {
            Err(Fault::NotFound) => {}
            done => done?,
        }
        return Ok(Before(level.name().to_owned()));
    }
    let before = preferences::locked(tx, member).await?.unwrap_or_default();
    let after = without(before, scope);
    preferences::save(tx, member, &Preferences { version: before.version + 1, ..after }).await?;
    Ok(Before(written(&before)))
}

fn without(before: Preferences, scope: Scope) -> Preferences {
    let all = scope == Scope::Everything;
    let digest = all || scope == Scope::Digest;
    Preferences {
        rhythm: if digest { Rhythm::None } else { before.rhythm },
        next_digest_at: before.next_digest_at.filter(|_| !digest),
        replies: before.replies && !all && scope != Scope::Replies,
        mentions: before.mentions && !all && scope != Scope::Mentions,
        approvals: before.approvals && !all,
        requests: before.requests && !all && scope != Scope::Requests,
        ..before
    }
}

/// Takes leaving back: puts what the link is about to where it was.
///
/// # Errors
/// [`Fault::NotFound`] when the member is no longer there, [`Fault::Invalid`] for a value that
/// no page of ours gave.
pub async fn rejoin(
    tx: &mut Tx,
    member: MemberId,
    scope: Scope,
    before: &Before,
) -> Result<(), Fault> {
    let bad = || Fault::invalid("before", "digests-undo-bad");
    let who = actor(tx, member).await?.ok_or(Fault::NotFound)?;
    if let Some(target) = scope.target() {
        let level = Level::parse(&before.0).ok_or_else(bad)?;
        return match subscriptions::set(tx, &who, target, level).await {
            Err(Fault::NotFound) => Ok(()),
            done => done,
        };
    }
    let was = told(&before.0).ok_or_else(bad)?;
    let zone = contact(tx, member).await?.ok_or(Fault::NotFound)?.time_zone;
    let kept = preferences::locked(tx, member).await?.unwrap_or_default();
    let mut after = with(kept, scope, was);
    after.next_digest_at = calendar::next(&after, &calendar::zone(&zone), tx.now());
    after.version += 1;
    preferences::save(tx, member, &after).await
}

/// The part of `was` that the scope is about, upon what is kept now.
fn with(kept: Preferences, scope: Scope, was: Preferences) -> Preferences {
    let all = scope == Scope::Everything;
    Preferences {
        rhythm: if all || scope == Scope::Digest { was.rhythm } else { kept.rhythm },
        replies: if all || scope == Scope::Replies { was.replies } else { kept.replies },
        mentions: if all || scope == Scope::Mentions { was.mentions } else { kept.mentions },
        approvals: if all { was.approvals } else { kept.approvals },
        requests: if all || scope == Scope::Requests { was.requests } else { kept.requests },
        ..kept
    }
}

fn written(before: &Preferences) -> String {
    let flag = |on: bool| if on { "1" } else { "0" };
    let flags = [before.replies, before.mentions, before.approvals, before.requests].map(flag);
    format!("{}-{}", before.rhythm.name(), flags.concat())
}

fn told(text: &str) -> Option<Preferences> {
    let (rhythm, flags) = text.split_once('-')?;
    let mut flags = flags.chars().map(|c| c == '1');
    Some(Preferences {
        rhythm: Rhythm::parse(rhythm)?,
        replies: flags.next()?,
        mentions: flags.next()?,
        approvals: flags.next()?,
        requests: flags.next().unwrap_or(true),
        ..Preferences::default()
    })
}

/// How closely a link's thread, space or city is followed, or whether its letters come: whether
/// there is anything left to leave.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn left(db: &impl Reads, member: MemberId, scope: Scope) -> Result<bool, Fault> {
    if let Some(target) = scope.target() {
        let Some(who) = actor(db, member).await? else { return Ok(true) };
        let level = subscriptions::level(db, &who, target).await?;
        return Ok(match scope {
            Scope::Thread(_) => level == Level::Muted,
            _ => level < Level::Watching,
        });
    }
    let kept = preferences::of(db, member).await?;
    Ok(without(kept, scope) == kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> sea_orm::prelude::Uuid {
        sea_orm::prelude::Uuid::from_u128(n)
    }

    #[test]
    fn a_link_opens_for_its_member_and_scope_alone() {
        let secret = Secret::new([7; 32]);
        let member = MemberId::from_uuid(id(1));
        for scope in [
            Scope::Digest,
            Scope::Replies,
            Scope::Mentions,
            Scope::Requests,
            Scope::Everything,
            Scope::Thread(ThreadId::from_uuid(id(2))),
            Scope::Space(SpaceId::from_uuid(id(3))),
            Scope::City(CityId::from_uuid(id(4))),
        ] {
            let text = seal(&secret, member, scope);
            assert_eq!(open(&secret, &text), Some((member, scope)));
            assert!(text.len() < 75 && text.is_ascii());
            assert_eq!(open(&Secret::new([8; 32]), &text), None);
            assert_eq!(secret.open_id("sign-in", &text), None);
        }
        assert_eq!(open(&secret, "nonsense"), None);
        assert_eq!(open(&secret, &secret.seal(PURPOSE, b"short")), None);
    }

    #[test]
    fn what_was_there_reads_back() {
        let before =
            Preferences { rhythm: Rhythm::Daily, mentions: false, ..Preferences::default() };
        let was = told(&written(&before)).unwrap();
        assert_eq!((was.rhythm, was.replies, was.mentions), (Rhythm::Daily, true, false));
        assert_eq!(told("weekly"), None);
        assert_eq!(told("hourly-111"), None);
    }
}
