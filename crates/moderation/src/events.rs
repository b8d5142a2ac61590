//! What happens at the moderators' desk, in the past tense: ids and little else.

use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{CaseId, DecisionId, MemberId, PostId, SpaceId};
use stoa_kernel::{Event, Time};

/// Something waits for a moderator, for the first time or again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseOpened {
    /// The case.
    pub case: CaseId,
    /// Whose moderators see it; none for those of the whole instance alone.
    pub space: Option<SpaceId>,
}

impl Event for CaseOpened {
    const KIND: &'static str = "moderation.case_opened";
}

/// A case was claimed, let go, closed, or its text was changed by its author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseChanged {
    /// The case.
    pub case: CaseId,
    /// Whose moderators see it.
    pub space: Option<SpaceId>,
}

impl Event for CaseChanged {
    const KIND: &'static str = "moderation.case_changed";
}

/// A moderator decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseDecided {
    /// The case.
    pub case: CaseId,
    /// The decision.
    pub decision: DecisionId,
    /// Its name in addresses and letters.
    pub reference: String,
    /// Whose moderators see the case.
    pub space: Option<SpaceId>,
    /// `approve`, `revise`, `decline`, `agree`, `disagree` or `ignore`.
    pub action: String,
    /// The case's kind.
    pub kind: String,
    /// Whose text it was.
    pub author: Option<MemberId>,
    /// The post it is about.
    pub post: Option<PostId>,
    /// The author's letter waits until then, because the decision may be taken back.
    pub tell_at: Time,
}

impl Event for CaseDecided {
    const KIND: &'static str = "moderation.case_decided";
}

/// A decision was taken back; its case is open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionUndone {
    /// The case.
    pub case: CaseId,
    /// The decision.
    pub decision: DecisionId,
    /// Whose moderators see the case.
    pub space: Option<SpaceId>,
    /// What was taken back.
    pub action: String,
    /// Whose text it was.
    pub author: Option<MemberId>,
    /// The post it is about.
    pub post: Option<PostId>,
}

impl Event for DecisionUndone {
    const KIND: &'static str = "moderation.decision_undone";
}

/// What became of a reported post, for those who reported it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportsAnswered {
    /// The case.
    pub case: CaseId,
    /// The post.
    pub post: PostId,
    /// `kept`, `removed` or `gone`.
    pub outcome: String,
    /// The decision; none where its author was first to take it away.
    pub decision: Option<DecisionId>,
    /// Who is told.
    pub reporters: Vec<MemberId>,
}

impl Event for ReportsAnswered {
    const KIND: &'static str = "moderation.reports_answered";
}
