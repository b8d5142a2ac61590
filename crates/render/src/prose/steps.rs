//! The steps of a reading path: a list in a text each of whose items leads to a thread and says why.

/// How a thread's address begins, on this site or after its origin.
const THREAD: &str = "/t/";
/// How long the spelling of an id is.
const ID: usize = 26;

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The thread's id.
    pub thread: String,
    /// Why it is to be read, as it was written; empty for no word.
    pub why: String,
}

/// The items of lists in stored Markdown that lead to threads of this site, in their order. `origin`
/// is the site's own.
#[must_use]
pub fn steps(markdown: &str, origin: &str) -> Vec<Step> {
    let mut found: Vec<Step> = Vec::new();
    let mut inside = false;
    for line in markdown.lines() {
        match item(line) {
            Some(words) => {
                let step = step(words, origin);
                inside = step.is_some();
                found.extend(step);
            }
            // A step goes on in lines that are set in.
            None if inside && line.starts_with(' ') && !line.trim().is_empty() => {
                if let Some(last) = found.last_mut() {
                    last.why = format!("{} {}", last.why, line.trim()).trim().to_owned();
                }
            }
            None => inside = inside && line.trim().is_empty(),
        }
    }
    found
}

/// The words of a list's item.
fn item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let bullet = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "));
    let bullet = bullet.or_else(|| line.strip_prefix("+ "));
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = (digits.len() < line.len()).then_some(digits);
    let number = number.and_then(|rest| rest.strip_prefix(". ").or(rest.strip_prefix(") ")));
    bullet.or(number).map(str::trim)
}

/// An item whose first link leads to a thread: as `[title](address)`, or as the address alone.
fn step(words: &str, origin: &str) -> Option<Step> {
    let at = words.find(THREAD)?;
    let (before, after) = (words.get(..at)?, words.get(at + THREAD.len()..)?);
    let thread = after.get(..ID)?;
    let spelled = thread.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
    let rest = after.get(ID..)?;
    let ours = before.strip_suffix(origin).unwrap_or(before);
    let begins = ours.is_empty() || ours.ends_with(['(', '<', ' ']);
    if !spelled || !begins || rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let end = rest.find([')', '>', ' ']).unwrap_or(rest.len());
    let tail = rest.get(end..).unwrap_or_default().trim_start_matches([')', '>']);
    let head = match ours.strip_suffix('(') {
        Some(link) => link.rfind('[').and_then(|at| link.get(..at)).unwrap_or_default(),
        None => ours.trim_end_matches('<'),
    };
    let why = format!("{} {}", head.trim(), tail.trim());
    let why = why.trim_matches(|c: char| c.is_whitespace() || "-–—:,.·".contains(c));
    Some(Step { thread: thread.to_owned(), why: why.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "https://stoa.example";
    const A: &str = "01m8rgq416f5g8a5casy4f6pt8";
    const B: &str = "01m8rgq416f5g8a5casy4f6pt9";

    fn all(markdown: &str) -> Vec<(String, String)> {
        steps(markdown, ORIGIN).into_iter().map(|step| (step.thread, step.why)).collect()
    }

    #[test]
    fn addresses_and_links_are_steps_with_their_words() {
        let text = format!(
            "Begin here:\n\n1. {ORIGIN}/t/{A}/heat-pumps – what they cost\n\
             2) See [Rain gardens](/t/{B}/rain) first: the plants\n   and the soil\n\nThe end."
        );
        let whole = [
            (A.to_owned(), "what they cost".to_owned()),
            (B.to_owned(), "See first: the plants and the soil".to_owned()),
        ];
        assert_eq!(all(&text), whole);
        assert_eq!(all(&format!("- <{ORIGIN}/t/{A}>")), [(A.to_owned(), String::new())]);
    }

    #[test]
    fn other_links_are_none() {
        for text in [
            format!("See /t/{A} for more"),
            format!("- https://other.example/t/{A}/x why"),
            format!("- /t/{} why", &A[..20]),
            format!("- /t/{A}x why"),
            "- nothing".to_owned(),
            "- /t/é".to_owned(),
        ] {
            assert_eq!(all(&text), [], "{text}");
        }
    }
}
