//! How threads are found without looking for them: lists that narrow, what resembles a title, feeds.

use serde_json::json;
use stoa_tests::{Answer, Person, World};

async fn opened(world: &World, by: &Person, space: &str, title: &str, body: &str) -> String {
    let answer = world.thread(by, space, title, body).await.expect(201);
    answer.json()["thread"].as_str().expect("an id").to_owned()
}

async fn titles(person: &Person, query: &str) -> Vec<String> {
    let page = person.get(&format!("/s/questions?{query}")).await.expect(200);
    let all = ["From the Mission", "From the world", "From nowhere"];
    all.iter().filter(|title| page.shows(title)).map(|title| (*title).to_owned()).collect()
}

#[tokio::test]
async fn a_space_is_narrowed_by_direction_and_region_and_sorted() {
    let world = World::new().await;
    let mut ids = Vec::new();
    for (city, title) in
        [("liepaja", "From the Mission"), ("medellin", "From the world"), ("", "From nowhere")]
    {
        let person = world.member(title).await;
        if !city.is_empty() {
            let tie = json!({ "tie": "city", "city": city });
            person.api("PATCH", "/me", Some(tie)).await.expect(200);
        }
        world.passes(std::time::Duration::from_secs(1));
        ids.push(opened(&world, &person, "questions", title, "It begins.").await);
    }
    let guest = world.guest();
    assert_eq!(titles(&guest, "").await.len(), 3);
    assert_eq!(titles(&guest, "direction=mission").await, ["From the Mission"]);
    assert_eq!(titles(&guest, "direction=worldwide").await, ["From the world"]);
    assert_eq!(titles(&guest, "region=150").await, ["From the Mission"]);
    assert_eq!(titles(&guest, "region=005").await, ["From the world"]);
    assert_eq!(titles(&guest, "region=xx&direction=xx&order=xx").await.len(), 3);
    world.passes(std::time::Duration::from_secs(1));
    let replier = world.member("Replier").await;
    replier
        .api("POST", &format!("/threads/{}/posts", ids[0]), Some(json!({"body": "Late."})))
        .await;
    let place = |page: &Answer, title: &str| page.body.find(&format!(">{title}<"));
    let latest = guest.get("/s/questions").await;
    assert!(place(&latest, "From the Mission") < place(&latest, "From nowhere"));
    let newest = guest.get("/s/questions?order=newest").await;
    assert!(place(&newest, "From nowhere") < place(&newest, "From the Mission"));
}

#[tokio::test]
async fn a_title_shows_what_was_asked_before() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    opened(&world, &ada, "questions", "Who waters young street trees in August?", "Ours die.")
        .await;
    world.settle().await;
    let like = ada.get("/new/similar?title=Watering+street+trees+when+they+are+young").await;
    assert!(like.status == 200 && like.shows("Who waters young street trees"), "{}", like.body);
    assert!(!ada.get("/new/similar?title=the+of").await.shows("Who waters"));
    assert_eq!(world.guest().get("/new/similar?title=street+trees").await.status, 401);
    let fields = [
        ("act", "preview"),
        ("space", "questions"),
        ("title", "Young street trees and water"),
        ("body", "How?"),
    ];
    let page = ada.post("/new", &fields).await;
    assert!(page.shows("Who waters young street trees"), "without a script, beside the preview");
}

#[tokio::test]
async fn feeds_hold_what_everybody_may_read_and_say_when_nothing_is_new() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.newcomer("Kit").await);
    let thread = opened(&world, &ada, "questions", "A & B <i>", "See [there](/s/questions).").await;
    kit.api("POST", &format!("/threads/{thread}/posts"), Some(json!({"body": "Waits."}))).await;
    world.settle().await;
    for path in ["/feeds/spaces/questions.atom".to_owned(), format!("/feeds/threads/{thread}.atom")]
    {
        for person in [&world.guest(), &kit] {
            let feed = person.get(&path).await.expect(200);
            let kind = feed.headers["content-type"].to_str().unwrap().to_owned();
            assert!(kind.starts_with("application/atom+xml"), "{kind}");
            assert!(feed.body.contains("<title>A &#38; B &#60;i&#62;</title>"), "{}", feed.body);
            assert!(feed.body.contains(&world.app.url("/s/questions")) && !feed.shows("Waits."));
        }
        let feed = world.guest().get(&path).await;
        let tag = feed.headers["etag"].to_str().unwrap().to_owned();
        let headers = [(http::header::IF_NONE_MATCH, tag.as_str())];
        let again = world.guest();
        let again = again.send(http::Method::GET, &path, &headers, axum::body::Body::empty()).await;
        assert!(again.status == 304 && again.body.is_empty());
    }
    for gone in ["/feeds/spaces/x.atom", "/feeds/spaces/questions", "/feeds/threads/x.atom"] {
        assert_eq!(world.guest().get(gone).await.status, 404, "{gone}");
    }
}

/// One such character would make a feed unreadable for all of its readers.
#[tokio::test]
async fn characters_that_xml_forbids_do_not_come_into_a_feed() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    let thread =
        opened(&world, &ada, "questions", "A\u{ffff}B", "One&#1;two &#12; &#xFFFF;.").await;
    let feed = world.guest().get(&format!("/feeds/threads/{thread}.atom")).await.expect(200);
    assert!(feed.body.contains("One") && feed.body.contains("two"));
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    assert!(feed.body.chars().all(allowed), "{:?}", feed.body);
}

#[tokio::test]
async fn the_map_of_the_site_names_public_threads_and_robots_find_it() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    let thread = opened(&world, &ada, "questions", "On the map", "Here.").await;
    let guest = world.guest();
    assert!(guest.get("/robots.txt").await.shows("/sitemap.xml"));
    let map = guest.get("/sitemap.xml").await;
    assert!(map.shows("/sitemaps/first.xml"), "{} {}", map.status, map.body);
    let part = guest.get("/sitemaps/first.xml").await;
    assert!(part.shows(&format!("/t/{thread}/on-the-map")) && part.shows("/s/questions"));
    assert!(!guest.get(&format!("/sitemaps/{thread}.xml")).await.shows("on-the-map"));
    assert_eq!(guest.get("/sitemaps/x.xml").await.status, 404);
}

#[tokio::test]
async fn a_public_thread_describes_itself_to_programs_and_cannot_break_out() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    let title = "</script><!-- & \u{2028} title";
    let thread = opened(&world, &ada, "questions", title, "Body </script> of it.").await;
    let path = format!("/threads/{thread}/posts");
    let answer = ada.api("POST", &path, Some(json!({"body": "The answer."}))).await.json();
    let chosen = json!({ "post": answer["post"] });
    ada.api("POST", &format!("/threads/{thread}/answer"), Some(chosen)).await.expect(200);
    let way = world.guest().get(&format!("/t/{thread}")).await;
    let page = world.guest().get(way.location()).await.expect(200);
    let (_, rest) = page.body.split_once("application/ld+json\">").expect("there is data");
    let (data, _) = rest.split_once("</script>").expect("it ends");
    let data: serde_json::Value = serde_json::from_str(data).expect("it is JSON");
    assert_eq!(data["@type"], "QAPage");
    assert_eq!(data["mainEntity"]["acceptedAnswer"]["text"], "The answer.");
    assert!(data["mainEntity"]["name"].as_str().unwrap().contains("</script><!--"));
    assert!(page.body.contains("og:title"));
}
