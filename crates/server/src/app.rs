//! The program's state: what every handler and job works with.

use std::sync::{Arc, PoisonError, RwLock};

use stoa_accounts::Hasher;
use stoa_kernel::instance::Instance;
use stoa_kernel::{Db, Identity};
use stoa_live::Hub;
use stoa_search::Index;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::files::Store;
use crate::http::limits::Limits;
use crate::mail::Postman;
use crate::pages::cache::PageCache;
use crate::rules;
use crate::search::related::Related;
use crate::translator::Translator;

/// All that is shared, cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// What [`App`] points to.
pub struct Shared {
    /// The database.
    pub db: Db,
    /// The configuration.
    pub config: Config,
    /// The instance's key and epoch.
    pub instance: Instance,
    /// Hashes passwords, a few at a time.
    pub hasher: Hasher,
    /// Who listens to what, in this process.
    pub hub: Arc<Hub>,
    /// Rates per address and member.
    pub limits: Limits,
    /// Sends letters.
    pub postman: Postman,
    /// Puts texts into other languages.
    pub translator: Translator,
    /// Keeps the bytes of files.
    pub files: Store,
    /// Finds posts by their words.
    pub search: Index,
    /// Held by whoever changes the index: taking events in, or making it anew.
    pub indexing: tokio::sync::Mutex<()>,
    /// Guests' pages, ready to hand out.
    pub pages: PageCache,
    /// Which threads resemble which.
    pub related: Related,
    /// The moderators' rules, compiled.
    pub rules: rules::Kept,
    /// Cancelled when the program is to stop.
    pub stop: CancellationToken,
    /// Who the instance is, as it was said last.
    pub identity: RwLock<Arc<Identity>>,
}

impl App {
    /// The state around its parts.
    #[must_use]
    pub fn new(parts: Shared) -> Self {
        Self(Arc::new(parts))
    }

    /// The instance's name and languages.
    #[must_use]
    pub fn site(&self) -> Arc<Identity> {
        Arc::clone(&self.identity.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The instance is called so from now on, in this process.
    pub fn is_called(&self, identity: Identity) {
        *self.identity.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(identity);
    }

    /// A path of ours as a whole address.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.config.server.public_url)
    }
}

impl std::ops::Deref for App {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}
