//! Eight writers, kill -9 in the middle, restart: no acknowledged post lost,
//! none doubled, order kept; after every round counts, unread and the outbox
//! (live events, and notices by jobs) equal a recount.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use stoa_tests::program::Program;
use stoa_tests::wire::Client;

use crate::site::{Ground, Site, ask, eventually, open, posts};
use crate::{Day, Outcome};

const WRITERS: usize = 8;
const THREADS: usize = 3;
/// Acknowledged writes of a round before the program is killed.
const A_ROUND: usize = 200;
/// Within which time the jobs of a round are done.
const JOBS_DONE: Duration = Duration::from_secs(90);

/// What the writers know.
#[derive(Default)]
struct Ledger {
    /// Every text that was sent, acknowledged or not.
    invoked: Mutex<BTreeSet<String>>,
    /// Text and post of every acknowledged reply, in the order of each writer.
    acknowledged: Mutex<Vec<Entry>>,
    count: AtomicUsize,
    /// The writers are to rest; how many do.
    pause: AtomicBool,
    resting: AtomicUsize,
    stop: AtomicBool,
    /// Answers that must never come.
    odd: Mutex<Vec<String>>,
}

#[derive(Clone, Debug)]
struct Entry {
    writer: usize,
    thread: usize,
    text: String,
    post: String,
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs it on each database.
///
/// # Errors
/// What did not hold.
pub async fn run(day: &Day) -> Outcome {
    let rounds = if day.long { 20 } else { 3 };
    let mut lines = Vec::new();
    for ground in day.grounds() {
        let line = on(&ground, rounds).await.map_err(|why| format!("{}: {why}", ground.name()))?;
        lines.push(format!("{}: {line}", ground.name()));
    }
    Ok(lines.join("; "))
}

async fn on(ground: &Ground, rounds: usize) -> Outcome {
    let site = Site::new(ground, "ledger").await?;
    let mut program = site.serve()?;
    for writer in 0..WRITERS {
        // Moderators write without being held.
        site.add(&format!("writer{writer}"), "moderator")?;
    }
    site.add("reader", "member")?;
    let mut reader = site.client("reader").await?;
    // Notices are counted here; letters have scenarios of their own.
    ask(&mut reader, 200, "PATCH", "/me/mail", Some(json!({ "replies": false }))).await?;
    let threads = open_threads(&site).await?;
    for thread in &threads {
        let level = json!({ "level": "watching" });
        ask(&mut reader, 200, "PUT", &format!("/threads/{thread}/subscription"), Some(level))
            .await?;
    }
    let ledger = Arc::new(Ledger::default());
    let mut writers = Vec::new();
    for writer in 0..WRITERS {
        let client = site.client(&format!("writer{writer}")).await?;
        writers.push(tokio::spawn(write(client, writer, threads.clone(), Arc::clone(&ledger))));
    }
    for round in 0..rounds {
        program = kill_and_restart(&site, program, &ledger, round).await?;
        reader.moves(program.address);
        recount(&mut reader, &threads, &ledger)
            .await
            .map_err(|why| format!("after round {round}: {why}"))?;
    }
    ledger.stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.map_err(|error| error.to_string())?;
    }
    site.check().map_err(|why| format!("at the end: {why}"))?;
    site.nothing_broke()?;
    program.stop(Duration::from_secs(30))?;
    let acknowledged = locked(&ledger.acknowledged).len();
    Ok(format!(
        "{acknowledged} acknowledged over {rounds} kills: 0 lost, 0 doubled, 0 out of order; \
         counts, unread and outbox as recounted after each"
    ))
}

async fn open_threads(site: &Site) -> Result<Vec<String>, String> {
    let mut opener = site.client("writer0").await?;
    let mut threads = Vec::new();
    for number in 0..THREADS {
        threads.push(open(&mut opener, &format!("Ledger {number}")).await?);
    }
    Ok(threads)
}

/// Writes until told to stop; a reply whose answer did not come is sent again
/// with the same key until it does.
async fn write(mut client: Client, writer: usize, threads: Vec<String>, ledger: Arc<Ledger>) {
    let mut number = 0;
    while !ledger.stop.load(Ordering::Relaxed) {
        rest(&ledger).await;
        number += 1;
        let text = format!("K-{writer}-{number}");
        let thread = (writer + number) % threads.len();
        locked(&ledger.invoked).insert(text.clone());
        if let Some(post) = sent(&mut client, &threads[thread], &text, &ledger).await {
            locked(&ledger.acknowledged).push(Entry { writer, thread, text, post });
            ledger.count.fetch_add(1, Ordering::Relaxed);
        }
    }
}

async fn rest(ledger: &Ledger) {
    ledger.resting.fetch_add(1, Ordering::SeqCst);
    while ledger.pause.load(Ordering::SeqCst) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    ledger.resting.fetch_sub(1, Ordering::SeqCst);
}

async fn sent(client: &mut Client, thread: &str, text: &str, ledger: &Ledger) -> Option<String> {
    let path = format!("/threads/{thread}/posts");
    let json = json!({ "body": text });
    for _ in 0..600 {
        match client.api("POST", &path, Some(&json), Some(text)).await {
            Ok(reply) if reply.status == 201 => {
                return reply.json()["post"].as_str().map(str::to_owned);
            }
            // Away or coming back: the same request once more.
            Ok(reply) if reply.status == 503 => {}
            Ok(reply) => {
                locked(&ledger.odd).push(format!("{text}: {} {}", reply.status, reply.text()));
                return None;
            }
            Err(_) => {}
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    locked(&ledger.odd).push(format!("{text}: no answer in 30 s"));
    None
}

async fn kill_and_restart(
    site: &Site,
    program: Program,
    ledger: &Ledger,
    round: usize,
) -> Result<Program, String> {
    let wanted = ledger.count.load(Ordering::Relaxed) + A_ROUND;
    let began = std::time::Instant::now();
    while ledger.count.load(Ordering::Relaxed) < wanted {
        if began.elapsed() > Duration::from_secs(120) {
            let odd = locked(&ledger.odd).join("; ");
            return Err(format!("round {round}: fewer than {A_ROUND} writes in 120 s {odd}"));
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // Not always at the same point of what the writers do.
    tokio::time::sleep(Duration::from_millis(u64::try_from(round * 37 % 90).unwrap_or(0))).await;
    program.kill();
    // PostgreSQL notices a moment later that its client is gone.
    tokio::time::sleep(Duration::from_millis(300)).await;
    site.check().map_err(|why| format!("round {round}: {why}"))?;
    site.serve()
}

/// Lets the writers rest, with every reply acknowledged, and counts all there is.
async fn recount(reader: &mut Client, threads: &[String], ledger: &Ledger) -> Result<(), String> {
    ledger.pause.store(true, Ordering::SeqCst);
    eventually(Duration::from_secs(60), async || match ledger.resting.load(Ordering::SeqCst) {
        WRITERS => Ok(()),
        resting => Err(format!("{resting} of {WRITERS} writers came to rest")),
    })
    .await?;
    let mut found = Vec::new();
    for thread in threads {
        found.push(posts(reader, thread).await?);
    }
    compare(ledger, &found)?;
    let mut fresh = 0;
    for (thread, posts) in threads.iter().zip(&found) {
        fresh += counts(reader, thread, posts).await?;
    }
    events(reader, threads, &found).await?;
    notices(reader, &found, fresh).await?;
    ledger.pause.store(false, Ordering::SeqCst);
    Ok(())
}

/// What a thread says of itself, counted again; then reads on to the seventh post from its end.
/// How many are unread then.
async fn counts(reader: &mut Client, thread: &str, posts: &[Value]) -> Result<usize, String> {
    let path = format!("/threads/{thread}");
    for step in 0..2 {
        let told = ask(reader, 200, "GET", &path, None).await?;
        let read = told["read"].as_u64().unwrap_or(0);
        let fresh = posts.iter().filter(|post| post["number"].as_u64() > Some(read)).count();
        // Whoever never opened a thread has nothing unread in it: all of it is new.
        let unread = if told["read"].is_null() { 0 } else { fresh };
        let count = |name: &str| told[name].as_u64().and_then(|n| usize::try_from(n).ok());
        let seen = [count("posts"), count("last_number"), count("unread")];
        let wanted = [Some(posts.len()), Some(posts.len()), Some(unread)];
        if seen != wanted {
            return Err(format!(
                "thread {thread}: posts, last number, unread {seen:?}; {wanted:?}"
            ));
        }
        if step == 1 {
            return Ok(unread);
        }
        let number = posts.len().saturating_sub(7).max(1);
        let upto = json!({ "number": number });
        ask(reader, 204, "PUT", &format!("{path}/read"), Some(upto)).await?;
    }
    Err("not reached".into())
}

/// Jobs from the outbox: one notice for each reply, none twice, and as many unread as there are
/// unread posts.
async fn notices(reader: &mut Client, found: &[Vec<Value>], fresh: usize) -> Result<(), String> {
    let openings: BTreeSet<&str> =
        found.iter().filter_map(|posts| posts.first()?["id"].as_str()).collect();
    let replies = found.iter().flat_map(|posts| posts.iter().skip(1));
    let wanted: BTreeSet<String> =
        replies.filter_map(|post| post["id"].as_str().map(str::to_owned)).collect();
    let deadline = Instant::now() + JOBS_DONE;
    loop {
        let (mut told, unread) = inbox(reader).await?;
        // The job of an opening may have run before or after the reader began to watch it.
        told.retain(|post| !openings.contains(post.as_str()));
        let once: BTreeSet<String> = told.iter().cloned().collect();
        if once.len() != told.len() {
            return Err(format!("{} notices about {} posts", told.len(), once.len()));
        }
        if once == wanted && unread == fresh {
            return Ok(());
        }
        if Instant::now() > deadline {
            let (told, wanted) = (once.len(), wanted.len());
            return Err(format!("{told} notices of {wanted}, {unread} unread of {fresh}"));
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

/// The posts of all notices, and how many are unread.
async fn inbox(reader: &mut Client) -> Result<(Vec<String>, usize), String> {
    let (mut told, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = ask(reader, 200, "GET", &format!("/me/notices?limit=100{cursor}"), None).await?;
        let items = page["items"].as_array().cloned().unwrap_or_default();
        told.extend(items.iter().filter_map(|item| item["post"].as_str().map(str::to_owned)));
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => {
                let unread = page["unread"].as_u64().and_then(|n| usize::try_from(n).ok());
                return Ok((told, unread.unwrap_or(usize::MAX)));
            }
        }
    }
}

fn compare(ledger: &Ledger, found: &[Vec<Value>]) -> Result<(), String> {
    let odd = locked(&ledger.odd);
    if !odd.is_empty() {
        return Err(format!("{} odd answers, such as {}", odd.len(), odd[0]));
    }
    let (invoked, acknowledged) = (locked(&ledger.invoked), locked(&ledger.acknowledged));
    let mut places: BTreeMap<String, (usize, usize, String)> = BTreeMap::new();
    for (thread, posts) in found.iter().enumerate() {
        for (place, post) in posts.iter().enumerate() {
            if post["number"].as_u64() != u64::try_from(place + 1).ok() {
                return Err(format!(
                    "thread {thread}: place {} has number {}",
                    place + 1,
                    post["number"]
                ));
            }
            let text = text_of(post);
            let id = post["id"].as_str().unwrap_or_default().to_owned();
            if !text.starts_with("K-") {
                continue;
            }
            if !invoked.contains(&text) {
                return Err(format!("{text} was never sent"));
            }
            if places.insert(text.clone(), (thread, place, id)).is_some() {
                return Err(format!("{text} is there twice"));
            }
        }
    }
    in_order(&acknowledged, &places)
}

/// Every acknowledged reply is where it belongs, and each writer's replies to a thread follow each other.
fn in_order(
    acknowledged: &[Entry],
    places: &BTreeMap<String, (usize, usize, String)>,
) -> Result<(), String> {
    let mut last: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for entry in acknowledged {
        let Some((thread, place, id)) = places.get(&entry.text) else {
            return Err(format!("{} was acknowledged and is lost", entry.text));
        };
        if *thread != entry.thread || *id != entry.post {
            return Err(format!("{} was acknowledged as {} and is {id}", entry.text, entry.post));
        }
        let before = last.insert((entry.writer, *thread), *place);
        if before.is_some_and(|before| before > *place) {
            return Err(format!("{} stands before the writer's reply before it", entry.text));
        }
    }
    Ok(())
}

/// The Markdown, or the text of the HTML where the Markdown is not given.
fn text_of(post: &Value) -> String {
    if let Some(text) = post["markdown"].as_str() {
        return text.trim().to_owned();
    }
    let html = post["html"].as_str().unwrap_or_default();
    let plain = html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
    plain.collect::<String>().trim().to_owned()
}

/// The outbox: the thread's events are numbered without a gap, and each post was published once.
async fn events(
    reader: &mut Client,
    threads: &[String],
    found: &[Vec<Value>],
) -> Result<(), String> {
    for (thread, posts) in threads.iter().zip(found) {
        let mut after = 0;
        let mut published = BTreeSet::new();
        loop {
            let path = format!("/threads/{thread}/events?after={after}&to={}", after + 200);
            let reply =
                reader.api("GET", &path, None, None).await.map_err(|error| error.to_string())?;
            if reply.status != 200 {
                return Err(format!("{path}: {} {}", reply.status, reply.text()));
            }
            let page = reply.json();
            let frames =
                page["items"].as_array().or_else(|| page.as_array()).cloned().unwrap_or_default();
            if frames.is_empty() {
                break;
            }
            for frame in frames {
                let seq = frame["seq"].as_i64().unwrap_or(0);
                if seq != after + 1 {
                    return Err(format!("thread {thread}: event {seq} follows {after}"));
                }
                after = seq;
                if frame["kind"] == "post.published" {
                    let post = frame["data"]["post"]["id"].as_str().unwrap_or_default().to_owned();
                    if !published.insert(post.clone()) {
                        return Err(format!("thread {thread}: {post} was published twice"));
                    }
                }
            }
        }
        if published.len() != posts.len() {
            return Err(format!(
                "thread {thread}: {} posts and {} events",
                posts.len(),
                published.len()
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writers and what was acknowledged to them.
    type Written<'a> = [(usize, &'a str)];

    fn post(number: u64, text: &str) -> Value {
        json!({ "id": format!("id-{text}"), "number": number, "markdown": text })
    }

    fn ledger(entries: &Written) -> Ledger {
        let ledger = Ledger::default();
        for (writer, text) in entries {
            locked(&ledger.invoked).insert((*text).to_owned());
            let (text, post) = ((*text).to_owned(), format!("id-{text}"));
            locked(&ledger.acknowledged).push(Entry { writer: *writer, thread: 0, text, post });
        }
        ledger
    }

    #[test]
    fn what_was_acknowledged_must_be_there_once_and_in_order() {
        let whole =
            vec![vec![post(1, "begin"), post(2, "K-0-1"), post(3, "K-1-1"), post(4, "K-0-2")]];
        assert_eq!(compare(&ledger(&[(0, "K-0-1"), (1, "K-1-1"), (0, "K-0-2")]), &whole), Ok(()));
        let wrong: [(&Written, Vec<Value>, &str); 5] = [
            (&[(0, "K-0-1")], vec![post(1, "begin")], "lost"),
            (&[(0, "K-0-1")], vec![post(1, "K-0-1"), post(2, "K-0-1")], "twice"),
            (&[], vec![post(1, "K-0-1")], "never sent"),
            (&[(0, "K-0-1")], vec![post(1, "begin"), post(3, "K-0-1")], "number"),
            (&[(0, "K-0-1"), (0, "K-0-2")], vec![post(1, "K-0-2"), post(2, "K-0-1")], "before"),
        ];
        for (entries, posts, word) in wrong {
            let told = compare(&ledger(entries), &[posts]).unwrap_err();
            assert!(told.contains(word), "{told}");
        }
    }

    #[test]
    fn texts_are_read_from_html_too() {
        assert_eq!(text_of(&json!({ "html": "<p dir=\"auto\">K-1-2</p>\n" })), "K-1-2");
    }
}
