//! Claiming, deciding, taking back: forms that lead on.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::ids::CaseId;
use stoa_kernel::{Fault, Problems, Tx};
use stoa_moderation::cases::{self, Claimed, Decided, Undone};
use stoa_moderation::{Act, Decision, Lease, Reason, Verdict, notes, views};
use stoa_render::{SafeHtml, Words};

use super::form::Typed;
use super::{case, queue, settings, words};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::{go, show_as};

/// A form's address, opened by hand: on to the case.
pub(super) async fn back(Path(id): Path<CaseId>) -> Response {
    go(&format!("/moderation/cases/{id}"), None)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Claim {
    take_over: String,
    back: String,
}

/// Takes a case, or renews the claim.
pub(super) async fn claim(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
    form: Form<Claim>,
) -> Result<Response, Refusal> {
    counted(&app, &visitor)?;
    let (actor, settings) = (&visitor.actor, settings(&app));
    let over = !form.fields.take_over.is_empty();
    let claim = async |tx: &mut Tx| cases::claim(tx, actor, id, over, &settings).await;
    claimed(&app, &visitor, id, app.db.write(claim).await?, "flash-claimed", &form.fields.back)
        .await
}

/// Lets a case go.
pub(super) async fn release(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
    form: Form<Claim>,
) -> Result<Response, Refusal> {
    counted(&app, &visitor)?;
    let actor = &visitor.actor;
    let done = app.db.write(async |tx: &mut Tx| cases::release(tx, actor, id).await).await?;
    claimed(&app, &visitor, id, done, "flash-released", &form.fields.back).await
}

async fn claimed(
    app: &App,
    visitor: &Visitor,
    id: CaseId,
    done: Claimed,
    flash: &'static str,
    back: &str,
) -> Result<Response, Refusal> {
    match done {
        Claimed::Taken(lease) => {
            conflict(app, visitor, id, First::Taken(lease), &Typed::default()).await
        }
        Claimed::Yours(_) | Claimed::Over(_) => Ok(go(&beside(back, id), Some(flash))),
    }
}

/// The desk's own address the form came from, with the case beside it; else the case's page.
fn beside(back: &str, id: CaseId) -> String {
    if back != "/moderation" && !back.starts_with("/moderation?") {
        return format!("/moderation/cases/{id}#case");
    }
    let sign = if back.contains('?') { '&' } else { '?' };
    format!("{back}{sign}case={id}#case")
}

fn counted(app: &App, visitor: &Visitor) -> Result<(), Refusal> {
    let member = visitor.member()?;
    app.limits.count(Rate::Write, &member.to_string(), app.db.clock().now())?;
    Ok(())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Noted {
    note: String,
    back: String,
}

/// Adds a note for colleagues.
pub(super) async fn note(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
    form: Form<Noted>,
) -> Result<Response, Refusal> {
    counted(&app, &visitor)?;
    let (actor, sent) = (&visitor.actor, form.fields);
    let add = async |tx: &mut Tx| notes::add(tx, actor, id, &sent.note).await;
    match app.db.write(add).await {
        Ok(_) => Ok(go(&beside(&sent.back, id), Some("flash-noted"))),
        Err(fault) => Err(Refusal::from(fault).keeping(&sent.note)),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    action: String,
    reason: String,
    note: String,
    welcome: String,
    sanction: String,
    /// What the author will read is to be shown first.
    look: String,
    version: String,
    back: String,
}

/// Decides a case.
pub(super) async fn decide(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
    form: Form<Sent>,
) -> Result<Response, Refusal> {
    counted(&app, &visitor)?;
    let sent = form.fields;
    if !sent.look.is_empty() {
        let typed = typed(&sent, Problems::default());
        return case::shown(&app, &visitor, id, &typed, StatusCode::OK).await;
    }
    let verdict = match verdict(&sent) {
        Ok(verdict) => verdict,
        Err(problems) => return again(&app, &visitor, id, &sent, problems).await,
    };
    let version = sent.version.parse().unwrap_or(0);
    // The next case is looked for before: afterwards this one is no longer in the queue.
    let next = next(&app, &visitor, id, &sent.back).await?;
    let (actor, settings) = (&visitor.actor, settings(&app));
    let decide =
        async |tx: &mut Tx| cases::decide(tx, actor, id, version, &verdict, &settings).await;
    match app.db.write(decide).await {
        Err(Fault::Invalid(problems)) => again(&app, &visitor, id, &sent, problems).await,
        Err(other) => Err(Refusal::from(other).keeping(&sent.note)),
        Ok(decided) => told(&app, &visitor, id, decided, &sent, next).await,
    }
}

/// What the form says, as far as it can be understood.
fn verdict(sent: &Sent) -> Result<Verdict, Problems> {
    let mut problems = Problems::default();
    let act = Act::parse(&sent.action);
    if act.is_none() {
        problems.add("action", "moderation-action-missing");
    }
    let reason = Reason::parse(&sent.reason);
    if reason.is_none() && !sent.reason.is_empty() {
        problems.add("reason", "moderation-reason-unknown");
    }
    let sanction = words::sanction_of(&sent.sanction);
    if sanction.is_none() && !sent.sanction.is_empty() {
        problems.add("sanction", "moderation-sanction-days");
    }
    let (Some(act), true) = (act, problems.0.is_empty()) else {
        return Err(problems);
    };
    // The choice stands in the form whatever is decided; it is for what is taken away.
    let sanction = sanction.filter(|_| act.takes_away());
    let note = Some(sent.note.clone()).filter(|note| !note.trim().is_empty());
    Ok(Verdict { act, reason, note, welcome: !sent.welcome.is_empty(), sanction })
}

fn typed(sent: &Sent, problems: Problems) -> Typed {
    Typed {
        action: sent.action.clone(),
        reason: sent.reason.clone(),
        note: sent.note.clone(),
        welcome: !sent.welcome.is_empty(),
        sanction: sent.sanction.clone(),
        problems: problems.0,
    }
}

/// The page again with what was typed and what is wrong with it.
async fn again(
    app: &App,
    visitor: &Visitor,
    id: CaseId,
    sent: &Sent,
    problems: Problems,
) -> Result<Response, Refusal> {
    case::shown(app, visitor, id, &typed(sent, problems), StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn next(
    app: &App,
    visitor: &Visitor,
    id: CaseId,
    back: &str,
) -> Result<Option<CaseId>, Refusal> {
    let case = views::case(&app.db, &visitor.actor, id).await?.case;
    let list = queue::list_of(app, visitor, back).await?;
    let (before, after) = views::neighbours(&app.db, &visitor.actor, &list, &case).await?;
    Ok(after.or(before))
}

async fn told(
    app: &App,
    visitor: &Visitor,
    id: CaseId,
    decided: Decided,
    sent: &Sent,
    next: Option<CaseId>,
) -> Result<Response, Refusal> {
    let typed = typed(sent, Problems::default());
    match decided {
        Decided::Done { decision, .. } => Ok(on(app, &decision, &sent.back, next)),
        Decided::Stale { .. } => case::shown(app, visitor, id, &typed, StatusCode::CONFLICT).await,
        Decided::Already(first) => conflict(app, visitor, id, First::Decided(first), &typed).await,
        Decided::Taken(lease) => conflict(app, visitor, id, First::Taken(lease), &typed).await,
        Decided::Closed => conflict(app, visitor, id, First::Closed, &typed).await,
    }
}

/// On to the next case. What was done stands above it, with the way back, for as long as there is one.
fn on(app: &App, decision: &Decision, back: &str, next: Option<CaseId>) -> Response {
    let to = next.map_or_else(|| "/moderation".to_owned(), |next| beside(back, next));
    let flash = match decision.act {
        Act::Approve => "flash-approved",
        Act::Revise => "flash-revise",
        Act::Decline => "flash-declined",
        Act::Disagree | Act::Ignore => "flash-kept",
        Act::Agree => "flash-removed",
    };
    let undoable = app.config.moderation.undo_s > 0;
    go(&to, (!undoable).then_some(flash))
}

/// What was first.
enum First {
    Decided(Decision),
    Taken(Lease),
    Closed,
}

#[derive(Template)]
#[template(path = "moderation/conflict.html")]
struct Conflict {
    chrome: Chrome,
    sentence: SafeHtml,
    reason: Option<String>,
    note: Option<String>,
    chosen: Option<String>,
    typed: String,
    case: String,
}

async fn conflict(
    app: &App,
    visitor: &Visitor,
    id: CaseId,
    first: First,
    typed: &Typed,
) -> Result<Response, Refusal> {
    let w = visitor.words();
    let cast = cast(app, visitor, &first).await?;
    let (reason, note) = match &first {
        First::Decided(made) => (made.reason, made.note.clone()),
        First::Taken(_) | First::Closed => (None, None),
    };
    let page = Conflict {
        sentence: sentence(w, &first, &cast),
        reason: reason.map(|reason| words::reason(w, reason)),
        note,
        chosen: chosen(w, typed),
        typed: typed.note.clone(),
        case: format!("/moderation/cases/{id}"),
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(StatusCode::CONFLICT, &page)
}

async fn cast(app: &App, visitor: &Visitor, first: &First) -> Result<Cast, Fault> {
    let mut named = Named::default();
    match first {
        First::Decided(made) => named.person(made.by),
        First::Taken(lease) => named.person(lease.by),
        First::Closed => {}
    }
    Cast::of(&app.db, &visitor.actor, visitor.words(), named, false).await
}

fn sentence(w: Words, first: &First, cast: &Cast) -> SafeHtml {
    match first {
        First::Decided(made) => words::first(w, made, cast),
        First::Closed => w.rich("moderation-conflict-closed", &[]),
        First::Taken(lease) => {
            let name = cast.name(Some(lease.by));
            words::named_at(w, "moderation-conflict-taken", &name, lease.until)
        }
    }
}

/// What the moderator had chosen, in words.
fn chosen(w: Words, typed: &Typed) -> Option<String> {
    let act = Act::parse(&typed.action)?;
    let words = w.say(&format!("moderation-decide-{}", act.name()));
    let reason = Reason::parse(&typed.reason).map(|reason| words::reason(w, reason));
    Some([Some(words), reason].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Undo {
    back: String,
}

/// Takes a decision back.
pub(super) async fn undo(
    State(app): State<App>,
    visitor: Visitor,
    Path(reference): Path<String>,
    form: Form<Undo>,
) -> Result<Response, Refusal> {
    counted(&app, &visitor)?;
    let (actor, settings) = (&visitor.actor, settings(&app));
    let undo = async |tx: &mut Tx| cases::undo(tx, actor, &reference, &settings).await;
    let refused = match app.db.write(undo).await? {
        Undone::Done { case, .. } => {
            return Ok(go(&beside(&form.fields.back, case.id), Some("flash-undone")));
        }
        Undone::Already => "moderation-undo-already",
        Undone::TooLate => "moderation-undo-late",
        Undone::Superseded => "moderation-undo-superseded",
    };
    let refusal = Refusal::from(Fault::Conflict(refused));
    Err(refusal.towards("/moderation", "moderation-conflict-queue"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_back_to_the_desk_and_nowhere_else() {
        let id: CaseId = "00000000000000000000000007".parse().unwrap();
        let case = format!("/moderation/cases/{id}#case");
        assert_eq!(
            beside("/moderation?mine=true", id),
            format!("/moderation?mine=true&case={id}#case")
        );
        assert_eq!(beside("/moderation", id), format!("/moderation?case={id}#case"));
        for elsewhere in ["", "/moderation/history", "/moderationist", "//evil.test"] {
            assert_eq!(beside(elsewhere, id), case);
        }
    }
}
