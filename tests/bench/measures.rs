//! The figures, one function each.

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use stoa_tests::binary_beside;
use stoa_tests::program::{Launch, Program};
use stoa_tests::wire::{Client, Reply, Wire, request};

use crate::load::{self, Load, Maker};
use crate::table::{Row, Target, median};
use crate::{Plan, desk, server_core, visit};

/// Connections of the loads.
pub(crate) const GUESTS: usize = 64;
pub(crate) const MEMBERS: usize = 16;
const WRITERS: usize = 16;

struct Stage<'a> {
    plan: Plan,
    folder: &'a Path,
    program: Program,
    token: String,
    /// Who signs in as a moderator.
    moderator: (String, String),
    /// The thread that is read, and where its page stands.
    thread: String,
    page: String,
}

/// All of them, in the order of the table.
///
/// # Errors
/// A sentence when the program cannot be started or answers badly.
pub async fn all(plan: Plan, folder: &Path) -> Result<Vec<Row>, String> {
    let stage = stage(plan, folder).await?;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let idle = stage.program.memory();
    let watched = Watch::begin(stage.program.pid());
    let mut rows = vec![guests(&stage).await?, members(&stage).await?];
    rows.extend(writers(&stage).await?);
    let loaded = watched.end().await;
    rows.push(memory("RssAnon idle, MiB", idle, 60.0));
    rows.push(memory("RssAnon under load, at most, MiB", loaded, 150.0));
    rows.extend(first_visit(&stage).await?);
    rows.extend(desk::rules(plan)?);
    let file = folder.join("data/demo/stoa.db");
    rows.push(desk::queue(plan, &stage.program, stage.moderator.clone(), &file).await?);
    Ok(rows)
}

pub(crate) fn launch(folder: &Path, arguments: &[&str]) -> Launch {
    let own = std::env::current_exe().expect("a program knows its path");
    pinned(Launch::new(&own, arguments, &folder.join("floor.log")))
}

pub(crate) fn pinned(launch: Launch) -> Launch {
    match server_core() {
        Some(core) => launch.on_core(core),
        None => launch,
    }
}

/// The demonstration's data with limits lifted, served by one worker as an
/// instance is, and a member signed in.
async fn stage(plan: Plan, folder: &Path) -> Result<Stage<'_>, String> {
    let data = folder.join("data");
    let filled = program(folder, "demo", &data).serve()?;
    let (email, password) = filled.sign_in("member");
    let moderator = filled.sign_in("moderator");
    filled.stop(Duration::from_secs(30))?;
    let program = program(folder, "serve", &data.join("demo")).serve()?;
    let mut client = Client::new(program.address);
    client.sign_in(&email, &password).await?;
    let thread = longest_thread(&mut client).await?;
    let page = page_of(&mut client, &thread).await?;
    Ok(Stage { plan, folder, program, token: client.token, moderator, thread, page })
}

pub(crate) fn program(folder: &Path, command: &str, data: &Path) -> Launch {
    let launch = Launch::new(&binary_beside(), &[command], &folder.join("stoa.log"));
    pinned(launch)
        .with("STOA__DATA__DIR", &data.to_string_lossy())
        .with("STOA__SERVER__LISTEN", "127.0.0.1:0")
        .with("STOA__SERVER__THREADS", "1")
        .with("STOA__LIMITS__FACTOR", "0")
        .with("STOA__LOG__FILTER", "warn")
}

async fn get(client: &mut Client, path: &str) -> Result<Reply, String> {
    let reply = client.api("GET", path, None, None).await.map_err(|error| error.to_string())?;
    if reply.status == 200 {
        Ok(reply)
    } else {
        Err(format!("{path}: {} {}", reply.status, reply.text()))
    }
}

fn items(reply: &Reply) -> Vec<Value> {
    reply.json()["items"].as_array().cloned().unwrap_or_default()
}

/// The public thread with the most posts: at least a full page of them.
async fn longest_thread(client: &mut Client) -> Result<String, String> {
    let mut best = (0, String::new());
    for thread in items(&get(client, "/threads?limit=100").await?) {
        let id = thread["id"].as_str().unwrap_or_default().to_owned();
        let posts = items(&get(client, &format!("/threads/{id}/posts?limit=100")).await?).len();
        best = best.max((posts, id));
    }
    if best.0 < 20 {
        Err(format!("no thread has 20 posts, at most {}", best.0))
    } else {
        Ok(best.1)
    }
}

async fn page_of(client: &mut Client, thread: &str) -> Result<String, String> {
    let reply = client.get(&format!("/t/{thread}")).await.map_err(|error| error.to_string())?;
    let to = reply.header("location").map(str::to_owned);
    to.ok_or_else(|| format!("/t/{thread}: {} without an address", reply.status))
}

pub(crate) fn fixed(bytes: Vec<u8>) -> Maker {
    Rc::new(move |_, _| bytes.clone())
}

/// A load and the CPU of the process that served it, microseconds a request.
pub(crate) async fn timed(
    program: &Program,
    connections: usize,
    plan: Plan,
    make: Maker,
) -> Result<(Load, f64), String> {
    let before = program.cpu();
    let load = load::run(program.address, connections, plan.span, 200, make).await.sound("load")?;
    let micros = (program.cpu() - before) * 1e6 / load.good as f64;
    Ok((load, micros))
}

/// A guest's thread page, ready and compressed, beside the same bytes from memory.
async fn guests(stage: &Stage<'_>) -> Result<Row, String> {
    let headers = ["Accept-Encoding: br".to_owned(), "Accept-Language: en".to_owned()];
    let ask = |program: &Program| {
        request("GET", &stage.page, &program.address.to_string(), &headers, &[])
    };
    let mut wire = Wire::connect(stage.program.address).await.map_err(|error| error.to_string())?;
    // A page that is asked for again is kept; the third answer is the one kept.
    for _ in 0..2 {
        wire.ask(&ask(&stage.program)).await.map_err(|error| error.to_string())?;
    }
    let kept = wire.ask(&ask(&stage.program)).await.map_err(|error| error.to_string())?;
    if kept.header("content-encoding") != Some("br") {
        return Err("the guest's page is not compressed".into());
    }
    let floor = serve_saved(stage.folder, &kept)?;
    let (mut own, mut bare, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..stage.plan.rounds {
        let (_, least) = timed(&floor, GUESTS, stage.plan, fixed(ask(&floor))).await?;
        let (_, spent) =
            timed(&stage.program, GUESTS, stage.plan, fixed(ask(&stage.program))).await?;
        own.push(spent);
        bare.push(least);
        ratios.push(spent / least);
    }
    Ok(Row {
        name: format!("guest, thread page kept, {} bytes: CPU a request ÷ floor", kept.body.len()),
        subject: format!("{:.1} µs", median(&own)),
        floor: format!("{:.1} µs", median(&bare)),
        value: median(&ratios),
        target: Target::AtMost(2.5),
    })
}

pub(crate) fn serve_saved(folder: &Path, kept: &Reply) -> Result<Program, String> {
    let file = folder.join("page");
    let head: Vec<&str> = kept.head.lines().skip(1).collect();
    std::fs::write(folder.join("page.head"), head.join("\n")).map_err(|error| error.to_string())?;
    std::fs::write(&file, &kept.body).map_err(|error| error.to_string())?;
    launch(folder, &["floor", "page", &file.to_string_lossy()]).serve()
}

/// A member's thread page, made anew each time and not compressed, beside a
/// bare program that reads 20 posts and formats as many bytes.
async fn members(stage: &Stage<'_>) -> Result<Row, String> {
    let headers = [format!("Cookie: stoa={}", stage.token), "Accept-Language: en".to_owned()];
    let own = request("GET", &stage.page, &stage.program.address.to_string(), &headers, &[]);
    let mut wire = Wire::connect(stage.program.address).await.map_err(|error| error.to_string())?;
    let sample = wire.ask(&own).await.map_err(|error| error.to_string())?;
    if sample.header("content-encoding").is_some() || !sample.text().contains("data-post=") {
        return Err(format!("the member's page is not what was meant: {}", sample.status));
    }
    let file = stage.folder.join("posts.db");
    let size = sample.body.len().to_string();
    let floor =
        launch(stage.folder, &["floor", "posts", &file.to_string_lossy(), &size]).serve()?;
    let bare = request("GET", "/", &floor.address.to_string(), &[], &[]);
    let (mut rates, mut floors, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..stage.plan.rounds {
        let (least, _) = timed(&floor, MEMBERS, stage.plan, fixed(bare.clone())).await?;
        let (load, _) = timed(&stage.program, MEMBERS, stage.plan, fixed(own.clone())).await?;
        rates.push(load.rate());
        floors.push(least.rate());
        ratios.push(load.rate() / least.rate());
    }
    Ok(Row {
        name: format!(
            "member, thread page made anew, {} bytes: pages a second ÷ floor",
            sample.body.len()
        ),
        subject: format!("{:.0}/s", median(&rates)),
        floor: format!("{:.0}/s", median(&floors)),
        value: median(&ratios),
        target: Target::AtLeast(0.12),
    })
}

/// Acknowledged replies with jobs running, beside bare durable inserts.
async fn writers(stage: &Stage<'_>) -> Result<Vec<Row>, String> {
    let (address, token) = (stage.program.address, stage.token.clone());
    let path = format!("/api/v1/threads/{}/posts", stage.thread);
    let make: Maker = Rc::new(move |connection, number| {
        let body = json!({ "body": format!("Reply {number} on line {connection}. {}", "It says this and that. ".repeat(20)) });
        let headers =
            [format!("Authorization: Bearer {token}"), "Content-Type: application/json".to_owned()];
        request("POST", &path, &address.to_string(), &headers, body.to_string().as_bytes())
    });
    let (mut rates, mut floors, mut ratios, mut slow) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut waiting = 0.0_f64;
    for round in 0..stage.plan.rounds {
        let (rate, p99) = bare_inserts(stage, round)?;
        let load = load::run(address, WRITERS, stage.plan.span, 201, Rc::clone(&make))
            .await
            .sound("replies")?;
        waiting = waiting.max(backlog(stage).await? / load.rate());
        rates.push(load.rate());
        floors.push(rate);
        ratios.push(load.rate() / rate);
        slow.push(load.within(0.99) / p99);
        drained(stage).await?;
    }
    let row = |name: &str, subject: String, floor: String, value: f64, target: Target| Row {
        name: name.to_owned(),
        subject,
        floor,
        value,
        target,
    };
    Ok(vec![
        row(
            "acknowledged replies a second ÷ durable inserts",
            format!("{:.0}/s", median(&rates)),
            format!("{:.0}/s", median(&floors)),
            median(&ratios),
            Target::AtLeast(0.15),
        ),
        row(
            "acknowledged replies, p99 ÷ the floor's p99",
            String::new(),
            String::new(),
            median(&slow),
            Target::AtMost(10.0),
        ),
        row(
            "jobs waiting at the end, seconds of work",
            String::new(),
            String::new(),
            waiting,
            Target::AtMost(1.0),
        ),
    ])
}

fn bare_inserts(stage: &Stage<'_>, round: usize) -> Result<(f64, f64), String> {
    let file = stage.folder.join(format!("rows-{round}.db"));
    let seconds = stage.plan.span.as_secs_f64().to_string();
    let tasks = WRITERS.to_string();
    let said =
        launch(stage.folder, &["floor", "inserts", &file.to_string_lossy(), &seconds, &tasks])
            .run()?;
    let mut numbers = said.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
    numbers.next().zip(numbers.next()).ok_or_else(|| format!("the floor said {said:?}"))
}

/// Jobs that are due and wait, read beside the program.
async fn backlog(stage: &Stage<'_>) -> Result<f64, String> {
    use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
    let file = stage.folder.join("data/demo/stoa.db");
    let url = format!("sqlite://{}?mode=ro", file.display());
    let db = Database::connect(url).await.map_err(|error| error.to_string())?;
    let sql = "SELECT COUNT(*) FROM jobs WHERE dead_at IS NULL AND run_at <= CAST(strftime('%s', 'now') AS INTEGER) * 1000000";
    let row = db
        .query_one_raw(Statement::from_string(DbBackend::Sqlite, sql))
        .await
        .map_err(|error| error.to_string())?;
    let count: i64 = row.and_then(|row| row.try_get_by_index(0).ok()).ok_or("no count of jobs")?;
    Ok(count as f64)
}

/// Waits until nothing is left to do, so that no round pays for another.
async fn drained(stage: &Stage<'_>) -> Result<(), String> {
    for _ in 0..100 {
        if backlog(stage).await? < 1.0 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err("jobs still wait 10 s after the load".into())
}

pub(crate) fn memory(name: &str, mib: f64, most: f64) -> Row {
    Row {
        name: name.into(),
        subject: format!("{mib:.1}"),
        floor: String::new(),
        value: mib,
        target: Target::AtMost(most),
    }
}

async fn first_visit(stage: &Stage<'_>) -> Result<Vec<Row>, String> {
    let visit = visit::first(stage.program.address, &stage.page).await?;
    for (path, size) in &visit.files {
        println!("  {size:>7} bytes  {path}");
    }
    let row = |name: &str, value: f64, most: f64| Row {
        name: name.into(),
        subject: format!("{} files", visit.files.len()),
        floor: String::new(),
        value,
        target: Target::AtMost(most),
    };
    Ok(vec![
        row("first visit of a thread page, KiB over the wire", visit.kib(), 60.0),
        row("first visit, files from other hosts", visit.foreign.len() as f64, 0.0),
    ])
}

/// Looks at a process's memory again and again, from a thread of its own.
pub(crate) struct Watch {
    stop: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<f64>,
}

impl Watch {
    pub(crate) fn begin(pid: u32) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stop);
        let thread = std::thread::spawn(move || {
            let mut most = 0.0_f64;
            while !told.load(Ordering::Relaxed) {
                most = most.max(stoa_tests::program::memory_of(pid));
                std::thread::sleep(Duration::from_millis(200));
            }
            most
        });
        Self { stop, thread }
    }

    pub(crate) async fn end(self) -> f64 {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.join().unwrap_or(f64::NAN)
    }
}
