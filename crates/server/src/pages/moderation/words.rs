//! How cases, decisions and their histories are worded.

use stoa_kernel::Time;
use stoa_moderation::sanctions::{Imposed, Sanction, SanctionKind};
use stoa_moderation::score::{Factors, POINT};
use stoa_moderation::views::LogAction;
use stoa_moderation::watch::Found;
use stoa_moderation::{Act, Case, CaseKind, Decision, Happened, Line, Reason, Subject};
use stoa_render::{SafeHtml, Words};
use stoa_threads::views::PostCard;

use crate::pages::cast::Cast;

/// A name of the database as the catalogues spell it: `held_thread` is `held-thread`.
fn slug(name: &str) -> String {
    name.replace('_', "-")
}

/// A kind of case: "Reply".
#[must_use]
pub(super) fn kind(w: Words, kind: CaseKind) -> String {
    w.say(&format!("moderation-kind-{}", slug(kind.name())))
}

/// Why a text waits, in a word.
#[must_use]
pub(super) fn held(w: Words, reason: &str) -> String {
    w.say(&format!("moderation-held-{}", slug(reason)))
}

/// Why a text waits, in a sentence.
#[must_use]
pub(super) fn held_because(w: Words, reason: &str) -> String {
    w.say(&format!("moderation-held-{}-why", slug(reason)))
}

/// Points of hundredths, to one place.
fn points(hundredths: i64) -> f64 {
    (hundredths as f64 / f64::from(POINT) * 10.0).round() / 10.0
}

/// What the reports of a case weigh: "Weight 5.4".
#[must_use]
pub(super) fn weight(w: Words, score: i64) -> String {
    w.a("moderation-weight", "points", points(score))
}

/// What a report weighs, and by what.
#[must_use]
pub(super) fn factors(w: Words, by: &Factors) -> String {
    let given = [
        ("points", points(by.score().into()).into()),
        ("trust", points(by.trust.into()).into()),
        ("accuracy", points(by.accuracy.into()).into()),
        ("agreed", by.agreed.into()),
        ("judged", by.judged.into()),
        ("bonus", points(by.bonus.into()).into()),
    ];
    w.with("moderation-weight-why", &given)
}

/// In how many seconds the author is told, from two minutes on in minutes.
#[must_use]
pub(super) fn told_in(w: Words, seconds: i64) -> String {
    match seconds {
        120.. => w.n("moderation-undo-left-minutes", seconds / 60),
        _ => w.n("moderation-undo-left", seconds),
    }
}

/// How long a decision can be taken back: "You can undo for 30 seconds".
#[must_use]
pub(super) fn undo_span(w: Words, seconds: i64) -> String {
    match seconds {
        120.. => w.n("moderation-decide-undo-minutes", seconds / 60),
        _ => w.n("moderation-decide-undo-span", seconds),
    }
}

/// What a rule found: "“casino” by the rule Gambling".
#[must_use]
pub(super) fn found(w: Words, one: &Found) -> String {
    let title = one.title.clone().unwrap_or_else(|| w.say("moderation-rule-gone"));
    let key = format!("moderation-found-{}", slug(one.kind.name()));
    w.with(&key, &[("found", one.found.clone().into()), ("title", title.into())])
}

/// What the form calls a sanction: `warn`, `suspend-7`.
#[must_use]
pub(super) fn sanction_of(name: &str) -> Option<Sanction> {
    let (kind, days) = name.split_once('-').unwrap_or((name, "0"));
    Some(Sanction { kind: SanctionKind::parse(kind)?, days: days.parse().ok()? })
}

/// What is done to an author beside the text, for the author: "You cannot write until …".
#[must_use]
pub(crate) fn imposed(w: Words, one: Option<&Imposed>, zone: &jiff::tz::TimeZone) -> String {
    match one.map(|one| (one.kind(), one.until())) {
        Some((Some(SanctionKind::Suspend), Some(until))) => {
            let at = w.date_time(until.timestamp(), zone);
            w.a("moderation-imposed-suspend", "time", at)
        }
        Some(_) => w.say("moderation-imposed-warn"),
        None => w.say("moderation-imposed-none"),
    }
}

/// A reason to decline: "Advertising".
#[must_use]
pub(super) fn reason(w: Words, reason: Reason) -> String {
    w.say(&reason.key())
}

/// What was done: "Published".
#[must_use]
pub(super) fn done(w: Words, action: LogAction) -> String {
    match action {
        LogAction::Tended(how) => w.say(&format!("moderation-tended-{}", how.name())),
        other => w.say(&format!("moderation-did-{}", other.name())),
    }
}

/// The colour of the state bar beside what was done.
#[must_use]
pub(super) const fn colour(action: LogAction) -> &'static str {
    match action {
        LogAction::Made(Act::Approve | Act::Disagree | Act::Ignore) => "ok",
        LogAction::Made(Act::Revise) => "wait",
        LogAction::Made(Act::Decline | Act::Agree) => "live",
        LogAction::Undone | LogAction::Tended(_) => "off",
    }
}

/// What a case is about, as a title: the thread's, the city's, or that it is gone.
#[must_use]
pub(super) fn title(
    w: Words,
    about: Subject,
    text: Option<&PostCard>,
    city: Option<&str>,
) -> String {
    let found = match about {
        Subject::City(_) => city.map(str::to_owned),
        _ => text.and_then(|card| card.title.clone()),
    };
    found.unwrap_or_else(|| w.say("moderation-case-gone"))
}

/// The heading of a case: "Reply by Ilze Ozola".
#[must_use]
pub(super) fn heading(w: Words, case: &Case, cast: &Cast, city: Option<&str>) -> String {
    let name = cast.name(case.author);
    match (case.subject, city) {
        (Subject::Thread { .. }, _) => w.a("moderation-case-thread-by", "name", name),
        (Subject::Reply { .. }, _) => w.a("moderation-case-reply-by", "name", name),
        (Subject::Edit { .. }, _) => w.a("moderation-case-edit-by", "name", name),
        (Subject::Report { .. }, _) => w.a("moderation-case-report-by", "name", name),
        (Subject::City(_), Some(city)) => w.a("moderation-case-city", "city", city),
        (Subject::City(_), None) => w.say("moderation-case-gone"),
    }
}

/// The last action: "Published: “…”."
#[must_use]
pub(super) fn last_action(w: Words, act: Act, title: &str) -> String {
    w.a(&format!("moderation-undo-{}", act.name()), "title", title)
}

/// Who decided and when, for those who come too late.
#[must_use]
pub(super) fn first(w: Words, made: &Decision, cast: &Cast) -> SafeHtml {
    let key = format!("moderation-conflict-{}", made.act.name());
    named_at(w, &key, &cast.name(Some(made.by)), made.at)
}

/// A sentence with a name and an instant.
#[must_use]
pub(super) fn named_at(w: Words, key: &str, name: &str, at: Time) -> SafeHtml {
    let parts = [("name", SafeHtml::text(name)), ("time", w.time_tag(at.timestamp()))];
    w.rich(key, &parts)
}

/// A line of a case's history.
#[must_use]
pub(super) fn line(w: Words, line: &Line, cast: &Cast) -> String {
    let who = line.by.map_or_else(|| w.say("moderation-line-nobody"), |by| cast.name(Some(by)));
    w.a(&format!("moderation-line-{}", slug(happened(line.what))), "name", who)
}

const fn happened(what: Happened) -> &'static str {
    what.name()
}
