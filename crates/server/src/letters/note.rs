//! A letter in paragraphs.

use askama::Template;
use stoa_kernel::Fault;

use super::frame::Frame;
use super::{Desk, Draft};
use crate::mail::Letter;
use crate::pages::parts::Link;

/// A part with its own heading.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its heading.
    pub head: String,
    /// Its paragraphs.
    pub lines: Vec<String>,
}

/// What is written.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// The first paragraphs.
    pub lead: Vec<String>,
    /// What is to be done.
    pub button: Option<Link>,
    /// Parts with headings.
    pub parts: Vec<Part>,
    /// The last paragraphs.
    pub after: Vec<String>,
    /// A further way.
    pub also: Option<Link>,
}

#[derive(Template)]
#[template(path = "letters/note.html")]
struct Html<'a> {
    frame: &'a Frame,
    note: &'a Note,
}

#[derive(Template)]
#[template(path = "letters/note.txt", escape = "none")]
struct Text<'a> {
    frame: &'a Frame,
    note: &'a Note,
}

pub(super) fn finish(desk: &Desk<'_>, draft: Draft, note: &Note) -> Result<Option<Letter>, Fault> {
    let frame = desk.frame(&draft);
    let (html, text) = (Html { frame: &frame, note }, Text { frame: &frame, note });
    desk.finish(draft, &html, &text)
}
