use std::time::Duration;

use stoa_kernel::{Actor, Fault, Limit, RoleKind, Tx};
use stoa_policy::Standing;
use stoa_threads::drafts::{self, Slot};
use stoa_threads::model::{Edited, State};
use stoa_threads::{posts, views as threads};

use super::*;
use crate::model::{Act, CaseKind, Decision, Settings, Subject, Verdict};
use crate::reasons::Reason;
use crate::testing::{START, World, verdict};
use crate::views;

#[cfg(test)]
mod who;

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_newcomers_first_posts_make_cases_and_approvals_end_the_hold() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (thread, post) = world.opens(kit, "Mulch").await;
    assert_eq!(world.settle().await, ["opened"]);
    assert!(world.public(thread).await.is_empty());
    let waiting = world.queue(mo).await;
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].subject, Subject::Thread { thread, post });
    assert_eq!((waiting[0].kind(), waiting[0].version), (CaseKind::HeldThread, 1));
    assert_eq!(
        (waiting[0].reason.as_str(), waiting[0].language.as_deref()),
        ("newcomer", Some("en"))
    );
    world.decided(mo, waiting[0].id, Act::Approve).await;
    assert_eq!(world.settle().await, ["decided"]);
    assert_eq!(world.public(thread).await, ["Mulch"]);
    assert_eq!(world.approved(kit).await, 1);
    assert_eq!(world.actor(kit).await.standing(), Standing::Newcomer);
    world.replies(kit, thread, "More").await;
    world.settle().await;
    let reply = world.queue(mo).await;
    assert_eq!(reply[0].kind(), CaseKind::HeldReply);
    world.decided(mo, reply[0].id, Act::Approve).await;
    assert_eq!(world.actor(kit).await.standing(), Standing::Member);
    world.replies(kit, thread, "At once").await;
    assert_eq!(world.public(thread).await, ["Mulch", "More", "At once"]);
}

#[tokio::test]
async fn opening_a_case_twice_or_late_changes_nothing() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (thread, post) = world.opens(kit, "Mulch").await;
    world.wait(MINUTE);
    world.settle().await;
    let since = world.queue(mo).await[0].opened_at;
    assert_eq!(since, START, "a text waits from the moment it was written");
    let event = stoa_threads::events::PostHeld {
        post,
        thread,
        space: world.space().await,
        author: kit,
        reason: "newcomer".into(),
        opening: true,
    };
    let again = async || {
        world.db.write(async |tx: &mut Tx| open_for_post(tx, &event).await).await.unwrap();
        world.queue(mo).await
    };
    let known = again().await;
    assert_eq!((known.len(), known[0].version), (1, 1));
    world.decided(mo, known[0].id, Act::Revise).await;
    assert!(again().await.is_empty(), "a case that was decided is not opened by a repeated job");
    world.deletes(kit, post).await;
    world.settle().await;
    assert!(again().await.is_empty());
    assert_eq!(world.case(known[0].id).await.state, CaseState::Closed);
}

/// Jobs are repeated and overtake each other: news may be of a place that its post has left.
#[tokio::test]
async fn a_case_stands_where_its_thread_stands_now_whatever_the_news_says() {
    let world = World::new().await;
    let spaces = world.spaces().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (thread, post) = world.opens(kit, "Mulch").await;
    let held = stoa_threads::events::PostHeld {
        post,
        thread,
        space: spaces[1],
        author: kit,
        reason: "newcomer".into(),
        opening: true,
    };
    world.db.write(async |tx: &mut Tx| open_for_post(tx, &held).await).await.unwrap();
    let case = world.queue(mo).await.remove(0);
    assert_eq!(case.space, Some(world.space().await));
    let late = stoa_threads::events::PostsMoved {
        from: thread,
        thread,
        space: spaces[1],
        posts: Vec::new(),
    };
    let follow = async |tx: &mut Tx| crate::tending::follow(tx, &late).await;
    world.db.write(follow).await.unwrap();
    assert_eq!(world.case(case.id).await.space, Some(world.space().await));
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_decides() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("na").await);
    let (ada, kit) = (world.member("ada").await, world.newcomer("kit").await);
    let (thread, _) = world.opens(ada, "Soil").await;
    // Fewer than a page of the thread holds, or the last one approved could not be looked up.
    for round in 0..15 {
        world.replies(kit, thread, &format!("Reply {round}")).await;
        world.settle().await;
        let found = world.queue(mo).await.remove(0);
        let tries = [(mo, Act::Approve), (na, Act::Decline)].map(|(who, act)| {
            let world = world.clone();
            tokio::spawn(
                async move { world.decides(who, found.id, found.version, &verdict(act)).await },
            )
        });
        let mut done: Vec<Decision> = Vec::new();
        let mut told: Vec<Decision> = Vec::new();
        for attempt in tries {
            match attempt.await.unwrap().unwrap() {
                Decided::Done { decision, version } => {
                    assert_eq!(version, 2);
                    done.push(decision);
                }
                Decided::Already(first) => told.push(first),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((done.len(), told.len()), (1, 1), "round {round}");
        assert_eq!(done[0].reference, told[0].reference, "the second is told who was first");
        let public = world.public(thread).await.contains(&format!("Reply {round}"));
        assert_eq!(public, done[0].act == Act::Approve);
        let desk = world.actor(mo).await;
        let kept = views::case(&world.db, &desk, found.id).await.unwrap();
        assert_eq!(kept.decisions.len(), 1);
        // Approvals must not make the newcomer a member while the test goes on.
        if done[0].act == Act::Approve {
            world
                .db
                .write(async |tx: &mut Tx| stoa_accounts::members::uncount_approval(tx, kit).await)
                .await
                .unwrap();
        }
    }
}

#[tokio::test]
async fn what_becomes_public_is_what_the_moderator_read() {
    let world = World::new().await;
    let mo = world.moderator("mo").await;
    let (ada, kit) = (world.member("ada").await, world.newcomer("kit").await);
    let (thread, _) = world.opens(ada, "Soil").await;
    for round in 0..15 {
        let (first, second) = (format!("seen {round}"), format!("unseen {round}"));
        let post = world.replies(kit, thread, &first).await;
        world.settle().await;
        let found = world.queue(mo).await.remove(0);
        let editor = {
            let (world, second) = (world.clone(), second.clone());
            tokio::spawn(async move { world.edits(kit, post, &second).await })
        };
        let decider = {
            let world = world.clone();
            let verdict = verdict(Act::Approve);
            tokio::spawn(async move { world.decides(mo, found.id, found.version, &verdict).await })
        };
        let (_, decided) = (editor.await.unwrap(), decider.await.unwrap());
        let public = world.public(thread).await;
        assert!(!public.contains(&second), "round {round}: an unseen wording is public");
        match decided {
            Ok(Decided::Done { .. }) => assert!(public.contains(&first)),
            Ok(Decided::Stale { version, since }) => {
                assert_eq!(version, 2);
                assert_eq!(since.last().map(|line| line.what), Some(Happened::Edited));
                world.decided(mo, found.id, Act::Decline).await;
            }
            other => panic!("{other:?}"),
        }
        world.settle().await;
        for left in world.queue(mo).await {
            world.decided(mo, left.id, Act::Decline).await;
        }
        let count = world.approved(kit).await;
        for _ in 0..count {
            let uncount =
                async |tx: &mut Tx| stoa_accounts::members::uncount_approval(tx, kit).await;
            world.db.write(uncount).await.unwrap();
        }
    }
}

#[tokio::test]
async fn an_edit_after_reading_makes_a_decision_stale_and_says_so() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (_, post) = world.opens(kit, "Mulch").await;
    world.settle().await;
    let read = world.queue(mo).await.remove(0);
    world.edits(kit, post, "Mulch, better").await.unwrap();
    assert_eq!(world.settle().await, ["changed"]);
    let stale = world.decides(mo, read.id, read.version, &verdict(Act::Approve)).await.unwrap();
    let Decided::Stale { version: 2, since } = stale else { panic!("{stale:?}") };
    assert_eq!(since.iter().map(|line| line.what).collect::<Vec<_>>(), [Happened::Edited]);
    assert_eq!(since[0].by, Some(kit));
    world.decided(mo, read.id, Act::Approve).await;
}

#[tokio::test]
async fn a_wording_changed_before_its_case_existed_is_noticed_when_deciding() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (thread, post) = world.opens(kit, "Mulch").await;
    world.settle().await;
    let read = world.queue(mo).await.remove(0);
    // What an edit leaves behind whose transaction began before the case was there.
    let sneak = async |tx: &mut Tx| {
        let sql = "UPDATE posts SET version = version + 1, html = 'sneaked' WHERE id = ?";
        tx.run(sql, vec![post.into()]).await
    };
    world.db.write(sneak).await.unwrap();
    let stale = world.decides(mo, read.id, read.version, &verdict(Act::Approve)).await.unwrap();
    assert!(matches!(stale, Decided::Stale { version: 2, .. }), "{stale:?}");
    assert!(world.public(thread).await.is_empty());
    world.decided(mo, read.id, Act::Approve).await;
    assert_eq!(world.public(thread).await, ["sneaked"]);
}

#[tokio::test]
async fn a_change_asked_for_leaves_the_text_held_until_its_author_edits() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (thread, post) = world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    world.decided(mo, found.id, Act::Revise).await;
    world.settle().await;
    assert!(world.queue(mo).await.is_empty());
    assert_eq!(world.case(found.id).await.state, CaseState::Decided);
    let author = world.actor(kit).await;
    assert_eq!(posts::facts(&world.db, &author, post).await.unwrap().state, State::Held);
    world.wait(MINUTE);
    world.edits(kit, post, "Mulch, better").await.unwrap();
    assert_eq!(world.settle().await, ["opened"]);
    let again = world.queue(mo).await.remove(0);
    assert_eq!((again.id, again.version), (found.id, 3));
    assert_eq!(again.opened_at, world.db.clock().now(), "it waits for a moderator from now on");
    world.decided(mo, again.id, Act::Approve).await;
    assert_eq!(world.public(thread).await, ["Mulch, better"]);
    let desk = world.actor(mo).await;
    let kept = views::case(&world.db, &desk, found.id).await.unwrap();
    let acts: Vec<_> = kept.decisions.iter().map(|made| made.act).collect();
    assert_eq!(acts, [Act::Revise, Act::Approve]);
    let lines: Vec<_> = kept.history.iter().map(|line| line.what).collect();
    assert_eq!(
        lines,
        [Happened::Opened, Happened::Revised, Happened::Reopened, Happened::Approved]
    );
}

#[tokio::test]
async fn declined_text_goes_back_to_its_authors_drafts_and_can_be_restored() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("na").await);
    let kit = world.newcomer("kit").await;
    let (thread, post) = world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let why = Verdict {
        act: Act::Decline,
        reason: Some(Reason::Advertising),
        note: Some("  Say what you learned.\r\n".into()),
        welcome: true,
        sanction: None,
    };
    let done = world.decides(mo, found.id, 1, &why).await.unwrap();
    let Decided::Done { decision, .. } = done else { panic!("{done:?}") };
    assert_eq!(decision.note.as_deref(), Some("Say what you learned."));
    assert!(!decision.welcome, "only an approval welcomes");
    let author = world.actor(kit).await;
    let draft = drafts::get(&world.db, &author, Slot::Returned(post)).await.unwrap().unwrap();
    assert_eq!(draft.returned_reason.as_deref(), Some("advertising"));
    assert_eq!(world.approved(kit).await, 0);
    world.wait(Duration::from_secs(29 * 86_400));
    let undone = world.undoes(na, &decision.reference).await.unwrap();
    assert!(matches!(undone, Undone::Done { version: 3, .. }), "any moderator restores");
    assert!(drafts::get(&world.db, &author, Slot::Returned(post)).await.unwrap().is_none());
    let again = world.queue(mo).await.remove(0);
    assert_eq!((again.id, again.opened_at), (found.id, found.opened_at));
    world.decided(na, again.id, Act::Approve).await;
    assert_eq!(world.public(thread).await, ["Mulch"]);
    let superseded = world.undoes(mo, &decision.reference).await.unwrap();
    assert_eq!(superseded, Undone::Already);
}

#[tokio::test]
async fn a_decline_can_be_restored_for_thirty_days_and_no_longer() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let reference = world.decided(mo, found.id, Act::Decline).await;
    world.wait(Duration::from_secs(30 * 86_400 + 1));
    assert_eq!(world.undoes(mo, &reference).await.unwrap(), Undone::TooLate);
}

#[tokio::test]
async fn an_approval_is_undone_exactly_by_its_maker_within_half_a_minute() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("na").await);
    let (boss, kit) = (world.administrator("boss").await, world.newcomer("kit").await);
    let (thread, post) = world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    let reference = world.decided(mo, found.id, Act::Approve).await;
    world.settle().await;
    let other = world.undoes(na, &reference).await;
    assert!(matches!(other, Err(Fault::Forbidden("core-refused-not-yours"))), "{other:?}");
    world.wait(Duration::from_secs(30));
    let undone = world.undoes(mo, &reference).await.unwrap();
    assert!(matches!(undone, Undone::Done { version: 3, .. }));
    assert_eq!(world.settle().await, ["undone"]);
    assert!(world.public(thread).await.is_empty());
    assert_eq!(world.approved(kit).await, 0);
    let author = world.actor(kit).await;
    assert_eq!(posts::facts(&world.db, &author, post).await.unwrap().state, State::Held);
    assert_eq!(world.undoes(mo, &reference).await.unwrap(), Undone::Already);
    let late = world.decided(mo, found.id, Act::Approve).await;
    assert_eq!(world.public(thread).await, ["Mulch"]);
    world.wait(Duration::from_secs(31));
    assert_eq!(world.undoes(mo, &late).await.unwrap(), Undone::TooLate);
    let undone = world.undoes(boss, &late).await.unwrap();
    assert!(matches!(undone, Undone::Done { .. }), "an administrator may for longer");
    assert!(matches!(world.undoes(mo, "d-unknown").await, Err(Fault::NotFound)));
}

#[tokio::test]
async fn an_edit_waits_beside_the_approved_wording() {
    let world = World::new().await;
    let (mo, boss) = (world.moderator("mo").await, world.administrator("boss").await);
    let (ada, space) = (world.member("ada").await, world.space().await);
    let (thread, post) = world.opens(ada, "Soil").await;
    world.sets(boss, space, |set| set.holding = stoa_policy::Holding::Everybody).await;
    let edited = world.edits(ada, post, "Soil and water").await.unwrap();
    let Edited::Held { revision, .. } = edited else { panic!("{edited:?}") };
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    assert_eq!(found.subject, Subject::Edit { thread, post, revision });
    assert_eq!(found.reason, "space_holds_all");
    assert_eq!(world.public(thread).await, ["Soil"]);
    world.wait(MINUTE);
    world.edits(ada, post, "Soil, water, air").await.unwrap();
    let stale = world.decides(mo, found.id, 1, &verdict(Act::Approve)).await.unwrap();
    assert!(matches!(stale, Decided::Stale { version: 2, .. }), "{stale:?}");
    let reference = world.decided(mo, found.id, Act::Approve).await;
    assert_eq!(world.public(thread).await, ["Soil, water, air"]);
    assert_eq!(world.approved(ada).await, 2, "only posts count towards the first approvals");
    assert!(matches!(world.undoes(mo, &reference).await.unwrap(), Undone::Done { .. }));
    assert_eq!(world.public(thread).await, ["Soil"]);
    let reference = world.decided(mo, found.id, Act::Decline).await;
    let author = world.actor(ada).await;
    assert!(drafts::get(&world.db, &author, Slot::Returned(post)).await.unwrap().is_some());
    assert!(matches!(world.undoes(mo, &reference).await.unwrap(), Undone::Done { .. }));
    assert!(drafts::get(&world.db, &author, Slot::Returned(post)).await.unwrap().is_none());
    world.decided(mo, found.id, Act::Decline).await;
    world.wait(MINUTE);
    world.edits(ada, post, "Soil, again").await.unwrap();
    assert!(world.settle().await.contains(&"opened".to_owned()));
    let again = world.queue(mo).await.remove(0);
    assert_eq!(again.id, found.id, "one case for the edits of a post");
    assert!(again.subject.revision().is_some_and(|now| now != revision));
    world.decided(mo, again.id, Act::Approve).await;
    assert_eq!(world.public(thread).await, ["Soil, again"]);
}

#[tokio::test]
async fn an_edit_that_is_published_at_once_closes_the_case_of_the_one_that_waited() {
    let world = World::new().await;
    let (mo, boss) = (world.moderator("mo").await, world.administrator("boss").await);
    let (ada, space) = (world.member("ada").await, world.space().await);
    let (thread, post) = world.opens(ada, "Soil").await;
    world.sets(boss, space, |set| set.holding = stoa_policy::Holding::Everybody).await;
    world.edits(ada, post, "Soil and water").await.unwrap();
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    world.sets(boss, space, |set| set.holding = stoa_policy::Holding::Newcomers).await;
    world.edits(ada, post, "Soil and air").await.unwrap();
    assert_eq!(world.public(thread).await, ["Soil and air"]);
    assert!(world.queue(mo).await.is_empty());
    assert_eq!(world.case(found.id).await.state, CaseState::Closed);
    let late = world.decides(mo, found.id, found.version, &verdict(Act::Approve)).await.unwrap();
    assert_eq!(late, Decided::Closed);
}

#[tokio::test]
async fn withdrawn_text_closes_its_case_even_before_the_job_has_run() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (_, post) = world.opens(kit, "Mulch").await;
    world.settle().await;
    let found = world.queue(mo).await.remove(0);
    world.deletes(kit, post).await;
    let late = world.decides(mo, found.id, found.version, &verdict(Act::Approve)).await.unwrap();
    assert_eq!(late, Decided::Closed);
    assert_eq!(world.case(found.id).await.state, CaseState::Closed);
    world.settle().await;
    assert_eq!(world.case(found.id).await.version, 2, "closed once");
}
