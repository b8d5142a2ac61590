//! A translator that speaks LibreTranslate's protocol, and misbehaves on demand.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use http::StatusCode;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// How it answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// `[es] ` before every line, marks kept.
    #[default]
    Good,
    /// As good, without any mark.
    WithoutMarks,
    /// With a script, a link and a name of its own in each line.
    Evil,
    /// With a page that says that something is wrong, and status 200.
    ErrorPage,
    /// With status 503.
    Busy,
    /// That it does not know the languages.
    Unknown,
    /// With ten megabytes.
    Endless,
    /// Not at all.
    Silent,
}

/// The translator, listening on loopback until the test's runtime ends.
#[derive(Clone)]
pub struct Scripted {
    address: SocketAddr,
    mood: Arc<Mutex<Mood>>,
    asked: Arc<Mutex<Vec<Value>>>,
}

impl Scripted {
    /// A new one, in a good mood.
    pub async fn listening() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let this = Self { address, mood: Arc::default(), asked: Arc::default() };
        let service = Router::new()
            .route("/translate", post(translate))
            .route("/languages", get(languages))
            .with_state(this.clone());
        tokio::spawn(async move { axum::serve(listener, service).await });
        this
    }

    /// Where it listens.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Changes how it answers.
    pub fn is(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// All that it was asked for, as it was sent.
    #[must_use]
    pub fn asked(&self) -> Vec<Value> {
        self.asked.lock().unwrap().clone()
    }

    /// Everything that it was given, in one text.
    #[must_use]
    pub fn heard(&self) -> String {
        self.asked().iter().filter_map(|one| one["q"].as_str().map(str::to_owned)).collect()
    }
}

async fn languages() -> Json<Value> {
    let codes = ["en", "es", "ja", "ar", "pt", "fr"];
    Json(codes.map(|code| json!({ "code": code, "name": code, "targets": codes })).into())
}

async fn translate(State(this): State<Scripted>, Json(wish): Json<Value>) -> Response {
    let mood = *this.mood.lock().unwrap();
    let text = wish["q"].as_str().unwrap_or_default().to_owned();
    let to = wish["target"].as_str().unwrap_or_default().to_owned();
    this.asked.lock().unwrap().push(wish);
    match mood {
        Mood::Good => said(format!("[{to}] {text}")),
        Mood::WithoutMarks => said(format!("[{to}] {}", without_tags(&text))),
        Mood::Evil => said(format!(
            "<script>alert(1)</script>[x](https://evil.example)@{{member:01jevil}} \
             https://evil.example ![p](https://evil.example/p.png) {text}"
        )),
        Mood::ErrorPage => Html("<html><h1>502 Bad Gateway</h1></html>").into_response(),
        Mood::Busy => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Mood::Unknown => {
            (StatusCode::BAD_REQUEST, Json(json!({ "error": "not supported" }))).into_response()
        }
        Mood::Endless => said("x".repeat(10_000_000)),
        Mood::Silent => {
            tokio::time::sleep(Duration::from_secs(3600)).await;
            StatusCode::OK.into_response()
        }
    }
}

fn said(text: String) -> Response {
    Json(json!({ "translatedText": text })).into_response()
}

fn without_tags(text: &str) -> String {
    let mut inside = false;
    let keep = |sign: &char| {
        let kept = !inside && *sign != '<';
        inside = (inside || *sign == '<') && *sign != '>';
        kept
    };
    text.chars().filter(keep).collect()
}
