//! The three cookies: session, language chosen, one message to the next page.
//! Readers who neither sign in nor choose a language get none.

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::{HeaderMap, HeaderValue, header};
use stoa_render::Locale;

const FLASH: &str = "flash";
const LANGUAGE: &str = "lang";
/// A day in seconds.
const DAY: u32 = 86_400;

/// Messages that one page may leave for the next; a cookie with another name is ignored.
const FLASHES: &[&str] = &[
    "flash-signed-in",
    "flash-signed-out",
    "flash-confirmed",
    "flash-joined",
    "flash-noted",
    "flash-rule-dropped",
    "flash-saved",
    "flash-published",
    "flash-held",
    "flash-edited",
    "flash-translation-asked",
    "flash-reads",
    "flash-translation-made",
    "flash-translation-improved",
    "flash-translation-withdrawn",
    "flash-edit-held",
    "flash-deleted",
    "flash-begun",
    "flash-invited",
    "flash-tested",
    "flash-erased",
    "flash-wordings-erased",
    "flash-accepted",
    "flash-unaccepted",
    "flash-marked",
    "flash-unmarked",
    "flash-voted",
    "flash-vote-withdrawn",
    "flash-vote-reason-held",
    "flash-poll-set",
    "flash-poll-closed",
    "flash-wiki",
    "flash-wiki-off",
    "flash-summary",
    "flash-summary-gone",
    "flash-bookmarked",
    "flash-bookmark-set",
    "flash-bookmark-gone",
    "flash-later",
    "flash-later-not",
    "flash-draft-saved",
    "flash-file-attached",
    "flash-file-deleted",
    "flash-draft-deleted",
    "flash-read",
    "flash-read-all",
    "flash-claimed",
    "flash-released",
    "flash-approved",
    "flash-revise",
    "flash-declined",
    "flash-undone",
    "flash-session-ended",
    "flash-sessions-ended",
    "flash-password-changed",
    "flash-link-sent",
    "flash-retried",
    "flash-followed",
    "flash-closed",
    "flash-reopened",
    "flash-timer",
    "flash-timer-off",
    "flash-slow",
    "flash-slow-off",
    "flash-pinned",
    "flash-unpinned",
    "flash-moved",
    "flash-moved-all",
    "flash-merged",
    "flash-joined-word",
    "flash-lesson",
    "flash-search-saved",
    "flash-search-forgotten",
    "flash-request-passed",
    "flash-request-let-go",
    "flash-trial",
    "flash-adoption",
    "flash-adoption-gone",
    "flash-outcome",
    "flash-declined-word",
    "flash-left-word",
    "flash-reported",
    "flash-reported-before",
    "flash-kept",
    "flash-removed",
    "flash-split",
    "flash-page-written",
];

/// The session cookie's name: bound to this host where the address is https.
#[must_use]
pub fn session_name(https: bool) -> &'static str {
    if https { "__Host-stoa" } else { "stoa" }
}

/// The session token a browser sent.
#[must_use]
pub fn session(headers: &HeaderMap, https: bool) -> Option<String> {
    value(headers, session_name(https))
}

/// The language chosen by hand earlier.
#[must_use]
pub fn language(headers: &HeaderMap) -> Option<Locale> {
    stoa_render::locale(&value(headers, LANGUAGE)?)
}

/// The message the page before left, if it is one of ours.
#[must_use]
pub fn flash(headers: &HeaderMap) -> Option<&'static str> {
    let left = value(headers, FLASH)?;
    FLASHES.iter().copied().find(|known| *known == left)
}

fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    if !headers.contains_key(header::COOKIE) {
        return None;
    }
    CookieJar::from_headers(headers).get(name).map(|cookie| cookie.value().to_owned())
}

/// Sets the session; it ends by itself after 180 days.
#[must_use]
pub fn set_session(token: &str, https: bool) -> HeaderValue {
    let mut cookie = plain(session_name(https), token);
    cookie.set_http_only(true);
    cookie.set_secure(https);
    header_value(&cookie, 180 * DAY)
}

/// Takes the session away.
#[must_use]
pub fn end_session(https: bool) -> HeaderValue {
    let mut cookie = plain(session_name(https), "");
    cookie.set_http_only(true);
    cookie.set_secure(https);
    header_value(&cookie, 0)
}

/// Keeps a language chosen by hand for a year.
#[must_use]
pub fn set_language(locale: Locale) -> HeaderValue {
    header_value(&plain(LANGUAGE, locale.code()), 365 * DAY)
}

/// Leaves a message for the next page.
#[must_use]
pub fn set_flash(key: &'static str) -> HeaderValue {
    debug_assert!(FLASHES.contains(&key), "an unknown message is never shown: {key}");
    let mut cookie = plain(FLASH, key);
    cookie.set_http_only(true);
    header_value(&cookie, 60)
}

/// Takes the message away once shown.
#[must_use]
pub fn end_flash() -> HeaderValue {
    header_value(&plain(FLASH, ""), 0)
}

fn plain(name: &'static str, value: &str) -> Cookie<'static> {
    let mut cookie = Cookie::new(name, value.to_owned());
    cookie.set_path("/");
    cookie.set_same_site(SameSite::Lax);
    cookie
}

fn header_value(cookie: &Cookie<'_>, seconds: u32) -> HeaderValue {
    HeaderValue::from_str(&format!("{cookie}; Max-Age={seconds}"))
        .unwrap_or_else(|_| HeaderValue::from_static(""))
}
