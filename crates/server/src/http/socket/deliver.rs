//! What comes from the hub: events in order, gaps, changed rights.

use bytes::Bytes;
use stoa_kernel::Fault;
use stoa_live::{Delivery, Since, Topic, history};

use super::talk::{End, LATER, REFUSED, Step, Talk};
use crate::app::App;
use crate::live::{frames, rights};

/// Frames written before the socket is flushed and listened to again.
const BATCH: usize = 64;
/// A larger event is told as a gap: what waits to be written is bounded.
const LARGEST: usize = 192 << 10;
/// Events made into frames at a time.
const CHUNK: usize = 100;

impl Talk {
    pub(super) async fn deliver(&mut self, first: Delivery) -> Step {
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
        let Some((topic, sent)) = self.place(name) else {
            return Ok(());
        };
        if to <= sent {
            return Ok(());
        }
        self.sent(name, to);
        self.frame(frames::gap(topic, sent, to)).await
    }

    async fn event(&mut self, name: &str, seq: i64, frame: Bytes) -> Step {
        let Some((topic, sent)) = self.place(name) else {
            return Ok(());
        };
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
    pub(super) async fn missed(&mut self, topic: Topic, after: i64, to: i64) -> Step {
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
    pub(super) async fn recheck(&mut self) -> Step {
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

    pub(super) fn forget(&mut self, name: &str) {
        self.listener.leave(name);
        self.heard.remove(name);
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
    let Since::Events(events) = history::since(&app.db, topic, after, None, to).await? else {
        return Ok(None);
    };
    let mut made = Vec::with_capacity(events.len());
    for some in events.chunks(CHUNK) {
        made.extend(frames::events(app, topic, some).await?);
    }
    Ok(Some(made))
}
