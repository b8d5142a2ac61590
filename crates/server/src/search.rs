//! From stored events to the search index of this process.
//!
//! Each serving process follows all stored events in their order, reads what
//! they touched as it is now, and keeps its place in the index itself. What
//! this process commits wakes it at once; what another commits on the same
//! PostgreSQL is found by looking once a second. An index without a place, or
//! with one whose events are no longer kept, is made anew from the database,
//! while the old one is still asked.

pub mod find;
pub mod related;
pub mod saved;
pub mod wanted;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;
use std::time::Duration;

use stoa_exchange::regions;
use stoa_kernel::Fault;
use stoa_kernel::feed::{self, Placed, Position};
use stoa_kernel::ids::{CityId, PostId, ThreadId};
use stoa_render::prose;
use stoa_search::{Change, Document, Enough, Filter, Hit, InLanguage, Of, Query};
use stoa_threads::ThreadKind;
use stoa_threads::views::{self, Indexed};
use tokio::sync::Semaphore;
use tokio::time::{MissedTickBehavior, interval, sleep};

use crate::app::App;

/// How often another process's commits are looked for.
const LOOK: Duration = Duration::from_secs(1);
/// A commit waits this long for others: taking in one post costs as much as taking in many.
const GATHER: Duration = Duration::from_millis(800);
/// Questions asked of the index at a time: half the cores, so that pages are answered beside them.
static ASKING: LazyLock<Semaphore> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Semaphore::new(cores.div_ceil(2))
});
/// Events taken in by one commit, and posts read at once.
const EVENTS: i64 = 500;
const POSTS: u64 = 500;

/// Follows the events until the program stops.
pub async fn follow(app: App) {
    let mut heard = app.db.listen();
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while let Err(fault) = begin(&app).await {
        tracing::warn!(cause = %fault, "the search index could not be begun");
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = sleep(LOOK) => {}
        }
    }
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            // Dropped announcements wake as well as heard ones: the rows tell what happened.
            _ = heard.recv() => sleep(GATHER).await,
            _ = look.tick() => {}
        }
        while heard.try_recv().is_ok() {}
        if let Err(fault) = catch_up(&app).await {
            tracing::warn!(cause = %fault, "the search index waits for the database");
            sleep(LOOK).await;
        }
    }
}

/// At the start: an index whose events were swept while it was away is made anew.
async fn begin(app: &App) -> Result<(), Fault> {
    let whole = match app.search.position() {
        Some(position) => feed::kept(&app.db, position).await?,
        None => false,
    };
    if !whole {
        make_anew(app).await?;
    }
    catch_up(app).await
}

/// Takes in every event since the last time; makes the index when there is none.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away, [`Fault::Broken`] when the index cannot be written.
pub async fn catch_up(app: &App) -> Result<(), Fault> {
    let _turn = app.indexing.lock().await;
    if app.search.position().is_none() {
        fill(app).await?;
    }
    loop {
        let position = app.search.position().unwrap_or_default();
        let events = feed::after(&app.db, position, EVENTS).await?;
        let Some(last) = events.last() else { return Ok(()) };
        let upto = last.position;
        take_in(app, &touched(&events)).await?;
        commit(app, upto).await?;
    }
}

/// Makes the index from the database; the old one is asked until it is whole. Answers how many posts are in it.
///
/// # Errors
/// As [`catch_up`].
pub async fn make_anew(app: &App) -> Result<u64, Fault> {
    let _turn = app.indexing.lock().await;
    fill(app).await?;
    Ok(app.search.len())
}

/// Writes anew whatever of the index holds words of posts that are gone, once it has followed.
///
/// # Errors
/// As [`catch_up`].
pub async fn scrub(app: &App) -> Result<(), Fault> {
    catch_up(app).await?;
    let _turn = app.indexing.lock().await;
    blocking(app, |app| app.search.compact()).await
}

async fn fill(app: &App) -> Result<(), Fault> {
    let upto = feed::newest(&app.db).await?;
    blocking(app, |app| app.search.clear()).await?;
    let mut after: Option<PostId> = None;
    loop {
        let some = views::indexed_after(&app.db, after, POSTS).await?;
        let Some(last) = some.last() else { break };
        after = Some(last.post);
        put(app, vec![Change { of: Of::Nothing, documents: documents(app, some).await? }]).await?;
    }
    commit(app, upto).await
}

/// What events touched.
#[derive(Debug, Default, PartialEq, Eq)]
struct Touched {
    posts: BTreeSet<PostId>,
    threads: BTreeSet<ThreadId>,
}

/// A reply's own events touch the reply alone; everything else may concern its whole thread: also an
/// answer that is accepted, for then the question is answered.
fn touched(events: &[Placed]) -> Touched {
    let mut touched = Touched::default();
    for event in events {
        let Some(thread) = event.topic.strip_prefix("thread:").and_then(|id| id.parse().ok())
        else {
            continue;
        };
        let post = event.data.get("post").and_then(|id| id.as_str()?.parse::<PostId>().ok());
        let number = event.data.get("number").and_then(serde_json::Value::as_i64);
        match (event.kind.as_str(), post, number) {
            ("post.marked", ..) => {}
            ("post.published", Some(post), Some(number)) if number > 1 => {
                touched.posts.insert(post);
            }
            ("post.edited" | "post.rendered" | "post.translated", Some(post), _) => {
                touched.posts.insert(post);
            }
            _ => {
                touched.threads.insert(thread);
            }
        }
    }
    touched
}

async fn take_in(app: &App, touched: &Touched) -> Result<(), Fault> {
    for thread in &touched.threads {
        take_in_thread(app, *thread).await?;
    }
    let ids: Vec<PostId> = touched.posts.iter().copied().collect();
    let found = views::indexed_posts(&app.db, &ids).await?;
    let mut made: BTreeMap<PostId, Vec<Document>> =
        ids.iter().map(|id| (*id, Vec::new())).collect();
    for document in documents(app, found).await? {
        made.entry(document.post).or_default().push(document);
    }
    let change = |(post, documents)| Change { of: Of::Post(post), documents };
    put(app, made.into_iter().map(change).collect()).await
}

/// A thread is taken in by its pages: it may be a hundred thousand posts long.
async fn take_in_thread(app: &App, thread: ThreadId) -> Result<(), Fault> {
    let (mut of, mut after) = (Of::Thread(thread), 0);
    loop {
        let some = views::indexed_of_thread(&app.db, thread, after, POSTS).await?;
        let last = some.last().map(|post| post.number);
        put(app, vec![Change { of, documents: documents(app, some).await? }]).await?;
        let Some(last) = last else { return Ok(()) };
        (of, after) = (Of::Nothing, last);
    }
}

async fn documents(app: &App, posts: Vec<Indexed>) -> Result<Vec<Document>, Fault> {
    let ids: BTreeSet<CityId> = posts.iter().filter_map(|post| post.city).collect();
    let ids: Vec<CityId> = ids.into_iter().collect();
    let cities = stoa_exchange::views::cards(&app.db, &ids).await?;
    let regions: HashMap<CityId, Vec<&'static str>> =
        cities.iter().map(|(id, card)| (*id, regions::around(&card.country))).collect();
    let ids: Vec<PostId> = posts.iter().map(|post| post.post).collect();
    let mut others: HashMap<PostId, Vec<InLanguage>> = HashMap::new();
    for one in views::indexed_translations(&app.db, &ids).await? {
        let (title, body) = (one.title, prose::own_words(&one.html));
        let other = InLanguage { language: one.language, title, body };
        others.entry(one.post).or_default().push(other);
    }
    let mut all: Vec<Document> = Vec::with_capacity(posts.len());
    for post in posts {
        let others = others.remove(&post.post).unwrap_or_default();
        all.push(document(post, &regions, others));
    }
    Ok(all)
}

fn document(
    post: Indexed,
    regions: &HashMap<CityId, Vec<&'static str>>,
    others: Vec<InLanguage>,
) -> Document {
    let regions = post.city.and_then(|city| regions.get(&city)).cloned().unwrap_or_default();
    let answered = (post.kind == ThreadKind::Question.name()).then_some(post.answered);
    Document {
        post: post.post,
        thread: post.thread,
        space: post.space,
        opening: post.opening,
        kind: post.kind,
        themes: post.themes,
        language: post.language,
        regions: regions.into_iter().map(str::to_owned).collect(),
        city: post.city,
        author: post.author,
        at: post.at,
        answered,
        title: post.opening.then_some(post.title),
        body: prose::own_words(&post.html),
        others,
    }
}

async fn put(app: &App, changes: Vec<Change>) -> Result<(), Fault> {
    blocking(app, move |app| app.search.put(&changes)).await
}

async fn commit(app: &App, upto: Position) -> Result<(), Fault> {
    blocking(app, move |app| app.search.commit(upto)).await
}

/// The best hits within a filter that leaves out what the reader may not see.
///
/// # Errors
/// As [`catch_up`].
pub async fn hits(
    app: &App,
    query: &Query,
    filter: &Filter,
    enough: Enough,
    window: (usize, usize),
) -> Result<Vec<Hit>, Fault> {
    let (query, filter) = (query.clone(), filter.clone());
    let turn = ASKING.acquire().await.map_err(Fault::broken)?;
    let ask = move |app: &App| {
        let _turn = turn;
        app.search.search(&query, &filter, enough, window)
    };
    blocking(app, ask).await
}

/// The index reads files and counts: not on the threads that answer requests.
async fn blocking<T: Send + 'static>(
    app: &App,
    work: impl FnOnce(&App) -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let app = app.clone();
    tokio::task::spawn_blocking(move || work(&app)).await.map_err(Fault::broken)?
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn event(kind: &str, number: Option<i64>) -> Placed {
        let id = "00000000000000000000000001";
        let data = json!({ "post": id, "number": number });
        let topic = format!("thread:{id}");
        Placed { position: Position::default(), topic, kind: kind.into(), data }
    }

    #[test]
    fn a_reply_touches_itself_and_a_removal_the_thread() {
        let count = |kind, number| {
            let touched = touched(&[event(kind, number)]);
            (touched.posts.len(), touched.threads.len())
        };
        assert_eq!(count("post.published", Some(2)), (1, 0));
        assert_eq!(count("post.published", Some(1)), (0, 1));
        assert_eq!(count("post.edited", Some(1)), (1, 0));
        assert_eq!(count("post.removed", Some(3)), (0, 1));
        assert_eq!(count("post.marked", Some(3)), (0, 0));
        assert_eq!(count("thread.moved", None), (0, 1));
    }
}
