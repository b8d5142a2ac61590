//! What somebody types to join, checked as a whole: every problem is named at once.

use stoa_kernel::Problems;
use stoa_kernel::ids::CityId;

use crate::model::{Audience, CityWish, NewMember, Tie};
use crate::parse::{DisplayName, EmailAddress, LanguageTag, Languages, Note, Password, Zone};
use crate::passwords::PasswordHash;

/// As typed. Empty texts where nothing was; `time_zone` empty stands for UTC.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    /// The address.
    pub email: &'a str,
    /// The password, as typed.
    pub password: &'a str,
    /// The display name.
    pub display_name: &'a str,
    /// Language of pages and letters.
    pub locale: &'a str,
    /// Languages read and written.
    pub languages: &'a [String],
    /// IANA zone.
    pub time_zone: &'a str,
    /// One of [`Audience::ALL`].
    pub audience: &'a str,
    /// One of [`Tie::ALL`].
    pub tie: &'a str,
    /// A word to the moderators.
    pub note: &'a str,
}

/// Somebody whose words are in order; the password waits to be hashed, the city to be found.
#[derive(Clone, Debug)]
pub struct Applicant {
    email: EmailAddress,
    password: Password,
    name: DisplayName,
    locale: LanguageTag,
    languages: Languages,
    time_zone: Zone,
    audience: Audience,
    tie: Tie,
    note: Note,
}

impl Typed<'_> {
    /// The applicant, or nobody; what is wrong is added to `problems` under the field's name.
    #[must_use]
    pub fn check(&self, problems: &mut Problems) -> Option<Applicant> {
        let zone = if self.time_zone.trim().is_empty() { "UTC" } else { self.time_zone };
        let mut noted = Noted(problems);
        let email = noted.parsed("email", EmailAddress::parse(self.email));
        let name = noted.parsed("display_name", DisplayName::parse(self.display_name));
        let tie = noted.parsed("tie", Tie::parse(self.tie).ok_or("accounts-tie-empty"));
        let audience = Audience::parse(self.audience).ok_or("accounts-audience-empty");
        let audience = noted.parsed("audience", audience);
        let locale = noted.parsed("locale", LanguageTag::parse(self.locale));
        let languages = noted.parsed("languages", Languages::parse(self.languages));
        let time_zone = noted.parsed("time_zone", Zone::parse(zone));
        let note = noted.parsed("note", Note::parse(self.note));
        let password = Password::check(self.password, self.email, self.display_name);
        let password = noted.parsed("password", password);
        Some(Applicant {
            email: email?,
            name: name?,
            tie: tie?,
            audience: audience?,
            locale: locale?,
            languages: languages?,
            time_zone: time_zone?,
            note: note?,
            password: password?,
        })
    }
}

struct Noted<'a>(&'a mut Problems);

impl Noted<'_> {
    fn parsed<T>(&mut self, field: &'static str, parsed: Result<T, &'static str>) -> Option<T> {
        parsed.map_err(|key| self.0.add(field, key)).ok()
    }
}

impl Applicant {
    /// The address.
    #[must_use]
    pub fn email(&self) -> &EmailAddress {
        &self.email
    }

    /// The password, to be hashed.
    #[must_use]
    pub fn password(&self) -> &Password {
        &self.password
    }

    /// How tied to a place.
    #[must_use]
    pub fn tie(&self) -> Tie {
        self.tie
    }

    /// Ready for [`crate::members::join`]: with the hashed password, and a city that is listed or
    /// one that is to be claimed.
    #[must_use]
    pub fn into_member(
        self,
        password: PasswordHash,
        city: Option<CityId>,
        wish: Option<CityWish>,
    ) -> NewMember {
        NewMember {
            email: self.email,
            name: self.name,
            password: Some(password),
            locale: self.locale,
            languages: self.languages,
            time_zone: self.time_zone,
            audience: self.audience,
            tie: self.tie,
            city,
            wish,
            note: self.note,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed<'static> {
        Typed {
            email: "ada@city.example",
            password: "correct horse",
            display_name: "Ada",
            locale: "en",
            languages: &[],
            time_zone: "",
            audience: "citizen",
            tie: "across",
            note: "",
        }
    }

    #[test]
    fn everything_wrong_is_named_at_once() {
        let mut problems = Problems::default();
        let wrong = Typed { email: "x", password: "short", tie: "", audience: "nobody", ..typed() };
        assert!(wrong.check(&mut problems).is_none());
        let fields: Vec<_> = problems.0.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["email", "tie", "audience", "languages", "password"]);
    }

    #[test]
    fn what_is_in_order_is_taken() {
        let languages = ["lv".to_owned()];
        let mut problems = Problems::default();
        let found = Typed { languages: &languages, ..typed() }.check(&mut problems).unwrap();
        assert!(problems.0.is_empty());
        assert_eq!((found.email().key(), found.tie()), ("ada@city.example", Tie::Across));
        assert_eq!(found.time_zone.as_str(), "UTC");
    }
}
