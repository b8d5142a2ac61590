//! What comes from the client, and what it is answered.

use std::time::Duration;

use axum::extract::ws::Message;
use stoa_kernel::Fault;
use stoa_live::Topic;
use tokio::time::Instant;

use super::asked::{self, Asked, Since};
use super::talk::{End, Heard, NOT_TEXT, REFUSED, Step, TOO_LARGE, Talk};
use crate::live::frames::{self, Wrong};
use crate::live::rights::{self, Allowed};

/// How often somebody may say that he writes.
const TYPING: Duration = Duration::from_secs(3);
/// Topics of one socket.
const TOPICS: usize = 50;
/// Malformed frames, and frames beyond the pace, after which the socket is closed.
const MALFORMED: u32 = 5;
const HASTY: u32 = 40;

impl Talk {
    pub(super) async fn take(&mut self, incoming: Option<Result<Message, axum::Error>>) -> Step {
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
