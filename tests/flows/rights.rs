//! Taking along what is kept of oneself, erasing a text, and leaving.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use sea_orm::{ConnectionTrait, FromQueryResult};
use serde_json::{Value, json};
use stoa_kernel::Tx;
use stoa_kernel::db::rows;
use stoa_kernel::holdings::Leaving;
use stoa_server::{leaving, purge, search};
use stoa_tests::ear::Ear;
use stoa_tests::{Person, World};

/// Columns with numbers of something else than people, each said by hand: a new column of that
/// type fails the walk until somebody has looked at it.
const NOT_PEOPLE: [&str; 18] = [
    "id",
    "space_id",
    "thread_id",
    "post_id",
    "city_id",
    "token_id",
    "source_id",
    "reply_to",
    "accepted_post_id",
    "target_id",
    "case_id",
    "revision_id",
    "subject_id",
    "decision_id",
    "letter_id",
    "file_id",
    "lead_id",
    "outcome_id",
];
/// Numbers of threads that became part of another.
const JOINED: &str = "into_id";
/// Columns that hold addresses of people, though they are text.
const TEXTS: [&str; 3] = ["email", "email_key", "address_mark"];

#[derive(FromQueryResult)]
struct Column {
    of: String,
    name: String,
    kind: String,
}

/// Every column of the schema as the database itself knows it.
async fn schema(world: &World) -> Vec<Column> {
    let sql = if world.on_postgres() {
        "SELECT table_name::text AS of, column_name::text AS name, data_type::text AS kind \
         FROM information_schema.columns WHERE table_schema = 'public'"
    } else {
        "SELECT m.name AS of, c.name AS name, c.type AS kind FROM sqlite_master m \
         JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
    };
    let mut found: Vec<Column> = rows(&world.app.db, sql, vec![]).await.unwrap();
    found.retain(|column| !column.of.starts_with("seaql") && !column.of.starts_with("sqlite"));
    found
}

fn names_people(column: &Column) -> bool {
    let number = ["blob", "uuid"].contains(&column.kind.to_lowercase().as_str());
    let name = column.name.as_str();
    let person = number && name != JOINED && !NOT_PEOPLE.contains(&name);
    person || TEXTS.contains(&name) || column.of == "members"
}

#[tokio::test]
async fn every_table_that_names_people_is_declared_to_its_last_column() {
    let world = World::new().await;
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut people = BTreeSet::new();
    for column in schema(&world).await {
        if names_people(&column) {
            people.insert(column.of.clone());
        }
        tables.entry(column.of).or_default().insert(column.name);
    }
    assert!(people.len() > 20, "the walk sees the schema: {people:?}");
    let mut declared: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for holding in leaving::holdings() {
        let shown = holding.shown.iter().map(|column| column.0);
        let withheld = holding.withheld.iter().map(|(name, _)| *name);
        let columns = declared.entry(holding.table).or_default();
        for name in shown.chain(withheld) {
            columns.insert(name.to_owned());
        }
        if let Leaving::Kept(why) = holding.leaving {
            assert!(why.len() > 20, "{} says why it stays", holding.name);
        }
    }
    for table in &people {
        let columns = declared.get(table.as_str());
        assert_eq!(columns, tables.get(table), "{table} is declared to its last column");
    }
}

async fn says(
    world: &World,
    who: &Person,
    space: &str,
    title: &str,
    body: &str,
) -> (String, String) {
    let sent = world.thread(who, space, title, body).await.expect(201).json();
    (sent["thread"].as_str().unwrap().to_owned(), sent["post"].as_str().unwrap().to_owned())
}

async fn replies(who: &Person, thread: &str, body: &str) -> String {
    let path = format!("/threads/{thread}/posts");
    let sent = who.api("POST", &path, Some(json!({ "body": body }))).await.expect(201).json();
    sent["post"].as_str().unwrap_or_else(|| sent["post"]["id"].as_str().unwrap()).to_owned()
}

async fn edits(world: &World, who: &Person, post: &str, body: &str) {
    world.passes(Duration::from_secs(600));
    let version = who.api("GET", &format!("/posts/{post}"), None).await.json()["version"].clone();
    let tag = format!("\"{version}\"");
    let sent = json!({ "body": body });
    who.api_with("PATCH", &format!("/posts/{post}"), Some(sent), &[("if-match", &tag)])
        .await
        .expect(200);
}

/// Zqname Zqlast has lived here: every kind of row is there. Answers thread, opening, reply.
async fn life(world: &World, her: &Person, kit: &Person) -> (String, String, String) {
    let (thread, opening) =
        says(world, her, "questions", "Zqtitle of hers", "Zqopening: how did you begin?").await;
    edits(world, her, &opening, "Zqopening in a second wording, much longer than it was before, so that the first is kept: how did you begin with your streets, and whom did you ask, and when?").await;
    let reply = replies(her, &thread, "Zqreply of hers").await;
    let quoting =
        format!("> [Zqname Zqlast](/p/{reply}):\n>\n> Zqreply of hers\n\nI agree, @zqname-zqlast");
    let quote = replies(kit, &thread, &quoting).await;
    edits(world, kit, &quote, &format!("{quoting} a good deal more than I did when I wrote this the first time, as you can see by the length of it, which is more than a hundred characters")).await;
    let draft = json!({ "title": "", "body": quoting, "fields": {}, "sequence": 1 });
    let slot = format!("/me/drafts/reply:{thread}");
    kit.api("PUT", &slot, Some(draft)).await.expect(200);
    let own =
        json!({ "title": "Zqtitle of a draft", "body": "Zqdraft", "fields": {}, "sequence": 1 });
    her.api("PUT", "/me/drafts/new", Some(own)).await.expect(200);
    her.api("PUT", &format!("/posts/{quote}/useful"), None).await;
    her.api("PATCH", "/me", Some(json!({ "bio": "Zqbio", "display_name": "Zqname Zqlast" })))
        .await
        .expect(200);
    world.settle().await;
    (thread, opening, reply)
}

async fn her_and_kit(world: &World) -> (Person, Person) {
    let her = world.member("Zqname Zqlast").await;
    (her, world.member("Kit").await)
}

#[tokio::test]
async fn the_archive_holds_what_is_kept_and_nothing_of_others() {
    let world = World::with(|config| config.limits.factor = 1.0).await;
    let (her, kit) = her_and_kit(&world).await;
    let (thread, opening, reply) = life(&world, &her, &kit).await;
    let answer = her.api("GET", "/me/export", None).await.expect(200);
    let read = |name: &str| -> Vec<Value> { serde_json::from_str(answer.file(name)).unwrap() };
    let profile = read("profile.json");
    assert_eq!(profile[0]["display_name"], "Zqname Zqlast");
    assert_eq!(profile[0]["email"], json!(her.email));
    assert!(profile[0].get("password_hash").is_none());
    let posts = read("posts.json");
    let ids: BTreeSet<&str> = posts.iter().filter_map(|post| post["id"].as_str()).collect();
    assert_eq!(ids, BTreeSet::from([opening.as_str(), reply.as_str()]));
    assert!(
        posts[0]["page"]
            .as_str()
            .unwrap()
            .ends_with(&format!("/p/{}", posts[0]["id"].as_str().unwrap()))
    );
    assert_eq!(read("threads.json")[0]["id"], json!(thread));
    assert_eq!(read("earlier_wordings.json").len(), 1);
    assert_eq!(read("drafts.json")[0]["body"], "Zqdraft");
    assert_eq!(read("useful_marks.json").len(), 1);
    assert_eq!(read("sessions.json")[0]["agent"], "test");
    assert!(!read("notices.json").is_empty() && !read("letters.json").is_empty());
    assert_eq!(read("mentioned_in.json").len(), 1);
    for others in ["I agree", "Kit", &kit.email] {
        assert!(!answer.body.contains(others), "{others}");
    }
    for holding in leaving::holdings() {
        let name = format!("{}.json", holding.name);
        assert!(answer.file("README.html").contains(&name), "{name}");
        assert!(answer.file("schema.json").contains(&name), "{name}");
        let _: Vec<Value> = read(&name);
    }
    for _ in 0..4 {
        her.api("GET", "/me/export", None).await.expect(200);
    }
    her.api("GET", "/me/export", None).await.expect(429);
    assert_eq!(world.guest().api("GET", "/me/export", None).await.status, 401);
}

#[tokio::test]
async fn the_archive_is_read_by_pages_and_in_the_readers_language() {
    let world = World::new().await;
    let her = world.member("Zqname").await;
    let (thread, _) = says(&world, &her, "questions", "Many", "The first of many.").await;
    let id = her.member.unwrap();
    // 1,200 more than are read at once, without the time that writing them one by one would take.
    let copies = async |tx: &mut Tx| {
        for number in 0..1200 {
            let sql = "INSERT INTO drafts (id, member_id, slot, title, body, fields, sequence, \
                       updated_at) VALUES (?, ?, ?, '', ?, '{}', 1, 1)";
            let draft: stoa_kernel::ids::DraftId = tx.new_id();
            let values: Vec<sea_orm::Value> = vec![
                draft.into(),
                id.into(),
                format!("reply:{number}").into(),
                format!("text {number}").into(),
            ];
            tx.run(sql, values).await?;
        }
        Ok(())
    };
    world.app.db.write(copies).await.unwrap();
    her.api("PATCH", "/me", Some(json!({ "locale": "fr" }))).await.expect(200);
    let answer = her.get("/settings/data/archive").await.expect(200);
    let drafts: Vec<Value> = serde_json::from_str(answer.file("drafts.json")).unwrap();
    let bodies: BTreeSet<&str> = drafts.iter().filter_map(|draft| draft["body"].as_str()).collect();
    assert_eq!((drafts.len(), bodies.len()), (1200, 1200));
    assert!(answer.file("README.html").contains("Vos donn"));
    assert!(answer.file("threads.json").contains(&thread));
}

#[tokio::test]
async fn after_an_hour_one_signs_in_anew() {
    let world = World::new().await;
    let her = world.member("Zqname").await;
    assert!(her.get("/settings/data").await.shows("/settings/data/archive"));
    world.passes(Duration::from_secs(3601));
    let page = her.get("/settings/data").await.expect(200);
    assert!(!page.shows("/settings/data/archive") && page.shows("/settings/data/anew"));
    assert_eq!(her.get("/settings/data/archive").await.location(), "/settings/data");
    let refused = her.api("GET", "/me/export", None).await.expect(403);
    assert_eq!(refused.json()["code"], "accounts_sign_in_anew");
    her.api("POST", "/me/erasure", None).await.expect(403);
    let fields = [("posts", "keep_posts"), ("sure", "true")];
    her.post("/settings/data/leave", &fields).await.expect(403);
    let away = her.post("/settings/data/anew", &[]).await.expect(303);
    assert_eq!(away.location(), "/sign-in?next=/settings/data");
    assert_eq!(her.get("/settings/data").await.status, 401);
}

#[tokio::test]
async fn leaving_is_asked_for_in_words_and_takes_no_half_answer() {
    let world = World::new().await;
    let her = world.member("Zqname").await;
    assert!(her.get("/settings/data/leave").await.expect(200).shows("keep_posts"));
    let half = her.post("/settings/data/leave", &[("posts", "delete_posts"), ("titles", "true")]);
    let page = half.await.expect(422);
    assert!(page.shows("Confirm that you want to leave") && page.shows("checked"));
    her.post("/settings/data/leave", &[("posts", "burn"), ("sure", "true")]).await.expect(422);
    her.api("POST", "/me/erasure", Some(json!({ "choice": "burn" }))).await.expect(400);
    assert_eq!(her.get("/settings/data").await.status, 200, "nothing has happened");
    let gone = [("posts", "keep_posts"), ("sure", "true")];
    let there = her.submit("/settings/data/leave", &gone).await.expect(200);
    assert!(there.shows("Your account is erased"));
    assert_eq!(her.get("/settings/data").await.status, 401);
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
    let boss = world.administrator("Iona").await;
    let alone = boss.api("POST", "/me/erasure", None).await.expect(409);
    assert_eq!(alone.json()["code"], "accounts_role_last_administrator");
}

/// Files of the data folder, and rows of PostgreSQL, in which a mark stands.
async fn traces(world: &World, marks: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![world.app.config.data.dir.clone()];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap().flatten() {
            if file.path().is_dir() {
                folders.push(file.path());
                continue;
            }
            let bytes = std::fs::read(file.path()).unwrap_or_default().to_ascii_lowercase();
            for mark in marks {
                let mark = mark.to_lowercase();
                if bytes.windows(mark.len()).any(|part| part == mark.as_bytes()) {
                    found.push(format!("{mark} in {}", file.path().display()));
                }
            }
        }
    }
    for column in schema(world).await {
        if world.on_postgres() && column.kind == "text" {
            for mark in marks {
                let (of, name) = (&column.of, &column.name);
                let sql = format!(
                    "SELECT 1 FROM {of} WHERE LOWER({name}) LIKE '%{}%'",
                    mark.to_lowercase()
                );
                let conn = world.app.db.for_migrations();
                if conn
                    .query_one_raw(stoa_kernel::db::statement(world.app.db.backend(), &sql, vec![]))
                    .await
                    .unwrap()
                    .is_some()
                {
                    found.push(format!("{mark} in {of}.{name}"));
                }
            }
        }
    }
    found
}

#[tokio::test]
async fn who_leaves_with_everything_leaves_no_trace_in_any_file() {
    let world = World::new().await;
    let (her, kit) = her_and_kit(&world).await;
    let (thread, _, reply) = life(&world, &her, &kit).await;
    let marks = [
        "zqname",
        "zqlast",
        "zqtitle",
        "zqopening",
        "zqreply",
        "zqdraft",
        "zqbio",
        her.email.as_str(),
    ];
    let before = traces(&world, &marks).await;
    assert!(marks.iter().all(|mark| before.iter().any(|place| place.contains(mark))), "{before:?}");
    let wish = json!({ "choice": "delete_posts", "titles": true });
    her.api("POST", "/me/erasure", Some(wish)).await.expect(202);
    assert_eq!(her.api("GET", "/me", None).await.status, 401);
    world.settle().await;
    assert!(purge::clean(&world.app).await.unwrap());
    assert!(!purge::clean(&world.app).await.unwrap(), "once is enough");
    assert_eq!(traces(&world, &marks).await, Vec::<String>::new());

    let page = kit.get(&format!("/t/{thread}/x")).await;
    let page = if page.location().is_empty() { page } else { kit.get(page.location()).await };
    assert!(page.shows("I agree") && !page.body.to_lowercase().contains("zq"), "{}", page.body);
    assert!(kit.get("/search?q=zqreply").await.expect(200).shows("zqreply"), "the question");
    assert_eq!(kit.api("GET", "/search?q=zqreply", None).await.json()["items"], json!([]));
    assert_eq!(kit.get(&format!("/people/{}", her.id())).await.status, 404);
    kit.api("GET", &format!("/posts/{reply}"), None).await;
    assert!(stoa_threads::recount::differences(&world.app.db).await.unwrap().is_empty());
    let journal = purge::read_journal(&purge::journal_of(&world.app.config.data.dir)).unwrap();
    let left = journal.iter().map(|entry| match entry {
        purge::Entry::Left(erasure) => erasure.member,
        purge::Entry::Text { post } => panic!("{post} was not erased alone"),
    });
    assert_eq!(left.collect::<Vec<_>>(), [her.member.unwrap()]);
    assert!(
        world
            .letters()
            .iter()
            .any(|letter| letter.name == "erased" && letter.text.contains("last letter"))
    );
}

#[tokio::test]
async fn who_leaves_posts_behind_is_called_a_former_member() {
    let world = World::new().await;
    let (her, kit) = her_and_kit(&world).await;
    let (thread, opening, _) = life(&world, &her, &kit).await;
    let guest = world.guest();
    let address = guest.get(&format!("/t/{thread}")).await.location().to_owned();
    assert!(guest.get(&address).await.shows("Zqname Zqlast"), "kept ready");
    her.api("POST", "/me/erasure", None).await.expect(202);
    let at_once = guest.get(&address).await;
    assert!(at_once.shows("Former member") && at_once.shows("Zqreply of hers"));
    world.settle().await;
    assert!(purge::clean(&world.app).await.unwrap());
    let name = ["zqname", "zqlast", "zqdraft", "zqbio", her.email.as_str()];
    assert_eq!(traces(&world, &name).await, Vec::<String>::new());
    let page = guest.get(&address).await;
    for kept in ["Zqopening in a second", "Zqreply of hers", "Zqtitle", "I agree, @Former member"] {
        assert!(page.shows(kept), "{kept}\n{}", page.body);
    }
    assert!(!page.body.contains("Zqname"));
    let post = kit.api("GET", &format!("/posts/{opening}"), None).await.expect(200).json();
    assert_eq!(post["author"], Value::Null);
    search::catch_up(&world.app).await.unwrap();
    let found = kit.api("GET", "/search?q=zqopening", None).await.json();
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn one_text_is_erased_with_its_wordings_and_out_of_quotes() {
    let world = World::new().await;
    let (her, kit) = her_and_kit(&world).await;
    let (thread, opening, reply) = life(&world, &her, &kit).await;
    assert_eq!(kit.api("POST", &format!("/posts/{reply}/erasure"), None).await.status, 404);
    assert_eq!(kit.api("DELETE", &format!("/posts/{opening}/revisions"), None).await.status, 404);
    assert!(her.get(&format!("/p/{opening}/history")).await.shows("/history/erase"));
    assert!(!kit.get(&format!("/p/{opening}/history")).await.shows("/history/erase"));
    her.submit(&format!("/p/{opening}/history/erase"), &[]).await.expect(200);
    assert!(!her.get(&format!("/p/{opening}/history")).await.shows("/history/erase"));
    let sure = [("sure", "yes"), ("erase", "true")];
    her.post(&format!("/p/{reply}/delete"), &sure).await.expect(303);
    world.settle().await;
    assert_eq!(rows_with(&world, "Zqreply").await, 0);
    let page = kit.get(&format!("/t/{thread}")).await;
    let page = kit.get(page.location()).await;
    assert!(page.shows("I agree") && page.shows("Zqopening") && !page.shows("Zqreply"));
    her.api("POST", &format!("/posts/{opening}/erasure"), None).await.expect(204);
    world.settle().await;
    assert_eq!(rows_with(&world, "Zqopening").await, 0);
}

async fn rows_with(world: &World, mark: &str) -> usize {
    #[derive(FromQueryResult)]
    struct One {
        #[expect(dead_code, reason = "rows are counted")]
        one: i32,
    }
    let sql = "SELECT 1 AS one FROM posts WHERE markdown LIKE ? OR html LIKE ? UNION ALL \
        SELECT 1 FROM revisions WHERE markdown LIKE ? OR html LIKE ? UNION ALL \
        SELECT 1 FROM drafts WHERE body LIKE ?";
    let values = (0..5).map(|_| format!("%{mark}%").into()).collect();
    rows::<One>(&world.app.db, sql, values).await.unwrap().len()
}

#[tokio::test]
async fn sockets_of_the_suspended_and_of_those_who_leave_end_within_a_second() {
    let world = World::new().await;
    let at = world.listen().await;
    let (her, kit) = her_and_kit(&world).await;
    let (thread, _) = says(&world, &kit, "questions", "Soil", "How did you begin?").await;
    let second = Duration::from_secs(1);
    for (person, leaves) in [(&her, true), (&kit, false)] {
        let mut ear = Ear::open(at, person).await;
        ear.joins(&format!("thread:{thread}")).await;
        if leaves {
            person.api("POST", "/me/erasure", None).await.expect(202);
        } else {
            let id = person.member.unwrap();
            let suspends = async |tx: &mut Tx| stoa_accounts::admin::suspend(tx, id, 7).await;
            world.app.db.write(suspends).await.unwrap();
        }
        let ended = tokio::time::timeout(second, ear.is_closed()).await;
        assert!(ended.is_ok(), "the socket is still open");
        assert_eq!(person.api("GET", "/me", None).await.status, 401);
    }
}

/// Kit quotes both of her posts; answers her thread, her two replies and the quoting post.
async fn quoted_twice(world: &World, her: &Person, kit: &Person) -> (String, [String; 2], String) {
    let (thread, _) = says(world, kit, "questions", "Soil", "How did you begin?").await;
    let mut replied = Vec::new();
    for words in ["Zqone of hers", "Zqtwo of hers"] {
        replied.push(replies(her, &thread, words).await);
    }
    let quote = |id: &str, words: &str| format!("> [Zqname Zqlast](/p/{id}):\n>\n> {words}\n\n");
    let both = quote(&replied[0], "Zqone of hers") + &quote(&replied[1], "Zqtwo of hers");
    let quoting = replies(kit, &thread, &format!("{both}I agree")).await;
    world.settle().await;
    let replied = replied.try_into().unwrap();
    (thread, replied, quoting)
}

#[tokio::test]
async fn two_texts_erased_at_once_leave_one_quoting_text() {
    let world = World::new().await;
    let (her, kit) = her_and_kit(&world).await;
    let (_, replied, quoting) = quoted_twice(&world, &her, &kit).await;
    for post in &replied {
        her.api("POST", &format!("/posts/{post}/erasure"), None).await.expect(204);
    }
    world.settle().await;
    assert_eq!((rows_with(&world, "Zqone").await, rows_with(&world, "Zqtwo").await), (0, 0));
    let page = kit.api("GET", &format!("/posts/{quoting}"), None).await.json();
    assert!(page["html"].as_str().unwrap().contains("I agree"));
    // Erasing again costs nothing, and nothing is there to be erased.
    her.api("POST", &format!("/posts/{}/erasure", replied[0]), None).await.expect(204);
    world.settle().await;
}

#[tokio::test]
async fn what_was_taken_back_before_goes_from_quotes_when_other_posts_stay() {
    let world = World::new().await;
    let (her, kit) = her_and_kit(&world).await;
    let (_, replied, _) = quoted_twice(&world, &her, &kit).await;
    her.api("DELETE", &format!("/posts/{}", replied[0]), None).await.expect(204);
    her.api("POST", "/me/erasure", None).await.expect(202);
    world.settle().await;
    assert_eq!(rows_with(&world, "Zqone").await, 0, "it was not part of what stays");
    assert_eq!(rows_with(&world, "Zqtwo").await, 2, "her post and the quote of it");
    assert_eq!(rows_with(&world, "Zqname").await, 0);
}

#[tokio::test]
async fn a_thread_that_was_hers_alone_keeps_no_title() {
    let world = World::new().await;
    let (her, kit) = her_and_kit(&world).await;
    says(&world, &her, "questions", "Zqalone", "Nobody answered.").await;
    let (shared, _) = says(&world, &her, "questions", "Zqshared", "Somebody answered.").await;
    replies(&kit, &shared, "I do.").await;
    let wish = json!({ "choice": "delete_posts" });
    her.api("POST", "/me/erasure", Some(wish)).await.expect(202);
    world.settle().await;
    assert_eq!(titles_with(&world, "Zqalone").await, 0);
    assert_eq!(titles_with(&world, "Zqshared").await, 1, "others wrote there, and she did not ask");
}

async fn titles_with(world: &World, mark: &str) -> usize {
    #[derive(FromQueryResult)]
    struct One {
        #[expect(dead_code, reason = "rows are counted")]
        one: i32,
    }
    let sql = "SELECT 1 AS one FROM threads WHERE title LIKE ?";
    rows::<One>(&world.app.db, sql, vec![format!("%{mark}%").into()]).await.unwrap().len()
}

#[tokio::test]
async fn a_wording_that_waited_takes_its_case_along() {
    let world = World::new().await;
    let (her, mara) = (world.newcomer("Zqname Zqlast").await, world.moderator("Mara").await);
    let (_, post) = says(&world, &her, "questions", "Soil", "How did you begin?").await;
    world.settle().await;
    let open = |answer: &Value| answer["items"].as_array().map(Vec::len);
    let cases = async || mara.api("GET", "/moderation/cases?state=open", None).await.json();
    let case = cases().await["items"][0].clone();
    let path = format!("/moderation/cases/{}/decision", case["id"].as_str().unwrap());
    let tag = format!("\"{}\"", case["version"]);
    let approve = json!({ "action": "approve" });
    mara.api_with("POST", &path, Some(approve), &[("if-match", &tag)]).await.expect(200);
    world.settle().await;
    edits(&world, &her, &post, "Zqwaits: how did you begin, and whom did you ask about it first?")
        .await;
    world.settle().await;
    assert_eq!(open(&cases().await), Some(1));
    her.api("POST", "/me/erasure", None).await.expect(202);
    world.settle().await;
    assert_eq!(open(&cases().await), Some(0));
    assert_eq!(rows_with(&world, "Zqwaits").await, 0);
}

#[tokio::test]
async fn what_a_moderator_gives_back_after_she_left_goes_as_well() {
    let world = World::new().await;
    let (her, mara) = (world.newcomer("Zqname Zqlast").await, world.moderator("Mara").await);
    says(&world, &her, "questions", "Zqtitle", "Zqheld: how did you begin?").await;
    world.settle().await;
    her.api("POST", "/me/erasure", None).await.expect(202);
    // Before any job has run.
    let cases = mara.api("GET", "/moderation/cases?state=open", None).await.json();
    let case = &cases["items"][0];
    let path = format!("/moderation/cases/{}/decision", case["id"].as_str().unwrap());
    let tag = format!("\"{}\"", case["version"]);
    let decline = json!({ "action": "decline", "reason": "off_topic", "note": "Zqname, no." });
    mara.api_with("POST", &path, Some(decline), &[("if-match", &tag)]).await.expect(200);
    world.settle().await;
    world.passes(Duration::from_secs(200));
    world.settle().await;
    purge::clean(&world.app).await.unwrap();
    let marks = ["zqname", "zqtitle", "zqheld"];
    assert_eq!(traces(&world, &marks).await, Vec::<String>::new());
}
