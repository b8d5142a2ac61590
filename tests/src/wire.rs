//! HTTP/1.1 as bytes: for requests no library would send, and for loads
//! where a library would cost more than the server.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// One connection.
pub struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, read whole.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// Status line and headers, as sent.
    pub head: String,
    /// The body, chunks joined, coding kept.
    pub body: Vec<u8>,
}

impl Reply {
    /// A header's value.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// The body as JSON; `null` when it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Bytes on the wire: head and body.
    #[must_use]
    pub fn size(&self) -> usize {
        self.head.len() + 4 + self.body.len()
    }
}

/// Where a message's parts lie in the buffer.
struct Shape {
    status: u16,
    head: usize,
    length: Length,
}

enum Length {
    Known(usize),
    Chunked,
    UntilClose,
}

impl Wire {
    /// Connects.
    ///
    /// # Errors
    /// What the system says.
    pub async fn connect(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends bytes as they are.
    ///
    /// # Errors
    /// What the system says.
    pub async fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes).await
    }

    /// Sends a request and reads its answer.
    ///
    /// # Errors
    /// What the system says, or [`io::ErrorKind::UnexpectedEof`] for half an answer.
    pub async fn ask(&mut self, request: &[u8]) -> io::Result<Reply> {
        self.send(request).await?;
        self.reply().await
    }

    /// Reads one answer.
    ///
    /// # Errors
    /// As [`Wire::ask`].
    pub async fn reply(&mut self) -> io::Result<Reply> {
        self.buffer.clear();
        let shape = self.head().await?;
        let head = String::from_utf8_lossy(&self.buffer[..shape.head - 4]).into_owned();
        let body = self.body(&shape).await?;
        Ok(Reply { status: shape.status, head, body })
    }

    /// Sends a request and counts the bytes of the answer's body, keeping nothing.
    ///
    /// # Errors
    /// As [`Wire::ask`].
    pub async fn hit(&mut self, request: &[u8]) -> io::Result<(u16, usize)> {
        self.send(request).await?;
        self.buffer.clear();
        let shape = self.head().await?;
        match shape.length {
            Length::Known(length) => {
                self.fill(shape.head + length).await?;
                Ok((shape.status, length))
            }
            _ => self.body(&shape).await.map(|body| (shape.status, body.len())),
        }
    }

    /// Everything that comes until the other side closes or is silent for `patience`.
    pub async fn rest(&mut self, patience: Duration) -> Vec<u8> {
        self.buffer.clear();
        while let Ok(Ok(1..)) = timeout(patience, self.stream.read_buf(&mut self.buffer)).await {}
        std::mem::take(&mut self.buffer)
    }

    async fn head(&mut self) -> io::Result<Shape> {
        loop {
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                return shape(&self.buffer[..at + 4]);
            }
            self.more().await?;
        }
    }

    async fn body(&mut self, shape: &Shape) -> io::Result<Vec<u8>> {
        match shape.length {
            Length::Known(length) => {
                self.fill(shape.head + length).await?;
                Ok(self.buffer[shape.head..shape.head + length].to_vec())
            }
            Length::Chunked => self.chunks(shape.head).await,
            Length::UntilClose => {
                while self.stream.read_buf(&mut self.buffer).await? > 0 {}
                Ok(self.buffer[shape.head..].to_vec())
            }
        }
    }

    async fn chunks(&mut self, mut at: usize) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let line = loop {
                match find(&self.buffer[at..], b"\r\n") {
                    Some(end) => break at + end,
                    None => self.more().await?,
                }
            };
            let text = String::from_utf8_lossy(&self.buffer[at..line]).into_owned();
            let digits = text.split(';').next().unwrap_or_default();
            let size =
                usize::from_str_radix(digits.trim(), 16).map_err(|_| io::ErrorKind::InvalidData)?;
            self.fill(line + 2 + size + 2).await?;
            body.extend_from_slice(&self.buffer[line + 2..line + 2 + size]);
            at = line + 2 + size + 2;
            if size == 0 {
                return Ok(body);
            }
        }
    }

    async fn fill(&mut self, size: usize) -> io::Result<()> {
        while self.buffer.len() < size {
            self.more().await?;
        }
        Ok(())
    }

    async fn more(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.buffer).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

fn shape(head: &[u8]) -> io::Result<Shape> {
    let text = String::from_utf8_lossy(head);
    let status =
        text.get(9..12).and_then(|digits| digits.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    let mut length = if status == 204 || status == 304 || status / 100 == 1 {
        Length::Known(0)
    } else {
        Length::UntilClose
    };
    for line in text.lines().skip(1) {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = Length::Known(value.trim().parse().map_err(|_| io::ErrorKind::InvalidData)?);
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            length = Length::Chunked;
        }
    }
    Ok(Shape { status, head: head.len(), length })
}

/// A request with the usual headers; `headers` are whole lines without their ends.
#[must_use]
pub fn request(method: &str, path: &str, host: &str, headers: &[String], body: &[u8]) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n");
    for header in headers {
        text.push_str(header);
        text.push_str("\r\n");
    }
    if !body.is_empty() || matches!(method, "POST" | "PUT" | "PATCH") {
        text.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    text.push_str("\r\n");
    let mut bytes = text.into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// Somebody's program that speaks to the API: connects anew when the line breaks.
pub struct Client {
    address: SocketAddr,
    wire: Option<Wire>,
    /// Its bearer token; empty before it signed in.
    pub token: String,
}

impl Client {
    /// A client of the program at this address.
    #[must_use]
    pub fn new(address: SocketAddr) -> Self {
        Self { address, wire: None, token: String::new() }
    }

    /// The same person on another address, such as after a restart.
    pub fn moves(&mut self, address: SocketAddr) {
        self.address = address;
        self.wire = None;
    }

    /// Asks the API; a request that fails is not repeated.
    ///
    /// # Errors
    /// What the system says; [`io::ErrorKind::TimedOut`] after 30 s.
    pub async fn api(
        &mut self,
        method: &str,
        path: &str,
        json: Option<&Value>,
        key: Option<&str>,
    ) -> io::Result<Reply> {
        let mut headers = vec!["Accept: application/json".to_owned()];
        if !self.token.is_empty() {
            headers.push(format!("Authorization: Bearer {}", self.token));
        }
        if let Some(key) = key {
            headers.push(format!("Idempotency-Key: {key}"));
        }
        let body = json.map(|json| json.to_string().into_bytes()).unwrap_or_default();
        if json.is_some() {
            headers.push("Content-Type: application/json".to_owned());
        }
        self.send(method, &format!("/api/v1{path}"), &headers, &body).await
    }

    /// Asks the API to change what has that version.
    ///
    /// # Errors
    /// As [`Client::api`].
    pub async fn api_at(
        &mut self,
        method: &str,
        path: &str,
        json: &Value,
        version: &Value,
    ) -> io::Result<Reply> {
        let headers = vec![
            format!("Authorization: Bearer {}", self.token),
            format!("If-Match: \"{version}\""),
            "Content-Type: application/json".to_owned(),
        ];
        let body = json.to_string().into_bytes();
        self.send(method, &format!("/api/v1{path}"), &headers, &body).await
    }

    /// Sends a file.
    ///
    /// # Errors
    /// As [`Client::api`].
    pub async fn upload(&mut self, name: &str, bytes: &[u8]) -> io::Result<Reply> {
        let headers = vec![
            format!("Authorization: Bearer {}", self.token),
            format!("Content-Type: multipart/form-data; boundary={}", crate::person::BOUNDARY),
        ];
        let body = crate::person::multipart(&[], Some((name, bytes)));
        self.send("POST", "/api/v1/uploads", &headers, &body).await
    }

    /// Asks for a page.
    ///
    /// # Errors
    /// As [`Client::api`].
    pub async fn get(&mut self, path: &str) -> io::Result<Reply> {
        let mut headers = Vec::new();
        if !self.token.is_empty() {
            headers.push(format!("Authorization: Bearer {}", self.token));
        }
        self.send("GET", path, &headers, &[]).await
    }

    async fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[String],
        body: &[u8],
    ) -> io::Result<Reply> {
        let bytes = request(method, path, &self.address.to_string(), headers, body);
        let mut wire = match self.wire.take() {
            Some(wire) => wire,
            None => Wire::connect(self.address).await?,
        };
        let asked = timeout(Duration::from_secs(30), wire.ask(&bytes)).await;
        let reply = asked.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        let closes =
            reply.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
        self.wire = (!closes).then_some(wire);
        Ok(reply)
    }

    /// Signs in.
    ///
    /// # Errors
    /// A sentence when that does not succeed.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Result<(), String> {
        let json = serde_json::json!({ "email": email, "password": password });
        let reply = self
            .api("POST", "/sessions", Some(&json), None)
            .await
            .map_err(|error| error.to_string())?;
        let token = reply.json()["token"].as_str().map(str::to_owned);
        self.token = token.ok_or_else(|| format!("{} {}", reply.status, reply.text()))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn answers_are_read_with_a_length_and_in_chunks() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut sink = [0_u8; 1024];
            let answers: [&[u8]; 2] = [
                b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\nx-a: b\r\n\r\nabc",
                b"HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n1;x\r\nc\r\n0\r\n\r\n",
            ];
            for answer in answers {
                assert!(stream.read(&mut sink).await.unwrap() > 0);
                stream.write_all(answer).await.unwrap();
            }
        });
        let mut wire = Wire::connect(address).await.unwrap();
        let ask = request("GET", "/", "x", &[], &[]);
        let first = wire.ask(&ask).await.unwrap();
        assert_eq!(
            (first.status, first.body.as_slice(), first.header("X-A")),
            (200, b"abc".as_slice(), Some("b"))
        );
        assert_eq!(wire.hit(&ask).await.unwrap(), (404, 3));
        server.await.unwrap();
    }
}
