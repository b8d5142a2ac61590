//! Where the bytes of files lie: a folder, or a bucket that speaks S3.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt};
use secrecy::ExposeSecret;
use stoa_kernel::ids::FileId;
use stoa_kernel::{Fault, Time};

use crate::config::{Config, Files};
use crate::http::Refusal;

/// Says whose files these are.
const OWNER: &str = "owner";

/// Written and forgotten to see whether that can be done.
const PROBE: &str = "probe";

/// What of a file is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The file.
    Whole,
    /// The smaller picture beside it.
    Small,
}

/// Why bytes were not kept.
#[derive(Debug)]
pub enum Unkept {
    /// There is no room.
    Full,
    /// The store is away, or refuses.
    Away(String),
}

impl From<Unkept> for Refusal {
    fn from(unkept: Unkept) -> Self {
        match unkept {
            Unkept::Full => {
                tracing::warn!("a file was not kept: the store is full");
                Self::new(http::StatusCode::INSUFFICIENT_STORAGE, "files-refused-full")
            }
            Unkept::Away(why) => Fault::Unavailable(why).into(),
        }
    }
}

/// Bytes as they come out of the store, with how many there are.
pub struct Stored {
    /// How many bytes there are.
    pub size: u64,
    /// The bytes, piece by piece.
    pub bytes: BoxStream<'static, Result<Bytes, object_store::Error>>,
}

/// A file from far away, whole: a reader who is slow would outlast the patience of its store.
async fn in_memory(found: object_store::GetResult) -> Result<Stored, Fault> {
    let bytes = found.bytes().await.map_err(|error| away(&error))?;
    let size = bytes.len() as u64;
    Ok(Stored { size, bytes: futures_util::stream::once(async { Ok(bytes) }).boxed() })
}

/// The store.
pub struct Store {
    objects: Arc<dyn ObjectStore>,
    /// It is a folder of this machine.
    near: bool,
}

/// The folder of files.
const FILES: &str = "files";
/// The folder of what came of files on their way.
const PIECES: &str = "pieces";

impl Store {
    /// The store that the configuration names; a folder is made.
    ///
    /// # Errors
    /// A sentence for the operator that names the key.
    pub fn open(config: &Config) -> Result<Self, String> {
        let about = |error: &dyn std::fmt::Display| format!("files.url: {error}");
        let files = &config.files;
        if let Some(folder) = files.folder() {
            use std::os::unix::fs::DirBuilderExt;
            let make = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&folder);
            make.map_err(|error| about(&format!("{}: {error}", folder.display())))?;
            let local = LocalFileSystem::new_with_prefix(folder).map_err(|error| about(&error))?;
            // What was acknowledged is on the disk.
            let local = local.with_automatic_cleanup(true);
            let objects = Arc::new(local.with_fsync(config.database.durable));
            return Ok(Self { objects, near: true });
        }
        let rest = files.url.strip_prefix("s3://").unwrap_or_default();
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let s3 = bucket_of(files, bucket).map_err(|error| about(&error))?;
        match prefix.trim_matches('/') {
            "" => Ok(Self { objects: Arc::new(s3), near: false }),
            prefix => Ok(Self { objects: Arc::new(PrefixStore::new(s3, prefix)), near: false }),
        }
    }

    /// Makes sure that nobody else keeps files here: the daily round removes what it does not
    /// know. `owner` names the instance and its history: a copy of it that is tried elsewhere is
    /// another one.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub async fn claim(&self, owner: &str) -> Result<(), String> {
        match self.owner().await? {
            Some(named) if named.as_ref() == owner.as_bytes() => Ok(()),
            Some(_) => Err("files.url: another instance keeps its files there; name an empty \
                            place, or take it over by `stoa restore --replace`"
                .to_owned()),
            None => self.take_over(owner).await,
        }
    }

    /// Whose files these are; `None` for an empty place.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub async fn owner(&self) -> Result<Option<Bytes>, String> {
        let about = |error: object_store::Error| format!("files.url: {error}");
        match self.objects.get(&Path::from(OWNER)).await {
            Ok(found) => found.bytes().await.map(Some).map_err(about),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(about(error)),
        }
    }

    /// Says that these files are that instance's from now on.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub async fn take_over(&self, owner: &str) -> Result<(), String> {
        let mark = Bytes::from(owner.to_owned());
        let put = self.objects.put(&Path::from(OWNER), mark.into()).await;
        put.map(|_| ()).map_err(|error| format!("files.url: {error}"))
    }

    /// Looks whether something can be kept and forgotten here.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub async fn check(&self) -> Result<(), String> {
        let probe = Path::from(PROBE);
        let put = self.objects.put(&probe, Bytes::from_static(b"stoa").into()).await;
        put.map_err(|error| error.to_string())?;
        self.objects.delete(&probe).await.map_err(|error| error.to_string())
    }

    /// Keeps the bytes of a file.
    ///
    /// # Errors
    /// [`Unkept`]; nothing of them is there then.
    pub async fn put(&self, file: FileId, part: Part, bytes: Bytes) -> Result<(), Unkept> {
        self.objects.put(&place(file, part), bytes.into()).await.map(|_| ()).map_err(|e| unkept(&e))
    }

    /// The bytes of a file; `None` where there are none.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the store is away.
    pub async fn get(&self, file: FileId, part: Part) -> Result<Option<Stored>, Fault> {
        match self.objects.get(&place(file, part)).await {
            Ok(found) if self.near => {
                Ok(Some(Stored { size: found.meta.size, bytes: found.into_stream() }))
            }
            Ok(found) => in_memory(found).await.map(Some),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(away(&error)),
        }
    }

    /// All bytes of a file at once; `None` where there are none.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the store is away.
    pub async fn read(&self, file: FileId, part: Part) -> Result<Option<Bytes>, Fault> {
        let Some(stored) = self.get(file, part).await? else { return Ok(None) };
        let pieces: Vec<Bytes> = stored.bytes.try_collect().await.map_err(|e| away(&e))?;
        Ok(Some(Bytes::from(pieces.concat())))
    }

    /// Keeps what came of a file on its way, from that byte on.
    ///
    /// # Errors
    /// As [`Store::put`].
    pub async fn put_piece(&self, file: FileId, from: i32, bytes: Bytes) -> Result<(), Unkept> {
        self.objects.put(&piece(file, from), bytes.into()).await.map(|_| ()).map_err(|e| unkept(&e))
    }

    /// What came of a file on its way, up to `length` bytes, in order.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the store is away; [`Fault::Broken`] when a piece is missing.
    pub async fn pieces(&self, file: FileId, length: i32) -> Result<Vec<u8>, Fault> {
        let mut whole = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        while i32::try_from(whole.len()).unwrap_or(i32::MAX) < length {
            let from = i32::try_from(whole.len()).unwrap_or(i32::MAX);
            let found = self.objects.get(&piece(file, from)).await.map_err(|error| away(&error))?;
            let bytes = found.bytes().await.map_err(|error| away(&error))?;
            if bytes.is_empty() {
                return Err(Fault::broken("a piece of a file is empty"));
            }
            whole.extend_from_slice(&bytes);
        }
        Ok(whole)
    }

    /// Forgets what came of a file on its way.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the store is away.
    pub async fn forget_pieces(&self, file: FileId) -> Result<(), Fault> {
        let folder = Path::from(format!("{PIECES}/{file}"));
        let found = self.objects.list(Some(&folder)).map_ok(|meta| meta.location).boxed();
        self.remove(found).await
    }

    /// Forgets all of a file. Nothing happens where nothing is.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the store is away.
    pub async fn forget(&self, file: FileId) -> Result<(), Fault> {
        let parts = [Part::Whole, Part::Small].map(|part| Ok(place(file, part)));
        self.remove(futures_util::stream::iter(parts).boxed()).await?;
        self.forget_pieces(file).await
    }

    async fn remove(
        &self,
        places: BoxStream<'static, Result<Path, object_store::Error>>,
    ) -> Result<(), Fault> {
        let mut removed = self.objects.delete_stream(places);
        while let Some(done) = removed.next().await {
            match done {
                Ok(_) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(away(&error)),
            }
        }
        Ok(())
    }

    /// Every file of which something is there, with when it was written last; once for each part.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the store is away.
    pub async fn all(&self) -> Result<Vec<(FileId, Time)>, Fault> {
        let found: Vec<_> =
            self.objects.list(None).try_collect().await.map_err(|error| away(&error))?;
        let known = found.iter().filter_map(|meta| {
            let id = meta.location.as_ref().split(['/', '-']).find_map(|part| part.parse().ok());
            Some((id?, Time(meta.last_modified.timestamp_micros())))
        });
        Ok(known.collect())
    }
}

fn bucket_of(
    config: &Files,
    bucket: &str,
) -> Result<object_store::aws::AmazonS3, object_store::Error> {
    let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket);
    if !config.region.is_empty() {
        builder = builder.with_region(&config.region);
    }
    if !config.endpoint.is_empty() {
        let plain = config.endpoint.starts_with("http://");
        builder = builder.with_endpoint(&config.endpoint).with_allow_http(plain);
    }
    if !config.key.expose_secret().is_empty() {
        builder = builder
            .with_access_key_id(config.key.expose_secret())
            .with_secret_access_key(config.secret.expose_secret());
    }
    builder.build()
}

fn place(file: FileId, part: Part) -> Path {
    match part {
        Part::Whole => Path::from(format!("{FILES}/{file}")),
        Part::Small => Path::from(format!("{FILES}/{file}-small")),
    }
}

fn piece(file: FileId, from: i32) -> Path {
    Path::from(format!("{PIECES}/{file}/{from:08}"))
}

fn away(error: &object_store::Error) -> Fault {
    Fault::Unavailable(format!("the store of files: {error}"))
}

/// A full disk says so somewhere among its causes.
fn unkept(error: &object_store::Error) -> Unkept {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(one) = cause {
        let io = one.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        if matches!(io, Some(std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)) {
            return Unkept::Full;
        }
        cause = one.source();
    }
    Unkept::Away(format!("the store of files: {error}"))
}
