//! What can be seen of spaces, threads and posts. Every query is filtered for
//! the actor in SQL; what is left of a text that was taken away is decided by
//! `policy::sight`. Authors and cities come as ids: the caller joins their cards.

mod answering;
mod highlights;
mod home;
mod indexing;
mod lists;
mod moved;
mod newest;
mod posts;
mod spaces;
mod thread;
mod told;
mod translations;

use serde::Serialize;
use std::time::Duration;

use stoa_kernel::Time;
use stoa_kernel::ids::{CityId, MemberId, PostId, RevisionId, SpaceId, ThreadId};
use stoa_policy::{HoldReason, Sight, SpaceFacts};

use crate::model::{Direction, Level, State, Texts, ThreadKind};

pub use answering::{Answering, Fared, Tally, answering, fared};
pub use highlights::{Highlighted, Highlights, highlights};
pub use home::{Home, for_home, unread, unread_count, waiting};
pub use indexing::{
    Indexed, IndexedTranslation, indexed_after, indexed_of_thread, indexed_posts,
    indexed_translations,
};
pub(crate) use lists::summaries;
pub use lists::{by_author, by_city, count, fresh_needs, list};
pub use moved::{Moved, joined_to, moved};
pub use newest::{Mapped, map_parts, mapped, newest_posts, newest_threads};
pub use posts::{Titled, found, held, locate, post, posts, posts_by_ids, revisions, titled};
pub use spaces::{hidden_spaces, rights_versions, space, space_by_id, spaces};
pub use thread::{Pulse, held_threads, pulse, thread};
pub use told::{is_unread, open_to, unread_among};
pub use translations::{
    TitleIn, Translation, editions, titles, translation, translations, waiting_translation,
};

/// A space as its visitors see it.
#[derive(Clone, Debug, PartialEq)]
pub struct SpaceView {
    /// The space.
    pub id: SpaceId,
    /// In addresses.
    pub slug: String,
    /// Names by locale.
    pub names: Texts,
    /// Summaries by locale.
    pub summaries: Texts,
    /// Languages written here; empty means any.
    pub languages: Vec<String>,
    /// Who enters and posts, and what is held.
    pub facts: SpaceFacts,
    /// Earlier wordings of posts are open to all.
    pub public_history: bool,
    /// Letters name neither space nor thread in their subject.
    pub neutral_subject: bool,
    /// Order among the spaces.
    pub place: i32,
    /// The version of its settings.
    pub version: i32,
    /// Raised when the right to enter changes.
    pub rights_version: i64,
    /// Published threads.
    pub threads: i64,
    /// Published posts in them.
    pub posts: i64,
    /// When somebody last wrote.
    pub last_post_at: Option<Time>,
    /// What the actor follows here.
    pub level: Option<Level>,
}

/// Which threads, in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of these kinds; empty means all.
    pub kinds: Vec<ThreadKind>,
    /// In this space.
    pub space: Option<SpaceId>,
    /// With this theme, or one below it.
    pub theme: Option<String>,
    /// Opened for this city.
    pub city: Option<CityId>,
    /// Opened for one of these cities.
    pub cities: Option<Vec<CityId>>,
    /// From this side.
    pub direction: Option<Direction>,
    /// In this language.
    pub language: Option<String>,
    /// Opened by this member.
    pub author: Option<MemberId>,
    /// With (`true`) or without (`false`) an accepted answer.
    pub answered: Option<bool>,
    /// Without any reply.
    pub unreplied: bool,
    /// Whose asker has said what was learned.
    pub learned: bool,
    /// With posts the actor has not read; nothing for guests.
    pub unread: bool,
    /// In which order.
    pub order: Order,
}

/// The order of a list of threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The last written first.
    #[default]
    LastPost,
    /// The last opened first.
    Newest,
}

/// One stroke of a colonnade: a published reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Its number in the thread.
    pub number: i32,
    /// The city it speaks for; its side is the caller's to know.
    pub city: Option<CityId>,
    /// When it was published.
    pub at: Time,
    /// It is the accepted answer.
    pub accepted: bool,
    /// The actor has read it (always for guests, who have no position).
    pub read: bool,
}

/// A thread in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadSummary {
    /// The thread.
    pub id: ThreadId,
    /// Its space.
    pub space: SpaceId,
    /// The space in addresses.
    pub space_slug: String,
    /// The space's names by locale.
    pub space_names: Texts,
    /// What it is for.
    pub kind: ThreadKind,
    /// From which side it speaks.
    pub direction: Direction,
    /// Its title; `None` where only a placeholder is shown.
    pub title: Option<String>,
    /// In addresses; empty where only a placeholder is shown.
    pub slug: String,
    /// The language of its opening post.
    pub language: String,
    /// Its state.
    pub state: State,
    /// How much the actor sees of title and author.
    pub sight: Sight,
    /// Takes no more replies.
    pub closed: bool,
    /// Stands first in its space.
    pub pinned: bool,
    /// The actor opened it.
    pub own: bool,
    /// Who opened it; `None` where only a placeholder is shown.
    pub author: Option<MemberId>,
    /// The city its author speaks for.
    pub city: Option<CityId>,
    /// Slugs of its themes.
    pub themes: Vec<String>,
    /// Published posts, the opening one counted.
    pub posts: i32,
    /// The highest number given; decides how many pages there are.
    pub last_number: i32,
    /// When the last post was published.
    pub last_post_at: Time,
    /// Who wrote it.
    pub last_author: Option<MemberId>,
    /// The accepted answer, when it stands.
    pub accepted: Option<PostId>,
    /// The accepted answer's number.
    pub accepted_number: Option<i32>,
    /// When it was written.
    pub created_at: Time,
    /// When it was published.
    pub published_at: Option<Time>,
    /// How far the actor has read; `None` for guests and where nothing was read.
    pub read: Option<i32>,
    /// Published posts of others after that, 0 where nothing was read.
    pub unread: i64,
    /// How the actor follows this very thread.
    pub level: Option<Level>,
    /// The last 60 replies, oldest first.
    pub strokes: Vec<Stroke>,
}

impl ThreadSummary {
    /// How many pages the thread has, at least one.
    #[must_use]
    pub fn pages(&self) -> i32 {
        crate::model::page_of(self.last_number)
    }

    /// Published replies.
    #[must_use]
    pub fn replies(&self) -> i32 {
        (self.posts - 1).max(0)
    }
}

/// A thread's head: everything but its posts.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadView {
    /// As in lists.
    pub summary: ThreadSummary,
    /// What its space allows.
    pub facts: SpaceFacts,
    /// The space's languages; empty means any.
    pub space_languages: Vec<String>,
    /// Letters about it keep a neutral subject.
    pub neutral_subject: bool,
    /// Its space lets its texts be given to the translator.
    pub translated: bool,
    /// Raised when the right to enter its space changes.
    pub space_rights_version: i64,
    /// The last number given in its live stream `thread:ID`.
    pub seq: i64,
    /// The version of title and settings.
    pub version: i32,
    /// Who chose the accepted answer.
    pub accepted_by: Option<MemberId>,
    /// When it was chosen.
    pub accepted_at: Option<Time>,
    /// When it was closed.
    pub closed_at: Option<Time>,
    /// When it closes by itself.
    pub closes_at: Option<Time>,
    /// When it opens again by itself.
    pub opens_at: Option<Time>,
    /// How long everybody waits between two texts here, in slow mode.
    pub slow: Option<Duration>,
    /// The reply that sums it up; it may wait, be gone, or stand elsewhere now.
    pub summary_post: Option<PostId>,
}

/// A new wording of a published post that waits for a moderator. Only its
/// author and the space's moderators are given it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldEdit {
    /// The waiting wording.
    pub revision: RevisionId,
    /// The new title, for opening posts.
    pub title: Option<String>,
    /// The new Markdown.
    pub markdown: String,
    /// The new HTML, sanitised.
    pub html: String,
    /// Its language.
    pub language: String,
    /// Why it waits.
    pub reason: Option<HoldReason>,
    /// When it was written.
    pub written_at: Time,
}

/// A post as the actor sees it. Where only a placeholder is shown
/// (`sight == Placeholder`), author, city, text and marks are empty.
#[derive(Clone, Debug, PartialEq)]
pub struct PostView {
    /// The post.
    pub id: PostId,
    /// Its thread.
    pub thread: ThreadId,
    /// Its space.
    pub space: SpaceId,
    /// Its number in the thread, once published.
    pub number: Option<i32>,
    /// It opens the thread.
    pub opening: bool,
    /// Its state.
    pub state: State,
    /// How much the actor sees.
    pub sight: Sight,
    /// The actor wrote it.
    pub own: bool,
    /// Who wrote it.
    pub author: Option<MemberId>,
    /// The city its author speaks for.
    pub city: Option<CityId>,
    /// The sanitised HTML.
    pub html: String,
    /// The Markdown as kept; `None` on pages of many posts.
    pub markdown: Option<String>,
    /// Which version of the renderer made the HTML.
    pub renderer: i32,
    /// The language's tag.
    pub language: String,
    /// Why it waits (held posts).
    pub hold_reason: Option<HoldReason>,
    /// The post it answers.
    pub reply_to: Option<PostId>,
    /// That post's number, when it stands.
    pub reply_number: Option<i32>,
    /// Who wrote that post, when it stands.
    pub reply_author: Option<MemberId>,
    /// How many found it useful.
    pub useful: i32,
    /// The actor found it useful.
    pub marked: bool,
    /// The actor keeps it among the bookmarks.
    pub bookmarked: bool,
    /// The actor has blocked who wrote it.
    pub blocked: bool,
    /// It is the accepted answer.
    pub accepted: bool,
    /// The version of its wording.
    pub version: i32,
    /// When it was written.
    pub created_at: Time,
    /// When it was published.
    pub published_at: Option<Time>,
    /// When its wording was last changed, beyond the grace period.
    pub edited_at: Option<Time>,
    /// When it was removed or deleted.
    pub removed_at: Option<Time>,
    /// Everybody may edit it.
    pub wiki: bool,
    /// Who wrote the words that stand there, where that is not its author.
    pub editor: Option<MemberId>,
    /// A new wording that waits.
    pub held_edit: Option<HeldEdit>,
}

/// A post out of its page: with what is needed to name and reach its thread.
#[derive(Clone, Debug, PartialEq)]
pub struct PostCard {
    /// The post; its Markdown is there unless only a placeholder is shown.
    pub post: PostView,
    /// The thread's title; `None` where only a placeholder is shown.
    pub title: Option<String>,
    /// The title's language, which need not be the post's.
    pub title_language: String,
    /// The thread in addresses.
    pub slug: String,
    /// What the thread is for.
    pub kind: ThreadKind,
    /// The thread has an accepted answer.
    pub answered: bool,
    /// Who opened the thread; `None` where only a placeholder is shown.
    pub thread_author: Option<MemberId>,
    /// The space in addresses.
    pub space_slug: String,
    /// The space's names by locale.
    pub space_names: Texts,
    /// Letters about it keep a neutral subject.
    pub neutral_subject: bool,
    /// Its space lets its texts be given to the translator.
    pub translated: bool,
    /// What its space allows.
    pub facts: SpaceFacts,
}

/// Where a post stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Where {
    /// The thread.
    pub thread: ThreadId,
    /// Its tail in addresses; empty where only a placeholder is shown.
    pub slug: String,
    /// The post.
    pub post: PostId,
    /// Its number; `None` while it waits.
    pub number: Option<i32>,
    /// The page it stands on, from 1; posts that wait stand on the last.
    pub page: i32,
}

/// One wording of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionView {
    /// The wording.
    pub id: RevisionId,
    /// The version it had (for waiting ones: the version it was written upon).
    pub version: i32,
    /// `public` (an earlier wording), `held` or `declined`.
    pub state: String,
    /// The title, where it differed or was to differ.
    pub title: Option<String>,
    /// The Markdown.
    pub markdown: String,
    /// The sanitised HTML.
    pub html: String,
    /// Who wrote it.
    pub editor: MemberId,
    /// Its language.
    pub language: String,
    /// Why it waits.
    pub reason: Option<HoldReason>,
    /// When it was written.
    pub written_at: Time,
}

/// A text of the actor's that waits for a moderator, or was given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// The post.
    pub post: PostId,
    /// Its thread.
    pub thread: ThreadId,
    /// Its space.
    pub space: SpaceId,
    /// The thread's title.
    pub title: String,
    /// The thread's tail in addresses.
    pub slug: String,
    /// It opens the thread.
    pub opening: bool,
    /// The waiting wording, when the post itself is published.
    pub revision: Option<RevisionId>,
    /// Why it waits, by name.
    pub reason: Option<String>,
    /// When it was written.
    pub since: Time,
}

#[cfg(test)]
mod tests;
