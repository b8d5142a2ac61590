//! Posts alone, for the script that puts new replies at the end of an open page.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::HeaderMap;
use serde::Deserialize;
use stoa_kernel::ids::ThreadId;
use stoa_kernel::{Limit, Reads};
use stoa_render::Words;
use stoa_threads::views;

use super::adoption::speaks_for;
use super::learned::Learned;
use super::polls::Polls;
use super::posts::{Around, Fate, Item};
use super::show::{Asked, by_slug, named};
use super::words::Reader;
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::cast::Cast;
use crate::pages::show;
use crate::pages::translated::Translated;

/// `/t/{id}/posts?after=N`, or the thread that is called "posts".
pub(super) async fn after(
    Shared(app): Shared<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<ThreadId>,
    Query(from): Query<After>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let Some(number) = from.after else {
        let path = Path((id, "posts".to_owned()));
        return by_slug(Shared(app), visitor, headers, path, Query(asked)).await;
    };
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    let posts = views::posts(&app.db, &visitor.actor, id, number.max(0), Limit::PAGE).await?.items;
    let mut named = named(&visitor, &thread, &posts, &[], None);
    let reader = Reader::of(&visitor);
    let there = super::posts::place(&thread);
    let translated = Translated::of(&app, &visitor.actor, &reader, there, &posts).await?;
    translated.name(&mut named);
    let polls = Polls::of(&app, &visitor.actor, &posts).await?;
    polls.name(&mut named);
    let learned = Learned::of(&app, &visitor, &posts).await?;
    learned.name(&mut named);
    let cast = Cast::of(&app.db, &visitor.actor, reader.w, named, false).await?;
    let cast = cast.within(&app.instance.secret, id);
    let around = Around {
        reader: &reader,
        cast: &cast,
        thread: &thread,
        page: 0,
        who: visitor.actor.who_in(thread.summary.space),
        fate: &Fate::default(),
        app: &app,
        translated: &translated,
        polls: &polls,
        learned: &learned,
        city: speaks_for(visitor.me.as_ref()).ok(),
        now: app.db.now(),
    };
    let items = posts.iter().map(|post| around.item(post)).collect();
    show(&Fragment { w: reader.w, items })
}

/// What a fragment begins after.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct After {
    after: Option<i32>,
}

#[derive(Template)]
#[template(path = "threads/fragment.html")]
struct Fragment {
    w: Words,
    items: Vec<Item>,
}
