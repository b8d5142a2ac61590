//! The plain types of cases and decisions.

use std::time::Duration;

use stoa_kernel::Time;
use stoa_kernel::ids::{
    CaseId, CityId, DecisionId, MemberId, PostId, RevisionId, SpaceId, ThreadId,
};

use crate::reasons::Reason;
use crate::sanctions::{Imposed, Sanction};

/// Gives an enum its names in the database, in forms and in the API.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$line:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$line])* $variant,)* }

        impl $name {
            /// All of them, in their fixed order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the database, in forms and in the API.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The one of that name; `None` for any other text.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}
pub(crate) use named;

named! {
    /// What a case is about.
    CaseKind {
        /// A thread whose first post waits.
        HeldThread = "held_thread",
        /// A reply that waits.
        HeldReply = "held_reply",
        /// A new wording of a published post; the old one stays public.
        HeldEdit = "held_edit",
        /// Members found something wrong with a post.
        Report = "report",
        /// Somebody asks to join.
        Member = "member",
        /// Somebody named a city that was not known.
        CityClaim = "city_claim",
        /// A notice of illegal content.
        Notice = "notice",
        /// A complaint about a decision.
        Complaint = "complaint",
        /// A question for a live dialogue.
        LiveQuestion = "live_question",
    }
}

named! {
    /// Where a case stands.
    CaseState {
        /// Waits for a moderator, or a moderator is on it.
        Open = "open",
        /// A moderator decided.
        Decided = "decided",
        /// Ended without a decision: withdrawn or deleted.
        Closed = "closed",
    }
}

named! {
    /// What a moderator may decide: about held text and claims, and about reported posts.
    Act {
        /// Publish it.
        Approve = "approve",
        /// Ask its author for a change; it stays held.
        Revise = "revise",
        /// Do not publish it; its author gets it back.
        Decline = "decline",
        /// Of a report: it is right, and the post is taken away.
        Agree = "agree",
        /// Of a report: it is wrong, and the post stays.
        Disagree = "disagree",
        /// Of a report: the post stays, and nobody was wrong.
        Ignore = "ignore",
    }
}

named! {
    /// In what order cases are shown.
    #[derive(Default)]
    Order {
        /// Who waits longest first.
        #[default]
        Age = "age",
        /// What weighs most first, then who waits longest.
        Score = "score",
    }
}

named! {
    /// What happened to a case: the lines of its history.
    Happened {
        /// It was opened.
        Opened = "opened",
        /// It was opened again.
        Reopened = "reopened",
        /// The author changed the text.
        Edited = "edited",
        /// A moderator took it.
        Claimed = "claimed",
        /// An administrator took it from another.
        TakenOver = "taken_over",
        /// It was let go.
        Released = "released",
        /// It was approved.
        Approved = "approved",
        /// A change was asked for.
        Revised = "revised",
        /// It was declined.
        Declined = "declined",
        /// The reported post stays.
        Kept = "kept",
        /// The reported post was taken away.
        Removed = "removed",
        /// The decision was taken back.
        Undone = "undone",
        /// The author took the text away.
        Closed = "closed",
    }
}

impl Act {
    /// The line this decision leaves in the case's history.
    pub(crate) const fn happened(self) -> Happened {
        match self {
            Self::Approve => Happened::Approved,
            Self::Revise => Happened::Revised,
            Self::Decline => Happened::Declined,
            Self::Disagree | Self::Ignore => Happened::Kept,
            Self::Agree => Happened::Removed,
        }
    }

    /// Whether its author has to be told why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Revise | Self::Decline | Self::Agree)
    }

    /// Whether every moderator of the space may take it back for a time: what was taken from its
    /// author.
    #[must_use]
    pub const fn takes_away(self) -> bool {
        matches!(self, Self::Decline | Self::Agree)
    }
}

/// What a case is about, with where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A held thread with its first post.
    Thread {
        /// The thread.
        thread: ThreadId,
        /// Its first post.
        post: PostId,
    },
    /// A held reply.
    Reply {
        /// The thread it is in.
        thread: ThreadId,
        /// The reply.
        post: PostId,
    },
    /// A held wording of a published post.
    Edit {
        /// The thread it is in.
        thread: ThreadId,
        /// The post.
        post: PostId,
        /// The wording that waits.
        revision: RevisionId,
    },
    /// A post that somebody found something wrong with.
    Report {
        /// The thread it is in.
        thread: ThreadId,
        /// The post.
        post: PostId,
    },
    /// A city somebody named.
    City(CityId),
}

impl Subject {
    /// What may be decided about it. Nobody can edit a city, so no change of it is asked for.
    #[must_use]
    pub const fn acts(self) -> &'static [Act] {
        match self {
            Self::Thread { .. } | Self::Reply { .. } | Self::Edit { .. } => {
                &[Act::Approve, Act::Revise, Act::Decline]
            }
            Self::City(_) => &[Act::Approve, Act::Decline],
            Self::Report { .. } => &[Act::Agree, Act::Disagree, Act::Ignore],
        }
    }

    /// The kind of case it makes.
    #[must_use]
    pub const fn kind(self) -> CaseKind {
        match self {
            Self::Thread { .. } => CaseKind::HeldThread,
            Self::Reply { .. } => CaseKind::HeldReply,
            Self::Edit { .. } => CaseKind::HeldEdit,
            Self::Report { .. } => CaseKind::Report,
            Self::City(_) => CaseKind::CityClaim,
        }
    }

    /// `thread`, `post` or `city`, as the API names it.
    #[must_use]
    pub const fn type_name(self) -> &'static str {
        match self {
            Self::Thread { .. } => "thread",
            Self::Reply { .. } | Self::Edit { .. } | Self::Report { .. } => "post",
            Self::City(_) => "city",
        }
    }

    /// The post whose text waits, or was reported.
    #[must_use]
    pub const fn post(self) -> Option<PostId> {
        match self {
            Self::Thread { post, .. }
            | Self::Reply { post, .. }
            | Self::Edit { post, .. }
            | Self::Report { post, .. } => Some(post),
            Self::City(_) => None,
        }
    }

    /// The thread it stands in.
    #[must_use]
    pub const fn thread(self) -> Option<ThreadId> {
        match self {
            Self::Thread { thread, .. }
            | Self::Reply { thread, .. }
            | Self::Edit { thread, .. }
            | Self::Report { thread, .. } => Some(thread),
            Self::City(_) => None,
        }
    }

    /// The held wording, of an edit.
    #[must_use]
    pub const fn revision(self) -> Option<RevisionId> {
        match self {
            Self::Edit { revision, .. } => Some(revision),
            _ => None,
        }
    }
}

/// Who is on a case, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// The moderator.
    pub by: MemberId,
    /// The end of the lease.
    pub until: Time,
}

/// A case, without the text it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Which.
    pub id: CaseId,
    /// What it is about.
    pub subject: Subject,
    /// Which wording its version stands for: a post's version, the instant a
    /// held edit was written, 0 for cities.
    pub wording: i64,
    /// The space it belongs to; none for cities and conversations, which are for those who
    /// moderate everywhere.
    pub space: Option<SpaceId>,
    /// The language of the text.
    pub language: Option<String>,
    /// Who wrote the text or named the city.
    pub author: Option<MemberId>,
    /// Why it is here, by code: `newcomer`, `space_holds_all`, `city_unknown`, `reported`.
    pub reason: String,
    /// Where it stands.
    pub state: CaseState,
    /// Raised by every decision and by every edit of the subject.
    pub version: i32,
    /// Who is on it now; leases that ran out are left out.
    pub claim: Option<Lease>,
    /// What the reports weigh that wait in it, in hundredths of a point; 0 for all but reports.
    pub score: i64,
    /// Since when it waits.
    pub opened_at: Time,
    /// When it was decided.
    pub decided_at: Option<Time>,
}

impl Case {
    /// What it is about, in a word.
    #[must_use]
    pub fn kind(&self) -> CaseKind {
        self.subject.kind()
    }
}

/// What a moderator decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What.
    pub act: Act,
    /// Why; required but for an approval.
    pub reason: Option<Reason>,
    /// Words for the author.
    pub note: Option<String>,
    /// Welcome the author, with an approval.
    pub welcome: bool,
    /// What is done to the author beside the text, where it is taken away.
    pub sanction: Option<Sanction>,
}

/// A decision as moderators see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which.
    pub id: DecisionId,
    /// Its name in addresses and letters.
    pub reference: String,
    /// The case it decided.
    pub case: CaseId,
    /// Whose text it was.
    pub author: Option<MemberId>,
    /// What.
    pub act: Act,
    /// Why.
    pub reason: Option<Reason>,
    /// Words for the author.
    pub note: Option<String>,
    /// The author was welcomed.
    pub welcome: bool,
    /// What was done to the author beside the text.
    pub sanction: Option<Imposed>,
    /// Who decided. Authors and readers are never told.
    pub by: MemberId,
    /// When.
    pub at: Time,
    /// Until then its maker may take it back, and nobody hears of it by letter.
    pub tell_at: Time,
    /// When it was taken back.
    pub undone_at: Option<Time>,
}

/// A line of a case's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What happened.
    pub what: Happened,
    /// Who did it; none for the program itself.
    pub by: Option<MemberId>,
    /// The case's version after it.
    pub version: i32,
    /// When.
    pub at: Time,
}

/// How long decisions can be taken back, and claims last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How long the decider may take a decision back; its letter waits as long. Whoever is
    /// [patient](stoa_accounts::hours::patient) has [`PATIENCE`].
    pub undo: Duration,
    /// How long a declined text can be restored by any moderator of its space.
    pub restore: Duration,
    /// How long a claim lasts without being renewed.
    pub lease: Duration,
}

impl Default for Settings {
    /// 30 seconds, 30 days, 10 minutes.
    fn default() -> Self {
        Self {
            undo: Duration::from_secs(30),
            restore: Duration::from_secs(30 * 86_400),
            lease: Duration::from_secs(600),
        }
    }
}

/// How long a decision can be taken back by whoever wants more time for it.
pub const PATIENCE: Duration = Duration::from_secs(600);

/// A note's greatest length in characters.
pub const LONGEST_NOTE: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_nothing_else_does() {
        for kind in CaseKind::ALL {
            assert_eq!(CaseKind::parse(kind.name()), Some(*kind));
        }
        assert_eq!(CaseKind::parse("Held_thread"), None);
        assert_eq!(Act::parse("agreed"), None);
        assert_eq!(CaseState::parse(""), None);
    }
}
