//! Rows of posts, alone and with what names their thread.

use std::collections::HashMap;

use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryResult};
use stoa_kernel::actor::Scope;
use stoa_kernel::db::InOrder;
use stoa_kernel::ids::{CityId, MemberId, PostId, RevisionId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time};
use stoa_policy::{Sight, sight};

use super::{at, kind};
use crate::model::{self, Level, State};
use crate::store::readings::subscriptions;
use crate::store::{bookmarks, links, posts, revisions, spaces, threads, unknown};
use crate::views::{HeldEdit, PostCard, PostView};

/// A post with its thread, its space and the actor's mark.
#[derive(Clone, Debug)]
pub(crate) struct PostRow {
    pub(crate) id: PostId,
    pub(crate) thread_id: ThreadId,
    space_id: SpaceId,
    visibility: String,
    author_id: MemberId,
    city_id: Option<CityId>,
    number: Option<i32>,
    opening: bool,
    state: String,
    hold_reason: Option<String>,
    html: String,
    markdown: Option<String>,
    renderer: i32,
    language: String,
    reply_to: Option<PostId>,
    reply_number: Option<i32>,
    reply_author: Option<MemberId>,
    useful: i32,
    version: i32,
    pub(crate) created_at: Time,
    published_at: Option<Time>,
    edited_at: Option<Time>,
    removed_at: Option<Time>,
    wiki: bool,
    editor_id: Option<MemberId>,
    reported_at: Option<Time>,
    accepted_post_id: Option<PostId>,
    marked: Option<PostId>,
    edit: Option<RevisionId>,
    bookmark: Option<PostId>,
    blocked: Option<String>,
}

/// Twenty of these are read for each page of a thread: by place, because a name
/// would be looked up for every value. The order is that of [`post_query`].
impl FromQueryResult for PostRow {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        let mut from = InOrder::of(row);
        Ok(Self {
            id: from.next()?,
            thread_id: from.next()?,
            author_id: from.next()?,
            city_id: from.next()?,
            number: from.next()?,
            opening: from.next()?,
            state: from.next()?,
            hold_reason: from.next()?,
            html: from.next()?,
            renderer: from.next()?,
            language: from.next()?,
            useful: from.next()?,
            version: from.next()?,
            created_at: from.next()?,
            published_at: from.next()?,
            edited_at: from.next()?,
            removed_at: from.next()?,
            wiki: from.next()?,
            editor_id: from.next()?,
            reported_at: from.next()?,
            space_id: from.next()?,
            accepted_post_id: from.next()?,
            visibility: from.next()?,
            markdown: from.next()?,
            reply_to: from.next()?,
            reply_number: from.next()?,
            reply_author: from.next()?,
            marked: from.next()?,
            edit: from.next()?,
            bookmark: from.next()?,
            blocked: from.next()?,
        })
    }
}

/// The query behind [`PostRow`], without conditions; `markdown` only where a
/// single post is shown, because a page of twenty has no use for it.
pub(crate) fn post_query(actor: &Actor, markdown: bool) -> SelectStatement {
    let mut query = Query::select();
    query
        .from(posts::Entity)
        .inner_join(threads::Entity, at(threads::Column::Id).eq(at(posts::Column::ThreadId)))
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)));
    for column in post_columns() {
        query.column((posts::Entity, column));
    }
    query
        .column((threads::Entity, threads::Column::SpaceId))
        .column((threads::Entity, threads::Column::AcceptedPostId))
        .column((spaces::Entity, spaces::Column::Visibility));
    let text = if markdown { at(posts::Column::Markdown) } else { Expr::cust("NULL") };
    query.expr_as(text, Alias::new("markdown"));
    join_source(&mut query);
    join_own(&mut query, actor);
    query
}

fn post_columns() -> [posts::Column; 20] {
    use posts::Column as P;
    [
        P::Id,
        P::ThreadId,
        P::AuthorId,
        P::CityId,
        P::Number,
        P::Opening,
        P::State,
        P::HoldReason,
        P::Html,
        P::Renderer,
        P::Language,
        P::Useful,
        P::Version,
        P::CreatedAt,
        P::PublishedAt,
        P::EditedAt,
        P::RemovedAt,
        P::Wiki,
        P::EditorId,
        P::ReportedAt,
    ]
}

/// The post it answers is named only while it stands, and in the same thread.
fn join_source(query: &mut SelectStatement) {
    let source = Alias::new("source");
    let of = |column: posts::Column| Expr::col((source.clone(), column));
    let stands = Condition::all()
        .add(of(posts::Column::Id).eq(at(posts::Column::ReplyTo)))
        .add(of(posts::Column::ThreadId).eq(at(posts::Column::ThreadId)))
        .add(of(posts::Column::State).eq(State::Published.name()));
    query
        .join_as(sea_orm::JoinType::LeftJoin, posts::Entity, source.clone(), stands)
        .expr_as(of(posts::Column::Id), Alias::new("reply_to"))
        .expr_as(of(posts::Column::Number), Alias::new("reply_number"))
        .expr_as(of(posts::Column::AuthorId), Alias::new("reply_author"));
}

fn join_own(query: &mut SelectStatement, actor: &Actor) {
    let Some(me) = actor.id() else {
        for name in ["marked", "edit", "bookmark", "blocked"] {
            query.expr_as(Expr::cust("NULL"), Alias::new(name));
        }
        return;
    };
    let post = || at(posts::Column::Id);
    let mark = Condition::all()
        .add(at(links::useful::Column::PostId).eq(post()))
        .add(at(links::useful::Column::MemberId).eq(me));
    let bookmark = Condition::all()
        .add(at(bookmarks::Column::PostId).eq(post()))
        .add(at(bookmarks::Column::MemberId).eq(me));
    let edit = Condition::all()
        .add(at(revisions::Column::PostId).eq(post()))
        .add(at(revisions::Column::State).eq(State::Held.name()))
        .add(crate::store::visible::own_or_staff(actor));
    query
        .left_join(links::useful::Entity, mark)
        .left_join(revisions::Entity, edit)
        .left_join(bookmarks::Entity, bookmark)
        .expr_as(at(links::useful::Column::PostId), Alias::new("marked"))
        .expr_as(at(revisions::Column::Id), Alias::new("edit"))
        .expr_as(at(bookmarks::Column::PostId), Alias::new("bookmark"));
    join_blocked(query, me);
}

/// The member does not want to read who wrote it.
fn join_blocked(query: &mut SelectStatement, me: MemberId) {
    let alias = Alias::new("blocked_by");
    let of = |column: subscriptions::Column| Expr::col((alias.clone(), column));
    let blocked = Condition::all()
        .add(of(subscriptions::Column::MemberId).eq(me))
        .add(of(subscriptions::Column::Target).eq("person"))
        .add(of(subscriptions::Column::TargetId).eq(at(posts::Column::AuthorId)))
        .add(of(subscriptions::Column::Level).eq(Level::Blocked.name()));
    query
        .join_as(sea_orm::JoinType::LeftJoin, subscriptions::Entity, alias.clone(), blocked)
        .expr_as(of(subscriptions::Column::Level), Alias::new("blocked"));
}

/// New wordings that wait, by id: few posts have one, so they are not read with them.
pub(crate) async fn held_edits(
    db: &impl Reads,
    rows: impl Iterator<Item = &PostRow>,
) -> Result<HashMap<RevisionId, HeldEdit>, Fault> {
    let ids: Vec<RevisionId> = rows.filter_map(|row| row.edit).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let find = revisions::Entity::find().filter(revisions::Column::Id.is_in(ids));
    let found = find.all(&db.conn()).await?;
    Ok(found.into_iter().map(|row| (row.id, held_edit(row))).collect())
}

fn held_edit(row: revisions::Model) -> HeldEdit {
    HeldEdit {
        revision: row.id,
        title: row.title,
        markdown: row.markdown,
        html: row.html,
        language: row.language,
        reason: row.hold_reason.as_deref().and_then(model::hold_reason),
        written_at: row.written_at,
    }
}

/// What the actor is given of each row.
pub(crate) async fn views(
    db: &impl Reads,
    actor: &Actor,
    rows: Vec<PostRow>,
) -> Result<Vec<PostView>, Fault> {
    let mut edits = held_edits(db, rows.iter()).await?;
    rows.into_iter().map(|row| row.view(actor, &mut edits)).collect()
}

impl PostRow {
    /// The post of a conversation was reported, and the actor is one of those who decide about it.
    fn reported_to(&self, actor: &Actor) -> bool {
        self.space_id == SpaceId::CONVERSATIONS
            && self.reported_at.is_some()
            && actor.moderates() == Scope::All
    }

    /// What the actor is given; takes its new wording out of `edits`.
    pub(crate) fn view(
        self,
        actor: &Actor,
        edits: &mut HashMap<RevisionId, HeldEdit>,
    ) -> Result<PostView, Fault> {
        let state = State::parse(&self.state).ok_or_else(|| unknown("state", &self.state))?;
        let own = actor.is(self.author_id);
        let place = model::visibility(&self.visibility)
            .ok_or_else(|| unknown("visibility", &self.visibility))?;
        let mut sight = sight(actor.who_in(self.space_id), state.text(), own, place);
        if self.reported_to(actor) {
            sight = sight.max(Sight::Marked);
        }
        let shown = sight >= Sight::Marked;
        // Once published, that a text ever waited is nobody's business.
        let waits = matches!(state, State::Held | State::Declined);
        let held_edit = self.edit.filter(|_| shown).and_then(|edit| edits.remove(&edit));
        Ok(PostView {
            id: self.id,
            thread: self.thread_id,
            space: self.space_id,
            number: self.number,
            opening: self.opening,
            state,
            sight,
            own: own && shown,
            author: shown.then_some(self.author_id),
            city: self.city_id.filter(|_| shown),
            html: if shown { self.html } else { String::new() },
            markdown: self.markdown.filter(|_| shown),
            renderer: self.renderer,
            language: if shown { self.language } else { String::new() },
            hold_reason: self
                .hold_reason
                .as_deref()
                .filter(|_| shown && waits)
                .and_then(model::hold_reason),
            reply_to: self.reply_to.filter(|_| shown),
            reply_number: self.reply_number.filter(|_| shown),
            reply_author: self.reply_author.filter(|_| shown),
            useful: if shown { self.useful } else { 0 },
            marked: shown && self.marked.is_some(),
            bookmarked: self.bookmark.is_some(),
            blocked: shown && self.blocked.is_some(),
            accepted: shown && self.accepted_post_id == Some(self.id),
            version: self.version,
            created_at: self.created_at,
            published_at: self.published_at,
            edited_at: self.edited_at.filter(|_| shown),
            removed_at: self.removed_at,
            wiki: shown && self.wiki,
            editor: self.editor_id.filter(|_| shown),
            held_edit,
        })
    }
}

/// What a [`PostRow`] needs to become a card: the name of its thread and space.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct CardRow {
    title: String,
    title_language: String,
    slug: String,
    kind: String,
    thread_state: String,
    thread_author: MemberId,
    accepted_post_id: Option<PostId>,
    space_slug: String,
    space_names: String,
    neutral_subject: bool,
    translated: bool,
    posting: String,
    holding: String,
    visibility: String,
    seated: i32,
}

/// Adds to [`post_query`] what [`CardRow`] reads.
pub(crate) fn card_query(actor: &Actor) -> SelectStatement {
    let mut query = post_query(actor, true);
    query
        .column((threads::Entity, threads::Column::Title))
        .expr_as(at(threads::Column::Language), Alias::new("title_language"))
        .column((threads::Entity, threads::Column::Slug))
        .column((threads::Entity, threads::Column::Kind))
        .expr_as(at(threads::Column::State), Alias::new("thread_state"))
        .expr_as(at(threads::Column::AuthorId), Alias::new("thread_author"))
        .expr_as(at(spaces::Column::Slug), Alias::new("space_slug"))
        .expr_as(at(spaces::Column::Names), Alias::new("space_names"))
        .column((spaces::Entity, spaces::Column::NeutralSubject))
        .column((spaces::Entity, spaces::Column::Translated))
        .column((spaces::Entity, spaces::Column::Posting))
        .column((spaces::Entity, spaces::Column::Holding))
        .expr_as(seated(actor), Alias::new("seated"));
    query
}

/// 1 where the actor takes part in the conversation.
fn seated(actor: &Actor) -> Expr {
    Expr::case(crate::store::visible::conversations(actor), 1).finally(0).into()
}

impl CardRow {
    /// The card of a post the actor may know of.
    pub(crate) fn card(self, post: PostView, actor: &Actor) -> Result<PostCard, Fault> {
        let facts = spaces::facts(&self.visibility, &self.posting, &self.holding)?;
        let state =
            State::parse(&self.thread_state).ok_or_else(|| unknown("state", &self.thread_state))?;
        let own = actor.is(self.thread_author);
        let seen = sight(actor.who_in(post.space), state.text(), own, facts.visibility);
        // Of a conversation of others, reported words alone are shown; the title is of the first.
        let apart = post.space == SpaceId::CONVERSATIONS && self.seated == 0 && !post.opening;
        let shown = seen >= Sight::Marked && !apart;
        Ok(PostCard {
            title: shown.then_some(self.title),
            title_language: self.title_language,
            slug: if shown { self.slug } else { String::new() },
            kind: kind(&self.kind)?,
            answered: shown && self.accepted_post_id.is_some(),
            thread_author: shown.then_some(self.thread_author),
            space_slug: self.space_slug,
            space_names: spaces::texts(&self.space_names)?,
            neutral_subject: self.neutral_subject,
            translated: self.translated,
            facts,
            post,
        })
    }
}
