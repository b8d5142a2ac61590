//! Whom a post concerns, and why.

use std::collections::{BTreeMap, BTreeSet};

use stoa_kernel::ids::{MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::policy::Visibility;
use stoa_kernel::{Fault, Reads};
use stoa_threads::subscriptions::{Followed, Target, followers};
use stoa_threads::views::PostCard;
use stoa_threads::{Level, conversations};

use crate::model::Why;

/// A published post, and whom its text addresses.
#[derive(Clone, Debug, PartialEq)]
pub struct Concerned {
    /// The post, as its author sees it.
    pub card: PostCard,
    /// Members it names.
    pub named: Vec<MemberId>,
    /// Authors of the posts it quotes.
    pub quoted: Vec<MemberId>,
    /// Only who is named or quoted is told: the post was told of before, and edited.
    pub edited: bool,
    /// Whose words they are: its author's, or those of who edited it.
    pub by: MemberId,
}

/// Somebody who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Whom.
    pub member: MemberId,
    /// Why.
    pub why: Why,
}

/// The post that is told of, as far as notices need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) post: PostId,
    pub(crate) thread: ThreadId,
    pub(crate) space: SpaceId,
    pub(crate) author: MemberId,
    pub(crate) opening: bool,
}

impl Concerned {
    pub(crate) fn place(&self) -> Result<Place, Fault> {
        let post = &self.card.post;
        let author = self.by;
        let (thread, space, opening) = (post.thread, post.space, post.opening);
        Ok(Place { post: post.id, thread, space, author, opening })
    }
}

/// Everybody to be told of a post, in the order of their ids, each with the strongest reason; who
/// has blocked its author is told nothing.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn whom(db: &impl Reads, concerned: &Concerned) -> Result<Vec<Telling>, Fault> {
    let place = concerned.place()?;
    let sealed = concerned.card.facts.visibility == Visibility::Sealed;
    let people = if sealed { conversations::readers(db, place.thread).await? } else { Vec::new() };
    let followed = followers(db, place.thread, Some(place.author)).await?;
    let mut told = reasons(concerned, &place, &followed, &people);
    told.remove(&place.author);
    let blocks = |one: &&Followed| one.level == Level::Blocked;
    for one in followed.iter().filter(blocks) {
        told.remove(&one.member);
    }
    let private = sealed || concerned.card.facts.visibility == Visibility::Private;
    let members: Vec<MemberId> = told.keys().copied().collect();
    let known = if private {
        insiders(db, &members, place.post).await?
    } else {
        present(db, &members).await?
    };
    let telling = |(member, why)| known.contains(&member).then_some(Telling { member, why });
    Ok(told.into_iter().filter_map(telling).collect())
}

fn reasons(
    concerned: &Concerned,
    place: &Place,
    followed: &[Followed],
    people: &[MemberId],
) -> BTreeMap<MemberId, Why> {
    let muted = |member: MemberId| {
        followed.iter().any(|one| one.member == member && one.level == Level::Muted)
    };
    let mut told: BTreeMap<MemberId, Why> = BTreeMap::new();
    let mut add = |member: MemberId, why: Why| {
        if why == Why::Mentioned || !muted(member) {
            told.entry(member).and_modify(|kept| *kept = why.min(*kept)).or_insert(why);
        }
    };
    concerned.named.iter().for_each(|member| add(*member, Why::Mentioned));
    concerned.quoted.iter().for_each(|member| add(*member, Why::Quoted));
    if concerned.edited {
        return told;
    }
    if let Some(author) = concerned.card.post.reply_author {
        add(author, Why::Replied);
    }
    people.iter().for_each(|member| add(*member, Why::Conversation));
    if let Some(author) = concerned.card.thread_author {
        let thread = Target::Thread(place.thread);
        // Following the own thread less closely than at first is a choice.
        let chosen = followed.iter().any(|f| f.member == author && f.target == thread);
        if !chosen {
            add(author, Why::YourThread);
        }
    }
    for one in watchers(followed, place.thread) {
        let own = concerned.card.thread_author == Some(one.member);
        match one.target {
            Target::Thread(_) if own => add(one.member, Why::YourThread),
            Target::Thread(_) => add(one.member, Why::WatchesThread),
            Target::Space(_) => add(one.member, Why::WatchesSpace),
            Target::Person(_) => add(one.member, Why::WatchesPerson),
            // A city and a theme are watched for what begins there, not for every reply.
            Target::City(_) if place.opening => add(one.member, Why::WatchesCity),
            Target::Theme(_) if place.opening => add(one.member, Why::WatchesTheme),
            Target::City(_) | Target::Theme(_) => {}
        }
    }
    told
}

/// Who watches. What was chosen for the very thread goes before what was chosen for its space.
fn watchers(followed: &[Followed], thread: ThreadId) -> impl Iterator<Item = &Followed> {
    followed.iter().filter(move |one| {
        let exact = one.target == Target::Thread(thread);
        let other = |f: &&Followed| f.member == one.member && f.target == Target::Thread(thread);
        one.level == Level::Watching && (exact || !followed.iter().any(|f| other(&f)))
    })
}

/// Those who are there. Where everybody signed in may enter, being a member is enough.
async fn present(db: &impl Reads, members: &[MemberId]) -> Result<BTreeSet<MemberId>, Fault> {
    let cards = stoa_accounts::views::cards(db, members).await?;
    let there = cards.into_iter().filter(|(_, card)| !card.former);
    Ok(there.map(|(member, _)| member).collect())
}

/// Those who are there and see the post.
async fn insiders(
    db: &impl Reads,
    members: &[MemberId],
    post: PostId,
) -> Result<BTreeSet<MemberId>, Fault> {
    let mut found = BTreeSet::new();
    for member in members {
        let Some(actor) = stoa_accounts::views::actor(db, *member).await? else { continue };
        if !stoa_threads::views::open_to(db, &actor, &[post]).await?.is_empty() {
            found.insert(*member);
        }
    }
    Ok(found)
}
