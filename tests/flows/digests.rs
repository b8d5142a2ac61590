//! Letters, notices and digests: what reaches whom, once, and how one leaves.

use std::time::Duration;

use axum::body::Body as Raw;
use http::{Method, header};
use serde_json::json;
use stoa_digests::letters;
use stoa_kernel::ids::{MemberId, PostId, ThreadId};
use stoa_kernel::{Actor, Tx, jobs};
use stoa_moderation::cases;
use stoa_moderation::model::{Act, Settings, Verdict};
use stoa_moderation::reasons::Reason;
use stoa_moderation::submissions::{self, Rules};
use stoa_server::mail::{Sent, Undelivered};
use stoa_server::submit::{self, Room, Typed};
use stoa_tests::{Person, World};
use stoa_threads::{
    Body, Direction, NewReply, NewThread, Opened, Prepared, Replied, ThreadKind, Title, posts,
    reading,
};

const RULES: Rules = Rules::NONE;
const MINUTE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(86_400);

async fn actor(world: &World, person: &Person) -> Actor {
    let id = person.member.unwrap();
    stoa_accounts::views::actor(&world.app.db, id).await.unwrap().unwrap()
}

async fn prepared(world: &World, actor: &Actor, text: &str) -> Prepared {
    let body = Body::parse(text).unwrap();
    let typed = Typed { body: &body, title: "", language: "en", own: &[], around: "" };
    submit::prepare(&world.app, actor, Room::ANYWHERE, typed).await.unwrap()
}

async fn asks(world: &World, person: &Person, title: &str) -> (ThreadId, PostId) {
    world.passes(MINUTE);
    let actor = actor(world, person).await;
    let body = prepared(world, &actor, "How did you do it?").await;
    let questions = stoa_threads::spaces::id_of(&world.app.db, "questions").await;
    let new = NewThread {
        space: questions.unwrap().unwrap(),
        kind: ThreadKind::Question,
        title: Title::parse(title).unwrap(),
        language: "en".into(),
        themes: vec![],
        city: None,
        direction: Direction::Neither,
        body,
    };
    let opens = async move |tx: &mut Tx| submissions::open(tx, &actor, &RULES, &new).await;
    match world.app.db.write(opens).await.unwrap() {
        Opened::Published { thread, post } | Opened::Held { thread, post, .. } => (thread, post),
    }
}

async fn replies(world: &World, person: &Person, thread: ThreadId, text: &str) -> PostId {
    world.passes(MINUTE);
    let actor = actor(world, person).await;
    let body = prepared(world, &actor, text).await;
    let new = NewReply { thread, reply_to: None, city: None, body };
    let replies = async move |tx: &mut Tx| submissions::reply(tx, &actor, &RULES, &new).await;
    match world.app.db.write(replies).await.unwrap() {
        Replied::Published { post, .. } | Replied::Held { post, .. } => post,
    }
}

fn sent_to(world: &World, person: &Person) -> Vec<Sent> {
    let all = world.app.postman.sent();
    all.into_iter().filter(|letter| Some(letter.member) == person.member).collect()
}

fn names(world: &World, person: &Person) -> Vec<String> {
    sent_to(world, person).into_iter().map(|letter| letter.name).collect()
}

fn headers(letter: &Sent, name: &str) -> Vec<String> {
    let head = letter.raw.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
    let of = format!("{}:", name.to_ascii_lowercase());
    let found = head.lines().filter(|line| line.to_ascii_lowercase().starts_with(&of));
    found.map(|line| line[of.len()..].trim().to_owned()).collect()
}

/// The path of the link by which the mail program leaves.
fn leaving(letter: &Sent) -> String {
    let link = headers(letter, "List-Unsubscribe").remove(0);
    let link = link.trim_matches(['<', '>']);
    link.strip_prefix("http://stoa.test").expect("an address of ours").to_owned()
}

async fn one_click(person: &Person, path: &str) -> u16 {
    let kind = (header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let body = Raw::from("List-Unsubscribe=One-Click");
    let cross = (header::HeaderName::from_static("sec-fetch-site"), "none");
    person.send(Method::POST, path, &[kind, cross], body).await.status.as_u16()
}

async fn reads(world: &World, person: &Person, thread: ThreadId, number: i32) {
    let actor = actor(world, person).await;
    let mark = async move |tx: &mut Tx| {
        reading::mark(tx, &actor, thread, number, reading::Move::Forward).await
    };
    world.app.db.write(mark).await.unwrap();
}

#[tokio::test]
async fn an_answer_reaches_the_asker_by_letter_and_inbox() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ada, "Heat pumps in old blocks").await;
    let post = replies(&world, &ben, thread, "> a quote\n\nThe city **pays** first.").await;
    world.settle().await;
    world.settle().await;
    let sent = sent_to(&world, &ada);
    assert_eq!(sent.len(), 1);
    let letter = &sent[0];
    assert_eq!(
        (letter.name.as_str(), letter.subject.as_str()),
        ("thread-reply", "Ben answered your question")
    );
    for twin in [&letter.text, &letter.html] {
        assert!(twin.contains("The city pays first."), "{twin}");
        assert!(twin.contains("Heat pumps in old blocks") && !twin.contains("a quote"));
        assert!(twin.contains(&format!("http://stoa.test/p/{post}")));
    }
    assert!(letter.text.contains("because you opened the thread"));
    assert_eq!(headers(letter, "Stoa-Letter"), ["thread-reply"]);
    assert_eq!(headers(letter, "List-Unsubscribe-Post"), ["List-Unsubscribe=One-Click"]);
    assert_eq!(headers(letter, "References"), [format!("<thread-{thread}@stoa.test>")]);
    assert!(headers(letter, "Message-ID")[0].ends_with("@stoa.test>"));
    assert_eq!(names(&world, &ben), Vec::<String>::new());
    let inbox = ada.get("/inbox").await.expect(200);
    assert!(inbox.shows("Ben") && inbox.shows("because you asked"));
    assert!(inbox.body.contains("data-count=\"inbox\">1<"), "{}", inbox.body);
    let notices = ada.api("GET", "/me/notices", None).await.expect(200).json();
    assert_eq!(notices["unread"], 1);
    assert_eq!(notices["items"][0]["reason"], "your_thread");
    ada.submit("/inbox/read-all", &[]).await.expect(200);
    let notices = ada.api("GET", "/me/notices", None).await.expect(200).json();
    assert_eq!((&notices["unread"], &notices["items"][0]["read"]), (&json!(0), &json!(true)));
}

#[tokio::test]
async fn a_mention_names_itself_and_leaves_by_itself() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ben, "Shade").await;
    let id = ada.member.unwrap();
    let handle =
        stoa_accounts::views::cards(&world.app.db, &[id]).await.unwrap()[&id].handle.clone();
    replies(&world, &ben, thread, &format!("What do you think, @{handle}?")).await;
    world.settle().await;
    let sent = sent_to(&world, &ada);
    assert_eq!((sent[0].name.as_str(), sent[0].subject.as_str()), ("mention", "Ben mentioned you"));
    assert_eq!(one_click(&world.guest(), &leaving(&sent[0])).await, 200);
    replies(&world, &ben, thread, &format!("Well, @{handle}?")).await;
    world.settle().await;
    assert_eq!(names(&world, &ada), ["mention"]);
    assert_eq!(ada.api("GET", "/me/notices", None).await.json()["unread"], 2);
}

#[tokio::test]
async fn leaving_takes_one_press_and_looking_takes_nothing() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ada, "Canary of a title").await;
    replies(&world, &ben, thread, "One.").await;
    world.settle().await;
    let link = leaving(&sent_to(&world, &ada)[0]);
    let guest = world.guest();
    for _ in 0..3 {
        let page = guest.get(&link).await.expect(200);
        assert!(page.shows("Leave this thread?") && !page.body.contains("Canary"));
        guest.send(Method::HEAD, &link, &[], Raw::empty()).await.expect(200);
    }
    replies(&world, &ben, thread, "Two.").await;
    world.settle().await;
    assert_eq!(names(&world, &ada).len(), 2, "looking left nothing");
    assert_eq!(one_click(&guest, &link).await, 200);
    assert_eq!(one_click(&guest, &link).await, 200);
    assert!(guest.get(&link).await.expect(200).shows("You have left this already."));
    replies(&world, &ben, thread, "Three.").await;
    world.settle().await;
    assert_eq!(names(&world, &ada).len(), 2);
    assert_eq!(guest.cookie("stoa"), None, "a link signs nobody in");
    for wrong in ["nonsense".to_owned(), format!("{link}x").replace("/unsubscribe/", "")] {
        guest.get(&format!("/unsubscribe/{wrong}")).await.expect(404);
        assert_eq!(one_click(&guest, &format!("/unsubscribe/{wrong}")).await, 404);
    }
}

#[tokio::test]
async fn leaving_can_be_taken_back() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ada, "Pumps").await;
    replies(&world, &ben, thread, "One.").await;
    world.settle().await;
    let link = leaving(&sent_to(&world, &ada)[0]);
    let guest = world.guest();
    let done = guest.post(&link, &[]).await.expect(200);
    assert!(done.shows("You have left the thread"));
    let before = done.hidden("before");
    guest.post(&link, &[("act", "undo"), ("before", &before)]).await.expect(200);
    guest.post(&link, &[("act", "undo"), ("before", "administrator")]).await.expect(400);
    replies(&world, &ben, thread, "Two.").await;
    world.settle().await;
    assert_eq!(names(&world, &ada).len(), 2);
}

#[tokio::test]
async fn a_multipart_press_of_a_mail_program_counts() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ada, "Pumps").await;
    replies(&world, &ben, thread, "One.").await;
    world.settle().await;
    let link = leaving(&sent_to(&world, &ada)[0]);
    let kind = (header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    world.guest().send(Method::POST, &link, &[kind], Raw::from(body)).await.expect(200);
    assert!(world.guest().get(&link).await.shows("You have left this already."));
}

#[tokio::test]
async fn replies_of_one_thread_come_together_and_not_when_read_meanwhile() {
    let world = World::with(|config| config.mail.bundle_s = 600).await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ada, "Pumps").await;
    replies(&world, &ben, thread, "First answer.").await;
    world.settle().await;
    replies(&world, &ben, thread, "Second answer.").await;
    world.settle().await;
    assert_eq!(names(&world, &ada), Vec::<String>::new());
    world.passes(MINUTE * 10);
    world.settle().await;
    let sent = sent_to(&world, &ada);
    assert_eq!(sent.len(), 1);
    assert!(sent[0].text.contains("First answer.") && sent[0].text.contains("Second answer."));
    replies(&world, &ben, thread, "Third answer.").await;
    world.settle().await;
    reads(&world, &ada, thread, 4).await;
    world.passes(MINUTE * 10);
    world.settle().await;
    assert_eq!(sent_to(&world, &ada).len(), 1);
}

#[tokio::test]
async fn what_was_taken_away_before_sending_is_not_sent() {
    let world = World::with(|config| config.mail.bundle_s = 600).await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ada, "Pumps").await;
    let gone = replies(&world, &ben, thread, "Canary one.").await;
    replies(&world, &ben, thread, "Kept two.").await;
    world.settle().await;
    world.app.db.write(async move |tx: &mut Tx| posts::remove(tx, gone).await).await.unwrap();
    world.passes(MINUTE * 10);
    world.settle().await;
    let sent = sent_to(&world, &ada);
    assert_eq!(sent.len(), 1);
    assert!(!sent[0].raw.contains("Canary") && sent[0].text.contains("Kept two."));
    assert_eq!(sent[0].subject, "Ben answered your question");
}

#[tokio::test]
async fn a_letter_that_was_not_taken_comes_later_once_and_with_the_same_id() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ada, "Pumps").await;
    for _ in 0..3 {
        world.app.postman.refuse_next(Undelivered::Later("421 busy".into()));
    }
    replies(&world, &ben, thread, "One.").await;
    jobs_run(&world).await;
    assert_eq!(names(&world, &ada), Vec::<String>::new());
    for _ in 0..8 {
        world.passes(MINUTE);
        jobs_run(&world).await;
    }
    assert_eq!(names(&world, &ada), ["thread-reply"]);
}

/// A process that died with a letter in its hand: another waits for the end of the lease, not
/// for the pause after a failure, and counts no attempt.
#[tokio::test]
async fn a_letter_in_the_hand_of_a_process_that_died_comes_when_its_lease_ends() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ada, "Pumps").await;
    world.app.postman.refuse_next(Undelivered::Later("421 busy".into()));
    replies(&world, &ben, thread, "One.").await;
    jobs_run(&world).await;
    let me = actor(&world, &ada).await.signed_in().unwrap();
    let lines = letters::of(&world.app.db, me, 10).await.unwrap();
    let letter = lines.iter().find(|line| line.kind == "thread-reply").unwrap().id;
    let lease = world.app.config.jobs.lease();
    world.passes(MINUTE);
    let seals = async move |tx: &mut Tx| letters::seal(tx, letter, lease).await;
    assert!(matches!(world.app.db.write(seals).await.unwrap(), letters::Taken::Mine(_)));
    jobs_run(&world).await;
    world.passes(lease - Duration::from_secs(1));
    jobs_run(&world).await;
    assert_eq!(names(&world, &ada), Vec::<String>::new());
    world.passes(Duration::from_secs(1));
    let due = jobs::claim(&world.app.db, jobs::Lane::All, 10, Duration::ZERO).await.unwrap();
    let job = due.iter().find(|job| job.payload["letter"] == letter.to_string()).unwrap();
    assert_eq!(job.attempts, 2, "waiting for another is no attempt");
    world.passes(Duration::from_secs(1));
    jobs_run(&world).await;
    assert_eq!(names(&world, &ada), ["thread-reply"]);
}

async fn jobs_run(world: &World) {
    stoa_server::jobs::settle(&world.app).await.unwrap();
}

#[tokio::test]
async fn an_address_that_refuses_for_good_is_spared_but_for_the_account() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    let (thread, _) = asks(&world, &ada, "Pumps").await;
    for text in ["One.", "Two."] {
        world.app.postman.refuse_next(Undelivered::Never("550 no such box".into()));
        replies(&world, &ben, thread, text).await;
        world.settle().await;
    }
    replies(&world, &ben, thread, "Three.").await;
    world.settle().await;
    assert_eq!(names(&world, &ada), Vec::<String>::new());
    assert!(jobs::dead(&world.app.db).await.unwrap().is_empty());
    let page = ada.get("/settings/email").await.expect(200);
    assert!(page.shows("came back"));
    ada.submit("/settings/email/works", &[]).await.expect(200);
    replies(&world, &ben, thread, "Four.").await;
    world.settle().await;
    assert_eq!(names(&world, &ada), ["thread-reply"]);
}

async fn decided(world: &World, moderator: &Person, verdict: Verdict) {
    let actor = actor(world, moderator).await;
    let filter = stoa_moderation::views::Filter::default();
    let limit = stoa_kernel::Limit::PAGE;
    let queue = stoa_moderation::views::queue(&world.app.db, &actor, &filter, limit, None).await;
    let case = queue.unwrap().items.remove(0);
    let decide = async move |tx: &mut Tx| {
        cases::decide(tx, &actor, case.id, case.version, &verdict, &Settings::default()).await
    };
    world.app.db.write(decide).await.unwrap();
    world.settle().await;
}

fn verdict(act: Act, reason: Option<Reason>) -> Verdict {
    let note = reason.map(|_| "Leave out the telephone number.".to_owned());
    Verdict { act, reason, note, welcome: act == Act::Approve, sanction: None }
}

#[tokio::test]
async fn authors_are_told_what_was_decided_after_the_time_of_undoing() {
    let world = World::new().await;
    let (kit, mo) = (world.newcomer("Kit").await, world.moderator("Mo").await);
    asks(&world, &kit, "A first question").await;
    world.settle().await;
    decided(&world, &mo, verdict(Act::Approve, None)).await;
    assert!(kit.get("/inbox").await.expect(200).shows("Your text is published"));
    assert_eq!(names(&world, &kit), Vec::<String>::new());
    world.passes(Duration::from_secs(31));
    world.settle().await;
    let letter = sent_to(&world, &kit).remove(0);
    assert_eq!(
        (letter.name.as_str(), letter.subject.as_str()),
        ("approved", "Your post is published: A first question")
    );
    assert!(letter.text.contains("Welcome to Stoa"));
    asks(&world, &kit, "A second question").await;
    world.settle().await;
    decided(&world, &mo, verdict(Act::Decline, Some(Reason::PersonalData))).await;
    world.passes(Duration::from_secs(31));
    world.settle().await;
    let letter = sent_to(&world, &kit).remove(1);
    assert_eq!(letter.name, "declined");
    assert!(
        letter.text.contains("Leave out the telephone number.")
            && letter.text.contains("/decisions/")
    );
    assert!(letter.text.contains("Your text names or shows people"));
    assert_eq!(headers(&letter, "List-Unsubscribe"), Vec::<String>::new());
    assert!(!letter.raw.contains("Mo "), "nobody learns who decided");
}

#[tokio::test]
async fn a_monday_morning_brings_a_digest_or_nothing() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    world.settle().await;
    let change = json!({"replies": false});
    ada.api("PATCH", "/me/mail", Some(change)).await.expect(200);
    let (thread, _) = asks(&world, &ada, "Heat pumps").await;
    replies(&world, &ben, thread, "The city pays first.").await;
    world.settle().await;
    let preview = ada.get("/settings/digest").await.expect(200);
    assert!(preview.shows("Ben answered your question") && preview.shows("The city pays first."));
    let ahead = ada.api("GET", "/me/digest", None).await.expect(200).json();
    assert_eq!(ahead["sections"][0]["name"], "for_you");
    assert_eq!(ahead["next_at"], "2026-11-23T08:00:00Z");
    // It is Thursday; on Monday at eight it is due.
    world.digests_until("2026-11-23T08:00:00Z").await;
    let sent = sent_to(&world, &ada);
    assert_eq!(sent.iter().map(|l| l.name.as_str()).collect::<Vec<_>>(), ["digest"]);
    assert_eq!(sent[0].subject, "Ben answered your question");
    assert!(sent[0].html.contains("The city pays first.") && sent[0].html.len() < 60_000);
    assert!(sent[0].text.contains("FOR YOU") && sent[0].text.contains("on Monday at 08:00"));
    assert_eq!(ben_digest(&world, &ben), 0, "Ben wrote the last word there himself");
    reads(&world, &ada, thread, 2).await;
    reads(&world, &ben, thread, 2).await;
    world.digests_until("2026-11-30T08:00:00Z").await;
    assert_eq!(sent_to(&world, &ada).len(), 1, "nothing to say, nothing sent");
    assert_eq!(one_click(&world.guest(), &leaving(&sent[0])).await, 200);
    let mail = ada.api("GET", "/me/mail", None).await.expect(200).json();
    assert_eq!((&mail["digest"], &mail["next_digest_at"]), (&json!("none"), &json!(null)));
}

fn ben_digest(world: &World, ben: &Person) -> usize {
    sent_to(world, ben).iter().filter(|letter| letter.name == "digest").count()
}

#[tokio::test]
async fn a_digest_shows_what_is_there_when_it_is_sent() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    world.settle().await;
    ada.api("PATCH", "/me/mail", Some(json!({"replies": false}))).await.expect(200);
    let (thread, _) = asks(&world, &ada, "Heat pumps").await;
    let gone = replies(&world, &ben, thread, "Canary.").await;
    world.settle().await;
    // Both letters of that morning wait at the server's door.
    for _ in 0..2 {
        world.app.postman.refuse_next(Undelivered::Later("451".into()));
    }
    world.digests_until("2026-11-23T08:00:00Z").await;
    world.app.db.write(async move |tx: &mut Tx| posts::remove(tx, gone).await).await.unwrap();
    world.passes(DAY);
    world.settle().await;
    assert!(sent_to(&world, &ada).is_empty(), "{:?}", names(&world, &ada));
    assert!(!world.app.postman.sent().iter().any(|letter| letter.raw.contains("Canary")));
}

#[tokio::test]
async fn mail_preferences_are_a_form_that_keeps_what_was_typed() {
    let world = World::new().await;
    let ada = world.member("Ada").await;
    world.settle().await;
    let page = ada.get("/settings/email").await.expect(200);
    let version = page.hidden("version");
    let fields = [
        ("version", version.as_str()),
        ("rhythm", "daily"),
        ("weekday", "3"),
        ("hour", "7"),
        ("mentions", "true"),
    ];
    ada.submit("/settings/email", &fields).await.expect(200);
    let mail = ada.api("GET", "/me/mail", None).await.expect(200).json();
    assert_eq!(
        (&mail["digest"], &mail["hour"], &mail["replies"]),
        (&json!("daily"), &json!(7), &json!(false))
    );
    assert_eq!(mail["next_digest_at"], "2026-11-20T07:00:00Z");
    ada.post("/settings/email", &fields).await.expect(409);
    let bad = ada
        .post(
            "/settings/email",
            &[("rhythm", "daily"), ("weekday", "9"), ("hour", "x"), ("mentions", "true")],
        )
        .await;
    assert!(bad.expect(422).shows("Choose a full hour"));
    ada.api("PATCH", "/me/mail", Some(json!({"hour": 24}))).await.expect(400);
    ada.api("PATCH", "/me/mail", Some(json!({"rythm": "daily"}))).await.expect(400);
    world.guest().get("/settings/email").await.expect(401);
    world.guest().get("/inbox").await.expect(401);
    ada.submit("/settings/email/stop", &[]).await.expect(200);
    let mail = ada.api("GET", "/me/mail", None).await.expect(200).json();
    assert_eq!((&mail["digest"], &mail["mentions"]), (&json!("none"), &json!(false)));
}

#[tokio::test]
async fn four_zones_get_their_own_monday_at_eight() {
    let world = World::new().await;
    let ben = world.member("Ben").await;
    world.settle().await;
    let mut members = Vec::new();
    for zone in ["Asia/Kolkata", "Asia/Kathmandu", "Europe/Riga", "America/Bogota"] {
        let member = world.member("Somebody").await;
        world.settle().await;
        member.api("PATCH", "/me", Some(json!({"time_zone": zone}))).await.expect(200);
        members.push(member);
    }
    asks(&world, &ben, "Heat pumps").await;
    world.settle().await;
    let mornings = ["02:15", "02:30", "06:00", "13:00"];
    let mut order = Vec::new();
    for morning in mornings {
        world.digests_until(&format!("2026-11-23T{morning}:00Z")).await;
        let got = |member: &Person| names(&world, member).len();
        order.push(members.iter().map(got).collect::<Vec<_>>());
    }
    assert_eq!(order, [[0, 1, 0, 0], [1, 1, 0, 0], [1, 1, 1, 0], [1, 1, 1, 1]]);
}

#[tokio::test]
async fn letters_speak_the_language_of_their_reader() {
    let world = World::new().await;
    let (ada, ben) = (world.member("Ada").await, world.member("Ben").await);
    ada.api("PATCH", "/me", Some(json!({"locale": "es"}))).await.expect(200);
    let (thread, _) = asks(&world, &ada, "Bombas de calor").await;
    replies(&world, &ben, thread, "The city pays first.").await;
    world.settle().await;
    let letter = sent_to(&world, &ada).remove(0);
    assert_eq!(letter.subject, "Ben respondió a tu pregunta");
    assert!(letter.html.contains("lang=\"es\"") && letter.text.contains("Leer y responder"));
    let wide: Vec<_> =
        letter.text.lines().filter(|l| l.chars().count() > 72 && !l.contains("http://")).collect();
    assert!(wide.is_empty(), "{wide:?}");
    world.digests_until("2026-11-23T08:00:00Z").await;
    let page = world.guest().get(&leaving(&letter)).await.expect(200);
    assert!(page.shows("¿Dejar este hilo?") && page.body.contains("lang=\"es\""));
    let missing: Vec<_> = stoa_render::words::missing();
    let ours = |key: &str| key.starts_with("letters-") || key.starts_with("digests-");
    assert!(!missing.iter().any(|(_, key)| ours(key)), "{missing:?}");
}

#[tokio::test]
async fn the_mailbox_exists_in_the_demonstration_alone() {
    let world = World::new().await;
    world.guest().get("/dev/mail").await.expect(404);
    let folder = std::env::temp_dir().join(format!("stoa-mailbox-{}", std::process::id()));
    let url = format!("file:{}", folder.display());
    let world = World::with(|config| {
        config.demo = true;
        config.mail.url = url.clone().into();
    })
    .await;
    let guest = world.guest();
    assert!(guest.get("/dev/mail").await.expect(200).shows("No letter yet"));
    let mail = stoa_server::config::Mail { url: url.into(), ..world.app.config.mail.clone() };
    let postman =
        stoa_server::mail::Postman::from_config(&mail, "http://stoa.test", MINUTE).unwrap();
    let id = "01j6zzzzzzzzzzzzzzzzzzzzzz";
    let member: MemberId = "01j00000000000000000000001".parse().unwrap();
    let letter = stoa_server::mail::Letter {
        id: id.into(),
        kind: "sign-in",
        member,
        name: "Łucja".into(),
        email: "lucja@example.org".into(),
        subject: "Tu enlace: ¡hola!".into(),
        text: "Hola:\nhttp://stoa.test/sign-in/token\n<script>x</script>\n".into(),
        html: "<!doctype html><html><head></head><body><p>Hola</p></body></html>".into(),
        thread: None,
        list: None,
        at: stoa_kernel::Time(1_764_000_000_000_000),
    };
    postman.send(&letter).await.unwrap();
    postman.send(&letter).await.unwrap();
    let list = guest.get("/dev/mail").await.expect(200);
    assert!(list.shows("Tu enlace: ¡hola!") && list.body.matches("/dev/mail/01j6").count() == 1);
    let page = guest.get(&format!("/dev/mail/{id}")).await.expect(200);
    assert!(page.body.contains("href=\"/sign-in/token\"") && !page.body.contains("<script>x"));
    let html = guest.get(&format!("/dev/mail/{id}/html")).await.expect(200);
    let policy = html.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"));
    guest.get("/dev/mail/../../etc/passwd").await.expect(404);
    guest.get("/dev/mail/01j6zzzzzzzzzzzzzzzzzzzzzy").await.expect(404);
    std::fs::remove_dir_all(folder).unwrap();
}
