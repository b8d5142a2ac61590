//! From what somebody typed to the posts he may read, for page and API alike.

use stoa_kernel::{Actor, Cursor, Fault, Limit};
use stoa_search::{Among, Enough, Filter, Query};
use stoa_threads::views::{self, PostCard};

use crate::app::App;
use crate::http::Visitor;
use crate::http::limits::Rate;

/// The name of the list in cursors.
const LIST: &str = "search";
/// Beyond so many hits nobody looks: the words are made more exact instead.
const DEEPEST: usize = 1000;

/// What was found.
pub struct Found {
    /// The question as it was understood, which marks passages.
    pub query: Query,
    /// Posts that the reader may read, the best first, with their Markdown.
    pub cards: Vec<PostCard>,
    /// No text had all the words; these have half of them at least.
    pub half: bool,
    /// Where the list goes on.
    pub next: Option<String>,
}

/// A place in the list: how many came before, and whether half of the words were enough for them.
type Place = (usize, bool);

/// Asks the index, and the database for what it names: what the reader may not
/// read (any more) is left out, so a page may be shorter than its limit. Where
/// no text has all the words, those with half of them are given.
///
/// # Errors
/// [`Fault::Invalid`] for a cursor that is not ours, [`Fault::TooSoon`] for too many questions,
/// else as [`super::catch_up`].
pub async fn find(
    app: &App,
    visitor: &Visitor,
    typed: &str,
    mut filter: Filter,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Found, Fault> {
    let actor = &visitor.actor;
    let who = actor.id().map_or_else(|| visitor.address.clone(), |me| me.to_string());
    app.limits.count(Rate::Search, &who, app.db.clock().now())?;
    let place = cursor.map(|cursor| Cursor::decode::<Place>(LIST, cursor)).transpose()?;
    let (skip, mut half) = place.map_or((0, false), |(skip, half)| (skip.min(DEEPEST), half));
    let query = Query::parse(typed);
    filter.hidden = views::hidden_spaces(&app.db, actor).await?;
    let size = usize::try_from(limit.get()).unwrap_or(usize::MAX);
    let window = (skip, size + 1);
    let mut hits = super::hits(app, &query, &filter, enough(half), window).await?;
    if hits.is_empty() && cursor.is_none() && query.wanted() > 1 {
        half = true;
        hits = super::hits(app, &query, &filter, enough(half), window).await?;
    }
    let more = hits.len() > size && skip + size < DEEPEST;
    hits.truncate(size);
    let ids: Vec<_> = hits.iter().map(|hit| hit.post).collect();
    let cards = views::found(&app.db, actor, &ids).await?;
    let next = more.then(|| Cursor::encode(LIST, &(skip + size, half)));
    Ok(Found { query, cards, half, next })
}

/// How many threads that resemble are shown.
const ALIKE: usize = 5;
/// Fewer telling words than these say too little.
const TELLING: usize = 2;

/// Threads whose title and first post resemble a title, the closest first.
///
/// # Errors
/// As [`super::catch_up`].
pub async fn similar(
    app: &App,
    actor: &Actor,
    title: &str,
    language: &str,
) -> Result<Vec<PostCard>, Fault> {
    let query = Query::resembling(title, language);
    if query.wanted() < TELLING {
        return Ok(Vec::new());
    }
    let hidden = views::hidden_spaces(&app.db, actor).await?;
    let filter = Filter { among: Among::Threads, hidden, ..Filter::default() };
    let hits = super::hits(app, &query, &filter, Enough::Half, (0, ALIKE)).await?;
    let ids: Vec<_> = hits.iter().map(|hit| hit.post).collect();
    views::found(&app.db, actor, &ids).await
}

fn enough(half: bool) -> Enough {
    if half { Enough::Half } else { Enough::All }
}
