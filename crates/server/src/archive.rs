//! All that is kept of a person, as an archive that is made while it is sent:
//! nothing of it is stored, and 50,000 posts need no more memory than 500.
//!
//! In it: `README.html` in the person's language, one file of JSON for each
//! table, `schema.json`, which describes them (JSON Schema, 2020-12), and the
//! files that the person sent.

use std::io::{Error, Write};
use std::sync::{Arc, Mutex, PoisonError};

use askama::Template;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use futures_util::stream;
use http::{HeaderValue, header};
use serde_json::{Map, Value as Json, json};
use stoa_accounts::{leaving, sessions};
use stoa_kernel::Fault;
use stoa_kernel::db::Reads;
use stoa_kernel::holdings::{Column, Holding, Kind, Subject, Withheld};
use stoa_render::{SafeHtml, Words};
use stoa_threads::files;
use tokio::sync::mpsc::{Sender, channel};
use tokio::task::spawn_blocking;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

use crate::app::App;
use crate::files::Part;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};
use crate::leaving::holdings;

/// Files read at a time, as rows.
const FILES: u64 = 100;
/// Pieces that wait for a reader who is slow.
const WAITING: usize = 4;

/// The archive of whoever asks, as an answer.
///
/// # Errors
/// A refusal for a guest, for a session opened too long ago, and for the sixth on one day.
pub async fn send(app: &App, visitor: &Visitor) -> Result<Response, Refusal> {
    let member = visitor.member()?;
    sessions::must_be_fresh(&app.db, visitor.session).await?;
    app.limits.count(Rate::Archive, &member.to_string(), app.db.now())?;
    let subject = leaving::subject(&app.db, &visitor.actor).await?;
    let readme = readme(app, visitor.words())?;
    let (to, from) = channel(WAITING);
    tokio::spawn(make(app.clone(), subject, readme, to));
    let body = Body::from_stream(stream::unfold(from, |mut from| async {
        from.recv().await.map(|piece| (piece, from))
    }));
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    let name = HeaderValue::from_static("attachment; filename=\"stoa-archive.zip\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// Makes the archive; a reader who is gone ends it, a fault cuts it off, so that no half of it
/// passes for the whole.
async fn make(app: App, subject: Subject, readme: String, to: Sender<Result<Bytes, Error>>) {
    let mut packer = Packer::new(to);
    if let Err(fault) = fill(&app, &subject, readme, &mut packer).await {
        tracing::warn!(cause = %fault, "an archive was cut off");
        // Nobody reads any more: the same end.
        let _ = packer.to.send(Err(Error::other("cut off"))).await;
    }
}

async fn fill(
    app: &App,
    subject: &Subject,
    readme: String,
    packer: &mut Packer,
) -> Result<(), Fault> {
    packer.begin("README.html").await?;
    packer.put(readme).await?;
    packer.begin("schema.json").await?;
    packer.put(format!("{:#}", schema())).await?;
    for holding in holdings() {
        packer.begin(&format!("{}.json", holding.name)).await?;
        packer.put("[".to_owned()).await?;
        let (mut after, mut first) = (None, true);
        loop {
            let (rows, next) = holding.read(&app.db, subject, after).await?;
            packer.put(listed(app, &rows, &mut first)).await?;
            after = next;
            if after.is_none() {
                break;
            }
        }
        packer.put("\n]\n".to_owned()).await?;
    }
    whole_files(app, subject, packer).await?;
    packer.end().await
}

/// The files themselves: `files/ID-NAME`, as in `files.json`. They are compressed already.
async fn whole_files(app: &App, subject: &Subject, packer: &mut Packer) -> Result<(), Fault> {
    let mut after = None;
    loop {
        let some = files::owned(&app.db, subject.member, after, FILES).await?;
        let Some(last) = some.last() else { return Ok(()) };
        after = Some(last.id);
        for kept in some {
            if let Some(bytes) = app.files.read(kept.id, Part::Whole).await? {
                packer.begin(&format!("files/{}-{}", kept.id, kept.name)).await?;
                packer.put(bytes).await?;
            }
        }
    }
}

/// Rows as items of a list; their pages as whole addresses.
fn listed(app: &App, rows: &[Json], first: &mut bool) -> String {
    let mut text = String::new();
    for row in rows {
        let mut row = row.clone();
        if let Some(page) = row.get_mut("page") {
            *page = json!(app.url(page.as_str().unwrap_or_default()));
        }
        text.push_str(if std::mem::take(first) { "\n" } else { ",\n" });
        text.push_str(&row.to_string());
    }
    text
}

type Zip = ZipWriter<StreamWriter<Pipe>>;

/// Packs what it is given and sends on what is packed.
struct Packer {
    zip: Option<Zip>,
    packed: Pipe,
    to: Sender<Result<Bytes, Error>>,
}

/// What was packed and not sent yet.
#[derive(Clone, Default)]
struct Pipe(Arc<Mutex<Vec<u8>>>);

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Packer {
    fn new(to: Sender<Result<Bytes, Error>>) -> Self {
        let packed = Pipe::default();
        Self { zip: Some(ZipWriter::new_stream(packed.clone())), packed, to }
    }

    async fn begin(&mut self, name: &str) -> Result<(), Fault> {
        let name = name.to_owned();
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.work(move |mut zip| {
            zip.start_file(name, options).map_err(Fault::broken)?;
            Ok(Some(zip))
        })
        .await
    }

    async fn put(&mut self, piece: impl Into<Bytes>) -> Result<(), Fault> {
        let piece = piece.into();
        self.work(move |mut zip| {
            zip.write_all(&piece).map_err(Fault::broken)?;
            Ok(Some(zip))
        })
        .await
    }

    async fn end(&mut self) -> Result<(), Fault> {
        self.work(|zip| zip.finish().map(|_| None).map_err(Fault::broken)).await
    }

    /// Packing takes the processor for a while: not where requests are answered.
    async fn work(
        &mut self,
        work: impl FnOnce(Zip) -> Result<Option<Zip>, Fault> + Send + 'static,
    ) -> Result<(), Fault> {
        let zip = self.zip.take().ok_or_else(|| Fault::broken("the archive has ended"))?;
        self.zip = spawn_blocking(move || work(zip)).await.map_err(Fault::broken)??;
        let packed =
            std::mem::take(&mut *self.packed.0.lock().unwrap_or_else(PoisonError::into_inner));
        if packed.is_empty() {
            return Ok(());
        }
        let sent = self.to.send(Ok(Bytes::from(packed))).await;
        sent.map_err(|_| Fault::broken("whoever asked for the archive is gone"))
    }
}

/// What the files hold.
fn schema() -> Json {
    let mut files = Map::new();
    for holding in holdings() {
        let columns = holding.shown.iter().map(|Column(name, kind)| ((*name).to_owned(), kind));
        let mut properties: Map<String, Json> =
            columns.map(|(name, kind)| (name, described(*kind))).collect();
        if holding.page.is_some() {
            properties.insert("page".to_owned(), json!({"type": "string", "format": "uri"}));
        }
        let items = json!({"type": "object", "properties": properties});
        files.insert(format!("{}.json", holding.name), json!({"type": "array", "items": items}));
    }
    json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": files})
}

fn described(kind: Kind) -> Json {
    match kind {
        Kind::Id | Kind::Text => json!({"type": ["string", "null"]}),
        Kind::Json => json!({}),
        Kind::Number => json!({"type": ["integer", "null"]}),
        Kind::Flag => json!({"type": ["boolean", "null"]}),
        Kind::Time => json!({"type": ["string", "null"], "format": "date-time"}),
    }
}

/// One file of the archive, in words.
struct File {
    name: String,
    says: String,
    withheld: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "accounts/archive.html")]
struct Readme {
    w: Words,
    site: String,
    made: SafeHtml,
    files: Vec<File>,
}

fn readme(app: &App, w: Words) -> Result<String, Fault> {
    let page = Readme {
        site: app.site().name.clone(),
        made: w.time_tag(app.db.now().timestamp()),
        files: holdings().map(|holding| file(w, holding)).collect(),
        w,
    };
    page.render().map_err(Fault::broken)
}

fn file(w: Words, holding: &Holding) -> File {
    let why = |why: &Withheld| {
        w.say(match why {
            Withheld::Secret => "rights-withheld-secret",
            Withheld::Others => "rights-withheld-others",
            Withheld::Again => "rights-withheld-again",
        })
    };
    File {
        name: format!("{}.json", holding.name),
        says: w.say(&format!("rights-file-{}", holding.name.replace('_', "-"))),
        withheld: holding
            .withheld
            .iter()
            .filter(|(_, reason)| *reason != Withheld::Again)
            .map(|(name, reason)| ((*name).to_owned(), why(reason)))
            .collect(),
    }
}
