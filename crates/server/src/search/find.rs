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
    /// No text had all the words; these have some of them.
    pub half: bool,
    /// Where the list goes on.
    pub next: Option<String>,
}

/// A place in the list: how many came before, and how many of the words were enough for them, by its
/// place in [`LEVELS`].
type Place = (usize, usize);

/// How many of the words are enough: each where the one before finds nothing.
const LEVELS: [Enough; 3] = [Enough::All, Enough::Half, Enough::One];

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
    filter: &Filter,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Found, Fault> {
    count(app, visitor)?;
    let place = cursor.map(|cursor| Cursor::decode::<Place>(LIST, cursor)).transpose()?;
    let place = place.map(|(skip, level)| (skip.min(DEEPEST), level.min(LEVELS.len() - 1)));
    look(app, &visitor.actor, typed, filter, limit, place).await
}

/// Counts one question of the visitor's.
///
/// # Errors
/// [`Fault::TooSoon`] for too many.
pub fn count(app: &App, visitor: &Visitor) -> Result<(), Fault> {
    let who = visitor.actor.id().map_or_else(|| visitor.address.clone(), |me| me.to_string());
    app.limits.count(Rate::Search, &who, app.db.clock().now())
}

async fn look(
    app: &App,
    actor: &Actor,
    typed: &str,
    filter: &Filter,
    limit: Limit,
    place: Option<Place>,
) -> Result<Found, Fault> {
    let (skip, mut level) = place.unwrap_or_default();
    let query = Query::parse(typed);
    let size = usize::try_from(limit.get()).unwrap_or(usize::MAX);
    let window = (skip, size + 1);
    let mut hits = super::hits(app, &query, filter, LEVELS[level], window).await?;
    while hits.is_empty() && place.is_none() && fewer(level, query.wanted()) {
        level += 1;
        hits = super::hits(app, &query, filter, LEVELS[level], window).await?;
    }
    let more = hits.len() > size && skip + size < DEEPEST;
    hits.truncate(size);
    let ids: Vec<_> = hits.iter().map(|hit| hit.post).collect();
    let cards = views::found(&app.db, actor, &ids).await?;
    let next = more.then(|| Cursor::encode(LIST, &(skip + size, level)));
    Ok(Found { query, cards, half: level > 0, next })
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

/// Whether the next level asks for fewer of so many words.
fn fewer(level: usize, words: usize) -> bool {
    LEVELS.get(level + 1).is_some_and(|next| next.of(words) < LEVELS[level].of(words))
}
