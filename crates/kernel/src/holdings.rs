//! What is kept of a person: every feature declares its tables here, once, for
//! the archive that a person may take along (GDPR, Art. 15 and 20), for what
//! goes when the person leaves (Art. 17), and for the test that walks the
//! schema and asks for both.
//!
//! A declaration names every column: shown in the archive, or withheld with
//! the reason that the archive prints.

use sea_orm::{ConnectionTrait, DbErr, QueryResult, TryGetable, Value};
use serde_json::{Map, Value as Json, json};

use crate::db::{Reads, Tx, statement};
use crate::ids::{self, MemberId};
use crate::{Fault, Time};

/// How a column is read and written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An identifier, printed as in addresses.
    Id,
    /// Text.
    Text,
    /// JSON kept as text.
    Json,
    /// A number of 32 bits.
    Number,
    /// Yes or no.
    Flag,
    /// An instant, printed in UTC after RFC 3339.
    Time,
}

/// A column that the archive shows.
#[derive(Clone, Copy, Debug)]
pub struct Column(pub &'static str, pub Kind);

/// Why a column is not in the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// A password's or link's hash: of use to a thief alone.
    Secret,
    /// It is about somebody else.
    Others,
    /// It says again what another column says, or counts versions.
    Again,
}

/// What becomes of the rows when the person leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// They are deleted.
    Deleted,
    /// These columns are emptied: the part of an `UPDATE` after `SET`.
    Emptied(&'static str),
    /// The feature's own verb sees to them.
    Verb,
    /// They stay, and lead to nobody: the reason.
    Kept(&'static str),
}

/// A table that says something of people.
#[derive(Clone, Copy, Debug)]
pub struct Holding {
    /// The table.
    pub table: &'static str,
    /// What it is called in the archive: `posts` stands in `posts.json`; its sentence in the
    /// catalogues is `rights-file-NAME`.
    pub name: &'static str,
    /// Which rows are the person's, as a condition; `{member}` and `{address}` stand for the
    /// person's number and folded address.
    pub whose: &'static str,
    /// A column that is unique among these rows and gives them their order; `None` for rows that
    /// are few.
    pub key: Option<Column>,
    /// What the archive shows.
    pub shown: &'static [Column],
    /// What it does not, with the reason.
    pub withheld: &'static [(&'static str, Withheld)],
    /// Where a row can be looked at: the beginning of its address, before its `id`.
    pub page: Option<&'static str>,
    /// What becomes of it.
    pub leaving: Leaving,
}

/// Whose rows are meant.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The person.
    pub member: MemberId,
    /// The folded address.
    pub address: String,
}

/// Rows read at a time.
const BATCH: i64 = 500;

/// What was read last, so that the next batch goes on after it.
pub type After = Option<Value>;

impl Holding {
    /// The next rows of a person as JSON objects, and where to go on; `None` at the end.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away, [`Fault::Broken`] for a declaration that
    /// does not fit its table.
    pub async fn read(
        &self,
        db: &impl Reads,
        subject: &Subject,
        after: After,
    ) -> Result<(Vec<Json>, After), Fault> {
        let (condition, mut values) = self.condition(subject);
        let mut sql = format!("SELECT {} FROM {} WHERE {condition}", self.columns(), self.table);
        if let (Some(key), Some(after)) = (self.key, after) {
            sql.push_str(&format!(" AND {} > ?", key.0));
            values.push(after);
        }
        if let Some(key) = self.key {
            sql.push_str(&format!(" ORDER BY {} LIMIT {BATCH}", key.0));
        }
        let conn = db.conn();
        let found =
            conn.query_all_raw(statement(conn.get_database_backend(), &sql, values)).await?;
        let last = found.last().map(|row| self.place(row)).transpose()?.flatten();
        let full = i64::try_from(found.len()).unwrap_or(i64::MAX) >= BATCH;
        let rows: Result<Vec<_>, _> = found.iter().map(|row| self.row(row)).collect();
        Ok((rows?, last.filter(|_| full)))
    }

    /// Does to the person's rows what the declaration says, unless a verb does.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn leave(&self, tx: &Tx, subject: &Subject) -> Result<(), Fault> {
        let (condition, values) = self.condition(subject);
        let sql = match self.leaving {
            Leaving::Deleted => format!("DELETE FROM {} WHERE {condition}", self.table),
            Leaving::Emptied(columns) => {
                format!("UPDATE {} SET {columns} WHERE {condition}", self.table)
            }
            Leaving::Verb | Leaving::Kept(_) => return Ok(()),
        };
        tx.run(&sql, values).await.map(|_| ())
    }

    fn condition(&self, subject: &Subject) -> (String, Vec<Value>) {
        let mut values: Vec<Value> = Vec::new();
        let mut sql = String::new();
        let mut rest = self.whose;
        while let Some(at) = rest.find('{') {
            let (before, from) = rest.split_at(at);
            let (name, after) = from.split_once('}').unwrap_or((from, ""));
            sql.push_str(before);
            sql.push('?');
            values.push(match name {
                "{address" => subject.address.clone().into(),
                _ => subject.member.into(),
            });
            rest = after;
        }
        sql.push_str(rest);
        (sql, values)
    }

    /// The key comes last, where it is not shown by itself.
    fn columns(&self) -> String {
        let shown = self.shown.iter().map(|column| column.0);
        shown.chain(self.hidden_key().map(|key| key.0)).collect::<Vec<_>>().join(", ")
    }

    fn hidden_key(&self) -> Option<Column> {
        self.key.filter(|key| self.shown.iter().all(|column| column.0 != key.0))
    }

    fn place(&self, row: &QueryResult) -> Result<After, Fault> {
        let Some(Column(name, kind)) = self.key else {
            return Ok(None);
        };
        Ok(Some(match kind {
            Kind::Id => row.try_get::<MemberId>("", name)?.into(),
            Kind::Time => row.try_get::<i64>("", name)?.into(),
            Kind::Number => row.try_get::<i32>("", name)?.into(),
            Kind::Text | Kind::Json | Kind::Flag => row.try_get::<String>("", name)?.into(),
        }))
    }

    fn row(&self, row: &QueryResult) -> Result<Json, Fault> {
        let mut object = Map::new();
        for Column(name, kind) in self.shown {
            object.insert((*name).to_owned(), value(row, name, *kind)?);
        }
        if let (Some(page), Some(Json::String(id))) = (self.page, object.get("id")) {
            object.insert("page".to_owned(), json!(format!("{page}{id}")));
        }
        Ok(Json::Object(object))
    }
}

fn value(row: &QueryResult, name: &str, kind: Kind) -> Result<Json, Fault> {
    fn get<T: TryGetable>(row: &QueryResult, name: &str) -> Result<Option<T>, DbErr> {
        row.try_get::<Option<T>>("", name)
    }
    Ok(match kind {
        Kind::Id => json!(get::<uuid::Uuid>(row, name)?.map(ids::encode)),
        Kind::Text => json!(get::<String>(row, name)?),
        Kind::Json => match get::<String>(row, name)? {
            // What cannot be read as JSON is given as it stands rather than left out.
            Some(text) => serde_json::from_str(&text).unwrap_or(Json::String(text)),
            None => Json::Null,
        },
        Kind::Number => json!(get::<i32>(row, name)?),
        Kind::Flag => json!(get::<bool>(row, name)?),
        Kind::Time => json!(get::<i64>(row, name)?.map(Time)),
    })
}

/// What the kernel itself keeps of people.
pub const KERNEL: &[Holding] = &[
    Holding {
        table: "idempotency",
        name: "repeated_requests",
        whose: "member_id = {member}",
        key: Some(Column("key", Kind::Text)),
        shown: &[Column("status", Kind::Number), Column("created_at", Kind::Time)],
        withheld: &[
            ("member_id", Withheld::Again),
            ("key", Withheld::Secret),
            ("fingerprint", Withheld::Secret),
            ("body", Withheld::Again),
        ],
        page: None,
        leaving: Leaving::Deleted,
    },
    Holding {
        table: "site_pages",
        name: "site_pages",
        whose: "written_by = {member}",
        key: None,
        shown: &[
            Column("name", Kind::Text),
            Column("locale", Kind::Text),
            Column("version", Kind::Number),
            Column("markdown", Kind::Text),
            Column("written_at", Kind::Time),
        ],
        withheld: &[("written_by", Withheld::Again)],
        page: None,
        leaving: Leaving::Kept("what the site told its members, and when"),
    },
];
