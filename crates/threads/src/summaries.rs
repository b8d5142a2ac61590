//! The summary of a long thread: one of its replies, which stands on top of it.
//!
//! A summary is a text as any other: held, translated, edited, reported and erased like the reply
//! it is. Whoever knows better writes another, which takes its place; the one before stays among
//! the replies. Where the reply does not stand any more, or not here, the thread has none.

use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Tx};
use stoa_policy::Action;

use crate::model::{Place, PostFacts, State};
use crate::posts::{announce, facts, keeps};
use crate::store::threads as table;

/// How many posts a thread has before it wants a summary.
pub const FROM: i32 = 10;

/// Whether the actor may say what stands on top of threads there.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`] for who would be held.
pub fn may(actor: &Actor, place: &Place) -> Result<(), Fault> {
    actor.may_in(place.space, Action::Improve(place.facts)).map(|_| ())
}

/// Lets a reply stand on top of its thread.
///
/// # Errors
/// [`Fault::NotFound`] where the post is not there for the actor, [`Fault::Forbidden`] for who
/// would be held, [`Fault::Invalid`] in field `post` for the opening post or a post of another
/// thread, [`Fault::Conflict`] for one that does not stand.
pub async fn set(tx: &mut Tx, actor: &Actor, thread: ThreadId, post: PostId) -> Result<(), Fault> {
    actor.signed_in()?;
    let found = facts(tx, actor, post).await?;
    may(actor, &found.place)?;
    if found.place.thread != thread || found.opening {
        return Err(Fault::invalid("post", "threads-summary-reply-only"));
    }
    if found.state != State::Published {
        return Err(Fault::Conflict("threads-post-gone"));
    }
    put(tx, &found, Some(post)).await
}

/// Lets a thread have no summary: by who wrote it, or a moderator.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`]; [`Fault::Conflict`] when this post is not the
/// summary (any more).
pub async fn unset(tx: &mut Tx, actor: &Actor, post: PostId) -> Result<(), Fault> {
    let found = facts(tx, actor, post).await?;
    keeps(actor, &found)?;
    put(tx, &found, None).await
}

async fn put(tx: &mut Tx, found: &PostFacts, post: Option<PostId>) -> Result<(), Fault> {
    let thread = found.place.thread;
    // Taking it back concerns this summary, not one that took its place meanwhile.
    let sql = "UPDATE threads SET summary_post_id = ?, version = version + 1 \
               WHERE id = ? AND (? OR summary_post_id = ?)";
    let values = vec![post.into(), thread.into(), post.is_some().into(), found.post.into()];
    if tx.run(sql, values).await?.rows_affected() == 0 {
        return Err(Fault::Conflict("threads-summary-other"));
    }
    let raised = table::step(tx, thread).await?;
    announce(tx, thread, raised.seq, "post.marked", found.post, found.number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use crate::views;

    #[tokio::test]
    async fn a_reply_stands_on_top_until_another_does() {
        let world = World::new().await;
        let (ada, kit) = (world.member("ada").await, world.member("kit").await);
        let (thread, opening) = world.open(&ada, "Soil").await;
        let (one, two) = (
            world.reply(&kit, thread, "in short").await,
            world.reply(&ada, thread, "shorter").await,
        );
        let sets = async |who: &Actor, post| {
            world.db.write(async |tx: &mut Tx| set(tx, who, thread, post).await).await
        };
        assert!(matches!(sets(&kit, opening).await, Err(Fault::Invalid(_))));
        let newcomer = world.person("new", stoa_policy::Standing::Newcomer, &[]).await;
        assert!(matches!(sets(&newcomer, one).await, Err(Fault::Forbidden(_))));
        sets(&kit, one).await.unwrap();
        sets(&ada, two).await.unwrap();
        let view = views::thread(&world.db, &kit, thread).await.unwrap();
        assert_eq!(view.summary_post, Some(two));
        let takes = async |who: &Actor, post| {
            world.db.write(async |tx: &mut Tx| unset(tx, who, post).await).await
        };
        assert!(matches!(takes(&kit, one).await, Err(Fault::Conflict(_))));
        assert!(matches!(takes(&kit, two).await, Err(Fault::Forbidden(_))));
        takes(&ada, two).await.unwrap();
        assert_eq!(views::thread(&world.db, &kit, thread).await.unwrap().summary_post, None);
    }
}
