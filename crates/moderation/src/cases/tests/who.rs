//! Who may claim and decide, and what others learn of it.

use super::*;

#[tokio::test]
async fn a_claim_is_a_lease_and_keeps_others_from_deciding() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("na").await);
    let (boss, kit) = (world.administrator("boss").await, world.newcomer("kit").await);
    world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    // Lines of one instant have no order.
    world.wait(MINUTE);
    let claim = async |who, take_over| {
        let actor = world.actor(who).await;
        let settings = Settings::default();
        let claim = async |tx: &mut Tx| claim(tx, &actor, found.id, take_over, &settings).await;
        world.db.write(claim).await.unwrap()
    };
    let until = world.db.clock().now().plus(10 * MINUTE);
    assert_eq!(claim(mo, false).await, Claimed::Yours(Lease { by: mo, until }));
    assert_eq!(claim(na, false).await, Claimed::Taken(Lease { by: mo, until }));
    assert_eq!(
        claim(na, true).await,
        Claimed::Taken(Lease { by: mo, until }),
        "not for moderators"
    );
    let taken = world.decides(na, found.id, 1, &verdict(Act::Approve)).await.unwrap();
    assert_eq!(taken, Decided::Taken(Lease { by: mo, until }));
    world.wait(9 * MINUTE);
    let renewed = world.db.clock().now().plus(10 * MINUTE);
    assert_eq!(claim(mo, false).await, Claimed::Yours(Lease { by: mo, until: renewed }));
    assert_eq!(claim(boss, false).await, Claimed::Taken(Lease { by: mo, until: renewed }));
    assert!(matches!(claim(boss, true).await, Claimed::Yours(lease) if lease.by == boss));
    world.wait(10 * MINUTE);
    assert!(matches!(claim(na, false).await, Claimed::Yours(lease) if lease.by == na));
    assert_eq!(world.case(found.id).await.version, 1, "claims change no version");
    world.settle().await;
    world.decided(na, found.id, Act::Approve).await;
    assert_eq!(claim(na, false).await, Claimed::Over(CaseState::Decided));
    let desk = world.actor(mo).await;
    let lines = views::case(&world.db, &desk, found.id).await.unwrap().history;
    let lines: Vec<_> = lines.iter().map(|line| line.what).collect();
    let expected = [
        Happened::Opened,
        Happened::Claimed,
        Happened::TakenOver,
        Happened::Claimed,
        Happened::Approved,
    ];
    assert_eq!(lines, expected);
}

#[tokio::test]
async fn a_claim_is_let_go_by_its_holder_or_an_administrator() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("na").await);
    let kit = world.newcomer("kit").await;
    world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let (mine, theirs) = (world.actor(mo).await, world.actor(na).await);
    let settings = Settings::default();
    let take = async |tx: &mut Tx| claim(tx, &mine, found.id, false, &settings).await;
    world.db.write(take).await.unwrap();
    let let_go = async |actor: &Actor| {
        world.db.write(async |tx: &mut Tx| release(tx, actor, found.id).await).await.unwrap()
    };
    assert!(matches!(let_go(&theirs).await, Claimed::Taken(lease) if lease.by == mo));
    assert_eq!(let_go(&mine).await, Claimed::Over(CaseState::Open));
    assert_eq!(let_go(&mine).await, Claimed::Over(CaseState::Open), "twice is harmless");
    assert_eq!(world.case(found.id).await.claim, None);
}

#[tokio::test]
async fn nobody_decides_about_the_own_text() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let space = world.space().await;
    let give = async |tx: &mut Tx| {
        let kind = RoleKind::Moderator;
        stoa_accounts::roles::give_role(tx, stoa_accounts::By::Operator, kit, kind, Some(space))
            .await
    };
    world.db.write(give).await.unwrap();
    let own = world.decides(kit, found.id, 1, &verdict(Act::Approve)).await;
    assert!(matches!(own, Err(Fault::Forbidden("core-refused-own"))), "{own:?}");
    assert_eq!(views::tally(&world.db, &world.actor(kit).await).await.unwrap().badge, 0);
    let reference = world.decided(mo, found.id, Act::Decline).await;
    let undone = world.undoes(kit, &reference).await;
    assert!(matches!(undone, Err(Fault::Forbidden("core-refused-own"))), "{undone:?}");
}

#[tokio::test]
async fn who_moderates_another_space_learns_nothing() {
    let world = World::new().await;
    let spaces = world.spaces().await;
    let mo = world.moderator("mo").await;
    let elsewhere = world.with_role("else", RoleKind::Moderator, Some(spaces[1])).await;
    let kit = world.newcomer("kit").await;
    let (_, post) = world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let reference = world.decided(mo, found.id, Act::Decline).await;
    let silenced = async |actor: &Actor| {
        let db = &world.db;
        let filter = views::Filter { state: Some(CaseState::Decided), ..views::Filter::default() };
        assert!(
            views::queue(db, actor, &filter, Limit::PAGE, None).await.unwrap().items.is_empty()
        );
        let past = views::history(db, actor, &filter, Limit::PAGE, None).await.unwrap();
        assert!(past.items.is_empty());
        let tally = views::tally(db, actor).await.unwrap();
        assert_eq!((tally.all, tally.badge), (views::Counts::default(), 0));
        assert!(matches!(views::case(db, actor, found.id).await, Err(Fault::NotFound)));
        assert!(matches!(views::decision(db, actor, &reference).await, Err(Fault::NotFound)));
        assert!(matches!(views::statement(db, actor, &reference).await, Err(Fault::NotFound)));
        assert!(views::decisions_for(db, actor, post).await.unwrap().is_empty());
    };
    silenced(&world.actor(elsewhere).await).await;
    silenced(&Actor::guest()).await;
    let member = world.member("ada").await;
    silenced(&world.actor(member).await).await;
    let decided = world.decides(elsewhere, found.id, 1, &verdict(Act::Approve)).await;
    assert!(matches!(decided, Err(Fault::NotFound)), "{decided:?}");
    assert!(matches!(world.undoes(elsewhere, &reference).await, Err(Fault::NotFound)));
}

#[tokio::test]
async fn a_verdict_says_why() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let refused = async |verdict: Verdict| match world.decides(mo, found.id, 1, &verdict).await {
        Err(Fault::Invalid(problems)) => problems.0.iter().map(|one| one.key).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let none =
        Verdict { act: Act::Decline, reason: None, note: None, welcome: false, sanction: None };
    assert_eq!(refused(none.clone()).await, ["moderation-reason-missing"]);
    let other = Verdict { reason: Some(Reason::Other), note: Some(" ".into()), ..none.clone() };
    assert_eq!(refused(other).await, ["moderation-note-missing"]);
    let long = Verdict { reason: Some(Reason::Spam), note: Some("x".repeat(2001)), ..none };
    assert_eq!(refused(long).await, ["moderation-note-long"]);
}

#[tokio::test]
async fn a_named_city_is_a_case_of_the_whole_instance() {
    let world = World::new().await;
    let spaces = world.spaces().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let one = world.with_role("one", RoleKind::Moderator, Some(spaces[0])).await;
    let name = stoa_exchange::CityName::parse("Kuldīga").unwrap();
    let country = stoa_exchange::Country::parse("LV").unwrap();
    let claim = async |tx: &mut Tx| stoa_exchange::cities::claim(tx, kit, &name, country).await;
    let city = world.db.write(claim).await.unwrap();
    world.settle().await;
    assert!(world.queue(one).await.is_empty(), "moderators of a space do not decide about cities");
    let found = world.queue(mo).await.remove(0);
    assert_eq!(found.subject, Subject::City(city));
    let listed =
        async || stoa_exchange::views::cards(&world.db, &[city]).await.unwrap().contains_key(&city);
    let reference = world.decided(mo, found.id, Act::Approve).await;
    assert!(listed().await);
    assert!(matches!(world.undoes(mo, &reference).await.unwrap(), Undone::Done { .. }));
    assert!(!listed().await);
    world.decided(mo, found.id, Act::Decline).await;
    let author = world.actor(kit).await;
    assert!(views::statement(&world.db, &author, &reference).await.unwrap().undone_at.is_some());
}

#[tokio::test]
async fn the_author_reads_the_decision_but_not_whose_it_was() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (_, post) = world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let reference = world.decided(mo, found.id, Act::Revise).await;
    let author = world.actor(kit).await;
    let told = views::decisions_for(&world.db, &author, post).await.unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].act, told[0].reason), (Act::Revise, Some(Reason::OffTopic)));
    assert!(!told[0].superseded);
    assert_eq!(views::statement(&world.db, &author, &reference).await.unwrap(), told[0]);
    assert!(matches!(views::decision(&world.db, &author, &reference).await, Err(Fault::NotFound)));
    world.edits(kit, post, "Better").await.unwrap();
    assert!(views::statement(&world.db, &author, &reference).await.unwrap().superseded);
    let card = threads::post(&world.db, &author, post).await.unwrap();
    assert_eq!(card.post.html, "Better");
}
