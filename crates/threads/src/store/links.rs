//! Tables that tie a thread or a post to something else.

use sea_orm::entity::prelude::*;

macro_rules! link {
    ($(#[$doc:meta])* $module:ident, $table:literal, $($field:ident: $type:ty),*) => {
        $(#[$doc])*
        pub(crate) mod $module {
            use super::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub(crate) struct Model {
                $(#[sea_orm(primary_key, auto_increment = false)]
                pub(crate) $field: $type,)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub(crate) enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

use stoa_kernel::ids::{CityId, FileId, MemberId, PostId, ThreadId};

link!(/** The themes of threads. */ themes, "thread_themes", thread_id: ThreadId, theme: String);
link!(/** The posts a post quotes. */ quotes, "quotes", post_id: PostId, source_id: PostId);
link!(/** The members a post names. */ mentions, "mentions", post_id: PostId, member_id: MemberId);
link!(/** The cities a post names. */ cities, "city_mentions", post_id: PostId, city_id: CityId);
link!(/** The files a wording of a post names, or named. */ files, "post_files", post_id: PostId, file_id: FileId);

/// Who found which post useful.
pub(crate) mod useful {
    use super::*;
    use stoa_kernel::Time;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "useful_marks")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) post_id: PostId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) member_id: MemberId,
        pub(crate) marked_at: Time,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
