//! A small world for the tests of verbs and views: an empty database with the
//! schema, a clock that stands, people.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;
use stoa_kernel::ids::{CityId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{
    Actor, Clock, Db, DbSettings, Entropy, Fault, Reads, Role, RoleKind, Screened, Subscriptions,
    Time, Tx,
};
use stoa_policy::{HoldReason, Standing};

use crate::model::{Direction, NewReply, NewThread, Opened, Prepared, Replied, ThreadKind, Title};
use crate::{posts, spaces, threads};

static WORLDS: AtomicU64 = AtomicU64::new(0);
const BEGINNING: i64 = 1_700_000_000_000_000;

pub(crate) struct World {
    pub(crate) db: Db,
    pub(crate) space: SpaceId,
    clock: Clock,
    file: Option<PathBuf>,
}

impl Drop for World {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            if let Some(file) = &self.file {
                let _ = std::fs::remove_file(format!("{}{end}", file.display()));
            }
        }
    }
}

pub(crate) fn text(words: &str) -> Prepared {
    Prepared {
        markdown: words.to_owned(),
        html: format!("<p>{words}</p>"),
        plain: words.to_owned(),
        language: "en".to_owned(),
        renderer: 1,
        ..Prepared::default()
    }
}

pub(crate) fn passed() -> Screened {
    Screened::by_submissions(None)
}

pub(crate) fn stopped() -> Screened {
    Screened::by_submissions(Some(HoldReason::Newcomer))
}

impl World {
    /// SQLite in a file of its own, or, when `STOA_TEST_POSTGRES_URL` is set,
    /// a schema of its own there.
    pub(crate) async fn new() -> Self {
        let number = WORLDS.fetch_add(1, Ordering::Relaxed);
        let name = format!("stoa_threads_{}_{number}", std::process::id());
        let clock = Clock::fixed(Time(BEGINNING));
        let (url, file) = match std::env::var_os("STOA_TEST_POSTGRES_URL") {
            Some(base) => (own_schema(base.to_str().unwrap(), &name, &clock).await, None),
            None => {
                let file = std::env::temp_dir().join(format!("{name}.db"));
                (format!("sqlite://{}", file.display()), Some(file))
            }
        };
        let db = connect(url, clock.clone()).await;
        stoa_migrations::Migrator::up(db.for_migrations(), None).await.unwrap();
        db.write(async |tx: &mut Tx| spaces::seed(tx, false).await).await.unwrap();
        let space = spaces::id_of(&db, "questions").await.unwrap().unwrap();
        Self { db, space, clock, file }
    }

    pub(crate) fn pass(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        self.file.is_some()
    }

    pub(crate) async fn run(&self, sql: &str) {
        let sql = sql.to_owned();
        self.db.write(async |tx: &mut Tx| tx.run(&sql, vec![]).await).await.unwrap();
    }

    pub(crate) async fn member(&self, handle: &str) -> Actor {
        self.person(handle, Standing::Member, &[]).await
    }

    pub(crate) async fn moderator(&self, handle: &str) -> Actor {
        self.person(handle, Standing::Member, &[(RoleKind::Moderator, Some(self.space))]).await
    }

    pub(crate) async fn person(
        &self,
        handle: &str,
        standing: Standing,
        roles: &[(RoleKind, Option<SpaceId>)],
    ) -> Actor {
        let add = async |tx: &mut Tx| -> Result<MemberId, Fault> {
            let id: MemberId = tx.new_id();
            let sql = "INSERT INTO members (id, email, email_key, handle, handle_key, \
                display_name, locale, languages, time_zone, audience, tie, bio, state, \
                approved_posts, keys_enabled, theme, created_at, rights_version, version) \
                VALUES (?, ?, ?, ?, ?, 'N', 'en', '[]', 'UTC', 'other', 'across', '', 'active', \
                2, FALSE, 'auto', 0, 1, 1)";
            let name = || sea_orm::Value::from(handle.to_owned());
            tx.run(sql, vec![id.into(), name(), name(), name(), name()]).await?;
            Ok(id)
        };
        let id = self.db.write(add).await.unwrap();
        let roles = roles.iter().map(|(kind, space)| Role { kind: *kind, space: *space });
        Actor::member(id, standing, roles.collect())
    }

    pub(crate) fn city(&self) -> CityId {
        CityId::from_uuid(self.db.entropy().id(self.db.now()))
    }

    pub(crate) fn new_thread(&self, title: &str) -> NewThread {
        NewThread {
            space: self.space,
            kind: ThreadKind::Question,
            title: Title::parse(title).unwrap(),
            language: "en".to_owned(),
            themes: vec!["energy".to_owned()],
            city: None,
            direction: Direction::Neither,
            body: text(&format!("about {title}")),
        }
    }

    pub(crate) async fn open_as(
        &self,
        actor: &Actor,
        screened: Screened,
        new: &NewThread,
    ) -> (ThreadId, PostId) {
        self.pass(60);
        let open = async |tx: &mut Tx| threads::open(tx, actor, screened, new).await;
        match self.db.write(open).await.unwrap() {
            Opened::Published { thread, post } | Opened::Held { thread, post, .. } => {
                (thread, post)
            }
        }
    }

    pub(crate) async fn open(&self, actor: &Actor, title: &str) -> (ThreadId, PostId) {
        self.open_as(actor, passed(), &self.new_thread(title)).await
    }

    pub(crate) async fn replied(
        &self,
        actor: &Actor,
        screened: Screened,
        thread: ThreadId,
        words: &str,
    ) -> Result<Replied, Fault> {
        let new = NewReply { thread, reply_to: None, city: None, body: text(words) };
        let reply = async |tx: &mut Tx| posts::reply(tx, actor, screened, &new).await;
        self.db.write(reply).await
    }

    pub(crate) async fn reply(&self, actor: &Actor, thread: ThreadId, words: &str) -> PostId {
        self.pass(60);
        post_of(self.replied(actor, passed(), thread, words).await.unwrap())
    }

    pub(crate) async fn held(&self, actor: &Actor, thread: ThreadId, words: &str) -> PostId {
        self.pass(60);
        post_of(self.replied(actor, stopped(), thread, words).await.unwrap())
    }

    pub(crate) async fn publish(&self, post: PostId) -> crate::Published {
        self.pass(60);
        self.db.write(async |tx: &mut Tx| posts::publish(tx, post).await).await.unwrap()
    }

    /// What was announced in a thread's stream: number and kind.
    pub(crate) async fn stream(&self, thread: ThreadId) -> Vec<(i64, String)> {
        let sql = "SELECT seq, kind FROM events WHERE topic = ? ORDER BY seq";
        let topic = format!("thread:{thread}");
        let conn = self.db.conn();
        let statement =
            stoa_kernel::db::statement(conn.get_database_backend(), sql, vec![topic.into()]);
        let rows = conn.query_all_raw(statement).await.unwrap();
        rows.iter()
            .map(|row| (row.try_get("", "seq").unwrap(), row.try_get("", "kind").unwrap()))
            .collect()
    }
}

pub(crate) fn post_of(replied: Replied) -> PostId {
    match replied {
        Replied::Published { post, .. } | Replied::Held { post, .. } => post,
    }
}

async fn connect(url: String, clock: Clock) -> Db {
    let settings =
        DbSettings { url, connections: 4, durable: false, patience: Duration::from_secs(20) };
    Db::open(&settings, clock, Entropy::system(), Subscriptions::default()).await.unwrap()
}

async fn own_schema(base: &str, name: &str, clock: &Clock) -> String {
    let db = connect(base.to_owned(), clock.clone()).await;
    let sql = format!("CREATE SCHEMA {name}");
    db.for_migrations().execute_unprepared(&sql).await.unwrap();
    let joint = if base.contains('?') { '&' } else { '?' };
    format!("{base}{joint}options=-csearch_path%3D{name}")
}
