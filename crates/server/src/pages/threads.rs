//! Spaces, threads and posts as pages: reading, writing, and what members do with them.
//!
//! Every page works without scripts: forms post and lead on (303); what was
//! typed comes back with what is wrong. A thread's own address takes its replies.
//! Actions on a post stand below `/p/{id}/`, those on a thread below `/threads/{id}/`,
//! because what follows `/t/{id}/` is the thread's readable name.

mod acts;
pub mod adoption;
pub mod answering;
pub mod asking;
mod beside;
mod bookmarks;
pub mod cohort;
mod compose;
mod conversations;
mod diff;
pub(crate) mod draughts;
mod edit;
mod fragment;
mod fresh;
mod head;
mod history;
mod home;
pub mod joined;
mod kept;
pub mod later;
pub(crate) mod learned;
pub mod learning;
pub mod once;
pub mod order;
mod pace;
pub mod paths;
pub mod polls;
pub mod posts;
pub mod rows;
pub mod send;
mod show;
mod similar;
mod spaces;
pub mod summary;
mod table;
pub mod tend;
mod told;
mod translation;
pub mod word;
pub mod words;

pub(crate) use translation::{Of, want};

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// The pages' routes.
pub fn routes() -> Router<App> {
    reading().merge(writing()).merge(marking()).merge(tending())
}

fn reading() -> Router<App> {
    Router::new()
        .route("/", get(home::page))
        .route("/spaces", get(spaces::all))
        .route("/s/{slug}", get(spaces::one))
        .route("/t/{id}", get(show::by_id))
        .route("/t/{id}/posts", get(fragment::after).post(compose::reply_in_posts))
        .route("/t/{id}/{slug}", get(show::by_slug).post(compose::reply))
        .route("/threads/{id}/table", get(table::page))
        .route("/p/{id}", get(acts::find))
        .route("/p/{id}/history", get(history::page))
        .route("/p/{id}/history/erase", get(acts::find).post(history::erase))
}

fn writing() -> Router<App> {
    Router::new()
        .route("/new", get(fresh::blank).post(fresh::send))
        .route("/new/similar", get(similar::fragment))
        .route("/conversations", get(conversations::list))
        .route("/conversations/new", get(conversations::blank).post(conversations::send))
        .route("/threads/{id}/seat", get(acts::thread).post(conversations::answer))
        .route("/preview", post(acts::preview))
        .route("/drafts", get(draughts::list))
        .route("/drafts/{slot}/go/{draft}", get(draughts::onwards))
        .route("/drafts/{slot}/delete", get(draughts::back).post(draughts::delete))
        .route("/drafts/{slot}/unschedule", get(draughts::back).post(later::unschedule))
        .route("/p/{id}/edit", get(edit::blank).post(edit::send))
        .route("/p/{id}/delete", get(edit::ask).post(edit::delete))
        .route("/p/{id}/translation", get(acts::find).post(translation::ask))
        .route("/p/{id}/translation/{language}", get(translation::blank).post(translation::send))
        .route("/p/{id}/translation/{language}/history", get(translation::history))
        .route(
            "/p/{id}/translation/{language}/withdraw",
            get(translation::back).post(translation::withdraw),
        )
        .route("/threads/{id}/summary", get(summary::blank).post(summary::send))
        .route("/threads/{id}/lesson", get(learning::lesson).post(learning::conclude))
        .route("/p/{id}/trial", get(learning::trial).post(learning::answer))
        .route("/threads/{id}/request", get(asking::page).post(asking::answer))
        .route("/answers", get(answering::page))
        .route("/p/{id}/adoption", get(adoption::page).post(adoption::adopt))
        .route("/p/{id}/unsummary", get(acts::find).post(summary::unset))
        .route("/threads/{id}/translation", get(acts::thread).post(translation::ask_page))
        .route("/settings/reads", get(acts::home).post(translation::reads))
}

fn tending() -> Router<App> {
    Router::new()
        .route("/s/{slug}/tend", get(order::choose).post(order::relocate))
        .route("/threads/{id}/close", get(acts::thread).post(tend::close))
        .route("/threads/{id}/timer", get(acts::thread).post(tend::set_timer))
        .route("/threads/{id}/slow", get(acts::thread).post(tend::slow))
        .route("/threads/{id}/outcome", get(acts::thread).post(cohort::conclude))
        .route("/admin/spaces/{slug}/cohort", get(cohort::form).post(cohort::set))
        .route("/threads/{id}/pin", get(acts::thread).post(tend::pin))
        .route("/threads/{id}/move", get(acts::thread).post(tend::relocate))
        .route("/threads/{id}/merge", get(acts::thread).post(tend::merge))
        .route("/threads/{id}/split", get(tend::choose).post(tend::split))
}

fn marking() -> Router<App> {
    Router::new()
        .route("/p/{id}/useful", get(acts::find).post(acts::useful))
        .route("/p/{id}/accept", get(acts::find).post(acts::accept))
        .route("/p/{id}/unaccept", get(acts::find).post(acts::unaccept))
        .route("/p/{id}/case", get(acts::case))
        .route("/p/{id}/bookmark", get(bookmarks::one).post(bookmarks::keep))
        .route("/p/{id}/bookmark/delete", get(bookmarks::back).post(bookmarks::forget))
        .route("/p/{id}/wiki", get(acts::find).post(acts::wiki))
        .route("/p/{id}/vote", get(acts::find).post(polls::vote))
        .route("/p/{id}/poll", get(polls::page).post(polls::set))
        .route("/p/{id}/poll/outcome", get(polls::back).post(polls::outcome))
        .route("/bookmarks", get(bookmarks::list))
        .route("/threads/{id}/read", get(acts::thread).post(acts::read))
        .route("/threads/{id}/subscription", get(acts::thread).post(acts::follow))
        .route("/s/{slug}/subscription", get(acts::space).post(acts::follow_space))
        .route("/all-read", get(acts::home).post(acts::all_read))
}
