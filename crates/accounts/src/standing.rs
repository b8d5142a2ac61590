//! How far somebody has come in.

use stoa_kernel::{Role, RoleKind, Time};
use stoa_policy::Standing;

/// So many approved posts make a newcomer a member.
pub(crate) const APPROVED: i32 = 2;

/// Silenced, newcomer or member. Whoever was given a duty is known to those who gave it and is
/// no newcomer; being let into a private space is no duty.
pub(crate) fn standing(
    suspended_until: Option<Time>,
    approved_posts: i32,
    roles: &[Role],
    now: Time,
) -> Standing {
    let duty = roles.iter().any(|role| role.kind != RoleKind::Participant);
    match suspended_until {
        Some(until) if until > now => Standing::Suspended,
        _ if approved_posts >= APPROVED || duty => Standing::Member,
        _ => Standing::Newcomer,
    }
}
