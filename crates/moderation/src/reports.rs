//! Reports: somebody found something wrong with a post.
//!
//! All reports of a post make one case. Whoever reported hears what became of it, and is never named
//! to the post's author; nobody reports the same wording twice.

use std::time::Duration;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
};
use stoa_kernel::actor::refusal_key;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{CaseId, MemberId, PostId, RuleId, SpaceId};
use stoa_kernel::{Actor, Fault, Problems, Reads, Time, Tx, text};
use stoa_policy::{Action, Refusal};
use stoa_threads::{PostFacts, State, posts};

use crate::cases;
use crate::events::ReportsAnswered;
use crate::model::{Act, Case, Decision, LONGEST_NOTE, Subject, named};
use crate::reasons::Reason;
use crate::score::{self, Factors};
use crate::store::{case, reports as table};

const DAY: Duration = Duration::from_secs(86_400);
/// How many reports one person makes a day.
const A_DAY: f64 = 20.0;
/// Why the case is here.
const REPORTED: &str = "reported";
/// The reason of what no member reported.
const BY_RULE: &str = "rule";
/// What a rule's word weighs beside a member's.
const RULE: i32 = 2 * score::POINT;

named! {
    /// What became of a report.
    Outcome {
        /// The post stays.
        Kept = "kept",
        /// It was taken away.
        Removed = "removed",
        /// Its author was first to take it away.
        Gone = "gone",
    }
}

impl Outcome {
    /// What a decision makes of the reports.
    pub(crate) const fn of(act: Act) -> Option<Self> {
        match act {
            Act::Disagree | Act::Ignore => Some(Self::Kept),
            Act::Agree => Some(Self::Removed),
            Act::Approve | Act::Revise | Act::Decline => None,
        }
    }
}

/// A report to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// Of which post.
    pub post: PostId,
    /// What is wrong.
    pub reason: Reason,
    /// In words; needed for [`Reason::Other`].
    pub note: String,
}

/// A report as moderators read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Who made it; none where that person has left, and for rules.
    pub by: Option<MemberId>,
    /// A rule found it; `note` is what it found.
    pub rule: bool,
    /// What is wrong.
    pub reason: Option<Reason>,
    /// In words.
    pub note: String,
    /// The version of the post that was reported.
    pub version: i32,
    /// What it weighs.
    pub factors: Factors,
    /// It waits for its outcome.
    pub waits: bool,
    /// When.
    pub at: Time,
}

/// Reports a post; `false` when the actor has reported this wording of it before. `factor` raises how
/// many may be made a day, 0 lifts it.
///
/// # Errors
/// [`Fault::NotFound`] where the post is not there for the actor, [`Fault::Forbidden`] for guests and
/// for the own post, [`Fault::Invalid`] for words that are missing or too long, [`Fault::Conflict`]
/// for a post that does not stand any more, [`Fault::TooSoon`] after 20 reports in a day.
pub async fn report(
    tx: &mut Tx,
    actor: &Actor,
    new: &NewReport,
    factor: f64,
) -> Result<bool, Fault> {
    let found = posts::facts(tx, actor, new.post).await?;
    let own = actor.is(found.author);
    actor.may_in(found.place.space, Action::Report { own })?;
    let me = actor.signed_in()?;
    let note = checked(new)?;
    if found.state != State::Published {
        return Err(Fault::Conflict("threads-post-moved-on"));
    }
    if made_before(tx, me, &found).await? {
        return Ok(false);
    }
    in_time(tx, me, factor).await?;
    posts::reported(tx, new.post).await?;
    let factors = score::factors(tx, actor, &found, new.reason).await?;
    let case = open(tx, &found).await?;
    let fresh = Fresh { case, by: By::Member(me, new.reason), note: &note, factors };
    insert(tx, &found, &fresh).await?;
    weigh(tx, case).await.map(|()| true)
}

/// A rule found something in a published post: nobody reported it, and a person looks.
pub(crate) async fn by_rule(
    tx: &mut Tx,
    author: &Actor,
    post: PostId,
    rule: RuleId,
    what: &str,
) -> Result<(), Fault> {
    let found = posts::facts(tx, author, post).await?;
    posts::reported(tx, post).await?;
    let case = open(tx, &found).await?;
    let factors = Factors { trust: RULE, ..Factors::default() };
    let fresh = Fresh { case, by: By::Rule(rule), note: what, factors };
    insert(tx, &found, &fresh).await?;
    weigh(tx, case).await
}

fn checked(new: &NewReport) -> Result<String, Fault> {
    let note = text::body(&new.note).trim().to_owned();
    let mut problems = Problems::default();
    if new.reason == Reason::Other && note.is_empty() {
        problems.add("note", "moderation-report-note-missing");
    }
    if note.chars().count() > LONGEST_NOTE {
        problems.add("note", "moderation-note-long");
    }
    problems.into_result().map(|()| note)
}

async fn made_before(tx: &Tx, me: MemberId, found: &PostFacts) -> Result<bool, Fault> {
    let find = table::Entity::find()
        .filter(table::Column::PostId.eq(found.post))
        .filter(table::Column::ReporterId.eq(me))
        .filter(table::Column::Version.eq(found.version));
    Ok(find.one(&tx.conn()).await?.is_some())
}

#[derive(FromQueryResult)]
struct Made {
    count: i64,
    first: Option<Time>,
}

async fn in_time(tx: &Tx, me: MemberId, factor: f64) -> Result<(), Fault> {
    if factor <= 0.0 {
        return Ok(());
    }
    let sql = "SELECT COUNT(*) AS count, MIN(reported_at) AS first FROM reports \
               WHERE reporter_id = ? AND reported_at > ?";
    let found: Vec<Made> = rows(tx, sql, vec![me.into(), tx.now().minus(DAY).into()]).await?;
    let full = found.into_iter().find(|made| made.count as f64 >= A_DAY * factor);
    match full.and_then(|made| made.first) {
        Some(first) => Err(Fault::TooSoon(first.plus(DAY))),
        None => Ok(()),
    }
}

/// What is said in a conversation is for those who moderate everywhere.
async fn open(tx: &mut Tx, found: &PostFacts) -> Result<CaseId, Fault> {
    let place = &found.place;
    let fresh = case::Fresh {
        subject: Subject::Report { thread: place.thread, post: found.post },
        wording: i64::from(found.version),
        space: Some(place.space).filter(|space| *space != SpaceId::CONVERSATIONS),
        language: Some(found.language.as_str()),
        author: Some(found.author),
        reason: REPORTED,
        since: tx.now(),
    };
    cases::open_for_report(tx, &fresh).await
}

/// By whom a report is made, and why.
enum By {
    Member(MemberId, Reason),
    Rule(RuleId),
}

struct Fresh<'a> {
    case: CaseId,
    by: By,
    note: &'a str,
    factors: Factors,
}

async fn insert(tx: &Tx, found: &PostFacts, fresh: &Fresh<'_>) -> Result<(), Fault> {
    let factors = fresh.factors;
    let (reporter, rule, reason) = match fresh.by {
        By::Member(member, reason) => (Some(member), None, reason.name()),
        By::Rule(rule) => (None, Some(rule), BY_RULE),
    };
    let row = table::ActiveModel {
        id: Set(tx.new_id()),
        case_id: Set(fresh.case),
        post_id: Set(found.post),
        reporter_id: Set(reporter),
        rule_id: Set(rule),
        reason: Set(reason.to_owned()),
        note: Set(fresh.note.to_owned()),
        version: Set(found.version),
        outcome: Set(None),
        verdict: Set(None),
        trust: Set(factors.trust),
        agreed: Set(factors.agreed),
        judged: Set(factors.judged),
        accuracy: Set(factors.accuracy),
        bonus: Set(factors.bonus),
        score: Set(factors.score()),
        reported_at: Set(tx.now()),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    table::Entity::insert(row).on_conflict(once).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

/// A case weighs what its reports that wait weigh together.
async fn weigh(tx: &Tx, case: CaseId) -> Result<(), Fault> {
    let sql = "UPDATE cases SET score = (SELECT COALESCE(SUM(r.score), 0) FROM reports r \
               WHERE r.case_id = cases.id AND r.outcome IS NULL) WHERE id = ?";
    tx.run(sql, vec![case.into()]).await.map(|_| ())
}

/// Nobody decides about what he reported.
pub(crate) async fn not_by(tx: &Tx, found: &Case, me: MemberId) -> Result<(), Fault> {
    let find = table::Entity::find()
        .filter(table::Column::CaseId.eq(found.id))
        .filter(table::Column::ReporterId.eq(me))
        .filter(table::Column::Outcome.is_null());
    match find.one(&tx.conn()).await? {
        Some(_) => Err(Fault::Forbidden(refusal_key(Refusal::Own))),
        None => Ok(()),
    }
}

/// Gives the reports of a case that wait their outcome, and lets their makers be told; without a
/// decision nobody was right or wrong.
pub(crate) async fn answer(
    tx: &mut Tx,
    found: &Case,
    outcome: Outcome,
    decision: Option<&Decision>,
) -> Result<(), Fault> {
    let waiting = table::Entity::find()
        .filter(table::Column::CaseId.eq(found.id))
        .filter(table::Column::Outcome.is_null());
    let mut reporters: Vec<MemberId> =
        waiting.all(&tx.conn()).await?.into_iter().filter_map(|row| row.reporter_id).collect();
    reporters.sort_unstable();
    reporters.dedup();
    let verdict = decision.map(|made| made.act.name());
    let sql = "UPDATE reports SET outcome = ?, verdict = ? WHERE case_id = ? AND outcome IS NULL";
    tx.run(sql, vec![outcome.name().into(), verdict.into(), found.id.into()]).await?;
    let Some(post) = found.subject.post().filter(|_| !reporters.is_empty()) else {
        return Ok(());
    };
    let (outcome, decision) = (outcome.name().to_owned(), decision.map(|made| made.id));
    tx.emit(&ReportsAnswered { case: found.id, post, outcome, decision, reporters })
}

/// The reports of a case wait again: its decision was taken back.
pub(crate) async fn unanswer(tx: &Tx, found: &Case) -> Result<(), Fault> {
    let sql = "UPDATE reports SET outcome = NULL, verdict = NULL \
               WHERE case_id = ? AND outcome IN (?, ?)";
    let both = [Outcome::Kept, Outcome::Removed].map(|one| one.name().into());
    tx.run(sql, std::iter::once(found.id.into()).chain(both).collect()).await?;
    weigh(tx, found.id).await
}

/// The reports of a case whose reader has been judged, the newest first.
pub(crate) async fn of(db: &impl Reads, found: &Case) -> Result<Vec<Report>, Fault> {
    if !matches!(found.subject, Subject::Report { .. }) {
        return Ok(Vec::new());
    }
    let find = table::Entity::find()
        .filter(table::Column::CaseId.eq(found.id))
        .order_by_desc(table::Column::ReportedAt)
        .order_by_desc(table::Column::Id);
    let view = |row: table::Model| Report {
        by: row.reporter_id,
        rule: row.rule_id.is_some(),
        reason: Reason::parse(&row.reason),
        note: row.note,
        version: row.version,
        factors: Factors {
            trust: row.trust,
            agreed: row.agreed,
            judged: row.judged,
            accuracy: row.accuracy,
            bonus: row.bonus,
        },
        waits: row.outcome.is_none(),
        at: row.reported_at,
    };
    Ok(find.all(&db.conn()).await?.into_iter().map(view).collect())
}
