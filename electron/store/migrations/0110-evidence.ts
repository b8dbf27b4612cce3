/** Photos of pallets and cartons, and which of their bytes a life of central is known to hold. The bytes are blobs like documents'. */
export const evidence = `
CREATE TABLE photo (
  sscc TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  po TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  via TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  taken_by TEXT NOT NULL,
  station TEXT NOT NULL,
  PRIMARY KEY (sscc, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_by_po ON photo (po);
CREATE TABLE photo_at_central (
  sha256 TEXT PRIMARY KEY,
  epoch TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
