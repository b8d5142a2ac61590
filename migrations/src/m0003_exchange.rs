//! Cities, and who added which by name.

crate::change!(
    "m0003_exchange",
    "
CREATE TABLE cities (
  id {id} NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  aliases TEXT NOT NULL,
  search_key TEXT NOT NULL,
  country TEXT NOT NULL,
  mission BOOLEAN NOT NULL,
  mission_label TEXT NOT NULL,
  mission_label_on TEXT,
  mission_source TEXT,
  invented BOOLEAN NOT NULL,
  state TEXT NOT NULL,
  region TEXT,
  lat DOUBLE PRECISION,
  lon DOUBLE PRECISION,
  population BIGINT,
  koppen TEXT,
  languages TEXT NOT NULL,
  income_group TEXT,
  networks TEXT NOT NULL,
  note TEXT,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX cities_slug ON cities (slug);
CREATE INDEX cities_name ON cities (state, name_key, id);
CREATE UNIQUE INDEX cities_claimed ON cities (name_key, country) WHERE state = 'claimed';
CREATE TABLE city_claims (
  city_id {id} NOT NULL REFERENCES cities (id) ON DELETE CASCADE,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  claimed_at BIGINT NOT NULL,
  PRIMARY KEY (city_id, member_id)
);
CREATE INDEX city_claims_member ON city_claims (member_id)
"
);
