//! Why a text is not published: codes whose words stand in the catalogues.
//!
//! For the code `off_topic` the catalogues hold `moderation-reason-off-topic`
//! (the name moderators choose), `…-title`, `…-body` (what its author reads)
//! and `…-rule` (the rule of the house it rests on).

use crate::model::named;

named! {
    /// A built-in reason, in the order in which moderators are offered them.
    Reason {
        /// It does not belong here.
        OffTopic = "off_topic",
        /// It sells something nobody asked for.
        Advertising = "advertising",
        /// It shows data of people who did not agree.
        PersonalData = "personal_data",
        /// It attacks a person or a city.
        Insult = "insult",
        /// It states something that is not so.
        FalseInformation = "false_information",
        /// It uses the work of others without leave.
        Rights = "rights",
        /// It is sent in bulk.
        Spam = "spam",
        /// Something else; the note says what.
        Other = "other",
    }
}

/// Every built-in reason.
pub const ALL: &[Reason] = Reason::ALL;

impl Reason {
    /// The catalogue's key for the reason's name; with `-title`, `-body` or `-rule` behind it, for its parts.
    #[must_use]
    pub fn key(self) -> String {
        format!("moderation-reason-{}", self.name().replace('_', "-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_contract() {
        let names: Vec<_> = ALL.iter().map(|reason| reason.name()).collect();
        let contract = [
            "off_topic",
            "advertising",
            "personal_data",
            "insult",
            "false_information",
            "rights",
            "spam",
            "other",
        ];
        assert_eq!(names, contract);
        assert_eq!(Reason::FalseInformation.key(), "moderation-reason-false-information");
    }
}
