//! Names used in mentions: made once from the display name, unique when folded.

use stoa_kernel::db::rows;
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Fault, Reads, text};

use super::marks;

const LONGEST: usize = 30;
/// Words that a reader would take for everybody or for those in charge.
const RESERVED: &[&str] = &[
    "admin",
    "administrator",
    "administrators",
    "all",
    "channel",
    "city",
    "curators",
    "everybody",
    "everyone",
    "here",
    "me",
    "member",
    "members",
    "moderator",
    "moderators",
    "stoa",
    "system",
];

#[derive(sea_orm::FromQueryResult)]
struct Row {
    handle_key: String,
}

/// A handle that nobody has: the name in ASCII, or with the next free number behind it.
pub(crate) async fn free(db: &impl Reads, name: &str, id: MemberId) -> Result<String, Fault> {
    let base = base(name);
    let wanted: Vec<String> = candidates(&base, id).collect();
    let sql = format!(
        "SELECT handle_key FROM members WHERE handle_key IN ({}) AND id <> ?",
        marks(wanted.len())
    );
    let mut values: Vec<_> = wanted.iter().map(|handle| handle.clone().into()).collect();
    values.push(id.into());
    let taken: Vec<Row> = rows(db, &sql, values).await?;
    let open = |handle: &String| !taken.iter().any(|row| row.handle_key == **handle);
    let found = wanted.into_iter().find(open);
    found.ok_or_else(|| Fault::broken("no free handle"))
}

fn base(name: &str) -> String {
    let slug = text::slug(name, "member");
    let cut: String = slug.chars().take(LONGEST).collect();
    let cut = cut.trim_matches('-');
    if cut.len() < 2 { format!("member-{cut}") } else { cut.to_owned() }
}

/// The name, the name with 2 to 20, and with the end of the member's id, which no other has.
fn candidates(base: &str, id: MemberId) -> impl Iterator<Item = String> {
    let plain = (!RESERVED.contains(&base)).then(|| base.to_owned());
    let numbered: Vec<String> = (2..=20).map(|n| format!("{base}-{n}")).collect();
    let whole = id.to_string();
    let tail = whole.get(whole.len().saturating_sub(12)..).unwrap_or(&whole);
    plain.into_iter().chain(numbered).chain(std::iter::once(format!("{base}-{tail}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_are_ascii_and_short() {
        assert_eq!(base("Ilze Ozola"), "ilze-ozola");
        assert_eq!(base("雨宮"), "member");
        assert_eq!(base("Ж X"), "member-x");
        assert!(base(&"Long Name ".repeat(9)).len() <= LONGEST);
        let id = MemberId::from_uuid(uuid());
        assert_eq!(candidates("stoa", id).next().as_deref(), Some("stoa-2"));
    }

    fn uuid() -> sea_orm::prelude::Uuid {
        sea_orm::prelude::Uuid::from_u128(7)
    }
}
