//! The last digest after a long absence.

use stoa_digests::Scope;
use stoa_kernel::Fault;

use super::note::{self, Note};
use super::{Desk, Draft};
use crate::mail::Letter;
use crate::pages::parts::Link;

pub(super) fn write(desk: &Desk<'_>) -> Result<Option<Letter>, Fault> {
    let w = desk.w;
    let draft = Draft {
        subject: w.say("letters-farewell-subject"),
        preheader: desk.site("letters-farewell-preheader"),
        footer: Vec::new(),
        links: vec![desk.change(), desk.leave_link(Scope::Everything)],
        squares: false,
        leave: Some(Scope::Digest),
        conversation: None,
    };
    let note = Note {
        lead: vec![
            w.a("letters-hello", "name", desk.contact.name.clone()),
            desk.site("letters-farewell-lead"),
        ],
        button: Some(Link::new(desk.url("/settings/email"), w.say("letters-farewell-button"))),
        after: vec![w.say("letters-farewell-after")],
        ..Note::default()
    };
    note::finish(desk, draft, &note)
}
