/** Papers on their way to a printer. They belong to this machine: the journal says only that somebody asked for them. */
export const printJobs = `
CREATE TABLE print_job (
  seq INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL UNIQUE,
  printer_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  state_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  fault TEXT CHECK (fault IS NULL OR json_valid(fault)),
  doubtful INTEGER NOT NULL CHECK (doubtful IN (0, 1)),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  reprint INTEGER NOT NULL CHECK (reprint IN (0, 1)),
  asked_by TEXT NOT NULL,
  paper TEXT NOT NULL CHECK (json_valid(paper))
) STRICT;
CREATE INDEX print_job_open ON print_job (printer_id, seq) WHERE state = 'queued';
CREATE INDEX print_job_by_state ON print_job (state, seq);
CREATE INDEX print_job_by_subject ON print_job (kind, subject);
`;
