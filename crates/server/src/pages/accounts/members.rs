//! `/admin/members`: who is here, roles, silence.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use serde::Deserialize;
use stoa_accounts::{Audience, By, MemberLine, Shown, members, roles, settings, views};
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::policy::Action;
use stoa_kernel::{Fault, Limit, Role, RoleKind, Time, Tx};
use stoa_render::{SafeHtml, Words};

use super::choices;
use crate::app::App;
use crate::http::frame::{Path, Query};
use crate::http::{Form, Refusal, Visitor};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Field, PersonView};
use crate::pages::{encode, go, show, show_as};

/// Days of silence that are offered; 0 stands for no end.
const DAYS: [u32; 5] = [1, 3, 7, 30, 0];
const DAY: std::time::Duration = std::time::Duration::from_secs(24 * 3600);

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/admin/members", get(list))
        .route("/admin/members/{id}", get(open))
        .route("/admin/members/{id}/give", post(give))
        .route("/admin/members/{id}/take", post(take))
        .route("/admin/members/{id}/suspend", post(suspend))
        .route("/admin/members/{id}/audience", post(audience))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    shown: String,
    cursor: Option<String>,
}

/// A member in the list.
struct Row {
    href: String,
    person: PersonView,
    email: String,
    roles: Vec<String>,
    state: Option<(&'static str, String)>,
    seen: Option<SafeHtml>,
}

#[derive(Template)]
#[template(path = "accounts/members.html")]
struct List {
    chrome: Chrome,
    q: String,
    shown: Vec<Choice>,
    rows: Vec<Row>,
    more: Option<String>,
}

/// A role that can be taken.
struct Held {
    label: String,
    kind: &'static str,
    space: String,
}

#[derive(Template)]
#[template(path = "accounts/member.html")]
struct Page {
    chrome: Chrome,
    person: PersonView,
    email: String,
    handle: String,
    note: String,
    created: SafeHtml,
    confirmed: Option<SafeHtml>,
    seen: Option<SafeHtml>,
    approved: i64,
    held: Vec<Held>,
    suspended: Option<String>,
    own: bool,
    action: String,
    refused: Option<String>,
    role: Field,
    kinds: Vec<Choice>,
    space: Field,
    spaces: Vec<Choice>,
    days: Field,
    spans: Vec<Choice>,
    audience: Field,
    audiences: Vec<Choice>,
}

async fn list(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let shown = Shown::parse(&asked.shown).unwrap_or_default();
    let (q, cursor) = (asked.q.trim(), asked.cursor.as_deref());
    let page = views::members(&app.db, &visitor.actor, q, shown, Limit::PAGE, cursor).await?;
    let w = visitor.words();
    let spaces = Spaces::of(&app, &visitor).await?;
    let mut named = Named::default();
    page.items.iter().for_each(|line| named.person(line.card.id));
    let cast = Cast::of(&app.db, &visitor.actor, w, named, true).await?;
    let more = |next: String| {
        format!("/admin/members?q={}&shown={}&cursor={}", encode(q), shown.slug(), encode(&next))
    };
    show(&List {
        rows: page.items.iter().map(|line| row(&visitor, &cast, &spaces, line)).collect(),
        more: page.next.map(more),
        shown: shown_choices(w, shown),
        q: q.to_owned(),
        chrome: Chrome::of(&app, &visitor).await?,
    })
}

fn shown_choices(w: Words, chosen: Shown) -> Vec<Choice> {
    let choice = |one: &Shown| {
        let label = w.say(&format!("accounts-members-{}", one.slug()));
        Choice::new(one.slug(), label, chosen.slug())
    };
    Shown::ALL.iter().map(choice).collect()
}

fn row(visitor: &Visitor, cast: &Cast, spaces: &Spaces, line: &MemberLine) -> Row {
    let w = visitor.words();
    Row {
        href: format!("/admin/members/{}", line.card.id),
        person: person(cast, line),
        email: line.email.clone(),
        roles: line.roles.iter().map(|role| spaces.say(w, *role)).collect(),
        state: state(visitor, line),
        seen: line.seen_at.map(|at| w.time_tag(at.timestamp())),
    }
}

/// Administrators see also who has not confirmed, by the name that was typed.
fn person(cast: &Cast, line: &MemberLine) -> PersonView {
    let known = cast.person_at_home(line.card.id);
    let name = line.card.name.clone();
    let initials = crate::pages::chrome::initials(&name);
    PersonView { name, initials, ..known }
}

fn state(visitor: &Visitor, line: &MemberLine) -> Option<(&'static str, String)> {
    let w = visitor.words();
    match (line.confirmed_at, line.suspended_until) {
        (None, _) => Some(("wait", w.say("accounts-member-unconfirmed"))),
        (_, Some(until)) => Some(("live", silence(visitor, until))),
        _ => None,
    }
}

fn silence(visitor: &Visitor, until: Time) -> String {
    let w = visitor.words();
    if until >= members::FOREVER {
        return w.say("accounts-member-silent");
    }
    let at = w.date_time(until.timestamp(), &visitor.zone);
    w.a("accounts-member-silent-until", "time", at)
}

/// The spaces by id, for roles in one of them.
struct Spaces(Vec<(SpaceId, String, String)>);

impl Spaces {
    async fn of(app: &App, visitor: &Visitor) -> Result<Self, Fault> {
        let all = stoa_threads::views::spaces(&app.db, &visitor.actor).await?;
        let locale = visitor.locale.code();
        let all = all.into_iter().map(|one| (one.id, one.slug, one.names.say(locale).to_owned()));
        Ok(Self(all.collect()))
    }

    fn say(&self, w: Words, role: Role) -> String {
        let kind = w.say(&format!("accounts-role-{}", role.kind.name()));
        let place = role.space.and_then(|id| self.0.iter().find(|(of, ..)| *of == id));
        match place {
            None => kind,
            Some((_, _, name)) => {
                w.with("accounts-role-in", &[("role", kind.into()), ("space", name.clone().into())])
            }
        }
    }

    fn slug(&self, role: Role) -> String {
        let place = role.space.and_then(|id| self.0.iter().find(|(of, ..)| *of == id));
        place.map(|(_, slug, _)| slug.clone()).unwrap_or_default()
    }

    fn choices(&self, w: Words) -> Vec<Choice> {
        let all = Choice::new("", w.say("accounts-role-everywhere-choice"), "");
        let each =
            self.0.iter().map(|(_, slug, name)| Choice::new(slug.as_str(), name.as_str(), ""));
        std::iter::once(all).chain(each).collect()
    }

    /// The space of a slug; none for an empty one.
    fn find(&self, slug: &str) -> Result<Option<SpaceId>, Fault> {
        if slug.is_empty() {
            return Ok(None);
        }
        let found = self.0.iter().find(|(_, known, _)| known == slug);
        found
            .map(|(id, ..)| Some(*id))
            .ok_or_else(|| Fault::invalid("space", "accounts-role-no-space"))
    }
}

async fn open(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
) -> Result<Response, Refusal> {
    show(&page(&app, &visitor, id, None).await?)
}

async fn page(
    app: &App,
    visitor: &Visitor,
    id: MemberId,
    refused: Option<String>,
) -> Result<Page, Fault> {
    let line = views::member(&app.db, &visitor.actor, id).await?;
    let w = visitor.words();
    let spaces = Spaces::of(app, visitor).await?;
    let mut named = Named::default();
    named.person(id);
    let cast = Cast::of(&app.db, &visitor.actor, w, named, true).await?;
    let held = |role: &Role| Held {
        label: spaces.say(w, *role),
        kind: role.kind.name(),
        space: spaces.slug(*role),
    };
    Ok(Page {
        person: person(&cast, &line),
        handle: line.card.handle.clone(),
        created: w.time_tag(line.created_at.timestamp()),
        confirmed: line.confirmed_at.map(|at| w.time_tag(at.timestamp())),
        seen: line.seen_at.map(|at| w.time_tag(at.timestamp())),
        approved: i64::from(line.approved_posts),
        held: line.roles.iter().map(held).collect(),
        suspended: line.suspended_until.map(|until| silence(visitor, until)),
        own: visitor.actor.is(id),
        action: format!("/admin/members/{id}"),
        role: Field::text("role", w.say("accounts-role")),
        kinds: kinds(w),
        space: Field::text("space", w.say("accounts-role-where")),
        spaces: spaces.choices(w),
        days: Field::text("days", w.say("accounts-suspend-days")),
        spans: spans(w),
        audience: Field::text("audience", w.say("accounts-member-audience")),
        audiences: choices::audiences(w, line.card.audience.slug(), false),
        email: line.email,
        note: line.note,
        chrome: Chrome::of(app, visitor).await?,
        refused,
    })
}

fn kinds(w: Words) -> Vec<Choice> {
    let all =
        [RoleKind::Moderator, RoleKind::Curator, RoleKind::Administrator, RoleKind::Participant];
    let choice = |kind: RoleKind| {
        Choice::new(kind.name(), w.say(&format!("accounts-role-{}", kind.name())), "")
    };
    all.into_iter().map(choice).collect()
}

fn spans(w: Words) -> Vec<Choice> {
    let label = |days: u32| match days {
        0 => w.say("accounts-suspend-forever"),
        some => w.n("core-days", i64::from(some)),
    };
    DAYS.iter().map(|days| Choice::new(days.to_string(), label(*days), "7")).collect()
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Change {
    role: String,
    space: String,
    days: String,
    audience: String,
}

async fn give(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    form: Form<Change>,
) -> Result<Response, Refusal> {
    let done = change_role(&app, &visitor, id, &form.fields, true).await;
    answer(&app, &visitor, id, done).await
}

async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    form: Form<Change>,
) -> Result<Response, Refusal> {
    let done = change_role(&app, &visitor, id, &form.fields, false).await;
    answer(&app, &visitor, id, done).await
}

async fn change_role(
    app: &App,
    visitor: &Visitor,
    id: MemberId,
    typed: &Change,
    give: bool,
) -> Result<(), Fault> {
    visitor.actor.may(Action::Administer)?;
    let kind =
        RoleKind::parse(&typed.role).ok_or_else(|| Fault::invalid("role", "core-role-unknown"))?;
    let space = Spaces::of(app, visitor).await?.find(&typed.space)?;
    let actor = visitor.actor.clone();
    app.db
        .write(async move |tx: &mut Tx| {
            let by = By::Actor(&actor);
            let done = if give {
                roles::give_role(tx, by, id, kind, space).await
            } else {
                roles::take_role(tx, by, id, kind, space).await
            };
            done.map(|_| ())
        })
        .await
}

async fn suspend(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    form: Form<Change>,
) -> Result<Response, Refusal> {
    let done = silence_for(&app, &visitor, id, &form.fields.days).await;
    answer(&app, &visitor, id, done).await
}

/// `lift`, or one of [`DAYS`].
async fn silence_for(app: &App, visitor: &Visitor, id: MemberId, typed: &str) -> Result<(), Fault> {
    visitor.actor.may(Action::Administer)?;
    let lift = typed == "lift";
    let days = typed.parse().ok().filter(|days| DAYS.contains(days));
    if days.is_none() && !lift {
        return Err(Fault::invalid("days", "accounts-suspend-bad"));
    }
    let actor = visitor.actor.clone();
    app.db
        .write(async move |tx: &mut Tx| {
            let now = stoa_kernel::Reads::now(tx);
            let until = days.map(|days| match days {
                0 => members::FOREVER,
                some => now.plus(DAY * some),
            });
            members::suspend(tx, By::Actor(&actor), id, until).await
        })
        .await
}

async fn audience(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    form: Form<Change>,
) -> Result<Response, Refusal> {
    let done = match Audience::parse(&form.fields.audience) {
        None => Err(Fault::invalid("audience", "accounts-audience-empty")),
        Some(audience) => {
            let actor = visitor.actor.clone();
            let set =
                async move |tx: &mut Tx| settings::set_audience(tx, &actor, id, audience).await;
            app.db.write(set).await
        }
    };
    answer(&app, &visitor, id, done).await
}

/// Back to the member's page, or the page again with why not.
async fn answer(
    app: &App,
    visitor: &Visitor,
    id: MemberId,
    done: Result<(), Fault>,
) -> Result<Response, Refusal> {
    let w = visitor.words();
    let (status, refused) = match done {
        Ok(()) => return Ok(go(&format!("/admin/members/{id}"), Some("flash-saved"))),
        Err(Fault::Conflict(key)) => (StatusCode::CONFLICT, w.say(key)),
        Err(Fault::Invalid(problems)) => {
            let said = super::Said::of(w, &problems);
            let texts: Vec<String> = said.0.into_iter().map(|problem| problem.text).collect();
            (StatusCode::UNPROCESSABLE_ENTITY, texts.join(" "))
        }
        Err(other) => return Err(other.into()),
    };
    show_as(status, &page(app, visitor, id, Some(refused)).await?)
}
