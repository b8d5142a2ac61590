//! What is put in is found, and only while it is there.

use std::sync::atomic::{AtomicU32, Ordering};

use stoa_kernel::Time;
use stoa_kernel::ids::{CityId, MemberId, PostId, SpaceId, ThreadId};

use super::*;
use crate::model::Among;

static NUMBER: AtomicU32 = AtomicU32::new(0);

struct Scratch(std::path::PathBuf);

impl Scratch {
    fn new() -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        Self(std::env::temp_dir().join(format!("stoa-search-{}-{number}", std::process::id())))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What was never made need not go.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn id<T: std::str::FromStr>(number: u8) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("{number:0>26}").parse().unwrap()
}

fn post(number: u8, title: Option<&str>, body: &str, language: &str) -> Document {
    Document {
        post: id::<PostId>(number),
        thread: id::<ThreadId>(number / 10),
        space: id::<SpaceId>(1),
        opening: title.is_some(),
        kind: "question".into(),
        themes: vec!["energy/hydrogen".into()],
        language: language.into(),
        regions: vec!["154".into(), "150".into()],
        city: Some(id::<CityId>(7)),
        author: id::<MemberId>(number % 10),
        at: Time(i64::from(number) * 1_000_000),
        answered: Some(number == 10),
        title: title.map(str::to_owned),
        body: body.into(),
        others: Vec::new(),
    }
}

fn new(documents: Vec<Document>) -> Change {
    Change { of: Of::Nothing, documents }
}

fn found(index: &Index, typed: &str, filter: &Filter) -> Vec<u8> {
    let hits = index.search(&Query::parse(typed), filter, Enough::All, (0, 20)).unwrap();
    let mut numbers: Vec<u8> = hits
        .iter()
        .map(|hit| (0..=255).find(|number| id::<PostId>(*number) == hit.post).unwrap())
        .collect();
    numbers.sort_unstable();
    numbers
}

fn filled(scratch: &Scratch) -> Index {
    let index = Index::open(&scratch.0, "one").unwrap();
    let documents = vec![
        post(10, Some("How did you water young trees?"), "A third of them died in August.", "en"),
        post(11, None, "Watering bags, and neighbours for each tree.", "en"),
        post(20, Some("雨庭の維持管理"), "市内の雨庭を住民と作りました。", "ja"),
        post(30, Some("Árboles jóvenes"), "El riego de los árboles de la plaza.", "es"),
    ];
    index.put(&[new(documents)]).unwrap();
    index.commit(Position { tx: 0, place: 4 }).unwrap();
    index
}

#[test]
fn words_are_found_by_stem_accent_and_sign() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let all = Filter::default();
    assert_eq!(found(&index, "tree", &all), [10, 11]);
    assert_eq!(found(&index, "arbol", &all), [30]);
    assert_eq!(found(&index, "雨庭", &all), [20]);
    assert_eq!(found(&index, "庭", &all), [20]);
    assert_eq!(found(&index, "watered trees", &all), [10, 11]);
    assert_eq!(found(&index, "\"young trees\"", &all), [10]);
    assert_eq!(found(&index, "\"trees young\"", &all), [0_u8; 0]);
    assert_eq!(found(&index, "tree -august", &all), [11]);
    assert_eq!(found(&index, "", &all), [0_u8; 0]);
}

#[test]
fn a_word_in_a_title_comes_first() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let hits =
        index.search(&Query::parse("trees"), &Filter::default(), Enough::All, (0, 20)).unwrap();
    assert!(hits[0].opening && !hits[1].opening);
    let rest =
        index.search(&Query::parse("trees"), &Filter::default(), Enough::All, (1, 20)).unwrap();
    assert_eq!(rest.len(), 1);
}

#[test]
fn filters_narrow_and_hidden_spaces_are_left_out() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let only = |change: fn(&mut Filter)| {
        let mut filter = Filter::default();
        change(&mut filter);
        found(&index, "trees", &filter)
    };
    assert_eq!(only(|f| f.among = Among::Threads), [10]);
    assert_eq!(only(|f| f.among = Among::Replies), [11]);
    assert_eq!(only(|f| f.region = Some("150".into())), [10, 11]);
    assert_eq!(only(|f| f.region = Some("002".into())), [0_u8; 0]);
    assert_eq!(only(|f| f.language = Some("es".into())), [0_u8; 0]);
    assert_eq!(only(|f| f.themes = vec!["x".into(), "energy/hydrogen".into()]), [10, 11]);
    assert_eq!(only(|f| f.kind = Some("need".into())), [0_u8; 0]);
    assert_eq!(only(|f| f.space = Some(id(2))), [0_u8; 0]);
    assert_eq!(only(|f| f.hidden = vec![id(1)]), [0_u8; 0]);
    assert_eq!(only(|f| f.city = Some(id(7))), [10, 11]);
    assert_eq!(only(|f| f.city = Some(id(8))), [0_u8; 0]);
    assert_eq!(only(|f| f.author = Some(id(1))), [11]);
    assert_eq!(only(|f| f.answered = Some(true)), [10]);
    assert_eq!(only(|f| f.answered = Some(false)), [11]);
    assert_eq!(only(|f| f.from = Some(Time(11_000_000))), [11]);
    assert_eq!(only(|f| f.before = Some(Time(11_000_000))), [10]);
}

#[test]
fn a_filter_alone_finds_what_is_within_it() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let count = |typed: &str, filter: &Filter, enough| {
        index.search(&Query::parse(typed), filter, enough, (0, 20)).unwrap().len()
    };
    let english = Filter { language: Some("en".into()), ..Filter::default() };
    assert_eq!(count("", &english, Enough::Nothing), 2);
    assert_eq!(count("-august", &english, Enough::Nothing), 1);
    assert_eq!(count("", &english, Enough::All), 0);
    let wide = Filter { hidden: vec![id(2)], first: vec!["en".into()], ..Filter::default() };
    assert_eq!(count("", &wide, Enough::Nothing), 0, "what is hidden or first narrows nothing");
}

#[test]
fn what_one_reads_comes_before_what_fits_better() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let best = |first: &[&str]| {
        let first = first.iter().map(|tag| (*tag).to_owned()).collect();
        let filter = Filter { first, ..Filter::default() };
        let query = Query::parse("trees plaza");
        let hits = index.search(&query, &filter, Enough::Half, (0, 20)).unwrap();
        (hits[0].post, hits.len())
    };
    assert_eq!(best(&["es"]), (id(30), 3));
    assert_eq!(best(&["en", "ja"]), (id(10), 3));
}

#[test]
fn what_is_replaced_is_no_longer_found() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let all = Filter::default();
    let gone = Change { of: Of::Post(id(11)), documents: vec![] };
    let other =
        Change { of: Of::Thread(id(3)), documents: vec![post(30, Some("Plaza"), "Sombra.", "es")] };
    index.put(&[gone, other]).unwrap();
    assert_eq!(found(&index, "tree", &all), [10, 11], "not before the commit");
    index.commit(Position { tx: 0, place: 6 }).unwrap();
    assert_eq!(found(&index, "tree", &all), [10]);
    assert_eq!(found(&index, "arboles", &all), [0_u8; 0]);
    assert_eq!(found(&index, "sombra", &all), [30]);
}

#[test]
fn a_title_finds_what_resembles_it() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let query = Query::resembling("Who waters the young trees of your street?", "en");
    let filter = Filter { among: Among::Threads, ..Filter::default() };
    let hits = index.search(&query, &filter, Enough::Half, (0, 5)).unwrap();
    assert_eq!(hits.iter().map(|hit| hit.post).collect::<Vec<_>>(), [id::<PostId>(10)]);
}

#[test]
fn words_that_many_titles_have_make_no_likeness() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let notes = (100..140).map(|number| post(number, Some("Meeting protocol"), "Said.", "en"));
    let sewage = (140..143).map(|number| post(number, Some("Sewage overflow"), "Said.", "en"));
    index.put(&[new(notes.chain(sewage).collect())]).unwrap();
    index.commit(Position { tx: 0, place: 9 }).unwrap();
    let filter = Filter { among: Among::Threads, ..Filter::default() };
    let like = |title: &str| {
        let query = Query::resembling(title, "en");
        index.search(&query, &filter, Enough::Half, (0, 50)).unwrap().len()
    };
    assert_eq!(like("Meeting protocol: sewage overflow"), 3);
    assert_eq!(like("Meeting protocol on sewage"), 0, "one telling word is none");
}

#[test]
fn an_index_goes_on_where_it_was_unless_its_history_is_another() {
    let scratch = Scratch::new();
    drop(filled(&scratch));
    let index = Index::open(&scratch.0, "one").unwrap();
    assert_eq!(index.position(), Some(Position { tx: 0, place: 4 }));
    assert_eq!(index.len(), 4);
    drop(index);
    assert_eq!(Index::open(&scratch.0, "two").unwrap().position(), None);
    std::fs::write(scratch.0.join("meta.json"), "{").unwrap();
    let index = Index::open(&scratch.0, "one").unwrap();
    assert!(index.position().is_none() && index.is_empty(), "a damaged one is made anew");
}

#[test]
fn making_it_anew_replaces_all_at_once() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    index.clear().unwrap();
    index.put(&[new(vec![post(50, Some("Trees anew"), "", "en")])]).unwrap();
    assert_eq!(
        found(&index, "tree", &Filter::default()),
        [10, 11],
        "the old one is found until then"
    );
    index.commit(Position { tx: 0, place: 9 }).unwrap();
    assert_eq!(found(&index, "tree", &Filter::default()), [50]);
}

#[test]
fn one_begun_anew_has_no_position_until_it_is_whole() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    assert!(index.position().is_some());
    index.clear().unwrap();
    assert_eq!(index.position(), None, "whoever is interrupted here begins again");
    index.commit(Position { tx: 0, place: 9 }).unwrap();
    assert_eq!(index.position(), Some(Position { tx: 0, place: 9 }));
}

#[test]
fn a_lost_file_makes_it_empty_and_does_not_stop_the_program() {
    let scratch = Scratch::new();
    drop(filled(&scratch));
    for file in std::fs::read_dir(&scratch.0).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "term" || kind == "idx") {
            std::fs::remove_file(path).unwrap();
        }
    }
    let index = Index::open(&scratch.0, "one").unwrap();
    assert!(index.is_empty() && index.position().is_none());
}

/// A writer that failed is given up, and what it held is put again from the last commit.
#[test]
fn what_follows_a_failed_write_is_written() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let fail = index.write(|_| Err(tantivy::TantivyError::SystemError("full".into())));
    assert!(fail.is_err());
    index.put(&[new(vec![post(60, Some("Lindens"), "", "en")])]).unwrap();
    index.commit(Position { tx: 0, place: 12 }).unwrap();
    assert_eq!(found(&index, "lindens", &Filter::default()), [60]);
}

#[test]
fn marks_that_stand_for_nothing_are_no_question() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    for typed in ["\u{ff9e}", "\u{ff9f}\u{ff9e}", "-\u{ff9e}", "\"\u{ff9e}\""] {
        assert_eq!(found(&index, typed, &Filter::default()), [] as [u8; 0], "{typed}");
    }
    assert_eq!(found(&index, "tree -\u{ff9e}", &Filter::default()), [10, 11]);
}

#[test]
fn a_title_is_suggested_from_its_beginning_on() {
    let scratch = Scratch::new();
    let index = filled(&scratch);
    let suggested = |typed: &str| {
        let filter = Filter { among: Among::Threads, ..Filter::default() };
        let hits = index.search(&Query::begun(typed), &filter, Enough::All, (0, 5)).unwrap();
        hits.iter().map(|hit| hit.post).collect::<Vec<_>>()
    };
    for typed in ["wat", "young tre", "yuong", "trees you", "How did you water y"] {
        assert_eq!(suggested(typed), [id::<PostId>(10)], "{typed}");
    }
    assert_eq!(suggested("árbo"), [id::<PostId>(30)]);
    assert_eq!(suggested("雨庭"), [id::<PostId>(20)]);
    assert!(suggested("").is_empty() && suggested("plaza d").is_empty());
}
