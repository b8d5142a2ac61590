//! `/threads/{id}/table`: a long thread at a glance, a line for each post.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use serde::Deserialize;
use stoa_kernel::Limit;
use stoa_kernel::ids::ThreadId;
use stoa_kernel::policy::Sight;
use stoa_render::prose;
use stoa_threads::views::{self, PostView};

use super::posts::{self, thread_address};
use super::rows::number_address;
use super::words::Reader;
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{DayView, Link, PersonView, Tongue};
use crate::pages::show;

/// Lines on a page.
const LINES: Limit = Limit::MOST;
/// How much of a post stands in its line, in characters.
const GLIMPSE: usize = 100;

/// A post as a line; of one that was taken away only that it was.
struct Line {
    number: i32,
    href: String,
    person: Option<PersonView>,
    day: DayView,
    begins: String,
    language: Option<Tongue>,
    useful: i32,
    accepted: bool,
    new: bool,
}

#[derive(Template)]
#[template(path = "threads/table.html")]
struct Page {
    chrome: Chrome,
    crumbs: Vec<Link>,
    lines: Vec<Line>,
    first: Option<String>,
    next: Option<String>,
}

/// After which number the page begins.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    after: i32,
}

pub(super) async fn page(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    let after = asked.after.max(0);
    let found = views::posts(&app.db, &visitor.actor, id, after, LINES).await?;
    let mut named = Named::default();
    posts::name(&mut named, &found.items);
    let reader = Reader::of(&visitor);
    let cast = Cast::of(&app.db, &visitor.actor, reader.w, named, false).await?;
    let cast = cast.within(&app.instance.secret, id);
    let summary = &thread.summary;
    let line = |post: &PostView| line(post, &cast, &reader, summary);
    let here = format!("/threads/{id}/table");
    show(&Page {
        crumbs: vec![Link::new(thread_address(&thread), summary.title.clone().unwrap_or_default())],
        lines: found.items.iter().filter_map(line).collect(),
        first: (after > 0).then(|| here.clone()),
        next: found.next.map(|next| format!("{here}?after={next}")),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

fn begins(post: &PostView) -> String {
    prose::excerpt(&prose::own_words(&post.html), GLIMPSE)
}

fn line(
    post: &PostView,
    cast: &Cast,
    reader: &Reader,
    thread: &views::ThreadSummary,
) -> Option<Line> {
    let number = post.number?;
    let shown = post.sight > Sight::Placeholder;
    let at = post.published_at.unwrap_or(post.created_at);
    Some(Line {
        number,
        href: number_address(thread.id, &thread.slug, number),
        person: shown.then(|| cast.person(post.author, post.city)),
        day: DayView::of(at.timestamp(), &reader.w),
        begins: if post.blocked { String::new() } else { begins(post) },
        language: reader.tongue(&post.language),
        useful: post.useful,
        accepted: post.accepted,
        new: !post.own && thread.read.is_some_and(|upto| number > upto),
    })
}
