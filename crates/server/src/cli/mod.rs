//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Config;
use crate::{boot, copies, telemetry};

pub mod admin;
mod check;

/// A moderated learning community of cities.
#[derive(Parser)]
#[command(name = "stoa", version)]
struct Line {
    /// A file with configuration; see config/default.toml.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages, API, sockets and background jobs.
    Serve {
        /// Leave background jobs to `stoa work`.
        #[arg(long)]
        no_jobs: bool,
        /// Go on though a part of the database's log is lost; see the manual.
        #[arg(long)]
        accept_loss: bool,
    },
    /// Serve the demonstration, made anew at each start, on this machine only.
    Demo,
    /// Run background jobs only: a further process, on PostgreSQL.
    Work,
    /// Bring the schema up to date.
    Migrate,
    /// Say what is wrong with configuration, database and mail.
    Check {
        /// Read every row as well.
        #[arg(long)]
        deep: bool,
    },
    /// Copy the database into a new folder, while people write.
    Backup {
        /// The folder: not there yet, or empty.
        dir: PathBuf,
    },
    /// Restore a copy and verify it; nothing may serve meanwhile.
    Restore {
        /// The folder of the copy.
        dir: PathBuf,
        /// A further journal of those who left (`erasures` of a data folder).
        #[arg(long)]
        erasures: Option<PathBuf>,
        /// Puts a database that is there aside.
        #[arg(long)]
        replace: bool,
    },
    /// Administer without the web.
    Admin {
        #[command(subcommand)]
        command: admin::Line,
    },
    /// Print the OpenAPI document.
    Openapi,
}

/// Runs the program as the command line says.
#[must_use]
pub fn main() -> ExitCode {
    let line = Line::parse();
    match start(line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            say(&sentence);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "the operator's terminal")]
fn say(sentence: &str) {
    eprintln!("stoa: {sentence}");
}

fn start(line: Line) -> Result<(), String> {
    // Fails only when a provider was installed before, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let config = Config::load(line.config.as_deref())?;
    telemetry::start(&config.log)?;
    crate::http::health::recorder();
    runtime(&config)?.block_on(run(line.command, config))
}

fn runtime(config: &Config) -> Result<tokio::runtime::Runtime, String> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(config.workers());
    builder.enable_all().build().map_err(|error| error.to_string())
}

async fn run(command: Command, config: Config) -> Result<(), String> {
    match command {
        Command::Serve { no_jobs, accept_loss } => boot::serve(config, !no_jobs, accept_loss).await,
        Command::Demo => boot::serve(crate::demo::fresh(config.into_demo())?, true, false).await,
        Command::Work => boot::work(config).await,
        Command::Migrate => boot::migrate(config).await,
        Command::Check { deep } => check::run(config, deep).await,
        Command::Admin { command } => admin::from_line(config, command).await,
        Command::Backup { dir } => admin::print(&copies::backup(&config, &dir).await?),
        Command::Restore { dir, erasures, replace } => {
            let wanted = copies::Wanted { dir, erasures, replace };
            admin::print(&copies::restore(config, &wanted).await?)
        }
        Command::Openapi => openapi(),
    }
}

#[expect(clippy::print_stdout, reason = "the document is what was asked for")]
fn openapi() -> Result<(), String> {
    let text = crate::api::document().to_pretty_json().map_err(|error| error.to_string())?;
    println!("{text}");
    Ok(())
}
