//! Links sent by letter: single use, short lived, bound to the address they were sent to.

use std::time::Duration;

use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use sea_orm::prelude::Uuid;
use stoa_kernel::ids::{MemberId, TokenId};
use stoa_kernel::{Fault, Reads, Secret, Time, Tx};

use crate::events::{ConfirmAsked, ResetAsked, SignInAsked};
use crate::parse::EmailAddress;
use crate::store;

const MINUTE: u64 = 60;
const DAY: u64 = 24 * 3600;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Confirms an address; 7 days.
    Confirm,
    /// Signs in; 15 minutes.
    SignIn,
    /// Lets choose a new password; 60 minutes.
    Reset,
}

impl Purpose {
    /// The name in the table, in seals and in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::SignIn => "sign-in",
            Self::Reset => "reset",
        }
    }

    /// How long such a link works.
    #[must_use]
    pub const fn life(self) -> Duration {
        Duration::from_secs(match self {
            Self::Confirm => 7 * DAY,
            Self::SignIn => 15 * MINUTE,
            Self::Reset => 60 * MINUTE,
        })
    }

    /// A letter to an address that joins for the second time confirms another wish, so it does
    /// not end the first; the other letters say the same thing anew.
    const fn voids_older(self) -> bool {
        !matches!(self, Self::Confirm)
    }
}

/// What a link turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// It works.
    Good {
        /// Whose it is.
        member: MemberId,
        /// Which.
        token: TokenId,
        /// Until when.
        expires_at: Time,
    },
    /// Too old, or made void by a newer one or by a change of the address.
    Expired,
    /// Used before.
    Used,
    /// Not ours, or for something else.
    Unknown,
}

/// The text of a link, for its letter.
#[must_use]
pub fn text(secret: &Secret, purpose: Purpose, token: TokenId) -> String {
    secret.seal_id(purpose.name(), token.uuid())
}

/// Makes a link for a member's present address; where [`Purpose`] says so, older ones of the same
/// purpose stop working.
///
/// # Errors
/// [`Fault::NotFound`] for a member who does not exist.
pub async fn issue(tx: &mut Tx, member: MemberId, purpose: Purpose) -> Result<TokenId, Fault> {
    let row = store::members::by_id(tx, member).await?.ok_or(Fault::NotFound)?;
    if purpose.voids_older() {
        void(tx, member, purpose).await?;
    }
    let id: TokenId = tx.new_id();
    let fresh = store::tokens::ActiveModel {
        id: Set(id),
        member_id: Set(member),
        purpose: Set(purpose.name().to_owned()),
        email_key: Set(row.email_key),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now().plus(purpose.life())),
        used_at: Set(None),
    };
    fresh.insert(&tx.conn()).await?;
    Ok(id)
}

/// Lets all unused links of a purpose expire now.
pub(crate) async fn void(tx: &Tx, member: MemberId, purpose: Purpose) -> Result<(), Fault> {
    let sql = "UPDATE tokens SET expires_at = ? \
               WHERE member_id = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?";
    let now = tx.now();
    let values = vec![now.into(), member.into(), purpose.name().into(), now.into()];
    tx.run(sql, values).await.map(|_| ())
}

/// What a link is, without using it up: pages opened by mail scanners change nothing.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn look(
    db: &impl Reads,
    secret: &Secret,
    purpose: Purpose,
    text: &str,
) -> Result<Link, Fault> {
    let Some(id) = secret.open_id(purpose.name(), text) else {
        return Ok(Link::Unknown);
    };
    let found = store::tokens::by_id(db, id.into(), purpose.name()).await?;
    Ok(found.map_or(Link::Unknown, |row| judge(&row, db.now())))
}

fn judge(row: &store::tokens::Row, now: Time) -> Link {
    if row.used_at.is_some() {
        return Link::Used;
    }
    if row.expires_at <= now || row.email_key != row.present_key {
        return Link::Expired;
    }
    Link::Good { member: row.member_id, token: row.id, expires_at: row.expires_at }
}

/// Uses a link up: of all who try at once, one gets [`Link::Good`].
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn consume(
    tx: &mut Tx,
    secret: &Secret,
    purpose: Purpose,
    text: &str,
) -> Result<Link, Fault> {
    let link = look(tx, secret, purpose, text).await?;
    let Link::Good { token, .. } = link else {
        return Ok(link);
    };
    let sql = "UPDATE tokens SET used_at = ? WHERE id = ? AND used_at IS NULL";
    let done = tx.run(sql, vec![tx.now().into(), token.into()]).await?;
    Ok(if done.rows_affected() == 1 { link } else { Link::Used })
}

/// Whom a link of ours belongs to, also when it is too old or was used: the way on from its page
/// can then offer a new one for the same address.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn owner(
    db: &impl Reads,
    secret: &Secret,
    purpose: Purpose,
    text: &str,
) -> Result<Option<MemberId>, Fault> {
    let id: Option<Uuid> = secret.open_id(purpose.name(), text);
    let Some(id) = id else { return Ok(None) };
    let found = store::tokens::by_id(db, id.into(), purpose.name()).await?;
    Ok(found.map(|row| row.member_id))
}

/// What became of a wish for a letter. No answer to the outside may depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The letter asked for is due.
    Due(TokenId),
    /// The address is not confirmed: the letter that confirms it is due once more.
    ConfirmFirst(TokenId),
    /// Nobody has this address.
    Nobody,
}

/// Somebody wants a letter with a link. Meant for a job, so that the request that asked does the
/// same work whether or not the address is known.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ask(tx: &mut Tx, email: &EmailAddress, purpose: Purpose) -> Result<Asked, Fault> {
    let Some(row) = store::members::by_address(tx, email.key()).await? else {
        return Ok(Asked::Nobody);
    };
    if row.state != store::members::ACTIVE {
        return Ok(Asked::Nobody);
    }
    if row.confirmed_at.is_none() {
        return confirm_again(tx, row.id).await;
    }
    match purpose {
        Purpose::Confirm => Ok(Asked::Nobody),
        Purpose::SignIn => {
            let token = issue(tx, row.id, purpose).await?;
            tx.emit(&SignInAsked { member: row.id, token })?;
            Ok(Asked::Due(token))
        }
        Purpose::Reset => {
            let token = issue(tx, row.id, purpose).await?;
            tx.emit(&ResetAsked { member: row.id, token })?;
            Ok(Asked::Due(token))
        }
    }
}

/// The newest application gets a new link, and the older link of the same application ends.
async fn confirm_again(tx: &mut Tx, member: MemberId) -> Result<Asked, Fault> {
    let Some(wish) = store::applications::newest(tx, member).await? else {
        return Ok(Asked::Nobody);
    };
    let token = issue(tx, member, Purpose::Confirm).await?;
    let values = vec![token.into(), tx.now().into(), wish.token_id.into()];
    let moved = "UPDATE applications SET token_id = ?, written_at = ? WHERE token_id = ?";
    tx.run(moved, values).await?;
    let ended = "UPDATE tokens SET expires_at = ? WHERE id = ? AND expires_at > ?";
    let now = tx.now();
    tx.run(ended, vec![now.into(), wish.token_id.into(), now.into()]).await?;
    tx.emit(&ConfirmAsked { member, token })?;
    Ok(Asked::ConfirmFirst(token))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[tokio::test]
    async fn a_link_works_once_and_looking_does_not_use_it() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let secret = world.secret();
        let token = world.issue(ada, Purpose::SignIn).await;
        let link = text(&secret, Purpose::SignIn, token);
        for _ in 0..3 {
            let seen = look(&world.db, &secret, Purpose::SignIn, &link).await.unwrap();
            assert!(matches!(seen, Link::Good { member, .. } if member == ada));
        }
        let first = world.consume(Purpose::SignIn, &link).await;
        assert!(matches!(first, Link::Good { member, .. } if member == ada));
        assert_eq!(world.consume(Purpose::SignIn, &link).await, Link::Used);
        assert_eq!(look(&world.db, &secret, Purpose::SignIn, &link).await.unwrap(), Link::Used);
    }

    #[tokio::test]
    async fn of_many_who_press_at_once_one_gets_in() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let token = world.issue(ada, Purpose::SignIn).await;
        let link = text(&world.secret(), Purpose::SignIn, token);
        let tries = (0..20).map(|_| {
            let (world, link) = (world.clone(), link.clone());
            tokio::spawn(async move { world.consume(Purpose::SignIn, &link).await })
        });
        let mut good = 0;
        for attempt in tries.collect::<Vec<_>>() {
            good += i32::from(matches!(attempt.await.unwrap(), Link::Good { .. }));
        }
        assert_eq!(good, 1);
    }

    #[tokio::test]
    async fn links_end_at_their_hour() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        for purpose in [Purpose::Confirm, Purpose::SignIn, Purpose::Reset] {
            let token = world.issue(ada, purpose).await;
            let link = text(&world.secret(), purpose, token);
            world.advance(purpose.life() - Duration::from_secs(1));
            let seen = look(&world.db, &world.secret(), purpose, &link).await.unwrap();
            assert!(matches!(seen, Link::Good { .. }), "{purpose:?}");
            world.advance(Duration::from_secs(1));
            assert_eq!(world.consume(purpose, &link).await, Link::Expired, "{purpose:?}");
        }
        assert_eq!(Purpose::SignIn.life().as_secs(), 900);
        assert_eq!(Purpose::Reset.life().as_secs(), 3600);
    }

    #[tokio::test]
    async fn a_newer_link_voids_the_older_of_its_kind_only() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let reset = |token| text(&world.secret(), Purpose::Reset, token);
        let old = reset(world.issue(ada, Purpose::Reset).await);
        let sign_in = world.issue(ada, Purpose::SignIn).await;
        let new = reset(world.issue(ada, Purpose::Reset).await);
        assert_eq!(world.consume(Purpose::Reset, &old).await, Link::Expired);
        assert!(matches!(world.consume(Purpose::Reset, &new).await, Link::Good { .. }));
        let sign_in = text(&world.secret(), Purpose::SignIn, sign_in);
        assert!(matches!(world.consume(Purpose::SignIn, &sign_in).await, Link::Good { .. }));
    }

    #[tokio::test]
    async fn a_link_serves_its_purpose_and_address_alone() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let token = world.issue(ada, Purpose::SignIn).await;
        let link = text(&world.secret(), Purpose::SignIn, token);
        assert_eq!(world.consume(Purpose::Reset, &link).await, Link::Unknown);
        assert_eq!(world.consume(Purpose::SignIn, "nonsense").await, Link::Unknown);
        let other = text(&Secret::new([9; 32]), Purpose::SignIn, token);
        assert_eq!(world.consume(Purpose::SignIn, &other).await, Link::Unknown);
        world.run("UPDATE members SET email_key = 'new@city.example'").await;
        assert_eq!(world.consume(Purpose::SignIn, &link).await, Link::Expired);
    }

    #[tokio::test]
    async fn asking_for_an_unknown_address_leaves_nothing() {
        let world = World::new().await;
        world.member("ada").await;
        assert_eq!(world.ask("eve@city.example", Purpose::Reset).await, Asked::Nobody);
        assert_eq!(world.letters().await, Vec::<String>::new());
        assert!(matches!(world.ask("ADA@city.example", Purpose::Reset).await, Asked::Due(_)));
        assert_eq!(world.letters().await, ["accounts.reset_asked"]);
    }

    #[tokio::test]
    async fn who_has_not_confirmed_gets_the_confirmation_again() {
        let world = World::new().await;
        let first = world.join("kit", "correct horse").await;
        let Asked::ConfirmFirst(token) = world.ask("kit@city.example", Purpose::SignIn).await
        else {
            panic!("a confirmation is due")
        };
        assert_eq!(world.confirm(first).await, None);
        assert!(world.confirm(token).await.is_some());
        assert!(world.signs_in("kit", "correct horse").await);
    }
}
