//! All rules, compiled once: one automaton for all words, and patterns that take no more than linear
//! time.

use std::borrow::Cow;
use std::ops::Range;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::{Regex, RegexBuilder};
use stoa_kernel::fault::Detail;
use stoa_kernel::ids::SpaceId;
use stoa_kernel::{Fault, Problems};

use super::fold::{fold, stands};
use super::{Rule, RuleAct, RuleKind};

/// Words of a rule, and of all rules together for each of their acts.
pub const MOST_WORDS: usize = 2000;
/// Patterns of a rule, and of all rules together.
pub const MOST_PATTERNS: usize = 50;
/// The longest word, in characters.
const LONGEST_WORD: usize = 100;
/// The longest pattern, in characters.
const LONGEST_PATTERN: usize = 300;
/// What a compiled pattern may weigh, in bytes: what is larger takes too long over a long text.
const WEIGHT: usize = 256 * 1024;
/// Patterns look at a text in parts of so many bytes, so that none is long at work.
const PART: usize = 4096;
/// After so long patterns stop, and the text is for a person.
const BUDGET: Duration = Duration::from_millis(100);
/// So much of what was found is kept, in characters.
const SHOWN: usize = 100;

/// A text that is about to be published.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// Its title, empty where there is none.
    pub title: &'t str,
    /// Its words.
    pub plain: &'t str,
    /// Outside addresses that it links to.
    pub links: &'t [String],
    /// How many people it names.
    pub mentions: usize,
    /// Its language.
    pub language: &'t str,
    /// Where it stands.
    pub space: SpaceId,
}

/// A rule that fits a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'b> {
    /// Which.
    pub rule: &'b Rule,
    /// What follows from it: what the rule says, unless it could not be asked to its end.
    pub act: RuleAct,
    /// What it found: a word as the rule has it, what a pattern fits, a host, a number.
    pub found: String,
}

impl<'b> Hit<'b> {
    /// What a rule found, shortened to what is kept.
    pub(super) fn of(rule: &'b Rule, found: &str) -> Self {
        Self { rule, act: rule.act, found: found.chars().take(SHOWN).collect() }
    }
}

/// All rules that are in force, ready to be asked.
#[derive(Debug, Default)]
pub struct Book {
    edition: i64,
    rules: Vec<Rule>,
    automaton: Option<AhoCorasick>,
    words: Vec<Word>,
    patterns: Vec<(usize, Regex)>,
}

#[derive(Debug)]
struct Word {
    rule: usize,
    written: String,
    open: (bool, bool),
}

impl Book {
    /// Compiles rules; those that are not active are left out.
    ///
    /// # Errors
    /// [`Fault::Invalid`] in field `lines` for words or patterns that cannot be used.
    pub fn of(edition: i64, rules: Vec<Rule>) -> Result<Self, Fault> {
        let rules: Vec<Rule> = rules.into_iter().filter(|rule| rule.active).collect();
        let (mut words, mut patterns) = (Vec::new(), Vec::new());
        for (place, rule) in rules.iter().enumerate() {
            match rule.kind {
                RuleKind::Words => words.extend(words_of(place, rule)?),
                RuleKind::Patterns => patterns.extend(patterns_of(place, rule)?),
                RuleKind::NewHost | RuleKind::Mentions | RuleKind::Repeats => {}
            }
        }
        let automaton = if words.is_empty() { None } else { Some(automaton(&words)?) };
        Ok(Self { edition, rules, automaton, words, patterns })
    }

    /// Which edition of the rules it is.
    #[must_use]
    pub fn edition(&self) -> i64 {
        self.edition
    }

    /// No rule is in force.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The rules of a kind that apply to a text.
    #[must_use]
    pub fn of_kind(&self, kind: RuleKind, text: &Text<'_>) -> Vec<&Rule> {
        self.rules.iter().filter(|rule| rule.kind == kind && rule.applies(text)).collect()
    }

    /// What the rules find that need no more than the text; each rule once. A text for which the
    /// patterns had no time left is held, whatever their rule would do: nobody has read it.
    #[must_use]
    pub fn look<'b>(&'b self, text: &Text<'_>) -> Vec<Hit<'b>> {
        self.look_within(text, BUDGET)
    }

    /// As [`Book::look`], with another time for patterns.
    pub(super) fn look_within<'b>(&'b self, text: &Text<'_>, budget: Duration) -> Vec<Hit<'b>> {
        let mut hits = Vec::new();
        self.words_in(text, &mut hits);
        self.patterns_in(text, budget, &mut hits);
        let most = |rule: &&Rule| text.mentions > usize::try_from(rule.most).unwrap_or(usize::MAX);
        let named = self.of_kind(RuleKind::Mentions, text).into_iter().filter(most);
        hits.extend(named.map(|rule| Hit::of(rule, &text.mentions.to_string())));
        hits
    }

    /// The rule at a place, if it applies to a text.
    fn applying(&self, place: usize, text: &Text<'_>) -> Option<&Rule> {
        self.rules.get(place).filter(|rule| rule.applies(text))
    }

    fn words_in<'b>(&'b self, text: &Text<'_>, hits: &mut Vec<Hit<'b>>) {
        let Some(automaton) = &self.automaton else { return };
        for part in parts(text) {
            let part = fold(part);
            for found in automaton.find_overlapping_iter(part.as_ref()) {
                let Some(word) = self.words.get(found.pattern().as_usize()) else { continue };
                if stands(&part, found.range(), word.open) {
                    let rule = self.applying(word.rule, text);
                    add(hits, rule.map(|rule| Hit::of(rule, &word.written)));
                }
            }
        }
    }

    fn patterns_in<'b>(&'b self, text: &Text<'_>, budget: Duration, hits: &mut Vec<Hit<'b>>) {
        if self.patterns.is_empty() {
            return;
        }
        let begun = Instant::now();
        let chunks: Vec<&str> = parts(text).flat_map(cut).collect();
        for (place, pattern) in &self.patterns {
            let Some(rule) = self.applying(*place, text) else { continue };
            for chunk in &chunks {
                if begun.elapsed() >= budget {
                    return hits.push(Hit { act: RuleAct::Hold, ..Hit::of(rule, "…") });
                }
                if let Some(found) = pattern.find(chunk) {
                    add(hits, Some(Hit::of(rule, found.as_str())));
                    break;
                }
            }
        }
    }
}

/// Notes a hit, each rule once.
fn add<'b>(hits: &mut Vec<Hit<'b>>, hit: Option<Hit<'b>>) {
    let new = hit.filter(|hit| hits.iter().all(|known| known.rule.id != hit.rule.id));
    hits.extend(new);
}

/// Title, words and links: a word of one does not go on in the next.
fn parts<'t>(text: &Text<'t>) -> impl Iterator<Item = &'t str> {
    [text.title, text.plain].into_iter().chain(text.links.iter().map(String::as_str))
}

/// A text in pieces of at most [`PART`] bytes, cut between lines or words where there are any.
fn cut(text: &str) -> Vec<&str> {
    let (mut rest, mut pieces) = (text, Vec::new());
    while rest.len() > PART {
        let end = rest.floor_char_boundary(PART);
        let (head, _) = rest.split_at(end);
        let at = head.rfind(['\n', ' ']).filter(|at| *at > 0).unwrap_or(end);
        let (piece, next) = rest.split_at(at);
        pieces.push(piece);
        rest = next;
    }
    pieces.push(rest);
    pieces
}

fn automaton(words: &[Word]) -> Result<AhoCorasick, Fault> {
    let folded: Vec<Cow<'_, str>> = words.iter().map(|word| bare(&word.written)).collect();
    AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(folded.iter().map(AsRef::as_ref))
        .map_err(Fault::broken)
}

/// A word as texts are folded, without the stars that leave its ends open.
fn bare(written: &str) -> Cow<'_, str> {
    fold(written.trim_start_matches('*').trim_end_matches('*'))
}

fn words_of(place: usize, rule: &Rule) -> Result<Vec<Word>, Fault> {
    let mut problems = Problems::default();
    if rule.lines.len() > MOST_WORDS {
        problems.add("lines", "moderation-rule-words-many");
    }
    let long = |word: &&String| word.chars().count() > LONGEST_WORD;
    if rule.lines.iter().any(|word| long(&word)) {
        problems.add("lines", "moderation-rule-word-long");
    }
    let bad = |word: &&String| bare(word).trim().is_empty() || bare(word).contains('*');
    if let Some(word) = rule.lines.iter().find(bad) {
        problems.add_with(
            "lines",
            "moderation-rule-word-star",
            vec![("word", Detail::Text(word.clone()))],
        );
    }
    problems.into_result()?;
    Ok(rule.lines.iter().map(|line| word(place, line)).collect())
}

fn word(place: usize, line: &str) -> Word {
    Word {
        rule: place,
        written: line.to_owned(),
        open: (line.starts_with('*'), line.ends_with('*')),
    }
}

fn patterns_of(place: usize, rule: &Rule) -> Result<Vec<(usize, Regex)>, Fault> {
    let mut problems = Problems::default();
    let mut made = Vec::new();
    if rule.lines.len() > MOST_PATTERNS {
        problems.add("lines", "moderation-rule-patterns-many");
    }
    for line in rule.lines.iter().take(MOST_PATTERNS) {
        match pattern(line) {
            Some(pattern) => made.push((place, pattern)),
            None => problems.add_with(
                "lines",
                "moderation-rule-pattern-bad",
                vec![("pattern", Detail::Text(line.clone()))],
            ),
        }
    }
    problems.0.truncate(1);
    problems.into_result().map(|()| made)
}

/// A pattern that fits nothing at all would fit every text.
fn pattern(line: &str) -> Option<Regex> {
    let fits = line.chars().count() <= LONGEST_PATTERN;
    let built = RegexBuilder::new(line)
        .case_insensitive(true)
        .size_limit(WEIGHT)
        .dfa_size_limit(4 * WEIGHT)
        .nest_limit(20)
        .build();
    built.ok().filter(|pattern| fits && !pattern.is_match(""))
}

/// The host of an address, without `www.`.
#[must_use]
pub(super) fn host(link: &str) -> Option<String> {
    let (_, rest) = link.split_once("://")?;
    let end: Range<usize> = 0..rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let place = rest.get(end)?;
    let name = place.rsplit_once('@').map_or(place, |(_, name)| name);
    let name = name.rsplit_once(':').map_or(name, |(name, _)| name);
    let name = fold(name).trim_start_matches("www.").trim_end_matches('.').to_owned();
    (!name.is_empty()).then_some(name)
}
