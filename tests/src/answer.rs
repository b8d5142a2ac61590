//! What a person gets back.

use http::{HeaderMap, StatusCode, header};
use serde_json::Value;

/// What stands before each name where an archive was unpacked.
pub(crate) const FILE: &str = "\n==> ";

/// A response, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// Whether the body holds the text, as it is or escaped as HTML.
    #[must_use]
    pub fn shows(&self, text: &str) -> bool {
        let seen = as_seen(&self.body);
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let numbered = text
            .replace('&', "&#38;")
            .replace('<', "&#60;")
            .replace('>', "&#62;")
            .replace('"', "&#34;")
            .replace('\'', "&#39;");
        [text, &escaped, &numbered].into_iter().any(|form| seen.contains(form))
    }

    /// Where a redirect leads; empty for other answers.
    #[must_use]
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default()
    }

    /// The body as JSON; fails the test when it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {} {}", self.status, self.body))
    }

    /// A file of an archive; fails the test when there is none of that name.
    #[must_use]
    pub fn file(&self, name: &str) -> &str {
        let mut files = self.body.split(FILE);
        let found = files.find_map(|file| file.strip_prefix(name)?.strip_prefix('\n'));
        found.unwrap_or_else(|| panic!("no {name}"))
    }

    /// Fails the test unless the status is this.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}\n{}", self.location(), self.body);
        self
    }

    /// The value of the first hidden field of that name.
    #[must_use]
    pub fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let rest = self.body.split_once(&mark).map(|(_, rest)| rest).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

/// A text without the marks that keep values of messages apart; nobody sees them.
fn as_seen(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
