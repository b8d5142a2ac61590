//! What all letters share: the frame around their words, and the folding of
//! their text twins.

use crate::pages::parts::Link;
use stoa_render::Words;

/// The line between the parts of a text letter.
pub const RULE: &str = "----------------------------------------------------------------------";

/// Text letters are at most this wide; addresses are the exception.
const COLUMNS: usize = 72;

/// What `letters/base.html` and `letters/base.txt` print around a letter.
#[derive(Clone, Debug)]
pub struct Frame {
    /// BCP 47 code of the letter's language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The catalogue of that language.
    pub w: Words,
    /// The subject line.
    pub subject: String,
    /// What mail programs show after the subject: the quote, or the gist.
    pub preheader: String,
    /// The instance's name.
    pub site: String,
    /// Its address.
    pub site_url: String,
    /// What stands beside the name at the top: a date, a city; empty for nothing.
    pub beside: String,
    /// Why this letter came, one sentence a line.
    pub footer: Vec<String>,
    /// Ways to change or leave; addresses are absolute.
    pub links: Vec<Link>,
    /// Whether squares occur, so that the legend is printed.
    pub squares: bool,
}

impl Frame {
    /// The first line of the text twin: name at one end, the rest at the other.
    #[must_use]
    pub fn masthead(&self) -> String {
        let name = self.site.to_uppercase();
        if self.beside.is_empty() {
            return name;
        }
        let used = name.chars().count() + self.beside.chars().count();
        format!("{name}{}{}", " ".repeat(COLUMNS.saturating_sub(used).max(2)), self.beside)
    }
}

/// Folds a text at spaces to 72 columns, every line after `indent`. A word longer
/// than a line, such as an address, keeps a line of its own and is not broken;
/// so does every address, so that mail programs find its end.
#[must_use]
pub fn fold(text: &str, indent: &str) -> String {
    text.lines().map(|line| fold_line(line, indent)).collect::<Vec<_>>().join("\n")
}

fn fold_line(line: &str, indent: &str) -> String {
    let room = COLUMNS.saturating_sub(indent.chars().count()).max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for word in line.split_whitespace() {
        let address = is_address(word);
        match lines.last_mut() {
            Some(last) if open && !address && fits(last, word, room) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
        open = !address;
    }
    lines.iter().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join("\n")
}

fn fits(line: &str, word: &str, room: usize) -> bool {
    line.chars().count() + 1 + word.chars().count() <= room
}

fn is_address(word: &str) -> bool {
    word.starts_with("http://") || word.starts_with("https://")
}

/// A text without the marks that keep names of another direction apart, where all of it runs
/// from left to right: in a subject line or a plain text they would only be seen as noise.
#[must_use]
pub fn one_direction(text: &str) -> String {
    if text.chars().any(runs_from_the_right) {
        return text.to_owned();
    }
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

/// Hebrew, Arabic and their neighbours, with their presentation forms.
fn runs_from_the_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_direction_stay_where_they_are_needed() {
        assert_eq!(one_direction("\u{2068}Ilze\u{2069} answered"), "Ilze answered");
        let mixed = "\u{2068}ليلى\u{2069} answered";
        assert_eq!(one_direction(mixed), mixed);
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        let text = "The city pays for the full design before the vote. ".repeat(9);
        let folded = fold(&text, "   > ");
        assert!(
            folded.lines().all(|line| line.chars().count() <= COLUMNS && line.starts_with("   > "))
        );
        assert_eq!(folded.replace("   > ", "").replace('\n', " "), text.trim());
    }

    #[test]
    fn an_address_stands_alone_and_whole() {
        let address = format!("https://stoa.example/t/{}", "a".repeat(100));
        let folded = fold(&format!("Read it here: {address} or not at all."), "  ");
        assert_eq!(folded, format!("  Read it here:\n  {address}\n  or not at all."));
    }

    #[test]
    fn empty_lines_stay() {
        assert_eq!(fold("one\n\ntwo", ""), "one\n\ntwo");
    }
}
