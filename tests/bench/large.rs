//! The figures of an instance with 1,000,000 posts in 50,000 threads, one of
//! which has 100,000 posts.

mod fill;
mod search;

use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use stoa_tests::program::Program;
use stoa_tests::wire::{Client, Wire, request};

use crate::Plan;
use crate::load::{self, Maker};
use crate::measures::{GUESTS, MEMBERS, Watch, fixed, launch, memory, program, serve_saved, timed};
use crate::table::{Row, Target, median};

pub use fill::{BIG, THREADS};

struct Stage<'a> {
    plan: Plan,
    folder: &'a Path,
    program: Program,
    token: String,
    /// The addresses of all threads; the first is the long one.
    pages: Rc<Vec<String>>,
}

/// All of them, in the order of the table.
///
/// # Errors
/// A sentence when the program cannot be started or answers badly.
pub async fn all(plan: Plan, folder: &Path) -> Result<Vec<Row>, String> {
    let data = folder.join("data");
    let filled = program(folder, "demo", &data).serve()?;
    let (email, password) = filled.sign_in("member");
    filled.stop(Duration::from_secs(30))?;
    let began = Instant::now();
    fill::run(&data.join("demo/stoa.db")).await?;
    println!("  filled in {:.0?}", began.elapsed());
    std::fs::remove_dir_all(data.join("demo/search")).map_err(|error| error.to_string())?;
    indexed(folder, &data).await?;

    let began = Instant::now();
    let program = start(folder, &data)?;
    let mut client = Client::new(program.address);
    answers(&mut client, "/").await?;
    let first = began.elapsed().as_secs_f64();
    client.sign_in(&email, &password).await?;
    let pages = Rc::new((0..THREADS).map(fill::address).collect());
    let stage = Stage { plan, folder, program, token: client.token, pages };
    let mut rows = vec![told("first answer after the start, seconds", first, Target::AtMost(1.0))];
    measured(&stage, &mut rows).await?;
    rows.extend(search::rows(&stage, &data.join("demo/search")).await?);
    Ok(rows)
}

async fn measured(stage: &Stage<'_>, rows: &mut Vec<Row>) -> Result<(), String> {
    let watched = Watch::begin(stage.program.pid());
    rows.extend(guests(stage).await?);
    rows.push(members(stage, false).await?);
    rows.push(members(stage, true).await?);
    rows.push(long_thread(stage).await?);
    let anonymous = watched.end().await;
    rows.push(memory("RssAnon under the reading, at most, MiB", anonymous, 150.0));
    rows.push(memory("all resident afterwards, MiB", resident(stage.program.pid()), 250.0));
    Ok(())
}

fn told(name: &str, value: f64, target: Target) -> Row {
    Row { name: name.into(), subject: String::new(), floor: String::new(), value, target }
}

fn start(folder: &Path, data: &Path) -> Result<Program, String> {
    program(folder, "serve", &data.join("demo")).with("STOA__METRICS__TOKEN", "bench").serve()
}

/// Starts once, so that the search index is made, and says how long that took.
async fn indexed(folder: &Path, data: &Path) -> Result<(), String> {
    let began = Instant::now();
    let program = start(folder, data)?;
    let mut client = Client::new(program.address);
    loop {
        let reply = client
            .api("GET", &format!("/search?q={}", fill::LAST), None, None)
            .await
            .map_err(|error| error.to_string())?;
        if reply.json()["items"].as_array().is_some_and(|hits| !hits.is_empty()) {
            break;
        }
        if began.elapsed() > Duration::from_secs(900) {
            return Err("the index was not made within a quarter of an hour".into());
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    println!("  indexed in {:.0?}", began.elapsed());
    program.stop(Duration::from_secs(60)).map(|_| ())
}

async fn answers(client: &mut Client, path: &str) -> Result<(), String> {
    let reply = client.get(path).await.map_err(|error| error.to_string())?;
    if reply.status == 200 { Ok(()) } else { Err(format!("{path}: {}", reply.status)) }
}

/// Numbers by Zipf's law: the first thread is asked for twice as often as the second.
struct Zipf {
    sums: Vec<f64>,
}

impl Zipf {
    fn new(count: usize) -> Self {
        let mut sum = 0.0;
        let sums = (1..=count).map(|rank| {
            sum += 1.0 / rank as f64;
            sum
        });
        Self { sums: sums.collect() }
    }

    /// The thread for the `number`th request of a connection; the same in every run.
    fn at(&self, connection: usize, number: usize) -> usize {
        // A step of a well-mixing sequence; see Steele and others, 2014 (SplitMix).
        let mut bits = (connection as u64) << 40 ^ number as u64;
        bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        let share = (bits ^ bits >> 31) as f64 / u64::MAX as f64;
        let wanted = share * self.sums.last().copied().unwrap_or(1.0);
        self.sums.partition_point(|sum| *sum < wanted).min(self.sums.len() - 1)
    }
}

/// Requests for thread pages, by Zipf's law or each once.
fn pages_of(
    stage: &Stage<'_>,
    headers: Vec<String>,
    which: impl Fn(usize, usize) -> usize + 'static,
) -> Maker {
    let (pages, host) = (Rc::clone(&stage.pages), stage.program.address.to_string());
    Rc::new(move |connection, number| {
        let page = pages.get(which(connection, number)).map_or("/", String::as_str);
        request("GET", page, &host, &headers, &[])
    })
}

/// Guests' pages by Zipf's law with a cache of 64 MiB, and with a cold one, beside the same bytes
/// from memory.
async fn guests(stage: &Stage<'_>) -> Result<Vec<Row>, String> {
    let headers = vec!["Accept-Encoding: br".to_owned(), "Accept-Language: en".to_owned()];
    let host = stage.program.address.to_string();
    let one = request("GET", &stage.pages[THREADS / 2], &host, &headers, &[]);
    let mut wire = Wire::connect(stage.program.address).await.map_err(|error| error.to_string())?;
    for _ in 0..2 {
        wire.ask(&one).await.map_err(|error| error.to_string())?;
    }
    let kept = wire.ask(&one).await.map_err(|error| error.to_string())?;
    let floor = serve_saved(stage.folder, &kept)?;
    let bare = request("GET", "/", &floor.address.to_string(), &headers, &[]);

    // Each of the last threads once: nothing is kept of them.
    let cold = pages_of(stage, headers.clone(), move |connection, number| {
        (THREADS - 1).saturating_sub(number * GUESTS + connection)
    });
    let (_, least) = timed(&floor, GUESTS, stage.plan, fixed(bare.clone())).await?;
    let (_, cold) = timed(&stage.program, GUESTS, stage.plan, cold).await?;

    let zipf = Rc::new(Zipf::new(THREADS));
    let law = Rc::clone(&zipf);
    let warm = pages_of(stage, headers.clone(), move |line, number| law.at(line, number));
    load::run(stage.program.address, GUESTS, stage.plan.span * 5, 200, warm)
        .await
        .sound("warming")?;
    let before = asked(stage).await?;
    let (mut own, mut floors, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..stage.plan.rounds {
        let law = Rc::clone(&zipf);
        // Other requests in each round, by the same law.
        let make = pages_of(stage, headers.clone(), move |line, number| {
            law.at(line + (round + 1) * 1000, number)
        });
        let (_, least) = timed(&floor, GUESTS, stage.plan, fixed(bare.clone())).await?;
        let (_, spent) = timed(&stage.program, GUESTS, stage.plan, make).await?;
        own.push(spent);
        floors.push(least);
        ratios.push(spent / least);
    }
    let after = asked(stage).await?;
    let hits = (after.0 - before.0) / (after.0 - before.0 + after.1 - before.1);
    let row = |name: String, subject: f64, floor: f64, value: f64, target| Row {
        name,
        subject: format!("{subject:.1} µs"),
        floor: format!("{floor:.1} µs"),
        value,
        target,
    };
    Ok(vec![
        row(
            format!("guest, 50,000 threads by Zipf, {:.0} % kept: CPU ÷ floor", hits * 100.0),
            median(&own),
            median(&floors),
            median(&ratios),
            Target::AtMost(2.5),
        ),
        row("guest, nothing kept: CPU ÷ floor".into(), cold, least, cold / least, Target::Told),
    ])
}

/// How many pages were asked for that were kept, and that were not.
async fn asked(stage: &Stage<'_>) -> Result<(f64, f64), String> {
    let host = stage.program.address.to_string();
    let headers = ["Authorization: Bearer bench".to_owned()];
    let mut wire = Wire::connect(stage.program.address).await.map_err(|error| error.to_string())?;
    let ask = request("GET", "/metrics", &host, &headers, &[]);
    let text = wire.ask(&ask).await.map_err(|error| error.to_string())?.text();
    let count = |kept: &str| {
        let mark = format!("stoa_pages_asked_total{{kept=\"{kept}\"}} ");
        let line = text.lines().find_map(|line| line.strip_prefix(&mark));
        line.and_then(|number| number.parse::<f64>().ok()).unwrap_or(0.0)
    };
    Ok((count("yes"), count("no")))
}

/// A member's pages by Zipf's law, each made anew, beside a bare program that reads 20 posts and
/// formats as many bytes; both compressed by the fastest gzip, or neither.
async fn members(stage: &Stage<'_>, packed: bool) -> Result<Row, String> {
    let coding = if packed { "gzip" } else { "identity" };
    let headers = vec![
        format!("Cookie: stoa={}", stage.token),
        "Accept-Language: en".to_owned(),
        format!("Accept-Encoding: {coding}"),
    ];
    let host = stage.program.address.to_string();
    let plain = [headers[0].clone(), headers[1].clone()];
    let one = request("GET", &stage.pages[THREADS / 2], &host, &plain, &[]);
    let mut wire = Wire::connect(stage.program.address).await.map_err(|error| error.to_string())?;
    let size = wire.ask(&one).await.map_err(|error| error.to_string())?.body.len();
    let file = stage.folder.join(format!("posts-{coding}.db"));
    let (file, bytes) = (file.to_string_lossy().into_owned(), size.to_string());
    let mut words = vec!["floor", "posts", &file, &bytes];
    if packed {
        words.push("gzip");
    }
    let floor = launch(stage.folder, &words).serve()?;
    let bare = request("GET", "/", &floor.address.to_string(), &[], &[]);
    let zipf = Rc::new(Zipf::new(THREADS));
    let (mut rates, mut floors, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..stage.plan.rounds {
        let law = Rc::clone(&zipf);
        let make = pages_of(stage, headers.clone(), move |line, number| {
            law.at(line + round * 1000, number)
        });
        let (least, _) = timed(&floor, MEMBERS, stage.plan, fixed(bare.clone())).await?;
        let (load, _) = timed(&stage.program, MEMBERS, stage.plan, make).await?;
        rates.push(load.rate());
        floors.push(least.rate());
        ratios.push(load.rate() / least.rate());
    }
    Ok(Row {
        name: format!(
            "member, 50,000 threads by Zipf, {coding}, {size} bytes: pages a second ÷ floor"
        ),
        subject: format!("{:.0}/s", median(&rates)),
        floor: format!("{:.0}/s", median(&floors)),
        value: median(&ratios),
        target: Target::AtLeast(if packed { 0.15 } else { 0.12 }),
    })
}

/// First, middle and last page of the thread with 100,000 posts: the dearest by the cheapest.
async fn long_thread(stage: &Stage<'_>) -> Result<Row, String> {
    let headers = [format!("Cookie: stoa={}", stage.token), "Accept-Language: en".to_owned()];
    let host = stage.program.address.to_string();
    let last = BIG / 20;
    let pages = [1, last / 2, last];
    let mut spent = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..stage.plan.rounds {
        for (page, spent) in pages.iter().zip(spent.iter_mut()) {
            let path = format!("{}?page={page}", stage.pages[0]);
            let ask = request("GET", &path, &host, &headers, &[]);
            let (_, micros) = timed(&stage.program, MEMBERS, stage.plan, fixed(ask)).await?;
            spent.push(micros);
        }
    }
    let middle: Vec<f64> = spent.iter().map(|all| median(all)).collect();
    let most = middle.iter().copied().fold(0.0, f64::max);
    let least = middle.iter().copied().fold(f64::INFINITY, f64::min);
    Ok(Row {
        name: "thread of 100,000 posts: first, middle and last page, dearest ÷ cheapest".into(),
        subject: middle.iter().map(|one| format!("{one:.0}")).collect::<Vec<_>>().join(" / "),
        floor: String::new(),
        value: most / least,
        target: Target::AtMost(1.3),
    })
}

/// All resident memory of a process, MiB, files included.
fn resident(pid: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|rest| rest.trim().split(' ').next()?.parse::<f64>().ok());
    kib.unwrap_or(f64::NAN) / 1024.0
}
