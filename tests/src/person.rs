//! Somebody with a browser.

use std::collections::BTreeMap;
use std::sync::Mutex;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::{HeaderMap, HeaderValue, Method, Request, header};
use http_body_util::BodyExt;
use serde_json::Value;
use stoa_kernel::ids::MemberId;
use tower::ServiceExt;

use crate::Answer;

/// The host that a [`crate::World`] answers to.
pub const HOST: &str = "stoa.test";

/// A browser (or a program) and the person in front of it.
pub struct Person {
    pub(crate) service: Router,
    /// The member, for who has signed in.
    pub member: Option<MemberId>,
    /// The address, for who was made a member here.
    pub email: String,
    /// The languages the browser asks for.
    pub languages: &'static str,
    pub(crate) cookies: Mutex<BTreeMap<String, String>>,
}

impl Person {
    pub(crate) fn new(service: Router) -> Self {
        Self {
            service,
            member: None,
            email: String::new(),
            languages: "en",
            cookies: Mutex::default(),
        }
    }

    /// Somebody who has not signed in, before a service of one's own making.
    #[must_use]
    pub fn with(service: Router) -> Self {
        Self::new(service)
    }

    /// The id as addresses spell it.
    #[must_use]
    pub fn id(&self) -> String {
        self.member.map(|id| id.to_string()).unwrap_or_default()
    }

    /// Puts a cookie into the browser.
    pub fn keeps(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    /// The value of a cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Opens an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Body::empty()).await
    }

    /// Sends a form, and does not follow where it leads.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let text: Vec<String> = fields.iter().map(|(k, v)| format!("{k}={}", escape(v))).collect();
        let kind = (header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(Method::POST, path, &[kind], Body::from(text.join("&"))).await
    }

    /// Sends a form and opens the page it leads to.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(path, fields).await.expect(303);
        self.get(answer.location()).await
    }

    /// Asks the API.
    pub async fn api(&self, method: &str, path: &str, json: Option<Value>) -> Answer {
        self.api_with(method, path, json, &[]).await
    }

    /// Asks the API with more headers.
    pub async fn api_with(
        &self,
        method: &str,
        path: &str,
        json: Option<Value>,
        headers: &[(&'static str, &str)],
    ) -> Answer {
        let method = method.parse().expect("a method");
        let mut all: Vec<(header::HeaderName, &str)> = Vec::new();
        if json.is_some() {
            all.push((header::CONTENT_TYPE, "application/json"));
        }
        all.extend(headers.iter().map(|(k, v)| (header::HeaderName::from_static(k), *v)));
        let body = json.map_or_else(Body::empty, |json| Body::from(json.to_string()));
        self.send(method, &format!("/api/v1{path}"), &all, body).await
    }

    /// Sends a form with a file in its part `file`.
    pub async fn send_file(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> Answer {
        let body = multipart(fields, file);
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let kind = (header::CONTENT_TYPE, kind.as_str());
        self.send(Method::POST, path, &[kind], Body::from(body)).await
    }

    /// Sends a file to the API.
    pub async fn upload(&self, name: &str, bytes: &[u8]) -> Answer {
        self.send_file("/api/v1/uploads", &[], Some((name, bytes))).await
    }

    /// Sends anything.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(header::HeaderName, &str)],
        body: Body,
    ) -> Answer {
        let mut request =
            Request::builder().method(method).uri(path).body(body).expect("a request");
        let all = request.headers_mut();
        all.insert(header::HOST, HeaderValue::from_static(HOST));
        all.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
        all.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(self.languages));
        if let Some(cookies) = self.cookie_header() {
            all.insert(header::COOKIE, cookies);
        }
        for (name, value) in headers {
            all.insert(name, HeaderValue::from_bytes(value.as_bytes()).expect("a header"));
        }
        let peer: std::net::SocketAddr = "127.0.0.1:4000".parse().expect("an address");
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.service.clone().oneshot(request).await.expect("the service answers");
        let (parts, body) = response.into_parts();
        self.learn(&parts.headers);
        let bytes = body.collect().await.expect("a body").to_bytes();
        let body = decode(&parts.headers, &bytes);
        Answer { status: parts.status, headers: parts.headers, body }
    }

    fn cookie_header(&self) -> Option<HeaderValue> {
        let cookies = self.cookies.lock().unwrap();
        let text: Vec<String> = cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        (!text.is_empty()).then(|| HeaderValue::from_str(&text.join("; ")).expect("cookies"))
    }

    fn learn(&self, headers: &HeaderMap) {
        let mut kept = self.cookies.lock().unwrap();
        for cookie in headers.get_all(header::SET_COOKIE) {
            let text = cookie.to_str().expect("a cookie");
            let pair = text.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if value.is_empty() {
                kept.remove(name);
            } else {
                kept.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

pub(crate) const BOUNDARY: &str = "stoa-tests-boundary-4f1c";

/// A form after RFC 7578, its names escaped as browsers do.
pub(crate) fn multipart(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    let part = |name: &str, more: &str| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n")
    };
    for (name, value) in fields {
        body.extend_from_slice(format!("{}{value}\r\n", part(name, "")).as_bytes());
    }
    if let Some((name, bytes)) = file {
        let name = name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
        let more = format!("; filename=\"{name}\"\r\nContent-Type: application/octet-stream");
        body.extend_from_slice(part("file", &more).as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

fn escape(text: &str) -> String {
    let keep = |byte: &u8| byte.is_ascii_alphanumeric();
    text.bytes()
        .map(|b| if keep(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

/// The body as the browser would show it, with its coding undone.
fn decode(headers: &HeaderMap, bytes: &[u8]) -> String {
    use std::io::Read;
    let mut plain = Vec::new();
    match headers.get(header::CONTENT_ENCODING).map(HeaderValue::as_bytes) {
        Some(b"gzip") => {
            flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).expect("gzip");
        }
        Some(b"br") => {
            brotli::Decompressor::new(bytes, 4096).read_to_end(&mut plain).expect("brotli");
        }
        _ => plain.extend_from_slice(bytes),
    }
    if headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/zip") {
        return unpacked(plain);
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// The files of an archive one after the other, each under its name; see [`Answer::file`].
fn unpacked(bytes: Vec<u8>) -> String {
    use std::io::Read;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a whole archive");
    let mut text = String::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a file");
        text.push_str(&format!("{}{}\n", crate::answer::FILE, file.name().expect("a name")));
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("a whole file");
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}
