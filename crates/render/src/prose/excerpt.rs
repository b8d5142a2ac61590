//! The beginning of a text.

use unicode_segmentation::UnicodeSegmentation;

/// The first `most` letters (grapheme clusters) of `plain`, cut between words where possible,
/// with `…` when something was left out; white space becomes single spaces.
pub fn excerpt(plain: &str, most: usize) -> String {
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.graphemes(true).nth(most).is_none() {
        return line;
    }
    let mut short = whole_words(&line, most);
    if short.is_empty() {
        short = line.graphemes(true).take(most).collect();
    }
    let kept = short
        .trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-".contains(c))
        .len();
    short.truncate(kept);
    short.push('…');
    short
}

fn whole_words(line: &str, most: usize) -> String {
    let mut short = String::new();
    let mut length = 0;
    for word in line.split_word_bounds() {
        length += word.graphemes(true).count();
        if length > most {
            break;
        }
        short.push_str(word);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn cuts_between_words() {
        assert_eq!(excerpt("one two, three", 14), "one two, three");
        assert_eq!(excerpt("one  two,\nthree", 10), "one two…");
        assert_eq!(excerpt("Rindfleischetikettierung", 5), "Rindf…");
        assert_eq!(excerpt("", 5), "");
    }

    #[test]
    fn counts_letters_as_people_see_them() {
        let families = "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦";
        assert_eq!(excerpt(families, 2), "👨‍👩‍👧‍👦👨‍👩‍👧‍👦…");
        assert_eq!(excerpt("集合住宅の断熱改修", 4), "集合住宅…");
    }
}
