//! What ends a verb or a view before its outcome.

use std::fmt::{self, Display, Formatter};

use sea_orm::{DbErr, RuntimeErr, SqlErr};

use crate::Time;

/// A value inside a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
}

impl From<i64> for Detail {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl From<String> for Detail {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

/// One thing wrong with one field: a key into the catalogues and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field's name in the form or the JSON body.
    pub field: &'static str,
    /// The message's key.
    pub key: &'static str,
    /// Values for the message, by name.
    pub details: Vec<(&'static str, Detail)>,
}

/// All that is wrong with an input, collected before anything is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes a problem.
    pub fn add(&mut self, field: &'static str, key: &'static str) {
        self.0.push(Problem { field, key, details: Vec::new() });
    }

    /// Notes a problem whose message carries values.
    pub fn add_with(
        &mut self,
        field: &'static str,
        key: &'static str,
        details: Vec<(&'static str, Detail)>,
    ) {
        self.0.push(Problem { field, key, details });
    }

    /// `Ok` when nothing is wrong.
    ///
    /// # Errors
    /// [`Fault::Invalid`] with everything that was noted.
    pub fn into_result(self) -> Result<(), Fault> {
        if self.0.is_empty() { Ok(()) } else { Err(Fault::Invalid(self)) }
    }
}

/// Why a verb or view ended early. Categories, not cases: a case is a key.
#[derive(Debug)]
pub enum Fault {
    /// The input is wrong; every problem is named.
    Invalid(Problems),
    /// It does not exist, or must not be known to exist.
    NotFound,
    /// It exists, but this person may not; the key says why.
    Forbidden(&'static str),
    /// It contradicts what is there; the key says what.
    Conflict(&'static str),
    /// Too often; may be tried again at the instant.
    TooSoon(Time),
    /// The database (or what the act needs) is away or full; may be tried again soon.
    Unavailable(String),
    /// A fault of ours.
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

impl Fault {
    /// One problem in one field.
    #[must_use]
    pub fn invalid(field: &'static str, key: &'static str) -> Self {
        let mut problems = Problems::default();
        problems.add(field, key);
        Self::Invalid(problems)
    }

    /// A fault of ours, from a sentence for the log.
    pub fn broken(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Broken(cause.into())
    }

    /// The transaction lost a race (a unique index was filled in between) and is to be run again.
    #[must_use]
    pub fn again() -> Self {
        Self::Unavailable(AGAIN.to_owned())
    }

    /// Whether the database asks for the same transaction again (a deadlock, a lost race).
    #[must_use]
    pub(crate) fn asks_again(&self) -> bool {
        matches!(self, Self::Unavailable(why) if why == AGAIN)
    }
}

const AGAIN: &str = "transaction must be repeated";

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(problems) => write!(f, "invalid input: {:?}", problems.0),
            Self::NotFound => f.write_str("not found"),
            Self::Forbidden(key) => write!(f, "forbidden: {key}"),
            Self::Conflict(key) => write!(f, "conflict: {key}"),
            Self::TooSoon(until) => write!(f, "too soon, again at {}", until.timestamp()),
            Self::Unavailable(why) => write!(f, "unavailable: {why}"),
            Self::Broken(cause) => write!(f, "broken: {cause}"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<DbErr> for Fault {
    fn from(error: DbErr) -> Self {
        match &error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(error.to_string()),
            DbErr::Query(cause) | DbErr::Exec(cause) => from_driver(cause, &error),
            _ => Self::broken(error.to_string()),
        }
    }
}

fn from_driver(cause: &RuntimeErr, error: &DbErr) -> Fault {
    let RuntimeErr::SqlxError(driver) = cause else {
        return Fault::broken(error.to_string());
    };
    match driver.as_ref() {
        sqlx::Error::Database(database) => {
            from_code(database.code().as_deref().unwrap_or_default(), error)
        }
        sqlx::Error::Io(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::Protocol(_)
        | sqlx::Error::WorkerCrashed => Fault::Unavailable(error.to_string()),
        _ => Fault::broken(error.to_string()),
    }
}

/// Codes: PostgreSQL's SQLSTATE classes (40 lost race, 08 connection, 53
/// resources, 57 operator), SQLite's primary result code in the low byte
/// (5 busy, 6 locked, 8 read-only, 10 I/O, 13 full, 14 cannot open).
fn from_code(code: &str, error: &DbErr) -> Fault {
    if matches!(code, "40001" | "40P01") {
        return Fault::Unavailable(AGAIN.to_owned());
    }
    let sqlite = code.parse::<u32>().map(|full| full & 0xff).unwrap_or(0);
    let class = code.get(..2).unwrap_or_default();
    let away = code.len() == 5 && matches!(class, "08" | "53" | "57");
    if away || (code.len() != 5 && matches!(sqlite, 5 | 6 | 8 | 10 | 13 | 14)) {
        return Fault::Unavailable(error.to_string());
    }
    Fault::broken(error.to_string())
}

/// Whether the error is a broken unique constraint or index, by its name
/// (PostgreSQL tells the name, SQLite the `table.column`s: both are looked for).
#[must_use]
pub fn violates(error: &DbErr, index: &str, columns: &str) -> bool {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(text)) => {
            text.contains(index) || text.contains(columns)
        }
        _ => false,
    }
}
