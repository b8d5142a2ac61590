//! The names of the policy's values in database and API.

use stoa_policy::{HoldReason, Holding, Posting, Visibility};

/// The name of a visibility.
#[must_use]
pub const fn visibility_name(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "public",
        Visibility::Members => "members",
        Visibility::Private => "private",
        Visibility::Sealed => "sealed",
    }
}

/// The visibility of that name.
#[must_use]
pub fn visibility(name: &str) -> Option<Visibility> {
    [Visibility::Public, Visibility::Members, Visibility::Private, Visibility::Sealed]
        .into_iter()
        .find(|value| visibility_name(*value) == name)
}

/// The name of a rule about who posts.
#[must_use]
pub const fn posting_name(posting: Posting) -> &'static str {
    match posting {
        Posting::Members => "members",
        Posting::ModeratorsOpen => "moderators_open",
        Posting::Moderators => "moderators",
    }
}

/// The rule of that name about who posts.
#[must_use]
pub fn posting(name: &str) -> Option<Posting> {
    [Posting::Members, Posting::ModeratorsOpen, Posting::Moderators]
        .into_iter()
        .find(|value| posting_name(*value) == name)
}

/// The name of a rule about what is held.
#[must_use]
pub const fn holding_name(holding: Holding) -> &'static str {
    match holding {
        Holding::Newcomers => "newcomers",
        Holding::Everybody => "everybody",
    }
}

/// The rule of that name about what is held.
#[must_use]
pub fn holding(name: &str) -> Option<Holding> {
    [Holding::Newcomers, Holding::Everybody].into_iter().find(|value| holding_name(*value) == name)
}

/// The name of a reason to hold, as the API tells it.
#[must_use]
pub const fn hold_reason_name(reason: HoldReason) -> &'static str {
    match reason {
        HoldReason::Newcomer => "newcomer",
        HoldReason::SpaceHoldsAll => "space_holds_all",
        HoldReason::Word => "word",
        HoldReason::NewHost => "new_host",
        HoldReason::Mentions => "mentions",
        HoldReason::Repeats => "repeats",
    }
}

/// The reason of that name.
#[must_use]
pub fn hold_reason(name: &str) -> Option<HoldReason> {
    HoldReason::ALL.into_iter().find(|value| hold_reason_name(*value) == name)
}
