//! The moderators' rules as this process knows them, and dry runs of them.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use stoa_kernel::ids::{PostId, SpaceId};
use stoa_kernel::policy::Action;
use stoa_kernel::{Actor, Fault, Reads};
use stoa_moderation::submissions::Rules;
use stoa_moderation::watch::{self, Book, Look, Rule, Text, Trial};
use stoa_render::prose;
use stoa_threads::views::{Indexed, indexed_after};

use crate::app::App;

/// How far back a dry run looks.
const SPAN: Duration = Duration::from_secs(30 * 86_400);
/// Texts read at once.
const BATCH: u64 = 500;
/// Texts a dry run looks at, at most.
const MOST: usize = 50_000;

/// The rules as they were compiled last.
#[derive(Debug, Default)]
pub struct Kept(RwLock<Option<Arc<Book>>>);

impl Kept {
    fn of(&self, edition: i64) -> Option<Arc<Book>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.clone().filter(|book| book.edition() == edition)
    }

    fn keep(&self, book: Arc<Book>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(book);
    }
}

/// Limits and rules as they apply now; the rules are compiled when they have changed.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn in_force(app: &App) -> Result<Rules, Fault> {
    let edition = watch::edition(&app.db).await?;
    let book = match app.rules.of(edition) {
        Some(book) => book,
        None => {
            let book = Arc::new(watch::book(&app.db).await?);
            app.rules.keep(Arc::clone(&book));
            book
        }
    };
    Ok(Rules { factor: app.limits.factor(), book: Some(book) })
}

/// What a rule would have found in the last thirty days in spaces that the actor moderates.
///
/// # Errors
/// [`Fault::Invalid`] for a rule that cannot be used, [`Fault::Unavailable`].
pub async fn tried(app: &App, actor: &Actor, rule: &Rule) -> Result<Trial, Fault> {
    let mut trial = Trial::of(rule)?;
    let since = app.db.now().minus(SPAN);
    let mut after = Some(PostId::from_uuid(app.db.entropy().id(since)));
    let mut read = 0;
    while read < MOST {
        let some = indexed_after(&app.db, after, BATCH).await?;
        let Some(last) = some.last() else { break };
        after = Some(last.post);
        read += some.len();
        for post in some.iter().filter(|post| post.at >= since && sees(actor, post)) {
            look(&mut trial, post);
        }
    }
    Ok(trial)
}

fn sees(actor: &Actor, post: &Indexed) -> bool {
    let moderates = actor.may_in(post.space, Action::SeeCase).is_ok();
    moderates && post.space != SpaceId::CONVERSATIONS
}

fn look(trial: &mut Trial, post: &Indexed) {
    let (plain, links) = (prose::own_words(&post.html), links(&post.html));
    let text = Text {
        title: if post.opening { &post.title } else { "" },
        plain: &plain,
        links: &links,
        mentions: post.html.matches("href=\"/people/").count(),
        language: &post.language,
        space: post.space,
    };
    trial.look(&Look { post: post.post, author: post.author, at: post.at, text });
}

/// Outside addresses in rendered text.
fn links(html: &str) -> Vec<String> {
    let found = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    found.filter(|link| link.starts_with("http")).map(str::to_owned).collect()
}

/// Whether a rule would find something in a text as somebody types it, and what.
///
/// # Errors
/// [`Fault::Invalid`] for a rule that cannot be used.
pub fn tested(app: &App, actor: &Actor, rule: &Rule, typed: &str) -> Result<Trial, Fault> {
    let mut trial = Trial::of(rule)?;
    let scan = prose::scan(typed);
    let language = rule.language.clone().unwrap_or_else(|| app.site().language.clone());
    let text = Text {
        title: "",
        plain: typed,
        links: &scan.links,
        mentions: scan.handles.len(),
        language: &language,
        space: rule.space.unwrap_or(SpaceId::CONVERSATIONS),
    };
    let author = actor.signed_in()?;
    let post = PostId::from_uuid(app.db.entropy().id(app.db.now()));
    trial.look(&Look { post, author, at: app.db.now(), text });
    Ok(trial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_links_are_found_in_rendered_text() {
        let html = "<p><a href=\"https://x.example/a\">a</a> <a href=\"/p/1\">b</a></p>";
        assert_eq!(links(html), ["https://x.example/a"]);
    }
}
