//! A poll under its post.

use stoa_render::Words;

use super::{Link, Tongue};
use crate::pages::cast::Cast;
use crate::pages::marks::{self, Colonnade, colonnade};
use crate::pages::threads::polls::Known;

/// An option with the votes for it.
#[derive(Clone, Debug)]
pub struct OptionView {
    /// What is sent.
    pub value: usize,
    /// Its words.
    pub label: String,
    /// Whether the reader voted for it.
    pub mine: bool,
    /// The votes in words; `None` before the reader may know.
    pub votes: Option<String>,
    /// The votes as strokes, filled from Mission cities, hollow from cities worldwide.
    pub strip: Colonnade,
}

/// A poll as the reader sees it.
#[derive(Clone, Debug)]
pub struct PollView {
    /// The post's id.
    pub id: String,
    /// The options in their order.
    pub options: Vec<OptionView>,
    /// The language of their words.
    pub language: Option<Tongue>,
    /// How many voted, and until when, in words.
    pub said: Vec<String>,
    /// Whether the reader may vote now.
    pub may: bool,
    /// Whether the reader has voted.
    pub voted: bool,
    /// Nobody votes any more.
    pub over: bool,
    /// Where it is kept, for its author and moderators.
    pub keep: Option<String>,
    /// What came of it.
    pub outcome: Option<Link>,
    /// What tells these options from others.
    pub ballot: String,
    /// The key that makes sending twice the same as once.
    pub once: String,
}

/// The votes for an option, or for all, by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// All, those who speak for no city among them.
    pub all: i64,
    /// From Mission cities.
    pub mission: i64,
    /// From cities worldwide.
    pub world: i64,
}

impl Sides {
    /// The votes for one option, from 0, or with `None` for all.
    #[must_use]
    pub fn of(known: &Known, cast: &Cast, option: Option<usize>) -> Self {
        let mut sides = Self { all: 0, mission: 0, world: 0 };
        let counts = known.poll.counts.iter();
        for count in counts.filter(|count| option.is_none_or(|option| option == count.choice)) {
            sides.all += count.votes;
            match count.city {
                Some(city) if cast.mission(Some(city)) => sides.mission += count.votes,
                Some(_) => sides.world += count.votes,
                None => {}
            }
        }
        sides
    }

    fn words(&self, w: Words) -> String {
        if self.mission + self.world == 0 {
            return w.n("threads-poll-count", self.all);
        }
        let (n, mission, world) = (self.all.into(), self.mission.into(), self.world.into());
        w.with("threads-poll-votes", &[("n", n), ("mission", mission), ("world", world)])
    }

    /// Who speaks for no city is counted in words alone.
    fn strip(&self, w: Words) -> Colonnade {
        let stroke = |mission| marks::Stroke { mission, at_us: 0, new: true, accepted: false };
        let times = |votes: i64| usize::try_from(votes).unwrap_or(0);
        let mission = std::iter::repeat_n(stroke(true), times(self.mission));
        let world = std::iter::repeat_n(stroke(false), times(self.world));
        let strokes: Vec<_> = mission.chain(world).collect();
        Colonnade { label: self.words(w), ..colonnade(&strokes, w) }
    }
}

/// The options of a poll: with their votes, where the reader may know them.
#[must_use]
pub fn options(
    w: Words,
    known: &Known,
    labels: &[String],
    cast: &Cast,
    shown: bool,
) -> Vec<OptionView> {
    let option = |(value, label): (usize, &String)| {
        let sides = Sides::of(known, cast, Some(value));
        OptionView {
            value,
            label: label.clone(),
            mine: known.poll.mine == Some(value),
            votes: shown.then(|| sides.words(w)),
            strip: if shown { sides.strip(w) } else { Colonnade::default() },
        }
    };
    labels.iter().enumerate().map(option).collect()
}

/// "12 people have voted".
#[must_use]
pub fn voters(w: Words, known: &Known, cast: &Cast) -> String {
    w.n("threads-poll-voters", Sides::of(known, cast, None).all)
}
