//! Forms: fields, choices, what is wrong with them, and the place to write in.

use super::Tongue;
use crate::pages::moments::MomentView;
use jiff::Timestamp;
use stoa_render::{SafeHtml, Words};

/// A field of a form. `name` is also its id, and `name-hint`, `name-error` those
/// of its sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The name it is sent under.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// A sentence under the label; empty for none.
    pub hint: String,
    /// What is wrong with it; empty for nothing.
    pub error: String,
    /// What was typed.
    pub value: String,
    /// The type of an `input`.
    pub kind: &'static str,
    /// The `autocomplete` token; empty for none.
    pub autocomplete: &'static str,
    /// Whether it must be filled.
    pub required: bool,
    /// How many characters it takes; 0 for no limit.
    pub most: u32,
    /// How many lines a text area shows at first.
    pub rows: u32,
}

impl Field {
    /// A line of text that must be filled.
    pub fn text(name: &'static str, label: impl Into<String>) -> Self {
        Self { name, label: label.into(), kind: "text", required: true, rows: 5, ..Self::default() }
    }

    /// An e-mail address.
    pub fn email(name: &'static str, label: impl Into<String>) -> Self {
        Self { kind: "email", autocomplete: "email", most: 254, ..Self::text(name, label) }
    }

    /// A password: `current-password` or `new-password` for `autocomplete`.
    pub fn password(
        name: &'static str,
        label: impl Into<String>,
        autocomplete: &'static str,
    ) -> Self {
        Self { kind: "password", autocomplete, ..Self::text(name, label) }
    }

    /// With a sentence under the label.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With what was typed before.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// With what is wrong, if anything.
    #[must_use]
    pub fn error(mut self, error: Option<impl Into<String>>) -> Self {
        self.error = error.map(Into::into).unwrap_or_default();
        self
    }

    /// May stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// With the `autocomplete` token of the HTML standard.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// With at most so many characters.
    #[must_use]
    pub fn most(mut self, characters: u32) -> Self {
        self.most = characters;
        self
    }

    /// With so many lines shown.
    #[must_use]
    pub fn rows(mut self, rows: u32) -> Self {
        self.rows = rows;
        self
    }

    /// The ids of its sentences, for `aria-describedby`; empty for none.
    #[must_use]
    pub fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let error = (!self.error.is_empty()).then(|| format!("{}-error", self.name));
        [hint, error].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// One answer to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A sentence under it; empty for none.
    pub hint: String,
    /// The language of the label where it is not the page's; empty otherwise.
    pub lang: String,
    /// Whether it is chosen now.
    pub chosen: bool,
}

impl Choice {
    /// An answer, chosen if its value is the `chosen` one.
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: &str) -> Self {
        let value = value.into();
        Self { chosen: value == chosen, value, label: label.into(), ..Self::default() }
    }

    /// A language under its own name.
    #[must_use]
    pub fn tongue(tongue: &Tongue, chosen: &str) -> Self {
        let choice = Self::new(tongue.code.as_str(), tongue.endonym.as_str(), chosen);
        Self { lang: tongue.code.clone(), ..choice }
    }
}

/// Something wrong in a form, for the list at its top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id of the field; empty where the whole form is meant.
    pub field: String,
    /// What to do about it.
    pub text: String,
}

/// The place to write in.
#[derive(Clone, Debug, Default)]
pub struct ComposerView {
    /// Where the form is posted; `act` is `preview` or `send`.
    pub action: String,
    /// The id of the text area.
    pub id: &'static str,
    /// The label of the text area.
    pub label: String,
    /// The words of the button that sends.
    pub submit: String,
    /// Makes sending twice the same as once.
    pub once: String,
    /// The version that is edited.
    pub version: Option<i64>,
    /// The id of the post that is answered; empty for none.
    pub reply_to: String,
    /// What is said above the text: "In reply to …".
    pub reply_note: Option<String>,
    /// What was typed.
    pub body: String,
    /// What is wrong with it; empty for nothing.
    pub error: String,
    /// Languages to choose from; the first stands for "found by itself".
    pub languages: Vec<Choice>,
    /// The rendered text, after "preview".
    pub preview: Option<SafeHtml>,
    /// Who will read it in translation, in a sentence, after "preview".
    pub readers: Option<String>,
    /// The name under which drafts are kept; empty to keep none.
    pub draft: String,
    /// When the draft was last saved.
    pub saved_at: Option<Timestamp>,
    /// Takes no files: it is the text of somebody else, which shows that person's alone.
    pub fileless: bool,
    /// When it may be published instead of now.
    pub later: Option<MomentView>,
}

impl ComposerView {
    /// The files that may be chosen, as browsers take it. Telephones that keep photographs as
    /// HEIC turn them into JPEG for it.
    #[must_use]
    pub fn accepts(&self) -> String {
        let kinds = stoa_media::Kind::ALL.iter();
        let each = kinds.map(|kind| format!(".{},{}", kind.name(), kind.mime()));
        each.collect::<Vec<_>>().join(",").replace("; charset=utf-8", "") + ",.jpeg"
    }

    /// "Draft saved" with the time, if one is kept.
    #[must_use]
    pub fn saved(&self, w: &Words) -> Option<SafeHtml> {
        self.saved_at.map(|at| w.rich("chrome-write-saved", &[("time", w.time_tag(at))]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_names_the_sentences_it_has() {
        let field = Field::email("email", "Email").hint("Work address");
        assert_eq!(field.described_by(), "email-hint");
        assert_eq!(field.error(Some("Too short")).described_by(), "email-hint email-error");
    }
}
