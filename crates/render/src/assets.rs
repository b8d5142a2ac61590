//! Style sheets, scripts and fonts, under names that change with their content.
//!
//! `web/{styles,scripts,fonts}/NAME.EXT` is served at `/assets/NAME.<12 hex>.EXT`, so that
//! browsers may keep it for ever. Names are unique over the three folders, whatever sub-folder
//! they stand in.
//!
//! # References inside files
//!
//! At load time references from one file to another are rewritten to the served names:
//! - in style sheets, `url(…)` and `@import "…"`;
//! - in scripts, the quoted path behind `from`, `import` and `import(`.
//!
//! **Only the file name counts, not the folders before it**: `../fonts/stoa.woff2` means the one
//! file `stoa.woff2`. Addresses with a scheme, `//`, `#` or a name that is not ours stay as they
//! are. A file's hash covers the file and everything it leads to, so a change in a script
//! changes the name of every script that imports it, and circles do no harm.
//!
//! A debug build reads the files from disk when the program starts; a release build carries
//! them.

mod references;

use std::{
    collections::HashMap,
    io::Write,
    sync::{LazyLock, OnceLock},
};

use flate2::{Compression, write::GzEncoder};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../web/styles"]
struct Styles;

#[derive(RustEmbed)]
#[folder = "../../web/scripts"]
struct Scripts;

#[derive(RustEmbed)]
#[folder = "../../web/fonts"]
struct Fonts;

/// Files of other kinds are not for browsers and not served.
const UNKNOWN_KIND: &str = "application/octet-stream";

const BROTLI_QUALITY: i32 = 9;

/// A file as it is served.
pub struct Asset {
    /// The path with its hash: `/assets/app.2c09b96223a7.css`.
    pub path: String,
    /// The `Content-Type`.
    pub mime: &'static str,
    /// The plain bytes.
    pub bytes: Vec<u8>,
    /// Whether packing it is worth while: not for fonts, which are packed already.
    packs: bool,
    br: OnceLock<Vec<u8>>,
    gz: OnceLock<Vec<u8>>,
}

impl Asset {
    /// The brotli copy, made at first use; `None` where it would not be smaller.
    pub fn br(&self) -> Option<&[u8]> {
        self.packed(&self.br, brotli)
    }

    /// The gzip copy, made at first use; `None` where it would not be smaller.
    pub fn gz(&self) -> Option<&[u8]> {
        self.packed(&self.gz, gzip)
    }

    fn packed<'a>(
        &'a self,
        copy: &'a OnceLock<Vec<u8>>,
        pack: fn(&[u8]) -> Vec<u8>,
    ) -> Option<&'a [u8]> {
        if !self.packs {
            return None;
        }
        let packed = copy.get_or_init(|| pack(&self.bytes));
        (!packed.is_empty() && packed.len() < self.bytes.len()).then_some(packed.as_slice())
    }
}

struct Shelf {
    by_path: HashMap<String, Asset>,
    path_of: HashMap<String, String>,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(|| Shelf::of(files()));

/// The address of a file by its plain name: `href("app.css")`. A name that does not exist gives
/// `/assets/NAME`, which is answered 404: the pages stay up, tests find it with [`exists`].
pub fn href(name: &str) -> &'static str {
    static UNKNOWN: LazyLock<std::sync::Mutex<HashMap<String, &'static str>>> =
        LazyLock::new(Default::default);
    if let Some(path) = SHELF.path_of.get(name) {
        return path;
    }
    let mut unknown = UNKNOWN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    // Names come from templates: there are few, and each is leaked once.
    unknown
        .entry(name.to_owned())
        .or_insert_with(|| Box::leak(format!("/assets/{name}").into_boxed_str()))
}

/// Whether there is a file with this plain name.
pub fn exists(name: &str) -> bool {
    SHELF.path_of.contains_key(name)
}

/// The file served at a path (`/assets/app.2c09b96223a7.css`), if there is one. A path with an
/// old hash finds nothing.
pub fn find(path: &str) -> Option<&'static Asset> {
    SHELF.by_path.get(path)
}

/// Every file, in no order.
pub fn all() -> impl Iterator<Item = &'static Asset> {
    SHELF.by_path.values()
}

/// Plain names and contents.
type Files = HashMap<String, Vec<u8>>;

impl Shelf {
    fn of(files: Files) -> Self {
        let path_of = references::paths(&files);
        let mut by_path = HashMap::new();
        for (name, bytes) in files {
            let Some(path) = path_of.get(&name) else {
                continue;
            };
            let bytes = references::rewritten(&name, bytes, &path_of);
            by_path.insert(path.clone(), asset(&name, path.clone(), bytes));
        }
        Self { by_path, path_of }
    }
}

fn asset(name: &str, path: String, bytes: Vec<u8>) -> Asset {
    let (mime, packs) = kind(name);
    Asset { path, mime, bytes, packs, br: OnceLock::new(), gz: OnceLock::new() }
}

fn files() -> Files {
    let mut files = Files::new();
    take::<Styles>(&mut files);
    take::<Scripts>(&mut files);
    take::<Fonts>(&mut files);
    files
}

fn take<E: RustEmbed>(files: &mut Files) {
    for path in E::iter() {
        let is_served = kind(&path).0 != UNKNOWN_KIND;
        if let Some(file) = E::get(&path).filter(|_| is_served) {
            files.insert(file_name(&path).to_owned(), file.data.into_owned());
        }
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// `/assets/NAME.<12 hex of the digest>.EXT`
fn served(name: &str, digest: &[u8]) -> String {
    let hash: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("/assets/{stem}.{hash}.{extension}"),
        None => format!("/assets/{name}.{hash}"),
    }
}

fn kind(name: &str) -> (&'static str, bool) {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => ("text/css; charset=utf-8", true),
        "js" => ("text/javascript; charset=utf-8", true),
        "svg" => ("image/svg+xml", true),
        "json" | "webmanifest" => ("application/json", true),
        "txt" => ("text/plain; charset=utf-8", true),
        "woff2" => ("font/woff2", false),
        "png" => ("image/png", false),
        "ico" => ("image/x-icon", true),
        _ => (UNKNOWN_KIND, false),
    }
}

/// Packing into memory does not fail; if it did, the empty copy would not be used.
fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        ..brotli::enc::BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(_) => packed,
        Err(_) => Vec::new(),
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).and_then(|()| packer.finish()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
