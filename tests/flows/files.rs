//! Files: sent at once, piece by piece and without scripts; seen as far as their text; gone with it.

use std::io::Cursor;

use axum::body::Body;
use http::{Method, header};
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};
use stoa_kernel::{RoleKind, Tx};
use stoa_server::files as server;
use stoa_tests::hostile_files::{self, Hostile};
use stoa_tests::{Answer, Person, World};

/// A photograph with a position, as a telephone makes it: the segment APP1 after the beginning.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([x as u8, y as u8, 90]));
    let mut plain = Cursor::new(Vec::new());
    picture.write_to(&mut plain, ImageFormat::Jpeg).unwrap();
    let plain = plain.into_inner();
    let exif: &[u8] = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\
        \0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, exif, &plain[2..]].concat()
}

/// A picture of more than one piece.
fn noise() -> Vec<u8> {
    let picture = RgbImage::from_fn(400, 400, |x, y| {
        let mixed = (x * 7919 + y * 104_729).wrapping_mul(2_654_435_761);
        Rgb([mixed as u8, (mixed >> 8) as u8, (mixed >> 16) as u8])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

const TABLE: &[u8] = b"city,buses\nLiepaja,40\n";

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

/// Sends a file and answers its address.
async fn sent(person: &Person, name: &str, bytes: &[u8]) -> String {
    text(&person.upload(name, bytes).await.expect(201).json()["url"])
}

async fn reply(world: &World, by: &Person, thread: &str, json: Value) -> Answer {
    let answer = by.api("POST", &format!("/threads/{thread}/posts"), Some(json)).await;
    world.settle().await;
    answer
}

async fn thread(world: &World, by: &Person) -> String {
    let opened = world.thread(by, "questions", "Soil", "What grows here?").await.expect(201);
    world.settle().await;
    text(&opened.json()["thread"])
}

fn places(world: &World) -> Vec<std::path::PathBuf> {
    let folder = world.app.config.files.folder().expect("a folder");
    let mut found = Vec::new();
    let mut open = vec![folder];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    // Whose files these are.
    found.retain(|path| !path.ends_with("owner"));
    found
}

#[tokio::test]
async fn a_photograph_is_shown_small_and_says_nothing_of_where_it_was_taken() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let bytes = photograph(1600, 1200);
    assert!(bytes.windows(4).any(|four| four == b"Exif"));
    let made = ada.upload("../Plaza de Armas.JPEG", &bytes).await.expect(201).json();
    let file = (made["name"].as_str(), made["kind"].as_str(), made["width"].as_i64());
    assert_eq!(file, (Some("Plaza de Armas.jpeg"), Some("jpg"), Some(1600)));
    let url = text(&made["url"]);
    let got = ada.get(&url).await.expect(200);
    assert!(!got.body.contains("Exif"));
    let header = |name: &str| got.headers[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "image/jpeg");
    assert!(header("content-disposition").starts_with("inline; filename=\"Plaza de Armas.jpeg\""));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").contains("sandbox"));
    assert_eq!(header("cross-origin-resource-policy"), "same-origin");
    kit.get(&url).await.expect(404);

    let thread = thread(&world, &ada).await;
    let attachments = json!([{ "id": made["id"], "description": "Buses [new] on the square" }]);
    let new = json!({ "body": "This is ours.", "attachments": attachments });
    let post = text(&reply(&world, &ada, &thread, new).await.expect(201).json()["post"]);
    let shown = kit.api("GET", &format!("/posts/{post}"), None).await.json();
    let html = text(&shown["html"]);
    let small = format!(
        "<img src=\"{url}/small\" width=\"800\" height=\"600\" alt=\"Buses [new] on the square\""
    );
    assert!(html.contains(&small), "{html}");
    for address in [url.clone(), format!("{url}/small")] {
        let got = world.guest().get(&address).await.expect(200);
        let tag = got.headers[header::ETAG].to_str().unwrap().to_owned();
        let again = [(header::IF_NONE_MATCH, tag.as_str())];
        world.guest().send(Method::GET, &address, &again, Body::empty()).await.expect(304);
    }
    // Who lost the right to see it is not told that it is unchanged.
    ada.api("DELETE", &format!("/posts/{post}"), None).await.expect(204);
    let tag = got.headers[header::ETAG].to_str().unwrap().to_owned();
    let again = [(header::IF_NONE_MATCH, tag.as_str())];
    kit.send(Method::GET, &url, &again, Body::empty()).await.expect(404);
}

#[tokio::test]
async fn a_document_is_led_to_and_saved_not_opened() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    let url = sent(&ada, "Ārējā \"plan\".csv", TABLE).await;
    let thread = thread(&world, &ada).await;
    let new = json!({ "body": format!("See [our table]({url}) please.") });
    let post = text(&reply(&world, &ada, &thread, new).await.expect(201).json()["post"]);
    let html = text(&ada.api("GET", &format!("/posts/{post}"), None).await.json()["html"]);
    assert!(html.contains("our table</a> <span class=\"file\">(CSV, "), "{html}");
    let got = world.guest().get(&url).await.expect(200);
    let disposition = got.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert!(disposition.starts_with("attachment; "), "{disposition}");
    assert!(disposition.contains("filename*=UTF-8''%C4%80r%C4%93j%C4%81"), "{disposition}");
    assert_eq!(got.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(got.body.as_bytes(), TABLE);
    let head = world.guest().send(Method::HEAD, &url, &[], Body::empty()).await.expect(200);
    assert!(head.body.is_empty());
}

#[tokio::test]
async fn a_file_comes_piece_by_piece_and_goes_on_after_a_break() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let bytes = noise();
    let length = bytes.len().to_string();
    let headers =
        [("upload-length", length.as_str()), ("upload-metadata", "filename cGhvdG8uanBn")];
    let begun = ada.api_with("POST", "/uploads", None, &headers).await.expect(201);
    let at = begun.location().to_owned();
    let piece = async |from: usize, part: &[u8], who: &Person| {
        let from = from.to_string();
        let headers = [
            (header::CONTENT_TYPE, "application/offset+octet-stream"),
            (header::HeaderName::from_static("upload-offset"), from.as_str()),
        ];
        who.send(Method::PATCH, &at, &headers, Body::from(part.to_vec())).await
    };
    assert_eq!(
        piece(0, &bytes[..70_000], &ada).await.expect(204).headers["upload-offset"],
        "70000"
    );
    piece(0, &bytes[..70_000], &ada).await.expect(409);
    piece(70_000, &bytes[70_000..70_010], &ada).await.expect(400);
    piece(70_000, &bytes[70_000..], &kit).await.expect(404);
    kit.send(Method::HEAD, &at, &[], Body::empty()).await.expect(404);
    ada.get(&at).await.expect(404);
    let far = ada.send(Method::HEAD, &at, &[], Body::empty()).await.expect(200);
    assert_eq!(
        (&far.headers["upload-offset"], &far.headers["upload-length"]),
        (&"70000".parse().unwrap(), &length.parse().unwrap())
    );
    piece(70_000, &[bytes[70_000..].to_vec(), vec![0]].concat(), &ada).await.expect(413);
    piece(70_000, &bytes[70_000..], &ada).await.expect(204);
    let made = ada.get(&at).await.expect(200).json();
    assert_eq!((made["name"].as_str(), made["kind"].as_str()), (Some("photo.jpg"), Some("jpg")));
    ada.get(&text(&made["url"])).await.expect(200);
    assert_eq!(places(&world).len(), 1, "the pieces are gone: {:?}", places(&world));

    // What cannot be kept is said with the last piece, and nothing of it stays.
    let headers = [("upload-length", "9"), ("upload-metadata", "filename YS5wbmc=")];
    let bad =
        ada.api_with("POST", "/uploads", None, &headers).await.expect(201).location().to_owned();
    let headers = [
        (header::CONTENT_TYPE, "application/offset+octet-stream"),
        (header::HeaderName::from_static("upload-offset"), "0"),
    ];
    ada.send(Method::PATCH, &bad, &headers, Body::from("<svg></sv")).await.expect(415);
    ada.send(Method::HEAD, &bad, &[], Body::empty()).await.expect(404);
    assert_eq!(places(&world).len(), 1);
    let too_long = [("upload-length", "8388609")];
    ada.api_with("POST", "/uploads", None, &too_long).await.expect(413);
    ada.api_with("POST", "/uploads", None, &[("upload-length", "x")]).await.expect(400);
    world.guest().api_with("POST", "/uploads", None, &[("upload-length", "9")]).await.expect(401);
}

#[tokio::test]
async fn without_a_script_a_file_joins_the_text_and_nothing_typed_is_lost() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    let thread = thread(&world, &ada).await;
    let form = [
        ("body", "My first line."),
        ("language", "en"),
        ("described", "Two trams"),
        ("once", "k1"),
    ];
    let path = format!("/files?draft=reply:{thread}");
    let photo = photograph(40, 30);
    let to = ada.send_file(&path, &form, Some(("trams.jpg", &photo))).await.expect(303);
    let onwards = ada.get(to.location()).await.expect(303);
    let page = ada.get(onwards.location()).await.expect(200);
    assert!(page.shows("My first line.\n\n![Two trams](/f/"), "{}", page.body);
    assert!(page.shows("The file is attached."));
    // Refused or forgotten: the text is a draft, and the way back is there.
    let typed = [("body", "A longer text."), ("title", "About soil"), ("themes", "transport")];
    for (file, status) in [(Some(("x.svg", b"<svg onload=x>" as &[u8])), 415), (None, 400)] {
        let refused = ada.send_file("/files?draft=new", &typed, file).await.expect(status);
        assert!(refused.body.contains("/new?draft="), "{}", refused.body);
    }
    assert!(
        ada.send_file("/files?draft=new", &typed, Some(("x.svg", b"<svg onload=x>")))
            .await
            .shows("Save it as PNG")
    );
    let large = vec![b'x'; 12 << 20];
    let refused = ada.send_file("/files?draft=new", &typed, Some(("x.csv", &large))).await;
    assert!(refused.expect(413).body.contains("/new?draft="), "the text is a draft all the same");
    let endless = "x".repeat(3 << 20);
    let fields = [("body", endless.as_str())];
    ada.send_file("/files?draft=new", &fields, Some(("t.csv", TABLE))).await.expect(413);
    let drafts = ada.api("GET", "/me/drafts/new", None).await.expect(200).json();
    assert_eq!(drafts["body"], "A longer text.");
    assert_eq!(
        (&drafts["title"], &drafts["fields"]["themes"][0]),
        (&json!("About soil"), &json!("transport"))
    );
    let guest = world.guest().send_file(&path, &form, Some(("trams.jpg", &photo))).await;
    assert!(guest.expect(401).shows("My first line."), "whose session ended keeps the text");
}

#[tokio::test]
async fn a_quota_a_newcomers_measure_and_the_owners_list() {
    let world = World::with(|config| {
        config.files.quota_mib = 1;
        config.limits.factor = 1.0;
    })
    .await;
    let (ada, new) = (world.member("Ada").await, world.newcomer("New").await);
    let table = "a,b\n".repeat(150_000);
    let url = sent(&ada, "big.csv", table.as_bytes()).await;
    let full = ada.upload("big.csv", table.as_bytes()).await.expect(400).json();
    assert!(text(&full["errors"]["file"][0]).contains("Delete some"), "{full}");
    let page = ada.get("/settings/files").await.expect(200);
    assert!(page.shows("big.csv") && page.shows("586 KB of 1.0 MB used."), "{}", page.body);
    let id = url.trim_start_matches("/f/").to_owned();
    let thread = thread(&world, &ada).await;
    world.passes(std::time::Duration::from_secs(60));
    reply(&world, &ada, &thread, json!({ "body": "Hi", "attachments": [id] })).await.expect(201);
    ada.post(&format!("/settings/files/{id}/delete"), &[]).await.expect(409);
    assert!(ada.get("/settings/files").await.shows("In your texts:"));
    let mine = ada.api("GET", "/uploads", None).await.json();
    assert_eq!(
        (&mine["items"][0]["posts"].as_array().unwrap().len(), &mine["quota"]),
        (&1, &json!(1_048_576))
    );

    let (one, two) = (
        sent(&new, "a.jpg", &photograph(9, 9)).await,
        sent(&new, "b.jpg", &photograph(8, 8)).await,
    );
    let table = sent(&new, "t.csv", TABLE).await;
    for body in [format!("![a]({one}) ![b]({two})"), format!("[t]({table})")] {
        let refused =
            reply(&world, &new, &thread, json!({ "body": body })).await.expect(400).json();
        assert!(text(&refused["errors"]["body"][0]).contains("one picture"), "{refused}");
        assert_eq!(refused["kept"].as_str().map(str::is_empty), Some(false), "the text comes back");
    }
    reply(&world, &new, &thread, json!({ "body": format!("![a]({one})") })).await.expect(201);
    let foreign = json!({ "body": "Hi", "attachments": [two.trim_start_matches("/f/")] });
    reply(&world, &ada, &thread, foreign).await.expect(400);
}

#[tokio::test]
async fn files_go_with_their_texts_and_from_the_disk() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let thread = thread(&world, &kit).await;
    let mut posts = Vec::new();
    for name in ["kept", "erased"] {
        let url = sent(&ada, &format!("{name}.jpg"), &photograph(900, 10)).await;
        let json = json!({ "body": format!("{name} ![x]({url})") });
        posts.push((text(&reply(&world, &ada, &thread, json).await.json()["post"]), url));
    }
    let free = sent(&ada, "free.csv", TABLE).await;
    assert_eq!(places(&world).len(), 5);
    ada.api("POST", &format!("/posts/{}/erasure", posts[1].0), None).await.expect(204);
    ada.get(&posts[1].1).await.expect(404);
    world.settle().await;
    assert_eq!(places(&world).len(), 3, "its bytes are gone at once: {:?}", places(&world));
    world.passes(std::time::Duration::from_secs(49 * 3600));
    server::round(&world.app).await.unwrap();
    assert_eq!(places(&world).len(), 2);
    ada.get(&free).await.expect(404);
    kit.get(&posts[0].1).await.expect(200);

    // The archive holds them; who leaves takes them along, as far as no text stays that shows them.
    world.signs_in_again(&ada).await;
    let archive = ada.api("GET", "/me/export", None).await.expect(200);
    assert!(archive.file("files.json").contains("kept.jpg"));
    assert!(archive.body.contains("files/") && archive.body.contains("-kept.jpg\n"));
    let unused = sent(&ada, "unused.csv", TABLE).await;
    ada.api("POST", "/me/erasure", Some(json!({ "choice": "keep_posts" }))).await.expect(202);
    world.settle().await;
    kit.get(&posts[0].1).await.expect(200);
    assert_eq!(places(&world).len(), 2, "{unused}");
}

#[tokio::test]
async fn who_leaves_with_all_texts_leaves_no_file() {
    let world = World::new().await;
    let (ada, kit) = (world.member("Ada").await, world.member("Kit").await);
    let thread = thread(&world, &kit).await;
    let url = sent(&ada, "gone.jpg", &photograph(900, 10)).await;
    let body = format!("mine ![x]({url})");
    reply(&world, &ada, &thread, json!({ "body": body })).await.expect(201);
    world.signs_in_again(&ada).await;
    ada.api("POST", "/me/erasure", Some(json!({ "choice": "delete_posts" }))).await.expect(202);
    world.settle().await;
    kit.get(&url).await.expect(404);
    assert!(places(&world).is_empty(), "{:?}", places(&world));
}

/// Six kinds of people, and which of them reads what is published, held, removed, moved and erased.
struct People {
    world: World,
    all: Vec<(&'static str, Person)>,
}

impl People {
    async fn new() -> Self {
        let world = World::new().await;
        let admin = world.administrator("Root").await;
        hide_experiences(&world, &admin).await;
        // Whose texts wait for a moderator.
        let author = world.newcomer("Ada").await;
        world.gives(&author, RoleKind::Participant, Some("experiences")).await;
        let here = world.moderator_of("Here", "questions").await;
        world.gives(&here, RoleKind::Moderator, Some("experiences")).await;
        let all = vec![
            ("author", author),
            ("moderator", here),
            ("administrator", admin),
            ("guest", world.guest()),
            ("member", world.member("Kit").await),
            ("moderator elsewhere", world.moderator_of("Else", "needs-offers").await),
        ];
        Self { world, all }
    }

    fn person(&self, name: &str) -> &Person {
        &self.all.iter().find(|(known, _)| *known == name).expect("one of the six").1
    }

    /// Fails unless exactly the first so many of them get the files.
    async fn opens(&self, files: &[String], first: usize, state: &str) {
        for (at, (name, person)) in self.all.iter().enumerate() {
            for file in files {
                let status = person.get(file).await.status.as_u16();
                let expected = if at < first { 200 } else { 404 };
                assert_eq!(status, expected, "{file} for {name} when {state}");
            }
        }
    }
}

async fn hide_experiences(world: &World, admin: &Person) {
    let id = admin.member.unwrap();
    let root = stoa_accounts::views::actor(&world.app.db, id).await.unwrap().unwrap();
    let db = &world.app.db;
    let space = stoa_threads::spaces::id_of(db, "experiences").await.unwrap().unwrap();
    let (mut settings, version) = stoa_threads::spaces::settings(db, &root, space).await.unwrap();
    settings.visibility = stoa_kernel::policy::Visibility::Private;
    let change = async move |tx: &mut Tx| {
        stoa_threads::spaces::change(tx, &root, space, version, &settings).await
    };
    db.write(change).await.unwrap();
}

/// Sends a file with any name; answers what it is, or the refusal.
async fn in_pieces(author: &Person, file: &Hostile) -> Answer {
    use base64::Engine;
    let name = base64::engine::general_purpose::STANDARD.encode(&file.name);
    let (length, named) = (file.bytes.len().to_string(), format!("filename {name}"));
    let headers = [("upload-length", length.as_str()), ("upload-metadata", named.as_str())];
    let at = author.api_with("POST", "/uploads", None, &headers).await.expect(201);
    let headers = [
        (header::CONTENT_TYPE, "application/offset+octet-stream"),
        (header::HeaderName::from_static("upload-offset"), "0"),
    ];
    let body = Body::from(file.bytes.clone());
    let done = author.send(Method::PATCH, at.location(), &headers, body).await;
    match done.status.as_u16() {
        204 => Answer { status: http::StatusCode::CREATED, ..author.get(at.location()).await },
        _ => done,
    }
}

/// Sends a hostile file; answers its address when it was kept. Never a fault of ours.
async fn tried(author: &Person, file: &Hostile) -> Option<String> {
    let answer = match file.name.contains(char::is_control) {
        // No form can carry such a name; a program can send it otherwise.
        true => in_pieces(author, file).await,
        false => author.upload(&file.name, &file.bytes).await,
    };
    let status = answer.status.as_u16();
    match file.accepted {
        Some(kind) => {
            assert_eq!(status, 201, "{:?}: {}", file.name, answer.body);
            let made = answer.json();
            assert_eq!(made["kind"], kind, "{:?}", file.name);
            Some(text(&made["url"]))
        }
        None => {
            assert!(matches!(status, 413 | 415 | 400), "{:?}: {status}", file.name);
            assert!(!answer.body.contains("files-refused"), "{}", answer.body);
            None
        }
    }
}

async fn approve_all(world: &World, moderator: &Person) {
    let open = moderator.api("GET", "/moderation/cases?state=open&limit=100", None).await.json();
    for case in open["items"].as_array().unwrap() {
        let path = format!("/moderation/cases/{}/decision", text(&case["id"]));
        let version = format!("\"{}\"", case["version"]);
        let approve = Some(json!({ "action": "approve" }));
        moderator.api_with("POST", &path, approve, &[("if-match", &version)]).await.expect(200);
    }
    world.settle().await;
}

/// Takes a post away, or puts it back, by the verbs.
async fn fate(world: &World, post: &str, away: bool) {
    let post = post.parse().unwrap();
    let change = async |tx: &mut Tx| match away {
        true => stoa_threads::posts::remove(tx, post).await,
        false => stoa_threads::posts::restore(tx, post).await,
    };
    world.app.db.write(change).await.unwrap();
    world.settle().await;
}

#[tokio::test]
async fn two_hundred_hostile_files_are_refused_or_harmless_and_follow_their_text() {
    let people = People::new().await;
    let (world, author) = (&people.world, people.person("author"));
    let hostile = hostile_files::all();
    assert!(hostile.len() >= 200);
    let mut kept = Vec::new();
    for file in &hostile {
        kept.extend(tried(author, file).await);
    }
    assert!(kept.len() >= 30, "{}", kept.len());
    for file in &kept {
        let got = author.get(file).await.expect(200);
        let header = |name: &str| got.headers[name].to_str().unwrap();
        let kind = header("content-type").to_owned();
        let shown = header("content-disposition").starts_with("inline");
        assert_eq!(shown, kind.starts_with("image/"), "{file}: {kind}");
        assert!(!kind.contains("svg") && !kind.contains("html"), "{kind}");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(header("content-security-policy").contains("sandbox"));
    }
    people.opens(&kept, 1, "not in a text yet").await;

    let thread = thread(world, people.person("moderator")).await;
    let mut posts = Vec::new();
    // A text names twenty files at most.
    for some in kept.chunks(20) {
        let body: Vec<String> = some.iter().map(|url| format!("![x]({url})")).collect();
        let json = json!({ "body": body.join("\n\n") });
        posts.push(text(&reply(world, author, &thread, json).await.expect(201).json()["post"]));
    }
    people.opens(&kept, 3, "held").await;
    let moderator = people.person("moderator");
    approve_all(world, moderator).await;
    people.opens(&kept, 6, "published").await;
    for post in &posts {
        fate(world, post, true).await;
    }
    people.opens(&kept, 3, "removed").await;
    for post in &posts {
        fate(world, post, false).await;
    }
    people.opens(&kept, 6, "restored").await;
    let there = json!({ "space": "experiences" });
    let moved = moderator.api("POST", &format!("/threads/{thread}/move"), Some(there)).await;
    moved.expect(200);
    people.opens(&kept, 3, "moved to a private space").await;
    for post in &posts {
        author.api("POST", &format!("/posts/{post}/erasure"), None).await.expect(204);
    }
    people.opens(&kept, 0, "erased").await;
    world.settle().await;
    assert!(places(world).is_empty(), "{:?}", places(world));
}
