//! Private words: who reads them, who does not, how they end; and what is reported of them.

use std::time::Duration;

use serde_json::{Value, json};
use stoa_tests::{Person, World};

const DAY: Duration = Duration::from_secs(86_400);

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

/// `by` begins a conversation with these people; answers its thread and its first post.
async fn begun(
    world: &World,
    by: &Person,
    to: &[&str],
    title: &str,
    body: &str,
) -> (String, String) {
    let new = json!({ "to": to, "title": title, "body": body });
    let opened = by.api("POST", "/conversations", Some(new)).await.expect(201).json();
    world.settle().await;
    (text(&opened["thread"]), text(&opened["post"]))
}

async fn says(world: &World, by: &Person, thread: &str, body: &str) -> String {
    let path = format!("/threads/{thread}/posts");
    let said = by.api("POST", &path, Some(json!({ "body": body }))).await.expect(201).json();
    world.settle().await;
    text(&said["post"])
}

async fn takes_seat(who: &Person, thread: &str, seat: &str) {
    let path = format!("/conversations/{thread}/seat");
    who.api("PUT", &path, Some(json!({ "seat": seat }))).await.expect(204);
}

#[tokio::test]
async fn what_is_said_privately_is_there_for_its_people_alone() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (eve, root) = (world.member("eve").await, world.administrator("root").await);
    let page = ada.get("/conversations/new?to=kit").await.expect(200);
    assert!(page.shows("nobody is added later"));
    let fields = [
        ("to", "@kit"),
        ("title", "Budget figures"),
        ("body", "They are secretive."),
        ("act", "send"),
    ];
    let sent = ada.post("/conversations/new", &fields).await.expect(303);
    let address = ada.get(sent.location()).await.location().to_owned();
    world.settle().await;
    let thread = address.split('/').nth(2).unwrap().to_owned();

    for (who, sees) in
        [(&ada, true), (&kit, true), (&eve, false), (&root, false), (&world.guest(), false)]
    {
        let status = if sees { 200 } else { 404 };
        who.get(&address).await.expect(status);
        who.api("GET", &format!("/threads/{thread}"), None).await.expect(status);
        for everywhere in ["/", "/spaces", "/search?q=secretive", "/s/questions", "/conversations"]
        {
            let page = who.get(everywhere).await;
            let listed = sees && everywhere == "/conversations";
            let told = sees && everywhere == "/" && who.member == kit.member;
            assert_eq!(page.shows("Budget figures"), listed || told, "{everywhere}");
            assert!(!page.shows("secretive."), "{everywhere}");
        }
    }
    assert!(!world.guest().get("/people/").await.shows("secretive"));
    root.get("/s/conversations").await.expect(404);
    root.get("/admin/spaces/conversations").await.expect(404);
    let spaces = root.api("GET", "/spaces", None).await.expect(200);
    assert!(!spaces.body.contains("conversations"));
    let person = eve.get(&format!("/people/{}", ada.id())).await.expect(200);
    assert!(!person.shows("Budget figures") && person.shows("Write privately"));

    // Kit is told, in the inbox and by a letter whose subject names nothing.
    assert!(kit.get("/inbox").await.shows("ada wrote to you privately"));
    world.passes(Duration::from_secs(3600));
    world.settle().await;
    let letter = world.letter("thread-reply");
    assert!(
        letter.contains("secretive")
            && !letter
                .lines()
                .any(|line| { line.starts_with("Subject:") && line.contains("Budget") })
    );
    assert_eq!(world.letters_to(&kit).len(), 1);

    // Answering joins; and what is said in it is quoted nowhere else.
    assert!(kit.get(&address).await.shows("Take part"));
    let reply = says(&world, &kit, &thread, "Here they are.").await;
    assert!(!kit.get(&address).await.shows("Take part"));
    let quote = format!("> [@kit](/p/{reply}):\n> Here they are.\n\nSo it was said.");
    let elsewhere = world.thread(&ada, "questions", "Elsewhere", &quote).await.expect(201).json();
    world.settle().await;
    let public = world.guest().get(&format!("/p/{}", text(&elsewhere["post"]))).await;
    let public = world.guest().get(public.location()).await;
    assert!(!public.shows("Here they are"), "{}", public.body);
    eve.get(&format!("/p/{reply}")).await.expect(404);
    root.get(&format!("/p/{reply}")).await.expect(404);
}

#[tokio::test]
async fn who_may_be_written_to() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let new = world.newcomer("nel").await;
    let to = |names: &[&str]| json!({ "to": names, "title": "Hello", "body": "A word with you" });
    let ask = async |who: &Person, names: &[&str]| {
        who.api("POST", "/conversations", Some(to(names))).await
    };
    ask(&new, &["ada"]).await.expect(403);
    new.get("/conversations/new").await.expect(403);
    ask(&world.guest(), &["ada"]).await.expect(401);
    assert!(ask(&ada, &["nobody"]).await.expect(400).shows("no member called @nobody"));
    assert!(ask(&ada, &["ada"]).await.expect(400).shows("at least one other member"));
    let mut many = Vec::new();
    for n in 0..8 {
        let name = format!("m{n}");
        world.member(&name).await;
        many.push(name);
    }
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(ask(&ada, &many).await.expect(400).shows("seven others at most"));
    ask(&ada, &many[..7]).await.expect(201);
    // A form that is refused gives everything back.
    let fields =
        [("to", "nobody"), ("title", "Budget"), ("body", "The long text"), ("act", "send")];
    let again = ada.post("/conversations/new", &fields).await.expect(422);
    assert!(again.shows("The long text") && again.shows("Budget") && again.shows("nobody"));

    // Whoever blocks and whoever wants no such words are told apart by nobody.
    let blocked = json!({ "level": "blocked" });
    kit.api("PUT", &format!("/people/{}/subscription", ada.id()), Some(blocked)).await.expect(200);
    let by_block = ask(&ada, &["kit"]).await.expect(400).body;
    let eve = world.member("eve").await;
    eve.api("PATCH", "/me", Some(json!({ "approachable": false }))).await.expect(200);
    let by_wish = ask(&ada, &["eve"]).await.expect(400).body;
    assert_eq!(by_block.replace("kit", "eve"), by_wish);
    for other in [&kit, &eve] {
        assert!(!ada.get(&format!("/people/{}", other.id())).await.shows("Write privately"));
    }
}

#[tokio::test]
async fn twenty_a_day_are_begun() {
    let world = World::with(|config| config.limits.factor = 1.0).await;
    let (ada, _kit) = (world.member("ada").await, world.member("kit").await);
    let mut met = Vec::new();
    for n in 0..21 {
        world.passes(Duration::from_secs(400));
        let new = json!({ "to": ["kit"], "title": "Hello", "body": format!("word {n}") });
        met.push(ada.api("POST", "/conversations", Some(new)).await.status.as_u16());
    }
    assert_eq!((&met[..20], met[20]), (&[201; 20][..], 429));
}

#[tokio::test]
async fn who_declines_or_leaves_reads_no_more() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let eve = world.member("eve").await;
    let (thread, _) =
        begun(&world, &ada, &["kit", "eve"], "Three of us", "What shall we do?").await;
    let address = format!("/t/{thread}/three-of-us");
    takes_seat(&eve, &thread, "declined").await;
    eve.get(&address).await.expect(404);
    assert!(!eve.get("/conversations").await.shows("Three of us"));
    assert!(!eve.get("/inbox").await.shows("Three of us"));
    assert!(ada.get(&address).await.shows("declined"));
    let said = says(&world, &kit, &thread, "Plant trees.").await;
    eve.get(&format!("/p/{said}")).await.expect(404);
    world.passes(Duration::from_secs(3600));
    world.settle().await;
    assert!(
        world
            .letters()
            .iter()
            .all(|one| one.member != eve.member.unwrap() || !one.raw.contains("Plant trees"))
    );
    let back = json!({ "seat": "joined" });
    eve.api("PUT", &format!("/conversations/{thread}/seat"), Some(back)).await.expect(404);
    kit.post(&format!("/threads/{thread}/seat"), &[("seat", "left")]).await.expect(303);
    kit.get(&address).await.expect(404);
    // Nobody else is there: nothing more can be said, and nothing is lost.
    let path = format!("/threads/{thread}/posts");
    let alone = ada.api("POST", &path, Some(json!({ "body": "Are you there?" }))).await.expect(409);
    assert!(alone.shows("Nobody else reads this conversation"));
    ada.get(&address).await.expect(200);

    // When the last one has left, the texts go.
    takes_seat(&ada, &thread, "left").await;
    world.passes(DAY);
    world.ticks("threads.sweep_texts").await;
    let count = async |sql: &str| {
        let sql = sql.to_owned();
        world
            .app
            .db
            .write(async |tx: &mut stoa_kernel::Tx| tx.run(&sql, vec![]).await)
            .await
            .unwrap()
            .rows_affected()
    };
    assert_eq!(
        count("UPDATE posts SET useful = useful WHERE markdown LIKE '%Plant trees%'").await,
        0
    );
}

#[tokio::test]
async fn moderators_see_what_was_reported_and_nothing_around_it() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (mo, here) = (world.moderator("mo").await, world.moderator_of("here", "questions").await);
    let (thread, first) = begun(&world, &ada, &["kit"], "Canary title", "Canary beginning").await;
    let bad = says(&world, &ada, &thread, "Canary insult").await;
    says(&world, &kit, &thread, "Canary answer").await;
    mo.api("GET", &format!("/posts/{bad}"), None).await.expect(404);

    let form = kit.get(&format!("/p/{bad}/report")).await.expect(200);
    assert!(form.shows("Canary insult") && form.shows("this post alone"));
    let nothing = kit.post(&format!("/p/{bad}/report"), &[("reason", "other"), ("note", "")]).await;
    assert!(nothing.expect(422).shows("Say in a sentence"));
    let why = [("reason", "insult"), ("note", "Read the last word")];
    kit.post(&format!("/p/{bad}/report"), &why).await.expect(303);
    kit.post(&format!("/p/{bad}/report"), &why).await.expect(303);
    ada.post(&format!("/p/{bad}/report"), &why).await.expect(403);
    mo.post(&format!("/p/{first}/report"), &why).await.expect(404);
    world.settle().await;

    assert_eq!(here.api("GET", "/moderation/cases", None).await.json()["items"], json!([]));
    let queue = mo.api("GET", "/moderation/cases", None).await.expect(200).json();
    let case = text(&queue["items"][0]["id"]);
    assert_eq!(
        (&queue["items"][0]["kind"], &queue["items"][0]["space"]),
        (&json!("report"), &Value::Null)
    );
    assert_eq!(queue["items"].as_array().map(Vec::len), Some(1));
    let page = mo.get(&format!("/moderation/cases/{case}")).await.expect(200);
    assert!(page.shows("Canary insult") && page.shows("Read the last word") && page.shows("kit"));
    for canary in ["Canary title", "Canary beginning", "Canary answer"] {
        assert!(!page.shows(canary), "{canary}");
        assert!(!mo.get("/moderation").await.shows(canary), "{canary}");
        let whole = mo.api("GET", &format!("/moderation/cases/{case}"), None).await;
        assert!(!whole.body.contains(canary), "{canary}");
    }
    mo.get(&format!("/t/{thread}")).await.expect(404);
    mo.api("GET", &format!("/threads/{thread}/posts"), None).await.expect(404);

    let removed =
        [("action", "agree"), ("reason", "insult"), ("version", "1"), ("note", "Not like this")];
    let wrong = [("action", "approve"), ("version", "1")];
    mo.post(&format!("/moderation/cases/{case}/decision"), &wrong).await.expect(422);
    mo.post(&format!("/moderation/cases/{case}/decision"), &removed).await.expect(303);
    world.settle().await;
    assert!(!kit.get(&format!("/t/{thread}/canary-title")).await.shows("Canary insult"));
    assert!(ada.get(&format!("/t/{thread}/canary-title")).await.shows("Canary insult"));
    assert!(kit.get("/inbox").await.shows("A post that you reported was taken away"));
    assert!(ada.get("/inbox").await.shows("A post of yours was taken away"));
    world.passes(Duration::from_secs(60));
    world.settle().await;
    let letter = world.letter("removed");
    assert!(letter.contains("Not like this") && !letter.contains("kit"));
    // It can be taken back, and then it was never said.
    let made = mo.get(&format!("/moderation/cases/{case}")).await.expect(200);
    assert!(made.shows("Canary insult"));
    let log = world.guest().get("/moderation/log").await.expect(200);
    assert!(!log.shows("Canary"));
}

#[tokio::test]
async fn a_report_in_the_open_is_heard_of_and_can_be_taken_back() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (mo, mia) = (world.moderator("mo").await, world.moderator("mia").await);
    let opened = world.thread(&ada, "questions", "Heat pumps", "Which?").await.expect(201).json();
    let post = text(&opened["post"]);
    world.settle().await;
    let report = |reason: &str| json!({ "reason": reason, "note": "look" });
    let path = format!("/posts/{post}/reports");
    world.guest().api("POST", &path, Some(report("spam"))).await.expect(401);
    kit.api("POST", &path, Some(report("nothing"))).await.expect(400);
    kit.api("POST", &path, Some(report("spam"))).await.expect(201);
    mo.api("POST", &path, Some(report("off_topic"))).await.expect(201);
    world.settle().await;
    let queue = mia.api("GET", "/moderation/cases", None).await.expect(200).json();
    assert_eq!(queue["items"].as_array().map(Vec::len), Some(1));
    let case = text(&queue["items"][0]["id"]);
    let decide = format!("/moderation/cases/{case}/decision");
    // Who reported does not decide.
    mo.post(&decide, &[("action", "disagree"), ("version", "1")]).await.expect(403);
    mia.post(&decide, &[("action", "agree"), ("version", "1")]).await.expect(422);
    mia.post(&decide, &[("action", "disagree"), ("version", "1")]).await.expect(303);
    world.settle().await;
    assert!(kit.get("/inbox").await.shows("A post that you reported stays"));
    assert!(!ada.get("/inbox").await.shows("reported"));
    // Taken back, nothing was said; decided anew, it is said.
    let found = mia.api("GET", &format!("/moderation/cases/{case}"), None).await.expect(200).json();
    let reference = text(&found["decisions"][0]["reference"]);
    assert_eq!(found["reports"].as_array().map(Vec::len), Some(2));
    mia.post(&format!("/moderation/decisions/{reference}/undo"), &[]).await.expect(303);
    world.settle().await;
    assert!(!kit.get("/inbox").await.shows("A post that you reported stays"));
    ada.api("DELETE", &format!("/posts/{post}"), None).await.expect(204);
    world.settle().await;
    assert!(kit.get("/inbox").await.shows("taken away by its author"));
    let gone = mia.api("GET", &format!("/moderation/cases/{case}"), None).await.expect(200).json();
    assert_eq!(gone["state"], "closed");
}
