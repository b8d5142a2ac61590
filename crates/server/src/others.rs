//! What a letter or a list of hits tells of, in languages its reader reads.

use std::collections::HashMap;

use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Actor, Fault};
use stoa_render::Words;
use stoa_threads::translations::Stage;
use stoa_threads::views::{self, PostCard, ThreadSummary, TitleIn, Translation};

use crate::app::App;

/// Translations of what is quoted and named.
#[derive(Clone, Debug, Default)]
pub struct Others {
    reads: Vec<String>,
    texts: HashMap<PostId, Translation>,
    titles: HashMap<ThreadId, TitleIn>,
}

impl Others {
    /// As [`Others::of`], for a member to whom somebody writes in the language of `w`.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn look_up(
        app: &App,
        actor: &Actor,
        w: Words,
        posts: &[&PostCard],
        threads: &[&ThreadSummary],
    ) -> Result<Self, Fault> {
        let me = actor.signed_in()?;
        let mut found = stoa_accounts::views::reads(&app.db, &[me]).await?;
        let mut reads: Vec<String> =
            found.remove(&me).unwrap_or_default().iter().map(|tag| short(tag)).collect();
        let page = w.locale().code().to_owned();
        if !reads.contains(&page) {
            reads.push(page);
        }
        Self::of(app, actor, reads, posts, threads).await
    }

    /// Asks for translations of what is in none of the languages that `reads` names, the best
    /// first: two statements, none where all can be read.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn of(
        app: &App,
        actor: &Actor,
        reads: Vec<String>,
        posts: &[&PostCard],
        threads: &[&ThreadSummary],
    ) -> Result<Self, Fault> {
        let foreign = |tag: &str| !tag.is_empty() && !reads.contains(&short(tag));
        let texts: Vec<PostId> = posts
            .iter()
            .filter(|card| foreign(&card.post.language))
            .map(|card| card.post.id)
            .collect();
        let of_posts = posts.iter().map(|card| (card.post.thread, &card.title_language));
        let of_threads = threads.iter().map(|thread| (thread.id, &thread.language));
        let titles: Vec<ThreadId> = of_posts
            .chain(of_threads)
            .filter(|(_, language)| foreign(language))
            .map(|(thread, _)| thread)
            .collect();
        let mut texts = views::translations(&app.db, actor, &texts, &reads).await?;
        texts.retain(|_, one| one.stage == Stage::Made);
        let titles = views::titles(&app.db, actor, &titles, &reads).await?;
        Ok(Self { reads, texts, titles })
    }

    /// A thread's title and its language; empty where the original is read.
    #[must_use]
    pub fn title(&self, thread: ThreadId) -> (String, String) {
        let found = self.titles.get(&thread);
        found.map(|one| (one.title.clone(), one.language.clone())).unwrap_or_default()
    }

    /// The HTML and the language that are quoted of a post.
    #[must_use]
    pub fn quoted<'c>(&'c self, card: &'c PostCard) -> (&'c str, &'c str) {
        match self.texts.get(&card.post.id) {
            Some(one) => (&one.html, &one.language),
            None => (&card.post.html, &card.post.language),
        }
    }

    /// The language's own name where the reader does not read it, and that what is quoted was
    /// translated; else empty.
    #[must_use]
    pub fn named(&self, w: Words, post: Option<PostId>, language: &str) -> String {
        if language.is_empty() || self.reads.contains(&short(language)) {
            return String::new();
        }
        let name = stoa_render::endonym(language).to_owned();
        let translated = post.and_then(|post| self.texts.get(&post));
        match translated.map(|one| one.editor.is_none()) {
            Some(true) => w.a("letters-translated", "language", name),
            Some(false) => w.a("letters-translated-by-people", "language", name),
            None => name,
        }
    }
}

fn short(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}
