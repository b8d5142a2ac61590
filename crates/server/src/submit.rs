//! Text made ready before any transaction: who and what it names is asked once,
//! it is rendered, its language found. Nothing here decides whether it is published.
//!
//! **The HTML is the same for every reader**: a quote shows its words only when
//! everybody who may read the new text may read the quoted one.

use std::collections::HashMap;

use stoa_accounts::Me;
use stoa_exchange::CityCard;
use stoa_kernel::ids::{CityId, FileId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::policy::{Sight, Visibility};
use stoa_kernel::{Actor, Fault};
use stoa_media::Kind;
use stoa_render::prose::{self, Context, FileFacts, Named, Prose, QuoteState, Target};
use stoa_render::{Words, locale};
use stoa_threads::views::PostCard;
use stoa_threads::{Attached, Body, Direction, Prepared, State, files};

use crate::app::App;
use crate::http::Visitor;

/// The name of who has left.
const FORMER: &str = "threads-person-former";
/// More mentions or quotes than these stay plain text.
const MOST_NAMES: usize = 100;

/// Where a text is to stand: what it may quote depends on who may read it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The space; `None` while it is not chosen, when only public posts may be quoted.
    pub space: Option<SpaceId>,
    /// Who may enter it.
    pub visibility: Visibility,
    /// The thread, once there is one: what is said in a conversation is quoted there alone.
    pub thread: Option<ThreadId>,
    /// Whose text it is, where that is not the actor: a text shows its author's files alone.
    pub author: Option<MemberId>,
}

impl Room {
    /// Nowhere yet.
    pub const ANYWHERE: Self =
        Self { space: None, visibility: Visibility::Public, thread: None, author: None };

    /// In a space.
    #[must_use]
    pub const fn of(space: SpaceId, visibility: Visibility) -> Self {
        Self { space: Some(space), visibility, thread: None, author: None }
    }

    /// In a thread of the space.
    #[must_use]
    pub const fn in_thread(self, thread: ThreadId) -> Self {
        Self { thread: Some(thread), ..self }
    }

    /// For a text of that person.
    #[must_use]
    pub const fn by(self, author: Option<MemberId>) -> Self {
        Self { author, ..self }
    }
}

/// A text as it was typed.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    /// The Markdown.
    pub body: &'a Body,
    /// The title above it, which helps to find the language; else empty.
    pub title: &'a str,
    /// The language its author named; empty to find it.
    pub language: &'a str,
    /// The author's languages, the likeliest first.
    pub own: &'a [String],
    /// The language of what it answers; empty for none.
    pub around: &'a str,
}

/// Makes a text ready. Two to six statements when it names people, cities,
/// posts or files, none otherwise.
///
/// # Errors
/// [`Fault::Invalid`] in field `language` for a language nobody writes here,
/// [`Fault::Unavailable`] when the database is away.
pub async fn prepare(
    app: &App,
    actor: &Actor,
    room: Room,
    typed: Typed<'_>,
) -> Result<Prepared, Fault> {
    let chosen = chosen(app, typed)?;
    let mut known = Known::default();
    let stored = known.bind(app, typed.body.as_str()).await?;
    known.quotes(app, actor, room, &stored).await?;
    known.files(app, room.author.or(actor.id()), &stored).await?;
    let guess = chosen.as_deref().or(typed.own.first().map(String::as_str)).unwrap_or_default();
    let first = words_for(app, guess);
    let mut made = known.render(app, &stored, first);
    let language = chosen.unwrap_or_else(|| found(app, typed, &made));
    let own = words_for(app, &language);
    if own != first {
        made = known.render(app, &stored, own);
    }
    Ok(prepared(app, stored, made, language))
}

/// The steps of a reading path: threads that items of a text's lists lead to, and why.
#[must_use]
pub fn steps(app: &App, stored: &str) -> Vec<(ThreadId, String)> {
    let found = prose::steps(stored, &app.config.server.public_url);
    found.into_iter().filter_map(|step| Some((step.thread.parse().ok()?, step.why))).collect()
}

/// Renders a kept text anew, in its own language: a name or a quoted post has changed.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn again(
    app: &App,
    author: &Actor,
    room: Room,
    stored: &str,
    language: &str,
) -> Result<Prepared, Fault> {
    let mut known = Known::default();
    known.look_up(app, stored).await?;
    known.quotes(app, author, room, stored).await?;
    known.files(app, room.author.or(author.id()), stored).await?;
    let made = known.render(app, stored, words_for(app, language));
    Ok(prepared(app, stored.to_owned(), made, language.to_owned()))
}

/// A kept text as its author types it: `@ilze` for the id that is kept.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn typed(app: &App, stored: &str) -> Result<String, Fault> {
    let mut known = Known::default();
    known.look_up(app, stored).await?;
    Ok(prose::unbind(stored, &|target| known.handle(target)))
}

/// A kept text as others may read its Markdown: the words of quotes whose
/// source is gone for this reader are gone from it too.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn readable(
    app: &App,
    reader: &Actor,
    room: Room,
    stored: &str,
) -> Result<String, Fault> {
    let mut known = Known::default();
    known.look_up(app, stored).await?;
    known.quotes(app, reader, room, stored).await?;
    let gone = |id: &str| known.quote(id) == QuoteState::Gone;
    let shown = prose::without_gone(stored, &app.config.server.public_url, &gone);
    Ok(prose::unbind(&shown, &|target| known.handle(target)))
}

/// A kept text without what is lost: the words of quotes, or the name before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// The words go.
    Words,
    /// The name goes.
    Name,
}

/// A kept text in a language without what its quotes of those posts hold.
#[must_use]
pub fn without(
    app: &App,
    stored: &str,
    language: &str,
    what: Without,
    of: &dyn Fn(&str) -> bool,
) -> String {
    let origin = &app.config.server.public_url;
    match what {
        Without::Words => prose::without_gone(stored, origin, of),
        Without::Name => {
            prose::without_names(stored, origin, &words_for(app, language).say(FORMER), of)
        }
    }
}

/// A typed text in which nobody is called by that handle any more.
#[must_use]
pub fn without_handle(typed: &str, handle: &str, member: MemberId) -> String {
    let target = Target::Member(member.to_string());
    let bound = prose::bind(typed, &HashMap::from([(prose::fold(handle), target.clone())]));
    prose::unbind(&bound, &|one| (*one == target).then(|| "…".to_owned()))
}

/// The words of ours in a language, or in the instance's.
#[must_use]
pub fn said(app: &App, language: &str, key: &str) -> String {
    words_for(app, language).say(key)
}

/// For which city a member speaks, and from which side.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn side(app: &App, actor: &Actor, me: &Me) -> Result<(Option<CityId>, Direction), Fault> {
    let Some(city) = me.city else { return Ok((None, Direction::Neither)) };
    let cards = stoa_exchange::views::cards_for(&app.db, actor, &[city]).await?;
    let mission = cards.get(&city).is_some_and(|card| card.mission);
    let side = if mission { Direction::Mission } else { Direction::Worldwide };
    Ok((Some(city), side))
}

/// The languages a member may choose from: the site's and the own ones.
#[must_use]
pub fn languages(app: &App, own: &[String]) -> Vec<String> {
    let mut all: Vec<String> = own.iter().map(|tag| short(tag)).collect();
    all.extend(app.site().languages.iter().map(|tag| short(tag)));
    let mut seen = std::collections::HashSet::new();
    all.retain(|tag| !tag.is_empty() && seen.insert(tag.clone()));
    all
}

/// A language tag as texts carry it, of a language that somebody here writes.
///
/// # Errors
/// [`Fault::Invalid`] in field `language` for any other.
pub fn written(app: &App, visitor: &Visitor, language: &str) -> Result<String, Fault> {
    let own = visitor.me.as_ref().map(|me| me.languages.clone()).unwrap_or_default();
    let wanted = short(language);
    let known = languages(app, &own).contains(&wanted)
        || stoa_render::language::known_languages().any(|known| known == wanted);
    if known { Ok(wanted) } else { Err(Fault::invalid("language", "threads-language-unknown")) }
}

fn short(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

fn chosen(app: &App, typed: Typed<'_>) -> Result<Option<String>, Fault> {
    let wanted = short(typed.language);
    if wanted.is_empty() {
        return Ok(None);
    }
    let written = languages(app, typed.own).contains(&wanted)
        || stoa_render::language::known_languages().any(|known| known == wanted);
    if written {
        Ok(Some(wanted))
    } else {
        Err(Fault::invalid("language", "threads-language-unknown"))
    }
}

fn found(app: &App, typed: Typed<'_>, made: &Prose) -> String {
    let allowed = languages(app, typed.own);
    let allow: Vec<&str> = allowed.iter().map(String::as_str).collect();
    let mut prior: Vec<&str> = typed.own.iter().map(String::as_str).collect();
    if !typed.around.is_empty() {
        prior.push(typed.around);
    }
    let text = format!("{}\n{}", typed.title, made.own_words);
    let detected = stoa_render::detect(&text, &allow, &prior);
    let site = app.site();
    let fallback = prior.first().copied().unwrap_or(&site.language);
    detected.map_or_else(|| short(fallback), str::to_owned)
}

fn words_for(app: &App, language: &str) -> Words {
    let own = locale(&short(language)).or_else(|| locale(&app.site().language));
    own.unwrap_or_default().words()
}

fn prepared(app: &App, stored: String, made: Prose, language: String) -> Prepared {
    Prepared {
        steps: steps(app, &stored).into_iter().map(|(thread, _)| thread).collect(),
        markdown: stored,
        html: made.html.into_string(),
        plain: made.plain,
        language,
        quotes: made.quotes.into_iter().filter_map(|id| id.parse().ok()).collect(),
        mentions: made.mentions.into_iter().filter_map(|id| id.parse().ok()).collect(),
        cities: made.cities.into_iter().filter_map(|id| id.parse().ok()).collect(),
        files: made.files.into_iter().filter_map(attached).collect(),
        links: made.links,
        renderer: prose::VERSION,
    }
}

fn attached((id, picture): (String, bool)) -> Option<Attached> {
    Some(Attached { file: id.parse().ok()?, picture })
}

/// What a text shows of a file.
fn facts(kept: &files::Kept) -> FileFacts {
    let side = |side: i32| u32::try_from(side).unwrap_or_default();
    let kind = Kind::parse(&kept.kind);
    FileFacts {
        kind: kind.map_or_else(|| kept.kind.to_uppercase(), |kind| kind.label().to_owned()),
        size: u64::try_from(kept.size).unwrap_or_default(),
        picture: kept.dimensions.map(|(width, height)| (side(width), side(height))),
        small: kept.small,
    }
}

/// A person as a text names him.
struct Someone {
    handle: String,
    name: String,
}

/// What has been asked about the names and quotes of a text.
#[derive(Default)]
struct Known {
    people: HashMap<MemberId, Someone>,
    cities: HashMap<CityId, CityCard>,
    quotes: HashMap<PostId, QuoteState>,
    files: HashMap<FileId, FileFacts>,
}

impl Known {
    /// Typed text to kept text: slugs of cities go before handles of people, so
    /// that nobody takes a city's name.
    async fn bind(&mut self, app: &App, markdown: &str) -> Result<String, Fault> {
        let mut handles = prose::scan(markdown).handles;
        handles.truncate(MOST_NAMES);
        let mut targets: HashMap<String, Target> = HashMap::new();
        if !handles.is_empty() {
            for (slug, card) in stoa_exchange::views::by_slugs(&app.db, &handles).await? {
                targets.insert(slug, Target::City(card.id.to_string()));
                self.cities.insert(card.id, card);
            }
            handles.retain(|handle| !targets.contains_key(handle));
            for (handle, (id, name)) in stoa_accounts::views::by_handles(&app.db, &handles).await? {
                targets.insert(handle.clone(), Target::Member(id.to_string()));
                self.people.insert(id, Someone { handle, name });
            }
        }
        let stored = prose::bind(markdown, &targets);
        self.look_up(app, &stored).await?;
        Ok(stored)
    }

    /// Asks for the names of ids in a kept text that are not known yet.
    async fn look_up(&mut self, app: &App, stored: &str) -> Result<(), Fault> {
        let (mut people, mut cities) = (Vec::new(), Vec::new());
        for target in prose::targets(stored).into_iter().take(MOST_NAMES) {
            match target {
                Target::Member(id) => people.extend(id.parse::<MemberId>().ok()),
                Target::City(id) => cities.extend(id.parse::<CityId>().ok()),
            }
        }
        people.retain(|id| !self.people.contains_key(id));
        cities.retain(|id| !self.cities.contains_key(id));
        for (id, card) in stoa_accounts::views::cards(&app.db, &people).await? {
            if !card.former {
                self.people.insert(id, Someone { handle: card.handle, name: card.name });
            }
        }
        self.cities.extend(stoa_exchange::views::cards(&app.db, &cities).await?);
        Ok(())
    }

    /// Asks which quoted posts everybody in the room may read, and who wrote them.
    async fn quotes(
        &mut self,
        app: &App,
        actor: &Actor,
        room: Room,
        stored: &str,
    ) -> Result<(), Fault> {
        let quoted = prose::scan(stored).quoted_posts;
        let ids: Vec<PostId> =
            quoted.iter().filter_map(|id| id.parse().ok()).take(MOST_NAMES).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let mut found = stoa_threads::views::posts_by_ids(&app.db, actor, &ids).await?;
        found.retain(|card| card.post.state == State::Published && card.post.sight == Sight::Full);
        found.retain(|card| open_to(room, card));
        let authors: Vec<MemberId> = found.iter().filter_map(|card| card.post.author).collect();
        let names = stoa_accounts::views::cards(&app.db, &authors).await?;
        for card in found {
            let author = card.post.author.and_then(|id| names.get(&id)).filter(|card| !card.former);
            let state =
                author.map_or(QuoteState::Visible, |card| QuoteState::By(card.name.clone()));
            self.quotes.insert(card.post.id, state);
        }
        Ok(())
    }

    /// Asks what its author's files are that a text names.
    async fn files(
        &mut self,
        app: &App,
        author: Option<MemberId>,
        stored: &str,
    ) -> Result<(), Fault> {
        let mut named = files::named_in(stored);
        named.truncate(MOST_NAMES);
        if let Some(author) = author {
            let own = files::of(&app.db, author, &named).await?;
            self.files.extend(own.into_iter().map(|(id, kept)| (id, facts(&kept))));
        }
        Ok(())
    }

    fn render(&self, app: &App, stored: &str, words: Words) -> Prose {
        let prefix = stoa_kernel::secret::hex(&app.db.entropy().bytes::<5>());
        let context = Context {
            id_prefix: &format!("p{prefix}_"),
            origin: &app.config.server.public_url,
            words,
            names: &|target| self.named(target, words),
            quote: &|id| match self.quote(id) {
                // Who wrote it has left.
                QuoteState::Visible => QuoteState::By(words.say(FORMER)),
                state => state,
            },
            file: &|id| self.files.get(&id.parse().ok()?).cloned(),
        };
        prose::render(stored, &context)
    }

    fn named(&self, target: &Target, words: Words) -> Option<Named> {
        match target {
            Target::Member(id) => {
                let id: MemberId = id.parse().ok()?;
                Some(match self.people.get(&id) {
                    Some(one) => {
                        Named::Person { name: one.name.clone(), href: format!("/people/{id}") }
                    }
                    None => Named::Former { name: words.say(FORMER) },
                })
            }
            Target::City(id) => {
                let card = self.cities.get(&id.parse().ok()?)?;
                Some(Named::City {
                    name: card.name.clone(),
                    href: format!("/cities/{}", card.slug),
                    country: card.country.clone(),
                    mission: card.mission,
                })
            }
        }
    }

    fn handle(&self, target: &Target) -> Option<String> {
        match target {
            Target::Member(id) => Some(self.people.get(&id.parse().ok()?)?.handle.clone()),
            Target::City(id) => Some(self.cities.get(&id.parse().ok()?)?.slug.clone()),
        }
    }

    fn quote(&self, id: &str) -> QuoteState {
        let known = id.parse().ok().and_then(|id: PostId| self.quotes.get(&id));
        known.cloned().unwrap_or(QuoteState::Gone)
    }
}

/// Whether everybody who may read in the room may read where that post stands.
fn open_to(room: Room, card: &PostCard) -> bool {
    let (space, visibility) = (card.post.space, card.facts.visibility);
    if visibility == Visibility::Sealed {
        return room.thread == Some(card.post.thread);
    }
    let inside = visibility == Visibility::Members && room.visibility != Visibility::Public;
    room.space == Some(space) || visibility == Visibility::Public || inside
}
