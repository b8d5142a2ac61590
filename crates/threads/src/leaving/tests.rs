use super::*;
use crate::drafts::{self, Draughted, Slot};
use crate::model::{Edit, NewReply, Prepared, Replied};
use crate::testing::{World, passed, post_of, stopped, text};
use crate::{marks, posts, recount};
use stoa_kernel::Db;
use stoa_kernel::ids::ThreadId;

/// Every text of the database that holds the mark, with its table.
async fn left(db: &Db, mark: &str) -> Vec<String> {
    #[derive(FromQueryResult)]
    struct Found {
        place: String,
    }
    let sql = "SELECT 'posts' AS place FROM posts WHERE markdown LIKE ? OR html LIKE ? \
        UNION ALL SELECT 'revisions' FROM revisions WHERE markdown LIKE ? OR html LIKE ? \
        OR title LIKE ? UNION ALL SELECT 'threads' FROM threads WHERE title LIKE ? OR slug LIKE ? \
        UNION ALL SELECT 'drafts' FROM drafts WHERE title LIKE ? OR body LIKE ? \
        UNION ALL SELECT 'translations' FROM translations WHERE markdown LIKE ? OR html LIKE ?";
    let like = || format!("%{mark}%").into();
    let values = (0..11).map(|_| like()).collect();
    let found: Vec<Found> = rows(db, sql, values).await.unwrap();
    found.into_iter().map(|row| row.place).collect()
}

async fn edits(world: &World, who: &Actor, post: PostId, version: i32, words: &str, held: bool) {
    world.pass(600);
    let edit = Edit { post, version, title: None, body: text(words) };
    let screened = if held { stopped() } else { passed() };
    let verb = async |tx: &mut Tx| posts::edit(tx, who, screened, &edit).await;
    world.db.write(verb).await.unwrap();
}

/// Ada opens "zqtitle", replies and has a reply of every fate; Kit has answered her.
async fn lived(world: &World, ada: &Actor, kit: &Actor) -> (ThreadId, PostId) {
    let (thread, opening) = world.open(ada, "zqtitle").await;
    edits(world, ada, opening, 1, "zq second wording of the opening, long enough", false).await;
    let answer = world.reply(kit, thread, "an answer").await;
    let reply = world.reply(ada, thread, "zq reply").await;
    edits(world, ada, reply, 1, "zq an edit that waits", true).await;
    world.held(ada, thread, "zq waits").await;
    let (declined, removed) =
        (world.held(ada, thread, "zq no").await, world.reply(ada, thread, "zq away").await);
    world.open(ada, "zqtitle alone").await;
    world.open_as(ada, stopped(), &world.new_thread("zqtitle waiting")).await;
    let fates = async |tx: &mut Tx| {
        posts::decline(tx, declined, "spam").await?;
        posts::remove(tx, removed).await?;
        marks::useful(tx, ada, answer).await?;
        marks::useful(tx, kit, reply).await
    };
    world.db.write(fates).await.unwrap();
    (thread, answer)
}

async fn takes(world: &World, member: MemberId, texts: Texts) {
    let titled = |_: &str| "Taken back".to_owned();
    let titles = async |tx: &mut Tx| take_titles(tx, member, texts, &titled).await;
    world.db.write(titles).await.unwrap();
    let mut after = None;
    loop {
        let take = async |tx: &mut Tx| take_texts(tx, member, texts, after, 2).await;
        after = world.db.write(take).await.unwrap();
        if after.is_none() {
            break;
        }
    }
    let rest = async |tx: &mut Tx| {
        take_waiting_wordings(tx, member).await?;
        take_marks(tx, member).await
    };
    world.db.write(rest).await.unwrap();
    let drafts = async |tx: &mut Tx| {
        tx.run("DELETE FROM drafts WHERE member_id = ?", vec![member.into()]).await
    };
    world.db.write(drafts).await.unwrap();
}

#[tokio::test]
async fn all_texts_go_and_the_answers_of_others_stay() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, answer) = lived(&world, &ada, &kit).await;
    takes(&world, ada.signed_in().unwrap(), Texts::All).await;
    assert_eq!(left(&world.db, "zq").await, Vec::<String>::new());
    assert_eq!(recount::differences(&world.db).await.unwrap(), Vec::<String>::new());
    let seen = crate::views::thread(&world.db, &kit, thread).await.unwrap().summary;
    assert_eq!((seen.title.as_deref(), seen.posts), (Some("Taken back"), 1));
    let kept = crate::views::post(&world.db, &kit, answer).await.unwrap();
    assert_eq!((kept.post.html.as_str(), kept.post.number), ("<p>an answer</p>", Some(2)));
}

#[tokio::test]
async fn what_was_published_may_stay_and_nothing_else_does() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = lived(&world, &ada, &kit).await;
    takes(&world, ada.signed_in().unwrap(), Texts::Unpublished).await;
    let mut kept = left(&world.db, "zq").await;
    kept.sort_unstable();
    // Two titles, both openings, the earlier wording of one, and the reply.
    assert_eq!(kept, ["posts", "posts", "posts", "revisions", "threads", "threads"]);
    assert_eq!(recount::differences(&world.db).await.unwrap(), Vec::<String>::new());
    let seen = crate::views::thread(&world.db, &kit, thread).await.unwrap().summary;
    assert_eq!((seen.title.as_deref(), seen.posts), (Some("zqtitle"), 3));
}

async fn quotes(world: &World, who: &Actor, thread: ThreadId, source: PostId) -> PostId {
    let words = format!("> [Ada](/p/{source}):\n>\n> zq\n\nI agree");
    let body = Prepared { quotes: vec![source], ..text(&words) };
    let new = NewReply { thread, reply_to: None, city: None, body };
    let verb = async |tx: &mut Tx| posts::reply(tx, who, passed(), &new).await;
    let replied: Replied = world.db.write(verb).await.unwrap();
    post_of(replied)
}

/// The post in another language, as a machine makes it: its quotes stay.
async fn translated(world: &World, who: &Actor, post: PostId, markdown: &str) {
    let asks = async |tx: &mut Tx| translations::ask(tx, who, post, "es").await;
    world.db.write(asks).await.unwrap();
    let wish = crate::views::translation(&world.db, who, post, "es").await.unwrap().unwrap();
    let source = translations::source(&world.db, wish.id).await.unwrap().unwrap();
    let made =
        async |tx: &mut Tx| translations::made(tx, &source, None, markdown, "<p>zq</p>", 1).await;
    world.db.write(made).await.unwrap();
}

#[tokio::test]
async fn quotes_are_found_wherever_they_are_kept_and_put_back() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, source) = world.open(&ada, "Soil").await;
    let quoting = quotes(&world, &kit, thread, source).await;
    edits(&world, &kit, quoting, 1, "no quote any more, and a good deal longer than it was", false)
        .await;
    let current = quotes(&world, &kit, thread, source).await;
    let draft = Draughted {
        slot: Slot::Reply(thread),
        title: String::new(),
        body: format!("> [Ada](/p/{source}):\n>\n> zq"),
        fields: serde_json::json!({}),
        sequence: 1,
    };
    let saves = async |tx: &mut Tx| drafts::save(tx, &kit, &draft).await;
    world.db.write(saves).await.unwrap();
    translated(&world, &ada, current, &draft.body).await;

    for lost in [Lost::Post(source), Lost::Member(ada.signed_in().unwrap())] {
        for at in At::ALL {
            let found = naming(&world.db, lost, at, None, 9).await.unwrap();
            assert_eq!(found.len(), 1, "{lost:?} {at:?}");
            let after = naming(&world.db, lost, at, Some(found[0].id), 9).await.unwrap();
            assert_eq!(after, [], "{lost:?} {at:?}");
        }
    }
    let ids = [source, current];
    let of = of(&world.db, ada.signed_in().unwrap(), &ids).await.unwrap();
    assert_eq!(of.into_iter().collect::<Vec<_>>(), [source]);

    let before = world.stream(thread).await.len();
    for at in At::ALL {
        let found = naming(&world.db, Lost::Post(source), at, None, 9).await.unwrap();
        let puts = async |tx: &mut Tx| reword(tx, &found[0], "> …", "<p>…</p>", 2).await;
        world.db.write(puts).await.unwrap();
    }
    assert_eq!(left(&world.db, "zq").await, Vec::<String>::new());
    assert_eq!(world.stream(thread).await.len(), before + 2, "readers of both are told");
}

#[tokio::test]
async fn one_text_goes_by_its_author_alone() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = world.open(&kit, "Soil").await;
    let post = world.reply(&ada, thread, "zq one").await;
    edits(
        &world,
        &ada,
        post,
        1,
        "zq two is long enough to leave an earlier wording behind, surely, or is it not? it is",
        false,
    )
    .await;
    assert_eq!(left(&world.db, "zq").await, ["posts", "revisions"]);
    let other = async |tx: &mut Tx| erase_text(tx, &kit, post).await;
    assert!(matches!(world.db.write(other).await, Err(Fault::NotFound)));
    let earlier = async |tx: &mut Tx| erase_wordings(tx, &ada, post).await;
    world.db.write(earlier).await.unwrap();
    assert_eq!(left(&world.db, "zq").await, ["posts"]);
    let own = async |tx: &mut Tx| erase_text(tx, &ada, post).await;
    world.db.write(own).await.unwrap();
    assert_eq!(left(&world.db, "zq").await, Vec::<String>::new());
    assert_eq!(recount::differences(&world.db).await.unwrap(), Vec::<String>::new());
    world.db.write(own).await.unwrap();
}

#[tokio::test]
async fn deleted_and_refused_texts_are_emptied_in_time() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = world.open(&kit, "Soil").await;
    let (deleted, removed) =
        (world.reply(&ada, thread, "zq one").await, world.reply(&ada, thread, "zq two").await);
    let fates = async |tx: &mut Tx| {
        posts::delete(tx, &ada, deleted).await?;
        posts::remove(tx, removed).await
    };
    world.db.write(fates).await.unwrap();
    world.pass(100);
    let sweeps = async |since_deleted: u64, since_refused: u64| {
        let verb = async |tx: &mut Tx| {
            let ago = |s: u64| stoa_kernel::Reads::now(tx).minus(std::time::Duration::from_secs(s));
            sweep(tx, ago(since_deleted), ago(since_refused), 9).await
        };
        world.db.write(verb).await.unwrap()
    };
    assert_eq!(sweeps(200, 200).await, 0);
    assert_eq!(sweeps(50, 200).await, 1);
    assert_eq!(sweeps(50, 50).await, 1);
    assert_eq!(left(&world.db, "zq").await, Vec::<String>::new());
}
