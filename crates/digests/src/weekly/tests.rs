//! Whose digest is due, once; what stands in it, and what does not.

use std::time::Duration;

use stoa_kernel::ids::MemberId;
use stoa_kernel::{Clock, Reads, Time, Tx};
use stoa_threads::subscriptions::Target;
use stoa_threads::{Level, ThreadKind, posts, reading};

use crate::letters::Taken;
use crate::model::{LetterKind, Rhythm, Why};
use crate::preferences::{self, Change};
use crate::testing::{AT_ONCE, DAY, World};
use crate::weekly::{self, Digest, Due};

/// Runs the plan as its job does and answers how many letters it left.
async fn plan(world: &World) -> usize {
    let due = weekly::due(&world.db, None, 500).await.unwrap();
    let planned = async |tx: &mut Tx| weekly::plan(tx, &due).await;
    world.db.write(planned).await.unwrap()
}

fn go_to(world: &World, at: &str) {
    let Clock::Fixed(clock) = world.db.clock() else { panic!("a clock that stands") };
    let at = Time::from(at.parse::<jiff::Timestamp>().unwrap());
    clock.store(at.0, std::sync::atomic::Ordering::SeqCst);
}

async fn digest(world: &World, member: MemberId) -> Digest {
    let actor = world.actor(member).await;
    let now = world.db.now();
    weekly::compose(&world.db, &actor, now.minus(DAY * 7), now).await.unwrap()
}

fn titles(threads: &[stoa_threads::views::ThreadSummary]) -> Vec<&str> {
    threads.iter().filter_map(|thread| thread.title.as_deref()).collect()
}

#[tokio::test]
async fn four_zones_get_their_monday_at_eight_once_each() {
    let world = World::new().await;
    let mut members = Vec::new();
    for zone in ["Asia/Kolkata", "Asia/Kathmandu", "Europe/Riga", "America/Bogota"] {
        members.push(world.member_in(&zone.replace('/', "-").to_lowercase(), zone).await);
    }
    let mut when = Vec::new();
    // Two weeks, tick by tick, over the change to summer time of 28 March 2027.
    go_to(&world, "2027-03-21T00:00:00Z");
    assert_eq!(plan(&world).await, 4, "those of November are sent once, however late");
    for _ in 0..(12 * 24 * 12) {
        world.wait(Duration::from_secs(300));
        let due = weekly::due(&world.db, None, 500).await.unwrap();
        for one in &due {
            when.push((one.member, one.at.timestamp().to_string()));
        }
        // Two workers at once: one plans.
        let both = async |tx: &mut Tx| weekly::plan(tx, &due).await;
        let planned = world.db.write(both).await.unwrap() + world.db.write(both).await.unwrap();
        assert_eq!(planned, due.len());
    }
    let of = |n: usize| -> Vec<&str> {
        when.iter().filter(|(who, _)| *who == members[n]).map(|(_, at)| at.as_str()).collect()
    };
    assert_eq!(of(0), ["2027-03-22T02:30:00Z", "2027-03-29T02:30:00Z"]);
    assert_eq!(of(1), ["2027-03-22T02:15:00Z", "2027-03-29T02:15:00Z"]);
    assert_eq!(of(2), ["2027-03-22T06:00:00Z", "2027-03-29T05:00:00Z"]);
    assert_eq!(of(3), ["2027-03-22T13:00:00Z", "2027-03-29T13:00:00Z"]);
}

#[tokio::test]
async fn many_members_are_planned_batch_by_batch() {
    let world = World::new().await;
    for n in 0..7 {
        world.member(&format!("m{n}")).await;
    }
    go_to(&world, "2026-11-23T08:00:00Z");
    let mut place = None;
    let mut seen: Vec<Due> = Vec::new();
    loop {
        let due = weekly::due(&world.db, place, 3).await.unwrap();
        let Some(last) = due.last() else { break };
        place = Some((last.at, last.member));
        seen.extend(due);
    }
    let mut once: Vec<_> = seen.iter().map(|one| one.member).collect();
    once.sort_unstable();
    once.dedup();
    assert_eq!((seen.len(), once.len()), (7, 7));
}

#[tokio::test]
async fn a_member_who_moved_gets_the_digest_in_the_new_morning() {
    let world = World::new().await;
    let ada = world.member_in("ada", "Europe/Riga").await;
    world.run("UPDATE members SET time_zone = 'America/Bogota'").await;
    go_to(&world, "2026-11-23T06:00:00Z");
    assert_eq!(plan(&world).await, 0);
    go_to(&world, "2026-11-23T13:00:00Z");
    assert_eq!(plan(&world).await, 1);
    let zone = crate::calendar::zone("Asia/Kolkata");
    let moved = async |tx: &mut Tx| preferences::moved(tx, ada, &zone).await;
    world.db.write(moved).await.unwrap();
    let next = preferences::of(&world.db, ada).await.unwrap().next_digest_at.unwrap();
    assert_eq!(next.timestamp().to_string(), "2026-11-30T02:30:00Z");
}

#[tokio::test]
async fn a_clock_that_was_wrong_does_not_silence_a_member() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    go_to(&world, "2028-01-01T00:00:00Z");
    assert_eq!(plan(&world).await, 1);
    go_to(&world, "2026-11-24T00:00:00Z");
    assert_eq!(plan(&world).await, 0);
    let next = preferences::of(&world.db, ada).await.unwrap().next_digest_at.unwrap();
    assert_eq!(next.timestamp().to_string(), "2026-11-30T08:00:00Z");
}

#[tokio::test]
async fn who_is_long_gone_gets_one_last_letter() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    world.run("UPDATE members SET seen_at = 1").await;
    go_to(&world, "2026-11-23T08:00:00Z");
    assert_eq!(plan(&world).await, 1);
    assert_eq!(world.letters(ada).await, [("farewell".into(), "waiting".into())]);
    let kept = preferences::of(&world.db, ada).await.unwrap();
    assert_eq!((kept.rhythm, kept.next_digest_at), (Rhythm::None, None));
    world.wait(DAY * 30);
    assert_eq!(plan(&world).await, 0);
}

#[tokio::test]
async fn who_wants_none_or_is_silenced_gets_none() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let actor = world.actor(ada).await;
    let none = Change { rhythm: Some(Rhythm::None), ..Change::default() };
    let change =
        async |tx: &mut Tx| preferences::change(tx, &actor, &jiff::tz::TimeZone::UTC, &none).await;
    world.db.write(change).await.unwrap();
    world.run("UPDATE members SET suspended_until = 9000000000000000000").await;
    go_to(&world, "2026-11-23T08:00:00Z");
    assert_eq!(plan(&world).await, 0);
    assert_eq!(world.letters(ben).await, []);
    world.run("UPDATE members SET suspended_until = NULL").await;
    world.wait(DAY * 7);
    assert_eq!(plan(&world).await, 1);
    assert_eq!(world.letters(ben).await, [("digest".into(), "waiting".into())]);
}

#[tokio::test]
async fn a_digests_letter_carries_its_period() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    go_to(&world, "2026-11-23T08:00:00Z");
    plan(&world).await;
    world.wait(DAY * 7);
    plan(&world).await;
    let ids = world.letter_ids(ada).await;
    let (first, second) = (world.sealed(ids[0]).await, world.sealed(ids[1]).await);
    assert_eq!(first.kind, LetterKind::Digest);
    assert_eq!(first.payload.to, second.payload.from);
    assert!(first.payload.from.unwrap() < first.payload.to.unwrap());
    assert!(matches!(world.seal(ids[0]).await, Taken::Busy(_)));
}

#[tokio::test]
async fn an_empty_week_is_an_empty_digest() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    assert!(digest(&world, ada).await.is_empty());
    let (thread, _) = world.open(ada, "Heat pumps").await;
    world.reply(ada, thread, None).await;
    assert!(digest(&world, ada).await.is_empty(), "nobody is told of himself");
}

#[tokio::test]
async fn what_was_written_to_the_member_comes_first_and_each_thread_once() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (own, _) = world.open(ada, "Heat pumps").await;
    world.reply_told(ben, own, &AT_ONCE).await;
    let (other, _) = world.open(ben, "Rain gardens").await;
    let named = world.reply(ben, other, None).await;
    let mut concerned = world.concerned(ben, named).await;
    concerned.named = vec![ada];
    world.tell(&concerned, &AT_ONCE).await;
    let digest = digest(&world, ada).await;
    let told: Vec<_> =
        digest.for_you.iter().map(|one| (one.why, one.post.title.as_deref())).collect();
    assert_eq!(
        told,
        [(Why::Mentioned, Some("Rain gardens")), (Why::YourThread, Some("Heat pumps"))]
    );
    assert_eq!(titles(&digest.unanswered), Vec::<&str>::new());
}

#[tokio::test]
async fn what_was_read_is_left_out() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, _) = world.open(ada, "Heat pumps").await;
    world.reply_told(ben, thread, &AT_ONCE).await;
    let (other, _) = world.open(ben, "Rain gardens").await;
    assert!(!digest(&world, ada).await.is_empty());
    let actor = world.actor(ada).await;
    let read = async |tx: &mut Tx| {
        reading::mark(tx, &actor, thread, 2, reading::Move::Forward).await?;
        reading::mark(tx, &actor, other, 1, reading::Move::Forward).await
    };
    world.db.write(read).await.unwrap();
    assert!(digest(&world, ada).await.is_empty());
}

#[tokio::test]
async fn nothing_removed_private_or_muted_is_told() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, _) = world.open(ada, "Heat pumps").await;
    let gone = world.reply_told(ben, thread, &AT_ONCE).await;
    world.db.write(async |tx: &mut Tx| posts::remove(tx, gone).await).await.unwrap();
    let (muted, _) = world.open(ben, "Rain gardens").await;
    world.follow(ada, Target::Thread(muted), Level::Muted).await;
    assert!(digest(&world, ada).await.is_empty());
    let (watched, _) = world.open(ben, "Night trains").await;
    world.follow(ada, Target::Thread(watched), Level::Watching).await;
    world.reply_told(ben, watched, &AT_ONCE).await;
    assert_eq!(digest(&world, ada).await.followed.len(), 1);
    world.run("UPDATE spaces SET visibility = 'private'").await;
    assert!(digest(&world, ada).await.is_empty());
}

#[tokio::test]
async fn followed_threads_needs_and_open_questions_have_their_places() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (tracked, _) = world.open(ben, "Night trains").await;
    world.follow(ada, Target::Thread(tracked), Level::Tracking).await;
    world.reply(ben, tracked, None).await;
    world.open_of(ben, "We need shade", ThreadKind::Need).await;
    world.open_of(ben, "What we did", ThreadKind::Experience).await;
    world.open(ben, "Who repairs pumps?").await;
    let digest = digest(&world, ada).await;
    let followed: Vec<_> =
        digest.followed.iter().filter_map(|one| one.thread.title.as_deref()).collect();
    assert_eq!(followed, ["Night trains"]);
    assert_eq!(titles(&digest.needs), ["We need shade"]);
    assert_eq!(titles(&digest.unanswered), ["Who repairs pumps?"]);
}
