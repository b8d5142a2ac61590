//! Pages of the instance itself: `/terms`, `/privacy`, `/contact`, `/accessibility`, `/help`,
//! and `/admin/pages`, where administrators write them.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::site::{self, SitePage, Written, Wrote};
use stoa_kernel::{Fault, Tx, policy};
use stoa_render::prose::{self, Context, QuoteState};
use stoa_render::{LOCALES, Locale, SafeHtml, Words, endonym};

use super::chrome::Chrome;
use super::parts::{Choice, Link, Tongue};
use super::{go, show, show_as};
use crate::app::App;
use crate::http::forms::Form;
use crate::http::frame::{Path, Query};
use crate::http::{Refusal, Visitor};

/// The pages' routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/terms", get(terms))
        .route("/privacy", get(privacy))
        .route("/contact", get(contact))
        .route("/accessibility", get(accessibility))
        .route("/help", get(help))
        .route("/admin/pages", get(list))
        .route("/admin/pages/{name}", get(edit).post(write))
}

#[derive(Template)]
#[template(path = "site/page.html")]
struct Page {
    chrome: Chrome,
    title: String,
    /// The text; none where the operator has written nothing yet.
    text: Option<SafeHtml>,
    /// The text's language, where it is not the page's.
    tongue: Option<Tongue>,
    since: Option<SafeHtml>,
    edit: Option<String>,
}

async fn terms(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    read(&app, &visitor, SitePage::Terms).await
}

async fn privacy(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    read(&app, &visitor, SitePage::Privacy).await
}

async fn contact(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    read(&app, &visitor, SitePage::Contact).await
}

async fn accessibility(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    read(&app, &visitor, SitePage::Accessibility).await
}

async fn help(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    read(&app, &visitor, SitePage::Help).await
}

/// The name of a page, in words.
pub(crate) fn title(w: Words, page: SitePage) -> String {
    w.say(match page {
        SitePage::Terms => "site-terms",
        SitePage::Privacy => "site-privacy",
        SitePage::Contact => "site-contact",
        SitePage::Accessibility => "site-accessibility",
        SitePage::Help => "site-help",
    })
}

/// The pages as links, for the foot of every page.
#[must_use]
pub fn links(w: &Words) -> Vec<Link> {
    let link = |page: SitePage| Link::new(format!("/{}", page.name()), title(*w, page));
    SitePage::ALL.into_iter().map(link).collect()
}

async fn read(app: &App, visitor: &Visitor, page: SitePage) -> Result<Response, Refusal> {
    let written = site::written(&app.db, page).await?;
    let (w, own) = (visitor.words(), visitor.locale.code());
    let found = site::best(&written, own, &app.site().language);
    let foreign = found.filter(|text| text.locale != own);
    let administers = visitor.actor.may(policy::Action::Administer).is_ok();
    show(&Page {
        title: title(w, page),
        text: found.map(|text| rendered(app, text)),
        tongue: foreign.map(|text| tongue(&text.locale)),
        since: found.map(|text| w.time_tag(text.written_at.timestamp())),
        edit: administers.then(|| format!("/admin/pages/{}?of={own}", page.name())),
        chrome: Chrome::of(app, visitor).await?,
    })
}

fn tongue(code: &str) -> Tongue {
    Tongue { code: code.to_owned(), endonym: endonym(code).to_owned() }
}

fn rendered(app: &App, text: &Written) -> SafeHtml {
    let words = stoa_render::locale(&text.locale).unwrap_or_default().words();
    let context = Context {
        id_prefix: "text-",
        origin: &app.config.server.public_url,
        words,
        names: &|_| None,
        quote: &|_| QuoteState::Gone,
        file: &|_| None,
    };
    prose::render(&text.markdown, &context).html
}

/// A page in the list of all: its name, and each language with whether it is written.
struct Row {
    title: String,
    href: String,
    tongues: Vec<(Link, String, bool)>,
}

#[derive(Template)]
#[template(path = "site/list.html")]
struct List {
    chrome: Chrome,
    rows: Vec<Row>,
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    visitor.actor.may(policy::Action::Administer)?;
    let w = visitor.words();
    let mut rows = Vec::new();
    for page in SitePage::ALL {
        let written = site::written(&app.db, page).await?;
        let tongue = |locale: &Locale| {
            let code = locale.code();
            let href = format!("/admin/pages/{}?of={code}", page.name());
            let there = written.iter().any(|text| text.locale == code);
            (Link::new(href, locale.endonym()), code.to_owned(), there)
        };
        rows.push(Row {
            title: title(w, page),
            href: format!("/{}", page.name()),
            tongues: LOCALES.iter().map(tongue).collect(),
        });
    }
    show(&List { chrome: Chrome::of(&app, &visitor).await?, rows })
}

/// In which language a page is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    of: String,
}

#[derive(Template)]
#[template(path = "site/edit.html")]
struct Edit {
    chrome: Chrome,
    title: String,
    name: &'static str,
    of: String,
    languages: Vec<Choice>,
    version: i32,
    body: String,
    error: String,
    preview: Option<SafeHtml>,
    /// What somebody else wrote meanwhile.
    meanwhile: Option<String>,
}

fn asked_for(name: &str, of: &str) -> Result<(SitePage, Locale), Fault> {
    let page = SitePage::parse(name).ok_or(Fault::NotFound)?;
    Ok((page, stoa_render::locale(of).unwrap_or_default()))
}

async fn edit(
    State(app): State<App>,
    visitor: Visitor,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    visitor.actor.may(policy::Action::Administer)?;
    let (page, locale) = asked_for(&name, &asked.of)?;
    let stands = site::newest(&app.db, page, locale.code()).await?;
    let (version, body) = stands.map(|text| (text.version, text.markdown)).unwrap_or_default();
    show(&form(&app, &visitor, page, locale, version, body).await?)
}

async fn form(
    app: &App,
    visitor: &Visitor,
    page: SitePage,
    locale: Locale,
    version: i32,
    body: String,
) -> Result<Edit, Fault> {
    let choice = |one: &Locale| Choice::new(one.code(), one.endonym(), locale.code());
    Ok(Edit {
        title: title(visitor.words(), page),
        name: page.name(),
        of: locale.code().to_owned(),
        languages: LOCALES.iter().map(choice).collect(),
        version,
        body,
        error: String::new(),
        preview: None,
        meanwhile: None,
        chrome: Chrome::of(app, visitor).await?,
    })
}

/// What the form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Sent {
    of: String,
    version: i32,
    body: String,
    act: String,
}

async fn write(
    State(app): State<App>,
    visitor: Visitor,
    Path(name): Path<String>,
    sent: Form<Sent>,
) -> Result<Response, Refusal> {
    visitor.actor.may(policy::Action::Administer)?;
    let sent = sent.fields;
    let (page, locale) = asked_for(&name, &sent.of)?;
    let mut again = form(&app, &visitor, page, locale, sent.version, sent.body.clone()).await?;
    if sent.act == "preview" {
        again.preview = Some(looked_at(&app, &visitor, locale, &sent.body)?);
        return show(&again);
    }
    let (actor, code) = (&visitor.actor, locale.code());
    let write =
        async |tx: &mut Tx| site::write(tx, actor, page, code, sent.version, &sent.body).await;
    match app.db.write(write).await {
        Ok(Wrote::Done) => Ok(go(&format!("/{}", page.name()), Some("flash-page-written"))),
        Ok(Wrote::Stale(there)) => {
            (again.version, again.meanwhile) = (there.version, Some(there.markdown));
            show_as(StatusCode::CONFLICT, &again)
        }
        Err(Fault::Invalid(problems)) => {
            let said = problems.0.iter().map(|problem| visitor.words().say(problem.key));
            again.error = said.collect::<Vec<_>>().join(" ");
            show_as(StatusCode::UNPROCESSABLE_ENTITY, &again)
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The text as it would stand there.
fn looked_at(
    app: &App,
    visitor: &Visitor,
    locale: Locale,
    typed: &str,
) -> Result<SafeHtml, Refusal> {
    let written = Written {
        locale: locale.code().to_owned(),
        version: 0,
        markdown: stoa_kernel::text::body(typed),
        written_by: visitor.member()?,
        written_at: app.db.clock().now(),
    };
    Ok(rendered(app, &written))
}
