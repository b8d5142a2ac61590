//! Leaving: the account is emptied at once, in one transaction; texts and
//! everything else follow in jobs, by what the person chose.
//!
//! The row of the member stays as a number to which posts point; it leads to
//! no name. What was chosen is kept beside it (`erasures`), so that a copy of
//! the database made before is emptied as well when it is restored.
//!
//! Sources: GDPR Art. 17; for the mark of a suspended person Art. 17(3)(e).

use std::time::Duration;

use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use stoa_kernel::db::rows;
use stoa_kernel::holdings::Subject;
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Actor, Announcement, Fault, Reads, Secret, Time, Tx};

use crate::events::MemberLeft;
use crate::holdings::HOLDINGS;
use crate::members::is_suspended;
use crate::model::{Audience, Theme, Tie};
use crate::store::members::{self as table, ACTIVE, ActiveModel, Model};

/// The state of who has left.
const FORMER: &str = "former";
/// A suspended person who left is known by the address for so long.
const MARKED: Duration = Duration::from_secs(365 * 24 * 3600);
/// What the mark of an address is sealed for.
const MARK: &str = "left-suspended";

/// What becomes of the texts of who leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// They stay, without the name.
    #[serde(rename = "keep_posts")]
    Keep,
    /// They go; place and number stay, so that the answers of others still make sense.
    #[serde(rename = "delete_posts")]
    Delete,
}

impl Choice {
    /// The spelling in the database, in forms and in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep_posts",
            Self::Delete => "delete_posts",
        }
    }

    /// The one spelled so.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Keep, Self::Delete].into_iter().find(|one| one.name() == name)
    }
}

/// What somebody who leaves wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What becomes of the texts.
    pub choice: Choice,
    /// With them go the titles of threads in which others wrote.
    pub titles: bool,
}

/// A wish to leave, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Who left.
    pub member: MemberId,
    /// What becomes of the texts.
    pub choice: Choice,
    /// Whether titles go too.
    pub titles: bool,
    /// When it was asked for.
    pub asked_at: Time,
}

/// The person leaves.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest, [`Fault::Conflict`] for the last administrator.
pub async fn leave(
    tx: &mut Tx,
    actor: &Actor,
    secret: &Secret,
    wish: Wish,
) -> Result<Subject, Fault> {
    let member = actor.signed_in()?;
    erase(tx, secret, member, wish).await
}

/// As [`leave`], on the word of the operator or of a journal.
///
/// # Errors
/// [`Fault::NotFound`] for nobody or for who has left, [`Fault::Conflict`] for the last
/// administrator.
pub async fn erase(
    tx: &mut Tx,
    secret: &Secret,
    member: MemberId,
    wish: Wish,
) -> Result<Subject, Fault> {
    crate::roles::keep_one_administrator(tx, member).await?;
    let row = table::locked(tx, member).await?;
    if row.state != ACTIVE {
        return Err(Fault::NotFound);
    }
    let asked_at = tx.now();
    let erasure = Erasure { member, choice: wish.choice, titles: wish.titles, asked_at };
    carry_out(tx, secret, &row, &erasure).await
}

/// Empties the account of somebody who left, in a copy of the database that was made before;
/// `None` for who is not there or has left there too.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn replay(
    tx: &mut Tx,
    secret: &Secret,
    erasure: &Erasure,
) -> Result<Option<Subject>, Fault> {
    let row = table::by_id(tx, erasure.member).await?;
    match row.filter(|row| row.state == ACTIVE) {
        Some(row) => carry_out(tx, secret, &row, erasure).await.map(Some),
        None => Ok(None),
    }
}

async fn carry_out(
    tx: &mut Tx,
    secret: &Secret,
    row: &Model,
    erasure: &Erasure,
) -> Result<Subject, Fault> {
    let member = row.id;
    note(tx, secret, row, erasure).await?;
    let subject = Subject { member, address: row.email_key.clone() };
    for holding in HOLDINGS {
        holding.leave(tx, &subject).await?;
    }
    empty(tx, row).await?;
    crate::store::members::raise_rights(tx, member).await?;
    let now = tx.now();
    tx.announce(Announcement::left(member, now));
    tx.emit(&MemberLeft { member })?;
    Ok(subject)
}

async fn note(tx: &Tx, secret: &Secret, row: &Model, erasure: &Erasure) -> Result<(), Fault> {
    let until = row.suspended_until.filter(|until| is_suspended(Some(*until), tx.now()));
    let mark = until.map(|_| mark(secret, &row.email_key));
    let sql = "INSERT INTO erasures (member_id, choice, titles, asked_at, address_mark, \
               suspended_until) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (member_id) DO NOTHING";
    let values = vec![
        row.id.into(),
        erasure.choice.name().into(),
        erasure.titles.into(),
        erasure.asked_at.into(),
        mark.into(),
        until.into(),
    ];
    tx.run(sql, values).await.map(|_| ())
}

/// Only this instance can tell which address it stands for, and only by trying it.
fn mark(secret: &Secret, address: &str) -> String {
    let sealed = secret.seal(MARK, address.as_bytes());
    stoa_kernel::secret::hash(&sealed)
}

async fn empty(tx: &Tx, row: &Model) -> Result<(), Fault> {
    let nobody = row.id.to_string();
    let change = ActiveModel {
        email: Set(nobody.clone()),
        email_key: Set(nobody.clone()),
        handle: Set(nobody.clone()),
        handle_key: Set(nobody),
        display_name: Set(String::new()),
        name_key: Set(String::new()),
        password_hash: Set(None),
        locale: Set("en".to_owned()),
        languages: Set("[]".to_owned()),
        time_zone: Set("UTC".to_owned()),
        audience: Set(Audience::Citizen.slug().to_owned()),
        tie: Set(Tie::Across.slug().to_owned()),
        city_id: Set(None),
        bio: Set(String::new()),
        note: Set(String::new()),
        state: Set(FORMER.to_owned()),
        approved_posts: Set(0),
        keys_enabled: Set(true),
        translated: Set(true),
        approachable: Set(false),
        theme: Set(Theme::Auto.slug().to_owned()),
        suspended_until: Set(None),
        seen_at: Set(None),
        ..table::change(row)
    };
    change.update(&tx.conn()).await?;
    Ok(())
}

/// By what a person's rows are found.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest.
pub async fn subject(db: &impl Reads, actor: &Actor) -> Result<Subject, Fault> {
    let member = actor.signed_in()?;
    let row = table::by_id(db, member).await?.ok_or(Fault::NotFound)?;
    Ok(Subject { member, address: row.email_key })
}

#[derive(FromQueryResult)]
struct Row {
    member_id: MemberId,
    choice: String,
    titles: bool,
    asked_at: Time,
}

impl Row {
    fn erasure(self) -> Result<Erasure, Fault> {
        let choice = Choice::parse(&self.choice)
            .ok_or_else(|| crate::store::damaged("choice", &self.choice))?;
        Ok(Erasure { member: self.member_id, choice, titles: self.titles, asked_at: self.asked_at })
    }
}

const ERASURE: &str = "SELECT member_id, choice, titles, asked_at FROM erasures";

/// What somebody who left wanted, until it has been carried out.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn open(db: &impl Reads, member: MemberId) -> Result<Option<Erasure>, Fault> {
    let sql = format!("{ERASURE} WHERE member_id = ? AND done_at IS NULL");
    let found: Vec<Row> = rows(db, &sql, vec![member.into()]).await?;
    found.into_iter().next().map(Row::erasure).transpose()
}

/// What somebody who left wanted, also when it has been carried out.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn wished(db: &impl Reads, member: MemberId) -> Result<Option<Erasure>, Fault> {
    let sql = format!("{ERASURE} WHERE member_id = ?");
    let found: Vec<Row> = rows(db, &sql, vec![member.into()]).await?;
    found.into_iter().next().map(Row::erasure).transpose()
}

/// Everybody who left, in the order of leaving: the journal.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn journal(db: &impl Reads) -> Result<Vec<Erasure>, Fault> {
    let sql = format!("{ERASURE} ORDER BY asked_at, member_id");
    rows::<Row>(db, &sql, vec![]).await?.into_iter().map(Row::erasure).collect()
}

/// Notes that everything has been carried out.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn done(tx: &Tx, member: MemberId) -> Result<(), Fault> {
    let sql = "UPDATE erasures SET done_at = ? WHERE member_id = ?";
    tx.run(sql, vec![tx.now().into(), member.into()]).await.map(|_| ())
}

/// When the last of those who left had everything carried out.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn newest(db: &impl Reads) -> Result<Option<Time>, Fault> {
    #[derive(FromQueryResult)]
    struct Newest {
        newest: Option<Time>,
    }
    let sql = "SELECT MAX(done_at) AS newest FROM erasures";
    let found: Vec<Newest> = rows(db, sql, vec![]).await?;
    Ok(found.into_iter().next().and_then(|row| row.newest))
}

/// Until when somebody with this address was suspended when he left; `None` for all others. The
/// mark is forgotten after a year, whatever the suspension's end.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(crate) async fn left_suspended(
    tx: &Tx,
    secret: &Secret,
    address: &str,
) -> Result<Option<Time>, Fault> {
    #[derive(FromQueryResult)]
    struct Until {
        suspended_until: Time,
    }
    let sql = "SELECT suspended_until FROM erasures WHERE address_mark = ? AND asked_at > ? \
               AND suspended_until > ? ORDER BY suspended_until DESC";
    let now = tx.now();
    let values = vec![mark(secret, address).into(), now.minus(MARKED).into(), now.into()];
    let found: Vec<Until> = rows(tx, sql, values).await?;
    Ok(found.into_iter().next().map(|row| row.suspended_until))
}

/// Forgets marks that are older than a year; answers how many went.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(crate) async fn sweep(tx: &Tx) -> Result<u64, Fault> {
    let sql = "UPDATE erasures SET address_mark = NULL, suspended_until = NULL \
               WHERE asked_at <= ? AND address_mark IS NOT NULL";
    Ok(tx.run(sql, vec![tx.now().minus(MARKED).into()]).await?.rows_affected())
}

#[cfg(test)]
mod tests;
