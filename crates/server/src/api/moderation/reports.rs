//! Telling moderators that something is wrong with a post.

use axum::extract::State;
use http::StatusCode;
use serde::Deserialize;
use stoa_kernel::ids::PostId;
use stoa_kernel::{Fault, Tx};
use stoa_moderation::Reason;
use stoa_moderation::reports::{self, NewReport};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::frame::Path;
use crate::http::limits::Rate;
use crate::http::problem::Problem;
use crate::http::{Body, Refusal, Visitor};

/// A report.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReportIn {
    /// A code of `/moderation/reasons`.
    reason: String,
    /// In words, at most 2000 characters; needed for `other`.
    #[serde(default)]
    note: String,
}

/// Report a post
///
/// Of a private conversation moderators see what was reported, and nothing else. Whoever reports hears
/// what became of it. The same wording reported twice by one member is one report.
#[utoipa::path(
    post, path = "/api/v1/posts/{id}/reports", tag = "moderation",
    params(("id" = String, Path, description = "The post")), request_body = ReportIn,
    responses((status = 201), (status = 400, body = Problem), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 429, body = Problem))
)]
pub(super) async fn report(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    body: Body<ReportIn>,
) -> Result<StatusCode, Refusal> {
    let me = visitor.member()?;
    app.limits.count(Rate::Write, &me.to_string(), app.db.clock().now())?;
    let unknown = || Fault::invalid("reason", "moderation-reason-unknown");
    let reason = Reason::parse(&body.json.reason).ok_or_else(unknown)?;
    let new = NewReport { post: id, reason, note: body.json.note };
    let (actor, factor) = (&visitor.actor, app.limits.factor());
    app.db.write(async |tx: &mut Tx| reports::report(tx, actor, &new, factor).await).await?;
    Ok(StatusCode::CREATED)
}
