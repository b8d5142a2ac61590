//! Spaces, threads, posts and drafts in JSON: the same verbs and views as the pages.

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

mod asking;
mod bookmarks;
mod conversations;
mod drafts;
mod learning;
mod lists;
mod marks;
mod polls;
mod posts;
mod shapes;
mod tend;
mod translations;
mod version;
mod write;

/// The routes of spaces, threads, posts and drafts.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(lists::spaces))
        .routes(routes!(lists::space))
        .routes(routes!(lists::of_space, write::open))
        .routes(routes!(lists::threads))
        .routes(routes!(lists::thread))
        .routes(routes!(posts::of_thread, write::reply))
        .routes(routes!(posts::one, write::edit, write::delete))
        .routes(routes!(posts::revisions, write::erase_wordings))
        .routes(routes!(write::erase))
        .routes(routes!(translations::one, translations::improve))
        .routes(routes!(write::preview))
        .merge(marking())
        .merge(tending())
        .merge(keeping())
        .merge(learnt())
}

fn marking() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(marks::answer))
        .routes(routes!(marks::useful, marks::not_useful))
        .routes(routes!(marks::wiki))
        .routes(routes!(marks::summarise))
        .routes(routes!(marks::unsummarise))
        .routes(routes!(marks::read))
        .routes(routes!(marks::follow_thread))
        .routes(routes!(marks::follow_space))
        .routes(routes!(marks::follow_city))
        .routes(routes!(marks::follow_theme))
        .routes(routes!(marks::follow_person))
        .routes(routes!(marks::followed))
}

fn tending() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(tend::close))
        .routes(routes!(tend::reopen))
        .routes(routes!(tend::timer))
        .routes(routes!(tend::slow))
        .routes(routes!(tend::pin))
        .routes(routes!(tend::relocate))
        .routes(routes!(tend::moves))
        .routes(routes!(tend::merge))
        .routes(routes!(tend::split))
}

fn learnt() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(asking::request, asking::answer))
        .routes(routes!(asking::figures))
        .routes(routes!(learning::lesson, learning::conclude))
        .routes(routes!(learning::trial))
        .routes(routes!(learning::adoptions))
        .routes(routes!(learning::adopt, learning::drop_it))
        .routes(routes!(learning::cohort_of, learning::set_cohort, learning::drop_cohort))
        .routes(routes!(learning::conclude_cohort))
}

fn keeping() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(drafts::list))
        .routes(routes!(drafts::one, drafts::save, drafts::discard))
        .routes(routes!(drafts::publication))
        .routes(routes!(polls::one, polls::set))
        .routes(routes!(polls::vote, polls::withdraw))
        .routes(routes!(polls::outcome))
        .routes(routes!(conversations::list, conversations::begin))
        .routes(routes!(conversations::seat))
        .routes(routes!(bookmarks::list))
        .routes(routes!(bookmarks::keep, bookmarks::forget))
}
