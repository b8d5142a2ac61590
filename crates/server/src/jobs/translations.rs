//! Texts are put into other languages: when somebody asks, and ahead for those who follow a space.

use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt};
use stoa_kernel::ids::TranslationId;
use stoa_kernel::{Fault, Subscriptions, Tx};
use stoa_render::prose::translate::{self, Unit};
use stoa_render::prose::{self, Target};
use stoa_threads::events::{PostPublished, TranslationAsked, TranslationWanted};
use stoa_threads::translations::{self, Source};
use stoa_threads::{LONGEST_BODY, Title};

use super::Registry;
use crate::app::App;
use crate::config::Translate;
use crate::live::rights::anybody;
use crate::readers::{self, Place};
use crate::submit::{self, Room};
use crate::translator::Untranslated;

const ASKED: &str = "threads.translate";
const WANTED: &str = "threads.translate_wanted";
const AHEAD: &str = "threads.translate_ahead";

/// How long one text may take altogether: well within a job's lease.
const PATIENCE: Duration = Duration::from_secs(80);
/// Lines of the longest text that is translated.
const MOST_LINES: usize = 400;
/// Lines of one text that are with the translator at the same time.
const LINES: usize = 4;
/// An answer longer than so many times its line (and this much more) is none.
const TIMES: usize = 8;
const MORE: usize = 400;

pub(super) fn subscribe(to: Subscriptions, config: &Translate) -> Subscriptions {
    let to = to.once::<TranslationAsked>(ASKED).once::<TranslationWanted>(WANTED);
    // Without a translator no post leaves a job for it.
    let ahead = !config.url.is_empty() && config.ahead > 0;
    if ahead { to.once::<PostPublished>(AHEAD) } else { to }
}

pub(super) fn register(registry: &mut Registry) {
    registry.on(AHEAD, |app: App, e: PostPublished| async move { ahead(&app, &e).await });
    // What somebody waits for and what nobody does yet have a lane each.
    registry.slowly(ASKED, |app: App, e: TranslationAsked| async move {
        make(&app, e.translation).await
    });
    registry.slowly(WANTED, |app: App, e: TranslationWanted| async move {
        make(&app, e.translation).await
    });
}

/// Makes one translation. A translator that is away is asked again, later and later.
async fn make(app: &App, id: TranslationId) -> Result<(), Fault> {
    let Some(source) = translations::source(&app.db, id).await? else {
        return app.db.write(async |tx: &mut Tx| translations::dropped(tx, id).await).await;
    };
    let done = tokio::select! {
        done = translated(app, &source) => done,
        () = tokio::time::sleep(PATIENCE) => Err(Untranslated::Away("it takes too long".into())),
        () = app.stop.cancelled() => Err(Untranslated::Away("the program stops".into())),
    };
    match done {
        Ok((title, markdown)) => keep(app, &source, title, markdown).await,
        Err(Untranslated::Away(why)) => {
            tracing::warn!(cause = %why, "the translator is away");
            Err(Fault::Unavailable(why))
        }
        Err(Untranslated::Refused(why)) => failed(app, &source, &why).await,
    }
}

async fn failed(app: &App, source: &Source, why: &str) -> Result<(), Fault> {
    let (from, to) = (source.from.as_str(), source.to.as_str());
    tracing::warn!(cause = why, from, to, "a text was not translated");
    metrics::counter!("stoa_translations_total", "outcome" => "failed").increment(1);
    app.db.write(async |tx: &mut Tx| translations::failed(tx, source.translation).await).await
}

async fn keep(
    app: &App,
    source: &Source,
    title: Option<Title>,
    markdown: String,
) -> Result<(), Fault> {
    let author = stoa_accounts::views::actor(&app.db, source.author).await?;
    let author = author.unwrap_or_else(anybody);
    let room = Room::of(source.space, source.visibility).in_thread(source.thread);
    let room = room.by(Some(source.author));
    let made = submit::again(app, &author, room, &markdown, &source.to).await?;
    let quotes = |text: &str| prose::scan(text).quoted_posts;
    let whole = quotes(&source.markdown) == quotes(&markdown);
    if !whole || !says_nothing_new(&source.markdown, &markdown) {
        return failed(app, source, "it brings links or names of its own").await;
    }
    metrics::counter!("stoa_translations_total", "outcome" => "made").increment(1);
    app.db
        .write(async |tx: &mut Tx| {
            let (html, version) = (made.html.as_str(), prose::VERSION);
            translations::made(tx, source, title.as_ref(), &markdown, html, version).await
        })
        .await
}

/// Whether a text links, quotes and names nothing that the original does not.
pub(crate) fn says_nothing_new(original: &str, translation: &str) -> bool {
    let known = prose::targets(original);
    // A quote begins with the address of its source, so quotes are among the addresses.
    let addresses = translate::addresses(original);
    translate::addresses(translation).is_subset(&addresses)
        && prose::targets(translation).iter().all(|target: &Target| known.contains(target))
}

async fn translated(app: &App, source: &Source) -> Result<(Option<Title>, String), Untranslated> {
    let title = match &source.title {
        Some(title) => Some(titled(app, source, title).await?),
        None => None,
    };
    let units = translate::units(&source.markdown);
    if units.len() > MOST_LINES {
        return Err(Untranslated::Refused("the text has too many lines".into()));
    }
    let answers: Vec<String> = futures_util::stream::iter(units)
        .map(|unit| async move { line(app, source, &unit).await })
        .buffered(LINES)
        .try_collect()
        .await?;
    let bad = || Untranslated::Refused("the answers do not fit the text".into());
    let markdown = translate::with_answers(&source.markdown, &answers).ok_or_else(bad)?;
    if markdown.len() > LONGEST_BODY || markdown.trim().is_empty() {
        return Err(bad());
    }
    Ok((title, markdown))
}

/// A title that holds an address stays as it is: addresses are not given away.
async fn titled(app: &App, source: &Source, title: &str) -> Result<Title, Untranslated> {
    let unit = Unit { text: title.to_owned(), html: false };
    let answer = match title.contains("://") || title.contains('@') {
        true => title.to_owned(),
        false => asked(app, source, &unit).await?,
    };
    Title::parse(&answer).map_err(|_| Untranslated::Refused("the title does not fit".into()))
}

/// One line; where marks were lost, the texts between them one by one.
async fn line(app: &App, source: &Source, unit: &Unit) -> Result<String, Untranslated> {
    let answer = asked(app, source, unit).await?;
    if translate::keeps_marks(unit, &answer) {
        return Ok(answer);
    }
    let mut answers = Vec::new();
    for text in translate::runs(unit) {
        answers.push(asked(app, source, &Unit { text, html: false }).await?);
    }
    Ok(translate::from_runs(unit, &answers))
}

async fn asked(app: &App, source: &Source, unit: &Unit) -> Result<String, Untranslated> {
    let answer = app.translator.line(unit, &source.from, &source.to).await?;
    if answer.len() > unit.text.len() * TIMES + MORE {
        return Err(Untranslated::Refused("an answer is far longer than its line".into()));
    }
    Ok(answer)
}

/// Asks for a new text in the languages of those who follow its thread, space or city and do not
/// read its own.
async fn ahead(app: &App, published: &PostPublished) -> Result<(), Fault> {
    let most = app.config.translate.ahead;
    let Some(own) = stoa_threads::translations::language(&app.db, published.post).await? else {
        return Ok(());
    };
    let wanted = wanted(app, published, &own, most).await?;
    app.db
        .write(async |tx: &mut Tx| {
            for language in &wanted {
                translations::ask_ahead(tx, published.post, language).await?;
            }
            Ok(())
        })
        .await
}

/// The languages most followers need, the most wanted first.
async fn wanted(
    app: &App,
    published: &PostPublished,
    own: &str,
    most: usize,
) -> Result<Vec<String>, Fault> {
    if !translations::allowed(&app.db, published.post).await? {
        return Ok(Vec::new());
    }
    let mut members = readers::of(app, Place::Thread(published.thread)).await?;
    // Who wrote it reads it.
    members.retain(|member| *member != published.author);
    let mut all: Vec<(String, usize)> =
        readers::wanted(app, &members, own).await?.into_iter().collect();
    all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(all.into_iter().take(most).map(|(language, _)| language).collect())
}

/// The language in which somebody wants a text that is in none of the languages read.
pub(crate) fn needs(reads: &[String], own: &str) -> Option<String> {
    let short = |tag: &String| tag.split('-').next().unwrap_or_default().to_owned();
    let known = reads.iter().any(|tag| short(tag) == own);
    if known { None } else { reads.first().map(short) }
}
