//! The beginning of a text.

use unicode_segmentation::UnicodeSegmentation;

/// The author's own words in HTML that [`super::render`] made: tags left out, quotes left out,
/// blocks apart by a blank. For the beginning of a post whose Markdown is not at hand.
pub fn own_words(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut quotes = 0_usize;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        if quotes == 0 {
            words.push_str(text);
        }
        let end = tag_end(tag);
        let name = tag.get(..end).unwrap_or_default();
        if name.starts_with("<blockquote") {
            quotes += 1;
        } else if name.starts_with("</blockquote") {
            quotes = quotes.saturating_sub(1);
        } else if quotes == 0 && ends_block(name) {
            words.push(' ');
        }
        rest = tag.get(end..).unwrap_or_default();
    }
    if quotes == 0 {
        words.push_str(rest);
    }
    plain(&words)
}

/// Where a tag ends; a `>` inside a quoted value does not end it.
pub(super) fn tag_end(tag: &str) -> usize {
    let mut quoted = false;
    for (at, letter) in tag.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

fn ends_block(tag: &str) -> bool {
    let ends = ["</p", "</li", "</h", "</t", "</pre", "<br", "<hr", "</div"];
    ends.iter().any(|end| tag.starts_with(end))
}

/// Character references as the serialiser writes them, undone.
fn plain(html: &str) -> String {
    let text = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let text = text.replace("&#39;", "'").replace("&nbsp;", " ").replace("&amp;", "&");
    text.trim().to_owned()
}

/// The first `most` letters (grapheme clusters) of `plain`, cut between words where possible,
/// with `…` when something was left out; white space becomes single spaces.
pub fn excerpt(plain: &str, most: usize) -> String {
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    // A letter takes a byte at least, so that short lines need no counting.
    if line.len() <= most || line.graphemes(true).nth(most).is_none() {
        return line;
    }
    let mut short = whole_words(&line, most);
    if short.is_empty() {
        short = line.graphemes(true).take(most).collect();
    }
    let kept = short.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-".contains(c)).len();
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
    use super::{excerpt, own_words};

    #[test]
    fn own_words_leave_tags_and_quotes_out() {
        let html = "<blockquote dir=\"ltr\"><p>said <b>before</b></p></blockquote>\n<p dir=\"auto\">a &amp; <a href=\"/x?a>b\">b</a><br>c</p><ul><li>d</li></ul>";
        assert_eq!(
            own_words(html).split_whitespace().collect::<Vec<_>>(),
            ["a", "&", "b", "c", "d"]
        );
        assert_eq!(own_words("1 &lt; 2 &amp;lt;"), "1 < 2 &lt;");
    }

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
