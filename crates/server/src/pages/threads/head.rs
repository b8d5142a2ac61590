//! The head of a thread's page: its title, where it stands, how far it goes.

use stoa_kernel::ids::ThreadId;
use stoa_kernel::policy::Visibility;
use stoa_render::language::endonym;
use stoa_threads::State;

use super::rows::{self, number_address, page_address};
use super::show::Building;
use super::words;
use crate::pages::parts::{Link, Titled, Tongue};

/// The head of the page.
pub(super) struct Head {
    pub(super) id: ThreadId,
    pub(super) title: Titled,
    pub(super) below: Option<Titled>,
    pub(super) foreign: Option<Tongue>,
    /// How many posts of this page could be translated at once, in words, and into what.
    pub(super) translate: Option<(String, String)>,
    pub(super) kind: String,
    pub(super) count: String,
    pub(super) held: bool,
    pub(super) declined: bool,
    pub(super) closed: bool,
    pub(super) listed: bool,
    pub(super) space: Link,
    pub(super) themes: Vec<Link>,
    pub(super) answer: Option<String>,
    pub(super) unread: Option<String>,
    pub(super) canonical: String,
    pub(super) newest: String,
    pub(super) next: String,
    pub(super) page: i32,
    pub(super) seq: i64,
    pub(super) read: i32,
    pub(super) last: i32,
    pub(super) end: bool,
}

impl Building<'_> {
    pub(super) fn head(&self) -> Head {
        let (thread, reader) = (&self.thread.summary, &self.read.reader);
        let w = reader.w;
        let pages = thread.pages();
        let foreign = thread.title.is_some() && reader.foreign(&thread.language);
        let (title, below) = reader.title(thread);
        let shown = self.read.posts.iter().filter_map(|post| post.number).max();
        Head {
            id: thread.id,
            foreign: reader.tongue(&thread.language).filter(|_| foreign),
            title,
            below,
            translate: self.translate(),
            kind: words::kind(w, thread.kind),
            count: w.n("threads-replies", i64::from(thread.replies())),
            held: thread.state == State::Held,
            declined: thread.state == State::Declined,
            closed: thread.closed,
            listed: thread.state == State::Published,
            space: self.space(),
            themes: self.themes(),
            answer: thread.accepted_number.map(|n| number_address(thread.id, &thread.slug, n)),
            unread: (thread.unread > 0).then(|| rows::resume(thread)),
            canonical: self.app.url(&page_address(thread.id, &thread.slug, self.page)),
            newest: page_address(thread.id, &thread.slug, pages),
            next: crate::pages::encode(&self.visitor.path),
            page: self.page,
            seq: self.thread.seq,
            read: thread.read.unwrap_or(0),
            last: shown.unwrap_or(0),
            end: self.page == pages,
        }
    }

    /// Offered where it saves presses.
    fn translate(&self) -> Option<(String, String)> {
        let (read, reader) = (self.read, &self.read.reader);
        let missing = read.translated.missing(self.app, reader, &read.posts);
        let to = reader.wants.first().filter(|_| missing > 1)?;
        let count = i64::try_from(missing).unwrap_or(i64::MAX);
        let into = endonym(to).to_owned();
        let said = [("n", count.into()), ("language", into.into())];
        Some((reader.w.with("threads-translate-page", &said), to.clone()))
    }

    fn space(&self) -> Link {
        let thread = &self.thread.summary;
        if self.sealed() {
            return Link::new("/conversations", self.read.reader.w.say("threads-conversations"));
        }
        let name = thread.space_names.say(self.read.reader.locale().code());
        Link::new(format!("/s/{}", thread.space_slug), name)
    }

    /// It is a conversation, which stands in no space that anybody enters.
    fn sealed(&self) -> bool {
        self.thread.facts.visibility == Visibility::Sealed
    }

    fn themes(&self) -> Vec<Link> {
        let (thread, locale) = (&self.thread.summary, self.read.reader.locale().code());
        let link = |slug: &String| {
            let theme = crate::pages::encode(slug);
            let href = format!("/s/{}?theme={theme}", thread.space_slug);
            Link::new(href, stoa_threads::themes::label(slug, locale))
        };
        thread.themes.iter().map(link).collect()
    }

    pub(super) fn crumbs(&self) -> Vec<Link> {
        let spaces = Link::new("/spaces", self.read.reader.w.say("chrome-nav-spaces"));
        if self.sealed() { vec![self.space()] } else { vec![spaces, self.space()] }
    }
}
