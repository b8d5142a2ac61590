//! Holding, publishing, editing, deleting.

use std::collections::HashSet;

use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Actor, Db, Fault, Limit, Reads, Tx};
use stoa_policy::Sight;

use crate::events::{PostHeld, PostPublished};
use crate::model::{Edit, Edited, NewReply, Replied, State, Title};
use crate::testing::{World, passed, post_of, stopped, text};
use crate::views::{self, Filter};
use crate::{posts, recount};

/// Everything that others see of the world, as one text.
async fn seen(world: &World, actor: &Actor, thread: ThreadId) -> String {
    let db = &world.db;
    let list = views::list(db, actor, &Filter::default(), Limit::PAGE, None).await.unwrap();
    let spaces = views::spaces(db, actor).await.unwrap();
    let head = views::thread(db, actor, thread).await.unwrap();
    let posts = views::posts(db, actor, thread, 0, Limit::PAGE).await.unwrap();
    let held = views::held(db, actor, thread).await.unwrap();
    let home = views::for_home(db, actor, Limit::PAGE).await.unwrap();
    let unread = views::unread_count(db, actor).await.unwrap();
    format!("{list:?} {spaces:?} {head:?} {posts:?} {held:?} {home:?} {unread}")
}

#[tokio::test]
async fn a_held_reply_leaves_no_trace_for_others() {
    let world = World::new().await;
    let (ada, kit, zoe) =
        (world.member("ada").await, world.member("kit").await, world.member("zoe").await);
    let moderator = world.moderator("mo").await;
    let (thread, _) = world.open(&ada, "Soil").await;
    world.open(&ada, "Water").await;
    let read = async |tx: &mut Tx| {
        crate::reading::mark(tx, &zoe, thread, 1, crate::reading::Move::Forward).await
    };
    world.db.write(read).await.unwrap();
    let before = [
        seen(&world, &Actor::guest(), thread).await,
        seen(&world, &zoe, thread).await,
        seen(&world, &ada, thread).await,
    ];

    let post = world.held(&kit, thread, "Mulch!").await;
    let after = [
        seen(&world, &Actor::guest(), thread).await,
        seen(&world, &zoe, thread).await,
        seen(&world, &ada, thread).await,
    ];
    assert_eq!(before, after);
    assert!(matches!(views::post(&world.db, &zoe, post).await, Err(Fault::NotFound)));
    assert!(matches!(views::locate(&world.db, &zoe, post).await, Err(Fault::NotFound)));
    assert!(matches!(posts::facts(&world.db, &ada, post).await, Err(Fault::NotFound)));
    assert_eq!(world.stream(thread).await.len(), 1);

    for who in [&kit, &moderator] {
        let held = views::held(&world.db, who, thread).await.unwrap();
        assert_eq!(held[0].html, "<p>Mulch!</p>");
        assert_eq!((held[0].number, held[0].sight), (None, Sight::Marked));
        assert_eq!(views::locate(&world.db, who, post).await.unwrap().page, 1);
    }
    assert_eq!(views::waiting(&world.db, &kit).await.unwrap().len(), 1);

    let delete = async |tx: &mut Tx| posts::delete(tx, &kit, post).await;
    world.db.write(delete).await.unwrap();
    assert_eq!(before[1], seen(&world, &zoe, thread).await, "nor when it is withdrawn");
}

#[tokio::test]
async fn a_held_thread_leaves_no_trace_for_others_and_is_published_with_its_post() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (other, _) = world.open(&ada, "Soil").await;
    let before = seen(&world, &ada, other).await;
    let (thread, post) = world.open_as(&kit, stopped(), &world.new_thread("Hidden")).await;
    assert_eq!(before, seen(&world, &ada, other).await);
    assert!(matches!(views::thread(&world.db, &ada, thread).await, Err(Fault::NotFound)));
    let own = views::thread(&world.db, &kit, thread).await.unwrap().summary;
    assert_eq!((own.title.as_deref(), own.state), (Some("Hidden"), State::Held));
    assert_eq!(views::held_threads(&world.db, &kit, None).await.unwrap().len(), 1);
    assert!(views::held_threads(&world.db, &ada, None).await.unwrap().is_empty());

    let published = world.publish(post).await;
    assert_eq!((published.number, published.seq, published.opening), (1, 1, true));
    let seen = views::thread(&world.db, &ada, thread).await.unwrap().summary;
    assert_eq!((seen.posts, seen.last_number, seen.state), (1, 1, State::Published));
    assert_eq!(seen.published_at, Some(world.db.now()));
    let list = views::list(&world.db, &ada, &Filter::default(), Limit::PAGE, None).await.unwrap();
    assert_eq!(list.items[0].id, thread, "it comes first, for it was published last");
}

/// As when a transaction that began earlier ends later, or a machine's clock is an hour ahead.
#[tokio::test]
async fn a_later_number_was_published_no_earlier_whatever_the_clock_says() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = world.open(&ada, "Soil").await;
    let held = world.held(&kit, thread, "waits").await;
    world.reply(&ada, thread, "from a clock that is ahead").await;
    world.run("UPDATE posts SET published_at = published_at + 3600000000 WHERE number = 2").await;
    world.run("UPDATE threads SET last_post_at = last_post_at + 3600000000").await;
    let ahead = views::thread(&world.db, &ada, thread).await.unwrap().summary.last_post_at;
    world.reply(&ada, thread, "from a clock that is right").await;
    world.publish(held).await;
    let posts = views::posts(&world.db, &ada, thread, 0, Limit::PAGE).await.unwrap().items;
    let times: Vec<_> = posts.iter().map(|post| post.published_at.unwrap()).collect();
    assert!(times.is_sorted() && times.last() == Some(&ahead), "{times:?}");
    assert_eq!(recount::differences(&world.db).await.unwrap(), [""; 0]);
}

#[tokio::test]
async fn numbers_are_given_in_the_order_of_publication() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = world.open(&ada, "Soil").await;
    let early = world.held(&kit, thread, "first written").await;
    world.reply(&ada, thread, "second written").await;
    let published = world.publish(early).await;
    assert_eq!((published.number, published.seq), (3, 3));
    let page = views::posts(&world.db, &ada, thread, 0, Limit::PAGE).await.unwrap();
    let numbers: Vec<_> = page.items.iter().map(|post| post.number).collect();
    assert_eq!(numbers, [Some(1), Some(2), Some(3)]);
    assert_eq!((page.items[2].id, page.items[2].hold_reason), (early, None));
    let stream: Vec<_> = world.stream(thread).await.into_iter().map(|(seq, _)| seq).collect();
    assert_eq!(stream, [1, 2, 3]);
    let again = world.db.write(async |tx: &mut Tx| posts::publish(tx, early).await).await;
    assert!(matches!(again, Err(Fault::Conflict(_))));
}

/// Publishes a held post and writes another; answers their numbers.
async fn both(db: Db, ada: Actor, thread: ThreadId, post: PostId) -> [i32; 2] {
    let publish = async move |tx: &mut Tx| posts::publish(tx, post).await;
    let published = db.write(publish).await.unwrap();
    let new = NewReply { thread, reply_to: None, city: None, body: text("direct") };
    let reply = async move |tx: &mut Tx| posts::reply(tx, &ada, passed(), &new).await;
    match db.write(reply).await.unwrap() {
        Replied::Published { number, .. } => [published.number, number],
        Replied::Held { .. } => panic!("was not to be held"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn publications_at_once_get_a_number_each() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = world.open(&ada, "Soil").await;
    let mut waiting = Vec::new();
    for n in 0..8 {
        waiting.push(world.held(&kit, thread, &format!("held {n}")).await);
    }
    let mut tasks = Vec::new();
    for post in waiting {
        tasks.push(tokio::spawn(both(world.db.clone(), ada.clone(), thread, post)));
    }
    let mut numbers = Vec::new();
    for task in tasks {
        numbers.extend(task.await.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (2..=17).collect::<Vec<_>>());
    let head = views::thread(&world.db, &ada, thread).await.unwrap();
    assert_eq!((head.summary.posts, head.seq), (17, 17));
}

#[tokio::test]
async fn an_approval_undone_takes_post_and_thread_back() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, opening) = world.open(&ada, "Soil").await;
    let before = seen(&world, &Actor::guest(), thread).await;
    let post = world.held(&kit, thread, "Mulch!").await;
    world.publish(post).await;
    world.db.write(async |tx: &mut Tx| posts::unpublish(tx, post).await).await.unwrap();
    let head = views::thread(&world.db, &ada, thread).await.unwrap();
    assert_eq!((head.summary.posts, head.summary.last_number, head.seq), (1, 2, 3));
    let guest = Actor::guest();
    let all = Filter::default();
    let list = views::list(&world.db, &guest, &all, Limit::PAGE, None).await.unwrap();
    let last = list.items[0].last_post_at;
    assert!(before.contains(&format!("last_post_at: {last:?}")), "the last activity goes back");
    assert_eq!(world.publish(post).await.number, 3, "a number is never given again");

    world.db.write(async |tx: &mut Tx| posts::unpublish(tx, opening).await).await.unwrap();
    assert!(matches!(views::thread(&world.db, &kit, thread).await, Err(Fault::NotFound)));
    assert!(matches!(views::post(&world.db, &Actor::guest(), post).await, Err(Fault::NotFound)));
    assert_eq!(world.publish(opening).await.number, 1);
    let page = views::posts(&world.db, &kit, thread, 0, Limit::PAGE).await.unwrap();
    assert_eq!(page.items.len(), 2);
}

fn edit_of(post: PostId, version: i32, words: &str) -> Edit {
    Edit { post, version, title: None, body: text(words) }
}

async fn edited(world: &World, actor: &Actor, hold: bool, edit: &Edit) -> Edited {
    let screened = if hold { stopped() } else { passed() };
    let verb = async |tx: &mut Tx| posts::edit(tx, actor, screened, edit).await;
    world.db.write(verb).await.unwrap()
}

#[tokio::test]
async fn a_slip_of_the_pen_leaves_no_revision_and_a_later_edit_does() {
    let world = World::new().await;
    let (ada, zoe) = (world.member("ada").await, world.member("zoe").await);
    let (thread, _) = world.open(&ada, "Soil").await;
    let post = world.reply(&ada, thread, "Mulhc!").await;

    world.pass(200);
    let done = edited(&world, &ada, false, &edit_of(post, 1, "Mulch!")).await;
    assert_eq!(done, Edited::Published { version: 2 });
    let card = views::post(&world.db, &zoe, post).await.unwrap().post;
    assert_eq!((card.html.as_str(), card.edited_at, card.number), ("<p>Mulch!</p>", None, Some(2)));
    assert!(views::revisions(&world.db, &zoe, post).await.unwrap().is_empty());

    let long = "x".repeat(101);
    edited(&world, &ada, false, &edit_of(post, 2, &long)).await;
    assert_eq!(views::revisions(&world.db, &zoe, post).await.unwrap().len(), 1, "too much");
    world.pass(200);
    edited(&world, &ada, false, &edit_of(post, 3, &format!("{long}y"))).await;
    let revisions = views::revisions(&world.db, &zoe, post).await.unwrap();
    assert_eq!(revisions.len(), 2, "too late");
    assert_eq!((revisions[1].markdown.as_str(), revisions[1].version), ("Mulch!", 2));
    let card = views::post(&world.db, &zoe, post).await.unwrap().post;
    assert_eq!((card.edited_at, card.number, card.version), (Some(world.db.now()), Some(2), 4));
    let kinds: Vec<_> = world.stream(thread).await.into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(kinds[2..], ["post.edited", "post.edited", "post.edited"]);
}

#[tokio::test]
async fn an_edit_of_an_older_version_answers_with_what_is_there() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let (_, post) = world.open(&ada, "Soil").await;
    edited(&world, &ada, false, &edit_of(post, 1, "one")).await;
    match edited(&world, &ada, false, &edit_of(post, 1, "two")).await {
        Edited::Stale { current } => {
            assert_eq!((current.version, current.markdown.as_str()), (2, "one"));
            assert_eq!(current.title.as_deref(), Some("Soil"));
        }
        other => panic!("{other:?}"),
    }
    let zoe = world.member("zoe").await;
    let verb = async |tx: &mut Tx| posts::edit(tx, &zoe, passed(), &edit_of(post, 2, "mine")).await;
    assert!(matches!(world.db.write(verb).await, Err(Fault::Forbidden("core-refused-not-yours"))));
}

#[tokio::test]
async fn a_held_edit_waits_while_the_approved_text_stays_and_changes_places() {
    let world = World::new().await;
    let (ada, zoe) = (world.member("ada").await, world.member("zoe").await);
    let moderator = world.moderator("mo").await;
    let (thread, post) = world.open(&ada, "Soil").await;
    let title = Some(Title::parse("Better soil").unwrap());
    let edit = Edit { title, ..edit_of(post, 1, "new words") };
    let Edited::Held { revision, .. } = edited(&world, &ada, true, &edit).await else {
        panic!("was to be held")
    };
    let others = views::post(&world.db, &zoe, post).await.unwrap();
    assert_eq!((others.post.html.as_str(), &others.post.held_edit), ("<p>about Soil</p>", &None));
    assert!(views::revisions(&world.db, &zoe, post).await.unwrap().is_empty());
    for who in [&ada, &moderator] {
        let own = views::posts(&world.db, who, thread, 0, Limit::PAGE).await.unwrap();
        assert_eq!(own.items[0].held_edit.as_ref().unwrap().markdown, "new words");
        assert_eq!(views::revisions(&world.db, who, post).await.unwrap().len(), 1);
    }
    assert_eq!(views::waiting(&world.db, &ada).await.unwrap()[0].revision, Some(revision));
    let again = edited(&world, &ada, true, &edit_of(post, 1, "newer words")).await;
    assert!(matches!(again, Edited::Held { revision: same, .. } if same == revision));

    let publish = async |tx: &mut Tx| posts::publish_revision(tx, revision).await;
    assert_eq!(world.db.write(publish).await.unwrap(), 2);
    let card = views::post(&world.db, &zoe, post).await.unwrap();
    assert_eq!(card.post.markdown.as_deref(), Some("newer words"));
    let revisions = views::revisions(&world.db, &zoe, post).await.unwrap();
    assert_eq!((revisions.len(), revisions[0].markdown.as_str()), (1, "about Soil"));

    let undo = async |tx: &mut Tx| posts::unpublish_revision(tx, revision).await;
    assert_eq!(world.db.write(undo).await.unwrap(), 3);
    let card = views::post(&world.db, &zoe, post).await.unwrap();
    assert_eq!(card.post.markdown.as_deref(), Some("about Soil"));
    let decline = async |tx: &mut Tx| posts::decline_revision(tx, revision, "off_topic").await;
    world.db.write(decline).await.unwrap();
    let drafts = crate::drafts::list(&world.db, &ada).await.unwrap();
    assert_eq!(drafts[0].body, "newer words");
    assert_eq!(drafts[0].returned_reason.as_deref(), Some("off_topic"));
    let reopen = async |tx: &mut Tx| posts::reopen_revision(tx, revision).await;
    world.db.write(reopen).await.unwrap();
    assert!(crate::drafts::list(&world.db, &ada).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_edit_of_a_held_post_stays_in_the_queue() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = world.open(&ada, "Soil").await;
    let post = world.held(&kit, thread, "Mulch!").await;
    let done = edited(&world, &kit, false, &edit_of(post, 1, "More mulch!")).await;
    assert_eq!(done, Edited::Published { version: 2 });
    let held = views::held(&world.db, &kit, thread).await.unwrap();
    assert_eq!((held[0].state, held[0].html.as_str()), (State::Held, "<p>More mulch!</p>"));
    assert_eq!(world.stream(thread).await.len(), 1);
}

#[tokio::test]
async fn a_declined_text_returns_to_its_author_and_can_be_reopened() {
    let world = World::new().await;
    let kit = world.member("kit").await;
    let (thread, post) = world.open_as(&kit, stopped(), &world.new_thread("Buy now")).await;
    let decline = async |tx: &mut Tx| posts::decline(tx, post, "advertising").await;
    world.db.write(decline).await.unwrap();
    let drafts = crate::drafts::list(&world.db, &kit).await.unwrap();
    assert_eq!((drafts[0].title.as_str(), drafts[0].body.as_str()), ("Buy now", "about Buy now"));
    let head = views::thread(&world.db, &kit, thread).await.unwrap();
    assert_eq!(head.summary.state, State::Declined);
    world.db.write(async |tx: &mut Tx| posts::reopen(tx, post).await).await.unwrap();
    assert!(crate::drafts::list(&world.db, &kit).await.unwrap().is_empty());
    world.publish(post).await;
}

#[tokio::test]
async fn a_deleted_reply_leaves_a_placeholder_even_for_its_author() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let moderator = world.moderator("mo").await;
    let (thread, _) = world.open(&ada, "Soil").await;
    let (first, post) =
        (world.reply(&kit, thread, "one").await, world.reply(&kit, thread, "secret").await);
    let accept = async |tx: &mut Tx| crate::answers::accept(tx, &ada, thread, post).await;
    world.db.write(accept).await.unwrap();
    let others = async |tx: &mut Tx| posts::delete(tx, &moderator, post).await;
    assert!(matches!(world.db.write(others).await, Err(Fault::Forbidden(_))));
    world.db.write(async |tx: &mut Tx| posts::delete(tx, &kit, post).await).await.unwrap();

    for who in [&ada, &kit, &Actor::guest()] {
        let page = views::posts(&world.db, who, thread, 0, Limit::PAGE).await.unwrap();
        let gone = &page.items[2];
        assert_eq!((gone.number, gone.sight, gone.author), (Some(3), Sight::Placeholder, None));
        assert!(!format!("{gone:?}").contains("secret"));
        assert!(matches!(views::revisions(&world.db, who, post).await, Err(Fault::NotFound)));
    }
    let marked = views::post(&world.db, &moderator, post).await.unwrap().post;
    assert_eq!((marked.sight, marked.html.as_str()), (Sight::Marked, "<p>secret</p>"));
    let head = views::thread(&world.db, &ada, thread).await.unwrap();
    assert_eq!((head.summary.posts, head.summary.last_number), (2, 3));
    assert_eq!((head.summary.accepted, head.accepted_by), (None, None));
    assert_eq!(head.summary.strokes.len(), 1);
    let post_card = views::post(&world.db, &ada, first).await.unwrap().post;
    assert_eq!(head.summary.last_post_at, post_card.published_at.unwrap());
    let again = async |tx: &mut Tx| posts::delete(tx, &kit, post).await;
    assert!(matches!(world.db.write(again).await, Err(Fault::Conflict(_))));
}

#[tokio::test]
async fn an_opening_post_takes_its_thread_along_only_while_it_is_alone() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (alone, opening) = world.open(&ada, "Alone").await;
    let (answered, question) = world.open(&ada, "Answered").await;
    world.reply(&kit, answered, "here").await;
    for post in [opening, question] {
        world.db.write(async |tx: &mut Tx| posts::delete(tx, &ada, post).await).await.unwrap();
    }
    let gone = views::thread(&world.db, &kit, alone).await.unwrap().summary;
    assert_eq!((gone.title, gone.author, gone.sight), (None, None, Sight::Placeholder));
    let stays = views::thread(&world.db, &kit, answered).await.unwrap().summary;
    assert_eq!((stays.title.as_deref(), stays.posts), (Some("Answered"), 1));
}

#[tokio::test]
async fn a_removed_opening_post_takes_the_title_and_a_restored_one_brings_it_back() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, opening) = world.open(&ada, "Soil").await;
    let reply = world.reply(&kit, thread, "here").await;
    world.db.write(async |tx: &mut Tx| posts::remove(tx, opening).await).await.unwrap();
    let head = views::thread(&world.db, &kit, thread).await.unwrap().summary;
    assert_eq!((head.title, head.slug.as_str(), head.state), (None, "", State::Removed));
    let own = views::thread(&world.db, &ada, thread).await.unwrap().summary;
    assert_eq!((own.title.as_deref(), own.sight), (Some("Soil"), Sight::Marked));
    assert_eq!(views::post(&world.db, &ada, reply).await.unwrap().slug, "soil");
    assert_eq!(views::post(&world.db, &kit, reply).await.unwrap().title, None);
    let list = views::list(&world.db, &kit, &Filter::default(), Limit::PAGE, None).await.unwrap();
    assert!(list.items.is_empty());
    let refused = world.replied(&kit, passed(), thread, "and?").await;
    assert!(matches!(refused, Err(Fault::Forbidden("core-refused-closed"))));

    world.db.write(async |tx: &mut Tx| posts::restore(tx, opening).await).await.unwrap();
    let head = views::thread(&world.db, &kit, thread).await.unwrap().summary;
    assert_eq!((head.title.as_deref(), head.posts), (Some("Soil"), 2));
}

#[tokio::test]
async fn a_reply_answers_only_what_its_author_sees_and_notes_every_quote() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, opening) = world.open(&ada, "Soil").await;
    let (elsewhere, _) = world.open(&ada, "Water").await;
    let hidden = world.held(&kit, thread, "hidden").await;
    for (place, source) in [(thread, hidden), (elsewhere, opening)] {
        let new = NewReply { thread: place, reply_to: Some(source), city: None, body: text("x") };
        let reply = async |tx: &mut Tx| posts::reply(tx, &ada, passed(), &new).await;
        assert!(matches!(world.db.write(reply).await, Err(Fault::Invalid(_))));
    }
    let mut body = text("quoting");
    body.quotes = vec![hidden, opening];
    let new = NewReply { thread, reply_to: Some(opening), city: None, body };
    let reply = async |tx: &mut Tx| posts::reply(tx, &ada, passed(), &new).await;
    let post = post_of(world.db.write(reply).await.unwrap());
    let card = views::post(&world.db, &kit, post).await.unwrap().post;
    assert_eq!(
        (card.reply_to, card.reply_number, card.reply_author),
        (Some(opening), Some(1), ada.id())
    );
    #[derive(sea_orm::FromQueryResult)]
    struct Quote {
        source_id: PostId,
    }
    let kept: Vec<Quote> =
        stoa_kernel::db::rows(&world.db, "SELECT source_id FROM quotes", vec![]).await.unwrap();
    let noted: HashSet<PostId> = kept.iter().map(|quote| quote.source_id).collect();
    assert_eq!(noted, [opening, hidden].into(), "by its note a quote is found when it has to go");
}

#[tokio::test]
async fn a_trusted_reply_takes_few_statements_and_events_name_ids() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = world.open(&ada, "Soil").await;
    let before = world.db.statements();
    let post = world.reply(&kit, thread, "short").await;
    let used = world.db.statements() - before;
    assert!(used <= 4, "{used} statements: place, number, post, event");
    let (space, author) = (world.space, kit.id().unwrap());
    let event = PostPublished { post, thread, space, author, number: 2, opening: false };
    let read: PostPublished =
        serde_json::from_value(serde_json::to_value(&event).unwrap()).unwrap();
    assert_eq!(read, event);
    assert_eq!(<PostHeld as stoa_kernel::Event>::KIND, "threads.post_held");
}
