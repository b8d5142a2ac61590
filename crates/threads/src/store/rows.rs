//! Rows of the views' queries, and how much of them the actor is given.

use sea_orm::FromQueryResult;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Query, SelectStatement};
use stoa_kernel::ids::{CityId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Time};
use stoa_policy::{Sight, sight};

use crate::model::{Direction, Level, State, ThreadKind, span};
use crate::store::readings::{self, subscriptions};
use crate::store::{posts, spaces, threads, unknown};
use crate::views::{ThreadSummary, ThreadView};

mod post;

pub(crate) use post::{CardRow, PostRow, card_query, held_edits, post_query, views};

/// Themes of a thread in one text: a list would need a query of its own.
pub(crate) const THEMES: &str = "(SELECT string_agg(tt.theme, ',') FROM thread_themes tt \
                      WHERE tt.thread_id = threads.id)";

/// A column, named with its table.
pub(crate) fn at(column: impl sea_orm::ColumnTrait) -> Expr {
    Expr::col(column.as_column_ref())
}

/// A thread with its space and the actor's place in it.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct ThreadRow {
    pub(crate) id: ThreadId,
    pub(crate) space_id: SpaceId,
    space_slug: String,
    space_names: String,
    space_languages: String,
    space_rights_version: i64,
    neutral_subject: bool,
    translated: bool,
    visibility: String,
    posting: String,
    holding: String,
    author_id: MemberId,
    city_id: Option<CityId>,
    kind: String,
    direction: String,
    title: String,
    slug: String,
    language: String,
    state: String,
    closed_at: Option<Time>,
    closes_at: Option<Time>,
    opens_at: Option<Time>,
    slow_s: Option<i32>,
    summary_post_id: Option<PostId>,
    pinned_at: Option<Time>,
    posts: i32,
    last_number: i32,
    pub(crate) last_post_at: Time,
    last_author_id: Option<MemberId>,
    accepted_post_id: Option<PostId>,
    accepted_by: Option<MemberId>,
    accepted_at: Option<Time>,
    accepted_number: Option<i32>,
    seq: i64,
    version: i32,
    created_at: Time,
    published_at: Option<Time>,
    themes: Option<String>,
    read_number: Option<i32>,
    unread: Option<i64>,
    level: Option<String>,
}

/// The query behind [`ThreadRow`], without conditions.
pub(crate) fn thread_query(actor: &Actor) -> SelectStatement {
    let mut query = Query::select();
    query
        .from(threads::Entity)
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)));
    for column in thread_columns() {
        query.column((threads::Entity, column));
    }
    for (column, name) in space_columns() {
        query.expr_as(at(column), Alias::new(name));
    }
    query.expr_as(Expr::cust(THEMES), Alias::new("themes"));
    join_answer(&mut query);
    join_reader(&mut query, actor);
    query
}

fn thread_columns() -> [threads::Column; 26] {
    use threads::Column as T;
    [
        T::Id,
        T::SpaceId,
        T::AuthorId,
        T::CityId,
        T::Kind,
        T::Direction,
        T::Title,
        T::Slug,
        T::Language,
        T::State,
        T::ClosedAt,
        T::ClosesAt,
        T::OpensAt,
        T::SlowS,
        T::SummaryPostId,
        T::PinnedAt,
        T::Posts,
        T::LastNumber,
        T::LastPostAt,
        T::LastAuthorId,
        T::AcceptedBy,
        T::AcceptedAt,
        T::Seq,
        T::Version,
        T::CreatedAt,
        T::PublishedAt,
    ]
}

fn space_columns() -> [(spaces::Column, &'static str); 9] {
    use spaces::Column as S;
    [
        (S::Slug, "space_slug"),
        (S::Names, "space_names"),
        (S::Languages, "space_languages"),
        (S::RightsVersion, "space_rights_version"),
        (S::NeutralSubject, "neutral_subject"),
        (S::Translated, "translated"),
        (S::Visibility, "visibility"),
        (S::Posting, "posting"),
        (S::Holding, "holding"),
    ]
}

/// The accepted answer counts only while it stands.
fn join_answer(query: &mut SelectStatement) {
    let answer = Alias::new("answer");
    let stands = Condition::all()
        .add(Expr::col((answer.clone(), posts::Column::Id)).eq(at(threads::Column::AcceptedPostId)))
        .add(Expr::col((answer.clone(), posts::Column::State)).eq(State::Published.name()));
    query
        .join_as(sea_orm::JoinType::LeftJoin, posts::Entity, answer.clone(), stands)
        .expr_as(Expr::col((answer.clone(), posts::Column::Id)), Alias::new("accepted_post_id"))
        .expr_as(Expr::col((answer, posts::Column::Number)), Alias::new("accepted_number"));
}

fn join_reader(query: &mut SelectStatement, actor: &Actor) {
    let Some(me) = actor.id() else {
        for name in ["read_number", "unread", "level"] {
            query.expr_as(Expr::cust("NULL"), Alias::new(name));
        }
        return;
    };
    let thread = || at(threads::Column::Id);
    let reading = Condition::all()
        .add(at(readings::Column::MemberId).eq(me))
        .add(at(readings::Column::ThreadId).eq(thread()));
    let following = Condition::all()
        .add(at(subscriptions::Column::MemberId).eq(me))
        .add(at(subscriptions::Column::Target).eq("thread"))
        .add(at(subscriptions::Column::TargetId).eq(thread()));
    query
        .left_join(readings::Entity, reading)
        .left_join(subscriptions::Entity, following)
        .expr_as(at(readings::Column::Number), Alias::new("read_number"))
        .expr_as(at(subscriptions::Column::Level), Alias::new("level"))
        .expr_as(unread_posts(me), Alias::new("unread"));
}

/// How many published posts of others stand after the actor's position;
/// 0 where there is none. Needs `threads` and `readings` around it.
pub(crate) fn unread_posts(me: MemberId) -> Expr {
    let fresh = Alias::new("fresh");
    let of = |column: posts::Column| Expr::col((fresh.clone(), column));
    let mut query = Query::select();
    query
        .expr(of(posts::Column::Id).count())
        .from_as(posts::Entity, fresh.clone())
        .and_where(of(posts::Column::ThreadId).eq(at(threads::Column::Id)))
        .and_where(of(posts::Column::Number).gt(at(readings::Column::Number)))
        .and_where(of(posts::Column::State).eq(State::Published.name()))
        .and_where(of(posts::Column::AuthorId).ne(me));
    Expr::SubQuery(None, Box::new(query.into()))
}

impl ThreadRow {
    /// What the actor is given; strokes are added by the caller.
    pub(crate) fn summary(&self, actor: &Actor) -> Result<ThreadSummary, Fault> {
        let state = State::parse(&self.state).ok_or_else(|| unknown("state", &self.state))?;
        let own = actor.is(self.author_id);
        let facts = spaces::facts(&self.visibility, &self.posting, &self.holding)?;
        let sight = sight(actor.who_in(self.space_id), state.text(), own, facts.visibility);
        let shown = sight >= Sight::Marked;
        Ok(ThreadSummary {
            id: self.id,
            space: self.space_id,
            space_slug: self.space_slug.clone(),
            space_names: spaces::texts(&self.space_names)?,
            kind: kind(&self.kind)?,
            direction: Direction::parse(&self.direction)
                .ok_or_else(|| unknown("direction", &self.direction))?,
            title: shown.then(|| self.title.clone()),
            slug: if shown { self.slug.clone() } else { String::new() },
            language: self.language.clone(),
            state,
            sight,
            closed: self.closed_at.is_some() || state != State::Published,
            pinned: self.pinned_at.is_some(),
            own,
            author: shown.then_some(self.author_id),
            city: self.city_id.filter(|_| shown),
            themes: self.themes(shown),
            posts: self.posts,
            last_number: self.last_number,
            last_post_at: self.last_post_at,
            last_author: self.last_author_id,
            accepted: self.accepted_post_id,
            accepted_number: self.accepted_number,
            created_at: self.created_at,
            published_at: self.published_at,
            read: self.read_number,
            unread: self.unread.unwrap_or(0),
            level: level(self.level.as_deref())?,
            strokes: Vec::new(),
        })
    }

    fn themes(&self, shown: bool) -> Vec<String> {
        let all = self.themes.as_deref().filter(|_| shown).unwrap_or_default();
        let mut themes: Vec<_> =
            all.split(',').filter(|theme| !theme.is_empty()).map(str::to_owned).collect();
        themes.sort();
        themes
    }

    /// The thread's head.
    pub(crate) fn view(&self, actor: &Actor) -> Result<ThreadView, Fault> {
        Ok(ThreadView {
            summary: self.summary(actor)?,
            facts: spaces::facts(&self.visibility, &self.posting, &self.holding)?,
            space_languages: spaces::list(&self.space_languages)?,
            neutral_subject: self.neutral_subject,
            translated: self.translated,
            space_rights_version: self.space_rights_version,
            seq: self.seq,
            version: self.version,
            accepted_by: self.accepted_by.filter(|_| self.accepted_post_id.is_some()),
            accepted_at: self.accepted_at.filter(|_| self.accepted_post_id.is_some()),
            closed_at: self.closed_at,
            closes_at: self.closes_at,
            opens_at: self.opens_at,
            slow: span(self.slow_s),
            summary_post: self.summary_post_id,
        })
    }
}

fn kind(name: &str) -> Result<ThreadKind, Fault> {
    ThreadKind::parse(name).ok_or_else(|| unknown("kind", name))
}

/// How closely somebody follows, by the name in the row.
pub(crate) fn level(name: Option<&str>) -> Result<Option<Level>, Fault> {
    name.map(|name| Level::parse(name).ok_or_else(|| unknown("level", name))).transpose()
}
