//! Joining, signing in, one's own settings, people's pages, and the
//! administrators' list of members.
//!
//! **No answer and no duration tells whether an address is known**: joining
//! hashes in each case, and a wish for a letter becomes a job before anybody
//! looks the address up.

use axum::Router;
use stoa_kernel::{Fault, Problems};
use stoa_render::Words;

use super::parts::{Link, Problem};
use crate::app::App;
use crate::http::refusal::arguments;
use crate::http::{Refusal, Visitor};

pub(crate) mod choices;
mod city;
mod confirm;
mod data;
pub(crate) mod doors;
mod hours;
mod join;
mod members;
mod password;
mod person;
mod profile;
mod reset;
mod sessions;
mod sign_in;

/// The pages' routes.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(join::routes())
        .merge(confirm::routes())
        .merge(sign_in::routes())
        .merge(reset::routes())
        .merge(profile::routes())
        .merge(password::routes())
        .merge(sessions::routes())
        .merge(data::routes())
        .merge(hours::routes())
        .merge(person::routes())
        .merge(members::routes())
}

/// The pages of one's own settings; hours are for moderators alone.
#[must_use]
pub fn tabs(visitor: &Visitor) -> Vec<Link> {
    let w = visitor.words();
    let mut tabs = vec![
        Link::new("/settings/profile", w.say("accounts-tab-profile")),
        Link::new("/settings/following", w.say("threads-tab-following")),
        Link::new("/settings/email", w.say("accounts-tab-email")),
        Link::new("/settings/sessions", w.say("accounts-tab-sessions")),
        Link::new("/settings/password", w.say("accounts-tab-password")),
        Link::new("/settings/files", w.say("accounts-tab-files")),
        Link::new("/settings/data", w.say("accounts-tab-data")),
    ];
    if !visitor.actor.moderates().is_empty() {
        tabs.push(Link::new("/settings/hours", w.say("accounts-tab-hours")));
    }
    tabs
}

/// What is wrong in a form, in words: a list for its top, a sentence for each field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said(Vec<Problem>);

impl Said {
    pub(crate) fn of(w: Words, problems: &Problems) -> Self {
        let said = problems.0.iter().map(|problem| Problem {
            field: problem.field.to_owned(),
            text: w.with(problem.key, &arguments(problem)),
        });
        Self(said.collect())
    }

    /// Something about the whole form.
    pub(crate) fn whole(text: String) -> Self {
        Self(vec![Problem { field: String::new(), text }])
    }

    pub(crate) fn field(&self, name: &str) -> Option<String> {
        self.0.iter().find(|problem| problem.field == name).map(|problem| problem.text.clone())
    }

    /// All of it, for the list at the top.
    pub(crate) fn into_list(self) -> Vec<Problem> {
        self.0
    }
}

/// What a fault says above a form that is shown again with all that was typed; anything that
/// the person can neither correct nor wait for ends the request.
///
/// # Errors
/// The refusal for such a fault.
pub(crate) fn said(visitor: &Visitor, fault: Fault) -> Result<(http::StatusCode, Said), Refusal> {
    let w = visitor.words();
    match fault {
        Fault::Invalid(problems) => {
            Ok((http::StatusCode::UNPROCESSABLE_ENTITY, Said::of(w, &problems)))
        }
        Fault::TooSoon(until) => {
            let at = w.date_time(until.timestamp(), &visitor.zone);
            let text = w.a("accounts-too-often", "time", at);
            Ok((http::StatusCode::TOO_MANY_REQUESTS, Said::whole(text)))
        }
        Fault::Unavailable(cause) => {
            tracing::warn!(%cause, "a form was answered with 503");
            let text = w.say("accounts-busy");
            Ok((http::StatusCode::SERVICE_UNAVAILABLE, Said::whole(text)))
        }
        other => Err(other.into()),
    }
}
