//! `/moderation/log`: every decision, for everybody, without names or texts.

use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use stoa_kernel::ids::SpaceId;
use stoa_kernel::{Fault, Limit};
use stoa_moderation::Reason;
use stoa_moderation::views::{self, LogAction, LogFilter, LogLine};
use stoa_render::Words;
use stoa_threads::views::SpaceView;

use super::words;
use crate::app::App;
use crate::http::frame::Query;
use crate::http::{Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, DayView, PagerView};
use crate::pages::{encode, show};

const MONTH: Duration = Duration::from_secs(30 * 86_400);

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    action: String,
    reason: String,
    space: String,
    cursor: Option<String>,
}

impl Asked {
    fn address(&self, cursor: Option<&str>) -> String {
        let fields = [("action", &self.action), ("reason", &self.reason), ("space", &self.space)];
        let chosen = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let mut pairs: Vec<String> =
            chosen.map(|(name, value)| format!("{name}={}", encode(value))).collect();
        pairs.extend(cursor.map(|cursor| format!("cursor={}", encode(cursor))));
        if pairs.is_empty() {
            "/moderation/log".to_owned()
        } else {
            format!("/moderation/log?{}", pairs.join("&"))
        }
    }

    fn narrowed(&self) -> bool {
        [&self.action, &self.reason, &self.space].into_iter().any(|field| !field.is_empty())
    }

    /// What is not known is refused: a list of everything would look like an answer.
    fn filter(&self, spaces: &[SpaceView]) -> Result<LogFilter, Fault> {
        let unknown = |field| Fault::invalid(field, "moderation-filter-unknown");
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let action = |name: String| LogAction::parse(&name).ok_or(unknown("action"));
        let reason = |name: String| Reason::parse(&name).ok_or(unknown("reason"));
        let space = |slug: String| {
            let found = spaces.iter().find(|space| space.slug == slug);
            found.map(|space| space.id).ok_or(unknown("space"))
        };
        Ok(LogFilter {
            action: given(&self.action).map(action).transpose()?,
            reason: given(&self.reason).map(reason).transpose()?,
            space: given(&self.space).map(space).transpose()?,
        })
    }
}

struct Row {
    at: DayView,
    colour: &'static str,
    done: String,
    kind: String,
    reason: Option<String>,
    space: String,
}

#[derive(Template)]
#[template(path = "moderation/log.html")]
struct Page {
    chrome: Chrome,
    moderator: bool,
    facts: Vec<(String, String)>,
    actions: Vec<Choice>,
    reasons: Vec<Choice>,
    spaces: Vec<Choice>,
    narrowed: bool,
    rows: Vec<Row>,
    pager: PagerView,
}

/// The log.
pub(super) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let (db, actor, w) = (&app.db, &visitor.actor, visitor.words());
    let spaces = stoa_threads::views::spaces(db, actor).await?;
    let filter = asked.filter(&spaces)?;
    let page = views::log(db, actor, &filter, Limit::PAGE, asked.cursor.as_deref()).await?;
    let tally = views::log_tally(db, actor, MONTH).await?;
    let count = |action: &LogAction| tally.get(action).copied().unwrap_or(0);
    let fact = |action: &LogAction| (words::done(w, *action), w.number(count(action)));
    let locale = visitor.locale.code();
    show(&Page {
        moderator: !actor.moderates().is_empty(),
        facts: LogAction::DECISIONS.iter().map(fact).collect(),
        actions: actions(w, &asked.action),
        reasons: reasons(w, &asked.reason),
        spaces: places(w, locale, &spaces, &asked.space),
        narrowed: asked.narrowed(),
        rows: page.items.iter().map(|line| row(w, locale, line, &spaces)).collect(),
        pager: PagerView {
            previous: asked.cursor.as_ref().map(|_| asked.address(None)),
            next: page.next.as_deref().map(|next| asked.address(Some(next))),
            position: String::new(),
        },
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

fn actions(w: Words, chosen: &str) -> Vec<Choice> {
    let all = Choice::new("", w.say("moderation-log-action-all"), chosen);
    let choice = |action: LogAction| Choice::new(action.name(), words::done(w, action), chosen);
    std::iter::once(all).chain(LogAction::all().map(choice)).collect()
}

fn reasons(w: Words, chosen: &str) -> Vec<Choice> {
    let all = Choice::new("", w.say("moderation-log-reason-all"), chosen);
    let choice = |reason: &Reason| Choice::new(reason.name(), words::reason(w, *reason), chosen);
    std::iter::once(all).chain(Reason::ALL.iter().map(choice)).collect()
}

fn places(w: Words, locale: &str, spaces: &[SpaceView], chosen: &str) -> Vec<Choice> {
    let all = Choice::new("", w.say("moderation-log-space-all"), chosen);
    let choice =
        |space: &SpaceView| Choice::new(space.slug.clone(), space.names.say(locale), chosen);
    std::iter::once(all).chain(spaces.iter().map(choice)).collect()
}

fn row(w: Words, locale: &str, line: &LogLine, spaces: &[SpaceView]) -> Row {
    let name = |id: SpaceId| spaces.iter().find(|space| space.id == id);
    let space = line.space.and_then(name).map(|space| space.names.say(locale).to_owned());
    Row {
        at: DayView::of(line.at.timestamp(), &w),
        colour: words::colour(line.action),
        done: words::done(w, line.action),
        kind: line
            .kind
            .map_or_else(|| w.say("moderation-kind-thread"), |kind| words::kind(w, kind)),
        reason: line.reason.map(|reason| words::reason(w, reason)),
        space: space.unwrap_or_else(|| w.say("moderation-log-nowhere")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_refused() {
        let bad = |asked: Asked| matches!(asked.filter(&[]), Err(Fault::Invalid(_)));
        assert!(bad(Asked { action: "agreed".into(), ..Asked::default() }));
        assert!(bad(Asked { reason: "x".into(), ..Asked::default() }));
        assert!(bad(Asked { space: "nowhere".into(), ..Asked::default() }));
        assert_eq!(Asked::default().filter(&[]).unwrap(), LogFilter::default());
        let asked = Asked { action: "decline".into(), ..Asked::default() };
        assert_eq!(asked.address(Some("x")), "/moderation/log?action=decline&cursor=x");
    }
}
