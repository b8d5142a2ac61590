//! The first ten minutes of a site.

use stoa_kernel::Tx;
use stoa_server::mail::Undelivered;
use stoa_tests::{Person, World};

async fn link(world: &World) -> Option<String> {
    let secret = &world.app.instance.secret;
    let offers = async |tx: &mut Tx| stoa_accounts::first::offer(tx, secret).await;
    let token = world.app.db.write(offers).await.unwrap();
    token.map(|token| format!("/setup/{token}"))
}

const GOOD: [(&str, &str); 7] = [
    ("person", "Iona Albrecht"),
    ("email", "iona@example.org"),
    ("password", "seven quiet lanes"),
    ("name", "Cities <in> conversation"),
    ("language", "fr"),
    ("languages", "fr"),
    ("languages", "en"),
];

/// The first administrator of a new site.
async fn begun(world: &World) -> Person {
    let boss = world.guest();
    let page = boss.submit(&link(world).await.unwrap(), &GOOD).await.expect(200);
    assert!(page.shows("Mise en route"), "pages speak the site's language to her");
    boss
}

#[tokio::test]
async fn a_link_leads_to_the_first_administrator_once() {
    let world = World::new().await;
    let (guest, link_) = (world.guest(), link(&world).await.unwrap());
    assert!(guest.get("/").await.expect(200).shows("Stoa"));
    assert_eq!(guest.get("/setup/nonsense").await.status, 404);
    assert!(guest.get(&link_).await.expect(200).shows("Ten minutes from here"));
    let bad = [
        ("person", ""),
        ("email", "iona"),
        ("password", "short"),
        ("name", ""),
        ("language", "xx"),
    ];
    let page = guest.post(&link_, &bad).await.expect(422);
    assert!(page.shows("value=\"iona\""), "what was typed is there again");
    assert_eq!(guest.get("/admin/setup").await.status, 401);
    let boss = begun(&world).await;
    assert_eq!(guest.get(&link_).await.status, 404);
    assert_eq!(guest.post(&link_, &GOOD).await.status, 404);
    assert_eq!(link(&world).await, None);
    assert!(guest.get("/").await.expect(200).shows("Cities <in> conversation"));
    assert_eq!(boss.api("GET", "/me", None).await.json()["roles"][0]["role"], "administrator");
}

#[tokio::test]
async fn the_list_knows_what_is_done_and_only_administrators_read_it() {
    let world = World::new().await;
    let boss = begun(&world).await;
    let page = boss.get("/admin/setup?lang=en").await.expect(200);
    for said in
        ["The site is called Cities <in> conversation", "There are 5 spaces", "Terms of use"]
    {
        assert!(page.shows(said), "{said}");
    }
    for name in ["terms", "privacy", "contact"] {
        let fields = [("of", "fr"), ("version", "0"), ("body", "Voici."), ("act", "save")];
        boss.post(&format!("/admin/pages/{name}"), &fields).await.expect(303);
    }
    assert!(!boss.get("/admin/setup?lang=en").await.shows("<li>Terms of use"));
    let named = [("name", "Other"), ("language", "en"), ("languages", "en")];
    boss.submit("/admin/site?lang=en", &named).await.expect(200);
    assert!(world.guest().get("/").await.shows("Other"));
    let nothing = [("name", "  "), ("language", "en")];
    let page = boss.post("/admin/site", &nothing).await.expect(422);
    assert!(page.shows("aria-invalid"));
    let mara = world.moderator("Mara").await;
    for (person, status) in [(&world.guest(), 401), (&mara, 403)] {
        for path in ["/admin/setup", "/admin/site"] {
            assert_eq!(person.get(path).await.status, status, "{path}");
        }
        for path in ["/admin/site", "/admin/setup/moderator", "/admin/setup/letter"] {
            let fields = [("name", "Mine"), ("language", "en"), ("languages", "en")];
            assert_eq!(person.post(path, &fields).await.status, status, "{path}");
        }
    }
    assert!(world.guest().get("/").await.shows("Other"));
}

#[tokio::test]
async fn the_first_moderator_gets_a_letter_and_comes_in_by_a_link() {
    let world = World::new().await;
    let boss = begun(&world).await;
    let bad = boss.post("/admin/setup/moderator", &[("person", "Mara"), ("email", "mara")]).await;
    assert!(bad.expect(422).shows("value=\"mara\""));
    let fields = [("person", "Mara Aldana"), ("email", "mara@example.org")];
    boss.submit("/admin/setup/moderator?lang=en", &fields).await.expect(200);
    world.settle().await;
    assert!(world.letter("invited").contains("/sign-in/link"));
    let twice = boss.post("/admin/setup/moderator?lang=en", &fields).await.expect(422);
    assert!(twice.shows("There is a member with this address already"));
    let mara = world.guest();
    mara.post("/sign-in/link", &[("email", "mara@example.org")]).await.expect(303);
    world.settle().await;
    let link = world.link("sign-in", "/sign-in/");
    mara.post(&link, &[]).await.expect(303);
    mara.get("/moderation").await.expect(200);
}

#[tokio::test]
async fn a_letter_to_oneself_says_what_became_of_it() {
    let world = World::new().await;
    let boss = begun(&world).await;
    let away = Undelivered::Later("450 come back later".to_owned());
    world.app.postman.refuse_next(away);
    let page = boss.post("/admin/setup/letter?lang=en", &[]).await.expect(502);
    assert!(page.shows("450 come back later"));
    boss.post("/admin/setup/letter", &[]).await.expect(303);
    assert!(world.letter("test").contains("/admin/setup"));
    assert!(boss.get("/admin/setup?lang=en").await.shows("Sent"));
}
