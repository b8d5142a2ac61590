//! The mail server is down, slow, greylists, refuses, drops the line: posting
//! goes on, letters come later and once; only one in flight at a kill may come
//! twice, with the same `Message-ID`.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::json;
use stoa_tests::program::Program;
use stoa_tests::sink::{Mode, Sink};
use stoa_tests::wire::Client;

use crate::site::{Ground, Site, address_of, ask, eventually, open};
use crate::{Day, Outcome};

/// How long a letter may take once the server takes letters again: the pauses double from 5 s.
pub const LATER: Duration = Duration::from_secs(60);
/// How soon a post is answered whatever the mail server does.
const SOON: Duration = Duration::from_secs(2);

struct Scene {
    site: Site,
    sink: Sink,
    author: Client,
    replier: Client,
    sent: usize,
}

async fn scene(ground: &Ground, name: &str) -> Result<Scene, String> {
    let sink = Sink::open().await.map_err(|error| error.to_string())?;
    let mut site = Site::new(ground, name).await?;
    site.set("STOA__MAIL__URL", &sink.url());
    site.set("STOA__MAIL__FROM", "Stoa <stoa@example.org>");
    let (author, replier) = (Client::new(site.address()), Client::new(site.address()));
    Ok(Scene { site, sink, author, replier, sent: 0 })
}

impl Scene {
    async fn people(&mut self) -> Result<(), String> {
        self.site.add("author", "moderator")?;
        self.site.add("replier", "moderator")?;
        self.author = self.site.client("author").await?;
        self.replier = self.site.client("replier").await?;
        Ok(())
    }

    /// A reply to a new thread of the author's: one letter is due for it. Its mark.
    async fn reply(&mut self) -> Result<String, String> {
        self.sent += 1;
        let mark = format!("mark-{}-end", self.sent);
        let thread = open(&mut self.author, &format!("Thread {}", self.sent)).await?;
        let began = Instant::now();
        let json = json!({ "body": mark });
        ask(&mut self.replier, 201, "POST", &format!("/threads/{thread}/posts"), Some(json))
            .await?;
        if began.elapsed() > SOON {
            return Err(format!("a reply took {:?} while mail was away", began.elapsed()));
        }
        Ok(mark)
    }

    /// `Message-ID`s and how often each came, for letters to the author that hold the mark.
    fn letters(&self, mark: &str) -> BTreeMap<String, usize> {
        let mut found = BTreeMap::new();
        let to = address_of("author");
        for letter in
            self.sink.taken().iter().filter(|letter| letter.to == to && letter.raw.contains(mark))
        {
            *found.entry(letter.id()).or_insert(0) += 1;
        }
        found
    }

    /// Waits for the letter, then makes sure that it came at most so often, under one name.
    async fn arrives(&self, mark: &str, most: usize) -> Result<(), String> {
        let holds = async || {
            if self.letters(mark).is_empty() {
                Err(format!("no letter about {mark}"))
            } else {
                Ok(())
            }
        };
        eventually(LATER, holds).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        self.once(mark, most)
    }

    /// Waits until the letter came so often.
    async fn comes(&self, mark: &str, times: usize) -> Result<(), String> {
        let holds = async || {
            let came = self.letters(mark).values().sum::<usize>();
            if came < times { Err(format!("{mark} came {came} times")) } else { Ok(()) }
        };
        eventually(LATER, holds).await
    }

    fn once(&self, mark: &str, most: usize) -> Result<(), String> {
        let letters = self.letters(mark);
        match letters.iter().next() {
            Some((id, count)) if letters.len() == 1 && *count <= most && !id.is_empty() => Ok(()),
            _ => Err(format!("letters about {mark}: {letters:?}, at most {most} of one name")),
        }
    }
}

/// One process: one kind of trouble after the other, then a kill between sending and marking.
///
/// # Errors
/// What did not hold.
pub async fn run(day: &Day) -> Outcome {
    let mut scene = scene(&Ground::Sqlite, "mail").await?;
    let mut program = scene.site.serve()?;
    scene.people().await?;
    let plain = scene.reply().await?;
    scene.arrives(&plain, 1).await?;

    let slow = Mode::Slow(Duration::from_secs(2));
    let troubles: &[Mode] = if day.long {
        &[Mode::Refuse, Mode::Mute, Mode::Later, slow]
    } else {
        &[Mode::Refuse, slow]
    };
    let mut marks = vec![plain];
    for mode in troubles {
        let through = trouble(&mut scene, *mode).await;
        marks.push(through.map_err(|why| format!("{mode:?}: {why}"))?);
    }
    if day.long {
        cut(&mut scene).await.map_err(|why| format!("{:?}: {why}", Mode::CutAfterData))?;
    }
    program = killed_in_flight(&mut scene, program).await?;
    for mark in &marks {
        scene.once(mark, 1)?;
    }
    scene.site.nothing_broke()?;
    scene.site.check()?;
    program.stop(Duration::from_secs(30))?;
    Ok(format!(
        "{} letters through {} kinds of trouble and one kill, each under one name; \
         once each but for those whose taking was not acknowledged",
        scene.sent,
        troubles.len() + usize::from(day.long)
    ))
}

/// A reply while the server misbehaves: its letter comes once the server is well, and once.
async fn trouble(scene: &mut Scene, mode: Mode) -> Outcome {
    scene.sink.behave(mode);
    let mark = scene.reply().await?;
    let met = async || {
        let came = !scene.letters(&mark).is_empty();
        if came || scene.sink.met() > 0 { Ok(()) } else { Err("nobody came".to_owned()) }
    };
    eventually(LATER, met).await?;
    scene.sink.behave(Mode::Ok);
    scene.arrives(&mark, 1).await?;
    Ok(mark)
}

/// The server keeps a letter and hangs up before it says so: the letter comes again, with the
/// same name.
async fn cut(scene: &mut Scene) -> Result<(), String> {
    scene.sink.behave(Mode::CutAfterData);
    let mark = scene.reply().await?;
    scene.comes(&mark, 1).await?;
    scene.sink.behave(Mode::Ok);
    scene.comes(&mark, 2).await?;
    scene.once(&mark, 3)
}

async fn killed_in_flight(scene: &mut Scene, program: Program) -> Result<Program, String> {
    scene.sink.behave(Mode::Slow(Duration::from_secs(4)));
    let flying = scene.reply().await?;
    let waiting = scene.reply().await?;
    scene.comes(&flying, 1).await?;
    program.kill();
    scene.sink.behave(Mode::Ok);
    let program = scene.site.serve()?;
    scene.comes(&flying, 2).await.map_err(|why| format!("the letter in flight: {why}"))?;
    scene.once(&flying, 2)?;
    scene.arrives(&waiting, 2).await?;
    Ok(program)
}

/// Two processes for jobs on PostgreSQL, one killed while letters are under way.
///
/// # Errors
/// What did not hold.
pub async fn workers(day: &Day) -> Outcome {
    let Some(postgres) = day.postgres.clone() else {
        return Ok("left out, there is no PostgreSQL".into());
    };
    let mut scene = scene(&Ground::Postgres(postgres), "workers").await?;
    let program = scene.site.serve_only()?;
    scene.people().await?;
    let pair = [scene.site.work()?, scene.site.work()?];
    scene.sink.behave(Mode::Slow(Duration::from_millis(150)));
    let replies = if day.long { 60 } else { 16 };
    let mut marks = Vec::new();
    for _ in 0..replies / 2 {
        marks.push(scene.reply().await?);
    }
    scene.sink.behave(Mode::Slow(Duration::from_secs(3)));
    let flying = scene.reply().await?;
    scene.comes(&flying, 1).await?;
    let (killed, second) = sender(pair, &scene.sink, &flying)?;
    killed.kill();
    scene.sink.behave(Mode::Ok);
    for _ in marks.len() + 1..replies {
        marks.push(scene.reply().await?);
    }
    scene.comes(&flying, 2).await.map_err(|why| format!("the letter in flight: {why}"))?;
    marks.push(flying);
    let mut twice = 0;
    for mark in &marks {
        scene.arrives(mark, 2).await?;
        twice += usize::from(scene.letters(mark).values().any(|count| *count > 1));
    }
    if twice > 4 {
        return Err(format!("{twice} letters came twice; a process sends four at a time"));
    }
    scene.site.check()?;
    second.stop(Duration::from_secs(30))?;
    program.stop(Duration::from_secs(30))?;
    Ok(format!(
        "{replies} letters by two workers, one killed: all came, {twice} twice under the same name"
    ))
}

/// Of two processes the one that sent the newest letter with that mark, and the other.
///
/// # Errors
/// A sentence when neither speaks on that line.
pub fn sender(pair: [Program; 2], sink: &Sink, mark: &str) -> Result<(Program, Program), String> {
    let taken = sink.taken();
    let letter = taken.iter().rev().find(|letter| letter.raw.contains(mark));
    let port = letter.ok_or("there is no such letter")?.from.port();
    let [one, other] = pair;
    match (one.speaks_from(port), other.speaks_from(port)) {
        (true, false) => Ok((one, other)),
        (false, true) => Ok((other, one)),
        (one, other) => Err(format!("who sends from port {port}? {one}, {other}")),
    }
}
