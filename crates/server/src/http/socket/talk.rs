//! One conversation, from hello to close: the loop, and what is written.

use std::collections::HashMap;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use bytes::Bytes;
use futures_util::SinkExt;
use stoa_kernel::Actor;
use stoa_live::{Listener, Reader, Topic};
use stoa_render::Words;
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

use super::pace::Pace;
use crate::app::App;
use crate::http::visitor::Visitor;
use crate::live::frames::{self, Wrong};

const HEARTBEAT: Duration = Duration::from_secs(25);
/// A client that has not even answered a ping for so long is gone.
const SILENCE: Duration = Duration::from_secs(75);
/// Rights that end with time are looked at once in so many heartbeats.
const RECHECK: u32 = 12;
/// Nothing could be written for so long: the reader is too slow.
const SEND: Duration = Duration::from_secs(10);
/// How long a closing socket is given.
const CLOSE: Duration = Duration::from_secs(2);

/// Close codes (RFC 6455, and 1013 "try again later").
const GOING: u16 = 1001;
pub(super) const NOT_TEXT: u16 = 1007;
pub(super) const REFUSED: u16 = 1008;
pub(super) const TOO_LARGE: u16 = 1009;
pub(super) const LATER: u16 = 1013;

/// How a conversation ends.
pub(super) enum End {
    /// The other side is gone.
    Gone,
    /// We close, with a code and a word for programs.
    Close(u16, String),
}

pub(super) type Step = Result<(), End>;

/// A topic that is heard.
pub(super) struct Heard {
    pub(super) topic: Topic,
    /// The last number written.
    pub(super) sent: i64,
    pub(super) types: bool,
    pub(super) typed: Option<Instant>,
}

pub(super) struct Talk {
    pub(super) app: App,
    socket: WebSocket,
    pub(super) listener: Listener,
    pub(super) token: String,
    pub(super) actor: Actor,
    pub(super) words: Words,
    pub(super) heard: HashMap<String, Heard>,
    pub(super) pace: Pace,
    pub(super) malformed: u32,
    pub(super) hasty: u32,
    pub(super) last: Instant,
}

/// Holds the conversation until one side ends it.
pub(super) async fn hold(
    app: App,
    socket: WebSocket,
    reader: Reader,
    visitor: Visitor,
    token: String,
) {
    let listener = app.hub.listen(reader);
    let mut talk = Talk {
        pace: Pace::new(app.config.limits.factor),
        words: visitor.words(),
        actor: visitor.actor,
        heard: HashMap::new(),
        malformed: 0,
        hasty: 0,
        last: Instant::now(),
        app,
        socket,
        listener,
        token,
    };
    if let Err(End::Close(code, reason)) = talk.run().await {
        talk.close(code, reason).await;
    }
}

impl Talk {
    async fn run(&mut self) -> Step {
        let session = self.listener.reader().session.to_string();
        self.send(frames::hello(&session, HEARTBEAT.as_secs())).await?;
        let mut beat = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut beats = 0;
        loop {
            tokio::select! {
                () = self.app.stop.cancelled() => return Err(self.stopping()),
                incoming = self.socket.recv() => self.take(incoming).await?,
                delivery = self.listener.next() => self.deliver(delivery).await?,
                _ = beat.tick() => {
                    beats += 1;
                    self.beat(beats).await?;
                }
            }
        }
    }

    /// Clients come back at different times, so that they do not all come at once.
    fn stopping(&self) -> End {
        let [chance] = self.app.db.entropy().bytes::<1>();
        End::Close(GOING, format!("retry_s={}", 1 + chance % 10))
    }

    async fn beat(&mut self, beats: u32) -> Step {
        if self.last.elapsed() > SILENCE {
            return Err(End::Gone);
        }
        if beats.is_multiple_of(RECHECK) {
            self.recheck().await?;
        }
        self.put(Message::Ping(Bytes::new())).await?;
        self.flush().await
    }

    /* ---- writing */

    async fn put(&mut self, message: Message) -> Step {
        match timeout(SEND, self.socket.feed(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(End::Gone),
            Err(_) => Err(End::Close(LATER, "slow".to_owned())),
        }
    }

    pub(super) async fn flush(&mut self) -> Step {
        match timeout(SEND, self.socket.flush()).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(End::Gone),
            Err(_) => Err(End::Close(LATER, "slow".to_owned())),
        }
    }

    pub(super) async fn frame(&mut self, frame: Bytes) -> Step {
        // Frames are made from JSON values, so they are always text.
        match Utf8Bytes::try_from(frame) {
            Ok(text) => self.put(Message::Text(text)).await,
            Err(_) => Ok(()),
        }
    }

    pub(super) async fn send(&mut self, frame: Bytes) -> Step {
        self.frame(frame).await?;
        self.flush().await
    }

    pub(super) async fn wrong(&mut self, wrong: Wrong<'_>) -> Step {
        let key = format!("live-wrong-{}", wrong.code.replace('_', "-"));
        let detail = self.words.say(&key);
        self.send(frames::error(wrong, &detail)).await
    }

    async fn close(&mut self, code: u16, reason: String) {
        let frame = CloseFrame { code, reason: reason.into() };
        let ended = async {
            if self.socket.send(Message::Close(Some(frame))).await.is_ok() {
                while let Some(Ok(_)) = self.socket.recv().await {}
            }
        };
        // Who does not answer in time is left as he is.
        let _ = timeout(CLOSE, ended).await;
    }
}
