//! Threads: opened, answered, edited, taken back, read on; by pages and by API.

use std::time::Duration;

use axum::body::Body;
use http::{Method, header};
use serde_json::{Value, json};
use stoa_tests::{Answer, Person, World};

const SPACE: &str = "questions";

/// Follows redirects to the page at their end.
async fn follow(person: &Person, mut answer: Answer) -> Answer {
    while answer.status.is_redirection() {
        let to = answer.location().split('#').next().unwrap_or_default().to_owned();
        answer = person.get(&to).await;
    }
    answer
}

async fn open(world: &World, person: &Person, title: &str, body: &str) -> (String, String) {
    let json = world.thread(person, SPACE, title, body).await.expect(201).json();
    (text(&json["thread"]), text(&json["post"]))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

async fn reply(person: &Person, thread: &str, body: &str) -> Value {
    let path = format!("/threads/{thread}/posts");
    person.api("POST", &path, Some(json!({ "body": body }))).await.expect(201).json()
}

/// The thread's own address, with its readable name.
async fn address(person: &Person, thread: &str) -> String {
    person.get(&format!("/t/{thread}")).await.expect(308).location().to_owned()
}

async fn page(person: &Person, thread: &str) -> Answer {
    let at = address(person, thread).await;
    person.get(&at).await
}

/// Decides the case about a post through the API.
async fn decides(moderator: &Person, post: &str, verdict: Value) {
    let cases = moderator.api("GET", "/moderation/cases", None).await.expect(200).json();
    let items = cases["items"].as_array().expect("a list");
    let about =
        |case: &&Value| case["subject"]["url"].as_str().is_some_and(|url| url.contains(post));
    let case = items.iter().find(about).or_else(|| items.first()).expect("a case");
    let version = format!("\"{}\"", case["version"]);
    let path = format!("/moderation/cases/{}/decision", text(&case["id"]));
    let headers = [("if-match", version.as_str())];
    moderator.api_with("POST", &path, Some(verdict), &headers).await.expect(200);
}

#[tokio::test]
async fn a_thread_is_opened_and_answered_without_scripts() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let form = ada.get("/new?kind=need").await.expect(200);
    let once = form.hidden("once");
    let fields = [
        ("once", once.as_str()),
        ("space", SPACE),
        ("kind", "need"),
        ("title", "Soil for street trees"),
        ("themes", "nature"),
        ("body", "Which mix did you take? **Ours** dries out."),
        ("act", "send"),
    ];
    let sent = ada.post("/new", &fields).await.expect(303);
    let shown = follow(&ada, sent).await.expect(200);
    assert!(shown.shows("Soil for street trees") && shown.body.contains("<strong>Ours</strong>"));
    let again = ada.post("/new", &fields).await.expect(303);
    let same = follow(&ada, again).await;
    assert_eq!(shown.hidden("draft"), same.hidden("draft"), "sent twice, opened once");

    let listed = world.guest().get(&format!("/s/{SPACE}")).await.expect(200);
    assert_eq!(listed.body.matches("Soil for street trees").count(), 1);
    let at = listed.body.split("href=\"/t/").nth(1).and_then(|rest| rest.split('"').next());
    let at = format!("/t/{}", at.expect("a link"));
    let composer = ben.get(&at).await.expect(200);
    let once = composer.hidden("once");
    let sent =
        ben.post(&at, &[("once", &once), ("body", "Two parts of sand."), ("act", "send")]).await;
    let shown = follow(&ben, sent.expect(303)).await.expect(200);
    assert!(shown.shows("Two parts of sand.") && shown.shows("Published."));
    assert!(world.guest().get(&at).await.shows("Two parts of sand."));
}

#[tokio::test]
async fn a_newcomers_reply_waits_in_place_and_appears_once_approved() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.newcomer("kit").await);
    let mo = world.moderator("mo").await;
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    let at = address(&ada, &thread).await;
    let composer = kit.get(&at).await.expect(200);
    assert!(composer.shows("first two texts"), "said before it is written");
    let fields = [("once", &*composer.hidden("once")), ("body", "Mulch!"), ("act", "send")];
    let told = follow(&kit, kit.post(&at, &fields).await.expect(303)).await.expect(200);
    assert!(told.shows("It waits for a moderator") && told.shows("Mulch!"));
    assert!(told.shows("Only you and the moderators see it until then."));
    assert!(told.body.contains("/delete"), "can be withdrawn");
    world.settle().await;
    for person in [&ada, &world.guest()] {
        assert!(!person.get(&at).await.expect(200).shows("Mulch!"));
    }
    let desk = mo.get(&at).await.expect(200);
    assert!(
        desk.shows("Mulch!") && desk.body.contains("/case"),
        "moderators see it, with its case"
    );

    let post = told.body.split("data-post=\"").last().and_then(|rest| rest.split('"').next());
    decides(&mo, post.expect("a post"), json!({ "action": "approve" })).await;
    world.settle().await;
    assert!(
        world.guest().get(&at).await.shows("Mulch!"),
        "no kept page is older than the approval"
    );
}

#[tokio::test]
async fn what_cannot_be_taken_comes_back_with_what_was_typed() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let long = "x".repeat(300);
    let fields = [
        ("space", ""),
        ("kind", "question"),
        ("title", long.as_str()),
        ("body", "Kept <words>"),
        ("act", "send"),
    ];
    let refused = ada.post("/new", &fields).await.expect(422);
    assert!(refused.shows("longer than 255 characters") && refused.shows("Kept <words>"));
    assert!(refused.body.contains("href=\"#title\""), "the list of problems leads to the field");
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    let at = address(&ada, &thread).await;
    let empty = ada.post(&at, &[("body", "  "), ("act", "send")]).await.expect(422);
    assert!(empty.shows("There is no text yet."));
    let tongue =
        ada.post(&at, &[("body", "Kept"), ("language", "zz"), ("act", "send")]).await.expect(422);
    assert!(tongue.shows("not known here") && tongue.shows("Kept"));
    let api =
        ada.api("POST", &format!("/threads/{thread}/posts"), Some(json!({ "body": "" }))).await;
    assert!(api.expect(400).json()["errors"]["body"].is_array());
}

#[tokio::test]
async fn a_look_before_sending_changes_nothing() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    let at = address(&ada, &thread).await;
    let fields = [("body", "*Sand*, <b>more</b>"), ("language", ""), ("act", "preview")];
    let looked = ada.post(&at, &fields).await.expect(200);
    assert!(looked.body.contains("<em>Sand</em>") && looked.body.contains("&lt;b&gt;more"));
    assert!(looked.shows("*Sand*, <b>more</b>"), "the text stands in the composer");
    let read = ada.api("GET", &format!("/threads/{thread}/posts"), None).await.json();
    assert_eq!(read["items"].as_array().map(Vec::len), Some(1));
    let inline = ada.post("/preview", &[("body", "*Sand*"), ("thread", &thread)]).await.expect(200);
    assert!(
        inline.body.starts_with("<div class=\"prose\"") && inline.body.contains("<em>Sand</em>")
    );
    world.guest().post("/preview", &[("body", "x")]).await.expect(401);
}

#[tokio::test]
async fn quotes_point_to_their_source_and_lose_their_words_with_it() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    let source = text(&reply(&ada, &thread, "Thirty years of loam.").await["post"]);
    let at = address(&ben, &thread).await;
    let composer = ben.get(&format!("{at}?quote={source}")).await.expect(200);
    let quote = format!("> [ada](/p/{source}):");
    assert!(composer.shows(&quote), "{}", composer.body);
    let body = format!("{quote}\n>\n> Thirty years of loam.\n\nReally?");
    let fields = [("body", body.as_str()), ("reply_to", &source), ("act", "send")];
    let shown = follow(&ben, ben.post(&at, &fields).await.expect(303)).await.expect(200);
    assert!(shown.body.contains(&format!("href=\"/p/{source}\"")), "{}", shown.body);
    assert!(shown.shows("in reply to"));
    assert_eq!(world.guest().get(&at).await.body.matches("Thirty years").count(), 2);

    ada.api("DELETE", &format!("/posts/{source}"), None).await.expect(204);
    world.settle().await;
    let after = world.guest().get(&at).await.expect(200);
    assert!(!after.shows("Thirty years"), "neither the post nor its quote");
    assert!(after.shows("Its author deleted this post.") && after.shows("Really?"));
    let posts = world.guest().api("GET", &format!("/threads/{thread}/posts"), None).await.json();
    let quoting = text(&posts["items"][2]["id"]);
    let raw = world.guest().api("GET", &format!("/posts/{quoting}"), None).await.expect(200);
    assert!(!raw.shows("Thirty years") && raw.shows("Really?"), "{}", raw.body);
}

#[tokio::test]
async fn mentions_are_kept_by_id_and_follow_a_new_name() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let handle = {
        let cards =
            stoa_accounts::views::cards(&world.app.db, &[ben.member.unwrap()]).await.unwrap();
        cards[&ben.member.unwrap()].handle.clone()
    };
    let body = format!("@{handle} and @valladolid, what about `@{handle}`?");
    let (thread, post) = open(&world, &ada, "Soil", &body).await;
    let shown = page(&world.guest(), &thread).await.expect(200);
    assert!(shown.body.contains(&format!("/people/{}", ben.id())), "{}", shown.body);
    assert!(shown.body.contains("/cities/valladolid"));
    let edit = ada.get(&format!("/p/{post}/edit")).await.expect(200);
    assert!(edit.shows(&body), "its author sees what was typed");
    let raw = ada.api("GET", &format!("/posts/{post}"), None).await.json();
    assert_eq!(raw["markdown"], body);
    let renamed = ben.api("PATCH", "/me", Some(json!({ "display_name": "Benedict" }))).await;
    renamed.expect(200);
    world.settle().await;
    assert!(page(&world.guest(), &thread).await.shows("Benedict"));
}

#[tokio::test]
async fn an_edit_keeps_history_and_a_late_one_shows_both_wordings() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, post) = open(&world, &ada, "Soil", "Two parts of sand").await;
    world.passes(Duration::from_secs(3600));
    let form = ada.get(&format!("/p/{post}/edit")).await.expect(200);
    let (once, version) = (form.hidden("once"), form.hidden("version"));
    let path = format!("/p/{post}/edit");
    let fields = |body| {
        [
            ("once", once.as_str()),
            ("version", version.as_str()),
            ("title", "Soil"),
            ("body", body),
            ("act", "send"),
        ]
    };
    let saved =
        follow(&ada, ada.post(&path, &fields("Three parts of sand")).await.expect(303)).await;
    assert!(saved.expect(200).shows("Three parts of sand"));
    let late = [
        ("version", version.as_str()),
        ("title", "Soil"),
        ("body", "Four parts of sand"),
        ("act", "send"),
    ];
    let stale = ada.post(&path, &late).await.expect(409);
    assert!(stale.shows("Three parts of sand") && stale.shows("Four parts of sand"));
    assert_ne!(stale.hidden("version"), version, "sending again would take it");
    ben.get(&path).await.expect(403);
    world.guest().get(&path).await.expect(401);

    let history = world.guest().get(&format!("/p/{post}/history")).await.expect(200);
    assert!(history.body.contains("<del>") && history.body.contains("<ins>"));
    assert!(history.shows("Two ") && history.shows("Three "));
    let listed = ben.api("GET", &format!("/posts/{post}/revisions"), None).await.expect(200).json();
    assert_eq!(listed["items"][0]["markdown"], "Two parts of sand");

    let api = format!("/posts/{post}");
    let body = json!({ "body": "Five parts" });
    ada.api("PATCH", &api, Some(body.clone())).await.expect(428);
    let old = ada.api_with("PATCH", &api, Some(body.clone()), &[("if-match", "\"1\"")]).await;
    let both = old.expect(409).json();
    assert_eq!(
        (text(&both["current"]["body"]), text(&both["yours"]["body"])),
        ("Three parts of sand".into(), "Five parts".into())
    );
    let tag = ada.api("GET", &api, None).await.headers[header::ETAG].to_str().unwrap().to_owned();
    let done =
        ada.api_with("PATCH", &api, Some(body), &[("if-match", &tag)]).await.expect(200).json();
    assert_eq!(done["state"], "published");
    assert!(page(&world.guest(), &thread).await.shows("Five parts"));
}

#[tokio::test]
async fn taking_back_asks_first_and_leaves_a_line() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    let post = text(&reply(&ben, &thread, "Gravel, I think.").await["post"]);
    let path = format!("/p/{post}/delete");
    let asked = ben.post(&path, &[]).await.expect(200);
    assert!(asked.shows("Take this post back?") && asked.shows("Gravel, I think."));
    ada.post(&path, &[("sure", "yes")]).await.expect(403);
    let gone =
        follow(&ben, ben.post(&path, &[("sure", "yes")]).await.expect(303)).await.expect(200);
    assert!(gone.shows("Its author deleted this post.") && !gone.shows("Gravel"));
    ben.post(&path, &[("sure", "yes")]).await.expect(409);
    let posts = ada.api("GET", &format!("/threads/{thread}/posts"), None).await.json();
    let line = &posts["items"][1];
    assert_eq!(
        (text(&line["state"]), text(&line["html"]), &line["author"]),
        ("deleted".into(), String::new(), &Value::Null)
    );
}

#[tokio::test]
async fn answers_are_chosen_and_posts_found_useful() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, opening) = open(&world, &ada, "Soil", "Which?").await;
    for number in 2..5 {
        reply(&ben, &thread, &format!("Answer {number}")).await;
    }
    let posts = ada.api("GET", &format!("/threads/{thread}/posts"), None).await.json();
    let answer = text(&posts["items"][3]["id"]);
    ben.post(&format!("/p/{answer}/accept"), &[]).await.expect(403);
    let chosen =
        follow(&ada, ada.post(&format!("/p/{answer}/accept"), &[]).await.expect(303)).await;
    assert!(chosen.expect(200).shows("Accepted answer"));
    let guest = page(&world.guest(), &thread).await;
    let seen = guest.body.split("application/ld+json").map(|part| part.split("</script>").last());
    let count = seen.flatten().map(|part| part.matches("Answer 4").count()).sum::<usize>();
    assert_eq!(count, 2, "beside the question and in its place");
    assert!(guest.body.contains("post acc"));

    follow(&ada, ada.post(&format!("/p/{answer}/useful"), &[("on", "true")]).await.expect(303))
        .await;
    assert!(page(&ada, &thread).await.body.contains("aria-pressed=\"true\""));
    assert!(page(&world.guest(), &thread).await.shows("person found this useful"));
    ada.post(&format!("/p/{opening}/useful"), &[("on", "true")]).await.expect(403);
    ada.post(&format!("/p/{answer}/useful"), &[("on", "false")]).await.expect(303);
    ada.post(&format!("/p/{answer}/unaccept"), &[]).await.expect(303);
    let plain = page(&world.guest(), &thread).await;
    assert!(!plain.shows("found this useful") && !plain.body.contains("post acc"));
    let api = format!("/threads/{thread}/answer");
    ada.api("POST", &api, Some(json!({ "post": answer }))).await.expect(200);
    let head = ada.api("GET", &format!("/threads/{thread}"), None).await.json();
    assert_eq!(head["answer"], answer);
    ada.api("POST", &api, Some(json!({ "post": null }))).await.expect(200);
}

/// A thread of 25 posts, and the ids of its posts.
async fn long(world: &World, ada: &Person, ben: &Person) -> (String, Vec<String>) {
    let (thread, opening) = open(world, ada, "A long one", "Post 1").await;
    let mut posts = vec![opening];
    for number in 2..=25 {
        posts.push(text(&reply(ben, &thread, &format!("Post {number}")).await["post"]));
    }
    (thread, posts)
}

#[tokio::test]
async fn every_post_has_one_place_and_every_address_leads_there() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, posts) = long(&world, &ada, &ben).await;
    let guest = world.guest();
    let at = address(&guest, &thread).await;
    assert_eq!(
        guest.get(&format!("/t/{thread}/wrong?page=2")).await.expect(308).location(),
        format!("{at}?page=2")
    );
    assert_eq!(
        guest.get(&format!("/p/{}", posts[4])).await.expect(303).location(),
        format!("{at}#p5")
    );
    assert_eq!(
        guest.get(&format!("/p/{}", posts[20])).await.expect(303).location(),
        format!("{at}?page=2#p21")
    );
    let (first, second) =
        (guest.get(&at).await.expect(200), guest.get(&format!("{at}?page=2")).await.expect(200));
    assert!(first.shows("Post 20<") && !first.shows("Post 21<") && second.shows("Post 21<"));
    assert!(first.body.contains("rel=\"next\"") && second.body.contains("rel=\"prev\""));
    for nowhere in ["?page=3", "?page=0", "?page=-1"] {
        guest.get(&format!("{at}{nowhere}")).await.expect(404);
    }
    guest.get(&format!("{at}?page=x")).await.expect(400);
    let fragment = guest.get(&format!("/t/{thread}/posts?after=23")).await.expect(200);
    assert!(
        fragment.shows("Post 25")
            && !fragment.shows("Post 23<")
            && !fragment.body.contains("<html")
    );
    let (called, _) = open(&world, &ada, "Posts", "A thread of that name").await;
    let named = guest.get(&format!("/t/{called}/posts")).await.expect(200);
    assert!(named.shows("A thread of that name") && named.body.contains("<html"));
}

#[tokio::test]
async fn a_members_page_costs_ten_statements_at_most() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, _) = long(&world, &ada, &ben).await;
    world.settle().await;
    let at = address(&ada, &thread).await;
    for page in [at.clone(), format!("{at}?page=2")] {
        for person in [&ada, &ben] {
            person.get(&page).await.expect(200);
            let before = world.app.db.statements();
            person.get(&page).await.expect(200);
            let cost = world.app.db.statements() - before;
            assert!(cost <= 10, "{page} cost {cost}");
        }
    }
}

#[tokio::test]
async fn a_guests_page_is_kept_ready_until_it_changes() {
    let world = World::new().await;
    let (ada, guest) = (world.member("ada").await, world.guest());
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    let at = address(&guest, &thread).await;
    let once = guest.get(&at).await.expect(200);
    let first = guest.get(&at).await.expect(200);
    assert_eq!(once.body, first.body, "kept when it is asked for again");
    assert!(!once.headers.contains_key(header::ETAG));
    let before = world.app.db.statements();
    assert_eq!(guest.get(&at).await.expect(200).body, first.body);
    let reads = if world.on_postgres() { 1 } else { 0 };
    assert_eq!(world.app.db.statements() - before, reads, "nothing but the look at its state");
    let tag = first.headers[header::ETAG].to_str().unwrap().to_owned();
    let asked = [(header::IF_NONE_MATCH, tag.as_str())];
    let same = guest.send(Method::GET, &at, &asked, Body::empty()).await.expect(304);
    assert!(same.body.is_empty());
    let packed =
        guest.send(Method::GET, &at, &[(header::ACCEPT_ENCODING, "br")], Body::empty()).await;
    assert_eq!(packed.headers[header::CONTENT_ENCODING], "br");
    assert_eq!(packed.body, first.body, "the same page, compressed");
    assert!(
        guest.get(&format!("{at}?lang=es")).await.shows("Únete")
            || guest.get(&format!("{at}?lang=es")).await.shows("Unirse")
    );
    reply(&ada, &thread, "Sand.").await;
    let fresh = guest.send(Method::GET, &at, &asked, Body::empty()).await.expect(200);
    assert!(fresh.shows("Sand."));
    assert!(
        !ada.get(&at).await.headers.contains_key(header::ETAG),
        "a member's page is nobody else's"
    );
}

#[tokio::test]
async fn the_reading_position_moves_forward_by_hand_and_by_replying() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    reply(&ben, &thread, "Sand.").await;
    reply(&ben, &thread, "Or loam.").await;
    let home = ada.get("/").await.expect(200);
    assert!(home.shows("Threads to go on with") && home.shows("you started it"));
    let shown = page(&ada, &thread).await;
    assert!(shown.shows("2 new replies") && shown.body.contains("id=\"n\""));
    let path = format!("/threads/{thread}/read");
    ada.post(&path, &[("number", "2")]).await.expect(303);
    let head = ada.api("GET", &format!("/threads/{thread}"), None).await.json();
    assert_eq!((&head["read"], &head["unread"]), (&json!(2), &json!(1)));
    ada.api("PUT", &path, Some(json!({ "number": 1 }))).await.expect(204);
    let head = ada.api("GET", &format!("/threads/{thread}"), None).await.json();
    assert_eq!(head["read"], 2, "it never goes back");
    ada.post("/all-read", &[("next", "/s/questions")]).await.expect(303);
    assert!(!page(&ada, &thread).await.body.contains("id=\"n\""));
    reply(&ben, &thread, "Third.").await;
    reply(&ada, &thread, "Thanks.").await;
    let head = ada.api("GET", &format!("/threads/{thread}"), None).await.json();
    assert_eq!(head["unread"], 0, "who replies has read");
}

#[tokio::test]
async fn drafts_are_kept_in_order_and_come_back_where_they_belong() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    let slot = format!("/me/drafts/reply:{thread}");
    let put = |body: &str, sequence: i64| json!({ "body": body, "sequence": sequence });
    ben.api("PUT", &slot, Some(put("half a", 10))).await.expect(200);
    ben.api("PUT", &slot, Some(put("half a thought", 11))).await.expect(200);
    let late = ben.api("PUT", &slot, Some(put("half", 9))).await.expect(409).json();
    assert_eq!(late["current"]["body"], "half a thought");
    ada.api("GET", &slot, None).await.expect(404);
    world.guest().api("GET", "/me/drafts", None).await.expect(401);
    let list = ben.get("/drafts").await.expect(200);
    assert!(list.shows("half a thought") && list.shows("Soil"));
    let go = list.body.split("href=\"/drafts/").nth(1).and_then(|rest| rest.split('"').next());
    let back =
        follow(&ben, ben.get(&format!("/drafts/{}", go.expect("a way on"))).await.expect(303))
            .await;
    assert!(back.expect(200).shows("half a thought"), "it stands in the composer");
    let at = address(&ben, &thread).await;
    let kept = ben.post(&at, &[("body", "without scripts"), ("act", "draft")]).await.expect(303);
    assert!(follow(&ben, kept).await.shows("without scripts"));
    ben.post(&at, &[("body", "without scripts"), ("act", "send")]).await.expect(303);
    assert_eq!(ben.api("GET", "/me/drafts", None).await.json()["items"], json!([]));
    ben.api("PUT", "/me/drafts/nonsense", Some(put("x", 1))).await.expect(404);
}

#[tokio::test]
async fn a_declined_text_returns_to_its_author_with_the_reason() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.newcomer("kit").await);
    let mo = world.moderator("mo").await;
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    let held = reply(&kit, &thread, "Buy our sand.").await;
    assert_eq!((text(&held["state"]), text(&held["reason"])), ("held".into(), "newcomer".into()));
    world.settle().await;
    let verdict =
        json!({ "action": "decline", "reason": "advertising", "note": "Tell what you learned." });
    decides(&mo, &text(&held["post"]), verdict).await;
    world.settle().await;
    let list = kit.get("/drafts").await.expect(200);
    assert!(list.shows("Given back to you") && list.shows("Buy our sand."));
    assert!(list.shows("Tell what you learned."), "{}", list.body);
    assert!(kit.get("/").await.shows("A text was given back to you"));
    assert!(!ada.get("/drafts").await.shows("Buy our sand."));
    let place = format!("/p/{}", text(&held["post"]));
    assert_eq!(kit.get(&place).await.expect(303).location(), "/drafts");
    assert!(mo.get(&place).await.expect(303).location().ends_with("/case"));
    ada.get(&place).await.expect(404);
    let go = list.body.split("href=\"/drafts/").nth(1).and_then(|rest| rest.split('"').next());
    let back = follow(&kit, kit.get(&format!("/drafts/{}", go.expect("a way on"))).await).await;
    assert!(back.expect(200).shows("Buy our sand."));
}

#[tokio::test]
async fn a_thread_that_waits_is_its_authors_and_the_moderators_alone() {
    let world = World::new().await;
    let (kit, mo) = (world.newcomer("kit").await, world.moderator("mo").await);
    let (thread, post) = open(&world, &kit, "Soil secrets", "Which?").await;
    world.settle().await;
    let shown = page(&kit, &thread).await.expect(200);
    assert!(shown.shows("Which?") && shown.shows("Replies are open once the thread is published."));
    assert!(shown.body.contains("noindex"));
    assert!(page(&mo, &thread).await.expect(200).body.contains(&format!("/p/{post}/case")));
    assert!(
        mo.get(&format!("/p/{post}/case"))
            .await
            .expect(303)
            .location()
            .starts_with("/moderation/cases/")
    );
    for person in
        [world.guest(), world.member("ada").await, world.moderator_of("else", "welcome").await]
    {
        for path in [
            format!("/t/{thread}"),
            format!("/t/{thread}/soil-secrets"),
            format!("/p/{post}"),
            format!("/t/{thread}/posts?after=0"),
            format!("/p/{post}/history"),
        ] {
            let answer = person.get(&path).await.expect(404);
            assert!(!answer.shows("Soil secrets") && !answer.shows("Which?"));
        }
        assert!(!person.get(&format!("/s/{SPACE}")).await.shows("Soil secrets"));
        assert!(!person.get("/").await.shows("Soil secrets"));
    }
    assert!(kit.get(&format!("/s/{SPACE}")).await.shows("Soil secrets"));
    decides(&mo, &post, json!({ "action": "decline", "reason": "off_topic" })).await;
    world.settle().await;
    let after = page(&kit, &thread).await.expect(200);
    assert!(after.shows("Not published") && after.body.contains("href=\"/drafts\""));
    world.guest().get(&format!("/t/{thread}")).await.expect(404);
}

#[tokio::test]
async fn lists_are_filtered_and_go_on_without_gaps() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    for number in 0..23 {
        world.passes(Duration::from_secs(60));
        let kind = if number % 2 == 0 { "need" } else { "offer" };
        let body = json!({ "title": format!("Thread {number}"), "body": "Text", "kind": kind, "language": "en" });
        ada.api("POST", "/spaces/needs-offers/threads", Some(body)).await.expect(201);
    }
    let mut seen = Vec::new();
    let mut next = String::new();
    loop {
        let page = world.guest().get(&format!("/s/needs-offers{next}")).await.expect(200);
        seen.extend(
            page.body
                .match_indices(">Thread ")
                .map(|(at, _)| page.body[at + 8..at + 10].to_owned()),
        );
        let Some(on) =
            page.body.split("rel=\"next\"").next().filter(|_| page.body.contains("rel=\"next\""))
        else {
            break;
        };
        let href =
            on.rsplit("href=\"").next().and_then(|rest| rest.split('"').next()).unwrap_or_default();
        next = href
            .replace("&#38;", "&")
            .replace("&amp;", "&")
            .trim_start_matches("/s/needs-offers")
            .to_owned();
    }
    assert_eq!(seen.len(), 23);
    let needs = world.guest().get("/s/needs-offers?kind=need&language=en").await.expect(200);
    assert!(needs.shows("12 threads"), "{}", needs.body);
    let none = world.guest().get("/s/needs-offers?language=ja").await.expect(200);
    assert!(none.shows("No thread fits what you chose."));
    let api = ada.api("GET", "/threads?kind=offer&space=needs-offers&limit=100", None).await.json();
    assert_eq!(api["items"].as_array().map(Vec::len), Some(11));
    ada.api("GET", "/threads?kind=gossip", None).await.expect(400);
    ada.api("GET", "/threads?cursor=forged", None).await.expect(400);
    ada.api("GET", "/threads?nonsense=1", None).await.expect(400);
    world.guest().get("/s/needs-offers?cursor=forged").await.expect(400);
    world.guest().get("/s/nowhere").await.expect(404);
}

#[tokio::test]
async fn home_makes_sense_for_everybody() {
    let world = World::new().await;
    let guest = world.guest().get("/").await.expect(200);
    assert!(
        guest.shows("What one city has learned") && guest.shows("Nobody has written anything yet")
    );
    let ada = world.member("ada").await;
    let home = ada.get("/").await.expect(200);
    assert!(home.shows("Across cities, today") && home.shows("Nothing waits for you."));
    let cities =
        stoa_exchange::views::by_slugs(&world.app.db, &["valladolid".to_owned()]).await.unwrap();
    let patch = json!({ "tie": "city", "city": "valladolid" });
    ada.api("PATCH", "/me", Some(patch)).await.expect(200);
    assert!(cities.contains_key("valladolid"));
    let first = ada.get("/").await.expect(200);
    assert!(first.shows("Valladolid") && first.shows("You are the first from"));
    open(&world, &ada, "Soil", "Which?").await;
    assert!(!ada.get("/").await.shows("You are the first from"));
    let spaces = world.guest().get("/spaces").await.expect(200);
    assert_eq!(spaces.body.matches("href=\"/s/").count(), 5);
}

#[tokio::test]
async fn subscriptions_are_set_by_form_and_by_api() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (thread, _) = open(&world, &ada, "Soil", "Which?").await;
    ben.post(&format!("/threads/{thread}/subscription"), &[("level", "watching")])
        .await
        .expect(303);
    let head = ben.api("GET", &format!("/threads/{thread}"), None).await.json();
    assert_eq!(head["level"], "watching");
    let muted = Some(json!({ "level": "muted" }));
    for target in
        [format!("/threads/{thread}"), "/spaces/questions".into(), "/cities/valladolid".into()]
    {
        ben.api("PUT", &format!("{target}/subscription"), muted.clone()).await.expect(200);
    }
    assert_eq!(ben.api("GET", "/spaces/questions", None).await.json()["level"], "muted");
    let bad = Some(json!({ "level": "loud" }));
    ben.api("PUT", &format!("/threads/{thread}/subscription"), bad).await.expect(400);
    ben.post("/s/questions/subscription", &[("level", "normal")]).await.expect(303);
    world
        .guest()
        .post(&format!("/threads/{thread}/subscription"), &[("level", "watching")])
        .await
        .expect(401);
}
