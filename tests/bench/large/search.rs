//! Searching among 1,000,000 posts, beside a bare query of the same index.

use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::json;
use stoa_server::http::query;
use stoa_tests::wire::{Client, request};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Index, Term};

use super::{Stage, fill, resident, told};
use crate::load::{self, Maker};
use crate::measures::memory;
use crate::table::{Row, Target, median};

/// Queries of a round of the floor.
const QUERIES: usize = 1000;
/// Connections that search at once.
const MANY: usize = 16;

/// The searches, and how soon a post is found.
///
/// # Errors
/// A sentence when the program answers badly or the index cannot be read.
pub async fn rows(stage: &Stage<'_>, index: &Path) -> Result<Vec<Row>, String> {
    let host = stage.program.address.to_string();
    // Whoever reads two of the five languages is shown those first.
    let reads = ["Accept-Language: ar, uk".to_owned()];
    let make: Maker = Rc::new(move |connection, number| {
        let (one, other) = fill::question(connection * 100_003 + number);
        let words = format!("{one} {other}");
        let path = query::address("/api/v1/search", &[("q", words.as_str())]);
        request("GET", &path, &host, &reads, &[])
    });
    let bare = Bare::open(index).map_err(|error| error.to_string())?;
    let (mut own, mut many, mut floors) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..stage.plan.rounds {
        floors.push(bare.p99(round).map_err(|error| error.to_string())?);
        own.push(p99(stage, 1, &make).await?);
        many.push(p99(stage, MANY, &make).await?);
    }
    let (own, many, floor) = (median(&own), median(&many), median(&floors));
    let row = |name: &str, spent: f64, value: f64, target| Row {
        name: name.into(),
        subject: format!("{spent:.2} ms"),
        floor: format!("{floor:.2} ms"),
        value,
        target,
    };
    let one = "search among 1,000,000 posts in five scripts, p99 ÷ a bare tantivy query's";
    let all = "the same at 16 connections on one core, p99 in ms beside the bare query's";
    let resident = resident(stage.program.pid());
    let soon = found_after(stage).await?;
    Ok(vec![
        row(one, own, own / floor, Target::AtMost(20.0)),
        row(all, many, many, Target::AtMost(50.0)),
        memory("all resident after the searches, MiB", resident, 500.0),
        told("a post is found after, seconds", soon, Target::AtMost(2.0)),
    ])
}

/// Within how many milliseconds 99 of 100 searches are answered.
async fn p99(stage: &Stage<'_>, connections: usize, make: &Maker) -> Result<f64, String> {
    let load = load::run(stage.program.address, connections, stage.plan.span, 200, Rc::clone(make));
    Ok(load.await.sound("search")?.within(0.99))
}

/// The same index, asked by nothing but the library.
struct Bare {
    searcher: tantivy::Searcher,
    body: tantivy::schema::Field,
}

impl Bare {
    fn open(folder: &Path) -> tantivy::Result<Self> {
        let index = Index::open_in_dir(folder)?;
        let body = index.schema().get_field("body")?;
        Ok(Self { searcher: index.reader()?.searcher(), body })
    }

    fn p99(&self, round: usize) -> tantivy::Result<f64> {
        let mut millis = Vec::with_capacity(QUERIES);
        for number in 0..QUERIES {
            // Words that one term is made of: those in Latin letters.
            let (one, other) = fill::question((round * 1_000_003 + number) * 5);
            let began = Instant::now();
            self.ask(&one, &other)?;
            millis.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        millis.sort_by(f64::total_cmp);
        Ok(millis.get(QUERIES * 99 / 100).copied().unwrap_or(f64::NAN))
    }

    fn ask(&self, one: &str, other: &str) -> tantivy::Result<usize> {
        let term = |word: &str| -> Box<dyn Query> {
            let term = Term::from_field_text(self.body, word);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        };
        let query = BooleanQuery::intersection(vec![term(one), term(other)]);
        let top = TopDocs::with_limit(20).order_by_score();
        Ok(self.searcher.search(&query, &top)?.len())
    }
}

async fn found_after(stage: &Stage<'_>) -> Result<f64, String> {
    let mut client = Client::new(stage.program.address);
    client.token.clone_from(&stage.token);
    let thread = stage.pages[1].split('/').nth(2).unwrap_or_default();
    let mut worst = 0.0_f64;
    for round in 0..stage.plan.rounds {
        let word = format!("zqfresh{round}");
        let body = json!({ "body": format!("{word} grows by itself") });
        let path = format!("/threads/{thread}/posts");
        let sent = client.api("POST", &path, Some(&body), None).await;
        let sent = sent.map_err(|error| error.to_string())?;
        if sent.status != 201 {
            return Err(format!("{path}: {} {}", sent.status, sent.text()));
        }
        let began = Instant::now();
        loop {
            let hits = client.api("GET", &format!("/search?q={word}"), None, None).await;
            let hits = hits.map_err(|error| error.to_string())?.json();
            if hits["items"].as_array().is_some_and(|items| !items.is_empty()) {
                break;
            }
            if began.elapsed() > Duration::from_secs(60) {
                return Err(format!("{word} is not found"));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        worst = worst.max(began.elapsed().as_secs_f64());
    }
    Ok(worst)
}
