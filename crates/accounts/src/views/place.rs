//! The people of a place.

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::CityId;
use stoa_kernel::{Fault, Limit, Reads, text};

use crate::model::Card;
use crate::store::members::{CARD, CardRow};

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

/// Up to `limit` people of a city, and how many there are: those who speak for it first, then
/// those who live there, by name. Seen by everybody, as each one's own page is.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn by_city(
    db: &impl Reads,
    city: CityId,
    limit: Limit,
) -> Result<(Vec<Card>, i64), Fault> {
    const HERE: &str = "m.city_id = ? AND m.confirmed_at IS NOT NULL AND m.state = 'active'";
    let sql = format!("SELECT COUNT(*) AS count FROM members m WHERE {HERE}");
    let counted: Vec<Count> = rows(db, &sql, vec![city.into()]).await?;
    let sql = format!(
        "SELECT {CARD} FROM members m WHERE {HERE} \
         ORDER BY CASE m.tie WHEN 'city' THEN 0 ELSE 1 END, m.name_key, m.id LIMIT ?"
    );
    let limit = i64::try_from(limit.get()).unwrap_or(i64::MAX);
    let found: Vec<CardRow> = rows(db, &sql, vec![city.into(), limit.into()]).await?;
    let cards: Result<Vec<_>, _> = found.into_iter().map(CardRow::card).collect();
    Ok((cards?, counted.first().map_or(0, |one| one.count)))
}

/// Up to `limit` people with a word of whose name, or whose handle, begins so; by name. Seen by
/// everybody, as each one's own page is.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn named(db: &impl Reads, typed: &str, limit: Limit) -> Result<Vec<Card>, Fault> {
    let wanted = text::plain(typed.trim().trim_start_matches('@'));
    if wanted.chars().count() < 2 {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {CARD} FROM members m WHERE m.confirmed_at IS NOT NULL AND m.state = 'active' \
         AND (m.name_key LIKE ? ESCAPE '!' OR m.name_key LIKE ? ESCAPE '!' \
         OR m.handle_key LIKE ? ESCAPE '!') ORDER BY m.name_key, m.id LIMIT ?"
    );
    let (begins, word) = super::beginnings(&wanted);
    let most = i64::try_from(limit.get()).unwrap_or(i64::MAX);
    let values = vec![begins.clone().into(), word.into(), begins.into(), most.into()];
    let found: Vec<CardRow> = rows(db, &sql, values).await?;
    found.into_iter().map(CardRow::card).collect()
}
