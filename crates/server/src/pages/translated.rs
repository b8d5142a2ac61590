//! Texts in other languages, as pages show them: beside the original, never instead of it.

use std::collections::HashMap;
use std::time::Duration;

use stoa_kernel::ids::PostId;
use stoa_kernel::policy::Action;
use stoa_kernel::{Actor, Fault, Reads, Time};
use stoa_render::SafeHtml;
use stoa_render::language::endonym;
use stoa_threads::State;
use stoa_threads::translations::Stage;
use stoa_threads::views::{HeldEdit, PostView, Translation};

use super::cast::{Cast, Named};
use super::parts::{Other, TranslationView};
use super::threads::words::Reader;
use crate::app::App;

/// After so long somebody who asked is told that the translator does not answer.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// What a page knows of its posts in other languages.
#[derive(Clone, Debug, Default)]
pub struct Translated {
    found: HashMap<PostId, Translation>,
    /// Of the wording that waits.
    waiting: Option<Translation>,
    /// Whether the reader may have a text translated here.
    asks: bool,
    /// Whether the reader may improve translations here.
    improves: bool,
    now: Option<Time>,
}

/// The place whose texts are shown.
#[derive(Clone, Copy, Debug)]
pub struct Where {
    /// The space.
    pub space: stoa_kernel::ids::SpaceId,
    /// What it allows.
    pub facts: stoa_kernel::policy::SpaceFacts,
    /// Whether its texts may be given to a translator.
    pub translated: bool,
}

impl Translated {
    /// Asks for the translations of those posts that the reader cannot read: one statement, none
    /// where all can be read.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn of<'p>(
        app: &App,
        actor: &Actor,
        reader: &Reader,
        there: Where,
        posts: impl IntoIterator<Item = &'p PostView>,
    ) -> Result<Self, Fault> {
        let foreign = |post: &&PostView| wants(reader, post);
        let ids: Vec<PostId> = posts.into_iter().filter(foreign).map(|post| post.id).collect();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        let found = stoa_threads::views::translations(&app.db, actor, &ids, &reader.wants).await?;
        Ok(Self { found, ..Self::rights(app, actor, there) })
    }

    fn rights(app: &App, actor: &Actor, there: Where) -> Self {
        let may = |action| actor.may_in(there.space, action).is_ok();
        Self {
            asks: app.translator.is_on() && may(Action::Translate { allowed: there.translated }),
            improves: may(Action::Improve(there.facts)),
            now: Some(app.db.now()),
            ..Self::default()
        }
    }

    /// The same with a wording that waits, for who decides about it.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn and_waiting(
        self,
        app: &App,
        actor: &Actor,
        reader: &Reader,
        there: Where,
        edit: &HeldEdit,
    ) -> Result<Self, Fault> {
        if !reader.foreign(&edit.language) {
            return Ok(self);
        }
        let find = stoa_threads::views::waiting_translation;
        let waiting = find(&app.db, actor, edit.revision, &reader.wants).await?;
        Ok(Self { found: self.found, waiting, ..Self::rights(app, actor, there) })
    }

    /// What is shown of the wording that waits in another language.
    #[must_use]
    pub fn waiting(&self, app: &App, reader: &Reader, post: &PostView, edit: &HeldEdit) -> Other {
        if !reader.foreign(&edit.language) {
            return Other::None;
        }
        let ask = format!("/p/{}/translation?waiting=true", post.id);
        match &self.waiting {
            Some(one) if one.stage == Stage::Made => Other::Made(Box::new(TranslationView {
                language: reader.tongue(&one.language),
                name: endonym(&one.language).to_owned(),
                title: one.title.clone(),
                html: SafeHtml::sanitised_earlier(one.html.clone()),
                said: reader.w.a("chrome-tr-machine", "language", endonym(&edit.language)),
                shown: false,
                improve: None,
                history: None,
            })),
            Some(one) if one.stage == Stage::Failed => self.again(reader, ask, one),
            Some(one) => self.waits(reader, ask, one),
            None => self.offer(app, reader, &edit.language, ask),
        }
    }

    /// Notes who improved what is shown.
    pub fn name(&self, named: &mut Named) {
        self.found.values().for_each(|one| named.person(one.editor));
    }

    /// The title of a post's thread in another language, from the post's translation.
    #[must_use]
    pub fn made(&self, post: PostId) -> Option<&Translation> {
        self.found.get(&post).filter(|one| one.stage == Stage::Made)
    }

    /// How many of these posts could be translated and are not.
    #[must_use]
    pub fn missing<'p>(
        &self,
        app: &App,
        reader: &Reader,
        posts: impl IntoIterator<Item = &'p PostView>,
    ) -> usize {
        let open = |post: &&PostView| {
            wants(reader, post)
                && !self.found.contains_key(&post.id)
                && reader.wants.first().is_some_and(|to| app.translator.speaks(&post.language, to))
        };
        if self.asks { posts.into_iter().filter(open).count() } else { 0 }
    }

    /// What is shown of a post in another language.
    #[must_use]
    pub fn other(&self, app: &App, reader: &Reader, cast: &Cast, post: &PostView) -> Other {
        if !wants(reader, post) {
            return Other::None;
        }
        match self.found.get(&post.id) {
            Some(one) if one.stage == Stage::Made => self.view(reader, cast, post, one),
            Some(one) if one.stage == Stage::Failed => self.again(reader, ask(post), one),
            Some(one) => self.waits(reader, ask(post), one),
            None => self.offer(app, reader, &post.language, ask(post)),
        }
    }

    fn view(&self, reader: &Reader, cast: &Cast, post: &PostView, one: &Translation) -> Other {
        let from = endonym(&post.language).to_owned();
        let said = match one.editor {
            None => reader.w.a("chrome-tr-machine", "language", from),
            Some(who) => {
                let name = cast.name(Some(who));
                let values = [("language", from.into()), ("name", name.into())];
                reader.w.with("chrome-tr-improved", &values)
            }
        };
        let at = |what: &str| format!("/p/{}/translation/{}{what}", post.id, one.language);
        let published = post.state == State::Published;
        Other::Made(Box::new(TranslationView {
            language: reader.tongue(&one.language),
            name: endonym(&one.language).to_owned(),
            title: one.title.clone(),
            html: SafeHtml::sanitised_earlier(one.html.clone()),
            said,
            shown: reader.translated,
            improve: (self.improves && published).then(|| at("")),
            history: (self.improves && one.edition > 1).then(|| at("/history")),
        }))
    }

    /// What waits for long may be asked for again, as what failed.
    fn waits(&self, reader: &Reader, ask: String, one: &Translation) -> Other {
        let said = |key| reader.w.a(key, "language", endonym(&one.language).to_owned());
        match self.is_old(one) {
            true => self.offered_again(said("chrome-tr-late"), ask, one),
            false => Other::Waits(said("chrome-tr-waits")),
        }
    }

    fn again(&self, reader: &Reader, ask: String, one: &Translation) -> Other {
        self.offered_again(reader.w.say("chrome-tr-failed"), ask, one)
    }

    fn offered_again(&self, said: String, ask: String, one: &Translation) -> Other {
        let ask = (self.asks && self.is_old(one)).then_some(ask);
        Other::Failed { said, ask, language: one.language.clone() }
    }

    fn is_old(&self, one: &Translation) -> bool {
        self.now.is_some_and(|now| now.since(one.made_at) > PATIENCE)
    }

    /// Never for a language the reader reads, nor one the translator does not know.
    fn offer(&self, app: &App, reader: &Reader, from: &str, ask: String) -> Other {
        let known = |to: &&String| app.translator.speaks(from, to);
        match reader.wants.iter().find(known) {
            Some(to) if self.asks => Other::Offered { ask, language: to.clone() },
            _ => Other::None,
        }
    }
}

fn ask(post: &PostView) -> String {
    format!("/p/{}/translation", post.id)
}

/// Whether a post is there for the reader and in none of the languages read. Who wrote it reads it.
fn wants(reader: &Reader, post: &PostView) -> bool {
    let there = matches!(post.state, State::Published | State::Held) && !post.html.is_empty();
    there && !post.own && reader.foreign(&post.language)
}
