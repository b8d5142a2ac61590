//! One conversation, from hello to close.

use std::collections::HashMap;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use bytes::Bytes;
use futures_util::SinkExt;
use stoa_kernel::{Actor, Fault};
use stoa_live::{Delivery, Listener, Reader, Since as Missed, Topic, history};
use stoa_render::Words;
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

use super::asked::{self, Asked, Since};
use super::pace::Pace;
use crate::app::App;
use crate::http::visitor::Visitor;
use crate::live::frames::{self, Wrong};
use crate::live::rights::{self, Allowed};

const HEARTBEAT: Duration = Duration::from_secs(25);
/// A client that has not even answered a ping for so long is gone.
const SILENCE: Duration = Duration::from_secs(75);
/// Rights that end with time are looked at once in so many heartbeats.
const RECHECK: u32 = 12;
/// Nothing could be written for so long: the reader is too slow.
const SEND: Duration = Duration::from_secs(10);
/// How long a closing socket is given.
const CLOSE: Duration = Duration::from_secs(2);
/// How often somebody may say that he writes.
const TYPING: Duration = Duration::from_secs(3);
/// Topics of one socket.
const TOPICS: usize = 50;
/// Frames written before the socket is flushed and listened to again.
const BATCH: usize = 64;
/// A larger event is told as a gap: what waits to be written is bounded.
const LARGEST: usize = 192 << 10;
/// Events made into frames at a time.
const CHUNK: usize = 100;
/// Malformed frames, and frames beyond the pace, after which the socket is closed.
const MALFORMED: u32 = 5;
const HASTY: u32 = 40;

/// Close codes (RFC 6455, and 1013 "try again later").
const GOING: u16 = 1001;
const NOT_TEXT: u16 = 1007;
const REFUSED: u16 = 1008;
const TOO_LARGE: u16 = 1009;
const LATER: u16 = 1013;

/// How a conversation ends.
enum End {
    /// The other side is gone.
    Gone,
    /// We close, with a code and a word for programs.
    Close(u16, String),
}

type Step = Result<(), End>;

/// A topic that is heard.
struct Heard {
    topic: Topic,
    /// The last number written.
    sent: i64,
    types: bool,
    typed: Option<Instant>,
}

struct Talk {
    app: App,
    socket: WebSocket,
    listener: Listener,
    token: String,
    actor: Actor,
    words: Words,
    heard: HashMap<String, Heard>,
    pace: Pace,
    malformed: u32,
    hasty: u32,
    last: Instant,
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

    async fn flush(&mut self) -> Step {
        match timeout(SEND, self.socket.flush()).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(End::Gone),
            Err(_) => Err(End::Close(LATER, "slow".to_owned())),
        }
    }

    async fn frame(&mut self, frame: Bytes) -> Step {
        // Frames are made from JSON values, so they are always text.
        match Utf8Bytes::try_from(frame) {
            Ok(text) => self.put(Message::Text(text)).await,
            Err(_) => Ok(()),
        }
    }

    async fn send(&mut self, frame: Bytes) -> Step {
        self.frame(frame).await?;
        self.flush().await
    }

    async fn wrong(&mut self, wrong: Wrong<'_>) -> Step {
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

    /* ---- what comes from the hub */

    async fn deliver(&mut self, first: Delivery) -> Step {
        let mut delivery = Some(first);
        for _ in 0..BATCH {
            let Some(next) = delivery else { break };
            self.one(next).await?;
            delivery = self.listener.take();
        }
        if let Some(last) = delivery {
            self.one(last).await?;
        }
        self.flush().await
    }

    async fn one(&mut self, delivery: Delivery) -> Step {
        match delivery {
            Delivery::Recheck => self.recheck().await,
            Delivery::Gap { topic, to, .. } => self.gap(&topic, to).await,
            Delivery::Event { topic, seq, frame } => self.event(&topic, seq, frame).await,
            Delivery::Note(frame) => self.frame(frame).await,
        }
    }

    async fn gap(&mut self, name: &str, to: i64) -> Step {
        let Some((topic, sent)) = self.place(name) else { return Ok(()) };
        if to <= sent {
            return Ok(());
        }
        self.sent(name, to);
        self.frame(frames::gap(topic, sent, to)).await
    }

    async fn event(&mut self, name: &str, seq: i64, frame: Bytes) -> Step {
        let Some((topic, sent)) = self.place(name) else { return Ok(()) };
        if seq <= sent {
            return Ok(());
        }
        self.sent(name, seq);
        if seq > sent + 1 {
            self.missed(topic, sent, seq - 1).await?;
        }
        self.numbered(topic, seq, frame).await
    }

    fn place(&self, name: &str) -> Option<(Topic, i64)> {
        self.heard.get(name).map(|heard| (heard.topic, heard.sent))
    }

    fn sent(&mut self, name: &str, seq: i64) {
        if let Some(heard) = self.heard.get_mut(name) {
            heard.sent = seq;
        }
    }

    async fn numbered(&mut self, topic: Topic, seq: i64, frame: Bytes) -> Step {
        let fits = frame.len() <= LARGEST;
        self.frame(if fits { frame } else { frames::gap(topic, seq - 1, seq) }).await
    }

    /// Tells the events after `after` up to `to` from the rows, or that they are missing.
    async fn missed(&mut self, topic: Topic, after: i64, to: i64) -> Step {
        if after >= to {
            return Ok(());
        }
        match rows(&self.app, topic, after, to).await {
            Ok(Some(events)) => {
                for (seq, frame) in events {
                    self.numbered(topic, seq, frame).await?;
                }
                Ok(())
            }
            Ok(None) | Err(_) => self.frame(frames::gap(topic, after, to)).await,
        }
    }

    /// Asks again who this is and what he may hear. When that cannot be known, it ends.
    async fn recheck(&mut self) -> Step {
        match stoa_accounts::sessions::find(&self.app.db, &self.token).await {
            Ok(Some(signed)) => self.actor = signed.actor,
            Ok(None) => return Err(End::Close(REFUSED, "session_ended".to_owned())),
            Err(_) => return Err(End::Close(LATER, "unavailable".to_owned())),
        }
        let topics: Vec<Topic> = self.heard.values().map(|heard| heard.topic).collect();
        for topic in topics {
            self.judge_again(topic).await?;
        }
        self.flush().await
    }

    async fn judge_again(&mut self, topic: Topic) -> Step {
        let name = topic.to_string();
        match rights::allowed(&self.app, &self.actor, topic).await {
            Ok(allowed) => {
                if let Some(heard) = self.heard.get_mut(&name) {
                    heard.types = allowed.types;
                }
                Ok(())
            }
            Err(Fault::NotFound | Fault::Forbidden(_)) => {
                self.forget(&name);
                self.frame(frames::left(&topic.told(), "forbidden")).await
            }
            Err(_) => Err(End::Close(LATER, "unavailable".to_owned())),
        }
    }

    fn forget(&mut self, name: &str) {
        self.listener.leave(name);
        self.heard.remove(name);
    }

    /* ---- what comes from the client */

    async fn take(&mut self, incoming: Option<Result<Message, axum::Error>>) -> Step {
        let message = match incoming {
            Some(Ok(message)) => message,
            Some(Err(error)) => return Err(unreadable(&error)),
            None => return Err(End::Gone),
        };
        self.last = Instant::now();
        if !self.pace.takes(self.last) {
            return self.too_fast().await;
        }
        match message {
            Message::Text(text) => match asked::read(&text) {
                Some(asked) => self.answer(asked).await,
                None => self.not_understood().await,
            },
            Message::Binary(_) => self.not_understood().await,
            Message::Ping(_) | Message::Pong(_) => Ok(()),
            Message::Close(_) => Err(End::Gone),
        }
    }

    async fn too_fast(&mut self) -> Step {
        self.hasty += 1;
        if self.hasty > HASTY {
            return Err(End::Close(REFUSED, "too_fast".to_owned()));
        }
        self.wrong(Wrong { code: "too_fast", ..Wrong::default() }).await
    }

    async fn not_understood(&mut self) -> Step {
        self.malformed += 1;
        if self.malformed >= MALFORMED {
            return Err(End::Close(NOT_TEXT, "malformed".to_owned()));
        }
        self.wrong(Wrong { code: "malformed", ..Wrong::default() }).await
    }

    async fn answer(&mut self, asked: Asked) -> Step {
        match asked {
            Asked::Join { topic, since } => self.join(&topic, since).await,
            Asked::Leave { topic } => self.leave(&topic),
            Asked::Typing { topic } => self.typing(&topic).await,
            Asked::Ping {} => self.send(frames::pong()).await,
            Asked::Say { topic, once, .. } => {
                let (topic, once) = (Some(&*topic), Some(&*once));
                self.wrong(Wrong { code: "not_found", topic, once }).await
            }
        }
    }

    async fn join(&mut self, asked: &str, since: Option<Since>) -> Step {
        let not = |code| Wrong { code, topic: Some(asked), once: None };
        let Some(topic) = Topic::asked(asked, self.listener.reader().member) else {
            return self.wrong(not("not_found")).await;
        };
        let name = topic.to_string();
        self.forget(&name);
        if self.heard.len() >= TOPICS {
            return self.wrong(not("too_many_topics")).await;
        }
        // Joined before its number is read: what is published meanwhile already waits.
        self.listener.join(&name, false);
        match rights::allowed(&self.app, &self.actor, topic).await {
            Ok(allowed) => self.joined(topic, name, allowed, since).await,
            Err(fault) => {
                self.forget(&name);
                self.wrong(not(refused(&fault))).await
            }
        }
    }

    async fn joined(
        &mut self,
        topic: Topic,
        name: String,
        allowed: Allowed,
        since: Option<Since>,
    ) -> Step {
        let newest = allowed.newest;
        if allowed.shown {
            self.listener.show(&name);
        }
        self.app.hub.seed(&name, newest);
        self.heard.insert(name, Heard { topic, sent: newest, types: allowed.types, typed: None });
        let epoch = self.app.instance.epoch.clone();
        self.frame(frames::joined(topic, &epoch, newest)).await?;
        match since {
            None => {}
            Some(since) if since.epoch != epoch || !(0..=newest).contains(&since.seq) => {
                self.frame(frames::reset(topic)).await?;
            }
            Some(since) => self.missed(topic, since.seq, newest).await?,
        }
        self.flush().await
    }

    fn leave(&mut self, asked: &str) -> Step {
        if let Some(topic) = Topic::asked(asked, self.listener.reader().member) {
            self.forget(&topic.to_string());
        }
        Ok(())
    }

    /// Told at most once in a while; who may not be told of is not, and need not know why.
    async fn typing(&mut self, asked: &str) -> Step {
        let topic = Topic::asked(asked, self.listener.reader().member);
        let name = topic.map(|topic| topic.to_string()).unwrap_or_default();
        let Some(heard) = self.heard.get_mut(&name) else {
            let wrong = Wrong { code: "not_joined", topic: Some(asked), once: None };
            return self.wrong(wrong).await;
        };
        let again = heard.typed.is_none_or(|at| at.elapsed() >= TYPING);
        if heard.types && again {
            heard.typed = Some(Instant::now());
            self.listener.types(&name);
        }
        Ok(())
    }
}

/// The events after `after` up to `to` as frames; `None` where they are too many or not kept.
async fn rows(
    app: &App,
    topic: Topic,
    after: i64,
    to: i64,
) -> Result<Option<Vec<(i64, Bytes)>>, Fault> {
    if to - after > history::MOST {
        return Ok(None);
    }
    let Missed::Events(events) = history::since(&app.db, topic, after, None, to).await? else {
        return Ok(None);
    };
    let mut made = Vec::with_capacity(events.len());
    for some in events.chunks(CHUNK) {
        made.extend(frames::events(app, topic, some).await?);
    }
    Ok(Some(made))
}

fn refused(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotFound | Fault::Forbidden(_) => "not_found",
        _ => "unavailable",
    }
}

/// The library tells by words what it could not read.
fn unreadable(error: &axum::Error) -> End {
    let told = error.to_string().to_ascii_lowercase();
    if told.contains("utf-8") {
        End::Close(NOT_TEXT, "malformed".to_owned())
    } else if told.contains("too long") || told.contains("too big") || told.contains("exceed") {
        End::Close(TOO_LARGE, "too_large".to_owned())
    } else {
        End::Gone
    }
}
