//! The plain types of notices, letters and digests.

use serde::{Deserialize, Serialize};
use stoa_kernel::Time;
use stoa_kernel::ids::{CityId, LetterId, MemberId, NoticeId, PostId, SpaceId, ThreadId, TokenId};
use stoa_kernel::outbox::Urgency;

/// An enumeration with one name per value: in the database, in the API, in `Stoa-Letter`.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $value:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $value,)* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The one name.
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
    };
}

names! {
    /// How often a member gets a digest.
    Rhythm {
        /// On the chosen day of the week.
        Weekly = "weekly",
        /// Every day at the chosen hour.
        Daily = "daily",
        /// Never.
        None = "none",
    }
}

names! {
    /// Every kind of letter that leaves the house.
    LetterKind {
        /// Confirm the address.
        Confirm = "confirm",
        /// Somebody tried to join with an address that has an account.
        KnownAddress = "known-address",
        /// A link that signs in.
        SignIn = "sign-in",
        /// A link to a new password.
        Reset = "reset",
        /// An administrator made the reader a member.
        Invited = "invited",
        /// A letter to oneself, to see whether letters leave.
        Test = "test",
        /// The account was erased.
        Erased = "erased",
        /// The password was changed.
        PasswordChanged = "password-changed",
        /// A text was approved.
        Approved = "approved",
        /// A change was asked for.
        Revise = "revise",
        /// A text was not published.
        Declined = "declined",
        /// A published text was taken away.
        Removed = "removed",
        /// Replies: to one's thread, to one's post, in a thread one watches.
        ThreadReply = "thread-reply",
        /// A thread was opened in a space or by a city one watches.
        ThreadOpened = "thread-opened",
        /// Somebody named or quoted the member.
        Mention = "mention",
        /// A post the member wanted to be reminded of.
        Reminder = "reminder",
        /// What came of the answer that the member accepted?
        Trial = "trial",
        /// A question that nobody answered, put before the member.
        Asked = "asked",
        /// What is worth knowing, on the member's day.
        Digest = "digest",
        /// The last digest after a long absence: shall we go on?
        Farewell = "farewell",
    }
}

/// What may keep a letter from being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Asked for by the person, or about the safety of the account: always sent.
    Security,
    /// Tells the author of a decision, or what the reader asked for on a day: always sent to a
    /// confirmed address that takes mail.
    Decision,
    /// May be left with one click.
    Leavable,
}

impl LetterKind {
    /// What may keep it from being sent.
    #[must_use]
    pub const fn class(self) -> Class {
        match self {
            Self::Confirm
            | Self::KnownAddress
            | Self::SignIn
            | Self::Reset
            | Self::Invited
            | Self::Test
            | Self::Erased
            | Self::PasswordChanged => Class::Security,
            Self::Approved | Self::Revise | Self::Declined | Self::Removed | Self::Reminder => {
                Class::Decision
            }
            Self::ThreadReply
            | Self::ThreadOpened
            | Self::Mention
            | Self::Trial
            | Self::Asked
            | Self::Digest
            | Self::Farewell => Class::Leavable,
        }
    }

    /// Whether it tells of posts, bundled by thread.
    #[must_use]
    pub const fn tells_of_posts(self) -> bool {
        matches!(self, Self::ThreadReply | Self::ThreadOpened | Self::Mention)
    }

    /// What somebody waits for overtakes what can wait.
    #[must_use]
    pub const fn urgency(self) -> Urgency {
        match self {
            Self::Confirm | Self::KnownAddress | Self::SignIn | Self::Reset => Urgency::Now,
            Self::Digest | Self::Farewell => Urgency::Later,
            _ => Urgency::Soon,
        }
    }
}

names! {
    /// Why a member is told of something; printed with each notice.
    Why {
        /// Somebody named the member.
        Mentioned = "mentioned",
        /// Somebody quoted the member.
        Quoted = "quoted",
        /// Somebody answered a post of the member.
        Replied = "replied",
        /// Somebody wrote in a conversation of the member's.
        Conversation = "conversation",
        /// Somebody wrote in a thread that the member opened.
        YourThread = "your_thread",
        /// The member watches the thread.
        WatchesThread = "watches_thread",
        /// The member watches the space.
        WatchesSpace = "watches_space",
        /// The member watches the city.
        WatchesCity = "watches_city",
        /// The member watches the theme.
        WatchesTheme = "watches_theme",
        /// The member watches who wrote it.
        WatchesPerson = "watches_person",
        /// The member wanted to be reminded of it.
        Reminder = "reminder",
        /// What came of the answer that the member accepted?
        Trial = "trial",
        /// A question that nobody answered, put before the member.
        Asked = "asked",
        /// A cohort that the member looks after has ended: what came of it?
        CohortEnded = "cohort_ended",
        /// A poll of the member closed, and waits for its outcome.
        PollClosed = "poll_closed",
        /// A text of the member's could not be published at its moment.
        Unsent = "unsent",
        /// A text of the member became the accepted answer.
        Accepted = "accepted",
        /// A text of the member was approved.
        Approved = "approved",
        /// A change of a text of the member was asked for.
        Revise = "revise",
        /// A text of the member was not published.
        Declined = "declined",
        /// A text of the member was taken away.
        Removed = "removed",
        /// A post that the member reported stays.
        ReportKept = "report_kept",
        /// A post that the member reported was taken away.
        ReportRemoved = "report_removed",
        /// A post that the member reported was taken away by its author.
        ReportGone = "report_gone",
    }
}

impl Why {
    /// Whether the notice is of a post by somebody else.
    #[must_use]
    pub const fn of_a_post(self) -> bool {
        !self.of_a_decision() && !self.of_a_report() && !matches!(self, Self::CohortEnded)
    }

    /// Whether the notice tells what became of a report: it tells nothing of the post.
    #[must_use]
    pub const fn of_a_report(self) -> bool {
        matches!(self, Self::ReportKept | Self::ReportRemoved | Self::ReportGone)
    }

    /// Whether reading the post is reading the notice. That one's answer was accepted, and that one
    /// wanted to be reminded, is news of posts that were read before.
    #[must_use]
    pub const fn read_with_its_post(self) -> bool {
        self.of_a_post()
            && !matches!(
                self,
                Self::Accepted
                    | Self::Reminder
                    | Self::Trial
                    | Self::Asked
                    | Self::PollClosed
                    | Self::Unsent
            )
    }

    /// Whether the notice is of a decision on a text of the member's own.
    #[must_use]
    pub const fn of_a_decision(self) -> bool {
        matches!(self, Self::Approved | Self::Revise | Self::Declined | Self::Removed)
    }

    /// The letter that tells of it.
    #[must_use]
    pub const fn letter(self, opening: bool) -> Option<LetterKind> {
        match self {
            Self::Mentioned | Self::Quoted => Some(LetterKind::Mention),
            Self::Replied | Self::Conversation | Self::YourThread | Self::WatchesThread => {
                Some(LetterKind::ThreadReply)
            }
            Self::WatchesSpace | Self::WatchesCity | Self::WatchesTheme | Self::WatchesPerson => {
                Some(if opening { LetterKind::ThreadOpened } else { LetterKind::ThreadReply })
            }
            Self::Approved => Some(LetterKind::Approved),
            Self::Revise => Some(LetterKind::Revise),
            Self::Declined => Some(LetterKind::Declined),
            Self::Reminder => Some(LetterKind::Reminder),
            Self::Trial => Some(LetterKind::Trial),
            Self::Asked => Some(LetterKind::Asked),
            Self::Removed => Some(LetterKind::Removed),
            Self::Accepted
            | Self::PollClosed
            | Self::CohortEnded
            | Self::Unsent
            | Self::ReportKept
            | Self::ReportRemoved
            | Self::ReportGone => None,
        }
    }
}

/// How a member wants to hear of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// How often the digest comes.
    pub rhythm: Rhythm,
    /// The day of a weekly digest, 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// The hour of the digest in the member's zone, 0 to 23.
    pub hour: u8,
    /// Replies by letter at once.
    pub replies: bool,
    /// Mentions and quotes by letter at once.
    pub mentions: bool,
    /// Approvals by letter; other decisions always come.
    pub approvals: bool,
    /// Is asked to answer questions that nobody answered.
    pub requests: bool,
    /// When the next digest is due; `None` before the address is confirmed and without a rhythm.
    pub next_digest_at: Option<Time>,
    /// Until when digests have told.
    pub last_digest_at: Option<Time>,
    /// Raised by each change.
    pub version: i32,
}

impl Default for Preferences {
    /// A digest on Mondays at eight, replies and mentions at once.
    fn default() -> Self {
        Self {
            rhythm: Rhythm::Weekly,
            weekday: 1,
            hour: 8,
            replies: true,
            mentions: true,
            approvals: true,
            requests: true,
            next_digest_at: None,
            last_digest_at: None,
            version: 0,
        }
    }
}

/// A notice as the inbox shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Which.
    pub id: NoticeId,
    /// Why the member is told.
    pub why: Why,
    /// Where.
    pub thread: Option<ThreadId>,
    /// The post that is told of.
    pub post: Option<PostId>,
    /// Who did it; `None` for "the moderators".
    pub by: Option<MemberId>,
    /// The decision's reference, for notices of decisions.
    pub reference: Option<String>,
    /// When.
    pub at: Time,
    /// Whether the member has seen it.
    pub read: bool,
}

/// What a letter is made from; kept with it as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// The single-use link; its text is computed when the letter is written.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub token: Option<TokenId>,
    /// The reference of a decision.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reference: Option<String>,
    /// A digest's period: from (included) …
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from: Option<Time>,
    /// … to (excluded).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub to: Option<Time>,
}

/// A letter to be left in the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct NewLetter {
    /// To whom.
    pub member: MemberId,
    /// Which kind.
    pub kind: LetterKind,
    /// What it tells of: one letter per member and event.
    pub event_key: String,
    /// The thread it belongs to.
    pub thread: Option<ThreadId>,
    /// What it is made from.
    pub payload: Payload,
    /// Not before.
    pub send_at: Time,
}

/// A letter about to be sent: from here on its contents stay the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Sealed {
    /// Its id, from which its `Message-ID` is made.
    pub id: LetterId,
    /// To whom.
    pub member: MemberId,
    /// Which kind.
    pub kind: LetterKind,
    /// The thread it belongs to.
    pub thread: Option<ThreadId>,
    /// What it is made from.
    pub payload: Payload,
    /// The posts it tells of, oldest first.
    pub tells: Vec<Told>,
    /// When it was queued.
    pub created_at: Time,
}

/// One post in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Why the member is told.
    pub why: Why,
    /// The post.
    pub post: PostId,
    /// The member has seen it in the inbox meanwhile.
    pub read: bool,
}

/// What a link at the end of a letter leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The digest.
    Digest,
    /// Replies by letter.
    Replies,
    /// Mentions and quotes by letter.
    Mentions,
    /// Being asked to answer.
    Requests,
    /// One thread.
    Thread(ThreadId),
    /// One watched space.
    Space(SpaceId),
    /// One watched city.
    City(CityId),
    /// One watched person.
    Person(MemberId),
    /// Every letter but those about decisions and the account.
    Everything,
}
