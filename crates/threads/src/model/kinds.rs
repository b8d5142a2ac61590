//! What can be said of a kind of threads.

use super::ThreadKind;

impl ThreadKind {
    /// The kinds that stand in spaces.
    pub fn of_spaces() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| *kind != Self::Conversation)
    }

    /// Who opens it looks for something: an answer, or help.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(self, Self::Question | Self::Need)
    }
}
