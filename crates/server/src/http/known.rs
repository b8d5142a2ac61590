//! Addresses that programs look for on any site.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header;
use std::time::Duration;
use stoa_kernel::Reads;

use super::refusal::Refusal;
use crate::app::App;

/// How long what `security.txt` says may be believed; RFC 9116 advises less than a year.
const BELIEVED: Duration = Duration::from_secs(180 * 86_400);

/// `/.well-known/security.txt` (RFC 9116), where the operator has named whom to tell.
///
/// # Errors
/// 404 when nobody is named.
pub async fn security(State(app): State<App>) -> Result<Response, Refusal> {
    let contact = &app.config.site.security_contact;
    if contact.is_empty() {
        return Err(Refusal::not_found());
    }
    let expires = app.db.now().plus(BELIEVED).timestamp();
    let languages = stoa_render::LOCALES.iter().map(|l| l.code()).collect::<Vec<_>>().join(", ");
    let canonical = app.url("/.well-known/security.txt");
    let text = format!(
        "Contact: {contact}\nExpires: {expires:.0}\nPreferred-Languages: {languages}\nCanonical: {canonical}\n"
    );
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

/// `/robots.txt`: public threads may be found; forms and members' own pages lead nowhere for a robot.
pub async fn robots(State(app): State<App>) -> Response {
    let rules = "User-agent: *\nDisallow: /api/\nDisallow: /settings/\nDisallow: /new\nDisallow: /moderation$\n\
                Disallow: /unsubscribe/\nDisallow: /confirm/\nDisallow: /reset/\nDisallow: /search\n";
    let text = format!("{rules}Sitemap: {}\n", app.url("/sitemap.xml"));
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
