//! `/settings/email`: which letters come, and when.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{Redirect, Response};
use axum::routing::{get, post};
use http::StatusCode;
use serde::Deserialize;
use stoa_accounts::views::{contact, settings};
use stoa_digests::preferences::{self, Change, Changed};
use stoa_digests::{Preferences, Rhythm, Scope, bounces, calendar, leaving};
use stoa_kernel::{Fault, Problems, Tx};
use stoa_render::Words;

use crate::app::App;
use crate::http::refusal::arguments;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::accounts::tabs;
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field, Link, Problem};
use crate::pages::{go, show_as};

const PAGE: &str = "/settings/email";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(PAGE, get(open).post(send))
        .route("/settings/mail", get(|| async { Redirect::permanent(PAGE) }))
        .route("/settings/email/stop", post(stop))
        .route("/settings/email/works", post(works))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    version: i32,
    rhythm: String,
    weekday: String,
    hour: String,
    replies: String,
    mentions: String,
    approvals: String,
    requests: String,
}

#[derive(Template)]
#[template(path = "digests/mail.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<Link>,
    problems: Vec<Problem>,
    email: String,
    stopped: bool,
    version: i32,
    rhythm: Field,
    rhythms: Vec<Choice>,
    weekday: Field,
    weekdays: Vec<Choice>,
    hour: Field,
    hours: Vec<Choice>,
    replies: (Field, bool),
    mentions: (Field, bool),
    approvals: (Field, bool),
    requests: (Field, bool),
    next: Option<String>,
}

async fn open(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let kept = preferences::of(&app.db, visitor.member()?).await?;
    page(&app, &visitor, &kept, &Typed::of(&kept), Vec::new(), StatusCode::OK).await
}

async fn send(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    let member = visitor.member()?;
    let typed = form.fields;
    let done = match typed.read() {
        Ok(change) => save(&app, &visitor, change).await,
        Err(fault) => Err(fault),
    };
    let kept = preferences::of(&app.db, member).await?;
    match done {
        Ok(Changed::Saved(_)) => Ok(go(PAGE, Some("flash-saved"))),
        Ok(Changed::Stale(now)) => {
            let text = visitor.words().say("digests-mail-stale");
            let said = vec![Problem { field: String::new(), text }];
            let typed = Typed { version: now.version, ..typed };
            page(&app, &visitor, &now, &typed, said, StatusCode::CONFLICT).await
        }
        Err(Fault::Invalid(problems)) => {
            let said = said(visitor.words(), &problems);
            page(&app, &visitor, &kept, &typed, said, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn save(app: &App, visitor: &Visitor, change: Change) -> Result<Changed, Fault> {
    let (actor, zone) = (visitor.actor.clone(), visitor.zone.clone());
    app.db
        .write(async move |tx: &mut Tx| preferences::change(tx, &actor, &zone, &change).await)
        .await
}

fn said(w: Words, problems: &Problems) -> Vec<Problem> {
    let said = |problem: &stoa_kernel::fault::Problem| Problem {
        field: problem.field.to_owned(),
        text: w.with(problem.key, &arguments(problem)),
    };
    problems.0.iter().map(said).collect()
}

impl Typed {
    fn of(kept: &Preferences) -> Self {
        let flag = |on: bool| if on { "true".to_owned() } else { String::new() };
        Self {
            version: kept.version,
            rhythm: kept.rhythm.name().to_owned(),
            weekday: kept.weekday.to_string(),
            hour: kept.hour.to_string(),
            replies: flag(kept.replies),
            mentions: flag(kept.mentions),
            approvals: flag(kept.approvals),
            requests: flag(kept.requests),
        }
    }

    fn read(&self) -> Result<Change, Fault> {
        let mut problems = Problems::default();
        let rhythm = Rhythm::parse(&self.rhythm);
        if rhythm.is_none() {
            problems.add("rhythm", "digests-rhythm-bad");
        }
        let weekday = self.weekday.parse().ok();
        if weekday.is_none() {
            problems.add("weekday", "digests-weekday-bad");
        }
        let hour = self.hour.parse().ok();
        if hour.is_none() {
            problems.add("hour", "digests-hour-bad");
        }
        problems.into_result()?;
        Ok(Change {
            version: Some(self.version),
            rhythm,
            weekday,
            hour,
            replies: Some(self.replies == "true"),
            mentions: Some(self.mentions == "true"),
            approvals: Some(self.approvals == "true"),
            requests: Some(self.requests == "true"),
        })
    }
}

async fn page(
    app: &App,
    visitor: &Visitor,
    kept: &Preferences,
    typed: &Typed,
    problems: Vec<Problem>,
    status: StatusCode,
) -> Result<Response, Refusal> {
    let w = visitor.words();
    let own = settings(&app.db, &visitor.actor).await?;
    let error = |field: &str| problems.iter().find(|p| p.field == field).map(|p| p.text.clone());
    let choice = |value: Rhythm, key: &str| Choice::new(value.name(), w.say(key), &typed.rhythm);
    let hinted = |choice: Choice, key: &str| Choice { hint: w.say(key), ..choice };
    let next = calendar::next(kept, &visitor.zone, stoa_kernel::Reads::now(&app.db));
    let page = Page {
        tabs: tabs(visitor),
        stopped: bounces::stopped(&app.db, &own.email).await?,
        email: own.email,
        version: typed.version,
        rhythm: Field::text("rhythm", w.say("digests-mail-digest")).error(error("rhythm")),
        rhythms: vec![
            hinted(choice(Rhythm::Weekly, "digests-mail-weekly"), "digests-mail-weekly-hint"),
            hinted(choice(Rhythm::Daily, "digests-mail-daily"), "digests-mail-daily-hint"),
            choice(Rhythm::None, "digests-mail-none"),
        ],
        weekday: Field::text("weekday", w.say("digests-mail-weekday")).error(error("weekday")),
        weekdays: (1..=7_u8)
            .map(|day| Choice::new(day.to_string(), w.weekday(day), &typed.weekday))
            .collect(),
        hour: Field::text("hour", w.say("digests-mail-hour"))
            .hint(w.a("digests-mail-hour-hint", "zone", own.time_zone))
            .error(error("hour")),
        hours: (0..=23_u8)
            .map(|hour| Choice::new(hour.to_string(), w.clock(hour), &typed.hour))
            .collect(),
        replies: check(
            w,
            "replies",
            "digests-mail-replies",
            Some("digests-mail-replies-hint"),
            &typed.replies,
        ),
        mentions: check(w, "mentions", "digests-mail-mentions", None, &typed.mentions),
        approvals: check(w, "approvals", "digests-mail-approvals", None, &typed.approvals),
        requests: check(
            w,
            "requests",
            "digests-mail-requests",
            Some("digests-mail-requests-hint"),
            &typed.requests,
        ),
        next: next.map(|at| w.weekday_time(at.timestamp(), &visitor.zone)),
        chrome: Chrome::of(app, visitor).await?,
        problems,
    };
    show_as(status, &page)
}

fn check(
    w: Words,
    name: &'static str,
    key: &str,
    hint: Option<&str>,
    typed: &str,
) -> (Field, bool) {
    let field = Field::text(name, w.say(key)).hint(hint.map(|key| w.say(key)).unwrap_or_default());
    (field, typed == "true")
}

async fn stop(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let member = visitor.member()?;
    let all = async move |tx: &mut Tx| leaving::leave(tx, member, Scope::Everything).await;
    app.db.write(all).await?;
    Ok(go(PAGE, Some("flash-saved")))
}

/// The member says that letters arrive at the address.
async fn works(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let member = visitor.member()?;
    let found = contact(&app.db, member).await?.ok_or(Fault::NotFound)?;
    let clear = async move |tx: &mut Tx| bounces::clear(tx, &found.email).await;
    app.db.write(clear).await?;
    Ok(go(PAGE, Some("flash-saved")))
}
