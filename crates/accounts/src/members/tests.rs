use super::*;
use crate::testing::World;
use crate::views;
use stoa_policy::Standing;

#[tokio::test]
async fn joining_waits_for_the_confirmation() {
    let world = World::new().await;
    let token = world.join("kit", "correct horse").await;
    assert_eq!(world.letters().await, ["accounts.confirm_asked"]);
    assert!(!world.signs_in("kit", "correct horse").await);
    let done = world.confirm(token).await.unwrap();
    assert!(world.signs_in("kit", "correct horse").await);
    let actor = views::actor(&world.db, done.member).await.unwrap().unwrap();
    assert_eq!(actor.standing(), Standing::Newcomer);
    assert_eq!(world.confirm(token).await, None, "a link works once");
}

#[tokio::test]
async fn a_known_address_is_told_by_letter_and_nothing_changes() {
    let world = World::new().await;
    world.member("ada").await;
    let wish = world.wish("ada", "another secret").await;
    let joined = world.db.write(async |tx: &mut Tx| join(tx, &wish).await).await.unwrap();
    assert!(matches!(joined, Joined::Known(_)));
    assert_eq!(world.letters().await, ["accounts.address_known"]);
    assert!(world.signs_in("ada", World::PASSWORD).await);
    assert!(!world.signs_in("ada", "another secret").await);
}

#[tokio::test]
async fn addresses_are_one_in_any_case() {
    let world = World::new().await;
    world.member("ada").await;
    let mut wish = world.wish("ada", "another secret").await;
    wish.email = crate::EmailAddress::parse("ADA@City.Example").unwrap();
    let joined = world.db.write(async |tx: &mut Tx| join(tx, &wish).await).await.unwrap();
    assert!(matches!(joined, Joined::Known(_)));
    let added = world.db.write(async |tx: &mut Tx| add(tx, &wish).await).await;
    assert!(matches!(added, Err(Fault::Conflict("accounts-email-taken"))));
}

/// Somebody joins with a stranger's address before or after the stranger does: each letter
/// confirms what its own writer asked, and the other's password is worth nothing.
#[tokio::test]
async fn a_link_confirms_the_wish_it_was_sent_for() {
    let world = World::new().await;
    let thief = world.join("kit", "the thief's secret").await;
    let owner = world.join("kit", "the owner's secret").await;
    let again = world.join("kit", "the thief's second").await;
    assert!(world.confirm(owner).await.is_some());
    assert!(world.signs_in("kit", "the owner's secret").await);
    for token in [thief, again] {
        assert_eq!(world.confirm(token).await, None);
    }
    assert!(!world.signs_in("kit", "the thief's secret").await);
    assert!(!world.signs_in("kit", "the thief's second").await);
}

#[tokio::test]
async fn many_joins_at_once_make_one_account() {
    let world = World::new().await;
    let wish = world.wish("kit", "correct horse").await;
    let tries = (0..8).map(|_| {
        let (db, wish) = (world.db.clone(), wish.clone());
        let join = async move |tx: &mut Tx| join(tx, &wish).await;
        tokio::spawn(async move { db.write(join).await.unwrap() })
    });
    let mut fresh = 0;
    for attempt in tries.collect::<Vec<_>>() {
        fresh += i32::from(matches!(attempt.await.unwrap(), Joined::New(_)));
    }
    assert_eq!(fresh, 1);
    assert_eq!(world.letters().await.len(), 8);
}

#[tokio::test]
async fn handles_are_unique_when_folded() {
    let world = World::new().await;
    let mut handles = Vec::new();
    for (at, name) in
        ["Ilze Ozola", "ILZE  OZOLA", "Ilzé Ozola", "雨宮", "あめみや", "Stoa"].iter().enumerate()
    {
        let mut wish = world.wish(&format!("m{at}"), World::PASSWORD).await;
        wish.name = crate::DisplayName::parse(name).unwrap();
        let id = world.db.write(async |tx: &mut Tx| add(tx, &wish).await).await.unwrap();
        handles.push(views::cards(&world.db, &[id]).await.unwrap()[&id].handle.clone());
    }
    let expected = ["ilze-ozola", "ilze-ozola-2", "ilze-ozola-3", "member-2", "member-3", "stoa-2"];
    assert_eq!(handles, expected);
}

#[tokio::test]
async fn a_city_that_is_not_listed_is_claimed_when_confirmed() {
    let world = World::new().await;
    let mut wish = world.wish("kit", "correct horse").await;
    wish.tie = Tie::City;
    wish.wish = Some(CityWish { name: "Toyama".into(), country: "JP".into() });
    let token = world.join_as(&wish).await;
    let done = world.confirm(token).await.unwrap();
    assert_eq!(done.claim, wish.wish);
    let city = CityId::from_uuid(sea_orm::prelude::Uuid::from_u128(3));
    let member = done.member;
    world.db.write(async |tx: &mut Tx| settle(tx, member, city).await).await.unwrap();
    assert_eq!(views::cards(&world.db, &[member]).await.unwrap()[&member].city, Some(city));
}

#[tokio::test]
async fn the_second_approved_post_makes_a_member() {
    let world = World::new().await;
    let kit = world.member("kit").await;
    let standing = async || world.actor(kit).await.standing();
    let count = async |tx: &mut Tx| count_approval(tx, kit).await;
    let mut heard = world.db.listen();
    assert_eq!(world.db.write(count).await.unwrap(), 1);
    assert_eq!(standing().await, Standing::Newcomer);
    assert!(heard.try_recv().is_err(), "nothing changed for sockets");
    assert_eq!(world.db.write(count).await.unwrap(), 2);
    assert_eq!(standing().await, Standing::Member);
    assert_eq!(heard.recv().await.unwrap().topic, "rights");
    let uncount = async |tx: &mut Tx| uncount_approval(tx, kit).await;
    assert_eq!(world.db.write(uncount).await.unwrap(), 1);
    assert_eq!(standing().await, Standing::Newcomer);
    world.db.write(uncount).await.unwrap();
    assert_eq!(world.db.write(uncount).await.unwrap(), 0, "never below none");
}

#[tokio::test]
async fn the_silenced_still_sign_in_and_speak_again_in_time() {
    let world = World::new().await;
    let kit = world.member("kit").await;
    let hour = std::time::Duration::from_secs(3600);
    let until = world.db.now().plus(hour);
    world.suspend(By::Operator, kit, Some(until)).await.unwrap();
    assert!(world.signs_in("kit", World::PASSWORD).await);
    assert_eq!(world.actor(kit).await.standing(), Standing::Suspended);
    assert!(views::contact(&world.db, kit).await.unwrap().unwrap().suspended);
    world.advance(hour);
    assert_eq!(world.actor(kit).await.standing(), Standing::Newcomer);
    world.suspend(By::Operator, kit, Some(FOREVER)).await.unwrap();
    world.advance(hour * 24 * 365 * 50);
    assert_eq!(world.actor(kit).await.standing(), Standing::Suspended);
    world.suspend(By::Operator, kit, None).await.unwrap();
    assert_eq!(world.actor(kit).await.standing(), Standing::Newcomer);
}

#[tokio::test]
async fn members_cannot_silence_each_other() {
    let world = World::new().await;
    let (kit, eve) = (world.member("kit").await, world.member("eve").await);
    let eve = world.actor(eve).await;
    let tried = world.suspend(By::Actor(&eve), kit, Some(FOREVER)).await;
    assert!(matches!(tried, Err(Fault::Forbidden("core-refused-role"))));
}

#[tokio::test]
async fn a_swept_account_answers_its_link_like_an_unknown_one() {
    let world = World::new().await;
    let token = world.join("kit", "correct horse").await;
    world.advance(Purpose::Confirm.life());
    world.db.write(async |tx: &mut Tx| crate::sweep::sweep(tx, tx.now()).await).await.unwrap();
    let link = links::text(&world.secret(), Purpose::Confirm, token);
    let secret = world.secret();
    let done = world.db.write(async |tx: &mut Tx| confirm(tx, &secret, &link).await).await;
    assert_eq!(done.unwrap(), Confirming::Not(Link::Unknown));
}

#[tokio::test]
async fn devices_are_cut_short() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let agent = format!("x\r\n{}", "y".repeat(500));
    let open = async |tx: &mut Tx| crate::sessions::open(tx, ada, &agent, "192.0.*.*").await;
    world.db.write(open).await.unwrap();
    let actor = world.actor(ada).await;
    let list = crate::sessions::list(&world.db, &actor).await.unwrap();
    assert_eq!(list[0].agent.len(), 200);
    assert!(list[0].agent.starts_with("x y"));
}
