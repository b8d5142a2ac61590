//! The colonnade: a thread's replies drawn as upright strokes, oldest at the
//! start edge. Filled strokes come from Mission cities, hollow ones from cities
//! worldwide; full colour is new to the reader, dim is read; the accepted answer
//! is green and carries a capital; a gap is a day or more of silence.
//!
//! The drawing is computed here and printed by `parts/colonnade.html`; the
//! stylesheet colours it through the classes `m`, `w`, `x`, `a` and `b`.

use std::fmt::Write as _;
use stoa_render::Words;

/// One reply, as the colonnade needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Whether its author speaks for a Mission city.
    pub mission: bool,
    /// When it was published, in microseconds since 1970 (UTC).
    pub at_us: i64,
    /// Whether the reader has not seen it yet.
    pub new: bool,
    /// Whether it is the accepted answer.
    pub accepted: bool,
}

/// A drawn colonnade: at most five paths, a base line and a sentence for ears.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colonnade {
    /// Path data of read replies from Mission cities.
    pub mission: String,
    /// Path data of new replies from Mission cities.
    pub mission_new: String,
    /// Path data of read replies from cities worldwide.
    pub world: String,
    /// Path data of new replies from cities worldwide.
    pub world_new: String,
    /// Path data of the accepted answer with its capital.
    pub accepted: String,
    /// Path data of the line the strokes stand on.
    pub base: String,
    /// `viewBox` of the drawing.
    pub view_box: String,
    /// Width in CSS pixels, one decimal.
    pub width: String,
    /// Height in CSS pixels, one decimal.
    pub height: String,
    /// The drawing in words: "11 replies: 7 from Mission cities, …".
    pub label: String,
}

/// How high a stroke is, and how much its capital adds, in drawing units.
const SHAFT: f64 = 15.0;
const CAPITAL: f64 = 4.0;
const FOOT: f64 = SHAFT + CAPITAL;
/// The gap that a day of silence leaves.
const SILENCE: f64 = 4.0;
const DAY_US: i64 = 86_400_000_000;
/// Longer threads show their last replies only.
const MOST: usize = 60;

/// Draws the replies, given oldest first, at the size used in lists.
///
/// The sentence counts all replies, also those that a long thread no longer
/// draws. No replies give an empty drawing, which the template leaves out.
#[must_use]
pub fn colonnade(replies: &[Stroke], w: Words) -> Colonnade {
    let shown = replies.get(replies.len().saturating_sub(MOST)..).unwrap_or(replies);
    let mut pen = Pen::new(shown.len());
    for stroke in shown {
        pen.draw(*stroke);
    }
    pen.finish(label(replies, w))
}

impl Colonnade {
    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.view_box.is_empty()
    }

    /// The paths that have something to draw, each with its class.
    #[must_use]
    pub fn paths(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("m", &self.mission),
            ("m x", &self.mission_new),
            ("w", &self.world),
            ("w x", &self.world_new),
            ("a", &self.accepted),
        ];
        let drawn = all.into_iter().filter(|(_, path)| !path.is_empty());
        drawn.map(|(class, path)| (class, path.as_str())).collect()
    }

    /// The same drawing twice as large, as it stands beside a thread.
    #[must_use]
    pub fn large(mut self) -> Self {
        for side in [&mut self.width, &mut self.height] {
            if let Ok(pixels) = side.parse::<f64>() {
                *side = tenths(pixels * 2.0);
            }
        }
        self
    }
}

fn label(replies: &[Stroke], w: Words) -> String {
    if replies.is_empty() {
        return w.say("chrome-strip-empty");
    }
    let count = |which: fn(&Stroke) -> bool| replies.iter().filter(|s| which(s)).count() as i64;
    let mission = count(|s| s.mission);
    let all = replies.len() as i64;
    w.with(
        "chrome-strip",
        &[
            ("n", all.into()),
            ("mission", mission.into()),
            ("world", (all - mission).into()),
            ("new", count(|s| s.new).into()),
            ("accepted", count(|s| s.accepted).into()),
        ],
    )
}

/// Where the next stroke stands, and what has been drawn.
struct Pen {
    x: f64,
    width: f64,
    space: f64,
    last_us: Option<i64>,
    drawn: Colonnade,
}

impl Pen {
    fn new(strokes: usize) -> Self {
        let (width, space) = match strokes {
            0..=18 => (5.0, 2.4),
            19..=32 => (3.4, 1.5),
            _ => (2.4, 1.2),
        };
        Self { x: 0.0, width, space, last_us: None, drawn: Colonnade::default() }
    }

    fn draw(&mut self, stroke: Stroke) {
        if self.last_us.is_some_and(|last| stroke.at_us.saturating_sub(last) >= DAY_US) {
            self.x += SILENCE;
        }
        self.last_us = Some(stroke.at_us);
        match (stroke.accepted, stroke.mission) {
            (true, _) => self.capital(),
            (false, true) => self.filled(stroke.new),
            (false, false) => self.hollow(stroke.new),
        }
        self.x += self.width + self.space;
    }

    fn filled(&mut self, new: bool) {
        let (x, width) = (tenths(self.x), tenths(self.width));
        let path = if new { &mut self.drawn.mission_new } else { &mut self.drawn.mission };
        // Writing to a String cannot fail.
        let _ = write!(path, "M{x} {CAPITAL}h{width}V{FOOT}h-{width}z");
    }

    fn hollow(&mut self, new: bool) {
        let (x, width) = (tenths(self.x + 0.7), tenths(self.width - 1.4));
        let (top, foot) = (tenths(CAPITAL + 0.7), tenths(FOOT - 0.2));
        let path = if new { &mut self.drawn.world_new } else { &mut self.drawn.world };
        let _ = write!(path, "M{x} {top}h{width}V{foot}h-{width}z");
    }

    fn capital(&mut self) {
        const REACH: f64 = 1.6;
        self.x += REACH;
        let (x, width) = (tenths(self.x - REACH), tenths(self.width));
        let head = tenths(self.width + 2.0 * REACH);
        let _ = write!(self.drawn.accepted, "M{x} 0h{head}v2.4h-1.6V{FOOT}h-{width}V2.4h-1.6z");
        self.x += REACH;
    }

    fn finish(mut self, label: String) -> Colonnade {
        self.drawn.label = label;
        if self.last_us.is_none() {
            return self.drawn;
        }
        let end = self.x - self.space + 1.5;
        let (ground, height) = (tenths(FOOT + 0.8), tenths(FOOT + 1.5));
        self.drawn.base = format!("M-1.5 {ground}H{}", tenths(end));
        self.drawn.width = tenths(end + 1.5);
        self.drawn.view_box = format!("-1.5 0 {} {height}", self.drawn.width);
        self.drawn.height = height;
        self.drawn
    }
}

/// A number with at most one decimal, as short as it can be written.
fn tenths(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    format!("{rounded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stroke(mission: bool, day: i64) -> Stroke {
        Stroke { mission, at_us: day * DAY_US, new: false, accepted: false }
    }

    fn english() -> Words {
        stoa_render::Locale::default().words()
    }

    #[test]
    fn nothing_is_drawn_without_replies() {
        let drawn = colonnade(&[], english());
        assert!(drawn.is_empty());
        assert!(!drawn.label.is_empty());
    }

    #[test]
    fn a_day_of_silence_leaves_a_gap() {
        let close =
            colonnade(&[stroke(true, 0), Stroke { at_us: 1, ..stroke(true, 0) }], english());
        let apart = colonnade(&[stroke(true, 0), stroke(true, 1)], english());
        let wide = |c: &Colonnade| c.width.parse::<f64>().unwrap();
        assert!((wide(&apart) - wide(&close) - SILENCE).abs() < 0.01);
    }

    #[test]
    fn each_kind_of_reply_has_its_own_path() {
        let drawn = colonnade(
            &[
                stroke(true, 0),
                stroke(false, 0),
                Stroke { new: true, ..stroke(true, 0) },
                Stroke { new: true, ..stroke(false, 0) },
                Stroke { accepted: true, ..stroke(true, 0) },
            ],
            english(),
        );
        for path in
            [&drawn.mission, &drawn.mission_new, &drawn.world, &drawn.world_new, &drawn.accepted]
        {
            assert_eq!(path.matches('M').count(), 1, "{path}");
        }
    }

    #[test]
    fn a_long_thread_draws_its_last_sixty() {
        let many = vec![stroke(true, 0); 200];
        let drawn = colonnade(&many, english());
        assert_eq!(drawn.mission.matches('M').count(), MOST);
        assert!(drawn.label.contains("200"), "{}", drawn.label);
    }

    #[test]
    fn strokes_grow_thinner_with_their_number() {
        let first = |n: usize| colonnade(&vec![stroke(true, 0); n], english()).mission;
        assert!(first(18).starts_with("M0 4h5V19"));
        assert!(first(19).starts_with("M0 4h3.4V19"));
        assert!(first(33).starts_with("M0 4h2.4V19"));
    }

    #[test]
    fn beside_a_thread_it_is_twice_as_large() {
        let small = colonnade(&[stroke(true, 0)], english());
        let large = small.clone().large();
        assert_eq!(large.view_box, small.view_box);
        assert_eq!((small.height.as_str(), large.height.as_str()), ("20.5", "41"));
    }
}
