//! A community in a database of its own for each test: a SQLite file, or a
//! schema of the PostgreSQL that `STOA_TEST_POSTGRES_URL` names.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;
use stoa_accounts::roles::{By, give_role};
use stoa_accounts::{
    Audience, DisplayName, EmailAddress, LanguageTag, Languages, NewMember, Note, Tie, Zone,
    members, views,
};
use stoa_kernel::ids::{LetterId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{
    Actor, Clock, Db, DbSettings, Entropy, Fault, Limit, RoleKind, Screened, Subscriptions, Time,
    Tx, jobs,
};
use stoa_threads::model::{
    Direction, NewReply, NewThread, Opened, Prepared, Replied, ThreadKind, Title,
};
use stoa_threads::views::posts_by_ids;
use stoa_threads::{Level, posts, spaces, subscriptions, threads};

use crate::letters::{self, Pace, Taken};
use crate::model::{Notice, Sealed, Why};
use crate::notices::{self, Concerned};
use crate::preferences;

/// 2026-11-20, a Friday, at 12:00 UTC.
pub(crate) const START: Time = Time(1_795_176_000_000_000);
pub(crate) const DAY: Duration = Duration::from_secs(86_400);
pub(crate) const LEASE: Duration = Duration::from_secs(100);
pub(crate) const AT_ONCE: Pace = Pace { bundle: Duration::ZERO, a_day: None };

/// Removes the database's folder with its last user.
struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) db: Db,
    pub(crate) space: SpaceId,
    _folder: Arc<Folder>,
}

impl World {
    pub(crate) async fn new() -> Self {
        let entropy = Entropy::system();
        let name = format!("stoa_digests_{}", stoa_kernel::secret::hex(&entropy.bytes::<8>()));
        let folder = std::env::temp_dir().join(&name);
        std::fs::create_dir(&folder).unwrap();
        let url = match std::env::var_os("STOA_TEST_POSTGRES_URL") {
            Some(server) => schema(server.to_str().unwrap(), &name).await,
            None => format!("sqlite://{}/test.db", folder.display()),
        };
        let db = open(&url).await;
        stoa_migrations::Migrator::up(db.for_migrations(), None).await.unwrap();
        db.write(async |tx: &mut Tx| spaces::seed(tx, false).await).await.unwrap();
        let all = stoa_threads::views::spaces(&db, &Actor::guest()).await.unwrap();
        Self { db, space: all[0].id, _folder: Arc::new(Folder(folder)) }
    }

    pub(crate) fn wait(&self, span: Duration) {
        self.db.clock().advance(span);
    }

    pub(crate) async fn run(&self, sql: &str) {
        let sql = sql.to_owned();
        self.db.write(async |tx: &mut Tx| tx.run(&sql, vec![]).await).await.unwrap();
    }

    /// A confirmed member who gets digests in this zone.
    pub(crate) async fn member_in(&self, name: &str, zone: &str) -> MemberId {
        let new = NewMember {
            email: EmailAddress::parse(&format!("{name}@city.example")).unwrap(),
            name: DisplayName::parse(name).unwrap(),
            password: None,
            locale: LanguageTag::parse("en").unwrap(),
            languages: Languages::parse(&["en"]).unwrap(),
            time_zone: Zone::parse(zone).unwrap(),
            audience: Audience::Practitioner,
            tie: Tie::Across,
            city: None,
            wish: None,
            note: Note::default(),
        };
        let zone = crate::calendar::zone(zone);
        self.db
            .write(async |tx: &mut Tx| {
                let member = members::add(tx, &new).await?;
                members::count_approval(tx, member).await?;
                members::count_approval(tx, member).await?;
                preferences::enrol(tx, member, &zone).await?;
                Ok(member)
            })
            .await
            .unwrap()
    }

    pub(crate) async fn member(&self, name: &str) -> MemberId {
        self.member_in(name, "UTC").await
    }

    pub(crate) async fn actor(&self, member: MemberId) -> Actor {
        views::actor(&self.db, member).await.unwrap().unwrap()
    }

    pub(crate) async fn open(&self, author: MemberId, title: &str) -> (ThreadId, PostId) {
        self.open_of(author, title, ThreadKind::Question).await
    }

    pub(crate) async fn open_of(
        &self,
        author: MemberId,
        title: &str,
        kind: ThreadKind,
    ) -> (ThreadId, PostId) {
        self.wait(Duration::from_secs(60));
        let actor = self.actor(author).await;
        let new = NewThread {
            space: self.space,
            kind,
            title: Title::parse(title).unwrap(),
            language: "en".to_owned(),
            themes: Vec::new(),
            city: None,
            direction: Direction::Neither,
            body: text(title),
        };
        let open = async |tx: &mut Tx| threads::open(tx, &actor, passed(), &new).await;
        match self.db.write(open).await.unwrap() {
            Opened::Published { thread, post } | Opened::Held { thread, post, .. } => {
                (thread, post)
            }
        }
    }

    pub(crate) async fn reply(
        &self,
        author: MemberId,
        thread: ThreadId,
        reply_to: Option<PostId>,
    ) -> PostId {
        self.wait(Duration::from_secs(60));
        let actor = self.actor(author).await;
        let new = NewReply { thread, reply_to, city: None, body: text("a reply") };
        let reply = async |tx: &mut Tx| posts::reply(tx, &actor, passed(), &new).await;
        match self.db.write(reply).await.unwrap() {
            Replied::Published { post, .. } | Replied::Held { post, .. } => post,
        }
    }

    pub(crate) async fn follow(
        &self,
        member: MemberId,
        target: subscriptions::Target,
        level: Level,
    ) {
        let actor = self.actor(member).await;
        let set = async |tx: &mut Tx| subscriptions::set(tx, &actor, target, level).await;
        self.db.write(set).await.unwrap();
    }

    pub(crate) async fn concerned(&self, author: MemberId, post: PostId) -> Concerned {
        let actor = self.actor(author).await;
        let card = posts_by_ids(&self.db, &actor, &[post]).await.unwrap().remove(0);
        let by = card.post.author.expect("an author");
        Concerned { card, named: Vec::new(), quoted: Vec::new(), edited: false, by }
    }

    /// Who is told of a post, with why, the strongest reason first.
    pub(crate) async fn whom(&self, concerned: &Concerned) -> Vec<(MemberId, Why)> {
        let mut told = notices::whom(&self.db, concerned).await.unwrap();
        told.sort_by_key(|one| one.why);
        told.into_iter().map(|one| (one.member, one.why)).collect()
    }

    pub(crate) async fn let_in(&self, member: MemberId) {
        let (kind, space) = (RoleKind::Participant, Some(self.space));
        let give = async |tx: &mut Tx| give_role(tx, By::Operator, member, kind, space).await;
        self.db.write(give).await.unwrap();
    }

    pub(crate) async fn tell(&self, concerned: &Concerned, pace: &Pace) {
        let told = notices::whom(&self.db, concerned).await.unwrap();
        let tell = async |tx: &mut Tx| notices::tell(tx, concerned, &told, pace).await;
        self.db.write(tell).await.unwrap();
    }

    /// Replies, and tells whom it concerns.
    pub(crate) async fn reply_told(
        &self,
        author: MemberId,
        thread: ThreadId,
        pace: &Pace,
    ) -> PostId {
        let post = self.reply(author, thread, None).await;
        self.tell(&self.concerned(author, post).await, pace).await;
        post
    }

    pub(crate) async fn inbox(&self, member: MemberId) -> Vec<Notice> {
        let actor = self.actor(member).await;
        notices::inbox(&self.db, &actor, Limit::PAGE, None).await.unwrap().items
    }

    /// How many notices the header counts.
    pub(crate) async fn unread(&self, member: MemberId) -> u64 {
        let actor = self.actor(member).await;
        notices::unread(&self.db, &actor).await.unwrap()
    }

    /// Kind and state of a member's letters, oldest first.
    pub(crate) async fn letters(&self, member: MemberId) -> Vec<(String, String)> {
        let mut lines = letters::of(&self.db, member, 100).await.unwrap();
        lines.reverse();
        lines.into_iter().map(|line| (line.kind, line.state)).collect()
    }

    pub(crate) async fn letter_ids(&self, member: MemberId) -> Vec<LetterId> {
        let lines = letters::of(&self.db, member, 100).await.unwrap();
        lines.into_iter().rev().map(|line| line.id).collect()
    }

    pub(crate) async fn seal(&self, id: LetterId) -> Taken {
        self.db.write(async |tx: &mut Tx| letters::seal(tx, id, LEASE).await).await.unwrap()
    }

    pub(crate) async fn sealed(&self, id: LetterId) -> Sealed {
        match self.seal(id).await {
            Taken::Mine(letter) => *letter,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) async fn mark_sent(&self, id: LetterId) {
        self.db.write(async |tx: &mut Tx| letters::sent(tx, id).await).await.unwrap();
    }

    /// Jobs that are due now, by kind.
    pub(crate) async fn due_jobs(&self) -> Vec<String> {
        let lease = Duration::from_secs(1);
        let claimed = jobs::claim(&self.db, jobs::Lane::All, 1000, lease).await.unwrap();
        self.wait(lease + lease);
        claimed.into_iter().map(|job| job.kind).collect()
    }
}

fn text(words: &str) -> Prepared {
    Prepared {
        markdown: words.to_owned(),
        html: format!("<p>{words}</p>"),
        plain: words.to_owned(),
        language: "en".to_owned(),
        renderer: 1,
        ..Prepared::default()
    }
}

fn passed() -> Screened {
    Screened::by_submissions(None)
}

async fn open(url: &str) -> Db {
    let settings = DbSettings {
        url: url.to_owned(),
        connections: 4,
        durable: false,
        patience: Duration::from_secs(20),
    };
    let clock = Clock::fixed(START);
    let db = Db::open(&settings, clock, Entropy::system(), Subscriptions::default()).await;
    db.unwrap_or_else(|fault: Fault| panic!("{fault}"))
}

async fn schema(server: &str, name: &str) -> String {
    let db = open(server).await;
    let sql = format!("CREATE SCHEMA {name}");
    db.for_migrations().execute_unprepared(&sql).await.unwrap();
    let joint = if server.contains('?') { '&' } else { '?' };
    format!("{server}{joint}options=-csearch_path%3D{name}")
}
