//! Values turned into words: Markdown into HTML, keys into sentences, instants into dates,
//! files into addresses.
//!
//! What this crate decides: what people may write in a post and how it looks ([`prose`]), which
//! sentence a key stands for in which language ([`mod@words`]), how dates and numbers are written
//! ([`Words::date`] and its neighbours), which language a text is in ([`language`]), what
//! countries are called ([`names`]), and under which name a style sheet, script or font is
//! served ([`assets`]).
//!
//! The rules, in short. People write Markdown; raw HTML stays visible as text. A post links to
//! the web, to mail addresses and to pages of ours that people share, shows only pictures kept
//! here, and cannot outrank the page with its headings. Mentions are stored by id and shown by
//! the present name. A quote whose source is gone loses its words. Every sentence of ours comes
//! from `web/locales`, English standing in where a language lacks one.
//!
//! **Only this crate makes [`SafeHtml`]**, and askama prints nothing else unescaped.
//! **Sanitising is the last step of rendering: nothing is spliced into HTML after it.**
//! **Nothing here reads the clock, the network, the configuration or the database**, and nothing
//! of ours is imported: what must be known comes in as an argument.
//! **The HTML of a post is the same for every viewer**, so that it can be stored.
//!
//! Read first: [`prose::render`], then `prose/tree.rs`, then [`Words`].

pub mod assets;
mod dates;
mod html;
pub mod language;
pub mod names;
pub mod prose;
mod sizes;
pub mod words;

pub use dates::{clock, weekday};
pub use fluent_bundle::FluentValue;
pub use html::SafeHtml;
pub use language::{Direction, detect, dir_of, endonym};
pub use words::{LOCALES, Locale, Words, locale, negotiate, words};
