//! What is known of a person at the place where he acts.

/// How far a person has come in: from a stranger to a known member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Not signed in.
    Guest,
    /// Signed in, but silenced for a time: reads, exports, appeals, does not write.
    Suspended,
    /// Signed in; fewer than two posts approved so far.
    Newcomer,
    /// Signed in and past the newcomers' hold.
    Member,
}

/// Whether the person has a duty at this place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// None anywhere.
    None,
    /// Moderates, but other spaces than this one.
    ModeratorElsewhere,
    /// Moderates this space (or all spaces).
    Moderator,
    /// Administers the instance; may moderate everywhere.
    Administrator,
}

/// A person seen from one place (a space, or the instance as a whole).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Who {
    /// How far the person has come in.
    pub standing: Standing,
    /// The duty held at this place.
    pub duty: Duty,
    /// Evaluates practices.
    pub curator: bool,
    /// Belongs to the private space in question.
    pub belongs: bool,
}

impl Who {
    /// A person who has not signed in.
    pub const GUEST: Self =
        Self { standing: Standing::Guest, duty: Duty::None, curator: false, belongs: false };

    /// Signed in, whatever the standing.
    #[must_use]
    pub fn signed_in(self) -> bool {
        self.standing != Standing::Guest
    }

    /// May act as a moderator at this place.
    #[must_use]
    pub fn moderates(self) -> bool {
        self.duty >= Duty::Moderator && self.standing != Standing::Suspended && self.signed_in()
    }

    /// Administers the instance.
    #[must_use]
    pub fn administers(self) -> bool {
        self.duty == Duty::Administrator && self.moderates()
    }

    /// May write at all: signed in and not silenced.
    #[must_use]
    pub fn writes(self) -> bool {
        self.standing >= Standing::Newcomer
    }
}
