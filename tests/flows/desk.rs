//! The moderators' desk: what weighs how much, and in what order it is shown.

use std::time::Duration;

use serde_json::{Value, json};
use stoa_tests::{Person, World};

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Opens a thread and gives its first post.
async fn post(world: &World, by: &Person, title: &str) -> String {
    let opened = world.thread(by, "questions", title, "Words").await.expect(201).json();
    world.settle().await;
    text(&opened["post"])
}

async fn reports(by: &Person, post: &str, reason: &str) {
    let body = json!({ "reason": reason, "note": "look" });
    by.api("POST", &format!("/posts/{post}/reports"), Some(body)).await.expect(201);
}

async fn items(by: &Person, query: &str) -> Vec<Value> {
    let list = by.api("GET", &format!("/moderation/cases{query}"), None).await.expect(200).json();
    list["items"].as_array().cloned().unwrap_or_default()
}

/// Decides the case of a post as it is now.
async fn decides(by: &Person, post: &str, act: &str) {
    let all = items(by, "").await;
    let case = all.iter().find(|one| one["subject"]["id"] == post).expect("it waits");
    let (id, version) = (text(&case["id"]), case["version"].to_string());
    let form = [("action", act), ("reason", "off_topic"), ("version", &version)];
    by.post(&format!("/moderation/cases/{id}/decision"), &form).await.expect(303);
}

#[tokio::test]
async fn reports_weigh_by_who_made_them_and_the_heaviest_come_first_where_one_asks() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (mo, new) = (world.moderator("mo").await, world.newcomer("new").await);
    let light = post(&world, &ada, "Soil").await;
    reports(&new, &light, "off_topic").await;
    world.passes(Duration::from_secs(60));
    let heavy = post(&world, &ada, "Heat").await;
    reports(&kit, &heavy, "insult").await;
    reports(&new, &heavy, "off_topic").await;
    let order = |list: &[Value]| -> Vec<String> {
        list.iter().map(|case| text(&case["subject"]["id"])).collect()
    };
    let (by_age, by_score) = (items(&mo, "").await, items(&mo, "?order=score").await);
    assert_eq!(order(&by_age), [light.clone(), heavy.clone()]);
    assert_eq!(order(&by_score), [heavy.clone(), light]);
    // 1 for each report, 1 for the trust in a member, 2 for an attack that stands.
    assert_eq!(by_score[0]["score"], json!(5.0));
    mo.api("GET", "/moderation/cases?order=loudest", None).await.expect(400);
    let first = mo.api("GET", "/moderation/cases?order=score&limit=1", None).await.json();
    let rest = format!("?order=score&cursor={}", text(&first["next"]));
    assert_eq!(items(&mo, &rest).await.len(), 1);
    let page = mo.get("/moderation?order=score").await.expect(200);
    assert!(page.shows("Weight 5") && page.shows("2 for what goes on doing harm"));
    mo.get("/moderation?order=loudest").await.expect(400);
}

#[tokio::test]
async fn whoever_was_right_weighs_more_from_the_sixth_judged_report_on() {
    let world = World::new().await;
    let (ada, kit, mo) =
        (world.member("ada").await, world.member("kit").await, world.moderator("mo").await);
    for number in 0..6 {
        let post = post(&world, &ada, &format!("Soil {number}")).await;
        reports(&kit, &post, "off_topic").await;
        decides(&mo, &post, "agree").await;
        world.settle().await;
    }
    let ignored = post(&world, &ada, "Heat").await;
    reports(&kit, &ignored, "off_topic").await;
    decides(&mo, &ignored, "ignore").await;
    let seventh = post(&world, &ada, "Water").await;
    reports(&kit, &seventh, "off_topic").await;
    let waiting = items(&mo, "").await;
    let id = text(&waiting[0]["id"]);
    let whole = mo.api("GET", &format!("/moderation/cases/{id}"), None).await.expect(200).json();
    let weight = &whole["reports"][0]["weight"];
    assert_eq!((&weight["agreed"], &weight["judged"]), (&json!(6), &json!(6)));
    // 5 · log₄ 6, all of them right.
    assert_eq!(weight["accuracy"], json!(6.46));
    assert_eq!(weight["score"], json!(8.46));
    assert_eq!(whole["score"], json!(8.46));
    let page = mo.get(&format!("/moderation/cases/{id}")).await.expect(200);
    assert!(page.shows("6 of 6 were right"));
}

/// Whose list of their own a case of this post stands in.
async fn has(by: &Person, post: &str) -> bool {
    items(by, "?whose=me").await.iter().any(|case| case["subject"]["id"] == post)
}

/// A newcomer's reply in Spanish that waits.
async fn in_spanish(world: &World, thread: &str) -> String {
    let new = world.newcomer("nueva").await;
    let body = json!({ "body": "Aquí plantamos árboles en todas las calles", "language": "es" });
    let sent = new.api("POST", &format!("/threads/{thread}/posts"), Some(body)).await;
    world.settle().await;
    text(&sent.expect(201).json()["post"])
}

async fn reads(by: &Person, languages: &[&str]) {
    let body = json!({ "languages": languages });
    by.api("PATCH", "/me", Some(body)).await.expect(200);
}

struct Desk {
    /// Reads English.
    mo: Person,
    /// Reads Spanish.
    pia: Person,
    boss: Person,
    elsewhere: Person,
}

impl Desk {
    async fn of(world: &World) -> Self {
        let desk = Self {
            mo: world.moderator_of("mo", "questions").await,
            pia: world.moderator_of("pia", "questions").await,
            boss: world.administrator("boss").await,
            elsewhere: world.moderator_of("else", "experiences").await,
        };
        reads(&desk.pia, &["es", "pt"]).await;
        reads(&desk.boss, &["es", "en"]).await;
        desk
    }

    /// In whose own list the post's case stands: mo, pia, boss.
    async fn whose(&self, post: &str) -> [bool; 3] {
        assert!(items(&self.elsewhere, "").await.is_empty());
        assert!(!has(&self.elsewhere, post).await);
        [has(&self.mo, post).await, has(&self.pia, post).await, has(&self.boss, post).await]
    }

    async fn again(&self, world: &World) {
        for one in [&self.mo, &self.pia, &self.boss, &self.elsewhere] {
            world.signs_in_again(one).await;
        }
    }
}

#[tokio::test]
async fn a_case_is_for_who_reads_it_and_is_at_work_then_for_the_team_then_for_everybody() {
    let world = World::new().await;
    let (desk, ada) = (Desk::of(&world).await, world.member("ada").await);
    let opened = world.thread(&ada, "questions", "Trees", "Which?").await.expect(201).json();
    let post = in_spanish(&world, &text(&opened["thread"])).await;
    assert_eq!(desk.whose(&post).await, [false, true, false]);
    assert_eq!(items(&desk.mo, "").await.len(), 1, "the whole queue is there for all of them");
    desk.mo.api("GET", "/moderation/cases?whose=them", None).await.expect(400);
    let page = desk.mo.get("/moderation").await.expect(200);
    assert!(page.shows("1 case waits for a colleague") && !page.shows("plantamos"));
    assert!(desk.mo.get("/moderation?whose=all").await.shows("plantamos"));
    let page = desk.pia.get("/moderation").await.expect(200);
    assert!(page.shows("plantamos") && page.shows("Now this is for pia"));

    // The world begins on a Thursday; the hours are a Sunday's.
    let hours = |away: (&str, &str), from: &str, to: &str| {
        let mut fields = vec![("away_from", away.0.to_owned()), ("away_to", away.1.to_owned())];
        for place in 0..14 {
            let (from, to) = if place == 12 { (from, to) } else { ("", "") };
            fields.push(("from", from.to_owned()));
            fields.push(("to", to.to_owned()));
        }
        fields
    };
    let states = async |fields: Vec<(&str, String)>| {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        desk.pia.post("/settings/hours", &fields).await
    };
    let today = world.app.db.clock().now().timestamp().to_zoned(jiff::tz::TimeZone::UTC).date();
    let (today, month) = (today.to_string(), today.saturating_add(jiff::Span::new().days(28)));
    states(hours((&month.to_string(), &today), "", "")).await.expect(422);
    states(hours((&today, ""), "", "")).await.expect(422);
    states(hours((&today, &today), "", "")).await.expect(303);
    assert!(desk.pia.get("/settings/hours").await.shows(&today));
    assert_eq!(desk.whose(&post).await, [true, false, false], "she is away");
    states(hours(("", ""), "09:00", "12:00")).await.expect(303);
    assert_eq!(desk.whose(&post).await, [true, false, false], "she comes on Sunday only");
    states(hours(("", ""), "", "")).await.expect(303);
    assert_eq!(desk.whose(&post).await, [false, true, false]);

    world.passes(Duration::from_secs(24 * 3600));
    desk.again(&world).await;
    assert_eq!(desk.whose(&post).await, [true, true, false], "after a day the whole team's");
    let page = desk.mo.get("/moderation").await.expect(200);
    assert!(page.shows("plantamos") && page.shows("Now this is for"));
    world.passes(Duration::from_secs(24 * 3600));
    desk.again(&world).await;
    assert_eq!(desk.whose(&post).await, [true, true, true], "after two days everybody's");
}

#[tokio::test]
async fn whoever_wants_more_time_has_ten_minutes_to_take_a_decision_back() {
    let world = World::new().await;
    let (mo, new) = (world.moderator("mo").await, world.newcomer("new").await);
    let opened = world.thread(&new, "questions", "Soil", "Which?").await.expect(201).json();
    world.settle().await;
    let patient = [("patient", "true")];
    mo.post("/settings/hours", &patient).await.expect(303);
    assert!(mo.get("/moderation").await.shows("You can undo for 10 minutes"));
    let case = text(&items(&mo, "").await[0]["id"]);
    let form = [("action", "decline"), ("reason", "off_topic"), ("version", "1")];
    mo.post(&format!("/moderation/cases/{case}/decision"), &form).await.expect(303);
    world.passes(Duration::from_secs(300));
    world.settle().await;
    assert!(world.letters_to(&new).iter().all(|kind| kind != "declined"), "it waits as long");
    let page = mo.get("/moderation").await.expect(200);
    assert!(page.shows("in 5 minutes"));
    let whole = mo.api("GET", &format!("/moderation/cases/{case}"), None).await.json();
    let reference = text(&whole["decisions"][0]["reference"]);
    mo.post(&format!("/moderation/decisions/{reference}/undo"), &[]).await.expect(303);
    assert_eq!(items(&mo, "").await.len(), 1);
    world.passes(Duration::from_secs(600));
    world.settle().await;
    assert!(world.letters_to(&new).iter().all(|kind| kind != "declined"));
    drop(opened);
}

/// A moderator's rule, kept through the page.
async fn keeps(by: &Person, fields: &[(&str, &str)]) -> stoa_tests::Answer {
    let mut all = vec![("title", "A rule"), ("active", "true"), ("what", "save")];
    all.extend_from_slice(fields);
    by.post("/moderation/rules", &all).await
}

async fn replies(by: &Person, thread: &str, words: &str) -> Value {
    let body = json!({ "body": words });
    by.api("POST", &format!("/threads/{thread}/posts"), Some(body)).await.json()
}

#[tokio::test]
async fn a_word_is_held_flagged_or_refused_as_its_rule_says() {
    let world = World::new().await;
    let (ada, mo) = (world.member("ada").await, world.moderator("mo").await);
    let opened = world.thread(&ada, "questions", "Soil", "Which?").await.expect(201).json();
    let thread = text(&opened["thread"]);
    world.settle().await;
    for (word, act) in [("casino", "hold"), ("poker", "flag"), ("roulette*", "refuse")] {
        let fields = [("kind", "words"), ("act", act), ("lines", word)];
        keeps(&mo, &fields).await.expect(303);
    }
    let held = replies(&ada, &thread, "The Casino pays").await;
    assert_eq!((&held["state"], &held["reason"]), (&json!("held"), &json!("word")));
    let flagged = replies(&ada, &thread, "We play poker").await;
    assert_eq!(flagged["state"], json!("published"));
    let refused = json!({ "body": "Play roulettes" });
    let path = format!("/threads/{thread}/posts");
    let refused = ada.api("POST", &path, Some(refused)).await.expect(400);
    assert!(refused.body.contains("roulette*"), "{}", refused.body);
    let page = ada.post(&format!("/t/{thread}/reply"), &[("body", "Play roulettes")]).await;
    let page = page.expect(422);
    assert!(page.shows("is not published here") && page.shows("Play roulettes"));
    // Whoever moderates there is looked at by none.
    assert_eq!(replies(&mo, &thread, "casino roulettes").await["state"], json!("published"));
    world.settle().await;

    let waiting = items(&mo, "").await;
    let kinds: Vec<_> = waiting.iter().map(|case| text(&case["kind"])).collect();
    assert_eq!(kinds, ["held_reply", "report"]);
    for (case, found) in waiting.iter().zip(["casino", "poker"]) {
        let page = mo.get(&format!("/moderation/cases/{}", text(&case["id"]))).await.expect(200);
        assert!(page.shows(&format!("found “{found}”")), "{found}");
    }
    let held = ada.get(&format!("/t/{thread}/soil")).await.expect(200);
    assert!(held.shows("found a word in it that a moderator looks at first"));
    // Approved, it stands; the flagged one is let stay, and nobody is told.
    let case = text(&waiting[0]["id"]);
    let form = [("action", "approve"), ("version", "1")];
    mo.post(&format!("/moderation/cases/{case}/decision"), &form).await.expect(303);
    decides(&mo, &text(&flagged["post"]), "disagree").await;
    world.settle().await;
    assert!(world.guest().get(&format!("/t/{thread}/soil")).await.shows("The Casino pays"));
    assert!(items(&mo, "").await.is_empty());
    // What was found are words of the text: with it they go.
    let other = text(&replies(&ada, &thread, "Poker again").await["post"]);
    world.settle().await;
    let (case, _) = case_of(&mo, &other).await;
    assert!(mo.get(&format!("/moderation/cases/{case}")).await.shows("found “poker”"));
    ada.api("DELETE", &format!("/posts/{other}"), None).await.expect(204);
    world.settle().await;
    let gone = mo.get(&format!("/moderation/cases/{case}")).await.expect(200);
    assert!(!gone.shows("found “poker”"));
    // An edit is looked at as well: the approved wording stays.
    let edit = json!({ "body": "We play poker and casino" });
    let path = format!("/posts/{}", text(&flagged["post"]));
    let edited = ada.api_with("PATCH", &path, Some(edit), &[("if-match", "\"1\"")]).await;
    assert_eq!(edited.json()["state"], json!("held"));
    assert!(!world.guest().get(&format!("/t/{thread}/soil")).await.shows("poker and casino"));
}

#[tokio::test]
async fn floods_and_links_nobody_made_before_are_held() {
    let world = World::new().await;
    let (ada, mo) = (world.member("ada").await, world.moderator("mo").await);
    let opened = world.thread(&ada, "questions", "Soil", "Which?").await.expect(201).json();
    let thread = text(&opened["thread"]);
    world.settle().await;
    for fields in [
        [("kind", "new_host"), ("act", "hold"), ("lines", "europa.eu")],
        [("kind", "mentions"), ("act", "hold"), ("most", "2")],
        [("kind", "repeats"), ("act", "refuse"), ("most", "3")],
    ] {
        keeps(&mo, &fields).await.expect(303);
    }
    let said = async |words: &str| text(&replies(&ada, &thread, words).await["reason"]);
    assert_eq!(said("See https://commission.europa.eu/x").await, "");
    assert_eq!(said("See https://www.shop.example/x").await, "new_host");
    world.settle().await;
    let case = text(&items(&mo, "").await[0]["id"]);
    let form = [("action", "approve"), ("version", "1")];
    mo.post(&format!("/moderation/cases/{case}/decision"), &form).await.expect(303);
    assert_eq!(said("Again https://shop.example/y").await, "", "it is known from then on");
    for (name, _) in [("one", 0), ("two", 0), ("three", 0)] {
        world.member(name).await;
    }
    assert_eq!(said("Ask @one and @two").await, "");
    assert_eq!(said("Ask @one, @two and @three").await, "mentions");
    for words in ["Buy now", "BUY, now!"] {
        assert_eq!(said(words).await, "", "{words}");
    }
    let third = json!({ "body": "buy   now" });
    let path = format!("/threads/{thread}/posts");
    let refused = ada.api("POST", &path, Some(third)).await.expect(400);
    assert!(refused.body.contains("within ten minutes"), "{}", refused.body);
}

/// Neither before a rule is in force, when nothing is held and hosts are noted all the same.
#[tokio::test]
async fn what_a_conversation_links_to_makes_no_host_known() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let mo = world.moderator("mo").await;
    let new = json!({ "to": ["kit"], "title": "Two of us", "body": "Hello" });
    let begun = ada.api("POST", "/conversations", Some(new)).await.expect(201).json();
    replies(&kit, &text(&begun["thread"]), "Look at https://quiet.example/x").await;
    let opened = world.thread(&ada, "questions", "Soil", "Which?").await.expect(201).json();
    let thread = text(&opened["thread"]);
    replies(&ada, &thread, "Look at https://open.example/x").await;
    world.settle().await;
    keeps(&mo, &[("kind", "new_host"), ("act", "hold")]).await.expect(303);
    let said = async |words: &str| text(&replies(&ada, &thread, words).await["reason"]);
    assert_eq!(said("Again https://open.example/y").await, "", "it was linked to in public");
    assert_eq!(said("See https://quiet.example/y").await, "new_host");
}

#[tokio::test]
async fn a_rule_is_tried_before_it_is_kept_and_belongs_to_who_moderates_there() {
    let world = World::new().await;
    let (ada, mo) = (world.member("ada").await, world.moderator("mo").await);
    let here = world.moderator_of("here", "experiences").await;
    for (space, words) in [("questions", "A canary sings"), ("experiences", "No bird")] {
        world.thread(&ada, space, words, "Words").await.expect(201);
    }
    world.settle().await;
    ada.get("/moderation/rules").await.expect(404);
    let form = mo.get("/moderation/rules/new").await.expect(200);
    assert!(form.shows("Run over the last 30 days"));
    let draft = [("kind", "words"), ("act", "hold"), ("lines", "canary"), ("title", "Birds")];
    let with = |more: &[(&'static str, &'static str)]| [&draft, more].concat();
    let tried = mo.post("/moderation/rules", &with(&[("what", "try")])).await.expect(200);
    assert!(tried.shows("1 of 2 texts") && tried.shows("A canary sings"));
    let tested = with(&[("what", "test"), ("sample", "two CANARY birds")]);
    assert!(mo.post("/moderation/rules", &tested).await.expect(200).shows("It finds: canary"));
    let clean = with(&[("what", "test"), ("sample", "two canaries")]);
    assert!(mo.post("/moderation/rules", &clean).await.expect(200).shows("It finds nothing"));
    assert!(mo.get("/moderation/rules").await.expect(200).shows("There is no rule yet"));
    // Who moderates elsewhere tries on what he moderates, and keeps no rule for all.
    here.post("/moderation/rules", &with(&[("what", "save")])).await.expect(404);
    let own = with(&[("what", "try"), ("space", "experiences")]);
    let tried = here.post("/moderation/rules", &own).await.expect(200);
    assert!(tried.shows("0 of 1 texts") && !tried.shows("A canary sings"));
    here.post("/moderation/rules", &with(&[("what", "try"), ("space", "questions")]))
        .await
        .expect(422);

    let bad =
        [("kind", "patterns"), ("act", "hold"), ("lines", "a*"), ("title", ""), ("what", "save")];
    let page = mo.post("/moderation/rules", &bad).await.expect(422);
    assert!(page.shows("fits every text") && page.shows("Give the rule a name"));
    mo.post("/moderation/rules", &with(&[("what", "save")])).await.expect(303);
    let list = mo.get("/moderation/rules").await.expect(200);
    assert!(list.shows("Birds") && list.shows("Not in force"));
    let path = list.body.split("href=\"").find(|rest| rest.starts_with("/moderation/rules/0"));
    let path = path.and_then(|rest| rest.split('"').next()).expect("a link to the rule").to_owned();
    assert!(here.get(&path).await.expect(200).shows("This rule is for all spaces"));
    let on = with(&[("what", "save"), ("active", "true"), ("version", "1")]);
    here.post(&path, &on).await.expect(404);
    mo.post(&path, &on).await.expect(303);
    let stale = mo.post(&path, &on).await.expect(409);
    assert!(stale.shows("changed this rule meanwhile") && stale.shows("canary"));
    mo.post(&path, &with(&[("what", "drop")])).await.expect(303);
    mo.get(&path).await.expect(404);
}

#[tokio::test]
async fn rules_are_kept_through_the_api_too() {
    let world = World::new().await;
    let (ada, mo) = (world.member("ada").await, world.moderator("mo").await);
    world.thread(&ada, "questions", "A canary sings", "Words").await.expect(201);
    world.settle().await;
    let rule = |lines: &str, version: Value| {
        json!({ "kind": "words", "act": "hold", "space": "questions", "language": "en",
            "title": "Birds", "lines": [lines], "active": true, "version": version })
    };
    let path = "/moderation/rules";
    ada.api("GET", path, None).await.expect(404);
    world.guest().api("GET", path, None).await.expect(401);
    let bad = mo.api("POST", path, Some(rule("a*b", json!(null)))).await.expect(400);
    assert!(bad.body.contains("stars stand"), "{}", bad.body);
    let trial = mo.api("POST", &format!("{path}/trial"), Some(rule("canary", json!(null)))).await;
    assert_eq!(trial.expect(200).json()["met"], json!(1));
    let made = mo.api("POST", path, Some(rule("canary", json!(null)))).await.expect(201).json();
    let one = format!("{path}/{}", text(&made["id"]));
    let changed = mo.api("PUT", &one, Some(rule("canaries", json!(1)))).await.expect(200).json();
    assert_eq!((&changed["version"], &changed["lines"]), (&json!(2), &json!(["canaries"])));
    mo.api("PUT", &one, Some(rule("x", json!(1)))).await.expect(409);
    assert_eq!(mo.api("GET", path, None).await.json()["items"].as_array().map(Vec::len), Some(1));
    mo.api("DELETE", &one, None).await.expect(204);
    mo.api("DELETE", &one, None).await.expect(404);
}

/// The case of a post, and the version it is in.
async fn case_of(by: &Person, post: &str) -> (String, String) {
    let all = items(by, "").await;
    let case = all.iter().find(|one| one["subject"]["id"] == post).expect("it waits");
    (text(&case["id"]), case["version"].to_string())
}

#[tokio::test]
async fn a_decision_may_warn_or_silence_its_author_who_reads_why_and_until_when() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (mo, here) = (world.moderator("mo").await, world.moderator_of("here", "questions").await);
    let bad = post(&world, &ada, "Soil").await;
    let thread = world.thread(&kit, "questions", "Heat", "Which?").await.expect(201).json();
    reports(&kit, &bad, "insult").await;
    world.settle().await;
    let (case, version) = case_of(&mo, &bad).await;
    let decision = format!("/moderation/cases/{case}/decision");
    let form = |act: &'static str, sanction: &'static str| {
        let mut fields = vec![("action", act), ("reason", "insult"), ("sanction", sanction)];
        fields.push(("version", version.as_str()));
        fields
    };
    // Who moderates one space warns, and silences nobody everywhere.
    assert!(!here.get(&format!("/moderation/cases/{case}")).await.shows("No writing for"));
    let page = here.post(&decision, &form("agree", "suspend-7")).await.expect(422);
    assert!(page.shows("Only who moderates all spaces"));
    mo.post(&decision, &form("agree", "suspend-900")).await.expect(422);
    assert!(mo.get(&format!("/moderation/cases/{case}")).await.shows("No writing for 7 days"));
    mo.post(&decision, &form("agree", "suspend-7")).await.expect(303);
    world.settle().await;

    let reply = json!({ "body": "I go on" });
    let path = format!("/threads/{}/posts", text(&thread["thread"]));
    ada.api("POST", &path, Some(reply.clone())).await.expect(401);
    world.signs_in_again(&ada).await;
    ada.api("POST", &path, Some(reply.clone())).await.expect(403);
    let whole = mo.api("GET", &format!("/moderation/cases/{case}"), None).await.json();
    let made = &whole["decisions"][0];
    assert_eq!(made["restriction"]["kind"], json!("suspend"));
    let reference = text(&made["reference"]);
    let page = ada.get(&format!("/decisions/{reference}")).await.expect(200);
    assert!(page.shows("You cannot write until") && !page.shows("not limited"));
    ada.get("/settings/data").await.expect(200);
    // Whoever is silenced may still say that something is wrong.
    let water = post(&world, &kit, "Water").await;
    reports(&ada, &water, "spam").await;

    // Taken back in time, nothing of it is left, and no letter goes.
    mo.post(&format!("/moderation/decisions/{reference}/undo"), &[]).await.expect(303);
    world.passes(Duration::from_secs(60));
    world.settle().await;
    assert!(world.letters_to(&ada).iter().all(|kind| kind != "removed"));
    ada.api("POST", &path, Some(reply)).await.expect(201);

    let (case, version) = case_of(&mo, &bad).await;
    let verdict =
        json!({ "action": "agree", "reason": "insult", "restrictions": ["remove", "warn"] });
    let decide = format!("/moderation/cases/{case}/decision");
    let version = format!("\"{version}\"");
    let with = [("if-match", version.as_str())];
    let unknown = json!({ "action": "agree", "reason": "insult", "restrictions": ["exile"] });
    mo.api_with("POST", &decide, Some(unknown), &with).await.expect(400);
    mo.api_with("POST", &decide, Some(verdict), &with).await.expect(200);
    world.passes(Duration::from_secs(60));
    world.settle().await;
    assert!(world.letter("removed").contains("You are warned"));
    let other = post(&world, &ada, "Trees").await;
    reports(&kit, &other, "spam").await;
    let (case, _) = case_of(&mo, &other).await;
    let page = mo.get(&format!("/moderation/cases/{case}")).await.expect(200);
    assert!(page.shows("Strikes that count"));
    assert_eq!(strikes(&world, &ada).await, 1);
    world.passes(Duration::from_secs(181 * 86_400));
    assert_eq!(strikes(&world, &ada).await, 0, "after 180 days it counts no more");
}

async fn strikes(world: &World, of: &Person) -> i64 {
    let member = of.member.expect("a member");
    stoa_moderation::sanctions::strikes(&world.app.db, member).await.expect("a count")
}

#[tokio::test]
async fn who_has_a_duty_is_silenced_by_administrators_alone() {
    let world = World::new().await;
    let (kit, mo) = (world.member("kit").await, world.moderator("mo").await);
    let (mia, boss) = (world.moderator("mia").await, world.administrator("boss").await);
    let bad = post(&world, &mia, "Soil").await;
    reports(&kit, &bad, "insult").await;
    world.settle().await;
    let (case, version) = case_of(&mo, &bad).await;
    let form = [
        ("action", "agree"),
        ("reason", "insult"),
        ("sanction", "suspend-1"),
        ("version", version.as_str()),
    ];
    let path = format!("/moderation/cases/{case}/decision");
    assert!(mo.post(&path, &form).await.expect(422).shows("Only an administrator"));
    boss.post(&path, &form).await.expect(303);
    world.signs_in_again(&mia).await;
    mia.get("/moderation").await.expect(404);
    world.passes(Duration::from_secs(86_401));
    world.signs_in_again(&mia).await;
    mia.get("/moderation").await.expect(200);
}

#[tokio::test]
async fn what_the_author_will_read_is_shown_first_in_the_authors_language() {
    let world = World::new().await;
    let (mo, new) = (world.moderator("mo").await, world.newcomer("nueva").await);
    new.api("PATCH", "/me", Some(json!({ "locale": "es" }))).await.expect(200);
    world.thread(&new, "questions", "Soil", "Which?").await.expect(201);
    world.settle().await;
    let case = text(&items(&mo, "").await[0]["id"]);
    let path = format!("/moderation/cases/{case}/decision");
    let form = [
        ("action", "decline"),
        ("reason", "off_topic"),
        ("sanction", "warn"),
        ("note", "Look <b>here</b>"),
        ("version", "1"),
        ("look", "true"),
    ];
    let page = mo.post(&path, &form).await.expect(200);
    let letter = page.body.split("data-letter>").nth(1).expect("it is shown");
    let letter = letter.split("</form>").next().unwrap_or_default();
    assert!(letter.contains("lang=\"es\""));
    let shown = |words: &str| {
        letter.split("<p ").any(|line| {
            let open = line.split('>').next().unwrap_or_default();
            line.contains(words) && !open.contains("hidden")
        })
    };
    assert!(shown("Tu texto no se muestra a otros") && shown("Quedas advertido"));
    assert!(shown("Look &#60;b&#62;here") && !shown("Tu texto está publicado"));
    let whole = mo.api("GET", &format!("/moderation/cases/{case}"), None).await.json();
    assert_eq!((&whole["state"], &whole["version"]), (&json!("open"), &json!(1)));
}

#[tokio::test]
async fn colleagues_read_each_others_notes_and_nobody_else_does() {
    let world = World::new().await;
    let (mo, mia) = (world.moderator_of("mo", "questions").await, world.moderator("mia").await);
    let (here, new) =
        (world.moderator_of("else", "experiences").await, world.newcomer("new").await);
    world.thread(&new, "questions", "Soil", "Which?").await.expect(201);
    world.settle().await;
    let case = text(&items(&mo, "").await[0]["id"]);
    let path = format!("/moderation/cases/{case}/notes");
    mo.post(&path, &[("note", "Canary: I know this person")]).await.expect(303);
    let words = json!({ "note": "So do I" });
    mia.api("POST", &path, Some(words.clone())).await.expect(201);
    mia.api("POST", &path, Some(json!({ "note": " " }))).await.expect(400);
    here.api("POST", &path, Some(words.clone())).await.expect(404);
    new.api("POST", &path, Some(words)).await.expect(404);
    let page = mia.get(&format!("/moderation/cases/{case}")).await.expect(200);
    assert!(page.shows("Canary: I know this person") && page.shows("So do I"));
    let whole = mo.api("GET", &format!("/moderation/cases/{case}"), None).await.json();
    assert_eq!(whole["notes"][1]["note"], json!("So do I"));
    let form = [("action", "decline"), ("reason", "off_topic"), ("version", "1")];
    mo.post(&format!("/moderation/cases/{case}/decision"), &form).await.expect(303);
    world.passes(Duration::from_secs(60));
    world.settle().await;
    assert!(!world.letter("declined").contains("Canary"));
    let made = mo.api("GET", &format!("/moderation/cases/{case}"), None).await.json();
    let reference = text(&made["decisions"][0]["reference"]);
    assert!(!new.get(&format!("/decisions/{reference}")).await.expect(200).shows("Canary"));
}
