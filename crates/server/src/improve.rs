//! A translation made better: what is read before, and what may be written. For pages and API.

use stoa_kernel::ids::PostId;
use stoa_kernel::policy::{Action, Sight};
use stoa_kernel::{Fault, Problems, Tx};
use stoa_moderation::submissions;
use stoa_threads::translations::{Improved, Improvement, Stage};
use stoa_threads::views::{self, PostCard, Translation};
use stoa_threads::{Body, Prepared, State, Title};

use crate::app::App;
use crate::http::Visitor;
use crate::jobs::translations::says_nothing_new;
use crate::submit::{self, Room, Typed};

/// A post, the language it is wanted in, and the translation that stands.
pub struct Place {
    /// The post.
    pub card: PostCard,
    /// The language.
    pub language: String,
    /// The translation; `None` where there is none yet.
    pub latest: Option<Translation>,
}

/// What was typed.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The title, of an opening post.
    pub title: &'a str,
    /// The Markdown.
    pub body: &'a str,
}

/// Words that may stand there.
pub struct Read {
    title: Option<Title>,
    /// The text made ready.
    pub made: Prepared,
}

impl Place {
    /// The post, for somebody who may improve its translations.
    ///
    /// # Errors
    /// [`Fault::NotFound`] where it does not stand for the visitor, [`Fault::Forbidden`],
    /// [`Fault::Invalid`] in field `language`.
    pub async fn of(
        app: &App,
        visitor: &Visitor,
        id: PostId,
        language: &str,
    ) -> Result<Self, Fault> {
        visitor.actor.signed_in()?;
        let language = submit::written(app, visitor, language)?;
        let card = views::post(&app.db, &visitor.actor, id).await?;
        visitor.actor.may_in(card.post.space, Action::Improve(card.facts))?;
        if card.post.state != State::Published || card.post.sight < Sight::Full {
            return Err(Fault::NotFound);
        }
        let found = views::translation(&app.db, &visitor.actor, id, &language).await?;
        let latest = found.filter(|one| one.stage == Stage::Made);
        Ok(Self { card, language, latest })
    }

    /// Where the post stands: what may be quoted there.
    #[must_use]
    pub fn room(&self) -> Room {
        let post = &self.card.post;
        let there = Room::of(post.space, self.card.facts.visibility).in_thread(post.thread);
        there.by(post.author)
    }

    /// A translation as the visitor may read its Markdown: without the words of quotes that are
    /// gone for him.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn readable(
        &self,
        app: &App,
        visitor: &Visitor,
        markdown: &str,
    ) -> Result<String, Fault> {
        submit::readable(app, &visitor.actor, self.room(), markdown).await
    }

    /// The edition that stands; 0 for none.
    #[must_use]
    pub fn edition(&self) -> i32 {
        self.latest.as_ref().map_or(0, |one| one.edition)
    }

    /// Reads what was typed: it may link, quote and name what the original does, and nothing
    /// else, because it stands below another's name.
    ///
    /// # Errors
    /// [`Fault::Invalid`] in fields `title` and `body`.
    pub async fn read(
        &self,
        app: &App,
        visitor: &Visitor,
        words: Words<'_>,
    ) -> Result<Read, Fault> {
        let (title, body) = self.parsed(words)?;
        let room = self.room();
        let typed =
            Typed { body: &body, title: "", language: &self.language, own: &[], around: "" };
        let made = submit::prepare(app, &visitor.actor, room, typed).await?;
        let original = self.card.post.markdown.as_deref().unwrap_or_default();
        if says_nothing_new(original, &made.markdown) {
            Ok(Read { title, made })
        } else {
            Err(Fault::invalid("body", "threads-translation-adds"))
        }
    }

    fn parsed(&self, words: Words<'_>) -> Result<(Option<Title>, Body), Fault> {
        let title = self.card.post.opening.then(|| Title::parse(words.title)).transpose();
        match (title, Body::parse(words.body)) {
            (Ok(title), Ok(body)) => Ok((title, body)),
            (Err(Fault::Invalid(title)), Err(Fault::Invalid(body))) => {
                let all = title.0.into_iter().chain(body.0).collect();
                Err(Fault::Invalid(Problems(all)))
            }
            (Err(wrong), _) | (_, Err(wrong)) => Err(wrong),
        }
    }

    /// Puts the words in the place of the edition that was read.
    ///
    /// # Errors
    /// As [`submissions::improve`].
    pub async fn improve(
        &self,
        app: &App,
        visitor: &Visitor,
        (version, edition): (i32, i32),
        read: Read,
    ) -> Result<Improved, Fault> {
        let new = Improvement {
            post: self.card.post.id,
            language: self.language.clone(),
            version,
            edition,
            title: read.title,
            markdown: read.made.markdown,
            html: read.made.html,
            renderer: read.made.renderer,
        };
        let actor = &visitor.actor;
        app.db.write(async |tx: &mut Tx| submissions::improve(tx, actor, &new).await).await
    }
}
