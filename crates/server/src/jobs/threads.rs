//! Texts are rendered anew when a name in them or a post they quote changes.

use std::time::Duration;

use stoa_accounts::events::MemberRenamed;
use stoa_kernel::ids::{CityId, MemberId, PostId};
use stoa_kernel::{Fault, Subscriptions, Tx};
use stoa_render::prose::{self, Target};
use stoa_threads::events::{PostDeleted, PostEdited, PostRemoved, PostUnpublished};
use stoa_threads::posts::{self, Changed, Names, Stored};
use stoa_threads::translations::{self, Kept};
use stoa_threads::{bookmarks, cohorts, drafts, learning, polls};

use super::Registry;
use crate::app::App;
use crate::live::rights::anybody;
use crate::pages::threads::later;
use crate::submit::{self, Room};

const DELETED: &str = "threads.render_deleted";
const REMOVED: &str = "threads.render_removed";
const UNPUBLISHED: &str = "threads.render_unpublished";
const RENAMED: &str = "threads.render_renamed";
const EDITED: &str = "threads.render_edited";

const REMIND: &str = "threads.remind";
const POLLS: &str = "threads.polls";
const TRIALS: &str = "threads.trials";
const COHORTS: &str = "threads.cohorts";
const PUBLISH: &str = "threads.publish";

/// Texts rendered in one transaction.
const BATCH: u64 = 50;
/// Texts published in one minute: who waits longest comes first.
const DUE: u64 = 100;
/// Reminders left, and polls closed, in one transaction.
const AT_ONCE: usize = 200;
/// How exactly moments are kept that people choose.
pub(super) const MINUTE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(86_400);

pub(super) fn subscribe(to: Subscriptions) -> Subscriptions {
    to.once::<PostDeleted>(DELETED)
        .once::<PostRemoved>(REMOVED)
        .once::<PostUnpublished>(UNPUBLISHED)
        .once::<MemberRenamed>(RENAMED)
        .once::<PostEdited>(EDITED)
}

pub(super) fn register(registry: &mut Registry) {
    registry.on(DELETED, |app: App, e: PostDeleted| async move {
        render(&app, Changed::Post(e.post)).await
    });
    registry.on(REMOVED, |app: App, e: PostRemoved| async move {
        render(&app, Changed::Post(e.post)).await
    });
    registry.on(UNPUBLISHED, |app: App, e: PostUnpublished| async move {
        render(&app, Changed::Post(e.post)).await
    });
    registry.on(RENAMED, |app: App, e: MemberRenamed| async move {
        render(&app, Changed::Member(e.member)).await
    });
    registry.on(EDITED, |app: App, e: PostEdited| async move {
        render(&app, Changed::Wording(e.post)).await
    });
    registry.every(MINUTE, POLLS);
    registry.on(POLLS, |app: App, (): ()| async move {
        let some = async |tx: &mut Tx| polls::by_the_clock(tx, AT_ONCE as i64).await;
        while app.db.write(some).await? == AT_ONCE {}
        Ok(())
    });
    registry.every(MINUTE, PUBLISH);
    registry.on(PUBLISH, |app: App, (): ()| async move {
        for due in drafts::due(&app.db, DUE).await? {
            later::publish(&app, &due).await?;
        }
        Ok(())
    });
    registry.every(DAY, TRIALS);
    registry.on(TRIALS, |app: App, (): ()| async move {
        let some = async |tx: &mut Tx| learning::ask(tx, AT_ONCE as i64).await;
        while app.db.write(some).await? == AT_ONCE {}
        Ok(())
    });
    registry.every(DAY, COHORTS);
    registry.on(COHORTS, |app: App, (): ()| async move {
        let some = async |tx: &mut Tx| cohorts::ask(tx, AT_ONCE as i64).await;
        while app.db.write(some).await? == AT_ONCE {}
        Ok(())
    });
    registry.every(MINUTE, REMIND);
    registry.on(REMIND, |app: App, (): ()| async move { remind(&app).await });
}

/// Lets members be told of what they wanted to be reminded of.
async fn remind(app: &App) -> Result<(), Fault> {
    let some = async |tx: &mut Tx| bookmarks::remind(tx, AT_ONCE as i64).await;
    while app.db.write(some).await? == AT_ONCE {}
    Ok(())
}

/// Renders all texts that name what has changed; running twice changes nothing more.
async fn render(app: &App, changed: Changed) -> Result<(), Fault> {
    let mut after: Option<PostId> = None;
    loop {
        let some = posts::touched(&app.db, changed, after, BATCH).await?;
        let Some(last) = some.last() else { return Ok(()) };
        after = Some(last.post);
        let mut fresh = Vec::with_capacity(some.len());
        for stored in some {
            let html = again(app, &stored, &stored.markdown, &stored.language).await?;
            let others = translated(app, &stored).await?;
            fresh.push((stored, html, others));
        }
        let fresh = &fresh;
        app.db
            .write(async |tx: &mut Tx| {
                for (stored, html, others) in fresh {
                    for (kept, html) in others {
                        translations::rendered(tx, kept, html, prose::VERSION).await?;
                    }
                    posts::relinked(tx, stored, &names(app, &stored.markdown)).await?;
                    posts::rendered(tx, stored, html, prose::VERSION).await?;
                }
                Ok(())
            })
            .await?;
    }
}

fn names(app: &App, markdown: &str) -> Names {
    let mut names = Names::default();
    for target in prose::targets(markdown) {
        match target {
            Target::Member(id) => names.mentions.extend(id.parse::<MemberId>()),
            Target::City(id) => names.cities.extend(id.parse::<CityId>()),
        }
    }
    let quoted = prose::scan(markdown).quoted_posts;
    names.quotes = quoted.iter().filter_map(|id| id.parse().ok()).collect();
    names.steps = submit::steps(app, markdown).into_iter().map(|(thread, _)| thread).collect();
    names
}

/// Translations name and quote what their post does.
async fn translated(app: &App, stored: &Stored) -> Result<Vec<(Kept, String)>, Fault> {
    let mut fresh = Vec::new();
    for kept in translations::kept(&app.db, stored.post).await? {
        let html = again(app, stored, &kept.markdown, &kept.language).await?;
        fresh.push((kept, html));
    }
    Ok(fresh)
}

async fn again(
    app: &App,
    stored: &Stored,
    markdown: &str,
    language: &str,
) -> Result<String, Fault> {
    let author = stoa_accounts::views::actor(&app.db, stored.author).await?;
    let author = author.unwrap_or_else(anybody);
    let room = Room::of(stored.space, stored.visibility).in_thread(stored.thread);
    let room = room.by(Some(stored.author));
    Ok(submit::again(app, &author, room, markdown, language).await?.html)
}
