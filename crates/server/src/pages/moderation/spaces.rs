//! `/admin/spaces`: who enters, who posts, what is held, in which order; a new space.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::policy::{Action, Holding, Posting, Visibility};
use stoa_kernel::{Fault, Problems, Reads, Tx};
use stoa_render::{LOCALES, Words};
use stoa_threads::spaces::{self, Changed, Settings};
use stoa_threads::views::SpaceView;
use stoa_threads::{
    Texts, holding, holding_name, posting, posting_name, visibility, visibility_name,
};

use crate::app::App;
use crate::http::frame::Path;
use crate::http::refusal::arguments;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field, PersonView, Problem};
use crate::pages::threads::words::{Reader, looked_at};
use crate::pages::{go, show, show_as};

/// A settings form as it was sent: names and summaries in the order of the locales.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    slug: String,
    name: Vec<String>,
    summary: Vec<String>,
    languages: String,
    visibility: String,
    posting: String,
    holding: String,
    place: String,
    public_history: String,
    neutral_subject: String,
    translated: String,
    version: String,
}

impl Sent {
    fn of(settings: &Settings, version: i32) -> Self {
        let said = |texts: &Texts| {
            let text = |code: &str| texts.0.get(code).cloned().unwrap_or_default();
            LOCALES.iter().map(|locale| text(locale.code())).collect()
        };
        let flag = |on: bool| if on { "true".to_owned() } else { String::new() };
        Self {
            slug: String::new(),
            name: said(&settings.names),
            summary: said(&settings.summaries),
            languages: settings.languages.join(", "),
            visibility: visibility_name(settings.visibility).to_owned(),
            posting: posting_name(settings.posting).to_owned(),
            holding: holding_name(settings.holding).to_owned(),
            place: settings.place.to_string(),
            public_history: flag(settings.public_history),
            neutral_subject: flag(settings.neutral_subject),
            translated: flag(settings.translated),
            version: version.to_string(),
        }
    }

    /// A space that is about to be added: as those of a new instance are.
    fn blank(place: i32) -> Self {
        Self {
            visibility: visibility_name(Visibility::Public).to_owned(),
            posting: posting_name(Posting::Members).to_owned(),
            holding: holding_name(Holding::Newcomers).to_owned(),
            place: place.to_string(),
            public_history: "true".to_owned(),
            translated: "true".to_owned(),
            ..Self::default()
        }
    }

    /// The space becomes private: its texts are given to no translator before somebody says so
    /// afterwards.
    fn closes(&self, were: Option<&Settings>) -> bool {
        let private = self.visibility == visibility_name(Visibility::Private);
        private && were.is_none_or(|were| were.visibility != Visibility::Private)
    }

    /// What was sent as settings; words in languages the pages do not speak stay as they `were`.
    fn settings(&self, were: Option<&Settings>) -> Result<Settings, Fault> {
        let texts = |sent: &[String], kept: Option<&Texts>| {
            let mut texts: BTreeMap<String, String> =
                kept.map(|texts| texts.0.clone()).unwrap_or_default();
            for (locale, text) in LOCALES.iter().zip(sent) {
                texts.insert(locale.code().to_owned(), stoa_kernel::text::line(text));
            }
            texts.retain(|_, text| !text.is_empty());
            Texts(texts)
        };
        let unknown = |field| Fault::invalid(field, "moderation-filter-unknown");
        Ok(Settings {
            names: texts(&self.name, were.map(|were| &were.names)),
            summaries: texts(&self.summary, were.map(|were| &were.summaries)),
            languages: tags(&self.languages)?,
            visibility: visibility(&self.visibility).ok_or(unknown("visibility"))?,
            posting: posting(&self.posting).ok_or(unknown("posting"))?,
            holding: holding(&self.holding).ok_or(unknown("holding"))?,
            public_history: !self.public_history.is_empty(),
            neutral_subject: !self.neutral_subject.is_empty(),
            translated: !self.translated.is_empty() && !self.closes(were),
            place: self.place.trim().parse().map_err(|_| unknown("place"))?,
        })
    }
}

/// `en, es` as a list of tags.
fn tags(typed: &str) -> Result<Vec<String>, Fault> {
    let words = typed.split([',', ' ', ';']).filter(|word| !word.is_empty());
    let known = |word: &str| {
        let plain =
            word.len() <= 35 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        plain
            .then(|| word.to_owned())
            .ok_or(Fault::invalid("languages", "moderation-filter-unknown"))
    };
    words.map(known).collect()
}

struct FormView {
    action: String,
    new: bool,
    problems: Vec<Problem>,
    slug: Field,
    names: Vec<(String, String, Field, Field)>,
    languages: Field,
    place: Field,
    visibility: (Field, Vec<Choice>),
    posting: (Field, Vec<Choice>),
    holding: (Field, Vec<Choice>),
    history: (Field, bool),
    neutral: (Field, bool),
    translated: (Field, bool),
    version: String,
}

struct Row {
    href: String,
    name: String,
    summary: String,
    visibility: String,
    posting: String,
    holding: String,
}

#[derive(Template)]
#[template(path = "moderation/spaces.html")]
struct List {
    chrome: Chrome,
    rows: Vec<Row>,
    form: FormView,
}

#[derive(Template)]
#[template(path = "moderation/space.html")]
struct One {
    chrome: Chrome,
    name: String,
    href: String,
    cohort: String,
    changed: bool,
    people: Vec<(PersonView, String)>,
    presence: String,
    form: FormView,
}

/// Every space, and the form for a new one.
pub(super) async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let all = all(&app, &visitor).await?;
    let place = all.iter().map(|space| space.place).max().unwrap_or(0).saturating_add(1);
    show(&list_page(&app, &visitor, &all, &Sent::blank(place), Problems::default()).await?)
}

async fn all(app: &App, visitor: &Visitor) -> Result<Vec<SpaceView>, Refusal> {
    visitor.actor.may(Action::ManageSpace)?;
    Ok(stoa_threads::views::spaces(&app.db, &visitor.actor).await?)
}

async fn list_page(
    app: &App,
    visitor: &Visitor,
    all: &[SpaceView],
    sent: &Sent,
    problems: Problems,
) -> Result<List, Refusal> {
    let w = visitor.words();
    Ok(List {
        rows: all.iter().map(|space| row(w, space)).collect(),
        form: form(w, "/admin/spaces".to_owned(), true, sent, &problems),
        chrome: Chrome::of(app, visitor).await?,
    })
}

fn row(w: Words, space: &SpaceView) -> Row {
    let locale = w.locale();
    let say = |group: &str, name: &str| w.say(&key(group, name));
    Row {
        href: format!("/admin/spaces/{}", space.slug),
        name: space.names.say(locale.code()).to_owned(),
        summary: space.summaries.say(locale.code()).to_owned(),
        visibility: say("visibility", visibility_name(space.facts.visibility)),
        posting: say("posting", posting_name(space.facts.posting)),
        holding: say("holding", holding_name(space.facts.holding)),
    }
}

fn key(group: &str, name: &str) -> String {
    format!("moderation-spaces-{group}-{}", name.replace('_', "-"))
}

/// Adds a space.
pub(super) async fn create(
    State(app): State<App>,
    visitor: Visitor,
    sent: Form<Sent>,
) -> Result<Response, Refusal> {
    let all = all(&app, &visitor).await?;
    let sent = sent.fields;
    let made = match sent.settings(None) {
        Ok(settings) => {
            let (actor, slug) = (&visitor.actor, sent.slug.trim());
            let create = async |tx: &mut Tx| spaces::create(tx, actor, slug, &settings).await;
            app.db.write(create).await
        }
        Err(fault) => Err(fault),
    };
    let problems = match made {
        Ok(_) => return Ok(go("/admin/spaces", Some("flash-saved"))),
        Err(fault) => problems(fault)?,
    };
    let page = list_page(&app, &visitor, &all, &sent, problems).await?;
    show_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// What is wrong with the form; a slug that is taken is told beside its field.
fn problems(fault: Fault) -> Result<Problems, Refusal> {
    match fault {
        Fault::Invalid(problems) => Ok(problems),
        Fault::Conflict(key) => {
            let mut problems = Problems::default();
            problems.add("slug", key);
            Ok(problems)
        }
        other => Err(other.into()),
    }
}

/// The settings of a space.
pub(super) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<Response, Refusal> {
    let space = found(&app, &visitor, &slug).await?;
    let (settings, version) = spaces::settings(&app.db, &visitor.actor, space.id).await?;
    let sent = Sent::of(&settings, version);
    show(&page(&app, &visitor, &space, &sent, Problems::default(), false).await?)
}

async fn found(app: &App, visitor: &Visitor, slug: &str) -> Result<SpaceView, Refusal> {
    visitor.actor.may(Action::ManageSpace)?;
    Ok(stoa_threads::views::space(&app.db, &visitor.actor, slug).await?)
}

async fn page(
    app: &App,
    visitor: &Visitor,
    space: &SpaceView,
    sent: &Sent,
    problems: Problems,
    changed: bool,
) -> Result<One, Refusal> {
    let reader = Reader::of(visitor);
    let w = reader.w;
    let people = stoa_accounts::views::moderators_of(&app.db, space.id).await?;
    let mut named = Named::default();
    people.iter().for_each(|id| named.person(*id));
    let cast = Cast::of(&app.db, &visitor.actor, w, named, true).await?;
    let person = |id| (cast.person_at_home(id), format!("/admin/members/{id}"));
    let language = visitor.locale.code();
    let presence = stoa_moderation::waiting::next(&app.db, space.id, language).await?;
    Ok(One {
        name: space.names.say(language).to_owned(),
        href: format!("/s/{}", space.slug),
        cohort: format!("/admin/spaces/{}/cohort", space.slug),
        changed,
        people: people.into_iter().map(person).collect(),
        presence: looked_at(&reader, presence, language, app.db.now()),
        form: form(w, format!("/admin/spaces/{}", space.slug), false, sent, &problems),
        chrome: Chrome::of(app, visitor).await?,
    })
}

/// Changes a space's settings.
pub(super) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Path(slug): Path<String>,
    sent: Form<Sent>,
) -> Result<Response, Refusal> {
    let space = found(&app, &visitor, &slug).await?;
    let sent = sent.fields;
    let version = sent.version.parse().unwrap_or(0);
    let (were, _) = spaces::settings(&app.db, &visitor.actor, space.id).await?;
    let done = match sent.settings(Some(&were)) {
        Ok(settings) => {
            let (actor, id) = (&visitor.actor, space.id);
            let change =
                async |tx: &mut Tx| spaces::change(tx, actor, id, version, &settings).await;
            app.db.write(change).await
        }
        Err(fault) => Err(fault),
    };
    match done {
        Ok(Changed::Done { .. }) => Ok(go(&format!("/admin/spaces/{slug}"), Some("flash-saved"))),
        Ok(Changed::Stale { .. }) => stale(&app, &visitor, &space).await,
        Err(fault) => {
            let page = page(&app, &visitor, &space, &sent, problems(fault)?, false).await?;
            show_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// Somebody was first: the settings as they are now.
async fn stale(app: &App, visitor: &Visitor, space: &SpaceView) -> Result<Response, Refusal> {
    let (settings, version) = spaces::settings(&app.db, &visitor.actor, space.id).await?;
    let sent = Sent::of(&settings, version);
    let page = page(app, visitor, space, &sent, Problems::default(), true).await?;
    show_as(StatusCode::CONFLICT, &page)
}

fn form(w: Words, action: String, new: bool, sent: &Sent, problems: &Problems) -> FormView {
    let wrong = |field: &str| {
        let found = problems.0.iter().find(|one| one.field == field);
        found.map(|one| w.with(one.key, &arguments(one)))
    };
    let text = |name: &'static str, value: &str| {
        let label = w.say(&format!("moderation-spaces-{}", label_of(name)));
        Field::text(name, label).value(value).error(wrong(name))
    };
    let hint =
        |field: Field, name: &str| field.hint(w.say(&format!("moderation-spaces-{name}-hint")));
    let group = |name: &'static str, all: Vec<Choice>| {
        let label = w.say(&format!("moderation-spaces-{name}"));
        (Field::text(name, label).error(wrong(name)), all)
    };
    let told = problems.0.iter().map(|one| Problem {
        field: place_of(one.field).to_owned(),
        text: w.with(one.key, &arguments(one)),
    });
    FormView {
        action,
        new,
        problems: told.collect(),
        slug: hint(text("slug", &sent.slug), "slug"),
        names: names(w, sent, wrong("names").as_deref()),
        languages: hint(text("languages", &sent.languages), "languages").optional(),
        place: text("place", &sent.place),
        visibility: group("visibility", visibilities(w, &sent.visibility)),
        posting: group("posting", postings(w, &sent.posting)),
        holding: group("holding", holdings(w, &sent.holding)),
        history: (text("public_history", ""), !sent.public_history.is_empty()),
        neutral: (text("neutral_subject", ""), !sent.neutral_subject.is_empty()),
        translated: (text("translated", ""), !sent.translated.is_empty()),
        version: sent.version.clone(),
    }
}

/// The catalogue's name of a field's label.
fn label_of(field: &str) -> &str {
    match field {
        "place" => "order",
        "public_history" => "history",
        "neutral_subject" => "neutral",
        other => other,
    }
}

/// Where on the page a problem's field is.
fn place_of(field: &str) -> &str {
    match field {
        "names" | "summaries" => "name-en",
        other => other,
    }
}

/// Per locale: its code, its own name, the fields of name and summary.
fn names(w: Words, sent: &Sent, wrong: Option<&str>) -> Vec<(String, String, Field, Field)> {
    let said = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
    let rows = LOCALES.iter().enumerate().map(|(at, locale)| {
        let label = |key: &str| w.a(key, "language", locale.endonym());
        let name = Field::text("name", label("moderation-spaces-name"));
        let summary = Field::text("summary", label("moderation-spaces-summary")).optional();
        (
            locale.code().to_owned(),
            locale.endonym().to_owned(),
            name.value(said(&sent.name, at)).error(wrong.filter(|_| at == 0)).most(80),
            summary.value(said(&sent.summary, at)).most(300),
        )
    });
    rows.collect()
}

fn visibilities(w: Words, chosen: &str) -> Vec<Choice> {
    let all = [Visibility::Public, Visibility::Members, Visibility::Private];
    let choice = |one: Visibility| {
        let key = key("visibility", visibility_name(one));
        let hint = w.say(&format!("{key}-hint"));
        Choice { hint, ..Choice::new(visibility_name(one), w.say(&key), chosen) }
    };
    all.into_iter().map(choice).collect()
}

fn postings(w: Words, chosen: &str) -> Vec<Choice> {
    let all = [Posting::Members, Posting::ModeratorsOpen, Posting::Moderators];
    let choice = |one: Posting| {
        Choice::new(posting_name(one), w.say(&key("posting", posting_name(one))), chosen)
    };
    all.into_iter().map(choice).collect()
}

fn holdings(w: Words, chosen: &str) -> Vec<Choice> {
    let all = [Holding::Newcomers, Holding::Everybody];
    let choice = |one: Holding| {
        Choice::new(holding_name(one), w.say(&key("holding", holding_name(one))), chosen)
    };
    all.into_iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_read_back_as_they_are_shown() {
        let names = [("en", "Soil"), ("es", "Suelo"), ("lv", "Augsne")];
        let names = names.map(|(code, name)| (code.to_owned(), name.to_owned()));
        let settings = Settings {
            names: Texts(names.into()),
            summaries: Texts::default(),
            languages: vec!["en".into(), "pt-BR".into()],
            visibility: Visibility::Private,
            posting: Posting::ModeratorsOpen,
            holding: Holding::Everybody,
            public_history: false,
            neutral_subject: true,
            translated: false,
            place: 3,
        };
        let sent = Sent::of(&settings, 7);
        assert_eq!(sent.settings(Some(&settings)).unwrap(), settings);
        assert_eq!(sent.version, "7");
    }

    #[test]
    fn what_is_not_known_is_told_by_field() {
        let field = |sent: Sent| match sent.settings(None) {
            Err(Fault::Invalid(problems)) => problems.0[0].field,
            other => panic!("{other:?}"),
        };
        assert_eq!(field(Sent { place: "first".into(), ..Sent::blank(1) }), "place");
        assert_eq!(field(Sent { posting: "me".into(), ..Sent::blank(1) }), "posting");
        assert_eq!(field(Sent { languages: "en, <b>".into(), ..Sent::blank(1) }), "languages");
    }
}
