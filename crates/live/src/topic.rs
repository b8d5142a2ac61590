//! What can be listened to, and what it is called where.

use std::fmt::{self, Display, Formatter};

use stoa_kernel::ids::{MemberId, ThreadId};

/// Something that can be listened to. Printed, it is the name under which its
/// events are stored: `thread:ID`, `inbox:MEMBER`, `moderation:MEMBER`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// A thread.
    Thread(ThreadId),
    /// What a member is told of.
    Inbox(MemberId),
    /// What a moderator has to decide.
    Moderation(MemberId),
}

impl Display for Topic {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Thread(thread) => write!(f, "thread:{thread}"),
            Self::Inbox(member) => write!(f, "inbox:{member}"),
            Self::Moderation(member) => write!(f, "moderation:{member}"),
        }
    }
}

impl Topic {
    /// The topic a member means by `thread:ID`, `inbox` or `moderation`; the
    /// last two are always the member's own.
    #[must_use]
    pub fn asked(name: &str, member: MemberId) -> Option<Self> {
        match name {
            "inbox" => Some(Self::Inbox(member)),
            "moderation" => Some(Self::Moderation(member)),
            _ => name.strip_prefix("thread:")?.parse().ok().map(Self::Thread),
        }
    }

    /// The topic stored under this name.
    #[must_use]
    pub fn stored(name: &str) -> Option<Self> {
        let (kind, id) = name.split_once(':')?;
        match kind {
            "thread" => id.parse().ok().map(Self::Thread),
            "inbox" => id.parse().ok().map(Self::Inbox),
            "moderation" => id.parse().ok().map(Self::Moderation),
            _ => None,
        }
    }

    /// What listeners call it: the names that [`Topic::asked`] takes.
    #[must_use]
    pub fn told(&self) -> String {
        match self {
            Self::Thread(thread) => format!("thread:{thread}"),
            Self::Inbox(_) => "inbox".to_owned(),
            Self::Moderation(_) => "moderation".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_nobody_names_the_stream_of_another() {
        let member: MemberId = "01j00000000000000000000001".parse().unwrap();
        for name in ["inbox", "moderation", "thread:01j00000000000000000000002"] {
            let topic = Topic::asked(name, member).unwrap();
            assert_eq!(topic.told(), name);
            assert_eq!(Topic::stored(&topic.to_string()), Some(topic));
        }
        let other = "inbox:01j00000000000000000000003";
        for name in [other, "thread:", "thread:x", "rights", "", "dialogue:1", "INBOX"] {
            assert_eq!(Topic::asked(name, member), None, "{name}");
        }
    }
}
