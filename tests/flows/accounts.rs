//! Coming in and being somebody, as whole requests.

use std::time::Duration;

use http::StatusCode;
use serde_json::{Value, json};
use stoa_kernel::RoleKind;
use stoa_tests::{Answer, Person, World};

const PASSWORD: &str = "correct horse battery";

/// What a browser sends to join; `more` replaces fields of the same name.
fn joining<'a>(email: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("act", "join"),
        ("display_name", "Ilze Ozola"),
        ("email", email),
        ("tie", "across"),
        ("city", ""),
        ("audience", "practitioner"),
        ("languages", "en"),
        ("time_zone", "Europe/Riga"),
        ("note", ""),
        ("password", PASSWORD),
    ];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend_from_slice(more);
    fields
}

async fn join(world: &World, email: &str, more: &[(&str, &str)]) -> Person {
    let person = world.guest();
    let sent = person.submit("/join", &joining(email, more)).await.expect(200);
    assert!(sent.shows("Look into your mail"), "{}", sent.body);
    world.settle().await;
    person
}

async fn sign_in(person: &Person, email: &str, password: &str) -> Answer {
    person.post("/sign-in", &[("email", email), ("password", password)]).await
}

/// Answers as a stranger can compare them: without the parts that differ from request to request.
fn face(answer: &Answer) -> (StatusCode, String, Vec<String>) {
    let mut headers: Vec<String> =
        answer.headers.keys().map(|name| name.as_str().to_owned()).collect();
    headers.sort();
    headers.dedup();
    (answer.status, format!("{}{}", answer.location(), answer.body), headers)
}

#[tokio::test]
async fn a_practitioner_joins_confirms_and_is_in() {
    let world = World::new().await;
    let ilze = join(&world, "ilze@city.example", &[]).await;
    assert!(
        sign_in(&ilze, "ilze@city.example", PASSWORD).await.expect(422).shows("not confirmed yet")
    );
    let link = world.link("confirm", "/confirm/");
    for _ in 0..3 {
        let page = ilze.get(&link).await.expect(200);
        assert!(page.shows("Confirm your address"), "looking changes nothing");
    }
    assert!(sign_in(&ilze, "ilze@city.example", PASSWORD).await.status == 422);
    let home = ilze.submit(&link, &[]).await.expect(200);
    assert!(home.shows("Your address is confirmed"));
    let me = ilze.api("GET", "/me", None).await.expect(200).json();
    assert_eq!(me["email"], "ilze@city.example");
    assert_eq!((&me["time_zone"], &me["standing"]), (&json!("Europe/Riga"), &json!("newcomer")));
    let again = ilze.post(&link, &[]).await.expect(410);
    assert!(again.shows("Confirmed already") && again.shows("/sign-in"));
    assert!(ilze.get(&link).await.expect(410).shows("Confirmed already"));
}

#[tokio::test]
async fn a_known_address_is_answered_like_an_unknown_one() {
    let world = World::new().await;
    join(&world, "ilze@city.example", &[]).await;
    let ilze = world.guest();
    ilze.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    let stranger = world.guest();
    let mut faces = Vec::new();
    for email in ["ilze@city.example", "nobody@city.example"] {
        let joined = stranger.post("/join", &joining(email, &[])).await;
        let linked = stranger.post("/sign-in/link", &[("email", email)]).await;
        let reset = stranger.post("/reset", &[("email", email)]).await;
        let confirm = stranger.post("/confirm", &[("email", email)]).await;
        let wrong = sign_in(&stranger, email, "not the password").await;
        let body = json!({"email": email, "password": PASSWORD, "display_name": "Ilze Ozola"});
        let api = stranger.api("POST", "/members", Some(body)).await;
        let session = json!({"email": email, "password": "not the password"});
        let refused = stranger.api("POST", "/sessions", Some(session)).await.expect(401);
        let all = [joined, linked, reset, confirm, wrong, api, refused];
        faces.push(all.each_ref().map(|answer| {
            let (status, text, headers) = face(answer);
            (status, text.replace(email, "EMAIL"), headers)
        }));
    }
    assert_eq!(faces[0], faces[1]);
    world.settle().await;
    assert!(
        world.letter("known").contains("/sign-in") || !world.letter("known-address").is_empty()
    );
}

#[tokio::test]
async fn problems_are_named_and_what_was_typed_stays() {
    let world = World::new().await;
    let guest = world.guest();
    let wrong = [("email", "x"), ("password", "tiny-one"), ("audience", ""), ("note", "See you")];
    let page = guest.post("/join", &joining("", &wrong)).await.expect(422);
    assert!(page.shows("Write one email address"));
    assert!(page.shows("Write at least 10 characters"));
    assert!(page.shows("Choose for whom you speak"));
    assert!(page.shows("Ilze Ozola") && page.shows("See you"), "typed words stay");
    assert!(!page.shows("tiny-one"), "a password is never printed");
    let link = guest.post("/join", &joining("a@b.example", &[("display_name", "evil.test")])).await;
    assert!(link.expect(422).shows("mail programs"));
}

#[tokio::test]
async fn a_city_is_found_by_its_name_or_added() {
    let world = World::new().await;
    let guest = world.guest();
    let find = [("act", "find"), ("tie", "city"), ("city", "liep")];
    let page = guest.post("/join", &joining("a@b.example", &find)).await.expect(200);
    assert!(page.shows("value=\"liepaja\""), "{}", page.body);
    assert!(page.shows("Ilze Ozola"), "the rest of the form stays");
    let vague = [("tie", "city"), ("city", "liep")];
    let page = guest.post("/join", &joining("a@b.example", &vague)).await.expect(422);
    assert!(page.shows("Choose one of the cities found"));

    let by_name = [("tie", "city"), ("city", "Liepaja")];
    let ilze = join(&world, "ilze@city.example", &by_name).await;
    ilze.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    assert_eq!(ilze.api("GET", "/me", None).await.json()["city"]["slug"], "liepaja");

    let chosen =
        [("tie", "citizen"), ("city", "liep"), ("looked_for", "liep"), ("city_choice", "liepaja")];
    let ana = join(&world, "ana@city.example", &chosen).await;
    ana.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    let me = ana.api("GET", "/me", None).await.json();
    assert_eq!((&me["tie"], &me["city"]["slug"]), (&json!("citizen"), &json!("liepaja")));

    let unknown = [("tie", "city"), ("city", "Toyohira-mura")];
    let page = guest.post("/join", &joining("a@b.example", &unknown)).await.expect(422);
    assert!(page.shows("is not listed: add it"));
}

#[tokio::test]
async fn a_city_that_is_not_listed_waits_as_a_claim_and_is_its_members_at_once() {
    let world = World::new().await;
    let added = [
        ("tie", "city"),
        ("city", "Toyohira-mura"),
        ("looked_for", "Toyohira-mura"),
        ("city_choice", "new"),
        ("country", "JP"),
    ];
    let naoko = join(&world, "naoko@city.example", &added).await;
    let mo = world.moderator("mo").await;
    let cases = || async { mo.api("GET", "/moderation/cases?kind=city_claim", None).await };
    assert_eq!(cases().await.expect(200).json()["items"].as_array().map(Vec::len), Some(0));
    naoko.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    world.settle().await;
    let me = naoko.api("GET", "/me", None).await.expect(200).json();
    assert_eq!((&me["tie"], &me["city"]["name"]), (&json!("city"), &json!("Toyohira-mura")));
    assert_eq!(cases().await.json()["items"].as_array().map(Vec::len), Some(1));
    let seen = world.guest().get(&format!("/people/{}", me["id"].as_str().unwrap())).await;
    assert!(!seen.expect(200).shows("Toyohira-mura"), "others see it after approval");
    let page = naoko.get("/settings/profile").await.expect(200);
    assert!(page.shows("Toyohira-mura"));
}

#[tokio::test]
async fn one_signs_in_by_password_and_out_again() {
    let world = World::new().await;
    let ilze = join(&world, "ilze@city.example", &[]).await;
    ilze.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    let out = ilze.post("/sign-out", &[]).await.expect(303);
    assert!(out.headers.contains_key("clear-site-data") && ilze.cookie("stoa").is_none());
    ilze.api("GET", "/me", None).await.expect(401);
    let typed =
        [("email", "ILZE@city.example"), ("password", PASSWORD), ("next", "/settings/sessions")];
    let page = ilze.submit("/sign-in", &typed).await.expect(200);
    assert!(page.shows("You are signed in") && page.shows("Where you are signed in"));
    let evil =
        [("email", "ilze@city.example"), ("password", PASSWORD), ("next", "https://evil.test/")];
    assert_eq!(world.guest().post("/sign-in", &evil).await.expect(303).location(), "/");
    let session = json!({"email": "ilze@city.example", "password": PASSWORD});
    let made = world.guest().api("POST", "/sessions", Some(session)).await.expect(201).json();
    assert_eq!(made["member"]["name"], "Ilze Ozola");
    let bearer = format!("Bearer {}", made["token"].as_str().unwrap());
    let by_token = world.guest().api_with("GET", "/me", None, &[("authorization", &bearer)]).await;
    assert_eq!(by_token.expect(200).json()["handle"], "ilze-ozola");
}

#[tokio::test]
async fn a_mailed_link_signs_in_once_within_its_time() {
    let world = World::new().await;
    let ilze = join(&world, "ilze@city.example", &[]).await;
    ilze.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    let phone = world.guest();
    let ask = || async {
        let sent = phone.submit("/sign-in/link", &[("email", "ilze@city.example")]).await;
        assert!(sent.expect(200).shows("15 minutes"));
        world.settle().await;
        world.link("sign-in", "/sign-in/")
    };
    let link = ask().await;
    for _ in 0..3 {
        phone.get(&link).await.expect(200);
    }
    assert!(phone.submit(&link, &[]).await.expect(200).shows("You are signed in"));
    let used = world.guest().post(&link, &[]).await.expect(410);
    assert!(used.shows("This link was used") && used.shows("/sign-in/link"));

    let older = ask().await;
    world.passes(Duration::from_secs(1));
    let newer = ask().await;
    assert_ne!(older, newer);
    assert!(world.guest().post(&older, &[]).await.expect(410).shows("has run out"));
    world.passes(Duration::from_secs(15 * 60));
    assert!(world.guest().post(&newer, &[]).await.expect(410).shows("has run out"));
    world.guest().get("/sign-in/nonsense").await.expect(404);
    world.guest().post("/sign-in/nonsense", &[]).await.expect(404);
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_and_all_sessions_end() {
    let world = World::new().await;
    let ilze = join(&world, "ilze@city.example", &[]).await;
    ilze.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    let other = world.guest();
    other.submit("/reset", &[("email", "ilze@city.example")]).await.expect(200);
    world.settle().await;
    let link = world.link("reset", "/reset/");
    assert!(other.post(&link, &[("password", "short")]).await.expect(422).shows("at least 10"));
    assert!(other.get(&link).await.expect(200).shows("Choose a new password"));
    let page = other.submit(&link, &[("password", "a brand new secret")]).await.expect(200);
    assert!(page.shows("Your password is changed") && page.shows("Forgotten password"));
    ilze.api("GET", "/me", None).await.expect(401);
    sign_in(&other, "ilze@city.example", PASSWORD).await.expect(422);
    sign_in(&other, "ilze@city.example", "a brand new secret").await.expect(303);
    let again = other.post(&link, &[("password", "yet another secret")]).await.expect(410);
    assert!(again.shows("This link was used"));
    world.settle().await;
    let names: Vec<String> = world.app.postman.sent().iter().map(|l| l.name.clone()).collect();
    assert!(names.iter().any(|name| name.contains("password")), "{names:?}");
    let expired = other.submit("/reset", &[("email", "ilze@city.example")]).await;
    assert_eq!(expired.status, 200);
    world.settle().await;
    let link = world.link("reset", "/reset/");
    world.passes(Duration::from_secs(3600));
    assert!(other.get(&link).await.expect(410).shows("Ask for a new link"));
}

#[tokio::test]
async fn a_new_password_needs_the_old_one_and_ends_other_sessions() {
    let world = World::new().await;
    let ilze = join(&world, "ilze@city.example", &[]).await;
    ilze.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    let phone = world.guest();
    sign_in(&phone, "ilze@city.example", PASSWORD).await.expect(303);
    let change = |current: &'static str| [("current", current), ("password", "a brand new secret")];
    let wrong = ilze.post("/settings/password", &change("not this one")).await.expect(422);
    assert!(wrong.shows("not your present password"));
    phone.api("GET", "/me", None).await.expect(200);
    let done = ilze.submit("/settings/password", &change(PASSWORD)).await.expect(200);
    assert!(done.shows("Your password is changed"));
    ilze.api("GET", "/me", None).await.expect(200);
    phone.api("GET", "/me", None).await.expect(401);
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let world = World::new().await;
    let ilze = join(&world, "ilze@city.example", &[]).await;
    ilze.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    let phone = world.guest();
    sign_in(&phone, "ilze@city.example", PASSWORD).await.expect(303);
    let list = ilze.api("GET", "/sessions", None).await.expect(200).json();
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    let other = items.iter().find(|one| one["current"] == false).unwrap()["id"].as_str().unwrap();
    assert!(ilze.get("/settings/sessions").await.expect(200).shows("this one"));
    let stranger = world.member("eve").await;
    stranger.post(&format!("/settings/sessions/{other}/end"), &[]).await.expect(404);
    phone.api("GET", "/me", None).await.expect(200);
    ilze.submit(&format!("/settings/sessions/{other}/end"), &[]).await.expect(200);
    phone.api("GET", "/me", None).await.expect(401);
    sign_in(&phone, "ilze@city.example", PASSWORD).await.expect(303);
    ilze.submit("/settings/sessions/end", &[]).await.expect(200);
    phone.api("GET", "/me", None).await.expect(401);
    ilze.api("DELETE", "/sessions/current", None).await.expect(204);
    ilze.api("GET", "/me", None).await.expect(401);
    ilze.get("/settings/sessions").await.expect(401);
}

#[tokio::test]
async fn a_visit_keeps_a_session_alive() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    for _ in 0..3 {
        world.passes(Duration::from_secs(20 * 24 * 3600));
        ada.api("GET", "/me", None).await.expect(200);
        // The visit is noted beside the request.
        for _ in 0..500 {
            let seen =
                ada.api("GET", "/sessions", None).await.json()["items"][0]["seen_at"].clone();
            let seen: jiff::Timestamp = seen.as_str().unwrap().parse().unwrap();
            if seen == world.app.db.clock().now().timestamp() {
                break;
            }
            tokio::task::yield_now().await;
        }
    }
    world.passes(Duration::from_secs(31 * 24 * 3600));
    ada.api("GET", "/me", None).await.expect(401);
}

fn profile<'a>(version: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("act", "save"),
        ("version", version),
        ("display_name", "Ada Lovelace"),
        ("bio", "Rain gardens.\n\nAnd trees."),
        ("languages", "en"),
        ("languages", "es"),
        ("time_zone", "Asia/Kathmandu"),
        ("locale", "en"),
        ("audience", "industry"),
        ("tie", "city"),
        ("city", "Liepaja"),
        ("theme", "dark"),
    ];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend_from_slice(more);
    fields
}

#[tokio::test]
async fn a_profile_is_changed_and_shown() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let page = ada.get("/settings/profile").await.expect(200);
    let version = page.hidden("version");
    let saved = ada.submit("/settings/profile", &profile(&version, &[])).await.expect(200);
    assert!(saved.shows("Saved.") && saved.shows("Ada Lovelace"));
    assert!(saved.shows("data-theme=\"dark\""));
    let me = ada.api("GET", "/me", None).await.json();
    assert_eq!((&me["keys"], &me["city"]["slug"]), (&json!(false), &json!("liepaja")));
    assert_eq!(me["languages"], json!(["en", "es"]));
    let page = world.guest().get(&format!("/people/{}", ada.id())).await.expect(200);
    assert!(page.shows("Ada Lovelace") && page.shows("Rain gardens.") && page.shows("industry"));
    assert!(page.shows("/cities/liepaja") && !page.shows("example.org"), "no address is shown");

    let stale =
        ada.post("/settings/profile", &profile(&version, &[("display_name", "Augusta")])).await;
    let stale = stale.expect(409);
    assert!(stale.shows("Augusta") && stale.shows("Ada Lovelace"), "both are there");
    let version = stale.hidden("version");
    let back = profile(&version, &[("audience", "citizen")]);
    assert!(
        ada.post("/settings/profile", &back).await.expect(422).shows("A moderator changes this")
    );
    let spanish = profile(&version, &[("locale", "es")]);
    assert!(ada.submit("/settings/profile", &spanish).await.expect(200).shows("Guardado."));
}

#[tokio::test]
async fn the_api_changes_what_is_named_and_refuses_what_it_does_not_know() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let patch = |body: Value| {
        let ada = &ada;
        async move { ada.api("PATCH", "/me", Some(body)).await }
    };
    let done = patch(json!({"display_name": "Ada L.", "city": "liepaja"})).await.expect(200).json();
    assert_eq!((&done["display_name"], &done["tie"]), (&json!("Ada L."), &json!("city")));
    assert_eq!(patch(json!({"tie": "across"})).await.expect(200).json()["city"], Value::Null);
    assert!(patch(json!({"role": "administrator"})).await.status == 400);
    let wrong = patch(json!({"time_zone": "Mars", "city": "nowhere"})).await.expect(400).json();
    assert!(wrong["errors"]["time_zone"].is_array() && wrong["errors"]["city"].is_array());
    patch(json!({"tie": "city"})).await.expect(400);
    patch(json!({"version": 1})).await.expect(409);
    let unknown =
        json!({"email": "a@b.example", "password": PASSWORD, "display_name": "A", "x": 1});
    world.guest().api("POST", "/members", Some(unknown)).await.expect(400);
    world.guest().api("PATCH", "/me", Some(json!({}))).await.expect(401);
    world.guest().api("POST", "/confirmations", Some(json!({"token": "x"}))).await.expect(404);
}

#[tokio::test]
async fn the_api_joins_confirms_and_signs_in() {
    let world = World::new().await;
    let body = json!({"email": "kit@city.example", "password": PASSWORD, "display_name": "Kit",
        "tie": "city", "city": "liepaja", "locale": "es", "audience": "citizen"});
    for _ in 0..2 {
        let answer = world.guest().api("POST", "/members", Some(body.clone())).await.expect(202);
        assert_eq!(answer.json(), json!({"state": "letter_sent"}));
    }
    world.settle().await;
    let link = world.link("confirm", "/confirm/");
    let token = json!({"token": link.trim_start_matches("/confirm/")});
    world.guest().api("POST", "/confirmations", Some(token.clone())).await.expect(200);
    world.guest().api("POST", "/confirmations", Some(token)).await.expect(410);
    let session = json!({"email": "kit@city.example", "password": PASSWORD});
    let kit = world.guest();
    kit.api("POST", "/sessions", Some(session)).await.expect(201);
    let me = kit.api("GET", "/me", None).await.expect(200).json();
    assert_eq!((&me["locale"], &me["audience"]), (&json!("es"), &json!("citizen")));
    let sessions = kit.api("GET", "/sessions", None).await.json();
    assert_eq!(sessions["items"].as_array().map(Vec::len), Some(1), "confirming opened none");
    let id = me["id"].as_str().unwrap();
    let seen = world.guest().api("GET", &format!("/people/{id}"), None).await.expect(200).json();
    assert_eq!((&seen["name"], &seen["city"]["slug"]), (&json!("Kit"), &json!("liepaja")));
    assert!(seen.get("email").is_none());
}

#[tokio::test]
async fn who_has_not_confirmed_does_not_exist_for_others() {
    let world = World::new().await;
    join(&world, "kit@city.example", &[]).await;
    let address = stoa_accounts::EmailAddress::parse("kit@city.example").unwrap();
    let kit = stoa_accounts::views::by_address(&world.app.db, &address).await.unwrap().unwrap();
    let ada = world.member("ada").await;
    for path in [format!("/people/{kit}"), "/people/00000000000000000000000000".to_owned()] {
        ada.get(&path).await.expect(404);
    }
    let one = ada.api("GET", &format!("/people/{kit}"), None).await.expect(404);
    let none = ada.api("GET", "/people/00000000000000000000000000", None).await.expect(404);
    assert_eq!(one.body, none.body);
}

#[tokio::test]
async fn administrators_give_roles_and_silence_and_others_find_nothing_to_press() {
    let world = World::new().await;
    let (boss, ada) = (world.administrator("boss").await, world.member("ada").await);
    let page = boss.get("/admin/members?q=ada").await.expect(200);
    assert!(page.shows(&format!("/admin/members/{}", ada.id())));
    let base = format!("/admin/members/{}", ada.id());
    let give = [("role", "moderator"), ("space", "")];
    ada.post(&format!("{base}/give"), &give).await.expect(403);
    ada.get(&base).await.expect(403);
    world.guest().get("/admin/members").await.expect(401);
    let done = boss.submit(&format!("{base}/give"), &give).await.expect(200);
    assert!(done.shows("Saved.") && done.shows("moderator"));
    assert!(ada.get("/settings/hours").await.expect(200).shows("Hours at the desk"));
    boss.submit(&format!("{base}/take"), &give).await.expect(200);
    ada.get("/settings/hours").await.expect(403);
    let everywhere = [("role", "curator"), ("space", "no-such-space")];
    boss.post(&format!("{base}/give"), &everywhere).await.expect(422);

    boss.submit(&format!("{base}/suspend"), &[("days", "7")]).await.expect(200);
    assert_eq!(ada.api("GET", "/me", None).await.status, 401, "the sessions have ended");
    world.signs_in_again(&ada).await;
    let me = ada.api("GET", "/me", None).await.expect(200).json();
    assert_eq!(me["standing"], "suspended");
    assert!(me["suspended_until"].is_string());
    boss.submit(&format!("{base}/suspend"), &[("days", "lift")]).await.expect(200);
    assert_eq!(ada.api("GET", "/me", None).await.json()["standing"], "member");
    boss.post(&format!("{base}/suspend"), &[("days", "9999")]).await.expect(422);

    let own = format!("/admin/members/{}", boss.id());
    let last = boss.post(&format!("{own}/take"), &[("role", "administrator"), ("space", "")]).await;
    assert!(last.expect(409).shows("last administrator"));
    boss.post(&format!("{own}/suspend"), &[("days", "1")]).await.expect(403);
    boss.submit(&format!("{base}/audience"), &[("audience", "citizen")]).await.expect(200);
    assert_eq!(ada.api("GET", "/me", None).await.json()["audience"], "citizen");
}

#[tokio::test]
async fn moderators_state_their_hours() {
    let world = World::new().await;
    let mo = world.newcomer("mo").await;
    world.gives(&mo, RoleKind::Moderator, None).await;
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for place in 0..14 {
        let (from, to) = if place == 2 { ("09:00", "12:30") } else { ("", "") };
        fields.extend([("from", from), ("to", to)]);
    }
    let page = mo.submit("/settings/hours", &fields).await.expect(200);
    assert!(page.shows("value=\"09:00\"") && page.shows("value=\"12:30\""));
    let turned = [("from", "12:00"), ("to", "09:00")];
    let page = mo.post("/settings/hours", &turned).await.expect(422);
    assert!(page.shows("the earlier one first") && page.shows("value=\"12:00\""));
}

#[tokio::test]
async fn limits_are_honest_and_lose_nothing() {
    let world = World::with(|config| config.limits.factor = 1.0).await;
    let guest = world.guest();
    let mut last = None;
    for _ in 0..7 {
        last = Some(guest.post("/join", &joining("ilze@city.example", &[])).await);
    }
    let page = last.unwrap().expect(429);
    assert!(page.shows("You can try again from") && page.shows("Ilze Ozola"));
    world.settle().await;
    let letters = world.app.postman.sent().len();
    assert!(letters <= 5, "{letters} letters to one inbox within an hour");
    for spelling in ["il.ze@city.example", "ilze+1@city.example", "ILZE@CITY.example"] {
        guest.post("/reset", &[("email", spelling)]).await.expect(429);
    }
}

#[tokio::test]
async fn guessing_from_outside_does_not_shut_the_member_out() {
    let world = World::with(|config| {
        config.limits.factor = 1.0;
        config.server.trusted_proxies = vec!["127.0.0.1".to_owned()];
    })
    .await;
    let ilze = join(&world, "ilze@city.example", &[]).await;
    ilze.post(&world.link("confirm", "/confirm/"), &[]).await.expect(303);
    sign_in(&ilze, "ilze@city.example", PASSWORD).await.expect(303);
    assert!(ilze.cookie("known").is_some());
    let try_from = async |person: &Person, from: &str, password: &str| {
        let body = json!({"email": "ilze@city.example", "password": password});
        let proxied = [("x-forwarded-for", from)];
        person.api_with("POST", "/sessions", Some(body), &proxied).await.status.as_u16()
    };
    let mut refused = 0;
    for number in 0..30 {
        let from = format!("198.51.100.{number}");
        refused += i32::from(try_from(&world.guest(), &from, "a wrong guess").await == 429);
    }
    assert!(refused >= 9, "tries on one account are counted over all addresses: {refused}");
    assert_eq!(try_from(&world.guest(), "203.0.113.1", PASSWORD).await, 429);
    assert_eq!(try_from(&ilze, "203.0.113.1", PASSWORD).await, 201, "a known browser goes on");
}

#[tokio::test]
async fn no_english_word_of_ours_in_spanish() {
    let world = World::new().await;
    let mut guest = world.guest();
    guest.languages = "es";
    for path in ["/join", "/sign-in", "/reset", "/confirm", "/sign-in/link", "/join/sent"] {
        let page = guest.get(path).await.expect(200);
        for word in ["Sign in", "Password", "Look into", "Join", "Email", "Send"] {
            let text = page.body.replace("JoinIn", "");
            assert!(!text.contains(&format!(">{word}")), "{word} on {path}");
        }
        assert!(page.shows("lang=\"es\""));
    }
    let page = guest.post("/join", &joining("x", &[])).await.expect(422);
    assert!(page.shows("Escribe una sola dirección"));
}
