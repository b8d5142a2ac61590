//! What happened to accounts. Subscribers turn these into letters; payloads hold ids and times.

use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{MemberId, TokenId};
use stoa_kernel::{Event, Time};

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $kind:literal { $($(#[$fdoc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type,)* }

        impl Event for $name {
            const KIND: &'static str = $kind;
        }
    )*};
}

events! {
    /// Somebody joined; the address is not confirmed yet.
    MemberJoined = "accounts.member_joined" {
        /// Who.
        member: MemberId,
    }
    /// A letter with a link that confirms an address is due.
    ConfirmAsked = "accounts.confirm_asked" {
        /// Whose address.
        member: MemberId,
        /// The link; its text is made when the letter is written.
        token: TokenId,
    }
    /// Somebody tried to join with the address of a member; the member is told by letter.
    AddressKnown = "accounts.address_known" {
        /// Whose address.
        member: MemberId,
        /// When.
        at: Time,
    }
    /// A letter with a link that signs in is due.
    SignInAsked = "accounts.sign_in_asked" {
        /// Whom.
        member: MemberId,
        /// The link.
        token: TokenId,
    }
    /// A letter with a link that lets choose a new password is due.
    ResetAsked = "accounts.reset_asked" {
        /// Whose password.
        member: MemberId,
        /// The link.
        token: TokenId,
    }
    /// An address was confirmed: the member may sign in and gets letters from now on.
    MemberConfirmed = "accounts.member_confirmed" {
        /// Who.
        member: MemberId,
    }
    /// An administrator made somebody a member, who is told by letter.
    MemberInvited = "accounts.member_invited" {
        /// Who.
        member: MemberId,
    }
    /// A password was changed; the member is told by letter.
    PasswordChanged = "accounts.password_changed" {
        /// Whose.
        member: MemberId,
        /// When.
        at: Time,
    }
    /// A member shows under another name: texts that mention him are to be rendered anew.
    MemberRenamed = "accounts.member_renamed" {
        /// Who.
        member: MemberId,
    }
    /// Somebody left: the account is empty, everything else is to follow.
    MemberLeft = "accounts.member_left" {
        /// Who.
        member: MemberId,
    }
    /// A member lives by another clock: what is due at an hour of the member's is computed anew.
    ZoneChanged = "accounts.zone_changed" {
        /// Who.
        member: MemberId,
    }
    /// Roles were given or taken.
    RolesChanged = "accounts.roles_changed" {
        /// Whose.
        member: MemberId,
    }
    /// A member was silenced, or may speak again.
    SuspensionChanged = "accounts.suspension_changed" {
        /// Who.
        member: MemberId,
        /// Until when; `None` when it ended.
        until: Option<Time>,
    }
}
