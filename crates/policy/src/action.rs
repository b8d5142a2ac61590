//! The acts of the community and the one judge over them.

use crate::sight::enters;
use crate::{Standing, Visibility, Who};

/// Who may open threads and reply in a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Posting {
    /// Every member opens threads and replies.
    Members,
    /// Moderators open threads, members reply.
    ModeratorsOpen,
    /// Moderators only.
    Moderators,
}

/// Whose posts wait for a moderator in a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holding {
    /// Those of newcomers.
    Newcomers,
    /// Everybody's but the moderators'.
    Everybody,
}

/// What has to be known of a space to judge an act in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SpaceFacts {
    /// Who may enter.
    pub visibility: Visibility,
    /// Who may post.
    pub posting: Posting,
    /// What is held.
    pub holding: Holding,
}

/// Why a text waits for a moderator. The order is the order of the rules: the first that fits is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HoldReason {
    /// Fewer than two posts of this author have been approved.
    Newcomer,
    /// The space holds every post.
    SpaceHoldsAll,
    /// A rule found a word or pattern.
    Word,
    /// It links to a host that nobody linked to before.
    NewHost,
    /// It names many people.
    Mentions,
    /// Its author has written the same several times.
    Repeats,
}

impl HoldReason {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Newcomer,
        Self::SpaceHoldsAll,
        Self::Word,
        Self::NewHost,
        Self::Mentions,
        Self::Repeats,
    ];
}

/// Why an act on something visible is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The act needs a signed-in member.
    SignIn,
    /// The member is suspended.
    Suspended,
    /// Only moderators post here.
    ModeratorsOnly,
    /// The thread is closed.
    Closed,
    /// Only the author may.
    NotYours,
    /// Nobody decides on a text or report of his own, or marks his own post.
    Own,
    /// Needs a role the person does not have.
    Role,
    /// For members whose first posts have been approved.
    Newcomer,
    /// In a space that holds every text, what nobody looks at first is for moderators.
    HoldsAll,
    /// Texts of this space are not given to a translator.
    NoTranslation,
}

/// Denied, and whether the person may know of the thing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Denial {
    /// Answer as if it did not exist.
    Hidden,
    /// It exists, but this act is not for this person.
    Refused(Refusal),
}

/// The answer to "may he?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Judgement {
    /// Yes.
    Allow,
    /// Yes, but a moderator looks first.
    Hold(HoldReason),
    /// No.
    Deny(Denial),
}

/// An act with the facts it is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Look into a space, or listen to one of its threads.
    Enter(Visibility),
    /// Open a thread.
    OpenThread(SpaceFacts),
    /// Reply in a thread.
    Reply {
        /// The space the thread is in.
        space: SpaceFacts,
        /// The thread takes no more replies.
        closed: bool,
    },
    /// Change the wording of a post.
    Edit {
        /// The space the post is in.
        space: SpaceFacts,
        /// The person wrote it.
        own: bool,
    },
    /// Have a text translated that the person reads.
    Translate {
        /// The space lets its texts be given to the translator.
        allowed: bool,
    },
    /// Put better words in the place of a translation; nobody looks at them first.
    Improve(SpaceFacts),
    /// Send a file, to attach it to a text.
    Upload,
    /// Begin a conversation with named members.
    Converse,
    /// Tell moderators that something is wrong with a post.
    Report {
        /// The person wrote it.
        own: bool,
    },
    /// Close, pin, move, join and part threads.
    Tend,
    /// Take back a post.
    Delete {
        /// The person wrote it.
        own: bool,
    },
    /// Choose the answer of a question.
    Accept {
        /// The person asked.
        asker: bool,
    },
    /// Say what was learned from a question, and what came of its answer.
    Conclude {
        /// The person asked.
        asker: bool,
    },
    /// Say for the own city that it uses what a post tells.
    Adopt,
    /// Mark a post as useful.
    MarkUseful {
        /// The person wrote it.
        own: bool,
    },
    /// See a case of a space, or the part of the log with its texts.
    SeeCase,
    /// Claim or decide a case.
    DecideCase {
        /// The case is about something the person wrote or asked for.
        own: bool,
    },
    /// Reverse a decision.
    UndoDecision {
        /// The person decided.
        own: bool,
    },
    /// Change a space's settings.
    ManageSpace,
    /// Give and take roles, see jobs and letters.
    Administer,
}

const ALLOW: Judgement = Judgement::Allow;

fn refused(why: Refusal) -> Judgement {
    Judgement::Deny(Denial::Refused(why))
}

const HIDDEN: Judgement = Judgement::Deny(Denial::Hidden);

/// The only answer to "may he?": pure, synchronous, total.
#[must_use]
pub fn judge(who: Who, action: Action) -> Judgement {
    match action {
        Action::Enter(visibility) => enter(who, visibility),
        Action::OpenThread(SpaceFacts { visibility: Visibility::Sealed, .. }) => HIDDEN,
        Action::OpenThread(space) => write(who, space, space.posting != Posting::Members),
        Action::Reply { space, closed } => reply(who, space, closed),
        Action::Edit { space, own } => edit(who, space, own),
        Action::Delete { own } | Action::Accept { asker: own } => own_or_staff(who, own),
        Action::Translate { allowed } => translate(who, allowed),
        Action::Improve(space) => improve(who, space),
        Action::Upload => upload(who),
        Action::Converse => known(who),
        Action::Report { own } => report(who, own),
        Action::Conclude { asker } => mine(who, asker),
        Action::Adopt => known(who),
        Action::Tend => tend(who),
        Action::MarkUseful { own } => useful(who, own),
        Action::SeeCase => {
            if who.moderates() {
                ALLOW
            } else {
                HIDDEN
            }
        }
        Action::DecideCase { own } => decide(who, own),
        Action::UndoDecision { own } => undo(who, own),
        Action::ManageSpace | Action::Administer => administer(who),
    }
}

fn enter(who: Who, visibility: Visibility) -> Judgement {
    match (enters(who, visibility), visibility) {
        (true, _) => ALLOW,
        (false, Visibility::Members) => refused(Refusal::SignIn),
        (false, _) => HIDDEN,
    }
}

fn may_write(who: Who) -> Option<Refusal> {
    match who.standing {
        Standing::Guest => Some(Refusal::SignIn),
        Standing::Suspended => Some(Refusal::Suspended),
        Standing::Newcomer | Standing::Member => None,
    }
}

fn write(who: Who, space: SpaceFacts, moderators_only: bool) -> Judgement {
    if !enters(who, space.visibility) {
        return enter(who, space.visibility);
    }
    match may_write(who) {
        Some(why) => refused(why),
        // Nobody looks at what is said in a conversation, so nothing of it waits for anybody.
        None if space.visibility == Visibility::Sealed || who.moderates() => ALLOW,
        None if moderators_only => refused(Refusal::ModeratorsOnly),
        None => hold(who, space.holding),
    }
}

fn hold(who: Who, holding: Holding) -> Judgement {
    match (who.standing, holding) {
        (Standing::Newcomer, _) => Judgement::Hold(HoldReason::Newcomer),
        (_, Holding::Everybody) => Judgement::Hold(HoldReason::SpaceHoldsAll),
        _ => ALLOW,
    }
}

fn reply(who: Who, space: SpaceFacts, closed: bool) -> Judgement {
    let judgement = write(who, space, space.posting == Posting::Moderators);
    let lets_in = !matches!(judgement, Judgement::Deny(_));
    let tends = who.moderates() && space.visibility != Visibility::Sealed;
    if lets_in && closed && !tends { refused(Refusal::Closed) } else { judgement }
}

fn edit(who: Who, space: SpaceFacts, own: bool) -> Judgement {
    match may_write(who) {
        _ if !enters(who, space.visibility) => enter(who, space.visibility),
        Some(why) => refused(why),
        None if !own => refused(Refusal::NotYours),
        None if space.visibility == Visibility::Sealed || who.moderates() => ALLOW,
        None => hold(who, space.holding),
    }
}

fn translate(who: Who, allowed: bool) -> Judgement {
    match may_write(who) {
        Some(why) => refused(why),
        None if !allowed => refused(Refusal::NoTranslation),
        None => ALLOW,
    }
}

/// What would be held is refused: there is no queue for translations.
fn improve(who: Who, space: SpaceFacts) -> Judgement {
    match may_write(who) {
        _ if !enters(who, space.visibility) => enter(who, space.visibility),
        Some(why) => refused(why),
        None if who.moderates() => ALLOW,
        None => match hold(who, space.holding) {
            Judgement::Hold(HoldReason::Newcomer) => refused(Refusal::Newcomer),
            Judgement::Hold(HoldReason::SpaceHoldsAll) => refused(Refusal::HoldsAll),
            other => other,
        },
    }
}

fn upload(who: Who) -> Judgement {
    may_write(who).map_or(ALLOW, refused)
}

/// Who is new writes to nobody first, which is how people are courted and sold to, and speaks for
/// no city.
fn known(who: Who) -> Judgement {
    match (may_write(who), who.standing) {
        (Some(why), _) => refused(why),
        (None, Standing::Newcomer) => refused(Refusal::Newcomer),
        (None, _) => ALLOW,
    }
}

/// Nobody says it in another's place, whatever his duty.
fn mine(who: Who, own: bool) -> Judgement {
    match may_write(who) {
        Some(why) => refused(why),
        None if own => ALLOW,
        None => refused(Refusal::NotYours),
    }
}

/// Also who is silenced reports what he finds.
fn report(who: Who, own: bool) -> Judgement {
    match (who.signed_in(), own) {
        (false, _) => refused(Refusal::SignIn),
        (true, true) => refused(Refusal::Own),
        (true, false) => ALLOW,
    }
}

fn own_or_staff(who: Who, own: bool) -> Judgement {
    match may_write(who) {
        Some(why) => refused(why),
        None if own || who.moderates() => ALLOW,
        None => refused(Refusal::NotYours),
    }
}

fn tend(who: Who) -> Judgement {
    match may_write(who) {
        Some(why) => refused(why),
        None if who.moderates() => ALLOW,
        None => refused(Refusal::Role),
    }
}

fn useful(who: Who, own: bool) -> Judgement {
    match may_write(who) {
        Some(why) => refused(why),
        None if own => refused(Refusal::Own),
        None => ALLOW,
    }
}

fn decide(who: Who, own: bool) -> Judgement {
    match (who.moderates(), own) {
        (false, _) => HIDDEN,
        (true, true) => refused(Refusal::Own),
        (true, false) => ALLOW,
    }
}

fn undo(who: Who, own: bool) -> Judgement {
    match (who.moderates(), own || who.administers()) {
        (false, _) => HIDDEN,
        (true, true) => ALLOW,
        (true, false) => refused(Refusal::NotYours),
    }
}

fn administer(who: Who) -> Judgement {
    match (who.administers(), who.signed_in()) {
        (true, _) => ALLOW,
        (false, true) => refused(Refusal::Role),
        (false, false) => refused(Refusal::SignIn),
    }
}
