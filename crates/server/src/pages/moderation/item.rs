//! A case with its text, its author and the form that decides it, as queue and
//! case page show it.

use stoa_exchange::Claim;
use stoa_kernel::policy::Visibility;
use stoa_kernel::{Actor, Fault, Time};
use stoa_moderation::notes::CaseNote;
use stoa_moderation::reports::Report;
use stoa_moderation::views::Routed;
use stoa_moderation::views::{AuthorRecord, CaseView, LogAction};
use stoa_moderation::{Act, CaseState, Lease, Settings, Subject};
use stoa_render::{SafeHtml, Words, names};
use stoa_threads::views::{PostCard, PostView};

use super::form::{FormView, Typed};
use super::told::Told;
use super::words;
use crate::app::App;
use crate::pages::cast::{Cast, Named};
use crate::pages::parts::{Link, Other, PersonView, Tongue};
use crate::pages::threads::rows::{address, number_address};
use crate::pages::threads::words::Reader;
use crate::pages::translated::{Translated, Where};

/// A case on a page.
#[derive(Clone, Debug)]
pub(super) struct ItemView {
    /// Its id.
    pub id: String,
    /// Its heading: "Reply by Ilze Ozola".
    pub heading: String,
    /// Where it stands, with links.
    pub place: SafeHtml,
    /// Who is on it.
    pub claim: ClaimView,
    /// The post before the text, and what follows it.
    pub above: Vec<Quoted>,
    /// The earlier posts of the thread.
    pub earlier: Option<Link>,
    /// What is public now, where a new wording waits.
    pub before: Option<Quoted>,
    /// A new title that waits.
    pub new_title: Option<String>,
    /// The text, or nothing where it is gone.
    pub text: Option<Quoted>,
    /// A city somebody named.
    pub city: Option<CityView>,
    /// Posts after the text.
    pub below: Vec<Quoted>,
    /// Why it is here: in a word and in a sentence.
    pub why: (String, String),
    /// Who found something wrong with it.
    pub reports: Vec<ReportView>,
    /// What colleagues told each other: who, when, what.
    pub notes: Vec<(String, SafeHtml, String)>,
    /// What rules found in it.
    pub found: Vec<String>,
    /// Whose it is now, and when it becomes more people's.
    pub routed: Option<SafeHtml>,
    /// Who wrote it.
    pub author: PersonView,
    /// What was decided about the author's texts before: what, and how many.
    pub record: Vec<(String, String)>,
    /// Decisions on this case so far.
    pub decisions: Vec<DecisionRow>,
    /// What happened to it: when, and what.
    pub history: Vec<(SafeHtml, String)>,
    /// Why it is not to be decided here now: a sentence.
    pub shut: Option<SafeHtml>,
    /// The form; absent where it cannot be decided.
    pub form: Option<FormView>,
}

/// Who is on a case.
#[derive(Clone, Debug)]
pub(super) enum ClaimView {
    /// It cannot be claimed: it is over, or the reader's own.
    None,
    /// Nobody.
    Free,
    /// The reader.
    Mine {
        /// Until when, in a sentence.
        sentence: SafeHtml,
    },
    /// Somebody else.
    Taken {
        /// Who and until when, in a sentence.
        sentence: SafeHtml,
        /// Who.
        name: String,
        /// The reader may take it over.
        take_over: bool,
    },
}

/// A post, shown around or as the text of a case.
#[derive(Clone, Debug)]
pub(super) struct Quoted {
    /// Who wrote it.
    pub author: PersonView,
    /// When.
    pub at: SafeHtml,
    /// The text.
    pub html: SafeHtml,
    /// Its language.
    pub language: Option<Tongue>,
    /// The reader reads none of it, so it is named.
    pub foreign: bool,
    /// The text in a language the reader reads.
    pub other: Other,
}

/// A city somebody named.
#[derive(Clone, Debug)]
pub(super) struct CityView {
    /// As typed.
    pub name: String,
    /// The country's name.
    pub country: String,
    /// How many named it, in words.
    pub members: String,
}

/// A report in the list of a case.
#[derive(Clone, Debug)]
pub(super) struct ReportView {
    /// Who made it.
    pub by: String,
    /// What is wrong.
    pub reason: String,
    /// In words.
    pub note: String,
    /// What it weighs and why, while it waits.
    pub weight: Option<String>,
    /// When.
    pub at: SafeHtml,
}

/// A decision in a list.
#[derive(Clone, Debug)]
pub(super) struct DecisionRow {
    /// The colour of its state bar.
    pub colour: &'static str,
    /// What was decided.
    pub done: String,
    /// Why.
    pub reason: Option<String>,
    /// The words for the author.
    pub note: Option<String>,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: SafeHtml,
    /// It was taken back.
    pub undone: bool,
    /// Its name in addresses.
    pub reference: String,
    /// It can be taken back or restored by the reader: the key of the button's words.
    pub undo: Option<&'static str>,
}

/// So many of those whose case it is are named.
const NAMED: usize = 6;

/// Everything a case's view is made of.
pub(super) struct Making<'a> {
    /// For whom.
    pub reader: &'a Reader,
    /// Who acts.
    pub actor: &'a Actor,
    /// Who is named.
    pub cast: &'a Cast,
    /// The program.
    pub app: &'a App,
    /// The texts in other languages.
    pub translated: &'a Translated,
    /// How the author is spoken to; none in lists.
    pub told: Option<&'a Told>,
    /// The times of the desk.
    pub settings: &'a Settings,
    /// What was typed.
    pub typed: &'a Typed,
    /// Where the next case is found.
    pub back: &'a str,
    /// The next case.
    pub skip: Option<String>,
    /// Now.
    pub now: Time,
}

/// Notes whom and which cities a case names.
pub(super) fn name(named: &mut Named, view: &CaseView) {
    named.person(view.case.author);
    named.person(view.case.claim.map(|lease| lease.by));
    let around = view.context.above.iter().chain(&view.context.below);
    for post in around.chain(view.text.iter().map(|card| &card.post)) {
        named.person(post.author);
        named.city(post.city);
    }
    view.reports.iter().for_each(|one| named.person(one.by));
    let routed = view.routed.iter().flat_map(|routed| &routed.members);
    routed.for_each(|member| named.person(*member));
    view.notes.iter().for_each(|note| named.person(note.author_id));
    view.decisions.iter().for_each(|made| named.person(made.by));
    view.history.iter().for_each(|line| named.person(line.by));
}

/// What there is of a case's texts in languages the reader reads.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(super) async fn translated(
    app: &App,
    actor: &Actor,
    reader: &Reader,
    view: &CaseView,
) -> Result<Translated, Fault> {
    let Some(card) = &view.text else { return Ok(Translated::default()) };
    let (space, facts, translated) = (card.post.space, card.facts, card.translated);
    let there = Where { space, facts, translated };
    let around = view.context.above.iter().chain(&view.context.below);
    let found = Translated::of(app, actor, reader, there, around.chain([&card.post])).await?;
    match view.case.subject.revision().and(card.post.held_edit.as_ref()) {
        Some(edit) => found.and_waiting(app, actor, reader, there, edit).await,
        None => Ok(found),
    }
}

impl Making<'_> {
    /// The case as the page shows it.
    pub(super) fn item(&self, view: &CaseView) -> ItemView {
        let (w, case) = (self.reader.w, &view.case);
        let city = view.city.as_ref();
        let quoted = |posts: &[PostView]| posts.iter().map(|post| self.quoted(post)).collect();
        let edit = case.subject.revision().and(view.text.as_ref());
        ItemView {
            id: case.id.to_string(),
            heading: words::heading(w, case, self.cast, city.map(|city| city.name.as_str())),
            place: self.place(view),
            claim: self.claim(view),
            above: quoted(&view.context.above),
            earlier: self.earlier(view),
            before: edit.map(|card| self.quoted(&card.post)),
            new_title: edit.and_then(new_title),
            text: self.text(view),
            city: city.map(|city| self.city(city)),
            below: quoted(&view.context.below),
            why: (words::held(w, &case.reason), words::held_because(w, &case.reason)),
            reports: view.reports.iter().map(|one| self.report(one)).collect(),
            notes: self.notes(view),
            found: view.found.iter().map(|one| words::found(w, one)).collect(),
            routed: view.routed.as_ref().map(|routed| self.routed(routed)),
            author: self.author(view),
            record: record(w, view.record),
            decisions: view.decisions.iter().rev().map(|made| self.decision(view, made)).collect(),
            history: self.history(view),
            shut: self.shut(view),
            form: self.form(view),
        }
    }

    fn place(&self, view: &CaseView) -> SafeHtml {
        let w = self.reader.w;
        let Some(card) = &view.text else {
            let name = SafeHtml::text(&self.cast.name(view.case.author));
            return match view.case.subject {
                Subject::City(_) => w.rich("moderation-case-claimed-for", &[("name", name)]),
                _ => w.rich("moderation-case-text-gone", &[]),
            };
        };
        if card.facts.visibility == Visibility::Sealed {
            return w.rich("moderation-case-in-conversation", &[]);
        }
        let space_name = card.space_names.say(self.reader.locale().code());
        let space = SafeHtml::link(&format!("/s/{}", card.space_slug), space_name);
        let title = card.title.clone().unwrap_or_default();
        let href = address(card.post.thread, &card.slug);
        let thread = SafeHtml::title(&href, &title, &card.title_language);
        match view.case.subject {
            Subject::Thread { .. } => w.rich("moderation-case-in-space", &[("space", space)]),
            Subject::Edit { .. } => {
                w.rich("moderation-case-edit-in", &[("thread", thread), ("space", space)])
            }
            _ => w.rich("moderation-case-in-thread", &[("thread", thread), ("space", space)]),
        }
    }

    pub(super) fn own(&self, view: &CaseView) -> bool {
        view.case.author.is_some_and(|author| self.actor.is(author))
    }

    fn claim(&self, view: &CaseView) -> ClaimView {
        let case = &view.case;
        if case.state != CaseState::Open || self.own(view) {
            return ClaimView::None;
        }
        match case.claim {
            None => ClaimView::Free,
            Some(lease) if self.actor.is(lease.by) => {
                ClaimView::Mine { sentence: self.until("moderation-case-mine", lease) }
            }
            Some(lease) => ClaimView::Taken {
                sentence: self.until("moderation-case-taken", lease),
                name: self.cast.name(Some(lease.by)),
                take_over: self.administers(view),
            },
        }
    }

    fn administers(&self, view: &CaseView) -> bool {
        let who =
            view.case.space.map_or_else(|| self.actor.who(), |space| self.actor.who_in(space));
        who.administers()
    }

    fn until(&self, key: &str, lease: Lease) -> SafeHtml {
        words::named_at(self.reader.w, key, &self.cast.name(Some(lease.by)), lease.until)
    }

    fn earlier(&self, view: &CaseView) -> Option<Link> {
        let card = view.text.as_ref()?;
        let count = view.context.earlier;
        let label = self.reader.w.n("moderation-case-earlier", count);
        (count > 0).then(|| Link::new(number_address(card.post.thread, &card.slug, count), label))
    }

    fn quoted(&self, post: &PostView) -> Quoted {
        Quoted {
            author: self.cast.person(post.author, post.city),
            at: self.reader.w.time_tag(post.created_at.timestamp()),
            html: SafeHtml::sanitised_earlier(post.html.clone()),
            language: self.reader.tongue(&post.language),
            foreign: self.reader.foreign(&post.language),
            other: self.translated.other(self.app, self.reader, self.cast, post),
        }
    }

    /// The text that is decided about: the post, or its new wording.
    fn text(&self, view: &CaseView) -> Option<Quoted> {
        let card = view.text.as_ref()?;
        let whole = self.quoted(&card.post);
        if view.case.subject.revision().is_none() {
            return Some(whole);
        }
        let edit = card.post.held_edit.as_ref()?;
        Some(Quoted {
            at: self.reader.w.time_tag(edit.written_at.timestamp()),
            html: SafeHtml::sanitised_earlier(edit.html.clone()),
            language: self.reader.tongue(&edit.language),
            foreign: self.reader.foreign(&edit.language),
            other: self.translated.waiting(self.app, self.reader, &card.post, edit),
            ..whole
        })
    }

    fn city(&self, city: &Claim) -> CityView {
        let w = self.reader.w;
        CityView {
            name: city.name.clone(),
            country: names::country(w.locale(), &city.country).to_owned(),
            members: w
                .n("moderation-case-city-members", i64::try_from(city.members.len()).unwrap_or(0)),
        }
    }

    fn author(&self, view: &CaseView) -> PersonView {
        let city = view.text.as_ref().and_then(|card| card.post.city);
        self.cast.person(view.case.author, city)
    }

    fn decision(&self, view: &CaseView, made: &stoa_moderation::Decision) -> DecisionRow {
        let w = self.reader.w;
        DecisionRow {
            colour: words::colour(LogAction::Made(made.act)),
            done: words::done(w, LogAction::Made(made.act)),
            reason: made.reason.map(|reason| words::reason(w, reason)),
            note: made.note.clone(),
            by: self.cast.name(Some(made.by)),
            at: w.time_tag(made.at.timestamp()),
            undone: made.undone_at.is_some(),
            reference: made.reference.clone(),
            undo: self.undo(view, made),
        }
    }

    fn undo(&self, view: &CaseView, made: &stoa_moderation::Decision) -> Option<&'static str> {
        let newest = view.decisions.last().is_some_and(|last| last.id == made.id);
        let stands = newest && made.undone_at.is_none() && view.case.state == CaseState::Decided;
        let may = stands && !self.own(view);
        may.then(|| undo_words(self, made, self.administers(view)))?
    }

    /// Notes that were emptied are left out.
    fn notes(&self, view: &CaseView) -> Vec<(String, SafeHtml, String)> {
        let w = self.reader.w;
        let said = view.notes.iter().filter(|note| !note.body.is_empty());
        let line = |note: &CaseNote| {
            let at = w.time_tag(note.at.timestamp());
            (self.cast.name(note.author_id), at, note.body.clone())
        };
        said.map(line).collect()
    }

    /// "For now this is for Mo and Ana, from 14:00 on for more."
    fn routed(&self, routed: &Routed) -> SafeHtml {
        let w = self.reader.w;
        let named = routed.members.iter().take(NAMED).map(|member| self.cast.name(Some(*member)));
        let mut names: Vec<String> = named.collect();
        names.extend((routed.members.len() > NAMED).then(|| "…".to_owned()));
        let names = SafeHtml::text(&names.join(", "));
        match routed.widens_at {
            Some(at) => w.rich(
                "moderation-routed",
                &[("names", names), ("time", w.time_tag(at.timestamp()))],
            ),
            None => w.rich("moderation-routed-all", &[("names", names)]),
        }
    }

    fn report(&self, one: &Report) -> ReportView {
        let w = self.reader.w;
        ReportView {
            by: if one.rule { w.say("moderation-report-rule") } else { self.cast.name(one.by) },
            reason: one.reason.map(|reason| words::reason(w, reason)).unwrap_or_default(),
            note: one.note.clone(),
            weight: one.waits.then(|| words::factors(w, &one.factors)),
            at: w.time_tag(one.at.timestamp()),
        }
    }

    fn history(&self, view: &CaseView) -> Vec<(SafeHtml, String)> {
        let w = self.reader.w;
        let line = |line: &stoa_moderation::Line| {
            (w.time_tag(line.at.timestamp()), words::line(w, line, self.cast))
        };
        view.history.iter().map(line).collect()
    }

    fn shut(&self, view: &CaseView) -> Option<SafeHtml> {
        let w = self.reader.w;
        match view.case.state {
            CaseState::Closed => Some(w.rich("moderation-case-closed", &[])),
            CaseState::Decided => {
                let made = view.decisions.iter().rfind(|made| made.undone_at.is_none())?;
                let name = self.cast.name(Some(made.by));
                Some(words::named_at(w, "moderation-case-decided", &name, made.at))
            }
            CaseState::Open if self.own(view) => Some(w.rich("moderation-case-own", &[])),
            CaseState::Open => None,
        }
    }
}

/// The key of the button's words, where the reader may take a decision back.
pub(super) fn undo_words(
    making: &Making<'_>,
    made: &stoa_moderation::Decision,
    administers: bool,
) -> Option<&'static str> {
    let restorable = made.at.plus(making.settings.restore) >= making.now;
    let soon = made.tell_at >= making.now && (making.actor.is(made.by) || administers);
    let later = restorable && (administers || made.act.takes_away());
    match made.act {
        Act::Decline | Act::Agree if later => Some("moderation-restore"),
        _ if soon || later => Some("moderation-undo"),
        _ => None,
    }
}

fn new_title(card: &PostCard) -> Option<String> {
    let edit = card.post.held_edit.as_ref()?;
    edit.title.clone().filter(|new| card.title.as_ref() != Some(new))
}

fn record(w: Words, record: AuthorRecord) -> Vec<(String, String)> {
    let row = |key: &str, count| (w.say(key), w.n("moderation-case-author-count", count));
    vec![
        row("moderation-case-author-approved", record.approved),
        row("moderation-case-author-revised", record.revised),
        row("moderation-case-author-declined", record.declined),
        row("moderation-case-author-removed", record.removed),
        row("moderation-case-author-strikes", record.strikes),
    ]
}
