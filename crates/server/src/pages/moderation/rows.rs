//! The rows of the queue.

use stoa_kernel::Time;
use stoa_moderation::{Case, Subject};
use stoa_render::{SafeHtml, Words, prose};
use stoa_threads::views::PostCard;

use super::queue::{Asked, Shown};
use super::words;
use crate::pages::parts::{PersonView, Tongue};

/// Cases that wait longer than so many hours are late: by then any moderator may be asked.
const LATE_H: i64 = 24;

/// A case in the list.
pub(super) struct Row {
    /// Its id.
    pub id: String,
    /// Its own page.
    pub href: String,
    /// The queue with it beside the list.
    pub beside: String,
    /// It is beside the list.
    pub chosen: bool,
    /// The reader is on it.
    pub mine: bool,
    /// The colour of its state bar.
    pub colour: &'static str,
    /// What it is and why it waits.
    pub kind: String,
    /// How long it waits.
    pub age: String,
    /// That is too long.
    pub late: bool,
    /// What its reports weigh.
    pub weight: Option<String>,
    /// Its title or beginning.
    pub line: String,
    /// Its language.
    pub language: Option<Tongue>,
    /// The reader reads none of it.
    pub foreign: bool,
    /// Who wrote it.
    pub author: PersonView,
    /// Who is on it.
    pub claim: Option<SafeHtml>,
}

impl Shown {
    /// The list, oldest first.
    pub(super) fn rows(&self, asked: &Asked) -> Vec<Row> {
        self.list.items.iter().map(|case| self.row(case, asked)).collect()
    }

    /// A case in the list.
    pub(super) fn row(&self, case: &Case, asked: &Asked) -> Row {
        let w = self.reader.w;
        let text = self.texts.iter().find(|card| Some(card.post.id) == case.subject.post());
        let language = case.language.clone().unwrap_or_default();
        let list = asked.address(asked.cursor.as_deref());
        let sign = if list.contains('?') { '&' } else { '?' };
        let (age, late) = age(w, case.opened_at, self.now);
        Row {
            id: case.id.to_string(),
            href: format!("/moderation/cases/{}", case.id),
            beside: format!("{list}{sign}case={}#case", case.id),
            chosen: self.beside.as_ref().is_some_and(|view| view.case.id == case.id),
            mine: case.claim.is_some_and(|lease| self.actor.is(lease.by)),
            colour: if case.reason == "newcomer" { "info" } else { "wait" },
            kind: format!("{} · {}", words::kind(w, case.kind()), words::held(w, &case.reason)),
            age,
            late,
            weight: (case.score > 0).then(|| words::weight(w, case.score)),
            line: self.line(case, text),
            language: self.reader.tongue(&language),
            foreign: self.reader.foreign(&language),
            author: self.cast.person(case.author, text.and_then(|card| card.post.city)),
            claim: self.claim(case),
        }
    }

    /// A thread by its title, another text by its beginning, a city by its name.
    fn line(&self, case: &Case, text: Option<&PostCard>) -> String {
        let beginning = |html: &str| {
            let words = prose::own_words(html);
            prose::excerpt(&words, 140)
        };
        let found = match (case.subject, text) {
            (Subject::City(id), _) => {
                self.cities.iter().find(|(city, _)| *city == id).map(|(_, name)| name.clone())
            }
            (Subject::Thread { .. }, Some(card)) => card.title.clone(),
            (Subject::Edit { .. }, Some(card)) => {
                card.post.held_edit.as_ref().map(|edit| beginning(&edit.html))
            }
            (_, Some(card)) => Some(beginning(&card.post.html)),
            _ => None,
        };
        found.unwrap_or_else(|| self.reader.w.say("moderation-case-gone"))
    }

    fn claim(&self, case: &Case) -> Option<SafeHtml> {
        let lease = case.claim?;
        let key = match self.actor.is(lease.by) {
            true => "moderation-case-mine",
            false => "moderation-case-taken",
        };
        let name = self.cast.name(Some(lease.by));
        Some(words::named_at(self.reader.w, key, &name, lease.until))
    }
}

/// How long a case has waited, in words, and whether that is too long.
fn age(w: Words, since: Time, now: Time) -> (String, bool) {
    let minutes = i64::try_from(now.since(since).as_secs() / 60).unwrap_or(i64::MAX);
    let hours = minutes / 60;
    let words = match hours {
        0 if minutes == 0 => w.say("moderation-queue-just-now"),
        0 => w.n("core-minutes", minutes),
        1..48 => w.n("core-hours", hours),
        _ => w.n("core-days", hours / 24),
    };
    (words, hours >= LATE_H)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_told_in_the_unit_that_fits() {
        let w = stoa_render::locale("en").unwrap().words();
        let at = |minutes: i64| age(w, Time(0), Time(minutes * 60_000_000));
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!((plain(at(41).0), at(41).1), ("41 minutes".into(), false));
        assert_eq!(plain(at(60).0), "1 hour");
        assert_eq!((plain(at(60 * 47).0), at(60 * 47).1), ("47 hours".into(), true));
        assert_eq!(plain(at(60 * 72).0), "3 days");
    }
}
