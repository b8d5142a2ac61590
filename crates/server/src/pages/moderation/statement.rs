//! `/decisions/{reference}`: a decision as the author of the text reads it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use stoa_kernel::Fault;
use stoa_moderation::views::{self, LogAction, Statement};
use stoa_moderation::{Act, Subject};
use stoa_render::{SafeHtml, Words};

use super::words;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::Link;
use crate::pages::show;

#[derive(Template)]
#[template(path = "moderation/decision.html")]
struct Page {
    chrome: Chrome,
    title: String,
    lede: SafeHtml,
    notes: Vec<SafeHtml>,
    facts: Vec<(String, String)>,
    note: Option<String>,
    text: Option<(String, SafeHtml)>,
    way: Option<Link>,
}

/// A decision, for the author of the text and the moderators of its space.
pub(super) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(reference): Path<String>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let made = views::statement(&app.db, &visitor.actor, &reference).await?;
    let w = visitor.words();
    let at = w.date_time(made.at.timestamp(), &visitor.zone);
    show(&Page {
        title: title(w, &made),
        lede: w.rich("moderation-statement-lede", &[("time", SafeHtml::text(&at))]),
        notes: notes(w, &made, own(&visitor, &made)),
        facts: facts(w, &made, &visitor.zone),
        note: made.note.clone(),
        text: text(&app, &visitor, &made).await?,
        way: way(w, &made).filter(|_| own(&visitor, &made)),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

fn own(visitor: &Visitor, made: &Statement) -> bool {
    made.author.is_some_and(|author| visitor.actor.is(author))
}

fn is_city(made: &Statement) -> bool {
    matches!(made.subject, Subject::City(_))
}

fn title(w: Words, made: &Statement) -> String {
    w.say(match (made.undone_at, made.act, is_city(made)) {
        (Some(_), ..) => "moderation-statement-title-undone",
        (None, Act::Revise, _) => "moderation-statement-title-revise",
        (None, Act::Approve, false) => "moderation-statement-title-approve",
        (None, Act::Approve, true) => "moderation-statement-title-city-approve",
        (None, Act::Decline, false) => "moderation-statement-title-decline",
        (None, Act::Disagree | Act::Ignore, _) => "moderation-statement-title-keep",
        (None, Act::Agree, _) => "moderation-statement-title-remove",
        (None, Act::Decline, true) => "moderation-statement-title-city-decline",
    })
}

/// What the reader has to know before the rest.
fn notes(w: Words, made: &Statement, own: bool) -> Vec<SafeHtml> {
    let mut notes = Vec::new();
    if let Some(at) = made.undone_at {
        let time = w.time_tag(at.timestamp());
        notes.push(w.rich("moderation-statement-undone", &[("time", time)]));
    } else if made.superseded {
        notes.push(w.rich("moderation-statement-superseded", &[]));
    }
    if !own {
        notes.push(w.rich("moderation-statement-for-moderators", &[]));
    }
    notes
}

fn facts(w: Words, made: &Statement, zone: &jiff::tz::TimeZone) -> Vec<(String, String)> {
    let mut facts = vec![("moderation-statement-decision", decision(w, made))];
    if made.act.takes_away() {
        facts.push(("moderation-statement-where", w.say("moderation-statement-where-all")));
        let account = words::imposed(w, made.sanction.as_ref(), zone);
        facts.push(("moderation-statement-account", account));
    }
    if let Some(reason) = made.reason {
        let part = |name: &str| w.say(&format!("{}-{name}", reason.key()));
        facts.push(("moderation-statement-reason", format!("{}. {}", part("title"), part("body"))));
        facts.push(("moderation-statement-rule", part("rule")));
    }
    let how = format!("moderation-statement-how-{}", made.held_for.replace('_', "-"));
    facts.push(("moderation-statement-how", w.say(&how)));
    let held = !matches!(made.subject, Subject::City(_) | Subject::Report { .. });
    if held {
        facts.push(("moderation-statement-machine", w.say("moderation-statement-machine-text")));
    }
    facts.push(("moderation-statement-reference", made.reference.clone()));
    facts.into_iter().map(|(key, value)| (w.say(key), value)).collect()
}

fn decision(w: Words, made: &Statement) -> String {
    let done = words::done(w, LogAction::Made(made.act));
    let meaning = w.say(match (made.act, is_city(made)) {
        (Act::Revise, _) => "moderation-statement-decision-revise",
        (Act::Approve, false) => "moderation-statement-decision-approve",
        (Act::Approve, true) => "moderation-statement-decision-city-approve",
        (Act::Decline, false) => "moderation-statement-decision-decline",
        (Act::Disagree | Act::Ignore, _) => "moderation-statement-decision-keep",
        (Act::Agree, _) => "moderation-statement-decision-remove",
        (Act::Decline, true) => "moderation-statement-decision-city-decline",
    });
    format!("{done}. {meaning}")
}

/// The text it is about: its title and its words, as far as the reader sees them.
async fn text(
    app: &App,
    visitor: &Visitor,
    made: &Statement,
) -> Result<Option<(String, SafeHtml)>, Fault> {
    let posts: Vec<_> = made.subject.post().into_iter().collect();
    let found = stoa_threads::views::posts_by_ids(&app.db, &visitor.actor, &posts).await?;
    let Some(card) = found.into_iter().next() else {
        return Ok(None);
    };
    let edit = made.subject.revision().and(card.post.held_edit);
    let html = edit.map_or(card.post.html, |edit| edit.html);
    let title = card.title.unwrap_or_default();
    Ok((!html.is_empty()).then(|| (title, SafeHtml::sanitised_earlier(html))))
}

/// What the author can do now.
fn way(w: Words, made: &Statement) -> Option<Link> {
    match (made.act, made.subject.post()) {
        _ if made.undone_at.is_some() => None,
        (Act::Decline, Some(_)) => {
            Some(Link::new("/drafts", w.say("moderation-statement-on-drafts")))
        }
        (_, Some(post)) => {
            Some(Link::new(format!("/p/{post}"), w.say("moderation-statement-on-post")))
        }
        (Act::Decline, None) => {
            Some(Link::new("/settings/profile", w.say("moderation-statement-on-city")))
        }
        (_, None) => None,
    }
}
