//! Cities.

crate::change!(
    "m0003_exchange",
    "
CREATE TABLE cities (
  id {id} NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  country TEXT NOT NULL,
  mission BOOLEAN NOT NULL,
  invented BOOLEAN NOT NULL,
  state TEXT NOT NULL,
  region TEXT,
  lat DOUBLE PRECISION,
  lon DOUBLE PRECISION,
  population BIGINT,
  koppen TEXT,
  languages TEXT NOT NULL,
  networks TEXT NOT NULL,
  claimed_by {id},
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX cities_slug ON cities (slug);
CREATE INDEX cities_name ON cities (name_key, country)
"
);
