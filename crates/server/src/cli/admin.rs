//! `stoa admin …`: administration without the web, through the process that
//! serves when one runs.

use std::io::Read;

use clap::Subcommand;
use serde::{Deserialize, Serialize};
use stoa_accounts::admin::{self, Addition};
use stoa_accounts::leaving::{Choice, Wish};
use stoa_kernel::ids::SpaceId;
use stoa_kernel::{Fault, RoleKind, Tx};

use crate::app::App;
use crate::boot::{self, Outside};
use crate::config::Config;
use crate::wire;

/// What follows `stoa admin`.
#[derive(Subcommand)]
pub enum Line {
    /// Members.
    Member {
        #[command(subcommand)]
        command: MemberLine,
    },
    /// Gives a member a role, or takes it.
    Role {
        /// The member's address.
        #[arg(long)]
        email: String,
        /// member, moderator, curator, administrator, participant.
        #[arg(long)]
        role: String,
        /// Only in this space.
        #[arg(long)]
        space: Option<String>,
        /// Takes the role instead.
        #[arg(long)]
        take: bool,
    },
    /// Makes the search index anew from the database.
    Reindex,
    /// Erases a member who asked for it by another way; it cannot be undone.
    Erase {
        /// The member's address.
        #[arg(long)]
        email: String,
        /// Deletes the posts as well; without it they stay, without the name.
        #[arg(long)]
        posts: bool,
        /// Deletes the titles of threads as well.
        #[arg(long, requires = "posts")]
        titles: bool,
    },
    /// Silences a member for some days; 0 lifts it.
    Suspend {
        /// The member's address.
        #[arg(long)]
        email: String,
        /// For how many days.
        #[arg(long, default_value_t = 7)]
        days: u32,
    },
}

/// What follows `stoa admin member`.
#[derive(Subcommand)]
pub enum MemberLine {
    /// Adds a member, confirmed.
    Add {
        /// The address.
        #[arg(long)]
        email: String,
        /// The display name.
        #[arg(long)]
        name: String,
        /// member, moderator, curator, administrator.
        #[arg(long, default_value = "member")]
        role: String,
        /// Only in this space.
        #[arg(long)]
        space: Option<String>,
        /// Reads the password from standard input.
        #[arg(long)]
        password_stdin: bool,
    },
}

/// A command as the socket carries it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Adds a member.
    Add {
        /// The address.
        email: String,
        /// The name.
        name: String,
        /// The role, `member` for none.
        role: String,
        /// A space's slug.
        space: Option<String>,
        /// The password, if one was given.
        password: Option<String>,
    },
    /// Gives or takes a role.
    Role {
        /// The address.
        email: String,
        /// The role.
        role: String,
        /// A space's slug.
        space: Option<String>,
        /// Takes it.
        take: bool,
    },
    /// Makes the search index anew.
    Reindex,
    /// Notes that a copy was made.
    Copied {
        /// When, RFC 3339.
        at: String,
    },
    /// Erases a member.
    Erase {
        /// The address.
        email: String,
        /// The posts too.
        posts: bool,
        /// The titles too.
        titles: bool,
    },
    /// Silences.
    Suspend {
        /// The address.
        email: String,
        /// Days; 0 lifts.
        days: u32,
    },
}

/// Runs a command of the command line: by the process that serves, or here when none does.
///
/// # Errors
/// A sentence for the operator.
pub async fn from_line(config: Config, line: Line) -> Result<(), String> {
    carry_out(config, read(line)?).await
}

async fn carry_out(mut config: Config, command: Command) -> Result<(), String> {
    if let Some(answer) = wire::ask(&config, &command).await {
        return print(&answer?);
    }
    if config.server.public_url.is_empty() {
        config.server.public_url = format!("http://{}", config.server.listen);
    }
    let _guard = if config.on_sqlite() { Some(boot::guard(&config)?) } else { None };
    crate::sound::ensure(&config, false)?;
    crate::sound::ended(&config);
    let outside = Outside::real(&config)?;
    let app = boot::app(config, outside).await.map_err(|fault| format!("database: {fault}"))?;
    print(&run(&app, &command).await?)
}

#[expect(clippy::print_stdout, reason = "the operator asked")]
pub(super) fn print(text: &str) -> Result<(), String> {
    println!("{text}");
    Ok(())
}

fn read(line: Line) -> Result<Command, String> {
    Ok(match line {
        Line::Member { command: MemberLine::Add { email, name, role, space, password_stdin } } => {
            let password = password_stdin.then(password).transpose()?;
            Command::Add { email, name, role, space, password }
        }
        Line::Role { email, role, space, take } => Command::Role { email, role, space, take },
        Line::Reindex => Command::Reindex,
        Line::Erase { email, posts, titles } => Command::Erase { email, posts, titles },
        Line::Suspend { email, days } => Command::Suspend { email, days },
    })
}

fn password() -> Result<String, String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).map_err(|error| error.to_string())?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

/// Carries a command out.
///
/// # Errors
/// A sentence for the operator.
pub async fn run(app: &App, command: &Command) -> Result<String, String> {
    let done = match command {
        Command::Copied { at } => crate::copies::made(&app.db, at).await.map(|()| at.clone()),
        Command::Add { email, name, role, space, password } => {
            add(app, email, name, (role, space.as_deref()), password.as_deref()).await
        }
        Command::Role { email, role, space, take } => {
            change_role(app, email, role, space.as_deref(), *take).await
        }
        Command::Reindex => {
            crate::search::make_anew(app).await.map(|posts| format!("{posts} posts"))
        }
        Command::Erase { email, posts, titles } => erase(app, email, *posts, *titles).await,
        Command::Suspend { email, days } => suspend(app, email, *days).await,
    };
    done.map_err(|fault| words(app, &fault))
}

/// A fault in the words of the instance's language.
fn words(app: &App, fault: &Fault) -> String {
    let Some(locale) = stoa_render::locale(&app.site().language) else {
        return fault.to_string();
    };
    let w = locale.words();
    match fault {
        Fault::Invalid(problems) => {
            let each = problems.0.iter().map(|problem| {
                let text = w.with(problem.key, &crate::http::refusal::arguments(problem));
                format!("{}: {text}", problem.field)
            });
            each.collect::<Vec<_>>().join("; ")
        }
        Fault::NotFound => w.say("core-refused-not-found"),
        Fault::Forbidden(key) | Fault::Conflict(key) => w.say(key),
        other => other.to_string(),
    }
}

fn kind(role: &str) -> Result<Option<RoleKind>, Fault> {
    match role {
        "member" => Ok(None),
        name => RoleKind::parse(name).map(Some).ok_or(Fault::invalid("role", "core-role-unknown")),
    }
}

async fn space_id(app: &App, slug: Option<&str>) -> Result<Option<SpaceId>, Fault> {
    match slug {
        None => Ok(None),
        Some(slug) => {
            let found = stoa_threads::spaces::id_of(&app.db, slug).await?;
            found.map(Some).ok_or(Fault::NotFound)
        }
    }
}

async fn add(
    app: &App,
    email: &str,
    name: &str,
    (role, space): (&str, Option<&str>),
    password: Option<&str>,
) -> Result<String, Fault> {
    let (kind, space) = (kind(role)?, space_id(app, space).await?);
    let hash = match password {
        Some(text) => {
            let password = stoa_accounts::Password::parse(text, email, name)?;
            Some(app.hasher.hash(&password).await?)
        }
        None => None,
    };
    let locale = app.site().language.clone();
    let addition = Addition::parse(email, name, &locale, hash)?;
    let id = app.db.write(async |tx: &mut Tx| {
        let id = admin::add(tx, &addition).await?;
        if let Some(kind) = kind {
            admin::give(tx, id, kind, space).await?;
        }
        Ok(id)
    });
    Ok(format!("member {}", id.await?))
}

async fn change_role(
    app: &App,
    email: &str,
    role: &str,
    space: Option<&str>,
    take: bool,
) -> Result<String, Fault> {
    let kind = kind(role)?.ok_or(Fault::invalid("role", "core-role-unknown"))?;
    let space = space_id(app, space).await?;
    app.db
        .write(async |tx: &mut Tx| {
            let id = admin::by_email(tx, email).await?;
            if take {
                admin::take(tx, id, kind, space).await
            } else {
                admin::give(tx, id, kind, space).await
            }
        })
        .await?;
    Ok("done".to_owned())
}

/// The account is emptied here; texts follow where jobs run.
async fn erase(app: &App, email: &str, posts: bool, titles: bool) -> Result<String, Fault> {
    let id = admin::by_email(&app.db, email).await?;
    let choice = if posts { Choice::Delete } else { Choice::Keep };
    crate::leaving::erase_member(app, id, Wish { choice, titles }).await?;
    Ok("done; texts follow where background jobs run".to_owned())
}

async fn suspend(app: &App, email: &str, days: u32) -> Result<String, Fault> {
    app.db
        .write(async |tx: &mut Tx| {
            let id = admin::by_email(tx, email).await?;
            admin::suspend(tx, id, days).await
        })
        .await?;
    Ok("done".to_owned())
}
