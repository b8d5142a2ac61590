//! How much of a text somebody sees.

use crate::Who;

/// Who may enter a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Everybody, signed in or not.
    Public,
    /// Everybody who has signed in.
    Members,
    /// Only those who were let in.
    Private,
    /// The people of one conversation, named when it began, and nobody for duty's sake.
    Sealed,
}

/// The state of a thread, a post or one of its revisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextState {
    /// Part of the conversation.
    Published,
    /// Waits for a moderator.
    Held,
    /// Not published; its author has the text and the reason.
    Declined,
    /// Taken away by a moderator after publication.
    Removed,
    /// Taken away by its author.
    Deleted,
    /// Not sent yet.
    Draft,
    /// An earlier wording of a published post, where history is public.
    OldRevision,
}

/// How much of a text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sight {
    /// Nothing: it answers like something that never was.
    Nothing,
    /// That something stood here and who took it away, without title, author or text.
    Placeholder,
    /// The text, marked with its state.
    Marked,
    /// The text.
    Full,
}

/// How much `who` sees of a text in `state` within a space of `visibility`;
/// `own` when `who` wrote it.
#[must_use]
pub fn sight(who: Who, state: TextState, own: bool, visibility: Visibility) -> Sight {
    let own = own && who.signed_in();
    if state == TextState::Draft {
        return if own { Sight::Full } else { Sight::Nothing };
    }
    if !enters(who, visibility) {
        return Sight::Nothing;
    }
    let staff = who.moderates() && visibility != Visibility::Sealed;
    match state {
        TextState::Published | TextState::OldRevision => Sight::Full,
        TextState::Held | TextState::Declined if own || staff => Sight::Marked,
        TextState::Held | TextState::Declined => Sight::Nothing,
        TextState::Removed if own || staff => Sight::Marked,
        TextState::Deleted if staff => Sight::Marked,
        TextState::Removed | TextState::Deleted => Sight::Placeholder,
        TextState::Draft => Sight::Nothing,
    }
}

/// Whether `who` may enter a space of `visibility` at all.
pub(crate) fn enters(who: Who, visibility: Visibility) -> bool {
    match visibility {
        Visibility::Public => true,
        Visibility::Members => who.signed_in(),
        Visibility::Private => who.signed_in() && (who.belongs || who.moderates()),
        Visibility::Sealed => who.signed_in() && who.belongs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Duty, Standing};

    fn member(duty: Duty) -> Who {
        Who { standing: Standing::Member, duty, curator: false, belongs: false }
    }

    #[test]
    fn a_held_text_exists_for_author_and_the_spaces_moderators_alone() {
        let see = |who, own| sight(who, TextState::Held, own, Visibility::Public);
        assert_eq!(see(Who::GUEST, false), Sight::Nothing);
        assert_eq!(see(member(Duty::None), false), Sight::Nothing);
        assert_eq!(see(member(Duty::ModeratorElsewhere), false), Sight::Nothing);
        assert_eq!(see(member(Duty::None), true), Sight::Marked);
        assert_eq!(see(member(Duty::Moderator), false), Sight::Marked);
        assert_eq!(see(member(Duty::Administrator), false), Sight::Marked);
    }

    #[test]
    fn a_suspended_moderator_sees_as_a_member() {
        let who = Who { standing: Standing::Suspended, ..member(Duty::Moderator) };
        assert_eq!(sight(who, TextState::Held, false, Visibility::Public), Sight::Nothing);
        assert_eq!(sight(who, TextState::Published, false, Visibility::Private), Sight::Nothing);
    }

    #[test]
    fn no_duty_opens_a_conversation() {
        for duty in [Duty::Moderator, Duty::Administrator] {
            let see = |who| sight(who, TextState::Published, false, Visibility::Sealed);
            assert_eq!(see(member(duty)), Sight::Nothing);
            assert_eq!(see(Who { belongs: true, ..member(duty) }), Sight::Full);
            let removed = Who { belongs: true, ..member(duty) };
            let seen = sight(removed, TextState::Removed, false, Visibility::Sealed);
            assert_eq!(seen, Sight::Placeholder);
        }
    }

    #[test]
    fn who_left_a_private_space_no_longer_sees_even_the_own_text() {
        assert_eq!(
            sight(member(Duty::None), TextState::Published, true, Visibility::Private),
            Sight::Nothing
        );
    }
}
