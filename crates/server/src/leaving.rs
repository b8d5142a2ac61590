//! Somebody leaves: what every feature keeps of him goes in one transaction
//! with the account; texts follow in a job, because they may be many and are
//! rendered anew where others quote or name them.

use stoa_accounts::leaving::{self, Choice, Erasure, Wish};
use stoa_accounts::{Contact, views};
use stoa_digests::LetterKind;
use stoa_kernel::holdings::{Holding, KERNEL, Subject};
use stoa_kernel::ids::{MemberId, PostId};
use stoa_kernel::{Actor, Fault, Reads, Tx, outbox};
use stoa_render::prose::{self, Target};
use stoa_threads::leaving::{self as texts, At, Lost, Text, Texts};

use crate::app::App;
use crate::files;
use crate::live::rights::anybody;
use crate::submit::{self, Room, Without};

/// Texts looked at, or taken, in one transaction.
const BATCH: i64 = 50;
/// Batches done before other work has its turn.
const BATCHES: usize = 40;
/// How often the letter that says so is tried: nothing of the address is kept to try it later.
const TRIES: u32 = 5;
const PAUSE: std::time::Duration = std::time::Duration::from_secs(20);

/// Everything that is kept of people, in the order of the floors.
pub fn holdings() -> impl Iterator<Item = &'static Holding> {
    KERNEL
        .iter()
        .chain(stoa_accounts::holdings::HOLDINGS)
        .chain(stoa_exchange::holdings::HOLDINGS)
        .chain(stoa_threads::holdings::HOLDINGS)
        .chain(stoa_moderation::holdings::HOLDINGS)
        .chain(stoa_digests::holdings::HOLDINGS)
}

/// The person leaves, and is told so by a last letter.
///
/// # Errors
/// As [`leaving::leave`].
pub async fn leave(app: &App, actor: &Actor, wish: Wish) -> Result<(), Fault> {
    let member = actor.signed_in()?;
    erase(app, member, Erasing::Wish(wish)).await.map(|_| ())
}

/// The operator lets somebody go who asked by another way.
///
/// # Errors
/// As [`leaving::erase`].
pub async fn erase_member(app: &App, member: MemberId, wish: Wish) -> Result<(), Fault> {
    erase(app, member, Erasing::Wish(wish)).await.map(|_| ())
}

/// Lets somebody go who had left after this copy of the database was made; answers whether he
/// was there.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn replay(app: &App, erasure: &Erasure) -> Result<bool, Fault> {
    erase(app, erasure.member, Erasing::Journal(*erasure)).await
}

#[derive(Clone, Copy)]
enum Erasing {
    Wish(Wish),
    Journal(Erasure),
}

async fn erase(app: &App, member: MemberId, how: Erasing) -> Result<bool, Fault> {
    let contact = views::contact(&app.db, member).await?;
    let handles = drafts_calling(app, member).await?;
    let secret = &app.instance.secret;
    let done = app.db.write(async |tx: &mut Tx| {
        let subject = match how {
            Erasing::Wish(wish) => Some(leaving::erase(tx, secret, member, wish).await?),
            Erasing::Journal(entry) => leaving::replay(tx, secret, &entry).await?,
        };
        let Some(subject) = subject else { return Ok(false) };
        forget(tx, &subject).await?;
        for (draft, body) in &handles {
            texts::reword(tx, draft, body, "", 0).await?;
        }
        Ok(true)
    });
    let there = done.await?;
    if let (Erasing::Wish(_), Some(contact), true) = (how, contact, there) {
        tokio::spawn(farewell(app.clone(), member, contact));
    }
    Ok(there)
}

async fn forget(tx: &mut Tx, subject: &Subject) -> Result<(), Fault> {
    outbox::forget(tx, subject).await?;
    texts::pages_changed(tx, subject.member).await?;
    for holding in holdings() {
        holding.leave(tx, subject).await?;
    }
    Ok(())
}

/// Drafts of others that call the person by the handle, and how they read without.
async fn drafts_calling(app: &App, member: MemberId) -> Result<Vec<(Text, String)>, Fault> {
    let card = views::cards(&app.db, &[member]).await?.remove(&member);
    let Some(handle) = card.map(|card| card.handle) else { return Ok(Vec::new()) };
    let found = texts::drafts_saying(&app.db, &format!("@{handle}")).await?;
    let without = |draft: Text| {
        let body = submit::without_handle(&draft.markdown, &handle, member);
        (draft, body)
    };
    Ok(found.into_iter().map(without).collect())
}

/// The last letter: from memory, as nothing of the address is kept.
async fn farewell(app: App, member: MemberId, contact: Contact) {
    let letter = crate::letters::unkept(&app, member, LetterKind::Erased);
    for _ in 0..TRIES {
        let written = crate::letters::write(&app, &letter, &contact).await;
        let Ok(Some(written)) = written else { return };
        match app.postman.send(&written).await {
            Err(crate::mail::Undelivered::Later(_)) => tokio::time::sleep(PAUSE).await,
            Ok(()) | Err(crate::mail::Undelivered::Never(_)) => return,
        }
    }
    tracing::warn!("a last letter could not be sent");
}

/// Carries out what somebody who left wished for his texts, again and again until nothing is left.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn carry_out(app: &App, member: MemberId) -> Result<(), Fault> {
    loop {
        match carry_on(app, member).await {
            Err(Fault::TooSoon(_)) => {}
            done => return done,
        }
    }
}

/// Carries out a part of it, so that other work is not kept waiting; may be begun again at any
/// point. Also for who left a while ago: what was on its way when he did has arrived since.
///
/// # Errors
/// [`Fault::TooSoon`] while more is to be done, [`Fault::Unavailable`] when the database is away.
pub async fn carry_on(app: &App, member: MemberId) -> Result<(), Fault> {
    let Some(wish) = leaving::wished(&app.db, member).await? else { return Ok(()) };
    let (taken, without) = match wish.choice {
        Choice::Keep => (Texts::Unpublished, Without::Name),
        Choice::Delete => (Texts::All, Without::Words),
    };
    let titles = if wish.titles { taken } else { Texts::Unpublished };
    let words = |language: &str| submit::said(app, language, "threads-title-erased");
    app.db
        .write(async |tx: &mut Tx| {
            texts::take_titles(tx, member, titles, &words).await?;
            texts::take_waiting_wordings(tx, member).await?;
            if wish.choice == Choice::Delete {
                stoa_threads::translations::take_improvements(tx, member).await?;
            }
            texts::take_marks(tx, member).await
        })
        .await?;
    take_texts(app, member, taken).await?;
    files::who_left(app, member).await?;
    take_out(app, Lost::Member(member), without).await?;
    app.db
        .write(async |tx: &mut Tx| {
            // What was written while the account was emptied goes as well.
            forget(tx, &Subject { member, address: member.to_string() }).await?;
            leaving::done(tx, member).await
        })
        .await?;
    crate::purge::keep_journal(app).await
}

/// Takes texts by batches, so many at most at a time.
async fn take_texts(app: &App, member: MemberId, which: Texts) -> Result<(), Fault> {
    let mut after = None;
    for _ in 0..BATCHES {
        let take = async |tx: &mut Tx| texts::take_texts(tx, member, which, after, BATCH).await;
        after = app.db.write(take).await?;
        if after.is_none() {
            return Ok(());
        }
    }
    Err(Fault::TooSoon(app.db.now()))
}

/// Erases a text on the word of a journal, with its words in other texts.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn erase_text(app: &App, post: PostId) -> Result<(), Fault> {
    app.db.write(async |tx: &mut Tx| texts::erase_again(tx, post).await).await?;
    files::text_erased(app, post).await?;
    take_out(app, Lost::Post(post), Without::Words).await
}

/// Takes what is lost out of the texts of others, by batches.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn take_out(app: &App, lost: Lost, without: Without) -> Result<(), Fault> {
    for at in At::ALL {
        let mut after = None;
        loop {
            let some = texts::naming(&app.db, lost, at, after, BATCH).await?;
            let Some(last) = some.last().map(|text| text.id) else { break };
            // A text that changed meanwhile is read again before the next ones.
            if reword(app, lost, without, some).await? {
                after = Some(last);
            }
        }
    }
    Ok(())
}

/// Answers whether all were put back.
async fn reword(app: &App, lost: Lost, without: Without, some: Vec<Text>) -> Result<bool, Fault> {
    let mut made = Vec::with_capacity(some.len());
    for text in some {
        if let Some((markdown, html)) = again(app, lost, without, &text).await? {
            made.push((text, markdown, html));
        }
    }
    let made = &made;
    app.db
        .write(async |tx: &mut Tx| {
            let mut all = true;
            for (text, markdown, html) in made {
                all &= texts::reword(tx, text, markdown, html, prose::VERSION).await?;
            }
            Ok(all)
        })
        .await
}

/// How a text reads without what is lost; `None` where it named nothing of it.
async fn again(
    app: &App,
    lost: Lost,
    without: Without,
    text: &Text,
) -> Result<Option<(String, String)>, Fault> {
    let quoted: Vec<PostId> =
        prose::scan(&text.markdown).quoted_posts.iter().filter_map(|id| id.parse().ok()).collect();
    let gone = match lost {
        Lost::Post(post) => std::iter::once(post).collect(),
        Lost::Member(member) => texts::of(&app.db, member, &quoted).await?,
    };
    let is_gone = |id: &str| id.parse().is_ok_and(|id: PostId| gone.contains(&id));
    let markdown = submit::without(app, &text.markdown, &text.language, without, &is_gone);
    let named = prose::targets(&text.markdown).into_iter().any(|target| is_named(lost, &target));
    if markdown == text.markdown && !named {
        return Ok(None);
    }
    if text.at == At::Drafts {
        return Ok((markdown != text.markdown).then_some((markdown, String::new())));
    }
    let (space, visibility, thread) = (text.space, text.visibility, text.thread);
    let room = Room { space, visibility, thread, author: Some(text.author) };
    let html = submit::again(app, &anybody(), room, &markdown, &text.language).await?.html;
    Ok(Some((markdown, html)))
}

fn is_named(lost: Lost, target: &Target) -> bool {
    match (lost, target) {
        (Lost::Member(member), Target::Member(id)) => *id == member.to_string(),
        _ => false,
    }
}
