//! What members keep for themselves: bookmarks with a note and a reminder.

use std::time::Duration;

use serde_json::{Value, json};
use stoa_tests::{Person, World};

const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(86_400);

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

/// A thread of `by`; answers its opening post.
async fn opened(world: &World, by: &Person, title: &str, body: &str) -> String {
    let opened = world.thread(by, "questions", title, body).await.expect(201).json();
    world.settle().await;
    text(&opened["post"])
}

#[tokio::test]
async fn a_post_is_kept_by_one_press_and_nobody_else_learns_of_it() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let post = opened(&world, &kit, "Heat pumps", "Which ones are quiet?").await;
    let page = ada.get(&format!("/p/{post}")).await;
    let thread = page.headers["location"].to_str().unwrap().split('#').next().unwrap().to_owned();
    assert!(ada.get(&thread).await.shows("Bookmark the post by Kit"));
    assert!(!world.guest().get(&thread).await.shows("Bookmark the post by Kit"));
    ada.post(&format!("/p/{post}/bookmark"), &[]).await.expect(303);
    assert!(ada.get(&thread).await.shows("Bookmarked: the post by Kit"));
    assert!(kit.get(&thread).await.shows("Bookmark the post by Kit"));
    let list = ada.get("/bookmarks").await.expect(200);
    assert!(list.shows("Heat pumps") && list.shows("Which ones are quiet?"));
    assert!(kit.get("/bookmarks").await.shows("You keep nothing yet"));
    world.guest().get("/bookmarks").await.expect(401);
    world.guest().post(&format!("/p/{post}/bookmark"), &[]).await.expect(401);

    // Its note stays when the button is pressed once more, from a page left open.
    let set = [("act", "set"), ("note", "for the council"), ("when", ""), ("at", "")];
    ada.post(&format!("/p/{post}/bookmark"), &set).await.expect(303);
    ada.post(&format!("/p/{post}/bookmark"), &[]).await.expect(303);
    assert!(ada.get("/bookmarks").await.shows("for the council"));

    // What is taken away leaves no word of itself.
    kit.api("DELETE", &format!("/posts/{post}"), None).await.expect(204);
    let list = ada.get("/bookmarks").await.expect(200);
    assert!(list.shows("This text is not there any more") && list.shows("for the council"));
    assert!(!list.shows("Heat pumps") && !list.shows("quiet") && !list.shows("Kit"));
    ada.post(&format!("/p/{post}/bookmark/delete"), &[]).await.expect(303);
    assert!(ada.get("/bookmarks").await.shows("You keep nothing yet"));
}

#[tokio::test]
async fn a_reminder_comes_once_to_inbox_and_mail() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let post = opened(&world, &kit, "Heat pumps", "Which ones are quiet?").await;
    ada.api("PUT", &format!("/posts/{post}/bookmark"), Some(json!({}))).await.expect(200);
    let past = [("act", "set"), ("note", "ask Kit"), ("when", "at"), ("at", "2020-01-01T08:00")];
    let refused = ada.post(&format!("/p/{post}/bookmark"), &past).await.expect(422);
    assert!(refused.shows("That moment is past") && refused.shows("ask Kit"));
    let soon = [("act", "set"), ("note", "ask Kit"), ("when", "hour"), ("at", "")];
    ada.post(&format!("/p/{post}/bookmark"), &soon).await.expect(303);
    assert!(ada.get("/bookmarks").await.shows("You are reminded on"));
    world.settle().await;
    assert_eq!(world.letters_to(&ada).len(), 0);
    world.passes(HOUR);
    reminders(&world).await;
    let inbox = ada.get("/inbox").await;
    assert!(inbox.shows("You wanted to be reminded of this") && inbox.shows("Heat pumps"));
    let letter = world.letter("reminder");
    assert!(letter.contains("Reminder: Heat pumps") && letter.contains("Your note: ask Kit"));
    assert!(letter.contains("Which ones are quiet?") && letter.contains("/bookmarks"));
    world.passes(DAY);
    reminders(&world).await;
    assert_eq!(world.letters_to(&ada).len(), 1);
    let kept = ada.api("GET", "/me/bookmarks", None).await.expect(200).json();
    assert_eq!(
        (&kept["items"][0]["post"], &kept["items"][0]["remind_at"]),
        (&json!(post), &Value::Null)
    );
}

#[tokio::test]
async fn nobody_is_reminded_of_what_is_gone_or_let_go() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let gone = opened(&world, &kit, "Heat pumps", "Which ones are quiet?").await;
    let left = opened(&world, &kit, "Rain gardens", "Which plants?").await;
    let at = json!({ "note": "n", "remind_at": stamp(&world, HOUR) });
    for post in [&gone, &left] {
        let set = ada.api("PUT", &format!("/posts/{post}/bookmark"), Some(at.clone())).await;
        assert_eq!(set.expect(200).json()["note"], "n");
    }
    kit.api("DELETE", &format!("/posts/{gone}"), None).await.expect(204);
    ada.api("DELETE", &format!("/posts/{left}/bookmark"), None).await.expect(204);
    world.passes(HOUR);
    reminders(&world).await;
    assert!(!ada.get("/inbox").await.shows("You wanted to be reminded"));
    assert_eq!(world.letters_to(&ada).len(), 0);
}

/// A moment as the API writes it, so much after now.
fn stamp(world: &World, after: Duration) -> String {
    world.app.db.clock().now().plus(after).timestamp().to_string()
}

/// Lets the minute's job look, and a letter go.
async fn reminders(world: &World) {
    world.ticks("threads.remind").await;
    world.passes(HOUR);
    world.settle().await;
}
