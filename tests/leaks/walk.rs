//! Every page and every route of the API, as one person after the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use http::{Method, header};
use stoa_tests::routes::{self, Route};
use stoa_tests::{Answer, Person};

use crate::checker::{Checker, Given};
use crate::oracle::{PEOPLE, PLACES, STATES, State, Surface, Who};
use crate::plant::{ELSEWHERE, Planted, plant_all, slug};
use crate::scan::canaries;

/// Routes that are not walked, each with its reason.
const NOT_WALKED: [(&str, &str); 4] = [
    ("/assets/{file}", "files of the build, the same for everybody"),
    ("/dev/mail", "in the demonstration only"),
    ("/dev/mail/{id}", "in the demonstration only"),
    ("/dev/mail/{id}/html", "in the demonstration only"),
];

/// What the requirements name and this program does not have yet: a path that
/// would belong to it. Once it exists it is walked by itself, and leaves this list.
const SURFACES: [(&str, &str); 12] = [
    ("search", "/search"),
    ("feeds", "/feeds/spaces/{file}"),
    ("calendar", "/calendar.ics"),
    ("uploads", "/api/v1/uploads"),
    ("reports", "/api/v1/posts/{id}/reports"),
    ("appeals", "/api/v1/moderation/decisions/{reference}/appeal"),
    ("statements as records", "/api/v1/moderation/statements.jsonl"),
    ("export of one's data", "/api/v1/me/export"),
    ("translations", "/api/v1/posts/{id}/translations/{language}"),
    ("dialogues", "/live/{id}"),
    ("transparency report", "/transparency"),
    ("practices", "/practices/{slug}"),
];

/// Queries that show more of a list.
const QUERIES: [(&str, &[&str]); 13] = [
    ("/api/v1/me/bookmarks", &["?limit=100"]),
    ("/api/v1/threads", &["?limit=100"]),
    ("/api/v1/spaces/{slug}/threads", &["?limit=100"]),
    ("/api/v1/threads/{id}/posts", &["?limit=100", "?after=1"]),
    ("/api/v1/threads/{id}/events", &["?after=0"]),
    ("/api/v1/me/events", &["?after=0"]),
    ("/api/v1/moderation/events", &["?after=0"]),
    (
        "/api/v1/moderation/cases",
        &[
            "?state=open&limit=100",
            "?state=decided&limit=100",
            "?state=closed&limit=100",
            "?whose=me&order=score&limit=100",
        ],
    ),
    ("/moderation", &["?whose=all", "?whose=all&order=score"]),
    ("/t/{id}/posts", &["?after=0"]),
    // Every text of these tests says "about" something.
    ("/search", &["?q=about", "?q=about&in=replies"]),
    ("/api/v1/search", &["?q=about&limit=100"]),
    ("/api/v1/search/suggestions", &["?q=about", "?q=abou", "?q=here"]),
];

/// Links followed beyond the list, for each person.
const FOLLOWED: usize = 400;

/// What stands in a brace of a path; nothing for a brace nobody knows.
fn values(planted: &Planted, before: &str, name: &str) -> Option<Vec<String>> {
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
    let members = || {
        planted.people.values().filter(|person| person.member.is_some()).map(Person::id).collect()
    };
    let first = || planted.threads.first().cloned().unwrap_or_default();
    match (before, name) {
        ("t" | "threads", "id") => Some(planted.threads.clone()),
        ("{id}", "slug") => Some(texts(&["x"])),
        ("p" | "posts", "id") => Some(planted.posts.clone()),
        ("f" | "uploads" | "files", "id") => Some(planted.files.clone()),
        ("people" | "members", "id") => Some(members()),
        ("s" | "spaces", "slug") => Some(
            PLACES.iter().map(|place| slug(*place)).chain([ELSEWHERE]).map(str::to_owned).collect(),
        ),
        ("cities", "slug") => Some(texts(&["riga", "x"])),
        ("cases", "id") => Some(planted.cases.clone()),
        ("spaces", "file") => {
            Some(PLACES.iter().map(|place| format!("{}.atom", slug(*place))).collect())
        }
        ("threads", "file") => {
            Some(planted.threads.iter().map(|id| format!("{id}.atom")).collect())
        }
        ("pages", "name") => Some(texts(&["terms", "x"])),
        ("sitemaps", "file") => Some(texts(&["first.xml", "x"])),
        ("decisions", "reference") => Some(planted.decisions.clone()),
        ("drafts", "slot") => {
            let returned = planted.posts.iter().map(|post| format!("returned:{post}"));
            Some(returned.chain([format!("reply:{}", first()), "new".into()]).collect())
        }
        ("go", "draft") => Some(planted.drafts.clone()),
        ("confirm" | "sign-in" | "reset" | "setup" | "unsubscribe", "token") => {
            Some(tokens(planted, before))
        }
        ("rules", "id") => Some(planted.rules.iter().cloned().chain(["x".to_owned()]).collect()),
        ("sessions" | "mail" | "saved" | "searches", "id") => Some(texts(&["x"])),
        ("translation" | "translations", "language") => Some(texts(&["en"])),
        _ => None,
    }
}

/// The newest tokens that letters carry, and one that is none.
fn tokens(planted: &Planted, path: &str) -> Vec<String> {
    let mark = format!("/{path}/");
    let letters = planted.world.letters();
    let found = letters.iter().flat_map(|letter| {
        let parts = letter.text.split(&mark).skip(1);
        parts.map(|rest| {
            rest.split(|c: char| c.is_whitespace() || c == '?')
                .next()
                .unwrap_or_default()
                .to_owned()
        })
    });
    let mut all: BTreeSet<String> = found.filter(|token| !token.is_empty()).collect();
    all.insert("x".into());
    all.into_iter().take(20).collect()
}

/// Every address of a route.
fn addresses(planted: &Planted, route: &Route) -> Option<Vec<String>> {
    let mut rows: Vec<Vec<String>> = vec![Vec::new()];
    for (before, name) in route.holes() {
        let values = values(planted, &before, &name)?;
        rows = rows
            .iter()
            .flat_map(|row| values.iter().map(|value| [row.clone(), vec![value.clone()]].concat()))
            .collect();
    }
    let queries = QUERIES
        .iter()
        .find(|(path, _)| *path == route.path)
        .map_or(&[][..], |(_, queries)| queries);
    let plain = rows.iter().map(|row| route.filled(row));
    let more = rows
        .iter()
        .flat_map(|row| queries.iter().map(move |query| format!("{}{query}", route.filled(row))));
    Some(plain.chain(more).collect())
}

/// Everything of an answer that a person, or his program, can read.
#[must_use]
pub fn whole(answer: &Answer) -> String {
    let mut text = format!("{}\n", answer.status);
    for (name, value) in &answer.headers {
        text.push_str(&format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())));
    }
    text.push_str(&answer.body);
    text
}

fn surface(path: &str) -> Surface {
    if path.starts_with("/feeds/") {
        Surface::Feed
    } else if ["/settings/data/archive", "/api/v1/me/export"].contains(&path) {
        Surface::Archive
    } else if path.starts_with("/api/") {
        Surface::Route
    } else {
        Surface::Page
    }
}

async fn ask(person: &Person, who: Who, name: &str, path: &str) -> (Given, Answer) {
    let answer = person.send(Method::GET, path, &[], Body::empty()).await;
    assert!(answer.status.as_u16() < 500, "{who:?} {path}: {} {}", answer.status, answer.body);
    let given = Given {
        who,
        surface: surface(path),
        name: name.to_owned(),
        place: path.to_owned(),
        text: whole(&answer),
    };
    (given, answer)
}

/// All that one person gets, and the links he follows from there.
pub async fn everything(planted: &Planted, who: Who, walked: &[Route]) -> Vec<Given> {
    let person = planted.person(who);
    let mut all = Vec::new();
    let mut visited = BTreeSet::new();
    let mut links = BTreeSet::new();
    for route in walked {
        let name = format!("{} {}", route.method, route.path);
        for path in addresses(planted, route).unwrap_or_default() {
            visited.insert(path.clone());
            let (given, answer) = ask(person, who, &name, &path).await;
            links.extend(hrefs(&answer));
            all.push(given);
        }
    }
    for _ in 0..FOLLOWED {
        let Some(path) = links.iter().find(|path| !visited.contains(*path)).cloned() else { break };
        visited.insert(path.clone());
        let (given, answer) = ask(person, who, "followed", &path).await;
        links.extend(hrefs(&answer));
        all.push(given);
    }
    all
}

/// Own addresses that an answer leads to.
fn hrefs(answer: &Answer) -> Vec<String> {
    let kind = answer
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let mut found = vec![answer.location().to_owned()];
    if kind.starts_with("text/html") {
        found.extend(
            answer
                .body
                .split("href=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .map(str::to_owned),
        );
    }
    let plain = found.into_iter().map(|path| path.replace("&amp;", "&").replace("&#38;", "&"));
    let plain = plain.map(|path| path.split('#').next().unwrap_or_default().to_owned());
    plain
        .filter(|path| {
            path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/assets/")
        })
        // Another language is a choice that is kept, and would change all later answers.
        .filter(|path| !path.contains("lang="))
        .collect()
}

/// The routes to walk; fails on a brace that nobody knows a value for.
pub fn walked(planted: &Planted) -> Vec<Route> {
    let all = routes::pages().into_iter().chain(routes::api());
    let all = all.filter(|route| route.method == "GET" && route.path != "/api/v1/live");
    let walked: Vec<Route> =
        all.filter(|route| !NOT_WALKED.iter().any(|(path, _)| *path == route.path)).collect();
    let unknown: Vec<&str> = walked
        .iter()
        .filter(|route| addresses(planted, route).is_none())
        .map(|route| route.path.as_str())
        .collect();
    assert!(unknown.is_empty(), "nobody knows what to fill in for {unknown:?}: see `values`");
    walked
}

/// Everybody walks everywhere, two at a time.
pub async fn everybody(planted: &Arc<Planted>) -> Vec<Given> {
    // Archives are given to who has signed in within the hour.
    for who in PEOPLE.into_iter().filter(|who| planted.person(*who).member.is_some()) {
        planted.world.signs_in_again(planted.person(who)).await;
    }
    let routes = Arc::new(walked(planted));
    let tasks: Vec<_> = PEOPLE
        .into_iter()
        .map(|who| {
            let (planted, routes) = (Arc::clone(planted), Arc::clone(&routes));
            tokio::spawn(async move { everything(&planted, who, &routes).await })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await.expect("the walk ends"));
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_and_routes_show_no_trace() {
    let planted = Arc::new(plant_all().await);
    let given = everybody(&planted).await;
    let archives = given.iter().filter(|one| one.text.contains("==> profile.json"));
    assert!(archives.count() > 2 * (PEOPLE.len() - 2), "by the page and by the route");
    let mut checker = Checker::new(&planted.canaries);
    checker.look_at(&given);
    report(&checker);
    checker.is_clean();
    every_surface_was_seen_by_everybody(&checker);
    those_who_may_see_do(&checker);
    translations_are_seen(&planted, &given);
}

fn report(checker: &Checker<'_>) {
    let states: BTreeSet<String> =
        checker.seen.iter().map(|(_, state, _)| format!("{state:?}")).collect();
    println!(
        "{} answers: {} surfaces × {} states × {} people",
        checker.read,
        checker.covered.len(),
        9,
        PEOPLE.len()
    );
    println!("states seen by those who may: {states:?}");
    for ((surface, name), people) in &checker.covered {
        println!("  {surface:?} {name}: {} people", people.len());
    }
    for (path, reason) in NOT_WALKED {
        println!("  not walked: {path}: {reason}");
    }
    let known: BTreeSet<String> =
        routes::pages().into_iter().chain(routes::api()).map(|route| route.path).collect();
    for (name, path) in SURFACES {
        let word = if known.contains(path) { "present" } else { "ABSENT" };
        println!("  {word}: {name} ({path})");
    }
}

/// Translations are among what is seen, or nothing would be said of them.
fn translations_are_seen(planted: &Planted, given: &[Given]) {
    let published = |token: &String| {
        planted.canaries.get(token).is_some_and(|meaning| {
            meaning.state == State::Published && meaning.name.ends_with("translated.text")
        })
    };
    for surface in [Surface::Page, Surface::Route] {
        let mut all = given.iter().filter(|one| one.who == Who::Member && one.surface == surface);
        assert!(all.any(|one| canaries(&one.text).iter().any(published)), "on no {surface:?}");
    }
}

fn every_surface_was_seen_by_everybody(checker: &Checker<'_>) {
    for ((_, name), people) in &checker.covered {
        assert_eq!(people.len(), PEOPLE.len(), "{name} was seen by {people:?} alone");
    }
}

/// A check that finds nothing anywhere would pass as well: who may see, sees.
fn those_who_may_see_do(checker: &Checker<'_>) {
    let must = [
        (Who::Guest, State::Published),
        (Who::Guest, State::OldRevision),
        (Who::Member, State::Published),
        (Who::Author, State::Held),
        (Who::Author, State::HeldEdit),
        (Who::Author, State::Declined),
        (Who::Author, State::Draft),
        (Who::Author, State::Note),
        (Who::ModeratorHere, State::Held),
        (Who::ModeratorHere, State::HeldEdit),
        (Who::ModeratorHere, State::Declined),
        (Who::ModeratorHere, State::Note),
        (Who::ModeratorElsewhere, State::Published),
        (Who::Administrator, State::Held),
        (Who::Administrator, State::Declined),
    ];
    for state in STATES {
        assert!(
            checker.seen.contains(&(Who::Author, state, Surface::Archive)),
            "{state:?} is kept"
        );
    }
    for (who, state) in must {
        let saw = |surface| checker.seen.contains(&(who, state, surface));
        assert!(saw(Surface::Page), "{who:?} sees no {state:?} on any page");
        // What a moderator wrote to an author stands on pages and in the case.
        assert!(
            saw(Surface::Route) || state == State::Note,
            "{who:?} sees no {state:?} by any route"
        );
    }
}

/// A world in which one answer carries something that it must not.
mod planted_leaks {
    use axum::response::Response;
    use http_body_util::BodyExt;

    use super::*;
    use crate::oracle::Place;

    /// The same service, whose answer at `path` also says `words`.
    fn spoilt(planted: &Planted, path: &'static str, words: String) -> axum::Router {
        let service = planted.world.service();
        service.layer(axum::middleware::from_fn(
            move |request: axum::extract::Request, next: axum::middleware::Next| {
                let words = words.clone();
                async move {
                    let hit = request.uri().path() == path;
                    let response = next.run(request).await;
                    if !hit {
                        return response;
                    }
                    let (mut parts, body) = response.into_parts();
                    let bytes = body.collect().await.expect("a body").to_bytes();
                    parts.headers.remove(header::CONTENT_LENGTH);
                    Response::from_parts(
                        parts,
                        Body::from([bytes.as_ref(), words.as_bytes()].concat()),
                    )
                }
            },
        ))
    }

    async fn found(path: &'static str, disguise: impl Fn(&str) -> String) -> Vec<String> {
        found_at(path, path, disguise).await
    }

    /// As [`found`], for a route with a brace: where it is filled in so.
    async fn found_at(
        template: &str,
        path: &'static str,
        disguise: impl Fn(&str) -> String,
    ) -> Vec<String> {
        let mut planted = Planted::empty().await;
        let token = planted.mark(State::Held, Place::Public, "spoilt");
        let service = spoilt(&planted, path, disguise(&token));
        planted.people.insert(Who::Guest, stoa_tests::Person::with(service));
        let routes: Vec<Route> =
            walked(&planted).into_iter().filter(|route| route.path == template).collect();
        assert_eq!(routes.len(), 1, "{template} is walked");
        let given = everything(&planted, Who::Guest, &routes).await;
        let mut checker = Checker::new(&planted.canaries);
        checker.look_at(&given);
        checker.leaks
    }

    #[tokio::test]
    async fn a_leak_in_a_page_is_found() {
        assert_eq!(found("/spaces", |token| format!("<!-- {token} -->")).await.len(), 1);
        let coded = |token: &str| token.bytes().map(|byte| format!("&#{byte};")).collect();
        assert_eq!(found("/moderation/log", coded).await.len(), 1);
        assert!(found("/spaces", |_| String::new()).await.is_empty());
    }

    #[tokio::test]
    async fn a_leak_in_a_feed_is_found() {
        let (template, path) = ("/feeds/spaces/{file}", "/feeds/spaces/open-hall.atom");
        let entry = |token: &str| format!("<title>{token}</title>");
        assert_eq!(found_at(template, path, entry).await.len(), 1);
    }

    /// A translation of what waits, in the place of one of what is published.
    #[tokio::test]
    async fn a_leak_in_a_translation_is_found() {
        let planted = plant_all().await;
        let held = planted.canaries.iter().find(|(_, meaning)| {
            meaning.state == State::Held && meaning.name.ends_with("translated.text")
        });
        let html = format!("<p>{}</p>", held.expect("a held text in English").0);
        let spoil = async |tx: &mut stoa_kernel::Tx| {
            let sql = "UPDATE translations SET html = ? WHERE post_id IN \
                       (SELECT id FROM posts WHERE state = 'published')";
            tx.run(sql, vec![html.as_str().into()]).await.map(|_| ())
        };
        planted.world.app.db.write(spoil).await.unwrap();
        for path in ["/t/{id}/{slug}", "/api/v1/posts/{id}/translations/{language}"] {
            let routes: Vec<Route> =
                walked(&planted).into_iter().filter(|route| route.path == path).collect();
            assert_eq!(routes.len(), 1, "{path} is walked");
            let given = everything(&planted, Who::Guest, &routes).await;
            let mut checker = Checker::new(&planted.canaries);
            checker.look_at(&given);
            assert!(!checker.leaks.is_empty(), "{path}");
        }
    }

    #[tokio::test]
    async fn a_leak_in_an_archive_is_found() {
        let mut planted = Planted::empty().await;
        let token = planted.mark(State::Held, Place::Public, "spoilt");
        let member = planted.person(Who::Member);
        planted.world.signs_in_again(member).await;
        // Somebody else's words, where one's own are kept.
        let bio = serde_json::json!({ "bio": token });
        member.api("PATCH", "/me", Some(bio)).await.expect(200);
        let routes: Vec<Route> = walked(&planted)
            .into_iter()
            .filter(|route| route.path == "/api/v1/me/export")
            .collect();
        let given = everything(&planted, Who::Member, &routes).await;
        let mut checker = Checker::new(&planted.canaries);
        checker.look_at(&given);
        assert_eq!(checker.leaks.len(), 1);
    }

    #[tokio::test]
    async fn a_leak_in_a_route_is_found() {
        let in_json = |token: &str| format!("{{\"count\":\"{token}\"}}");
        assert_eq!(found("/api/v1/spaces", in_json).await.len(), 1);
        // Asked for twice: as it is, and with more of the list.
        assert_eq!(found("/api/v1/threads", str::to_uppercase).await.len(), 2);
        assert_eq!(found("/api/v1/search", in_json).await.len(), 2);
    }
}
