//! Who lives in the demonstration, and in which cities.

use std::collections::HashMap;

use stoa_accounts::hours::Span;
use stoa_accounts::{
    Audience, Bio, By, Changes, DisplayName, EmailAddress, LanguageTag, Languages, NewMember, Note,
    Password, PasswordHash, Tie, Zone,
};
use stoa_kernel::ids::{CityId, MemberId, SpaceId};
use stoa_kernel::{Actor, Fault, RoleKind, Tx};

use super::Past;
use super::content::{Content, Member};
use crate::app::App;

/// Somebody who plays a part.
pub(super) struct Player {
    pub(super) id: MemberId,
    pub(super) name: String,
    pub(super) city: Option<CityId>,
    pub(super) mission: Option<bool>,
}

/// Everybody, by handle, and the words that sign in.
pub(super) struct Cast {
    pub(super) players: HashMap<String, Player>,
    passwords: HashMap<String, String>,
}

impl Cast {
    pub(super) fn player(&self, handle: &str) -> Result<&Player, Fault> {
        self.players.get(handle).ok_or_else(|| Fault::broken(format!("nobody is called {handle}")))
    }

    /// The player as an actor, with what he may do at this moment.
    pub(super) async fn actor(&self, past: &Past, handle: &str) -> Result<Actor, Fault> {
        let id = self.player(handle)?.id;
        let found = stoa_accounts::views::actor(&past.silent, id).await?;
        found.ok_or_else(|| Fault::broken(format!("{handle} is not a member")))
    }
}

/// The sign-in lines, in the order of the content.
pub(super) fn lines(content: &Content, cast: &Cast) -> Vec<String> {
    let line = |role: &str, handle: &String| {
        let member = content.members.iter().find(|member| member.handle == *handle)?;
        let password = cast.passwords.get(handle)?;
        Some(format!("sign-in {role} {} {password}", member.email))
    };
    content.sign_ins.iter().filter_map(|one| line(&one.role, &one.member)).collect()
}

/// Lists the invented cities and lets everybody in.
pub(super) async fn enter(app: &App, past: &Past, content: &Content) -> Result<Cast, Fault> {
    let cities = cities(past, content).await?;
    let mut cast = Cast { players: HashMap::new(), passwords: HashMap::new() };
    // Those who have no line of their own share one password that nobody is told.
    let shared = app.hasher.hash(&fresh_password(app)?.1).await?;
    let mut members: Vec<&Member> = content.members.iter().collect();
    members.sort_by_key(|member| -member.joined_age_minutes);
    for member in members {
        let told = content.sign_ins.iter().any(|one| one.member == member.handle);
        let hash = if told { told_password(app, member, &mut cast).await? } else { shared.clone() };
        let place = member.city.as_ref().and_then(|slug| cities.get(slug)).copied();
        let id = join(past, member, hash, place.map(|(city, _)| city)).await?;
        let (city, mission) = (place.map(|(city, _)| city), place.map(|(_, mission)| mission));
        cast.players.insert(
            member.handle.clone(),
            Player { id, name: member.display_name.clone(), city, mission },
        );
    }
    Ok(cast)
}

type Cities = HashMap<String, (CityId, bool)>;

async fn cities(past: &Past, content: &Content) -> Result<Cities, Fault> {
    let oldest = content.members.iter().map(|member| member.joined_age_minutes).max().unwrap_or(0);
    let db = past.at(oldest + 60);
    db.write(async |tx: &mut Tx| {
        let mut cities = HashMap::new();
        for city in &content.cities {
            let id = stoa_exchange::cities::add(tx, city).await?;
            cities.insert(city.slug.clone(), (id, city.mission));
        }
        Ok(cities)
    })
    .await
}

fn fresh_password(app: &App) -> Result<(String, Password), Fault> {
    let text = stoa_kernel::secret::hex(&app.db.entropy().bytes::<9>());
    let password = Password::parse(&text, "", "")?;
    Ok((text, password))
}

async fn told_password(app: &App, member: &Member, cast: &mut Cast) -> Result<PasswordHash, Fault> {
    let (text, password) = fresh_password(app)?;
    cast.passwords.insert(member.handle.clone(), text);
    app.hasher.hash(&password).await
}

fn wish(member: &Member, password: PasswordHash, city: Option<CityId>) -> Result<NewMember, Fault> {
    let unknown = |what: &str| Fault::broken(format!("{what} of {}", member.handle));
    Ok(NewMember {
        email: EmailAddress::parse(&member.email).map_err(Fault::broken)?,
        name: DisplayName::parse(&member.display_name).map_err(Fault::broken)?,
        password: Some(password),
        locale: LanguageTag::parse(&member.locale).map_err(Fault::broken)?,
        languages: Languages::parse(&member.languages).map_err(Fault::broken)?,
        time_zone: Zone::parse(&member.time_zone).map_err(Fault::broken)?,
        audience: Audience::parse(&member.audience).ok_or_else(|| unknown("the audience"))?,
        tie: Tie::parse(&member.tie).ok_or_else(|| unknown("the tie"))?,
        city,
        wish: None,
        note: Note::parse("").map_err(Fault::broken)?,
    })
}

async fn join(
    past: &Past,
    member: &Member,
    password: PasswordHash,
    city: Option<CityId>,
) -> Result<MemberId, Fault> {
    let wish = wish(member, password, city)?;
    let db = past.at(member.joined_age_minutes);
    let id = db
        .write(async |tx: &mut Tx| {
            let id = stoa_accounts::members::add(tx, &wish).await?;
            for _ in 0..member.approved_posts.min(2) {
                stoa_accounts::members::count_approval(tx, id).await?;
            }
            duties(tx, id, member).await?;
            Ok(id)
        })
        .await?;
    db.write(async |tx: &mut Tx| settle_in(tx, id, member).await).await?;
    Ok(id)
}

async fn duties(tx: &mut Tx, id: MemberId, member: &Member) -> Result<(), Fault> {
    for role in &member.roles {
        let kind =
            RoleKind::parse(&role.role).ok_or_else(|| Fault::broken("a role of the content"))?;
        let space = match &role.space {
            Some(slug) => Some(space(tx, slug).await?),
            None => None,
        };
        stoa_accounts::roles::give_role(tx, By::Operator, id, kind, space).await?;
    }
    Ok(())
}

pub(super) async fn space(db: &impl stoa_kernel::Reads, slug: &str) -> Result<SpaceId, Fault> {
    let found = stoa_threads::spaces::id_of(db, slug).await?;
    found.ok_or_else(|| Fault::broken(format!("no space {slug}")))
}

/// What a member says of himself, and when a moderator is there.
async fn settle_in(tx: &mut Tx, id: MemberId, member: &Member) -> Result<(), Fault> {
    let actor = stoa_accounts::views::actor(tx, id).await?.ok_or(Fault::NotFound)?;
    let bio = Bio::parse(&member.bio).map_err(Fault::broken)?;
    let changes = Changes { bio: Some(bio), ..Changes::default() };
    stoa_accounts::settings::change(tx, &actor, &changes).await?;
    let span = |hours: &super::content::Hours| {
        Span::new(hours.weekday, hours.from_minute, hours.to_minute)
    };
    let spans: Vec<Span> = member.hours.iter().filter_map(span).collect();
    if !spans.is_empty() {
        stoa_accounts::hours::set(tx, &actor, &spans).await?;
    }
    Ok(())
}
