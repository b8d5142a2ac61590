//! What whom is shown, page by page, and at what cost.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::SelectStatement;
use stoa_kernel::ids::{MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Limit, Reads, RoleKind, Tx};
use stoa_policy::{Duty, Sight, Standing, Visibility, Who, sight};

use crate::model::{Level, State, page_of};
use crate::subscriptions::{self, Target};
use crate::testing::World;
use crate::views::{self, Filter, Order, lists, posts, thread};
use crate::{marks, reading};

/// The states as a table has them: name, with a number, what the policy calls it.
const STATES: [(State, bool); 5] = [
    (State::Published, true),
    (State::Held, false),
    (State::Declined, false),
    (State::Removed, true),
    (State::Deleted, true),
];

struct Rows {
    space: SpaceId,
    visibility: Visibility,
    threads: Vec<(ThreadId, State)>,
    posts: Vec<(PostId, State)>,
}

async fn all_states(world: &World, slug: &str, visibility: Visibility, author: MemberId) -> Rows {
    let space = crate::spaces::id_of(&world.db, slug).await.unwrap().unwrap();
    let name = crate::visibility_name(visibility);
    world.run(&format!("UPDATE spaces SET visibility = '{name}' WHERE slug = '{slug}'")).await;
    let mut rows = Rows { space, visibility, threads: Vec::new(), posts: Vec::new() };
    for (state, known) in STATES {
        let made = async |tx: &mut Tx| insert_thread(tx, space, author, state, known).await;
        rows.threads.push((world.db.write(made).await.unwrap(), state));
    }
    let (home, _) = rows.threads[0];
    for (number, (state, known)) in (2..).zip(STATES) {
        let number = known.then_some(number);
        let made = async |tx: &mut Tx| insert_post(tx, home, author, state, number).await;
        rows.posts.push((world.db.write(made).await.unwrap(), state));
    }
    rows
}

async fn insert_thread(
    tx: &mut Tx,
    space: SpaceId,
    author: MemberId,
    state: State,
    known: bool,
) -> Result<ThreadId, Fault> {
    let id: ThreadId = tx.new_id();
    let at = known.then_some(tx.now());
    let sql = "INSERT INTO threads (id, space_id, author_id, kind, direction, title, slug, \
        language, state, posts, last_number, last_post_at, seq, version, created_at, \
        published_at) VALUES (?, ?, ?, 'question', 'neither', 'T', 't', 'en', ?, 1, 9, 0, 1, 1, \
        0, ?)";
    let values = vec![id.into(), space.into(), author.into(), state.name().into(), at.into()];
    tx.run(sql, values).await?;
    Ok(id)
}

async fn insert_post(
    tx: &mut Tx,
    thread: ThreadId,
    author: MemberId,
    state: State,
    number: Option<i32>,
) -> Result<PostId, Fault> {
    let id: PostId = tx.new_id();
    let sql = "INSERT INTO posts (id, thread_id, author_id, number, opening, state, markdown, \
        html, renderer, language, useful, version, created_at) VALUES (?, ?, ?, ?, FALSE, ?, \
        'secret', 'secret', 1, 'en', 0, 1, 0)";
    let values = vec![id.into(), thread.into(), author.into(), number.into(), state.name().into()];
    tx.run(sql, values).await?;
    Ok(id)
}

fn who(standing: Standing, duty: Duty, belongs: bool) -> Who {
    Who { standing, duty, curator: false, belongs }
}

/// Kinds of people in one space: the actor, and what the policy's table calls him there.
async fn people(world: &World, space: SpaceId, other: SpaceId, n: usize) -> Vec<(Actor, Who)> {
    use RoleKind::{Administrator, Moderator, Participant};
    use Standing::{Member, Newcomer, Suspended};
    let rows = [
        (Suspended, vec![(Participant, Some(space))], who(Suspended, Duty::None, true)),
        (Newcomer, vec![], who(Newcomer, Duty::None, false)),
        (Member, vec![], who(Member, Duty::None, false)),
        (Member, vec![(Participant, Some(space))], who(Member, Duty::None, true)),
        (Member, vec![(Participant, Some(other))], who(Member, Duty::None, false)),
        (Member, vec![(Moderator, Some(other))], who(Member, Duty::ModeratorElsewhere, false)),
        (Member, vec![(Moderator, Some(space))], who(Member, Duty::Moderator, true)),
        (Member, vec![(Moderator, None)], who(Member, Duty::Moderator, true)),
        (Suspended, vec![(Moderator, Some(space))], who(Suspended, Duty::Moderator, false)),
        (Member, vec![(Administrator, None)], who(Member, Duty::Administrator, true)),
    ];
    let mut people = vec![(Actor::guest(), Who::GUEST)];
    for (i, (standing, roles, who)) in rows.into_iter().enumerate() {
        people.push((world.person(&format!("p{n}-{i}"), standing, &roles).await, who));
    }
    people
}

#[tokio::test]
async fn the_predicate_in_sql_is_the_policy() {
    let world = World::new().await;
    let mut compared = 0;
    let places = [
        ("questions", Visibility::Public),
        ("experiences", Visibility::Members),
        ("welcome", Visibility::Private),
    ];
    let other = crate::spaces::id_of(&world.db, "dialogues").await.unwrap().unwrap();
    for (n, (slug, visibility)) in places.into_iter().enumerate() {
        let space = crate::spaces::id_of(&world.db, slug).await.unwrap().unwrap();
        let nobody = world.member(&format!("nobody{n}")).await.id().unwrap();
        let theirs = all_states(&world, slug, visibility, nobody).await;
        for (actor, who) in people(&world, space, other, n).await {
            compared += agrees(&world, &theirs, &actor, who, false).await;
            if let Some(me) = actor.id() {
                let own = all_states(&world, slug, visibility, me).await;
                compared += agrees(&world, &own, &actor, who, true).await;
            }
        }
    }
    assert_eq!(compared, 3 * (11 + 10) * 10);
}

async fn agrees(world: &World, rows: &Rows, actor: &Actor, who: Who, own: bool) -> usize {
    let mut compared = 0;
    for (id, state) in &rows.threads {
        let expected = sight(who, state.text(), own, rows.visibility);
        let found = match views::thread(&world.db, actor, *id).await {
            Ok(view) => {
                assert_eq!(view.summary.title.is_some(), expected >= Sight::Marked);
                view.summary.sight
            }
            Err(Fault::NotFound) => Sight::Nothing,
            Err(fault) => panic!("{fault}"),
        };
        assert_eq!(found, expected, "thread {state:?} own {own} in {:?}: {who:?}", rows.space);
        compared += 1;
    }
    for (id, state) in &rows.posts {
        let expected = sight(who, state.text(), own, rows.visibility);
        let found = views::posts_by_ids(&world.db, actor, &[*id]).await.unwrap();
        let seen = found.first().map_or(Sight::Nothing, |card| card.post.sight);
        assert_eq!(seen, expected, "post {state:?} own {own} in {:?}: {who:?}", rows.space);
        let text = format!("{found:?}").contains("secret");
        assert_eq!(text, expected >= Sight::Marked, "the text itself");
        compared += 1;
    }
    compared
}

#[tokio::test]
async fn every_thread_is_listed_once_whatever_the_page() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let mut opened = BTreeSet::new();
    for n in 0..23 {
        opened.insert(world.open(&ada, &format!("Thread {n}")).await.0);
    }
    // Equal instants are told apart by their ids.
    world.run("UPDATE threads SET last_post_at = 5 WHERE last_post_at % 2 = 0").await;
    for order in [Order::LastPost, Order::Newest] {
        let filter = Filter { order, space: Some(world.space), ..Filter::default() };
        let (mut seen, mut cursor, mut pages) = (Vec::new(), None, 0);
        loop {
            let limit = Limit::parse(Some(5)).unwrap();
            let page =
                views::list(&world.db, &ada, &filter, limit, cursor.as_deref()).await.unwrap();
            seen.extend(page.items.iter().map(|thread| thread.id));
            pages += 1;
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!((seen.len(), pages), (23, 5));
        assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), opened);
        assert_eq!(views::count(&world.db, &ada, &filter).await.unwrap(), 23);
    }
    let all = Filter::default();
    let forged = views::list(&world.db, &ada, &all, Limit::PAGE, Some("nonsense"));
    assert!(matches!(forged.await, Err(Fault::Invalid(_))));
    let (mut written, mut cursor) = (0, None);
    loop {
        let me = ada.id().unwrap();
        let limit = Limit::parse(Some(7)).unwrap();
        let page = views::by_author(&world.db, &ada, me, limit, cursor.as_deref()).await.unwrap();
        written += page.items.len();
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(written, 23);
}

#[tokio::test]
async fn filters_find_what_they_name() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let city = world.city();
    let mut new = world.new_thread("Buses");
    new.themes = vec!["mobility/parking".to_owned()];
    new.city = Some(city);
    new.kind = crate::ThreadKind::Need;
    let (buses, _) = world.open_as(&ada, crate::testing::passed(), &new).await;
    let (soil, _) = world.open(&ada, "Soil").await;
    let answer = world.reply(&kit, soil, "Mulch").await;
    let accept = async |tx: &mut Tx| crate::answers::accept(tx, &ada, soil, answer).await;
    world.db.write(accept).await.unwrap();
    let find = async |filter: Filter| -> Vec<ThreadId> {
        let page = views::list(&world.db, &kit, &filter, Limit::PAGE, None).await.unwrap();
        page.items.into_iter().map(|thread| thread.id).collect()
    };
    let theme = |slug: &str| Filter { theme: Some(slug.to_owned()), ..Filter::default() };
    assert_eq!(find(theme("mobility")).await, [buses]);
    assert_eq!(find(theme("mobility/parking")).await, [buses]);
    assert!(find(theme("mobility/charging")).await.is_empty());
    assert_eq!(find(Filter { city: Some(city), ..Filter::default() }).await, [buses]);
    assert_eq!(find(Filter { answered: Some(true), ..Filter::default() }).await, [soil]);
    assert_eq!(find(Filter { unreplied: true, ..Filter::default() }).await, [buses]);
    let language = Some("ja".to_owned());
    assert!(find(Filter { language, ..Filter::default() }).await.is_empty());
    let page = views::list(&world.db, &kit, &Filter::default(), Limit::PAGE, None).await.unwrap();
    assert_eq!(page.items[0].themes, ["energy"]);
    let stroke = &page.items[0].strokes[0];
    assert_eq!((stroke.number, stroke.accepted, stroke.read), (2, true, false));
    let needs = views::fresh_needs(&world.db, &kit, Limit::PAGE).await.unwrap();
    assert_eq!(needs[0].id, buses);
}

#[tokio::test]
async fn a_post_is_found_on_its_page() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let (thread, opening) = world.open(&ada, "Long").await;
    let mut last = opening;
    for n in 2..=41 {
        last = world.reply(&ada, thread, &format!("post {n}")).await;
    }
    let place = views::locate(&world.db, &Actor::guest(), last).await.unwrap();
    assert_eq!((place.number, place.page, place.slug.as_str()), (Some(41), 3, "long"));
    assert_eq!(views::locate(&world.db, &ada, opening).await.unwrap().page, 1);
    let page = views::posts(&world.db, &ada, thread, 20, Limit::PAGE).await.unwrap();
    let numbers: Vec<_> = page.items.iter().filter_map(|post| post.number).collect();
    assert_eq!(numbers, (21..=40).collect::<Vec<_>>());
    assert_eq!(page.next.as_deref(), Some("40"));
    let end = views::posts(&world.db, &ada, thread, 40, Limit::PAGE).await.unwrap();
    assert_eq!((end.items.len(), end.next), (1, None));
    assert_eq!([page_of(1), page_of(20), page_of(21), page_of(0)], [1, 1, 2, 1]);
    let head = views::thread(&world.db, &ada, thread).await.unwrap().summary;
    assert_eq!((head.pages(), head.replies(), head.strokes.len()), (3, 40, 40));
}

async fn plan(world: &World, query: &SelectStatement) -> Vec<String> {
    let mut statement = world.db.backend().build(query);
    statement.sql = format!("EXPLAIN QUERY PLAN {}", statement.sql);
    let rows = world.db.conn().query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get("", "detail").unwrap()).collect()
}

#[tokio::test]
async fn pages_lists_and_addresses_read_by_index() {
    let world = World::new().await;
    if !world.is_sqlite() {
        return;
    }
    let member = world.member("ada").await;
    let moderator = world.moderator("mo").await;
    let (thread, post) = world.open(&member, "Soil").await;
    let everywhere = Filter::default();
    let here = Filter { space: Some(world.space), ..Filter::default() };
    for actor in [&Actor::guest(), &member, &moderator] {
        let next = views::list(&world.db, actor, &here, Limit::PAGE, None).await.unwrap().next;
        assert_eq!(next, None);
        let cursor = stoa_kernel::Cursor::encode("threads", &(5_i64, thread));
        let list = |filter, cursor| lists::list_query(actor, filter, Limit::PAGE, cursor).unwrap();
        let queries = [
            ("page", posts::page_query(actor, thread, 20, Limit::PAGE), true),
            ("held", posts::held_query(actor, thread), false),
            ("locate", posts::locate_query(actor, post), true),
            ("thread", thread::thread_by_id(actor, thread), true),
            ("strokes", lists::stroke_query(&[thread]), false),
            ("space", list(&here, None), true),
            ("space, later", list(&here, Some(cursor.as_str())), true),
            ("all", list(&everywhere, None), true),
            ("all, later", list(&everywhere, Some(cursor.as_str())), true),
        ];
        for (name, query, in_order) in queries {
            let plan = plan(&world, &query).await;
            let scans = |line: &&String| {
                ["threads", "posts", "answer", "source", "fresh", "readings", "revisions"]
                    .iter()
                    .any(|table| line.starts_with(&format!("SCAN {table}")))
            };
            assert_eq!(plan.iter().find(scans), None, "{name}: {plan:#?}");
            let sorts = plan.iter().any(|line| line.contains("B-TREE FOR ORDER BY"));
            assert!(!(in_order && sorts), "{name} is sorted: {plan:#?}");
        }
    }
}

#[tokio::test]
async fn a_members_page_takes_few_statements() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let (thread, _) = world.open(&ada, "Soil").await;
    world.reply(&ada, thread, "more").await;
    let before = world.db.statements();
    views::thread(&world.db, &ada, thread).await.unwrap();
    views::posts(&world.db, &ada, thread, 0, Limit::PAGE).await.unwrap();
    views::held(&world.db, &ada, thread).await.unwrap();
    assert_eq!(world.db.statements() - before, 4, "head, strokes, posts, what waits");
    let before = world.db.statements();
    views::list(&world.db, &ada, &Filter::default(), Limit::PAGE, None).await.unwrap();
    assert_eq!(world.db.statements() - before, 2, "threads, strokes");
}

async fn read(world: &World, actor: &Actor, thread: ThreadId, number: i32, how: reading::Move) {
    let mark = async |tx: &mut Tx| reading::mark(tx, actor, thread, number, how).await;
    world.db.write(mark).await.unwrap();
}

#[tokio::test]
async fn a_reading_position_never_goes_back_unless_asked() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, _) = world.open(&ada, "Soil").await;
    for n in 0..3 {
        world.reply(&kit, thread, &format!("reply {n}")).await;
    }
    let own = world.reply(&ada, thread, "thanks").await;
    let position = async || {
        let head = views::thread(&world.db, &ada, thread).await.unwrap().summary;
        (head.read, head.unread)
    };
    assert_eq!(position().await, (None, 0));
    read(&world, &ada, thread, 2, reading::Move::Forward).await;
    assert_eq!(position().await, (Some(2), 2), "the own post is not new");
    assert_eq!(views::unread_count(&world.db, &ada).await.unwrap(), 1);
    let unread = views::unread(&world.db, &ada, Limit::PAGE).await.unwrap();
    let read_strokes: Vec<_> = unread[0].strokes.iter().map(|stroke| stroke.read).collect();
    assert_eq!(read_strokes, [true, false, false, false]);
    read(&world, &ada, thread, 1, reading::Move::Forward).await;
    assert_eq!(position().await.0, Some(2));
    read(&world, &ada, thread, 1, reading::Move::Anywhere).await;
    assert_eq!(position().await, (Some(1), 3));
    world.db.write(async |tx: &mut Tx| crate::posts::delete(tx, &ada, own).await).await.unwrap();
    let filter = Filter { unread: true, ..Filter::default() };
    assert_eq!(views::count(&world.db, &ada, &filter).await.unwrap(), 1);
    let all = async |tx: &mut Tx| reading::mark_all(tx, &ada, Some(world.space)).await;
    world.db.write(all).await.unwrap();
    assert_eq!(position().await, (Some(5), 0));
    assert_eq!(views::unread_count(&world.db, &ada).await.unwrap(), 0);
    read(&world, &ada, thread, 99, reading::Move::Anywhere).await;
    assert_eq!(position().await.0, Some(5), "no further than there is");
}

#[tokio::test]
async fn a_mark_counts_once_and_not_for_oneself() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (thread, post) = world.open(&ada, "Soil").await;
    let mark = async |tx: &mut Tx| marks::useful(tx, &kit, post).await;
    assert_eq!(world.db.write(mark).await.unwrap(), 1);
    assert_eq!(world.db.write(mark).await.unwrap(), 1);
    assert!(views::post(&world.db, &kit, post).await.unwrap().post.marked);
    assert!(!views::post(&world.db, &ada, post).await.unwrap().post.marked);
    let own = async |tx: &mut Tx| marks::useful(tx, &ada, post).await;
    assert!(matches!(world.db.write(own).await, Err(Fault::Forbidden("core-refused-own"))));
    let back = async |tx: &mut Tx| marks::not_useful(tx, &kit, post).await;
    assert_eq!(world.db.write(back).await.unwrap(), 0);
    assert_eq!(world.stream(thread).await.len(), 3);
}

#[tokio::test]
async fn asker_and_moderators_choose_the_answer() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let moderator = world.moderator("mo").await;
    let (thread, opening) = world.open(&ada, "Soil").await;
    let (one, two) =
        (world.reply(&kit, thread, "one").await, world.reply(&kit, thread, "two").await);
    let accept = async |actor: &Actor, post| {
        let verb = async |tx: &mut Tx| crate::answers::accept(tx, actor, thread, post).await;
        world.db.write(verb).await
    };
    assert!(matches!(accept(&kit, one).await, Err(Fault::Forbidden(_))));
    assert!(matches!(accept(&ada, opening).await, Err(Fault::Invalid(_))));
    accept(&ada, one).await.unwrap();
    accept(&ada, one).await.unwrap();
    accept(&moderator, two).await.unwrap();
    let head = views::thread(&world.db, &kit, thread).await.unwrap();
    assert_eq!((head.summary.accepted, head.summary.accepted_number), (Some(two), Some(3)));
    assert_eq!(head.accepted_by, moderator.id());
    let withdraw = async |tx: &mut Tx| crate::answers::unaccept(tx, &ada, thread).await;
    world.db.write(withdraw).await.unwrap();
    let kinds: Vec<_> = world.stream(thread).await.into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(kinds[3..], ["answer.accepted", "answer.accepted", "answer.withdrawn"]);
}

#[tokio::test]
async fn highlights_tell_what_is_new_unread_and_not_muted() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let (own, _) = world.open(&ada, "Mine").await;
    let (watched, _) = world.open(&kit, "Watched").await;
    let (muted, _) = world.open(&kit, "Muted").await;
    let (read_one, _) = world.open(&kit, "Read").await;
    let since = world.db.now();
    for (thread, level) in
        [(watched, Level::Watching), (muted, Level::Muted), (read_one, Level::Watching)]
    {
        let target = Target::Thread(thread);
        let set = async |tx: &mut Tx| subscriptions::set(tx, &ada, target, level).await;
        world.db.write(set).await.unwrap();
    }
    for thread in [own, watched, muted, read_one] {
        world.reply(&kit, thread, "new words").await;
    }
    world.held(&kit, own, "waiting words").await;
    read(&world, &ada, read_one, 2, reading::Move::Forward).await;
    let (fresh, _) = world.open(&kit, "Fresh question").await;
    let until = world.db.now();
    let found = views::highlights(&world.db, &ada, since, until, Limit::PAGE).await.unwrap();
    let ids =
        |list: &[views::Highlighted]| -> Vec<_> { list.iter().map(|one| one.thread.id).collect() };
    assert_eq!(ids(&found.replies), [own]);
    assert_eq!(found.replies[0].posts.len(), 1);
    assert_eq!(found.replies[0].posts[0].post.html, "<p>new words</p>");
    assert_eq!(ids(&found.watched), [watched]);
    assert_eq!(found.open.iter().map(|one| one.id).collect::<Vec<_>>(), [fresh]);
    let followers = subscriptions::followers(&world.db, watched, None).await.unwrap();
    assert_eq!((followers.len(), followers[0].level), (1, Level::Watching));
    assert_eq!(subscriptions::list(&world.db, &ada).await.unwrap().len(), 3);
    // Who watches a person or a theme is told of the threads they open, or that open under it.
    let eve = world.member("eve").await;
    let label = async |tx: &mut Tx| {
        let sql = "INSERT INTO thread_themes (thread_id, theme) VALUES (?, 'mobility/parking')";
        tx.run(sql, vec![watched.into()]).await.map(|_| ())
    };
    world.db.write(label).await.unwrap();
    let of_kit = vec![watched, muted, read_one, fresh];
    let cases = [
        (Target::Person(kit.id().unwrap()), of_kit),
        (Target::Theme("mobility"), vec![watched]),
        (Target::Theme("mobility/parking"), vec![watched]),
        (Target::Theme("water"), vec![]),
    ];
    for (target, mut wanted) in cases {
        let set = async |tx: &mut Tx| subscriptions::set(tx, &eve, target, Level::Tracking).await;
        world.db.write(set).await.unwrap();
        let found = views::highlights(&world.db, &eve, since, until, Limit::PAGE).await.unwrap();
        let mut told = ids(&found.watched);
        told.sort();
        wanted.sort();
        assert_eq!(told, wanted, "{target:?}");
        let forget = async |tx: &mut Tx| subscriptions::set(tx, &eve, target, Level::Normal).await;
        world.db.write(forget).await.unwrap();
        assert_eq!(subscriptions::level(&world.db, &eve, target).await.unwrap(), Level::Normal);
    }
    let own = Target::Person(eve.id().unwrap());
    let set = async |tx: &mut Tx| subscriptions::set(tx, &eve, own, Level::Watching).await;
    assert!(matches!(world.db.write(set).await, Err(Fault::Forbidden(_))));
    world.pass(60);
    let later = world.db.now();
    let nothing = views::highlights(&world.db, &ada, until, later, Limit::PAGE).await.unwrap();
    assert!(nothing.is_empty());
}
