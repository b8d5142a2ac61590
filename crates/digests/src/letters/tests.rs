//! One letter an event, sealed by one, sent once.

use stoa_kernel::Tx;
use stoa_kernel::ids::MemberId;

use super::*;
use crate::bounces;
use crate::model::Payload;
use crate::testing::{LEASE, World};

fn letter(world: &World, member: MemberId, kind: LetterKind, key: &str) -> NewLetter {
    NewLetter {
        member,
        kind,
        event_key: key.into(),
        thread: None,
        payload: Payload { reference: Some("r".into()), ..Payload::default() },
        send_at: world.db.now(),
    }
}

async fn queued(world: &World, letter: &NewLetter) -> Option<LetterId> {
    world.db.write(async |tx: &mut Tx| queue(tx, letter).await).await.unwrap()
}

#[tokio::test]
async fn an_event_makes_one_letter_a_member() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let reset = letter(&world, ada, LetterKind::Reset, "link:1");
    assert!(queued(&world, &reset).await.is_some());
    assert!(queued(&world, &reset).await.is_none());
    assert!(queued(&world, &NewLetter { member: ben, ..reset.clone() }).await.is_some());
    assert!(queued(&world, &letter(&world, ada, LetterKind::Reset, "link:2")).await.is_some());
    assert_eq!(world.due_jobs().await.len(), 3);
}

#[tokio::test]
async fn what_somebody_waits_for_overtakes_what_can_wait() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    for n in 0..5 {
        queued(&world, &letter(&world, ada, LetterKind::Digest, &format!("digest:{n}"))).await;
    }
    world.wait(std::time::Duration::from_secs(60));
    let reset = queued(&world, &letter(&world, ada, LetterKind::Reset, "link:1")).await.unwrap();
    let lease = std::time::Duration::from_secs(60);
    let first =
        stoa_kernel::jobs::claim(&world.db, stoa_kernel::jobs::Lane::All, 1, lease).await.unwrap();
    assert_eq!(first[0].payload["letter"], reset.to_string());
}

#[tokio::test]
async fn a_letter_belongs_to_whoever_sealed_it_until_its_lease_ends() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let id = queued(&world, &letter(&world, ada, LetterKind::SignIn, "link:1")).await.unwrap();
    let first = world.sealed(id).await;
    assert_eq!(first.payload.reference.as_deref(), Some("r"));
    assert!(matches!(world.seal(id).await, Taken::Busy(_)));
    // Whoever sealed it died: the same letter, with the same id, is free again.
    world.wait(LEASE);
    assert_eq!(world.sealed(id).await, first);
    world.mark_sent(id).await;
    assert_eq!(world.seal(id).await, Taken::Done);
    world.wait(LEASE + LEASE);
    assert_eq!(world.seal(id).await, Taken::Done);
}

#[tokio::test]
async fn a_letter_the_server_did_not_take_is_free_at_once() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let id = queued(&world, &letter(&world, ada, LetterKind::SignIn, "link:1")).await.unwrap();
    world.sealed(id).await;
    world.db.write(async |tx: &mut Tx| release(tx, id).await).await.unwrap();
    world.sealed(id).await;
    let never = async |tx: &mut Tx| refused(tx, id, "550 no").await;
    world.db.write(never).await.unwrap();
    assert_eq!(world.letters(ada).await, [("sign-in".into(), "dead".into())]);
    assert_eq!(world.seal(id).await, Taken::Done);
}

#[tokio::test]
async fn an_address_that_sends_two_letters_back_is_left_alone_until_it_is_cleared() {
    let world = World::new().await;
    let back = async |tx: &mut Tx| bounces::refused(tx, "Ada@City.example", "550").await;
    let taken = async |tx: &mut Tx| bounces::taken(tx, "ada@city.example").await;
    world.db.write(back).await.unwrap();
    assert!(!bounces::stopped(&world.db, "ada@city.example").await.unwrap());
    world.db.write(taken).await.unwrap();
    world.db.write(back).await.unwrap();
    assert!(!bounces::stopped(&world.db, "ada@city.example").await.unwrap(), "3.9 of 4");
    world.db.write(back).await.unwrap();
    assert!(bounces::stopped(&world.db, "ada@city.example").await.unwrap());
    world.wait(std::time::Duration::from_secs(40 * 86_400));
    assert!(bounces::stopped(&world.db, "ada@city.example").await.unwrap());
    let clear = async |tx: &mut Tx| bounces::clear(tx, "ada@city.example").await;
    world.db.write(clear).await.unwrap();
    assert!(!bounces::stopped(&world.db, "ada@city.example").await.unwrap());
}

#[tokio::test]
async fn thirty_quiet_days_forget_what_came_back() {
    let world = World::new().await;
    let back = async |tx: &mut Tx| bounces::refused(tx, "ada@city.example", "550").await;
    world.db.write(back).await.unwrap();
    world.wait(std::time::Duration::from_secs(31 * 86_400));
    world.db.write(back).await.unwrap();
    assert!(!bounces::stopped(&world.db, "ada@city.example").await.unwrap());
}
