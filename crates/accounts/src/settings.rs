//! What members change of their own account.

use sea_orm::ActiveValue::Set;
use stoa_kernel::ids::{MemberId, SessionId};
use stoa_kernel::{Actor, Fault, Problems, Reads, Secret, Tx, text};
use stoa_policy::Action;

use crate::events::{MemberRenamed, PasswordChanged, ZoneChanged};
use crate::links::{self, Link, Purpose};
use crate::model::{Audience, Changes, Settings};
use crate::passwords::{PasswordHash, Proven};
use crate::sessions;
use crate::store::members::{self as table, ActiveModel, Model};

/// What a change of settings led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Done; the settings as they are now.
    Done(Box<Settings>),
    /// Somebody (the same member elsewhere) was first; the settings as they are now.
    Stale(Box<Settings>),
}

/// Changes one's own settings.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest; [`Fault::Invalid`] for leaving the audience `industry`, which
/// needs a moderator.
pub async fn change(tx: &mut Tx, actor: &Actor, changes: &Changes) -> Result<Changed, Fault> {
    let member = actor.signed_in()?;
    let row = table::locked(tx, member).await?;
    if changes.version.is_some_and(|version| version != row.version) {
        return Ok(Changed::Stale(Box::new(row.settings()?)));
    }
    let mut problems = Problems::default();
    if changes.audience.is_some_and(|wanted| !may_become(&row, wanted)) {
        problems.add("audience", "accounts-audience-moderator");
    }
    problems.into_result()?;
    let saved = table::save(tx, applied(&row, changes)).await?;
    if saved.display_name != row.display_name {
        tx.emit(&MemberRenamed { member })?;
    }
    if saved.time_zone != row.time_zone {
        tx.emit(&ZoneChanged { member })?;
    }
    Ok(Changed::Done(Box::new(saved.settings()?)))
}

/// Industry is left only with a moderator's consent: nobody sheds the label before advertising.
fn may_become(row: &Model, wanted: Audience) -> bool {
    row.audience == wanted.slug() || row.audience != Audience::Industry.slug()
}

fn applied(row: &Model, changes: &Changes) -> ActiveModel {
    let mut change = table::change(row);
    if let Some(name) = &changes.display_name {
        change.display_name = Set(name.as_str().to_owned());
        change.name_key = Set(text::plain(name.as_str()));
    }
    if let Some(bio) = &changes.bio {
        change.bio = Set(bio.as_str().to_owned());
    }
    if let Some(languages) = &changes.languages {
        change.languages = Set(table::as_json(languages.tags()));
    }
    if let Some(zone) = &changes.time_zone {
        change.time_zone = Set(zone.as_str().to_owned());
    }
    if let Some(locale) = &changes.locale {
        change.locale = Set(locale.as_str().to_owned());
    }
    if let Some(audience) = changes.audience {
        change.audience = Set(audience.slug().to_owned());
    }
    with_place_and_face(change, changes)
}

fn with_place_and_face(mut change: ActiveModel, changes: &Changes) -> ActiveModel {
    if let Some(place) = changes.place {
        change.tie = Set(place.tie.slug().to_owned());
        change.city_id = Set(place.city);
    }
    if let Some(theme) = changes.theme {
        change.theme = Set(theme.slug().to_owned());
    }
    if let Some(enabled) = changes.keys_enabled {
        change.keys_enabled = Set(enabled);
    }
    if let Some(translated) = changes.translated {
        change.translated = Set(translated);
    }
    if let Some(approachable) = changes.approachable {
        change.approachable = Set(approachable);
    }
    change
}

/// Gives somebody another audience, on a moderator's word.
///
/// # Errors
/// [`Fault::Forbidden`] for who may not, [`Fault::NotFound`].
pub async fn set_audience(
    tx: &mut Tx,
    actor: &Actor,
    member: MemberId,
    audience: Audience,
) -> Result<(), Fault> {
    actor.may(Action::Administer)?;
    let row = table::locked(tx, member).await?;
    let change = ActiveModel { audience: Set(audience.slug().to_owned()), ..table::change(&row) };
    table::save(tx, change).await.map(|_| ())
}

/// Sets a new password for a member who has just proven the old one, ends the other sessions and
/// lets the member be told. `false` when the password was changed in between.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest or for somebody else's proof.
pub async fn change_password(
    tx: &mut Tx,
    actor: &Actor,
    proven: &Proven,
    new: &PasswordHash,
    here: Option<SessionId>,
) -> Result<bool, Fault> {
    let member = actor.signed_in()?;
    let row = table::locked(tx, member).await?;
    if proven.member != member || row.password_hash.as_deref() != Some(proven.hash.as_str()) {
        return Ok(false);
    }
    set_password(tx, &row, new, here).await?;
    Ok(true)
}

pub(crate) async fn set_password(
    tx: &mut Tx,
    row: &Model,
    new: &PasswordHash,
    here: Option<SessionId>,
) -> Result<(), Fault> {
    let change = ActiveModel { password_hash: Set(Some(new.0.clone())), ..table::change(row) };
    table::save(tx, change).await?;
    links::void(tx, row.id, Purpose::SignIn).await?;
    links::void(tx, row.id, Purpose::Reset).await?;
    sessions::end_all(tx, row.id, here).await?;
    let at = tx.now();
    tx.emit(&PasswordChanged { member: row.id, at })
}

/// Uses up a reset link: the new password holds, all sessions end, the member is told by letter.
/// Nobody is signed in by it. Answers what the link was.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn reset_password(
    tx: &mut Tx,
    secret: &Secret,
    text: &str,
    new: &PasswordHash,
) -> Result<Link, Fault> {
    let link = links::consume(tx, secret, Purpose::Reset, text).await?;
    if let Link::Good { member, .. } = link {
        let row = table::locked(tx, member).await?;
        set_password(tx, &row, new, None).await?;
    }
    Ok(link)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Place, Theme, Tie};
    use crate::parse::{Bio, DisplayName, Languages};
    use crate::sessions::find;
    use crate::testing::World;
    use crate::views;

    async fn changed(world: &World, actor: &Actor, changes: Changes) -> Result<Changed, Fault> {
        world.db.write(async |tx: &mut Tx| change(tx, actor, &changes).await).await
    }

    #[tokio::test]
    async fn settings_change_in_part_and_not_from_an_old_copy() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let actor = world.actor(ada).await;
        let before = views::settings(&world.db, &actor).await.unwrap();
        assert_eq!(world.letters().await, Vec::<String>::new());
        let changes = Changes {
            version: Some(before.version),
            display_name: Some(DisplayName::parse("Ada Lovelace").unwrap()),
            bio: Some(Bio::parse("Rain gardens").unwrap()),
            languages: Some(Languages::parse(&["lv"]).unwrap()),
            theme: Some(Theme::Dark),
            keys_enabled: Some(false),
            place: Place::new(Tie::Across, None),
            ..Changes::default()
        };
        let Ok(Changed::Done(now)) = changed(&world, &actor, changes.clone()).await else {
            panic!("done")
        };
        assert_eq!(world.letters().await, ["accounts.member_renamed"]);
        assert_eq!((now.display_name.as_str(), now.bio.as_str()), ("Ada Lovelace", "Rain gardens"));
        assert_eq!((now.theme, now.keys_enabled, now.tie), (Theme::Dark, false, Tie::Across));
        assert_eq!(
            (now.handle.as_str(), now.time_zone.as_str()),
            ("ada", before.time_zone.as_str())
        );
        let Ok(Changed::Stale(kept)) = changed(&world, &actor, changes).await else {
            panic!("the second change was made from an old copy")
        };
        assert_eq!(kept.version, before.version + 1);
        assert!(matches!(
            changed(&world, &Actor::guest(), Changes::default()).await,
            Err(Fault::Forbidden(_))
        ));
    }

    #[tokio::test]
    async fn industry_is_left_by_a_moderators_word_only() {
        let world = World::new().await;
        let (ada, boss) = (world.member("ada").await, world.administrator("boss").await);
        let (actor, boss) = (world.actor(ada).await, world.actor(boss).await);
        let becomes = |audience| Changes { audience: Some(audience), ..Changes::default() };
        assert!(changed(&world, &actor, becomes(Audience::Industry)).await.is_ok());
        assert!(changed(&world, &actor, becomes(Audience::Industry)).await.is_ok());
        let Err(Fault::Invalid(problems)) =
            changed(&world, &actor, becomes(Audience::Citizen)).await
        else {
            panic!("refused")
        };
        assert_eq!(problems.0[0].key, "accounts-audience-moderator");
        let given = |by: Actor| {
            let world = world.clone();
            async move {
                let set = async |tx: &mut Tx| set_audience(tx, &by, ada, Audience::Citizen).await;
                world.db.write(set).await
            }
        };
        assert!(matches!(given(actor.clone()).await, Err(Fault::Forbidden(_))));
        given(boss).await.unwrap();
        assert_eq!(views::settings(&world.db, &actor).await.unwrap().audience, Audience::Citizen);
    }

    #[tokio::test]
    async fn a_new_password_ends_the_other_sessions_and_open_links() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let actor = world.actor(ada).await;
        let (here, token) = world.open(ada).await;
        let (_, elsewhere) = world.open(ada).await;
        let link = world.issue(ada, Purpose::SignIn).await;
        let proven = world.prove("ada", World::PASSWORD).await.unwrap();
        let new = world.hash("a new secret").await;
        let set = async |tx: &mut Tx| change_password(tx, &actor, &proven, &new, Some(here)).await;
        assert!(world.db.write(set).await.unwrap());
        assert!(find(&world.db, &token).await.unwrap().is_some());
        assert!(find(&world.db, &elsewhere).await.unwrap().is_none());
        assert!(!world.signs_in("ada", World::PASSWORD).await);
        assert!(world.signs_in("ada", "a new secret").await);
        let link = links::text(&world.secret(), Purpose::SignIn, link);
        assert_eq!(world.consume(Purpose::SignIn, &link).await, Link::Expired);
        assert_eq!(world.letters().await, ["accounts.password_changed"]);
        assert!(!world.db.write(set).await.unwrap(), "the proof is of the old password");
    }

    #[tokio::test]
    async fn a_reset_ends_all_sessions_and_works_once() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let (_, token) = world.open(ada).await;
        let text =
            links::text(&world.secret(), Purpose::Reset, world.issue(ada, Purpose::Reset).await);
        let new = world.hash("a new secret").await;
        let secret = world.secret();
        let reset = async |tx: &mut Tx| reset_password(tx, &secret, &text, &new).await;
        assert!(matches!(world.db.write(reset).await.unwrap(), Link::Good { .. }));
        assert!(find(&world.db, &token).await.unwrap().is_none());
        assert!(world.signs_in("ada", "a new secret").await);
        assert_eq!(world.db.write(reset).await.unwrap(), Link::Used);
        assert_eq!(world.letters().await, ["accounts.password_changed"]);
    }

    #[tokio::test]
    async fn somebody_elses_proof_is_worth_nothing() {
        let world = World::new().await;
        let (ada, _) = (world.member("ada").await, world.member("eve").await);
        let proven = world.prove("eve", World::PASSWORD).await.unwrap();
        let (actor, new) = (world.actor(ada).await, world.hash("a new secret").await);
        let set = async |tx: &mut Tx| change_password(tx, &actor, &proven, &new, None).await;
        assert!(!world.db.write(set).await.unwrap());
        assert!(world.signs_in("ada", World::PASSWORD).await);
    }
}
