//! What the author of a case's text will read of a decision: in the author's language and zone,
//! shown before it is sent, as it is chosen or, without scripts, on request.

use jiff::tz::TimeZone;
use stoa_digests::calendar;
use stoa_kernel::{Fault, Time};
use stoa_moderation::sanctions::{Imposed, Sanction, SanctionKind};
use stoa_moderation::views::CaseView;
use stoa_moderation::{Act, Reason};
use stoa_render::{Direction, Words};

use super::form::Typed;
use super::words;
use crate::app::App;

/// How an author is spoken to.
#[derive(Clone, Debug)]
pub(super) struct Told {
    w: Words,
    zone: TimeZone,
}

impl Told {
    /// The language and the zone of who wrote the text; the site's language for nobody.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub(super) async fn of(app: &App, view: &CaseView) -> Result<Self, Fault> {
        let contact = match view.case.author {
            Some(author) => stoa_accounts::views::contact(&app.db, author).await?,
            None => None,
        };
        let site = app.site();
        let code = contact.as_ref().map_or(site.language.as_str(), |one| one.locale.as_str());
        let known = stoa_render::locale(code).or_else(|| stoa_render::locale(&site.language));
        let w = known.unwrap_or_default().words();
        let zone = contact.map_or(TimeZone::UTC, |one| calendar::zone(&one.time_zone));
        Ok(Self { w, zone })
    }

    /// The letter, with what is chosen so far shown in it.
    pub(super) fn letter(&self, view: &CaseView, typed: &Typed, now: Time) -> LetterView {
        let w = self.w;
        let act = Act::parse(&typed.action);
        let told = act.is_some_and(Act::needs_reason);
        let welcome = act == Some(Act::Approve) && typed.welcome;
        let part = |name: &'static str, key: &str| {
            let chosen = if welcome { name == "welcome" } else { typed.action == name };
            Part { name: name.to_owned(), text: w.say(key), shown: chosen }
        };
        LetterView {
            lang: w.locale().code(),
            rtl: w.locale().dir() == Direction::Rtl,
            shown: told || act == Some(Act::Approve),
            acts: vec![
                part("approve", "moderation-decide-letter-approve"),
                part("welcome", "moderation-decide-letter-welcome"),
                part("revise", "moderation-statement-decision-revise"),
                part("decline", "moderation-statement-decision-decline"),
                part("agree", "moderation-statement-decision-remove"),
            ],
            reasons: Reason::ALL.iter().map(|one| self.reason(*one, typed, told)).collect(),
            sanctions: self.sanctions(view, typed, act, now),
            note: typed.note.trim().to_owned(),
            person: w.say("moderation-decide-letter-person"),
        }
    }

    /// A reason with the rule it rests on.
    fn reason(&self, reason: Reason, typed: &Typed, told: bool) -> Part {
        let key = reason.key();
        let say = |part: &str| self.w.say(&format!("{key}-{part}"));
        Part {
            name: reason.name().to_owned(),
            text: format!("{}. {} {}", say("title"), say("body"), say("rule")),
            shown: told && typed.reason == reason.name(),
        }
    }

    fn sanctions(&self, view: &CaseView, typed: &Typed, act: Option<Act>, now: Time) -> Vec<Part> {
        if view.case.author.is_none() {
            return Vec::new();
        }
        let told = act.is_some_and(Act::takes_away);
        let names = std::iter::once("warn".to_owned());
        let days = stoa_moderation::sanctions::OFFERED.map(|days| format!("suspend-{days}"));
        let part = |name: String| {
            let imposed = words::sanction_of(&name).map(|sanction| as_imposed(sanction, now));
            let text = words::imposed(self.w, imposed.as_ref(), &self.zone);
            Part { shown: told && typed.sanction == name, text, name }
        };
        names.chain(days).map(part).collect()
    }
}

fn as_imposed(sanction: Sanction, now: Time) -> Imposed {
    let days = std::time::Duration::from_secs(86_400 * u64::try_from(sanction.days).unwrap_or(0));
    let ends = (sanction.kind == SanctionKind::Suspend).then(|| now.plus(days).0);
    Imposed { kind: sanction.kind.name().to_owned(), ends_at: ends }
}

/// The letter about a decision that is about to be made.
#[derive(Clone, Debug)]
pub(super) struct LetterView {
    /// The language it is written in.
    pub lang: &'static str,
    /// It is written from right to left.
    pub rtl: bool,
    /// Something is chosen that the author is told.
    pub shown: bool,
    /// What is decided.
    pub acts: Vec<Part>,
    /// Why.
    pub reasons: Vec<Part>,
    /// What is done beside the text.
    pub sanctions: Vec<Part>,
    /// The moderator's words.
    pub note: String,
    /// That a person decided.
    pub person: String,
}

/// A sentence of the letter, shown while its choice is made.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// The choice.
    pub name: String,
    /// The sentence.
    pub text: String,
    /// It is chosen.
    pub shown: bool,
}
