//! `/join`, and the page that sends people to their mail.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use stoa_accounts::{Tie, joining};
use stoa_kernel::{Fault, Problems};

use super::{Said, choices, city, doors, said};
use crate::app::App;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field};
use crate::pages::{go, show, show_as};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/join", get(open).post(send)).route("/join/sent", get(sent))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    act: String,
    email: String,
    password: String,
    display_name: String,
    languages: Vec<String>,
    time_zone: String,
    audience: String,
    tie: String,
    city: String,
    looked_for: String,
    city_choice: String,
    country: String,
    note: String,
}

#[derive(Template)]
#[template(path = "accounts/join.html")]
struct Page {
    chrome: Chrome,
    problems: Vec<crate::pages::parts::Problem>,
    name: Field,
    email: Field,
    tie: Field,
    ties: Vec<Choice>,
    city: city::View,
    audience: Field,
    audiences: Vec<Choice>,
    languages: Field,
    tongues: Vec<Choice>,
    zone: Field,
    zones: Vec<Choice>,
    note: Field,
    password: Field,
}

#[derive(Template)]
#[template(path = "accounts/sent.html")]
struct Sent {
    chrome: Chrome,
    title: String,
    lede: String,
    again: String,
}

async fn open(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    if visitor.me.is_some() {
        return Ok(go("/", None));
    }
    let typed = Typed { languages: vec![visitor.locale.code().to_owned()], ..Typed::default() };
    show(&page(&app, &visitor, &typed, &city::Found::default(), Said::default()).await?)
}

async fn send(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    let typed = form.fields;
    let mut problems = Problems::default();
    let looking = typed.act == "find";
    let place = typed.place();
    let tie = Tie::parse(&typed.tie);
    let found = city::find(&app, &visitor.actor, tie, &place, looking, &mut problems).await?;
    if looking {
        return show(&page(&app, &visitor, &typed, &found, Said::default()).await?);
    }
    let applicant = typed.read(visitor.locale.code()).check(&mut problems);
    let done = match (applicant, problems.into_result()) {
        (Some(applicant), Ok(())) => {
            doors::join(&app, &visitor, applicant, found.city, found.wish.clone()).await
        }
        (_, Err(wrong)) => Err(wrong),
        (None, Ok(())) => Err(Fault::broken("an applicant is refused without a reason")),
    };
    match done {
        Ok(()) => Ok(go("/join/sent", None)),
        Err(fault) => again(&app, &visitor, &typed, &found, fault).await,
    }
}

impl Typed {
    fn place(&self) -> city::Typed {
        city::Typed {
            city: self.city.clone(),
            looked_for: self.looked_for.clone(),
            choice: self.city_choice.clone(),
            country: self.country.clone(),
        }
    }

    fn read<'a>(&'a self, locale: &'a str) -> joining::Typed<'a> {
        joining::Typed {
            email: &self.email,
            password: &self.password,
            display_name: &self.display_name,
            locale,
            languages: &self.languages,
            time_zone: &self.time_zone,
            audience: &self.audience,
            tie: &self.tie,
            note: &self.note,
        }
    }
}

async fn again(
    app: &App,
    visitor: &Visitor,
    typed: &Typed,
    found: &city::Found,
    fault: Fault,
) -> Result<Response, Refusal> {
    let (status, said) = said(visitor, fault)?;
    show_as(status, &page(app, visitor, typed, found, said).await?)
}

async fn page(
    app: &App,
    visitor: &Visitor,
    typed: &Typed,
    found: &city::Found,
    said: Said,
) -> Result<Page, Fault> {
    let w = visitor.words();
    let field = |field: Field| {
        let error = said.field(field.name);
        field.error(error)
    };
    Ok(Page {
        name: field(
            Field::text("display_name", w.say("accounts-name"))
                .hint(w.say("accounts-name-hint"))
                .autocomplete("name")
                .value(typed.display_name.as_str()),
        ),
        email: field(
            Field::email("email", w.say("accounts-email"))
                .hint(w.say("accounts-email-hint"))
                .value(typed.email.as_str()),
        ),
        tie: field(Field::text("tie", w.say("accounts-tie"))),
        ties: choices::ties(w, &typed.tie),
        city: city::View::of(w, typed.place(), found, &said),
        audience: field(
            Field::text("audience", w.say("accounts-audience"))
                .hint(w.say("accounts-audience-hint")),
        ),
        audiences: choices::audiences(w, &typed.audience, true),
        languages: field(Field::text("languages", w.say("accounts-languages"))),
        tongues: choices::languages(app, &typed.languages),
        zone: field(
            Field::text("time_zone", w.say("accounts-zone"))
                .hint(w.say("accounts-zone-hint"))
                .optional(),
        ),
        zones: choices::zones(w, &typed.time_zone, true),
        note: field(note(visitor, typed)),
        password: field(
            Field::password("password", w.say("accounts-password"), "new-password")
                .hint(w.say("accounts-password-hint")),
        ),
        chrome: Chrome::of(app, visitor).await?,
        problems: said.0,
    })
}

fn note(visitor: &Visitor, typed: &Typed) -> Field {
    let w = visitor.words();
    Field::text("note", w.say("accounts-note"))
        .hint(w.say("accounts-note-hint"))
        .value(typed.note.as_str())
        .most(1000)
        .rows(3)
        .optional()
}

/// The same page whether or not the address was known.
async fn sent(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    look_into_your_mail(&app, &visitor, "accounts-sent-join", "/confirm").await
}

/// The page after a wish for a letter; `again` is where one asks once more.
pub(super) async fn look_into_your_mail(
    app: &App,
    visitor: &Visitor,
    lede: &'static str,
    again: &str,
) -> Result<Response, Refusal> {
    let w = visitor.words();
    show(&Sent {
        chrome: Chrome::of(app, visitor).await?,
        title: w.say("accounts-sent-title"),
        lede: w.say(lede),
        again: again.to_owned(),
    })
}
