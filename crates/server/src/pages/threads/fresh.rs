//! `/new`: the form of a thread to be opened.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use stoa_kernel::ids::DraftId;
use stoa_kernel::{Fault, Problems};
use stoa_moderation::submissions;
use stoa_render::SafeHtml;
use stoa_threads::drafts::{self, Slot};
use stoa_threads::views::{self, SpaceView};
use stoa_threads::{Body, ThreadKind, themes};

use super::similar::{self, Like};
use super::{later, posts, send, words};
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::Query;
use crate::http::refusal::arguments;
use crate::http::{Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, ComposerView, Field, Problem};
use crate::pages::{go, show_as};
use crate::readers::{self, Place};
use crate::submit::{self, Typed};

/// What an address of the form may ask for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    space: String,
    kind: String,
    theme: String,
    draft: Option<DraftId>,
}

/// What the form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewForm {
    space: String,
    kind: String,
    title: String,
    themes: Vec<String>,
    body: String,
    language: String,
    draft: String,
    act: String,
    once: String,
    when: String,
    at: String,
}

/// A theme of the upper level with those below it, as boxes.
struct Group {
    label: String,
    open: bool,
    boxes: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "threads/new.html")]
struct Page {
    chrome: Chrome,
    problems: Vec<Problem>,
    space: Field,
    spaces: Vec<Choice>,
    kind: Field,
    kinds: Vec<Choice>,
    title: Field,
    themes: Field,
    groups: Vec<Group>,
    opened: bool,
    composer: ComposerView,
    hint: Option<String>,
    similar: Vec<Like>,
}

/// `GET /new`.
pub(super) async fn blank(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let mut form = NewForm {
        kind: asked.kind,
        themes: Some(asked.theme).filter(|theme| !theme.is_empty()).into_iter().collect(),
        ..NewForm::default()
    };
    let mut saved_at = None;
    if let Some(id) = asked.draft {
        (form, saved_at) = from_draft(&app, &visitor, id).await?;
    }
    if !asked.space.is_empty() {
        form.space = asked.space;
    }
    rendered(&app, &visitor, form, Told { saved_at, ..Told::default() }).await
}

async fn from_draft(
    app: &App,
    visitor: &Visitor,
    id: DraftId,
) -> Result<(NewForm, Option<Timestamp>), Fault> {
    let draft = drafts::by_id(&app.db, &visitor.actor, id).await?;
    let field =
        |name: &str| draft.fields.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    let listed = draft.fields.get("themes").and_then(|value| value.as_array());
    let themes = listed.into_iter().flatten().filter_map(|value| value.as_str());
    let space = slug_of(app, visitor, field("space")).await?;
    let form = NewForm {
        space,
        kind: field("kind").to_owned(),
        title: draft.title.clone(),
        themes: themes.map(str::to_owned).collect(),
        body: submit::typed(app, &draft.body).await?,
        language: field("language").to_owned(),
        draft: draft.slot.to_string(),
        ..NewForm::default()
    };
    Ok((form, Some(draft.updated_at.timestamp())))
}

/// A draft names its space by slug; a text that was given back, by id.
async fn slug_of(app: &App, visitor: &Visitor, named: &str) -> Result<String, Fault> {
    let Ok(id) = named.parse() else { return Ok(named.to_owned()) };
    match views::space_by_id(&app.db, &visitor.actor, id).await {
        Ok(space) => Ok(space.slug),
        Err(Fault::NotFound | Fault::Forbidden(_)) => Ok(String::new()),
        Err(fault) => Err(fault),
    }
}

/// `POST /new`: send, look at it first, or keep it for later.
pub(super) async fn send(
    Shared(app): Shared<App>,
    visitor: Visitor,
    form: Form<NewForm>,
) -> Result<Response, Refusal> {
    let typed = with_title(&form.fields.title, &form.fields.body);
    let done = match form.fields.act.as_str() {
        "preview" => preview(&app, &visitor, form.fields).await,
        "draft" => send::keep(&app, &visitor, slot(&form.fields), &kept(&form.fields)).await,
        "later" => later(&app, &visitor, form.fields).await,
        _ => sent(&app, &visitor, form).await,
    };
    done.map_err(|refusal| refusal.keeping(&typed))
}

/// All that was typed, for a page that gives it back.
pub(super) fn with_title(title: &str, body: &str) -> String {
    if title.is_empty() { body.to_owned() } else { format!("{title}\n\n{body}") }
}

fn slot(form: &NewForm) -> Slot {
    form.draft
        .parse()
        .ok()
        .filter(|slot| matches!(slot, Slot::New(_) | Slot::Returned(_) | Slot::Later(_)))
        .unwrap_or(Slot::New(None))
}

fn kept(form: &NewForm) -> send::Kept {
    send::Kept {
        title: form.title.clone(),
        body: form.body.clone(),
        fields: serde_json::json!({
            "space": form.space,
            "kind": form.kind,
            "themes": form.themes,
            "language": form.language,
        }),
    }
}

async fn preview(app: &App, visitor: &Visitor, mut form: NewForm) -> Result<Response, Refusal> {
    let me = visitor.me()?;
    let mut told = Told::default();
    match Body::parse(&form.body) {
        Ok(body) => {
            let room = send::room_of(app, visitor, &form.space).await?;
            let own = &me.languages;
            let typed = Typed {
                body: &body,
                title: &form.title,
                language: &form.language,
                own,
                around: "",
            };
            let made = submit::prepare(app, &visitor.actor, room, typed).await?;
            let (w, place) = (visitor.words(), room.space.map(Place::Space));
            told.readers = readers::told(app, w, me.id, place, &made.language).await?;
            form.language = made.language;
            told.preview = Some(SafeHtml::sanitised_earlier(made.html));
        }
        Err(Fault::Invalid(problems)) => told.problems = problems,
        Err(fault) => return Err(fault.into()),
    }
    rendered(app, visitor, form, told).await
}

/// What would be refused then is refused now.
async fn later(app: &App, visitor: &Visitor, form: NewForm) -> Result<Response, Refusal> {
    let kept_for = async || {
        let at = later::moment(app, visitor, &form.when, &form.at)?;
        send::check(app, visitor, &thread(&form, &[])).await?;
        later::schedule(app, visitor, slot(&form), kept(&form), at).await
    };
    match kept_for().await {
        Ok(_) => Ok(go("/drafts", Some("flash-later"))),
        Err(Fault::Invalid(problems)) => {
            rendered(app, visitor, form, Told { problems, ..Told::default() }).await
        }
        Err(fault) => Err(fault.into()),
    }
}

fn thread<'a>(fields: &'a NewForm, drafts: &'a [Slot]) -> send::Thread<'a> {
    send::Thread {
        space: &fields.space,
        kind: &fields.kind,
        title: &fields.title,
        body: &fields.body,
        language: &fields.language,
        themes: &fields.themes,
        affiliation: None,
        drafts,
        due: None,
    }
}

async fn sent(app: &App, visitor: &Visitor, form: Form<NewForm>) -> Result<Response, Refusal> {
    let (fields, once) = (form.fields, form.once);
    let slots = [slot(&fields)];
    let thread = thread(&fields, &slots);
    match send::open(app, visitor, &thread, once, send::opened_to_page).await {
        Ok(saved) => Ok(send::gone_to(&saved)),
        Err(Fault::Invalid(problems)) => {
            rendered(app, visitor, fields, Told { problems, ..Told::default() }).await
        }
        Err(fault) => Err(fault.into()),
    }
}

/// What is told above and in the form.
#[derive(Default)]
struct Told {
    problems: Problems,
    preview: Option<SafeHtml>,
    readers: Option<String>,
    saved_at: Option<Timestamp>,
}

async fn rendered(
    app: &App,
    visitor: &Visitor,
    mut form: NewForm,
    told: Told,
) -> Result<Response, Refusal> {
    let all = views::spaces(&app.db, &visitor.actor).await?;
    let open: Vec<SpaceView> = all.into_iter().filter(|space| opens(visitor, space)).collect();
    if open.is_empty() {
        return Err(nowhere(visitor));
    }
    if ThreadKind::parse(&form.kind).is_none() {
        form.kind = ThreadKind::Question.name().to_owned();
    }
    let status = match told.problems.0.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let similar = similar::like(app, visitor, &form.title, &form.language).await?;
    let chrome = Chrome::of(app, visitor).await?;
    show_as(status, &Page { similar, ..page(app, visitor, chrome, &form, told, &open) })
}

fn opens(visitor: &Visitor, space: &SpaceView) -> bool {
    posts::may_open(visitor.actor.who_in(space.id), space.facts)
}

/// Nobody may write without a space to write in: for somebody silenced, or where only moderators post.
fn nowhere(visitor: &Visitor) -> Refusal {
    use stoa_kernel::policy::Standing;
    let suspended = visitor.actor.standing() == Standing::Suspended;
    let key = if suspended { "core-refused-suspended" } else { "core-refused-moderators-only" };
    Fault::Forbidden(key).into()
}

fn page(
    app: &App,
    visitor: &Visitor,
    chrome: Chrome,
    form: &NewForm,
    told: Told,
    open: &[SpaceView],
) -> Page {
    let w = chrome.w;
    let said = |field: &str| problem_of(visitor, &told.problems, field);
    Page {
        problems: problems(visitor, &told.problems),
        space: Field::text("space", w.say("threads-new-space")).error(said("space")),
        spaces: spaces(visitor, open, &form.space),
        kind: Field::text("kind", w.say("threads-new-kind")).error(said("kind")),
        kinds: kinds(visitor, &form.kind),
        title: Field::text("title", w.say("threads-new-title"))
            .hint(w.say("threads-new-title-hint"))
            .value(form.title.clone())
            .most(255)
            .error(said("title")),
        themes: Field::text("themes", w.say("threads-new-themes"))
            .hint(w.say("threads-new-themes-hint"))
            .optional()
            .error(said("themes")),
        groups: groups(visitor, &form.themes),
        opened: !form.themes.is_empty() || said("themes").is_some(),
        hint: hint(visitor, open, &form.space),
        similar: Vec::new(),
        composer: ComposerView {
            action: "/new".to_owned(),
            id: "body",
            label: w.say("threads-new-body"),
            submit: w.say("threads-new-send"),
            once: if form.once.is_empty() { crate::pages::once(app) } else { form.once.clone() },
            body: form.body.clone(),
            error: said("body").or_else(|| said("language")).unwrap_or_default(),
            languages: words::language_choices(app, visitor, &form.language),
            preview: told.preview,
            readers: told.readers,
            draft: slot(form).to_string(),
            saved_at: told.saved_at,
            later: Some(later::view(
                visitor,
                &form.when,
                &form.at,
                said("at"),
                form.act == "later",
            )),
            ..ComposerView::default()
        },
        chrome,
    }
}

fn spaces(visitor: &Visitor, open: &[SpaceView], chosen: &str) -> Vec<Choice> {
    let locale = visitor.locale.code();
    let fits = open.iter().any(|space| space.slug == chosen);
    let first = Choice::new("", visitor.words().say("threads-new-space-choose"), chosen);
    let named =
        open.iter().map(|space| Choice::new(space.slug.clone(), space.names.say(locale), chosen));
    (!fits).then_some(first).into_iter().chain(named).collect()
}

fn kinds(visitor: &Visitor, chosen: &str) -> Vec<Choice> {
    let w = visitor.words();
    let choice = |kind: ThreadKind| Choice {
        hint: words::kind_hint(w, kind),
        ..Choice::new(kind.name(), words::kind(w, kind), chosen)
    };
    let follow_up = Some(ThreadKind::DialogueFollowup).filter(|kind| kind.name() == chosen);
    words::kinds().chain(follow_up).map(choice).collect()
}

fn groups(visitor: &Visitor, chosen: &[String]) -> Vec<Group> {
    let locale = visitor.locale.code();
    let choice = |theme: &themes::Theme| Choice {
        value: theme.slug.clone(),
        label: theme.label(locale).to_owned(),
        chosen: chosen.contains(&theme.slug),
        ..Choice::default()
    };
    let group = |top: &themes::Theme| {
        let boxes: Vec<Choice> = std::iter::once(top).chain(&top.children).map(choice).collect();
        Group {
            label: top.label(locale).to_owned(),
            open: boxes.iter().any(|one| one.chosen),
            boxes,
        }
    };
    themes::all().iter().map(group).collect()
}

/// That the thread will wait, said before it is written.
fn hint(visitor: &Visitor, open: &[SpaceView], chosen: &str) -> Option<String> {
    let space = open.iter().find(|space| space.slug == chosen).or_else(|| open.first())?;
    let reason = submissions::opening(&visitor.actor, space.id, space.facts).ok()??;
    Some(words::held_because(visitor.words(), Some(reason)))
}

/// What is wrong, for the list above the form.
pub(super) fn problems(visitor: &Visitor, found: &Problems) -> Vec<Problem> {
    let w = visitor.words();
    let said = |problem: &stoa_kernel::fault::Problem| Problem {
        field: if problem.field == "language" {
            "body-language".into()
        } else {
            problem.field.to_owned()
        },
        text: w.with(problem.key, &arguments(problem)),
    };
    found.0.iter().map(said).collect()
}

/// What is wrong with one field.
pub(super) fn problem_of(visitor: &Visitor, found: &Problems, field: &str) -> Option<String> {
    let problem = found.0.iter().find(|problem| problem.field == field)?;
    Some(visitor.words().with(problem.key, &arguments(problem)))
}
