//! SMTP: a few kept connections, STARTTLS, and a pause while the server is away.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, Error, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::{Undelivered, masked};

/// How long a kept connection may idle.
const IDLE: Duration = Duration::from_secs(30);
/// How long nothing is tried after the server could not be reached, so that
/// other work does not wait behind letters that cannot go.
const PAUSE: Duration = Duration::from_secs(10);

/// A mail server to hand letters to.
pub(super) struct Relay {
    builder: AsyncSmtpTransportBuilder,
    transport: Mutex<AsyncSmtpTransport<Tokio1Executor>>,
    patience: Duration,
    away_until: Mutex<Option<Instant>>,
}

/// Why the server did not take a letter.
#[derive(Debug)]
pub(super) enum Refused {
    /// It takes seven bits only.
    EightBit,
    /// Anything else.
    Undelivered(Undelivered),
}

impl Refused {
    pub(super) fn into_undelivered(self) -> Undelivered {
        match self {
            Self::EightBit => Undelivered::Never("the server takes no 8-bit letters".into()),
            Self::Undelivered(why) => why,
        }
    }
}

impl Relay {
    /// `smtp://[USER:PASSWORD@]HOST[:PORT][?tls=opportunistic|required|none]` or `smtps://…`;
    /// a letter must be taken within `patience`.
    pub(super) fn new(url: &str, connections: u32, patience: Duration) -> Result<Self, String> {
        let pool = PoolConfig::new().max_size(connections.max(1)).idle_timeout(IDLE);
        let builder = builder(url)?.timeout(Some(patience)).pool_config(pool);
        let transport = Mutex::new(builder.clone().build());
        Ok(Self { builder, transport, patience, away_until: Mutex::new(None) })
    }

    pub(super) async fn send(&self, message: Message) -> Result<(), Refused> {
        self.pause()?;
        let transport = self.transport();
        // The library bounds connecting alone: a server that falls silent later would be
        // waited for until the end of days.
        match tokio::time::timeout(self.patience, transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(self.judge(&error)),
            Err(_) => Err(self.silent()),
        }
    }

    fn transport(&self) -> AsyncSmtpTransport<Tokio1Executor> {
        self.transport.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Leaves a server that fell silent, with all lines to it: on the one that was left in the
    /// middle of a letter its late answer would be taken for the answer to the next.
    fn silent(&self) -> Refused {
        let fresh = self.builder.clone().build();
        *self.transport.lock().unwrap_or_else(PoisonError::into_inner) = fresh;
        self.away();
        let why = format!("the mail server did not answer within {:?}", self.patience);
        Refused::Undelivered(Undelivered::Later(why))
    }

    fn away(&self) {
        let mut until = self.away_until.lock().unwrap_or_else(PoisonError::into_inner);
        *until = Some(Instant::now() + PAUSE);
    }

    pub(super) async fn check(&self) -> Result<(), String> {
        match tokio::time::timeout(self.patience, self.transport().test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err("the server hangs up".into()),
            Ok(Err(error)) => Err(told(&error)),
            Err(_) => Err("the server does not answer".into()),
        }
    }

    fn pause(&self) -> Result<(), Refused> {
        let until = *self.away_until.lock().unwrap_or_else(PoisonError::into_inner);
        match until {
            Some(until) if Instant::now() < until => {
                let why = "the mail server could not be reached a moment ago".to_owned();
                Err(Refused::Undelivered(Undelivered::Later(why)))
            }
            _ => Ok(()),
        }
    }

    fn judge(&self, error: &Error) -> Refused {
        let said = told(error);
        match error.status() {
            Some(code) => Refused::Undelivered(by_code(u16::from(code), said)),
            None if error.is_client() && said.contains("8BITMIME") => Refused::EightBit,
            None if error.is_client() => Refused::Undelivered(Undelivered::Never(said)),
            None => {
                self.away();
                Refused::Undelivered(Undelivered::Later(said))
            }
        }
    }
}

/// 4xx: come back. 5xx: never, unless it is about us and not about this letter
/// (530, 534, 535, 538: signing in; 500 to 504: a command; 521, 554 at the greeting has no code here).
fn by_code(code: u16, said: String) -> Undelivered {
    let about_us = matches!(code, 500..=504 | 521 | 530 | 534 | 535 | 538);
    if code / 100 == 5 && !about_us { Undelivered::Never(said) } else { Undelivered::Later(said) }
}

/// The error with its causes, masked.
fn told(error: &Error) -> String {
    let mut said = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let text = inner.to_string();
        if !said.contains(&text) {
            said = format!("{said}: {text}");
        }
        cause = inner.source();
    }
    masked(&said)
}

fn builder(url: &str) -> Result<AsyncSmtpTransportBuilder, String> {
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let wish = query.split('&').find_map(|pair| pair.strip_prefix("tls="));
    let wish = match (base.starts_with("smtps://"), wish) {
        (true, _) => "",
        (false, None | Some("opportunistic")) => "opportunistic",
        (false, Some("required")) => "required",
        (false, Some("none")) => "none",
        (false, Some(other)) => return Err(format!("tls={other} is not known")),
    };
    if !base.starts_with("smtp://") && !base.starts_with("smtps://") {
        return Err("begins with file:, smtp:// or smtps://".into());
    }
    let address = if wish == "required" { format!("{base}?tls=required") } else { base.to_owned() };
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&address);
    let builder = builder.map_err(|error| told(&error))?;
    if wish != "opportunistic" {
        return Ok(builder);
    }
    Ok(builder.tls(Tls::Opportunistic(opportunistic(base)?)))
}

/// TLS where it is offered. A server of this machine may show a certificate
/// that nobody signed: there is no network between to protect it from.
fn opportunistic(url: &str) -> Result<TlsParameters, String> {
    let host = url.parse::<http::Uri>().ok().and_then(|uri| uri.host().map(str::to_owned));
    let host = host.ok_or("has no host")?;
    let here = host == "localhost" || host == "[::1]" || host.starts_with("127.");
    let parameters = TlsParameters::builder(host).dangerous_accept_invalid_certs(here);
    parameters.build().map_err(|error| told(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(5);

    fn letter() -> Message {
        let builder = Message::builder().from("a@b.test".parse().unwrap());
        builder.to("c@d.test".parse().unwrap()).body(String::from("x")).unwrap()
    }

    #[tokio::test]
    async fn a_server_that_falls_silent_is_left_and_comes_back_later() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        // The system takes the connection; nobody ever says a word.
        let mute = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", mute.local_addr().unwrap());
        let relay = Relay::new(&url, 1, Duration::from_millis(200)).unwrap();
        for expected in ["did not answer", "a moment ago"] {
            match relay.send(letter()).await {
                Err(Refused::Undelivered(Undelivered::Later(why))) => {
                    assert!(why.contains(expected), "{why}");
                }
                other => panic!("{other:?}"),
            }
        }
        assert!(relay.check().await.unwrap_err().contains("does not answer"));
    }

    #[tokio::test]
    async fn addresses_of_mail_servers_are_read() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        for good in [
            "smtp://127.0.0.1:2525",
            "smtp://mail.example",
            "smtp://mail.example?tls=required",
            "smtp://mail.example:25?tls=none",
            "smtps://user:p%40ss@mail.example:465",
        ] {
            assert!(Relay::new(good, 4, PATIENCE).is_ok(), "{good}");
        }
        for bad in
            ["mail.example", "smtp://mail.example?tls=maybe", "http://mail.example", "smtp://"]
        {
            assert!(Relay::new(bad, 4, PATIENCE).is_err(), "{bad}");
        }
    }

    #[tokio::test]
    async fn a_server_that_is_away_is_left_alone_for_a_moment() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        // A port that was free a moment ago: nobody listens.
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let relay = Relay::new(&format!("smtp://{free}"), 1, PATIENCE).unwrap();
        for expected in ["", "a moment ago"] {
            match relay.send(letter()).await {
                Err(Refused::Undelivered(Undelivered::Later(why))) => {
                    assert!(why.contains(expected), "{why}");
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn codes_say_whether_to_come_back() {
        assert!(matches!(by_code(451, String::new()), Undelivered::Later(_)));
        assert!(matches!(by_code(550, String::new()), Undelivered::Never(_)));
        assert!(matches!(by_code(535, String::new()), Undelivered::Later(_)));
        assert!(matches!(by_code(552, String::new()), Undelivered::Never(_)));
    }
}
