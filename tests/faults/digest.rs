//! Digests due on Monday at eight in four zones, over the change to summer
//! time, with two workers of which one is killed between sending and marking.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;
use stoa_tests::program::Program;
use stoa_tests::sink::{Mode, Sink, Taken};

use crate::mail;
use crate::site::{Ground, Site, address_of, ask, eventually, faketime, open};
use crate::{Day, Outcome};

/// Member, zone, and the instant of Monday 30 March 2026, 8:00 there. Europe
/// put its clocks forward the night before.
const PEOPLE: [(&str, &str, &str); 4] = [
    ("maya", "Asia/Kathmandu", "2026-03-30T02:15:00Z"),
    ("ravi", "Asia/Kolkata", "2026-03-30T02:30:00Z"),
    ("lena", "Europe/Berlin", "2026-03-30T06:00:00Z"),
    ("nora", "America/New_York", "2026-03-30T12:00:00Z"),
];
const BEGIN: &str = "2026-03-26T10:00:00Z";
/// At whose digest a worker is killed.
const IN_FLIGHT: usize = 2;
const PATIENCE: Duration = Duration::from_secs(40);

/// A clock that the program believes, moved through a file.
struct Faked {
    file: PathBuf,
}

impl Faked {
    fn begin(site: &mut Site) -> Result<Self, String> {
        let library = faketime().ok_or("libfaketime is gone")?;
        let faked = Self { file: site.folder().join("clock") };
        site.set("LD_PRELOAD", library);
        site.set("FAKETIME_TIMESTAMP_FILE", &faked.file.to_string_lossy());
        site.set("FAKETIME_NO_CACHE", "1");
        // Pauses of the program last as long as they should.
        site.set("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        faked.set(BEGIN.parse().map_err(|error| format!("{error}"))?)?;
        Ok(faked)
    }

    /// It is `at` now, and goes on from there.
    fn set(&self, at: Timestamp) -> Result<(), String> {
        let ahead = at.as_second() - real_now()?;
        std::fs::write(&self.file, format!("{ahead:+}\n")).map_err(|error| error.to_string())
    }
}

/// The real time: a file's date, since the clock itself is the kernel's to read.
fn real_now() -> Result<i64, String> {
    let about = |error: std::io::Error| error.to_string();
    let file = std::env::temp_dir().join(format!("stoa-now-{}", std::process::id()));
    std::fs::write(&file, "").map_err(about)?;
    let at = std::fs::metadata(&file).and_then(|data| data.modified()).map_err(about)?;
    let _ = std::fs::remove_file(&file);
    let since = at.duration_since(std::time::UNIX_EPOCH).map_err(|error| error.to_string())?;
    i64::try_from(since.as_secs()).map_err(|error| error.to_string())
}

fn digests(sink: &Sink, name: &str) -> Vec<Taken> {
    let to = address_of(name);
    let all = sink.taken().into_iter();
    all.filter(|letter| {
        letter.to == to && letter.header("Stoa-Letter").as_deref() == Some("digest")
    })
    .collect()
}

/// Walks the clock past each of the four instants.
///
/// # Errors
/// What did not hold.
pub async fn run(day: &Day) -> Outcome {
    let Some(postgres) = day.postgres.clone() else {
        return Ok("left out, there is no PostgreSQL".into());
    };
    if faketime().is_none() {
        return Ok("left out, the Debian package libfaketime is not there".into());
    }
    let sink = Sink::open().await.map_err(|error| error.to_string())?;
    let mut site = Site::new(&Ground::Postgres(postgres), "digest").await?;
    site.set("STOA__MAIL__URL", &sink.url());
    site.set("STOA__MAIL__FROM", "Stoa <stoa@example.org>");
    let clock = Faked::begin(&mut site)?;
    let program = site.serve_only()?;
    people(&site).await?;
    let mut pair = [site.work()?, site.work()?];
    for (number, (name, _, due)) in PEOPLE.iter().enumerate() {
        let due: Timestamp = due.parse().map_err(|error| format!("{error}"))?;
        clock.set(due - jiff::SignedDuration::from_secs(60))?;
        tokio::time::sleep(Duration::from_secs(2)).await;
        if !digests(&sink, name).is_empty() {
            return Err(format!("{name}'s digest came before its hour"));
        }
        let killed = number == IN_FLIGHT;
        sink.behave(if killed { Mode::Slow(Duration::from_secs(3)) } else { Mode::Ok });
        clock.set(due + jiff::SignedDuration::from_secs(1))?;
        let came = async || {
            if digests(&sink, name).is_empty() {
                Err(format!("no digest for {name}"))
            } else {
                Ok(())
            }
        };
        eventually(PATIENCE, came).await?;
        if killed {
            pair = without_the_sender(&site, &sink, name, pair).await?;
        }
    }
    // Longer than a lease: whatever could come again has come.
    tokio::time::sleep(Duration::from_secs(8)).await;
    each_once(&sink)?;
    let [first, second] = pair;
    for program in [program, first, second] {
        program.stop(Duration::from_secs(30))?;
    }
    Ok("digests at Monday 8:00 in four zones: one each, and the one in flight \
        at the kill once more under the same name"
        .into())
}

/// Kills the worker whose letter the server has and has not acknowledged, waits for the letter
/// to come again, and puts another worker in its place.
async fn without_the_sender(
    site: &Site,
    sink: &Sink,
    name: &str,
    pair: [Program; 2],
) -> Result<[Program; 2], String> {
    let (killed, other) = mail::sender(pair, sink, &address_of(name))?;
    killed.kill();
    sink.behave(Mode::Ok);
    let again = async || match digests(sink, name).len() {
        2.. => Ok(()),
        count => Err(format!("the digest in flight came {count} times")),
    };
    eventually(PATIENCE, again).await?;
    Ok([site.work()?, other])
}

async fn people(site: &Site) -> Result<(), String> {
    site.add("writer", "moderator")?;
    for (name, zone, _) in PEOPLE {
        site.add(name, "member")?;
        let mut client = site.client(name).await?;
        ask(&mut client, 200, "PATCH", "/me", Some(json!({ "time_zone": zone }))).await?;
    }
    let mut writer = site.client("writer").await?;
    for number in 0..3 {
        open(&mut writer, &format!("News {number}")).await?;
    }
    Ok(())
}

/// One digest for each; for the one that was in flight once more, under the same name.
fn each_once(sink: &Sink) -> Result<(), String> {
    for (number, (name, ..)) in PEOPLE.iter().enumerate() {
        let letters = digests(sink, name);
        let ids: std::collections::BTreeSet<String> = letters.iter().map(Taken::id).collect();
        if ids.len() != 1 || letters.len() != 1 + usize::from(number == IN_FLIGHT) {
            return Err(format!("{name} got {} digests under {} names", letters.len(), ids.len()));
        }
    }
    Ok(())
}
