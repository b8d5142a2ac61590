//! A lesson is found by its thread: looked for among the thread's posts it cost as much as the
//! thread is long.

crate::change!(
    "m0026_threads",
    "
ALTER TABLE lessons ADD COLUMN thread_id {id};
UPDATE lessons SET thread_id = (SELECT p.thread_id FROM posts p WHERE p.id = lessons.post_id);
CREATE INDEX lessons_thread ON lessons (thread_id, said_at)
"
);
