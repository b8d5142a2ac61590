//! What was learned: lessons, what came of answers, cities that use things, paths, cohorts.

use std::time::Duration;

use serde_json::{Value, json};
use stoa_tests::{Person, World};

const DAY: Duration = Duration::from_secs(86_400);

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

/// A question of `by`; answers its thread and its post.
async fn asked(world: &World, by: &Person, title: &str) -> (String, String) {
    let opened = world.thread(by, "questions", title, "What do you do?").await.expect(201).json();
    world.settle().await;
    (text(&opened["thread"]), text(&opened["post"]))
}

async fn replied(world: &World, by: &Person, thread: &str, body: &str) -> String {
    let path = format!("/threads/{thread}/posts");
    let said = by.api("POST", &path, Some(json!({ "body": body }))).await.expect(201).json();
    world.settle().await;
    text(&said["post"])
}

async fn page(who: &Person, thread: &str) -> String {
    let to = who.get(&format!("/t/{thread}")).await;
    let body = who.get(to.location()).await.expect(200).body;
    body.replace(['\u{2068}', '\u{2069}'], "")
}

async fn works_for(who: &Person, city: &str) {
    who.api("PATCH", "/me", Some(json!({ "tie": "city", "city": city }))).await.expect(200);
}

#[tokio::test]
async fn who_asked_says_what_was_learned() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    works_for(&ada, "riga").await;
    let (thread, _) = asked(&world, &ada, "Heat pumps in old houses").await;
    replied(&world, &kit, &thread, "Try the big radiators.").await;
    assert!(page(&ada, &thread).await.contains("Say what you learned"));
    assert!(!page(&kit, &thread).await.contains("Say what you learned"));
    kit.get(&format!("/threads/{thread}/lesson")).await.expect(403);
    world.guest().get(&format!("/threads/{thread}/lesson")).await.expect(401);

    let path = format!("/threads/{thread}/lesson");
    let wrong =
        [("effect", ""), ("cost", "under_10k"), ("place", "Old town"), ("body", "Forty houses")];
    let again = ada.post(&path, &wrong).await.expect(422);
    assert!(again.shows("Choose what came of it") && again.shows("Forty houses"));
    let none = ada.get("/s/questions?status=learned").await.expect(200);
    assert!(!none.shows("Heat pumps in old houses"));
    let said = [
        ("effect", "partly"),
        ("cost", "under_100k"),
        ("place", "Old town"),
        ("body", "Forty houses, thirty warm."),
        ("closes", "true"),
    ];
    ada.post(&path, &said).await.expect(303);
    world.settle().await;
    let shown = page(&world.guest(), &thread).await;
    for words in [
        "What was learned",
        "It worked in part",
        "€10,000 to €100,000",
        "Old town, Riga",
        "thirty warm",
    ] {
        assert!(shown.contains(words), "{words}");
    }
    assert!(ada.get("/s/questions?status=learned").await.shows("Heat pumps in old houses"));
    let path = format!("/threads/{thread}/posts");
    kit.api("POST", &path, Some(json!({ "body": "More" }))).await.expect(403);
    assert!(world.guest().get("/moderation/log").await.shows("Closed"));
    let told = world.guest().api("GET", &format!("/threads/{thread}/lesson"), None).await;
    assert_eq!(told.expect(200).json()["effect"], "partly");
    // Taken away, it stands nowhere.
    let lesson =
        text(&ada.api("GET", &format!("/threads/{thread}/lesson"), None).await.json()["post"]);
    ada.api("DELETE", &format!("/posts/{lesson}"), None).await.expect(204);
    world.settle().await;
    assert!(!page(&world.guest(), &thread).await.contains("It worked in part"));
    assert!(!ada.get("/s/questions?status=learned").await.shows("Heat pumps in old houses"));
}

#[tokio::test]
async fn a_newcomers_lesson_waits_like_any_text() {
    let world = World::new().await;
    let (mo, nel) = (world.moderator("mo").await, world.newcomer("nel").await);
    let kit = world.member("kit").await;
    let (thread, post) = asked(&world, &nel, "Trees in narrow streets").await;
    approves(&world, &mo, &post).await;
    replied(&world, &kit, &thread, "Climbing plants.").await;
    let new = json!({ "body": "Ivy took over.", "effect": "failed" });
    let said =
        nel.api("POST", &format!("/threads/{thread}/lesson"), Some(new)).await.expect(201).json();
    world.settle().await;
    assert!(!page(&kit, &thread).await.contains("Ivy took over"));
    approves(&world, &mo, &text(&said["post"])).await;
    assert!(page(&kit, &thread).await.contains("It did not work"));
}

async fn approves(world: &World, mo: &Person, post: &str) {
    let open = mo.api("GET", "/moderation/cases?limit=100", None).await.expect(200).json();
    let cases = open["items"].as_array().cloned().unwrap_or_default();
    let about = |case: &&Value| case["subject"]["post"] == post;
    let case = cases.iter().find(about).expect("a case");
    let path = format!("/moderation/cases/{}/decision", text(&case["id"]));
    let version = format!("\"{}\"", case["version"]);
    let yes = json!({ "action": "approve" });
    mo.api_with("POST", &path, Some(yes), &[("if-match", &version)]).await.expect(200);
    world.settle().await;
}

#[tokio::test]
async fn three_months_later_who_asked_is_asked_once() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = asked(&world, &ada, "Quiet trams").await;
    let answer = replied(&world, &kit, &thread, "Rubber under the rails.").await;
    ada.post(&format!("/p/{answer}/accept"), &[]).await.expect(303);
    world.settle().await;
    let told = async || {
        world.ticks("threads.trials").await;
        world.settle().await;
        world.passes(Duration::from_secs(3600));
        world.settle().await;
        world.letters_to(&ada).iter().filter(|name| *name == "trial").count()
    };
    world.passes(DAY * 89);
    assert_eq!(told().await, 0);
    world.passes(DAY);
    assert_eq!(told().await, 1);
    world.signs_in_again(&ada).await;
    world.signs_in_again(&kit).await;
    assert!(ada.get("/inbox").await.shows("Did you try it? What happened?"));
    let letter = world.letter("trial");
    assert!(
        letter.contains("Rubber under the rails") && letter.contains(&format!("/p/{answer}/trial"))
    );
    world.passes(DAY * 40);
    assert_eq!(told().await, 1);
    world.signs_in_again(&ada).await;
    world.signs_in_again(&kit).await;
    kit.get(&format!("/p/{answer}/trial")).await.expect(403);
    let form = ada.get(&format!("/p/{answer}/trial")).await.expect(200);
    assert!(form.shows("We did not try it"));
    ada.post(&format!("/p/{answer}/trial"), &[("effect", ""), ("body", "Oh")]).await.expect(422);
    let said = [("effect", "worked"), ("body", "It is quiet now.")];
    ada.post(&format!("/p/{answer}/trial"), &said).await.expect(303);
    world.settle().await;
    let shown = page(&world.guest(), &thread).await;
    assert!(shown.contains("ada tried it, and it worked") && shown.contains("It is quiet now."));
    // Another answer takes its place: what came of the first is not said of the second.
    let other = replied(&world, &kit, &thread, "Slower trams.").await;
    ada.post(&format!("/p/{other}/accept"), &[]).await.expect(303);
    let shown = page(&world.guest(), &thread).await;
    assert!(!shown.contains("tried it, and it worked"));
    let late = json!({ "effect": "failed" });
    ada.api("PUT", &format!("/posts/{answer}/trial"), Some(late)).await.expect(409);
}

#[tokio::test]
async fn a_city_says_that_it_uses_what_a_post_tells() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (eva, nel) = (world.member("eva").await, world.newcomer("nel").await);
    let (thread, post) = asked(&world, &kit, "Rain gardens").await;
    for who in [&ada, &eva, &nel] {
        works_for(who, "riga").await;
    }
    let path = format!("/posts/{post}/adoption");
    let pilot = json!({ "stage": "piloting", "since": "2026-03-01" });
    kit.api("PUT", &path, Some(pilot.clone())).await.expect(403);
    nel.api("PUT", &path, Some(pilot.clone())).await.expect(403);
    world.guest().api("PUT", &path, Some(pilot.clone())).await.expect(401);
    ada.api("PUT", &path, Some(json!({ "stage": "x", "since": "2026-03-01" }))).await.expect(400);
    ada.api("PUT", &path, Some(json!({ "stage": "piloting", "since": "soon" }))).await.expect(400);
    let late = [("stage", "adopted"), ("since", "2999-01-01")];
    let ahead = ada.post(&format!("/p/{post}/adoption"), &late).await;
    assert!(ahead.expect(422).shows("That day lies ahead"));
    ada.api("PUT", &path, Some(pilot)).await.expect(204);
    let shown = page(&world.guest(), &thread).await;
    assert!(shown.contains("Cities that use this") && shown.contains("trying it since 1 Mar 2026"));
    assert!(world.guest().get("/cities/riga").await.shows("Rain gardens"));
    // A colleague changes it for the city: one city, one word.
    let done = [("stage", "adopted"), ("since", "2026-05-01")];
    eva.post(&format!("/p/{post}/adoption"), &done).await.expect(303);
    let all = world.guest().api("GET", &format!("/posts/{post}/adoptions"), None).await.expect(200);
    let all = all.json();
    assert_eq!(
        (&all["items"][0]["stage"], all["items"].as_array().map(Vec::len)),
        (&json!("adopted"), Some(1))
    );
    // What is taken away is used by nobody.
    kit.api("DELETE", &format!("/posts/{post}"), None).await.expect(204);
    world.settle().await;
    assert!(!world.guest().get("/cities/riga").await.shows("Rain gardens"));
    world.guest().api("GET", &format!("/posts/{post}/adoptions"), None).await.expect(404);
}

#[tokio::test]
async fn a_path_leads_through_threads_with_a_word_why() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let mut threads = Vec::new();
    for title in ["First steps", "Second steps", "Third steps"] {
        threads.push(asked(&world, &kit, title).await.0);
    }
    let base = world.app.config.server.public_url.clone();
    let list = |why: &str, some: &[String]| {
        let item = |one: &String| format!("1. {base}/t/{one}/x {why}");
        format!("Begin here.\n\n{}", some.iter().map(item).collect::<Vec<_>>().join("\n"))
    };
    let make = async |body: String| {
        let new = json!({ "title": "How to begin", "kind": "path", "body": body });
        ada.api("POST", "/spaces/questions/threads", Some(new)).await
    };
    assert!(make(list("– why", &threads[..2])).await.expect(400).shows("3 to 20 threads"));
    assert!(make(list("", &threads)).await.expect(400).shows("why each is to be read"));
    let twice = [threads.clone(), threads[..1].to_vec()].concat();
    assert!(make(list("– why", &twice)).await.expect(400).shows("listed twice"));
    let nowhere = [threads.clone(), vec!["0".repeat(26)]].concat();
    assert!(make(list("– why", &nowhere)).await.expect(400).shows("leads to no thread"));
    let made = make(list("– because it is first", &threads)).await.expect(201).json();
    world.settle().await;
    let path = text(&made["thread"]);
    let shown = page(&kit, &path).await;
    assert!(shown.contains("The way") && shown.contains("Second steps"));
    assert!(page(&kit, &threads[1]).await.contains("How to begin"));
    assert!(!page(&kit, &path).await.contains("How to begin</a></li>"));
    // Read to the end, a step is done.
    let read = json!({ "number": 1 });
    ada.api("PUT", &format!("/threads/{}/read", threads[0]), Some(read)).await.expect(204);
    assert!(page(&ada, &path).await.contains("1 of 3 read"));
    // A step that is gone is no step.
    let first = text(
        &kit.api("GET", &format!("/threads/{}/posts", threads[2]), None).await.json()["items"][0]["id"],
    );
    kit.api("DELETE", &format!("/posts/{first}"), None).await.expect(204);
    world.settle().await;
    let shown = page(&kit, &path).await;
    assert!(!shown.contains(">Third steps</a>"));
    // Edited, it leads elsewhere.
    world.passes(DAY);
    let post = text(&made["post"]);
    let fourth = asked(&world, &kit, "Fourth steps").await.0;
    let now = [threads[0].clone(), fourth.clone(), asked(&world, &kit, "Fifth steps").await.0];
    let body = json!({ "body": list("– because", &now) });
    ada.api_with("PATCH", &format!("/posts/{post}"), Some(body), &[("if-match", "\"1\"")])
        .await
        .expect(200);
    world.settle().await;
    assert!(page(&kit, &fourth).await.contains("How to begin"));
    assert!(!page(&kit, &threads[1]).await.contains("How to begin"));
    let bad = json!({ "body": "No list at all." });
    ada.api_with("PATCH", &format!("/posts/{post}"), Some(bad), &[("if-match", "\"2\"")])
        .await
        .expect(400);
}

#[tokio::test]
async fn a_cohort_begins_ends_and_is_asked_what_came_of_it() {
    let world = World::new().await;
    let (root, ada) = (world.administrator("root").await, world.member("ada").await);
    let (mo, kit) = (world.moderator_of("mo", "experiences").await, world.member("kit").await);
    works_for(&ada, "riga").await;
    let form = [
        ("starts_on", "2026-01-01"),
        ("ends_on", "2025-01-01"),
        ("lead", "riga"),
        ("cities", "Nowhere, Turku"),
    ];
    let path = "/admin/spaces/experiences/cohort";
    kit.get(path).await.expect(403);
    let again = root.post(path, &form).await.expect(422);
    assert!(again.shows("before the first") && again.shows("Nowhere") && again.shows("2025-01-01"));
    let now = world.app.db.clock().now().timestamp().to_zoned(jiff::tz::TimeZone::UTC).date();
    let ends = now.checked_add(jiff::Span::new().days(10)).unwrap().to_string();
    let form = [
        ("starts_on", "2025-01-01"),
        ("ends_on", ends.as_str()),
        ("lead", "riga"),
        ("cities", "Turku, riga"),
    ];
    root.post(path, &form).await.expect(303);
    let shown = world.guest().get("/s/experiences").await.expect(200);
    assert!(
        shown.shows("It is going on") && shown.shows("Turku") && !shown.shows("what came of it?")
    );
    let ends = async || {
        world.ticks("threads.cohorts").await;
        world.settle().await;
    };
    ends().await;
    assert!(!mo.get("/inbox").await.shows("A cohort is over"));
    world.passes(DAY * 12);
    ends().await;
    world.passes(DAY);
    ends().await;
    for who in [&mo, &ada] {
        assert_eq!(
            who.get("/inbox").await.body.matches("A cohort is over: what came of it?</a>").count(),
            1
        );
        assert!(who.get("/s/experiences").await.shows("Write what came of it"));
    }
    assert!(!kit.get("/inbox").await.shows("A cohort is over"));
    assert!(!kit.get("/s/experiences").await.shows("Write what came of it"));
    let new = json!({ "title": "What we learned together", "kind": "experience", "body": "Much." });
    let told = ada.api("POST", "/spaces/experiences/threads", Some(new)).await.expect(201).json();
    world.settle().await;
    let thread = text(&told["thread"]);
    kit.api("PUT", &format!("/threads/{thread}/outcome"), None).await.expect(403);
    assert!(page(&ada, &thread).await.contains("This says what came of the cohort"));
    ada.post(&format!("/threads/{thread}/outcome"), &[]).await.expect(303);
    let shown = world.guest().get("/s/experiences").await;
    assert!(shown.shows("What came of it:") && shown.shows("It is over"));
    let one = world.guest().api("GET", "/spaces/experiences/cohort", None).await.expect(200).json();
    assert_eq!((&one["outcome"], &one["lead"]["slug"]), (&json!(thread), &json!("riga")));
    root.post(path, &[("act", "drop")]).await.expect(303);
    world.guest().api("GET", "/spaces/experiences/cohort", None).await.expect(404);
}
