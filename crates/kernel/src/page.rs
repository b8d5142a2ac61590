//! Lists in pages: a limit, an opaque cursor, the items and where they go on.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Fault;

/// How many items a page may hold, 1 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(u64);

impl Limit {
    /// What a page of the website holds, and the default of the API.
    pub const PAGE: Self = Self(20);
    /// The most of a page.
    pub const MOST: Self = Self(100);

    /// A limit asked for by a client.
    ///
    /// # Errors
    /// [`Fault::Invalid`] outside 1 to 100.
    pub fn parse(asked: Option<u64>) -> Result<Self, Fault> {
        match asked {
            None => Ok(Self::PAGE),
            Some(count @ 1..=100) => Ok(Self(count)),
            Some(_) => Err(Fault::invalid("limit", "core-limit-bad")),
        }
    }

    /// As a number.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page<T> {
    /// The items, at most as many as the limit.
    pub items: Vec<T>,
    /// Where the list goes on; `None` at its end.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Cuts a page out of up to `limit + 1` rows; `key` names the last item's place.
    pub fn cut<K: Serialize>(
        mut rows: Vec<T>,
        limit: Limit,
        list: &str,
        key: impl Fn(&T) -> K,
    ) -> Self {
        let size = usize::try_from(limit.0).unwrap_or(usize::MAX);
        let more = rows.len() > size;
        rows.truncate(size);
        let last = rows.last().filter(|_| more);
        let next = last.map(|item| Cursor::encode(list, &key(item)));
        Self { items: rows, next }
    }

    /// The same page of other items.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next: self.next }
    }
}

/// A place in a list, opaque to clients. It names the list, so that a cursor
/// of one list is not taken for one of another.
#[derive(Debug)]
pub struct Cursor;

impl Cursor {
    /// The cursor for a place.
    #[must_use]
    pub fn encode<K: Serialize>(list: &str, key: &K) -> String {
        let json = serde_json::to_vec(&(list, key)).unwrap_or_default();
        URL_SAFE_NO_PAD.encode(json)
    }

    /// The place a cursor names.
    ///
    /// # Errors
    /// [`Fault::Invalid`] for anything this list did not give out in this shape.
    pub fn decode<K: DeserializeOwned>(list: &str, cursor: &str) -> Result<K, Fault> {
        let bad = || Fault::invalid("cursor", "core-cursor-bad");
        let json = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| bad())?;
        let (of, key): (String, K) = serde_json::from_slice(&json).map_err(|_| bad())?;
        if of == list { Ok(key) } else { Err(bad()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_only_in_its_own_list() {
        let cursor = Cursor::encode("threads", &(5_i64, "x"));
        assert_eq!(Cursor::decode::<(i64, String)>("threads", &cursor).unwrap(), (5, "x".into()));
        assert!(matches!(
            Cursor::decode::<(i64, String)>("cases", &cursor),
            Err(Fault::Invalid(_))
        ));
        assert!(matches!(Cursor::decode::<i64>("threads", "%%%"), Err(Fault::Invalid(_))));
    }

    #[test]
    fn a_page_goes_on_only_when_there_is_more() {
        let limit = Limit::parse(Some(2)).unwrap();
        assert!(Page::cut(vec![1, 2], limit, "n", |n| *n).next.is_none());
        let page = Page::cut(vec![1, 2, 3], limit, "n", |n| *n);
        assert_eq!(page.items, [1, 2]);
        assert_eq!(Cursor::decode::<i32>("n", &page.next.unwrap()).unwrap(), 2);
        assert!(Limit::parse(Some(0)).is_err() && Limit::parse(Some(101)).is_err());
    }
}
