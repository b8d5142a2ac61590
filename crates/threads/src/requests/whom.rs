//! Who may know: people who answered, offered or practised on a question's themes; then those who
//! follow them; then those who answered in its space.

use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use sea_orm::FromQueryResult;
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{MemberId, ThreadId};
use stoa_kernel::{Fault, Reads};

use super::{Reason, Sought};
use crate::model::Level;
use crate::store::unknown;
use crate::subscriptions::{self, Followed, Target};
use crate::{conversations, themes};

/// Threads of the themes that are looked at, the latest first; and of the space.
const LOOKED_AT: i64 = 500;
/// How many people are looked at for one question.
const MOST_LIKELY: usize = 2000;
/// After how long without a request somebody is asked also where he need not be.
const RESTED: Duration = Duration::from_secs(14 * 86_400);

/// Somebody who may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub member: MemberId,
    /// The best reason to ask him.
    pub reason: Reason,
    /// The theme in question.
    pub theme: Option<String>,
    /// The latest thread that gives the reason.
    pub because: Option<ThreadId>,
    /// How much he did there.
    pub weight: i64,
    /// He was asked nothing for a fortnight.
    pub rested: bool,
}

#[derive(FromQueryResult)]
struct Row {
    member_id: MemberId,
    reason: String,
    thread_id: ThreadId,
    theme: String,
    weight: i64,
}

/// What people did in threads of some themes. Each part names member, reason, thread, theme, weight.
const DEEDS: &str = "\
    SELECT p.author_id AS member_id, 'answered' AS reason, n.thread_id, n.theme, \
    CAST(CASE WHEN t.accepted_post_id = p.id THEN 4 ELSE 2 END AS BIGINT) AS weight \
    FROM near n JOIN threads t ON t.id = n.thread_id JOIN posts p ON p.thread_id = t.id \
    WHERE t.state = 'published' AND t.kind IN ('question', 'need') AND p.state = 'published' \
    AND p.author_id <> t.author_id \
    UNION ALL SELECT t.author_id, CASE WHEN t.kind = 'offer' THEN 'offered' ELSE 'practised' END, \
    n.thread_id, n.theme, CAST(3 AS BIGINT) FROM near n JOIN threads t ON t.id = n.thread_id \
    WHERE t.state = 'published' AND (t.kind = 'experience' \
    OR (t.kind = 'offer' AND t.closed_at IS NULL)) \
    UNION ALL SELECT a.member_id, 'practised', n.thread_id, n.theme, CAST(3 AS BIGINT) \
    FROM near n JOIN posts p ON p.thread_id = n.thread_id JOIN adoptions a ON a.post_id = p.id \
    WHERE p.state = 'published' AND a.member_id IS NOT NULL AND a.stage IN ('piloting', 'adopted') \
    UNION ALL SELECT p.author_id, 'practised', n.thread_id, n.theme, CAST(3 AS BIGINT) \
    FROM near n JOIN lessons l ON l.thread_id = n.thread_id JOIN posts p ON p.id = l.post_id \
    WHERE p.state = 'published' AND l.effect IN ('worked', 'partly', 'failed')";

/// Who may know, the likeliest first. Judges nobody.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn candidates(db: &impl Reads, sought: &Sought) -> Result<Vec<Candidate>, Fault> {
    let around = around(&sought.themes);
    let mut found = Vec::new();
    if !around.is_empty() {
        found.extend(did(db, &around).await?);
        found.extend(follow(db, &sought.themes).await?);
    }
    found.extend(near(db, sought).await?);
    Ok(ranked(found))
}

/// The themes, what is below them, and what is above: a question on heat pumps is for who knows
/// heating.
fn around(slugs: &[String]) -> BTreeSet<String> {
    let above = slugs.iter().filter_map(|slug| themes::above(slug));
    let all = slugs.iter().map(String::as_str).flat_map(|slug| {
        themes::family(slug).unwrap_or_default().into_iter().chain(std::iter::once(slug))
    });
    all.chain(above).map(ToOwned::to_owned).collect()
}

async fn did(db: &impl Reads, slugs: &BTreeSet<String>) -> Result<Vec<Candidate>, Fault> {
    let some = marks(slugs.len());
    let sql = format!(
        "WITH near AS (SELECT thread_id, MIN(theme) AS theme FROM thread_themes \
         WHERE theme IN ({some}) GROUP BY thread_id ORDER BY thread_id DESC LIMIT ?) {DEEDS}"
    );
    let values = slugs.iter().map(|slug| slug.clone().into());
    let found: Vec<Row> = rows(db, &sql, values.chain([LOOKED_AT.into()]).collect()).await?;
    found.into_iter().map(candidate).collect()
}

fn candidate(row: Row) -> Result<Candidate, Fault> {
    Ok(Candidate {
        member: row.member_id,
        reason: Reason::parse(&row.reason).ok_or_else(|| unknown("reason", &row.reason))?,
        theme: Some(row.theme).filter(|theme| !theme.is_empty()),
        because: Some(row.thread_id),
        weight: row.weight,
        rested: true,
    })
}

/// Who follows a theme follows what is below it.
async fn follow(db: &impl Reads, own: &[String]) -> Result<Vec<Candidate>, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        member_id: MemberId,
        slug: Option<String>,
    }
    let above = own.iter().filter_map(|slug| themes::above(slug)).map(str::to_owned);
    let slugs: BTreeSet<String> = own.iter().cloned().chain(above).collect();
    let sql = format!(
        "SELECT member_id, slug FROM subscriptions WHERE target = 'theme' \
         AND level IN ('watching', 'tracking') AND slug IN ({}) ORDER BY set_at DESC LIMIT ?",
        marks(slugs.len())
    );
    let values = slugs.into_iter().map(Into::into).chain([LOOKED_AT.into()]);
    let found: Vec<Row> = rows(db, &sql, values.collect()).await?;
    let one = |row: Row| Candidate {
        member: row.member_id,
        reason: Reason::Follows,
        theme: row.slug,
        because: None,
        weight: 1,
        rested: true,
    };
    Ok(found.into_iter().map(one).collect())
}

async fn near(db: &impl Reads, sought: &Sought) -> Result<Vec<Candidate>, Fault> {
    let sql = "SELECT p.author_id AS member_id, 'near' AS reason, t.id AS thread_id, '' AS theme, \
               CAST(1 AS BIGINT) AS weight FROM (SELECT id, author_id FROM threads \
               WHERE space_id = ? AND state = 'published' ORDER BY last_post_at DESC LIMIT ?) t \
               JOIN posts p ON p.thread_id = t.id \
               WHERE p.state = 'published' AND p.author_id <> t.author_id";
    let values = vec![sought.space.into(), LOOKED_AT.into()];
    let found: Vec<Row> = rows(db, sql, values).await?;
    found.into_iter().map(candidate).collect()
}

/// One for each member: by his best reason, of that the latest thread; then by how much he did.
fn ranked(found: Vec<Candidate>) -> Vec<Candidate> {
    let mut best: HashMap<MemberId, Candidate> = HashMap::new();
    for one in found {
        let Some(kept) = best.get_mut(&one.member) else {
            best.insert(one.member, one);
            continue;
        };
        let weight = kept.weight + one.weight;
        if (tier(one.reason), kept.because) < (tier(kept.reason), one.because) {
            *kept = one;
        }
        kept.weight = weight;
    }
    let mut all: Vec<Candidate> = best.into_values().collect();
    all.sort_by_key(|one| (tier(one.reason), std::cmp::Reverse(one.weight), one.member));
    all.truncate(MOST_LIKELY);
    all
}

/// Who did something on the theme comes before who follows it, and before who is only near.
const fn tier(reason: Reason) -> u8 {
    match reason {
        Reason::Answered | Reason::Offered | Reason::Practised | Reason::Passed => 0,
        Reason::Follows => 1,
        Reason::Near => 2,
    }
}

/// Those of these people who may be asked this: not who asked, who was asked before or twice this
/// week, who mutes the question, what it stands in or who asked it, and nobody between whom and the
/// asker there is a block. Among those with like reasons who was asked nothing for long comes first.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn free(
    db: &impl Reads,
    sought: &Sought,
    people: Vec<Candidate>,
) -> Result<Vec<Candidate>, Fault> {
    let ids: Vec<MemberId> = people.iter().map(|one| one.member).collect();
    let mut out = super::busy(db, &ids).await?;
    out.push(sought.author);
    out.extend(sought.asked.iter().map(|(member, _)| *member));
    out.extend(conversations::apart(db, sought.author, &ids).await?);
    out.extend(deaf(db, sought.thread, sought.author).await?);
    let tired = super::asked_since(db, &ids, RESTED).await?;
    let mut free: Vec<Candidate> =
        people.into_iter().filter(|one| !out.contains(&one.member)).collect();
    free.iter_mut().for_each(|one| one.rested = !tired.contains(&one.member));
    free.sort_by_key(|one| (tier(one.reason), !one.rested));
    Ok(free)
}

/// Who mutes a thread, or what it stands in, is about or was opened by; who follows the thread
/// itself hears of it all the same.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn deaf(
    db: &impl Reads,
    thread: ThreadId,
    author: MemberId,
) -> Result<Vec<MemberId>, Fault> {
    let followers = subscriptions::followers(db, thread, Some(author)).await?;
    let deaf = |level: Level| matches!(level, Level::Muted | Level::Blocked);
    let here = |one: &Followed| matches!(one.target, Target::Thread(_)) && !deaf(one.level);
    let despite = |member| followers.iter().any(|one| one.member == member && here(one));
    let muted = followers.iter().filter(|one| deaf(one.level)).map(|one| one.member);
    Ok(muted.filter(|member| !despite(*member)).collect())
}
