//! A copy made while eight people write is restored elsewhere and is whole; who
//! left after it was made has left the restored copy as well; and of who left
//! nothing stands in any file of the data folder.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::json;
use stoa_tests::wire::Client;

use crate::site::{Ground, Site, address_of, ask, eventually, open, posts};
use crate::{Day, Outcome};

const WRITERS: usize = 8;
/// A name that stands nowhere else.
const LEAVER: &str = "zqleaver";
const WORDS: &str = "zqwords of hers";
/// A table of one who stays.
const TABLE: &str = "line,trams\n1,12\n";

/// Runs it on each database.
///
/// # Errors
/// What did not hold.
pub async fn run(day: &Day) -> Outcome {
    let mut lines = Vec::new();
    for ground in day.grounds() {
        let line = on(&ground).await.map_err(|why| format!("{}: {why}", ground.name()))?;
        lines.push(format!("{}: {line}", ground.name()));
    }
    Ok(lines.join("; "))
}

async fn on(ground: &Ground) -> Outcome {
    let site = Site::new(ground, "copies").await?;
    let program = site.serve()?;
    let (thread, hers) = people(&site).await?;
    let copy = site.folder().join("copy");
    let before = while_writing(&site, &thread, || {
        site.run(&["backup", &copy.to_string_lossy()]).map(|_| ())
    })
    .await?;
    nobody_else_reads(&copy)?;
    leaves(&site).await?;
    let journal = site.data().join("erasures");
    eventually(Duration::from_secs(20), async || {
        journal.exists().then_some(()).ok_or_else(|| "no journal".to_owned())
    })
    .await?;

    let elsewhere = Site::new(ground, "copies-restored").await?;
    let arguments = ["restore", &copy.to_string_lossy(), "--erasures", &journal.to_string_lossy()];
    let said = elsewhere.run(&arguments)?;
    if !said.contains("1 who left since") {
        return Err(format!("restoring said: {said}"));
    }
    elsewhere.check().map_err(|why| format!("the restored copy: {why}"))?;
    let restored = elsewhere.serve()?;
    present(&elsewhere, &thread, &before).await?;
    opens(&elsewhere, &thread).await?;
    forgotten(&elsewhere, &thread, &hers).await?;
    no_trace(&elsewhere)?;
    restored.stop(Duration::from_secs(30))?;
    damaged(&elsewhere, &copy)?;

    // Starting looks for traces at once, a running program within the hour.
    program.stop(Duration::from_secs(30))?;
    let again = site.serve()?;
    eventually(Duration::from_secs(30), async || no_trace(&site)).await?;
    again.stop(Duration::from_secs(30))?;
    site.check()?;
    Ok(format!(
        "a copy made among {WRITERS} writers holds all {} posts acknowledged before it; \
         who left since is erased there and leaves no trace here",
        before.len()
    ))
}

/// Eight who write, one who will leave, and a letter to her.
async fn people(site: &Site) -> Result<(String, String), String> {
    for writer in 0..WRITERS {
        site.add(&format!("writer{writer}"), "moderator")?;
    }
    site.add(LEAVER, "moderator")?;
    let mut leaver = site.client(LEAVER).await?;
    let hers = open(&mut leaver, WORDS).await?;
    let mut writer = site.client("writer0").await?;
    let thread = open(&mut writer, "Copies").await?;
    attaches(&mut leaver, &hers, "city,words\nnorth,zqwords\n").await?;
    attaches(&mut writer, &thread, TABLE).await?;
    let quote = format!("Thank you, @{LEAVER}");
    let path = format!("/threads/{hers}/posts");
    ask(&mut writer, 201, "POST", &path, Some(json!({ "body": quote }))).await?;
    let outbox = site.data().join("outbox");
    eventually(Duration::from_secs(20), async || {
        let letters = std::fs::read_dir(&outbox).map_err(|error| error.to_string())?.flatten();
        let addressed = letters.filter(|file| holds(&file.path(), LEAVER));
        (addressed.count() > 0).then_some(()).ok_or_else(|| "no letter to her".to_owned())
    })
    .await?;
    Ok((thread, hers))
}

/// Lets eight people write while `work` is done; the texts that were acknowledged before it began.
async fn while_writing(
    site: &Site,
    thread: &str,
    work: impl FnOnce() -> Result<(), String>,
) -> Result<Vec<String>, String> {
    let (stop, texts) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
    let mut writers = Vec::new();
    for writer in 0..WRITERS {
        let client = site.client(&format!("writer{writer}")).await?;
        let (stop, texts) = (Arc::clone(&stop), Arc::clone(&texts));
        writers.push(tokio::spawn(writes(client, writer, thread.to_owned(), texts, stop)));
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let before: Vec<String> = texts.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let done = tokio::task::block_in_place(work);
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.map_err(|error| error.to_string())??;
    }
    done?;
    let after = texts.lock().unwrap_or_else(PoisonError::into_inner).len();
    match before.len() > 50 && after > before.len() {
        true => Ok(before),
        false => Err(format!("{} texts before the copy and {after} in all", before.len())),
    }
}

async fn writes(
    mut client: Client,
    writer: usize,
    thread: String,
    texts: Arc<Mutex<Vec<String>>>,
    stop: Arc<AtomicBool>,
) -> Result<(), String> {
    let path = format!("/threads/{thread}/posts");
    for number in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let text = format!("C-{writer}-{number}");
        ask(&mut client, 201, "POST", &path, Some(json!({ "body": text }))).await?;
        texts.lock().unwrap_or_else(PoisonError::into_inner).push(text);
    }
    Ok(())
}

fn nobody_else_reads(copy: &Path) -> Result<(), String> {
    for file in std::fs::read_dir(copy).map_err(|error| error.to_string())?.flatten() {
        let mode = file.metadata().map_err(|error| error.to_string())?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(format!("{} can be read by others: {mode:o}", file.path().display()));
        }
    }
    Ok(())
}

/// A reply with a table.
async fn attaches(who: &mut Client, thread: &str, table: &str) -> Result<(), String> {
    let sent = who.upload("table.csv", table.as_bytes()).await.map_err(|e| e.to_string())?;
    let path = format!("/threads/{thread}/posts");
    let json = json!({ "body": "A table.", "attachments": [sent.json()["id"]] });
    ask(who, 201, "POST", &path, Some(json)).await.map(|_| ())
}

/// The table of those who stayed is in the restored copy, to its last byte.
async fn opens(site: &Site, thread: &str) -> Result<(), String> {
    let mut reader = site.client("writer0").await?;
    let posts = ask(&mut reader, 200, "GET", &format!("/threads/{thread}/posts"), None).await?;
    let text = posts.to_string();
    let at = text.find("/f/").ok_or_else(|| format!("no file in {text}"))?;
    let address = text.get(at..at + 29).unwrap_or_default();
    let file = reader.get(address).await.map_err(|error| error.to_string())?;
    match file.status == 200 && file.text() == TABLE {
        true => Ok(()),
        false => Err(format!("{address}: {} {}", file.status, file.text())),
    }
}

async fn leaves(site: &Site) -> Result<(), String> {
    let mut leaver = site.client(LEAVER).await?;
    let wish = json!({ "choice": "delete_posts", "titles": true });
    ask(&mut leaver, 202, "POST", "/me/erasure", Some(wish)).await?;
    ask(&mut leaver, 401, "GET", "/me", None).await.map(|_| ())
}

async fn present(site: &Site, thread: &str, texts: &[String]) -> Result<(), String> {
    let mut reader = site.client("writer0").await?;
    let found = posts(&mut reader, thread).await?;
    let html = found.iter().map(|post| post["html"].to_string()).collect::<Vec<_>>().join("\n");
    match texts.iter().find(|text| !html.contains(&format!(">{text}<"))) {
        Some(lost) => Err(format!("{lost} was acknowledged before the copy and is not in it")),
        None => Ok(()),
    }
}

async fn forgotten(site: &Site, thread: &str, hers: &str) -> Result<(), String> {
    let mut leaver = Client::new(site.address());
    if leaver.sign_in(&address_of(LEAVER), crate::site::PASSWORD).await.is_ok() {
        return Err("who left signs in to the restored copy".into());
    }
    let mut reader = site.client("writer0").await?;
    for thread in [thread, hers] {
        let seen = posts(&mut reader, thread).await?;
        let text = serde_json::Value::from(seen).to_string().to_lowercase();
        if text.contains(LEAVER) || text.contains("zqwords") {
            return Err(format!("{thread} tells of who left: {text}"));
        }
    }
    Ok(())
}

/// A copy that is not what it was is not restored.
fn damaged(site: &Site, copy: &Path) -> Result<(), String> {
    let there = site.run(&["restore", &copy.to_string_lossy()]);
    let manifest = std::fs::read_to_string(copy.join("manifest.json")).unwrap_or_default();
    let sqlite = manifest.contains("\"sqlite\"");
    if !there.as_ref().is_err_and(|why| !sqlite || why.contains("--replace")) {
        return Err(format!("restored over what is there: {there:?}"));
    }
    let file = copy.join(if sqlite { "stoa.db" } else { "stoa.dump" });
    let mut bytes = std::fs::read(&file).map_err(|error| error.to_string())?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    std::fs::write(&file, bytes).map_err(|error| error.to_string())?;
    match site.run(&["restore", &copy.to_string_lossy(), "--replace"]) {
        Err(why) if why.contains("SHA-256") => Ok(()),
        other => Err(format!("a damaged copy was restored: {other:?}")),
    }
}

fn holds(file: &Path, mark: &str) -> bool {
    let bytes = std::fs::read(file).unwrap_or_default().to_ascii_lowercase();
    bytes.windows(mark.len()).any(|part| part == mark.as_bytes())
}

/// No file of the data folder holds name, address or words of who left.
fn no_trace(site: &Site) -> Result<(), String> {
    let mut folders = vec![site.data()];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).map_err(|error| error.to_string())?.flatten() {
            let path = file.path();
            if path.is_dir() {
                folders.push(path);
            } else if holds(&path, LEAVER) || holds(&path, "zqwords") {
                return Err(format!("{} tells of who left", path.display()));
            }
        }
    }
    Ok(())
}
