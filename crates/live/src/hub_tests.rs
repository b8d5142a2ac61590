use std::time::Duration;

use proptest::prelude::*;
use stoa_kernel::ids::SessionId;

use super::*;
use crate::mailbox::{BYTES, FRAMES};
use crate::presence::{Place, Presence};
use crate::testing::member;

const TOPIC: &str = "thread:one";

fn place(name: &str) -> Place {
    let name = name.to_owned();
    Place { slug: name.to_lowercase(), name, country: "LV".to_owned(), mission: true }
}

fn reader(number: u8, city: Option<&str>) -> Reader {
    Reader {
        member: member(number),
        session: SessionId::from_uuid(member(number).uuid()),
        name: format!("Member {number}"),
        place: city.map(place),
    }
}

fn frame(size: usize) -> Bytes {
    Bytes::from(vec![b'x'; size])
}

fn publish(hub: &Hub, seqs: std::ops::Range<i64>, size: usize) {
    for seq in seqs {
        hub.publish(TOPIC, seq, &frame(size));
    }
}

fn all(listener: &Listener) -> Vec<Delivery> {
    std::iter::from_fn(|| listener.take()).collect()
}

fn seqs(deliveries: &[Delivery]) -> Vec<i64> {
    let event = |one: &Delivery| match one {
        Delivery::Event { seq, .. } => Some(*seq),
        _ => None,
    };
    deliveries.iter().filter_map(event).collect()
}

#[test]
fn events_come_in_order_to_those_who_joined_and_share_one_buffer() {
    let hub = Arc::new(Hub::new());
    let (mut ada, mut eve) = (hub.listen(reader(1, None)), hub.listen(reader(2, None)));
    ada.join(TOPIC, true);
    ada.join(TOPIC, true);
    eve.join("thread:other", true);
    let shared = frame(10);
    for seq in 1..=3 {
        assert_eq!(hub.publish(TOPIC, seq, &shared), 1);
    }
    let got = all(&ada);
    assert_eq!(seqs(&got), [1, 2, 3]);
    let Some(Delivery::Event { frame, .. }) = got.first() else { panic!("{got:?}") };
    assert_eq!(frame.as_ptr(), shared.as_ptr(), "the bytes are not copied");
    assert!(all(&eve).is_empty());
    assert_eq!(hub.publish("thread:nobody", 1, &shared), 0);
}

#[test]
fn a_backlog_of_too_many_frames_becomes_one_gap() {
    let hub = Arc::new(Hub::new());
    let mut slow = hub.listen(reader(1, None));
    slow.join(TOPIC, true);
    let last = i64::try_from(FRAMES).unwrap() + 1;
    publish(&hub, 5..5 + last, 1);
    publish(&hub, 5 + last..8 + last, 1);
    let got = all(&slow);
    let gap = Delivery::Gap { topic: Arc::from(TOPIC), after: 4, to: 4 + last };
    assert_eq!(got.first(), Some(&gap));
    assert_eq!(seqs(&got), [5 + last, 6 + last, 7 + last]);
    assert_eq!(got.len(), 4);
}

#[test]
fn a_gap_that_waits_grows_and_is_told_once_for_each_topic() {
    let hub = Arc::new(Hub::new());
    let mut slow = hub.listen(reader(1, None));
    slow.join(TOPIC, true);
    slow.join("thread:two", true);
    let rounds = 3 * i64::try_from(FRAMES).unwrap();
    for seq in 1..=rounds {
        hub.publish(TOPIC, seq, &frame(1));
        hub.publish("thread:two", 100 + seq, &frame(1));
    }
    let got = all(&slow);
    let gaps: Vec<_> = got.iter().filter(|one| matches!(one, Delivery::Gap { .. })).collect();
    assert_eq!(gaps.len(), 2, "{gaps:?}");
    for (topic, first) in [(TOPIC, 1), ("thread:two", 101)] {
        let of =
            |one: &&&Delivery| matches!(one, Delivery::Gap { topic: of, .. } if &**of == topic);
        let Some(Delivery::Gap { after, to, .. }) = gaps.iter().find(of) else { panic!("{topic}") };
        assert_eq!(*after, first - 1);
        let rest = got.iter().filter_map(|one| match one {
            Delivery::Event { topic: of, seq, .. } if &**of == topic => Some(*seq),
            _ => None,
        });
        assert!(rest.eq(to + 1..first + rounds));
    }
}

#[test]
fn a_backlog_of_too_many_bytes_becomes_a_gap() {
    let hub = Arc::new(Hub::new());
    let mut slow = hub.listen(reader(1, None));
    slow.join(TOPIC, true);
    let third = BYTES / 3;
    publish(&hub, 1..4, third);
    assert_eq!(slow.mailbox.waiting(), (3, 3 * third));
    hub.publish(TOPIC, 4, &frame(third));
    assert_eq!(slow.mailbox.waiting(), (0, 0));
    let gap = Delivery::Gap { topic: Arc::from(TOPIC), after: 0, to: 4 };
    assert_eq!(all(&slow), [gap]);
}

#[test]
fn who_has_left_gets_nothing_that_waited() {
    let hub = Arc::new(Hub::new());
    let mut ada = hub.listen(reader(1, None));
    ada.join(TOPIC, true);
    ada.join("thread:two", true);
    hub.publish(TOPIC, 1, &frame(3));
    hub.publish("thread:two", 7, &frame(5));
    hub.note(TOPIC, NoteKind::Presence, |_| frame(1));
    ada.leave(TOPIC);
    assert_eq!(ada.mailbox.waiting(), (1, 5));
    hub.publish(TOPIC, 2, &frame(3));
    assert_eq!(seqs(&all(&ada)), [7]);
    assert!(hub.head(TOPIC).is_none(), "an empty topic is forgotten");
    drop(ada);
    assert!(hub.heads().is_empty());
    assert_eq!(hub.listening(), 0);
    assert!(hub.readers().is_empty());
}

#[test]
fn only_the_newest_state_waits_and_each_may_be_told_otherwise() {
    let hub = Arc::new(Hub::new());
    let (mut ada, mut eve) = (hub.listen(reader(1, None)), hub.listen(reader(2, None)));
    ada.join(TOPIC, true);
    eve.join(TOPIC, true);
    for round in 0..1000_usize {
        hub.note(TOPIC, NoteKind::Presence, |_| frame(round));
        hub.note(TOPIC, NoteKind::Typing, |who| Bytes::from(who.name.clone()));
    }
    let newest = Delivery::Note(frame(999));
    assert_eq!(all(&ada), [newest.clone(), Delivery::Note(Bytes::from("Member 1"))]);
    assert_eq!(all(&eve), [newest, Delivery::Note(Bytes::from("Member 2"))]);
}

#[test]
fn presence_counts_people_by_city_and_windows_once() {
    let hub = Arc::new(Hub::new());
    let mut windows: Vec<_> =
        [(1, Some("Riga")), (1, Some("Riga")), (2, Some("Riga")), (3, Some("Leuven")), (4, None)]
            .into_iter()
            .map(|(number, city)| hub.listen(reader(number, city)))
            .collect();
    windows.iter_mut().for_each(|one| one.join(TOPIC, true));
    let mut unseen = hub.listen(reader(5, Some("Riga")));
    unseen.join(TOPIC, false);
    let changes = hub.tick();
    let now = changes.first().unwrap().presence.clone().unwrap();
    assert_eq!(now, Presence { count: 4, cities: vec![(place("Leuven"), 1), (place("Riga"), 2)] });
    assert!(hub.tick().is_empty(), "nothing has changed since");
    unseen.show(TOPIC);
    unseen.show(TOPIC);
    assert_eq!(hub.tick().first().and_then(|c| c.presence.clone()).map(|p| p.count), Some(5));
    drop(unseen);
    assert_eq!(hub.tick().first().and_then(|c| c.presence.clone()).map(|p| p.count), Some(4));
    windows.remove(0);
    assert_eq!(hub.tick().first().and_then(|c| c.presence.clone()).map_or(4, |p| p.count), 4);
    windows.remove(0);
    let left = hub.tick().first().and_then(|change| change.presence.clone()).unwrap();
    assert_eq!(left.cities, [(place("Leuven"), 1), (place("Riga"), 1)].map(|(p, n)| (p, n)));
    drop(windows);
    assert!(hub.tick().is_empty(), "nobody is left to be told");
}

#[test]
fn who_writes_is_told_until_a_while_after_the_last_sign() {
    let hub = Arc::new(Hub::new());
    let (mut ada, mut eve) = (hub.listen(reader(1, None)), hub.listen(reader(2, None)));
    ada.join(TOPIC, true);
    eve.join(TOPIC, false);
    let _ = hub.tick();
    ada.types(TOPIC);
    ada.types("thread:never-joined");
    eve.types(TOPIC);
    let typing = |changes: Vec<Change>| changes.into_iter().find_map(|change| change.typing);
    assert_eq!(typing(hub.tick()).unwrap(), [(member(1), "Member 1".to_owned())]);
    ada.types(TOPIC);
    let ends = (0..20).position(|_| typing(hub.tick()).is_some_and(|names| names.is_empty()));
    assert_eq!(ends, Some(11));
    ada.types(TOPIC);
    assert!(typing(hub.tick()).is_some());
    ada.stops_typing(TOPIC);
    assert!(typing(hub.tick()).unwrap().is_empty());
}

#[test]
fn rights_are_judged_again_before_anything_else_and_once() {
    let hub = Arc::new(Hub::new());
    let (mut ada, mut eve) = (hub.listen(reader(1, None)), hub.listen(reader(2, None)));
    ada.join(TOPIC, true);
    eve.join("thread:two", true);
    hub.publish(TOPIC, 1, &frame(1));
    hub.recheck(|who| who.member == member(1));
    hub.recheck(|who| who.member == member(1));
    assert!(matches!(all(&ada).as_slice(), [Delivery::Recheck, Delivery::Event { .. }]));
    assert!(all(&eve).is_empty());
    hub.recheck_topic("thread:two");
    assert_eq!(all(&eve), [Delivery::Recheck]);
    assert!(all(&ada).is_empty());
}

#[test]
fn the_newest_number_is_the_databases_until_one_is_published() {
    let hub = Arc::new(Hub::new());
    let mut ada = hub.listen(reader(1, None));
    hub.seed(TOPIC, 5);
    assert_eq!(hub.head(TOPIC), None);
    ada.join(TOPIC, true);
    assert_eq!(hub.head(TOPIC), Some(0));
    hub.seed(TOPIC, 5);
    hub.seed(TOPIC, 4);
    assert_eq!(hub.head(TOPIC), Some(5));
    hub.publish(TOPIC, 6, &frame(1));
    assert_eq!(hub.heads(), [(TOPIC.to_owned(), 6)]);
}

#[tokio::test]
async fn a_listener_sleeps_until_something_comes() {
    let hub = Arc::new(Hub::new());
    let mut ada = hub.listen(reader(1, None));
    ada.join(TOPIC, true);
    let nothing = tokio::time::timeout(Duration::from_millis(10), ada.next()).await;
    assert!(nothing.is_err());
    let waits = tokio::spawn(async move { ada.next().await });
    tokio::task::yield_now().await;
    hub.publish(TOPIC, 1, &frame(1));
    assert!(matches!(waits.await.unwrap(), Delivery::Event { seq: 1, .. }));
}

proptest! {
    /// Whatever the pace of the others: what a listener gets, together with the
    /// gaps it is told, is every number once and in order; the bounds hold; and who
    /// reads at once misses nothing.
    #[test]
    fn numbers_are_whole_for_every_pace(
        steps in proptest::collection::vec((0_usize..8000, 0_usize..4, any::<bool>()), 1..900),
    ) {
        let hub = Arc::new(Hub::new());
        let mut listeners: Vec<_> = (0..4).map(|number| hub.listen(reader(number, None))).collect();
        listeners.iter_mut().for_each(|one| one.join(TOPIC, true));
        let mut told = [0_i64; 4];
        let mut missed = [0_i64; 4];
        let mut follow = |which: usize, deliveries: Vec<Delivery>| {
            for one in deliveries {
                match one {
                    Delivery::Event { seq, .. } => {
                        assert_eq!(seq, told[which] + 1);
                        told[which] = seq;
                    }
                    Delivery::Gap { after, to, .. } => {
                        assert_eq!(after, told[which]);
                        assert!(to > after);
                        missed[which] += to - after;
                        told[which] = to;
                    }
                    other => panic!("{other:?}"),
                }
            }
        };
        let mut seq = 0;
        for (size, who, reads) in steps {
            seq += 1;
            hub.publish(TOPIC, seq, &frame(size));
            follow(0, all(&listeners[0]));
            if reads && who > 0 {
                follow(who, all(&listeners[who]));
            }
            for one in &listeners {
                let (frames, bytes) = one.mailbox.waiting();
                prop_assert!(frames <= FRAMES && bytes <= BYTES);
            }
        }
        (0..4).for_each(|which| follow(which, all(&listeners[which])));
        prop_assert_eq!(told, [seq; 4]);
        prop_assert_eq!(missed[0], 0);
    }
}
