//! Posts, as a thread page, a person's page or a case shows them.

use super::{DayView, Link, PersonView, PlateView, PollView, Tongue};
use jiff::Timestamp;
use stoa_render::{SafeHtml, Words};

/// One place in a thread: a post, or the place where one was.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A post the reader may read.
    Post(Box<PostView>),
    /// A post that was taken away: no author, no text, no link.
    Gone(GoneView),
}

/// The place of a post that was deleted or removed, for those who may not read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoneView {
    /// Its number in the thread, so that links to it still lead here.
    pub number: i64,
    /// Removed by a moderator, or else deleted by its author.
    pub removed: bool,
}

impl GoneView {
    /// What is said in its place.
    #[must_use]
    pub fn sentence(&self, w: &Words) -> String {
        w.say(if self.removed { "chrome-post-gone-removed" } else { "chrome-post-gone-deleted" })
    }
}

/// A post as the reader sees it.
#[derive(Clone, Debug)]
pub struct PostView {
    /// The post's id.
    pub id: String,
    /// Its number in the thread; `None` until it is published.
    pub number: Option<i64>,
    /// Whether it opens the thread.
    pub opening: bool,
    /// Who wrote it.
    pub author: PersonView,
    /// When it was published, or written while it waits.
    pub at: Timestamp,
    /// When it was last edited.
    pub edited_at: Option<Timestamp>,
    /// Its rendered text.
    pub html: SafeHtml,
    /// The language it is written in, where known.
    pub language: Option<Tongue>,
    /// Whether `language` is none of those the reader reads, so that it is named.
    pub foreign: bool,
    /// The post it answers.
    pub reply_to: Option<Link>,
    /// Whether it is new to the reader.
    pub new: bool,
    /// Whether the reader wrote it.
    pub own: bool,
    /// That everybody may edit it, in a sentence.
    pub wiki: Option<String>,
    /// Whether the reader has blocked its author: the text is there by a press.
    pub folded: bool,
    /// Published, waiting, declined, removed …
    pub state: PostState,
    /// Set on the accepted answer.
    pub accepted: Option<AcceptedView>,
    /// What came of it, and the reply that says more.
    pub tried: Option<(String, Option<Link>)>,
    /// Cities that use what it tells: how far each has come.
    pub used: Vec<(PlateView, String)>,
    /// How many found it useful.
    pub useful: u64,
    /// Whether the reader is one of them.
    pub found_useful: bool,
    /// The text in a language the reader reads.
    pub other: Other,
    /// The poll in it.
    pub poll: Option<PollView>,
    /// What the reader may do with it; `None` shows no button.
    pub can: PostActions,
}

/// What there is of a post in a language the reader reads.
#[derive(Clone, Debug, Default)]
pub enum Other {
    /// Nothing, or the reader reads the original.
    #[default]
    None,
    /// A translation.
    Made(Box<TranslationView>),
    /// It is being made, in a sentence.
    Waits(String),
    /// It could not be made.
    Failed {
        /// That it could not.
        said: String,
        /// Where it is asked for again.
        ask: Option<String>,
        /// In which language.
        language: String,
    },
    /// It can be asked for.
    Offered {
        /// Where.
        ask: String,
        /// In which language.
        language: String,
    },
}

/// A translation of a post.
#[derive(Clone, Debug)]
pub struct TranslationView {
    /// Its language.
    pub language: Option<Tongue>,
    /// What that calls itself.
    pub name: String,
    /// The thread's title, for opening posts.
    pub title: Option<String>,
    /// The text.
    pub html: SafeHtml,
    /// From which language and by whom, in a sentence.
    pub said: String,
    /// Whether it stands in the place of the original, which is one press away; else the
    /// original stands there.
    pub shown: bool,
    /// Where it is improved.
    pub improve: Option<String>,
    /// Its earlier editions.
    pub history: Option<String>,
}

impl Other {
    /// Changes the text of the translation, if there is one.
    pub fn map(&mut self, change: impl Fn(&SafeHtml) -> SafeHtml) {
        if let Self::Made(one) = self {
            one.html = change(&one.html);
        }
    }

    /// The translation, where it stands in the place of the original.
    #[must_use]
    pub fn shown(&self) -> Option<&TranslationView> {
        if let Self::Made(one) = self { Some(one.as_ref()).filter(|one| one.shown) } else { None }
    }
}

impl PostView {
    /// The translation, where it stands in the place of the original.
    #[must_use]
    pub fn instead(&self) -> Option<&TranslationView> {
        self.other.shown()
    }

    /// The translation, where it stands beside the original.
    #[must_use]
    pub fn beside(&self) -> Option<&TranslationView> {
        self.made().filter(|one| !one.shown)
    }

    fn made(&self) -> Option<&TranslationView> {
        if let Other::Made(one) = &self.other { Some(one) } else { None }
    }
}

/// Who chose an answer, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedView {
    /// The name of the person who chose it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// The states a post may have for somebody who can read its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PostState {
    /// Published, nothing to say.
    #[default]
    Published,
    /// Waiting for a person: `why` and `when` are whole sentences.
    Held {
        /// Why it waits.
        why: String,
        /// When a person will look.
        when: String,
    },
    /// A moderator asked for a change; the note is the moderator's.
    Revise {
        /// What to change.
        note: String,
    },
    /// Not published; the statement of reasons follows.
    Declined {
        /// The reason in words.
        reason: String,
    },
    /// Taken away after publication; seen by author and moderators.
    Removed {
        /// The reason in words.
        reason: String,
    },
    /// Deleted by its author; seen by moderators until it is purged.
    Deleted,
}

/// Addresses of what can be done with a post. The first seven are forms (POST),
/// the others pages (GET).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostActions {
    /// Turns "useful" on or off.
    pub useful: Option<String>,
    /// Makes it the accepted answer.
    pub accept: Option<String>,
    /// Takes the acceptance back.
    pub unaccept: Option<String>,
    /// Deletes it.
    pub delete: Option<String>,
    /// Withdraws it while it waits.
    pub withdraw: Option<String>,
    /// Restores it (moderators).
    pub restore: Option<String>,
    /// Keeps it for later.
    pub bookmark: Option<String>,
    /// It is kept: its note and its reminder.
    pub bookmarked: Option<String>,
    /// Answers it.
    pub reply: Option<String>,
    /// Answers it with its text quoted.
    pub quote: Option<String>,
    /// Edits it.
    pub edit: Option<String>,
    /// Lets everybody edit it (a form).
    pub wiki: Option<String>,
    /// Lets its author alone edit it again (a form).
    pub unwiki: Option<String>,
    /// Its public history.
    pub history: Option<String>,
    /// Says what came of it.
    pub trial: Option<String>,
    /// Says that the own city uses it.
    pub adopt: Option<String>,
    /// The own city says so already.
    pub adopted: bool,
    /// Reports it.
    pub report: Option<String>,
    /// The moderators' case about it.
    pub case: Option<String>,
}

impl PostView {
    /// The name of its place on the page: `p6`, or `post-…` before it has a number.
    #[must_use]
    pub fn anchor(&self) -> String {
        self.number.map_or_else(|| format!("post-{}", self.id), |number| format!("p{number}"))
    }

    /// How its heading begins for ears: "Reply 5:".
    #[must_use]
    pub fn ordinal(&self, w: &Words) -> String {
        match self.number {
            _ if self.opening => w.say("chrome-post-opening"),
            Some(number) => w.n("chrome-post-number", number),
            None => w.say("chrome-post-unnumbered"),
        }
    }

    /// When it was published, or written while it waits.
    #[must_use]
    pub fn day(&self, w: &Words) -> DayView {
        DayView::of(self.at, w)
    }

    /// A button's full name for ears: the sentence `key` with the author's `$name`, and which
    /// of the author's posts, so that no two buttons of a page are called the same.
    #[must_use]
    pub fn named(&self, w: &Words, key: &str) -> String {
        format!("{}{}", w.a(key, "name", self.author.name.as_str()), self.nth(w))
    }

    /// Which reply it is, after the author's name: ", no. 5"; nothing for the first post.
    #[must_use]
    pub fn nth(&self, w: &Words) -> String {
        let number = self.number.filter(|_| !self.opening);
        number.map(|number| w.n("chrome-post-nth", number)).unwrap_or_default()
    }

    /// The state's class: `held` for all that only some can see.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match (&self.state, &self.accepted) {
            (PostState::Published, Some(_)) => "acc",
            (PostState::Published, None) => "",
            _ => "held",
        }
    }

    /// Kind and words of the state bar, and the sentence beside it.
    #[must_use]
    pub fn standing(&self, w: &Words) -> Option<Standing> {
        let standing =
            |kind, key, beside: String| Some(Standing { kind, label: w.say(key), beside });
        match &self.state {
            PostState::Published => self.accepted.as_ref().map(|chosen| Standing {
                kind: "ok",
                label: w.say("chrome-post-accepted"),
                beside: w.a("chrome-post-accepted-by", "name", chosen.by.as_str()),
            }),
            PostState::Held { when, .. } => standing("wait", "chrome-post-held", when.clone()),
            PostState::Revise { .. } => {
                standing("wait", "chrome-post-revise", w.say("chrome-post-seen-by"))
            }
            PostState::Declined { .. } => {
                standing("live", "chrome-post-declined", w.say("chrome-post-seen-by"))
            }
            PostState::Removed { .. } => {
                standing("live", "chrome-post-removed", w.say("chrome-post-seen-by"))
            }
            PostState::Deleted => {
                standing("off", "chrome-post-deleted", w.say("chrome-post-seen-by-moderators"))
            }
        }
    }

    /// The paragraph under the text that says why it is not published.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match &self.state {
            PostState::Held { why, .. } => Some(why),
            PostState::Revise { note } => Some(note),
            PostState::Declined { reason } | PostState::Removed { reason } => Some(reason),
            PostState::Published | PostState::Deleted => None,
        }
    }
}

/// A state bar with the sentence beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// `ok`, `wait`, `live`, `info` or `off`.
    pub kind: &'static str,
    /// The word of the bar.
    pub label: String,
    /// What follows it.
    pub beside: String,
}
