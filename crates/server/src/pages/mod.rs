//! The pages: thin callers of verbs and views, one module a feature.

use askama::Template;
use axum::Router;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::{HeaderValue, StatusCode, header};

use crate::app::App;
use crate::http::{Refusal, cookies};

pub mod accounts;
pub mod cache;
pub mod cast;
pub mod chrome;
pub mod counts;
pub mod digests;
pub mod errors;
pub mod exchange;
pub mod feeds;
pub mod files;
pub mod filters;
pub mod following;
pub mod jobs;
pub mod mailbox;
pub mod marks;
pub mod moderation;
pub mod moments;
pub mod parts;
pub mod search;
pub mod setup;
pub mod site;
pub mod threads;
pub mod translated;

pub use crate::http::query::encode;

/// Every other page.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(accounts::routes())
        .merge(digests::routes())
        .merge(exchange::routes())
        .merge(feeds::routes())
        .merge(files::routes())
        .merge(following::routes())
        .merge(jobs::routes())
        .merge(mailbox::routes())
        .merge(moderation::routes())
        .merge(search::routes())
        .merge(setup::routes())
        .merge(site::routes())
        .merge(threads::routes())
}

/// Pages whose forms carry a file.
pub fn large() -> Router<App> {
    files::large()
}

/// A page, rendered.
///
/// # Errors
/// A refusal with status 500 when a template fails.
pub fn show(page: &impl Template) -> Result<Response, Refusal> {
    Ok(Html(page.render()?).into_response())
}

/// A page with another status than 200: a form with problems (422), a conflict (409).
///
/// # Errors
/// As [`show`].
pub fn show_as(status: StatusCode, page: &impl Template) -> Result<Response, Refusal> {
    let mut response = show(page)?;
    *response.status_mut() = status;
    Ok(response)
}

/// On to another page (303), with a message for it.
#[must_use]
pub fn go(to: &str, flash: Option<&'static str>) -> Response {
    let mut response = Redirect::to(to).into_response();
    if let Some(key) = flash {
        response.headers_mut().append(header::SET_COOKIE, cookies::set_flash(key));
    }
    response
}

/// Adds a header to a response.
#[must_use]
pub fn with_header(
    mut response: Response,
    name: header::HeaderName,
    value: HeaderValue,
) -> Response {
    response.headers_mut().append(name, value);
    response
}

/// Where a form may send a person afterwards: an address of ours, or home.
#[must_use]
pub fn own_address(wanted: &str) -> &str {
    let ours = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && !wanted.contains(['\\', '\r', '\n']);
    if ours { wanted } else { "/" }
}

/// A fresh key for a form's hidden field `once`.
#[must_use]
pub fn once(app: &App) -> String {
    stoa_kernel::secret::hex(&app.db.entropy().bytes::<16>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_addresses_are_gone_to() {
        assert_eq!(own_address("/t/x"), "/t/x");
        for foreign in ["https://evil.test", "//evil.test", "/\\evil.test", "t/x", ""] {
            assert_eq!(own_address(foreign), "/");
        }
        assert_eq!(encode("/t?a=ü"), "/t%3Fa%3D%C3%BC");
    }
}
