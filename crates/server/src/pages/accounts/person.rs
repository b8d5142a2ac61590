//! `/people/{id}`: who somebody is, and what of him this reader may see.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use stoa_accounts::Profile;
use stoa_kernel::ids::MemberId;
use stoa_kernel::policy::Action;
use stoa_kernel::{Fault, Limit};
use stoa_render::SafeHtml;
use stoa_render::language::endonym;
use stoa_threads::subscriptions::Target;
use stoa_threads::views::PostCard;

use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::following::FollowView;
use crate::pages::parts::{Link, PersonView, Tongue};
use crate::pages::{encode, show};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/people/{id}", get(open))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    cursor: Option<String>,
}

/// A published post as a line.
struct Line {
    title: Link,
    language: String,
    space: Link,
    role: String,
    at: SafeHtml,
}

#[derive(Template)]
#[template(path = "accounts/person.html")]
struct Page {
    chrome: Chrome,
    person: PersonView,
    handle: String,
    bio: Vec<String>,
    tongues: Vec<Tongue>,
    joined: SafeHtml,
    own: bool,
    admin: Option<String>,
    follow: Option<FollowView>,
    /// Where a conversation with the person begins.
    word: Option<String>,
    lines: Vec<Line>,
    more: Option<String>,
    first: bool,
}

async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let actor = &visitor.actor;
    let profile = stoa_accounts::views::person(&app.db, actor, id).await?;
    let profile = profile.ok_or_else(Refusal::not_found)?;
    let cursor = asked.cursor.as_deref();
    let posts = stoa_threads::views::by_author(&app.db, actor, id, Limit::PAGE, cursor).await?;
    let mut named = Named::default();
    named.person(id);
    let w = visitor.words();
    let cast = Cast::of(&app.db, actor, w, named, true).await?;
    let follow = match actor.is(id) {
        true => None,
        false => {
            FollowView::of(&app, &visitor, Target::Person(id), "threads-follow-person").await?
        }
    };
    let word = word(&app, &visitor, &profile).await?;
    let administers = actor.who().administers();
    show(&Page {
        chrome: Chrome::of(&app, &visitor).await?,
        person: cast.person_at_home(id),
        handle: profile.card.handle.clone(),
        bio: paragraphs(&profile),
        tongues: profile.languages.iter().map(|code| tongue(code)).collect(),
        joined: w.time_tag(profile.joined_at.timestamp()),
        own: actor.is(id),
        admin: administers.then(|| format!("/admin/members/{id}")),
        follow,
        word,
        lines: posts.items.iter().map(|card| line(&visitor, card)).collect(),
        more: posts.next.map(|next| format!("/people/{id}?cursor={}", encode(&next))),
        first: asked.cursor.is_none(),
    })
}

/// Only where it would be taken: whether the person wants no such words of anybody, or none of this
/// reader, is not told.
async fn word(app: &App, visitor: &Visitor, profile: &Profile) -> Result<Option<String>, Fault> {
    let other = profile.card.id;
    let Some(me) = visitor.actor.id().filter(|me| *me != other) else { return Ok(None) };
    if visitor.actor.may(Action::Converse).is_err() {
        return Ok(None);
    }
    let shut = crate::pages::threads::word::closed(app, me, &[other]).await?;
    let href = || format!("/conversations/new?to={}", encode(&profile.card.handle));
    Ok(shut.is_empty().then(href))
}

fn tongue(code: &str) -> Tongue {
    Tongue { code: code.to_owned(), endonym: endonym(code).to_owned() }
}

/// Plain text in paragraphs; the template escapes it.
fn paragraphs(profile: &Profile) -> Vec<String> {
    let parts = profile.bio.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

fn line(visitor: &Visitor, card: &PostCard) -> Line {
    let w = visitor.words();
    let post = &card.post;
    let title = card.title.clone().unwrap_or_else(|| w.say("threads-title-gone"));
    let role = match post.number {
        _ if post.opening => w.say("accounts-person-opened"),
        Some(number) => w.n("accounts-person-reply", i64::from(number)),
        None => String::new(),
    };
    Line {
        title: Link::new(format!("/p/{}", post.id), title),
        language: card.title_language.clone(),
        space: Link::new(
            format!("/s/{}", card.space_slug),
            card.space_names.say(visitor.locale.code()),
        ),
        at: w.time_tag(post.published_at.unwrap_or(post.created_at).timestamp()),
        role,
    }
}
