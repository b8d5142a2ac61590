//! Who may see what: the published matrix, read as a document. No code under
//! test is asked.

use std::collections::BTreeMap;

/// The six kinds of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Not signed in.
    Guest,
    /// A member who belongs to no private space.
    Member,
    /// Who wrote everything that is looked for; let into the private space.
    Author,
    /// Moderates the spaces that everything stands in.
    ModeratorHere,
    /// Moderates another space.
    ModeratorElsewhere,
    /// Administers the instance.
    Administrator,
}

/// All of them.
pub const PEOPLE: [Who; 6] = [
    Who::Guest,
    Who::Member,
    Who::Author,
    Who::ModeratorHere,
    Who::ModeratorElsewhere,
    Who::Administrator,
];

/// The state of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Part of the conversation.
    Published,
    /// A thread or post that waits.
    Held,
    /// New words of a published post that wait.
    HeldEdit,
    /// Not published.
    Declined,
    /// Taken away by a moderator.
    Removed,
    /// Taken away by its author.
    Deleted,
    /// Not sent.
    Draft,
    /// An earlier wording.
    OldRevision,
    /// A moderator's words to the author, with a decision.
    Note,
    /// Said in a conversation and reported: for its people, and those who moderate everywhere.
    Reported,
    /// A rule of a space, and what moderators tell each other about a case: for who moderates it.
    Rule,
}

/// All of them.
pub const STATES: [State; 9] = [
    State::Published,
    State::Held,
    State::HeldEdit,
    State::Declined,
    State::Removed,
    State::Deleted,
    State::Draft,
    State::OldRevision,
    State::Note,
];

/// The kind of space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Open to all.
    Public,
    /// Open to who signed in.
    Members,
    /// Open to those let in.
    Private,
    /// A conversation of the author's.
    Sealed,
}

/// Those that are spaces.
pub const PLACES: [Place; 3] = [Place::Public, Place::Members, Place::Private];

/// Where something is shown; some show less than the matrix would let them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surface {
    /// HTML.
    Page,
    /// JSON.
    Route,
    /// A letter about a decision on the reader's own text.
    Decision,
    /// Any other letter, digests included.
    Letter,
    /// Frames of a thread's topic.
    Room,
    /// Frames of the reader's own streams.
    Stream,
    /// A feed: public texts only, whoever asks.
    Feed,
    /// The archive of what is kept of oneself: one's own texts whatever became of them, nobody
    /// else's (GDPR, Art. 15).
    Archive,
}

/// The matrix, read.
pub struct Oracle {
    levels: BTreeMap<(String, String, String), (u8, u8)>,
}

impl Oracle {
    /// Reads the published matrix.
    #[must_use]
    pub fn published() -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/policy/matrix.txt");
        Self::read(&std::fs::read_to_string(path).expect("the matrix is published"))
    }

    fn read(text: &str) -> Self {
        let (_, sights) = text.split_once("# Sights").expect("the matrix has a table of sights");
        let mut lines = sights.lines().skip(1);
        let head =
            lines.next().expect("a head").strip_prefix("state, place").expect("its first column");
        let people: Vec<String> = head.split_whitespace().map(str::to_owned).collect();
        let mut levels = BTreeMap::new();
        for line in lines.filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace();
            let state = words.next().expect("a state").trim_end_matches(',').to_owned();
            let place = words.next().expect("a place").to_owned();
            let digits: Vec<u8> = words.filter_map(|word| word.parse().ok()).collect();
            assert_eq!(digits.len(), people.len() * 2, "{line}");
            for (person, pair) in people.iter().zip(digits.chunks(2)) {
                levels.insert((state.clone(), place.clone(), person.clone()), (pair[0], pair[1]));
            }
        }
        Self { levels }
    }

    /// How much of the author's text `who` sees: 0 nothing, 1 that something was there, 2 marked, 3 whole.
    #[must_use]
    pub fn level(&self, who: Who, state: State, place: Place) -> u8 {
        let state = match state {
            State::HeldEdit => State::Held,
            // What a moderator wrote to the author is for the two of them (row N).
            State::Note => {
                let told = [Who::Author, Who::ModeratorHere, Who::Administrator];
                return if told.contains(&who) { 3 } else { 0 };
            }
            State::Rule => {
                let keep = [Who::ModeratorHere, Who::Administrator];
                return if keep.contains(&who) { 3 } else { 0 };
            }
            State::Reported if who == Who::Administrator => return 2,
            State::Reported => State::Published,
            other => other,
        };
        let column = match (who, place) {
            (Who::Guest, _) => "guest",
            (Who::Member, _) => "member",
            (Who::Author, Place::Private | Place::Sealed) => "insider",
            (Who::Author, _) => "member",
            (Who::ModeratorHere, _) => "mod-here",
            (Who::ModeratorElsewhere, _) => "mod-else",
            (Who::Administrator, _) => "admin",
        };
        let key = (format!("{state:?}"), format!("{place:?}"), column.to_owned());
        let (others, own) =
            self.levels.get(&key).copied().unwrap_or_else(|| panic!("no row for {key:?}"));
        if who == Who::Author { own } else { others }
    }

    /// Whether the words themselves may stand on that surface for `who`.
    #[must_use]
    pub fn may_read(&self, who: Who, state: State, place: Place, surface: Surface) -> bool {
        let open = matches!(state, State::Published | State::OldRevision);
        let base = self.level(who, state, place) >= 2;
        if state == State::Rule {
            // Who wrote it takes its name along.
            return base && matches!(surface, Surface::Page | Surface::Route | Surface::Archive);
        }
        match surface {
            Surface::Page | Surface::Route => base,
            Surface::Decision => base && (who == Who::Author || open),
            Surface::Letter | Surface::Room => base && open,
            Surface::Stream => base && (open || who != Who::Author || state == State::Note),
            Surface::Feed => place == Place::Public && state == State::Published,
            Surface::Archive => who == Who::Author,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_matrix_is_read() {
        let oracle = Oracle::published();
        assert_eq!(oracle.level(Who::Guest, State::Published, Place::Public), 3);
        assert_eq!(oracle.level(Who::Guest, State::Published, Place::Members), 0);
        assert_eq!(oracle.level(Who::Member, State::Held, Place::Public), 0);
        assert_eq!(oracle.level(Who::Author, State::Held, Place::Private), 2);
        assert_eq!(oracle.level(Who::ModeratorElsewhere, State::HeldEdit, Place::Members), 0);
        assert_eq!(oracle.level(Who::Administrator, State::Draft, Place::Public), 0);
        assert_eq!(oracle.level(Who::Member, State::Removed, Place::Public), 1);
    }

    #[test]
    fn every_state_and_place_has_a_level_for_everybody() {
        let oracle = Oracle::published();
        for who in PEOPLE {
            for (state, place) in
                STATES.iter().flat_map(|state| PLACES.map(|place| (*state, place)))
            {
                assert!(oracle.level(who, state, place) <= 3);
            }
        }
    }

    #[test]
    fn surfaces_show_at_most_what_the_matrix_grants() {
        let oracle = Oracle::published();
        let surfaces = [Surface::Decision, Surface::Letter, Surface::Room, Surface::Stream];
        for who in PEOPLE {
            for (state, place) in
                STATES.iter().flat_map(|state| PLACES.map(|place| (*state, place)))
            {
                for surface in surfaces {
                    let shown = oracle.may_read(who, state, place, surface);
                    assert!(!shown || oracle.level(who, state, place) >= 2);
                }
            }
        }
        assert!(!oracle.may_read(Who::Administrator, State::Held, Place::Public, Surface::Letter));
        assert!(!oracle.may_read(Who::ModeratorHere, State::Held, Place::Public, Surface::Room));
        assert!(!oracle.may_read(
            Who::Administrator,
            State::Published,
            Place::Members,
            Surface::Feed
        ));
    }

    #[test]
    fn the_matrix_is_the_one_of_the_requirements() {
        // The sixty-three cells that matter most, by hand: a change of the
        // published table must be meant here as well.
        let oracle = Oracle::published();
        let rows: [(State, [u8; 6]); 7] = [
            (State::Published, [3, 3, 3, 3, 3, 3]),
            (State::Held, [0, 0, 2, 2, 0, 2]),
            (State::Declined, [0, 0, 2, 2, 0, 2]),
            (State::Removed, [1, 1, 2, 2, 1, 2]),
            (State::Deleted, [1, 1, 1, 2, 1, 2]),
            (State::Draft, [0, 0, 3, 0, 0, 0]),
            (State::OldRevision, [3, 3, 3, 3, 3, 3]),
        ];
        for (state, levels) in rows {
            assert_eq!(
                PEOPLE.map(|who| oracle.level(who, state, Place::Public)),
                levels,
                "{state:?}"
            );
            let inside = [0, 0, levels[2], levels[3], 0, levels[5]];
            assert_eq!(
                PEOPLE.map(|who| oracle.level(who, state, Place::Private)),
                inside,
                "{state:?} private"
            );
            let signed = [0, levels[1], levels[2], levels[3], levels[4], levels[5]];
            assert_eq!(
                PEOPLE.map(|who| oracle.level(who, state, Place::Members)),
                signed,
                "{state:?} members"
            );
        }
    }
}
