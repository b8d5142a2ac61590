//! Not only words: what waits changes no count, no order, no number, no
//! status. Whoever may not see it gets the same bytes with it and without it,
//! and its address answers like one that never was.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use http::{Method, header};
use stoa_tests::routes::{self, Route};

use crate::oracle::{PLACES, Place, Who};
use crate::plant::{Planted, plant_published, plant_waiting, slug};
use crate::walk::{everything, walked, whole};

/// Those to whom it must make no difference.
const OUTSIDERS: [Who; 3] = [Who::Guest, Who::Member, Who::ModeratorElsewhere];

/// An answer without what is made anew each time: request ids and keys of forms,
/// and with these the length of what was compressed.
fn plain(text: &str) -> String {
    let anew = ["x-request-id:", "content-length:"];
    let kept = text.lines().filter(|line| !anew.iter().any(|head| line.starts_with(head)));
    let lines = kept.map(|line| line.split('"').map(without_key).collect::<Vec<_>>().join("\""));
    lines.collect::<Vec<_>>().join("\n")
}

fn without_key(part: &str) -> &str {
    let key = part.len() == 32 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    if key { "KEY" } else { part }
}

/// What each outsider gets at each address.
async fn snapshot(planted: &Arc<Planted>, routes: &[Route]) -> BTreeMap<(Who, String), String> {
    let mut all = BTreeMap::new();
    for who in OUTSIDERS {
        for given in everything(planted, who, routes).await {
            all.insert((who, given.place), plain(&given.text));
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_changes_nothing_for_others() {
    let mut planted = Planted::empty().await;
    let mut threads = Vec::new();
    for place in PLACES {
        let (thread, reply) = plant_published(&mut planted, place).await;
        threads.push((place, thread, reply));
    }
    let known = (planted.threads.clone(), planted.posts.clone());
    let mut planted = Arc::new(planted);
    let routes = walked(&planted);
    // A guest's page is kept, and then has a tag, once it was asked for before.
    everything(&planted, Who::Guest, &routes).await;
    let before = snapshot(&planted, &routes).await;
    let began = planted.world.app.db.clock().now();
    {
        let planted = Arc::get_mut(&mut planted).expect("nobody else holds it");
        for (place, thread, reply) in &threads {
            plant_waiting(planted, *place, thread, reply).await;
        }
        // The same addresses as before: those of what waits are looked at below.
        (planted.threads, planted.posts) = known;
    }
    // Planting took time by the clock; ages must not be what differs.
    back_to(&planted, began);
    let after = snapshot(&planted, &routes).await;
    let changed: Vec<String> = before
        .iter()
        .filter(|(key, text)| after.get(*key).is_some_and(|later| later != *text))
        .map(|((who, path), text)| {
            format!("{who:?} {path}: {}", difference(text, &after[&(*who, path.clone())]))
        })
        .collect();
    assert!(changed.is_empty(), "{} answers changed:\n{}", changed.len(), changed.join("\n"));
    assert!(
        before.len() > 300 && before.keys().all(|key| after.contains_key(key)),
        "{} answers",
        before.len()
    );
}

fn back_to(planted: &Planted, at: stoa_kernel::Time) {
    if let stoa_kernel::Clock::Fixed(clock) = planted.world.app.db.clock() {
        clock.store(at.0, std::sync::atomic::Ordering::SeqCst);
    }
}

/// The first line that differs.
fn difference(one: &str, other: &str) -> String {
    let lines = one.lines().zip(other.lines());
    let found = lines.into_iter().find(|(one, other)| one != other);
    let cut = |text: &str| text.chars().take(300).collect::<String>();
    found.map_or_else(
        || "one is longer".to_owned(),
        |(one, other)| format!("\n  - {}\n  + {}", cut(one), cut(other)),
    )
}

/// An id of the same shape that was never given out.
const NEVER: &str = "01jaaaaaaaaaaaaaaaaaaaaaaa";

/// An answer with the id that was asked for taken out of it.
fn anonymous(text: &str, id: &str) -> String {
    plain(text)
        .replace(id, "ID")
        .lines()
        .filter(|line| !line.starts_with("date:"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every door to a thread or a post, of every method.
fn doors() -> Vec<Route> {
    let all = routes::pages().into_iter().chain(routes::api());
    let about = ["t", "threads", "p", "posts"];
    let fits = all.filter(|route| {
        let holes = route.holes();
        holes.first().is_some_and(|(before, name)| about.contains(&before.as_str()) && name == "id")
    });
    fits.collect()
}

async fn knock(planted: &Planted, who: Who, route: &Route, id: &str) -> String {
    let path = route.filled(&[id.to_owned(), "x".to_owned()]);
    let method: Method = route.method.parse().expect("a method");
    let json = path.starts_with("/api/");
    let kind = if json { "application/json" } else { "application/x-www-form-urlencoded" };
    // A body that the door would take, so that it is the id which is refused.
    let body = if json {
        body_for(&route.path)
    } else {
        "body=x&version=1&sure=yes&number=1&level=normal&on=true"
    };
    let headers = [(header::CONTENT_TYPE, kind), (header::IF_MATCH, "\"1\"")];
    let (headers, body) = if method == Method::GET { (&[][..], "") } else { (&headers[..], body) };
    let answer = planted.person(who).send(method, &path, headers, Body::from(body)).await;
    assert!(answer.status.as_u16() < 500, "{} {path}: {}", route.method, answer.body);
    anonymous(&whole(&answer), id)
}

fn body_for(path: &str) -> &'static str {
    let bodies = [
        ("/subscription", "{\"level\":\"normal\"}"),
        ("/read", "{\"number\":1}"),
        ("/answer", "{\"post\":\"01jaaaaaaaaaaaaaaaaaaaaaaa\"}"),
    ];
    bodies
        .into_iter()
        .find(|(end, _)| path.ends_with(end))
        .map_or("{\"body\":\"x\"}", |(_, body)| body)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_hidden_answers_like_what_never_was() {
    let mut planted = Planted::empty().await;
    let mut hidden: Vec<(Place, bool, String)> = Vec::new();
    for place in PLACES {
        let (thread, reply) = plant_published(&mut planted, place).await;
        let before = (planted.threads.len(), planted.posts.len());
        plant_waiting(&mut planted, place, &thread, &reply).await;
        hidden.extend(planted.threads[before.0..].iter().map(|id| (place, true, id.clone())));
        hidden.extend(planted.posts[before.1..].iter().map(|id| (place, false, id.clone())));
        if place == Place::Private {
            hidden.push((place, true, thread));
            hidden.push((place, false, reply));
        }
    }
    let mut told = Vec::new();
    for route in doors() {
        let of_threads = route.path.contains("/t/") || route.path.contains("/threads/");
        for who in OUTSIDERS {
            let never = knock(&planted, who, &route, NEVER).await;
            for (place, _, id) in hidden.iter().filter(|(_, thread, _)| *thread == of_threads) {
                let answer = knock(&planted, who, &route, id).await;
                if answer != never {
                    let place = slug(*place);
                    told.push(format!(
                        "{who:?} {} {} in {place}: {}",
                        route.method,
                        route.path,
                        difference(&never, &answer)
                    ));
                }
            }
        }
    }
    assert!(told.is_empty(), "{} doors tell:\n{}", told.len(), told.join("\n"));
}
