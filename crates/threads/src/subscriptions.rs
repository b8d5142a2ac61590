//! How closely members follow threads, spaces, themes, cities and people.

use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Condition, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use stoa_kernel::ids::{CityId, MemberId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};

use crate::model::Level;
use crate::store::readings::subscriptions as table;
use crate::store::{rows, threads};
use crate::{themes, views};

/// What is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A thread.
    Thread(ThreadId),
    /// A space.
    Space(SpaceId),
    /// A theme with all below it, by its slug: the threads opened under it.
    Theme(&'static str),
    /// A city: the threads opened for it.
    City(CityId),
    /// A person: what that person writes.
    Person(MemberId),
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::Thread(_) => "thread",
            Self::Space(_) => "space",
            Self::Theme(_) => "theme",
            Self::City(_) => "city",
            Self::Person(_) => "person",
        }
    }

    fn id(self) -> Uuid {
        match self {
            Self::Thread(id) => id.uuid(),
            Self::Space(id) => id.uuid(),
            // A theme has no number: one is made of its name (RFC 9562, version 5).
            Self::Theme(slug) => Uuid::new_v5(&Uuid::NAMESPACE_URL, slug.as_bytes()),
            Self::City(id) => id.uuid(),
            Self::Person(id) => id.uuid(),
        }
    }

    fn slug(self) -> Option<String> {
        match self {
            Self::Theme(slug) => Some(slug.to_owned()),
            _ => None,
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
/// does who never set anything. That a city or a person exists is the
/// caller's to check.
///
/// # Errors
/// [`Fault::NotFound`] where thread or space are not there for the actor, [`Fault::Forbidden`]
/// for who would follow himself, [`Fault::Invalid`] in field `level` for blocking what is nobody.
pub async fn set(tx: &mut Tx, actor: &Actor, target: Target, level: Level) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    match target {
        Target::Thread(thread) => drop(crate::threads::facts(tx, actor, thread).await?),
        Target::Space(space) => drop(views::space_by_id(tx, actor, space).await?),
        Target::Person(other) if other == me => return Err(Fault::Forbidden("core-refused-own")),
        Target::Theme(_) | Target::City(_) | Target::Person(_) => {}
    }
    if level == Level::Blocked && !matches!(target, Target::Person(_)) {
        return Err(Fault::invalid("level", "threads-level-unknown"));
    }
    if level == Level::Normal {
        return forget(tx, me, target).await;
    }
    let row = table::ActiveModel {
        member_id: Set(me),
        target: Set(target.name().to_owned()),
        target_id: Set(target.id()),
        level: Set(level.name().to_owned()),
        slug: Set(target.slug()),
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

/// How closely the actor follows something; `Normal` where nothing was chosen.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn level(db: &impl Reads, actor: &Actor, target: Target) -> Result<Level, Fault> {
    let key = (actor.signed_in()?, target.name().to_owned(), target.id());
    let found = table::Entity::find_by_id(key).one(&db.conn()).await?;
    let level = found.map(|row| rows::level(Some(&row.level))).transpose()?.flatten();
    Ok(level.unwrap_or(Level::Normal))
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
    // A theme that was taken out of the list meanwhile is followed by nobody any more.
    let known = |row: &table::Model| row.slug.as_deref().is_none_or(|s| themes::find(s).is_some());
    find.all(&db.conn()).await?.into_iter().filter(known).map(view).collect()
}

/// Everybody who follows a thread, its space, themes or city, or who writes there, in any way, for
/// those who decide whom to tell. Judges nobody: what each may see is asked with him
/// as the actor. Muted wins over everything but a direct mention.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such thread.
pub async fn followers(
    db: &impl Reads,
    thread: ThreadId,
    author: Option<MemberId>,
) -> Result<Vec<Followed>, Fault> {
    let found = threads::Entity::find_by_id(thread).one(&db.conn()).await?;
    let found = found.ok_or(Fault::NotFound)?;
    let mut targets = vec![Target::Thread(thread), Target::Space(found.space_id)];
    targets.extend(found.city_id.map(Target::City));
    targets.extend(author.map(Target::Person));
    targets.extend(themed(db, thread).await?.into_iter().map(Target::Theme));
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

/// The themes of a thread, and those above them.
async fn themed(db: &impl Reads, thread: ThreadId) -> Result<Vec<&'static str>, Fault> {
    use crate::store::links::themes as labels;
    let find = labels::Entity::find().filter(labels::Column::ThreadId.eq(thread));
    let found = find.all(&db.conn()).await?;
    let mut slugs: Vec<&'static str> = Vec::new();
    for label in &found {
        let known = [Some(label.theme.as_str()), themes::above(&label.theme)].into_iter().flatten();
        slugs.extend(known.filter_map(themes::find).map(|theme| theme.slug.as_str()));
    }
    slugs.sort_unstable();
    slugs.dedup();
    Ok(slugs)
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
        "person" => Target::Person(row.target_id.into()),
        "theme" => Target::Theme(theme_of(row.slug.as_deref())?),
        other => return Err(crate::store::unknown("target", other)),
    };
    let level = rows::level(Some(&row.level))?.unwrap_or(Level::Normal);
    Ok(Followed { member: row.member_id, target, level, set_at: row.set_at })
}

fn theme_of(slug: Option<&str>) -> Result<&'static str, Fault> {
    let found = slug.and_then(themes::find).map(|theme| theme.slug.as_str());
    found.ok_or_else(|| crate::store::unknown("theme", slug.unwrap_or_default()))
}
