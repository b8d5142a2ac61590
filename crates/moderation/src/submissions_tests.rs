use stoa_kernel::{Actor, Fault};
use stoa_policy::{Holding, Posting, Standing};

use super::*;
use crate::testing::{FREE, World, prepared};

#[tokio::test]
async fn the_composer_is_told_beforehand_what_will_happen() {
    let world = World::new().await;
    let (boss, space) = (world.administrator("boss").await, world.space().await);
    let (ada, kit) = (world.member("ada").await, world.newcomer("kit").await);
    let (thread, post) = world.opens(ada, "Soil").await;
    let asks = async |who: &Actor, place| screening(&world.db, who, place).await;
    let (member, newcomer) = (world.actor(ada).await, world.actor(kit).await);
    for place in [Place::Space(space), Place::Thread(thread)] {
        assert_eq!(asks(&member, place).await.unwrap(), None);
        assert_eq!(asks(&newcomer, place).await.unwrap(), Some(HoldReason::Newcomer));
        assert!(matches!(asks(&Actor::guest(), place).await, Err(Fault::Forbidden(_))));
    }
    world.sets(boss, space, |set| set.holding = Holding::Everybody).await;
    assert_eq!(asks(&member, Place::Post(post)).await.unwrap(), Some(HoldReason::SpaceHoldsAll));
    assert_eq!(asks(&newcomer, Place::Thread(thread)).await.unwrap(), Some(HoldReason::Newcomer));
    world.sets(boss, space, |set| set.posting = Posting::Moderators).await;
    let refused = asks(&member, Place::Thread(thread)).await;
    assert!(matches!(refused, Err(Fault::Forbidden("core-refused-moderators-only"))));
    world.makes_private(boss, space).await;
    assert!(matches!(asks(&member, Place::Thread(thread)).await, Err(Fault::NotFound)));
}

#[tokio::test]
async fn a_reply_costs_no_statement_more_than_its_verb() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let (thread, _) = world.opens(ada, "Soil").await;
    let actor = world.actor(ada).await;
    let new = NewReply { thread, reply_to: None, city: None, body: prepared("One") };
    let cost = async |through_the_door: bool| {
        let before = world.db.statements();
        let write = async |tx: &mut Tx| match through_the_door {
            true => reply(tx, &actor, &FREE, &new).await,
            false => posts::reply(tx, &actor, Screened::by_submissions(None), &new).await,
        };
        world.db.write(write).await.unwrap();
        world.db.statements() - before
    };
    assert_eq!(cost(true).await, cost(false).await);
}

#[tokio::test]
async fn limits_hold_at_the_door() {
    let world = World::new().await;
    let kit = world.newcomer("kit").await;
    let (actor, space) = (world.actor(kit).await, world.space().await);
    assert_eq!(actor.standing(), Standing::Newcomer);
    let strict = Rules { factor: 1.0, book: None };
    let (thread, _) = world.opens(world.member("ada").await, "Soil").await;
    let tries = async |text: &str| {
        let new = NewReply { thread, reply_to: None, city: None, body: prepared(text) };
        world.db.write(async |tx: &mut Tx| reply(tx, &actor, &strict, &new).await).await
    };
    tries("One").await.unwrap();
    assert!(matches!(tries("Two").await, Err(Fault::TooSoon(_))), "five seconds between posts");
    let open = world.try_open(&actor, space, "Mulch").await.unwrap();
    assert!(matches!(open, Opened::Held { .. }), "a factor of 0 lifts them");
}
