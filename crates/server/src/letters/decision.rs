//! What was decided about a text, for its author: in the author's language, without who decided.

use stoa_digests::{LetterKind, Scope};
use stoa_kernel::Fault;
use stoa_moderation::model::{CaseKind, Subject};
use stoa_moderation::views::{Statement, statement};
use stoa_threads::views::PostCard;

use super::note::{self, Note, Part};
use super::{Desk, Draft};
use crate::mail::Letter;
use crate::pages::moderation::imposed;
use crate::pages::parts::Link;

/// What the decision is about, as far as the author still sees it.
struct About {
    /// The thread's title, or the city's name.
    title: String,
    /// The space asks for subjects that name nothing.
    neutral: bool,
    /// The post's address.
    href: String,
    /// The thread, for mail programs.
    conversation: Option<String>,
    city: bool,
}

pub(super) async fn write(desk: &Desk<'_>) -> Result<Option<Letter>, Fault> {
    let (Some(actor), Some(reference)) = (&desk.actor, &desk.letter.payload.reference) else {
        return Ok(None);
    };
    let found = statement(&desk.app.db, actor, reference).await;
    let made = match found {
        Err(Fault::NotFound) => return Ok(None),
        other => other?,
    };
    // Taken back, or overtaken by an edit and a second decision: another letter tells.
    if made.undone_at.is_some() {
        return Ok(None);
    }
    let Some(about) = about(desk, &made).await? else {
        return Ok(None);
    };
    let draft = draft(desk, &about);
    note::finish(desk, draft, &body(desk, &made, &about))
}

async fn about(desk: &Desk<'_>, made: &Statement) -> Result<Option<About>, Fault> {
    let Some(actor) = &desk.actor else { return Ok(None) };
    if let Subject::City(city) = made.subject {
        let cards = stoa_exchange::views::cards_for(&desk.app.db, actor, &[city]).await?;
        let name = cards.get(&city).map(|card| card.name.clone());
        let profile = "/settings/profile".to_owned();
        return Ok(name.map(|title| About {
            title,
            neutral: false,
            href: profile,
            conversation: None,
            city: true,
        }));
    }
    let Some(post) = made.subject.post() else { return Ok(None) };
    let found = stoa_threads::views::posts_by_ids(&desk.app.db, actor, &[post]).await?;
    // Who has left where the text stood is told of the decision all the same.
    let gone = matches!(made.subject, Subject::Report { .. }).then(|| unseen(made));
    Ok(found.into_iter().next().map(|card| of_post(&card)).or(gone))
}

fn unseen(made: &Statement) -> About {
    About {
        title: String::new(),
        neutral: true,
        href: format!("/decisions/{}", made.reference),
        conversation: None,
        city: false,
    }
}

fn of_post(card: &PostCard) -> About {
    About {
        title: card.title.clone().unwrap_or_default(),
        neutral: card.neutral_subject,
        href: format!("/p/{}", card.post.id),
        conversation: Some(format!("thread-{}", card.post.thread)),
        city: false,
    }
}

fn draft(desk: &Desk<'_>, about: &About) -> Draft {
    let w = desk.w;
    let name = desk.letter.kind.name();
    let subject = match (about.city, about.neutral || about.title.is_empty()) {
        (true, _) if desk.letter.kind == LetterKind::Approved => {
            w.a("letters-city-approved-subject", "city", about.title.clone())
        }
        (true, _) => w.a("letters-city-declined-subject", "city", about.title.clone()),
        (false, true) => w.say(&format!("letters-{name}-subject-neutral")),
        (false, false) => w.a(&format!("letters-{name}-subject"), "title", about.title.clone()),
    };
    let approved = desk.letter.kind == LetterKind::Approved;
    let footer = if approved { "letters-footer-approval" } else { "letters-footer-decision" };
    Draft {
        subject,
        preheader: if approved { w.say("letters-approved-preheader") } else { String::new() },
        footer: vec![w.say(footer)],
        links: if approved {
            vec![desk.change(), desk.leave_link(Scope::Everything)]
        } else {
            Vec::new()
        },
        squares: false,
        leave: None,
        conversation: about.conversation.clone(),
    }
}

fn body(desk: &Desk<'_>, made: &Statement, about: &About) -> Note {
    let w = desk.w;
    let mut lead = vec![w.a("letters-hello", "name", desk.contact.name.clone())];
    lead.push(sentence(desk, made, about));
    if made.welcome {
        lead.push(desk.site("letters-approved-welcome"));
    }
    let statement = desk.url(&format!("/decisions/{}", made.reference));
    let told = made.act.needs_reason();
    Note {
        lead,
        button: Some(button(desk, made, about)),
        parts: parts(desk, made),
        after: Vec::new(),
        // The button of what was taken away leads there already.
        also: (told && desk.letter.kind != LetterKind::Removed)
            .then(|| Link::new(statement, w.say("letters-decision-statement"))),
    }
}

fn sentence(desk: &Desk<'_>, made: &Statement, about: &About) -> String {
    let w = desk.w;
    match (about.city, desk.letter.kind) {
        (true, LetterKind::Approved) => {
            w.a("letters-city-approved-lead", "city", about.title.clone())
        }
        (true, _) => w.a("letters-city-declined-lead", "city", about.title.clone()),
        (false, LetterKind::Approved) if made.kind == CaseKind::HeldEdit => {
            w.say("letters-approved-edit-lead")
        }
        (false, kind) => w.say(&format!("letters-{}-lead", kind.name())),
    }
}

fn button(desk: &Desk<'_>, made: &Statement, about: &About) -> Link {
    let decision = format!("/decisions/{}", made.reference);
    let (href, key) = match (about.city, desk.letter.kind) {
        (true, _) => (about.href.as_str(), "letters-city-button"),
        (false, LetterKind::Declined) => ("/drafts", "letters-declined-button"),
        (false, LetterKind::Removed) => (decision.as_str(), "letters-removed-button"),
        (false, LetterKind::Revise) => (about.href.as_str(), "letters-revise-button"),
        (false, _) => (about.href.as_str(), "letters-approved-button"),
    };
    Link::new(desk.url(href), desk.w.say(key))
}

/// The reason with the rule it rests on, and the moderator's own words.
fn parts(desk: &Desk<'_>, made: &Statement) -> Vec<Part> {
    let w = desk.w;
    let mut parts = Vec::new();
    if let Some(reason) = made.reason {
        let key = |part: &str| format!("{}-{part}", reason.key());
        let lines = vec![w.say(&key("title")), w.say(&key("body"))];
        parts.push(Part { head: w.say("letters-decision-reason"), lines });
        parts.push(Part { head: w.say("letters-decision-rule"), lines: vec![w.say(&key("rule"))] });
    }
    if made.sanction.is_some() {
        let zone = &desk.zone;
        let lines = vec![imposed(w, made.sanction.as_ref(), zone)];
        parts.push(Part { head: w.say("moderation-statement-account"), lines });
    }
    if let Some(words) = made.note.as_ref().filter(|words| !words.trim().is_empty()) {
        let lines = words.lines().map(str::to_owned).collect();
        parts.push(Part { head: w.say("letters-decision-note"), lines });
    }
    parts
}
