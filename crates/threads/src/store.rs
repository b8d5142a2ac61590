//! Rows, and the queries that fetch them. Nobody outside gets round the door.

pub(crate) mod bookmarks;
pub(crate) mod drafts;
pub(crate) mod files;
pub(crate) mod links;
pub(crate) mod people;
pub(crate) mod posts;
pub(crate) mod readings;
pub(crate) mod revisions;
pub(crate) mod rows;
pub(crate) mod spaces;
pub(crate) mod threads;
pub(crate) mod translations;
pub(crate) mod visible;

use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};
use stoa_kernel::{Fault, Reads};

/// Every row of a query.
pub(crate) async fn all<R: FromQueryResult>(
    db: &impl Reads,
    query: &SelectStatement,
) -> Result<Vec<R>, Fault> {
    let found = db.conn().query_all(query).await?;
    found.iter().map(|row| R::from_query_result(row, "").map_err(Fault::from)).collect()
}

/// The first row of a query, if any.
pub(crate) async fn one<R: FromQueryResult>(
    db: &impl Reads,
    query: &SelectStatement,
) -> Result<Option<R>, Fault> {
    let found = db.conn().query_one(query).await?;
    found.map(|row| R::from_query_result(&row, "").map_err(Fault::from)).transpose()
}

/// A condition that always holds, in the words of both databases.
pub(crate) fn always() -> Expr {
    Expr::cust("1 = 1")
}

/// A name read from the database that this program does not know.
pub(crate) fn unknown(what: &str, name: &str) -> Fault {
    Fault::broken(format!("unknown {what} in the database: {name}"))
}
