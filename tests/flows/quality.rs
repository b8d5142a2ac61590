//! What is looked for stands among the first five hits: sentences of a reader's own, in eight
//! languages, over threads of all of them. What is not expected: that Arabic singulars find broken
//! plurals, which no stemmer joins ("شجرة" and "أشجار").

use std::collections::HashMap;

use stoa_tests::{Person, World};

const THREADS: &str = include_str!("quality/threads.tsv");
const QUERIES: &str = include_str!("quality/queries.tsv");

async fn asked(world: &World) -> HashMap<String, String> {
    let ada = world.member("Ada").await;
    let mut known = HashMap::new();
    for line in THREADS.lines() {
        let [name, language, title, body] = fields(line);
        let new = serde_json::json!({ "title": title, "body": body, "language": language });
        let path = "/spaces/questions/threads";
        let opened = ada.api("POST", path, Some(new)).await.expect(201).json();
        known.insert(opened["thread"].as_str().expect("a thread").to_owned(), name.to_owned());
    }
    world.settle().await;
    known
}

fn fields<const N: usize>(line: &str) -> [&str; N] {
    let all: Vec<&str> = line.split('\t').collect();
    all.try_into().unwrap_or_else(|_| panic!("{line}"))
}

async fn first_five(who: &Person, known: &HashMap<String, String>, typed: &str) -> Vec<String> {
    let encoded: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let found = who.api("GET", &format!("/search?q={encoded}&limit=5"), None).await.expect(200);
    let items = found.json()["items"].as_array().cloned().unwrap_or_default();
    let name = |item: &serde_json::Value| known[item["id"].as_str().expect("an id")].clone();
    items.iter().map(name).collect()
}

#[tokio::test]
async fn what_is_looked_for_is_among_the_first_five() {
    let world = World::new().await;
    let known = asked(&world).await;
    let (reader, mut reads) = (world.member("Reader").await, "");
    let (mut missed, mut first, mut all) = (Vec::new(), 0, 0);
    for line in QUERIES.lines() {
        let [language, typed, wanted] = fields(line);
        // A reader of that language: what is in it comes first.
        if reads != language {
            let mine = serde_json::json!({ "languages": [language] });
            reader.api("PATCH", "/me", Some(mine)).await.expect(200);
            reads = language;
        }
        let found = first_five(&reader, &known, typed).await;
        all += 1;
        first += usize::from(found.first().is_some_and(|name| name == wanted));
        if !found.iter().any(|name| name == wanted) {
            missed.push(format!("{typed} ({wanted}): {found:?}"));
        }
    }
    assert!(all >= 60, "{all} queries");
    assert!(missed.is_empty(), "{} of {all} missed:\n{}", missed.len(), missed.join("\n"));
    assert!(first * 10 >= all * 9, "only {first} of {all} stand first");
}

#[tokio::test]
async fn what_one_reads_comes_first_and_the_rest_after_it() {
    let world = World::new().await;
    let known = asked(&world).await;
    let eva = world.member("Eva").await;
    for (language, wanted) in [("es", "es6"), ("pt", "pt8")] {
        let mine = serde_json::json!({ "languages": [language] });
        eva.api("PATCH", "/me", Some(mine)).await.expect(200);
        let found = first_five(&eva, &known, "participativo").await;
        assert_eq!(found.first().map(String::as_str), Some(wanted), "{found:?}");
        assert!(found.len() > 1, "what is in other languages follows: {found:?}");
    }
}
