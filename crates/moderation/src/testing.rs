//! A community in a database of its own for each test: a SQLite file, or a
//! schema of the PostgreSQL that `STOA_TEST_DATABASE_URL` names.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;
use stoa_accounts::roles::{self, By};
use stoa_accounts::{
    Audience, DisplayName, EmailAddress, LanguageTag, Languages, NewMember, Note, Tie, Zone,
    members,
};
use stoa_exchange::events::CityClaimed;
use stoa_kernel::ids::{CaseId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{
    Actor, Clock, Db, DbSettings, Entropy, Fault, Limit, RoleKind, Subscriptions, Time, Tx, jobs,
};
use stoa_policy::Visibility;
use stoa_threads::events::{EditHeld, PostDeleted, PostHeld};
use stoa_threads::model::{
    Direction, Edit, Edited, NewReply, NewThread, Opened, Prepared, Replied, ThreadKind, Title,
};
use stoa_threads::{posts, spaces, views};

use crate::cases::{self, Decided, Undone};
use crate::events::{CaseChanged, CaseDecided, CaseOpened, DecisionUndone};
use crate::model::{Act, Settings, Verdict};
use crate::reasons::Reason;
use crate::submissions::{self, Rules};

/// 2026-03-02, a Monday, at 8:00 UTC.
pub(crate) const START: Time = Time(1_772_438_400_000_000);
pub(crate) const FREE: Rules = Rules::NONE;

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
    _folder: Arc<Folder>,
}

/// Events that this feature hears, and its own, which the tests look at.
fn subscriptions() -> Subscriptions {
    Subscriptions::default()
        .once::<PostHeld>("held")
        .once::<EditHeld>("edit")
        .once::<PostDeleted>("deleted")
        .once::<CityClaimed>("city")
        .once::<CaseOpened>("told.opened")
        .once::<CaseChanged>("told.changed")
        .once::<CaseDecided>("told.decided")
        .once::<DecisionUndone>("told.undone")
}

impl World {
    pub(crate) async fn new() -> Self {
        let entropy = Entropy::system();
        let name = format!("stoa_moderation_{}", stoa_kernel::secret::hex(&entropy.bytes::<8>()));
        let folder = std::env::temp_dir().join(&name);
        std::fs::create_dir(&folder).unwrap();
        let url = match std::env::var_os("STOA_TEST_DATABASE_URL") {
            Some(server) => schema(server.to_str().unwrap(), &name).await,
            None => format!("sqlite://{}/test.db", folder.display()),
        };
        let db = open(&url, subscriptions()).await;
        stoa_migrations::Migrator::up(db.for_migrations(), None).await.unwrap();
        db.write(async |tx: &mut Tx| spaces::seed(tx, false).await).await.unwrap();
        Self { db, _folder: Arc::new(Folder(folder)) }
    }

    pub(crate) fn wait(&self, span: Duration) {
        self.db.clock().advance(span);
    }

    /// The spaces of a new instance, in their order.
    pub(crate) async fn spaces(&self) -> Vec<SpaceId> {
        let found = views::spaces(&self.db, &Actor::guest()).await.unwrap();
        found.into_iter().map(|space| space.id).collect()
    }

    pub(crate) async fn space(&self) -> SpaceId {
        self.spaces().await[0]
    }

    pub(crate) async fn newcomer(&self, name: &str) -> MemberId {
        let new = NewMember {
            email: EmailAddress::parse(&format!("{name}@city.example")).unwrap(),
            name: DisplayName::parse(name).unwrap(),
            password: None,
            locale: LanguageTag::parse("en").unwrap(),
            languages: Languages::parse(&["en"]).unwrap(),
            time_zone: Zone::parse("UTC").unwrap(),
            audience: Audience::Practitioner,
            tie: Tie::Across,
            city: None,
            wish: None,
            note: Note::default(),
        };
        self.db.write(async |tx: &mut Tx| members::add(tx, &new).await).await.unwrap()
    }

    /// Somebody past the newcomers' hold.
    pub(crate) async fn member(&self, name: &str) -> MemberId {
        let member = self.newcomer(name).await;
        let count = async |tx: &mut Tx| {
            members::count_approval(tx, member).await?;
            members::count_approval(tx, member).await
        };
        self.db.write(count).await.unwrap();
        member
    }

    pub(crate) async fn with_role(
        &self,
        name: &str,
        kind: RoleKind,
        space: Option<SpaceId>,
    ) -> MemberId {
        let member = self.newcomer(name).await;
        let give =
            async |tx: &mut Tx| roles::give_role(tx, By::Operator, member, kind, space).await;
        self.db.write(give).await.unwrap();
        member
    }

    pub(crate) async fn moderator(&self, name: &str) -> MemberId {
        self.with_role(name, RoleKind::Moderator, None).await
    }

    pub(crate) async fn administrator(&self, name: &str) -> MemberId {
        self.with_role(name, RoleKind::Administrator, None).await
    }

    /// The member as he stands now.
    pub(crate) async fn actor(&self, member: MemberId) -> Actor {
        stoa_accounts::views::actor(&self.db, member).await.unwrap().unwrap()
    }

    pub(crate) async fn opens(&self, member: MemberId, title: &str) -> (ThreadId, PostId) {
        let (actor, space) = (self.actor(member).await, self.space().await);
        match self.try_open(&actor, space, title).await.unwrap() {
            Opened::Published { thread, post } | Opened::Held { thread, post, .. } => {
                (thread, post)
            }
        }
    }

    pub(crate) async fn try_open(
        &self,
        actor: &Actor,
        space: SpaceId,
        title: &str,
    ) -> Result<Opened, Fault> {
        let new = NewThread {
            space,
            kind: ThreadKind::Question,
            title: Title::parse(title).unwrap(),
            language: "en".into(),
            themes: Vec::new(),
            city: None,
            direction: Direction::Neither,
            body: prepared(title),
        };
        self.db.write(async |tx: &mut Tx| submissions::open(tx, actor, &FREE, &new).await).await
    }

    pub(crate) async fn replies(&self, member: MemberId, thread: ThreadId, text: &str) -> PostId {
        let actor = self.actor(member).await;
        let new = NewReply { thread, reply_to: None, city: None, body: prepared(text) };
        let reply = async |tx: &mut Tx| submissions::reply(tx, &actor, &FREE, &new).await;
        match self.db.write(reply).await.unwrap() {
            Replied::Published { post, .. } | Replied::Held { post, .. } => post,
        }
    }

    pub(crate) async fn edits(
        &self,
        member: MemberId,
        post: PostId,
        text: &str,
    ) -> Result<Edited, Fault> {
        let actor = self.actor(member).await;
        let version = posts::facts(&self.db, &actor, post).await?.version;
        let edit = Edit { post, version, title: None, body: prepared(text) };
        let rules = Rules::NONE;
        self.db
            .write(async move |tx: &mut Tx| submissions::edit(tx, &actor, &rules, &edit).await)
            .await
    }

    pub(crate) async fn deletes(&self, member: MemberId, post: PostId) {
        let actor = self.actor(member).await;
        self.db.write(async |tx: &mut Tx| posts::delete(tx, &actor, post).await).await.unwrap();
    }

    /// Runs what the events left until nothing is left; tells which of this
    /// feature's own events there were.
    pub(crate) async fn settle(&self) -> Vec<String> {
        let mut told = Vec::new();
        loop {
            let claimed =
                jobs::claim(&self.db, jobs::Lane::All, 50, Duration::from_secs(60)).await.unwrap();
            if claimed.is_empty() {
                told.sort();
                return told;
            }
            for job in &claimed {
                told.extend(job.kind.strip_prefix("told.").map(str::to_owned));
                self.handle(job).await;
            }
            let done: Vec<_> = claimed.iter().map(|job| job.id).collect();
            jobs::finish(&self.db, &done).await.unwrap();
        }
    }

    async fn handle(&self, job: &jobs::Claimed) {
        let run = async |tx: &mut Tx| match job.kind.as_str() {
            "held" => cases::open_for_post(tx, &read::<PostHeld>(job)).await,
            "edit" => cases::open_for_revision(tx, &read::<EditHeld>(job)).await,
            "deleted" => cases::close_for_post(tx, &read::<PostDeleted>(job)).await,
            "city" => {
                let claimed = read::<CityClaimed>(job);
                cases::open_for_city(tx, claimed.city, claimed.member).await
            }
            _ => Ok(()),
        };
        self.db.write(run).await.unwrap();
    }

    /// The open cases, oldest first, as this member sees them.
    pub(crate) async fn queue(&self, member: MemberId) -> Vec<crate::model::Case> {
        let actor = self.actor(member).await;
        let filter = crate::views::Filter::default();
        let limit = Limit::parse(Some(100)).unwrap();
        crate::views::queue(&self.db, &actor, &filter, limit, None).await.unwrap().items
    }

    pub(crate) async fn case(&self, id: CaseId) -> crate::model::Case {
        let boss = Actor::member(
            MemberId::from_uuid(uuid::Uuid::nil()),
            stoa_policy::Standing::Member,
            vec![stoa_kernel::Role { kind: RoleKind::Administrator, space: None }],
        );
        crate::views::case(&self.db, &boss, id).await.unwrap().case
    }

    pub(crate) async fn decides(
        &self,
        member: MemberId,
        id: CaseId,
        version: i32,
        verdict: &Verdict,
    ) -> Result<Decided, Fault> {
        let (actor, verdict) = (self.actor(member).await, verdict.clone());
        let settings = Settings::default();
        // Moved and not borrowed: else the future is not known to be sendable.
        let decide = async move |tx: &mut Tx| {
            cases::decide(tx, &actor, id, version, &verdict, &settings).await
        };
        self.db.write(decide).await
    }

    pub(crate) async fn claims(&self, member: MemberId, id: CaseId) {
        let actor = self.actor(member).await;
        let settings = Settings::default();
        let claim = async |tx: &mut Tx| cases::claim(tx, &actor, id, false, &settings).await;
        self.db.write(claim).await.unwrap();
    }

    /// Decides the case as it is now; the decision's reference.
    pub(crate) async fn decided(&self, member: MemberId, id: CaseId, act: Act) -> String {
        let version = self.case(id).await.version;
        match self.decides(member, id, version, &verdict(act)).await.unwrap() {
            Decided::Done { decision, .. } => decision.reference,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) async fn undoes(&self, member: MemberId, reference: &str) -> Result<Undone, Fault> {
        let actor = self.actor(member).await;
        let settings = Settings::default();
        let undo = async |tx: &mut Tx| cases::undo(tx, &actor, reference, &settings).await;
        self.db.write(undo).await
    }

    /// What a stranger reads in a thread, or nothing where there is none.
    pub(crate) async fn public(&self, thread: ThreadId) -> Vec<String> {
        let guest = Actor::guest();
        let found = views::posts(&self.db, &guest, thread, 0, Limit::PAGE).await;
        let posts = found.map(|page| page.items).unwrap_or_default();
        posts.into_iter().map(|post| post.html).collect()
    }

    pub(crate) async fn approved(&self, member: MemberId) -> i32 {
        let boss = Actor::member(
            MemberId::from_uuid(uuid::Uuid::nil()),
            stoa_policy::Standing::Member,
            vec![stoa_kernel::Role { kind: RoleKind::Administrator, space: None }],
        );
        stoa_accounts::views::member(&self.db, &boss, member).await.unwrap().approved_posts
    }

    /// Makes the first space hold everything, or private.
    pub(crate) async fn sets(
        &self,
        administrator: MemberId,
        space: SpaceId,
        change: impl Fn(&mut spaces::Settings),
    ) {
        let actor = self.actor(administrator).await;
        let (mut settings, version) = spaces::settings(&self.db, &actor, space).await.unwrap();
        change(&mut settings);
        let change =
            async |tx: &mut Tx| spaces::change(tx, &actor, space, version, &settings).await;
        self.db.write(change).await.unwrap();
    }

    pub(crate) async fn makes_private(&self, administrator: MemberId, space: SpaceId) {
        self.sets(administrator, space, |set| set.visibility = Visibility::Private).await;
    }
}

fn read<E: serde::de::DeserializeOwned>(job: &jobs::Claimed) -> E {
    serde_json::from_value(job.payload.clone()).unwrap()
}

pub(crate) fn verdict(act: Act) -> Verdict {
    let reason = act.needs_reason().then_some(Reason::OffTopic);
    Verdict { act, reason, note: None, welcome: false, sanction: None }
}

pub(crate) fn prepared(text: &str) -> Prepared {
    Prepared {
        markdown: text.to_owned(),
        html: text.to_owned(),
        plain: text.to_owned(),
        language: "en".into(),
        renderer: 1,
        ..Prepared::default()
    }
}

async fn schema(server: &str, name: &str) -> String {
    let db = open(server, Subscriptions::default()).await;
    let create = format!("CREATE SCHEMA {name}");
    db.for_migrations().execute_unprepared(&create).await.unwrap();
    format!("{server}?options[search_path]={name}")
}

async fn open(url: &str, subscriptions: Subscriptions) -> Db {
    let settings = DbSettings {
        url: url.to_owned(),
        connections: 4,
        durable: false,
        patience: Duration::from_secs(10),
    };
    Db::open(&settings, Clock::fixed(START), Entropy::system(), subscriptions).await.unwrap()
}
