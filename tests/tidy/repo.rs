//! The project's files.

use std::path::{Path, PathBuf};

/// A text file of the project.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path below the root, with `/`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Folders that are made, not written.
const MADE: [&str; 6] = [".git", "target", "node_modules", "data", "test-results", "out"];

/// The root of the project.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests stands below the root").to_owned()
}

/// Every text file below `folder` whose name ends so; folders named `data`
/// count only below `crates`, where they are sources.
#[must_use]
pub fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    walk(&root().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// One file.
#[must_use]
pub fn file(path: &str) -> File {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    File { path: path.to_owned(), text }
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<File>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.map_while(Result::ok) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let below =
            path.strip_prefix(root()).expect("below the root").to_string_lossy().into_owned();
        let kind = entry.file_type().expect("a file has a type");
        if kind.is_dir() {
            if !MADE.contains(&name.as_str()) || below.starts_with("crates/") {
                walk(&path, endings, found);
            }
        } else if kind.is_file() && endings.iter().any(|ending| name.ends_with(ending)) {
            // What is no text holds no words of ours.
            if let Ok(text) = std::fs::read_to_string(&path) {
                found.push(File { path: below, text });
            }
        }
    }
}
