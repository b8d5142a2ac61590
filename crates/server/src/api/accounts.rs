//! Joining, sessions, oneself and other people, in JSON.

use utoipa_axum::router::OpenApiRouter;

use crate::app::App;

mod data;
mod me;
mod people;
mod sessions;

/// The routes of people.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(sessions::routes())
        .merge(me::routes())
        .merge(data::routes())
        .merge(people::routes())
}
