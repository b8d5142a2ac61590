//! The labels threads carry: two levels, fourteen and what is below them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use stoa_kernel::Fault;

use crate::model::MOST_THEMES;

/// A theme of the upper level.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Theme {
    /// In addresses and API: `energy`.
    pub slug: String,
    /// Names by locale.
    pub labels: BTreeMap<String, String>,
    /// The themes below it.
    #[serde(default)]
    pub children: Vec<Theme>,
}

impl Theme {
    /// The name in that locale, else in English, else the slug.
    #[must_use]
    pub fn label(&self, locale: &str) -> &str {
        let language = locale.split('-').next().unwrap_or(locale);
        let found = [locale, language, "en"].into_iter().find_map(|tag| self.labels.get(tag));
        found.map_or(&self.slug, String::as_str)
    }
}

static ALL: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    // The file is part of the program; a test reads it.
    serde_json::from_str(include_str!("../data/themes.json")).unwrap_or_default()
});

/// All themes, the upper level with what is below.
#[must_use]
pub fn all() -> &'static [Theme] {
    &ALL
}

/// The theme of that slug, of either level.
#[must_use]
pub fn find(slug: &str) -> Option<&'static Theme> {
    ALL.iter().flat_map(|top| std::iter::once(top).chain(&top.children)).find(|t| t.slug == slug)
}

/// The name of a theme; the slug itself where it is unknown.
#[must_use]
pub fn label<'a>(slug: &'a str, locale: &str) -> &'a str {
    find(slug).map_or(slug, |theme| theme.label(locale))
}

/// The slug of the theme above one of the lower level.
#[must_use]
pub fn above(slug: &str) -> Option<&str> {
    slug.split_once('/').map(|(above, _)| above)
}

/// A theme and all below it, as slugs.
///
/// # Errors
/// [`Fault::Invalid`] in field `theme` for an unknown one.
pub fn family(slug: &str) -> Result<Vec<&'static str>, Fault> {
    let theme = find(slug).ok_or_else(|| Fault::invalid("theme", "threads-theme-unknown"))?;
    Ok(std::iter::once(theme).chain(&theme.children).map(|one| one.slug.as_str()).collect())
}

/// Checks the themes of a thread: known, at most five; answers them once each.
///
/// # Errors
/// [`Fault::Invalid`] in field `themes`.
pub fn check(themes: &[String]) -> Result<Vec<&'static str>, Fault> {
    let found: Option<Vec<_>> = themes.iter().map(|slug| find(slug)).collect();
    let found = found.ok_or_else(|| Fault::invalid("themes", "threads-theme-unknown"))?;
    let mut slugs: Vec<_> = found.into_iter().map(|theme| theme.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    if slugs.len() > MOST_THEMES {
        return Err(Fault::invalid("themes", "threads-themes-many"));
    }
    Ok(slugs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_themes_are_read_and_named_in_every_language() {
        assert_eq!(all().len(), 14);
        for theme in all().iter().flat_map(|top| std::iter::once(top).chain(&top.children)) {
            assert!(
                ["en", "es", "fr", "ar", "ja"].iter().all(|tag| theme.labels.contains_key(*tag)),
                "{theme:?}"
            );
        }
        assert_eq!(label("mobility/parking", "es-AR"), "Aparcamiento");
        assert_eq!(label("nothing", "en"), "nothing");
        assert!(family("mobility").unwrap().contains(&"mobility/parking"));
    }

    #[test]
    fn a_thread_takes_five_known_themes_at_most() {
        let slugs = |n: usize| -> Vec<String> {
            all().iter().take(n).map(|theme| theme.slug.clone()).collect()
        };
        assert_eq!(check(&slugs(5)).unwrap().len(), 5);
        assert!(check(&slugs(6)).is_err());
        assert!(check(&["nonsense".to_owned()]).is_err());
        assert_eq!(check(&["energy".to_owned(), "energy".to_owned()]).unwrap(), ["energy"]);
    }
}
