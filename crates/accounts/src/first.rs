//! The first administrator of a new instance: a link that is printed where the
//! program was started, works once within a day, and dies when somebody
//! administers.

use std::time::Duration;

use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{MemberId, TokenId};
use stoa_kernel::{Fault, Reads, RoleKind, Secret, Time, Tx, instance};

use crate::model::NewMember;
use crate::roles::{self, By};
use crate::{members, views};

/// The key under which the open link is kept.
const KEY: &str = "set-up";
/// What its text is sealed for.
const PURPOSE: &str = "set-up";
/// How long a link works.
pub const LIFE: Duration = Duration::from_secs(24 * 3600);

#[derive(Serialize, Deserialize)]
struct Offer {
    id: Uuid,
    at: Time,
}

impl Offer {
    fn stands(&self, now: Time) -> bool {
        now.since(self.at) < LIFE
    }
}

/// The link's text, the same again while it works; `None` once somebody administers.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn offer(tx: &mut Tx, secret: &Secret) -> Result<Option<String>, Fault> {
    if views::any_administrator(tx).await? {
        return Ok(None);
    }
    let open = standing(tx).await?.filter(|offer| offer.stands(tx.now()));
    let offer = match open {
        Some(offer) => offer,
        None => fresh(tx).await?,
    };
    Ok(Some(secret.seal_id(PURPOSE, offer.id)))
}

async fn fresh(tx: &Tx) -> Result<Offer, Fault> {
    let id: TokenId = tx.new_id();
    let offer = Offer { id: id.uuid(), at: tx.now() };
    let json = serde_json::to_string(&offer).map_err(Fault::broken)?;
    instance::keep(tx, KEY, &json).await?;
    Ok(offer)
}

async fn standing(db: &impl Reads) -> Result<Option<Offer>, Fault> {
    let kept = instance::value(db, KEY).await?;
    kept.map(|json| serde_json::from_str(&json).map_err(Fault::broken)).transpose()
}

/// Whether a link works now, without using it up.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn works(db: &impl Reads, secret: &Secret, text: &str) -> Result<bool, Fault> {
    let Some(id) = secret.open_id(PURPOSE, text) else { return Ok(false) };
    let open = standing(db).await?;
    let fits = open.is_some_and(|offer| offer.id == id && offer.stands(db.now()));
    Ok(fits && !views::any_administrator(db).await?)
}

/// Uses the link up: the person becomes a member and administers. `None` for a link that does
/// not work, or was used by another at the same moment.
///
/// # Errors
/// [`Fault::Conflict`] for an address that is known.
pub async fn take(
    tx: &mut Tx,
    secret: &Secret,
    text: &str,
    new: &NewMember,
) -> Result<Option<MemberId>, Fault> {
    if !works(tx, secret, text).await? || !instance::drop_value(tx, KEY).await? {
        return Ok(None);
    }
    let member = members::add(tx, new).await?;
    roles::give_role(tx, By::Operator, member, RoleKind::Administrator, None).await?;
    Ok(Some(member))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    async fn offered(world: &World) -> Option<String> {
        let secret = world.secret();
        world.db.write(async |tx: &mut Tx| offer(tx, &secret).await).await.unwrap()
    }

    async fn takes(world: &World, text: &str, name: &str) -> Option<MemberId> {
        let (secret, wish) = (world.secret(), world.wish(name, World::PASSWORD).await);
        let verb = async |tx: &mut Tx| take(tx, &secret, text, &wish).await;
        world.db.write(verb).await.unwrap()
    }

    #[tokio::test]
    async fn a_link_is_the_same_for_a_day_and_works_once() {
        let world = World::new().await;
        let link = offered(&world).await.unwrap();
        world.advance(LIFE - Duration::from_secs(1));
        assert_eq!(offered(&world).await.as_ref(), Some(&link));
        world.advance(Duration::from_secs(1));
        assert!(takes(&world, &link, "late").await.is_none());
        let fresh = offered(&world).await.unwrap();
        assert_ne!(fresh, link);
        assert!(takes(&world, "nonsense", "eve").await.is_none());
        let boss = takes(&world, &fresh, "boss").await.unwrap();
        assert!(world.actor(boss).await.may(stoa_policy::Action::Administer).is_ok());
        assert!(takes(&world, &fresh, "eve").await.is_none());
        assert_eq!(offered(&world).await, None);
    }

    #[tokio::test]
    async fn a_link_dies_when_somebody_administers() {
        let world = World::new().await;
        let link = offered(&world).await.unwrap();
        let secret = world.secret();
        assert!(works(&world.db, &secret, &link).await.unwrap());
        world.administrator("boss").await;
        assert!(!works(&world.db, &secret, &link).await.unwrap());
        assert!(takes(&world, &link, "eve").await.is_none());
    }

    #[tokio::test]
    async fn of_many_who_press_at_once_one_administers() {
        let world = World::new().await;
        let link = offered(&world).await.unwrap();
        let tries = (0..8).map(|n| {
            let (world, link) = (world.clone(), link.clone());
            tokio::spawn(async move { takes(&world, &link, &format!("boss{n}")).await })
        });
        let mut got = 0;
        for one in tries.collect::<Vec<_>>() {
            got += usize::from(one.await.unwrap().is_some());
        }
        assert_eq!(got, 1);
    }
}
