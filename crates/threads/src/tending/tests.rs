//! Threads are closed, moved, joined and parted, and nothing is lost on the way.

use stoa_kernel::ids::PostId;
use stoa_policy::Standing;

use super::*;
use crate::model::Title;
use crate::reading::{self, Move};
use crate::testing::World;
use crate::views;
use crate::{answers, posts, recount};

fn title() -> Title {
    Title::parse("Parted").unwrap()
}

async fn joins(world: &World, by: &Actor, from: ThreadId, into: ThreadId) -> Result<Joined, Fault> {
    let by = by.clone();
    world.db.write(async |tx: &mut Tx| join(tx, &by, from, into, &by).await).await
}

async fn parts(
    world: &World,
    by: &Actor,
    thread: ThreadId,
    ids: &[PostId],
) -> Result<ThreadId, Fault> {
    world.db.write(async |tx: &mut Tx| part(tx, by, thread, ids, &title()).await).await
}

async fn agrees(world: &World) {
    assert_eq!(recount::differences(&world.db).await.unwrap(), [""; 0]);
}

#[tokio::test]
async fn closing_and_pinning_are_for_moderators_and_twice_is_once() {
    let world = World::new().await;
    let (ada, mo) = (world.member("ada").await, world.moderator("mo").await);
    let (thread, _) = world.open(&ada, "Soil").await;
    let refused = async |tx: &mut Tx| close(tx, &ada, thread, Closing::ForGood).await;
    assert!(matches!(world.db.write(refused).await, Err(Fault::Forbidden(_))));
    for _ in 0..2 {
        world
            .db
            .write(async |tx: &mut Tx| close(tx, &mo, thread, Closing::ForGood).await)
            .await
            .unwrap();
        world.db.write(async |tx: &mut Tx| pin(tx, &mo, thread, true).await).await.unwrap();
    }
    let view = views::thread(&world.db, &ada, thread).await.unwrap();
    assert!(view.summary.closed && view.summary.pinned);
    assert_eq!(view.seq, 3, "one step each, after the opening");
    world.db.write(async |tx: &mut Tx| close(tx, &mo, thread, Closing::Open).await).await.unwrap();
    assert!(!views::thread(&world.db, &ada, thread).await.unwrap().summary.closed);
}

#[tokio::test]
async fn a_thread_moves_only_where_its_author_can_follow() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let roles = [(stoa_kernel::RoleKind::Administrator, None)];
    let root = world.person("root", Standing::Member, &roles).await;
    let (thread, post) = world.open(&ada, "Soil").await;
    let there = spaces::id_of(&world.db, "experiences").await.unwrap().unwrap();
    let go = async |tx: &mut Tx| relocate(tx, &root, thread, there, &ada).await;
    world.db.write(go).await.unwrap();
    assert_eq!(views::thread(&world.db, &ada, thread).await.unwrap().summary.space, there);
    assert_eq!(views::locate(&world.db, &ada, post).await.unwrap().thread, thread);

    let (mut settings, version) = spaces::settings(&world.db, &root, world.space).await.unwrap();
    settings.visibility = stoa_policy::Visibility::Private;
    let change =
        async |tx: &mut Tx| spaces::change(tx, &root, world.space, version, &settings).await;
    world.db.write(change).await.unwrap();
    let back = async |tx: &mut Tx| relocate(tx, &root, thread, world.space, &ada).await;
    assert!(matches!(world.db.write(back).await, Err(Fault::Conflict(_))));
}

#[tokio::test]
async fn joined_threads_keep_what_was_read_and_lead_on() {
    let world = World::new().await;
    let (ada, mo) = (world.member("ada").await, world.moderator("mo").await);
    let (reader, late) = (world.member("reader").await, world.member("late").await);
    let (into, _) = world.open(&ada, "Soil").await;
    let (from, opening) = world.open(&ada, "Earth").await;
    let answer = world.reply(&ada, into, "One").await;
    let moved = world.reply(&ada, from, "Two").await;
    let held = world.held(&ada, from, "Waits").await;
    for (who, thread, number) in [(&reader, into, 2), (&reader, from, 1), (&late, into, 1)] {
        let mark = async |tx: &mut Tx| reading::mark(tx, who, thread, number, Move::Forward).await;
        world.db.write(mark).await.unwrap();
    }
    world.db.write(async |tx: &mut Tx| answers::accept(tx, &ada, from, moved).await).await.unwrap();
    assert_eq!(joins(&world, &mo, from, into).await.unwrap(), Joined { into, posts: 3 });
    agrees(&world).await;

    let place = async |post| views::locate(&world.db, &ada, post).await.unwrap();
    assert_eq!((place(opening).await.thread, place(opening).await.number), (into, Some(3)));
    assert_eq!((place(moved).await.number, place(answer).await.number), (Some(4), Some(2)));
    assert_eq!((place(held).await.thread, place(held).await.number), (into, None));
    assert!(matches!(views::thread(&world.db, &mo, from).await, Err(Fault::NotFound)));
    assert_eq!(views::joined_to(&world.db, &ada, from).await.unwrap(), Some(into));
    let view = views::thread(&world.db, &reader, into).await.unwrap();
    assert_eq!(view.summary.read, Some(3), "he had read the opening of the other");
    assert_eq!(view.summary.accepted, Some(moved), "an answer of the other is one here");
    assert_eq!(views::thread(&world.db, &late, into).await.unwrap().summary.read, Some(1));

    let raised = world.reply(&ada, into, "Five").await;
    assert_eq!(place(raised).await.number, Some(5));
    world.db.write(async |tx: &mut Tx| posts::remove(tx, moved).await).await.unwrap();
    agrees(&world).await;
    assert!(matches!(joins(&world, &mo, into, into).await, Err(Fault::Invalid(_))));
    assert!(joins(&world, &ada, into, from).await.is_err());
}

#[tokio::test]
async fn parted_replies_open_a_thread_of_their_own() {
    let world = World::new().await;
    let (ada, mo) = (world.member("ada").await, world.moderator("mo").await);
    let reader = world.member("reader").await;
    let (thread, opening) = world.open(&ada, "Soil").await;
    let mut ids = Vec::new();
    for words in ["One", "Two", "Three"] {
        ids.push(world.reply(&ada, thread, words).await);
    }
    let mark = async |tx: &mut Tx| reading::mark(tx, &reader, thread, 3, Move::Forward).await;
    world.db.write(mark).await.unwrap();
    let (two, three) = (ids[1], ids[2]);
    world.db.write(async |tx: &mut Tx| answers::accept(tx, &ada, thread, two).await).await.unwrap();
    let new = parts(&world, &mo, thread, &[three, two]).await.unwrap();
    agrees(&world).await;
    let place = async |post| views::locate(&world.db, &ada, post).await.unwrap();
    assert_eq!((place(two).await.thread, place(two).await.number), (new, Some(1)));
    assert_eq!((place(three).await.thread, place(three).await.number), (new, Some(2)));
    let view = views::thread(&world.db, &reader, new).await.unwrap();
    assert_eq!((view.summary.read, view.summary.unread), (Some(1), 1));
    let old = views::thread(&world.db, &reader, thread).await.unwrap();
    assert_eq!((old.summary.posts, old.summary.accepted), (2, None));
    let led: Vec<i32> = views::moved(&world.db, &ada, thread, 1)
        .await
        .unwrap()
        .iter()
        .map(|moved| moved.number)
        .collect();
    assert_eq!(led, [3, 4]);

    assert!(matches!(parts(&world, &mo, thread, &[]).await, Err(Fault::Invalid(_))));
    assert!(matches!(parts(&world, &mo, thread, &[opening]).await, Err(Fault::Invalid(_))));
    assert!(matches!(parts(&world, &mo, thread, &[two]).await, Err(Fault::Invalid(_))));
    assert!(matches!(parts(&world, &ada, thread, &[ids[0]]).await, Err(Fault::Forbidden(_))));
}
