//! Whole requests, feature by feature.

mod accounts;
mod bad_input;
mod conversations;
mod desk;
mod digests;
mod exchange;
mod files;
mod finding;
mod keeping;
mod learning;
mod live;
mod moderation;
mod polls;
mod quality;
mod requests;
mod rights;
mod search;
mod setup;
mod site;
mod tending;
mod threads;
mod translations;
mod upgrade;
