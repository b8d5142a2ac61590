//! Leaving nothing lying about.

use std::time::Duration;

use stoa_kernel::{Fault, Reads, Tx};

use crate::links::Purpose;

/// Links are kept so long after their end, so that their page can say what became of them.
const LINKS_KEPT: Duration = Duration::from_secs(30 * 24 * 3600);

/// Drops sessions that ended, links long past, and accounts that nobody confirmed in time.
/// Answers how many rows went.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn sweep(tx: &mut Tx) -> Result<u64, Fault> {
    let now = tx.now();
    let sessions = "DELETE FROM sessions WHERE expires_at <= ?";
    let mut gone = tx.run(sessions, vec![now.into()]).await?.rows_affected();
    let joined = now.minus(Purpose::Confirm.life());
    let accounts = "DELETE FROM members WHERE confirmed_at IS NULL AND created_at <= ? \
                    AND NOT EXISTS (SELECT 1 FROM tokens t \
                    WHERE t.member_id = members.id AND t.expires_at > ?)";
    gone += tx
        .run(accounts, vec![joined.into(), now.into()])
        .await?
        .rows_affected();
    let links = "DELETE FROM tokens WHERE expires_at <= ?";
    gone += tx
        .run(links, vec![now.minus(LINKS_KEPT).into()])
        .await?
        .rows_affected();
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[tokio::test]
    async fn unconfirmed_accounts_go_after_seven_days_and_others_stay() {
        let world = World::new().await;
        world.member("ada").await;
        world.join("kit", "correct horse").await;
        world.advance(Duration::from_secs(6 * 24 * 3600));
        let late = world.join("kit", "another horse").await;
        world.advance(Duration::from_secs(2 * 24 * 3600));
        let swept = async |tx: &mut Tx| sweep(tx).await;
        world.db.write(swept).await.unwrap();
        assert!(
            world.confirm(late).await.is_some(),
            "a later wish keeps the account"
        );
        world.join("mo", "correct horse").await;
        world.advance(Purpose::Confirm.life());
        assert_eq!(world.db.write(swept).await.unwrap(), 1);
        assert!(world.signs_in("ada", World::PASSWORD).await);
        assert!(world.signs_in("kit", "another horse").await);
    }
}
