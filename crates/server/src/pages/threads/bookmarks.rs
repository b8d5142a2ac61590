//! `/bookmarks`: posts that a member keeps for later; and the page on which a note and a reminder
//! are set. One press keeps a post, a second page says more.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use stoa_kernel::ids::PostId;
use stoa_kernel::{Fault, Limit, Reads, Time, Tx};
use stoa_render::{SafeHtml, Words, prose};
use stoa_threads::bookmarks::{self, Bookmark};
use stoa_threads::views::{self, PostCard};

use super::words::Reader;
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::{Path, Query};
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::pages::accounts::{Said, said};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field, PersonView, Problem, Tongue};
use crate::pages::{encode, go, moments, show, show_as};

/// How much of a post is shown in the list, in characters.
const GLIMPSE: usize = 240;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The button on the post sends nothing else; the page of one bookmark sends `set`.
    act: String,
    note: String,
    when: String,
    at: String,
}

/// `POST /p/{id}/bookmark`: keeps a post; from the page of its bookmark, with note and reminder.
pub(super) async fn keep(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Asked>,
) -> Result<Response, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let asked = form.fields;
    if asked.act != "set" {
        return pressed(&app, &visitor, id).await;
    }
    match set(&app, &visitor, id, &asked).await {
        Ok(()) => Ok(go("/bookmarks", Some("flash-bookmark-set"))),
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            one_page(&app, &visitor, id, &asked, said, status).await
        }
    }
}

/// What is kept already stays as it is.
async fn pressed(app: &App, visitor: &Visitor, id: PostId) -> Result<Response, Refusal> {
    if bookmarks::get(&app.db, &visitor.actor, id).await?.is_none() {
        let actor = &visitor.actor;
        app.db.write(async |tx: &mut Tx| bookmarks::set(tx, actor, id, "", None).await).await?;
    }
    Ok(go(&format!("/p/{id}"), Some("flash-bookmarked")))
}

async fn set(app: &App, visitor: &Visitor, id: PostId, asked: &Asked) -> Result<(), Fault> {
    let at = moments::read(&visitor.zone, app.db.now(), &asked.when, &asked.at)?;
    let (actor, note) = (&visitor.actor, asked.note.as_str());
    app.db.write(async |tx: &mut Tx| bookmarks::set(tx, actor, id, note, at).await).await
}

#[derive(Template)]
#[template(path = "threads/bookmark.html")]
struct One {
    chrome: Chrome,
    problems: Vec<Problem>,
    post: Line,
    note: Field,
    when: Field,
    choices: Vec<Choice>,
    at: Field,
}

/// `GET /p/{id}/bookmark`.
pub(super) async fn one(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let kept = bookmarks::get(&app.db, &visitor.actor, id).await?;
    let at = kept.as_ref().and_then(|kept| kept.remind_at);
    let asked = Asked {
        note: kept.map(|kept| kept.note).unwrap_or_default(),
        when: at.map(|_| "at".to_owned()).unwrap_or_default(),
        at: moments::field(&visitor.zone, at),
        ..Asked::default()
    };
    one_page(&app, &visitor, id, &asked, Said::default(), StatusCode::OK).await
}

async fn one_page(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    asked: &Asked,
    said: Said,
    status: StatusCode,
) -> Result<Response, Refusal> {
    let w = visitor.words();
    let card = views::post(&app.db, &visitor.actor, id).await?;
    let kept = Bookmark { post: id, note: String::new(), remind_at: None, made_at: Time(0) };
    let lines = lines(app, visitor, &[kept], vec![card]).await?;
    let post = lines.into_iter().next().ok_or_else(Refusal::not_found)?;
    let most = u32::try_from(bookmarks::LONGEST_NOTE).unwrap_or(u32::MAX);
    let wrong = said.field("at").or_else(|| said.field("remind_at"));
    let page = One {
        note: Field::text("note", w.say("threads-bookmark-note"))
            .optional()
            .most(most)
            .value(asked.note.as_str())
            .error(said.field("note")),
        when: Field::text("when", w.say("threads-bookmark-when")),
        choices: moments::choices(w, "threads-bookmark-never", &asked.when),
        at: Field { kind: "datetime-local", ..Field::text("at", w.say("moment-at-label")) }
            .optional()
            .hint(moments::zone_hint(visitor))
            .value(asked.at.as_str())
            .error(wrong),
        problems: said.into_list(),
        post,
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}

/// `POST /p/{id}/bookmark/delete`.
pub(super) async fn forget(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    let gone = app.db.write(async |tx: &mut Tx| bookmarks::forget(tx, actor, id).await).await?;
    Ok(go("/bookmarks", gone.then_some("flash-bookmark-gone")))
}

/// The page of a bookmark, for an address that only takes forms.
pub(super) async fn back(Path(id): Path<PostId>) -> Response {
    go(&format!("/p/{id}/bookmark"), None)
}

/// A bookmark on the page. Of a text that is gone only that it is.
struct Line {
    id: String,
    /// The thread; empty where the text is gone.
    title: String,
    title_language: Option<Tongue>,
    author: Option<PersonView>,
    text: String,
    language: Option<Tongue>,
    note: String,
    remind: Option<String>,
    made: Timestamp,
}

impl Line {
    fn time(&self, w: &Words) -> SafeHtml {
        w.time_tag(self.made)
    }
}

#[derive(Template)]
#[template(path = "threads/bookmarks.html")]
struct Page {
    chrome: Chrome,
    lines: Vec<Line>,
    older: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Place {
    #[serde(default)]
    cursor: Option<String>,
}

/// `GET /bookmarks`.
pub(super) async fn list(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Query(place): Query<Place>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let cursor = place.cursor.as_deref();
    let page = bookmarks::list(&app.db, &visitor.actor, Limit::PAGE, cursor).await?;
    let ids: Vec<PostId> = page.items.iter().map(|one| one.post).collect();
    let cards = views::posts_by_ids(&app.db, &visitor.actor, &ids).await?;
    let lines = lines(&app, &visitor, &page.items, cards).await?;
    let older = page.next.map(|next| format!("/bookmarks?cursor={}", encode(&next)));
    show(&Page { lines, older, chrome: Chrome::of(&app, &visitor).await? })
}

async fn lines(
    app: &App,
    visitor: &Visitor,
    kept: &[Bookmark],
    cards: Vec<PostCard>,
) -> Result<Vec<Line>, Fault> {
    let mut named = Named::default();
    for card in &cards {
        named.person(card.post.author);
        named.city(card.post.city);
    }
    let reader = Reader::of(visitor);
    let cast = Cast::of(&app.db, &visitor.actor, reader.w, named, true).await?;
    let cards: HashMap<PostId, PostCard> =
        cards.into_iter().map(|card| (card.post.id, card)).collect();
    Ok(kept.iter().map(|one| line(visitor, &reader, &cast, one, cards.get(&one.post))).collect())
}

fn line(
    visitor: &Visitor,
    reader: &Reader,
    cast: &Cast,
    kept: &Bookmark,
    card: Option<&PostCard>,
) -> Line {
    // A text that was taken away shows nothing, not even whose it was.
    let card = card.filter(|card| !card.post.html.is_empty());
    let at = kept.remind_at.map(|at| reader.w.date_time(at.timestamp(), &visitor.zone));
    Line {
        id: kept.post.to_string(),
        title: card.and_then(|card| card.title.clone()).unwrap_or_default(),
        title_language: card.and_then(|card| reader.tongue(&card.title_language)),
        author: card.map(|card| cast.person(card.post.author, card.post.city)),
        text: card
            .map(|card| prose::excerpt(&prose::own_words(&card.post.html), GLIMPSE))
            .unwrap_or_default(),
        language: card.and_then(|card| reader.tongue(&card.post.language)),
        note: kept.note.clone(),
        remind: at.map(|at| reader.w.a("threads-bookmark-reminds", "time", at)),
        made: kept.made_at.timestamp(),
    }
}
