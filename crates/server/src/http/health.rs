//! Is it alive, is it ready, how is it doing.

use std::sync::OnceLock;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use secrecy::ExposeSecret;
use serde_json::json;
use stoa_kernel::{Db, Fault, Tx};

use super::refusal::Refusal;
use super::visitor::bearer;
use crate::app::App;

static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();

/// Starts counting; later calls give the same counters.
pub fn recorder() -> PrometheusHandle {
    RECORDER
        .get_or_init(|| {
            let builder = PrometheusBuilder::new();
            let recorder = builder.build_recorder();
            let handle = recorder.handle();
            if metrics::set_global_recorder(recorder).is_err() {
                tracing::warn!("somebody else counts already");
            }
            handle
        })
        .clone()
}

/// `/livez`: the process answers.
pub async fn live() -> &'static str {
    "alive\n"
}

/// `/readyz`: 503 while draining or without database; on a full disk 200 with `{"writes": false}`.
pub async fn ready(State(app): State<App>) -> Response {
    if app.stop.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, Json(json!({"ready": false}))).into_response();
    }
    if stoa_kernel::instance::value(&app.db, "epoch").await.is_err() {
        let headers = [(http::header::RETRY_AFTER, "2")];
        let body = Json(json!({"ready": false}));
        return (StatusCode::SERVICE_UNAVAILABLE, headers, body).into_response();
    }
    Json(json!({"ready": true, "writes": writes(&app.db).await})).into_response()
}

/// Whether a write is taken: tried on a row of the instance's own.
async fn writes(db: &Db) -> bool {
    let probe = async |tx: &mut Tx| -> Result<(), Fault> {
        let sql = "INSERT INTO instance (name, value) VALUES ('probe', ?) \
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        tx.run(sql, vec![stoa_kernel::db::Reads::now(tx).0.to_string().into()]).await.map(|_| ())
    };
    db.write(probe).await.is_ok()
}

/// `/metrics` on the main address, for who has the token; hidden from everybody else.
pub async fn metrics(State(app): State<App>, headers: HeaderMap) -> Result<String, Refusal> {
    let token = app.config.metrics.token.expose_secret();
    let sent = bearer(&headers).unwrap_or_default();
    let fits =
        !token.is_empty() && stoa_kernel::secret::hash(&sent) == stoa_kernel::secret::hash(token);
    if fits { Ok(recorder().render()) } else { Err(Refusal::not_found()) }
}
