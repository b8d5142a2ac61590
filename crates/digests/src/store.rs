//! Rows. Nobody outside gets round the door.

use stoa_kernel::Fault;

macro_rules! table {
    ($(#[$doc:meta])* $module:ident, $table:literal, ids [$($id:ident),*], [$($key:ident: $ktype:ty),*], [$($field:ident: $type:ty),* $(,)?]) => {
        $(#[$doc])*
        pub(crate) mod $module {
            use sea_orm::entity::prelude::*;
            use stoa_kernel::Time;
            $(use stoa_kernel::ids::$id;)*

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub(crate) struct Model {
                $(#[sea_orm(primary_key, auto_increment = false)]
                pub(crate) $key: $ktype,)*
                $(pub(crate) $field: $type,)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub(crate) enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

table!(
    /** How members want their mail. */
    preferences, "mail_preferences", ids [MemberId], [member_id: MemberId], [
        rhythm: String,
        weekday: i32,
        hour: i32,
        replies: bool,
        mentions: bool,
        approvals: bool,
        requests: bool,
        next_digest_at: Option<Time>,
        last_digest_at: Option<Time>,
        version: i32,
    ]
);

table!(
    /** What members are told. */
    notices, "notices", ids [LetterId, MemberId, NoticeId, PostId, SpaceId, ThreadId], [id: NoticeId], [
        member_id: MemberId,
        kind: String,
        event_key: String,
        space_id: Option<SpaceId>,
        thread_id: Option<ThreadId>,
        post_id: Option<PostId>,
        actor_id: Option<MemberId>,
        letter_id: Option<LetterId>,
        data: String,
        created_at: Time,
        read_at: Option<Time>,
    ]
);

table!(
    /** Letters, from the moment they are due to be written. */
    letters, "letters", ids [LetterId, MemberId, ThreadId], [id: LetterId], [
        member_id: MemberId,
        kind: String,
        event_key: String,
        thread_id: Option<ThreadId>,
        payload: String,
        state: String,
        note: Option<String>,
        created_at: Time,
        sealed_at: Option<Time>,
        sent_at: Option<Time>,
    ]
);

table!(
    /** Which period of which member a digest was made for. */
    issues, "digest_issues", ids [MemberId], [member_id: MemberId, period_start: Time], [
        period_end: Time,
        state: String,
        made_at: Time,
    ]
);

table!(
    /** Addresses that send letters back. */
    suppressions, "suppressions", ids [], [email_key: String], [
        score: i32,
        reason: String,
        at: Time,
    ]
);

/// A name read from the database that this program does not know.
pub(crate) fn unknown(what: &str, name: &str) -> Fault {
    Fault::broken(format!("unknown {what} in the database: {name}"))
}

/// JSON from the database.
pub(crate) fn json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(Fault::broken)
}

/// JSON for the database.
pub(crate) fn text<T: serde::Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(Fault::broken)
}
