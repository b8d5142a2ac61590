//! The templates: no sentence of their own, nothing unescaped, nothing from elsewhere.

use std::sync::LazyLock;

use crate::none;
use crate::repo::{self, File};
use crate::rust::CODE;

/// A template, taken apart. All offsets are bytes of the file.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its path below the root.
    pub path: String,
    /// What is printed as it stands: comments and expressions blanked.
    pub markup: String,
    /// What is computed: everything else, and the insides of strings, blanked.
    pub bare: String,
    /// String literals within expressions, with their offsets.
    pub strings: Vec<(usize, String)>,
}

/// Every template.
pub static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    repo::files("web/templates", &[".html", ".txt", ".xml", ".atom"])
        .iter()
        .map(Template::of)
        .collect()
});

/// Words that need no translation, by what they are.
const SAME_EVERYWHERE: [&str; 1] = [
    // A key of the keyboard.
    "Ctrl",
];

/// Blocks and macros whose markup stands inside a tag: classes and attributes, no text.
const WITHIN_TAGS: [(&str, &str); 3] = [
    ("{% block page %}", "{% endblock"),
    ("{% block bay %}", "{% endblock"),
    ("{% macro marks(", "{%- endmacro"),
];

/// Attributes that people see or hear.
const HEARD: [&str; 8] = [
    "alt",
    "title",
    "placeholder",
    "label",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
];

impl Template {
    /// Takes a file apart.
    #[must_use]
    pub fn of(file: &File) -> Self {
        let mut parts = Parts::default();
        let mut rest = file.text.as_str();
        while let Some(opens) = rest.find("{").filter(|_| !rest.is_empty()) {
            let (before, from) = rest.split_at(opens);
            parts.markup(before);
            let length = match from.as_bytes().get(1) {
                Some(b'#') => comment(from),
                Some(b'%' | b'{') => expression(from),
                _ => {
                    parts.markup("{");
                    rest = &from[1..];
                    continue;
                }
            };
            let (token, after) = from.split_at(length);
            if token.starts_with("{#") {
                parts.blank(token)
            } else {
                parts.code(token)
            }
            rest = after;
        }
        parts.markup(rest);
        for (opens, closes) in WITHIN_TAGS {
            parts.forget(&file.text, opens, closes);
        }
        Self {
            path: file.path.clone(),
            markup: parts.markup,
            bare: parts.bare,
            strings: parts.strings,
        }
    }

    /// The line of an offset, from 1.
    #[must_use]
    pub fn line(&self, at: usize) -> usize {
        self.markup[..at].matches('\n').count() + 1
    }

    fn is_letter(&self) -> bool {
        self.path.contains("/letters/")
    }

    fn is_text(&self) -> bool {
        self.path.ends_with(".txt")
    }
}

#[derive(Default)]
struct Parts {
    markup: String,
    bare: String,
    strings: Vec<(usize, String)>,
}

impl Parts {
    fn markup(&mut self, text: &str) {
        self.markup.push_str(text);
        self.bare.push_str(&spaces(text));
    }

    fn blank(&mut self, text: &str) {
        self.markup.push_str(&spaces(text));
        self.bare.push_str(&spaces(text));
    }

    /// Blanks the markup between two marks of the whole text.
    fn forget(&mut self, text: &str, opens: &str, closes: &str) {
        let Some(start) = text.find(opens) else {
            return;
        };
        let end = start + text[start..].find(closes).unwrap_or(text.len() - start);
        self.markup.replace_range(start..end, &spaces(&text[start..end]));
    }

    fn code(&mut self, text: &str) {
        self.markup.push_str(&spaces(text));
        let mut pieces = text.split('"');
        self.bare.push_str(pieces.next().unwrap_or_default());
        let mut inside = true;
        for piece in pieces {
            self.bare.push('"');
            if inside {
                self.strings.push((self.bare.len(), piece.to_owned()));
                self.bare.push_str(&spaces(piece));
            } else {
                self.bare.push_str(piece);
            }
            inside = !inside;
        }
    }
}

/// As many bytes of space, with the line ends kept.
fn spaces(text: &str) -> String {
    text.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect()
}

/// The length of a comment; comments nest.
fn comment(from: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < from.len() {
        if from[at..].starts_with("{#") {
            depth += 1;
            at += 2;
        } else if from[at..].starts_with("#}") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += from[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    from.len()
}

/// The length of an expression or a statement; its strings may hold braces.
fn expression(from: &str) -> usize {
    let end = if from.starts_with("{{") { "}}" } else { "%}" };
    let mut inside = false;
    for (at, c) in from.char_indices() {
        inside ^= c == '"';
        if !inside && from[at..].starts_with(end) {
            return at + end.len();
        }
    }
    from.len()
}

/// A piece of markup: text between tags, or a tag with its attributes.
#[derive(Debug, PartialEq)]
enum Piece {
    Text(usize, String),
    Attribute { at: usize, tag: String, name: String, value: String },
}

/// Text and attributes of HTML; the insides of `script` and `style` are no text.
fn pieces(markup: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = markup[at..].find('<') {
        found.push(Piece::Text(at, markup[at..at + open].to_owned()));
        let start = at + open;
        if markup[start..].starts_with("<!--") {
            at = start + markup[start..].find("-->").map_or(markup.len() - start, |end| end + 3);
            continue;
        }
        let end = tag_end(markup, start);
        let inner = &markup[start + 1..end];
        let name: String =
            inner.chars().take_while(|c| c.is_ascii_alphanumeric() || "/!-".contains(*c)).collect();
        attributes(inner, start + 1, &name, &mut found);
        at = (end + 1).min(markup.len());
        if name == "script" || name == "style" {
            let close = format!("</{name}");
            at += markup[at..].find(&close).unwrap_or(markup.len() - at);
        }
    }
    found.push(Piece::Text(at, markup[at..].to_owned()));
    found
}

fn tag_end(markup: &str, start: usize) -> usize {
    let mut quote = None;
    for (at, c) in markup[start..].char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return start + at,
            _ => {}
        }
    }
    markup.len()
}

fn attributes(inner: &str, offset: usize, tag: &str, found: &mut Vec<Piece>) {
    let mut rest = 0;
    while let Some(equals) = inner[rest..].find("=\"") {
        let before = &inner[rest..rest + equals];
        let name =
            before.rsplit(|c: char| c.is_whitespace() || c == '"').next().unwrap_or_default();
        let opens = rest + equals + 2;
        let closes = opens + inner[opens..].find('"').unwrap_or(inner.len() - opens);
        found.push(Piece::Attribute {
            at: offset + opens,
            tag: tag.to_owned(),
            name: name.to_ascii_lowercase(),
            value: inner[opens..closes].to_owned(),
        });
        rest = (closes + 1).min(inner.len());
    }
}

/// Whether a text holds a word of two letters or more.
fn has_words(text: &str) -> bool {
    let mut plain = String::new();
    let mut parts = text.split('&');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        // A character reference such as `&nbsp;` is a sign, not a word.
        plain.push(' ');
        plain.push_str(part.split_once(';').map_or(part, |(_, rest)| rest));
    }
    let words = plain.split(|c: char| !c.is_alphabetic());
    words.into_iter().any(|word| word.chars().count() > 1 && !SAME_EVERYWHERE.contains(&word))
}

fn sentences(template: &Template) -> Vec<String> {
    let place =
        |at: usize, text: &str| format!("{}:{}: {}", template.path, template.line(at), text.trim());
    if template.is_text() {
        let lines = template.markup.lines().enumerate().filter(|(_, line)| has_words(line));
        return lines
            .map(|(number, line)| format!("{}:{}: {}", template.path, number + 1, line.trim()))
            .collect();
    }
    let found = pieces(&template.markup).into_iter().filter_map(|piece| match piece {
        Piece::Text(at, text) => has_words(&text).then(|| place(at, &text)),
        Piece::Attribute { at, name, value, .. } => (HEARD.contains(&name.as_str())
            && has_words(&value))
        .then(|| place(at, &format!("{name}={value}"))),
    });
    found.collect()
}

/// Sentences given as literals to what is printed.
fn spoken_literals(template: &Template) -> Vec<String> {
    let found = template.strings.iter().filter(|(_, text)| is_sentence(text));
    found.map(|(at, text)| format!("{}:{}: {text:?}", template.path, template.line(*at))).collect()
}

/// Words with a capital at the start or a full stop at the end; lists of
/// classes and statements of SQL have neither.
pub fn is_sentence(text: &str) -> bool {
    let words = text
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    let mut letters = text.chars();
    let capital = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    let stop =
        text.ends_with(['.', '!']) && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    words.count() > 1 && (capital || stop)
}

fn unescaped(template: &Template) -> Vec<String> {
    let tight: String = template.bare.split(' ').collect();
    let ways = ["|safe", "autoescape", "|escape(\"none\")", "escape=\"none\""];
    let found = ways.iter().filter(|way| tight.contains(**way));
    found.map(|way| format!("{}: {way}", template.path)).collect()
}

fn inline(template: &Template) -> Vec<String> {
    if template.is_text() {
        return Vec::new();
    }
    let attributes = pieces(&template.markup).into_iter().filter_map(|piece| match piece {
        Piece::Attribute { at, tag, name, value } => Some((at, tag, name, value)),
        Piece::Text(..) => None,
    });
    let found = attributes.filter(|(_, tag, name, value)| {
        let loads = name == "src" || (tag == "link" && name == "href") || name == "srcset";
        let foreign = loads && (value.starts_with("http") || value.starts_with("//"));
        (name == "style" && !template.is_letter()) || name.starts_with("on") || foreign
    });
    found
        .map(|(at, _, name, _)| format!("{}:{}: {name}=", template.path, template.line(at)))
        .collect()
}

/// Scripts and styles written into a page: only the one script whose hash the
/// policy names, and the letters' own style.
fn embedded(template: &Template, allowed: &str) -> Vec<String> {
    let script = template.markup.split("<script").skip(1).filter_map(|rest| {
        let (_, body) = rest.split_once('>')?;
        let body = body.split("</script").next()?.trim();
        (!body.is_empty() && body != allowed)
            .then(|| format!("{}: a script of its own", template.path))
    });
    let mut found: Vec<String> = script.collect();
    if template.markup.contains("<style") && !template.is_letter() {
        found.push(format!("{}: a style of its own", template.path));
    }
    found
}

fn every(check: impl Fn(&Template) -> Vec<String>) {
    assert!(TEMPLATES.len() > 10, "the templates are read");
    none(&TEMPLATES.iter().flat_map(check).collect::<Vec<_>>());
}

#[test]
fn templates_hold_no_sentence() {
    every(sentences);
    every(spoken_literals);
}

#[test]
fn nothing_is_printed_unescaped() {
    every(unescaped);
}

#[test]
fn pages_bring_no_styles_handlers_or_foreign_files() {
    every(inline);
}

#[test]
fn the_one_inline_script_is_the_one_the_policy_names() {
    let headers =
        CODE.iter().find(|code| code.path.ends_with("http/headers.rs")).expect("the headers");
    let known =
        headers.strings.iter().find(|(_, text)| text.starts_with("document.")).expect("the script");
    every(|template| embedded(template, &known.1));
}

#[test]
fn styles_and_scripts_load_nothing_from_elsewhere() {
    let files = repo::files("web", &[".css", ".js"]);
    let ways = [
        "url(http",
        "url(\"http",
        "url('http",
        "url(//",
        "@import",
        "from \"http",
        "import(\"http",
        "fetch(\"http",
    ];
    let found = files.iter().flat_map(|file| {
        let hits = ways.iter().filter(move |way| file.text.contains(**way));
        hits.map(move |way| format!("{}: {way}", file.path))
    });
    none(&found.collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(text: &str) -> Template {
        Template::of(&File { path: "web/templates/a.html".into(), text: text.into() })
    }

    #[test]
    fn keys_and_numbers_are_no_sentences() {
        none(&sentences(&template(
            "<p class=\"big note\">{{ w.say(\"a-b\") }} · 3 &nbsp; {# Words #}</p>",
        )));
        none(&sentences(&template(
            "<script>let word = 1;</script><a href=\"/somewhere/else\">{% if a < b %}</a>{% endif %}",
        )));
    }

    #[test]
    fn classes_in_blocks_are_no_text() {
        none(&sentences(&template("{% block bay %}one{% endblock %}")));
        assert_eq!(sentences(&template("{% block main %}one{% endblock %}")).len(), 1);
    }

    #[test]
    fn sentences_are_found_in_text_attributes_and_literals() {
        assert_eq!(
            sentences(&template("<p>{{ a }} replies</p>")),
            ["web/templates/a.html:1: replies"]
        );
        assert_eq!(sentences(&template("<img alt=\"A picture\">")).len(), 1);
        assert_eq!(sentences(&template("<a\n title=\"{{ x }} more\"\n>")).len(), 1);
        assert_eq!(
            spoken_literals(&template("{{ f(\"Hello there\") }}{{ f(\"btn low\") }}")).len(),
            1
        );
        let letter =
            File { path: "web/templates/letters/a.txt".into(), text: "{{ a }}\nDear all\n".into() };
        assert_eq!(sentences(&Template::of(&letter)).len(), 1);
    }

    #[test]
    fn an_unescaped_value_is_found() {
        assert_eq!(unescaped(&template("{{ body | safe }}")).len(), 1);
        none(&unescaped(&template("{{ body }} |safe")));
    }

    #[test]
    fn inline_styles_handlers_and_foreign_files_are_found() {
        assert_eq!(inline(&template("<p style=\"{{ x }}\">")).len(), 1);
        assert_eq!(inline(&template("<p onclick=\"x()\">")).len(), 1);
        assert_eq!(
            inline(&template("<script src=\"https://example.org/x.js\"></script>")).len(),
            1
        );
        none(&inline(&template("<a href=\"https://example.org\">{{ x }}</a>")));
    }

    #[test]
    fn a_script_of_its_own_is_found() {
        assert_eq!(embedded(&template("<script>a()</script>"), "b()").len(), 1);
        none(&embedded(&template("<script src=\"/x.js\"></script><script>b()</script>"), "b()"));
        assert_eq!(embedded(&template("<style>a{}</style>"), "").len(), 1);
    }
}
