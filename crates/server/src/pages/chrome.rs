//! What every page shows around its own content.

use stoa_kernel::Fault;
use stoa_render::{LOCALES, Locale, Words};

use crate::app::App;
use crate::http::Visitor;

/// The signed-in member in the header.
#[derive(Clone, Debug)]
pub struct Me {
    /// The id, as addresses spell it.
    pub id: String,
    /// The display name.
    pub name: String,
    /// Up to two letters.
    pub initials: String,
    /// Moderates somewhere.
    pub moderator: bool,
    /// Administers the instance.
    pub administrator: bool,
}

/// A message the page before left.
#[derive(Clone, Debug)]
pub struct Flash {
    /// `ok`, `wait`, `stop` or `info`.
    pub kind: &'static str,
    /// Its sentence.
    pub text: String,
}

/// The frame of a page; `web/templates/layout.html` prints it.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The page's language.
    pub locale: Locale,
    /// Its catalogue.
    pub w: Words,
    /// The instance's name.
    pub site: String,
    /// Who is signed in.
    pub member: Option<Me>,
    /// Unread notices.
    pub inbox: u64,
    /// Open cases the member may decide.
    pub cases: u64,
    /// A message.
    pub flash: Option<Flash>,
    /// This is the demonstration.
    pub demo: bool,
    /// Path and query of the page.
    pub path: String,
    /// Languages to choose from: code and endonym.
    pub languages: Vec<(String, String)>,
    /// `light`, `dark`, or empty for the reader's own setting.
    pub theme: String,
    /// Loads the live script.
    pub live: bool,
    /// Single-letter keys are on.
    pub keys: bool,
    /// The browser asks for this language and the page is in another.
    pub prefers: Option<Locale>,
}

impl Chrome {
    /// The frame for a visitor, with the counts of the header.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn of(app: &App, visitor: &Visitor) -> Result<Self, Fault> {
        let counts = super::counts::of(app, visitor).await?;
        Ok(Self { inbox: counts.inbox, cases: counts.cases, ..Self::bare(app, visitor) })
    }

    /// As [`Chrome::of`], where it is known already how many cases wait.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn with_cases(app: &App, visitor: &Visitor, cases: u64) -> Result<Self, Fault> {
        let inbox = stoa_digests::notices::unread(&app.db, &visitor.actor).await?;
        Ok(Self { inbox, cases, ..Self::bare(app, visitor) })
    }

    /// The frame without counts: for guests, and for errors when the database may be away.
    #[must_use]
    pub fn bare(app: &App, visitor: &Visitor) -> Self {
        let w = visitor.words();
        Self {
            locale: visitor.locale,
            w,
            site: app.site().name.clone(),
            member: me(visitor),
            inbox: 0,
            cases: 0,
            flash: visitor.flash.map(|key| Flash { kind: kind(key), text: w.say(key) }),
            demo: app.config.demo,
            path: visitor.path.clone(),
            languages: LOCALES
                .iter()
                .map(|l| (l.code().to_owned(), l.endonym().to_owned()))
                .collect(),
            theme: visitor.me.as_ref().map_or("", |me| me.theme.attribute()).to_owned(),
            live: visitor.me.is_some(),
            keys: visitor.me.as_ref().is_some_and(|me| me.keys_enabled),
            prefers: visitor.prefers.filter(|wanted| *wanted != visitor.locale),
        }
    }

    /// The same frame with the live script.
    #[must_use]
    pub fn with_live(mut self) -> Self {
        self.live = true;
        self
    }

    /// The hashed address of a style, script or face.
    #[must_use]
    pub fn href(&self, name: &str) -> &'static str {
        stoa_render::assets::href(name)
    }

    /// This page in another language.
    #[must_use]
    pub fn lang_href(&self, code: &str) -> String {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
        let pairs: Vec<String> = kept.map(str::to_owned).chain([format!("lang={code}")]).collect();
        format!("{path}?{}", pairs.join("&"))
    }
}

fn me(visitor: &Visitor) -> Option<Me> {
    let me = visitor.me.as_ref()?;
    Some(Me {
        id: me.id.to_string(),
        name: me.name.clone(),
        initials: initials(&me.name),
        moderator: !visitor.actor.moderates().is_empty(),
        administrator: visitor.actor.who().administers(),
    })
}

/// The first letters of the first and last word of a name.
#[must_use]
pub fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
    let letters = ends.into_iter().flatten().filter_map(|word| word.chars().next());
    letters.flat_map(char::to_uppercase).collect()
}

fn kind(key: &str) -> &'static str {
    match key {
        "flash-held" | "flash-edit-held" | "flash-joined" | "flash-link-sent" => "wait",
        _ => "ok",
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_come_from_first_and_last_name() {
        assert_eq!(initials("Ilze Anna Ozola"), "IO");
        assert_eq!(initials("中村"), "中");
        assert_eq!(initials(""), "");
    }
}
