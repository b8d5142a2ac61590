//! A write-ahead log that was damaged, lost or cut while nobody looked: a loss
//! is noticed at the next start and named, and a cut end is no loss.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;

use crate::Outcome;
use crate::site::{Ground, Site, ask, open, posts};

/// Replies written before the program is killed.
const REPLIES: usize = 40;

/// Runs it: SQLite alone has such a log.
///
/// # Errors
/// What did not hold.
pub async fn run() -> Outcome {
    stopped_at_once().await.map_err(|why| format!("stopped at once: {why}"))?;
    let cut = cut().await.map_err(|why| format!("cut: {why}"))?;
    lost("damaged", damage).await.map_err(|why| format!("damaged: {why}"))?;
    lost("gone", remove).await.map_err(|why| format!("gone: {why}"))?;
    Ok(format!("damaged and lost logs are named and refused; of a cut one {cut} replies stay"))
}

/// Told to stop the moment it says that it listens, a program still ends by itself: nothing says
/// afterwards that a log has to be there.
async fn stopped_at_once() -> Result<(), String> {
    let site = Site::new(&Ground::Sqlite, "log-stopped").await?;
    for _ in 0..5 {
        let ended = site.serve()?.stop(Duration::from_secs(30))?;
        if ended != Some(0) || site.data().join("running").exists() {
            return Err(format!("it ended with {ended:?}"));
        }
    }
    Ok(())
}

/// An instance that was killed after forty replies, with its log.
async fn killed(name: &str) -> Result<(Site, String, PathBuf), String> {
    let site = Site::new(&Ground::Sqlite, name).await?;
    let program = site.serve()?;
    site.add("writer", "moderator")?;
    let mut writer = site.client("writer").await?;
    let thread = open(&mut writer, "Log").await?;
    for number in 0..REPLIES {
        let path = format!("/threads/{thread}/posts");
        let body = json!({ "body": format!("reply {number}") });
        ask(&mut writer, 201, "POST", &path, Some(body)).await?;
    }
    program.kill();
    let log = site.data().join("stoa.db-wal");
    Ok((site, thread, log))
}

fn damage(log: &PathBuf) -> Result<(), String> {
    let mut bytes = std::fs::read(log).map_err(|error| error.to_string())?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    std::fs::write(log, bytes).map_err(|error| error.to_string())
}

fn remove(log: &PathBuf) -> Result<(), String> {
    std::fs::remove_file(log).map_err(|error| error.to_string())
}

async fn lost(name: &str, harm: impl FnOnce(&PathBuf) -> Result<(), String>) -> Result<(), String> {
    let (site, _, log) = killed(&format!("log-{name}")).await?;
    harm(&log)?;
    for command in [&["check"][..], &["serve"], &["admin", "reindex"], &["serve"]] {
        match site.run(command) {
            Err(said) if said.contains("stoa.db-wal") && said.contains("lost") => {}
            other => return Err(format!("{command:?} did not name the loss: {other:?}")),
        }
    }
    let program = site.serve_with(&["serve", "--accept-loss"])?;
    let mut writer = site.client("writer").await.ok();
    if let Some(writer) = writer.as_mut() {
        open(writer, "After").await?;
    }
    program.stop(Duration::from_secs(30))?;
    site.serve()?.stop(Duration::from_secs(30))?;
    site.check()
}

/// Power that goes while a transaction is written leaves an end that does not fit.
async fn cut() -> Result<usize, String> {
    let (site, thread, log) = killed("log-cut").await?;
    let length = std::fs::metadata(&log).map_err(|error| error.to_string())?.len();
    let file = std::fs::File::options().write(true).open(&log).map_err(|e| e.to_string())?;
    file.set_len(length - 2000).map_err(|error| error.to_string())?;
    let program = site.serve()?;
    let mut writer = site.client("writer").await?;
    let kept = posts(&mut writer, &thread).await?.len();
    program.stop(Duration::from_secs(30))?;
    if kept < REPLIES { Err(format!("{kept} posts are left")) } else { Ok(kept - 1) }
}
