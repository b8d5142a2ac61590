//! Is the name we are called by ours? Without this check a foreign name could
//! steer what answers and caches think is the address of this server.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, Uri, header};

/// The names this server answers to.
#[derive(Clone, Debug)]
pub struct Names(std::sync::Arc<Vec<String>>);

impl Names {
    /// The public address, the configured names and, bound to loopback, loopback's own.
    #[must_use]
    pub fn new(public_url: &str, configured: &[String], bound: std::net::SocketAddr) -> Self {
        let public: Option<Uri> = public_url.parse().ok();
        let authority = public.as_ref().and_then(Uri::authority).map(ToString::to_string);
        let mut names: Vec<String> = authority.into_iter().collect();
        names.extend(configured.iter().cloned());
        if bound.ip().is_loopback() {
            let port = bound.port();
            names.extend(["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}")));
            if port == 80 {
                names.extend(["127.0.0.1", "localhost", "[::1]"].map(str::to_owned));
            }
        }
        Self(std::sync::Arc::new(names.iter().map(|name| name.to_ascii_lowercase()).collect()))
    }

    fn knows(&self, name: &str) -> bool {
        self.0.contains(&name.to_ascii_lowercase())
    }
}

/// Lets requests for our own names through: 400 without exactly one name, 421 for a foreign one.
pub async fn check(State(names): State<Names>, request: Request, next: Next) -> Response {
    match called(request.uri(), request.headers()) {
        None => StatusCode::BAD_REQUEST.into_response(),
        Some(name) if names.knows(&name) => next.run(request).await,
        Some(_) => StatusCode::MISDIRECTED_REQUEST.into_response(),
    }
}

/// The one name of a request: its Host header, which must agree with the
/// authority of an absolute target; HTTP/2 has only the latter.
fn called(uri: &Uri, headers: &HeaderMap) -> Option<String> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let first = hosts.next().map(|value| value.to_str().ok().map(str::to_owned));
    if hosts.next().is_some() {
        return None;
    }
    match (uri.authority(), first) {
        (Some(authority), None) => Some(authority.to_string()),
        (Some(authority), Some(host)) => host.filter(|host| host == authority.as_str()),
        (None, host) => host.flatten(),
    }
}
