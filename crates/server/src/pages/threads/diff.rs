//! What changed between two wordings, word by word.

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// It stayed.
    Same,
    /// It was taken out.
    Gone,
    /// It was put in.
    New,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// What became of it.
    pub change: Change,
    /// Its text, without line ends.
    pub text: String,
}

/// The most pairs of words that are compared; beyond it, what lies between the
/// common beginning and the common end counts as changed whole.
const MOST: usize = 1_000_000;

/// The two wordings as lines of pieces.
pub(super) fn lines(old: &str, new: &str) -> Vec<Vec<Piece>> {
    let mut lines = vec![Vec::new()];
    for (change, word) in changes(&words(old), &words(new)) {
        if word == "\n" {
            lines.push(Vec::new());
        } else if let Some(line) = lines.last_mut() {
            put(line, change, word);
        }
    }
    lines.retain(|line: &Vec<Piece>| !line.is_empty());
    lines
}

fn put(line: &mut Vec<Piece>, change: Change, word: &str) {
    match line.last_mut() {
        Some(piece) if piece.change == change => piece.text.push_str(word),
        _ => line.push(Piece { change, text: word.to_owned() }),
    }
}

/// Words with the blanks behind them; a line end and each sign of a script
/// without blanks is a word of its own.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut from = 0;
    let mut blank = false;
    for (at, letter) in text.char_indices() {
        let alone = letter == '\n' || u32::from(letter) >= 0x2E80;
        if at > from && (alone || (blank && !letter.is_whitespace())) {
            words.extend(text.get(from..at));
            from = at;
        }
        blank = letter.is_whitespace();
        if alone {
            let end = at + letter.len_utf8();
            words.extend(text.get(from..end));
            (from, blank) = (end, false);
        }
    }
    words.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    words
}

fn changes<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Change, &'a str)> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - start;
    let ends = old.iter().rev().zip(new.iter().rev()).take(rest);
    let end = ends.take_while(|(a, b)| a == b).count();
    let middle = |all: &[&'a str]| all.get(start..all.len() - end).unwrap_or_default().to_vec();
    let same =
        |words: &[&'a str]| words.iter().map(|word| (Change::Same, *word)).collect::<Vec<_>>();
    let mut out = same(old.get(..start).unwrap_or_default());
    out.extend(between(&middle(old), &middle(new)));
    out.extend(same(old.get(old.len() - end..).unwrap_or_default()));
    out
}

fn between<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Change, &'a str)> {
    if old.len().saturating_mul(new.len()) > MOST {
        let gone = old.iter().map(|word| (Change::Gone, *word));
        return gone.chain(new.iter().map(|word| (Change::New, *word))).collect();
    }
    let common = Common::of(old, new);
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    loop {
        match (old.get(i), new.get(j)) {
            (Some(a), Some(b)) if a == b => {
                out.push((Change::Same, *a));
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), b) if b.is_none() || common.at(i + 1, j) >= common.at(i, j + 1) => {
                out.push((Change::Gone, *a));
                i += 1;
            }
            (_, Some(b)) => {
                out.push((Change::New, *b));
                j += 1;
            }
            _ => return out,
        }
    }
}

/// How many words the rests of two texts have in common, for every pair of rests.
struct Common {
    width: usize,
    lengths: Vec<u32>,
}

impl Common {
    fn of(old: &[&str], new: &[&str]) -> Self {
        let width = new.len() + 1;
        let mut common = Self { width, lengths: vec![0; width * (old.len() + 1)] };
        for (i, a) in old.iter().enumerate().rev() {
            for (j, b) in new.iter().enumerate().rev() {
                let length = if a == b {
                    common.at(i + 1, j + 1) + 1
                } else {
                    common.at(i + 1, j).max(common.at(i, j + 1))
                };
                if let Some(cell) = common.lengths.get_mut(i * width + j) {
                    *cell = length;
                }
            }
        }
        common
    }

    fn at(&self, i: usize, j: usize) -> u32 {
        self.lengths.get(i * self.width + j).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> String {
        let piece = |piece: &Piece| match piece.change {
            Change::Same => piece.text.clone(),
            Change::Gone => format!("[-{}-]", piece.text),
            Change::New => format!("[+{}+]", piece.text),
        };
        let line = |line: &Vec<Piece>| line.iter().map(piece).collect::<String>();
        lines(old, new).iter().map(line).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn words_that_changed_are_told() {
        assert_eq!(told("one two three", "one 2 three"), "one [-two -][+2 +]three");
        assert_eq!(told("one", "one"), "one");
        assert_eq!(told("", "new"), "[+new+]");
        assert_eq!(told("a\nb", "a\nc"), "a|[-b-][+c+]");
    }

    #[test]
    fn scripts_without_blanks_change_by_the_sign() {
        assert_eq!(told("断熱改修", "断熱工事"), "断熱[-改修-][+工事+]");
    }

    #[test]
    fn very_different_long_texts_are_told_in_good_time() {
        let (old, new) = ("a ".repeat(20_000), "b ".repeat(20_000));
        assert_eq!(lines(&old, &new).first().map(Vec::len), Some(2));
    }
}
