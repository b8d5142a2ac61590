//! What spaces and threads look like in JSON.

use serde::Serialize;
use stoa_kernel::policy::Sight;
use stoa_kernel::{Fault, Time};
use stoa_threads::views::{SpaceView, ThreadSummary, ThreadView};
use stoa_threads::{holding_name, posting_name, visibility_name};
use utoipa::ToSchema;

use crate::api::post::{CityRefOut, PersonOut};
use crate::app::App;
use crate::http::Visitor;
use crate::pages::cast::{Cast, Named};
use crate::pages::threads::rows;

/// A list with where it goes on.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ListOut<T: ToSchema> {
    /// The items.
    pub items: Vec<T>,
    /// The cursor of the next page; null at the end.
    pub next: Option<String>,
}

/// A space.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SpaceOut {
    /// The space.
    id: String,
    /// Its name in addresses.
    slug: String,
    /// Its name in the reader's language.
    name: String,
    /// What it is for.
    summary: String,
    /// Languages written here; empty means any.
    languages: Vec<String>,
    /// `public`, `members`, `private`.
    visibility: &'static str,
    /// `members`, `moderators_open`, `moderators`.
    posting: &'static str,
    /// `newcomers`, `everybody`.
    holding: &'static str,
    /// Published threads.
    threads: i64,
    /// Published posts.
    posts: i64,
    /// When somebody last wrote.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_post_at: Option<Time>,
    /// How the reader follows it; null where nothing was set.
    level: Option<&'static str>,
}

impl SpaceOut {
    pub(super) fn of(space: SpaceView, visitor: &Visitor) -> Self {
        let locale = visitor.locale.code();
        Self {
            id: space.id.to_string(),
            name: space.names.say(locale).to_owned(),
            summary: space.summaries.say(locale).to_owned(),
            slug: space.slug,
            languages: space.languages,
            visibility: visibility_name(space.facts.visibility),
            posting: posting_name(space.facts.posting),
            holding: holding_name(space.facts.holding),
            threads: space.threads,
            posts: space.posts,
            last_post_at: space.last_post_at,
            level: space.level.map(stoa_threads::Level::name),
        }
    }
}

/// Where a thread stands.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SpaceRefOut {
    /// In addresses.
    slug: String,
    /// In the reader's language.
    name: String,
}

/// A thread. Of one that was taken away neither title nor author are left.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ThreadOut {
    /// The thread.
    id: String,
    /// Its page.
    url: String,
    /// Its space.
    space: SpaceRefOut,
    /// `question`, `experience`, `need`, `offer`, `announcement`, `dialogue_followup`.
    kind: &'static str,
    /// `mission`, `worldwide`, `neither`.
    direction: &'static str,
    /// `published`, `held`, `declined`, `removed`, `deleted`.
    state: &'static str,
    /// Its title.
    title: Option<String>,
    /// BCP 47.
    language: String,
    /// Takes no more replies.
    closed: bool,
    /// Stands first in its space.
    pinned: bool,
    /// Who opened it; null for an account that is gone.
    author: Option<PersonOut>,
    /// The city its author speaks for.
    city: Option<CityRefOut>,
    /// Slugs of its themes.
    themes: Vec<String>,
    /// Published posts, the first one counted.
    posts: i32,
    /// The highest number given.
    last_number: i32,
    /// When the last post was published.
    #[schema(value_type = String, format = DateTime)]
    last_post_at: Time,
    /// The accepted answer.
    answer: Option<String>,
    /// When it was written.
    #[schema(value_type = String, format = DateTime)]
    created_at: Time,
    /// When it was published.
    #[schema(value_type = Option<String>, format = DateTime)]
    published_at: Option<Time>,
    /// How far the reader has read; null for guests and where nothing was read.
    read: Option<i32>,
    /// Published posts of others after that.
    unread: i64,
    /// How the reader follows it; null where nothing was set.
    level: Option<&'static str>,
    /// When it closes by itself, where one thread is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    closes_at: Option<Time>,
    /// When it opens again by itself, where one thread is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    opens_at: Option<Time>,
    /// Everybody but moderators writes once in so many seconds, where one thread is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    slow: Option<u64>,
    /// The last number of its live topic, where one thread is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    seq: Option<i64>,
    /// The version of title and settings, where one thread is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
}

/// Threads with their authors and cities; two statements for all.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn threads(
    app: &App,
    visitor: &Visitor,
    list: &[ThreadSummary],
) -> Result<Vec<ThreadOut>, Fault> {
    let mut named = Named::default();
    for thread in list {
        named.person(thread.author);
        named.city(thread.city);
    }
    let cast = Cast::of(&app.db, &visitor.actor, visitor.words(), named, false).await?;
    Ok(list.iter().map(|thread| thread_of(thread, &cast, visitor)).collect())
}

/// One thread with what its live topic needs.
///
/// # Errors
/// As [`threads`].
pub(super) async fn thread(
    app: &App,
    visitor: &Visitor,
    view: &ThreadView,
) -> Result<ThreadOut, Fault> {
    let mut found = threads(app, visitor, std::slice::from_ref(&view.summary)).await?;
    let one = found.pop().ok_or(Fault::NotFound)?;
    Ok(ThreadOut {
        seq: Some(view.seq),
        version: Some(view.version),
        closes_at: view.closes_at,
        opens_at: view.opens_at,
        slow: view.slow.map(|span| span.as_secs()),
        ..one
    })
}

fn thread_of(thread: &ThreadSummary, cast: &Cast, visitor: &Visitor) -> ThreadOut {
    let seen = thread.sight > Sight::Placeholder;
    let author = thread.author.and_then(|id| cast.card(id)).filter(|card| seen && !card.former);
    ThreadOut {
        id: thread.id.to_string(),
        url: rows::address(thread.id, &thread.slug),
        space: SpaceRefOut {
            slug: thread.space_slug.clone(),
            name: thread.space_names.say(visitor.locale.code()).to_owned(),
        },
        kind: thread.kind.name(),
        direction: thread.direction.name(),
        state: thread.state.name(),
        title: thread.title.clone(),
        language: thread.language.clone(),
        closed: thread.closed,
        pinned: thread.pinned,
        author: author.map(PersonOut::from),
        city: thread.city.and_then(|id| cast.city(id)).map(CityRefOut::from),
        themes: thread.themes.clone(),
        posts: thread.posts,
        last_number: thread.last_number,
        last_post_at: thread.last_post_at,
        answer: thread.accepted.map(|id| id.to_string()),
        created_at: thread.created_at,
        published_at: thread.published_at,
        read: thread.read,
        unread: thread.unread,
        level: thread.level.map(stoa_threads::Level::name),
        closes_at: None,
        opens_at: None,
        slow: None,
        seq: None,
        version: None,
    }
}
