//! Every letter: its head, its subject, both twins, to whomever it went.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::checker::{Checker, Given};
use crate::oracle::{PEOPLE, PLACES, Place, State, Surface, Who};
use crate::plant::{
    Planted, plant_doomed, plant_published, plant_refused, plant_waiting, take_away,
};

/// Who saw what, and where.
type Sight = (Who, State, Surface);

/// Letters to an author about a decision on what he wrote.
const DECISIONS: [&str; 3] = ["approved", "revise", "declined"];

/// Every letter so far, as it went over the wire and as it was written.
#[must_use]
pub fn given(planted: &Planted) -> Vec<Given> {
    let letters = planted.world.letters();
    let each = letters.iter().map(|letter| {
        let who = PEOPLE.into_iter().find(|who| planted.person(*who).member == Some(letter.member));
        let decision = DECISIONS.contains(&letter.name.as_str());
        Given {
            who: who.expect("letters go to people of this world"),
            surface: if decision { Surface::Decision } else { Surface::Letter },
            name: letter.name.clone(),
            place: format!("{} “{}”", letter.name, letter.subject),
            text: [&letter.subject, &letter.raw, &letter.text, &letter.html]
                .map(String::as_str)
                .join("\n"),
        }
    });
    each.collect()
}

/// A world where a Monday morning has passed, and how many letters had gone
/// out before the doomed posts were taken away. Who watches a space is written
/// to at once; who tracks it reads of it in the digest.
async fn after_a_week(level: &str) -> (Planted, usize) {
    let mut planted = Planted::empty().await;
    planted.everybody_follows(level).await;
    let mut doomed = Vec::new();
    for place in PLACES {
        let (thread, reply) = plant_published(&mut planted, place).await;
        plant_refused(&mut planted, place, &thread).await;
        doomed.push(plant_doomed(&mut planted, place, &thread).await);
        plant_waiting(&mut planted, place, &thread, &reply).await;
    }
    // Past the time in which decisions are taken back, so that letters go out.
    planted.world.passes(Duration::from_secs(7200));
    planted.world.settle().await;
    let before = given(&planted).len();
    for doomed in &doomed {
        take_away(&planted, doomed).await;
    }
    planted.world.digests_until("2026-11-23T09:00:00Z").await;
    (planted, before)
}

/// Looks at all letters, and says which were there and what was seen in them.
async fn letters_are_clean(level: &str) -> (BTreeSet<(String, Who)>, BTreeSet<Sight>) {
    let (planted, before) = after_a_week(level).await;
    let given = given(&planted);
    let meant = planted.before_it_was_gone();
    let mut first = Checker::new(&meant);
    first.look_at(&given[..before]);
    first.is_clean();
    let mut checker = Checker::new(&planted.canaries);
    checker.look_at(&given[before..]);
    checker.is_clean();
    checker.seen.extend(first.seen);
    for ((surface, name), people) in first.covered.iter().chain(&checker.covered) {
        println!("  {surface:?} {name}: {people:?}");
    }
    (given.into_iter().map(|given| (given.name, given.who)).collect(), checker.seen)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn letters_show_no_trace() {
    let (_, seen) = letters_are_clean("watching").await;
    let saw = |who, state, surface| seen.contains(&(who, state, surface));
    assert!(saw(Who::Member, State::Published, Surface::Letter), "who follows a space hears of it");
    assert!(saw(Who::Author, State::Note, Surface::Decision), "an author reads why");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn digests_show_no_trace() {
    let (names, seen) = letters_are_clean("tracking").await;
    assert!(names.contains(&("digest".to_owned(), Who::Member)), "a digest was made: {names:?}");
    assert!(seen.contains(&(Who::Member, State::Published, Surface::Letter)), "it says something");
}

#[tokio::test]
async fn a_leak_in_a_letter_is_found() {
    let mut planted = Planted::empty().await;
    let (_, opening) = planted.opens(State::Published, Place::Public, "thread").await;
    planted.decides(&opening, "approve", None).await;
    planted.world.passes(Duration::from_secs(60));
    planted.world.settle().await;
    let token = planted.mark(State::Held, Place::Public, "spoilt");
    let mut letters = given(&planted);
    let clean = |letters: &[Given]| {
        let mut checker = Checker::new(&planted.canaries);
        checker.look_at(letters);
        checker.leaks.len()
    };
    assert_eq!(clean(&letters), 0);
    let coded = base64::Engine::encode(
        &base64::engine::general_purpose::STANDARD,
        format!("Subject {token}"),
    );
    let letter = letters.first_mut().expect("a letter was sent");
    // To somebody else than its author: a moderator's words about it would be seen by him alone.
    letter.who = Who::Member;
    letter.text.push_str(&format!("\r\nX-More: =?utf-8?B?{coded}?="));
    assert_eq!(clean(&letters), 1);
}
