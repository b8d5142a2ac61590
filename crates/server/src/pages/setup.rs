//! The first ten minutes: `/setup/{token}` makes the first administrator,
//! `/admin/setup` leads through what a site needs before people come, and
//! `/admin/site` says what it is called.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use serde::Deserialize;
use stoa_accounts::admin::Addition;
use stoa_accounts::{Password, first, members, sessions, views};
use stoa_kernel::policy::Action;
use stoa_kernel::site::{self, SitePage};
use stoa_kernel::{Fault, Identity, Problems, Reads, RoleKind, Tx, identity, instance};
use stoa_render::{Words, locale};

use super::accounts::choices::{languages, locales};
use super::accounts::{Said, doors, said};
use super::chrome::Chrome;
use super::parts::{Choice, Field, Problem};
use super::site::title;
use super::{go, show, show_as};
use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::{Form, Refusal, Visitor};
use crate::letters;
use crate::mail::Undelivered;

/// When a letter to oneself was sent last.
const TESTED: &str = "test-letter";

/// The pages' routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/setup/{token}", get(open).post(take))
        .route("/admin/setup", get(list))
        .route("/admin/setup/moderator", post(invite))
        .route("/admin/setup/letter", post(letter))
        .route("/admin/site", get(called).post(call))
}

/// Who the first administrator is and what the site is called, as typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct First {
    person: String,
    email: String,
    password: String,
    name: String,
    language: String,
    languages: Vec<String>,
}

#[derive(Template)]
#[template(path = "setup/first.html")]
struct FirstPage {
    chrome: Chrome,
    problems: Vec<Problem>,
    action: String,
    person: Field,
    email: Field,
    password: Field,
    site: Called,
}

/// The fields of name and languages.
struct Called {
    name: Field,
    language: Field,
    locales: Vec<Choice>,
    languages: Field,
    tongues: Vec<Choice>,
}

impl Called {
    fn of(app: &App, w: Words, identity: &Identity, said: &Said) -> Self {
        Self {
            name: Field::text("name", w.say("setup-name"))
                .hint(w.say("setup-name-hint"))
                .most(60)
                .value(identity.name.as_str())
                .error(said.field("name")),
            language: Field::text("language", w.say("setup-language"))
                .hint(w.say("setup-language-hint"))
                .error(said.field("language")),
            locales: locales(&identity.language),
            languages: Field::text("languages", w.say("setup-languages"))
                .hint(w.say("setup-languages-hint"))
                .error(said.field("languages")),
            tongues: languages(app, &identity.languages),
        }
    }
}

async fn working(app: &App, visitor: &Visitor, token: &str) -> Result<(), Refusal> {
    doors::count(app, Rate::SignIn, &format!("from:{}", visitor.address))?;
    match first::works(&app.db, &app.instance.secret, token).await? {
        true => Ok(()),
        false => Err(Refusal::not_found()),
    }
}

async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    working(&app, &visitor, &token).await?;
    let site = app.site();
    let typed = First {
        name: site.name.clone(),
        language: visitor.locale.code().to_owned(),
        languages: site.languages.clone(),
        ..First::default()
    };
    show(&first_page(&app, &visitor, &token, &typed, Said::default()).await?)
}

async fn first_page(
    app: &App,
    visitor: &Visitor,
    token: &str,
    typed: &First,
    said: Said,
) -> Result<FirstPage, Fault> {
    let w = visitor.words();
    Ok(FirstPage {
        chrome: Chrome::of(app, visitor).await?,
        action: format!("/setup/{token}"),
        person: Field::text("person", w.say("setup-person"))
            .autocomplete("name")
            .value(typed.person.as_str())
            .error(said.field("person")),
        email: Field::email("email", w.say("accounts-email"))
            .value(typed.email.as_str())
            .error(said.field("email")),
        password: Field::password("password", w.say("accounts-password"), "new-password")
            .hint(w.say("accounts-password-hint"))
            .error(said.field("password")),
        site: Called::of(app, w, &typed.identity(), &said),
        problems: said.into_list(),
    })
}

impl First {
    fn identity(&self) -> Identity {
        Identity {
            name: self.name.clone(),
            language: self.language.clone(),
            languages: self.languages.clone(),
        }
    }
}

async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form<First>,
) -> Result<Response, Refusal> {
    working(&app, &visitor, &token).await?;
    match begun(&app, &visitor, &token, &form.fields).await {
        Ok(Some(entered)) => Ok(doors::enter(&app, &entered, None, "/admin/setup", "flash-begun")),
        Ok(None) => Err(Refusal::not_found()),
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            show_as(status, &first_page(&app, &visitor, &token, &form.fields, said).await?)
        }
    }
}

/// The first administrator, the site's name and a session, all in one transaction.
async fn begun(
    app: &App,
    visitor: &Visitor,
    token: &str,
    typed: &First,
) -> Result<Option<doors::Entered>, Fault> {
    let site = spoken(typed.identity())?;
    let password = Password::parse(&typed.password, &typed.email, &typed.person)?;
    let hash = app.hasher.hash(&password).await?;
    let new = Addition::parse(&typed.email, &typed.person, &site.language, Some(hash))
        .map_err(|fault| renamed(fault, "person"))?;
    let (agent, prefix) = doors::device(visitor);
    let secret = &app.instance.secret;
    let done = app.db.write(async |tx: &mut Tx| {
        let Some(member) = first::take(tx, secret, token, &new.0).await? else {
            return Ok(None);
        };
        let actor = views::actor(tx, member).await?.ok_or(Fault::NotFound)?;
        let said = identity::say(tx, &actor, &site).await?;
        pages_changed(tx).await?;
        let (_, token) = sessions::open(tx, member, &agent, &prefix).await?;
        Ok(Some((said, doors::Entered { member, token })))
    });
    let Some((said, entered)) = done.await? else { return Ok(None) };
    app.is_called(said);
    Ok(Some(entered))
}

/// The language of last resort is one that pages speak.
fn spoken(identity: Identity) -> Result<Identity, Fault> {
    match locale(&identity.language) {
        Some(_) => Ok(identity),
        None => Err(Fault::invalid("language", "accounts-locale-bad")),
    }
}

/// The form has a name of the site, and another of the person.
fn renamed(fault: Fault, field: &'static str) -> Fault {
    let Fault::Invalid(mut problems) = fault else { return fault };
    problems.0.iter_mut().filter(|one| one.field == "name").for_each(|one| one.field = field);
    Fault::Invalid(problems)
}

/// Name and languages stand on every page that is kept.
async fn pages_changed(tx: &mut Tx) -> Result<(), Fault> {
    stoa_threads::spaces::pages_changed(tx).await
}

/// A step of the way.
struct Step {
    title: String,
    text: String,
    done: bool,
    href: &'static str,
    way: String,
}

#[derive(Template)]
#[template(path = "setup/list.html")]
struct List {
    chrome: Chrome,
    problems: Vec<Problem>,
    steps: Vec<Step>,
    missing: Vec<String>,
    moderated: bool,
    person: Field,
    email: Field,
    tested: Option<stoa_render::SafeHtml>,
    files: bool,
    address: String,
    bare: bool,
    copied: Option<stoa_render::SafeHtml>,
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.actor.may(Action::Administer)?;
    show(&whole(&app, &visitor, &Invited::default(), Said::default()).await?)
}

async fn whole(app: &App, visitor: &Visitor, typed: &Invited, said: Said) -> Result<List, Fault> {
    let w = visitor.words();
    let missing = missing(app, w).await?;
    let named = identity::said(&app.db).await?.is_some();
    let spaces = stoa_threads::views::spaces(&app.db, &visitor.actor).await?.len();
    let address = app.config.server.public_url.clone();
    Ok(List {
        chrome: Chrome::of(app, visitor).await?,
        steps: steps(app, w, named, &missing, spaces),
        missing,
        moderated: views::any_with(&app.db, RoleKind::Moderator).await?,
        person: Field::text("person", w.say("setup-moderator-name"))
            .value(typed.person.as_str())
            .error(said.field("person")),
        email: Field::email("email", w.say("accounts-email"))
            .autocomplete("off")
            .value(typed.email.as_str())
            .error(said.field("email")),
        tested: when(app, w, TESTED).await?,
        files: app.config.mail.keeps_files(),
        bare: !address.starts_with("https://"),
        address,
        copied: when(app, w, crate::copies::MADE).await?,
        problems: said.into_list(),
    })
}

async fn when(app: &App, w: Words, key: &str) -> Result<Option<stoa_render::SafeHtml>, Fault> {
    let kept = instance::value(&app.db, key).await?;
    let at = kept.and_then(|text| text.parse::<jiff::Timestamp>().ok());
    Ok(at.map(|at| w.time_tag(at)))
}

/// Pages that the law asks for and nobody has written in the site's language.
async fn missing(app: &App, w: Words) -> Result<Vec<String>, Fault> {
    let mut missing = Vec::new();
    for page in [SitePage::Terms, SitePage::Privacy, SitePage::Contact] {
        let written = site::written(&app.db, page).await?;
        if written.iter().all(|text| text.locale != app.site().language) {
            missing.push(title(w, page));
        }
    }
    Ok(missing)
}

fn steps(app: &App, w: Words, named: bool, missing: &[String], spaces: usize) -> Vec<Step> {
    let step = |key: &str, done, text, href| Step {
        title: w.say(&format!("setup-step-{key}")),
        way: w.say(&format!("setup-step-{key}-way")),
        text,
        done,
        href,
    };
    let count = i64::try_from(spaces).unwrap_or(i64::MAX);
    vec![
        step(
            "name",
            named,
            w.a("setup-step-name-text", "site", app.site().name.clone()),
            "/admin/site",
        ),
        step("pages", missing.is_empty(), w.say("setup-step-pages-text"), "/admin/pages"),
        step("spaces", spaces > 0, w.n("setup-step-spaces-text", count), "/admin/spaces"),
    ]
}

/// The first moderator, as typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Invited {
    person: String,
    email: String,
}

async fn invite(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Invited>,
) -> Result<Response, Refusal> {
    visitor.actor.may(Action::Administer)?;
    match invited(&app, &visitor, &form.fields).await {
        Ok(()) => Ok(go("/admin/setup", Some("flash-invited"))),
        Err(Fault::Conflict("accounts-email-taken")) => {
            let mut problems = Problems::default();
            problems.add("email", "accounts-email-taken");
            refused(&app, &visitor, &form.fields, Fault::Invalid(problems)).await
        }
        Err(fault) => refused(&app, &visitor, &form.fields, fault).await,
    }
}

async fn refused(
    app: &App,
    visitor: &Visitor,
    typed: &Invited,
    fault: Fault,
) -> Result<Response, Refusal> {
    let (status, said) = said(visitor, fault)?;
    show_as(status, &whole(app, visitor, typed, said).await?)
}

async fn invited(app: &App, visitor: &Visitor, typed: &Invited) -> Result<(), Fault> {
    let new = Addition::parse(&typed.email, &typed.person, &app.site().language, None)
        .map_err(|fault| renamed(fault, "person"))?;
    let actor = &visitor.actor;
    app.db
        .write(async |tx: &mut Tx| members::invite_moderator(tx, actor, &new.0).await.map(|_| ()))
        .await
}

/// Sends a letter to oneself now, and says what became of it in the mail server's own words.
async fn letter(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.actor.may(Action::Administer)?;
    let me = visitor.member()?;
    doors::count(&app, Rate::Link, &format!("test:{me}"))?;
    let contact = views::contact(&app.db, me).await?.ok_or(Fault::NotFound)?;
    let written = letters::test(&app, me, &contact).await?;
    match app.postman.send(&written).await {
        Ok(()) => {
            let now = app.db.now().timestamp().to_string();
            app.db.write(async |tx: &mut Tx| instance::keep(tx, TESTED, &now).await).await?;
            Ok(go("/admin/setup#letter", Some("flash-tested")))
        }
        Err(Undelivered::Later(why) | Undelivered::Never(why)) => {
            let text = visitor.words().a("setup-letter-failed", "why", why);
            let page = whole(&app, &visitor, &Invited::default(), Said::whole(text)).await?;
            show_as(StatusCode::BAD_GATEWAY, &page)
        }
    }
}

/// Name and languages, as typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Named {
    name: String,
    language: String,
    languages: Vec<String>,
}

#[derive(Template)]
#[template(path = "setup/site.html")]
struct SiteForm {
    chrome: Chrome,
    problems: Vec<Problem>,
    site: Called,
}

async fn called(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.actor.may(Action::Administer)?;
    show(&site_form(&app, &visitor, &app.site(), Said::default()).await?)
}

async fn site_form(
    app: &App,
    visitor: &Visitor,
    identity: &Identity,
    said: Said,
) -> Result<SiteForm, Fault> {
    Ok(SiteForm {
        chrome: Chrome::of(app, visitor).await?,
        site: Called::of(app, visitor.words(), identity, &said),
        problems: said.into_list(),
    })
}

async fn call(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Named>,
) -> Result<Response, Refusal> {
    let Named { name, language, languages } = form.fields;
    let typed = Identity { name, language, languages };
    match says(&app, &visitor, &typed).await {
        Ok(said) => {
            app.is_called(said);
            Ok(go("/admin/setup", Some("flash-saved")))
        }
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            show_as(status, &site_form(&app, &visitor, &typed, said).await?)
        }
    }
}

async fn says(app: &App, visitor: &Visitor, typed: &Identity) -> Result<Identity, Fault> {
    let (actor, typed) = (&visitor.actor, spoken(typed.clone())?);
    app.db
        .write(async |tx: &mut Tx| {
            let said = identity::say(tx, actor, &typed).await?;
            pages_changed(tx).await?;
            Ok(said)
        })
        .await
}
