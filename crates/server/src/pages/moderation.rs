//! The moderators' desk: the queue, a case, what was decided; the public log;
//! what an author reads of a decision; spaces.
//!
//! Everything works without scripts: claiming, deciding and undoing are forms
//! that lead on (303). Who was too late gets a page with what was first (409)
//! and finds there what he had typed.

mod acts;
mod case;
mod form;
mod history;
mod item;
mod log;
mod queue;
mod report;
mod rows;
mod rules;
mod spaces;
mod statement;
mod told;
mod words;

pub(crate) use words::imposed;

use axum::Router;
use axum::routing::{get, post};
use std::time::Duration;
use stoa_kernel::Fault;
use stoa_moderation::Settings;

use crate::app::App;
use crate::http::Visitor;

/// The pages' routes.
pub fn routes() -> Router<App> {
    desk().merge(administration())
}

fn desk() -> Router<App> {
    Router::new()
        .route("/moderation", get(queue::page))
        .route("/moderation/cases/{id}", get(case::page))
        .route("/moderation/cases/{id}/claim", get(acts::back).post(acts::claim))
        .route("/moderation/cases/{id}/release", get(acts::back).post(acts::release))
        .route("/moderation/cases/{id}/notes", get(acts::back).post(acts::note))
        .route("/moderation/cases/{id}/decision", get(acts::back).post(acts::decide))
        .route("/moderation/decisions/{reference}/undo", post(acts::undo))
        .route("/moderation/rules", get(rules::list).post(rules::create))
        .route("/moderation/rules/new", get(rules::blank))
        .route("/moderation/rules/{id}", get(rules::one).post(rules::change))
        .route("/moderation/history", get(history::page))
        .route("/moderation/log", get(log::page))
        .route("/decisions/{reference}", get(statement::page))
        .route("/p/{id}/report", get(report::blank).post(report::send))
}

fn administration() -> Router<App> {
    Router::new()
        .route("/admin/spaces", get(spaces::list).post(spaces::create))
        .route("/admin/spaces/{slug}", get(spaces::one).post(spaces::change))
}

/// The times of the desk for one moderator.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(crate) async fn settings_for(app: &App, visitor: &Visitor) -> Result<Settings, Fault> {
    let configured = settings(app);
    match visitor.actor.id() {
        Some(me) => stoa_moderation::cases::settings_for(&app.db, me, &configured).await,
        None => Ok(configured),
    }
}

/// The configured times of the desk.
#[must_use]
pub fn settings(app: &App) -> Settings {
    let configured = &app.config.moderation;
    Settings {
        undo: Duration::from_secs(configured.undo_s),
        lease: Duration::from_secs(configured.claim_s),
        ..Settings::default()
    }
}
