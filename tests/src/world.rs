//! One instance and the people around it.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use jiff::Timestamp;
use stoa_accounts::admin::{self, Addition};
use stoa_kernel::outbox::NewJob;
use stoa_kernel::{Clock, Entropy, Reads, RoleKind, Time, Tx};
use stoa_server::app::App;
use stoa_server::boot::{self, Outside};
use stoa_server::config::Config;
use stoa_server::files::Store;
use stoa_server::http::host::Names;
use stoa_server::mail::{Postman, Sent};
use stoa_server::translator::Translator;
use stoa_server::{jobs, router, search};
use tokio::net::TcpListener;

use crate::database::{Scratch, on_postgres};
use crate::person::HOST;
use crate::{Answer, Person};

/// The instant at which every world begins: a Thursday.
const BEGIN: &str = "2026-11-19T10:00:00Z";

/// An instance with a clock that stands still.
pub struct World {
    /// The program's state.
    pub app: App,
    service: Router,
    number: AtomicU32,
    _scratch: Scratch,
}

impl World {
    /// A new instance: five spaces, the cities, nobody in it.
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// An instance over a database that an earlier program wrote; see `tests/kept`.
    pub async fn upon(kept: &str) -> Self {
        let scratch = Scratch::new().await;
        scratch.fill(kept).await;
        Self::over(scratch, |_| {}).await
    }

    /// A new instance with a changed configuration.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        Self::over(Scratch::new().await, change).await
    }

    async fn over(scratch: Scratch, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config::defaults().expect("the defaults are whole");
        config.data.dir = scratch.dir.clone();
        config.files.url = format!("file:{}", scratch.dir.join("files").display());
        config.database.url = scratch.url.clone().into();
        config.server.public_url = format!("http://{HOST}");
        config.mail.bundle_s = 0;
        config.limits.factor = 0.0;
        change(&mut config);
        let begin: Timestamp = BEGIN.parse().expect("an instant");
        let postman = Postman::memory(&config.mail, &config.server.public_url).expect("a postman");
        let outside = Outside {
            clock: Clock::fixed(Time::from(begin)),
            entropy: Entropy::seeded(7),
            postman,
            translator: Translator::new(&config.translate).expect("a translator"),
            files: Store::open(&config).expect("a store of files"),
        };
        let app = boot::app(config, outside).await.expect("the instance starts");
        let bound = "127.0.0.1:8080".parse().expect("an address");
        let names = Names::new(&app.config.server.public_url, &[], bound);
        let service = router::router(app.clone(), names).expect("the routes are whole");
        Self { app, service, number: AtomicU32::new(0), _scratch: scratch }
    }

    /// The program as a service, for tests that need a listener.
    pub fn service(&self) -> Router {
        self.service.clone()
    }

    /// Opens a real listener on a free port, with the live feed behind it;
    /// requests call it by the public name all the same.
    pub async fn listen(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let service = self.service().into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(stoa_server::live::feed(self.app.clone()));
        // It ends with the test's runtime.
        tokio::spawn(async move { axum::serve(listener, service).await });
        address
    }

    /// Whether this world lives on PostgreSQL.
    #[must_use]
    pub fn on_postgres(&self) -> bool {
        on_postgres()
    }

    /// Somebody who has not signed in.
    #[must_use]
    pub fn guest(&self) -> Person {
        Person::new(self.service.clone())
    }

    /// A member past the newcomers' hold, signed in.
    pub async fn member(&self, name: &str) -> Person {
        let person = self.newcomer(name).await;
        let id = person.member.expect("a member");
        let done = self.app.db.write(async |tx: &mut Tx| {
            for _ in 0..2 {
                stoa_accounts::members::count_approval(tx, id).await?;
            }
            Ok(())
        });
        done.await.expect("approvals are counted");
        person
    }

    /// A member whose posts are held, signed in.
    pub async fn newcomer(&self, name: &str) -> Person {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let local = stoa_kernel::text::slug(name, "somebody");
        let address = format!("{local}{number}@example.org");
        let addition = Addition::parse(&address, name, "en", None).expect("a member");
        let done = self.app.db.write(async |tx: &mut Tx| admin::add(tx, &addition).await);
        let id = done.await.expect("a member is added");
        let person = Person { member: Some(id), email: address, ..self.guest() };
        self.signs_in_again(&person).await;
        person
    }

    /// Lets no text of a space be given to the translator any more.
    pub async fn keeps_texts(&self, slug: &str) {
        let done = self.app.db.write(async |tx: &mut Tx| {
            let sql = "UPDATE spaces SET translated = FALSE WHERE slug = ?";
            tx.run(sql, vec![slug.into()]).await.map(|_| ())
        });
        done.await.expect("the space is changed");
    }

    /// Gives somebody a new session in the place of the one he had.
    pub async fn signs_in_again(&self, person: &Person) {
        let id = person.member.expect("a member");
        let opens =
            async |tx: &mut Tx| stoa_accounts::sessions::open(tx, id, "test", "127.0.*.*").await;
        let (_, token) = self.app.db.write(opens).await.expect("a session is opened");
        person.keeps("stoa", &token);
    }

    /// A moderator of all spaces.
    pub async fn moderator(&self, name: &str) -> Person {
        let person = self.member(name).await;
        self.gives(&person, RoleKind::Moderator, None).await;
        person
    }

    /// A moderator of one space.
    pub async fn moderator_of(&self, name: &str, space: &str) -> Person {
        let person = self.member(name).await;
        self.gives(&person, RoleKind::Moderator, Some(space)).await;
        person
    }

    /// An administrator.
    pub async fn administrator(&self, name: &str) -> Person {
        let person = self.member(name).await;
        self.gives(&person, RoleKind::Administrator, None).await;
        person
    }

    /// Gives a role, everywhere or in one space.
    pub async fn gives(&self, person: &Person, kind: RoleKind, space: Option<&str>) {
        let id = person.member.expect("a member");
        let space = match space {
            Some(slug) => {
                stoa_threads::spaces::id_of(&self.app.db, slug).await.expect("the database answers")
            }
            None => None,
        };
        let done = self.app.db.write(async |tx: &mut Tx| admin::give(tx, id, kind, space).await);
        done.await.expect("the role is given");
    }

    /// Runs all jobs that are due, and those they leave, and lets the search index follow;
    /// fails when one failed.
    pub async fn settle(&self) {
        jobs::settle(&self.app).await.expect("jobs run");
        search::catch_up(&self.app).await.expect("the search index follows");
        let dead = stoa_kernel::jobs::dead(&self.app.db).await.expect("the queue answers");
        assert!(dead.is_empty(), "jobs were laid aside: {dead:?}");
    }

    /// Lets time pass.
    pub fn passes(&self, span: Duration) {
        self.app.db.clock().advance(span);
    }

    /// Moves the clock to an instant and plans digests as the schedule would,
    /// twice, as two processes do.
    pub async fn digests_until(&self, at: &str) {
        let at: Timestamp = at.parse().expect("an instant");
        self.passes(Time::from(at).since(self.app.db.now()));
        self.ticks("digests.plan").await;
    }

    /// Lets what runs by the clock run, twice, as two processes leave it.
    pub async fn ticks(&self, kind: &'static str) {
        for _ in 0..2 {
            let leave = async |tx: &mut Tx| {
                let now = tx.now();
                tx.enqueue(NewJob::now(kind, serde_json::Value::Null, now));
                Ok(())
            };
            self.app.db.write(leave).await.expect("the job is queued");
        }
        self.settle().await;
    }

    /// Every letter sent so far, oldest first.
    #[must_use]
    pub fn letters(&self) -> Vec<Sent> {
        self.app.postman.sent()
    }

    /// The kinds of the letters sent to somebody, oldest first.
    #[must_use]
    pub fn letters_to(&self, person: &Person) -> Vec<String> {
        let sent = self.letters().into_iter();
        sent.filter(|letter| Some(letter.member) == person.member)
            .map(|letter| letter.name)
            .collect()
    }

    /// The text of the newest letter of that kind, whoever got it.
    #[must_use]
    pub fn letter(&self, kind: &str) -> String {
        let sent = self.letters();
        let found = sent.iter().rev().find(|letter| letter.name == kind);
        found.map(|letter| letter.text.clone()).unwrap_or_default()
    }

    /// The newest address in a letter that begins with `path`.
    #[must_use]
    pub fn link(&self, name: &str, path: &str) -> String {
        let text = self.letter(name);
        let whole = format!("http://{HOST}{path}");
        let at = text.find(&whole).unwrap_or_else(|| panic!("no {path} in {name}: {text}"));
        let rest = &text[at + format!("http://{HOST}").len()..];
        rest.split_whitespace().next().unwrap_or_default().to_owned()
    }

    /// Opens a thread through the API.
    pub async fn thread(&self, person: &Person, space: &str, title: &str, body: &str) -> Answer {
        let json = serde_json::json!({"title": title, "body": body, "kind": "question"});
        person.api("POST", &format!("/spaces/{space}/threads"), Some(json)).await
    }
}
