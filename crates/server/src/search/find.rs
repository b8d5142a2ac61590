//! From what somebody typed to the posts he may read, for page and API alike.

use stoa_kernel::{Actor, Cursor, Fault, Limit};
use stoa_search::{Among, Enough, Filter, Query};
use stoa_threads::views::{self, PostCard, Titled};

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

/// A place in the list: how many came before, and how many times fewer words were enough for them.
type Place = (usize, u8);

/// How many of the words are enough the first, the second and the third time.
const fn enough(time: u8) -> Enough {
    match time {
        0 => Enough::All,
        1 => Enough::Half,
        _ => Enough::One,
    }
}

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
    count(app, visitor, Rate::Search)?;
    let place = cursor.map(|cursor| Cursor::decode::<Place>(LIST, cursor)).transpose()?;
    let place = place.map(|(skip, time)| (skip.min(DEEPEST), time));
    look(app, &visitor.actor, typed, filter, limit, place).await
}

fn count(app: &App, visitor: &Visitor, rate: Rate) -> Result<(), Fault> {
    let who = visitor.actor.id().map_or_else(|| visitor.address.clone(), |me| me.to_string());
    app.limits.count(rate, &who, app.db.clock().now())
}

async fn look(
    app: &App,
    actor: &Actor,
    typed: &str,
    filter: &Filter,
    limit: Limit,
    place: Option<Place>,
) -> Result<Found, Fault> {
    let (skip, mut time) = place.unwrap_or_default();
    let query = Query::parse(typed);
    let size = usize::try_from(limit.get()).unwrap_or(usize::MAX);
    let window = (skip, size + 1);
    let alone = query.is_empty() && filter.narrows();
    let wanted = |time| if alone { Enough::Nothing } else { enough(time) };
    let mut hits = super::hits(app, &query, filter, wanted(time), window).await?;
    while hits.is_empty() && place.is_none() && fewer(time, query.wanted()) {
        time += 1;
        hits = super::hits(app, &query, filter, wanted(time), window).await?;
    }
    let more = hits.len() > size && skip + size < DEEPEST;
    hits.truncate(size);
    let ids: Vec<_> = hits.iter().map(|hit| hit.post).collect();
    let cards = views::found(&app.db, actor, &ids).await?;
    let next = more.then(|| Cursor::encode(LIST, &(skip + size, time)));
    Ok(Found { query, cards, half: time > 0, next })
}

/// How many threads are suggested.
const SUGGESTED: usize = 5;

/// Threads the visitor may read with a title of these words, of which the last may go on; those in
/// the languages of `first` first.
///
/// # Errors
/// As [`find`].
pub async fn begun(
    app: &App,
    visitor: &Visitor,
    typed: &str,
    first: Vec<String>,
) -> Result<Vec<PostCard>, Fault> {
    count(app, visitor, Rate::Suggest)?;
    let (query, actor) = (Query::begun(typed), &visitor.actor);
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let hidden = views::hidden_spaces(&app.db, actor).await?;
    let filter = Filter { among: Among::Threads, hidden, first, ..Filter::default() };
    let hits = super::hits(app, &query, &filter, Enough::All, (0, SUGGESTED)).await?;
    let ids: Vec<_> = hits.iter().map(|hit| hit.post).collect();
    views::found(&app.db, actor, &ids).await
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
) -> Result<Vec<Titled>, Fault> {
    let query = Query::resembling(title, language);
    if query.wanted() < TELLING {
        return Ok(Vec::new());
    }
    let hidden = views::hidden_spaces(&app.db, actor).await?;
    let filter = Filter { among: Among::Threads, hidden, ..Filter::default() };
    let hits = super::hits(app, &query, &filter, Enough::Half, (0, ALIKE)).await?;
    let ids: Vec<_> = hits.iter().map(|hit| hit.post).collect();
    views::titled(&app.db, actor, &ids).await
}

/// Whether fewer of so many words are enough the next time.
fn fewer(time: u8, words: usize) -> bool {
    enough(time + 1).of(words) < enough(time).of(words)
}
