//! The form that decides a case.

use stoa_kernel::fault::Problem as Fault;
use stoa_kernel::policy::Action;
use stoa_moderation::sanctions::OFFERED;
use stoa_moderation::views::CaseView;
use stoa_moderation::{Act, CaseState, Reason, Subject};
use stoa_render::Words;

use super::item::Making;
use super::told::LetterView;
use super::words;
use crate::http::refusal::arguments;
use crate::pages::parts::{Choice, Problem};

/// The form that decides.
#[derive(Clone, Debug)]
pub(super) struct FormView {
    /// The version that was read.
    pub version: i32,
    /// What may be decided: value, words, key.
    pub acts: Vec<(Choice, &'static str)>,
    /// Reasons to choose from.
    pub reasons: Vec<Choice>,
    /// What the author will read.
    pub letter: Option<LetterView>,
    /// The words written so far.
    pub note: String,
    /// Welcome is chosen.
    pub welcome: bool,
    /// A newcomer may be welcomed: for held threads and replies.
    pub may_welcome: bool,
    /// What may be done to the author beside the text; empty where there is none.
    pub sanctions: Vec<Choice>,
    /// What is wrong, for the list at its top.
    pub problems: Vec<Problem>,
    /// How long it can be undone, in a sentence.
    pub undo: String,
    /// Whom it is told.
    pub name: String,
    /// What the button says.
    pub send: String,
    /// When a reason is needed, in a sentence.
    pub needed: String,
    /// Where the next case is found.
    pub back: String,
    /// The next case, left undecided.
    pub skip: Option<String>,
}

/// What was chosen and typed in the form that decides.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// The action's name.
    pub action: String,
    /// The reason's code.
    pub reason: String,
    /// The words.
    pub note: String,
    /// Welcome.
    pub welcome: bool,
    /// What is done to the author.
    pub sanction: String,
    /// What is wrong with it.
    pub problems: Vec<Fault>,
}

impl Making<'_> {
    /// The form, where the reader may decide.
    pub(super) fn form(&self, view: &CaseView) -> Option<FormView> {
        let gone = view.text.is_none() && view.city.is_none();
        if view.case.state != CaseState::Open || self.own(view) || gone {
            return None;
        }
        let (w, subject) = (self.reader.w, view.case.subject);
        let held = matches!(subject, Subject::Thread { .. } | Subject::Reply { .. });
        let seconds = i64::try_from(self.settings.undo.as_secs()).unwrap_or(0);
        Some(FormView {
            version: view.case.version,
            acts: self.acts(subject),
            reasons: Reason::ALL.iter().map(|reason| self.reason(*reason)).collect(),
            letter: self.told.map(|told| told.letter(view, self.typed, self.now)),
            note: self.typed.note.clone(),
            welcome: self.typed.welcome,
            may_welcome: held,
            sanctions: self.sanctions(view),
            problems: self.typed.problems.iter().map(|one| problem(w, one)).collect(),
            undo: words::undo_span(w, seconds),
            name: self.cast.name(view.case.author),
            send: self.send(view),
            needed: w.say(match subject {
                Subject::Report { .. } => "moderation-decide-reason-hint-report",
                _ => "moderation-decide-reason-hint",
            }),
            back: self.back.to_owned(),
            skip: self.skip.clone(),
        })
    }

    /// Nothing, a warning, and for who moderates everywhere silence for some days.
    fn sanctions(&self, view: &CaseView) -> Vec<Choice> {
        let (w, chosen) = (self.reader.w, self.typed.sanction.as_str());
        if view.case.author.is_none() || view.case.subject.post().is_none() {
            return Vec::new();
        }
        let mut all = vec![
            Choice::new("", w.say("moderation-sanction-none"), chosen),
            Choice::new("warn", w.say("moderation-sanction-warn"), chosen),
        ];
        if self.actor.may(Action::SeeCase).is_ok() {
            all.extend(OFFERED.map(|days| {
                let words = w.n("moderation-sanction-suspend", i64::from(days));
                Choice::new(format!("suspend-{days}"), words, chosen)
            }));
        }
        all
    }

    /// The author of a reported post is told nothing where it stays.
    fn send(&self, view: &CaseView) -> String {
        let w = self.reader.w;
        if matches!(view.case.subject, Subject::Report { .. }) {
            return w.say("moderation-decide-send");
        }
        w.a("moderation-decide-send-named", "name", self.cast.name(view.case.author))
    }

    fn acts(&self, subject: Subject) -> Vec<(Choice, &'static str)> {
        let w = self.reader.w;
        let city = matches!(subject, Subject::City(_));
        let words = |act: Act| match (act, city) {
            (Act::Approve, true) => w.say("moderation-decide-approve-city"),
            (Act::Decline, true) => w.say("moderation-decide-decline-city"),
            (act, _) => w.say(&format!("moderation-decide-{}", act.name())),
        };
        let key = |act: Act| match act {
            Act::Approve | Act::Agree => "a",
            Act::Revise | Act::Ignore => "e",
            Act::Decline | Act::Disagree => "d",
        };
        let choice =
            |act: &Act| (Choice::new(act.name(), words(*act), &self.typed.action), key(*act));
        subject.acts().iter().map(choice).collect()
    }

    fn reason(&self, reason: Reason) -> Choice {
        Choice::new(reason.name(), self.reader.w.say(&reason.key()), &self.typed.reason)
    }
}

/// What is wrong with a field of the form; `action` is the group of choices.
fn problem(w: Words, fault: &Fault) -> Problem {
    let field = if fault.field == "action" { "action-approve" } else { fault.field };
    Problem { field: field.to_owned(), text: w.with(fault.key, &arguments(fault)) }
}
