//! Several processes over one PostgreSQL: each tells the others what it has
//! committed, over NATS, and hears what they have.
//!
//! **The bus only wakes.** Truth and order are in the database, and every
//! process looks there by itself as well: once a second for events, every few
//! seconds for rights. So NATS may stop and return: it costs latency, and no
//! message. What is told are ids and nothing else.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use async_nats::connection::State;
use async_nats::{Client, ConnectOptions, Subscriber};
use futures_util::StreamExt;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use stoa_accounts::{sessions, views};
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Announcement, Fault, secret};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::config::Bus;

/// How often it is looked whose rights have changed elsewhere.
const LOOK: Duration = Duration::from_secs(4);
/// How long a first connection may take before the program goes on without; it is tried further.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long after the bus ended it is tried again.
const PAUSE: Duration = Duration::from_secs(10);

/// What one process tells the others.
#[derive(Serialize, Deserialize)]
struct News {
    /// Which process.
    node: String,
    /// What it has committed.
    told: Announcement,
}

/// Tells and hears until the program stops; a process without a bus does neither.
pub async fn run(app: App) {
    if app.config.bus.is_local() {
        return;
    }
    while !app.stop.is_cancelled() {
        match open(&app).await {
            Ok((client, heard)) => talk(&app, client, heard).await,
            Err(why) => tracing::warn!(%why, "the bus cannot be reached"),
        }
        // It ends when it is refused, such as for another password; it is tried again.
        tokio::select! {
            () = app.stop.cancelled() => {}
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}

async fn open(app: &App) -> Result<(Client, Subscriber), String> {
    let client = connect(&app.config.bus).await?;
    let heard = client.subscribe(subject(app)).await.map_err(|error| error.to_string())?;
    Ok((client, heard))
}

async fn connect(bus: &Bus) -> Result<Client, String> {
    let options =
        ConnectOptions::new().name("stoa").connection_timeout(PATIENCE).retry_on_initial_connect();
    options.connect(bus.url.expose_secret()).await.map_err(|error| error.to_string())
}

/// Whether the bus is there now, for `stoa check`.
///
/// # Errors
/// A sentence for the operator.
pub async fn check(bus: &Bus) -> Result<(), String> {
    if bus.is_local() {
        return Ok(());
    }
    let options = ConnectOptions::new().connection_timeout(PATIENCE);
    let client =
        options.connect(bus.url.expose_secret()).await.map_err(|error| error.to_string())?;
    client.flush().await.map_err(|error| error.to_string())
}

/// Processes of one instance share it, and no other's.
fn subject(app: &App) -> String {
    let sealed = app.instance.secret.seal("bus", b"");
    let mark: String = secret::hash(&sealed).chars().take(16).collect();
    format!("stoa.{mark}.news")
}

async fn talk(app: &App, client: Client, mut heard: Subscriber) {
    let node = secret::hex(&app.db.entropy().bytes::<8>());
    let (subject, mut own) = (subject(app), app.db.commits());
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            news = own.recv() => match news {
                Ok(told) => tell(&client, &subject, &node, told).await,
                // The others find it by looking.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            },
            message = heard.next() => match message {
                Some(message) => hear(app, &node, &message.payload),
                None => return,
            },
        }
    }
}

async fn tell(client: &Client, subject: &str, node: &str, told: Announcement) {
    // What cannot be told now would be told late; the others find it by looking.
    if client.connection_state() != State::Connected {
        return;
    }
    let news = News { node: node.to_owned(), told };
    let Ok(bytes) = serde_json::to_vec(&news) else { return };
    if let Err(error) = client.publish(subject.to_owned(), bytes.into()).await {
        tracing::debug!(%error, "the others were not told");
    }
}

fn hear(app: &App, node: &str, payload: &[u8]) {
    match serde_json::from_slice::<News>(payload) {
        Ok(news) if news.node != node => app.db.hear(news.told),
        Ok(_) => {}
        Err(error) => tracing::debug!(%error, "another process told something unreadable"),
    }
}

/// What was known of rights at the last look.
#[derive(Default)]
struct Known {
    members: HashMap<MemberId, i64>,
    spaces: i64,
}

/// Looks whose rights or sessions another process has changed, until the program stops.
pub async fn follow_rights(app: App) {
    let (mut look, mut known) = (interval(LOOK), Known::default());
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            _ = look.tick() => {}
        }
        if let Err(fault) = looked(&app, &mut known).await {
            tracing::debug!(cause = %fault, "rights wait for the database");
        }
    }
}

async fn looked(app: &App, known: &mut Known) -> Result<(), Fault> {
    let readers = app.hub.readers();
    let people: HashSet<MemberId> = readers.iter().map(|reader| reader.member).collect();
    let people: Vec<MemberId> = people.into_iter().collect();
    let members = views::rights_versions(&app.db, &people).await?;
    let ids: Vec<_> = readers.iter().map(|reader| reader.session).collect();
    let alive = sessions::alive(&app.db, &ids).await?;
    let spaces = stoa_threads::views::rights_versions(&app.db).await?;
    let everybody = spaces != known.spaces;
    let changed = |member: &MemberId| match (known.members.get(member), members.get(member)) {
        (Some(before), Some(now)) => before != now,
        // Somebody who came since: the rights may have changed between.
        _ => true,
    };
    app.hub
        .recheck(|reader| everybody || changed(&reader.member) || !alive.contains(&reader.session));
    *known = Known { members, spaces };
    Ok(())
}
