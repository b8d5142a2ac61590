//! `/settings/following`: everything that a member follows, or hears nothing of, in one list; and
//! the small form by which pages of people, cities and themes are followed.

use askama::Template;
use axum::Router;
use axum::extract::State as Shared;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::{Fault, Tx};
use stoa_render::Words;
use stoa_threads::subscriptions::{self, Followed, Target};
use stoa_threads::{Level, themes, views};

use crate::app::App;
use crate::http::limits::Rate;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::accounts::tabs;
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::filters;
use crate::pages::parts::{Choice, Link};
use crate::pages::threads::words::{Reader, level_choices, person_choices};
use crate::pages::{go, own_address, show};

/// Lines on the page; who follows more sees those set last.
const MOST: usize = 200;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/settings/following", get(list).post(set))
}

/// A form that sets how closely something is followed.
pub struct FollowView {
    /// What is followed, in words.
    pub heading: String,
    /// `thread`, `space`, `theme`, `city` or `person`.
    pub target: &'static str,
    /// Which.
    pub id: String,
    /// The levels.
    pub levels: Vec<Choice>,
    /// Where the form leads back to.
    pub back: String,
}

impl FollowView {
    /// The form for a member who looks at that page; `None` for guests.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn of(
        app: &App,
        visitor: &Visitor,
        target: Target,
        heading: &str,
    ) -> Result<Option<Self>, Fault> {
        if visitor.actor.id().is_none() {
            return Ok(None);
        }
        let w = visitor.words();
        let level = subscriptions::level(&app.db, &visitor.actor, target).await?;
        let path = visitor.path.split('?').next().unwrap_or("/").to_owned();
        Ok(Some(Self::new(w, target, level, w.say(heading), path)))
    }

    fn new(w: Words, target: Target, level: Level, heading: String, back: String) -> Self {
        let (kind, id) = spelt(target);
        let levels = match target {
            Target::Person(_) => person_choices(w, Some(level)),
            _ => level_choices(w, Some(level)),
        };
        Self { heading, target: kind, id, levels, back }
    }
}

/// What is followed as forms spell it.
pub(crate) fn spelt(target: Target) -> (&'static str, String) {
    match target {
        Target::Thread(id) => ("thread", id.to_string()),
        Target::Space(id) => ("space", id.to_string()),
        Target::Theme(slug) => ("theme", slug.to_owned()),
        Target::City(id) => ("city", id.to_string()),
        Target::Person(id) => ("person", id.to_string()),
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    target: String,
    id: String,
    level: String,
    back: String,
}

impl Asked {
    /// What is meant. Whether a person or a city is there is asked of those who know.
    async fn target(&self, app: &App, visitor: &Visitor) -> Result<Target, Fault> {
        let gone = |_| Fault::NotFound;
        match self.target.as_str() {
            "thread" => self.id.parse().map(Target::Thread).map_err(gone),
            "space" => self.id.parse().map(Target::Space).map_err(gone),
            "theme" => theme(&self.id),
            "city" => city(app, visitor, self.id.parse().map_err(gone)?).await,
            "person" => person(app, visitor, self.id.parse().map_err(gone)?).await,
            _ => Err(Fault::NotFound),
        }
    }
}

/// A theme that there is.
///
/// # Errors
/// [`Fault::NotFound`] for any other.
pub(crate) fn theme(slug: &str) -> Result<Target, Fault> {
    themes::find(slug).map(|theme| Target::Theme(&theme.slug)).ok_or(Fault::NotFound)
}

/// A city that is there for the visitor.
async fn city(app: &App, visitor: &Visitor, id: CityId) -> Result<Target, Fault> {
    let city = stoa_exchange::views::city(&app.db, &visitor.actor, id).await?;
    Ok(Target::City(city.id))
}

/// A person who is there for the visitor.
///
/// # Errors
/// [`Fault::NotFound`] for any other.
pub(crate) async fn person(app: &App, visitor: &Visitor, id: MemberId) -> Result<Target, Fault> {
    let found = stoa_accounts::views::person(&app.db, &visitor.actor, id).await?;
    found.map(|_| Target::Person(id)).ok_or(Fault::NotFound)
}

/// `POST /settings/following`.
async fn set(
    Shared(app): Shared<App>,
    visitor: Visitor,
    form: Form<Asked>,
) -> Result<Response, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let unknown = || Fault::invalid("level", "threads-level-unknown");
    let level = Level::parse(&form.fields.level).ok_or_else(unknown)?;
    let target = form.fields.target(&app, &visitor).await?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| subscriptions::set(tx, actor, target, level).await).await?;
    let back = match form.fields.back.as_str() {
        "" => "/settings/following",
        back => own_address(back),
    };
    Ok(go(back, Some("flash-followed")))
}

/// A line of the list: what it is, and the form.
struct Line {
    kind: String,
    link: Link,
    form: FollowView,
}

#[derive(Template)]
#[template(path = "threads/following.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<Link>,
    lines: Vec<Line>,
    themes: Vec<Choice>,
    levels: Vec<Choice>,
}

/// `GET /settings/following`.
async fn list(Shared(app): Shared<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.member()?;
    let (w, reader) = (visitor.words(), Reader::of(&visitor));
    let mut followed = subscriptions::list(&app.db, &visitor.actor).await?;
    followed.truncate(MOST);
    let cast = Cast::of(&app.db, &visitor.actor, w, named(&followed), true).await?;
    let mut lines = Vec::with_capacity(followed.len());
    for one in &followed {
        lines.extend(line(&app, &visitor, &cast, one).await?);
    }
    show(&Page {
        tabs: tabs(&visitor),
        lines,
        themes: filters::themes(&reader, "").into_iter().skip(1).collect(),
        levels: level_choices(w, Some(Level::Watching)),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

fn named(followed: &[Followed]) -> Named {
    let mut named = Named::default();
    for one in followed {
        match one.target {
            Target::Person(id) => named.person(id),
            Target::City(id) => named.city(id),
            _ => {}
        }
    }
    named
}

/// `None` for what is not there for the visitor any more.
async fn line(
    app: &App,
    visitor: &Visitor,
    cast: &Cast,
    one: &Followed,
) -> Result<Option<Line>, Fault> {
    let w = visitor.words();
    let Some(link) = link(app, visitor, cast, one.target).await? else { return Ok(None) };
    let (kind, _) = spelt(one.target);
    let form = FollowView::new(w, one.target, one.level, link.label.clone(), String::new());
    Ok(Some(Line { kind: w.say(&format!("threads-following-{kind}")), link, form }))
}

async fn link(
    app: &App,
    visitor: &Visitor,
    cast: &Cast,
    target: Target,
) -> Result<Option<Link>, Fault> {
    let (db, actor, locale) = (&app.db, &visitor.actor, visitor.locale.code());
    let found = match target {
        Target::Thread(id) => views::thread(db, actor, id).await.map(|thread| {
            let title = thread.summary.title.unwrap_or_default();
            Link::new(format!("/t/{id}"), title)
        }),
        Target::Space(id) => views::space_by_id(db, actor, id)
            .await
            .map(|space| Link::new(format!("/s/{}", space.slug), space.names.say(locale))),
        Target::Theme(slug) => Ok(Link::new(
            format!("/search?theme={}", super::encode(slug)),
            themes::label(slug, locale),
        )),
        Target::City(id) => match cast.plate(Some(id)) {
            Some(plate) => Ok(Link::new(format!("/cities/{}", plate.slug), plate.name)),
            None => Err(Fault::NotFound),
        },
        Target::Person(id) => match cast.card(id).filter(|card| !card.former) {
            Some(card) => Ok(Link::new(format!("/people/{id}"), card.name.clone())),
            None => Err(Fault::NotFound),
        },
    };
    match found {
        Ok(link) => Ok(Some(link)),
        Err(Fault::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}
