//! In whatever order threads are joined, parted and moved, nothing that was said about them gets
//! lost: addresses, quotes, what was read, bookmarks, votes, summaries, lessons, texts begun.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::json;
use stoa_kernel::ids::{MemberId, PostId};
use stoa_policy::Standing;

use super::*;
use crate::drafts::{self, Draughted, Slot};
use crate::learning::{self, Cost, Effect, NewLesson};
use crate::model::{NewReply, Title, page_of};
use crate::polls::{self, Ballot, Vote};
use crate::posts::{self, Changed};
use crate::reading::{self, Move};
use crate::testing::{World, passed, post_of, text};
use crate::{bookmarks, recount, summaries, views};

/// Small numbers in no order, the same in each run.
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    fn of<T: Copy>(&mut self, some: &[T]) -> T {
        some[self.up_to(some.len())]
    }
}

/// What was ever true of the threads.
#[derive(Default)]
struct Memory {
    /// Which post an address named.
    addresses: BTreeMap<(ThreadId, i32), PostId>,
    /// Who had read which posts.
    read: BTreeMap<MemberId, BTreeSet<PostId>>,
    /// Who kept which post.
    kept: BTreeSet<(MemberId, PostId)>,
    /// Which post quotes which.
    quotes: BTreeSet<(PostId, PostId)>,
    /// Who chose what on the ballot of a post.
    votes: BTreeMap<(PostId, MemberId), usize>,
    /// Which reply was put on top of a thread last.
    summaries: BTreeMap<ThreadId, PostId>,
    /// Replies that say what was learned, the newest last.
    lessons: Vec<PostId>,
    /// What somebody was about to reply, and where.
    begun: BTreeMap<(MemberId, String), ThreadId>,
}

struct Stage {
    world: World,
    ada: Actor,
    root: Actor,
    readers: [Actor; 2],
    there: SpaceId,
    threads: Vec<ThreadId>,
    dice: Dice,
    memory: Memory,
}

fn ballot() -> Ballot {
    Ballot::of(2, "Trams\nBuses").unwrap()
}

async fn standing(world: &World, who: &Actor, thread: ThreadId) -> Vec<(i32, PostId)> {
    let limit = stoa_kernel::Limit::parse(Some(100)).unwrap();
    let page = views::posts(&world.db, who, thread, 0, limit).await.unwrap();
    page.items.iter().filter_map(|post| Some((post.number?, post.id))).collect()
}

/// Where an address leads: the post that stands there, else the one that went away from there.
async fn leads(world: &World, who: &Actor, thread: ThreadId, number: i32) -> Option<PostId> {
    let here = standing(world, who, thread).await.into_iter().find(|(n, _)| *n == number);
    if let Some((_, post)) = here {
        return Some(post);
    }
    let gone = views::moved(&world.db, who, thread, page_of(number)).await.unwrap();
    gone.iter().find(|moved| moved.number == number).map(|moved| moved.post)
}

impl Stage {
    async fn new(seed: u64) -> Self {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let readers = [world.member("one").await, world.member("two").await];
        let roles = [(stoa_kernel::RoleKind::Administrator, None)];
        let root = world.person("root", Standing::Member, &roles).await;
        let there = spaces::id_of(&world.db, "experiences").await.unwrap().unwrap();
        let mut threads = Vec::new();
        for name in ["a", "b", "c"] {
            threads.push(world.open(&ada, name).await.0);
        }
        let (dice, memory) = (Dice(seed), Memory::default());
        Self { world, ada, root, readers, there, threads, dice, memory }
    }

    async fn does(&mut self) {
        let thread = self.dice.of(&self.threads);
        match self.dice.up_to(16) {
            0..=3 => self.replies(thread).await,
            4 => self.reads(thread).await,
            5 | 6 => self.joins(thread).await,
            7 | 8 => self.parts(thread).await,
            9 => self.moves(thread).await,
            10 => self.keeps(thread).await,
            11 | 12 => self.votes(thread).await,
            13 => self.sums_up(thread).await,
            14 => self.concludes(thread).await,
            _ => self.begins(thread).await,
        }
        for thread in &self.threads {
            for (number, post) in standing(&self.world, &self.ada, *thread).await {
                self.memory.addresses.entry((*thread, number)).or_insert(post);
            }
        }
        self.world.pass(60);
    }

    async fn some_post(&mut self, thread: ThreadId) -> (i32, PostId) {
        let posts = standing(&self.world, &self.ada, thread).await;
        self.dice.of(&posts)
    }

    fn reader(&mut self) -> (Actor, MemberId) {
        let who = self.readers[self.dice.up_to(2)].clone();
        let id = who.id().unwrap();
        (who, id)
    }

    /// A reply that quotes a post of any thread.
    async fn says(&mut self, thread: ThreadId) -> PostId {
        let other = self.dice.of(&self.threads);
        let (_, source) = self.some_post(other).await;
        let body = crate::model::Prepared { quotes: vec![source], ..text("More") };
        let new = NewReply { thread, reply_to: None, city: None, body };
        let ada = &self.ada;
        let reply = async |tx: &mut Tx| posts::reply(tx, ada, passed(), &new).await;
        let post = post_of(self.world.db.write(reply).await.unwrap());
        self.memory.quotes.insert((post, source));
        post
    }

    async fn replies(&mut self, thread: ThreadId) {
        self.says(thread).await;
    }

    async fn reads(&mut self, thread: ThreadId) {
        let (who, id) = self.reader();
        let (upto, _) = self.some_post(thread).await;
        let mark = async |tx: &mut Tx| reading::mark(tx, &who, thread, upto, Move::Forward).await;
        self.world.db.write(mark).await.unwrap();
        let posts = standing(&self.world, &who, thread).await;
        let seen = posts.iter().filter(|(number, _)| *number <= upto).map(|(_, post)| *post);
        self.memory.read.entry(id).or_default().extend(seen);
    }

    async fn joins(&mut self, from: ThreadId) {
        let into = self.dice.of(&self.threads);
        if into == from {
            return;
        }
        let (root, ada) = (&self.root, &self.ada);
        let join = async |tx: &mut Tx| join(tx, root, from, into, ada).await;
        self.world.db.write(join).await.unwrap();
        self.threads.retain(|one| *one != from);
        self.memory.summaries.remove(&from);
    }

    async fn parts(&mut self, thread: ThreadId) {
        let posts = standing(&self.world, &self.ada, thread).await;
        let ids: Vec<PostId> = posts[1..].iter().map(|(_, post)| *post).collect();
        let (ids, root) = (&ids[ids.len() / 2..], &self.root);
        if ids.is_empty() {
            return;
        }
        let title = Title::parse("Parted").unwrap();
        let part = async |tx: &mut Tx| part(tx, root, thread, ids, &title).await;
        self.threads.push(self.world.db.write(part).await.unwrap());
    }

    async fn moves(&mut self, thread: ThreadId) {
        let space = self.dice.of(&[self.world.space, self.there]);
        let (root, ada) = (&self.root, &self.ada);
        let go = async |tx: &mut Tx| relocate(tx, root, thread, space, ada).await;
        self.world.db.write(go).await.unwrap();
    }

    async fn keeps(&mut self, thread: ThreadId) {
        let ((who, id), (_, post)) = (self.reader(), self.some_post(thread).await);
        let keep = async |tx: &mut Tx| bookmarks::set(tx, &who, post, "", None).await;
        self.world.db.write(keep).await.unwrap();
        self.memory.kept.insert((id, post));
    }

    async fn votes(&mut self, thread: ThreadId) {
        let ((who, id), (_, post)) = (self.reader(), self.some_post(thread).await);
        let choice = self.dice.up_to(2);
        let vote = Vote { post, ballot: ballot(), version: 1, choice, city: None, reason: None };
        let vote = async |tx: &mut Tx| polls::vote(tx, &who, &vote).await;
        self.world.db.write(vote).await.unwrap();
        self.memory.votes.insert((post, id), choice);
    }

    async fn sums_up(&mut self, thread: ThreadId) {
        let (number, post) = self.some_post(thread).await;
        if number == 1 {
            return;
        }
        let ada = &self.ada;
        let set = async |tx: &mut Tx| summaries::set(tx, ada, thread, post).await;
        self.world.db.write(set).await.unwrap();
        self.memory.summaries.insert(thread, post);
    }

    async fn concludes(&mut self, thread: ThreadId) {
        let post = self.says(thread).await;
        let new = NewLesson {
            post,
            effect: Effect::Worked,
            cost: Cost::Unknown,
            city: None,
            place: String::new(),
            closes: false,
        };
        let ada = &self.ada;
        let conclude = async |tx: &mut Tx| learning::conclude(tx, ada, &new).await;
        self.world.db.write(conclude).await.unwrap();
        self.memory.lessons.push(post);
    }

    /// A text that is begun where another waits takes its place.
    async fn begins(&mut self, thread: ThreadId) {
        let (who, id) = self.reader();
        let sequence = self.world.db.now().0;
        let body = format!("begun {sequence}");
        let slot = Slot::Reply(thread);
        let fields = json!({});
        let draft = Draughted { slot, title: String::new(), body: body.clone(), fields, sequence };
        let before = drafts::get(&self.world.db, &who, slot).await.unwrap();
        let save = async |tx: &mut Tx| drafts::save(tx, &who, &draft).await;
        self.world.db.write(save).await.unwrap();
        if let Some(before) = before {
            self.memory.begun.remove(&(id, before.body));
        }
        self.memory.begun.insert((id, body), thread);
    }
}

async fn addresses_lead(at: &Stage) {
    for ((thread, number), post) in &at.memory.addresses {
        let found = leads(&at.world, &at.ada, *thread, *number).await;
        assert_eq!(found, Some(*post), "{thread} {number}");
    }
}

/// Where a post stands now.
async fn place(at: &Stage, post: PostId) -> ThreadId {
    let thread = views::locate(&at.world.db, &at.ada, post).await.unwrap().thread;
    let stands = standing(&at.world, &at.ada, thread).await;
    assert!(stands.iter().any(|(_, one)| *one == post), "{post} stands nowhere");
    thread
}

async fn quotes_lead(at: &Stage) {
    for (post, source) in &at.memory.quotes {
        place(at, *source).await;
        let of = Changed::Post(*source);
        let quoting = posts::touched(&at.world.db, of, None, 500).await.unwrap();
        let found = quoting.iter().any(|stored| stored.post == *post);
        assert!(found, "{post} quotes {source}");
    }
}

async fn bookmarks_stay(at: &Stage) {
    for (id, post) in &at.memory.kept {
        let who = at.readers.iter().find(|who| who.is(*id)).unwrap();
        assert!(bookmarks::get(&at.world.db, who, *post).await.unwrap().is_some());
        place(at, *post).await;
    }
}

/// What was read may count as unread after threads were mixed, never the other way round.
async fn nothing_counts_as_read_that_was_not(at: &Stage) {
    for (who, thread) in at.readers.iter().flat_map(|who| at.threads.iter().map(move |t| (who, t)))
    {
        let read = views::thread(&at.world.db, who, *thread).await.unwrap().summary.read;
        let known = at.memory.read.get(&who.id().unwrap()).cloned().unwrap_or_default();
        for (number, post) in standing(&at.world, who, *thread).await {
            let said = read.is_some_and(|upto| number <= upto);
            assert!(!said || known.contains(&post), "{thread} {number} was not read");
        }
    }
}

async fn votes_count(at: &Stage) {
    for ((post, id), choice) in &at.memory.votes {
        let who = at.readers.iter().find(|who| who.is(*id)).unwrap();
        let asked = HashMap::from([(*post, ballot())]);
        let poll = polls::polls(&at.world.db, who, &asked).await.unwrap().remove(post).unwrap();
        assert_eq!(poll.mine, Some(*choice), "{post}");
        let cast: i64 = poll.counts.iter().map(|count| count.votes).sum();
        let known = at.memory.votes.keys().filter(|(of, _)| of == post).count();
        assert_eq!(usize::try_from(cast).unwrap(), known, "{post}");
        place(at, *post).await;
    }
}

/// Where it still stands a summary is on top; elsewhere it is a reply as any other.
async fn summaries_stand_on_top(at: &Stage) {
    for thread in &at.threads {
        let view = views::thread(&at.world.db, &at.ada, *thread).await.unwrap();
        assert_eq!(view.summary_post, at.memory.summaries.get(thread).copied(), "{thread}");
    }
    for (thread, post) in &at.memory.summaries {
        place(at, *post).await;
        assert!(at.threads.contains(thread), "{thread} is none any more");
    }
}

async fn lessons_stay(at: &Stage) {
    let mut newest = BTreeMap::new();
    for post in &at.memory.lessons {
        newest.insert(place(at, *post).await, *post);
    }
    for thread in &at.threads {
        let found = learning::lesson(&at.world.db, *thread).await.unwrap();
        assert_eq!(found.map(|lesson| lesson.post), newest.get(thread).copied(), "{thread}");
    }
}

/// A text that was begun is for the thread that its own became, or leads there.
async fn texts_begun_are_found(at: &Stage) {
    for ((id, body), thread) in &at.memory.begun {
        let who = at.readers.iter().find(|who| who.is(*id)).unwrap();
        let now = views::joined_to(&at.world.db, who, *thread).await.unwrap().unwrap_or(*thread);
        let kept = drafts::list(&at.world.db, who).await.unwrap();
        let own = kept.iter().find(|draft| draft.body == *body);
        let Slot::Reply(of) = own.expect(body).slot else { panic!("{body}: another slot") };
        let leads = views::joined_to(&at.world.db, who, of).await.unwrap().unwrap_or(of);
        assert_eq!(leads, now, "{body}");
    }
}

#[tokio::test]
async fn nothing_is_lost_in_any_order_of_joins_parts_and_moves() {
    for seed in 1..=12 {
        println!("seed {seed}");
        let mut at = Stage::new(seed).await;
        for _ in 0..40 {
            at.does().await;
        }
        assert_eq!(recount::differences(&at.world.db).await.unwrap(), [""; 0]);
        addresses_lead(&at).await;
        quotes_lead(&at).await;
        bookmarks_stay(&at).await;
        nothing_counts_as_read_that_was_not(&at).await;
        votes_count(&at).await;
        summaries_stand_on_top(&at).await;
        lessons_stay(&at).await;
        texts_begun_are_found(&at).await;
    }
}
