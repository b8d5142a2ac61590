//! From a configuration to a running program, and to its end.

use std::fs::{File, TryLockError};
use std::net::SocketAddr;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use sea_orm_migration::MigratorTrait;
use stoa_accounts::Hasher;
use stoa_kernel::instance::Instance;
use stoa_kernel::{Clock, Db, Entropy, Fault, Tx, identity, instance};
use stoa_live::Hub;
use stoa_migrations::Migrator;
use stoa_search::Index;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

use crate::app::{App, Shared};
use crate::config::Config;
use crate::files::Store;
use crate::http::host::Names;
use crate::http::limits::Limits;
use crate::mail::Postman;
use crate::pages::cache::PageCache;
use crate::rules;
use crate::search::related::Related;
use crate::translator::Translator;
use crate::{demo, jobs, live, nodes, purge, router, search, sound, translator, wire};

/// How often it is looked what another process said the instance is called.
const NAMED: Duration = Duration::from_secs(10);

/// What comes from outside and what tests replace.
pub struct Outside {
    /// The time.
    pub clock: Clock,
    /// Chance.
    pub entropy: Entropy,
    /// Letters.
    pub postman: Postman,
    /// Other languages.
    pub translator: Translator,
    /// The bytes of files.
    pub files: Store,
}

impl Outside {
    /// The real ones.
    ///
    /// # Errors
    /// A sentence when the mail address cannot be understood.
    pub fn real(config: &Config) -> Result<Self, String> {
        let postman = Postman::from_config(
            &config.mail,
            &config.server.public_url,
            config.jobs.mail_patience(),
        )?;
        let translator = Translator::new(&config.translate)?;
        let files = Store::open(config)?;
        Ok(Self { clock: Clock::System, entropy: Entropy::system(), postman, translator, files })
    }
}

/// Keeps a second process away from a data folder for as long as it lives.
pub struct Guard(#[expect(dead_code, reason = "held, not read: the lock ends with it")] File);

/// Makes the data folder and takes its lock.
///
/// # Errors
/// A sentence when the folder cannot be made or another process serves it.
pub fn guard(config: &Config) -> Result<Guard, String> {
    let dir = &config.data.dir;
    let about = |error: std::io::Error| format!("{}: {error}", dir.display());
    std::fs::create_dir_all(dir).map_err(about)?;
    let file = File::create(dir.join("stoa.lock")).map_err(about)?;
    match file.try_lock() {
        Ok(()) => Ok(Guard(file)),
        Err(TryLockError::WouldBlock) => {
            Err(format!("another process serves {}; stop it first", dir.display()))
        }
        Err(TryLockError::Error(error)) => Err(about(error)),
    }
}

/// Opens the database and brings its schema up to date.
///
/// # Errors
/// [`Fault::Unavailable`] when it cannot be reached, [`Fault::Broken`] when a migration fails.
pub async fn database(config: &Config, outside: &Outside) -> Result<Db, Fault> {
    let settings = config.db_settings();
    let (clock, entropy) = (outside.clock.clone(), outside.entropy.clone());
    let db = Db::open(&settings, clock, entropy, jobs::subscriptions(config)).await?;
    Migrator::up(db.for_migrations(), None).await?;
    Ok(db)
}

/// The state, with cities and first spaces in place.
///
/// # Errors
/// As [`database`].
pub async fn app(config: Config, outside: Outside) -> Result<App, Fault> {
    let db = database(&config, &outside).await?;
    let instance = instance::ensure(&db).await?;
    first_rows(&db, &config).await?;
    outside.files.claim(&owner(&instance)).await.map_err(Fault::Unavailable)?;
    let called = identity::said(&db).await?.unwrap_or_else(|| config.site.identity());
    let hashes = if config.limits.hashes == 0 { cores() } else { config.limits.hashes };
    Ok(App::new(Shared {
        hasher: Hasher::new(hashes, config.limits.hash_queue),
        hub: Arc::new(Hub::new()),
        limits: Limits::new(config.limits.factor),
        postman: outside.postman,
        translator: outside.translator,
        files: outside.files,
        search: Index::open(&config.data.dir.join("search"), &instance.epoch)?,
        indexing: tokio::sync::Mutex::new(()),
        related: Related::default(),
        rules: rules::Kept::default(),
        pages: PageCache::new(config.cache.pages_mib, db.listen()),
        stop: CancellationToken::new(),
        identity: RwLock::new(Arc::new(called)),
        db,
        instance,
        config,
    }))
}

/// A name of the instance and its history that says nothing of its key.
fn owner(instance: &Instance) -> String {
    instance.secret.seal("files", instance.epoch.as_bytes())
}

async fn first_rows(db: &Db, config: &Config) -> Result<(), Fault> {
    let translated = config.translate.conversations;
    db.write(async |tx: &mut Tx| {
        stoa_exchange::cities::seed(tx).await?;
        stoa_threads::spaces::seed(tx, translated).await
    })
    .await
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
}

/// Serves until told to stop: `serve`, and `demo` with its content.
///
/// # Errors
/// A sentence for the operator.
pub async fn serve(mut config: Config, with_jobs: bool, accept_loss: bool) -> Result<(), String> {
    let _guard = guard(&config)?;
    let lost = sound::ensure(&config, accept_loss)?;
    let listen = &config.server.listen;
    let listener =
        TcpListener::bind(listen).await.map_err(|e| format!("server.listen {listen}: {e}"))?;
    let bound = listener.local_addr().map_err(|e| e.to_string())?;
    public_address(&mut config, bound)?;
    let outside = Outside::real(&config)?;
    if lost {
        go_on(&config, &outside).await?;
    }
    let app = app(config, outside).await.map_err(|fault| format!("database: {fault}"))?;
    if lost {
        crate::copies::left_since(&app).await?;
    }
    // Nothing that was read from the log at this start is read from it at another.
    app.db.empty_log().await.map_err(|fault| format!("database: {fault}"))?;
    sound::ended(&app.config);
    let said = if app.config.demo {
        demo::fill(&app).await.map_err(|f| format!("demo: {f}"))?
    } else {
        Vec::new()
    };
    let mut said = said;
    said.extend(set_up(&app).await.map_err(|fault| format!("database: {fault}"))?);
    let names = Names::new(&app.config.server.public_url, &app.config.server.allowed_hosts, bound);
    let service = router::router(app.clone(), names)?;
    let tasks = spawn(&app, with_jobs)?;
    // Heard from here on, so that nothing can end the program beside its own end.
    let signals = Signals::heard()?;
    sound::begun(&app.config);
    announce(&said, &format!("http://{bound}"));
    let done = run(app.clone(), listener, service, signals).await;
    app.stop.cancel();
    for task in tasks {
        // A task that panicked has said so in the log; the end is the same.
        let _ = tokio::time::timeout(Duration::from_secs(app.config.server.drain_s), task).await;
    }
    sound::ended(&app.config);
    done
}

/// After a loss that was accepted: what is left has to be whole, or no one is served.
async fn go_on(config: &Config, outside: &Outside) -> Result<(), String> {
    let about = |fault: Fault| format!("database: {fault}");
    void(config, outside).await.map_err(about)?;
    let db = database(config, outside).await.map_err(about)?;
    let wrong = db.integrity().await.map_err(about)?;
    match wrong.first() {
        None => Ok(()),
        Some(first) => Err(format!("what is left is not whole ({first}); restore a copy")),
    }
}

/// History is void since something of it is lost: whoever followed it begins again.
///
/// # Errors
/// As [`database`].
pub async fn void(config: &Config, outside: &Outside) -> Result<(), Fault> {
    let db = database(config, outside).await?;
    db.write(async |tx: &mut Tx| {
        instance::new_epoch(tx).await?;
        crate::files::spare(tx).await?;
        tx.run("UPDATE jobs SET lease_until = 0", vec![]).await.map(|_| ())
    })
    .await?;
    let instance = instance::ensure(&db).await?;
    outside.files.take_over(&owner(&instance)).await.map_err(Fault::Unavailable)
}

/// The line that leads to the first administrator, until there is one.
async fn set_up(app: &App) -> Result<Option<String>, Fault> {
    let secret = &app.instance.secret;
    let link = app.db.write(async |tx: &mut Tx| stoa_accounts::first::offer(tx, secret).await);
    Ok(link.await?.map(|token| format!("set-up {}", app.url(&format!("/setup/{token}")))))
}

/// What another process said the instance is called is known here soon after.
async fn follow_name(app: App) {
    let mut look = tokio::time::interval(NAMED);
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            _ = look.tick() => {}
        }
        match identity::said(&app.db).await {
            Ok(Some(said)) if said != *app.site() => app.is_called(said),
            Ok(_) => {}
            Err(fault) => tracing::debug!(cause = %fault, "the site's name was not read"),
        }
    }
}

/// The demonstration stays on this machine; elsewhere lifting all limits is refused.
fn public_address(config: &mut Config, bound: SocketAddr) -> Result<(), String> {
    if config.demo && !bound.ip().is_loopback() {
        return Err("demo: server.listen must be a loopback address".into());
    }
    if config.server.public_url.is_empty() {
        config.server.public_url = format!("http://{bound}");
    }
    if config.limits.factor == 0.0 && !config.on_loopback() {
        return Err("limits.factor: 0 is taken only where server.public_url is loopback".into());
    }
    Ok(())
}

fn spawn(app: &App, with_jobs: bool) -> Result<Vec<tokio::task::JoinHandle<()>>, String> {
    let mut tasks = vec![
        tokio::spawn(live::feed(app.clone())),
        tokio::spawn(search::follow(app.clone())),
        tokio::spawn(wire::listen(app.clone())),
        tokio::spawn(purge::run(app.clone())),
        tokio::spawn(translator::follow(app.clone())),
    ];
    if with_jobs {
        tasks.push(tokio::spawn(jobs::run(app.clone())));
    }
    if !app.config.on_sqlite() {
        tasks.push(tokio::spawn(nodes::run(app.clone())));
        tasks.push(tokio::spawn(nodes::follow_rights(app.clone())));
        tasks.push(tokio::spawn(follow_name(app.clone())));
    }
    let at = &app.config.metrics.listen;
    if !at.is_empty() {
        let address: SocketAddr = at.parse().map_err(|e| format!("metrics.listen: {e}"))?;
        tasks.push(tokio::spawn(metrics(app.clone(), address)));
    }
    Ok(tasks)
}

async fn metrics(app: App, address: SocketAddr) {
    let handle = crate::http::health::recorder();
    let route = axum::routing::get(move || async move { handle.render() });
    let service = axum::Router::new().route("/metrics", route);
    match TcpListener::bind(address).await {
        Ok(listener) => {
            let stop = app.stop.clone();
            let served = axum::serve(listener, service)
                .with_graceful_shutdown(async move { stop.cancelled().await });
            if let Err(error) = served.await {
                tracing::error!(%error, "metrics ended");
            }
        }
        Err(error) => tracing::error!(%error, %address, "metrics.listen cannot be bound"),
    }
}

#[expect(clippy::print_stdout, reason = "the contract's lines for scripts")]
fn announce(said: &[String], url: &str) {
    use std::io::Write;
    for line in said {
        println!("{line}");
    }
    println!("listening {url}");
    // Nobody reads standard output any more: not a reason to stop serving.
    let _ = std::io::stdout().flush();
    let _ = sd_notify::notify(&[sd_notify::NotifyState::Ready]);
}

/// Serves; on SIGTERM or SIGINT no new connection is taken and open requests finish.
async fn run(
    app: App,
    listener: TcpListener,
    service: axum::Router,
    mut signals: Signals,
) -> Result<(), String> {
    let service = service.into_make_service_with_connect_info::<SocketAddr>();
    let stop = app.stop.clone();
    let server = axum::serve(listener, service).with_graceful_shutdown({
        let stop = stop.clone();
        async move { stop.cancelled().await }
    });
    let server = tokio::spawn(async move { server.await });
    signals.next().await;
    tracing::info!("stopping: open requests may finish");
    stop.cancel();
    let drain = Duration::from_secs(app.config.server.drain_s);
    tokio::select! {
        ended = server => ended.map_err(|e| e.to_string())?.map_err(|e| e.to_string()),
        () = tokio::time::sleep(drain) => Ok(()),
        () = signals.next() => Ok(()),
    }
}

/// SIGTERM and SIGINT. Until they are heard, either ends the process where it stands.
struct Signals {
    term: Signal,
    int: Signal,
}

impl Signals {
    fn heard() -> Result<Self, String> {
        let hear = |kind| signal(kind).map_err(|error| format!("signals: {error}"));
        Ok(Self { term: hear(SignalKind::terminate())?, int: hear(SignalKind::interrupt())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.term.recv() => {}
            _ = self.int.recv() => {}
        }
    }
}

/// Jobs alone: a further process beside `serve`, on PostgreSQL.
///
/// # Errors
/// A sentence for the operator.
pub async fn work(config: Config) -> Result<(), String> {
    if config.on_sqlite() {
        return Err("work: a second process needs PostgreSQL (database.url)".into());
    }
    if config.server.public_url.is_empty() {
        return Err("work: server.public_url must be set, letters carry it".into());
    }
    let outside = Outside::real(&config)?;
    let app = app(config, outside).await.map_err(|fault| format!("database: {fault}"))?;
    let running = tokio::spawn(jobs::run(app.clone()));
    tokio::spawn(nodes::run(app.clone()));
    tokio::spawn(purge::run(app.clone()));
    tokio::spawn(translator::follow(app.clone()));
    tokio::spawn(follow_name(app.clone()));
    Signals::heard()?.next().await;
    app.stop.cancel();
    running.await.map_err(|error| error.to_string())
}

/// Brings the schema up to date and ends.
///
/// # Errors
/// A sentence for the operator.
pub async fn migrate(config: Config) -> Result<(), String> {
    let _guard = if config.on_sqlite() { Some(guard(&config)?) } else { None };
    sound::ensure(&config, false)?;
    sound::ended(&config);
    let outside = Outside::real(&config)?;
    database(&config, &outside).await.map(|_| ()).map_err(|fault| format!("database: {fault}"))
}
