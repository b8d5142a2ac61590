//! The pages on which who asked says what was learned: of the whole thread, and of its accepted answer.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Fault, Once, Problems, Tx};
use stoa_render::Words;
use stoa_threads::learning::{self, Cost, Effect, NewLesson};
use stoa_threads::views;

use super::fresh::{problem_of, problems};
use super::learned::{cost, effect};
use super::polls::reply;
use super::rows::address;
use super::{send, words};
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::pages::accounts::{Said, said};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, ComposerView, Field, Problem};
use crate::pages::{go, show_as};

/// What the page of a lesson sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    body: String,
    language: String,
    effect: String,
    cost: String,
    place: String,
    closes: String,
    act: String,
    once: String,
}

#[derive(Template)]
#[template(path = "threads/lesson.html")]
struct Page {
    chrome: Chrome,
    problems: Vec<Problem>,
    title: String,
    back: String,
    effect: Field,
    effects: Vec<Choice>,
    cost: Field,
    costs: Vec<Choice>,
    place: Field,
    closes: Field,
    closing: bool,
    composer: ComposerView,
}

/// `GET /threads/{id}/lesson`.
pub(super) async fn lesson(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    page(&app, &visitor, id, &Typed::default(), Shown::default()).await
}

/// What is told in the form.
#[derive(Default)]
struct Shown {
    problems: Problems,
    preview: Option<stoa_render::SafeHtml>,
}

/// `POST /threads/{id}/lesson`.
pub(super) async fn conclude(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let Form { fields: typed, once, .. } = form;
    if typed.act == "preview" {
        return preview(&app, &visitor, id, &typed).await;
    }
    let told = Told {
        body: &typed.body,
        language: &typed.language,
        effect: &typed.effect,
        cost: &typed.cost,
        place: &typed.place,
        closes: typed.closes == "true",
    };
    match say(&app, &visitor, id, told, once).await {
        Ok(_) => Ok(go(&format!("/t/{id}"), Some("flash-lesson"))),
        Err(Fault::Invalid(problems)) => {
            page(&app, &visitor, id, &typed, Shown { problems, preview: None }).await
        }
        Err(fault) => Err(Refusal::from(fault).keeping(&typed.body)),
    }
}

async fn preview(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    typed: &Typed,
) -> Result<Response, Refusal> {
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    let made = async {
        let body = stoa_threads::Body::parse(&typed.body)?;
        send::prepared_in(app, visitor, &thread, &body, &typed.language).await
    };
    let shown = match made.await {
        Ok(made) => Shown {
            preview: Some(stoa_render::SafeHtml::sanitised_earlier(made.html)),
            ..Shown::default()
        },
        Err(Fault::Invalid(problems)) => Shown { problems, preview: None },
        Err(fault) => return Err(Refusal::from(fault).keeping(&typed.body)),
    };
    page(app, visitor, id, typed, shown).await
}

/// A lesson as it was told.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Its words.
    pub body: &'a str,
    /// Their language; empty to find it.
    pub language: &'a str,
    /// The name of what came of it.
    pub effect: &'a str,
    /// The name of what it cost; empty for not known.
    pub cost: &'a str,
    /// Where exactly.
    pub place: &'a str,
    /// The thread takes no more replies.
    pub closes: bool,
}

/// Says what was learned from a thread: a reply of the asker's that stands on top of it. Answers the
/// reply.
///
/// # Errors
/// As [`learning::conclude`], and what refuses a reply.
pub async fn say(
    app: &App,
    visitor: &Visitor,
    thread: ThreadId,
    told: Told<'_>,
    once: Option<Once>,
) -> Result<PostId, Fault> {
    let me = visitor.me.as_ref().ok_or(Fault::Forbidden("core-refused-sign-in"))?;
    let place = stoa_threads::threads::facts(&app.db, &visitor.actor, thread).await?;
    learning::may_conclude(&visitor.actor, &place)?;
    let (effect, cost) = read(told)?;
    let (post, _) = reply(app, visitor, thread, None, (told.body, told.language), once).await?;
    let new = NewLesson {
        post,
        effect,
        cost,
        city: me.city,
        place: told.place.to_owned(),
        closes: told.closes,
    };
    let actor = &visitor.actor;
    app.db
        .write(async |tx: &mut Tx| stoa_moderation::tending::conclude(tx, actor, &new).await)
        .await?;
    Ok(post)
}

/// The choices are read before the reply is written: where they are wrong nothing is.
fn read(told: Told<'_>) -> Result<(Effect, Cost), Fault> {
    let mut problems = Problems::default();
    let effect = Effect::parse(told.effect).filter(|effect| *effect != Effect::Untried);
    if effect.is_none() {
        problems.add("effect", "threads-lesson-effect");
    }
    let named = if told.cost.is_empty() { Cost::Unknown.name() } else { told.cost };
    let cost = Cost::parse(named);
    if cost.is_none() {
        problems.add("cost", "threads-lesson-cost-unknown");
    }
    if told.place.chars().count() > 120 {
        problems.add("place", "threads-lesson-place-long");
    }
    problems.into_result()?;
    Ok((effect.unwrap_or(Effect::Early), cost.unwrap_or(Cost::Unknown)))
}

fn effects(w: Words, chosen: &str, some: &[Effect]) -> Vec<Choice> {
    some.iter().map(|one| Choice::new(one.name(), effect(w, *one), chosen)).collect()
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    typed: &Typed,
    shown: Shown,
) -> Result<Response, Refusal> {
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    let place = stoa_threads::threads::facts(&app.db, &visitor.actor, id).await?;
    learning::may_conclude(&visitor.actor, &place)?;
    let w = visitor.words();
    let wrong = |field: &str| problem_of(visitor, &shown.problems, field);
    let status = match shown.problems.0.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let some = [Effect::Worked, Effect::Partly, Effect::Failed, Effect::Early];
    let price = |one: &Cost| Choice::new(one.name(), cost(w, *one), &typed.cost);
    let known = Cost::ALL.iter().filter(|one| **one != Cost::Unknown);
    let none = Choice::new("", w.say("threads-cost-unknown"), &typed.cost);
    let page = Page {
        problems: problems(visitor, &shown.problems),
        title: thread.summary.title.clone().unwrap_or_default(),
        back: address(id, &thread.summary.slug),
        effect: Field::text("effect", w.say("threads-lesson-effect-label")).error(wrong("effect")),
        effects: effects(w, &typed.effect, &some),
        cost: Field::text("cost", w.say("threads-lesson-cost")).error(wrong("cost")),
        costs: std::iter::once(none).chain(known.map(price)).collect(),
        place: Field::text("place", w.say("threads-lesson-where"))
            .hint(w.say("threads-lesson-where-hint"))
            .optional()
            .most(120)
            .value(typed.place.clone())
            .error(wrong("place")),
        closes: Field::text("closes", w.say("threads-lesson-closes")),
        closing: typed.closes == "true",
        composer: ComposerView {
            action: format!("/threads/{id}/lesson"),
            id: "body",
            label: w.say("threads-lesson-text"),
            submit: w.say("threads-lesson-send"),
            once: if typed.once.is_empty() { crate::pages::once(app) } else { typed.once.clone() },
            body: typed.body.clone(),
            error: wrong("body").or_else(|| wrong("language")).unwrap_or_default(),
            languages: words::language_choices(app, visitor, &typed.language),
            preview: shown.preview,
            ..ComposerView::default()
        },
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}

/// What the page of a trial sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Tried {
    effect: String,
    body: String,
    once: String,
}

#[derive(Template)]
#[template(path = "threads/trial.html")]
struct TrialPage {
    chrome: Chrome,
    problems: Vec<Problem>,
    id: PostId,
    title: String,
    effect: Field,
    effects: Vec<Choice>,
    body: Field,
    once: String,
}

/// `GET /p/{id}/trial`.
pub(super) async fn trial(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    trial_page(&app, &visitor, id, &Tried::default(), Said::default(), StatusCode::OK).await
}

/// `POST /p/{id}/trial`.
pub(super) async fn answer(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Tried>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let Form { fields: typed, once, .. } = form;
    match tried(&app, &visitor, id, &typed.effect, &typed.body, once).await {
        Ok(()) => Ok(go(&format!("/p/{id}"), Some("flash-trial"))),
        Err(fault @ (Fault::Invalid(_) | Fault::TooSoon(_))) => {
            let (status, said) = said(&visitor, fault)?;
            trial_page(&app, &visitor, id, &typed, said, status).await
        }
        Err(fault) => Err(Refusal::from(fault).keeping(&typed.body)),
    }
}

/// Says what came of an accepted answer; the sentence, if there is one, is a reply to it.
///
/// # Errors
/// As [`learning::answer`], and what refuses a reply.
pub async fn tried(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    effect: &str,
    body: &str,
    once: Option<Once>,
) -> Result<(), Fault> {
    let me = visitor.me.as_ref().ok_or(Fault::Forbidden("core-refused-sign-in"))?;
    app.limits.count(Rate::Write, &me.id.to_string(), app.db.clock().now())?;
    let found = learning::may_answer(&app.db, &visitor.actor, id).await?;
    let wrong = || Fault::invalid("effect", "threads-lesson-effect");
    let effect = Effect::parse(effect).ok_or_else(wrong)?;
    let said = match body.trim() {
        "" => None,
        body => {
            let thread = found.place.thread;
            Some(reply(app, visitor, thread, Some(id), (body, ""), once).await?.0)
        }
    };
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| learning::answer(tx, actor, id, effect, said).await).await
}

async fn trial_page(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    typed: &Tried,
    said: Said,
    status: StatusCode,
) -> Result<Response, Refusal> {
    learning::may_answer(&app.db, &visitor.actor, id).await?;
    let card = views::post(&app.db, &visitor.actor, id).await?;
    let w = visitor.words();
    let page = TrialPage {
        id,
        title: card.title.unwrap_or_default(),
        effect: Field::text("effect", w.say("threads-trial-ask")).error(said.field("effect")),
        effects: effects(w, &typed.effect, Effect::ALL),
        body: Field::text("body", w.say("threads-trial-words"))
            .hint(w.say("threads-trial-words-hint"))
            .optional()
            .rows(3)
            .value(typed.body.clone())
            .error(said.field("body")),
        once: if typed.once.is_empty() { crate::pages::once(app) } else { typed.once.clone() },
        problems: said.into_list(),
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}
