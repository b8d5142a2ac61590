//! Somebody who listens: a WebSocket beside a [`crate::Person`].

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::protocol::Message;
use tokio_tungstenite::tungstenite::{self, protocol::frame::coding::CloseCode};
use tokio_tungstenite::{WebSocketStream, client_async};

use crate::Person;
use crate::person::HOST;

/// Longer than anything that is told may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// An open socket.
pub struct Ear {
    socket: WebSocketStream<TcpStream>,
}

/// A request for a socket as a browser on our own page makes it, for changing.
#[must_use]
pub fn knock(person: &Person) -> Request {
    let address = format!("ws://{HOST}/api/v1/live");
    let mut request = address.into_client_request().expect("an address");
    let headers = request.headers_mut();
    headers.insert("sec-websocket-protocol", HeaderValue::from_static("stoa.v1"));
    let own = format!("http://{HOST}");
    headers.insert(header::ORIGIN, HeaderValue::from_str(&own).expect("a header"));
    if let Some(token) = person.cookie("stoa") {
        let cookie = format!("stoa={token}");
        headers.insert(header::COOKIE, HeaderValue::from_str(&cookie).expect("a header"));
    }
    request
}

/// The status a request for a socket is answered with; 101 opens it.
pub async fn answered(at: SocketAddr, request: Request) -> (StatusCode, Option<Ear>) {
    let stream = TcpStream::connect(at).await.expect("the server listens");
    match client_async(request, stream).await {
        Ok((socket, response)) => {
            assert_eq!(response.headers()["sec-websocket-protocol"], "stoa.v1");
            (StatusCode::SWITCHING_PROTOCOLS, Some(Ear { socket }))
        }
        Err(tungstenite::Error::Http(response)) => (response.status(), None),
        Err(other) => panic!("{other}"),
    }
}

impl Ear {
    /// Opens a socket and hears its hello.
    pub async fn open(at: SocketAddr, person: &Person) -> Self {
        let (status, ear) = answered(at, knock(person)).await;
        let mut ear = ear.unwrap_or_else(|| panic!("{status}"));
        assert_eq!(ear.next().await["type"], "hello");
        ear
    }

    /// Opens a socket of a program, by its bearer token.
    pub async fn by_token(at: SocketAddr, token: &str) -> Self {
        let address = format!("ws://{at}/api/v1/live");
        let mut request = address.into_client_request().expect("an address");
        let headers = request.headers_mut();
        headers.insert("sec-websocket-protocol", HeaderValue::from_static("stoa.v1"));
        let bearer = format!("Bearer {token}");
        headers.insert(header::AUTHORIZATION, HeaderValue::from_str(&bearer).expect("a header"));
        let (status, ear) = answered(at, request).await;
        let mut ear = ear.unwrap_or_else(|| panic!("{status}"));
        assert_eq!(ear.next().await["type"], "hello");
        ear
    }

    /// Sends a frame.
    pub async fn say(&mut self, frame: &Value) {
        self.send(Message::text(frame.to_string())).await;
    }

    /// Sends anything.
    pub async fn send(&mut self, message: Message) {
        self.socket.send(message).await.expect("the socket is open");
    }

    /// Joins a topic and hears that it is joined.
    pub async fn joins(&mut self, topic: &str) -> Value {
        self.say(&json!({"type": "join", "topic": topic})).await;
        self.hears("joined").await
    }

    /// Joins a topic from where the knowledge of it ends.
    pub async fn joins_since(&mut self, topic: &str, epoch: &Value, seq: i64) -> Value {
        let since = json!({"epoch": epoch, "seq": seq});
        self.say(&json!({"type": "join", "topic": topic, "since": since})).await;
        self.hears("joined").await
    }

    async fn message(&mut self) -> Option<Message> {
        let next = timeout(PATIENCE, self.socket.next()).await.expect("something is told in time");
        next.map(|message| message.expect("the socket is whole"))
    }

    /// The next frame; fails the test when the socket ends or nothing comes.
    pub async fn next(&mut self) -> Value {
        loop {
            match self.message().await {
                Some(Message::Text(text)) => return serde_json::from_str(&text).expect("JSON"),
                Some(Message::Close(why)) => panic!("closed: {why:?}"),
                None => panic!("the socket ended"),
                Some(_) => {}
            }
        }
    }

    /// The next frame of that type; presence and typing alone may come before it.
    pub async fn hears(&mut self, kind: &str) -> Value {
        loop {
            let frame = self.next().await;
            if frame["type"] == kind {
                return frame;
            }
            assert!(frame["type"] == "presence" || frame["type"] == "typing", "{kind}: {frame}");
        }
    }

    /// Fails the test if any frame but presence and typing comes before the answer to a ping.
    pub async fn hears_nothing(&mut self) {
        self.say(&json!({"type": "ping"})).await;
        self.hears("pong").await;
    }

    /// The code with which the other side closes.
    pub async fn is_closed(&mut self) -> u16 {
        loop {
            match self.message().await {
                Some(Message::Close(Some(frame))) => return CloseCode::into(frame.code),
                Some(Message::Close(None)) | None => return 1005,
                Some(_) => {}
            }
        }
    }

    /// All text frames until the socket ends, as they came.
    pub async fn rest(&mut self) -> Vec<String> {
        let mut frames = Vec::new();
        while let Ok(Some(Ok(message))) = timeout(PATIENCE, self.socket.next()).await {
            if let Message::Text(text) = message {
                frames.push(text.to_string());
            }
        }
        frames
    }
}
