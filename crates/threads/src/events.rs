//! What happens in threads, in the past tense: ids and little else.

use serde::{Deserialize, Serialize};
use stoa_kernel::ids::{MemberId, PostId, RevisionId, SpaceId, ThreadId, TranslationId};
use stoa_kernel::{Event, Time};

macro_rules! event {
    ($(#[$doc:meta])* $name:ident = $kind:literal { $($(#[$fdoc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type,)* }

        impl Event for $name {
            const KIND: &'static str = $kind;
        }
    };
}

event! {
    /// A post waits for a moderator.
    PostHeld = "threads.post_held" {
        /// The post.
        post: PostId,
        /// Its thread.
        thread: ThreadId,
        /// Its space.
        space: SpaceId,
        /// Who wrote it.
        author: MemberId,
        /// Why, by name.
        reason: String,
        /// It opens the thread.
        opening: bool,
    }
}

event! {
    /// A post became part of the conversation.
    PostPublished = "threads.post_published" {
        /// The post.
        post: PostId,
        /// Its thread.
        thread: ThreadId,
        /// Its space.
        space: SpaceId,
        /// Who wrote it.
        author: MemberId,
        /// Its number in the thread.
        number: i32,
        /// It opens the thread.
        opening: bool,
    }
}

event! {
    /// A published post has a new wording.
    PostEdited = "threads.post_edited" {
        /// The post.
        post: PostId,
        /// Its thread.
        thread: ThreadId,
        /// Who edited.
        by: MemberId,
        /// The version it has now.
        version: i32,
    }
}

event! {
    /// A new wording of a published post waits for a moderator.
    EditHeld = "threads.edit_held" {
        /// The waiting wording.
        revision: RevisionId,
        /// The post.
        post: PostId,
        /// Its thread.
        thread: ThreadId,
        /// Its space.
        space: SpaceId,
        /// Who edited.
        author: MemberId,
        /// Why, by name.
        reason: String,
    }
}

event! {
    /// Its author changed a text that waits for a moderator.
    HeldTextChanged = "threads.held_text_changed" {
        /// The post.
        post: PostId,
        /// The waiting wording, when the post itself is published.
        revision: Option<RevisionId>,
    }
}

event! {
    /// Its author took a post back.
    PostDeleted = "threads.post_deleted" {
        /// The post.
        post: PostId,
        /// Its thread.
        thread: ThreadId,
        /// Who wrote it.
        author: MemberId,
        /// It was held and nobody but author and moderators knew it.
        withdrawn: bool,
        /// A new wording that waited and is gone with it.
        revision: Option<RevisionId>,
    }
}

event! {
    /// A text is gone for good, with all its wordings: quotes of it are to follow.
    TextErased = "threads.text_erased" {
        /// The post.
        post: PostId,
    }
}

event! {
    /// A moderator took a post away.
    PostRemoved = "threads.post_removed" {
        /// The post.
        post: PostId,
        /// Its thread.
        thread: ThreadId,
        /// Who wrote it.
        author: MemberId,
    }
}

event! {
    /// A post went back to the queue.
    PostUnpublished = "threads.post_unpublished" {
        /// The post.
        post: PostId,
        /// Its thread.
        thread: ThreadId,
        /// Who wrote it.
        author: MemberId,
    }
}

event! {
    /// Posts stand in another thread than before, or their thread in another space.
    PostsMoved = "threads.posts_moved" {
        /// Where they stood.
        from: ThreadId,
        /// Where they stand.
        thread: ThreadId,
        /// Its space.
        space: SpaceId,
        /// Which; none where all of them went, with the thread or out of it.
        posts: Vec<PostId>,
    }
}

event! {
    /// A question has its answer.
    AnswerAccepted = "threads.answer_accepted" {
        /// The thread.
        thread: ThreadId,
        /// The answer.
        post: PostId,
        /// Who wrote it.
        author: MemberId,
        /// Who chose it.
        by: MemberId,
    }
}

event! {
    /// Somebody found a post useful.
    PostMarkedUseful = "threads.post_marked_useful" {
        /// The post.
        post: PostId,
        /// Its thread.
        thread: ThreadId,
        /// Who wrote it.
        author: MemberId,
        /// Who marked it.
        by: MemberId,
    }
}

event! {
    /// A text will be wanted in another language: nobody waits for it yet.
    TranslationWanted = "threads.translation_wanted" {
        /// The row it is to be put into.
        translation: TranslationId,
    }
}

event! {
    /// A text is wanted in another language.
    TranslationAsked = "threads.translation_asked" {
        /// The row it is to be put into.
        translation: TranslationId,
    }
}

event! {
    /// The moment came at which a member wanted to be reminded of a post.
    BookmarkDue = "threads.bookmark_due" {
        /// Who.
        member: MemberId,
        /// The post.
        post: PostId,
        /// When it was due.
        at: Time,
    }
}

event! {
    /// A poll closed at its moment: its author is to say what came of it.
    PollClosed = "threads.poll_closed" {
        /// The post with the poll.
        post: PostId,
        /// Who wrote it.
        author: MemberId,
    }
}

event! {
    /// Who asked is to be asked what came of the accepted answer.
    TrialAsked = "threads.trial_asked" {
        /// The answer.
        post: PostId,
        /// Its thread.
        thread: ThreadId,
        /// Who asked.
        member: MemberId,
    }
}

event! {
    /// A cohort has ended, and nobody has written what came of it.
    CohortEnded = "threads.cohort_ended" {
        /// Its space.
        space: SpaceId,
    }
}

event! {
    /// A question that nobody answered is put before a member.
    AnswerAsked = "threads.answer_asked" {
        /// The question.
        thread: ThreadId,
        /// Who is asked.
        member: MemberId,
        /// Who passed it on.
        by: Option<MemberId>,
    }
}
