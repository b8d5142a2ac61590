//! Spaces and threads.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use stoa_kernel::ids::{CityId, ThreadId};
use stoa_kernel::{Fault, Limit, Problems};
use stoa_threads::views::{self, Filter};
use stoa_threads::{Direction, ThreadKind};
use utoipa::IntoParams;

use super::shapes::{self, ListOut, SpaceOut, ThreadOut};
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};

/// The spaces the caller may enter, in their fixed order.
#[utoipa::path(
    get, path = "/api/v1/spaces", tag = "threads",
    responses((status = 200, body = ListOut<SpaceOut>))
)]
pub(super) async fn spaces(
    State(app): State<App>,
    visitor: Visitor,
) -> Result<Json<ListOut<SpaceOut>>, Refusal> {
    let spaces = views::spaces(&app.db, &visitor.actor).await?;
    let items = spaces.into_iter().map(|space| SpaceOut::of(space, &visitor)).collect();
    Ok(Json(ListOut { items, next: None }))
}

/// One space.
#[utoipa::path(
    get, path = "/api/v1/spaces/{slug}", tag = "threads",
    params(("slug" = String, Path, description = "Its name in addresses")),
    responses((status = 200, body = SpaceOut), (status = 404, description = "None for the caller"))
)]
pub(super) async fn space(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<Json<SpaceOut>, Refusal> {
    let space = views::space(&app.db, &visitor.actor, &slug).await?;
    Ok(Json(SpaceOut::of(space, &visitor)))
}

/// Which threads.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Of this kind.
    kind: Option<String>,
    /// In the space of this slug.
    space: Option<String>,
    /// With this theme, or one below it.
    theme: Option<String>,
    /// Opened for the city of this slug.
    city: Option<String>,
    /// `mission`, `worldwide`, `neither`.
    direction: Option<String>,
    /// In this language.
    language: Option<String>,
    /// 1 to 100, 20 if left out.
    limit: Option<u64>,
    /// Where to go on.
    cursor: Option<String>,
    /// The language of names and messages.
    #[expect(dead_code, reason = "who asks reads it; it is named here so that it is not refused")]
    lang: Option<String>,
}

/// Threads of one space, the last written first.
#[utoipa::path(
    get, path = "/api/v1/spaces/{slug}/threads", tag = "threads",
    params(("slug" = String, Path, description = "The space's name in addresses"), Asked),
    responses((status = 200, body = ListOut<ThreadOut>), (status = 404, description = "No such space for the caller"))
)]
pub(super) async fn of_space(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<ListOut<ThreadOut>>, Refusal> {
    let space = views::space(&app.db, &visitor.actor, &slug).await?;
    let mut filter = filter(&app, &visitor, &asked).await?;
    filter.space = Some(space.id);
    Ok(Json(page(&app, &visitor, &filter, &asked).await?))
}

/// Threads of all spaces the caller may enter, the last written first.
#[utoipa::path(
    get, path = "/api/v1/threads", tag = "threads", params(Asked),
    responses((status = 200, body = ListOut<ThreadOut>), (status = 400, description = "An unknown name or cursor"))
)]
pub(super) async fn threads(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Json<ListOut<ThreadOut>>, Refusal> {
    let filter = filter(&app, &visitor, &asked).await?;
    Ok(Json(page(&app, &visitor, &filter, &asked).await?))
}

async fn page(
    app: &App,
    visitor: &Visitor,
    filter: &Filter,
    asked: &Asked,
) -> Result<ListOut<ThreadOut>, Fault> {
    let limit = Limit::parse(asked.limit)?;
    let cursor = asked.cursor.as_deref();
    let page = views::list(&app.db, &visitor.actor, filter, limit, cursor).await?;
    let items = shapes::threads(app, visitor, &page.items).await?;
    Ok(ListOut { items, next: page.next })
}

async fn filter(app: &App, visitor: &Visitor, asked: &Asked) -> Result<Filter, Fault> {
    let mut problems = Problems::default();
    let kind = asked.kind.as_deref().map(ThreadKind::parse);
    if kind == Some(None) {
        problems.add("kind", "threads-kind-unknown");
    }
    let direction = asked.direction.as_deref().map(Direction::parse);
    if direction == Some(None) {
        problems.add("direction", "threads-direction-unknown");
    }
    let city = city(app, visitor, asked.city.as_deref(), &mut problems).await?;
    let space = match asked.space.as_deref() {
        Some(slug) => named(app, visitor, slug, &mut problems).await?,
        None => None,
    };
    problems.into_result()?;
    Ok(Filter {
        kinds: kind.flatten().into_iter().collect(),
        space,
        theme: asked.theme.clone(),
        city,
        direction: direction.flatten(),
        language: asked.language.clone(),
        ..Filter::default()
    })
}

async fn named(
    app: &App,
    visitor: &Visitor,
    slug: &str,
    problems: &mut Problems,
) -> Result<Option<stoa_kernel::ids::SpaceId>, Fault> {
    match views::space(&app.db, &visitor.actor, slug).await {
        Ok(space) => Ok(Some(space.id)),
        Err(Fault::NotFound) => {
            problems.add("space", "threads-space-missing");
            Ok(None)
        }
        Err(fault) => Err(fault),
    }
}

async fn city(
    app: &App,
    visitor: &Visitor,
    slug: Option<&str>,
    problems: &mut Problems,
) -> Result<Option<CityId>, Fault> {
    let Some(slug) = slug else { return Ok(None) };
    match stoa_exchange::views::by_slug(&app.db, &visitor.actor, slug).await {
        Ok(city) => Ok(Some(city.id)),
        Err(Fault::NotFound) => {
            problems.add("city", "threads-city-unknown");
            Ok(None)
        }
        Err(fault) => Err(fault),
    }
}

/// One thread, without its posts.
#[utoipa::path(
    get, path = "/api/v1/threads/{id}", tag = "threads",
    params(("id" = String, Path, description = "The thread")),
    responses((status = 200, body = ThreadOut), (status = 404, description = "None for the caller"))
)]
pub(super) async fn thread(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ThreadId>,
) -> Result<Json<ThreadOut>, Refusal> {
    let view = views::thread(&app.db, &visitor.actor, id).await?;
    Ok(Json(shapes::thread(&app, &visitor, &view).await?))
}
