//! The one predicate of what exists for whom, put into the SQL of every query.
//!
//! It lets through exactly the rows of which `policy::sight` shows something;
//! how much of them is then decided by `policy::sight` itself. A number (for
//! threads: the instant of publication) is what makes a text known to others:
//! whatever was withdrawn or declined before it had one never was.

use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition as Cond};
use stoa_kernel::Actor;
use stoa_kernel::actor::Scope;
use stoa_kernel::ids::{MemberId, SpaceId};

use crate::conversations::Seat;
use crate::model::{Level, State};
use crate::store::{always, posts, revisions, spaces, threads};

/// The states in which a text that was once published stands in its place.
const KNOWN: [&str; 3] = [State::Published.name(), State::Removed.name(), State::Deleted.name()];

/// Spaces that the actor may enter. Needs `spaces` in the query.
pub(crate) fn spaces(actor: &Actor) -> Condition {
    let visibility = spaces::Column::Visibility;
    let mut any = Cond::any().add(visibility.eq("public"));
    if actor.id().is_some() {
        any = any.add(visibility.eq("members"));
        if let Some(inside) = within(actor.private_spaces(), spaces::Column::Id) {
            any = any.add(Cond::all().add(visibility.eq("private")).add(inside));
        }
    }
    any
}

/// Conversations that the actor takes part in. Needs `threads`.
pub(crate) fn conversations(actor: &Actor) -> Condition {
    use crate::store::people::{Column as P, Entity};
    let here = Cond::all().add(threads::Column::SpaceId.eq(SpaceId::CONVERSATIONS));
    // What is told to all who listen is told to the people of the conversation alone.
    if actor.is_let_in_everywhere() {
        return here;
    }
    let Some(me) = actor.id() else { return here.add(never()) };
    let alias = Alias::new("seat");
    let of = |column: P| Expr::col((alias.clone(), column));
    let mut query = Query::select();
    query
        .expr(Expr::val(1))
        .from_as(Entity, alias.clone())
        .and_where(of(P::ThreadId).eq(Expr::col(threads::Column::Id.as_column_ref())))
        .and_where(of(P::MemberId).eq(me))
        .and_where(of(P::State).is_in(Seat::READING.map(Seat::name)));
    here.add(Expr::exists(query))
}

/// Spaces the actor may enter and conversations he takes part in. Needs `spaces` and `threads`.
fn entered(actor: &Actor) -> Condition {
    Cond::any().add(spaces(actor)).add(conversations(actor))
}

/// Threads of which the actor sees something. Needs `spaces` and `threads`.
pub(crate) fn threads(actor: &Actor) -> Condition {
    let known = Cond::all()
        .add(threads::Column::PublishedAt.is_not_null())
        .add(threads::Column::State.is_in(KNOWN));
    let mut any = Cond::any().add(known);
    if let Some(me) = actor.id() {
        any = any.add(threads::Column::AuthorId.eq(me));
    }
    if let Some(staff) = within(actor.moderates(), threads::Column::SpaceId) {
        any = any.add(staff);
    }
    let merged = threads::Column::State.ne(State::Merged.name());
    Cond::all().add(entered(actor)).add(merged).add(any)
}

/// Threads for lists, feeds and counts: published ones alone, and no conversations. Needs `spaces`
/// and `threads`.
pub(crate) fn listed(actor: &Actor) -> Condition {
    Cond::all().add(threads::Column::State.eq(State::Published.name())).add(spaces(actor))
}

/// Posts of which the actor sees something. Needs `spaces`, `threads` and `posts`.
pub(crate) fn posts(actor: &Actor) -> Condition {
    let known =
        Cond::all().add(posts::Column::Number.is_not_null()).add(posts::Column::State.is_in(KNOWN));
    Cond::all().add(threads(actor)).add(or_own_or_staff(actor, known))
}

/// Posts of which the actor is shown something one by one: also what was reported of others'
/// conversations, to those who moderate everywhere. Needs the same as [`posts`].
pub(crate) fn shown(actor: &Actor) -> Condition {
    Cond::any().add(posts(actor)).add(reported(actor))
}

/// Posts of conversations that somebody reported, for those who moderate everywhere.
fn reported(actor: &Actor) -> Condition {
    let all = if actor.moderates() == Scope::All { always() } else { never() };
    Cond::all()
        .add(threads::Column::SpaceId.eq(SpaceId::CONVERSATIONS))
        .add(posts::Column::ReportedAt.is_not_null())
        .add(all)
}

/// Posts that stand in their place in the thread. Needs the same as [`posts`].
pub(crate) fn numbered(actor: &Actor) -> Condition {
    Cond::all()
        .add(threads(actor))
        .add(posts::Column::Number.is_not_null())
        .add(posts::Column::State.is_in(KNOWN))
}

/// Posts that wait and that the actor may know of. Needs the same as [`posts`].
pub(crate) fn waiting(actor: &Actor) -> Condition {
    Cond::all()
        .add(threads(actor))
        .add(posts::Column::State.eq(State::Held.name()))
        .add(own_or_staff(actor))
}

/// Posts that stand or wait and whose text the actor reads. Needs the same as [`posts`].
pub(crate) fn read(actor: &Actor) -> Condition {
    let standing = Cond::all()
        .add(posts::Column::State.eq(State::Published.name()))
        .add(posts::Column::Number.is_not_null());
    let own = Cond::all()
        .add(posts::Column::State.is_in([State::Published.name(), State::Held.name()]))
        .add(own_or_staff(actor));
    let mine = Cond::all().add(threads(actor)).add(Cond::any().add(standing).add(own));
    Cond::any().add(mine).add(reported(actor))
}

/// Published posts of published threads: for lists.
pub(crate) fn published(actor: &Actor) -> Condition {
    Cond::all().add(listed(actor)).add(posts::Column::State.eq(State::Published.name()))
}

/// The same and those of conversations: for letters and notices.
pub(crate) fn told(actor: &Actor) -> Condition {
    Cond::all()
        .add(entered(actor))
        .add(threads::Column::State.eq(State::Published.name()))
        .add(posts::Column::State.eq(State::Published.name()))
}

/// Published posts of published threads in any space, but of no conversation: for the index, which
/// shows nothing; its hits are asked for again as the reader, by [`published`].
pub(crate) fn indexed() -> Condition {
    Cond::all()
        .add(threads::Column::SpaceId.ne(SpaceId::CONVERSATIONS))
        .add(threads::Column::State.eq(State::Published.name()))
        .add(posts::Column::State.eq(State::Published.name()))
}

/// Wordings of a post of which the actor sees the text. Needs `revisions` and the same as [`posts`].
pub(crate) fn revisions(actor: &Actor) -> Condition {
    let public = Cond::all()
        .add(revisions::Column::State.eq("public"))
        .add(spaces::Column::PublicHistory.eq(true))
        .add(posts::Column::State.eq(State::Published.name()));
    Cond::all().add(shown(actor)).add(or_own_or_staff(actor, public))
}

/// The post is not by somebody whom the member has blocked: for what tells of posts. In its thread
/// it stands folded. Needs `posts`.
pub(crate) fn not_blocked(me: MemberId) -> Expr {
    use crate::store::readings::subscriptions::{Column as S, Entity};
    let alias = Alias::new("blocking");
    let of = |column: S| Expr::col((alias.clone(), column));
    let author = Expr::col(posts::Column::AuthorId.as_column_ref());
    let mut query = Query::select();
    query
        .expr(Expr::val(1))
        .from_as(Entity, alias.clone())
        .and_where(of(S::MemberId).eq(me))
        .and_where(of(S::Target).eq("person"))
        .and_where(of(S::TargetId).eq(author))
        .and_where(of(S::Level).eq(Level::Blocked.name()));
    Expr::exists(query).not()
}

/// The actor wrote the post or moderates its space. Needs `threads` and `posts`.
pub(crate) fn own_or_staff(actor: &Actor) -> Condition {
    // A condition that never holds keeps the disjunction from being empty, which would hold always.
    or_own_or_staff(actor, Cond::all().add(never()))
}

fn or_own_or_staff(actor: &Actor, rule: Condition) -> Condition {
    let mut any = Cond::any().add(rule);
    if let Some(me) = actor.id() {
        any = any.add(posts::Column::AuthorId.eq(me));
    }
    match within(actor.moderates(), threads::Column::SpaceId) {
        Some(staff) => any.add(staff),
        None => any,
    }
}

/// A condition that never holds, in the words of both databases.
fn never() -> Expr {
    Expr::cust("1 = 0")
}

/// `None` when nothing is within the scope.
fn within(scope: Scope, column: impl ColumnTrait) -> Option<Expr> {
    match scope {
        Scope::All => Some(always()),
        Scope::Some(spaces) if spaces.is_empty() => None,
        Scope::Some(spaces) => Some(column.is_in(spaces)),
    }
}
