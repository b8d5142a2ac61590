//! One case, with all that a moderator needs on one screen.

use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use stoa_exchange::Claim;
use stoa_kernel::ids::{CaseId, MemberId, PostId};
use stoa_kernel::{Actor, Fault, Limit, Reads};
use stoa_threads::views::{PostCard, PostView};

use crate::model::{Act, Case, CaseState, Decision, Line, Subject};
use crate::notes::{self, CaseNote};
use crate::reports::{self, Report};
use crate::routing::{self, Routed};
use crate::sanctions;
use crate::store::{case as cases, decision, history};
use crate::watch::{self, Found};

/// A case with its text and everything around it.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// The case. Its version was read before the text, so that a decision on a
    /// text that changed in between is refused.
    pub case: Case,
    /// The held post (or the published post whose new wording waits in its
    /// `held_edit`) with its thread; `None` for cities and when it is gone.
    pub text: Option<PostCard>,
    /// The city somebody named.
    pub city: Option<Claim>,
    /// The posts around it.
    pub context: Context,
    /// What rules found in its text.
    pub found: Vec<Found>,
    /// Whose it is while it waits.
    pub routed: Option<Routed>,
    /// Who found something wrong with it, and what; the newest first.
    pub reports: Vec<Report>,
    /// What moderators told each other about it, the oldest first.
    pub notes: Vec<CaseNote>,
    /// The author's earlier cases.
    pub record: AuthorRecord,
    /// Every decision on this case, oldest first.
    pub decisions: Vec<Decision>,
    /// What happened to it, oldest first.
    pub history: Vec<Line>,
}

/// The posts around the one a case is about.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Those before it, oldest first, at most three.
    pub above: Vec<PostView>,
    /// How many published posts stand before those.
    pub earlier: i32,
    /// Those after it, at most two.
    pub below: Vec<PostView>,
}

/// What was decided about an author's texts so far; decisions taken back do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AuthorRecord {
    /// Approved.
    pub approved: i64,
    /// Sent back for a change.
    pub revised: i64,
    /// Declined.
    pub declined: i64,
    /// Taken away after they had been published.
    pub removed: i64,
    /// Strikes that count now.
    pub strikes: i64,
}

const ABOVE: i32 = 3;
const BELOW: u64 = 2;

/// A case as its moderators see it.
///
/// # Errors
/// [`Fault::NotFound`] for cases of spaces the actor does not moderate.
pub async fn case(db: &impl Reads, actor: &Actor, id: CaseId) -> Result<CaseView, Fault> {
    let found = cases::seen(db, actor, id).await?.ok_or(Fault::NotFound)?;
    let text = text(db, actor, &found).await?;
    let city = city(db, &found).await?;
    let context = match &text {
        Some(card) => context(db, actor, &found, card).await?,
        None => Context::default(),
    };
    let routed = match found.state {
        CaseState::Open => Some(routing::of(db, &found).await?),
        CaseState::Decided | CaseState::Closed => None,
    };
    let found_by_rules = match found.subject.post() {
        Some(post) => watch::found(db, post).await?,
        None => Vec::new(),
    };
    Ok(CaseView {
        found: found_by_rules,
        routed,
        text,
        city,
        context,
        reports: reports::of(db, &found).await?,
        notes: notes::of(db, id).await?,
        record: record(db, found.author).await?,
        decisions: decision::of_case(db, id).await?,
        history: history::of(db, id).await?,
        case: found,
    })
}

/// The case about a post: the open one, else the last.
///
/// # Errors
/// [`Fault::NotFound`] when there is none the actor may see.
pub async fn case_about(db: &impl Reads, actor: &Actor, post: PostId) -> Result<CaseId, Fault> {
    let query = cases::Entity::find()
        .filter(cases::visible(actor))
        .filter(cases::Column::PostId.eq(post))
        .order_by_desc(cases::Column::OpenedAt);
    let rows = query.all(&db.conn()).await?;
    let open = rows.iter().find(|row| row.state == CaseState::Open.name());
    open.or(rows.first()).map(|row| row.id).ok_or(Fault::NotFound)
}

async fn text(db: &impl Reads, actor: &Actor, found: &Case) -> Result<Option<PostCard>, Fault> {
    let Some(post) = found.subject.post() else {
        return Ok(None);
    };
    let cards = stoa_threads::views::posts_by_ids(db, actor, &[post]).await?;
    Ok(cards.into_iter().next())
}

async fn city(db: &impl Reads, found: &Case) -> Result<Option<Claim>, Fault> {
    let Subject::City(city) = found.subject else {
        return Ok(None);
    };
    stoa_exchange::views::claim(db, city).await
}

/// Around a published post its neighbours; around a waiting reply the end of
/// the thread; around a waiting thread nothing.
async fn context(
    db: &impl Reads,
    actor: &Actor,
    found: &Case,
    card: &PostCard,
) -> Result<Context, Fault> {
    let (Some(thread), false) = (found.subject.thread(), card.post.opening) else {
        return Ok(Context::default());
    };
    let here = match card.post.number {
        Some(number) => number,
        None => last_number(db, actor, thread).await? + 1,
    };
    let from = (here - 1 - ABOVE).max(0);
    let limit = Limit::parse(Some(u64::try_from(ABOVE).unwrap_or(3) + 1 + BELOW))?;
    let near = stoa_threads::views::posts(db, actor, thread, from, limit).await?;
    let number = |post: &PostView| post.number.unwrap_or(0);
    let (above, rest): (Vec<_>, Vec<_>) =
        near.items.into_iter().partition(|post| number(post) < here);
    let below = rest.into_iter().filter(|post| number(post) > here);
    let below = below.take(usize::try_from(BELOW).unwrap_or(2)).collect();
    Ok(Context { above, earlier: from, below })
}

async fn last_number(
    db: &impl Reads,
    actor: &Actor,
    thread: stoa_kernel::ids::ThreadId,
) -> Result<i32, Fault> {
    Ok(stoa_threads::views::thread(db, actor, thread).await?.summary.last_number)
}

async fn record(db: &impl Reads, author: Option<MemberId>) -> Result<AuthorRecord, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        action: String,
        count: i64,
    }
    let Some(author) = author else {
        return Ok(AuthorRecord::default());
    };
    let query = decision::Entity::find()
        .select_only()
        .column(decision::Column::Action)
        .column_as(decision::Column::Id.count(), "count")
        .filter(decision::Column::AuthorId.eq(author))
        .filter(decision::Column::UndoneAt.is_null())
        .group_by(decision::Column::Action);
    let rows: Vec<Row> = query.into_model().all(&db.conn()).await?;
    let of = |act: Act| rows.iter().find(|row| row.action == act.name()).map_or(0, |row| row.count);
    Ok(AuthorRecord {
        approved: of(Act::Approve),
        revised: of(Act::Revise),
        declined: of(Act::Decline),
        removed: of(Act::Agree),
        strikes: sanctions::strikes(db, author).await?,
    })
}
