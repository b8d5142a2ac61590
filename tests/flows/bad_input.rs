//! What nobody should send: refused with the right status and a sentence,
//! never answered with 500, and what a person typed is never lost.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use http::{Method, header};
use serde_json::{Value, json};
use stoa_tests::wire::{Reply, Wire, request};
use stoa_tests::{Answer, HOST, Person, World, routes};

const SPACE: &str = "questions";

async fn opened(world: &World, person: &Person) -> String {
    let answer = world.thread(person, SPACE, "Trees", "Which trees?").await.expect(201);
    answer.json()["thread"].as_str().expect("a thread").to_owned()
}

/// A problem as programs read it, with its code.
fn problem(answer: &Answer) -> String {
    let kind = answer.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    assert_eq!(kind, Some("application/problem+json"), "{} {}", answer.status, answer.body);
    let json = answer.json();
    assert_eq!(json["status"], answer.status.as_u16());
    assert!(json["title"].as_str().is_some_and(|title| !title.is_empty()));
    json["code"].as_str().expect("a code").to_owned()
}

fn errors(answer: &Answer) -> Vec<String> {
    problem(answer);
    let json = answer.json();
    json["errors"].as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
}

#[tokio::test]
async fn empty_and_over_long_texts_are_named_by_field() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let open = format!("/spaces/{SPACE}/threads");
    let long_title = "t".repeat(256);
    let long_body = "b".repeat(64 * 1024 + 1);
    let cases: [(Value, &[&str]); 6] = [
        (json!({"title": "", "body": "x"}), &["title"]),
        (json!({"title": " \u{a0}\t", "body": "x"}), &["title"]),
        (json!({"title": "x", "body": " \n "}), &["body"]),
        (json!({"title": "", "body": ""}), &["body", "title"]),
        (json!({"title": long_title, "body": "x"}), &["title"]),
        (json!({"title": "x", "body": long_body}), &["body"]),
    ];
    for (json, fields) in cases {
        let answer = ada.api("POST", &open, Some(json)).await.expect(400);
        assert_eq!(errors(&answer), fields);
    }
    let largest = json!({"title": "ü".repeat(255), "body": "b".repeat(64 * 1024)});
    ada.api("POST", &open, Some(largest)).await.expect(201);
}

#[tokio::test]
async fn control_characters_never_reach_a_reader() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let odd = "a\u{0}b\u{7}c\u{202e}d\u{200b}e\u{1b}[31m";
    let json = json!({"title": format!("Trees {odd}"), "body": format!("Soil {odd}\r\nand\tmore")});
    let answer = ada.api("POST", &format!("/spaces/{SPACE}/threads"), Some(json)).await;
    assert!(answer.status.as_u16() == 201 || answer.status.as_u16() == 400, "{}", answer.body);
    if answer.status.as_u16() == 201 {
        let thread = answer.json()["thread"].as_str().expect("a thread").to_owned();
        let shown =
            ada.api("GET", &format!("/threads/{thread}/posts"), None).await.expect(200).body;
        for lost in ["\u{0}", "\\u0000", "\\u0007", "\\u001b"] {
            assert!(!shown.contains(lost), "{lost:?} in {shown}");
        }
        // Marks of direction may stand in a text, which is a paragraph of its own; not in a title.
        let about = ada.api("GET", &format!("/threads/{thread}"), None).await.expect(200).json();
        let title = about["title"].as_str().expect("a title");
        assert!(!title.contains(['\u{202e}', '\u{7}', '\u{1b}']), "{title:?}");
    }
}

#[tokio::test]
async fn text_that_is_not_utf8_is_refused_and_nothing_is_written() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let thread = opened(&world, &ada).await;
    let kind = [(header::CONTENT_TYPE, "application/json")];
    let path = format!("/api/v1/threads/{thread}/posts");
    let bytes = b"{\"body\": \"a\xff\xfeb\"}".to_vec();
    let answer = ada.send(Method::POST, &path, &kind, Body::from(bytes)).await.expect(400);
    problem(&answer);
    let form = [(header::CONTENT_TYPE, "application/x-www-form-urlencoded")];
    for body in [b"body=a%FFb".to_vec(), b"body=a\xffb".to_vec(), b"body=%C3%28".to_vec()] {
        let path = format!("/threads/{thread}/posts");
        let answer = ada.send(Method::POST, &path, &form, Body::from(body)).await;
        assert!([400, 404, 405].contains(&answer.status.as_u16()), "{}", answer.status);
    }
    assert_eq!(posts(&ada, &thread).await.len(), 1);
}

async fn posts(person: &Person, thread: &str) -> Vec<Value> {
    let answer =
        person.api("GET", &format!("/threads/{thread}/posts?limit=100"), None).await.expect(200);
    answer.json()["items"].as_array().cloned().expect("items")
}

#[tokio::test]
async fn malformed_json_unknown_fields_and_wrong_types_are_refused() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let thread = opened(&world, &ada).await;
    let path = format!("/api/v1/threads/{thread}/posts");
    let deep = format!("{{\"body\":{}1{}}}", "[".repeat(5000), "]".repeat(5000));
    let bodies = [
        "",
        "null",
        "[]",
        "\"x\"",
        "{",
        "{\"body\":}",
        "{\"body\":1}",
        "{\"body\":null}",
        "{\"body\":[\"x\"]}",
        "{\"body\":\"x\",\"role\":\"administrator\"}",
        "{\"body\":\"x\",\"number\":1}",
        "{\"body\":\"x\",\"body\":\"y\"}",
        "{\"body\":\"\\ud800\"}",
        deep.as_str(),
    ];
    for body in bodies {
        let kind = [(header::CONTENT_TYPE, "application/json")];
        let answer = ada.send(Method::POST, &path, &kind, Body::from(body.to_owned())).await;
        assert_eq!(
            answer.status.as_u16(),
            400,
            "{} for {}",
            answer.body,
            &body[..body.len().min(60)]
        );
        problem(&answer);
    }
    let kinds =
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""];
    for kind in kinds {
        let kind = [(header::CONTENT_TYPE, kind)];
        let answer =
            ada.send(Method::POST, &path, &kind, Body::from("{\"body\":\"x\"}")).await.expect(415);
        problem(&answer);
    }
    assert_eq!(posts(&ada, &thread).await.len(), 1);
}

#[tokio::test]
async fn forged_cursors_and_limits_are_refused() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    opened(&world, &ada).await;
    let lists = ["/threads", "/spaces/questions/threads", "/cities"];
    let queries = [
        "cursor=x",
        "cursor=%00",
        "cursor=W10",
        "cursor=WyJ0aHJlYWRzIixbMV1d",
        "cursor=%FF",
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=x",
        "limit=1e9",
        "limit=99999999999999999999",
    ];
    for list in lists {
        for query in queries {
            let answer = ada.api("GET", &format!("{list}?{query}"), None).await;
            assert_eq!(answer.status.as_u16(), 400, "{list}?{query}: {}", answer.body);
            problem(&answer);
        }
    }
    // A cursor of one list is none of another's.
    world.thread(&ada, SPACE, "More trees", "Which?").await.expect(201);
    let first = ada.api("GET", "/threads?limit=1", None).await.expect(200);
    let cursor = first.json()["next"].as_str().expect("more than one thread").to_owned();
    ada.api("GET", &format!("/threads?limit=1&cursor={cursor}"), None).await.expect(200);
    ada.api("GET", &format!("/cities?cursor={cursor}"), None).await.expect(400);
}

const NO_IDS: [&str; 9] = [
    "x",
    "1",
    "-1",
    "00000000000000000000000000",
    "zzzzzzzzzzzzzzzzzzzzzzzzzz",
    "%00",
    "..%2f..",
    "%F0%9F%8C%B3",
    "'%20OR%201=1--",
];

#[tokio::test]
async fn what_never_was_is_not_found() {
    let world = World::new().await;
    let ada = world.administrator("ada").await;
    for route in
        routes::pages().into_iter().chain(routes::api()).filter(|route| route.method == "GET")
    {
        let holes = route.holes().len();
        if holes == 0 || route.path.contains("{*") {
            continue;
        }
        for id in NO_IDS {
            let path = route.filled(&vec![id.to_owned(); holes]);
            let answer = ada.send(Method::GET, &path, &[], Body::empty()).await;
            let status = answer.status.as_u16();
            // What is not there any more may lead on to the list that it stood in, and the
            // address of an act to the page that it is done on.
            let leads_on = status == 303
                && (!answer.location().contains(id)
                    || ada.get(answer.location()).await.status == 404);
            assert!(
                [400, 404].contains(&status) || leads_on,
                "{status} for {path}: {}",
                answer.body
            );
        }
    }
}

#[tokio::test]
async fn every_door_takes_junk_without_breaking() {
    let world = World::new().await;
    let ada = world.administrator("ada").await;
    let thread = opened(&world, &ada).await;
    let post = posts(&ada, &thread).await[0]["id"].as_str().expect("an id").to_owned();
    let bodies = [
        json!(null),
        json!([]),
        json!({}),
        json!({"body": "", "title": [], "post": 5}),
        json!({"id": "x", "email": "x", "password": "x", "token": "x", "level": "x", "number": -1, "action": "x"}),
        json!({"title": "\u{0}", "body": "\u{0}", "email": "a@b\r\nBcc: c@d", "display_name": "\u{202e}", "once": ""}),
    ];
    for route in routes::api().into_iter().filter(|route| route.method != "GET") {
        for (id, json) in [&thread, &post, &"x".to_owned()]
            .into_iter()
            .flat_map(|id| bodies.iter().map(move |b| (id, b)))
        {
            let path = route.filled(&vec![id.clone(); route.holes().len()]);
            let headers = [(header::CONTENT_TYPE, "application/json"), (header::IF_MATCH, "\"1\"")];
            let method: Method = route.method.parse().expect("a method");
            let answer = ada.send(method, &path, &headers, Body::from(json.to_string())).await;
            let status = answer.status.as_u16();
            assert!(status < 500, "{} {path} with {json}: {status} {}", route.method, answer.body);
        }
    }
    for route in routes::pages().into_iter().filter(|route| route.method == "POST") {
        for id in [&thread, &post, &"x".to_owned()] {
            let path = route.filled(&vec![id.clone(); route.holes().len()]);
            for fields in [
                vec![],
                vec![
                    ("body", "\u{0}"),
                    ("title", ""),
                    ("version", "x"),
                    ("number", "-1"),
                    ("next", "//evil.test"),
                ],
            ] {
                let answer = ada.post(&path, &fields).await;
                assert!(
                    answer.status.as_u16() < 500,
                    "POST {path}: {} {}",
                    answer.status,
                    answer.body
                );
                assert!(
                    !answer.location().contains("evil.test"),
                    "{path} leads to {}",
                    answer.location()
                );
            }
        }
    }
}

#[tokio::test]
async fn an_over_large_body_is_refused_before_it_is_read() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let thread = opened(&world, &ada).await;
    let large = json!({"body": "b".repeat(2 * 1024 * 1024)});
    let answer =
        ada.api("POST", &format!("/threads/{thread}/posts"), Some(large)).await.expect(413);
    problem(&answer);

    let address = world.listen().await;
    let mut wire = Wire::connect(address).await.expect("a connection");
    let head = format!(
        "POST /api/v1/sessions HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n{{"
    );
    wire.send(head.as_bytes()).await.expect("sent");
    let reply = tokio::time::timeout(Duration::from_secs(5), wire.reply())
        .await
        .expect("answered at once")
        .expect("an answer");
    assert_eq!(reply.status, 413);
}

async fn raw(address: SocketAddr, text: &str) -> Option<Reply> {
    let mut wire = Wire::connect(address).await.expect("a connection");
    wire.send(text.as_bytes()).await.expect("sent");
    tokio::time::timeout(Duration::from_secs(5), wire.reply())
        .await
        .expect("answered or closed")
        .ok()
}

#[tokio::test]
async fn only_our_own_name_is_answered_to() {
    let world = World::new().await;
    let address = world.listen().await;
    let cases = [
        (format!("GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n"), &[200][..]),
        (format!("GET http://{HOST}/ HTTP/1.1\r\nHost: {HOST}\r\n\r\n"), &[200]),
        ("GET / HTTP/1.1\r\n\r\n".into(), &[400]),
        ("GET / HTTP/1.1\r\nHost:\r\n\r\n".into(), &[400, 421]),
        (format!("GET / HTTP/1.1\r\nHost: {HOST}\r\nHost: {HOST}\r\n\r\n"), &[400]),
        (format!("GET / HTTP/1.1\r\nHost: {HOST}\r\nHost: evil.test\r\n\r\n"), &[400]),
        ("GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n".into(), &[421]),
        (format!("GET / HTTP/1.1\r\nHost: {HOST}.evil.test\r\n\r\n"), &[421]),
        (format!("GET / HTTP/1.1\r\nHost: {HOST}:81\r\n\r\n"), &[421]),
        (format!("GET / HTTP/1.1\r\nHost: evil.test\r\nX-Forwarded-Host: {HOST}\r\n\r\n"), &[421]),
        (format!("GET http://evil.test/ HTTP/1.1\r\nHost: {HOST}\r\n\r\n"), &[400, 421]),
        (
            format!(
                "GET / HTTP/1.1\r\nHost: {HOST}\r\nX-Forwarded-Host: evil.test\r\nForwarded: host=evil.test\r\n\r\n"
            ),
            &[200],
        ),
    ];
    for (text, wanted) in cases {
        let reply = raw(address, &text).await.unwrap_or_else(|| panic!("no answer to {text}"));
        assert!(wanted.contains(&reply.status), "{} for {text}", reply.status);
        assert!(!reply.text().contains("evil.test"), "{text} came through");
    }
}

#[tokio::test]
async fn requests_that_could_be_read_two_ways_are_answered_once() {
    let world = World::new().await;
    let address = world.listen().await;
    let host = format!("Host: {HOST}\r\n");
    let hidden = format!("GET /livez HTTP/1.1\r\n{host}\r\n");
    let cases = [
        format!(
            "POST / HTTP/1.1\r\n{host}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}"
        ),
        format!("POST / HTTP/1.1\r\n{host}Content-Length: 0\r\nContent-Length: 40\r\n\r\n{hidden}"),
        format!("POST / HTTP/1.1\r\n{host}Content-Length: +0\r\n\r\n{hidden}"),
        format!("POST / HTTP/1.1\r\n{host}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n{hidden}"),
        format!("POST / HTTP/1.1\r\n{host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{hidden}"),
        format!("GET / HTTP/1.1\r\n{host}X-A: b\r\n c\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}X-A: b\u{0}c\r\n\r\n"),
    ];
    for text in cases {
        let mut wire = Wire::connect(address).await.expect("a connection");
        wire.send(text.as_bytes()).await.expect("sent");
        let all =
            String::from_utf8_lossy(&wire.rest(Duration::from_millis(300)).await).into_owned();
        let answers = all.matches("HTTP/1.1 ").count();
        assert!(answers <= 1, "{answers} answers to {text}: {all}");
        assert!(!all.contains("alive"), "the hidden request came through: {text}");
    }
}

#[tokio::test]
async fn other_sites_cannot_act_for_a_member() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let thread = opened(&world, &ada).await;
    let before = posts(&ada, &thread).await.len();
    let site = header::HeaderName::from_static("sec-fetch-site");
    let (origin, json) = (header::ORIGIN, (header::CONTENT_TYPE, "application/json"));
    let foreign: [&[(header::HeaderName, &str)]; 6] = [
        &[(site.clone(), "cross-site")],
        &[(site.clone(), "same-site")],
        &[(site.clone(), "cross-site"), (origin.clone(), "http://evil.test")],
        &[(site.clone(), ""), (origin.clone(), "http://evil.test")],
        &[(site.clone(), ""), (origin.clone(), "null")],
        &[(site.clone(), ""), (origin.clone(), "http://stoa.test.evil.test")],
    ];
    for headers in foreign {
        let mut all = headers.to_vec();
        all.push(json.clone());
        let path = format!("/api/v1/threads/{thread}/posts");
        let answer = ada.send(Method::POST, &path, &all, Body::from("{\"body\":\"x\"}")).await;
        assert_eq!(answer.status.as_u16(), 403, "{headers:?}: {}", answer.body);
        problem(&answer);
        for route in routes::pages()
            .into_iter()
            .filter(|route| route.method == "POST" && !one_click(&route.path))
        {
            let path = route.filled(&vec![thread.clone(); route.holes().len()]);
            let answer = ada.send(Method::POST, &path, headers, Body::empty()).await;
            assert_eq!(answer.status.as_u16(), 403, "POST {path} {headers:?}");
        }
    }
    assert_eq!(posts(&ada, &thread).await.len(), before);
    let bearer = format!("Bearer {}", ada.cookie("stoa").expect("signed in"));
    let all = [json, (header::AUTHORIZATION, bearer.as_str()), (site, "cross-site")];
    let path = format!("/api/v1/threads/{thread}/posts");
    ada.send(Method::POST, &path, &all, Body::from("{\"body\":\"x\"}")).await.expect(403);
}

/// A mail program that leaves a list for its reader sends neither cookie nor origin (RFC 8058).
fn one_click(path: &str) -> bool {
    path.starts_with("/unsubscribe/")
}

#[tokio::test]
async fn a_socket_opens_for_our_own_pages_alone() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let token = ada.cookie("stoa").expect("signed in");
    let address = world.listen().await;
    let (cookie, bearer) =
        (format!("Cookie: stoa={token}"), format!("Authorization: Bearer {token}"));
    let own = format!("Origin: http://{HOST}");
    let cases: [(&[&str], &str, &[u16]); 11] = [
        (&[&cookie, &own], "/api/v1/live", &[101]),
        (&[&bearer], "/api/v1/live", &[101]),
        (&[&bearer, &own], "/api/v1/live", &[101]),
        (&[&cookie], "/api/v1/live", &[403]),
        (&[&cookie, "Origin: http://evil.test"], "/api/v1/live", &[403]),
        (&[&cookie, "Origin: null"], "/api/v1/live", &[403]),
        (&[&cookie, "Origin: http://stoa.test.evil.test"], "/api/v1/live", &[403]),
        (&[&cookie, "Origin: https://stoa.test"], "/api/v1/live", &[403]),
        (&[&bearer, "Origin: http://evil.test"], "/api/v1/live", &[403]),
        (&["Authorization: Bearer x"], "/api/v1/live", &[401, 403]),
        (&[&own], &format!("/api/v1/live?token={token}"), &[400, 401, 403]),
    ];
    for (lines, path, wanted) in cases {
        let mut headers: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        headers.extend(
            ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"]
                .map(str::to_owned),
        );
        headers.push("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==".to_owned());
        headers.push("Sec-WebSocket-Protocol: stoa.v1".to_owned());
        let mut wire = Wire::connect(address).await.expect("a connection");
        let reply = wire.ask(&request("GET", path, HOST, &headers, &[])).await.expect("an answer");
        assert!(wanted.contains(&reply.status), "{} for {lines:?} {path}", reply.status);
    }
}

#[tokio::test]
async fn a_request_sent_twice_acts_once() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let thread = opened(&world, &ada).await;
    let path = format!("/threads/{thread}/posts");
    let once = [("idempotency-key", "the-same-key")];
    let first = ada.api_with("POST", &path, Some(json!({"body": "x"})), &once).await.expect(201);
    let second = ada.api_with("POST", &path, Some(json!({"body": "x"})), &once).await.expect(201);
    assert_eq!(first.json(), second.json());
    assert_eq!(posts(&ada, &thread).await.len(), 2);
    let other = ada.api_with("POST", &path, Some(json!({"body": "y"})), &once).await.expect(409);
    problem(&other);
    let bob = world.member("bob").await;
    bob.api_with("POST", &path, Some(json!({"body": "y"})), &once).await.expect(201);
    for key in ["", "ü", "a b", &"k".repeat(201)] {
        let bad = [
            (header::HeaderName::from_static("idempotency-key"), key),
            (header::CONTENT_TYPE, "application/json"),
        ];
        let path = format!("/api/v1{path}");
        let answer = ada.send(Method::POST, &path, &bad, Body::from("{\"body\":\"z\"}")).await;
        assert_eq!(answer.status.as_u16(), 400, "{key:?}: {}", answer.body);
    }
    assert_eq!(posts(&ada, &thread).await.len(), 3);
}

#[tokio::test]
async fn a_form_sent_twice_acts_once_and_leads_to_the_same_place() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let page = ada.get("/new?space=questions").await.expect(200);
    let once = page.hidden("once");
    assert!(!once.is_empty(), "{}", page.body);
    let fields = [
        ("once", once.as_str()),
        ("space", SPACE),
        ("kind", "question"),
        ("title", "Twice"),
        ("body", "Text"),
    ];
    let first = ada.post("/new", &fields).await.expect(303);
    let second = ada.post("/new", &fields).await.expect(303);
    assert_eq!(first.location(), second.location());
    let list = ada.api("GET", "/threads?limit=100", None).await.expect(200);
    assert_eq!(list.json()["items"].as_array().expect("items").len(), 1);
}

#[tokio::test]
async fn what_was_typed_stands_in_the_form_again() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let typed = "A long answer that took an hour to write & <b>matters</b>";
    let fields =
        [("once", "k1"), ("space", SPACE), ("kind", "question"), ("title", ""), ("body", typed)];
    let answer = ada.post("/new", &fields).await.expect(422);
    assert!(answer.shows(typed), "{}", answer.body);
    let long = "t".repeat(300);
    let fields = [
        ("once", "k2"),
        ("space", SPACE),
        ("kind", "question"),
        ("title", long.as_str()),
        ("body", typed),
    ];
    let answer = ada.post("/new", &fields).await.expect(422);
    assert!(answer.shows(typed) && answer.shows(&long));
    // Signed out in the meantime: the text is still there to be taken along.
    let guest = world.guest();
    let fields =
        [("once", "k3"), ("space", SPACE), ("kind", "question"), ("title", "T"), ("body", typed)];
    let answer = guest.post("/new", &fields).await;
    assert!(
        answer.status.as_u16() == 401 && answer.shows(typed),
        "{} {}",
        answer.status,
        answer.body
    );
}

#[tokio::test]
async fn an_expired_link_shows_the_way_on() {
    let world = World::new().await;
    let guest = world.guest();
    let json = json!({"email": "kit@example.org", "password": "a long enough secret", "display_name": "Kit"});
    guest.api("POST", "/members", Some(json)).await.expect(202);
    world.settle().await;
    let link = world.link("confirm", "/confirm/");
    world.passes(Duration::from_secs(8 * 86_400));
    let page = guest.get(&link).await;
    assert!([200, 410].contains(&page.status.as_u16()), "{}", page.status);
    assert!(
        page.body.contains("<form")
            || page.body.contains("href=\"/join\"")
            || page.body.contains("href=\"/sign-in\"")
    );
    let spent = guest.post(&link, &[]).await;
    assert!([410, 422].contains(&spent.status.as_u16()), "{} {}", spent.status, spent.body);
    for forged in ["/confirm/x", "/sign-in/x", "/reset/x", "/unsubscribe/x"] {
        guest.get(forged).await.expect(404);
    }
    let token = link.rsplit('/').next().expect("a token");
    // A true token in another place is not ours there.
    guest.get(&format!("/reset/{token}")).await.expect(404);
    guest.get(&format!("/sign-in/{token}")).await.expect(404);
}

#[tokio::test]
async fn odd_addresses_are_refused_with_a_page() {
    let world = World::new().await;
    let address = world.listen().await;
    let long = format!("/{}", "a".repeat(20_000));
    let paths = [
        "/%",
        "/%FF",
        "/%00",
        "//evil.test/",
        "/../etc/passwd",
        "/t/%2e%2e/x",
        "/s/%0d%0aSet-Cookie:x",
        "/.git/config",
        long.as_str(),
    ];
    for path in paths {
        let text = format!("GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n");
        if let Some(reply) = raw(address, &text).await {
            assert!(
                (400..500).contains(&reply.status),
                "{} for {}",
                reply.status,
                &path[..path.len().min(40)]
            );
            assert!(reply.header("set-cookie").is_none_or(|cookie| !cookie.starts_with('x')));
        }
    }
    for method in ["TRACE", "CONNECT", "PROPFIND", "x"] {
        let reply = raw(
            address,
            &format!("{method} / HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n"),
        )
        .await;
        assert!(reply.is_none_or(|reply| (400..500).contains(&reply.status)), "{method}");
    }
}
