//! Every address of the program, and the layers around them.

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use http::StatusCode;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::app::App;
use crate::files::LONGEST;
use crate::http::host::Names;
use crate::http::{assets, frame, headers, health, host, known};
use crate::{api, pages};

/// What a form has around its file, in bytes: the text that it is attached to, too.
const AROUND: usize = 1 << 20;
/// A form with a larger file is read to its end for the text beside it, in bytes.
const DISCARDED: usize = 64 << 20;
/// How long a file may take that comes at once: 8 MiB at 256 kbit/s.
const SENDING: Duration = Duration::from_secs(300);

/// The whole program as one service; `names` are those it answers to.
///
/// # Errors
/// A sentence when the public address is none.
pub fn router(app: App, names: Names) -> Result<Router, String> {
    let limit = app.config.server.body_limit_kib * 1024;
    let patience = Duration::from_secs(app.config.server.request_timeout_s);
    let ordinary = Router::new()
        .merge(pages::routes())
        .merge(api::routes())
        .route("/.well-known/security.txt", get(known::security))
        .route("/robots.txt", get(known::robots))
        .route("/metrics", get(health::metrics))
        .fallback(frame::nowhere);
    let large = |routes: Router<App>, limit| {
        bounded(routes.layer(DefaultBodyLimit::disable()), limit, patience.max(SENDING))
    };
    let framed = bounded(ordinary, limit, patience)
        .merge(large(pages::large(), DISCARDED))
        .merge(large(api::large(), LONGEST + AROUND))
        .layer(cross_site(&app)?)
        .layer(CatchPanicLayer::custom(frame::panicked))
        .layer(from_fn_with_state(app.clone(), frame::around))
        .layer(from_fn_with_state(app.clone(), headers::put))
        .layer(
            CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(
                // Archives and documents are compressed already.
                DefaultPredicate::new()
                    .and(NotForContentType::const_new("application/zip"))
                    .and(NotForContentType::const_new("application/pdf"))
                    .and(NotForContentType::const_new("application/vnd.o")),
            ),
        );
    let bare = Router::new()
        .route("/livez", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/assets/{file}", get(assets::serve));
    let all = bare.merge(framed).layer(from_fn_with_state(names, host::check));
    Ok(observed(all).with_state(app))
}

/// How large a body may be, and how long an answer may take.
fn bounded(routes: Router<App>, limit: usize, patience: Duration) -> Router<App> {
    routes
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, patience))
        .layer(RequestBodyLimitLayer::new(limit))
}

/// Cross-site unsafe requests are refused; the public origin is trusted, so
/// that a proxy that speaks plain HTTP to us does not get in the way.
fn cross_site(app: &App) -> Result<CsrfLayer, String> {
    CsrfLayer::new()
        .add_trusted_origin(&app.config.server.public_url)
        .map_err(|error| format!("server.public_url: {error}"))
}

fn observed(router: Router<App>) -> Router<App> {
    router
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(TraceLayer::new_for_http())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(from_fn(counted))
}

async fn counted(
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> axum::response::Response {
    let response = next.run(request).await;
    let class = match response.status().as_u16() / 100 {
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        5 => "5xx",
        _ => "1xx",
    };
    metrics::counter!("stoa_http_answers_total", "status" => class).increment(1);
    response
}
