import type Database from 'better-sqlite3';
import { isDue, type PrintJob, type PrintJobState } from '../../shared/domain/printing/job.ts';
import type { PrintedKind } from '../../shared/domain/printing/printer.ts';
import type { Paper } from '../../shared/documents/papers.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { message, type Message } from '../../shared/messages/say.ts';

/** A job with what it is about: enough to make its paper again at any time, byte for byte. */
export interface KeptJob {
  readonly job: PrintJob;
  readonly kind: PrintedKind | 'test';
  /** An SSCC, an order's number, the name of a sheet or of a printer. */
  readonly subject: string;
  readonly reprint: boolean;
  readonly askedBy: string;
  readonly paper: Paper;
}

interface Row {
  readonly job_id: string;
  readonly printer_id: string;
  readonly state: PrintJobState;
  readonly attempts: number;
  readonly queued_at: number;
  readonly state_at: number;
  readonly not_before: number;
  readonly fault: string | null;
  readonly doubtful: number;
  readonly confirmed: number;
  readonly kind: PrintedKind | 'test';
  readonly subject: string;
  readonly reprint: number;
  readonly asked_by: string;
  readonly paper: string;
}

/** Finished jobs that are kept to be looked at. */
const KEPT = 200;

/** The print queue of this machine, in the store's file: a paper is queued in the transaction that says it was asked for. */
export class PrintJobs {
  readonly #insert;
  readonly #save;
  readonly #next;
  readonly #waiting;
  readonly #inState;
  readonly #get;
  readonly #openFor;
  readonly #recent;
  readonly #counts;
  readonly #prune;
  readonly #move;
  readonly #countAt;
  readonly #firstDue;

  constructor(database: Database.Database) {
    this.#insert = database.prepare(
      `INSERT INTO print_job (job_id, printer_id, state, attempts, queued_at, state_at, not_before, fault, doubtful, confirmed, kind, subject, reprint, asked_by, paper)
       VALUES (@jobId, @printerId, @state, @attempts, @queuedAt, @stateAt, @notBefore, @fault, @doubtful, @confirmed, @kind, @subject, @reprint, @askedBy, @paper)`,
    );
    this.#save = database.prepare('UPDATE print_job SET state = @state, attempts = @attempts, queued_at = @queuedAt, state_at = @stateAt, not_before = @notBefore, fault = @fault, doubtful = @doubtful, confirmed = @confirmed WHERE job_id = @jobId');
    this.#next = database.prepare<[string], Row>("SELECT * FROM print_job WHERE state = 'queued' AND printer_id = ? ORDER BY seq LIMIT 1");
    // SQLite takes the other columns from the row that has the minimum.
    this.#waiting = database.prepare<[], { printer_id: string; not_before: number }>("SELECT printer_id, not_before, min(seq) FROM print_job WHERE state = 'queued' GROUP BY printer_id");
    this.#inState = database.prepare<[string], Row>('SELECT * FROM print_job WHERE state = ? ORDER BY seq');
    this.#get = database.prepare<[string], Row>('SELECT * FROM print_job WHERE job_id = ?');
    this.#openFor = database.prepare<[string, string], Row>("SELECT * FROM print_job WHERE kind = ? AND subject = ? AND state IN ('queued', 'sending') ORDER BY seq");
    this.#recent = database.prepare<[number], Row>(
      `SELECT * FROM (SELECT * FROM print_job WHERE state IN ('queued', 'sending', 'failed')
       UNION SELECT * FROM (SELECT * FROM print_job WHERE state IN ('sent', 'cancelled') ORDER BY seq DESC LIMIT ?)) ORDER BY seq DESC`,
    );
    this.#counts = database.prepare<[], { state: PrintJobState; count: number; oldest: number }>(
      "SELECT state, count(*) AS count, min(queued_at) AS oldest FROM print_job WHERE state IN ('queued', 'sending', 'failed') GROUP BY state",
    );
    this.#prune = database.prepare(
      "DELETE FROM print_job WHERE state IN ('sent', 'cancelled') AND seq <= (SELECT seq FROM print_job WHERE state IN ('sent', 'cancelled') ORDER BY seq DESC LIMIT 1 OFFSET ?)",
    );
    this.#move = database.prepare("UPDATE print_job SET printer_id = ? WHERE job_id = ? AND state IN ('queued', 'failed')");
    this.#countAt = database.prepare<[string], { count: number }>("SELECT count(*) AS count FROM print_job WHERE printer_id = ? AND state IN ('queued', 'sending')");
    this.#firstDue = database.prepare("UPDATE print_job SET not_before = @now WHERE seq = (SELECT min(seq) FROM print_job WHERE state = 'queued' AND printer_id = @printerId)");
  }

  /** Queues a paper. Call it inside the transaction of the operation that asked for it. */
  add({ job, kind, subject, reprint, askedBy, paper }: KeptJob): void {
    this.#insert.run({ ...columnsOf(job), kind, subject, reprint: reprint ? 1 : 0, askedBy, paper: JSON.stringify(paper) });
    // Somebody stands at the printer: what is in front of this need not wait for its time.
    this.makeFirstDue(job.printerId, job.queuedAt);
    this.#prune.run(KEPT);
  }

  save(job: PrintJob): void {
    this.#save.run(columnsOf(job));
  }

  /** The first job of a printer when it may be tried now; those behind it wait for it, so that papers come out in the order asked. */
  next(printerId: string, now: Instant): PrintJob | undefined {
    const row = this.#next.get(printerId);
    const job = row && kept(row).job;
    return job && isDue(job.notBefore, now) ? job : undefined;
  }

  /** Lets a printer's first job be tried now. */
  makeFirstDue(printerId: string, now: Instant): void {
    this.#firstDue.run({ printerId, now });
  }

  /** Printers with waiting jobs, and when the first of each may be tried. */
  waiting(): readonly { readonly printerId: string; readonly notBefore: Instant }[] {
    return this.#waiting.all().map(({ printer_id, not_before }) => ({ printerId: printer_id, notBefore: not_before as Instant }));
  }

  inState(state: 'queued' | 'sending'): readonly PrintJob[] {
    return this.#inState.all(state).map((row) => kept(row).job);
  }

  get(jobId: string): KeptJob | undefined {
    const row = this.#get.get(jobId);
    return row && kept(row);
  }

  /** The jobs that already bring a paper, of whatever revision, oldest first: asking again for what is on its way makes no second one. */
  openFor(kind: string, subject: string): readonly KeptJob[] {
    return this.#openFor.all(kind, subject).map(kept);
  }

  /** What is open, and the last of what is done; newest first. */
  recent(done: number): readonly KeptJob[] {
    return this.#recent.all(done).map(kept);
  }

  counts(): { readonly waiting: number; readonly failed: number; readonly oldestAt: Instant | null } {
    const rows = this.#counts.all();
    const of = (...states: readonly PrintJobState[]): number => rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
    const oldest = rows.map((row) => row.oldest);
    return { waiting: of('queued', 'sending'), failed: of('failed'), oldestAt: oldest.length === 0 ? null : (Math.min(...oldest) as Instant) };
  }

  /** Gives a job that is not on its way to another printer. */
  move(jobId: string, printerId: string): boolean {
    return this.#move.run(printerId, jobId).changes === 1;
  }

  countAt(printerId: string): number {
    return this.#countAt.get(printerId)?.count ?? 0;
  }
}

/** After a restore from a backup nobody knows what was printed since it was made: a person looks. */
export function doubtPrintJobs(database: Database.Database): void {
  database.prepare("UPDATE print_job SET state = 'failed', doubtful = 1, fault = ? WHERE state IN ('queued', 'sending')").run(JSON.stringify(message('printing.fault.restored')));
}

const columnsOf = (job: PrintJob) => ({ ...job, fault: job.fault === null ? null : JSON.stringify(job.fault), doubtful: job.doubtful ? 1 : 0, confirmed: job.confirmed ? 1 : 0 });

const kept = (row: Row): KeptJob => ({
  job: {
    jobId: row.job_id,
    printerId: row.printer_id,
    state: row.state,
    attempts: row.attempts,
    queuedAt: row.queued_at as Instant,
    stateAt: row.state_at as Instant,
    notBefore: row.not_before as Instant,
    fault: row.fault === null ? null : (JSON.parse(row.fault) as Message),
    doubtful: row.doubtful === 1,
    confirmed: row.confirmed === 1,
  },
  kind: row.kind,
  subject: row.subject,
  reprint: row.reprint === 1,
  askedBy: row.asked_by,
  paper: JSON.parse(row.paper) as Paper,
});
