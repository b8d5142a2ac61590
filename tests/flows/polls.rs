//! Polls: chosen with a reason, counted by side, closed with what came of them.

use std::time::Duration;

use serde_json::{Value, json};
use stoa_tests::{Person, World};

const HOUR: Duration = Duration::from_secs(3600);
const ASKED: &str = "What do we drive?\n\n- ( ) Trams\n- ( ) Buses\n- ( ) Ferries";

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

/// A thread whose opening post is a poll: the post, and the page of its thread.
async fn asked(world: &World, by: &Person) -> (String, String) {
    let opened = world.thread(by, "questions", "What we drive", ASKED).await.expect(201).json();
    world.settle().await;
    let post = text(&opened["post"]);
    let to = by.get(&format!("/p/{post}")).await.location().to_owned();
    (post, to.split('#').next().unwrap().to_owned())
}

async fn votes(by: &Person, post: &str, choice: usize, reason: &str) -> Value {
    let vote = json!({ "choice": choice, "reason": reason });
    by.api("PUT", &format!("/posts/{post}/vote"), Some(vote)).await.expect(200).json()
}

#[tokio::test]
async fn a_list_of_boxes_is_voted_on_and_the_votes_show_after_ones_own() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let newcomer = world.newcomer("New").await;
    let (post, page) = asked(&world, &ada).await;
    let guest = world.guest().get(&page).await;
    assert!(guest.shows("Nobody has voted yet") && !guest.shows("Change my vote"));
    assert!(!guest.shows("no votes"));
    assert!(kit.get(&page).await.shows("Say why"));
    let ballot = kit.get(&page).await.hidden("ballot");
    let form = [("choice", "1"), ("ballot", &ballot), ("reason", "Trams take too long to build.")];
    let other = [("choice", "1"), ("ballot", "x"), ("reason", "Not this list.")];
    let refused = kit.post(&format!("/p/{post}/vote"), &other).await;
    assert!(refused.status == 409 && refused.shows("Not this list."), "{}", refused.status);
    kit.post(&format!("/p/{post}/vote"), &form).await.expect(303);
    world.settle().await;
    let seen = kit.get(&page).await;
    assert!(seen.shows("1 vote") && seen.shows("Change my vote"));
    assert!(world.guest().get(&page).await.shows("Trams take too long to build."));
    assert!(!world.guest().get(&page).await.shows("1 vote"));
    assert!(world.guest().get(&page).await.shows("1 person has voted"));
    // Nobody is told who voted for what.
    votes(&ada, &post, 0, "").await;
    let shown = votes(&ada, &post, 1, "").await;
    let counts = |poll: &Value| -> Vec<i64> {
        let options = poll["options"].as_array().cloned().unwrap_or_default();
        options.iter().map(|option| option["votes"].as_i64().unwrap_or(-1)).collect()
    };
    assert_eq!((counts(&shown), shown["choice"].as_u64()), (vec![0, 2, 0], Some(1)));
    let path = format!("/posts/{post}/poll");
    assert_eq!(counts(&world.guest().api("GET", &path, None).await.json()), [-1, -1, -1]);
    let bad = json!({ "choice": 3 });
    kit.api("PUT", &format!("/posts/{post}/vote"), Some(bad)).await.expect(400);
    kit.post(&format!("/p/{post}/vote"), &[("act", "withdraw")]).await.expect(303);
    assert_eq!(counts(&ada.api("GET", &path, None).await.json()), [0, 1, 0]);
    // Who is new waits until two texts were approved; a guest signs in.
    let early = newcomer.post(&format!("/p/{post}/vote"), &form).await;
    assert!(early.status == 403 && early.shows("Trams take too long"), "{}", early.status);
    world.guest().post(&format!("/p/{post}/vote"), &form).await.expect(401);
}

#[tokio::test]
async fn where_the_options_change_everybody_votes_anew() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let (post, _) = asked(&world, &ada).await;
    votes(&kit, &post, 0, "").await;
    let path = format!("/posts/{post}/poll");
    let edit = async |version: &str, body: &str| {
        let form = [("body", body), ("version", version), ("title", "What we drive")];
        ada.post(&format!("/p/{post}/edit"), &form).await.expect(303);
    };
    edit("1", &format!("{ASKED}\n\nSay why.")).await;
    assert_eq!(kit.api("GET", &path, None).await.json()["voters"], 1);
    edit("2", &ASKED.replace("Trams", "Trains")).await;
    let anew = kit.api("GET", &path, None).await.json();
    assert_eq!((&anew["voters"], &anew["choice"]), (&json!(0), &Value::Null));
    // A list whose options the Markdown does not spell as such is none: they could change unseen.
    edit("3", "1. ( ) Trams\n2. ( ) Buses").await;
    kit.api("GET", &path, None).await.expect(404);
    edit("4", "No poll any more.").await;
    kit.api("GET", &path, None).await.expect(404);
    let vote = json!({ "choice": 0 });
    kit.api("PUT", &format!("/posts/{post}/vote"), Some(vote)).await.expect(409);
}

#[tokio::test]
async fn a_poll_closes_by_itself_and_into_an_outcome() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let (post, page) = asked(&world, &ada).await;
    votes(&kit, &post, 0, "").await;
    kit.get(&format!("/p/{post}/poll")).await.expect(403);
    kit.post(&format!("/p/{post}/poll"), &[("when", "hour"), ("at", "")]).await.expect(403);
    let past = [("when", "at"), ("at", "2020-01-01T08:00")];
    ada.post(&format!("/p/{post}/poll"), &past).await.expect(422);
    ada.post(&format!("/p/{post}/poll"), &[("when", "hour"), ("at", "")]).await.expect(303);
    assert!(kit.get(&page).await.shows("Closes on"));
    world.passes(HOUR);
    world.ticks("threads.polls").await;
    let vote = json!({ "choice": 1 });
    kit.api("PUT", &format!("/posts/{post}/vote"), Some(vote)).await.expect(409);
    assert!(world.guest().get(&page).await.shows("1 vote"));
    let inbox = ada.get("/inbox").await;
    assert!(inbox.shows("Your poll is over. Write what came of it"));
    let empty = ada.post(&format!("/p/{post}/poll/outcome"), &[("body", " ")]).await;
    assert_eq!(empty.status, 422);
    let outcome = [("body", "We drive trams from May.")];
    kit.post(&format!("/p/{post}/poll/outcome"), &outcome).await.expect(403);
    ada.post(&format!("/p/{post}/poll/outcome"), &outcome).await.expect(303);
    world.settle().await;
    let shown = world.guest().get(&page).await;
    assert!(shown.shows("Outcome") && shown.shows("We drive trams from May."));
    let poll = kit.api("GET", &format!("/posts/{post}/poll"), None).await.json();
    assert!(poll["closed"] == true && poll["outcome"].is_string());
    // What came of it is a text as any other: taken away, it is gone from the poll, too.
    ada.api("DELETE", &format!("/posts/{}", text(&poll["outcome"])), None).await.expect(204);
    let poll = kit.api("GET", &format!("/posts/{post}/poll"), None).await.json();
    assert_eq!(poll["outcome"], Value::Null);
    assert!(!world.guest().get(&page).await.shows("We drive trams from May."));
}
