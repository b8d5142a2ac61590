//! The seal on a text that went through the one door.

use stoa_policy::HoldReason;

/// Proof that a text was screened, and what the screening decided.
///
/// Verbs that publish text ask for it; `moderation::submissions` alone makes it
/// (guarded by `tests/tidy.rs`), so no page, route, letter or import can pass by the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screened {
    hold: Option<HoldReason>,
}

impl Screened {
    /// Made by `moderation::submissions` alone.
    #[must_use]
    pub const fn by_submissions(hold: Option<HoldReason>) -> Self {
        Self { hold }
    }

    /// Why the text waits for a moderator; `None` lets it be published.
    #[must_use]
    pub const fn hold(self) -> Option<HoldReason> {
        self.hold
    }
}
