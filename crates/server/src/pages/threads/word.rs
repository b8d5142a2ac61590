//! A private word as it was sent: whom it is for, made ready, put through the one door.

use std::collections::HashMap;

use stoa_kernel::fault::Detail;
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::once::Saved;
use stoa_kernel::policy::{Action, Visibility};
use stoa_kernel::{Fault, Once, Problems, Tx};
use stoa_moderation::submissions;
use stoa_threads::conversations::{self, NewConversation};
use stoa_threads::drafts::Slot;
use stoa_threads::{Body, Opened, Title, reading};

use super::once::{gone, recall, remember};
use super::send::{taken, writer};
use crate::app::App;
use crate::http::Visitor;
use crate::rules;
use crate::submit::{self, Room, Typed};

/// A conversation as it was sent.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// Handles of those it is for.
    pub to: &'a [String],
    /// What it is about.
    pub title: &'a str,
    /// The Markdown of what is said first.
    pub body: &'a str,
    /// The language named; empty to find it.
    pub language: &'a str,
    /// Drafts that go once it is sent.
    pub drafts: &'a [Slot],
}

/// The handles in a field: between blanks, commas and semicolons, with or without `@`.
#[must_use]
pub fn handles(typed: &str) -> Vec<String> {
    let names = typed.split(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | '،' | '、')
    });
    names
        .map(|name| name.trim_start_matches('@').to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

/// Begins a conversation; answers what `say` makes of the outcome.
///
/// # Errors
/// What [`submissions::converse`] refuses; [`Fault::Invalid`] for what cannot be taken as it is.
pub async fn begin(
    app: &App,
    visitor: &Visitor,
    sent: &Word<'_>,
    once: Option<Once>,
    say: impl Fn(&Opened) -> Saved,
) -> Result<Saved, Fault> {
    let me = writer(app, visitor)?;
    visitor.actor.may(Action::Converse)?;
    let mut problems = Problems::default();
    let title = taken(Title::parse(sent.title), &mut problems)?;
    let body = taken(Body::parse(sent.body), &mut problems)?;
    let to = whom(app, me.id, sent.to, &mut problems).await?;
    let (Some(title), Some(body), true) = (title, body, problems.0.is_empty()) else {
        return Err(Fault::Invalid(problems));
    };
    let room = Room::of(SpaceId::CONVERSATIONS, Visibility::Sealed);
    let heading = title.as_str();
    let typed = Typed {
        body: &body,
        title: heading,
        language: sent.language,
        own: &me.languages,
        around: "",
    };
    let body = submit::prepare(app, &visitor.actor, room, typed).await?;
    let new = NewConversation { title, to, body };
    let rules = rules::in_force(app).await?;
    let (actor, once) = (&visitor.actor, &once);
    app.db
        .write(async |tx: &mut Tx| {
            if let Some(saved) = recall(tx, me.id, once).await? {
                return Ok(saved);
            }
            let opened = submissions::converse(tx, actor, &rules, &new).await?;
            if let Opened::Published { thread, .. } = opened {
                reading::written(tx, actor, thread, 1).await?;
            }
            gone(tx, actor, sent.drafts).await?;
            remember(tx, me.id, once, say(&opened)).await
        })
        .await
}

/// The people behind handles: who is not there, and who takes no private words from the writer, is
/// named as a problem of the field. Whether somebody blocks the writer is not told from whether he
/// wants no such words of anybody.
async fn whom(
    app: &App,
    me: MemberId,
    handles: &[String],
    problems: &mut Problems,
) -> Result<Vec<MemberId>, Fault> {
    let some = handles.iter().take(2 * conversations::MOST).cloned().collect::<Vec<_>>();
    let known = stoa_accounts::views::by_handles(&app.db, &some).await?;
    let missing: Vec<&String> = some.iter().filter(|one| !known.contains_key(*one)).collect();
    named(
        problems,
        "threads-conversation-unknown",
        missing.into_iter().map(|one| format!("@{one}")),
    );
    let ids: Vec<MemberId> = known.values().map(|(id, _)| *id).collect();
    let shut = closed(app, me, &ids).await?;
    let names: HashMap<MemberId, &String> = known.values().map(|(id, name)| (*id, name)).collect();
    let names = shut.iter().filter_map(|id| names.get(id)).map(|name| (*name).clone());
    named(problems, "threads-conversation-closed", names);
    match conversations::others(me, &ids) {
        Err(Fault::Invalid(more)) if problems.0.iter().all(|one| one.field != "to") => {
            problems.0.extend(more.0);
            Ok(Vec::new())
        }
        Err(Fault::Invalid(_)) => Ok(Vec::new()),
        other => other,
    }
}

fn named(problems: &mut Problems, key: &'static str, names: impl Iterator<Item = String>) {
    let names: Vec<String> = names.collect();
    if !names.is_empty() {
        problems.add_with("to", key, vec![("names", Detail::Text(names.join(", ")))]);
    }
}

/// Those of these people with whom the member cannot begin a conversation.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn closed(app: &App, me: MemberId, to: &[MemberId]) -> Result<Vec<MemberId>, Fault> {
    let mut shut = stoa_accounts::views::unapproachable(&app.db, to).await?;
    shut.extend(conversations::apart(&app.db, me, to).await?);
    shut.sort_unstable();
    shut.dedup();
    shut.retain(|one| *one != me);
    Ok(shut)
}

#[cfg(test)]
mod tests {
    use super::handles;

    #[test]
    fn names_are_read_as_people_write_them() {
        assert_eq!(handles("@ilze, kenji;\nnoor、@ana"), ["ilze", "kenji", "noor", "ana"]);
        assert!(handles(" , @ ").is_empty());
    }
}
