//! What they said to each other, in the order of time.

use std::collections::HashMap;

use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Tx};
use stoa_moderation::submissions::{self, Rules};
use stoa_render::prose::{self, Target};
use stoa_threads::{Body, Direction, NewReply, NewThread, Opened, Replied, ThreadKind, Title};

use super::Past;
use super::content::{Content, Held, Reply, Thread};
use super::people::{self, Cast, Player};
use crate::app::App;
use crate::submit::{self, Room, Typed};

/// The calendar holds the pauses; the community's limits are for people.
const RULES: Rules = Rules::NONE;

/// One thing somebody did.
enum Act<'a> {
    Opens(&'a Thread),
    Replies(&'a Thread, &'a Reply),
    Waits(&'a Held),
}

/// Everything that was said: where each thread is and each of its posts.
#[derive(Default)]
struct Said {
    threads: HashMap<String, ThreadId>,
    posts: HashMap<(String, i32), PostId>,
}

impl Said {
    fn thread(&self, id: &str) -> Result<ThreadId, Fault> {
        self.threads.get(id).copied().ok_or_else(|| Fault::broken(format!("{id} is not open yet")))
    }

    fn post(&self, thread: &str, number: i32) -> Result<PostId, Fault> {
        let found = self.posts.get(&(thread.to_owned(), number)).copied();
        found.ok_or_else(|| Fault::broken(format!("{thread} has no post {number} yet")))
    }
}

struct Stage<'a> {
    app: &'a App,
    past: &'a Past,
    cast: &'a Cast,
}

/// Plays the whole history.
pub(super) async fn live_through(
    app: &App,
    past: &Past,
    cast: &Cast,
    content: &Content,
) -> Result<(), Fault> {
    let stage = Stage { app, past, cast };
    let mut said = Said::default();
    for (age, act) in history(content) {
        past.at(age);
        match act {
            Act::Opens(thread) => stage.opens(age, thread, &mut said).await?,
            Act::Replies(thread, reply) => stage.replies(age, thread, reply, &mut said).await?,
            Act::Waits(held) => stage.waits(age, held, &said).await?,
        }
    }
    Ok(())
}

/// All acts, oldest first.
fn history(content: &Content) -> Vec<(i64, Act<'_>)> {
    let mut acts: Vec<(i64, Act<'_>)> = Vec::new();
    for thread in &content.threads {
        acts.push((thread.age_minutes, Act::Opens(thread)));
        let replies = thread.replies.iter();
        acts.extend(replies.map(|reply| (reply.age_minutes, Act::Replies(thread, reply))));
    }
    acts.extend(content.held.iter().map(|held| (held.age_minutes, Act::Waits(held))));
    acts.sort_by_key(|(age, _)| -age);
    acts
}

fn side(player: &Player) -> Direction {
    match player.mission {
        Some(true) => Direction::Mission,
        Some(false) => Direction::Worldwide,
        None => Direction::Neither,
    }
}

impl Stage<'_> {
    /// Names of the content become people: its handles are not those of the members.
    fn bound(&self, body: &str) -> String {
        let people = self.cast.players.iter();
        let targets: HashMap<String, Target> = people
            .map(|(handle, player)| (handle.clone(), Target::Member(player.id.to_string())))
            .collect();
        prose::bind(body, &targets)
    }

    async fn prepared(
        &self,
        actor: &Actor,
        room: Room,
        (title, body, language): (&str, &str, &str),
    ) -> Result<stoa_threads::Prepared, Fault> {
        let body = Body::parse(&self.bound(body))?;
        let typed = Typed { body: &body, title, language, own: &[], around: "" };
        submit::prepare(self.app, actor, room, typed).await
    }

    async fn opens(&self, age: i64, thread: &Thread, said: &mut Said) -> Result<(), Fault> {
        let actor = self.cast.actor(self.past, &thread.author).await?;
        let new = self.new_thread(&actor, Opening::of(thread)).await?;
        let db = self.past.at(age);
        let opened =
            db.write(async |tx: &mut Tx| submissions::open(tx, &actor, &RULES, &new).await);
        let Opened::Published { thread: id, post, .. } = opened.await? else {
            return Err(Fault::broken(format!("{} was held", thread.id)));
        };
        said.threads.insert(thread.id.clone(), id);
        said.posts.insert((thread.id.clone(), 1), post);
        self.useful(age, &thread.useful, post).await
    }

    async fn new_thread(&self, actor: &Actor, opening: Opening<'_>) -> Result<NewThread, Fault> {
        let player = self.cast.player(opening.author)?;
        let space = people::space(&self.past.silent, opening.space).await?;
        let room = Room::of(space, stoa_kernel::policy::Visibility::Public);
        let body =
            self.prepared(actor, room, (opening.title, opening.body, opening.language)).await?;
        let kind = ThreadKind::parse(opening.kind);
        Ok(NewThread {
            space,
            kind: kind.ok_or_else(|| Fault::broken(format!("the kind {}", opening.kind)))?,
            title: Title::parse(opening.title)?,
            language: opening.language.to_owned(),
            themes: opening.themes.to_vec(),
            city: player.city,
            direction: side(player),
            body,
        })
    }

    async fn replies(
        &self,
        age: i64,
        thread: &Thread,
        reply: &Reply,
        said: &mut Said,
    ) -> Result<(), Fault> {
        let body = match &reply.quote {
            Some(quote) => {
                let source = said.post(&thread.id, quote.number)?;
                let name = &self.cast.player(author(thread, quote.number))?.name;
                let mark = prose::quote_markdown(name, &source.to_string(), &quote.text);
                format!("{mark}\n\n{}", reply.body)
            }
            None => reply.body.clone(),
        };
        let to = reply.reply_to.map(|number| said.post(&thread.id, number)).transpose()?;
        let place = said.thread(&thread.id)?;
        let text = Text { author: &reply.author, language: &reply.language, body: &body };
        let Replied::Published { post, .. } = self.reply(age, place, to, text).await? else {
            return Err(Fault::broken(format!("{} {} was held", thread.id, reply.number)));
        };
        said.posts.insert((thread.id.clone(), reply.number), post);
        self.useful(age, &reply.useful, post).await?;
        if reply.accepted { self.accepted(age, &thread.author, place, post).await } else { Ok(()) }
    }

    async fn reply(
        &self,
        age: i64,
        thread: ThreadId,
        reply_to: Option<PostId>,
        text: Text<'_>,
    ) -> Result<Replied, Fault> {
        let actor = self.cast.actor(self.past, text.author).await?;
        let place = stoa_threads::threads::facts(&self.past.silent, &actor, thread).await?;
        let room = Room::of(place.space, place.facts.visibility);
        let body = self.prepared(&actor, room, ("", text.body, text.language)).await?;
        let city = self.cast.player(text.author)?.city;
        let new = NewReply { thread, reply_to, city, body };
        let db = self.past.at(age);
        db.write(async |tx: &mut Tx| submissions::reply(tx, &actor, &RULES, &new).await).await
    }

    async fn waits(&self, age: i64, held: &Held, said: &Said) -> Result<(), Fault> {
        // Cases are opened by jobs, so the first posts that wait always leave theirs.
        let loud = &self.past.loud;
        let actor = self.cast.actor(self.past, &held.author).await?;
        if let Some(thread) = &held.thread {
            let to = held.reply_to.map(|number| said.post(thread, number)).transpose()?;
            let place = stoa_threads::threads::facts(loud, &actor, said.thread(thread)?).await?;
            let room = Room::of(place.space, place.facts.visibility);
            let body = self.prepared(&actor, room, ("", &held.body, &held.language)).await?;
            let city = self.cast.player(&held.author)?.city;
            let new = NewReply { thread: place.thread, reply_to: to, city, body };
            self.past.at(age);
            loud.write(async |tx: &mut Tx| submissions::reply(tx, &actor, &RULES, &new).await)
                .await?;
            return Ok(());
        }
        let new = self.new_thread(&actor, Opening::waiting(held)).await?;
        self.past.at(age);
        loud.write(async |tx: &mut Tx| submissions::open(tx, &actor, &RULES, &new).await)
            .await
            .map(|_| ())
    }

    async fn useful(&self, age: i64, readers: &[String], post: PostId) -> Result<(), Fault> {
        for reader in readers {
            let actor = self.cast.actor(self.past, reader).await?;
            let db = self.past.at(age);
            db.write(async |tx: &mut Tx| stoa_threads::marks::useful(tx, &actor, post).await)
                .await?;
        }
        Ok(())
    }

    async fn accepted(
        &self,
        age: i64,
        asker: &str,
        thread: ThreadId,
        post: PostId,
    ) -> Result<(), Fault> {
        let actor = self.cast.actor(self.past, asker).await?;
        let db = self.past.at(age);
        db.write(async |tx: &mut Tx| stoa_threads::answers::accept(tx, &actor, thread, post).await)
            .await
    }
}

/// Who wrote a numbered post of a thread, by handle.
fn author(thread: &Thread, number: i32) -> &str {
    let reply = thread.replies.iter().find(|reply| reply.number == number);
    reply.map_or(&thread.author, |reply| &reply.author)
}

struct Text<'a> {
    author: &'a str,
    language: &'a str,
    body: &'a str,
}

/// What a new thread says.
struct Opening<'a> {
    space: &'a str,
    kind: &'a str,
    themes: &'a [String],
    title: &'a str,
    language: &'a str,
    author: &'a str,
    body: &'a str,
}

impl<'a> Opening<'a> {
    fn of(thread: &'a Thread) -> Self {
        Self {
            space: &thread.space,
            kind: &thread.kind,
            themes: &thread.themes,
            title: &thread.title,
            language: &thread.language,
            author: &thread.author,
            body: &thread.body,
        }
    }

    fn waiting(held: &'a Held) -> Self {
        Self {
            space: held.space.as_deref().unwrap_or_default(),
            kind: held.kind.as_deref().unwrap_or_default(),
            themes: &held.themes,
            title: held.title.as_deref().unwrap_or_default(),
            language: &held.language,
            author: &held.author,
            body: &held.body,
        }
    }
}
