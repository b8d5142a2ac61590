//! Pages of the instance itself (terms, privacy, contact, accessibility, help),
//! as its administrators wrote them, by language; earlier wordings are kept.

crate::change!(
    "m0009_kernel",
    "
CREATE TABLE site_pages (
  name TEXT NOT NULL,
  locale TEXT NOT NULL,
  version INTEGER NOT NULL,
  markdown TEXT NOT NULL,
  written_by {id} NOT NULL,
  written_at BIGINT NOT NULL,
  PRIMARY KEY (name, locale, version)
)
"
);
