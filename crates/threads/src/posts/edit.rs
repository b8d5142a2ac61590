//! New wordings: written by the author, published or declined by a moderator.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use stoa_kernel::ids::{MemberId, PostId, RevisionId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Screened, Tx};
use stoa_policy::HoldReason;

use crate::events::{EditHeld, HeldTextChanged, PostEdited};
use crate::model::{
    Attached, Edit, Edited, GRACE, GRACE_CHARACTERS, PostFacts, Prepared, State, Title, Wording,
    hold_reason_name,
};
use crate::posts::fate::locked;
use crate::posts::{announce, facts, link, may_edit};
use crate::store::{links, posts as table, revisions, threads};
use crate::translations;
use crate::{drafts, files, tending};

/// The name of an earlier wording's state.
const EARLIER: &str = "public";

/// Changes the wording of one's own post, or of one that everybody may edit. A held post stays held; a published
/// one is changed at once, or the new wording waits while the approved one
/// stays. Number and order never change.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`]; [`Fault::Conflict`] for a post
/// that was declined, removed or deleted; [`Fault::TooSoon`] in slow mode.
pub async fn edit(
    tx: &mut Tx,
    actor: &Actor,
    screened: Screened,
    edit: &Edit,
) -> Result<Edited, Fault> {
    let me = actor.signed_in()?;
    let found = facts(tx, actor, edit.post).await?;
    let judged = may_edit(actor, &found)?;
    // Whoever edits another's text leaves the thread its title.
    let own = Edit { title: edit.title.clone().filter(|_| found.author == me), ..edit.clone() };
    let edit = &own;
    let row = locked(tx, edit.post).await?;
    let title = title_of(tx, &row).await?;
    if found.author != me {
        by_another(tx, &row, edit).await?;
    }
    if row.version != edit.version {
        return Ok(Edited::Stale { current: wording(row, title) });
    }
    match (State::parse(&row.state), judged.or(screened.hold())) {
        (Some(State::Held), _) => change_held(tx, me, row, edit).await,
        (Some(State::Published), None) => {
            // A slip of the pen may be set right in slow mode, too.
            if !within_grace(tx, &row, title.as_deref(), edit) {
                tending::not_too_soon(tx, actor, &found.place).await?;
            }
            change(tx, me, row, title, edit).await
        }
        (Some(State::Published), Some(why)) => hold(tx, me, &found, row, title, edit, why).await,
        _ => Err(Fault::Conflict("threads-post-gone")),
    }
}

/// What somebody else may not do in a text that everybody may edit: put words over those by which
/// its author waits for a moderator, and show more of the author's files than stand there.
async fn by_another(tx: &Tx, row: &table::Model, edit: &Edit) -> Result<(), Fault> {
    if held_edit(tx, row.id).await?.is_some() {
        return Err(Fault::Conflict("threads-wiki-waits"));
    }
    let named = |file: &Attached| row.markdown.contains(&format!("/f/{}", file.file));
    if edit.body.files.iter().all(named) {
        Ok(())
    } else {
        Err(Fault::invalid("body", "threads-wiki-files"))
    }
}

async fn title_of(tx: &Tx, row: &table::Model) -> Result<Option<String>, Fault> {
    if !row.opening {
        return Ok(None);
    }
    let find = threads::Entity::find_by_id(row.thread_id).select_only();
    Ok(find.column(threads::Column::Title).into_tuple().one(&tx.conn()).await?)
}

fn wording(row: table::Model, title: Option<String>) -> Wording {
    Wording {
        version: row.version,
        title,
        markdown: row.markdown,
        html: row.html,
        language: row.language,
    }
}

async fn change_held(
    tx: &mut Tx,
    me: MemberId,
    row: table::Model,
    edit: &Edit,
) -> Result<Edited, Fault> {
    retitle(tx, &row, edit.title.as_ref()).await?;
    let version = rewrite(tx, row, &edit.body, me, false).await?;
    tx.emit(&HeldTextChanged { post: edit.post, revision: None })?;
    Ok(Edited::Published { version })
}

async fn change(
    tx: &mut Tx,
    me: MemberId,
    row: table::Model,
    title: Option<String>,
    edit: &Edit,
) -> Result<Edited, Fault> {
    let (thread, number) = (row.thread_id, row.number);
    // What somebody else wrote is kept, however small the change.
    let same = row.editor_id.unwrap_or(row.author_id) == me;
    let small = same && within_grace(tx, &row, title.as_deref(), edit);
    if !small {
        keep(tx, &row, title).await?;
    }
    supersede_held(tx, &row).await?;
    retitle(tx, &row, edit.title.as_ref()).await?;
    let version = rewrite(tx, row, &edit.body, me, !small).await?;
    told(tx, thread, edit.post, number, me, version).await?;
    Ok(Edited::Published { version })
}

async fn told(
    tx: &mut Tx,
    thread: ThreadId,
    post: PostId,
    number: Option<i32>,
    by: MemberId,
    version: i32,
) -> Result<(), Fault> {
    let raised = threads::step(tx, thread).await?;
    announce(tx, thread, raised.seq, "post.edited", post, number);
    tx.emit(&PostEdited { post, thread, by, version })
}

/// A slip of the pen set right soon after leaves no revision.
fn within_grace(tx: &Tx, row: &table::Model, title: Option<&str>, edit: &Edit) -> bool {
    let soon = row.published_at.is_some_and(|at| tx.now().since(at) <= GRACE);
    let new_title = edit.title.as_ref().map(Title::as_str);
    let in_title = match (title, new_title) {
        (Some(old), Some(new)) => differ(old, new),
        _ => 0,
    };
    soon && differ(&row.markdown, &edit.body.markdown) + in_title <= GRACE_CHARACTERS
}

/// How many characters lie between the common beginning and the common end:
/// at least as many as really differ, found in one walk.
fn differ(old: &str, new: &str) -> usize {
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let same =
        |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let start = same(&mut old.iter().zip(&new));
    let rest = old.len().min(new.len()) - start;
    let end = same(&mut old.iter().rev().zip(new.iter().rev()).take(rest));
    old.len().max(new.len()) - start - end
}

/// Keeps the wording that is there as an earlier one.
async fn keep(tx: &Tx, row: &table::Model, title: Option<String>) -> Result<(), Fault> {
    let earlier = revisions::ActiveModel {
        id: Set(tx.new_id()),
        post_id: Set(row.id),
        version: Set(row.version),
        state: Set(EARLIER.to_owned()),
        title: Set(title),
        markdown: Set(row.markdown.clone()),
        html: Set(row.html.clone()),
        editor_id: Set(row.editor_id.unwrap_or(row.author_id)),
        language: Set(row.language.clone()),
        hold_reason: Set(None),
        written_at: Set(row.edited_at.or(row.published_at).unwrap_or(row.created_at)),
    };
    revisions::Entity::insert(earlier).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

/// A wording published directly makes one that still waits void.
async fn supersede_held(tx: &mut Tx, row: &table::Model) -> Result<(), Fault> {
    let Some(held) = held_edit(tx, row.id).await? else {
        return Ok(());
    };
    let revision = Some(held.id);
    translations::void_waiting(tx, held.id).await?;
    let mut held = held.into_active_model();
    held.state = Set(State::Deleted.name().to_owned());
    held.update(&tx.conn()).await?;
    tx.emit(&HeldTextChanged { post: row.id, revision })
}

async fn held_edit(tx: &Tx, post: PostId) -> Result<Option<revisions::Model>, Fault> {
    let find = revisions::Entity::find()
        .filter(revisions::Column::PostId.eq(post))
        .filter(revisions::Column::State.eq(State::Held.name()));
    Ok(find.one(&tx.conn()).await?)
}

async fn retitle(tx: &Tx, row: &table::Model, title: Option<&Title>) -> Result<(), Fault> {
    let Some(title) = title.filter(|_| row.opening) else {
        return Ok(());
    };
    set_title(tx, row.thread_id, title.as_str(), &title.slug()).await
}

async fn set_title(tx: &Tx, thread: ThreadId, title: &str, slug: &str) -> Result<(), Fault> {
    let sql = "UPDATE threads SET title = ?, slug = ?, version = version + 1 \
               WHERE id = ? AND title <> ?";
    let values = vec![title.into(), slug.into(), thread.into(), title.into()];
    tx.run(sql, values).await?;
    Ok(())
}

async fn rewrite(
    tx: &Tx,
    row: table::Model,
    body: &Prepared,
    by: MemberId,
    marked: bool,
) -> Result<i32, Fault> {
    let (post, version, now) = (row.id, row.version + 1, tx.now());
    let edited = if marked { Some(now) } else { row.edited_at };
    let editor = (by != row.author_id).then_some(by);
    let mut row = row.into_active_model();
    row.markdown = Set(body.markdown.clone());
    row.html = Set(body.html.clone());
    row.renderer = Set(body.renderer);
    row.language = Set(body.language.clone());
    row.version = Set(version);
    row.edited_at = Set(edited);
    row.editor_id = Set(editor);
    row.update(&tx.conn()).await?;
    unlink(tx, post).await?;
    link(tx, post, body).await?;
    Ok(version)
}

/// What the earlier wording named is named no longer.
pub(super) async fn unlink(tx: &Tx, post: PostId) -> Result<(), Fault> {
    let conn = tx.conn();
    let quotes = links::quotes::Entity::delete_many();
    quotes.filter(links::quotes::Column::PostId.eq(post)).exec(&conn).await?;
    let mentions = links::mentions::Entity::delete_many();
    mentions.filter(links::mentions::Column::PostId.eq(post)).exec(&conn).await?;
    let cities = links::cities::Entity::delete_many();
    cities.filter(links::cities::Column::PostId.eq(post)).exec(&conn).await?;
    crate::paths::unlink(tx, post).await
}

async fn hold(
    tx: &mut Tx,
    me: MemberId,
    found: &PostFacts,
    row: table::Model,
    title: Option<String>,
    edit: &Edit,
    why: HoldReason,
) -> Result<Edited, Fault> {
    let title = match edit.title.as_ref().filter(|_| row.opening) {
        Some(new) => Some(new.as_str().to_owned()),
        None => title,
    };
    let reason = hold_reason_name(why).to_owned();
    let before = held_edit(tx, row.id).await?;
    let revision = before.as_ref().map_or_else(|| tx.new_id(), |held| held.id);
    let new = waiting(tx, revision, me, &row, title, edit, &reason);
    files::link(tx, row.id, &edit.body.files).await?;
    if before.is_some() {
        translations::void_waiting(tx, revision).await?;
        new.update(&tx.conn()).await?;
        tx.emit(&HeldTextChanged { post: row.id, revision: Some(revision) })?;
    } else {
        revisions::Entity::insert(new).exec_without_returning(&tx.conn()).await?;
        let (thread, space) = (found.place.thread, found.place.space);
        tx.emit(&EditHeld { revision, post: row.id, thread, space, author: me, reason })?;
    }
    Ok(Edited::Held { revision, reason: why })
}

fn waiting(
    tx: &Tx,
    id: RevisionId,
    me: MemberId,
    row: &table::Model,
    title: Option<String>,
    edit: &Edit,
    reason: &str,
) -> revisions::ActiveModel {
    revisions::ActiveModel {
        id: Set(id),
        post_id: Set(row.id),
        version: Set(row.version),
        state: Set(State::Held.name().to_owned()),
        title: Set(title),
        markdown: Set(edit.body.markdown.clone()),
        html: Set(edit.body.html.clone()),
        editor_id: Set(me),
        language: Set(edit.body.language.clone()),
        hold_reason: Set(Some(reason.to_owned())),
        written_at: Set(tx.now()),
    }
}

async fn revision(tx: &Tx, id: RevisionId, state: &str) -> Result<revisions::Model, Fault> {
    let find = revisions::Entity::find_by_id(id).one(&tx.conn()).await?;
    let found = find.ok_or(Fault::NotFound)?;
    if found.state == state { Ok(found) } else { Err(Fault::Conflict("threads-post-moved-on")) }
}

/// Publishes a wording that waited: it changes places with the approved one,
/// which stays as an earlier wording under the same id.
///
/// # Errors
/// [`Fault::Conflict`] when it does not wait any more or its post is not published.
pub async fn publish_revision(tx: &mut Tx, id: RevisionId) -> Result<i32, Fault> {
    swap(tx, id, State::Held.name(), EARLIER).await
}

/// Puts a published wording back to the queue and the earlier one in its
/// place: [`publish_revision`] undone.
///
/// # Errors
/// [`Fault::Conflict`] when something else was published since.
pub async fn unpublish_revision(tx: &mut Tx, id: RevisionId) -> Result<i32, Fault> {
    swap(tx, id, EARLIER, State::Held.name()).await
}

async fn swap(tx: &mut Tx, id: RevisionId, from: &str, to: &str) -> Result<i32, Fault> {
    let other = revision(tx, id, from).await?;
    let row = locked(tx, other.post_id).await?;
    // An undone publication swaps back the very next wording only.
    let next = from == State::Held.name() || row.version == other.version + 1;
    if row.state != State::Published.name() || !next {
        return Err(Fault::Conflict("threads-post-moved-on"));
    }
    translations::void_waiting(tx, id).await?;
    let title = title_of(tx, &row).await?;
    let (thread, number, by) = (row.thread_id, row.number, other.editor_id);
    if let (Some(new), true) = (&other.title, row.opening) {
        let slug = stoa_kernel::text::slug(new, "thread");
        set_title(tx, thread, new, &slug).await?;
    }
    let version = exchange(tx, row, other, title, to).await?;
    told(tx, thread, revision_post(tx, id).await?, number, by, version).await?;
    Ok(version)
}

async fn revision_post(tx: &Tx, id: RevisionId) -> Result<PostId, Fault> {
    let find = revisions::Entity::find_by_id(id).one(&tx.conn()).await?;
    find.map(|row| row.post_id).ok_or(Fault::NotFound)
}

async fn exchange(
    tx: &Tx,
    row: table::Model,
    other: revisions::Model,
    title: Option<String>,
    state: &str,
) -> Result<i32, Fault> {
    let (version, now) = (row.version + 1, tx.now());
    let written = row.edited_at.or(row.published_at).unwrap_or(row.created_at);
    let (before, by) = (row.editor_id.unwrap_or(row.author_id), other.editor_id);
    let editor = (by != row.author_id).then_some(by);
    let mut post = row.clone().into_active_model();
    post.markdown = Set(other.markdown.clone());
    post.html = Set(other.html.clone());
    post.language = Set(other.language.clone());
    post.version = Set(version);
    post.edited_at = Set(Some(now));
    post.editor_id = Set(editor);
    let mut revision = other.into_active_model();
    revision.version = Set(row.version);
    revision.state = Set(state.to_owned());
    revision.title = Set(title);
    revision.markdown = Set(row.markdown);
    revision.html = Set(row.html);
    revision.language = Set(row.language);
    revision.written_at = Set(written);
    revision.editor_id = Set(before);
    // The post first: two wordings of one post never wait at once.
    post.update(&tx.conn()).await?;
    revision.update(&tx.conn()).await?;
    Ok(version)
}

/// Gives a wording that waited back to its author's drafts with a reason.
///
/// # Errors
/// [`Fault::Conflict`] when it does not wait any more.
pub async fn decline_revision(tx: &mut Tx, id: RevisionId, reason: &str) -> Result<(), Fault> {
    let found = revision(tx, id, State::Held.name()).await?;
    translations::void_waiting(tx, id).await?;
    drafts::give_back_edit(tx, &found, reason).await?;
    let mut row = found.into_active_model();
    row.state = Set(State::Declined.name().to_owned());
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Puts a declined wording back to the queue and takes its draft back.
///
/// # Errors
/// [`Fault::Conflict`] when it is not declined any more, or a newer one waits.
pub async fn reopen_revision(tx: &mut Tx, id: RevisionId) -> Result<(), Fault> {
    let found = revision(tx, id, State::Declined.name()).await?;
    if held_edit(tx, found.post_id).await?.is_some() {
        return Err(Fault::Conflict("threads-post-moved-on"));
    }
    drafts::take_back(tx, found.editor_id, found.post_id).await?;
    let mut row = found.into_active_model();
    row.state = Set(State::Held.name().to_owned());
    row.update(&tx.conn()).await?;
    Ok(())
}
