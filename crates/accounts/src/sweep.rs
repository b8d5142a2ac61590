//! Leaving nothing lying about.

use std::time::Duration;

use stoa_kernel::{Fault, Reads, Time, Tx};

use crate::links::Purpose;
use crate::sessions::IDLE;

/// Links are kept so long after their end, so that their page can say what became of them.
const LINKS_KEPT: Duration = Duration::from_secs(30 * 24 * 3600);

/// Drops sessions that ended or lay idle, links long past, and accounts that nobody confirmed in
/// time, and absences that are over; forgets from where sessions came that were opened before `networks`, however long they
/// last. Answers how many rows went.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn sweep(tx: &mut Tx, networks: Time) -> Result<u64, Fault> {
    let now = tx.now();
    let sessions = "DELETE FROM sessions WHERE expires_at <= ? OR seen_at <= ?";
    let ended = vec![now.into(), now.minus(IDLE).into()];
    let mut gone = tx.run(sessions, ended).await?.rows_affected();
    let forget = "UPDATE sessions SET address_prefix = '' \
                  WHERE created_at <= ? AND address_prefix <> ''";
    tx.run(forget, vec![networks.into()]).await?;
    let joined = now.minus(Purpose::Confirm.life());
    let accounts = "DELETE FROM members WHERE confirmed_at IS NULL AND created_at <= ? \
                    AND NOT EXISTS (SELECT 1 FROM tokens t \
                    WHERE t.member_id = members.id AND t.expires_at > ?)";
    gone += tx.run(accounts, vec![joined.into(), now.into()]).await?.rows_affected();
    let links = "DELETE FROM tokens WHERE expires_at <= ?";
    gone += tx.run(links, vec![now.minus(LINKS_KEPT).into()]).await?.rows_affected();
    gone += crate::leaving::sweep(tx).await?;
    gone += crate::hours::sweep(tx).await?;
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    async fn month(tx: &mut Tx) -> Result<u64, Fault> {
        let before = tx.now().minus(Duration::from_secs(30 * 24 * 3600));
        sweep(tx, before).await
    }

    #[tokio::test]
    async fn idle_sessions_go_and_networks_are_forgotten() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let (_, idle) = world.open(ada).await;
        let open = async |tx: &mut Tx| crate::sessions::open(tx, ada, "x", "192.0.*.*").await;
        let (used, token) = world.db.write(open).await.unwrap();
        world.advance(Duration::from_secs(20 * 24 * 3600));
        world.touch(used).await;
        world.advance(Duration::from_secs(10 * 24 * 3600));
        assert_eq!(world.db.write(month).await.unwrap(), 1);
        assert!(crate::sessions::find(&world.db, &idle).await.unwrap().is_none());
        assert!(crate::sessions::find(&world.db, &token).await.unwrap().is_some());
        let actor = world.actor(ada).await;
        let kept = crate::sessions::list(&world.db, &actor).await.unwrap();
        assert_eq!((kept.len(), kept[0].address_prefix.as_str()), (1, ""));
    }

    #[tokio::test]
    async fn unconfirmed_accounts_go_after_seven_days_and_others_stay() {
        let world = World::new().await;
        world.member("ada").await;
        world.join("kit", "correct horse").await;
        world.advance(Duration::from_secs(6 * 24 * 3600));
        let late = world.join("kit", "another horse").await;
        world.advance(Duration::from_secs(2 * 24 * 3600));
        world.db.write(month).await.unwrap();
        assert!(world.confirm(late).await.is_some(), "a later wish keeps the account");
        world.join("mo", "correct horse").await;
        world.advance(Purpose::Confirm.life());
        assert_eq!(world.db.write(month).await.unwrap(), 1);
        assert!(world.signs_in("ada", World::PASSWORD).await);
        assert!(world.signs_in("kit", "another horse").await);
    }
}
