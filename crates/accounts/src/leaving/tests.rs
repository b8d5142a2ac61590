use super::*;
use crate::members::FOREVER;
use crate::roles::By;
use crate::testing::World;
use crate::views;
use stoa_kernel::db::rows;
use stoa_kernel::{Db, RoleKind};

const KEEP: Wish = Wish { choice: Choice::Keep, titles: false };

async fn leaves(db: &Db, secret: &Secret, member: MemberId) -> Result<Subject, Fault> {
    db.write(async |tx: &mut Tx| erase(tx, secret, member, KEEP).await).await
}

#[tokio::test]
async fn nothing_of_the_account_is_left_but_its_number() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let (_, token) = world.open(ada).await;
    let subject = leaves(&world.db, &world.secret(), ada).await.unwrap();
    assert_eq!(subject.address, "ada@city.example");
    assert!(crate::sessions::find(&world.db, &token).await.unwrap().is_none());
    assert!(!world.signs_in("ada", World::PASSWORD).await);
    assert!(views::actor(&world.db, ada).await.unwrap().is_none());
    assert!(views::contact(&world.db, ada).await.unwrap().is_none());
    let card = views::cards(&world.db, &[ada]).await.unwrap().remove(&ada).unwrap();
    assert!(card.former && card.name.is_empty() && card.city.is_none());
    let again = leaves(&world.db, &world.secret(), ada).await;
    assert!(matches!(again, Err(Fault::NotFound)), "{again:?}");
    // The address is free.
    let joined = world.join("ada", "another horse").await;
    assert!(world.confirm(joined).await.is_some());
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let world = World::new().await;
    let boss = world.administrator("boss").await;
    let alone = leaves(&world.db, &world.secret(), boss).await;
    assert!(matches!(alone, Err(Fault::Conflict("accounts-role-last-administrator"))));
    let other = world.member("other").await;
    world.give(By::Operator, other, RoleKind::Administrator).await.unwrap();
    assert!(leaves(&world.db, &world.secret(), boss).await.is_ok());
}

#[tokio::test]
async fn who_left_suspended_comes_back_suspended_for_a_year() {
    let world = World::new().await;
    for (name, until) in [("ada", Some(FOREVER)), ("kit", None)] {
        let member = world.member(name).await;
        world.suspend(By::Operator, member, until).await.unwrap();
        leaves(&world.db, &world.secret(), member).await.unwrap();
    }
    let suspended = async |name: &str, password: &str| {
        let token = world.join(name, password).await;
        let member = world.confirm(token).await.unwrap().member;
        let contact = views::contact(&world.db, member).await.unwrap().unwrap();
        leaves(&world.db, &world.secret(), member).await.unwrap();
        contact.suspended
    };
    assert!(suspended("ada", "correct horse").await);
    assert!(!suspended("kit", "correct horse").await);
    world.advance(MARKED);
    let sweeps = async |tx: &mut Tx| sweep(tx).await;
    assert_eq!(world.db.write(sweeps).await.unwrap(), 2, "she left twice, suspended");
    assert!(!suspended("ada", "correct horse").await);
}

#[tokio::test]
async fn a_suspension_ends_the_sessions_and_another_may_be_opened() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let (_, token) = world.open(ada).await;
    world.suspend(By::Operator, ada, Some(FOREVER)).await.unwrap();
    assert!(crate::sessions::find(&world.db, &token).await.unwrap().is_none());
    let (session, token) = world.open(ada).await;
    let signed = crate::sessions::find(&world.db, &token).await.unwrap().unwrap();
    assert_eq!(signed.actor.standing(), stoa_policy::Standing::Suspended);
    let fresh = crate::sessions::must_be_fresh;
    assert!(fresh(&world.db, Some(session)).await.is_ok());
    world.advance(crate::sessions::FRESH + Duration::from_secs(1));
    let late = fresh(&world.db, Some(session)).await;
    assert!(matches!(late, Err(Fault::Forbidden("accounts-sign-in-anew"))));
    assert!(fresh(&world.db, None).await.is_err());
}

#[tokio::test]
async fn a_journal_empties_an_older_copy_once() {
    let (world, copy) = (World::new().await, World::new().await);
    let ada = world.member("ada").await;
    leaves(&world.db, &world.secret(), ada).await.unwrap();
    let journal = journal(&world.db).await.unwrap();
    // The copy knows the same person under the same number.
    let there = copy.member("ada").await;
    let entry = Erasure { member: there, ..journal[0] };
    let replays = async |tx: &mut Tx| replay(tx, &copy.secret(), &entry).await;
    assert!(copy.db.write(replays).await.unwrap().is_some());
    assert!(copy.db.write(replays).await.unwrap().is_none());
    assert_eq!(open(&copy.db, there).await.unwrap(), Some(entry));
    let finishes = async |tx: &mut Tx| done(tx, there).await;
    copy.db.write(finishes).await.unwrap();
    assert_eq!(open(&copy.db, there).await.unwrap(), None);
    assert_eq!(newest(&copy.db).await.unwrap(), Some(stoa_kernel::Reads::now(&copy.db)));
    #[derive(FromQueryResult)]
    struct Name {
        display_name: String,
    }
    let sql = "SELECT display_name FROM members";
    let found: Vec<Name> = rows(&copy.db, sql, vec![]).await.unwrap();
    assert_eq!(found[0].display_name, "");
}
