//! A private word: its people read it, nobody else, whatever duty he has; and of what is reported
//! of it, that post alone.

use serde_json::json;
use stoa_tests::{Person, World};

use crate::checker::{Checker, Given};
use crate::oracle::{PEOPLE, Place, State, Surface, Who};
use crate::plant::{Planted, text_of};
use crate::walk::{everything, walked};

/// Alda and Ines in conversation: a title, a wording before the last, a post taken back, one that
/// is reported later, an answer by Ines, a draft. Answers the thread and what is reported.
async fn plant(planted: &mut Planted, ines: &Person) -> (String, String) {
    let (state, place) = (State::Published, Place::Sealed);
    let title = planted.mark(state, place, "title");
    let first = planted.text(State::OldRevision, place, "first").await;
    let alda = planted.person(Who::Author);
    let new = json!({ "to": ["ines-insider"], "title": format!("About {title}"), "body": first });
    let begun = alda.api("POST", "/conversations", Some(new)).await.expect(201).json();
    let (thread, opening) = (text_of(&begun["thread"]), text_of(&begun["post"]));
    let second = planted.text(state, place, "second").await;
    planted.edits_to(&opening, &second).await;
    let deleted = says(planted, State::Deleted, &thread, "deleted").await;
    let gone = planted.person(Who::Author).api("DELETE", &format!("/posts/{deleted}"), None).await;
    gone.expect(204);
    let reported = says(planted, State::Reported, &thread, "reported").await;
    let answer = planted.mark(state, place, "answer");
    let path = format!("/threads/{thread}/posts");
    let body = json!({ "body": format!("An answer about {answer}") });
    let answer = ines.api("POST", &path, Some(body)).await.expect(201).json();
    let draft = planted.text(State::Draft, place, "draft").await;
    let json = json!({ "title": "", "body": draft, "fields": {}, "sequence": 1 });
    let path = format!("/me/drafts/reply:{thread}");
    planted.person(Who::Author).api("PUT", &path, Some(json)).await.expect(200);
    planted.threads.push(thread.clone());
    planted.posts.extend([opening, deleted, reported.clone(), text_of(&answer["post"])]);
    planted.world.settle().await;
    planted.translates_everything().await;
    planted.everybody_keeps_everything().await;
    planted.what_is_hidden_stands_on_top().await;
    (thread, reported)
}

async fn says(planted: &mut Planted, state: State, thread: &str, name: &str) -> String {
    let body = planted.text(state, Place::Sealed, name).await;
    let path = format!("/threads/{thread}/posts");
    let alda = planted.person(Who::Author);
    let said = alda.api("POST", &path, Some(json!({ "body": body }))).await.expect(201).json();
    text_of(&said["post"])
}

/// What everybody gets everywhere, archives aside: those hold one's own words, whoever may read
/// them where they stand.
async fn walks(planted: &Planted, people: &[Who]) -> Vec<Given> {
    let routes = walked(planted);
    let mut all = Vec::new();
    for who in people {
        all.extend(everything(planted, *who, &routes).await);
    }
    all.retain(|given| given.surface != Surface::Archive);
    all
}

fn clean<'a>(planted: &'a Planted, given: &[Given]) -> Checker<'a> {
    let mut checker = Checker::new(&planted.canaries);
    checker.look_at(given);
    checker.is_clean();
    checker
}

async fn insider(world: &World) -> Person {
    world.member("Ines Insider").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_conversation_shows_no_trace() {
    let mut planted = Planted::empty().await;
    let ines = insider(&planted.world).await;
    // Somebody to decide, who may enter everywhere but here.
    let (thread, reported) = plant(&mut planted, &ines).await;
    let meant = planted.canaries.clone();
    // Before anybody reports it, it is like any other post.
    for meaning in planted.canaries.values_mut().filter(|one| one.state == State::Reported) {
        meaning.state = State::Published;
    }
    let checker = clean(&planted, &walks(&planted, &PEOPLE).await);
    for surface in [Surface::Page, Surface::Route] {
        assert!(checker.seen.contains(&(Who::Author, State::Published, surface)), "{surface:?}");
    }
    drop(checker);

    planted.canaries = meant;
    let why = json!({ "reason": "insult" });
    ines.api("POST", &format!("/posts/{reported}/reports"), Some(why)).await.expect(201);
    planted.world.settle().await;
    let desk = planted.person(Who::Administrator);
    let open = desk.api("GET", "/moderation/cases", None).await.expect(200).json();
    let case = text_of(&open["items"][0]["id"]);
    planted.cases.push(case.clone());
    let desks = [Who::Member, Who::ModeratorHere, Who::Administrator];
    let checker = clean(&planted, &walks(&planted, &desks).await);
    for surface in [Surface::Page, Surface::Route] {
        let seen = (Who::Administrator, State::Reported, surface);
        assert!(checker.seen.contains(&seen), "{surface:?}");
    }
    drop(checker);

    let json = json!({ "action": "agree", "reason": "insult" });
    let path = format!("/moderation/cases/{case}/decision");
    let desk = planted.person(Who::Administrator);
    desk.api_with("POST", &path, Some(json), &[("if-match", "\"1\"")]).await.expect(200);
    planted.world.settle().await;
    clean(&planted, &walks(&planted, &[Who::Author, Who::Administrator]).await);
    let shown = ines.api("GET", &format!("/threads/{thread}/posts"), None).await.expect(200);
    let left = crate::scan::canaries(&shown.body);
    assert!(left.iter().all(|token| planted.canaries[token].state != State::Reported));
    assert!(!left.is_empty(), "she reads the rest");

    // Who has left reads no more of it than a stranger.
    let seat = json!({ "seat": "left" });
    let path = format!("/conversations/{thread}/seat");
    planted.person(Who::Author).api("PUT", &path, Some(seat)).await.expect(204);
    let routes = walked(&planted);
    let mut given = everything(&planted, Who::Author, &routes).await;
    // Files and drafts are one's own, wherever they were to stand.
    given.retain(|one| {
        let own = ["/f/", "/settings/data", "/settings/files", "/drafts", "/api/v1/me/"];
        one.surface != Surface::Archive && !own.iter().any(|path| one.place.starts_with(path))
    });
    for one in &mut given {
        one.who = Who::Member;
    }
    clean(&planted, &given);
}
