//! `/moderation/cases/{id}`: one case on a page of its own.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use stoa_kernel::ids::CaseId;
use stoa_kernel::{Fault, Reads};
use stoa_moderation::views::{self, CaseView, Filter};

use super::form::Typed;
use super::item::{self, ItemView, Making};
use super::queue::{self, LastAction};
use super::settings_for;
use super::told::Told;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::show_as;
use crate::pages::threads::words::Reader;

#[derive(Template)]
#[template(path = "moderation/case.html")]
struct Page {
    chrome: Chrome,
    open: i64,
    previous: Option<String>,
    next: Option<String>,
    last: Option<LastAction>,
    /// The text has changed since it was read.
    stale: bool,
    item: ItemView,
}

/// A case.
pub(super) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
) -> Result<Response, Refusal> {
    queue::desk(&visitor)?;
    shown(&app, &visitor, id, &Typed::default(), StatusCode::OK).await
}

/// A case with what was typed about it: after a decision that was not complete
/// (422) or that was made of an older wording (409).
pub(super) async fn shown(
    app: &App,
    visitor: &Visitor,
    id: CaseId,
    typed: &Typed,
    status: StatusCode,
) -> Result<Response, Refusal> {
    let view = views::case(&app.db, &visitor.actor, id).await?;
    let tally = views::tally(&app.db, &visitor.actor).await?;
    let mine = Filter { ours: Some(tally.filter), ..Filter::default() };
    let (previous, next) = views::neighbours(&app.db, &visitor.actor, &mine, &view.case).await?;
    let address = |id: CaseId| format!("/moderation/cases/{id}#case");
    let item = item_of(app, visitor, &view, typed, next.map(address)).await?;
    let page = Page {
        open: tally.ours.open,
        previous: previous.map(address),
        next: next.map(address),
        last: queue::last_action(app, visitor, &format!("/moderation/cases/{id}")).await?,
        stale: status == StatusCode::CONFLICT,
        item,
        chrome: Chrome::with_cases(app, visitor, tally.badge).await?.with_live(),
    };
    show_as(status, &page)
}

async fn item_of(
    app: &App,
    visitor: &Visitor,
    view: &CaseView,
    typed: &Typed,
    skip: Option<String>,
) -> Result<ItemView, Fault> {
    let reader = Reader::of(visitor);
    let mut named = Named::default();
    item::name(&mut named, view);
    let translated = item::translated(app, &visitor.actor, &reader, view).await?;
    translated.name(&mut named);
    let cast = Cast::of(&app.db, &visitor.actor, reader.w, named, false).await?;
    let settings = settings_for(app, visitor).await?;
    let told = Told::of(app, view).await?;
    let making = Making {
        app,
        translated: &translated,
        reader: &reader,
        actor: &visitor.actor,
        cast: &cast,
        told: Some(&told),
        settings: &settings,
        typed,
        back: "",
        skip,
        now: app.db.now(),
    };
    Ok(making.item(view))
}
