//! Whole requests, feature by feature.

mod bad_input;
mod live;
