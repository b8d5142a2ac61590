//! A post in the API's shape: the same in answers and in live frames.

use std::collections::HashMap;

use serde::Serialize;
use stoa_accounts::Card;
use stoa_exchange::CityCard;
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::policy::Sight;
use stoa_kernel::{Actor, Fault, Time};
use stoa_threads::views::PostView;
use utoipa::ToSchema;

use crate::app::App;

/// A person beside a text.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PersonOut {
    /// The member.
    pub id: String,
    /// The name used in mentions, without `@`.
    pub handle: String,
    /// The display name.
    pub name: String,
}

impl From<&Card> for PersonOut {
    fn from(card: &Card) -> Self {
        Self { id: card.id.to_string(), handle: card.handle.clone(), name: card.name.clone() }
    }
}

/// A city beside a name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CityRefOut {
    /// Its name in addresses.
    pub slug: String,
    /// Its name in English use.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// One of the Mission cities.
    pub mission: bool,
}

impl From<&CityCard> for CityRefOut {
    fn from(card: &CityCard) -> Self {
        Self {
            slug: card.slug.clone(),
            name: card.name.clone(),
            country: card.country.clone(),
            mission: card.mission,
        }
    }
}

/// A post. Of one that was taken away only id, number, state and times are left.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PostOut {
    /// The post.
    pub id: String,
    /// Its number in the thread; null while it is held.
    pub number: Option<i32>,
    /// Who wrote it; null for an account that is gone.
    pub author: Option<PersonOut>,
    /// The city it speaks for.
    pub city: Option<CityRefOut>,
    /// `published`, `held`, `declined`, `removed`, `deleted`.
    pub state: &'static str,
    /// The sanitised HTML.
    pub html: String,
    /// The Markdown, where one post is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub markdown: Option<String>,
    /// BCP 47; empty where it is not known.
    pub language: String,
    /// When it was written.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Time,
    /// When its wording was last changed.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub edited_at: Option<Time>,
    /// The post it answers.
    pub reply_to: Option<String>,
    /// How many found it useful.
    pub useful: i32,
    /// It is the accepted answer.
    pub accepted: bool,
    /// Everybody may edit it.
    pub wiki: bool,
    /// The version of its wording, for `If-Match`.
    pub version: i32,
}

/// Posts as this person sees them, with their authors and cities; two statements for all.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn all(app: &App, actor: &Actor, posts: &[PostView]) -> Result<Vec<PostOut>, Fault> {
    let authors: Vec<MemberId> = posts.iter().filter_map(|post| post.author).collect();
    let cities: Vec<CityId> = posts.iter().filter_map(|post| post.city).collect();
    let authors = stoa_accounts::views::cards(&app.db, &authors).await?;
    let cities = stoa_exchange::views::cards_for(&app.db, actor, &cities).await?;
    Ok(posts.iter().map(|post| one(post, &authors, &cities)).collect())
}

fn one(
    post: &PostView,
    authors: &HashMap<MemberId, Card>,
    cities: &HashMap<CityId, CityCard>,
) -> PostOut {
    let seen = post.sight >= Sight::Marked;
    let author = post.author.and_then(|id| authors.get(&id)).filter(|card| !card.former);
    PostOut {
        id: post.id.to_string(),
        number: post.number,
        author: author.filter(|_| seen).map(PersonOut::from),
        city: post.city.filter(|_| seen).and_then(|id| cities.get(&id)).map(CityRefOut::from),
        state: post.state.name(),
        html: post.html.clone(),
        markdown: post.markdown.clone(),
        language: post.language.clone(),
        created_at: post.created_at,
        edited_at: post.edited_at,
        reply_to: post.reply_to.map(|id| id.to_string()),
        useful: post.useful,
        accepted: post.accepted,
        wiki: post.wiki,
        version: post.version,
    }
}
