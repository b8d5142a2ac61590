//! What a letter looks like on the wire.

use std::time::{Duration, SystemTime};

use lettre::Message;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MessageBuilder, MultiPart, SinglePart};
use stoa_kernel::Time;
use stoa_kernel::text::line;

use super::{Letter, Undelivered};

/// What makes a letter one of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The first part of `List-Id`: letters, digits, hyphens and dots.
    pub id: String,
    /// Where a POST leaves it at once and a GET shows a page with one button.
    pub leave: String,
}

/// The longest line, in bytes, that every server takes as it is (RFC 5321).
const LONGEST_LINE: usize = 998;

/// How bodies are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// As they are: addresses stay whole for every reader.
    Plain,
    /// Seven bits, for servers that know nothing else.
    SevenBit,
}

/// Puts a letter together.
pub(super) fn compose(
    letter: &Letter,
    from: &Mailbox,
    host: &str,
    coding: Coding,
) -> Result<Message, Undelivered> {
    let never = |error: &dyn std::fmt::Display| Undelivered::Never(error.to_string());
    let address = letter.email.parse().map_err(|error| never(&error))?;
    let to = Mailbox::new(Some(line(&letter.name)), address);
    let mut builder = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(line(&letter.subject))
        .date(system(letter.at))
        .message_id(Some(format!("<{}@{host}>", letter.id)))
        .raw_header(header("Stoa-Letter", letter.kind)?)
        .raw_header(header("Auto-Submitted", "auto-generated")?);
    if let Some(thread) = &letter.thread {
        let root = format!("<{thread}@{host}>");
        builder = builder.in_reply_to(root.clone()).references(root);
    }
    if let Some(list) = &letter.list {
        builder = listed(builder, list, host)?;
    }
    let twins = MultiPart::alternative()
        .singlepart(part(&letter.text, ContentType::TEXT_PLAIN, coding))
        .singlepart(part(&letter.html, ContentType::TEXT_HTML, coding));
    builder.multipart(twins).map_err(|error| never(&error))
}

fn listed(builder: MessageBuilder, list: &List, host: &str) -> Result<MessageBuilder, Undelivered> {
    Ok(builder
        .raw_header(header("List-Id", &format!("<{}.{host}>", list.id))?)
        .raw_header(header("List-Unsubscribe", &format!("<{}>", list.leave))?)
        .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?)
        .raw_header(header("Precedence", "list")?))
}

fn header(name: &'static str, value: &str) -> Result<HeaderValue, Undelivered> {
    let name = HeaderName::new_from_ascii(name.to_owned());
    let name = name.map_err(|error| Undelivered::Never(error.to_string()))?;
    Ok(HeaderValue::new(name, line(value)))
}

fn part(text: &str, kind: ContentType, coding: Coding) -> SinglePart {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
    let fits = lines.lines().all(|line| line.len() <= LONGEST_LINE) && !lines.contains('\0');
    let body = match (lines.is_ascii(), coding) {
        (true, _) if fits => {
            Body::dangerous_pre_encoded(lines.into_bytes(), ContentTransferEncoding::SevenBit)
        }
        (false, Coding::Plain) if fits => {
            Body::dangerous_pre_encoded(lines.into_bytes(), ContentTransferEncoding::EightBit)
        }
        _ => Body::new(lines),
    };
    SinglePart::builder().header(kind).body(body)
}

fn system(at: Time) -> SystemTime {
    let since = Duration::from_micros(u64::try_from(at.0).unwrap_or(0));
    SystemTime::UNIX_EPOCH + since
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            id: "01j6".into(),
            kind: "thread-reply",
            member: "01j00000000000000000000001".parse().unwrap(),
            name: "Ada".into(),
            email: "ada@example.org".into(),
            subject: "Ilze Ozola answered your question".into(),
            text: format!("Read it:\nhttps://stoa.example/t/{}\nJó", "a".repeat(90)),
            html: "<p>Jó</p>".into(),
            thread: Some("thread-7".into()),
            list: Some(List {
                id: "thread-7".into(),
                leave: format!("https://stoa.example/unsubscribe/{}", "t".repeat(80)),
            }),
            at: Time(1_764_000_000_000_000),
        }
    }

    fn raw(letter: &Letter, coding: Coding) -> String {
        let from: Mailbox = "Stoa <stoa@stoa.example>".parse().unwrap();
        let message = compose(letter, &from, "stoa.example", coding).unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    fn headers(raw: &str) -> Vec<String> {
        let head = raw.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
        head.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_letter_carries_what_mail_programs_look_for() {
        let raw = raw(&letter(), Coding::Plain);
        let all = headers(&raw);
        for expected in [
            "Message-ID: <01j6@stoa.example>",
            "References: <thread-7@stoa.example>",
            "In-Reply-To: <thread-7@stoa.example>",
            "Stoa-Letter: thread-reply",
            "Auto-Submitted: auto-generated",
            "Precedence: list",
            "List-Id: <thread-7.stoa.example>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "Subject: Ilze Ozola answered your question",
        ] {
            assert!(all.iter().any(|line| line == expected), "{expected} in {all:#?}");
        }
        let leave =
            format!("List-Unsubscribe: <https://stoa.example/unsubscribe/{}>", "t".repeat(80));
        assert!(all.contains(&leave), "{all:#?}");
        assert!(!all.iter().any(|line| line.starts_with("Reply-To")));
    }

    #[test]
    fn addresses_stay_whole_in_the_text() {
        let address = format!("\r\nhttps://stoa.example/t/{}\r\n", "a".repeat(90));
        assert!(raw(&letter(), Coding::Plain).contains(&address));
        assert!(raw(&letter(), Coding::SevenBit).is_ascii());
    }

    #[test]
    fn security_letters_belong_to_no_list() {
        let raw = raw(&Letter { list: None, thread: None, ..letter() }, Coding::Plain);
        assert!(!raw.contains("List-") && !raw.contains("Precedence"));
    }

    #[test]
    fn names_and_subjects_cannot_begin_a_header() {
        for evil in [
            "x\r\nBcc: eve@evil.test",
            "x\nBcc: eve@evil.test",
            "x\rBcc: eve@evil.test",
            "x\r\n\r\nbody",
        ] {
            let mut letter = letter();
            letter.name = evil.into();
            letter.subject = evil.into();
            let raw = raw(&letter, Coding::Plain);
            let all = headers(&raw);
            assert!(
                !all.iter().any(|line| line.to_ascii_lowercase().starts_with("bcc")),
                "{all:#?}"
            );
            assert_eq!(all.iter().filter(|line| line.starts_with("To:")).count(), 1);
            assert_eq!(all.iter().filter(|line| line.starts_with("Subject:")).count(), 1);
        }
    }

    #[test]
    fn a_lone_dot_in_the_text_stays_text() {
        let mut letter = letter();
        letter.text = "one\r\n.\r\nMAIL FROM:<eve@evil.test>\r\n".into();
        let raw = raw(&letter, Coding::Plain);
        // The transport doubles the dot; here it must have stayed inside the first part.
        let body = raw.split("\r\n\r\n").nth(2).unwrap();
        assert!(body.contains("MAIL FROM:<eve@evil.test>"), "{raw}");
    }

    #[test]
    fn an_address_that_is_none_is_refused_for_good() {
        let from: Mailbox = "Stoa <stoa@stoa.example>".parse().unwrap();
        let bad = Letter { email: "ada@example.org\r\nBcc: x@y".into(), ..letter() };
        let refused = compose(&bad, &from, "stoa.example", Coding::Plain);
        assert!(matches!(refused, Err(Undelivered::Never(_))));
    }
}
