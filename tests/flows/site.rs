//! The pages of the instance: written by administrators, read by everybody.

use stoa_tests::{Answer, Person, World};

async fn writes(by: &Person, page: &str, of: &str, version: &str, body: &str) -> Answer {
    let fields = [("of", of), ("version", version), ("body", body), ("act", "save")];
    by.post(&format!("/admin/pages/{page}"), &fields).await
}

#[tokio::test]
async fn a_page_is_read_in_the_readers_language_else_in_the_instances() {
    let world = World::new().await;
    let (guest, boss) = (world.guest(), world.administrator("Iona").await);
    let mut french = world.guest();
    french.languages = "fr";
    for page in ["terms", "privacy", "contact", "accessibility", "help"] {
        let answer = guest.get(&format!("/{page}")).await.expect(200);
        assert!(answer.shows("has not written this page yet"), "{page}");
    }
    writes(&boss, "terms", "fr", "0", "# Nos r\u{e8}gles").await.expect(303);
    let only = guest.get("/terms").await.expect(200);
    assert!(only.shows("Nos r\u{e8}gles") && only.shows("<div class=\"prose mt\" lang=\"fr\""));
    writes(&boss, "terms", "en", "0", "# Our rules\n\nBe *kind*.\n\n<script>x()</script>")
        .await
        .expect(303);
    let page = guest.get("/terms").await.expect(200);
    assert!(
        page.shows("Our rules") && page.shows("<em>kind</em>") && !page.body.contains("<script>x")
    );
    assert!(!page.shows("Nos r\u{e8}gles"));
    assert!(french.get("/terms").await.shows("Nos r\u{e8}gles"));
    french.languages = "ja";
    assert!(
        french.get("/terms").await.shows("lang=\"en\" dir=\"auto\""),
        "the instance's, and marked"
    );
}

#[tokio::test]
async fn the_second_of_two_administrators_meets_the_first_and_keeps_the_text() {
    let world = World::new().await;
    let boss = world.administrator("Iona").await;
    assert!(boss.get("/admin/pages/help?of=en").await.shows("name=\"version\" value=\"0\""));
    writes(&boss, "help", "en", "0", "The first.").await.expect(303);
    let late = writes(&boss, "help", "en", "0", "The second.").await.expect(409);
    assert!(late.shows("The first.") && late.shows("The second.") && late.shows("value=\"1\""));
    assert!(world.guest().get("/help").await.shows("The first."));
    writes(&boss, "help", "en", "1", "The second.").await.expect(303);
    assert!(world.guest().get("/help").await.shows("The second."));
    let long = writes(&boss, "help", "en", "2", &"a ".repeat(40_000)).await.expect(422);
    assert!(long.shows("a a a a") && long.shows("aria-invalid"));
    writes(&boss, "help", "en", "2", "").await.expect(303);
    assert!(world.guest().get("/help").await.shows("has not written this page yet"), "taken back");
    assert!(boss.get("/admin/pages/help?of=en").await.shows("name=\"version\" value=\"3\""));
}

#[tokio::test]
async fn a_preview_writes_nothing_and_only_administrators_write() {
    let world = World::new().await;
    let boss = world.administrator("Iona").await;
    let fields = [("of", "en"), ("version", "0"), ("body", "**Soon**"), ("act", "preview")];
    let page = boss.post("/admin/pages/privacy", &fields).await.expect(200);
    assert!(page.shows("<strong>Soon</strong>"));
    assert!(world.guest().get("/privacy").await.shows("has not written this page yet"));
    assert_eq!(boss.get("/admin/pages/cookies?of=en").await.status, 404);
    assert!(boss.get("/admin/pages").await.expect(200).shows("Missing"));
    let (guest, mod_) = (world.guest(), world.moderator("Mara").await);
    for (person, status) in [(&guest, 401), (&mod_, 403)] {
        assert_eq!(person.get("/admin/pages").await.status, status);
        assert_eq!(person.get("/admin/pages/terms?of=en").await.status, status);
        assert_eq!(writes(person, "terms", "en", "0", "Mine.").await.status, status);
        assert!(!person.get("/terms").await.shows("/admin/pages/terms"));
    }
}
