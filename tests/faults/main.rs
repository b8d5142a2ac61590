//! Bad days, made on purpose, against the real program.
//!
//! `faults [--long] [NAME…]` runs the scenarios of that name, or all of them.
//! PostgreSQL is used when `STOA_FAULTS_POSTGRES` names a server (the script
//! `tests/faults/run` starts one and hands it over); without it those parts
//! are left out, and the program says so.

mod away;
mod copies;
mod digest;
mod disk;
mod ledger;
mod log;
mod mail;
mod nodes;
mod postgres;
mod postmaster;
mod site;
mod storm;

use std::process::ExitCode;
use std::time::Instant;

use crate::postgres::Postgres;
use crate::site::Ground;

/// What every scenario is given.
#[derive(Clone)]
pub struct Day {
    /// Whether there is time for many rounds.
    pub long: bool,
    /// The throw-away PostgreSQL, if there is one.
    pub postgres: Option<Postgres>,
}

impl Day {
    /// SQLite, and PostgreSQL where there is one.
    #[must_use]
    pub fn grounds(&self) -> Vec<Ground> {
        let postgres = self.postgres.clone().map(Ground::Postgres);
        std::iter::once(Ground::Sqlite).chain(postgres).collect()
    }
}

/// What a scenario came to: a line for the summary, or what went wrong.
pub type Outcome = Result<String, String>;

const NAMES: [&str; 11] = [
    "ledger",
    "mail",
    "workers",
    "digest",
    "away",
    "disk",
    "storm",
    "postmaster",
    "copies",
    "log",
    "nodes",
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let long = words.iter().any(|word| word == "--long");
    let names: Vec<&str> =
        words.iter().map(String::as_str).filter(|word| !word.starts_with("--")).collect();
    if let Some(odd) = names.iter().find(|name| !NAMES.contains(name)) {
        eprintln!("faults: there is no {odd}; there are {}", NAMES.join(", "));
        return ExitCode::FAILURE;
    }
    let day = Day { long, postgres: Postgres::from_environment() };
    if day.postgres.is_none() {
        println!("no PostgreSQL: STOA_FAULTS_POSTGRES is not set, its parts are left out");
    }
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let mut bad = 0;
    for name in NAMES.into_iter().filter(|name| names.is_empty() || names.contains(name)) {
        let began = Instant::now();
        let outcome = runtime.block_on(scenario(name, &day));
        let seconds = began.elapsed().as_secs_f64();
        match outcome {
            Ok(line) => println!("ok   {name} ({seconds:.0} s): {line}"),
            Err(why) => {
                bad += 1;
                println!("BAD  {name} ({seconds:.0} s): {why}");
            }
        }
    }
    if bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn scenario(name: &str, day: &Day) -> Outcome {
    match name {
        "ledger" => ledger::run(day).await,
        "mail" => mail::run(day).await,
        "workers" => mail::workers(day).await,
        "digest" => digest::run(day).await,
        "away" => away::run(day).await,
        "disk" => disk::run(day).await,
        "storm" => storm::run(day).await,
        "copies" => copies::run(day).await,
        "log" => log::run().await,
        "nodes" => nodes::run(day).await,
        _ => postmaster::run(day).await,
    }
}
