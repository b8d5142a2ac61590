//! Cities: the list, a city's page, cities added by name.

use serde_json::{Value, json};
use stoa_exchange::{CityName, Country, NewCity, cities};
use stoa_kernel::Tx;
use stoa_kernel::ids::CityId;
use stoa_tests::{Person, World};

async fn claimed(world: &World, person: &Person, name: &str, country: &str) -> CityId {
    let (name, country) = (CityName::parse(name).unwrap(), Country::parse(country).unwrap());
    let member = person.member.unwrap();
    let claims = async move |tx: &mut Tx| cities::claim(tx, member, &name, country).await;
    world.app.db.write(claims).await.unwrap()
}

async fn slugs(person: &Person, query: &str) -> Vec<String> {
    let (mut all, mut cursor) = (vec![], String::new());
    loop {
        let path = format!("/cities?limit=100&{query}{cursor}");
        let page = person.api("GET", &path, None).await.expect(200).json();
        let items = page["items"].as_array().unwrap();
        all.extend(items.iter().map(|city| city["slug"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return all,
        }
    }
}

#[tokio::test]
async fn the_api_lists_cities_by_side_country_region_and_name() {
    let world = World::new().await;
    let guest = world.guest();
    assert_eq!(slugs(&guest, "").await.len(), 233);
    assert_eq!(slugs(&guest, "mission=true").await.len(), 112);
    assert_eq!(slugs(&guest, "mission=false").await.len(), 121);
    assert!(slugs(&guest, "country=LV").await.contains(&"riga".to_owned()));
    assert_eq!(slugs(&guest, "q=lodz").await, ["lodz"]);
    assert_eq!(slugs(&guest, "q=%C5%81%C3%B3d").await, ["lodz"]);
    let africa = slugs(&guest, "region=002").await;
    assert!(!africa.is_empty() && !africa.contains(&"riga".to_owned()));
    for bad in ["mission=maybe", "country=ZZ", "region=999", "limit=0", "colour=red", "cursor=x"] {
        let refused = guest.api("GET", &format!("/cities?{bad}"), None).await.expect(400);
        assert_eq!(refused.json()["status"], 400, "{bad}");
    }
}

#[tokio::test]
async fn a_city_says_what_is_known_and_leaves_the_rest_open() {
    let world = World::new().await;
    let guest = world.guest();
    let lodz = guest.api("GET", "/cities/lodz", None).await.expect(200).json();
    assert_eq!((&lodz["name"], &lodz["country"]), (&json!("Łódź"), &json!("PL")));
    assert_eq!((&lodz["mission"], &lodz["invented"]), (&json!(true), &json!(false)));
    assert_eq!(lodz["mission_label"], "awarded");
    let gozo = guest.api("GET", "/cities/gozo", None).await.expect(200).json();
    assert_eq!((&gozo["population"], &gozo["koppen"]), (&Value::Null, &Value::Null));
    guest.api("GET", "/cities/atlantis", None).await.expect(404);

    let page = guest.get("/cities/lodz").await.expect(200);
    for told in ["Łódź", "Poland", "639,890", "Eastern Europe", "GeoNames", "Nobody from this city"]
    {
        assert!(page.shows(told), "{told}");
    }
    assert!(guest.get("/cities/gozo").await.expect(200).shows("not known"));
    guest.get("/cities/atlantis").await.expect(404);
}

#[tokio::test]
async fn the_list_is_a_form_and_its_pages_hold_every_city_once() {
    let world = World::new().await;
    let guest = world.guest();
    let first = guest.get("/cities").await.expect(200);
    assert!(first.shows("233 cities") && first.shows("GeoNames"));
    let mut found = vec![];
    let mut page = first;
    loop {
        let links = page.body.split("href=\"/cities/").skip(1);
        found.extend(links.map(|rest| rest.split('"').next().unwrap().to_owned()));
        let Some(before) = page.body.find("rel=\"next\"") else { break };
        let start = page.body[..before].rfind("href=\"").unwrap() + 6;
        let next = page.body[start..before].split('"').next().unwrap().replace("&#38;", "&");
        page = guest.get(&next.replace("&amp;", "&")).await.expect(200);
    }
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 233);
    let chosen = guest.get("/cities?q=l%C3%B3d&side=mission&country=&region=&cursor=").await;
    assert!(chosen.shows("Łódź") && !chosen.shows("Aarhus"));
    assert!(guest.get("/cities?q=atlantis").await.expect(200).shows("No city fits"));
    let mut spanish = world.guest();
    spanish.languages = "es";
    let list = spanish.get("/cities?region=150").await.expect(200);
    assert!(list.shows("Ciudades de la Misión") && list.shows("Letonia"));
    assert!(!list.shows("exchange-"), "every key has words");
}

#[tokio::test]
async fn a_city_added_by_name_is_seen_by_who_added_it_until_it_is_approved() {
    let world = World::new().await;
    let (kit, eve) = (world.member("kit").await, world.member("eve").await);
    let mo = world.moderator("mo").await;
    let city = claimed(&world, &kit, "Zqcanary Town", "EE").await;
    for (person, status) in [(&kit, 200), (&mo, 200), (&eve, 404), (&world.guest(), 404)] {
        person.get("/cities/zqcanary-town").await.expect(status);
        person.api("GET", "/cities/zqcanary-town", None).await.expect(status);
        for path in
            ["/cities", "/cities?country=EE", "/cities?q=zqcanary", "/api/v1/cities?q=zqcanary"]
        {
            assert!(!person.get(path).await.expect(200).shows("Zqcanary Town"), "{path}");
        }
    }
    assert!(kit.get("/cities/zqcanary-town").await.shows("A moderator looks at it"));
    let approves = async move |tx: &mut Tx| cities::approve_claim(tx, city).await;
    world.app.db.write(approves).await.unwrap();
    world.guest().get("/cities/zqcanary-town").await.expect(200);
    assert_eq!(slugs(&eve, "q=ZQCANARY").await, ["zqcanary-town"]);
}

#[tokio::test]
async fn invented_cities_stay_out_of_lists_unless_asked_for() {
    let world = World::new().await;
    let new = NewCity {
        slug: "northmere".into(),
        name: "Northmere".into(),
        country: "GB".into(),
        invented: true,
        ..NewCity::default()
    };
    let adds = async move |tx: &mut Tx| cities::add(tx, &new).await;
    world.app.db.write(adds).await.unwrap();
    let guest = world.guest();
    assert_eq!(slugs(&guest, "q=northmere").await, Vec::<String>::new());
    assert_eq!(slugs(&guest, "q=northmere&invented=true").await, ["northmere"]);
    let city = guest.api("GET", "/cities/northmere", None).await.expect(200).json();
    assert_eq!(city["invented"], true);
    assert!(guest.get("/cities/northmere").await.expect(200).shows("invented"));
}

#[tokio::test]
async fn people_cities_and_themes_are_followed_and_listed() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let page = kit.get(&format!("/people/{}", ada.id())).await.expect(200);
    assert!(page.shows("Follow this person"), "{}", page.body);
    assert!(!ada.get(&format!("/people/{}", ada.id())).await.shows("Follow this person"));
    assert!(!world.guest().get("/cities/riga").await.shows("Follow this city"));
    let back = format!("/people/{}", ada.id());
    let form = [("target", "person"), ("id", &ada.id()), ("level", "watching"), ("back", &back)];
    let to = kit.post("/settings/following", &form).await.expect(303);
    assert_eq!(to.location(), back);
    for theme in ["mobility", "mobility%2Fparking"] {
        let path = format!("/themes/{theme}/subscription");
        kit.api("PUT", &path, Some(json!({ "level": "watching" }))).await.expect(200);
    }
    kit.api("PUT", "/themes/nonsense/subscription", Some(json!({ "level": "watching" })))
        .await
        .expect(404);
    let path = "/cities/riga/subscription";
    kit.api("PUT", path, Some(json!({ "level": "muted" }))).await.expect(200);
    let listed = kit.get("/settings/following").await.expect(200);
    for name in ["Ada", "Mobility", "Parking", "Riga"] {
        assert!(listed.shows(name), "{name}: {}", listed.body);
    }
    let all = kit.api("GET", "/me/subscriptions", None).await.expect(200).json();
    assert_eq!(all["items"].as_array().unwrap().len(), 4);
    // Whoever watches a person hears of a new thread by letter, and can leave by its link.
    let opened = json!({ "title": "Kerbs", "body": "How high?", "language": "en" });
    ada.api("POST", "/spaces/questions/threads", Some(opened)).await.expect(201);
    world.settle().await;
    assert!(world.letter("thread-opened").contains("because you watch who wrote it"));
    let own = json!({ "level": "watching" });
    ada.api("PUT", &format!("/people/{}/subscription", ada.id()), Some(own)).await.expect(403);
    kit.api(
        "PUT",
        "/people/01j6zzzzzzzzzzzzzzzzzzzzzz/subscription",
        Some(json!({ "level": "muted" })),
    )
    .await
    .expect(404);
}
