//! How closely members follow threads, spaces and cities.

use sea_orm::sea_query::{Condition, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use stoa_kernel::ids::{CityId, MemberId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};

use crate::model::Level;
use crate::store::readings::subscriptions as table;
use crate::store::{rows, threads};
use crate::views;

/// What is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A thread.
    Thread(ThreadId),
    /// A space.
    Space(SpaceId),
    /// A city: the threads opened for it.
    City(CityId),
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::Thread(_) => "thread",
            Self::Space(_) => "space",
            Self::City(_) => "city",
        }
    }

    fn id(self) -> sea_orm::prelude::Uuid {
        match self {
            Self::Thread(id) => id.uuid(),
            Self::Space(id) => id.uuid(),
            Self::City(id) => id.uuid(),
        }
    }
}

/// One thing followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Who follows.
    pub member: MemberId,
    /// What.
    pub target: Target,
    /// How closely.
    pub level: Level,
    /// Since when.
    pub set_at: Time,
}

/// Sets how closely the actor follows something; `Normal` is what everybody
/// does who never set anything. That a city exists is the caller's to check.
///
/// # Errors
/// [`Fault::NotFound`] where thread or space are not there for the actor.
pub async fn set(tx: &mut Tx, actor: &Actor, target: Target, level: Level) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    match target {
        Target::Thread(thread) => drop(crate::threads::facts(tx, actor, thread).await?),
        Target::Space(space) => drop(views::space_by_id(tx, actor, space).await?),
        Target::City(_) => {}
    }
    if level == Level::Normal {
        return forget(tx, me, target).await;
    }
    let row = table::ActiveModel {
        member_id: Set(me),
        target: Set(target.name().to_owned()),
        target_id: Set(target.id()),
        level: Set(level.name().to_owned()),
        set_at: Set(tx.now()),
    };
    let mut again = OnConflict::columns([
        table::Column::MemberId,
        table::Column::Target,
        table::Column::TargetId,
    ]);
    again.update_columns([table::Column::Level, table::Column::SetAt]);
    table::Entity::insert(row).on_conflict(again).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

async fn forget(tx: &Tx, me: MemberId, target: Target) -> Result<(), Fault> {
    let delete = table::Entity::delete_many()
        .filter(table::Column::MemberId.eq(me))
        .filter(table::Column::Target.eq(target.name()))
        .filter(table::Column::TargetId.eq(target.id()));
    delete.exec(&tx.conn()).await?;
    Ok(())
}

/// Everything the actor follows, the last set first.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn list(db: &impl Reads, actor: &Actor) -> Result<Vec<Followed>, Fault> {
    let me = actor.signed_in()?;
    let find = table::Entity::find()
        .filter(table::Column::MemberId.eq(me))
        .order_by_desc(table::Column::SetAt);
    find.all(&db.conn()).await?.into_iter().map(view).collect()
}

/// Everybody who follows a thread, its space or its city in any way, for those
/// who decide whom to tell. Judges nobody: what each may see is asked with him
/// as the actor. Muted wins over everything but a direct mention.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such thread.
pub async fn followers(db: &impl Reads, thread: ThreadId) -> Result<Vec<Followed>, Fault> {
    let found = threads::Entity::find_by_id(thread).one(&db.conn()).await?;
    let found = found.ok_or(Fault::NotFound)?;
    let mut targets = vec![Target::Thread(thread), Target::Space(found.space_id)];
    targets.extend(found.city_id.map(Target::City));
    let any = targets.into_iter().fold(Condition::any(), |any, target| {
        any.add(
            Condition::all()
                .add(table::Column::Target.eq(target.name()))
                .add(table::Column::TargetId.eq(target.id())),
        )
    });
    let find = table::Entity::find().filter(any);
    find.all(&db.conn()).await?.into_iter().map(view).collect()
}

/// Everybody who follows a space in any way.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn of_space(db: &impl Reads, space: SpaceId) -> Result<Vec<Followed>, Fault> {
    let target = Target::Space(space);
    let find = table::Entity::find()
        .filter(table::Column::Target.eq(target.name()))
        .filter(table::Column::TargetId.eq(target.id()));
    find.all(&db.conn()).await?.into_iter().map(view).collect()
}

/// Who wrote what stands in a thread: the last 200 posts are looked at.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn writers(db: &impl Reads, thread: ThreadId) -> Result<Vec<MemberId>, Fault> {
    #[derive(sea_orm::FromQueryResult)]
    struct Row {
        author_id: MemberId,
    }
    let sql = "SELECT author_id FROM posts WHERE thread_id = ? AND number IS NOT NULL \
               AND state = 'published' ORDER BY number DESC LIMIT 200";
    let found: Vec<Row> = stoa_kernel::db::rows(db, sql, vec![thread.into()]).await?;
    Ok(found.into_iter().map(|row| row.author_id).collect())
}

fn view(row: table::Model) -> Result<Followed, Fault> {
    let target = match row.target.as_str() {
        "thread" => Target::Thread(row.target_id.into()),
        "space" => Target::Space(row.target_id.into()),
        "city" => Target::City(row.target_id.into()),
        other => return Err(crate::store::unknown("target", other)),
    };
    let level = rows::level(Some(&row.level))?.unwrap_or(Level::Normal);
    Ok(Followed { member: row.member_id, target, level, set_at: row.set_at })
}
