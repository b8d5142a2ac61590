//! Old addresses of posts that stand in another thread now.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, header};
use stoa_kernel::Fault;
use stoa_kernel::ids::ThreadId;
use stoa_threads::POSTS_A_PAGE;
use stoa_threads::views::{self, Moved, ThreadView};

use crate::app::App;
use crate::http::Visitor;
use crate::pages::encode;
use crate::pages::parts::Link;

/// Parts of addresses that a thread's id follows.
const BEFORE: [&str; 3] = ["t", "threads", "drafts"];

/// The way on (308, so that a reply is sent on as well) from an address that names a thread which
/// was joined to another that the visitor may see; `None` for all other addresses, and for what
/// was meant for that thread alone, such as joining it or having read it. A page of it leads to
/// the post that stood first on that page.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn way(app: &App, visitor: &Visitor, method: &Method) -> Result<Option<Response>, Fault> {
    let (path, query) = visitor.path.split_once('?').unwrap_or((&visitor.path, ""));
    let replies = path.ends_with("/posts") || path.starts_with("/t/");
    if !method.is_safe() && !replies {
        return Ok(None);
    }
    let Some(old) = named(path) else { return Ok(None) };
    let Some(into) = views::joined_to(&app.db, &visitor.actor, old).await? else {
        return Ok(None);
    };
    if method.is_safe() && path.starts_with("/t/") && !path.ends_with("/posts") {
        return Ok(Some(on(&to_page(app, visitor, old, into, query).await?)));
    }
    let same = path.replacen(&old.to_string(), &into.to_string(), 1);
    Ok(Some(on(&if query.is_empty() { same } else { format!("{same}?{query}") })))
}

fn named(path: &str) -> Option<ThreadId> {
    let mut parts = path.split('/');
    parts.find(|part| BEFORE.contains(part))?;
    let name = parts.next()?;
    name.strip_suffix(".atom").unwrap_or(name).parse().ok()
}

async fn to_page(
    app: &App,
    visitor: &Visitor,
    old: ThreadId,
    into: ThreadId,
    query: &str,
) -> Result<String, Fault> {
    let page = query.split('&').find_map(|pair| pair.strip_prefix("page=")?.parse::<i32>().ok());
    let first = views::moved(&app.db, &visitor.actor, old, page.unwrap_or(1)).await?;
    let language = query.split('&').find(|pair| pair.starts_with("lang="));
    let language = language.map(|pair| format!("?{}", encode(pair).replace("%3D", "=")));
    let language = language.unwrap_or_default();
    Ok(match first.first() {
        Some(moved) => format!("/p/{}{language}", moved.post),
        None => format!("/t/{into}{language}"),
    })
}

fn on(to: &str) -> Response {
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    if let Ok(value) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

/// Numbers of a page whose posts stand in another thread now, with the way to them. Asked only
/// where fewer posts are shown than numbers were given: few threads ever lost one.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn gone(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    page: i32,
    shown: usize,
) -> Result<Vec<(i32, Link)>, Fault> {
    let before = (page - 1) * POSTS_A_PAGE;
    let given = (thread.summary.last_number - before).clamp(0, POSTS_A_PAGE);
    if i32::try_from(shown).is_ok_and(|shown| shown >= given) {
        return Ok(Vec::new());
    }
    let moved = views::moved(&app.db, &visitor.actor, thread.summary.id, page).await?;
    let w = visitor.words();
    let link = |one: &Moved| {
        let label = w.n("threads-moved-post", i64::from(one.number));
        (one.number, Link::new(format!("/p/{}", one.post), label))
    };
    Ok(moved.iter().map(link).collect())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn threads_are_named_in_pages_routes_and_feeds() {
        let id = "01hf7yg9s0f3aa62g8as55hsze";
        for path in ["/t/ID", "/t/ID/x", "/threads/ID/read", "/api/v1/threads/ID/posts"] {
            assert_eq!(named(&path.replace("ID", id)).map(|id| id.to_string()), Some(id.into()));
        }
        assert!(named(&format!("/feeds/threads/{id}.atom")).is_some());
        assert!(named(&format!("/p/{id}")).is_none() && named("/t/x").is_none());
    }
}
