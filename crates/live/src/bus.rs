//! Where news of other transactions comes from.

use stoa_kernel::{Announcement, Db};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

/// What the bus brings.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// This was committed.
    Announced(Announcement),
    /// Something was missed: the rows tell what.
    Missed,
    /// Nothing more will come.
    Ended,
}

/// The bus as one process hears it: what the own process has committed. It
/// only wakes; truth and order are in the database, so what other processes
/// commit is found there a little later.
#[derive(Debug)]
pub struct Bus {
    own: Receiver<Announcement>,
}

impl Bus {
    /// The bus of a single process.
    #[must_use]
    pub fn local(db: &Db) -> Self {
        Self { own: db.listen() }
    }

    /// The next news. Cancelling the wait loses nothing.
    pub async fn next(&mut self) -> News {
        match self.own.recv().await {
            Ok(announcement) => News::Announced(announcement),
            Err(RecvError::Lagged(_)) => News::Missed,
            Err(RecvError::Closed) => News::Ended,
        }
    }
}
