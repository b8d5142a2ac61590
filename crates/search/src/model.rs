//! What is found, among what, and by which filter.

use stoa_kernel::Time;
use stoa_kernel::ids::{CityId, MemberId, PostId, SpaceId, ThreadId};

/// A published post as the index takes it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The post.
    pub post: PostId,
    /// Its thread.
    pub thread: ThreadId,
    /// Its space.
    pub space: SpaceId,
    /// It opens the thread, whose title it carries.
    pub opening: bool,
    /// What the thread is for, by name.
    pub kind: String,
    /// Slugs of the thread's themes.
    pub themes: Vec<String>,
    /// The language's tag.
    pub language: String,
    /// M49 codes of the regions its city lies in, the smallest and those around it.
    pub regions: Vec<String>,
    /// The city it was written for.
    pub city: Option<CityId>,
    /// Who wrote it.
    pub author: MemberId,
    /// When it was published.
    pub at: Time,
    /// Its thread has an accepted answer; of questions alone.
    pub answered: Option<bool>,
    /// The thread's title, of the opening post alone.
    pub title: Option<String>,
    /// Its own words, without those it quotes.
    pub body: String,
    /// The same in other languages.
    pub others: Vec<InLanguage>,
}

/// A text in another language: found by its words as by those of the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InLanguage {
    /// The language's tag.
    pub language: String,
    /// The thread's title, of the opening post alone.
    pub title: Option<String>,
    /// The words.
    pub body: String,
}

/// What to take in: first everything in `of` goes, then the documents come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which documents are replaced.
    pub of: Of,
    /// What stands there now; empty when nothing does.
    pub documents: Vec<Document>,
}

/// Documents that are replaced together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// One post.
    Post(PostId),
    /// All posts of a thread.
    Thread(ThreadId),
    /// Nothing: the documents are new.
    Nothing,
}

/// Among what is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Among {
    /// Threads and replies.
    #[default]
    All,
    /// Threads: titles and opening posts.
    Threads,
    /// Replies.
    Replies,
}

/// How many of the words have to be there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Enough {
    /// All of them.
    #[default]
    All,
    /// Half of them, rounded up.
    Half,
    /// One of them.
    One,
    /// None: what is within a filter that narrows, the newest first.
    Nothing,
}

impl Enough {
    /// How many of so many words.
    #[must_use]
    pub const fn of(self, words: usize) -> usize {
        match self {
            Self::All => words,
            Self::Half => words.div_ceil(2),
            Self::One => 1,
            Self::Nothing => 0,
        }
    }
}

/// Which documents count at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Threads, replies or both.
    pub among: Among,
    /// Spaces whose posts the reader may not see.
    pub hidden: Vec<SpaceId>,
    /// In this space alone.
    pub space: Option<SpaceId>,
    /// In threads of this kind.
    pub kind: Option<String>,
    /// With one of these themes; empty means any.
    pub themes: Vec<String>,
    /// From cities in this region.
    pub region: Option<String>,
    /// In this language.
    pub language: Option<String>,
    /// Written for this city.
    pub city: Option<CityId>,
    /// Written by this person.
    pub author: Option<MemberId>,
    /// Published at this moment or after it.
    pub from: Option<Time>,
    /// Published before this moment.
    pub before: Option<Time>,
    /// In questions that have an accepted answer, or have none.
    pub answered: Option<bool>,
    /// What is written in these languages, or has been put into them, comes before all else; it
    /// leaves nothing out.
    pub first: Vec<String>,
}

impl Filter {
    /// Whether it leaves out anything but what may not be seen.
    #[must_use]
    pub fn narrows(&self) -> bool {
        let free =
            Self { hidden: self.hidden.clone(), first: self.first.clone(), ..Self::default() };
        *self != free
    }
}

/// A document that was found, best first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The post.
    pub post: PostId,
    /// Its thread.
    pub thread: ThreadId,
    /// It opens the thread.
    pub opening: bool,
    /// How well it fits; comparable within one answer alone.
    pub score: f32,
}
