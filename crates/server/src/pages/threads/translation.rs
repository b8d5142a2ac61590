//! Texts in other languages: asking for one, making it better, and its editions.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use stoa_accounts::{Changes, Languages, settings};
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::policy::{Action, Sight};
use stoa_kernel::{Fault, Limit, Problems, Tx};
use stoa_render::SafeHtml;
use stoa_render::language::endonym;
use stoa_threads::translations::{self, Asked, Improved};
use stoa_threads::views::{self, Translation};
use stoa_threads::{POSTS_A_PAGE, State};

use super::edit::{address, crumbs};
use super::fresh::{problem_of, problems, with_title};
use super::rows::page_address;
use super::show::on_page;
use super::words::Reader;
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::{Path, Query};
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::improve::{Place, Words};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{ComposerView, Field, Link, PersonView, Problem, Titled, Tongue};
use crate::pages::{go, own_address, show, show_as};
use crate::submit;

/// In which language, and for a whole page: which.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    language: String,
    page: i32,
    /// `case` where it was asked from the moderators' desk.
    back: String,
}

/// The post's own text, or its new wording that waits.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    waiting: bool,
}

/// What is wanted in another language.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Of<'p> {
    /// The texts of these posts.
    Posts(&'p [PostId]),
    /// The new wording of a post that waits.
    Waiting(PostId),
}

/// `POST /p/{id}/translation`: this text is wanted in a language.
pub(super) async fn ask(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    Query(which): Query<Which>,
    form: Form<Wish>,
) -> Result<Response, Refusal> {
    let of = if which.waiting { Of::Waiting(id) } else { Of::Posts(&[id]) };
    let asked = want(&app, &visitor, of, &form.fields.language).await?;
    let flash =
        if asked == Asked::Made { "flash-translation-made" } else { "flash-translation-asked" };
    let back =
        if form.fields.back == "case" { format!("/p/{id}/case") } else { format!("/p/{id}") };
    Ok(go(&back, Some(flash)))
}

/// `POST /threads/{id}/translation`: all texts of a page that the visitor does not read are wanted.
pub(super) async fn ask_page(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Wish>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    let page = form.fields.page.clamp(1, thread.summary.pages());
    let after = (page - 1) * POSTS_A_PAGE;
    let posts = views::posts(&app.db, &visitor.actor, id, after, Limit::PAGE).await?.items;
    let reader = Reader::of(&visitor);
    let foreign = |post: &views::PostView| {
        post.state == State::Published
            && post.sight == Sight::Full
            && reader.foreign(&post.language)
    };
    let ids: Vec<PostId> =
        on_page(posts, page).iter().filter(|p| foreign(p)).map(|p| p.id).collect();
    want(&app, &visitor, Of::Posts(&ids), &form.fields.language).await?;
    let to = page_address(id, &thread.summary.slug, page);
    Ok(go(&to, Some("flash-translation-asked")))
}

/// A language that is to be shown as it was written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Read {
    language: String,
    next: String,
}

/// `POST /settings/reads`: the visitor reads this language too.
pub(super) async fn reads(
    Shared(app): Shared<App>,
    visitor: Visitor,
    form: Form<Read>,
) -> Result<Response, Refusal> {
    let language = submit::written(&app, &visitor, &form.fields.language)?;
    let mut languages = visitor.me()?.languages.clone();
    languages.push(language);
    let wrong = |key| Fault::invalid("languages", key);
    let languages = Some(Languages::parse(&languages).map_err(wrong)?);
    let (actor, changes) = (&visitor.actor, Changes { languages, ..Changes::default() });
    app.db.write(async |tx: &mut Tx| settings::change(tx, actor, &changes).await).await?;
    Ok(go(own_address(&form.fields.next), Some("flash-reads")))
}

/// Asks for texts in one language that somebody writes here.
pub(crate) async fn want(
    app: &App,
    visitor: &Visitor,
    of: Of<'_>,
    language: &str,
) -> Result<Asked, Refusal> {
    let me = visitor.member()?;
    let texts = if let Of::Posts(posts) = of { posts.len() } else { 1 };
    for _ in 0..texts {
        app.limits.count(Rate::Translate, &me.to_string(), app.db.clock().now())?;
    }
    if !app.translator.is_on() {
        return Err(Fault::Forbidden("core-refused-no-translation").into());
    }
    let language = submit::written(app, visitor, language)?;
    let actor = &visitor.actor;
    let asked = app.db.write(async |tx: &mut Tx| match of {
        Of::Waiting(post) => translations::ask_waiting(tx, actor, post, &language).await,
        Of::Posts(posts) => {
            let mut all = Asked::Made;
            for post in posts {
                if translations::ask(tx, actor, *post, &language).await? == Asked::Waits {
                    all = Asked::Waits;
                }
            }
            Ok(all)
        }
    });
    Ok(asked.await?)
}

/// What the form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    title: String,
    body: String,
    version: i32,
    edition: i32,
    act: String,
}

/// Which edition is to be gone on from.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct From {
    edition: i32,
}

#[derive(Template)]
#[template(path = "threads/translation.html")]
struct Page {
    chrome: Chrome,
    crumbs: Vec<Link>,
    heading: String,
    problems: Vec<Problem>,
    /// Why what was sent was not taken, and what is there now.
    stale: bool,
    /// What is there now, where somebody was first.
    now: Option<Side>,
    original: Side,
    title: Option<Field>,
    composer: ComposerView,
    edition: i32,
    back: String,
}

/// A text as it reads.
struct Side {
    title: Option<Titled>,
    html: SafeHtml,
    language: Option<Tongue>,
}

/// `GET /p/{id}/translation/{language}`.
pub(super) async fn blank(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path((id, language)): Path<(PostId, String)>,
    Query(from): Query<From>,
) -> Result<Response, Refusal> {
    let there = Place::of(&app, &visitor, id, &language).await?;
    let chosen = chosen(&app, &visitor, &there, from.edition).await?;
    let sent = Sent {
        title: chosen.as_ref().and_then(|one| one.title.clone()).unwrap_or_default(),
        body: there
            .readable(&app, &visitor, chosen.as_ref().map_or("", |one| &one.markdown))
            .await?,
        version: there.card.post.version,
        edition: there.edition(),
        act: String::new(),
    };
    rendered(&there, &app, &visitor, sent, Told::default()).await
}

/// `POST /p/{id}/translation/{language}`: look at it first, or publish.
pub(super) async fn send(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path((id, language)): Path<(PostId, String)>,
    form: Form<Sent>,
) -> Result<Response, Refusal> {
    let typed = with_title(&form.fields.title, &form.fields.body);
    let done = sent(&app, &visitor, id, &language, form.fields).await;
    done.map_err(|refusal| refusal.keeping(&typed))
}

async fn sent(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    language: &str,
    sent: Sent,
) -> Result<Response, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let there = Place::of(app, visitor, id, language).await?;
    let words = Words { title: &sent.title, body: &sent.body };
    let read = match there.read(app, visitor, words).await {
        Err(Fault::Invalid(wrong)) => {
            return rendered(&there, app, visitor, sent, Told::wrong(wrong)).await;
        }
        other => other?,
    };
    if sent.act == "preview" {
        let told = Told { preview: Some(read.made.html), ..Told::default() };
        return rendered(&there, app, visitor, sent, told).await;
    }
    let seen = (sent.version, sent.edition);
    match there.improve(app, visitor, seen, read).await? {
        Improved::Done(_) => Ok(go(&format!("/p/{id}"), Some("flash-translation-improved"))),
        Improved::Stale => {
            let now = Place::of(app, visitor, id, language).await?;
            let told = Told { stale: true, ..Told::default() };
            let sent = onwards(&now, sent);
            rendered(&now, app, visitor, sent, told).await
        }
    }
}

/// An action that is opened instead of sent leads to the post.
pub(super) async fn back(Path((id, _)): Path<(PostId, String)>) -> Response {
    go(&format!("/p/{id}"), None)
}

/// `POST /p/{id}/translation/{language}/withdraw`: a moderator, who wrote it, or whose text
/// it is, takes an edition away.
pub(super) async fn withdraw(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path((id, language)): Path<(PostId, String)>,
    form: Form<From>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let (actor, edition) = (&visitor.actor, form.fields.edition);
    app.db
        .write(async |tx: &mut Tx| translations::withdraw(tx, actor, id, &language, edition).await)
        .await?;
    Ok(go(&format!("/p/{id}"), Some("flash-translation-withdrawn")))
}

/// What has come of what was sent.
#[derive(Default)]
struct Told {
    problems: Problems,
    preview: Option<String>,
    stale: bool,
}

impl Told {
    fn wrong(problems: Problems) -> Self {
        Self { problems, ..Self::default() }
    }

    fn status(&self) -> StatusCode {
        match (self.stale, self.problems.0.is_empty()) {
            (true, _) => StatusCode::CONFLICT,
            (_, false) => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::OK,
        }
    }
}

/// The typed text goes on from what is there now.
fn onwards(there: &Place, sent: Sent) -> Sent {
    Sent { version: there.card.post.version, edition: there.edition(), ..sent }
}

/// The edition of that number, or the one that stands.
async fn chosen(
    app: &App,
    visitor: &Visitor,
    there: &Place,
    number: i32,
) -> Result<Option<Translation>, Fault> {
    if number == 0 {
        return Ok(there.latest.clone());
    }
    let (post, actor) = (there.card.post.id, &visitor.actor);
    let all = views::editions(&app.db, actor, post, &there.language).await?;
    let found = all.into_iter().find(|one| one.edition == number);
    Ok(found.or_else(|| there.latest.clone()))
}

async fn rendered(
    there: &Place,
    app: &App,
    visitor: &Visitor,
    sent: Sent,
    told: Told,
) -> Result<Response, Refusal> {
    let (w, reader) = (visitor.words(), Reader::of(visitor));
    let name = endonym(&there.language).to_owned();
    let status = told.status();
    let of = |key| problem_of(visitor, &told.problems, key);
    let titled = |text: Option<String>, language: &str| {
        text.map(|text| Titled { text, language: reader.tongue(language) })
    };
    let side = |title: Option<String>, html: &str, language: &str| Side {
        title: titled(title, language),
        html: SafeHtml::sanitised_earlier(html.to_owned()),
        language: reader.tongue(language),
    };
    let post = &there.card.post;
    let now = there.latest.as_ref().filter(|_| told.stale);
    let page = Page {
        crumbs: crumbs(visitor, &there.card),
        heading: w.a("threads-translation-title", "language", name),
        stale: told.stale,
        now: now.map(|one| side(one.title.clone(), &one.html, &one.language)),
        original: side(
            there.card.title.clone().filter(|_| post.opening),
            &post.html,
            &post.language,
        ),
        title: post.opening.then(|| {
            Field::text("title", w.say("threads-translation-heading"))
                .value(sent.title.as_str())
                .error(of("title"))
        }),
        composer: ComposerView {
            action: format!("/p/{}/translation/{}", post.id, there.language),
            id: "body",
            label: w.say("threads-translation-text"),
            submit: w.say("threads-translation-send"),
            body: sent.body,
            error: of("body").unwrap_or_default(),
            preview: told.preview.map(SafeHtml::sanitised_earlier),
            version: Some(sent.version.into()),
            ..ComposerView::default()
        },
        problems: problems(visitor, &told.problems),
        edition: sent.edition,
        back: address(&there.card),
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}

/// One edition as the page shows it.
struct Edition {
    heading: String,
    by: Option<PersonView>,
    at: Timestamp,
    side: Side,
    again: Option<String>,
    number: i32,
    withdraw: Option<String>,
}

impl Edition {
    fn time(&self, w: &stoa_render::Words) -> SafeHtml {
        w.time_tag(self.at)
    }
}

#[derive(Template)]
#[template(path = "threads/editions.html")]
struct Editions {
    chrome: Chrome,
    crumbs: Vec<Link>,
    heading: String,
    editions: Vec<Edition>,
    back: String,
}

/// `GET /p/{id}/translation/{language}/history`: the editions, the newest first.
pub(super) async fn history(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path((id, language)): Path<(PostId, String)>,
) -> Result<Response, Refusal> {
    let card = views::post(&app.db, &visitor.actor, id).await?;
    let all = views::editions(&app.db, &visitor.actor, id, &language).await?;
    // Earlier words are for those who may put others in their place.
    visitor.actor.may_in(card.post.space, Action::Improve(card.facts))?;
    if all.is_empty() {
        return Err(Refusal::not_found());
    }
    let mut named = Named::default();
    all.iter().for_each(|one| named.person(one.editor));
    let cast = Cast::of(&app.db, &visitor.actor, visitor.words(), named, false).await?;
    let may = |own| visitor.actor.may_in(card.post.space, Action::Delete { own }).is_ok();
    let (w, reader) = (visitor.words(), Reader::of(&visitor));
    let edition = |(place, one): (usize, Translation)| Edition {
        heading: w.n("threads-translation-edition", i64::from(one.edition)),
        by: one.editor.map(|who| cast.person(Some(who), None)),
        at: one.made_at.timestamp(),
        withdraw: may(card.post.own || one.editor.is_some_and(|who| visitor.actor.is(who)))
            .then(|| format!("/p/{id}/translation/{language}/withdraw")),
        number: one.edition,
        again: (place > 0)
            .then(|| format!("/p/{id}/translation/{language}?edition={}", one.edition)),
        side: Side {
            title: one.title.map(|text| Titled { text, language: reader.tongue(&one.language) }),
            html: SafeHtml::sanitised_earlier(one.html),
            language: reader.tongue(&one.language),
        },
    };
    show(&Editions {
        crumbs: crumbs(&visitor, &card),
        heading: w.a("threads-translation-history", "language", endonym(&language).to_owned()),
        editions: all.into_iter().enumerate().map(edition).collect(),
        back: address(&card),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}
