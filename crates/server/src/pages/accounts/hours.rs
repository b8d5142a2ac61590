//! `/settings/hours`: when a moderator says to be here and when to be away, and how long decisions
//! can be taken back. What authors are told about waiting, and whose a case is, is computed from
//! these days and hours and from nothing else.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use stoa_accounts::hours::{self, Absence, MOST_ABSENCES, Span};
use stoa_kernel::{Fault, Problems, Tx};
use stoa_render::Words;

use super::{Said, said, tabs};
use crate::app::App;
use crate::http::{Form, Refusal, Visitor};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Link, Problem};
use crate::pages::{go, show, show_as};

/// So many spans of a day can be stated in the form.
const SPANS: usize = 2;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/settings/hours", get(open).post(send))
}

/// Fourteen pairs of times, Monday's first, as `HH:MM` or empty; pairs of days as `YYYY-MM-DD`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    from: Vec<String>,
    to: Vec<String>,
    away_from: Vec<String>,
    away_to: Vec<String>,
    patient: String,
}

struct Day {
    name: String,
    spans: Vec<Pair>,
}

struct Pair {
    id: String,
    from: String,
    to: String,
    from_label: String,
    to_label: String,
}

#[derive(Template)]
#[template(path = "accounts/hours.html")]
struct Page {
    chrome: Chrome,
    tabs: Vec<Link>,
    problems: Vec<Problem>,
    zone: String,
    days: Vec<Day>,
    away: Vec<Pair>,
    patient: bool,
}

async fn open(State(app): State<App>, visitor: Visitor) -> Result<Response, Refusal> {
    let (db, actor) = (&app.db, &visitor.actor);
    let kept = as_kept(&hours::own(db, actor).await?);
    let away = hours::away(db, actor).await?;
    let typed = Typed {
        away_from: away.iter().map(|one| one.first.to_string()).collect(),
        away_to: away.iter().map(|one| one.last.to_string()).collect(),
        patient: flag(hours::patient(db, visitor.member()?).await?),
        ..kept
    };
    show(&page(&app, &visitor, &typed, Said::default()).await?)
}

fn as_kept(spans: &[Span]) -> Typed {
    let mut typed = Typed::default();
    for day in 1..=7 {
        let mut own = spans.iter().filter(|span| span.weekday() == day);
        for _ in 0..SPANS {
            let span = own.next();
            typed.from.push(span.map(|span| clock(span.from())).unwrap_or_default());
            typed.to.push(span.map(|span| clock(span.to())).unwrap_or_default());
        }
    }
    typed
}

fn flag(on: bool) -> String {
    if on { "true".to_owned() } else { String::new() }
}

/// Midnight at a day's end is written as the next day's beginning.
fn clock(minutes: i32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

fn minutes(text: &str) -> Option<i32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=24).contains(&hours) && (0..60).contains(&minutes)).then_some(hours * 60 + minutes)
}

async fn send(
    State(app): State<App>,
    visitor: Visitor,
    form: Form<Typed>,
) -> Result<Response, Refusal> {
    let typed = form.fields;
    match set(&app, &visitor, &typed).await {
        Ok(()) => Ok(go("/settings/hours", Some("flash-saved"))),
        Err(fault) => {
            let (status, said) = said(&visitor, fault)?;
            show_as(status, &page(&app, &visitor, &typed, said).await?)
        }
    }
}

async fn set(app: &App, visitor: &Visitor, typed: &Typed) -> Result<(), Fault> {
    let (spans, away) = (read(typed)?, read_away(typed)?);
    let (actor, patient) = (visitor.actor.clone(), !typed.patient.is_empty());
    app.db
        .write(async move |tx: &mut Tx| {
            hours::set(tx, &actor, &spans).await?;
            hours::set_away(tx, &actor, &away).await?;
            hours::set_patient(tx, &actor, patient).await
        })
        .await
}

fn read_away(typed: &Typed) -> Result<Vec<Absence>, Fault> {
    let pairs = typed.away_from.iter().zip(&typed.away_to);
    let given = pairs.filter(|(first, last)| !first.trim().is_empty() || !last.trim().is_empty());
    given
        .map(|(first, last)| {
            let days = first.trim().parse().ok().zip(last.trim().parse().ok());
            let (first, last) = days.ok_or(Fault::invalid("away", "accounts-away-bad"))?;
            Ok(Absence { first, last })
        })
        .collect()
}

fn read(typed: &Typed) -> Result<Vec<Span>, Fault> {
    let mut problems = Problems::default();
    let mut spans = Vec::new();
    let pairs = typed.from.iter().zip(&typed.to).take(7 * SPANS).enumerate();
    for (place, (from, to)) in pairs {
        if from.trim().is_empty() && to.trim().is_empty() {
            continue;
        }
        let day = i32::try_from(place / SPANS).unwrap_or(0) + 1;
        match span(day, from, to) {
            Some(span) => spans.push(span),
            None => problems.add("hours", "accounts-hours-bad"),
        }
    }
    problems.0.truncate(1);
    problems.into_result().map(|()| spans)
}

/// An end at 00:00 is midnight at the end of the day.
fn span(day: i32, from: &str, to: &str) -> Option<Span> {
    let (from, to) = (minutes(from)?, minutes(to)?);
    Span::new(day, from, if to == 0 { 24 * 60 } else { to })
}

async fn page(app: &App, visitor: &Visitor, typed: &Typed, said: Said) -> Result<Page, Fault> {
    let w = visitor.words();
    let at = |list: &[String], place: usize| list.get(place).cloned().unwrap_or_default();
    let day = |day: usize| {
        let name = w.weekday(u8::try_from(day).unwrap_or(1));
        let pair = |span: usize| {
            let place = (day - 1) * SPANS + span;
            let label =
                |key| w.with(key, &[("day", name.clone().into()), ("n", (span + 1).into())]);
            Pair {
                id: format!("h{place}"),
                from: at(&typed.from, place),
                to: at(&typed.to, place),
                from_label: label("accounts-hours-from"),
                to_label: label("accounts-hours-to"),
            }
        };
        Day { spans: (0..SPANS).map(pair).collect(), name: name.clone() }
    };
    Ok(Page {
        chrome: Chrome::of(app, visitor).await?,
        tabs: tabs(visitor),
        problems: said.0,
        zone: visitor.me.as_ref().map(|me| me.time_zone.replace('_', " ")).unwrap_or_default(),
        days: (1..=7).map(day).collect(),
        away: absences(w, typed),
        patient: !typed.patient.is_empty(),
    })
}

/// The absences that are kept, and one more to be stated.
fn absences(w: Words, typed: &Typed) -> Vec<Pair> {
    let at = |list: &[String], place: usize| list.get(place).cloned().unwrap_or_default();
    let most = typed.away_from.len().max(typed.away_to.len());
    let all = (0..most).map(|place| (at(&typed.away_from, place), at(&typed.away_to, place)));
    let mut given: Vec<_> = all.filter(|(from, to)| !from.is_empty() || !to.is_empty()).collect();
    given.push((String::new(), String::new()));
    given.truncate(MOST_ABSENCES);
    let pair = |(place, (from, to)): (usize, (String, String))| Pair {
        id: format!("away{place}"),
        from,
        to,
        from_label: w.n("accounts-away-from", place + 1),
        to_label: w.n("accounts-away-to", place + 1),
    };
    given.into_iter().enumerate().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed {
            from: pairs.iter().map(|(from, _)| (*from).to_owned()).collect(),
            to: pairs.iter().map(|(_, to)| (*to).to_owned()).collect(),
            ..Typed::default()
        }
    }

    #[test]
    fn hours_are_read_and_written_alike() {
        let sent = typed(&[("09:00", "12:30"), ("", ""), ("20:00", "00:00"), ("", "")]);
        let spans = read(&sent).unwrap();
        assert_eq!(spans, [Span::new(1, 540, 750).unwrap(), Span::new(2, 1200, 1440).unwrap()]);
        let kept = as_kept(&spans);
        assert_eq!((kept.from.len(), kept.to.len()), (14, 14));
        assert_eq!(kept.to[2], "00:00");
        assert_eq!(read(&kept).unwrap(), spans);
    }

    #[test]
    fn half_a_span_or_a_turned_one_is_refused() {
        for bad in
            [("09:00", ""), ("12:00", "09:00"), ("x", "y"), ("09:00", "25:00"), ("9:99", "10:00")]
        {
            assert!(matches!(read(&typed(&[bad])), Err(Fault::Invalid(_))), "{bad:?}");
        }
    }
}
