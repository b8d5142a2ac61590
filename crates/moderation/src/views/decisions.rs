//! Decisions: for moderators with who decided, for authors without.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use stoa_kernel::ids::{CaseId, MemberId, PostId};
use stoa_kernel::{Actor, Fault, Reads, Time};

use crate::model::{Act, Case, CaseKind, Decision, Subject};
use crate::reasons::Reason;
use crate::sanctions::Imposed;
use crate::store::{case as cases, decision as decisions};

/// A decision as the author of the text reads it: everything but who decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its name in addresses and letters.
    pub reference: String,
    /// The kind of its case.
    pub kind: CaseKind,
    /// What it is about.
    pub subject: Subject,
    /// Why the text had been held, by code.
    pub held_for: String,
    /// What was decided.
    pub act: Act,
    /// Why.
    pub reason: Option<Reason>,
    /// The moderator's words.
    pub note: Option<String>,
    /// The author was welcomed.
    pub welcome: bool,
    /// What was done to the author beside the text.
    pub sanction: Option<Imposed>,
    /// When.
    pub at: Time,
    /// When it was taken back.
    pub undone_at: Option<Time>,
    /// The text as it is now: an edit after the decision opened the case again.
    pub superseded: bool,
    /// Whose text it was.
    pub author: Option<MemberId>,
}

impl Statement {
    fn of(made: Decision, about: &Case, latest: bool) -> Self {
        Self {
            reference: made.reference,
            kind: about.kind(),
            subject: about.subject,
            held_for: about.reason.clone(),
            act: made.act,
            reason: made.reason,
            note: made.note,
            welcome: made.welcome,
            sanction: made.sanction,
            at: made.at,
            undone_at: made.undone_at,
            superseded: !latest || about.decided_at.is_none(),
            author: made.author,
        }
    }
}

/// A decision with who made it, for the moderators of its space.
///
/// # Errors
/// [`Fault::NotFound`] for everybody else.
pub async fn decision(
    db: &impl Reads,
    actor: &Actor,
    reference: &str,
) -> Result<(Decision, Case), Fault> {
    let made = decisions::by_reference(db, reference).await?.ok_or(Fault::NotFound)?;
    let about = cases::seen(db, actor, made.case).await?.ok_or(Fault::NotFound)?;
    Ok((made, about))
}

/// A decision for the author of the text and the moderators of its space.
///
/// # Errors
/// [`Fault::NotFound`] for everybody else.
pub async fn statement(
    db: &impl Reads,
    actor: &Actor,
    reference: &str,
) -> Result<Statement, Fault> {
    let made = decisions::by_reference(db, reference).await?.ok_or(Fault::NotFound)?;
    let own = made.author.is_some_and(|author| actor.is(author));
    let about = match own {
        true => unguarded(db, made.case).await?,
        false => cases::seen(db, actor, made.case).await?,
    };
    let about = about.ok_or(Fault::NotFound)?;
    let standing = decisions::standing(db, made.case).await?;
    let latest = standing.is_some_and(|one| one.id == made.id);
    Ok(Statement::of(made, &about, latest))
}

/// The decisions on a post and its wordings, newest first: for its author and
/// the moderators of its space; nothing for anybody else.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn decisions_for(
    db: &impl Reads,
    actor: &Actor,
    post: PostId,
) -> Result<Vec<Statement>, Fault> {
    Ok(decisions_for_all(db, actor, &[post]).await?.remove(&post).unwrap_or_default())
}

/// As [`decisions_for`], of several posts at once.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn decisions_for_all(
    db: &impl Reads,
    actor: &Actor,
    posts: &[PostId],
) -> Result<HashMap<PostId, Vec<Statement>>, Fault> {
    let Some(me) = actor.id().filter(|_| !posts.is_empty()) else {
        return Ok(HashMap::new());
    };
    let own_or_staff =
        Condition::any().add(cases::Column::AuthorId.eq(me)).add(cases::visible(actor));
    let rows = cases::Entity::find()
        .filter(cases::Column::PostId.is_in(posts.iter().copied()))
        .filter(own_or_staff)
        .all(&db.conn())
        .await?;
    let about: Vec<Case> =
        rows.into_iter().map(|row| row.into_case(db.now())).collect::<Result<_, _>>()?;
    let ids: Vec<_> = about.iter().map(|one| one.id).collect();
    Ok(by_post(&about, decisions::of_cases(db, &ids).await?))
}

/// The decisions, newest first, under the posts they are about.
fn by_post(about: &[Case], made: Vec<Decision>) -> HashMap<PostId, Vec<Statement>> {
    let standing =
        |case: CaseId| made.iter().rfind(|one| one.case == case && one.undone_at.is_none());
    let latest: Vec<_> =
        about.iter().filter_map(|one| standing(one.id)).map(|one| one.id).collect();
    let mut found: HashMap<PostId, Vec<Statement>> = HashMap::new();
    for one in made.into_iter().rev() {
        let Some(case) = about.iter().find(|case| case.id == one.case) else {
            continue;
        };
        let Some(post) = case.subject.post() else {
            continue;
        };
        let is_latest = latest.contains(&one.id);
        found.entry(post).or_default().push(Statement::of(one, case, is_latest));
    }
    found
}

/// The newest standing decision of a case the actor may see, for a conflict.
///
/// # Errors
/// [`Fault::NotFound`] for cases of spaces the actor does not moderate.
pub async fn first_decision(
    db: &impl Reads,
    actor: &Actor,
    case: CaseId,
) -> Result<Option<Decision>, Fault> {
    cases::seen(db, actor, case).await?.ok_or(Fault::NotFound)?;
    decisions::standing(db, case).await
}

/// The case of a decision whose author was checked already.
async fn unguarded(db: &impl Reads, id: CaseId) -> Result<Option<Case>, Fault> {
    let row = cases::Entity::find_by_id(id).one(&db.conn()).await?;
    row.map(|row| row.into_case(db.now())).transpose()
}
