//! Every address the program answers: pages from its sources, routes of the
//! API from the document that it publishes. A new one is in these lists the
//! moment it is written.

use crate::rust::{CODE, Code};

/// An address with its method; parts in braces stand for values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// In capitals.
    pub method: String,
    /// Such as `/t/{id}/{slug}`.
    pub path: String,
}

impl Route {
    /// The braces, each with the part of the path before it: `("t", "id")`.
    #[must_use]
    pub fn holes(&self) -> Vec<(String, String)> {
        let parts: Vec<&str> = self.path.split('/').collect();
        let holes = parts.iter().enumerate().filter_map(|(number, part)| {
            let name = part.split_once('{')?.1.split('}').next()?;
            let before = number
                .checked_sub(1)
                .and_then(|before| parts.get(before))
                .copied()
                .unwrap_or_default();
            Some((before.to_owned(), name.to_owned()))
        });
        holes.collect()
    }

    /// The path with its braces filled, in order.
    #[must_use]
    pub fn filled(&self, values: &[String]) -> String {
        let mut path = self.path.clone();
        for value in values {
            if let Some((opens, closes)) = path.find('{').zip(path.find('}')) {
                path.replace_range(opens..=closes, value);
            }
        }
        path
    }
}

/// Every page and file, from `.route("…", get(…).post(…))` in the server's sources.
#[must_use]
pub fn pages() -> Vec<Route> {
    let server = CODE.iter().filter(|code| code.path.starts_with("crates/server/src"));
    let mut found: Vec<Route> = server.flat_map(of).collect();
    found.sort();
    found.dedup();
    found
}

fn of(code: &Code) -> Vec<Route> {
    let calls = code.bare.match_indices(".route(").filter_map(|(at, mark)| {
        let (opens, path) = code.strings.iter().find(|(opens, _)| *opens > at)?;
        // A path built elsewhere has no literal here; the metrics listener is another server.
        let near = code.bare[at + mark.len()..*opens].trim() == "\"";
        near.then(|| {
            methods(&code.bare[*opens..])
                .into_iter()
                .map(|method| Route { method, path: path.clone() })
        })
    });
    calls.flatten().collect()
}

fn methods(after: &str) -> Vec<String> {
    let mut depth = 1_i32;
    let end = after.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth == 0
    });
    let call = &after[..end.map_or(after.len(), |(at, _)| at)];
    let verbs = ["get", "post", "put", "patch", "delete"];
    let named = verbs.into_iter().filter(|verb| {
        call.match_indices(&format!("{verb}("))
            .any(|(at, _)| !call[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    });
    named.map(str::to_ascii_uppercase).collect()
}

/// Every route of the OpenAPI document.
#[must_use]
pub fn api() -> Vec<Route> {
    let document =
        serde_json::to_value(stoa_server::api::document()).expect("the document is JSON");
    let paths = document["paths"].as_object().cloned().unwrap_or_default();
    let each = paths.into_iter().flat_map(|(path, operations)| {
        let methods: Vec<String> =
            operations.as_object().map(|all| all.keys().cloned().collect()).unwrap_or_default();
        let verbs = ["get", "post", "put", "patch", "delete", "head", "options"];
        let methods = methods.into_iter().filter(move |method| verbs.contains(&method.as_str()));
        methods.map(move |method| Route { method: method.to_ascii_uppercase(), path: path.clone() })
    });
    let mut found: Vec<Route> = each.collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::File;

    #[test]
    fn routes_are_read_from_the_source() {
        let text = "Router::new().route(\"/a/{id}/x\", get(show).post(forget_it)).route(\n  \"/b\",\n  post(b),\n)";
        let code =
            Code::of(&File { path: "crates/server/src/pages/a.rs".into(), text: text.into() });
        let found: Vec<_> =
            of(&code).into_iter().map(|route| format!("{} {}", route.method, route.path)).collect();
        assert_eq!(found, ["GET /a/{id}/x", "POST /a/{id}/x", "POST /b"]);
    }

    #[test]
    fn holes_are_filled_in_order() {
        let route = Route { method: "GET".into(), path: "/t/{id}/{slug}".into() };
        assert_eq!(route.holes(), [("t".into(), "id".into()), ("{id}".into(), "slug".into())]);
        assert_eq!(route.filled(&["1".into(), "x".into()]), "/t/1/x");
    }

    #[test]
    fn the_program_has_pages() {
        assert!(pages().iter().any(|route| route.path == "/livez"));
    }
}
