/** What goods need to be known of: lots, expiry days and serial numbers, from the product to what stands on a unit. */
export const traces = `
ALTER TABLE product ADD COLUMN needs TEXT CHECK (needs IS NULL OR json_valid(needs));
ALTER TABLE packed_carton ADD COLUMN trace TEXT CHECK (trace IS NULL OR json_valid(trace));
ALTER TABLE task ADD COLUMN trace TEXT CHECK (trace IS NULL OR json_valid(trace));
ALTER TABLE scan ADD COLUMN trace TEXT CHECK (trace IS NULL OR json_valid(trace));
CREATE TABLE content_lot (
  sscc TEXT NOT NULL,
  po TEXT NOT NULL,
  line TEXT NOT NULL,
  lot TEXT NOT NULL,
  expiry TEXT NOT NULL,
  eaches INTEGER NOT NULL,
  PRIMARY KEY (sscc, po, line, lot, expiry)
) STRICT, WITHOUT ROWID;
CREATE TABLE packed_serial (
  sku TEXT NOT NULL,
  serial TEXT NOT NULL,
  sscc TEXT NOT NULL,
  po TEXT NOT NULL,
  line TEXT NOT NULL,
  lot TEXT,
  expiry TEXT,
  PRIMARY KEY (sku, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX packed_serial_by_content ON packed_serial (sscc, po, line);
`;
