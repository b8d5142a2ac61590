//! The database goes away and comes back: 503 with the time to come again,
//! never 500, and all is well within two seconds of its return.

use std::time::{Duration, Instant};

use serde_json::json;
use stoa_tests::wire::{Client, Reply};

use crate::site::{Ground, Site, open, posts};
use crate::{Day, Outcome};

/// How soon the program answers again.
const BACK: Duration = Duration::from_secs(2);

/// Stops and starts PostgreSQL under a running program.
///
/// # Errors
/// What did not hold.
pub async fn run(day: &Day) -> Outcome {
    let Some(postgres) = day.postgres.clone() else {
        return Ok("left out, there is no PostgreSQL".into());
    };
    let mut site = Site::new(&Ground::Postgres(postgres.clone()), "away").await?;
    site.set("STOA__DATABASE__PATIENCE_MS", "1500");
    let program = site.serve()?;
    site.add("writer", "moderator")?;
    let mut writer = site.client("writer").await?;
    let thread = open(&mut writer, "Away").await?;
    let times = if day.long { 5 } else { 1 };
    let mut slowest = Duration::ZERO;
    for number in 0..times {
        postgres.stop()?;
        let checked = unavailable(&mut writer, &thread, number).await;
        postgres.start()?;
        checked?;
        slowest = slowest.max(back(&mut writer, &thread, number).await?);
    }
    let texts = posts(&mut writer, &thread).await?.len();
    // The first post, one before each return, and one after it at most once each.
    if texts != 1 + times {
        return Err(format!("{texts} posts, {} were acknowledged", 1 + times));
    }
    site.nothing_broke()?;
    site.check()?;
    program.stop(Duration::from_secs(30))?;
    Ok(format!("{times} times away: 503 and never 500, back within {slowest:?}"))
}

fn is_503(reply: &Reply, what: &str) -> Result<(), String> {
    let again = reply.header("retry-after").and_then(|value| value.parse::<u32>().ok());
    match (reply.status, again) {
        (503, Some(1..)) => Ok(()),
        (503, _) => Err(format!("{what}: 503 without Retry-After")),
        (status, _) => Err(format!("{what}: {status} {}", reply.text())),
    }
}

async fn unavailable(writer: &mut Client, thread: &str, number: usize) -> Result<(), String> {
    let about = |error: std::io::Error| error.to_string();
    for _ in 0..3 {
        is_503(&writer.api("GET", "/spaces", None, None).await.map_err(about)?, "GET /spaces")?;
        is_503(&writer.get(&format!("/t/{thread}")).await.map_err(about)?, "GET /t/…")?;
        let json = json!({ "body": format!("lost {number}") });
        let path = format!("/threads/{thread}/posts");
        let key = format!("away-{number}");
        is_503(
            &writer.api("POST", &path, Some(&json), Some(&key)).await.map_err(about)?,
            "POST …/posts",
        )?;
        is_503(&writer.get("/readyz").await.map_err(about)?, "/readyz")?;
        let alive = writer.get("/livez").await.map_err(about)?;
        if alive.status != 200 {
            return Err(format!("/livez: {}", alive.status));
        }
    }
    Ok(())
}

async fn back(writer: &mut Client, thread: &str, number: usize) -> Result<Duration, String> {
    let began = Instant::now();
    loop {
        let json = json!({ "body": format!("lost {number}") });
        let key = format!("away-{number}");
        let path = format!("/threads/{thread}/posts");
        let reply = writer
            .api("POST", &path, Some(&json), Some(&key))
            .await
            .map_err(|error| error.to_string())?;
        match reply.status {
            201 => return Ok(began.elapsed()),
            503 if began.elapsed() < BACK => tokio::time::sleep(Duration::from_millis(50)).await,
            status => {
                return Err(format!(
                    "{status} {:?} after its return: {}",
                    began.elapsed(),
                    reply.text()
                ));
            }
        }
    }
}
