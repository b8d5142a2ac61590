//! The demonstration: made anew at each start, lived through by its people.
//!
//! Nothing is put into tables by hand: every thread, reply, mark and answer
//! goes through the doors that pages use, in the order of time, on a clock that
//! stands where the demonstration's calendar says. What happened in the last
//! day leaves its jobs (cases, notices, letters) as it would have; what is
//! older happened silently, so that the mailbox is not full of last month.

mod content;
mod people;
mod talk;

use std::sync::atomic::Ordering;

use stoa_kernel::{Clock, Db, Fault, Reads, Subscriptions, Time};

use crate::app::App;
use crate::boot;
use crate::config::Config;
use content::Content;

/// Events younger than this leave their jobs, in minutes.
const LOUD: i64 = 24 * 60;

/// Empties the demonstration's folder, unless another process serves it.
///
/// # Errors
/// A sentence for the operator.
pub fn fresh(config: Config) -> Result<Config, String> {
    let held = boot::guard(&config)?;
    let dir = &config.data.dir;
    let about = |error: std::io::Error| format!("{}: {error}", dir.display());
    for entry in std::fs::read_dir(dir).map_err(about)? {
        let path = entry.map_err(about)?.path();
        if path.is_dir() {
            std::fs::remove_dir_all(&path).map_err(about)?;
        } else if path.file_name().is_some_and(|name| name != "stoa.lock") {
            std::fs::remove_file(&path).map_err(about)?;
        }
    }
    drop(held);
    Ok(config)
}

/// The past as the demonstration tells it: two handles on the one database,
/// on one clock; the silent one leaves no jobs.
struct Past {
    silent: Db,
    loud: Db,
    clock: Clock,
    now: Time,
}

impl Past {
    async fn open(app: &App) -> Result<Self, Fault> {
        let settings = app.config.db_settings();
        let now = app.db.now();
        let clock = Clock::fixed(now);
        let open = |subscriptions: Subscriptions| {
            Db::open(&settings, clock.clone(), app.db.entropy().clone(), subscriptions)
        };
        let silent = open(Subscriptions::default()).await?;
        let loud = open(crate::jobs::subscriptions(&app.config)).await?;
        Ok(Self { silent, loud, clock, now })
    }

    /// The database as it was so many minutes ago.
    fn at(&self, age_minutes: i64) -> &Db {
        if let Clock::Fixed(at) = &self.clock {
            at.store(self.now.0 - age_minutes * 60_000_000, Ordering::SeqCst);
        }
        if age_minutes < LOUD { &self.loud } else { &self.silent }
    }
}

/// Lives through the demonstration's history; the lines for standard output.
///
/// # Errors
/// [`Fault::Broken`] when the content contradicts the rules.
pub async fn fill(app: &App) -> Result<Vec<String>, Fault> {
    let content = Content::read()?;
    let past = Past::open(app).await?;
    let cast = people::enter(app, &past, &content).await?;
    talk::live_through(app, &past, &cast, &content).await?;
    crate::jobs::settle(app).await?;
    Ok(people::lines(&content, &cast))
}
