//! Sentences without choices, laid out once: most of a page is made of them,
//! and a page says hundreds.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Keeps a value apart from the sentence around it (first strong isolate, pop).
const ISOLATE: char = '\u{2068}';
const POP: char = '\u{2069}';

/// A part of a sentence.
enum Piece {
    Words(String),
    Value(String),
}

/// The sentences of a language that are words and values only, by key.
#[derive(Default)]
pub(super) struct Plain(HashMap<String, Vec<Piece>>);

impl Plain {
    /// Takes the plain sentences of a file. A key that is there already is kept,
    /// as the bundle keeps it.
    pub(super) fn add(&mut self, resource: &FluentResource) {
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            if let Some(pattern) = &message.value {
                self.lay(message.id.name.to_owned(), pattern);
            }
            for attribute in &message.attributes {
                self.lay(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
            }
        }
    }

    fn lay(&mut self, key: String, pattern: &Pattern<&str>) {
        let pieces: Option<Vec<Piece>> = pattern.elements.iter().map(piece).collect();
        if let Some(pieces) = pieces {
            self.0.entry(key).or_insert(pieces);
        }
    }

    /// The sentence; `None` where only the whole of Fluent can say it: choices,
    /// dates and values that are missing.
    pub(super) fn say(&self, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let pieces = self.0.get(key)?;
        let mut said = String::with_capacity(64);
        for piece in pieces {
            match piece {
                Piece::Words(words) => said.push_str(words),
                Piece::Value(name) => {
                    let value = text(arguments, name)?;
                    // A value that is the whole sentence needs no keeping apart.
                    let apart = pieces.len() > 1;
                    said.extend(apart.then_some(ISOLATE));
                    said.push_str(&value);
                    said.extend(apart.then_some(POP));
                }
            }
        }
        Some(said)
    }
}

#[cfg(test)]
impl Plain {
    /// Each sentence's key and the names of its values.
    pub(super) fn keys(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.0.iter().map(|(key, pieces)| (key.as_str(), values(pieces)))
    }
}

#[cfg(test)]
fn values(pieces: &[Piece]) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in pieces {
        if let Piece::Value(name) = piece {
            names.push(name.as_str());
        }
    }
    names
}

fn piece(element: &PatternElement<&str>) -> Option<Piece> {
    match element {
        PatternElement::TextElement { value } => Some(Piece::Words((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Piece::Value(id.name.to_owned())),
        PatternElement::Placeable { .. } => None,
    }
}

fn text<'a>(arguments: &'a [(&str, FluentValue<'_>)], name: &str) -> Option<Cow<'a, str>> {
    let (_, value) = arguments.iter().find(|(given, _)| *given == name)?;
    match value {
        FluentValue::String(text) => Some(Cow::Borrowed(text)),
        FluentValue::Number(number) => Some(number.as_string()),
        _ => None,
    }
}
