//! What is kept beside the posts, compared with the posts themselves: counts,
//! last activity, marks. For the operator's deep check and for tests.

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Fault, Reads};

#[derive(FromQueryResult)]
struct Thread {
    id: ThreadId,
}

#[derive(FromQueryResult)]
struct Post {
    id: PostId,
}

/// Each check finds what contradicts its sentence.
const THREADS: [(&str, &str); 4] = [
    (
        "posts counts the published posts",
        "SELECT t.id FROM threads t WHERE t.posts <> (SELECT COUNT(*) FROM posts p \
         WHERE p.thread_id = t.id AND p.state = 'published') LIMIT 20",
    ),
    (
        "last_number is no lower than any number",
        "SELECT t.id FROM threads t WHERE t.last_number < COALESCE((SELECT MAX(p.number) \
         FROM posts p WHERE p.thread_id = t.id), 0) LIMIT 20",
    ),
    (
        "last_post_at is when the last published post was published",
        "SELECT t.id FROM threads t WHERE t.posts > 0 AND t.last_post_at <> \
         (SELECT MAX(p.published_at) FROM posts p WHERE p.thread_id = t.id \
         AND p.state = 'published') LIMIT 20",
    ),
    (
        "the accepted answer stands",
        "SELECT t.id FROM threads t JOIN posts p ON p.id = t.accepted_post_id \
         WHERE p.state <> 'published' OR p.thread_id <> t.id LIMIT 20",
    ),
];

const POSTS: [(&str, &str); 2] = [
    (
        "a number goes with publication",
        "SELECT p.id FROM posts p WHERE (p.number IS NULL) <> (p.published_at IS NULL) \
         OR (p.number IS NULL AND p.state IN ('published', 'removed')) \
         OR (p.number IS NOT NULL AND p.state IN ('held', 'declined')) LIMIT 20",
    ),
    (
        "useful counts the marks",
        "SELECT p.id FROM posts p WHERE p.useful <> (SELECT COUNT(*) FROM useful_marks m \
         WHERE m.post_id = p.id) LIMIT 20",
    ),
];

/// One sentence for each thread or post that contradicts its own posts or
/// marks, at most twenty of a kind; none when all agrees. Reads everything.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn differences(db: &impl Reads) -> Result<Vec<String>, Fault> {
    let mut found = Vec::new();
    for (rule, sql) in THREADS {
        let broken = rows::<Thread>(db, sql, vec![]).await?;
        found.extend(broken.iter().map(|row| format!("{:?} breaks: {rule}", row.id)));
    }
    for (rule, sql) in POSTS {
        let broken = rows::<Post>(db, sql, vec![]).await?;
        found.extend(broken.iter().map(|row| format!("{:?} breaks: {rule}", row.id)));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts;
    use crate::testing::World;
    use stoa_kernel::Tx;

    #[tokio::test]
    async fn a_life_with_all_fates_agrees_with_its_recount_and_a_wrong_count_is_found() {
        let world = World::new().await;
        let (ada, kit) = (world.member("ada").await, world.member("kit").await);
        let (thread, opening) = world.open(&ada, "Soil").await;
        let mut replies = Vec::new();
        for n in 0..5 {
            replies.push(world.reply(&kit, thread, &format!("reply {n}")).await);
        }
        let held = world.held(&kit, thread, "waits").await;
        world.publish(held).await;
        let (hidden, removed, deleted) = (held, replies[4], replies[1]);
        let fates = async |tx: &mut Tx| {
            crate::marks::useful(tx, &ada, replies[0]).await?;
            crate::answers::accept(tx, &ada, thread, removed).await?;
            posts::unpublish(tx, hidden).await?;
            posts::remove(tx, removed).await?;
            posts::delete(tx, &kit, deleted).await?;
            posts::remove(tx, opening).await?;
            posts::restore(tx, opening).await
        };
        world.db.write(fates).await.unwrap();
        assert_eq!(differences(&world.db).await.unwrap(), Vec::<String>::new());
        world.run("UPDATE threads SET posts = posts + 1, last_number = 1").await;
        world.run("UPDATE posts SET useful = 7 WHERE number = 3").await;
        let found = differences(&world.db).await.unwrap();
        assert_eq!(found.len(), 3, "{found:?}");
    }
}
