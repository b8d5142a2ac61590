use std::time::Duration;

use stoa_kernel::Screened;
use stoa_policy::Standing;

use super::*;
use crate::drafts::{self, Draughted, Slot};
use crate::leaving;
use crate::model::{Edit, Edited, Prepared};
use crate::posts;
use crate::testing::{World, passed, stopped, text};

const QUOTA: i64 = 1000;

fn kept(id: FileId, size: i32) -> Kept {
    let (name, kind) = ("plan.pdf".to_owned(), "pdf".to_owned());
    Kept { id, name, kind, size, small: false, dimensions: None, sha256: "0".to_owned() }
}

async fn sent(world: &World, actor: &Actor, size: i32) -> Result<FileId, Fault> {
    let begin = async |tx: &mut Tx| {
        let id = begin(tx, actor, "plan.pdf", size, QUOTA).await?;
        keep(tx, actor, &kept(id, size), QUOTA).await?;
        Ok(id)
    };
    world.db.write(begin).await
}

fn naming(words: &str, file: FileId) -> Prepared {
    let words = format!("{words} [plan.pdf]({})", address(file));
    Prepared { files: vec![Attached { file, picture: false }], ..text(&words) }
}

/// Writes a reply, in the thread of the words.
async fn write(world: &World, actor: &Actor, screened: Screened, body: Prepared) -> PostId {
    let host = world.member(body.plain.split(' ').next().unwrap()).await;
    let (thread, _) = world.open(&host, "Soil").await;
    let new = crate::NewReply { thread, reply_to: None, city: None, body };
    let reply = async |tx: &mut Tx| posts::reply(tx, actor, screened, &new).await;
    match world.db.write(reply).await.unwrap() {
        crate::Replied::Published { post, .. } | crate::Replied::Held { post, .. } => post,
    }
}

async fn reads(world: &World, actor: &Actor, file: FileId) -> bool {
    match readable(&world.db, actor, file).await {
        Ok(kept) => kept.id == file,
        Err(Fault::NotFound) => false,
        Err(fault) => panic!("{fault}"),
    }
}

async fn edit(
    world: &World,
    actor: &Actor,
    screened: Screened,
    post: PostId,
    body: Prepared,
) -> Edited {
    let version = posts::facts(&world.db, actor, post).await.unwrap().version;
    let new = Edit { post, version, title: None, body };
    world.db.write(async |tx: &mut Tx| posts::edit(tx, actor, screened, &new).await).await.unwrap()
}

#[test]
fn a_markdown_names_files_by_their_addresses() {
    let id = "01j6zzzzzzzzzzzzzzzzzzzzzz";
    let text = format!("![a](/f/{id}) [b](https://stoa.example/f/{id}/small) /f/short /f/");
    assert_eq!(named_in(&text).iter().map(ToString::to_string).collect::<Vec<_>>(), [id]);
    assert!(named_in("/f/é /f/").is_empty());
}

#[tokio::test]
async fn a_file_opens_as_far_as_a_text_that_names_it() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let staff = world.moderator("staff").await;
    let guest = Actor::guest();
    let file = sent(&world, &ada, 10).await.unwrap();
    assert!(reads(&world, &ada, file).await);
    assert!(!reads(&world, &kit, file).await && !reads(&world, &staff, file).await);
    let post = write(&world, &ada, stopped(), naming("see", file)).await;
    assert!(reads(&world, &ada, file).await && reads(&world, &staff, file).await);
    assert!(!reads(&world, &kit, file).await && !reads(&world, &guest, file).await);
    world.db.write(async |tx: &mut Tx| posts::publish(tx, post).await.map(|_| ())).await.unwrap();
    assert!(reads(&world, &kit, file).await && reads(&world, &guest, file).await);
    world.db.write(async |tx: &mut Tx| posts::delete(tx, &ada, post).await).await.unwrap();
    assert!(!reads(&world, &guest, file).await && !reads(&world, &kit, file).await);
}

#[tokio::test]
async fn nobody_opens_a_file_of_another_by_naming_it() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let file = sent(&world, &ada, 10).await.unwrap();
    write(&world, &kit, passed(), naming("mine", file)).await;
    assert!(!reads(&world, &kit, file).await);
    assert!(reads(&world, &ada, file).await);
}

#[tokio::test]
async fn a_waiting_wording_opens_its_file_for_author_and_staff_alone() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let staff = world.moderator("staff").await;
    let post = write(&world, &ada, passed(), text("first")).await;
    world.pass(3600);
    let file = sent(&world, &ada, 10).await.unwrap();
    let held = edit(&world, &ada, stopped(), post, naming("second", file)).await;
    assert!(matches!(held, Edited::Held { .. }));
    assert!(reads(&world, &ada, file).await && reads(&world, &staff, file).await);
    assert!(!reads(&world, &kit, file).await);
    let Edited::Held { revision, .. } = held else { unreachable!() };
    let publish = async |tx: &mut Tx| posts::publish_revision(tx, revision).await.map(|_| ());
    world.db.write(publish).await.unwrap();
    assert!(reads(&world, &kit, file).await);
    world.pass(3600);
    edit(&world, &ada, passed(), post, text("third")).await;
    let history = reads(&world, &kit, file).await;
    let public = crate::views::revisions(&world.db, &kit, post).await.unwrap().len() > 1;
    assert_eq!(history, public, "an earlier wording opens it exactly where history is public");
    assert!(reads(&world, &staff, file).await);
}

#[tokio::test]
async fn files_that_no_text_names_go_and_named_ones_stay() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let mut ids = Vec::new();
    for _ in 0..4 {
        ids.push(sent(&world, &ada, 10).await.unwrap());
    }
    let [free, named, drafted, erased] = ids[..] else { unreachable!() };
    write(&world, &ada, passed(), naming("see", named)).await;
    let gone = write(&world, &ada, passed(), naming("gone", erased)).await;
    let draft = Draughted {
        slot: Slot::New(None),
        title: String::new(),
        body: format!("![]({})", address(drafted)),
        fields: serde_json::json!({}),
        sequence: 1,
    };
    let save = async |tx: &mut Tx| drafts::save(tx, &ada, &draft).await.map(|_| ());
    world.db.write(save).await.unwrap();
    let look = async |seconds: u64| {
        let sweep = async |tx: &mut Tx| {
            loose(tx, tx.now().minus(Duration::from_secs(seconds)), None, 100).await
        };
        world.db.write(sweep).await.unwrap().0
    };
    assert_eq!(look(3600).await, [], "what was just sent stays");
    world.pass(7200);
    assert_eq!(look(3600).await, [free]);
    world.db.write(async |tx: &mut Tx| leaving::erase_text(tx, &ada, gone).await).await.unwrap();
    let of = async |tx: &mut Tx| loose_of(tx, gone).await;
    assert_eq!(world.db.write(of).await.unwrap(), [erased]);
    assert!(!reads(&world, &ada, erased).await);
    assert!(reads(&world, &ada, named).await && reads(&world, &ada, drafted).await);
    assert_eq!(abandoned(&world.db, &ids).await.unwrap(), [free, erased]);
}

#[tokio::test]
async fn a_quota_is_kept_and_a_named_file_is_not_withdrawn() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let file = sent(&world, &ada, 600).await.unwrap();
    assert!(matches!(sent(&world, &ada, 600).await, Err(Fault::Invalid(_))));
    assert_eq!(used(&world.db, &ada).await.unwrap(), 600);
    let take = async |actor: &Actor| {
        let actor = actor.clone();
        world.db.write(async move |tx: &mut Tx| withdraw(tx, &actor, file).await).await
    };
    assert!(matches!(take(&kit).await, Err(Fault::NotFound)));
    write(&world, &ada, passed(), naming("see", file)).await;
    assert!(matches!(take(&ada).await, Err(Fault::Conflict("files-named"))));
    let listed = list(&world.db, &ada, 10).await.unwrap();
    assert_eq!((listed.len(), listed[0].posts.len()), (1, 1));
}

#[tokio::test]
async fn pieces_come_in_order_and_only_from_who_sends() {
    let world = World::new().await;
    let (ada, kit) = (world.member("ada").await, world.member("kit").await);
    let begun = async |tx: &mut Tx| begin(tx, &ada, "a.pdf", 10, QUOTA).await;
    let id = world.db.write(begun).await.unwrap();
    let note = async |actor: &Actor, from, until| {
        let actor = actor.clone();
        world.db.write(async move |tx: &mut Tx| received(tx, &actor, id, from, until).await).await
    };
    assert!(note(&ada, 0, 4).await.unwrap());
    assert!(!note(&ada, 0, 4).await.unwrap(), "it was here already");
    assert!(matches!(note(&kit, 4, 8).await, Err(Fault::NotFound)));
    assert_eq!(unfinished(&world.db, &ada, id).await.unwrap().received, 4);
    assert!(!reads(&world, &ada, id).await, "not before it is whole");
    let suspended = world.person("sus", Standing::Suspended, &[]).await;
    let refused = async |tx: &mut Tx| begin(tx, &suspended, "a.pdf", 10, QUOTA).await;
    assert!(matches!(world.db.write(refused).await, Err(Fault::Forbidden(_))));
}
