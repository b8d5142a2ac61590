//! Leaving notices, and the letters that tell of them.

use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, TryInsertResult};
use serde_json::json;
use stoa_kernel::ids::{
    CaseId, DecisionId, DraftId, LetterId, MemberId, NoticeId, PostId, SpaceId, ThreadId,
};
use stoa_kernel::{Fault, Reads, Time, Tx};
use stoa_live::{Topic, streams};
use stoa_threads::events::{AnswerAsked, BookmarkDue, TrialAsked};
use stoa_threads::views::PostCard;

use crate::letters::{self, Pace};
use crate::model::{LetterKind, NewLetter, Payload, Preferences, Why};
use crate::notices::LEFT;
use crate::notices::whom::{Concerned, Place, Telling};
use crate::preferences;
use crate::store::{notices as table, text};

/// Tells these people of a post; whoever was told of it before is passed over. Give at most
/// [`crate::notices::AT_ONCE`] at a time, in the order [`crate::notices::whom`] gives them.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn tell(
    tx: &mut Tx,
    concerned: &Concerned,
    tellings: &[Telling],
    pace: &Pace,
) -> Result<(), Fault> {
    let place = concerned.place()?;
    let members: Vec<MemberId> = tellings.iter().map(|one| one.member).collect();
    let chosen = preferences::of_many(tx, &members).await?;
    for one in tellings {
        let found = chosen.iter().find(|(member, _)| *member == one.member);
        let wants = found.map_or_else(Preferences::default, |(_, kept)| *kept);
        let notice = Notice::of_post(&place, *one);
        if let Some(id) = leave(tx, &notice).await? {
            letter_for(tx, &place, *one, id, wants, pace).await?;
        }
    }
    Ok(())
}

async fn letter_for(
    tx: &mut Tx,
    place: &Place,
    telling: Telling,
    notice: NoticeId,
    wants: Preferences,
    pace: &Pace,
) -> Result<(), Fault> {
    let Some(kind) = telling.why.letter(place.opening) else {
        return Ok(());
    };
    let wanted = if kind == LetterKind::Mention { wants.mentions } else { wants.replies };
    if !wanted {
        return Ok(());
    }
    let letter = NewLetter {
        member: telling.member,
        kind,
        event_key: format!("post:{}", place.post),
        thread: Some(place.thread),
        payload: Payload::default(),
        send_at: tx.now(),
    };
    match letters::bundle(tx, letter, pace).await? {
        Some(id) => put_into(tx, notice, id).await,
        None => Ok(()),
    }
}

async fn put_into(tx: &Tx, notice: NoticeId, letter: LetterId) -> Result<(), Fault> {
    table::Entity::update_many()
        .col_expr(table::Column::LetterId, sea_orm::sea_query::Expr::value(letter))
        .filter(table::Column::Id.eq(notice))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// A decision on a text (or on a city) of a member's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Whose text it was.
    pub author: MemberId,
    /// The decision.
    pub decision: DecisionId,
    /// Its reference.
    pub reference: String,
    /// [`Why::Approved`], [`Why::Revise`] or [`Why::Declined`].
    pub why: Why,
    /// The post it is about; none for a city.
    pub post: Option<PostId>,
    /// Its thread.
    pub thread: Option<ThreadId>,
    /// When its letter may go: until then the decision may be taken back.
    pub tell_at: Time,
}

/// Tells an author of a decision: in the inbox at once, by letter when it can no longer be taken
/// back.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn decided(tx: &mut Tx, news: &News) -> Result<(), Fault> {
    let Some(kind) = news.why.letter(false).filter(|_| news.why.of_a_decision()) else {
        return Err(Fault::broken("a decision has a letter"));
    };
    let data = json!({ "reference": news.reference });
    let notice = Notice {
        member: news.author,
        why: news.why,
        event_key: decision_key(news.decision),
        place: None,
        post: news.post,
        thread: news.thread,
        by: None,
        data,
    };
    let wants = preferences::of(tx, news.author).await?;
    if leave(tx, &notice).await?.is_none() || (kind == LetterKind::Approved && !wants.approvals) {
        return Ok(());
    }
    let payload = Payload { reference: Some(news.reference.clone()), ..Payload::default() };
    let letter = NewLetter {
        member: news.author,
        kind,
        event_key: decision_key(news.decision),
        thread: news.thread,
        payload,
        send_at: news.tell_at,
    };
    letters::queue(tx, &letter).await.map(|_| ())
}

/// Takes the notice of a decision back that was itself taken back. Its letter, if it waits, finds
/// so when it is due.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn forget_decision(tx: &mut Tx, decision: DecisionId) -> Result<(), Fault> {
    table::Entity::delete_many()
        .filter(table::Column::EventKey.eq(decision_key(decision)))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

fn decision_key(decision: DecisionId) -> String {
    format!("decision:{decision}")
}

/// Tells an author that the answer was accepted; in the inbox alone.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn accepted(
    tx: &mut Tx,
    author: MemberId,
    by: MemberId,
    thread: ThreadId,
    post: PostId,
) -> Result<(), Fault> {
    if author == by {
        return Ok(());
    }
    let notice = Notice {
        member: author,
        why: Why::Accepted,
        event_key: format!("accepted:{post}"),
        place: None,
        post: Some(post),
        thread: Some(thread),
        by: Some(by),
        data: json!({}),
    };
    leave(tx, &notice).await.map(|_| ())
}

/// Leaves a notice and, where a letter of its kind is wanted, one a moment later, for whoever does
/// not see it in the inbox.
async fn leave_and_write(
    tx: &mut Tx,
    notice: &Notice,
    wanted: bool,
    pace: &Pace,
) -> Result<(), Fault> {
    let Some(left) = leave(tx, notice).await? else { return Ok(()) };
    let Some(kind) = notice.why.letter(false).filter(|_| wanted) else { return Ok(()) };
    let letter = NewLetter {
        member: notice.member,
        kind,
        event_key: notice.event_key.clone(),
        thread: notice.thread,
        payload: Payload::default(),
        send_at: tx.now().plus(pace.bundle),
    };
    match letters::queue(tx, &letter).await? {
        Some(id) => put_into(tx, left, id).await,
        None => Ok(()),
    }
}

/// Reminds a member of a post: in the inbox at once, and by letter.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn remind(
    tx: &mut Tx,
    due: &BookmarkDue,
    card: &PostCard,
    pace: &Pace,
) -> Result<(), Fault> {
    let notice = Notice {
        member: due.member,
        why: Why::Reminder,
        event_key: format!("reminder:{}:{}", due.post, due.at.0),
        place: None,
        post: Some(due.post),
        thread: Some(card.post.thread),
        by: None,
        data: json!({}),
    };
    leave_and_write(tx, &notice, true, pace).await
}

/// Asks a member what came of the answer he accepted: in the inbox at once, and by letter, unless he
/// wants none about replies.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ask_trial(tx: &mut Tx, asked: &TrialAsked, pace: &Pace) -> Result<(), Fault> {
    let notice = Notice {
        member: asked.member,
        why: Why::Trial,
        event_key: format!("trial:{}", asked.post),
        place: None,
        post: Some(asked.post),
        thread: Some(asked.thread),
        by: None,
        data: json!({}),
    };
    let wanted = preferences::of(tx, asked.member).await?.replies;
    leave_and_write(tx, &notice, wanted, pace).await
}

/// Puts a question that nobody answered before a member: in the inbox at once, and by letter.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ask_answer(
    tx: &mut Tx,
    asked: &AnswerAsked,
    opening: PostId,
    pace: &Pace,
) -> Result<(), Fault> {
    let notice = Notice {
        member: asked.member,
        why: Why::Asked,
        event_key: format!("asked:{}", asked.thread),
        place: None,
        post: Some(opening),
        thread: Some(asked.thread),
        by: asked.by,
        data: json!({}),
    };
    leave_and_write(tx, &notice, true, pace).await
}

/// Asks those who look after a cohort what came of it; in the inbox alone. The slug of its space
/// leads there.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn cohort_ended(
    tx: &mut Tx,
    members: &[MemberId],
    space: SpaceId,
    slug: &str,
) -> Result<(), Fault> {
    for member in members {
        let notice = Notice {
            member: *member,
            why: Why::CohortEnded,
            event_key: format!("cohort:{space}:{}", tx.now().0),
            place: None,
            post: None,
            thread: None,
            by: None,
            data: json!({ "reference": slug }),
        };
        leave(tx, &notice).await?;
    }
    Ok(())
}

/// Tells an author that a poll has closed and waits for its outcome; in the inbox alone.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn poll_closed(
    tx: &mut Tx,
    author: MemberId,
    thread: ThreadId,
    post: PostId,
) -> Result<(), Fault> {
    let notice = Notice {
        member: author,
        why: Why::PollClosed,
        event_key: format!("poll:{post}"),
        place: None,
        post: Some(post),
        thread: Some(thread),
        by: None,
        data: json!({}),
    };
    leave(tx, &notice).await.map(|_| ())
}

/// Tells a member that a text could not be published at its moment; in the inbox alone.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn unsent(tx: &mut Tx, member: MemberId, draft: DraftId) -> Result<(), Fault> {
    let notice = Notice {
        member,
        why: Why::Unsent,
        event_key: format!("unsent:{draft}:{}", tx.now().0),
        place: None,
        post: None,
        thread: None,
        by: None,
        data: json!({}),
    };
    leave(tx, &notice).await.map(|_| ())
}

/// Tells members what became of a post they reported; in the inbox alone. Of the post nothing is
/// told. The key is the decision's, so that it is taken back with it.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn reported(
    tx: &mut Tx,
    reporters: &[MemberId],
    why: Why,
    case: CaseId,
    decision: Option<DecisionId>,
) -> Result<(), Fault> {
    let once = || format!("report:{case}:{}", tx.now().0);
    let event_key = decision.map_or_else(once, decision_key);
    for member in reporters {
        let notice = Notice {
            member: *member,
            why,
            event_key: event_key.clone(),
            place: None,
            post: None,
            thread: None,
            by: None,
            data: json!({}),
        };
        leave(tx, &notice).await?;
    }
    Ok(())
}

struct Notice {
    member: MemberId,
    why: Why,
    event_key: String,
    place: Option<Place>,
    post: Option<PostId>,
    thread: Option<ThreadId>,
    by: Option<MemberId>,
    data: serde_json::Value,
}

impl Notice {
    fn of_post(place: &Place, telling: Telling) -> Self {
        Self {
            member: telling.member,
            why: telling.why,
            event_key: format!("post:{}", place.post),
            place: Some(*place),
            post: Some(place.post),
            thread: Some(place.thread),
            by: Some(place.author),
            data: json!({}),
        }
    }
}

/// Leaves a notice and advances its reader's stream; `None` when it was left before.
async fn leave(tx: &mut Tx, notice: &Notice) -> Result<Option<NoticeId>, Fault> {
    let id: NoticeId = tx.new_id();
    let row = table::ActiveModel {
        id: Set(id),
        member_id: Set(notice.member),
        kind: Set(notice.why.name().to_owned()),
        event_key: Set(notice.event_key.clone()),
        space_id: Set(notice.place.map(|place| place.space)),
        thread_id: Set(notice.thread),
        post_id: Set(notice.post),
        actor_id: Set(notice.by),
        letter_id: Set(None),
        data: Set(text(&notice.data)?),
        created_at: Set(tx.now()),
        read_at: Set(None),
    };
    let key = [table::Column::MemberId, table::Column::EventKey];
    let insert = table::Entity::insert(row).on_conflict_do_nothing_on(key);
    let done = insert.exec_without_returning(&tx.conn()).await?;
    if !matches!(done, TryInsertResult::Inserted(1..)) {
        return Ok(None);
    }
    let told = json!({ "notice": id, "reason": notice.why.name() });
    streams::tell(tx, Topic::Inbox(notice.member), LEFT, told).await?;
    Ok(Some(id))
}
