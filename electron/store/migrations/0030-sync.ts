/**
 * Sync with central: the site's order, what is pending in it, and the confirmed version of rows that pending operations changed.
 * The journal is copied into a table that can hold two histories under one station's name (a restored disk, a copied folder): what
 * stays unique is an operation's id. Foreign keys are off while migrations run.
 */
export const sync = `
CREATE TABLE operation_next (
  seq INTEGER PRIMARY KEY,
  op_id TEXT NOT NULL UNIQUE,
  site TEXT NOT NULL,
  station TEXT NOT NULL,
  incarnation INTEGER NOT NULL,
  station_seq INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  kind TEXT NOT NULL,
  v INTEGER NOT NULL,
  aggregates TEXT NOT NULL CHECK (json_valid(aggregates)),
  base_seq INTEGER NOT NULL,
  actor TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  hash TEXT NOT NULL
) STRICT;
INSERT INTO operation_next SELECT seq, op_id, site, station, incarnation, station_seq, hlc, kind, v, aggregates, base_seq, actor, occurred_at, body, hash FROM operation ORDER BY seq;
DROP TABLE operation;
ALTER TABLE operation_next RENAME TO operation;
CREATE INDEX operation_by_lineage ON operation (station, incarnation, station_seq);
CREATE TRIGGER operation_keeps_its_words BEFORE UPDATE ON operation BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER operation_stays BEFORE DELETE ON operation BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  epoch TEXT NOT NULL,
  station_number INTEGER NOT NULL,
  after INTEGER NOT NULL,
  base INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  lineage_start INTEGER NOT NULL,
  shadowed INTEGER NOT NULL CHECK (shadowed IN (0, 1)),
  stale INTEGER NOT NULL CHECK (stale IN (0, 1)),
  awaits_copy INTEGER NOT NULL CHECK (awaits_copy IN (0, 1)),
  manifest TEXT CHECK (manifest IS NULL OR json_valid(manifest))
) STRICT;

CREATE TABLE confirmed (
  site_seq INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES operation (seq),
  verdict TEXT NOT NULL,
  case_ids TEXT NOT NULL CHECK (json_valid(case_ids))
) STRICT;
CREATE UNIQUE INDEX confirmed_by_seq ON confirmed (seq);

CREATE TABLE pending (
  seq INTEGER PRIMARY KEY REFERENCES operation (seq),
  station_seq INTEGER NOT NULL,
  sent INTEGER NOT NULL CHECK (sent IN (0, 1)),
  site_seq INTEGER,
  case_ids TEXT CHECK (case_ids IS NULL OR json_valid(case_ids))
) STRICT;
CREATE INDEX pending_unsent ON pending (station_seq) WHERE sent = 0;

CREATE TABLE recovered (
  seq INTEGER PRIMARY KEY REFERENCES operation (seq),
  epoch TEXT NOT NULL,
  site_seq INTEGER NOT NULL,
  sent INTEGER NOT NULL CHECK (sent IN (0, 1)),
  placed INTEGER
) STRICT;
CREATE INDEX recovered_unsent ON recovered (epoch, site_seq) WHERE sent = 0;

CREATE TABLE confirmed_row (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  row TEXT CHECK (row IS NULL OR json_valid(row)),
  seq INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE needs_update (
  aggregate TEXT NOT NULL,
  site_seq INTEGER NOT NULL,
  PRIMARY KEY (aggregate, site_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot_chunk (
  incoming INTEGER NOT NULL CHECK (incoming IN (0, 1)),
  number INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (incoming, number)
) STRICT;
`;
