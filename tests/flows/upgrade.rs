//! Databases that earlier programs wrote, brought up to date and used.

use serde_json::json;
use stoa_server::search;
use stoa_tests::World;

/// Which are kept for the database at hand, with somebody whose password is known.
fn kept(world_on_postgres: bool) -> Vec<(&'static str, Option<(&'static str, &'static str)>)> {
    let ada = Some(("ada@example.org", "seven quiet lanes"));
    let helen = Some(("hwatts@demo.example", "ba1fdf04038182d169"));
    match world_on_postgres {
        true => vec![("first", ada)],
        false => vec![("first", helen), ("second", None)],
    }
}

#[tokio::test]
async fn kept_databases_are_brought_up_to_date_and_lose_nothing() {
    let here = World::new().await.on_postgres();
    for (name, known) in kept(here) {
        let world = World::upon(name).await;
        let wrong = world.app.db.integrity().await.unwrap();
        assert_eq!(wrong, Vec::<String>::new(), "{name}");
        let differences = stoa_threads::recount::differences(&world.app.db).await.unwrap();
        assert_eq!(differences, Vec::<String>::new(), "{name}");
        world.settle().await;
        assert!(search::make_anew(&world.app).await.unwrap() > 20, "{name}");

        let guest = world.guest();
        guest.get("/").await.expect(200);
        let threads = guest.api("GET", "/threads?limit=100", None).await.expect(200).json();
        for thread in threads["items"].as_array().unwrap() {
            let address = thread["url"].as_str().unwrap();
            let page = guest.get(address).await.expect(200);
            assert!(page.shows(thread["title"].as_str().unwrap()), "{name}: {address}");
        }
        if let Some((email, password)) = known {
            lives_on(&world, email, password, &threads["items"][0]["id"]).await;
        }
    }
}

/// Somebody of then signs in, writes, takes along what is kept, and leaves.
async fn lives_on(world: &World, email: &str, password: &str, thread: &serde_json::Value) {
    let person = world.guest();
    let sent = json!({ "email": email, "password": password });
    person.api("POST", "/sessions", Some(sent)).await.expect(201);
    let path = format!("/threads/{}/posts", thread.as_str().unwrap());
    person.api("POST", &path, Some(json!({ "body": "Still here." }))).await.expect(201);
    let archive = person.api("GET", "/me/export", None).await.expect(200);
    assert!(archive.file("posts.json").contains("Still here."));
    person.api("POST", "/me/erasure", None).await.expect(202);
    world.settle().await;
    let differences = stoa_threads::recount::differences(&world.app.db).await.unwrap();
    assert_eq!(differences, Vec::<String>::new());
}
