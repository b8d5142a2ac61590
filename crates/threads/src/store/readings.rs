//! How far a member has read, and what a member follows.

use sea_orm::entity::prelude::*;
use stoa_kernel::Time;
use stoa_kernel::ids::{MemberId, ThreadId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "readings")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) member_id: MemberId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) thread_id: ThreadId,
    pub(crate) number: i32,
    pub(crate) read_at: Time,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What a member follows, and how closely.
pub(crate) mod subscriptions {
    use sea_orm::entity::prelude::*;
    use stoa_kernel::Time;
    use stoa_kernel::ids::MemberId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "subscriptions")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) member_id: MemberId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) target: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) target_id: Uuid,
        pub(crate) level: String,
        /// Of a theme.
        pub(crate) slug: Option<String>,
        pub(crate) set_at: Time,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
