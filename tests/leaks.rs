//! Being laid.
#[path = "leaks/oracle.rs"]
mod oracle;
#[path = "leaks/scan.rs"]
mod scan;
