//! Spaces: the first five, and what administrators change.

use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel,
    PaginatorTrait, QueryFilter, QuerySelect,
};
use serde::Deserialize;
use serde_json::json;
use stoa_kernel::ids::SpaceId;
use stoa_kernel::{Actor, Announcement, Fault, Problems, Reads, Tx};
use stoa_policy::{Action, Holding, Posting, SpaceFacts, Visibility};

use crate::model::{SpacePlace, Texts, holding_name, posting_name, visibility_name};
use crate::store::{self, spaces as table};

const LONGEST_NAME: usize = 80;
const LONGEST_SUMMARY: usize = 300;
const MOST_LANGUAGES: usize = 24;

#[derive(Deserialize)]
struct Seed {
    slug: String,
    names: Texts,
    summaries: Texts,
    languages: Vec<String>,
    visibility: String,
    posting: String,
    holding: String,
}

/// Everything an administrator says about a space.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Names by locale; at least one.
    pub names: Texts,
    /// Summaries by locale.
    pub summaries: Texts,
    /// Tags of the languages written here; empty means any.
    pub languages: Vec<String>,
    /// Who enters.
    pub visibility: Visibility,
    /// Who posts.
    pub posting: Posting,
    /// What is held.
    pub holding: Holding,
    /// Earlier wordings of posts are open to all.
    pub public_history: bool,
    /// Letters name neither space nor thread in their subject.
    pub neutral_subject: bool,
    /// Its texts may be given to the translator.
    pub translated: bool,
    /// Order among the spaces; lower comes first.
    pub place: i32,
}

/// A space's settings were changed, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// They were.
    Done {
        /// The version they have now.
        version: i32,
    },
    /// Somebody was first; nothing was written.
    Stale {
        /// The version there is.
        version: i32,
    },
}

/// Opens the first five spaces where there is none at all, and makes the place where conversations
/// stand; `translated` tells whether their texts may be given to the translator.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn seed(tx: &mut Tx, translated: bool) -> Result<(), Fault> {
    let first = table::Entity::find().count(&tx.conn()).await? == 0;
    conversations(tx, translated).await?;
    if !first {
        return Ok(());
    }
    let seeds: Vec<Seed> =
        serde_json::from_str(include_str!("../data/spaces.json")).map_err(Fault::broken)?;
    for (place, seed) in (1..).zip(seeds) {
        let facts = table::facts(&seed.visibility, &seed.posting, &seed.holding)?;
        let settings = Settings {
            names: seed.names,
            summaries: seed.summaries,
            languages: seed.languages,
            visibility: facts.visibility,
            posting: facts.posting,
            holding: facts.holding,
            public_history: true,
            neutral_subject: false,
            translated: facts.visibility != Visibility::Private,
            place,
        };
        insert(tx, tx.new_id(), &seed.slug, &settings).await?;
    }
    Ok(())
}

/// The place of conversations, as it is configured.
async fn conversations(tx: &Tx, translated: bool) -> Result<(), Fault> {
    let id = SpaceId::CONVERSATIONS;
    if table::Entity::find_by_id(id).one(&tx.conn()).await?.is_some() {
        let sql = "UPDATE spaces SET translated = ? WHERE id = ?";
        return tx.run(sql, vec![translated.into(), id.into()]).await.map(|_| ());
    }
    let names = serde_json::from_str(include_str!("../data/conversations.json"));
    let settings = Settings {
        names: names.map_err(Fault::broken)?,
        summaries: Texts::default(),
        languages: Vec::new(),
        visibility: Visibility::Sealed,
        posting: Posting::Members,
        holding: Holding::Newcomers,
        public_history: true,
        neutral_subject: true,
        translated,
        place: 0,
    };
    insert(tx, id, "conversations", &settings).await
}

async fn insert(tx: &Tx, id: SpaceId, slug: &str, settings: &Settings) -> Result<(), Fault> {
    let mut row = table::ActiveModel {
        id: Set(id),
        slug: Set(slug.to_owned()),
        rights_version: Set(1),
        version: Set(1),
        created_at: Set(tx.now()),
        ..Default::default()
    };
    fill(&mut row, settings)?;
    table::Entity::insert(row).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

fn fill(row: &mut table::ActiveModel, settings: &Settings) -> Result<(), Fault> {
    row.names = Set(serde_json::to_string(&settings.names).map_err(Fault::broken)?);
    row.summaries = Set(serde_json::to_string(&settings.summaries).map_err(Fault::broken)?);
    row.languages = Set(serde_json::to_string(&settings.languages).map_err(Fault::broken)?);
    row.visibility = Set(visibility_name(settings.visibility).to_owned());
    row.posting = Set(posting_name(settings.posting).to_owned());
    row.holding = Set(holding_name(settings.holding).to_owned());
    row.public_history = Set(settings.public_history);
    row.neutral_subject = Set(settings.neutral_subject);
    row.translated = Set(settings.translated);
    row.place = Set(settings.place);
    Ok(())
}

/// Opens a space.
///
/// # Errors
/// [`Fault::Forbidden`] for others than administrators, [`Fault::Invalid`] for
/// bad settings, [`Fault::Conflict`] when the slug is taken.
pub async fn create(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
    settings: &Settings,
) -> Result<SpaceId, Fault> {
    actor.may(Action::ManageSpace)?;
    let mut problems = problems(settings);
    if slug.is_empty() || stoa_kernel::text::slug(slug, "") != slug {
        problems.add("slug", "threads-space-slug-bad");
    }
    problems.into_result()?;
    let taken = table::Entity::find().filter(table::Column::Slug.eq(slug));
    if taken.count(&tx.conn()).await? > 0 {
        return Err(Fault::Conflict("threads-space-slug-taken"));
    }
    let id = tx.new_id();
    insert(tx, id, slug, settings).await.map(|()| id)
}

/// Changes a space's settings. A change of who may enter is told to every
/// open socket at once.
///
/// # Errors
/// [`Fault::Forbidden`] for others than administrators, [`Fault::NotFound`],
/// [`Fault::Invalid`] for bad settings.
pub async fn change(
    tx: &mut Tx,
    actor: &Actor,
    space: SpaceId,
    version: i32,
    settings: &Settings,
) -> Result<Changed, Fault> {
    actor.may(Action::ManageSpace)?;
    problems(settings).into_result()?;
    let find = table::Entity::find_by_id(space).filter(entered()).lock(LockType::Update);
    let row = find.one(&tx.conn()).await?.ok_or(Fault::NotFound)?;
    if row.version != version {
        return Ok(Changed::Stale { version: row.version });
    }
    let moved = row.visibility != visibility_name(settings.visibility);
    let rights = row.rights_version + i64::from(moved);
    let mut row = row.into_active_model();
    fill(&mut row, settings)?;
    row.version = Set(version + 1);
    row.rights_version = Set(rights);
    row.update(&tx.conn()).await?;
    if moved {
        let now = tx.now();
        tx.announce(Announcement::rights(json!({ "space": space }), now));
    }
    Ok(Changed::Done { version: version + 1 })
}

/// Lets every process make all pages anew that it keeps: something that stands on each has changed.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn pages_changed(tx: &mut Tx) -> Result<(), Fault> {
    tx.run("UPDATE spaces SET rights_version = rights_version + 1", vec![]).await?;
    let now = tx.now();
    tx.announce(Announcement::rights(json!({ "space": null }), now));
    Ok(())
}

/// A space that somebody may enter: conversations have readers of their own.
pub(crate) fn entered() -> Expr {
    table::Column::Id.ne(SpaceId::CONVERSATIONS)
}

fn problems(settings: &Settings) -> Problems {
    let mut problems = Problems::default();
    if settings.visibility == Visibility::Sealed {
        problems.add("visibility", "threads-space-visibility");
    }
    let long = |texts: &Texts, most| texts.0.values().any(|text| text.chars().count() > most);
    if settings.names.0.values().all(|name| name.trim().is_empty()) {
        problems.add("names", "threads-space-name-missing");
    }
    if long(&settings.names, LONGEST_NAME) {
        problems.add("names", "threads-space-name-long");
    }
    if long(&settings.summaries, LONGEST_SUMMARY) {
        problems.add("summaries", "threads-space-summary-long");
    }
    if settings.languages.len() > MOST_LANGUAGES {
        problems.add("languages", "threads-space-languages-many");
    }
    problems
}

#[derive(FromQueryResult)]
struct Row {
    id: SpaceId,
    slug: String,
    visibility: String,
    posting: String,
    holding: String,
    languages: String,
}

/// What a verb that opens a thread has to know of a space. Whether the actor
/// may enter is asked of the judge: a guest at a members' space is asked to sign in.
///
/// # Errors
/// [`Fault::NotFound`] where there is none for the actor, [`Fault::Forbidden`]
/// where he is asked to sign in.
pub async fn facts(db: &impl Reads, actor: &Actor, space: SpaceId) -> Result<SpacePlace, Fault> {
    place(db, actor, table::Column::Id.eq(space)).await
}

/// The same by slug.
///
/// # Errors
/// As [`facts`].
pub async fn facts_by_slug(
    db: &impl Reads,
    actor: &Actor,
    slug: &str,
) -> Result<SpacePlace, Fault> {
    place(db, actor, table::Column::Slug.eq(slug)).await
}

async fn place(db: &impl Reads, actor: &Actor, which: Expr) -> Result<SpacePlace, Fault> {
    use table::Column as S;
    let mut query = sea_orm::sea_query::Query::select();
    for column in [S::Id, S::Slug, S::Visibility, S::Posting, S::Holding, S::Languages] {
        query.column((table::Entity, column));
    }
    query.from(table::Entity).and_where(which).and_where(entered());
    let row = store::one::<Row>(db, &query).await?.ok_or(Fault::NotFound)?;
    let facts: SpaceFacts = table::facts(&row.visibility, &row.posting, &row.holding)?;
    actor.may_in(row.id, Action::Enter(facts.visibility))?;
    let languages = table::list(&row.languages)?;
    Ok(SpacePlace { id: row.id, slug: row.slug, facts, languages })
}

/// Every space's id by slug, for commands of the operator.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn id_of(db: &impl Reads, slug: &str) -> Result<Option<SpaceId>, Fault> {
    let find = table::Entity::find().filter(table::Column::Slug.eq(slug)).filter(entered());
    Ok(find.one(&db.conn()).await?.map(|row| row.id))
}

/// The settings as they are, for the form that changes them.
///
/// # Errors
/// [`Fault::Forbidden`] for others than administrators, [`Fault::NotFound`].
pub async fn settings(
    db: &impl Reads,
    actor: &Actor,
    space: SpaceId,
) -> Result<(Settings, i32), Fault> {
    actor.may(Action::ManageSpace)?;
    let find = table::Entity::find_by_id(space).filter(entered());
    let row = find.one(&db.conn()).await?.ok_or(Fault::NotFound)?;
    let facts = table::facts(&row.visibility, &row.posting, &row.holding)?;
    let settings = Settings {
        names: table::texts(&row.names)?,
        summaries: table::texts(&row.summaries)?,
        languages: table::list(&row.languages)?,
        visibility: facts.visibility,
        posting: facts.posting,
        holding: facts.holding,
        public_history: row.public_history,
        neutral_subject: row.neutral_subject,
        translated: row.translated,
        place: row.place,
    };
    Ok((settings, row.version))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use crate::views;
    use stoa_kernel::RoleKind;
    use stoa_policy::Standing;

    #[tokio::test]
    async fn five_spaces_are_there_at_first_and_once() {
        let world = World::new().await;
        world.db.write(async |tx: &mut Tx| seed(tx, false).await).await.unwrap();
        let spaces = views::spaces(&world.db, &Actor::guest()).await.unwrap();
        let slugs: Vec<_> = spaces.iter().map(|space| space.slug.as_str()).collect();
        assert_eq!(slugs, ["questions", "experiences", "needs-offers", "dialogues", "welcome"]);
        assert_eq!(spaces[4].names.say("es-AR"), "Bienvenida");
        assert_eq!(spaces[0].facts.holding, Holding::Newcomers);
    }

    #[tokio::test]
    async fn administrators_change_spaces_and_open_sockets_hear_of_it() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let roles = [(RoleKind::Administrator, None)];
        let root = world.person("root", Standing::Member, &roles).await;
        let (mut settings, version) = settings(&world.db, &root, world.space).await.unwrap();
        settings.visibility = Visibility::Private;
        let refused = async |tx: &mut Tx| change(tx, &ada, world.space, version, &settings).await;
        assert!(matches!(world.db.write(refused).await, Err(Fault::Forbidden(_))));
        let mut heard = world.db.listen();
        let done = async |tx: &mut Tx| change(tx, &root, world.space, version, &settings).await;
        assert_eq!(world.db.write(done).await.unwrap(), Changed::Done { version: 2 });
        assert_eq!(heard.recv().await.unwrap().data, json!({ "space": world.space }));
        assert_eq!(world.db.write(done).await.unwrap(), Changed::Stale { version: 2 });
        assert_eq!(views::spaces(&world.db, &ada).await.unwrap().len(), 4);
        assert!(matches!(views::space(&world.db, &ada, "questions").await, Err(Fault::NotFound)));

        let made = async |tx: &mut Tx| create(tx, &root, "heat", &settings).await;
        let heat = world.db.write(made).await.unwrap();
        assert_eq!(facts(&world.db, &root, heat).await.unwrap().slug, "heat");
        assert!(matches!(world.db.write(made).await, Err(Fault::Conflict(_))));
        let bad = async |tx: &mut Tx| create(tx, &root, "No good", &settings).await;
        assert!(matches!(world.db.write(bad).await, Err(Fault::Invalid(_))));
    }
}
