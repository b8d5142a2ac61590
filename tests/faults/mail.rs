//! The mail server is down, slow, greylists, refuses, drops the line: posting
//! goes on, letters come later and once; only one in flight at a kill may come
//! twice, with the same `Message-ID`.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::json;
use stoa_tests::sink::{Mode, Sink};
use stoa_tests::wire::Client;

use crate::site::{Ground, Site, address_of, ask, eventually, open};
use crate::{Day, Outcome};

/// How long a letter may take once the server takes letters again: the pauses double from 5 s.
const LATER: Duration = Duration::from_secs(60);
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

    fn once(&self, mark: &str, most: usize) -> Result<(), String> {
        let letters = self.letters(mark);
        match letters.iter().next() {
            Some((id, count)) if letters.len() == 1 && *count <= most && !id.is_empty() => Ok(()),
            _ => Err(format!("letters about {mark}: {letters:?}, at most {most} of one name")),
        }
    }
}

/// One process: every mode, then a kill between sending and marking.
///
/// # Errors
/// What did not hold.
pub async fn run(_day: &Day) -> Outcome {
    let mut scene = scene(&Ground::Sqlite, "mail").await?;
    let mut program = scene.site.serve()?;
    scene.people().await?;
    let plain = scene.reply().await?;
    scene.arrives(&plain, 1).await?;

    let mut marks = Vec::new();
    for mode in [Mode::Refuse, Mode::Later, Mode::Slow(Duration::from_secs(2))] {
        scene.sink.behave(mode);
        marks.push(scene.reply().await.map_err(|why| format!("{mode:?}: {why}"))?);
        tokio::time::sleep(Duration::from_millis(700)).await;
    }
    scene.sink.behave(Mode::Ok);
    for mark in &marks {
        scene.arrives(mark, 1).await?;
    }

    scene.sink.behave(Mode::CutAfterData);
    let cut = scene.reply().await?;
    let seen = async || {
        if scene.letters(&cut).is_empty() { Err("not cut yet".to_owned()) } else { Ok(()) }
    };
    eventually(LATER, seen).await?;
    scene.sink.behave(Mode::Ok);
    let again = async || {
        if scene.letters(&cut).values().sum::<usize>() < 2 {
            Err("not again".to_owned())
        } else {
            Ok(())
        }
    };
    eventually(LATER, again).await?;
    scene.once(&cut, 3)?;

    program = killed_in_flight(&mut scene, program).await?;
    for mark in marks.iter().chain([&plain]) {
        scene.once(mark, 1)?;
    }
    scene.site.nothing_broke()?;
    program.stop(Duration::from_secs(30))?;
    Ok(format!(
        "{} letters through five kinds of trouble and one kill, each under one name",
        scene.sent
    ))
}

async fn killed_in_flight(
    scene: &mut Scene,
    program: stoa_tests::program::Program,
) -> Result<stoa_tests::program::Program, String> {
    scene.sink.behave(Mode::Slow(Duration::from_secs(5)));
    let flying = scene.reply().await?;
    let waiting = scene.reply().await?;
    let seen = async || {
        if scene.letters(&flying).is_empty() { Err("not sent yet".to_owned()) } else { Ok(()) }
    };
    eventually(LATER, seen).await?;
    program.kill();
    scene.sink.behave(Mode::Ok);
    let program = scene.site.serve()?;
    let again = async || {
        if scene.letters(&flying).values().sum::<usize>() < 2 {
            Err("the letter in flight did not come again".to_owned())
        } else {
            Ok(())
        }
    };
    eventually(LATER, again).await?;
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
    let (first, second) = (scene.site.work()?, scene.site.work()?);
    scene.sink.behave(Mode::Slow(Duration::from_millis(150)));
    let replies = if day.long { 60 } else { 16 };
    let mut marks = Vec::new();
    for number in 0..replies {
        marks.push(scene.reply().await?);
        if number == replies / 2 {
            // Whatever it has in hand now is in flight.
            break;
        }
    }
    let some = async || {
        if scene.sink.taken().is_empty() { Err("no letter yet".to_owned()) } else { Ok(()) }
    };
    eventually(LATER, some).await?;
    first.kill();
    for _ in marks.len()..replies {
        marks.push(scene.reply().await?);
    }
    scene.sink.behave(Mode::Ok);
    let mut twice = 0;
    for mark in &marks {
        scene.arrives(mark, 2).await?;
        twice += usize::from(scene.letters(mark).values().any(|count| *count > 1));
    }
    if twice > 4 {
        return Err(format!("{twice} letters came twice; a process sends four at a time"));
    }
    second.stop(Duration::from_secs(30))?;
    program.stop(Duration::from_secs(30))?;
    Ok(format!(
        "{replies} letters by two workers, one killed: all came, {twice} twice under the same name"
    ))
}
