use std::time::Duration;

use stoa_kernel::{Actor, Fault, Limit, RoleKind};

use super::*;
use crate::model::{Act, CaseKind, CaseState};
use crate::testing::World;

const MINUTE: Duration = Duration::from_secs(60);

async fn three_waiting(world: &World) -> (MemberId, MemberId) {
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (thread, _) = world.opens(world.member("ada").await, "Soil").await;
    world.opens(kit, "Mulch").await;
    for text in ["One", "Two"] {
        world.settle().await;
        world.wait(MINUTE);
        world.replies(kit, thread, text).await;
    }
    world.settle().await;
    (mo, kit)
}

#[tokio::test]
async fn the_queue_is_read_page_by_page_oldest_first() {
    let world = World::new().await;
    let (mo, _) = three_waiting(&world).await;
    let actor = world.actor(mo).await;
    let limit = Limit::parse(Some(2)).unwrap();
    let all = Filter::default();
    let first = queue(&world.db, &actor, &all, limit, None).await.unwrap();
    let next = first.next.as_deref();
    let second = queue(&world.db, &actor, &all, limit, next).await.unwrap();
    assert_eq!((first.items.len(), second.items.len(), second.next.is_none()), (2, 1, true));
    let opened: Vec<_> = first.items.iter().chain(&second.items).map(|one| one.opened_at).collect();
    assert!(opened.windows(2).all(|pair| pair[0] < pair[1]));
    let (before, after) =
        neighbours(&world.db, &actor, &Filter::default(), &first.items[1]).await.unwrap();
    assert_eq!((before, after), (Some(first.items[0].id), Some(second.items[0].id)));
    let ends = neighbours(&world.db, &actor, &Filter::default(), &second.items[0]).await.unwrap();
    assert_eq!(ends, (Some(first.items[1].id), None));
    let forged = history(&world.db, &actor, &all, limit, next).await;
    assert!(matches!(forged, Err(Fault::Invalid(_))), "a cursor of one list is none of another");
}

#[tokio::test]
async fn filters_and_counts_agree() {
    let world = World::new().await;
    let (mo, _) = three_waiting(&world).await;
    let actor = world.actor(mo).await;
    let of = async |filter: Filter| {
        queue(&world.db, &actor, &filter, Limit::PAGE, None).await.unwrap().items
    };
    let counted = tally(&world.db, &actor).await.unwrap().all;
    assert_eq!((counted.open, counted.mine), (3, 0));
    assert_eq!(counted.kinds[&CaseKind::HeldReply], 2);
    let threads = of(Filter { kind: Some(CaseKind::HeldThread), ..Filter::default() }).await;
    assert_eq!(counted.oldest, Some(threads[0].opened_at));
    let spaces = world.spaces().await;
    assert_eq!(of(Filter { space: Some(spaces[0]), ..Filter::default() }).await.len(), 3);
    assert!(of(Filter { space: Some(spaces[1]), ..Filter::default() }).await.is_empty());
    assert_eq!(of(Filter { language: Some("en".into()), ..Filter::default() }).await.len(), 3);
    assert!(of(Filter { language: Some("lv".into()), ..Filter::default() }).await.is_empty());
    world.claims(mo, threads[0].id).await;
    assert_eq!(tally(&world.db, &actor).await.unwrap().all.mine, 1);
    let mine = of(Filter { claimed_by: Some(mo), ..Filter::default() }).await;
    assert_eq!(mine.len(), 1);
    world.wait(10 * MINUTE);
    assert_eq!(tally(&world.db, &actor).await.unwrap().all.mine, 0, "a lease that ran out is none");
    assert!(of(Filter { claimed_by: Some(mo), ..Filter::default() }).await.is_empty());
    world.decided(mo, threads[0].id, Act::Decline).await;
    let decided = of(Filter { state: Some(CaseState::Decided), ..Filter::default() }).await;
    assert_eq!(decided.len(), 1);
    assert_eq!(tally(&world.db, &actor).await.unwrap().all.open, 2);
    assert_eq!(tally(&world.db, &actor).await.unwrap().badge, 2);
}

#[tokio::test]
async fn a_case_brings_its_text_what_is_around_it_and_its_authors_record() {
    let world = World::new().await;
    let (mo, ada) = (world.moderator("mo").await, world.member("ada").await);
    let kit = world.newcomer("kit").await;
    let (thread, _) = world.opens(ada, "Soil").await;
    for number in 2..=6 {
        world.replies(ada, thread, &format!("Reply {number}")).await;
    }
    let (_, sent) = world.opens(kit, "Sent").await;
    world.settle().await;
    let first = world.queue(mo).await.remove(0);
    assert_eq!(first.subject.post(), Some(sent));
    world.decided(mo, first.id, Act::Decline).await;
    world.wait(MINUTE);
    world.replies(kit, thread, "Held").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let actor = world.actor(mo).await;
    let seen = case(&world.db, &actor, found.id).await.unwrap();
    assert_eq!(seen.text.map(|card| card.post.html).as_deref(), Some("Held"));
    let above: Vec<_> = seen.context.above.iter().map(|post| post.html.clone()).collect();
    assert_eq!(above, ["Reply 4", "Reply 5", "Reply 6"]);
    assert_eq!((seen.context.earlier, seen.context.below.len()), (3, 0));
    assert_eq!(seen.record, AuthorRecord { declined: 1, ..AuthorRecord::default() });
    let about = async |who: &Actor, post| case_about(&world.db, who, post).await;
    assert_eq!(about(&actor, sent).await.unwrap(), first.id);
    assert!(matches!(about(&world.actor(ada).await, sent).await, Err(Fault::NotFound)));
    let past = case(&world.db, &actor, first.id).await.unwrap();
    assert_eq!((past.decisions.len(), past.context.above.len()), (1, 0));
}

#[tokio::test]
async fn the_log_names_nobody_and_follows_who_may_enter() {
    let world = World::new().await;
    let (mo, boss) = (world.moderator("mo").await, world.administrator("boss").await);
    let (kit, space) = (world.newcomer("kit").await, world.space().await);
    world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let reference = world.decided(mo, found.id, Act::Approve).await;
    world.wait(Duration::from_secs(5));
    world.undoes(mo, &reference).await.unwrap();
    world.wait(Duration::from_secs(5));
    world.decided(mo, found.id, Act::Decline).await;
    let read = async |actor: &Actor, filter: LogFilter| {
        log(&world.db, actor, &filter, Limit::PAGE, None).await.unwrap().items
    };
    let all = read(&Actor::guest(), LogFilter::default()).await;
    let acts: Vec<_> = all.iter().map(|line| line.action.name()).collect();
    assert_eq!(acts, ["decline", "undone", "approve"]);
    assert!(
        all.iter().all(|line| line.space == Some(space) && line.kind == Some(CaseKind::HeldThread))
    );
    let declined =
        LogFilter { action: Some(LogAction::Made(Act::Decline)), ..LogFilter::default() };
    assert_eq!(read(&Actor::guest(), declined).await.len(), 1);
    let elsewhere = LogFilter { space: Some(world.spaces().await[1]), ..LogFilter::default() };
    assert!(read(&Actor::guest(), elsewhere).await.is_empty());
    let tally = log_tally(&world.db, &Actor::guest(), Duration::from_secs(3600)).await.unwrap();
    assert_eq!(tally[&LogAction::Undone], 1);
    let one = Limit::parse(Some(1)).unwrap();
    let first = log(&world.db, &Actor::guest(), &LogFilter::default(), one, None).await.unwrap();
    let next = first.next.as_deref();
    let second = log(&world.db, &Actor::guest(), &LogFilter::default(), one, next).await.unwrap();
    assert_eq!(second.items[0].action, LogAction::Undone);
    world.makes_private(boss, space).await;
    assert!(read(&Actor::guest(), LogFilter::default()).await.is_empty());
    assert!(log_tally(&world.db, &Actor::guest(), MINUTE).await.unwrap().is_empty());
    assert_eq!(read(&world.actor(mo).await, LogFilter::default()).await.len(), 3);
}

#[tokio::test]
async fn the_last_decision_can_be_undone_while_there_is_time() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("na").await);
    let kit = world.newcomer("kit").await;
    world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let reference = world.decided(mo, found.id, Act::Approve).await;
    let last = async |who| undoable(&world.db, &world.actor(who).await).await.unwrap();
    let mine = last(mo).await.unwrap();
    assert_eq!((mine.decision.reference.as_str(), mine.case.id), (reference.as_str(), found.id));
    assert!(last(na).await.is_none());
    world.wait(Duration::from_secs(31));
    assert!(last(mo).await.is_none());
    let actor = world.actor(mo).await;
    let past = history(&world.db, &actor, &Filter::default(), Limit::PAGE, None).await.unwrap();
    assert_eq!(past.items[0].1.as_ref().map(|made| made.reference.as_str()), Some(&*reference));
}

#[tokio::test]
async fn watchers_are_those_who_may_decide() {
    let world = World::new().await;
    let spaces = world.spaces().await;
    let (all, boss) = (world.moderator("all").await, world.administrator("boss").await);
    let here = world.with_role("here", RoleKind::Moderator, Some(spaces[0])).await;
    world.with_role("else", RoleKind::Moderator, Some(spaces[1])).await;
    let mut told = watchers(&world.db, Some(spaces[0])).await.unwrap();
    told.sort();
    let mut expected = vec![all, boss, here];
    expected.sort();
    assert_eq!(told, expected);
    assert_eq!(watchers(&world.db, None).await.unwrap().len(), 2);
}
