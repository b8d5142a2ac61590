//! Raw frames of sockets: live ones, and those that are told again to who
//! comes back.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use serde_json::{Value, json};
use stoa_tests::ear::Ear;

use crate::checker::{Checker, Given};
use crate::oracle::{PLACES, Place, State, Surface, Who};
use crate::plant::{
    Planted, plant_doomed, plant_published, plant_refused, plant_waiting, take_away, text_of,
};

/// Whoever can open a socket.
const LISTENERS: [Who; 5] =
    [Who::Member, Who::Author, Who::ModeratorHere, Who::ModeratorElsewhere, Who::Administrator];

fn given(who: Who, frame: &Value) -> Given {
    let topic = frame["topic"].as_str().unwrap_or_default();
    let surface = if topic.starts_with("thread:") { Surface::Room } else { Surface::Stream };
    let kind = frame["kind"].as_str().or_else(|| frame["type"].as_str()).unwrap_or_default();
    let name = format!("{} {kind}", topic.split(':').next().unwrap_or_default());
    Given { who, surface, name, place: format!("{topic} {kind}"), text: frame.to_string() }
}

/// All frames until the answer to a ping: what was on its way has come by then.
async fn frames(ear: &mut Ear) -> Vec<Value> {
    ear.say(&json!({ "type": "ping" })).await;
    let mut all = Vec::new();
    loop {
        let frame = ear.next().await;
        if frame["type"] == "pong" {
            return all;
        }
        all.push(frame);
    }
}

/// Asks for a topic, from its beginning where `epoch` says which beginning.
async fn join(ear: &mut Ear, topic: &str, epoch: Option<&Value>) {
    let mut frame = json!({ "type": "join", "topic": topic });
    if let Some(epoch) = epoch {
        frame["since"] = json!({ "epoch": epoch, "seq": 0 });
    }
    ear.say(&frame).await;
}

async fn listen(planted: &Planted, address: SocketAddr, topics: &[String]) -> BTreeMap<Who, Ear> {
    let mut ears = BTreeMap::new();
    for who in LISTENERS {
        let mut ear = Ear::open(address, planted.person(who)).await;
        for topic in topics {
            join(&mut ear, topic, None).await;
        }
        ears.insert(who, ear);
    }
    ears
}

async fn drain(ears: &mut BTreeMap<Who, Ear>) -> Vec<Given> {
    let mut all = Vec::new();
    for (who, ear) in ears {
        all.extend(frames(ear).await.iter().map(|frame| given(*who, frame)));
    }
    all
}

/// Lets everybody come back and ask for everything from the beginning.
async fn again(planted: &Planted, address: SocketAddr, topics: &[String]) -> Vec<Given> {
    let epoch = json!(planted.world.app.instance.epoch);
    let mut all = Vec::new();
    for who in LISTENERS {
        let mut ear = Ear::open(address, planted.person(who)).await;
        for topic in topics {
            join(&mut ear, topic, Some(&epoch)).await;
        }
        all.extend(frames(&mut ear).await.iter().map(|frame| given(who, frame)));
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn frames_show_no_trace() {
    let mut planted = Planted::empty().await;
    let address = planted.world.listen().await;
    let (mut heard, mut doomed) = (Vec::new(), Vec::new());
    let mut topics = vec!["inbox".to_owned(), "moderation".to_owned()];
    let mut threads = Vec::new();
    for place in PLACES {
        let (thread, reply) = plant_published(&mut planted, place).await;
        topics.push(format!("thread:{thread}"));
        threads.push((place, thread, reply));
    }
    let mut ears = listen(&planted, address, &topics).await;
    heard.extend(drain(&mut ears).await);
    for (place, thread, reply) in &threads {
        plant_waiting(&mut planted, *place, thread, reply).await;
        plant_refused(&mut planted, *place, thread).await;
        doomed.push(plant_doomed(&mut planted, *place, thread).await);
        heard.extend(drain(&mut ears).await);
    }
    let before = heard.len();
    for doomed in &doomed {
        take_away(&planted, doomed).await;
        heard.extend(drain(&mut ears).await);
    }
    let all: Vec<String> =
        planted.threads.iter().map(|id| format!("thread:{id}")).chain(topics).collect();
    heard.extend(again(&planted, address, &all).await);

    let meant = planted.before_it_was_gone();
    let mut first = Checker::new(&meant);
    first.look_at(&heard[..before]);
    first.is_clean();
    let mut checker = Checker::new(&planted.canaries);
    checker.look_at(&heard[before..]);
    checker.is_clean();
    checker.seen.extend(first.seen);
    println!("{} frames", heard.len());
    for ((surface, name), people) in first.covered.iter().chain(&checker.covered) {
        println!("  {surface:?} {name}: {people:?}");
    }
    assert!(
        checker.seen.contains(&(Who::Member, State::Published, Surface::Room)),
        "a reply is heard"
    );
    assert_numbers_have_no_gap(&heard);
}

/// A hidden post that took a number would show by the gap it leaves.
fn assert_numbers_have_no_gap(heard: &[Given]) {
    let mut last: BTreeMap<(Who, String), i64> = BTreeMap::new();
    for given in heard {
        let frame: Value = serde_json::from_str(&given.text).expect("a frame");
        let (topic, Some(seq)) = (text_of_or_none(&frame["topic"]), frame["seq"].as_i64()) else {
            continue;
        };
        if frame["type"] != "event" {
            continue;
        }
        let key = (given.who, topic);
        let before = last.insert(key.clone(), seq);
        // Told again from the beginning, numbers begin anew.
        assert!(
            before.is_none_or(|before| seq == before + 1 || seq <= before),
            "{key:?}: {seq} follows {before:?}"
        );
    }
}

fn text_of_or_none(value: &Value) -> String {
    value.as_str().map(|_| text_of(value)).unwrap_or_default()
}

#[tokio::test]
async fn a_leak_in_a_frame_is_found() {
    let mut planted = Planted::empty().await;
    let (thread, opening) = planted.opens(State::Published, Place::Public, "thread").await;
    planted.decides(&opening, "approve", None).await;
    let address = planted.world.listen().await;
    let topic = format!("thread:{thread}");
    let mut ear = Ear::open(address, planted.person(Who::Member)).await;
    ear.joins(&topic).await;
    let token = planted.mark(State::Held, Place::Public, "spoilt");
    let leaks = |frames: &[Value]| {
        let mut checker = Checker::new(&planted.canaries);
        let all: Vec<Given> = frames.iter().map(|frame| given(Who::Member, frame)).collect();
        checker.look_at(&all);
        checker.leaks.len()
    };
    assert_eq!(leaks(&frames(&mut ear).await), 0);
    // Into the hub itself, as a careless publisher would.
    let frame = json!({ "type": "event", "topic": topic, "seq": 99, "kind": "post.held", "data": { "title": token } });
    planted.world.app.hub.publish(&topic, 99, &bytes::Bytes::from(frame.to_string()));
    assert_eq!(leaks(&frames(&mut ear).await), 1);
}
