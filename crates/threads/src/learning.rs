//! What was learned, and by whom: the lesson of who asked, what came of an accepted answer, which
//! cities use what a post tells. Words are always posts, so that they wait, are translated, reported
//! and erased as any other; here is what is said of them in a word.

mod adoptions;
mod lessons;
mod trials;

use crate::model::enumeration;

pub use adoptions::{Adoption, Used, adopt, adoptions, drop_adoption, used_by};
pub use lessons::{Lesson, NewLesson, conclude, lesson, may_conclude};
pub use trials::{Trial, answer, ask, may_answer, trials};

enumeration! {
    /// What came of something that was tried.
    Effect {
        /// It worked.
        Worked = "worked",
        /// In part.
        Partly = "partly",
        /// It did not.
        Failed = "failed",
        /// It is too early to say.
        Early = "early",
        /// It was not tried.
        Untried = "untried",
    }
}

enumeration! {
    /// What it cost, in euros.
    Cost {
        /// Nothing but time.
        Nothing = "nothing",
        /// Less than 10,000.
        Under10k = "under_10k",
        /// 10,000 to 100,000.
        Under100k = "under_100k",
        /// 100,000 to 1 million.
        Under1m = "under_1m",
        /// 1 to 10 million.
        Under10m = "under_10m",
        /// More than 10 million.
        Over10m = "over_10m",
        /// Not known.
        Unknown = "unknown",
    }
}

enumeration! {
    /// How far a city has come with something.
    Stage {
        /// It thinks about it.
        Considering = "considering",
        /// It tries it in a small place.
        Piloting = "piloting",
        /// It does it.
        Adopted = "adopted",
        /// It did, and does no more.
        Stopped = "stopped",
    }
}
