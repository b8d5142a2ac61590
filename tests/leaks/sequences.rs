//! What was open and is closed later: looked for again after each step.

use std::time::Duration;

use serde_json::json;
use stoa_kernel::{RoleKind, Tx};
use stoa_tests::World;

use crate::checker::Checker;
use crate::letters;
use crate::oracle::{Place, State, Who};
use crate::plant::{Planted, text_of};
use crate::scan::canaries;
use crate::walk::{everything, walked};

/// Everything that a person gets at all addresses.
async fn all_of(planted: &Planted, who: Who) -> String {
    let routes = walked(planted);
    let given = everything(planted, who, &routes).await;
    given.into_iter().map(|given| given.text).collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_approval_taken_back_takes_the_text_back() {
    let mut planted = Planted::empty().await;
    let (thread, opening) = planted.opens(State::Published, Place::Public, "thread").await;
    planted.decides(&opening, "approve", None).await;
    let reply = planted.replies(State::Held, Place::Public, &thread, "reply").await;
    planted.decides(&reply, "approve", None).await;
    let tokens: Vec<String> = planted.canaries.keys().cloned().collect();
    let held: Vec<&String> =
        tokens.iter().filter(|token| planted.canaries[*token].state == State::Held).collect();
    let seen = canaries(&all_of(&planted, Who::Guest).await);
    assert!(held.iter().any(|token| seen.contains(*token)), "it is there while it is published");

    let reference = planted.decisions.last().expect("a decision").clone();
    let desk = planted.person(Who::ModeratorHere);
    let undone =
        desk.api("POST", &format!("/moderation/decisions/{reference}/undo"), Some(json!({}))).await;
    assert!(undone.status.is_success(), "{} {}", undone.status, undone.body);
    planted.world.settle().await;
    for who in [Who::Guest, Who::Member, Who::ModeratorElsewhere] {
        let seen = canaries(&all_of(&planted, who).await);
        let left: Vec<_> = held.iter().filter(|token| seen.contains(**token)).collect();
        assert!(left.is_empty(), "{who:?} still sees {left:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_moderator_who_is_one_no_longer_sees_as_a_member() {
    let mut planted = Planted::empty().await;
    let (_, opening) = planted.opens(State::Published, Place::Public, "thread").await;
    planted.decides(&opening, "approve", None).await;
    planted.opens(State::Held, Place::Public, "waiting").await;
    planted.opens(State::Held, Place::Private, "waiting").await;
    planted.world.settle().await;
    planted.knows_open_cases().await;
    let member = planted.person(Who::ModeratorHere).member.expect("a member");
    for space in ["open-hall", "members-hall", "closed-hall"] {
        let id = stoa_threads::spaces::id_of(&planted.world.app.db, space)
            .await
            .expect("answers")
            .expect("a space");
        let done = planted.world.app.db.write(async |tx: &mut Tx| {
            stoa_accounts::admin::take(tx, member, RoleKind::Moderator, Some(id)).await
        });
        done.await.expect("the role is taken");
    }
    let routes = walked(&planted);
    let mut given = everything(&planted, Who::ModeratorHere, &routes).await;
    for one in &mut given {
        one.who = Who::Member;
    }
    let mut checker = Checker::new(&planted.canaries);
    checker.look_at(&given);
    checker.is_clean();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_quote_that_waited_loses_its_words_with_its_source() {
    let mut planted = Planted::empty().await;
    let (thread, opening) = planted.opens(State::Published, Place::Public, "thread").await;
    planted.decides(&opening, "approve", None).await;
    let source = planted.replies(State::Deleted, Place::Public, &thread, "source").await;
    planted.decides(&source, "approve", None).await;
    let reply = planted.replies(State::OldRevision, Place::Public, &thread, "plain").await;
    planted.decides(&reply, "approve", None).await;
    let token = planted.mark(State::Deleted, Place::Public, "source.word");
    let quote = format!("> [Alda](/p/{source}):\n>\n> About {token}\n\nReally?");
    planted.edits_to(&reply, &quote).await;
    planted.decides(&reply, "approve", None).await;
    let seen = canaries(&all_of(&planted, Who::Guest).await);
    assert!(seen.contains(&token), "it is there while its source is");
    let gone = planted.person(Who::Author).api("DELETE", &format!("/posts/{source}"), None).await;
    assert!(gone.status.is_success(), "{} {}", gone.status, gone.body);
    planted.world.settle().await;
    for who in [Who::Guest, Who::Member] {
        assert!(!canaries(&all_of(&planted, who).await).contains(&token), "{who:?} still sees it");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_waits_does_not_tell_what_was_taken_away_meanwhile() {
    let mut planted = Planted::empty().await;
    planted.everybody_follows("watching").await;
    let (thread, opening) = planted.opens(State::Published, Place::Public, "thread").await;
    planted.decides(&opening, "approve", None).await;
    planted.world.passes(Duration::from_secs(3600));
    planted.world.settle().await;
    let before = letters::given(&planted).len();
    // Published, and deleted before anything was sent about it.
    let author = planted.person(Who::Author).member.expect("a member");
    let reply = planted.replies(State::Deleted, Place::Public, &thread, "short-lived").await;
    published_without_jobs(&planted.world, &reply).await;
    let gone = planted.person(Who::Author).api("DELETE", &format!("/posts/{reply}"), None).await;
    assert!(gone.status.is_success(), "{} {}", gone.status, gone.body);
    for _ in 0..8 {
        planted.world.passes(Duration::from_secs(86_400));
        planted.world.settle().await;
    }
    let given = letters::given(&planted);
    let mut checker = Checker::new(&planted.canaries);
    checker.look_at(&given[before..]);
    checker.is_clean();
    assert!(
        planted.world.letters().iter().any(|letter| letter.member != author),
        "others got letters at all"
    );
}

/// Publishes a held post and runs no job: what follows from it still waits.
async fn published_without_jobs(world: &World, post: &str) {
    let id = post.parse().expect("an id");
    let done = world
        .app
        .db
        .write(async |tx: &mut Tx| stoa_threads::posts::publish(tx, id).await.map(|_| ()));
    done.await.expect("it is published");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_left_a_private_space_is_told_nothing_more() {
    let mut planted = Planted::empty().await;
    planted.everybody_follows("watching").await;
    let (thread, opening) = planted.opens(State::Published, Place::Private, "thread").await;
    planted.decides(&opening, "approve", None).await;
    // Another insider, who leaves while a letter about a reply waits to be sent.
    let guest = planted.world.member("Ines Insider").await;
    planted.world.gives(&guest, RoleKind::Participant, Some("closed-hall")).await;
    guest
        .api(
            "PUT",
            &format!("/threads/{thread}/subscription"),
            Some(json!({ "level": "watching" })),
        )
        .await
        .expect(200);
    let shown = guest.api("GET", &format!("/threads/{thread}/posts"), None).await.expect(200);
    assert!(!canaries(&shown.body).is_empty(), "she reads it while she belongs");
    planted.world.passes(Duration::from_secs(3600));
    planted.world.settle().await;
    let before = planted.world.letters().len();
    let reply = planted.replies(State::Published, Place::Private, &thread, "later").await;
    published_without_jobs(&planted.world, &reply).await;
    let (member, db) = (guest.member.expect("a member"), &planted.world.app.db);
    let id =
        stoa_threads::spaces::id_of(db, "closed-hall").await.expect("answers").expect("a space");
    let done = db.write(async |tx: &mut Tx| {
        stoa_accounts::admin::take(tx, member, RoleKind::Participant, Some(id)).await
    });
    done.await.expect("she leaves");
    for _ in 0..8 {
        planted.world.passes(Duration::from_secs(86_400));
        planted.world.settle().await;
    }
    let letters = planted.world.letters();
    let told: Vec<_> = letters[before..].iter().filter(|letter| letter.member == member).collect();
    for letter in told {
        let found =
            canaries(&[&letter.raw, &letter.text, &letter.subject].map(String::as_str).join("\n"));
        assert!(found.is_empty(), "{} told {found:?}", letter.name);
    }
    guest.get(&format!("/t/{thread}")).await.expect(404);
    assert_eq!(text_of(&json!(thread)).len(), 26);
}
