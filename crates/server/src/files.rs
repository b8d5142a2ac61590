//! Files that people send: taken in, given back, let go.
//!
//! Rows and rights stand in `stoa_threads::files`, what is in a file is found by `stoa_media`,
//! and the bytes lie in a [`Store`]. **The row comes first and goes first**: whatever breaks in
//! between leaves bytes that nobody can ask for, and the daily round removes them.

mod resumed;
mod store;
mod tidy;

pub use resumed::{Piece, begin, piece};
pub use store::{Part, Store, Stored, Unkept};
pub use tidy::{missing, round, spare, text_erased, who_left};

use bytes::Bytes;
use http::StatusCode;
use sha2::{Digest, Sha256};
use stoa_kernel::ids::{FileId, MemberId};
use stoa_kernel::{Fault, Reads, Tx};
use stoa_media::{Limits, Ready, Refused};
use stoa_threads::files::{self, Kept};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::app::App;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};

/// The longest file, in bytes.
pub const LONGEST: usize = Limits::USUAL.bytes;
/// Files in a list.
pub const MOST_LISTED: u64 = 500;
/// The smaller picture is as large as texts show it.
const LIMITS: Limits = Limits { small: stoa_render::prose::FileFacts::SMALL, ..Limits::USUAL };

/// A picture takes ten bytes of memory a pixel while it is made anew, at worst: one at a time.
static MAKING: Semaphore = Semaphore::const_new(1);

/// How many bytes one person's files may be.
#[must_use]
pub fn quota(app: &App) -> i64 {
    i64::try_from(app.config.files.quota_mib.saturating_mul(1 << 20)).unwrap_or(i64::MAX)
}

/// Takes a file that came whole: looks into it, makes it harmless, keeps it.
///
/// # Errors
/// A refusal for who may send none (401, 403), too often (429), a file that is too large (413) or
/// of a kind that is not taken (415), a full quota (400), and a full disk (507).
pub async fn take(
    app: &App,
    visitor: &Visitor,
    name: &str,
    bytes: Vec<u8>,
) -> Result<Kept, Refusal> {
    counted(app, visitor)?;
    let ready = look_into(name, bytes).await?;
    let size = i32::try_from(ready.bytes.len()).unwrap_or(i32::MAX);
    let (actor, quota) = (&visitor.actor, quota(app));
    let begin = async |tx: &mut Tx| files::begin(tx, actor, name, size, quota).await;
    let id = app.db.write(begin).await.map_err(or_full)?;
    keep(app, visitor, id, name, ready).await
}

/// Who sends it, counted.
pub(crate) fn counted(app: &App, visitor: &Visitor) -> Result<MemberId, Refusal> {
    let me = visitor.member()?;
    visitor.actor.may(stoa_kernel::policy::Action::Upload)?;
    app.limits.count(Rate::Upload, &me.to_string(), app.db.now())?;
    Ok(me)
}

/// What is in a file, as it may be kept.
async fn look_into(name: &str, bytes: Vec<u8>) -> Result<Ready, Refusal> {
    let name = name.to_owned();
    let _turn = MAKING.acquire().await.map_err(Fault::broken)?;
    let look = move || stoa_media::ready(bytes, &name, &LIMITS);
    spawn_blocking(look).await.map_err(Fault::broken)?.map_err(refused)
}

/// Why a file is not taken, as an answer.
pub(crate) fn refused(why: Refused) -> Refusal {
    let status = match why {
        Refused::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNSUPPORTED_MEDIA_TYPE,
    };
    Refusal::new(status, why.key())
}

/// Puts a file that was looked into into the store, and then into its row.
async fn keep(
    app: &App,
    visitor: &Visitor,
    id: FileId,
    name: &str,
    ready: Ready,
) -> Result<Kept, Refusal> {
    let side = |side: u32| i32::try_from(side).unwrap_or(i32::MAX);
    let kept = Kept {
        id,
        name: stoa_media::clean_name(name, ready.kind),
        kind: ready.kind.name().to_owned(),
        size: i32::try_from(ready.bytes.len()).unwrap_or(i32::MAX),
        small: ready.small.is_some(),
        dimensions: ready.size.map(|(width, height)| (side(width), side(height))),
        sha256: stoa_kernel::secret::hex(&Sha256::digest(&ready.bytes)),
    };
    let stored = store(app, id, ready).await;
    let (actor, quota) = (&visitor.actor, quota(app));
    let noted = match stored {
        Ok(()) => {
            let keep = async |tx: &mut Tx| files::keep(tx, actor, &kept, quota).await;
            app.db.write(keep).await.map_err(or_full)
        }
        Err(unkept) => Err(unkept.into()),
    };
    match noted {
        Ok(()) => Ok(kept),
        Err(refusal) => {
            give_up(app, visitor, id).await;
            Err(refusal)
        }
    }
}

/// The database mostly lies on the same disk as the files: it is full as they are.
fn or_full(fault: Fault) -> Refusal {
    match fault {
        Fault::Unavailable(why) if why.contains("disk is full") => Unkept::Full.into(),
        fault => fault.into(),
    }
}

async fn store(app: &App, id: FileId, ready: Ready) -> Result<(), Unkept> {
    if let Some(small) = ready.small {
        app.files.put(id, Part::Small, Bytes::from(small)).await?;
    }
    app.files.put(id, Part::Whole, Bytes::from(ready.bytes)).await
}

/// Lets go of a file that could not be kept; the daily round does it where this cannot. The bytes
/// of a file that has a row stay: it may have been kept all the same.
async fn give_up(app: &App, visitor: &Visitor, id: FileId) {
    let actor = &visitor.actor;
    let row = app.db.write(async |tx: &mut Tx| files::give_up(tx, actor, id).await).await;
    let gone = match row {
        Ok(true) => app.files.forget(id).await,
        Ok(false) => Ok(()),
        Err(fault) => Err(fault),
    };
    if let Err(fault) = gone {
        tracing::debug!(cause = %fault, "a file that was not kept waits to be removed");
    }
}

/// Takes back a file that no text names, or one that is on its way.
///
/// # Errors
/// As [`files::withdraw`].
pub async fn withdraw(app: &App, visitor: &Visitor, id: FileId) -> Result<(), Fault> {
    let actor = &visitor.actor;
    app.db.write(async |tx: &mut Tx| files::withdraw(tx, actor, id).await).await?;
    app.files.forget(id).await
}

/// A file in the words of a text: shown where it is a picture, led to where it is a document.
#[must_use]
pub fn markdown(kept: &Kept, described: &str) -> String {
    let words = match (kept.dimensions, described) {
        (None, "") => kept.name.as_str(),
        (_, described) => described,
    };
    let mark = if kept.dimensions.is_some() { "!" } else { "" };
    format!("{mark}[{}]({})", bracketed(words), files::address(kept.id))
}

/// Words that may stand between brackets.
fn bracketed(words: &str) -> String {
    let line = stoa_kernel::text::line(words);
    line.chars().fold(String::new(), |mut out, letter| {
        if matches!(letter, '[' | ']' | '\\' | '*' | '_' | '`' | '<' | '!' | '@') {
            out.push('\\');
        }
        out.push(letter);
        out
    })
}
