//! Questions that nobody answered are put before people who know, on both sides.

use std::collections::HashMap;
use std::time::Duration;

use stoa_accounts::views::actor;
use stoa_digests::preferences;
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Fault, Tx};
use stoa_threads::Direction;
use stoa_threads::requests::{self, Candidate, Choosing, Sought};

use super::Registry;
use crate::app::App;
use crate::sides;

const SEEK: &str = "threads.seek_answers";
const HOUR: Duration = Duration::from_secs(3600);
/// Questions looked at in one round.
const AT_ONCE: i64 = 500;

pub(super) fn register(registry: &mut Registry) {
    registry.every(HOUR, SEEK);
    registry.on(SEEK, |app: App, (): ()| async move {
        for sought in requests::due(&app.db, AT_ONCE).await? {
            // What hinders one question does not hinder those after it: it comes again in an hour.
            if let Err(fault) = seek(&app, &sought).await {
                tracing::warn!(thread = %sought.thread, cause = %fault, "a question was put before nobody");
            }
        }
        Ok(())
    });
}

/// Puts one question before whom it can be put now. It comes again until both sides were asked.
async fn seek(app: &App, sought: &Sought) -> Result<(), Fault> {
    let people = requests::candidates(&app.db, sought).await?;
    let people = requests::free(&app.db, sought, people).await?;
    let people = willing(app, people).await?;
    let ids: Vec<MemberId> = people.iter().map(|one| one.member).collect();
    let sides = sides::of_members(app, &ids).await?;
    let mut choosing = Choosing::of(sought);
    let mut left = people;
    for filling in [false, true] {
        left = take(app, sought, &mut choosing, (left, filling), &sides).await?;
    }
    let (chosen, asked) = choosing.done();
    app.db
        .write(async |tx: &mut Tx| {
            if requests::ask(tx, sought, &chosen).await? && asked.both() {
                requests::settled(tx, sought.thread).await?;
            }
            Ok(())
        })
        .await
}

/// Takes of these people as many as are wanted; answers the others. Whether somebody can answer is
/// asked of those alone who would be taken.
async fn take(
    app: &App,
    sought: &Sought,
    choosing: &mut Choosing,
    (people, filling): (Vec<Candidate>, bool),
    sides: &HashMap<MemberId, Direction>,
) -> Result<Vec<Candidate>, Fault> {
    let mut left = Vec::new();
    for one in people {
        let side = sides.get(&one.member).copied().unwrap_or(Direction::Neither);
        if choosing.full() || !choosing.wants(&one, side, filling) {
            left.push(one);
        } else if answers(app, sought, one.member).await? {
            choosing.take(&one, side);
        }
    }
    Ok(left)
}

async fn answers(app: &App, sought: &Sought, member: MemberId) -> Result<bool, Fault> {
    let Some(who) = actor(&app.db, member).await? else { return Ok(false) };
    requests::may_be_asked(&app.db, &who, sought.thread).await
}

/// Those who have not said that they do not want to be asked.
async fn willing(app: &App, people: Vec<Candidate>) -> Result<Vec<Candidate>, Fault> {
    let ids: Vec<MemberId> = people.iter().map(|one| one.member).collect();
    let out = preferences::not_to_be_asked(&app.db, &ids).await?;
    Ok(people.into_iter().filter(|one| !out.contains(&one.member)).collect())
}
