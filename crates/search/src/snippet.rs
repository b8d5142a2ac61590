//! The passage of a text that shows why it was found.

use unicode_normalization::char::is_combining_mark;

use crate::query::Query;
use crate::stems::Tongue;
use crate::words;

/// How many characters a passage has, about.
const LENGTH: usize = 220;
/// How many of them stand before the first mark.
const BEFORE: usize = 60;

/// A part of a passage: plain text, to be escaped like any other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// They are what was looked for.
    pub marked: bool,
}

impl Query {
    /// The passage of `text` around the first of the words that were looked for; its beginning
    /// when none is there. The language decides by which stems words are the same.
    #[must_use]
    pub fn passage(&self, text: &str, language: &str) -> Vec<Piece> {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let marks = self.places(&line, language);
        let (from, to) = window(&line, marks.first().map_or(0, |mark| mark.0));
        let mut pieces = Vec::new();
        let mut at = from;
        push(&mut pieces, if from > 0 { "… " } else { "" }, false);
        for (begin, end) in marks.into_iter().filter(|(begin, end)| *begin >= from && *end <= to) {
            push(&mut pieces, line.get(at..begin).unwrap_or_default(), false);
            push(&mut pieces, line.get(begin..end).unwrap_or_default(), true);
            at = end;
        }
        push(&mut pieces, line.get(at..to).unwrap_or_default(), false);
        push(&mut pieces, if to < line.len() { " …" } else { "" }, false);
        pieces
    }

    /// A title with the words that were looked for marked.
    #[must_use]
    pub fn marked(&self, title: &str, language: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for (begin, end) in self.places(title, language) {
            push(&mut pieces, title.get(at..begin).unwrap_or_default(), false);
            push(&mut pieces, title.get(begin..end).unwrap_or_default(), true);
            at = end;
        }
        push(&mut pieces, title.get(at..).unwrap_or_default(), false);
        pieces
    }

    /// Where the words stand, in bytes, in order, apart from each other.
    fn places(&self, text: &str, language: &str) -> Vec<(usize, usize)> {
        let mut tongue = Tongue::of(language);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for run in words::runs(text) {
            if run.signs {
                let pairs = words::pairs(run.text).into_iter();
                let hits = pairs.filter(|(_, _, pair)| self.marks(pair, None));
                hits.for_each(|(from, to, _)| join(&mut found, run.from + from, run.from + to));
                continue;
            }
            let lower = words::lower(run.text);
            let stem = tongue.as_mut().map(|tongue| words::fold(&tongue.stem(&lower)));
            if self.marks(&words::fold(&lower), stem.as_deref()) {
                join(&mut found, run.from, run.from + run.text.len());
            }
        }
        found
    }
}

/// Pairs of signs overlap; they are marked as one.
fn join(found: &mut Vec<(usize, usize)>, from: usize, to: usize) {
    match found.last_mut() {
        Some(last) if from <= last.1 => last.1 = to,
        _ => found.push((from, to)),
    }
}

fn push(pieces: &mut Vec<Piece>, text: &str, marked: bool) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.marked == marked => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), marked }),
    }
}

/// About [`LENGTH`] characters around a place, cut at blanks where there are some.
fn window(line: &str, around: usize) -> (usize, usize) {
    let before = line.get(..around).unwrap_or_default();
    let start = before.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let start = if start == 0 { 0 } else { start + blank(line.get(start..around)) };
    let rest = line.get(start..).unwrap_or_default();
    let Some((cut, _)) = rest.char_indices().nth(LENGTH) else {
        return (start, line.len());
    };
    let kept = rest.get(..cut).unwrap_or_default();
    // Half of it is kept at least: scripts without blanks are cut between signs.
    let end = kept.rfind(' ').filter(|at| *at > cut / 2).unwrap_or_else(|| whole(rest, cut));
    (start, start + end)
}

/// After the first blank, or at the beginning when there is none near.
fn blank(text: Option<&str>) -> usize {
    text.and_then(|text| text.find(' ')).map_or(0, |at| at + 1)
}

/// A mark is not cut from its letter.
fn whole(text: &str, cut: usize) -> usize {
    let rest = text.get(cut..).unwrap_or_default();
    cut + rest.chars().take_while(|c| is_combining_mark(*c)).map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(query: &str, text: &str, language: &str) -> String {
        let pieces = Query::parse(query).passage(text, language);
        let show =
            |piece: Piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text };
        pieces.into_iter().map(show).collect()
    }

    #[test]
    fn words_are_marked_as_they_stand() {
        assert_eq!(
            shown("tree", "We planted Trees.\nAll  of them.", "en"),
            "We planted [Trees]. All of them."
        );
        assert_eq!(shown("lodz", "W Łodzi i w Łódź", "pl"), "W Łodzi i w [Łódź]");
        assert_eq!(shown("雨庭", "市内の雨庭を作る", "ja"), "市内の[雨庭]を作る");
        assert_eq!(shown("x", "<b>&amp; nothing", "en"), "<b>&amp; nothing");
    }

    #[test]
    fn the_passage_lies_around_the_first_mark() {
        let text = format!("{} the pump {}", "before ".repeat(60), "after ".repeat(60));
        let shown = shown("pump", &text, "en");
        assert!(shown.starts_with("… before ") && shown.ends_with("after …"), "{shown}");
        assert!(shown.contains("the [pump] after") && shown.chars().count() < 240, "{shown}");
    }

    #[test]
    fn scripts_without_blanks_are_cut_between_signs() {
        let text = format!("{}水道{}", "あ".repeat(500), "い".repeat(500));
        let shown = shown("水道", &text, "ja");
        assert!(shown.contains("あ[水道]い") && shown.chars().count() < 240, "{shown}");
    }
}
