//! Wishes for letters with links.

use serde::{Deserialize, Serialize};
use stoa_accounts::{EmailAddress, Purpose, links};
use stoa_kernel::outbox::{NewJob, Urgency};
use stoa_kernel::{Fault, Reads, Tx};

use super::Registry;
use crate::app::App;

const ASK: &str = "accounts.ask";

/// A wish: the address as it was typed, known or not.
#[derive(Clone, Serialize, Deserialize)]
struct Wish {
    email: String,
    purpose: String,
}

pub(super) fn register(registry: &mut Registry) {
    registry.on(ASK, |app: App, wish: Wish| async move { answer(&app, wish).await });
}

/// Leaves the wish for a letter to a job, so that whoever asks waits equally long for a known
/// and an unknown address.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(crate) async fn ask(app: &App, email: &EmailAddress, purpose: Purpose) -> Result<(), Fault> {
    let wish = Wish { email: email.as_str().to_owned(), purpose: purpose.name().to_owned() };
    let payload = serde_json::to_value(&wish).map_err(Fault::broken)?;
    app.db
        .write(async move |tx: &mut Tx| {
            let job = NewJob::now(ASK, payload.clone(), tx.now()).urgent(Urgency::Now);
            tx.enqueue(job);
            Ok(())
        })
        .await
}

async fn answer(app: &App, wish: Wish) -> Result<(), Fault> {
    let purpose = [Purpose::Confirm, Purpose::SignIn, Purpose::Reset]
        .into_iter()
        .find(|purpose| purpose.name() == wish.purpose)
        .ok_or_else(|| Fault::broken("a wish for no known letter"))?;
    let email = EmailAddress::parse(&wish.email).map_err(Fault::broken)?;
    let asked = async move |tx: &mut Tx| links::ask(tx, &email, purpose).await.map(|_| ());
    app.db.write(asked).await
}
