//! Things that only one place may do.

use crate::none;
use crate::repo::{self, File};
use crate::rust::{CODE, Code};

/// A name and the places where it may stand.
struct Door {
    name: &'static str,
    places: &'static [&'static str],
}

const DOORS: [Door; 4] = [
    // The seal on text that went through the one door.
    Door {
        name: "by_submissions",
        places: &["crates/kernel/src/screened.rs", "crates/moderation/src/submissions"],
    },
    // HTML that was sanitised when it was written: read back in one place a surface.
    Door {
        name: "sanitised_earlier",
        places: &[
            "crates/render/src/html.rs",
            "crates/server/src/wire/",
            "crates/server/src/pages/",
        ],
    },
    // A Markdown parser outside `prose` would be a second door to HTML.
    Door { name: "comrak", places: &["crates/render/src/prose"] },
    Door { name: "ammonia", places: &["crates/render/src/prose"] },
];

fn outside(door: &Door, code: &[Code]) -> Vec<String> {
    let far =
        code.iter().filter(|code| !door.places.iter().any(|place| code.path.starts_with(place)));
    let found = far.flat_map(|code| {
        code.words(door.name)
            .map(move |at| format!("{}:{}: {}", code.path, code.line(at), door.name))
    });
    found.collect()
}

/// Entities are for their own crate: `pub(crate)` within a private `store`.
fn open_stores(code: &[Code]) -> Vec<String> {
    let mut wrong = Vec::new();
    for code in code {
        if code.path.contains("/store") {
            wrong.extend(code.words("pub struct Model").map(|at| (code, at)));
        }
        wrong.extend(code.words("pub mod store").map(|at| (code, at)));
    }
    wrong
        .iter()
        .map(|(code, at)| format!("{}:{}: an open entity or store", code.path, code.line(*at)))
        .collect()
}

/// What is silenced, unfinished or left behind.
fn unfinished(file: &File) -> Vec<String> {
    // Written in halves, so that this list does not find itself.
    let marks = [
        concat!("#[all", "ow("),
        concat!("#![all", "ow("),
        concat!("#[igno", "re"),
        concat!("tod", "o!("),
        concat!("unimplemen", "ted!("),
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ];
    let lines = file.text.lines().enumerate();
    let found = lines.flat_map(|(number, line)| {
        let hits = marks.iter().filter(move |mark| line.contains(**mark));
        hits.map(move |mark| format!("{}:{}: {mark}", file.path, number + 1))
    });
    found.collect()
}

/// Names that say nothing about the community: its verbs and nouns say more.
fn empty_names(code: &[Code]) -> Vec<String> {
    let files = ["/utils.rs", "/util.rs", "/helpers.rs", "/helper.rs", "/common.rs", "/misc.rs"];
    let endings = ["Service", "Manager", "Helper", "Helpers", "Utils"];
    let mut wrong: Vec<String> = code
        .iter()
        .filter(|c| files.iter().any(|f| c.path.ends_with(f)))
        .map(|c| c.path.clone())
        .collect();
    for code in code {
        for kind in ["struct", "enum", "trait"] {
            for at in code.words(kind) {
                let rest = code.bare[at + kind.len()..].trim_start();
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
                if endings.iter().any(|ending| name.ends_with(ending)) {
                    wrong.push(format!("{}:{}: {name}", code.path, code.line(at)));
                }
            }
        }
    }
    wrong
}

/// SVG and MathML let markup change its meaning when it is read again.
fn dangerous_tags(code: &[Code]) -> Vec<String> {
    let prose = code.iter().filter(|code| code.path.starts_with("crates/render/src/prose"));
    let tags = [
        "svg",
        "math",
        "annotation-xml",
        "iframe",
        "object",
        "embed",
        "textarea",
        "noscript",
        "form",
    ];
    let found = prose.flat_map(|code| {
        let hits = code.strings.iter().filter(|(_, text)| tags.contains(&text.as_str()));
        hits.map(move |(at, text)| format!("{}:{}: {text}", code.path, code.line(*at)))
    });
    found.collect()
}

/// Values reach the database as values, never as text of a statement.
fn spliced_sql(code: &[Code]) -> Vec<String> {
    let found = code.iter().filter(|code| !code.path.starts_with("migrations/")).flat_map(|code| {
        let direct = ["execute_unprepared", "Statement::from_string", "Expr::cust"];
        let hits = direct.iter().flat_map(|name| code.words(name).map(move |at| (name, at)));
        let spliced = hits.filter(|(_, at)| {
            let call: String = code.bare[*at..].chars().take(60).collect();
            call.contains("format!")
        });
        spliced
            .map(|(name, at)| format!("{}:{}: {name}(format!…)", code.path, code.line(at)))
            .collect::<Vec<_>>()
    });
    found.collect()
}

#[test]
fn every_door_is_used_in_its_place_alone() {
    none(&DOORS.iter().flat_map(|door| outside(door, &CODE)).collect::<Vec<_>>());
}

#[test]
fn stores_are_closed() {
    none(&open_stores(&CODE));
}

#[test]
fn nothing_is_silenced_or_left_undone() {
    let endings = [".rs", ".html", ".js", ".mjs", ".css", ".ftl", ".toml", ".sh"];
    let all = ["crates", "migrations", "tests", "web", "config", "scripts"];
    let files = all.iter().flat_map(|folder| repo::files(folder, &endings));
    none(&files.flat_map(|file| unfinished(&file)).collect::<Vec<_>>());
}

#[test]
fn names_say_what_is_done() {
    none(&empty_names(&CODE));
}

#[test]
fn posts_keep_to_harmless_tags() {
    none(&dangerous_tags(&CODE));
}

#[test]
fn values_are_never_spliced_into_statements() {
    none(&spliced_sql(&CODE));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(path: &str, text: &str) -> Vec<Code> {
        vec![Code::of(&File { path: path.into(), text: text.into() })]
    }

    #[test]
    fn a_second_door_is_found() {
        let text = "fn a() { Screened::by_submissions(None) }";
        assert_eq!(outside(&DOORS[0], &code("crates/server/src/pages/a.rs", text)).len(), 1);
        none(&outside(&DOORS[0], &code("crates/moderation/src/submissions.rs", text)));
        let tested = format!("#[cfg(test)]\nmod tests {{ {text} }}");
        none(&outside(&DOORS[0], &code("crates/threads/src/posts.rs", &tested)));
        let text = "use ammonia::Builder;";
        assert_eq!(outside(&DOORS[3], &code("crates/server/src/mail.rs", text)).len(), 1);
    }

    #[test]
    fn an_open_entity_is_found() {
        assert_eq!(open_stores(&code("crates/a/src/store/b.rs", "pub struct Model {}")).len(), 1);
        none(&open_stores(&code("crates/a/src/store/b.rs", "pub(crate) struct Model {}")));
        assert_eq!(open_stores(&code("crates/a/src/lib.rs", "pub mod store;")).len(), 1);
    }

    #[test]
    fn silence_is_found() {
        let text = concat!("#[all", "ow(dead_code)]\n// TO", "DO: later\n").to_owned();
        assert_eq!(unfinished(&File { path: "a".into(), text }).len(), 2);
    }

    #[test]
    fn an_empty_name_is_found() {
        assert_eq!(empty_names(&code("crates/a/src/utils.rs", "pub struct PostManager;")).len(), 2);
    }

    #[test]
    fn a_dangerous_tag_is_found() {
        assert_eq!(
            dangerous_tags(&code("crates/render/src/prose/clean.rs", "f(\"svg\")")).len(),
            1
        );
    }

    #[test]
    fn a_spliced_statement_is_found() {
        let text = "fn a() { c.execute_unprepared(&format!(\"DROP {x}\")) }";
        assert_eq!(spliced_sql(&code("crates/a/src/b.rs", text)).len(), 1);
    }
}
