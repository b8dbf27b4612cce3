import { problem, quoted } from '../problem.ts';
import type { DocumentProblem } from '../incoming.ts';
import { element, placeOf, readSegments, type Segment } from './segments.ts';

/** One transaction set, ST to SE. */
export interface TransactionSet {
  /** ST01: `850`, `997` ... */
  readonly setId: string;
  /** Everything between ST and SE. */
  readonly body: readonly Segment[];
  readonly start: Segment;
  /** Set when the set can not be trusted as a whole: its end is missing. */
  readonly broken: DocumentProblem | null;
  /** Control numbers and counts that do not agree, of the set and of the envelopes around it. */
  readonly warnings: readonly DocumentProblem[];
}

export interface Envelope {
  readonly sets: readonly TransactionSet[];
  /** Set when reading stopped: what came before is in `sets`. */
  readonly problem: DocumentProblem | null;
}

interface OpenSet {
  setId: string;
  start: Segment;
  body: Segment[];
  warnings: DocumentProblem[];
  broken: DocumentProblem | null;
}

interface OpenEnvelope {
  start: Segment;
  sets: OpenSet[];
  children: number;
}

/**
 * Reads ISA/GS/ST envelopes, any number of each. Counts and control numbers that disagree are warnings of every set they span, because
 * real senders get them wrong in complete files; a set without SE is broken, because lines may be missing.
 */
export function readEnvelope(text: string): Envelope {
  const sets: OpenSet[] = [];
  let interchange: OpenEnvelope | undefined;
  let group: OpenEnvelope | undefined;
  let open: OpenSet | undefined;

  const abandon = (): void => {
    if (open) open.broken = problem('documents.x12.truncated', placeOf(open.start), { set: quoted(open.setId) });
    open = undefined;
  };
  const unclosed = (envelope: OpenEnvelope | undefined, expected: string): void => {
    for (const set of envelope?.sets ?? []) set.warnings.push(problem('documents.x12.envelope-open', placeOf(set.start), { expected }));
  };
  const close = (envelope: OpenEnvelope | undefined, end: Segment, controlAt: number): void => {
    if (!envelope) return;
    const found = [
      ...countMismatch(end, 1, envelope.children),
      ...controlMismatch(end, 2, envelope.start, controlAt),
    ];
    for (const set of envelope.sets) set.warnings.push(...found);
  };

  let stopped: DocumentProblem | null = null;
  for (const event of readSegments(text)) {
    if (!event.ok) {
      stopped = event.problem;
      break;
    }
    const segment = event.segment;
    switch (segment.id) {
      case 'ISA':
        abandon();
        unclosed(group, 'GE');
        unclosed(interchange, 'IEA');
        group = undefined;
        interchange = { start: segment, sets: [], children: 0 };
        break;
      case 'GS':
        abandon();
        unclosed(group, 'GE');
        group = { start: segment, sets: [], children: 0 };
        if (interchange) interchange.children += 1;
        break;
      case 'ST':
        abandon();
        open = { setId: element(segment, 1), start: segment, body: [], warnings: [], broken: null };
        sets.push(open);
        group?.sets.push(open);
        interchange?.sets.push(open);
        if (group) group.children += 1;
        break;
      case 'SE':
        if (!open) break;
        open.warnings.push(...countMismatch(segment, 1, open.body.length + 2), ...controlMismatch(segment, 2, open.start, 2));
        open = undefined;
        break;
      case 'GE':
        abandon();
        close(group, segment, 6);
        group = undefined;
        break;
      case 'IEA':
        abandon();
        unclosed(group, 'GE');
        group = undefined;
        close(interchange, segment, 13);
        interchange = undefined;
        break;
      default:
        open?.body.push(segment);
    }
  }
  abandon();
  unclosed(group, 'GE');
  unclosed(interchange, 'IEA');
  return { sets, problem: stopped };
}

function countMismatch(end: Segment, at: number, counted: number): readonly DocumentProblem[] {
  const written = element(end, at);
  if (/^\d{1,10}$/.test(written) && Number(written) === counted) return [];
  return [countProblem(end, at, written, counted)];
}

/** A count of the document that does not agree with what was counted. */
export function countProblem(segment: Segment, at: number, written: string, counted: number): DocumentProblem {
  return problem('documents.x12.count-mismatch', placeOf(segment), { element: `${segment.id}0${at}`, written: quoted(written), counted });
}

function controlMismatch(end: Segment, at: number, start: Segment, startAt: number): readonly DocumentProblem[] {
  const opened = element(start, startAt);
  const closed = element(end, at);
  if (plainNumber(opened) === plainNumber(closed)) return [];
  return [
    problem('documents.x12.control-mismatch', placeOf(end), {
      element: `${end.id}0${at}`,
      written: quoted(closed),
      opening: `${start.id}${String(startAt).padStart(2, '0')}`,
      expected: quoted(opened),
    }),
  ];
}

/** `0001` and `1` are the same control number. */
const plainNumber = (text: string): string => text.replace(/^0+(?=.)/, '');
