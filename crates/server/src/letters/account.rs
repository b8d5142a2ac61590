//! Letters about the account: they hold links that work once, and nothing of the forum.

use stoa_accounts::{Purpose, links};
use stoa_digests::LetterKind;
use stoa_kernel::Fault;

use super::note::{self, Note};
use super::{Desk, Draft};
use crate::mail::Letter;
use crate::pages::parts::Link;

/// The words and the way of one kind.
struct Kind {
    /// The middle of the keys: `letters-KEY-subject` and so on.
    key: &'static str,
    /// The link that works once, or the page.
    way: Way,
}

enum Way {
    Once(Purpose, &'static str),
    Page(&'static str),
}

fn kind(letter: LetterKind) -> Option<Kind> {
    let (key, way) = match letter {
        LetterKind::Confirm => ("confirm", Way::Once(Purpose::Confirm, "/confirm/")),
        LetterKind::SignIn => ("sign-in", Way::Once(Purpose::SignIn, "/sign-in/")),
        LetterKind::Reset => ("reset", Way::Once(Purpose::Reset, "/reset/")),
        LetterKind::KnownAddress => ("known", Way::Page("/sign-in")),
        LetterKind::PasswordChanged => ("password", Way::Page("/sign-in")),
        LetterKind::Invited => ("invited", Way::Page("/sign-in/link")),
        LetterKind::Test => ("test", Way::Page("/admin/setup")),
        LetterKind::Erased => ("erased", Way::Page("/contact")),
        _ => return None,
    };
    Some(Kind { key, way })
}

pub(super) fn write(desk: &Desk<'_>) -> Result<Option<Letter>, Fault> {
    let Some(kind) = kind(desk.letter.kind) else {
        return Ok(None);
    };
    let Some(href) = address(desk, &kind.way) else {
        return Ok(None);
    };
    let key = |part: &str| format!("letters-{}-{part}", kind.key);
    let w = desk.w;
    let draft = Draft {
        subject: desk.site(&key("subject")),
        preheader: w.say(&key("preheader")),
        footer: vec![w.say("letters-footer-account")],
        links: Vec::new(),
        squares: false,
        leave: None,
        conversation: None,
    };
    let when = w.date_time(desk.letter.created_at.timestamp(), &desk.zone);
    let site = desk.app.site().name.clone();
    let lead = w.with(&key("lead"), &[("site", site.into()), ("when", when.into())]);
    let note = Note {
        lead: vec![w.a("letters-hello", "name", desk.contact.name.clone()), lead],
        button: Some(Link::new(href, w.say(&key("button")))),
        after: vec![w.say(&key("after"))],
        ..Note::default()
    };
    note::finish(desk, draft, &note)
}

/// The address behind the button; `None` for a link that has run out while the letter waited.
fn address(desk: &Desk<'_>, way: &Way) -> Option<String> {
    match way {
        Way::Page(path) => Some(desk.url(path)),
        Way::Once(purpose, path) => {
            let token = desk.letter.payload.token?;
            let ends = desk.letter.created_at.plus(purpose.life());
            let text = links::text(&desk.app.instance.secret, *purpose, token);
            (desk.now < ends).then(|| desk.url(&format!("{path}{text}")))
        }
    }
}
