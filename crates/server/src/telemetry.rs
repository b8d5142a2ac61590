//! Logs, on standard error: for people or, as JSON, for programs.

use std::io::stderr;

use tracing_subscriber::EnvFilter;

use crate::config::Log;

/// Starts logging as configured.
///
/// # Errors
/// A sentence that names the key when the filter cannot be read.
pub fn start(log: &Log) -> Result<(), String> {
    let filter = EnvFilter::try_new(&log.filter).map_err(|error| format!("log.filter: {error}"))?;
    let builder = tracing_subscriber::fmt().with_writer(stderr).with_env_filter(filter);
    // A log that cannot be written (its disk is full) would be complained of on the same
    // standard error, and that panics: the request would fail for want of its log.
    let builder = builder.log_internal_errors(false);
    let started = match log.format.as_str() {
        "json" => builder.json().try_init(),
        _ => builder.with_ansi(false).try_init(),
    };
    started.map_err(|error| format!("log: {error}"))
}
