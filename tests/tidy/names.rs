//! Words that belong to one machine or one way of fetching things, not to the project.

use crate::none;
use crate::repo::{self, File};

/// Written in halves, so that this list does not find itself.
const PLACES: [&str; 12] = [
    concat!("/wo", "rk/"),
    concat!("/fa", "rm/"),
    concat!("../sha", "red"),
    concat!("sha", "red/spec"),
    concat!("sha", "red/design"),
    concat!("/ro", "ot/"),
    concat!("/tmp/br", "ief"),
    concat!("crates", ".io/"),
    concat!("registry.npm", "js.org"),
    concat!("pypi", ".org"),
    concat!("pythonhos", "ted.org"),
    concat!("issues sh", "ow"),
];

const LOCKS: [&str; 2] = ["Cargo.lock", "package-lock.json"];

/// Where locked packages may come from: the registries that everybody has.
const SOURCES: [&str; 2] = [
    concat!("registry+https://github.com/rust-lang/crates", ".io-index"),
    concat!("https://registry.npm", "js.org/"),
];

fn places(file: &File) -> Vec<String> {
    let found = file.text.lines().enumerate().flat_map(|(number, line)| {
        let hits = PLACES.iter().filter(move |place| line.contains(**place));
        hits.map(move |place| format!("{}:{}: {place}", file.path, number + 1))
    });
    found.collect()
}

/// Packages that a lock file takes from elsewhere.
fn sources(file: &File) -> Vec<String> {
    let lines = file.text.lines().map(str::trim);
    let named = lines.filter_map(|line| {
        line.strip_prefix("source = \"")
            .or_else(|| line.strip_prefix("\"resolved\": \""))
            .map(str::to_owned)
    });
    let foreign = named.filter(|source| !SOURCES.iter().any(|known| source.starts_with(known)));
    foreign.map(|source| format!("{}: {source}", file.path)).collect()
}

fn locked(file: &File) -> bool {
    LOCKS.iter().any(|lock| file.path.ends_with(lock))
}

#[test]
fn no_place_of_one_machine_is_named() {
    let endings = [
        ".rs", ".toml", ".md", ".html", ".txt", ".css", ".js", ".mjs", ".json", ".ftl", ".csv",
        ".yml", ".service", "run", "test", "lint", "bench", "postgres",
    ];
    let files = repo::files("", &endings);
    let ours = files.iter().filter(|file| !locked(file));
    none(&ours.flat_map(places).collect::<Vec<_>>());
}

#[test]
fn locked_packages_come_from_where_everybody_has_them() {
    none(&repo::files("", &LOCKS).iter().flat_map(sources).collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> File {
        File { path: "a".into(), text: text.into() }
    }

    #[test]
    fn a_place_is_found() {
        assert_eq!(places(&file(concat!("x\nsee /wo", "rk/main"))), [concat!("a:2: /wo", "rk/")]);
    }

    #[test]
    fn a_foreign_source_is_found() {
        assert_eq!(sources(&file("  \"resolved\": \"http://10.0.0.1/npm/x.tgz\",\n")).len(), 1);
        assert_eq!(sources(&file("source = \"git+https://example.org/x\"\n")).len(), 1);
        none(&sources(&file(&format!("source = \"{}\"\n", SOURCES[0]))));
    }
}
