//! The inbox, how one wants one's mail, the digest ahead, and leaving by the link of a letter.

use axum::Router;

use crate::app::App;

mod ahead;
mod inbox;
mod leave;
mod mail;

/// The pages' routes.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(inbox::routes())
        .merge(mail::routes())
        .merge(ahead::routes())
        .merge(leave::routes())
}
