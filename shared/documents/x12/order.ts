import type { IncomingLine, IncomingOrder } from '../incoming.ts';
import { readPo, visiblePo } from '../po-number.ts';
import { cleanText, OrderRefused, quoted, refuse, Warnings, type ProblemParams } from '../problem.ts';
import type { DocumentProblem, OrderReading } from '../incoming.ts';
import { countProblem, type TransactionSet } from './envelope.ts';
import { readHeader, readNotes, type Header } from './header.ts';
import { lineIds } from './ids.ts';
import { element, placeOf, type Segment } from './segments.ts';
import { costElement, dateElement, quantityElement, unitElement } from './values.ts';

/** How the two kinds of order document differ. */
interface Dialect {
  readonly format: 'x12-850' | 'x12-860';
  readonly head: 'BEG' | 'BCH';
  readonly line: 'PO1' | 'POC';
  readonly dateAt: number;
  readonly quantityAt: number;
  readonly unitAt: number;
  readonly priceAt: number;
  readonly idsAt: number;
}

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ['850', { format: 'x12-850', head: 'BEG', line: 'PO1', dateAt: 5, quantityAt: 2, unitAt: 3, priceAt: 4, idsAt: 6 }],
  ['860', { format: 'x12-860', head: 'BCH', line: 'POC', dateAt: 6, quantityAt: 3, unitAt: 5, priceAt: 6, idsAt: 8 }],
]);

/** Purpose codes (element 353, BEG01 and BCH01). */
const CANCELLATION: readonly string[] = ['01', '03'];
const REPLACEMENT: readonly string[] = ['05'];
/** BEG02/BCH02 of Amazon's rush orders; `NE`, `CN`, `NP`, `SA` and the rest of element 92 are not. */
const RUSH = 'RO';
const DELETED_LINE = 'DI';

/** The dialect of a set that orders or changes an order; undefined for every other document. */
export const orderDialect = (setId: string): Dialect | undefined => DIALECTS.get(setId);

/** Reads one 850 or 860, whole or not at all. */
export function readOrder(set: TransactionSet, dialect: Dialect): OrderReading {
  const head = set.body.find((segment) => segment.id === dialect.head);
  const po = head ? visiblePo(element(head, 3)) : '';
  try {
    if (set.broken) throw new OrderRefused(set.broken);
    if (!head) refuse('documents.x12.segment-missing', placeOf(set.start), { segment: dialect.head });
    if (po === '') refuse('documents.order.po-missing', placeOf(head));
    return { ok: true, format: dialect.format, order: orderOf(set, dialect, head) };
  } catch (error) {
    if (!(error instanceof OrderRefused)) throw error;
    return { ok: false, format: dialect.format, po: po === '' ? null : po, problem: error.problem };
  }
}

function orderOf(set: TransactionSet, dialect: Dialect, head: Segment): IncomingOrder {
  const warnings = new Warnings();
  const po = readPo(element(head, 3), placeOf(head), warnings);
  const purpose = element(head, 1);
  const orderType = cleanText(element(head, 2)) || null;
  const firstLine = set.body.findIndex((segment) => segment.id === dialect.line);
  const header = readHeader(firstLine === -1 ? set.body : set.body.slice(0, firstLine), warnings);
  const lines = firstLine === -1 ? [] : readLines(set.body.slice(firstLine), dialect, header, warnings);
  const partial = dialect.format === 'x12-860' && !REPLACEMENT.includes(purpose);
  const cancelled = CANCELLATION.includes(purpose) || (!partial && lines.every((line) => line.quantity === 0));
  if (lines.length === 0 && !partial && !CANCELLATION.includes(purpose)) refuse('documents.order.no-lines', placeOf(set.start));
  const totals = checkTotals(set.body, dialect, lines);
  return {
    po,
    channel: 'vendor',
    orderType,
    rush: orderType === RUSH,
    documentState: cancelled ? 'cancelled' : 'open',
    orderDate: dateElement(head, dialect.dateAt, warnings),
    changedAt: null,
    window: header.window,
    vendorCode: header.vendorCode,
    buyer: header.buyer,
    shipTo: header.shipTo,
    billTo: header.billTo,
    freightTerm: header.freightTerm,
    notes: readNotes(set.body),
    lines,
    partial,
    warnings: [...set.warnings, ...totals, ...warnings.list(placeOf(set.start))],
    place: placeOf(set.start),
  };
}

function readLines(segments: readonly Segment[], dialect: Dialect, header: Header, warnings: Warnings): readonly IncomingLine[] {
  const lines: IncomingLine[] = [];
  const seen = new Map<string, Segment>();
  for (let at = 0; at < segments.length; ) {
    const segment = segments[at];
    let next = at + 1;
    while (next < segments.length && segments[next]?.id !== dialect.line) next += 1;
    if (segment) {
      const line = readLine(segment, segments.slice(at + 1, next), lines.length + 1, dialect, header, warnings);
      const earlier = seen.get(line.line);
      if (earlier) refuse('documents.order.repeated-line', line.place, repeated(line, earlier));
      seen.set(line.line, segment);
      lines.push(line);
    }
    at = next;
  }
  return lines;
}

const repeated = (line: IncomingLine, earlier: Segment): ProblemParams => ({ line: quoted(line.line), earlier: placeOf(earlier) });

function readLine(
  segment: Segment,
  details: readonly Segment[],
  position: number,
  dialect: Dialect,
  header: Header,
  warnings: Warnings,
): IncomingLine {
  const deleted = dialect.line === 'POC' && element(segment, 2) === DELETED_LINE;
  const unit = deleted && element(segment, dialect.unitAt) === '' ? 'eaches' : unitElement(segment, dialect.unitAt);
  return {
    line: cleanText(element(segment, 1)) || String(position),
    ...lineIds(segment, dialect.idsAt, warnings),
    title: titleOf(details),
    unit,
    unitSize: unit === 'eaches' ? 1 : packSize(details),
    quantity: deleted ? 0 : quantityElement(segment, dialect.quantityAt),
    cost: costElement(segment, dialect.priceAt, warnings),
    currency: header.currency,
    backOrderAllowed: header.backOrderAllowed,
    place: placeOf(segment),
  };
}

function titleOf(details: readonly Segment[]): string | null {
  const pid = details.find((segment) => segment.id === 'PID' && element(segment, 5) !== '');
  return pid ? cleanText(element(pid, 5)) : null;
}

/** PO401, eaches in one case. Null where the document does not say, as Amazon's never does. */
function packSize(details: readonly Segment[]): number | null {
  const po4 = details.find((segment) => segment.id === 'PO4');
  const pack = po4 ? Number(/^(\d{1,6})(?:\.0*)?$/.exec(element(po4, 1))?.[1] ?? 0) : 0;
  return pack > 0 ? pack : null;
}

/** CTT01 counts the lines, CTT02 is the sum of their quantities. Wrong ones are shown: the lines themselves are all there (SE was). */
function checkTotals(body: readonly Segment[], dialect: Dialect, lines: readonly IncomingLine[]): readonly DocumentProblem[] {
  const ctt = body.find((segment) => segment.id === 'CTT');
  if (!ctt) return [];
  const problems: DocumentProblem[] = [];
  const count = element(ctt, 1);
  if (count !== '' && Number(count) !== lines.length) problems.push(countProblem(ctt, 1, count, lines.length));
  const hash = element(ctt, 2);
  const sum = lines.reduce((total, line) => total + line.quantity, 0);
  if (hash !== '' && dialect.format === 'x12-850' && Number(hash) !== sum) problems.push(countProblem(ctt, 2, hash, sum));
  return problems;
}
