//! The plain types of spaces, threads and posts, and how text becomes one of them.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{CityId, FileId, MemberId, PostId, RevisionId, SpaceId, ThreadId};
use stoa_kernel::{Fault, Time, text};
use stoa_policy::{HoldReason, SpaceFacts, TextState};

mod kinds;
mod names;

pub use names::*;

/// How many posts a page of a thread holds: page `p` holds the numbers `(p-1)*20+1` to `p*20`.
pub const POSTS_A_PAGE: i32 = 20;
/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 255;
/// The longest post, in bytes of its Markdown.
pub const LONGEST_BODY: usize = 64 * 1024;
/// How many threads stand first in a space at most.
pub const MOST_PINNED: usize = 20;
/// How many themes a thread may carry.
pub const MOST_THEMES: usize = 5;
/// How long a small change of one's own post leaves no revision.
pub const GRACE: Duration = Duration::from_secs(300);
/// How many characters a change within [`GRACE`] may touch without a revision.
pub const GRACE_CHARACTERS: usize = 100;

/// How far ahead a moment may lie that somebody chooses: about two years.
const FURTHEST: Duration = Duration::from_secs(731 * 24 * 3600);

/// Whether a moment that somebody chose is still to come, and near enough to be meant.
///
/// # Errors
/// [`Fault::Invalid`] in that field.
pub(crate) fn ahead(now: Time, at: Option<Time>, field: &'static str) -> Result<(), Fault> {
    match at {
        Some(at) if at <= now => Err(Fault::invalid(field, "threads-moment-past")),
        Some(at) if at > now.plus(FURTHEST) => Err(Fault::invalid(field, "threads-moment-far")),
        _ => Ok(()),
    }
}

/// An enumeration with one name per value, the same in database, API and addresses.
macro_rules! enumeration {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $value:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $value,)* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The name in database, API and addresses.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$value => $text,)* }
            }

            /// The value of that name.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.name())
            }
        }
    };
}

pub(crate) use enumeration;

enumeration! {
    /// What a thread is for.
    ThreadKind {
        /// Somebody asks.
        Question = "question",
        /// Somebody tells what was done.
        Experience = "experience",
        /// A city looks for something.
        Need = "need",
        /// A city gives something.
        Offer = "offer",
        /// News for all.
        Announcement = "announcement",
        /// What stayed open after a live dialogue.
        DialogueFollowup = "dialogue_followup",
        /// A way through other threads.
        Path = "path",
        /// Named members talk among themselves. Never opened as the others are.
        Conversation = "conversation",
    }
}

enumeration! {
    /// The state of a thread, a post or a held wording.
    State {
        /// Part of the conversation.
        Published = "published",
        /// Waits for a moderator.
        Held = "held",
        /// Not published; its author has the text and the reason.
        Declined = "declined",
        /// Taken away by a moderator after publication.
        Removed = "removed",
        /// Taken away by its author.
        Deleted = "deleted",
        /// A thread whose posts stand in another one now; there is nothing to see of it.
        Merged = "merged",
    }
}

enumeration! {
    /// From which side a need or an offer speaks.
    Direction {
        /// A Mission city speaks.
        Mission = "mission",
        /// A city worldwide speaks.
        Worldwide = "worldwide",
        /// Nobody's side.
        Neither = "neither",
    }
}

enumeration! {
    /// How closely a member follows a thread, a space, a theme, a city or a person.
    Level {
        /// Of a person: what he writes is folded, and nothing tells of it, not even that he names
        /// or answers the member. He does not learn of it.
        Blocked = "blocked",
        /// Hears nothing of it but direct mentions.
        Muted = "muted",
        /// Hears of mentions and of replies to own texts.
        Normal = "normal",
        /// Sees counts of what is new.
        Tracking = "tracking",
        /// Is told of everything.
        Watching = "watching",
    }
}

impl State {
    /// The state as the policy knows it.
    #[must_use]
    pub const fn text(self) -> TextState {
        match self {
            Self::Published => TextState::Published,
            Self::Held => TextState::Held,
            Self::Declined => TextState::Declined,
            Self::Removed => TextState::Removed,
            Self::Deleted | Self::Merged => TextState::Deleted,
        }
    }
}

/// The page a post of that number stands on, from 1.
#[must_use]
pub fn page_of(number: i32) -> i32 {
    (number.max(1) - 1) / POSTS_A_PAGE + 1
}

/// A title: one line of 1 to 255 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title(String);

impl Title {
    /// Reads a title; white space and control characters become single blanks.
    ///
    /// # Errors
    /// [`Fault::Invalid`] in field `title` when nothing is left or it is too long.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let line = text::line(typed);
        match line.chars().count() {
            0 => Err(Fault::invalid("title", "threads-title-missing")),
            n if n > LONGEST_TITLE => Err(Fault::invalid("title", "threads-title-long")),
            _ => Ok(Self(line)),
        }
    }

    /// The title.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The readable tail of the thread's address.
    #[must_use]
    pub fn slug(&self) -> String {
        text::slug(&self.0, "thread")
    }
}

/// The Markdown of a post as its author typed it: not empty, at most 64 KiB.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body(String);

impl Body {
    /// Reads a body; line ends become `\n`, other control characters go.
    ///
    /// # Errors
    /// [`Fault::Invalid`] in field `body` when nothing is left or it is too long.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        if typed.len() > LONGEST_BODY {
            return Err(Fault::invalid("body", "threads-body-long"));
        }
        let body = text::body(typed);
        if body.trim().is_empty() {
            return Err(Fault::invalid("body", "threads-body-missing"));
        }
        if body.len() > LONGEST_BODY {
            return Err(Fault::invalid("body", "threads-body-long"));
        }
        Ok(Self(body))
    }

    /// The Markdown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A post made ready before the transaction: rendered, its references resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    /// The Markdown as it is kept, with ids for people and cities.
    pub markdown: String,
    /// Sanitised HTML.
    pub html: String,
    /// The words alone.
    pub plain: String,
    /// The language's BCP 47 tag.
    pub language: String,
    /// Posts it quotes.
    pub quotes: Vec<PostId>,
    /// Members it names.
    pub mentions: Vec<MemberId>,
    /// Cities it names.
    pub cities: Vec<CityId>,
    /// Files of its author that it shows, or leads to.
    pub files: Vec<Attached>,
    /// Threads that items of its lists lead to.
    pub steps: Vec<ThreadId>,
    /// Outside addresses it links to.
    pub links: Vec<String>,
    /// The version of the renderer that made `html`.
    pub renderer: i32,
}

/// A file that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Which.
    pub file: FileId,
    /// It is shown in the text, not led to.
    pub picture: bool,
}

/// A thread to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewThread {
    /// Where.
    pub space: SpaceId,
    /// What for.
    pub kind: ThreadKind,
    /// Its title.
    pub title: Title,
    /// The language of title and opening post.
    pub language: String,
    /// Slugs of at most five themes.
    pub themes: Vec<String>,
    /// The city its author speaks for.
    pub city: Option<CityId>,
    /// From which side a need or offer speaks.
    pub direction: Direction,
    /// The opening post.
    pub body: Prepared,
}

/// A reply to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReply {
    /// Where.
    pub thread: ThreadId,
    /// The post of the same thread it answers.
    pub reply_to: Option<PostId>,
    /// The city its author speaks for.
    pub city: Option<CityId>,
    /// The text.
    pub body: Prepared,
}

/// A new wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Of which post.
    pub post: PostId,
    /// The version its author had before him.
    pub version: i32,
    /// A new title, for opening posts.
    pub title: Option<Title>,
    /// The text.
    pub body: Prepared,
}

/// Texts by locale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(pub BTreeMap<String, String>);

impl Texts {
    /// The text in that locale, else in its language, else in English, else any.
    #[must_use]
    pub fn say(&self, locale: &str) -> &str {
        let language = locale.split('-').next().unwrap_or(locale);
        let found = [locale, language, "en"].into_iter().find_map(|tag| self.0.get(tag));
        found.or_else(|| self.0.values().next()).map_or("", String::as_str)
    }
}

/// What a verb that writes in a thread has to know of the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The thread.
    pub thread: ThreadId,
    /// Its space.
    pub space: SpaceId,
    /// What the space allows.
    pub facts: SpaceFacts,
    /// Takes no more replies: closed, or no longer published.
    pub closed: bool,
    /// The thread's state.
    pub state: State,
    /// Who opened it.
    pub author: MemberId,
    /// What it is for.
    pub kind: ThreadKind,
    /// Its language.
    pub language: String,
    /// The space's languages; empty means any.
    pub languages: Vec<String>,
    /// How long everybody waits between two texts here, in slow mode.
    pub slow: Option<Duration>,
}

/// A span of slow mode, as the database has it.
pub(crate) fn span(seconds: Option<i32>) -> Option<Duration> {
    seconds.and_then(|seconds| u64::try_from(seconds).ok()).map(Duration::from_secs)
}

/// What a verb on a post has to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostFacts {
    /// The post.
    pub post: PostId,
    /// Its thread and space.
    pub place: Place,
    /// Who wrote it.
    pub author: MemberId,
    /// Its state.
    pub state: State,
    /// It opens the thread.
    pub opening: bool,
    /// Its number, once published.
    pub number: Option<i32>,
    /// The version of its wording.
    pub version: i32,
    /// Its language.
    pub language: String,
    /// Why it waits or waited.
    pub hold_reason: Option<HoldReason>,
    /// Everybody may edit it.
    pub wiki: bool,
}

/// What a verb that opens a thread has to know of a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpacePlace {
    /// The space.
    pub id: SpaceId,
    /// In addresses.
    pub slug: String,
    /// What it allows.
    pub facts: SpaceFacts,
    /// Its languages; empty means any.
    pub languages: Vec<String>,
}

/// A thread was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// And is there for all.
    Published {
        /// The thread.
        thread: ThreadId,
        /// Its opening post.
        post: PostId,
    },
    /// And waits for a moderator.
    Held {
        /// The thread.
        thread: ThreadId,
        /// Its opening post.
        post: PostId,
        /// Why.
        reason: HoldReason,
    },
}

/// A reply was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replied {
    /// And is there for all.
    Published {
        /// The post.
        post: PostId,
        /// Its number in the thread.
        number: i32,
        /// Its number in the thread's stream.
        seq: i64,
    },
    /// And waits for a moderator.
    Held {
        /// The post.
        post: PostId,
        /// Why.
        reason: HoldReason,
    },
}

/// The wording that is there, for whoever edited an older one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Its version.
    pub version: i32,
    /// The thread's title, for opening posts.
    pub title: Option<String>,
    /// The Markdown as kept.
    pub markdown: String,
    /// The sanitised HTML.
    pub html: String,
    /// Its language.
    pub language: String,
}

/// A post was edited, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// The new wording is there (for a held post: in the queue).
    Published {
        /// The version it has now.
        version: i32,
    },
    /// The new wording waits; the approved one stays.
    Held {
        /// The waiting wording.
        revision: RevisionId,
        /// Why.
        reason: HoldReason,
    },
    /// Somebody was first; nothing was written.
    Stale {
        /// What is there.
        current: Wording,
    },
}

/// A held post became part of the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The post.
    pub post: PostId,
    /// Its thread.
    pub thread: ThreadId,
    /// Its space.
    pub space: SpaceId,
    /// Who wrote it.
    pub author: MemberId,
    /// Its number in the thread.
    pub number: i32,
    /// Its number in the thread's stream.
    pub seq: i64,
    /// It opened the thread.
    pub opening: bool,
}
