//! The translator: a server that speaks LibreTranslate's protocol, or none.
//!
//! It is given single lines (`POST /translate {q, source, target, format}`) and may be slow, away
//! or wrong: whatever it answers is a text, of bounded length, and nothing waits for it but the
//! job that asks.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use reqwest::{Client, Response, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::json;
use stoa_render::prose::translate::Unit;

use crate::app::App;
use crate::config::Translate;

/// The largest answer that is read, bytes: a line is far shorter.
const LARGEST: usize = 512 * 1024;
/// How long a translator may take to be connected with.
const CONNECT: Duration = Duration::from_secs(5);

/// Why there is no translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untranslated {
    /// It may work later: away, slow, busy.
    Away(String),
    /// It will not: a pair of languages it does not know, a key it does not take, no answer of
    /// its protocol.
    Refused(String),
}

impl std::fmt::Display for Untranslated {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Self::Away(why) | Self::Refused(why)) = self;
        f.write_str(why)
    }
}

/// Which languages it turns into which, by the first letters of their tags.
type Pairs = HashMap<String, HashSet<String>>;

/// The translator, cheap to clone.
#[derive(Clone)]
pub struct Translator(Option<Arc<Server>>);

struct Server {
    client: Client,
    url: String,
    key: SecretString,
    pairs: RwLock<Option<Arc<Pairs>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    translated_text: String,
}

#[derive(Deserialize)]
struct Spoken {
    code: String,
    #[serde(default)]
    targets: Vec<String>,
}

impl Translator {
    /// The translator of the configuration.
    ///
    /// # Errors
    /// A sentence when no client can be made.
    pub fn new(config: &Translate) -> Result<Self, String> {
        if config.url.is_empty() {
            return Ok(Self(None));
        }
        // Fails only when a provider was installed before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .connect_timeout(CONNECT)
            .timeout(Duration::from_secs(config.timeout_s.max(1)))
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| format!("translate.url: {error}"))?;
        let url = config.url.trim_end_matches('/').to_owned();
        let server = Server { client, url, key: config.key.clone(), pairs: RwLock::new(None) };
        Ok(Self(Some(Arc::new(server))))
    }

    /// Whether there is one.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Whether it turns one language into another; as far as it has said, and yes before it has.
    #[must_use]
    pub fn speaks(&self, from: &str, to: &str) -> bool {
        let Some(server) = &self.0 else { return false };
        let known = server.pairs.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(pairs) = known else { return true };
        pairs.get(short(from)).is_some_and(|targets| targets.contains(short(to)))
    }

    /// Translates one line.
    ///
    /// # Errors
    /// [`Untranslated`].
    pub async fn line(&self, unit: &Unit, from: &str, to: &str) -> Result<String, Untranslated> {
        let Some(server) = &self.0 else {
            return Err(Untranslated::Refused("there is no translator".into()));
        };
        let format = if unit.html { "html" } else { "text" };
        let mut wish = json!({ "q": unit.text, "source": from, "target": to, "format": format });
        let key = server.key.expose_secret();
        if let (false, Some(fields)) = (key.is_empty(), wish.as_object_mut()) {
            fields.insert("api_key".to_owned(), key.into());
        }
        let asked = server.client.post(format!("{}/translate", server.url)).json(&wish).send();
        let body = read(asked.await.map_err(away)?).await?;
        let answer: Answer = serde_json::from_slice(&body)
            .map_err(|_| Untranslated::Refused("the answer is none of LibreTranslate's".into()))?;
        Ok(answer.translated_text)
    }

    /// Asks which languages it knows; a translator that does not say is asked for any.
    ///
    /// # Errors
    /// [`Untranslated`].
    pub async fn languages(&self) -> Result<usize, Untranslated> {
        let Some(server) = &self.0 else { return Ok(0) };
        let asked = server.client.get(format!("{}/languages", server.url)).send();
        let body = read(asked.await.map_err(away)?).await?;
        let spoken: Vec<Spoken> = serde_json::from_slice(&body)
            .map_err(|_| Untranslated::Refused("the list of languages cannot be read".into()))?;
        let all: HashSet<String> = spoken.iter().map(|one| short(&one.code).to_owned()).collect();
        let pairs: Pairs = spoken.into_iter().map(|one| pair(one, &all)).collect();
        let count = pairs.len();
        let known = (count > 0).then(|| Arc::new(pairs));
        *server.pairs.write().unwrap_or_else(PoisonError::into_inner) = known;
        Ok(count)
    }
}

/// How often the languages are asked for anew.
const ANEW: Duration = Duration::from_secs(3600);

/// Learns which languages the translator knows, in this process, until the program stops.
pub async fn follow(app: App) {
    while app.translator.is_on() && !app.stop.is_cancelled() {
        if let Err(why) = app.translator.languages().await {
            tracing::warn!(cause = %why, "the translator does not say which languages it knows");
        }
        tokio::select! {
            () = tokio::time::sleep(ANEW) => {}
            () = app.stop.cancelled() => {}
        }
    }
}

/// Older servers name no targets: every language they know is one.
fn pair(one: Spoken, all: &HashSet<String>) -> (String, HashSet<String>) {
    let named: HashSet<String> = one.targets.iter().map(|tag| short(tag).to_owned()).collect();
    (short(&one.code).to_owned(), if named.is_empty() { all.clone() } else { named })
}

fn short(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

fn away(error: reqwest::Error) -> Untranslated {
    // The address, which may hold a key, is not told.
    Untranslated::Away(error.without_url().to_string())
}

/// The body of a good answer.
async fn read(mut response: Response) -> Result<Vec<u8>, Untranslated> {
    let status = response.status();
    let busy = status.is_server_error()
        || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT);
    if busy {
        return Err(Untranslated::Away(format!("it answered {status}")));
    }
    if !status.is_success() {
        return Err(Untranslated::Refused(format!("it answered {status}")));
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(away)? {
        body.extend_from_slice(&chunk);
        if body.len() > LARGEST {
            return Err(Untranslated::Refused("the answer is too long".into()));
        }
    }
    Ok(body)
}
