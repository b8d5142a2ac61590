//! Deciding and taking back.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{CaseId, MemberId};
use stoa_kernel::once::Saved;
use stoa_kernel::{Fault, Once, Problems, Time, Tx};
use stoa_moderation::cases::{self, Decided, Undone};
use stoa_moderation::sanctions::{Sanction, SanctionKind};
use stoa_moderation::{Act, Decision, Reason, Verdict};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::conflict::ConflictOut;
use super::desk;
use crate::app::App;
use crate::http::frame::Path;
use crate::http::{Body, Refusal, Visitor};
use crate::pages::moderation::settings;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(decide)).routes(routes!(undo))
}

/// For how many days somebody is silenced where nobody says so.
const WEEK: i32 = 7;
/// What becomes of a post whose report is agreed with.
const REMOVE: &str = "remove";

/// A decision.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct VerdictIn {
    /// Held text and claims: `approve`, `revise`, `decline`; reports: `agree` (the post is taken away), `disagree`, `ignore`.
    action: String,
    /// A code of `/moderation/reasons`; required for `revise`, `decline` and `agree`.
    reason: Option<String>,
    /// Words for the author, at most 2000 characters.
    note: Option<String>,
    /// With an approval: the letter begins with a welcome.
    #[serde(default)]
    welcome: bool,
    /// With `agree`: `remove`, which is what it does; with `agree` and `decline` what is done to the
    /// author beside the text: `warn`, or `{"kind": "suspend", "days": 7}` (1 to 365 days, 7 for
    /// `suspend` alone).
    #[serde(default)]
    restrictions: Vec<RestrictionIn>,
}

/// What a decision restricts.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
enum RestrictionIn {
    /// By name.
    Named(String),
    /// For some days.
    For(ForIn),
}

/// A restriction that ends.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ForIn {
    /// `suspend`.
    kind: String,
    /// 1 to 365.
    days: i32,
}

impl RestrictionIn {
    /// What is done to the author; `None` for the text alone, and what is unknown as `Err`.
    fn sanction(&self, act: Option<Act>) -> Result<Option<Sanction>, ()> {
        let (name, days) = match self {
            Self::Named(name) => (name.as_str(), WEEK),
            Self::For(one) => (one.kind.as_str(), one.days),
        };
        match (name, SanctionKind::parse(name)) {
            (REMOVE, _) if act == Some(Act::Agree) => Ok(None),
            (_, Some(kind)) if act.is_some_and(Act::takes_away) => {
                Ok(Some(Sanction { kind, days }))
            }
            _ => Err(()),
        }
    }
}

impl VerdictIn {
    fn verdict(self) -> Result<Verdict, Fault> {
        let mut problems = Problems::default();
        let act = Act::parse(&self.action);
        if act.is_none() {
            problems.add("action", "moderation-action-unknown");
        }
        let reason = self.reason.as_deref().map(Reason::parse);
        if reason == Some(None) {
            problems.add("reason", "moderation-reason-unknown");
        }
        let all: Result<Vec<_>, ()> =
            self.restrictions.iter().map(|one| one.sanction(act)).collect();
        let mut sanctions = all.iter().flatten().flatten();
        let (sanction, another) = (sanctions.next().copied(), sanctions.next());
        if all.is_err() || another.is_some() {
            problems.add("restrictions", "moderation-restrictions-unknown");
        }
        let (Some(act), true) = (act, problems.0.is_empty()) else {
            return Err(Fault::Invalid(problems));
        };
        let (reason, welcome) = (reason.flatten(), self.welcome);
        Ok(Verdict { act, reason, note: self.note, welcome, sanction })
    }
}

/// What was decided.
#[derive(Debug, Serialize, ToSchema)]
struct DecidedOut {
    /// The decision's name in addresses and letters.
    reference: String,
    /// The case.
    case: String,
    /// `approve`, `revise`, `decline`.
    action: &'static str,
    /// The code of the reason.
    reason: Option<&'static str>,
    /// The words for the author.
    note: Option<String>,
    /// Always `decided`.
    state: &'static str,
    /// The case's version now.
    version: i32,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    decided_at: Time,
    /// Until then its maker may take it back; the author's letter waits as long.
    #[schema(value_type = String, format = DateTime)]
    undo_until: Time,
}

impl DecidedOut {
    fn of(made: &Decision, version: i32) -> Self {
        Self {
            reference: made.reference.clone(),
            case: made.case.to_string(),
            action: made.act.name(),
            reason: made.reason.map(Reason::name),
            note: made.note.clone(),
            state: "decided",
            version,
            decided_at: made.at,
            undo_until: made.tell_at,
        }
    }
}

/// A decision that was carried out now or earlier, or what stood in its way.
enum Done {
    Saved(Saved),
    Not(Decided),
}

/// Decide a case
///
/// Needs the version that was read, in `If-Match`.
#[utoipa::path(
    post, path = "/api/v1/moderation/cases/{id}/decision", tag = "moderation",
    params(
        ("id" = String, Path, description = "The case"),
        ("If-Match" = String, Header, description = "The version that was read, in quotation marks")
    ),
    request_body = VerdictIn,
    responses(
        (status = 200, body = DecidedOut), (status = 400, description = "What is wrong, by field"),
        (status = 403, description = "The own text"), (status = 404, description = "No such case"),
        (status = 409, body = ConflictOut, description = "Somebody was first"),
        (status = 428, description = "Without If-Match")
    )
)]
async fn decide(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<CaseId>,
    headers: HeaderMap,
    body: Body<VerdictIn>,
) -> Result<Response, Refusal> {
    desk(&visitor)?;
    let me = visitor.member()?;
    let version = version(&headers)?;
    let verdict = body.json.verdict()?;
    let (actor, settings, once) = (&visitor.actor, settings(&app), &body.once);
    let done = app
        .db
        .write(async |tx: &mut Tx| {
            if let Some(saved) = recall(tx, me, once).await? {
                return Ok(Done::Saved(saved));
            }
            match cases::decide(tx, actor, id, version, &verdict, &settings).await? {
                Decided::Done { decision, version } => {
                    let out = DecidedOut::of(&decision, version);
                    remember(tx, me, once, &out).await.map(Done::Saved)
                }
                other => Ok(Done::Not(other)),
            }
        })
        .await?;
    match done {
        Done::Saved(saved) => Ok(answer(saved)),
        Done::Not(decided) => Ok(conflict(&app, &visitor, decided).await?.into_response()),
    }
}

async fn recall(tx: &mut Tx, me: MemberId, once: &Option<Once>) -> Result<Option<Saved>, Fault> {
    match once {
        Some(once) => once.recall(tx, me).await,
        None => Ok(None),
    }
}

async fn remember(
    tx: &mut Tx,
    me: MemberId,
    once: &Option<Once>,
    out: &impl Serialize,
) -> Result<Saved, Fault> {
    let body = serde_json::to_string(out).map_err(Fault::broken)?;
    let saved = Saved { status: i32::from(StatusCode::OK.as_u16()), body };
    if let Some(once) = once {
        once.remember(tx, me, &saved).await?;
    }
    Ok(saved)
}

fn answer(saved: Saved) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], saved.body).into_response()
}

async fn conflict(app: &App, visitor: &Visitor, decided: Decided) -> Result<ConflictOut, Fault> {
    match decided {
        Decided::Already(made) => ConflictOut::decided(app, visitor, &made).await,
        Decided::Stale { version, .. } => Ok(ConflictOut::stale(visitor, version)),
        Decided::Taken(lease) => ConflictOut::claimed(app, visitor, lease).await,
        Decided::Closed => Ok(ConflictOut::closed(visitor)),
        Decided::Done { .. } => Err(Fault::broken("a decision that was made is no conflict")),
    }
}

/// `"3"` as a number; a weak tag names the same version.
fn version(headers: &HeaderMap) -> Result<i32, Refusal> {
    let Some(value) = headers.get(header::IF_MATCH) else {
        return Err(Refusal::new(StatusCode::PRECONDITION_REQUIRED, "moderation-version-missing"));
    };
    let text = value.to_str().unwrap_or_default().trim();
    let text = text.strip_prefix("W/").unwrap_or(text).trim_matches('"');
    text.parse().map_err(|_| Refusal::bad("moderation-version-bad"))
}

/// A case that is open again.
#[derive(Debug, Serialize, ToSchema)]
struct UndoneOut {
    /// The case.
    case: String,
    /// Always `open`.
    state: &'static str,
    /// Its version now.
    version: i32,
}

/// Take a decision back
///
/// Its maker may for half a minute, administrators for thirty days; a declined text can be
/// restored by any moderator of its space for thirty days.
#[utoipa::path(
    post, path = "/api/v1/moderation/decisions/{reference}/undo", tag = "moderation",
    params(("reference" = String, Path, description = "The decision")),
    responses(
        (status = 200, body = UndoneOut), (status = 403, description = "Another's decision"),
        (status = 404, description = "No such decision"),
        (status = 409, description = "Too late, taken back before, or decided again since")
    )
)]
async fn undo(
    State(app): State<App>,
    visitor: Visitor,
    Path(reference): Path<String>,
) -> Result<Json<UndoneOut>, Refusal> {
    desk(&visitor)?;
    let (actor, settings) = (&visitor.actor, settings(&app));
    let undo = async |tx: &mut Tx| cases::undo(tx, actor, &reference, &settings).await;
    let key = match app.db.write(undo).await? {
        Undone::Done { case, version } => {
            return Ok(Json(UndoneOut { case: case.id.to_string(), state: "open", version }));
        }
        Undone::Already => "moderation-undo-already",
        Undone::TooLate => "moderation-undo-late",
        Undone::Superseded => "moderation-undo-superseded",
    };
    Err(Fault::Conflict(key).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_with_and_without_quotation_marks() {
        let read = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_MATCH, http::HeaderValue::from_static(text));
            version(&headers).map_err(|refusal| refusal.status.as_u16())
        };
        assert_eq!(read("\"12\""), Ok(12));
        assert_eq!(read("W/\"3\""), Ok(3));
        assert_eq!(read("7"), Ok(7));
        assert_eq!(read("*"), Err(400));
        assert_eq!(version(&HeaderMap::new()).unwrap_err().status.as_u16(), 428);
    }

    #[test]
    fn what_a_held_text_does_not_know_is_refused_by_field() {
        let refused = |json: &str| {
            let verdict: VerdictIn = serde_json::from_str(json).unwrap();
            match verdict.verdict() {
                Err(Fault::Invalid(problems)) => problems.0[0].field,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(refused(r#"{"action":"agreed"}"#), "action");
        assert_eq!(refused(r#"{"action":"decline","reason":"x"}"#), "reason");
        assert_eq!(refused(r#"{"action":"approve","restrictions":["hide"]}"#), "restrictions");
        assert!(serde_json::from_str::<VerdictIn>(r#"{"action":"approve","x":1}"#).is_err());
    }
}
