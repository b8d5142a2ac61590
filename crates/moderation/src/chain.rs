//! The public log is only ever added to: each line carries a sum (SHA-256) over itself and the sum
//! of the line before it, so that a line that is changed, taken out or put in afterwards is noticed
//! by whoever computes the sums again (`stoa check --deep`).
//!
//! What it cannot notice is a log whose sums were all made anew: for that, keep the newest sum
//! outside, as each copy of the database does.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};
use sea_orm::{QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};
use stoa_kernel::db::rows;
use stoa_kernel::secret::hex;
use stoa_kernel::{Fault, Reads, Tx};

use crate::store::log::{ActiveModel, Column, Entity, Model};

/// Lines read at once.
const BATCH: u64 = 1000;

#[derive(FromQueryResult)]
struct Head {
    place: i64,
    sum: String,
}

/// The sum over a line that stands at a place, after the line with the sum `before`.
fn sum(before: &str, place: i64, line: &Model) -> String {
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let parts = [
        before.to_owned(),
        place.to_string(),
        line.id.to_string(),
        or_none(line.space_id.map(|id| id.to_string())),
        or_none(line.decision_id.map(|id| id.to_string())),
        line.action.clone(),
        line.kind.clone(),
        or_none(line.reason.clone()),
        line.at.0.to_string(),
    ];
    hex(&Sha256::digest(parts.join("\n").as_bytes()))
}

/// Adds a line at the end of the chain. Whoever adds waits for who is adding.
pub(crate) async fn add(tx: &Tx, line: Model) -> Result<(), Fault> {
    let sql = "UPDATE moderation_log_head SET place = place + 1 WHERE id = 1 RETURNING place, sum";
    let found: Vec<Head> = rows(tx, sql, vec![]).await?;
    let head = found.into_iter().next().ok_or(Fault::NotFound)?;
    let head = if head.place == 1 { begin(tx).await? } else { head };
    let sum = sum(&head.sum, head.place, &line);
    ends(tx, head.place, &sum).await?;
    let row = ActiveModel { place: Set(Some(head.place)), sum: Set(sum), ..line.into() };
    Entity::insert(row).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

async fn ends(tx: &Tx, place: i64, sum: &str) -> Result<(), Fault> {
    let sql = "UPDATE moderation_log_head SET place = ?, sum = ? WHERE id = 1";
    tx.run(sql, vec![place.into(), sum.into()]).await.map(|_| ())
}

/// Lines from before there was a chain are its first ones; answers where the next one stands.
async fn begin(tx: &Tx) -> Result<Head, Fault> {
    let earlier = Entity::find()
        .filter(Column::Place.is_null())
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .all(&tx.conn())
        .await?;
    let mut head = Head { place: 1, sum: String::new() };
    for line in earlier {
        let sum = sum(&head.sum, head.place, &line);
        let row = ActiveModel {
            id: Set(line.id),
            place: Set(Some(head.place)),
            sum: Set(sum.clone()),
            ..Default::default()
        };
        Entity::update(row).exec(&tx.conn()).await?;
        head = Head { place: head.place + 1, sum };
    }
    Ok(head)
}

/// Computes all sums again; what is wrong, in sentences for the operator.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn verify(db: &impl Reads) -> Result<Vec<String>, Fault> {
    let sql = "SELECT place, sum FROM moderation_log_head WHERE id = 1";
    let found: Vec<Head> = rows(db, sql, vec![]).await?;
    let Some(head) = found.into_iter().next() else {
        return Ok(vec!["moderation log: its end is not known".to_owned()]);
    };
    if head.place == 0 {
        return Ok(Vec::new());
    }
    let mut last = Head { place: 0, sum: String::new() };
    loop {
        let some = after(db, last.place).await?;
        let Some(end) = some.last().and_then(|line| line.place) else { break };
        for line in &some {
            if let Some(wrong) = broken(&last, line) {
                return Ok(vec![wrong]);
            }
            last = Head { place: last.place + 1, sum: line.sum.clone() };
        }
        debug_assert_eq!(end, last.place);
    }
    let mut wrong = Vec::new();
    if (last.place, last.sum.as_str()) != (head.place, head.sum.as_str()) {
        wrong.push(format!("moderation log: lines are missing after line {}", last.place));
    }
    if Entity::find().filter(Column::Place.is_null()).one(&db.conn()).await?.is_some() {
        wrong.push("moderation log: a line stands outside of the chain".to_owned());
    }
    Ok(wrong)
}

async fn after(db: &impl Reads, place: i64) -> Result<Vec<Model>, Fault> {
    let some = Entity::find().filter(Column::Place.gt(place)).order_by_asc(Column::Place);
    Ok(some.limit(BATCH).all(&db.conn()).await?)
}

fn broken(last: &Head, line: &Model) -> Option<String> {
    let place = last.place + 1;
    if line.place != Some(place) {
        return Some(format!("moderation log: line {place} is missing"));
    }
    let right = sum(&last.sum, place, line) == line.sum;
    (!right).then(|| format!("moderation log: line {place} was changed"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Act;
    use crate::testing::World;

    async fn decides(world: &World) {
        let mo = world.moderator("mo").await;
        for title in ["One", "Two", "Three"] {
            world.opens(world.newcomer(title).await, title).await;
            world.settle().await;
            let found = world.queue(mo).await.remove(0);
            world.decided(mo, found.id, Act::Approve).await;
        }
    }

    async fn runs(world: &World, sql: &'static str) {
        world.db.write(async |tx: &mut Tx| tx.run(sql, vec![]).await).await.unwrap();
    }

    async fn wrong(world: &World) -> Vec<String> {
        verify(&world.db).await.unwrap()
    }

    #[tokio::test]
    async fn a_line_that_is_changed_or_taken_out_is_noticed() {
        let world = World::new().await;
        assert_eq!(wrong(&world).await, [""; 0], "an empty log is in order");
        decides(&world).await;
        assert_eq!(wrong(&world).await, [""; 0]);
        runs(&world, "UPDATE moderation_log SET action = 'decline' WHERE place = 2").await;
        assert_eq!(wrong(&world).await, ["moderation log: line 2 was changed"]);
        runs(&world, "UPDATE moderation_log SET action = 'approve' WHERE place = 2").await;
        assert_eq!(wrong(&world).await, [""; 0]);
        runs(&world, "UPDATE moderation_log SET place = NULL WHERE place = 3").await;
        let found = wrong(&world).await;
        assert_eq!(found[0], "moderation log: lines are missing after line 2");
        assert_eq!(found[1], "moderation log: a line stands outside of the chain");
        runs(&world, "DELETE FROM moderation_log WHERE place = 1").await;
        assert_eq!(wrong(&world).await, ["moderation log: line 1 is missing"]);
    }

    #[tokio::test]
    async fn what_was_there_before_the_chain_is_its_beginning() {
        let world = World::new().await;
        decides(&world).await;
        runs(&world, "UPDATE moderation_log SET place = NULL, sum = ''").await;
        runs(&world, "UPDATE moderation_log_head SET place = 0, sum = ''").await;
        let (mo, new) = (world.moderator("na").await, world.newcomer("new").await);
        world.opens(new, "Four").await;
        world.settle().await;
        let found = world.queue(mo).await.remove(0);
        world.decided(mo, found.id, Act::Approve).await;
        assert_eq!(wrong(&world).await, [""; 0]);
        runs(&world, "UPDATE moderation_log SET at = at + 1 WHERE place = 1").await;
        assert_eq!(wrong(&world).await, ["moderation log: line 1 was changed"]);
    }
}
