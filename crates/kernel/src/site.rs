//! Pages of the instance itself, which its administrators write: terms, privacy,
//! contact points, accessibility statement, help.
//!
//! Every wording is kept with who wrote it and when: what a member agreed to can
//! be read later. A wording names the one it was written upon, so that of two
//! administrators the second meets the first.

use sea_orm::FromQueryResult;

use crate::db::{Reads, Tx, rows};
use crate::ids::MemberId;
use crate::policy::Action;
use crate::{Actor, Fault, Time, text};

/// The longest page, in bytes of its Markdown.
pub const LONGEST: usize = 64 * 1024;

/// A page of the instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SitePage {
    /// What members agree to.
    Terms,
    /// What is kept of whom, why, how long, and whom to ask.
    Privacy,
    /// Whom authorities and users reach (DSA, Art. 11 and 12), and who runs the site.
    Contact,
    /// How far the site can be used by everybody (Directive (EU) 2016/2102, Art. 7).
    Accessibility,
    /// How things work here.
    Help,
}

impl SitePage {
    /// Every page, in the order of the footer.
    pub const ALL: [Self; 5] =
        [Self::Terms, Self::Privacy, Self::Contact, Self::Accessibility, Self::Help];

    /// Its name in addresses and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terms => "terms",
            Self::Privacy => "privacy",
            Self::Contact => "contact",
            Self::Accessibility => "accessibility",
            Self::Help => "help",
        }
    }

    /// The page of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }
}

/// A page as it was written last in a language.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Written {
    /// The language.
    pub locale: String,
    /// Which wording it is, from 1.
    pub version: i32,
    /// The text.
    pub markdown: String,
    /// Who wrote it.
    pub written_by: MemberId,
    /// When.
    pub written_at: Time,
}

/// The newest wording of a page in each language it was written in; an emptied one is left out.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn written(db: &impl Reads, page: SitePage) -> Result<Vec<Written>, Fault> {
    let sql = "SELECT locale, version, markdown, written_by, written_at FROM site_pages p \
               WHERE name = ? AND version = (SELECT MAX(o.version) FROM site_pages o \
               WHERE o.name = p.name AND o.locale = p.locale) ORDER BY locale";
    let found: Vec<Written> = rows(db, sql, vec![page.name().into()]).await?;
    Ok(found.into_iter().filter(|page| !page.markdown.is_empty()).collect())
}

/// The wording to read for somebody: in his language, else in the instance's, else in any.
#[must_use]
pub fn best<'w>(written: &'w [Written], locale: &str, instance: &str) -> Option<&'w Written> {
    let of = |tag: &str| written.iter().find(|page| page.locale == tag);
    of(locale).or_else(|| of(instance)).or_else(|| written.first())
}

/// A page was written, or somebody was first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrote {
    /// It stands.
    Done,
    /// This was written meanwhile; nothing was changed.
    Stale(Written),
}

/// Writes a page in a language, upon the wording of `version` (0 where there was none). An empty
/// text takes the page back.
///
/// # Errors
/// [`Fault::Forbidden`] for others than administrators, [`Fault::Invalid`] in field `body` for a
/// text that is too long.
pub async fn write(
    tx: &mut Tx,
    actor: &Actor,
    page: SitePage,
    locale: &str,
    version: i32,
    typed: &str,
) -> Result<Wrote, Fault> {
    let me = actor.signed_in()?;
    actor.may(Action::Administer)?;
    let markdown = text::body(typed);
    if markdown.len() > LONGEST {
        return Err(Fault::invalid("body", "site-text-long"));
    }
    let stands = newest(tx, page, locale).await?;
    let number = stands.as_ref().map_or(0, |there| there.version);
    if let Some(there) = stands.filter(|there| there.version != version) {
        return Ok(Wrote::Stale(there));
    }
    let wording = Written {
        locale: locale.to_owned(),
        version: number + 1,
        markdown: markdown.trim().to_owned(),
        written_by: me,
        written_at: tx.now(),
    };
    keep(tx, page, wording).await
}

/// Keeps a wording, unless another took its number between the look and the writing.
async fn keep(tx: &Tx, page: SitePage, wording: Written) -> Result<Wrote, Fault> {
    let sql = "INSERT INTO site_pages (name, locale, version, markdown, written_by, written_at) \
               VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    let locale = wording.locale.clone();
    let values = vec![
        page.name().into(),
        wording.locale.into(),
        wording.version.into(),
        wording.markdown.into(),
        wording.written_by.into(),
        wording.written_at.into(),
    ];
    if tx.run(sql, values).await?.rows_affected() == 1 {
        return Ok(Wrote::Done);
    }
    newest(tx, page, &locale).await?.map_or_else(
        || Err(Fault::broken("a wording was neither kept nor there")),
        |there| Ok(Wrote::Stale(there)),
    )
}

/// The newest wording in a language, an emptied one included.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn newest(
    db: &impl Reads,
    page: SitePage,
    locale: &str,
) -> Result<Option<Written>, Fault> {
    let sql = "SELECT locale, version, markdown, written_by, written_at FROM site_pages \
               WHERE name = ? AND locale = ? ORDER BY version DESC LIMIT 1";
    let found: Vec<Written> = rows(db, sql, vec![page.name().into(), locale.into()]).await?;
    Ok(found.into_iter().next())
}
