//! A mail server that takes letters, and misbehaves when told to.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// How the server behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Takes everything.
    Ok,
    /// Takes everything, and answers a letter only after a while.
    Slow(Duration),
    /// Asks to come back later, at the recipient.
    Later,
    /// Refuses the recipient for good.
    Never,
    /// Closes the door at once.
    Refuse,
    /// Opens the door and never says a word.
    Mute,
    /// Keeps the letter and drops the line before it says so.
    CutAfterData,
}

/// A letter that reached the server, whether or not it said so.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The mode at that moment.
    pub mode: Mode,
    /// The sender's end of the line.
    pub from: SocketAddr,
    /// To whom.
    pub to: String,
    /// As it came, with dots undone.
    pub raw: String,
}

impl Taken {
    /// A header's value, folded lines joined.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.raw.split("\r\n\r\n").next().unwrap_or_default();
        let whole = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        whole.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
    }

    /// Its `Message-ID`.
    #[must_use]
    pub fn id(&self) -> String {
        self.header("Message-ID").unwrap_or_default()
    }
}

#[derive(Default)]
struct State {
    mode: Option<Mode>,
    met: usize,
    taken: Vec<Taken>,
}

/// The server. Cheap to clone; all clones see the same letters.
#[derive(Clone)]
pub struct Sink {
    /// Where it listens.
    pub address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Sink {
    /// Opens it on a free port of the loopback.
    ///
    /// # Errors
    /// What the system says.
    pub async fn open() -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let sink = Self { address: listener.local_addr()?, state: Arc::default() };
        let served = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, from)) = listener.accept().await {
                let sink = served.clone();
                // A line that breaks is the client's business.
                tokio::spawn(async move { drop(sink.serve(stream, from).await) });
            }
        });
        Ok(sink)
    }

    /// The address for `mail.url`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Changes how it behaves from now on.
    pub fn behave(&self, mode: Mode) {
        let mut state = self.lock();
        (state.mode, state.met) = (Some(mode), 0);
    }

    /// How often somebody met it as it behaves now; a letter that it takes counts not.
    #[must_use]
    pub fn met(&self) -> usize {
        self.lock().met
    }

    /// All letters that reached it so far.
    #[must_use]
    pub fn taken(&self) -> Vec<Taken> {
        self.lock().taken.clone()
    }

    /// How often each letter reached each recipient, by (recipient, `Message-ID`).
    #[must_use]
    pub fn counts(&self) -> BTreeMap<(String, String), usize> {
        let mut counts = BTreeMap::new();
        for letter in &self.lock().taken {
            *counts.entry((letter.to.clone(), letter.id())).or_insert(0) += 1;
        }
        counts
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn mode(&self) -> Mode {
        self.lock().mode.unwrap_or(Mode::Ok)
    }

    async fn serve(&self, stream: TcpStream, from: SocketAddr) -> std::io::Result<()> {
        let mut line = BufReader::new(stream);
        if !self.opens(&mut line).await? {
            return Ok(());
        }
        say(&mut line, "220 sink.test").await?;
        let mut to = String::new();
        loop {
            let mut text = String::new();
            if line.read_line(&mut text).await? == 0 || !self.opens(&mut line).await? {
                return Ok(());
            }
            let verb: String = text.chars().take(4).collect::<String>().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" => say(&mut line, "250-sink.test\r\n250-8BITMIME\r\n250 SMTPUTF8").await?,
                "RCPT" => {
                    to = between(&text);
                    say(&mut line, self.recipient()).await?;
                }
                "DATA" => {
                    say(&mut line, "354 go on").await?;
                    let raw = letter(&mut line).await?;
                    if !self.keep(from, &to, raw, &mut line).await? {
                        return Ok(());
                    }
                }
                "QUIT" => return say(&mut line, "221 bye").await,
                _ => say(&mut line, "250 ok").await?,
            }
        }
    }

    /// Whether it goes on to talk: when it refuses it hangs up, when it is mute it only listens.
    async fn opens(&self, line: &mut BufReader<TcpStream>) -> std::io::Result<bool> {
        match self.mode() {
            Mode::Refuse => self.lock().met += 1,
            Mode::Mute => {
                self.lock().met += 1;
                // Until the other side gives up.
                line.read_to_end(&mut Vec::new()).await?;
            }
            _ => return Ok(true),
        }
        Ok(false)
    }

    fn recipient(&self) -> &'static str {
        let answer = match self.mode() {
            Mode::Later => "451 4.3.0 later",
            Mode::Never => "550 5.1.1 no such mailbox",
            _ => return "250 ok",
        };
        self.lock().met += 1;
        answer
    }

    /// Keeps a letter before it is acknowledged; false when the line is to be cut.
    async fn keep(
        &self,
        from: SocketAddr,
        to: &str,
        raw: String,
        line: &mut BufReader<TcpStream>,
    ) -> std::io::Result<bool> {
        let mode = self.mode();
        self.lock().taken.push(Taken { mode, from, to: to.to_owned(), raw });
        match mode {
            Mode::CutAfterData => return Ok(false),
            Mode::Slow(pause) => tokio::time::sleep(pause).await,
            _ => {}
        }
        say(line, "250 taken").await.map(|()| true)
    }
}

async fn say(line: &mut BufReader<TcpStream>, text: &str) -> std::io::Result<()> {
    line.get_mut().write_all(format!("{text}\r\n").as_bytes()).await
}

fn between(text: &str) -> String {
    let inner = text.split_once('<').map_or("", |(_, rest)| rest);
    inner.split('>').next().unwrap_or_default().to_owned()
}

async fn letter(line: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\r\n.\r\n") {
        if bytes == b".\r\n" {
            break;
        }
        match line.read_u8().await {
            Ok(byte) => bytes.push(byte),
            Err(error) => return Err(error),
        }
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let text = text.strip_suffix(".\r\n").unwrap_or(&text);
    Ok(text.replace("\r\n..", "\r\n."))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn talk(sink: &Sink, lines: &[&str]) -> Vec<String> {
        let mut stream = BufReader::new(TcpStream::connect(sink.address).await.unwrap());
        let mut heard = Vec::new();
        let mut answer = String::new();
        for line in lines {
            answer.clear();
            if stream.read_line(&mut answer).await.unwrap() == 0 {
                break;
            }
            heard.push(answer.trim().to_owned());
            stream.get_mut().write_all(format!("{line}\r\n").as_bytes()).await.unwrap();
        }
        answer.clear();
        stream.read_line(&mut answer).await.unwrap();
        heard.push(answer.trim().to_owned());
        heard
    }

    const LETTER: [&str; 4] = [
        "HELO a",
        "RCPT TO:<b@example.org>",
        "DATA",
        "Message-ID: <x@y>\r\nA: b\r\n c\r\n\r\n..dot\r\n.",
    ];

    #[tokio::test]
    async fn letters_are_kept_before_they_are_acknowledged() {
        let sink = Sink::open().await.unwrap();
        assert_eq!(talk(&sink, &LETTER).await.last().unwrap(), "250 taken");
        sink.behave(Mode::CutAfterData);
        assert_eq!(talk(&sink, &LETTER).await.last().unwrap(), "");
        assert_eq!(sink.counts()[&("b@example.org".to_owned(), "<x@y>".to_owned())], 2);
        assert_eq!(sink.taken()[0].header("a").unwrap(), "b c");
        assert!(sink.taken()[0].raw.ends_with("\r\n\r\n.dot\r\n"));
    }

    #[tokio::test]
    async fn refusals_keep_nothing() {
        let sink = Sink::open().await.unwrap();
        sink.behave(Mode::Later);
        assert!(talk(&sink, &LETTER[..2]).await.last().unwrap().starts_with("451"));
        sink.behave(Mode::Refuse);
        assert_eq!(talk(&sink, &LETTER[..1]).await, [""]);
        assert!(sink.taken().is_empty());
    }
}
