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
