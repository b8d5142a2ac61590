//! Letters, written: from what a letter is about to its subject and twins, in
//! the reader's language, with what the reader may see at this moment.
//!
//! [`write()`] answers `None` where there is nothing (more) to say. Each kind has
//! its module; all share [`frame`], [`people`] and the [`Desk`].
//!
//! **Addresses in letters are built of the configured public one.**
//! **Texts of links are computed here and kept nowhere.**

use askama::Template;
use jiff::tz::TimeZone;
use stoa_accounts::Contact;
use stoa_digests::{Class, LetterKind, Payload, Scope, Sealed, calendar, leaving};
use stoa_kernel::db::Reads;
use stoa_kernel::ids::{LetterId, MemberId};
use stoa_kernel::{Actor, Fault, Time};
use stoa_render::{Locale, Words, prose};

use crate::app::App;
use crate::mail::{Letter, List};
use crate::pages::parts::Link;

mod account;
mod decision;
pub mod digest;
mod farewell;
pub mod frame;
pub mod note;
pub mod people;
pub mod posts;

use frame::Frame;

/// The reader of a letter and what is needed to write to him.
pub struct Desk<'a> {
    /// The program.
    pub app: &'a App,
    /// What is written.
    pub letter: &'a Sealed,
    /// To whom.
    pub contact: &'a Contact,
    /// The reader as one who acts; `None` before the address is confirmed.
    pub actor: Option<Actor>,
    /// The catalogue of his language.
    pub w: Words,
    /// His zone.
    pub zone: TimeZone,
    /// The moment of writing.
    pub now: Time,
}

/// What the kinds fill in: the rest of a letter follows from its kind.
struct Draft {
    subject: String,
    preheader: String,
    footer: Vec<String>,
    links: Vec<Link>,
    squares: bool,
    leave: Option<Scope>,
    conversation: Option<String>,
}

/// Subject and twins.
struct Twins {
    subject: String,
    text: String,
    html: String,
}

/// Writes a letter; `None` where there is nothing to say any more.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away, [`Fault::Broken`] when a template fails.
pub async fn write(app: &App, letter: &Sealed, contact: &Contact) -> Result<Option<Letter>, Fault> {
    let actor = stoa_accounts::views::actor(&app.db, letter.member).await?;
    let locale = locale_of(app, contact);
    let desk = Desk {
        app,
        letter,
        contact,
        actor,
        w: locale.words(),
        zone: calendar::zone(&contact.time_zone),
        now: app.db.now(),
    };
    match letter.kind {
        LetterKind::Confirm
        | LetterKind::KnownAddress
        | LetterKind::SignIn
        | LetterKind::Reset
        | LetterKind::Invited
        | LetterKind::Test
        | LetterKind::Erased
        | LetterKind::PasswordChanged => account::write(&desk),
        LetterKind::Approved | LetterKind::Revise | LetterKind::Declined | LetterKind::Removed => {
            decision::write(&desk).await
        }
        LetterKind::ThreadReply
        | LetterKind::ThreadOpened
        | LetterKind::Mention
        | LetterKind::Reminder
        | LetterKind::Trial
        | LetterKind::Asked => posts::write(&desk).await,
        LetterKind::Digest => digest::write(&desk).await,
        LetterKind::Farewell => farewell::write(&desk),
    }
}

/// A letter to oneself, to see whether letters leave.
///
/// # Errors
/// [`Fault::Broken`] when a template fails.
pub async fn test(app: &App, member: MemberId, contact: &Contact) -> Result<Letter, Fault> {
    let letter = unkept(app, member, LetterKind::Test);
    let written = write(app, &letter, contact).await?;
    written.ok_or_else(|| Fault::broken("a test letter has something to say"))
}

/// A letter that has no row: it is sent once, now, and nothing of it is kept.
#[must_use]
pub fn unkept(app: &App, member: MemberId, kind: LetterKind) -> Sealed {
    let now = app.db.now();
    Sealed {
        id: LetterId::from_uuid(app.db.entropy().id(now)),
        member,
        kind,
        thread: None,
        payload: Payload::default(),
        tells: Vec::new(),
        created_at: now,
    }
}

/// The language in which a member is written to.
fn locale_of(app: &App, contact: &Contact) -> Locale {
    let own = stoa_render::locale(&contact.locale);
    let near = || stoa_render::negotiate(&contact.locale);
    let fallback = || stoa_render::locale(&app.site().language);
    own.or_else(near).or_else(fallback).unwrap_or_default()
}

impl Desk<'_> {
    /// A path of ours as a whole address.
    fn url(&self, path: &str) -> String {
        self.app.url(path)
    }

    /// The address by which this reader leaves something.
    fn leave(&self, scope: Scope) -> String {
        let text = leaving::seal(&self.app.instance.secret, self.letter.member, scope);
        self.url(&format!("/unsubscribe/{text}"))
    }

    /// "Change what you get", for the end of a letter.
    fn change(&self) -> Link {
        Link::new(self.url("/settings/email"), self.w.say("letters-change"))
    }

    /// A link that leaves something, for the end of a letter.
    fn leave_link(&self, scope: Scope) -> Link {
        let key = format!("letters-leave-{}", scope.name());
        Link::new(self.leave(scope), self.w.say(&key))
    }

    /// A sentence with the instance's name in it.
    fn site(&self, key: &str) -> String {
        self.w.a(key, "site", self.app.site().name.clone())
    }

    fn frame(&self, draft: &Draft) -> Frame {
        let locale = self.w.locale();
        Frame {
            lang: locale.code().to_owned(),
            dir: locale.dir().as_str(),
            w: self.w,
            subject: draft.subject.clone(),
            preheader: draft.preheader.clone(),
            site: self.app.site().name.clone(),
            site_url: self.url("/"),
            beside: self.w.date(self.now.timestamp(), &self.zone),
            footer: draft.footer.clone(),
            links: draft.links.clone(),
            squares: draft.squares,
        }
    }

    /// The letter of both twins; neither its subject nor its text carries marks that only keep
    /// two directions of writing apart where there is but one.
    fn finish(
        &self,
        draft: Draft,
        html: &impl Template,
        text: &impl Template,
    ) -> Result<Option<Letter>, Fault> {
        let render = |error: askama::Error| Fault::broken(error);
        let twins = Twins {
            subject: frame::one_direction(&draft.subject),
            text: frame::one_direction(&tidy(&text.render().map_err(render)?)),
            html: html.render().map_err(render)?,
        };
        Ok(Some(self.post(twins, draft.leave, draft.conversation)))
    }

    fn post(&self, twins: Twins, leave: Option<Scope>, conversation: Option<String>) -> Letter {
        let list = leave.filter(|_| self.letter.kind.class() == Class::Leavable);
        let id = conversation.clone().unwrap_or_else(|| self.letter.kind.name().to_owned());
        Letter {
            id: self.letter.id.to_string(),
            kind: self.letter.kind.name(),
            member: self.letter.member,
            name: self.contact.name.clone(),
            email: self.contact.email.clone(),
            subject: twins.subject,
            text: twins.text,
            html: twins.html,
            thread: conversation,
            list: list.map(|scope| List { id, leave: self.leave(scope) }),
            at: self.now,
        }
    }
}

/// The beginning of what its author says in a post, from the HTML kept with it.
fn beginning(html: &str, most: usize) -> String {
    prose::excerpt(&prose::own_words(html), most)
}

/// At most one empty line at a time, none at the ends.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.trim().lines() {
        let line = line.trim_end();
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn empty_lines_come_one_at_a_time() {
        assert_eq!(tidy("\n\na \n\n\n\nb\n"), "a\n\nb\n");
    }
}
