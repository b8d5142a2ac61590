//! Configuration: what the file and the environment say, read once at start.

use std::path::{Path, PathBuf};
use std::time::Duration;

use config::{Config as Layers, Environment, File, FileFormat};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use stoa_kernel::Identity;

const DEFAULTS: &str = include_str!("../../../config/default.toml");

/// A mail server that checks contents slowly is waited for, one that hangs is left.
const LONGEST_SENDING: Duration = Duration::from_secs(60);
/// Below it a job would lose its lease before its work can be done.
const SHORTEST_LEASE_S: u64 = 2;

/// Lists, which the environment separates by commas.
const LISTS: [&str; 3] = ["site.languages", "server.allowed_hosts", "server.trusted_proxies"];

/// The instance's words about itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// The language of last resort.
    pub language: String,
    /// Languages people write in.
    pub languages: Vec<String>,
    /// Whom to tell of a weakness, or empty.
    pub security_contact: String,
}

impl Site {
    /// Who the instance is while nobody has said otherwise.
    #[must_use]
    pub fn identity(&self) -> Identity {
        let (name, language) = (self.name.clone(), self.language.clone());
        Identity { name, language, languages: self.languages.clone() }
    }
}

/// The HTTP server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Address and port.
    pub listen: String,
    /// The address people type; filled in with the bound one when empty.
    pub public_url: String,
    /// Further host names.
    pub allowed_hosts: Vec<String>,
    /// Proxies that are believed.
    pub trusted_proxies: Vec<String>,
    /// The largest body, KiB.
    pub body_limit_kib: usize,
    /// The longest request, seconds.
    pub request_timeout_s: u64,
    /// The longest wait at the end, seconds.
    pub drain_s: u64,
    /// Worker threads.
    pub threads: usize,
}

/// The data folder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// Where it is.
    pub dir: PathBuf,
}

/// The database.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// Its address.
    pub url: SecretString,
    /// Size of the pool.
    pub connections: u32,
    /// Commits reach the disk.
    pub durable: bool,
    /// Longest statement, milliseconds.
    pub patience_ms: u64,
}

/// The bus between processes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bus {
    /// Its address.
    pub url: SecretString,
}

impl Bus {
    /// One process alone.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.url.expose_secret() == "local"
    }
}

/// Outgoing mail.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Where letters go.
    pub url: SecretString,
    /// Their sender.
    pub from: String,
    /// Bundling, seconds.
    pub bundle_s: u64,
    /// Connections at a time.
    pub connections: u32,
}

impl Mail {
    /// Whether letters are kept as files, where nobody gets them.
    #[must_use]
    pub fn keeps_files(&self) -> bool {
        self.url.expose_secret().starts_with("file:")
    }
}

/// Limits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Multiplies all of them.
    pub factor: f64,
    /// Hashes at a time.
    pub hashes: usize,
    /// Who may wait for one.
    pub hash_queue: usize,
}

/// Background jobs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jobs {
    /// At a time.
    pub workers: usize,
    /// Claimed at once.
    pub batch: u64,
    /// Lease, seconds.
    pub lease_s: u64,
    /// Idle look, milliseconds.
    pub poll_ms: u64,
}

impl Jobs {
    /// How long a claimed job, and the letter that it sends, belong to their process.
    #[must_use]
    pub fn lease(&self) -> Duration {
        Duration::from_secs(self.lease_s)
    }

    /// How long the sending of a letter may take: well within the lease, so that nobody else
    /// takes the letter up meanwhile.
    #[must_use]
    pub fn mail_patience(&self) -> Duration {
        (self.lease() * 3 / 4).min(LONGEST_SENDING)
    }
}

/// The moderators' desk.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moderation {
    /// Undo, seconds.
    pub undo_s: u64,
    /// Claim, seconds.
    pub claim_s: u64,
}

/// What goes with time, in days.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// From where sessions came.
    pub networks_days: u64,
    /// Drafts untouched.
    pub drafts_days: u64,
    /// Letters sent.
    pub letters_days: u64,
    /// Events of open pages.
    pub events_days: u64,
    /// Wordings taken back by their authors.
    pub deleted_texts_days: u64,
    /// Wordings refused by moderators.
    pub refused_texts_days: u64,
}

/// Where files lie that people send.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// `file:DIR`, or `s3://BUCKET/PREFIX`.
    pub url: String,
    /// Of the bucket.
    pub region: String,
    /// The address of a store that speaks S3 and is not Amazon's, or empty.
    pub endpoint: String,
    /// Its access key, or empty for what the environment says.
    pub key: SecretString,
    /// Its secret.
    pub secret: SecretString,
    /// One person's files, at most, MiB.
    pub quota_mib: u64,
}

impl Files {
    /// The folder, where it is one.
    #[must_use]
    pub fn folder(&self) -> Option<PathBuf> {
        self.url.strip_prefix("file:").map(PathBuf::from)
    }
}

/// The translator of texts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translate {
    /// Its address, or empty for none.
    pub url: String,
    /// Its key, or empty.
    pub key: SecretString,
    /// The longest wait for an answer, seconds.
    pub timeout_s: u64,
    /// Languages made ahead for each new text.
    pub ahead: usize,
    /// Texts of conversations may be given to it.
    pub conversations: bool,
}

/// Pages kept ready.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cache {
    /// At most, MiB.
    pub pages_mib: u64,
}

/// Metrics.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
    /// Own address, or empty.
    pub listen: String,
    /// Token for the main address, or empty.
    pub token: SecretString,
}

/// Logs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// What.
    pub filter: String,
    /// `text` or `json`.
    pub format: String,
}

/// All of it; `config/default.toml` has a sentence on each key.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The instance.
    pub site: Site,
    /// HTTP.
    pub server: Server,
    /// Files.
    pub data: Data,
    /// Database.
    pub database: Database,
    /// Bus.
    pub bus: Bus,
    /// Mail.
    pub mail: Mail,
    /// Limits.
    pub limits: Limits,
    /// Jobs.
    pub jobs: Jobs,
    /// Moderation.
    pub moderation: Moderation,
    /// Retention.
    pub retention: Retention,
    /// Files that people send.
    pub files: Files,
    /// Translator.
    pub translate: Translate,
    /// Cache.
    pub cache: Cache,
    /// Metrics.
    pub metrics: Metrics,
    /// Logs.
    pub log: Log,
    /// The demonstration: banner, mailbox page, letters to files only.
    #[serde(default, skip_deserializing)]
    pub demo: bool,
}

impl Config {
    /// Defaults, then `file`, then the environment.
    ///
    /// # Errors
    /// A sentence that names the key.
    pub fn load(file: Option<&Path>) -> Result<Self, String> {
        let mut environment = Environment::with_prefix("STOA")
            .prefix_separator("__")
            .separator("__")
            .try_parsing(true)
            .list_separator(",");
        for list in LISTS {
            environment = environment.with_list_parse_key(list);
        }
        Self::from_layers(file, environment)
    }

    /// The defaults alone, for tests.
    ///
    /// # Errors
    /// When the compiled-in file is wrong.
    pub fn defaults() -> Result<Self, String> {
        Self::from_layers(None, Environment::with_prefix("NOTHING_IS_CALLED_SO"))
    }

    fn from_layers(file: Option<&Path>, environment: Environment) -> Result<Self, String> {
        let mut layers = Layers::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        if let Some(path) = file {
            layers = layers.add_source(File::from(path).format(FileFormat::Toml).required(true));
        }
        let read = layers.add_source(environment).build().map_err(|e| e.to_string())?;
        let config: Self = read.try_deserialize().map_err(|e| e.to_string())?;
        config.complete()
    }

    /// Fills in what follows from the data folder and refuses what cannot be meant.
    fn complete(mut self) -> Result<Self, String> {
        if self.database.url.expose_secret().is_empty() {
            self.database.url =
                format!("sqlite://{}", self.data.dir.join("stoa.db").display()).into();
        }
        if self.mail.url.expose_secret().is_empty() {
            self.mail.url = format!("file:{}", self.data.dir.join("outbox").display()).into();
        }
        if self.files.url.is_empty() {
            self.files.url = format!("file:{}", self.data.dir.join("files").display());
        }
        self.server.public_url = self.server.public_url.trim_end_matches('/').to_owned();
        self.check()?;
        Ok(self)
    }

    fn check(&self) -> Result<(), String> {
        let url = self.database.url.expose_secret();
        if !url.starts_with("sqlite://") && !url.starts_with("postgres") {
            return Err("database.url: begins with sqlite:// or postgres://".into());
        }
        if !self.bus.is_local() && !self.bus.url.expose_secret().starts_with("nats://") {
            return Err("bus.url: \"local\" or nats://HOST:PORT".into());
        }
        if !self.bus.is_local() && self.on_sqlite() {
            return Err("bus.url: several processes need PostgreSQL (database.url)".into());
        }
        if !(self.limits.factor >= 0.0 && self.limits.factor.is_finite()) {
            return Err("limits.factor: a number from 0 up".into());
        }
        if self.jobs.lease_s < SHORTEST_LEASE_S {
            return Err(format!("jobs.lease_s: {SHORTEST_LEASE_S} or more"));
        }
        if !self.files.url.starts_with("file:") && !self.files.url.starts_with("s3://") {
            return Err("files.url: begins with file: or s3://".into());
        }
        let translator = &self.translate.url;
        if !translator.is_empty()
            && !translator.starts_with("http://")
            && !translator.starts_with("https://")
        {
            return Err("translate.url: begins with http:// or https://".into());
        }
        if !matches!(self.log.format.as_str(), "text" | "json") {
            return Err("log.format: text or json".into());
        }
        if stoa_render::locale(&self.site.language).is_none() {
            return Err(format!("site.language: no catalogue for {:?}", self.site.language));
        }
        Ok(())
    }

    /// Turns this into the demonstration's: its own folder, letters to files, no bundling.
    #[must_use]
    pub fn into_demo(mut self) -> Self {
        self.demo = true;
        self.data.dir = self.data.dir.join("demo");
        let dir = &self.data.dir;
        self.database.url = format!("sqlite://{}", dir.join("stoa.db").display()).into();
        self.mail.url = format!("file:{}", dir.join("outbox").display()).into();
        self.files.url = format!("file:{}", dir.join("files").display());
        self.mail.bundle_s = 0;
        self
    }

    /// The file of a SQLite database.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<PathBuf> {
        self.database.url.expose_secret().strip_prefix("sqlite://").map(PathBuf::from)
    }

    /// Whether one file holds the database.
    #[must_use]
    pub fn on_sqlite(&self) -> bool {
        self.database.url.expose_secret().starts_with("sqlite:")
    }

    /// Whether the public address is of this machine alone.
    #[must_use]
    pub fn on_loopback(&self) -> bool {
        let url: Option<http::Uri> = self.server.public_url.parse().ok();
        let host = url.as_ref().and_then(http::Uri::host).unwrap_or_default();
        matches!(host, "localhost" | "[::1]") || host.starts_with("127.")
    }

    /// How the database is opened.
    #[must_use]
    pub fn db_settings(&self) -> stoa_kernel::DbSettings {
        stoa_kernel::DbSettings {
            url: self.database.url.expose_secret().to_owned(),
            connections: self.connections(),
            durable: self.database.durable,
            patience: Duration::from_millis(self.database.patience_ms),
        }
    }

    /// As many as the work can use: readers of SQLite compute, so two for each
    /// worker keep it busy and more get in each other's way; connections of
    /// PostgreSQL wait.
    fn connections(&self) -> u32 {
        let on_sqlite = self.database.url.expose_secret().starts_with("sqlite:");
        match self.database.connections {
            0 if on_sqlite => u32::try_from(self.workers() * 2).unwrap_or(2),
            0 => 10,
            some => some,
        }
    }

    /// Worker threads of the server.
    #[must_use]
    pub fn workers(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        if self.server.threads == 0 { cores() } else { self.server.threads }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_whole() {
        let config = Config::defaults().unwrap();
        assert_eq!(config.database.url.expose_secret(), "sqlite://data/stoa.db");
        assert_eq!(config.mail.url.expose_secret(), "file:data/outbox");
    }

    #[test]
    fn a_misspelt_key_is_named() {
        let dir = std::env::temp_dir().join(format!("stoa-config-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        let path = dir.join("bad.toml");
        std::fs::write(&path, "[server]\nlisten_on = \"x\"\n").unwrap();
        let told = Config::load(Some(&path)).unwrap_err();
        assert!(told.contains("listen_on"), "{told}");
    }
}
