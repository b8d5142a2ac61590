//! Which threads resemble which: asked of the index once in ten minutes for each thread that is
//! read, whoever reads it. **What is kept are ids alone**: what each reader is shown of them is
//! asked with him as the actor, each time.

use std::time::Duration;

use moka::sync::Cache;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Actor, Fault};
use stoa_search::{Among, Enough, Filter, Query};
use stoa_threads::views::{self, Titled};

use crate::app::App;

/// How long a new thread may be missing.
const KEPT: Duration = Duration::from_secs(600);
/// Threads remembered.
const MOST: u64 = 10_000;
/// Hits remembered of each: some may not be the reader's to see, and one is the thread itself.
const HITS: usize = 12;
/// Threads shown.
const SHOWN: usize = 5;
/// Fewer telling words than these say too little.
const TELLING: usize = 3;

/// Opening posts that resemble a thread's title, the closest first.
#[derive(Debug)]
pub struct Related(Cache<ThreadId, Vec<PostId>>);

impl Default for Related {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(MOST).time_to_live(KEPT).build())
    }
}

/// Up to five other threads whose title and first post resemble this one's, as far as the actor
/// may read them.
///
/// # Errors
/// What [`super::hits`] meets; [`Fault::Unavailable`] when the database is away.
pub async fn related(
    app: &App,
    actor: &Actor,
    thread: ThreadId,
    title: &str,
    language: &str,
) -> Result<Vec<Titled>, Fault> {
    let known = app.related.0.get(&thread);
    let ids = match known {
        Some(ids) => ids,
        None => asked(app, thread, title, language).await?,
    };
    let mut found = views::titled(&app.db, actor, &ids).await?;
    found.retain(|one| one.thread != thread);
    found.truncate(SHOWN);
    Ok(found)
}

async fn asked(
    app: &App,
    thread: ThreadId,
    title: &str,
    language: &str,
) -> Result<Vec<PostId>, Fault> {
    let query = Query::resembling(title, language);
    if query.wanted() < TELLING {
        return Ok(Vec::new());
    }
    let filter = Filter { among: Among::Threads, ..Filter::default() };
    let hits = super::hits(app, &query, &filter, Enough::Half, (0, HITS)).await?;
    let ids: Vec<PostId> = hits.iter().map(|hit| hit.post).collect();
    app.related.0.insert(thread, ids.clone());
    Ok(ids)
}
