//! What becomes of a post: published, declined, removed, deleted, and back.
//!
//! All but [`delete`] judge nobody: the caller (a moderator's decision) did.
//! Each locks the post first and its thread second.

use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QuerySelect,
};
use stoa_kernel::ids::{MemberId, PostId, RevisionId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Tx};
use stoa_policy::{Action, Refusal};

use crate::drafts;
use crate::events::{PostDeleted, PostPublished, PostRemoved, PostUnpublished};
use crate::model::{Published, State};
use crate::posts::{announce, facts};
use crate::store::{posts as table, revisions, threads};

/// The post's row, locked until the transaction ends.
pub(crate) async fn locked(tx: &Tx, post: PostId) -> Result<table::Model, Fault> {
    let find = table::Entity::find_by_id(post).lock(LockType::Update);
    find.one(&tx.conn()).await?.ok_or(Fault::NotFound)
}

async fn in_state(tx: &Tx, post: PostId, state: State) -> Result<table::Model, Fault> {
    let row = locked(tx, post).await?;
    if row.state == state.name() { Ok(row) } else { Err(Fault::Conflict("threads-post-moved-on")) }
}

async fn thread_state(tx: &Tx, thread: ThreadId, state: State) -> Result<(), Fault> {
    let update = threads::Entity::update_many()
        .col_expr(threads::Column::State, Expr::val(state.name()))
        .filter(threads::Column::Id.eq(thread));
    update.exec(&tx.conn()).await?;
    Ok(())
}

/// Publishes a held post: it gets its number now. The opening post publishes
/// its thread with it.
///
/// # Errors
/// [`Fault::Conflict`] when it is not held any more, or its thread is not there for others.
pub async fn publish(tx: &mut Tx, post: PostId) -> Result<Published, Fault> {
    let row = in_state(tx, post, State::Held).await?;
    let (thread, author, opening) = (row.thread_id, row.author_id, row.opening);
    let raised = if opening {
        threads::raise_opening(tx, thread, author).await?
    } else {
        threads::raise(tx, thread, author).await?
    };
    let raised = raised.ok_or(Fault::Conflict("threads-thread-gone"))?;
    let number = if opening { 1 } else { raised.last_number };
    let mut row = row.into_active_model();
    row.state = Set(State::Published.name().to_owned());
    row.number = Set(Some(number));
    row.published_at = Set(Some(raised.last_post_at));
    row.update(&tx.conn()).await?;
    announce(tx, thread, raised.seq, "post.published", post, Some(number));
    let (space, seq) = (raised.space_id, raised.seq);
    tx.emit(&PostPublished { post, thread, space, author, number, opening })?;
    Ok(Published { post, thread, space, author, number, seq, opening })
}

/// Puts a published post back to the queue, as if it had not been published:
/// it loses its number, which is not given again. The opening post takes its
/// thread with it.
///
/// # Errors
/// [`Fault::Conflict`] when it is not published any more.
pub async fn unpublish(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    let row = in_state(tx, post, State::Published).await?;
    let (thread, author, opening) = (row.thread_id, row.author_id, row.opening);
    let mut row = row.into_active_model();
    row.state = Set(State::Held.name().to_owned());
    row.number = Set(None);
    row.published_at = Set(None);
    row.update(&tx.conn()).await?;
    let raised = threads::recount(tx, thread, post, -1).await?;
    if opening {
        // A thread nobody else wrote in starts again with number 1 and nothing after it.
        let sql = "UPDATE threads SET state = 'held', published_at = NULL, \
                   last_number = CASE WHEN posts = 0 AND last_number = 1 THEN 0 \
                   ELSE last_number END WHERE id = ?";
        tx.run(sql, vec![thread.into()]).await?;
    }
    announce(tx, thread, raised.seq, "post.hidden", post, None);
    tx.emit(&PostUnpublished { post, thread, author })
}

/// Gives a held post back to its author with a reason: the text goes to the
/// author's drafts. The opening post takes its thread with it.
///
/// # Errors
/// [`Fault::Conflict`] when it is not held any more.
pub async fn decline(tx: &mut Tx, post: PostId, reason: &str) -> Result<(), Fault> {
    let row = in_state(tx, post, State::Held).await?;
    let (thread, author, opening) = (row.thread_id, row.author_id, row.opening);
    set_state(tx, row, State::Declined).await?;
    if opening {
        thread_state(tx, thread, State::Declined).await?;
    }
    drafts::give_back(tx, author, post, reason).await
}

/// Puts a declined post back to the queue and takes its draft back.
///
/// # Errors
/// [`Fault::Conflict`] when it is not declined any more.
pub async fn reopen(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    let row = in_state(tx, post, State::Declined).await?;
    let (thread, author, opening) = (row.thread_id, row.author_id, row.opening);
    set_state(tx, row, State::Held).await?;
    if opening {
        thread_state(tx, thread, State::Held).await?;
    }
    drafts::take_back(tx, author, post).await
}

async fn set_state(tx: &Tx, row: table::Model, state: State) -> Result<(), Fault> {
    let mut row = row.into_active_model();
    row.state = Set(state.name().to_owned());
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Takes a published post away; its place and number stay. With the opening
/// post the thread loses its title for others.
///
/// # Errors
/// [`Fault::Conflict`] when it is not published any more.
pub async fn remove(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    let row = in_state(tx, post, State::Published).await?;
    let (thread, author, opening) = (row.thread_id, row.author_id, row.opening);
    let number = row.number;
    take(tx, row, State::Removed).await?;
    let raised = threads::recount(tx, thread, post, -1).await?;
    if opening {
        thread_state(tx, thread, State::Removed).await?;
    }
    announce(tx, thread, raised.seq, "post.removed", post, number);
    tx.emit(&PostRemoved { post, thread, author })
}

async fn take(tx: &Tx, row: table::Model, state: State) -> Result<(), Fault> {
    let now = tx.now();
    let mut row = row.into_active_model();
    row.state = Set(state.name().to_owned());
    row.removed_at = Set(Some(now));
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Puts a removed post back into its place.
///
/// # Errors
/// [`Fault::Conflict`] when it is not removed any more.
pub async fn restore(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    let row = in_state(tx, post, State::Removed).await?;
    let (thread, opening, number) = (row.thread_id, row.opening, row.number);
    let mut row = row.into_active_model();
    row.state = Set(State::Published.name().to_owned());
    row.removed_at = Set(None);
    row.update(&tx.conn()).await?;
    let raised = threads::recount(tx, thread, post, 1).await?;
    if opening {
        thread_state(tx, thread, State::Published).await?;
    }
    announce(tx, thread, raised.seq, "post.restored", post, number);
    Ok(())
}

/// Notes that somebody found something wrong with a post: those who decide about it see it now,
/// also where it stands in a conversation of others.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn reported(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    let sql = "UPDATE posts SET reported_at = ? WHERE id = ?";
    tx.run(sql, vec![tx.now().into(), post.into()]).await.map(|_| ())
}

/// Takes back one's own post. Of a published one the place and number stay; a
/// waiting one goes without trace. The opening post takes its thread with it
/// while nobody else has replied; otherwise the thread stays and shows a
/// placeholder in its place. The text is kept for moderators until it is purged.
///
/// # Errors
/// [`Fault::NotFound`] where the post is not there for the actor,
/// [`Fault::Forbidden`] for somebody else's: moderators remove by a decision
/// with a reason. [`Fault::Conflict`] when it is gone already.
pub async fn delete(tx: &mut Tx, actor: &Actor, post: PostId) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    let found = facts(tx, actor, post).await?;
    let own = found.author == me;
    actor.may_in(found.place.space, Action::Delete { own })?;
    if !own {
        return Err(Fault::Forbidden(stoa_kernel::actor::refusal_key(Refusal::NotYours)));
    }
    let row = locked(tx, post).await?;
    take_back(tx, row).await
}

/// Takes a post back for its author, whom the caller has judged.
///
/// # Errors
/// [`Fault::Conflict`] when it is gone already.
pub(crate) async fn take_back(tx: &mut Tx, row: table::Model) -> Result<(), Fault> {
    let (post, me, thread, number) = (row.id, row.author_id, row.thread_id, row.number);
    let withdrawn = match State::parse(&row.state) {
        Some(State::Published) => false,
        Some(State::Held | State::Declined) => true,
        _ => return Err(Fault::Conflict("threads-post-gone")),
    };
    let alone = row.opening && (withdrawn || !others_replied(tx, thread, me).await?);
    take(tx, row, State::Deleted).await?;
    if !withdrawn {
        let raised = threads::recount(tx, thread, post, -1).await?;
        announce(tx, thread, raised.seq, "post.deleted", post, number);
    }
    if alone {
        thread_state(tx, thread, State::Deleted).await?;
    }
    let revision = drop_held_edit(tx, post).await?;
    tx.emit(&PostDeleted { post, thread, author: me, withdrawn, revision })
}

async fn others_replied(tx: &Tx, thread: ThreadId, me: MemberId) -> Result<bool, Fault> {
    let others = table::Entity::find()
        .filter(table::Column::ThreadId.eq(thread))
        .filter(table::Column::Number.gt(1))
        .filter(table::Column::State.eq(State::Published.name()))
        .filter(table::Column::AuthorId.ne(me));
    Ok(others.count(&tx.conn()).await? > 0)
}

/// A new wording that waited goes with its post.
async fn drop_held_edit(tx: &Tx, post: PostId) -> Result<Option<RevisionId>, Fault> {
    let find = revisions::Entity::find()
        .filter(revisions::Column::PostId.eq(post))
        .filter(revisions::Column::State.eq(State::Held.name()));
    let Some(row) = find.one(&tx.conn()).await? else {
        return Ok(None);
    };
    let id = row.id;
    let mut row = row.into_active_model();
    row.state = Set(State::Deleted.name().to_owned());
    row.update(&tx.conn()).await?;
    Ok(Some(id))
}
