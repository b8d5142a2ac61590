//! Who will read a text in translation, for its writer to know.

use std::collections::BTreeMap;

use stoa_kernel::Fault;
use stoa_kernel::ids::{MemberId, SpaceId, ThreadId};
use stoa_render::Words;
use stoa_render::language::endonym;
use stoa_threads::subscriptions::{self, Followed};
use stoa_threads::translations;
use stoa_threads::{Level, conversations};

use crate::app::App;
use crate::jobs::translations::needs;

/// Languages that are named.
const NAMED: usize = 5;

/// Where a text is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A reply.
    Thread(ThreadId),
    /// A new thread.
    Space(SpaceId),
}

/// Those who are told of what is written there: who follows it closely, and who wrote in the thread.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn of(app: &App, place: Place) -> Result<Vec<MemberId>, Fault> {
    let followers = match place {
        Place::Thread(thread) => subscriptions::followers(&app.db, thread, None).await,
        Place::Space(space) => subscriptions::of_space(&app.db, space).await,
    };
    let followers = match followers {
        Err(Fault::NotFound) => return Ok(Vec::new()),
        other => other?,
    };
    let close = |one: &&Followed| matches!(one.level, Level::Tracking | Level::Watching);
    let mut members: Vec<MemberId> = followers.iter().filter(close).map(|one| one.member).collect();
    if let Place::Thread(thread) = place {
        members.extend(subscriptions::writers(&app.db, thread).await?);
        members.extend(conversations::readers(&app.db, thread).await?);
    }
    let muted = |member: &MemberId| {
        followers.iter().any(|one| one.member == *member && one.level == Level::Muted)
    };
    members.retain(|member| !muted(member));
    members.sort_unstable();
    members.dedup();
    Ok(members)
}

/// Whether texts there may be given to the translator.
async fn allowed(app: &App, place: Place) -> Result<bool, Fault> {
    match place {
        Place::Thread(thread) => translations::allowed_in_thread(&app.db, thread).await,
        Place::Space(space) => translations::allowed_in_space(&app.db, space).await,
    }
}

/// How many of these people need a text of that language in another, by the language they need.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn wanted(
    app: &App,
    members: &[MemberId],
    own: &str,
) -> Result<BTreeMap<String, usize>, Fault> {
    let mut counts = BTreeMap::new();
    for reads in stoa_accounts::views::reads(&app.db, members).await?.into_values() {
        if let Some(first) = needs(&reads, own) {
            *counts.entry(first).or_default() += 1;
        }
    }
    counts.retain(|language, _| app.translator.speaks(own, language));
    Ok(counts)
}

/// "7 people who follow this read it in translation: español, 日本語"; nothing without a translator.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn told(
    app: &App,
    w: Words,
    writer: MemberId,
    place: Option<Place>,
    own: &str,
) -> Result<Option<String>, Fault> {
    let Some(place) = place.filter(|_| app.translator.is_on()) else { return Ok(None) };
    if !allowed(app, place).await? {
        return Ok(None);
    }
    let mut members = of(app, place).await?;
    members.retain(|member| *member != writer);
    let counts = wanted(app, &members, own).await?;
    let many: usize = counts.values().sum();
    let mut all: Vec<(&String, &usize)> = counts.iter().collect();
    all.sort_by(|a, b| b.1.cmp(a.1));
    let names: Vec<&str> = all.iter().take(NAMED).map(|(language, _)| endonym(language)).collect();
    let count = i64::try_from(many).unwrap_or(i64::MAX);
    let values = [("n", count.into()), ("languages", names.join(", ").into())];
    Ok((many > 0).then(|| w.with("threads-readers", &values)))
}
