//! How long things may be, and what stands at the front of a crate.

use crate::none;
use crate::repo::{self, File};
use crate::rust::{CODE, Code};

const FILE: usize = 500;
const FUNCTION: usize = 60;

/// Files that may be longer, each with its reason.
const LONG_FILES: [(&str, &str); 0] = [];

/// Functions that may be longer, each with its reason.
const LONG_FUNCTIONS: [(&str, &str, &str); 0] = [];

fn long_files(code: &[Code]) -> Vec<String> {
    let long = code.iter().filter(|code| code.lines > FILE);
    let long = long.filter(|code| !LONG_FILES.iter().any(|(path, _)| *path == code.path));
    long.map(|code| format!("{}: {} lines without tests, at most {FILE}", code.path, code.lines))
        .collect()
}

fn long_functions(code: &[Code]) -> Vec<String> {
    let all =
        code.iter().flat_map(|code| code.functions().into_iter().map(move |found| (code, found)));
    let long = all.filter(|(code, (name, _, lines))| {
        let excepted =
            LONG_FUNCTIONS.iter().any(|(path, known, _)| *path == code.path && known == name);
        *lines > FUNCTION && !excepted
    });
    long.map(|(code, (name, line, lines))| {
        format!("{}:{line}: {name} has {lines} lines, at most {FUNCTION}", code.path)
    })
    .collect()
}

/// Exceptions that nothing needs any more.
fn idle_exceptions(code: &[Code]) -> Vec<String> {
    let file = |path: &str| code.iter().find(|code| code.path == path);
    let files =
        LONG_FILES.iter().filter(|(path, _)| file(path).is_none_or(|code| code.lines <= FILE));
    let functions = LONG_FUNCTIONS.iter().filter(|(path, name, _)| {
        let found = file(path).map(Code::functions).unwrap_or_default();
        !found.iter().any(|(known, _, lines)| known == name && *lines > FUNCTION)
    });
    let files = files.map(|(path, _)| format!("{path} needs no exception"));
    files
        .chain(functions.map(|(path, name, _)| format!("{path}::{name} needs no exception")))
        .collect()
}

fn front(file: &File) -> Vec<String> {
    let page: Vec<&str> = file.text.lines().take_while(|line| line.starts_with("//!")).collect();
    let mut wrong = Vec::new();
    if page.is_empty() {
        wrong.push(format!("{}: does not begin with what the crate decides", file.path));
    }
    if !page.iter().any(|line| line.contains("**")) {
        wrong.push(format!("{}: names no invariant in bold", file.path));
    }
    wrong
}

/// Long scripts and templates.
fn long_texts(files: &[File]) -> Vec<String> {
    let long = files.iter().filter(|file| file.text.lines().count() > FILE);
    long.map(|file| format!("{}: {} lines, at most {FILE}", file.path, file.text.lines().count()))
        .collect()
}

#[test]
fn files_are_short() {
    none(&long_files(&CODE));
    none(&long_texts(&repo::files("web", &[".js", ".html", ".txt"])));
}

#[test]
fn functions_are_short() {
    none(&long_functions(&CODE));
}

#[test]
fn exceptions_are_needed() {
    none(&idle_exceptions(&CODE));
}

/// Prints the longest of each, for the closing note.
#[test]
fn the_longest_are_known() {
    let file = CODE.iter().max_by_key(|code| code.lines).expect("there is code");
    let functions =
        CODE.iter().flat_map(|code| code.functions().into_iter().map(move |found| (code, found)));
    let (code, (name, line, lines)) =
        functions.max_by_key(|(_, found)| found.2).expect("there are functions");
    println!("longest file: {} ({} lines without tests)", file.path, file.lines);
    println!("longest function: {name} in {}:{line} ({lines} lines)", code.path);
}

#[test]
fn every_crate_has_a_front_page() {
    let libs = repo::files("crates", &["/lib.rs", "lib.rs"]);
    let libs = libs.into_iter().filter(|file| file.path.ends_with("/src/lib.rs"));
    none(&libs.flat_map(|file| front(&file)).collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: String) -> File {
        File { path: "crates/x/src/lib.rs".into(), text }
    }

    #[test]
    fn a_long_file_or_function_is_found() {
        let long = Code::of(&file(format!("fn a() {{\n{}}}\n", "    b();\n".repeat(60))));
        assert_eq!(long_functions(std::slice::from_ref(&long)).len(), 1);
        none(&long_files(&[long]));
        let long = Code::of(&file("const A: u8 = 1;\n".repeat(501)));
        assert_eq!(long_files(&[long]).len(), 1);
        assert_eq!(long_texts(&[file("x\n".repeat(501))]).len(), 1);
    }

    #[test]
    fn tests_do_not_count() {
        let text = format!(
            "fn a() {{}}\n#[cfg(test)]\nmod tests {{\n{}}}\n",
            "    fn b() {}\n".repeat(600)
        );
        none(&long_files(&[Code::of(&file(text))]));
    }

    #[test]
    fn a_bare_front_is_found() {
        assert_eq!(front(&file("pub mod a;".into())).len(), 2);
        assert_eq!(front(&file("//! What it decides.\npub mod a;".into())).len(), 1);
        none(&front(&file("//! What it decides.\n//! **Never.**\n".into())));
    }
}
