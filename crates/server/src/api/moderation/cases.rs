//! Cases and claims.

use std::collections::HashMap;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};
use stoa_accounts::Card;
use stoa_kernel::ids::{CaseId, CityId, MemberId, SpaceId};
use stoa_kernel::{Fault, Limit, Time, Tx};
use stoa_moderation::cases::{self, Claimed};
use stoa_moderation::views::{self, CaseView, Filter};
use stoa_moderation::{Case, CaseKind, CaseState, Order, Subject};
use stoa_threads::views::SpaceView;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::beside::{FoundOut, NoteOut, ReportOut, RoutedOut, notes, points, reports, routed};
use super::conflict::{ConflictOut, DecisionOut};
use super::desk;
use crate::api::post::PersonOut;
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};
use crate::pages::moderation::settings;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(one)).routes(routes!(claim, release))
}

/// What a case is about.
#[derive(Debug, Serialize, ToSchema)]
struct SubjectOut {
    /// `thread`, `post`, `city`.
    r#type: &'static str,
    /// Its id.
    id: String,
    /// Where it is found.
    url: String,
    /// The post whose text waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<String>,
    /// The wording that waits, of an edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<String>,
}

/// A case.
#[derive(Debug, Serialize, ToSchema)]
struct CaseOut {
    /// The case.
    id: String,
    /// `held_thread`, `held_reply`, `held_edit`, `city_claim` …
    kind: &'static str,
    /// `open`, `decided`, `closed`.
    state: &'static str,
    /// Raised by decisions and by edits of the subject; for `If-Match`.
    version: i32,
    /// The space's slug; null for what concerns the whole instance.
    space: Option<String>,
    /// The language of the text.
    language: Option<String>,
    /// What the reports weigh that wait in it, in points.
    score: f64,
    /// Since when it waits.
    #[schema(value_type = String, format = DateTime)]
    opened_at: Time,
    /// When it was decided or closed.
    #[schema(value_type = Option<String>, format = DateTime)]
    decided_at: Option<Time>,
    /// Who is on it now.
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_by: Option<PersonOut>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    claimed_until: Option<Time>,
    /// What it is about.
    subject: SubjectOut,
    /// Why it is here: `newcomer`, `space_holds_all`, `city_unknown`.
    reasons: Vec<String>,
}

/// A case with its text and what was decided.
#[derive(Debug, Serialize, ToSchema)]
struct CaseWholeOut {
    /// The case.
    #[serde(flatten)]
    case: CaseOut,
    /// Who wrote the text or named the city.
    author: Option<PersonOut>,
    /// The thread's title or the city's name.
    title: Option<String>,
    /// The text that waits, as sanitised HTML.
    html: Option<String>,
    /// The text that waits, as Markdown.
    markdown: Option<String>,
    /// Who found something wrong with it, the newest first.
    reports: Vec<ReportOut>,
    /// What rules found in it.
    found: Vec<FoundOut>,
    /// Whose it is now, while it waits.
    routed: Option<RoutedOut>,
    /// What moderators told each other about it, oldest first.
    notes: Vec<NoteOut>,
    /// Every decision on it, oldest first.
    decisions: Vec<DecisionOut>,
}

/// A page of cases.
#[derive(Debug, Serialize, ToSchema)]
struct CasesOut {
    /// In the order asked for.
    items: Vec<CaseOut>,
    /// Where the list goes on; null at its end.
    next: Option<String>,
}

/// Which cases.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// `open` (without it; claimed ones included), `decided`, `closed`.
    state: Option<String>,
    /// `held_thread`, `held_reply`, `held_edit`, `city_claim` …
    kind: Option<String>,
    /// The slug of a space the reader moderates.
    space: Option<String>,
    /// BCP 47.
    language: Option<String>,
    /// `age` (without it): the oldest first; `score`: what weighs most first.
    order: Option<String>,
    /// `me`: only those that are the reader's now, by space, language, hours and age; `all`
    /// (without it).
    whose: Option<String>,
    /// 1 to 100.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

impl Asked {
    /// Whether only the reader's own are asked for.
    fn ours(&self) -> Result<bool, Fault> {
        match self.whose.as_deref() {
            None | Some("all") => Ok(false),
            Some("me") => Ok(true),
            Some(_) => Err(Fault::invalid("whose", "moderation-filter-unknown")),
        }
    }

    fn filter(&self, spaces: &[SpaceView]) -> Result<Filter, Fault> {
        let unknown = |field| Fault::invalid(field, "moderation-filter-unknown");
        let state = |name: &str| CaseState::parse(name).ok_or(unknown("state"));
        let kind = |name: &str| CaseKind::parse(name).ok_or(unknown("kind"));
        let order = |name: &str| Order::parse(name).ok_or(unknown("order"));
        let space = |slug: &str| {
            let found = spaces.iter().find(|space| space.slug == slug);
            found.map(|space| space.id).ok_or(unknown("space"))
        };
        let language = |tag: &str| {
            let short = tag.split('-').next().unwrap_or_default();
            let known = stoa_render::language::known_languages().any(|code| code == short);
            if known { Ok(tag.to_owned()) } else { Err(unknown("language")) }
        };
        Ok(Filter {
            state: self.state.as_deref().map(state).transpose()?,
            kind: self.kind.as_deref().map(kind).transpose()?,
            space: self.space.as_deref().map(space).transpose()?,
            language: self.language.as_deref().map(language).transpose()?,
            claimed_by: None,
            ours: None,
            order: self.order.as_deref().map(order).transpose()?.unwrap_or_default(),
        })
    }
}

/// Everything beside cases that their shape needs.
struct Beside {
    spaces: HashMap<SpaceId, String>,
    people: HashMap<MemberId, Card>,
    cities: HashMap<CityId, String>,
}

impl Beside {
    async fn of(app: &App, spaces: &[SpaceView], list: &[Case]) -> Result<Self, Fault> {
        let mut people: Vec<MemberId> = Vec::new();
        let mut cities = HashMap::new();
        for case in list {
            people.extend(case.claim.map(|lease| lease.by));
            people.extend(case.author);
            if let Subject::City(id) = case.subject {
                let claim = stoa_exchange::views::claim(&app.db, id).await?;
                cities.extend(claim.map(|claim| (id, claim.slug)));
            }
        }
        let people = stoa_accounts::views::cards(&app.db, &people).await?;
        let spaces = spaces.iter().map(|space| (space.id, space.slug.clone())).collect();
        Ok(Self { spaces, people, cities })
    }

    fn person(&self, id: Option<MemberId>) -> Option<PersonOut> {
        let card = id.and_then(|id| self.people.get(&id));
        card.filter(|card| !card.former).map(PersonOut::from)
    }

    fn case(&self, case: &Case) -> CaseOut {
        CaseOut {
            id: case.id.to_string(),
            kind: case.kind().name(),
            state: case.state.name(),
            version: case.version,
            space: case.space.and_then(|id| self.spaces.get(&id).cloned()),
            language: case.language.clone(),
            score: points(case.score),
            opened_at: case.opened_at,
            decided_at: case.decided_at,
            claimed_by: self.person(case.claim.map(|lease| lease.by)),
            claimed_until: case.claim.map(|lease| lease.until),
            subject: self.subject(case.subject),
            reasons: vec![case.reason.clone()],
        }
    }

    fn subject(&self, subject: Subject) -> SubjectOut {
        let (id, url) = match subject {
            Subject::Thread { thread, .. } => (thread.to_string(), format!("/t/{thread}")),
            Subject::Reply { post, .. }
            | Subject::Edit { post, .. }
            | Subject::Report { post, .. } => (post.to_string(), format!("/p/{post}")),
            Subject::City(city) => {
                let slug = self.cities.get(&city).map_or("", String::as_str);
                (city.to_string(), format!("/cities/{slug}"))
            }
        };
        SubjectOut {
            r#type: subject.type_name(),
            id,
            url,
            post: subject.post().map(|post| post.to_string()),
            revision: subject.revision().map(|revision| revision.to_string()),
        }
    }
}

/// Cases
///
/// Of the spaces the reader moderates.
#[utoipa::path(
    get, path = "/api/v1/moderation/cases", tag = "moderation", params(Asked),
    responses(
        (status = 200, body = CasesOut), (status = 400, description = "An unknown filter or cursor"),
        (status = 401, description = "Not signed in"), (status = 404, description = "Moderates nothing")
    )
)]
async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Json<CasesOut>, Refusal> {
    desk(&visitor)?;
    let limit = Limit::parse(asked.limit)?;
    let spaces = stoa_threads::views::spaces(&app.db, &visitor.actor).await?;
    let mut filter = asked.filter(&spaces)?;
    if asked.ours()? {
        filter.ours = Some(views::tally(&app.db, &visitor.actor).await?.filter);
    }
    let cursor = asked.cursor.as_deref();
    let page = views::queue(&app.db, &visitor.actor, &filter, limit, cursor).await?;
    let beside = Beside::of(&app, &spaces, &page.items).await?;
    let page = page.map(|case| beside.case(&case));
    Ok(Json(CasesOut { items: page.items, next: page.next }))
}

/// A case
///
/// The `ETag` is its version, for the decision's `If-Match`.
#[utoipa::path(
    get, path = "/api/v1/moderation/cases/{id}", tag = "moderation",
    params(("id" = String, Path, description = "The case")),
    responses(
        (status = 200, body = CaseWholeOut), (status = 401, description = "Not signed in"),
        (status = 404, description = "No such case in the reader's spaces")
    )
)]
async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
) -> Result<Response, Refusal> {
    desk(&visitor)?;
    let view = views::case(&app.db, &visitor.actor, id).await?;
    let spaces = stoa_threads::views::spaces(&app.db, &visitor.actor).await?;
    let beside = Beside::of(&app, &spaces, std::slice::from_ref(&view.case)).await?;
    let whole = whole(&app, &view, &beside).await?;
    let mut response = Json(whole).into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", view.case.version)) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    Ok(response)
}

async fn whole(app: &App, view: &CaseView, beside: &Beside) -> Result<CaseWholeOut, Fault> {
    let makers: Vec<_> = view.decisions.iter().map(|made| made.by).collect();
    let makers = stoa_accounts::views::cards(&app.db, &makers).await?;
    let decisions = view.decisions.iter().map(|made| {
        let by = makers.get(&made.by).filter(|card| !card.former).map(PersonOut::from);
        DecisionOut::of(made, by)
    });
    let card = view.text.as_ref();
    let edit = view.case.subject.revision().and(card).and_then(|card| card.post.held_edit.as_ref());
    let html = edit.map(|edit| edit.html.clone());
    let markdown = edit.map(|edit| edit.markdown.clone());
    let title = edit.and_then(|edit| edit.title.clone());
    let city = view.city.as_ref().map(|city| city.name.clone());
    Ok(CaseWholeOut {
        case: beside.case(&view.case),
        author: beside.person(view.case.author),
        title: title.or_else(|| card.and_then(|card| card.title.clone())).or(city),
        html: html.or_else(|| card.map(|card| card.post.html.clone())),
        markdown: markdown.or_else(|| card.and_then(|card| card.post.markdown.clone())),
        reports: reports(app, view).await?,
        notes: notes(app, view).await?,
        found: view.found.iter().map(FoundOut::of).collect(),
        routed: routed(app, view).await?,
        decisions: decisions.collect(),
    })
}

/// A claim.
#[derive(Debug, Serialize, ToSchema)]
struct ClaimOut {
    /// Who is on the case.
    claimed_by: Option<PersonOut>,
    /// Until when, unless it is renewed.
    #[schema(value_type = String, format = DateTime)]
    claimed_until: Time,
}

/// How to claim.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
struct How {
    /// An administrator takes over the case another moderator is on.
    take_over: bool,
}

/// Claim a case
///
/// Takes it for ten minutes, or renews the own claim.
#[utoipa::path(
    put, path = "/api/v1/moderation/cases/{id}/claim", tag = "moderation",
    params(("id" = String, Path, description = "The case"), How),
    responses(
        (status = 200, body = ClaimOut), (status = 404, description = "No such case"),
        (status = 409, body = ConflictOut, description = "Another is on it, or it is over")
    )
)]
async fn claim(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
    Query(how): Query<How>,
) -> Result<Response, Refusal> {
    desk(&visitor)?;
    let (actor, settings) = (&visitor.actor, settings(&app));
    let over = how.take_over;
    let claim = async |tx: &mut Tx| cases::claim(tx, actor, id, over, &settings).await;
    match app.db.write(claim).await? {
        Claimed::Yours(lease) => {
            let claimed_by = super::conflict::person(&app, lease.by).await?;
            Ok(Json(ClaimOut { claimed_by, claimed_until: lease.until }).into_response())
        }
        Claimed::Taken(lease) => {
            Ok(ConflictOut::claimed(&app, &visitor, lease).await?.into_response())
        }
        Claimed::Over(_) => Ok(over_with(&app, &visitor, id).await?.into_response()),
    }
}

/// What a case ended with.
async fn over_with(app: &App, visitor: &Visitor, id: CaseId) -> Result<ConflictOut, Fault> {
    match views::first_decision(&app.db, &visitor.actor, id).await? {
        Some(made) => ConflictOut::decided(app, visitor, &made).await,
        None => Ok(ConflictOut::closed(visitor)),
    }
}

/// Let a case go
#[utoipa::path(
    delete, path = "/api/v1/moderation/cases/{id}/claim", tag = "moderation",
    params(("id" = String, Path, description = "The case")),
    responses(
        (status = 204, description = "Nobody is on it now"), (status = 404, description = "No such case"),
        (status = 409, body = ConflictOut, description = "Another is on it")
    )
)]
async fn release(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
) -> Result<Response, Refusal> {
    desk(&visitor)?;
    let actor = &visitor.actor;
    match app.db.write(async |tx: &mut Tx| cases::release(tx, actor, id).await).await? {
        Claimed::Taken(lease) => {
            Ok(ConflictOut::claimed(&app, &visitor, lease).await?.into_response())
        }
        Claimed::Yours(_) | Claimed::Over(_) => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}
