//! Live: who hears what, when, and what happens to who does not listen.

use std::net::SocketAddr;
use std::time::Duration;

use http::{HeaderValue, header};
use serde_json::{Value, json};
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Actor, Reads, RoleKind, Tx};
use stoa_moderation::submissions::{self, Rules};
use stoa_server::submit::{self, Room, Typed};
use stoa_tests::ear::{self, Ear};
use stoa_tests::{Person, World};
use stoa_threads::{
    Body, Direction, NewReply, NewThread, Opened, Prepared, Replied, ThreadKind, Title,
};
use tokio_tungstenite::tungstenite::Message;

const RULES: Rules = Rules::NONE;

async fn actor(world: &World, person: &Person) -> Actor {
    let id = person.member.unwrap();
    stoa_accounts::views::actor(&world.app.db, id).await.unwrap().unwrap()
}

async fn prepared(world: &World, actor: &Actor, text: &str) -> Prepared {
    let body = Body::parse(text).unwrap();
    let typed = Typed { body: &body, title: "", language: "en", own: &[], around: "" };
    submit::prepare(&world.app, actor, Room::ANYWHERE, typed).await.unwrap()
}

async fn thread(world: &World, person: &Person, space: &str) -> ThreadId {
    let actor = actor(world, person).await;
    let body = prepared(world, &actor, "How did you begin?").await;
    let space = stoa_threads::spaces::id_of(&world.app.db, space).await.unwrap().unwrap();
    let new = NewThread {
        space,
        kind: ThreadKind::Question,
        title: Title::parse("Beginnings").unwrap(),
        language: "en".into(),
        themes: vec![],
        city: None,
        direction: Direction::Neither,
        body,
    };
    let opens = async move |tx: &mut Tx| submissions::open(tx, &actor, &RULES, &new).await;
    match world.app.db.write(opens).await.unwrap() {
        Opened::Published { thread, .. } | Opened::Held { thread, .. } => thread,
    }
}

async fn reply(world: &World, person: &Person, thread: ThreadId, text: &str) -> (PostId, i32) {
    let actor = actor(world, person).await;
    let body = prepared(world, &actor, text).await;
    let new = NewReply { thread, reply_to: None, city: None, body };
    let replies = async move |tx: &mut Tx| submissions::reply(tx, &actor, &RULES, &new).await;
    match world.app.db.write(replies).await.unwrap() {
        Replied::Published { post, number, .. } => (post, number),
        Replied::Held { post, .. } => (post, 0),
    }
}

fn topic(thread: ThreadId) -> String {
    format!("thread:{thread}")
}

/// A world that listens, a member and a thread of his.
async fn setting() -> (World, SocketAddr, Person, ThreadId) {
    let world = World::new().await;
    let at = world.listen().await;
    let ada = world.member("ada").await;
    let thread = thread(&world, &ada, first_space(&world).await.as_str()).await;
    (world, at, ada, thread)
}

async fn first_space(world: &World) -> String {
    let spaces = stoa_threads::views::spaces(&world.app.db, &Actor::guest()).await.unwrap();
    spaces[0].slug.clone()
}

#[tokio::test]
async fn a_reply_is_heard_by_those_who_joined_in_the_apis_shape() {
    let (world, at, ada, thread) = setting().await;
    let kit = world.member("kit").await;
    let mut ear = Ear::open(at, &kit).await;
    let joined = ear.joins(&topic(thread)).await;
    assert_eq!((&joined["seq"], &joined["topic"]), (&json!(1), &json!(topic(thread))));
    assert_eq!(joined["epoch"], world.app.instance.epoch);

    let (post, number) = reply(&world, &ada, thread, "With **one** street.").await;
    let event = ear.hears("event").await;
    assert_eq!(event["kind"], "post.published");
    assert_eq!((event["seq"].as_i64(), number), (Some(2), 2));
    let told = &event["data"]["post"];
    assert_eq!((&told["id"], &told["number"]), (&json!(post), &json!(2)));
    assert_eq!((&told["author"]["name"], &told["state"]), (&json!("ada"), &json!("published")));
    assert!(told["html"].as_str().unwrap().contains("<strong>one</strong>"));
}

#[tokio::test]
async fn what_was_missed_comes_in_order_before_what_is_new() {
    let (world, at, ada, thread) = setting().await;
    let mut ear = Ear::open(at, &ada).await;
    let joined = ear.joins(&topic(thread)).await;
    drop(ear);
    for n in 0..5 {
        reply(&world, &ada, thread, &format!("reply {n}")).await;
    }
    let mut ear = Ear::open(at, &ada).await;
    let again = ear.joins_since(&topic(thread), &joined["epoch"], 2).await;
    assert_eq!(again["seq"], 6);
    reply(&world, &ada, thread, "the newest").await;
    for seq in 3..=7 {
        assert_eq!(ear.hears("event").await["seq"], seq);
    }
    ear.hears_nothing().await;
}

#[tokio::test]
async fn knowledge_from_before_a_restore_or_from_long_ago_is_void() {
    let (world, at, ada, thread) = setting().await;
    let (name, epoch) = (topic(thread), json!(world.app.instance.epoch));
    let mut ear = Ear::open(at, &ada).await;
    ear.joins_since(&name, &json!("another"), 1).await;
    assert_eq!(ear.hears("reset").await["topic"], name);
    ear.joins_since(&name, &epoch, 99).await;
    ear.hears("reset").await;

    for n in 0..3 {
        reply(&world, &ada, thread, &format!("reply {n}")).await;
        ear.hears("event").await;
    }
    world.passes(Duration::from_secs(3600));
    let sweeps = async |tx: &mut Tx| stoa_live::history::sweep(tx, tx.now()).await;
    assert_eq!(world.app.db.write(sweeps).await.unwrap(), 4);
    let mut late = Ear::open(at, &world.member("kit").await).await;
    late.joins_since(&name, &epoch, 1).await;
    let gap = late.hears("gap").await;
    assert_eq!((&gap["after"], &gap["to"]), (&json!(1), &json!(4)));
    let path = format!("/threads/{thread}/events?after=1");
    let _ = ada_again(&world).await.api("GET", &path, None).await.expect(410);
}

/// Sessions have ended meanwhile; another member looks.
async fn ada_again(world: &World) -> Person {
    world.member("ada").await
}

#[tokio::test]
async fn a_gap_is_healed_over_http_with_the_frames_own_shape() {
    let (world, at, ada, thread) = setting().await;
    let mut ear = Ear::open(at, &ada).await;
    ear.joins(&topic(thread)).await;
    reply(&world, &ada, thread, "one").await;
    reply(&world, &ada, thread, "two").await;
    let heard = [ear.hears("event").await, ear.hears("event").await];
    let path = format!("/threads/{thread}/events");
    let all = ada.api("GET", &format!("{path}?after=1"), None).await.expect(200).json();
    assert_eq!(all["items"], json!(heard));
    let one = ada.api("GET", &format!("{path}?after=1&to=2"), None).await.expect(200).json();
    assert_eq!(one["items"], json!([heard[0]]));
    let guest = world.guest().api("GET", &format!("{path}?after=2"), None).await.expect(200).json();
    assert_eq!(guest["items"], json!([heard[1]]), "a public thread's events are public");
    ada.api("GET", &format!("{path}?after=x"), None).await.expect(400);
    ada.api("GET", &format!("{path}?after=-1"), None).await.expect(400);
    world.guest().api("GET", "/me/events?after=0", None).await.expect(401);
    ada.api("GET", "/moderation/events?after=0", None).await.expect(404);
}

#[tokio::test]
async fn the_door_opens_to_own_pages_and_to_tokens_alone() {
    let (world, at, ada, _) = setting().await;
    let status = async |request| ear::answered(at, request).await.0.as_u16();
    let origin = |request: &mut http::Request<()>, value: Option<&'static str>| match value {
        Some(value) => {
            drop(request.headers_mut().insert(header::ORIGIN, HeaderValue::from_static(value)))
        }
        None => drop(request.headers_mut().remove(header::ORIGIN)),
    };
    assert_eq!(status(ear::knock(&ada)).await, 101);
    assert_eq!(status(ear::knock(&world.guest())).await, 401);
    for foreign in [
        None,
        Some("null"),
        Some("https://stoa.test"),
        Some("http://stoa.test.evil.example"),
        Some("http://evil-stoa.test"),
        Some("http://stoa.tes"),
    ] {
        let mut request = ear::knock(&ada);
        origin(&mut request, foreign);
        assert_eq!(status(request).await, 403, "{foreign:?}");
    }
    let token = ada.cookie("stoa").unwrap();
    let with_token = |from: Option<&'static str>| {
        let mut request = ear::knock(&world.guest());
        let value = HeaderValue::from_str(&format!("Bearer {token}")).unwrap();
        request.headers_mut().insert(header::AUTHORIZATION, value);
        origin(&mut request, from);
        request
    };
    assert_eq!(status(with_token(None)).await, 101);
    assert_eq!(status(with_token(Some("http://stoa.test"))).await, 101);
    assert_eq!(status(with_token(Some("http://evil.example"))).await, 403);
    for query in [format!("token={token}"), format!("access_token={token}")] {
        let mut request = ear::knock(&world.guest());
        *request.uri_mut() = format!("ws://stoa.test/api/v1/live?{query}").parse().unwrap();
        assert_eq!(status(request).await, 400);
    }
    ada.get("/api/v1/live").await.expect(403);
}

#[tokio::test]
async fn nobody_hears_what_is_not_his() {
    let (world, at, ada, _) = setting().await;
    let kit = world.newcomer("kit").await;
    let own = thread(&world, &kit, &first_space(&world).await).await;
    let mut ear = Ear::open(at, &ada).await;
    let inbox = format!("inbox:{}", kit.id());
    let nothing = "thread:01j00000000000000000000000".to_owned();
    for name in
        [topic(own), inbox, "moderation".into(), nothing, "dialogue:x".into(), String::new()]
    {
        ear.say(&json!({"type": "join", "topic": name})).await;
        let error = ear.hears("error").await;
        assert_eq!((&error["code"], &error["topic"]), (&json!("not_found"), &json!(name)));
    }
    let mut author = Ear::open(at, &kit).await;
    author.joins(&topic(own)).await;
}

#[tokio::test]
async fn a_held_reply_reaches_nobody_until_it_is_published() {
    let (world, at, ada, thread) = setting().await;
    let kit = world.newcomer("kit").await;
    let mo = world.moderator("mo").await;
    let mut readers = vec![];
    for person in [&ada, &kit, &mo] {
        let mut ear = Ear::open(at, person).await;
        ear.joins(&topic(thread)).await;
        readers.push(ear);
    }
    let mut desk = Ear::open(at, &mo).await;
    let joined = desk.joins("moderation").await;
    let (post, _) = reply(&world, &kit, thread, "Zqheld canary").await;
    world.settle().await;
    let opened = desk.hears("event").await;
    assert_eq!((&opened["kind"], &opened["data"]["open"]), (&json!("case.opened"), &json!(1)));
    assert_eq!(opened["seq"].as_i64(), joined["seq"].as_i64().map(|seq| seq + 1));
    assert!(!opened.to_string().contains("canary"));
    for ear in &mut readers {
        ear.hears_nothing().await;
    }
    let publish = async move |tx: &mut Tx| stoa_threads::posts::publish(tx, post).await;
    world.app.db.write(publish).await.unwrap();
    for ear in &mut readers {
        let event = ear.hears("event").await;
        assert!(event["data"]["post"]["html"].as_str().unwrap().contains("Zqheld canary"));
    }
    let hide = async move |tx: &mut Tx| stoa_threads::posts::unpublish(tx, post).await;
    world.app.db.write(hide).await.unwrap();
    for ear in &mut readers {
        let event = ear.hears("event").await;
        assert_eq!((&event["kind"], &event["data"]["post"]), (&json!("post.hidden"), &Value::Null));
        assert_eq!(event["data"]["id"], json!(post));
    }
    let mut late = Ear::open(at, &ada).await;
    late.joins_since(&topic(thread), &json!(world.app.instance.epoch), 0).await;
    for _ in 0..3 {
        assert!(!late.hears("event").await.to_string().contains("canary"));
    }
    let path = format!("/threads/{thread}/events?after=0");
    assert!(!mo.api("GET", &path, None).await.expect(200).shows("canary"));
}

#[tokio::test]
async fn a_lost_right_ends_its_topic_and_a_lost_session_the_socket() {
    let (world, at, ada, thread) = setting().await;
    let mo = world.moderator("mo").await;
    let mut ear = Ear::open(at, &mo).await;
    ear.joins("moderation").await;
    ear.joins(&topic(thread)).await;
    let id = mo.member.unwrap();
    let takes = async move |tx: &mut Tx| {
        stoa_accounts::admin::take(tx, id, RoleKind::Moderator, None).await
    };
    world.app.db.write(takes).await.unwrap();
    let left = ear.hears("left").await;
    assert_eq!((&left["topic"], &left["code"]), (&json!("moderation"), &json!("forbidden")));
    reply(&world, &ada, thread, "still heard").await;
    ear.hears("event").await;
    let ends = async move |tx: &mut Tx| stoa_accounts::sessions::end_all(tx, id, None).await;
    world.app.db.write(ends).await.unwrap();
    assert_eq!(ear.is_closed().await, 1008);
}

#[tokio::test]
async fn a_thread_that_moves_out_of_sight_is_heard_no_more() {
    let (world, at, ada, thread) = setting().await;
    let admin = world.administrator("root").await;
    let mut ear = Ear::open(at, &ada).await;
    ear.joins(&topic(thread)).await;
    let root = actor(&world, &admin).await;
    let space = stoa_threads::spaces::id_of(&world.app.db, &first_space(&world).await).await;
    let space = space.unwrap().unwrap();
    let mut settings = stoa_threads::spaces::settings(&world.app.db, &root, space).await.unwrap();
    settings.0.visibility = stoa_kernel::policy::Visibility::Private;
    let (settings, version) = settings;
    let closes = async move |tx: &mut Tx| {
        stoa_threads::spaces::change(tx, &root, space, version, &settings).await
    };
    world.app.db.write(closes).await.unwrap();
    assert_eq!(ear.hears("left").await["topic"], topic(thread));
    reply(&world, &admin, thread, "inside").await;
    ear.hears_nothing().await;
}

#[tokio::test]
async fn who_heard_a_thread_hears_no_more_of_it_when_it_moves_to_a_private_space() {
    let (world, at, ada, _) = setting().await;
    let admin = world.administrator("root").await;
    let (root, db) = (actor(&world, &admin).await, &world.app.db);
    let moves = thread(&world, &admin, &first_space(&world).await).await;
    let mut ear = Ear::open(at, &ada).await;
    ear.joins(&topic(moves)).await;
    let private = stoa_threads::spaces::id_of(db, "experiences").await.unwrap().unwrap();
    let settings = stoa_threads::spaces::settings(db, &root, private).await.unwrap();
    let (mut settings, version) = settings;
    settings.visibility = stoa_kernel::policy::Visibility::Private;
    let closes = async move |tx: &mut Tx| {
        stoa_threads::spaces::change(tx, &root, private, version, &settings).await
    };
    db.write(closes).await.unwrap();
    let there = json!({ "space": "experiences" });
    admin.api("POST", &format!("/threads/{moves}/move"), Some(there)).await.expect(200);
    while ear.hears("left").await["topic"] != topic(moves) {}
    reply(&world, &admin, moves, "inside").await;
    ear.hears_nothing().await;
}

#[tokio::test]
async fn presence_counts_people_and_typing_names_those_who_would_be_published() {
    let (world, at, ada, thread) = setting().await;
    let (kit, new) = (world.member("kit").await, world.newcomer("new").await);
    let mut ears = vec![];
    for person in [&ada, &kit, &new] {
        let mut ear = Ear::open(at, person).await;
        ear.joins(&topic(thread)).await;
        ears.push(ear);
    }
    let mut presence = ears[0].next().await;
    while presence["count"] != 3 {
        presence = ears[0].next().await;
    }
    assert_eq!(presence["type"], "presence");
    let typing = json!({"type": "typing", "topic": topic(thread)});
    ears[2].say(&typing).await;
    ears[2].hears_nothing().await;
    ears[1].say(&typing).await;
    let told = loop {
        let frame = ears[0].next().await;
        if frame["type"] == "typing" {
            break frame;
        }
    };
    assert_eq!(
        told["names"],
        json!(["kit"]),
        "a newcomer's text is held, and so is that it is written"
    );
    ears[0].say(&json!({"type": "typing", "topic": "inbox"})).await;
    assert_eq!(ears[0].hears("error").await["code"], "not_joined");
}

#[tokio::test]
async fn odd_frames_are_answered_then_end_the_socket_and_nobody_else_notices() {
    let (world, at, ada, thread) = setting().await;
    let mut calm = Ear::open(at, &ada).await;
    calm.joins(&topic(thread)).await;
    let mut odd = Ear::open(at, &ada).await;
    for message in [
        Message::text("{"),
        Message::text("[[[["),
        Message::binary(vec![0, 1]),
        Message::text(r#"{"type":"hello"}"#),
    ] {
        odd.send(message).await;
        let error = odd.hears("error").await;
        assert_eq!(error["code"], "malformed");
        assert!(error["detail"].as_str().unwrap().len() > 10);
    }
    odd.say(&json!({"type": "say", "topic": topic(thread), "once": "k", "body": "hi"})).await;
    assert_eq!(odd.hears("error").await["once"], "k");
    odd.send(Message::text("null")).await;
    assert_eq!(odd.is_closed().await, 1007);
    let mut large = Ear::open(at, &ada).await;
    large.send(Message::text("x".repeat(70_000))).await;
    assert_eq!(large.is_closed().await, 1009);
    reply(&world, &ada, thread, "still there").await;
    calm.hears("event").await;
}

#[tokio::test]
async fn one_socket_hears_fifty_topics_and_speaks_at_a_bearable_pace() {
    let world = World::with(|config| config.limits.factor = 1.0).await;
    let at = world.listen().await;
    let ada = world.member("ada").await;
    let space = first_space(&world).await;
    let mut ear = Ear::open(at, &ada).await;
    ear.joins("inbox").await;
    for _ in 0..49 {
        let one = thread(&world, &ada, &space).await;
        ear.joins(&topic(one)).await;
    }
    let more = thread(&world, &ada, &space).await;
    ear.say(&json!({"type": "join", "topic": topic(more)})).await;
    assert_eq!(ear.hears("error").await["code"], "too_many_topics");
    ear.say(&json!({"type": "leave", "topic": "inbox"})).await;
    ear.joins(&topic(more)).await;
    let mut flood = Ear::open(at, &ada).await;
    for _ in 0..400 {
        flood.say(&json!({"type": "ping"})).await;
    }
    assert_eq!(flood.is_closed().await, 1008);
    ear.hears_nothing().await;
}

#[tokio::test]
async fn a_reader_who_does_not_read_delays_nobody_and_is_told_of_the_gap() {
    let (world, at, ada, thread) = setting().await;
    let mut slow = Ear::open(at, &ada).await;
    slow.joins(&topic(thread)).await;
    let mut quick = Ear::open(at, &ada).await;
    quick.joins(&topic(thread)).await;
    let long = "word ".repeat(12_000);
    let replies = 150;
    for n in 0..replies {
        reply(&world, &ada, thread, &long).await;
        assert_eq!(quick.hears("event").await["seq"], n + 2);
    }
    let (mut last, mut gaps) = (1, 0);
    while last < replies + 1 {
        let frame = slow.next().await;
        match frame["type"].as_str().unwrap() {
            "event" => assert_eq!(frame["seq"], last + 1),
            "gap" => {
                assert_eq!(frame["after"], last);
                gaps += 1;
            }
            _ => continue,
        }
        last = frame["to"].as_i64().or(frame["seq"].as_i64()).unwrap();
    }
    assert!(gaps >= 1, "what waits for one reader is bounded");
}

#[tokio::test]
async fn the_program_stops_with_open_sockets() {
    let (world, at, ada, thread) = setting().await;
    let mut ear = Ear::open(at, &ada).await;
    ear.joins(&topic(thread)).await;
    world.app.stop.cancel();
    assert_eq!(ear.is_closed().await, 1001);
}

#[tokio::test]
async fn a_notice_is_heard_in_the_inbox_with_what_is_unread() {
    let (world, at, ada, thread) = setting().await;
    let kit = world.member("kit").await;
    let mut ear = Ear::open(at, &ada).await;
    ear.joins("inbox").await;
    reply(&world, &kit, thread, "an answer").await;
    world.settle().await;
    let event = ear.hears("event").await;
    assert_eq!((&event["topic"], &event["kind"]), (&json!("inbox"), &json!("notice.left")));
    assert_eq!(event["data"]["unread"], 1);
    let missed = ada.api("GET", "/me/events?after=0", None).await.expect(200).json();
    assert_eq!(missed["items"], json!([event]));
}
