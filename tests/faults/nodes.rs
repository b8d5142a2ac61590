//! Two processes that serve one PostgreSQL with NATS between them: what is
//! approved, removed or taken from somebody on one is known on the other, at
//! once with the bus and soon without it. One of them has a clock that is an
//! hour off.

use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use stoa_tests::ear::Ear;
use stoa_tests::program::Program;
use stoa_tests::wire::Client;

use crate::site::{Ground, Site, address_of, ask, eventually, free_port, open};
use crate::{Day, Outcome};

/// Without the bus, each looks into the database by itself.
const LOOKED: Duration = Duration::from_secs(10);

/// A NATS server of Debian on a free port; ends with it.
struct Nats {
    child: Child,
    port: u16,
}

impl Nats {
    fn start(port: u16) -> Result<Self, String> {
        let child = Command::new("nats-server")
            .args(["-a", "127.0.0.1", "-p", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("nats-server: {error}"))?;
        let nats = Self { child, port };
        let deadline = Instant::now() + Duration::from_secs(10);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > deadline {
                return Err("nats-server does not listen".into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(nats)
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One round: who is new in it, and within which times the other process knows.
struct Round {
    name: &'static str,
    newcomer: &'static str,
    shown: Duration,
    gone: Duration,
}

const ROUNDS: [Round; 3] = [
    Round {
        name: "with the bus",
        newcomer: "newcomer0",
        shown: Duration::from_secs(2),
        gone: Duration::from_secs(5),
    },
    Round { name: "without it", newcomer: "newcomer1", shown: LOOKED, gone: LOOKED },
    Round {
        name: "after its return",
        newcomer: "newcomer2",
        shown: Duration::from_secs(2),
        gone: Duration::from_secs(5),
    },
];

/// The two that serve.
struct Two {
    one: Site,
    other: Site,
    programs: Vec<Program>,
}

/// Runs it, where there is a PostgreSQL.
///
/// # Errors
/// What did not hold.
pub async fn run(day: &Day) -> Outcome {
    let Some(postgres) = day.postgres.clone() else {
        return Ok("left out: no PostgreSQL".into());
    };
    let nats = Nats::start(free_port()?)?;
    let port = nats.port;
    let two = Two::start(&Ground::Postgres(postgres), port).await?;
    let told = two.round(&ROUNDS[0]).await?;
    two.suspends("first", Duration::from_secs(1)).await?;
    drop(nats);
    let looked = two.round(&ROUNDS[1]).await?;
    two.suspends("second", LOOKED).await?;
    let back = Nats::start(port)?;
    // The processes connect again by themselves.
    tokio::time::sleep(LOOKED).await;
    let again = two.round(&ROUNDS[2]).await?;
    two.stop()?;
    drop(back);
    Ok(format!("{told}; {looked}; {again}"))
}

impl Two {
    async fn start(ground: &Ground, nats: u16) -> Result<Self, String> {
        let mut one = Site::new(ground, "nodes-one").await?;
        one.set("STOA__BUS__URL", &format!("nats://127.0.0.1:{nats}"));
        let mut other = one.beside("nodes-other")?;
        // What the first commits lies in this one's future.
        other.shift_clock("-1h")?;
        let programs = vec![one.serve()?, other.serve()?];
        for name in ["first", "second", "newcomer0", "newcomer1", "newcomer2"] {
            one.add(name, "member")?;
        }
        one.add("moderator", "moderator")?;
        Ok(Self { one, other, programs })
    }

    fn stop(mut self) -> Result<(), String> {
        for program in self.programs.drain(..) {
            program.stop(Duration::from_secs(30))?;
        }
        self.one.check()?;
        self.one.nothing_broke()?;
        self.other.nothing_broke()
    }

    /// A post is approved on one and seen by the other's open page, page for guests and search;
    /// it is removed on one, and gone from all of them.
    async fn round(&self, round: &Round) -> Result<String, String> {
        let about = |why: String| format!("{}: {why}", round.name);
        let mut moderator = self.one.client("moderator").await?;
        let thread = open(&mut moderator, &format!("Nodes {}", round.newcomer)).await?;
        let page = format!("/t/{thread}");
        eventually(LOOKED, async || self.sees(&page, "begins", true).await).await.map_err(about)?;
        let reader = self.other.client("moderator").await?;
        let mut ear = Ear::by_token(self.other.address(), &reader.token).await;
        ear.joins(&format!("thread:{thread}")).await;

        let word = format!("zq{}{thread}", round.newcomer);
        let post = self.waits(round.newcomer, &thread, &word).await?;
        approve(&mut moderator).await.map_err(about)?;
        let began = Instant::now();
        let event = tokio::time::timeout(round.shown, ear.hears("event")).await;
        let event = event.map_err(|_| about(format!("no frame within {:?}", round.shown)))?;
        if event["kind"] != "post.published" {
            return Err(about(event.to_string()));
        }
        let heard = began.elapsed();
        let left = || round.shown.saturating_sub(began.elapsed());
        eventually(left(), async || self.sees(&page, &word, true).await).await.map_err(about)?;
        eventually(left(), async || self.finds(&word, 1).await).await.map_err(about)?;
        let searched = began.elapsed();

        let mut newcomer = self.one.client(round.newcomer).await?;
        ask(&mut newcomer, 204, "DELETE", &format!("/posts/{post}"), None).await?;
        let began = Instant::now();
        let left = || round.gone.saturating_sub(began.elapsed());
        eventually(left(), async || self.sees(&page, &word, false).await).await.map_err(about)?;
        eventually(left(), async || self.finds(&word, 0).await).await.map_err(about)?;
        Ok(format!(
            "{}: a frame after {heard:.1?}, in the search after {searched:.1?}, gone after {:.1?}",
            round.name,
            began.elapsed()
        ))
    }

    /// A newcomer's reply, which waits.
    async fn waits(&self, name: &str, thread: &str, word: &str) -> Result<String, String> {
        let mut newcomer = self.one.client(name).await?;
        let body = json!({ "body": format!("{word} grows by itself") });
        let path = format!("/threads/{thread}/posts");
        let sent = ask(&mut newcomer, 201, "POST", &path, Some(body)).await?;
        let post = sent["post"]["id"].as_str().or(sent["post"].as_str());
        post.map(str::to_owned).ok_or_else(|| format!("no post in {sent}"))
    }

    /// What a guest of the other process reads.
    async fn sees(&self, page: &str, word: &str, there: bool) -> Result<(), String> {
        let mut guest = Client::new(self.other.address());
        let mut reply = guest.get(page).await.map_err(|error| error.to_string())?;
        if let Some(to) = reply.header("location").map(str::to_owned) {
            reply = guest.get(&to).await.map_err(|error| error.to_string())?;
        }
        match reply.text().contains(word) == there {
            true => Ok(()),
            false => Err(format!("{page} {} {word}", if there { "lacks" } else { "still has" })),
        }
    }

    async fn finds(&self, word: &str, count: usize) -> Result<(), String> {
        let mut guest = Client::new(self.other.address());
        let hits = ask(&mut guest, 200, "GET", &format!("/search?q={word}"), None).await?;
        let have = hits["items"].as_array().map_or(0, Vec::len);
        if have == count { Ok(()) } else { Err(format!("{have} hits for {word}")) }
    }

    /// Somebody is suspended by one; his socket at the other ends.
    async fn suspends(&self, name: &str, patience: Duration) -> Result<(), String> {
        let reader = self.other.client(name).await?;
        let mut ear = Ear::by_token(self.other.address(), &reader.token).await;
        self.one.run(&["admin", "suspend", "--email", &address_of(name)])?;
        let ended = tokio::time::timeout(patience, ear.is_closed()).await;
        ended.map(|_| ()).map_err(|_| format!("{name}'s socket is open after {patience:?}"))
    }
}

async fn approve(moderator: &mut Client) -> Result<(), String> {
    for _ in 0..100 {
        let open = ask(moderator, 200, "GET", "/moderation/cases?state=open", None).await?;
        let case = &open["items"][0];
        let Some(id) = case["id"].as_str() else {
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let path = format!("/moderation/cases/{id}/decision");
        let decision = json!({ "action": "approve" });
        let reply = moderator.api_at("POST", &path, &decision, &case["version"]).await;
        let reply = reply.map_err(|error| error.to_string())?;
        return if reply.status == 200 { Ok(()) } else { Err(reply.text()) };
    }
    Err("no case was opened".into())
}
