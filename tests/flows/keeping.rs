//! What members keep for themselves: bookmarks with a note and a reminder, texts for later, whom
//! they do not want to read.

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

/// The form of a thread, to be published in an hour.
fn in_an_hour<'a>(title: &'a str, body: &'a str) -> Vec<(&'a str, &'a str)> {
    let what = [("space", "questions"), ("kind", "question"), ("title", title), ("body", body)];
    let how = [("act", "later"), ("when", "hour"), ("at", "")];
    what.into_iter().chain(how).collect()
}

#[tokio::test]
async fn a_thread_is_published_at_its_moment() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let refused = ada.post("/new", &in_an_hour("", "Which ones are quiet?")).await.expect(422);
    assert!(refused.shows("Which ones are quiet?"));
    let mut never = in_an_hour("Quiet machines", "Quiet?");
    never.retain(|(name, _)| *name != "when");
    let refused = ada.post("/new", &never).await.expect(422);
    assert!(refused.shows("Choose a day and an hour"));
    ada.post("/new", &in_an_hour("Quiet machines", "Which ones are quiet?")).await.expect(303);
    // What is begun meanwhile leaves it alone.
    let begun = [("act", "draft"), ("title", "Another"), ("body", "Something else")];
    ada.post("/new", &begun).await.expect(303);
    let list = ada.get("/drafts").await;
    assert!(list.shows("Published on") && list.shows("Quiet machines") && list.shows("Another"));
    world.ticks("threads.publish").await;
    assert!(!kit.get("/s/questions").await.shows("Quiet machines"));
    world.passes(HOUR);
    world.ticks("threads.publish").await;
    let page = kit.get("/s/questions").await;
    assert_eq!(page.body.matches("Quiet machines</a>").count(), 1, "once: {}", page.body);
    let list = ada.get("/drafts").await;
    assert!(!list.shows("Quiet machines") && list.shows("Another"));
}

#[tokio::test]
async fn a_reply_for_later_waits_as_any_other_and_follows_its_thread() {
    let world = World::new().await;
    let (ada, mo) = (world.newcomer("Ada").await, world.moderator("Mo").await);
    let post = opened(&world, &mo, "Heat pumps", "Which ones are quiet?").await;
    let to = ada.get(&format!("/p/{post}")).await.location().to_owned();
    let thread = to.split('#').next().unwrap().to_owned();
    let reply = [("body", "Ours hums."), ("act", "later"), ("when", "hour"), ("at", "")];
    ada.post(&thread, &reply).await.expect(303);
    let other = opened(&world, &mo, "Noise", "What is loud?").await;
    let id = |page: &str| page.split('/').nth(2).unwrap().to_owned();
    let goal = id(mo.get(&format!("/p/{other}")).await.location());
    let merge = json!({ "into": goal });
    let path = format!("/threads/{}/merge", id(&thread));
    mo.api("POST", &path, Some(merge)).await.expect(200);
    world.passes(HOUR);
    world.ticks("threads.publish").await;
    let queue = mo.get("/moderation").await;
    assert!(queue.shows("Ours hums."), "{}", queue.body);
    assert!(!world.guest().get(&format!("/t/{goal}/noise")).await.shows("Ours hums."));
    assert!(ada.get(&format!("/t/{goal}/noise")).await.shows("Ours hums."));
}

#[tokio::test]
async fn a_text_for_later_is_sent_once_as_it_stands_and_not_while_it_is_written() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let post = opened(&world, &mo, "Heat pumps", "Which ones are quiet?").await;
    let to = ada.get(&format!("/p/{post}")).await.location().to_owned();
    let thread = to.split('#').next().unwrap().to_owned();
    let reply = [("body", "Ours hums."), ("act", "later"), ("when", "hour"), ("at", "")];
    ada.post(&thread, &reply).await.expect(303);
    let slots = ada.api("GET", "/me/drafts", None).await.json();
    let path = format!("/me/drafts/{}", text(&slots["items"][0]["slot"]));
    world.passes(HOUR);
    // The page's script saves without saying what is answered.
    let sequence = world.app.db.clock().now().0;
    let typed = json!({ "body": "Ours hums, and", "fields": {}, "sequence": sequence });
    ada.api("PUT", &path, Some(typed)).await.expect(200);
    world.ticks("threads.publish").await;
    assert!(!mo.get(&thread).await.shows("Ours hums"));
    let typed = json!({ "body": "Ours hums, and sings.", "fields": {}, "sequence": sequence + 1 });
    ada.api("PUT", &path, Some(typed)).await.expect(200);
    world.passes(Duration::from_secs(121));
    world.ticks("threads.publish").await;
    let page = mo.get(&thread).await;
    assert_eq!(page.body.matches("Ours hums, and sings.").count(), 1, "{}", page.body);
    // From a page left open it is not sent again.
    let draft = path.rsplit('/').next().unwrap();
    let again = [("body", "Ours hums, and sings."), ("draft", draft)];
    world.passes(HOUR);
    let refused = ada.post(&thread, &again).await;
    assert!(refused.status == 409 && refused.shows("Ours hums, and sings."), "{}", refused.status);
}

#[tokio::test]
async fn what_cannot_be_published_stays_a_draft_and_is_told() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let post = opened(&world, &mo, "Heat pumps", "Which ones are quiet?").await;
    let to = ada.get(&format!("/p/{post}")).await.location().to_owned();
    let thread = to.split('#').next().unwrap().to_owned();
    let reply = |body| [("body", body), ("act", "later"), ("when", "hour"), ("at", "")];
    for body in ["Ours hums.", "Theirs sings."] {
        ada.post(&thread, &reply(body)).await.expect(303);
    }
    let slots = ada.api("GET", "/me/drafts", None).await.json();
    let slot = text(&slots["items"][0]["slot"]);
    assert!(slot.starts_with("later:") && slots["items"][0]["publish_at"].is_string());
    ada.post(&format!("/drafts/{slot}/unschedule"), &[]).await.expect(303);
    let id = thread.split('/').nth(2).unwrap();
    mo.api("POST", &format!("/threads/{id}/close"), None).await.expect(200);
    world.passes(HOUR);
    world.ticks("threads.publish").await;
    let inbox = ada.get("/inbox").await;
    assert!(inbox.shows("A text of yours could not be published at its moment"));
    let notices = ada.api("GET", "/me/notices", None).await.json();
    assert_eq!(notices["items"].as_array().map(Vec::len), Some(1));
    let list = ada.get("/drafts").await;
    assert!(list.shows("Ours hums.") && list.shows("Theirs sings."));
    assert!(!list.shows("Published on"));
}

#[tokio::test]
async fn a_draft_is_scheduled_by_the_api() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    let fields = json!({ "space": "questions", "kind": "question" });
    let draft = json!({ "title": "Quiet machines", "body": "Which?", "fields": fields });
    ada.api("PUT", "/me/drafts/new", Some(draft)).await.expect(200);
    let at = |at: Value| Some(json!({ "publish_at": at }));
    let path = "/me/drafts/new/publication";
    ada.api("PUT", path, at(json!("2020-01-01T00:00:00Z"))).await.expect(400);
    let kept = ada.api("PUT", path, at(json!(stamp(&world, HOUR)))).await.expect(200).json();
    let path = format!("/me/drafts/{}/publication", text(&kept["slot"]));
    let kept = ada.api("PUT", &path, at(Value::Null)).await.expect(200).json();
    assert_eq!((&kept["publish_at"], &kept["title"]), (&Value::Null, &json!("Quiet machines")));
    ada.api("PUT", &path, at(json!(stamp(&world, DAY)))).await.expect(200);
    world.passes(DAY);
    world.ticks("threads.publish").await;
    let found = world.guest().api("GET", "/threads", None).await.json();
    assert_eq!(found["items"][0]["title"], "Quiet machines");
    assert_eq!(ada.api("GET", "/me/drafts", None).await.json()["items"], json!([]));
}

#[tokio::test]
async fn who_is_blocked_is_folded_and_tells_nothing() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let id = kit.id();
    let path = format!("/people/{id}/subscription");
    let block = json!({ "level": "blocked" });
    ada.api("PUT", "/spaces/questions/subscription", Some(block.clone())).await.expect(400);
    ada.api("PUT", &format!("/people/{}/subscription", ada.id()), Some(block.clone()))
        .await
        .expect(403);
    let post = opened(&world, &ada, "Quiet machines", "Which ones?").await;
    let page = ada.get(&format!("/p/{post}")).await.location().to_owned();
    let page = page.split('#').next().unwrap().to_owned();
    let thread = page.split('/').nth(2).unwrap().to_owned();
    let says = async |body: &str| {
        world.passes(HOUR);
        let to = format!("/threads/{thread}/posts");
        kit.api("POST", &to, Some(json!({ "body": body }))).await.expect(201);
        world.settle().await;
    };
    says("Before.").await;
    let before = ada.api("GET", "/me/notices", None).await.json();
    assert_eq!(before["items"].as_array().map(Vec::len), Some(1));
    ada.api("PUT", &path, Some(block)).await.expect(200);
    assert!(ada.get(&format!("/people/{id}")).await.shows("Block: fold the texts"));
    assert!(ada.get("/settings/following").await.shows("Kit"));
    says("After.").await;
    says("I mean you, @ada.").await;
    world.passes(HOUR);
    world.settle().await;
    let notices = ada.api("GET", "/me/notices", None).await.json();
    let unread = |notices: &Value| notices["unread"].as_u64();
    assert_eq!((notices["items"].as_array().map(Vec::len), unread(&notices)), (Some(1), Some(0)));
    let told: Vec<String> = world
        .letters()
        .into_iter()
        .filter(|l| Some(l.member) == ada.member)
        .map(|l| l.text)
        .collect();
    assert!(!told.iter().any(|letter| letter.contains("After.") || letter.contains("I mean you")));
    let shown = ada.get(&page).await;
    assert!(shown.shows("After.") && shown.shows("You have blocked this person. Show the text"));
    assert!(!kit.get(&page).await.shows("You have blocked"));
    // Nothing tells who is blocked, and taking it back tells again.
    ada.api("PUT", &path, Some(json!({ "level": "normal" }))).await.expect(200);
    says("And now?").await;
    let notices = ada.api("GET", "/me/notices", None).await.json();
    assert_eq!(notices["items"].as_array().map(Vec::len), Some(2));
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
