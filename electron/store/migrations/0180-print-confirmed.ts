/** A paper that a printer has taken is not yet one that it has printed. */
export const printConfirmed = `ALTER TABLE print_job ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1));`;
