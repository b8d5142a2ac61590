//! The program: the only crate that knows HTTP, SMTP, the command line and
//! configuration files.
//!
//! Handlers under [`pages`] and [`api`] are thin: they read a request, prepare
//! what must not wait inside a transaction (hashes, rendered text), call one
//! verb or combine views, and answer. Rules stand in the feature crates.
//!
//! **A handler opens at most one write transaction.**
//! **Status codes stand in [`http::refusal`] alone; sentences in the catalogues alone.**
//! **Only [`http::socket`] knows sockets, only [`mail`] knows SMTP.**
//!
//! Read [`boot`], then [`router`], then [`http::frame`], then a feature under [`pages`].

pub mod api;
pub mod app;
pub mod archive;
pub mod boot;
pub mod cli;
pub mod config;
pub mod copies;
pub mod demo;
pub mod files;
pub mod http;
pub mod improve;
pub mod jobs;
pub mod leaving;
pub mod letters;
pub mod live;
pub mod mail;
pub mod nodes;
pub mod others;
pub mod pages;
pub mod purge;
pub mod readers;
pub mod router;
pub mod rules;
pub mod search;
pub mod sides;
pub mod sound;
pub mod submit;
pub mod telemetry;
pub mod translator;
mod wire;
