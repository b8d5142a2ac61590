//! Refusals as pages: what did not happen, what was typed, the way on.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;

use super::chrome::Chrome;
use super::parts::{ErrorView, Link};
use crate::app::App;
use crate::http::Visitor;
use crate::http::refusal::{Refusal, arguments};

#[derive(Template)]
#[template(path = "errors/page.html")]
struct Page {
    chrome: Chrome,
    error: ErrorView,
}

/// The page of a refusal, in the visitor's language.
pub async fn page(app: &App, visitor: &Visitor, refusal: &Refusal) -> Response {
    let page = Page { chrome: Chrome::bare(app, visitor), error: view(app, visitor, refusal) };
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            tracing::error!(%error, "an error page could not be rendered");
            refusal.status.into_response()
        }
    }
}

fn view(app: &App, visitor: &Visitor, refusal: &Refusal) -> ErrorView {
    let w = visitor.words();
    let mut sentences = vec![w.say(refusal.key)];
    sentences.extend(refusal.problems.iter().map(|p| w.with(p.key, &arguments(p))));
    if let Some(until) = refusal.again_at {
        let at = w.date_time(until.timestamp(), &visitor.zone);
        sentences.push(w.a("core-again-at", "time", at));
    }
    ErrorView {
        title: w.say(title(refusal.status)),
        sentence: sentences.join(" "),
        kept: refusal.kept.as_deref().map(str::to_owned),
        ways: ways(visitor, refusal),
        number: if refusal.status == StatusCode::INTERNAL_SERVER_ERROR {
            number(app)
        } else {
            String::new()
        },
    }
}

/// A number of eight digits that the log has too.
fn number(app: &App) -> String {
    let number = stoa_kernel::secret::hex(&app.db.entropy().bytes::<4>());
    tracing::error!(error.number = %number, "the reader was shown this number");
    number
}

fn ways(visitor: &Visitor, refusal: &Refusal) -> Vec<Link> {
    let w = visitor.words();
    let mut ways: Vec<Link> = Vec::new();
    if let Some((href, key)) = refusal.way_on.as_deref() {
        ways.push(Link { href: href.clone(), label: w.say(key) });
    }
    if refusal.status == StatusCode::UNAUTHORIZED {
        let back = super::encode(&visitor.path);
        ways.push(Link { href: format!("/sign-in?next={back}"), label: w.say("core-way-sign-in") });
    }
    ways.push(Link { href: "/".into(), label: w.say("core-way-home") });
    ways.push(Link { href: "/spaces".into(), label: w.say("core-way-spaces") });
    ways
}

fn title(status: StatusCode) -> &'static str {
    match status.as_u16() {
        400 => "core-error-400",
        401 => "core-error-401",
        403 => "core-error-403",
        404 | 405 => "core-error-404",
        409 => "core-error-409",
        410 => "core-error-410",
        413 => "core-error-413",
        415 => "core-error-415",
        429 => "core-error-429",
        503 => "core-error-503",
        _ => "core-error-500",
    }
}
