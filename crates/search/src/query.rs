//! What somebody looks for, as typed, and as the index is asked.

use std::collections::BTreeSet;
use std::ops::Bound;

use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, FuzzyTermQuery, Occur, PhraseQuery,
    Query as Ask, RangeQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use stoa_kernel::Time;

use crate::index::{Fields, answered};
use crate::model::{Among, Enough, Filter};
use crate::stems::Tongue;
use crate::words::{self, Run};

/// What is typed beyond so many characters is not looked for.
const LONGEST: usize = 400;
/// So many words and phrases are looked for at most.
const MOST: usize = 16;
/// How much more a word counts in a title, and how much less a stem.
const TITLE: f32 = 3.0;
const STEM: f32 = 0.7;
/// More than any number of words counts: what is in a language that comes first does come first.
const FIRST: f32 = 1000.0;

/// What opens a thread, in the field `part`.
const THREAD: &str = "thread";
/// A word in the titles of more than one of so many threads is common.
const COMMON: u64 = 20;
/// In as few titles no word is.
const FEW: u64 = 20;

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    wanted: Vec<Needle>,
    unwanted: Vec<Needle>,
    /// Words that many titles have say nothing.
    telling: bool,
}

/// One word or phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Needle {
    /// A word as it is, or by one of its stems.
    Word { plain: String, stems: BTreeSet<String> },
    /// Words, or pairs of signs, one after the other.
    Phrase(Vec<String>),
    /// A single sign.
    Sign(String),
    /// The beginning of a word of a title, which may be mistyped in one place.
    Beginning(String),
}

impl Query {
    /// Reads what is being typed: the last word may go on, in a title.
    #[must_use]
    pub fn begun(typed: &str) -> Self {
        let typed: String = typed.chars().take(LONGEST).collect();
        let mut tongues = Tongue::all();
        let mut runs = words::runs(&typed);
        let open = runs.pop_if(|run| !run.signs && typed.ends_with(run.text));
        let mut wanted: Vec<Needle> =
            runs.iter().flat_map(|run| needle(run, &mut tongues)).take(MOST).collect();
        let beginning = open.map(|run| words::fold(&words::lower(run.text)));
        wanted.extend(beginning.filter(|word| !word.is_empty()).map(Needle::Beginning));
        Self { wanted, ..Self::default() }
    }

    /// Reads what was typed: words, `"phrases in this order"`, `-words that must not be there`.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let typed: String = typed.chars().take(LONGEST).collect();
        let mut query = Self::default();
        let mut tongues = Tongue::all();
        for piece in pieces(&typed) {
            let needles = piece.needles(&mut tongues);
            let side = if piece.unwanted { &mut query.unwanted } else { &mut query.wanted };
            let room = MOST.saturating_sub(side.len());
            side.extend(needles.into_iter().take(room));
        }
        query
    }

    /// The telling words of a title, for threads that resemble it.
    #[must_use]
    pub fn resembling(title: &str, language: &str) -> Self {
        let title: String = title.chars().take(LONGEST).collect();
        let mut tongues: Vec<Tongue> = Tongue::of(language).into_iter().collect();
        let mut own = Tongue::of(language);
        let tells = |run: &Run<'_>| match &mut own {
            _ if run.signs => true,
            Some(tongue) => tongue.tells(&words::lower(run.text)),
            None => run.text.chars().count() > 3,
        };
        let mut runs = words::runs(&title);
        runs.retain(tells);
        let wanted = runs.iter().flat_map(|run| apart(run, &mut tongues)).take(MOST).collect();
        Self { wanted, telling: true, ..Self::default() }
    }

    /// Without the words that say nothing among so many threads: whatever resembles by them alone
    /// does not, and to look through all that has them would cost more than the page they stand on.
    pub(crate) fn among(&self, fields: &Fields, searcher: &Searcher) -> tantivy::Result<Self> {
        let mut query = self.clone();
        if !self.telling {
            return Ok(query);
        }
        let threads = searcher.doc_freq(&Term::from_field_text(fields.part, THREAD))?;
        let most = (threads / COMMON).max(FEW);
        let mut wanted = Vec::with_capacity(query.wanted.len());
        for needle in query.wanted {
            let titles = match needle.written() {
                Some(word) => searcher.doc_freq(&Term::from_field_text(fields.title, word))?,
                None => 0,
            };
            wanted.extend((titles <= most).then_some(needle));
        }
        // One word alone makes no likeness.
        query.wanted = if wanted.len() > 1 { wanted } else { Vec::new() };
        Ok(query)
    }

    /// Whether nothing is looked for: no word that should be there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Whether a word or pair of signs, folded, or one of its stems is looked for.
    pub(crate) fn marks(&self, plain: &str, stem: Option<&str>) -> bool {
        self.wanted.iter().any(|needle| match needle {
            Needle::Word { plain: word, stems } => {
                word == plain || stem.is_some_and(|stem| stems.contains(stem))
            }
            Needle::Phrase(words) => words.iter().any(|word| word == plain),
            Needle::Sign(sign) => plain.contains(sign.as_str()),
            Needle::Beginning(word) => plain.starts_with(word.as_str()),
        })
    }

    /// How many words and phrases are wanted.
    #[must_use]
    pub fn wanted(&self) -> usize {
        self.wanted.len()
    }

    /// The question to the index: enough of the wanted words, no unwanted one, within the filter.
    pub(crate) fn ask(&self, fields: &Fields, filter: &Filter, enough: Enough) -> Box<dyn Ask> {
        let alone = enough == Enough::Nothing && filter.narrows();
        if self.is_empty() && !alone {
            return Box::new(EmptyQuery);
        }
        let mut clauses = filtered(fields, filter);
        let wanted = self.wanted.iter().map(|needle| needle.ask(fields));
        if self.is_empty() || enough == Enough::All {
            clauses.extend(wanted.map(|ask| (Occur::Must, ask)));
        } else {
            let least = enough.of(self.wanted.len());
            let some = BooleanQuery::union_with_minimum_required_clauses(wanted.collect(), least);
            clauses.push((Occur::Must, Box::new(some)));
        }
        let unwanted = self.unwanted.iter().map(|needle| (Occur::MustNot, needle.exactly(fields)));
        clauses.extend(unwanted);
        Box::new(BooleanQuery::new(clauses))
    }
}

/// A part of what was typed: between quotation marks or between blanks.
struct Piece<'t> {
    text: &'t str,
    quoted: bool,
    unwanted: bool,
}

/// A quotation mark that is never closed quotes the rest.
fn pieces(typed: &str) -> Vec<Piece<'_>> {
    let quotes = ['"', '“', '”', '„', '«', '»', '「', '」'];
    let mut found = Vec::new();
    let mut minus = false;
    for (number, part) in typed.split(quotes).enumerate() {
        if number % 2 == 1 {
            found.push(Piece { text: part, quoted: true, unwanted: minus });
            continue;
        }
        minus = part.ends_with('-');
        found.extend(part.split_whitespace().map(|text| Piece {
            text: text.strip_prefix('-').unwrap_or(text),
            quoted: false,
            unwanted: text.starts_with('-'),
        }));
    }
    found
}

impl Piece<'_> {
    fn needles(&self, tongues: &mut [Tongue]) -> Vec<Needle> {
        if !self.quoted {
            return words::runs(self.text).iter().flat_map(|run| needle(run, tongues)).collect();
        }
        let tokens = words::plain(self.text).tokens;
        let phrase: Vec<String> = tokens.into_iter().map(|token| token.text).collect();
        if phrase.is_empty() { Vec::new() } else { vec![Needle::Phrase(phrase)] }
    }
}

fn needle(run: &Run<'_>, tongues: &mut [Tongue]) -> Option<Needle> {
    if run.signs {
        let lower = words::lower(run.text);
        let pairs: Vec<String> = words::pairs(&lower).into_iter().map(|pair| pair.2).collect();
        // Marks that stand for nothing by themselves are signs, and make none.
        if pairs.is_empty() {
            return None;
        }
        let single = words::singles(&lower).len() == 1;
        return if single {
            pairs.into_iter().next().map(Needle::Sign)
        } else {
            Some(Needle::Phrase(pairs))
        };
    }
    word(run, tongues)
}

fn word(run: &Run<'_>, tongues: &mut [Tongue]) -> Option<Needle> {
    let lower = words::lower(run.text);
    let plain = words::fold(&lower);
    let stems = tongues.iter_mut().map(|tongue| words::fold(&tongue.stem(&lower)));
    // A foreign stemmer may leave next to nothing ("he" of "heat"), which is another word elsewhere.
    let letters = plain.chars().count().min(3);
    let stems = stems.filter(|stem| stem.chars().count() >= letters).collect();
    (!plain.is_empty()).then_some(Needle::Word { plain, stems })
}

/// As [`needle`], but each pair of signs by itself: titles that resemble share some of them.
fn apart(run: &Run<'_>, tongues: &mut [Tongue]) -> Vec<Needle> {
    if !run.signs {
        return word(run, tongues).into_iter().collect();
    }
    let lower = words::lower(run.text);
    words::pairs(&lower).into_iter().map(|pair| Needle::Phrase(vec![pair.2])).collect()
}

impl Needle {
    /// The word or pair of signs as titles have it; none for phrases of several.
    fn written(&self) -> Option<&str> {
        match self {
            Self::Word { plain, .. } => Some(plain),
            Self::Phrase(words) => words.first().filter(|_| words.len() == 1).map(String::as_str),
            Self::Sign(_) | Self::Beginning(_) => None,
        }
    }

    fn ask(&self, fields: &Fields) -> Box<dyn Ask> {
        match self {
            Self::Word { plain, stems } => {
                let stems = stems.iter().map(|stem| boosted(term(fields.stems, stem), STEM));
                Box::new(BooleanQuery::union(
                    both(fields, |f| term(f, plain)).chain(stems).collect(),
                ))
            }
            Self::Phrase(_) => self.exactly(fields),
            Self::Sign(sign) => term(fields.stems, sign),
            Self::Beginning(word) => begins(fields.title, word),
        }
    }

    /// Without stems: what must not be there must not go further than what was typed.
    fn exactly(&self, fields: &Fields) -> Box<dyn Ask> {
        match self {
            Self::Word { plain, .. } => {
                Box::new(BooleanQuery::union(both(fields, |f| term(f, plain)).collect()))
            }
            Self::Phrase(words) => {
                Box::new(BooleanQuery::union(both(fields, |f| phrase(f, words)).collect()))
            }
            Self::Sign(sign) => term(fields.stems, sign),
            Self::Beginning(word) => begins(fields.title, word),
        }
    }
}

/// The same in title and body.
fn both<'f>(
    fields: &'f Fields,
    ask: impl Fn(Field) -> Box<dyn Ask> + 'f,
) -> impl Iterator<Item = Box<dyn Ask>> + 'f {
    [(fields.title, TITLE), (fields.body, 1.0)]
        .into_iter()
        .map(move |(field, by)| boosted(ask(field), by))
}

fn boosted(ask: Box<dyn Ask>, by: f32) -> Box<dyn Ask> {
    Box::new(BoostQuery::new(ask, by))
}

fn term(field: Field, text: &str) -> Box<dyn Ask> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs))
}

/// Words that begin so; from five letters on with one letter wrong, missing or too many.
fn begins(field: Field, word: &str) -> Box<dyn Ask> {
    let wrong = u8::from(word.chars().count() >= 5);
    Box::new(FuzzyTermQuery::new_prefix(Term::from_field_text(field, word), wrong, true))
}

/// A phrase of one word is that word: tantivy refuses it as a phrase.
fn phrase(field: Field, words: &[String]) -> Box<dyn Ask> {
    let terms: Vec<Term> = words.iter().map(|word| Term::from_field_text(field, word)).collect();
    match words {
        [] => Box::new(EmptyQuery),
        [word] => term(field, word),
        _ => Box::new(PhraseQuery::new(terms)),
    }
}

/// What narrows and does not rank.
fn filtered(fields: &Fields, filter: &Filter) -> Vec<(Occur, Box<dyn Ask>)> {
    let part = match filter.among {
        Among::All => None,
        Among::Threads => Some(THREAD),
        Among::Replies => Some("reply"),
    };
    let space = filter.space.map(|space| space.to_string());
    let (city, author) =
        (filter.city.map(|id| id.to_string()), filter.author.map(|id| id.to_string()));
    let named = [
        (fields.part, part),
        (fields.space, space.as_deref()),
        (fields.city, city.as_deref()),
        (fields.author, author.as_deref()),
        (fields.answered, filter.answered.map(answered)),
        (fields.kind, filter.kind.as_deref()),
        (fields.region, filter.region.as_deref()),
        (fields.language, filter.language.as_deref()),
    ];
    let mut clauses: Vec<(Occur, Box<dyn Ask>)> = named
        .into_iter()
        .filter_map(|(field, text)| Some((Occur::Must, narrowing(term(field, text?)))))
        .collect();
    if !filter.themes.is_empty() {
        clauses.push((Occur::Must, narrowing(any(fields.theme, &filter.themes))));
    }
    clauses.extend(within(fields, filter).map(|ask| (Occur::Must, narrowing(ask))));
    if !filter.first.is_empty() && filter.language.is_none() {
        let reads = ConstScoreQuery::new(any(fields.reads, &filter.first), FIRST);
        clauses.push((Occur::Should, Box::new(reads)));
    }
    if !filter.hidden.is_empty() {
        let hidden: Vec<String> = filter.hidden.iter().map(ToString::to_string).collect();
        clauses.push((Occur::MustNot, any(fields.space, &hidden)));
    }
    clauses
}

/// Published between two moments.
fn within(fields: &Fields, filter: &Filter) -> Option<Box<dyn Ask>> {
    let term = |at: Time| Term::from_field_i64(fields.at, at.0);
    let (from, before) = (filter.from.map(term), filter.before.map(term));
    if from.is_none() && before.is_none() {
        return None;
    }
    let low = from.map_or(Bound::Unbounded, Bound::Included);
    let high = before.map_or(Bound::Unbounded, Bound::Excluded);
    Some(Box::new(RangeQuery::new(low, high)))
}

fn narrowing(ask: Box<dyn Ask>) -> Box<dyn Ask> {
    Box::new(ConstScoreQuery::new(ask, 0.0))
}

fn any(field: Field, texts: &[String]) -> Box<dyn Ask> {
    Box::new(TermSetQuery::new(texts.iter().map(|text| Term::from_field_text(field, text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(query: &Query) -> Vec<Vec<&str>> {
        let words = |needle: &'_ Needle| -> Vec<&str> {
            match needle {
                Needle::Word { plain, .. } | Needle::Sign(plain) | Needle::Beginning(plain) => {
                    vec![leaked(plain)]
                }
                Needle::Phrase(words) => words.iter().map(|word| leaked(word)).collect(),
            }
        };
        query.wanted.iter().map(words).collect()
    }

    fn leaked(text: &str) -> &'static str {
        Box::leak(text.to_owned().into_boxed_str())
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        let query = Query::parse("heat-pumps \"low temperature\" -gas 東京都 水");
        assert_eq!(
            phrases(&query),
            vec![
                vec!["heat"],
                vec!["pumps"],
                vec!["low", "temperature"],
                vec!["東京", "京都"],
                vec!["水"]
            ]
        );
        assert_eq!(query.unwanted.len(), 1);
        assert!(Query::parse("-\"cold winter\"").is_empty());
        assert!(Query::parse(" \"\" - … ").is_empty());
        assert_eq!(phrases(&Query::parse("\"never closed")), vec![vec!["never", "closed"]]);
    }

    #[test]
    fn too_much_is_cut() {
        let many = "word ".repeat(300);
        assert_eq!(Query::parse(&many).wanted.len(), MOST);
    }

    #[test]
    fn a_title_is_asked_for_by_its_telling_words() {
        let query =
            Query::resembling("How did you get the owners to agree on one heat pump?", "en");
        let words: Vec<&str> = phrases(&query).into_iter().flatten().collect();
        assert!(words.contains(&"owners") && words.contains(&"pump") && !words.contains(&"the"));
    }
}
