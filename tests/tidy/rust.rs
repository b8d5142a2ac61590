//! Just enough of Rust's grammar to tell code from comments, strings and tests.

use std::sync::LazyLock;

use crate::repo::{self, File};

/// A Rust file, taken apart. All offsets are bytes of the file.
#[derive(Clone, Debug)]
pub struct Code {
    /// Its path below the root.
    pub path: String,
    /// The file with comments, strings and test code blanked; same length, same lines.
    pub bare: String,
    /// String literals outside test code, with their offsets.
    pub strings: Vec<(usize, String)>,
    /// Lines outside test code.
    pub lines: usize,
    /// Modules declared under `#[cfg(test)]` with files of their own.
    pub test_modules: Vec<String>,
}

/// Every Rust file of the crates and of the migrations that is not test code.
pub static CODE: LazyLock<Vec<Code>> = LazyLock::new(|| {
    let mut files = repo::files("crates", &[".rs"]);
    files.extend(repo::files("migrations", &[".rs"]));
    without_test_files(files.iter().map(Code::of).collect())
});

/// Leaves out the files that another declares as its test module.
fn without_test_files(all: Vec<Code>) -> Vec<Code> {
    let tests: Vec<String> = all.iter().flat_map(Code::test_files).collect();
    all.into_iter().filter(|code| !tests.contains(&code.path)).collect()
}

impl Code {
    /// Takes a file apart.
    #[must_use]
    pub fn of(file: &File) -> Self {
        let (mut bare, strings) = mask(&file.text);
        let tests = test_spans(&bare);
        let test_modules =
            tests.iter().filter_map(|span| test_module(&bare, span, &strings)).collect();
        let strings =
            strings.into_iter().filter(|(at, _)| !tests.iter().any(|span| span.contains(at)));
        let strings = strings.collect();
        let lost: usize = tests.iter().map(|span| file.text[span.clone()].lines().count()).sum();
        for span in tests {
            blank(&mut bare, span);
        }
        let lines = file.text.lines().count() - lost;
        Self { path: file.path.clone(), bare, strings, lines, test_modules }
    }

    /// Where the files of its test modules would stand.
    fn test_files(&self) -> Vec<String> {
        let (folder, name) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        let inner = match name {
            "lib.rs" | "mod.rs" | "main.rs" => folder.to_owned(),
            other => format!("{folder}/{}", other.trim_end_matches(".rs")),
        };
        let near = self.test_modules.iter().flat_map(|module| {
            [
                format!("{inner}/{module}.rs"),
                format!("{inner}/{module}/mod.rs"),
                format!("{folder}/{module}.rs"),
            ]
        });
        near.collect()
    }

    /// The line of an offset, from 1.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        self.bare[..at].matches('\n').count() + 1
    }

    /// Where a word stands in the code, not as part of a longer one.
    pub fn words<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        self.bare.match_indices(word).map(|(at, _)| at).filter(move |at| {
            !part(self.bare[..*at].chars().next_back())
                && !part(self.bare[at + word.len()..].chars().next())
        })
    }

    /// Its functions: name, first line, number of lines.
    #[must_use]
    pub fn functions(&self) -> Vec<(String, usize, usize)> {
        self.words("fn").filter_map(|at| self.function(at)).collect()
    }

    fn function(&self, at: usize) -> Option<(String, usize, usize)> {
        let rest = &self.bare[at + 2..];
        let named = rest.trim_start();
        let name: String = named.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let opens = body(rest)?;
        let closes = matching(rest, opens)?;
        let lines = self.bare[at..at + 2 + closes].matches('\n').count() + 1;
        (!name.is_empty()).then(|| (name, self.line(at), lines))
    }
}

/// Where the body of an item opens; nothing for an item that ends with `;`.
fn body(rest: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '{' if depth == 0 => return Some(at),
            ';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// The brace that closes the one at `opens`.
fn matching(text: &str, opens: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, c) in text[opens..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(opens + at);
        }
    }
    None
}

/// The spans of items under an attribute that says `cfg(test)` or `cfg(any(test`.
fn test_spans(bare: &str) -> Vec<std::ops::Range<usize>> {
    let mut spans: Vec<std::ops::Range<usize>> = Vec::new();
    let marks = ["#[cfg(test)]", "#[cfg(any(test"];
    let mut starts: Vec<usize> =
        marks.iter().flat_map(|mark| bare.match_indices(mark).map(|(at, _)| at)).collect();
    starts.sort_unstable();
    for start in starts {
        if spans.last().is_some_and(|last| last.contains(&start)) {
            continue;
        }
        let item = after_attributes(bare, start);
        let rest = &bare[item..];
        let end = match body(rest) {
            Some(opens) => matching(rest, opens).map(|closes| closes + 1),
            None => rest.find(';').map(|at| at + 1),
        };
        spans.push(start..item + end.unwrap_or(rest.len()));
    }
    spans
}

/// Where the item begins whose first attribute stands at `at`.
fn after_attributes(bare: &str, mut at: usize) -> usize {
    while bare[at..].starts_with("#[") {
        let mut depth = 0_i32;
        let end = bare[at..].char_indices().find(|(_, c)| {
            depth += i32::from(*c == '[') - i32::from(*c == ']');
            *c == ']' && depth == 0
        });
        at += end.map_or(bare.len() - at, |(end, _)| end + 1);
        at += bare[at..].len() - bare[at..].trim_start().len();
    }
    at
}

/// The file (without `.rs`) of a test module that has one: named, or given by `#[path]`.
fn test_module(
    bare: &str,
    span: &std::ops::Range<usize>,
    strings: &[(usize, String)],
) -> Option<String> {
    let name = module_name(&bare[span.clone()])?;
    let inside = strings.iter().filter(|(at, _)| span.contains(at));
    let given = inside.filter_map(|(_, text)| text.strip_suffix(".rs")).next();
    Some(given.map_or(name, str::to_owned))
}

/// The name of a module that has a file of its own.
fn module_name(item: &str) -> Option<String> {
    let declared = item.trim_end().strip_suffix(';')?;
    let (_, name) = declared.rsplit_once("mod ")?;
    Some(name.trim().to_owned())
}

fn blank(text: &mut String, span: std::ops::Range<usize>) {
    let spaces: String =
        text[span.clone()].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(span, &spaces);
}

/// The text with comments and the insides of strings blanked, and the strings.
fn mask(text: &str) -> (String, Vec<(usize, String)>) {
    let bytes = text.as_bytes();
    let mut bare = text.to_owned();
    let mut strings = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = match token(text, at) {
            Token::Comment(end) => {
                blank(&mut bare, at..end);
                end
            }
            Token::String { opens, closes, end } => {
                blank(&mut bare, opens..closes);
                strings.push((opens, text[opens..closes].to_owned()));
                end
            }
            Token::Other(end) => end,
        };
        at = end;
    }
    (bare, strings)
}

enum Token {
    Comment(usize),
    String { opens: usize, closes: usize, end: usize },
    Other(usize),
}

fn token(text: &str, at: usize) -> Token {
    let rest = &text[at..];
    if rest.starts_with("//") {
        return Token::Comment(at + rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Token::Comment(at + block_comment(rest));
    }
    if let Some(raw) = raw_string(rest) {
        let (opens, closes, end) = raw;
        return Token::String { opens: at + opens, closes: at + closes, end: at + end };
    }
    if let Some(inside) = rest.strip_prefix('"') {
        let closes = at + 1 + string_end(inside);
        return Token::String { opens: at + 1, closes, end: (closes + 1).min(text.len()) };
    }
    if let Some(length) = char_literal(rest) {
        return Token::Comment(at + length);
    }
    // A word is skipped whole, so that the `r` of `for"` opens no raw string.
    let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    Token::Other(at + word.max(rest.chars().next().map_or(1, char::len_utf8)))
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_i32;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at.min(rest.len())
}

/// Opening, closing and end of a raw string that begins here.
fn raw_string(rest: &str) -> Option<(usize, usize, usize)> {
    let after = ["r", "br", "cr"].iter().find_map(|prefix| rest.strip_prefix(prefix))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let inner = after[hashes..].strip_prefix('"')?;
    let opens = rest.len() - inner.len();
    let mark = format!("\"{}", "#".repeat(hashes));
    let closes = opens + inner.find(&mark)?;
    Some((opens, closes, closes + mark.len()))
}

fn string_end(inner: &str) -> usize {
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    inner.len()
}

/// The length of a character literal; a lifetime is none.
fn char_literal(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    if inner.starts_with('\\') {
        return inner[2..].find('\'').map(|at| at + 4);
    }
    let first = inner.chars().next()?;
    inner[first.len_utf8()..].starts_with('\'').then(|| first.len_utf8() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        Code::of(&File { path: "crates/x/src/lib.rs".into(), text: text.into() })
    }

    #[test]
    fn strings_comments_and_characters_are_no_code() {
        let code = code(
            "fn a() { /* fn b() {} */ let x = \"fn c() {\"; let y = '{'; } // fn d() {\n'x: loop {}",
        );
        let names: Vec<_> = code.functions().into_iter().map(|(name, ..)| name).collect();
        assert_eq!(names, ["a"]);
        assert_eq!(code.strings, [(34, "fn c() {".to_owned())]);
    }

    #[test]
    fn raw_strings_end_where_their_marks_do() {
        let code = code("const A: &str = r#\"a \"quoted\" {\"#; fn b() {}");
        assert_eq!(code.strings[0].1, "a \"quoted\" {");
        assert_eq!(code.functions().len(), 1);
    }

    #[test]
    fn tests_are_left_out() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n  fn b() { \"x\"; }\n}\nfn c() {\n}\n#[cfg(test)]\nmod apart;\n";
        let code = code(text);
        let names: Vec<_> =
            code.functions().into_iter().map(|(name, _, lines)| (name, lines)).collect();
        assert_eq!(names, [("a".to_owned(), 1), ("c".to_owned(), 2)]);
        assert!(code.strings.is_empty());
        assert_eq!(code.lines, 3);
        assert!(code.test_files().contains(&"crates/x/src/apart.rs".to_owned()));
    }

    #[test]
    fn a_test_module_in_a_file_of_its_own_is_no_code() {
        let apart = File { path: "crates/x/src/apart.rs".into(), text: "fn b() {}".into() };
        let all = vec![code("#[cfg(test)]\nmod apart;\n"), Code::of(&apart)];
        assert_eq!(without_test_files(all).len(), 1);
        let all =
            vec![code("#[cfg(test)]\n#[path = \"apart.rs\"]\nmod tests;\n"), Code::of(&apart)];
        assert_eq!(without_test_files(all).len(), 1);
    }

    #[test]
    fn a_signature_with_brackets_does_not_end_early() {
        let code = code(
            "pub fn a<const N: usize>(x: [u8; N], f: impl Fn(u8) -> u8) -> [u8; 2]\nwhere\n  u8: Copy,\n{\n}\n",
        );
        assert_eq!(code.functions(), [("a".to_owned(), 1, 5)]);
    }
}
