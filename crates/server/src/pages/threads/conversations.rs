//! `/conversations`: private words with named members. Each is a thread; here are the list, the form
//! that begins one, and what the thread's page shows of its people.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use stoa_kernel::ids::{DraftId, MemberId, SpaceId, ThreadId};
use stoa_kernel::policy::{Action, Visibility};
use stoa_kernel::{Fault, Limit, Problems, Tx};
use stoa_render::{SafeHtml, Words};
use stoa_threads::conversations::{self, Conversation, Person, Seat};
use stoa_threads::drafts::{self, Slot};
use stoa_threads::views::ThreadView;
use stoa_threads::{Body, conversations::MOST};

use super::fresh::{problem_of, problems, with_title};
use super::rows::resume;
use super::send::{self, gone_to, opened_to_page};
use super::word::{self, Word, handles};
use super::words::{self, Reader};
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::{Path, Query};
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{ComposerView, Field, PersonView, Problem, Titled};
use crate::pages::{encode, go, show, show_as};
use crate::submit::{self, Room, Typed};

/// A conversation in the list.
struct Line {
    href: String,
    title: Titled,
    people: Vec<PersonView>,
    fresh: Option<String>,
    /// The reader was asked, and has not answered.
    asked: bool,
    at: Timestamp,
}

impl Line {
    fn time(&self, w: &Words) -> SafeHtml {
        w.time_tag(self.at)
    }
}

#[derive(Template)]
#[template(path = "threads/conversations.html")]
struct Page {
    chrome: Chrome,
    lines: Vec<Line>,
    begins: bool,
    older: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Place {
    #[serde(default)]
    cursor: Option<String>,
}

/// `GET /conversations`.
pub(super) async fn list(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Query(place): Query<Place>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let (db, actor) = (&app.db, &visitor.actor);
    let page = conversations::list(db, actor, Limit::PAGE, place.cursor.as_deref()).await?;
    let mut named = Named::default();
    page.items.iter().flat_map(|one| &one.people).for_each(|one| named.person(one.member));
    let reader = Reader::of(&visitor)
        .with_titles(db, actor, page.items.iter().map(|one| &one.thread))
        .await?;
    let cast = Cast::of(db, actor, reader.w, named, true).await?;
    let lines = page.items.iter().map(|one| line(&visitor, &reader, &cast, one)).collect();
    let older = page.next.map(|next| format!("/conversations?cursor={}", encode(&next)));
    let begins = actor.may(Action::Converse).is_ok();
    show(&Page { lines, begins, older, chrome: Chrome::of(&app, &visitor).await? })
}

fn line(visitor: &Visitor, reader: &Reader, cast: &Cast, one: &Conversation) -> Line {
    let me = visitor.actor.id();
    let others = one.people.iter().filter(|person| Some(person.member) != me);
    let unread = one.thread.unread;
    Line {
        href: resume(&one.thread),
        title: reader.title(&one.thread).0,
        people: others.map(|person| cast.person_at_home(person.member)).collect(),
        fresh: (unread > 0).then(|| reader.w.n("chrome-post-fresh", unread)),
        asked: me.and_then(|me| one.seat(me)) == Some(Seat::Asked),
        at: one.thread.last_post_at.timestamp(),
    }
}

/// What the form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct WordForm {
    to: String,
    title: String,
    body: String,
    language: String,
    act: String,
    once: String,
}

#[derive(Template)]
#[template(path = "threads/word.html")]
struct New {
    chrome: Chrome,
    problems: Vec<Problem>,
    to: Field,
    title: Field,
    composer: ComposerView,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    to: String,
    draft: Option<DraftId>,
}

/// `GET /conversations/new`.
pub(super) async fn blank(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    visitor.actor.may(Action::Converse)?;
    let mut form = WordForm { to: asked.to, ..WordForm::default() };
    let mut told = Told::default();
    if let Some(id) = asked.draft {
        (form, told.saved_at) = from_draft(&app, &visitor, id).await?;
    }
    rendered(&app, &visitor, form, told).await
}

async fn from_draft(
    app: &App,
    visitor: &Visitor,
    id: DraftId,
) -> Result<(WordForm, Option<Timestamp>), Fault> {
    let draft = drafts::by_id(&app.db, &visitor.actor, id).await?;
    let field =
        |name: &str| draft.fields.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    let form = WordForm {
        to: field("to").to_owned(),
        title: draft.title.clone(),
        body: submit::typed(app, &draft.body).await?,
        language: field("language").to_owned(),
        ..WordForm::default()
    };
    Ok((form, Some(draft.updated_at.timestamp())))
}

/// `POST /conversations/new`: send, look at it first, or keep it for later.
pub(super) async fn send(
    Shared(app): Shared<App>,
    visitor: Visitor,
    form: Form<WordForm>,
) -> Result<Response, Refusal> {
    let typed = with_title(&form.fields.title, &form.fields.body);
    let done = match form.fields.act.as_str() {
        "preview" => preview(&app, &visitor, form.fields).await,
        "draft" => send::keep(&app, &visitor, Slot::Conversation, &kept(&form.fields)).await,
        _ => sent(&app, &visitor, form).await,
    };
    done.map_err(|refusal| refusal.keeping(&typed))
}

fn kept(form: &WordForm) -> send::Kept {
    send::Kept {
        title: form.title.clone(),
        body: form.body.clone(),
        fields: serde_json::json!({ "to": form.to, "language": form.language }),
    }
}

async fn preview(app: &App, visitor: &Visitor, mut form: WordForm) -> Result<Response, Refusal> {
    let me = visitor.me()?;
    let mut told = Told::default();
    match Body::parse(&form.body) {
        Ok(body) => {
            let (title, language, own) =
                (form.title.as_str(), form.language.as_str(), &me.languages);
            let typed = Typed { body: &body, title, language, own, around: "" };
            let room = Room::of(SpaceId::CONVERSATIONS, Visibility::Sealed);
            let made = submit::prepare(app, &visitor.actor, room, typed).await?;
            form.language = made.language;
            told.preview = Some(SafeHtml::sanitised_earlier(made.html));
        }
        Err(Fault::Invalid(problems)) => told.problems = problems,
        Err(fault) => return Err(fault.into()),
    }
    rendered(app, visitor, form, told).await
}

async fn sent(app: &App, visitor: &Visitor, form: Form<WordForm>) -> Result<Response, Refusal> {
    let (fields, once) = (form.fields, form.once);
    let to = handles(&fields.to);
    let word = Word {
        to: &to,
        title: &fields.title,
        body: &fields.body,
        language: &fields.language,
        drafts: &[Slot::Conversation],
    };
    match word::begin(app, visitor, &word, once, opened_to_page).await {
        Ok(saved) => Ok(gone_to(&saved)),
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
    saved_at: Option<Timestamp>,
}

async fn rendered(
    app: &App,
    visitor: &Visitor,
    form: WordForm,
    told: Told,
) -> Result<Response, Refusal> {
    let w = visitor.words();
    let said = |field: &str| problem_of(visitor, &told.problems, field);
    let status = match told.problems.0.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let most = i64::try_from(MOST - 1).unwrap_or(i64::MAX);
    let page = New {
        problems: problems(visitor, &told.problems),
        to: Field::text("to", w.say("threads-conversation-to"))
            .hint(w.n("threads-conversation-to-hint", most))
            .value(form.to.clone())
            .error(said("to")),
        title: Field::text("title", w.say("threads-new-title"))
            .value(form.title.clone())
            .most(255)
            .error(said("title")),
        composer: ComposerView {
            action: "/conversations/new".to_owned(),
            id: "body",
            label: w.say("threads-conversation-body"),
            submit: w.say("threads-conversation-send"),
            once: if form.once.is_empty() { crate::pages::once(app) } else { form.once.clone() },
            body: form.body.clone(),
            error: said("body").or_else(|| said("language")).unwrap_or_default(),
            languages: words::language_choices(app, visitor, &form.language),
            preview: told.preview,
            draft: Slot::Conversation.to_string(),
            saved_at: told.saved_at,
            ..ComposerView::default()
        },
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    seat: String,
}

/// `POST /threads/{id}/seat`: joins, declines or leaves.
pub(super) async fn answer(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Answer>,
) -> Result<Response, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let bad = || Fault::invalid("seat", "threads-conversation-seat");
    let seat = Seat::parse(&form.fields.seat).ok_or_else(bad)?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| conversations::answer(tx, actor, id, seat).await).await?;
    Ok(match seat {
        Seat::Declined => go("/conversations", Some("flash-declined-word")),
        Seat::Left => go("/conversations", Some("flash-left-word")),
        Seat::Asked | Seat::Joined => go(&format!("/t/{id}"), Some("flash-joined-word")),
    })
}

/// What the page of a conversation says of its people.
pub(super) struct People {
    /// Who, and where each stands: nothing for who takes part.
    pub(super) lines: Vec<(PersonView, String)>,
    /// The reader was asked, and has not answered.
    pub(super) asked: bool,
}

/// The people of a thread, where it is a conversation.
pub(super) async fn read(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
) -> Result<Vec<Person>, Fault> {
    if thread.facts.visibility != Visibility::Sealed {
        return Ok(Vec::new());
    }
    conversations::people(&app.db, &visitor.actor, thread.summary.id).await
}

/// Notes whom they name.
pub(super) fn name(named: &mut Named, people: &[Person]) {
    people.iter().for_each(|one| named.person(one.member));
}

/// Nobody but the visitor reads it any more.
pub(super) fn alone(visitor: &Visitor, people: &[Person]) -> bool {
    !people.is_empty() && people.iter().all(|one| visitor.actor.is(one.member) || !one.seat.reads())
}

/// As the page shows them; nothing for a thread of a space.
pub(super) fn shown(visitor: &Visitor, cast: &Cast, people: &[Person]) -> Option<People> {
    let w = visitor.words();
    let seat = |seat: Seat| match seat {
        Seat::Joined => String::new(),
        Seat::Asked => w.say("threads-seat-asked"),
        Seat::Declined => w.say("threads-seat-declined"),
        Seat::Left => w.say("threads-seat-left"),
    };
    let line =
        |one: &Person| (cast.person(Some(one.member), city(cast, one.member)), seat(one.seat));
    let asked = people.iter().any(|one| visitor.actor.is(one.member) && one.seat == Seat::Asked);
    (!people.is_empty()).then(|| People { lines: people.iter().map(line).collect(), asked })
}

fn city(cast: &Cast, member: MemberId) -> Option<stoa_kernel::ids::CityId> {
    cast.card(member).and_then(|card| card.city)
}
