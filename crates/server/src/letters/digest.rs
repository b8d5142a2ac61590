//! The digest as a letter, and as its reader sees it before it is sent.

use askama::Template;
use stoa_digests::weekly::{Digest, ForYou, Sought};
use stoa_digests::{Rhythm, Scope, Why, preferences};
use stoa_kernel::ids::{CityId, MemberId};
use stoa_kernel::text::line;
use stoa_kernel::{Actor, Fault};
use stoa_render::Words;
use stoa_threads::ThreadKind;
use stoa_threads::views::{PostCard, ThreadSummary};

use super::beginning;
use super::frame::{Frame, one_direction};
use super::people::{Known, Person};
use super::posts::ways;
use super::{Desk, Draft};
use crate::app::App;
use crate::mail::Letter;
use crate::others::Others;
use crate::pages::parts::Link;
use crate::search::saved::composed;

const QUOTED: usize = 240;
const GLIMPSE: usize = 140;

/// One line of a digest.
#[derive(Clone, Debug)]
pub struct Item {
    /// The thread's title.
    pub title: String,
    /// Where it leads; a whole address in letters, a path on pages.
    pub href: String,
    /// The title's language.
    pub title_lang: String,
    /// The quote's language.
    pub lang: String,
    /// Who wrote.
    pub person: Person,
    /// What happened, or what kind of thread it is.
    pub what: String,
    /// The beginning of what was written; may be empty.
    pub quote: String,
    /// The language's own name, where it is not the reader's; else empty.
    pub foreign: String,
    /// The title in a language the reader reads, where it has been translated, and that language.
    pub below: (String, String),
}

impl Item {
    /// Who, what, in which language: one line of the text twin.
    #[must_use]
    pub fn line(&self, w: &Words) -> String {
        let parts = [self.person.line(*w), self.what.clone(), self.foreign.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// One section; empty ones are not made.
#[derive(Clone, Debug)]
pub struct Section {
    /// `for_you`, `followed`, `city`, `needs` or `unanswered`.
    pub name: &'static str,
    /// Its heading.
    pub head: String,
    /// Its lines.
    pub items: Vec<Item>,
    /// Its button, if it has one.
    pub button: Option<Link>,
}

/// A digest in words.
#[derive(Clone, Debug)]
pub struct Worded {
    /// The subject line.
    pub subject: String,
    /// The beginning of the first post; may be empty.
    pub glimpse: String,
    /// What else there is, in one line; may be empty.
    pub gist: String,
    /// The sections.
    pub sections: Vec<Section>,
}

#[derive(Template)]
#[template(path = "letters/digest.html")]
struct Html<'a> {
    frame: &'a Frame,
    gist: &'a str,
    sections: &'a [Section],
}

#[derive(Template)]
#[template(path = "letters/digest.txt", escape = "none")]
struct Text<'a> {
    frame: &'a Frame,
    gist: &'a str,
    sections: &'a [Section],
}

pub(super) async fn write(desk: &Desk<'_>) -> Result<Option<Letter>, Fault> {
    let payload = &desk.letter.payload;
    let (Some(actor), Some(from), Some(to)) = (&desk.actor, payload.from, payload.to) else {
        return Ok(None);
    };
    let kept = preferences::of(&desk.app.db, desk.letter.member).await?;
    if kept.rhythm == Rhythm::None {
        return Ok(None);
    }
    let digest = composed(desk.app, actor, from, to).await?;
    if digest.is_empty() {
        return Ok(None);
    }
    let worded = word(desk.app, actor, desk.w, &digest, &|path| desk.url(path)).await?;
    let rhythm = rhythm(desk.w, kept.rhythm, kept.weekday, kept.hour);
    let draft = Draft {
        subject: worded.subject.clone(),
        preheader: glimpse(&worded),
        footer: vec![rhythm],
        links: ways(desk, Scope::Digest),
        squares: true,
        leave: Some(Scope::Digest),
        conversation: None,
    };
    let frame = desk.frame(&draft);
    let (gist, sections) = (worded.gist.as_str(), worded.sections.as_slice());
    let html = Html { frame: &frame, gist, sections };
    let text = Text { frame: &frame, gist, sections };
    desk.finish(draft, &html, &text)
}

fn glimpse(worded: &Worded) -> String {
    if worded.glimpse.is_empty() {
        worded.gist.clone()
    } else {
        format!("“{}”", worded.glimpse)
    }
}

/// "You get this on Mondays at 08:00".
#[must_use]
pub fn rhythm(w: Words, rhythm: Rhythm, weekday: u8, hour: u8) -> String {
    let (weekday, clock) = (w.weekday(weekday), w.clock(hour));
    let key = match rhythm {
        Rhythm::Daily => "letters-digest-footer-daily",
        _ => "letters-digest-footer-weekly",
    };
    w.with(key, &[("weekday", weekday.into()), ("clock", clock.into())])
}

/// A digest in the words of a language; `url` makes addresses of paths.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn word(
    app: &App,
    actor: &Actor,
    w: Words,
    digest: &Digest,
    url: &(dyn Fn(&str) -> String + Sync),
) -> Result<Worded, Fault> {
    let known = known(app, actor, digest).await?;
    let others = Others::look_up(app, actor, w, &posts(digest), &threads(digest)).await?;
    let wording = Wording { w, known, others, url };
    Ok(Worded {
        subject: one_direction(&wording.subject(digest)),
        glimpse: wording.glimpse(digest),
        gist: wording.gist(digest),
        sections: wording.sections(digest),
    })
}

fn posts(digest: &Digest) -> Vec<&PostCard> {
    let followed = digest.followed.iter().flat_map(|one| &one.posts);
    let sought = digest.sought.iter().flat_map(|one| &one.posts);
    digest.for_you.iter().map(|one| &one.post).chain(followed).chain(sought).collect()
}

fn threads(digest: &Digest) -> Vec<&ThreadSummary> {
    digest.city.iter().chain(&digest.needs).chain(&digest.unanswered).collect()
}

async fn known(app: &App, actor: &Actor, digest: &Digest) -> Result<Known, Fault> {
    let (posts, threads) = (posts(digest), threads(digest));
    let members: Vec<MemberId> = posts
        .iter()
        .filter_map(|card| card.post.author)
        .chain(threads.iter().filter_map(|thread| thread.author))
        .collect();
    let cities: Vec<CityId> = posts
        .iter()
        .filter_map(|card| card.post.city)
        .chain(threads.iter().filter_map(|thread| thread.city))
        .collect();
    Known::look_up(app, actor, &members, &cities).await
}

struct Wording<'a> {
    w: Words,
    known: Known,
    others: Others,
    url: &'a (dyn Fn(&str) -> String + Sync),
}

impl Wording<'_> {
    fn sections(&self, digest: &Digest) -> Vec<Section> {
        let for_you: Vec<Item> = digest.for_you.iter().map(|one| self.for_you(one)).collect();
        let followed = digest.followed.iter().filter_map(|one| {
            let last = one.posts.last()?;
            Some(self.followed(last, one.posts.len()))
        });
        let threads = |list: &[ThreadSummary]| list.iter().map(|one| self.thread(one)).collect();
        let read = |item: &Item| Link::new(item.href.clone(), self.w.say("letters-digest-read"));
        let button = for_you.first().map(read);
        let all = [
            ("for_you", "letters-digest-for-you", for_you, button),
            ("followed", "letters-digest-followed", followed.collect(), None),
            ("city", "letters-digest-city", threads(&digest.city), None),
            ("needs", "letters-digest-needs", threads(&digest.needs), None),
            ("unanswered", "letters-digest-unanswered", threads(&digest.unanswered), None),
        ];
        let sought = digest.sought.iter().map(|one| self.sought(one));
        let made = all.into_iter().filter(|(_, _, items, _)| !items.is_empty());
        let section =
            |(name, key, items, button)| Section { name, head: self.w.say(key), items, button };
        made.map(section).chain(sought).collect()
    }

    fn sought(&self, one: &Sought) -> Section {
        Section {
            name: "sought",
            head: self.w.a("letters-digest-sought", "words", one.words.as_str()),
            items: one.posts.iter().map(|card| self.post(card)).collect(),
            button: Some(Link::new((self.url)(&one.address), self.w.say("letters-digest-all"))),
        }
    }

    fn for_you(&self, one: &ForYou) -> Item {
        let key = format!("letters-digest-why-{}", one.why.name().replace('_', "-"));
        let mut what = self.w.say(&key);
        if one.more > 0 {
            what = format!("{what} · {}", self.w.n("letters-posts-more", count(one.more)));
        }
        Item { what, ..self.post(&one.post) }
    }

    fn followed(&self, last: &PostCard, new: usize) -> Item {
        let name = self.person(last).name;
        let what =
            self.w.with("letters-digest-new", &[("n", count(new).into()), ("name", name.into())]);
        Item { what, ..self.post(last) }
    }

    fn post(&self, card: &PostCard) -> Item {
        let (html, lang) = self.others.quoted(card);
        Item {
            title: line(card.title.as_deref().unwrap_or_default()),
            href: (self.url)(&format!("/p/{}", card.post.id)),
            title_lang: card.title_language.clone(),
            lang: lang.to_owned(),
            person: self.person(card),
            what: String::new(),
            quote: beginning(html, QUOTED),
            foreign: self.others.named(self.w, Some(card.post.id), &card.post.language),
            below: self.others.title(card.post.thread),
        }
    }

    fn thread(&self, thread: &ThreadSummary) -> Item {
        Item {
            title: line(thread.title.as_deref().unwrap_or_default()),
            href: (self.url)(&format!("/t/{}/{}", thread.id, thread.slug)),
            title_lang: thread.language.clone(),
            lang: thread.language.clone(),
            person: self.known.person(self.w, thread.author, thread.city),
            what: self.w.say(&kind_key(thread.kind)),
            quote: String::new(),
            foreign: self.others.named(self.w, None, &thread.language),
            below: self.others.title(thread.id),
        }
    }

    fn person(&self, card: &PostCard) -> Person {
        self.known.person(self.w, card.post.author, card.post.city)
    }

    /// The most important thing, with a name; nothing of a space that asks for neutral subjects.
    fn subject(&self, digest: &Digest) -> String {
        if let Some(one) = digest.for_you.first() {
            return self.named(for_you_key(one), &one.post);
        }
        if let Some(last) = digest.followed.first().and_then(|one| one.posts.last()) {
            return self.named("letters-digest-subject-followed", last);
        }
        if let Some(card) = digest.sought.first().and_then(|one| one.posts.first()) {
            return self.named("letters-digest-subject-followed", card);
        }
        let own = digest.city.first().map(|one| ("letters-digest-subject-city", one));
        let need = digest.needs.first().or(digest.unanswered.first());
        match own.or(need.map(|one| ("letters-digest-subject-need", one))) {
            Some((key, thread)) => self.titled(key, thread),
            None => self.w.say("letters-digest-subject-neutral"),
        }
    }

    fn named(&self, key: &str, card: &PostCard) -> String {
        if card.neutral_subject {
            return self.w.say("letters-digest-subject-neutral");
        }
        let title = line(card.title.as_deref().unwrap_or_default());
        let name = self.person(card).name;
        self.w.with(key, &[("name", name.into()), ("title", title.into())])
    }

    fn titled(&self, key: &str, thread: &ThreadSummary) -> String {
        let item = self.thread(thread);
        self.w.with(key, &[("name", item.person.name.into()), ("title", item.title.into())])
    }

    fn glimpse(&self, digest: &Digest) -> String {
        let first = digest.for_you.first().filter(|one| !one.post.neutral_subject);
        first.map(|one| beginning(&one.post.post.html, GLIMPSE)).unwrap_or_default()
    }

    /// "Also: news in 3 threads you follow, 2 open questions".
    fn gist(&self, digest: &Digest) -> String {
        let (yours, followed) = (digest.for_you.len(), digest.followed.len());
        let first_is_yours = yours > 0;
        let rest = [
            ("letters-digest-also-replies", yours.saturating_sub(1)),
            (
                "letters-digest-also-followed",
                if first_is_yours { followed } else { followed.saturating_sub(1) },
            ),
            ("letters-digest-also-needs", digest.needs.len()),
            ("letters-digest-also-open", digest.unanswered.len()),
        ];
        let said = rest.iter().filter(|(_, n)| *n > 0).map(|(key, n)| self.w.n(key, count(*n)));
        let said: Vec<String> = said.collect();
        if said.is_empty() || (yours + followed == 0) {
            return String::new();
        }
        self.w.a("letters-digest-also", "rest", said.join(", "))
    }
}

fn for_you_key(one: &ForYou) -> &'static str {
    match one.why {
        Why::Mentioned => "letters-digest-subject-mention",
        Why::Quoted => "letters-digest-subject-quote",
        Why::Replied => "letters-digest-subject-post",
        Why::Conversation => "letters-digest-subject-conversation",
        _ if one.post.kind == ThreadKind::Question => "letters-digest-subject-question",
        _ => "letters-digest-subject-thread",
    }
}

fn kind_key(kind: ThreadKind) -> String {
    format!("letters-kind-{}", kind.name().replace('_', "-"))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
