//! The walk over the tree between parsing and writing: mentions, cities, quotes, links,
//! pictures, headings, and the plain text on the way.
//!
//! [`super::nesting::cap`] has run, so recursion is shallow.

use comrak::{
    Arena, Node,
    nodes::{AstNode, NodeLink, NodeValue},
};

use super::{Context, Distinct, Named, QuoteState, clean, files, handles, handles::Target, quotes};
use crate::html::escape;

/// Headings of a post stand below those of the page.
const HEADING_SHIFT: u8 = 3;

/// Bytes of the text that stands for a picture, and of a title.
const LONGEST_ALT: usize = 1_000;

/// What the walk has found.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) plain: Text,
    pub(super) own_words: Text,
    pub(super) mentions: Distinct,
    pub(super) cities: Distinct,
    pub(super) quotes: Distinct,
    pub(super) links: Distinct,
    pub(super) files: Vec<(String, bool)>,
}

/// Plain text under construction: blocks are separated by one line feed.
#[derive(Default)]
pub(super) struct Text(String);

impl Text {
    pub(super) fn finish(self) -> String {
        self.0.trim_end().to_owned()
    }

    fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn end_block(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with('\n') {
            self.0.push('\n');
        }
    }
}

/// Where the walk stands.
#[derive(Clone, Copy, Default)]
struct Place {
    in_link: bool,
    in_quote: bool,
    /// The words are those of another post.
    of_another: bool,
}

struct Walker<'a, 'c> {
    arena: &'a Arena<'a>,
    context: &'c Context<'c>,
    found: Gathered,
}

/// Changes the tree in place and returns what was found in it.
pub(super) fn walk<'a>(arena: &'a Arena<'a>, root: Node<'a>, context: &Context<'_>) -> Gathered {
    let mut walker = Walker { arena, context, found: Gathered::default() };
    walker.children(root, Place::default());
    walker.found
}

impl<'a> Walker<'a, '_> {
    fn children(&mut self, node: Node<'a>, place: Place) {
        let mut next = node.first_child();
        while let Some(child) = next {
            // Taken first: a visit may replace the child.
            next = child.next_sibling();
            self.visit(child, place);
        }
    }

    fn visit(&mut self, node: Node<'a>, place: Place) {
        let value = node.data().value.clone();
        match value {
            NodeValue::Text(text) => self.text(node, &text, place),
            NodeValue::HtmlInline(raw) => self.shown(node, raw, place),
            NodeValue::HtmlBlock(block) => self.shown_block(node, block.literal, place),
            NodeValue::Code(code) => self.say(&code.literal, place),
            NodeValue::CodeBlock(code) => self.code_block(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => self.say("\n", place),
            NodeValue::Heading(heading) => self.heading(node, heading, place),
            NodeValue::Link(link) => self.link(node, &link, place),
            NodeValue::Image(image) => self.image(node, &image, place),
            NodeValue::BlockQuote | NodeValue::Alert(_) => self.quote(node, place),
            NodeValue::TableCell => self.cell(node, place),
            other => self.inside(node, other.block(), place),
        }
    }

    fn inside(&mut self, node: Node<'a>, is_block: bool, place: Place) {
        self.children(node, place);
        if is_block {
            self.end_block();
        }
    }

    fn say(&mut self, text: &str, place: Place) {
        self.found.plain.push(text);
        if !place.in_quote {
            self.found.own_words.push(text);
        }
    }

    fn end_block(&mut self) {
        self.found.plain.end_block();
        self.found.own_words.end_block();
    }

    fn code_block(&mut self, literal: &str) {
        self.found.plain.push(literal);
        self.end_block();
    }

    fn cell(&mut self, node: Node<'a>, place: Place) {
        self.children(node, place);
        if node.next_sibling().is_some() {
            self.say("\t", place);
        }
    }

    /// Raw HTML is shown as it was typed.
    fn shown(&mut self, node: Node<'a>, raw: String, place: Place) {
        self.say(&raw, place);
        node.data_mut().value = NodeValue::Text(raw.into());
    }

    fn shown_block(&mut self, node: Node<'a>, raw: String, place: Place) {
        let raw = raw.trim_end().to_owned();
        self.say(&raw, place);
        self.end_block();
        node.data_mut().value = NodeValue::Paragraph;
        node.append(self.new_node(NodeValue::Text(raw.into())));
    }

    fn heading(&mut self, node: Node<'a>, heading: comrak::nodes::NodeHeading, place: Place) {
        let level = (heading.level + HEADING_SHIFT).min(6);
        node.data_mut().value = NodeValue::Heading(comrak::nodes::NodeHeading { level, ..heading });
        self.inside(node, true, place);
    }

    fn link(&mut self, node: Node<'a>, link: &NodeLink, place: Place) {
        self.children(node, Place { in_link: true, ..place });
        if !clean::may_link(&link.url) {
            return replace_by_children(node);
        }
        if clean::is_outside(&link.url) {
            self.found.links.add(&link.url);
        }
        self.file_link(node, link, place);
        if link.title.len() > LONGEST_ALT {
            let url = link.url.clone();
            node.data_mut().value =
                NodeValue::Link(Box::new(NodeLink { url, title: String::new() }));
        }
    }

    /// A document is told with its kind and size, which matter where bytes are dear.
    fn file_link(&mut self, node: Node<'a>, link: &NodeLink, place: Place) {
        let Some((id, facts)) = files::of(&link.url, self.context) else { return };
        if !place.of_another {
            self.attached(id, false);
        }
        node.insert_after(self.new_node(NodeValue::Raw(files::note(&facts, self.context.words))));
    }

    fn attached(&mut self, id: &str, picture: bool) {
        match self.found.files.iter_mut().find(|(known, _)| known == id) {
            Some((_, shown)) => *shown |= picture,
            None => self.found.files.push((id.to_owned(), picture)),
        }
    }

    /// Pictures from elsewhere would tell their host who reads; they become links. So do those in
    /// a quote, which can be seen where they stand.
    fn image(&mut self, node: Node<'a>, image: &NodeLink, place: Place) {
        // A text too long for a description is no description.
        let described = node.collect_text();
        let known = files::of(&image.url, self.context).filter(|_| !place.of_another);
        let picture = known.filter(|(_, facts)| facts.picture.is_some());
        if let (Some((id, facts)), true) = (picture, described.len() <= LONGEST_ALT) {
            self.attached(id, true);
            self.children(node, Place { in_link: true, ..place });
            let shown =
                files::picture(id, &facts, described.trim(), !place.in_link, self.context.words);
            node.insert_before(self.new_node(NodeValue::Raw(shown)));
            return node.detach();
        }
        if node.first_child().is_none() {
            node.append(self.new_node(NodeValue::Text(image.url.clone().into())));
        }
        if place.in_link {
            self.children(node, place);
            return replace_by_children(node);
        }
        node.data_mut().value = NodeValue::Link(Box::new(image.clone()));
        self.link(node, image, place);
    }

    fn quote(&mut self, node: Node<'a>, place: Place) {
        let source = quotes::source(node, self.context.origin);
        let of_another = place.of_another || source.is_some();
        if let Some(id) = source {
            self.found.quotes.add(&id);
            match (self.context.quote)(&id) {
                QuoteState::Visible => {}
                QuoteState::By(name) => quotes::rename(self.arena, node, name),
                QuoteState::Gone => return self.empty_quote(node),
            }
        }
        self.inside(node, true, Place { in_quote: true, of_another, ..place });
    }

    /// A removed post's words do not live on in copies. An alert loses its title too.
    fn empty_quote(&mut self, node: Node<'a>) {
        while let Some(child) = node.first_child() {
            child.detach();
        }
        node.data_mut().value = NodeValue::BlockQuote;
        let mut html = String::from("<p class=\"gone\">");
        escape(&mut html, &self.context.words.say("core-quote-gone"));
        html.push_str("</p>\n");
        node.append(self.new_node(NodeValue::Raw(html)));
    }

    /// Puts mentions in the place of their tokens. Inside a link only the name is written.
    fn text(&mut self, node: Node<'a>, text: &str, place: Place) {
        let tokens = handles::tokens(text);
        if tokens.is_empty() {
            return self.say(text, place);
        }
        let mut from = 0;
        for token in tokens {
            let Some(named) = (self.context.names)(&token.target) else {
                continue;
            };
            self.piece(node, text.get(from..token.span.start).unwrap_or_default(), place);
            self.mention(node, &token.target, &named, place);
            from = token.span.end;
        }
        self.piece(node, text.get(from..).unwrap_or_default(), place);
        node.detach();
    }

    fn piece(&mut self, before: Node<'a>, text: &str, place: Place) {
        if !text.is_empty() {
            self.say(text, place);
            before.insert_before(self.new_node(NodeValue::Text(text.to_owned().into())));
        }
    }

    fn mention(&mut self, before: Node<'a>, target: &Target, named: &Named, place: Place) {
        let label = label(named);
        self.say(&label, place);
        let plain = place.in_link || matches!(named, Named::Former { .. });
        let node = match plain {
            true => NodeValue::Text(label.into()),
            false => NodeValue::Raw(mention_html(named)),
        };
        before.insert_before(self.new_node(node));
        // A mention inside a quote was made by somebody else; it calls nobody again.
        match target {
            Target::Member(id) if !place.in_quote => self.found.mentions.add(id),
            Target::City(id) if !place.in_quote => self.found.cities.add(id),
            _ => {}
        }
    }

    fn new_node(&self, value: NodeValue) -> Node<'a> {
        self.arena.alloc(AstNode::from(value))
    }
}

fn label(named: &Named) -> String {
    match named {
        Named::Person { name, .. } | Named::Former { name } => format!("@{name}"),
        Named::City { name, .. } => name.clone(),
    }
}

fn mention_html(named: &Named) -> String {
    let (class, href, tail) = match named {
        // Who has left has no page to lead to.
        Named::Former { .. } => return String::new(),
        Named::Person { href, .. } => ("mention", href, None),
        Named::City { href, country, mission, .. } => {
            (if *mission { "plate m" } else { "plate w" }, href, Some(country))
        }
    };
    let mut html = format!("<a class=\"{class}\" href=\"");
    escape(&mut html, href);
    html.push_str(if tail.is_some() { "\">" } else { "\">@" });
    escape(&mut html, named.name());
    if let Some(country) = tail {
        html.push_str(" <abbr>");
        escape(&mut html, country);
        html.push_str("</abbr>");
    }
    html.push_str("</a>");
    html
}

fn replace_by_children(node: Node<'_>) {
    while let Some(child) = node.first_child() {
        node.insert_before(child);
    }
    node.detach();
}
