//! The index on the disk: what is in it, up to which event, and how it is asked.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use stoa_kernel::Fault;
use stoa_kernel::feed::Position;
use tantivy::collector::TopDocs;
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByStaticFastValue};
use tantivy::directory::MmapDirectory;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use crate::model::{Change, Document, Enough, Filter, Hit, Of};
use crate::query::Query;
use crate::words;

/// Raised whenever documents or words are made otherwise: an older index is made anew.
const VERSION: u32 = 7;
/// What the writer may hold before it writes a segment, in bytes: the least that tantivy takes.
const ARENA: usize = 15_000_000;
/// Names of the columns that hold the halves of an id.
const HIGH: &str = "high";
const LOW: &str = "low";

/// The fields of a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    post: Field,
    thread: Field,
    /// The two halves of the post's id: among equals the newest comes first, whatever lies where.
    high: Field,
    low: Field,
    pub(crate) part: Field,
    pub(crate) space: Field,
    pub(crate) kind: Field,
    pub(crate) theme: Field,
    pub(crate) region: Field,
    pub(crate) language: Field,
    /// Every language in which it can be read.
    pub(crate) reads: Field,
    pub(crate) city: Field,
    pub(crate) author: Field,
    pub(crate) answered: Field,
    /// When it was published, in microseconds since 1970.
    pub(crate) at: Field,
    pub(crate) title: Field,
    pub(crate) body: Field,
    pub(crate) stems: Field,
}

impl Fields {
    fn made() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let words = |with| {
            TextOptions::default()
                .set_indexing_options(TextFieldIndexing::default().set_index_option(with))
        };
        let fields = Self {
            post: schema.add_text_field("post", STRING | STORED),
            thread: schema.add_text_field("thread", STRING | STORED),
            high: schema.add_u64_field(HIGH, FAST),
            low: schema.add_u64_field(LOW, FAST),
            part: schema.add_text_field("part", STRING | STORED),
            space: schema.add_text_field("space", STRING),
            kind: schema.add_text_field("kind", STRING),
            theme: schema.add_text_field("theme", STRING),
            region: schema.add_text_field("region", STRING),
            language: schema.add_text_field("language", STRING),
            reads: schema.add_text_field("reads", STRING),
            city: schema.add_text_field("city", STRING),
            author: schema.add_text_field("author", STRING),
            answered: schema.add_text_field("answered", STRING),
            at: schema.add_i64_field("at", FAST),
            title: schema.add_text_field("title", words(IndexRecordOption::WithFreqsAndPositions)),
            body: schema.add_text_field("body", words(IndexRecordOption::WithFreqsAndPositions)),
            stems: schema.add_text_field("stems", words(IndexRecordOption::WithFreqs)),
        };
        (schema.build(), fields)
    }
}

/// What is written with the documents.
#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    version: u32,
    epoch: String,
    position: Position,
}

/// The index of one process. Its methods block: call them where that is allowed.
pub struct Index {
    inner: tantivy::Index,
    reader: IndexReader,
    fields: Fields,
    epoch: String,
    writer: Mutex<Option<IndexWriter>>,
    position: Mutex<Option<Position>>,
}

impl Index {
    /// Opens the index in a folder, or makes an empty one: also in the place of one that is
    /// damaged, of another version, or of another history of the instance (`epoch`).
    ///
    /// # Errors
    /// [`Fault::Broken`] when the folder cannot be written.
    pub fn open(folder: &Path, epoch: &str) -> Result<Self, Fault> {
        std::fs::create_dir_all(folder).map_err(Fault::broken)?;
        let (schema, fields) = Fields::made();
        let (inner, reader) = match opened(folder, schema.clone()) {
            Ok(whole) => whole,
            // It holds nothing that the database does not.
            Err(_) => {
                std::fs::remove_dir_all(folder).map_err(Fault::broken)?;
                std::fs::create_dir_all(folder).map_err(Fault::broken)?;
                opened(folder, schema).map_err(Fault::broken)?
            }
        };
        let position = Mutex::new(kept(&inner, epoch));
        let (writer, epoch) = (Mutex::new(None), epoch.to_owned());
        Ok(Self { inner, reader, fields, epoch, writer, position })
    }

    /// Up to which event the index follows; `None` when it has to be made anew.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        *self.position.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many posts are in it.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes out everything, at the next [`Index::commit`]: until then what was in it is found,
    /// and the index has no position.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the folder cannot be written.
    pub fn clear(&self) -> Result<(), Fault> {
        self.stands_at(None);
        self.write(|writer| {
            // What was begun and left by a fault goes first.
            writer.rollback()?;
            writer.delete_all_documents().map(|_| ())
        })
    }

    /// Takes changes in, in order, to be found after the next [`Index::commit`].
    ///
    /// # Errors
    /// [`Fault::Broken`] when the folder cannot be written; everything since the last commit is
    /// to be put again.
    pub fn put(&self, changes: &[Change]) -> Result<(), Fault> {
        self.write(|writer| changes.iter().try_for_each(|change| self.change(writer, change)))
    }

    fn change(&self, writer: &IndexWriter, change: &Change) -> tantivy::Result<()> {
        let old = match change.of {
            Of::Post(post) => Some(self.key(self.fields.post, &post)),
            Of::Thread(thread) => Some(self.key(self.fields.thread, &thread)),
            Of::Nothing => None,
        };
        old.map(|old| writer.delete_term(old));
        let mut documents = change.documents.iter().map(|document| self.document(document));
        documents.try_for_each(|document| writer.add_document(document).map(|_| ()))
    }

    /// Makes what was put findable, and notes up to which event that is.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the folder cannot be written; the index is then as before.
    pub fn commit(&self, upto: Position) -> Result<(), Fault> {
        let payload = Payload { version: VERSION, epoch: self.epoch.clone(), position: upto };
        let payload = serde_json::to_string(&payload).map_err(Fault::broken)?;
        self.write(|writer| {
            let mut prepared = writer.prepare_commit()?;
            prepared.set_payload(&payload);
            prepared.commit().map(|_| ())
        })?;
        self.reader.reload().map_err(Fault::broken)?;
        self.stands_at(Some(upto));
        Ok(())
    }

    /// Writes anew what holds words of posts that were taken out: until then they stand in its
    /// files, though nothing finds them. Everything put has to be committed.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the folder cannot be written; the index is then as before.
    pub fn compact(&self) -> Result<(), Fault> {
        let metas = self.inner.searchable_segment_metas().map_err(Fault::broken)?;
        let holed = metas.iter().filter(|meta| meta.has_deletes());
        for segment in holed.map(tantivy::SegmentMeta::id) {
            self.write(|writer| writer.merge(&[segment]).wait().map(|_| ()))?;
        }
        self.reader.reload().map_err(Fault::broken)?;
        self.write(|writer| writer.garbage_collect_files().wait().map(|_| ()))
    }

    fn stands_at(&self, position: Option<Position>) {
        *self.position.lock().unwrap_or_else(PoisonError::into_inner) = position;
    }

    /// The best hits with enough of the words, after the first `skip`, at most `limit`.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the index cannot be read.
    pub fn search(
        &self,
        query: &Query,
        filter: &Filter,
        enough: Enough,
        (skip, limit): (usize, usize),
    ) -> Result<Vec<Hit>, Fault> {
        let searcher = self.reader.searcher();
        let query = query.among(&self.fields, &searcher).map_err(Fault::broken)?;
        let ask = query.ask(&self.fields, filter, enough);
        let newest = (
            SortByStaticFastValue::<u64>::for_field(HIGH),
            SortByStaticFastValue::<u64>::for_field(LOW),
        );
        let order = (SortBySimilarityScore, newest);
        let top = TopDocs::with_limit(limit).and_offset(skip).order_by(order);
        let found = searcher.search(&*ask, &top).map_err(Fault::broken)?;
        let hit = |((score, _), address)| {
            let document: TantivyDocument = searcher.doc(address).map_err(Fault::broken)?;
            self.hit(&document, score)
        };
        found.into_iter().map(hit).collect()
    }

    fn hit(&self, document: &TantivyDocument, score: f32) -> Result<Hit, Fault> {
        let text = |field| document.get_first(field).and_then(|value| value.as_str()).unwrap_or("");
        let bad = || Fault::broken("the index holds what it was never given");
        Ok(Hit {
            post: text(self.fields.post).parse().map_err(|_| bad())?,
            thread: text(self.fields.thread).parse().map_err(|_| bad())?,
            opening: text(self.fields.part) == part(true),
            score,
        })
    }

    fn key(&self, field: Field, id: &impl ToString) -> Term {
        Term::from_field_text(field, &id.to_string())
    }

    fn document(&self, from: &Document) -> TantivyDocument {
        let fields = &self.fields;
        let mut document = TantivyDocument::new();
        document.add_text(fields.post, from.post.to_string());
        document.add_text(fields.thread, from.thread.to_string());
        let (high, low) = from.post.uuid().as_u64_pair();
        document.add_u64(fields.high, high);
        document.add_u64(fields.low, low);
        document.add_text(fields.part, part(from.opening));
        document.add_text(fields.space, from.space.to_string());
        document.add_text(fields.kind, &from.kind);
        document.add_text(fields.language, &from.language);
        let others = from.others.iter().map(|other| &other.language);
        std::iter::once(&from.language)
            .chain(others)
            .for_each(|tag| document.add_text(fields.reads, tag));
        from.city.iter().for_each(|city| document.add_text(fields.city, city.to_string()));
        document.add_text(fields.author, from.author.to_string());
        from.answered.iter().for_each(|yes| document.add_text(fields.answered, answered(*yes)));
        document.add_i64(fields.at, from.at.0);
        from.themes.iter().for_each(|theme| document.add_text(fields.theme, theme));
        from.regions.iter().for_each(|region| document.add_text(fields.region, region));
        self.say(&mut document, from.title.as_deref(), &from.body, &from.language);
        for other in &from.others {
            self.say(&mut document, other.title.as_deref(), &other.body, &other.language);
        }
        document
    }

    fn say(&self, to: &mut TantivyDocument, title: Option<&str>, body: &str, language: &str) {
        let (fields, title) = (&self.fields, title.unwrap_or_default());
        if !title.is_empty() {
            to.add_pre_tokenized_text(fields.title, words::plain(title));
        }
        to.add_pre_tokenized_text(fields.body, words::plain(body));
        to.add_pre_tokenized_text(fields.stems, words::stems(&[title, body], language));
    }

    /// Works with the writer, which is made when it is first needed: a process that only reads
    /// has none. A writer that failed once is given up: its worker may be gone, and it would take
    /// documents that it never writes.
    fn write(
        &self,
        work: impl FnOnce(&mut IndexWriter) -> tantivy::Result<()>,
    ) -> Result<(), Fault> {
        let mut held = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let done = match held.as_mut() {
            Some(writer) => work(writer),
            None => self.made().and_then(|made| work(held.insert(made))),
        };
        if done.is_err() {
            *held = None;
        }
        done.map_err(Fault::broken)
    }

    fn made(&self) -> tantivy::Result<IndexWriter> {
        self.inner.writer_with_num_threads(1, ARENA)
    }
}

fn opened(folder: &Path, schema: Schema) -> tantivy::Result<(tantivy::Index, IndexReader)> {
    let inner = tantivy::Index::open_or_create(MmapDirectory::open(folder)?, schema)?;
    let reader = inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    Ok((inner, reader))
}

/// The value of a field for a question with or without an accepted answer.
pub(crate) const fn answered(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn part(opening: bool) -> &'static str {
    if opening { "thread" } else { "reply" }
}

fn kept(index: &tantivy::Index, epoch: &str) -> Option<Position> {
    let payload = index.load_metas().ok()?.payload?;
    let payload: Payload = serde_json::from_str(&payload).ok()?;
    (payload.version == VERSION && payload.epoch == epoch).then_some(payload.position)
}

#[cfg(test)]
mod tests;
