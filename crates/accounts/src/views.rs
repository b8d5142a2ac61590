//! What can be seen of people. **Who has not confirmed is invisible; who has left has no page.**

mod place;

use std::collections::HashMap;

use sea_orm::{FromQueryResult, Value};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Actor, Cursor, Fault, Limit, Page, Reads, Role, RoleKind, Time, text};
use stoa_policy::Action;

use crate::members::is_suspended;
use crate::model::{Card, Contact, MemberLine, Profile, Settings, Shown};
use crate::parse::EmailAddress;
use crate::standing::standing;
use crate::store::members::{self as table, CARD, CardRow};
use crate::store::{self, CHUNK, marks};

pub use place::{by_city, named};

/// The member as one who acts; for jobs that write or read in somebody's name.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn actor(db: &impl Reads, member: MemberId) -> Result<Option<Actor>, Fault> {
    let Some(row) = table::by_id(db, member).await? else {
        return Ok(None);
    };
    if row.confirmed_at.is_none() || row.state != table::ACTIVE {
        return Ok(None);
    }
    let roles = store::roles::of(db, member).await?;
    let standing = standing(row.suspended_until, row.approved_posts, &roles, db.now());
    Ok(Some(Actor::member(member, standing, roles)))
}

/// What stands beside the texts of these people; one statement for up to 500.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn cards(
    db: &impl Reads,
    members: &[MemberId],
) -> Result<HashMap<MemberId, Card>, Fault> {
    let mut wanted = members.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    let mut found = HashMap::with_capacity(wanted.len());
    for some in wanted.chunks(CHUNK) {
        let sql = format!(
            "SELECT {CARD} FROM members m WHERE m.confirmed_at IS NOT NULL AND m.id IN ({})",
            marks(some.len())
        );
        let values = some.iter().map(|id| (*id).into()).collect();
        for row in rows::<CardRow>(db, &sql, values).await? {
            found.insert(row.id, row.card()?);
        }
    }
    Ok(found)
}

/// The languages that these people read, in their order; people who have left are left out.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn reads(
    db: &impl Reads,
    members: &[MemberId],
) -> Result<HashMap<MemberId, Vec<String>>, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        id: MemberId,
        languages: String,
    }
    let mut found = HashMap::with_capacity(members.len());
    for some in members.chunks(CHUNK) {
        let sql = format!(
            "SELECT id, languages FROM members WHERE state = 'active' AND id IN ({})",
            marks(some.len())
        );
        let values = some.iter().map(|id| (*id).into()).collect();
        for row in rows::<Row>(db, &sql, values).await? {
            found.insert(row.id, table::languages(&row.languages)?);
        }
    }
    Ok(found)
}

/// A member's page: seen by everybody, as the card beside each public post is.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn person(
    db: &impl Reads,
    _actor: &Actor,
    member: MemberId,
) -> Result<Option<Profile>, Fault> {
    let Some(card) = cards(db, &[member]).await?.remove(&member).filter(|card| !card.former) else {
        return Ok(None);
    };
    let Some(row) = table::by_id(db, member).await? else {
        return Ok(None);
    };
    let languages = table::languages(&row.languages)?;
    let joined_at = row.confirmed_at.unwrap_or(row.created_at);
    Ok(Some(Profile { card, bio: row.bio, languages, joined_at }))
}

#[derive(FromQueryResult)]
struct HandleRow {
    id: MemberId,
    handle_key: String,
    display_name: String,
}

/// Who has these handles (in any case): the handle as asked, with id and display name.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn by_handles(
    db: &impl Reads,
    handles: &[String],
) -> Result<HashMap<String, (MemberId, String)>, Fault> {
    let mut found = HashMap::new();
    for some in handles.chunks(CHUNK) {
        let sql = format!(
            "SELECT id, handle_key, display_name FROM members \
             WHERE state = 'active' AND confirmed_at IS NOT NULL AND handle_key IN ({})",
            marks(some.len())
        );
        let values = some.iter().map(|handle| text::fold(handle).into()).collect();
        let known: Vec<HandleRow> = rows(db, &sql, values).await?;
        for handle in some {
            let folded = text::fold(handle);
            if let Some(row) = known.iter().find(|row| row.handle_key == folded) {
                found.insert(handle.clone(), (row.id, row.display_name.clone()));
            }
        }
    }
    Ok(found)
}

/// Those of these people who let nobody begin a conversation with them.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn unapproachable(db: &impl Reads, members: &[MemberId]) -> Result<Vec<MemberId>, Fault> {
    let mut found = Vec::new();
    for some in members.chunks(CHUNK) {
        let sql = format!(
            "SELECT id FROM members WHERE NOT approachable AND id IN ({})",
            marks(some.len())
        );
        let rows: Vec<IdRow> = rows(db, &sql, some.iter().map(|id| (*id).into()).collect()).await?;
        found.extend(rows.into_iter().map(|row| row.id));
    }
    Ok(found)
}

#[derive(FromQueryResult)]
struct IdRow {
    id: MemberId,
}

/// Who may decide in a space now: its moderators, those of all spaces, and administrators; not
/// those who are silenced. In the order in which they joined.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn moderators_of(db: &impl Reads, space: SpaceId) -> Result<Vec<MemberId>, Fault> {
    let sql = "SELECT DISTINCT m.id AS id FROM members m JOIN roles r ON r.member_id = m.id \
        WHERE r.role IN ('moderator', 'administrator') AND (r.space_id IS NULL OR r.space_id = ?) \
        AND m.state = 'active' AND m.confirmed_at IS NOT NULL \
        AND (m.suspended_until IS NULL OR m.suspended_until <= ?) ORDER BY m.id";
    let found: Vec<IdRow> = rows(db, sql, vec![space.into(), db.now().into()]).await?;
    Ok(found.into_iter().map(|row| row.id).collect())
}

/// The versions of people's rights: whoever keeps a copy of these rights reads again when it has
/// grown.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn rights_versions(
    db: &impl Reads,
    members: &[MemberId],
) -> Result<HashMap<MemberId, i64>, Fault> {
    #[derive(FromQueryResult)]
    struct Version {
        id: MemberId,
        rights_version: i64,
    }
    let mut found = HashMap::new();
    for some in members.chunks(CHUNK) {
        let sql =
            format!("SELECT id, rights_version FROM members WHERE id IN ({})", marks(some.len()));
        let values = some.iter().map(|id| (*id).into()).collect();
        let versions: Vec<Version> = rows(db, &sql, values).await?;
        found.extend(versions.into_iter().map(|row| (row.id, row.rights_version)));
    }
    Ok(found)
}

/// Whether anybody administers: until then the set-up link is offered.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn any_administrator(db: &impl Reads) -> Result<bool, Fault> {
    any_with(db, RoleKind::Administrator).await
}

/// Whether anybody holds a role, anywhere.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn any_with(db: &impl Reads, kind: RoleKind) -> Result<bool, Fault> {
    let sql = "SELECT m.id AS id FROM members m JOIN roles r ON r.member_id = m.id \
        WHERE r.role = ? AND m.state = 'active' LIMIT 1";
    Ok(!rows::<IdRow>(db, sql, vec![kind.name().into()]).await?.is_empty())
}

/// How to write to a member; also before the address is confirmed, for that one letter.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn contact(db: &impl Reads, member: MemberId) -> Result<Option<Contact>, Fault> {
    let found = table::by_id(db, member).await?.filter(|row| row.state == table::ACTIVE);
    let now = db.now();
    Ok(found.map(|row| Contact {
        email: row.email,
        name: row.display_name,
        locale: row.locale,
        time_zone: row.time_zone,
        confirmed: row.confirmed_at.is_some(),
        suspended: is_suspended(row.suspended_until, now),
        seen_at: row.seen_at,
    }))
}

/// Who has an address, for the operator's command line.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn by_address(db: &impl Reads, email: &EmailAddress) -> Result<Option<MemberId>, Fault> {
    let sql = "SELECT id FROM members WHERE email_key = ? AND state = 'active'";
    let found: Vec<IdRow> = rows(db, sql, vec![email.key().into()]).await?;
    Ok(found.into_iter().next().map(|row| row.id))
}

/// The own settings.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest.
pub async fn settings(db: &impl Reads, actor: &Actor) -> Result<Settings, Fault> {
    let member = actor.signed_in()?;
    table::by_id(db, member).await?.ok_or(Fault::NotFound)?.settings()
}

#[derive(FromQueryResult)]
struct LineRow {
    #[sea_orm(nested)]
    card: CardRow,
    email: String,
    created_at: Time,
    confirmed_at: Option<Time>,
    suspended_until: Option<Time>,
    seen_at: Option<Time>,
    approved_posts: i32,
    note: String,
}

const LINE: &str = "m.email AS email, m.created_at AS created_at, m.confirmed_at AS confirmed_at, \
    m.suspended_until AS suspended_until, m.seen_at AS seen_at, \
    m.approved_posts AS approved_posts, m.note AS note";
const LIST: &str = "members";

/// The members, newest first, for administrators; `search` looks at the beginnings of words of
/// names, at handles and at addresses.
///
/// # Errors
/// [`Fault::Forbidden`] for others; [`Fault::Invalid`] for a cursor of another list.
pub async fn members(
    db: &impl Reads,
    actor: &Actor,
    search: &str,
    shown: Shown,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<MemberLine>, Fault> {
    actor.may(Action::Administer)?;
    all_members(db, search, shown, limit, cursor).await
}

/// As [`members`], for the operator on the machine itself.
///
/// # Errors
/// [`Fault::Invalid`] for a cursor of another list.
pub async fn all_members(
    db: &impl Reads,
    search: &str,
    shown: Shown,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<MemberLine>, Fault> {
    let after: Option<MemberId> = cursor.map(|c| Cursor::decode(LIST, c)).transpose()?;
    let (filter, mut values) = chosen(search, shown, db.now());
    let mut sql = format!("SELECT {CARD}, {LINE} FROM members m WHERE m.state = 'active'{filter}");
    if let Some(after) = after {
        sql.push_str(" AND m.id < ?");
        values.push(after.into());
    }
    sql.push_str(" ORDER BY m.id DESC LIMIT ?");
    values.push(i64::try_from(limit.get().saturating_add(1)).unwrap_or(i64::MAX).into());
    let found: Vec<LineRow> = rows(db, &sql, values).await?;
    let page = Page::cut(found, limit, LIST, |row| row.card.id);
    lines(db, page).await
}

/// Patterns for names that begin so, and for names with a later word that does; `!` keeps a sign
/// from standing for others.
fn beginnings(wanted: &str) -> (String, String) {
    let safe = wanted.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    (format!("{safe}%"), format!("% {safe}%"))
}

fn chosen(search: &str, shown: Shown, now: Time) -> (String, Vec<Value>) {
    let mut filter = String::new();
    let mut values: Vec<Value> = Vec::new();
    let wanted = text::plain(search);
    if !wanted.is_empty() {
        filter.push_str(
            " AND (m.name_key LIKE ? ESCAPE '!' OR m.name_key LIKE ? ESCAPE '!' \
             OR m.handle_key LIKE ? ESCAPE '!' OR m.email_key LIKE ? ESCAPE '!')",
        );
        let (begins, word) = beginnings(&wanted);
        let inside = format!("%{begins}");
        values.extend([begins.clone().into(), word.into(), begins.into(), inside.into()]);
    }
    match shown {
        Shown::Everybody => {}
        Shown::WithRoles => {
            filter.push_str(" AND EXISTS (SELECT 1 FROM roles x WHERE x.member_id = m.id)");
        }
        Shown::Suspended => {
            filter.push_str(" AND m.suspended_until > ?");
            values.push(now.into());
        }
        Shown::Unconfirmed => filter.push_str(" AND m.confirmed_at IS NULL"),
    }
    (filter, values)
}

async fn lines(db: &impl Reads, page: Page<LineRow>) -> Result<Page<MemberLine>, Fault> {
    let ids: Vec<MemberId> = page.items.iter().map(|row| row.card.id).collect();
    let roles = store::roles::of_many(db, &ids).await?;
    let now = db.now();
    let items: Result<Vec<_>, Fault> =
        page.items.into_iter().map(|row| line(row, &roles, now)).collect();
    Ok(Page { items: items?, next: page.next })
}

fn line(row: LineRow, roles: &[(MemberId, Role)], now: Time) -> Result<MemberLine, Fault> {
    let id = row.card.id;
    Ok(MemberLine {
        card: row.card.card()?,
        email: row.email,
        roles: roles.iter().filter(|(of, _)| *of == id).map(|(_, role)| *role).collect(),
        created_at: row.created_at,
        confirmed_at: row.confirmed_at,
        suspended_until: row.suspended_until.filter(|until| *until > now),
        seen_at: row.seen_at,
        approved_posts: row.approved_posts,
        note: row.note,
    })
}

/// One member as administrators see him.
///
/// # Errors
/// [`Fault::Forbidden`] for others, [`Fault::NotFound`].
pub async fn member(db: &impl Reads, actor: &Actor, member: MemberId) -> Result<MemberLine, Fault> {
    actor.may(Action::Administer)?;
    let sql = format!("SELECT {CARD}, {LINE} FROM members m WHERE m.state = 'active' AND m.id = ?");
    let found: Vec<LineRow> = rows(db, &sql, vec![member.into()]).await?;
    let page = lines(db, Page { items: found, next: None }).await?;
    page.items.into_iter().next().ok_or(Fault::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::FOREVER;
    use crate::roles::By;
    use crate::testing::World;
    use stoa_kernel::RoleKind;

    #[tokio::test]
    async fn cards_come_in_one_statement_and_hide_who_has_not_confirmed() {
        let world = World::new().await;
        let (ada, mo) = (world.member("ada").await, world.member("mo").await);
        world.join("kit", "correct horse").await;
        let kit = world.id_of("kit").await;
        world.give(By::Operator, mo, RoleKind::Moderator).await.unwrap();
        let before = world.db.statements();
        let cards = cards(&world.db, &[ada, mo, kit, ada]).await.unwrap();
        assert_eq!(world.db.statements() - before, 1);
        assert_eq!(cards.len(), 2);
        assert!(cards[&mo].moderator && !cards[&ada].moderator);
        assert_eq!(cards[&ada].name, "ada");
        assert!(person(&world.db, &Actor::guest(), kit).await.unwrap().is_none());
        assert!(actor(&world.db, kit).await.unwrap().is_none());
        assert!(person(&world.db, &Actor::guest(), ada).await.unwrap().is_some());
        assert!(!contact(&world.db, kit).await.unwrap().unwrap().confirmed);
    }

    #[tokio::test]
    async fn handles_are_found_in_any_case() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        world.join("kit", "correct horse").await;
        let asked = ["ADA".to_owned(), "kit".to_owned(), "nobody".to_owned()];
        let found = by_handles(&world.db, &asked).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found["ADA"], (ada, "ada".to_owned()));
    }

    #[tokio::test]
    async fn administrators_search_and_page_and_others_do_not() {
        let world = World::new().await;
        let boss = world.administrator("boss").await;
        for name in ["Ilze Ozola", "Łucja Nowak", "A_b Cd", "Axb Cd"] {
            world.member(name).await;
        }
        let actor = world.actor(boss).await;
        let search = async |text: &str| {
            let page = members(&world.db, &actor, text, Shown::Everybody, Limit::PAGE, None).await;
            page.unwrap().items.into_iter().map(|line| line.card.name).collect::<Vec<_>>()
        };
        assert_eq!(search("OZOL").await, ["Ilze Ozola"]);
        assert_eq!(search("łucja").await, ["Łucja Nowak"]);
        assert_eq!(search("lze ozola").await, Vec::<String>::new(), "only beginnings of words");
        assert_eq!(search("ozola@city").await, ["Ilze Ozola"]);
        assert_eq!(search("a_b").await, ["A_b Cd"], "signs of LIKE are taken as letters");
        assert_eq!(search("%").await, Vec::<String>::new());
        let two = Limit::parse(Some(2)).unwrap();
        let mut seen = Vec::new();
        let mut cursor: Option<String> = None;
        loop {
            let page = members(&world.db, &actor, "", Shown::Everybody, two, cursor.as_deref());
            let page = page.await.unwrap();
            seen.extend(page.items.iter().map(|line| line.card.id));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 5);
        let ada = world.member("ada").await;
        let plain = world.actor(ada).await;
        let refused = members(&world.db, &plain, "", Shown::Everybody, two, None).await;
        assert!(matches!(refused, Err(Fault::Forbidden("core-refused-role"))));
        assert!(matches!(member(&world.db, &plain, boss).await, Err(Fault::Forbidden(_))));
    }

    #[tokio::test]
    async fn the_list_shows_who_is_asked_for() {
        let world = World::new().await;
        let boss = world.administrator("boss").await;
        let ada = world.member("ada").await;
        world.join("kit", "correct horse").await;
        world.suspend(By::Operator, ada, Some(FOREVER)).await.unwrap();
        let actor = world.actor(boss).await;
        let list = async |shown| {
            let page = members(&world.db, &actor, "", shown, Limit::PAGE, None).await.unwrap();
            page.items.into_iter().map(|line| line.card.name).collect::<Vec<_>>()
        };
        assert_eq!(list(Shown::WithRoles).await, ["boss"]);
        assert_eq!(list(Shown::Suspended).await, ["ada"]);
        assert_eq!(list(Shown::Unconfirmed).await, ["kit"]);
        assert_eq!(member(&world.db, &actor, ada).await.unwrap().suspended_until, Some(FOREVER));
    }

    #[tokio::test]
    async fn moderators_of_a_space_are_its_own_and_those_of_all() {
        let world = World::new().await;
        let here = SpaceId::from_uuid(sea_orm::prelude::Uuid::from_u128(1));
        let there = SpaceId::from_uuid(sea_orm::prelude::Uuid::from_u128(2));
        let (all, local) = (world.member("all").await, world.member("local").await);
        let boss = world.administrator("boss").await;
        world.give(By::Operator, all, RoleKind::Moderator).await.unwrap();
        world.give_in(local, RoleKind::Moderator, here).await;
        let mut both = vec![all, local, boss];
        both.sort_unstable();
        assert_eq!(moderators_of(&world.db, here).await.unwrap(), both);
        assert!(!moderators_of(&world.db, there).await.unwrap().contains(&local));
        world.suspend(By::Operator, all, Some(FOREVER)).await.unwrap();
        assert_eq!(moderators_of(&world.db, there).await.unwrap(), [boss]);
    }
}
