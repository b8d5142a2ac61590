use proptest::prelude::*;

use super::*;
use crate::Locale;
use crate::prose::{Context, QuoteState, Target, render};

fn shown(markdown: &str) -> crate::prose::Prose {
    let names = |target: &Target| {
        let id = match target {
            Target::Member(id) | Target::City(id) => id.clone(),
        };
        Some(crate::prose::Named::Person { name: id.clone(), href: format!("/people/{id}") })
    };
    let context = Context {
        id_prefix: "p1_",
        origin: "",
        words: Locale::default().words(),
        names: &names,
        quote: &|_| QuoteState::Visible,
        file: &|_| None,
    };
    render(markdown, &context)
}

fn same(markdown: &str) -> String {
    let answers: Vec<String> = units(markdown).into_iter().map(|unit| unit.text).collect();
    with_answers(markdown, &answers).unwrap()
}

/// Empty items and breaks before the first word may be written otherwise; no letter is lost.
fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphabetic()).collect()
}

fn shouting(unit: &Unit) -> String {
    let mut html = String::new();
    for piece in marked::read(&unit.text) {
        match piece {
            Piece::Text(text) if unit.html => Piece::Text(text.to_uppercase()).write(&mut html),
            Piece::Text(text) => html.push_str(&text.to_uppercase()),
            other => other.write(&mut html),
        }
    }
    html
}

fn shouted(markdown: &str) -> String {
    let answers: Vec<String> = units(markdown).iter().map(shouting).collect();
    with_answers(markdown, &answers).unwrap()
}

#[test]
fn sentences_change_and_the_rest_stays() {
    let markdown = "## Heat pumps\n\nWe *really* need `cargo run` at [our page](https://a.example/x) \
                    says @{member:01jx}.\nSecond line!\n\n> [Ilze](/p/01ab):\n>\n> Her words.\n\n\
                    ```\nlet a = 1;\n```\n\n- [ ] one thing\n- see https://b.example/path\n\n\
                    | City | kWh |\n|---|---|\n| Riga | 12 |\n";
    let told = shouted(markdown);
    for kept in [
        "`cargo run`",
        "https://a.example/x",
        "@{member:01jx}",
        "> Her words.",
        "let a = 1;",
        "https://b.example/path",
        "[Ilze](/p/01ab)",
    ] {
        assert!(told.contains(kept), "{kept} is gone from\n{told}");
    }
    for changed in ["HEAT PUMPS", "*REALLY*", "[OUR PAGE]", "SECOND LINE!", "ONE THING", "| RIGA"] {
        assert!(told.contains(changed), "{changed} is not in\n{told}");
    }
    let (before, after) = (shown(markdown), shown(&told));
    assert_eq!(before.links, after.links);
    assert_eq!(before.mentions, after.mentions);
    assert_eq!(before.quotes, after.quotes);
}

#[test]
fn nothing_that_stays_is_sent() {
    let sent = units(
        "Ask @{member:01jsecret} at https://intern.example/key or `hunter2`.\n\n\
         > [A](/p/1):\n>\n> said\n\n> [!NOTE]\n> [Ilze](/p/2):\n>\n> told\n\n> [!TIP]\n> Own words.",
    );
    let all: String = sent.iter().map(|unit| unit.text.as_str()).collect();
    for kept in ["01jsecret", "intern", "hunter2", "said", "Ilze", "told"] {
        assert!(!all.contains(kept), "{kept} is in {all}");
    }
    assert!(all.contains("Own words."));
}

#[test]
fn an_answer_is_text_whatever_it_looks_like() {
    for evil in [
        "<script>alert(1)</script>",
        "[click](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "https://evil.example www.evil.example a@evil.example",
        "@{member:01jadmin} @admin",
        "# big\n\n> quote\n\n```\ncode",
        "1. one",
        "- item",
        "&lt;b&gt; &copy;",
        "<b id=\"1\">x</b>",
        "a|b||c||",
        "***",
    ] {
        let told = with_answers("One sentence.", &[evil.to_owned()]).unwrap();
        let prose = shown(&told);
        assert!(prose.links.is_empty() && prose.mentions.is_empty(), "{evil} → {told}");
        let html = prose.html.as_str();
        assert!(
            html.starts_with("<p") && !html.contains("<a ") && !html.contains("<img"),
            "{html}"
        );
        assert!(!html.contains("<h") && !html.contains("<li") && !html.contains("<pre"), "{html}");
    }
}

#[test]
fn lost_marks_are_noticed_and_healed_by_runs() {
    let unit = units("We *really* need `it`.").remove(0);
    assert!(unit.html);
    assert!(keeps_marks(&unit, &shouting(&unit)));
    for broken in ["WE REALLY NEED IT", "<b id=\"1\">x", "<b id=1>x</b><b id=1>y</b>", "</b>"] {
        assert!(!keeps_marks(&unit, broken), "{broken}");
    }
    assert_eq!(runs(&unit), ["We ", "really", " need "]);
    let healed = from_runs(&unit, &["A".into(), "b".into(), "c".into()]);
    assert!(keeps_marks(&unit, &healed), "{healed}");
    let told = with_answers("We *really* need `it`.", &[healed]).unwrap();
    assert_eq!(told, "A *b* c `it`.");
}

#[test]
fn too_few_answers_are_none() {
    assert_eq!(with_answers("One.\n\nTwo.", &["x".into()]), None);
}

#[test]
fn what_was_written_reads_well() {
    let markdown = "Hello! 50 % of #1 & 2 > 1 — snake_case, 3. third (no list).";
    assert_eq!(same(markdown), markdown);
}

proptest! {
    #[test]
    fn the_same_answers_give_the_same_text(markdown in "[ -~äあب\n]{0,200}") {
        let (before, after) = (shown(&markdown), shown(&same(&markdown)));
        prop_assert_eq!(letters(&before.plain), letters(&after.plain));
        prop_assert_eq!(before.links, after.links);
    }

    #[test]
    fn marks_and_blocks_survive(markdown in "(([a-z]{1,4}|\\*|\\*\\*|_|`|~~|\\[|\\]\\(/p/1\\)|> |- |1\\. |# |\\||\n|\n\n|!|<b>|\\\\|@| |www\\.a\\.b|http://a\\.b){0,30})") {
        let (before, after) = (shown(&markdown), shown(&same(&markdown)));
        prop_assert_eq!(letters(&before.plain), letters(&after.plain));
    }

    #[test]
    fn no_answer_brings_a_link(answer in ".{0,80}", text in "[a-z ]{1,20}\\*[a-z]{1,5}\\* [a-z]{1,5}") {
        let all = units(&text);
        let answers: Vec<String> = all.iter().map(|_| answer.clone()).collect();
        let told = with_answers(&text, &answers).unwrap();
        let prose = shown(&told);
        prop_assert!(prose.links.is_empty(), "{}", told);
        prop_assert!(prose.mentions.is_empty(), "{}", told);
    }
}
