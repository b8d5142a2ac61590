//! 1,000,000 posts, written straight into the tables of a demonstration.

use std::path::Path;

use sea_orm::prelude::Uuid;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use stoa_kernel::ids::ThreadId;

/// Threads; the first is long.
pub const THREADS: usize = 50_000;
/// Posts of the long one.
pub const BIG: usize = 100_000;
/// Posts of each other.
pub const SMALL: usize = 18;
/// A word of the last post alone.
pub const LAST: &str = "zqlastofall";
/// When the first thread was opened, milliseconds since 1970.
const BEGIN: usize = 1_600_000_000_000;
/// Numbers of posts begin here, so that none is a thread's.
const POSTS: usize = 100_000_000;

/// The address of a thread's page.
pub fn address(thread: usize) -> String {
    format!("/t/{}/thread-{thread}", ThreadId::from_uuid(id(thread)))
}

/// As [`id_of`], here.
fn id(number: usize) -> Uuid {
    let time = (BEGIN + number) as u128;
    Uuid::from_u128(time << 80 | 0x7000 << 64 | 0x8000 << 48 | number as u128)
}

/// The identifier of a numbered row, in order of numbers, as SQL.
fn id_of(number: &str) -> String {
    format!(
        "unhex(printf('%012x', {BEGIN} + ({number})) || '70008000' || printf('%012x', ({number})))"
    )
}

/// How a fifth of the threads is written.
struct Script {
    language: &'static str,
    /// Sixteen syllables of two letters.
    syllables: &'static str,
    /// What each text says.
    filler: &'static str,
}

const SCRIPTS: [Script; 5] = [
    Script {
        language: "en",
        syllables: "bakadefihojulamenipoqurasetivowu",
        filler: "and that is how we began with our streets, after we had asked the people who \
                 live there, the shops, the school and the bus company, and had counted for a week ",
    },
    Script {
        language: "uk",
        syllables: "бакадефігожулуменіпорасетівовухо",
        filler: "і так ми почали з наших вулиць, спитавши спершу людей, які там живуть, крамниці, \
                 школу та перевізника, і рахували цілий тиждень ",
    },
    Script {
        language: "ar",
        syllables: "باكادفيهوجلامنيبورستطوقشغخصضحعزذ",
        filler: "وهكذا بدأنا بشوارعنا بعد أن سألنا سكانها وأصحاب المتاجر والمدرسة وشركة الحافلات \
                 وعددنا السيارات أسبوعا كاملا ",
    },
    Script {
        language: "ja",
        syllables: "水道交通緑地住宅電力都市計画歩行気候建築熱源市民広場学校河川公園",
        filler: "住民や商店や学校やバス会社に尋ねて一週間数えたあとで通りから始めました ",
    },
    Script {
        language: "el",
        syllables: "βακαδεφιγολαμενιποραρεσιτοβυχωζη",
        filler: "και έτσι αρχίσαμε από τους δρόμους μας, αφού ρωτήσαμε τους κατοίκους, τα μαγαζιά, \
                 το σχολείο και τα λεωφορεία, και μετρήσαμε μια εβδομάδα ",
    },
];

/// What differs from script to script, by thread, as SQL.
fn by_script(thread: &str, what: fn(&Script) -> &'static str) -> String {
    let cases: Vec<String> = SCRIPTS
        .iter()
        .enumerate()
        .map(|(place, script)| format!("WHEN {place} THEN '{}'", what(script)))
        .collect();
    format!("CASE ({thread}) % {} {} END", SCRIPTS.len(), cases.join(" "))
}

/// A word out of 4,096, by number, of the syllables in column `s`.
fn word(number: &str) -> String {
    let syllable = |by: usize| format!("substr(s, 1 + 2 * ((({number}) / {by}) % 16), 2)");
    format!("{} || {} || {}", syllable(1), syllable(16), syllable(256))
}

/// Words that differ from post to post, and some that do not: those in column `f`.
fn text(number: &str) -> String {
    let steps =
        [7919, 104_729, 1_299_709, 15_485_863, 32_452_843, 49_979_687, 67_867_967, 86_028_121];
    let words: Vec<String> = steps
        .iter()
        .map(|step| format!("{} || ' '", word(&format!("{number} * {step}"))))
        .collect();
    format!("{} || f || {}", words[..4].join(" || "), words[4..].join(" || "))
}

/// Fills the database that a demonstration has left.
///
/// # Errors
/// What the database answers.
pub async fn run(file: &Path) -> Result<(), String> {
    let url = format!("sqlite://{}?mode=rw", file.display());
    let db = Database::connect(url).await.map_err(|error| error.to_string())?;
    for sql in
        ["PRAGMA synchronous = OFF", "PRAGMA cache_size = -200000", "PRAGMA foreign_keys = OFF"]
    {
        run_one(&db, sql).await?;
    }
    run_one(
        &db,
        "CREATE TEMP TABLE people AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id \
                  FROM members WHERE state = 'active' AND confirmed_at IS NOT NULL",
    )
    .await?;
    run_one(&db, "CREATE UNIQUE INDEX temp.people_n ON people (n)").await?;
    run_one(&db, &threads()).await?;
    run_one(&db, &posts(0, BIG, "0", "x")).await?;
    let rest = (THREADS - 1) * SMALL;
    run_one(&db, &posts(BIG, rest, &format!("1 + x / {SMALL}"), &format!("x % {SMALL}"))).await?;
    let last = id_of(&(POSTS + BIG + rest - 1).to_string());
    run_one(&db, &format!("UPDATE posts SET html = html || '<p>{LAST}</p>' WHERE id = {last}"))
        .await?;
    run_one(&db, "ANALYZE").await?;
    db.close().await.map_err(|error| error.to_string())
}

async fn run_one(db: &DatabaseConnection, sql: &str) -> Result<(), String> {
    db.execute_unprepared(sql).await.map(|_| ()).map_err(|error| format!("{sql:.80}: {error}"))
}

fn numbers(count: usize) -> String {
    format!(
        "WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < {})",
        count - 1
    )
}

/// Microseconds since 1970 of a thread's post.
fn time(thread: &str, number: &str) -> String {
    format!("(({BEGIN} + ({thread}) * 60000) * 1000 + ({number}) * 1000000)")
}

fn author(number: &str) -> String {
    format!("(SELECT id FROM people WHERE n = ({number}) % (SELECT COUNT(*) FROM people))")
}

fn threads() -> String {
    let size = format!("CASE x WHEN 0 THEN {BIG} ELSE {SMALL} END");
    format!(
        "INSERT INTO threads (id, space_id, author_id, kind, direction, title, slug, language, \
         state, posts, last_number, last_post_at, last_author_id, seq, version, created_at, \
         published_at) {} SELECT {}, (SELECT id FROM spaces WHERE slug = 'questions'), {}, \
         'question', 'neither', 'Thread ' || x || ' about ' || {}, 'thread-' || x, {}, \
         'published', {size}, {size}, {}, {}, {size}, 1, {}, {} FROM (SELECT x, {} AS s FROM n)",
        numbers(THREADS),
        id_of("x"),
        author("x"),
        word("x * 7919"),
        by_script("x", |script| script.language),
        time("x", &format!("{size} - 1")),
        author("x + 1"),
        time("x", "0"),
        time("x", "0"),
        by_script("x", |script| script.syllables),
    )
}

/// So many posts from the `from`th on; `thread` and `place` (from 0) by their number `x`.
fn posts(from: usize, count: usize, thread: &str, place: &str) -> String {
    let number = format!("({} + x)", POSTS + from);
    let words = text(&format!("({} + x)", from + 1));
    format!(
        "INSERT INTO posts (id, thread_id, author_id, number, opening, state, markdown, html, \
         renderer, language, useful, version, created_at, published_at) {} SELECT {}, {}, {}, \
         {place} + 1, {place} = 0, 'published', words, '<p dir=\"auto\">' || words || '</p>', 1, \
         l, 0, 1, at, at FROM (SELECT x, l, {words} AS words, {} AS at FROM \
         (SELECT x, {} AS l, {} AS s, {} AS f FROM n))",
        numbers(count),
        id_of(&number),
        id_of(thread),
        author(&format!("{thread} + {place}")),
        time(thread, place),
        by_script(thread, |script| script.language),
        by_script(thread, |script| script.syllables),
        by_script(thread, |script| script.filler),
    )
}

/// Two words that stand together in some posts; each script in its turn.
pub fn question(number: usize) -> (String, String) {
    let script = &SCRIPTS[number % SCRIPTS.len()];
    let letters: Vec<char> = script.syllables.chars().collect();
    let at = |step: usize| {
        let place = (number * 977 + 1) * step;
        let from = |by: usize| 2 * (place / by % 16);
        [1, 16, 256].iter().flat_map(|by| &letters[from(*by)..from(*by) + 2]).collect()
    };
    (at(7919), at(104_729))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_script_has_sixteen_syllables_of_two_letters() {
        for script in &SCRIPTS {
            assert_eq!(script.syllables.chars().count(), 32, "{}", script.language);
        }
        assert!(question(2).0.chars().all(|letter| !letter.is_ascii()));
    }

    #[test]
    fn identifiers_are_in_order_and_printed_as_the_program_does() {
        assert!(id(1) > id(0) && id(49_999) > id(49_998));
        assert!(address(7).starts_with("/t/01") && address(7).ends_with("/thread-7"));
    }
}
