//! Every letter: its head, its subject, both twins, to whomever it went.

use std::time::Duration;

use crate::checker::{Checker, Given};
use crate::oracle::{PEOPLE, PLACES, Place, State, Surface, Who};
use crate::plant::{Planted, plant_gone, plant_published, plant_waiting};

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

/// A world where everybody follows everything, and a Monday morning has passed.
async fn after_a_week() -> Planted {
    let mut planted = Planted::empty().await;
    planted.everybody_watches().await;
    for place in PLACES {
        let (thread, reply) = plant_published(&mut planted, place).await;
        plant_waiting(&mut planted, place, &thread, &reply).await;
        plant_gone(&mut planted, place, &thread).await;
    }
    // Past the time in which decisions are taken back, and past Monday's digests.
    for _ in 0..8 {
        planted.world.passes(Duration::from_secs(86_400));
        planted.world.settle().await;
    }
    planted
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn letters_show_no_trace() {
    let planted = after_a_week().await;
    let given = given(&planted);
    let mut checker = Checker::new(&planted.canaries);
    checker.look_at(&given);
    for ((surface, name), people) in &checker.covered {
        println!("  {surface:?} {name}: {people:?}");
    }
    checker.is_clean();
    let saw = |who, state, surface| checker.seen.contains(&(who, state, surface));
    assert!(saw(Who::Member, State::Published, Surface::Letter), "who follows a space hears of it");
    assert!(saw(Who::Author, State::Note, Surface::Decision), "an author reads why");
    let digests: Vec<Who> =
        given.iter().filter(|given| given.name == "digest").map(|given| given.who).collect();
    assert!(digests.contains(&Who::Member), "a digest was made: {digests:?}");
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
    assert_eq!(clean(&letters), 1 + usize::from(letters.len() > usize::MAX));
}
