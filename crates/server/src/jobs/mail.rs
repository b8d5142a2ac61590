//! Letters: who is written to about the account, and the sending of every letter.

use stoa_accounts::events::{
    AddressKnown, ConfirmAsked, MemberInvited, PasswordChanged, ResetAsked, SignInAsked,
};
use stoa_accounts::{Contact, views};
use stoa_digests::letters::{self, Taken};
use stoa_digests::weekly::{self, Fate};
use stoa_digests::{Class, LetterKind, NewLetter, Payload, Sealed, bounces};
use stoa_kernel::db::Reads;
use stoa_kernel::ids::{LetterId, MemberId, TokenId};
use stoa_kernel::{Fault, Subscriptions, Time, Tx};

use super::Registry;
use crate::app::App;
use crate::mail::Undelivered;

const CONFIRM: &str = "mail.confirm";
const KNOWN: &str = "mail.known_address";
const SIGN_IN: &str = "mail.sign_in";
const RESET: &str = "mail.reset";
const CHANGED: &str = "mail.password_changed";
const INVITED: &str = "mail.invited";

pub(super) fn subscribe(to: Subscriptions) -> Subscriptions {
    to.once::<ConfirmAsked>(CONFIRM)
        .once::<AddressKnown>(KNOWN)
        .once::<SignInAsked>(SIGN_IN)
        .once::<ResetAsked>(RESET)
        .once::<PasswordChanged>(CHANGED)
        .once::<MemberInvited>(INVITED)
}

pub(super) fn register(registry: &mut Registry) {
    registry.on(CONFIRM, |app: App, e: ConfirmAsked| async move {
        linked(&app, e.member, LetterKind::Confirm, e.token).await
    });
    registry.on(SIGN_IN, |app: App, e: SignInAsked| async move {
        linked(&app, e.member, LetterKind::SignIn, e.token).await
    });
    registry.on(RESET, |app: App, e: ResetAsked| async move {
        linked(&app, e.member, LetterKind::Reset, e.token).await
    });
    registry.on(KNOWN, |app: App, e: AddressKnown| async move {
        // One a day tells the member enough, however often a stranger tries.
        let day = e.at.0.div_euclid(86_400_000_000);
        dated(&app, e.member, LetterKind::KnownAddress, &format!("known:{day}")).await
    });
    registry.on(CHANGED, |app: App, e: PasswordChanged| async move {
        let key = format!("password:{}", e.at.0);
        dated(&app, e.member, LetterKind::PasswordChanged, &key).await
    });
    registry.on(INVITED, |app: App, e: MemberInvited| async move {
        dated(&app, e.member, LetterKind::Invited, "invited").await
    });
    registry.on(letters::SEND, |app: App, job: Due| async move { send(&app, job.letter).await });
}

async fn linked(
    app: &App,
    member: MemberId,
    kind: LetterKind,
    token: TokenId,
) -> Result<(), Fault> {
    let payload = Payload { token: Some(token), ..Payload::default() };
    queue(app, member, kind, format!("link:{token}"), payload).await
}

async fn dated(app: &App, member: MemberId, kind: LetterKind, key: &str) -> Result<(), Fault> {
    queue(app, member, kind, key.to_owned(), Payload::default()).await
}

async fn queue(
    app: &App,
    member: MemberId,
    kind: LetterKind,
    event_key: String,
    payload: Payload,
) -> Result<(), Fault> {
    app.db
        .write(async |tx: &mut Tx| {
            let send_at: Time = tx.now();
            let (event_key, payload) = (event_key.clone(), payload.clone());
            let letter = NewLetter { member, kind, event_key, thread: None, payload, send_at };
            letters::queue(tx, &letter).await.map(|_| ())
        })
        .await
}

#[derive(serde::Deserialize)]
struct Due {
    letter: LetterId,
}

/// Sends one letter: sealed, written as its reader may see things now, sent, marked. A program
/// that dies between sending and marking sends this one letter again, with the same `Message-ID`.
async fn send(app: &App, id: LetterId) -> Result<(), Fault> {
    let lease = app.config.jobs.lease();
    let taken = app.db.write(async |tx: &mut Tx| letters::seal(tx, id, lease).await).await?;
    let letter = match taken {
        Taken::Done => return Ok(()),
        Taken::Busy(until) => return Err(Fault::TooSoon(until)),
        Taken::Mine(letter) => letter,
    };
    let contact = match writable(app, &letter).await {
        Ok(Some(contact)) => contact,
        Ok(None) => return nothing(app, &letter, "the address gets no such letters").await,
        Err(fault) => return later(app, &letter, fault).await,
    };
    let written = match crate::letters::write(app, &letter, &contact).await {
        Ok(Some(written)) => written,
        Ok(None) => return nothing(app, &letter, "nothing left to say").await,
        Err(fault) => return later(app, &letter, fault).await,
    };
    match app.postman.send(&written).await {
        Ok(()) => sent(app, &letter, &contact).await,
        Err(Undelivered::Later(why)) => later(app, &letter, Fault::Unavailable(why)).await,
        Err(Undelivered::Never(why)) => refused(app, &letter, &contact, &why).await,
    }
}

/// Where the letter may go: an address that was not confirmed gets its confirmation alone, one
/// that sent letters back only those about the account.
async fn writable(app: &App, letter: &Sealed) -> Result<Option<Contact>, Fault> {
    let Some(contact) = views::contact(&app.db, letter.member).await? else {
        return Ok(None);
    };
    let class = letter.kind.class();
    let fits = if contact.confirmed {
        letter.kind != LetterKind::Confirm
    } else {
        letter.kind == LetterKind::Confirm
    };
    let quiet = contact.suspended && class == Class::Leavable;
    if !fits || quiet {
        return Ok(None);
    }
    let stopped = class != Class::Security && bounces::stopped(&app.db, &contact.email).await?;
    Ok((!stopped).then_some(contact))
}

async fn sent(app: &App, letter: &Sealed, contact: &Contact) -> Result<(), Fault> {
    metrics::counter!("stoa_letters_sent_total", "kind" => letter.kind.name()).increment(1);
    app.db
        .write(async |tx: &mut Tx| {
            letters::sent(tx, letter.id).await?;
            issue(tx, letter, Fate::Sent).await?;
            bounces::taken(tx, &contact.email).await
        })
        .await
}

async fn nothing(app: &App, letter: &Sealed, why: &str) -> Result<(), Fault> {
    app.db
        .write(async |tx: &mut Tx| {
            letters::void(tx, letter.id, why).await?;
            issue(tx, letter, Fate::Skipped).await
        })
        .await
}

async fn refused(app: &App, letter: &Sealed, contact: &Contact, why: &str) -> Result<(), Fault> {
    tracing::warn!(letter.id = %letter.id, letter.kind = letter.kind.name(), cause = %why, "a letter was refused");
    metrics::counter!("stoa_letters_refused_total", "kind" => letter.kind.name()).increment(1);
    app.db
        .write(async |tx: &mut Tx| {
            letters::refused(tx, letter.id, why).await?;
            issue(tx, letter, Fate::Skipped).await?;
            // Who left while the letter was under way is not written down again.
            match views::contact(tx, letter.member).await? {
                Some(_) => bounces::refused(tx, &contact.email, why).await,
                None => Ok(()),
            }
        })
        .await
}

/// Not now: the job comes back by itself, later each time.
async fn later(app: &App, letter: &Sealed, fault: Fault) -> Result<(), Fault> {
    let free = app.db.write(async |tx: &mut Tx| letters::release(tx, letter.id).await);
    if let Err(away) = free.await {
        tracing::warn!(cause = %away, letter.id = %letter.id, "a letter is free again only after a while");
    }
    Err(fault)
}

/// A digest's letter decides what became of its issue.
async fn issue(tx: &mut Tx, letter: &Sealed, fate: Fate) -> Result<(), Fault> {
    match letter.payload.from {
        Some(from) => weekly::mark(tx, letter.member, from, fate).await,
        None => Ok(()),
    }
}
