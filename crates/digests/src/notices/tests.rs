//! Who is told of what, once, and as long as it may be seen.

use std::time::Duration;

use stoa_kernel::ids::{DecisionId, MemberId, PostId, ThreadId};
use stoa_kernel::{Fault, Tx};
use stoa_threads::subscriptions::Target;
use stoa_threads::{Level, posts, reading};

use crate::letters::Pace;
use crate::model::{LetterKind, Why};
use crate::notices::{self, News};
use crate::preferences::{self, Change};
use crate::testing::{AT_ONCE, DAY, World};

/// Ada asked, Ben replied, the rest has not been here.
async fn asked() -> (World, [MemberId; 4], ThreadId, [PostId; 2]) {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let ben = world.member("ben").await;
    let cleo = world.member("cleo").await;
    let dan = world.member("dan").await;
    let (thread, opening) = world.open(ada, "Heat pumps").await;
    let reply = world.reply(ben, thread, None).await;
    (world, [ada, ben, cleo, dan], thread, [opening, reply])
}

#[tokio::test]
async fn the_asker_hears_of_replies_and_nobody_of_the_own_post() {
    let (world, [ada, ben, cleo, _], thread, [opening, reply]) = asked().await;
    let first = world.concerned(ada, opening).await;
    assert_eq!(world.whom(&first).await, []);
    let second = world.concerned(ben, reply).await;
    assert_eq!(world.whom(&second).await, [(ada, Why::YourThread)]);
    let answer = world.reply(cleo, thread, Some(reply)).await;
    let third = world.concerned(cleo, answer).await;
    assert_eq!(world.whom(&third).await, [(ben, Why::Replied), (ada, Why::YourThread)]);
}

#[tokio::test]
async fn the_strongest_reason_is_kept() {
    let (world, [ada, ben, cleo, dan], thread, [opening, _]) = asked().await;
    world.follow(dan, Target::Space(world.space), Level::Watching).await;
    world.follow(cleo, Target::Thread(thread), Level::Watching).await;
    let post = world.reply(ben, thread, Some(opening)).await;
    let mut concerned = world.concerned(ben, post).await;
    concerned.named = vec![dan, ben];
    concerned.quoted = vec![dan, ada];
    assert_eq!(
        world.whom(&concerned).await,
        [(dan, Why::Mentioned), (ada, Why::Quoted), (cleo, Why::WatchesThread)]
    );
    concerned.edited = true;
    assert_eq!(world.whom(&concerned).await, [(dan, Why::Mentioned), (ada, Why::Quoted)]);
}

#[tokio::test]
async fn muting_silences_all_but_being_named() {
    let (world, [ada, ben, cleo, dan], thread, [_, reply]) = asked().await;
    world.follow(ada, Target::Thread(thread), Level::Muted).await;
    world.follow(cleo, Target::Space(world.space), Level::Muted).await;
    world.follow(cleo, Target::Thread(thread), Level::Watching).await;
    world.follow(dan, Target::Thread(thread), Level::Tracking).await;
    let mut concerned = world.concerned(ben, reply).await;
    assert_eq!(world.whom(&concerned).await, []);
    concerned.quoted = vec![ada];
    assert_eq!(world.whom(&concerned).await, []);
    concerned.named = vec![ada];
    assert_eq!(world.whom(&concerned).await, [(ada, Why::Mentioned)]);
}

#[tokio::test]
async fn a_city_is_watched_for_what_it_begins() {
    let (world, [ada, ben, cleo, _], _, [opening, reply]) = asked().await;
    let city: stoa_kernel::ids::CityId = "01j00000000000000000000001".parse().unwrap();
    let hex = city.uuid().simple().to_string();
    let value = match world.db.backend() {
        sea_orm::DbBackend::Postgres => format!("'{}'", city.uuid()),
        _ => format!("x'{hex}'"),
    };
    world.run(&format!("UPDATE threads SET city_id = {value}")).await;
    world.follow(cleo, Target::City(city), Level::Watching).await;
    let first = world.concerned(ada, opening).await;
    assert_eq!(world.whom(&first).await, [(cleo, Why::WatchesCity)]);
    let second = world.concerned(ben, reply).await;
    assert_eq!(world.whom(&second).await, [(ada, Why::YourThread)]);
}

#[tokio::test]
async fn a_person_is_watched_for_every_post_and_a_theme_for_what_begins_under_it() {
    let (world, [ada, ben, cleo, dan], thread, [opening, reply]) = asked().await;
    let label = async |tx: &mut stoa_kernel::Tx| {
        let sql = "INSERT INTO thread_themes (thread_id, theme) VALUES (?, 'mobility/parking')";
        tx.run(sql, vec![thread.into()]).await.map(|_| ())
    };
    world.db.write(label).await.unwrap();
    world.follow(cleo, Target::Theme("mobility"), Level::Watching).await;
    world.follow(dan, Target::Person(ben), Level::Watching).await;
    let first = world.concerned(ada, opening).await;
    assert_eq!(world.whom(&first).await, [(cleo, Why::WatchesTheme)]);
    let second = world.concerned(ben, reply).await;
    let mut told = world.whom(&second).await;
    told.sort();
    let mut wanted = vec![(ada, Why::YourThread), (dan, Why::WatchesPerson)];
    wanted.sort();
    assert_eq!(told, wanted);
    world.follow(ada, Target::Person(ben), Level::Muted).await;
    world.follow(cleo, Target::Theme("mobility"), Level::Muted).await;
    assert_eq!(world.whom(&first).await, []);
    assert_eq!(world.whom(&second).await, [(dan, Why::WatchesPerson)]);
}

#[tokio::test]
async fn in_a_private_space_only_those_inside_are_told() {
    let (world, [ada, ben, cleo, dan], thread, [_, reply]) = asked().await;
    world.follow(cleo, Target::Thread(thread), Level::Watching).await;
    world.run("UPDATE spaces SET visibility = 'private'").await;
    world.let_in(ben).await;
    let mut concerned = world.concerned(ben, reply).await;
    concerned.named = vec![dan];
    assert_eq!(world.whom(&concerned).await, []);
    world.let_in(ada).await;
    assert_eq!(world.whom(&concerned).await, [(ada, Why::YourThread)]);
}

#[tokio::test]
async fn one_event_tells_once_however_often_its_job_runs() {
    let (world, [ada, ben, ..], _, [_, reply]) = asked().await;
    let concerned = world.concerned(ben, reply).await;
    for _ in 0..3 {
        world.tell(&concerned, &AT_ONCE).await;
    }
    assert_eq!(world.inbox(ada).await.len(), 1);
    assert_eq!(world.letters(ada).await, [("thread-reply".into(), "waiting".into())]);
    let news = stoa_live::streams::newest(&world.db, stoa_live::Topic::Inbox(ada)).await;
    assert_eq!(news.unwrap(), 1);
}

#[tokio::test]
async fn what_is_gone_is_neither_shown_nor_counted() {
    let (world, [ada, ben, cleo, _], thread, _) = asked().await;
    let kept = world.reply_told(ben, thread, &AT_ONCE).await;
    let gone = world.reply_told(cleo, thread, &AT_ONCE).await;
    assert_eq!(world.unread(ada).await, 2);
    let remove = async |tx: &mut Tx| posts::remove(tx, gone).await;
    world.db.write(remove).await.unwrap();
    assert_eq!(world.unread(ada).await, 1);
    let shown: Vec<_> = world.inbox(ada).await.iter().map(|notice| notice.post).collect();
    assert_eq!(shown, [Some(kept)]);
    world.run("UPDATE spaces SET visibility = 'private'").await;
    assert_eq!((world.unread(ada).await, world.inbox(ada).await.len()), (0, 0));
}

#[tokio::test]
async fn what_was_read_in_its_thread_is_read_in_the_inbox() {
    let (world, [ada, ben, ..], thread, _) = asked().await;
    world.reply_told(ben, thread, &AT_ONCE).await;
    world.reply_told(ben, thread, &AT_ONCE).await;
    let actor = world.actor(ada).await;
    let mark =
        async |tx: &mut Tx| reading::mark(tx, &actor, thread, 3, reading::Move::Forward).await;
    world.db.write(mark).await.unwrap();
    assert_eq!(world.unread(ada).await, 1);
    let read: Vec<_> = world.inbox(ada).await.iter().map(|notice| notice.read).collect();
    assert_eq!(read, [false, true]);
    let all = async |tx: &mut Tx| notices::read_all(tx, &actor).await;
    world.db.write(all).await.unwrap();
    assert_eq!(world.unread(ada).await, 0);
}

#[tokio::test]
async fn the_one_unread_notice_counts_behind_a_hundred_that_were_read_in_their_thread() {
    let (world, [ada, ben, ..], thread, _) = asked().await;
    let (other, _) = world.open(ada, "Another").await;
    world.reply_told(ben, other, &AT_ONCE).await;
    let mut last = 0;
    for _ in 0..100 {
        world.reply_told(ben, thread, &AT_ONCE).await;
        last += 1;
    }
    let actor = world.actor(ada).await;
    let mark = async |tx: &mut Tx| {
        reading::mark(tx, &actor, thread, last + 2, reading::Move::Forward).await
    };
    world.db.write(mark).await.unwrap();
    assert_eq!(world.unread(ada).await, 1);
}

#[tokio::test]
async fn a_notice_is_read_by_its_reader_alone() {
    let (world, [ada, ben, ..], thread, _) = asked().await;
    world.reply_told(ben, thread, &AT_ONCE).await;
    let id = world.inbox(ada).await[0].id;
    let stranger = world.actor(ben).await;
    let tried = world.db.write(async |tx: &mut Tx| notices::read(tx, &stranger, id).await).await;
    assert!(matches!(tried, Err(Fault::NotFound)));
    let own = world.actor(ada).await;
    world.db.write(async |tx: &mut Tx| notices::read(tx, &own, id).await).await.unwrap();
    assert_eq!(world.unread(ada).await, 0);
}

#[tokio::test]
async fn letters_come_as_they_were_wished() {
    let (world, [ada, ben, ..], thread, _) = asked().await;
    let actor = world.actor(ada).await;
    let wish = Change { replies: Some(false), ..Change::default() };
    let change =
        async |tx: &mut Tx| preferences::change(tx, &actor, &jiff::tz::TimeZone::UTC, &wish).await;
    world.db.write(change).await.unwrap();
    world.reply_told(ben, thread, &AT_ONCE).await;
    assert_eq!(world.letters(ada).await, []);
    let post = world.reply(ben, thread, None).await;
    let mut concerned = world.concerned(ben, post).await;
    concerned.named = vec![ada];
    world.tell(&concerned, &AT_ONCE).await;
    assert_eq!(world.letters(ada).await, [("mention".into(), "waiting".into())]);
    assert_eq!(world.inbox(ada).await.len(), 2);
}

#[tokio::test]
async fn one_thread_writes_one_letter_a_while() {
    let (world, [ada, ben, cleo, _], thread, _) = asked().await;
    let pace = Pace { bundle: Duration::from_secs(600), a_day: None };
    let first = world.reply_told(ben, thread, &pace).await;
    let second = world.reply_told(cleo, thread, &pace).await;
    let (other, _) = world.open(ada, "Rain gardens").await;
    world.reply_told(ben, other, &pace).await;
    let ids = world.letter_ids(ada).await;
    assert_eq!(ids.len(), 2);
    assert_eq!(world.due_jobs().await, Vec::<String>::new());
    world.wait(pace.bundle);
    assert_eq!(world.due_jobs().await.len(), 2);
    let letter = world.sealed(ids[0]).await;
    let posts: Vec<_> = letter.tells.iter().map(|one| one.post).collect();
    assert_eq!((letter.kind, posts), (LetterKind::ThreadReply, vec![first, second]));
    // What comes after the sealing goes into a letter of its own.
    world.reply_told(cleo, thread, &pace).await;
    assert_eq!(world.letter_ids(ada).await.len(), 3);
}

#[tokio::test]
async fn being_named_gives_the_letter_its_name() {
    let (world, [ada, ben, ..], thread, _) = asked().await;
    let pace = Pace { bundle: Duration::from_secs(600), a_day: None };
    world.reply_told(ben, thread, &pace).await;
    let post = world.reply(ben, thread, None).await;
    let mut concerned = world.concerned(ben, post).await;
    concerned.named = vec![ada];
    world.tell(&concerned, &pace).await;
    let ids = world.letter_ids(ada).await;
    assert_eq!(ids.len(), 1);
    assert_eq!(world.sealed(ids[0]).await.kind, LetterKind::Mention);
}

#[tokio::test]
async fn past_the_bound_of_a_day_the_rest_comes_in_one() {
    let (world, [ada, ben, ..], thread, _) = asked().await;
    let pace = Pace { bundle: Duration::ZERO, a_day: Some(3) };
    for _ in 0..8 {
        world.reply_told(ben, thread, &pace).await;
    }
    let ids = world.letter_ids(ada).await;
    assert_eq!(ids.len(), 4);
    assert_eq!(world.due_jobs().await.len(), 3);
    world.wait(DAY);
    assert_eq!(world.due_jobs().await.len(), 4);
    let folded = world.sealed(ids[3]).await;
    assert_eq!((folded.tells.len(), folded.thread), (5, None));
}

#[tokio::test]
async fn authors_are_told_what_was_decided_and_not_when_it_was_taken_back() {
    let (world, [ada, ..], thread, [opening, _]) = asked().await;
    let decision: DecisionId = "01j00000000000000000000001".parse().unwrap();
    let news = News {
        author: ada,
        decision,
        reference: "d-1".into(),
        why: Why::Declined,
        post: Some(opening),
        thread: Some(thread),
        tell_at: world.db.clock().now().plus(Duration::from_secs(30)),
    };
    for _ in 0..2 {
        let decided = async |tx: &mut Tx| notices::decided(tx, &news).await;
        world.db.write(decided).await.unwrap();
    }
    let inbox = world.inbox(ada).await;
    assert_eq!(inbox.len(), 1);
    assert_eq!(inbox[0].reference.as_deref(), Some("d-1"));
    assert_eq!(world.unread(ada).await, 1);
    assert_eq!(world.due_jobs().await, Vec::<String>::new());
    world.wait(Duration::from_secs(30));
    assert_eq!(world.due_jobs().await, ["mail.send"]);
    let forget = async |tx: &mut Tx| notices::forget_decision(tx, decision).await;
    world.db.write(forget).await.unwrap();
    assert_eq!(world.inbox(ada).await.len(), 0);
}

#[tokio::test]
async fn the_inbox_pages_through_everything_once() {
    let (world, [ada, ben, ..], thread, _) = asked().await;
    for _ in 0..7 {
        world.reply_told(ben, thread, &AT_ONCE).await;
    }
    let gone = world.inbox(ada).await[3].post.unwrap();
    world.db.write(async |tx: &mut Tx| posts::remove(tx, gone).await).await.unwrap();
    let actor = world.actor(ada).await;
    let two = stoa_kernel::Limit::parse(Some(2)).unwrap();
    let (mut seen, mut cursor): (Vec<_>, Option<String>) = (Vec::new(), None);
    loop {
        let page = notices::inbox(&world.db, &actor, two, cursor.as_deref()).await.unwrap();
        assert!(page.items.len() <= 2);
        seen.extend(page.items.iter().filter_map(|notice| notice.post));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let mut once = seen.clone();
    once.dedup();
    assert_eq!((seen.len(), once.len()), (6, 6));
    assert!(!seen.contains(&gone));
}
