//! No question is left alone: who is asked, how often, why; what they do with it; how questions fare.

use std::collections::HashMap;
use std::time::Duration;

use serde_json::{Value, json};
use stoa_tests::{Person, World};

const HOUR: Duration = Duration::from_secs(3600);

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

async fn works_for(who: &Person, city: &str) {
    who.api("PATCH", "/me", Some(json!({ "tie": "city", "city": city }))).await.expect(200);
}

async fn opens(by: &Person, kind: &str, title: &str, theme: &str) -> String {
    let new = json!({ "title": title, "body": "In short.", "kind": kind, "themes": [theme] });
    let opened = by.api("POST", "/spaces/questions/threads", Some(new)).await.expect(201).json();
    text(&opened["thread"])
}

async fn replies(by: &Person, thread: &str) {
    let path = format!("/threads/{thread}/posts");
    by.api("POST", &path, Some(json!({ "body": "We did this." }))).await.expect(201);
}

/// The questions put before somebody, each with the moment.
async fn put_before(who: &Person) -> Vec<(String, jiff::Timestamp)> {
    let mut found = Vec::new();
    let mut path = "/me/notices?limit=100".to_owned();
    loop {
        let page = who.api("GET", &path, None).await.expect(200).json();
        for one in page["items"].as_array().expect("notices") {
            if one["reason"] == "asked" {
                found.push((text(&one["thread"]), text(&one["at"]).parse().expect("a moment")));
            }
        }
        match page["next"].as_str() {
            Some(next) => path = format!("/me/notices?limit=100&cursor={next}"),
            None => return found,
        }
    }
}

/// Numbers that look like chance and are the same each time (a linear congruential generator with the
/// constants of Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, n: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

const MISSION: [&str; 6] = ["riga", "turku", "lodz", "leuven", "valencia", "klagenfurt"];
const WORLDWIDE: [&str; 4] = ["medellin", "nagoya", "dakar", "kyoto"];
const THEMES: [&str; 4] = ["energy", "mobility", "nature", "buildings"];

struct Question {
    thread: String,
    asked: u64,
    /// Who asks, by his place among the people.
    by: usize,
    mission: bool,
    /// The hour at which somebody answers, if anybody does.
    answer: Option<u64>,
}

#[tokio::test]
async fn in_a_month_of_two_hundred_questions_none_is_left_alone() {
    let world = World::new().await;
    let mut people = Vec::new();
    for n in 0..64 {
        let who = world.member(&format!("m{n:02}")).await;
        let mission = n % 2 == 0;
        let cities: &[&str] = if mission { &MISSION } else { &WORLDWIDE };
        works_for(&who, cities[(n / 2) % cities.len()]).await;
        people.push((who, mission));
    }
    let asker = world.member("asker").await;
    for theme in THEMES {
        let before = opens(&asker, "question", &format!("Before: {theme}"), theme).await;
        for (n, (who, _)) in people.iter().enumerate() {
            if THEMES[(n / 2) % THEMES.len()] == theme {
                replies(who, &before).await;
            }
        }
    }
    world.settle().await;
    let questions = month(&world, &people).await;
    judged(&world, &people, &questions).await;
}

/// Thirty days, hour by hour: 200 questions, of which a third is answered in time, a third late, and
/// a third never.
async fn month(world: &World, people: &[(Person, bool)]) -> Vec<Question> {
    let mut dice = Dice(2030);
    let mut questions: Vec<Question> = Vec::new();
    for hour in 0..(30 * 24 + 4 * 24_u64) {
        if hour % (12 * 24) == 0 {
            for (who, _) in people {
                world.signs_in_again(who).await;
            }
        }
        let wanted = if hour < 30 * 24 { (200 * (hour + 1) / (30 * 24)) as usize } else { 200 };
        while questions.len() < wanted {
            let at = dice.up_to(people.len() as u64) as usize;
            let (by, mission) = &people[at];
            let title = format!("Question {}", questions.len());
            let theme = THEMES[dice.up_to(4) as usize];
            let thread = opens(by, "question", &title, theme).await;
            let answer = match dice.up_to(3) {
                0 => Some(hour + 1 + dice.up_to(70)),
                1 => Some(hour + 80 + dice.up_to(48)),
                _ => None,
            };
            questions.push(Question { thread, asked: hour, by: at, mission: *mission, answer });
        }
        for one in questions.iter().filter(|one| one.answer == Some(hour)) {
            // Anybody but who asked.
            let at = one.by + 1 + dice.up_to(people.len() as u64 - 1) as usize;
            replies(&people[at % people.len()].0, &one.thread).await;
        }
        world.settle().await;
        world.ticks("threads.seek_answers").await;
        world.settle().await;
        world.passes(HOUR);
    }
    questions
}

async fn judged(world: &World, people: &[(Person, bool)], questions: &[Question]) {
    let mut before: HashMap<String, Vec<bool>> = HashMap::new();
    for (who, mission) in people {
        world.signs_in_again(who).await;
        let mut moments = Vec::new();
        for (thread, at) in put_before(who).await {
            before.entry(thread).or_default().push(*mission);
            moments.push(at);
        }
        moments.sort_unstable();
        let week = jiff::SignedDuration::from_hours(7 * 24);
        let often = moments.windows(3).any(|three| three[2].duration_since(three[0]) < week);
        assert!(!often, "{} was asked three times in a week: {moments:?}", who.id());
    }
    let mut alone = 0;
    for (n, one) in questions.iter().enumerate() {
        let asked = before.get(&one.thread).map(Vec::as_slice).unwrap_or_default();
        let other = asked.iter().filter(|mission| **mission != one.mission).count();
        let own = asked.len() - other;
        if one.answer.is_some_and(|at| at < one.asked + 72) {
            assert!(asked.is_empty(), "question {n} was answered in time, and put before people");
            continue;
        }
        alone += 1;
        assert!(other >= 2 && own >= 1, "question {n} was put before {other} others, {own} own");
        assert!(asked.len() <= 5, "question {n} was put before {}", asked.len());
    }
    assert!(alone >= 100, "only {alone} questions waited");
}

/// Ada asks, and waits; Bo, Cy (worldwide) and Di (Mission) know the theme.
struct Asked {
    world: World,
    ada: Person,
    bo: Person,
    cy: Person,
    di: Person,
    thread: String,
}

async fn asked() -> Asked {
    let world = World::new().await;
    let ada = world.member("ada").await;
    works_for(&ada, "riga").await;
    let mut knowing = Vec::new();
    for (name, city) in [("bo", "medellin"), ("cy", "nagoya"), ("di", "turku")] {
        let who = world.member(name).await;
        works_for(&who, city).await;
        opens(&who, "experience", &format!("What {name} did"), "energy").await;
        knowing.push(who);
    }
    world.settle().await;
    let thread = opens(&ada, "question", "Who pays for the pipes?", "energy").await;
    world.settle().await;
    let [bo, cy, di] = <[Person; 3]>::try_from(knowing).ok().expect("three people");
    Asked { world, ada, bo, cy, di, thread }
}

impl Asked {
    async fn hours(&self, n: u32) {
        self.world.passes(HOUR * n);
        self.world.ticks("threads.seek_answers").await;
        self.world.settle().await;
    }

    fn asked_by_letter(&self, who: &Person) -> usize {
        self.world.letters_to(who).iter().filter(|name| *name == "asked").count()
    }
}

#[tokio::test]
async fn people_of_both_sides_are_asked_once_with_the_reason() {
    let here = asked().await;
    here.hours(71).await;
    assert!(put_before(&here.bo).await.is_empty());
    here.hours(1).await;
    for who in [&here.bo, &here.cy, &here.di] {
        assert_eq!(put_before(who).await.len(), 1);
    }
    assert!(put_before(&here.ada).await.is_empty());
    here.hours(1).await;
    assert_eq!(here.asked_by_letter(&here.bo), 1);
    let letter = here.world.letter("asked");
    for words in ["Can you answer this? Who pays", "done something on", "twice a week", "/request"]
    {
        assert!(letter.replace("=\r\n", "").contains(words), "{words}: {letter}");
    }
    here.hours(48).await;
    assert_eq!((put_before(&here.bo).await.len(), here.asked_by_letter(&here.bo)), (1, 1));
    let page = here.bo.get(&format!("/threads/{}/request", here.thread)).await.expect(200);
    assert!(page.shows("What bo did") && page.shows("Pass it on"));
    let thread = here.bo.get(&format!("/t/{}", here.thread)).await;
    let thread = here.bo.get(thread.location()).await.expect(200);
    assert!(thread.shows("Can you answer this?"));
    // Nobody else has such a page, and once it is answered there is nothing to do.
    here.ada.get(&format!("/threads/{}/request", here.thread)).await.expect(404);
    here.world.guest().get(&format!("/threads/{}/request", here.thread)).await.expect(401);
    replies(&here.cy, &here.thread).await;
    let path = format!("/threads/{}/request", here.thread);
    let page = here.bo.get(&path).await.expect(200);
    assert!(page.shows("It has been answered") && !page.shows("To whom"));
    here.world.member("eva").await;
    here.bo.post(&path, &[("to", "eva"), ("act", "pass")]).await.expect(409);
}

#[tokio::test]
async fn who_follows_a_theme_is_asked_what_is_below_it() {
    let world = World::new().await;
    let (ada, eva) = (world.member("ada").await, world.member("eva").await);
    let follow = json!({ "level": "watching" });
    eva.api("PUT", "/themes/energy/subscription", Some(follow)).await.expect(200);
    opens(&ada, "question", "Who lays the pipes?", "energy/district-heating-cooling").await;
    world.settle().await;
    world.passes(HOUR * 72);
    world.ticks("threads.seek_answers").await;
    world.settle().await;
    assert_eq!(put_before(&eva).await.len(), 1);
}

#[tokio::test]
async fn who_is_asked_passes_it_on_or_lets_it_go() {
    let here = asked().await;
    let eva = here.world.member("eva").await;
    here.hours(72).await;
    let path = format!("/threads/{}/request", here.thread);
    for (to, words) in [
        ("", "Give one name"),
        ("nobody-there", "Nobody here has that name"),
        ("a\0b", "Give one name"),
        ("ada", "other than yourself"),
        ("bo", "other than yourself"),
        ("di", "asked this already"),
    ] {
        let page = here.bo.post(&path, &[("to", to), ("act", "pass")]).await.expect(422);
        assert!(page.shows(words), "{to}: {words}");
    }
    here.bo.post(&path, &[("to", "@eva"), ("act", "pass")]).await.expect(303);
    here.world.settle().await;
    assert_eq!(put_before(&eva).await.len(), 1);
    let why = eva.api("GET", &path, None).await.expect(200).json();
    assert_eq!((&why["reason"], &why["outcome"]), (&json!("passed"), &Value::Null));
    assert!(text(&why["why"]).replace(['\u{2068}', '\u{2069}'], "").starts_with("bo was asked"));
    here.bo.post(&path, &[("to", "@cy"), ("act", "pass")]).await.expect(409);
    here.cy.api("POST", &path, Some(json!({}))).await.expect(204);
    here.cy.api("POST", &path, Some(json!({}))).await.expect(409);
    here.ada.api("POST", &path, Some(json!({}))).await.expect(404);
    here.ada.api("POST", &path, Some(json!({ "to": "di" }))).await.expect(404);
    assert_eq!(here.cy.api("GET", &path, None).await.json()["outcome"], "declined");
}

#[tokio::test]
async fn who_mutes_blocks_or_says_no_is_not_asked() {
    let here = asked().await;
    here.bo.api("PATCH", "/me/mail", Some(json!({ "requests": false }))).await.expect(200);
    let mute = json!({ "level": "muted" });
    here.cy.api("PUT", "/themes/energy/subscription", Some(mute)).await.expect(200);
    let block = json!({ "level": "blocked" });
    let path = format!("/people/{}/subscription", here.ada.id());
    here.di.api("PUT", &path, Some(block)).await.expect(200);
    here.hours(72).await;
    for who in [&here.bo, &here.cy, &here.di] {
        assert!(put_before(who).await.is_empty());
    }
    // And nobody is told so apart who would pass it on to them.
    here.bo.api("PATCH", "/me/mail", Some(json!({ "requests": true }))).await.expect(200);
    here.hours(1).await;
    assert_eq!(put_before(&here.bo).await.len(), 1);
    let path = format!("/threads/{}/request", here.thread);
    for to in ["di", "cy"] {
        let page = here.bo.post(&path, &[("to", to), ("act", "pass")]).await.expect(422);
        assert!(page.shows("cannot be asked this"), "{to}");
    }
    // The letter's own link ends it.
    here.world.passes(HOUR);
    here.world.settle().await;
    let link = here.world.link("asked", "/unsubscribe/");
    let guest = here.world.guest();
    assert!(guest.get(&link).await.expect(200).shows("Be asked no more?"));
    guest.post(&link, &[]).await.expect(200);
    let mail = here.bo.api("GET", "/me/mail", None).await.expect(200).json();
    assert_eq!((&mail["requests"], &mail["replies"]), (&json!(false), &json!(true)));
}

#[tokio::test]
async fn how_questions_fare_is_counted_as_far_as_one_reads() {
    let here = asked().await;
    here.world.passes(HOUR * 10);
    replies(&here.cy, &here.thread).await;
    opens(&here.di, "question", "And the valves?", "energy").await;
    here.world.settle().await;
    let found = here.world.guest().api("GET", "/answers?days=30", None).await.expect(200).json();
    assert_eq!(found["all"], json!({ "of": "all", "asked": 2, "answered": 1, "hours": 10.0 }));
    let way = |of: &str| {
        let ways = found["ways"].as_array().expect("ways");
        ways.iter().find(|one| one["of"] == of).expect("a way").clone()
    };
    assert_eq!(way("mission-worldwide")["answered"], 1);
    assert_eq!(way("mission-mission")["answered"], 0);
    assert_eq!(found["themes"][0]["of"], "energy");
    here.world.guest().api("GET", "/answers?days=7", None).await.expect(400);
    let page = here.world.guest().get("/answers").await.expect(200);
    for words in ["50 %", "10 hours", "cities worldwide answer"] {
        assert!(page.shows(words), "{words}: {}", page.body);
    }
}
