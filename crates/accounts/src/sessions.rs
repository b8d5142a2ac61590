//! Signed-in browsers and clients.

use std::collections::HashSet;
use std::time::Duration;

use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use stoa_kernel::ids::{CityId, MemberId, SessionId};
use stoa_kernel::{Actor, Announcement, Fault, Reads, Time, Tx, secret};

use crate::model::{Audience, Theme, Tie};
use crate::passwords::Proven;
use crate::standing::standing;
use crate::store::sessions::{ActiveModel, Column, Entity, SignedRow};
use crate::store::{self, damaged};

pub(crate) const IDLE: Duration = Duration::from_secs(30 * 24 * 3600);
const LONGEST: Duration = Duration::from_secs(180 * 24 * 3600);
/// Last visits are written at most so often.
const TOUCHED: Duration = Duration::from_secs(3600);
/// For so long after signing in somebody may take along or erase what is kept of him.
pub const FRESH: Duration = Duration::from_secs(3600);
const LONGEST_AGENT: usize = 200;

/// The member who looks at a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// Who.
    pub id: MemberId,
    /// The name used in mentions, without `@`.
    pub handle: String,
    /// The display name.
    pub name: String,
    /// Language of pages, BCP 47.
    pub locale: String,
    /// IANA zone.
    pub time_zone: String,
    /// Languages read and written, BCP 47.
    pub languages: Vec<String>,
    /// For whom.
    pub audience: Audience,
    /// Which place.
    pub city: Option<CityId>,
    /// How tied to it.
    pub tie: Tie,
    /// In which light.
    pub theme: Theme,
    /// Whether single letters act as keys.
    pub keys_enabled: bool,
    /// Whether texts in other languages are shown translated, where they are.
    pub translated: bool,
    /// Last visit before this one, to the hour.
    pub seen_at: Option<Time>,
    /// Raised by each change of rights.
    pub rights_version: i64,
    /// Silenced until then; `None` when not silenced now.
    pub suspended_until: Option<Time>,
}

/// A session that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Which.
    pub session: SessionId,
    /// Who acts.
    pub actor: Actor,
    /// Who looks.
    pub me: Me,
    /// The last visit is to be written: call [`touch`].
    pub due: bool,
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// The browser's or client's own description.
    pub agent: String,
    /// The network part of the address.
    pub address_prefix: String,
    /// Since when.
    pub created_at: Time,
    /// Last visit, to the hour.
    pub seen_at: Time,
    /// When it ends, if visited.
    pub expires_at: Time,
}

/// Opens a session and gives its token, which is kept nowhere. `agent` is the browser's own
/// description, `address_prefix` the network part of its address. Only for somebody whose identity
/// was just proven by a link; a password goes through [`sign_in`].
///
/// # Errors
/// [`Fault::NotFound`] when the account is not confirmed or no longer in use.
pub async fn open(
    tx: &mut Tx,
    member: MemberId,
    agent: &str,
    address_prefix: &str,
) -> Result<(SessionId, String), Fault> {
    let row = store::members::by_id(tx, member).await?.ok_or(Fault::NotFound)?;
    if row.confirmed_at.is_none() || row.state != store::members::ACTIVE {
        return Err(Fault::NotFound);
    }
    let token = secret::token(&tx.bytes::<32>());
    let id: SessionId = tx.new_id();
    let fresh = ActiveModel {
        id: Set(id),
        member_id: Set(member),
        token_hash: Set(secret::hash(&token)),
        agent: Set(stoa_kernel::text::line(agent).chars().take(LONGEST_AGENT).collect()),
        address_prefix: Set(address_prefix.to_owned()),
        created_at: Set(tx.now()),
        seen_at: Set(tx.now()),
        expires_at: Set(tx.now().plus(LONGEST)),
    };
    fresh.insert(&tx.conn()).await?;
    Ok((id, token))
}

/// Opens a session for a password that was just verified; `None` when it was changed meanwhile.
///
/// # Errors
/// As [`open`].
pub async fn sign_in(
    tx: &mut Tx,
    proven: &Proven,
    agent: &str,
    address_prefix: &str,
) -> Result<Option<(SessionId, String)>, Fault> {
    let now = store::members::secret_by_id(tx, proven.member).await?;
    if now.is_none_or(|(_, hash)| hash != proven.hash) {
        return Ok(None);
    }
    open(tx, proven.member, agent, address_prefix).await.map(Some)
}

/// Who holds this token, in two statements; `None` for a token that is not known or has ended.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn find(db: &impl Reads, token: &str) -> Result<Option<Signed>, Fault> {
    let idle = db.now().minus(IDLE);
    let Some(row) = store::sessions::signed(db, &secret::hash(token), idle).await? else {
        return Ok(None);
    };
    let roles = store::roles::of(db, row.id).await?;
    let now = db.now();
    let standing = standing(row.suspended_until, row.approved_posts, &roles, now);
    let due = now.since(row.session_seen_at) >= TOUCHED;
    let actor = Actor::member(row.id, standing, roles);
    Ok(Some(Signed { session: row.session, actor, me: me(row, now)?, due }))
}

fn me(row: SignedRow, now: Time) -> Result<Me, Fault> {
    Ok(Me {
        id: row.id,
        handle: row.handle,
        name: row.display_name,
        locale: row.locale,
        time_zone: row.time_zone,
        languages: store::members::languages(&row.languages)?,
        audience: Audience::parse(&row.audience)
            .ok_or_else(|| damaged("audience", &row.audience))?,
        city: row.city_id,
        tie: Tie::parse(&row.tie).ok_or_else(|| damaged("tie", &row.tie))?,
        theme: Theme::parse(&row.theme).ok_or_else(|| damaged("theme", &row.theme))?,
        keys_enabled: row.keys_enabled,
        translated: row.translated,
        seen_at: row.seen_at,
        rights_version: row.rights_version,
        suspended_until: row.suspended_until.filter(|until| *until > now),
    })
}

/// A member for whom the program acts without a session, at a moment that he chose; `None` for who
/// is not there any more.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn without(db: &impl Reads, member: MemberId) -> Result<Option<(Actor, Me)>, Fault> {
    let Some(actor) = crate::views::actor(db, member).await? else { return Ok(None) };
    let Some(row) = store::members::by_id(db, member).await? else { return Ok(None) };
    let me = Me {
        id: row.id,
        languages: store::members::languages(&row.languages)?,
        audience: row.audience()?,
        city: row.city_id,
        tie: row.tie()?,
        theme: Theme::parse(&row.theme).ok_or_else(|| damaged("theme", &row.theme))?,
        handle: row.handle,
        name: row.display_name,
        locale: row.locale,
        time_zone: row.time_zone,
        keys_enabled: row.keys_enabled,
        translated: row.translated,
        seen_at: row.seen_at,
        rights_version: row.rights_version,
        suspended_until: row.suspended_until.filter(|until| *until > db.now()),
    };
    Ok(Some((actor, me)))
}

/// Writes the visit of that instant, at most once an hour however many ask. It
/// is noted when it was, however late it is written.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn touch(tx: &mut Tx, session: SessionId, at: Time) -> Result<(), Fault> {
    let sql = "UPDATE sessions SET seen_at = ? WHERE id = ? AND seen_at <= ?";
    let values = vec![at.into(), session.into(), at.minus(TOUCHED).into()];
    if tx.run(sql, values).await?.rows_affected() == 0 {
        return Ok(());
    }
    let sql = "UPDATE members SET seen_at = ? WHERE id = \
               (SELECT member_id FROM sessions WHERE id = ?)";
    tx.run(sql, vec![at.into(), session.into()]).await.map(|_| ())
}

/// The own sessions that have not ended, newest visit first.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest.
pub async fn list(db: &impl Reads, actor: &Actor) -> Result<Vec<Session>, Fault> {
    let member = actor.signed_in()?;
    let alive = Entity::find()
        .filter(Column::MemberId.eq(member))
        .filter(Column::ExpiresAt.gt(db.now()))
        .filter(Column::SeenAt.gt(db.now().minus(IDLE)))
        .order_by_desc(Column::SeenAt)
        .order_by_desc(Column::Id);
    let rows = alive.all(&db.conn()).await?;
    Ok(rows
        .into_iter()
        .map(|row| Session {
            id: row.id,
            agent: row.agent,
            address_prefix: row.address_prefix,
            created_at: row.created_at,
            seen_at: row.seen_at,
            expires_at: row.expires_at.min(row.seen_at.plus(IDLE)),
        })
        .collect())
}

/// Refuses a session that was opened more than an hour ago: a device left open somewhere takes
/// nobody's archive along and erases nobody.
///
/// # Errors
/// [`Fault::Forbidden`] with `accounts-sign-in-anew`, also for no session.
pub async fn must_be_fresh(db: &impl Reads, session: Option<SessionId>) -> Result<(), Fault> {
    let id = session.ok_or(Fault::Forbidden("core-refused-sign-in"))?;
    let opened = Entity::find_by_id(id).one(&db.conn()).await?.map(|row| row.created_at);
    match opened {
        Some(at) if db.now().since(at) <= FRESH => Ok(()),
        _ => Err(Fault::Forbidden("accounts-sign-in-anew")),
    }
}

/// Which of these sessions have not been ended.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn alive(db: &impl Reads, sessions: &[SessionId]) -> Result<HashSet<SessionId>, Fault> {
    let mut found = HashSet::new();
    for some in sessions.chunks(store::CHUNK) {
        let ids = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::Id.is_in(some.iter().copied()))
            .into_tuple::<SessionId>();
        found.extend(ids.all(&db.conn()).await?);
    }
    Ok(found)
}

/// Ends one of the own sessions, its sockets included.
///
/// # Errors
/// [`Fault::NotFound`] for a session of nobody or of somebody else.
pub async fn end(tx: &mut Tx, actor: &Actor, session: SessionId) -> Result<(), Fault> {
    let member = actor.signed_in()?;
    let own = Entity::delete_many().filter(Column::Id.eq(session));
    let done = own.filter(Column::MemberId.eq(member)).exec(&tx.conn()).await?;
    if done.rows_affected == 0 {
        return Err(Fault::NotFound);
    }
    tell(tx, member);
    Ok(())
}

/// Ends all sessions of a member but one, and says how many ended.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn end_all(tx: &mut Tx, member: MemberId, but: Option<SessionId>) -> Result<u64, Fault> {
    let all = Entity::delete_many().filter(Column::MemberId.eq(member));
    let others = match but {
        Some(session) => all.filter(Column::Id.ne(session)),
        None => all,
    };
    let ended = others.exec(&tx.conn()).await?.rows_affected;
    if ended > 0 {
        tell(tx, member);
    }
    Ok(ended)
}

/// Ends all own sessions but the one in use, and says how many ended.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest.
pub async fn end_others(tx: &mut Tx, actor: &Actor, but: Option<SessionId>) -> Result<u64, Fault> {
    let member = actor.signed_in()?;
    end_all(tx, member, but).await
}

/// Sockets of an ended session ask who they are again, and close.
fn tell(tx: &mut Tx, member: MemberId) {
    let now = tx.now();
    tx.announce(Announcement::rights(serde_json::json!({ "member": member }), now));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use stoa_policy::Standing;

    const DAY: Duration = Duration::from_secs(24 * 3600);

    #[tokio::test]
    async fn a_session_is_found_in_two_statements_and_by_its_token_alone() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let (session, token) = world.open(ada).await;
        let before = world.db.statements();
        let signed = find(&world.db, &token).await.unwrap().unwrap();
        assert_eq!(world.db.statements() - before, 2);
        assert_eq!((signed.session, signed.me.id, signed.me.name.as_str()), (session, ada, "ada"));
        assert!(signed.actor.is(ada) && signed.actor.standing() == Standing::Newcomer);
        assert!(!signed.due);
        assert!(find(&world.db, &secret::hash(&token)).await.unwrap().is_none());
        assert!(find(&world.db, "").await.unwrap().is_none());
    }

    #[tokio::test]
    async fn sessions_end_when_idle_and_at_the_longest() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let (_, idle) = world.open(ada).await;
        world.advance(30 * DAY);
        assert!(find(&world.db, &idle).await.unwrap().is_none());
        let (session, used) = world.open(ada).await;
        for _ in 0..7 {
            world.advance(25 * DAY);
            assert!(find(&world.db, &used).await.unwrap().unwrap().due);
            world.touch(session).await;
            assert!(!find(&world.db, &used).await.unwrap().unwrap().due);
        }
        world.advance(5 * DAY);
        assert!(find(&world.db, &used).await.unwrap().is_none(), "180 days have passed");
    }

    #[tokio::test]
    async fn visits_are_written_at_most_once_an_hour() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let (session, token) = world.open(ada).await;
        world.advance(Duration::from_secs(3599));
        world.touch(session).await;
        assert_eq!(find(&world.db, &token).await.unwrap().unwrap().me.seen_at, None);
        world.advance(Duration::from_secs(1));
        world.touch(session).await;
        let seen = find(&world.db, &token).await.unwrap().unwrap().me.seen_at;
        assert_eq!(seen, Some(world.db.now()));
    }

    #[tokio::test]
    async fn one_ends_only_the_own_sessions() {
        let world = World::new().await;
        let (ada, eve) = (world.member("ada").await, world.member("eve").await);
        let (session, token) = world.open(ada).await;
        let (_, others) = world.open(eve).await;
        let (ada, eve) = (world.actor(ada).await, world.actor(eve).await);
        assert!(matches!(world.end(&eve, session).await, Err(Fault::NotFound)));
        assert_eq!(list(&world.db, &ada).await.unwrap().len(), 1);
        world.end(&ada, session).await.unwrap();
        assert!(find(&world.db, &token).await.unwrap().is_none());
        assert!(find(&world.db, &others).await.unwrap().is_some());
        assert!(matches!(world.end(&ada, session).await, Err(Fault::NotFound)));
        assert!(matches!(list(&world.db, &Actor::guest()).await, Err(Fault::Forbidden(_))));
    }

    #[tokio::test]
    async fn all_others_end_and_sockets_are_told() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let (here, token) = world.open(ada).await;
        let (_, there) = world.open(ada).await;
        let actor = world.actor(ada).await;
        let mut heard = world.db.listen();
        let ended = world
            .db
            .write(async |tx: &mut Tx| end_others(tx, &actor, Some(here)).await)
            .await
            .unwrap();
        assert_eq!(ended, 1);
        assert!(find(&world.db, &token).await.unwrap().is_some());
        assert!(find(&world.db, &there).await.unwrap().is_none());
        assert_eq!(heard.recv().await.unwrap().topic, "rights");
    }

    #[tokio::test]
    async fn who_is_not_confirmed_gets_no_session() {
        let world = World::new().await;
        world.join("kit", "correct horse").await;
        assert!(!world.signs_in("kit", "correct horse").await);
        let kit = world.id_of("kit").await;
        let opened = world.db.write(async |tx: &mut Tx| open(tx, kit, "", "").await);
        assert!(matches!(opened.await, Err(Fault::NotFound)));
    }

    #[tokio::test]
    async fn a_password_proven_before_it_was_changed_opens_nothing() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let proven = world.prove("ada", World::PASSWORD).await.unwrap();
        world.run("UPDATE members SET password_hash = 'other'").await;
        let opened = world.db.write(async |tx: &mut Tx| sign_in(tx, &proven, "", "").await).await;
        assert_eq!(opened.unwrap(), None);
        assert_eq!(proven.member(), ada);
    }
}
