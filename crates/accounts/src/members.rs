//! Coming in: joining, confirming, being approved, being silenced.

use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use sea_orm::FromQueryResult;
use serde_json::json;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{CityId, MemberId, TokenId};
use stoa_kernel::{Actor, Announcement, Fault, Reads, Secret, Time, Tx, text};
use stoa_policy::Action;

use crate::events::{
    AddressKnown, ConfirmAsked, MemberConfirmed, MemberInvited, MemberJoined, SuspensionChanged,
};
use crate::links::{self, Link, Purpose};
use crate::model::{CityWish, NewMember, Theme, Tie};
use crate::roles::By;
use crate::standing::APPROVED;
use crate::store::members::{self as table, ACTIVE, ActiveModel, Model};
use crate::store::{applications, handles};

/// Silenced without an end.
pub const FOREVER: Time = Time(i64::MAX);

/// What joining led to. No answer to the outside may depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// The address was new: an account waits for its confirmation.
    New(MemberId),
    /// The address had joined and not confirmed: this wish waits beside the earlier one.
    Again(MemberId),
    /// The address belongs to a member, who is told by letter.
    Known(MemberId),
}

/// Somebody asks to join. The same kinds of work are done whether or not the address is known:
/// the password was hashed before, a letter is queued in each case.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn join(tx: &mut Tx, wish: &NewMember) -> Result<Joined, Fault> {
    let known = table::by_address(tx, wish.email.key()).await?;
    match known {
        None => {
            let member = shell(tx, wish).await?;
            tx.emit(&MemberJoined { member })?;
            apply(tx, member, wish).await?;
            Ok(Joined::New(member))
        }
        Some(row) if row.confirmed_at.is_none() => {
            greet_as(tx, &row, wish).await?;
            apply(tx, row.id, wish).await?;
            Ok(Joined::Again(row.id))
        }
        Some(row) => {
            let at = tx.now();
            tx.emit(&AddressKnown { member: row.id, at })?;
            Ok(Joined::Known(row.id))
        }
    }
}

/// An account that cannot be signed in to: it holds the address until a link confirms a wish.
async fn shell(tx: &mut Tx, wish: &NewMember) -> Result<MemberId, Fault> {
    let id: MemberId = tx.new_id();
    let fresh = ActiveModel {
        password_hash: Set(None),
        confirmed_at: Set(None),
        // Nobody can mention or look up an account that is not confirmed; it gets its handle then.
        handle: Set(id.to_string()),
        handle_key: Set(id.to_string()),
        city_id: Set(None),
        note: Set(String::new()),
        ..row_of(tx, id, wish)
    };
    fresh.insert(&tx.conn()).await.map_err(raced)?;
    Ok(id)
}

/// Two who come in with one address or one handle at the same moment: the second finds the index
/// filled, begins again, and meets the first's row.
fn raced(error: sea_orm::DbErr) -> Fault {
    let violates = stoa_kernel::fault::violates;
    let address = violates(&error, "members_email", "members.email_key");
    let handle = violates(&error, "members_handle", "members.handle_key");
    if address || handle { Fault::again() } else { Fault::from(error) }
}

fn row_of(tx: &Tx, id: MemberId, wish: &NewMember) -> ActiveModel {
    ActiveModel {
        id: Set(id),
        email: Set(wish.email.as_str().to_owned()),
        email_key: Set(wish.email.key().to_owned()),
        display_name: Set(wish.name.as_str().to_owned()),
        name_key: Set(text::plain(wish.name.as_str())),
        password_hash: Set(wish.password.as_ref().map(|hash| hash.0.clone())),
        locale: Set(wish.locale.as_str().to_owned()),
        languages: Set(table::as_json(wish.languages.tags())),
        time_zone: Set(wish.time_zone.as_str().to_owned()),
        audience: Set(wish.audience.slug().to_owned()),
        tie: Set(wish.tie.slug().to_owned()),
        city_id: Set(wish.city.filter(|_| wish.tie != Tie::Across)),
        bio: Set(String::new()),
        note: Set(wish.note.as_str().to_owned()),
        state: Set(ACTIVE.to_owned()),
        approved_posts: Set(0),
        keys_enabled: Set(true),
        translated: Set(true),
        approachable: Set(true),
        theme: Set(Theme::Auto.slug().to_owned()),
        created_at: Set(tx.now()),
        confirmed_at: Set(Some(tx.now())),
        suspended_until: Set(None),
        seen_at: Set(None),
        rights_version: Set(0),
        version: Set(1),
        ..Default::default()
    }
}

/// The letter is written in the language, zone and name that were asked for last.
async fn greet_as(tx: &Tx, row: &Model, wish: &NewMember) -> Result<(), Fault> {
    let change = ActiveModel {
        display_name: Set(wish.name.as_str().to_owned()),
        locale: Set(wish.locale.as_str().to_owned()),
        time_zone: Set(wish.time_zone.as_str().to_owned()),
        ..table::change(row)
    };
    table::save(tx, change).await.map(|_| ())
}

async fn apply(tx: &mut Tx, member: MemberId, wish: &NewMember) -> Result<TokenId, Fault> {
    let token = links::issue(tx, member, Purpose::Confirm).await?;
    let named = wish.wish.as_ref().filter(|_| wish.tie != Tie::Across);
    let fresh = applications::ActiveModel {
        token_id: Set(token),
        member_id: Set(member),
        display_name: Set(wish.name.as_str().to_owned()),
        password_hash: Set(wish.password.as_ref().map(|hash| hash.0.clone())),
        locale: Set(wish.locale.as_str().to_owned()),
        languages: Set(table::as_json(wish.languages.tags())),
        time_zone: Set(wish.time_zone.as_str().to_owned()),
        audience: Set(wish.audience.slug().to_owned()),
        tie: Set(wish.tie.slug().to_owned()),
        city_id: Set(wish.city.filter(|_| wish.tie != Tie::Across)),
        wish_name: Set(named.map(|city| city.name.clone())),
        wish_country: Set(named.map(|city| city.country.clone())),
        note: Set(wish.note.as_str().to_owned()),
        written_at: Set(tx.now()),
    };
    fresh.insert(&tx.conn()).await?;
    tx.emit(&ConfirmAsked { member, token })?;
    Ok(token)
}

/// An address that was confirmed, and the city its member named that was not in the list: the
/// caller claims it in the same transaction and hands it to [`settle`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// Who.
    pub member: MemberId,
    /// The city to be claimed.
    pub claim: Option<CityWish>,
}

/// What pressing the button of a confirmation link led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirming {
    /// The address is confirmed.
    Done(Confirmed),
    /// The link does not work; never [`Link::Good`].
    Not(Link),
}

/// Confirms an address: what was asked for together with this link becomes the account.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn confirm(tx: &mut Tx, secret: &Secret, text: &str) -> Result<Confirming, Fault> {
    let link = links::consume(tx, secret, Purpose::Confirm, text).await?;
    let Link::Good { member, token, .. } = link else {
        return Ok(Confirming::Not(link));
    };
    let Some(wish) = applications::of_token(tx, token).await? else {
        return Ok(Confirming::Not(Link::Expired));
    };
    let row = table::locked(tx, member).await?;
    if row.confirmed_at.is_some() {
        return Ok(Confirming::Not(Link::Used));
    }
    let claim = wished(&wish);
    become_member(tx, &row, wish).await?;
    still_suspended(tx, secret, &row).await?;
    links::void(tx, member, Purpose::Confirm).await?;
    applications::drop_all(tx, member).await?;
    tx.emit(&MemberConfirmed { member })?;
    Ok(Confirming::Done(Confirmed { member, claim }))
}

fn wished(wish: &applications::Model) -> Option<CityWish> {
    let (name, country) = (wish.wish_name.clone()?, wish.wish_country.clone()?);
    wish.city_id.is_none().then_some(CityWish { name, country })
}

async fn become_member(tx: &Tx, row: &Model, wish: applications::Model) -> Result<(), Fault> {
    let handle = handles::free(tx, &wish.display_name, row.id).await?;
    let change = ActiveModel {
        handle: Set(handle.clone()),
        handle_key: Set(handle),
        name_key: Set(text::plain(&wish.display_name)),
        display_name: Set(wish.display_name),
        password_hash: Set(wish.password_hash),
        locale: Set(wish.locale),
        languages: Set(wish.languages),
        time_zone: Set(wish.time_zone),
        audience: Set(wish.audience),
        tie: Set(wish.tie),
        city_id: Set(wish.city_id),
        note: Set(wish.note),
        confirmed_at: Set(Some(tx.now())),
        ..table::change(row)
    };
    change.update(&tx.conn()).await.map(|_| ()).map_err(raced)
}

/// Leaving and joining again ends no suspension.
async fn still_suspended(tx: &Tx, secret: &Secret, row: &Model) -> Result<(), Fault> {
    let Some(until) = crate::leaving::left_suspended(tx, secret, &row.email_key).await? else {
        return Ok(());
    };
    let sql = "UPDATE members SET suspended_until = ? WHERE id = ?";
    tx.run(sql, vec![until.into(), row.id.into()]).await.map(|_| ())
}

/// Puts a member into the city that was claimed for him.
///
/// # Errors
/// [`Fault::NotFound`] for a member who does not exist.
pub async fn settle(tx: &mut Tx, member: MemberId, city: CityId) -> Result<(), Fault> {
    let row = table::locked(tx, member).await?;
    let change = ActiveModel { city_id: Set(Some(city)), ..table::change(&row) };
    table::save(tx, change).await.map(|_| ())
}

/// Adds a confirmed member without a letter: for the operator's command line and for samples.
///
/// # Errors
/// [`Fault::Conflict`] when the address is known.
pub async fn add(tx: &mut Tx, new: &NewMember) -> Result<MemberId, Fault> {
    if table::by_address(tx, new.email.key()).await?.is_some() {
        return Err(Fault::Conflict("accounts-email-taken"));
    }
    let id: MemberId = tx.new_id();
    let handle = handles::free(tx, new.name.as_str(), id).await?;
    let fresh =
        ActiveModel { handle: Set(handle.clone()), handle_key: Set(handle), ..row_of(tx, id, new) };
    fresh.insert(&tx.conn()).await.map_err(raced)?;
    tx.emit(&MemberJoined { member: id })?;
    tx.emit(&MemberConfirmed { member: id })?;
    Ok(id)
}

/// An administrator adds a member who moderates all spaces, and who is told by letter how to sign in.
///
/// # Errors
/// [`Fault::Forbidden`] for others, [`Fault::Conflict`] when the address is known.
pub async fn invite_moderator(
    tx: &mut Tx,
    actor: &Actor,
    new: &NewMember,
) -> Result<MemberId, Fault> {
    actor.may(Action::Administer)?;
    let member = add(tx, new).await?;
    let (by, kind) = (By::Actor(actor), stoa_kernel::RoleKind::Moderator);
    crate::roles::give_role(tx, by, member, kind, None).await?;
    tx.emit(&MemberInvited { member })?;
    Ok(member)
}

#[derive(FromQueryResult)]
struct Approved {
    approved_posts: i32,
}

async fn recount(tx: &mut Tx, member: MemberId, step: i32) -> Result<i32, Fault> {
    let sql = "UPDATE members SET approved_posts = CASE WHEN approved_posts + ? < 0 THEN 0 \
               ELSE approved_posts + ? END WHERE id = ? RETURNING approved_posts";
    let values = vec![step.into(), step.into(), member.into()];
    let found: Vec<Approved> = rows(tx, sql, values).await?;
    let now = found.into_iter().next().map(|row| row.approved_posts).ok_or(Fault::NotFound)?;
    let crossed = if step > 0 { now == APPROVED } else { now == APPROVED - 1 };
    if crossed {
        rights_changed(tx, member).await?;
    }
    Ok(now)
}

/// How many of a member's posts were approved.
///
/// # Errors
/// [`Fault::NotFound`] for a member who does not exist.
pub async fn approved(db: &impl Reads, member: MemberId) -> Result<i32, Fault> {
    let sql = "SELECT approved_posts FROM members WHERE id = ?";
    let found: Vec<Approved> = rows(db, sql, vec![member.into()]).await?;
    found.into_iter().next().map(|row| row.approved_posts).ok_or(Fault::NotFound)
}

/// Counts an approved post and says how many there are; with the second the newcomer is a member.
///
/// # Errors
/// [`Fault::NotFound`] for a member who does not exist.
pub async fn count_approval(tx: &mut Tx, member: MemberId) -> Result<i32, Fault> {
    recount(tx, member, 1).await
}

/// Takes a counted approval back, when its decision is undone.
///
/// # Errors
/// [`Fault::NotFound`] for a member who does not exist.
pub async fn uncount_approval(tx: &mut Tx, member: MemberId) -> Result<i32, Fault> {
    recount(tx, member, -1).await
}

/// Raises the version of somebody's rights and tells the sockets.
pub(crate) async fn rights_changed(tx: &mut Tx, member: MemberId) -> Result<(), Fault> {
    table::raise_rights(tx, member).await?;
    let now = tx.now();
    tx.announce(Announcement::rights(json!({ "member": member }), now));
    Ok(())
}

/// Silences a member until an instant, [`FOREVER`] without end; `None` lets him speak again. The
/// sessions end, and their sockets with them; a silenced member may sign in again to read the
/// decision, contest it, and take along or erase what is kept of him.
///
/// # Errors
/// [`Fault::Forbidden`] for who may not, or for oneself; [`Fault::Conflict`] for the last
/// administrator; [`Fault::NotFound`].
pub async fn suspend(
    tx: &mut Tx,
    by: By<'_>,
    member: MemberId,
    until: Option<Time>,
) -> Result<(), Fault> {
    by.may(Action::Administer)?;
    by.is_another(member)?;
    crate::roles::keep_one_administrator(tx, member).await.or_else(|fault| match until {
        None => Ok(()),
        Some(_) => Err(fault),
    })?;
    let row = table::locked(tx, member).await?;
    let change = ActiveModel { suspended_until: Set(until), ..table::change(&row) };
    table::save(tx, change).await?;
    if until.is_some() {
        crate::sessions::end_all(tx, member, None).await?;
    }
    rights_changed(tx, member).await?;
    tx.emit(&SuspensionChanged { member, until })
}

/// Until when a member is silenced, if that is still ahead.
///
/// # Errors
/// [`Fault::NotFound`] for a member who does not exist.
pub async fn suspended_until(tx: &Tx, member: MemberId) -> Result<Option<Time>, Fault> {
    let row = table::locked(tx, member).await?;
    Ok(row.suspended_until.filter(|until| *until > tx.now()))
}

/// Whether a member is silenced at an instant.
#[must_use]
pub fn is_suspended(until: Option<Time>, now: Time) -> bool {
    until.is_some_and(|until| until > now)
}

#[cfg(test)]
mod tests;
