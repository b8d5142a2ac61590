//! Which crate may know which.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::none;
use crate::repo;

/// The floors of ARCHITECTURE.md: an arrow goes to a lower floor, never sideways.
const FLOORS: [(&str, u8); 14] = [
    ("stoa-policy", 0),
    ("stoa-render", 0),
    ("stoa-media", 0),
    ("stoa-migrations", 0),
    ("stoa-kernel", 1),
    ("stoa-accounts", 2),
    ("stoa-threads", 2),
    ("stoa-exchange", 2),
    ("stoa-live", 2),
    ("stoa-search", 2),
    ("stoa-moderation", 3),
    ("stoa-digests", 3),
    ("stoa-server", 4),
    ("stoa-tests", 5),
];

/// The kernel and the features neither render, migrate nor look into files; their tests may migrate.
const NOT_BELOW_SERVER: [&str; 3] = ["stoa-render", "stoa-media", "stoa-migrations"];

/// Libraries that only these crates may use outside tests.
const OWNERS: [(&str, &[&str]); 31] = [
    ("axum", &["stoa-server", "stoa-tests"]),
    ("axum-extra", &["stoa-server"]),
    ("tower", &["stoa-server", "stoa-tests"]),
    ("tower-http", &["stoa-server"]),
    ("http", &["stoa-server", "stoa-tests"]),
    ("hyper", &[]),
    ("utoipa", &["stoa-server"]),
    ("utoipa-axum", &["stoa-server"]),
    ("tokio-tungstenite", &["stoa-tests"]),
    ("reqwest", &["stoa-server", "stoa-tests"]),
    ("clap", &["stoa-server"]),
    ("config", &["stoa-server"]),
    ("lettre", &["stoa-server"]),
    ("rustls", &["stoa-server"]),
    ("governor", &["stoa-server"]),
    ("moka", &["stoa-server"]),
    ("askama", &["stoa-server", "stoa-render"]),
    ("ammonia", &["stoa-render"]),
    ("comrak", &["stoa-render"]),
    ("fluent-bundle", &["stoa-render"]),
    ("icu_datetime", &["stoa-render"]),
    ("whatlang", &["stoa-render"]),
    ("rust-embed", &["stoa-render"]),
    ("argon2", &["stoa-accounts"]),
    ("rand", &["stoa-kernel"]),
    ("sqlx", &["stoa-kernel"]),
    ("hmac", &["stoa-kernel"]),
    // The bench asks a bare index, as the floor of a search.
    ("tantivy", &["stoa-search", "stoa-tests"]),
    ("object_store", &["stoa-server"]),
    ("image", &["stoa-media", "stoa-tests"]),
    ("sea-orm-migration", &["stoa-migrations", "stoa-server"]),
];

/// Who may reach the database through sea-orm: not policy, not render, not the server.
const DATA: [&str; 8] = [
    "stoa-kernel",
    "stoa-accounts",
    "stoa-threads",
    "stoa-exchange",
    "stoa-live",
    "stoa-moderation",
    "stoa-digests",
    "stoa-tests",
];

/// Second ways to a thing that has one: data, HTML, mail, passwords, TLS, time.
const FOREIGN: [&str; 39] = [
    "rusqlite",
    "sqlite",
    "diesel",
    "diesel-async",
    "tokio-postgres",
    "postgres",
    "deadpool-postgres",
    "mysql",
    "mysql_async",
    "mongodb",
    "redis",
    "sled",
    "redb",
    "rocksdb",
    "surrealdb",
    "tiberius",
    "sanitize-html",
    "html-sanitizer",
    "sanitize_html",
    "lol_html",
    "kuchiki",
    "kuchikiki",
    "scraper",
    "pulldown-cmark",
    "markdown",
    "mail-send",
    "mail-builder",
    "sendmail",
    "async-smtp",
    "samotop",
    "bcrypt",
    "scrypt",
    "pbkdf2",
    "rust-argon2",
    "password-auth",
    "openssl",
    "native-tls",
    "chrono",
    "aws-lc-rs",
];

/// One dependency line.
#[derive(Debug)]
struct Arrow {
    from: String,
    to: String,
    /// Only for tests.
    dev: bool,
}

fn arrows(metadata: &Value) -> Vec<Arrow> {
    let packages = metadata["packages"].as_array().expect("packages");
    let each = packages.iter().flat_map(|package| {
        let from = package["name"].as_str().expect("a name").to_owned();
        let needs = package["dependencies"].as_array().expect("dependencies");
        needs.iter().map(move |need| Arrow {
            from: from.clone(),
            to: need["name"].as_str().expect("a name").to_owned(),
            dev: need["kind"] == "dev",
        })
    });
    each.collect()
}

fn workspace() -> Vec<Arrow> {
    let mut cargo = Command::new(env!("CARGO"));
    let asked = cargo
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline", "--locked"])
        .current_dir(repo::root())
        .output()
        .expect("cargo runs");
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    arrows(&serde_json::from_slice(&asked.stdout).expect("JSON"))
}

fn upward(arrows: &[Arrow]) -> Vec<String> {
    let floors: BTreeMap<&str, u8> = FLOORS.into_iter().collect();
    let wrong = arrows.iter().filter_map(|arrow| {
        let from = floors.get(arrow.from.as_str());
        let Some(from) = from else {
            return Some(format!("{} has no floor", arrow.from));
        };
        let to = arrow.to.starts_with("stoa-").then(|| floors.get(arrow.to.as_str()))?;
        let Some(to) = to else {
            return Some(format!("{} has no floor", arrow.to));
        };
        (to >= from).then(|| {
            format!("{} (floor {from}) must not know {} (floor {to})", arrow.from, arrow.to)
        })
    });
    wrong.collect()
}

fn rendering_features(arrows: &[Arrow]) -> Vec<String> {
    let feature =
        |name: &str| FLOORS.iter().any(|(known, floor)| *known == name && (1..=3).contains(floor));
    let wrong = arrows.iter().filter(|arrow| {
        let tests = arrow.dev && arrow.to == "stoa-migrations";
        feature(&arrow.from) && NOT_BELOW_SERVER.contains(&arrow.to.as_str()) && !tests
    });
    wrong.map(|arrow| format!("{} must not know {}", arrow.from, arrow.to)).collect()
}

fn trespassers(arrows: &[Arrow]) -> Vec<String> {
    let mut owners: BTreeMap<&str, &[&str]> = OWNERS.into_iter().collect();
    owners.insert("sea-orm", &DATA);
    let wrong = arrows.iter().filter(|arrow| {
        let allowed = owners.get(arrow.to.as_str());
        allowed.is_some_and(|owners| !owners.contains(&arrow.from.as_str()))
            && !(arrow.dev && ["sea-orm", "sea-orm-migration"].contains(&arrow.to.as_str()))
    });
    wrong.map(|arrow| format!("{} must not use {}", arrow.from, arrow.to)).collect()
}

fn strangers(arrows: &[Arrow]) -> Vec<String> {
    let wrong = arrows.iter().filter(|arrow| FOREIGN.contains(&arrow.to.as_str()));
    wrong
        .map(|arrow| format!("{} brings {}, a second way to what has one", arrow.from, arrow.to))
        .collect()
}

#[test]
fn every_arrow_goes_down() {
    none(&upward(&workspace()));
}

#[test]
fn features_do_not_render() {
    none(&rendering_features(&workspace()));
}

#[test]
fn libraries_are_used_by_their_owners_alone() {
    none(&trespassers(&workspace()));
}

#[test]
fn there_is_one_way_to_data_html_mail_and_passwords() {
    none(&strangers(&workspace()));
}

#[test]
fn every_crate_stands_on_a_floor_and_every_floor_is_built() {
    let arrows = workspace();
    let missing = FLOORS.iter().filter(|(name, _)| {
        // A crate without any dependency is named by those who know it.
        !arrows.iter().any(|arrow| arrow.from == *name || arrow.to == *name)
    });
    none(&missing.map(|(name, _)| format!("{name} is not in the workspace")).collect::<Vec<_>>());
}

#[test]
fn every_crate_takes_the_lints_of_the_house() {
    let manifests = repo::files("", &["Cargo.toml"]);
    let crates = manifests
        .iter()
        .filter(|file| file.path != "Cargo.toml" && file.path != "tests/Cargo.toml");
    let wrong = crates.filter(|file| !file.text.contains("[lints]\nworkspace = true"));
    none(&wrong.map(|file| file.path.clone()).collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrow(from: &str, to: &str, dev: bool) -> Vec<Arrow> {
        vec![Arrow { from: from.into(), to: to.into(), dev }]
    }

    #[test]
    fn an_arrow_sideways_or_up_is_found() {
        assert_eq!(upward(&arrow("stoa-threads", "stoa-accounts", false)).len(), 1);
        assert_eq!(upward(&arrow("stoa-kernel", "stoa-threads", true)).len(), 1);
        assert_eq!(upward(&arrow("stoa-policy", "stoa-attic", false)).len(), 1);
        assert_eq!(upward(&arrow("stoa-attic", "serde", false)).len(), 1);
        none(&upward(&arrow("stoa-moderation", "stoa-threads", false)));
    }

    #[test]
    fn a_feature_that_renders_is_found() {
        assert_eq!(rendering_features(&arrow("stoa-digests", "stoa-render", false)).len(), 1);
        assert_eq!(rendering_features(&arrow("stoa-threads", "stoa-migrations", false)).len(), 1);
        none(&rendering_features(&arrow("stoa-threads", "stoa-migrations", true)));
    }

    #[test]
    fn a_trespasser_and_a_stranger_are_found() {
        assert_eq!(trespassers(&arrow("stoa-threads", "axum", true)).len(), 1);
        assert_eq!(trespassers(&arrow("stoa-server", "sea-orm", false)).len(), 1);
        none(&trespassers(&arrow("stoa-live", "sea-orm", false)));
        assert_eq!(strangers(&arrow("stoa-tests", "rusqlite", true)).len(), 1);
    }

    #[test]
    fn metadata_is_read() {
        let text = r#"{"packages":[{"name":"a","dependencies":[{"name":"b","kind":null},{"name":"c","kind":"dev"}]}]}"#;
        let read = arrows(&serde_json::from_str(text).unwrap());
        assert!(!read[0].dev && read[1].dev && read[1].to == "c");
    }
}
