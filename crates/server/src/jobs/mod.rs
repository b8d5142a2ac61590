//! Background work: which event leaves which job, who runs it, what runs by the clock.
//!
//! Each feature says in `jobs/<feature>.rs` what it subscribes to and how its
//! jobs run; the rules stand in the feature crates. A handler may run twice
//! for one job (a process may die after the work and before the mark), so each is
//! idempotent.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde_json::Value;
use stoa_kernel::db::{Bell, Reads};
use stoa_kernel::jobs::{self, Claimed, Lane};
use stoa_kernel::outbox::{NewJob, Urgency};
use stoa_kernel::{Fault, Subscriptions, Tx};

use crate::app::App;
use crate::config::Config;

pub(crate) mod accounts;
mod digests;
mod leaving;
mod live;
mod mail;
mod moderation;
mod requests;
mod sweep;
mod threads;
pub(crate) mod translations;

/// After a round of fewer jobs than these, the next waits a moment for more.
const FEW: usize = 16;
/// How long: no person notices, and a busy server saves most of its rounds.
const GATHER: Duration = Duration::from_millis(10);

type Running = Pin<Box<dyn Future<Output = Result<(), Fault>> + Send>>;
type Handler = Arc<dyn Fn(App, Value) -> Running + Send + Sync>;

/// What runs by the clock.
struct Schedule {
    kind: &'static str,
    every: Duration,
}

/// All handlers and schedules.
#[derive(Default)]
pub struct Registry {
    handlers: HashMap<&'static str, Handler>,
    slow: Vec<&'static str>,
    schedules: Vec<Schedule>,
}

impl Registry {
    /// Lets `run` handle the jobs of a kind; `P` is what their payload reads as.
    pub fn on<P, F>(
        &mut self,
        kind: &'static str,
        run: impl Fn(App, P) -> F + Send + Sync + 'static,
    ) where
        P: DeserializeOwned,
        F: Future<Output = Result<(), Fault>> + Send + 'static,
    {
        let handler = move |app: App, payload: Value| -> Running {
            match serde_json::from_value(payload) {
                Ok(read) => Box::pin(run(app, read)),
                Err(error) => Box::pin(async move { Err(Fault::broken(error)) }),
            }
        };
        self.handlers.insert(kind, Arc::new(handler));
    }

    /// As [`Registry::on`], for jobs that wait for machines elsewhere: each kind runs in a lane of
    /// its own, so that no letter and no case waits behind it.
    pub fn slowly<P, F>(
        &mut self,
        kind: &'static str,
        run: impl Fn(App, P) -> F + Send + Sync + 'static,
    ) where
        P: DeserializeOwned,
        F: Future<Output = Result<(), Fault>> + Send + 'static,
    {
        self.slow.push(kind);
        self.on(kind, run);
    }

    /// Leaves a job of this kind at every multiple of `every`; one process gets it.
    pub fn every(&mut self, every: Duration, kind: &'static str) {
        self.schedules.push(Schedule { kind, every });
    }
}

/// Which events leave which jobs.
#[must_use]
pub fn subscriptions(config: &Config) -> Subscriptions {
    let to = Subscriptions::default();
    let to = mail::subscribe(to);
    let to = live::subscribe(to);
    let to = moderation::subscribe(to);
    let to = threads::subscribe(to);
    let to = leaving::subscribe(to);
    let to = translations::subscribe(to, &config.translate);
    digests::subscribe(to)
}

/// Every handler and schedule.
#[must_use]
pub fn registry() -> Registry {
    let mut registry = Registry::default();
    accounts::register(&mut registry);
    mail::register(&mut registry);
    moderation::register(&mut registry);
    digests::register(&mut registry);
    sweep::register(&mut registry);
    leaving::register(&mut registry);
    threads::register(&mut registry);
    requests::register(&mut registry);
    translations::register(&mut registry);
    live::register(&mut registry);
    registry
}

/// Runs jobs until the program stops; finishes those it has begun.
pub async fn run(app: App) {
    let registry = Arc::new(registry());
    let schedules = async {
        let mut ticks = Ticks::default();
        while !app.stop.is_cancelled() {
            ticks.leave(&app, &registry).await;
            pause(&app).await;
        }
    };
    let prompt = lane(&app, &registry, Lane::Except(&registry.slow), app.config.jobs.batch);
    // Each slow kind by itself, one job after the other.
    let slow = registry.slow.iter().map(|kind| lane(&app, &registry, Lane::Only(kind), 1));
    let slow = futures_util::future::join_all(slow);
    tokio::join!(schedules, prompt, slow);
}

async fn lane(app: &App, registry: &Arc<Registry>, lane: Lane<'_>, batch: u64) {
    let mut bell = app.db.job_bell();
    while !app.stop.is_cancelled() {
        match round(app, registry, lane, batch).await {
            Ok(0) => rest(app, &mut bell).await,
            // Taking and finishing jobs costs as much for one as for many.
            Ok(some) if some < FEW => tokio::time::sleep(GATHER).await,
            Ok(_) => {}
            Err(fault) => {
                tracing::warn!(cause = %fault, "jobs wait for the database");
                pause(app).await;
            }
        }
    }
}

/// Runs whatever is due, again and again, until nothing is; for tests and the demonstration's start.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn settle(app: &App) -> Result<usize, Fault> {
    let registry = Arc::new(registry());
    let mut done = 0;
    loop {
        match round(app, &registry, Lane::All, app.config.jobs.batch).await? {
            0 => return Ok(done),
            some => done += some,
        }
    }
}

async fn rest(app: &App, bell: &mut Bell) {
    tokio::select! {
        () = bell.rung() => {}
        () = pause(app) => {}
    }
}

async fn pause(app: &App) {
    tokio::select! {
        () = tokio::time::sleep(Duration::from_millis(app.config.jobs.poll_ms)) => {}
        () = app.stop.cancelled() => {}
    }
}

/// Claims a batch, runs it a few at a time, takes the finished out in one statement.
async fn round(
    app: &App,
    registry: &Arc<Registry>,
    lane: Lane<'_>,
    batch: u64,
) -> Result<usize, Fault> {
    if !jobs::any_due(&app.db, lane).await? {
        return Ok(0);
    }
    let claimed = jobs::claim(&app.db, lane, batch, app.config.jobs.lease()).await?;
    let count = claimed.len();
    let outcomes: Vec<_> = futures_util::stream::iter(claimed)
        .map(|job| one(app.clone(), Arc::clone(registry), job))
        .buffer_unordered(app.config.jobs.workers.max(1))
        .collect()
        .await;
    let done: Vec<_> =
        outcomes.iter().filter(|(_, result)| result.is_ok()).map(|(job, _)| job.id).collect();
    jobs::finish(&app.db, &done).await?;
    for (job, result) in outcomes {
        if let Err(fault) = result {
            set_back(app, &job, &fault).await?;
        }
    }
    Ok(count)
}

async fn one(app: App, registry: Arc<Registry>, job: Claimed) -> (Claimed, Result<(), Fault>) {
    let Some(handler) = registry.handlers.get(job.kind.as_str()) else {
        let unknown = Fault::broken(format!("no handler for {}", job.kind));
        return (job, Err(unknown));
    };
    let running = handler(app, job.payload.clone());
    // A task of its own, so that a panic ends this job and nothing else.
    let result = match tokio::spawn(running).await {
        Ok(result) => result,
        Err(panicked) => Err(Fault::broken(panicked.to_string())),
    };
    (job, result)
}

async fn set_back(app: &App, job: &Claimed, fault: &Fault) -> Result<(), Fault> {
    if let Fault::TooSoon(until) = fault {
        return jobs::put_off(&app.db, job, *until).await;
    }
    let (kind, attempts) = (job.kind.as_str(), job.attempts);
    tracing::warn!(job.kind = kind, job.attempts = attempts, cause = %fault, "a job failed");
    metrics::counter!("stoa_jobs_failed_total", "kind" => job.kind.clone()).increment(1);
    let hopeless = matches!(fault, Fault::Invalid(_) | Fault::NotFound | Fault::Forbidden(_));
    if hopeless {
        jobs::bury(&app.db, job, &fault.to_string()).await
    } else {
        jobs::fail(&app.db, job, &fault.to_string()).await
    }
}

/// Which tick of each schedule this process has left already.
#[derive(Default)]
struct Ticks(HashMap<&'static str, i64>);

impl Ticks {
    async fn leave(&mut self, app: &App, registry: &Registry) {
        let now = app.db.now();
        let due = registry.schedules.iter().filter_map(|schedule| {
            let span = i64::try_from(schedule.every.as_micros()).unwrap_or(i64::MAX).max(1);
            let tick = now.0.div_euclid(span);
            (self.0.insert(schedule.kind, tick) != Some(tick)).then_some((schedule.kind, tick))
        });
        let due = due.collect::<Vec<_>>();
        if due.is_empty() {
            return;
        }
        let left = app.db.write(async |tx: &mut Tx| {
            for (kind, tick) in &due {
                let job = NewJob::now(kind, Value::Null, tx.now());
                tx.enqueue(job.keyed(format!("{kind}:{tick}")).urgent(Urgency::Later));
            }
            Ok(())
        });
        if let Err(fault) = left.await {
            tracing::warn!(cause = %fault, "schedules wait for the database");
            self.0.clear();
        }
    }
}
