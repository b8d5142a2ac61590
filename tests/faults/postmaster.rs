//! A mail server as Debian delivers it, OpenSMTPD: it receives every letter,
//! also those of the time while it was away, and one click leaves what can be
//! left, from the header alone.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;
use stoa_kernel::db::rows;
use stoa_kernel::ids::LetterId;
use stoa_kernel::{Clock, Db, DbSettings, Entropy, Subscriptions};
use stoa_tests::wire::{Client, Wire, request};

use crate::mail::LATER;
use crate::site::{Ground, PASSWORD, Site, address_of, ask, eventually, free_port, open};
use crate::{Day, Outcome};

/// Threads with one reply each, in each of the three parts of the day.
const REPLIES: usize = 10;
/// What letters must carry unharmed: other alphabets, a line of one dot, a long line.
const HARD: &str = "Ķīpsala – 水 – المدينة\n\n.\n\n..two dots";

/// OpenSMTPD in the foreground, with spool and run folders of its own that go
/// away with it; every letter to `example.org` goes into one maildir.
struct Postmaster {
    folder: PathBuf,
    port: u16,
    child: Option<Child>,
}

impl Postmaster {
    const PROGRAM: &'static str = "/usr/sbin/smtpd";

    fn new(folder: PathBuf) -> Result<Self, String> {
        let about = |error: std::io::Error| format!("{}: {error}", folder.display());
        let boxes = folder.join("boxes");
        std::fs::create_dir_all(&boxes).map_err(about)?;
        let port = free_port()?;
        let text = format!(
            "listen on 127.0.0.1 port {port} hostname postmaster.test\n\
             table boxes {{ \"@\" = \"nobody\" }}\n\
             action \"keep\" maildir \"{}\" virtual <boxes>\n\
             match from any for domain \"example.org\" action \"keep\"\n",
            boxes.display()
        );
        std::fs::write(folder.join("smtpd.conf"), text).map_err(about)?;
        // Letters are written by the user nobody; the server refuses a file others may write.
        succeeds(Command::new("chmod").arg("755").arg(&folder))?;
        succeeds(Command::new("chmod").arg("644").arg(folder.join("smtpd.conf")))?;
        succeeds(Command::new("chown").arg("nobody").arg(&boxes))?;
        Ok(Self { folder, port, child: None })
    }

    fn start(&mut self) -> Result<(), String> {
        let about = |error: std::io::Error| error.to_string();
        let path = self.folder.join("smtpd.log");
        let log = std::fs::File::options().create(true).append(true).open(path).map_err(about)?;
        let mut own = Command::new("unshare");
        own.args(["--mount", "--propagation", "private", "sh", "-euc"])
            .arg(
                "mount -t tmpfs none /var/spool; mkdir -m 711 /var/spool/smtpd; \
                 mount -t tmpfs none /run; exec \"$1\" -d -f \"$2\"",
            )
            .args(["sh", Self::PROGRAM])
            .arg(self.folder.join("smtpd.conf"))
            .stdin(Stdio::null())
            .stdout(log.try_clone().map_err(about)?)
            .stderr(log);
        self.child = Some(own.spawn().map_err(about)?);
        Ok(())
    }

    /// Waits until it greets.
    async fn ready(&self) -> Result<(), String> {
        let address = std::net::SocketAddr::from(([127, 0, 0, 1], self.port));
        let greets = async || {
            let mut line = Wire::connect(address).await.map_err(|error| error.to_string())?;
            let said = line.rest(Duration::from_millis(300)).await;
            if said.starts_with(b"220 ") { Ok(()) } else { Err("no greeting".to_owned()) }
        };
        let log = || std::fs::read_to_string(self.folder.join("smtpd.log")).unwrap_or_default();
        let ready = eventually(Duration::from_secs(15), greets).await;
        ready.map_err(|why| format!("OpenSMTPD: {why}: {}", log()))
    }

    fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // Its children leave with it.
            let _ = Command::new("kill").arg(child.id().to_string()).status();
            let _ = child.wait();
        }
    }

    /// All letters it delivered, as files.
    fn delivered(&self) -> Vec<String> {
        let new = std::fs::read_dir(self.folder.join("boxes/new"));
        let files = new.into_iter().flatten().flatten();
        files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect()
    }
}

impl Drop for Postmaster {
    fn drop(&mut self) {
        self.stop();
        // Left-over files do no harm; the next run has other names.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn succeeds(command: &mut Command) -> Result<(), String> {
    let done = command.output().map_err(|error| error.to_string())?;
    if done.status.success() {
        Ok(())
    } else {
        Err(format!("{command:?}: {}", String::from_utf8_lossy(&done.stderr)))
    }
}

/// A header of a letter, folded lines joined.
fn header(letter: &str, name: &str) -> Option<String> {
    let letter = letter.replace("\r\n", "\n");
    let head = letter.split("\n\n").next().unwrap_or_default();
    let whole = head.replace("\n ", " ").replace("\n\t", " ");
    whole.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

/// Letters of a day with the server there, away, and there again.
///
/// # Errors
/// What did not hold.
pub async fn run(day: &Day) -> Outcome {
    if !day.long {
        return Ok("left out, it belongs to --long".into());
    }
    if !Path::new(Postmaster::PROGRAM).exists() {
        return Err("the Debian package opensmtpd is missing: apt-get install opensmtpd".into());
    }
    if let Err(why) = succeeds(Command::new("unshare").args(["--mount", "true"])) {
        return Ok(format!("left out, no folders of its own can be given to it here: {why}"));
    }
    let folder = std::env::temp_dir().join(format!("stoa-postmaster-{}", std::process::id()));
    let mut master = Postmaster::new(folder)?;
    master.start()?;
    master.ready().await?;
    let mut site = Site::new(&Ground::Sqlite, "postmaster").await?;
    site.set("STOA__MAIL__URL", &format!("smtp://127.0.0.1:{}", master.port));
    site.set("STOA__MAIL__FROM", "Stoa <stoa@example.org>");
    let program = site.serve()?;
    site.add("author", "moderator")?;
    site.add("replier", "moderator")?;
    let mut author = site.client("author").await?;
    let mut replier = site.client("replier").await?;
    join(&site, "newcomer").await?;
    // Known already: another kind of letter.
    join(&site, "author").await?;
    talk(&mut author, &mut replier, "there").await?;
    master.stop();
    talk(&mut author, &mut replier, "away").await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    master.start()?;
    master.ready().await?;
    talk(&mut author, &mut replier, "again").await?;
    let kinds = every_letter(&site, &master).await?;
    let left = one_click(&site, &master, &mut replier).await?;
    every_letter(&site, &master).await?;
    site.nothing_broke()?;
    site.check()?;
    program.stop(Duration::from_secs(30))?;
    let all: usize = kinds.values().sum();
    Ok(format!("OpenSMTPD received {all} of {all} letters, once each: {kinds:?}; {left}"))
}

async fn join(site: &Site, name: &str) -> Result<(), String> {
    let json = json!({ "email": address_of(name), "password": PASSWORD, "display_name": name });
    let mut client = Client::new(site.address());
    ask(&mut client, 202, "POST", "/members", Some(json)).await.map(|_| ())
}

async fn talk(author: &mut Client, replier: &mut Client, part: &str) -> Result<(), String> {
    for number in 0..REPLIES {
        let thread = open(author, &format!("Thread {part} {number}")).await?;
        reply(
            replier,
            &thread,
            &format!("{part}-{number}-end\n\n{HARD}\n\n{}", "long ".repeat(300)),
        )
        .await?;
    }
    Ok(())
}

async fn reply(replier: &mut Client, thread: &str, text: &str) -> Result<(), String> {
    let path = format!("/threads/{thread}/posts");
    ask(replier, 201, "POST", &path, Some(json!({ "body": text }))).await.map(|_| ())
}

#[derive(sea_orm::FromQueryResult)]
struct Row {
    id: LetterId,
    kind: String,
    state: String,
}

/// Every letter of the database is marked as sent and lies in the maildir once. How many of
/// each kind.
async fn every_letter(site: &Site, master: &Postmaster) -> Result<BTreeMap<String, usize>, String> {
    let settings = DbSettings {
        url: format!("sqlite://{}", site.folder().join("data/stoa.db").display()),
        connections: 1,
        durable: true,
        patience: Duration::from_secs(5),
    };
    let opened =
        Db::open(&settings, Clock::System, Entropy::system(), Subscriptions::default()).await;
    let db = opened.map_err(|fault| fault.to_string())?;
    eventually(LATER, async || {
        let letters = letters(&db).await?;
        let mut came: BTreeMap<String, usize> = BTreeMap::new();
        for letter in master.delivered() {
            *came.entry(header(&letter, "Message-ID").unwrap_or_default()).or_insert(0) += 1;
        }
        for row in &letters {
            let name = format!("<{}@127.0.0.1>", row.id);
            let times = came.remove(&name).unwrap_or(0);
            if row.state != "sent" || times != 1 {
                return Err(format!("{} {name} is {} and came {times} times", row.kind, row.state));
            }
        }
        if came.is_empty() { Ok(()) } else { Err(format!("nobody sent {came:?}")) }
    })
    .await?;
    let mut kinds = BTreeMap::new();
    for row in letters(&db).await? {
        *kinds.entry(row.kind).or_insert(0) += 1;
    }
    Ok(kinds)
}

async fn letters(db: &Db) -> Result<Vec<Row>, String> {
    let found = rows::<Row>(db, "SELECT id, kind, state FROM letters", vec![]).await;
    found.map_err(|fault| fault.to_string())
}

/// What a mail program does for its button: a POST to the address in the header, with the words
/// of the other header, and nothing else. After it that thread's replies come no more.
async fn one_click(
    site: &Site,
    master: &Postmaster,
    replier: &mut Client,
) -> Result<String, String> {
    let all = master.delivered();
    let letter = all.iter().find(|letter| letter.contains("again-0-end"));
    let letter = letter.ok_or("no letter about again-0-end")?;
    let missing = |name: &str| format!("the letter has no {name}: {letter}");
    let place = header(letter, "List-Unsubscribe").ok_or_else(|| missing("List-Unsubscribe"))?;
    let words = header(letter, "List-Unsubscribe-Post");
    let words = words.ok_or_else(|| missing("List-Unsubscribe-Post"))?;
    let base = format!("<http://{}/", site.address());
    let path = place.strip_prefix(&base).and_then(|rest| rest.strip_suffix('>'));
    let path = path.ok_or_else(|| format!("{place} does not lead to {base}"))?;
    let kind = "Content-Type: application/x-www-form-urlencoded".to_owned();
    let host = site.address().to_string();
    let bytes = request("POST", &format!("/{path}"), &host, &[kind], words.as_bytes());
    let about = |error: std::io::Error| error.to_string();
    let mut wire = Wire::connect(site.address()).await.map_err(about)?;
    let reply_to = wire.ask(&bytes).await.map_err(about)?;
    if reply_to.status != 200 {
        return Err(format!("{words} to {path}: {} {}", reply_to.status, reply_to.text()));
    }
    let thread = thread_of(replier, "Thread again 0").await?;
    let other = thread_of(replier, "Thread again 1").await?;
    reply(replier, &thread, "left-end").await?;
    reply(replier, &other, "not-left-end").await?;
    eventually(LATER, async || {
        let come = master.delivered().iter().any(|letter| letter.contains("not-left-end"));
        if come { Ok(()) } else { Err("no letter about the thread that was not left".to_owned()) }
    })
    .await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    // "not-left-end" holds the other mark too.
    let still = master
        .delivered()
        .iter()
        .any(|letter| letter.replace("not-left-end", "").contains("left-end"));
    if still {
        return Err("a letter about the thread that was left".into());
    }
    Ok("one click from the header left its thread and no other".into())
}

async fn thread_of(client: &mut Client, title: &str) -> Result<String, String> {
    let page = ask(client, 200, "GET", "/threads?limit=100", None).await?;
    let items = page["items"].as_array().cloned().unwrap_or_default();
    let one = items.iter().find(|thread| thread["title"] == title);
    let id = one.and_then(|thread| thread["id"].as_str());
    id.map(str::to_owned).ok_or_else(|| format!("no thread {title}"))
}
