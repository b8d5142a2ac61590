//! The moderators' desk, as whole requests and without scripts.

use std::time::Duration;

use serde_json::{Value, json};
use stoa_kernel::{RoleKind, Tx};
use stoa_moderation::submissions::{self, Rules};
use stoa_tests::{Answer, Person, World};
use stoa_threads::{Direction, NewThread, Opened, Prepared, ThreadKind, Title};

/// A thread in the first space; its id and its post's.
async fn opens(world: &World, person: &Person, title: &str, text: &str) -> (String, String) {
    let member = person.member.expect("a member");
    let actor = stoa_accounts::views::actor(&world.app.db, member).await.unwrap().unwrap();
    let space = stoa_threads::views::spaces(&world.app.db, &actor).await.unwrap().remove(0).id;
    let new = NewThread {
        space,
        kind: ThreadKind::Question,
        title: Title::parse(title).unwrap(),
        language: "en".into(),
        themes: Vec::new(),
        city: None,
        direction: Direction::Neither,
        body: Prepared {
            markdown: text.to_owned(),
            html: format!("<p>{text}</p>"),
            plain: text.to_owned(),
            language: "en".into(),
            renderer: 1,
            ..Prepared::default()
        },
    };
    let rules = Rules::NONE;
    let open = async |tx: &mut Tx| submissions::open(tx, &actor, &rules, &new).await;
    let opened = world.app.db.write(open).await.unwrap();
    world.settle().await;
    match opened {
        Opened::Published { thread, post } | Opened::Held { thread, post, .. } => {
            (thread.to_string(), post.to_string())
        }
    }
}

/// The one open case, as the API gives it.
async fn waiting(moderator: &Person) -> Value {
    let list = moderator.api("GET", "/moderation/cases", None).await.expect(200).json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1), "{list}");
    list["items"][0].clone()
}

/// Whether a page shows a text, the marks that keep names apart left aside.
fn says(answer: &Answer, text: &str) -> bool {
    answer.body.replace(['\u{2068}', '\u{2069}'], "").contains(text)
}

fn id(case: &Value) -> &str {
    case["id"].as_str().expect("an id")
}

async fn decides(moderator: &Person, case: &str, fields: &[(&str, &str)]) -> Answer {
    moderator.post(&format!("/moderation/cases/{case}/decision"), fields).await
}

async fn by_api(moderator: &Person, case: &str, version: &str, json: Value) -> Answer {
    let path = format!("/moderation/cases/{case}/decision");
    moderator.api_with("POST", &path, Some(json), &[("if-match", version)]).await
}

#[tokio::test]
async fn a_newcomers_first_thread_is_approved_at_the_desk() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (thread, _) = opens(&world, &kit, "Mulch for dry summers", "What do you use?").await;
    world.guest().get(&format!("/t/{thread}")).await.expect(404);

    let queue = mo.get("/moderation").await.expect(200);
    assert!(says(&queue, "1 waiting") && queue.shows("Mulch for dry summers"), "{}", queue.body);
    let case = id(&waiting(&mo).await).to_owned();
    let page = mo.get(&format!("/moderation/cases/{case}")).await.expect(200);
    assert!(page.shows("What do you use?") && page.shows("Fewer than two posts"));

    let version = page.hidden("version");
    let fields = [("action", "approve"), ("version", version.as_str()), ("welcome", "true")];
    let done = decides(&mo, &case, &fields).await.expect(303);
    let next = mo.get(done.location()).await.expect(200);
    assert!(says(&next, "Published: “Mulch for dry summers”"), "{}", next.body);
    assert!(next.shows("Queue done"));
    world.settle().await;
    let public = world.guest().get(&format!("/p/{}", page_post(&world, &thread).await)).await;
    public.expect(303);
    let log = world.guest().get("/moderation/log").await.expect(200);
    assert!(log.shows("Published") && !log.shows("kit") && !log.shows("Mulch"));
}

/// The first post of a thread, as everybody sees it.
async fn page_post(world: &World, thread: &str) -> String {
    let guest = stoa_kernel::Actor::guest();
    let id = thread.parse().expect("an id");
    let limit = stoa_kernel::Limit::PAGE;
    let page = stoa_threads::views::posts(&world.app.db, &guest, id, 0, limit).await;
    page.expect("the thread is there").items.remove(0).id.to_string()
}

#[tokio::test]
async fn a_decision_can_be_undone_from_the_bar_above_the_list() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (thread, _) = opens(&world, &kit, "Mulch", "Text").await;
    let case = id(&waiting(&mo).await).to_owned();
    decides(&mo, &case, &[("action", "approve"), ("version", "1")]).await.expect(303);
    let queue = mo.get("/moderation").await.expect(200);
    let form = queue.body.split("/moderation/decisions/").nth(1).expect("an undo form");
    let reference = form.split('/').next().expect("a reference").to_owned();
    let undo = format!("/moderation/decisions/{reference}/undo");
    let back = mo.submit(&undo, &[("back", "/moderation")]).await.expect(200);
    assert!(back.shows("The decision is taken back") && says(&back, "1 waiting"));
    world.guest().get(&format!("/t/{thread}")).await.expect(404);
    let twice = mo.post(&undo, &[]).await.expect(409);
    assert!(twice.shows("was taken back before"));
    world.passes(Duration::from_secs(31));
    let again = mo.get("/moderation").await.expect(200);
    assert!(!again.shows("Published: “"), "the bar goes with the time");
}

#[tokio::test]
async fn who_comes_second_reads_what_was_first_and_keeps_the_words() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("na").await);
    opens(&world, &world.newcomer("kit").await, "Mulch", "Text").await;
    let case = id(&waiting(&mo).await).to_owned();
    let first = [("action", "decline"), ("reason", "advertising"), ("version", "1")];
    decides(&mo, &case, &first).await.expect(303);
    let words = "Tell us what you learned with it.";
    let second = [("action", "revise"), ("reason", "off_topic"), ("note", words), ("version", "1")];
    let late = decides(&na, &case, &second).await.expect(409);
    assert!(late.shows("mo") && late.shows("decided not to publish this"), "{}", late.body);
    assert!(late.shows("Advertising") && late.shows(words) && late.shows("Ask for a change"));
}

#[tokio::test]
async fn a_decision_without_its_reason_comes_back_with_what_was_typed() {
    let world = World::new().await;
    let mo = world.moderator("mo").await;
    opens(&world, &world.newcomer("kit").await, "Mulch", "Text").await;
    let case = id(&waiting(&mo).await).to_owned();
    let words = "Please name the source.";
    let fields = [("action", "revise"), ("note", words), ("version", "1")];
    let again = decides(&mo, &case, &fields).await.expect(422);
    assert!(again.shows("Choose a reason") && again.shows(words));
    let none = decides(&mo, &case, &[("version", "1"), ("note", words)]).await.expect(422);
    assert!(none.shows("Choose a decision") && none.shows(words));
}

#[tokio::test]
async fn an_edit_in_between_shows_the_new_text_and_keeps_the_words() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    let (_, post) = opens(&world, &kit, "Mulch", "Old text").await;
    let case = id(&waiting(&mo).await).to_owned();
    edits(&world, &kit, &post, "New text").await;
    let fields = [("action", "approve"), ("note", "Good."), ("version", "1")];
    let stale = decides(&mo, &case, &fields).await.expect(409);
    assert!(stale.shows("The text has changed since you read it"), "{}", stale.body);
    assert!(stale.shows("New text") && stale.shows("Good.") && stale.hidden("version") == "2");
}

async fn edits(world: &World, person: &Person, post: &str, text: &str) {
    let member = person.member.expect("a member");
    let actor = stoa_accounts::views::actor(&world.app.db, member).await.unwrap().unwrap();
    let id = post.parse().expect("an id");
    let version = stoa_threads::posts::facts(&world.app.db, &actor, id).await.unwrap().version;
    let body = Prepared {
        markdown: text.to_owned(),
        html: format!("<p>{text}</p>"),
        plain: text.to_owned(),
        language: "en".into(),
        renderer: 1,
        ..Prepared::default()
    };
    let edit = stoa_threads::Edit { post: id, version, title: None, body };
    let write = async |tx: &mut Tx| submissions::edit(tx, &actor, &Rules::NONE, &edit).await;
    world.app.db.write(write).await.unwrap();
    world.settle().await;
}

#[tokio::test]
async fn a_claim_is_told_to_others_and_let_go() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("na").await);
    let boss = world.administrator("boss").await;
    opens(&world, &world.newcomer("kit").await, "Mulch", "Text").await;
    let case = id(&waiting(&mo).await).to_owned();
    let claim = format!("/moderation/cases/{case}/claim");
    let taken = mo.submit(&claim, &[("back", "/moderation")]).await.expect(200);
    assert!(taken.shows("You are on this until"), "{}", taken.body);
    let theirs = na.get("/moderation").await.expect(200);
    assert!(theirs.shows("is on this until") && !theirs.shows("Take over"));
    na.post(&claim, &[]).await.expect(409);
    na.post(&claim, &[("take_over", "true")]).await.expect(409);
    boss.post(&claim, &[]).await.expect(409);
    assert!(boss.get("/moderation?whose=all").await.shows("Take over"));
    boss.submit(&claim, &[("take_over", "true")]).await.expect(200);
    let release = format!("/moderation/cases/{case}/release");
    mo.post(&release, &[]).await.expect(409);
    boss.submit(&release, &[]).await.expect(200);
    let free = na.api("GET", &format!("/moderation/cases/{case}"), None).await.expect(200);
    assert!(free.json().get("claimed_by").is_none());
}

#[tokio::test]
async fn the_author_reads_why_and_gets_the_text_back() {
    let world = World::new().await;
    let (mo, kit) = (world.moderator("mo").await, world.newcomer("kit").await);
    opens(&world, &kit, "Mulch", "Buy my mulch").await;
    let case = waiting(&mo).await;
    let json = json!({"action": "decline", "reason": "advertising", "note": "Not here."});
    let done = by_api(&mo, id(&case), "\"1\"", json).await.expect(200).json();
    let page = format!("/decisions/{}", done["reference"].as_str().expect("a reference"));
    let told = kit.get(&page).await.expect(200);
    assert!(told.shows("Your text was not published") && told.shows("Not here."));
    assert!(told.shows("Rule 2: Share, do not sell.") && !told.shows(">mo<"), "{}", told.body);
    world.member("ada").await.get(&page).await.expect(404);
    world.guest().get(&page).await.expect(401);
    let history = mo.get("/moderation/history").await.expect(200);
    assert!(history.shows("Mulch") && history.shows("Restore"));
}

#[tokio::test]
async fn the_desk_is_for_moderators() {
    let world = World::new().await;
    let (member, guest) = (world.member("ada").await, world.guest());
    let elsewhere = world.moderator_of("else", second_space(&world).await.as_str()).await;
    opens(&world, &world.newcomer("kit").await, "Mulch", "Text").await;
    let mo = world.moderator("mo").await;
    let case = id(&waiting(&mo).await).to_owned();
    let pages = [
        "/moderation".to_owned(),
        format!("/moderation/cases/{case}"),
        "/moderation/history".into(),
    ];
    for page in &pages {
        guest.get(page).await.expect(401);
        member.get(page).await.expect(404);
    }
    let queue = elsewhere.get("/moderation").await.expect(200);
    assert!(!queue.shows("Mulch") && queue.shows("Nothing waits"));
    elsewhere.get(&format!("/moderation/cases/{case}")).await.expect(404);
    decides(&elsewhere, &case, &[("action", "approve"), ("version", "1")]).await.expect(404);
    let list = elsewhere.api("GET", "/moderation/cases", None).await.expect(200).json();
    assert_eq!(list["items"], json!([]));
    for path in ["/admin/spaces".to_owned(), format!("/admin/spaces/{}", first_space(&world).await)]
    {
        guest.get(&path).await.expect(401);
        member.get(&path).await.expect(403);
        mo.get(&path).await.expect(403);
    }
}

async fn first_space(world: &World) -> String {
    slugs(world).await.remove(0)
}

async fn second_space(world: &World) -> String {
    slugs(world).await.remove(1)
}

async fn slugs(world: &World) -> Vec<String> {
    let guest = stoa_kernel::Actor::guest();
    let spaces = stoa_threads::views::spaces(&world.app.db, &guest).await.unwrap();
    spaces.into_iter().map(|space| space.slug).collect()
}

#[tokio::test]
async fn the_api_decides_as_the_contract_says() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("na").await);
    let (thread, post) = opens(&world, &world.newcomer("kit").await, "Mulch", "Text").await;
    let case = waiting(&mo).await;
    assert_eq!(case["kind"], "held_thread");
    assert_eq!((case["state"].clone(), case["version"].clone()), (json!("open"), json!(1)));
    assert_eq!(case["subject"]["type"], "thread");
    assert_eq!(
        (case["subject"]["id"].clone(), case["subject"]["post"].clone()),
        (json!(thread), json!(post))
    );
    assert_eq!(case["reasons"], json!(["newcomer"]));
    assert_eq!(
        (case["language"].clone(), case["space"].clone()),
        (json!("en"), json!(first_space(&world).await))
    );
    let id = id(&case);
    let whole = mo.api("GET", &format!("/moderation/cases/{id}"), None).await.expect(200);
    assert_eq!(whole.headers["etag"], "\"1\"");
    assert_eq!(whole.json()["title"], "Mulch");

    let approve = json!({"action": "approve"});
    let path = format!("/moderation/cases/{id}/decision");
    let without = mo.api("POST", &path, Some(approve.clone())).await.expect(428).json();
    assert_eq!(without["code"], "moderation_version_missing");
    let stale = by_api(&mo, id, "\"7\"", approve.clone()).await.expect(409).json();
    assert_eq!((stale["code"].clone(), stale["version"].clone()), (json!("stale"), json!(1)));
    for bad in [
        json!({"action": "agree"}),
        json!({"action": "decline"}),
        json!({"action": "decline", "reason": "because"}),
        json!({"action": "approve", "restrictions": ["hide"]}),
        json!({"action": "approve", "colour": "red"}),
    ] {
        by_api(&mo, id, "\"1\"", bad).await.expect(400);
    }
    let key = [("if-match", "\"1\""), ("idempotency-key", "k1")];
    let done = mo.api_with("POST", &path, Some(approve.clone()), &key).await.expect(200);
    assert_eq!(
        (done.json()["state"].clone(), done.json()["version"].clone()),
        (json!("decided"), json!(2))
    );
    let again = mo.api_with("POST", &path, Some(approve.clone()), &key).await.expect(200);
    assert_eq!(again.body, done.body, "the same request has the same answer");
    let late = by_api(&na, id, "\"1\"", approve).await.expect(409).json();
    assert_eq!(late["decision"]["reference"], done.json()["reference"]);
    assert_eq!(late["decision"]["action"], "approve");
    assert_eq!(late["decision"]["decided_by"]["name"], "mo");
    let undo = format!("/moderation/decisions/{}/undo", done.json()["reference"].as_str().unwrap());
    na.api("POST", &undo, None).await.expect(403);
    let undone = mo.api("POST", &undo, None).await.expect(200).json();
    assert_eq!((undone["state"].clone(), undone["version"].clone()), (json!("open"), json!(3)));
    mo.api("POST", &undo, None).await.expect(409);
}

#[tokio::test]
async fn the_api_claims_filters_and_logs() {
    let world = World::new().await;
    let (mo, na) = (world.moderator("mo").await, world.moderator("zorro").await);
    opens(&world, &world.newcomer("kit").await, "Mulch", "Text").await;
    let case = id(&waiting(&mo).await).to_owned();
    let claim = format!("/moderation/cases/{case}/claim");
    let taken = mo.api("PUT", &claim, None).await.expect(200).json();
    assert_eq!(taken["claimed_by"]["name"], "mo");
    let refused = na.api("PUT", &claim, None).await.expect(409).json();
    assert_eq!(
        (refused["code"].clone(), refused["claimed_by"]["name"].clone()),
        (json!("claimed"), json!("mo"))
    );
    by_api(&na, &case, "\"1\"", json!({"action": "approve"})).await.expect(409);
    na.api("DELETE", &claim, None).await.expect(409);
    assert_eq!(waiting(&na).await["claimed_by"]["name"], "mo", "claimed cases are open ones");
    mo.api("DELETE", &claim, None).await.expect(204);
    for bad in
        ["state=waiting", "kind=thread", "space=nowhere", "language=xx", "colour=red", "limit=0"]
    {
        mo.api("GET", &format!("/moderation/cases?{bad}"), None).await.expect(400);
    }
    let count = async |query: &str| {
        let list = mo.api("GET", &format!("/moderation/cases?{query}"), None).await.expect(200);
        list.json()["items"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(count("state=open&kind=held_thread&language=en").await, 1);
    assert_eq!(count("kind=report").await, 0);
    assert_eq!(count("state=decided").await, 0);
    by_api(&na, &case, "1", json!({"action": "revise", "reason": "rights"})).await.expect(200);
    assert_eq!(count("state=decided").await, 1);
    let log = world.guest().api("GET", "/moderation/log", None).await.expect(200).json();
    assert_eq!(log["items"][0]["action"], "revise");
    assert_eq!(log["items"][0]["reason"], "rights");
    assert!(!log.to_string().contains("zorro"), "nobody is named: {log}");
    world.guest().api("GET", "/moderation/log?action=agreed", None).await.expect(400);
    let reasons = world.guest().api("GET", "/moderation/reasons", None).await.expect(200).json();
    assert_eq!(reasons["items"].as_array().map(Vec::len), Some(8));
    world.guest().api("GET", "/moderation/cases", None).await.expect(401);
}

#[tokio::test]
async fn an_administrator_adds_and_changes_spaces() {
    let world = World::new().await;
    let boss = world.administrator("boss").await;
    let said = |code: &str| match code {
        "en" => "Harbours",
        "es" => "Puertos",
        _ => "",
    };
    let mut fields = vec![("slug", "harbours"), ("languages", "en, es"), ("place", "9")];
    fields.extend([("visibility", "members"), ("posting", "members"), ("holding", "everybody")]);
    for locale in stoa_render::LOCALES.iter() {
        fields.extend([("name", said(locale.code())), ("summary", "")]);
    }
    let list = boss.submit("/admin/spaces", &fields).await.expect(200);
    assert!(list.shows("Harbours"));
    world.guest().get("/s/harbours").await.expect(401);
    let twice = boss.post("/admin/spaces", &fields).await.expect(422);
    assert!(twice.shows("Harbours") && twice.shows("Puertos"), "what was typed is kept");
    let form = boss.get("/admin/spaces/harbours").await.expect(200);
    assert!(form.shows("Who decides here") && form.shows("boss"));
    let version = form.hidden("version");
    let mut change: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != "slug").collect();
    change.retain(|(name, _)| *name != "visibility");
    change.extend([("visibility", "public"), ("version", version.as_str())]);
    boss.submit("/admin/spaces/harbours", &change).await.expect(200);
    world.guest().get("/s/harbours").await.expect(200);
    let stale = boss.post("/admin/spaces/harbours", &change).await.expect(409);
    assert!(stale.shows("Somebody else changed this space"));
}

#[tokio::test]
async fn a_moderator_who_loses_the_role_loses_the_desk() {
    let world = World::new().await;
    let mo = world.moderator("mo").await;
    opens(&world, &world.newcomer("kit").await, "Mulch", "Text").await;
    let case = id(&waiting(&mo).await).to_owned();
    let member = mo.member.expect("a member");
    let take = async |tx: &mut Tx| {
        let by = stoa_accounts::By::Operator;
        stoa_accounts::roles::take_role(tx, by, member, RoleKind::Moderator, None).await
    };
    world.app.db.write(take).await.unwrap();
    mo.get("/moderation").await.expect(404);
    decides(&mo, &case, &[("action", "approve"), ("version", "1")]).await.expect(404);
}
