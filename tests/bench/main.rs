//! How fast and how small the program is, as ratios to bare programs on the
//! same machine in the same minutes.
//!
//! `bench [--rounds N] [--seconds N] [--large]` starts the program beside it
//! (`target/PROFILE/stoa demo`) and its own floor programs on one core, loads
//! them in turn from another, and prints a table; with `--large` the table of an
//! instance with 1,000,000 posts. It ends with 1 when a figure is not met. Absolute figures move from hour to hour; only the ratios count.

mod desk;
mod floor;
mod large;
mod load;
mod measures;
mod table;
mod visit;

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

use stoa_tests::binary_beside;

/// How long and how often.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Rounds of floor and subject; the middle one counts.
    pub rounds: usize,
    /// Length of each.
    pub span: Duration,
}

/// The variable by which a process knows that it has its core.
const PINNED: &str = "STOA_BENCH_PINNED";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.first().map(String::as_str) {
        Some("floor") => run(floor::run(&arguments[1..]), 1),
        _ if std::env::var_os(PINNED).is_none() && cores() > 1 => return again(&arguments),
        _ => run(whole(plan(&arguments), arguments.iter().any(|word| word == "--large")), 0),
    };
    match done {
        Ok(met) if met => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("bench: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The same program once more, on the loader's core.
fn again(arguments: &[String]) -> ExitCode {
    let own = std::env::current_exe().expect("a program knows its path");
    let mut pinned = Command::new("taskset");
    pinned.args(["-c", "1"]).arg(own).args(arguments).env(PINNED, "1");
    match pinned.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: taskset: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The core that servers are kept on, where there is more than one.
#[must_use]
pub fn server_core() -> Option<usize> {
    (std::env::var_os(PINNED).is_some()).then_some(0)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

fn plan(arguments: &[String]) -> Plan {
    let number = |name: &str, default: u64| {
        let at = arguments.iter().position(|argument| argument == name);
        let value = at.and_then(|at| arguments.get(at + 1)).and_then(|text| text.parse().ok());
        value.unwrap_or(default)
    };
    let rounds = usize::try_from(number("--rounds", 5)).unwrap_or(5).max(1);
    Plan { rounds, span: Duration::from_secs(number("--seconds", 3).max(1)) }
}

/// Runs on one thread (the loader), or on one worker beside it (the servers).
fn run<T>(work: impl Future<Output = Result<T, String>>, workers: usize) -> Result<T, String> {
    let mut builder = match workers {
        0 => tokio::runtime::Builder::new_current_thread(),
        _ => tokio::runtime::Builder::new_multi_thread(),
    };
    if workers > 0 {
        builder.worker_threads(workers);
    }
    builder.enable_all().build().map_err(|error| error.to_string())?.block_on(work)
}

/// A folder on the disk that the build stands on: a memory disk would make
/// durable writes free.
///
/// # Errors
/// A sentence when it cannot be made.
pub fn folder() -> Result<PathBuf, String> {
    let beside = binary_beside();
    let folder = beside.parent().map_or_else(std::env::temp_dir, std::path::Path::to_owned);
    let folder = folder.join("bench-data").join(std::process::id().to_string());
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

async fn whole(plan: Plan, large: bool) -> Result<bool, String> {
    let folder = folder()?;
    let rows = match large {
        true => large::all(plan, &folder).await,
        false => measures::all(plan, &folder).await,
    };
    // What is left behind does no harm, and the next run has another folder.
    let _ = std::fs::remove_dir_all(&folder);
    let rows = rows?;
    print!("{}", table::text(&rows));
    Ok(rows.iter().all(table::Row::met))
}
