/**
 * First release: the journal, which is the truth, and its projections, which can be rebuilt from it.
 * Quantities carry no lower bound: a projection must be able to hold what physically happened.
 */
export const first = `
CREATE TABLE identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  site TEXT NOT NULL,
  station TEXT NOT NULL,
  incarnation INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE operation (
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
  hash TEXT NOT NULL,
  UNIQUE (station, incarnation, station_seq)
) STRICT;
CREATE TRIGGER operation_keeps_its_words BEFORE UPDATE ON operation BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER operation_stays BEFORE DELETE ON operation BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE operation_aggregate (
  aggregate TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES operation (seq),
  PRIMARY KEY (aggregate, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE station_state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE purchase_order (
  po TEXT NOT NULL,
  channel TEXT NOT NULL,
  order_type TEXT,
  rush INTEGER NOT NULL CHECK (rush IN (0, 1)),
  hpo INTEGER NOT NULL CHECK (hpo IN (0, 1)),
  why TEXT NOT NULL CHECK (json_valid(why)),
  flagged_by TEXT,
  state TEXT NOT NULL,
  revision INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  order_date TEXT,
  window_kind TEXT NOT NULL,
  window_start TEXT,
  window_end TEXT,
  acknowledge_by INTEGER NOT NULL,
  ship_by INTEGER,
  latest_start INTEGER,
  pin INTEGER NOT NULL,
  pin_reason TEXT,
  vendor_code TEXT,
  buyer TEXT CHECK (buyer IS NULL OR json_valid(buyer)),
  ship_to_id TEXT,
  ship_to TEXT CHECK (ship_to IS NULL OR json_valid(ship_to)),
  freight_term TEXT,
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  warnings TEXT NOT NULL CHECK (json_valid(warnings)),
  document_id TEXT NOT NULL,
  document_changed_at INTEGER,
  line_count INTEGER NOT NULL,
  incomplete_lines INTEGER NOT NULL,
  original_requested INTEGER NOT NULL,
  shipped_in_window INTEGER NOT NULL,
  first_acknowledged_at INTEGER,
  acknowledged_at INTEGER,
  acknowledgement_version INTEGER NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
  cancelled_at INTEGER,
  shipped_at INTEGER,
  assigned TEXT NOT NULL CHECK (json_valid(assigned)),
  list_revision INTEGER,
  list_prints INTEGER NOT NULL,
  requested INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  backordered INTEGER NOT NULL,
  picked INTEGER NOT NULL,
  packed INTEGER NOT NULL,
  shipped INTEGER NOT NULL,
  PRIMARY KEY (po)
) STRICT;
CREATE INDEX purchase_order_by_ship_to_id ON purchase_order (ship_to_id);
CREATE INDEX purchase_order_by_state ON purchase_order (state);
CREATE TABLE order_line (
  po TEXT NOT NULL,
  line TEXT NOT NULL,
  position INTEGER NOT NULL,
  asin TEXT,
  vendor_sku TEXT,
  gtin TEXT,
  buyer_part TEXT,
  title TEXT,
  unit TEXT NOT NULL,
  unit_size INTEGER,
  quantity INTEGER NOT NULL,
  cost TEXT,
  currency TEXT,
  back_order_allowed INTEGER NOT NULL CHECK (back_order_allowed IN (0, 1)),
  sku TEXT,
  requested INTEGER NOT NULL,
  original_requested INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  backordered INTEGER NOT NULL,
  rejection_reason TEXT,
  finally_rejected INTEGER NOT NULL CHECK (finally_rejected IN (0, 1)),
  down_confirmed INTEGER NOT NULL,
  down_confirmed_at INTEGER,
  acknowledged INTEGER NOT NULL CHECK (acknowledged IN (0, 1)),
  picked INTEGER NOT NULL,
  packed INTEGER NOT NULL,
  shipped INTEGER NOT NULL,
  shipped_in_window INTEGER NOT NULL,
  short INTEGER NOT NULL,
  ship_date TEXT,
  PRIMARY KEY (po, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_line_by_po_sku ON order_line (po, sku);
CREATE INDEX order_line_by_sku ON order_line (sku);
CREATE INDEX order_line_by_asin ON order_line (asin);
CREATE INDEX order_line_by_vendor_sku ON order_line (vendor_sku);
CREATE INDEX order_line_by_gtin ON order_line (gtin);
CREATE INDEX order_line_by_buyer_part ON order_line (buyer_part);
CREATE TABLE product (
  sku TEXT NOT NULL,
  asin TEXT,
  title TEXT NOT NULL,
  gtin_each TEXT,
  gtin_case TEXT,
  gtin_pallet TEXT,
  case_size INTEGER NOT NULL,
  cost TEXT,
  currency TEXT,
  weight_grams INTEGER,
  length_mm INTEGER,
  width_mm INTEGER,
  height_mm INTEGER,
  location TEXT,
  PRIMARY KEY (sku)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_by_asin ON product (asin);
CREATE INDEX product_by_gtin_each ON product (gtin_each);
CREATE INDEX product_by_gtin_case ON product (gtin_case);
CREATE INDEX product_by_gtin_pallet ON product (gtin_pallet);
CREATE TABLE stock (
  sku TEXT NOT NULL,
  boxed INTEGER NOT NULL,
  allocated INTEGER NOT NULL,
  safety INTEGER NOT NULL,
  PRIMARY KEY (sku)
) STRICT, WITHOUT ROWID;
CREATE TABLE bin (
  sku TEXT NOT NULL,
  location TEXT NOT NULL,
  boxed INTEGER NOT NULL,
  PRIMARY KEY (sku, location)
) STRICT, WITHOUT ROWID;
CREATE INDEX bin_by_location ON bin (location);
CREATE TABLE handling_unit (
  sscc TEXT NOT NULL,
  kind TEXT NOT NULL,
  po TEXT NOT NULL,
  state TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  closed_at INTEGER,
  shipment_id TEXT,
  loaded_at INTEGER,
  eaches INTEGER NOT NULL,
  cartons INTEGER NOT NULL,
  weight_grams INTEGER,
  height_mm INTEGER,
  label_prints INTEGER NOT NULL,
  label_confirmed_at INTEGER,
  PRIMARY KEY (sscc)
) STRICT, WITHOUT ROWID;
CREATE INDEX handling_unit_by_po ON handling_unit (po);
CREATE INDEX handling_unit_by_shipment_id ON handling_unit (shipment_id);
CREATE INDEX handling_unit_by_state ON handling_unit (state);
CREATE TABLE unit_content (
  sscc TEXT NOT NULL,
  po TEXT NOT NULL,
  line TEXT NOT NULL,
  sku TEXT NOT NULL,
  eaches INTEGER NOT NULL,
  cartons INTEGER NOT NULL,
  PRIMARY KEY (sscc, po, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_content_by_po_line ON unit_content (po, line);
CREATE INDEX unit_content_by_po ON unit_content (po);
CREATE TABLE packed_carton (
  carton TEXT NOT NULL,
  sscc TEXT NOT NULL,
  po TEXT NOT NULL,
  line TEXT NOT NULL,
  eaches INTEGER NOT NULL,
  PRIMARY KEY (carton)
) STRICT, WITHOUT ROWID;
CREATE INDEX packed_carton_by_sscc ON packed_carton (sscc);
CREATE TABLE shipment (
  shipment_id TEXT NOT NULL,
  pos TEXT NOT NULL CHECK (json_valid(pos)),
  state TEXT NOT NULL,
  freight_term TEXT NOT NULL,
  freight_ready INTEGER,
  cartons INTEGER NOT NULL,
  pallets_stackable INTEGER NOT NULL,
  pallets_non_stackable INTEGER NOT NULL,
  weight_grams INTEGER NOT NULL,
  volume_cubic_centimetres INTEGER NOT NULL,
  arn TEXT,
  scac TEXT,
  pro TEXT,
  bol TEXT,
  appointment INTEGER,
  created_at INTEGER NOT NULL,
  requested_at INTEGER,
  departed_at INTEGER,
  confirm_by INTEGER,
  PRIMARY KEY (shipment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shipment_by_state ON shipment (state);
CREATE INDEX shipment_by_bol ON shipment (bol);
CREATE TABLE outgoing_document (
  document_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  po TEXT NOT NULL,
  shipment_id TEXT,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  prepared_at INTEGER NOT NULL,
  state_at INTEGER NOT NULL,
  note TEXT,
  due_by INTEGER,
  PRIMARY KEY (document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX outgoing_document_by_po ON outgoing_document (po);
CREATE INDEX outgoing_document_by_shipment_id ON outgoing_document (shipment_id);
CREATE INDEX outgoing_document_by_state ON outgoing_document (state);
CREATE TABLE inbound_document (
  document_id TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  format TEXT NOT NULL,
  via TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  orders TEXT NOT NULL CHECK (json_valid(orders)),
  error TEXT CHECK (error IS NULL OR json_valid(error)),
  PRIMARY KEY (document_id)
) STRICT;
CREATE INDEX inbound_document_by_sha256 ON inbound_document (sha256);
CREATE TABLE staff (
  staff_id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  badge TEXT,
  pin_hash TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  failed_tries INTEGER NOT NULL,
  locked_until INTEGER,
  PRIMARY KEY (staff_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_by_badge ON staff (badge);
CREATE INDEX staff_by_role ON staff (role);
CREATE TABLE task (
  station TEXT NOT NULL,
  kind TEXT NOT NULL,
  po TEXT,
  staff_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  location TEXT,
  sscc TEXT,
  shipment_id TEXT,
  sku TEXT,
  carton TEXT,
  PRIMARY KEY (station)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_by_po ON task (po);
CREATE TABLE scan (
  op_id TEXT NOT NULL,
  station TEXT NOT NULL,
  station_seq INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  po TEXT,
  line TEXT,
  sku TEXT,
  sscc TEXT,
  location TEXT,
  eaches INTEGER NOT NULL,
  cartons INTEGER NOT NULL,
  carton TEXT,
  taken INTEGER NOT NULL,
  previous TEXT,
  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
  PRIMARY KEY (op_id)
) STRICT;
CREATE INDEX scan_by_station_undone ON scan (station, undone, station_seq);
CREATE TABLE unknown_code (
  code TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  times INTEGER NOT NULL,
  task TEXT,
  staff_id TEXT NOT NULL,
  PRIMARY KEY (code)
) STRICT, WITHOUT ROWID;
CREATE TABLE counter (
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (name)
) STRICT, WITHOUT ROWID;
CREATE TABLE settings (
  id TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  PRIMARY KEY (id)
) STRICT;

CREATE INDEX queue_order ON purchase_order (
  hpo DESC, pin, ifnull(latest_start, 9007199254740991), ifnull(ship_by, 9007199254740991), received_at, po
) WHERE state NOT IN ('shipped', 'rejected', 'cancelled', 'closed');
CREATE INDEX purchase_order_by_received_at ON purchase_order (received_at);
`;
