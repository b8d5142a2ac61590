//! A translation belongs to one wording and goes with it.

use stoa_kernel::ids::ThreadId;

use super::*;
use crate::tending::part;
use crate::testing::World;
use crate::views::translation;

struct Wished {
    world: World,
    ada: Actor,
    thread: ThreadId,
    post: PostId,
}

impl Wished {
    /// A text in English that is wanted in Spanish.
    async fn new() -> Self {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let (thread, opening) = world.open(&ada, "Trams").await;
        let this = Self { post: opening, world, ada, thread };
        this.ask(opening, "es").await.unwrap();
        this
    }

    async fn ask(&self, post: PostId, language: &str) -> Result<Asked, Fault> {
        let asked = async |tx: &mut Tx| ask(tx, &self.ada, post, language).await;
        self.world.db.write(asked).await
    }

    async fn source(&self, post: PostId) -> Option<Source> {
        let db = &self.world.db;
        let wish = translation(db, &self.ada, post, "es").await.unwrap()?;
        source(db, wish.id).await.unwrap()
    }

    async fn makes(&self, source: &Source, words: &str) {
        let title = Title::parse("Tranvías").unwrap();
        let done = async |tx: &mut Tx| made(tx, source, Some(&title), words, words, 1).await;
        self.world.db.write(done).await.unwrap();
    }

    async fn reads(&self, post: PostId) -> Option<(Stage, String)> {
        let found = translation(&self.world.db, &self.ada, post, "es").await.unwrap();
        found.map(|one| (one.stage, one.markdown))
    }
}

#[tokio::test]
async fn what_is_asked_for_twice_is_made_once_and_kept() {
    let wished = Wished::new().await;
    assert_eq!(wished.ask(wished.post, "es").await.unwrap(), Asked::Waits);
    let source = wished.source(wished.post).await.unwrap();
    assert_eq!((source.title.as_deref(), source.to.as_str()), (Some("Trams"), "es"));
    wished.makes(&source, "Hola").await;
    assert_eq!(wished.ask(wished.post, "es").await.unwrap(), Asked::Made);
    assert_eq!(wished.reads(wished.post).await, Some((Stage::Made, "Hola".to_owned())));
    assert!(matches!(wished.ask(wished.post, "en").await, Err(Fault::Invalid(_))), "its own");
    let stream = wished.world.stream(wished.thread).await;
    assert_eq!(stream.last().map(|(_, kind)| kind.as_str()), Some("post.translated"));
}

#[tokio::test]
async fn an_answer_for_another_wording_is_dropped() {
    let wished = Wished::new().await;
    let source = wished.source(wished.post).await.unwrap();
    wished.world.run("UPDATE posts SET markdown = 'without the name'").await;
    wished.makes(&source, "con el nombre").await;
    assert_eq!(wished.reads(wished.post).await, None, "and may be asked for anew");
    wished.ask(wished.post, "es").await.unwrap();
    let source = wished.source(wished.post).await.unwrap();
    assert_eq!(source.markdown, "without the name");
    wished.world.run("UPDATE posts SET version = version + 1").await;
    assert_eq!(wished.reads(wished.post).await, None, "it was of the wording before");
    assert_eq!(super::source(&wished.world.db, source.translation).await.unwrap(), None);
}

#[tokio::test]
async fn a_reply_that_becomes_a_thread_is_translated_with_its_title() {
    let wished = Wished::new().await;
    let reply = wished.world.reply(&wished.ada, wished.thread, "A reply in English.").await;
    wished.ask(reply, "es").await.unwrap();
    let source = wished.source(reply).await.unwrap();
    assert_eq!(source.title, None);
    wished.makes(&source, "Una respuesta").await;
    let mo = wished.world.moderator("mo").await;
    let title = Title::parse("Parted").unwrap();
    let parted = async |tx: &mut Tx| part(tx, &mo, wished.thread, &[reply], &title).await;
    wished.world.db.write(parted).await.unwrap();
    assert_eq!(wished.reads(reply).await, None);
    wished.ask(reply, "es").await.unwrap();
    assert_eq!(wished.source(reply).await.unwrap().title.as_deref(), Some("Parted"));
}
