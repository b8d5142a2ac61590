//! `/moderation/rules`: what holds, flags or refuses texts; each tried on a text and on what was
//! written in the last thirty days before it is in force.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::ids::{RuleId, SpaceId};
use stoa_kernel::policy::Action;
use stoa_kernel::{Fault, Problems, Reads, Tx};
use stoa_moderation::watch::{self, NewRule, Rule, RuleAct, RuleKind, Trial};
use stoa_render::{Words, prose};
use stoa_threads::views::PostCard;

use super::queue::{desk, spaces};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::refusal::arguments;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field, Link, Problem};
use crate::pages::{go, show, show_as};
use crate::rules;

/// A rule's form as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    kind: String,
    act: String,
    title: String,
    lines: String,
    most: String,
    space: String,
    language: String,
    active: String,
    version: String,
    /// A text to be tried.
    sample: String,
    /// Which button was pressed: `save`, `try`, `test` or `drop`.
    what: String,
}

impl Sent {
    fn of(rule: &Rule, space: String) -> Self {
        Self {
            kind: rule.kind.name().to_owned(),
            act: rule.act.name().to_owned(),
            title: rule.title.clone(),
            lines: rule.lines.join("\n"),
            most: rule.most.to_string(),
            space,
            language: rule.language.clone().unwrap_or_default(),
            active: if rule.active { "true".to_owned() } else { String::new() },
            version: rule.version.to_string(),
            ..Self::default()
        }
    }

    fn blank() -> Self {
        Self {
            kind: RuleKind::Words.name().to_owned(),
            act: RuleAct::Hold.name().to_owned(),
            active: "true".to_owned(),
            ..Self::default()
        }
    }

    fn rule(&self, space: Option<SpaceId>) -> Result<NewRule, Fault> {
        let unknown = |field| Fault::invalid(field, "moderation-filter-unknown");
        let kind = RuleKind::parse(&self.kind).ok_or(unknown("kind"))?;
        let most = self.most.trim();
        Ok(NewRule {
            kind,
            act: RuleAct::parse(&self.act).ok_or(unknown("act"))?,
            space,
            language: Some(self.language.clone()),
            title: self.title.clone(),
            lines: self.lines.clone(),
            most: if most.is_empty() { kind.usual() } else { most.parse().unwrap_or(0) },
            active: !self.active.is_empty(),
        })
    }
}

struct Row {
    link: Link,
    kind: String,
    act: String,
    place: String,
    active: bool,
}

#[derive(Template)]
#[template(path = "moderation/rules.html")]
struct List {
    chrome: Chrome,
    rows: Vec<Row>,
}

/// All rules that concern the reader.
pub(super) async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    desk(&visitor)?;
    let all = watch::list(&app.db, &visitor.actor).await?;
    let mut rows = Vec::with_capacity(all.len());
    for rule in &all {
        rows.push(row(&app, &visitor, rule).await?);
    }
    show(&List { rows, chrome: Chrome::of(&app, &visitor).await? })
}

async fn row(app: &App, visitor: &Visitor, rule: &Rule) -> Result<Row, Fault> {
    let w = visitor.words();
    let mut place = vec![match slug_of(app, visitor, rule.space).await? {
        Some((_, name)) => name,
        None => w.say("moderation-queue-space-all"),
    }];
    place.extend(rule.language.as_deref().map(|tag| stoa_render::endonym(tag).to_owned()));
    Ok(Row {
        link: Link::new(format!("/moderation/rules/{}", rule.id), rule.title.clone()),
        kind: w.say(&format!("moderation-rule-kind-{}", rule.kind.name().replace('_', "-"))),
        act: w.say(&format!("moderation-rule-act-{}", rule.act.name())),
        place: place.join(" · "),
        active: rule.active,
    })
}

/// The slug and the name of a space.
async fn slug_of(
    app: &App,
    visitor: &Visitor,
    space: Option<SpaceId>,
) -> Result<Option<(String, String)>, Fault> {
    let Some(id) = space else { return Ok(None) };
    let all = stoa_threads::views::spaces(&app.db, &visitor.actor).await?;
    let found = all.into_iter().find(|space| space.id == id);
    let locale = visitor.locale.code();
    Ok(found.map(|space| (space.slug.clone(), space.names.say(locale).to_owned())))
}

/// What a trial came to.
struct Outcome {
    sentence: String,
    matches: Vec<(Link, String, String)>,
}

#[derive(Template)]
#[template(path = "moderation/rule.html")]
struct One {
    chrome: Chrome,
    heading: String,
    action: String,
    new: bool,
    may: bool,
    problems: Vec<Problem>,
    kind: (Field, Vec<Choice>),
    act: (Field, Vec<Choice>),
    title: Field,
    lines: Field,
    most: Field,
    space: (Field, Vec<Choice>),
    language: (Field, Vec<Choice>),
    active: (Field, bool),
    sample: Field,
    version: String,
    outcome: Option<Outcome>,
}

/// The form for a new rule.
pub(super) async fn blank(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    desk(&visitor)?;
    show(&page(&app, &visitor, None, &Sent::blank(), Problems::default(), None).await?)
}

/// A rule.
pub(super) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<RuleId>,
) -> Result<Response, Refusal> {
    desk(&visitor)?;
    let (rule, may) = watch::rule(&app.db, &visitor.actor, id).await?;
    let slug = slug_of(&app, &visitor, rule.space).await?.map(|(slug, _)| slug);
    let sent = Sent::of(&rule, slug.unwrap_or_default());
    let shown = Some((&rule, may));
    show(&page(&app, &visitor, shown, &sent, Problems::default(), None).await?)
}

/// A new rule: kept, or tried first.
pub(super) async fn create(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Sent>,
) -> Result<Response, Refusal> {
    desk(&visitor)?;
    done(&app, &visitor, None, &form.fields).await
}

/// A rule: kept as it is sent, tried, or dropped.
pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<RuleId>,
    form: Form<Sent>,
) -> Result<Response, Refusal> {
    desk(&visitor)?;
    let (rule, may) = watch::rule(&app.db, &visitor.actor, id).await?;
    done(&app, &visitor, Some((&rule, may)), &form.fields).await
}

async fn done(
    app: &App,
    visitor: &Visitor,
    of: Option<(&Rule, bool)>,
    sent: &Sent,
) -> Result<Response, Refusal> {
    let member = visitor.member()?;
    app.limits.count(Rate::Write, &member.to_string(), app.db.clock().now())?;
    let (problems, status) = match carried_out(app, visitor, of.map(|(rule, _)| rule), sent).await {
        Ok(Done::Kept(flash)) => return Ok(go("/moderation/rules", Some(flash))),
        Ok(Done::Tried(outcome)) => {
            let page = page(app, visitor, of, sent, Problems::default(), Some(outcome)).await?;
            return show(&page);
        }
        Err(Fault::Invalid(problems)) => (problems, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Fault::Conflict(key)) => {
            let mut problems = Problems::default();
            problems.add("title", key);
            (problems, StatusCode::CONFLICT)
        }
        Err(other) => return Err(Refusal::from(other).keeping(&sent.lines)),
    };
    show_as(status, &page(app, visitor, of, sent, problems, None).await?)
}

enum Done {
    Kept(&'static str),
    Tried(Outcome),
}

async fn carried_out(
    app: &App,
    visitor: &Visitor,
    of: Option<&Rule>,
    sent: &Sent,
) -> Result<Done, Fault> {
    let actor = &visitor.actor;
    if let ("drop", Some(rule)) = (sent.what.as_str(), of) {
        let drop = async |tx: &mut Tx| watch::drop(tx, actor, rule.id).await;
        return app.db.write(drop).await.map(|()| Done::Kept("flash-rule-dropped"));
    }
    let (_, space) = spaces(app, visitor, &sent.space).await?;
    let new = sent.rule(space)?;
    match sent.what.as_str() {
        "try" | "test" => tried(app, visitor, &new, sent).await.map(Done::Tried),
        _ => {
            let version = sent.version.parse().unwrap_or(0);
            let keep = async |tx: &mut Tx| match of {
                Some(rule) => watch::change(tx, actor, rule.id, version, &new).await,
                None => watch::add(tx, actor, &new).await,
            };
            app.db.write(keep).await.map(|_| Done::Kept("flash-saved"))
        }
    }
}

async fn tried(app: &App, visitor: &Visitor, new: &NewRule, sent: &Sent) -> Result<Outcome, Fault> {
    let id = RuleId::from_uuid(app.db.entropy().id(app.db.now()));
    let rule = watch::draft(&visitor.actor, id, app.db.now(), new)?;
    let w = visitor.words();
    if sent.what == "test" {
        let trial = rules::tested(app, &visitor.actor, &rule, &sent.sample)?;
        return Ok(Outcome { sentence: said(w, &trial), matches: Vec::new() });
    }
    let trial = rules::tried(app, &visitor.actor, &rule).await?;
    let ids: Vec<_> = trial.matches.iter().map(|one| one.post).collect();
    let texts = stoa_threads::views::posts_by_ids(&app.db, &visitor.actor, &ids).await?;
    let shown = |one: &watch::Match| {
        let card = texts.iter().find(|card| card.post.id == one.post)?;
        let link = Link::new(format!("/p/{}", one.post), title(w, card));
        let words = prose::excerpt(&prose::own_words(&card.post.html), 200);
        Some((link, one.found.clone(), words))
    };
    let counted = [("met", trial.met.into()), ("looked", trial.looked.into())];
    Ok(Outcome {
        sentence: w.with("moderation-rule-tried", &counted),
        matches: trial.matches.iter().rev().filter_map(shown).collect(),
    })
}

fn said(w: Words, trial: &Trial) -> String {
    match trial.matches.first() {
        Some(one) => w.a("moderation-rule-tested-found", "found", one.found.clone()),
        None => w.say("moderation-rule-tested-nothing"),
    }
}

fn title(w: Words, card: &PostCard) -> String {
    card.title.clone().unwrap_or_else(|| w.say("moderation-case-gone"))
}

async fn page(
    app: &App,
    visitor: &Visitor,
    of: Option<(&Rule, bool)>,
    sent: &Sent,
    problems: Problems,
    outcome: Option<Outcome>,
) -> Result<One, Refusal> {
    let w = visitor.words();
    let (places, _) = spaces(app, visitor, &sent.space).await.unwrap_or_default();
    let told = problems
        .0
        .iter()
        .map(|one| Problem { field: one.field.to_owned(), text: w.with(one.key, &arguments(one)) });
    let field = |name, label: &str| typed(w, sent, &problems, name, w.say(label));
    let hint = |field: Field, key: &str| field.hint(w.say(key)).optional();
    Ok(One {
        heading: of.map_or_else(|| w.say("moderation-rule-new"), |(rule, _)| rule.title.clone()),
        action: match of {
            Some((rule, _)) => format!("/moderation/rules/{}", rule.id),
            None => "/moderation/rules".to_owned(),
        },
        new: of.is_none(),
        may: of.is_none_or(|(_, may)| may),
        problems: told.collect(),
        kind: (field("kind", "moderation-rule-kind"), kinds(w, &sent.kind)),
        act: (field("act", "moderation-rule-act"), acts(w, &sent.act)),
        title: field("title", "moderation-rule-name").most(100),
        lines: hint(field("lines", "moderation-rule-lines"), "moderation-rule-lines-hint"),
        most: hint(field("most", "moderation-rule-count"), "moderation-rule-count-hint"),
        space: (field("space", "moderation-queue-space").optional(), own_spaces(visitor, places)),
        language: (
            field("language", "moderation-queue-language").optional(),
            super::queue::languages(app, visitor, &sent.language),
        ),
        active: (field("active", "moderation-rule-active"), !sent.active.is_empty()),
        sample: hint(field("sample", "moderation-rule-sample"), "moderation-rule-sample-hint"),
        version: sent.version.clone(),
        outcome,
        chrome: Chrome::of(app, visitor).await?,
    })
}

/// A field with what was typed and what is wrong with it.
fn typed(w: Words, sent: &Sent, problems: &Problems, name: &'static str, label: String) -> Field {
    let wrong = problems.0.iter().find(|one| one.field == name);
    let value = match name {
        "title" => sent.title.as_str(),
        "lines" => &sent.lines,
        "most" => &sent.most,
        "sample" => &sent.sample,
        _ => "",
    };
    Field::text(name, label).value(value).error(wrong.map(|one| w.with(one.key, &arguments(one))))
}

/// Who moderates some spaces keeps rules of those alone.
fn own_spaces(visitor: &Visitor, mut places: Vec<Choice>) -> Vec<Choice> {
    if visitor.actor.may(Action::SeeCase).is_err() {
        places.retain(|place| !place.value.is_empty());
    }
    places
}

fn kinds(w: Words, chosen: &str) -> Vec<Choice> {
    let choice = |kind: &RuleKind| {
        let key = format!("moderation-rule-kind-{}", kind.name().replace('_', "-"));
        let hint = w.say(&format!("{key}-hint"));
        Choice { hint, ..Choice::new(kind.name(), w.say(&key), chosen) }
    };
    RuleKind::ALL.iter().map(choice).collect()
}

fn acts(w: Words, chosen: &str) -> Vec<Choice> {
    let choice = |act: &RuleAct| {
        let key = format!("moderation-rule-act-{}", act.name());
        let hint = w.say(&format!("{key}-hint"));
        Choice { hint, ..Choice::new(act.name(), w.say(&key), chosen) }
    };
    RuleAct::ALL.iter().map(choice).collect()
}
