//! The moderators' desk: what rules cost over a text, beside a bare scan of it; what the queue costs
//! with many cases, beside itself with few.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use aho_corasick::AhoCorasick;
use sea_orm::{ConnectionTrait, Database};
use stoa_kernel::Time;
use stoa_kernel::ids::{RuleId, SpaceId};
use stoa_moderation::watch::{Book, Rule, RuleAct, RuleKind, Text};
use stoa_tests::program::Program;
use stoa_tests::wire::{Client, request};

use crate::Plan;
use crate::measures::{fixed, timed};
use crate::table::{Row, Target, median};

/// Scans of a round.
const SCANS: usize = 300;
/// Words of all rules together.
const WORDS: usize = 2000;
/// Cases that wait: few, and many.
const FEW: usize = 50;
const MANY: usize = 5000;
/// Connections to the queue.
const MODERATORS: usize = 4;

/// What the rules cost: 2,000 words over 10 KB, of plain ASCII and with accents; 50 patterns.
///
/// # Errors
/// A sentence when the rules cannot be made.
pub fn rules(plan: Plan) -> Result<Vec<Row>, String> {
    let words: Vec<String> = (0..WORDS).map(word).collect();
    let book = book(RuleKind::Words, words.clone())?;
    let bare = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(&words)
        .map_err(|error| error.to_string())?;
    let mut rows = Vec::new();
    for (name, sentence) in [
        ("plain ASCII", "We counted bicycles on twelve streets before and after the change. "),
        ("French", "Nous avons compté les vélos dans douze rues, avant et après l’été dernier. "),
    ] {
        let text = sentence.repeat(10_240 / sentence.len() + 1);
        let (mut own, mut floors, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..plan.rounds {
            let least = micros(|| bare.find_iter(text.as_str()).count());
            let spent = micros(|| book.look(&of(&text)).len());
            own.push(median(&spent));
            floors.push(median(&least));
            ratios.push(median(&spent) / median(&least));
        }
        rows.push(Row {
            name: format!("2,000 words over 10 KB of {name}, ÷ a bare scan"),
            subject: format!("{:.1} µs", median(&own)),
            floor: format!("{:.1} µs", median(&floors)),
            value: median(&ratios),
            target: Target::AtMost(3.0),
        });
    }
    rows.push(patterns()?);
    Ok(rows)
}

/// A word that is none, with any first letter: what all words begin with would be found at once.
fn word(number: usize) -> String {
    let syllables = ["ba", "ke", "di", "fo", "gu", "he", "ja", "lo", "mi", "nu", "pa", "re", "so"];
    let at = |by: usize| syllables[number / by % syllables.len()];
    format!("{}{}{}x{number}", at(1), at(13), at(169))
}

fn patterns() -> Result<Row, String> {
    let lines = (0..50).map(|number| format!(r"\b(buy|win)\s+\w+{number}\s+(now|today)\b"));
    let book = book(RuleKind::Patterns, lines.collect())?;
    let text = "We counted bicycles on twelve streets before and after. ".repeat(190);
    let mut spent = micros(|| book.look(&of(&text)).len());
    spent.sort_by(f64::total_cmp);
    let p99 = spent.get(SCANS * 99 / 100).copied().unwrap_or(f64::NAN) / 1000.0;
    Ok(Row {
        name: "50 patterns over 10 KB, p99 in ms".into(),
        subject: format!("{p99:.2} ms"),
        floor: String::new(),
        value: p99,
        target: Target::AtMost(2.0),
    })
}

fn of(text: &str) -> Text<'_> {
    let space = SpaceId::CONVERSATIONS;
    Text { title: "", plain: text, links: &[], mentions: 0, language: "en", space }
}

fn book(kind: RuleKind, lines: Vec<String>) -> Result<Book, String> {
    let rule = Rule {
        id: RuleId::from_uuid(sea_orm::prelude::Uuid::nil()),
        kind,
        act: RuleAct::Hold,
        space: None,
        language: None,
        title: "All".into(),
        lines,
        most: 0,
        active: true,
        version: 1,
        changed_by: None,
        changed_at: Time(0),
    };
    Book::of(1, vec![rule]).map_err(|fault| format!("{fault:?}"))
}

/// Microseconds of each of [`SCANS`] times.
fn micros(mut scan: impl FnMut() -> usize) -> Vec<f64> {
    let once = |scan: &mut dyn FnMut() -> usize| {
        let begun = Instant::now();
        black_box(scan());
        begun.elapsed().as_secs_f64() * 1_000_000.0
    };
    (0..SCANS).map(|_| once(&mut scan)).collect()
}

/// The queue page with 5,000 open cases by the same with 50, in CPU of the program.
///
/// # Errors
/// A sentence when the program answers badly.
pub async fn queue(
    plan: Plan,
    program: &Program,
    moderator: (String, String),
    file: &Path,
) -> Result<Row, String> {
    let mut client = Client::new(program.address);
    client.sign_in(&moderator.0, &moderator.1).await?;
    let headers = [format!("Cookie: stoa={}", client.token), "Accept-Language: en".to_owned()];
    let host = program.address.to_string();
    let ask = request("GET", "/moderation?whose=all", &host, &headers, &[]);
    let (mut few, mut many, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..plan.rounds {
        waits(file, FEW).await?;
        let (_, least) = timed(program, MODERATORS, plan, fixed(ask.clone())).await?;
        waits(file, MANY).await?;
        let (_, spent) = timed(program, MODERATORS, plan, fixed(ask.clone())).await?;
        few.push(least);
        many.push(spent);
        ratios.push(spent / least);
    }
    Ok(Row {
        name: "queue page, 5,000 open cases ÷ 50".into(),
        subject: format!("{:.0} µs", median(&many)),
        floor: format!("{:.0} µs", median(&few)),
        value: median(&ratios),
        target: Target::AtMost(1.5),
    })
}

/// Lets so many cases wait: copies of one that does, each about a post of its own.
async fn waits(file: &Path, count: usize) -> Result<(), String> {
    let url = format!("sqlite://{}?mode=rw", file.display());
    let db = Database::connect(url).await.map_err(|error| error.to_string())?;
    let last = count - 1;
    for sql in [
        "DELETE FROM case_history WHERE case_id IN (SELECT id FROM cases WHERE reason = 'copied')"
            .to_owned(),
        "DELETE FROM cases WHERE reason = 'copied'".to_owned(),
        format!(
            "WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < {last}), \
             one AS (SELECT * FROM cases WHERE kind = 'held_reply' AND state = 'open' LIMIT 1) \
             INSERT INTO cases (id, kind, subject_type, subject_id, space_id, thread_id, post_id, \
             wording, language, author_id, reason, state, version, opened_at, score) \
             SELECT randomblob(16), kind, subject_type, randomblob(16), space_id, thread_id, \
             post_id, wording, language, author_id, 'copied', 'open', 1, opened_at + x, 0 \
             FROM one, n"
        ),
    ] {
        db.execute_unprepared(&sql).await.map_err(|error| format!("{sql:.60}: {error}"))?;
    }
    db.close().await.map_err(|error| error.to_string())
}
