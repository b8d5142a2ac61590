//! A database of its own for each test, with a clock that stands still.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::FromQueryResult;
use sea_orm_migration::MigratorTrait;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, SessionId, SpaceId, TokenId};
use stoa_kernel::{
    Actor, Clock, Db, DbSettings, Entropy, Fault, Reads, RoleKind, Secret, Subscriptions, Time, Tx,
};
use tokio::sync::OnceCell;

use crate::events::{
    AddressKnown, ConfirmAsked, MemberRenamed, PasswordChanged, ResetAsked, SignInAsked,
};
use crate::links::{self, Asked, Link, Purpose};
use crate::members::{self, Confirmed, Confirming};
use crate::model::{Audience, NewMember, Tie};
use crate::parse::{DisplayName, EmailAddress, LanguageTag, Languages, Note, Password, Zone};
use crate::passwords::{self, Hasher, PasswordHash, Proven};
use crate::roles::By;
use crate::sessions;
use crate::views;

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
    hasher: Hasher,
    _folder: Arc<Folder>,
}

/// The hash of [`World::PASSWORD`], made once for all tests.
static KNOWN: OnceCell<PasswordHash> = OnceCell::const_new();

fn letters() -> Subscriptions {
    Subscriptions::default()
        .once::<ConfirmAsked>("accounts.confirm_asked")
        .once::<AddressKnown>("accounts.address_known")
        .once::<SignInAsked>("accounts.sign_in_asked")
        .once::<ResetAsked>("accounts.reset_asked")
        .once::<PasswordChanged>("accounts.password_changed")
        .once::<MemberRenamed>("accounts.member_renamed")
}

impl World {
    pub(crate) const PASSWORD: &str = "a password for all";

    /// 2026-03-02, a Monday, at 8:00 UTC.
    pub(crate) async fn new() -> Self {
        let entropy = Entropy::system();
        let name = format!("stoa-accounts-{}", stoa_kernel::secret::hex(&entropy.bytes::<8>()));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder).unwrap();
        let settings = DbSettings {
            url: format!("sqlite://{}/test.db", folder.display()),
            connections: 2,
            durable: false,
            patience: Duration::from_secs(10),
        };
        let clock = Clock::fixed(Time(1_772_438_400_000_000));
        let db = Db::open(&settings, clock, entropy, letters()).await.unwrap();
        stoa_migrations::Migrator::up(db.for_migrations(), None).await.unwrap();
        let hasher = Hasher::new(2, 100);
        Self { db, hasher, _folder: Arc::new(Folder(folder)) }
    }

    pub(crate) fn secret(&self) -> Secret {
        Secret::new([7; 32])
    }

    pub(crate) fn advance(&self, span: Duration) {
        self.db.clock().advance(span);
    }

    pub(crate) async fn hash(&self, text: &str) -> PasswordHash {
        let password = Password::check(text, "", "").unwrap();
        self.hasher.hash(&password).await.unwrap()
    }

    pub(crate) async fn wish(&self, name: &str, password: &str) -> NewMember {
        let address = format!("{}@city.example", stoa_kernel::text::slug(name, "x"));
        let password = if password == Self::PASSWORD {
            KNOWN.get_or_init(async || self.hash(password).await).await.clone()
        } else {
            self.hash(password).await
        };
        NewMember {
            email: EmailAddress::parse(&address).unwrap(),
            name: DisplayName::parse(name).unwrap(),
            password: Some(password),
            locale: LanguageTag::parse("en").unwrap(),
            languages: Languages::parse(&["en"]).unwrap(),
            time_zone: Zone::parse("UTC").unwrap(),
            audience: Audience::Practitioner,
            tie: Tie::Across,
            city: None,
            wish: None,
            note: Note::default(),
        }
    }

    /// A confirmed member whose address is `NAME@city.example`.
    pub(crate) async fn member(&self, name: &str) -> MemberId {
        let wish = self.wish(name, Self::PASSWORD).await;
        self.db.write(async |tx: &mut Tx| members::add(tx, &wish).await).await.unwrap()
    }

    pub(crate) async fn administrator(&self, name: &str) -> MemberId {
        let member = self.member(name).await;
        self.give(By::Operator, member, RoleKind::Administrator).await.unwrap();
        member
    }

    pub(crate) async fn actor(&self, member: MemberId) -> Actor {
        views::actor(&self.db, member).await.unwrap().unwrap()
    }

    /// Joins and gives the token of the confirmation.
    pub(crate) async fn join(&self, name: &str, password: &str) -> TokenId {
        let wish = self.wish(name, password).await;
        self.join_as(&wish).await
    }

    pub(crate) async fn join_as(&self, wish: &NewMember) -> TokenId {
        self.db.write(async |tx: &mut Tx| members::join(tx, wish).await).await.unwrap();
        // Ids made within one millisecond are not in order of time, so each join has its own.
        self.advance(Duration::from_millis(2));
        let sql = "SELECT token_id AS id FROM applications ORDER BY written_at DESC LIMIT 1";
        let found: Vec<TokenRow> = rows(&self.db, sql, vec![]).await.unwrap();
        found[0].id
    }

    pub(crate) async fn confirm(&self, token: TokenId) -> Option<Confirmed> {
        let secret = self.secret();
        let text = links::text(&secret, Purpose::Confirm, token);
        let done = self.db.write(async |tx: &mut Tx| members::confirm(tx, &secret, &text).await);
        match done.await.unwrap() {
            Confirming::Done(confirmed) => Some(confirmed),
            Confirming::Not(_) => None,
        }
    }

    pub(crate) async fn ask(&self, address: &str, purpose: Purpose) -> Asked {
        let email = EmailAddress::parse(address).unwrap();
        self.advance(Duration::from_millis(2));
        self.db.write(async |tx: &mut Tx| links::ask(tx, &email, purpose).await).await.unwrap()
    }

    pub(crate) async fn issue(&self, member: MemberId, purpose: Purpose) -> TokenId {
        let issue = async |tx: &mut Tx| links::issue(tx, member, purpose).await;
        self.db.write(issue).await.unwrap()
    }

    pub(crate) async fn consume(&self, purpose: Purpose, text: &str) -> Link {
        let (secret, text) = (self.secret(), text.to_owned());
        let consume = async move |tx: &mut Tx| links::consume(tx, &secret, purpose, &text).await;
        self.db.write(consume).await.unwrap()
    }

    pub(crate) async fn prove(&self, name: &str, password: &str) -> Option<Proven> {
        let email = EmailAddress::parse(&format!("{name}@city.example")).unwrap();
        passwords::check(&self.db, &self.hasher, &email, &password.into()).await.unwrap()
    }

    pub(crate) async fn signs_in(&self, name: &str, password: &str) -> bool {
        let Some(proven) = self.prove(name, password).await else {
            return false;
        };
        let sign_in = async |tx: &mut Tx| sessions::sign_in(tx, &proven, "", "").await;
        self.db.write(sign_in).await.unwrap().is_some()
    }

    pub(crate) async fn open(&self, member: MemberId) -> (SessionId, String) {
        let open = async |tx: &mut Tx| sessions::open(tx, member, "", "").await;
        self.db.write(open).await.unwrap()
    }

    pub(crate) async fn touch(&self, session: SessionId) {
        let touch = async |tx: &mut Tx| sessions::touch(tx, session, tx.now()).await;
        self.db.write(touch).await.unwrap();
    }

    pub(crate) async fn end(&self, actor: &Actor, session: SessionId) -> Result<(), Fault> {
        self.db.write(async |tx: &mut Tx| sessions::end(tx, actor, session).await).await
    }

    pub(crate) async fn give(
        &self,
        by: By<'_>,
        member: MemberId,
        kind: RoleKind,
    ) -> Result<bool, Fault> {
        let give = async |tx: &mut Tx| crate::roles::give_role(tx, by, member, kind, None).await;
        self.db.write(give).await
    }

    pub(crate) async fn give_in(&self, member: MemberId, kind: RoleKind, space: SpaceId) {
        let give = async |tx: &mut Tx| {
            crate::roles::give_role(tx, By::Operator, member, kind, Some(space)).await
        };
        self.db.write(give).await.unwrap();
    }

    pub(crate) async fn take(
        &self,
        by: By<'_>,
        member: MemberId,
        kind: RoleKind,
    ) -> Result<bool, Fault> {
        let take = async |tx: &mut Tx| crate::roles::take_role(tx, by, member, kind, None).await;
        self.db.write(take).await
    }

    pub(crate) async fn suspend(
        &self,
        by: By<'_>,
        member: MemberId,
        until: Option<Time>,
    ) -> Result<(), Fault> {
        self.db.write(async |tx: &mut Tx| members::suspend(tx, by, member, until).await).await
    }

    pub(crate) async fn run(&self, sql: &str) {
        self.db.write(async |tx: &mut Tx| tx.run(sql, vec![]).await).await.unwrap();
    }

    pub(crate) async fn id_of(&self, name: &str) -> MemberId {
        let email = EmailAddress::parse(&format!("{name}@city.example")).unwrap();
        views::by_address(&self.db, &email).await.unwrap().unwrap()
    }

    pub(crate) async fn rights_version(&self, member: MemberId) -> i64 {
        let sql = "SELECT rights_version FROM members WHERE id = ?";
        let found: Vec<RightsRow> = rows(&self.db, sql, vec![member.into()]).await.unwrap();
        found[0].rights_version
    }

    /// The letters that are due, by their event.
    pub(crate) async fn letters(&self) -> Vec<String> {
        let sql = "SELECT kind FROM jobs ORDER BY run_at, kind";
        let found: Vec<KindRow> = rows(&self.db, sql, vec![]).await.unwrap();
        found.into_iter().map(|row| row.kind).collect()
    }
}

#[derive(FromQueryResult)]
struct TokenRow {
    id: TokenId,
}

#[derive(FromQueryResult)]
struct RightsRow {
    rights_version: i64,
}

#[derive(FromQueryResult)]
struct KindRow {
    kind: String,
}
