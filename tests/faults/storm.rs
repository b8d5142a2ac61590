//! Three hundred people sign in at once, again and again: those who cannot be
//! served are asked to come again, do so when they were told, and whoever reads
//! does not notice.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use stoa_tests::wire::{Client, Reply};

use crate::site::{Ground, PASSWORD, Site, address_of, open};
use crate::{Day, Outcome};

const CROWD: usize = 300;
/// Hashes take every core in turn; a page must not wait for more than a few of them. Of a program
/// that is not optimised, beside whatever else is built and tested at the time, the slowest pages
/// say little: there it is the usual page that must be soon. With as many hashes at once as there
/// are people, it would take seconds.
const BEARABLE: (usize, Duration) = if cfg!(debug_assertions) {
    (50, Duration::from_millis(500))
} else {
    (99, Duration::from_millis(250))
};
const AT_ONCE: Duration = Duration::from_millis(20);

#[derive(Default)]
struct Counts {
    served: AtomicUsize,
    put_off: AtomicUsize,
    odd: AtomicUsize,
    over: AtomicBool,
}

/// Signs in with wrong passwords from everywhere, and reads meanwhile.
///
/// # Errors
/// What did not hold.
pub async fn run(day: &Day) -> Outcome {
    let site = Site::new(&Ground::Sqlite, "storm").await?;
    let program = site.serve()?;
    site.add("writer", "moderator")?;
    let mut writer = site.client("writer").await?;
    let thread = open(&mut writer, "Storm").await?;
    let calm = read(site.address(), &thread, Duration::from_secs(1)).await?;
    let counts = Arc::new(Counts::default());
    let mut crowd = Vec::new();
    for number in 0..CROWD {
        crowd.push(tokio::spawn(knock(site.address(), number, Arc::clone(&counts))));
    }
    let span = Duration::from_secs(if day.long { 30 } else { 5 });
    let stormy = read(site.address(), &thread, span).await?;
    // A member who knows his password comes in before the storm is over.
    patient(&site).await?;
    counts.over.store(true, Ordering::Relaxed);
    for one in crowd {
        one.await.map_err(|error| error.to_string())?;
    }
    let (served, put_off) =
        (counts.served.load(Ordering::Relaxed), counts.put_off.load(Ordering::Relaxed));
    let odd = counts.odd.load(Ordering::Relaxed);
    if odd > 0 || put_off == 0 || served == 0 {
        return Err(format!(
            "{served} served, {put_off} asked to come again, {odd} answered otherwise"
        ));
    }
    let (of_hundred, most) = BEARABLE;
    let took = stormy.within(of_hundred);
    if took > most {
        return Err(format!("{of_hundred} of 100 pages took up to {took:?}; {calm:?} before"));
    }
    site.nothing_broke()?;
    program.stop(Duration::from_secs(30))?;
    Ok(format!(
        "{served} hashes, {put_off} times 503 with Retry-After; 50 and 99 of 100 pages within \
         {stormy:?}, {calm:?} before"
    ))
}

async fn knock(address: SocketAddr, number: usize, counts: Arc<Counts>) {
    let mut client = Client::new(address);
    let json =
        json!({ "email": address_of(&format!("nobody{number}")), "password": "not the right one" });
    while !counts.over.load(Ordering::Relaxed) {
        let (counter, pause) = match client.api("POST", "/sessions", Some(&json), None).await {
            Ok(reply) => judged(&reply, counts.as_ref()),
            Err(_) => (&counts.odd, AT_ONCE),
        };
        counter.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep(pause).await;
    }
}

/// Which count an answer goes to, and when its reader comes again.
fn judged<'a>(reply: &Reply, counts: &'a Counts) -> (&'a AtomicUsize, Duration) {
    let told = reply.header("retry-after").and_then(|value| value.parse().ok());
    match (reply.status, told) {
        (503, Some(seconds @ 1..)) => (&counts.put_off, Duration::from_secs(seconds)),
        (400 | 401 | 403 | 422, _) => (&counts.served, AT_ONCE),
        _ => (&counts.odd, AT_ONCE),
    }
}

/// How long pages took, the shortest first.
struct Pages(Vec<Duration>);

impl Pages {
    /// The time within which so many of a hundred came.
    fn within(&self, of_hundred: usize) -> Duration {
        self.0.get(self.0.len() * of_hundred / 100).copied().unwrap_or(Duration::MAX)
    }
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} and {:?}", self.within(50), self.within(99))
    }
}

async fn read(address: SocketAddr, thread: &str, span: Duration) -> Result<Pages, String> {
    let mut client = Client::new(address);
    let path = format!("/api/v1/threads/{thread}/posts");
    let mut took = Vec::new();
    let began = Instant::now();
    while began.elapsed() < span {
        let asked = Instant::now();
        let reply = client.get(&path).await.map_err(|error| error.to_string())?;
        if reply.status != 200 {
            return Err(format!("a page: {} {}", reply.status, reply.text()));
        }
        took.push(asked.elapsed());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    took.sort_unstable();
    Ok(Pages(took))
}

async fn patient(site: &Site) -> Result<(), String> {
    let json = json!({ "email": address_of("writer"), "password": PASSWORD });
    let mut client = Client::new(site.address());
    for _ in 0..200 {
        let reply = client
            .api("POST", "/sessions", Some(&json), None)
            .await
            .map_err(|error| error.to_string())?;
        match reply.status {
            201 => return Ok(()),
            503 => tokio::time::sleep(Duration::from_millis(50)).await,
            status => return Err(format!("the right password: {status} {}", reply.text())),
        }
    }
    Err("nobody was let in during the storm".into())
}
