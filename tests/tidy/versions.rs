//! The lowest versions without known weaknesses, for where the advisory
//! database is out of reach.

use crate::none;
use crate::repo;

/// A package, the lowest version that may be locked, and the advisory that says so.
const LOWEST: [(&str, [u64; 3], &str); 12] = [
    ("ammonia", [4, 1, 4], "RUSTSEC-2026-0213, -2026-0193, -2025-0071"),
    ("h2", [0, 4, 16], "RUSTSEC-2026-0258"),
    ("tungstenite", [0, 20, 1], "RUSTSEC-2023-0065"),
    ("sqlx", [0, 8, 1], "RUSTSEC-2024-0363"),
    ("sqlx-core", [0, 8, 1], "RUSTSEC-2024-0363"),
    ("lettre", [0, 10, 0], "RUSTSEC-2021-0069"),
    ("idna", [1, 0, 0], "RUSTSEC-2024-0421"),
    ("async-nats", [0, 29, 0], "RUSTSEC-2023-0027"),
    ("rustls", [0, 23, 18], "RUSTSEC-2024-0399"),
    ("rustls-webpki", [0, 103, 10], "RUSTSEC-2026-0049"),
    ("ring", [0, 17, 12], "RUSTSEC-2025-0009"),
    ("tokio", [1, 44, 2], "RUSTSEC-2025-0023"),
];

/// Packages that must not be locked at all.
const NEVER: [(&str, &str); 7] = [
    ("openssl", "one TLS, rustls with ring"),
    ("openssl-sys", "one TLS, rustls with ring"),
    ("native-tls", "one TLS, rustls with ring"),
    ("aws-lc-sys", "one provider of cryptography, ring"),
    ("libsqlite3-hotbundle", "one SQLite"),
    ("rusqlite", "one way to SQLite"),
    ("rsa", "RUSTSEC-2023-0071 has no fix"),
];

/// Names and versions of a lock file.
fn packages(lock: &str) -> Vec<(String, [u64; 3])> {
    let value = |block: &str, key: &str| {
        let mark = format!("\n{key} = \"");
        block.split_once(&mark).and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned)
    };
    let blocks = lock.split("[[package]]").skip(1);
    let read = blocks
        .filter_map(|block| Some((value(block, "name")?, numbers(&value(block, "version")?))));
    read.collect()
}

fn numbers(version: &str) -> [u64; 3] {
    let plain = version.split(['-', '+']).next().unwrap_or_default();
    let mut out = [0; 3];
    for (place, part) in out.iter_mut().zip(plain.split('.')) {
        *place = part.parse().unwrap_or(0);
    }
    out
}

fn weak(lock: &str) -> Vec<String> {
    let found = packages(lock).into_iter().filter_map(|(name, version)| {
        let (_, lowest, why) = LOWEST.iter().find(|(known, ..)| *known == name)?;
        (version < *lowest).then(|| format!("{name} {version:?} is below {lowest:?}: {why}"))
    });
    found.collect()
}

fn unwanted(lock: &str) -> Vec<String> {
    let found = packages(lock).into_iter().filter_map(|(name, _)| {
        let (_, why) = NEVER.iter().find(|(known, _)| *known == name)?;
        Some(format!("{name}: {why}"))
    });
    found.collect()
}

#[test]
fn no_locked_version_is_known_to_be_weak() {
    let lock = repo::file("Cargo.lock").text;
    assert!(packages(&lock).len() > 100, "the lock file is read");
    none(&weak(&lock));
}

#[test]
fn there_is_one_tls_and_one_sqlite() {
    none(&unwanted(&repo::file("Cargo.lock").text));
}

#[test]
fn dependencies_of_one_name_are_given_once() {
    let manifests = repo::files("", &["Cargo.toml"]);
    let crates = manifests.iter().filter(|file| file.path != "Cargo.toml");
    let loose = crates.flat_map(|file| {
        let lines = file.text.lines().skip_while(|line| !line.starts_with("[dependencies]"));
        let given = lines.filter(|line| line.contains("version = ") || line.contains(" = \""));
        given
            .map(|line| format!("{}: {line}: versions stand in the workspace", file.path))
            .collect::<Vec<_>>()
    });
    let loose: Vec<String> = loose
        .filter(|line| !["path = \"", "name = \""].iter().any(|own| line.contains(own)))
        .collect();
    none(&loose);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_version_is_found() {
        let lock = "[[package]]\nname = \"h2\"\nversion = \"0.4.15\"\n\n[[package]]\nname = \"rsa\"\nversion = \"0.9.0-rc.1\"\n";
        assert_eq!(weak(lock).len(), 1);
        assert_eq!(unwanted(lock).len(), 1);
        none(&weak("[[package]]\nname = \"h2\"\nversion = \"0.10.0\"\n"));
    }
}
