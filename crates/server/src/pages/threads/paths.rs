//! Reading paths beside threads: where a path leads and how far the reader has come; which paths
//! lead to a thread; and what a path must hold.

use std::collections::HashSet;

use stoa_kernel::ids::ThreadId;
use stoa_kernel::{Actor, Fault, Limit, Problems};
use stoa_threads::ThreadKind;
use stoa_threads::paths::{self, FEWEST, MOST};
use stoa_threads::views::{ThreadSummary, ThreadView};

use super::rows::resume;
use super::words::Reader;
use crate::app::App;
use crate::http::Visitor;
use crate::pages::parts::Titled;
use crate::submit;

/// How many paths are named beside a thread.
const NAMED: u64 = 5;

/// A step of a path, beside it.
pub(super) struct StepView {
    /// Where it is.
    pub(super) href: String,
    /// Its title.
    pub(super) title: Titled,
    /// The reader has read it to its end.
    pub(super) done: bool,
}

/// Where a path leads, and how far the reader has come.
pub(super) struct Way {
    /// Its steps.
    pub(super) steps: Vec<StepView>,
    /// How many of them were read, in a sentence; nothing for guests.
    pub(super) said: Option<String>,
}

/// The paths that lead to a thread, and the threads that a path leads to. Titles are looked up in
/// the reader's languages with the thread's own.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn read(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
) -> Result<(Vec<ThreadSummary>, Vec<ThreadSummary>), Fault> {
    let (db, actor, id) = (&app.db, &visitor.actor, thread.summary.id);
    if thread.summary.kind == ThreadKind::Path {
        return Ok((Vec::new(), paths::steps(db, actor, id).await?));
    }
    Ok((paths::through(db, actor, id, Limit::parse(Some(NAMED))?).await?, Vec::new()))
}

/// Where a path leads; nothing for other threads.
pub(super) fn way(reader: &Reader, thread: &ThreadView, steps: &[ThreadSummary]) -> Option<Way> {
    if thread.summary.kind != ThreadKind::Path {
        return None;
    }
    let done = |one: &ThreadSummary| one.read.is_some_and(|read| read >= one.last_number);
    let step = |one: &ThreadSummary| StepView {
        href: resume(one),
        title: reader.title(one).0,
        done: done(one),
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let read = steps.iter().filter(|one| done(one)).count();
    let values = [("read", count(read).into()), ("n", count(steps.len()).into())];
    let signed_in = steps.iter().any(|one| one.read.is_some());
    let said = signed_in.then(|| reader.w.with("threads-path-read", &values));
    Some(Way { steps: steps.iter().map(step).collect(), said })
}

/// The paths that lead to a thread, as links.
pub(super) fn links(reader: &Reader, paths: &[ThreadSummary]) -> Vec<(String, Titled)> {
    paths.iter().map(|one| (resume(one), reader.title(one).0)).collect()
}

/// What a path must hold: three to twenty threads that its writer may read, each once and with a
/// word why.
///
/// # Errors
/// [`Fault::Invalid`] in field `body`.
pub async fn check(app: &App, actor: &Actor, stored: &str) -> Result<(), Fault> {
    let steps = submit::steps(app, stored);
    let mut problems = Problems::default();
    if steps.len() < FEWEST || steps.len() > MOST {
        problems.add("body", "threads-path-steps");
    }
    if steps.iter().any(|(_, why)| why.chars().filter(|c| c.is_alphanumeric()).count() < 3) {
        problems.add("body", "threads-path-why");
    }
    let ids: HashSet<ThreadId> = steps.iter().map(|(thread, _)| *thread).collect();
    if ids.len() < steps.len() {
        problems.add("body", "threads-path-twice");
    }
    problems.into_result()?;
    let ids: Vec<ThreadId> = ids.into_iter().collect();
    if paths::listed(&app.db, actor, &ids).await?.len() < ids.len() {
        return Err(Fault::invalid("body", "threads-path-unknown"));
    }
    Ok(())
}
