//! What `data/demo.json` holds. Ages are minutes before now.

use serde::Deserialize;
use stoa_exchange::NewCity;
use stoa_kernel::Fault;

#[derive(Deserialize)]
pub(super) struct Content {
    pub(super) cities: Vec<NewCity>,
    pub(super) members: Vec<Member>,
    pub(super) sign_ins: Vec<SignIn>,
    pub(super) threads: Vec<Thread>,
    pub(super) held: Vec<Held>,
}

#[derive(Deserialize)]
pub(super) struct Member {
    pub(super) handle: String,
    pub(super) display_name: String,
    pub(super) email: String,
    pub(super) city: Option<String>,
    pub(super) tie: String,
    pub(super) audience: String,
    pub(super) languages: Vec<String>,
    pub(super) locale: String,
    pub(super) time_zone: String,
    pub(super) bio: String,
    pub(super) joined_age_minutes: i64,
    pub(super) approved_posts: i32,
    pub(super) roles: Vec<Role>,
    pub(super) hours: Vec<Hours>,
}

#[derive(Deserialize)]
pub(super) struct Role {
    pub(super) role: String,
    pub(super) space: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Hours {
    pub(super) weekday: i32,
    pub(super) from_minute: i32,
    pub(super) to_minute: i32,
}

#[derive(Deserialize)]
pub(super) struct SignIn {
    pub(super) role: String,
    pub(super) member: String,
}

#[derive(Deserialize)]
pub(super) struct Thread {
    pub(super) id: String,
    pub(super) space: String,
    pub(super) kind: String,
    pub(super) themes: Vec<String>,
    pub(super) language: String,
    pub(super) title: String,
    pub(super) author: String,
    pub(super) age_minutes: i64,
    pub(super) body: String,
    pub(super) useful: Vec<String>,
    pub(super) replies: Vec<Reply>,
}

#[derive(Deserialize)]
pub(super) struct Reply {
    pub(super) number: i32,
    pub(super) author: String,
    pub(super) language: String,
    pub(super) age_minutes: i64,
    pub(super) accepted: bool,
    pub(super) reply_to: Option<i32>,
    pub(super) quote: Option<Quote>,
    pub(super) body: String,
    pub(super) useful: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Quote {
    pub(super) number: i32,
    pub(super) text: String,
}

/// A first post that waits: a thread of its own (`space`, `title`) or a reply (`thread`).
#[derive(Deserialize)]
pub(super) struct Held {
    pub(super) thread: Option<String>,
    pub(super) reply_to: Option<i32>,
    pub(super) space: Option<String>,
    pub(super) kind: Option<String>,
    #[serde(default)]
    pub(super) themes: Vec<String>,
    pub(super) title: Option<String>,
    pub(super) language: String,
    pub(super) author: String,
    pub(super) age_minutes: i64,
    pub(super) body: String,
}

impl Content {
    pub(super) fn read() -> Result<Self, Fault> {
        serde_json::from_str(include_str!("../../data/demo.json")).map_err(Fault::broken)
    }
}
