//! Files as they are seen: by who reads a text that names them, and by their owner.

use std::collections::HashMap;

use sea_orm::prelude::Uuid;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{FileId, MemberId, PostId};
use stoa_kernel::{Actor, Fault, Reads, Time};
use stoa_policy::Sight;

use super::{Kept, Own, address, loose, view};
use crate::store::{files as table, links};
use crate::views;

/// Those of these files that are the person's and are here, by id.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn of(
    db: &impl Reads,
    owner: MemberId,
    files: &[FileId],
) -> Result<HashMap<FileId, Kept>, Fault> {
    if files.is_empty() {
        return Ok(HashMap::new());
    }
    let find = table::Entity::find()
        .filter(table::Column::OwnerId.eq(owner))
        .filter(table::Column::Id.is_in(files.iter().copied()));
    Ok(kept_of(find.all(&db.conn()).await?).map(|kept| (kept.id, kept)).collect())
}

/// The files of a person, whatever names them, up to `most` in the order of their ids after
/// `after`: for his archive.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn owned(
    db: &impl Reads,
    owner: MemberId,
    after: Option<FileId>,
    most: u64,
) -> Result<Vec<Kept>, Fault> {
    let find = table::Entity::find()
        .filter(table::Column::OwnerId.eq(owner))
        .filter(table::Column::Kind.is_not_null())
        .filter(table::Column::Id.gt(after.map_or(Uuid::nil(), FileId::uuid)))
        .order_by_asc(table::Column::Id)
        .limit(most);
    Ok(kept_of(find.all(&db.conn()).await?).collect())
}

fn kept_of(rows: Vec<table::Model>) -> impl Iterator<Item = Kept> {
    rows.into_iter().filter_map(|row| match view(row) {
        Own::Kept(kept) => Some(kept),
        Own::Unfinished(_) => None,
    })
}

#[derive(FromQueryResult)]
struct Linked {
    post_id: PostId,
}

/// A file, for whoever reads a wording that names it, and for its owner until a text names it.
///
/// # Errors
/// [`Fault::NotFound`] for everybody else, as for a file that never was.
pub async fn readable(db: &impl Reads, actor: &Actor, file: FileId) -> Result<Kept, Fault> {
    let row = table::Entity::find_by_id(file).one(&db.conn()).await?.ok_or(Fault::NotFound)?;
    let owned = actor.is(row.owner_id);
    let Own::Kept(kept) = view(row) else { return Err(Fault::NotFound) };
    let posts = naming(db, file).await?;
    let alone = owned && (unnamed(db, file).await? || drafted(db, actor, file).await?);
    if alone || in_a_text(db, actor, file, &posts).await? {
        return Ok(kept);
    }
    Err(Fault::NotFound)
}

/// Posts of which some wording names a file, the newest ones: those are looked at.
async fn naming(db: &impl Reads, file: FileId) -> Result<Vec<PostId>, Fault> {
    let sql = format!(
        "SELECT l.post_id FROM post_files l JOIN files f ON f.id = l.file_id \
         JOIN posts p ON p.id = l.post_id WHERE l.file_id = ? AND {} \
         ORDER BY l.post_id DESC LIMIT 100",
        loose::NAMES
    );
    let linked: Vec<Linked> = rows(db, &sql, vec![file.into()]).await?;
    Ok(linked.into_iter().map(|row| row.post_id).collect())
}

async fn in_a_text(
    db: &impl Reads,
    actor: &Actor,
    file: FileId,
    posts: &[PostId],
) -> Result<bool, Fault> {
    let address = address(file);
    let mut read = views::posts_by_ids(db, actor, posts).await?;
    read.retain(|card| card.post.sight >= Sight::Marked);
    let says = |text: &str| text.contains(&address);
    if read.iter().filter_map(|card| card.post.markdown.as_deref()).any(says) {
        return Ok(true);
    }
    for card in read {
        let wordings = views::revisions(db, actor, card.post.id).await?;
        if wordings.iter().any(|one| says(&one.markdown)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// No text names it, and none that did was erased: what is erased is gone for its owner too.
async fn unnamed(db: &impl Reads, file: FileId) -> Result<bool, Fault> {
    let sql = "SELECT p.id AS post_id FROM post_files l JOIN posts p ON p.id = l.post_id \
               WHERE l.file_id = ? AND p.markdown = '' LIMIT 1";
    let erased: Vec<Linked> = rows(db, sql, vec![file.into()]).await?;
    Ok(erased.is_empty() && loose::is_loose(db, file).await?)
}

async fn drafted(db: &impl Reads, actor: &Actor, file: FileId) -> Result<bool, Fault> {
    let me = actor.signed_in()?;
    let sql = "SELECT id FROM drafts WHERE member_id = ? AND body LIKE ? LIMIT 1";
    let like = format!("%{}%", address(file));
    #[derive(FromQueryResult)]
    struct Draft {
        #[expect(dead_code, reason = "that there is one says it")]
        id: stoa_kernel::ids::DraftId,
    }
    let found: Vec<Draft> = rows(db, sql, vec![me.into(), like.into()]).await?;
    Ok(!found.is_empty())
}

/// A file of the actor's with the posts that name it in some wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The file.
    pub file: Kept,
    /// When it was sent.
    pub created_at: Time,
    /// No text and no draft names it.
    pub loose: bool,
    /// The posts, the newest first.
    pub posts: Vec<PostId>,
}

/// The actor's files, the newest first, up to `most`.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest.
pub async fn list(db: &impl Reads, actor: &Actor, most: u64) -> Result<Vec<Listed>, Fault> {
    let me = actor.signed_in()?;
    let find = table::Entity::find()
        .filter(table::Column::OwnerId.eq(me))
        .filter(table::Column::Kind.is_not_null())
        .order_by_desc(table::Column::Id)
        .limit(most);
    let found = find.all(&db.conn()).await?;
    let ids = found.iter().map(|row| row.id);
    let named = links::files::Entity::find()
        .filter(links::files::Column::FileId.is_in(ids))
        .order_by_desc(links::files::Column::PostId);
    let named = named.all(&db.conn()).await?;
    let loose = loose::among(db, &found.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let listed = found.into_iter().filter_map(|row| {
        let (id, created_at) = (row.id, row.created_at);
        let loose = loose.contains(&id);
        let posts = named.iter().filter(|link| link.file_id == id).map(|link| link.post_id);
        match view(row) {
            Own::Kept(file) => Some(Listed { file, created_at, loose, posts: posts.collect() }),
            Own::Unfinished(_) => None,
        }
    });
    Ok(listed.collect())
}
