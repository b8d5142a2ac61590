//! Polls in posts: what stands under the text, voting with a reason, and the page on which whoever
//! keeps a poll lets it close and writes what came of it.

use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::once::Saved;
use stoa_kernel::policy::{Action, Sight};
use stoa_kernel::{Actor, Fault, Once, Tx};
use stoa_render::prose;
use stoa_threads::polls::{self, Ballot, Poll, Vote};
use stoa_threads::views::{self, PostCard, PostView};
use stoa_threads::{Replied, State};

use super::send;
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::pages::accounts::{Said, said};
use crate::pages::cast::Named;
use crate::pages::chrome::Chrome;
use crate::pages::moments::{self, MomentView};
use crate::pages::parts::{Field, Link, Problem};
use crate::pages::{go, show_as};

/// How much of an outcome stands at the poll, in characters.
const GLIMPSE: usize = 400;

/// A poll with its words.
#[derive(Clone, Debug)]
pub struct Known {
    /// The options, as the text has them.
    pub options: Vec<String>,
    /// Who voted, and until when.
    pub poll: Poll,
    /// What came of it: where it is told, and its beginning.
    pub outcome: Option<Link>,
    /// What tells these options from others.
    pub mark: String,
}

/// The polls of a page.
#[derive(Clone, Debug, Default)]
pub struct Polls(HashMap<PostId, Known>);

impl Polls {
    /// The polls among posts that the actor reads; no statement where there is none.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn of<'p>(
        app: &App,
        actor: &Actor,
        posts: impl IntoIterator<Item = &'p PostView>,
    ) -> Result<Self, Fault> {
        let may =
            |post: &&PostView| post.state == State::Published && post.sight > Sight::Placeholder;
        let listed =
            posts.into_iter().filter(may).map(|post| (post.id, prose::options(&post.html)));
        let options: HashMap<PostId, Vec<String>> =
            listed.filter(|(_, options)| !options.is_empty()).collect();
        let ids: Vec<PostId> = options.keys().copied().collect();
        let cards = views::posts_by_ids(&app.db, actor, &ids).await?;
        let ballots: HashMap<PostId, Ballot> =
            cards.iter().filter_map(|card| Some((card.post.id, ballot(card)?))).collect();
        let found = polls::polls(&app.db, actor, &ballots).await?;
        let threads = cards.iter().map(|card| card.post.thread).collect();
        let outcomes = outcomes(app, actor, &found, &threads).await?;
        let known = |(post, poll): (PostId, Poll)| {
            let outcome = poll.outcome.and_then(|id| outcomes.get(&id).cloned());
            let options = options.get(&post).cloned().unwrap_or_default();
            let mark =
                ballots.get(&post).map(|ballot| ballot.mark().to_owned()).unwrap_or_default();
            (post, Known { options, poll, outcome, mark })
        };
        Ok(Self(found.into_iter().map(known).collect()))
    }

    /// Notes the cities whose people voted.
    pub fn name(&self, named: &mut Named) {
        let counts = self.0.values().flat_map(|known| &known.poll.counts);
        counts.for_each(|count| named.city(count.city));
    }

    /// The poll of a post.
    #[must_use]
    pub fn get(&self, post: PostId) -> Option<&Known> {
        self.0.get(&post)
    }
}

/// Outcomes that the actor may read.
async fn outcomes(
    app: &App,
    actor: &Actor,
    found: &HashMap<PostId, Poll>,
    threads: &HashSet<ThreadId>,
) -> Result<HashMap<PostId, Link>, Fault> {
    let ids: Vec<PostId> = found.values().filter_map(|poll| poll.outcome).collect();
    let cards = views::posts_by_ids(&app.db, actor, &ids).await?;
    // One that was moved to another thread is told there.
    let stands = |post: &PostView| post.state == State::Published && threads.contains(&post.thread);
    let told = cards.into_iter().filter(|card| stands(&card.post));
    let link = |card: PostCard| {
        // The words of who is blocked stand folded in the thread alone.
        let shown = if card.post.blocked { "" } else { &card.post.html };
        let words = prose::excerpt(&prose::own_words(shown), GLIMPSE);
        (card.post.id, Link::new(format!("/p/{}", card.post.id), words))
    };
    Ok(told.map(link).collect())
}

/// The options that the text lists; none where its Markdown lists others than what is shown.
fn ballot(card: &PostCard) -> Option<Ballot> {
    let text = prose::ballot(card.post.markdown.as_deref()?);
    let shown = prose::options(&card.post.html).len();
    Ballot::of(shown, &text).filter(|_| text.lines().count() == shown)
}

/// What the form under a poll sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Voted {
    choice: String,
    ballot: String,
    reason: String,
    act: String,
    once: String,
}

/// `POST /p/{id}/vote`: votes, changes a vote, or takes it back; with a reason, which is a reply.
pub(super) async fn vote(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Voted>,
) -> Result<Response, Refusal> {
    let Form { fields, once, .. } = form;
    let kept = fields.reason.clone();
    let done = match fields.act.as_str() {
        "withdraw" => withdraw(&app, &visitor, id).await.map(|()| "flash-vote-withdrawn"),
        _ => {
            let given = Given {
                choice: fields.choice.parse().ok(),
                ballot: Some(&fields.ballot),
                reason: &fields.reason,
            };
            cast(&app, &visitor, id, given, once).await
        }
    };
    let flash = done.map_err(|fault| Refusal::from(fault).keeping(&kept))?;
    Ok(go(&format!("/p/{id}"), Some(flash)))
}

/// A vote as it was given.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Which option, from 0.
    pub choice: Option<usize>,
    /// What told the options that the voter saw from others; `None` trusts that they are the same.
    pub ballot: Option<&'a str>,
    /// Why; empty for no reason.
    pub reason: &'a str,
}

/// Takes a vote back.
///
/// # Errors
/// As [`polls::unvote`].
pub async fn withdraw(app: &App, visitor: &Visitor, id: PostId) -> Result<(), Fault> {
    visitor.actor.signed_in()?;
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| polls::unvote(tx, actor, id).await).await
}

/// Votes. The reason goes first, through the one door: where it is refused nobody has voted.
///
/// # Errors
/// As [`polls::vote`], and what refuses a reply.
pub async fn cast(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    given: Given<'_>,
    once: Option<Once>,
) -> Result<&'static str, Fault> {
    let me = visitor.me.as_ref().ok_or(Fault::Forbidden("core-refused-sign-in"))?;
    app.limits.count(Rate::Write, &me.id.to_string(), app.db.clock().now())?;
    let found = polls::open(&app.db, &visitor.actor, id).await?;
    let card = views::post(&app.db, &visitor.actor, id).await?;
    let ballot = ballot(&card).ok_or(Fault::Conflict("threads-poll-changed"))?;
    if given.ballot.is_some_and(|seen| seen != ballot.mark()) {
        return Err(Fault::Conflict("threads-poll-changed"));
    }
    let choice = given.choice.filter(|choice| *choice < ballot.options);
    let choice = choice.ok_or_else(|| Fault::invalid("choice", "threads-poll-choose"))?;
    let said = match given.reason.trim() {
        "" => None,
        reason => {
            Some(reply(app, visitor, found.place.thread, Some(id), (reason, ""), once).await?)
        }
    };
    let (reason, held) = said.unzip();
    let vote = Vote { post: id, ballot, version: card.post.version, choice, city: me.city, reason };
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| polls::vote(tx, actor, &vote).await).await?;
    Ok(if held == Some(true) { "flash-vote-reason-held" } else { "flash-voted" })
}

/// A reply in the thread, to a post of it or to nobody, with its words and their language (empty to
/// find it); answers it, and whether it waits for a moderator.
pub(super) async fn reply(
    app: &App,
    visitor: &Visitor,
    thread: ThreadId,
    to: Option<PostId>,
    (body, language): (&str, &str),
    once: Option<Once>,
) -> Result<(PostId, bool), Fault> {
    let to = to.map(|to| to.to_string());
    let sent = send::Reply {
        thread,
        body,
        language,
        reply_to: to.as_deref(),
        affiliation: None,
        drafts: &[],
        due: None,
    };
    let say = |replied: &Replied| match replied {
        Replied::Published { post, .. } => Saved { status: 201, body: post.to_string() },
        Replied::Held { post, .. } => Saved { status: 202, body: post.to_string() },
    };
    let saved = send::reply(app, visitor, &sent, once, say).await?;
    Ok((saved.body.parse().map_err(|_| Fault::NotFound)?, saved.status == 202))
}

/// What the page of a poll sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    when: String,
    at: String,
    body: String,
    once: String,
}

#[derive(Template)]
#[template(path = "threads/poll.html")]
struct Page {
    chrome: Chrome,
    problems: Vec<Problem>,
    id: PostId,
    title: String,
    options: Vec<String>,
    closing: MomentView,
    over: bool,
    outcome: Option<Link>,
    body: Field,
    once: String,
}

/// `GET /p/{id}/poll`.
pub(super) async fn page(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    rendered(&app, &visitor, id, &Kept::default(), Said::default(), StatusCode::OK).await
}

async fn rendered(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    typed: &Kept,
    said: Said,
    status: StatusCode,
) -> Result<Response, Refusal> {
    let (w, actor) = (visitor.words(), &visitor.actor);
    polls::kept(&app.db, actor, id).await?;
    let card = views::post(&app.db, actor, id).await?;
    let known = Polls::of(app, actor, [&card.post]).await?;
    let Some(known) = known.get(id) else {
        return Err(Fault::Conflict("threads-poll-changed").into());
    };
    let page = Page {
        closing: closing(visitor, known, typed, said.field("at")),
        over: known.poll.over,
        outcome: known.outcome.clone(),
        body: Field::text("body", w.say("threads-poll-outcome"))
            .hint(w.say("threads-poll-outcome-hint"))
            .value(typed.body.as_str())
            .error(said.field("body")),
        once: if typed.once.is_empty() { crate::pages::once(app) } else { typed.once.clone() },
        title: card.title.clone().unwrap_or_default(),
        options: known.options.clone(),
        problems: said.into_list(),
        id,
        chrome: Chrome::of(app, visitor).await?,
    };
    show_as(status, &page)
}

/// When it closes, or what was typed of that.
fn closing(visitor: &Visitor, known: &Known, typed: &Kept, wrong: Option<String>) -> MomentView {
    let label = visitor.words().say("threads-poll-closing");
    let none = "threads-poll-closing-never";
    let view = MomentView::of(visitor, "closing", label, none, known.poll.closes_at);
    if typed.when.is_empty() { view } else { view.typed(&typed.when, &typed.at, wrong) }
}

/// `POST /p/{id}/poll`: when it closes by itself.
pub(super) async fn set(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Kept>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let (actor, typed) = (&visitor.actor, form.fields);
    let set = async || {
        a_poll(&app, &visitor, id).await?;
        let now = app.db.clock().now();
        let at = moments::read(&visitor.zone, now, &typed.when, &typed.at)?;
        app.db.write(async |tx: &mut Tx| polls::close_at(tx, actor, id, at).await).await
    };
    match set().await {
        Ok(()) => Ok(go(&format!("/p/{id}"), Some("flash-poll-set"))),
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            rendered(&app, &visitor, id, &typed, said, status).await
        }
    }
}

/// That the post has a poll, for who may see it.
///
/// # Errors
/// [`Fault::NotFound`]; [`Fault::Conflict`] where its text lists no options.
pub async fn a_poll(app: &App, visitor: &Visitor, id: PostId) -> Result<(), Fault> {
    let card = views::post(&app.db, &visitor.actor, id).await?;
    ballot(&card).map(|_| ()).ok_or(Fault::Conflict("threads-poll-changed"))
}

/// `POST /p/{id}/poll/outcome`: closes it with what came of it, which is a reply.
pub(super) async fn outcome(
    Shared(app): Shared<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    form: Form<Kept>,
) -> Result<Response, Refusal> {
    visitor.member()?;
    let Form { fields: typed, once, .. } = form;
    match conclude(&app, &visitor, id, &typed.body, once).await {
        Ok(_) => Ok(go(&format!("/p/{id}"), Some("flash-poll-closed"))),
        Err(fault @ (Fault::Invalid(_) | Fault::TooSoon(_))) => {
            let (status, said) = said(&visitor, fault)?;
            rendered(&app, &visitor, id, &typed, said, status).await
        }
        Err(fault) => Err(Refusal::from(fault).keeping(&typed.body)),
    }
}

/// Closes a poll with a reply that says what came of it; answers that reply.
///
/// # Errors
/// As [`polls::close`], and what refuses a reply.
pub async fn conclude(
    app: &App,
    visitor: &Visitor,
    id: PostId,
    body: &str,
    once: Option<Once>,
) -> Result<PostId, Fault> {
    let actor = &visitor.actor;
    let found = polls::kept(&app.db, actor, id).await?;
    let card = views::post(&app.db, actor, id).await?;
    ballot(&card).ok_or(Fault::Conflict("threads-poll-changed"))?;
    let (said, _) = reply(app, visitor, found.place.thread, Some(id), (body, ""), once).await?;
    app.db.write(async |tx: &mut Tx| polls::close(tx, actor, id, said).await).await?;
    Ok(said)
}

/// `GET /p/{id}/poll/outcome`, which takes forms alone.
pub(super) async fn back(Path(id): Path<PostId>) -> Response {
    go(&format!("/p/{id}/poll"), None)
}

/// Whether the actor may vote in a space.
#[must_use]
pub(super) fn votes(who: stoa_kernel::policy::Who) -> bool {
    use stoa_kernel::policy::{Judgement, Standing, judge};
    let new = who.standing == Standing::Newcomer;
    !new && !matches!(judge(who, Action::MarkUseful { own: false }), Judgement::Deny(_))
}
