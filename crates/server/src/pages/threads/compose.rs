//! The place to write a reply in: what stands in it at first, whether it is
//! there at all, and what happens to what is sent.

use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::policy::{Action, Sight};
use stoa_kernel::policy::{Denial, Judgement, Refusal as Why, Standing, judge};
use stoa_kernel::{Fault, Problems};
use stoa_moderation::submissions;
use stoa_render::{SafeHtml, prose};
use stoa_threads::drafts::{self, Slot};
use stoa_threads::views::{self, PostCard, ThreadView};
use stoa_threads::{Body, State};

use super::rows::page_address;
use super::show::Asked;
use super::{later, send, show, words};
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::Path;
use crate::http::refusal::arguments;
use crate::http::{Refusal, Visitor};
use crate::pages::cast::Cast;
use crate::pages::go;
use crate::pages::parts::{ComposerView, Link};
use crate::readers::{self, Place as Told};
use crate::submit;

/// The name and id of the text area.
const AREA: &str = "body";

/// What stands in the composer when the page opens.
#[derive(Clone, Debug, Default)]
pub(super) struct Start {
    /// The text.
    pub body: String,
    /// The language chosen; empty to find it.
    pub language: String,
    /// The post that is answered, with its author's name.
    pub reply_to: Option<(PostId, String)>,
    /// The rendered text, after "preview".
    pub preview: Option<SafeHtml>,
    /// Who will read it in translation.
    pub readers: Option<String>,
    /// The draft it comes from; the reply's own where it is none.
    pub draft: Option<Slot>,
    /// When that was saved.
    pub saved_at: Option<Timestamp>,
    /// What is wrong with the text.
    pub error: String,
    /// Why the whole was refused.
    pub refused: Option<String>,
    /// The key that makes sending twice the same as once; fresh where empty.
    pub once: String,
    /// The moment that was chosen for it: of the list, exactly, and whether one is to be.
    pub later: (String, String, bool),
}

/// What the page's address asks the composer to begin with.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away. A post or draft that is
/// not there for the reader is let be.
pub(super) async fn start(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    asked: &Asked,
) -> Result<Start, Fault> {
    let mut start = Start::default();
    if visitor.actor.id().is_none() {
        return Ok(start);
    }
    if let Some(id) = asked.draft {
        start = from_draft(app, visitor, thread.summary.id, id).await?;
    }
    if let Some(card) = answered(app, visitor, thread, asked.reply.or(asked.quote)).await? {
        let name = author(app, &card).await?;
        if asked.quote.is_some() {
            start.body = with_quote(app, &card, &name, &start.body).await?;
        }
        start.reply_to = Some((card.post.id, name));
    }
    Ok(start)
}

async fn from_draft(
    app: &App,
    visitor: &Visitor,
    thread: ThreadId,
    id: stoa_kernel::ids::DraftId,
) -> Result<Start, Fault> {
    let draft = match drafts::by_id(&app.db, &visitor.actor, id).await {
        Ok(draft) => draft,
        Err(Fault::NotFound) => return Ok(Start::default()),
        Err(fault) => return Err(fault),
    };
    let field = |name: &str| {
        draft.fields.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
    };
    let here = match draft.slot {
        // Begun in a thread that was joined to this one meanwhile.
        Slot::Reply(of) if of != thread => {
            views::joined_to(&app.db, &visitor.actor, of).await? == Some(thread)
        }
        Slot::Reply(_) => true,
        Slot::Returned(_) => field("thread") == thread.to_string(),
        Slot::Later(_) => match field("thread").parse() {
            Ok(of) => views::joined_to(&app.db, &visitor.actor, of).await?.unwrap_or(of) == thread,
            Err(_) => false,
        },
        Slot::New(_) | Slot::Conversation | Slot::Edit(_) => false,
    };
    if !here {
        return Ok(Start::default());
    }
    Ok(Start {
        body: submit::typed(app, &draft.body).await?,
        language: field("language"),
        draft: Some(draft.slot),
        saved_at: Some(draft.updated_at.timestamp()),
        ..Start::default()
    })
}

/// The post to be answered, if it stands in this thread.
async fn answered(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    post: Option<PostId>,
) -> Result<Option<PostCard>, Fault> {
    let Some(post) = post else { return Ok(None) };
    let found = views::posts_by_ids(&app.db, &visitor.actor, &[post]).await?;
    let here = |card: &PostCard| {
        card.post.thread == thread.summary.id
            && card.post.state == State::Published
            && card.post.sight == Sight::Full
    };
    Ok(found.into_iter().find(here))
}

async fn author(app: &App, card: &PostCard) -> Result<String, Fault> {
    let ids: Vec<_> = card.post.author.into_iter().collect();
    let cards = stoa_accounts::views::cards(&app.db, &ids).await?;
    Ok(cards.into_values().next().map(|card| card.name).unwrap_or_default())
}

/// The quoted post as Markdown above what is there already.
async fn with_quote(app: &App, card: &PostCard, name: &str, body: &str) -> Result<String, Fault> {
    let stored = card.post.markdown.clone().unwrap_or_default();
    let text = submit::typed(app, &stored).await?;
    let quote = prose::quote_markdown(name, &card.post.id.to_string(), &without_quotes(&text));
    let gap = if body.is_empty() { "" } else { "\n\n" };
    Ok(format!("{body}{gap}{quote}\n"))
}

/// A quote in a quote is left out: it can be read at its own place.
fn without_quotes(text: &str) -> String {
    let text = prose::without_gone(text, "", &|_| true);
    let kept: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with('>')).collect();
    kept.join("\n").trim().to_owned()
}

/// The composer's part of the page.
pub(super) struct Place {
    /// The heading.
    pub title: String,
    /// The composer, on the last page, for who may reply.
    pub composer: Option<ComposerView>,
    /// That the text will wait.
    pub hint: Option<String>,
    /// The way to the composer from other pages.
    pub elsewhere: Option<Link>,
    /// Why there is none.
    pub closed: String,
    /// Why what was sent was refused.
    pub refused: Option<String>,
}

/// The composer for this reader on this page.
pub(super) fn place(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    cast: &Cast,
    end: bool,
    start: Start,
) -> Place {
    let w = visitor.words();
    let mut place = Place {
        title: title(visitor, cast),
        composer: None,
        hint: None,
        elsewhere: None,
        closed: String::new(),
        refused: start.refused.clone(),
    };
    let summary = &thread.summary;
    let shut = summary.closed || summary.state != State::Published;
    match submissions::replying(&visitor.actor, summary.space, thread.facts, shut) {
        Err(_) => place.closed = w.say(why_not(visitor, thread, shut)),
        Ok(_) if !end => {
            let to = format!("{}#reply", page_address(summary.id, &summary.slug, summary.pages()));
            place.elsewhere = Some(Link::new(to, w.say("threads-reply-at-end")));
        }
        Ok(hold) => {
            place.hint = hold.map(|reason| words::held_because(w, Some(reason)));
            place.composer = Some(composer(app, visitor, thread, start));
        }
    }
    place
}

fn title(visitor: &Visitor, cast: &Cast) -> String {
    let w = visitor.words();
    let city = visitor.me.as_ref().and_then(|me| cast.plate(me.city));
    match city {
        Some(city) => w.a("threads-reply-as", "city", city.name),
        None => w.say("threads-reply"),
    }
}

fn why_not(visitor: &Visitor, thread: &ThreadView, shut: bool) -> &'static str {
    let who = visitor.actor.who_in(thread.summary.space);
    let open = Action::Reply { space: thread.facts, closed: false };
    match judge(who, open) {
        Judgement::Deny(Denial::Refused(Why::SignIn)) => "threads-closed-guest",
        Judgement::Deny(Denial::Refused(Why::Suspended)) => "core-refused-suspended",
        _ if who.standing == Standing::Suspended => "core-refused-suspended",
        _ if thread.summary.state == State::Held => "threads-closed-held",
        _ if thread.summary.state == State::Declined => "threads-closed-declined",
        _ if shut => "threads-closed",
        _ => "threads-closed-moderators",
    }
}

fn composer(app: &App, visitor: &Visitor, thread: &ThreadView, start: Start) -> ComposerView {
    let w = visitor.words();
    let summary = &thread.summary;
    let slot = start.draft.unwrap_or(Slot::Reply(summary.id));
    let reply_to = start.reply_to;
    ComposerView {
        action: page_address(summary.id, &summary.slug, summary.pages()),
        id: AREA,
        label: w.say("threads-reply-text"),
        submit: w.say("threads-post-reply"),
        once: if start.once.is_empty() { crate::pages::once(app) } else { start.once },
        reply_note: reply_to
            .as_ref()
            .map(|(_, name)| w.a("threads-replying-to", "name", name.clone())),
        reply_to: reply_to.map(|(post, _)| post.to_string()).unwrap_or_default(),
        languages: words::language_choices(app, visitor, &start.language),
        body: start.body,
        error: start.error,
        preview: start.preview,
        readers: start.readers,
        draft: slot.to_string(),
        saved_at: start.saved_at,
        later: Some(later::view(visitor, &start.later.0, &start.later.1, None, start.later.2)),
        ..ComposerView::default()
    }
}

/// What a reply's form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ReplyForm {
    body: String,
    language: String,
    reply_to: String,
    draft: String,
    act: String,
    once: String,
    when: String,
    at: String,
}

/// `POST /t/{id}/{slug}`: send, look at it first, or keep it for later.
pub(super) async fn reply(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path((id, _)): Path<(ThreadId, String)>,
    form: Form<ReplyForm>,
) -> Result<Response, Refusal> {
    answer(&app, &visitor, id, form).await
}

/// `POST /t/{id}/posts`: the same for the thread that is called "posts".
pub(super) async fn reply_in_posts(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
    form: Form<ReplyForm>,
) -> Result<Response, Refusal> {
    answer(&app, &visitor, id, form).await
}

async fn answer(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    form: Form<ReplyForm>,
) -> Result<Response, Refusal> {
    let typed = form.fields.body.clone();
    let done = match form.fields.act.as_str() {
        "preview" => preview(app, visitor, id, &form.fields).await,
        "draft" => send::keep(app, visitor, slot(id, &form.fields), &fields(&form.fields)).await,
        "later" => later(app, visitor, id, form.fields).await,
        _ => sent(app, visitor, id, form).await,
    };
    done.map_err(|refusal| refusal.keeping(&typed))
}

fn slot(thread: ThreadId, fields: &ReplyForm) -> Slot {
    let named: Option<Slot> = fields.draft.parse().ok();
    named
        .filter(|slot| matches!(slot, Slot::Returned(_) | Slot::Later(_)))
        .unwrap_or(Slot::Reply(thread))
}

fn fields(form: &ReplyForm) -> send::Kept {
    send::Kept {
        title: String::new(),
        body: form.body.clone(),
        fields: serde_json::json!({ "language": form.language, "reply_to": form.reply_to }),
    }
}

async fn later(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    form: ReplyForm,
) -> Result<Response, Refusal> {
    let kept_for = async || {
        let at = later::moment(app, visitor, &form.when, &form.at)?;
        Body::parse(&form.body)?;
        let mut kept = fields(&form);
        later::answering(&mut kept.fields, id);
        later::schedule(app, visitor, slot(id, &form), kept, at).await
    };
    match kept_for().await {
        Ok(_) => Ok(go("/drafts", Some("flash-later"))),
        Err(fault) => refused(app, visitor, id, form, fault).await,
    }
}

async fn preview(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    form: &ReplyForm,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    let mut start = again(app, visitor, &thread, form).await?;
    match Body::parse(&form.body) {
        Ok(body) => {
            let made = send::prepared_in(app, visitor, &thread, &body, &form.language).await?;
            let (w, place) = (visitor.words(), Told::Thread(id));
            let me = visitor.member()?;
            start.readers = readers::told(app, w, me, Some(place), &made.language).await?;
            start.language = made.language;
            start.preview = Some(SafeHtml::sanitised_earlier(made.html));
        }
        Err(Fault::Invalid(problems)) => start.error = said(visitor, &problems),
        Err(fault) => return Err(fault.into()),
    }
    let bad = !start.error.is_empty();
    let status = if bad { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = thread.summary.pages();
    show::rendered(app, visitor, thread, page, start, status).await
}

/// What was typed stands in the composer again.
async fn again(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    form: &ReplyForm,
) -> Result<Start, Fault> {
    let card = answered(app, visitor, thread, form.reply_to.parse().ok()).await?;
    let reply_to = match card {
        Some(card) => Some((card.post.id, author(app, &card).await?)),
        None => None,
    };
    Ok(Start {
        body: form.body.clone(),
        language: form.language.clone(),
        reply_to,
        draft: form.draft.parse().ok(),
        once: form.once.clone(),
        ..Start::default()
    })
}

async fn sent(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    form: Form<ReplyForm>,
) -> Result<Response, Refusal> {
    let (fields, once) = (form.fields, form.once);
    let reply = send::Reply {
        thread: id,
        body: &fields.body,
        language: &fields.language,
        reply_to: (!fields.reply_to.is_empty()).then_some(fields.reply_to.as_str()),
        affiliation: None,
        drafts: &[slot(id, &fields), Slot::Reply(id)],
        due: None,
    };
    match send::reply(app, visitor, &reply, once, send::replied_to_page).await {
        Ok(saved) => Ok(send::gone_to(&saved)),
        Err(fault) => refused(app, visitor, id, fields, fault).await,
    }
}

/// What can be set right is said beside the text; the rest ends the page, with the text kept.
async fn refused(
    app: &App,
    visitor: &Visitor,
    id: ThreadId,
    fields: ReplyForm,
    fault: Fault,
) -> Result<Response, Refusal> {
    let (status, error, whole) = match &fault {
        Fault::Invalid(problems) => {
            (StatusCode::UNPROCESSABLE_ENTITY, said(visitor, problems), None)
        }
        Fault::Forbidden("core-refused-closed") => {
            send::keep_quietly(app, visitor, slot(id, &fields), &self::fields(&fields)).await?;
            (StatusCode::CONFLICT, String::new(), Some("threads-closed-meanwhile"))
        }
        _ => return Err(fault.into()),
    };
    let thread = views::thread(&app.db, &visitor.actor, id).await?;
    let mut start = again(app, visitor, &thread, &fields).await?;
    start.error = error;
    start.later = (fields.when.clone(), fields.at.clone(), fields.act == "later");
    start.refused = whole.map(|key| visitor.words().say(key));
    let page = thread.summary.pages();
    show::rendered(app, visitor, thread, page, start, status).await
}

/// What is wrong, in sentences.
pub(super) fn said(visitor: &Visitor, problems: &Problems) -> String {
    let w = visitor.words();
    let sentences = problems.0.iter().map(|problem| w.with(problem.key, &arguments(problem)));
    sentences.collect::<Vec<_>>().join(" ")
}
