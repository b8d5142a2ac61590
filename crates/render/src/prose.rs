//! Markdown written by people, turned into HTML that cannot harm.
//!
//! **Sanitising is the last step: nothing is spliced into the HTML after it.** The way is:
//! parse, cap the nesting, walk the tree (mentions, cities, quotes, links, images, headings),
//! write HTML, clean.
//!
//! # Two forms of the same text
//!
//! *Typed* text is what a person sees in the editor: `@ilze`, `@liepaja`. *Stored* text keeps
//! ids, so that a rename needs no edit: `@{member:ID}` and `@{city:ID}`, where an id is 1 to 64
//! ASCII letters, digits and hyphens. [`scan`] lists what a text mentions, the caller asks who
//! that is, [`bind`] turns typed into stored, [`unbind`] turns stored into typed, [`render`]
//! takes the stored form. A handle inside code, a link, an e-mail address or raw HTML is just
//! text; the parser that renders also decides this, so the four functions cannot disagree.
//!
//! # Quotes
//!
//! A quote is Markdown: a block quote whose first paragraph begins with a link to `/p/ID`
//! ([`quote_markdown`] writes one). **When its source is gone, the words of the quote are gone
//! from HTML and plain text too.** The Markdown keeps them, for its author alone.
//!
//! # Direction
//!
//! Paragraphs, headings and cells carry `dir="auto"`. Blocks that hold blocks (quotes, lists,
//! items, tables, alerts) carry the direction of their first letter, because `auto` looks past
//! children that have a `dir` of their own. Code is `ltr`.

mod clean;
mod copied;
mod excerpt;
mod files;
mod format;
mod handles;
mod nesting;
mod options;
mod quotes;
mod steps;
pub mod translate;
mod tree;

use std::{collections::HashSet, sync::LazyLock};

use comrak::{Arena, Node, Options, parse_document};

pub use copied::without_places;
pub use excerpt::{excerpt, own_words};
pub use handles::{Scan, Target, bind, fold, scan, targets, unbind};
pub use options::{ballot, options, without_options};
pub use quotes::{QuoteState, quote_markdown, without_gone, without_names};
pub use steps::{Step, steps};

use crate::{SafeHtml, Words};

/// The version of the rendering. Raise it when the same Markdown would give other HTML, so that
/// stored HTML can be made anew.
pub const VERSION: i32 = 1;

/// The longest table that is drawn as one, in columns times lines of the whole text. Beyond it
/// tables stay text: a few kilobytes of `|` would otherwise become megabytes of cells.
const MOST_CELLS: usize = 50_000;

/// Footnotes and references to them in one text; beyond it they stay text, for the same reason.
const MOST_NOTES: usize = 1_000;

/// Who or what a target is called now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A person: `name` without `@`, `href` such as `/people/ID`.
    Person { name: String, href: String },
    /// A city: its name, `href` such as `/cities/liepaja`, ISO 3166-1 code, and whether it is a
    /// Mission city (a filled plate) or a city worldwide (a hollow one).
    City { name: String, href: String, country: String, mission: bool },
    /// Somebody who has left: words of ours, such as "Former member".
    Former { name: String },
}

impl Named {
    fn name(&self) -> &str {
        match self {
            Self::Person { name, .. } | Self::City { name, .. } | Self::Former { name } => name,
        }
    }
}

/// What rendering must know about the world. It asks nothing else and is the same for every
/// viewer.
pub struct Context<'a> {
    /// Prefix of every id inside the post, unique on a page, such as `p01j6-`; letters, digits
    /// and hyphens.
    pub id_prefix: &'a str,
    /// The site's own address without trailing slash (`https://stoa.example`), so that an
    /// absolute link to one of our posts is known as ours; empty when there is none.
    pub origin: &'a str,
    /// The words of ours that stand in a post (titles of alerts, the place of a lost quote):
    /// best those of the post's language.
    pub words: Words,
    /// The present name of a mentioned person or city; `None` leaves plain text.
    pub names: &'a dyn Fn(&Target) -> Option<Named>,
    /// The state of a quoted post.
    pub quote: &'a dyn Fn(&str) -> QuoteState,
    /// What is known of the file with an id that the author of the text may show; `None` leaves
    /// a plain link.
    pub file: &'a dyn Fn(&str) -> Option<FileFacts>,
}

/// What a text shows of a file beside its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// What kind it is, for people: "PDF".
    pub kind: String,
    /// Bytes.
    pub size: u64,
    /// Width and height of a picture, in pixels.
    pub picture: Option<(u32, u32)>,
    /// A smaller picture is there.
    pub small: bool,
}

impl FileFacts {
    /// The longest side of the smaller picture, in pixels.
    pub const SMALL: u32 = 800;
}

/// A rendered text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The sanitised HTML.
    pub html: SafeHtml,
    /// The text without marks, blocks separated by line feeds; for search and for letters.
    pub plain: String,
    /// As `plain`, without quotes and code: what the author says here; for excerpts and for
    /// finding the language.
    pub own_words: String,
    /// Ids of mentioned people that exist, each once, in order.
    pub mentions: Vec<String>,
    /// Ids of mentioned cities that exist, each once, in order.
    pub cities: Vec<String>,
    /// Ids of quoted posts, visible or gone, each once: render anew when one changes its state.
    pub quotes: Vec<String>,
    /// Addresses of outside links (`http:` and `https:`), each once.
    pub links: Vec<String>,
    /// Ids of files of the author that are shown or led to, with whether as a picture, each once.
    pub files: Vec<(String, bool)>,
}

/// Renders stored Markdown.
///
/// Takes any text up to the limits of the caller (64 KiB) in time that grows with its length
/// and never fails: what is not understood stays visible as text.
pub fn render(markdown: &str, context: &Context<'_>) -> Prose {
    let arena = Arena::new();
    let root = parse(&arena, markdown);
    let gathered = tree::walk(&arena, root, context);
    let rough = format::html(root, context.words);
    Prose {
        html: clean::clean(&rough, context),
        plain: gathered.plain.finish(),
        own_words: gathered.own_words.finish(),
        mentions: gathered.mentions.list(),
        cities: gathered.cities.list(),
        quotes: gathered.quotes.list(),
        links: gathered.links.list(),
        files: gathered.files,
    }
}

/// A list without repetitions, in the order of first appearance.
#[derive(Default)]
struct Distinct {
    list: Vec<String>,
    known: HashSet<String>,
}

impl Distinct {
    fn add(&mut self, item: &str) {
        if self.known.insert(item.to_owned()) {
            self.list.push(item.to_owned());
        }
    }

    fn list(self) -> Vec<String> {
        self.list
    }
}

/// Parses with the options of the house and caps the nesting.
fn parse<'a>(arena: &'a Arena<'a>, markdown: &str) -> Node<'a> {
    let mut options = OPTIONS.clone();
    options.extension.table = cells_at_most(markdown) <= MOST_CELLS;
    options.extension.footnotes = markdown.matches("[^").count() <= MOST_NOTES;
    let root = parse_document(arena, markdown, &options);
    nesting::cap(root);
    root
}

/// An upper bound for the cells the parser could make: the widest line times the lines.
fn cells_at_most(markdown: &str) -> usize {
    let pipes = |line: &str| line.bytes().filter(|byte| *byte == b'|').count();
    let widest = markdown.lines().map(pipes).max().unwrap_or(0);
    if widest == 0 { 0 } else { (widest + 1) * markdown.lines().count() }
}

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    let extension = &mut options.extension;
    extension.strikethrough = true;
    extension.autolink = true;
    extension.tasklist = true;
    extension.alerts = true;
    extension.spoiler = true;
    extension.cjk_friendly_emphasis = true;
    // Raw HTML becomes text in the tree walk; this is the second lock on that door.
    options.render.escape = true;
    // People who do not know Markdown expect the line breaks they typed.
    options.render.hardbreaks = true;
    options
});

#[cfg(test)]
mod tests;
