//! One instance for a scenario: a folder, a database, people who write.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use stoa_tests::binary_beside;
use stoa_tests::program::{Launch, Program};
use stoa_tests::wire::Client;

use crate::postgres::Postgres;

/// Where the rows lie.
#[derive(Clone, Debug)]
pub enum Ground {
    /// In a file.
    Sqlite,
    /// In a database of a server.
    Postgres(Postgres),
}

impl Ground {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }
}

/// The password of everybody.
pub const PASSWORD: &str = "correct horse battery staple";

/// An instance and how it is started. Its folder goes away with it.
pub struct Site {
    folder: PathBuf,
    environment: Vec<(String, String)>,
    port: u16,
}

impl Site {
    /// A new, empty one.
    ///
    /// # Errors
    /// A sentence.
    pub async fn new(ground: &Ground, name: &str) -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!(
            "stoa-faults-{}-{name}-{}",
            std::process::id(),
            ground.name()
        ));
        Self::within(ground, folder).await
    }

    /// A new, empty one in that folder.
    ///
    /// # Errors
    /// A sentence.
    pub async fn within(ground: &Ground, folder: PathBuf) -> Result<Self, String> {
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let url = match ground {
            Ground::Sqlite => String::new(),
            Ground::Postgres(server) => server.database().await?,
        };
        let port = free_port()?;
        let mut site = Self { folder, environment: Vec::new(), port };
        let listen = format!("127.0.0.1:{port}");
        site.set("STOA__SERVER__PUBLIC_URL", &format!("http://{listen}"));
        site.set("STOA__SERVER__LISTEN", &listen);
        site.set("STOA__DATA__DIR", &site.folder.join("data").to_string_lossy());
        site.set("STOA__DATABASE__URL", &url);
        site.set("STOA__LIMITS__FACTOR", "0");
        site.set("STOA__MAIL__BUNDLE_S", "0");
        site.set("STOA__JOBS__LEASE_S", "6");
        site.set("STOA__JOBS__POLL_MS", "200");
        site.set("STOA__LOG__FILTER", "warn");
        Ok(site)
    }

    /// Sets a variable for all that is started from now on.
    pub fn set(&mut self, name: &str, value: &str) {
        self.environment.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.environment.push((name.to_owned(), value.to_owned()));
        }
    }

    /// A further process over the same database, with a folder and a port of its own.
    ///
    /// # Errors
    /// A sentence.
    pub fn beside(&self, name: &str) -> Result<Self, String> {
        let folder =
            self.folder.with_file_name(format!("stoa-faults-{}-{name}", std::process::id()));
        std::fs::create_dir_all(folder.join("data")).map_err(|error| error.to_string())?;
        let port = free_port()?;
        let mut site = Self { folder, environment: self.environment.clone(), port };
        let listen = format!("127.0.0.1:{port}");
        site.set("STOA__SERVER__PUBLIC_URL", &format!("http://{listen}"));
        site.set("STOA__SERVER__LISTEN", &listen);
        site.set("STOA__DATA__DIR", &site.data().to_string_lossy());
        Ok(site)
    }

    /// Lets its clock be off by so much, such as `-1h`; pauses last as long as they should.
    ///
    /// # Errors
    /// A sentence when the library that does it is gone.
    pub fn shift_clock(&mut self, by: &str) -> Result<(), String> {
        let library = faketime().ok_or("libfaketime is gone")?;
        self.set("LD_PRELOAD", library);
        self.set("FAKETIME", by);
        self.set("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        Ok(())
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where it listens, running or not.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], self.port))
    }

    fn launch(&self, arguments: &[&str]) -> Launch {
        let launch = Launch::new(&binary_beside(), arguments, &self.folder.join("stoa.log"));
        self.environment.iter().fold(launch, |launch, (name, value)| launch.with(name, value))
    }

    /// Starts serving.
    ///
    /// # Errors
    /// A sentence with what it logged.
    pub fn serve(&self) -> Result<Program, String> {
        self.launch(&["serve"]).serve()
    }

    /// Starts serving by that command.
    ///
    /// # Errors
    /// As [`Site::serve`].
    pub fn serve_with(&self, arguments: &[&str]) -> Result<Program, String> {
        self.launch(arguments).serve()
    }

    /// Starts serving without jobs.
    ///
    /// # Errors
    /// As [`Site::serve`].
    pub fn serve_only(&self) -> Result<Program, String> {
        self.launch(&["serve", "--no-jobs"]).serve()
    }

    /// Starts a process for jobs alone.
    ///
    /// # Errors
    /// A sentence.
    pub fn work(&self) -> Result<Program, String> {
        self.launch(&["work"]).start()
    }

    /// Runs a command of the program to its end: what it printed.
    ///
    /// # Errors
    /// What it wrote to standard error.
    pub fn run(&self, arguments: &[&str]) -> Result<String, String> {
        self.launch(arguments).run()
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// What `stoa check --deep` says: nothing when every count equals a recount.
    ///
    /// # Errors
    /// Its sentences.
    pub fn check(&self) -> Result<(), String> {
        self.launch(&["check", "--deep"]).run().map(|_| ())
    }

    /// Adds a member with a role, confirmed.
    ///
    /// # Errors
    /// What the command says.
    pub fn add(&self, name: &str, role: &str) -> Result<(), String> {
        let email = address_of(name);
        let arguments = [
            "admin",
            "member",
            "add",
            "--email",
            &email,
            "--name",
            name,
            "--role",
            role,
            "--password-stdin",
        ];
        self.launch(&arguments).run_with(&format!("{PASSWORD}\n")).map(|_| ())
    }

    /// A member who has signed in.
    ///
    /// # Errors
    /// A sentence.
    pub async fn client(&self, name: &str) -> Result<Client, String> {
        let mut client = Client::new(self.address());
        client.sign_in(&address_of(name), PASSWORD).await?;
        Ok(client)
    }

    /// What it logged so far.
    #[must_use]
    pub fn logged(&self) -> String {
        std::fs::read_to_string(self.folder.join("stoa.log")).unwrap_or_default()
    }

    /// Fails when the log tells of a broken answer.
    ///
    /// # Errors
    /// The line.
    pub fn nothing_broke(&self) -> Result<(), String> {
        let log = self.logged();
        let odd =
            log.lines().find(|line| line.contains("answered 500") || line.contains("panicked"));
        odd.map_or(Ok(()), |line| Err(format!("the log says: {line}")))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Left-over files do no harm; the next run has other names.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The address of a member of these tests.
#[must_use]
pub fn address_of(name: &str) -> String {
    format!("{name}@example.org")
}

/// Where Debian keeps the library that lets a program believe another clock.
#[must_use]
pub fn faketime() -> Option<&'static str> {
    let places = [
        "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
        "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    ];
    places.into_iter().find(|place| Path::new(place).exists())
}

/// A port of the loopback that was free a moment ago.
///
/// # Errors
/// What the system says.
pub fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

/// Asks the API and wants this status.
///
/// # Errors
/// A sentence with what came instead.
pub async fn ask(
    client: &mut Client,
    wanted: u16,
    method: &str,
    path: &str,
    json: Option<Value>,
) -> Result<Value, String> {
    let reply = client
        .api(method, path, json.as_ref(), None)
        .await
        .map_err(|error| format!("{method} {path}: {error}"))?;
    if reply.status == wanted {
        return Ok(reply.json());
    }
    Err(format!("{method} {path}: {} {}", reply.status, reply.text()))
}

/// Opens a thread and gives its id.
///
/// # Errors
/// As [`ask`].
pub async fn open(client: &mut Client, title: &str) -> Result<String, String> {
    let json = json!({ "title": title, "body": format!("{title} begins."), "kind": "question" });
    let made = ask(client, 201, "POST", "/spaces/questions/threads", Some(json)).await?;
    if made["state"] != "published" {
        return Err(format!("{title} is {}", made["state"]));
    }
    made["thread"].as_str().map(str::to_owned).ok_or_else(|| format!("no thread in {made}"))
}

/// Every post of a thread, oldest first.
///
/// # Errors
/// As [`ask`].
pub async fn posts(client: &mut Client, thread: &str) -> Result<Vec<Value>, String> {
    let mut all: Vec<Value> = Vec::new();
    loop {
        let after = all.last().and_then(|post| post["number"].as_i64()).unwrap_or(0);
        let page = ask(
            client,
            200,
            "GET",
            &format!("/threads/{thread}/posts?after={after}&limit=100"),
            None,
        )
        .await?;
        let items = page["items"].as_array().cloned().unwrap_or_default();
        let full = items.len() == 100;
        all.extend(items);
        if !full {
            return Ok(all);
        }
    }
}

/// Tries again until it holds or `patience` is over.
///
/// # Errors
/// The last sentence.
pub async fn eventually<F>(patience: Duration, mut holds: impl FnMut() -> F) -> Result<(), String>
where
    F: Future<Output = Result<(), String>>,
{
    let deadline = Instant::now() + patience;
    loop {
        match holds().await {
            Ok(()) => return Ok(()),
            Err(why) if Instant::now() >= deadline => {
                return Err(format!("{why}, after {patience:?}"));
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}
