//! What the rules do with a text on its way in, and what is kept of it for the desk.

use std::time::Duration;

use sea_orm::FromQueryResult;
use stoa_kernel::db::{marks, rows};
use stoa_kernel::fault::Detail;
use stoa_kernel::ids::{PostId, RuleId, SpaceId};
use stoa_kernel::{Actor, Fault, Problems, Reads, Time, Tx};
use stoa_policy::{Action, HoldReason};
use stoa_threads::limits;
use stoa_threads::model::Prepared;

use super::book::{Book, Hit, Text, host};
use super::fold::fold;
use super::{Rule, RuleAct, RuleKind};
use crate::score;

/// Within so long the same text counts as repeated.
pub(super) const SPAN: Duration = Duration::from_secs(600);
/// Well-known members link where they like.
const WELL_KNOWN: i32 = 2;

/// What was found in a text on its way in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    hits: Vec<(RuleId, RuleKind, RuleAct, String)>,
    hosts: Vec<String>,
}

impl Seen {
    /// The hosts that a text links to are noted where no rule is in force, too.
    fn of(body: &Prepared) -> Self {
        let hosts = body.links.iter().filter_map(|link| host(link)).collect();
        Self { hits: Vec::new(), hosts }
    }

    /// What holds the text, if anything does.
    pub(crate) fn holds(&self) -> Option<HoldReason> {
        let held = self.hits.iter().find(|(_, _, act, _)| *act == RuleAct::Hold);
        held.map(|(_, kind, ..)| reason(*kind))
    }

    /// What is flagged, in words for moderators.
    pub(crate) fn flagged(&self) -> Vec<(RuleId, &str)> {
        let flags = self.hits.iter().filter(|(_, _, act, _)| *act == RuleAct::Flag);
        flags.map(|(rule, _, _, found)| (*rule, found.as_str())).collect()
    }

    /// Notes beside a post what was found in it; of a published one the hosts it links to.
    pub(crate) async fn keep(&self, tx: &Tx, post: PostId, published: bool) -> Result<(), Fault> {
        for (rule, kind, act, found) in &self.hits {
            let sql = "INSERT INTO rule_hits (id, post_id, rule_id, kind, act, found, at) \
                       VALUES (?, ?, ?, ?, ?, ?, ?)";
            let id: stoa_kernel::ids::EntryId = tx.new_id();
            let values = vec![
                id.into(),
                post.into(),
                (*rule).into(),
                kind.name().into(),
                act.name().into(),
                found.as_str().into(),
                tx.now().into(),
            ];
            tx.run(sql, values).await?;
        }
        if published { link(tx, &self.hosts).await } else { Ok(()) }
    }
}

const fn reason(kind: RuleKind) -> HoldReason {
    match kind {
        RuleKind::Words | RuleKind::Patterns => HoldReason::Word,
        RuleKind::NewHost => HoldReason::NewHost,
        RuleKind::Mentions => HoldReason::Mentions,
        RuleKind::Repeats => HoldReason::Repeats,
    }
}

/// Looks at a text on its way in: nobody's who moderates the space.
///
/// # Errors
/// [`Fault::Invalid`] in field `body` for a text that a rule refuses.
pub(crate) async fn screen(
    tx: &Tx,
    actor: &Actor,
    book: Option<&Book>,
    space: SpaceId,
    title: &str,
    body: &Prepared,
) -> Result<Seen, Fault> {
    let plain = Seen::of(body);
    let book = book.filter(|book| !book.is_empty());
    let Some(book) = book.filter(|_| actor.may_in(space, Action::SeeCase).is_err()) else {
        return Ok(plain);
    };
    let text = Text {
        title,
        plain: &body.plain,
        links: &body.links,
        mentions: body.mentions.len(),
        language: &body.language,
        space,
    };
    let mut hits = book.look(&text);
    hits.extend(new_hosts(tx, actor, book, &text, &plain.hosts).await?);
    hits.extend(repeats(tx, actor, book, &text, &body.markdown).await?);
    refused(&hits)?;
    let hit = |hit: Hit<'_>| (hit.rule.id, hit.rule.kind, hit.act, hit.found);
    Ok(Seen { hits: hits.into_iter().map(hit).collect(), ..plain })
}

fn refused(hits: &[Hit<'_>]) -> Result<(), Fault> {
    let Some(hit) = hits.iter().find(|hit| hit.act == RuleAct::Refuse) else {
        return Ok(());
    };
    let key = match hit.rule.kind {
        RuleKind::Words | RuleKind::Patterns => "moderation-rule-refused-words",
        RuleKind::NewHost => "moderation-rule-refused-host",
        RuleKind::Mentions => "moderation-rule-refused-mentions",
        RuleKind::Repeats => "moderation-rule-refused-repeats",
    };
    let mut problems = Problems::default();
    problems.add_with("body", key, vec![("found", Detail::Text(hit.found.clone()))]);
    problems.into_result()
}

async fn new_hosts<'b>(
    tx: &Tx,
    actor: &Actor,
    book: &'b Book,
    text: &Text<'_>,
    hosts: &[String],
) -> Result<Vec<Hit<'b>>, Fault> {
    let rules = book.of_kind(RuleKind::NewHost, text);
    if rules.is_empty() || hosts.is_empty() || score::level(tx, actor).await? >= WELL_KNOWN {
        return Ok(Vec::new());
    }
    let linked = linked(tx, hosts).await?;
    let fresh = |rule: &&'b Rule| {
        let new = hosts.iter().find(|host| !linked.contains(host) && !known(rule, host))?;
        Some(Hit::of(rule, new))
    };
    Ok(rules.iter().filter_map(fresh).collect())
}

/// Whether a rule names the host, or one above it, as always known.
pub(super) fn known(rule: &Rule, host: &str) -> bool {
    rule.lines.iter().any(|line| {
        let line = fold(line);
        let own = line.trim_start_matches("www.");
        host == own || host.strip_suffix(own).is_some_and(|head| head.ends_with('.'))
    })
}

#[derive(FromQueryResult)]
struct Host {
    host: String,
}

async fn linked(db: &impl Reads, hosts: &[String]) -> Result<Vec<String>, Fault> {
    let sql = format!("SELECT host FROM linked_hosts WHERE host IN ({})", marks(hosts.len()));
    let values = hosts.iter().map(|host| host.as_str().into()).collect();
    let found: Vec<Host> = rows(db, &sql, values).await?;
    Ok(found.into_iter().map(|row| row.host).collect())
}

/// From now on these hosts are known.
async fn link(tx: &Tx, hosts: &[String]) -> Result<(), Fault> {
    for host in hosts {
        let sql = "INSERT INTO linked_hosts (host, first_at) VALUES (?, ?) ON CONFLICT DO NOTHING";
        tx.run(sql, vec![host.as_str().into(), tx.now().into()]).await?;
    }
    Ok(())
}

async fn repeats<'b>(
    tx: &Tx,
    actor: &Actor,
    book: &'b Book,
    text: &Text<'_>,
    markdown: &str,
) -> Result<Vec<Hit<'b>>, Fault> {
    let rules = book.of_kind(RuleKind::Repeats, text);
    if rules.is_empty() {
        return Ok(Vec::new());
    }
    let since = tx.now().minus(SPAN);
    let before = limits::written_since(tx, actor.signed_in()?, since).await?;
    let own = alike(markdown);
    let times = 1 + before.iter().filter(|text| alike(text) == own).count();
    let flood = |rule: &&&Rule| times >= usize::try_from(rule.most).unwrap_or(usize::MAX);
    Ok(rules.iter().filter(flood).map(|rule| Hit::of(rule, &times.to_string())).collect())
}

/// Letters and digits alone, folded: what is written a little otherwise is the same.
pub(super) fn alike(text: &str) -> String {
    fold(text).chars().filter(|sign| sign.is_alphanumeric()).collect()
}

/// Forgets what was found in a post, which are words of it: it is changed, or gone.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn forget(tx: &Tx, post: PostId) -> Result<(), Fault> {
    tx.run("DELETE FROM rule_hits WHERE post_id = ?", vec![post.into()]).await?;
    let sql = "UPDATE reports SET note = '' WHERE post_id = ? AND rule_id IS NOT NULL";
    tx.run(sql, vec![post.into()]).await.map(|_| ())
}

/// The hosts for which a post was held are known: a moderator has approved it.
pub(crate) async fn approved(tx: &Tx, post: PostId) -> Result<(), Fault> {
    let sql = "INSERT INTO linked_hosts (host, first_at) \
               SELECT DISTINCT h.found, CAST(? AS BIGINT) FROM rule_hits h \
               WHERE h.post_id = ? AND h.kind = ? ON CONFLICT DO NOTHING";
    let values = vec![tx.now().into(), post.into(), RuleKind::NewHost.name().into()];
    tx.run(sql, values).await.map(|_| ())
}

/// What a rule found in a post, for moderators and for the post's author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What the rule looks for.
    pub kind: RuleKind,
    /// What it did.
    pub act: RuleAct,
    /// What moderators call it; none when it was dropped.
    pub title: Option<String>,
    /// What it found.
    pub found: String,
    /// When.
    pub at: Time,
}

#[derive(FromQueryResult)]
struct Row {
    kind: String,
    act: String,
    title: Option<String>,
    found: String,
    at: Time,
}

/// What rules found in a post whose reader has been judged.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn found(db: &impl Reads, post: PostId) -> Result<Vec<Found>, Fault> {
    let sql = "SELECT h.kind, h.act, r.title, h.found, h.at FROM rule_hits h \
               LEFT JOIN rules r ON r.id = h.rule_id WHERE h.post_id = ? ORDER BY h.at, h.id";
    let rows: Vec<Row> = rows(db, sql, vec![post.into()]).await?;
    let read = |row: Row| {
        let (kind, act) = (RuleKind::parse(&row.kind)?, RuleAct::parse(&row.act)?);
        Some(Found { kind, act, title: row.title, found: row.found, at: row.at })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
