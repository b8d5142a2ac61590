//! What a client may say.

use serde::Deserialize;

/// Where the client's knowledge of a topic ends.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Since {
    pub(super) epoch: String,
    pub(super) seq: i64,
}

/// A frame of the client.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase", deny_unknown_fields)]
pub(super) enum Asked {
    /// Hear a topic, from where the client's knowledge ends.
    Join {
        topic: String,
        #[serde(default)]
        since: Option<Since>,
    },
    /// Hear it no more.
    Leave { topic: String },
    /// Say something in a dialogue.
    Say { topic: String, once: String, body: String },
    /// Somebody writes.
    Typing { topic: String },
    /// Is the server there?
    Ping {},
}

/// Reads a frame; `None` for anything else than the shapes above.
pub(super) fn read(text: &str) -> Option<Asked> {
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contracts_frames_are_read_and_nothing_else() {
        let since = Some(Since { epoch: "e".into(), seq: 3 });
        let join = r#"{"type":"join","topic":"inbox","since":{"epoch":"e","seq":3}}"#;
        assert_eq!(read(join), Some(Asked::Join { topic: "inbox".into(), since }));
        let bare = Some(Asked::Join { topic: "inbox".into(), since: None });
        assert_eq!(read(r#"{"type":"join","topic":"inbox"}"#), bare);
        assert_eq!(read(r#"{"topic":"inbox","type":"join","since":null}"#), bare);
        assert_eq!(read(r#"{"type":"ping"}"#), Some(Asked::Ping {}));
        for odd in [
            "",
            "null",
            "[]",
            "{}",
            "1",
            "\"join\"",
            r#"{"type":"join"}"#,
            r#"{"type":"JOIN","topic":"x"}"#,
            r#"{"type":"join","topic":1}"#,
            r#"{"type":"join","topic":"x","since":{"seq":1}}"#,
            r#"{"type":"join","topic":"x","since":{"epoch":"e","seq":1.5}}"#,
            r#"{"type":"join","topic":"x","since":{"epoch":"e","seq":1e30}}"#,
            r#"{"type":"join","topic":"x","more":1}"#,
            r#"{"type":"ping","more":1}"#,
            r#"{"type":"join","topic":"x"}{"type":"ping"}"#,
            r#"{"type":"hello"}"#,
        ] {
            assert_eq!(read(odd), None, "{odd}");
        }
        assert_eq!(read(&"[".repeat(60_000)), None);
    }
}
