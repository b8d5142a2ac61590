//! Who is told of what happened, and whose digest is due.

use std::collections::HashSet;
use std::time::Duration;

use stoa_accounts::Tie;
use stoa_accounts::events::{MemberConfirmed, ZoneChanged};
use stoa_accounts::views::{actor, contact};
use stoa_digests::letters::Pace;
use stoa_digests::notices::{self, AT_ONCE, Concerned, News};
use stoa_digests::weekly::{self, Due};
use stoa_digests::{Why, bounces, calendar, preferences};
use stoa_kernel::ids::{MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Limit, Subscriptions, Tx, holding_one};
use stoa_moderation::events::{CaseDecided, DecisionUndone, ReportsAnswered};
use stoa_moderation::reports::Outcome;
use stoa_render::prose::{self, Target};
use stoa_threads::events::{
    AnswerAccepted, AnswerAsked, BookmarkDue, CohortEnded, PollClosed, PostEdited, PostPublished,
    PostsMoved, TrialAsked,
};
use stoa_threads::views::{PostCard, posts_by_ids};
use stoa_threads::{State, cohorts, requests};

use super::Registry;
use crate::app::App;

const PUBLISHED: &str = "digests.post_published";
const EDITED: &str = "digests.post_edited";
const ACCEPTED: &str = "digests.answer_accepted";
const DECIDED: &str = "digests.case_decided";
const UNDONE: &str = "digests.decision_undone";
const TRIAL: &str = "digests.trial_asked";
const ASKED: &str = "digests.answer_asked";
const COHORT: &str = "digests.cohort_ended";
const REPORTS: &str = "digests.reports_answered";
const CONFIRMED: &str = "digests.member_confirmed";
const ZONE: &str = "digests.zone_changed";
const MOVED: &str = "digests.posts_moved";
const POLL: &str = "digests.poll_closed";
const REMINDED: &str = "digests.bookmark_due";

/// How many due members are planned in one job, and in one transaction.
const BATCH: u64 = 500;
const CHUNK: usize = 25;
/// How many letters about posts a member gets a day before they come together.
const A_DAY: f64 = 100.0;

pub(super) fn subscribe(to: Subscriptions) -> Subscriptions {
    to.once::<PostPublished>(PUBLISHED)
        .once::<PostEdited>(EDITED)
        .once::<AnswerAccepted>(ACCEPTED)
        .once::<CaseDecided>(DECIDED)
        .once::<DecisionUndone>(UNDONE)
        .once::<ReportsAnswered>(REPORTS)
        .once::<TrialAsked>(TRIAL)
        .once::<AnswerAsked>(ASKED)
        .once::<CohortEnded>(COHORT)
        .once::<MemberConfirmed>(CONFIRMED)
        .once::<ZoneChanged>(ZONE)
        .once::<PostsMoved>(MOVED)
        .once::<BookmarkDue>(REMINDED)
        .once::<PollClosed>(POLL)
}

pub(super) fn register(registry: &mut Registry) {
    registry.on(PUBLISHED, |app: App, e: PostPublished| {
        holding_one(async move { told(&app, e.author, e.post, false).await })
    });
    registry.on(EDITED, |app: App, e: PostEdited| {
        holding_one(async move { told(&app, e.by, e.post, true).await })
    });
    registry.on(ACCEPTED, |app: App, e: AnswerAccepted| async move { accepted(&app, &e).await });
    registry.on(DECIDED, |app: App, e: CaseDecided| async move { decided(&app, &e).await });
    registry.on(UNDONE, |app: App, e: DecisionUndone| async move {
        let forget = async |tx: &mut Tx| notices::forget_decision(tx, e.decision).await;
        app.db.write(forget).await
    });
    registry.on(TRIAL, |app: App, e: TrialAsked| async move { trial(&app, &e).await });
    registry.on(ASKED, |app: App, e: AnswerAsked| async move { asked(&app, &e).await });
    registry.on(COHORT, |app: App, e: CohortEnded| async move { ended(&app, e.space).await });
    registry.on(REPORTS, |app: App, e: ReportsAnswered| async move { reported(&app, &e).await });
    registry.on(CONFIRMED, |app: App, e: MemberConfirmed| async move {
        confirmed(&app, e.member).await
    });
    registry.on(ZONE, |app: App, e: ZoneChanged| async move { moved(&app, e.member).await });
    registry.on(MOVED, |app: App, e: PostsMoved| async move {
        app.db.write(async |tx: &mut Tx| notices::follow(tx, &e).await).await
    });
    registry.on(POLL, |app: App, e: PollClosed| async move { poll_closed(&app, &e).await });
    registry.on(REMINDED, |app: App, e: BookmarkDue| async move { reminded(&app, &e).await });
    registry.on(weekly::PLAN, |app: App, (): ()| async move { plan(&app).await });
    registry.every(Duration::from_secs(300), weekly::PLAN);
}

/// The pace of letters as configured; the factor of limits lifts the bound of a day with the rest.
fn pace(app: &App) -> Pace {
    let factor = app.config.limits.factor;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a positive count, cut to a whole one"
    )]
    let a_day = (factor > 0.0).then_some((A_DAY * factor).ceil().min(1e9) as u64);
    Pace { bundle: Duration::from_secs(app.config.mail.bundle_s), a_day }
}

/// Tells whom a post concerns. What is no longer there when the job runs concerns nobody.
async fn told(app: &App, author: MemberId, post: PostId, edited: bool) -> Result<(), Fault> {
    let Some(concerned) = concerned(app, author, post, edited).await? else {
        return Ok(());
    };
    let tellings = notices::whom(&app.db, &concerned).await?;
    let pace = pace(app);
    for some in tellings.chunks(AT_ONCE) {
        let tell = async |tx: &mut Tx| notices::tell(tx, &concerned, some, &pace).await;
        app.db.write(tell).await?;
    }
    Ok(())
}

/// The post as its author sees it, with whom its text names and quotes.
async fn concerned(
    app: &App,
    author: MemberId,
    post: PostId,
    edited: bool,
) -> Result<Option<Concerned>, Fault> {
    let Some(writer) = actor(&app.db, author).await? else {
        return Ok(None);
    };
    let found = posts_by_ids(&app.db, &writer, &[post]).await?.pop();
    let Some(card) = found.filter(|card| card.post.state == State::Published) else {
        return Ok(None);
    };
    let markdown = card.post.markdown.as_deref().unwrap_or_default();
    let named = named(markdown);
    let quoted = quoted(app, &writer, markdown).await?;
    Ok(Some(Concerned { named, quoted, edited, by: author, card }))
}

fn named(markdown: &str) -> Vec<MemberId> {
    let member = |target| match target {
        Target::Member(id) => id.parse().ok(),
        Target::City(_) => None,
    };
    prose::targets(markdown).into_iter().filter_map(member).collect()
}

async fn quoted(app: &App, writer: &Actor, markdown: &str) -> Result<Vec<MemberId>, Fault> {
    let quoted = prose::scan(markdown).quoted_posts;
    let ids: Vec<PostId> = quoted.iter().filter_map(|id| id.parse().ok()).collect();
    let found = posts_by_ids(&app.db, writer, &ids).await?;
    let standing = |card: &PostCard| card.post.state == State::Published;
    Ok(found.into_iter().filter(standing).filter_map(|card| card.post.author).collect())
}

async fn accepted(app: &App, e: &AnswerAccepted) -> Result<(), Fault> {
    if actor(&app.db, e.author).await?.is_none() {
        return Ok(());
    }
    let tell = async |tx: &mut Tx| notices::accepted(tx, e.author, e.by, e.thread, e.post).await;
    app.db.write(tell).await
}

/// What is no longer there for the member is not told of.
async fn reminded(app: &App, due: &BookmarkDue) -> Result<(), Fault> {
    let Some(reader) = actor(&app.db, due.member).await? else { return Ok(()) };
    let Some(card) = posts_by_ids(&app.db, &reader, &[due.post]).await?.pop() else {
        return Ok(());
    };
    let pace = pace(app);
    app.db.write(async |tx: &mut Tx| notices::remind(tx, due, &card, &pace).await).await
}

async fn poll_closed(app: &App, e: &PollClosed) -> Result<(), Fault> {
    let Some(thread) = thread_of(app, e.author, Some(e.post)).await? else { return Ok(()) };
    let tell = async |tx: &mut Tx| notices::poll_closed(tx, e.author, thread, e.post).await;
    app.db.write(tell).await
}

async fn decided(app: &App, e: &CaseDecided) -> Result<(), Fault> {
    let why = match e.action.as_str() {
        "approve" => Why::Approved,
        "revise" => Why::Revise,
        "decline" => Why::Declined,
        "agree" => Why::Removed,
        _ => return Ok(()),
    };
    // Who has left is told nothing.
    let Some(author) = e.author else { return Ok(()) };
    if actor(&app.db, author).await?.is_none() {
        return Ok(());
    }
    let thread = thread_of(app, author, e.post).await?;
    let news = News {
        author,
        decision: e.decision,
        reference: e.reference.clone(),
        why,
        post: e.post,
        thread,
        tell_at: e.tell_at,
    };
    app.db.write(async |tx: &mut Tx| notices::decided(tx, &news).await).await
}

/// What is no longer there for who asked is not asked about.
async fn trial(app: &App, asked: &TrialAsked) -> Result<(), Fault> {
    let Some(reader) = actor(&app.db, asked.member).await? else { return Ok(()) };
    if posts_by_ids(&app.db, &reader, &[asked.post]).await?.is_empty() {
        return Ok(());
    }
    let pace = pace(app);
    app.db.write(async |tx: &mut Tx| notices::ask_trial(tx, asked, &pace).await).await
}

/// What was answered meanwhile is put before nobody.
async fn asked(app: &App, e: &AnswerAsked) -> Result<(), Fault> {
    let Some(opening) = requests::waiting(&app.db, e.thread).await? else { return Ok(()) };
    let Some(reader) = actor(&app.db, e.member).await? else { return Ok(()) };
    if posts_by_ids(&app.db, &reader, &[opening]).await?.is_empty() {
        return Ok(());
    }
    let pace = pace(app);
    app.db.write(async |tx: &mut Tx| notices::ask_answer(tx, e, opening, &pace).await).await
}

/// The moderators of a cohort's space are asked, and who works for the city that leads it and may
/// enter.
async fn ended(app: &App, space: SpaceId) -> Result<(), Fault> {
    let cohort = cohorts::of(&app.db, &[space]).await?.remove(&space);
    let Some(cohort) = cohort.filter(|one| one.outcome.is_none()) else { return Ok(()) };
    let mut asked = stoa_accounts::views::moderators_of(&app.db, space).await?;
    let mut slug = None;
    if let Some(lead) = cohort.lead {
        let (cards, _) = stoa_accounts::views::by_city(&app.db, lead, Limit::MOST).await?;
        let works = cards.into_iter().filter(|card| card.tie == Tie::City);
        asked.extend(works.map(|card| card.id));
    }
    asked.sort_unstable();
    asked.dedup();
    let mut there = Vec::new();
    for member in asked {
        let Some(reader) = actor(&app.db, member).await? else { continue };
        match stoa_threads::views::space_by_id(&app.db, &reader, space).await {
            Ok(view) => slug = Some(view.slug),
            Err(Fault::NotFound | Fault::Forbidden(_)) => continue,
            Err(fault) => return Err(fault),
        }
        there.push(member);
    }
    let Some(slug) = slug else { return Ok(()) };
    app.db.write(async |tx: &mut Tx| notices::cohort_ended(tx, &there, space, &slug).await).await
}

/// Who reported hears what became of it.
async fn reported(app: &App, e: &ReportsAnswered) -> Result<(), Fault> {
    let why = match Outcome::parse(&e.outcome) {
        Some(Outcome::Kept) => Why::ReportKept,
        Some(Outcome::Removed) => Why::ReportRemoved,
        Some(Outcome::Gone) => Why::ReportGone,
        None => return Ok(()),
    };
    let mut there = Vec::new();
    for member in &e.reporters {
        there.extend(actor(&app.db, *member).await?.and_then(|actor| actor.id()));
    }
    let (case, decision) = (e.case, e.decision);
    app.db.write(async |tx: &mut Tx| notices::reported(tx, &there, why, case, decision).await).await
}

async fn thread_of(
    app: &App,
    author: MemberId,
    post: Option<PostId>,
) -> Result<Option<ThreadId>, Fault> {
    let (Some(post), Some(author)) = (post, actor(&app.db, author).await?) else {
        return Ok(None);
    };
    let found = posts_by_ids(&app.db, &author, &[post]).await?;
    Ok(found.first().map(|card| card.post.thread))
}

/// Who confirmed gets the first due digest; the address has just shown that it works.
async fn confirmed(app: &App, member: MemberId) -> Result<(), Fault> {
    let Some(contact) = contact(&app.db, member).await? else {
        return Ok(());
    };
    let zone = calendar::zone(&contact.time_zone);
    app.db
        .write(async |tx: &mut Tx| {
            preferences::enrol(tx, member, &zone).await?;
            bounces::clear(tx, &contact.email).await
        })
        .await
}

async fn moved(app: &App, member: MemberId) -> Result<(), Fault> {
    let Some(contact) = contact(&app.db, member).await? else {
        return Ok(());
    };
    let zone = calendar::zone(&contact.time_zone);
    app.db.write(async |tx: &mut Tx| preferences::moved(tx, member, &zone).await).await
}

/// Plans what is due, in short transactions, batch after batch by a cursor.
async fn plan(app: &App) -> Result<(), Fault> {
    let mut place = None;
    // Whoever is planned is due later; whoever fails stays behind the cursor for the next tick.
    let mut seen: HashSet<MemberId> = HashSet::new();
    loop {
        let due: Vec<Due> = weekly::due(&app.db, place, BATCH).await?;
        let Some(last) = due.last() else {
            return Ok(());
        };
        place = Some((last.at, last.member));
        let fresh: Vec<Due> = due.into_iter().filter(|one| seen.insert(one.member)).collect();
        for some in fresh.chunks(CHUNK) {
            let planned = app.db.write(async |tx: &mut Tx| weekly::plan(tx, some).await).await?;
            metrics::counter!("stoa_digests_planned_total").increment(planned as u64);
        }
    }
}
