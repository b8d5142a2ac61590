//! Texts not sent yet, and texts given back. One draft per member and place;
//! a sequence number counts what the writer typed, so that a save that comes
//! late does not undo a newer one.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::{Value, json};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{DraftId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};

use crate::files;
use crate::store::{drafts as table, posts, revisions, threads};

/// The longest text of a draft, in characters: more than may be published,
/// because a draft is where one cuts.
pub const LONGEST: usize = 400_000;
const MOST: u64 = 200;

/// What a draft is for: at most one draft per member and slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// A thread to be opened, in a space or (with `None`) where is not chosen yet.
    New(Option<SpaceId>),
    /// A conversation to be begun.
    Conversation,
    /// A reply.
    Reply(ThreadId),
    /// A new wording of one's own post.
    Edit(PostId),
    /// A post or new wording that a moderator gave back.
    Returned(PostId),
    /// A thread or a reply that is published later: each has a slot of its own, so that whatever is
    /// begun meanwhile leaves it alone.
    Later(DraftId),
}

impl Display for Slot {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::New(None) => f.write_str("new"),
            Self::New(Some(space)) => write!(f, "new:{space}"),
            Self::Conversation => f.write_str("conversation"),
            Self::Reply(thread) => write!(f, "reply:{thread}"),
            Self::Edit(post) => write!(f, "edit:{post}"),
            Self::Returned(post) => write!(f, "returned:{post}"),
            Self::Later(draft) => write!(f, "later:{draft}"),
        }
    }
}

impl FromStr for Slot {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let bad = |_| Fault::invalid("slot", "threads-draft-slot-bad");
        match text.split_once(':') {
            None if text == "new" => Ok(Self::New(None)),
            None if text == "conversation" => Ok(Self::Conversation),
            Some(("new", id)) => id.parse().map(|id| Self::New(Some(id))).map_err(bad),
            Some(("reply", id)) => id.parse().map(Self::Reply).map_err(bad),
            Some(("edit", id)) => id.parse().map(Self::Edit).map_err(bad),
            Some(("returned", id)) => id.parse().map(Self::Returned).map_err(bad),
            Some(("later", id)) => id.parse().map(Self::Later).map_err(bad),
            _ => Err(Fault::invalid("slot", "threads-draft-slot-bad")),
        }
    }
}

/// A draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The draft.
    pub id: DraftId,
    /// What it is for.
    pub slot: Slot,
    /// The title, empty where there is none.
    pub title: String,
    /// The Markdown; of a text given back, as it was kept (with ids for people and cities).
    pub body: String,
    /// Everything else of the form, as JSON.
    pub fields: Value,
    /// The name of the reason for which a moderator gave the text back.
    pub returned_reason: Option<String>,
    /// How far the writer had come.
    pub sequence: i64,
    /// When it was saved.
    pub updated_at: Time,
    /// When it is published.
    pub publish_at: Option<Time>,
}

/// What to save.
#[derive(Clone, Debug, PartialEq)]
pub struct Draughted {
    /// What it is for.
    pub slot: Slot,
    /// The title, empty where there is none.
    pub title: String,
    /// The Markdown.
    pub body: String,
    /// Everything else of the form, as JSON.
    pub fields: Value,
    /// Grows with every change the writer makes.
    pub sequence: i64,
}

/// A draft was saved, or a newer one is there.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// As sent.
    Kept(Draft),
    /// Nothing was written: what is there has the same or a higher sequence.
    Newer(Draft),
}

/// Saves a draft. A lower or equal sequence does not overwrite what is there.
///
/// # Errors
/// [`Fault::Forbidden`] for guests, [`Fault::Invalid`] in field `body` or
/// `title` when it is too long.
pub async fn save(tx: &mut Tx, actor: &Actor, draft: &Draughted) -> Result<Saved, Fault> {
    let me = actor.signed_in()?;
    if draft.body.chars().count() > LONGEST {
        return Err(Fault::invalid("body", "threads-draft-long"));
    }
    if draft.title.chars().count() > LONGEST {
        return Err(Fault::invalid("title", "threads-draft-long"));
    }
    let before = find(tx, me, draft.slot).await?;
    let there = before.as_ref().map(|row| row.body.as_str()).unwrap_or_default();
    files::touch(tx, me, &[there, &draft.body]).await?;
    let fields = fields(draft, before.as_ref());
    upsert(tx, me, &Draughted { fields, ..draft.clone() }, None, false).await?;
    let row = find(tx, me, draft.slot).await?.ok_or(Fault::NotFound)?;
    let ours = row.sequence == draft.sequence && row.body == draft.body && row.title == draft.title;
    let there = view(row)?;
    Ok(if ours { Saved::Kept(there) } else { Saved::Newer(there) })
}

/// What is published later has a slot that does not say what it answers: a form that does not send
/// it either leaves it as it was.
fn fields(draft: &Draughted, before: Option<&table::Model>) -> Value {
    let mut fields = draft.fields.clone();
    let kept = before.filter(|_| matches!(draft.slot, Slot::Later(_)));
    let kept = kept.and_then(|row| serde_json::from_str::<Value>(&row.fields).ok());
    let thread = kept.and_then(|kept| kept.get("thread").cloned());
    if let (Some(thread), Some(fields)) = (thread, fields.as_object_mut()) {
        fields.entry("thread").or_insert(thread);
    }
    fields
}

async fn upsert(
    tx: &Tx,
    member: MemberId,
    draft: &Draughted,
    reason: Option<&str>,
    always: bool,
) -> Result<(), Fault> {
    use table::Column as D;
    let row = table::ActiveModel {
        id: Set(tx.new_id()),
        member_id: Set(member),
        slot: Set(draft.slot.to_string()),
        title: Set(draft.title.clone()),
        body: Set(draft.body.clone()),
        fields: Set(draft.fields.to_string()),
        returned_reason: Set(reason.map(str::to_owned)),
        sequence: Set(draft.sequence),
        updated_at: Set(tx.now()),
        publish_at: Set(None),
    };
    let mut conflict = OnConflict::columns([D::MemberId, D::Slot]);
    conflict.update_columns([D::Title, D::Body, D::Fields, D::Sequence, D::UpdatedAt]);
    if always {
        conflict.update_column(D::ReturnedReason);
    } else {
        let newer = Expr::col((Alias::new("excluded"), D::Sequence));
        conflict.action_and_where(newer.gt(Expr::col((table::Entity, D::Sequence))));
    }
    let insert = table::Entity::insert(row).on_conflict(conflict);
    insert.exec_without_returning(&tx.conn()).await?;
    Ok(())
}

async fn find(
    db: &impl Reads,
    member: MemberId,
    slot: Slot,
) -> Result<Option<table::Model>, Fault> {
    let find = table::Entity::find()
        .filter(table::Column::MemberId.eq(member))
        .filter(table::Column::Slot.eq(slot.to_string()));
    Ok(find.one(&db.conn()).await?)
}

fn view(row: table::Model) -> Result<Draft, Fault> {
    Ok(Draft {
        id: row.id,
        slot: row.slot.parse()?,
        title: row.title,
        body: row.body,
        fields: serde_json::from_str(&row.fields).map_err(Fault::broken)?,
        returned_reason: row.returned_reason,
        sequence: row.sequence,
        updated_at: row.updated_at,
        publish_at: row.publish_at,
    })
}

/// The actor's draft for a slot.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn get(db: &impl Reads, actor: &Actor, slot: Slot) -> Result<Option<Draft>, Fault> {
    let me = actor.signed_in()?;
    find(db, me, slot).await?.map(view).transpose()
}

/// The actor's draft of that id.
///
/// # Errors
/// [`Fault::NotFound`] when there is none, or it is somebody else's.
pub async fn by_id(db: &impl Reads, actor: &Actor, id: DraftId) -> Result<Draft, Fault> {
    let me = actor.signed_in()?;
    let found = table::Entity::find_by_id(id).one(&db.conn()).await?;
    found.filter(|row| row.member_id == me).map(view).ok_or(Fault::NotFound)?
}

/// The actor's drafts, the last touched first.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn list(db: &impl Reads, actor: &Actor) -> Result<Vec<Draft>, Fault> {
    let me = actor.signed_in()?;
    let find = table::Entity::find()
        .filter(table::Column::MemberId.eq(me))
        .order_by_desc(table::Column::UpdatedAt)
        .order_by_desc(table::Column::Id)
        .limit(MOST);
    find.all(&db.conn()).await?.into_iter().map(view).collect()
}

/// Drops the actor's draft for a slot; nothing happens when there is none.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn discard(tx: &mut Tx, actor: &Actor, slot: Slot) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    drop_slot(tx, me, slot).await
}

/// Every reply drops its draft: one statement, and a second one where that named files.
async fn drop_slot(tx: &Tx, member: MemberId, slot: Slot) -> Result<(), Fault> {
    #[derive(FromQueryResult)]
    struct Gone {
        body: String,
    }
    let sql = "DELETE FROM drafts WHERE member_id = ? AND slot = ? RETURNING body";
    let gone: Vec<Gone> = rows(tx, sql, vec![member.into(), slot.to_string().into()]).await?;
    let bodies: Vec<&str> = gone.iter().map(|draft| draft.body.as_str()).collect();
    files::touch(tx, member, &bodies).await
}

/// Puts a declined post's text into its author's drafts, with the reason.
/// Doing it again changes the reason. Judges nobody: a decision did.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such post.
pub async fn give_back(
    tx: &mut Tx,
    member: MemberId,
    post: PostId,
    reason: &str,
) -> Result<(), Fault> {
    let found = posts::Entity::find_by_id(post).one(&tx.conn()).await?;
    let found = found.ok_or(Fault::NotFound)?;
    let thread = threads::Entity::find_by_id(found.thread_id).one(&tx.conn()).await?;
    let thread = thread.ok_or(Fault::NotFound)?;
    let fields = json!({
        "thread": thread.id,
        "space": thread.space_id,
        "kind": thread.kind,
        "language": found.language,
        "city": found.city_id,
        "reply_to": found.reply_to,
        "opening": found.opening,
    });
    let title = if found.opening { thread.title } else { String::new() };
    returned(tx, member, post, title, found.markdown, fields, reason).await
}

/// The same for a declined new wording.
pub(crate) async fn give_back_edit(
    tx: &mut Tx,
    revision: &revisions::Model,
    reason: &str,
) -> Result<(), Fault> {
    let fields = json!({ "edit": revision.post_id, "language": revision.language });
    let title = revision.title.clone().unwrap_or_default();
    let (member, post) = (revision.editor_id, revision.post_id);
    returned(tx, member, post, title, revision.markdown.clone(), fields, reason).await
}

async fn returned(
    tx: &Tx,
    member: MemberId,
    post: PostId,
    title: String,
    body: String,
    fields: Value,
    reason: &str,
) -> Result<(), Fault> {
    let slot = Slot::Returned(post);
    let draft = Draughted { slot, title, body, fields, sequence: 1 };
    upsert(tx, member, &draft, Some(reason), true).await
}

/// Takes a text given back out of its author's drafts: the decision was undone.
pub(crate) async fn take_back(tx: &mut Tx, member: MemberId, post: PostId) -> Result<(), Fault> {
    drop_slot(tx, member, Slot::Returned(post)).await
}

/// Drops drafts nobody has touched since `before`, but what is published later; answers how many.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn sweep(tx: &mut Tx, before: Time) -> Result<u64, Fault> {
    let delete = table::Entity::delete_many()
        .filter(table::Column::UpdatedAt.lt(before))
        .filter(table::Column::PublishAt.is_null());
    Ok(delete.exec(&tx.conn()).await?.rows_affected)
}

mod later;

pub use later::{Due, claim, due, failed, postpone, schedule, unschedule};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use std::time::Duration;

    const KEPT: Duration = Duration::from_secs(180 * 24 * 3600);

    #[tokio::test]
    async fn a_late_save_does_not_undo_a_newer_one() {
        let world = World::new().await;
        let (ada, kit) = (world.member("ada").await, world.member("kit").await);
        let slot = Slot::New(Some(world.space));
        let save = async |sequence, body: &str| {
            let (title, fields) = ("T".to_owned(), json!({ "kind": "need" }));
            let draft = Draughted { slot, title, body: body.to_owned(), fields, sequence };
            let verb = async |tx: &mut Tx| save(tx, &ada, &draft).await;
            world.db.write(verb).await.unwrap()
        };
        assert!(matches!(save(2, "two").await, Saved::Kept(_)));
        assert!(matches!(save(2, "two").await, Saved::Kept(_)), "the same save again");
        match save(1, "one").await {
            Saved::Newer(there) => assert_eq!((there.body.as_str(), there.sequence), ("two", 2)),
            Saved::Kept(_) => panic!("an older save won"),
        }
        assert!(matches!(save(3, "three").await, Saved::Kept(_)));
        let list = list(&world.db, &ada).await.unwrap();
        assert_eq!((list.len(), list[0].body.as_str()), (1, "three"));
        assert!(matches!(by_id(&world.db, &kit, list[0].id).await, Err(Fault::NotFound)));
        assert_eq!(get(&world.db, &kit, slot).await.unwrap(), None);
        world.pass(181 * 24 * 3600);
        let half_a_year = async |tx: &mut Tx| sweep(tx, tx.now().minus(KEPT)).await;
        assert_eq!(world.db.write(half_a_year).await.unwrap(), 1);
    }

    #[test]
    fn a_slot_reads_back_and_nothing_else_is_one() {
        let id = "01j6zzzzzzzzzzzzzzzzzzzzzz";
        for text in ["new".to_owned(), format!("new:{id}"), format!("returned:{id}")] {
            assert_eq!(text.parse::<Slot>().unwrap().to_string(), text);
        }
        for bad in ["", "reply", "reply:", "edit:x", "other:01j6zzzzzzzzzzzzzzzzzzzzzz"] {
            assert!(bad.parse::<Slot>().is_err(), "{bad}");
        }
    }
}
