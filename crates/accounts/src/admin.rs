//! Administration on the machine itself: what `stoa admin` and samples call. **The operator is not
//! judged; whoever may start the program may do this.**

use std::time::Duration;

use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Fault, Limit, Problems, Reads, RoleKind, Tx};

use crate::members;
use crate::model::{Audience, MemberLine, NewMember, Shown, Tie};
use crate::parse::{DisplayName, EmailAddress, LanguageTag, Languages, Note, Zone};
use crate::passwords::PasswordHash;
use crate::roles::{self, By};
use crate::store;
use crate::views;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// A member to be added without a letter.
#[derive(Clone, Debug)]
pub struct Addition(pub NewMember);

impl Addition {
    /// With name and language of pages; everything else as for somebody who works across cities,
    /// to be changed in the settings. Without a password only mailed links sign in.
    ///
    /// # Errors
    /// [`Fault::Invalid`] with all that is wrong, by field.
    pub fn parse(
        email: &str,
        name: &str,
        locale: &str,
        password: Option<PasswordHash>,
    ) -> Result<Self, Fault> {
        let mut problems = Problems::default();
        let mut noted = |field, key| problems.add(field, key);
        let email = EmailAddress::parse(email).map_err(|key| noted("email", key)).ok();
        let name = DisplayName::parse(name).map_err(|key| noted("name", key)).ok();
        let tag = LanguageTag::parse(locale).map_err(|key| noted("locale", key)).ok();
        problems.into_result()?;
        let whole = || Fault::invalid("email", "accounts-email-bad");
        let (email, name, locale) =
            email.zip(name).zip(tag).map(|((e, n), l)| (e, n, l)).ok_or_else(whole)?;
        Ok(Self(NewMember {
            languages: Languages::parse(&[locale.as_str()])
                .map_err(|key| Fault::invalid("locale", key))?,
            time_zone: Zone::parse("UTC").map_err(|key| Fault::invalid("time_zone", key))?,
            audience: Audience::Practitioner,
            tie: Tie::Across,
            city: None,
            wish: None,
            note: Note::default(),
            email,
            name,
            password,
            locale,
        }))
    }
}

/// Adds a confirmed member.
///
/// # Errors
/// [`Fault::Conflict`] when the address is known.
pub async fn add(tx: &mut Tx, addition: &Addition) -> Result<MemberId, Fault> {
    members::add(tx, &addition.0).await
}

/// The member with an address, confirmed or not.
///
/// # Errors
/// [`Fault::Invalid`] for what is no address, [`Fault::NotFound`].
pub async fn by_email(db: &impl Reads, email: &str) -> Result<MemberId, Fault> {
    let email = EmailAddress::parse(email).map_err(|key| Fault::invalid("email", key))?;
    views::by_address(db, &email).await?.ok_or(Fault::NotFound)
}

/// Gives a role, everywhere or in one space; who holds it already keeps it.
///
/// # Errors
/// As [`roles::give_role`].
pub async fn give(
    tx: &mut Tx,
    member: MemberId,
    kind: RoleKind,
    space: Option<SpaceId>,
) -> Result<(), Fault> {
    roles::give_role(tx, By::Operator, member, kind, space).await.map(|_| ())
}

/// Takes a role; who does not hold it stays without.
///
/// # Errors
/// As [`roles::take_role`].
pub async fn take(
    tx: &mut Tx,
    member: MemberId,
    kind: RoleKind,
    space: Option<SpaceId>,
) -> Result<(), Fault> {
    roles::take_role(tx, By::Operator, member, kind, space).await.map(|_| ())
}

/// Silences a member for some days from now; 0 lets him speak again.
///
/// # Errors
/// As [`members::suspend`].
pub async fn suspend(tx: &mut Tx, member: MemberId, days: u32) -> Result<(), Fault> {
    let until = (days > 0).then(|| tx.now().plus(DAY * days));
    members::suspend(tx, By::Operator, member, until).await
}

/// Sets a password without asking for the old one; all sessions end, the member is told by letter.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn set_password(tx: &mut Tx, member: MemberId, new: &PasswordHash) -> Result<(), Fault> {
    let row = store::members::locked(tx, member).await?;
    crate::settings::set_password(tx, &row, new, None).await
}

/// All members that fit, newest first.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn list(db: &impl Reads, search: &str, shown: Shown) -> Result<Vec<MemberLine>, Fault> {
    let limit = Limit::parse(Some(100))?;
    let mut all = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let page = views::all_members(db, search, shown, limit, cursor.as_deref()).await?;
        all.extend(page.items);
        cursor = page.next;
        if cursor.is_none() {
            return Ok(all);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use stoa_policy::Standing;

    #[tokio::test]
    async fn the_operator_adds_gives_and_silences() {
        let world = World::new().await;
        let addition = Addition::parse("ada@city.example", "Ada", "es", None).unwrap();
        let ada = world.db.write(async |tx: &mut Tx| add(tx, &addition).await).await.unwrap();
        let again = world.db.write(async |tx: &mut Tx| add(tx, &addition).await).await;
        assert!(matches!(again, Err(Fault::Conflict("accounts-email-taken"))));
        assert!(!world.signs_in("ada", "").await, "without a password nobody signs in by one");
        assert_eq!(by_email(&world.db, "ADA@city.example").await.unwrap(), ada);
        assert!(matches!(by_email(&world.db, "bo@city.example").await, Err(Fault::NotFound)));
        let kind = RoleKind::Curator;
        for _ in 0..2 {
            let give = async |tx: &mut Tx| give(tx, ada, kind, None).await;
            world.db.write(give).await.unwrap();
        }
        assert_eq!(world.actor(ada).await.roles().len(), 1);
        for (days, standing) in [(7, Standing::Suspended), (0, Standing::Member)] {
            let suspend = async |tx: &mut Tx| suspend(tx, ada, days).await;
            world.db.write(suspend).await.unwrap();
            assert_eq!(world.actor(ada).await.standing(), standing);
        }
        let new = world.hash("a new secret").await;
        let set = async |tx: &mut Tx| set_password(tx, ada, &new).await;
        world.db.write(set).await.unwrap();
        assert!(world.signs_in("ada", "a new secret").await);
        assert_eq!(list(&world.db, "ada", Shown::Everybody).await.unwrap().len(), 1);
    }

    #[test]
    fn everything_wrong_is_named_at_once() {
        let Err(Fault::Invalid(problems)) = Addition::parse("x", "", "nonsense!", None) else {
            panic!("refused")
        };
        let fields: Vec<_> = problems.0.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["email", "name", "locale"]);
    }
}
