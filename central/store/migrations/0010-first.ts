/** Only what Citus, CockroachDB and YugabyteDB have too: every table of a site leads with `site_id`. Instants are milliseconds. */
export const first = `
CREATE TABLE site (
  site_id text PRIMARY KEY,
  name text NOT NULL,
  epoch text NOT NULL,
  life integer NOT NULL,
  seq bigint NOT NULL,
  created_at bigint NOT NULL
);
-- Lives of central that ended with a restore, and the last number that both it and the next one have.
CREATE TABLE site_epoch (
  site_id text NOT NULL,
  life integer NOT NULL,
  epoch text NOT NULL,
  common bigint NOT NULL,
  ended_at bigint NOT NULL,
  PRIMARY KEY (site_id, life)
);
CREATE TABLE operation (
  site_id text NOT NULL,
  site_seq bigint NOT NULL,
  op_id text NOT NULL,
  station text NOT NULL,
  lineage integer NOT NULL,
  station_seq bigint NOT NULL,
  kind text NOT NULL,
  hash text NOT NULL,
  envelope text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('ok', 'case', 'quarantined')),
  case_ids text[] NOT NULL,
  rule_version integer NOT NULL,
  recovered boolean NOT NULL,
  PRIMARY KEY (site_id, site_seq),
  UNIQUE (site_id, op_id),
  UNIQUE (site_id, station, lineage, station_seq)
);
CREATE INDEX operation_document ON operation (site_id, site_seq) WHERE kind = 'document.prepared';
CREATE TABLE lineage (
  site_id text NOT NULL,
  station text NOT NULL,
  incarnation integer NOT NULL,
  base bigint NOT NULL,
  have bigint NOT NULL,
  highest bigint NOT NULL,
  forked_by text,
  PRIMARY KEY (site_id, station, incarnation)
);
CREATE TABLE station (
  site_id text NOT NULL,
  station text NOT NULL,
  name text NOT NULL,
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('active', 'revoked')),
  version text NOT NULL,
  protocol integer NOT NULL,
  enrolled_at bigint NOT NULL,
  last_seen_at bigint,
  backlog bigint NOT NULL DEFAULT 0,
  oldest_at bigint,
  behind bigint NOT NULL DEFAULT 0,
  skew_ms bigint,
  PRIMARY KEY (site_id, station)
);
-- One row an enrolment: a device key and its family of refresh tokens, of which only hashes are kept.
CREATE TABLE device (
  site_id text NOT NULL,
  device_id text NOT NULL,
  station text NOT NULL,
  public_key text NOT NULL,
  state text NOT NULL CHECK (state IN ('active', 'revoked')),
  token_hash text NOT NULL,
  previous_hash text,
  successor_used_at bigint,
  expires_at bigint NOT NULL,
  restored boolean NOT NULL DEFAULT false,
  created_at bigint NOT NULL,
  PRIMARY KEY (site_id, device_id)
);
CREATE INDEX device_station ON device (site_id, station);
CREATE TABLE enrolment_code (
  code_id text PRIMARY KEY,
  code_hash text NOT NULL,
  site_id text,
  site_name text,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  created_by text NOT NULL,
  used_at bigint
);
CREATE TABLE gateway (
  site_id text NOT NULL,
  gateway_id text NOT NULL,
  name text NOT NULL,
  key_hash text NOT NULL,
  created_at bigint NOT NULL,
  last_seen_at bigint,
  PRIMARY KEY (site_id, gateway_id)
);
CREATE TABLE snapshot (
  site_id text NOT NULL,
  epoch text NOT NULL,
  seq bigint NOT NULL,
  rule_version integer NOT NULL,
  row_count bigint NOT NULL,
  chunks text NOT NULL,
  PRIMARY KEY (site_id, epoch, seq)
);
CREATE TABLE snapshot_chunk (
  site_id text NOT NULL,
  epoch text NOT NULL,
  seq bigint NOT NULL,
  number integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (site_id, epoch, seq, number)
);
CREATE TABLE blob (
  site_id text NOT NULL,
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (site_id, sha256)
);
-- Operations of stations without rights: durable, in no order, until a supervisor decides.
CREATE TABLE held_operation (
  site_id text NOT NULL,
  op_id text NOT NULL,
  station text NOT NULL,
  lineage integer NOT NULL,
  station_seq bigint NOT NULL,
  envelope text NOT NULL,
  received_at bigint NOT NULL,
  PRIMARY KEY (site_id, op_id)
);
CREATE TABLE audit (
  audit_id text PRIMARY KEY,
  at bigint NOT NULL,
  who text NOT NULL,
  what text NOT NULL,
  site_id text,
  station text,
  detail text
);
CREATE INDEX audit_at ON audit (at);
CREATE TABLE administrator (
  name text PRIMARY KEY,
  password_hash text NOT NULL,
  created_at bigint NOT NULL
);
CREATE TABLE admin_session (
  session_hash text PRIMARY KEY,
  name text NOT NULL,
  expires_at bigint NOT NULL
);
-- Keys that central signs access tokens with, and its certificate authority.
CREATE TABLE secret (
  name text PRIMARY KEY,
  value text NOT NULL,
  created_at bigint NOT NULL
);
`;
