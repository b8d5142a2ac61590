//! Looking for threads and replies, as people do.

use stoa_kernel::feed;
use stoa_kernel::{Fault, Reads, Tx};
use stoa_tests::{Answer, Person, World};

async fn found(person: &Person, query: &str) -> Vec<String> {
    let answer = person.api("GET", &format!("/search?{query}"), None).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let items = answer.json()["items"].as_array().cloned().unwrap_or_default();
    items.iter().map(|item| item["title"].as_str().unwrap_or_default().to_owned()).collect()
}

fn id(answer: &Answer, field: &str) -> String {
    answer.json()[field].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn what_was_published_is_found_by_its_words_in_every_script() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    world.thread(&ada, "questions", "Who waters young trees?", "A third of ours died.").await;
    world.thread(&ada, "questions", "雨庭の維持管理", "市内の雨庭を住民と作りました。").await;
    let spanish = serde_json::json!({
        "title": "Árboles jóvenes", "body": "El riego de la plaza, en verano.", "language": "es",
    });
    ada.api("POST", "/spaces/questions/threads", Some(spanish)).await;
    world.thread(&ada, "questions", "أشجار المدينة", "من يسقي الأشجار الصغيرة في الصيف؟").await;
    world.settle().await;
    let guest = world.guest();
    assert_eq!(found(&guest, "q=tree").await, ["Who waters young trees?"]);
    assert_eq!(found(&guest, "q=arbol").await, ["Árboles jóvenes"]);
    assert_eq!(found(&guest, "q=%E9%9B%A8%E5%BA%AD").await, ["雨庭の維持管理"]);
    let arabic = "q=%D8%A7%D9%84%D8%A3%D8%B4%D8%AC%D8%A7%D8%B1";
    assert_eq!(found(&guest, arabic).await, ["أشجار المدينة"]);
    let page = guest.get("/search?q=trees").await;
    assert!(page.shows("<mark>trees</mark>"), "{}", page.body);
}

#[tokio::test]
async fn what_waits_was_taken_away_or_is_private_is_not_found() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.newcomer("Kit").await);
    let mo = world.moderator("Mo").await;
    let thread = world.thread(&ada, "questions", "Shade for schools", "Sails over the yard.").await;
    let thread = id(&thread, "thread");
    let reply = format!("/threads/{thread}/posts");
    let held = kit.api("POST", &reply, Some(serde_json::json!({"body": "Heldword here."}))).await;
    assert_eq!(held.json()["state"], "held");
    let gone = ada.api("POST", &reply, Some(serde_json::json!({"body": "Goneword here."}))).await;
    let gone = id(&gone, "post");
    world.settle().await;
    for person in [&world.guest(), &kit, &mo] {
        assert_eq!(found(person, "q=heldword").await, [""; 0]);
        assert_eq!(found(person, "q=goneword").await, ["Shade for schools"]);
    }
    ada.api("DELETE", &format!("/posts/{gone}"), None).await;
    assert_eq!(found(&mo, "q=goneword").await, [""; 0], "before the index has followed");
    world.settle().await;
    assert_eq!(found(&mo, "q=goneword").await, [""; 0]);

    let opening = ada.api("GET", &format!("/threads/{thread}/posts"), None).await;
    let opening = opening.json()["items"][0]["id"].as_str().expect("a post").to_owned();
    ada.api("DELETE", &format!("/posts/{opening}"), None).await;
    world.settle().await;
    assert_eq!(found(&mo, "q=sails").await, [""; 0]);
}

#[tokio::test]
async fn filters_narrow_and_unknown_ones_are_told() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    let thread = world.thread(&ada, "questions", "Tram depots", "A roof of solar panels.").await;
    let reply = format!("/threads/{}/posts", id(&thread, "thread"));
    ada.api("POST", &reply, Some(serde_json::json!({"body": "Panels on the depot roof."}))).await;
    world.thread(&ada, "experiences", "Roof of the pool", "Panels, at last.").await;
    world.settle().await;
    let guest = world.guest();
    assert_eq!(found(&guest, "q=panels").await.len(), 3);
    assert_eq!(found(&guest, "q=panels+meadow").await.len(), 3, "half of the words are enough");
    assert!(guest.get("/search?q=panels+meadow").await.shows("No text has all these words"));
    assert_eq!(found(&guest, "q=panels&space=questions").await.len(), 2);
    assert_eq!(found(&guest, "q=panels&in=replies").await, ["Tram depots"]);
    assert_eq!(found(&guest, "q=panels&in=threads&space=experiences").await, ["Roof of the pool"]);
    assert_eq!(found(&guest, "q=panels&kind=need").await, [""; 0]);
    assert_eq!(found(&guest, "q=panels&language=es").await, [""; 0]);
    for bad in ["in=x", "kind=x", "region=x", "space=x", "theme=x", "limit=0", "cursor=x", "what=x"]
    {
        let answer = guest.api("GET", &format!("/search?q=a&{bad}"), None).await;
        assert_eq!(answer.status, 400, "{bad}");
    }
    let page = guest.get("/search?q=nothinglikeit&kind=need").await;
    assert!(page.status == 200 && page.shows("nothinglikeit"));
    let odd = guest.get("/search?q=%22&in=zzz&region=zzz&theme=zzz&space=zzz").await;
    assert_eq!(odd.status, 200);
}

#[tokio::test]
async fn a_list_goes_on_and_a_new_wording_is_found_by_its_own_words() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    let thread = world.thread(&ada, "questions", "Benches", "The first bench.").await;
    let reply = format!("/threads/{}/posts", id(&thread, "thread"));
    let mut last = String::new();
    for number in 0..5 {
        let body = format!("Bench number {number} stands.");
        let answer = ada.api("POST", &reply, Some(serde_json::json!({"body": body}))).await;
        last = id(&answer, "post");
    }
    world.settle().await;
    let page = ada.api("GET", "/search?q=bench&limit=4", None).await.json();
    let next = page["next"].as_str().expect("it goes on").to_owned();
    let rest = ada.api("GET", &format!("/search?q=bench&limit=4&cursor={next}"), None).await.json();
    assert_eq!(
        (page["items"].as_array().map(Vec::len), rest["items"].as_array().map(Vec::len)),
        (Some(4), Some(2))
    );
    assert!(rest["next"].is_null());

    let edit = serde_json::json!({"body": "A hammock instead."});
    let edited = ada
        .api_with("PATCH", &format!("/posts/{last}"), Some(edit), &[("if-match", "\"1\"")])
        .await;
    assert_eq!(edited.status, 200, "{}", edited.body);
    world.settle().await;
    assert_eq!(found(&ada, "q=hammock").await.len(), 1);
    assert_eq!(found(&ada, "q=bench&in=replies").await.len(), 4);
}

#[tokio::test]
async fn an_index_made_anew_holds_the_same() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    for number in 0..7 {
        world.thread(&ada, "questions", &format!("Kerb number {number}"), "Lowered kerbs.").await;
    }
    world.settle().await;
    let before = found(&ada, "q=kerb&limit=100").await;
    let count = stoa_server::search::make_anew(&world.app).await.expect("it is made anew");
    assert_eq!(count, 7);
    assert_eq!(found(&ada, "q=kerb&limit=100").await.len(), before.len());
}

/// A later transaction may be committed first on PostgreSQL; the feed waits for the older one.
#[tokio::test]
async fn the_feed_misses_nothing_and_repeats_nothing_while_people_write() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    let thread = world.thread(&ada, "questions", "Many at once", "Begin.").await;
    let reply = format!("/threads/{}/posts", id(&thread, "thread"));
    let other = world.thread(&ada, "questions", "Others", "Begin.").await;
    let elsewhere = format!("/threads/{}/posts", id(&other, "thread"));
    let (db, mut position) = (&world.app.db, feed::Position::default());
    let mut seen = Vec::new();
    let write = async |path: &str| {
        for number in 0..20 {
            let body = serde_json::json!({"body": format!("Reply {number}.")});
            assert_eq!(ada.api("POST", path, Some(body)).await.status, 201);
        }
    };
    let writing = async { tokio::join!(write(&reply), write(&elsewhere), write(&reply)) };
    let reading = async {
        while seen.len() < 62 {
            for event in feed::after(db, position, 7).await.expect("the feed answers") {
                assert!(event.position > position);
                position = event.position;
                seen.push((event.topic.clone(), event.data.clone()));
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::join!(writing, reading);
    let mut once: Vec<String> = seen.iter().map(|event| format!("{event:?}")).collect();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), 62);
    assert_eq!(feed::newest(db).await.expect("the feed answers"), position);
    assert!(feed::kept(db, position).await.expect("the feed answers"));
    assert!(!feed::kept(db, feed::Position::default()).await.expect("the feed answers"));

    let failed = db.write(async |tx: &mut Tx| {
        tx.announce(stoa_kernel::Announcement {
            topic: "thread:x".into(),
            seq: 1,
            kind: "post.edited".into(),
            at: tx.now(),
            data: serde_json::Value::Null,
        });
        Err::<(), Fault>(Fault::NotFound)
    });
    failed.await.expect_err("it was rolled back");
    assert!(feed::after(db, position, 7).await.expect("the feed answers").is_empty());
    assert!(world.app.db.now().0 > 0);
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_ask_again_and_others_are_not_held_up() {
    let world = World::with(|config| config.limits.factor = 0.05).await;
    let (guest, ada) = (world.guest(), world.member("Ada").await);
    for _ in 0..3 {
        guest.get("/search?q=trees").await.expect(200);
    }
    let often = guest.get("/search?q=trees").await;
    assert!(often.status == 429 && often.headers.contains_key("retry-after"), "{}", often.body);
    assert_eq!(guest.api("GET", "/search?q=trees", None).await.status, 429);
    ada.get("/search?q=trees").await.expect(200);
}

#[tokio::test]
async fn city_person_date_and_answer_narrow() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    for (who, city) in [(&ada, "riga"), (&ben, "medellin")] {
        let at = serde_json::json!({ "tie": "city", "city": city });
        who.api("PATCH", "/me", Some(at)).await.expect(200);
    }
    let asked = world.thread(&ada, "questions", "Canal boats", "Who lends electric boats?").await;
    let thread = id(&asked, "thread");
    world.passes(std::time::Duration::from_secs(3 * 86_400));
    let answer = serde_json::json!({ "body": "Boats from our harbour." });
    let path = format!("/threads/{thread}/posts");
    let answer = id(&ben.api("POST", &path, Some(answer)).await, "post");
    world.settle().await;
    let guest = world.guest();
    let count = async |query: &str| found(&guest, &format!("q=boats&{query}")).await.len();
    assert_eq!((count("city=riga").await, count("city=Medell%C3%ADn").await), (1, 1));
    assert_eq!(found(&guest, "q=&by=ben").await.len(), 1, "a filter alone");
    assert_eq!(found(&guest, "q=").await.len(), 0);
    assert_eq!((count("by=ada").await, count("by=%40ben").await), (1, 1));
    assert_eq!((count("answered=yes").await, count("answered=no").await), (0, 2));
    ada.post(&format!("/p/{answer}/accept"), &[]).await.expect(303);
    world.settle().await;
    assert_eq!((count("answered=yes").await, count("answered=no").await), (2, 0));
    ada.post(&format!("/p/{answer}/unaccept"), &[]).await.expect(303);
    world.settle().await;
    assert_eq!((count("answered=yes").await, count("answered=no").await), (0, 2));
    let post = guest.api("GET", &format!("/threads/{thread}/posts"), None).await.json();
    let day = post["items"][0]["created_at"].as_str().expect("a moment")[..10].to_owned();
    assert_eq!((count(&format!("to={day}")).await, count(&format!("from={day}")).await), (1, 2));
    // What asks nothing is neither answered nor without an answer.
    let told =
        serde_json::json!({ "title": "Ferries", "body": "We tried boats.", "kind": "experience" });
    ada.api("POST", "/spaces/experiences/threads", Some(told)).await.expect(201);
    world.settle().await;
    assert_eq!((count("answered=yes").await, count("answered=no").await), (0, 2));
    assert_eq!(count("kind=experience").await, 1);
    for bad in ["city=Nowhere", "by=nobody", "from=yesterday", "to=2026-13-01", "answered=maybe"] {
        guest.api("GET", &format!("/search?q=boats&{bad}"), None).await.expect(400);
        let page = guest.get(&format!("/search?q=boats&{bad}")).await.expect(200);
        assert!(page.shows("Canal boats") && page.body.contains("role=\"alert\""), "{bad}");
    }
    // What can be read in the searcher's languages comes first, whatever fits best.
    let french =
        serde_json::json!({ "title": "Bateaux", "body": "Un boat, des boats.", "language": "fr" });
    ben.api("POST", "/spaces/questions/threads", Some(french)).await.expect(201);
    world.settle().await;
    let first = |language: &'static str| {
        let guest = world.guest();
        async move { found(&guest, &format!("q=boats&lang={language}")).await.remove(0) }
    };
    assert_eq!(first("fr").await, "Bateaux");
    assert_eq!(first("en").await, "Canal boats");
}

#[tokio::test]
async fn people_and_cities_of_a_name_stand_beside_what_was_found() {
    let world = World::new().await;
    let (ada, _) = (world.member("Marta").await, world.newcomer("Martin").await);
    let found = ada.api("GET", "/search?q=mart", None).await.expect(200).json();
    let names: Vec<&str> = found["people"]
        .as_array()
        .expect("people")
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    assert_eq!(names, ["Marta", "Martin"]);
    let page = world.guest().get("/search?q=medell%C3%ADn").await.expect(200);
    assert!(page.shows("People and cities of that name") && page.body.contains("/cities/medellin"));
    let narrowed = world.guest().get("/search?q=medell%C3%ADn&kind=need").await.expect(200);
    assert!(!narrowed.shows("People and cities of that name"));
}

#[tokio::test]
async fn a_search_that_is_kept_feeds_the_digest() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let old = serde_json::json!({ "title": "Old pumps", "body": "Heat pumps of last year.", "kind": "experience" });
    ben.api("POST", "/spaces/experiences/threads", Some(old)).await.expect(201);
    world.settle().await;
    ada.post("/search/saved", &[("q", "heat pumps"), ("kind", "experience")]).await.expect(303);
    ada.post("/search/saved", &[("q", "heat pumps"), ("kind", "experience")]).await.expect(303);
    ada.post("/search/saved", &[("q", " - ")]).await.expect(400);
    ada.post("/search/saved", &[("q", "x"), ("city", "Nowhere")]).await.expect(400);
    ada.post("/search/saved", &[("q", "heat\0pumps")]).await.expect(400);
    ada.post("/search/saved", &[("q", &"暖房".repeat(200))]).await.expect(400);
    world.guest().post("/search/saved", &[("q", "heat")]).await.expect(401);
    let kept = ada.api("GET", "/me/searches", None).await.expect(200).json();
    assert_eq!(kept.as_array().map(Vec::len), Some(1));
    let page = ada.get("/search?q=heat+pumps&kind=experience").await.expect(200);
    assert!(page.shows("You keep this search") && page.shows("Your searches"));
    let sought = async || {
        let digest = ada.api("GET", "/me/digest", None).await.expect(200).json();
        let sections = digest["sections"].as_array().cloned().unwrap_or_default();
        let titles = |one: &serde_json::Value| -> Vec<String> {
            let items = one["items"].as_array().cloned().unwrap_or_default();
            items.iter().filter_map(|item| item["title"].as_str().map(str::to_owned)).collect()
        };
        sections.iter().find(|one| one["name"] == "sought").map(titles).unwrap_or_default()
    };
    assert_eq!(sought().await, ["Old pumps"]);
    // What is told above, is read, is private or is of another kind is not told again.
    let new = serde_json::json!({ "title": "Pumps in schools", "body": "Heat pumps, quietly.", "kind": "experience" });
    let opened = ben.api("POST", "/spaces/experiences/threads", Some(new)).await.expect(201);
    world.thread(&ben, "questions", "Which heat pumps?", "For a school.").await;
    world.settle().await;
    let mut both = sought().await;
    both.sort_unstable();
    assert_eq!(both, ["Old pumps", "Pumps in schools"]);
    let thread = id(&opened, "thread");
    ada.api("PUT", &format!("/threads/{thread}/read"), Some(serde_json::json!({ "number": 1 })))
        .await;
    assert_eq!(sought().await, ["Old pumps"]);
    let eva = world.member("Eva").await;
    let one = kept[0]["id"].as_str().expect("an id").to_owned();
    eva.api("DELETE", &format!("/me/searches/{one}"), None).await.expect(404);
    ada.post(&format!("/search/saved/{one}/delete"), &[]).await.expect(303);
    assert!(sought().await.is_empty());
    for n in 0..20 {
        ada.api("POST", &format!("/me/searches?q=word{n}"), None).await.expect(204);
    }
    ada.api("POST", "/me/searches?q=one+more", None).await.expect(409);
}

#[tokio::test]
async fn what_is_typed_is_suggested_as_far_as_one_reads() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.newcomer("Kit").await);
    world.thread(&ada, "questions", "Canal boats at night", "Who lends them?").await;
    world.thread(&kit, "questions", "Canal secrets", "It waits.").await;
    world.settle().await;
    let suggested = async |who: &Person, typed: &str| -> Vec<(String, String)> {
        let path = format!("/search/suggestions?q={typed}");
        let found = who.api("GET", &path, None).await.expect(200).json();
        let text = |one: &serde_json::Value, key: &str| one[key].as_str().expect("text").to_owned();
        let all = found.as_array().cloned().unwrap_or_default();
        all.iter().map(|one| (text(one, "type"), text(one, "label"))).collect()
    };
    let thread = ("thread".to_owned(), "Canal boats at night".to_owned());
    for who in [&world.guest(), &kit, &ada] {
        assert_eq!(suggested(who, "canal").await, std::slice::from_ref(&thread));
        assert_eq!(suggested(who, "boats+at+ni").await, std::slice::from_ref(&thread));
    }
    let city = ("city".to_owned(), "Medellín".to_owned());
    assert!(suggested(&ada, "medel").await.contains(&city));
    assert!(suggested(&ada, "kit").await.contains(&("person".to_owned(), "Kit".to_owned())));
    let theme = ("theme".to_owned(), "Energy systems".to_owned());
    assert!(suggested(&ada, "energy").await.contains(&theme));
    assert!(suggested(&ada, "").await.is_empty());
}
