//! `/api/v1/me/digest`, `/me/notices`, `/me/mail`: what one is told, when, and how.

use std::collections::HashMap;

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use stoa_digests::preferences::{self, Change, Changed};
use stoa_digests::{Notice, Preferences, Rhythm, calendar, notices, weekly};
use stoa_kernel::ids::{MemberId, NoticeId};
use stoa_kernel::{Fault, Limit, Problems, Reads, Time, Tx};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::post::PersonOut;
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Body, Refusal, Visitor};
use crate::letters::digest::{Item, Section, word};
use crate::search::saved::composed;

/// The routes of notices, mail and digests.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(digest))
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(read_all))
        .routes(routes!(mail, change))
}

/// One line of a digest.
#[derive(Debug, Serialize, ToSchema)]
struct ItemOut {
    /// The thread's title.
    title: String,
    /// Where it leads.
    url: String,
    /// Who wrote.
    author: String,
    /// The author's city.
    city: Option<String>,
    /// What happened, or what kind of thread it is, in the reader's language.
    what: String,
    /// The beginning of what was written; may be empty.
    quote: String,
    /// The language's tag.
    language: String,
}

/// One section of a digest.
#[derive(Debug, Serialize, ToSchema)]
struct SectionOut {
    /// `for_you`, `followed`, `city`, `needs` or `unanswered`.
    name: &'static str,
    /// Its heading in the reader's language.
    title: String,
    /// Its lines.
    items: Vec<ItemOut>,
}

/// The next digest as it would be if it were sent now.
#[derive(Debug, Serialize, ToSchema)]
struct DigestOut {
    /// When the next one is due; null where none is planned.
    #[schema(value_type = Option<String>, format = DateTime)]
    next_at: Option<Time>,
    /// It tells of what happened after this …
    #[schema(value_type = String, format = DateTime)]
    from: Time,
    /// … until then.
    #[schema(value_type = String, format = DateTime)]
    to: Time,
    /// There is nothing to say: nothing would be sent.
    empty: bool,
    /// The subject line; empty when there is nothing to say.
    subject: String,
    /// The sections that have something in them.
    sections: Vec<SectionOut>,
}

fn section(section: Section) -> SectionOut {
    let items = section.items.into_iter().map(item).collect();
    SectionOut { name: section.name, title: section.head, items }
}

fn item(item: Item) -> ItemOut {
    ItemOut {
        title: item.title,
        url: item.href,
        author: item.person.name,
        city: item.person.city.map(|city| city.name),
        what: item.what,
        quote: item.quote,
        language: item.lang,
    }
}

/// The next digest, as it would be now.
#[utoipa::path(
    get, path = "/api/v1/me/digest", tag = "inbox",
    responses((status = 200, body = DigestOut), (status = 401, description = "Not signed in"))
)]
async fn digest(State(app): State<App>, visitor: Visitor) -> Result<Json<DigestOut>, Refusal> {
    let me = visitor.me()?;
    let (next_at, (from, to)) = weekly::ahead(&app.db, me.id, &me.time_zone).await?;
    let digest = composed(&app, &visitor.actor, from, to).await?;
    let url = |path: &str| app.url(path);
    let worded = word(&app, &visitor.actor, visitor.words(), &digest, &url).await?;
    let empty = digest.is_empty();
    Ok(Json(DigestOut {
        next_at,
        from,
        to,
        empty,
        subject: if empty { String::new() } else { worded.subject },
        sections: worded.sections.into_iter().map(section).collect(),
    }))
}

/// Something the member was told.
#[derive(Debug, Serialize, ToSchema)]
struct NoticeOut {
    /// The notice.
    id: String,
    /// Why: `mentioned`, `quoted`, `replied`, `your_thread`, `watches_thread`, `watches_space`, `watches_theme`, `watches_person`, `reminder`, `unsent`, `poll_closed`,
    /// `watches_city`, `accepted`, `approved`, `revise`, `declined`.
    reason: &'static str,
    /// The thread.
    thread: Option<String>,
    /// The post.
    post: Option<String>,
    /// Who did it; null for the moderators.
    by: Option<PersonOut>,
    /// The reference of a decision.
    decision: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Time,
    /// Whether the member has seen it.
    read: bool,
}

/// A page of notices.
#[derive(Debug, Serialize, ToSchema)]
struct NoticesOut {
    /// The newest first.
    items: Vec<NoticeOut>,
    /// Where the list goes on; null at its end.
    next: Option<String>,
    /// How many have not been seen, at most 99.
    unread: u64,
}

/// Which notices.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// 1 to 100.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The inbox.
#[utoipa::path(
    get, path = "/api/v1/me/notices", tag = "inbox", params(Asked),
    responses(
        (status = 200, body = NoticesOut), (status = 400, description = "A bad limit or cursor"),
        (status = 401, description = "Not signed in")
    )
)]
async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Json<NoticesOut>, Refusal> {
    visitor.member()?;
    let limit = Limit::parse(asked.limit)?;
    let page = notices::inbox(&app.db, &visitor.actor, limit, asked.cursor.as_deref()).await?;
    let people: Vec<MemberId> = page.items.iter().filter_map(|notice| notice.by).collect();
    let cards = stoa_accounts::views::cards(&app.db, &people).await?;
    let known: HashMap<MemberId, &stoa_accounts::Card> =
        cards.iter().filter(|(_, card)| !card.former).map(|(id, card)| (*id, card)).collect();
    let out = |notice: Notice| NoticeOut {
        id: notice.id.to_string(),
        reason: notice.why.name(),
        thread: notice.thread.map(|id| id.to_string()),
        post: notice.post.map(|id| id.to_string()),
        by: notice.by.and_then(|id| known.get(&id)).map(|card| PersonOut::from(*card)),
        decision: notice.reference,
        at: notice.at,
        read: notice.read,
    };
    let unread = notices::unread(&app.db, &visitor.actor).await?;
    let items = page.items.into_iter().map(out).collect();
    Ok(Json(NoticesOut { items, next: page.next, unread }))
}

/// Notes that a notice was seen.
#[utoipa::path(
    put, path = "/api/v1/me/notices/{id}/read", tag = "inbox",
    params(("id" = String, Path, description = "The notice")),
    responses(
        (status = 204, description = "Noted"), (status = 401, description = "Not signed in"),
        (status = 404, description = "Not one of yours")
    )
)]
async fn read(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<NoticeId>,
) -> Result<StatusCode, Refusal> {
    let actor = visitor.actor.clone();
    app.db.write(async move |tx: &mut Tx| notices::read(tx, &actor, id).await).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Notes that all notices were seen.
#[utoipa::path(
    put, path = "/api/v1/me/notices/read", tag = "inbox",
    responses((status = 204, description = "Noted"), (status = 401, description = "Not signed in"))
)]
async fn read_all(State(app): State<App>, visitor: Visitor) -> Result<StatusCode, Refusal> {
    let actor = visitor.actor.clone();
    app.db.write(async move |tx: &mut Tx| notices::read_all(tx, &actor).await).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How one wants one's mail.
#[derive(Debug, Serialize, ToSchema)]
struct MailOut {
    /// `weekly`, `daily`, `none`.
    digest: &'static str,
    /// The day of a weekly digest, 1 = Monday to 7 = Sunday.
    weekday: u8,
    /// The hour in the member's zone, 0 to 23.
    hour: u8,
    /// Replies by letter at once.
    replies: bool,
    /// Mentions and quotes by letter at once.
    mentions: bool,
    /// Approvals by letter; other decisions always come.
    approvals: bool,
    /// Is asked, at most twice a week, to answer questions that nobody answered.
    requests: bool,
    /// When the next digest is due.
    #[schema(value_type = Option<String>, format = DateTime)]
    next_digest_at: Option<Time>,
    /// Raised by each change.
    version: i32,
}

fn shown(kept: &Preferences, visitor: &Visitor, now: Time) -> MailOut {
    MailOut {
        digest: kept.rhythm.name(),
        weekday: kept.weekday,
        hour: kept.hour,
        replies: kept.replies,
        mentions: kept.mentions,
        approvals: kept.approvals,
        requests: kept.requests,
        next_digest_at: calendar::next(kept, &visitor.zone, now),
        version: kept.version,
    }
}

/// What is to change; what is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
struct MailIn {
    /// `weekly`, `daily`, `none`.
    digest: Option<String>,
    /// 1 = Monday to 7 = Sunday.
    weekday: Option<u8>,
    /// 0 to 23.
    hour: Option<u8>,
    /// Replies by letter.
    replies: Option<bool>,
    /// Mentions and quotes by letter.
    mentions: Option<bool>,
    /// Approvals by letter.
    approvals: Option<bool>,
    /// Is asked to answer questions that nobody answered.
    requests: Option<bool>,
    /// The version the change was made from; without it none is compared.
    version: Option<i32>,
}

/// How one wants one's mail.
#[utoipa::path(
    get, path = "/api/v1/me/mail", tag = "inbox",
    responses((status = 200, body = MailOut), (status = 401, description = "Not signed in"))
)]
async fn mail(State(app): State<App>, visitor: Visitor) -> Result<Json<MailOut>, Refusal> {
    let kept = preferences::of(&app.db, visitor.member()?).await?;
    Ok(Json(shown(&kept, &visitor, app.db.now())))
}

/// Changes how one wants one's mail.
#[utoipa::path(
    patch, path = "/api/v1/me/mail", tag = "inbox", request_body = MailIn,
    responses(
        (status = 200, body = MailOut), (status = 400, description = "What is wrong, by field"),
        (status = 401, description = "Not signed in"), (status = 409, description = "Changed meanwhile")
    )
)]
async fn change(
    State(app): State<App>,
    visitor: Visitor,
    body: Body<MailIn>,
) -> Result<Json<MailOut>, Refusal> {
    visitor.member()?;
    let change = wanted(&body.json)?;
    let (actor, zone) = (visitor.actor.clone(), visitor.zone.clone());
    let done = async move |tx: &mut Tx| preferences::change(tx, &actor, &zone, &change).await;
    match app.db.write(done).await? {
        Changed::Saved(kept) => Ok(Json(shown(&kept, &visitor, app.db.now()))),
        Changed::Stale(_) => Err(Fault::Conflict("digests-changed-meanwhile").into()),
    }
}

fn wanted(sent: &MailIn) -> Result<Change, Fault> {
    let mut problems = Problems::default();
    let rhythm = sent.digest.as_deref().map(Rhythm::parse);
    if rhythm == Some(None) {
        problems.add("digest", "digests-rhythm-bad");
    }
    problems.into_result()?;
    Ok(Change {
        version: sent.version,
        rhythm: rhythm.flatten(),
        weekday: sent.weekday,
        hour: sent.hour,
        replies: sent.replies,
        mentions: sent.mentions,
        approvals: sent.approvals,
        requests: sent.requests,
    })
}
