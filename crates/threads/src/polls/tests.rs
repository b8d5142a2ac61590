use std::time::Duration;

use super::*;
use crate::testing::World;

fn ballot(text: &str) -> Ballot {
    Ballot::of(text.lines().count(), text).unwrap()
}

async fn votes(
    world: &World,
    who: &Actor,
    post: PostId,
    text: &str,
    choice: usize,
) -> Result<(), Fault> {
    let new = Vote { post, ballot: ballot(text), version: 1, choice, city: None, reason: None };
    world.db.write(async |tx: &mut Tx| vote(tx, who, &new).await).await
}

async fn stands(world: &World, who: &Actor, post: PostId, text: &str) -> Poll {
    let posts = HashMap::from([(post, ballot(text))]);
    polls(&world.db, who, &posts).await.unwrap().remove(&post).unwrap()
}

const TWO: &str = "Trams\nBuses";

#[tokio::test]
async fn everybody_has_one_vote_and_may_change_it() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (_, post) = world.open(&ada, "What to drive").await;
    for choice in [0, 1] {
        votes(&world, &kit, post, TWO, choice).await.unwrap();
    }
    votes(&world, &ada, post, TWO, 1).await.unwrap();
    let poll = stands(&world, &kit, post, TWO).await;
    assert_eq!(poll.counts, [Count { choice: 1, city: None, votes: 2 }]);
    assert_eq!((poll.mine, poll.over), (Some(1), false));
    assert!(matches!(votes(&world, &kit, post, TWO, 2).await, Err(Fault::Invalid(_))));
    world.db.write(async |tx: &mut Tx| unvote(tx, &kit, post).await).await.unwrap();
    assert_eq!(stands(&world, &kit, post, TWO).await.mine, None);
    assert_eq!(stands(&world, &Actor::guest(), post, TWO).await.counts[0].votes, 1);
}

#[tokio::test]
async fn a_vote_counts_for_the_options_it_was_given_for() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (_, post) = world.open(&ada, "What to drive").await;
    votes(&world, &kit, post, TWO, 0).await.unwrap();
    let other = stands(&world, &kit, post, "Trams\nBuses\nFerries").await;
    assert_eq!((other.counts.len(), other.mine), (0, None));
    let new = Vote { post, ballot: ballot(TWO), version: 2, choice: 0, city: None, reason: None };
    let stale = async |tx: &mut Tx| vote(tx, &kit, &new).await;
    assert!(matches!(world.db.write(stale).await, Err(Fault::Conflict("threads-poll-changed"))));
    assert_eq!((Ballot::of(1, "x"), Ballot::of(13, "x")), (None, None));
}

#[tokio::test]
async fn a_poll_closes_at_its_moment_or_with_its_outcome() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, post) = world.open(&ada, "What to drive").await;
    let at = world.db.now().plus(Duration::from_secs(3600));
    let set = async |who: &Actor, at| {
        world.db.write(async |tx: &mut Tx| close_at(tx, who, post, Some(at)).await).await
    };
    assert!(matches!(set(&kit, at).await, Err(Fault::Forbidden(_))));
    set(&ada, at).await.unwrap();
    let clock = async || world.db.write(async |tx: &mut Tx| by_the_clock(tx, 9).await).await;
    assert_eq!(clock().await.unwrap(), 0);
    world.pass(3600);
    // It is over at its moment, before the clock has looked.
    assert!(matches!(votes(&world, &kit, post, TWO, 0).await, Err(Fault::Conflict(_))));
    assert_eq!((clock().await.unwrap(), clock().await.unwrap()), (1, 0));
    assert!(matches!(
        set(&ada, world.db.now().plus(Duration::from_secs(60))).await,
        Err(Fault::Conflict(_))
    ));
    let outcome = world.reply(&ada, thread, "We drive trams").await;
    let (_, elsewhere) = world.open(&ada, "Another").await;
    let ends =
        async |reply| world.db.write(async |tx: &mut Tx| close(tx, &ada, post, reply).await).await;
    assert!(matches!(ends(elsewhere).await, Err(Fault::Invalid(_))));
    ends(outcome).await.unwrap();
    let poll = stands(&world, &kit, post, TWO).await;
    assert_eq!((poll.outcome, poll.over), (Some(outcome), true));
}

#[tokio::test]
async fn who_may_not_write_keeps_nothing_of_his_posts() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, post) = world.open(&ada, "What to drive").await;
    let reply = world.reply(&ada, thread, "in short").await;
    let sets = async |tx: &mut Tx| crate::summaries::set(tx, &kit, thread, reply).await;
    world.db.write(sets).await.unwrap();
    let silenced = Actor::member(ada.id().unwrap(), Standing::Suspended, Vec::new());
    let at = world.db.now().plus(Duration::from_secs(3600));
    let closes = async |tx: &mut Tx| close_at(tx, &silenced, post, Some(at)).await;
    assert!(matches!(world.db.write(closes).await, Err(Fault::Forbidden(_))));
    let opens = async |tx: &mut Tx| crate::posts::wiki(tx, &silenced, post, true).await;
    assert!(matches!(world.db.write(opens).await, Err(Fault::Forbidden(_))));
    let unsets = async |tx: &mut Tx| crate::summaries::unset(tx, &silenced, reply).await;
    assert!(matches!(world.db.write(unsets).await, Err(Fault::Forbidden(_))));
    let newcomer = world.person("new", Standing::Newcomer, &[]).await;
    assert!(matches!(votes(&world, &newcomer, post, TWO, 0).await, Err(Fault::Forbidden(_))));
}
