//! Searches that members keep, and what they find anew: a part of the digest.

use std::collections::HashSet;
use std::time::Duration;

use axum::extract::Query as Addressed;
use http::Uri;
use jiff::tz::TimeZone;
use stoa_digests::searches::{self as saved, Saved};
use stoa_digests::weekly::{self, Digest, Sought};
use stoa_kernel::ids::ThreadId;
use stoa_kernel::{Actor, Fault, Time};
use stoa_search::{Enough, Filter, Query};
use stoa_threads::views;

use super::wanted::Wanted;
use crate::app::App;

/// How many hits of one search stand in a digest.
const EACH: usize = 3;
/// How many are looked at at a time, and how many times: what was read or told above is left out.
const LOOK: usize = 20;
const PAGES: usize = 5;
/// The least that moments lie apart.
const MOMENT: Duration = Duration::from_micros(1);

/// A digest with what the reader's searches found of that time.
///
/// # Errors
/// As [`weekly::compose`] and [`super::catch_up`].
pub async fn composed(app: &App, actor: &Actor, from: Time, to: Time) -> Result<Digest, Fault> {
    let mut digest = weekly::compose(&app.db, actor, from, to).await?;
    let mut told: HashSet<ThreadId> = digest.threads().collect();
    for one in saved::list(&app.db, actor).await? {
        let posts = anew(app, actor, &one, (from, to), &mut told).await?;
        if !posts.is_empty() {
            digest.sought.push(Sought { words: one.words, address: one.address, posts });
        }
    }
    Ok(digest)
}

/// What one search found of a time, of threads not told of yet; nothing by the reader himself.
async fn anew(
    app: &App,
    actor: &Actor,
    saved: &Saved,
    (from, to): (Time, Time),
    told: &mut HashSet<ThreadId>,
) -> Result<Vec<views::PostCard>, Fault> {
    let Some(wanted) = wanted(&saved.address) else { return Ok(Vec::new()) };
    let (filter, problems) = wanted.filter(app, actor, &TimeZone::UTC, Vec::new()).await?;
    // A space that was left, a person who is gone: less is wanted then, and not more.
    if !problems.0.is_empty() {
        return Ok(Vec::new());
    }
    // A digest tells of what came after `from`, until `to` and with it.
    let (from, to) = (from.plus(MOMENT), to.plus(MOMENT));
    let from = filter.from.map_or(from, |first| first.max(from));
    let before = filter.before.map_or(to, |last| last.min(to));
    let filter = Filter { from: Some(from), before: Some(before), ..filter };
    let query = Query::parse(&wanted.q);
    let mut found = Vec::new();
    for page in 0..PAGES {
        let hits = super::hits(app, &query, &filter, Enough::All, (page * LOOK, LOOK)).await?;
        let ids: Vec<_> = hits.iter().map(|hit| hit.post).collect();
        let unread = views::unread_among(&app.db, actor, &ids).await?;
        let cards = views::found(&app.db, actor, &unread).await?.into_iter();
        let others = cards.filter(|card| !card.post.own && !card.post.blocked);
        found.extend(others.filter(|card| told.insert(card.post.thread)).take(EACH - found.len()));
        if found.len() == EACH || hits.len() < LOOK {
            break;
        }
    }
    Ok(found)
}

/// What an address of ours looks for.
fn wanted(address: &str) -> Option<Wanted> {
    let uri: Uri = address.parse().ok()?;
    Addressed::<Wanted>::try_from_uri(&uri).ok().map(|found| found.0)
}
