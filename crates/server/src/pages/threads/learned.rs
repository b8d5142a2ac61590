//! What stands under posts of what was learned: what came of an accepted answer, which cities use
//! what a post tells; and the lesson that stands on top of its thread.

use std::collections::HashMap;

use jiff::civil::Date;
use stoa_kernel::Fault;
use stoa_kernel::ids::{CityId, PostId};
use stoa_kernel::policy::{Action, Sight};
use stoa_render::{Words, prose};
use stoa_threads::State;
use stoa_threads::learning::{self, Adoption, Cost, Effect, Lesson, Stage, Trial};
use stoa_threads::views::{self, PostCard, PostView, ThreadSummary, ThreadView};

use super::paths::{self, Way};
use super::posts::{self, Around};
use super::{asking, cohort, summary};
use crate::app::App;
use crate::http::Visitor;
use crate::pages::cast::{Cast, Named};
use crate::pages::parts::{self, Link, PlateView, Titled};

/// How much of a reply stands under an answer, in characters.
const GLIMPSE: usize = 300;

/// What was learned from the posts of a page.
#[derive(Clone, Debug, Default)]
pub struct Learned {
    trials: HashMap<PostId, (Trial, Option<Link>)>,
    adoptions: HashMap<PostId, Vec<Adoption>>,
}

impl Learned {
    /// What there is of these posts, which the visitor reads.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn of(app: &App, visitor: &Visitor, posts: &[PostView]) -> Result<Self, Fault> {
        let stands =
            |post: &&PostView| post.state == State::Published && post.sight > Sight::Placeholder;
        let read: Vec<PostId> = posts.iter().filter(stands).map(|post| post.id).collect();
        let accepted = |post: &&PostView| stands(post) && post.accepted;
        let answers: Vec<PostId> = posts.iter().filter(accepted).map(|post| post.id).collect();
        let found = learning::trials(&app.db, &answers).await?;
        let said: Vec<PostId> = found.values().filter_map(|trial| trial.said).collect();
        let cards = views::found(&app.db, &visitor.actor, &said).await?;
        let words = |trial: Trial| {
            let card = cards.iter().find(|card| Some(card.post.id) == trial.said);
            (trial, card.filter(|card| !card.post.blocked).map(said_in))
        };
        let trials = found.into_iter().map(|(post, trial)| (post, words(trial))).collect();
        let adoptions = learning::adoptions(&app.db, &read).await?;
        Ok(Self { trials, adoptions })
    }

    /// Notes whom and which cities it names.
    pub fn name(&self, named: &mut Named) {
        self.trials.values().for_each(|(trial, _)| named.person(trial.member));
        self.adoptions.values().flatten().for_each(|one| named.city(one.city));
    }

    /// Whether the city says that it uses what the post tells.
    #[must_use]
    pub fn uses(&self, post: PostId, city: Option<CityId>) -> bool {
        let all = self.adoptions.get(&post).map(Vec::as_slice).unwrap_or_default();
        city.is_some_and(|city| all.iter().any(|one| one.city == city))
    }

    /// What came of an accepted answer, in a sentence, with what was said of it.
    #[must_use]
    pub fn tried(&self, w: Words, cast: &Cast, post: PostId) -> Option<(String, Option<Link>)> {
        let (trial, said) = self.trials.get(&post)?;
        let name = cast.name(Some(trial.member));
        let key = format!("threads-trial-{}", trial.effect.name());
        let day = w.date_short(trial.at.timestamp(), &jiff::tz::TimeZone::UTC);
        let sentence = w.with(&key, &[("name", name.into()), ("day", day.into())]);
        Some((sentence, said.clone()))
    }

    /// The cities that use what the post tells: each with how far it has come, and since when.
    #[must_use]
    pub fn used(&self, w: Words, cast: &Cast, post: PostId) -> Vec<(PlateView, String)> {
        let all = self.adoptions.get(&post).map(Vec::as_slice).unwrap_or_default();
        let line =
            |one: &Adoption| Some((cast.plate(Some(one.city))?, stage(w, one.stage, &one.since)));
        all.iter().filter_map(line).collect()
    }
}

fn said_in(card: &PostCard) -> Link {
    let words = prose::excerpt(&prose::own_words(&card.post.html), GLIMPSE);
    Link::new(format!("/p/{}", card.post.id), words)
}

/// "adopted since 3 March 2026".
#[must_use]
pub(in crate::pages) fn stage(w: Words, stage: Stage, since: &str) -> String {
    w.a(&format!("threads-stage-{}-since", stage.name()), "day", day(w, since))
}

/// A day in words, as it is written in the reader's language.
#[must_use]
pub(super) fn day(w: Words, day: &str) -> String {
    let at = day.parse::<Date>().ok().and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC).ok());
    at.map_or_else(|| day.to_owned(), |at| w.date_short(at.timestamp(), &jiff::tz::TimeZone::UTC))
}

/// What came of something, in a word.
#[must_use]
pub(super) fn effect(w: Words, effect: Effect) -> String {
    w.say(&format!("threads-effect-{}", effect.name()))
}

/// What it cost, in words.
#[must_use]
pub(super) fn cost(w: Words, cost: Cost) -> String {
    w.say(&format!("threads-cost-{}", cost.name().replace('_', "-")))
}

/// The lesson of a thread, where its words stand for this reader.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(crate) async fn lesson(
    app: &App,
    visitor: &Visitor,
    thread: &ThreadView,
    page: i32,
) -> Result<Option<(Lesson, PostView)>, Fault> {
    let asks = thread.summary.kind.asks();
    if page != 1 || !asks {
        return Ok(None);
    }
    let Some(lesson) = learning::lesson(&app.db, thread.summary.id).await? else {
        return Ok(None);
    };
    let found = views::posts_by_ids(&app.db, &visitor.actor, &[lesson.post]).await?;
    let stands =
        |post: &PostView| post.state == State::Published && post.sight > Sight::Placeholder;
    Ok(found.into_iter().map(|card| card.post).find(stands).map(|post| (lesson, post)))
}

/// The lesson as it stands on top of its thread.
pub(super) struct LessonView {
    /// Its words.
    pub(super) post: Box<parts::PostView>,
    /// What came of it, where, at what cost: name and value.
    pub(super) facts: Vec<(String, String)>,
    /// The colour of its state bar.
    pub(super) colour: &'static str,
    /// What came of it, in a word.
    pub(super) effect: String,
}

fn shown(around: &Around<'_>, cast: &Cast, found: &(Lesson, PostView)) -> Option<LessonView> {
    let (lesson, post) = found;
    let w = around.reader.w;
    let city = cast.plate(lesson.city).map(|plate| plate.name);
    let place: Vec<String> =
        std::iter::once(lesson.place.clone()).chain(city).filter(|part| !part.is_empty()).collect();
    let mut facts = Vec::new();
    if !place.is_empty() {
        facts.push((w.say("threads-lesson-where"), place.join(", ")));
    }
    if lesson.cost != Cost::Unknown {
        facts.push((w.say("threads-lesson-cost"), cost(w, lesson.cost)));
    }
    let colour = match lesson.effect {
        Effect::Worked => "ok",
        Effect::Partly => "info",
        Effect::Failed => "live",
        Effect::Early | Effect::Untried => "wait",
    };
    Some(LessonView {
        post: summary::shown(around, post)?,
        facts,
        colour,
        effect: effect(w, lesson.effect),
    })
}

/// Where the asker says what was learned, and in which words.
fn way(visitor: &Visitor, thread: &ThreadView, said: bool) -> Option<Link> {
    let head = &thread.summary;
    let asks = head.kind.asks();
    let act = Action::Conclude { asker: head.own };
    let may = visitor.me.is_some() && visitor.actor.may_in(head.space, act).is_ok();
    let stands = head.state == State::Published && !head.closed && head.posts > 1;
    let key = if said { "threads-lesson-anew" } else { "threads-lesson-say" };
    let to = format!("/threads/{}/lesson", head.id);
    (asks && may && stands).then(|| Link::new(to, visitor.words().say(key)))
}

/// What a page of a thread shows of learning, beside its posts.
pub(super) struct Study {
    /// What was learned from each post.
    pub(super) learned: Learned,
    lesson: Option<(Lesson, PostView)>,
    /// Paths that lead here, and where this one leads.
    pub(super) paths: (Vec<ThreadSummary>, Vec<ThreadSummary>),
    concludes: bool,
    asked: Option<String>,
}

impl Study {
    /// Reads it for the visitor.
    pub(super) async fn of(
        app: &App,
        visitor: &Visitor,
        thread: &ThreadView,
        posts: &[PostView],
        page: i32,
    ) -> Result<Self, Fault> {
        Ok(Self {
            learned: Learned::of(app, visitor, posts).await?,
            lesson: lesson(app, visitor, thread, page).await?,
            paths: paths::read(app, visitor, thread).await?,
            concludes: cohort::may_conclude(app, visitor, thread).await?,
            asked: asking::told(app, visitor, thread).await?,
        })
    }

    /// Notes whom and which cities it names.
    pub(super) fn name(&self, named: &mut Named) {
        self.learned.name(named);
        if let Some((lesson, post)) = &self.lesson {
            named.city(lesson.city);
            posts::name(named, std::slice::from_ref(post));
        }
    }

    /// The words of the lesson.
    pub(super) fn words(&self) -> Option<&PostView> {
        self.lesson.as_ref().map(|(_, post)| post)
    }

    /// Threads whose titles it shows.
    pub(super) fn threads(&self) -> impl Iterator<Item = &ThreadSummary> {
        self.paths.0.iter().chain(&self.paths.1)
    }

    /// As the page shows it.
    pub(super) fn shown(&self, around: &Around<'_>, visitor: &Visitor) -> StudyView {
        let (reader, thread) = (around.reader, around.thread);
        StudyView {
            lesson: self.lesson.as_ref().and_then(|one| shown(around, around.cast, one)),
            say: way(visitor, thread, self.lesson.is_some()),
            concludes: self.concludes,
            asked: self.asked.clone(),
            steps: paths::way(reader, thread, &self.paths.1),
            paths: paths::links(reader, &self.paths.0),
        }
    }
}

/// What the page shows of learning.
pub(super) struct StudyView {
    /// What was learned, on top of the thread.
    pub(super) lesson: Option<LessonView>,
    /// Where the asker says it.
    pub(super) say: Option<Link>,
    /// The thread may say what came of the cohort of its space.
    pub(super) concludes: bool,
    /// Why the reader is asked to answer, where he is.
    pub(super) asked: Option<String>,
    /// Where a path leads.
    pub(super) steps: Option<Way>,
    /// The paths that lead here.
    pub(super) paths: Vec<(String, Titled)>,
}
