//! Posts that a member keeps for later, with a note and, if he likes, a moment at which he is
//! reminded. Nobody else learns of them. A bookmark of a text that was taken away stays, without
//! a word of the text, until its owner lets it go.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, FromQueryResult};
use sea_orm::{PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, PostId};
use stoa_kernel::{Actor, Cursor, Fault, Limit, Page, Reads, Time, Tx};

use crate::events::BookmarkDue;
use crate::model::ahead;
use crate::posts::facts;
use crate::store::bookmarks as table;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 300;
/// How many posts one member keeps at most.
pub const MOST: u64 = 2000;

const LIST: &str = "bookmarks";

/// A post that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// The post.
    pub post: PostId,
    /// What its owner wrote beside it; empty for nothing.
    pub note: String,
    /// When its owner is reminded.
    pub remind_at: Option<Time>,
    /// When it was made.
    pub made_at: Time,
}

impl From<table::Model> for Bookmark {
    fn from(row: table::Model) -> Self {
        Self { post: row.post_id, note: row.note, remind_at: row.remind_at, made_at: row.made_at }
    }
}

/// Keeps a post, or changes the note and the reminder of one that is kept.
///
/// # Errors
/// [`Fault::NotFound`] where the post is not there for the actor, [`Fault::Invalid`] in field
/// `note` when it is too long, in `remind_at` for a moment that is past or more than two years
/// ahead; [`Fault::Conflict`] beyond [`MOST`].
pub async fn set(
    tx: &mut Tx,
    actor: &Actor,
    post: PostId,
    note: &str,
    remind_at: Option<Time>,
) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    facts(tx, actor, post).await?;
    let note = note.trim();
    if note.chars().count() > LONGEST_NOTE {
        return Err(Fault::invalid("note", "threads-bookmark-note-long"));
    }
    ahead(tx.now(), remind_at, "remind_at")?;
    if get(tx, actor, post).await?.is_none() && count(tx, me).await? >= MOST {
        return Err(Fault::Conflict("threads-bookmarks-many"));
    }
    let row = table::ActiveModel {
        member_id: Set(me),
        post_id: Set(post),
        note: Set(note.to_owned()),
        remind_at: Set(remind_at),
        made_at: Set(tx.now()),
    };
    use table::Column as B;
    let mut again = OnConflict::columns([B::MemberId, B::PostId]);
    again.update_columns([B::Note, B::RemindAt]);
    table::Entity::insert(row).on_conflict(again).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

async fn count(tx: &Tx, me: MemberId) -> Result<u64, Fault> {
    let own = table::Entity::find().filter(table::Column::MemberId.eq(me));
    Ok(own.count(&tx.conn()).await?)
}

/// Lets a post go; answers whether it was kept.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn forget(tx: &mut Tx, actor: &Actor, post: PostId) -> Result<bool, Fault> {
    let me = actor.signed_in()?;
    let sql = "DELETE FROM bookmarks WHERE member_id = ? AND post_id = ?";
    let done = tx.run(sql, vec![me.into(), post.into()]).await?;
    Ok(done.rows_affected() > 0)
}

/// The actor's bookmark of a post.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn get(db: &impl Reads, actor: &Actor, post: PostId) -> Result<Option<Bookmark>, Fault> {
    let me = actor.signed_in()?;
    let found = table::Entity::find_by_id((me, post)).one(&db.conn()).await?;
    Ok(found.map(Bookmark::from))
}

/// The actor's bookmarks, the newest first.
///
/// # Errors
/// [`Fault::Forbidden`] for guests, [`Fault::Invalid`] for a cursor of another list.
pub async fn list(
    db: &impl Reads,
    actor: &Actor,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<Bookmark>, Fault> {
    let me = actor.signed_in()?;
    use table::Column as B;
    let mut query = table::Entity::find().filter(B::MemberId.eq(me));
    if let Some(cursor) = cursor {
        let (at, post): (i64, PostId) = Cursor::decode(LIST, cursor)?;
        let same = Condition::all().add(B::MadeAt.eq(Time(at))).add(B::PostId.lt(post));
        query = query.filter(Condition::any().add(B::MadeAt.lt(Time(at))).add(same));
    }
    let rows = query
        .order_by_desc(B::MadeAt)
        .order_by_desc(B::PostId)
        .limit(limit.get() + 1)
        .all(&db.conn())
        .await?;
    let found: Vec<Bookmark> = rows.into_iter().map(Bookmark::from).collect();
    Ok(Page::cut(found, limit, LIST, |one| (one.made_at.0, one.post)))
}

#[derive(FromQueryResult)]
struct Due {
    member_id: MemberId,
    post_id: PostId,
}

/// Takes up to `most` reminders that are due and lets each be told of once; answers how many.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn remind(tx: &mut Tx, most: i64) -> Result<usize, Fault> {
    // Asked twice: where two processes come at once, the second looks at the rows anew.
    let sql = "UPDATE bookmarks SET remind_at = NULL WHERE remind_at <= ? AND (member_id, post_id) IN \
               (SELECT member_id, post_id FROM bookmarks WHERE remind_at <= ? \
                ORDER BY remind_at LIMIT ?) RETURNING member_id, post_id";
    let due: Vec<Due> = rows(tx, sql, vec![tx.now().into(), tx.now().into(), most.into()]).await?;
    for one in &due {
        let at = tx.now();
        tx.emit(&BookmarkDue { member: one.member_id, post: one.post_id, at })?;
    }
    Ok(due.len())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::testing::World;

    const HOUR: Duration = Duration::from_secs(3600);

    #[tokio::test]
    async fn a_post_is_kept_once_and_reminds_once() {
        let world = World::new().await;
        let (ada, kit) = (world.member("ada").await, world.member("kit").await);
        let (_, post) = world.open(&kit, "Heat").await;
        let set = async |note: &str, at: Option<Time>| {
            world.db.write(async |tx: &mut Tx| set(tx, &ada, post, note, at).await).await
        };
        let soon = world.db.now().plus(HOUR);
        set(" read again ", Some(soon)).await.unwrap();
        assert!(matches!(set("", Some(world.db.now())).await, Err(Fault::Invalid(_))));
        let far = world.db.now().plus(HOUR * 24 * 800);
        assert!(matches!(set("", Some(far)).await, Err(Fault::Invalid(_))));
        assert!(matches!(set(&"x".repeat(301), None).await, Err(Fault::Invalid(_))));
        let due = async || world.db.write(async |tx: &mut Tx| remind(tx, 10).await).await.unwrap();
        assert_eq!(due().await, 0);
        world.pass(3600);
        assert_eq!((due().await, due().await), (1, 0));
        let all = list(&world.db, &ada, Limit::PAGE, None).await.unwrap().items;
        assert_eq!((all.len(), all[0].note.as_str(), all[0].remind_at), (1, "read again", None));
        assert!(list(&world.db, &kit, Limit::PAGE, None).await.unwrap().items.is_empty());
        world.db.write(async |tx: &mut Tx| forget(tx, &ada, post).await).await.unwrap();
        assert_eq!(get(&world.db, &ada, post).await.unwrap(), None);
    }

    #[tokio::test]
    async fn what_is_not_there_is_not_kept() {
        let world = World::new().await;
        let (ada, kit) = (world.member("ada").await, world.member("kit").await);
        let (thread, _) = world.open(&kit, "Heat").await;
        let held = world.held(&kit, thread, "waits").await;
        let keep = async |tx: &mut Tx| set(tx, &ada, held, "", None).await;
        assert!(matches!(world.db.write(keep).await, Err(Fault::NotFound)));
    }
}
