/** Many stations on one site: who did what last, contradictions, claims, the stations themselves. */
export const manyStations = `
ALTER TABLE purchase_order ADD COLUMN acknowledged_by TEXT CHECK (acknowledged_by IS NULL OR json_valid(acknowledged_by));
ALTER TABLE purchase_order ADD COLUMN changed_by TEXT CHECK (changed_by IS NULL OR json_valid(changed_by));
ALTER TABLE purchase_order ADD COLUMN assigned_by TEXT CHECK (assigned_by IS NULL OR json_valid(assigned_by));
ALTER TABLE order_line ADD COLUMN worked_by TEXT CHECK (worked_by IS NULL OR json_valid(worked_by));
ALTER TABLE stock ADD COLUMN accepted_by TEXT CHECK (accepted_by IS NULL OR json_valid(accepted_by));
ALTER TABLE bin ADD COLUMN moved_by TEXT CHECK (moved_by IS NULL OR json_valid(moved_by));
ALTER TABLE bin ADD COLUMN counted_by TEXT CHECK (counted_by IS NULL OR json_valid(counted_by));
ALTER TABLE handling_unit ADD COLUMN touched_by TEXT CHECK (touched_by IS NULL OR json_valid(touched_by));
ALTER TABLE staff ADD COLUMN placed_by TEXT CHECK (placed_by IS NULL OR json_valid(placed_by));
CREATE TABLE peer (
  station TEXT NOT NULL,
  name TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (station)
) STRICT, WITHOUT ROWID;
CREATE INDEX peer_by_number ON peer (number);
CREATE TABLE site_case (
  case_id TEXT NOT NULL,
  type TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  po TEXT,
  line TEXT,
  sku TEXT,
  sscc TEXT,
  location TEXT,
  what TEXT NOT NULL CHECK (json_valid(what)),
  first TEXT CHECK (first IS NULL OR json_valid(first)),
  second TEXT NOT NULL CHECK (json_valid(second)),
  units INTEGER NOT NULL,
  cost TEXT,
  currency TEXT,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  state TEXT NOT NULL,
  decision TEXT,
  note TEXT,
  resolved_by TEXT CHECK (resolved_by IS NULL OR json_valid(resolved_by)),
  PRIMARY KEY (case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX site_case_by_state ON site_case (state);
CREATE INDEX site_case_by_po ON site_case (po);
CREATE TABLE claim (
  subject TEXT NOT NULL,
  station TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  since INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (json_valid(act)),
  shared_with TEXT NOT NULL CHECK (json_valid(shared_with)),
  PRIMARY KEY (subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_by_station ON claim (station);
`;
