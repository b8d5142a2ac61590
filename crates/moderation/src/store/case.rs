//! Cases.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, Condition, QuerySelect};
use stoa_kernel::actor::Scope;
use stoa_kernel::db::marks;
use stoa_kernel::ids::{CaseId, CityId, MemberId, PostId, RevisionId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};
use stoa_threads::events::PostsMoved;
use stoa_threads::tending::place;

use crate::model::{Case, CaseKind, CaseState, Lease, Subject};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cases")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: CaseId,
    pub(crate) kind: String,
    pub(crate) subject_type: String,
    pub(crate) subject_id: Uuid,
    pub(crate) space_id: Option<SpaceId>,
    pub(crate) thread_id: Option<ThreadId>,
    pub(crate) post_id: Option<PostId>,
    pub(crate) revision_id: Option<RevisionId>,
    pub(crate) wording: i64,
    pub(crate) language: Option<String>,
    pub(crate) author_id: Option<MemberId>,
    pub(crate) reason: String,
    pub(crate) state: String,
    pub(crate) version: i32,
    pub(crate) claimed_by: Option<MemberId>,
    pub(crate) claimed_until: Option<Time>,
    pub(crate) opened_at: Time,
    pub(crate) decided_at: Option<Time>,
    pub(crate) score: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The id a subject is known by in the table; one case per kind for each.
pub(crate) fn subject_id(subject: Subject) -> Uuid {
    match subject {
        Subject::Thread { thread, .. } => thread.uuid(),
        Subject::Reply { post, .. } | Subject::Edit { post, .. } | Subject::Report { post, .. } => {
            post.uuid()
        }
        Subject::City(city) => city.uuid(),
    }
}

/// What has to be known to open a case.
#[derive(Clone, Debug)]
pub(crate) struct Fresh<'a> {
    pub(crate) subject: Subject,
    pub(crate) wording: i64,
    pub(crate) space: Option<SpaceId>,
    pub(crate) language: Option<&'a str>,
    pub(crate) author: Option<MemberId>,
    pub(crate) reason: &'a str,
    pub(crate) since: Time,
}

/// Writes a case unless its subject has one; tells whether it was written.
pub(crate) async fn insert(tx: &Tx, id: CaseId, fresh: &Fresh<'_>) -> Result<bool, Fault> {
    let row = ActiveModel {
        id: Set(id),
        kind: Set(fresh.subject.kind().name().to_owned()),
        subject_type: Set(fresh.subject.type_name().to_owned()),
        subject_id: Set(subject_id(fresh.subject)),
        space_id: Set(fresh.space),
        thread_id: Set(fresh.subject.thread()),
        post_id: Set(fresh.subject.post()),
        revision_id: Set(fresh.subject.revision()),
        wording: Set(fresh.wording),
        language: Set(fresh.language.map(str::to_owned)),
        author_id: Set(fresh.author),
        reason: Set(fresh.reason.to_owned()),
        state: Set(CaseState::Open.name().to_owned()),
        version: Set(1),
        claimed_by: Set(None),
        claimed_until: Set(None),
        opened_at: Set(fresh.since),
        decided_at: Set(None),
        score: Set(0),
    };
    let once = OnConflict::columns([Column::SubjectId, Column::Kind]).do_nothing().to_owned();
    let written = Entity::insert(row).on_conflict(once).exec_without_returning(&tx.conn()).await?;
    Ok(written == 1)
}

/// The case, locked until the transaction ends.
pub(crate) async fn locked(tx: &Tx, id: CaseId) -> Result<Option<Case>, Fault> {
    let row = Entity::find_by_id(id).lock_exclusive().one(&tx.conn()).await?;
    row.map(|row| row.into_case(tx.now())).transpose()
}

/// The case of a subject, locked.
pub(crate) async fn locked_of(tx: &Tx, subject: Subject) -> Result<Option<Case>, Fault> {
    let query = Entity::find()
        .filter(Column::SubjectId.eq(subject_id(subject)))
        .filter(Column::Kind.eq(subject.kind().name()))
        .lock_exclusive();
    query.one(&tx.conn()).await?.map(|row| row.into_case(tx.now())).transpose()
}

/// The cases about a post and its wordings, locked; most posts have none.
pub(crate) async fn locked_of_post(tx: &Tx, post: PostId) -> Result<Vec<Case>, Fault> {
    let query = Entity::find().filter(Column::PostId.eq(post)).lock_exclusive();
    query.all(&tx.conn()).await?.into_iter().map(|row| row.into_case(tx.now())).collect()
}

/// A case the actor may see, or nothing.
pub(crate) async fn seen(
    db: &impl Reads,
    actor: &Actor,
    id: CaseId,
) -> Result<Option<Case>, Fault> {
    let query = Entity::find_by_id(id).filter(visible(actor));
    query.one(&db.conn()).await?.map(|row| row.into_case(db.now())).transpose()
}

/// The one predicate of this feature: the spaces the actor moderates; cases
/// without a space are for those who moderate everywhere.
pub(crate) fn visible(actor: &Actor) -> Condition {
    within(actor.moderates())
}

fn within(scope: Scope) -> Condition {
    match scope {
        Scope::All => Condition::all(),
        Scope::Some(spaces) if spaces.is_empty() => Condition::all().add(Expr::cust("1 = 0")),
        Scope::Some(spaces) => Condition::all().add(Column::SpaceId.is_in(spaces)),
    }
}

/// What a change of a case sets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    pub(crate) state: CaseState,
    pub(crate) version: i32,
    pub(crate) claim: Option<Lease>,
    pub(crate) opened_at: Time,
    pub(crate) decided_at: Option<Time>,
}

/// Writes a case's new standing.
pub(crate) async fn update(tx: &Tx, id: CaseId, change: Change) -> Result<(), Fault> {
    let row = ActiveModel {
        id: Set(id),
        state: Set(change.state.name().to_owned()),
        version: Set(change.version),
        claimed_by: Set(change.claim.map(|lease| lease.by)),
        claimed_until: Set(change.claim.map(|lease| lease.until)),
        opened_at: Set(change.opened_at),
        decided_at: Set(change.decided_at),
        ..Default::default()
    };
    Entity::update(row).exec(&tx.conn()).await?;
    Ok(())
}

/// Notes which wording of its post a case is about now, and its language.
pub(crate) async fn set_wording(
    tx: &Tx,
    id: CaseId,
    revision: Option<RevisionId>,
    wording: i64,
    language: &str,
) -> Result<(), Fault> {
    let row = ActiveModel {
        id: Set(id),
        revision_id: Set(revision),
        wording: Set(wording),
        language: Set(Some(language.to_owned())),
        ..Default::default()
    };
    Entity::update(row).exec(&tx.conn()).await?;
    Ok(())
}

impl Model {
    /// The row as the feature knows it; a lease that ran out is no lease.
    pub(crate) fn into_case(self, now: Time) -> Result<Case, Fault> {
        let subject = self.subject()?;
        let state = CaseState::parse(&self.state).ok_or_else(|| damaged(self.id))?;
        let lease = self.claimed_by.zip(self.claimed_until);
        let claim = lease.map(|(by, until)| Lease { by, until }).filter(|one| one.until > now);
        Ok(Case {
            id: self.id,
            subject,
            wording: self.wording,
            space: self.space_id,
            language: self.language,
            author: self.author_id,
            reason: self.reason,
            state,
            version: self.version,
            claim,
            score: self.score,
            opened_at: self.opened_at,
            decided_at: self.decided_at,
        })
    }

    fn subject(&self) -> Result<Subject, Fault> {
        let kind = CaseKind::parse(&self.kind);
        match (kind, self.thread_id, self.post_id, self.revision_id) {
            (Some(CaseKind::HeldThread), Some(thread), Some(post), _) => {
                Ok(Subject::Thread { thread, post })
            }
            (Some(CaseKind::HeldReply), Some(thread), Some(post), _) => {
                Ok(Subject::Reply { thread, post })
            }
            (Some(CaseKind::HeldEdit), Some(thread), Some(post), Some(revision)) => {
                Ok(Subject::Edit { thread, post, revision })
            }
            (Some(CaseKind::Report), Some(thread), Some(post), _) => {
                Ok(Subject::Report { thread, post })
            }
            (Some(CaseKind::CityClaim), ..) => {
                Ok(Subject::City(CityId::from_uuid(self.subject_id)))
            }
            _ => Err(damaged(self.id)),
        }
    }
}

fn damaged(id: CaseId) -> Fault {
    Fault::broken(format!("{id:?} is of no known kind or state"))
}

/// Cases stand where their posts stand now.
pub(crate) async fn follow(tx: &Tx, moved: &PostsMoved) -> Result<(), Fault> {
    let Some((thread, space)) = place(tx, moved.thread).await? else { return Ok(()) };
    let there: [sea_orm::Value; 2] = [space.into(), thread.into()];
    if moved.posts.is_empty() {
        let sql = "UPDATE cases SET space_id = ?, thread_id = ? WHERE thread_id = ?";
        let values = there.into_iter().chain([moved.from.into()]).collect();
        return tx.run(sql, values).await.map(|_| ());
    }
    let marks = marks(moved.posts.len());
    let sql = format!("UPDATE cases SET space_id = ?, thread_id = ? WHERE post_id IN ({marks})");
    let posts = moved.posts.iter().map(|post| (*post).into());
    tx.run(&sql, there.into_iter().chain(posts).collect()).await.map(|_| ())
}
