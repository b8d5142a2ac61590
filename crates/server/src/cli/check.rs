//! `stoa check`: what is wrong, in words, before anybody meets it.

use sea_orm_migration::MigratorTrait;
use stoa_kernel::{Db, jobs};
use stoa_migrations::Migrator;

use crate::boot::{self, Outside};
use crate::config::Config;
use crate::files::{self, Store};
use crate::{nodes, sound};

/// Looks at configuration, database and mail; the error lists everything that is wrong.
pub(super) async fn run(mut config: Config, deep: bool) -> Result<(), String> {
    if config.server.public_url.is_empty() {
        config.server.public_url = format!("http://{}", config.server.listen);
    }
    let outside = Outside::real(&config)?;
    let mut wrong = Vec::new();
    if let Err(why) = database(&config, &outside, deep).await {
        wrong.extend(why);
    }
    if let Err(why) = nodes::check(&config.bus).await {
        wrong.push(format!("bus.url: {why}"));
    }
    if let Err(why) = outside.postman.check().await {
        wrong.push(format!("mail.url: {why}"));
    }
    if let Err(why) = outside.files.check().await {
        wrong.push(format!("files.url: {why}"));
    }
    if let Err(why) = outside.translator.languages().await {
        wrong.push(format!("translate.url: {why}"));
    }
    match wrong.is_empty() {
        true => report("configuration, database, files and mail are in order"),
        false => Err(wrong.join("\nstoa: ")),
    }
}

#[expect(clippy::print_stdout, reason = "the operator asked")]
fn report(sentence: &str) -> Result<(), String> {
    println!("{sentence}");
    Ok(())
}

async fn database(config: &Config, outside: &Outside, deep: bool) -> Result<(), Vec<String>> {
    let settings = config.db_settings();
    if let Some(path) = settings.url.strip_prefix("sqlite://")
        && !std::path::Path::new(path).exists()
    {
        return Err(vec![format!(
            "database.url: {path} does not exist yet; `stoa serve` makes it"
        )]);
    }
    // While nobody serves, the log tells what was lost; opening the database would use it up.
    if config.on_sqlite()
        && let Ok(guard) = boot::guard(config)
    {
        let loss = sound::look(config).map_err(|why| vec![why])?;
        if let Some(loss) = loss {
            return Err(vec![format!("database: {loss}")]);
        }
        sound::ended(config);
        drop(guard);
    }
    let (clock, entropy) = (outside.clock.clone(), outside.entropy.clone());
    let opened = Db::open(&settings, clock, entropy, stoa_kernel::Subscriptions::default()).await;
    let db = opened.map_err(|fault| vec![format!("database.url: {fault}")])?;
    let mut wrong = Vec::new();
    match Migrator::get_pending_migrations(db.for_migrations()).await {
        Ok(pending) if pending.is_empty() => {}
        Ok(pending) => {
            wrong.push(format!("database: {} migrations wait; run `stoa migrate`", pending.len()))
        }
        Err(error) => wrong.push(format!("database: {error}")),
    }
    if wrong.is_empty() {
        wrong.extend(rows(&db, deep).await);
        if deep {
            wrong.extend(bytes(&db, &outside.files).await);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Files of people whose bytes are not there.
async fn bytes(db: &Db, store: &Store) -> Vec<String> {
    match files::missing(db, store).await {
        Ok(missing) => {
            missing.iter().map(|id| format!("files: the bytes of {id} are not there")).collect()
        }
        Err(fault) => vec![format!("files: {fault}")],
    }
}

async fn rows(db: &Db, deep: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    match jobs::backlog(db).await {
        Ok(backlog) if backlog.dead > 0 => {
            wrong.push(format!("jobs: {} were laid aside; see /admin/jobs", backlog.dead));
        }
        Ok(_) => {}
        Err(fault) => wrong.push(format!("jobs: {fault}")),
    }
    if deep {
        match db.integrity().await {
            Ok(found) => wrong.extend(found.into_iter().map(|line| format!("database: {line}"))),
            Err(fault) => wrong.push(format!("database: {fault}")),
        }
        match stoa_threads::recount::differences(db).await {
            Ok(found) => wrong.extend(found),
            Err(fault) => wrong.push(format!("threads: {fault}")),
        }
        match stoa_moderation::chain::verify(db).await {
            Ok(found) => wrong.extend(found),
            Err(fault) => wrong.push(format!("moderation log: {fault}")),
        }
    }
    wrong
}
