//! `/p/{id}/history`: the wordings of a post, the newest first, each with what changed.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use jiff::Timestamp;
use stoa_kernel::ids::PostId;
use stoa_kernel::policy::Sight;
use stoa_kernel::{Fault, Tx};
use stoa_threads::leaving;
use stoa_threads::views::{self, PostCard, RevisionView};

use super::diff::{self, Piece};
use super::edit::{address, crumbs};
use super::words::Reader;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Link, PersonView, Tongue};
use crate::pages::{go, show};
use crate::submit::{self, Room};

/// The most wordings on the page.
const MOST: usize = 50;

/// One wording beside the one before it.
struct Wording {
    heading: String,
    waits: bool,
    at: Timestamp,
    by: PersonView,
    language: Option<Tongue>,
    title: Vec<Vec<Piece>>,
    lines: Vec<Vec<Piece>>,
}

#[derive(Template)]
#[template(path = "threads/history.html")]
struct Page {
    chrome: Chrome,
    crumbs: Vec<Link>,
    wordings: Vec<Wording>,
    /// Where the author erases the earlier ones; `None` for others and where there are none.
    erase: Option<String>,
    back: String,
}

/// What is known of one wording before it is compared.
struct Text {
    heading: String,
    waits: bool,
    at: Timestamp,
    by: PersonView,
    language: String,
    title: String,
    body: String,
}

/// `GET /p/{id}/history`.
pub(super) async fn page(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    let card = views::post(&app.db, &visitor.actor, id).await?;
    if card.post.sight < Sight::Marked {
        return Err(Refusal::not_found());
    }
    let mut revisions = views::revisions(&app.db, &visitor.actor, id).await?;
    revisions.truncate(MOST);
    let texts = texts(&app, &visitor, &card, revisions).await?;
    let earlier = card.post.own && texts.iter().filter(|text| !text.waits).count() > 1;
    show(&Page {
        crumbs: crumbs(&visitor, &card),
        erase: earlier.then(|| format!("/p/{id}/history/erase")),
        wordings: compared(&visitor, texts),
        back: address(&card),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

/// `POST /p/{id}/history/erase`: the earlier wordings of one's own post go.
pub(super) async fn erase(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| leaving::erase_wordings(tx, actor, id).await).await?;
    Ok(go(&format!("/p/{id}/history"), Some("flash-wordings-erased")))
}

/// All wordings, the newest first: those that wait, the present one, earlier ones.
async fn texts(
    app: &App,
    visitor: &Visitor,
    card: &PostCard,
    revisions: Vec<RevisionView>,
) -> Result<Vec<Text>, Fault> {
    let mut named = Named::default();
    named.person(card.post.author);
    revisions.iter().for_each(|one| named.person(one.editor));
    let cast = Cast::of(&app.db, &visitor.actor, visitor.words(), named, false).await?;
    let (earlier, others): (Vec<_>, Vec<_>) =
        revisions.into_iter().partition(|one| one.state == "public");
    let mut texts = Vec::new();
    for one in others {
        texts.push(text(app, visitor, card, &cast, one).await?);
    }
    texts.push(present(app, visitor, card, &cast).await?);
    for one in earlier {
        texts.push(text(app, visitor, card, &cast, one).await?);
    }
    Ok(texts)
}

async fn text(
    app: &App,
    visitor: &Visitor,
    card: &PostCard,
    cast: &Cast,
    one: RevisionView,
) -> Result<Text, Fault> {
    let w = visitor.words();
    let waits = one.state == "held";
    let heading = match one.state.as_str() {
        "public" => w.n("threads-history-version", i64::from(one.version)),
        "held" => w.say("threads-history-waits"),
        _ => w.say("threads-history-declined"),
    };
    Ok(Text {
        heading,
        waits,
        at: one.written_at.timestamp(),
        by: cast.person(Some(one.editor), None),
        language: one.language,
        title: one.title.unwrap_or_default(),
        body: readable(app, visitor, card, &one.markdown).await?,
    })
}

async fn present(
    app: &App,
    visitor: &Visitor,
    card: &PostCard,
    cast: &Cast,
) -> Result<Text, Fault> {
    let post = &card.post;
    let at = post.edited_at.or(post.published_at).unwrap_or(post.created_at);
    let title = card.title.clone().filter(|_| post.opening);
    Ok(Text {
        heading: visitor.words().n("threads-history-now", i64::from(post.version)),
        waits: false,
        at: at.timestamp(),
        by: cast.person(post.editor.or(post.author), None),
        language: post.language.clone(),
        title: title.unwrap_or_default(),
        body: readable(app, visitor, card, post.markdown.as_deref().unwrap_or_default()).await?,
    })
}

/// A wording as this reader may read it: a quote of what is gone has no words.
async fn readable(
    app: &App,
    visitor: &Visitor,
    card: &PostCard,
    stored: &str,
) -> Result<String, Fault> {
    let room = Room::of(card.post.space, card.facts.visibility)
        .in_thread(card.post.thread)
        .by(card.post.author);
    submit::readable(app, &visitor.actor, room, stored).await
}

/// Each wording against the next older one; the oldest against itself.
fn compared(visitor: &Visitor, texts: Vec<Text>) -> Vec<Wording> {
    let reader = Reader::of(visitor);
    let mut wordings = Vec::with_capacity(texts.len());
    let mut newer: Option<Text> = None;
    for older in texts {
        if let Some(newer) = newer.take() {
            wordings.push(wording(&reader, newer, Some(&older)));
        }
        newer = Some(older);
    }
    wordings.extend(newer.map(|oldest| wording(&reader, oldest, None)));
    wordings
}

fn wording(reader: &Reader, text: Text, before: Option<&Text>) -> Wording {
    let old =
        before.map_or((text.title.as_str(), text.body.as_str()), |old| (&old.title, &old.body));
    // A wording that named no title left it as it was.
    let title = if text.title.is_empty() { Vec::new() } else { diff::lines(old.0, &text.title) };
    Wording {
        language: reader.tongue(&text.language),
        title,
        lines: diff::lines(old.1, &text.body),
        heading: text.heading,
        waits: text.waits,
        at: text.at,
        by: text.by,
    }
}

impl Wording {
    fn time(&self, w: &stoa_render::Words) -> stoa_render::SafeHtml {
        w.time_tag(self.at)
    }
}

impl Piece {
    /// The element that marks it: `del`, `ins`, or none.
    fn mark(&self) -> &'static str {
        match self.change {
            diff::Change::Same => "",
            diff::Change::Gone => "del",
            diff::Change::New => "ins",
        }
    }
}
