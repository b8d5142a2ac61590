//! `/p/{id}/report`: a member tells moderators what is wrong with a post.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::ids::PostId;
use stoa_kernel::policy::{Action, Sight, Visibility};
use stoa_kernel::{Fault, Tx};
use stoa_moderation::Reason;
use stoa_moderation::reports::{self, NewReport};
use stoa_render::{SafeHtml, prose};
use stoa_threads::State as Standing;
use stoa_threads::views;

use super::words;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::accounts::{Said, said};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field, PersonView, Problem, Tongue};
use crate::pages::threads::words::Reader;
use crate::pages::{go, show_as};

/// How much of the post is shown above the form, in characters.
const GLIMPSE: usize = 400;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    reason: String,
    note: String,
}

#[derive(Template)]
#[template(path = "moderation/report.html")]
struct Page {
    chrome: Chrome,
    problems: Vec<Problem>,
    id: PostId,
    author: PersonView,
    at: SafeHtml,
    text: String,
    language: Option<Tongue>,
    sealed: bool,
    reason: Field,
    reasons: Vec<Choice>,
    note: Field,
}

/// `GET /p/{id}/report`.
pub(super) async fn blank(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    shown(&app, &visitor, id, &Sent::default(), Said::default(), StatusCode::OK).await
}

/// `POST /p/{id}/report`.
pub(super) async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Sent>,
) -> Result<Response, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    match made(&app, &visitor, id, &form.fields).await {
        Ok(fresh) => {
            let flash = if fresh { "flash-reported" } else { "flash-reported-before" };
            Ok(go(&format!("/p/{id}"), Some(flash)))
        }
        Err(fault) => {
            let (status, said) =
                said(&visitor, fault).map_err(|refusal| refusal.keeping(&form.fields.note))?;
            shown(&app, &visitor, id, &form.fields, said, status).await
        }
    }
}

async fn made(app: &App, visitor: &Visitor, post: PostId, sent: &Sent) -> Result<bool, Fault> {
    let missing = || Fault::invalid("reason", "moderation-reason-missing");
    let reason = Reason::parse(&sent.reason).ok_or_else(missing)?;
    let new = NewReport { post, reason, note: sent.note.clone() };
    let (actor, factor) = (&visitor.actor, app.limits.factor());
    app.db.write(async |tx: &mut Tx| reports::report(tx, actor, &new, factor).await).await
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    sent: &Sent,
    said: Said,
    status: StatusCode,
) -> Result<Response, Refusal> {
    let card = views::post(&app.db, &visitor.actor, id).await?;
    let post = &card.post;
    visitor.actor.may_in(post.space, Action::Report { own: post.own })?;
    if post.state != Standing::Published || post.sight < Sight::Full {
        return Err(Refusal::not_found());
    }
    let mut named = Named::default();
    named.person(post.author);
    named.city(post.city);
    let reader = Reader::of(visitor);
    let w = reader.w;
    let cast = Cast::of(&app.db, &visitor.actor, w, named, false).await?;
    let choose = Choice::new("", w.say("moderation-decide-reason-none"), &sent.reason);
    let choice =
        |reason: &Reason| Choice::new(reason.name(), words::reason(w, *reason), &sent.reason);
    let page = Page {
        id,
        author: cast.person(post.author, post.city),
        at: w.time_tag(post.published_at.unwrap_or(post.created_at).timestamp()),
        text: prose::excerpt(&prose::own_words(&post.html), GLIMPSE),
        language: reader.tongue(&post.language),
        sealed: card.facts.visibility == Visibility::Sealed,
        reason: Field::text("reason", w.say("moderation-report-reason"))
            .error(said.field("reason")),
        reasons: std::iter::once(choose).chain(Reason::ALL.iter().map(choice)).collect(),
        note: Field::text("note", w.say("moderation-report-note"))
            .hint(w.say("moderation-report-note-hint"))
            .optional()
            .most(2000)
            .rows(4)
            .value(sent.note.as_str())
            .error(said.field("note")),
        problems: said.into_list(),
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}
