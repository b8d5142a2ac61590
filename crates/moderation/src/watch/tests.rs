//! What rules find, and that none can be written that hangs or fits everything.

use std::time::Duration;

use stoa_kernel::RoleKind;

use super::*;
use crate::testing::World;

fn new(kind: RuleKind, lines: &str) -> NewRule {
    NewRule {
        kind,
        act: RuleAct::Hold,
        space: None,
        language: None,
        title: "A rule".into(),
        lines: lines.into(),
        most: kind.usual(),
        active: true,
    }
}

fn boss() -> Actor {
    let roles = vec![stoa_kernel::Role { kind: RoleKind::Moderator, space: None }];
    let me = MemberId::from_uuid(uuid::Uuid::from_u128(7));
    Actor::member(me, stoa_policy::Standing::Member, roles)
}

fn rule(number: u128, new: &NewRule) -> Rule {
    draft(&boss(), RuleId::from_uuid(uuid::Uuid::from_u128(number)), Time(0), new).unwrap()
}

fn refused(new: &NewRule) -> &'static str {
    match draft(&boss(), RuleId::from_uuid(uuid::Uuid::nil()), Time(0), new) {
        Err(Fault::Invalid(problems)) => problems.0[0].key,
        other => panic!("{other:?}"),
    }
}

fn text<'t>(plain: &'t str, links: &'t [String]) -> Text<'t> {
    let space = SpaceId::from_uuid(uuid::Uuid::from_u128(5));
    Text { title: "", plain, links, mentions: 0, language: "en", space }
}

fn finds(rules: Vec<Rule>, plain: &str) -> Vec<String> {
    let book = Book::of(1, rules).unwrap();
    book.look(&text(plain, &[])).into_iter().map(|hit| hit.found).collect()
}

#[test]
fn words_are_whole_in_any_case_and_width_and_in_any_script() {
    let rules =
        || vec![rule(1, &new(RuleKind::Words, "casino\nfree money\ngambl*\n*coin\nقمار\n赌场"))];
    for (plain, found) in [
        ("A CASINO!", "casino"),
        ("ｃａｓｉｎｏ", "casino"),
        ("ca\u{200b}sino", "casino"),
        ("get Free Money now", "free money"),
        ("gambling", "gambl*"),
        ("a bitcoin", "*coin"),
        ("في قمار كبير", "قمار"),
        ("在线赌场平台", "赌场"),
    ] {
        assert_eq!(finds(rules(), plain), [found], "{plain}");
    }
    for plain in ["casinos", "occasino", "freemoney", "coins", "القمار", "unrelated"] {
        assert_eq!(finds(rules(), plain), [""; 0], "{plain}");
    }
}

#[test]
fn a_shorter_word_is_found_where_a_longer_one_ends_in_the_middle() {
    let rules =
        vec![rule(1, &new(RuleKind::Words, "red car")), rule(2, &new(RuleKind::Words, "red"))];
    assert_eq!(finds(rules, "red cars"), ["red"]);
}

#[test]
fn patterns_fit_in_any_case_and_those_that_fit_everything_are_refused() {
    let phone = || vec![rule(1, &new(RuleKind::Patterns, r"\+\d{2} ?\d{6,}\bcall"))];
    assert_eq!(finds(phone(), "dial +49 1234567CALL me"), [""; 0]);
    let phone = || vec![rule(1, &new(RuleKind::Patterns, r"call \+\d{2} ?\d{6,}"))];
    assert_eq!(finds(phone(), "please CALL +49 1234567"), ["CALL +49 1234567"]);
    for bad in ["(", "a*", "", "(a{1000}){1000}", &"a".repeat(301)] {
        let key = refused(&new(RuleKind::Patterns, bad));
        let known = ["moderation-rule-pattern-bad", "moderation-rule-lines-missing"];
        assert!(known.contains(&key), "{bad}: {key}");
    }
}

#[test]
fn what_makes_no_sense_is_refused_by_field() {
    assert_eq!(refused(&new(RuleKind::Words, "a*b")), "moderation-rule-word-star");
    assert_eq!(refused(&new(RuleKind::Words, "**")), "moderation-rule-word-star");
    assert_eq!(refused(&new(RuleKind::Words, &"x".repeat(101))), "moderation-rule-word-long");
    assert_eq!(
        refused(&NewRule { most: 1, ..new(RuleKind::Mentions, "") }),
        "moderation-rule-most"
    );
    let nameless = NewRule { title: " ".into(), ..new(RuleKind::NewHost, "") };
    assert_eq!(refused(&nameless), "moderation-rule-title");
    let flags = NewRule { act: RuleAct::Flag, ..new(RuleKind::Repeats, "") };
    assert_eq!(refused(&flags), "moderation-rule-repeats-flag");
    let many: Vec<String> = (0..2001).map(|number| format!("w{number}")).collect();
    assert_eq!(refused(&new(RuleKind::Words, &many.join("\n"))), "moderation-rule-words-many");
}

/// A text that patterns had no time for is left to a person, whatever their rule would do; rules of
/// other languages take none of that time.
#[test]
fn a_text_that_patterns_have_no_time_for_is_held() {
    let refuses = |language: &str| NewRule {
        act: RuleAct::Refuse,
        language: Some(language.to_owned()),
        ..new(RuleKind::Patterns, "abc")
    };
    let acts = |language, budget| {
        let book = Book::of(1, vec![rule(1, &refuses(language))]).unwrap();
        let hits = book.look_within(&text("abcdefghij", &[]), budget);
        hits.into_iter().map(|hit| (hit.act, hit.found)).collect::<Vec<_>>()
    };
    assert_eq!(acts("en", Duration::MAX), [(RuleAct::Refuse, "abc".to_owned())]);
    assert_eq!(acts("en", Duration::ZERO), [(RuleAct::Hold, "…".to_owned())]);
    assert_eq!(acts("es", Duration::ZERO), []);
}

#[test]
fn a_rule_is_for_its_space_and_language() {
    let here = SpaceId::from_uuid(uuid::Uuid::from_u128(5));
    let there = SpaceId::from_uuid(uuid::Uuid::from_u128(6));
    let of = |space, language: Option<&str>| {
        let language = language.map(str::to_owned);
        finds(vec![rule(1, &NewRule { space, language, ..new(RuleKind::Words, "x") })], "x").len()
    };
    assert_eq!((of(None, None), of(Some(here), None), of(Some(there), None)), (1, 1, 0));
    assert_eq!((of(None, Some("en-GB")), of(None, Some("es"))), (1, 0));
}

#[test]
fn a_dry_run_counts_hosts_and_copies_as_they_came() {
    let mut hosts = Trial::of(&rule(1, &new(RuleKind::NewHost, "europa.eu"))).unwrap();
    let mut copies = Trial::of(&rule(2, &new(RuleKind::Repeats, ""))).unwrap();
    let author = MemberId::from_uuid(uuid::Uuid::from_u128(1));
    let links = ["https://www.x.example/a", "https://x.example/b", "https://ec.europa.eu/c"];
    for (number, link) in links.into_iter().enumerate() {
        let links = [link.to_owned()];
        let at = Time(i64::try_from(number).unwrap() * 60_000_000);
        let post = stoa_kernel::ids::PostId::from_uuid(uuid::Uuid::from_u128(number as u128));
        let look = Look { post, author, at, text: text("Buy, now!", &links) };
        hosts.look(&look);
        copies.look(&look);
    }
    assert_eq!((hosts.looked, hosts.met, hosts.matches[0].found.as_str()), (3, 1, "x.example"));
    assert_eq!((copies.met, copies.matches[0].found.as_str()), (1, "3"));
}

#[tokio::test]
async fn rules_are_kept_by_who_moderates_their_space_and_every_change_is_a_new_edition() {
    let world = World::new().await;
    let spaces = world.spaces().await;
    let (all, ada) = (world.moderator("all").await, world.member("ada").await);
    let here = world.with_role("here", RoleKind::Moderator, Some(spaces[0])).await;
    let keep = async |who: MemberId, new: &NewRule| {
        let (actor, new) = (world.actor(who).await, new.clone());
        world.db.write(async move |tx: &mut Tx| add(tx, &actor, &new).await).await
    };
    let (everywhere, own) = (
        new(RuleKind::Words, "x"),
        NewRule { space: Some(spaces[0]), ..new(RuleKind::Words, "y") },
    );
    assert!(keep(ada, &everywhere).await.is_err());
    assert!(keep(here, &everywhere).await.is_err());
    assert!(keep(here, &NewRule { space: Some(spaces[1]), ..own.clone() }).await.is_err());
    let before = edition(&world.db).await.unwrap();
    let mine = keep(here, &own).await.unwrap();
    let theirs = keep(all, &everywhere).await.unwrap();
    assert_eq!(edition(&world.db).await.unwrap(), before + 2);
    let seen = list(&world.db, &world.actor(here).await).await.unwrap();
    assert_eq!(seen.len(), 2);
    let actor = world.actor(here).await;
    assert!(!rule_of(&world, &actor, theirs.id).await && rule_of(&world, &actor, mine.id).await);
    let again = async |id, version| {
        let (actor, new) = (world.actor(all).await, own.clone());
        world.db.write(async move |tx: &mut Tx| change(tx, &actor, id, version, &new).await).await
    };
    assert_eq!(again(mine.id, 1).await.unwrap().version, 2);
    assert!(matches!(again(mine.id, 1).await, Err(Fault::Conflict(_))));
}

async fn rule_of(world: &World, actor: &Actor, id: RuleId) -> bool {
    super::rule(&world.db, actor, id).await.unwrap().1
}
