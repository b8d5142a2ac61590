//! Letters leave here: over SMTP, into files, or into memory for tests.
//!
//! A [`Letter`] is words and addresses; this module alone knows what a message
//! looks like on the wire. Its `Message-ID` is made of the letter's id, so that
//! a letter sent twice is known as one.
//!
//! **No value of a letter can begin a header of its own**: every header is one
//! line before it is encoded, addresses are parsed.
//! **Nothing here is logged but masked addresses.**

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lettre::message::Mailbox;
use secrecy::ExposeSecret;
use stoa_kernel::Time;
use stoa_kernel::ids::MemberId;

use crate::config;

mod message;
pub mod reader;
mod smtp;

pub use message::List;

/// A letter, written.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// The part of its `Message-ID` before the `@`.
    pub id: String,
    /// The value of `Stoa-Letter`.
    pub kind: &'static str,
    /// The recipient.
    pub member: MemberId,
    /// The recipient's name.
    pub name: String,
    /// The recipient's address.
    pub email: String,
    /// One line.
    pub subject: String,
    /// The text twin.
    pub text: String,
    /// The HTML twin.
    pub html: String,
    /// What letters of one conversation share: mail programs put them together.
    pub thread: Option<String>,
    /// Its list and the way to leave it, for letters that can be left.
    pub list: Option<List>,
    /// The moment it is sent.
    pub at: Time,
}

/// A letter was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undelivered {
    /// It may be taken later: the server is away, busy, or asks to come back.
    Later(String),
    /// It will never be taken: the address, or the letter, is refused for good.
    Never(String),
}

/// A letter kept in memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// To whom.
    pub member: MemberId,
    /// The value of `Stoa-Letter`.
    pub name: String,
    /// One line.
    pub subject: String,
    /// The text twin.
    pub text: String,
    /// The HTML twin.
    pub html: String,
    /// As it would go over the wire.
    pub raw: String,
}

/// The bag of a postman who sends nothing.
#[derive(Debug, Default)]
struct Bag {
    sent: Vec<Sent>,
    refusals: VecDeque<Undelivered>,
}

impl Bag {
    fn take(&mut self, letter: &Letter, raw: &[u8]) -> Result<(), Undelivered> {
        if let Some(refusal) = self.refusals.pop_front() {
            return Err(refusal);
        }
        self.sent.push(Sent {
            member: letter.member,
            name: letter.kind.to_owned(),
            subject: letter.subject.clone(),
            text: letter.text.clone(),
            html: letter.html.clone(),
            raw: String::from_utf8_lossy(raw).into_owned(),
        });
        Ok(())
    }
}

#[derive(Clone)]
enum Way {
    Smtp(Arc<smtp::Relay>),
    Files(PathBuf),
    Memory(Arc<Mutex<Bag>>),
}

/// Sends letters. Cheap to clone.
#[derive(Clone)]
pub struct Postman {
    way: Way,
    from: Mailbox,
    host: String,
}

impl Postman {
    /// The postman of a configuration: `file:DIR`, `smtp://HOST:PORT` or `smtps://…`;
    /// `public_url` gives the host in `Message-ID`, `patience` how long the sending of a letter
    /// may take. Must be called within the runtime.
    ///
    /// # Errors
    /// A sentence that names the key.
    pub fn from_config(
        mail: &config::Mail,
        public_url: &str,
        patience: Duration,
    ) -> Result<Self, String> {
        let url = mail.url.expose_secret();
        let way = match url.strip_prefix("file:") {
            Some(dir) => Way::Files(PathBuf::from(dir.trim_start_matches("//"))),
            None => {
                let relay = smtp::Relay::new(url, mail.connections, patience);
                Way::Smtp(Arc::new(relay.map_err(|why| format!("mail.url: {why}"))?))
            }
        };
        Ok(Self { way, from: sender(&mail.from)?, host: host_of(public_url) })
    }

    /// A postman who keeps what he is given, for tests.
    ///
    /// # Errors
    /// As [`Postman::from_config`].
    pub fn memory(mail: &config::Mail, public_url: &str) -> Result<Self, String> {
        let way = Way::Memory(Arc::default());
        Ok(Self { way, from: sender(&mail.from)?, host: host_of(public_url) })
    }

    /// What a postman for tests was given so far, oldest first; nothing for another.
    #[must_use]
    pub fn sent(&self) -> Vec<Sent> {
        match &self.way {
            Way::Memory(bag) => bag.lock().unwrap_or_else(PoisonError::into_inner).sent.clone(),
            _ => Vec::new(),
        }
    }

    /// Lets a postman for tests refuse the next letter so; more than one are refused in turn.
    pub fn refuse_next(&self, refusal: Undelivered) {
        if let Way::Memory(bag) = &self.way {
            bag.lock().unwrap_or_else(PoisonError::into_inner).refusals.push_back(refusal);
        }
    }

    /// The host in `Message-ID`, `List-Id` and `References`.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Sends one letter; `Ok` means that the next server, or the disk, has it.
    ///
    /// # Errors
    /// [`Undelivered`], with addresses masked.
    pub async fn send(&self, letter: &Letter) -> Result<(), Undelivered> {
        let message = message::compose(letter, &self.from, &self.host, message::Coding::Plain)?;
        match &self.way {
            Way::Smtp(relay) => match relay.send(message).await {
                // A server of the old kind takes seven bits only.
                Err(smtp::Refused::EightBit) => {
                    let coded = message::compose(
                        letter,
                        &self.from,
                        &self.host,
                        message::Coding::SevenBit,
                    )?;
                    relay.send(coded).await.map_err(smtp::Refused::into_undelivered)
                }
                done => done.map_err(smtp::Refused::into_undelivered),
            },
            Way::Files(dir) => keep(dir, &letter.id, &message.formatted()).await,
            Way::Memory(bag) => {
                let mut bag = bag.lock().unwrap_or_else(PoisonError::into_inner);
                bag.take(letter, &message.formatted())
            }
        }
    }

    /// Removes all letters kept as files; nothing for another postman. Answers how many.
    ///
    /// # Errors
    /// What the file system answers.
    pub async fn forget(&self) -> std::io::Result<usize> {
        let Way::Files(dir) = &self.way else { return Ok(0) };
        let mut gone = 0;
        let mut files = match tokio::fs::read_dir(dir).await {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(0),
            opened => opened?,
        };
        while let Some(file) = files.next_entry().await? {
            let name = file.file_name();
            let ours = name.to_str().is_some_and(|n| n.ends_with(".eml") || n.ends_with(".part"));
            if ours {
                tokio::fs::remove_file(file.path()).await?;
                gone += 1;
            }
        }
        Ok(gone)
    }

    /// Whether letters could be sent now.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub async fn check(&self) -> Result<(), String> {
        match &self.way {
            Way::Smtp(relay) => relay.check().await,
            Way::Files(dir) => {
                let made = tokio::fs::create_dir_all(dir).await;
                made.map_err(|error| format!("{}: {error}", dir.display()))
            }
            Way::Memory(_) => Ok(()),
        }
    }
}

fn sender(from: &str) -> Result<Mailbox, String> {
    from.parse().map_err(|error| format!("mail.from: {error}"))
}

/// The host of an address as it may stand behind an `@`.
fn host_of(public_url: &str) -> String {
    let url: Option<http::Uri> = public_url.parse().ok();
    let host = url.as_ref().and_then(http::Uri::host).unwrap_or("localhost");
    host.trim_matches(['[', ']']).replace(':', "-")
}

/// One file a letter, whole or not at all; the same letter again replaces its file.
async fn keep(dir: &std::path::Path, id: &str, raw: &[u8]) -> Result<(), Undelivered> {
    let write = async {
        tokio::fs::create_dir_all(dir).await?;
        let unfinished = dir.join(format!(".{id}.part"));
        let mut file = tokio::fs::File::create(&unfinished).await?;
        tokio::io::AsyncWriteExt::write_all(&mut file, raw).await?;
        file.sync_all().await?;
        tokio::fs::rename(&unfinished, dir.join(format!("{id}.eml"))).await
    };
    write
        .await
        .map_err(|error: std::io::Error| Undelivered::Later(format!("{}: {error}", dir.display())))
}

/// A text from outside with whatever looks like an address masked: `a***@example.org`.
pub(crate) fn masked(text: &str) -> String {
    let words = text.split(' ').map(|word| match word.rsplit_once('@') {
        Some((local, domain)) => {
            let open = local.trim_start_matches(|c: char| !c.is_alphanumeric());
            let first: String = open.chars().take(1).collect();
            format!("{first}***@{domain}")
        }
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_masked_in_what_servers_say() {
        let said = "550 5.1.1 <ada.l@example.org>: unknown";
        assert_eq!(masked(said), "550 5.1.1 a***@example.org>: unknown");
    }

    #[test]
    fn hosts_fit_behind_an_at_sign() {
        assert_eq!(host_of("https://stoa.example:8443"), "stoa.example");
        assert_eq!(host_of("http://[::1]:8080"), "--1");
        assert_eq!(host_of(""), "localhost");
    }
}
