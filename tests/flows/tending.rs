//! Moderators keep threads in order, and nobody loses anything by it.

use std::time::Duration;

use serde_json::{Value, json};
use stoa_tests::{Answer, Person, World};

fn id(answer: &Answer, field: &str) -> String {
    answer.json()[field].as_str().expect("an id").to_owned()
}

async fn opened(world: &World, by: &Person, title: &str) -> String {
    id(&world.thread(by, "questions", title, "It begins.").await, "thread")
}

async fn replied(by: &Person, thread: &str, body: &str) -> String {
    let path = format!("/threads/{thread}/posts");
    id(&by.api("POST", &path, Some(json!({ "body": body }))).await.expect(201), "post")
}

async fn tends(by: &Person, thread: &str, how: &str, body: Value) -> Answer {
    by.api("POST", &format!("/threads/{thread}/{how}"), Some(body)).await
}

#[tokio::test]
async fn a_closed_thread_takes_no_reply_and_keeps_what_was_typed() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let thread = opened(&world, &ada, "Kerbs").await;
    assert_eq!(ada.post(&format!("/threads/{thread}/close"), &[]).await.status, 403);
    let closed = mo.post(&format!("/threads/{thread}/close"), &[("on", "true")]).await;
    assert_eq!(closed.status, 303);
    let page = ada.get(&format!("/t/{thread}/kerbs")).await;
    assert!(page.shows("Closed") && !page.shows("Post reply"));
    let late = ada.post(&format!("/t/{thread}/kerbs"), &[("body", "Too late, but written.")]).await;
    assert_eq!(late.status, 409, "{}", late.body);
    assert!(ada.get("/drafts").await.shows("Too late, but written."));
    mo.post(&format!("/threads/{thread}/close"), &[("on", "false")]).await;
    replied(&ada, &thread, "In time.").await;
    let log = world.guest().api("GET", "/moderation/log", None).await.json();
    let done: Vec<_> =
        log["items"].as_array().unwrap().iter().map(|line| &line["action"]).collect();
    assert_eq!(done, ["reopened", "closed"]);
    assert!(world.guest().get("/moderation/log").await.shows("Opened again"));
}

#[tokio::test]
async fn a_pinned_thread_stands_first_in_its_space() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let first = opened(&world, &ada, "Read this first").await;
    for number in 0..22 {
        opened(&world, &ada, &format!("Later {number}")).await;
    }
    mo.post(&format!("/threads/{first}/pin"), &[("on", "true")]).await;
    let titles = |answer: &Answer| -> Vec<String> {
        let items = answer.json()["items"].as_array().cloned().unwrap_or_default();
        items.iter().map(|one| one["title"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let page = ada.api("GET", "/spaces/questions/threads?limit=20", None).await;
    assert_eq!(titles(&page)[0], "Read this first");
    let next = page.json()["next"].as_str().expect("more").to_owned();
    let rest =
        ada.api("GET", &format!("/spaces/questions/threads?limit=20&cursor={next}"), None).await;
    assert_eq!(titles(&page).len() + titles(&rest).len(), 23);
    assert!(!titles(&rest).contains(&"Read this first".to_owned()), "it comes once");
    assert_ne!(titles(&ada.api("GET", "/threads", None).await)[0], "Read this first");
}

#[tokio::test]
async fn joined_threads_lead_on_from_every_old_address() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.newcomer("Kit").await);
    let mo = world.moderator("Mo").await;
    let into = opened(&world, &ada, "Soil").await;
    let from = opened(&world, &ada, "Earth").await;
    let moved = replied(&ada, &from, "Movedword here.").await;
    let held = replied(&kit, &from, "Heldword here.").await;
    world.settle().await;
    let watch = format!("/threads/{from}/subscription");
    mo.api("PUT", &watch, Some(json!({ "level": "watching" }))).await;
    assert_eq!(tends(&ada, &from, "merge", json!({ "into": into })).await.status, 403);
    tends(&mo, &from, "merge", json!({ "into": into })).await.expect(200);
    world.settle().await;

    for path in [format!("/t/{from}"), format!("/t/{from}/earth"), format!("/t/{from}/x?page=1")] {
        let way = world.guest().get(&path).await;
        assert_eq!(way.status, 308, "{path}");
        let there = world.guest().get(way.location()).await;
        assert!(there.location().contains(&into), "{path} leads to {}", there.location());
    }
    let api = ada.api("GET", &format!("/threads/{from}"), None).await;
    assert_eq!((api.status.as_u16(), api.location()), (308, &*format!("/api/v1/threads/{into}")));
    let post = ada.get(&format!("/p/{moved}")).await;
    assert!(post.location().ends_with("#p3"), "{}", post.location());
    let page = mo.get(&format!("/t/{into}/soil")).await;
    assert!(page.shows("Movedword") && page.shows("Heldword"), "what waits went along");
    let search = ada.api("GET", "/search?q=movedword", None).await.json();
    assert!(search["items"][0]["url"].as_str().unwrap().contains(&into));
    let level = mo.api("GET", &format!("/threads/{into}"), None).await.json();
    assert_eq!(level["level"], "watching", "who followed the one follows the other");

    let cases = mo.api("GET", "/moderation/cases?state=open", None).await.json();
    let (case, version) = (&cases["items"][0]["id"], &cases["items"][0]["version"]);
    let path = format!("/moderation/cases/{}/decision", case.as_str().unwrap());
    let version = format!("\"{version}\"");
    let done = mo
        .api_with("POST", &path, Some(json!({ "action": "approve" })), &[("if-match", &version)])
        .await;
    done.expect(200);
    assert!(ada.get(&format!("/p/{held}")).await.location().ends_with("#p4"));
    let posted = ada.post(&format!("/t/{from}/earth"), &[("body", "To the old address.")]).await;
    assert_eq!(posted.status, 308, "a form goes on with what it carries");
    ada.post(posted.location(), &[("body", "To the old address.")]).await.expect(303);
    assert!(ada.get(&format!("/t/{into}/soil")).await.shows("To the old address."));
}

#[tokio::test]
async fn a_reply_begun_in_a_joined_thread_is_written_on_in_the_other() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let (from, into) = (opened(&world, &ada, "Earth").await, opened(&world, &ada, "Soil").await);
    tends(&mo, &from, "merge", json!({ "into": into })).await.expect(200);
    // As a page that was open all the time keeps it.
    let draft = json!({ "body": "Begun before they were joined." });
    ada.api("PUT", &format!("/me/drafts/reply:{from}"), Some(draft)).await.expect(200);
    let list = ada.get("/drafts").await.expect(200);
    let begins = list.body.find(&format!("/drafts/{from}/go/")).expect("a way on");
    let way: String = list.body[begins..].chars().take_while(|c| *c != '"').collect();
    let onwards = ada.get(&way).await;
    assert_eq!(onwards.status, 308, "{way}");
    let there = ada.get(onwards.location()).await;
    let page = ada.get(there.location()).await.expect(200);
    assert!(page.shows("Begun before they were joined.") && page.shows("name=\"body\""));
}

/// What was meant for one thread alone must not happen to another that it became part of.
#[tokio::test]
async fn what_was_meant_for_a_joined_thread_does_not_happen_to_the_other() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let [from, into, third] = [
        opened(&world, &ada, "Earth").await,
        opened(&world, &ada, "Soil").await,
        opened(&world, &ada, "Mud").await,
    ];
    tends(&mo, &from, "merge", json!({ "into": into })).await.expect(200);
    assert_eq!(tends(&mo, &from, "merge", json!({ "into": third })).await.status, 404);
    let close = mo.post(&format!("/threads/{from}/close"), &[("on", "true")]).await;
    assert_eq!(close.status, 404);
    let read = ada.api("PUT", &format!("/threads/{from}/read"), Some(json!({ "number": 1 }))).await;
    assert_eq!(read.status, 404);
    assert_eq!(world.guest().get(&format!("/t/{into}/soil")).await.status, 200);
}

/// Addresses of pages lead to the same posts as before, less those that went.
#[tokio::test]
async fn later_posts_do_not_move_up_where_some_were_parted() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let thread = opened(&world, &ada, "Soil").await;
    let mut posts = Vec::new();
    for number in 2..=24 {
        posts.push(replied(&ada, &thread, &format!("Word{number}.")).await);
    }
    let mut fields = vec![("title", "A new one")];
    fields.extend(posts[..5].iter().map(|post| ("post", post.as_str())));
    mo.post(&format!("/threads/{thread}/split"), &fields).await.expect(303);
    let first = world.guest().get(&format!("/t/{thread}/soil")).await;
    assert!(first.shows("Word20.") && !first.shows("Word21."));
    assert!(first.shows(&format!("/p/{}", posts[0])), "where the second went");
    let second = world.guest().get(&format!("/t/{thread}/soil?page=2")).await;
    assert!(second.shows("Word21.") && second.shows("Word24.") && !second.shows("Word20."));
    let choice = mo.get(&format!("/threads/{thread}/split")).await;
    assert!(choice.shows("Word20.") && !choice.shows("Word21."));
}

#[tokio::test]
async fn parted_replies_are_found_from_where_they_stood() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let thread = opened(&world, &ada, "Soil").await;
    replied(&ada, &thread, "It stays.").await;
    let first = replied(&ada, &thread, "Partedword one.").await;
    let quote = format!("> [Ada](/p/{first}) wrote\n\nI quote it.");
    let second = replied(&ada, &thread, &quote).await;
    let page = mo.get(&format!("/threads/{thread}/split")).await;
    assert!(page.shows("It stays.") && page.shows("Partedword one."));
    let none = mo.post(&format!("/threads/{thread}/split"), &[("title", "A new one")]).await;
    assert!(none.status == 422 && none.shows("A new one") && none.shows("Choose one reply"));
    let fields = [("title", "A new one"), ("post", &first), ("post", &second)];
    let done = mo.post(&format!("/threads/{thread}/split"), &fields).await;
    let new = done.location().trim_start_matches("/t/").to_owned();
    world.settle().await;
    let page = world.guest().get(&format!("/t/{new}/a-new-one")).await;
    assert!(page.status == 200 && page.shows("Partedword") && page.shows("I quote it."));
    let old = world.guest().get(&format!("/t/{thread}/soil")).await;
    assert!(
        old.shows("id=\"p3\"") && old.shows(&format!("/p/{first}")) && !old.shows("Partedword one")
    );
    assert!(world.guest().get(&format!("/p/{first}")).await.location().contains(&new));
    let search = ada.api("GET", "/search?q=partedword&in=threads", None).await.json();
    assert_eq!(search["items"][0]["title"], "A new one");
}

#[tokio::test]
async fn a_thread_moves_with_its_cases_and_is_hidden_with_its_space() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.newcomer("Kit").await);
    let root = world.administrator("Root").await;
    let there = world.moderator_of("There", "experiences").await;
    let thread = opened(&world, &ada, "Kerbstone").await;
    replied(&kit, &thread, "Waits here.").await;
    world.settle().await;
    let open = "/moderation/cases?state=open";
    assert_eq!(
        there.api("GET", open, None).await.json()["items"].as_array().map(Vec::len),
        Some(0)
    );
    let mo = world.moderator_of("Mo", "questions").await;
    let foreign = tends(&mo, &thread, "move", json!({ "space": "experiences" })).await;
    assert_eq!(foreign.status, 403, "who moves a thread looks after both spaces");
    let page = mo.get(&format!("/t/{thread}/kerbstone")).await;
    assert!(page.shows("value=\"questions\"") && !page.shows("value=\"experiences\""));
    let gone = tends(&root, &thread, "move", json!({ "space": "nowhere" })).await;
    assert_eq!(gone.status, 404);
    tends(&root, &thread, "move", json!({ "space": "experiences" })).await.expect(200);
    world.settle().await;
    assert_eq!(
        there.api("GET", open, None).await.json()["items"].as_array().map(Vec::len),
        Some(1)
    );
    assert!(world.guest().get("/s/experiences").await.shows("Kerbstone"));
    assert!(!world.guest().get("/s/questions").await.shows("Kerbstone"));
    let found = ada.api("GET", "/search?q=begins&space=experiences", None).await.json();
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1));
}

/// Replies and joins at once: what was acknowledged stands in one of the two threads, once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_when_threads_are_joined_while_people_write() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let into = opened(&world, &ada, "Soil").await;
    let from = opened(&world, &ada, "Earth").await;
    let path = format!("/threads/{from}/posts");
    let write = async |name: &str| {
        let mut done = 0;
        for number in 0..12 {
            let body = json!({ "body": format!("{name} {number}") });
            let answer = ada.api("POST", &path, Some(body)).await;
            done += usize::from(answer.status == 201);
            assert!([201, 308, 404, 409].contains(&answer.status.as_u16()), "{}", answer.body);
        }
        done
    };
    let join = async {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        tends(&mo, &from, "merge", json!({ "into": into })).await.expect(200);
    };
    let (one, two, ()) = tokio::join!(write("one"), write("two"), join);
    let found = ada.api("GET", &format!("/threads/{into}/posts?limit=100"), None).await.json();
    assert_eq!(found["items"].as_array().map(Vec::len), Some(2 + one + two));
    let wrong = stoa_threads::recount::differences(&world.app.db).await.expect("an answer");
    assert!(wrong.is_empty(), "{wrong:?}");
    world.settle().await;
}

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(86_400);

/// What the public log tells, the newest first.
async fn logged(world: &World) -> Vec<String> {
    let log = world.guest().api("GET", "/moderation/log", None).await.json();
    let lines = log["items"].as_array().cloned().unwrap_or_default();
    lines.iter().map(|line| line["action"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_thread_is_closed_for_a_day_and_opens_by_itself() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let thread = opened(&world, &ada, "Kerbs").await;
    let until = [("on", "true"), ("when", "tomorrow"), ("at", "")];
    assert_eq!(ada.post(&format!("/threads/{thread}/close"), &until).await.status, 403);
    mo.post(&format!("/threads/{thread}/close"), &until).await.expect(303);
    let page = ada.get(&format!("/t/{thread}/kerbs")).await;
    assert!(page.shows("Closed") && page.shows("Opens again on"));
    world.ticks("moderation.clock").await;
    tends(&ada, &thread, "posts", json!({ "body": "Too early." })).await.expect(403);
    world.passes(DAY);
    world.ticks("moderation.clock").await;
    replied(&ada, &thread, "In time.").await;
    assert!(!ada.get(&format!("/t/{thread}/kerbs")).await.shows("Opens again on"));
    assert_eq!(logged(&world).await, ["reopened", "closed"]);
    // Whoever opens it before its time takes the time back.
    mo.post(&format!("/threads/{thread}/close"), &until).await.expect(303);
    mo.post(&format!("/threads/{thread}/close"), &[("on", "false")]).await.expect(303);
    mo.post(&format!("/threads/{thread}/close"), &[("on", "true")]).await.expect(303);
    world.passes(DAY * 2);
    world.ticks("moderation.clock").await;
    assert!(ada.get(&format!("/t/{thread}/kerbs")).await.shows("Closed"));
}

#[tokio::test]
async fn a_thread_closes_at_the_moment_it_was_told() {
    let world = World::new().await;
    let (ada, mo) = (world.member("Ada").await, world.moderator("Mo").await);
    let thread = opened(&world, &ada, "Kerbs").await;
    let at = world.app.db.clock().now().plus(HOUR).timestamp().to_string();
    let timer = format!("/threads/{thread}/timer");
    let set = json!({ "closes_at": at });
    ada.api("PUT", &timer, Some(set.clone())).await.expect(403);
    let shown = mo.api("PUT", &timer, Some(set.clone())).await.expect(200).json();
    assert!(shown["closes_at"].is_string() && shown["closed"] == false);
    assert!(ada.get(&format!("/t/{thread}/kerbs")).await.shows("Closes on"));
    let past = json!({ "closes_at": "2020-01-01T00:00:00Z" });
    mo.api("PUT", &timer, Some(past)).await.expect(400);
    let unread = [("when", "at"), ("at", "")];
    let refused = mo.post(&format!("/threads/{thread}/timer"), &unread).await.expect(400);
    assert!(refused.shows("Choose a day and an hour."));
    mo.post(&format!("/threads/{thread}/timer"), &[("when", ""), ("at", "")]).await.expect(303);
    world.passes(HOUR);
    world.ticks("moderation.clock").await;
    replied(&ada, &thread, "It was taken back.").await;
    mo.post(&format!("/threads/{thread}/timer"), &[("when", "hour"), ("at", "")]).await.expect(303);
    world.passes(HOUR);
    world.ticks("moderation.clock").await;
    tends(&ada, &thread, "posts", json!({ "body": "Too late." })).await.expect(403);
    mo.api("PUT", &timer, Some(json!({ "closes_at": far(&world) }))).await.expect(409);
    assert_eq!(logged(&world).await, ["closed"]);
}

fn far(world: &World) -> String {
    world.app.db.clock().now().plus(DAY).timestamp().to_string()
}

#[tokio::test]
async fn in_slow_mode_everybody_writes_once_in_a_while() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let mo = world.moderator("Mo").await;
    let thread = opened(&world, &ada, "Kerbs").await;
    let slow = format!("/threads/{thread}/slow");
    kit.api("PUT", &slow, Some(json!({ "every": 3600 }))).await.expect(403);
    mo.api("PUT", &slow, Some(json!({ "every": 7 }))).await.expect(400);
    let refused = mo.post(&slow, &[("every", "soon")]).await.expect(400);
    assert!(refused.shows("Choose one of the paces"));
    mo.post(&slow, &[("every", "3600")]).await.expect(303);
    let page = kit.get(&format!("/t/{thread}/kerbs")).await;
    assert!(page.shows("Slow mode: one text each in 1 hour"));
    assert!(!page.shows("You can write again on"));
    let first = replied(&kit, &thread, "Granite lasts longest.").await;
    world.passes(MINUTE);
    let page = kit.get(&format!("/t/{thread}/kerbs")).await;
    assert!(page.shows("You can write again on"));
    let soon = kit.post(&format!("/t/{thread}/kerbs"), &[("body", "And is dear.")]).await;
    assert!(soon.status == 429 && soon.shows("And is dear."), "{}", soon.status);
    // A slip of the pen is set right; a text that grows is the way round, and is none.
    let at = format!("/p/{first}/edit");
    let slip = [("body", "Granite lasts the longest."), ("version", "1")];
    kit.post(&at, &slip).await.expect(303);
    let grown = format!("Granite lasts the longest. {}", "And more of it. ".repeat(20));
    let refused = kit.post(&at, &[("body", &grown), ("version", "2")]).await.expect(429);
    assert!(refused.shows("And more of it."));
    replied(&mo, &thread, "I look after it.").await;
    world.passes(MINUTE);
    replied(&mo, &thread, "And write as I must.").await;
    world.passes(HOUR);
    replied(&kit, &thread, "And is dear.").await;
    mo.post(&slow, &[("every", "")]).await.expect(303);
    world.passes(MINUTE);
    replied(&kit, &thread, "But worth it.").await;
    assert_eq!(logged(&world).await, ["unslowed", "slowed"]);
}

#[tokio::test]
async fn many_threads_are_moved_at_once_and_those_that_cannot_go_say_why() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let mo = world.administrator("Mo").await;
    let room = world.moderator_of("Room", "questions").await;
    let mut threads = Vec::new();
    for number in 0..3 {
        threads.push(opened(&world, &ada, &format!("Kerb {number}")).await);
    }
    let page = mo.get("/s/questions/tend").await.expect(200);
    assert!(page.shows("Kerb 0") && page.shows("Kerb 2"));
    kit.get("/s/questions/tend").await.expect(403);
    let chosen: Vec<_> = threads.iter().take(2).map(|id| ("thread", id.as_str())).collect();
    let to = |slug| [chosen.clone(), vec![("to", slug)]].concat();
    assert_eq!(mo.post("/s/questions/tend", &[("to", "experiences")]).await.status, 422);
    // Who looks after one space moves nothing into another.
    let stays = room.post("/s/questions/tend", &to("experiences")).await;
    assert!(stays.status == 409 && stays.shows("2 threads stay here"), "{}", stays.body);
    mo.post("/s/questions/tend", &to("experiences")).await.expect(303);
    world.settle().await;
    let there = kit.get("/s/experiences").await;
    assert!(there.shows("Kerb 0") && there.shows("Kerb 1") && !there.shows("Kerb 2"));
    assert!(kit.get("/s/questions").await.shows("Kerb 2"));
    let body =
        json!({ "threads": [threads[2], "01j6zzzzzzzzzzzzzzzzzzzzzz"], "to": "experiences" });
    let done = mo.api("POST", "/threads/moves", Some(body)).await.expect(200).json();
    assert_eq!(done["moved"], json!([threads[2]]));
    assert!(done["refused"][0]["detail"].is_string());
    mo.api("POST", "/threads/moves", Some(json!({ "threads": [], "to": "experiences" })))
        .await
        .expect(400);
    assert_eq!(logged(&world).await, ["moved", "moved", "moved"]);
}

#[tokio::test]
async fn what_nobody_has_replied_to_is_counted_and_found() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let first = opened(&world, &ada, "Waiting kerb").await;
    let second = opened(&world, &ada, "Answered lamp").await;
    replied(&kit, &second, "Yes.").await;
    let space = world.guest().get("/s/questions").await;
    assert!(space.shows("1 thread waits for its first reply"));
    let list = world.guest().get("/s/questions?status=unreplied").await;
    assert!(list.shows("Waiting kerb") && !list.shows("Answered lamp"));
    replied(&kit, &first, "Yes, too.").await;
    assert!(!world.guest().get("/s/questions").await.shows("waits for its first reply"));
}

#[tokio::test]
async fn a_long_thread_has_a_table_and_leads_to_its_like() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let thread = opened(&world, &ada, "Granite kerbs in narrow streets").await;
    assert!(!kit.get(&format!("/t/{thread}/x")).await.shows("Table of this thread"));
    let mut last = String::new();
    for number in 2..=22 {
        last = replied(&kit, &thread, &format!("Reply word{number} here.")).await;
    }
    kit.api("DELETE", &format!("/posts/{last}"), None).await.expect(204);
    let address = kit.get(&format!("/t/{thread}")).await.location().to_owned();
    let table = world.guest().get(&format!("/threads/{thread}/table")).await.expect(200);
    assert!(table.shows("Reply word2 here.") && table.shows("Reply word21 here."));
    assert!(!table.shows("word22") && table.shows("This post is not there any more"));
    assert!(table.body.contains(&format!("{address}?page=2#p21")), "{}", table.body);
    let other = opened(&world, &kit, "Narrow streets with granite kerbs").await;
    world.settle().await;
    let page = ada.get(&format!("/t/{thread}/granite-kerbs-in-narrow-streets")).await;
    assert!(page.shows("Table of this thread"));
    assert!(page.shows("Related threads") && page.shows("Narrow streets with granite kerbs"));
    assert!(!world.guest().get(&format!("{address}?x=1")).await.shows("Related threads"));
    let mo = world.moderator("Mo").await;
    tends(&mo, &other, "merge", json!({ "into": thread })).await.expect(200);
    world.settle().await;
    let page = ada.get(&format!("/t/{thread}/granite-kerbs-in-narrow-streets")).await;
    assert!(!page.shows("Related threads"));
}

#[tokio::test]
async fn a_long_thread_is_summed_up_by_whoever_knows_best() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let (mo, newcomer) = (world.moderator("Mo").await, world.newcomer("New").await);
    let thread = opened(&world, &ada, "Granite kerbs").await;
    let address = format!("/t/{thread}/granite-kerbs");
    let mut first = String::new();
    for number in 2..=10 {
        let reply = replied(&kit, &thread, &format!("Reply word{number} here.")).await;
        first = if number == 2 { reply } else { first };
    }
    assert!(ada.get(&address).await.shows("Sum this thread up"));
    assert!(!newcomer.get(&address).await.shows("Sum this thread up"));
    let write = format!("/threads/{thread}/summary");
    newcomer.get(&write).await.expect(403);
    let blank = ada.get(&write).await.expect(200);
    assert!(blank.body.contains(&format!("[Kit](/p/{first})")), "{}", blank.body);
    let empty = ada.post(&write, &[("body", " ")]).await;
    assert_eq!(empty.status, 422);
    let body = format!("Granite lasts: see [Kit](/p/{first}).");
    let shown = ada.post(&write, &[("body", &body), ("act", "preview")]).await.expect(200);
    assert!(shown.shows("Granite lasts"));
    ada.post(&write, &[("body", &body)]).await.expect(303);
    world.settle().await;
    let guest = world.guest().get(&address).await;
    assert!(guest.shows("Summary") && guest.body.matches("Granite lasts").count() >= 2);
    // Whoever knows better begins with what stands there.
    assert!(kit.get(&write).await.shows("Granite lasts"));
    kit.post(&write, &[("body", "Granite is dear, and lasts.")]).await.expect(303);
    world.settle().await;
    let page = world.guest().get(&address).await;
    assert_eq!(page.body.matches("Granite is dear, and lasts.").count(), 2, "top and reply");
    assert_eq!(page.body.matches("Granite lasts").count(), 1, "a reply among others");
    // Taken away with its reply; let go by a moderator.
    let posts = kit.api("GET", &format!("/threads/{thread}/posts?limit=100"), None).await.json();
    let all = posts["items"].as_array().cloned().unwrap_or_default();
    let last = all.last().map(|post| post["id"].as_str().unwrap_or_default().to_owned()).unwrap();
    ada.post(&format!("/p/{last}/unsummary"), &[]).await.expect(403);
    mo.post(&format!("/p/{last}/unsummary"), &[]).await.expect(303);
    let page = world.guest().get(&address).await;
    assert_eq!(page.body.matches("Granite is dear, and lasts.").count(), 1);
    let set = json!({ "post": last });
    kit.api("PUT", &format!("/threads/{thread}/summary"), Some(set)).await.expect(200);
    kit.api("DELETE", &format!("/posts/{last}"), None).await.expect(204);
    let page = world.guest().get(&address).await;
    assert!(!page.shows("Granite is dear") && !page.shows("Read it among the replies"));
}

#[tokio::test]
async fn what_everybody_may_edit_keeps_who_wrote_what() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let (mo, newcomer) = (world.moderator("Mo").await, world.newcomer("New").await);
    let thread = opened(&world, &ada, "Granite kerbs").await;
    let address = format!("/t/{thread}/granite-kerbs");
    let post = replied(&ada, &thread, "A list of quarries: one.").await;
    let edit = format!("/p/{post}/edit");
    kit.get(&edit).await.expect(403);
    kit.post(&format!("/p/{post}/wiki"), &[("on", "true")]).await.expect(403);
    ada.post(&format!("/p/{post}/wiki"), &[("on", "true")]).await.expect(303);
    assert!(kit.get(&address).await.shows("Everybody may edit this text."));
    assert!(kit.get(&edit).await.expect(200).shows("A list of quarries: one."));
    newcomer.get(&edit).await.expect(403);
    let form = |version, body| [("body", body), ("version", version), ("title", "Mine now")];
    newcomer.post(&edit, &form("1", "Spam.")).await.expect(403);
    kit.post(&edit, &form("1", "A list of quarries: one, two.")).await.expect(303);
    world.settle().await;
    let page = world.guest().get(&address).await;
    assert!(page.shows("A list of quarries: one, two.") && page.shows("Kit did so last."));
    // Whoever wrote them takes along the words that stand under another's name.
    let taken = kit.api("GET", "/me/export", None).await.expect(200);
    let texts = taken.file("texts_of_others_edited.json");
    assert!(texts.contains("A list of quarries: one, two."), "{texts}");
    // However small and soon, the words of each are kept with their author.
    let stale = ada.post(&edit, &form("1", "A list of quarries: one, three.")).await;
    assert!(stale.status == 409 && stale.shows("one, three"), "{}", stale.status);
    ada.post(&edit, &form("2", "A list of quarries: one, two, three.")).await.expect(303);
    let revisions = kit.api("GET", &format!("/posts/{post}/revisions"), None).await.json();
    let kept: Vec<(&str, &str)> = revisions["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["editor"]["name"].as_str().unwrap(), one["markdown"].as_str().unwrap()))
        .collect();
    let (two, one) = ("A list of quarries: one, two.", "A list of quarries: one.");
    assert_eq!(kept, [("Kit", two), ("Ada", one)]);
    // Whoever edits shows no file of the author's that did not stand there.
    let sent = ada.upload("secret.csv", b"a,b\n1,2\n").await.expect(201).json();
    let file = sent["url"].as_str().expect("an address").to_owned();
    let shows = format!("A list of quarries: [all]({file}).");
    kit.post(&edit, &form("3", &shows)).await.expect(422);
    kit.get(&file).await.expect(404);
    // The opening post of a thread keeps its title, whoever edits the text.
    let opening = text_of_opening(&kit, &thread).await;
    mo.api("PUT", &format!("/posts/{opening}/wiki"), Some(json!({ "wiki": true })))
        .await
        .expect(200);
    kit.post(&format!("/p/{opening}/edit"), &form("1", "It begins anew.")).await.expect(303);
    let page = world.guest().get(&address).await;
    assert!(
        page.shows("Granite kerbs") && page.shows("It begins anew.") && !page.shows("Mine now")
    );
    mo.post(&format!("/p/{post}/wiki"), &[("on", "false")]).await.expect(303);
    kit.post(&edit, &form("3", "Not any more.")).await.expect(403);
}

async fn text_of_opening(by: &Person, thread: &str) -> String {
    let posts = by.api("GET", &format!("/threads/{thread}/posts"), None).await.json();
    posts["items"][0]["id"].as_str().expect("an id").to_owned()
}
