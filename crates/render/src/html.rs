//! The one type that templates print without escaping.

use std::fmt;

use askama::filters::HtmlSafe;
use serde::Serialize;

/// HTML that is ready for a page: sanitised, or made of escaped parts.
///
/// The field is private. Values come from [`crate::prose::render`], from
/// [`crate::Words::rich`] and [`crate::Words::time_tag`], and from the constructors here;
/// askama prints them unescaped, everything else it escapes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// HTML read back from a column that only [`crate::prose::render`] writes.
    ///
    /// Nothing else may go through here: the text is trusted as it stands. The name is meant to
    /// be searched for in reviews.
    pub fn sanitised_earlier(stored: String) -> Self {
        Self(stored)
    }

    /// Plain text, escaped.
    pub fn text(plain: &str) -> Self {
        let mut html = String::with_capacity(plain.len());
        escape(&mut html, plain);
        Self(html)
    }

    /// A link with escaped text, for [`crate::Words::rich`].
    ///
    /// `href` must be an own path (`/…`, `?…`, `#…`), `http(s):` or `mailto:`; anything else
    /// yields the text alone.
    pub fn link(href: &str, text: &str) -> Self {
        Self::anchor(href, text, None)
    }

    /// As [`SafeHtml::link`], of a title that somebody wrote in a language (a BCP 47 tag).
    pub fn title(href: &str, title: &str, language: &str) -> Self {
        Self::anchor(href, title, Some(language))
    }

    fn anchor(href: &str, text: &str, language: Option<&str>) -> Self {
        if !is_plain_href(href) {
            return Self::text(text);
        }
        let mut html = String::from("<a href=\"");
        escape(&mut html, href);
        if let Some(language) = language {
            html.push_str("\" dir=\"auto\" lang=\"");
            escape(&mut html, language);
        }
        html.push_str("\">");
        escape(&mut html, text);
        html.push_str("</a>");
        Self(html)
    }

    /// JSON as the text of a script element that is data: what could end the element, or a line
    /// of a script, is written by its number.
    pub fn script_data(json: &str) -> Self {
        let text = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
        Self(text.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
    }

    /// The HTML, to be stored or sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML without its guard, to be stored.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// HTML made inside this crate of escaped parts only.
    pub(crate) fn made_here(html: String) -> Self {
        Self(html)
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for SafeHtml {}

/// Appends `plain` with `& < > " '` written as character references, so that it may stand
/// between tags and inside quoted attributes.
pub(crate) fn escape(html: &mut String, plain: &str) {
    for letter in plain.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}

fn is_plain_href(href: &str) -> bool {
    let own = href.starts_with(['/', '?', '#']) && !href.starts_with("//");
    let known = ["https://", "http://", "mailto:"];
    own || known.iter().any(|scheme| href.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(
            SafeHtml::text("<b>\"Zoë\" & 'co'</b>").as_str(),
            "&lt;b&gt;&quot;Zoë&quot; &amp; &#39;co&#39;&lt;/b&gt;"
        );
    }

    #[test]
    fn links_to_scripts_become_text() {
        assert_eq!(SafeHtml::link("javascript:alert(1)", "a").as_str(), "a");
        assert_eq!(SafeHtml::link("//evil.example", "a").as_str(), "a");
        assert_eq!(
            SafeHtml::link("/p/1?x=\"y\"", "<a>").as_str(),
            "<a href=\"/p/1?x=&quot;y&quot;\">&lt;a&gt;</a>"
        );
    }
}
