//! What people type, checked: each type can only be made by its `parse`.
//!
//! An error is the catalogue's key for the sentence beside the field.

use secrecy::SecretString;
use stoa_kernel::{Fault, text};
use unicode_segmentation::UnicodeSegmentation;

/// Passwords that are tried first by whoever guesses; one a line, folded, ten characters or more.
const COMMON: &str = include_str!("../data/common-passwords.txt");
const LONGEST_NAME: usize = 60;
const LONGEST_ADDRESS: usize = 254;
const LONGEST_BIO: usize = 2000;
const LONGEST_NOTE: usize = 1000;
const MOST_LANGUAGES: usize = 10;
const SHORTEST_PASSWORD: usize = 10;
const LONGEST_PASSWORD: usize = 200;

/// An address for letters, as typed, and the form in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress {
    address: String,
    key: String,
}

impl EmailAddress {
    /// One address: no display name, no comment, no quoted local part.
    ///
    /// # Errors
    /// The key of what is wrong.
    pub fn parse(typed: &str) -> Result<Self, &'static str> {
        let address = typed.trim();
        if address.is_empty() {
            return Err("accounts-email-empty");
        }
        let fits = address.len() <= LONGEST_ADDRESS && is_address(address);
        if !fits {
            return Err("accounts-email-bad");
        }
        Ok(Self { address: address.to_owned(), key: text::fold(address) })
    }

    /// As typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.address
    }

    /// Folded, for comparison.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

/// Dot-atoms on both sides of one `@`; letters beyond ASCII are taken (RFC 6531), all that mail
/// headers, lists of addresses or white space are made of is not.
fn is_address(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else {
        return false;
    };
    let atom = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let atoms = |part: &str| part.split('.').all(|a| !a.is_empty() && a.chars().all(atom));
    let label = |l: &str| {
        let inner = |c: char| c.is_alphanumeric() || c == '-';
        !l.is_empty()
            && l.len() <= 63
            && l.chars().all(inner)
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    let host = domain.contains('.') || domain == "localhost";
    local.len() <= 64 && atoms(local) && host && domain.split('.').all(label)
}

/// A name shown beside texts and in letters: 1 to 60 characters as people count them, nothing
/// that a mail program would turn into a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayName(String);

impl DisplayName {
    /// One line, composed, without marks that turn the direction of what follows.
    ///
    /// # Errors
    /// The key of what is wrong.
    pub fn parse(typed: &str) -> Result<Self, &'static str> {
        let name = text::line(typed);
        if name.is_empty() || !name.chars().any(char::is_alphanumeric) {
            return Err("accounts-name-empty");
        }
        if name.graphemes(true).count() > LONGEST_NAME || name.len() > LONGEST_NAME * 16 {
            return Err("accounts-name-long");
        }
        if looks_like_link(&name) {
            return Err("accounts-name-link");
        }
        Ok(Self(name))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An at-sign, a scheme, or a word such as `evil.test`; `J. R. Smith` and `J.R.R.` are names.
fn looks_like_link(name: &str) -> bool {
    let folded = text::fold(name);
    let marks = ["@", "://", "www.", "mailto:", "javascript:", "\\\\"];
    marks.iter().any(|mark| folded.contains(mark)) || folded.split_whitespace().any(is_domain)
}

fn is_domain(word: &str) -> bool {
    let labels: Vec<&str> = word.split(['.', '。', '．', '｡']).collect();
    let long = |label: &&str| label.chars().filter(|c| c.is_alphanumeric()).count() >= 2;
    labels.windows(2).any(|pair| pair.iter().all(long))
}

/// What a member says of himself: plain text, at most 2000 characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bio(String);

impl Bio {
    /// Several lines; may be empty.
    ///
    /// # Errors
    /// The key of what is wrong.
    pub fn parse(typed: &str) -> Result<Self, &'static str> {
        bounded(typed, LONGEST_BIO).map(Self).ok_or("accounts-bio-long")
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A word to the moderators at joining: plain text, at most 1000 characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    /// Several lines; may be empty.
    ///
    /// # Errors
    /// The key of what is wrong.
    pub fn parse(typed: &str) -> Result<Self, &'static str> {
        bounded(typed, LONGEST_NOTE).map(Self).ok_or("accounts-note-long")
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn bounded(typed: &str, most: usize) -> Option<String> {
    let text = text::body(typed).trim().to_owned();
    (text.chars().count() <= most).then_some(text)
}

/// A language by its BCP 47 tag, with the subtags' usual case (`pt-BR`, `zh-Hant`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// A primary language of two or three letters, then subtags of two to eight letters or digits.
    ///
    /// # Errors
    /// The key of what is wrong.
    pub fn parse(typed: &str) -> Result<Self, &'static str> {
        let mut subtags = typed.trim().split('-');
        let primary = subtags.next().unwrap_or_default().to_ascii_lowercase();
        let known =
            matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
        let rest: Option<Vec<String>> = subtags.map(subtag).collect();
        match rest {
            Some(rest) if known && rest.len() <= 3 => {
                Ok(Self(std::iter::once(primary).chain(rest).collect::<Vec<_>>().join("-")))
            }
            _ => Err("accounts-language-bad"),
        }
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn subtag(text: &str) -> Option<String> {
    let fits = (2..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let lower = text.to_ascii_lowercase();
    fits.then(|| match lower.len() {
        2 => lower.to_ascii_uppercase(),
        4 if lower.bytes().all(|b| b.is_ascii_alphabetic()) => {
            lower.get(..1).unwrap_or_default().to_ascii_uppercase()
                + lower.get(1..).unwrap_or_default()
        }
        _ => lower,
    })
}

/// The languages a member reads and writes: 1 to 10, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages(Vec<String>);

impl Languages {
    /// Tags in the member's order.
    ///
    /// # Errors
    /// The key of what is wrong.
    pub fn parse<S: AsRef<str>>(typed: &[S]) -> Result<Self, &'static str> {
        let mut tags: Vec<String> = Vec::new();
        for text in typed.iter().map(AsRef::as_ref).filter(|text| !text.trim().is_empty()) {
            let tag = LanguageTag::parse(text)?.0;
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        match tags.len() {
            0 => Err("accounts-languages-empty"),
            1..=MOST_LANGUAGES => Ok(Self(tags)),
            _ => Err("accounts-languages-many"),
        }
    }

    /// The tags.
    #[must_use]
    pub fn tags(&self) -> &[String] {
        &self.0
    }
}

/// A time zone of the IANA database, as it is spelled there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(String);

impl Zone {
    /// A zone's name, such as `Asia/Kathmandu`.
    ///
    /// # Errors
    /// The key of what is wrong.
    pub fn parse(typed: &str) -> Result<Self, &'static str> {
        let zone = jiff::tz::TimeZone::get(typed.trim()).map_err(|_| "accounts-zone-bad")?;
        let name = zone.iana_name().ok_or("accounts-zone-bad")?;
        Ok(Self(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A new password that meets the rules; kept out of logs.
#[derive(Clone, Debug)]
pub struct Password(SecretString);

impl Password {
    /// 10 to 200 characters, not one of those tried first, not made of the own address or name.
    /// Taken as typed, blanks included; no rule about kinds of characters.
    ///
    /// # Errors
    /// The key of what is wrong.
    pub fn check(secret: &str, email: &str, name: &str) -> Result<Self, &'static str> {
        match secret.chars().count() {
            0 => return Err("accounts-password-empty"),
            1..SHORTEST_PASSWORD => return Err("accounts-password-short"),
            SHORTEST_PASSWORD..=LONGEST_PASSWORD => {}
            _ => return Err("accounts-password-long"),
        }
        // Blanks at the ends count, so this is not `text::fold`.
        let folded = secret.to_lowercase();
        if is_common(&folded) {
            return Err("accounts-password-common");
        }
        if is_own(&folded, email, name) {
            return Err("accounts-password-own");
        }
        Ok(Self(secret.into()))
    }

    /// As [`Password::check`], with the sentence in field `password`.
    ///
    /// # Errors
    /// [`Fault::Invalid`].
    pub fn parse(secret: &str, email: &str, name: &str) -> Result<Self, Fault> {
        Self::check(secret, email, name).map_err(|key| Fault::invalid("password", key))
    }

    /// The secret, for hashing.
    #[must_use]
    pub fn secret(&self) -> &SecretString {
        &self.0
    }
}

/// In the list, one character repeated, or a run along the alphabet or the digits.
fn is_common(folded: &str) -> bool {
    let letters: Vec<u32> = folded.chars().map(u32::from).collect();
    let steady = |step: i64| {
        letters.windows(2).all(|pair| match pair {
            [a, b] => i64::from(*b) - i64::from(*a) == step,
            _ => true,
        })
    };
    steady(0) || steady(1) || steady(-1) || COMMON.lines().any(|known| known == folded)
}

/// Nothing but the address, its local part or the name, with digits or signs about it.
fn is_own(folded: &str, email: &str, name: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let secret = bare(folded);
    let named = bare(&text::fold(name));
    let mailed = text::fold(email);
    let local = bare(mailed.split('@').next().unwrap_or_default());
    let same = |own: &str| own.chars().count() >= 4 && own == secret;
    same(&named) || same(&local) || same(&bare(&mailed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_or_refused_whole() {
        for good in
            ["ilze@city.example", "a.b+c@x-y.example", "jörg@münchen.example", "x@localhost"]
        {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
        let bad = [
            "a",
            "@b.example",
            "a@",
            "a@b",
            "a b@c.example",
            "a@b.example\r\nBcc: c@d.example",
            "a@b.example,c@d.example",
            "\"a\"@b.example",
            "A <a@b.example>",
            "a..b@c.example",
            "a@-b.example",
            "a@b..example",
            "a@@b.example",
            "a@b.example;",
            "a\u{0}@b.example",
        ];
        for bad in bad {
            assert_eq!(EmailAddress::parse(bad), Err("accounts-email-bad"), "{bad}");
        }
        assert_eq!(EmailAddress::parse(" "), Err("accounts-email-empty"));
        let long = format!("{}@b.example", "a".repeat(65));
        assert!(EmailAddress::parse(&long).is_err());
        let upper = EmailAddress::parse("Ilze@City.Example").unwrap();
        assert_eq!((upper.as_str(), upper.key()), ("Ilze@City.Example", "ilze@city.example"));
    }

    #[test]
    fn names_carry_no_links_and_no_tricks() {
        for good in [
            "Ilze Ozola",
            "J. R. Smith",
            "J.R.R. Tolkien",
            "李雷",
            "María-José",
            "O'Neil",
            "👩🏽‍🚒 Ana",
        ] {
            assert!(DisplayName::parse(good).is_ok(), "{good}");
        }
        for link in [
            "https://evil.test",
            "a@b",
            "evil.test",
            "see www.x",
            "go to evil.test now",
            "evil。test",
        ] {
            assert_eq!(DisplayName::parse(link), Err("accounts-name-link"), "{link}");
        }
        assert_eq!(DisplayName::parse("a\u{202e}b\r\nBcc:x").unwrap().as_str(), "ab Bcc:x");
        assert_eq!(DisplayName::parse(" \u{202e} "), Err("accounts-name-empty"));
        assert_eq!(DisplayName::parse("..."), Err("accounts-name-empty"));
        assert!(DisplayName::parse(&"é".repeat(60)).is_ok());
        assert_eq!(DisplayName::parse(&"é".repeat(61)), Err("accounts-name-long"));
        let stacked = format!("a{}", "\u{301}".repeat(2000));
        assert_eq!(DisplayName::parse(&stacked), Err("accounts-name-long"));
    }

    fn password(typed: &str) -> Result<(), &'static str> {
        Password::check(typed, "margarida.sousa@city.example", "Margarida Sousa").map(|_| ())
    }

    #[test]
    fn passwords_are_long_and_not_the_first_to_be_guessed() {
        for good in ["correct horse", "           x", "пароль из слов", "🌧🌧🌧🌧🌧🌧🌧🌧🌧🌳"]
        {
            assert_eq!(password(good), Ok(()), "{good}");
        }
        assert_eq!(password(""), Err("accounts-password-empty"));
        assert_eq!(password("ninechars"), Err("accounts-password-short"));
        assert_eq!(password(&"xy".repeat(101)), Err("accounts-password-long"));
        assert_eq!(password(&"xy".repeat(100)), Ok(()));
        for common in ["1234567890", "Password123", "aaaaaaaaaaaa", "abcdefghijkl", "qwertyuiop"] {
            assert_eq!(password(common), Err("accounts-password-common"), "{common}");
        }
        for own in ["Margarida Sousa 1", "margarida.sousa99", "margarida.sousa@city.example"] {
            assert_eq!(password(own), Err("accounts-password-own"), "{own}");
        }
    }

    #[test]
    fn a_password_is_not_printed() {
        let made = Password::check("correct horse", "", "").unwrap();
        assert!(!format!("{made:?}").contains("horse"));
    }

    #[test]
    fn languages_and_zones_have_one_spelling() {
        assert_eq!(LanguageTag::parse("PT-br").unwrap().as_str(), "pt-BR");
        assert_eq!(LanguageTag::parse("zh-hant").unwrap().as_str(), "zh-Hant");
        for bad in ["", "e", "english", "en_GB", "en-", "<script>", "en-a"] {
            assert!(LanguageTag::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Languages::parse(&["lv", "en", "LV", ""]).unwrap().tags(), ["lv", "en"]);
        assert_eq!(Languages::parse::<&str>(&[]), Err("accounts-languages-empty"));
        assert_eq!(Zone::parse("Asia/Kathmandu").unwrap().as_str(), "Asia/Kathmandu");
        assert_eq!(Zone::parse("asia/kathmandu").unwrap().as_str(), "Asia/Kathmandu");
        assert!(Zone::parse("Mars/Olympus").is_err() && Zone::parse("../etc/passwd").is_err());
    }

    #[test]
    fn long_texts_are_refused() {
        assert!(Bio::parse(&"x".repeat(2000)).is_ok() && Bio::parse(&"x".repeat(2001)).is_err());
        assert!(Note::parse("").is_ok() && Note::parse(&"x".repeat(1001)).is_err());
    }
}
