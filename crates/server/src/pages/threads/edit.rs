//! Changing the wording of one's own post, and taking a post back.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use stoa_kernel::ids::{DraftId, PostId};
use stoa_kernel::policy::HoldReason;
use stoa_kernel::{Fault, Problems, Tx};
use stoa_render::SafeHtml;
use stoa_threads::drafts::{self, Slot};
use stoa_threads::views::{self, PostCard};
use stoa_threads::{Body, State, Wording, leaving, posts};

use super::fresh::{problem_of, problems, with_title};
use super::rows::{anchor, page_address};
use super::send;
use super::words::{self, Reader};
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{ComposerView, Field, Link, Problem, Tongue};
use crate::pages::{go, show, show_as};
use crate::submit::{self, Room, Typed};

/// What an address of the form may ask for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    draft: Option<DraftId>,
}

/// What the form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct EditForm {
    title: String,
    body: String,
    language: String,
    version: i32,
    act: String,
    once: String,
}

/// The wording that is there, for whoever edited an older one.
struct Other {
    title: Option<String>,
    html: SafeHtml,
    language: Option<Tongue>,
}

#[derive(Template)]
#[template(path = "threads/edit.html")]
struct Page {
    chrome: Chrome,
    crumbs: Vec<Link>,
    problems: Vec<Problem>,
    title: Option<Field>,
    composer: ComposerView,
    hint: Option<String>,
    other: Option<Other>,
    back: String,
}

/// `GET /p/{id}/edit`.
pub(super) async fn blank(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let card = editable(&app, &visitor, id).await?;
    let mut form = present(&app, &visitor, &card).await?;
    let mut told = Told::default();
    if let Some(draft) = asked.draft {
        told.saved_at = over(&app, &visitor, id, draft, &mut form).await?;
    }
    rendered(&app, &visitor, &card, form, told).await
}

/// The post, if the visitor may change it and it can still be changed.
async fn editable(app: &App, visitor: &Visitor, id: PostId) -> Result<PostCard, Refusal> {
    visitor.member()?;
    let card = views::post(&app.db, &visitor.actor, id).await?;
    judged(app, visitor, id).await?;
    match card.post.state {
        State::Published | State::Held => Ok(card),
        _ => Err(Fault::Conflict("threads-post-gone").into()),
    }
}

/// Whether a new wording by the visitor would wait.
async fn judged(app: &App, visitor: &Visitor, id: PostId) -> Result<Option<HoldReason>, Fault> {
    posts::may_edit(&visitor.actor, &posts::facts(&app.db, &visitor.actor, id).await?)
}

/// The newest wording its author knows: one that waits goes before the approved one. Of another's
/// text what the visitor may read.
async fn present(app: &App, visitor: &Visitor, card: &PostCard) -> Result<EditForm, Fault> {
    let post = &card.post;
    let waiting = post.held_edit.as_ref().filter(|_| post.own);
    let mut stored = waiting.map(|edit| edit.markdown.clone()).or_else(|| post.markdown.clone());
    if let Some(markdown) = stored.as_deref().filter(|_| !post.own) {
        stored = Some(submit::readable(app, &visitor.actor, room(card), markdown).await?);
    }
    let title = waiting.and_then(|edit| edit.title.clone()).or_else(|| card.title.clone());
    Ok(EditForm {
        title: title.unwrap_or_default(),
        body: submit::typed(app, &stored.unwrap_or_default()).await?,
        language: waiting.map_or_else(|| post.language.clone(), |edit| edit.language.clone()),
        version: post.version,
        ..EditForm::default()
    })
}

/// Puts a draft of this post over the wording that is there.
async fn over(
    app: &App,
    visitor: &Visitor,
    post: PostId,
    id: DraftId,
    form: &mut EditForm,
) -> Result<Option<Timestamp>, Fault> {
    let draft = drafts::by_id(&app.db, &visitor.actor, id).await?;
    if !matches!(draft.slot, Slot::Edit(of) | Slot::Returned(of) if of == post) {
        return Ok(None);
    }
    form.body = submit::typed(app, &draft.body).await?;
    if !draft.title.is_empty() {
        form.title = draft.title;
    }
    Ok(Some(draft.updated_at.timestamp()))
}

/// `POST /p/{id}/edit`: send, look at it first, or keep it for later.
pub(super) async fn send(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<EditForm>,
) -> Result<Response, Refusal> {
    let typed = with_title(&form.fields.title, &form.fields.body);
    let done = match form.fields.act.as_str() {
        "preview" => preview(&app, &visitor, id, form.fields).await,
        "draft" => send::keep(&app, &visitor, Slot::Edit(id), &kept(&form.fields)).await,
        _ => sent(&app, &visitor, id, form).await,
    };
    done.map_err(|refusal| refusal.keeping(&typed))
}

fn kept(form: &EditForm) -> send::Kept {
    send::Kept {
        title: form.title.clone(),
        body: form.body.clone(),
        fields: serde_json::json!({ "language": form.language, "version": form.version }),
    }
}

/// Where it stands; a text shows its author's files alone.
fn room(card: &PostCard) -> Room {
    Room::of(card.post.space, card.facts.visibility)
        .in_thread(card.post.thread)
        .by(card.post.author)
}

async fn preview(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    mut form: EditForm,
) -> Result<Response, Refusal> {
    let card = editable(app, visitor, id).await?;
    let mut told = Told::default();
    match Body::parse(&form.body) {
        Ok(body) => {
            let room = room(&card);
            let own = &visitor.me()?.languages;
            let around = card.post.language.as_str();
            let typed =
                Typed { body: &body, title: &form.title, language: &form.language, own, around };
            let made = submit::prepare(app, &visitor.actor, room, typed).await?;
            form.language = made.language;
            told.preview = Some(SafeHtml::sanitised_earlier(made.html));
        }
        Err(Fault::Invalid(problems)) => told.problems = problems,
        Err(fault) => return Err(fault.into()),
    }
    rendered(app, visitor, &card, form, told).await
}

async fn sent(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    form: Form<EditForm>,
) -> Result<Response, Refusal> {
    let card = editable(app, visitor, id).await?;
    let (fields, once) = (form.fields, form.once);
    let wording = send::Rewording {
        post: id,
        version: fields.version,
        title: titled(&card).then_some(fields.title.as_str()),
        body: &fields.body,
        language: &fields.language,
    };
    match send::edit(app, visitor, &wording, once, send::edited_to_page(id)).await {
        Ok(send::Reworded::Done(saved)) => Ok(send::gone_to(&saved)),
        Ok(send::Reworded::Stale(there)) => stale(app, visitor, &card, fields, there).await,
        Err(Fault::Invalid(problems)) => {
            let told = Told { problems, ..Told::default() };
            rendered(app, visitor, &card, fields, told).await
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Both wordings stand on the page; sending again, with the version that is
/// there now, puts one's own in its place.
async fn stale(
    app: &App,
    visitor: &Visitor,
    card: &PostCard,
    mut form: EditForm,
    there: Wording,
) -> Result<Response, Refusal> {
    form.version = there.version;
    form.once = String::new();
    let told = Told { other: Some(there), ..Told::default() };
    rendered(app, visitor, card, form, told).await
}

/// What is told above and in the form.
#[derive(Default)]
struct Told {
    problems: Problems,
    preview: Option<SafeHtml>,
    saved_at: Option<Timestamp>,
    other: Option<Wording>,
}

async fn rendered(
    app: &App,
    visitor: &Visitor,
    card: &PostCard,
    form: EditForm,
    told: Told,
) -> Result<Response, Refusal> {
    let hint = hint(visitor, card, judged(app, visitor, card.post.id).await?);
    let status = match (&told.other, told.problems.0.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let chrome = Chrome::of(app, visitor).await?;
    show_as(status, &Page { hint, ..page(app, visitor, chrome, card, form, told) })
}

fn page(
    app: &App,
    visitor: &Visitor,
    chrome: Chrome,
    card: &PostCard,
    form: EditForm,
    told: Told,
) -> Page {
    let w = chrome.w;
    let said = |field: &str| problem_of(visitor, &told.problems, field);
    let title = titled(card).then(|| {
        let field = Field::text("title", w.say("threads-new-title")).most(255);
        field.value(form.title.clone()).error(said("title"))
    });
    Page {
        crumbs: crumbs(visitor, card),
        problems: problems(visitor, &told.problems),
        title,
        hint: None,
        other: told.other.map(|there| other(visitor, there)),
        back: address(card),
        composer: ComposerView {
            action: format!("/p/{}/edit", card.post.id),
            id: "body",
            label: w.say("threads-edit-body"),
            submit: w.say("threads-edit-send"),
            once: if form.once.is_empty() { crate::pages::once(app) } else { form.once },
            version: Some(i64::from(form.version)),
            body: form.body,
            error: said("body").or_else(|| said("language")).unwrap_or_default(),
            languages: words::language_choices(app, visitor, &form.language),
            preview: told.preview,
            draft: Slot::Edit(card.post.id).to_string(),
            saved_at: told.saved_at,
            fileless: !card.post.own,
            ..ComposerView::default()
        },
        chrome,
    }
}

fn other(visitor: &Visitor, there: Wording) -> Other {
    Other {
        title: there.title,
        html: SafeHtml::sanitised_earlier(there.html),
        language: Reader::of(visitor).tongue(&there.language),
    }
}

/// Only its author gives a thread another title.
fn titled(card: &PostCard) -> bool {
    card.post.opening && card.post.own
}

/// That the new wording will wait.
fn hint(visitor: &Visitor, card: &PostCard, judged: Option<HoldReason>) -> Option<String> {
    let held: Option<HoldReason> = card.post.hold_reason.filter(|_| card.post.state == State::Held);
    let reason = judged.or(held)?;
    Some(words::held_because(visitor.words(), Some(reason)))
}

/// The way to a post's own place.
pub(super) fn address(card: &PostCard) -> String {
    match card.post.number {
        Some(number) => {
            let page = page_address(card.post.thread, &card.slug, stoa_threads::page_of(number));
            format!("{page}#{}", anchor(card.post.id, Some(number)))
        }
        None => format!("/p/{}", card.post.id),
    }
}

/// Where a page about a post stands: its space, its thread.
pub(super) fn crumbs(visitor: &Visitor, card: &PostCard) -> Vec<Link> {
    let w = visitor.words();
    let space = card.space_names.say(visitor.locale.code());
    let title = card.title.clone().unwrap_or_else(|| w.say("threads-title-gone"));
    vec![
        Link::new("/spaces", w.say("chrome-nav-spaces")),
        Link::new(format!("/s/{}", card.space_slug), space),
        Link::new(address(card), title),
    ]
}

#[derive(Template)]
#[template(path = "threads/delete.html")]
struct Ask {
    chrome: Chrome,
    crumbs: Vec<Link>,
    action: String,
    heading: String,
    sentence: String,
    submit: String,
    html: SafeHtml,
    language: Option<Tongue>,
    erase: Field,
    back: String,
}

/// `GET /p/{id}/delete`: asks before anything is taken back.
pub(super) async fn ask(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    asked(&app, &visitor, id).await
}

async fn asked(app: &App, visitor: &Visitor, id: PostId) -> Result<Response, Refusal> {
    visitor.member()?;
    let card = views::post(&app.db, &visitor.actor, id).await?;
    if !card.post.own {
        return Err(Fault::Forbidden("core-refused-not-yours").into());
    }
    let w = visitor.words();
    let (heading, sentence, submit) = match (card.post.state, card.post.opening) {
        (State::Held, _) => {
            ("threads-withdraw-heading", "threads-withdraw-text", "threads-withdraw-send")
        }
        (State::Published, true) => {
            ("threads-delete-heading", "threads-delete-opening", "threads-delete-send")
        }
        (State::Published, false) => {
            ("threads-delete-heading", "threads-delete-text", "threads-delete-send")
        }
        _ => return Err(Fault::Conflict("threads-post-gone").into()),
    };
    show(&Ask {
        crumbs: crumbs(visitor, &card),
        action: format!("/p/{id}/delete"),
        heading: w.say(heading),
        sentence: w.say(sentence),
        submit: w.say(submit),
        html: SafeHtml::sanitised_earlier(card.post.html.clone()),
        language: Reader::of(visitor).tongue(&card.post.language),
        erase: Field::text("erase", w.say("rights-erase")).hint(w.say("rights-erase-hint")),
        back: address(&card),
        chrome: Chrome::of(app, visitor).await?,
    })
}

/// Whether the question was answered.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sure {
    sure: String,
    erase: String,
}

/// `POST /p/{id}/delete`: the button beside a post asks first, the one on the page does it.
pub(super) async fn delete(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Sure>,
) -> Result<Response, Refusal> {
    if form.fields.sure != "yes" {
        return asked(&app, &visitor, id).await;
    }
    visitor.member()?;
    let card = views::post(&app.db, &visitor.actor, id).await?;
    let (actor, for_good) = (&visitor.actor, form.fields.erase == "true");
    app.db
        .write(async |tx: &mut Tx| match for_good {
            true => leaving::erase_text(tx, actor, id).await,
            false => posts::delete(tx, actor, id).await,
        })
        .await?;
    let withdrawn = card.post.number.is_none();
    let gone = withdrawn && card.post.opening;
    let to = if gone { format!("/s/{}", card.space_slug) } else { back_to(&card) };
    Ok(go(&to, Some("flash-deleted")))
}

/// The post's place, or (where it had none) the end of its thread.
fn back_to(card: &PostCard) -> String {
    match card.post.number {
        Some(number) => {
            format!("/t/{}?page={}#p{number}", card.post.thread, stoa_threads::page_of(number))
        }
        None => format!("/t/{}", card.post.thread),
    }
}
