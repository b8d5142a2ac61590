//! What stands in a digest.

use std::collections::{HashMap, HashSet};

use stoa_exchange::CityCard;
use stoa_kernel::ids::{CityId, ThreadId};
use stoa_kernel::{Actor, Fault, Limit, Reads, Time};
use stoa_threads::views::{Filter, Highlighted, Order, PostCard, ThreadSummary, highlights, list};
use stoa_threads::{Direction, State, ThreadKind};

use crate::model::Why;
use crate::notices;

/// How many items a section has at most.
const EACH: usize = 5;
/// How many of the others' needs and of the unanswered questions.
const FEW: usize = 3;
/// How many candidates are looked at.
const LOOK: Limit = Limit::PAGE;

/// Something that somebody wrote to the member.
#[derive(Clone, Debug, PartialEq)]
pub struct ForYou {
    /// Why it is for this member.
    pub why: Why,
    /// The post.
    pub post: PostCard,
    /// How many more unread posts of others the thread has for the same reason.
    pub more: usize,
}

/// A thread the member follows, with what is new.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    /// The thread.
    pub thread: ThreadSummary,
    /// The last new posts, oldest first.
    pub posts: Vec<PostCard>,
}

/// A digest. Each thread stands in it once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digest {
    /// Written to the member: mentions, quotes, answers.
    pub for_you: Vec<ForYou>,
    /// Threads, spaces and cities the member follows.
    pub followed: Vec<Followed>,
    /// New threads of the member's own city.
    pub city: Vec<ThreadSummary>,
    /// Needs, offers and questions of the other side; of both for who works across cities.
    pub needs: Vec<ThreadSummary>,
    /// Questions nobody has answered, in languages the member reads.
    pub unanswered: Vec<ThreadSummary>,
    /// What searches found that the member keeps; whoever can ask the index puts it in.
    pub sought: Vec<Sought>,
}

/// What a search found anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Sought {
    /// Its words.
    pub words: String,
    /// The path of its page.
    pub address: String,
    /// The best of it.
    pub posts: Vec<PostCard>,
}

impl Digest {
    /// There is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.for_you.is_empty()
            && self.followed.is_empty()
            && self.city.is_empty()
            && self.needs.is_empty()
            && self.unanswered.is_empty()
            && self.sought.is_empty()
    }

    /// The threads that stand in it.
    pub fn threads(&self) -> impl Iterator<Item = ThreadId> {
        let lists = self.city.iter().chain(&self.needs).chain(&self.unanswered);
        let listed = lists.map(|thread| thread.id);
        let followed = self.followed.iter().map(|one| one.thread.id);
        self.for_you.iter().map(|one| one.post.post.thread).chain(followed).chain(listed)
    }
}

/// The reader, as far as it decides what is chosen.
struct Reader {
    city: Option<CityId>,
    mission: Option<bool>,
    languages: Vec<String>,
}

/// What there is to tell this member of `from` (excluded) to `to`, as he may see it now.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn compose(
    db: &impl Reads,
    actor: &Actor,
    from: Time,
    to: Time,
) -> Result<Digest, Fault> {
    let reader = reader(db, actor).await?;
    let found = highlights(db, actor, from, to, LOOK).await?;
    let mut told = HashSet::new();
    let written = notices::unread_between(db, actor, from, to).await?;
    let for_you = for_you(written, found.replies, &mut told);
    let followed = followed(found.watched, &mut told);
    let own = own_city(db, actor, &reader, from, to).await?;
    let city = take(own, EACH, &mut told);
    let open: Vec<_> = found.open.into_iter().filter(|t| !told.contains(&t.id)).collect();
    let cities = sides(db, &open).await?;
    let (theirs, rest): (Vec<_>, Vec<_>) =
        open.into_iter().partition(|thread| reader.looks_across(thread, &cities));
    let needs = diverse(reader.readable_first(theirs), FEW, &mut told);
    let questions = rest.into_iter().filter(|thread| reader.could_answer(thread)).collect();
    let unanswered = diverse(questions, FEW, &mut told);
    Ok(Digest { for_you, followed, city, needs, unanswered, sought: Vec::new() })
}

async fn reader(db: &impl Reads, actor: &Actor) -> Result<Reader, Fault> {
    let me = actor.signed_in()?;
    let person = stoa_accounts::views::person(db, actor, me).await?.ok_or(Fault::NotFound)?;
    let city = person.card.city;
    let own = stoa_exchange::views::cards_for(db, actor, &Vec::from_iter(city)).await?;
    let mission = city.and_then(|id| own.get(&id)).map(|card| card.mission);
    Ok(Reader { city, mission, languages: person.languages })
}

impl Reader {
    fn reads(&self, thread: &ThreadSummary) -> bool {
        let of = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        self.languages.iter().any(|language| of(language) == of(&thread.language))
    }

    /// A need or offer, or a city's question, from the other side. Who has no side looks both ways.
    fn looks_across(&self, thread: &ThreadSummary, cities: &HashMap<CityId, CityCard>) -> bool {
        let wanted = matches!(thread.kind, ThreadKind::Need | ThreadKind::Offer);
        let city = thread.city.and_then(|id| cities.get(&id)).map(|card| card.mission);
        let side = match thread.direction {
            Direction::Mission => Some(true),
            Direction::Worldwide => Some(false),
            Direction::Neither => city,
        };
        match (self.mission, side) {
            (Some(ours), Some(theirs)) => ours != theirs,
            _ => wanted,
        }
    }

    fn could_answer(&self, thread: &ThreadSummary) -> bool {
        thread.replies() == 0 && self.reads(thread)
    }

    fn readable_first(&self, mut threads: Vec<ThreadSummary>) -> Vec<ThreadSummary> {
        threads.sort_by_key(|thread| !self.reads(thread));
        threads
    }
}

/// Who named or answered the member first, then what else was written in own threads.
fn for_you(
    written: Vec<(Why, PostCard)>,
    replies: Vec<Highlighted>,
    told: &mut HashSet<ThreadId>,
) -> Vec<ForYou> {
    let mut all: Vec<ForYou> = Vec::new();
    for (why, post) in written {
        match all.iter_mut().find(|one| one.post.post.thread == post.post.thread) {
            Some(one) => one.more += 1,
            None => all.push(ForYou { why, post, more: 0 }),
        }
    }
    all.sort_by_key(|one| one.why);
    told.extend(all.iter().map(|one| one.post.post.thread));
    for mut reply in replies {
        if let Some(post) = reply.posts.pop()
            && told.insert(reply.thread.id)
        {
            all.push(ForYou { why: Why::YourThread, post, more: reply.posts.len() });
        }
    }
    all.truncate(2 * EACH);
    all
}

fn followed(watched: Vec<Highlighted>, told: &mut HashSet<ThreadId>) -> Vec<Followed> {
    let fresh = watched.into_iter().filter(|one| !one.posts.is_empty());
    let fresh = fresh.filter(|one| told.insert(one.thread.id));
    fresh.map(|one| Followed { thread: one.thread, posts: one.posts }).take(EACH).collect()
}

async fn own_city(
    db: &impl Reads,
    actor: &Actor,
    reader: &Reader,
    from: Time,
    to: Time,
) -> Result<Vec<ThreadSummary>, Fault> {
    let Some(city) = reader.city else {
        return Ok(Vec::new());
    };
    let filter = Filter { city: Some(city), order: Order::Newest, ..Filter::default() };
    let found = list(db, actor, &filter, LOOK, None).await?;
    let fresh = |thread: &ThreadSummary| {
        let at = thread.published_at.unwrap_or(thread.created_at);
        !thread.own && thread.read.is_none() && from < at && at <= to && thread.level.is_none()
    };
    Ok(found.items.into_iter().filter(fresh).collect())
}

async fn sides(
    db: &impl Reads,
    threads: &[ThreadSummary],
) -> Result<HashMap<CityId, CityCard>, Fault> {
    let ids: Vec<CityId> = threads.iter().filter_map(|thread| thread.city).collect();
    stoa_exchange::views::cards(db, &ids).await
}

fn take(
    threads: Vec<ThreadSummary>,
    most: usize,
    told: &mut HashSet<ThreadId>,
) -> Vec<ThreadSummary> {
    let shown = |thread: &ThreadSummary| thread.title.is_some() && thread.state == State::Published;
    threads.into_iter().filter(shown).filter(|thread| told.insert(thread.id)).take(most).collect()
}

/// At most `most`, first one of each city, then the rest in their order.
fn diverse(
    threads: Vec<ThreadSummary>,
    most: usize,
    told: &mut HashSet<ThreadId>,
) -> Vec<ThreadSummary> {
    let mut seen = HashSet::new();
    let (mut first, rest): (Vec<_>, Vec<_>) =
        threads.into_iter().partition(|thread| seen.insert(thread.city));
    first.extend(rest);
    take(first, most, told)
}
