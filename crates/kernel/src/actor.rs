//! Who acts: a guest or a member with standing and roles.

use stoa_policy::{Action, Denial, Duty, HoldReason, Judgement, Refusal, Standing, Who, judge};

use crate::Fault;
use crate::ids::{MemberId, SpaceId};

/// The kinds of role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleKind {
    /// Was let into a private space.
    Participant,
    /// Moderates a space, or all of them.
    Moderator,
    /// Evaluates practices.
    Curator,
    /// Administers the instance and may moderate everywhere.
    Administrator,
}

impl RoleKind {
    /// The name in the database, in commands and in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Moderator => "moderator",
            Self::Curator => "curator",
            Self::Administrator => "administrator",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Participant, Self::Moderator, Self::Curator, Self::Administrator]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// A role held, in one space or (with `None`) everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Role {
    /// What.
    pub kind: RoleKind,
    /// Where.
    pub space: Option<SpaceId>,
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    member: Option<MemberId>,
    standing: Standing,
    roles: Vec<Role>,
}

impl Actor {
    /// Somebody who has not signed in.
    #[must_use]
    pub const fn guest() -> Self {
        Self { member: None, standing: Standing::Guest, roles: Vec::new() }
    }

    /// A signed-in member.
    #[must_use]
    pub fn member(id: MemberId, standing: Standing, roles: Vec<Role>) -> Self {
        Self { member: Some(id), standing, roles }
    }

    /// The member's id; `None` for a guest.
    #[must_use]
    pub fn id(&self) -> Option<MemberId> {
        self.member
    }

    /// The member's id, or the refusal that asks to sign in.
    ///
    /// # Errors
    /// [`Fault::Forbidden`] for a guest.
    pub fn signed_in(&self) -> Result<MemberId, Fault> {
        self.member.ok_or(Fault::Forbidden(refusal_key(Refusal::SignIn)))
    }

    /// Whether this is that member.
    #[must_use]
    pub fn is(&self, member: MemberId) -> bool {
        self.member == Some(member)
    }

    /// How far the person has come in.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// The roles held.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The person seen from a space.
    #[must_use]
    pub fn who_in(&self, space: SpaceId) -> Who {
        if space == SpaceId::CONVERSATIONS {
            // Whoever reads one of its threads is of its people; nobody has a duty there.
            return self.as_who(Duty::None, self.member.is_some());
        }
        let here = |role: &&Role| role.space.is_none_or(|of| of == space);
        let duty = self.roles.iter().filter(here).map(|role| duty_of(role.kind)).max();
        // A moderator enters by duty, which a suspension takes away; only who was let in belongs.
        let belongs = self.roles.iter().filter(here).any(|role| role.kind == RoleKind::Participant);
        self.as_who(duty.unwrap_or(Duty::None).max(self.duty_elsewhere()), belongs)
    }

    /// The person seen from the instance as a whole: only roles held everywhere count as held here.
    #[must_use]
    pub fn who(&self) -> Who {
        let all = self.roles.iter().filter(|role| role.space.is_none());
        let duty = all.map(|role| duty_of(role.kind)).max().unwrap_or(Duty::None);
        self.as_who(duty.max(self.duty_elsewhere()), false)
    }

    fn as_who(&self, duty: Duty, belongs: bool) -> Who {
        let curator = self.roles.iter().any(|role| role.kind == RoleKind::Curator);
        Who { standing: self.standing, duty, curator, belongs }
    }

    fn duty_elsewhere(&self) -> Duty {
        let any = self.roles.iter().any(|role| role.kind == RoleKind::Moderator);
        if any { Duty::ModeratorElsewhere } else { Duty::None }
    }

    /// Was let in everywhere: nobody is; somebody stands for all who may listen.
    #[must_use]
    pub fn is_let_in_everywhere(&self) -> bool {
        self.roles.iter().any(|role| role.kind == RoleKind::Participant && role.space.is_none())
    }

    /// Which spaces this person moderates.
    #[must_use]
    pub fn moderates(&self) -> Scope {
        if self.standing == Standing::Suspended {
            return Scope::Some(Vec::new());
        }
        self.scope(|kind| duty_of(kind) >= Duty::Moderator)
    }

    /// Which private spaces this person may enter.
    #[must_use]
    pub fn private_spaces(&self) -> Scope {
        let suspended = self.standing == Standing::Suspended;
        self.scope(|kind| match kind {
            RoleKind::Curator => false,
            RoleKind::Participant => true,
            RoleKind::Moderator | RoleKind::Administrator => !suspended,
        })
    }

    fn scope(&self, counts: impl Fn(RoleKind) -> bool) -> Scope {
        let roles: Vec<_> = self.roles.iter().filter(|role| counts(role.kind)).collect();
        if roles.iter().any(|role| role.space.is_none()) {
            return Scope::All;
        }
        Scope::Some(roles.iter().filter_map(|role| role.space).collect())
    }

    /// Asks the judge from a space and turns a denial into a fault.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the thing is hidden, [`Fault::Forbidden`] when the act is refused.
    pub fn may_in(&self, space: SpaceId, action: Action) -> Result<Option<HoldReason>, Fault> {
        allowed(judge(self.who_in(space), action))
    }

    /// Asks the judge from the instance as a whole.
    ///
    /// # Errors
    /// As [`Actor::may_in`].
    pub fn may(&self, action: Action) -> Result<Option<HoldReason>, Fault> {
        allowed(judge(self.who(), action))
    }
}

/// A set of spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every space.
    All,
    /// These.
    Some(Vec<SpaceId>),
}

impl Scope {
    /// Whether the space is in it.
    #[must_use]
    pub fn contains(&self, space: SpaceId) -> bool {
        match self {
            Self::All => true,
            Self::Some(spaces) => spaces.contains(&space),
        }
    }

    /// Whether no space is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Some(spaces) if spaces.is_empty())
    }
}

fn duty_of(kind: RoleKind) -> Duty {
    match kind {
        RoleKind::Participant | RoleKind::Curator => Duty::None,
        RoleKind::Moderator => Duty::Moderator,
        RoleKind::Administrator => Duty::Administrator,
    }
}

/// Turns a judgement into `Ok(hold reason)` or a fault.
///
/// # Errors
/// [`Fault::NotFound`] when hidden, [`Fault::Forbidden`] when refused.
pub fn allowed(judgement: Judgement) -> Result<Option<HoldReason>, Fault> {
    match judgement {
        Judgement::Allow => Ok(None),
        Judgement::Hold(reason) => Ok(Some(reason)),
        Judgement::Deny(Denial::Hidden) => Err(Fault::NotFound),
        Judgement::Deny(Denial::Refused(why)) => Err(Fault::Forbidden(refusal_key(why))),
    }
}

/// The catalogue's key for a refusal.
#[must_use]
pub const fn refusal_key(why: Refusal) -> &'static str {
    match why {
        Refusal::SignIn => "core-refused-sign-in",
        Refusal::Suspended => "core-refused-suspended",
        Refusal::ModeratorsOnly => "core-refused-moderators-only",
        Refusal::Closed => "core-refused-closed",
        Refusal::NotYours => "core-refused-not-yours",
        Refusal::Own => "core-refused-own",
        Refusal::Role => "core-refused-role",
        Refusal::Newcomer => "core-refused-newcomer",
        Refusal::HoldsAll => "core-refused-holds-all",
        Refusal::NoTranslation => "core-refused-no-translation",
    }
}
