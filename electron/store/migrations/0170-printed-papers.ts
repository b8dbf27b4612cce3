/** Which revision of a paper was printed last: printed again, it is a reprint. And when what stands on a shipment's papers was changed. */
export const printedPapers = `
CREATE TABLE printed_paper (
  paper TEXT NOT NULL,
  subject TEXT NOT NULL,
  revision TEXT NOT NULL,
  prints INTEGER NOT NULL,
  printed_at INTEGER NOT NULL,
  printed_by TEXT NOT NULL,
  PRIMARY KEY (paper, subject)
) STRICT, WITHOUT ROWID;
ALTER TABLE shipment ADD COLUMN changed_by TEXT;
`;
