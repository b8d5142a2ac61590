//! The whole policy as a table, so that it is reviewed as a diff.

use crate::{
    Action, Denial, Duty, Holding, Judgement, Posting, Sight, SpaceFacts, Standing, TextState,
    Visibility, Who, judge, sight,
};

const fn who(standing: Standing, duty: Duty, belongs: bool) -> Who {
    Who { standing, duty, curator: false, belongs }
}

const PEOPLE: [(&str, Who); 9] = [
    ("guest", Who::GUEST),
    ("suspended", who(Standing::Suspended, Duty::None, true)),
    ("newcomer", who(Standing::Newcomer, Duty::None, false)),
    ("member", who(Standing::Member, Duty::None, false)),
    ("insider", who(Standing::Member, Duty::None, true)),
    ("mod-else", who(Standing::Member, Duty::ModeratorElsewhere, false)),
    ("mod-here", who(Standing::Member, Duty::Moderator, false)),
    ("mod-susp", who(Standing::Suspended, Duty::Moderator, false)),
    ("admin", who(Standing::Member, Duty::Administrator, false)),
];

const PLACES: [Visibility; 4] =
    [Visibility::Public, Visibility::Members, Visibility::Private, Visibility::Sealed];

const STATES: [TextState; 7] = [
    TextState::Published,
    TextState::Held,
    TextState::Declined,
    TextState::Removed,
    TextState::Deleted,
    TextState::Draft,
    TextState::OldRevision,
];

/// The whole policy as fixed-width text: first every act, then every sight,
/// one column per kind of person.
#[must_use]
pub fn matrix() -> String {
    let mut out = String::from("# Acts\n");
    row(&mut out, "act", PEOPLE.map(|(name, _)| name.to_owned()));
    for (name, action) in acts() {
        row(&mut out, &name, PEOPLE.map(|(_, who)| word(judge(who, action))));
    }
    out.push_str(
        "\n# Sights (0 nothing, 1 placeholder, 2 marked, 3 full; other's text / own text)\n",
    );
    row(&mut out, "state, place", PEOPLE.map(|(name, _)| name.to_owned()));
    for (state, place) in STATES.iter().flat_map(|s| PLACES.iter().map(move |p| (*s, *p))) {
        row(
            &mut out,
            &format!("{state:?}, {place:?}"),
            PEOPLE.map(|(_, who)| both(who, state, place)),
        );
    }
    out
}

fn both(who: Who, state: TextState, place: Visibility) -> String {
    let level = |own| match sight(who, state, own, place) {
        Sight::Nothing => 0,
        Sight::Placeholder => 1,
        Sight::Marked => 2,
        Sight::Full => 3,
    };
    format!("{} / {}", level(false), level(true))
}

fn word(judgement: Judgement) -> String {
    match judgement {
        Judgement::Allow => "yes".to_owned(),
        Judgement::Hold(why) => format!("hold:{why:?}"),
        Judgement::Deny(Denial::Hidden) => "-".to_owned(),
        Judgement::Deny(Denial::Refused(why)) => format!("no:{why:?}"),
    }
}

fn row<const N: usize>(out: &mut String, head: &str, cells: [String; N]) {
    let line: String = cells.iter().map(|cell| format!(" {cell:<18}")).collect();
    out.push_str(format!("{head:<44}{line}").trim_end());
    out.push('\n');
}

fn acts() -> Vec<(String, Action)> {
    let mut acts = Vec::new();
    for place in PLACES {
        acts.push((format!("enter {place:?}"), Action::Enter(place)));
        for space in spaces(place) {
            acts.extend(writing(space));
        }
    }
    for own in [false, true] {
        acts.extend(owned(own));
    }
    for (name, allowed) in [("translate", true), ("translate where it is not allowed", false)] {
        acts.push((name.into(), Action::Translate { allowed }));
    }
    acts.push(("upload".into(), Action::Upload));
    acts.push(("converse".into(), Action::Converse));
    acts.push(("adopt".into(), Action::Adopt));
    acts.push(("tend".into(), Action::Tend));
    acts.push(("see case".into(), Action::SeeCase));
    acts.push(("manage space".into(), Action::ManageSpace));
    acts.push(("administer".into(), Action::Administer));
    acts
}

fn spaces(visibility: Visibility) -> impl Iterator<Item = SpaceFacts> {
    [Posting::Members, Posting::ModeratorsOpen, Posting::Moderators]
        .into_iter()
        .flat_map(|posting| [Holding::Newcomers, Holding::Everybody].map(|h| (posting, h)))
        .map(move |(posting, holding)| SpaceFacts { visibility, posting, holding })
}

fn writing(space: SpaceFacts) -> Vec<(String, Action)> {
    let at = format!("{:?}/{:?}/{:?}", space.visibility, space.posting, space.holding);
    vec![
        (format!("open {at}"), Action::OpenThread(space)),
        (format!("reply {at}"), Action::Reply { space, closed: false }),
        (format!("reply closed {at}"), Action::Reply { space, closed: true }),
        (format!("edit own {at}"), Action::Edit { space, own: true }),
        (format!("edit other {at}"), Action::Edit { space, own: false }),
        (format!("improve {at}"), Action::Improve(space)),
    ]
}

fn owned(own: bool) -> Vec<(String, Action)> {
    let whose = if own { "own" } else { "other's" };
    vec![
        (format!("delete {whose}"), Action::Delete { own }),
        (format!("accept in {whose} question"), Action::Accept { asker: own }),
        (format!("mark {whose} useful"), Action::MarkUseful { own }),
        (format!("report {whose}"), Action::Report { own }),
        (format!("conclude {whose} question"), Action::Conclude { asker: own }),
        (format!("decide {whose} case"), Action::DecideCase { own }),
        (format!("undo {whose} decision"), Action::UndoDecision { own }),
    ]
}

#[cfg(test)]
mod tests {
    /// The published table is the document of record; a change of policy changes it in the same commit.
    #[test]
    fn the_published_matrix_is_the_policy() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/matrix.txt");
        let now = super::matrix();
        if std::fs::read_to_string(file).is_ok_and(|kept| kept == now) {
            return;
        }
        let fresh = concat!(env!("CARGO_MANIFEST_DIR"), "/matrix.new.txt");
        std::fs::write(fresh, &now).unwrap();
        panic!("policy and matrix.txt differ; compare matrix.new.txt and move it over if meant");
    }
}
